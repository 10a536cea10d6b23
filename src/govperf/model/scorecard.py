"""Scorecards (评分结果): all scores of an evaluation, its total and its grade."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from govperf.model.fields import spelled
from govperf.model.remarks import Note, Undefined
from govperf.model.saying import card_lines
from govperf.model.score import Grade, Score
from govperf.model.shown_scores import scorecard_html
from govperf.model.tracing import card_trace

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["Scorecard"]


@attrs.frozen(kw_only=True)
class Scorecard:
    """Scorecard (评分结果) of an evaluation.

    Args:
        scores: Of the indicators, in the order of the form.
        budget_score: Of the budget execution.
        total: The sum of the scores, after all `steps`; or why there is none, such as a score without points.
        full: The sum of the weights, or why there is none.
        grade: Of the total, or why there is none.
        notes: What concerns the whole card.
        standard: The rule book.
        version: Of govperf.
        steps: What the sum of the scores went through to become the total: rounding at another
            level, indicators that do not apply, corrections, a cap.
        within: The least and the most that the total can be, where it is undefined and that is known; else
            None.
        unrounded: The total before any rounding (未舍入总分), corrected and capped; None where there is none.
        fingerprint: Of the numbers of the rule book, "" where it was not kept.
    """

    __repr__ = spelled
    _repr_html_ = scorecard_html

    scores: tuple[Score, ...]
    budget_score: Score
    total: Decimal | Undefined
    full: Decimal | Undefined
    grade: Grade | Undefined
    notes: tuple[Note, ...] = ()
    standard: str
    version: str
    steps: tuple[Note, ...] = ()
    within: tuple[Decimal, Decimal] | None = None
    unrounded: Fraction | None = None
    fingerprint: str = ""

    def __iter__(self) -> Iterator[Score]:
        """The budget score and all others."""
        yield self.budget_score
        yield from self.scores

    @property
    def missing(self) -> tuple[Score, ...]:
        """The scores without which there is no total (待定得分), each with its reason as its points."""
        return tuple(score for score in self if score.applicable and isinstance(score.points, Undefined))

    @property
    def possible(self) -> tuple[Decimal, Decimal] | Undefined:
        """The least and the most that the total can be (总分的可能范围); the total twice if known."""
        if isinstance(self.total, Decimal):
            return self.total, self.total
        return self.total if self.within is None else self.within

    def explain(self, lang: Language = "zh") -> str:
        """How the total came about (总分说明), a line a score.

        Args:
            lang: "zh" or "en".

        Returns:
            Several lines: the scores, the total, what is missing, and the notes.
        """
        return "\n".join(card_lines(self, lang))

    def trace(self) -> tuple[Note, ...]:
        """The way from the scores to the grade, step by step (总分过程).

        Returns:
            A note for each score, for each step after their sum, for the total and the grade, or why there
            is none and what it can be; then the notes of the card.
        """
        return card_trace(self)
