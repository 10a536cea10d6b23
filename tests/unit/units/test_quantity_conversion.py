"""Conversion: exact factors, written here by hand from the legal units and the definitions of the words."""

from decimal import Decimal
from fractions import Fraction

import pytest

from govperf import units
from govperf.errors import QuantityError, UnitError
from govperf.units import Quantity, Unit

FACTORS = [  # one of the first is so many of the second
    # scale words
    ("千元", "元", 1_000),
    ("万元", "元", 10_000),
    ("百万元", "万元", 100),
    ("千万元", "万元", 1_000),
    ("亿元", "万元", 10_000),
    ("万亿元", "亿元", 10_000),
    ("万人次", "人次", 10_000),
    ("元", "角", 10),
    # length
    ("公里", "米", 1_000),
    ("千米", "公里", 1),
    ("米", "分米", 10),
    ("米", "厘米", 100),
    ("米", "毫米", 1_000),
    # area
    ("公顷", "亩", 15),
    ("公顷", "平方米", 10_000),
    ("平方公里", "公顷", 100),
    ("平方公里", "亩", 1_500),
    ("亩", "平方米", Fraction(2_000, 3)),
    ("平方米", "平方厘米", 10_000),
    ("平方米", "米·米", 1),
    ("万米²", "平方米", 10_000),
    ("公里²", "平方公里", 1),
    # volume
    ("立方米", "升", 1_000),
    ("升", "毫升", 1_000),
    ("立方米", "米·平方米", 1),
    # mass
    ("吨", "千克", 1_000),
    ("公斤", "千克", 1),
    ("千克", "斤", 2),
    ("千克", "克", 1_000),
    ("克", "毫克", 1_000),
    # time: 24 hours a day; 12 months a year, in a calendar of their own
    ("分钟", "秒", 60),
    ("小时", "分钟", 60),
    ("天", "小时", 24),
    ("周", "天", 7),
    ("年", "月", 12),
    ("年", "季度", 4),
    ("年", "半年", 2),
    ("季度", "月", 3),
    # energy
    ("兆瓦", "千瓦", 1_000),
    ("千瓦时", "千瓦·小时", 1),
    ("度", "千瓦时", 1),
    ("千瓦", "千克·平方米/秒³", 1_000),
    # ratios
    ("倍", "%", 100),
    ("成", "%", 10),
    ("%", "‰", 10),
    ("倍", "", 1),
    ("%", "", Fraction(1, 100)),
    ("%", "倍", Fraction(1, 100)),
    # persons and what counts their turns
    ("名", "人", 1),
    ("位", "人", 1),
    ("人次", "人·次", 1),
    ("台班", "台·班", 1),
    ("人年", "人月", 12),
    ("人天", "人·小时", 24),
    ("吨公里", "千克·米", 1_000_000),
    # rates
    ("万元/(人·年)", "元/人/年", 10_000),
    ("元/亩", "元/公顷", 15),
    ("元/年", "元/月", Fraction(1, 12)),
    ("公里/小时", "米/秒", Fraction(5, 18)),
    ("张/万人", "张/人", Fraction(1, 10_000)),
    ("期/周", "期/天", Fraction(1, 7)),
]


class TestFactors:
    @pytest.mark.parametrize(("one", "other", "factor"), FACTORS)
    def test_factor(self, one, other, factor):
        assert Unit.of(one).dimension == Unit.of(other).dimension
        assert Unit.of(one).factor / Unit.of(other).factor == factor

    @pytest.mark.parametrize(("one", "other", "factor"), FACTORS)
    def test_there_and_back(self, one, other, factor):
        exact = Fraction(factor)
        above, below = Decimal(exact.numerator), Decimal(exact.denominator)
        assert Quantity(below, one).to(other).magnitude == above
        assert Quantity(above, other).to(one).magnitude == below


class TestTo:
    @pytest.mark.parametrize(
        ("number", "unit", "goal", "written"),
        [
            ("36787600", "元", "万元", "3678.76"),
            ("3678.76", "万元", "元", "36787600"),
            ("3678.76", "万元", "亿元", "0.367876"),
            ("120.50", "万元", "元", "1205000"),
            ("2000", "元", "万元", "0.2"),
            ("59.89", "公里", "米", "59890"),
            ("3.53", "万平方米", "公顷", "3.53"),
            ("3.53", "万平方米", "亩", "52.95"),
            ("15", "亩", "公顷", "1"),
            ("12.37", "万家次", "家次", "123700"),
            ("0", "万元", "元", "0"),
            ("-1.5", "万元", "元", "-15000"),
            ("1", "亩", "公顷", "0.06666666666666666666666666666666667"),
            ("1", "亩", "平方米", "666.6666666666666666666666666666667"),
            ("9" * 34, "元", "亿元", "99999999999999999999999999.99999999"),
        ],
    )
    def test_number(self, number, unit, goal, written):
        assert str(Quantity(number, unit).to(goal).magnitude) == written

    def test_own_unit_changes_nothing(self):
        quantity = Quantity("1.50", "元")
        assert quantity.to("元") is quantity

    def test_a_third_is_rounded_once_half_even(self):
        month = Quantity(1, "月").to("季度")
        assert month.magnitude == Decimal("0." + "3" * 34)
        assert month != Quantity(1, "月")

    @pytest.mark.parametrize(
        ("unit", "goal"),
        [
            ("人", "人次"),
            ("元", "美元"),
            ("年", "天"),
            ("元", ""),
            ("", "元"),
            ("米", "平方米"),
        ],
    )
    def test_another_thing(self, unit, goal):
        with pytest.raises(UnitError) as caught:
            Quantity(1, unit).to(goal)
        assert caught.value.code == "unit.mixed"
        assert caught.value.details == {"one": unit or "1", "other": goal or "1"}

    def test_unknown_unit(self):
        with pytest.raises(UnitError, match="unknown unit"):
            Quantity(1, "元").to("张张")

    def test_too_large(self):
        with pytest.raises(QuantityError, match="more than 34 digits"):
            Quantity(10**33, "亿元").to("元")

    def test_too_small(self):
        with pytest.raises(QuantityError, match="more than 60 decimals"):
            Quantity(Decimal("1E-60"), "元").to("亿元")


class TestInexact:
    def test_refused(self):
        with pytest.raises(QuantityError) as caught:
            Quantity(1, "亩").to("公顷", inexact="refuse")
        assert caught.value.code == "quantity.endless"
        assert Quantity(15, "亩").to("公顷", inexact="refuse") == Quantity(1, "公顷")

    @pytest.mark.parametrize("unit", ["元", "万元"])
    def test_no_other_choice(self, unit):
        with pytest.raises(ValueError, match="inexact is 'round' or 'refuse'"):
            Quantity(1, "元").to(unit, inexact="maybe")


def test_a_name_that_the_room_has_not():
    with pytest.raises(AttributeError, match="no attribute 'uninstall'"):
        units.uninstall  # noqa: B018 - asked for, not used
    assert "install" in dir(units)
    assert units.install is units.install
