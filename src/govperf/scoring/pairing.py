"""Bringing a target and an actual into one unit (统一计量单位), or saying why that cannot be.

What the two cells leave out is assumed only where nothing else can be meant, and each
assumption is a note. Where a figure has two readings, there is no pair.
"""

from __future__ import annotations

import calendar
import re
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

import attrs

from govperf.errors import QuantityError
from govperf.model import Actual, Approximation, Note, Operator, Target, Undefined
from govperf.model.rates import terms
from govperf.units import Quantity, Unit

__all__ = ["Measured", "measured"]

_PERIODS: Final = {"半年": 2, "季度": 4, "月": 12, "周": 52, "年": 1}
"""Whole periods in a year; days are counted in the calendar. 52 weeks are complete in any year."""

_DAY: Final = "天"
_DAYS: Final = {False: 365, True: 366}

_SCALE: Final = re.compile("[千万亿]")
_FAR: Final = 10
"""A bare figure this many times off the other one may be without its 万 or its %; our choice."""


@attrs.frozen(kw_only=True)
class Measured:
    """A target and an actual in one unit (可比的指标值与完成值).

    Args:
        operator: How the target binds.
        wanted: The target, as a number of that unit; not negative.
        reached: The actual, as a number of that unit.
        shown: Actual and target as a reader would write them.
        cell: The actual as printed.
        approximation: How sure the actual is.
        notes: What was assumed to bring them together.
    """

    operator: Operator
    wanted: Fraction
    reached: Fraction
    shown: tuple[str, str]
    cell: str
    approximation: Approximation
    notes: tuple[Note, ...]


class _Figure(NamedTuple):
    """A quantity and the cell that it was read from."""

    quantity: Quantity
    cell: str


_Paired = tuple[Quantity, Quantity, tuple[Note, ...]]


def measured(
    target: Target | Quantity | str | Decimal | int | None,
    actual: Actual | Quantity | str | Decimal | int | None,
    *,
    year: int | None = None,
) -> Measured | Undefined:
    """A target and an actual as exact numbers of one unit (统一计量单位), or why there are none.

    Args:
        target: As for `completion_rate`.
        actual: As for `completion_rate`.
        year: As for `completion_rate`.

    Returns:
        The two numbers, or the reason.

    Raises:
        UnitError: The two do not measure the same thing.
        InputError: A text is a malformed target or actual.

    Example:
        >>> pair = measured("≥3公里", "2500米")
        >>> pair.reached, pair.wanted
        (Fraction(5, 2), Fraction(3, 1))
    """
    if target is None or actual is None:
        return Undefined("undefined.target-missing" if target is None else "undefined.actual-missing")
    goal = target if isinstance(target, Target) else Target(target)
    fact = actual if isinstance(actual, Actual) else Actual(actual)
    if goal.quantity is None or fact.quantity is None:
        return _not_measurable(goal, fact)
    if fact.whole is not None:
        return _comparable(_of_cases(goal, fact, goal.quantity, fact.quantity, fact.whole))
    paired = _in_one_unit(_Figure(goal.quantity, goal.text), _Figure(fact.quantity, fact.text), year)
    return paired if isinstance(paired, Undefined) else _comparable(_of_amounts(goal, fact, paired))


def _not_measurable(target: Target, actual: Actual) -> Undefined:
    """Prose, or a number that is not one quantity: the reason names the text."""
    side, cell = ("target", target.text) if target.quantity is None else ("actual", actual.text)
    kind = "unread" if any(char.isdecimal() for char in cell) else "text"
    return Undefined(f"undefined.{side}-{kind}", {"text": cell})


def _comparable(pair: Measured | Undefined) -> Measured | Undefined:
    """Nothing can be compared with less than nothing, and nothing exceeds a target of zero by a rate."""
    if isinstance(pair, Undefined):
        return pair
    if pair.wanted < 0:
        return Undefined("undefined.target-negative")
    if not pair.wanted and pair.operator in (Operator.AT_LEAST, Operator.MORE_THAN):
        return Undefined("undefined.target-zero")
    return pair


def _of_amounts(goal: Target, fact: Actual, paired: _Paired) -> Measured:
    wanted, reached, notes = paired
    return Measured(
        operator=goal.operator,
        wanted=Fraction(wanted.magnitude),
        reached=reached.exact_ratio(Quantity(1, wanted.unit)),
        shown=terms(reached, wanted),
        cell=fact.text,
        approximation=fact.approximation,
        notes=(*_inferred(goal), *notes),
    )


def _inferred(goal: Target) -> tuple[Note, ...]:
    return (Note("note.operator-inferred", {"operator": goal.operator.sign}),) if goal.inferred else ()


