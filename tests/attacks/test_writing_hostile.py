"""Hostile values are refused before they are worked on; hostile amounts in capitals cost next to nothing."""

from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from itertools import product
from time import perf_counter
from typing import get_args

import pytest

from govperf.errors import InputError, NumeralError
from govperf.limits import LIMITS
from govperf.numerals import Style, format_number, format_rmb, parse_rmb

HUGE = [
    1 << 1_000_000,
    -(10**20_000),
    Decimal("1E+999999999"),
    Decimal("-9.9E+999999"),
    Decimal("9" * 100_000),
    Fraction(1 << 1_000_000, 3),
    Fraction(1, 3**100_000),
]
PIECES = [
    "壹",
    "零",
    "拾",
    "仟",
    "万",
    "亿",
    "元",
    "角",
    "分",
    "整",
    "负",
    " ",
    "人民币",
    "大写",
    "5",
    "一",
    "x",
    "\n",
]


@pytest.mark.parametrize("value", HUGE, ids=range(len(HUGE)))
@pytest.mark.parametrize("style", get_args(Style))
@pytest.mark.parametrize("locale", [None, "zh"])
def test_huge_numbers_are_not_written(value, style, locale):
    with pytest.raises(NumeralError) as caught:
        format_number(value, style=style, digits=2, locale=locale)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("value", HUGE, ids=range(len(HUGE)))
@pytest.mark.parametrize("rounding", [None, "half_up"])
def test_huge_amounts_are_not_written(value, rounding):
    with pytest.raises(NumeralError) as caught:
        format_rmb(value, rounding=rounding)
    assert len(str(caught.value)) < 200


def test_no_text_is_dear_to_refuse():
    """Every pair of pieces, repeated to the length that is read: some milliseconds for the dearest."""
    dearest = 0
    for head, one, other in product(["", "人民币", "壹拾亿零壹仟元"], PIECES, PIECES):
        text = (head + (one + other) * LIMITS.number_chars)[: LIMITS.number_chars]
        start = perf_counter()
        with suppress(InputError):
            parse_rmb(text)
        dearest = max(dearest, perf_counter() - start)
    assert dearest < 1
