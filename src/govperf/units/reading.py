"""Reading quantities as reports print them (数量的读取).

One walk from left to right: perhaps 百分之 or 每户, then a number, then its unit.
"""

from __future__ import annotations

import re
from contextlib import suppress
from decimal import Decimal
from typing import Final

from govperf.errors import InputError, LimitError, NumeralError, QuantityError, UnitError
from govperf.limits import LIMITS
from govperf.numerals import Scan, scan
from govperf.numerals.contexts import EXACT
from govperf.units.unit import Unit, atom_named

__all__ = ["read"]

# How a part of something is written → its unit, and what makes its figure of the plain number: powers of ten.
_PARTS: Final = {
    "percent": ("%", 2),
    "permille": ("‰", 3),
    "permyriad": ("%", 2),
    "points": ("个百分点", 2),
    "tenths": ("%", 2),
    "discount": ("%", 2),
    "fraction": ("", 0),
}
_OVER: Final = "分之"
_NAMED: Final = ("分点", "分點", "成", "折", "‱")
_APART: Final = re.compile(r"\d\s+\d|[一二两三四五六七八九成]\s+[一二两三四五六七八九\d]")  # 7 5折, 三成 5
_EACH: Final = "每"
_PER: Final = ("/", "／", "每")


def read(text: str) -> tuple[Decimal, Unit]:
    """The number and the unit of a text (读取数量).

    Args:
        text: As described at `Quantity.parse`.

    Returns:
        The number as printed, and its unit.

    Raises:
        QuantityError: There is no number.
        NumeralError: The number is malformed.
        UnitError: The unit is unknown.
        LimitError: The text is too long.
        TypeError: It is not a text.

    Example:
        >>> read("804万人次")
        (Decimal('804'), Unit.of('万人次'))
    """
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may be untyped
        raise TypeError(f"a quantity is read from a text, not {type(text).__name__}")
    if len(text) > LIMITS.quantity_chars:
        raise LimitError("limit.chars", text, details={"limit": LIMITS.quantity_chars})
    body = text.rstrip()
    start = _after_spaces(body, 0)
    closed = "".join(body.split())
    if _OVER in closed:
        return _part(text)
    if body.startswith(_EACH, start):
        return _each(body, start + 1, text)
    try:
        return _with_unit(body, start, text)
    except InputError:
        if not any(name in closed for name in _NAMED) or _APART.search(body):
            raise
        with suppress(NumeralError):
            return _part(text)
        raise


def _after_spaces(body: str, at: int) -> int:
    return len(body) - len(body[at:].lstrip())


def _number(body: str, at: int, text: str) -> Scan:
    number = scan(body, _after_spaces(body, at))
    if number is None:
        raise QuantityError("quantity.no-number", text, span=(at, len(body)))
    return number


def _part(text: str) -> tuple[Decimal, Unit]:
    """百分之九十五, 三成半, 七五折, 五分之三: what `read_number` knows as a part of something."""
    from govperf.numerals.bounds import read_number  # noqa: PLC0415 - few tables say a ratio in words

    reading = read_number(text)
    unit, power = _PARTS[reading.form]
    if reading.bound != "exact" or not isinstance(reading.value, Decimal):
        code = "numeral.approximate" if reading.bound != "exact" else "numeral.endless"
        raise NumeralError(code, text, span=reading.span)
    return EXACT.add(reading.value.scaleb(power, EXACT), Decimal(0)), Unit.of(unit)


def _with_unit(body: str, at: int, text: str) -> tuple[Decimal, Unit]:
    """A scale word straight before a unit belongs to the unit; before nothing or a 每, to the number."""
    number = _number(body, at, text)
    rest = body[number.end :].lstrip()
    if not number.scale or not rest or rest.startswith(_PER):
        return number.value, _unit("", rest, text)
    return number.mantissa, _unit(number.scale, rest, text)


def _each(body: str, at: int, text: str) -> tuple[Decimal, Unit]:
    """每户650元 is 650 元/户: the longest unit that stands there."""
    for end in range(len(body), at, -1):
        word = "".join(body[at:end].split())
        if atom_named(word):
            magnitude, unit = _with_unit(body, end, text)
            return magnitude, Unit.of(f"{unit.label}/{word}")
    raise UnitError("unit.unknown", text, span=(at, len(body)))


def _unit(scale: str, rest: str, text: str) -> Unit:
    """The unit that ends a text; a fault is marked where it stands there."""
    word = scale + rest
    try:
        return Unit.of(word)
    except UnitError as error:
        before = len(text.rstrip()) - len(word)
        start, end = error.span or (0, len(word))
        span = (before + start, before + end)
        raise UnitError(error.code, text, span=span, details=error.details) from None
