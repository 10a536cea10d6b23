"""Completion and deviation rates (完成率, 偏离度): a target and an actual, compared exactly."""

from __future__ import annotations

import calendar
from decimal import Decimal
from fractions import Fraction
from typing import Final

import attrs

from govperf.model import Actual, Approximation, CompletionRate, Note, Operator, Rate, Target, Undefined
from govperf.units import Quantity, Unit

__all__ = ["Measured", "compared", "completion_rate", "deviation_rate", "measured"]

_PERIODS: Final = {"半年": 2, "季度": 4, "月": 12, "周": 52, "年": 1}
"""Whole periods in a year; days are counted in the calendar. 52 weeks are complete in any year."""

_DAY: Final = "天"
_DAYS: Final = {False: 365, True: 366}


@attrs.frozen(kw_only=True)
class Measured:
    """A target and an actual in one unit (可比的指标值与完成值).

    Args:
        operator: How the target binds.
        wanted: The target, as a number of that unit.
        reached: The actual, as a number of that unit.
        shown: Actual and target as a reader would write them.
        approximation: How sure the actual is.
        notes: What was assumed to bring them together.
    """

    operator: Operator
    wanted: Fraction
    reached: Fraction
    shown: tuple[str, str]
    approximation: Approximation
    notes: tuple[Note, ...]


def completion_rate(
    target: Target | Quantity | str | Decimal | int | None,
    actual: Actual | Quantity | str | Decimal | int | None,
    *,
    year: int | None = None,
) -> CompletionRate | Undefined:
    """Completion rate (完成率): how far an actual reaches its target, exactly and not capped.

    Args:
        target: As printed ("≥60条") or parsed; a frequency ("每周1期") is counted over a year.
        actual: As printed ("近540条") or parsed; a bare number takes the target's unit.
        year: The year evaluated; only daily frequencies need it.

    Returns:
        Actual over target; where less is better, 1 if met, else target over actual; for a
        target of zero, 1 if met, else 0. `Undefined` where one of them is no quantity, the
        target is negative, or a target of zero is to be exceeded.

    Raises:
        UnitError: The two do not measure the same thing: 人 is not 人次.
        InputError: A text is a malformed target or actual.

    Rule:
        B/A and A/B (form footnotes, verified); zero targets are met or not (in use);
        a negative actual counts as 0 where more is better (in use).

    Example:
        >>> completion_rate("≥95%", "75%")
        CompletionRate(78.95%)
        >>> completion_rate("每周1期", "49期")
        CompletionRate(94.23%)
        >>> completion_rate("效果明显", "达成预期指标")
        Undefined('the target is not a quantity: 效果明显')
    """
    pair = measured(target, actual, year=year)
    return pair if isinstance(pair, Undefined) else compared(pair)


def deviation_rate(
    target: Target | Quantity | str | Decimal | int | None,
    actual: Actual | Quantity | str | Decimal | int | None,
    *,
    year: int | None = None,
) -> Rate | Undefined:
    """Deviation rate (偏离度): (actual − target) / target, signed.

    Args:
        target: As for `completion_rate`.
        actual: As for `completion_rate`.
        year: As for `completion_rate`.

    Returns:
        The signed rate, not capped; undefined also where the target is zero or negative.

    Raises:
        UnitError: The two do not measure the same thing.
        InputError: A text is a malformed target or actual.

    Rule:
        (B − A) / A, recalled; the sign says in which direction.

    Example:
        >>> deviation_rate("52期", "49期"), deviation_rate("≥60条", "近540条")
        (Rate(-5.77%), Rate(800.00%))
    """
    pair = measured(target, actual, year=year)
    if isinstance(pair, Undefined):
        return pair
    if pair.wanted <= 0:
        return Undefined("undefined.target-zero" if not pair.wanted else "undefined.target-negative")
    return Rate((pair.reached - pair.wanted) / pair.wanted)


def measured(
    target: Target | Quantity | str | Decimal | int | None,
    actual: Actual | Quantity | str | Decimal | int | None,
    *,
    year: int | None = None,
) -> Measured | Undefined:
    """Bring a target and an actual into one unit (统一计量单位), or say why that cannot be.

    Args:
        target: As for `completion_rate`.
        actual: As for `completion_rate`.
        year: As for `completion_rate`.

    Returns:
        The two as exact numbers of one unit, or the reason.

    Raises:
        UnitError: The two do not measure the same thing.
        InputError: A text is a malformed target or actual.
    """
    if target is None or actual is None:
        return Undefined("undefined.target-missing" if target is None else "undefined.actual-missing")
    goal = target if isinstance(target, Target) else Target(target)
    fact = actual if isinstance(actual, Actual) else Actual(actual)
    if goal.quantity is None or fact.quantity is None:
        return _not_measurable(goal, fact)
    if fact.whole is not None:
        return _of_cases(goal, fact.quantity, fact.whole)
    paired = _in_one_unit(goal.quantity, fact.quantity, year)
    if isinstance(paired, Undefined):
        return paired
    wanted, reached, notes = paired
    return Measured(
        operator=goal.operator,
        wanted=Fraction(wanted.magnitude),
        reached=reached.exact_ratio(Quantity(1, wanted.unit)),
        shown=(str(reached), str(wanted)),
        approximation=fact.approximation,
        notes=(*_inferred(goal), *notes),
    )


def compared(pair: Measured) -> CompletionRate | Undefined:
    """The completion rate of a target and an actual in one unit (完成率).

    Args:
        pair: What `measured` gave.

    Returns:
        As for `completion_rate`.
    """
    if pair.wanted < 0:
        return Undefined("undefined.target-negative")
    if not pair.wanted:
        return _of_zero(pair)
    return _of_ceiling(pair) if pair.operator.less_is_better else _of_floor(pair)


