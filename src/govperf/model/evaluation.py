"""Evaluation (绩效自评): one department or project in one year, as its form says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

import attrs

from govperf.model.budget import Budget, Part, parts
from govperf.model.department import Department
from govperf.model.fields import members, not_negative, optional_decimal, quantity, text, year
from govperf.model.indicator import Goal, Indicator
from govperf.units import Quantity

__all__ = ["Breakdown", "Evaluation"]


@attrs.frozen
class Breakdown:
    """Breakdown (分项合计): a printed total beside the parts that should make it up.

    Args:
        name: What is counted.
        total: The printed total.
        parts: The parts, each with a name; a mapping of name → amount will do.

    Raises:
        InputError: An amount cannot be read.

    Example:
        >>> Breakdown("检查企业", total="342家", parts={"粉尘": "150家", "有限空间": "150家"}).total
        Quantity('342', '家')
    """

    name: str = attrs.field(validator=text(required=True))
    total: Quantity = attrs.field(converter=quantity, kw_only=True)
    parts: tuple[Part, ...] = attrs.field(converter=parts, kw_only=True)


def _goals(value: Iterable[Goal]) -> tuple[Goal, ...]:
    return members(Goal, value)


def _breakdowns(value: Iterable[Breakdown]) -> tuple[Breakdown, ...]:
    return members(Breakdown, value)


def _department(value: Department | str) -> Department:
    return Department(value) if isinstance(value, str) else value


@attrs.frozen
class Evaluation:
    """Performance self-evaluation (绩效自评) of a department or of one of its projects.

    Args:
        department: Who evaluates itself; a name makes one without units and staffing.
        year: The year evaluated.
        project: The project (项目), "" for the department as a whole.
        budget: Its budget, if the form has one.
        goals: Its objectives with their indicators.
        breakdowns: Totals and parts that the report states in prose.
        reported_total: The total score (总分) that the form prints; never computed with.
        source: Where the figures come from.

    Raises:
        InputError: The year is none, a text or a list is too long, or the total is no number or negative.
        TypeError: A field is of another type.

    Example:
        >>> evaluation = Evaluation(Department("某中学"), 2023, reported_total="83.28")
        >>> evaluation.reported_total, list(evaluation.indicators())
        (Decimal('83.28'), [])
    """

    department: Department = attrs.field(
        converter=_department, validator=attrs.validators.instance_of(Department)
    )
    year: int = attrs.field(validator=year)
    project: str = attrs.field(default="", validator=text(), kw_only=True)
    budget: Budget | None = attrs.field(
        default=None, validator=attrs.validators.optional(attrs.validators.instance_of(Budget)), kw_only=True
    )
    goals: tuple[Goal, ...] = attrs.field(default=(), converter=_goals, kw_only=True)
    breakdowns: tuple[Breakdown, ...] = attrs.field(default=(), converter=_breakdowns, kw_only=True)
    reported_total: Decimal | None = attrs.field(
        default=None, converter=optional_decimal, validator=not_negative, kw_only=True
    )
    source: str = attrs.field(default="", validator=text(), kw_only=True)

    def indicators(self) -> Iterator[tuple[str, Indicator]]:
        """Every indicator with its path (全部指标), in the order of the form.

        Yields:
            Such as `$.goals[0].indicators[2]` and the indicator there.
        """
        for i, goal in enumerate(self.goals):
            for j, indicator in enumerate(goal.indicators):
                yield f"$.goals[{i}].indicators[{j}]", indicator
