"""Comparison: exact, whatever the scale; equal quantities have equal hashes."""

import operator
from decimal import Decimal
from itertools import pairwise
from unittest.mock import ANY

import pytest

from govperf.errors import UnitError
from govperf.units import Quantity

parse = Quantity.parse

EQUAL = [
    ["1万元", "10000元", "0.0001亿元", "1.00万元", "100000角"],
    ["1公顷", "15亩", "10000平方米", "0.01平方公里", "10000米·米", "1万米²"],
    ["30%", "三成", "300‰", "0.3倍", "百分之三十"],
    ["8人", "8名", "8位"],
    ["8人次", "8人·次", "8次·人"],
    ["0元", "0万元", "-0元", "0.00亿元"],
    ["7万元/人、年", "70000元/(年·人)"],
    ["7天/周", "24小时/天"],
    ["-5元", "-0.0005万元"],
    ["1千瓦时", "3600000千克·平方米/秒²"],
]
RISING = [
    "-1亿元",
    "-1万元",
    "-1元",
    "0元",
    "1角",
    "0.99999元",
    "1元",
    "1.00001元",
    "9999.99元",
    "1万元",
    "1亿元",
]


class TestEquality:
    @pytest.mark.parametrize("texts", EQUAL, ids=lambda texts: texts[0])
    def test_equal(self, texts):
        found = [parse(text) for text in texts]
        assert all(one == other for one in found for other in found)
        assert not any(one != other for one in found for other in found)
        assert len(set(found)) == 1

    def test_a_rounded_conversion_is_not_equal(self):
        assert parse("1亩").to("公顷") != parse("1亩")
        assert hash(parse("1亩").to("公顷")) != hash(parse("1亩"))

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("5人", "5人次"),
            ("5元", "5美元"),
            ("0元", "0人"),
            ("100%", "1"),
            ("5个百分点", "5%"),
            ("1元", "2元"),
        ],
    )
    def test_different(self, one, other):
        assert parse(one) != parse(other)
        assert (parse(one) == parse(other)) is False
        assert len({parse(one), parse(other)}) == 2

    @pytest.mark.parametrize("other", [5, Decimal(5), 5.0, "5", None], ids=repr)
    def test_nothing_else_is_equal(self, other):
        assert Quantity(5) != other
        assert other != Quantity(5)

    def test_the_other_side_is_asked(self):
        assert Quantity(5) == ANY

    def test_opposites_hash_apart_from_equality(self):
        assert Quantity(-1, "元") != Quantity(1, "元")


class TestOrder:
    @pytest.mark.parametrize(("less", "more"), list(pairwise(RISING)))
    def test_rising(self, less, more):
        one, other = parse(less), parse(more)
        assert one < other
        assert one <= other
        assert other > one
        assert other >= one
        assert not one > other
        assert not one >= other
        assert not other < one
        assert not other <= one

    def test_sorted(self):
        assert [str(q) for q in sorted(parse(text) for text in reversed(RISING))] == [
            str(parse(text)) for text in RISING
        ]
        assert max(parse("1公顷"), parse("14亩"), parse("16亩")) == parse("16亩")

    @pytest.mark.parametrize("texts", EQUAL, ids=lambda texts: texts[0])
    def test_equal_is_neither_less_nor_more(self, texts):
        one, *others = [parse(text) for text in texts]
        for other in others:
            assert one <= other
            assert one >= other
            assert not one < other
            assert not one > other

    def test_near_a_third(self):
        """Rounded to 34 digits these two would be equal."""
        third = Quantity(Decimal("0." + "3" * 34), "季度")
        assert third < parse("1个月")
        assert third + Quantity(Decimal("1E-34"), "季度") > parse("1个月")

    @pytest.mark.parametrize("test", [operator.lt, operator.le, operator.gt, operator.ge])
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("5人", "5人次"),
            ("5元", "5美元"),
            ("95%", "0.95"),
            ("3天/周", "3"),
            ("5个百分点", "5%"),
            ("1个月", "30天"),
        ],
    )
    def test_another_thing(self, test, one, other):
        with pytest.raises(UnitError, match="do not measure the same thing"):
            test(parse(one), parse(other))

    @pytest.mark.parametrize("test", [operator.lt, operator.le, operator.gt, operator.ge])
    @pytest.mark.parametrize("other", [0, Decimal(0), 0.0, "0元", None], ids=repr)
    def test_no_quantity(self, test, other):
        with pytest.raises(TypeError):
            test(parse("5元"), other)
        with pytest.raises(TypeError):
            test(other, parse("5元"))
