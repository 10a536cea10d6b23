"""Hostile texts and values cost no more than harmless ones: caps come before any work."""

from contextlib import suppress
from decimal import Decimal, DefaultContext, getcontext
from fractions import Fraction
from time import perf_counter

import pytest

from govperf.errors import InputError, LimitError, NumeralError
from govperf.numerals import format_number, parse_number, read_number, round_half_even, round_half_up, scan

SMALL, LARGE = 1_000, 100_000

# Patterns that make careless readers quadratic or worse, each repeated to the length.
PATTERNS = [
    "9",
    "９",
    "1,",
    "1,234,",
    "1 234 ",
    "1.",
    "1,2",
    " ",
    "1 ",
    "1  ",
    "-",
    "负",
    "零",
    "一",
    "一零",
    "一亿",
    "一万",
    "万",
    "十",
    "一千零",
    "一点",
    "点",
    "1万",
    "9亿零",
    "1 万 ",
    "1万亿",
    "1千1百",
    "1千零1万",
    "万万",
    "亿亿",
    "一兆",
    "一万二",
    "百",
    "百三",
    "半",
    "5k",
    "e9",
    "1e9",
    "打",
    "%",
    "5%",
    "百分之",
    "分之",
    "一分之",
    "又",
    "一又",
    "/",
    "1/",
    "1 1/",
    "成",
    "三成",
    "五折",
    "个百分点",
    "～",
    "1～",
    "-1",
    "从1到",
    "至",
    "余",
    "十余",
    "1多",
    "几",
    "二十几",
    "三五",
    "近",
    "不超过",
    "1以上",
    "一 ",
    "百 分 之 ",
    "1\u3000\u3000%",
    "٣",
    "\n",
    "\u00df",
    "\ufdfa",
    "\U0001f600",
]


def stretched(pattern, size, head=""):
    return head + (pattern * (size // len(pattern) + 1))[: size - len(head)]


def cost(function, text):
    """The least of some runs, in seconds for thirty calls."""

    def once():
        start = perf_counter()
        for _ in range(30):
            with suppress(InputError):
                function(text)
        return perf_counter() - start

    return min(once() for _ in range(5))


# What a text may begin with, so that the pattern is met by another reader.
HEADS = ["", "1", "一", "1万", "百分之", "约", "从"]


@pytest.mark.parametrize("function", [parse_number, read_number, scan])
@pytest.mark.parametrize("pattern", PATTERNS, ids=ascii)
def test_cost_does_not_grow_with_the_text(function, pattern):
    for head in HEADS if function is scan else HEADS[:1]:  # the others look at no text that is too long
        small = cost(function, stretched(pattern, SMALL, head))
        large = cost(function, stretched(pattern, LARGE, head))
        assert large < 10 * small, head


@pytest.mark.parametrize("pattern", PATTERNS, ids=ascii)
def test_cost_of_the_longest_number_is_that_of_some_short_ones(pattern):
    short = cost(read_number, "约1亿2千万")
    for head in HEADS:
        assert cost(read_number, stretched(pattern, 64, head)) < 40 * short, head


@pytest.mark.parametrize("size", [65, LARGE])
@pytest.mark.parametrize("pattern", PATTERNS, ids=ascii)
@pytest.mark.parametrize("function", [parse_number, read_number])
def test_long_texts_are_refused_at_the_door(function, pattern, size):
    with pytest.raises(LimitError) as caught:
        function(stretched(pattern, size))
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    "text",
    [
        "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九点九九九九九九",
        "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖",
        "九 千 九 百 九 十 九 万 九 千 九 百 九 十 九 亿 九 千 九 百 九 十 九 万 九 千 九 百 九 十 九",
        "9,999,999,999,999,999,999,999,999,999,999,999.999",
        "百分之九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九点九",
        "9999999999999999 1/9999999999999999999999999999999999",
        f"{3**70}/{7**30}",
        f"1/{2**112}",
        "9亿9千9百9十9万9千9百9十9～99亿9千9百9十9万9千9百9十9",
        "不得超过九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九以下",
        "1e-60～1e33",
    ],
    ids=range(11),
)
def test_the_longest_numbers_cost_no_more_than_some_short_ones(text):
    assert len(text) <= 64
    assert cost(read_number, text) < 40 * cost(read_number, "约1亿2千万")


@pytest.mark.parametrize(
    "text",
    [
        "1e999999999",
        "1e99",
        "-1e-99",
        "0e-99",
        "1e34",
        "1e5e5",
        "1E5.0",
        "0x1e5",
        "NaN",
        "sNaN",
        "nan123",
        "Infinity",
        "-inf",
        "1_000",
        "0x10",
        "1L",
        "٣٤",
        "१२",
        "𝟏𝟐",
        "①",
        "½",
        "Ⅷ",
        "²",
        "12\n",
        "\n12",
        "1\x002",
        "1\u200b2",
        "\u202e21",
        "1\ud800",
        "12\u2028",
        "12\x1c",
        "1\u066b5",
        "1\u066c234",
        "1'234",
        "1·5",
        "1。5",
        "〡〢",
        "㈠",
        "一\u3099",
    ],
    ids=ascii,
)
def test_what_other_readers_accept_is_refused(text):
    for function in (parse_number, read_number):
        with pytest.raises(InputError):
            function(text)


@pytest.mark.parametrize(
    "value",
    [
        Decimal("1E+999999999999999999"),
        Decimal("-1E+999999999"),
        Decimal("1E+61"),
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("Infinity"),
        1 << 50_000_000,
        -(10**100),
    ],
    ids=range(8),
)
@pytest.mark.parametrize(
    "function",
    [
        format_number,
        lambda value: format_number(value, style="plain", digits=2),
        lambda value: format_number(value, style="scaled"),
        lambda value: round_half_up(value, 2),
        lambda value: round_half_even(value, 60),
    ],
    ids=["grouped", "plain", "scaled", "half_up", "half_even"],
)
def test_absurd_values_are_refused_before_they_are_written(function, value):
    with pytest.raises(NumeralError) as caught:
        function(value)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("value", [Decimal("1E-999999999999999999"), Decimal("0E-999999999")], ids=str)
def test_absurdly_small_values(value):
    assert str(round_half_up(value, 2)) == format_number(value, digits=2) == "0.00"
    with pytest.raises(NumeralError):
        format_number(value)


@pytest.mark.parametrize(
    "value", [Fraction(1 << 50_000_000), Fraction(1, 3 << 50_000_000)], ids=["large", "small"]
)
def test_huge_fractions_are_refused(value):
    with pytest.raises(NumeralError):
        round_half_up(value, 2)


def test_a_million_digits_round_at_once():
    value = Decimal("1." + "4" * 1_000_000)
    assert str(round_half_up(value, 2)) == "1.44"


def test_the_contexts_of_the_process_are_left_alone():
    before = [repr(getcontext()), repr(DefaultContext)]
    parse_number("1亿2千万")
    read_number("约三分之二")
    read_number("1.5～2万")
    format_number(Decimal("12345678.9"), style="scaled", digits=2)
    round_half_even(Fraction(1, 3), 2)
    assert [repr(getcontext()), repr(DefaultContext)] == before
