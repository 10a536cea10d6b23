"""Cells that may be a date or a number, and days that no calendar has; plans that are no deeds."""

import pytest

from govperf.errors import TargetError
from govperf.model import Actual, Operator, Target
from govperf.units import Quantity


def code(cell, **given):
    fault = Target(cell, **given).fault
    return fault.code if fault else ""


CELLS = [
    "2023.12",
    "2023.1",
    "2050.10",
    "202212",
    "20231231",
    "1949.01",
    "2199.12",
    "194901",
    "219912",
    "２０２３．１２",
    "２０２３１２３１",
]


class TestDateOrNumber:
    @pytest.mark.parametrize("cell", CELLS)
    @pytest.mark.parametrize("sign", ["", "≤", "不超过"])
    def test_neither(self, sign, cell):
        target = Target(f"{sign}{cell}")
        assert (target.operator, target.quantity, target.period) == (Operator.TEXT, None, None)
        assert code(f"{sign}{cell}") == "target.date-or-number"
        with pytest.raises(TargetError, match="date or a number"):
            Target.parse(f"{sign}{cell}")

    @pytest.mark.parametrize("cell", CELLS)
    def test_actual(self, cell):
        for actual in (Actual(cell), Actual(f"≤{cell}"), Actual(cell, year=2022)):
            assert (actual.quantity, actual.period) == (None, None)

    @pytest.mark.parametrize("cell", CELLS)
    @pytest.mark.parametrize("kind", [Target, Actual])
    def test_with_a_unit(self, kind, cell):
        assert (
            kind(cell, unit="万元").quantity == kind(f"{cell}万元").quantity == Quantity.parse(f"{cell}万元")
        )

    @pytest.mark.parametrize(
        "cell",
        [
            "2022",
            "12.31",
            "1948.12",
            "2200.01",
            "2023.13",
            "202213",
            "202200",
            "20231301",
            "20231232",
            "2023.120",
        ],
    )
    def test_a_number(self, cell):
        assert Target(cell).quantity == Actual(cell).quantity == Quantity(cell)

    @pytest.mark.parametrize(
        "cell", ["2022.12.31", "2022-12", "2022/12", "2023.12前", "不迟于2023.12", "最迟202312"]
    )
    def test_a_date(self, cell):
        if cell != "最迟202312":  # Period reads no six digits
            assert Target(cell).period is not None
        assert code(cell) == ""


class TestMonths:
    """12月 behind a bound: December, or a year long?"""

    @pytest.mark.parametrize(
        "cell",
        ["≤12月", "＜6月", "≥6月", "不超过12月", "少于6月", "十二月以内", "6月内", "6 月之内", "６月内"],
    )
    def test_neither(self, cell):
        assert code(cell) == code(cell, year=2022) == "target.month"
        assert Target(cell).in_year(2022).period is None
        assert Actual(cell, year=2022).period is None

    @pytest.mark.parametrize("sign", ["≤", "≥", "<"])
    def test_a_sign_beside_it(self, sign):
        assert code("12月", sign=sign) == "target.month"
        assert code("12月底", sign=sign) == code("12月份", sign=sign) == ""
        assert Target("12", sign=sign, unit="月").quantity == Quantity(12, "月")

    def test_what_says_which(self):
        assert Target("≤12个月").quantity == Quantity(12, "月")
        for cell in ("12月", "12月前", "12月底前", "≤12月份", "2022年12月内", "不晚于12月"):
            assert Target(cell, year=2022).period is not None


class TestCalendar:
    @pytest.mark.parametrize(
        "cell", ["2023年2月29日前", "2022年13月前", "≤2022年13月", "2022年11月31日前完成", "2022-13"]
    )
    def test_no_such_day(self, cell):
        assert code(cell) == "target.date"
        assert Target(cell).operator is Operator.TEXT
        assert Actual(cell).period is None

    def test_in_a_year(self):
        assert code("2月29日前") == code("2月29日前", year=2020) == ""
        assert code("2月29日前", year=2021) == "target.date"

    def test_digits_alone_are_numbers(self):
        target = Target("19491232～19491233")
        assert (target.quantity, target.upper) == (Quantity(19491232), Quantity(19491233))

    @pytest.mark.parametrize("cell", ["2022年13次前", "1948年11月前", "22年11月前"])
    def test_no_date(self, cell):
        assert code(cell) == ""


