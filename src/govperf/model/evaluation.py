"""Evaluation (绩效评价): one department or project in one year, as its form says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import Enum
from typing import Final

import attrs

from govperf.errors import DataError
from govperf.model.award import Award, Correction, corrections
from govperf.model.budget import Budget
from govperf.model.budget_line import Part, parts
from govperf.model.department import Department
from govperf.model.fields import (
    category,
    chosen,
    counted,
    members,
    not_negative,
    of_kind,
    optional_decimal,
    quantity,
    spelled,
    strings,
    text,
    texts,
    year,
)
from govperf.model.finding import Acceptance, acceptances
from govperf.model.goal import Goal
from govperf.model.indicator import Indicator
from govperf.model.shown_forms import evaluation_html
from govperf.model.target import Operator
from govperf.units import Quantity

__all__ = ["Breakdown", "Evaluation", "EvaluationKind", "Subtotal"]


class EvaluationKind(Enum):
    """Who evaluates (评价类型): the department itself, the department its project, the finance department."""

    SELF = "self"
    DEPARTMENTAL = "departmental"
    FINANCE = "finance"


_KINDS: Final = {
    "自评": EvaluationKind.SELF,
    "绩效自评": EvaluationKind.SELF,
    "单位自评": EvaluationKind.SELF,
    "部门评价": EvaluationKind.DEPARTMENTAL,
    "财政评价": EvaluationKind.FINANCE,
}


@attrs.frozen
class Breakdown:
    """Breakdown (分项合计): a printed total beside the parts that should make it up.

    A mapping of name → amount will do as parts.

    Args:
        name: What is counted.
        total: The printed total.
        parts: The parts, each with a name.

    Raises:
        InputError: An amount cannot be read.

    Example:
        >>> Breakdown("检查企业", total="342家", parts={"粉尘": "150家", "有限空间": "150家"}).total
        Quantity('342', '家')
    """

    __repr__ = spelled

    name: str = attrs.field(validator=text(required=True))
    total: Quantity = attrs.field(converter=quantity, kw_only=True)
    parts: tuple[Part, ...] = attrs.field(converter=parts, kw_only=True)


def _named(_: object, field: attrs.Attribute[tuple[str, ...]], value: tuple[str, ...]) -> None:
    """A group has a heading."""
    if not any(level.strip() for level in value):
        raise DataError("data.empty", path=field.name)


@attrs.frozen
class Subtotal:
    """Subtotal (小计): the points and the score that a form prints for a group of indicators.

    Args:
        category: The group: ("产出",), ("产出", "数量"), or another heading of the form.
        weight: Its points (分值), 0 or more, if the form prints them.
        reported_points: Its score (得分), if the form prints it.

    Raises:
        InputError: The group has no heading, a number is none, or a weight is negative.

    Example:
        >>> Subtotal(("产出", "数量"), reported_points=10).reported_points
        Decimal('10')
    """

    __repr__ = spelled

    category: tuple[str, ...] = attrs.field(converter=category, validator=[texts, _named])
    weight: Decimal | None = attrs.field(
        default=None, converter=optional_decimal, validator=not_negative, kw_only=True
    )
    reported_points: Decimal | None = attrs.field(default=None, converter=optional_decimal, kw_only=True)


def _yes_or_no(_: object, field: attrs.Attribute[bool | None], value: object) -> None:
    if not (value is None or isinstance(value, bool)):
        raise TypeError(f"{field.name} is True, False or None, not {type(value).__name__}")


def _kind(value: EvaluationKind | str) -> EvaluationKind:
    return chosen(EvaluationKind, _KINDS, value)


def _goals(value: Iterable[Goal]) -> tuple[Goal, ...]:
    return members(Goal, value)


def _breakdowns(value: Iterable[Breakdown]) -> tuple[Breakdown, ...]:
    return members(Breakdown, value)


def _subtotals(value: Iterable[Subtotal]) -> tuple[Subtotal, ...]:
    return members(Subtotal, value)


def _department(value: Department | str) -> Department:
    return Department(value) if isinstance(value, str) else value


def _with_awards(goal: Goal) -> Goal:
    indicators = [_with_award(one) for one in goal.indicators]
    return attrs.evolve(goal, indicators=indicators, goals=[_with_awards(one) for one in goal.goals])


def _with_award(indicator: Indicator) -> Indicator:
    prose = indicator.target is not None and indicator.target.operator is Operator.TEXT
    points = indicator.reported_points
    if not prose or indicator.award is not None or points is None or points < 0:
        return indicator
    return attrs.evolve(indicator, award=Award(points))


@attrs.frozen
class Evaluation:
    """Performance evaluation (绩效评价) of a department or of one of its projects, by itself or by others.

    A text as the department is its name; the kind may be given as forms print it (自评, 部门评价, 财政评价).

    Args:
        department: Who is evaluated (主管部门).
        year: The year evaluated.
        kind: 自评 ("self", the default), 部门评价 ("departmental") or 财政评价 ("finance").
        project: The project (项目), "" for the department as a whole.
        implementer: The unit that carries the project out (实施单位).
        budget: Its budget, if the form has one.
        goals: Its objectives with their indicators.
        breakdowns: Totals and parts that the report states in prose.
        standard: The rule book that it follows, such as "MOF-2020-10"; "" where the form does not say.
        finished: Whether the project is finished (是否完成); None where the form does not say.
        corrections: Points added to the total or taken off by a person (加减分), each with its reason.
        subtotals: Points and scores that the form prints for groups of indicators.
        reported_total: The total score (总分) that the form prints; never computed with.
        reported_grade: The grade (等级) that the form prints; never computed with.
        notes: Anything else that the form says.
        accepted: Findings of a review that somebody has looked at and answers for.
        source: Where the figures come from.

    Raises:
        InputError: The year is none, a text or a list is too long, or the total is no number or negative.
        TypeError: A field is of another type.

    Example:
        >>> evaluation = Evaluation(Department("某中学"), 2023, reported_total="83.28")
        >>> evaluation.reported_total, list(evaluation.indicators())
        (Decimal('83.28'), [])
    """

    __repr__ = spelled
    _repr_html_ = evaluation_html

    department: Department = attrs.field(converter=_department, validator=of_kind(Department, required=True))
    year: int = attrs.field(validator=year)
    kind: EvaluationKind = attrs.field(default=EvaluationKind.SELF, converter=_kind, kw_only=True)
    project: str = attrs.field(default="", validator=text(), kw_only=True)
    implementer: str = attrs.field(default="", validator=text(), kw_only=True)
    budget: Budget | None = attrs.field(default=None, validator=of_kind(Budget), kw_only=True)
    goals: tuple[Goal, ...] = attrs.field(default=(), converter=_goals, kw_only=True)
    breakdowns: tuple[Breakdown, ...] = attrs.field(default=(), converter=_breakdowns, kw_only=True)
    standard: str = attrs.field(default="", validator=text(), kw_only=True)
    finished: bool | None = attrs.field(default=None, validator=_yes_or_no, kw_only=True)
    corrections: tuple[Correction, ...] = attrs.field(default=(), converter=corrections, kw_only=True)
    subtotals: tuple[Subtotal, ...] = attrs.field(default=(), converter=_subtotals, kw_only=True)
    reported_total: Decimal | None = attrs.field(
        default=None, converter=optional_decimal, validator=not_negative, kw_only=True
    )
    reported_grade: str = attrs.field(default="", validator=text(), kw_only=True)
    notes: tuple[str, ...] = attrs.field(default=(), converter=strings, validator=texts, kw_only=True)
    accepted: tuple[Acceptance, ...] = attrs.field(default=(), converter=acceptances, kw_only=True)
    source: str = attrs.field(default="", validator=text(), kw_only=True)

    def __attrs_post_init__(self) -> None:
        """The indicators of all goals together have an end."""
        counted(goal.size for goal in self.goals)

    def with_printed_awards(self) -> Evaluation:
        """The same evaluation with its printed scores as awards (以自评得分作为评定).

        Only where the target is prose, which a person has judged, no award is given, and the printed score
        is not negative. What a form prints is never computed with otherwise.

        Returns:
            A new evaluation.

        Example:
            >>> from govperf.model import Goal, Indicator
            >>> row = Indicator("宣传", target="效果明显", weight=10, reported_points=8)
            >>> made = Evaluation("某局", 2023, goals=[Goal("宣传", indicators=[row])]).with_printed_awards()
            >>> made.goals[0].indicators[0].award
            Award(points=Decimal('8'))
        """
        return attrs.evolve(self, goals=[_with_awards(goal) for goal in self.goals])

    def indicators(self) -> Iterator[tuple[str, Indicator]]:
        """Every indicator with its path (全部指标), in the order of the form.

        Yields:
            Such as `$.goals[0].indicators[2]` and the indicator there; those of a goal before those
            of the goals that it is made of.
        """
        for i, goal in enumerate(self.goals):
            yield from goal.walk(f"$.goals[{i}]")
