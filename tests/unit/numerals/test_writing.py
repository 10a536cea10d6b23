"""How `format_number` writes: exactly, or rounded once."""

from decimal import Decimal
from fractions import Fraction
from typing import get_args

import pytest

from govperf.errors import NumeralError
from govperf.numerals import Style, format_number

STYLES = get_args(Style)


class TestGroupedAndPlain:
    """GB/T 15835-2011 5.1.1: thousands commas, in the whole part only."""

    @pytest.mark.parametrize(
        ("value", "grouped", "plain"),
        [
            (0, "0", "0"),
            (999, "999", "999"),
            (1000, "1,000", "1000"),
            (-1234567, "-1,234,567", "-1234567"),
            (Decimal("12345678.9"), "12,345,678.9", "12345678.9"),
            (Decimal("1234.56789"), "1,234.56789", "1234.56789"),
            (Decimal("1.50"), "1.50", "1.50"),
            (Decimal("1E+5"), "100,000", "100000"),
            (Decimal("1E-7"), "0.0000001", "0.0000001"),
            (Decimal("-0"), "0", "0"),
            (Decimal("-0.00"), "0.00", "0.00"),
            (Decimal("0E+9"), "0", "0"),
            (10**60, "1" + ",000" * 20, "1" + "0" * 60),
            (Decimal("1E-60"), "0." + "0" * 59 + "1", "0." + "0" * 59 + "1"),
        ],
        ids=str,
    )
    def test_exact(self, value, grouped, plain):
        assert (format_number(value), format_number(value, style="plain")) == (grouped, plain)

    @pytest.mark.parametrize(
        ("value", "digits", "written"),
        [
            (Decimal("12345678.9"), 0, "12345679"),
            (Decimal("83.285"), 2, "83.29"),
            (Decimal("-83.285"), 2, "-83.29"),
            (5, 2, "5.00"),
            (Decimal("-0.001"), 2, "0.00"),
            (Decimal("0E+9"), 2, "0.00"),
            (Decimal("1E-999999"), 2, "0.00"),
        ],
        ids=str,
    )
    def test_digits(self, value, digits, written):
        assert format_number(value, style="plain", digits=digits) == written

    def test_half_even(self):
        assert format_number(Decimal("83.285"), digits=2, rounding="half_even") == "83.28"


class TestScaled:
    """The scale word is chosen after rounding; below 10^4 there is none."""

    @pytest.mark.parametrize(
        ("value", "digits", "written"),
        [
            (12345678, 2, "1234.57万"),
            (12345678, None, "1234.5678万"),
            (99999999, 2, "1亿"),
            (99999999, 4, "9999.9999万"),
            (999999999999, 0, "1万亿"),
            (9999, 2, "9999"),
            (Decimal("9999.994"), 2, "9999.99"),
            (Decimal("9999.995"), 2, "1万"),
            (9950, 0, "9950"),
            (5000, 0, "5000"),
            (10000, None, "1万"),
            (15000, None, "1.5万"),
            (-15000, None, "-1.5万"),
            (123700, None, "12.37万"),
            (10**8, None, "1亿"),
            (387_000_000, 2, "3.87亿"),
            (1_200_000_000_000, None, "1.2万亿"),
            (10**16 - 1, None, "9999.999999999999万亿"),
            (10**20, None, "100000000万亿"),
            (Decimal("99999999999999999.6"), 0, "100000万亿"),
            (Decimal("1500.00"), None, "1500"),
            (Decimal("0.50"), None, "0.5"),
            (Decimal("0.001"), 2, "0"),
            (Decimal("-0.001"), 2, "0"),
            (100, None, "100"),
            (0, None, "0"),
            (Decimal("0.00"), 2, "0"),
            (Decimal("0E+9"), None, "0"),
            (Decimal("1E+5"), None, "10万"),
        ],
        ids=str,
    )
    def test_scaled(self, value, digits, written):
        assert format_number(value, style="scaled", digits=digits) == written

    def test_half_even(self):
        assert format_number(123_250, style="scaled", digits=2, rounding="half_even") == "12.32万"
        assert format_number(123_250, style="scaled", digits=2) == "12.33万"


