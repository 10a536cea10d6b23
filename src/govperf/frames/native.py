"""The one speaker of narwhals (数据表接口): cells out of a dataframe, columns into it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import narwhals.stable.v2 as nw
from narwhals.exceptions import DuplicateError

from govperf.errors import DataError, plain
from govperf.frames.cells import Cell, Layout, cell_of, narrow, places_of
from govperf.frames.plans import Plan
from govperf.layout.tables import shortened

if TYPE_CHECKING:
    from narwhals.stable.v2.typing import IntoDataFrame, IntoDataFrameT

__all__ = ["Made", "framed", "labels_of", "opened", "rows_of", "titles_of", "with_columns"]


class Made(NamedTuple):
    """A column that govperf makes (新列)."""

    title: str
    values: Sequence[str | Decimal | None]
    is_number: bool = False


_LABEL: Final = 80
"""Columns of a label that are shown."""
_CHUNK: Final = 50_000
"""Rows whose cells are out of the dataframe at one time."""
_PRECISION: Final = 38
"""Digits of a decimal column of Arrow."""
_SCALE: Final = 2
"""Digits after the point of a decimal column without a number."""


def opened(frame: IntoDataFrameT) -> nw.DataFrame[IntoDataFrameT]:
    """A dataframe of any library (打开数据表).

    Args:
        frame: Of pandas, polars, pyarrow, modin, cuDF.

    Returns:
        The same behind one interface.

    Raises:
        TypeError: It is no dataframe, or a lazy one.
        DataError: Two columns bear one name.
    """
    try:
        found = nw.from_native(frame, eager_only=True)
        _ = found.columns
    except DuplicateError as error:
        reason = " ".join(str(error).split())
        raise DataError("frames.same", details={"reason": reason}) from error
    except TypeError as error:
        kind = type(frame).__name__
        msg = f"expected a dataframe in memory, not {kind}: a lazy one is to be collected first"
        raise TypeError(msg) from error
    return found


def titles_of(frame: nw.DataFrame[IntoDataFrameT]) -> list[object]:
    """The names of all columns (列名); of pandas they may be no texts."""
    return list(frame.columns)


def rows_of(frame: nw.DataFrame[IntoDataFrameT], plan: Plan) -> Iterator[tuple[Cell, ...]]:
    """The cells of the columns that are read (逐行单元格), row by row.

    Args:
        frame: The table.
        plan: Its columns.

    Yields:
        A cell for each column of the plan.
    """
    titles = [column.label for column in plan.columns]
    for start in range(0, len(frame), _CHUNK):
        chunk = frame[start : start + _CHUNK]
        yield from zip(*(_cells(chunk.get_column(title)) for title in titles), strict=True)


def _cells(column: nw.Series[Any]) -> list[Cell]:
    values: list[object] = column.to_list()
    if layout := _LAYOUTS.get(str(column.dtype)):
        values = [narrow(value, layout) for value in values]
    return [cell_of(value) for value in values]


_LAYOUTS: Final[Mapping[str, Layout]] = {"Float32": "f", "Float16": "e"}
"""Floats whose shortest form is not that of 64 bits."""


def labels_of(frame: nw.DataFrame[IntoDataFrameT]) -> Callable[[int], str]:
    """What pandas calls a row (行标签), given its number from 1; "" where that says no more.

    Args:
        frame: The table.

    Returns:
        A function.
    """
    index = nw.maybe_get_index(frame)
    if index is None:
        return _no_label

    def label(row: int) -> str:
        name = str(index[row - 1])
        return "" if name == str(row - 1) else shortened(plain(name), _LABEL)

    return label


def _no_label(_: int) -> str:
    return ""


def with_columns(frame: nw.DataFrame[IntoDataFrameT], columns: Iterable[Made]) -> IntoDataFrameT:
    """The dataframe with more columns (加列), in the place of those of the same name.

    Args:
        frame: The table.
        columns: To be added.

    Returns:
        A dataframe of the same library; the one given stays as it is.
    """
    backend = frame.implementation
    return frame.with_columns(*(_series(column, backend) for column in columns)).to_native()


def framed(columns: Iterable[Made], backend: str | ModuleType) -> IntoDataFrame:
    """A new dataframe (新建数据表).

    Args:
        columns: Of it.
        backend: The library: "pandas", "polars", "pyarrow", or its module.

    Returns:
        Of that library.

    Raises:
        ImportError: It is not installed.
        ValueError: Narwhals knows no such library.
    """
    library: Any = backend
    found: Any = nw.Implementation.from_backend(library)
    if found is nw.Implementation.UNKNOWN:
        msg = f"there is no dataframe library {backend!r}: say 'pandas', 'polars' or 'pyarrow'"
        raise ValueError(msg)
    made = [_series(column, found).to_frame() for column in columns]  # from_dict takes them through pyarrow
    native: IntoDataFrame = nw.concat(made, how="horizontal").to_native()
    return native


def _series(column: Made, backend: Any) -> nw.Series[Any]:
    """Texts as texts; numbers as decimals where all of them fit, else as texts.

    In pandas they are objects, which need no pyarrow and keep each number with its own digits.
    """
    title, values, is_number = column
    if not is_number:
        return nw.new_series(title, values, nw.String, backend=backend)
    if backend.is_pandas_like():
        return nw.new_series(title, values, nw.Object, backend=backend)
    numbers = [value for value in values if isinstance(value, Decimal)]
    scale = max(map(places_of, numbers), default=_SCALE)
    if all(number.adjusted() + 1 + scale <= _PRECISION for number in numbers):
        return nw.new_series(title, values, nw.Decimal(_PRECISION, scale), backend=backend)
    texts = [f"{value:f}" if isinstance(value, Decimal) else None for value in values]
    return nw.new_series(title, texts, nw.String, backend=backend)
