"""Reading the number that begins somewhere in a text (就地读数)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govperf.errors import InputError, NumeralError
from govperf.numerals.arabic import read_arabic
from govperf.numerals.chinese import read_chinese
from govperf.numerals.start import Start
from govperf.numerals.tables import ARABIC, CHINESE, LEADING, SIGNS
from govperf.numerals.usual import text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal

    from govperf.numerals.start import Scan

__all__ = ["alone", "begun", "scan"]

# The reader of a number, by its first digit.
_READERS: Final[Mapping[str, Callable[[Start], Scan | None]]] = {
    char: reader
    for spellings, reader in ((ARABIC, read_arabic), (CHINESE, read_chinese))
    for code in LEADING
    for char in spellings.get(code, "")
}


def scan(text: str, start: int = 0) -> Scan | None:
    """The number that begins exactly here (就地读数), for a reader of what follows it.

    A number with something after it is read more strictly than one that is alone: what speech leaves out
    (一万二) is not understood, and 兆 is mega (兆瓦).

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
    printed = text_of(text)
    if start < 0:
        msg = "start must not be negative"
        raise ValueError(msg)
    return begun(printed, start)


def begun(text: str, start: int, *, alone: bool = False) -> Scan | None:
    """The number that begins here, in either notation (起读).

    Args:
        text: Any text.
        start: Index of the sign or of the first digit.
        alone: Whether nothing else is meant to be in the text.

    Returns:
        The longest well-formed number, or None where no number begins.

    Raises:
        NumeralError: A number begins, but is malformed or can be read in two ways.
        LimitError: The number is too long.

    Example:
        >>> begun("一万二", 0, alone=True).value
        Decimal('12000')
    """
    sign = SIGNS.get(text[start : start + 1])
    at = start if sign is None else start + 1
    reader = _READERS.get(text[at : at + 1])
    found = reader(Start(text, start, at, sign or 1, alone)) if reader else None
    return found if found is None or found.end == len(text) else _beside(text, at, found)


# 十万零五千米 is 105 000米 or 100 005千米; 三零件 are three spare parts (零件), or 30件.
_KILO: Final = re.compile(".*[零〇].*[千仟][米克瓦伏卡帕焦赫安升]")
_SPARE_PARTS: Final = re.compile("(.*)零件")


def _beside(text: str, start: int, found: Scan) -> Scan | None:
    """The number, unless what follows it could have taken its last character."""
    number_and_next = text[start : found.end + 1]
    spare = _SPARE_PARTS.fullmatch(number_and_next)
    if spare and not spare[1]:
        return None
    if spare or _KILO.fullmatch(number_and_next):
        raise NumeralError("numeral.ambiguous", text, span=(start, found.end + 1))
    return found


def alone(text: str, start: int = 0) -> Decimal | None:
    """The exact number that is all the rest of a text, if it is one without more ado (单独的数).

    Args:
        text: What ends with the number.
        start: Index of its sign or first digit.

    Returns:
        Its value; None for any other text, of which other readers may know more.

    Example:
        >>> alone("一万二"), alone("12,34"), alone("95%")
        (Decimal('12000'), None, None)
    """
    try:
        found = begun(text, start, alone=True)
    except InputError:
        return None
    return found.value if found and found.end == len(text) else None
