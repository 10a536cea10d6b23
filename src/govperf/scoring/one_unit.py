"""A target and an actual in one unit (统一计量单位), where one leaves it out or counts by the week."""

from __future__ import annotations

import calendar
import re
from decimal import Decimal
from typing import Final, NamedTuple

from govperf.errors import QuantityError
from govperf.model import Note, Undefined
from govperf.numerals.contexts import EXACT
from govperf.units import Quantity, Unit

__all__ = ["FAR", "Figure", "Paired", "in_one_unit"]

_PERIODS: Final = {"半年": 2, "季度": 4, "月": 12, "周": 52, "年": 1}
"""Whole periods in a year; days are counted in the calendar. 52 weeks are complete in any year."""

_DAY: Final = "天"
_DAYS: Final = {False: 365, True: 366}

_SCALE: Final = re.compile("[千万亿]")
FAR: Final = 10
"""A bare figure this many times off the other one may be without its 万 or its %; our choice."""


class Figure(NamedTuple):
    """A quantity and the cell that it was read from (数量与原文)."""

    quantity: Quantity
    cell: str


Paired = tuple[Quantity, Quantity, tuple[Note, ...]]
"""A target and an actual in one unit, and what was assumed for it."""


def in_one_unit(wanted: Figure, reached: Figure, year: int | None, column: Unit | None) -> Paired | Undefined:
    """A target and an actual that may be compared (统一计量单位), and what was assumed for it.

    Args:
        wanted: The target.
        reached: The actual.
        year: As for `completion_rate`.
        column: The unit that the form prints beside both, if it does.

    Returns:
        Both, and the notes; or the reason why one of them has two readings.

    Example:
        >>> target, actual = Figure(Quantity(1, "期/周"), "每周1期"), Figure(Quantity(49, "期"), "49期")
        >>> in_one_unit(target, actual, None, None)[0]
        Quantity('52', '期')
    """
    target, actual = wanted.quantity, reached.quantity
    if actual.unit.adds_to(target.unit):
        return target, actual, ()
    if (period := _period(target.unit)) is not None:
        return _over_a_year(target, actual, period, year)
    if not actual.unit.atoms:
        found = _with_unit("actual", reached, _as_in(column, target))
        return found if isinstance(found, Undefined) else (target, *found)
    if not target.unit.atoms and column is not None and column is actual.unit and column.is_ratio:
        return Undefined("undefined.percent-or-fraction", {"actual": target, "unit": column})
    if not target.unit.atoms and not actual.unit.is_ratio:
        found = _with_unit("target", wanted, actual)
        return found if isinstance(found, Undefined) else (found[0], actual, found[1])
    return target, actual, ()


def _as_in(column: Unit | None, target: Quantity) -> Quantity:
    """The target in the unit of its column, which is that of a bare actual too: 0.5亿元 below 万元."""
    if column is None or column is target.unit:
        return target
    try:
        return target.to(column)
    except QuantityError:  # a number that the unit is too small or too large for
        return target


def _with_unit(side: str, bare: Figure, other: Quantity) -> tuple[Quantity, tuple[Note, ...]] | Undefined:
    """A bare figure in the unit of the other one; 200万 beside 195.5万元 says its scale itself."""
    unit = other.unit.unscaled if _SCALE.search(bare.cell) else other.unit
    figure = bare.quantity.magnitude
    if _may_lack(unit, figure.copy_abs(), other.magnitude.copy_abs()):
        if unit.is_ratio:
            return Undefined("undefined.percent-or-fraction", {"actual": bare.quantity, "unit": unit})
        details = {"figure": bare.quantity, "unit": unit, "plain": unit.unscaled}
        return Undefined("undefined.scale-ambiguous", details)
    return Quantity(figure, unit), (Note(f"note.{side}-unit-assumed", {"unit": unit}),)


def _may_lack(unit: Unit, figure: Decimal, other: Decimal) -> bool:
    """Whether a bare figure may be meant without the scale of the unit: 0.75 is 75%, or 0.75%.

    Both without their signs, and compared exactly under any decimal context.
    """
    if not figure or not other:
        return False
    low, high = EXACT.multiply(figure, FAR) < other, figure > EXACT.multiply(other, FAR)
    if unit.is_ratio:
        return unit.factor < 1 and (low or figure <= 1 < other)
    return (unit.power_of_ten > 0 and high) or (unit.power_of_ten < 0 and low)


def _period(unit: Unit) -> str | None:
    """The period of a frequency such as 期/周, else None."""
    below = [atom for atom in unit.atoms if atom.exponent < 0]
    if len(below) != 1 or below[0].exponent != -1 or below[0].scale:
        return None
    return below[0].name if below[0].name in (*_PERIODS, _DAY) else None


def _over_a_year(target: Quantity, actual: Quantity, period: str, year: int | None) -> Paired | Undefined:
    """每周1期 against a count is 52期 over the year; an amount of money a month is no frequency."""
    if not actual.unit.atoms:
        return Undefined("undefined.frequency-bare", {"target": target, "actual": actual})
    counted = Unit(tuple(atom for atom in target.unit.atoms if atom.exponent > 0))
    if not counted.unscaled.is_count:
        return target, actual, ()
    periods = _periods(period, year)
    if periods is None:
        return Undefined("undefined.year-needed", {"target": target})
    try:
        wanted = Quantity(target.magnitude, counted) * periods
    except QuantityError:  # more digits than a quantity has
        return Undefined("undefined.target-unread", {"text": target})
    once = f"每{period}{Quantity(target.magnitude, counted)}"
    note = Note("note.frequency", {"target": once, "periods": periods, "total": wanted})
    return wanted, actual, (note,)


def _periods(period: str, year: int | None) -> int | None:
    """How many periods the year has; None for days of an unknown year."""
    if period == _DAY:
        return None if year is None else _DAYS[calendar.isleap(year)]
    return _PERIODS[period]
