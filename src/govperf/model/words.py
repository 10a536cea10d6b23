"""Words around a quantity (数量前后的词): 不少于60条, 24小时以内, 近540条."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, Generic, TypeVar

from govperf.errors import QuantityError
from govperf.model.fields import quantity as quantity_of
from govperf.units import Quantity

__all__ = ["NARROW", "Affixes", "amount", "printed"]

NARROW: Final = str.maketrans("＞＜＝", "><=")
"""Full-width signs as half-width ones."""

_DATE: Final = re.compile(
    r"(?:19|20)[0-9]{2}(?:\.(?:0?[1-9]|1[0-2])|(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))"
)
"""2023.12 and 20231231, without a unit."""

_TICKS: Final = frozenset({"○", "〇"})
"""A circle alone in a cell is a tick, not a zero."""

Meaning = TypeVar("Meaning")


class Affixes(Generic[Meaning]):
    """A table of words that stand before or after a quantity (前后缀), the longest first.

    Args:
        table: Meaning → its words, separated by blanks.
    """

    def __init__(self, table: Mapping[Meaning, str]) -> None:
        words = {word: meaning for meaning, line in table.items() for word in line.split()}
        self._words = sorted(words.items(), key=lambda item: -len(item[0]))

    def before(self, text: str) -> tuple[Meaning | None, str]:
        """The meaning of the word that begins the text, and the rest (前缀)."""
        for word, meaning in self._words:
            if text.startswith(word):
                return meaning, text[len(word) :].lstrip()
        return None, text

    def after(self, text: str) -> tuple[Meaning | None, str]:
        """The meaning of the word that ends the text, and what stands before it (后缀)."""
        for word, meaning in self._words:
            if text.endswith(word):
                return meaning, text[: -len(word)].rstrip()
        return None, text


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


def amount(text: str) -> Quantity:
    """A quantity that cannot be a date (非日期的数量).

    2023.12 and 20231231 are points in time, as are 2022年 and 12月, which are no quantities at all.
    A circle alone is a tick.

    Args:
        text: As `Quantity.parse` reads it.

    Returns:
        The quantity.

    Raises:
        InputError: The text is no quantity, or may be a date.

    Example:
        >>> amount("12个月")
        Quantity('12', '月')
        >>> amount("2023.12")
        Traceback (most recent call last):
        govperf.errors.QuantityError: '2023.12' may be a date or a mark and not a quantity
    """
    body = text.strip()
    if _DATE.fullmatch(body) or body in _TICKS:
        raise QuantityError("quantity.date", text)
    return Quantity.parse(text)
