"""Writing numbers (数字书写): 12,345,678.9 · 1234.57万 · 95.08% · 三千六百七十八点七六."""

from __future__ import annotations

from govperf.numerals.contexts import EXACT
from govperf.numerals.rounding import MODES, fixed, number_of, percentage, refuse_rounding
from govperf.numerals.spoken import FINANCIAL, SEQUENCE, SPOKEN

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal
    from fractions import Fraction
    from typing import Final

    from govperf.numerals.choices import Rounding, ScaleWord, Style

__all__ = ["format_number"]

# CLDR 47 zh compact decimals, which report usage follows; GB/T 15835-2011 wants one scale word at most, and
# none smaller than 万.
_POWERS: Final[Mapping[str, int]] = {"": 0, "万": 4, "亿": 8, "万亿": 12}
_WORDS: Final[Mapping[int, str]] = {power: word for word, power in _POWERS.items()}
_STEP: Final = 4
_TOP: Final = max(_WORDS)


def format_number(
    value: Decimal | int | Fraction,
    *,
    style: Style = "grouped",
    digits: int | None = None,
    rounding: Rounding = "half_up",
    scale: ScaleWord | None = None,
    locale: str | None = None,
) -> str:
    """A number as it is printed (数字书写).

    * "grouped" with thousands commas: 12,345,678.9.
    * "plain" without: 12345678.9.
    * "scaled" in 万, 亿 or 万亿 from 10^4 on, without zeros at the end: 1234.56789万.
    * "percent", of a ratio: 95.08%.
    * "points", of a difference of two ratios, in percentage points: 5个百分点.
    * "spoken" in Chinese digits; 10 to 19 begin with 十, and 2 is always 二: 三千六百七十八点七六.
    * "financial" in capitals; 10 to 19 begin with 壹拾: 壹仟肆佰零玖.
    * "digits", digit by digit as a year is read: 二〇二一.

    Args:
        value: Exact; the absolute value at most about 10^`LIMITS.exponent`, and below 10^16 in the styles
            "spoken" and "financial".
        style: One of these.
        digits: Decimals as printed, those of 95.08% or of 1234.57万, from 0 to `LIMITS.exponent`; None writes
            the value exactly.
        rounding: What becomes of an exact half; of no effect without `digits`.
        scale: For the style "scaled" the word that every number of a column shall have, "" for none: then
            thousands are grouped and zeros kept, so that the column is aligned. None chooses a word.
        locale: None for the usage of Chinese reports. Else a locale as CLDR spells it, such as "en" or
            "zh_Hant", with signs, groups and scale words of its own; Chinese digits are for Chinese alone.

    Returns:
        The number, never in exponent notation, never a negative zero.

    Raises:
        NumeralError: The value is not finite, too large or too small to be written, or `digits` is out of
            range.
        TypeError: The value is a float or no number, or a fraction without `digits`; `digits` is not a
            whole number.
        ValueError: The style, the rounding, the scale or the locale is unknown, or they do not go together.

    Rule:
        GB/T 15835-2011. Rounding is one step, after the scale is known: 99999999 to two decimals is 1亿.

    Example:
        >>> from decimal import Decimal
        >>> format_number(Decimal("12345678.9")), format_number(5, style="plain", digits=2)
        ('12,345,678.9', '5.00')
        >>> [format_number(sum_, style="scaled", digits=2) for sum_ in (12345678, 99999999)]
        ['1234.57万', '1亿']
        >>> [format_number(sum_, style="scaled", scale="万", digits=2) for sum_ in (12345000, 500)]
        ['1,234.50万', '0.05万']
        >>> format_number(Decimal("0.9508"), style="percent"), format_number(Decimal("0.05"), style="points")
        ('95.08%', '5个百分点')
        >>> format_number(10010, style="spoken"), format_number(1409, style="financial")
        ('一万零一十', '壹仟肆佰零玖')
        >>> format_number(2021, style="digits"), format_number(10**7, style="scaled", locale="en")
        ('二〇二一', '10M')
    """
    write = _WRITERS.get(style)
    if write is None:
        msg = f"style is {', '.join(_WRITERS)}, not {style!r}"
        raise ValueError(msg)
    if rounding not in MODES:
        refuse_rounding(rounding)
    if scale is None and locale is None:
        return write(value, digits, rounding)
    if scale is not None:
        if style != "scaled" or locale is not None:
            msg = "a scale is for the style 'scaled' without a locale"
            raise ValueError(msg)
        return _in_scale(value, digits, rounding, scale)
    from govperf.numerals.locales import local_number  # noqa: PLC0415 - Babel is loaded by those who use it

    return local_number(value, style, digits, rounding, locale)


def _grouped(value: Decimal | int | Fraction, digits: int | None, rounding: Rounding) -> str:
    return f"{fixed(number_of(value, digits), digits, rounding):,f}"


def _plain(value: Decimal | int | Fraction, digits: int | None, rounding: Rounding) -> str:
    return f"{fixed(number_of(value, digits), digits, rounding):f}"


def _scaled(value: Decimal | int | Fraction, digits: int | None, rounding: Rounding) -> str:
    number = number_of(value, digits)
    power = min(max(number.adjusted() // _STEP * _STEP, 0), _TOP) if number else 0
    mantissa = fixed(number.scaleb(-power, EXACT), digits, rounding)
    if power < _TOP and mantissa.adjusted() >= _STEP:  # rounding reached the next scale: 9999.9999万 is 1亿
        power, mantissa = power + _STEP, mantissa.scaleb(-_STEP, EXACT)
    written = f"{mantissa:f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return written + _WORDS[power]


def _in_scale(value: Decimal | int | Fraction, digits: int | None, rounding: Rounding, scale: str) -> str:
    if scale not in _POWERS:
        msg = f"scale is {', '.join(map(repr, _POWERS))}, not {scale!r}"
        raise ValueError(msg)
    mantissa = number_of(value, digits).scaleb(-_POWERS[scale], EXACT)
    return f"{fixed(mantissa, digits, rounding):,f}{scale}"


def _percent(value: Decimal | int | Fraction, digits: int | None, rounding: Rounding) -> str:
    return f"{percentage(value, digits, rounding):,f}%"


def _points(value: Decimal | int | Fraction, digits: int | None, rounding: Rounding) -> str:
    return f"{percentage(value, digits, rounding):,f}个百分点"


def _digits(value: Decimal | int | Fraction, digits: int | None, rounding: Rounding) -> str:
    return _plain(value, digits, rounding).translate(SEQUENCE)


# One writer for each style.
_WRITERS: Final[Mapping[str, Callable[[Decimal | int | Fraction, int | None, Rounding], str]]] = {
    "grouped": _grouped,
    "plain": _plain,
    "scaled": _scaled,
    "percent": _percent,
    "points": _points,
    "spoken": SPOKEN.written,
    "financial": FINANCIAL.written,
    "digits": _digits,
}
