"""The number of a quantity (数值): exact, of a sane size, and rounded once at the most."""

from __future__ import annotations

from decimal import Decimal, Inexact, Overflow, Underflow
from fractions import Fraction
from math import gcd
from typing import Final

from govperf.errors import QuantityError
from govperf.limits import LIMITS
from govperf.numerals.contexts import EXACT, own_context
from govperf.numerals.reading import parse_cardinal

__all__ = [
    "COMPUTED",
    "ZERO",
    "added",
    "divided",
    "fault",
    "is_whole",
    "magnitude",
    "multiple",
    "multiplied",
    "quotient",
    "shortened",
    "terminating",
]


# Below 10^34, and at most 60 decimals: what needs more is refused, given or computed.
_MOST: Final = LIMITS.digits - 1
_LEAST: Final = _MOST - LIMITS.exponent
_GIVEN: Final = own_context(LIMITS.digits, Overflow, Underflow, Inexact, emin=_LEAST, emax=_MOST)
ZERO: Final = Decimal(0)
COMPUTED: Final = own_context(LIMITS.digits, Overflow, Underflow, emin=_LEAST, emax=_MOST)
added: Final = COMPUTED.add
multiplied: Final = COMPUTED.multiply
divided: Final = COMPUTED.divide
_given: Final = _GIVEN.add  # to add 0 writes an exponent out, and takes the sign off a zero
_fma: Final = COMPUTED.fma
_BITS: Final = 4 * LIMITS.digits


def magnitude(value: Decimal | int | str) -> Decimal:
    """The number of a quantity, as given (数值).

    Args:
        value: A Decimal, an int, or a number as reports print it.

    Returns:
        The same number with the same decimals; never a negative zero.

    Raises:
        QuantityError: It is not finite, or has more than 34 digits or 60 decimals.
        NumeralError: A text is not a number.
        LimitError: A text is too long.
        TypeError: It is a float, a bool, or no number at all.

    Example:
        >>> magnitude("3,678.76"), magnitude(52)
        (Decimal('3678.76'), Decimal('52'))
    """
    if type(value) is not Decimal:
        value = _decimal(value)
    if not value.is_finite():
        raise QuantityError("quantity.finite", str(value))
    try:
        return _given(value, ZERO)
    except Inexact as signal:
        raise fault(signal) from None


def _decimal(value: object) -> Decimal:
    if isinstance(value, str):
        return parse_cardinal(value)
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise TypeError(f"a quantity is made of a Decimal, an int or a text, not {type(value).__name__}")
    if isinstance(value, int) and value.bit_length() > _BITS:
        raise fault(Overflow())
    return Decimal(value)


def quotient(above: Decimal, below: Decimal) -> Decimal:
    """One number over another, rounded once (商).

    Args:
        above: Exact, of any size.
        below: Exact, of any size, not zero.

    Returns:
        The quotient, rounded half even to 34 digits if it has more; never a negative zero.

    Raises:
        QuantityError: The quotient is too large, or so small that 60 decimals do not hold it.

    Example:
        >>> quotient(Decimal(2), Decimal(3))
        Decimal('0.6666666666666666666666666666666667')
    """
    try:
        number = COMPUTED.divide(above, below)
    except Inexact as signal:
        raise fault(signal) from None
    return number or number.copy_abs()


def multiple(mine: Decimal, times: Decimal) -> Decimal:
    """The product of two numbers (积).

    Args:
        mine: Bounded.
        times: Bounded.

    Returns:
        The product, rounded half even to 34 digits if it has more; never a negative zero.

    Raises:
        QuantityError: The product is too large or too small.

    Example:
        >>> multiple(Decimal("3678.76"), Decimal(2))
        Decimal('7357.52')
    """
    try:
        return _fma(mine, times, ZERO)
    except Inexact as signal:
        raise fault(signal) from None


def terminating(value: Fraction) -> Decimal | None:
    """A fraction as a decimal (有限小数).

    Args:
        value: Any.

    Returns:
        The same number, or None where it has no end as a decimal.

    Example:
        >>> terminating(Fraction(3, 8)), terminating(Fraction(1, 3))
        (Decimal('0.375'), None)
    """
    places, rest = 0, value.denominator
    while (common := gcd(rest, 10)) > 1:
        rest //= common
        places += 1
    return Decimal(int(value * 10**places)).scaleb(-places, EXACT) if rest == 1 else None


def is_whole(value: Decimal) -> bool:
    """Whether a number has no decimals but zeros (是否整数).

    Args:
        value: Finite.

    Returns:
        True for 3 and 3.00.

    Example:
        >>> is_whole(Decimal("3.00")), is_whole(Decimal("3.5"))
        (True, False)
    """
    return value == value.to_integral_value()


def shortened(value: Decimal) -> Decimal:
    """A number without the zeros that a computation leaves behind (去掉多余的零).

    Args:
        value: What a `quotient` gave.

    Returns:
        The same number without an exponent.

    Example:
        >>> shortened(Decimal("0.2000")), shortened(Decimal("2E+3"))
        (Decimal('0.2'), Decimal('2000'))
    """
    return COMPUTED.add(value.normalize(COMPUTED), ZERO)  # to add 0 writes an exponent out


def fault(signal: Inexact) -> QuantityError:
    """The error of a number that is too large or too fine (数值超限), not raised.

    Args:
        signal: What a context trapped.

    Returns:
        The error.

    Example:
        >>> fault(Overflow()).code, fault(Underflow()).code
        ('quantity.digits', 'quantity.decimals')
    """
    if isinstance(signal, Underflow):
        return QuantityError("quantity.decimals", details={"limit": LIMITS.exponent})
    return QuantityError("quantity.digits", details={"limit": LIMITS.digits})
