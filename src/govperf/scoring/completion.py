"""Completion and deviation rates (完成率, 偏离度): a target and an actual, compared exactly."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from govperf.errors import UnitError
from govperf.model import Actual, Approximation, CompletionRate, Note, Operator, Rate, Target, Undefined
from govperf.model.quotients import divided, reaches
from govperf.scoring.pairing import Measured, both, measured, paired
from govperf.units import Quantity

__all__ = ["compared", "completion_rate", "deviation_rate", "mismatch"]


def completion_rate(
    target: Target | Quantity | str | Decimal | int | None,
    actual: Actual | Quantity | str | Decimal | int | None,
    *,
    year: int | None = None,
) -> CompletionRate | Undefined:
    """Completion rate (完成率): how far an actual reaches its target, exactly and not capped.

    Args:
        target: As printed ("≥60条") or parsed; a frequency ("每周1期") is counted over a year.
        actual: As printed ("近540条") or parsed; a bare number takes the target's unit, unless
            it is ten times off and may be meant without the 万 or the % of that unit.
        year: The year evaluated, for daily frequencies and for dates that leave it out, which is said.

    Returns:
        Actual over target; where less is better, 1 if met, else target over actual; for a
        target of zero, 1 if met, else 0; for a range 1 within it, below it actual over its lower end;
        for a date that is kept 1. `Undefined` where one of them is prose, at fault or has two readings,
        the target is negative, a target of zero is to be exceeded, a range is exceeded, a date is
        missed, or an actual that is a range does not meet the target at both ends.

    Raises:
        UnitError: The two do not measure the same thing: 人 is not 人次.
        DataError: A text is empty, or the year out of range.
        LimitError: A text is too long.
        TypeError: A cell is a float or no cell, or the year no int.

    Rule:
        B/A and A/B (form footnotes, verified); zero targets are met or not (in use);
        a negative actual counts as 0 where more is better (in use); ranges and dates (choice): no
        text says whether more than the upper end of a range is better or worse.

    Example:
        >>> completion_rate("≥95%", "75%")
        CompletionRate(78.95%)
        >>> completion_rate("每周1期", "49期")
        CompletionRate(94.23%)
        >>> completion_rate("80～90%", "72%"), completion_rate("2022年11月前", "2022年10月")
        (CompletionRate(90.00%), CompletionRate(100.00%))
        >>> completion_rate("效果明显", "达成预期指标")
        Undefined('the target is not a quantity: 效果明显')
    """
    pair = measured(target, actual, year=year)
    return pair if isinstance(pair, Undefined) else compared(pair)


def mismatch(error: UnitError) -> Undefined:
    """The reason why a target and an actual of two kinds have no rate (计量单位不符).

    Args:
        error: As `completion_rate` raises it.

    Returns:
        The reason, for a table in which one row must not lose the others.

    Example:
        >>> try:
        ...     completion_rate("60人", "540人次")
        ... except UnitError as error:
        ...     print(mismatch(error).explain("en"))
        人次 and 人 do not measure the same thing
    """
    return Undefined("undefined.units", {"one": error.details["one"], "other": error.details["other"]})


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
        The signed rate, not capped; of a range that to its nearer end, and 0 within it. Undefined also
        where the target is zero or negative, where both are dates, or where the actual is a range.

    Raises:
        UnitError: The two do not measure the same thing.
        DataError: A text is empty, or the year out of range.
        LimitError: A text is too long.
        TypeError: A cell is a float or no cell, or the year no int.

    Rule:
        (B − A) / A, recalled; the sign says in which direction.

    Example:
        >>> deviation_rate("52期", "49期"), deviation_rate("≥60条", "近540条")
        (Rate(-5.77%), Rate(800.00%))
    """
    found = both(target, actual, year=year)
    if isinstance(found, Undefined):
        return found
    goal, fact, _ = found
    cells = {"target": goal.text, "actual": fact.text}
    if goal.period is not None and fact.period is not None:
        return Undefined("undefined.date-deviation", cells)
    pair = paired(found, year=year)
    if isinstance(pair, Undefined):
        return pair
    if fact.lower is not None:
        return Undefined("undefined.range-deviation", cells)
    return _deviation(pair)


def _deviation(pair: Measured) -> Rate | Undefined:
    """From the target, or from the end of it that is passed."""
    end = pair.wanted
    if pair.ceiling is not None and pair.reached >= end:
        if pair.reached <= pair.ceiling:
            return Rate(Fraction(0))
        end = pair.ceiling
    return Rate((pair.reached - end) / end) if end else Undefined("undefined.target-zero")


