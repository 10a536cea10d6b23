"""Reading quantities as reports print them (数量的读取).

One walk from left to right: perhaps 百分之 or 每户, then a number, then its unit.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from govperf.errors import LimitError, QuantityError, UnitError
from govperf.limits import LIMITS
from govperf.numerals import Scan, scan
from govperf.units.lexicon import DEFINITIONS, SPELLINGS
from govperf.units.unit import Unit

__all__ = ["read"]

_PARTS: Final = {"百分之": "%", "千分之": "‰"}
_EACH: Final = "每"
_LONGEST: Final = max(map(len, (*DEFINITIONS, *SPELLINGS)))


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

    Example:
        >>> read("804万人次")
        (Decimal('804'), Unit.of('万人次'))
    """
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may be untyped
        raise TypeError(f"a quantity is read from a text, not {type(text).__name__}")
    if len(text) > LIMITS.quantity_chars:
        raise LimitError("limit.chars", text, details={"limit": LIMITS.quantity_chars})
    start = len(text) - len(text.lstrip())
    body = text.rstrip()
    for word, unit in _PARTS.items():
        if body.startswith(word, start):
            return _number(body, start + len(word), text), Unit.of(unit)
    if body.startswith(_EACH, start):
        return _each(body, start + len(_EACH), text)
    number = _scan(body, start, text)
    return _with_unit(body, number, text)


def _scan(body: str, at: int, text: str) -> Scan:
    number = scan(body, at)
    if number is None:
        raise QuantityError("quantity.no-number", text, span=(at, max(len(body), at + 1)))
    return number


def _number(body: str, at: int, text: str) -> Decimal:
    number = _scan(body, at, text)
    if number.end != len(body):
        raise QuantityError("quantity.trailing", text, span=(number.end, len(body)))
    return number.value


def _with_unit(body: str, number: Scan, text: str) -> tuple[Decimal, Unit]:
    """A scale word straight before a unit belongs to the unit; before nothing, to the number."""
    if not body[number.end :].strip():
        return number.value, Unit(())
    if number.scale:
        return number.mantissa, _unit(number.scale + body[number.end :].strip(), text, number.mantissa_end)
    return number.value, _unit(body[number.end :], text, number.end)


def _each(body: str, at: int, text: str) -> tuple[Decimal, Unit]:
    """每户650元 is 650 元/户: the longest unit that a number follows."""
    for end in range(min(at + _LONGEST, len(body)), at, -1):
        word = body[at:end].strip()
        if word in DEFINITIONS or word in SPELLINGS:
            number = len(body) - len(body[end:].lstrip())
            magnitude, unit = _with_unit(body, _scan(body, number, text), text)
            return magnitude, _unit(f"{unit.label}/{word}", text, at)
    raise UnitError("unit.unknown", text, span=(at, len(body)))


def _unit(word: str, text: str, at: int) -> Unit:
    try:
        return Unit.of(word)
    except UnitError as error:
        raise UnitError(error.code, text, span=(at, len(text.rstrip())), details=error.details) from None
