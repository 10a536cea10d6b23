"""Origins (沿用来源): from which rule book a part of another one was taken as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import attrs

from govperf.errors import StandardError
from govperf.standards.claims import claims
from govperf.standards.rules import Rule, ScoringRule

if TYPE_CHECKING:
    from govperf.standards.rulebook import ScoringStandard

__all__ = ["origin", "origin_of_rule"]


def origin(book: ScoringStandard, part: Callable[[ScoringStandard], object]) -> str:
    """The rule book that a part was taken from (沿用来源).

    Args:
        book: The one that has it.
        part: Gives the part of a rule book, with its clause.

    Returns:
        The name of the farthest of the books below it with the same part; "" where the part is its own, or
        the book that it extends is not known.

    Example:
        >>> from govperf.standards import standard
        >>> book = standard("HUBEI-2020")
        >>> origin(book, lambda one: one.rounding), origin(book, lambda one: one.levels)
        ('MOF-2020-10', '')
    """
    mine, found = part(book), ""
    for base in _below(book):
        if part(base) != mine:
            break
        found = base.name
    return found


def origin_of_rule(book: ScoringStandard, rule: ScoringRule) -> str:
    """The rule book that a rule was taken from (规则的沿用来源), with all its targets or some of them.

    Args:
        book: The one that has it.
        rule: One of its rules.

    Returns:
        As for `origin`.

    Example:
        >>> from govperf.standards import standard
        >>> book = standard("MOF-2021-101")
        >>> origin_of_rule(book, book.rule("deadline")), origin_of_rule(book, book.rule("threshold"))
        ('MOF-2020-10', '')
    """
    return origin(book, lambda one: any(_is_of(rule, other) for other in one.rules))


def _is_of(rule: ScoringRule, other: ScoringRule) -> bool:
    """Whether a rule is another one, for no more targets than that."""
    return claims(rule) <= claims(other) and _bare(rule) == _bare(other)


def _bare(rule: ScoringRule) -> ScoringRule:
    if not isinstance(rule, Rule):
        return rule
    return attrs.evolve(rule, operators=(), categories=(), indicators=())


def _below(book: ScoringStandard) -> Iterator[ScoringStandard]:
    """The rule book that another extends, the one that that extends, and so on, as far as they are known."""
    from govperf.standards.loading import standard  # noqa: PLC0415 - the loader knows the books, which know this

    seen = {book.name}
    while book.extends:
        try:
            book = standard(book.extends)
        except StandardError:
            return
        if book.name in seen:  # one of a package, whose names are its own affair
            return
        seen.add(book.name)
        yield book
