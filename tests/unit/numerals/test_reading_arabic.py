"""Numbers in Arabic digits that `parse_number` reads and refuses: one table per rule."""

from decimal import Decimal

import pytest
from asking import hint, read, refused, table

from govperf.errors import LimitError, NumeralError
from govperf.limits import LIMITS
from govperf.numerals import parse_number


class TestDigits:
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
            long_with_a_scale=("9" * 26 + "亿", "9" * 26 + "0" * 8),
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
            no_digit_after_the_point=("5.", "numeral.point", "."),
            numbers_in_a_row=("3 4 5", "numeral.trailing", " 4 5"),
            year_and_number=("2020 123", "numeral.trailing", " 123"),
            comma_and_space=("1, 234", "numeral.trailing", ", 234"),
            comma_at_the_end=("12,", "numeral.trailing", ","),
            underscore=("1_000", "numeral.trailing", "_000"),
            time=("10:30", "numeral.trailing", ":30"),
            proportion=("1∶500", "numeral.trailing", "∶500"),
            chinese_point=("1点5", "numeral.point", "点5"),
            newline_at_the_end=("12\n", "numeral.trailing", "\n"),
            newline_inside=("1\n2", "numeral.trailing", "\n2"),
            tab_at_the_end=("12\t", "numeral.trailing", "\t"),
            arabic_indic_digit=("1٣", "numeral.trailing", "٣"),
            arabic_indic_digits=("٣٤", "numeral.unreadable", "٣٤"),
            superscript=("²", "numeral.unreadable", "²"),
            not_a_number=("NaN", "numeral.unreadable", "NaN"),
            infinity=("Infinity", "numeral.unreadable", "Infinity"),
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


class TestNoZeroBeforeThePoint:
    """Spreadsheets print .5; GB/T 15835-2011 5.1.2 wants 0.5."""

    @pytest.mark.parametrize(
        ("text", "value"),
        [
            (".5", "0.5"),
            ("-.5", "-0.5"),
            ("+.50", "0.50"),
            ("．５", "0.5"),
            ("-.0", "0.0"),
            (" .25 ", "0.25"),
        ],
    )
    def test_reads(self, text, value):
        assert read(text) == value

    @pytest.mark.parametrize("text", [".", "-.", ".5.5", ".5万", ".,5", "..5"])
    def test_refuses(self, text):
        assert refused(text) == ("numeral.point", text)

    def test_decimals_have_a_limit(self):
        assert parse_number("." + "0" * 59 + "1") == Decimal("1E-60")
        with pytest.raises(NumeralError) as caught:
            parse_number("." + "0" * 60 + "1")
        assert caught.value.code == "numeral.range"


class TestExponent:
    """2.5E+08 as spreadsheets print it: one or two digits, with or without a sign."""

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            spreadsheet=("2.5E+08", "250000000"),
            no_sign=("1e5", "100000"),
            negative=("1e-5", "0.00001"),
            negative_number=("-1.50E3", "-1500"),
            printed_decimals_are_kept=("1.500e2", "150.0"),
            minus_sign=("1E−5", "0.00001"),
            full_width=("１．５Ｅ＋０３", "1500"),
            grouped=("1,234e2", "123400"),
            zero=("-0e9", "0"),
            space_before=("2.5 E+08", "250000000"),
            largest=("1e33", "1" + "0" * 33),
            smallest=("1e-60", "1E-60"),
        ),
    )
    def test_reads(self, text, value):
        assert read(text) == value

    @pytest.mark.parametrize(
        ("text", "code", "at"),
        table(
            too_large=("1e34", "numeral.digits", "1e34"),
            far_too_large=("9e99", "numeral.digits", "9e99"),
            too_small=("1e-61", "numeral.range", "1e-61"),
            three_digits=("1e100", "numeral.trailing", "e100"),
            no_digit=("3e", "numeral.trailing", "e"),
            sign_only=("3e+", "numeral.trailing", "e+"),
            space_after=("1e 5", "numeral.trailing", "e 5"),
            decimals=("1e1.5", "numeral.trailing", "e1.5"),
            after_a_scale=("2万e3", "numeral.trailing", "e3"),
            before_a_scale=("2e3万", "numeral.trailing", "e3万"),
            alone=("e5", "numeral.unreadable", "e5"),
        ),
    )
    def test_refuses(self, text, code, at):
        assert refused(text) == (code, at)


class TestThousandsMillionsDozens:
    """k and K are thousands, M millions, 打 twelve; m is the metre."""

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            k=("1.5k", "1500"),
            capital_k=("40K", "40000"),
            full_width_k=("15Ｋ", "15000"),
            million=("2.5M", "2500000"),
            space=("5 k", "5000"),
            chinese_digits=("五k", "5000"),
            dozen=("一打", "12"),
            dozens=("5打", "60"),
            parts_of_a_dozen=("1.5打", "18.0"),
            zero=("0k", "0"),
        ),
    )
    def test_reads(self, text, value):
        assert read(text) == value

    @pytest.mark.parametrize(
        ("text", "code", "at"),
        table(
            metre=("5m", "numeral.trailing", "m"),
            giga=("5G", "numeral.trailing", "G"),
            kilometre=("5km", "numeral.trailing", "km"),
            twice=("5kk", "numeral.trailing", "kk"),
            after_a_scale=("5万k", "numeral.trailing", "k"),
            dozen_after_a_scale=("5万打", "numeral.trailing", "打"),
            too_large=("9" * 33 + "k", "numeral.digits", "9" * 33 + "k"),
            no_number=("打", "numeral.unreadable", "打"),
        ),
    )
    def test_refuses(self, text, code, at):
        assert refused(text) == (code, at)


