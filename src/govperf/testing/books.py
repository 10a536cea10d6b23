"""Strategies of rule books (评分标准策略): those of govperf, others that are made of them, and rules."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from govperf.model import Clause, Provenance
from govperf.standards import (
    BUILT_IN,
    Measure,
    NotApplicable,
    Rounding,
    Rule,
    ScoringStandard,
    TotalCap,
    standard,
)
from govperf.testing.printed import names
from govperf.testing.weights import one_of_many

__all__ = ["rules", "scoring_standards"]

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

_MEASURES: Final = tuple(measure for measure in Measure if measure is not Measure.ACTUAL)
"""All but the one that has a unit."""

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


def rules() -> st.SearchStrategy[Rule]:
    """Rules (计分规则) of every measure: those of the rule books of govperf, and others with any line.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(rules(), lambda rule: rule.measure.value == "deviation").name
        'near'
    """
    return one_of_many(_known) | st.builds(
        Rule, names(), _operators(), _lines(), st.just(_CLAUSE), measure=st.sampled_from(_MEASURES)
    )


@cache
def _known() -> list[Rule]:
    carried = [rule for name in BUILT_IN for rule in standard(name).rules if isinstance(rule, Rule)]
    return [*_RULES, *dict.fromkeys(carried)]


def _operators() -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from((">=", ">", "=", "between", "<=", "<")), min_size=1, unique=True)


def _lines() -> st.SearchStrategy[list[tuple[Fraction, Fraction]]]:
    """Points of a line, from left to right; it need not rise."""
    figures = st.lists(st.fractions(-3, 3, max_denominator=24), min_size=1, max_size=5, unique=True)
    shares = st.lists(st.fractions(0, 1, max_denominator=24), min_size=5, max_size=5)
    return st.builds(_line, figures, shares)


def _line(figures: list[Fraction], shares: list[Fraction]) -> list[tuple[Fraction, Fraction]]:
    return list(zip(sorted(figures), shares, strict=False))


def scoring_standards() -> st.SearchStrategy[ScoringStandard]:
    """Rule books of govperf (评分标准), some of them with other roundings, policies, caps and rules.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(scoring_standards(), lambda book: book.total_cap is not None).name
        'MOF-2020-10'
    """
    changes = {name: st.none() | st.sampled_from(values) for name, values in _CHANGES.items()}
    given = st.builds(
        _changed,
        st.sampled_from(tuple(BUILT_IN)),
        st.fixed_dictionaries(changes),
        one_of_many(lambda: (None, *_RULES)),
    )
    return st.one_of(st.sampled_from(tuple(BUILT_IN)).map(standard), given, given)


def _changed(name: str, changes: dict[str, Any], rule: Rule | None) -> ScoringStandard:
    kept = {field: value for field, value in changes.items() if value is not None}
    book = attrs.evolve(standard(name), **kept)
    return book if rule is None else book.with_rules(rule)
