"""Chinese digits written (汉字数字的书写): 三千六百七十八点七六, 壹仟肆佰零玖, 二〇二一.

A number is taken as it is printed in ASCII digits and cut into groups of four. A group is written
when it is first met and then remembered, so that most numbers are put together from known texts.
"""

from __future__ import annotations

from decimal import Decimal

from govperf.errors import NumeralError
from govperf.numerals.rounding import fixed, number_of

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from fractions import Fraction
    from typing import Final

    from govperf.numerals.choices import Rounding

__all__ = ["BEYOND", "CAPITALS", "FINANCIAL", "HIGHEST", "SEQUENCE", "SPOKEN", "Script"]

_ASCII: Final = "0123456789"

_THOUSAND: Final = 1_000
_WAN: Final = 10_000
_YI: Final = 100_000_000
_TEENS: Final = range(10, 20)
_FEW: Final = 4
HIGHEST: Final = 16
"""Digits of a whole number: four groups of four, so that 万 and 亿 do not pile up."""
BEYOND: Final = 10**HIGHEST


class Script:
    """One way to write quantities in Chinese digits (汉字数字).

    Example:
        >>> SPOKEN.written(Decimal("100015.20"), None, "half_up"), FINANCIAL.whole(1409)
        ('十万零一十五点二零', '壹仟肆佰零玖')
    """

    __slots__ = (
        "_decimals",
        "_digits",
        "_heads",
        "_minus",
        "_places",
        "_tails",
        "_teen",
        "_wan_heads",
        "_wan_tails",
        "_yi",
        "_zero",
    )

    def __init__(
        self, digits: str, places: str, *, teen: str, wan: str, yi: str, minus: str, point: str
    ) -> None:
        """Begin with nothing written.

        Args:
            digits: From 0 to 9.
            places: Of thousands, hundreds and tens.
            teen: What a number from 10 to 19 begins with.
            wan: 10^4.
            yi: 10^8.
            minus: The sign.
            point: Of decimals.
        """
        self._zero, self._places, self._teen = digits[0], (*places, ""), teen
        self._yi, self._minus = yi, minus
        self._digits = str.maketrans(_ASCII, digits)
        self._heads = _Groups(self._head)
        self._tails = _Groups(self._tail)
        self._wan_heads = _Groups(lambda group: self._head(group) + wan)
        self._wan_tails = _Groups(lambda group: self._tail(group) + wan)
        self._decimals = _Decimals(lambda decimals: point + decimals.translate(self._digits))

    def written(self, value: Decimal | int | Fraction, digits: int | None, rounding: Rounding) -> str:
        """A number (数字).

        Args:
            value: Below 10^16 when it is rounded.
            digits: Decimals; None for those it has.
            rounding: What becomes of an exact half.

        Returns:
            The number; 二 and never 两, which is speech.

        Raises:
            NumeralError: The value is not finite, too large or too small, or `digits` is out of range.
            TypeError: The value is a float or no number, or a fraction without `digits`.
            ValueError: The rounding is unknown.
        """
        if digits is None and type(value) is Decimal:  # most values print as whole.decimals: the short way
            whole, _, decimals = str(value).partition(".")
            if whole.isdecimal() and decimals.isdecimal() and len(whole) <= HIGHEST:
                return self.whole(int(whole)) + self._decimals[decimals]
        elif digits is None and type(value) is int and 0 <= value < BEYOND:
            return self.whole(value)
        return self._printed(fixed(number_of(value, digits), digits, rounding))

    def whole(self, number: int) -> str:
        """A whole number (整数).

        Args:
            number: From 0, below 10^16.

        Returns:
            The same number.

        Rule:
            GB/T 15835-2011: 零 and not 〇 in a quantity; no scale words but 万 and 亿: 10^12 is 一万亿.
            正确填写票据和结算凭证的基本规定: one 零 for every run of empty places inside a number.
        """
        if number < _WAN:
            return self._heads[number]
        if number < _YI:
            high, low = divmod(number, _WAN)
            return self._wan_heads[high] + self._tails[low]
        upper, rest = divmod(number, _YI)
        wan, ones = divmod(rest, _WAN)
        written = self.whole(upper) + self._yi
        if not wan:
            return written + self._after_empty(ones, self._tails)
        if upper % _WAN:
            return written + self._wan_tails[wan] + self._tails[ones]
        return written + self._after_empty(wan, self._wan_tails) + self._tails[ones]

    def _printed(self, number: Decimal) -> str:
        if number.adjusted() >= HIGHEST:
            raise NumeralError("numeral.range", number, hint=f"< 10^{HIGHEST}")
        if number.is_signed():
            return self._minus + self._printed(number.copy_abs())
        whole, point, decimals = f"{number:f}".partition(".")
        written = self.whole(int(whole))
        return written + self._decimals[decimals] if point else written

    def _after_empty(self, group: int, texts: Mapping[int, str]) -> str:
        """A group after an empty one, which 零 stands for even before thousands."""
        return texts[group] if group < _THOUSAND else self._zero + texts[group]

    def _head(self, group: int) -> str:
        """A group that a number begins with."""
        if group in _TEENS:
            return self._teen + self._placed(group % 10)
        return self._placed(group) or self._zero

    def _tail(self, group: int) -> str:
        """A group after another one: 零 stands for the thousands that it has not."""
        text = self._placed(group)
        return self._zero + text if text and group < _THOUSAND else text

    def _placed(self, group: int) -> str:
        """Each digit with its place, one 零 for a run of empty places inside the group."""
        written = pending = ""
        digits = str(group)
        for digit, place in zip(digits, self._places[-len(digits) :], strict=True):
            if digit == "0":
                pending = self._zero if written else ""
            else:
                written += pending + digit.translate(self._digits) + place
                pending = ""
        return written


class _Groups(dict[int, str]):
    """What was written so far for each number below 10 000."""

    __slots__ = ("_write",)

    def __init__(self, write: Callable[[int], str]) -> None:
        super().__init__()
        self._write = write

    def __missing__(self, group: int) -> str:
        self[group] = text = self._write(group)
        return text


class _Decimals(dict[str, str]):
    """What was written so far for each text of up to four decimals."""

    __slots__ = ("_write",)

    def __init__(self, write: Callable[[str], str]) -> None:
        super().__init__()
        self._write = write

    def __missing__(self, digits: str) -> str:
        text = self._write(digits)
        if len(digits) <= _FEW:
            self[digits] = text
        return text


# GB/T 15835-2011; 10 to 19 begin with 十 alone.
SPOKEN: Final = Script("零一二三四五六七八九", "千百十", teen="十", wan="万", yi="亿", minus="负", point="点")

# 正确填写票据和结算凭证的基本规定: the digits of an amount of money; 10 to 19 begin with 壹拾.
CAPITALS: Final = "零壹贰叁肆伍陆柒捌玖"
FINANCIAL: Final = Script(CAPITALS, "仟佰拾", teen="壹拾", wan="万", yi="亿", minus="负", point="点")

# GB/T 15835-2011: 〇 in a number that is a label, such as a year, read out digit by digit.
SEQUENCE: Final = str.maketrans(_ASCII + "-.", "〇一二三四五六七八九负点")
