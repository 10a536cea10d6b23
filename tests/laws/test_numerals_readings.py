"""Laws of readings, exact or not: what their parts say of each other, and what changes nothing."""

import re
from decimal import Context, Decimal, Inexact, InvalidOperation, localcontext
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from govperf.errors import InputError, LimitError, NumeralError
from govperf.limits import LIMITS
from govperf.numerals import Reading, format_number, parse_number, read_number, scan
from govperf.numerals.reading import parse_cardinal
from govperf.numerals.words import AFTER, BEFORE

DIGITS = "零一二三四五六七八九"
SPACES = " \u00a0\u2009\u202f\u3000"

PIECES = """
    0 1 2 5 10 12 48 100 234 2020 9.5 0.05 1,234 12,34 ３ . ,
    零 〇 一 二 两 三 四 五 六 九 十 百 千 万 亿 兆 点 壹 佰 萬 廿 俩 半 半百 打 k K M m e E+08 e-5
    - − + 负 % ％ ‰ ‱ 个百分点 百分点 分之 百分之 千分之 又 成 折 对折 / ／ ～ ~ - — 至 到 从
    余 多 来 几 数 三五 十四五 约 近 超过 不超过 不少于 不足 上 过 左右 以上 以下 以内 ≥ <
    元 条 年 月 第 是 ， 、 （ x ¥
"""
SIGNS = [*PIECES.split(), " ", "\u3000", "\n", "\ud800"]
TEXTS = st.one_of(
    st.lists(st.sampled_from(SIGNS), max_size=9).map("".join),
    st.text("".join(PIECES) + SPACES, max_size=12),
    st.text(max_size=66),
)


WIDE = str.maketrans("0123456789.,%/kKMeE", "０１２３４５６７８９．，％／ｋＫＭｅＥ")
TRADITIONAL = str.maketrans("两万亿点负余来几数对个", "兩萬億點負餘來幾數對個")
CAPITAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


def chinese(number):
    """A whole number below 10 000 by the rule, for numbers that laws need in words."""
    text, pending = "", False
    for place, word in zip((1000, 100, 10, 1), "千百十 ", strict=True):
        digit = number // place % 10
        if digit:
            text += ("零" if pending and text else "") + DIGITS[digit] + word.strip()
        pending = not digit
    return text or "零"


DECIMALS = st.decimals(0, 10**9, places=3)
EXACT = st.one_of(
    DECIMALS.map(format_number),
    st.integers(0, 9999).map(chinese),
    st.integers(1, 99).map(lambda n: f"{n}万"),
    st.integers(1, 99).map(lambda n: f"{chinese(n)}亿"),
    DECIMALS.map(lambda n: f"{n:f}%"),
    st.integers(0, 9999).map(lambda n: f"百分之{chinese(n)}"),
    st.builds(
        lambda above, below: f"{chinese(below)}分之{chinese(above)}", st.integers(0, 99), st.integers(1, 99)
    ),
    st.builds(lambda above, below: f"{above}/{below}", st.integers(0, 999), st.integers(1, 99)),
    st.builds(
        lambda tenth, more: f"{tenth}成{more}", st.integers(1, 9), st.sampled_from(["", "半", "五", "9"])
    ),
    st.sampled_from(
        ["一万二", "3万2", "两百五", "百三", "半", "1e5", ".5", "5k", "七五折", "3个百分点", "5‰", "2‱"]
    ),
)


def outcome(function, *args):
    """What a reader gives, or the error that it raises."""
    try:
        return function(*args), None
    except InputError as error:
        return None, error


