"""Indicator (绩效指标): what is measured, what was to be reached, what was reached."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import Final

import attrs

from govperf.model.actual import Actual
from govperf.model.award import Award, Correction, corrections, optional_award
from govperf.model.columns import DATES, Column, unit_of
from govperf.model.context import (
    blank,
    heading_of,
    is_duration,
    says_a_day,
    says_a_fault,
    says_a_limit,
    says_a_saving,
)
from govperf.model.evidence import Locator, optional_locator
from govperf.model.fields import (
    category,
    chosen,
    not_negative,
    of_kind,
    optional_decimal,
    optional_quantity,
    rate,
    spelled,
    text,
    texts,
)
from govperf.model.levels import is_of_cost, is_of_time
from govperf.model.shown_values import indicator_html
from govperf.model.target import Operator, Target
from govperf.model.words import undecided
from govperf.units import Quantity, Unit

__all__ = ["Direction", "Indicator", "Nature"]


class Nature(Enum):
    """Nature of an indicator (指标性质): measured, or judged."""

    QUANTITATIVE = "quantitative"
    QUALITATIVE = "qualitative"


class Direction(Enum):
    """Direction of an indicator (指标方向): what is better, more or less, or the figure itself."""

    POSITIVE = "positive"
    REVERSE = "reverse"
    EXACT = "exact"


_NATURES: Final = {
    word + end: nature
    for word, nature in (("定量", Nature.QUANTITATIVE), ("定性", Nature.QUALITATIVE))
    for end in ("", "指标")
}
_WAYS: Final = {
    Direction.POSITIVE: "正向 正指标 正向指标",
    Direction.REVERSE: "反向 逆向 负向 逆指标 反向指标 逆向指标 负向指标",
    Direction.EXACT: "等于",
}
_OPERATORS: Final = {Direction.REVERSE: Operator.AT_MOST, Direction.EXACT: Operator.EQUAL}
_DIRECTIONS: Final = {word: way for way, line in _WAYS.items() for word in line.split()}


def _target(value: Target | Quantity | str | Decimal | int | None) -> Target | None:
    return value if isinstance(value, Target) or value is None else Target(value)


def _actual(value: Actual | Quantity | str | Decimal | int | None) -> Actual | None:
    return value if isinstance(value, Actual) or value is None else Actual(value)


def _optional_nature(value: Nature | str | None) -> Nature | None:
    return None if value is None or blank(value) else chosen(Nature, _NATURES, value)


def _optional_direction(value: Direction | str | None) -> Direction | None:
    return None if value is None or blank(value) else chosen(Direction, _DIRECTIONS, value)


@attrs.frozen
class Indicator:
    """Performance indicator (绩效指标): what is measured, its target, its actual and its weight.

    Args:
        name: The third-level indicator (三级指标).
        category: First and second level (一级, 二级指标), such as ("产出", "质量"), without the word 指标.
        target: The target (年度指标值) as printed; None where the form has none. Where no operator is
            printed, the direction infers it: 反向 ≤, 等于 =, 正向 ≥; without one ≤ for a cost (成本) that is
            no saving (成本节约率), for a limit of time under 时效 (办理时限) and for a count of faults
            (投诉率), ≥ for anything else. A bare number takes the unit that the name says in brackets.
        actual: The actual (实际完成值) as printed; None where it is not filled in. A bare number takes the
            unit of the name too, unless the target has a column of units.
        weight: Its points (分值), 0 or more; None where the form has no weights.
        award: What a person gives where no rule can (评定): an `Award`, or its points.
        corrections: Points added or taken off by a person (加减分), each with its reason.
        not_applicable: Why the indicator does not apply (不适用的原因), "" where it does.
        nature: 定量 or 定性, where the form prints it.
        direction: 正向, 反向 or 等于, where the form prints it.
        explanation: What it means (指标解释).
        criteria: How points are given or taken off (评分标准, 评扣分标准).
        source: Where the indicator is taken from (指标来源).
        target_basis: What the target follows (指标值设定依据): 计划标准, 行业标准, 历史标准.
        method: How the actual is found (完成值取值方式): 直接证明法, 问卷调查法.
        data_source: What it is found in (完成值数据来源): 业务统计, 统计年鉴.
        evidence_required: The evidence that is asked for (佐证资料要求).
        deviation_reason: Why the target was missed, or far exceeded (偏差原因).
        measures: What is done about it (改进措施).
        reported_rate: The completion rate (完成率) that the form prints, with its %.
        reported_points: The score (得分) that the form prints; govperf never computes with it.
        locator: The place that it came from (出处): the file, the page, the cell.
        note: Anything else that the form says of it.

    Raises:
        InputError: A cell cannot be read as what it must be, or a weight is negative.
        TypeError: A number is a float.

    Rule:
        The record is that of 财预〔2021〕101号, annex 2 (recalled), and of filled forms (verified).

    Example:
        >>> Indicator("项目成本", category=("产出", "成本"), target="90万元").target.operator.value
        '<='
        >>> Indicator("仓库面积（平方米）", target="104").target.quantity
        Quantity('104', '平方米')
    """

    __repr__ = spelled
    _repr_html_ = indicator_html

    name: str = attrs.field(validator=text(required=True))
    category: tuple[str, ...] = attrs.field(default=(), converter=category, validator=texts, kw_only=True)
    target: Target | None = attrs.field(default=None, converter=_target, kw_only=True)
    actual: Actual | None = attrs.field(default=None, converter=_actual, kw_only=True)
    weight: Decimal | None = attrs.field(
        default=None, converter=optional_decimal, validator=not_negative, kw_only=True
    )
    award: Award | None = attrs.field(
        default=None, converter=optional_award, validator=of_kind(Award), kw_only=True
    )
    corrections: tuple[Correction, ...] = attrs.field(default=(), converter=corrections, kw_only=True)
    not_applicable: str = attrs.field(default="", validator=text(), kw_only=True)
    nature: Nature | None = attrs.field(default=None, converter=_optional_nature, kw_only=True)
    direction: Direction | None = attrs.field(default=None, converter=_optional_direction, kw_only=True)
    explanation: str = attrs.field(default="", validator=text(), kw_only=True)
    criteria: str = attrs.field(default="", validator=text(), kw_only=True)
    source: str = attrs.field(default="", validator=text(), kw_only=True)
    target_basis: str = attrs.field(default="", validator=text(), kw_only=True)
    method: str = attrs.field(default="", validator=text(), kw_only=True)
    data_source: str = attrs.field(default="", validator=text(), kw_only=True)
    evidence_required: str = attrs.field(default="", validator=text(), kw_only=True)
    deviation_reason: str = attrs.field(default="", validator=text(), kw_only=True)
    measures: str = attrs.field(default="", validator=text(), kw_only=True)
    reported_rate: Quantity | None = attrs.field(
        default=None, converter=optional_quantity, validator=rate, kw_only=True
    )
    reported_points: Decimal | None = attrs.field(default=None, converter=optional_decimal, kw_only=True)
    locator: Locator | None = attrs.field(
        default=None, converter=optional_locator, validator=of_kind(Locator), kw_only=True
    )
    note: str = attrs.field(default="", validator=text(), kw_only=True)

    def __attrs_post_init__(self) -> None:
        """What the cells leave out stands in the name, the category or the direction."""
        heading = heading_of(self.name)
        target, actual = self.target, self.actual
        if target is not None:
            beside = self._beside(target, heading)
            target = target if target.heading is beside else attrs.evolve(target, heading=beside)
            implied = self._implied(target)
            target = target if target.implied is implied else attrs.evolve(target, implied=implied)
            object.__setattr__(self, "target", target)
            heading = heading if unit_of(target.unit) is None else None  # a column is one for both cells
        if actual is not None:
            beside = self._beside(actual, heading)
            if actual.heading is not beside:
                object.__setattr__(self, "actual", attrs.evolve(actual, heading=beside))

    def _beside(self, cell: Target | Actual, heading: Unit | None) -> Column:
        """The unit that the name says; that of a time says 日期 of 2022.12."""
        if heading is not None or undecided(cell.text) is None:
            return heading
        return DATES if is_of_time(self.category) or says_a_day(self.name) else None

    def _implied(self, target: Target) -> Operator | None:
        """The operator of a target that prints none; None is ≥."""
        if self.direction is not None:
            return _OPERATORS.get(self.direction)
        fewer = (
            says_a_fault(self.name)
            or (is_of_cost(self.category) and not says_a_saving(self.name))
            or (is_of_time(self.category) and says_a_limit(self.name) and is_duration(self._measure(target)))
        )
        return Operator.AT_MOST if fewer else None

    def _measure(self, target: Target) -> Quantity | None:
        """The figure that says what is measured: that of the target; of the actual where this one is bare."""
        figure = target.quantity
        is_bare = figure is not None and not figure.unit.atoms
        return self.actual.quantity if is_bare and self.actual is not None else figure
