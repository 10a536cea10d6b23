"""Numbers that are a part of something: what `parse_number` and `read_number` make of 95%, 三成, 3/5."""

from decimal import Decimal
from fractions import Fraction

import pytest
from asking import table

from govperf.errors import NumeralError
from govperf.numerals import parse_number, read_number
from govperf.numerals.reading import parse_cardinal


def refused(text):
    """The code of the refusal, and the characters it points at."""
    with pytest.raises(NumeralError) as caught:
        parse_number(text)
    error = caught.value
    assert error.text == text
    return error.code, text[slice(*error.span)]


class TestSigns:
    """%, ‰ and ‱ after a number: hundredths, thousandths, ten-thousandths."""

    @pytest.mark.parametrize(
        ("text", "form", "value"),
        table(
            percent=("95%", "percent", "0.95"),
            full_width=("９５％", "percent", "0.95"),
            space=("95 %", "percent", "0.95"),
            printed_decimals_are_kept=("95.0%", "percent", "0.950"),
            negative=("-5%", "percent", "-0.05"),
            above_one=("2155.54%", "percent", "21.5554"),
            grouped=("1,234%", "percent", "12.34"),
            zero=("0%", "percent", "0.00"),
            negative_zero=("-0%", "percent", "0.00"),
            no_zero_before_the_point=(".5%", "percent", "0.005"),
            chinese_number=("九十五%", "percent", "0.95"),
            half=("半%", "percent", "0.005"),
            as_said=("3万2%", "percent", "320.00"),
            thousands=("52.5k%", "percent", "525.00"),
            permille=("5‰", "permille", "0.005"),
            permyriad=("3‱", "permyriad", "0.0003"),
        ),
    )
    def test_reads(self, text, form, value):
        reading = read_number(text)
        assert (reading.form, str(reading.value)) == (form, value)
        assert str(parse_number(text)) == value

    @pytest.mark.parametrize(
        ("text", "code", "at"),
        table(
            twice=("5%%", "numeral.trailing", "%"),
            two_signs=("5‱%", "numeral.trailing", "‱"),
            sign_alone=("%", "numeral.empty", "%"),
            sign_first=("%5", "numeral.unreadable", "%5"),
            malformed_number=("12,34%", "numeral.grouping", ",34"),
            ambiguous_number=("三四%", "numeral.ambiguous", "三四"),
            two_signs_of_minus=("--5%", "numeral.unreadable", "--5"),
            tenths_of_percent=("三成%", "numeral.trailing", "成"),
            too_many_digits=("9" * 35 + "%", "numeral.digits", "9" * 35),
        ),
    )
    def test_refuses(self, text, code, at):
        assert refused(text) == (code, at)


