"""Printed rates (比率核对): can the form's own figures explain them?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import attrs

from govperf.model import Budget, Evaluation, Finding, Severity, Undefined
from govperf.review.identities import Suspect
from govperf.units import Quantity

__all__ = ["printed_rates"]


def printed_rates(evaluation: Evaluation, culprit: Suspect | None) -> Iterator[Finding]:
    """Findings on the rates that a form prints (比率核对).

    Args:
        evaluation: With a budget or without.
        culprit: The budget figure that is wrong, if one is known.

    Yields:
        A rate that disagrees with its parts, cannot be recomputed, or has no parts at all.
    """
    budget = evaluation.budget
    if budget is None:
        return
    if budget.reported_execution_rate is not None:
        yield from _execution(budget, budget.reported_execution_rate, culprit)
    if budget.reported_completion_rate is not None:
        details = {"rate": budget.reported_completion_rate}
        yield Finding(
            "finding.rate-without-parts", Severity.HINT, "$.budget.reported_completion_rate", details
        )


def _execution(budget: Budget, printed: Quantity, culprit: Suspect | None) -> Iterator[Finding]:
    path = "$.budget.reported_execution_rate"
    computed = budget.execution_rate
    if not isinstance(computed, Undefined):
        if abs(_fraction(printed) - computed.exact) > _half_a_digit(printed):
            details = {"printed": printed, "computed": computed}
            yield Finding("finding.rate-differs", Severity.ERROR, path, details)
        return
    consistent = budget
    if culprit is not None and culprit.field == "executed":
        consistent = attrs.evolve(budget, executed=culprit.consistent)
    tried = _tried(budget, consistent)
    if not tried or any(abs(_fraction(printed) - rate) <= _half_a_digit(printed) for _name, rate in tried):
        return
    implied = attrs.evolve(consistent, adjusted=None).implied_adjusted
    if isinstance(implied, Undefined):
        return
    changed = attrs.evolve(consistent, adjusted=implied).adjustment_rate
    details = {"printed": printed, "implied": implied, "executed": consistent.executed, "change": changed}
    yield Finding("finding.rate-not-recomputable", Severity.WARNING, path, details)


def _tried(*budgets: Budget) -> Sequence[tuple[str, Fraction]]:
    """Expenditure over every base that the form gives."""
    return [
        (name, budget.executed.exact_ratio(base))
        for budget in budgets
        for name, base in (("original", budget.original), ("income", budget.income))
        if base and budget.executed is not None and base.unit.adds_to(budget.executed.unit)
    ]


def _fraction(rate: Quantity) -> Fraction:
    return Fraction(rate.magnitude) * rate.unit.factor


def _half_a_digit(rate: Quantity) -> Fraction:
    return Fraction(10) ** int(rate.magnitude.as_tuple().exponent) / 2 * rate.unit.factor
