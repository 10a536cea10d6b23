"""Quantity: an exact number with its unit (数量)."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Self, cast, final

import attrs

from govperf.errors import QuantityError, UnitError
from govperf.limits import LIMITS
from govperf.numerals import parse_number
from govperf.units.algebra import conversion, product
from govperf.units.unit import Unit

if TYPE_CHECKING:
    from typing import Any

__all__ = ["Quantity"]

_TRAPS: Final = [InvalidOperation, DivisionByZero, Overflow]
_CONTEXT: Final = Context(prec=LIMITS.digits, Emin=-999, Emax=999, traps=_TRAPS)
"""Our own: 34 digits, half even; a caller's decimal context changes nothing."""

_WIDE: Final = Context(prec=1000, traps=_TRAPS)
"""Wide enough that no product of a number and a factor is rounded before it is divided."""

_PERCENT: Final = "%"
_PERCENTAGE_POINT: Final = "个百分点"


def _magnitude(value: Decimal | int | str) -> Decimal:
    """The number of a quantity: exact, finite and of a sane size."""
    if isinstance(value, str):
        return parse_number(value)
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"a quantity is made of a Decimal, an int or a text, not {type(value).__name__}")
    if isinstance(value, int):
        if value.bit_length() > 4 * LIMITS.digits:
            raise QuantityError("quantity.digits", details={"limit": LIMITS.digits})
        value = Decimal(value)
    if not value.is_finite():
        raise QuantityError("quantity.finite", str(value))
    size = value.as_tuple()
    if len(size.digits) > LIMITS.digits or abs(int(size.exponent)) > LIMITS.exponent:
        raise QuantityError("quantity.digits", details={"limit": LIMITS.digits})
    return value


def _unit(value: Unit | str) -> Unit:
    return Unit.of(value)


