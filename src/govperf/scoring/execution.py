"""The score of the budget execution (预算执行率得分)."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import attrs

from govperf.model import (
    Budget,
    CompletionRate,
    Evaluation,
    Indicator,
    Note,
    Operator,
    Rate,
    Score,
    Undefined,
)
from govperf.scoring.earning import made, undecided
from govperf.standards import Case, ScoringStandard
from govperf.units import Quantity

__all__ = ["EXECUTION", "of_execution", "rate_of"]

EXECUTION: Final = "预算执行率"
"""What the score is called."""

_PATH: Final = "$.budget"
_BARE: Final = Quantity(1).unit
_NONE: Final = Undefined("undefined.budget-missing")


def rate_of(budget: Budget | None) -> Rate | Undefined:
    """The budget execution rate (预算执行率), undefined without a budget."""
    return _NONE if budget is None else budget.execution_rate


def of_execution(evaluation: Evaluation, book: ScoringStandard) -> Score:
    """The score of the budget execution (预算执行率得分).

    Args:
        evaluation: Its budget; the points that it prints for the execution are its weight, else those of the
            standard.
        book: The rule book.

    Returns:
        The score; without points to earn it is 0, whatever was spent.
    """
    budget = evaluation.budget
    printed = None if budget is None else budget.weight
    full = book.execution_points.value if printed is None else printed
    rate = rate_of(budget)
    blank = undecided(Indicator(EXECUTION, weight=full), _NONE if isinstance(rate, Rate) else rate, book)
    blank = attrs.evolve(
        blank, path=_PATH, target=_cell(budget, "adjusted"), actual=_cell(budget, "executed")
    )
    if not full:
        nothing = book.rounding.round(Fraction(0))
        return attrs.evolve(blank, points=nothing, share=Fraction(0), rate=rate, rule="no_points")
    return blank if isinstance(rate, Undefined) else _earned(blank, rate, evaluation, book)


def _cell(budget: Budget | None, field: str) -> str:
    amount: Quantity | None = getattr(budget, field, None)
    return "" if amount is None else str(amount)


def _earned(blank: Score, rate: Rate, evaluation: Evaluation, book: ScoringStandard) -> Score:
    """By the rule for finished projects, where the book has one and the project is; else by the other."""
    finished = evaluation.finished and book.execution_finished
    rule = book.rule(finished or book.execution_rule)
    earned = rule.earn(_case(rate, book))
    if isinstance(earned, Undefined):
        return attrs.evolve(blank, points=earned, rate=rate, share=earned)
    score = made(blank, rate, earned, rule, book)
    notes = list(score.notes)
    if rate.exact > 1:
        notes.append(Note("note.over-budget", {"rate": rate}))
    elif book.execution_finished and evaluation.finished is None:
        notes.append(Note("note.finished-unknown"))
    return attrs.evolve(score, notes=tuple(notes))


def _case(rate: Rate, book: ScoringStandard) -> Case:
    """The budget execution as a rule sees it: a target of all the budget."""
    return Case(
        operator=Operator.AT_LEAST,
        target=Fraction(1),
        actual=rate.exact,
        unit=_BARE,
        completion=CompletionRate(rate.exact, met=rate.exact >= 1),
        shown=(str(rate), str(Rate(Fraction(1)))),
        rounding=book.rounding,
    )
