"""Quantity: an exact number with its unit (数量)."""

from __future__ import annotations

import operator
import sys
from collections.abc import Callable, Iterable
from decimal import Decimal, Inexact
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Literal, Self, TypeGuard, final

import attrs

from govperf.errors import QuantityError
from govperf.limits import LIMITS
from govperf.numerals.rounding import rounded
from govperf.units import arithmetic
from govperf.units.algebra import power_product
from govperf.units.arithmetic import converted
from govperf.units.magnitude import added, fault, magnitude, multiple, quotient, shortened
from govperf.units.reading import read, read_below, refuse_two_scales
from govperf.units.unit import READ, Unit, Unknown
from govperf.units.usual import plain
from govperf.units.writing import call, code, html, latex, write

if TYPE_CHECKING:
    from typing import Any

    from govperf.numerals.choices import Rounding

__all__ = ["Quantity"]

_MODULUS: Final = sys.hash_info.modulus
_BARE: Final = Unit.of("")
_PERCENT: Final = Unit.of("%")
_POINTS: Final = Unit.of("个百分点")
_PARTS: Final = frozenset({"%", "‰", "‱", "成"})
"""Ratios whose difference is counted in 个百分点; 3倍 less 1倍 are 2倍."""


@final
@attrs.frozen(eq=False, order=False, repr=False, init=False)
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
        QuantityError: The number is not finite, has more than 34 digits or 60 decimals, or has a
            scale word beside that of the unit.
        NumeralError: A text is not a number.
        UnitError: The unit is unknown.
        LimitError: A text is too long.
        TypeError: The number is a float or a bool, or the unit is no text.

    Example:
        >>> Quantity("3678.76", "万元") == Quantity(36787600, "元")
        True
    """

    magnitude: Decimal
    unit: Unit

    def __init__(self, magnitude: Decimal | int | str, unit: Unit | str = _BARE) -> None:
        unit = unit if type(unit) is Unit else READ.get(unit) or Unit.of(unit)
        if type(magnitude) is str:
            refuse_two_scales(magnitude, unit)
        _set_magnitude(self, _number(magnitude))
        _set_unit(self, unit)

    @classmethod
    def parse(cls, text: str, *, unit: Unit | str | None = None, unknown: Unknown = "refuse") -> Quantity:
        """A quantity as reports print it (读取数量).

        Args:
            text: A number with a unit behind it ("22.2 万 170 项"), a rate ("7万元/人、年",
                "每周1期"), money ("¥5,000", "3元5角"), a percentage ("百分之九十五", "三成") or a
                bare number.
            unit: The unit of a number that has none of its own, because the heading says it; a
                number with another unit of the same kind keeps its own.
            unknown: "counter" makes a word that is no unit a new counter, as `Unit.define` does.

        Returns:
            The number as printed and its unit; a scale word straight before the unit
            belongs to the unit: 804万人次 is 804 of 万人次.

        Raises:
            QuantityError: There is no number, parts such as 3元15角 overlap, or there is a scale
                word in the text and another one in the heading.
            NumeralError: The number is malformed.
            UnitError: The unit is unknown, or measures something else than that of the heading.
            LimitError: The text is too long.

        Example:
            >>> Quantity.parse("每户 650 元"), Quantity.parse("3,678.76", unit="万元")
            (Quantity('650', '元/户'), Quantity('3678.76', '万元'))
        """
        if unit is not None:
            return cls(*read_below(text, Unit.of(unit, unknown=unknown), unknown))
        usual = unknown == "refuse" and type(text) is str and len(text) <= LIMITS.quantity_chars
        if usual and (found := plain(text)):  # as `read` does, and as most are
            return _made(*found)
        return cls(*read(text, unknown))

    def to(self, unit: Unit | str, *, inexact: Literal["round", "refuse"] = "round") -> Quantity:
        """The same amount in another unit (换算).

        Args:
            unit: A unit of the same dimension.
            inexact: What becomes of a number that does not end, or has more than 34 digits.

        Returns:
            The amount without superfluous zeros; in its own unit, the quantity as it is.

        Raises:
            UnitError: The dimensions differ, or the unit is unknown.
            QuantityError: The number is too large or too small for the unit, or has no end and
                is to be refused.

        Example:
            >>> Quantity(1, "公顷").to("亩")
            Quantity('15', '亩')
        """
        goal = unit if type(unit) is Unit else READ.get(unit) or Unit.of(unit)
        if inexact == "round":
            return self if goal is self.unit else _made(converted(self.magnitude, self.unit, goal), goal)
        if inexact != "refuse":
            raise ValueError(f"inexact is 'round' or 'refuse', not {inexact!r}")
        found = self.to(goal)
        if not arithmetic.ends(self.magnitude, self.unit, goal, found.magnitude):
            raise QuantityError("quantity.endless", str(self), details={"unit": goal.label})
        return found

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
        mine, theirs = arithmetic.proportion(self.magnitude, self.unit, other.magnitude, other.unit)
        (above, by), (below, over) = mine.as_integer_ratio(), theirs.as_integer_ratio()
        return Fraction(above * over, by * below)

    def ratio(self, other: Quantity) -> Decimal:
        """How many times the other this is (比值): `exact_ratio`, rounded to 34 digits if it does not end.

        Example:
            >>> Quantity(3, "次").ratio(Quantity(4, "次"))
            Decimal('0.75')
        """
        return shortened(
            quotient(*arithmetic.proportion(self.magnitude, self.unit, other.magnitude, other.unit))
        )

    def rounded(self, digits: int, *, rounding: Rounding = "half_up") -> Quantity:
        """The amount with so many decimals (舍入), in the unit that it has.

        Args:
            digits: Decimals to keep, from 0 to `LIMITS.exponent`.
            rounding: What becomes of an exact half.

        Returns:
            The rounded amount, with exactly these decimals.

        Raises:
            NumeralError: `digits` is out of range.
            TypeError: `digits` is not a whole number.
            ValueError: The rounding is unknown.

        Example:
            >>> Quantity("3678.765", "万元").rounded(2)
            Quantity('3678.77', '万元')
        """
        return Quantity(rounded(self.magnitude, digits, rounding), self.unit)

    def allocate(
        self, weights: Iterable[Quantity | Decimal | int], *, step: Quantity | str | None = None
    ) -> tuple[Quantity, ...]:
        """The amount split over weights, nothing lost and nothing gained (分配).

        Each share is its exact part in whole steps: all are rounded down, then those with the
        largest remainders up, of equal ones the first.

        Args:
            weights: Not below zero and not all zero; numbers, or amounts in units that add up.
            step: The smallest share. None is a 分 of money, and 1 of what is counted; other
                amounts have no smallest share, and it must be said.

        Returns:
            One share for each weight, in the unit of the amount; they add up to it exactly.

        Raises:
            QuantityError: The weights are none, the amount is no whole number of steps, or there is
                no step.
            UnitError: Units do not go together.
            LimitError: There are too many weights.
            TypeError: A weight is a float or no number.

        Example:
            >>> [str(share) for share in Quantity(100, "元").allocate([1, 1, 1])]
            ['33.34元', '33.33元', '33.33元']
        """
        from govperf.units.sharing import split  # noqa: PLC0415 - quantities are split into quantities

        return split(self, weights, step)

    def __add__(self, other: Quantity) -> Quantity:
        if type(other) is not Quantity:
            return NotImplemented
        unit = self.unit
        if other.unit is unit:
            try:
                return _made(added(self.magnitude, other.magnitude), unit)
            except Inexact as signal:
                raise fault(signal) from None
        if unit.is_ratio and other.unit.dimension == _POINTS.dimension:  # 90% + 5个百分点
            other = other.to(_PERCENT)
        elif other.unit.is_ratio and unit.dimension == _POINTS.dimension:
            return other + self
        return _made(arithmetic.total(self.magnitude, unit, other.magnitude, other.unit), unit)

    def __radd__(self, other: int) -> Quantity:
        """Only for `sum()`, which starts from 0."""
        return self if type(other) is int and other == 0 else NotImplemented

    def __sub__(self, other: Quantity) -> Quantity:
        if type(other) is not Quantity:
            return NotImplemented
        unit, theirs = self.unit, other.unit
        if unit.is_ratio and theirs.dimension == _POINTS.dimension:
            other = other.to(_PERCENT)
        elif unit.is_ratio and theirs.is_ratio and not _PARTS.isdisjoint((unit.label, theirs.label)):
            return _made(arithmetic.points(self.magnitude, unit, other.magnitude, theirs), _POINTS)
        return _made(arithmetic.difference(self.magnitude, unit, other.magnitude, other.unit), unit)

    def __mul__(self, other: Quantity | Decimal | int) -> Quantity:
        if type(other) is Quantity:
            return _made(*arithmetic.times(self.magnitude, self.unit, other.magnitude, other.unit))
        if not _is_number(other):
            return NotImplemented
        return _made(multiple(self.magnitude, _number(other)), self.unit)

    def __rmul__(self, other: Decimal | int) -> Quantity:
        return self * other

    def __truediv__(self, other: Quantity | Decimal | int) -> Quantity:
        if type(other) is Quantity:
            return _made(*arithmetic.over(self.magnitude, self.unit, other.magnitude, other.unit))
        if not _is_number(other):
            return NotImplemented
        return _made(*arithmetic.over(self.magnitude, self.unit, _number(other), _BARE))

    def __neg__(self) -> Quantity:
        return Quantity(self.magnitude.copy_negate(), self.unit)

    def __abs__(self) -> Quantity:
        return Quantity(self.magnitude.copy_abs(), self.unit)

    def __bool__(self) -> bool:
        return bool(self.magnitude)

    def __eq__(self, other: object) -> bool:
        if type(other) is not Quantity:
            return NotImplemented
        if other.unit is self.unit:
            return self.magnitude == other.magnitude
        if not self.unit.adds_to(other.unit):
            return False
        mine, theirs, _ = arithmetic.beside(self.magnitude, self.unit, other.magnitude, other.unit)
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
        unit = self.unit  # the hash of a product of numbers is the product of their hashes
        number = self.magnitude.copy_abs() if self.magnitude.is_signed() else self.magnitude
        return hash(number) * unit.hash_factor % _MODULUS ^ unit.hash_kind

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (f"{self.magnitude:f}", self.unit if self.unit.is_own else self.unit.label)

    def __str__(self) -> str:
        return f"{self.magnitude:,f}{self.unit.beside}"

    def __format__(self, spec: str) -> str:
        """`,.2f万元`, `scaled`, `spoken`, `financial`, `,.2f@en`; see `govperf.units.writing`."""
        return write(self, spec) if spec else str(self)

    __repr__ = code
    _call = call
    _repr_html_ = html
    _repr_latex_ = latex

    def _ordered(self, other: Quantity, test: Callable[[Decimal, Decimal], bool]) -> bool:
        if type(other) is not Quantity:
            return NotImplemented
        mine, theirs, _ = arithmetic.beside(self.magnitude, self.unit, other.magnitude, other.unit)
        return test(mine, theirs)

    def to_pint(self, registry: object = None, *, inexact: Literal["refuse", "float"] = "refuse") -> Any:
        """The same amount as a pint quantity (转为 pint 数量).

        Args:
            registry: Of pint, into which the units are installed if they are not; None is one of
                our own, which computes in Decimal and knows our units alone.
            inexact: "float" lets the number become a float, where the registry computes in floats.

        Returns:
            A quantity of the registry.

        Raises:
            UnitError: A unit means something else in the registry.
            TypeError: The registry computes in floats, or is none.

        Example:
            >>> Quantity(2, "公里").to_pint().to("米").magnitude
            Decimal('2000')
        """
        from govperf.units import pinting  # noqa: PLC0415 - pint is loaded by those who use it

        return pinting.to_pint(self.magnitude, self.unit.atoms, registry, inexact=inexact)

    @classmethod
    def from_pint(cls, quantity: object) -> Self:
        """The quantity that a pint quantity says (读取 pint 数量).

        Args:
            quantity: With a Decimal or int magnitude, in units of ours or legal units of pint's.

        Returns:
            The same number and units.

        Raises:
            UnitError: A unit is unknown, or has an exponent that is not a whole number up to 9.
            QuantityError: The number is a fraction without an end.
            TypeError: The magnitude is a float, or it is no pint quantity.

        Example:
            >>> Quantity.from_pint(Quantity(2, "公里").to_pint())
            Quantity('2', '公里')
        """
        from govperf.units import pinting  # noqa: PLC0415 - pint is loaded by those who use it

        number, words = pinting.from_pint(quantity)
        return cls(number, power_product(words))


# The slots of a frozen class, as attrs itself fills them.
_set_magnitude: Final = Quantity.__dict__["magnitude"].__set__
_set_unit: Final = Quantity.__dict__["unit"].__set__
_new: Final = object.__new__
_number: Final = magnitude


def _is_number(value: object) -> TypeGuard[Decimal | int]:
    """What multiplies: no float, no bool and no text."""
    return isinstance(value, (Decimal, int)) and type(value) is not bool


def _again(magnitude: str, unit: Unit | str) -> Quantity:
    """A quantity out of a pickle."""
    return Quantity(Decimal(magnitude), unit)


def _made(number: Decimal, unit: Unit) -> Quantity:
    """A quantity of a number that was bounded when it was computed: it need not be looked at again."""
    made = _new(Quantity)
    _set_magnitude(made, number)
    _set_unit(made, unit)
    return made
