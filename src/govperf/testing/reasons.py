"""What may be behind two values that are not equal (差异原因): a unit, a slip of ten thousand, a rounding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from typing import Final, cast

import attrs

from govperf.errors import InputError
from govperf.messages import message
from govperf.model import Actual, Target
from govperf.units import Quantity, Unit

TYPE_CHECKING = False  # as type checkers know it

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["Reason", "reason", "said"]

Reason = Callable[["Language"], str]
"""A sentence, once its language is known (原因)."""

_NUMBERS: Final = (Decimal, Fraction, int)
_TEN: Final = 10


def reason(one: object, other: object) -> Reason | None:
    """What may be behind the difference of two values (差异原因).

    Args:
        one: A value.
        other: Another one, not equal to it.

    Returns:
        The sentence, None where there is nothing to be said.

    Example:
        >>> found = reason(Quantity(3, "万元"), Quantity(30, "万元"))
        >>> found("en")
        '30万元 is 10 times 3万元: a unit or the decimal point may have slipped'
    """
    for kinds, explained in _BY_KIND:
        if isinstance(one, kinds) and isinstance(other, kinds):
            return next(explained(one, other), None)
    return _of_kinds(one, other)


def said(code: str, **details: object) -> Reason:
    """The sentence of a code, to be said in either language (原因文案).

    Args:
        code: A key of `MESSAGES`.
        details: What the sentence names.

    Returns:
        A function of the language.

    Example:
        >>> said("difference.length")("zh")
        '项数'
    """
    return lambda lang: message(code, details, lang)


def _of_kinds(one: object, other: object) -> Reason | None:
    """Of two values that are of different types."""
    for mine, theirs in ((one, other), (other, one)):
        if isinstance(mine, Quantity) and isinstance(theirs, (*_NUMBERS, float)):
            return said("difference.number")
        if isinstance(mine, Quantity) and isinstance(theirs, str):
            return said("difference.text")
        if isinstance(mine, float) and isinstance(theirs, _NUMBERS):
            return said("difference.binary", value=mine)
    if type(one) is type(other) or one is None or other is None:
        return None
    return said("difference.kinds", one=type(one).__name__, other=type(other).__name__)


def _of_amounts(one: Quantity, other: Quantity) -> Iterator[Reason]:
    adding = one.unit.adds_to(other.unit)
    yield from _of_one_kind(one, other) if adding else _of_units(one.unit, other.unit)


def _of_one_kind(one: Quantity, other: Quantity) -> Iterator[Reason]:
    mine, theirs = one.unit, other.unit
    if one.magnitude == other.magnitude:
        yield from _of_units(mine, theirs)
    yield from _rounded(one, other)
    yield from _slipped(one, other)
    if mine is not theirs and one:
        with suppress(InputError):  # the unit is too small or too large for the number
            yield said("difference.converted", one=one, converted=one.to(theirs))


def _of_units(one: Unit, other: Unit) -> Iterator[Reason]:
    if not one.label or not other.label:
        yield said("difference.bare", unit=one.label or other.label)
    elif not one.adds_to(other):
        yield said("unit.mixed", one=one.label, other=other.label)
    else:
        less, more = sorted((one, other), key=lambda unit: unit.factor)
        yield said("difference.unit", one=more, times=_number(more.factor / less.factor), other=less)


def _of_numbers(one: Decimal | Fraction | int, other: Decimal | Fraction | int) -> Iterator[Reason]:
    """As of amounts without a unit, where they are so written that they can be."""
    try:
        amounts = [Quantity(value) for value in (one, other) if isinstance(value, Decimal | int)]
    except (InputError, TypeError):  # it has too many digits, or is a bool
        return
    if len(amounts) > 1:
        yield from _of_amounts(*amounts)


def _slipped(one: Quantity, other: Quantity) -> Iterator[Reason]:
    """One of them is a power of ten times the other."""
    if not one or not other:
        return
    times, more, less = one.exact_ratio(other), one, other
    if abs(times) < 1:
        times, more, less = 1 / times, other, one
    if times > 0 and times.denominator == 1 and _is_power_of_ten(times.numerator):
        yield said("difference.times", more=more, times=_number(times), less=less)


def _is_power_of_ten(number: int) -> bool:
    return number >= _TEN and number == _TEN ** (len(str(number)) - 1)


def _rounded(one: Quantity, other: Quantity) -> Iterator[Reason]:
    """One of them is the other, rounded to the unit and the decimals that it is printed with."""
    for fine, coarse in ((one, other), (other, one)):
        digits = -cast("int", coarse.magnitude.as_tuple().exponent)
        try:
            same = digits >= 0 and coarse and fine.to(coarse.unit).rounded(digits) == coarse
        except InputError:  # as above
            continue
        if same:
            yield said("difference.rounded", fine=fine, coarse=coarse)


def _of_cells(one: Target | Actual, other: Target | Actual) -> Iterator[Reason]:
    """What the two cells mean; their text is what is shown."""
    mine, theirs = one.quantity, other.quantity
    if mine is not None and theirs is not None and mine != theirs:
        yield from _of_amounts(mine, theirs)
    fields = [field.name for field in attrs.fields(type(one)) if field.eq and field.name != "text"]
    if names := [name for name in fields if getattr(one, name) != getattr(other, name)]:
        yield said("difference.fields", names=", ".join(names))
    else:
        yield said("difference.written")


def _number(value: Fraction) -> str:
    return f"{value.numerator:,}" if value.denominator == 1 else str(value)


_BY_KIND: Final[tuple[tuple[type | tuple[type, ...], Callable[..., Iterator[Reason]]], ...]] = (
    (Quantity, _of_amounts),
    (Unit, _of_units),
    (Target, _of_cells),
    (Actual, _of_cells),
    (_NUMBERS, _of_numbers),
)
"""Kinds of values that both are of → what may be said of them, the likeliest first."""
