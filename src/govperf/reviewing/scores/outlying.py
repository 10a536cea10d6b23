"""Printed scores that no figure can give (越界得分): above their weight or below zero, found in one walk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from govperf.scoring.execution import EXECUTION

if TYPE_CHECKING:
    from govperf.model import Evaluation
    from govperf.reviewing.form import Row

__all__ = ["Outlying", "outlying"]


class Outlying(NamedTuple):
    """Printed score outside its weight (越界得分): of the budget execution, a row, a group."""

    path: str
    name: str
    points: Decimal
    weight: Decimal | None
    category: tuple[str, ...] = ()
    """Of a row."""

    @property
    def is_over(self) -> bool:
        """Whether it is above its weight (超过分值)."""
        return self.weight is not None and self.points > self.weight


def outlying(evaluation: Evaluation, rows: Sequence[Row]) -> Iterator[Outlying]:
    """The printed scores above their weight or below zero (越界得分).

    Args:
        evaluation: As its form says.
        rows: Its indicators.

    Yields:
        That of the budget, those of the rows, those of the groups.
    """
    budget = evaluation.budget
    points = None if budget is None else budget.reported_points
    if budget is not None and points is not None and _is_out(points, budget.weight):
        yield Outlying("$.budget", EXECUTION, points, budget.weight)
    for path, one, _ in rows:
        points = one.reported_points
        if points is not None and _is_out(points, one.weight):
            yield Outlying(path, one.name, points, one.weight, one.category)
    for i, group in enumerate(evaluation.subtotals):
        points = group.reported_points
        if points is not None and _is_out(points, group.weight):
            yield Outlying(f"$.subtotals[{i}]", "/".join(group.category), points, group.weight)


def _is_out(points: Decimal, weight: Decimal | None) -> bool:
    return (weight is not None and points > weight) or points < 0
