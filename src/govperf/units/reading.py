"""Reading quantities as reports print them (数量的读取).

Most are an Arabic number and a unit; the rest are walked through, and what is a part of something
in words (七成六, 百分之五) is left to `read_number`.
"""

from __future__ import annotations

import re
from contextlib import suppress
from decimal import Decimal
from typing import Final

from govperf.errors import InputError, LimitError, NumeralError, QuantityError
from govperf.limits import LIMITS
from govperf.numerals.contexts import EXACT
from govperf.numerals.reading import parse_cardinal
from govperf.units.unit import Unit, Unknown, refuse_choice
from govperf.units.usual import is_date, plain
from govperf.units.walking import Walk

__all__ = ["read", "read_below", "refuse_two_scales"]

_WIDE: Final = {ord("０") + digit: str(digit) for digit in range(10)} | {ord("．"): ".", ord("，"): ","}

# How a part of something is written → its unit, and what makes its figure of the plain number: powers of ten.
_PARTS: Final = {
    "percent": ("%", 2),
    "permille": ("‰", 3),
    "permyriad": ("‱", 4),
    "points": ("个百分点", 2),
    "tenths": ("%", 2),
    "discount": ("%", 2),
    "fraction": ("%", 2),
}
_OVER: Final = "分之"
_NAMED: Final = ("分点", "分點", "成", "折", "‱")
_APART: Final = re.compile(r"\d\s+\d|[一二两三四五六七八九成]\s+[一二两三四五六七八九\d]")  # 7 5折, 三成 5

_SCALED: Final = re.compile(r"[0-9０-９.．]\s*[百千万亿萬億kKM]|[万亿萬億]\s*$")


def read(text: str, unknown: Unknown = "refuse") -> tuple[Decimal, Unit]:
    """The number and the unit of a text (读取数量).

    Args:
        text: As described at `Quantity.parse`.
        unknown: What becomes of a word that is no unit.

    Returns:
        The number as printed, and its unit.

    Raises:
        QuantityError: There is no number, or the parts of a compound amount overlap.
        NumeralError: The number is malformed.
        UnitError: The unit is unknown.
        LimitError: The text is too long.
        TypeError: It is not a text.
        ValueError: `unknown` is no such choice.

    Example:
        >>> read("804万人次")
        (Decimal('804'), Unit.of('万人次'))
    """
    if unknown != "refuse":
        refuse_choice(unknown)
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may be untyped
        raise TypeError(f"a quantity is read from a text, not {type(text).__name__}")
    if len(text) > LIMITS.quantity_chars:
        raise LimitError("limit.chars", text, details={"limit": LIMITS.quantity_chars})
    found = plain(text) or plain(text.translate(_WIDE))
    if found:
        return found
    body = text.rstrip()
    closed = "".join(body.split())
    if _OVER in closed:
        return _part(text)
    try:
        return Walk(text, body, unknown).amount(len(body) - len(body.lstrip()))
    except InputError:
        if not any(name in closed for name in _NAMED) or _APART.search(body):
            raise
        with suppress(NumeralError):
            return _part(text)
        raise


def read_below(text: str, unit: Unit, unknown: Unknown = "refuse") -> tuple[Decimal, Unit]:
    """The number and the unit of a cell whose heading says a unit (读取表头带单位的单元格).

    Args:
        text: As for `read`.
        unit: Of numbers that have none of their own.
        unknown: What becomes of a word that is no unit.

    Returns:
        The number as printed, and its unit.

    Raises:
        UnitError: The unit of the text measures something else.
        QuantityError: Both have a scale word, or as for `read`.
        InputError: As for `read`.

    Example:
        >>> read_below("3,678.76", Unit.of("万元")), read_below("500元", Unit.of("万元"))
        ((Decimal('3678.76'), Unit.of('万元')), (Decimal('500'), Unit.of('元')))
    """
    number = _bare(text, unit)
    if number is not None:
        return number, unit
    number, own = read(text, unknown)
    if not own.adds_to(unit):
        raise own.mixed_with(unit)
    return number, own


def _bare(text: str, unit: Unit) -> Decimal | None:
    """The number of a cell without a unit; None for any other cell."""
    try:
        number = parse_cardinal(text)
    except (NumeralError, LimitError):  # what is too long for a number may be a quantity
        return None
    refuse_two_scales(text, unit)
    if unit.label == "年" and is_date(number, "年") and not set(text) & {",", "，"}:
        raise QuantityError("quantity.date", text, span=(0, len(text)))
    return number


def refuse_two_scales(text: str, unit: Unit) -> None:
    """Refuse a number in 万 for a unit with 万 (数量级重复): nobody can tell which of them is meant.

    Args:
        text: Of a number.
        unit: Its unit.

    Raises:
        QuantityError: Both have a scale word.

    Example:
        >>> refuse_two_scales("1.5万", Unit.of("元"))
    """
    if unit.power_of_ten and _SCALED.search(text):
        raise QuantityError("quantity.scales", text, details={"unit": unit.label})


def _part(text: str) -> tuple[Decimal, Unit]:
    """百分之九十五, 三成半, 七五折, 五分之三: what `read_number` knows as a part of something."""
    from govperf.numerals.bounds import read_number  # noqa: PLC0415 - few tables say a ratio in words

    reading = read_number(text)
    unit, power = _PARTS[reading.form]
    if reading.bound != "exact" or not isinstance(reading.value, Decimal):
        code = "numeral.approximate" if reading.bound != "exact" else "numeral.endless"
        raise NumeralError(code, text, span=reading.span)
    return EXACT.add(reading.value.scaleb(power, EXACT), Decimal(0)), Unit.of(unit)
