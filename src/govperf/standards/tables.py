"""Tables of a TOML file (数据表), read strictly: nothing missing, nothing left over, every type right."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from decimal import Context, Decimal, Inexact, InvalidOperation
from importlib.resources import files
from typing import Any, Final, TypeVar, cast

from govperf.errors import StandardError
from govperf.limits import LIMITS
from govperf.model.clause import Clause, Provenance
from govperf.standards.parameters import sane

__all__ = ["CLAUSE", "amount", "at", "check", "clause", "document", "entries", "shipped", "texts", "wrong_type"]

CLAUSE: Final[Mapping[str, Any]] = {"provenance": str, "source": str}
"""The keys of a table that says where it comes from."""

_CONTEXT: Final = Context(prec=LIMITS.digits, traps=[Inexact, InvalidOperation])
_NONE: Final = Decimal("NaN")

_BITS: Final = 4 * LIMITS.digits

T = TypeVar("T")


def shipped(file: str) -> str:
    """The text of a data file that govperf carries (内置数据)."""
    return (files("govperf.standards") / "data" / file).read_text(encoding="utf-8")


def document(text: str, shape: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """A TOML text as a table of a shape (读取TOML).

    Args:
        text: The whole document.
        shape: Its keys, each with a type, some types, or the shape of a table; None for any.

    Returns:
        The table; every number with a point is a Decimal.

    Raises:
        StandardError: The text is no TOML, or not of that shape; the path says where.
    """
    if len(text) > LIMITS.document_bytes:
        raise StandardError("limit.bytes", details={"limit": LIMITS.document_bytes})
    try:
        book = tomllib.loads(text, parse_float=_decimal)
    except (ValueError, RecursionError) as error:  # no TOML, an endless number, brackets without end
        raise StandardError("standard.toml", details={"reason": error}) from error
    return book if shape is None else check(book, shape, "$")


def _decimal(digits: str) -> Decimal:
    """A number with a point or an exponent; one of too many digits is none, and refused where it stands."""
    try:
        return _CONTEXT.create_decimal(digits.replace("_", ""))
    except (Inexact, InvalidOperation):
        return _NONE


def check(
    value: object, shape: Mapping[str, Any], path: str, left_out: Mapping[str, object] | None = None
) -> dict[str, Any]:
    """A table of exactly the keys of the shape, each of its type (核对).

    Args:
        value: What stands in the document.
        shape: As in `document`.
        path: Where it stands.
        left_out: What a key that may be left out then means.

    Returns:
        The table, with what is left out.

    Raises:
        StandardError: It is no table, a key is unknown or missing, or a value is of another type.
    """
    if not isinstance(value, dict):
        raise wrong_type(value, path)
    table: dict[str, Any] = {**(left_out or {}), **cast("dict[str, Any]", value)}
    for key in sorted(table.keys() ^ shape.keys()):
        raise StandardError("standard.key" if key in table else "standard.missing", key, path=path)
    for key, kind in shape.items():
        item, where = table[key], f"{path}.{key}"
        if isinstance(kind, Mapping):
            check(item, cast("Mapping[str, Any]", kind), where)
        elif not isinstance(item, kind) or isinstance(item, bool) or item == "":
            raise wrong_type(item, where)
    if "provenance" in shape and table["provenance"] not in {item.value for item in Provenance}:
        raise wrong_type(table["provenance"], f"{path}.provenance")
    return table


def entries(value: list[object], path: str) -> list[tuple[object, str]]:
    """The members of a list, each with its path (列表成员)."""
    if len(value) > LIMITS.items:
        raise StandardError("limit.items", path=path, details={"limit": LIMITS.items})
    return [(item, f"{path}[{i}]") for i, item in enumerate(value)]


def texts(value: list[object], path: str) -> tuple[str, ...]:
    """A list in which every member is a text (文本列表)."""
    for item, where in entries(value, path):
        if not isinstance(item, str):
            raise wrong_type(item, where)
    return tuple(cast("list[str]", value))


def wrong_type(value: object, path: str) -> StandardError:
    """The error of a value of another type (类型不符); a text is quoted, what may nest without end is not."""
    quoted = value if isinstance(value, str) else type(value).__name__
    return StandardError("standard.type", quoted, path=path)


def at(path: str, make: Callable[[], T]) -> T:
    """What is made, or the error of making it, with its path (加上位置)."""
    try:
        return make()
    except StandardError as error:
        raise (error if error.path else error.at(path)) from None


def clause(table: Mapping[str, Any]) -> Clause:
    """The clause of a table that has its keys (依据)."""
    return Clause(Provenance(table["provenance"]), table["source"])


def amount(value: object, path: str) -> Decimal:
    """A number of few digits, so that computing with it takes no time; never below zero (数值).

    Args:
        value: What stands in the document.
        path: Where it stands.

    Returns:
        The number.

    Raises:
        StandardError: It is no number, or too large.
    """
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise wrong_type(value, path)
    if isinstance(value, int) and value.bit_length() > _BITS:
        raise StandardError("standard.range", value, path=path)
    return at(path, lambda: sane(Decimal(value)))
