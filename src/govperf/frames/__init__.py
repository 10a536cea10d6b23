"""Columns of any dataframe (数据表): tables of indicators into evaluations, scores as columns, and back.

It needs the extra `frames`: `pip install 'govperf[frames]'`; the dataframe library is yours.
Narwhals is loaded when the first name is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from govperf.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Mapping

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

_ROOMS: Final[Mapping[str, str]] = {
    "read": "reading",
    "read_each": "reading",
    "Sheet": "sheets",
    "RowNote": "sheets",
    "completion_rates": "columns",
    "scored": "columns",
    "reviewed": "columns",
    "frame_of": "writing",
}


if not TYPE_CHECKING:  # else type checkers believe that every name is there

    def __getattr__(name: str) -> object:
        """Load a name when it is first asked for (PEP 562)."""
        if name not in _ROOMS:
            raise AttributeError(f"module 'govperf.frames' has no attribute {name!r}")
        try:
            value = getattr(import_module(f"govperf.frames.{_ROOMS[name]}"), name)
        except ImportError as error:
            if (error.name or "").partition(".")[0] != "narwhals":
                raise
            details = {"package": "narwhals", "extra": "frames"}
            raise MissingExtraError("extra.missing", details=details) from error
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*__all__, *globals()})
