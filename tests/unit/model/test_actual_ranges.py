"""Actual cells that are a range, a number in words, or say that something is done."""

import pytest

from govperf.model import Actual, Approximation
from govperf.units import Quantity


class TestRanges:
    @pytest.mark.parametrize(
        ("cell", "low", "high", "unit"),
        [
            ("200-300人", 200, 300, "人"),
            ("3～5天", 3, 5, "天"),
            ("77-78次", 77, 78, "次"),
            ("已完成77-78次", 77, 78, "次"),
            ("90%-95%", 90, 95, "%"),
            ("数百人", 100, 1000, "人"),
            ("几十条", 10, 100, "条"),
            ("十几次", 10, 20, "次"),
            ("二十几万元", 200_000, 300_000, "元"),
            ("二三十人", 20, 30, "人"),
            ("三四百", 300, 400, ""),
            ("好几百人", 100, 1000, "人"),
            ("三四百元/人", 300, 400, "元/人"),
            ("三五百 人", 300, 500, "人"),
            ("共数百人", 100, 1000, "人"),
        ],
    )
    def test_range(self, cell, low, high, unit):
        actual = Actual(cell)
        assert (actual.lower, actual.upper) == (Quantity(low, unit), Quantity(high, unit))
        assert actual.quantity is actual.whole is actual.period is None
        assert actual.approximation is Approximation.ABOUT

    @pytest.mark.parametrize(
        ("cell", "quantity", "approximation"),
        [
            ("近万人", Quantity(10_000, "人"), "at_most"),
            ("近万元", Quantity(10_000, "元"), "at_most"),
            ("上百家", Quantity(100, "家"), "at_least"),
            ("超百人", Quantity(100, "人"), "at_least"),
            ("过万人次", Quantity(10_000, "人次"), "at_least"),
            ("上百余家", Quantity(100, "家"), "at_least"),
            ("约百人", Quantity(100, "人"), "about"),
            ("百余人", Quantity(100, "人"), "at_least"),
            ("不足百人", Quantity(100, "人"), "at_most"),
            ("近万", Quantity(10_000), "at_most"),
        ],
    )
    def test_a_place_alone(self, cell, quantity, approximation):
        actual = Actual(cell)
        assert (actual.quantity, actual.approximation.value) == (quantity, approximation)
        assert actual.lower is actual.upper is None

    @pytest.mark.parametrize(
        "cell",
        [
            "300-200人",
            "5-8",
            "3人-5元",
            "几人",
            "数人",
            "数月",
            "三四月",
            "二三季度",
            "三四日",
            "数百张张",
            "数百人以上",
            "超3天",
            "上1次",
            "上次",
            "超5",
            "万人",
            "十四五",
            "成百上千人",
            "二三千零几人",
        ],
    )
    def test_none(self, cell):
        actual = Actual(cell)
        assert (actual.quantity, actual.lower, actual.upper) == (None, None, None)
        assert actual.approximation is Approximation.EXACT

    def test_of_another_unit(self):
        assert Actual("数百人", unit="元").lower is None
        assert Actual("数百万元", unit="亿元").upper == Quantity(1000, "万元")

    def test_a_number_that_no_quantity_holds(self):
        assert Actual("近" + "亿" * 30).quantity is None


class TestDone:
    """Words that say that something came about, and nothing else of it."""

    @pytest.mark.parametrize(
        "word",
        [
            "完成",
            "已完成",
            "实际完成",
            "达到",
            "已达到",
            "达",
            "已达",
            "共",
            "共计",
            "合计",
            "累计",
            "总计",
            "共完成",
            "累计完成",
            "已完成：",
            "完成 ",
        ],
    )
    def test_word(self, word):
        actual = Actual(f"{word}49期")
        assert (actual.quantity, actual.approximation) == (Quantity(49, "期"), Approximation.EXACT)

    @pytest.mark.parametrize(
        ("cell", "approximation"),
        [
            ("累计超过500场次", "at_least"),
            ("已完成近500场次", "at_most"),
            ("达到500场次以上", "at_least"),
            ("共计500余场次", "at_least"),
        ],
    )
    def test_with_more_words(self, cell, approximation):
        actual = Actual(cell)
        assert (actual.quantity, actual.approximation.value) == (Quantity(500, "场次"), approximation)

    @pytest.mark.parametrize(
        "cell",
        ["已完成", "已完成9次培训", "完成率高", "达标", "共同富裕1项", "已达成预期指标", "未完成3次"],
    )
    def test_prose(self, cell):
        assert Actual(cell).quantity is None

    def test_within_a_limit(self):
        actual = Actual("24小时内")
        assert (actual.quantity, actual.approximation.value) == (Quantity(24, "小时"), "at_most")
