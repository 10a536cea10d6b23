"""Printed scores beside the computed ones (自评得分与计算得分), with all that may explain them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Final

import attrs

from govperf.model import CompletionRate, Evaluation, Indicator, Rate, Score
from govperf.reviewing.identities.equations import half_a_digit
from govperf.reviewing.scores.shares import possible_rates
from govperf.standards import ScoringStandard
from govperf.units import Quantity

__all__ = ["Printed"]

_HALF_A_STEP: Final = Fraction(1, 200)
_ALL: Final = Fraction(1)
_NONE: Final = frozenset[Fraction]()
_OF_BUDGET: Final = ("reported_points", "weight", "executed", "adjusted", "reported_execution_rate")
_OF_ROW: Final = ("reported_points", "weight", "target", "actual", "reported_rate")


@attrs.frozen(kw_only=True, slots=False)
class Printed:
    """Printed score (自评得分) beside the computed one.

    Args:
        path: Of the row, or of the budget.
        points: As printed.
        score: As computed.
        indicator: Of the row, None for the budget.
        evaluation: The form.
        book: The rule book.
        steps: How many steps of a point the scores of the rows go in: 1, 2 for half points, 10 for tenths,
            0 for none of these.
        all_steps: The same of all printed scores, with that of the budget execution.
        shown: The rule books by which others of the printed scores are right.
    """

    path: str
    points: Decimal
    score: Score
    indicator: Indicator | None
    evaluation: Evaluation
    book: ScoringStandard
    steps: int
    all_steps: int
    shown: frozenset[str] = frozenset()

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
        one, fields = (self.indicator, _OF_ROW) if self.indicator else (self.evaluation.budget, _OF_BUDGET)
        given = {field: getattr(one, field) for field in fields}
        if self.indicator is not None and self.indicator.award is not None:
            given["award.points"] = self.indicator.award.points
        return {f"{self.path}.{field}": value for field, value in given.items() if value is not None}

    @property
    def is_full(self) -> bool:
        """Whether full marks are printed (满分)."""
        return self.points == self.score.full

    def is_share(self, share: Fraction) -> bool:
        """Whether the printed score is a share of the weight, capped, to the last of two digits."""
        return abs(self.full * max(Fraction(0), min(_ALL, share)) - self.said) <= _HALF_A_STEP

    @property
    def shares_by_rate(self) -> Quantity | None:
        """The printed completion or execution rate, where it gives the printed score (印出的比率)."""
        if self.indicator is not None:
            rate = self.indicator.reported_rate
        else:
            budget = self.evaluation.budget
            rate = None if budget is None else budget.reported_execution_rate
        return rate if rate is not None and self.is_share(_exact(rate)) else None

    @cached_property
    def rates(self) -> frozenset[Fraction]:
        """What may be printed as the rate (可能的比率)."""
        one, rate = self.indicator, self.score.rate
        if one is None:
            return frozenset({self.rate})
        return possible_rates(one, rate, self.evaluation.year) if isinstance(rate, CompletionRate) else _NONE

    def is_right(self, rate: Quantity) -> bool:
        """Whether a printed rate is one of these, to its last digit."""
        half = half_a_digit(rate) * rate.unit.factor
        return any(abs(_exact(rate) - possible) <= half for possible in self.rates)


def _exact(rate: Quantity) -> Fraction:
    return Fraction(rate.magnitude) * rate.unit.factor
