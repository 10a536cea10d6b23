"""The text of an object as the call that makes it (表达式), over as many lines as it needs.

What fits into a line stays in one. What does not is broken as Python code usually is: an argument a line,
four columns further in, with a comma behind it; a long text becomes several beside each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, Final, NamedTuple, cast

import attrs

from govperf.layout.tables import width

__all__ = ["Call", "Named", "spelled", "written"]

Named = tuple[str, object]
"""The name of an argument, "" for none, and what it is."""

_ROOM: Final = 80
_STEP: Final = 4
_DEEPEST: Final = 32
"""Columns: what nests deeper is not set further in, so that there is always room for a line."""
_SHORT: Final = 12
"""Columns of what has room everywhere, whatever stands before it."""
_QUOTES: Final = frozenset("'\"")
_AROUND: Final = 3
"""Two quotes, and a comma."""


class Call(NamedTuple):
    """Call (表达式) that makes an object: what is called, and its arguments."""

    head: str
    arguments: tuple[Named, ...]


class _Leaf(NamedTuple):
    """What stands on one line as it is, or else as a call."""

    flat: str
    room: int
    call: Call | None = None


class _Text(NamedTuple):
    """A text, which may stand on several lines."""

    flat: str
    room: int
    text: str


class _Group(NamedTuple):
    """Brackets around members; its room is that of the whole on one line."""

    opening: str
    closing: str
    members: tuple[tuple[str, _Node], ...]
    room: int
    last: str
    """What stands before the closing bracket on one line: the comma of a tuple of one."""


_Node = _Leaf | _Text | _Group


def written(call: Call) -> str:
    r"""A call as code (书写表达式), no line of which is wider than 80 columns.

    Args:
        call: Its arguments are texts, numbers, tuples, and objects that are `spelled` themselves.

    Returns:
        One line where it fits, else several without a trailing line break.

    Example:
        >>> print(written(Call("Goal", (("text", "资助"), ("period", 2023)))))
        Goal(text='资助', period=2023)
        >>> print(written(Call("Goal", (("text", "全面落实资助政策，做到应助尽助" * 3), ("period", 2023)))))
        Goal(
            text=(
                '全面落实资助政策，做到应助尽助全面落实资助政策，做到应助尽助全面落实'
                '资助政策，做到应助尽助'
            ),
            period=2023,
        )
    """
    lines: list[str] = []
    _lay(_of_call(call), "", "", 0, lines)
    return "\n".join(lines)


def spelled(self: attrs.AttrsInstance) -> str:
    """A domain object as the call that makes it (表达式), without what has its default.

    Args:
        self: An object of an attrs class, whose `__repr__` this is.

    Returns:
        The call as `written` has it, which makes an equal object again where its parts do.

    Example:
        >>> from govperf.model import Indicator
        >>> spelled(Indicator("资助人数", weight=20))
        "Indicator(name='资助人数', weight=Decimal('20'))"
    """
    return written(_call_of(self))


def _call_of(value: attrs.AttrsInstance) -> Call:
    given = [
        (field.name, made)
        for field in attrs.fields(type(value))
        if field.init and field.repr and (made := getattr(value, field.name)) != field.default
    ]
    return Call(type(value).__name__, tuple(given))


# --- what an object is made of


def _of_call(call: Call) -> _Node:
    return _group(
        f"{call.head}(", ")", [(f"{name}=" if name else "", _node(one)) for name, one in call.arguments]
    )


def _group(opening: str, closing: str, members: Sequence[tuple[str, _Node]], last: str = "") -> _Group:
    inner = sum(width(name) + node.room for name, node in members)
    around = width(opening) + len(last) + len(closing)
    return _Group(opening, closing, tuple(members), inner + around + 2 * max(len(members) - 1, 0), last)


def _node(value: object) -> _Node:
    if type(value) is str:
        return _text(value)
    if type(value) is tuple:
        items = [("", _node(one)) for one in cast("tuple[object, ...]", value)]
        return _group("(", ")", items, "," if len(items) == 1 else "")
    if isinstance(value, Enum):
        return _Leaf(str(value), width(str(value)))
    if call := _call(value):
        return _of_call(call)
    flat = repr(value)
    room = width(flat)
    return _Leaf(flat, room, _long(value) if room > _SHORT else None)


def _call(value: object) -> Call | None:
    """The call of an object that is spelled, or of a tuple with names."""
    if type(value).__repr__ is cast("Any", spelled):
        return _call_of(cast("attrs.AttrsInstance", value))
    fields: tuple[str, ...] = getattr(value, "_fields", ())
    if not fields or not isinstance(value, tuple):
        return None
    name, members = type(cast("object", value)).__name__, cast("tuple[object, ...]", value)
    return Call(name, tuple(zip(fields, members, strict=True)))


def _text(text: str) -> _Text:
    flat = repr(text)
    return _Text(flat, width(flat), text)


def _long(value: object) -> Call | None:
    """The call of what may not fit into a line, None where nobody says it."""
    said: Callable[[object], Call] | None = getattr(type(value), "_call", None)
    said = said or _LONG.get(type(value))
    return said(value) if said else None


_LONG: Final[dict[type, Callable[[Any], Call]]] = {
    Decimal: lambda value: Call("Decimal", (("", str(value)),)),
    Fraction: lambda value: Call("Fraction", (("", str(value)),)),
}
"""Numbers of many digits, which can be read from a text."""


# --- how it is laid out


def _lay(node: _Node, before: str, after: str, indent: int, lines: list[str]) -> None:
    """Add the lines of a part that begins and ends with something."""
    margin = " " * min(indent, _DEEPEST)
    fits = len(margin) + width(before) + node.room + len(after) <= _ROOM
    if isinstance(node, _Leaf) and node.call and not fits:
        node = _of_call(node.call)
    if fits or isinstance(node, _Leaf):
        lines.append(f"{margin}{before}{_flat(node)}{after}")
    elif isinstance(node, _Text):
        lines.append(f"{margin}{before}(")
        lines.extend(_pieces(node.text, indent + _STEP))
        lines.append(f"{margin}){after}")
    else:
        lines.append(f"{margin}{before}{node.opening}")
        _lay_members(node, indent + _STEP, lines)
        lines.append(f"{margin}{node.closing}{after}")


def _lay_members(group: _Group, indent: int, lines: list[str]) -> None:
    """A member a line; the only one of a call, a text, needs no brackets of its own."""
    name, first = group.members[0]
    if len(group.members) == 1 and not name and isinstance(first, _Text):
        lines.extend(_pieces(first.text, indent))
        lines[-1] += ","
        return
    for name, member in group.members:
        _lay(member, name, ",", indent, lines)


def _flat(node: _Node) -> str:
    if not isinstance(node, _Group):
        return node.flat
    inner = ", ".join([f"{name}{_flat(member)}" for name, member in node.members])
    return f"{node.opening}{inner}{node.last}{node.closing}"


def _pieces(text: str, indent: int) -> Iterator[str]:
    """A text as literals beside each other, a line each."""
    margin = " " * min(indent, _DEEPEST)
    yield from (f"{margin}{piece!r}" for piece in _cut(text, _ROOM - len(margin) - _AROUND))


def _cut(text: str, room: int) -> Iterator[str]:
    """The pieces of a text that take up at most so many columns as literals, whole words if it can be."""
    start = used = 0
    gap = before = 0  # the last blank, and the columns up to it
    for place, wide in enumerate(_widths(text)):
        if used + wide > room:
            end, taken = (gap, before) if 2 * before > room else (place, used)
            yield text[start:end]
            start, used, before = end, used - taken, 0
        used += wide
        if text[place] == " ":
            gap, before = place + 1, used
    yield text[start:]


def _widths(text: Iterable[str]) -> Iterator[int]:
    """How many columns each character takes up in a literal; a quote may need a backslash."""
    for char in text:
        yield 2 if char in _QUOTES else width(repr(char)) - 2
