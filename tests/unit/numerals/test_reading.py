"""What `parse_number` reads, and what it refuses: one table per rule."""

from decimal import Decimal

import pytest

from govperf.errors import LimitError, NumeralError
from govperf.limits import LIMITS
from govperf.numerals import parse_number


def read(text):
    """The value in full, so that printed decimals count too."""
    return str(parse_number(text))


def refused(text):
    """The code of the refusal, and the characters it points at."""
    with pytest.raises(NumeralError) as caught:
        parse_number(text)
    error = caught.value
    assert error.text == text
    return error.code, text[slice(*error.span)] if error.span else ""


def hint(text):
    with pytest.raises(NumeralError) as caught:
        parse_number(text)
    return caught.value.hint


def point(char):
    return f"U+{ord(char):04X}"


def table(**cases):
    """One row per case, under its name."""
    return [pytest.param(*case, id=name) for name, case in cases.items()]


class TestArabicDigits:
    """GB/T 15835-2011 4.1.1, 5.1.1: Arabic digits, in groups of three or ungrouped, with a leading 0."""

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            whole=("2021", "2021"),
            decimal=("1310.79", "1310.79"),
            printed_decimals_are_kept=("1.50", "1.50"),
            comma=("3,678.76", "3678.76"),
            commas=("1,234,567", "1234567"),
            full_width_comma=("3，678.76", "3678.76"),
            full_width_digits_and_point=("１２．５", "12.5"),
            mixed_width=("１2.5", "12.5"),
            space=("12 500", "12500"),
            no_break_space=("12\u00a0500", "12500"),
            thin_space=("12\u2009500", "12500"),
            narrow_space=("12\u202f500", "12500"),
            ideographic_space=("12\u3000500", "12500"),
            spaces_on_both_sides_of_the_point=("55 235 367.346 23", "55235367.34623"),
            long_space_groups=("1 234.567 891", "1234.567891"),
            leading_zeros=("007", "7"),
            zero=("0", "0"),
            spaces_around=(" \u3000 48\u00a0 ", "48"),
            full_length=("9" * LIMITS.digits, "9" * LIMITS.digits),
            full_length_grouped=("9" + ",999" * 11, "9" * 34),
        ),
    )
    def test_reads(self, text, value):
        assert read(text) == value

    @pytest.mark.parametrize(
        ("text", "code", "at"),
        table(
            short_group=("12,34.5", "numeral.grouping", ",34"),
            long_group=("1,2345", "numeral.grouping", ",2345"),
            short_last_group=("1,234,56", "numeral.grouping", ",56"),
            long_first_group=("1234,567", "numeral.grouping", ",567"),
            zero_before_a_group=("0,123", "numeral.grouping", ",123"),
            comma_of_another_width=("1,234，567", "numeral.grouping", "，567"),
            comma_then_space=("1,234 567", "numeral.grouping", " 567"),
            space_then_comma=("1 234,567", "numeral.grouping", ",567"),
            short_space_group=("12 345 67", "numeral.grouping", " 67"),
            spaces_of_two_kinds=("12 345\u2009678", "numeral.grouping", "\u2009678"),
            comma_after_the_point=("1.234,56", "numeral.grouping", ",56"),
            two_points=("1.2.3", "numeral.point", ".3"),
            no_digit_before_the_point=(".5", "numeral.point", ".5"),
            no_digit_after_the_point=("5.", "numeral.point", "."),
            numbers_in_a_row=("3 4 5", "numeral.trailing", " 4 5"),
            year_and_number=("2020 123", "numeral.trailing", " 123"),
            comma_and_space=("1, 234", "numeral.trailing", ", 234"),
            comma_at_the_end=("12,", "numeral.trailing", ","),
            exponent=("1e5", "numeral.trailing", "e5"),
            underscore=("1_000", "numeral.trailing", "_000"),
            percent=("15%", "numeral.trailing", "%"),
            newline_at_the_end=("12\n", "numeral.trailing", "\n"),
            newline_inside=("1\n2", "numeral.trailing", "\n2"),
            tab_at_the_end=("12\t", "numeral.trailing", "\t"),
            arabic_indic_digit=("1٣", "numeral.trailing", "٣"),
            arabic_indic_digits=("٣٤", "numeral.unreadable", "٣٤"),
            superscript=("²", "numeral.unreadable", "²"),
            not_a_number=("NaN", "numeral.unreadable", "NaN"),
            infinity=("-Infinity", "numeral.unreadable", "-Infinity"),
            words=("效果明显", "numeral.unreadable", "效果明显"),
            newline_before=("\n12", "numeral.unreadable", "\n12"),
            nothing=("", "numeral.empty", ""),
            spaces_only=(" \u3000", "numeral.empty", ""),
            too_many_digits=("9" * 35, "numeral.digits", "9" * 35),
            too_many_digits_with_a_scale=("9" * 23 + "万亿", "numeral.digits", "9" * 23 + "万亿"),
        ),
    )
    def test_refuses(self, text, code, at):
        assert refused(text) == (code, at)

    def test_span_counts_in_the_text_with_its_spaces(self):
        assert refused("  12,34 ") == ("numeral.grouping", ",34")

    def test_too_many_characters(self):
        with pytest.raises(LimitError) as caught:
            parse_number("1" * 65)
        assert (caught.value.code, caught.value.details) == ("limit.chars", {"limit": "64"})

    def test_spaces_count_as_characters(self):
        with pytest.raises(LimitError):
            parse_number(" " * 64 + "1")

    @pytest.mark.parametrize(
        ("text", "code"),
        [("0." + "0" * 59 + "1", ""), ("0." + "0" * 61 + "1", "numeral.range")],
        ids=["sixty_decimals", "more_decimals"],
    )
    def test_decimals_have_a_limit(self, text, code):
        if code:
            with pytest.raises(NumeralError) as caught:
                parse_number(text)
            assert caught.value.code == code
        else:
            assert parse_number(text) == Decimal("1E-60")

    @pytest.mark.parametrize("value", [12, 1.5, b"12", None, ["12"]], ids=repr)
    def test_reads_text_only(self, value):
        with pytest.raises(TypeError, match="a number is read from str"):
            parse_number(value)