class TestForcedScale:
    """A column has one scale word: its numbers are grouped, and keep the zeros that align them."""

    @pytest.mark.parametrize(
        ("value", "scale", "digits", "written"),
        [
            (12_345_000, "万", 2, "1,234.50万"),
            (12_345_000, "亿", 2, "0.12亿"),
            (12_345_000, "万亿", 2, "0.00万亿"),
            (12_345_000, "", 2, "12,345,000.00"),
            (500, "万", 2, "0.05万"),
            (-49, "万", 2, "0.00万"),
            (-50, "万", 2, "-0.01万"),
            (99_999_999, "万", 2, "10,000.00万"),
            (10**12, "万", 0, "100,000,000万"),
            (0, "亿", 0, "0亿"),
            (12_345_000, "万", None, "1,234.5000万"),
            (Decimal("1E+5"), "万", None, "10万"),
            (Fraction(10**5, 3), "万", 3, "3.333万"),
        ],
        ids=str,
    )
    def test_scale(self, value, scale, digits, written):
        assert format_number(value, style="scaled", scale=scale, digits=digits) == written

    def test_half_even(self):
        assert format_number(125, style="scaled", scale="万", digits=3, rounding="half_even") == "0.012万"

    @pytest.mark.parametrize("scale", ["千", "百万", "兆", "万万", "w", " "])
    def test_other_words(self, scale):
        with pytest.raises(ValueError, match=f"scale is '', '万', '亿', '万亿', not '{scale}'"):
            format_number(1, style="scaled", scale=scale)

    @pytest.mark.parametrize(
        "style", ["grouped", "plain", "percent", "points", "spoken", "financial", "digits"]
    )
    def test_other_styles(self, style):
        with pytest.raises(ValueError, match="a scale is for the style 'scaled'"):
            format_number(1, style=style, scale="万")

    def test_not_in_other_locales(self):
        with pytest.raises(ValueError, match="without a locale"):
            format_number(1, style="scaled", scale="万", locale="zh")


class TestPercent:
    """A ratio times a hundred; the digits are those of the percentage. A difference is in 个百分点."""

    @pytest.mark.parametrize(
        ("value", "digits", "written"),
        [
            (Decimal("0.9508"), None, "95.08"),
            (Decimal("0.9508"), 1, "95.1"),
            (Decimal("0.9508"), 4, "95.0800"),
            (Decimal("0.95085"), 2, "95.09"),
            (Decimal("0.950"), None, "95.0"),
            (Decimal("0.95"), None, "95"),
            (1, None, "100"),
            (1, 2, "100.00"),
            (Decimal("21.5554"), None, "2,155.54"),
            (Decimal("-0.3312"), None, "-33.12"),
            (Decimal("-0.000049"), 2, "0.00"),
            (Decimal("0.00005"), 2, "0.01"),
            (0, None, "0"),
            (Decimal("0.00"), None, "0"),
            (Decimal("1E+1"), None, "1,000"),
            (Fraction(2, 3), 2, "66.67"),
            (Fraction(1, 2000), 1, "0.1"),
            (Fraction(1, 2001), 1, "0.0"),
        ],
        ids=str,
    )
    def test_hundredfold(self, value, digits, written):
        assert format_number(value, style="percent", digits=digits) == f"{written}%"
        assert format_number(value, style="points", digits=digits) == f"{written}个百分点"

    def test_half_even(self):
        assert format_number(Decimal("0.95085"), style="percent", digits=2, rounding="half_even") == "95.08%"


