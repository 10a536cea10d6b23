"""Printed scores (得分核对): do they follow from the targets and actuals beside them?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govperf.model import Evaluation, Finding, Score, Scorecard, Severity
from govperf.scoring import evaluate
from govperf.standards import ScoringStandard

__all__ = ["printed_scores"]


def printed_scores(evaluation: Evaluation, standard: ScoringStandard) -> Iterator[Finding]:
    """Findings on the scores that a form prints (得分核对).

    Args:
        evaluation: With printed scores or without.
        standard: The rule book by which the scores are computed.

    Yields:
        A printed score above its weight, or other than the computed one; a printed total above
        what is possible, or other than the computed one. What cannot be computed is not compared.
    """
    card = evaluate(evaluation, standard=standard)
    if evaluation.budget is not None:
        budget = evaluation.budget
        yield from _printed(budget.reported_points, card.budget_score, "$.budget")
    for (path, indicator), computed in zip(evaluation.indicators(), card.scores, strict=True):
        yield from _printed(indicator.reported_points, computed, path)
    if evaluation.reported_total is not None:
        yield from _total(evaluation.reported_total, card, standard)


def _total(printed: Decimal, card: Scorecard, standard: ScoringStandard) -> Iterator[Finding]:
    """The printed total beside what is possible and beside the computed one."""
    details: dict[str, object] = {"printed": printed}
    if printed > standard.full.value:
        details["full"] = standard.full.value
        yield Finding("finding.total-over-full", Severity.ERROR, "$.reported_total", details)
    elif isinstance(card.total, Decimal) and printed != card.total:
        details |= {"computed": card.total, "standard": card.standard}
        yield Finding("finding.total-differs", Severity.WARNING, "$.reported_total", details)


def _printed(printed: Decimal | None, computed: Score, path: str) -> Iterator[Finding]:
    """One printed score beside its weight and beside what follows from the figures."""
    if printed is None:
        return
    place = f"{path}.reported_points"
    details: dict[str, object] = {"name": computed.name, "printed": printed, "standard": computed.standard}
    if isinstance(computed.full, Decimal) and printed > computed.full:
        details["weight"] = computed.full
        yield Finding("finding.points-over-weight", Severity.ERROR, place, details)
    elif isinstance(computed.points, Decimal) and printed != computed.points:
        details["computed"] = computed.points
        yield Finding("finding.points-differ", Severity.WARNING, place, details)
