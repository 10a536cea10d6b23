"""Claims of rules (规则的适用范围): which targets a rule is for, and what one book takes from another."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Final

import attrs

from govperf.errors import StandardError
from govperf.limits import LIMITS
from govperf.standards.faults import below, gathered
from govperf.standards.rules import Rule, ScoringRule, plain_name

__all__ = ["Claim", "claims", "over"]

Claim = tuple[str, str, str]
"""An operator, the name of an indicator or "", and a category or ""."""

_ALL: Final = ("",)


def claims(rule: ScoringRule) -> set[Claim]:
    """What a rule is for (适用范围): each operator with each name and each category.

    Args:
        rule: Of a book.

    Returns:
        Its claims; a rule without operators has none.

    Raises:
        StandardError: It names more than can be kept apart.
    """
    names, codes = rule.indicators or _ALL, rule.categories or _ALL
    if len(rule.operators) * len(names) * len(codes) > LIMITS.items:
        raise StandardError("limit.items", path=below("rules", rule.name), details={"limit": LIMITS.items})
    plain = [plain_name(name) for name in names]
    return {(operator, name, code) for operator in rule.operators for name in plain for code in codes}


def over(
    base: Iterable[ScoringRule], above: Iterable[ScoringRule], kept: Container[str]
) -> tuple[ScoringRule, ...]:
    """Some rules over others (规则的覆盖): what they claim, the others lose; one of their names goes.

    Args:
        base: The rules of the book that is extended.
        above: The rules that take the place of some.
        kept: Names of rules that stay even where nothing is left for them.

    Returns:
        Those above, then what is left of the others.

    Raises:
        StandardError: What is left of a rule cannot be said by one rule.
    """
    rules = tuple(above)
    taken = {claim for rule in rules for claim in claims(rule)}
    names = {rule.name for rule in rules}
    rest = gathered(
        lambda rule=rule: _less(rule, taken, kept)  # type: ignore[misc]
        for rule in base
        if rule.name not in names
    )
    return (*rules, *(rule for rule in rest if rule is not None))


def _less(rule: ScoringRule, taken: set[Claim], kept: Container[str]) -> ScoringRule | None:
    """A rule without what others claim from it; none where nothing is left and nobody names it."""
    mine = claims(rule)
    left = mine - taken
    if left == mine:
        return rule
    if not left and rule.name not in kept:
        return None
    operators, names, codes = (_found(left, place) for place in range(3))
    if not isinstance(rule, Rule) or len(left) != len(operators) * len(names) * len(codes):
        raise StandardError("standard.partly", rule.name, path="rules")
    if not left:
        return attrs.evolve(rule, operators=())
    return attrs.evolve(
        rule,
        operators=tuple(operator for operator in rule.operators if operator in operators),
        indicators=tuple(name for name in rule.indicators if plain_name(name) in names),
        categories=tuple(code for code in rule.categories if code in codes),
    )


def _found(left: set[Claim], place: int) -> set[str]:
    return {claim[place] for claim in left}
