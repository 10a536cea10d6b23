"""Quotients as a pocket calculator shows them (商): cut off, and marked where they go on."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

__all__ = ["decimals", "percentage", "quotient"]

_SHOWN: Final = 10**6


def decimals(value: Fraction) -> str:
    """An exact figure as a pocket calculator shows it, cut off and marked where it goes on (小数).

    Args:
        value: Any fraction.

    Returns:
        At most six digits after the point.

    Example:
        >>> decimals(Fraction(300, 19)), decimals(Fraction(5, 2))
        ('15.789473…', '2.5')
    """
    text = quotient(abs(value.numerator), value.denominator)
    return f"-{text}" if value < 0 else text


def percentage(share: Fraction) -> str:
    """A share as a percentage (百分比), with as many digits as `decimals` has.

    Args:
        share: Any fraction; 1 is 100 %.

    Returns:
        The percentage.

    Example:
        >>> percentage(Fraction(1, 10)), percentage(Fraction(2, 3))
        ('10%', '66.666666…%')
    """
    return f"{decimals(share * 100)}%"


def quotient(above: int, below: int) -> str:
    """Two whole numbers divided, as a pocket calculator shows it (商), as in `decimals`.

    Args:
        above: 0 or more.
        below: More than 0.

    Returns:
        At most six digits after the point.

    Example:
        >>> quotient(300, 19)
        '15.789473…'
    """
    cut, left = divmod(above * _SHOWN, below)
    whole, part = divmod(cut, _SHOWN)
    text = f"{whole}.{part:06}".rstrip("0") if part else f"{whole}"
    return f"{text}…" if left else text