class TestFractions:
    """A fraction has no last decimal: it is written where it is said how many there shall be."""

    @pytest.mark.parametrize(
        ("value", "style", "digits", "written"),
        [
            (Fraction(2, 3), "grouped", 2, "0.67"),
            (Fraction(-(10**7), 3), "grouped", 0, "-3,333,333"),
            (Fraction(1, 2), "plain", 0, "1"),
            (Fraction(10**9, 3), "scaled", 2, "3.33亿"),
            (Fraction(199_999_999, 2), "scaled", 2, "1亿"),
            (Fraction(1, 3), "spoken", 3, "零点三三三"),
            (Fraction(10, 3), "financial", 1, "叁点叁"),
            (Fraction(-7, 2), "digits", 0, "负四"),
            (Fraction(1, 10**70), "plain", 60, "0." + "0" * 60),
        ],
        ids=str,
    )
    def test_rounded_once(self, value, style, digits, written):
        assert format_number(value, style=style, digits=digits) == written

    @pytest.mark.parametrize("style", STYLES)
    def test_digits_must_be_said(self, style):
        with pytest.raises(TypeError, match="a Fraction is rounded when it is written: say how many digits"):
            format_number(Fraction(1, 2), style=style)

    @pytest.mark.parametrize("digits", [-1, 61])
    def test_digits_out_of_range(self, digits):
        with pytest.raises(NumeralError, match="0 to 60 decimals"):
            format_number(Fraction(1, 2), digits=digits)


class TestRefusals:
    """Floats and flags are no numbers; what would not fit on a page is not written."""

    @pytest.mark.parametrize("value", [1.5, "12", None, 1j], ids=repr)
    @pytest.mark.parametrize("style", STYLES)
    @pytest.mark.parametrize("digits", [None, 2])
    def test_types(self, value, style, digits):
        with pytest.raises(TypeError, match=f"a number must be .* not {type(value).__name__}"):
            format_number(value, style=style, digits=digits)

    @pytest.mark.parametrize("style", STYLES)
    @pytest.mark.parametrize("digits", [None, 2])
    def test_a_flag_is_no_number(self, style, digits):
        with pytest.raises(TypeError, match="must be a Decimal or an int, not bool"):
            format_number(True, style=style, digits=digits)  # noqa: FBT003 - the flag is the point

    @pytest.mark.parametrize(
        ("value", "code"),
        [
            (Decimal("NaN"), "numeral.infinite"),
            (Decimal("sNaN"), "numeral.infinite"),
            (Decimal("Infinity"), "numeral.infinite"),
            (Decimal("-Infinity"), "numeral.infinite"),
            (Decimal("1E+61"), "numeral.range"),
            (Decimal("-1E+999999999"), "numeral.range"),
            (Decimal("1E-63"), "numeral.range"),
            (Decimal("0E-63"), "numeral.range"),
            (10**61, "numeral.range"),
        ],
        ids=lambda part: str(part)[:16],
    )
    @pytest.mark.parametrize("style", STYLES)
    def test_values(self, value, code, style):
        with pytest.raises(NumeralError) as caught:
            format_number(value, style=style)
        assert caught.value.code == code

    @pytest.mark.parametrize("value", [Decimal("1E-61"), Decimal("0E-61")], ids=str)
    @pytest.mark.parametrize("style", sorted(set(STYLES) - {"percent", "points"}))
    def test_too_small(self, value, style):
        with pytest.raises(NumeralError, match="too large or too small"):
            format_number(value, style=style)

    def test_huge_whole_number_is_not_printed_in_the_error(self):
        with pytest.raises(NumeralError, match=r"'≈2\^1000001' is too large"):
            format_number(1 << 1_000_000)

    @pytest.mark.parametrize("digits", [-1, 61, 10**100])
    def test_digits_out_of_range(self, digits):
        with pytest.raises(NumeralError) as caught:
            format_number(1, digits=digits)
        assert (caught.value.code, caught.value.details["limit"]) == ("numeral.decimals", "60")

    @pytest.mark.parametrize("digits", [True, 2.0, "2", Decimal(2)], ids=repr)
    @pytest.mark.parametrize("value", [1, Fraction(1, 2)], ids=str)
    def test_digits_of_another_type(self, value, digits):
        with pytest.raises(TypeError, match="digits must be an int"):
            format_number(value, digits=digits)

    def test_unknown_style(self):
        with pytest.raises(ValueError, match=f"style is {', '.join(STYLES)}, not 'compact'"):
            format_number(1, style="compact")

    @pytest.mark.parametrize("value", [1, Fraction(1, 2)], ids=str)
    def test_unknown_rounding(self, value):
        with pytest.raises(ValueError, match="rounding is half_up or half_even, not 'down'"):
            format_number(value, digits=2, rounding="down")
