"""Tables of a TOML file (数据表), read strictly: nothing missing, nothing left over, every type right.

A reader is a function of a value and its path. It gives what the value means, or raises all that is wrong.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from decimal import Context, Decimal, Inexact, InvalidOperation
from functools import partial
from importlib.resources import files
from itertools import islice
from typing import Any, Final, TypeVar, cast

from govperf.errors import StandardError
from govperf.limits import LIMITS
from govperf.model.clause import Clause, Provenance
from govperf.standards.faults import at, below, gathered, wrong_type
from govperf.standards.locating import on_line
from govperf.standards.parameters import sane

__all__ = [
    "CLAUSE",
    "SOURCED",
    "Reader",
    "amount",
    "at",
    "check",
    "clause",
    "document",
    "each",
    "entries",
    "fields",
    "of_type",
    "shipped",
    "texts",
    "words",
    "wrong_type",
]

CLAUSE: Final[Mapping[str, Any]] = {"provenance": str, "source": str}
"""The keys of a table that says where it comes from."""

_CONTEXT: Final = Context(prec=LIMITS.digits, traps=[Inexact, InvalidOperation])
_NONE: Final = Decimal("NaN")

_BITS: Final = 4 * LIMITS.digits
_SIMILAR: Final = 40
_PLACE: Final = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)")
_DOTTED: Final = re.compile(  # tomllib takes time by the square of the parts of one key
    rf"(?<![\w-])(?:(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{LIMITS.document_depth}}}"
)

Reader = Callable[[Any, str], Any]

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
    if len(text) > LIMITS.rule_book_bytes:
        raise StandardError("limit.bytes", details={"limit": LIMITS.rule_book_bytes})
    if _DOTTED.search(text):
        raise StandardError("limit.depth", details={"limit": LIMITS.document_depth})
    try:
        book = tomllib.loads(text, parse_float=_decimal)
    except (ValueError, RecursionError) as error:  # no TOML, an endless number, brackets without end
        raise _no_toml(text, error) from error
    if _depth(book) > LIMITS.document_depth:
        raise StandardError("limit.depth", details={"limit": LIMITS.document_depth})
    return book if shape is None else check(book, shape, "$")


def _no_toml(text: str, error: Exception) -> StandardError:
    """What `tomllib` found, in its words, at the place that it names."""
    fault = StandardError("standard.toml", details={"reason": _PLACE.sub("", str(error)).rstrip()})
    place = _PLACE.search(str(error))
    if place is None:
        return fault
    lines = text.replace("\r\n", "\n").split("\n")
    row, column = (int(place[1]), int(place[2])) if place[1] else (len(lines), len(lines[-1]) + 1)
    start = sum(len(line) + 1 for line in lines[: row - 1]) + column - 1
    return on_line(fault, "\n".join(lines), (start, start + 1))


def _depth(value: object) -> int:
    """How many tables and lists a value has within each other."""
    deep, level = 0, [value]
    while level := [item for one in level for item in _inside(one)]:
        deep += 1
    return deep


def _inside(value: object) -> Collection[object]:
    if isinstance(value, dict):
        return cast("dict[str, object]", value).values()
    return cast("list[object]", value) if isinstance(value, list) else ()


def _decimal(digits: str) -> Decimal:
    """A number with a point or an exponent; one of too many digits is none, and refused where it stands."""
    try:
        return _CONTEXT.create_decimal(digits.replace("_", ""))
    except (Inexact, InvalidOperation):
        return _NONE


def fields(
    value: object, path: str, readers: Mapping[str, Reader], left_out: Mapping[str, object] | None = None
) -> dict[str, Any]:
    """A table of exactly the keys of the readers (读取数据表), each as its reader gives it.

    Args:
        value: What stands in the document.
        path: Where it stands.
        readers: Key → reader.
        left_out: What a key that may be left out then means.

    Returns:
        The keys with what they mean.

    Raises:
        StandardError: It is no table, a key is unknown or missing, or a reader refuses its value; all of
            that comes together.
    """
    if not isinstance(value, dict):
        raise wrong_type(value, path)
    table = cast("dict[str, object]", value)
    known = [key for key in table if key in readers]
    makes = [partial(readers[key], table[key], below(path, key)) for key in known]
    made = gathered(makes, list(_keys(table, readers, left_out or {}, path)))
    return {**(left_out or {}), **dict(zip(known, made, strict=True))}


def _keys(
    table: Mapping[str, object], readers: Mapping[str, Reader], left_out: Mapping[str, object], path: str
) -> Iterator[StandardError]:
    """The keys that are not known, and those that are missing; one that is misspelt is not missing too."""
    free = readers.keys() - table.keys()
    strange = islice((key for key in table if key not in readers), LIMITS.faults)
    meant = {key: _meant(key, free) for key in strange}
    for key, hint in meant.items():
        yield StandardError("standard.key", key, path=path, hint=hint)
    for key in sorted(free - left_out.keys() - set(meant.values())):
        yield StandardError("standard.missing", key, path=path)


def _meant(key: str, free: Collection[str]) -> str:
    """The one key that is not there and looks like this one; "" where that is not certain."""
    if len(key) > _SIMILAR:
        return ""
    from difflib import get_close_matches  # noqa: PLC0415 - for a fault only

    same = [one for one in free if _plain(one) == _plain(key)]
    near = same or get_close_matches(key, sorted(free), cutoff=3 / 4)
    return near[0] if len(near) == 1 else ""


def _plain(key: str) -> str:
    """A key without what one easily writes otherwise."""
    return key.replace("_", "").replace("-", "").casefold()


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
    readers = {key: _reader(key, kind) for key, kind in shape.items()}
    return fields(value, path, readers, left_out)


def _reader(key: str, kind: Any) -> Reader:
    if key == "provenance":
        return _provenance
    return _shaped(cast("Mapping[str, Any]", kind)) if isinstance(kind, Mapping) else of_type(kind)


def _shaped(shape: Mapping[str, Any]) -> Reader:
    return lambda value, path: check(value, shape, path)


def of_type(kind: type | tuple[type, ...]) -> Reader:
    """The reader of values of a type (某类型的值): a text is not empty, true is no number."""

    def read(value: object, path: str) -> object:
        if not isinstance(value, kind) or isinstance(value, bool) or value == "":
            raise wrong_type(value, path)
        return value

    return read


def _provenance(value: object, path: str) -> Provenance:
    known = {item.value: item for item in Provenance}
    if not isinstance(value, str) or not value:
        raise wrong_type(value, path)
    if value not in known:
        raise StandardError("standard.choice", value, path=path, details={"known": ", ".join(known)})
    return known[value]


SOURCED: Final[Mapping[str, Reader]] = {"provenance": _provenance, "source": of_type(str)}
"""The readers of a table that says where it comes from."""


def each(read: Callable[[Any, str], T]) -> Callable[[object, str], tuple[T, ...]]:
    """The reader of a list, each member by a reader (逐个读取)."""

    def members(value: object, path: str) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise wrong_type(value, path)
        rows = entries(cast("list[object]", value), path)
        return tuple(gathered(partial(read, item, where) for item, where in rows))

    return members


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


words: Final = each(of_type(str))
"""The reader of a list of texts, none of them empty."""


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
