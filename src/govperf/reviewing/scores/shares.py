"""Shares (完成比例): which quotients of target and actual a form may print as its completion rate."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from govperf.scoring.pairing import Measured, measured

if TYPE_CHECKING:
    from govperf.model import CompletionRate, Indicator

__all__ = ["actual_over_target", "is_reverse", "possible_rates"]

_ALL: Final = Fraction(1)


def actual_over_target(indicator: Indicator, year: int) -> Fraction | None:
    """An actual as a part of its target (实际值与指标值之比), whichever is better; None where there is none.

    Args:
        indicator: One whose actual measures what its target does.
        year: The year evaluated.

    Returns:
        The exact quotient; none for dates and for a target of 0.

    Example:
        >>> from govperf.model import Indicator
        >>> actual_over_target(Indicator("成本", target="≤10万元", actual="5万元"), 2023)
        Fraction(1, 2)
    """
    pair = measured(indicator.target, indicator.actual, year=year)
    if not isinstance(pair, Measured) or pair.dated or not pair.wanted:
        return None
    return pair.reached / pair.wanted


def is_reverse(indicator: Indicator) -> bool:
    """Whether less is better (是否反向指标).

    Args:
        indicator: With a target or not.

    Returns:
        As its target says, or as was inferred of it.

    Example:
        >>> from govperf.model import Indicator
        >>> is_reverse(Indicator("成本", target="≤10万元")), is_reverse(Indicator("成本"))
        (True, False)
    """
    return indicator.target is not None and indicator.target.operator.less_is_better


def possible_rates(
    indicator: Indicator, rate: CompletionRate, year: int, *, doubtful: bool = False
) -> frozenset[Fraction]:
    """What a form may print as a completion rate (可能的完成率), exactly.

    Args:
        indicator: With a target and an actual.
        rate: As computed.
        year: The year evaluated.
        doubtful: Whether the direction is a guess.

    Returns:
        Actual over target; where less is better also the inverse and 1 − (actual − target) / target; 100 %
        where the target is met. None for dates and for a target of 0.

    Example:
        >>> from govperf.model import Indicator
        >>> from govperf.scoring import completion_rate
        >>> one = Indicator("成本", target="≤10万元", actual="8万元")
        >>> sorted(map(str, possible_rates(one, completion_rate(one.target, one.actual), 2023)))
        ['1', '4/5', '5/4', '6/5']
    """
    if not (doubtful or is_reverse(indicator)):
        found = set[Fraction]() if rate.terms is None else {rate.exact}
    else:
        reached = actual_over_target(indicator, year)
        if reached is None:
            return frozenset()
        found = {reached, 1 / reached if reached else _ALL, max(Fraction(0), 2 - reached)}
    if found and (rate.met or doubtful):
        found.add(_ALL)
    return frozenset(found)
