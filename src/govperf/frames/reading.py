"""Tables into evaluations (读取数据表)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs

from govperf.errors import DataError, InputError, LimitError
from govperf.frames.cells import Cell
from govperf.frames.native import labels_of, opened, rows_of, titles_of
from govperf.frames.plans import Plan, plan_of
from govperf.frames.readers import points_of
from govperf.frames.rows import Kind, Line, indicator_of, lines
from govperf.frames.sheets import RowNote, Sheet
from govperf.frames.words import is_subtotal, is_total, plain
from govperf.limits import LIMITS
from govperf.model import Budget, Department, Evaluation, Goal, Indicator, Subtotal
from govperf.units import Quantity

if TYPE_CHECKING:
    from narwhals.stable.v2.typing import IntoDataFrame

__all__ = ["read", "read_each", "sheet_of"]

_GOAL: Final = "年度绩效目标"
_NO_COLUMNS: Final[Mapping[str, object]] = {}
_MAIN: Final = ("target", "actual", "weight")
"""Columns without which nothing is scored."""
_NO_BUDGETS: Final[Mapping[str, Budget]] = {}
Rows = list[tuple[int, tuple[Cell, ...]]]


def read(
    frame: IntoDataFrame,
    *,
    department: Department | str,
    year: int,
    budget: Budget | None = None,
    project: str = "",
    standard: str = "",
    goal: str = _GOAL,
    columns: Mapping[str, object] = _NO_COLUMNS,
) -> Sheet:
    """The evaluation that a dataframe holds as a table of indicators (读取指标表).

    Args:
        frame: Of pandas, polars, pyarrow or another library that narwhals knows; a row for each indicator, in
            columns as forms call them (三级指标, 年度指标值, 实际完成值, 分值) or in English (indicator,
            target, actual, weight).
        department: As for `Evaluation`.
        year: As for `Evaluation`.
        budget: As for `Evaluation`; the table does not hold it.
        project: As for `Evaluation`.
        standard: As for `Evaluation`.
        goal: The text of the goal, where no column names it.
        columns: Field → name of its column, where the name says nothing or two columns say the same.

    Returns:
        The evaluation; the cells that cannot be read, each by its row and its column; the rows and columns
        that are not part of it.

    Raises:
        DataError: No column names the indicators, two columns say the same, or the table holds several
            departments.
        LimitError: It has too many rows.
        InputError: Another argument cannot be what it is.
        TypeError: The first argument is no dataframe, or a lazy one.

    Example:
        >>> import pandas as pd
        >>> table = pd.DataFrame({"三级指标": ["演练场次"], "指标值": ["≥12场"], "完成值": [9], "分值": [50]})
        >>> sheet = read(table, department="某局", year=2023)
        >>> sheet, [one.weight for _, one in sheet.evaluation.indicators()]
        (Sheet(indicators: 1, unreadable cells: 0), [Decimal('50')])
    """
    form = Evaluation(department, year, budget=budget, project=project, standard=standard)
    table = opened(frame)
    plan = plan_of(titles_of(table), columns, ["name"], year)
    if len(table) > LIMITS.items:
        raise LimitError("limit.items", details={"limit": LIMITS.items})
    rows = list(enumerate(rows_of(table, plan), 1))
    if "department" in plan.places and len(_parted(plan, rows)[0]) > 1:
        raise DataError("frames.departments", details={"column": plan.title("department")})
    return sheet_of(plan, form, rows, goal=goal, label=labels_of(table))


def read_each(
    frame: IntoDataFrame,
    *,
    year: int,
    by: str = "",
    budgets: Mapping[str, Budget] = _NO_BUDGETS,
    standard: str = "",
    goal: str = _GOAL,
    columns: Mapping[str, object] = _NO_COLUMNS,
) -> dict[str, Sheet]:
    """The evaluations of many departments that stand in one dataframe (读取多部门指标表).

    Args:
        frame: As for `read`, with a column of departments; blank cells of it are filled down.
        year: Of all of them.
        by: The column that tells them apart, such as 项目名称; else that of the departments.
        budgets: Department → its budget.
        standard: As for `read`.
        goal: As for `read`.
        columns: As for `read`.

    Returns:
        Department → what was read of it, in the order of the table. Rows are counted in the whole table.

    Raises:
        DataError: No column names the departments or the indicators, or a row above the first department
            names none.
        LimitError: A department has too many rows.
        InputError: As for `read`.
        TypeError: As for `read`.

    Example:
        >>> import pandas as pd
        >>> table = pd.DataFrame({"部门": ["甲局", None, "乙局"], "指标": ["巡查", "培训", "巡查"]})
        >>> {name: sheet.rows for name, sheet in read_each(table, year=2023).items()}
        {'甲局': (1, 2), '乙局': (3,)}
    """
    table = opened(frame)
    chosen = {**columns, "department": by} if by else columns
    plan = plan_of(titles_of(table), chosen, ["name", "department"], year)
    parts, others = _parted(plan, enumerate(rows_of(table, plan), 1))
    label = labels_of(table)
    made: dict[str, Sheet] = {}
    for name, rows in parts.items():
        if not name:
            raise DataError("frames.no-department", details={"row": rows[0][0]})
        form = Evaluation(name, year, budget=budgets.get(name), standard=standard)
        made[name] = sheet_of(plan, form, rows, goal=goal, label=label)
    if made and others:
        last = next(reversed(made))
        notes = [RowNote(row, label(row), "", DataError("frames.all-departments")) for row in others]
        made[last] = attrs.evolve(made[last], left_out=(*made[last].left_out, *notes))
    return made


def _parted(plan: Plan, rows: Iterable[tuple[int, tuple[Cell, ...]]]) -> tuple[dict[str, Rows], list[int]]:
    """Department → its rows; and the rows that are totals of all of them."""
    place = plan.places["department"]
    parts: dict[str, Rows] = {}
    others: list[int] = []
    name = ""
    for number, cells in rows:
        cell = cells[place]
        if isinstance(cell, str) and is_total(cell):
            others.append(number)
            continue
        name = cell if isinstance(cell, str) and cell else name
        if name or any(cell != "" for cell in cells):
            parts.setdefault(name, []).append((number, cells))
    return parts, others


def sheet_of(plan: Plan, form: Evaluation, rows: Rows, *, goal: str, label: Callable[[int], str]) -> Sheet:
    """The evaluation of some rows (逐行读取指标).

    Args:
        plan: What their columns say.
        form: The evaluation without its goals.
        rows: Number and cells of each.
        goal: The text of the goal of rows that name none.
        label: What pandas calls a row.

    Returns:
        As for `read`.
    """
    found = _Found(plan, form.year, goal, form.budget)
    for line in lines(plan, rows):
        _TAKEN[line.kind](found, line)
    notes = [RowNote(row, label(row), title, fault) for row, title, fault in found.faults[: LIMITS.faults]]
    left = [RowNote(row, label(row), "", DataError(code)) for row, code in found.left_out]
    goals = [
        Goal(text, indicators=[indicator for _, indicator in members])
        for text, members in found.goals.items()
    ]
    evaluation = attrs.evolve(
        form,
        budget=found.budget,
        goals=goals,
        subtotals=found.subtotals,
        reported_total=found.total,
        notes=found.notes,
    )
    return Sheet(
        evaluation=evaluation,
        faults=tuple(notes),
        fault_count=len(found.faults),
        left_out=tuple(left),
        ignored=plan.ignored,
        lacking=tuple(field for field in _MAIN if field not in plan.places),
        rows=tuple(row for members in found.goals.values() for row, _ in members),
    )


class _Found:
    """What was found so far."""

    def __init__(self, plan: Plan, year: int, goal: str, budget: Budget | None) -> None:
        self.plan, self.year, self.goal, self.budget = plan, year, goal, budget
        self.goals: dict[str, list[tuple[int, Indicator]]] = {}
        self.subtotals: list[Subtotal] = []
        self.total: Decimal | None = None
        self.notes: list[str] = []
        self.faults: list[tuple[int, str, InputError]] = []
        self.left_out: list[tuple[int, str]] = []

    def cell(self, line: Line, field: str) -> Cell:
        """The cell of a field, "" where there is no such column."""
        place = self.plan.places.get(field)
        return "" if place is None else line.cells[place]

    def fault(self, line: Line, field: str, fault: InputError) -> None:
        """A cell that cannot be read."""
        self.faults.append((line.number, self.plan.title(field), fault))

    def name_goal(self, line: Line) -> None:
        """The goal of this row and of those below it, where it names one."""
        goal = self.cell(line, "goal")
        if isinstance(goal, str) and goal:
            self.goal = goal

    def points(self, line: Line, field: str) -> Decimal | None:
        """Points of a row that is no indicator."""
        cell = self.cell(line, field)
        try:
            if isinstance(cell, InputError):
                raise cell
            points = points_of(cell) if cell else None
            if points is not None and points < 0 and (field == "weight" or line.kind == "total"):
                raise DataError("data.negative", str(points))
        except InputError as error:
            self.fault(line, field, error)
            return None
        return points


def _indicator(found: _Found, line: Line) -> None:
    indicator, faults = indicator_of(found.plan, line.category, line.cells)
    if found.budget is not None and _is_execution(indicator, found.budget):
        _execution(found, line, found.budget)
        return
    for field, fault in faults:
        found.fault(line, field, fault)
    found.name_goal(line)
    year = found.cell(line, "year")
    if isinstance(year, str) and year and year.removesuffix("度").removesuffix("年") != str(found.year):
        found.fault(line, "year", DataError("frames.year", year, details={"year": found.year}))
    found.goals.setdefault(found.goal, []).append((line.number, indicator))


def _is_execution(indicator: Indicator, budget: Budget) -> bool:
    """Whether a row is the line of the budget: of no target, of 100 %, or as scorecards print it."""
    if plain(indicator.name) not in _EXECUTION:
        return False
    amounts = (amount for _, amount in budget.amounts())
    return indicator.target is None or indicator.target.quantity in (*_WHOLE, *amounts)


_WHOLE: Final = (Quantity(100, "%"), Quantity(100))
_EXECUTION: Final = frozenset(["预算执行率", "预算资金执行率", "资金执行率", "全年预算执行率"])


def _execution(found: _Found, line: Line, budget: Budget) -> None:
    """What the row prints is the budget's, where that says nothing itself."""
    found.left_out.append((line.number, "frames.execution"))
    weight, points = found.points(line, "weight"), found.points(line, "reported_points")
    found.budget = attrs.evolve(
        budget,
        weight=weight if budget.weight is None else budget.weight,
        reported_points=points if budget.reported_points is None else budget.reported_points,
    )


