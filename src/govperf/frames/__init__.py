"""Columns of any dataframe (数据表): tables of indicators into evaluations, scores as columns, and back.

It needs the extra `frames`: `pip install 'govperf[frames]'`; the dataframe library is yours.
"""

from govperf.errors import MissingExtraError

try:
    import narwhals as _narwhals  # pyright: ignore[reportUnusedImport] # noqa: F401 - is it there
except ImportError as error:
    details = {"package": "narwhals", "extra": "frames"}
    raise MissingExtraError("extra.missing", details=details) from error

from govperf.frames.columns import completion_rates, reviewed, scored
from govperf.frames.reading import read, read_each
from govperf.frames.sheets import RowNote, Sheet
from govperf.frames.writing import frame_of

__all__ = [  # noqa: RUF022 - in reading order
    "read",
    "read_each",
    "Sheet",
    "RowNote",
    "completion_rates",
    "scored",
    "reviewed",
    "frame_of",
]
