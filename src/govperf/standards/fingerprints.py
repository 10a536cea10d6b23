"""Fingerprints of rule books (校验值): a hash of all that decides a number, however it is written."""

from __future__ import annotations

from fractions import Fraction
from hashlib import sha256
from typing import TYPE_CHECKING

from govperf.standards.claims import claims
from govperf.standards.rules import Rule, ScoringRule

if TYPE_CHECKING:
    from govperf.standards.rulebook import ScoringStandard

__all__ = ["fingerprint_of"]


def fingerprint_of(book: ScoringStandard) -> str:
    """The fingerprint of a rule book (校验值).

    The names of the book, titles and sources do not count, nor does the order of the rules, nor how a
    number is written.

    Args:
        book: Any.

    Returns:
        A hash in hexadecimal digits; "" where a rule is a class of somebody's own, whose code nobody can
        hash, and has no `fingerprint` of its own.

    Example:
        >>> from govperf.standards import standard
        >>> len(fingerprint_of(standard()))
        64
    """
    rules = [_of_rule(rule) for rule in book.rules]
    if not all(rules):
        return ""
    rounding, cap = book.rounding, book.total_cap
    numbers = (
        sorted(rules),
        book.taxonomy,
        [Fraction(item.value) for item in (book.execution_points, book.over_fulfilment)],
        [Fraction(item.value) for item in (book.approximation, book.full)],
        (book.execution_rule, book.execution_finished),
        [(one.label, one.aliases, one.lower, one.upper, one.minus) for one in book.levels.levels],
        book.not_applicable.policy,
        (rounding.digits, rounding.mode, rounding.level, rounding.rate),
        [(rate, Fraction(most)) for rate, most in cap.bands] if cap else None,
        [(grade.label, grade.name, Fraction(grade.lower)) for grade in book.grades],
    )
    return sha256(repr(numbers).encode()).hexdigest()


def _of_rule(rule: ScoringRule) -> str:
    """What a rule does, as text; "" for one that is code and does not say."""
    if isinstance(rule, Rule):
        return repr((rule.name, sorted(claims(rule)), rule.measure.value, rule.unit, tuple(rule.table)))
    own = getattr(rule, "fingerprint", "")
    return repr((rule.name, sorted(claims(rule)), own)) if isinstance(own, str) and own else ""