def _total(found: _Found, line: Line) -> None:
    found.left_out.append((line.number, "frames.total"))
    points = found.points(line, "reported_points")
    if points is None:
        return
    if found.total is not None and found.total != points:
        found.fault(
            line,
            "reported_points",
            DataError("frames.total-twice", str(points), details={"before": found.total}),
        )
        return
    found.total = points


def _subtotal(found: _Found, line: Line) -> None:
    """Of the group that the row names itself, else of the one above it."""
    levels = [cell for cell in line.cells[: found.plan.levels] if isinstance(cell, str)]
    depth = next((at for at, cell in enumerate(levels) if is_subtotal(cell)), len(levels))
    named = [
        cell for cell in (*levels, found.cell(line, "name")) if isinstance(cell, str) and is_subtotal(cell)
    ]
    own = _own_group(next(iter(named), ""))
    _group(found, line, (own,) if own else line.category[: max(depth, 1)], "frames.subtotal")


def _own_group(cell: str) -> str:
    """产出指标 of 产出指标小计; "" of 小计."""
    return re.sub(
        r"[\s(（]*(?:小\s*[计計]|sub[-\s]?totals?)[\s)）:：0-9.分]*\Z", "", cell, flags=re.IGNORECASE
    )


def _heading(found: _Found, line: Line) -> None:
    found.name_goal(line)
    _group(found, line, line.category, "frames.heading")


def _group(found: _Found, line: Line, category: tuple[str, ...], code: str) -> None:
    found.left_out.append((line.number, code))
    weight, points = found.points(line, "weight"), found.points(line, "reported_points")
    if category and not (weight is None and points is None):
        found.subtotals.append(Subtotal(category, weight=weight, reported_points=points))


def _remark(found: _Found, line: Line) -> None:
    found.left_out.append((line.number, "frames.remark"))
    found.notes.append(next(cell for cell in line.cells if isinstance(cell, str) and cell))


def _empty(_found: _Found, _line: Line) -> None:
    """Nothing is said of it."""


_TAKEN: Final[Mapping[Kind, Callable[[_Found, Line], None]]] = {
    "indicator": _indicator,
    "total": _total,
    "subtotal": _subtotal,
    "heading": _heading,
    "remark": _remark,
    "empty": _empty,
}
