"""Strategies of what a review says (审核结果策略): figures, findings, and findings that somebody accepts."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from hypothesis import strategies as st

from govperf.model import Acceptance, Clause, Figure, Finding, Findings, Provenance, Severity
from govperf.standards import BUILT_IN
from govperf.testing.printed import names, texts
from govperf.testing.remarks import codes_of, details_of
from govperf.testing.rows import periods
from govperf.testing.weights import mostly, one_of_these, records

__all__ = ["acceptances", "figures", "findings", "places", "reviews"]

_PATHS: Final = (
    "$",
    "$.budget.executed",
    "$.goals[0].indicators[2]",
    "$.goals[1].goals[0].indicators[0].actual",
)
_FAMILIES: Final = ("", "identities", "weights", "scores", "targets", "wording", "evidence", "consistency")
_SENTENCES: Final = ("zh", "en", "settle_zh", "settle_en")


def places() -> st.SearchStrategy[str]:
    """Places in a form (位置), as a finding says them.

    Returns:
        A strategy.
    """
    return st.sampled_from(_PATHS)


def figures() -> st.SearchStrategy[Figure]:
    """Figures (相关数字) that a finding is about, each with its place.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(figures(), lambda figure: figure.path != "$")
        Figure(path='$.budget.executed', value='')
    """
    return st.builds(Figure, places(), texts())


def acceptances() -> st.SearchStrategy[Acceptance]:
    """Acceptances (认可) of findings that a review may have, with their figures or whatever they become.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(acceptances(), lambda acceptance: acceptance.path != "$").reason
        '甲'
    """
    fixed = {"code": mostly(st.sampled_from(_codes()), names()), "path": _paths(), "reason": names()}
    return records(Acceptance, fixed, {"by": texts(), "date": periods(), **_kept()})


def _kept() -> dict[str, st.SearchStrategy[Any]]:
    """What an acceptance may keep of its finding."""
    details = st.dictionaries(st.sampled_from(("name", "rate")), texts(), min_size=1)
    return {"severity": st.sampled_from(Severity), "details": details, "figures": _several()}


def findings() -> st.SearchStrategy[Finding]:
    """Findings (审核发现) with every code that a review may speak, and any details.

    Returns:
        A strategy; each finding explains itself in both languages.

    Example:
        >>> from hypothesis import find
        >>> find(findings(), lambda finding: finding.code == "finding.missed").explain("en")
        ': the target is missed, completion rate '
    """
    return st.sampled_from(_codes()).flatmap(_of_code)


def reviews() -> st.SearchStrategy[Findings]:
    """Findings of a whole review (审核结果), in any order.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(reviews(), lambda review: len(review) > 1).counts()["error"]
        2
    """
    cells = {"found": st.lists(findings(), max_size=4), "standard": one_of_these(tuple(BUILT_IN), ("",))}
    return records(Findings, {}, {}, cells)


def _codes() -> list[str]:
    return codes_of("finding.")


def _paths() -> st.SearchStrategy[str]:
    return mostly(st.sampled_from(_PATHS), names())


def _several() -> st.SearchStrategy[list[Figure]]:
    return st.lists(figures(), max_size=3)


@cache
def _of_code(code: str) -> st.SearchStrategy[Finding]:
    """With all that its sentence names."""
    fixed: dict[str, st.SearchStrategy[Any]] = {
        "code": st.just(code),
        "severity": st.sampled_from(Severity),
        "path": st.sampled_from(_PATHS),
        "details": details_of(code),
    }
    cells: dict[str, st.SearchStrategy[Any]] = {
        "figures": _several(),
        "family": st.sampled_from(_FAMILIES),
        "clause": st.builds(Clause, st.sampled_from(Provenance), texts()),
        "texts": st.dictionaries(st.sampled_from(_SENTENCES), names(), max_size=4),
        "accepted": acceptances(),
    }
    return records(Finding, fixed, cells)
