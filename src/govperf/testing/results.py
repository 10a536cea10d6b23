"""Strategies of results (结果策略): rates, completion rates, grades, scores."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import Any

from hypothesis import strategies as st

from govperf.model import Approximation, CompletionRate, Grade, Rate, Score
from govperf.standards import BUILT_IN, standard
from govperf.testing.amounts import quantities
from govperf.testing.forms import scorecards
from govperf.testing.judged import points
from govperf.testing.printed import names
from govperf.testing.remarks import notes
from govperf.testing.weights import mostly, one_of_many, records

__all__ = ["completion_rates", "grades", "rates", "scores"]


def rates() -> st.SearchStrategy[Rate]:
    """Rates (比率): exact fractions, mostly from 0 to 2, some with the terms of their quotient.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> print(find(rates(), lambda rate: rate.exact > 1 and not rate.terms))
        200.00%
    """
    return records(Rate, {"exact": _fractions()}, {"terms": _terms()})


def completion_rates() -> st.SearchStrategy[CompletionRate]:
    """Completion rates (完成率); whether the target is met need not follow from the rate.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> str(find(completion_rates(), lambda rate: rate.exact > 1 and not rate.met))
        '200.00%'
    """
    cells: dict[str, st.SearchStrategy[Any]] = {
        "terms": _terms(),
        "approximation": st.sampled_from(Approximation),
        "notes": st.lists(notes(), max_size=2).map(tuple),
    }
    return records(CompletionRate, {"exact": _fractions(), "met": st.booleans()}, cells)


def grades() -> st.SearchStrategy[Grade]:
    """Grades (评价等级), most of them of a rule book of govperf.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(grades(), lambda grade: grade.lower >= 80).label
        '优'
    """
    return mostly(one_of_many(_known), st.builds(Grade, names(), names(), points()))


@cache
def _known() -> list[Grade]:
    return list(dict.fromkeys(grade for name in BUILT_IN for grade in standard(name).grades))


def scores() -> st.SearchStrategy[Score]:
    """Scores (得分) of the indicators and of the budget execution of scorecards.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=20)
        ... @given(scores())
        ... def test_a_score_is_explained(score):
        ...     assert score.explain("zh") and score.explain("en")
        >>> test_a_score_is_explained()
    """
    return scorecards().flatmap(lambda card: st.sampled_from((card.budget_score, *card.scores)))


@cache
def _fractions() -> st.SearchStrategy[Fraction]:
    return mostly(st.fractions(0, 2, max_denominator=1000), st.fractions(-(10**6), 10**6))


def _terms() -> st.SearchStrategy[tuple[str, str]]:
    amounts = quantities().map(str)
    return st.tuples(amounts, amounts)