class TestSign:
    """A sign stands straight before the first digit; a zero has none."""

    @pytest.mark.parametrize("sign", ["-", "−", "－", "负", "負"], ids=point)
    @pytest.mark.parametrize("number", ["1200000", "1.2亿", "１.5", "三十二", "1亿2千万"])
    def test_minus(self, sign, number):
        assert parse_number(sign + number) == parse_number(number).copy_negate()

    @pytest.mark.parametrize("sign", ["+", "＋"], ids=point)
    def test_plus(self, sign):
        assert read(sign + "5") == "5"

    @pytest.mark.parametrize(
        ("text", "value"),
        [("-0", "0"), ("-0.00", "0.00"), ("负零", "0"), ("-0万", "0"), ("－０", "0")],
    )
    def test_no_negative_zero(self, text, value):
        assert read(text) == value

    @pytest.mark.parametrize("text", ["-", "负", "--5", "+-5", "- 5", "–5", "—5", "正5", "负责"])
    def test_refuses(self, text):
        assert refused(text) == ("numeral.unreadable", text)

    def test_point_after_the_sign(self):
        assert refused("-.5") == ("numeral.point", "-.5")


class TestScaleWords:
    """Scale words after Arabic digits are powers of ten, exactly, alone or one under another."""

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            wan=("804万", "8040000"),
            yi=("3.87亿", "387000000"),
            wan_yi=("1.2万亿", "1200000000000"),
            qian=("5千", "5000"),
            bai_wan=("3百万", "3000000"),
            qian_wan=("2千万", "20000000"),
            bai_yi=("3百亿", "30000000000"),
            qian_yi=("5千亿", "500000000000"),
            traditional=("4.78萬億", "4780000000000"),
            financial=("5仟萬", "50000000"),
            full_width=("１２．５万", "125000"),
            grouped=("1,100.9亿", "110090000000"),
            more_decimals_than_the_scale=("0.1234567万", "1234.567"),
            cut_elsewhere=("6447.70456万", "64477045.6"),
            zeros_after_the_point=("1.50万", "15000"),
            space=("22.2 万", "222000"),
            spaces=("1000  万", "10000000"),
            zero=("0万", "0"),
        ),
    )
    def test_one_scale_word(self, text, value):
        assert read(text) == value

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            report=("22.2 万 170", "222170"),
            report_without_spaces=("22.2万170", "222170"),
            nested=("1亿2千万", "120000000"),
            nested_with_spaces=("1 亿 2 千万", "120000000"),
            three_terms=("1亿2千万5000", "120005000"),
            four_digits=("3万4000", "34000"),
            qian_under_wan=("25万6千", "256000"),
            wan_under_yi=("1亿30万", "100300000"),
            wan_under_wan_yi=("1万亿5000亿", "1500000000000"),
            eight_digits_under_yi=("1亿50000000", "150000000"),
            standard=("10亿零817万5 288", "1008175288"),
            zero_word=("3万零5", "30005"),
            zero_word_and_spaces=("10 亿 零 817 万", "1008170000"),
            zero_word_for_the_ten_thousands=("1亿零5000", "100005000"),
            zero_word_after_an_empty_place=("10亿零8170万", "1081700000"),
            decimals_last=("3万2500.5", "32500.5"),
            tens_under_qian=("3千50", "3050"),
        ),
    )
    def test_terms(self, text, value):
        assert read(text) == value

    @pytest.mark.parametrize(
        ("text", "code", "at"),
        table(
            overlap=("22.2万2500", "numeral.overlap", "2500"),
            overlap_by_one=("22.2万1000", "numeral.overlap", "1000"),
            overlap_in_decimals=("1.23456万57", "numeral.overlap", "57"),
            year=("3.5 万 2020", "numeral.overlap", "2020"),
            ascending=("1千3百万", "numeral.overlap", "3百万"),
            same_scale=("1万2万", "numeral.overlap", "2万"),
            scale_of_a_scale=("5亿万", "numeral.order", "万"),
            scale_of_a_spaced_scale=("5万 万", "numeral.order", " 万"),
            scale_twice=("1亿亿", "numeral.order", "亿"),
            three_scales=("5千万亿", "numeral.order", "亿"),
            zero_digit_under_a_scale=("3万0500", "numeral.order", "0500"),
            zero_word_without_an_empty_place=("3万零2000", "numeral.order", "2000"),
            one_digit=("3万2", "numeral.ambiguous", "2"),
            one_digit_and_decimals=("3万2.5", "numeral.ambiguous", "2.5"),
            one_digit_under_a_decimal=("1.2万3", "numeral.ambiguous", "3"),
            missing_ten_thousands=("1亿5000", "numeral.ambiguous", "5000"),
            missing_ten_thousands_qian=("1亿2千", "numeral.ambiguous", "2千"),
            space_after_only=("3万 170", "numeral.trailing", " 170"),
            hundred_alone=("3百", "numeral.trailing", "百"),
            ten=("3十", "numeral.trailing", "十"),
            chinese_after=("3万五千", "numeral.trailing", "五千"),
            zero_word_last=("3万零", "numeral.trailing", "零"),
            scale_alone=("万", "numeral.unreadable", "万"),
        ),
    )
    def test_refuses(self, text, code, at):
        assert refused(text) == (code, at)

    @pytest.mark.parametrize(
        ("text", "readings"),
        [
            ("3万2", "32000 / 30002"),
            ("-3万2", "-32000 / -30002"),
            ("1亿2", "120000000 / 100000002"),
            ("1亿2千", "120000000 / 100002000"),
            ("1亿5000", "150000000 / 100005000"),
            ("1亿2千万3", "123000000 / 120000003"),
            ("1.2万3", ""),
            ("3万2.5", ""),
        ],
    )
    def test_names_both_readings(self, text, readings):
        assert hint(text) == readings


