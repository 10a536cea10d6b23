"""Indicator and goal (绩效指标, 绩效目标)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

import attrs

from govperf.model.actual import Actual
from govperf.model.fields import members, not_negative, optional_decimal, strings, text, texts
from govperf.model.target import Target
from govperf.units import Quantity

__all__ = ["Goal", "Indicator"]

_COST: Final = "成本"
_SUFFIX: Final = "指标"


def _category(value: Iterable[str]) -> tuple[str, ...]:
    """Levels without the word 指标, which forms print or leave out at will."""
    return tuple(level.strip().removesuffix(_SUFFIX) or level.strip() for level in strings(value))


def _target(value: Target | Quantity | str | Decimal | int | None) -> Target | None:
    return value if isinstance(value, Target) or value is None else Target(value)


def _actual(value: Actual | Quantity | str | Decimal | int | None) -> Actual | None:
    return value if isinstance(value, Actual) or value is None else Actual(value)


def _indicators(value: Iterable[Indicator]) -> tuple[Indicator, ...]:
    return members(Indicator, value)


@attrs.frozen
class Indicator:
    """Performance indicator (绩效指标): what is measured, its target, its actual and its weight.

    Args:
        name: The third-level indicator (三级指标).
        category: First and second level (一级, 二级指标), such as ("产出", "质量").
        target: The target (年度指标值) as printed; None where the form has none. Where no operator is
            printed, ≤ is inferred for a cost (成本) and ≥ for anything else.
        actual: The actual (实际完成值) as printed; None where it is not filled in.
        weight: Its points (分值), 0 or more; None where the form has no weights.
        reported_points: The score (得分) that the form prints; govperf never computes with it.

    Raises:
        InputError: A cell cannot be read as what it must be, or a weight is negative.
        TypeError: A number is a float.

    Example:
        >>> Indicator("项目成本", category=("产出", "成本"), target="90万元").target.operator.value
        '<='
    """

    name: str = attrs.field(validator=text(required=True))
    category: tuple[str, ...] = attrs.field(default=(), converter=_category, validator=texts, kw_only=True)
    target: Target | None = attrs.field(default=None, converter=_target, kw_only=True)
    actual: Actual | None = attrs.field(default=None, converter=_actual, kw_only=True)
    weight: Decimal | None = attrs.field(
        default=None, converter=optional_decimal, validator=not_negative, kw_only=True
    )
    reported_points: Decimal | None = attrs.field(default=None, converter=optional_decimal, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Where no operator is printed, less is better for a cost, more for anything else."""
        if self.target is not None and self.target.inferred:
            cost = any(level.endswith(_COST) for level in self.category)
            object.__setattr__(self, "target", attrs.evolve(self.target, of_a_cost=cost))


@attrs.frozen
class Goal:
    """Performance objective (绩效目标) with the indicators that measure it.

    Args:
        text: What is to be reached.
        indicators: Its indicators, in the order of the form.

    Raises:
        DataError: The text is empty.

    Example:
        >>> Goal("资助", indicators=[Indicator("资助人数", target="52")]).indicators[0].name
        '资助人数'
    """

    text: str = attrs.field(validator=text(required=True))
    indicators: tuple[Indicator, ...] = attrs.field(default=(), converter=_indicators, kw_only=True)
