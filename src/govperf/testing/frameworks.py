"""Strategies of what indicators are sorted by (指标体系策略): categories, taxonomies, common indicators."""

from __future__ import annotations

from functools import cache
from typing import Final

import attrs
from hypothesis import strategies as st

from govperf.model import Clause, Provenance
from govperf.standards import (
    TAXONOMIES,
    Category,
    CommonIndicator,
    Taxonomy,
    taxonomy,
)
from govperf.standards import common_indicators as carried
from govperf.standards.common import COMMON
from govperf.testing.printed import names
from govperf.testing.weights import mostly, one_of_many

__all__ = ["categories", "common_indicators", "taxonomies"]

_CLAUSE: Final = Clause(Provenance.CHOICE, "an example")
_LABELS: Final = st.text("产出效益质量数时社会经济生态满意度", min_size=1, max_size=4)


def categories() -> st.SearchStrategy[Category]:
    """Categories (指标类别) of the taxonomies that govperf carries, and first levels of others.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(categories(), lambda category: category.above).labels
        ('产出', '数量')
    """
    return mostly(one_of_many(_known), _first_levels().map(lambda several: several[0]))


@cache
def _known() -> list[Category]:
    return [category for name in TAXONOMIES for category in taxonomy(name).categories]


def _first_levels() -> st.SearchStrategy[list[Category]]:
    labels = st.lists(_LABELS, min_size=1, max_size=4, unique=True)
    return labels.map(
        lambda found: [Category(f"level{place}", label, label) for place, label in enumerate(found)]
    )


def taxonomies() -> st.SearchStrategy[Taxonomy]:
    """Taxonomies (指标体系分类) that govperf carries, and small ones of first levels alone.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(taxonomies(), lambda one: len(one.categories) < 3).find(["产"]).code
        'level0'
    """
    own = st.builds(
        Taxonomy,
        name=names(),
        title=names(),
        english=names(),
        clause=st.just(_CLAUSE),
        categories=_first_levels(),
    )
    return st.sampled_from(tuple(TAXONOMIES)).map(taxonomy) | own


def common_indicators() -> st.SearchStrategy[CommonIndicator]:
    """Common indicators (共性指标) that govperf carries, some of them under another name.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(common_indicators(), lambda one: one.framework == "2013-project").name
        '项目立项规范性'
    """
    known = one_of_many(lambda: [one for name in COMMON for one in carried(name)])
    return known | st.builds(_renamed, known, names())


def _renamed(indicator: CommonIndicator, name: str) -> CommonIndicator:
    return attrs.evolve(indicator, name=name)
