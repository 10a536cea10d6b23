"""What stands around a figure and says nothing new, and what says something else."""

import pytest

from govperf.model import Actual, Operator, Target
from govperf.units import Quantity


def code(cell, **given):
    fault = Target(cell, **given).fault
    return fault.code if fault else ""


class TestRates:
    """A percentage behind the name of a rate, or before what is done."""

    @pytest.mark.parametrize(
        ("cell", "figure", "operator"),
        [
            ("完成率100%", 100, ">="),
            ("合格率:100%", 100, ">="),
            ("合格率：98.5%", "98.5", ">="),
            ("验收合格率 100%", 100, ">="),
            ("群众满意度为90%", 90, ">="),
            ("优良比例80%", 80, ">="),
            ("100%完成", 100, ">="),
            ("100%按时足额发放", 100, ">="),
            ("95%达标", 95, ">="),
            ("完成100%", 100, ">="),
            ("完成率100%。", 100, ">="),
            ("群众满意度90%以上", 90, ">="),
            ("差错率5%以下", 5, "<="),
            ("覆盖率达到95%", 95, ">="),
            ("≥95%合格", 95, ">="),
            ("覆盖率0%", 0, "="),
        ],
    )
    def test_rate(self, cell, figure, operator):
        target = Target(cell)
        assert (target.quantity, target.operator.value) == (Quantity(figure, "%"), operator)
        assert target.inferred == (cell in BARE)

    @pytest.mark.parametrize(
        "cell",
        ["差错率5%", "事故率1%", "三公经费占比10%", "投诉率5%", "含水率5%", "5%差错", "温度5℃", "长度5米"],
    )
    def test_where_less_may_be_better(self, cell):
        assert Target(cell).quantity is None
        assert Target(cell).fault is None

    def test_a_sign_beside_it_says_it(self):
        assert Target("差错率5%", sign="≤").quantity == Quantity(5, "%")
        assert code("完成率95%以上", sign="≤") == "target.contradiction"

    @pytest.mark.parametrize(
        "cell",
        [
            "完成率提高5%",
            "增长率5%",
            "同比完成率5%",
            "年度95%",
            "三季度95%",
            "完成率5人",
            "完成率若干",
            "一次2率5%",
            "率" * 60 + "5%",
        ],
    )
    @pytest.mark.parametrize("kind", [Target, Actual])
    def test_no_rate(self, kind, cell):
        assert kind(cell).quantity is None

    @pytest.mark.parametrize(
        ("cell", "figure", "approximation"),
        [
            ("已完成100%", 100, "exact"),
            ("100%完成", 100, "exact"),
            ("98%按时完成", 98, "exact"),
            ("近540%。", 540, "at_most"),
        ],
    )
    def test_actual(self, cell, figure, approximation):
        actual = Actual(cell)
        assert (actual.quantity, actual.approximation.value) == (Quantity(figure, "%"), approximation)

    @pytest.mark.parametrize(
        "cell", ["完成率100%", "合格率：98.5%", "差错率5%", "98%满意", "满意度达到90%以上"]
    )
    def test_an_actual_may_be_another_rate_than_the_one_asked_for(self, cell):
        assert Actual(cell).quantity is None

    @pytest.mark.parametrize("label", ["失败率", "返工率", "信访率", "拥堵度", "撂荒率", "缺陷率", "拒绝率"])
    def test_a_rate_that_nobody_knows_may_be_better_either_way(self, label):
        assert Target(f"{label}5%").quantity is None
        assert Target(f"{label}≤5%").quantity == Quantity(5, "%")


BARE = {
    "完成率100%",
    "合格率:100%",
    "合格率：98.5%",
    "验收合格率 100%",
    "群众满意度为90%",
    "优良比例80%",
    "100%完成",
    "100%按时足额发放",
    "95%达标",
    "完成100%",
    "完成率100%。",
    "覆盖率0%",
}


