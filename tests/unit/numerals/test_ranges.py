"""Two numbers with all between them: 9亿～16亿, 15～30%, 从一千到一千五百."""

from fractions import Fraction

import pytest
from asking import table

from govperf.errors import NumeralError
from govperf.numerals import parse_number, read_number


def refused(text):
    """The code of the refusal, and the characters it points at."""
    with pytest.raises(NumeralError) as caught:
        read_number(text)
    error = caught.value
    assert error.text == text
    return error.code, text[slice(*error.span)]


def hint(text):
    with pytest.raises(NumeralError) as caught:
        read_number(text)
    return caught.value.hint


def ends(text):
    """Both ends, as they are printed."""
    reading = read_number(text)
    assert (reading.bound, reading.value, reading.inclusive) == ("between", None, True)
    assert reading.span == (0, len(text))
    return f"{reading.low:f}", f"{reading.high:f}"


SIGNS = ["～", "~", "〜", "∼", "–", "―", "—", "——", "-", "－", "至", "到"]


class TestSigns:
    """GB/T 15835-2011 5.1.3: ～ or —; 至 and 到 in running text, and what keyboards have."""

    @pytest.mark.parametrize("sign", SIGNS, ids=ascii)
    @pytest.mark.parametrize("gap", ["", " ", "\u3000"], ids=["", "space", "wide_space"])
    def test_sign(self, sign, gap):
        text = f"3{gap}{sign}{gap}5"
        assert ends(text) == ("3", "5")
        assert read_number(text).words == (sign,)

    @pytest.mark.parametrize(
        ("text", "low", "high"),
        table(
            from_to=("从一千到一千五百", "1000", "1500"),
            from_to_spaced=("从 1 到 5", "1", "5"),
            negative_low=("-5～5", "-5", "5"),
            negative_high=("-5～-3", "-5", "-3"),
            negative_with_a_dash=("-5—-3", "-5", "-3"),
            exponents=("1e-5～1e-3", "0.00001", "0.001"),
            exponents_with_a_hyphen=("1e3-2e3", "1000", "2000"),
            equal=("5～5", "5", "5"),
            decimals=("1.50～2", "1.50", "2"),
            years=("2020-2021", "2020", "2021"),
            places_alone=("百至千", "100", "1000"),
            as_said=("一万二～一万五", "12000", "15000"),
            zero=("0～0.5", "0", "0.5"),
            zero_alone=("0-8", "0", "8"),
        ),
    )
    def test_reads(self, text, low, high):
        assert ends(text) == (low, high)

    @pytest.mark.parametrize(
        ("text", "code", "at"),
        table(
            falling=("5～3", "numeral.descending", "5～3"),
            falling_below_zero=("-3～-5", "numeral.descending", "-3～-5"),
            date=("2020-10-01", "numeral.trailing", "-01"),
            three=("1～2～3", "numeral.trailing", "～3"),
            sign_last=("1～", "numeral.trailing", "～"),
            to_last=("五到", "numeral.trailing", "到"),
            sign_first=("～5", "numeral.unreadable", "～5"),
            from_alone=("从五", "numeral.unreadable", "从五"),
            signs_twice=("5～～6", "numeral.unreadable", "～6"),
            comma=("一、二成", "numeral.trailing", "、二"),
            word_inside=("3万多～5万", "numeral.trailing", "～5万"),
            several=("几百到几千", "numeral.trailing", "到几千"),
            pair=("三五百到七八百", "numeral.trailing", "到七八百"),
            no_number=("3～好", "numeral.unreadable", "好"),
        ),
    )
    def test_refuses(self, text, code, at):
        assert refused(text) == (code, at)

    @pytest.mark.parametrize(
        "text", ["2020-10", "2020-1", "2021–12", "-5--3", "-5-3", "5--3", "3 -5", "3- 5"]
    )
    def test_months_and_hyphens_that_may_be_minus(self, text):
        assert refused(text) == ("numeral.ambiguous", text)

    @pytest.mark.parametrize("text", ["010-12345678", "01-05", "1-05", "１～０５", "08～9", "007～100"])
    def test_digits_that_begin_with_zero_are_no_number_of_a_range(self, text):
        assert refused(text) == ("numeral.ambiguous", text)

    def test_the_sign_of_an_exponent_is_none_of_a_range(self):
        assert str(parse_number("3e-5")) == "0.00003"

    def test_a_range_is_no_number(self):
        with pytest.raises(NumeralError) as caught:
            parse_number(" 3～5")
        assert (caught.value.code, caught.value.span) == ("numeral.approximate", (1, 4))


