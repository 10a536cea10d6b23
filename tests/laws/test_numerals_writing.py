"""Laws of writing: what is written is read back, is what the rule says, and owes nothing to the caller."""

import os
import re
from decimal import Context, Decimal, Inexact, localcontext
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govperf.errors import InputError
from govperf.numerals import (
    ScaleWord,
    Style,
    format_number,
    format_rmb,
    parse_number,
    parse_rmb,
    round_half_even,
    round_half_up,
)

# Every amount below 10000元 in a deep run, one in seven of them in any other.
STRIDE = 1 if os.environ.get("GOVPERF_HYPOTHESIS") == "deep" else 7

ZERO_HEAVY = st.lists(st.sampled_from("0000000123456789"), min_size=1, max_size=16).map(
    lambda digits: int("".join(digits))
)
EDGES = st.builds(
    lambda power, step, digit: min(digit * 10**power + step, 10**16 - 1),
    st.integers(0, 15),
    st.integers(-1, 1),
    st.integers(1, 9),
)
WHOLE = st.one_of(ZERO_HEAVY, EDGES, st.integers(0, 10**16 - 1))
SIGNED = st.builds(lambda whole, sign: whole * sign, WHOLE, st.sampled_from([1, -1]))
NUMBERS = st.builds(lambda whole, places: Decimal(whole).scaleb(-places), SIGNED, st.integers(0, 12))
AMOUNTS = st.builds(lambda whole, fen: Decimal(f"{whole}.{fen:02}"), SIGNED, st.integers(0, 99))
RATIOS = st.fractions(-(10**15), 10**15)
DIGITS = st.one_of(st.none(), st.integers(0, 6))
ROUNDINGS = st.sampled_from(["half_up", "half_even"])
STYLES = st.sampled_from(get_args(Style))
CHINESE = st.sampled_from(
    [("spoken", "零一二三四五六七八九", "千百十"), ("financial", "零壹贰叁肆伍陆柒捌玖", "仟佰拾")]
)
CAPITAL_TEXTS = st.text("人民币负零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正 一5.：", max_size=40)


def said(number, digits, places):
    """A whole number by the rule: digit by digit from the left, a 零 where empty places lie behind.

    The zeros at the end of a group that is not empty ask for none.
    """
    text, pending = "", False
    groups = [f"{number:016}"[start : start + 4] for start in (0, 4, 8, 12)]
    for index, group in enumerate(groups):
        for digit, place in zip(map(int, group), (*places, ""), strict=True):
            if digit:
                text += (digits[0] if pending and text else "") + digits[digit] + place
            pending = not digit
        pending = group == "0000"
        text += "万" if index % 2 == 0 and group != "0000" else "亿" if index == 1 and text else ""
    return text or digits[0]


@given(WHOLE, CHINESE)
def test_whole_numbers_are_the_rule(number, script):
    style, digits, places = script
    expected = said(number, digits, places)
    if style == "spoken":
        expected = re.sub("^一十", "十", expected)
    assert format_number(number, style=style) == expected


@given(NUMBERS, st.sampled_from(["spoken", "financial", "plain", "grouped"]))
def test_what_is_written_is_read_back(number, style):
    read = parse_number(format_number(number, style=style))
    assert read == number
    assert read.as_tuple().exponent == number.as_tuple().exponent or not number.as_tuple().exponent < 0


@given(st.integers(10, 10**30))
def test_digits_are_read_back(number):
    text = format_number(number, style="digits")
    assert text.translate(str.maketrans("〇一二三四五六七八九", "0123456789")) == str(number)


@given(NUMBERS, st.sampled_from(get_args(ScaleWord)))
def test_a_scaled_number_is_read_back(number, scale):
    assert parse_number(format_number(number, style="scaled")) == number
    assert parse_number(format_number(number, style="scaled", scale=scale)) == number


