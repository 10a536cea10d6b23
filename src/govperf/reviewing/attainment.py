"""Targets and actuals (完成情况审核): what stands out when they are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Final

from govperf.errors import TargetError, UnitError
from govperf.model import Approximation, CompletionRate, Evaluation, Finding, Indicator, Severity, Undefined
from govperf.scoring import completion_rate
from govperf.standards import ScoringStandard

__all__ = ["attainments"]

Check = Callable[[CompletionRate, ScoringStandard], bool]

_CHECKS: Final[Mapping[str, tuple[Severity, Check]]] = {
    "finding.missed": (Severity.HINT, lambda rate, _: not rate.met),
    "finding.far-over": (
        Severity.WARNING,
        lambda rate, book: rate.exact >= Fraction(book.over_fulfilment.value),
    ),
    "finding.approximate": (Severity.HINT, lambda rate, _: rate.approximation is not Approximation.EXACT),
}
"""Code → severity and the test that a completion rate must pass to be found."""


def attainments(evaluation: Evaluation, standard: ScoringStandard) -> Iterator[Finding]:
    """Findings on the indicators of an evaluation (完成情况审核).

    Args:
        evaluation: With indicators or without.
        standard: Says from when a target counts as far exceeded.

    Yields:
        Targets that cannot be read, missed or far exceeded, approximate actuals, indicators that
        cannot be measured and actuals that do not measure what the target does.
    """
    for path, indicator in evaluation.indicators():
        fault = None if indicator.target is None else indicator.target.fault
        if fault is not None:
            yield _unreadable(path, indicator, fault)
            continue
        try:
            rate = completion_rate(indicator.target, indicator.actual, year=evaluation.year)
        except UnitError as error:
            units = {"name": indicator.name, "one": error.details["one"], "other": error.details["other"]}
            yield Finding("finding.units", Severity.ERROR, f"{path}.actual", units)
            continue
        if isinstance(rate, Undefined):
            yield _unmeasurable(path, indicator, rate)
            continue
        details = _figures(indicator, rate)
        for code, (severity, found) in _CHECKS.items():
            if found(rate, standard):
                yield Finding(code, severity, f"{path}.actual", details)


def _unreadable(path: str, indicator: Indicator, fault: TargetError) -> Finding:
    """Somebody meant a number, and nobody can read it."""
    details = {"name": indicator.name, "reason_en": fault.explain("en"), "reason_zh": fault.explain("zh")}
    return Finding("finding.target-fault", Severity.WARNING, f"{path}.target", details)


def _unmeasurable(path: str, indicator: Indicator, reason: Undefined) -> Finding:
    """No rate: a date that was missed says more than a text that nobody can measure."""
    if reason.code == "undefined.date-missed":
        details = {"name": indicator.name, **dict(reason.details)}
        return Finding("finding.date-missed", Severity.HINT, f"{path}.actual", details)
    details = {"name": indicator.name, "reason_en": reason.explain("en"), "reason_zh": reason.explain("zh")}
    return Finding("finding.unmeasurable", Severity.HINT, path, details)


def _figures(indicator: Indicator, rate: CompletionRate) -> dict[str, object]:
    target, actual = indicator.target, indicator.actual
    return {
        "name": indicator.name,
        "target": str(target or ""),
        "actual": str(actual or ""),
        "rate": rate,
    }
