"""Splitting an amount so that nothing is lost (分配)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import Final

from govperf.errors import LimitError, QuantityError
from govperf.limits import LIMITS
from govperf.units.magnitude import magnitude
from govperf.units.quantity import Quantity
from govperf.units.unit import Unit

__all__ = ["smallest", "split"]

# Currencies whose smallest amount is one; that of any other is a hundredth.
_WHOLE: Final = frozenset({"日元", "韩元"})
_CENT: Final = Decimal("0.01")


def split(
    amount: Quantity, weights: Iterable[Quantity | Decimal | int], step: Quantity | str | None
) -> tuple[Quantity, ...]:
    """An amount split over weights (分配), as `Quantity.allocate` says.

    Args:
        amount: What is split.
        weights: Not below zero, in one unit, not all zero.
        step: The smallest share, above zero; None for the smallest that there is.

    Returns:
        One share for each weight, in the unit of the amount; they add up to it.

    Raises:
        QuantityError: The amount is no whole number of steps, there is no step, or the weights
            are none.
        UnitError: Units do not go together.
        LimitError: There are too many weights.
        TypeError: A weight is a float or no number.

    Example:
        >>> [str(share) for share in split(Quantity("0.05", "元"), [1, 1], None)]
        ['0.03元', '0.02元']
    """
    least = _step(amount.unit, step)
    steps = amount.exact_ratio(least) if least.magnitude > 0 else Fraction(1, 2)
    if steps.denominator != 1:
        raise QuantityError("quantity.step", str(least), details={"amount": str(amount)})
    sign = -1 if steps < 0 else 1
    shares = _shares(abs(steps.numerator), _whole(weights))
    return tuple((least * (sign * share)).to(amount.unit, inexact="refuse") for share in shares)


def _step(unit: Unit, step: object) -> Quantity:
    if step is None:
        return smallest(unit)
    if isinstance(step, str):
        return Quantity.parse(step)
    if not isinstance(step, Quantity):
        raise TypeError(f"a step is a Quantity or its text, not {type(step).__name__}")
    return step


def smallest(unit: Unit) -> Quantity:
    """The smallest amount that there is (最小单位): a 分 of money, one of what is counted.

    Args:
        unit: Of the amount.

    Returns:
        That amount.

    Raises:
        QuantityError: There is no such amount.

    Example:
        >>> smallest(Unit.of("万元")), smallest(Unit.of("万人次"))
        (Quantity('0.01', '元'), Quantity('1', '人次'))
    """
    if unit.is_money:
        root = unit.dimension[0][0]
        return Quantity(1 if root in _WHOLE else _CENT, root)
    if unit.unscaled.is_count:
        return Quantity(1, unit.unscaled)
    raise QuantityError("quantity.step-needed", details={"unit": unit.label or "1"})


def _shares(steps: int, weights: list[int]) -> list[int]:
    """Whole numbers of steps, by the largest remainder; of two equal ones the first is rounded up."""
    total = sum(weights)
    if not total:
        raise QuantityError("quantity.weights")
    found = [divmod(steps * weight, total) for weight in weights]
    left = steps - sum(share for share, _ in found)
    order = sorted(range(len(found)), key=lambda i: -found[i][1])
    more = set(order[:left])
    return [share + (i in more) for i, (share, _) in enumerate(found)]


def _whole(weights: Iterable[Quantity | Decimal | int]) -> list[int]:
    """Weights as whole numbers in the same proportions."""
    exact: list[Fraction] = []
    unit: Unit | None = None
    for weight in weights:
        if len(exact) >= LIMITS.items:
            raise LimitError("limit.items", details={"limit": LIMITS.items})
        number, own = _weight(weight)
        exact.append(number)
        unit = unit or own
        if not own.adds_to(unit):
            raise own.mixed_with(unit)
    if any(weight < 0 for weight in exact):
        raise QuantityError("quantity.weights")
    common = lcm(*(weight.denominator for weight in exact))
    return [int(weight * common) for weight in exact]


def _weight(weight: Quantity | Decimal | int) -> tuple[Fraction, Unit]:
    if isinstance(weight, Quantity):
        return Fraction(weight.magnitude) * weight.unit.factor, weight.unit
    if isinstance(weight, str):
        raise TypeError("a weight is a number or a Quantity, not a text")
    return Fraction(magnitude(weight)), Unit.of("")
