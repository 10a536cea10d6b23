"""What holds for every text that the readers of numbers are given."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from govperf.errors import InputError, LimitError, NumeralError
from govperf.limits import LIMITS
from govperf.numerals import format_number, format_rmb, parse_number, parse_rmb, read_number, scan

SPACES = " \u00a0\u2009\u202f\u3000"

# The end above a number has a digit more than it at most; a part has four decimals more than its number.
MOST_DIGITS = LIMITS.digits + 1
MOST_DECIMALS = LIMITS.exponent + 4
CENT = Decimal("0.01")


class Broken(Exception):  # noqa: N818 - what is broken is the rule, not the program
    """A rule that does not hold for a text."""


def hold(what: object, rule: str) -> None:
    """Raise where a rule does not hold."""
    if not what:
        raise Broken(rule)


def outcome(read: object, *given: object) -> tuple[object, InputError | None]:
    """What a reader gives, or the error that it raises."""
    try:
        return read(*given), None
    except (NumeralError, LimitError) as error:
        return None, error


def check(text: str, at: int) -> str:
    """Read one text in every way.

    Args:
        text: Any.
        at: Where `scan` begins.

    Returns:
        What became of it: the bound that was read, or the code of the refusal.

    Raises:
        Broken: A rule does not hold.
    """
    reading, error = outcome(read_number, text)
    value, refusal = outcome(parse_number, text)
    if error:
        points_into(error, text)
        hold(
            refusal and (refusal.code, refusal.span) == (error.code, error.span), "parse_number refuses alike"
        )
    else:
        holds_together(reading, text)
        agrees(reading, value, refusal)
    for start in {0, at}:
        scanned(text, start)
    money(text)
    return error.code if error else reading.bound


def points_into(error: InputError, text: str) -> None:
    hold(error.explain("zh") and error.explain("en"), "every refusal has a sentence")
    if error.span:
        start, end = error.span
        hold(0 <= start < end <= len(text), "the span is inside the text")
        hold(text[start:end].strip(SPACES), "the span points at something")
    else:
        hold(error.code in ("numeral.empty", "limit.chars"), "every refusal points")
    hold(error.text in ("", text), "the refusal quotes the text")


def within_caps(number: Decimal | Fraction) -> bool:
    if isinstance(number, Fraction):
        return len(str(number.denominator)) <= LIMITS.number_chars + LIMITS.exponent
    _, digits, exponent = number.as_tuple()
    return number.is_finite() and len(digits) <= MOST_DIGITS and -MOST_DECIMALS <= exponent <= 0


ENDS = {
    "exact": (True, True, True),
    "about": (False, True, False),
    "at_least": (True, True, False),
    "at_most": (False, True, True),
    "between": (True, False, True),
}


def holds_together(reading: object, text: str) -> None:
    start, end = reading.span
    hold(text[start:end] == text.strip(SPACES), "the reading is of the whole text")
    numbers = (reading.low, reading.value, reading.high)
    present = [Fraction(number) for number in numbers if number is not None]
    hold(
        ENDS[reading.bound] == tuple(number is not None for number in numbers),
        "the bound says which ends there are",
    )
    hold(all(low <= high for low, high in pairwise(present)), "low ≤ value ≤ high")
    hold(reading.bound == "between" or len(set(present)) == 1, "one number has one value")
    hold((reading.bound == "exact") == (not reading.words), "words say what is not exact")
    hold(all(within_caps(number) for number in numbers if number is not None), "values are inside the caps")


def agrees(reading: object, value: object, refusal: InputError | None) -> None:
    if reading.bound != "exact":
        hold(refusal and refusal.code == "numeral.approximate", "parse_number refuses what is approximate")
    elif isinstance(reading.value, Fraction):
        hold(refusal and refusal.code == "numeral.endless", "parse_number refuses what has no end")
    else:
        hold(str(value) == str(reading.value), "both readers agree")
        if -value.as_tuple().exponent <= LIMITS.exponent:
            written_back(value)


def written_back(value: Decimal) -> None:
    for style in ("plain", "scaled", "spoken", "financial"):
        text, _ = outcome(lambda style: format_number(value, style=style), style)
        if text is not None and len(text) <= LIMITS.number_chars:
            hold(parse_number(text) == value, f"what is written {style} is read back")


def scanned(text: str, start: int) -> None:
    found, error = outcome(scan, text, start)
    if error:
        hold(
            error.span is None or start <= error.span[0] < error.span[1] <= len(text),
            "the span is ahead of the start",
        )
    elif found:
        hold(start < found.end <= len(text), "the number ends inside the text")
        hold(start < found.mantissa_end <= found.end, "the mantissa ends inside the number")
        hold(within_caps(found.value), "values are inside the caps")
        hold(parse_number(text[start : found.end]) == found.value, "a number is the same alone")


def money(text: str) -> None:
    amount, error = outcome(parse_rmb, text)
    if error:
        hold(
            error.span is None or 0 <= error.span[0] < error.span[1] <= len(text),
            "the span is inside the amount",
        )
    else:
        hold(amount == amount.quantize(CENT), "an amount has two decimals")
        hold(parse_rmb(format_rmb(amount)) == amount, "an amount is read back")
