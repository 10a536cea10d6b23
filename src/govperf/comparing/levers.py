"""Levers (可变因素): the one figure of a row that moves, and the total for each of its values.

A lever scores its own row alone, and takes the rest of the total as it is. Where that is not so, because
the rule book looks at the total or at other rows, it evaluates the whole form each time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from typing import Final

import attrs

from govperf.comparing.assumptions import at_path
from govperf.comparing.grid import Grid
from govperf.comparing.starting import Base, Fields
from govperf.comparing.tipping import Step, TippingPoint, first_step, stops_around
from govperf.errors import GovperfError
from govperf.model import Actual, Approximation, Grade, Indicator, Note, Undefined
from govperf.scoring import evaluate, score
from govperf.units import Quantity

__all__ = ["Lever", "Tips", "actual_lever", "executed_lever", "tipping_points"]

Tips = tuple[TippingPoint | Undefined, TippingPoint | Undefined]
"""Below the figure, and above it."""

_BUDGET: Final = "$.budget"
_TENFOLD: Final = 10
_TWICE: Final = 2
"""So far do actuals and expenditures move: times the largest of the figure and what it is set against."""


@attrs.frozen(kw_only=True)
class Lever:
    """Lever (可变因素): a figure that is moved in steps, counted from 0.

    Args:
        start: The figure as it is, in steps.
        stops: Which to try below and above it.
        written: What so many steps are, as a figure.
        quick: The grade that the row alone says.
        fields: What to change in the form.
        notes: What a reader of its tipping points should know.
    """

    start: int
    stops: tuple[Sequence[int], Sequence[int]]
    written: Callable[[int], Quantity | Decimal]
    quick: Callable[[int], Grade | Undefined]
    fields: Callable[[int], Fields]
    notes: tuple[Note, ...] = ()


def tipping_points(lever: Lever, base: Base) -> Tips:
    """Where a lever changes the grade (等级临界点), below and above its figure.

    Args:
        lever: What moves.
        base: What it moves in.

    Returns:
        Both tipping points, each checked by evaluating the whole form on its two sides; or that there is
        none as far as was tried.
    """
    below, above = (_tip(lever, base, stops) for stops in lever.stops)
    return below, above


def _tip(lever: Lever, base: Base, stops: Sequence[int]) -> TippingPoint | Undefined:
    if not stops:
        return Undefined("undefined.no-way", {"figure": lever.written(lever.start)})

    @cache
    def whole(steps: int) -> Grade | Undefined:
        return base.with_fields(lever.fields(steps))

    step = _search(lever, base, stops, lever.quick)
    tried = stops[-1:] if step is None else step
    if any(whole(steps) != lever.quick(steps) for steps in tried):
        step = _search(lever, base, stops, whole)
    if step is None:
        return Undefined("undefined.never", {"end": lever.written(stops[-1])})
    return TippingPoint(
        last=lever.written(step.last), first=lever.written(step.first), grade=whole(step.first)
    )


def _search(
    lever: Lever, base: Base, stops: Sequence[int], grade: Callable[[int], Grade | Undefined]
) -> Step | None:
    return first_step(lambda steps: grade(steps) == base.card.grade, lever.start, stops)


def actual_lever(base: Base, path: str, *, points: Decimal, digits: int | None) -> Lever | Undefined:
    """The actual of an indicator as a lever (实际完成值的变动).

    Args:
        base: What it moves in.
        path: Of the indicator.
        points: Its points.
        digits: Digits after the point that move; None for those of the actual or its target.

    Returns:
        The lever; undefined where the actual is no figure, or the points do not follow from it.
    """
    row: Indicator = at_path(base.evaluation, path)
    moved = _Moved.of(row)
    if moved is None:
        return Undefined("undefined.no-figure", {"text": row.actual or "—"})
    marks = _marks(row, moved.figure)
    grid = Grid.of(moved.figure, marks, digits)
    if isinstance(grid, Undefined):
        return grid

    def evolved(steps: int) -> Indicator:
        return attrs.evolve(row, actual=moved.cell(grid.at(steps)))

    def quick(steps: int) -> Grade | Undefined:
        return base.with_points(_points(evolved(steps), base), points)

    if _points(evolved(grid.start), base) != points:
        return Undefined("undefined.not-by-figure", {"figure": moved.figure})
    high = grid.end(marks, _TENFOLD) if moved.whole is None else grid.steps(moved.whole)
    return Lever(
        start=grid.start,
        stops=stops_around(grid.start, map(grid.steps, marks), low=min(0, grid.start), high=high),
        written=grid.at,
        quick=quick,
        fields=lambda steps: {path: {"actual": evolved(steps).actual}},
        notes=moved.notes,
    )


def executed_lever(base: Base, *, points: Decimal, digits: int | None) -> Lever | Undefined:
    """The expenditure of the budget as a lever (全年执行数的变动).

    Args:
        base: What it moves in.
        points: Of the budget execution.
        digits: As for `actual_lever`.

    Returns:
        The lever; undefined where the budget has no such amount.
    """
    budget = base.evaluation.budget
    if budget is None or budget.executed is None:
        return Undefined("undefined.no-figure", {"text": "—"})
    marks = [] if budget.adjusted is None else [budget.adjusted]
    grid = Grid.of(budget.executed, marks, digits)
    if isinstance(grid, Undefined):
        return grid
    bare = attrs.evolve(base.evaluation, goals=())

    def quick(steps: int) -> Grade | Undefined:
        moved = attrs.evolve(bare, budget=attrs.evolve(budget, executed=grid.at(steps)))
        return base.with_points(evaluate(moved, standard=base.book).budget_score.points, points)

    return Lever(
        start=grid.start,
        stops=stops_around(
            grid.start, map(grid.steps, marks), low=min(0, grid.start), high=grid.end(marks, _TWICE)
        ),
        written=grid.at,
        quick=quick,
        fields=lambda steps: {_BUDGET: {"executed": grid.at(steps)}},
    )


@attrs.frozen
class _Moved:
    """The figure of an actual, and how a cell with another one is written."""

    figure: Quantity
    whole: Quantity | None
    bare: Actual

    @classmethod
    def of(cls, row: Indicator) -> _Moved | None:
        """A bare figure takes the unit of its target, as it does where it is scored."""
        actual, target = row.actual, row.target
        if actual is None or actual.quantity is None:
            return None
        figure = actual.quantity
        if not figure.unit.atoms and target is not None and target.quantity is not None:
            figure = Quantity(figure.magnitude, target.quantity.unit)
        return cls(figure, actual.whole, attrs.evolve(actual, evidence=()))

    @property
    def notes(self) -> tuple[Note, ...]:
        """What moves is an exact figure, also where the cell has none."""
        if self.bare.approximation is Approximation.EXACT:
            return ()
        return (Note("note.exactly", {"text": self.bare}),)

    def cell(self, figure: Quantity) -> Actual:
        text = str(figure) if self.whole is None else f"{self.whole}中{figure}"
        return attrs.evolve(self.bare, text=text, unit=None)


def _points(row: Indicator, base: Base) -> Decimal | Undefined:
    try:
        return score(row, standard=base.book, year=base.evaluation.year).points
    except GovperfError as error:
        return Undefined(error.code, {"value": error.value, **error.details})


def _marks(row: Indicator, figure: Quantity) -> list[Quantity]:
    """The ends of the target that the figure can be set against."""
    ends = [] if row.target is None else [row.target.quantity, row.target.upper]
    return [end for end in ends if end is not None and end.unit.adds_to(figure.unit)]
