"""Rows of a table (表行): what each is, and the indicator that it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple

from govperf.errors import DataError, InputError
from govperf.frames.cells import Cell
from govperf.frames.plans import Column, Plan
from govperf.frames.readers import READERS
from govperf.frames.words import is_remark, is_subtotal, is_total, is_whole_subtotal
from govperf.messages import message
from govperf.model import Actual, Indicator, Target
from govperf.model.context import heading_of, may_be_a_part
from govperf.units import Quantity, Unit

__all__ = ["Fault", "Kind", "Line", "indicator_of", "lines"]

Kind = Literal["indicator", "total", "subtotal", "heading", "remark", "empty"]
Fault = tuple[str, InputError]
"""The field of a cell, and what is wrong with it."""

_DASHES: Final = frozenset("-‐–—―－/／")
"""A level that is marked as none, and not left blank as part of a merged cell."""


class Line(NamedTuple):
    """A row (表行): its number from 1, what it is, its levels with merged ones filled down, its cells."""

    number: int
    kind: Kind
    category: tuple[str, ...]
    cells: tuple[Cell, ...]


def lines(plan: Plan, rows: Iterable[tuple[int, tuple[Cell, ...]]]) -> Iterator[Line]:
    """The rows of a table, merged levels filled down (逐行读取).

    Args:
        plan: What the columns say.
        rows: Number and cells of each.

    Yields:
        Each of them, in their order.
    """
    above: dict[str, tuple[str, tuple[str, ...]]] = {}  # of each department: its goal, its levels
    department = ""
    for number, cells in rows:
        kind = _kind(plan, cells)
        department = _said(plan, "department", cells) or department
        goal, levels = above.get(department, ("", ("",) * plan.levels))
        if kind in {"indicator", "heading"} and plan.levels:
            new = _said(plan, "goal", cells) if plan.goal_leads else ""
            levels = _filled(("",) * plan.levels if new not in {"", goal} else levels, cells[: plan.levels])
            above[department] = new or goal, levels
        yield Line(number, kind, tuple(filter(None, levels)), cells)


def _said(plan: Plan, field: str, cells: Sequence[Cell]) -> str:
    place = plan.places.get(field)
    return "" if place is None else _text(cells[place])


def _filled(above: tuple[str, ...], given: Sequence[Cell]) -> tuple[str, ...]:
    """A blank level is the one above it, unless a higher level is another one."""
    made: list[str] = []
    is_new = False
    for before, cell in zip(above, given, strict=True):
        if isinstance(cell, InputError) or cell == "":
            made.append("" if is_new else before)
            continue
        level = "" if cell in _DASHES else cell
        is_new = is_new or level != before
        made.append(level)
    return tuple(made)


def _kind(plan: Plan, cells: tuple[Cell, ...]) -> Kind:
    places = plan.places
    named = [cells[place] for place in (*range(plan.levels), *_places(plan, "name")) if cells[place] != ""]
    filled = [cells[place] for place in _places(plan, "target", "actual") if cells[place] != ""]
    if not (named or filled):  # 合计 may stand in the column before the levels
        named = [cells[place] for place in _places(plan, "goal") if cells[place] != ""]
    is_weighed = any(cells[place] != "" for place in _places(plan, "weight"))
    if kind := _special(_said(plan, "name", cells), named, filled, is_weighed=is_weighed):
        return kind
    if filled or ("name" in places and cells[places["name"]] != ""):
        return "indicator"
    if named:
        return "heading"
    return "indicator" if any(cell != "" for cell in cells) else "empty"


def _places(plan: Plan, *fields: str) -> list[int]:
    return [plan.places[field] for field in fields if field in plan.places]


def _special(name: str, named: Sequence[Cell], filled: Sequence[Cell], *, is_weighed: bool) -> Kind | None:
    """A row of totals or a remark; a table from a web page repeats a merged cell in each of its columns.

    The name alone makes a total, whatever sums of targets and actuals stand beside it.
    """
    titles = [_text(cell) for cell in named if cell not in _DASHES]
    figures = [_text(cell) for cell in filled if cell not in _DASHES]
    if not titles:
        return None
    words = {*titles, *figures}
    if not is_weighed and len(words) == 1 and is_remark(next(iter(words))):
        return "remark"
    deciding = titles if name in {"", *_DASHES} else [name]
    if all(map(is_total, deciding)):
        return "total"
    whole = any(map(is_whole_subtotal, deciding))
    ends = any(map(is_subtotal, words)) and all(map(is_subtotal, figures))
    return "subtotal" if whole or ends else None


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else ""


def indicator_of(
    plan: Plan, category: tuple[str, ...], cells: tuple[Cell, ...]
) -> tuple[Indicator, tuple[Fault, ...]]:
    """The indicator that a row says (指标), and what is wrong with its cells.

    Args:
        plan: What the columns say.
        category: Its levels.
        cells: Its cells.

    Returns:
        The indicator, without the cells that cannot be read; and those.
    """
    said, faults = _cells_said(plan, cells)
    said["category"] = category
    for field in ("target", "actual"):
        _join(plan, said, field, faults)
    for field in ("sign", "unit", "actual_unit"):
        said.pop(field, None)
    return _named(plan, said, faults), tuple(faults)


def _cells_said(plan: Plan, cells: tuple[Cell, ...]) -> tuple[dict[str, Any], list[Fault]]:
    """Field → what its cell says; and what is wrong with the others."""
    said: dict[str, Any] = {}
    faults: list[Fault] = []
    by: dict[str, Column] = {}
    for column, cell in zip(plan.columns, cells, strict=True):
        if isinstance(cell, InputError):
            faults.append((column.field, cell))
        elif cell and (reader := READERS.get(column.field)):
            try:
                field, value = reader(cell, column.unit)
            except InputError as error:
                faults.append((column.field, error))
            else:
                before = by.setdefault(field, column)
                if said.setdefault(field, value) != value:
                    faults.append((column.field, _contradiction(cell, before)))
                if column.field == field:  # its own column is nearer than another
                    said[field] = value
    return said, faults


def _contradiction(cell: str, before: Column) -> DataError:
    return DataError("frames.contradicts", cell, details={"other": before.title})


def _join(plan: Plan, said: dict[str, Any], field: str, faults: list[Fault]) -> None:
    """A target or an actual with what stands beside it; a column of units is that of the targets."""
    text = said.pop(field, None)
    if text is None:
        return
    own = heading_of(said.get("name", "")) is not None  # the name of a row is nearer than that of a column
    heading = None if own else plan.unit(field)
    try:
        if field == "actual":
            alone = None if "target" in said else said.get("unit")
            said[field] = _with_unit(Actual, text, {"unit": said.get("actual_unit", alone)}, heading)
        else:
            sign = plan.sign if _is_bare(text) else None
            beside = {"unit": said.get("unit"), "sign": said.get("sign", sign)}
            said[field] = _with_unit(Target, text, beside, heading)
    except InputError as error:
        faults.append((field, error))


def _is_bare(text: str) -> bool:
    """Whether a cell is a number that says no sign itself."""
    try:
        Quantity.parse(text)
    except InputError:
        return False
    return True


def _with_unit(
    make: Callable[..., Target | Actual], text: str, beside: Mapping[str, Any], heading: Unit | None
) -> Target | Actual:
    """The cell; a bare number takes the unit of the heading, which does not make 0.95 into 0.95 %."""
    if beside["unit"] is None and heading is not None:
        made = make(text, **{**beside, "unit": heading})
        figure = made.quantity
        if figure is not None and figure.unit is heading and not may_be_a_part(figure, made.upper):
            return made
    return make(text, **beside)


def _named(plan: Plan, said: dict[str, Any], faults: list[Fault]) -> Indicator:
    """The indicator; what it refuses is left out, and is a fault."""
    nameless = message("frames.no-name", {}, "zh")
    if "name" not in said:
        said["name"] = nameless
        if "name" in plan.places and all(field != "name" for field, _ in faults):
            faults.append(("name", DataError("frames.nameless")))
    return Indicator(**said)
