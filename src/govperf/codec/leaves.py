"""Leaves (叶子): what is a text, a number or true or false in JSON, each strictly of its type and exact."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, Final, NamedTuple

from govperf.codec.values import JsonNumber, is_long, wrong_type
from govperf.errors import DataError, LimitError
from govperf.limits import LIMITS
from govperf.model import Period
from govperf.units import Unit
from govperf.units.magnitude import magnitude

__all__ = ["LEAVES", "Leaf", "Reader", "Writer", "is_choice", "text_of", "whole_of"]

Reader = Callable[[Any, Any], Any]
"""From what JSON holds and the type that is due to the value (读取函数)."""

Writer = Callable[[Any], Any]
"""From the value to what JSON holds (写出函数)."""

_FRACTION: Final = re.compile(r"(-?[0-9]+)(?:/(0*[1-9][0-9]*))?", re.ASCII)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_BITS: Final = 4 * LIMITS.fraction_chars
"""Of a fraction that can be read back, at the most: a digit takes less than four."""


class Leaf(NamedTuple):
    """How a value is read and written (读写)."""

    read: Reader
    write: Writer | None = None
    """None for what JSON has itself."""


def text_of(value: object, _: object = None) -> str:
    """A text (文本) that can be written in UTF-8."""
    if type(value) is not str:
        if not isinstance(value, str) or isinstance(value, JsonNumber):
            raise wrong_type(value, str)
        value = str.__str__(value)  # of a user's class of texts
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise DataError("data.unicode", value) from None
    return value


def _text(value: object, kind: Any) -> Any:
    """A text; of a user's class of texts one of those."""
    if kind is str:
        return text_of(value)
    return _choice(value, kind) if is_choice(kind) else kind(text_of(value))


def whole_of(value: object) -> int:
    """A whole number (整数) of no more characters than a number may have."""
    if type(value) is not int or is_long(value):
        raise wrong_type(value, int)
    return value


def _whole(value: object, kind: Any) -> Any:
    return whole_of(value) if kind is int else kind(whole_of(value))


def _yes_or_no(value: object, _: object) -> bool:
    if type(value) is not bool:
        raise wrong_type(value, bool)
    return value


def _decimal(value: object, _: object) -> Decimal:
    if type(value) is str or type(value) is Decimal:
        return magnitude(value)
    if type(value) is int and not is_long(value):
        return magnitude(value)
    raise wrong_type(value, Decimal)


def _decimal_text(value: Decimal) -> str:
    return f"{magnitude(value):f}"


def _fraction(value: object, _: object) -> Fraction:
    if type(value) is int:
        return Fraction(whole_of(value))
    text = text_of(value)
    if len(text) > LIMITS.fraction_chars:
        raise LimitError("limit.chars", text, details={"limit": LIMITS.fraction_chars})
    found = _FRACTION.fullmatch(text)
    if found is None:
        raise DataError("data.fraction", text)
    return Fraction(int(found[1]), int(found[2] or 1))


def _fraction_text(value: Fraction) -> str:
    bits = value.numerator.bit_length() + value.denominator.bit_length()
    text = str(value) if bits <= _BITS else ""
    if not 0 < len(text) <= LIMITS.fraction_chars:
        raise LimitError("limit.chars", value, details={"limit": LIMITS.fraction_chars})
    return text


def _day(value: object, _: object) -> date:
    text = text_of(value)
    if not _DAY.fullmatch(text):
        raise DataError("data.day", text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise DataError("data.date", text) from None


def _day_text(value: date) -> str:
    if type(value) is not date:
        raise TypeError(f"a day is a date, not {type(value).__name__}")
    return value.isoformat()


def _period(value: object, _: object) -> Period:
    return Period.parse(text_of(value))


def _unit(value: object, _: object) -> Unit:
    return Unit.of(text_of(value))


def _column(value: object, _: object) -> Unit | str | None:
    """The class of the cell tells a unit from a word that is none."""
    return None if value is None else text_of(value)


def _column_text(value: Unit | str | None) -> str | None:
    return None if value is None else str(value)


def is_choice(kind: Any) -> bool:
    """Whether a type is one of several texts (选项)."""
    return (
        isinstance(kind, type)
        and issubclass(kind, Enum)
        and all(isinstance(member.value, str) for member in kind)
    )


def _choice(value: object, kind: type[Enum]) -> Enum:
    """A member of an enumeration, by its value."""
    if not is_choice(kind):
        return kind(value)
    members: dict[str, Enum] = {member.value: member for member in kind}
    found = members.get(text_of(value))
    if found is None:
        raise DataError("data.choice", value, details={"known": ", ".join(members)})
    return found


LEAVES: Final[Mapping[Any, Leaf]] = {
    Enum: Leaf(_choice),
    str: Leaf(_text),
    int: Leaf(_whole),
    bool: Leaf(_yes_or_no),
    Decimal: Leaf(_decimal, _decimal_text),
    Fraction: Leaf(_fraction, _fraction_text),
    date: Leaf(_day, _day_text),
    Period: Leaf(_period, str),
    Unit: Leaf(_unit, str),
    Unit | str | None: Leaf(_column, _column_text),
}