class TestOver:
    """百分之, 千分之 and 万分之; any other number before 分之 makes a fraction."""

    @pytest.mark.parametrize(
        ("text", "form", "value"),
        table(
            percent=("百分之三", "percent", "0.03"),
            percent_by_places=("百分之九十五", "percent", "0.95"),
            decimals=("百分之三点五", "percent", "0.035"),
            arabic=("百分之5", "percent", "0.05"),
            arabic_decimals=("百分之5.50", "percent", "0.055"),
            all_of_it=("百分之百", "percent", "1"),
            all_of_it_in_short=("百分百", "percent", "1"),
            all_of_it_in_full=("百分之一百", "percent", "1"),
            above_all=("百分之一百二十", "percent", "1.2"),
            none_of_it=("百分之零", "percent", "0"),
            half_a_hundredth=("百分之半", "percent", "0.005"),
            negative=("负百分之五", "percent", "-0.05"),
            minus=("-百分之5", "percent", "-0.05"),
            negative_inside=("百分之负五", "percent", "-0.05"),
            negative_twice=("负百分之负五", "percent", "0.05"),
            plus=("+百分之五", "percent", "0.05"),
            financial=("佰分之伍", "percent", "0.05"),
            spaced=("百 分 之 五", "percent", "0.05"),
            permille=("千分之三", "permille", "0.003"),
            permille_financial=("仟分之三", "permille", "0.003"),
            permyriad=("万分之五", "permyriad", "0.0005"),
            permyriad_traditional=("萬分之五", "permyriad", "0.0005"),
            fraction=("五分之一", "fraction", "0.2"),
            ten=("十分之三", "fraction", "0.3"),
            arabic_fraction=("5分之1", "fraction", "0.2"),
            eighths=("八分之三", "fraction", "0.375"),
            hundred_thousand=("十万分之三", "fraction", "0.00003"),
            million=("百万分之五", "fraction", "0.000005"),
            hundred_in_full=("一百分之五", "fraction", "0.05"),
            decimals_above=("五分之二点五", "fraction", "0.5"),
            improper=("二分之五", "fraction", "2.5"),
            negative_fraction=("负五分之一", "fraction", "-0.2"),
            none=("三分之零", "fraction", "0"),
            over_one=("一分之三", "fraction", "3"),
            whole_and_none=("一又二分之零", "fraction", "1"),
            whole_and_half_a_half=("一又二分之半", "fraction", "1.25"),
            whole_and_part=("一又二分之一", "fraction", "1.5"),
            whole_and_part_negative=("负一又二分之一", "fraction", "-1.5"),
            whole_and_hundredths=("二又百分之五十", "fraction", "2.5"),
            whole_and_part_spaced=("一又 二分之一", "fraction", "1.5"),
        ),
    )
    def test_reads(self, text, form, value):
        reading = read_number(text)
        assert (reading.form, f"{reading.value:f}") == (form, value)
        assert parse_number(text) == Decimal(value)

    @pytest.mark.parametrize(
        ("text", "code"),
        table(
            nothing_above=("百分之", "numeral.empty"),
            nothing_below=("分之五", "numeral.empty"),
            nothing_at_all=("分之", "numeral.empty"),
            no_whole=("又三分之一", "numeral.empty"),
            nothing_under_a_whole=("一又分之一", "numeral.empty"),
            zero_below=("零分之三", "numeral.denominator"),
            decimals_below=("二点五分之一", "numeral.denominator"),
            half_below=("半分之一", "numeral.denominator"),
            places_below=("百佰分之一", "numeral.order"),
            over_over=("百分之百分之三", "numeral.unreadable"),
            over_of_over=("百分之三分之一", "numeral.trailing"),
            percent_twice=("百分之5%", "numeral.trailing"),
            percent_of_tenths=("百分之五成", "numeral.trailing"),
            part_first=("三分之一又二", "numeral.trailing"),
            part_last=("一又三", "numeral.trailing"),
            negative_part=("一又二分之负一", "numeral.unreadable"),
            negative_whole_twice=("负负一又二分之一", "numeral.unreadable"),
            approximate_digits=("百分之三四", "numeral.ambiguous"),
            hundred_percent_negative=("负百分百", "numeral.unreadable"),
        ),
    )
    def test_refuses(self, text, code):
        assert refused(text)[0] == code


class TestEndless:
    """A fraction that no decimal says is a `Fraction`, which `parse_number` refuses."""

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            thirds=("三分之二", Fraction(2, 3)),
            negative=("负三分之一", Fraction(-1, 3)),
            slash=("1/3", Fraction(1, 3)),
            hours_a_week=("24/7", Fraction(24, 7)),
            whole_and_part=("一又三分之二", Fraction(5, 3)),
            improper=("1 4/3", Fraction(7, 3)),
            decimals_above=("三分之零点五", Fraction(1, 6)),
        ),
    )
    def test_is_a_fraction(self, text, value):
        reading = read_number(text)
        assert reading.value == reading.low == reading.high == value
        assert isinstance(reading.value, Fraction)
        assert refused(text) == ("numeral.endless", text)

    def test_too_many_decimals_are_no_decimal(self):
        assert read_number("1/2").value == Decimal("0.5")
        assert isinstance(read_number(f"1/{2**30}").value, Decimal)
        assert read_number(f"{'9' * 33} 1/2").value == Decimal("9" * 33 + ".5")
        assert read_number(f"{'9' * 34} 1/2").value == Fraction(int("9" * 34) * 2 + 1, 2)
        assert read_number(f"万分之0.{'0' * 55}1").value == Decimal("1E-60")
        assert read_number(f"万分之0.{'0' * 56}1").value == Fraction(1, 10**61)
        assert read_number(f"1/{2**60}").value == Fraction(1, 2**60)
        assert read_number(f"1/{2**70}").value == Fraction(1, 2**70)

    def test_spans_leave_out_the_spaces(self):
        assert refused(" 三分之二  ") == ("numeral.endless", "三分之二")


