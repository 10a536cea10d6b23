"""Which column of a table says what (列的对应)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from govperf.errors import DataError, UnitError
from govperf.frames.words import FIELDS, LEVELS, TITLES, field_of
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


@attrs.frozen
class Plan:
    """The columns of a table that are read (列的对应): the levels first; and those that are not.

    Args:
        columns: Those that are read; that of the names, if there is one, behind the levels.
        levels: How many of them are levels above the indicator.
        ignored: The names of all others.
    """

    columns: tuple[Column, ...] = attrs.field()
    levels: int
    ignored: tuple[str, ...]
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


def plan_of(titles: Sequence[object], chosen: Mapping[str, str], needed: Iterable[str]) -> Plan:
    """What each column says (列的对应), by its name or as the caller says.

    Args:
        titles: The names of all columns.
        chosen: Field → name of its column, in place of what its name says.
        needed: Fields without which nothing can be read.

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
    taken = set(found.values())
    said: defaultdict[str, list[str]] = defaultdict(list)
    for title in titles:
        field = field_of(title)
        if isinstance(title, str) and field and field not in found and title not in taken:
            said[field].append(title)
    for field, same in said.items():
        if len(same) > 1:
            raise _columns_error("frames.two", field, same)
        found[field] = same[0]
    _name(found)
    for field in needed:
        if field not in found:
            raise _columns_error("frames.missing", field, titles)
    used = set(found.values())
    ignored = tuple(str(title) for title in titles if title not in used)
    order = [field for field in (*LEVELS, "name", *FIELDS) if field in found]
    columns = tuple(_column(field, found[field]) for field in dict.fromkeys(order))
    return Plan(columns, sum(column.field in LEVELS for column in columns), ignored)


def _chosen(titles: Sequence[object], chosen: Mapping[str, str]) -> dict[str, str]:
    for field, title in chosen.items():
        if field not in FIELDS:
            raise DataError("data.choice", field, path="columns", details={"known": ", ".join(FIELDS)})
        if title not in titles:
            raise DataError("frames.column", title, path="columns", details={"columns": _named(titles)})
    return dict(chosen)


def _name(found: dict[str, str]) -> None:
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


def _column(field: str, title: str) -> Column:
    if field not in _WITH_UNITS:
        return Column(field, title)
    try:
        return Column(field, title, Unit.in_heading(title))
    except UnitError as error:
        raise error.at(title) from None