class TestForms:
    """Both ends are of one form; what is printed once at the end, or before the first, is shared."""

    @pytest.mark.parametrize(
        ("text", "low", "high", "form", "shared"),
        table(
            percent=("15%～30%", "0.15", "0.30", "percent", False),
            percent_once=("15～30%", "0.15", "0.30", "percent", True),
            percent_once_spaced=("15 ～ 30 %", "0.15", "0.30", "percent", True),
            percent_once_of_a_place=("百到二百%", "1.00", "2.00", "percent", True),
            percent_in_words=("百分之五到百分之十", "0.05", "0.1", "percent", False),
            percent_in_words_once=("百分之五到十", "0.05", "0.1", "percent", True),
            percent_both_ways=("百分之五到10%", "0.05", "0.10", "percent", False),
            permille=("1～5‰", "0.001", "0.005", "permille", True),
            permille_in_words=("千分之一到五", "0.001", "0.005", "permille", True),
            points=("3～5个百分点", "0.03", "0.05", "points", True),
            tenths=("三成到五成", "0.3", "0.5", "tenths", False),
            tenths_once=("三到五成", "0.3", "0.5", "tenths", True),
            discount=("八折到九折", "0.8", "0.9", "discount", False),
            discount_once=("八到九折", "0.8", "0.9", "discount", True),
            fractions=("五分之一到五分之三", "0.2", "0.6", "fraction", False),
            slashes=("1/5～3/5", "0.2", "0.6", "fraction", False),
        ),
    )
    def test_reads(self, text, low, high, form, shared):
        assert ends(text) == (low, high)
        reading = read_number(text)
        assert (reading.form, reading.shared) == (form, shared)

    def test_ends_may_be_endless(self):
        reading = read_number("三分之一～三分之二")
        assert (reading.low, reading.high) == (Fraction(1, 3), Fraction(2, 3))

    @pytest.mark.parametrize(
        "text",
        table(
            percent_and_permille=("1‰～1%",),
            percent_and_number=("3%～5",),
            points_and_percent=("5%～10个百分点",),
            tenths_and_number=("三成到五",),
            fraction_and_number=("三分之一到二",),
            number_and_fraction=("一到二分之三",),
            slash_and_number=("1/2～3",),
            number_and_slash=("1～3/2",),
        ),
    )
    def test_forms_do_not_mix(self, text):
        assert refused(text)[0] == "numeral.trailing"


class TestScaleWords:
    """GB/T 15835-2011 5.1.3 wants 9亿～16亿; in 9～16亿 the scale word belongs to both."""

    @pytest.mark.parametrize(
        ("text", "low", "high"),
        table(
            yi=("9～16亿", "900000000", "1600000000"),
            wan=("13～17万", "130000", "170000"),
            decimals=("1.5～2万", "15000", "20000"),
            hundred_wan=("2～3百万", "2000000", "3000000"),
            hundred_wan_chinese=("三～五百万", "3000000", "5000000"),
            places_of_wan=("十到二十万", "100000", "200000"),
            thousand_and_thousand_wan=("1千～2千万", "10000000", "20000000"),
            wan_yi=("1～2万亿", "1000000000000", "2000000000000"),
            zhao=("1～2兆", "1000000000000", "2000000000000"),
            thousands=("3～5k", "3000", "5000"),
            millions=("1.5～2M", "1500000", "2000000"),
            dozens=("3～5打", "36", "60"),
        ),
    )
    def test_shared(self, text, low, high):
        assert ends(text) == (low, high)
        assert read_number(text).shared

    @pytest.mark.parametrize(
        ("text", "low", "high"),
        table(
            each_its_own=("9亿～16亿", "900000000", "1600000000"),
            different=("9万～16亿", "90000", "1600000000"),
            thousand_and_wan=("9千～1万", "9000", "10000"),
            too_large_to_share=("500～1万", "500", "10000"),
            too_large_to_share_and_more=("500～1万2千", "500", "12000"),
            too_large_to_share_as_said=("500～1万2", "500", "12000"),
            thousands=("500～1k", "500", "1000"),
            places=("一百到五百二十", "100", "520"),
            tens=("十到五百", "10", "500"),
            first_place_as_large=("一到一百二十", "1", "120"),
            first_place_smaller=("8到1千", "8", "1000"),
            no_words=("1到1500", "1", "1500"),
            one_to_a_hundred=("一到百", "1", "100"),
        ),
    )
    def test_not_shared(self, text, low, high):
        assert ends(text) == (low, high)
        assert not read_number(text).shared

    @pytest.mark.parametrize(
        ("text", "readings"),
        table(
            thousands=("二至三千", "2000～3000 / 2～3000"),
            thousands_arabic=("2～3千", "2000～3000 / 2～3000"),
            hundreds=("一到五百", "100～500 / 1～500"),
            tens=("一至五十", "10～50 / 1～50"),
            and_more=("二到三千五百", ""),
            wan_and_more=("3～5万2", ""),
            wan_and_more_chinese=("三～五万二", ""),
            wan_and_more_from_the_same=("5～5万2", ""),
            wan_and_thousands=("3到5万5千", ""),
            yi_and_wan=("3～5亿5千万", ""),
            yi_and_wan_from_the_same=("1～1亿5千万", ""),
            ten_thousand_yi=("三～一万二千亿", ""),
            percent_and_wan=("百分之十到二十万", ""),
        ),
    )
    def test_two_readings(self, text, readings):
        assert refused(text) == ("numeral.ambiguous", text)
        assert hint(text) == readings
