"""The score of the budget execution (预算执行率得分)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from govperf.model import (
    Budget,
    CompletionRate,
    Evaluation,
    EvaluationKind,
    Indicator,
    Note,
    Operator,
    Rate,
    Score,
    Undefined,
)
from govperf.model.quotients import reaches
from govperf.scoring.earning import basis, facts, given_by, made
from govperf.standards import Case, ScoringStandard
from govperf.units import Quantity

__all__ = ["EXECUTION", "of_execution", "rate_of"]

EXECUTION: Final = "预算执行率"
"""What the score is called."""

_ROW: Final = Indicator(EXECUTION)
_PATH: Final = "$.budget"
_BARE: Final = Quantity(1).unit
_NOTHING: Final = Decimal(0)
_ALL: Final = Fraction(1)
_ALL_SHOWN: Final = str(Rate(_ALL))
_NONE: Final = Undefined("undefined.budget-missing")


def rate_of(budget: Budget | None) -> Rate | Undefined:
    """The budget execution rate (预算执行率), undefined without a budget."""
    return _NONE if budget is None else budget.execution_rate


def of_execution(evaluation: Evaluation, book: ScoringStandard) -> Score:
    """The score of the budget execution (预算执行率得分).

    Args:
        evaluation: Its budget; the points that it prints for the execution are its weight. Else they are
            those of the standard for a self-evaluation, and none for one by others, whose form has the
            execution among its indicators.
        book: The rule book.

    Returns:
        The score; without points to earn it is 0, whatever was spent.

    Raises:
        ScoringError: A rule that is code gives neither `Earned` nor `Undefined`.
    """
    budget = evaluation.budget
    full = None if budget is None else budget.weight
    if full is None:
        full = book.execution_points.value if evaluation.kind is EvaluationKind.SELF else _NOTHING
    rate = rate_of(budget)
    cells = {"target": _cell(budget, "adjusted"), "actual": _cell(budget, "executed")}
    known: dict[str, Any] = {**facts(_ROW, book, _PATH), "full": full, **cells}
    if not full:
        nothing = book.rounding.round(Fraction(0))
        return Score(**known, points=nothing, share=Fraction(0), rate=rate, rule="no_points")
    if isinstance(rate, Undefined):
        return Score(**known, points=rate, share=rate, rate=rate, rule="")
    return _earned(known, rate, evaluation, book)


def _cell(budget: Budget | None, field: str) -> str:
    amount: Quantity | None = getattr(budget, field, None)
    return "" if amount is None else str(amount)


def _earned(known: Mapping[str, Any], rate: Rate, evaluation: Evaluation, book: ScoringStandard) -> Score:
    """By the rule for finished projects, where the book has one and the project is; else by the other."""
    finished = evaluation.finished and book.execution_finished
    rule = book.rule(finished or book.execution_rule)
    earned = given_by(rule, rate, book, lambda: _case(rate, book))
    if isinstance(earned, Undefined):
        given: dict[str, Any] = {"rate": rate, "rule": rule.name, "clause": basis(rule)}
        return Score(**known, points=earned, share=earned, **given)
    notes = list(earned.notes)
    if rate.exact.numerator > rate.exact.denominator:
        notes.append(Note("note.over-budget", {"rate": rate}))
    elif book.execution_finished and evaluation.finished is None:
        notes.append(Note("note.finished-unknown"))
    return made(known, rate, earned, rule, book, tuple(notes))


def _case(rate: Rate, book: ScoringStandard) -> Case:
    """The budget execution as a rule sees it: a target of all the budget."""
    return Case(
        operator=Operator.AT_LEAST,
        target=_ALL,
        actual=rate.exact,
        unit=_BARE,
        completion=CompletionRate(rate.exact, met=reaches(rate.exact, _ALL)),
        shown=(str(rate), _ALL_SHOWN),
        rounding=book.rounding,
    )
