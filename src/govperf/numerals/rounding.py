"""Rounding, exact and in one step (修约)."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from functools import cache

from govperf.errors import NumeralError
from govperf.limits import LIMITS
from govperf.numerals.contexts import EXACT

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction
    from typing import Final, NoReturn

    from govperf.numerals.choices import Rounding

__all__ = [
    "MODES",
    "decimal_of",
    "fixed",
    "number_of",
    "percentage",
    "refuse_rounding",
    "round_half_even",
    "round_half_up",
    "rounded",
]

# half_up: 四舍五入, fiscal practice. half_even: 四舍六入五成双, GB/T 8170-2008. Of the absolute value, both.
MODES: Final[Mapping[str, str]] = {"half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN}

# One unit of the last decimal, for each number of decimals.
_QUANTA: Final = tuple(Decimal(f"1E-{digits}") for digits in range(LIMITS.exponent + 1))

# A percentage is written with two places more than its number has.
_PERCENT: Final = 2

# Bits of the largest whole number that is worked on: far above any sum of money, far below an attack.
_BITS: Final = 100_000


def round_half_up(value: Decimal | int | Fraction, digits: int) -> Decimal:
    """A value rounded half away from zero (四舍五入).

    Args:
        value: Exact; a fraction is rounded from its exact ratio.
        digits: Decimals to keep, from 0 to `LIMITS.exponent`.

    Returns:
        A decimal with exactly `digits` decimals; never a negative zero.

    Raises:
        NumeralError: The value is not finite or too large, or `digits` is out of range.
        TypeError: The value is a float or no number, or `digits` is not a whole number.

    Example:
        >>> round_half_up(Decimal("83.285"), 2), round_half_up(Decimal("-0.5"), 0)
        (Decimal('83.29'), Decimal('-1'))
    """
    return rounded(value, digits, "half_up")


def round_half_even(value: Decimal | int | Fraction, digits: int) -> Decimal:
    """A value rounded half to even (四舍六入五成双), as GB/T 8170-2008 rounds measured values.

    Args:
        value: Exact; a fraction is rounded from its exact ratio.
        digits: Decimals to keep, from 0 to `LIMITS.exponent`.

    Returns:
        A decimal with exactly `digits` decimals; never a negative zero.

    Raises:
        NumeralError: The value is not finite or too large, or `digits` is out of range.
        TypeError: The value is a float or no number, or `digits` is not a whole number.

    Example:
        >>> round_half_even(Decimal("83.285"), 2), round_half_even(Decimal("83.275"), 2)
        (Decimal('83.28'), Decimal('83.28'))
    """
    return rounded(value, digits, "half_even")


def rounded(value: Decimal | int | Fraction, digits: int, mode: Rounding) -> Decimal:
    """A value rounded once (修约).

    Args:
        value: Exact.
        digits: Decimals to keep, from 0 to `LIMITS.exponent`.
        mode: What becomes of an exact half.

    Returns:
        A decimal with exactly `digits` decimals; never a negative zero.

    Raises:
        NumeralError: The value is not finite or too large, or `digits` is out of range.
        TypeError: The value is a float or no number, or `digits` is not a whole number.
        ValueError: The mode is unknown.

    Example:
        >>> rounded(Decimal("8.53459"), 2, "half_even")
        Decimal('8.53')
    """
    return _quantized(number_of(value, digits), digits, mode)


def number_of(value: Decimal | int | Fraction, digits: int | None) -> Decimal:
    """A decimal that is written as the value is (待写的数).

    Args:
        value: Exact.
        digits: Decimals that will be written, of the number itself or of its hundredfold; None for all.

    Returns:
        The number itself; for a fraction a decimal that rounds to `digits` decimals, to two more, or to
        fewer as the fraction does.

    Raises:
        NumeralError: The value is not finite or too large, or `digits` is out of range.
        TypeError: The value is a float or no number, `digits` is not a whole number, or it is None for a
            fraction.

    Example:
        >>> from fractions import Fraction
        >>> number_of(Decimal("0.5"), None), number_of(Fraction(2, 3), 0)
        (Decimal('0.5'), Decimal('0.6661'))
    """
    if isinstance(value, (Decimal, int)):
        return decimal_of(value)
    if digits is not None:
        _quantum(digits)
        return _stand_in(value, digits + _PERCENT)
    _ratio(value)
    msg = "a Fraction is rounded when it is written: say how many digits"
    raise TypeError(msg)


def fixed(number: Decimal, digits: int | None, mode: Rounding) -> Decimal:
    """The number with the decimals that are written (定位小数).

    Args:
        number: From `number_of`, perhaps shifted by a power of ten.
        digits: Decimals to keep, from 0 to `LIMITS.exponent`; None keeps those it has.
        mode: What becomes of an exact half; of no effect without `digits`.

    Returns:
        The rounded number, or the number itself.

    Raises:
        NumeralError: `digits` is out of range, or the number is too large or has too many decimals.
        TypeError: `digits` is not a whole number.
        ValueError: The mode is unknown.

    Example:
        >>> fixed(Decimal("2.345"), None, "half_up"), fixed(Decimal("2.345"), 2, "half_even")
        (Decimal('2.345'), Decimal('2.34'))
    """
    if digits is not None:
        return _quantized(number, digits, mode)
    if number.adjusted() < -LIMITS.exponent:
        raise NumeralError("numeral.range", number)
    return number


def percentage(value: Decimal | int | Fraction, digits: int | None, rounding: Rounding) -> Decimal:
    """The hundredfold of a number, rounded (百分数).

    Args:
        value: A ratio.
        digits: Decimals of the percentage; None for all.
        rounding: What becomes of an exact half.

    Returns:
        So many hundredths.

    Example:
        >>> percentage(Decimal("0.95085"), 2, "half_even")
        Decimal('95.08')
    """
    return fixed(number_of(value, digits).scaleb(_PERCENT, EXACT), digits, rounding)


def decimal_of(value: object) -> Decimal:
    """A number as a decimal of bearable size (转为小数).

    Args:
        value: A decimal or a whole number; the absolute value at most about 10^`LIMITS.exponent`.

    Returns:
        The same number; never a negative zero.

    Raises:
        NumeralError: It is not finite, or too large.
        TypeError: It is anything else, a float or a bool for example.

    Example:
        >>> decimal_of(12), decimal_of(Decimal("-0.0"))
        (Decimal('12'), Decimal('0.0'))
    """
    if not isinstance(value, Decimal):
        value = _decimal_of_int(value)
    if not value.is_finite():
        raise NumeralError("numeral.infinite", value)
    if not value:
        return Decimal(0) if value.adjusted() > 0 else value.copy_abs()
    if value.adjusted() > LIMITS.exponent:
        raise NumeralError("numeral.range", value)
    return value


def refuse_rounding(mode: object) -> NoReturn:
    """Refuse a rounding that there is not (修约方式有误).

    Args:
        mode: What is none of `MODES`.

    Raises:
        ValueError: Always.

    Example:
        >>> refuse_rounding("down")
        Traceback (most recent call last):
        ValueError: rounding is half_up or half_even, not 'down'
    """
    msg = f"rounding is {' or '.join(MODES)}, not {mode!r}"
    raise ValueError(msg)


def _quantized(number: Decimal, digits: object, mode: str) -> Decimal:
    quantum = _quantum(digits)
    if mode not in MODES:
        refuse_rounding(mode)
    result = number.quantize(quantum, MODES[mode], EXACT)
    return result or result.copy_abs()


def _decimal_of_int(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int):
        msg = f"a number must be a Decimal or an int, not {type(value).__name__}"
        raise TypeError(msg)
    _bounded(value)
    return Decimal(value)


def _quantum(digits: object) -> Decimal:
    if isinstance(digits, bool) or not isinstance(digits, int):
        msg = f"digits must be an int, not {type(digits).__name__}"
        raise TypeError(msg)
    if not 0 <= digits <= LIMITS.exponent:
        raise NumeralError("numeral.decimals", details={"limit": LIMITS.exponent})
    return _QUANTA[digits]


def _stand_in(value: object, digits: int) -> Decimal:
    """A decimal that rounds as the fraction does: one digit more, and a 1 for any remainder."""
    numerator, denominator = _ratio(value)
    quotient, remainder = divmod(abs(numerator) * 10 ** (digits + 1), denominator)
    number = Decimal(quotient * 10 + (remainder > 0)).scaleb(-digits - 2, EXACT)
    if number.adjusted() > LIMITS.exponent:
        raise NumeralError("numeral.range", number.copy_sign(Decimal(numerator)))
    return number if numerator >= 0 else number.copy_negate()


def _ratio(value: object) -> tuple[int, int]:
    """The terms of a fraction."""
    if not isinstance(value, _fraction()):
        msg = f"a number must be a Decimal, an int or a Fraction, not {type(value).__name__}"
        raise TypeError(msg)
    numerator, denominator = value.as_integer_ratio()
    _bounded(numerator)
    _bounded(denominator)
    return numerator, denominator


@cache  # an import statement would be a fourth of the time of a rounding
def _fraction() -> type[Fraction]:
    """The class of fractions."""
    from fractions import Fraction  # noqa: PLC0415 - whoever has a fraction has loaded it; nobody else pays

    return Fraction


def _bounded(number: int) -> None:
    """Refuse a whole number that would take long to work with, or to print."""
    if number.bit_length() > _BITS:
        raise NumeralError("numeral.range", f"≈2^{number.bit_length()}")