class TestLabels:
    @pytest.mark.parametrize(
        "label",
        [
            "占比",
            "合同签订",
            "信息上报",
            "系统上线",
            "网上办理",
            "一次合格率",
            "一次性补贴",
            "第三方评价",
            "三公经费",
            "百姓满意度",
            "新增就业",
            "平均满意度",
            "年度预算执行率",
            "全年培训",
            "日常巡查",
            "周边绿化",
        ],
    )
    def test_harmless(self, label):
        target = Target(f"{label}≥90")
        assert (target.quantity, target.operator) == (Quantity(90), Operator.AT_LEAST)

    @pytest.mark.parametrize(
        "label",
        [
            "年培训",
            "月培训",
            "周巡查",
            "按月",
            "当月",
            "月度培训",
            "一次",
            "户平均",
            "一百个合同",
            "比例同比",
        ],
    )
    def test_it_says_more(self, label):
        assert Target(f"{label}≥90次").quantity is None

    @pytest.mark.parametrize(
        ("label", "unit"),
        [
            ("年", "年"),
            ("季", "季度"),
            ("季度", "季度"),
            ("月", "月"),
            ("旬", "旬"),
            ("周", "周"),
            ("日", "天"),
            ("天", "天"),
        ],
    )
    def test_a_period_counts(self, label, unit):
        assert Target(f"{label}≥2次").quantity == Target(f"{label}不少于2次").quantity
        assert Target(f"{label}≥2次").quantity == Quantity(2, f"次/{unit}")

    def test_nothing_is_counted_per_percent(self):
        for cell in ("60条/100%", "60条/%"):
            assert Target(cell).quantity is Actual(cell).quantity is None


class TestEndings:
    @pytest.mark.parametrize("ending", ["。", "；", ";", "，", ".", "。 ", "，。"])
    def test_of_a_sentence(self, ending):
        assert Target(f"≥60条{ending}").quantity == Actual(f"60条{ending}").quantity == Quantity(60, "条")

    def test_only_at_the_end(self):
        assert Target("。").quantity is Actual("5。。。。").quantity is Actual("效果1。").quantity is None
        assert code("≥**人。") == "target.unreadable"

    @pytest.mark.parametrize("cell", ["≥95%（含95%）", "95%以上（含95%）", "≥95%（含本数）"])
    def test_the_figure_is_included(self, cell):
        assert Target(cell).quantity == Quantity(95, "%")

    @pytest.mark.parametrize("cell", ["≥95%（含90%）", "≥95%（含9张张）", ">95%（含95%）", "80-95%（含95%）"])
    def test_it_is_not(self, cell):
        assert Target(cell).quantity is None


class TestLowered:
    @pytest.mark.parametrize(
        ("cell", "quantity"),
        [
            ("降至5%以下", Quantity(5, "%")),
            ("降到5%以下", Quantity(5, "%")),
            ("降低到5%以内", Quantity(5, "%")),
            ("能耗下降至5%以下", Quantity(5, "%")),
            ("控制到5万元以内", Quantity(5, "万元")),
            ("压减至10%以内", Quantity(10, "%")),
            ("办理时限缩短至3天以内", Quantity(3, "天")),
        ],
    )
    def test_at_most(self, cell, quantity):
        target = Target(cell)
        assert (target.operator, target.quantity, target.inferred) == (Operator.AT_MOST, quantity, False)

    @pytest.mark.parametrize(
        "cell", ["降至5%", "降至5%以上", "由10%降至5%以下", "同比降至5%以下", "降至≤5%以下", "降至若干5以下"]
    )
    def test_no_such(self, cell):
        assert Target(cell).quantity is None


class TestRanges:
    @pytest.mark.parametrize(
        ("cell", "low", "high"),
        [
            ("1655到1655万元", "1655万元", "1655万元"),
            ("8000-1万元", "8000元", "1万元"),
            ("1000-2万元", "1000元", "2万元"),
            ("100～1万元", "100元", "1万元"),
            ("9～16亿元", "9亿元", "16亿元"),
            ("10万-20万元", "10万元", "20万元"),
            ("百分之八十至百分之九十", "80%", "90%"),
            ("0.9-0.95", "0.9", "0.95"),
            ("-5～5℃", "-5℃", "5℃"),
        ],
    )
    def test_ends(self, cell, low, high):
        ends = Quantity.parse(low), Quantity.parse(high)
        target, actual = Target(cell), Actual(cell)
        assert (target.quantity, target.upper) == (actual.lower, actual.upper) == ends

    @pytest.mark.parametrize("cell", ["100-50万元", "100-50万", "600-50万人"])
    def test_from_more_to_less(self, cell):
        assert code(cell) == "target.range"
        assert Actual(cell).lower is None

    @pytest.mark.parametrize("cell", ["1-1.5", "0-0.5", "-0.5-0.5"])
    def test_bare_numbers_that_may_be_dates(self, cell):
        assert Target(cell).quantity is None

    @pytest.mark.parametrize("ending", ["内", "以内", "之内"])
    def test_within(self, ending):
        target = Target(f"3～5个工作日{ending}")
        assert (target.operator, target.quantity, target.upper) == (
            Operator.AT_MOST,
            Quantity(5, "工作日"),
            None,
        )
        assert code(f"3～5个工作日{ending}", sign="≥") == "target.contradiction"
