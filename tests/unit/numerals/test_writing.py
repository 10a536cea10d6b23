"""How `format_number` writes: exactly, or rounded once."""

from decimal import Decimal
from fractions import Fraction

import pytest

from govperf.errors import NumeralError
from govperf.numerals import format_number


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


class TestRefusals:
    """Floats and flags are no numbers; what would not fit on a page is not written."""

    @pytest.mark.parametrize("value", [1.5, True, "12", None, Fraction(1, 2), 1j], ids=repr)
    def test_types(self, value):
        with pytest.raises(TypeError, match="must be a Decimal or an int"):
            format_number(value)

    @pytest.mark.parametrize(
        ("value", "code"),
        [
            (Decimal("NaN"), "numeral.infinite"),
            (Decimal("sNaN"), "numeral.infinite"),
            (Decimal("Infinity"), "numeral.infinite"),
            (Decimal("-Infinity"), "numeral.infinite"),
            (Decimal("1E+61"), "numeral.range"),
            (Decimal("-1E+999999999"), "numeral.range"),
            (Decimal("1E-61"), "numeral.range"),
            (Decimal("0E-61"), "numeral.range"),
            (10**61, "numeral.range"),
        ],
        ids=lambda part: str(part)[:16],
    )
    @pytest.mark.parametrize("style", ["grouped", "plain", "scaled"])
    def test_values(self, value, code, style):
        with pytest.raises(NumeralError) as caught:
            format_number(value, style=style)
        assert caught.value.code == code

    def test_huge_whole_number_is_not_printed_in_the_error(self):
        with pytest.raises(NumeralError, match=r"'≈2\^1000001' is too large"):
            format_number(1 << 1_000_000)

    @pytest.mark.parametrize("digits", [-1, 61, 10**100])
    def test_digits_out_of_range(self, digits):
        with pytest.raises(NumeralError) as caught:
            format_number(1, digits=digits)
        assert (caught.value.code, caught.value.details["limit"]) == ("numeral.decimals", "60")

    @pytest.mark.parametrize("digits", [True, 2.0, "2", Decimal(2)], ids=repr)
    def test_digits_of_another_type(self, digits):
        with pytest.raises(TypeError, match="digits must be an int"):
            format_number(1, digits=digits)

    def test_unknown_style(self):
        with pytest.raises(ValueError, match="style is grouped, plain, scaled, not 'compact'"):
            format_number(1, style="compact")

    def test_unknown_rounding(self):
        with pytest.raises(ValueError, match="rounding is half_up or half_even, not 'down'"):
            format_number(1, digits=2, rounding="down")
