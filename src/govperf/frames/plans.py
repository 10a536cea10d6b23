"""Which column of a table says what (列的对应)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Final
from unicodedata import normalize

import attrs

from govperf.errors import DataError, InputError, UnitError
from govperf.frames.words import FIELDS, LEVELS, TITLES, dated_field_of, field_of
from govperf.model.operators import Operator, optional_sign
from govperf.units import Unit

__all__ = ["Column", "Plan", "plan_of"]

_SHOWN: Final = 12
"""Columns that an error names."""
_WITH_UNITS: Final = ("target", "actual", "reported_rate")


@attrs.frozen
class Column:
    """A column of a table (列): what it says, its name, and the unit that its name says."""

    field: str
    title: str
    unit: Unit | None = None
    label: Any = attrs.field(default=attrs.Factory(lambda self: self.title, takes_self=True))
    """Its name as the dataframe has it, which in pandas may be no text."""


@attrs.frozen
class Plan:
    """The columns of a table that are read (列的对应): the levels first; and those that are not.

    Args:
        columns: Those that are read; that of the names, if there is one, behind the levels.
        levels: How many of them are levels above the indicator.
        ignored: The names of all others.
        sign: What the heading of the targets says: 年度指标值（≥）.
        goal_leads: Whether the goals stand before the levels, which begin anew with each of them.
    """

    columns: tuple[Column, ...] = attrs.field()
    levels: int
    ignored: tuple[str, ...]
    sign: Operator | None = None
    goal_leads: bool = False
    places: Mapping[str, int] = attrs.field(init=False)
    """Field → its place among the columns."""

    def __attrs_post_init__(self) -> None:
        places = {column.field: place for place, column in enumerate(self.columns)}
        object.__setattr__(self, "places", places)

    def title(self, field: str) -> str:
        """What the column of a field is called (列名); the field itself where there is none."""
        place = self.places.get(field)
        return field if place is None else self.columns[place].title

    def unit(self, field: str) -> Unit | None:
        """The unit that the name of its column says (表头计量单位)."""
        place = self.places.get(field)
        return None if place is None else self.columns[place].unit


def plan_of(
    titles: Sequence[object], chosen: Mapping[str, object], needed: Iterable[str], year: int | None = None
) -> Plan:
    """What each column says (列的对应), by its name or as the caller says.

    Args:
        titles: The names of all columns.
        chosen: Field → name of its column, in place of what its name says; the text of one that is no text
            will do.
        needed: Fields without which nothing can be read.
        year: Of the evaluation; 2022年指标值 is a column of another one.

    Returns:
        The plan.

    Raises:
        DataError: A chosen field or column is none, two columns say the same, or a needed one is missing.

    Example:
        >>> plan = plan_of(["二级指标", "三级指标", "指标值(人次)", "经办人"], {}, ["name"])
        >>> [column.field for column in plan.columns], str(plan.columns[2].unit), plan.ignored
        (['level2', 'name', 'target'], '人次', ('经办人',))
    """
    found = _chosen(titles, chosen)
    for fits in (field_of, partial(dated_field_of, year=year)):
        _find(found, titles, fits)
    _name(found)
    for field in needed:
        if field not in found:
            raise _columns_error("frames.missing", field, titles)
    used = set(found.values())
    ignored = tuple(str(title) for title in titles if title not in used)
    order = [field for field in (*LEVELS, "name", *FIELDS) if field in found]
    columns = tuple(_column(field, found[field]) for field in dict.fromkeys(order))
    levels = [column.label for column in columns if column.field in LEVELS]
    places = [titles.index(label) for label in levels]
    leads = "goal" in found and titles.index(found["goal"]) < min(places, default=0)
    sign = _sign(str(found["target"])) if "target" in found else None
    return Plan(columns, len(levels), ignored, sign, leads)


def _find(found: dict[str, object], titles: Sequence[object], fits: Callable[[object], str]) -> None:
    """Columns for the fields that have none yet."""
    taken = set(found.values())
    said: defaultdict[str, list[object]] = defaultdict(list)
    for title in titles:
        field = fits(title)
        if field and field not in found and title not in taken:
            said[field].append(title)
    for field, same in said.items():
        if len(same) > 1:
            raise _columns_error("frames.two", field, same)
        found[field] = same[0]


def _chosen(titles: Sequence[object], chosen: Mapping[str, object]) -> dict[str, object]:
    labels = {str(title): title for title in reversed(titles)} | {title: title for title in titles}
    for field, title in chosen.items():
        if field not in FIELDS:
            raise DataError("data.choice", field, path="columns", details={"known": ", ".join(FIELDS)})
        if title not in labels:
            raise DataError("frames.column", str(title), path="columns", details={"columns": _named(titles)})
    return {field: labels[title] for field, title in chosen.items()}


def _sign(heading: str) -> Operator | None:
    """The sign that stands alone in a bracket."""
    inside = re.search(r"[(（\[【]\s*([<>=≥≤≧≦＜＞＝]{1,2})\s*[)）\]】]", heading)
    try:
        return optional_sign(inside[1]) if inside else None
    except InputError:  # ≥≤
        return None


def _name(found: dict[str, object]) -> None:
    """Where nothing else names the indicator, the third or a deeper level does."""
    deepest = max((field for field in found if field in LEVELS[2:]), default="")
    if "name" not in found and deepest:
        found["name"] = found.pop(deepest)


def _columns_error(code: str, field: str, columns: Sequence[object]) -> DataError:
    english, chinese = TITLES[field]
    choice = f'{{"{field}": "{next((str(one) for one in columns), "")}"}}'
    details = {"field_en": english, "field_zh": chinese, "columns": _named(columns), "choice": choice}
    return DataError(code, details=details | {"known": FIELDS[field].split()[0]})


def _named(columns: Sequence[object]) -> str:
    shown = ", ".join(map(str, columns[:_SHOWN]))
    return shown if len(columns) <= _SHOWN else f"{shown}, …"


def _column(field: str, label: object) -> Column:
    title = str(label)
    if field == "weight":
        return Column(field, title, Unit.of("%") if "%" in normalize("NFKC", title) else None, label)
    if field not in _WITH_UNITS:
        return Column(field, title, None, label)
    try:
        return Column(field, title, Unit.in_heading(title), label)
    except UnitError as error:
        raise error.at(title) from None