class TestAnyText:
    """Every text reads, or raises an error of the input that points into it."""

    @given(TEXTS)
    def test_reading(self, text):
        reading, error = outcome(read_number, text)
        if error:
            self.points_into(error, text)
        else:
            self.holds_together(reading, text)

    @staticmethod
    def points_into(error, text):
        assert type(error) in (NumeralError, LimitError)
        assert error.explain("zh") != error.explain("en") == str(error)
        if error.span:
            start, end = error.span
            body_start = len(text) - len(text.lstrip(SPACES))
            assert body_start <= start < end <= len(text.rstrip(SPACES))
        assert error.text in ("", text)
        assert error.span or error.code in ("numeral.empty", "limit.chars")

    @staticmethod
    def holds_together(reading, text):
        start, end = reading.span
        assert text[start:end] == text.strip(SPACES)
        assert not text[:start].strip(SPACES)
        closed = re.sub(f"[{SPACES}]", "", text)
        assert all(re.sub(f"[{SPACES}]", "", word) in closed for word in reading.words)
        numbers = [reading.low, reading.value, reading.high]
        present = [Fraction(number) for number in numbers if number is not None]
        assert all(low <= high for low, high in pairwise(present))
        assert {
            "exact": (True, True, True),
            "about": (False, True, False),
            "at_least": (True, True, False),
            "at_most": (False, True, True),
            "between": (True, False, True),
        }[reading.bound] == tuple(number is not None for number in numbers)
        assert len(set(present)) == 1 or reading.bound == "between"
        assert (reading.words == ()) == (reading.bound == "exact")
        assert reading.inclusive or reading.bound not in ("exact", "about")
        assert reading.inclusive or reading.low != reading.high
        assert reading.bound == "between" or not reading.shared
        assert all(map(within_caps, filter(None, numbers)))

    @given(TEXTS)
    def test_the_exact_ones_are_what_parse_number_gives(self, text):
        reading, error = outcome(read_number, text)
        value, refusal = outcome(parse_number, text)
        if error:
            assert (refusal.code, refusal.span) == (error.code, error.span)
        elif reading.bound != "exact":
            assert (refusal.code, refusal.span) == ("numeral.approximate", reading.span)
        elif isinstance(reading.value, Fraction):
            assert (refusal.code, refusal.span) == ("numeral.endless", reading.span)
        else:
            assert str(value) == str(reading.value)

    @given(TEXTS)
    def test_a_cardinal_is_a_number_that_is_no_part(self, text):
        reading, _ = outcome(read_number, text)
        value, refusal = outcome(parse_cardinal, text)
        if reading and reading.bound == "exact" and reading.form == "number":
            assert str(value) == str(reading.value)
        elif reading and reading.bound == "exact":
            assert refusal.code == "numeral.part"
        else:
            assert refusal.code == outcome(parse_number, text)[1].code

    @given(st.one_of(st.none(), st.integers(), st.floats(), st.binary(), st.lists(st.text())))
    def test_no_text(self, value):
        for read in (read_number, parse_number, parse_cardinal, scan):
            with pytest.raises(TypeError):
                read(value)


def within_caps(number):
    """A part of a number has four decimals more than the number at most, the end above one a digit more."""
    if isinstance(number, Fraction):
        return True
    _, digits, exponent = number.as_tuple()
    return number.is_finite() and len(digits) <= LIMITS.digits + 1 and -LIMITS.exponent - 4 <= exponent <= 0


class TestWhatChangesNothing:
    @given(EXACT, st.text(SPACES, max_size=3), st.text(SPACES, max_size=3))
    def test_spaces_around(self, text, before, after):
        reading = read_number(text)
        start = len(before)
        assert read_number(f"{before}{text}{after}") == reading._replace(span=(start, start + len(text)))

    @given(TEXTS, st.data())
    def test_a_space_inside_that_separates_no_digits(self, text, data):
        text = text.strip(SPACES)
        assume(len(text) > 1)
        at = data.draw(st.integers(1, len(text) - 1))
        assume(not (text[at - 1].isdigit() and text[at].isdigit()))
        spaced, _ = outcome(read_number, f"{text[:at]} {text[at:]}")
        reading, _ = outcome(read_number, text)
        if spaced and reading:
            assert spaced._replace(span=()) == reading._replace(span=())

    @given(
        EXACT,
        st.sampled_from(
            [(word, meaning) for meaning, line in BEFORE.items() for word in line.split() if word != "上"]
        ),
    )
    def test_a_word_before(self, text, said):
        word, (bound, inclusive) = said
        reading, worded = read_number(text), read_number(word + text)
        assert (worded.value, worded.form, worded.words) == (reading.value, reading.form, (word,))
        assert (worded.bound, worded.inclusive) == (bound, inclusive)

    @given(
        EXACT, st.sampled_from([(word, meaning) for meaning, line in AFTER.items() for word in line.split()])
    )
    def test_a_word_after(self, text, said):
        word, (bound, inclusive) = said
        reading, worded = read_number(text), read_number(text + word)
        assert (worded.value, worded.form, worded.words) == (reading.value, reading.form, (word,))
        assert (worded.bound, worded.inclusive) == (bound, inclusive)

    @given(TEXTS, st.sampled_from([WIDE, TRADITIONAL, CAPITAL]))
    def test_another_spelling_of_every_character(self, text, spelling):
        assume(spelling is not CAPITAL or "分点" not in text)  # 佰分点 is nothing
        reading, error = outcome(read_number, text)
        again, refusal = outcome(read_number, text.translate(spelling))
        if error:
            assert (refusal.code, refusal.span) == (error.code, error.span)
        else:
            assert again._replace(words=()) == reading._replace(words=())

    @given(TEXTS)
    def test_the_context_of_the_caller(self, text):
        given_back = [
            repr(part) for read in (read_number, parse_number, scan) for part in outcome(read, text)
        ]
        with localcontext(Context(prec=1, Emin=-1, Emax=1, traps=[Inexact, InvalidOperation])):
            again = [repr(part) for read in (read_number, parse_number, scan) for part in outcome(read, text)]
        assert again == given_back

    @given(TEXTS)
    def test_once_more(self, text):
        """What is read is written and read as the same."""
        value, _ = outcome(parse_number, text)
        if value is not None and -value.as_tuple().exponent <= LIMITS.exponent:
            for style in ("plain", "grouped", "scaled", "spoken", "financial"):
                written, _ = outcome(lambda: format_number(value, style=style))  # noqa: B023
                assert written is None or parse_number(written) == value