class TestChineseDigits:
    """Positional Chinese numbers below 10^16, one 零 for every run of empty places."""

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            zero=("零", "0"),
            label_zero=("〇", "0"),
            one=("一", "1"),
            pair=("两", "2"),
            ten=("十", "10"),
            twelve=("十二", "12"),
            twenty=("二十", "20"),
            old_twenty_three=("廿三", "23"),
            old_thirty=("卅", "30"),
            old_forty_one=("卌一", "41"),
            two_hundred=("两百", "200"),
            ten_without_its_one=("一百十二", "112"),
            ten_after_a_zero=("一千零十二", "1012"),
            whole=("一千四百零九", "1409"),
            four_digits=("三千六百七十八", "3678"),
            million=("一百二十三万四千五百六十七", "1234567"),
            ten_thousands_empty=("一亿零一千", "100001000"),
            empty_inside=("三百零四亿零五百万零六", "30405000006"),
            nested=("一万二千亿", "1200000000000"),
            wan_yi=("二十一万亿", "21000000000000"),
            wan_yi_and_more=("一万亿三千万", "1000030000000"),
            below_ten_to_sixteen=(
                "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九",
                "9999999999999999",
            ),
            cut_elsewhere=("十二万三千四百五十六亿七千八百九十万零一百二十三", "12345678900123"),
            zeros_elsewhere=("六亿零四千五百零六", "600004506"),
            traditional=("四億五千六百四十二萬零壹十五", "456420015"),
            circle=("一百○三", "103"),
        ),
    )
    def test_positional(self, text, value):
        assert read(text) == value

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            whole=("壹仟肆佰零玖", "1409"),
            ten=("壹拾万", "100000"),
            traditional=("貳萬參仟陸佰", "23600"),
            other_three=("叄佰", "300"),
            mixed_with_plain=("七十八万零五佰零六", "780506"),
            full_zeros=("壹拾贰万亿零贰仟肆佰贰拾壹", "12000000002421"),
        ),
    )
    def test_financial(self, text, value):
        assert read(text) == value

    @pytest.mark.parametrize(
        ("with_zero", "without", "value"),
        [
            ("壹拾万零柒仟", "壹拾万柒仟", "107000"),
            ("一百九十万零三千九百七十一", "一百九十万三千九百七十一", "1903971"),
            ("十亿零三千万", "十亿三千万", "1030000000"),
            ("壹拾贰万亿零壹仟贰佰肆拾壹万", "壹拾贰万亿壹仟贰佰肆拾壹万", "12000012410000"),
            ("十万零二千亿", "十万二千亿", "10200000000000"),
        ],
    )
    def test_zero_of_the_banks(self, with_zero, without, value):
        """支付结算办法: a 零 may stand or not where the group above ends in an empty place."""
        assert read(with_zero) == read(without) == value

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            decimals=("三千六百七十八点七六", "3678.76"),
            zero_before=("零点零五", "0.05"),
            pair_before=("两点五", "2.5"),
            traditional=("十五點七", "15.7"),
            zeros_after=("四百亿点零五零", "40000000000.050"),
            under_a_scale=("十二点五万", "125000"),
            under_yi=("三点八七亿", "387000000"),
            under_wan_yi=("一点二万亿", "1200000000000"),
            negative=("负六点六", "-6.6"),
            digit_by_digit=("二〇点五", "20.5"),
        ),
    )
    def test_decimals(self, text, value):
        assert read(text) == value

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            year=("二〇二一", "2021"),
            year_with_zero_word=("二零二一", "2021"),
            year_with_circle=("二○二一", "2021"),
            year_without_zero=("一九四九", "1949"),
            financial=("贰零贰壹", "2021"),
            two_digits=("九五", "95"),
            three_digits=("一〇五", "105"),
            falling=("二一", "21"),
        ),
    )
    def test_digit_by_digit(self, text, value):
        assert read(text) == value

    @pytest.mark.parametrize(
        ("text", "code", "at"),
        table(
            scale_without_a_digit=("万一", "numeral.unreadable", "万一"),
            hundred_without_a_digit=("百二十", "numeral.unreadable", "百二十"),
            part_of_hundred=("百分之九十五", "numeral.unreadable", "百分之九十五"),
            rising=("一百二千", "numeral.order", "二"),
            scale_twice=("一亿亿", "numeral.order", "亿"),
            scale_after_scale=("一亿万", "numeral.order", "万"),
            wan_twice=("一万二千万", "numeral.order", "万"),
            yi_twice=("一万亿二千亿", "numeral.order", "二"),
            wan_and_more_missing_zero=("一亿二百万三千", "numeral.order", "二"),
            missing_zero_in_a_group=("一千二十", "numeral.order", "二"),
            missing_zero_after_wan=("一万二百", "numeral.order", "二"),
            missing_zero_after_yi=("一亿二百万", "numeral.order", "二"),
            superfluous_zero=("一百零五十", "numeral.order", "十"),
            superfluous_zero_before_hundreds=("一千零五百", "numeral.order", "百"),
            superfluous_zero_after_wan=("三万零三千", "numeral.order", "千"),
            superfluous_zero_after_yi=("一亿零三千万", "numeral.order", "万"),
            two_zeros=("一百零零三", "numeral.order", "零"),
            zero_first=("零五", "numeral.order", "零"),
            zero_ten=("零十", "numeral.order", "十"),
            pair_of_tens=("两十", "numeral.order", "十"),
            pair_inside=("一百零两万", "numeral.order", "零"),
            pair_and_digit=("两三", "numeral.order", "三"),
            pair_of_a_pair=("一百两千", "numeral.order", "两"),
            plan=("十四五", "numeral.order", "五"),
            approximate_tens=("四十五六", "numeral.order", "六"),
            approximate_hundreds=("三五百", "numeral.ambiguous", "三五"),
            approximate_ten=("一二十", "numeral.ambiguous", "一二"),
            digits_before_a_scale=("二〇二一万", "numeral.order", "万"),
            digits_and_decimals_before_a_scale=("二〇点五万", "numeral.order", "万"),
            decimals_of_a_scale_before_a_scale=("一亿点五万", "numeral.order", "万"),
            tens_after_decimals=("三点五十", "numeral.order", "十"),
            digits_after_a_decimal_scale=("三点五万二", "numeral.order", "二"),
            two_points=("一点二点三", "numeral.point", "点三"),
            two_points_and_a_scale=("一点二万点三", "numeral.point", "点三"),
            point_last=("一点", "numeral.point", "点"),
            point_first=("点五", "numeral.point", "点五"),
            half=("三点半", "numeral.point", "点半"),
            zero_last=("一百零", "numeral.trailing", "零"),
            thousand_last=("五十千", "numeral.trailing", "千"),
            trillion=("一兆", "numeral.trailing", "兆"),
            part=("三分之二", "numeral.trailing", "分之二"),
            arabic_after=("三万5000", "numeral.trailing", "5000"),
            space_before_a_scale=("二十 亿", "numeral.trailing", " 亿"),
            word=("一切", "numeral.trailing", "切"),
        ),
    )
    def test_refuses(self, text, code, at):
        assert refused(text) == (code, at)

    @pytest.mark.parametrize(
        ("text", "at", "readings"),
        [
            ("一万二", "二", "12000 / 10002"),
            ("负一万二", "二", "-12000 / -10002"),
            ("两百五", "五", "250 / 205"),
            ("三千五", "五", "3500 / 3005"),
            ("十三万五", "五", "135000 / 130005"),
            ("一亿三", "三", "130000000 / 100000003"),
            ("一亿一千", "一千", "110000000 / 100001000"),
            ("六亿四千五百零六", "四千五百零六", "645060000 / 600004506"),
            ("一亿十", "十", "100100000 / 100000010"),
            ("三四", "三四", "34 / 3～4"),
            ("三五", "三五", "35 / 3～5"),
            ("三四条", "三四", "34 / 3～4"),
            ("三四点五", "三四", ""),
        ],
    )
    def test_two_readings(self, text, at, readings):
        """In speech the last unit is left out, or two digits side by side mean `about`: never guessed."""
        assert refused(text) == ("numeral.ambiguous", at)
        assert hint(text) == readings

    def test_digits_have_a_limit(self):
        assert refused("一" * 35)[0] == "numeral.digits"
