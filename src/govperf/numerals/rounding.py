"""Rounding, exact and in one step (修约)."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final, Literal

from govperf.errors import NumeralError
from govperf.limits import LIMITS
from govperf.numerals.contexts import EXACT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

__all__ = ["Rounding", "decimal_of", "round_half_even", "round_half_up", "rounded"]

Rounding = Literal["half_up", "half_even"]

# half_up: 四舍五入, fiscal practice. half_even: 四舍六入五成双, GB/T 8170-2008. Of the absolute value, both.
_MODES: Final[Mapping[str, str]] = {"half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN}

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
    if mode not in _MODES:
        msg = f"rounding is {' or '.join(_MODES)}, not {mode!r}"
        raise ValueError(msg)
    quantum = _quantum(digits)
    number = decimal_of(value) if isinstance(value, Decimal | int) else _stand_in(value, digits)
    result = number.quantize(quantum, rounding=_MODES[mode], context=EXACT)
    return result or result.copy_abs()


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
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        msg = f"a number must be a Decimal or an int, not {type(value).__name__}"
        raise TypeError(msg)
    if isinstance(value, int):
        _bounded(value)
        value = Decimal(value)
    if not value.is_finite():
        raise NumeralError("numeral.infinite", value)
    if not value:
        return Decimal(0) if value.adjusted() > 0 else value.copy_abs()
    if value.adjusted() > LIMITS.exponent:
        raise NumeralError("numeral.range", value)
    return value


def _quantum(digits: object) -> Decimal:
    if isinstance(digits, bool) or not isinstance(digits, int):
        msg = f"digits must be an int, not {type(digits).__name__}"
        raise TypeError(msg)
    if not 0 <= digits <= LIMITS.exponent:
        raise NumeralError("numeral.decimals", details={"limit": LIMITS.exponent})
    return Decimal(f"1E-{digits}")


def _stand_in(value: object, digits: int) -> Decimal:
    """A decimal that rounds as the fraction does: one digit more, and a 1 for any remainder."""
    from fractions import Fraction  # noqa: PLC0415 - whoever has a fraction has loaded it; nobody else pays

    if not isinstance(value, Fraction):
        msg = f"a number must be a Decimal, an int or a Fraction, not {type(value).__name__}"
        raise TypeError(msg)
    numerator, denominator = value.as_integer_ratio()
    _bounded(numerator)
    _bounded(denominator)
    quotient, remainder = divmod(abs(numerator) * 10 ** (digits + 1), denominator)
    number = Decimal(quotient * 10 + (remainder > 0)).scaleb(-digits - 2, EXACT)
    return decimal_of(number.copy_sign(Decimal(numerator)))


def _bounded(number: int) -> None:
    """Refuse a whole number that would take long to work with, or to print."""
    if number.bit_length() > _BITS:
        raise NumeralError("numeral.range", f"≈2^{number.bit_length()}")
