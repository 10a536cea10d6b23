"""Quantity: an exact number with its unit (数量)."""

from __future__ import annotations

import operator
import sys
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Literal, Self, cast, final

import attrs

from govperf.errors import QuantityError
from govperf.numerals.contexts import EXACT
from govperf.units import pinting
from govperf.units.algebra import addition, conversion, hash_factor, power_product, product
from govperf.units.magnitude import magnitude, quotient, shortened
from govperf.units.reading import read
from govperf.units.unit import Unit
from govperf.units.writing import write

if TYPE_CHECKING:
    from typing import Any

__all__ = ["Quantity"]

_MODULUS: Final = sys.hash_info.modulus
_ONE: Final = Decimal(1)
_BARE: Final = Unit.of("")
_PERCENT: Final = Unit.of("%")
_POINTS: Final = Unit.of("个百分点")


def _unit(value: Unit | str) -> Unit:
    return Unit.of(value)


@final
@attrs.frozen(eq=False, order=False, repr=False)
class Quantity:
    """Quantity (数量): an exact decimal number with its unit, such as 3,678.76万元.

    Frozen and hashable. Quantities of one dimension compare, add and convert whatever
    their scale; anything else is a `UnitError`, because 人 and 人次 are not the same.
    Sums, products and conversions are exact up to 34 significant digits; what has more,
    such as a third, is rounded once, half even, to 34. Comparisons are always exact.

    Args:
        magnitude: A Decimal, an int, or a number as reports print it; never a float.
        unit: A `Unit` or its text; "" for a bare number.

    Raises:
        QuantityError: The number is not finite, or has more than 34 digits or 60 decimals.
        NumeralError: A text is not a number.
        UnitError: The unit is unknown.
        LimitError: A text is too long.
        TypeError: The number is a float or a bool, or the unit is no text.

    Example:
        >>> Quantity("3678.76", "万元") == Quantity(36787600, "元")
        True
        >>> print(Quantity(5, "人") + Quantity(3, "名"))
        8人
    """

    magnitude: Decimal = attrs.field(converter=magnitude)
    unit: Unit = attrs.field(converter=_unit, default=_BARE)

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """A quantity as reports print it (读取数量).

        Args:
            text: A number with a unit behind it ("22.2 万 170 项"), a rate ("7万元/人、年",
                "每周1期"), a percentage ("百分之九十五", "三成") or a bare number.

        Returns:
            The number as printed and its unit; a scale word straight before the unit
            belongs to the unit: 804万人次 is 804 of 万人次.

        Raises:
            QuantityError: There is no number.
            NumeralError: The number is malformed.
            UnitError: The unit is unknown.
            LimitError: The text is too long.

        Example:
            >>> Quantity.parse("每户 650 元")
            Quantity('650', '元/户')
        """
        return cls(*read(text))

    def to(self, unit: Unit | str) -> Quantity:
        """The same amount in another unit (换算).

        Args:
            unit: A unit of the same dimension.

        Returns:
            The amount without superfluous zeros, rounded to 34 digits if it does not end; in
            its own unit, the quantity as it is.

        Raises:
            UnitError: The dimensions differ, or the unit is unknown.
            QuantityError: The number is too large or too small for the unit.

        Example:
            >>> Quantity(1, "公顷").to("亩")
            Quantity('15', '亩')
        """
        goal = Unit.of(unit)
        if goal is self.unit:
            return self
        above, below = conversion(self.unit, goal)
        return _computed(shortened(quotient(EXACT.multiply(self.magnitude, above), below)), goal)

    def exact_ratio(self, other: Quantity) -> Fraction:
        """How many times the other this is, as an exact fraction (比值).

        Args:
            other: A quantity that this one may be added to; not zero.

        Returns:
            The exact ratio.

        Raises:
            UnitError: The two do not measure the same thing.
            QuantityError: The other is zero.

        Example:
            >>> Quantity(1, "亩").exact_ratio(Quantity(1, "公顷"))
            Fraction(1, 15)
        """
        mine, theirs = self._over(other)
        return Fraction(mine) / Fraction(theirs)

    def ratio(self, other: Quantity) -> Decimal:
        """How many times the other this is (比值), rounded to 34 digits if it does not end.

        Args:
            other: A quantity that this one may be added to; not zero.

        Returns:
            The ratio as a bare number.

        Raises:
            UnitError: The two do not measure the same thing.
            QuantityError: The other is zero.

        Example:
            >>> Quantity(3, "次").ratio(Quantity(4, "次"))
            Decimal('0.75')
        """
        return shortened(quotient(*self._over(other)))

    def __add__(self, other: Quantity) -> Quantity:
        if not isinstance(other, Quantity):  # pyright: ignore[reportUnnecessaryIsInstance] - Python asks for it
            return NotImplemented
        if self.unit is _POINTS and other.unit.is_ratio:
            return other + self
        return self._sum(other, EXACT.add)

    def __radd__(self, other: int) -> Quantity:
        """Only for `sum()`, which starts from 0."""
        return self if type(other) is int and other == 0 else NotImplemented

    def __sub__(self, other: Quantity) -> Quantity:
        if not isinstance(other, Quantity):  # pyright: ignore[reportUnnecessaryIsInstance] - Python asks for it
            return NotImplemented
        difference = self._sum(other, EXACT.subtract)
        if self.unit.is_ratio and other.unit.is_ratio:
            return Quantity(difference.to(_PERCENT).magnitude, _POINTS)
        return difference

    def __mul__(self, other: Quantity | Decimal | int) -> Quantity:
        return self._product(other, 1) if _is_factor(other) else NotImplemented

    def __rmul__(self, other: Decimal | int) -> Quantity:
        return self._product(other, 1) if _is_factor(other) else NotImplemented

    def __truediv__(self, other: Quantity | Decimal | int) -> Quantity:
        return self._product(other, -1) if _is_factor(other) else NotImplemented

    def __neg__(self) -> Quantity:
        return Quantity(self.magnitude.copy_negate(), self.unit)

    def __abs__(self) -> Quantity:
        return Quantity(self.magnitude.copy_abs(), self.unit)

    def __bool__(self) -> bool:
        return bool(self.magnitude)

    def _sum(self, other: Quantity, operation: Callable[[Decimal, Decimal], Decimal]) -> Quantity:
        if other.unit is _POINTS and self.unit.is_ratio:
            other = Quantity(other.magnitude, _PERCENT)
        mine, theirs, parts = self._beside(other)
        return _computed(quotient(operation(mine, theirs), parts), self.unit)

    def _product(self, other: Quantity | Decimal | int, sign: Literal[1, -1]) -> Quantity:
        if isinstance(other, Quantity):
            theirs, ((above, below), unit) = other.magnitude, product(self.unit, other.unit, sign)
        else:
            theirs, ((above, below), unit) = magnitude(other), product(self.unit, _BARE, sign)
        mine = EXACT.multiply(self.magnitude, above)
        if sign > 0:
            return _computed(quotient(EXACT.multiply(mine, theirs), below), unit)
        if not theirs:
            raise QuantityError("quantity.zero-divisor", str(other))
        return _computed(shortened(quotient(mine, EXACT.multiply(theirs, below))), unit)

    def _beside(self, other: Quantity) -> tuple[Decimal, Decimal, Decimal]:
        """Both numbers in parts of my unit, exactly, and how many parts make one.

        A converted number brings no decimals of its own: 1.50万元 + 5000元 is 2.00万元.
        """
        if self.unit is other.unit:
            return self.magnitude, other.magnitude, _ONE
        above, below = addition(other.unit, self.unit)
        theirs = EXACT.multiply(other.magnitude, above).normalize(EXACT)
        return EXACT.multiply(self.magnitude, below), theirs, below

    def _over(self, other: Quantity) -> tuple[Decimal, Decimal]:
        """Both numbers in one unit, the other one not zero."""
        mine, theirs, _ = self._beside(other)
        if not theirs:
            raise QuantityError("quantity.zero-divisor", str(other))
        return mine, theirs

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        if not self.unit.adds_to(other.unit):
            return False
        mine, theirs, _ = self._beside(other)
        return mine == theirs

    def __lt__(self, other: Quantity) -> bool:
        return self._ordered(other, operator.lt)

    def __le__(self, other: Quantity) -> bool:
        return self._ordered(other, operator.le)

    def __gt__(self, other: Quantity) -> bool:
        return self._ordered(other, operator.gt)

    def __ge__(self, other: Quantity) -> bool:
        return self._ordered(other, operator.ge)

    def __hash__(self) -> int:
        size = hash(self.magnitude.copy_abs()) * hash_factor(self.unit) % _MODULUS
        return hash((size, self.unit.dimension, self.unit.is_ratio))

    def __reduce__(self) -> tuple[object, ...]:
        return Quantity, (f"{self.magnitude:f}", self.unit.label)

    def _ordered(self, other: Quantity, test: Callable[[Decimal, Decimal], bool]) -> bool:
        if not isinstance(other, Quantity):  # pyright: ignore[reportUnnecessaryIsInstance] - Python asks for it
            return NotImplemented
        mine, theirs, _ = self._beside(other)
        return test(mine, theirs)

    def __str__(self) -> str:
        return format(self, ",")

    def __repr__(self) -> str:
        return f"Quantity('{self.magnitude:f}', {self.unit.label!r})"

    def __format__(self, spec: str) -> str:
        """`,` groups, `.2` or `.2f` rounds half up, `scaled` chooses 万 or 亿; "" is `str`."""
        return write(self, spec)

    def to_pint(self) -> Any:
        """The same amount as a pint quantity (转为 pint 数量).

        Returns:
            A quantity of a registry that computes in Decimal and knows the whole lexicon.

        Example:
            >>> Quantity(2, "公里").to_pint().to("米").magnitude
            Decimal('2000')
        """
        return pinting.to_pint(self.magnitude, self.unit.atoms)

    @classmethod
    def from_pint(cls, quantity: Any) -> Self:
        """The quantity that a pint quantity says (读取 pint 数量).

        Args:
            quantity: With a Decimal or int magnitude, in units that bear names of our lexicon.

        Returns:
            The same number and units.

        Raises:
            UnitError: A unit is not in the lexicon.
            TypeError: The magnitude is a float.

        Example:
            >>> Quantity.from_pint(Quantity(2, "公里").to_pint())
            Quantity('2', '公里')
        """
        number, words = pinting.from_pint(quantity)
        return cls(cast("Decimal", number), power_product(words))  # the converter refuses what is no number


def _is_factor(value: object) -> bool:
    """A float, a bool or a text multiplies nothing."""
    return isinstance(value, (Quantity, Decimal, int)) and not isinstance(value, bool)


def _computed(number: Decimal, unit: Unit) -> Quantity:
    """A quantity of a number that was bounded when it was computed: the converters need not look."""
    made = object.__new__(Quantity)
    object.__setattr__(made, "magnitude", number)
    object.__setattr__(made, "unit", unit)
    return made
