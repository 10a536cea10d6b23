"""Strategies of forms in order (规范自评表策略): all can be measured, and what is printed follows."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, cast

import attrs
from hypothesis import strategies as st

from govperf.model import Budget, Evaluation, Goal, Grade, Indicator, Score, Undefined
from govperf.scoring import evaluate
from govperf.standards import standard
from govperf.testing.amounts import numbers
from govperf.testing.rows import years
from govperf.units import Quantity

__all__ = ["scored_evaluations"]

_POINT: Final = Quantity("0.5")
"""Weights are printed as whole or half points."""

_CATEGORIES: Final = (("产出", "数量"), ("产出", "质量"), ("产出", "时效"), ("效益", "社会效益"), ("满意度",))
_SIGNS: Final = ("≥", "≤", "=", "不少于", "")
_UNITS: Final = ("条", "人", "次", "万元", "小时", "%", "公里")


def scored_evaluations() -> st.SearchStrategy[Evaluation]:
    """Evaluations in order (规范自评): weights add up to 100, and what is printed follows from MOF-2020-10.

    Every target and actual can be measured, and scores, total, grade and execution rate are printed as
    they come out. A review finds no error in them, though it may find that a target is missed.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> form = find(scored_evaluations(), lambda evaluation: evaluation.reported_total > 90)
        >>> form.reported_grade, evaluate(form).total == form.reported_total
        ('优', True)
    """
    rows = st.lists(st.tuples(_rows(), st.integers(1, 9)), min_size=1, max_size=6)
    return st.builds(_form, years(), _figures(), rows)


def _rows() -> st.SearchStrategy[Indicator]:
    return st.builds(
        _row,
        st.sampled_from(_CATEGORIES),
        st.sampled_from(_SIGNS),
        st.sampled_from(_UNITS),
        numbers(at_least=1, at_most=1000, places=2),
        numbers(at_least=0, at_most=1000, places=2),
    )


def _row(category: Sequence[str], sign: str, unit: str, target: Decimal, actual: Decimal) -> Indicator:
    return Indicator("指标", category=category, target=f"{sign}{target}{unit}", actual=f"{actual}{unit}")


def _figures() -> st.SearchStrategy[tuple[Decimal, Decimal]]:
    """What was spent, and the budget, which is no less."""
    amounts = numbers(at_least=1, at_most=10**5, places=2)
    return st.tuples(amounts, amounts).map(lambda pair: (min(pair), max(pair)))


def _form(year: int, figures: tuple[Decimal, Decimal], rows: Sequence[tuple[Indicator, int]]) -> Evaluation:
    executed, adjusted = (Quantity(figure, "万元") for figure in figures)
    budget = Budget(year, original=adjusted, adjusted=adjusted, executed=executed)
    goal = Goal("完成年度任务", indicators=_weighted([row for row, _ in rows], [share for _, share in rows]))
    return _printed(Evaluation("某局", year, project="某项目", budget=budget, goals=[goal]), budget, goal)


def _weighted(indicators: Sequence[Indicator], shares: Sequence[int]) -> list[Indicator]:
    """Weights that add up to what the budget execution leaves of the full points."""
    book = standard()
    rest = Quantity(book.full.value) - Quantity(book.execution_points.value)
    weights = rest.allocate(shares, step=_POINT)
    pairs = zip(indicators, weights, strict=True)
    return [attrs.evolve(indicator, weight=weight.magnitude) for indicator, weight in pairs]


def _printed(evaluation: Evaluation, budget: Budget, goal: Goal) -> Evaluation:
    """The same form with everything printed that comes of it."""
    card = evaluate(evaluation)
    rows = zip(goal.indicators, card.scores, strict=True)
    return attrs.evolve(
        evaluation,
        budget=attrs.evolve(
            budget,
            reported_points=_defined(card.budget_score.points),
            reported_execution_rate=str(budget.execution_rate),
        ),
        goals=[attrs.evolve(goal, indicators=[_scored(row, score) for row, score in rows])],
        reported_total=_defined(card.total),
        reported_grade=cast("Grade", card.grade).label,
    )


def _scored(indicator: Indicator, score: Score) -> Indicator:
    return attrs.evolve(indicator, reported_points=_defined(score.points))


def _defined(points: Decimal | Undefined) -> Decimal:
    """All of them are, because every row can be measured."""
    return cast("Decimal", points)
