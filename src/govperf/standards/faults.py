"""Faults of a rule book (评分标准的错误), gathered: whoever mends one wants to know them all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

from govperf.errors import StandardError, StandardErrors
from govperf.limits import LIMITS

__all__ = ["at", "below", "gathered", "listed", "together", "wrong_type"]

_BARE: Final = re.compile(r"[\w-]+")
_KEY: Final = 60

T = TypeVar("T")


def listed(error: StandardError) -> list[StandardError]:
    """The faults of an error, which may hold several (逐条列出)."""
    if isinstance(error, StandardErrors):
        return list(error.exceptions)
    return [error]


def together(faults: Sequence[StandardError]) -> StandardError:
    """One fault as itself, several as one error (合并).

    Args:
        faults: One or more; of very many the first are told.

    Returns:
        The error to raise.
    """
    return faults[0] if len(faults) == 1 else StandardErrors(faults[: LIMITS.faults])


def gathered(makes: Iterable[Callable[[], T]], faults: Sequence[StandardError] = ()) -> list[T]:
    """All that is made, or all the faults of making it (逐项读取).

    Args:
        makes: Each gives a value, or raises; no more are tried once enough faults are known.
        faults: What is already known to be wrong.

    Returns:
        The values.

    Raises:
        StandardError: Something is wrong.
    """
    made: list[T] = []
    found = list(faults)
    for make in makes:
        if len(found) >= LIMITS.faults:
            break
        try:
            made.append(make())
        except StandardError as error:
            found += listed(error)
    if found:
        raise together(found) from None
    return made


def at(path: str, make: Callable[[], T]) -> T:
    """What is made, or the error of making it, with its path (加上位置).

    Args:
        path: Where in the document; the field that an error names comes below it.
        make: Gives the value, or raises.

    Returns:
        The value.

    Raises:
        StandardError: As `make` does.
    """
    try:
        return make()
    except StandardError as error:
        raise together([_placed(fault, path) for fault in listed(error)]) from None


def _placed(fault: StandardError, path: str) -> StandardError:
    if fault.path.startswith("$"):
        return fault
    return fault.at(f"{path}.{fault.path}" if fault.path else path)


def below(path: str, key: str) -> str:
    """The path of a key of a table (键的位置), the key quoted where it is not one word.

    Example:
        >>> below("$.rules", "满意度"), below("$.rules", "a.b")
        ('$.rules.满意度', '$.rules."a.b"')
    """
    if len(key) <= _KEY and _BARE.fullmatch(key):
        return f"{path}.{key}"
    shown = key if len(key) <= _KEY else f"{key[:_KEY]}…"
    return f'{path}."{"".join(map(_escaped, shown))}"'


def _escaped(char: str) -> str:
    """A character in a quoted key: one that is not to be seen by its number, so that two keys stay two."""
    if char in {'"', "\\"}:
        return f"\\{char}"
    return char if char.isprintable() else f"\\u{ord(char):04x}"


def wrong_type(value: object, path: str) -> StandardError:
    """The error of a value of another type (类型不符); a text is quoted, what may nest without end is not."""
    quoted = value if isinstance(value, str) else type(value).__name__
    return StandardError("standard.type", quoted, path=path)
