"""Laws of reading: what is written is read back, whoever wrote it, in any decimal context."""

import os
import string
from decimal import (
    MAX_EMAX,
    MIN_EMIN,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    localcontext,
)
from fractions import Fraction
from itertools import product
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from govperf.errors import InputError
from govperf.limits import LIMITS
from govperf.numerals import format_number, parse_number, scan
from govperf.numerals.chinese import whole as by_grammar
from govperf.numerals.wholes import whole_number

DEEP = os.environ.get("GOVPERF_HYPOTHESIS") == "deep"

PLAIN = "零一二三四五六七八九", "十百千"
FINANCIAL = "零壹贰叁肆伍陆柒捌玖", "拾佰仟"
TRADITIONAL = "零壹貳參肆伍陸柒捌玖", "拾佰仟"
POWERS = {"": 0, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}

# Numbers with many zeros, and those next to a power of ten: where readers go wrong.
ZERO_HEAVY = st.lists(st.sampled_from("0000000123456789"), min_size=1, max_size=16).map(
    lambda d: int("".join(d))
)
EDGES = st.builds(
    lambda power, step, digit: digit * 10**power + step,
    st.integers(0, 14),
    st.integers(-1, 1),
    st.integers(1, 9),
)
WHOLE = st.one_of(ZERO_HEAVY, EDGES, st.integers(0, 10**16 - 1))
DECIMALS = st.text("0123456789", min_size=1, max_size=12)
SPACES = st.sampled_from(" \u00a0\u2009\u202f\u3000")


def section(number, digits, places):
    """Up to four digits: each with its place, one zero for a run of empty places."""
    written, pending = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            written += (digits[0] if pending and written else "") + digits[digit]
            written += places[place - 1] if place else ""
            pending = False
        else:
            pending = True
    return written


def chinese(number, signs=PLAIN):
    """A whole number below 10^16 in Chinese, written from the rule and not from the reader."""
    digits, places = signs
    if number == 0:
        return digits[0]
    if number >= 10**8:
        high, low = divmod(number, 10**8)
        return chinese(high, signs) + "亿" + tail(low, 10**7, signs)
    if number >= 10**4:
        high, low = divmod(number, 10**4)
        return section(high, digits, places) + "万" + tail(low, 10**3, signs)
    return section(number, digits, places)


def tail(number, full, signs):
    if number == 0:
        return ""
    return (signs[0][0] if number < full else "") + chinese(number, signs)


def arabic(text, wide):
    """The same digits, those that `wide` tells full-width."""
    table = str.maketrans("0123456789.", "０１２３４５６７８９．")
    return "".join(char.translate(table) if w else char for char, w in zip(text, wide, strict=True))


def grouped(number, separator):
    return f"{number:,}".replace(",", separator)


class TestChinese:
    @given(WHOLE, st.sampled_from([PLAIN, FINANCIAL, TRADITIONAL]))
    def test_whole(self, number, signs):
        assert parse_number(chinese(number, signs)) == number

    @given(st.integers(0, 999), WHOLE)
    def test_short_ten(self, thousands, number):
        text = chinese(10 + number % 10)
        assert parse_number(text.removeprefix("一")) == 10 + number % 10
        written = chinese(thousands * 10**4 + 10 + number % 10)
        assert parse_number(written.replace("零一十", "零十")) == thousands * 10**4 + 10 + number % 10

    @given(st.integers(1, 999), st.integers(1000, 9999), st.sampled_from([10**4, 10**8 * 10**4]))
    def test_zero_of_the_banks(self, tens, thousands, unit):
        high, low = chinese(tens * 10), chinese(thousands)
        scale = "万" if unit == 10**4 else "万亿"
        rest = low if unit == 10**4 else low + "万"
        value = tens * 10 * unit + thousands * (1 if unit == 10**4 else 10**4)
        assert parse_number(f"{high}{scale}零{rest}") == parse_number(f"{high}{scale}{rest}") == value

    @given(WHOLE, DECIMALS, st.sampled_from([PLAIN, FINANCIAL]))
    def test_decimals(self, whole, decimals, signs):
        text = chinese(whole, signs) + "点" + "".join(signs[0][int(digit)] for digit in decimals)
        assert str(parse_number(text)) == f"{whole}.{decimals}"

    @given(st.integers(0, 9999), DECIMALS, st.sampled_from(["万", "亿", "万亿"]))
    def test_decimals_before_a_scale(self, whole, decimals, scale):
        text = chinese(whole) + "点" + "".join(PLAIN[0][int(digit)] for digit in decimals) + scale
        assert parse_number(text) == Decimal(f"{whole}.{decimals}E{POWERS[scale]}")

    @given(st.integers(100, 10**20))
    def test_digit_by_digit(self, number):
        assert parse_number("".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))) == number

    def test_many_numbers_of_many_zeros(self):
        random = Random(20)  # noqa: S311 - the same numbers in every run
        for _ in range(1_000_000 if DEEP else 20_000):
            digits = random.choices("0123456789", (8, 1, 1, 1, 1, 1, 1, 1, 1, 1), k=random.randint(1, 16))
            number = int("".join(digits))
            assert parse_number(chinese(number)) == number

    @given(
        st.one_of(st.integers(1, 99), st.integers(1_000, 9_999).map(lambda n: n * 100 + n % 99 + 1)),
        st.integers(1, 9),
        st.sampled_from(["万", "亿", "兆"]),
    )
    def test_the_digit_at_the_end_counts_the_next_place(self, high, low, unit):
        power = {"万": 4, "亿": 8, "兆": 12}[unit]
        assume(high < 10_000 and high % 100)
        text = f"{chinese(high)}{unit}{PLAIN[0][low]}"
        assert parse_number(text) == high * 10**power + low * 10 ** (power - 1)
        assert parse_number(f"{high}{unit}{low}") == parse_number(text)
        if unit != "兆":
            assert refuses(f"{text}条", "numeral.ambiguous", read=scan)

    @given(st.integers(0, 9), st.integers(1, 9), st.integers(1, 9))
    def test_the_digit_after_hundreds_counts_tens(self, thousands, hundreds, low):
        number = thousands * 1000 + hundreds * 100
        assert parse_number(chinese(number) + PLAIN[0][low]) == number + low * 10
        assert parse_number(f"{chinese(number)}零{PLAIN[0][low]}") == number + low


