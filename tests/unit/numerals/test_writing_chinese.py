"""How `format_number` writes in Chinese digits: spoken, financial, digit by digit."""

from decimal import Decimal

import pytest

from govperf.errors import NumeralError
from govperf.numerals import format_number

FINANCIAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


class TestZeros:
    """GB/T 15835-2011, 正确填写票据和结算凭证的基本规定: one 零 for a run of empty places inside a number."""

    @pytest.mark.parametrize(
        ("value", "written"),
        [
            (0, "零"),
            (1, "一"),
            (9, "九"),
            (20, "二十"),
            (21, "二十一"),
            (100, "一百"),
            (101, "一百零一"),
            (110, "一百一十"),
            (111, "一百一十一"),
            (999, "九百九十九"),
            (1000, "一千"),
            (1001, "一千零一"),
            (1010, "一千零一十"),
            (1100, "一千一百"),
            (1409, "一千四百零九"),
            (2222, "二千二百二十二"),
            (9999, "九千九百九十九"),
            (10000, "一万"),
            (10001, "一万零一"),
            (10010, "一万零一十"),
            (10100, "一万零一百"),
            (11000, "一万一千"),
            (20002, "二万零二"),
            (30300, "三万零三百"),
            (99999, "九万九千九百九十九"),
            (1000000, "一百万"),
            (1001000, "一百万一千"),
            (1903971, "一百九十万三千九百七十一"),
            (10500000, "一千零五十万"),
            (10000001, "一千万零一"),
            (99999999, "九千九百九十九万九千九百九十九"),
            (100000000, "一亿"),
            (100000001, "一亿零一"),
            (100001000, "一亿零一千"),
            (100010000, "一亿零一万"),
            (110000000, "一亿一千万"),
            (600004506, "六亿零四千五百零六"),
        ],
        ids=str,
    )
    def test_whole(self, value, written):
        assert format_number(value, style="spoken") == written
        assert format_number(-value, style="spoken") == (f"负{written}" if value else written)
        assert format_number(value, style="financial") == written.translate(FINANCIAL)

    @pytest.mark.parametrize(
        ("value", "written"),
        [
            (10**12, "一万亿"),
            (10**12 + 1, "一万亿零一"),
            (10**12 + 10**8, "一万零一亿"),
            (10**15, "一千万亿"),
            (1_0001_0000_0001, "一万零一亿零一"),
            (1_0001_0001_0000, "一万零一亿零一万"),
            (2_0000_3000_0000, "二万亿零三千万"),
            (2_0000_0000_3000, "二万亿零三千"),
            (2_3000_4000_5000, "二万三千亿四千万五千"),
            (2_0300_0040_0005, "二万零三百亿零四十万零五"),
            (9999_9999_9999_9999, "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九"),
        ],
        ids=str,
    )
    def test_above_yi(self, value, written):
        """万亿 and no 兆. Where a whole group is empty, a 零 says so even before thousands."""
        assert format_number(value, style="spoken") == written
        assert format_number(value, style="financial") == written.translate(FINANCIAL)


class TestTeens:
    """10 to 19 begin with 十 where a number is spoken, and with 壹拾 where it is money."""

    @pytest.mark.parametrize(
        ("value", "spoken", "financial"),
        [
            (10, "十", "壹拾"),
            (15, "十五", "壹拾伍"),
            (19, "十九", "壹拾玖"),
            (-15, "负十五", "负壹拾伍"),
            (100000, "十万", "壹拾万"),
            (150000, "十五万", "壹拾伍万"),
            (100010, "十万零一十", "壹拾万零壹拾"),
            (10**9, "十亿", "壹拾亿"),
            (10**13, "十万亿", "壹拾万亿"),
            (12000000002421, "十二万亿零二千四百二十一", "壹拾贰万亿零贰仟肆佰贰拾壹"),
            (10000012410000, "十万亿零一千二百四十一万", "壹拾万亿零壹仟贰佰肆拾壹万"),
            (Decimal("10.10"), "十点一零", "壹拾点壹零"),
        ],
        ids=str,
    )
    def test_teens(self, value, spoken, financial):
        assert format_number(value, style="spoken") == spoken
        assert format_number(value, style="financial") == financial


