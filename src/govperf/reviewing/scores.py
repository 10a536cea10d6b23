"""Printed scores (得分核对): do they follow from the targets and actuals beside them?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govperf.model import Evaluation, Finding, Severity
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
    for (path, indicator), computed in zip(evaluation.indicators(), card.scores, strict=True):
        printed, place = indicator.reported_points, f"{path}.reported_points"
        if printed is None:
            continue
        details = {"name": indicator.name, "printed": printed, "standard": card.standard}
        if indicator.weight is not None and printed > indicator.weight:
            details |= {"weight": indicator.weight}
            yield Finding("finding.points-over-weight", Severity.ERROR, place, details)
        elif isinstance(computed.points, Decimal) and printed != computed.points:
            details |= {"computed": computed.points}
            yield Finding("finding.points-differ", Severity.WARNING, place, details)
    total = evaluation.reported_total
    if total is not None and total > standard.full.value:
        details = {"printed": total, "full": standard.full.value}
        yield Finding("finding.total-over-full", Severity.ERROR, "$.reported_total", details)
    elif total is not None and isinstance(card.total, Decimal) and total != card.total:
        details = {"printed": total, "computed": card.total, "standard": card.standard}
        yield Finding("finding.total-differs", Severity.WARNING, "$.reported_total", details)
