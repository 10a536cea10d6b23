"""Budgets and departments as HTML (预算与部门的网页显示)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from govperf.layout.fragments import (
    MOST,
    Cell,
    Html,
    block,
    cells,
    filled,
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
_STAFFING: Final = ("单位", "编制", "其中", "在职", "退休", "统计时点", "在职人员控制率")
_POSTS: Final = "编制"
"""The kind of posts that are given as a number alone."""
_LABELS: Final = ("年初预算数", "全年预算数", "到位资金", "全年执行数")


def budget_html(budget: Budget) -> str:
    """A budget as a table (预算的网页显示): the whole first, then each line that is filled in."""
    return frame(titled(f"{budget.year}年预算"), budget_parts(budget))


def budget_parts(budget: Budget) -> Html:
    """The table of a budget, its rate of execution, and all that it says beside them (预算表)."""
    lines = [("年度资金总额", budget), *_named(budget)]
    stages = [stage for stage in _STAGES if any(getattr(line, stage) is not None for _, line in lines)]
    labels: dict[str, str] = dict(zip(_STAGES, _LABELS, strict=True))
    head = ["资金", *(labels[stage] for stage in stages)]
    rows = [_row(name, [getattr(line, stage) for stage in stages]) for name, line in lines[:MOST]]
    others = [(message(f"figure.{name}", {}, "zh"), getattr(budget, name)) for name in _ALONE]
    rate = budget.execution_rate
    is_known = not isinstance(rate, Undefined)
    parts = [
        grid(head, rows if stages or len(lines) > 1 else ()),
        rest(len(lines)),
        block(safe("预算执行率"), safe(rate) if is_known else word(UNCOMPUTED), muted(rate.explain("zh"))),
        pairs([*others, ("分值", budget.weight), ("自评得分", budget.reported_points)]),
        filled(
            ("收入来源", "金额"), [[*cells(one.name), number(one.amount)] for one in budget.income_sources]
        ),
        filled(
            ("预算调整", "原因", "日期"),
            [[number(one.amount), *cells(one.reason, one.date)] for one in budget.adjustments],
        ),
        filled(
            ("截至", "累计执行数"),
            [[*cells(f"{one.month}月"), number(one.executed)] for one in budget.progress],
        ),
    ]
    return Html("".join(parts))


def _named(budget: Budget) -> Iterator[tuple[str, BudgetLine]]:
    """The lines that are filled in, each with its name."""
    for line in budget.sources:
        yield f"其中：{line.name}", line
    for name in _LINES:
        line = getattr(budget, name)
        if line is not None:
            label = message(f"figure.{name}", {}, "zh")
            yield (label if line.name in ("", label) else f"{label}（{line.name}）"), line
    for line in budget.others:
        yield line.name, line


def _row(name: str, amounts: Sequence[Quantity | None]) -> list[Cell]:
    figures = [number("" if amount is None else amount) for amount in amounts]
    return [Cell(safe(name), is_heading=True), *figures]


def department_html(department: Department) -> str:
    """A department with the units below it (部门的网页显示), and the staffing of each that gives it."""
    rows = [("代码", department.code), ("级别", department.level), ("下属单位", _count(department))]
    units = list(department.walk())
    below = [cells(unit.name, unit.code, unit.level, "；".join(unit.functions)) for unit in units[1:]]
    staffed = [_staff(unit.name, unit.staffing) for unit in units if unit.staffing is not None]
    return frame(
        titled(department.name),
        pairs(rows),
        listed(department.functions),
        filled(("下属单位", "代码", "级别", "职能"), below),
        filled(_STAFFING, staffed),
    )


def _count(department: Department) -> str:
    return f"{department.size - 1}个" if department.units else ""


def _staff(name: str, staffing: Staffing) -> list[Cell]:
    rate = staffing.control_rate
    kinds = "，".join(f"{post.kind} {post.count}" for post in staffing.authorised if post.kind != _POSTS)
    return [
        *cells(name),
        number(staffing.posts),
        *cells(kinds),
        number(staffing.actual),
        number("" if staffing.retired is None else staffing.retired),
        *cells(staffing.date),
        Cell(word(UNCOMPUTED), "number") if isinstance(rate, Undefined) else number(rate),
    ]
