"""Target cells that are more than one operator and one quantity: ranges, two bounds, labels, many words."""

import pytest

from govperf.errors import TargetError
from govperf.model import Operator, Target
from govperf.model.spans import between
from govperf.units import Quantity, Unit


def code(cell):
    fault = Target(cell).fault
    return fault.code if fault else ""


def is_prose(target):
    found = (target.operator, target.quantity, target.upper, target.period, target.inferred)
    return found == (Operator.TEXT, None, None, None, False)


class TestRanges:
    """Two quantities with all between them; what is printed once belongs to both."""

    @pytest.mark.parametrize(
        ("cell", "low", "high", "unit"),
        [
            ("10-15个", 10, 15, "个"),
            ("3～5次", 3, 5, "次"),
            ("3 ～ 5 次", 3, 5, "次"),
            ("90%-95%", 90, 95, "%"),
            ("80～90%", 80, 90, "%"),
            ("3至5天", 3, 5, "天"),
            ("5到8人", 5, 8, "人"),
            ("三至五天", 3, 5, "天"),
            ("50个-60个", 50, 60, "个"),
            ("5-5个", 5, 5, "个"),
            ("0～5起", 0, 5, "起"),
            ("9～16亿元", 9, 16, "亿元"),
            ("9亿～16亿元", 9, 16, "亿元"),
            ("10万-20万元", 10, 20, "万元"),
            ("1,000-2,000人次", 1000, 2000, "人次"),
            ("1.5～2.5万亩", "1.5", "2.5", "万亩"),
            ("0.5-1.5万元", "0.5", "1.5", "万元"),
            ("每月3-5次", 3, 5, "次/月"),
            ("3-5次/月", 3, 5, "次/月"),
            ("人均600-650元", 600, 650, "元/人"),
            ("人均600元-650元", 600, 650, "元/人"),
            ("-5%～5%", -5, 5, "%"),
            ("-5～-3%", -5, -3, "%"),
            ("3-5年", 3, 5, "年"),
            ("1-3个月", 1, 3, "月"),
            ("60-70", 60, 70, ""),
            ("控制在10-15个", 10, 15, "个"),
            ("应保持在80%-90%之间", 80, 90, "%"),
            ("介于80%至90%之间", 80, 90, "%"),
            ("达到90%-95%", 90, 95, "%"),
        ],
    )
    def test_range(self, cell, low, high, unit):
        target = Target(cell)
        assert (target.operator, target.inferred, target.period) == (Operator.BETWEEN, False, None)
        assert (target.quantity, target.upper) == (Quantity(low, unit), Quantity(high, unit))
        assert target.quantity.unit is target.upper.unit is Unit.of(unit)
        assert Target.parse(cell) == target

    @pytest.mark.parametrize("sign", "～~〜∼–―—-－−‐‑‒至到")
    def test_every_sign(self, sign):
        assert between(f"3{sign}5次") == (Quantity(3, "次"), Quantity(5, "次"))

    def test_a_small_amount_keeps_its_unit(self):
        target = Target("500～1万元")
        assert (str(target.quantity), str(target.upper)) == ("500元", "1万元")

    def test_each_end_in_its_own_unit(self):
        target = Target("500米-1公里")
        assert (str(target.quantity), str(target.upper)) == ("500米", "1公里")

    @pytest.mark.parametrize("cell", ["15-10个", "95%-90%", "1公里-500米", "控制在90%～80%", "≥90%且≤80%"])
    def test_from_more_to_less(self, cell):
        target = Target(cell)
        assert target.quantity is target.upper is None
        assert target.operator is Operator.TEXT
        with pytest.raises(TargetError) as caught:
            Target.parse(cell)
        assert caught.value.code == code(cell) == "target.range"

    @pytest.mark.parametrize(
        "cell",
        [
            "5-8",
            "5～8",
            "0-31",
            "1.5～2.5",
            "2020-2023",
            "二至三千元",
            "3人-5元",
            "3次-5次/年",
            "3-5张张",
            "3张张-5次",
            "3-若干个",
            "若干-5个",
            "3-5-8个",
            "3～5～8个",
            "3 -5个",
            "010-12345678",
            "-个",
            "3-",
            "10-15个以上",
            "约10-15个",
            "10-15个左右",
        ],
    )
    def test_no_range(self, cell):
        assert is_prose(Target(cell))
        assert code(cell) == ""

    @pytest.mark.parametrize(("cell", "is_range"), [("31-31", False), ("30-32", True), ("2020-2200", True)])
    def test_bare_numbers_that_may_be_dates(self, cell, is_range):
        assert (Target(cell).operator is Operator.BETWEEN) == is_range

    @pytest.mark.parametrize("cell", ["≥10-15个", "≤80%-90%", ">3～5次"])
    def test_an_operator_says_another_thing(self, cell):
        assert is_prose(Target(cell))
        assert code(cell) == "target.unreadable"

    def test_a_long_text_is_none(self):
        blanks = " " * 123
        assert between(f"3次-{blanks}5次") == (Quantity(3, "次"), Quantity(5, "次"))
        assert between(f"3次- {blanks}5次") is None


