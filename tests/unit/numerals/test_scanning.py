"""What `scan` finds where a number begins: its value, its end, and the scale word before a unit."""

from decimal import Decimal

import pytest

from govperf.errors import LimitError, NumeralError
from govperf.numerals import Scan, scan
from govperf.numerals.arabic import read_arabic
from govperf.numerals.chinese import read_chinese
from govperf.numerals.start import Start


class TestScaleBeforeUnit:
    """One mantissa and one scale word: the scale word may belong to the unit that follows."""

    @pytest.mark.parametrize(
        ("text", "value", "mantissa", "scale", "printed", "rest"),
        [
            ("3,678.76 万元", "36787600", "3678.76", "万", "3,678.76", "元"),
            ("12.37万家次", "123700", "12.37", "万", "12.37", "家次"),
            ("804万人次", "8040000", "804", "万", "804", "人次"),
            ("7万元/人、年", "70000", "7", "万", "7", "元/人、年"),
            ("1.5亿元", "150000000", "1.5", "亿", "1.5", "元"),
            ("1.2万亿元", "1200000000000", "1.2", "万亿", "1.2", "元"),
            ("5千米", "5000", "5", "千", "5", "米"),
            ("5 千克", "5000", "5", "千", "5", "克"),
            ("3百万元", "3000000", "3", "百万", "3", "元"),
            ("2千万元", "20000000", "2", "千万", "2", "元"),
            ("２仟萬元", "20000000", "2", "千万", "２", "元"),
            ("-1.50万元", "-15000", "-1.50", "万", "-1.50", "元"),
            ("5万千瓦", "50000", "5", "万", "5", "千瓦"),
            ("两万元", "20000", "2", "万", "两", "元"),
            ("一千万元", "10000000", "1000", "万", "一千", "元"),
            ("十二万亿元", "12000000000000", "12", "万亿", "十二", "元"),
            ("一万二千亿元", "1200000000000", "12000", "亿", "一万二千", "元"),
            ("三点五亿元", "350000000", "3.5", "亿", "三点五", "元"),
            ("负叁億元", "-300000000", "-3", "亿", "负叁", "元"),
        ],
    )
    def test_scale(self, text, value, mantissa, scale, printed, rest):
        found = scan(text)
        assert (str(found.value), str(found.mantissa), found.scale) == (value, mantissa, scale)
        assert (text[: found.mantissa_end], text[found.end :]) == (printed, rest)

    @pytest.mark.parametrize(
        ("text", "value", "rest"),
        [
            ("22.2 万 170 项", "222170", " 项"),
            ("1亿2千万元", "120000000", "元"),
            ("3万4000元", "34000", "元"),
            ("5千亿元", "500000000000", "元"),
            ("3百亿元", "30000000000", "元"),
            ("5千万亿元", "5000000000000000", "元"),
            ("3百元", "300", "元"),
            ("3十个", "30", "个"),
            ("5万4千6百元", "54600", "元"),
            ("1千3百万元", "13000000", "元"),
            ("2千零30万元", "20300000", "元"),
            ("五万万元", "500000000", "元"),
            ("一亿一千万元", "110000000", "元"),
            ("一万零五元", "10005", "元"),
            ("3 项", "3", " 项"),
            ("48个", "48", "个"),
            ("12 500项", "12500", "项"),
            ("两支", "2", "支"),
        ],
    )
    def test_no_scale(self, text, value, rest):
        found = scan(text)
        number = Decimal(value)
        end = len(text) - len(rest)
        assert found == Scan(number, end, number, "", end)


