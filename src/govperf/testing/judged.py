"""Strategies of what a person decides (评定策略): awards, and points added or taken off."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

import attrs
from hypothesis import strategies as st

from govperf.model import Award, Correction, Indicator, Operator
from govperf.standards import BUILT_IN, standard
from govperf.testing.amounts import numbers
from govperf.testing.printed import names, texts
from govperf.testing.weights import mostly, records

__all__ = ["awards", "corrections", "judged", "points"]


def points() -> st.SearchStrategy[Decimal]:
    """Weights and scores (分值, 得分): mostly up to 100 with two decimals at the most, never below zero.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(points(), lambda weight: weight > 5)
        Decimal('6')
    """
    return mostly(numbers(at_least=0, at_most=100, places=2), numbers(at_least=0))


def awards() -> st.SearchStrategy[Award]:
    """Awards (评定): points, a level of judgement, or both, which need not agree.

    Returns:
        A strategy; most levels are those of a rule book of govperf.

    Example:
        >>> from hypothesis import find
        >>> find(awards(), lambda award: award.points is None).level
        '达成年度指标'
    """
    said: dict[str, st.SearchStrategy[Any]] = dict.fromkeys(("reason", "by"), texts())
    return st.one_of(
        records(Award, {"points": points()}, {"level": _levels(), **said}),
        records(Award, {"level": _levels()}, {"points": points(), **said}),
    )


@cache
def _levels() -> st.SearchStrategy[str]:
    known = {level.label: None for name in BUILT_IN for level in standard(name).levels.levels}
    return mostly(st.sampled_from(tuple(known)), names())


def corrections() -> st.SearchStrategy[Correction]:
    """Points that a person adds or takes off (加减分), mostly few, with a reason.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(corrections(), lambda correction: correction.points < 0)
        Correction(points=Decimal('-1'), reason='甲')
    """
    change = mostly(numbers(at_least=-10, at_most=10, places=2), numbers())
    return records(Correction, {"points": change, "reason": names()}, {"by": texts()})


def judged(indicator: Indicator) -> st.SearchStrategy[Indicator]:
    """An indicator whose target is prose, mostly with an award within its weight (已评定的定性指标).

    Args:
        indicator: Any; one that can be measured stays as it is.

    Returns:
        A strategy.
    """
    target, weight = indicator.target, indicator.weight
    if target is None or target.operator is not Operator.TEXT or weight is None:
        return st.just(indicator)
    given = numbers(at_least=0, at_most=weight, places=1)
    within = given.map(lambda share: attrs.evolve(indicator, award=Award(share)))
    return st.one_of(st.just(indicator), within, within)
