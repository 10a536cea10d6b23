"""Totals (总分): the sum of the scores, and what the rule book does to it.

Each step after the sum is a note with its figures. Where a score is undefined the total is, and the card
says between what it can still lie.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from math import floor
from typing import Final, NamedTuple

from govperf.model import Correction, Note, Rate, Score, Undefined
from govperf.model.quotients import decimals, summed
from govperf.numerals.contexts import EXACT
from govperf.standards import ScoringStandard

__all__ = ["Total", "added", "capped", "first_level", "total_of"]

_NOTHING: Final = Decimal(0)
_NONE: Final = Fraction(0)


class Total(NamedTuple):
    """A total, how it came about, and what it can be (总分)."""

    points: Decimal | Undefined
    steps: tuple[Note, ...]
    within: tuple[Decimal, Decimal] | None
    exact: Fraction | None = None


def added(values: Iterable[Decimal]) -> Decimal:
    """The sum, exact under any decimal context of the caller (合计)."""
    return reduce(EXACT.add, values, _NOTHING)


def total_of(
    scores: Sequence[Score], corrections: Sequence[Correction], rate: Rate | Undefined, book: ScoringStandard
) -> Total:
    """The total of some scores (总分).

    Args:
        scores: All of a card, the budget execution among them.
        corrections: Of the evaluation as a whole.
        rate: The budget execution rate, for a cap.
        book: The rule book.

    Returns:
        The total after rounding, indicators that do not apply, corrections and the cap, each a step; or
        undefined, with the least and the most that it can be.
    """
    counted = [score for score in scores if score.applicable]
    open_ones = [score for score in counted if isinstance(score.points, Undefined)]
    dropped = [] if len(counted) == len(scores) else [score for score in scores if not score.applicable]
    if unknown := [
        score.full for score in (*dropped, *counted) if isinstance(score.full, Undefined) and dropped
    ]:
        return Total(unknown[0], (), None)
    if dropped and not any(score.full for score in counted[1:]):
        return Total(Undefined("undefined.none-applies"), (), None)
    climb = _climb(scores, corrections, book)
    if open_ones:
        count = {"count": len(open_ones), "of": len(counted)}
        return Total(Undefined("undefined.total", count), (), _within(counted, climb, rate, book))
    exact = _summed(counted, 0, book)
    points, steps = climb(exact[0])
    found = capped(points, rate, book)
    if isinstance(found, Undefined):
        return Total(found, (), _under_cap(points, points, rate, book))
    whole = _rescaled(summed(_exact(score, 0, book) for score in counted), scores, corrections)
    last, cap = found
    if book.total_cap is not None and isinstance(rate, Rate):
        whole = min(whole, Fraction(book.total_cap.at(max(Fraction(0), rate.exact))))
    return Total(last, (*exact[1], *steps, *cap), None, whole)


def _summed(scores: Sequence[Score], end: int, book: ScoringStandard) -> tuple[Fraction, tuple[Note, ...]]:
    """The sum of the scores, each rounded, or rounded by first level, or not at all before the total.

    What is open counts with the least (0) or the most (1) that it can be.
    """
    level = book.rounding.level
    if level == "score":
        return Fraction(added([_rounded(score, end) for score in scores])), ()
    sums: dict[str, Fraction] = {}
    for score in scores:
        first = (first_level(score.category, book) or f"\n{score.path}") if level == "level" else ""
        sums[first] = sums.get(first, Fraction(0)) + _exact(score, end, book)
    rounded = [Fraction(book.rounding.round(one)) if level == "level" else one for one in sums.values()]
    whole = sum(rounded, Fraction(0))
    return whole, (Note(f"step.rounded-{level}", {"sum": decimals(whole)}),)


def first_level(category: tuple[str, ...], book: ScoringStandard) -> str | None:
    """The first level of a category (一级指标): its code if it has one, else as printed; None for none."""
    if not category:
        return None
    return book.code_of(category).partition(".")[0] or f"\t{category[0]}"


def _rounded(score: Score, end: int) -> Decimal:
    """The points of a score, or an end of what they can be."""
    bounds = score.possible
    return _NOTHING if isinstance(bounds, Undefined) else bounds[end]


def _exact(score: Score, end: int, book: ScoringStandard) -> Fraction:
    """The unrounded points of a score, or an end of what they can be: half a digit beyond the rounded one."""
    exact = score.unrounded
    if not isinstance(exact, Undefined):
        return exact
    half = Fraction(1, 2 * 10**book.rounding.digits)
    most = _NOTHING if isinstance(score.full, Undefined) else score.full
    found = Fraction(_rounded(score, end)) + (half if end else -half)
    return max(Fraction(0), min(Fraction(most), found))


Climb = Callable[[Fraction], tuple[Decimal, tuple[Note, ...]]]


def _climb(scores: Sequence[Score], corrections: Sequence[Correction], book: ScoringStandard) -> Climb:
    """From the sum of the scores to the total before the cap."""
    whole, kept = _weights(scores)

    def climb(exact: Fraction) -> tuple[Decimal, tuple[Note, ...]]:
        steps: list[Note] = []
        if kept != whole:
            figures = {"sum": decimals(exact), "kept": f"{kept:f}", "full": f"{whole:f}"}
            exact = exact * Fraction(whole) / Fraction(kept)
            steps.append(Note("step.redistributed", {**figures, "total": decimals(exact)}))
        for item in corrections:
            exact += Fraction(item.points)
            figures = {"points": f"{item.points:+f}", "reason": item.reason}
            steps.append(Note("step.correction", {**figures, "total": decimals(exact)}))
        if exact.numerator < 0:
            return book.rounding.round(_NONE), (*steps, Note("step.floored"))
        rounded = book.rounding.round(exact)
        is_round = rounded.as_integer_ratio() == exact.as_integer_ratio()
        if not (steps or is_round) and book.rounding.level == "score":
            steps.append(Note("step.rounded", {"sum": decimals(exact)}))
        return rounded, tuple(steps)

    return climb


def _rescaled(exact: Fraction, scores: Sequence[Score], corrections: Sequence[Correction]) -> Fraction:
    """The unrounded sum without what does not apply, and corrected."""
    whole, kept = _weights(scores)
    scaled = exact if kept == whole else exact * Fraction(whole) / Fraction(kept)
    return max(_NONE, summed([scaled, *(Fraction(item.points) for item in corrections)]))


def _weights(scores: Sequence[Score]) -> tuple[Decimal, Decimal]:
    """All points, and those of what applies."""
    fulls = [(score.applicable, score.full) for score in scores if isinstance(score.full, Decimal)]
    whole = added([full for _, full in fulls])
    if all(applies for applies, _ in fulls):
        return whole, whole
    return whole, added([full for applies, full in fulls if applies])


def capped(
    points: Decimal, rate: Rate | Undefined, book: ScoringStandard
) -> tuple[Decimal, tuple[Note, ...]] | Undefined:
    """The total under the cap of the rule book, if it has one; an unknown rate decides only where it can."""
    cap = book.total_cap
    if cap is None:
        return points, ()
    if isinstance(rate, Undefined):
        return (points, ()) if points <= min(most for _, most in cap.bands) else rate
    most = _below(cap.at(max(Fraction(0), rate.exact)), book)
    if points <= most:
        return points, ()
    figures = {"rate": rate, "cap": f"{most:f}", "total": f"{points:f}"}
    return most, (Note("step.capped", figures),)


def _within(
    scores: Sequence[Score], climb: Climb, rate: Rate | Undefined, book: ScoringStandard
) -> tuple[Decimal, Decimal] | None:
    """The least and the most that the total can be, where each score has such bounds."""
    if any(isinstance(score.possible, Undefined) for score in scores):
        return None
    low, high = (climb(_summed(scores, end, book)[0])[0] for end in (0, 1))
    return _under_cap(low, high, rate, book)


def _below(most: Decimal, book: ScoringStandard) -> Decimal:
    """A cap with the digits of a total, and never above what it says."""
    digits = book.rounding.digits
    scale: int = 10**digits
    return EXACT.scaleb(Decimal(floor(Fraction(most) * scale)), -digits)


def _under_cap(
    low: Decimal, high: Decimal, rate: Rate | Undefined, book: ScoringStandard
) -> tuple[Decimal, Decimal]:
    """Two bounds under the cap of the rule book; under any of its caps where the rate is unknown."""
    cap = book.total_cap
    if cap is None:
        return low, high
    caps = [_below(most, book) for _, most in cap.bands]
    if not isinstance(rate, Undefined):
        caps = [_below(cap.at(max(Fraction(0), rate.exact)), book)]
    return min(low, *caps), min(high, max(caps))
