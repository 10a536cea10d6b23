"""What a cell of each column says (单元格的读取): points, rates, and words for what is better."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from govperf.errors import DataError, InputError, UnitError
from govperf.model import Indicator
from govperf.model.context import may_be_a_part
from govperf.model.operators import optional_sign
from govperf.units import Quantity, Unit

__all__ = ["READERS", "Said", "points_of"]

Said = tuple[str, object]
"""A field of an indicator or of its target, and its value."""

_POINT: Final = "分"


def points_of(cell: str, *, in_percent: bool = False) -> Decimal:
    """Points as forms print them (分值, 得分): 20, 20.5, 20分.

    Args:
        cell: As printed.
        in_percent: Whether 20% is 20 of 100 points, as under 权重.

    Returns:
        The number.

    Raises:
        InputError: It is no number, or one of something else.

    Example:
        >>> points_of("20分"), points_of("3.85")
        (Decimal('20'), Decimal('3.85'))
    """
    number = cell.removesuffix(_POINT)
    if in_percent:
        number = number.removesuffix("%").removesuffix("％")
    try:
        return Quantity(number.rstrip()).magnitude
    except InputError as error:
        raise DataError("frames.points", cell) from error


def _weight(cell: str, unit: Unit | None) -> Said:
    """Points; 0.2 under % is rather 20 % than a fifth of a point, and nobody knows."""
    points = points_of(cell, in_percent=True)
    if points < 0:
        raise DataError("data.negative", cell)
    if unit is not None and unit.is_ratio and 0 < points < 1 and not cell.endswith(("%", "％")):
        raise DataError("frames.part", cell)
    return "weight", points


def _points(cell: str, _: Unit | None) -> Said:
    return "reported_points", points_of(cell)


def _rate(cell: str, unit: Unit | None) -> Said:
    """A rate says its %, in the cell or in the heading; 0.95 under % may be 95 %."""
    found = Quantity.parse(cell)
    if not found.unit.atoms and unit is not None and unit.is_ratio:
        found = Quantity(found.magnitude, unit)
        if may_be_a_part(found):
            raise DataError("data.rate", cell)
    if not found.unit.is_ratio or not found.unit.atoms:
        raise DataError("data.rate", cell)
    if found.magnitude < 0:
        raise DataError("data.negative", cell)
    return "reported_rate", found


def _unit(cell: str, _: Unit | None) -> Said:
    """A unit, or a counter that nobody knows yet; 单位 is also what an office is called."""
    if _OFFICE.fullmatch(cell):
        try:
            Unit.of(cell)
        except UnitError:
            raise DataError("frames.office", cell, details={"choice": _CHOICE}) from None
    return "unit", cell


_OFFICE: Final = re.compile(
    r".+(?:局|委|办|厅|处|院|部|所|站|中心|公司|政府|学校|[中小]学|大学|支队|大队|委员会|协会)"
)
_CHOICE: Final = '{"department": …}'


_WORDS: Final[Mapping[str, Callable[[str], object]]] = {
    "sign": optional_sign,
    "direction": lambda word: Indicator(_ANY, direction=word).direction,
    "nature": lambda word: Indicator(_ANY, nature=word).nature,
}
"""What a word may be; each refuses one that it does not know."""

_ANY: Final = "-"
_ORDER: Final = {
    "sign": ("sign", "direction"),
    "direction": ("direction", "sign", "nature"),
    "nature": ("nature", "direction", "sign"),
}
"""Forms print ≥ under 指标性质, and 正向 under 指标类型: each column takes the words of the others."""


def _word(field: str) -> Callable[[str, Unit | None], Said]:
    def read(cell: str, _: Unit | None) -> Said:
        first: InputError | None = None
        for other in _ORDER[field]:
            try:
                return other, _WORDS[other](cell)
            except InputError as error:
                first = first or error
        raise DataError("frames.word", cell) from first

    return read


def _text(field: str) -> Callable[[str, Unit | None], Said]:
    return lambda cell, _: (field, cell)


_TEXTS: Final = (
    *(
        "name",
        "target",
        "actual",
        "unit",
        "actual_unit",
        "not_applicable",
        "explanation",
        "criteria",
        "source",
    ),
    *("target_basis", "method", "data_source", "evidence_required", "deviation_reason", "measures", "note"),
)

READERS: Final[Mapping[str, Callable[[str, Unit | None], Said]]] = {
    **{field: _text(field) for field in _TEXTS},
    "unit": _unit,
    **{field: _word(field) for field in _ORDER},
    "weight": _weight,
    "reported_points": _points,
    "reported_rate": _rate,
}
"""Field of a column → what its cell says, given the unit of its heading."""
