"""What an indicator earns (计分): by a rule, by a person's award, or why it cannot be said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, NamedTuple

import attrs

from govperf.errors import ScoringError
from govperf.model import Approximation, CompletionRate, Correction, Indicator, Note, Rate, Score, Undefined
from govperf.model.quotients import percentage, reaches
from govperf.model.settling import exact_points, rounded_points
from govperf.scoring.completion import compared
from govperf.scoring.pairing import Measured
from govperf.standards import Case, Clause, Earned, Measure, Rule, ScoringRule, ScoringStandard
from govperf.standards.measures import of_rate

__all__ = ["OPEN_SIDES", "basis", "by_rule", "facts", "given_by", "made", "settled", "undecided"]

OPEN_SIDES: Final[dict[Approximation, tuple[int, int]]] = {
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
        ScoringError: A rule that is code gives neither `Earned` nor `Undefined`.
        StandardError: The rule book has no rule for such a target.
    """
    if isinstance(pair, Undefined):
        return undecided(indicator, pair, book, path)
    rule = book.rule_for(
        pair.operator,
        zero=pair.of_zero,
        dated=pair.dated,
        category=indicator.category,
        indicator=indicator.name,
    )
    rate, earned = _earned(pair, rule, book)
    known = facts(indicator, book, path)
    if isinstance(earned, Undefined):
        applied: dict[str, Any] = {"rule": rule.name, "clause": basis(rule)}
        known |= {"rule": ""} if earned is rate else applied
        return Score(**known, points=earned, share=earned, rate=rate)
    notes = (*(pair.notes if isinstance(rate, Undefined) else rate.notes), *earned.notes)
    score = made(known, rate, earned, rule, book, notes)
    return _unsure(score, pair, rule, book, indicator.corrections)


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
    known: Mapping[str, Any],
    rate: Rate | Undefined,
    earned: Earned,
    rule: ScoringRule,
    book: ScoringStandard,
    notes: tuple[Note, ...],
) -> Score:
    """A score from what a rule gave (得分).

    Args:
        known: As `facts` gave it.
        rate: The completion rate; undefined where the rule looks at another figure and there is none.
        earned: What the rule gave.
        rule: The rule.
        book: The rule book.
        notes: What was assumed on the way.

    Returns:
        The score; its points are undefined where there is no weight.
    """
    if isinstance(rate, CompletionRate) and reaches(rate.exact, book.over_fulfilment.exact):
        notes = (*notes, Note("note.far-over", {"rate": rate}))
    full: Decimal | Undefined = known["full"]
    points = full
    if isinstance(full, Decimal):
        exact = exact_points(full, earned.share, earned.minus)
        points = rounded_points(exact, full, book.rounding.round)
    return Score(
        **known,
        points=points,
        rule=rule.name,
        rate=rate,
        share=earned.share,
        notes=notes,
        measure=rule.measure.value if isinstance(rule, Rule) else "own",
        shown=earned.shown,
        figure=earned.figure if earned.shown else None,
        minus=earned.minus,
        clause=basis(rule),
    )


def basis(rule: ScoringRule) -> Clause:
    """Where a rule comes from, and what of it is a choice (计分依据)."""
    return rule.basis if isinstance(rule, Rule) else rule.clause


def settled(score: Score) -> Score:
    """The score with its points rounded once (舍入得分); without a weight there are none."""
    if isinstance(score.full, Undefined):
        return attrs.evolve(score, points=score.full)
    exact = score.unrounded
    if isinstance(exact, Undefined):
        return score
    return attrs.evolve(score, points=rounded_points(exact, score.full, score.round))


def _rounded_at_once(corrections: Sequence[Correction], book: ScoringStandard) -> bool:
    """Whether points that round alike stay alike: not where they are added unrounded, or corrected finely."""
    rounding = book.rounding
    if rounding.level != "score" or (corrections and rounding.mode != "half_up"):
        return False
    return all(rounding.round(item.points) == item.points for item in corrections)


class _Doubt(NamedTuple):
    """What an actual leaves open."""

    ends: Sequence[Fraction]
    """The least and the largest figure that it may stand for."""
    reason: Undefined
    """Why there are no points where that decides."""
    notes: tuple[Note, ...]
    """What is said where it does not."""


