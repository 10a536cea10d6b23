"""Review (审核): what is wrong, or worth a look, in an evaluation."""

from __future__ import annotations

from collections.abc import Iterator

from govperf.messages import message
from govperf.model import Evaluation, Finding, Severity
from govperf.reviewing.attainment import attainments
from govperf.reviewing.identities import CrossCheck, Suspect, Verdict, cross_checks, suspect
from govperf.reviewing.rates import printed_rates
from govperf.reviewing.scores import printed_scores
from govperf.standards import ScoringStandard
from govperf.standards import standard as built_in

__all__ = ["review"]

_SEVERITIES = {Verdict.BROKEN: Severity.ERROR, Verdict.ROUNDING: Severity.HINT}


def review(evaluation: Evaluation, *, standard: ScoringStandard | None = None) -> tuple[Finding, ...]:
    """Review (审核) of an evaluation: findings, never exceptions.

    Args:
        evaluation: As its form says.
        standard: The rule book whose limits count; MOF-2020-10 unless told otherwise.

    Returns:
        The findings, errors first, else in the order of the form: sums that do not add up and
        the figure that explains them, printed rates, targets missed or far exceeded, indicators
        that cannot be measured, printed scores that do not follow.

    Example:
        >>> from govperf.model import Budget, Department
        >>> budget = Budget(2021, executed="10万元", basic="4万元", project="3万元")
        >>> [finding.code for finding in review(Evaluation(Department("某局"), 2021, budget=budget))]
        ['finding.broken-sum']
    """
    book = standard or built_in()
    found = [*_sums(evaluation), *attainments(evaluation, book), *printed_scores(evaluation, book)]
    return tuple(sorted(found, key=lambda finding: list(Severity).index(finding.severity)))


def _sums(evaluation: Evaluation) -> Iterator[Finding]:
    checks = cross_checks(evaluation)
    culprit = suspect(checks)
    for check in checks:
        if check.verdict in _SEVERITIES:
            yield _sum(check)
    if culprit is not None:
        yield _culprit(culprit)
    yield from _not_addable(evaluation)
    yield from printed_rates(evaluation, culprit)


def _sum(check: CrossCheck) -> Finding:
    details = {"equation_en": check.explain("en"), "equation_zh": check.explain("zh")}
    return Finding(f"finding.{check.verdict.value}-sum", _SEVERITIES[check.verdict], check.path, details)


def _culprit(found: Suspect) -> Finding:
    details = {
        "name_en": found.name("en"),
        "name_zh": found.name("zh"),
        "printed": found.printed,
        "consistent": found.consistent,
        "checks_en": ", ".join(message(f"figure.{code}", {}, "en") for code in found.checks),
        "checks_zh": "、".join(message(f"figure.{code}", {}, "zh") for code in found.checks),
    }
    return Finding("finding.suspect-figure", Severity.ERROR, f"$.budget.{found.field}", details)


def _not_addable(evaluation: Evaluation) -> Iterator[Finding]:
    for i, breakdown in enumerate(evaluation.breakdowns):
        for j, part in enumerate(breakdown.parts):
            if not part.amount.unit.adds_to(breakdown.total.unit):
                details = {"name": breakdown.name, "one": breakdown.total, "other": part.amount}
                yield Finding("finding.units", Severity.ERROR, f"$.breakdowns[{i}].parts[{j}]", details)
