"""Review (审核): what is wrong, or worth a look, in an evaluation."""

from __future__ import annotations

from collections.abc import Iterator

from govperf.errors import StandardError
from govperf.model import Evaluation, Finding, Severity
from govperf.model.budget_figures import figure_name
from govperf.model.fields import expect
from govperf.reviewing.attainment import attainments
from govperf.reviewing.identities import CrossCheck, Suspect, Verdict, cross_checks, suspect
from govperf.reviewing.rates import printed_rates
from govperf.reviewing.scores import printed_scores
from govperf.scoring import standard_of
from govperf.standards import ScoringStandard
from govperf.standards import standard as built_in

__all__ = ["review", "rule_book"]

_SEVERITIES = {Verdict.BROKEN: Severity.ERROR, Verdict.ROUNDING: Severity.HINT}


def review(evaluation: Evaluation, *, standard: ScoringStandard | None = None) -> tuple[Finding, ...]:
    """Review (审核) of an evaluation: findings, never exceptions.

    Args:
        evaluation: As its form says.
        standard: The rule book whose limits count; else the one that the evaluation names, else MOF-2020-10.

    Returns:
        The findings, errors first, else in the order of the form: sums that do not add up and
        the figure that explains them, printed rates, targets missed or far exceeded, indicators
        that cannot be measured, printed scores that do not follow.

    Raises:
        TypeError: The argument is no evaluation.

    Example:
        >>> from govperf.model import Budget, Department
        >>> budget = Budget(2021, executed="10万元", basic="4万元", project="3万元")
        >>> [finding.code for finding in review(Evaluation(Department("某局"), 2021, budget=budget))]
        ['finding.broken-sum']
    """
    expect(Evaluation, evaluation)
    book, unknown = (standard, ()) if standard else rule_book(evaluation)
    found = [*unknown, *_sums(evaluation), *attainments(evaluation, book), *printed_scores(evaluation, book)]
    return tuple(sorted(found, key=lambda finding: list(Severity).index(finding.severity)))


def rule_book(evaluation: Evaluation) -> tuple[ScoringStandard, tuple[Finding, ...]]:
    """The rule book that an evaluation names (所依据的评分标准), and what is wrong with the name.

    Args:
        evaluation: Its `standard` is the name, "" for none.

    Returns:
        The standard; MOF-2020-10 and a finding where nobody knows the name.

    Example:
        >>> book, findings = rule_book(Evaluation("某局", 2023, standard="某市办法"))
        >>> book.name, findings[0].code
        ('MOF-2020-10', 'finding.standard-unknown')
    """
    try:
        return standard_of(evaluation), ()
    except StandardError:
        details = {"name": evaluation.standard, "standard": built_in().name}
        return built_in(), (Finding("finding.standard-unknown", Severity.WARNING, "$.standard", details),)


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
        "checks_en": ", ".join(figure_name(code, "en") for code in found.checks),
        "checks_zh": "、".join(figure_name(code, "zh") for code in found.checks),
    }
    return Finding("finding.suspect-figure", Severity.ERROR, f"$.budget.{found.field}", details)


def _not_addable(evaluation: Evaluation) -> Iterator[Finding]:
    for i, breakdown in enumerate(evaluation.breakdowns):
        for j, part in enumerate(breakdown.parts):
            if not part.amount.unit.adds_to(breakdown.total.unit):
                details = {"name": breakdown.name, "one": breakdown.total, "other": part.amount}
                yield Finding("finding.units", Severity.ERROR, f"$.breakdowns[{i}].parts[{j}]", details)
