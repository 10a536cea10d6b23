"""Readings of printed scores (得分的解释): what else may have given one that the standard does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import floor
from typing import TYPE_CHECKING, Final

import attrs

from govperf.messages import message
from govperf.model import CompletionRate, Evaluation, Indicator, Score, Scorecard
from govperf.numerals import round_half_up
from govperf.reviewing.listing import both
from govperf.reviewing.scores.beside import Printed
from govperf.reviewing.scores.shares import actual_over_target, is_reverse
from govperf.scoring import score as scored
from govperf.scoring.execution import of_execution
from govperf.standards import BUILT_IN, ScoringStandard, standard

if TYPE_CHECKING:
    from govperf.reviewing.form import Row

__all__ = ["Difference", "differences"]

_DIGITS: Final = 2
_ALL: Final = Fraction(1)


@attrs.frozen
class Difference:
    """Difference (得分不符): a printed score that the rule book does not give.

    Args:
        printed: The score with all around it.
        reading: The code of what gives it, "" where nothing known does.
        details: What the sentence of the reading names.
    """

    printed: Printed
    reading: str = ""
    details: Mapping[str, object] = attrs.field(factory=dict[str, object])

    @property
    def said(self) -> dict[str, object]:
        """The reading in both languages."""
        return both("reading", lambda lang: message(f"reading.{self.reading}", self.details, lang))


def differences(
    evaluation: Evaluation, card: Scorecard, rows: Sequence[Row], book: ScoringStandard
) -> tuple[Difference, ...]:
    """The printed scores that the rule book does not give (得分不符), each with what else gives it.

    Args:
        evaluation: As its form says.
        card: Its scores.
        rows: Its indicators.
        book: The rule book.

    Returns:
        Those of the budget first, then of the rows. What cannot be computed, lies above the weight or below
        zero, or is right to more digits than the rule book has, is none.
    """
    budget = evaluation.budget
    of_budget = None if budget is None else budget.reported_points
    odd: list[tuple[str, Decimal | None, Score, Indicator | None]]
    odd = [("$.budget", of_budget, card.budget_score, None)] if _is_odd(of_budget, card.budget_score) else []
    odd += [
        (row.path, row.indicator.reported_points, row.score, row.indicator)
        for row in rows
        if _is_odd(row.indicator.reported_points, row.score) and not row.doubtful
    ]
    if not odd:
        return ()
    points = [row.indicator.reported_points for row in rows if row.indicator.reported_points is not None]
    if not (of_budget or any(points)):
        odd = [one for one in odd if not _is_untouched(one[-1])]
    steps, all_steps = _steps(points), _steps(points if of_budget is None else [of_budget, *points])
    made = [
        Printed(
            path=path,
            points=given,
            score=score,
            indicator=indicator,
            evaluation=evaluation,
            book=book,
            steps=steps,
            all_steps=all_steps,
        )
        for path, given, score, indicator in odd
        if given is not None
    ]
    partial = {one.path: _explained(one) for one in made if not one.is_full}
    shown = frozenset(str(one.details["standard"]) for one in partial.values() if one.reading == "standard")
    return tuple(partial.get(one.path) or _explained(attrs.evolve(one, shown=shown)) for one in made)


def _is_untouched(indicator: Indicator | None) -> bool:
    """Whether nothing was done, or spent, for an indicator: of a project that was not carried out."""
    actual = None if indicator is None else indicator.actual
    return actual is not None and actual.quantity is not None and not actual.quantity.magnitude


def _is_odd(points: Decimal | None, score: Score) -> bool:
    if points is None or points == score.points:
        return False
    computed, full = score.points, score.full
    if not isinstance(computed, Decimal) or not isinstance(full, Decimal):
        return False
    if not 0 <= points <= full or score.rule in _UNRULED:
        return False
    digits = _decimals(points)
    if digits <= score.digits:
        return True
    exact = score.unrounded
    return not (isinstance(exact, Fraction) and round_half_up(exact, digits) == points)


_UNRULED: Final = ("not_applicable", "no_points")


def _decimals(points: Decimal) -> int:
    return min(max(0, -int(points.as_tuple().exponent)), _MOST)


_MOST: Final = 60


def _steps(points: Sequence[Decimal]) -> int:
    """How many steps of a point all scores go in: whole points, half points, tenths, 0 for none of these."""
    parts = {one.as_integer_ratio()[1] for one in points}
    return next((steps for steps in _STEPS if all(steps % part == 0 for part in parts)), 0)


_TENTHS: Final = 10
_STEPS: Final = (1, 2, _TENTHS)


def _explained(one: Printed) -> Difference:
    """The first reading that gives the score; none where nothing was done, and points were given."""
    if one.score.rule == "awarded" or (one.points > 0 and not one.rate):
        return Difference(one)
    for name, reading in _READINGS:
        for details in reading(one):
            return Difference(one, name, details)
    return Difference(one)


Reading = Callable[[Printed], Iterator[Mapping[str, object]]]
_NOTHING: Final[Mapping[str, object]] = {}


def _when(test: Callable[[Printed], bool]) -> Reading:
    """A reading of which there is nothing to say but its name."""

    def reading(one: Printed) -> Iterator[Mapping[str, object]]:
        if test(one):
            yield _NOTHING

    return reading


def _is_within_a_digit(one: Printed) -> bool:
    (said, parts), (due, of) = one.points.as_integer_ratio(), one.due.as_integer_ratio()
    return abs(due * parts - said * of) * 10**_DIGITS <= of * parts


def _is_rounded(one: Printed, steps: int) -> bool:
    """Rounded half up to a step of a point, or cut off; to full marks only if all scores are so rounded."""
    (said, parts), (due, of) = one.points.as_integer_ratio(), one.due.as_integer_ratio()
    down, up = due * steps // of, (2 * due * steps + of) // (2 * of)
    if one.is_full:
        return one.all_steps == steps and said * steps == up * parts
    return said > 0 and said * steps in (down * parts, up * parts)


def _is_tenth(one: Printed) -> bool:
    return one.steps != 1 and _is_rounded(one, _TENTHS)


def _is_whole(one: Printed) -> bool:
    """Half up to a whole point, also where others have fractions."""
    if one.is_full and one.all_steps != 1:
        return False
    return one.said > 0 and one.said == floor(one.due + _ALL / 2)


def _is_stepped(one: Printed) -> bool:
    """In whole or half points, as all scores of the form are."""
    return one.steps in _STEPS[:-1] and _is_rounded(one, one.steps)


def _by_rounded_rate(one: Printed) -> bool:
    if not 0 <= one.rate < 1 or one.is_full:
        return False
    return any(
        one.is_share(Fraction(round_half_up(one.rate * 100, digits)) / 100) for digits in range(_DIGITS + 1)
    )


def _by_printed_rate(one: Printed) -> Iterator[Mapping[str, object]]:
    if (rate := one.shares_by_rate) is not None and one.is_right(rate):
        yield {"rate": str(rate)}


def _by_wrong_rate(one: Printed) -> Iterator[Mapping[str, object]]:
    """A printed rate that the figures do not give, as another finding says."""
    if (rate := one.shares_by_rate) is not None and one.rates:
        yield {"rate": str(rate)}


def _by_actual(one: Printed) -> bool:
    """A percentage that was reached, taken for the share of the points."""
    target, actual = (one.indicator.target, one.indicator.actual) if one.indicator else (None, None)
    if target is None or actual is None or target.quantity is None or actual.quantity is None:
        return False
    percent = actual.quantity.unit.factor
    both_are = "%" == target.quantity.unit.label == actual.quantity.unit.label
    return both_are and one.is_share(Fraction(actual.quantity.magnitude) * percent)


def _by_base(one: Printed) -> bool:
    """The budget execution of the original budget, or of the funds received."""
    budget = one.evaluation.budget
    if one.indicator is not None or budget is None or budget.executed is None:
        return False
    bases = [base for base in (budget.original, budget.received) if base is not None and base.magnitude > 0]
    shares = [budget.executed.exact_ratio(base) for base in bases]
    return any(share <= 1 and one.is_share(share) for share in shares)


def _by_other_formula(one: Printed) -> bool:
    """Less is better: points by target over actual, or by the excess."""
    if not _is_reverse(one) or not 0 < one.rate < 1:
        return False
    return one.is_share(one.rate) or one.is_share(2 - 1 / one.rate)


def _by_other_direction(one: Printed) -> bool:
    """More is better instead of less, or less instead of more; no full marks."""
    if one.indicator is None or one.rate < 0:
        return False
    if not _is_reverse(one):
        return one.rate > 1 and one.is_share(1 / one.rate)
    reached = actual_over_target(one.indicator, one.evaluation.year)
    return reached is not None and reached < 1 and one.is_share(reached)


def _is_reverse(one: Printed) -> bool:
    return one.indicator is not None and is_reverse(one.indicator)


def _by_other_book(one: Printed) -> Iterator[Mapping[str, object]]:
    """By another rule book; to full marks for a miss only where other scores of the form are by it too."""
    for book in _books():
        if one.is_full and one.rate < 1 and book.name not in one.shown:
            continue
        if (
            book is not one.book
            and book.rules != one.book.rules
            and _score_by(book, one).points == one.points
        ):
            yield {"standard": book.name}


@cache
def _books() -> tuple[ScoringStandard, ...]:
    """The rule books that govperf carries, each set of rules once."""
    found: list[ScoringStandard] = []
    for book in map(standard, BUILT_IN):
        if all(book.rules != one.rules for one in found):
            found.append(book)
    return tuple(found)


def _score_by(book: ScoringStandard, one: Printed) -> Score:
    if one.indicator is None:
        return of_execution(one.evaluation, book)
    return scored(one.indicator, standard=book, year=one.evaluation.year)


def _is_uncorrected(one: Printed) -> bool:
    return bool(one.score.corrections) and one.score.earned == one.points


def _is_reduced(one: Printed) -> bool:
    """Points taken off for a target that was far exceeded, as 财预〔2020〕10号 allows."""
    over = isinstance(one.score.rate, CompletionRate) and one.rate >= Fraction(one.book.over_fulfilment.value)
    return over and one.due == one.full and one.points > 0


_READINGS: Final[tuple[tuple[str, Reading], ...]] = (
    ("uncorrected", _when(_is_uncorrected)),
    ("digit", _when(_is_within_a_digit)),
    ("tenth", _when(_is_tenth)),
    ("direction", _when(_by_other_direction)),
    ("printed-rate", _by_printed_rate),
    ("wrong-rate", _by_wrong_rate),
    ("standard", _by_other_book),
    ("rounded-rate", _when(_by_rounded_rate)),
    ("base", _when(_by_base)),
    ("formula", _when(_by_other_formula)),
    ("actual", _when(_by_actual)),
    ("whole", _when(_is_whole)),
    ("step", _when(_is_stepped)),
    ("reduced", _when(_is_reduced)),
)
"""What may have given a printed score, from the most exact reading to the weakest."""
