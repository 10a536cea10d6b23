"""Shapes (结构): what JSON is made of, read off the classes of the model.

A class has no code of its own here; the few that one text may stand for are in a table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, NamedTuple, Union, get_args, get_origin

import attrs

from govperf import model
from govperf.model import Actual, Award, BudgetLine, Locator, Period, Rate, Target
from govperf.model.remarks import Details
from govperf.units import Quantity

__all__ = [
    "CELLS",
    "DETAILS",
    "DOCUMENTS",
    "SHORT",
    "TAG",
    "Alternatives",
    "Fields",
    "alternatives",
    "fields_alone",
    "fields_of",
    "is_tuple",
    "tag_of",
]

_NAMES: Final[Mapping[str, Any]] = {name: getattr(model, name) for name in model.__all__}

DOCUMENTS: Final[frozenset[type]] = frozenset(
    {kind for kind in _NAMES.values() if attrs.has(kind)} - {Period} | {Quantity}
)
"""The classes that a JSON document may hold; a period is a text."""

for _cls in DOCUMENTS:
    attrs.resolve_types(_cls, localns=dict(_NAMES))  # some names are imported for type checkers alone

SHORT: Final[Mapping[type, str]] = {
    Target: "text",
    Actual: "text",
    Locator: "section",
    BudgetLine: "executed",
    Award: "points",
}
"""Class → the field that alone may stand for the whole object, where nothing else is given."""

CELLS: Final = frozenset({Target, Actual})
"""Printed cells: a whole number will do as their text."""

TAG: Final = "type"
"""The key that says of which class an object is, where it may be of several."""

DETAILS: Final[Any] = Details
"""The type of pairs that are an object in JSON."""

_UNCOMPARED: Final = {(Rate, "terms"), (Target, "year"), (Actual, "year")}
"""Fields that are not compared, but that an explanation needs, or what is computed and compared."""

_ALONE: Final = {(Target, "implied"), (Target, "heading"), (Actual, "heading")}
"""The same, but only of an object that stands alone: within another, that one says it."""


Fields = tuple["attrs.Attribute[Any]", ...]


def fields_of(cls: type) -> Fields:
    """The fields of a class that stand in its JSON, in their order (字段).

    Args:
        cls: An attrs class; of one of ours, what is computed or does not count in a comparison is left out.

    Returns:
        The fields, their types resolved.
    """
    return _fields(cls, _UNCOMPARED)


def fields_alone(cls: type) -> Fields:
    """The fields of a class that stand in the JSON of an object that is a whole document (文档的字段).

    Args:
        cls: The class of a document.

    Returns:
        Those of `fields_of`, and what else says of it what is around it otherwise.
    """
    return _fields(cls, _UNCOMPARED | _ALONE)


def _fields(cls: type, uncompared: set[tuple[type, str]]) -> Fields:
    fields = tuple(field for field in attrs.fields(cls) if field.init)
    if cls not in DOCUMENTS:
        return fields
    kept = {name for owner, name in uncompared if issubclass(cls, owner)}
    return tuple(field for field in fields if field.eq or field.name in kept)


def is_tuple(kind: Any) -> bool:
    """Whether a type is a tuple, of so many or of any number of members (元组)."""
    return get_origin(kind) is tuple


class Alternatives(NamedTuple):
    """What a field may hold (可选类型)."""

    optional: bool
    """Whether null will do."""
    bare: Any
    """The type that stands there as such; None if there is no such type."""
    tagged: tuple[type, ...]
    """The classes that say their name."""


def alternatives(kind: Any) -> Alternatives | None:
    """The alternatives of a union (联合类型的成员).

    Args:
        kind: Any type.

    Returns:
        None for what is no union, or one of several types that are not ours.
    """
    if get_origin(kind) not in (Union, UnionType):
        return None
    members = [member for member in get_args(kind) if member is not NoneType]
    if len(members) == 1 and len(_family(members[0])) <= 1:
        return Alternatives(optional=True, bare=members[0], tagged=())
    bare = [member for member in members if not _family(member)]
    if len(bare) > 1:
        return None
    tagged = {cls for member in members for cls in _family(member)}
    return Alternatives(
        optional=NoneType in get_args(kind),
        bare=bare[0] if bare else None,
        tagged=tuple(sorted(tagged, key=tag_of)),
    )


def _family(kind: Any) -> list[type]:
    """A class of a document and the classes made from it; none for what is read from a text or a number."""
    if kind not in DOCUMENTS or kind is Quantity:
        return []
    return [cls for cls in DOCUMENTS if issubclass(cls, kind)]


@cache
def tag_of(cls: type) -> str:
    """The name of a class in JSON (类型标记): `completion_rate`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
