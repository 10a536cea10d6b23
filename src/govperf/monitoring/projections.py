"""Projections (全年预计): what an amount becomes by the end of the year if the pace stays. Never a fact."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from govperf.errors import QuantityError
from govperf.messages import message
from govperf.model import Indicator, Rate, Undefined
from govperf.model.columns import unit_of
from govperf.model.fields import expect
from govperf.monitoring.moments import moment
from govperf.numerals.contexts import EXACT
from govperf.scoring.one_unit import Figure, in_one_unit
from govperf.units import Quantity, Unit
from govperf.units.magnitude import quotient

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["at_this_pace", "expected_actual", "expected_year_end", "grows", "shown", "with_projection"]

_TIMES: Final = (Unit.of("天"), Unit.of("月"))
_SIZES: Final = tuple(map(Unit.of, ["米", "平方米", "立方米", "千克", "千瓦时"]))
_DIGITS: Final = 2


def expected_year_end(
    amount: Quantity, *, month: int | None = None, on: date | None = None
) -> Quantity | Undefined:
    """Expected year-end amount (全年预计): a projection in a straight line, and no fact.

    Args:
        amount: What there was from the beginning of the year.
        month: As for `pro_rata_progress`.
        on: As for `pro_rata_progress`.

    Returns:
        Amount / pro-rata progress, exact up to 34 digits; undefined where no amount is that large.

    Raises:
        DataError: There is no such month.
        TypeError: The amount is no quantity; neither a month nor a day is given, or both are.

    Rule:
        The monitoring form asks for 全年预计执行数 (财预〔2019〕136号, recalled) and does not say how to find
        it; the straight line is govperf's choice.

    Example:
        >>> expected_year_end(Quantity(49, "份"), month=7)
        Quantity('84', '份')
    """
    expect(Quantity, amount)
    return at_this_pace(amount, moment(month, on).progress)


def at_this_pace(amount: Quantity, progress: Rate) -> Quantity | Undefined:
    """An amount over the part of the year in which it came about (按进度推算)."""
    share = progress.exact
    try:
        number = quotient(
            EXACT.multiply(amount.magnitude, Decimal(share.denominator)), Decimal(share.numerator)
        )
    except QuantityError:
        return Undefined("undefined.projection-size", {"amount": amount})
    return Quantity(number, amount.unit)


def grows(unit: Unit, *, fewer: bool = False) -> bool:
    """Whether an amount of a unit grows in the course of a year (是否累计数).

    Args:
        unit: Of the amount.
        fewer: Whether less is better; a time is a limit then, which does not grow.

    Returns:
        True for what is counted, for money, lengths, areas, volumes, weights, energy and bare numbers.

    Example:
        >>> grows(Unit.of("份")), grows(Unit.of("%")), grows(Unit.of("元/人"))
        (True, False, False)
    """
    if not unit.atoms or unit.is_money or unit.unscaled.is_count:
        return True
    return any(unit.adds_to(size) for size in (_SIZES if fewer else (*_SIZES, *_TIMES)))


def expected_actual(indicator: Indicator, progress: Rate, year: int | None) -> Quantity | Undefined:
    """What the actual of an indicator becomes by the end of the year (全年预计完成值), if the pace stays.

    Args:
        indicator: With an actual that counts from the beginning of the year.
        progress: The part of the year that has passed.
        year: The year, for daily frequencies.

    Returns:
        The projection; undefined for prose, dates, ranges, shares, rates and other levels.

    Example:
        >>> from govperf.monitoring import pro_rata_progress
        >>> indicator = Indicator("周报", target="≥120份", actual="49")
        >>> expected_actual(indicator, pro_rata_progress(month=7), None)
        Quantity('84', '份')
    """
    target, actual = indicator.target, indicator.actual
    if actual is None:
        return Undefined("undefined.actual-missing")
    figure = actual.quantity
    if figure is None or actual.whole is not None:
        return Undefined("undefined.projection-figure", {"text": actual.text})
    if target is not None and target.quantity is not None and not figure.unit.atoms:
        wanted, reached = Figure(target.quantity, target.text), Figure(figure, actual.text)
        found = in_one_unit(wanted, reached, year, unit_of(target.unit) or unit_of(target.heading))
        if isinstance(found, Undefined):
            return found
        figure = found[1]
    if not grows(figure.unit, fewer=target is not None and target.operator.less_is_better):
        return Undefined("undefined.projection-level", {"text": actual.text})
    return at_this_pace(figure, progress)


def with_projection(line: str, expected: Quantity | Undefined, lang: Language) -> str:
    """A line with its projection (加注全年预计), which is called one; the line alone where there is none."""
    if isinstance(expected, Undefined):
        return line
    projected = message("monitor.projected", {"amount": shown(expected)}, lang)
    return f"{line}；{projected}" if lang == "zh" else f"{line}; {projected}"


def shown(amount: Quantity) -> str:
    """An amount as a reader wants it (显示): two decimals where it has more."""
    exponent = amount.magnitude.as_tuple().exponent
    more = isinstance(exponent, int) and exponent < -_DIGITS
    short = amount.rounded(_DIGITS) if more else amount
    return str(amount if short == amount else short)