def _of_zero(pair: Measured) -> CompletionRate | Undefined:
    if pair.operator in (Operator.AT_LEAST, Operator.MORE_THAN):
        return Undefined("undefined.target-zero")
    met = pair.reached < 0 if pair.operator is Operator.LESS_THAN else pair.reached <= 0
    return CompletionRate(Fraction(int(met)), met=met, approximation=pair.approximation, notes=pair.notes)


def _of_ceiling(pair: Measured) -> CompletionRate:
    """Less is better: met up to the target, above it target over actual."""
    within = pair.reached <= pair.wanted
    return CompletionRate(
        Fraction(1) if within else pair.wanted / pair.reached,
        terms=(pair.shown[1], pair.shown[0]),
        met=within and not (pair.operator is Operator.LESS_THAN and pair.reached == pair.wanted),
        approximation=pair.approximation,
        notes=(*pair.notes, *_strict(pair)),
    )


def _of_floor(pair: Measured) -> CompletionRate:
    """More is better: actual over target; a negative actual counts as nothing."""
    negative = (Note("note.negative-actual", {"actual": pair.shown[0]}),) if pair.reached < 0 else ()
    return CompletionRate(
        max(pair.reached, Fraction(0)) / pair.wanted,
        terms=pair.shown,
        met=pair.reached > pair.wanted
        or (pair.reached == pair.wanted and pair.operator is not Operator.MORE_THAN),
        approximation=pair.approximation,
        notes=(*pair.notes, *negative, *_strict(pair)),
    )


def _strict(pair: Measured) -> tuple[Note, ...]:
    """A strict bound that is just touched is not met, though the ratio is one."""
    strict = pair.operator in (Operator.LESS_THAN, Operator.MORE_THAN)
    return (
        (Note("note.strict-bound", {"operator": pair.operator.sign}),)
        if strict and pair.reached == pair.wanted
        else ()
    )


def _not_measurable(target: Target, actual: Actual) -> Undefined:
    """Prose, or a number that is not one quantity: the reason names the text."""
    side, cell = ("target", target.text) if target.quantity is None else ("actual", actual.text)
    kind = "unread" if any(char.isdecimal() for char in cell) else "text"
    return Undefined(f"undefined.{side}-{kind}", {"text": cell})


def _inferred(target: Target) -> tuple[Note, ...]:
    return (Note("note.operator-inferred", {"operator": target.operator.sign}),) if target.inferred else ()


def _of_cases(target: Target, part: Quantity, whole: Quantity) -> Measured | Undefined:
    """78次中77次: a share for a target that is a share, else the cases in which the target was met."""
    goal = target.quantity
    if goal is None or goal.unit.adds_to(whole.unit):
        return Undefined("undefined.cases-ambiguous", {"text": target.text})
    if goal.unit.is_ratio:
        return Measured(
            operator=target.operator,
            wanted=Fraction(goal.magnitude) * goal.unit.factor,
            reached=part.exact_ratio(whole),
            shown=(f"{part}÷{whole}", str(goal)),
            approximation=Approximation.EXACT,
            notes=_inferred(target),
        )
    note = Note("note.share-of-cases", {"target": target.text, "part": part, "whole": whole})
    return Measured(
        operator=Operator.AT_LEAST,
        wanted=Fraction(whole.magnitude),
        reached=part.exact_ratio(Quantity(1, whole.unit)),
        shown=(str(part), str(whole)),
        approximation=Approximation.EXACT,
        notes=(note,),
    )


def _in_one_unit(
    target: Quantity, actual: Quantity, year: int | None
) -> tuple[Quantity, Quantity, tuple[Note, ...]] | Undefined:
    """Target and actual that may be compared, and what was assumed for it."""
    if actual.unit.adds_to(target.unit):
        return target, actual, ()
    if (period := _period(target.unit)) is not None:
        return _over_a_year(target, actual, period, year)
    if not actual.unit.atoms:
        if target.unit.is_ratio and 0 < actual.magnitude <= 1 < target.magnitude:
            return Undefined("undefined.percent-or-fraction", {"actual": actual, "unit": target.unit})
        return target, Quantity(actual.magnitude, target.unit), (_assumed("actual", target.unit),)
    if not target.unit.atoms and not actual.unit.is_ratio:
        return Quantity(target.magnitude, actual.unit), actual, (_assumed("target", actual.unit),)
    return target, actual, ()


def _assumed(side: str, unit: Unit) -> Note:
    return Note(f"note.{side}-unit-assumed", {"unit": unit})


def _period(unit: Unit) -> str | None:
    """The period of a frequency such as 期/周, else None."""
    below = [atom for atom in unit.atoms if atom.exponent < 0]
    if len(below) != 1 or below[0].exponent != -1 or below[0].scale:
        return None
    return below[0].name if below[0].name in (*_PERIODS, _DAY) else None


def _over_a_year(
    target: Quantity, actual: Quantity, period: str, year: int | None
) -> tuple[Quantity, Quantity, tuple[Note, ...]] | Undefined:
    """每周1期 against a count is 52期 over the year."""
    if not actual.unit.atoms:
        return Undefined("undefined.frequency-bare", {"target": target, "actual": actual})
    if period == _DAY and year is None:
        return Undefined("undefined.year-needed", {"target": target})
    periods = _DAYS[calendar.isleap(year)] if period == _DAY and year is not None else _PERIODS[period]
    counted = Unit(tuple(atom for atom in target.unit.atoms if atom.exponent > 0))
    wanted = Quantity(target.magnitude, counted) * periods
    note = Note("note.frequency", {"target": target, "periods": periods, "total": wanted})
    return wanted, actual, (note,)