class TestTwoBounds:
    """A lower and an upper bound, in either order, that include themselves."""

    @pytest.mark.parametrize(
        "cell",
        [
            "不低于80%且不超过90%",
            "≥80%且≤90%",
            "≥80%，≤90%",
            "≥80%,≤90%",
            "≥80%、≤90%",
            "≥80%；≤90%",
            "80%以上，90%以下",
            "≤90%并且≥80%",
            "完成率≥80%，≤90%",
            "不低于80%，并不超过90%",
        ],
    )
    def test_bounds(self, cell):
        target = Target(cell)
        assert (target.operator, target.inferred) == (Operator.BETWEEN, False)
        assert (target.quantity, target.upper) == (Quantity(80, "%"), Quantity(90, "%"))

    def test_a_comma_of_thousands(self):
        target = Target("≥1,000元,≤2,000元")
        assert (target.quantity, target.upper) == (Quantity(1000, "元"), Quantity(2000, "元"))

    @pytest.mark.parametrize(
        ("cell", "fault"),
        [
            (">80%且<90%", "target.unreadable"),
            ("高于80%且低于90%", ""),
            ("≥80%且≥90%", "target.unreadable"),
            ("≥80%且≤90元", "target.unreadable"),
            ("不低于80%，不超过若干", ""),
            ("不低于80%，90%", ""),
            ("演练3次以上，培训5次以下", ""),
        ],
    )
    def test_no_bounds(self, cell, fault):
        assert is_prose(Target(cell))
        assert code(cell) == fault


class TestLabels:
    """A label before the operator: it belongs to the unit, says nothing new, or changes what is meant."""

    @pytest.mark.parametrize(
        ("cell", "operator", "quantity"),
        [
            ("完成率≥95%", ">=", Quantity(95, "%")),
            ("培训人次不少于500人次", ">=", Quantity(500, "人次")),
            ("项目成本不超过5万元", "<=", Quantity(5, "万元")),
            ("合格率 ＞ 95%", ">", Quantity(95, "%")),
            ("覆盖率达95%以上", ">=", Quantity(95, "%")),
            ("应不低于95%", ">=", Quantity(95, "%")),
            ("需达到95%", ">=", Quantity(95, "%")),
            ("力争达到95%", ">=", Quantity(95, "%")),
            ("经费最高不超过5万元", "<=", Quantity(5, "万元")),
            ("人均≥650元", ">=", Quantity(650, "元/人")),
            ("人均不低于650元", ">=", Quantity(650, "元/人")),
            ("每周≥1期", ">=", Quantity(1, "期/周")),
            ("每户≤650元以内", "<=", Quantity(650, "元/户")),
        ],
    )
    def test_label(self, cell, operator, quantity):
        target = Target(cell)
        assert (target.operator.value, target.quantity, target.inferred) == (operator, quantity, False)

    @pytest.mark.parametrize(
        "cell",
        [
            "比上年增长≥5%",
            "同比≥5%",
            "成本下降不少于5%",
            "降低≥5%",
            "提高≥5%",
            "提升不低于5%",
            "减少≥5%",
            "较上年≥5%",
            "超过往年≥5%",
            "各镇≥5个",
            "每年培训≥5次",
            "第一季度≥50%",
            "2项≥50%",
            "项目甲≥5个，项目乙≥3个",
            "满意度≥**%",
            "合格率≥60%以下",
            "每周≥1期以下",
            "满意度高",
        ],
    )
    def test_no_label(self, cell):
        target = Target(cell)
        assert target.quantity is None
        assert target.operator is Operator.TEXT


class TestManyWords:
    @pytest.mark.parametrize(
        ("cell", "operator"),
        [
            ("最高不超过5万元", "<="),
            ("至多不得超过5万元以内", "<="),
            ("最高≤5万元", "<="),
            ("最高最高最高最高5万元", "<="),
            ("至少达到不低于5万元", ">="),
            ("最低不少于5万元", ">="),
        ],
    )
    def test_the_same_again(self, cell, operator):
        target = Target(cell)
        assert (target.operator.value, target.quantity) == (operator, Quantity(5, "万元"))

    @pytest.mark.parametrize("cell", ["最高不少于5万元", "最低不超过5万元", "至少达到5万元以下"])
    def test_contradiction(self, cell):
        assert code(cell) == "target.contradiction"

    @pytest.mark.parametrize("cell", ["最高最高最高最高最高5万元", "最高不超过若干", "最高不超过5张张"])
    def test_no_quantity(self, cell):
        assert is_prose(Target(cell))


class TestIncluded:
    @pytest.mark.parametrize(
        ("cell", "operator", "inferred"),
        [
            ("≥95%（含）", ">=", False),
            ("≤95%(含)", "<=", False),
            ("95%（含）以上", ">=", False),
            ("95%以上（含）", ">=", False),
            ("95%（含）", ">=", True),
        ],
    )
    def test_the_figure_itself(self, cell, operator, inferred):
        target = Target(cell)
        assert (target.operator.value, target.quantity, target.inferred) == (
            operator,
            Quantity(95, "%"),
            inferred,
        )

    @pytest.mark.parametrize("cell", [">95%（含）", "低于95%（含）", "效果1（含）"])
    def test_not_of_what_excludes_it(self, cell):
        assert is_prose(Target(cell))