class TestEnd:
    """The longest well-formed number; prose, units and other notations after it are left alone."""

    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("12，其中", "12"),
            ("12, 13", "12"),
            ("3 4 5", "3"),
            ("2020 年", "2020"),
            ("2020 500项", "2020"),
            ("12 3456", "12"),
            ("5.加强", "5"),
            ("2020-5", "2020"),
            ("3.14 159", "3.14"),
            ("5百分点", "5"),
            ("100百分比", "100"),
            ("3兆瓦", "3"),
            ("三兆瓦", "三"),
            ("三十兆瓦", "三十"),
            ("3k", "3"),
            ("3打", "3"),
            ("3e5", "3"),
            ("3%", "3"),
            ("3/5", "3"),
            ("三成半", "三"),
            ("60余人", "60"),
            ("3～5元", "3"),
            ("一百几十", "一百"),
            ("3万 2020年", "3万"),
            ("3万五千", "3万"),
            ("3万，2万", "3万"),
            ("3万零件", "3万"),
            ("3两", "3"),
            ("一", "一"),
            ("一项目一安全评估", "一"),
            ("三百零件", "三百"),
            ("三十两", "三十"),
            ("两两", "两"),
            ("三点", "三"),
            ("三点半", "三"),
            ("一点两小时", "一"),
            ("十二千米", "十二"),
            ("一百千瓦", "一百"),
            ("三点零五千米", "三点零五"),
            ("三万千米", "三万"),
            ("三分之一", "三"),
            ("二〇二一年", "二〇二一"),
            ("一百 五十", "一百"),
            ("三万5000", "三万"),
            ("1²", "1"),
            ("1٣", "1"),
        ],
    )
    def test_end(self, text, number):
        found = scan(text)
        assert text[: found.end] == number
        assert found == scan(number)

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("1,2345人", "numeral.grouping"),
            ("12，34人", "numeral.grouping"),
            ("1.2.3版", "numeral.point"),
            ("3万2元", "numeral.ambiguous"),
            ("一万二元", "numeral.ambiguous"),
            ("三四个月", "numeral.ambiguous"),
            ("5亿万元", "numeral.order"),
            ("三万零三千米", "numeral.order"),
            ("3万零2000元", "numeral.order"),
            ("5万万元", "numeral.order"),
            ("1亿亿元", "numeral.order"),
            ("1百2千米", "numeral.overlap"),
            ("3千5元", "numeral.ambiguous"),
            ("1亿2千千万元", "numeral.ambiguous"),
            ("15亿81十百万", "numeral.order"),
            ("两百五元", "numeral.ambiguous"),
            ("一亿三元", "numeral.ambiguous"),
            ("一万二百元", "numeral.order"),
            ("一千二十元", "numeral.order"),
            ("三五百元", "numeral.ambiguous"),
            ("四十五六个", "numeral.order"),
            ("十四五期间", "numeral.order"),
        ],
    )
    def test_malformed(self, text, code):
        with pytest.raises(NumeralError) as caught:
            scan(text)
        assert caught.value.code == code

    @pytest.mark.parametrize(
        "text", ["", "条", "百分之九十五", "万一", "千米", "-", "-条", ".5", "负责", " 5", "点五", "%"]
    )
    def test_nothing_begins(self, text):
        assert scan(text) is None


class TestStart:
    """Indices count in the whole text; only the number itself is bounded in length."""

    def test_start(self):
        text = "预算3,678.76万元，支出-90万元"
        assert [text[at : scan(text, at).end] for at in (2, 15)] == ["3,678.76万", "-90万"]

    def test_mantissa_end_counts_in_the_text(self):
        assert scan("约1.5 亿元", 1).mantissa_end == 4

    @pytest.mark.parametrize("start", [2, 3, 100])
    def test_behind_the_end(self, start):
        assert scan("12", start) is None

    def test_before_the_text(self):
        with pytest.raises(ValueError, match="start must not be negative"):
            scan("12", -1)

    def test_text_only(self):
        with pytest.raises(TypeError, match="not from bytes"):
            scan(b"12")

    def test_span_counts_in_the_text(self):
        with pytest.raises(NumeralError) as caught:
            scan("共12,34元", 1)
        assert caught.value.span == (3, 6)

    def test_text_around_a_number_is_not_bounded(self):
        assert scan("。" * 10_000 + "48个" + "。" * 10_000, 10_000).value == 48

    @pytest.mark.parametrize(
        "text", ["1" * 10_000, "１" * 10_000, "一" * 10_000, "0." + "1" * 10_000, "一点" + "〇" * 10_000]
    )
    def test_number_is_bounded(self, text):
        with pytest.raises(LimitError) as caught:
            scan(text)
        assert caught.value.code == "limit.chars"

    @pytest.mark.parametrize("read", [read_arabic, read_chinese])
    def test_a_reader_of_another_notation_finds_nothing(self, read):
        assert read(Start("条", 0, 0, 1)) is None


class TestTakenByTheUnit:
    """What follows may have taken the last character of the number: 千米 after 零, and 零件."""

    @pytest.mark.parametrize(
        "text",
        [
            "10万零5千米",
            "十万零五千米",
            "二十万零五千克",
            "1亿零3千克",
            "十亿零三千瓦",
            "三零件",
            "二〇一零件",
        ],
    )
    def test_refused(self, text):
        with pytest.raises(NumeralError) as caught:
            scan(text)
        assert caught.value.code == "numeral.ambiguous"

    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("10万零5千元", "10万零5千"),
            ("10万5千米", "10万5千"),
            ("十万五千米", "十万五千"),
            ("零件", None),
            ("零件数", None),
            ("三百零件", "三百"),
            ("零个", "零"),
            ("三零个", "三零"),
        ],
    )
    def test_read(self, text, number):
        found = scan(text)
        assert (found and text[: found.end]) == number
