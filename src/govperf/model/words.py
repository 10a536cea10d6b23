"""Words around a quantity (数量前后的词): 不少于60条, 24小时以内, 近540条."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from govperf.errors import QuantityError
from govperf.model.fields import quantity as quantity_of
from govperf.units import Quantity, Unit

__all__ = [
    "amount",
    "as_date",
    "date_or_number",
    "decided",
    "in_one",
    "optional_unit",
    "printed",
    "undecided",
]

_DATE_OR_NUMBER: Final = re.compile(
    r"(?:19(?:49|[5-9][0-9])|2[01][0-9]{2})"
    r"(?:\.(?:0?[1-9]|1[0-2])|(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])?)"
)
"""2023.12, 202312 and 20231231, of the years that a date may have."""

_DATE: Final = re.compile(
    rf"{_DATE_OR_NUMBER.pattern}|[１２][０-９]{{3}}(?:．[０-９]{{1,2}}|(?:[０-９]{{2}}){{1,2}})|(?:19|20)[0-9]{{2}}年\s*[0-9].*|[0-9]{{1,2}}月\s*[0-9底末初上中下].*"
)
"""The same without a unit, and 2022年11月前 and 12月底, where no search for a unit is of use."""

_WIDE: Final = str.maketrans("０１２３４５６７８９．", "0123456789.")
_WIDE_YEAR: Final = frozenset("１２")

_TICKS: Final = frozenset({"○", "〇"})
"""A circle alone in a cell is a tick, not a zero."""


def printed(value: Quantity | str | int | Decimal) -> str:
    """A cell as printed (原文); a quantity or a number is printed so that it is read again.

    Args:
        value: A cell, a quantity, or a bare number.

    Returns:
        The text without blanks around it.

    Raises:
        TypeError: The value is a float, or nothing that stands in a cell.

    Example:
        >>> printed(" ≥ 60条 "), printed(Quantity(12, "月"))
        ('≥ 60条', '12个月')
    """
    if isinstance(value, str):
        return value.strip()
    return str(quantity_of(value))


_BARE: Final = re.compile(r"[0-9０-９].*[0-9０-９]|[0-9０-９]", re.DOTALL)


def in_one(text: str, unit: Unit | str | None, sign: str = "") -> str:
    """A cell with what stands beside it in columns of their own (合并显示).

    Args:
        text: The cell.
        unit: Of its column, or what else stands there, or None.
        sign: As printed, "" for none.

    Returns:
        Sign, figure and unit; a cell that is more than a figure stays as it is.

    Example:
        >>> in_one("300", Unit.of("份"), "≥"), in_one("300份", Unit.of("份"))
        ('≥300份', '300份')
    """
    if not _BARE.fullmatch(text):
        return text
    return f"{sign}{text}{unit or ''}"


def optional_unit(value: Unit | str | None) -> Unit | None:
    """The unit of a heading, or None where it has none (表头计量单位).

    Args:
        value: A unit or its text; "" is no unit.

    Returns:
        The unit.

    Raises:
        UnitError: The unit is unknown.
        LimitError: The text is too long.
        TypeError: It is no text.

    Example:
        >>> optional_unit("公里"), optional_unit("")
        (Unit.of('公里'), None)
    """
    if value is None:
        return None
    unit = Unit.of(value)
    return unit if unit.atoms else None


def amount(text: str, unit: Unit | None = None) -> Quantity:
    """A quantity that cannot be a date (非日期的数量).

    2023.12, 202312 and 20231231 may be points in time where no unit is printed beside them; 2022年 and 12月
    are no quantities at all. A circle alone is a tick, and nothing is counted per percent.

    Args:
        text: As `Quantity.parse` reads it.
        unit: Of a number without one of its own.

    Returns:
        The quantity.

    Raises:
        InputError: The text is no quantity, or may be a date.

    Example:
        >>> amount("12个月"), amount("2023.12", Unit.of("万元"))
        (Quantity('12', '月'), Quantity('2023.12', '万元'))
        >>> amount("2023.12")
        Traceback (most recent call last):
        govperf.errors.QuantityError: '2023.12' may be a date or a mark and not a quantity
    """
    body = text.strip()
    if body in _TICKS or (unit is None and _DATE.fullmatch(body)):
        raise QuantityError("quantity.date", text)
    quantity = Quantity.parse(text, unit=unit)
    if len(quantity.unit.atoms) > 1 and _is_per_ratio(quantity.unit):
        raise QuantityError("quantity.no-number", text)
    return quantity


def _is_per_ratio(unit: Unit) -> bool:
    """条/%: nobody counts so."""
    return any(atom.exponent < 0 and Unit.of(atom.name).is_ratio for atom in unit.atoms)


def date_or_number(text: str) -> bool:
    """Whether a text without a unit may be a date or a number (是否日期与数字难辨).

    Args:
        text: Without blanks around it.

    Returns:
        True for 2023.12, 202312 and 20231231; False for 2022, 12.31 and 2022.12.31.

    Example:
        >>> date_or_number("2023.12"), date_or_number("12.31")
        (True, False)
    """
    if text[:1] in _WIDE_YEAR:
        text = text.translate(_WIDE)
    return _DATE_OR_NUMBER.fullmatch(text) is not None


_SIGNED: Final = re.compile(r"(?P<sign>(?:[<>≤≥=＜＞＝]=?)?)\s*(?P<date>[0-9０-９.．]{6,8})")


def undecided(text: str) -> re.Match[str] | None:
    """A cell that is nothing but what may be a date or a number (日期与数字难辨的单元格).

    Args:
        text: As printed.

    Returns:
        Its match; None for any other cell.

    Example:
        >>> bool(undecided("≤2023.12")), bool(undecided("2023年12月"))
        (True, False)
    """
    found = _SIGNED.fullmatch(text)
    return found if found and date_or_number(found["date"]) else None


def decided(text: str) -> str:
    """An undecided cell as the date that it may be (按日期读取).

    Args:
        text: As printed.

    Returns:
        The text itself where it is any other cell.

    Example:
        >>> decided("≤2023.12"), decided("2023.13")
        ('≤2023年12月', '2023.13')
    """
    found = undecided(text)
    return f"{found['sign']}{as_date(found['date'])}" if found else text


def as_date(text: str) -> str:
    """What may be a date, written so that it can be nothing else (写明的日期).

    Args:
        text: For which `date_or_number` is true.

    Returns:
        The year, the month and the day that it says.

    Example:
        >>> as_date("2023.12"), as_date("20230105")
        ('2023年12月', '2023年1月5日')
    """
    digits = text.translate(_WIDE)
    year, rest = digits[:4], digits[4:].removeprefix(".")
    month, day = (rest, "") if "." in digits else (rest[:2], rest[2:])
    return f"{year}年{int(month)}月{f'{int(day)}日' if day else ''}"
