"""Strategies of what a review works with (审核项策略): checks, hits, forms under review and their rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from hypothesis import strategies as st

from govperf.model import Severity
from govperf.reviewing import CHECKS, Check, Checks, Form, Hit, Row, check
from govperf.testing.books import scoring_standards
from govperf.testing.forms import evaluations
from govperf.testing.printed import texts
from govperf.testing.published import scored_evaluations
from govperf.testing.reviewed import places
from govperf.testing.weights import mostly, one_of_many

__all__ = ["check_sets", "checks", "hits", "review_forms", "review_rows"]


@check("example.each-row", "hint", zh="{name}", en="{name}")
def each_row(form: Form) -> Iterator[Hit]:
    """A check that finds every row (逐行命中), as one's own checks may."""
    for row in form.rows:
        yield Hit(row.path, {"name": row.indicator.name})


@check("example.never", "error", zh="无", en="nothing")
def never(_: Form) -> Iterator[Hit]:
    """A check that finds nothing (从不命中)."""
    yield from ()


_EVERY: Final = (*CHECKS, each_row, never)


def checks() -> st.SearchStrategy[Check]:
    """Checks (审核项): those of govperf, one that finds every row and one that finds nothing.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(checks(), lambda check: check.family == "own").code
        'example.each-row'
    """
    return one_of_many(lambda: _EVERY)


def check_sets() -> st.SearchStrategy[Checks]:
    """Checks to review by (审核项集): all of govperf, or a few, in any order.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> len(find(check_sets(), lambda several: len(several) == 2))
        2
    """
    few = st.lists(checks(), max_size=4, unique_by=lambda one: one.code)
    return few.map(Checks) | one_of_many(lambda: [CHECKS])


def hits() -> st.SearchStrategy[Hit]:
    """Hits (命中) of a check, with any details and figures.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(hits(), lambda hit: hit.severity is Severity.HINT).path
        '$'
    """
    said = st.dictionaries(st.sampled_from(("name", "rate", "total")), texts(), max_size=2)
    figures = st.dictionaries(places(), texts(), max_size=2)
    return st.builds(Hit, places(), said, figures, st.none() | st.sampled_from(Severity))


def review_forms() -> st.SearchStrategy[Form]:
    """Forms under review (待审评价) of any content or in order, some with that of the year before.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import given, settings
        >>> @settings(max_examples=20)
        ... @given(checks(), review_forms())
        ... def test_a_check_finds_what_it_can_explain(check, form):
        ...     assert all(finding.code for finding in check(form))
        >>> test_a_check_finds_what_it_can_explain()
    """
    forms = evaluations() | scored_evaluations()
    return st.builds(Form, forms, scoring_standards(), mostly(st.none(), forms))


def review_rows() -> st.SearchStrategy[Row]:
    """Rows (指标行) of forms under review.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(review_rows(), lambda row: row.indicator.weight).path
        '$.goals[0].indicators[0]'
    """
    in_order = st.builds(Form, scored_evaluations(), scoring_standards())
    forms = in_order | review_forms().filter(lambda form: form.rows)
    return forms.flatmap(lambda form: st.sampled_from(form.rows))
