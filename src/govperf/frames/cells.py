"""Cells of a dataframe as the texts that a form would print (单元格)."""

from __future__ import annotations

import struct
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from numbers import Integral, Real
from typing import Any, Final, Literal
from unicodedata import category

from govperf.errors import DataError, InputError, LimitError
from govperf.limits import LIMITS

__all__ = ["Cell", "Layout", "cell_of", "narrow", "places_of"]

Layout = Literal["e", "f"]
Cell = str | InputError
"""A text, "" for a blank cell; or why there is none."""

_BLANKS: Final = frozenset(["NAType", "NaTType", "NoneType"])
"""Types of pandas that say a cell is blank, and are not to be loaded for it."""

_MIDNIGHT: Final = time()


def cell_of(value: object) -> Cell:
    """A value of a dataframe as a form would print it (单元格内容).

    Args:
        value: Of any type. A binary float is read by its shortest decimal form, and a whole one without a
            point, because a column of whole numbers becomes one of floats as soon as a cell is blank.

    Returns:
        The text without blanks around it; "" for None, NaN, NaT, pd.NA and ""; an error for what stands in no
        form.

    Example:
        >>> cell_of(" ≥60条 "), cell_of(20), cell_of(None), cell_of(date(2022, 11, 30))
        ('≥60条', '20', '', '2022-11-30')
        >>> print(cell_of(True))
        nothing of the type bool stands in a form
    """
    if type(value) is str:
        return value.strip() if len(value) <= LIMITS.cell_chars and value.isprintable() else _text(value)
    return "" if type(value).__name__ in _BLANKS else _other(value)


def _text(value: str) -> Cell:
    """Half of a surrogate pair stands in no file, and no column holds it."""
    if len(value) > LIMITS.cell_chars:
        return LimitError("limit.chars", value, details={"limit": LIMITS.cell_chars})
    if any(category(char) == "Cs" for char in value):
        return DataError("data.unicode", value)
    return value.strip()


def _other(value: object) -> Cell:
    for kind, reader in _READERS:
        if isinstance(value, kind):
            return reader(value)
    return _strange(value)


def _strange(value: object) -> DataError:
    return DataError("frames.cell", details={"name": type(value).__name__})


def _whole(value: int) -> Cell:
    """One of thousands of digits is not written out."""
    return str(value) if abs(value) < 10**LIMITS.exponent else DataError("frames.infinite", value)


def _decimal(value: Decimal) -> Cell:
    if value.is_nan():
        return ""
    if not value.is_finite() or value.adjusted() > LIMITS.exponent or places_of(value) > LIMITS.exponent:
        return DataError("frames.infinite", str(value))
    text = f"{value:f}"
    if len(text) > LIMITS.digits and "." in text:  # a column of decimals fills all of them up with zeros
        return text.rstrip("0").rstrip(".")
    return text


def places_of(value: Decimal) -> int:
    """Digits after the point (小数位数) of a finite number.

    Args:
        value: The number.

    Returns:
        0 or more.

    Example:
        >>> places_of(Decimal("1.20")), places_of(Decimal("1E+3"))
        (2, 0)
    """
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _real(value: Real) -> Cell:
    """A float, or one of numpy, whose text is its shortest form too."""
    try:
        exact = Decimal(str(value))
    except InvalidOperation:  # a fraction
        return _strange(value)
    is_whole = exact.is_finite() and exact.adjusted() < LIMITS.exponent and exact == int(exact)
    return str(int(exact)) if is_whole else _decimal(exact)


def _day(value: date) -> Cell:
    """A day; a time of the day stays, for whoever printed one meant it."""
    if isinstance(value, datetime) and value.time() != _MIDNIGHT:
        return f"{value:%Y-%m-%d %H:%M:%S}"
    return f"{value.year:04}-{value.month:02}-{value.day:02}"


_READERS: Final[tuple[tuple[type, Callable[[Any], Cell]], ...]] = (
    (bool, _strange),
    (str, lambda value: cell_of(str(value))),
    (Integral, lambda value: _whole(int(value))),
    (Decimal, _decimal),
    (Real, _real),
    (date, _day),
)
"""Kind of a value → its reader; the first that fits."""


def narrow(value: object, layout: Layout = "f") -> object:
    """A float of 32 or 16 bits by its own shortest decimal form (单精度数、半精度数), and not by that of 64.

    Args:
        value: Of a column of such floats.
        layout: As `struct` calls it: "f" of 32 bits, "e" of 16.

    Returns:
        Its `Decimal`; anything else as it is.

    Example:
        >>> narrow(struct.unpack("f", struct.pack("f", Decimal("0.1")))[0])
        Decimal('0.1')
    """
    if not isinstance(value, Real):
        return value
    wanted = _packed(value, layout)
    shorter = (Decimal(f"{value:.{digits}g}") for digits in _DIGITS)
    return next((short for short in shorter if _packed(short, layout) == wanted), value)


_DIGITS: Final = range(1, 10)
"""Nine digits tell any two floats of 32 bits apart."""


def _packed(value: Real | Decimal, layout: Layout) -> bytes:
    try:
        return struct.pack(layout, value)
    except OverflowError:  # rounded up beyond the largest of them
        return b""
