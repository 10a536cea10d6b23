"""Goal (绩效目标): what is to be reached, with the indicators that measure it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from govperf.model.fields import counted, members, nesting, of_kind, spelled, strings, texts
from govperf.model.fields import text as text_field
from govperf.model.indicator import Indicator
from govperf.model.period import Period, optional_period

__all__ = ["Goal"]


def _indicators(value: Iterable[Indicator]) -> tuple[Indicator, ...]:
    return members(Indicator, value)


def _goals(value: Iterable[Goal]) -> tuple[Goal, ...]:
    return members(Goal, value)


@attrs.frozen
class Goal:
    """Performance objective (绩效目标) with the indicators that measure it.

    Args:
        text: What is to be reached (预期目标).
        achieved: What was reached, in words (目标实际完成情况).
        period: When it is to be reached: 2023, "2021/2023", "2023年上半年".
        tasks: The tasks that lead to it (任务, 支出计划), each a text.
        indicators: Its indicators, in the order of the form.
        goals: The goals that it is made of (分解目标), each with indicators of its own.

    Raises:
        DataError: The text is empty, or the period is none.
        LimitError: Goals nest too deep, or hold too many indicators together.

    Example:
        >>> goal = Goal("资助", period=2023, indicators=[Indicator("资助人数", target="52")])
        >>> goal.indicators[0].name, str(goal.period)
        ('资助人数', '2023')
    """

    __repr__ = spelled

    text: str = attrs.field(validator=text_field(required=True))
    achieved: str = attrs.field(default="", validator=text_field(), kw_only=True)
    period: Period | None = attrs.field(
        default=None, converter=optional_period, validator=of_kind(Period), kw_only=True
    )
    tasks: tuple[str, ...] = attrs.field(default=(), converter=strings, validator=texts, kw_only=True)
    indicators: tuple[Indicator, ...] = attrs.field(default=(), converter=_indicators, kw_only=True)
    goals: tuple[Goal, ...] = attrs.field(default=(), converter=_goals, kw_only=True)
    depth: int = attrs.field(init=False, repr=False, eq=False)
    """Levels of goals, this one counted (层级数)."""
    size: int = attrs.field(init=False, repr=False, eq=False)
    """Indicators of the goal and of all goals that it is made of (指标数)."""

    def __attrs_post_init__(self) -> None:
        """Count the levels and the indicators, which have an end."""
        object.__setattr__(self, "depth", nesting(goal.depth for goal in self.goals))
        size = counted([len(self.indicators), *(goal.size for goal in self.goals)])
        object.__setattr__(self, "size", size)

    def walk(self, path: str = "$") -> Iterator[tuple[str, Indicator]]:
        """Every indicator of the goal and of the goals that it is made of (全部指标), with its path.

        Args:
            path: Of the goal itself.

        Yields:
            Such as `$.goals[1].indicators[0]` and the indicator there; its own before the others.
        """
        for i, indicator in enumerate(self.indicators):
            yield f"{path}.indicators[{i}]", indicator
        for i, goal in enumerate(self.goals):
            yield from goal.walk(f"{path}.goals[{i}]")
