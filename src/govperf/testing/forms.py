"""Strategies of whole forms (自评表策略): evaluations, and their scorecards."""

from __future__ import annotations

from typing import Any, Final

import attrs
from hypothesis import strategies as st

from govperf.model import (
    Evaluation,
    EvaluationKind,
    Scorecard,
    Subtotal,
)
from govperf.scoring import evaluate
from govperf.standards import BUILT_IN
from govperf.testing.amounts import numbers
from govperf.testing.books import scoring_standards
from govperf.testing.funds import breakdowns, budgets
from govperf.testing.judged import corrections, points
from govperf.testing.offices import departments
from govperf.testing.printed import names, texts
from govperf.testing.published import scored_evaluations
from govperf.testing.reviewed import acceptances
from govperf.testing.rows import goals, years
from govperf.testing.weights import mostly, one_of_these, records

__all__ = ["evaluations", "scorecards", "subtotals"]

_CATEGORIES: Final = (("产出",), ("产出", "数量"), ("效益", "社会效益指标"), ("满意度",), ("成本",))
_GRADES: Final = ("优", "良", "中", "差")


def subtotals() -> st.SearchStrategy[Subtotal]:
    """Subtotals (小计) of a group of indicators.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(subtotals(), lambda subtotal: subtotal.weight)
        Subtotal(category=('产出',), weight=Decimal('1'))
    """
    category = mostly(st.sampled_from(_CATEGORIES), st.lists(names(), min_size=1, max_size=3))
    return records(
        Subtotal, {"category": category}, {"weight": points(), "reported_points": mostly(points(), numbers())}
    )


def evaluations(*, standards: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Evaluation]:
    """Evaluations (绩效评价) of any content, as far as forms fill them in.

    Args:
        standards: Of the names of the rule books; None is "", one that govperf carries, or now and then
            one that nobody knows, which `evaluate` refuses with a `StandardError`.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import given, settings
        >>> from govperf.reviewing import review
        >>> @settings(max_examples=20)
        ... @given(evaluations())
        ... def test_whatever_is_in_a_form_can_be_reviewed(evaluation):
        ...     assert all(finding.explain() for finding in review(evaluation))
        >>> test_whatever_is_in_a_form_can_be_reviewed()
    """
    known = one_of_these(("", *BUILT_IN))
    cells: dict[str, st.SearchStrategy[Any]] = {
        "kind": st.sampled_from(EvaluationKind),
        "breakdowns": st.lists(breakdowns(), max_size=2),
        "standard": mostly(known, names()) if standards is None else standards,
        "finished": st.booleans(),
        "corrections": st.lists(corrections(), max_size=2),
        "subtotals": st.lists(subtotals(), max_size=3),
        "reported_total": points(),
        "reported_grade": st.sampled_from(_GRADES) | texts(),
        "notes": st.lists(texts(), max_size=3),
        "accepted": st.lists(acceptances(), max_size=2),
        **dict.fromkeys(("project", "implementer", "source"), texts()),
    }
    usual = {"budget": budgets(), "goals": st.lists(goals(), max_size=3)}
    return records(Evaluation, {"department": departments(), "year": years()}, cells, usual).flatmap(
        _of_one_year
    )


def _of_one_year(evaluation: Evaluation) -> st.SearchStrategy[Evaluation]:
    """The budget is mostly that of the year."""
    if evaluation.budget is None:
        return st.just(evaluation)
    same = attrs.evolve(evaluation, budget=attrs.evolve(evaluation.budget, year=evaluation.year))
    return one_of_these([same], [evaluation])


def scorecards() -> st.SearchStrategy[Scorecard]:
    """Scorecards (评分结果) of evaluations of any content and of those in order.

    The rule book is one of govperf, or one of them with another rounding, policy, cap or rule.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=20)
        ... @given(scorecards())
        ... def test_every_line_is_explained(card):
        ...     assert len(card.explain().splitlines()) > len(card.scores)
        >>> test_every_line_is_explained()
    """
    in_order = scored_evaluations()
    forms = st.one_of(evaluations(), in_order, in_order.map(_partly))
    return st.builds(evaluate, forms, standard=scoring_standards())


def _partly(evaluation: Evaluation) -> Evaluation:
    """A form in order whose first indicator does not apply."""
    (goal,) = evaluation.goals
    first, *others = goal.indicators
    goal = attrs.evolve(goal, indicators=[attrs.evolve(first, not_applicable="当年无此任务"), *others])
    return attrs.evolve(evaluation, goals=[goal])