@final
@attrs.frozen(eq=False, order=False, repr=False)
class Quantity:
    """Quantity (数量): an exact decimal number with its unit, such as 3,678.76万元.

    Frozen and hashable. Quantities of one dimension compare, add and convert whatever
    their scale; anything else is a `UnitError`, because 人 and 人次 are not the same.
    Sums, products and conversions are exact up to 34 significant digits; what has more,
    such as a third, is rounded half even to 34.

    Args:
        magnitude: A Decimal, an int, or a number as reports print it; never a float.
        unit: A `Unit` or its text; "" for a bare number.

    Raises:
        QuantityError: The number is not finite, or has more than 34 digits.
        NumeralError: A text is not a number.
        UnitError: The unit is unknown.
        TypeError: The number is a float or a bool.

    Example:
        >>> Quantity("3678.76", "万元") == Quantity(36787600, "元")
        True
        >>> print(Quantity(5, "人") + Quantity(3, "名"))
        8人
    """

    magnitude: Decimal = attrs.field(converter=_magnitude)
    unit: Unit = attrs.field(converter=_unit, default=Unit(()))

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
        from govperf.units.reading import read  # noqa: PLC0415 - reading makes quantities

        magnitude, unit = read(text)
        return cls(magnitude, unit)

    # --- conversion -----------------------------------------------------------------

    def to(self, unit: Unit | str) -> Quantity:
        """The same amount in another unit (换算).

        Args:
            unit: A unit of the same dimension.

        Returns:
            The amount without superfluous zeros, rounded to 34 digits if it does not end.

        Raises:
            UnitError: The dimensions differ, or the unit is unknown.

        Example:
            >>> Quantity(1, "公顷").to("亩")
            Quantity('15', '亩')
        """
        goal = Unit.of(unit)
        if goal is self.unit:
            return self
        if self.unit.dimension != goal.dimension:
            raise _mixed(self.unit, goal)
        return Quantity(_short(_times(self.magnitude, conversion(self.unit, goal))), goal)

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
        self._check(other)
        if not other.magnitude:
            raise QuantityError("quantity.zero-divisor", str(other))
        return Fraction(self.magnitude) * conversion(self.unit, other.unit) / Fraction(other.magnitude)

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
        return _short(_times(Decimal(1), self.exact_ratio(other)))

    # --- arithmetic -----------------------------------------------------------------

    def __add__(self, other: Quantity) -> Quantity:
        return self._sum(other, 1) if isinstance(other, Quantity) else NotImplemented  # pyright: ignore[reportUnnecessaryIsInstance]

    def __radd__(self, other: int) -> Quantity:
        """Only for `sum()`, which starts from 0."""
        return self if type(other) is int and other == 0 else NotImplemented

    def __sub__(self, other: Quantity) -> Quantity:
        return self._sum(other, -1) if isinstance(other, Quantity) else NotImplemented  # pyright: ignore[reportUnnecessaryIsInstance]

    def __mul__(self, other: Quantity | Decimal | int) -> Quantity:
        return NotImplemented if _no_factor(other) else self._product(other, 1)

    def __rmul__(self, other: Decimal | int) -> Quantity:
        return NotImplemented if _no_factor(other) else self._product(other, 1)

    def __truediv__(self, other: Quantity | Decimal | int) -> Quantity:
        return NotImplemented if _no_factor(other) else self._product(other, -1)

    def __neg__(self) -> Quantity:
        return Quantity(self.magnitude.copy_negate(), self.unit)

    def __abs__(self) -> Quantity:
        return Quantity(self.magnitude.copy_abs(), self.unit)

    def __bool__(self) -> bool:
        return bool(self.magnitude)

    def _sum(self, other: Quantity, sign: int) -> Quantity:
        mine, theirs = self.unit, other.unit
        if theirs.label == _PERCENTAGE_POINT and mine.is_ratio:
            other, theirs = Quantity(other.magnitude, _PERCENT), Unit.of(_PERCENT)
            points = False
        else:
            points = sign < 0 and mine.is_ratio and theirs.is_ratio
        self._check(other)
        magnitude = other.magnitude if mine is theirs else _times(other.magnitude, conversion(theirs, mine))
        total = _CONTEXT.add(self.magnitude, magnitude if sign > 0 else magnitude.copy_negate())
        if points:
            return Quantity(_short(_times(total, conversion(mine, Unit.of(_PERCENT)))), _PERCENTAGE_POINT)
        return Quantity(total, mine)

    def _product(self, other: Quantity | Decimal | int, sign: int) -> Quantity:
        if not isinstance(other, Quantity):
            other = Quantity(other)
        if sign < 0 and not other.magnitude:
            raise QuantityError("quantity.zero-divisor", str(other))
        factor, unit = product(self.unit, other.unit, sign)
        if sign > 0:
            return Quantity(_times(_CONTEXT.multiply(self.magnitude, other.magnitude), factor), unit)
        exact = Fraction(self.magnitude) / Fraction(other.magnitude) * factor
        return Quantity(_short(_times(Decimal(1), exact)), unit)

    def _check(self, other: Quantity) -> None:
        if not self.unit.adds_to(other.unit):
            raise _mixed(self.unit, other.unit)

    # --- comparison -----------------------------------------------------------------

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        if self.unit is other.unit:
            return self.magnitude == other.magnitude
        return self.unit.adds_to(other.unit) and self._compare(other, operator.eq)

    def __lt__(self, other: Quantity) -> bool:
        return self._ordered(other, operator.lt)

    def __le__(self, other: Quantity) -> bool:
        return self._ordered(other, operator.le)

    def __gt__(self, other: Quantity) -> bool:
        return self._ordered(other, operator.gt)

    def __ge__(self, other: Quantity) -> bool:
        return self._ordered(other, operator.ge)

    def __hash__(self) -> int:
        return hash((Fraction(self.magnitude) * self.unit.factor, self.unit.dimension, self.unit.is_ratio))

    def _ordered(self, other: Quantity, test: Callable[[Any, Any], bool]) -> bool:
        if not isinstance(other, Quantity):  # pyright: ignore[reportUnnecessaryIsInstance] - Python asks for it
            return NotImplemented
        self._check(other)
        return self._compare(other, test)

    def _compare(self, other: Quantity, test: Callable[[Any, Any], bool]) -> bool:
        if self.unit is other.unit:
            return test(self.magnitude, other.magnitude)
        return test(Fraction(self.magnitude) * conversion(self.unit, other.unit), Fraction(other.magnitude))

    # --- text -----------------------------------------------------------------------

    def __str__(self) -> str:
        return format(self, ",")

    def __repr__(self) -> str:
        return f"Quantity('{self.magnitude:f}', {self.unit.label!r})"

    def __format__(self, spec: str) -> str:
        """`,` groups, `.2` or `.2f` rounds half up, `scaled` chooses 万 or 亿; "" is `str`."""
        from govperf.units.writing import write  # noqa: PLC0415 - writing takes quantities

        return write(self, spec)

    # --- pint -----------------------------------------------------------------------

    def to_pint(self) -> Any:
        """The same amount as a pint quantity (转为 pint 数量).

        Returns:
            A quantity of a registry that computes in Decimal and knows the whole lexicon.

        Example:
            >>> Quantity(2, "公里").to_pint().to("米").magnitude
            Decimal('2000')
        """
        from govperf.units.pinting import to_pint  # noqa: PLC0415 - wakes pint

        return to_pint(self.magnitude, self.unit.atoms)

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
        from govperf.units.pinting import from_pint  # noqa: PLC0415 - wakes pint

        magnitude, words = from_pint(quantity)
        atoms = [
            atom._replace(exponent=atom.exponent * exponent)
            for word, exponent in words
            for atom in Unit.of(word).atoms
        ]
        return cls(cast("Decimal", magnitude), Unit(tuple(atoms)))  # the converter refuses what is no number


def _no_factor(value: object) -> bool:
    """A float, a bool or a text multiplies nothing."""
    return isinstance(value, bool) or not isinstance(value, (Quantity, Decimal, int))


def _times(magnitude: Decimal, factor: Fraction) -> Decimal:
    """Multiply first, divide last, round once."""
    if factor == 1:
        return magnitude
    exact = _WIDE.multiply(magnitude, Decimal(factor.numerator))
    return _CONTEXT.divide(exact, Decimal(factor.denominator))


def _short(value: Decimal) -> Decimal:
    """Without the zeros that a computation leaves behind, and without an exponent."""
    short = value.normalize(_CONTEXT)
    return short.quantize(Decimal(1), context=_CONTEXT) if short.as_tuple().exponent > 0 else short  # type: ignore[operator]


def _mixed(one: Unit, other: Unit) -> UnitError:
    names = {"one": one.label or "1", "other": other.label or "1"}
    return UnitError("unit.mixed", details=names)
