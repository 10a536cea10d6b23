"""Writing numbers (数字书写): 12,345,678.9 · 12345678.9 · 1234.57万."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from govperf.errors import NumeralError
from govperf.limits import LIMITS
from govperf.numerals.contexts import EXACT
from govperf.numerals.rounding import decimal_of, rounded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal

    from govperf.numerals.rounding import Rounding

__all__ = ["Style", "format_number"]

Style = Literal["grouped", "plain", "scaled"]

# CLDR 47 zh compact decimals, which report usage follows; GB/T 15835-2011 wants one scale word at most.
_SCALES: Final[Mapping[int, str]] = {0: "", 4: "万", 8: "亿", 12: "万亿"}
_STEP: Final = 4
_TOP: Final = max(_SCALES)


def format_number(
    value: Decimal | int,
    *,
    style: Style = "grouped",
    digits: int | None = None,
    rounding: Rounding = "half_up",
) -> str:
    """A number as it is printed (数字书写).

    Args:
        value: Exact; the absolute value at most about 10^`LIMITS.exponent`.
        style: "grouped" with thousands commas, "plain" without, "scaled" in 万, 亿 or 万亿 from 10^4 on.
        digits: Decimals, from 0 to `LIMITS.exponent`; None writes the value exactly. A scaled number is
            rounded in its scale, and drops the zeros at its end.
        rounding: What becomes of an exact half; of no effect without `digits`.

    Returns:
        The number in ASCII digits, never in exponent notation, never a negative zero.

    Raises:
        NumeralError: The value is not finite, too large or too small to be written, or `digits` is out of
            range.
        TypeError: The value is a float or no number, or `digits` is not a whole number.
        ValueError: The style or the rounding is unknown.

    Example:
        >>> from decimal import Decimal
        >>> format_number(Decimal("12345678.9"))
        '12,345,678.9'
        >>> format_number(Decimal("12345678.9"), style="plain", digits=0)
        '12345679'
        >>> [format_number(sum_, style="scaled", digits=2) for sum_ in (12345678, 99999999)]
        ['1234.57万', '1亿']
    """
    if style not in _WRITERS:
        msg = f"style is {', '.join(_WRITERS)}, not {style!r}"
        raise ValueError(msg)
    return _WRITERS[style](decimal_of(value), digits, rounding)


def _grouped(number: Decimal, digits: int | None, rounding: Rounding) -> str:
    return f"{_fixed(number, digits, rounding):,f}"


def _plain(number: Decimal, digits: int | None, rounding: Rounding) -> str:
    return f"{_fixed(number, digits, rounding):f}"


def _scaled(number: Decimal, digits: int | None, rounding: Rounding) -> str:
    power = min(max(number.adjusted() // _STEP * _STEP, 0), _TOP) if number else 0
    mantissa = _fixed(number.scaleb(-power, EXACT), digits, rounding)
    if power < _TOP and mantissa.adjusted() >= _STEP:  # rounding reached the next scale: 9999.9999万 is 1亿
        power, mantissa = power + _STEP, mantissa.scaleb(-_STEP, EXACT)
    written = f"{mantissa:f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return written + _SCALES[power]


def _fixed(number: Decimal, digits: int | None, rounding: Rounding) -> Decimal:
    """The number with the decimals that are to be printed."""
    if digits is not None:
        return rounded(number, digits, rounding)
    if number.adjusted() < -LIMITS.exponent:
        raise NumeralError("numeral.range", number)
    return number


# One writer for each style.
_WRITERS: Final[Mapping[str, Callable[[Decimal, int | None, Rounding], str]]] = {
    "grouped": _grouped,
    "plain": _plain,
    "scaled": _scaled,
}
