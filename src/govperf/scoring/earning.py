"""What an indicator earns (计分): by a rule, by a person's award, or why it cannot be said."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import attrs

from govperf.model import Approximation, CompletionRate, Indicator, Note, Rate, Score, Undefined
from govperf.numerals.contexts import EXACT
from govperf.scoring.completion import compared
from govperf.scoring.pairing import Measured
from govperf.standards import Case, Earned, Rule, ScoringRule, ScoringStandard

__all__ = ["by_rule", "facts", "made", "settled", "undecided"]

_OPEN_SIDES: Final[dict[Approximation, tuple[int, int]]] = {
    Approximation.ABOUT: (-1, 1),
    Approximation.AT_LEAST: (0, 1),
    Approximation.AT_MOST: (-1, 0),
}
"""Where an approximate figure may truly lie, below and above what is printed."""


def facts(indicator: Indicator, book: ScoringStandard, path: str) -> dict[str, Any]:
    """What every score of an indicator says (得分的基本信息), whatever it earns: the fields of `Score`.

    Args:
        indicator: Any.
        book: The rule book.
        path: Where in the evaluation, "" outside one.

    Returns:
        Keyword arguments.
    """
    target, actual, rounding = indicator.target, indicator.actual, book.rounding
    return {
        "name": indicator.name,
        "full": _NO_WEIGHT if indicator.weight is None else indicator.weight,
        "standard": book.name,
        "path": path,
        "category": indicator.category,
        "target": "" if target is None else target.text,
        "actual": "" if actual is None else actual.text,
        "digits": rounding.digits,
        "mode": rounding.mode,
    }


def undecided(indicator: Indicator, reason: Undefined, book: ScoringStandard, path: str = "") -> Score:
    """The score of an indicator that no rule scores (无法计分).

    Args:
        indicator: Any.
        reason: Why there are no points.
        book: The rule book.
        path: Where in the evaluation, "" outside one.

    Returns:
        A score without points, with the two cells.
    """
    return Score(**facts(indicator, book, path), points=reason, rule="", rate=reason, share=reason)


def by_rule(indicator: Indicator, pair: Measured | Undefined, book: ScoringStandard, path: str = "") -> Score:
    """The score that a rule gives (按规则计分), or a score without points and the reason.

    Args:
        indicator: The indicator.
        pair: Its target and actual, as `measured` gave them.
        book: The rule book.
        path: Where in the evaluation, "" outside one.

    Returns:
        The score, before corrections.

    Raises:
        StandardError: The rule book has no rule for such a target.
    """
    if isinstance(pair, Undefined):
        return undecided(indicator, pair, book, path)
    rate = compared(pair)
    if isinstance(rate, Undefined):
        return undecided(indicator, rate, book, path)
    rule = book.rule_for(
        pair.operator,
        zero=pair.of_zero,
        dated=pair.dated,
        category=indicator.category,
        indicator=indicator.name,
    )
    earned = rule.earn(_case(pair, rate, book))
    known = facts(indicator, book, path)
    if isinstance(earned, Undefined):
        given: dict[str, Any] = {"rate": rate, "rule": rule.name, "clause": rule.clause}
        return Score(**known, points=earned, share=earned, **given)
    return _approximate(made(known, rate, earned, rule, book), pair, rule, book)


_NO_WEIGHT: Final = Undefined("undefined.weight-missing")


def _case(pair: Measured, rate: CompletionRate, book: ScoringStandard) -> Case:
    """A target and an actual as a rule sees them (计分情形)."""
    return Case(
        operator=pair.operator,
        target=pair.wanted,
        ceiling=pair.ceiling,
        actual=pair.reached,
        unit=pair.unit,
        completion=rate,
        shown=pair.shown,
        rounding=book.rounding,
        dated=pair.dated,
    )


def made(
    known: Mapping[str, Any], rate: Rate, earned: Earned, rule: ScoringRule, book: ScoringStandard
) -> Score:
    """A score from what a rule gave (得分).

    Args:
        known: As `facts` gave it.
        rate: The completion rate.
        earned: What the rule gave.
        rule: The rule.
        book: The rule book.

    Returns:
        The score; its points are undefined where there is no weight.
    """
    notes = rate.notes if isinstance(rate, CompletionRate) else ()
    if isinstance(rate, CompletionRate) and rate.exact >= Fraction(book.over_fulfilment.value):
        notes = (*notes, Note("note.far-over", {"rate": rate}))
    full: Decimal | Undefined = known["full"]
    points = full
    if isinstance(full, Decimal):
        points = book.rounding.round(max(_ZERO, Fraction(full) * earned.share - earned.minus))
    return Score(
        **known,
        points=points,
        rule=rule.name,
        rate=rate,
        share=earned.share,
        notes=(*notes, *earned.notes),
        measure=rule.measure.value if isinstance(rule, Rule) else "own",
        shown=earned.shown,
        minus=earned.minus,
        clause=rule.clause,
    )


_ZERO: Final = Fraction(0)


def settled(score: Score) -> Score:
    """The score with its points rounded once (舍入得分); without a weight there are none."""
    if isinstance(score.full, Undefined):
        return attrs.evolve(score, points=score.full)
    exact = score.unrounded
    return score if isinstance(exact, Undefined) else attrs.evolve(score, points=score.round(exact))


def _approximate(score: Score, pair: Measured, rule: ScoringRule, book: ScoringStandard) -> Score:
    """An approximate actual counts as printed only where it cannot decide."""
    if pair.approximation is Approximation.EXACT or pair.ranged or isinstance(score.full, Undefined):
        return score
    figures = {"margin": _percent(book.approximation.value), "actual": pair.cell}
    found = _around(score, score.full, pair, rule, book)
    if found == {score.points}:
        return attrs.evolve(score, notes=(*score.notes, Note("note.approximate", figures)))
    known = [points for points in found if isinstance(points, Decimal)]
    return attrs.evolve(
        score,
        points=Undefined("undefined.approximation-decides", figures),
        within=(min(known), max(known)) if len(known) == len(found) else None,
    )


def _around(
    score: Score, full: Decimal, pair: Measured, rule: ScoringRule, book: ScoringStandard
) -> set[Decimal | Undefined]:
    """All points that an actual within the margin may earn, on the side that its words leave open.

    The share of the points is straight between the knots of the rule, and the figure turns at the target, so
    that its extremes are at the ends of the margin, there, or at a knot; where no rule gives any, there
    is none.
    """
    margin = Fraction(book.approximation.value)
    ends = sorted(
        pair.reached + side * margin * abs(pair.reached) for side in _OPEN_SIDES[pair.approximation]
    )
    turns = [pair.wanted] if pair.ceiling is None else [pair.wanted, pair.ceiling]
    places = [*ends, *(turn for turn in turns if ends[0] < turn < ends[-1])]
    found = [_earned(attrs.evolve(pair, reached=place), rule, book) for place in places]
    if undefined := {one for one in found if isinstance(one, Undefined)}:
        return set(undefined)
    known = [one for one in found if isinstance(one, Earned)]
    shares = {(one.share, one.minus) for one in known}
    if isinstance(rule, Rule):
        figures = [one.figure for one in known]
        shares |= rule.between(min(figures), max(figures))
    return {_points(score, full, share, minus) for share, minus in shares}


def _points(score: Score, full: Decimal, share: Fraction, minus: Fraction) -> Decimal:
    return score.round(max(Fraction(0), Fraction(full) * share - minus))


def _earned(pair: Measured, rule: ScoringRule, book: ScoringStandard) -> Earned | Undefined:
    rate = compared(pair)
    return rate if isinstance(rate, Undefined) else rule.earn(_case(pair, rate, book))


def _percent(share: Decimal) -> str:
    return f"{EXACT.scaleb(share, 2).normalize(EXACT):f}%"
