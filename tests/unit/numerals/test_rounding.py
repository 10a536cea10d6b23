"""How values are rounded: in one step, half up or half to even."""

from decimal import Decimal
from fractions import Fraction

import pytest

from govperf.errors import NumeralError
from govperf.numerals import round_half_even, round_half_up


class TestHalfUp:
    """四舍五入: a half goes away from zero."""

    @pytest.mark.parametrize(
        ("value", "digits", "rounded"),
        [
            (Decimal("83.285"), 2, "83.29"),
            (Decimal("-83.285"), 2, "-83.29"),
            (Decimal("28.165"), 2, "28.17"),
            (Decimal("2.5"), 0, "3"),
            (Decimal("-2.5"), 0, "-3"),
            (Decimal("0.4999999999999999999999999999999999999999"), 0, "0"),
            (Decimal("8.53459"), 2, "8.53"),
            (Decimal("9.995"), 2, "10.00"),
            (7, 2, "7.00"),
            (-7, 0, "-7"),
            (Decimal("1E+3"), 1, "1000.0"),
            (Fraction(50, 13), 2, "3.85"),
            (Fraction(1, 8), 2, "0.13"),
            (Fraction(-1, 8), 2, "-0.13"),
            (Fraction(1, 3), 10, "0.3333333333"),
            (Fraction(2, 3), 0, "1"),
            (Fraction(7, 1), 3, "7.000"),
            (Fraction(0), 2, "0.00"),
            (Fraction(-1, 1000), 2, "0.00"),
        ],
        ids=str,
    )
    def test_value(self, value, digits, rounded):
        assert str(round_half_up(value, digits)) == rounded


class TestHalfEven:
    """GB/T 8170-2008: a half goes to the even digit, on the absolute value, once."""

    @pytest.mark.parametrize(
        ("value", "digits", "rounded"),
        [
            (Decimal("28.175"), 2, "28.18"),
            (Decimal("28.165"), 2, "28.16"),
            (Decimal("28.350"), 1, "28.4"),
            (Decimal("28.250"), 1, "28.2"),
            (Decimal("28.050"), 1, "28.0"),
            (Decimal("1.050"), 1, "1.0"),
            (Decimal("0.35"), 1, "0.4"),
            (Decimal("8.53459"), 2, "8.53"),
            (Decimal("83.285"), 2, "83.28"),
            (Decimal("-28.165"), 2, "-28.16"),
            (Decimal("28.1650000000000000000000000000000000000001"), 2, "28.17"),
            (Fraction(1, 8), 2, "0.12"),
            (Fraction(3, 8), 2, "0.38"),
            (Fraction(-1, 8), 2, "-0.12"),
            (5, 1, "5.0"),
        ],
        ids=str,
    )
    def test_value(self, value, digits, rounded):
        assert str(round_half_even(value, digits)) == rounded


class TestBoth:
    """What both refuse, and what neither gives."""

    both = pytest.mark.parametrize("rounding", [round_half_up, round_half_even])

    @both
    @pytest.mark.parametrize(
        "value", [Decimal("-0.001"), Decimal("-0"), Decimal("0E+999999"), Decimal("-1E-999999999")], ids=str
    )
    def test_zero_has_no_sign(self, rounding, value):
        assert str(rounding(value, 2)) == "0.00"

    @both
    @pytest.mark.parametrize("value", [0.5, True, "1", None], ids=repr)
    def test_types(self, rounding, value):
        with pytest.raises(TypeError, match="a number must be"):
            rounding(value, 2)

    @both
    @pytest.mark.parametrize("digits", [True, 2.0, None], ids=repr)
    def test_digits_of_another_type(self, rounding, digits):
        with pytest.raises(TypeError, match="digits must be an int"):
            rounding(Decimal(1), digits)

    @both
    @pytest.mark.parametrize("digits", [-1, 61, 10**9])
    def test_digits_out_of_range(self, rounding, digits):
        with pytest.raises(NumeralError) as caught:
            rounding(Decimal(1), digits)
        assert caught.value.code == "numeral.decimals"

    @both
    @pytest.mark.parametrize(
        ("value", "code"),
        [
            (Decimal("NaN"), "numeral.infinite"),
            (Decimal("-Infinity"), "numeral.infinite"),
            (Decimal("1E+61"), "numeral.range"),
            (Decimal("1E+999999999"), "numeral.range"),
            (10**61, "numeral.range"),
            (1 << 1_000_000, "numeral.range"),
            (Fraction(10**61), "numeral.range"),
            (Fraction(1 << 1_000_000), "numeral.range"),
            (Fraction(1, 1 << 1_000_000), "numeral.range"),
        ],
        ids=[
            "nan",
            "infinity",
            "above",
            "far_above",
            "int",
            "huge_int",
            "fraction",
            "numerator",
            "denominator",
        ],
    )
    def test_values(self, rounding, value, code):
        with pytest.raises(NumeralError) as caught:
            rounding(value, 2)
        assert caught.value.code == code
