"""Levels as forms print them: blanks, line breaks, points and units change no category."""

import pytest

from govperf.model import Indicator, Operator
from govperf.model.levels import is_of_cost, is_of_time, plain_label
from govperf.standards import taxonomy

COSTS = (
    *(
        "成本",
        "成 本",
        "成\n本",
        "成本指标",
        "成本控制",
        "成本控制情况",
        "成本管控",
        "成本情况",
        "成本指标(10分)",
        "成本指标（10分）",
    ),
    *(
        "成本指标（12.5分）",
        "成本（10%）",
        "成本指标（权重10分）",
        "成本指标（分值：10分）",
        "成本指标（万元）",
        "成本（元）指标",
    ),
    *("成本指标\n（10分）", "经济成本", "生态环境成本指标", "产出成本"),
)
NO_COSTS = (
    "质量",
    "数量",
    "时效",
    "成本节约",
    "效益",
    "",
    "成",
    "成本（含税）",
    "成本（10分）左右",
    "低成本宣传",
)
TIMES = ("时效", "时 效", "时效指标（10分）", "时效性", "时效情况", "时效控制情况", "产出时效")


class TestPlain:
    @pytest.mark.parametrize(
        ("label", "plain"),
        [
            ("产出指标（50分）", "产出"),
            ("产 出\n指标", "产出"),
            ("满意度指标(10分)", "满意度"),
            ("指标", "指标"),
            ("（10分）", "（10分）"),
            ("", ""),
            (" ", ""),
            ("产出（50）", "产出（50）"),
            ("产出指标（50分）指标（50分）", "产出"),
            ("产出指标（50分）指标（50分）指标", "产出指标"),
            ("产出（分）", "产出（分）"),
            ("产出（一）", "产出（一）"),
        ],
    )
    def test_label(self, label, plain):
        assert plain_label(label) == plain

    def test_long_ones_are_read_too(self):
        assert plain_label("成" * 9_000 + "指标") == "成" * 9_000
        assert is_of_cost(["甲" * 9_000 + "成本指标"])


class TestCost:
    @pytest.mark.parametrize("label", COSTS)
    def test_found(self, label):
        for category in ((label,), ("产出指标（50分）", label), (label, "其他")):
            assert is_of_cost(category)
            assert Indicator("项目", category=category, target="90万元").target.operator is Operator.AT_MOST

    @pytest.mark.parametrize("label", NO_COSTS)
    def test_not_found(self, label):
        assert not is_of_cost(("产出", label))
        target = Indicator("项目", category=("产出", label), target="90万元").target
        assert target.operator is Operator.AT_LEAST

    @pytest.mark.parametrize(
        ("category", "cost"),
        [
            (("产出", "成本效益"), True),
            (("成本效益",), False),
            (("成本", "成本效益"), True),
            (("效益", "成本效益"), False),
            (("效益指标（30分）", "成本效益指标"), False),
        ],
    )
    def test_what_a_cost_brings_in(self, category, cost):
        assert is_of_cost(category) is cost


class TestTime:
    @pytest.mark.parametrize("label", TIMES)
    def test_found(self, label):
        assert is_of_time(("产出", label))
        target = Indicator("办理时限", category=("产出", label), target="3天").target
        assert target.operator is Operator.AT_MOST

    @pytest.mark.parametrize("label", ["质量", "时间", "时效率", ""])
    def test_not_found(self, label):
        assert not is_of_time(("产出", label))


class TestTaxonomy:
    @pytest.mark.parametrize("label", COSTS[:-3])
    def test_cost(self, label):
        assert taxonomy("2020").find(["产出指标（50分）", label]).code == "output.cost"
        assert taxonomy("2021").find([label]).code == "cost"

    @pytest.mark.parametrize("label", ["产出指标（50分）", "产出指标\n（50分）", "产出指标（权重50%）"])
    def test_first_level(self, label):
        assert taxonomy("2020").find([label]).code == "output"

    @pytest.mark.parametrize("label", [*NO_COSTS[3:4], *NO_COSTS[6:], "成本效益", "情况", "控制"])
    def test_nothing(self, label):
        assert taxonomy("2020").find(["产出", label]) is None
