"""What govperf says where the others are asked: a value, a text, or None for a refusal."""

from govperf.errors import InputError
from govperf.numerals import format_number, format_rmb, parse_number, parse_rmb

AMOUNT = frozenset("元圆角分整正")


def read(text):
    """A number, or an amount of money where the text ends as one."""
    try:
        return parse_rmb(text) if text[-1] in AMOUNT else parse_number(text)
    except InputError:
        return None


def write(number, style, rounding="half_up"):
    """In one style; a scaled number to two decimals, as all are asked to."""
    try:
        if style == "rmb":
            return format_rmb(number)
        digits = 2 if style == "scaled" else None
        return format_number(number, style=style, digits=digits, rounding=rounding)
    except InputError:
        return None
