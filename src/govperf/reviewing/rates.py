"""Printed rates (比率核对): can the form's own figures explain them?"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs

from govperf.errors import InputError
from govperf.messages import message
from govperf.model import Budget, Evaluation, Finding, Severity, Undefined
from govperf.reviewing.identities import Suspect, half_a_digit
from govperf.units import Quantity

__all__ = ["printed_rates"]


def printed_rates(evaluation: Evaluation, culprit: Suspect | None) -> Iterator[Finding]:
    """Findings on the rates of a budget (比率核对).

    Args:
        evaluation: With a budget or without.
        culprit: The budget figure that is wrong, if one is known.

    Yields:
        A budget of another year; more spent than budgeted; a printed rate that disagrees with its
        parts, cannot be recomputed, or has no parts at all.
    """
    budget = evaluation.budget
    if budget is None:
        return
    if budget.year != evaluation.year:
        years = {"year": evaluation.year, "budget": budget.year}
        yield Finding("finding.budget-year", Severity.WARNING, "$.budget.year", years)
    computed = budget.execution_rate
    if not isinstance(computed, Undefined) and computed.exact > 1:
        yield Finding("finding.over-budget", Severity.WARNING, "$.budget.executed", {"rate": computed})
    if budget.reported_execution_rate is not None:
        yield from _execution(budget, budget.reported_execution_rate, culprit)
    if budget.reported_completion_rate is not None and budget.executed is None:
        yield _without_parts("reported_completion_rate", budget.reported_completion_rate)


def _without_parts(field: str, printed: Quantity) -> Finding:
    names = {f"name_{lang}": message(f"figure.{field}", {}, lang) for lang in ("en", "zh")}
    details = {"printed": printed, **names}
    return Finding("finding.rate-without-parts", Severity.HINT, f"$.budget.{field}", details)


def _execution(budget: Budget, printed: Quantity, culprit: Suspect | None) -> Iterator[Finding]:
    path = "$.budget.reported_execution_rate"
    computed = budget.execution_rate
    if not isinstance(computed, Undefined):
        if not _explains(computed.exact, printed):
            details = {"printed": printed, "computed": computed}
            yield Finding("finding.rate-differs", Severity.ERROR, path, details)
        return
    if budget.executed is None:
        yield _without_parts("reported_execution_rate", printed)
        return
    consistent = budget
    if culprit is not None and culprit.field == "executed":
        consistent = attrs.evolve(budget, executed=culprit.consistent)
    if not any(_explains(rate, printed) for rate in (*_bases(budget), *_bases(consistent))):
        yield from _implied(consistent, printed, path)


def _implied(budget: Budget, printed: Quantity, path: str) -> Iterator[Finding]:
    """The adjusted budget that would explain the printed rate."""
    try:
        implied = budget.implied_adjusted
    except InputError:  # too large to be an amount
        return
    if isinstance(implied, Undefined):
        return
    changed = attrs.evolve(budget, adjusted=implied).adjustment_rate
    details: dict[str, object] = {"printed": printed, "implied": implied, "executed": budget.executed}
    for lang in ("en", "zh"):
        known = not isinstance(changed, Undefined)
        details[f"change_{lang}"] = message("figure.change", {"change": changed}, lang) if known else ""
    yield Finding("finding.rate-not-recomputable", Severity.WARNING, path, details)


def _bases(budget: Budget) -> Iterator[Fraction]:
    """Expenditure over every base that the form gives."""
    for base in (budget.original, budget.income):
        if base and budget.executed is not None:
            yield budget.executed.exact_ratio(base)


def _explains(rate: Fraction, printed: Quantity) -> bool:
    """Whether a rate, rounded, is what the form prints."""
    factor = printed.unit.factor
    return abs(Fraction(printed.magnitude) * factor - rate) <= half_a_digit(printed) * factor
