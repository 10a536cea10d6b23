"""Targets in words (文字指标值): the cells that the checks of wording read, found once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NamedTuple

from govperf.model import Operator

if TYPE_CHECKING:
    from govperf.reviewing.form import Row

__all__ = ["Told", "told_targets"]

_TEXT: Final = Operator.TEXT


class Told(NamedTuple):
    """A cell of a row (单元格), with what stands in it."""

    row: Row
    cell: str
    text: str


def told_targets(rows: Iterable[Row]) -> tuple[Told, ...]:
    """The targets in words (文字指标值) of some rows.

    Args:
        rows: Those that apply.

    Returns:
        Also what somebody meant as a number and got wrong, which has a `fault`.
    """
    return tuple(
        [
            Told(row, "target", target.text)
            for row in rows
            if (target := row.indicator.target) is not None and target.operator is _TEXT
        ]
    )