def _of_cases(
    goal: Target, fact: Actual, target: Quantity, part: Quantity, whole: Quantity
) -> Measured | Undefined:
    """78次中77次: a share for a target that is a share, else the cases in which the target was met."""
    unit = target.unit
    if not unit.atoms or unit.unscaled.is_count or unit.adds_to(whole.unit):
        return Undefined("undefined.cases-ambiguous", {"text": goal.text})
    if unit.is_ratio:
        return Measured(
            operator=goal.operator,
            wanted=Fraction(target.magnitude) * unit.factor,
            reached=part.exact_ratio(whole),
            shown=(f"{part}÷{whole}", str(target)),
            cell=fact.text,
            approximation=Approximation.EXACT,
            notes=_inferred(goal),
        )
    note = Note("note.share-of-cases", {"target": goal.text, "part": part, "whole": whole})
    return Measured(
        operator=Operator.AT_LEAST,
        wanted=Fraction(whole.magnitude),
        reached=part.exact_ratio(Quantity(1, whole.unit)),
        shown=(str(part), str(whole)),
        cell=fact.text,
        approximation=Approximation.EXACT,
        notes=(note,),
    )


def _in_one_unit(wanted: _Figure, reached: _Figure, year: int | None) -> _Paired | Undefined:
    """Target and actual that may be compared, and what was assumed for it."""
    target, actual = wanted.quantity, reached.quantity
    if actual.unit.adds_to(target.unit):
        return target, actual, ()
    if (period := _period(target.unit)) is not None:
        return _over_a_year(target, actual, period, year)
    if not actual.unit.atoms:
        found = _with_unit("actual", reached, target)
        return found if isinstance(found, Undefined) else (target, *found)
    if not target.unit.atoms and not actual.unit.is_ratio:
        found = _with_unit("target", wanted, actual)
        return found if isinstance(found, Undefined) else (found[0], actual, found[1])
    return target, actual, ()


def _with_unit(side: str, bare: _Figure, other: Quantity) -> tuple[Quantity, tuple[Note, ...]] | Undefined:
    """A bare figure in the unit of the other one; 200万 beside 195.5万元 says its scale itself."""
    unit = other.unit.unscaled if _SCALE.search(bare.cell) else other.unit
    figure = bare.quantity.magnitude
    if _may_lack(unit, Fraction(figure), Fraction(other.magnitude)):
        if unit.is_ratio:
            return Undefined("undefined.percent-or-fraction", {"actual": bare.quantity, "unit": unit})
        details = {"figure": bare.quantity, "unit": unit, "plain": unit.unscaled}
        return Undefined("undefined.scale-ambiguous", details)
    return Quantity(figure, unit), (Note(f"note.{side}-unit-assumed", {"unit": unit}),)


def _may_lack(unit: Unit, figure: Fraction, other: Fraction) -> bool:
    """Whether a bare figure may be meant without the scale of the unit: 0.75 is 75%, or 0.75%."""
    if not figure or not other:
        return False
    low, high = abs(figure) * _FAR < abs(other), abs(figure) > abs(other) * _FAR
    if unit.is_ratio:
        return unit.factor < 1 and (low or abs(figure) <= 1 < abs(other))
    return (unit.power_of_ten > 0 and high) or (unit.power_of_ten < 0 and low)


def _period(unit: Unit) -> str | None:
    """The period of a frequency such as 期/周, else None."""
    below = [atom for atom in unit.atoms if atom.exponent < 0]
    if len(below) != 1 or below[0].exponent != -1 or below[0].scale:
        return None
    return below[0].name if below[0].name in (*_PERIODS, _DAY) else None


def _over_a_year(target: Quantity, actual: Quantity, period: str, year: int | None) -> _Paired | Undefined:
    """每周1期 against a count is 52期 over the year; an amount of money a month is no frequency."""
    if not actual.unit.atoms:
        return Undefined("undefined.frequency-bare", {"target": target, "actual": actual})
    counted = Unit(tuple(atom for atom in target.unit.atoms if atom.exponent > 0))
    if not counted.unscaled.is_count:
        return target, actual, ()
    periods = _periods(period, year)
    if periods is None:
        return Undefined("undefined.year-needed", {"target": target})
    try:
        wanted = Quantity(target.magnitude, counted) * periods
    except QuantityError:  # more digits than a quantity has
        return Undefined("undefined.target-unread", {"text": target})
    note = Note("note.frequency", {"target": target, "periods": periods, "total": wanted})
    return wanted, actual, (note,)


def _periods(period: str, year: int | None) -> int | None:
    """How many periods the year has; None for days of an unknown year."""
    if period == _DAY:
        return None if year is None else _DAYS[calendar.isleap(year)]
    return _PERIODS[period]