class TestShortWay:
    """Whole numbers in their usual spelling are read without the grammar, and as by it."""

    @given(st.text("零〇一二两三九壹十廿百千仟万萬亿億兆点", max_size=16))
    def test_any_text(self, text):
        assert whole_number(text) == by_grammar(text)

    @given(WHOLE, st.integers(0, 40), st.sampled_from("零一二两十百千万亿兆"), st.booleans())
    def test_one_sign_more_or_other(self, number, at, char, other):
        text = chinese(number)
        at %= len(text) + 1
        changed = text[:at] + char + text[at + other :]
        assert whole_number(changed) == by_grammar(changed)
        shorter = text[:at] + text[at + 1 :]
        assert whole_number(shorter) == by_grammar(shorter)

    @pytest.mark.parametrize("size", range(1, 6 if DEEP else 5))
    def test_every_short_text(self, size):
        for signs in product("零一二两十百千万亿", repeat=size):
            text = "".join(signs)
            assert whole_number(text) == by_grammar(text), text


class TestArabic:
    @given(
        st.data(), st.integers(0, 10**20), st.one_of(st.just(""), DECIMALS.map(lambda digits: f".{digits}"))
    )
    def test_any_width(self, data, whole, decimals):
        text = f"{whole}{decimals}"
        wide = data.draw(st.lists(st.booleans(), min_size=len(text), max_size=len(text)))
        assert str(parse_number(arabic(text, wide))) == text

    @given(st.integers(0, 10**30), st.one_of(st.sampled_from(",，"), SPACES))
    def test_groups(self, number, separator):
        assert parse_number(grouped(number, separator)) == number

    @given(
        st.text("0123456789", min_size=1, max_size=3),
        st.lists(st.text("0123456789", max_size=5), min_size=1, max_size=4),
    )
    def test_only_groups_of_three(self, head, groups):
        text = ",".join([head, *groups])
        if head[0] != "0" and all(len(group) == 3 for group in groups):
            assert parse_number(text) == int(text.replace(",", ""))
        else:
            assert refuses(text)

    @given(
        st.decimals(0, 10**15, places=8),
        st.sampled_from(sorted(POWERS)),
        st.sampled_from(["", " ", "\u3000"]),
    )
    def test_scale(self, mantissa, scale, gap):
        number = f"{mantissa:f}"
        assert parse_number(number + gap + scale) == mantissa.scaleb(POWERS[scale])

    @given(st.integers(1, 999), st.integers(0, 999), st.integers(10, 9999), st.booleans())
    def test_terms(self, yi, wan, ones, spaced):
        assume(wan)
        gap = " " if spaced else ""
        text = gap.join([str(yi), "亿", str(wan), "万", str(ones)])
        assert parse_number(text) == yi * 10**8 + wan * 10**4 + ones

    @given(st.decimals(1, 99, places=2), st.integers(10, 10**6))
    def test_terms_do_not_overlap(self, high, low):
        text = f"{high:f}万{low}"
        if low < 100:
            assert parse_number(text) == high * 10**4 + low
        else:
            assert refuses(text, "numeral.overlap")


def refuses(text, code="", read=parse_number):
    try:
        read(text)
    except InputError as error:
        return error.code.startswith(code)
    return False


VALUES = st.builds(
    lambda sign, digits, point: Decimal((sign, tuple(map(int, digits)), -point)),
    st.integers(0, 1),
    st.text("0123456789", min_size=1, max_size=LIMITS.digits),
    st.integers(0, 20),
)


