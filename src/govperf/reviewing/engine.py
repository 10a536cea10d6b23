"""Review (审核): what is wrong, or worth a look, in an evaluation."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

import attrs

from govperf.errors import StandardError
from govperf.limits import LIMITS
from govperf.model import (
    Breakdown,
    Budget,
    BudgetLine,
    Clause,
    Department,
    Evaluation,
    Finding,
    Findings,
    Goal,
    Indicator,
    Provenance,
    Severity,
    Staffing,
    Subtotal,
)
from govperf.model.fields import expect
from govperf.reviewing.catalogue import CHECKS
from govperf.reviewing.checks import Check, Checks
from govperf.reviewing.consistency.years import YEARS
from govperf.reviewing.form import Form
from govperf.scoring import standard_of
from govperf.standards import ScoringStandard
from govperf.standards import standard as built_in

__all__ = ["review", "rule_book"]

_RANKS: Final = {severity: rank for rank, severity in enumerate(Severity)}
_CLASSES: Final = (
    Evaluation,
    Department,
    Budget,
    BudgetLine,
    Goal,
    Indicator,
    Breakdown,
    Subtotal,
    Staffing,
)
_PLACES: Final = {
    name: place
    for place, name in enumerate(dict.fromkeys(field.name for cls in _CLASSES for field in attrs.fields(cls)))
}
"""The fields in the order of the form."""

_OURS: Final = "finding."
_FORM: Final = "form"
_UNKNOWN: Final = "standard.unknown"
_CLAUSE: Final = Clause(Provenance.CHOICE, "what a review says of itself")
_STEPS: Final = re.compile(r"[^.\[\]]+")


def review(
    evaluation: Evaluation,
    *,
    standard: ScoringStandard | None = None,
    previous: Evaluation | None = None,
    checks: Iterable[Check] = CHECKS,
) -> Findings:
    """Review (审核) of an evaluation: findings, never exceptions.

    Args:
        evaluation: As its form says.
        standard: The rule book whose limits count; else the one that the evaluation names, else MOF-2020-10.
        previous: The same form of the year before, for what is compared from year to year.
        checks: What is looked for; all checks of govperf unless told otherwise.

    Returns:
        The findings, errors first, each kind in the order of the form; the order of the checks is no matter.
        Those that the evaluation accepts say so.

    Raises:
        StandardError: The standard has no rule for a target.
        TypeError: An argument is of another type.

    Example:
        >>> from govperf.model import Budget, Department
        >>> budget = Budget(2021, executed="10万元", basic="4万元", project="3万元")
        >>> [finding.code for finding in review(Evaluation(Department("某局"), 2021, budget=budget))]
        ['finding.broken-sum']
        >>> len(review(Evaluation(Department("某局"), 2021, budget=budget), checks=CHECKS.only("weights")))
        0
    """
    expect(Evaluation, evaluation)
    if standard is not None:
        expect(ScoringStandard, standard)
    if previous is not None:
        expect(Evaluation, previous)
    book, unknown = (standard, ()) if standard else rule_book(evaluation)
    form = Form(evaluation, book, previous)
    made = checks if isinstance(checks, Checks) else Checks(checks)
    found = [*unknown, *(finding for one in made for finding in one(form))]
    marked = _accepted(found, evaluation, _asked(made, previous)) if evaluation.accepted else found
    return Findings(_first(sorted(marked, key=_order)), book.name)


def rule_book(evaluation: Evaluation) -> tuple[ScoringStandard, tuple[Finding, ...]]:
    """The rule book that an evaluation names (所依据的评分标准), and what is wrong with the name.

    Args:
        evaluation: Its `standard` is the name, "" for none.

    Returns:
        The standard; MOF-2020-10 and a finding where nobody knows the name.

    Raises:
        StandardError: An installed package brings the rule book, and it is wrong.

    Example:
        >>> book, findings = rule_book(Evaluation("某局", 2023, standard="某市办法"))
        >>> book.name, findings[0].code
        ('MOF-2020-10', 'finding.standard-unknown')
    """
    try:
        return standard_of(evaluation), ()
    except StandardError as error:
        if error.code != _UNKNOWN:  # a book that is there and broken is no fault of the form
            raise
        details = {"name": evaluation.standard, "standard": built_in().name}
        found = Finding(
            "finding.standard-unknown", Severity.WARNING, "$.standard", details, family=_FORM, clause=_CLAUSE
        )
        return built_in(), (found,)


def _first(found: Sequence[Finding]) -> Sequence[Finding]:
    """As many findings as a list may have; the last one says how many more there are."""
    kept, more = found[: LIMITS.items - 1], found[LIMITS.items - 1 :]
    if len(more) <= 1:
        return found
    count = Finding("finding.more", more[0].severity, "$", {"count": len(more)}, family=_FORM, clause=_CLAUSE)
    return [*kept, count]


def _asked(checks: Checks, previous: Evaluation | None) -> set[str]:
    """The codes of what is looked for: without a form of the year before nothing from year to year."""
    return {one.code for one in checks if previous is not None or one not in YEARS}


def _accepted(found: Iterable[Finding], evaluation: Evaluation, asked: Collection[str]) -> Iterator[Finding]:
    """Each finding with the acceptance that covers it; acceptances of nothing are findings themselves."""
    unused = dict(enumerate(evaluation.accepted))
    held: dict[tuple[str, str], list[int]] = {}
    for i, acceptance in unused.items():
        held.setdefault((acceptance.code, acceptance.path), []).append(i)
    for finding in found:
        same = held.get((finding.code, finding.path), ())
        covering = [i for i in same if evaluation.accepted[i].covers(finding)]
        for i in covering:
            unused.pop(i, None)
        yield attrs.evolve(finding, accepted=evaluation.accepted[covering[0]]) if covering else finding
    for i, acceptance in unused.items():
        if _was_looked_for(acceptance.code, asked):
            details = {"code": acceptance.code, "path": acceptance.path}
            path = f"$.accepted[{i}]"
            yield Finding(
                "finding.acceptance-unused", Severity.HINT, path, details, family=_FORM, clause=_CLAUSE
            )


def _was_looked_for(code: str, asked: Collection[str]) -> bool:
    """Not a check that is switched off, nor one of somebody's own that was not brought along."""
    return code in asked or (code.startswith(_OURS) and code not in {one.code for one in CHECKS})


def _order(finding: Finding) -> tuple[int, list[tuple[int, str]], str, tuple[object, ...]]:
    """Errors first, then as the form goes."""
    place = [_step(step) for step in _STEPS.findall(finding.path)]
    return _RANKS[finding.severity], place, finding.code, finding.details


def _step(step: str) -> tuple[int, str]:
    """A field by its place in the form, an item of a list by its number."""
    if step.isdecimal() and len(step) < _DIGITS:
        return int(step), ""
    return _PLACES.get(step, -1 if step == "$" else len(_PLACES)), step


_DIGITS: Final = 10
