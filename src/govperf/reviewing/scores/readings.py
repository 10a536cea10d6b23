"""Readings of printed scores (得分的解释): what else may have given one that the standard does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property
from math import floor
from typing import TYPE_CHECKING, Final

import attrs

from govperf.messages import message
from govperf.model import CompletionRate, Evaluation, Indicator, Rate, Score, Scorecard
from govperf.numerals import round_half_up
from govperf.reviewing.listing import both
from govperf.reviewing.targets.naming import is_support
from govperf.scoring import score as scored
from govperf.scoring.execution import of_execution
from govperf.scoring.pairing import Measured, measured
from govperf.standards import BUILT_IN, ScoringStandard, standard

if TYPE_CHECKING:
    from govperf.reviewing.form import Row

__all__ = ["Difference", "Printed", "actual_over_target", "differences"]

_DIGITS: Final = 2
_STEP: Final = Fraction(1, 10**_DIGITS)
_ALL: Final = Fraction(1)


@attrs.frozen(kw_only=True)
class Printed:
    """Printed score (自评得分) beside the computed one.

    Args:
        path: Of the row, or of the budget.
        points: As printed.
        score: As computed.
        indicator: Of the row, None for the budget.
        evaluation: The form.
        book: The rule book.
        step: What every score of the rows is a multiple of: 1 or a half, 0 where neither.
    """

    path: str
    points: Decimal
    score: Score
    indicator: Indicator | None
    evaluation: Evaluation
    book: ScoringStandard
    step: Fraction

    @cached_property
    def said(self) -> Fraction:
        """The printed score, exactly."""
        return Fraction(self.points)

    @cached_property
    def due(self) -> Fraction:
        """The computed score, not rounded."""
        exact = self.score.unrounded
        return exact if isinstance(exact, Fraction) else Fraction(0)

    @cached_property
    def full(self) -> Fraction:
        """The weight."""
        return Fraction(self.score.full) if isinstance(self.score.full, Decimal) else Fraction(0)

    @cached_property
    def rate(self) -> Fraction:
        """The completion rate, below zero where there is none."""
        rate = self.score.rate
        return rate.exact if isinstance(rate, Rate) else -_ALL

    @property
    def figures(self) -> dict[str, object]:
        """What the score rests on: path → what stands there."""
        one: object = self.indicator if self.indicator is not None else self.evaluation.budget
        given = {field: getattr(one, field, None) for field in _FIELDS}
        texts = {field: getattr(value, "text", value) for field, value in given.items() if value is not None}
        return {f"{self.path}.{field}": text for field, text in texts.items()}

    def is_share(self, share: Fraction) -> bool:
        """Whether the printed score is a share of the weight, capped, to the last of two digits."""
        return abs(self.full * max(Fraction(0), min(_ALL, share)) - self.said) <= _STEP / 2


_FIELDS: Final = (
    "reported_points",
    "weight",
    "target",
    "actual",
    "award",
    "executed",
    "adjusted",
    "reported_execution_rate",
    "reported_rate",
)


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
    scores: list[tuple[str, Decimal | None, Score, Indicator | None]]
    scores = [("$.budget", None if budget is None else budget.reported_points, card.budget_score, None)]
    scores += [(row.path, row.indicator.reported_points, row.score, row.indicator) for row in rows]
    odd = [one for one in scores if _is_odd(one[1], one[2])]
    if not odd:
        return ()
    step = _step([one[1] for one in scores[1:] if one[1] is not None])
    return tuple(
        _explained(
            Printed(
                path=path,
                points=points,
                score=score,
                indicator=indicator,
                evaluation=evaluation,
                book=book,
                step=step,
            )
        )
        for path, points, score, indicator in odd
        if points is not None
    )


def _is_odd(points: Decimal | None, score: Score) -> bool:
    computed, full = score.points, score.full
    if points is None or not isinstance(computed, Decimal) or not isinstance(full, Decimal):
        return False
    if points == computed or not 0 <= points <= full or score.rule in _UNRULED:
        return False
    digits, exact = _decimals(points), score.unrounded
    return not (
        digits > score.digits and isinstance(exact, Fraction) and round_half_up(exact, digits) == points
    )


_UNRULED: Final = ("not_applicable", "no_points")


def _decimals(points: Decimal) -> int:
    return min(max(0, -int(points.as_tuple().exponent)), _MOST)


_MOST: Final = 60


def _step(points: Sequence[Decimal]) -> Fraction:
    """What all scores are multiples of: whole points, half points, or 0 for neither."""
    for step in (_ALL, _ALL / 2):
        if all((Fraction(one) / step).denominator == 1 for one in points):
            return step
    return Fraction(0)


def _explained(one: Printed) -> Difference:
    """The first reading that gives the score; none where nothing was done, and points were given."""
    if (not one.rate and one.points > 0) or one.score.rule == "awarded":
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


def _is_rounded(one: Printed, step: Fraction) -> bool:
    """Rounded half up to a step, or cut off; full marks for less only where they are all but earned."""
    ups, downs = floor(one.due / step + _ALL / 2) * step, floor(one.due / step) * step
    if one.said == one.full:
        return one.full - one.due <= _TENTH / 2
    return one.said > 0 and one.said in (ups, downs)


_TENTH: Final = Fraction(1, 10)


def _is_stepped(one: Printed) -> bool:
    """In steps as all rows are; half up to a whole point also where others have fractions."""
    whole = one.said == floor(one.due + _ALL / 2) and 0 < one.said < one.full
    return whole or (one.step > 0 and _is_rounded(one, one.step))


def _by_rounded_rate(one: Printed) -> bool:
    if one.rate < 0 or one.said == one.full:
        return False
    return any(
        one.is_share(Fraction(round_half_up(one.rate * 100, digits)) / 100) for digits in range(_DIGITS + 1)
    )


def _by_printed_rate(one: Printed) -> Iterator[Mapping[str, object]]:
    budget = one.evaluation.budget
    of_budget = None if budget is None else budget.reported_execution_rate
    rate = of_budget if one.indicator is None else one.indicator.reported_rate
    if rate is not None and one.is_share(Fraction(rate.magnitude) * rate.unit.factor):
        yield {"rate": rate}


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
    """More is better instead of less, or less instead of more.

    Full marks are explained so only where nobody printed that less is better, and more may be: a support.
    """
    if one.indicator is None or one.rate < 0:
        return False
    if not _is_reverse(one):
        return one.rate > 1 and one.is_share(1 / one.rate)
    reached = actual_over_target(one.indicator, one.evaluation.year)
    if reached is not None and reached < 1:
        return one.is_share(reached)
    target = one.indicator.target
    inferred = target is not None and target.inferred
    return inferred and one.said == one.full and is_support(one.indicator.name)


def actual_over_target(indicator: Indicator, year: int) -> Fraction | None:
    """An actual as a part of its target (实际值与指标值之比), whichever is better; None where there is none.

    Args:
        indicator: One whose actual measures what its target does.
        year: The year evaluated.

    Returns:
        The exact quotient; none for dates and for a target of 0.

    Example:
        >>> actual_over_target(Indicator("成本", target="≤10万元", actual="5万元"), 2023)
        Fraction(1, 2)
    """
    pair = measured(indicator.target, indicator.actual, year=year)
    if not isinstance(pair, Measured) or pair.dated or not pair.wanted:
        return None
    return pair.reached / pair.wanted


def _is_reverse(one: Printed) -> bool:
    target = None if one.indicator is None else one.indicator.target
    return target is not None and target.operator.less_is_better


def _by_other_book(one: Printed) -> Iterator[Mapping[str, object]]:
    for book in _books():
        if book.rules != one.book.rules and _score_by(book, one).points == one.points:
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
    ("digit", _when(lambda one: abs(one.due - one.said) <= _STEP)),
    ("tenth", _when(lambda one: _is_rounded(one, _TENTH))),
    ("direction", _when(_by_other_direction)),
    ("printed-rate", _by_printed_rate),
    ("standard", _by_other_book),
    ("rounded-rate", _when(_by_rounded_rate)),
    ("base", _when(_by_base)),
    ("formula", _when(_by_other_formula)),
    ("actual", _when(_by_actual)),
    ("step", _when(_is_stepped)),
    ("reduced", _when(_is_reduced)),
)
"""What may have given a printed score, from the most exact reading to the weakest."""