class TestSlash:
    """GB/T 15835-2011 4.1.1: 97/108; a whole number may stand before it."""

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            fraction=("3/5", "0.6"),
            full_width=("３／５", "0.6"),
            division_slash=("3∕5", "0.6"),
            fraction_slash=("3⁄5", "0.6"),
            spaces=("3 / 5", "0.6"),
            negative=("-3/5", "-0.6"),
            plus=("+3/5", "0.6"),
            whole_and_part=("1 3/5", "1.6"),
            whole_and_part_negative=("-1 3/5", "-1.6"),
            improper=("7/2", "3.5"),
            whole=("12/4", "3"),
            none=("0/3", "0"),
            a_year_over_days=("2020/100", "20.2"),
            before_the_years=("1899/10", "189.9"),
            after_the_years=("2100/10", "210"),
            two_digits_above_a_whole=("1 23/50", "1.46"),
        ),
    )
    def test_reads(self, text, value):
        reading = read_number(text)
        assert (reading.form, f"{reading.value:f}") == ("fraction", value)

    @pytest.mark.parametrize(
        "text",
        table(
            month=("2020/10",),
            month_with_zero=("2020/01",),
            month_full_width=("２０２０／１０",),
            month_spaced=("2020 / 10",),
            month_signed=("-2020/10",),
            seasons=("2019/20",),
            years=("2019/2020",),
            first_year=("1900/1",),
            last_year=("2099/12",),
            year_and_day=("2020 1/2",),
            group_of_digits=("1 234/500",),
        ),
    )
    def test_dates_and_groups_are_refused(self, text):
        assert refused(text) == ("numeral.ambiguous", text)

    @pytest.mark.parametrize(
        ("text", "code", "at"),
        table(
            date=("2020/10/1", "numeral.trailing", "/10/1"),
            zero_below=("5/0", "numeral.denominator", "5/0"),
            zero_below_a_whole=("1 5/0", "numeral.denominator", "1 5/0"),
            two_slashes=("3//5", "numeral.trailing", "//5"),
            decimals=("1.5/3", "numeral.trailing", "/3"),
            negative_below=("3/-5", "numeral.trailing", "/"),
            nothing_below=("3/", "numeral.trailing", "/"),
            nothing_above=("/5", "numeral.unreadable", "/5"),
            group=("1,500/3", "numeral.trailing", "/3"),
            chinese=("三/五", "numeral.trailing", "/五"),
        ),
    )
    def test_refuses(self, text, code, at):
        assert refused(text) == (code, at)


class TestTenths:
    """三成 is 30 %, 三成半 and 三成五 are 35 %."""

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            tenths=("三成", "0.3"),
            pair=("两成", "0.2"),
            half=("半成", "0.05"),
            and_a_half=("三成半", "0.35"),
            and_more=("七成六", "0.76"),
            and_more_arabic=("7成6", "0.76"),
            and_more_spaced=("七成 六", "0.76"),
            decimals=("7.2成", "0.72"),
            decimals_in_chinese=("九点五成", "0.95"),
            all_of_it=("十成", "1"),
            all_of_it_arabic=("10成", "1"),
            negative=("-三成", "-0.3"),
            negative_and_a_half=("负三成半", "-0.35"),
            last=("九成九", "0.99"),
        ),
    )
    def test_reads(self, text, value):
        reading = read_number(text)
        assert (reading.form, reading.value) == ("tenths", Decimal(value))

    @pytest.mark.parametrize("text", ["3.5成5", "35成5", "十成半", "半成五", "零成五", "-0成5"])
    def test_more_follows_one_digit_only(self, text):
        assert refused(text) == ("numeral.unreadable", text)

    @pytest.mark.parametrize(
        ("text", "code", "at"),
        [
            ("成", "numeral.unreadable", "成"),
            ("完成", "numeral.unreadable", "完"),
            ("三成三成", "numeral.trailing", "成三"),
            ("三成零", "numeral.trailing", "成零"),
            ("三成十", "numeral.trailing", "成十"),
            ("三成一二", "numeral.trailing", "成一二"),
        ],
    )
    def test_refuses(self, text, code, at):
        assert refused(text) == (code, at)


