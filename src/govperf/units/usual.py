"""The usual quantity (常见写法): an Arabic number and a unit, as most quantities of a report are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from govperf.errors import QuantityError
from govperf.limits import LIMITS
from govperf.units.unit import READ, Unit, unit_named

__all__ = ["is_date", "plain"]

# A number that is nothing but digits, perhaps in groups of three, and what follows it.
_PLAIN: Final = re.compile(
    r"\s*+([+-]?+(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,11}|0|[1-9][0-9]{0,33})(?:\.[0-9]{1,60})?)"
    r"(?![0-9,.])\s*+(.*)",
    re.DOTALL,
).fullmatch

# What names a point in time, where nothing but the number stands before it; 3个月 is a length.
_YEARS: Final = range(1840, 2200)
_ANY: Final = range(1, 10_000)
_MONTHS: Final = range(1, 13)
_QUARTERS: Final = range(1, 5)
_CALENDAR: Final[Mapping[str, range]] = {
    "年": _YEARS,
    "年度": _ANY,
    "学年": _YEARS,
    "学期": _YEARS,
    "月": _MONTHS,
    "季": _QUARTERS,
    "季度": _QUARTERS,
}


def is_date(number: Decimal, word: str) -> bool:
    """Whether a number and a word name a point in time (是否日期): 2022年, 12月 and 三季度 do.

    Args:
        number: As read.
        word: What follows it.

    Returns:
        False for a length of time, such as 3年 and 12个月.

    Example:
        >>> is_date(Decimal(2022), "年"), is_date(Decimal(3), "年"), is_date(Decimal(12), "个月")
        (True, False, False)
    """
    return word in _CALENDAR and number in _CALENDAR[word]


def plain(text: str) -> tuple[Decimal, Unit] | None:
    """The number and the unit of a text that is digits and a unit (数字加单位), as most are.

    Args:
        text: Of a sane length.

    Returns:
        Both, or None for any other text, of which others may know more.

    Raises:
        QuantityError: It is a date.

    Example:
        >>> plain("3,678.76万元"), plain("三成")
        ((Decimal('3678.76'), Unit.of('万元')), None)
    """
    found = _PLAIN(text)
    if found is None:
        return None
    digits, word = found.groups()
    unit = READ.get(word) or unit_named(word)
    number = Decimal(digits.replace(",", "") if "," in digits else digits)
    if word in _CALENDAR and is_date(number, word) and "," not in digits:  # 2,022年 is no year
        raise QuantityError("quantity.date", text, span=(0, len(text)))
    if unit is None or (len(digits) > LIMITS.digits and len(number.as_tuple().digits) > LIMITS.digits):
        return None
    return number or number.copy_abs(), unit