class TestScaleWords:
    """Scale words after Arabic digits are powers of ten, exactly, alone or one under another."""

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            wan=("804万", "8040000"),
            yi=("3.87亿", "387000000"),
            wan_yi=("1.2万亿", "1200000000000"),
            qian=("5千", "5000"),
            bai=("3百", "300"),
            shi=("3十", "30"),
            bai_wan=("3百万", "3000000"),
            qian_wan=("2千万", "20000000"),
            bai_yi=("3百亿", "30000000000"),
            qian_yi=("5千亿", "500000000000"),
            qian_wan_yi=("5千万亿", "5000000000000000"),
            wan_wan=("5万万", "500000000"),
            yi_yi=("1亿亿", "10000000000000000"),
            zhao=("5兆", "5000000000000"),
            bai_zhao=("5百兆", "500000000000000"),
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
            every_place=("5万4千6百", "54600"),
            every_place_to_the_last=("1万2千3百4十5", "12345"),
            spaced=("5 万 4 千 6 百", "54600"),
            ascending=("1千3百万", "13000000"),
            ascending_and_more=("1千3百万5千", "13005000"),
            zero_word_before_the_tens_of_wan=("2千零30万", "20300000"),
            wan_under_yi=("1亿30万", "100300000"),
            wan_under_wan_yi=("1万亿5000亿", "1500000000000"),
            yi_under_zhao=("1兆5亿", "1000500000000"),
            eight_digits_under_yi=("1亿50000000", "150000000"),
            standard=("10亿零817万5 288", "1008175288"),
            zero_word=("3万零5", "30005"),
            zero_word_and_spaces=("10 亿 零 817 万", "1008170000"),
            zero_word_for_the_ten_thousands=("1亿零5000", "100005000"),
            zero_word_after_an_empty_place=("10亿零8170万", "1081700000"),
            zero_word_without_an_empty_place=("3万零2000", "32000"),
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
            overlap_after_a_zero_word=("3万零20000", "numeral.overlap", "20000"),
            year=("3.5 万 2020", "numeral.overlap", "2020"),
            rising=("1百2千", "numeral.overlap", "2千"),
            rising_to_zhao=("5亿5兆", "numeral.overlap", "5兆"),
            same_scale=("1万2万", "numeral.overlap", "2万"),
            scale_of_a_scale=("5亿万", "numeral.order", "万"),
            scale_of_a_spaced_scale=("5亿 万", "numeral.order", " 万"),
            scale_three_times=("1万亿亿", "numeral.order", "亿"),
            zero_digit_under_a_scale=("3万0500", "numeral.order", "0500"),
            zero_word_inside_a_group=("2千零3百", "numeral.order", "3百"),
            five_thousand_and_fifty_thousand=("3千5万", "numeral.ambiguous", "5万"),
            zhao_twice=("5兆兆", "numeral.trailing", "兆"),
            space_after_only=("3万 170", "numeral.trailing", " 170"),
            chinese_after=("3万五千", "numeral.trailing", "五千"),
            zero_word_last=("3万零", "numeral.trailing", "零"),
            scale_alone=("万", "numeral.unreadable", "万"),
        ),
    )
    def test_refuses(self, text, code, at):
        assert refused(text) == (code, at)


class TestAsSaid:
    """One digit at the end counts the next place, where nothing else is meant; else it is refused."""

    @pytest.mark.parametrize(
        ("text", "value"),
        table(
            wan=("3万2", "32000"),
            negative=("-3万2", "-32000"),
            yi=("1亿2", "120000000"),
            qian=("1千2", "1200"),
            bai=("3百5", "350"),
            last_of_places=("5万4千6", "54600"),
            tens_of_wan=("10万5", "105000"),
            spaced=("3 万 2", "32000"),
            zhao=("5兆3", "5300000000000"),
        ),
    )
    def test_reads(self, text, value):
        assert read(text) == value

    @pytest.mark.parametrize(
        ("text", "at", "readings"),
        table(
            hundreds_of_wan=("100万5", "5", ""),
            negative=("-100万5", "5", ""),
            thousands_of_wan=("1亿2千万3", "3", ""),
            hundred_wan=("3百万2", "2", ""),
            missing_wan=("1亿5000", "5000", "150000000 / 100005000"),
            missing_wan_qian=("1亿2千", "2千", "120000000 / 100002000"),
            decimals_before=("1.2万3", "3", ""),
            decimals_after=("3万2.5", "2.5", ""),
            wan_yi=("1万亿2", "2", ""),
            wan_wan=("5万万2", "2", ""),
        ),
    )
    def test_refuses(self, text, at, readings):
        assert refused(text) == ("numeral.ambiguous", at)
        assert hint(text) == readings
