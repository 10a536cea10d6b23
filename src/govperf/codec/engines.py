"""Engines (写出引擎): who makes text of a dictionary. All of them make the same, some of them faster."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from json.encoder import encode_basestring
from typing import Any, Final, Literal, cast

from govperf.errors import MissingExtraError

__all__ = ["Engine", "Indent", "engine_of"]

Engine = Literal["json", "orjson", "msgspec"]
"""Who writes (写出引擎): Python's own module, or a package of the extra `fast`."""

Indent = Literal[2] | None
"""Two blanks for each level (缩进), or everything on one line without blanks."""

_TOO_MUCH: Final = (TypeError, ValueError, OverflowError)
"""What the fast ones raise at whole numbers of more than 64 bits, and at half of a surrogate pair."""


def engine_of(name: Engine, *, indent: Indent) -> Callable[[dict[str, Any]], str]:
    """The function that writes (写出函数).

    Args:
        name: One of the engines.
        indent: 2 or None.

    Returns:
        From a dictionary to its text.

    Raises:
        MissingExtraError: The package is not installed.
        ValueError: There is no such engine, or no such indent.
    """
    own = _OWN.get(indent)
    if own is None:
        raise ValueError(f"indent is 2 or None, not {indent!r}")
    if name == "json":
        return own
    if name not in _FAST:
        raise ValueError(f"engine is 'json', 'orjson' or 'msgspec', not {name!r}")
    module, make = _FAST[name]
    try:
        fast = make(import_module(module), indent)
    except ImportError as error:
        raise MissingExtraError("extra.missing", details={"package": name, "extra": "fast"}) from error

    def write(document: dict[str, Any]) -> str:
        try:
            return fast(document).decode()
        except _TOO_MUCH:  # Python's own can, or what it writes shows what is wrong
            return own(document)

    return write


Printer = Callable[[dict[str, Any]], bytes]


def _orjson(package: Any, indent: Indent) -> Printer:
    option = package.OPT_INDENT_2 if indent else None
    return lambda document: package.dumps(document, option=option)


def _msgspec(package: Any, indent: Indent) -> Printer:
    if indent is None:
        return lambda document: package.encode(document)  # noqa: PLW0108 - it has a type
    return lambda document: package.format(package.encode(document), indent=2)


_FAST: Final[Mapping[str, tuple[str, Callable[[Any, Indent], Printer]]]] = {
    "orjson": ("orjson", _orjson),
    "msgspec": ("msgspec.json", _msgspec),
}


def _compact(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _spread(document: dict[str, Any]) -> str:
    return _indented(document, "\n")


def _indented(value: Any, line: str) -> str:
    """As `json.dumps` indents it, which takes several times as long."""
    if isinstance(value, str):
        return encode_basestring(value)
    below = f"{line}  "
    if isinstance(value, dict) and value:
        named = cast("dict[str, Any]", value).items()
        members = [f"{encode_basestring(key)}: {_indented(member, below)}" for key, member in named]
        return f"{{{below}{f',{below}'.join(members)}{line}}}"
    if isinstance(value, list) and value:
        members = [_indented(member, below) for member in cast("Iterable[Any]", value)]
        return f"[{below}{f',{below}'.join(members)}{line}]"
    return json.dumps(value)


_OWN: Final[Mapping[Indent, Callable[[dict[str, Any]], str]]] = {2: _spread, None: _compact}