def negated(number):
    """The opposite, with every digit of it."""
    return number.copy_negate() if isinstance(number, Decimal) else -number


class TestSign:
    @given(EXACT, st.sampled_from("-−－负負"))
    def test_a_minus_gives_the_negative_or_is_refused(self, text, sign):
        negative, _ = outcome(read_number, sign + text)
        assert negative is None or negative.value == negated(read_number(text).value)

    @given(TEXTS, st.sampled_from("-−－负負"))
    def test_a_minus_before_any_text(self, text, sign):
        text = text.strip(SPACES)
        positive, _ = outcome(read_number, text)
        negative, _ = outcome(read_number, sign + text)
        if positive and negative and positive.bound == negative.bound == "exact":
            assert negative.value == negated(positive.value)


class TestParts:
    @given(st.integers(1, 9999))
    def test_every_way_to_say_hundredths(self, number):
        value = Decimal(number).scaleb(-2)
        ways = [
            "{0}%",
            "{0} ％",
            "百分之{0}",
            "百分之{1}",
            "{1}%",
            "{0}个百分点",
            "{1}个百分点",
            "一百分之{1}",
            "{0}/100",
        ]
        assume(number not in (12, 23, 34, 35, 45, 56, 67, 78, 89) or number > 9)
        for way in ways:
            assert parse_number(way.format(number, chinese(number))) == value, way
        assert parse_number(f"{number}‰") == parse_number(f"千分之{chinese(number)}") == value / 10
        assert parse_number(f"{number}‱") == parse_number(f"万分之{chinese(number)}") == value / 100

    @given(st.integers(1, 9), st.integers(1, 9))
    def test_tenths_and_hundredths(self, tenths, more):
        said = f"{DIGITS[tenths]}成{DIGITS[more]}"
        assert parse_number(said) == parse_number(f"{tenths}{more}%") == parse_number(f"{tenths}.{more}成")
        assert parse_number(f"{tenths}.{more}折") == parse_number(f"{tenths}{more}折") == parse_number(said)
        price, error = outcome(parse_number, f"{DIGITS[tenths]}{DIGITS[more]}折")
        assert price == parse_number(said) or error.code == "numeral.ambiguous"

    @given(st.integers(0, 10**12), st.integers(1, 9999))
    def test_fractions_are_exact(self, above, below):
        said = read_number(f"{chinese(below)}分之{above}").value
        assert Fraction(said) == Fraction(above, below)
        denominator = Fraction(above, below).denominator
        assert isinstance(said, Decimal) == (10**40 % denominator == 0)
        slash, error = outcome(read_number, f"{above}/{below}")
        assert slash is None or slash.value == said
        assert error is None or (error.code == "numeral.ambiguous" and 1900 <= above < 2100)

    @given(st.integers(0, 99), st.integers(0, 99), st.integers(1, 9999))
    def test_a_whole_number_and_a_fraction(self, whole, above, below):
        value = whole + Fraction(above, below)
        assert Fraction(read_number(f"{chinese(whole)}又{chinese(below)}分之{chinese(above)}").value) == value
        assert Fraction(read_number(f"{whole} {above}/{below}").value) == value


class TestRange:
    @given(EXACT, EXACT, st.sampled_from("～~—至到"))
    def test_ends_are_what_they_are_alone_unless_they_share(self, low, high, sign):
        reading, _ = outcome(read_number, low + sign + high)
        first, second = read_number(low), read_number(high)
        if reading is None:
            return
        assert isinstance(reading, Reading)
        assert (reading.bound, reading.words) == ("between", (sign,))
        assert reading.shared or (reading.low, reading.high) == (first.value, second.value)
        assert not reading.shared or second.value == reading.high or first.value == reading.low

    @given(
        st.integers(1, 99),
        st.integers(1, 99),
        st.sampled_from(["%", "‰", "万", "亿", "万亿", "成", "个百分点"]),
    )
    def test_what_is_shared_is_as_if_printed_twice(self, low, high, end):
        assume(low < high and (end != "成" or high < 10))
        once, twice = read_number(f"{low}～{high}{end}"), read_number(f"{low}{end}～{high}{end}")
        assert (once.low, once.high, once.form) == (twice.low, twice.high, twice.form)
        assert (once.shared, twice.shared) == (True, False)
