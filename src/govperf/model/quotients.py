"""Quotients as a pocket calculator shows them (商): cut off, and marked where they go on.

And the arithmetic of `Fraction` in whole numbers: it takes half of the time, and a form has hundreds of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Final

__all__ = ["decimals", "divided", "percentage", "quotient", "reaches", "summed"]

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


def reaches(value: Fraction, least: Fraction | Decimal) -> bool:
    """Whether a fraction is as large as another number (是否达到), as `>=` says.

    Args:
        value: Any fraction.
        least: Any finite number.

    Returns:
        Exactly.

    Example:
        >>> reaches(Fraction(1, 3), Decimal("0.3")), reaches(Fraction(1, 3), Decimal("0.34"))
        (True, False)
    """
    above, below = value.as_integer_ratio()
    goal, parts = least.as_integer_ratio()
    return above * parts >= goal * below


def divided(above: Fraction, below: Fraction) -> Fraction:
    """One fraction over another (相除), as `/` says.

    Args:
        above: Any fraction.
        below: Another one; not zero.

    Returns:
        Exactly.

    Example:
        >>> divided(Fraction(5, 2), Fraction(3))
        Fraction(5, 6)
    """
    mine, parts = above.as_integer_ratio()
    theirs, others = below.as_integer_ratio()
    return Fraction(mine * others, parts * theirs)


def summed(values: Iterable[Fraction]) -> Fraction:
    """The sum of fractions (合计), as `sum` has it.

    Args:
        values: Any number of fractions.

    Returns:
        Exactly; 0 of none.

    Example:
        >>> summed([Fraction(1, 2), Fraction(1, 3)])
        Fraction(5, 6)
    """
    ratios = [value.as_integer_ratio() for value in values]
    parts = lcm(*(below for _, below in ratios))
    return Fraction(sum(above * (parts // below) for above, below in ratios), parts)
