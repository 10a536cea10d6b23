"""A form under review (待审评价): the evaluation, what follows from its figures, and the rule book.

Everything is computed when a check first asks for it, and once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple, cast

from govperf.model import CompletionRate, Evaluation, Indicator, Score, Scorecard, Target, Undefined
from govperf.reviewing.consistency.counterparts import Counterpart, counterparts
from govperf.reviewing.identities.culprits import Suspect, suspects
from govperf.reviewing.identities.equations import CrossCheck, Verdict, quotient_verdict
from govperf.reviewing.identities.relations import cross_checks, part_checks
from govperf.reviewing.identities.scales import Slip, slipped
from govperf.reviewing.scores.outlying import Outlying, outlying
from govperf.reviewing.scores.readings import Difference, differences
from govperf.reviewing.targets.naming import is_share
from govperf.reviewing.targets.standing import Standing, standings
from govperf.reviewing.weights.totals import WeightTotals
from govperf.reviewing.wording.telling import Told, told_targets
from govperf.scoring import WeightCheck, evaluate, weight_checks
from govperf.standards import ReviewLimits, ScoringStandard
from govperf.standards import standard as built_in

__all__ = ["Form", "Row"]


class Row(NamedTuple):
    """Row (指标行) of a form: an indicator, its path and its computed score."""

    path: str
    indicator: Indicator
    score: Score

    @property
    def rate(self) -> CompletionRate | Undefined:
        """The completion rate (完成率), or why there is none."""
        rate = self.score.rate
        return (
            rate if isinstance(rate, (CompletionRate, Undefined)) else Undefined("undefined.actual-missing")
        )

    @property
    def doubtful(self) -> bool:
        """Whether the direction is a guess that the printed score contradicts (方向存疑).

        No operator and no direction is printed, by the inferred one the target is missed, and the form gives
        full points: it may well mean the other direction. Never a count under 产出/数量 or a share of a whole
        (合格率), where more is better.
        """
        indicator, rate = self.indicator, self.score.rate
        if not isinstance(rate, CompletionRate) or rate.met:
            return False
        target, points = indicator.target, indicator.reported_points
        if target is None or not target.inferred or indicator.direction is not None:
            return False
        full = points is not None and bool(points) and points == indicator.weight
        if not full or is_share(indicator.name):
            return False
        return not (_is_counted(target) and any(_OF_NUMBER in one for one in indicator.category))


def _is_counted(target: Target) -> bool:
    return target.quantity is not None and target.quantity.unit.is_count


_OF_NUMBER: Final = "数量"


class Form:
    """A form under review (待审评价), as checks see it.

    Args:
        evaluation: As its form says.
        book: The rule book whose limits count.
        previous: The same form of the year before, None where it is not at hand.
    """

    def __init__(
        self, evaluation: Evaluation, book: ScoringStandard, previous: Evaluation | None = None
    ) -> None:
        self.evaluation = evaluation
        self.book = book
        self.previous = previous

    @cached_property
    def card(self) -> Scorecard:
        """The scores that follow from the figures (评分结果)."""
        return evaluate(self.evaluation, standard=self.book)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every indicator with its path and its score (全部指标), in the order of the form."""
        pairs = zip(self.evaluation.indicators(), self.card.scores, strict=True)
        return tuple(Row(path, indicator, score) for (path, indicator), score in pairs)

    @cached_property
    def applying(self) -> tuple[Row, ...]:
        """The rows that apply (适用的指标行)."""
        return tuple([row for row in self.rows if not row.indicator.not_applicable])

    @cached_property
    def prose(self) -> tuple[Told, ...]:
        """The targets in words of the rows that apply (文字指标值)."""
        return told_targets(self.applying)

    @cached_property
    def supported(self) -> tuple[Row, ...]:
        """The rows whose actual has evidence (有佐证材料的指标行)."""
        return tuple([row for row in self.rows if row.indicator.actual and row.indicator.actual.evidence])

    @cached_property
    def outlying(self) -> tuple[Outlying, ...]:
        """The printed scores above their weight or below zero (越界得分)."""
        return tuple(outlying(self.evaluation, self.rows))

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """The printed scores that the rule book does not give (得分不符), each with what else gives it."""
        return differences(self.evaluation, self.card, self.rows, self.book)

    @cached_property
    def sums(self) -> tuple[CrossCheck, ...]:
        """Every cross-check that the figures allow (勾稽核对)."""
        return cross_checks(self.evaluation)

    @cached_property
    def parts(self) -> tuple[CrossCheck, ...]:
        """The totals beside those of their parts that are given (部分核对)."""
        return part_checks(self.evaluation)

    @cached_property
    def printed_rate(self) -> Verdict | None:
        """Whether the printed execution rate follows (印出的执行率), None where that cannot be said."""
        budget = self.evaluation.budget
        if budget is None or budget.reported_execution_rate is None:
            return None
        executed, adjusted = budget.executed, budget.adjusted
        if executed is None or adjusted is None or adjusted.magnitude <= 0:
            return None
        return quotient_verdict(executed, adjusted, budget.reported_execution_rate)

    @cached_property
    def slip(self) -> Slip | None:
        """The two columns of the budget that are ten thousand times each other (元与万元混用)."""
        return slipped(self.evaluation.budget, self.printed_rate, self.limits.slip.value)

    @cached_property
    def suspects(self) -> tuple[Suspect, ...]:
        """The single figures that explain broken cross-checks (疑似错误数字)."""
        return suspects(self.sums)

    @cached_property
    def weighed(self) -> tuple[WeightCheck, ...]:
        """Whether the weights add up (分值核对)."""
        return weight_checks(self.evaluation, standard=self.book)

    @cached_property
    def weight_totals(self) -> WeightTotals:
        """What the weights add up to (分值合计)."""
        return WeightTotals(self.evaluation, self.book)

    @cached_property
    def counterparts(self) -> tuple[Counterpart, ...]:
        """The indicators that the form of the year before has too (同名指标)."""
        return counterparts(self.evaluation, self.previous)

    @cached_property
    def limits(self) -> ReviewLimits:
        """The thresholds of the rule book (审核界限), those of MOF-2020-10 where it has none."""
        return self.book.review or cast("ReviewLimits", built_in().review)

    @cached_property
    def standings(self) -> Mapping[str, Sequence[Standing]]:
        """Rows by how their actual stands to their target (完成情况): the name of a check → its rows."""
        return standings(self.applying, self.book, self.limits.slip.value, self.evaluation.year)
