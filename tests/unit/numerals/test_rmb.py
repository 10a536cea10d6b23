"""How `format_rmb` writes an amount of money in capitals."""

from decimal import Decimal
from fractions import Fraction

import pytest

from govperf.errors import NumeralError
from govperf.numerals import format_rmb


class TestAmounts:
    """元, 角 and 分; no 元 where there is none, and 零 before 分 where there is no 角."""

    @pytest.mark.parametrize(
        ("value", "written"),
        [
            ("0", "零元整"),
            ("0.00", "零元整"),
            ("-0.00", "零元整"),
            ("0.01", "壹分"),
            ("0.10", "壹角整"),
            ("0.11", "壹角壹分"),
            ("1", "壹元整"),
            ("1.00", "壹元整"),
            ("1.05", "壹元零伍分"),
            ("1.5", "壹元伍角整"),
            ("1.50", "壹元伍角整"),
            ("1.55", "壹元伍角伍分"),
            ("10", "壹拾元整"),
            ("10.50", "壹拾元伍角整"),
            ("100000", "壹拾万元整"),
            ("1E+5", "壹拾万元整"),
            ("10000.05", "壹万元零伍分"),
            ("1010.10", "壹仟零壹拾元壹角整"),
            ("10500000", "壹仟零伍拾万元整"),
            ("100000000", "壹亿元整"),
            ("100010000", "壹亿零壹万元整"),
            ("1000000000000", "壹万亿元整"),
            ("12000000002421", "壹拾贰万亿零贰仟肆佰贰拾壹元整"),
            ("999999999999999.99", "玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
            (
                "9999999999999999.99",
                "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
            ),
            ("-5", "负伍元整"),
            ("-0.05", "负伍分"),
            ("-1409.50", "负壹仟肆佰零玖元伍角整"),
            ("1.990", "壹元玖角玖分"),
            ("1.99000000", "壹元玖角玖分"),
        ],
    )
    def test_decimal(self, value, written):
        assert format_rmb(Decimal(value)) == f"人民币{written}"
        assert format_rmb(Decimal(value), prefix="") == written

    @pytest.mark.parametrize(
        ("value", "written"),
        [(0, "零元整"), (1409, "壹仟肆佰零玖元整"), (-12, "负壹拾贰元整"), (10**15, "壹仟万亿元整")],
    )
    def test_whole(self, value, written):
        assert format_rmb(value) == f"人民币{written}"

    @pytest.mark.parametrize("value", [10**16 - 1, 1 - 10**16])
    def test_the_largest(self, value):
        assert format_rmb(value) == format_rmb(Decimal(value))

    @pytest.mark.parametrize(
        ("value", "written"), [(Fraction(3, 2), "壹元伍角整"), (Fraction(-1, 100), "负壹分")]
    )
    def test_fraction(self, value, written):
        assert format_rmb(value, prefix="") == written


class TestRounding:
    """What is finer than a 分 is refused, or rounded where it is said how; it is never cut off."""

    @pytest.mark.parametrize(
        ("value", "half_up", "half_even"),
        [
            ("0.004", "零元整", "零元整"),
            ("0.005", "壹分", "零元整"),
            ("-0.004", "零元整", "零元整"),
            ("-0.005", "负壹分", "零元整"),
            ("0.015", "贰分", "贰分"),
            ("1.999", "贰元整", "贰元整"),
            ("9999.995", "壹万元整", "壹万元整"),
            ("1.0450000000000000000000000000000001", "壹元零伍分", "壹元零伍分"),
        ],
    )
    def test_finer_than_a_fen(self, value, half_up, half_even):
        amount = Decimal(value)
        assert format_rmb(amount, rounding="half_up", prefix="") == half_up
        assert format_rmb(amount, rounding="half_even", prefix="") == half_even
        with pytest.raises(NumeralError) as caught:
            format_rmb(amount)
        assert (caught.value.code, caught.value.hint) == ("rmb.finer", 'rounding="half_up"')
        assert value in caught.value.explain("zh")

    def test_fraction(self):
        assert format_rmb(Fraction(10, 3), rounding="half_up") == "人民币叁元叁角叁分"
        with pytest.raises(NumeralError, match="is finer than a 分, say how to round it"):
            format_rmb(Fraction(10, 3))

    def test_rounding_changes_nothing_else(self):
        assert format_rmb(Decimal("1409.50"), rounding="half_even") == "人民币壹仟肆佰零玖元伍角整"


class TestOptions:
    """What stands before the amount, and what closes it."""

    @pytest.mark.parametrize(
        ("value", "ending", "after", "written"),
        [
            ("5", "整", "角", "伍元整"),
            ("5.5", "整", "角", "伍元伍角整"),
            ("5.55", "整", "角", "伍元伍角伍分"),
            ("5", "正", "角", "伍元正"),
            ("5.5", "正", "角", "伍元伍角正"),
            ("5", "整", "元", "伍元整"),
            ("5.5", "整", "元", "伍元伍角"),
            ("0.5", "正", "元", "伍角"),
            ("0", "正", "元", "零元正"),
            ("5.05", "正", "元", "伍元零伍分"),
        ],
    )
    def test_ending(self, value, ending, after, written):
        assert format_rmb(Decimal(value), ending=ending, ending_after=after, prefix="") == written

    @pytest.mark.parametrize("prefix", ["", "人民币", "港币", "人民币（大写）："])
    def test_prefix(self, prefix):
        assert format_rmb(-5, prefix=prefix) == f"{prefix}负伍元整"

    @pytest.mark.parametrize(
        "options",
        [{"ending": "元"}, {"ending": ""}, {"ending_after": "分"}, {"ending_after": ""}, {"ending": None}],
    )
    def test_other_options(self, options):
        with pytest.raises(ValueError, match="an amount ends in 整 or 正, after 角 or 元, not in"):
            format_rmb(5, **options)


class TestRefusals:
    """Floats are no money; what has more than sixteen digits of 元 is none either."""

    @pytest.mark.parametrize("value", [1.5, "1.50", None, 1j], ids=repr)
    @pytest.mark.parametrize("rounding", [None, "half_up"])
    def test_types(self, value, rounding):
        with pytest.raises(TypeError, match="a number must be a Decimal, an int or a Fraction"):
            format_rmb(value, rounding=rounding)

    def test_a_flag_is_no_amount(self):
        with pytest.raises(TypeError, match="not bool"):
            format_rmb(True)  # noqa: FBT003 - the flag is the point

    @pytest.mark.parametrize(
        ("value", "code"),
        [
            (Decimal("NaN"), "numeral.infinite"),
            (Decimal("sNaN"), "numeral.infinite"),
            (Decimal("Infinity"), "numeral.infinite"),
            (10**16, "numeral.range"),
            (-(10**16), "numeral.range"),
            (Decimal("1E+16"), "numeral.range"),
            (Decimal("10000000000000000.00"), "numeral.range"),
            (Decimal("1E+999999"), "numeral.range"),
            (Fraction(10**17, 2), "numeral.range"),
        ],
        ids=str,
    )
    @pytest.mark.parametrize("rounding", [None, "half_up"])
    def test_values(self, value, code, rounding):
        with pytest.raises(NumeralError) as caught:
            format_rmb(value, rounding=rounding)
        assert caught.value.code == code

    def test_too_large_when_rounded(self):
        value = Decimal("9999999999999999.995")
        with pytest.raises(NumeralError) as caught:
            format_rmb(value, rounding="half_up")
        assert (caught.value.code, caught.value.hint) == ("numeral.range", "< 10^16")

    @pytest.mark.parametrize("value", [1, Decimal("1.55"), Decimal("1.555")], ids=str)
    @pytest.mark.parametrize("rounding", ["down", ""])
    def test_unknown_rounding(self, value, rounding):
        with pytest.raises(ValueError, match=f"rounding is half_up or half_even, not '{rounding}'"):
            format_rmb(value, rounding=rounding)


class _Amount(Decimal):
    """A kind of Decimal that prints in a way of its own."""

    def __str__(self):
        return "7.77"


def test_a_value_of_another_class_is_written_by_its_value():
    assert format_rmb(_Amount("12.50")) == "人民币壹拾贰元伍角整"