@given(
    st.one_of(NUMBERS, RATIOS), st.integers(0, 6), ROUNDINGS, st.sampled_from(["plain", "spoken", "percent"])
)
def test_a_number_is_rounded_once(value, digits, rounding, style):
    rounded = round_half_up if rounding == "half_up" else round_half_even
    expected = rounded(Fraction(value) * (100 if style == "percent" else 1), digits)
    if style == "spoken" and abs(expected) >= 10**16:
        return
    written = format_number(value, style=style, digits=digits, rounding=rounding)
    assert parse_number(written.rstrip("%")) == expected


@given(NUMBERS, DIGITS, ROUNDINGS, STYLES)
def test_the_context_of_the_caller_changes_nothing(value, digits, rounding, style):
    def written():
        try:
            return format_number(value, style=style, digits=digits, rounding=rounding)
        except InputError as error:
            return error.code

    expected = written()
    with localcontext(Context(prec=1, Emin=-1, Emax=1, traps=[Inexact])):
        assert written() == expected


@given(NUMBERS, DIGITS, ROUNDINGS)
def test_english_is_written_as_we_write_without_a_locale(value, digits, rounding):
    for style in ("grouped", "plain", "percent"):
        ours = format_number(value, style=style, digits=digits, rounding=rounding)
        assert format_number(value, style=style, digits=digits, rounding=rounding, locale="en") == ours


@given(st.one_of(NUMBERS, st.integers(0, 10**20)), DIGITS, ROUNDINGS)
def test_scaled_numbers_in_chinese_are_those_of_babel(value, digits, rounding):
    """Babel's groups begin with five digits, where there is no higher scale; ours have none."""
    ours = format_number(value, style="scaled", digits=digits, rounding=rounding)
    theirs = format_number(value, style="scaled", digits=digits, rounding=rounding, locale="zh")
    assert theirs.replace(",", "") == ours


@given(AMOUNTS)
def test_an_amount_is_read_back(amount):
    read = parse_rmb(format_rmb(amount))
    assert read == amount
    assert read.as_tuple().exponent == -2


@given(AMOUNTS, st.sampled_from("整正"), st.sampled_from("元角"), st.sampled_from(["", "人民币", "人民币："]))
def test_an_amount_is_read_back_in_every_way_to_write_it(amount, ending, after, prefix):
    text = format_rmb(amount, ending=ending, ending_after=after, prefix=prefix)
    assert parse_rmb(text) == amount
    assert parse_rmb(text.translate(str.maketrans("贰陆万亿元", "貳陸萬億圓"))) == amount
    assert parse_rmb(text.replace("壹拾", "拾")) == amount
    assert parse_rmb(re.sub("(?<=[拾佰仟][万亿])(?=.仟)", "零", text)) == amount


@given(AMOUNTS)
def test_the_whole_part_is_the_financial_number(amount):
    whole = int(abs(amount))
    if whole:
        assert format_rmb(abs(amount), prefix="").partition("元")[0] == format_number(
            whole, style="financial"
        )


@given(st.one_of(NUMBERS, RATIOS), ROUNDINGS)
def test_an_amount_is_rounded_once_or_refused(value, rounding):
    rounded = (round_half_up if rounding == "half_up" else round_half_even)(value, 2)
    if abs(rounded) >= 10**16:
        return
    assert parse_rmb(format_rmb(value, rounding=rounding)) == rounded
    if rounded != value:
        with pytest.raises(InputError, match="finer than a 分"):
            format_rmb(value)


def outcome(text):
    try:
        return parse_rmb(text)
    except InputError as error:
        return error


@given(CAPITAL_TEXTS)
def test_a_text_is_an_amount_or_an_input_error(text):
    """An error explains itself, its span lies in the text, and its hint is an amount as we write it."""
    found = outcome(text)
    if isinstance(found, Decimal):
        assert parse_rmb(format_rmb(found)) == found
        return
    assert found.explain("zh") != found.explain("en")
    assert found.span is None or 0 <= found.span[0] < found.span[1] <= len(text)
    assert not found.hint or format_rmb(parse_rmb(found.hint)) == found.hint


def test_every_amount_below_ten_thousand_is_read_back():
    for fen in range(0, 1_000_000, STRIDE):
        amount = Decimal(f"{fen // 100}.{fen % 100:02}")
        assert parse_rmb(format_rmb(amount)) == amount