class TestRoundTrip:
    @given(VALUES)
    def test_grouped(self, value):
        assert parse_number(format_number(value)) == value

    @given(VALUES)
    def test_plain(self, value):
        written = format_number(value, style="plain")
        assert f"{parse_number(written):f}" == written
        assert parse_number(written) == value

    @given(st.one_of(VALUES, WHOLE))
    def test_scaled(self, value):
        assert parse_number(format_number(value, style="scaled")) == value

    @given(VALUES, st.integers(0, 6), st.sampled_from(["grouped", "plain"]))
    def test_what_was_rounded_is_read(self, value, digits, style):
        assume(value.adjusted() < LIMITS.digits - digits - 1)
        written = format_number(value, style=style, digits=digits)
        assert len(written.partition(".")[2]) == digits
        assert abs(Fraction(parse_number(written)) - Fraction(value)) * 2 <= Fraction(1, 10**digits)

    @given(VALUES)
    def test_scaled_is_short_of_the_next_scale(self, value):
        written = format_number(value, style="scaled", digits=2)
        mantissa = parse_number(written.rstrip("万亿"))
        assert mantissa == 0 or written.endswith("万亿") or abs(mantissa) < 10**4
        assert written.rstrip("万亿") == written or abs(mantissa) >= 1


NUMBERS = st.one_of(
    WHOLE.map(chinese),
    st.builds(lambda whole, decimals: f"{chinese(whole)}点{chinese(decimals)}", WHOLE, st.integers(0, 9)),
    VALUES.map(format_number),
    st.builds(lambda value: format_number(value, style="scaled"), VALUES),
    st.builds(lambda a, b: f"{a} 万 {b}", st.integers(1, 9999), st.integers(10, 9999)),
)


class TestScan:
    @given(
        NUMBERS,
        st.text("的了，。；项", max_size=3),
        st.sampled_from(["条", "元", "；", "。", "%", "/", "次", ")"]),
    )
    def test_ends_at_the_number(self, number, before, after):
        found = scan(before + number + after, len(before))
        assert (found.value, found.end) == (parse_number(number), len(before + number))

    @given(NUMBERS)
    def test_mantissa_and_scale(self, number):
        found = scan(number + "条")
        assert Fraction(found.mantissa) * 10 ** POWERS[found.scale] == found.value
        assert number[: found.mantissa_end] + number[found.mantissa_end :].strip(" ") == number
        if found.scale:
            assert parse_number(number[: found.mantissa_end]) == found.mantissa
        else:
            assert (found.mantissa, found.mantissa_end) == (found.value, found.end)

    @given(st.text("零〇一二两三五十廿百千万亿兆点", min_size=1, max_size=14))
    def test_chinese_agrees_with_the_whole(self, text):
        self.agrees(text)

    @given(st.text("0123,， .．兆万亿千百十零一二点-ekM打%/成半", min_size=1, max_size=14))
    def test_arabic_agrees_with_the_whole(self, text):
        self.agrees(text)

    def agrees(self, text):
        """What is found is the number that these characters are alone.

        Alone, a text may be more: as it is said (一万二, 3百5), with 兆, k or 打, as a part (三成), with
        other zeros (一千二十). `scan` then refuses, or ends before; it never finds another number there.
        """
        found, _ = outcome(scan, text)
        if found is None:
            return
        assert parse_number(text[: found.end]) == found.value
        for end in range(found.end + 1, len(text) + 1):
            shorter, _ = outcome(scan, text[:end])
            assert shorter is None or shorter.end <= found.end


class TestContext:
    """The caller's decimal context changes nothing: its precision, its range, its traps."""

    HOSTILE = Context(prec=1, Emin=-1, Emax=1, traps=[Inexact, InvalidOperation, DivisionByZero])

    @given(NUMBERS, st.integers(0, 4))
    def test_reading_and_writing(self, number, digits):
        value = parse_number(number)
        found = scan(number)
        scaled = format_number(value, style="scaled", digits=digits)
        exact = format_number(value)
        with localcontext(self.HOSTILE):
            assert str(parse_number(number)) == str(value)
            assert str(scan(number)) == str(found)
            assert format_number(value, style="scaled", digits=digits) == scaled
            assert format_number(value) == exact

    def test_the_context_is_hostile(self):
        assert (self.HOSTILE.Emax, self.HOSTILE.Emin) != (MAX_EMAX, MIN_EMIN)
        with localcontext(self.HOSTILE):
            try:
                Decimal(1) / Decimal(3)
            except Inexact:
                return
        raise AssertionError


@given(st.text(max_size=70))
def test_any_text_reads_or_raises_input_error(text):
    try:
        value = parse_number(text)
    except InputError:
        return
    assert value.is_finite()


@given(
    st.text(
        "0123456789０９,， .．\u3000零〇一两九十廿百千万亿点負负+-" + string.ascii_letters[:2], max_size=40
    )
)
def test_numberlike_text_reads_or_raises_input_error(text):
    for start in range(len(text)):
        found, error = outcome(scan, text, start)
        if found:
            assert start < found.end <= len(text)
        elif error and error.span:
            assert start <= error.span[0] < error.span[1] <= len(text)
    _, error = outcome(parse_number, text)
    if error:
        assert error.explain("zh") != error.explain("en")


def outcome(function, *args):
    """What a reader gives, or the error that it raises."""
    try:
        return function(*args), None
    except InputError as error:
        return None, error
