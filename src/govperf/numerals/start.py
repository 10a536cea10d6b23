"""Where a number begins in a text, and what is found there (读数的起点和结果)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from govperf.errors import LimitError, NumeralError
from govperf.limits import LIMITS
from govperf.numerals.tables import LEADING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Notation", "Scale", "Scan", "Start", "exact"]

_CHARS: Final = LIMITS.number_chars
_ENOUGH: Final = 10**LIMITS.digits

_NO_CODE: Final = "?"

# How far a number is looked at: past the longest one by a separator, a group and one character more.
_REACH: Final = _CHARS + 8


class Scan(NamedTuple):
    """A number found in a text (读出的数).

    Example:
        >>> from govperf.numerals import scan
        >>> scan("3,678.76 万元")
        Scan(value=Decimal('36787600'), end=10, mantissa=Decimal('3678.76'), scale='万', mantissa_end=8)
    """

    value: Decimal
    """The whole number, its scale word counted in."""
    end: int
    """Index after the whole number, its scale word included."""
    mantissa: Decimal
    """The number before the scale word; the value where there is no single scale word."""
    scale: str
    """千, 万, 百万, 千万, 亿 or 万亿 where the number is one mantissa and one such word, else ""."""
    mantissa_end: int
    """Index after the mantissa, before the spaces and the scale word; `end` without a scale word."""


class Scale(NamedTuple):
    """The one scale word that ends a number (数量级)."""

    word: str
    power: int
    """Its power of ten."""
    before: int
    """Characters of the mantissa, counted from the first digit."""


class Start(NamedTuple):
    """Where a number begins (起点): its sign first, if it has one."""

    text: str
    start: int
    """Index of the sign, or of the first digit where there is no sign."""
    at: int
    """Index of the first digit, from which faults and sizes are counted."""
    sign: int
    """1 or -1."""
    alone: bool = False
    """Whether nothing but this number is in the text, so that it can be read as it is said."""

    def fault(self, code: str, span: tuple[int, int], hint: str = "") -> NumeralError:
        """The error of a number that begins here (读数错误).

        Args:
            code: Of `govperf.messages`.
            span: Of the fault.
            hint: What would be right, where that is certain.

        Returns:
            The error, not raised.
        """
        return NumeralError(code, self.text, span=(self.at + span[0], self.at + span[1]), hint=hint)

    def found(self, coefficient: int, power: int, size: int, scale: Scale | None = None) -> Scan:
        """The number that begins here, held to the caps (读数结果).

        Args:
            coefficient: Its digits as a whole number, without the sign.
            power: The power of ten of the last digit.
            size: Its characters.
            scale: The scale word that it ends with, if it is one mantissa and one such word.

        Returns:
            The signed number.

        Raises:
            LimitError: It is longer than `LIMITS.number_chars` characters.
            NumeralError: It has more than `LIMITS.digits` significant digits, or more than
                `LIMITS.exponent` decimals.
        """
        end = self.at + size
        if end - self.start > _CHARS:
            raise LimitError("limit.chars", self.text[self.start : end], details={"limit": _CHARS})
        if power < -LIMITS.exponent:
            raise NumeralError("numeral.range", self.text, span=(self.start, end))
        if coefficient * 10**power >= _ENOUGH if power > 0 else coefficient >= _ENOUGH:
            span, details = (self.start, end), {"limit": LIMITS.digits}
            raise NumeralError("numeral.digits", self.text, span=span, details=details)
        coefficient *= self.sign
        value = exact(coefficient, power)
        if scale is None:
            return Scan(value, end, value, "", end)
        return Scan(value, end, exact(coefficient, power - scale.power), scale.word, self.at + scale.before)


class Notation:
    """One way to write numbers (记数法): its characters, and the code of each."""

    def __init__(self, spellings: Mapping[str, str]) -> None:
        """Lay out the table.

        Args:
            spellings: Each code, and the characters that it stands for.
        """
        self._spellings = spellings

    @cached_property
    def _codes(self) -> dict[int, str]:
        ascii_ = dict.fromkeys(
            map(chr, range(128)), _NO_CODE
        )  # else a K in a text would pass for the code of 千
        return str.maketrans(
            {**ascii_, **{char: code for code, chars in self._spellings.items() for char in chars}}
        )

    @cached_property
    def _run(self) -> re.Pattern[str]:
        leading = "".join(self._spellings.get(code, "") for code in LEADING)
        return re.compile(f"[{leading}][{''.join(self._spellings.values())}]{{0,{_REACH - 1}}}+")

    def codes(self, begin: Start) -> str:
        """The characters of this notation from the first digit on, in code (转码).

        Args:
            begin: Where the number begins.

        Returns:
            As many codes as there are such characters side by side, up to a little more than the
            longest number; "" where no number of this notation begins.

        Example:
            >>> Notation({"1": "一壹", "T": "十拾"}).codes(Start("壹拾一条", 0, 0, 1))
            '1T1'
        """
        run = self._run.match(begin.text, begin.at)
        return run[0].translate(self._codes) if run else ""

    def all_codes(self, text: str) -> str:
        """The whole text in code (整体转码).

        Args:
            text: At most as long as a number may be.

        Returns:
            A code for each character of this notation; any other is no code.

        Example:
            >>> Notation({"1": "一壹", "T": "十拾"}).all_codes("壹拾一条T")
            '1T1条?'
        """
        return text.translate(self._codes)


def exact(coefficient: int, power: int) -> Decimal:
    """A whole number of powers of ten as a decimal (精确小数), in nobody's context.

    Args:
        coefficient: How many.
        power: Which power of ten; negative for decimals.

    Returns:
        `coefficient` × 10^`power`; its own exponent is never above 0.

    Example:
        >>> exact(2220, 2), exact(125, -2), exact(0, -1)
        (Decimal('222000'), Decimal('1.25'), Decimal('0.0'))
    """
    if power > 0:
        coefficient *= 10**power
    return Decimal(f"{coefficient}E{power}") if power < 0 else Decimal(coefficient)
