"""Reading numbers from text (读数): a whole text, or the number that begins somewhere in it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from govperf.errors import LimitError, NumeralError
from govperf.limits import LIMITS
from govperf.numerals.arabic import read_arabic
from govperf.numerals.chinese import read_chinese, whole_number
from govperf.numerals.start import Scan, Start
from govperf.numerals.tables import ARABIC, CHINESE, LEADING, SIGNS, SPACES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["parse_number", "scan"]

# The numbers that most cells hold, read without the grammar; few enough digits to need no count.
_USUAL: Final = re.compile(r"[+-]?(?:[1-9][0-9]{0,2}(?:,[0-9]{3})++|[0-9]++)(?:\.[0-9]++)?+")

# The reader of a number, by its first digit.
_READERS: Final[Mapping[str, Callable[[Start], Scan | None]]] = {
    char: reader
    for spellings, reader in ((ARABIC, read_arabic), (CHINESE, read_chinese))
    for code in LEADING
    for char in spellings.get(code, "")
}

_POINTS: Final = frozenset(ARABIC["."] + CHINESE["."])


def parse_number(text: str) -> Decimal:
    """The number that a text is (读数).

    Arabic digits, Chinese digits (plain, financial, traditional), full-width digits, thousands groups,
    decimals, a sign, and scale words at the end or inside. A text with two readings is refused.

    Args:
        text: One number, at most `LIMITS.number_chars` characters; spaces around it are allowed.

    Returns:
        The exact value. Printed decimals are kept: 1.50 has two.

    Raises:
        NumeralError: The text is not one well-formed number, or can be read in two ways.
        LimitError: The text is too long.
        TypeError: It is not a text.

    Example:
        >>> parse_number("3,678.76"), parse_number("22.2 万 170")
        (Decimal('3678.76'), Decimal('222170'))
        >>> parse_number("三千六百七十八点七六") == parse_number("３６７８．７６")
        True
    """
    printed = _text(text)
    if len(printed) > LIMITS.number_chars:
        raise LimitError("limit.chars", printed, details={"limit": LIMITS.number_chars})
    number = printed.strip(SPACES)
    if number.isascii():
        if len(number) <= LIMITS.digits and _USUAL.fullmatch(number):
            value = Decimal(number.replace(",", ""))
            return value or value.copy_abs()
    elif (whole := whole_number(number)) is not None:
        return Decimal(whole)
    if not number:
        raise NumeralError("numeral.empty", printed)
    return _whole(printed, printed.index(number), number)


def scan(text: str, start: int = 0) -> Scan | None:
    """The number that begins exactly here (就地读数), for a reader of what follows it.

    Args:
        text: Any text; only the part that can belong to the number is looked at.
        start: Index of the sign or of the first digit, from 0.

    Returns:
        The longest well-formed number, or None where no number begins.

    Raises:
        NumeralError: A number begins, but is malformed or can be read in two ways.
        LimitError: The number is longer than `LIMITS.number_chars` characters.
        TypeError: It is not a text.
        ValueError: `start` is negative.

    Example:
        >>> found = scan("投入3,678.76万元", 2)
        >>> found.value, found.mantissa, found.scale, found.end
        (Decimal('36787600'), Decimal('3678.76'), '万', 11)
        >>> scan("百分之九十五") is None
        True
    """
    printed = _text(text)
    if start < 0:
        msg = "start must not be negative"
        raise ValueError(msg)
    sign = SIGNS.get(printed[start : start + 1])
    at = start if sign is None else start + 1
    reader = _READERS.get(printed[at : at + 1])
    return reader(Start(printed, start, at, sign or 1)) if reader else None


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    msg = f"a number is read from str, not from {type(value).__name__}"
    raise TypeError(msg)


def _whole(printed: str, start: int, number: str) -> Decimal:
    """The value of a number that must be all of the text but the spaces around it."""
    found, end = scan(printed, start), start + len(number)
    if found is None:
        code = "numeral.point" if number.lstrip("".join(SIGNS))[:1] in _POINTS else "numeral.unreadable"
        raise NumeralError(code, printed, span=(start, end))
    if found.end < end:
        code = "numeral.point" if printed[found.end] in _POINTS else "numeral.trailing"
        raise NumeralError(code, printed, span=(found.end, end))
    return found.value
