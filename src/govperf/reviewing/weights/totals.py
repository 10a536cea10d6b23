"""Total of the weights (分值合计): what a form's weights add up to, and what they may add up to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache, cached_property, partial, reduce
from itertools import groupby, starmap
from typing import Final, NamedTuple

from govperf.limits import LIMITS
from govperf.model import Evaluation, EvaluationKind, Indicator
from govperf.numerals.contexts import EXACT
from govperf.scoring import equal_weights
from govperf.scoring.weighing import Weighing
from govperf.standards import ScoringStandard, Taxonomy, taxonomy

__all__ = ["Leftover", "Weighed", "WeightTotals", "leftover", "total_of"]

_NONE: Final = Decimal(0)
_EXECUTION: Final = "执行率"
_EXTRA: Final = ("加分", "附加项")


class Weighed(NamedTuple):
    """An indicator with its path (指标及其位置)."""

    path: str
    indicator: Indicator

    @property
    def is_extra(self) -> bool:
        """Whether it gives points beyond the full ones (加分项)."""
        labels = "\n".join((self.indicator.name, *self.indicator.category))
        return any(word in labels for word in _EXTRA)


class Leftover(NamedTuple):
    """What an equal split has lost or gained (平均分配的尾差): rows of one weight, and what was split."""

    rows: tuple[Weighed, ...]
    weight: Decimal
    sum: Decimal
    points: Decimal

    @property
    def off(self) -> Decimal:
        """How much the rows are above what was split, below it if negative."""
        return EXACT.subtract(self.sum, self.points)

    @property
    def shares(self) -> tuple[Decimal, ...]:
        """A split of as many decimals that loses nothing."""
        return equal_weights(self.points, len(self.rows), digits=_decimals(self.weight))


class WeightTotals:
    """Total of the weights (分值合计) of a form, with all that may make it right.

    Args:
        evaluation: As its form says.
        book: The rule book, which says the full points and those of the budget execution.
    """

    def __init__(self, evaluation: Evaluation, book: ScoringStandard) -> None:
        self.evaluation = evaluation
        self.book = book
        self.rows = tuple(starmap(Weighed, evaluation.indicators()))
        self.given = tuple([row for row in self.rows if row.indicator.weight is not None])

    @cached_property
    def weighing(self) -> Weighing:
        """The checks of the weights (分值核对), each kind made when it is asked for."""
        return Weighing(self.evaluation, self.rows, self.book)

    @cached_property
    def execution(self) -> Decimal | None:
        """The points that the form prints for the budget execution (预算执行率分值)."""
        return None if self.evaluation.budget is None else self.evaluation.budget.weight

    @cached_property
    def sum(self) -> Decimal:
        """All weights that are given, with that of the budget execution (分值合计)."""
        return EXACT.add(total_of(self.given), self.execution or _NONE)

    @cached_property
    def allowed(self) -> tuple[Decimal, ...]:
        """What they may add up to (应有合计), the most last.

        A form without points for the budget execution leaves them out, or has them among its indicators.
        """
        full = self.book.full.value
        points = self.book.execution_points.value
        if self.execution is None and points and self.evaluation.kind is EvaluationKind.SELF:
            return EXACT.subtract(full, points), full
        return (full,)

    @cached_property
    def sums(self) -> frozenset[Decimal]:
        """The sum, and what it is without the points that may count beside the full ones (可能的合计).

        Those of rows that do not apply, of extra points, and of a budget execution that stands twice: as an
        indicator and above them.
        """
        spare = [
            total_of(row for row in self.given if row.indicator.not_applicable),
            total_of(row for row in self.given if row.is_extra and not row.indicator.not_applicable),
            self.execution if self.execution and self._execution_is_a_row else _NONE,
        ]
        sums = {self.sum}
        for points in filter(None, spare):
            sums |= {EXACT.subtract(one, points) for one in sums}
        return frozenset(sums)

    @property
    def _execution_is_a_row(self) -> bool:
        return any(
            _EXECUTION in row.indicator.name and row.indicator.weight == self.execution for row in self.given
        )

    @cached_property
    def adds_up(self) -> bool:
        """Whether the weights that are given are all the points (是否满分)."""
        return self.sum in self.allowed or not self.sums.isdisjoint(self.allowed)

    @cached_property
    def missing(self) -> tuple[Weighed, ...]:
        """The rows without a weight (缺分值的指标), but for those that need none.

        A row that does not apply needs none, nor one of a group that is weighed or scored as a whole.
        """
        if len(self.given) == len(self.rows):
            return ()
        groups = {
            group.category
            for group in self.evaluation.subtotals
            if group.weight is not None or group.reported_points is not None
        }
        return tuple(
            row
            for row in self.rows
            if row.indicator.weight is None and not row.indicator.not_applicable and not _is_in(row, groups)
        )

    @cached_property
    def groups(self) -> dict[str, list[Weighed]]:
        """The rows below each group of the form (分组指标), by the path of its points."""
        named = self.evaluation.subtotals
        heading = cache(partial(_heading, taxonomy(self.book.taxonomy)))
        below: dict[tuple[str, ...], list[Weighed]] = {}
        depths = {len(group.category) for group in named}
        for row in self.given:
            for depth in depths:
                below.setdefault(heading(row.indicator.category[:depth]), []).append(row)
        return {
            f"$.subtotals[{i}].weight": below.get(heading(group.category), [])
            for i, group in enumerate(named)
        }

    @property
    def is_complete(self) -> bool:
        """Whether every row has its weight (分值是否齐全)."""
        return len(self.given) == len(self.rows) > 0

    @cached_property
    def is_over(self) -> bool:
        """Whether they are too many points (是否超过满分), however they are counted."""
        most = self.allowed[-1]
        above = self.sum > most if self.is_complete else min(self.sums) > most
        return above and not self.adds_up and not self.leftovers and not self._goals_are_full

    @cached_property
    def is_short(self) -> bool:
        """Whether they are too few points (是否不足满分), and none is left out."""
        below = self.is_complete and self.sum < self.allowed[-1] and not (self.adds_up or self._are_shares)
        return below and any(row.indicator.weight for row in self.given) and not self.leftovers

    @property
    def _are_shares(self) -> bool:
        """Whether the weights are shares of one (权重为比例), and not points."""
        return EXACT.multiply(self.sum, self.book.full.value) in self.allowed

    @property
    def _goals_are_full(self) -> bool:
        """Whether each of several goals has all points to itself."""
        goals = [tuple(rows) for _, rows in groupby(self.given, lambda row: row.path.partition("]")[0])]
        whole = {*self.allowed, EXACT.subtract(self.allowed[-1], self.execution or _NONE)}
        return len(goals) > 1 and all(total_of(rows) in whole for rows in goals)

    @cached_property
    def leftovers(self) -> tuple[Leftover, ...]:
        """The equal splits that explain to the last digit why the weights do not add up (平均分配的尾差)."""
        if self.adds_up or not self.is_complete:
            return ()
        off = {EXACT.subtract(self.sum, points) for points in self.allowed}
        for key in _BLOCKS:
            found = tuple(filter(None, map(leftover, _blocks(self.given, key))))
            if reduce(EXACT.add, (one.off for one in found), _NONE) in off:
                return found
        return ()


def leftover(rows: Sequence[Weighed], points: Decimal | None = None) -> Leftover | None:
    """What an equal split over rows has lost or gained (平均分配的尾差).

    Args:
        rows: Of a group.
        points: What was split; None for the nearest whole number.

    Returns:
        None where the rows do not weigh the same, where nothing is lost, or too much for rounding: a last
        digit of each row or more.

    Example:
        >>> rows = [Weighed("$", Indicator("巡查", weight="3.33"))] * 3
        >>> leftover(rows).points, leftover(rows).off
        (Decimal('10'), Decimal('-0.01'))
    """
    weight, digits = _common(rows)
    if weight is None or not 0 < digits <= LIMITS.digits:
        return None
    total = EXACT.multiply(weight, Decimal(len(rows)))
    whole = EXACT.to_integral_value(total) if points is None else points
    step = Decimal(len(rows)).scaleb(-digits, EXACT)  # a last digit of each row
    off = abs(EXACT.subtract(total, whole))
    if not 0 < off < step or whole < step or _decimals(whole) > digits:
        return None
    return Leftover(tuple(rows), weight, total, whole)


def _common(rows: Sequence[Weighed]) -> tuple[Decimal | None, int]:
    """The one weight of several rows with its decimals; None where there is no such."""
    weights = {row.indicator.weight for row in rows}
    weight = weights.pop() if len(weights) == 1 and len(rows) > 1 else None
    return weight, 0 if weight is None else _decimals(weight)


def _decimals(number: Decimal) -> int:
    return max(0, -int(number.as_tuple().exponent))


def total_of(rows: Iterable[Weighed]) -> Decimal:
    """The weights of rows together (分值合计), exactly; a missing one is no points.

    Example:
        >>> total_of([Weighed("$", Indicator("巡查", weight="3.33"))] * 3)
        Decimal('9.99')
    """
    return reduce(EXACT.add, [row.indicator.weight or _NONE for row in rows], _NONE)


def _heading(known: Taxonomy, labels: tuple[str, ...]) -> tuple[str, ...]:
    """What labels mean: their code, or where nobody knows them the labels themselves."""
    found = known.find(labels)
    return (found.code,) if found else labels


def _is_in(row: Weighed, groups: set[tuple[str, ...]]) -> bool:
    category = row.indicator.category
    return any(category[:depth] in groups for depth in range(1, len(category) + 1)) if groups else False


_BLOCKS: Final[tuple[Callable[[Weighed], tuple[str, ...]], ...]] = (
    lambda row: row.indicator.category[:1],
    lambda row: row.indicator.category,
    lambda _: (),
)
"""Over what points are split: a first level, a second level, the whole form."""


def _blocks(
    rows: Iterable[Weighed], key: Callable[[Weighed], tuple[str, ...]]
) -> Iterator[tuple[Weighed, ...]]:
    blocks: dict[tuple[str, ...], list[Weighed]] = {}
    for row in rows:
        blocks.setdefault(key(row), []).append(row)
    return map(tuple, blocks.values())
