"""Completion and deviation rates (完成率, 偏离度): a target and an actual, compared exactly."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from govperf.errors import UnitError
from govperf.model import Actual, Approximation, CompletionRate, Note, Operator, Rate, Target, Undefined
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
        year: The year evaluated, for daily frequencies and for dates that leave it out.

    Returns:
        Actual over target; where less is better, 1 if met, else target over actual; for a
        target of zero, 1 if met, else 0; for a range 1 within it, else as for its nearer end; for
        a date that is kept 1. `Undefined` where one of them is prose or has two readings, the target
        is negative, a target of zero is to be exceeded, a date is missed, or an actual that is a range
        does not meet the target at both ends.

    Raises:
        UnitError: The two do not measure the same thing: 人 is not 人次.
        InputError: A text is a malformed target or actual.

    Rule:
        B/A and A/B (form footnotes, verified); zero targets are met or not (in use);
        a negative actual counts as 0 where more is better (in use); ranges and dates (choice).

    Example:
        >>> completion_rate("≥95%", "75%")
        CompletionRate(78.95%)
        >>> completion_rate("每周1期", "49期")
        CompletionRate(94.23%)
        >>> completion_rate("80～90%", "95%"), completion_rate("2022年11月前", "2022年10月")
        (CompletionRate(94.74%), CompletionRate(100.00%))
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
        InputError: A text is a malformed target or actual.

    Rule:
        (B − A) / A, recalled; the sign says in which direction.

    Example:
        >>> deviation_rate("52期", "49期"), deviation_rate("≥60条", "近540条")
        (Rate(-5.77%), Rate(800.00%))
    """
    found = both(target, actual, year=year)
    if isinstance(found, Undefined):
        return found
    goal, fact = found
    cells = {"target": goal.text, "actual": fact.text}
    if goal.period is not None and fact.period is not None:
        return Undefined("undefined.date-deviation", cells)
    pair = paired(goal, fact, year=year)
    if isinstance(pair, Undefined):
        return pair
    if fact.lower is not None:
        return Undefined("undefined.range-deviation", cells)
    end = _nearer_end(pair)
    if not end:
        return Undefined("undefined.target-zero")
    return Rate((pair.reached - end) / end)


def _nearer_end(pair: Measured) -> Fraction:
    """What an actual is measured by: the target, or the end of it that is passed."""
    if pair.ceiling is None or (pair.reached < pair.wanted):
        return pair.wanted
    return min(pair.reached, pair.ceiling)


def compared(pair: Measured) -> CompletionRate:
    """The completion rate of a target and an actual in one unit (完成率).

    Args:
        pair: What `measured` gave.

    Returns:
        As for `completion_rate`.

    Example:
        >>> compared(measured("≤24小时", "30小时"))
        CompletionRate(80.00%)
    """
    if pair.ceiling is not None:
        return _of_range(pair, pair.ceiling)
    if pair.of_zero:
        return _of_zero(pair)
    return _of_ceiling(pair) if pair.operator.less_is_better else _of_floor(pair)


def _of_zero(pair: Measured) -> CompletionRate:
    """= 0 and ≤ 0 are met or not; nothing is divided by zero."""
    met = pair.reached < 0 if pair.operator is Operator.LESS_THAN else pair.reached <= 0
    return CompletionRate(Fraction(int(met)), met=met, approximation=pair.approximation, notes=pair.notes)


def _of_ceiling(pair: Measured) -> CompletionRate:
    """Less is better: met up to the target, above it target over actual."""
    within = pair.reached <= pair.wanted
    return CompletionRate(
        Fraction(1) if within else pair.wanted / pair.reached,
        terms=(pair.shown[1], pair.shown[0]),
        met=within and not _just_missed(pair, Approximation.AT_LEAST),
        approximation=pair.approximation,
        notes=(*pair.notes, *_remarks(pair)),
    )


def _of_floor(pair: Measured) -> CompletionRate:
    """More is better: actual over target; a negative actual counts as nothing."""
    return CompletionRate(
        max(pair.reached, Fraction(0)) / pair.wanted,
        terms=None if pair.reached < 0 else pair.shown,
        met=pair.reached >= pair.wanted and not _just_missed(pair, Approximation.AT_MOST),
        approximation=pair.approximation,
        notes=(*pair.notes, *_remarks(pair)),
    )


def _of_range(pair: Measured, ceiling: Fraction) -> CompletionRate:
    """Between two ends: met within them, below the floor actual over floor, above the ceiling as for ≤."""
    if pair.wanted and pair.reached < pair.wanted:
        return _of_floor(pair)
    within = pair.reached <= ceiling
    open_end = (pair.approximation is Approximation.AT_LEAST and pair.reached == ceiling) or (
        pair.approximation is Approximation.AT_MOST and pair.reached == pair.wanted > 0
    )
    return CompletionRate(
        Fraction(1) if within else ceiling / pair.reached,
        terms=(pair.ceiling_shown, pair.shown[0]),
        met=within and not open_end,
        approximation=pair.approximation,
        notes=pair.notes,
    )


def _touches(pair: Measured) -> bool:
    """A strict bound that is just touched is not met, though the ratio is one."""
    return pair.reached == pair.wanted and pair.operator in (Operator.LESS_THAN, Operator.MORE_THAN)


def _just_missed(pair: Measured, short: Approximation) -> bool:
    """On the target by its figure, and not by its sign (>) or by its words (近60 is less than 60)."""
    return _touches(pair) or (pair.reached == pair.wanted and pair.approximation is short)


def _remarks(pair: Measured) -> tuple[Note, ...]:
    """What the ratio alone does not say."""
    actual, target = pair.shown
    if pair.reached < 0 and not pair.operator.less_is_better:
        return (Note("note.negative-actual", {"actual": actual}),)
    if pair.operator is Operator.EQUAL and pair.reached > pair.wanted:
        return (Note("note.not-equal", {"target": target, "actual": actual}),)
    if _touches(pair):
        return (Note("note.strict-bound", {"operator": pair.operator.sign}),)
    return ()