class TestDecimals:
    """Decimals are read digit by digit, as many as there are."""

    @pytest.mark.parametrize(
        ("value", "digits", "written"),
        [
            (Decimal("3678.76"), None, "三千六百七十八点七六"),
            (Decimal("0.05"), None, "零点零五"),
            (Decimal("1.50"), None, "一点五零"),
            (Decimal("-1.5"), None, "负一点五"),
            (Decimal("-0.00"), None, "零点零零"),
            (Decimal("0.00"), None, "零点零零"),
            (Decimal("1E+5"), None, "十万"),
            (Decimal("1.5E+5"), None, "十五万"),
            (Decimal("1E-7"), None, "零点零零零零零零一"),
            (Decimal(100), None, "一百"),
            (Decimal("0.123456789012"), None, "零点一二三四五六七八九零一二"),
            (Decimal("9999.995"), 2, "一万点零零"),
            (Decimal("9999.995"), 0, "一万"),
            (5, 2, "五点零零"),
            (Decimal("0E+9"), None, "零"),
        ],
        ids=str,
    )
    def test_decimals(self, value, digits, written):
        assert format_number(value, style="spoken", digits=digits) == written
        full = f"一{written}" if written.startswith("十") else written
        assert format_number(value, style="financial", digits=digits) == full.translate(FINANCIAL)

    def test_half_even(self):
        assert format_number(Decimal("2.5"), style="spoken", digits=0, rounding="half_even") == "二"

    def test_long_decimals_are_written_and_not_kept(self):
        value = Decimal("0." + "12345" * 40)
        assert format_number(value, style="spoken") == "零点" + "一二三四五" * 40


class TestLimits:
    """Below 10^16, after rounding."""

    @pytest.mark.parametrize("style", ["spoken", "financial"])
    @pytest.mark.parametrize(
        ("value", "digits"),
        [
            (10**16, None),
            (-(10**16), None),
            (Decimal("1E+16"), None),
            (Decimal("10000000000000000.00"), None),
            (Decimal("9999999999999999.5"), 0),
            (Decimal("-9999999999999999.995"), 2),
            (10**60, None),
        ],
        ids=str,
    )
    def test_too_large(self, value, digits, style):
        with pytest.raises(NumeralError) as caught:
            format_number(value, style=style, digits=digits)
        assert (caught.value.code, caught.value.hint) == ("numeral.range", "< 10^16")

    def test_just_below(self):
        value = Decimal("9999999999999999.4")
        assert format_number(value, style="spoken", digits=0) == format_number(10**16 - 1, style="spoken")
        assert format_number(value, style="spoken").endswith("点四")


class TestDigits:
    """GB/T 15835-2011: 〇 in a number that is read digit by digit."""

    @pytest.mark.parametrize(
        ("value", "digits", "written"),
        [
            (2021, None, "二〇二一"),
            (0, None, "〇"),
            (10, None, "一〇"),
            (-110, None, "负一一〇"),
            (Decimal("3.14"), None, "三点一四"),
            (Decimal("-0.50"), None, "负〇点五〇"),
            (Decimal("1E+3"), None, "一〇〇〇"),
            (Decimal("2.5"), 0, "三"),
            (10**16, None, "一" + "〇" * 16),
            (10**60, None, "一" + "〇" * 60),
        ],
        ids=str,
    )
    def test_digits(self, value, digits, written):
        assert format_number(value, style="digits", digits=digits) == written


class _Amount(Decimal):
    """A kind of Decimal that prints in a way of its own."""

    def __str__(self):
        return "no number"


class _Count(int):
    def __str__(self):
        return "no number"


@pytest.mark.parametrize("style", ["spoken", "financial"])
@pytest.mark.parametrize(("kind", "value"), [(_Amount, "12.5"), (_Count, "12")])
def test_a_value_of_another_class_is_written_by_its_value(style, kind, value):
    assert format_number(kind(value), style=style) == format_number(Decimal(value), style=style)
