"""Strategies of rule books (评分标准策略): those of govperf, and others that are made of them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from govperf.model import Clause, Provenance
from govperf.standards import BUILT_IN, NotApplicable, Rounding, Rule, ScoringStandard, TotalCap, standard

__all__ = ["books"]

_CLAUSE: Final = Clause(Provenance.CHOICE, "an example")
_STRAIGHT: Final = ((0, 0), (1, 1))
_RULES: Final = (
    Rule("missed", (">=", ">"), _STRAIGHT, _CLAUSE, deductions=((0, 1), (1, 0))),
    Rule("exceeded", ("<=", "<", "="), _STRAIGHT, _CLAUSE, deductions=((0, 1), (1, 0))),
    Rule("by_excess", ("<=", "<"), _STRAIGHT, _CLAUSE, measure="excess"),
    Rule("near", ("=", "between"), ((0, 1), (1, 0)), _CLAUSE, measure="deviation"),
    Rule("share_of_it", ("=", "between"), _STRAIGHT, _CLAUSE, measure="ratio"),
    Rule("all_or_nothing", ("<=", "<"), _STRAIGHT, _CLAUSE, measure="met"),
)
"""Rules of every measure, and two that take points off."""

_CAP: Final = TotalCap(((Fraction(0), Decimal(59)), (Fraction(1, 2), Decimal(100))), _CLAUSE)
_CHANGES: Final[dict[str, tuple[Any, ...]]] = {
    "rounding": (
        Rounding(1, "half_even", _CLAUSE),
        Rounding(0, "half_up", _CLAUSE, level="total"),
        Rounding(2, "half_up", _CLAUSE, level="level"),
        Rounding(3, "half_even", _CLAUSE, rate=4),
    ),
    "not_applicable": (NotApplicable("redistribute", _CLAUSE), NotApplicable("full", _CLAUSE)),
    "total_cap": (_CAP,),
}
"""Field of a rule book → what else it may be."""


def books() -> st.SearchStrategy[ScoringStandard]:
    """Rule books of govperf (评分标准), some of them with other roundings, policies, caps and rules.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(books(), lambda book: book.total_cap is not None).name
        'MOF-2020-10'
    """
    changes = {name: st.none() | st.sampled_from(values) for name, values in _CHANGES.items()}
    given = st.builds(
        _changed,
        st.sampled_from(tuple(BUILT_IN)),
        st.fixed_dictionaries(changes),
        st.sampled_from((None, *_RULES)),
    )
    return st.one_of(st.sampled_from(tuple(BUILT_IN)).map(standard), given, given)


def _changed(name: str, changes: dict[str, Any], rule: Rule | None) -> ScoringStandard:
    kept = {field: value for field, value in changes.items() if value is not None}
    book = attrs.evolve(standard(name), **kept)
    return book if rule is None else book.with_rules(rule)
