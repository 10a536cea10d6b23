"""Reading a text that is one exact number (读数)."""

from __future__ import annotations

from decimal import Decimal

from govperf.errors import NumeralError
from govperf.limits import LIMITS
from govperf.numerals.tables import SPACES
from govperf.numerals.usual import short_text, usual, usual_percent

__all__ = ["parse_cardinal", "parse_number"]

_CHARS = LIMITS.number_chars


def parse_number(text: str) -> Decimal:
    """The exact number that a text is (读数).

    Arabic digits, Chinese digits (plain, financial, traditional), full-width digits, thousands groups,
    decimals, a sign, scale words at the end or inside, numbers as they are said (一万二, 两百五), and parts:
    95%, 百分之三, 5‰, 三成, 七五折, 五分之一, 3/5, 5个百分点. A text with two readings is refused.

    Args:
        text: One number, at most `LIMITS.number_chars` characters; spaces around it are allowed.

    Returns:
        The exact value; 95% is 0.95. Printed decimals are kept: 1.50 has two.

    Raises:
        NumeralError: The text is not one well-formed number, can be read in two ways, is only an
            approximate one (`read_number` reads these), or has no end as a decimal (三分之二).
        LimitError: The text is too long.
        TypeError: It is not a text.

    Example:
        >>> parse_number("3,678.76"), parse_number("22.2 万 170"), parse_number("一万二")
        (Decimal('3678.76'), Decimal('222170'), Decimal('12000'))
        >>> parse_number("百分之九十五"), parse_number("五分之一")
        (Decimal('0.95'), Decimal('0.2'))
    """
    value = usual(text) if isinstance(text, str) and len(text) <= _CHARS else None  # pyright: ignore[reportUnnecessaryIsInstance]
    return _exact(text, any_form=True) if value is None else value


def parse_cardinal(text: str) -> Decimal:
    """The exact number that a text is, where only a number and no part of one may stand (数字读数).

    Args:
        text: As for `parse_number`.

    Returns:
        The exact value.

    Raises:
        NumeralError: As for `parse_number`, and for 95%, 三成, 3/5 and the like.
        LimitError: The text is too long.
        TypeError: It is not a text.

    Example:
        >>> parse_cardinal("3,678.76")
        Decimal('3678.76')
    """
    return _exact(text, any_form=False)


def _exact(text: str, *, any_form: bool) -> Decimal:
    printed = short_text(text)
    number = printed.strip(SPACES)
    value = usual_percent(number) if any_form else None
    value = usual(number) if value is None else value
    return _with_grammar(printed, number, any_form=any_form) if value is None else value


def _with_grammar(printed: str, number: str, *, any_form: bool) -> Decimal:
    """What is not written as most cells have it: the grammar of one number, then words and parts too."""
    from govperf.numerals.scanning import alone  # noqa: PLC0415 - most numbers need no grammar

    if (value := alone(number)) is not None:
        return value
    from govperf.numerals.bounds import read_number  # noqa: PLC0415

    reading = read_number(printed)
    if reading.bound != "exact":
        raise NumeralError("numeral.approximate", printed, span=reading.span)
    if not any_form and reading.form != "number":
        raise NumeralError("numeral.part", printed, span=reading.span)
    if not isinstance(reading.value, Decimal):
        raise NumeralError("numeral.endless", printed, span=reading.span)
    return reading.value
