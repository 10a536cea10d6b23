"""A text that is one exact number and nothing else (单独的数)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, cast

from govperf.errors import NumeralError
from govperf.limits import LIMITS
from govperf.numerals.contexts import EXACT
from govperf.numerals.scanning import begun
from govperf.numerals.tables import ARABIC, CHINESE, PLACES, SIGNS, SPACES
from govperf.numerals.usual import usual

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govperf.numerals.start import Scan

__all__ = ["bare", "cardinal", "in_bounds"]

_POINTS: Final = frozenset(ARABIC["."] + CHINESE["."])
_SIGNS: Final = "".join(SIGNS)
_NARROW: Final = str.maketrans("０１２３４５６７８９．＋－−ｅＥｋＫＭ", "0123456789.+--eEkKM")

# Numbers that are words of their own.
_WORDS: Final[Mapping[str, Decimal]] = {
    "半": Decimal("0.5"),
    "一半": Decimal("0.5"),
    "半数": Decimal("0.5"),
    "半百": Decimal(50),
}

# .5 is printed by spreadsheets; GB/T 15835-2011 5.1.2 wants the 0.
_NO_ZERO: Final = re.compile(r"([+-]?)(\.[0-9]++)")

# What multiplies a number besides the scale words: 15k, 2.5M, a dozen (打). m is the metre, and no million.
_MULTIPLIERS: Final[Mapping[str, Decimal]] = {
    "k": Decimal("1E3"),
    "K": Decimal("1E3"),
    "M": Decimal("1E6"),
    "打": Decimal(12),
}

# A year as a label, with a zero or an O of any width among the Chinese digits: 二0二一, 二O二一.
_NONZERO: Final = "".join(CHINESE[digit] for digit in "123456789")
_LABEL: Final = re.compile(f"[{_NONZERO}][{_NONZERO}{CHINESE['0']}0０OＯ]++")
_AS_ZERO: Final = str.maketrans("0０OＯ", "〇〇〇〇")

# 百三 is said for 一百三, 千三 for 一千三.
_SAID: Final = re.compile(f"[百佰千仟][{_NONZERO}]")
_PLACES: Final = re.compile(f"[{PLACES}]++")


def cardinal(text: str, start: int = 0) -> Decimal:
    """The exact number that is all the rest of a text (单独的数), as it is printed or said.

    Args:
        text: What ends with the number.
        start: Index of its sign or first digit.

    Returns:
        The value, with the printed decimals.

    Raises:
        NumeralError: The rest is not one well-formed number, or can be read in two ways.
        LimitError: It is too long.

    Example:
        >>> cardinal("一万二"), cardinal("-.5"), cardinal("共15k", 1)
        (Decimal('12000'), Decimal('-0.5'), Decimal('15000'))
    """
    number = text[start:]
    if not number:
        raise NumeralError("numeral.empty", text)
    if (value := usual(number)) is not None:
        return value
    if number in _WORDS:
        return _WORDS[number]
    if (full := _in_full(number)) != number:
        return cardinal(full)
    found = begun(text, start, alone=True)
    if found is None:
        code = "numeral.point" if number.lstrip(_SIGNS)[:1] in _POINTS else "numeral.unreadable"
        raise NumeralError(code, text, span=(start, len(text)))
    if found.end == len(text):
        return found.value
    return _multiplied(found, text, start)


def _in_full(number: str) -> str:
    """The number with the digit that is left out of it, or mistyped: .5, 百三, 二O二一."""
    if no_zero := _NO_ZERO.fullmatch(number.translate(_NARROW)):
        return "0".join(no_zero.groups())
    if _SAID.fullmatch(number):
        return f"一{number}"
    return number.translate(_AS_ZERO) if _LABEL.fullmatch(number) else number


def _multiplied(found: Scan, text: str, start: int) -> Decimal:
    """The number with what multiplies it after it, or the error of what should not be there."""
    multiplier = _MULTIPLIERS.get(text[found.end :].lstrip(SPACES).translate(_NARROW))
    if multiplier is None or found.scale:
        code = "numeral.point" if text[found.end] in _POINTS else "numeral.trailing"
        raise NumeralError(code, text, span=(found.end, len(text)))
    return in_bounds(EXACT.multiply(found.value, multiplier), text, start)


def in_bounds(value: Decimal, text: str, start: int) -> Decimal:
    """A value that was computed from a text, held to the caps of numbers (限位).

    Args:
        value: Exact.
        text: Of which it is the value.
        start: Where the number begins in it.

    Returns:
        The value without a positive exponent; never a negative zero.

    Raises:
        NumeralError: It has more than `LIMITS.digits` digits, or more than `LIMITS.exponent` decimals.

    Example:
        >>> in_bounds(Decimal("2.5E+8"), "2.5E+08", 0)
        Decimal('250000000')
    """
    value = EXACT.add(value, Decimal(0))
    _, digits, exponent = value.as_tuple()
    if len(digits) > LIMITS.digits:
        raise NumeralError("numeral.digits", text, span=(start, len(text)), details={"limit": LIMITS.digits})
    if cast("int", exponent) < -LIMITS.exponent:
        raise NumeralError("numeral.range", text, span=(start, len(text)))
    return value or value.copy_abs()


def bare(text: str) -> Decimal | None:
    """A number of which only the place is printed (省略"一"的数): the 百 of 百分之三, the 万 of 近万人.

    Args:
        text: Of at most as many characters as a number.

    Returns:
        What it is with the 一 that is left out; None for a text that holds more than places.

    Raises:
        NumeralError: The places do not follow each other (千百).

    Example:
        >>> bare("百万"), bare("三百")
        (Decimal('1000000'), None)
    """
    return cardinal(f"一{text}") if _PLACES.fullmatch(text) else None