def _doubt(pair: Measured, book: ScoringStandard) -> _Doubt | None:
    """Where the truth may lie beside a figure that is approximate, or a range; None where nothing is open."""
    if pair.far is not None:
        ends = sorted((pair.reached, pair.far))
        return _Doubt(ends, Undefined("undefined.range-decides", {"actual": pair.cell}), ())
    if pair.approximation is Approximation.EXACT:
        return None
    margin = book.approximation.exact
    ends = sorted(pair.reached + side * margin * abs(pair.reached) for side in OPEN_SIDES[pair.approximation])
    figures = {"margin": percentage(margin), "actual": pair.cell}
    reason = Undefined("undefined.approximation-decides", figures)
    return _Doubt(ends, reason, (Note("note.approximate", figures),))


def _unsure(
    score: Score,
    pair: Measured,
    rule: ScoringRule,
    book: ScoringStandard,
    corrections: Sequence[Correction],
) -> Score:
    """The score where what the actual leaves open cannot decide; else why not, and what the points can be."""
    doubt = _doubt(pair, book)
    full = score.full
    if doubt is None or isinstance(full, Undefined):
        return score
    between = _between(full, pair, doubt.ends, rule, book)
    if between is None:
        return attrs.evolve(score, points=doubt.reason)
    low, high = (rounded_points(end, full, score.round) for end in between)
    seen = (low, high) if _rounded_at_once(corrections, book) else between
    if seen[0] == seen[1]:
        return attrs.evolve(score, notes=(*score.notes, *doubt.notes))
    return attrs.evolve(score, points=doubt.reason, within=(low, high))


def _between(
    full: Decimal, pair: Measured, ends: Sequence[Fraction], rule: ScoringRule, book: ScoringStandard
) -> tuple[Fraction, Fraction] | None:
    """The least and the most points, not rounded, that an actual between two figures may earn.

    The share of the points is straight between the knots of the rule, and the figure turns at the target, so
    that its extremes are at the ends, there, or at a knot. None where the rule gives no points somewhere, or
    is code: what that does between the figures nobody knows.
    """
    if not isinstance(rule, Rule):
        return None
    turns = [pair.wanted] if pair.ceiling is None else [pair.wanted, pair.ceiling]
    places = [*ends, *(turn for turn in turns if ends[0] < turn < ends[-1])]
    found = [_earned(attrs.evolve(pair, reached=place), rule, book)[1] for place in places]
    known = [one for one in found if isinstance(one, Earned)]
    if len(known) < len(found):
        return None
    figures = [one.figure for one in known]
    shares = {(one.share, one.minus) for one in known} | rule.between(min(figures), max(figures))
    exact = [exact_points(full, share, minus) for share, minus in shares]
    return min(exact), max(exact)


_WITHOUT_RATE: Final = (Measure.ACTUAL, Measure.RATIO, Measure.DEVIATION)
"""Figures that there are though the completion rate is undefined."""


def _earned(
    pair: Measured, rule: ScoringRule, book: ScoringStandard
) -> tuple[CompletionRate | Undefined, Earned | Undefined]:
    """The completion rate, and what the rule gives; the same reason twice where there is neither."""
    rate = compared(pair)
    seen = rate
    if isinstance(seen, Undefined):
        if not (isinstance(rule, Rule) and rule.measure in _WITHOUT_RATE):
            return rate, seen
        seen = CompletionRate(Fraction(0), met=False)
    return rate, given_by(rule, seen, book, lambda: _case(pair, seen, book))


def given_by(
    rule: ScoringRule, rate: Rate, book: ScoringStandard, case: Callable[[], Case]
) -> Earned | Undefined:
    """What a rule gives (规则给分), which of one that is code nobody knows beforehand.

    Args:
        rule: The rule.
        rate: The completion rate, at which most rules look, and at nothing else.
        book: The rule book.
        case: Makes the target and the actual as all others see them.

    Returns:
        What it earns, or why there is nothing to say.

    Raises:
        ScoringError: It gives anything else.
    """
    if isinstance(rule, Rule) and rule.measure is Measure.COMPLETION:
        return rule.earned(of_rate(rate), book.rounding)
    earned: object = rule.earn(case())
    if not isinstance(earned, Earned | Undefined):  # pyright: ignore[reportUnnecessaryIsInstance] - a user's
        raise ScoringError("scoring.earned", rule.name)
    return earned