def compared(pair: Measured) -> CompletionRate | Undefined:
    """The completion rate of a target and an actual in one unit (完成率).

    Args:
        pair: What `measured` gave.

    Returns:
        As for `completion_rate`: no rate above the upper end of a range.

    Example:
        >>> compared(measured("≤24小时", "30小时"))
        CompletionRate(80.00%)
    """
    if pair.dated:
        return CompletionRate(_ALL, met=True, notes=pair.notes)
    if pair.ceiling is not None:
        return _of_range(pair, pair.ceiling)
    if pair.of_zero:
        return _of_zero(pair)
    return _of_ceiling(pair) if pair.operator.less_is_better else _of_floor(pair)


def _of_zero(pair: Measured) -> CompletionRate:
    """= 0 and ≤ 0 are met or not; nothing is divided by zero."""
    met = pair.reached.numerator <= 0 and not _just_missed(pair, Approximation.AT_LEAST)
    return CompletionRate(_ALL if met else _NONE, met=met, approximation=pair.approximation, notes=pair.notes)


def _of_ceiling(pair: Measured) -> CompletionRate:
    """Less is better: met up to the target, above it target over actual."""
    within = reaches(pair.wanted, pair.reached)
    return CompletionRate(
        _ALL if within else divided(pair.wanted, pair.reached),
        terms=None if within else (pair.shown[1], pair.shown[0]),
        met=within and not _just_missed(pair, Approximation.AT_LEAST),
        approximation=pair.approximation,
        notes=(*pair.notes, *_remarks(pair)),
    )


def _of_floor(pair: Measured) -> CompletionRate:
    """More is better: actual over target; a negative actual counts as nothing."""
    rate = divided(pair.reached, pair.wanted) if pair.reached.numerator > 0 else _NONE
    return CompletionRate(
        rate,
        terms=None if pair.reached.numerator < 0 else pair.shown,
        met=rate.numerator >= rate.denominator and not _just_missed(pair, Approximation.AT_MOST),
        approximation=pair.approximation,
        notes=(*pair.notes, *_remarks(pair)),
    )


def _of_range(pair: Measured, ceiling: Fraction) -> CompletionRate | Undefined:
    """Between two ends: met within them, below them actual over floor; no rule says what more is worth."""
    if pair.reached < pair.wanted and pair.fewer:
        return Undefined("undefined.range-below", {"actual": pair.shown[0], "end": pair.shown[1]})
    if pair.reached < pair.wanted:
        return _of_floor(pair)
    if pair.reached > ceiling:
        return Undefined("undefined.range-exceeded", {"actual": pair.shown[0], "end": pair.ceiling_shown})
    open_end = (pair.approximation is Approximation.AT_LEAST and pair.reached == ceiling) or (
        pair.approximation is Approximation.AT_MOST and pair.reached == pair.wanted > 0
    )
    return CompletionRate(
        _ALL,
        met=not open_end,
        approximation=pair.approximation,
        notes=pair.notes,
    )


_ALL: Final = Fraction(1)
_NONE: Final = Fraction(0)

_BEYOND: Final = {
    Operator.LESS_THAN: Approximation.AT_MOST,
    Operator.MORE_THAN: Approximation.AT_LEAST,
}
"""On which side of its figure a strict actual meets a strict bound: 不到5% is <5%."""


def _touches(pair: Measured) -> bool:
    """A strict bound that is just touched is not met, though the ratio is one."""
    side = _BEYOND.get(pair.operator)
    beyond = pair.strict and pair.approximation is side
    return side is not None and not beyond and pair.reached == pair.wanted


def _just_missed(pair: Measured, short: Approximation) -> bool:
    """On the target by its figure, and not by its sign (>) or by its words (近60 is less than 60)."""
    return _touches(pair) or (pair.approximation is short and pair.reached == pair.wanted)


def _remarks(pair: Measured) -> tuple[Note, ...]:
    """What the ratio alone does not say."""
    actual, target = pair.shown
    if pair.reached.numerator < 0 and not pair.operator.less_is_better:
        return (Note("note.negative-actual", {"actual": actual}),)
    if pair.operator is Operator.EQUAL and pair.reached > pair.wanted:
        return (Note("note.not-equal", {"target": target, "actual": actual}),)
    if _touches(pair):
        return (Note("note.strict-bound", {"operator": pair.operator.sign}),)
    return ()
