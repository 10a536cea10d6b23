"""What a person decides (评定): awards within their level, corrections, and what does not apply."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil

import attrs

from govperf.model import Award, Indicator, Note, Score, Undefined
from govperf.model.settling import rounded_points
from govperf.numerals.contexts import EXACT
from govperf.scoring.earning import settled, undecided
from govperf.standards import Level, ScoringStandard

__all__ = ["corrected", "judged", "not_applicable"]


def not_applicable(indicator: Indicator, book: ScoringStandard, path: str = "") -> Score:
    """The score of an indicator that does not apply (不适用的指标), by the policy of the rule book.

    Args:
        indicator: With the reason why it does not apply.
        book: The rule book.
        path: Where in the evaluation, "" outside one.

    Returns:
        Full points; or none, which leaves the total open or the indicator out of it.
    """
    reason = Undefined("undefined.not-applicable", {"reason": indicator.not_applicable})
    blank = attrs.evolve(
        undecided(indicator, reason, book, path),
        rule="not_applicable",
        applicable=book.not_applicable.policy != "redistribute",
        clause=book.not_applicable.clause,
    )
    if book.not_applicable.policy != "full":
        return blank
    note = Note("note.not-applicable", {"reason": indicator.not_applicable})
    return settled(attrs.evolve(blank, points=Decimal(0), share=Fraction(1), notes=(note,)))


def judged(score: Score, indicator: Indicator, book: ScoringStandard) -> Score:
    """A score that no rule gives, as a person decides it (定性评定).

    The level says between which points an award lies; the points are the person's, and nothing is
    made up where they are missing.

    Args:
        score: As the rule left it.
        indicator: Its award, or the level that its actual names.
        book: The rule book, with its levels.

    Returns:
        The score of the award; without one, the score with the band that its points can lie in. A score
        that a rule gave stays, and says that the award does not count.
    """
    award = indicator.award
    if isinstance(score.points, Decimal):
        return score if award is None else _unused(score, award)
    if isinstance(score.full, Undefined):
        return score
    given = None if award is None else award.points
    if not score.full and not given:  # of no points nothing can be earned, whatever was done
        nothing = book.rounding.round(Fraction(0))
        return attrs.evolve(score, points=nothing, share=Fraction(0), rule="no_points", within=None)
    named = award.level if award is not None and award.level else score.actual
    level = book.levels.find(named)
    if level is None and award is not None and award.level:
        return _refused(score, Undefined("undefined.level-unknown", {"level": award.level}))
    if award is None or award.points is None:
        return _by_level(score, score.full, level, award, book)
    return _awarded(score, score.full, level, award, book)


def _unused(score: Score, award: Award) -> Score:
    note = Note("note.award-unused", {"award": award.level if award.points is None else f"{award.points:f}"})
    return attrs.evolve(score, notes=(*score.notes, note))


def _refused(score: Score, reason: Undefined) -> Score:
    return attrs.evolve(score, points=reason)


def _by_level(
    score: Score, full: Decimal, level: Level | None, award: Award | None, book: ScoringStandard
) -> Score:
    """A level without points: a fixed one gives them, any other their band."""
    if level is None:
        return score
    if level.fixed:
        return _given(score, level.lower, level, award or Award(level=level.label), book)
    low, most = _ends(level, full, book)
    reason = Undefined("undefined.award-missing", _figures(level, low, most))
    return attrs.evolve(score, points=reason, within=(low, most))


def _ends(level: Level, full: Decimal, book: ScoringStandard) -> tuple[Decimal, Decimal]:
    """The least and the most points that a level allows: 6.00 and 7.99."""
    band = level.band(full, book.rounding)
    if band.closed:
        return band.low, band.high
    below = ceil(Fraction(band.high) * 10**book.rounding.digits) - 1
    return band.low, max(band.low, EXACT.scaleb(Decimal(below), -book.rounding.digits))


def _figures(level: Level, low: Decimal, most: Decimal) -> dict[str, str]:
    return {"level": level.label, "low": f"{low:f}", "high": f"{most:f}"}


def _awarded(score: Score, full: Decimal, level: Level | None, award: Award, book: ScoringStandard) -> Score:
    """Points that lie in their band, or none."""
    points = award.points or Decimal(0)
    if points > full:
        figures = {"award": f"{points:f}", "full": f"{full:f}"}
        return _refused(score, Undefined("undefined.award-over", figures))
    given = rounded_points(Fraction(points), full, book.rounding.round)
    if level is not None and not level.band(full, book.rounding).holds(given):
        figures = _figures(level, *_ends(level, full, book))
        return _refused(score, Undefined("undefined.award-outside", {"award": f"{given:f}", **figures}))
    found = level or book.levels.of(given, full, book.rounding)
    return _given(score, Fraction(points) / Fraction(full) if full else Fraction(0), found, award, book)


def _given(score: Score, share: Fraction, level: Level | None, award: Award, book: ScoringStandard) -> Score:
    """The score of an award, which says its level and what no rule could do."""
    notes = [*score.notes]
    if level is not None:
        notes.append(Note("note.level", {"level_en": level.english, "level_zh": level.label}))
    if award.reason:
        notes.append(Note("note.award-reason", {"reason": award.reason}))
    made = attrs.evolve(
        score,
        points=Decimal(0),
        rule="awarded",
        share=share,
        minus=Fraction(0) if level is None or award.points is not None else level.minus,
        award=award,
        notes=tuple(notes),
        clause=book.levels.clause,
        within=None,
    )
    return settled(made)


def corrected(score: Score, indicator: Indicator) -> Score:
    """The score after what a person adds or takes off (加减分): never below 0, never above the weight."""
    if not indicator.corrections:
        return score
    made = settled(attrs.evolve(score, corrections=indicator.corrections))
    bounds = score.possible
    if isinstance(made.points, Decimal) or isinstance(bounds, Undefined) or isinstance(made.full, Undefined):
        return made
    added = sum((Fraction(item.points) for item in indicator.corrections), Fraction(0))
    moved = made.mode == "half_up" and made.round(added) == added  # a rounded figure plus it is rounded too
    unsure = Fraction(0) if moved else Fraction(1, 2 * 10**made.digits)
    ends = (Fraction(bounds[0]) + added - unsure, Fraction(bounds[1]) + added + unsure)
    full = made.full
    clipped = [max(Fraction(0), min(Fraction(full), end)) for end in ends]
    low, high = (rounded_points(end, full, made.round) for end in clipped)
    return attrs.evolve(made, within=(low, high))
