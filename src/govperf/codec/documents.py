"""Documents (文档): from a dictionary that JSON can hold to an object and back, each fault with its path."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any, TypeVar, cast

from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError

from govperf.codec import migrations
from govperf.codec.conversion import Quantities, reader_of, refuse_quantities, writer_of
from govperf.codec.migrations import SCHEMA_KEY, migrated
from govperf.codec.refusals import faults
from govperf.codec.shapes import DOCUMENTS
from govperf.codec.values import JsonRefused, too_deep, wrong_type
from govperf.errors import DataErrors, InputError
from govperf.limits import LIMITS

__all__ = ["made_of", "members_of", "refuse_class"]

T = TypeVar("T")


def refuse_class(cls: type[object]) -> None:
    """Refuse a class that no document holds (文档类型)."""
    if cls not in DOCUMENTS:
        raise TypeError(
            f"a JSON document holds an Evaluation, a Scorecard or a part of one, not {cls.__name__}"
        )


def members_of(value: object, quantities: Quantities) -> dict[str, Any]:
    """An object as a dictionary that JSON can hold, its schema first (转为字典)."""
    refuse_class(type(value))
    refuse_quantities(quantities)
    return {SCHEMA_KEY: migrations.SCHEMA, **writer_of(cast("Any", type(value)), quantities)(value)}


def made_of(document: object, cls: type[T]) -> T:
    """The object that a document says (由字典构造).

    It is read quickly; if anything is wrong, once more, for all the faults and their paths.
    """
    if type(document) is JsonRefused:
        raise document.fault.at("$")
    if type(document) is not dict:
        raise wrong_type(document, dict).at("$")
    members = migrated(cast("dict[str, Any]", document), cls)
    try:
        made: T = reader_of(cast("Any", cls), "text")(members, cls)
    except (InputError, ForbiddenExtraKeysError, KeyError, TypeError, RecursionError):
        _shallow(members)
    else:
        return made
    return _with_faults(members, cls)


def _with_faults(members: dict[str, Any], cls: type[T]) -> T:
    try:
        return cast("T", reader_of(cast("Any", cls), "faults")(members, cls))
    except (BaseValidationError, InputError) as error:
        found = tuple(islice(faults(error), LIMITS.faults))
    if len(found) == 1:
        raise found[0]
    raise DataErrors(found)


def _shallow(members: dict[str, Any]) -> None:
    """Brackets within brackets, the outermost counted, level by level."""
    level: list[Any] = [members]
    for _ in range(LIMITS.document_depth):
        level = [item for node in level for item in _inner(node) if isinstance(item, (dict, list))]
    if level:
        raise too_deep()


def _inner(node: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return node.values() if isinstance(node, dict) else node
