"""Dates that are kept or missed (时限): a target that is a date, and when it came about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from govperf.model import Actual, Approximation, Operator, Period, Target
from govperf.model.deadlines import same_deed

__all__ = ["kept"]

_EVER: Final = 10**7
"""After any day that a calendar has."""

_Window = Callable[[int, int], tuple[int, int]]

_WINDOWS: Final[Mapping[Operator, _Window]] = {
    Operator.AT_MOST: lambda _, last: (0, last),
    Operator.LESS_THAN: lambda first, _: (0, first - 1),
    Operator.AT_LEAST: lambda first, _: (first, _EVER),
    Operator.MORE_THAN: lambda _, last: (last + 1, _EVER),
    Operator.EQUAL: lambda first, last: (first, last),
}
"""The days on which a target may be met, by the first and the last day of its period."""

_KNOWN: Final[Mapping[Approximation, _Window]] = {
    Approximation.EXACT: lambda first, last: (first, last),
    Approximation.AT_MOST: lambda _, last: (0, last),
    Approximation.AT_LEAST: lambda first, _: (first, _EVER),
    Approximation.ABOUT: lambda _, __: (0, _EVER),
}
"""The days on which it may have come about, in the same way."""


def kept(goal: Target, fact: Actual) -> bool | None:
    """Whether a date was kept (是否按时), with both cells dated.

    Args:
        goal: The target.
        fact: The actual.

    Returns:
        None where the actual leaves it open: the month in which the deadline lies, another deed than the one
        that was due, or, of a target that is a whole period (=), a time that ends before its last day.

    Example:
        >>> goal = Target("2022年11月15日前")
        >>> [kept(goal, Actual(month)) for month in ("2022年10月", "2022年12月", "2022年11月")]
        [True, False, None]
    """
    if not same_deed(goal.text, fact.text):
        return None
    earliest, latest = _days(_WINDOWS[goal.operator], goal.period)
    first, last = _days(_KNOWN[fact.approximation], fact.period)
    if earliest <= first and last <= latest:
        return goal.operator is not Operator.EQUAL or last == latest or None
    return False if last < earliest or latest < first else None


def _days(window: _Window, period: Period | None) -> tuple[int, int]:
    """The window of a period; of none, any day."""
    return window(period.start.toordinal(), period.end.toordinal()) if period else (0, _EVER)
