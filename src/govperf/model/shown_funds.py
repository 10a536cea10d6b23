"""Budgets and departments as HTML (预算与部门的网页显示)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final

from govperf.layout.fragments import (
    MOST,
    Cell,
    Html,
    block,
    frame,
    grid,
    listed,
    muted,
    number,
    pairs,
    rest,
    safe,
    titled,
)
from govperf.messages import message
from govperf.model.remarks import Undefined
from govperf.model.shown_values import UNCOMPUTED, word

if TYPE_CHECKING:
    from govperf.model.budget import Budget
    from govperf.model.budget_line import BudgetLine
    from govperf.model.department import Department, Staffing
    from govperf.units import Quantity

__all__ = ["budget_html", "budget_parts", "department_html"]

_STAGES: Final = ("original", "adjusted", "received", "executed")
_LINES: Final = (
    "basic",
    "personnel",
    "operating",
    "project",
    "key_projects",
    "three_public",
    "overseas",
    "vehicles",
    "vehicle_purchase",
    "vehicle_running",
    "hospitality",
    "procurement",
)
_ALONE: Final = ("income", "carried_in", "carried_out", "reported_execution_rate", "reported_completion_rate")
_LABELS: Final = ("年初预算数", "全年预算数", "到位资金", "全年执行数")


def budget_html(budget: Budget) -> str:
    """A budget as a table (预算的网页显示): the whole first, then each line that is filled in."""
    return frame(titled(f"{budget.year}年预算"), budget_parts(budget))


def budget_parts(budget: Budget) -> Html:
    """The table of a budget, what it says beside it, and its rate of execution (预算表)."""
    lines = [("年度资金总额", budget), *_named(budget)]
    stages = [stage for stage in _STAGES if any(getattr(line, stage) is not None for _, line in lines)]
    labels: dict[str, str] = dict(zip(_STAGES, _LABELS, strict=True))
    head = ["资金", *(labels[stage] for stage in stages)]
    rows = [_row(name, [getattr(line, stage) for stage in stages]) for name, line in lines[:MOST]]
    others = [(message(f"figure.{name}", {}, "zh"), getattr(budget, name)) for name in _ALONE]
    rate = budget.execution_rate
    is_known = not isinstance(rate, Undefined)
    parts = [
        grid(head, rows if stages else ()),
        rest(len(lines)),
        block(safe("预算执行率"), safe(rate) if is_known else word(UNCOMPUTED), muted(rate.explain("zh"))),
        pairs([*others, ("分值", budget.weight), ("自评得分", budget.reported_points)]),
    ]
    return Html("".join(parts))


def _named(budget: Budget) -> Iterator[tuple[str, BudgetLine]]:
    """The lines that are filled in, each with its name."""
    for line in budget.sources:
        yield f"其中：{line.name}", line
    for name in _LINES:
        line = getattr(budget, name)
        if line is not None:
            yield message(f"figure.{name}", {}, "zh"), line
    for line in budget.others:
        yield line.name, line


def _row(name: str, amounts: Sequence[Quantity | None]) -> list[Cell]:
    figures = [number("" if amount is None else amount) for amount in amounts]
    return [Cell(safe(name), is_heading=True), *figures]


def department_html(department: Department) -> str:
    """A department with the units below it (部门的网页显示), and their staffing where it is given."""
    rows = [("代码", department.code), ("级别", department.level), ("下属单位", _count(department))]
    units = list(islice(department.walk(), MOST))
    staffed = [(unit.name, unit.staffing) for unit in units if unit.staffing is not None]
    names = [unit.name for unit in units[1:]] if not staffed else []
    return frame(
        titled(department.name),
        pairs(rows),
        listed(department.functions),
        grid(("单位", "编制", "在职", "退休", "在职人员控制率"), [_staff(*one) for one in staffed]),
        listed(names),
        rest(department.size),
    )


def _count(department: Department) -> str:
    return f"{department.size - 1}个" if department.units else ""


def _staff(name: str, staffing: Staffing) -> list[Cell]:
    rate = staffing.control_rate
    retired = "" if staffing.retired is None else staffing.retired
    shown = Cell(word(UNCOMPUTED), "number") if isinstance(rate, Undefined) else number(rate)
    return [Cell(safe(name)), number(staffing.posts), number(staffing.actual), number(retired), shown]
