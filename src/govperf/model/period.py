"""Period (时段): a day, a month, a quarter, a year, or from one day to another."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime
from typing import Final

import attrs

from govperf.errors import DataError
from govperf.model.fields import YEARS

__all__ = ["Period", "optional_period"]

_JANUARY, _DECEMBER = 1, 12


def _day(_: object, field: attrs.Attribute[date], value: object) -> None:
    """A day of the calendar, which a point in time is not."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise TypeError(f"{field.name} is a date, not {type(value).__name__}")
    if value.year not in YEARS:
        raise DataError("data.year", str(value.year), path=field.name)


@attrs.frozen
class Period:
    """Period (时段): a day, a month, a quarter, a year, or from one day to another.

    Args:
        start: The first day.
        end: The last day, which belongs to it.

    Raises:
        DataError: It ends before it begins, or a year is not between 1949 and 2199.
        TypeError: A day is not a date.

    Example:
        >>> print(Period(date(2022, 7, 1), date(2022, 9, 30)))
        2022-07/2022-09
    """

    start: date = attrs.field(validator=_day)
    end: date = attrs.field(validator=_day)

    def __attrs_post_init__(self) -> None:
        """The last day is not before the first."""
        if self.end < self.start:
            raise DataError("data.period", f"{self.start}/{self.end}", path="end")

    @classmethod
    def parse(cls, text: str, *, year: int | None = None) -> Period:
        """The period that a text says (读取时段).

        Args:
            text: As ISO 8601 has it (2022, 2022-11, 2022-11-30, 2022-07/2022-09) or as people write
                it: 2022年11月, 2022.11.30, 20221130, 2022年上半年, 2022年第三季度, 2022年11月底,
                2022年11月上旬, 2020年7月1日-2021年6月30日, 2022年1-7月.
            year: The year of a text that says none: 11月30日, 三季度, 年底.

        Returns:
            The days that are said; 月底 and 年底 are the last day, 月初 is ten days and 年初 January.

        Raises:
            DataError: It is no period, a day is not in the calendar, or the year is missing.
            LimitError: The text is too long.
            TypeError: It is not a text.

        Example:
            >>> print(Period.parse("2022年11月"), Period.parse("三季度", year=2022))
            2022-11 2022-07/2022-09
        """
        from govperf.model.dates import days_of  # noqa: PLC0415 - most forms say no date in words

        return cls(*days_of(text, year))

    def __str__(self) -> str:
        start, end = self.start, self.end
        cut = _LENGTHS[_precision(start, end)]
        first, last = start.isoformat()[:cut], end.isoformat()[:cut]
        return first if first == last else f"{first}/{last}"

    def __repr__(self) -> str:
        """The call that reads it again."""
        return f"Period.parse({str(self)!r})"


_LENGTHS: Final = {"year": 4, "month": 7, "day": 10}


def _precision(start: date, end: date) -> str:
    """What the days are whole: years, months, or nothing larger."""
    if start.day != 1 or end.day != monthrange(end.year, end.month)[1]:
        return "day"
    return "year" if (start.month, end.month) == (_JANUARY, _DECEMBER) else "month"


def optional_period(value: Period | date | str | int | None) -> Period | None:
    """A period, or None for what a form leaves out (可缺省的时段).

    Args:
        value: A period, its text, a date, or a year.

    Returns:
        The period; of a date that one day.

    Raises:
        DataError: A text is no period, or a year is out of range.
        TypeError: The value is none of these; a datetime says more than a day.

    Example:
        >>> print(optional_period(2022), optional_period("2022年11月"))
        2022 2022-11
    """
    if value is None or isinstance(value, Period):
        return value
    if isinstance(value, str):
        return Period.parse(value)
    if type(value) is int:
        if value not in YEARS:
            raise DataError("data.year", value)
        return Period(date(value, _JANUARY, 1), date(value, _DECEMBER, 31))
    if isinstance(value, date) and not isinstance(value, datetime):
        return Period(value, value)
    raise TypeError(f"a period is a date, a year or a text, not {type(value).__name__}")
