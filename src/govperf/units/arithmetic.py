"""Arithmetic of numbers with units (数量运算), each a number and its unit; rounded once at the most."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, Inexact
from fractions import Fraction
from typing import Final

from govperf.errors import QuantityError
from govperf.numerals.contexts import EXACT
from govperf.units.algebra import ONE, addition, conversion, product
from govperf.units.magnitude import (
    COMPUTED,
    ZERO,
    added,
    divided,
    fault,
    multiple,
    multiplied,
    quotient,
    shortened,
)
from govperf.units.unit import Unit

__all__ = ["beside", "converted", "difference", "ends", "over", "points", "proportion", "times", "total"]


def converted(number: Decimal, source: Unit, goal: Unit) -> Decimal:
    """A number in another unit (换算), without superfluous zeros.

    Args:
        number: In the source unit.
        source: The unit of the number.
        goal: A unit of the same dimension.

    Returns:
        The number in the goal unit, rounded half even to 34 digits if it has more.

    Raises:
        UnitError: The dimensions differ.
        QuantityError: The number is too large or too small for the unit.

    Example:
        >>> converted(Decimal("3678.76"), Unit.of("万元"), Unit.of("元"))
        Decimal('36787600')
    """
    above, below = conversion(source, goal)
    try:
        if below is ONE:
            number = multiplied(number, above)
        else:
            number = divided(number if above is ONE else _exactly(number, above), below)
    except Inexact as signal:
        raise fault(signal) from None
    return added(number.normalize(COMPUTED), ZERO)  # as `shortened`, one call less


def ends(number: Decimal, source: Unit, goal: Unit, found: Decimal) -> bool:
    """Whether a conversion is exact (换算是否除尽).

    Args:
        number: In the source unit.
        source: The unit of the number.
        goal: The unit that it was converted into.
        found: What `converted` gave.

    Returns:
        False where it was rounded.

    Example:
        >>> ends(Decimal(1), Unit.of("公顷"), Unit.of("亩"), Decimal(15))
        True
    """
    above, below = conversion(source, goal)
    return _exactly(found, below) == _exactly(number, above)


def beside(mine: Decimal, unit: Unit, theirs: Decimal, other: Unit) -> tuple[Decimal, Decimal, Decimal]:
    """Two numbers in parts of the first unit, exactly (通分), and how many parts make one.

    Args:
        mine: The first number.
        unit: Its unit.
        theirs: The second number.
        other: Its unit, which adds to the first.

    Returns:
        The first number, the second, and the parts: `ONE` itself where there is no need of any.

    Raises:
        UnitError: The two do not measure the same thing.

    Example:
        >>> beside(Decimal(1), Unit.of("公顷"), Decimal(1), Unit.of("亩"))
        (Decimal('15'), Decimal('1'), Decimal('15'))
    """
    if unit is other:
        return mine, theirs, ONE
    above, below = addition(other, unit)
    if above is not ONE:
        theirs = _exactly(theirs, above)
    return (mine if below is ONE else _exactly(mine, below)), theirs, below


def proportion(mine: Decimal, unit: Unit, theirs: Decimal, other: Unit) -> tuple[Decimal, Decimal]:
    """Two numbers whose ratio is that of the amounts, exactly (比).

    Args:
        mine: The first number.
        unit: Its unit.
        theirs: The second number, not zero.
        other: Its unit, which adds to the first.

    Returns:
        Both numbers in one unit.

    Raises:
        UnitError: The two do not measure the same thing.
        QuantityError: The second number is zero.

    Example:
        >>> proportion(Decimal(1), Unit.of("公顷"), Decimal(1), Unit.of("亩"))
        (Decimal('15'), Decimal('1'))
    """
    mine, theirs, _ = beside(mine, unit, theirs, other)
    if not theirs:
        raise QuantityError("quantity.zero-divisor", f"{theirs:f}{other.beside}")
    return mine, theirs


def total(mine: Decimal, unit: Unit, theirs: Decimal, other: Unit) -> Decimal:
    """The sum of two numbers in the first unit (和).

    A converted number brings no decimals of its own: 1.50万元 + 5000元 is 2.00万元.

    Args:
        mine: The first number.
        unit: Its unit.
        theirs: The second number.
        other: Its unit, which adds to the first.

    Returns:
        The sum.

    Raises:
        UnitError: The two do not measure the same thing.
        QuantityError: The sum is too large.

    Example:
        >>> total(Decimal("1.50"), Unit.of("万元"), Decimal(5000), Unit.of("元"))
        Decimal('2.00')
    """
    if unit is other:
        return _bounded(added, mine, theirs)
    mine, theirs, parts = beside(mine, unit, theirs, other)
    theirs = theirs.normalize(EXACT)
    return _bounded(added, mine, theirs) if parts is ONE else quotient(EXACT.add(mine, theirs), parts)


def difference(mine: Decimal, unit: Unit, theirs: Decimal, other: Unit) -> Decimal:
    """The difference of two numbers in the first unit (差).

    Args:
        mine: The first number.
        unit: Its unit.
        theirs: The second number.
        other: Its unit, which adds to the first.

    Returns:
        The difference.

    Raises:
        UnitError: The two do not measure the same thing.
        QuantityError: The difference is too large.

    Example:
        >>> difference(Decimal(1), Unit.of("小时"), Decimal(15), Unit.of("分钟"))
        Decimal('0.75')
    """
    return total(mine, unit, theirs.copy_negate(), other)


def points(mine: Decimal, unit: Unit, theirs: Decimal, other: Unit) -> Decimal:
    """The difference of two ratios in percentage points (百分点差), rounded once.

    Args:
        mine: The first number.
        unit: Its unit, a ratio.
        theirs: The second number.
        other: Its unit, a ratio.

    Returns:
        So many 个百分点.

    Raises:
        QuantityError: The difference is too large or too small.

    Example:
        >>> points(Decimal(95), Unit.of("%"), Decimal(9), Unit.of("成"))
        Decimal('5')
    """
    if unit.label == other.label == "%":
        return difference(mine, unit, theirs, other)
    exact = 100 * (Fraction(mine) * unit.factor - Fraction(theirs) * other.factor)
    return shortened(quotient(Decimal(exact.numerator), Decimal(exact.denominator)))


def times(mine: Decimal, unit: Unit, theirs: Decimal, other: Unit) -> tuple[Decimal, Unit]:
    """The product of two numbers with units (积).

    Args:
        mine: The first number.
        unit: Its unit.
        theirs: The second number.
        other: Its unit.

    Returns:
        The product and its unit, cancelled.

    Raises:
        UnitError: The unit has too many factors, or too high a power.
        QuantityError: The product is too large or too small.

    Example:
        >>> times(Decimal(7), Unit.of("万元/人"), Decimal(420), Unit.of("人"))
        (Decimal('2940'), Unit.of('万元'))
    """
    (above, below), found = product(unit, other, 1)
    if above is ONE and below is ONE:
        return multiple(mine, theirs), found
    return shortened(quotient(_exactly(_exactly(mine, above), theirs), below)), found


def over(mine: Decimal, unit: Unit, theirs: Decimal, other: Unit) -> tuple[Decimal, Unit]:
    """The quotient of two numbers with units (商).

    Args:
        mine: The first number.
        unit: Its unit.
        theirs: The second number.
        other: Its unit.

    Returns:
        The quotient without superfluous zeros, and its unit, cancelled.

    Raises:
        UnitError: The unit has too many factors, or too high a power.
        QuantityError: The second number is zero, or the quotient is too large or too small.

    Example:
        >>> over(Decimal(12), Unit.of("期"), Decimal(4), Unit.of("周"))
        (Decimal('3'), Unit.of('期/周'))
    """
    (above, below), found = product(unit, other, -1)
    if not theirs:
        raise QuantityError("quantity.zero-divisor", f"{theirs:f}{other.beside}")
    mine = mine if above is ONE else _exactly(mine, above)
    return shortened(quotient(mine, theirs if below is ONE else _exactly(theirs, below))), found


def _bounded(operation: Callable[[Decimal, Decimal], Decimal], one: Decimal, other: Decimal) -> Decimal:
    try:
        return operation(one, other)
    except Inexact as signal:
        raise fault(signal) from None


_exactly: Final = EXACT.multiply
