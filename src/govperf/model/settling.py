"""Settling points (计分取值): from a share of the weight to the points that are given, in one place."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Final

from govperf.model.quotients import reaches

__all__ = ["exact_points", "rounded_points"]

_NOTHING: Final = Fraction(0)


def exact_points(
    full: Fraction | Decimal, share: Fraction, minus: Fraction = _NOTHING, added: Fraction = _NOTHING
) -> Fraction:
    """The points before rounding (未舍入得分).

    What a rule takes off leaves nothing below 0; only then counts what a person adds or takes off, and the
    points stay between 0 and the weight.

    Args:
        full: The weight.
        share: The part of it that is earned.
        minus: What the rule takes off, 0 or more.
        added: What a person adds, less than 0 for what is taken off.

    Returns:
        Between 0 and the weight.

    Example:
        >>> exact_points(Fraction(10), Fraction(9, 10), Fraction(12), Fraction(3))
        Fraction(3, 1)
    """
    whole, parts = full.as_integer_ratio()
    above, below = share.as_integer_ratio()
    earned = Fraction(whole * above, parts * below)
    if not minus and not added and 0 <= above <= below:
        return earned  # as nearly always
    return max(_NOTHING, min(Fraction(whole, parts), max(_NOTHING, earned - minus) + added))


def rounded_points(exact: Fraction, full: Decimal, rounded: Callable[[Fraction], Decimal]) -> Decimal:
    """The points after rounding (舍入得分), never more than the weight.

    Args:
        exact: As `exact_points` gave them.
        full: The weight; all of one that has more digits than scores have is given as it is, and never more.
        rounded: How scores are rounded.

    Returns:
        The points.

    Example:
        >>> from govperf.numerals import round_half_up
        >>> rounded_points(Fraction("3.335"), Decimal("3.335"), lambda exact: round_half_up(exact, 2))
        Decimal('3.335')
    """
    points = rounded(exact)
    if points == full:
        return points
    return full if points > full or reaches(exact, full) else points
