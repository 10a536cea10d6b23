"""Reading quantities as reports print them (数量的读取).

One walk from left to right: perhaps 百分之 or 每户, then a number, then its unit.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from govperf.errors import LimitError, QuantityError, UnitError
from govperf.limits import LIMITS
from govperf.numerals import Scan, scan
from govperf.units.unit import Unit, atom_named

__all__ = ["read"]

_PARTS: Final = {"百分之": "%", "千分之": "‰"}
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
    if unit := _PARTS.get(body[start : start + 3]):
        return _number_alone(body, start + 3, text), Unit.of(unit)
    if body.startswith(_EACH, start):
        return _each(body, start + 1, text)
    return _with_unit(body, start, text)


def _after_spaces(body: str, at: int) -> int:
    return len(body) - len(body[at:].lstrip())


def _number(body: str, at: int, text: str) -> Scan:
    number = scan(body, _after_spaces(body, at))
    if number is None:
        raise QuantityError("quantity.no-number", text, span=(at, len(body)))
    return number


def _number_alone(body: str, at: int, text: str) -> Decimal:
    number = _number(body, at, text)
    if number.end != len(body):
        raise QuantityError("quantity.trailing", text, span=(number.end, len(body)))
    return number.value


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
