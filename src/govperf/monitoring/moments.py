"""Moments (监控时点): the end of a month or of a day, and how much of the year has passed by then."""

from __future__ import annotations

from calendar import isleap, monthrange
from datetime import date, datetime
from fractions import Fraction
from typing import Final, NamedTuple

from govperf.errors import DataError
from govperf.model import Rate

__all__ = ["Moment", "moment", "part_due", "pro_rata_progress"]

_MONTHS: Final = 12


class Moment(NamedTuple):
    """The end of a month or of a day (监控时点).

    Attributes:
        progress: The part of the year that has passed.
        month: The month that ends then; None within a month.
        day: The day, where one was said.
    """

    progress: Rate
    month: int | None
    day: date | None = None

    def until(self, year: int) -> str:
        """The moment as ISO 8601 writes it (截至时间): 2023-07 or 2023-08-31."""
        return f"{year}-{self.month:02}" if self.day is None else self.day.isoformat()


def pro_rata_progress(*, month: int | None = None, on: date | None = None) -> Rate:
    """Pro-rata progress (序时进度): the part of the year that has passed, exactly.

    Args:
        month: By months, 1 to 12: that month is over.
        on: By days: that day is over. Either this or a month is said.

    Returns:
        The rate: months / 12, or days / days of the year.

    Raises:
        DataError: There is no such month.
        TypeError: Neither or both are given, or one is of another type.

    Rule:
        Months / 12 and days / days of the year are both in use.

    Example:
        >>> print(pro_rata_progress(month=7), pro_rata_progress(on=date(2023, 8, 31)))
        58.33% 66.58%
    """
    return moment(month, on).progress


def moment(month: int | None, on: date | None, year: int | None = None) -> Moment:
    """The moment that a caller says (监控时点), as a month or as a day.

    Args:
        month: 1 to 12, or None.
        on: A day, or None.
        year: The year that the day must be of; None for any.

    Returns:
        The moment.

    Raises:
        DataError: There is no such month, or the day is of another year.
        TypeError: Neither or both are given, or one is of another type.

    Example:
        >>> moment(None, date(2024, 2, 29)).month
        2
    """
    if (month is None) == (on is None):
        raise TypeError("say either month=1 to 12, or on=a date")
    if month is None:
        return _of_day(on, year)
    if type(month) is not int:
        raise TypeError(f"month is an int, not {type(month).__name__}")
    if not 1 <= month <= _MONTHS:
        raise DataError("data.month", month, path="month")
    return Moment(_rate(month, _MONTHS), month)


def _of_day(on: object, year: int | None) -> Moment:
    if not isinstance(on, date) or isinstance(on, datetime):
        raise TypeError(f"on is a date, not {type(on).__name__}")
    if year not in (None, on.year):
        raise DataError("monitor.year", on.isoformat(), path="on", details={"year": year})
    passed = on.timetuple().tm_yday
    ends = on.day == monthrange(on.year, on.month)[1]
    return Moment(_rate(passed, 366 if isleap(on.year) else 365), on.month if ends else None, on)


def _rate(passed: int, whole: int) -> Rate:
    return Rate(Fraction(passed, whole), terms=(str(passed), str(whole)))


def part_due(rate: Rate, progress: Rate) -> Rate:
    """A rate over the pro-rata progress (完成进度与序时进度之比): how much there is of what is due by now.

    Args:
        rate: Of the whole year.
        progress: The part of the year that has passed; above zero.

    Returns:
        The ratio; if the pace stays, it is also the rate of the whole year.

    Example:
        >>> rate = Rate(Fraction(45, 100), terms=("45万元", "100万元"))
        >>> part_due(rate, pro_rata_progress(month=7)).explain()
        '45万元 ÷ (100万元 × 7 ÷ 12) = 77.14%'
    """
    made = Rate(rate.exact / progress.exact)
    if rate.terms is None or progress.terms is None:
        return made
    passed, whole = progress.terms
    return Rate(made.exact, terms=(rate.terms[0], f"({rate.terms[1]} × {passed} ÷ {whole})"))
