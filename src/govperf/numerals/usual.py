"""The numbers that most cells hold, read the short way (常见写法): 3,678.76, 22.2万, 三千六百七十八."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from govperf.errors import LimitError
from govperf.limits import LIMITS
from govperf.numerals.contexts import EXACT
from govperf.numerals.wholes import whole_number

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping
    from typing import Final

__all__ = ["short_text", "text_of", "usual", "usual_percent"]

_USUAL: Final = (
    r"(?![+-]?0[0-9]++[万亿])([+-]?(?:[1-9][0-9]{0,2}(?:,[0-9]{3})++|[0-9]++)(?:\.[0-9]++)?+)([万亿])?+"
)
_SCALED: Final[Mapping[str, str]] = {"万": "E4", "亿": "E8"}
_PERCENT: Final = ("%", "％")
_ZERO: Final = Decimal(0)
_ASCII: Final = "\x7f"

# Characters of a number that cannot have too many digits, its scale word counted in.
_FEW: Final = LIMITS.digits - 8


@cache
def _pattern() -> re.Pattern[str]:
    import re  # noqa: PLC0415 - it is most of the cost of loading this room

    return re.compile(_USUAL)


def usual(number: str) -> Decimal | None:
    """The value of a number as most cells hold it (常见写法).

    Args:
        number: At most as long as a number may be, without spaces around it.

    Returns:
        The value, or None for a text of which the other readers may know more.

    Example:
        >>> usual("3,678.76"), usual("22.2万"), usual("三千六百七十八"), usual("12,34")
        (Decimal('3678.76'), Decimal('222000'), Decimal('3678'), None)
    """
    if number[:1] > _ASCII:
        whole = whole_number(number)
        return None if whole is None else Decimal(whole)
    match = _pattern().fullmatch(number)
    if match is None or len(number) > _FEW:
        return None
    digits, scale = match.groups()
    if scale:
        return EXACT.add(Decimal(digits.replace(",", "") + _SCALED[scale]), _ZERO)
    value = Decimal(digits.replace(",", ""))
    return value or value.copy_abs()


def usual_percent(number: str) -> Decimal | None:
    """The value of a percentage as most cells hold it (百分数).

    Args:
        number: At most as long as a number may be, without spaces around it.

    Returns:
        The plain number; None for a text of which the other readers may know more.

    Example:
        >>> usual_percent("95.08%"), usual_percent("95")
        (Decimal('0.9508'), None)
    """
    if not number.endswith(_PERCENT):
        return None
    value = usual(number[:-1])
    return None if value is None else value.scaleb(-2, EXACT)


def short_text(value: object, what: str = "a number") -> str:
    """The value, if it is a text that may be a number (短文本).

    Args:
        value: What a reader was given.
        what: That it reads.

    Returns:
        The same.

    Raises:
        LimitError: It is longer than `LIMITS.number_chars`.
        TypeError: It is not a text.

    Example:
        >>> short_text("48")
        '48'
    """
    text = text_of(value, what)
    if len(text) > LIMITS.number_chars:
        raise LimitError("limit.chars", text, details={"limit": LIMITS.number_chars})
    return text


def text_of(value: object, what: str = "a number") -> str:
    """The value, if it is a text (文本).

    Args:
        value: What a reader was given.
        what: That it reads.

    Returns:
        The same.

    Raises:
        TypeError: It is not a text.

    Example:
        >>> text_of("48")
        '48'
    """
    if isinstance(value, str):
        return value
    msg = f"{what} is read from str, not from {type(value).__name__}"
    raise TypeError(msg)