class TestDiscount:
    """七五折, 75折 and 7.5折 are 75 % of the old price."""

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            tenths=("三折", "0.3"),
            pair=("两折", "0.2"),
            tenths_arabic=("9折", "0.9"),
            two_digits=("七五折", "0.75"),
            two_digits_arabic=("75折", "0.75"),
            two_digits_full_width=("７５折", "0.75"),
            two_digits_side_by_side=("78折", "0.78"),
            same_digits=("九九折", "0.99"),
            decimals=("7.5折", "0.75"),
            decimals_in_chinese=("三点一折", "0.31"),
            with_a_half=("七半折", "0.75"),
            half=("半折", "0.5"),
            halves=("对折", "0.5"),
            halves_traditional=("對折", "0.5"),
            highest=("9.9折", "0.99"),
            lowest=("0.1折", "0.01"),
        ),
    )
    def test_reads(self, text, value):
        reading = read_number(text)
        assert (reading.form, reading.value) == ("discount", Decimal(value))

    @pytest.mark.parametrize("text", ["10折", "十折", "0折", "零折", "-5折", "750折", "十二折"])
    def test_no_price(self, text):
        assert refused(text) == ("numeral.discount", text)

    @pytest.mark.parametrize("text", ["一二折", "三四折", "三五折", "五六折", "七八折", "八九折"])
    def test_two_or_three_tenths(self, text):
        """七八折 is 78 % of the price, or 70 to 80 %."""
        assert refused(text) == ("numeral.ambiguous", text)

    @pytest.mark.parametrize(
        ("text", "code", "at"),
        [
            ("折", "numeral.unreadable", "折"),
            ("折5", "numeral.unreadable", "折5"),
            ("打八折", "numeral.unreadable", "打八"),
            ("七折半", "numeral.trailing", "折半"),
            ("八折起", "numeral.trailing", "折起"),
        ],
    )
    def test_refuses(self, text, code, at):
        assert refused(text) == (code, at)


class TestPoints:
    """The difference of two percentages."""

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            points=("5个百分点", "0.05"),
            chinese=("五个百分点", "0.05"),
            without_counter=("5百分点", "0.05"),
            chinese_without_counter=("五百分点", "0.05"),
            decimals=("0.5个百分点", "0.005"),
            half=("半个百分点", "0.005"),
            negative=("-2个百分点", "-0.02"),
            spaced=("5 个 百分点", "0.05"),
            traditional=("5個百分點", "0.05"),
        ),
    )
    def test_reads(self, text, value):
        reading = read_number(text)
        assert (reading.form, reading.value) == ("points", Decimal(value))

    @pytest.mark.parametrize(
        ("text", "code", "at"),
        [
            ("百分点", "numeral.empty", "百分点"),
            ("个百分点", "numeral.empty", "个百分点"),
            ("5%个百分点", "numeral.trailing", "%"),
            ("5个点", "numeral.trailing", "个点"),
        ],
    )
    def test_refuses(self, text, code, at):
        assert refused(text) == (code, at)


class TestWhereOnlyANumberMayStand:
    """A field that holds a figure takes no part of one; its unit says what it is a part of."""

    @pytest.mark.parametrize("text", ["3,678.76", "一万二", "5k", "-.5", "四十九兆九千亿"])
    def test_numbers(self, text):
        assert parse_cardinal(text) == parse_number(text)

    @pytest.mark.parametrize(
        "text", ["1e5", "95%", "百分之三", "5‰", "三成", "七五折", "3/5", "五分之一", "三分之二", "5个百分点"]
    )
    def test_parts(self, text):
        with pytest.raises(NumeralError) as caught:
            parse_cardinal(f" {text}")
        assert (caught.value.code, caught.value.span) == ("numeral.part", (1, len(text) + 1))
