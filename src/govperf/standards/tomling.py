"""Writing TOML (写出TOML): tables as a text that people like to read and that means the same again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, cast

from govperf.errors import StandardError
from govperf.limits import LIMITS
from govperf.standards.faults import at, below, wrong_type
from govperf.standards.parameters import sane

__all__ = ["Table", "toml"]

Table = Mapping[str, Any]

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_UNSEEN: Final = re.compile(r'["\\\x00-\x1f\x7f]')
_HALF: Final = re.compile("[\ud800-\udfff]")


def toml(table: Table) -> str:
    """A table as a TOML text (写出TOML): first what it says itself, then the tables in it.

    Args:
        table: Texts, exact numbers, lists, tables, and tables in them.

    Returns:
        The text; a fraction that does not end as a decimal is a text such as "2/3".

    Raises:
        StandardError: A text is empty, or no text that a file can hold, so that nobody could read it.

    Example:
        >>> print(toml({"name": "某区", "rules": {"ours": {"of": Fraction(1, 3)}}}).rstrip())
        name = "某区"
        <BLANKLINE>
        [rules.ours]
        of = "1/3"
    """
    own = [_pair(key, value, below("$", key)) for key, value in table.items() if not _is_section(value)]
    sections = [
        [header, *(_pair(name, item, below(path, name)) for name, item in inner.items())]
        for key, value in table.items()
        if _is_section(value)
        for header, path, inner in _sections(_key(key), value, below("$", key))
    ]
    return "\n".join("".join(f"{line}\n" for line in lines) for lines in ([own] if own else []) + sections)


def _is_section(value: object) -> bool:
    return isinstance(value, Mapping) or _has_tables(value)


def _has_tables(value: object) -> bool:
    rows = cast("list[object]", value) if isinstance(value, list) else []
    return bool(rows) and all(isinstance(row, Mapping) for row in rows)


def _sections(key: str, value: Any, path: str) -> Iterator[tuple[str, str, Table]]:
    """The header, the path and the table of each section that a key has."""
    if isinstance(value, list):
        for place, row in enumerate(cast("list[Table]", value)):
            yield f"[[{key}]]", f"{path}[{place}]", row
    elif value and all(isinstance(inner, Mapping) for inner in value.values()):
        for name, inner in value.items():
            yield f"[{key}.{_key(name)}]", below(path, name), inner
    else:
        yield f"[{key}]", path, value


def _pair(key: str, value: object, path: str) -> str:
    if _has_tables(value):
        rows = enumerate(cast("list[Table]", value))
        lines = "".join(f"  {_value(row, f'{path}[{place}]')},\n" for place, row in rows)
        return f"{_key(key)} = [\n{lines}]"
    return f"{_key(key)} = {_value(value, path)}"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _quoted(name)


def _value(value: object, path: str) -> str:
    match value:
        case str():
            return _text(value, path)
        case Fraction():
            return _fraction(value)
        case Decimal():
            return format(at(path, lambda: sane(value)), "f")
        case int():
            return str(value)
        case Mapping():
            inner = cast("Table", value).items()
            return (
                f"{{ {', '.join(f'{_key(key)} = {_value(item, below(path, key))}' for key, item in inner)} }}"
            )
        case list() | tuple():
            items = enumerate(cast("list[object]", value))
            return f"[{', '.join(_value(item, f'{path}[{place}]') for place, item in items)}]"
        case _:
            raise wrong_type(value, path)


def _text(value: str, path: str) -> str:
    if not value:
        raise wrong_type(value, path)
    if _HALF.search(value):
        raise StandardError("data.unicode", value, path=path)
    return _quoted(value)


def _quoted(value: str) -> str:
    return f'"{_UNSEEN.sub(_escaped, value)}"'


def _escaped(match: re.Match[str]) -> str:
    char = match.group()
    return f"\\{char}" if char in {'"', "\\"} else _SHORT.get(char, f"\\u{ord(char):04X}")


_SHORT: Final[Mapping[str, str]] = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


def _fraction(value: Fraction) -> str:
    """A whole number, a decimal where it ends, or a text such as "2/3"."""
    whole, parts = value.as_integer_ratio()
    twos = (parts & -parts).bit_length() - 1
    fives, rest = 0, parts >> twos
    while rest % 5 == 0:
        fives, rest = fives + 1, rest // 5
    places = max(twos, fives)
    digits = abs(whole) * 10**places // parts
    if rest > 1 or len(str(digits)) > LIMITS.digits or places > LIMITS.digits:
        return f'"{value}"'
    if not places:
        return str(whole)
    shown = str(digits).rjust(places + 1, "0")
    return f"{'-' if whole < 0 else ''}{shown[:-places]}.{shown[-places:]}"
