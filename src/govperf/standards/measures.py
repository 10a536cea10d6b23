"""Measures (计分依据): the figure that a scoring rule looks at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from fractions import Fraction
from typing import Final

from govperf.errors import UnitError
from govperf.model import Note, Rate, Undefined
from govperf.standards.case import Case
from govperf.units import Quantity, Unit

__all__ = ["FIGURES", "Figure", "Measure", "of_rate"]

_SCALE: Final = 10
"""Up to here a bare figure may be a fraction, or stand on a scale of five or ten; our choice."""

Figure = tuple[Fraction, str, tuple[Note, ...]]
"""An exact figure, the same as a reader would write it, and what was assumed for it."""


class Measure(Enum):
    """Measure of a rule (计分依据): the figure that it looks at."""

    COMPLETION = "completion"
    EXCESS = "excess"
    RATIO = "ratio"
    ACTUAL = "actual"
    DEVIATION = "deviation"
    MET = "met"


def _rate(figure: Fraction) -> Figure:
    return figure, str(Rate(figure)), ()


def of_rate(rate: Rate) -> Figure:
    """The figure that a rate is (完成率作为计分依据); it says itself how it is written, where somebody asks.

    Args:
        rate: A completion rate, or an execution rate.

    Returns:
        The figure.

    Example:
        >>> of_rate(Rate(Fraction(1, 2)))
        (Fraction(1, 2), '', ())
    """
    return rate.exact, "", ()


def _completion(case: Case, _: Unit | None) -> Figure:
    return of_rate(case.completion)


def _excess(case: Case, unit: Unit | None) -> Figure:
    """1 − (B − A) / A where less is better; the completion rate where more is, or for a target of zero."""
    if not case.operator.less_is_better or not case.target or case.ceiling is not None:
        return _completion(case, unit)
    return _rate(min(Fraction(1), 2 - case.actual / case.target))


def _ratio(case: Case, _: Unit | None) -> Figure | Undefined:
    return _rate(case.actual / case.target) if case.target else Undefined("undefined.target-zero")


def _deviation(case: Case, _: Unit | None) -> Figure | Undefined:
    """The distance from the target, or from the nearer end of a range, as a part of it."""
    high = case.target if case.ceiling is None else case.ceiling
    if case.target <= case.actual <= high:
        return _rate(Fraction(0))
    end = case.target if case.actual < case.target else high
    return _rate(abs(case.actual - end) / end) if end else Undefined("undefined.target-zero")


def _met(case: Case, _: Unit | None) -> Figure:
    return _rate(Fraction(int(case.completion.met)))


def _actual(case: Case, unit: Unit | None) -> Figure | Undefined:
    """The actual in the unit of the rule; a bare one above 1 takes it, and says so."""
    shown = case.shown[0]
    if unit is None or case.dated:
        return Undefined("undefined.rule-unit", {"actual": shown, "unit": unit or "—"})
    if not case.unit.atoms and unit.atoms:
        if unit.is_ratio and abs(case.actual) <= _SCALE:  # 0.95 is 95%, and 4.6 may be of five
            return Undefined("undefined.rule-unit-bare", {"actual": shown, "unit": unit})
        return case.actual, shown, (Note("note.actual-unit-assumed", {"unit": unit}),)
    try:
        factor = Quantity(1, case.unit).exact_ratio(Quantity(1, unit))
    except UnitError:
        return Undefined("undefined.rule-unit", {"actual": shown, "unit": unit})
    return case.actual * factor, shown, ()


FIGURES: Final[Mapping[Measure, Callable[[Case, Unit | None], Figure | Undefined]]] = {
    Measure.COMPLETION: _completion,
    Measure.EXCESS: _excess,
    Measure.RATIO: _ratio,
    Measure.ACTUAL: _actual,
    Measure.DEVIATION: _deviation,
    Measure.MET: _met,
}
"""How each figure is found; undefined where the two cells do not give it."""