class TestThroughout:
    @pytest.mark.parametrize("cell", ["2022年1-12月", "2022年全年", "2020-2023年", "2022年1月至3月"])
    def test_all_of_it(self, cell):
        assert Target(cell).operator is Operator.EQUAL
        assert Target(cell, sign="≤").operator is Operator.AT_MOST
        assert code(f"≤{cell}以后") in {"target.contradiction", "target.unreadable"}

    @pytest.mark.parametrize(
        "cell",
        [
            "2022年12月",
            "2022年",
            "2022年三季度",
            "2022年上半年",
            "2022年1-7月完成",
            "2022年1-7月底",
            "2022年1-7月前",
        ],
    )
    def test_a_day_in_it(self, cell):
        assert Target(cell).operator in {Operator.AT_MOST, Operator.TEXT}

    def test_a_year_is_given(self):
        assert Target("全年").in_year(2022).operator is Operator.EQUAL
        assert Target("1-7月", year=2022).operator is Operator.EQUAL


class TestDeeds:
    @pytest.mark.parametrize("word", ["", "已于", "于", "在", "至", "截至", "截止", "已", "已在"])
    def test_done(self, word):
        actual = Actual(f"{word}2022年10月")
        assert str(actual.period) == "2022-10"

    @pytest.mark.parametrize("word", ["自", "从"])
    @pytest.mark.parametrize("kind", [Target, Actual])
    def test_when_it_began(self, kind, word):
        """自10月 says when something began, and 自10月起 on which side of it."""
        assert kind(f"{word}2022年10月").period is None
        assert str(kind(f"{word}2022年10月起").period) == "2022-10"
        assert str(kind(f"{word}2022年7月1日至2022年9月30日").period) == "2022-07/2022-09"

    @pytest.mark.parametrize(
        "word",
        [
            "拟于",
            "应于",
            "将于",
            "将在",
            "须于",
            "需于",
            "确保在",
            "确保于",
            "力争",
            "力争于",
            "争取",
            "计划",
            "计划于",
            "预计",
            "预计于",
            "约",
            "大约",
            "约于",
            "拟",
        ],
    )
    @pytest.mark.parametrize("ending", ["", "完成", "前完成"])
    def test_planned(self, word, ending):
        actual = Actual(f"{word}2022年10月{ending}")
        assert (actual.period, actual.quantity) == (None, None)

    @pytest.mark.parametrize("cell", ["2022年10月左右", "2022年10月上下"])
    def test_about(self, cell):
        assert Actual(cell).period is None


class TestActualFigures:
    @pytest.mark.parametrize(
        ("cell", "low", "high"),
        [
            ("约3-5天", "3天", "5天"),
            ("大约3-5天", "3天", "5天"),
            ("200-300人左右", "200人", "300人"),
            ("三五天", "3天", "5天"),
            ("两三天", "2天", "3天"),
            ("七八个", "7个", "8个"),
        ],
    )
    def test_range(self, cell, low, high):
        actual = Actual(cell)
        assert (actual.lower, actual.upper) == (Quantity.parse(low), Quantity.parse(high))
        assert actual.approximation.value == "about"

    @pytest.mark.parametrize("cell", ["三五", "三四月", "五六季度", "三八节", "三七开", "二五人", "七八张张"])
    def test_no_range(self, cell):
        assert Actual(cell).lower is None

    @pytest.mark.parametrize(
        ("cell", "part", "whole"),
        [
            ("78次其中77次达标", "77次", "78次"),
            ("100人中95人满意", "95人", "100人"),
            ("78次，其中77次合格", "77次", "78次"),
        ],
    )
    def test_share(self, cell, part, whole):
        actual = Actual(cell)
        assert (actual.quantity, actual.whole) == (Quantity.parse(part), Quantity.parse(whole))

    @pytest.mark.parametrize("cell", ["78次中77次不合格", "78次中77次未完成", "78次中77次投诉"])
    def test_no_share(self, cell):
        assert Actual(cell).whole is None
