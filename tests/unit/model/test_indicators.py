"""Indicators: what they accept, and what they infer from name, category and direction."""

from decimal import Decimal

import attrs
import pytest

from govperf.errors import DataError, LimitError, NumeralError, QuantityError
from govperf.limits import LIMITS
from govperf.model import (
    Actual,
    Correction,
    Direction,
    Evidence,
    Indicator,
    Locator,
    Nature,
    Operator,
    Target,
)
from govperf.units import Quantity

TEXTS = (
    "explanation",
    "criteria",
    "source",
    "target_basis",
    "method",
    "data_source",
    "evidence_required",
    "deviation_reason",
    "measures",
    "note",
)


class TestDirection:
    """Only where no operator is printed does the category speak: of a cost, less is better."""

    @pytest.mark.parametrize(
        ("category", "operator"),
        [
            (("产出", "成本"), "<="),
            (("产出指标", "成本指标"), "<="),
            (("成本", "经济成本"), "<="),
            (("成本指标", "生态环境成本指标"), "<="),
            ("成本", "<="),
            (("产出指标", "运行成本指标"), "<="),
            ("社会成本", "<="),
            ("成本效益", ">="),
            (("产出", "质量"), ">="),
            ("满意度", ">="),
            ((), ">="),
        ],
        ids=str,
    )
    def test_inferred(self, category, operator):
        target = Indicator("项目成本", category=category, target="90万元").target
        assert (target.operator.value, target.inferred) == (operator, True)

    @pytest.mark.parametrize("cell", ["≥5%", ">5%", "=5%", "5%以上", "不低于5%"])
    def test_printed_operator_stays(self, cell):
        indicator = Indicator("成本节约率", category=("产出", "成本"), target=cell)
        assert indicator.target == Target(cell)

    @pytest.mark.parametrize(("cell", "operator"), [("0万元", "="), ("符合标准", "text")])
    def test_nothing_to_infer(self, cell, operator):
        assert Indicator("成本", category="成本", target=cell).target.operator.value == operator

    def test_category_decides_for_a_target_too(self):
        given = Target("90万元", implied=Operator.AT_MOST)
        assert Indicator("投资", target=given).target.operator is Operator.AT_LEAST
        assert Indicator("投资", category="成本", target=Target("90万元")).target.operator is Operator.AT_MOST

    def test_evolved_category(self):
        cost = Indicator("投资", category="成本", target="90万元")
        assert attrs.evolve(cost, category="数量").target.operator is Operator.AT_LEAST
        assert attrs.evolve(cost, target="80万元").target.operator is Operator.AT_MOST
        assert attrs.evolve(cost) == cost

    def test_no_target(self):
        assert Indicator("投资", category="成本").target is None


class TestIndicator:
    @pytest.mark.parametrize(
        ("given", "category"),
        [
            ("满意度指标", ("满意度",)),
            (("产出指标", " 质量指标 "), ("产出", "质量")),
            (["产出"], ("产出",)),
            (("指标",), ("指标",)),
            (("产出", ""), ("产出", "")),
            ((), ()),
        ],
        ids=str,
    )
    def test_category(self, given, category):
        assert Indicator("巡查", category=given).category == category

    @pytest.mark.parametrize("category", [None, 3, ("产出", 3), [None]], ids=repr)
    def test_category_type(self, category):
        with pytest.raises(TypeError):
            Indicator("巡查", category=category)

    def test_category_is_capped(self):
        assert Indicator("巡" * 10_000, category=("产" * 10_000,)).name
        with pytest.raises(LimitError) as caught:
            Indicator("巡查", category=("产" * 10_001,))
        assert caught.value.path == "category"

    @pytest.mark.parametrize("given", ["≥60条", Target("≥60条")], ids=type)
    def test_target(self, given):
        assert Indicator("发布", target=given).target == Target("≥60条")

    @pytest.mark.parametrize("given", [52, Decimal(52), Quantity(52)], ids=type)
    def test_target_number(self, given):
        assert Indicator("发布", target=given).target == Target("52")

    @pytest.mark.parametrize("given", ["近540条", Actual("近540条")], ids=type)
    def test_actual(self, given):
        assert Indicator("发布", actual=given).actual == Actual("近540条")

    def test_actual_keeps_its_evidence(self):
        actual = Actual("近540条", evidence=[Evidence("台账")])
        assert Indicator("发布", actual=actual).actual.evidence == (Evidence("台账"),)

    @pytest.mark.parametrize("field", ["weight", "reported_points"])
    @pytest.mark.parametrize(
        ("given", "number"),
        [("12.5", "12.5"), (20, "20"), (Decimal("7.14"), "7.14"), ("２０", "20"), (0, "0")],
    )
    def test_number(self, field, given, number):
        assert getattr(Indicator("发布", **{field: given}), field) == Decimal(number)

    @pytest.mark.parametrize("field", ["weight", "reported_points"])
    @pytest.mark.parametrize("given", [12.5, True, [10], Quantity(20)], ids=repr)
    def test_number_type(self, field, given):
        with pytest.raises(TypeError):
            Indicator("发布", **{field: given})

    @pytest.mark.parametrize("field", ["weight", "reported_points"])
    @pytest.mark.parametrize(
        ("given", "error"),
        [
            ("十分", NumeralError),
            ("1e34", NumeralError),
            ("15%", NumeralError),
            (Decimal("NaN"), QuantityError),
            (Decimal("Infinity"), QuantityError),
            (Decimal("1E+34"), QuantityError),
            (10**40, QuantityError),
            (Decimal("1E+999999"), QuantityError),
        ],
        ids=str,
    )
    def test_no_number(self, field, given, error):
        with pytest.raises(error):
            Indicator("发布", **{field: given})

    def test_weight_is_not_negative(self):
        with pytest.raises(DataError) as caught:
            Indicator("发布", weight=-1)
        assert (caught.value.code, caught.value.path) == ("data.negative", "weight")

    def test_reported_points_may_be_anything(self):
        assert Indicator("发布", reported_points="-2").reported_points == -2

    @pytest.mark.parametrize("name", ["", "\n"])
    def test_nameless(self, name):
        with pytest.raises(DataError) as caught:
            Indicator(name)
        assert caught.value.path == "name"

    def test_bad_cell_is_held(self):
        """What cannot be meant is prose with a fault, which a review finds."""
        target = Indicator("发布", target="≥**人").target
        assert (target.text, target.quantity, target.operator) == ("≥**人", None, Operator.TEXT)
        assert target.fault is not None

    def test_everything_that_a_form_prints(self):
        row = Indicator(
            "仓库面积",
            category=("产出", "数量"),
            target="≥104平方米",
            actual="104平方米",
            weight=10,
            award="9.5",
            corrections=[Correction("-0.5", "逾期")],
            not_applicable="当年未建",
            nature="定量",
            direction="正向",
            explanation="可用面积",
            criteria="完成得满分",
            source="政府工作报告",
            target_basis="计划标准",
            method="直接证明法",
            data_source="业务统计",
            evidence_required="验收单",
            deviation_reason="无",
            measures="无",
            reported_rate="100%",
            reported_points="10.00",
            locator="C7",
            note="续建",
        )
        assert all(getattr(row, field.name) for field in attrs.fields(Indicator))
        assert (row.nature, row.direction) == (Nature.QUANTITATIVE, Direction.POSITIVE)
        assert row.locator == Locator("C7")
        assert str(row.reported_rate) == "100%"

    @pytest.mark.parametrize("field", TEXTS)
    def test_texts(self, field):
        longest = "文" * LIMITS.cell_chars
        assert getattr(Indicator("发布", **{field: longest}), field) == longest
        assert getattr(Indicator("发布"), field) == ""
        with pytest.raises(LimitError) as caught:
            Indicator("发布", **{field: longest + "文"})
        assert (caught.value.code, caught.value.path) == ("limit.chars", field)
        with pytest.raises(TypeError, match=f"{field} is a text"):
            Indicator("发布", **{field: None})

    @pytest.mark.parametrize("given", ["95", "1", "95分", "3个百分点"])
    def test_a_printed_rate_says_its_sign(self, given):
        with pytest.raises(DataError) as caught:
            Indicator("发布", reported_rate=given)
        assert (caught.value.code, caught.value.path) == ("data.rate", "reported_rate")

    def test_a_printed_rate_is_not_negative(self):
        assert Indicator("发布", reported_rate="0%").reported_rate == Quantity(0, "%")
        with pytest.raises(DataError) as caught:
            Indicator("发布", reported_rate="-0.01%")
        assert (caught.value.code, caught.value.path) == ("data.negative", "reported_rate")

    @pytest.mark.parametrize("given", [3, ["C7"], b"C7"], ids=repr)
    def test_locator_type(self, given):
        with pytest.raises(TypeError, match="locator is a Locator"):
            Indicator("发布", locator=given)


class TestWords:
    """Nature and direction as forms print them, or as govperf writes them."""

    @pytest.mark.parametrize(
        ("given", "nature"),
        [
            ("定量", Nature.QUANTITATIVE),
            ("定量指标", Nature.QUANTITATIVE),
            ("quantitative", Nature.QUANTITATIVE),
            (Nature.QUANTITATIVE, Nature.QUANTITATIVE),
            (" 定性 ", Nature.QUALITATIVE),
            ("定性指标", Nature.QUALITATIVE),
            ("qualitative", Nature.QUALITATIVE),
            (None, None),
        ],
        ids=str,
    )
    def test_nature(self, given, nature):
        assert Indicator("发布", nature=given).nature is nature

    @pytest.mark.parametrize(
        ("given", "direction"),
        [
            *[(word, Direction.POSITIVE) for word in ("正向", "正指标", "正向指标", "positive")],
            *[(word, Direction.REVERSE) for word in ("反向", "逆向", "负向", "逆指标", "reverse")],
            *[(word, Direction.REVERSE) for word in ("反向指标", "逆向指标", "负向指标")],
            *[(word, Direction.EXACT) for word in ("等于", "exact")],
            (Direction.EXACT, Direction.EXACT),
            (None, None),
        ],
        ids=str,
    )
    def test_direction(self, given, direction):
        assert Indicator("发布", direction=given).direction is direction

    @pytest.mark.parametrize("field", ["nature", "direction"])
    @pytest.mark.parametrize("given", ["≥", "正", "POSITIVE", "定 量"])
    def test_no_word(self, field, given):
        with pytest.raises(DataError) as caught:
            Indicator("发布", **{field: given})
        error = caught.value
        assert error.code == "data.choice"
        assert {"nature": "定性指标", "direction": "逆指标"}[field] in error.details["known"]
        assert error.details["known"] in error.explain("en")
        assert error.details["known"] in error.explain("zh")

    @pytest.mark.parametrize("field", ["nature", "direction"])
    @pytest.mark.parametrize("given", [1, True, ["正向"], Operator.AT_LEAST], ids=repr)
    def test_type(self, field, given):
        with pytest.raises(TypeError, match=f"expected {field.title()} or a text"):
            Indicator("发布", **{field: given})


class TestInferredByDirection:
    """A printed direction speaks before the category, and a printed operator before both."""

    COST = ("产出", "成本")

    @pytest.mark.parametrize(
        ("category", "direction", "operator"),
        [
            ((), "正向", ">="),
            ((), "反向", "<="),
            ((), "等于", "="),
            (COST, None, "<="),
            (COST, "正向", ">="),
            (COST, "反向", "<="),
            (COST, "等于", "="),
        ],
        ids=str,
    )
    def test_bare_number(self, category, direction, operator):
        target = Indicator("次数", category=category, direction=direction, target="12次").target
        assert (target.operator.value, target.inferred, target.sign) == (operator, True, None)
        assert (target.text, target.quantity) == ("12次", Quantity(12, "次"))

    @pytest.mark.parametrize("direction", ["正向", "反向", "等于"])
    @pytest.mark.parametrize("cell", ["≥12次", "≤12次", "=12次", "12次以上", "80～90%", "效果明显"])
    def test_what_the_cell_says_stays(self, direction, cell):
        assert Indicator("次数", direction=direction, target=cell).target == Target(cell)

    @pytest.mark.parametrize("direction", ["正向", "反向", "等于"])
    def test_zero_is_exact(self, direction):
        assert Indicator("事故", direction=direction, target="0起").target.operator is Operator.EQUAL

    @pytest.mark.parametrize("direction", ["正向", "反向", "等于"])
    def test_a_date_is_a_deadline(self, direction):
        target = Indicator("完工", direction=direction, target="2022年11月").target
        assert (target.operator, target.inferred) == (Operator.AT_MOST, True)

    def test_evolved(self):
        row = Indicator("次数", category=self.COST, target="12次")
        assert attrs.evolve(row, direction="正向").target.operator is Operator.AT_LEAST
        assert attrs.evolve(attrs.evolve(row, direction="正向"), direction=None) == row


class TestUnitOfTheName:
    """A bare number takes the unit that the name says; one that says a unit keeps it."""

    @pytest.mark.parametrize(
        ("name", "cell", "quantity"),
        [
            ("仓库面积（平方米）", "104", Quantity(104, "平方米")),
            ("仓库面积(平方米)", "≥104", Quantity(104, "平方米")),
            ("投资（万元）", "90", Quantity(90, "万元")),
            ("完成率（%）", "95", Quantity(95, "%")),
            ("完成率（%）", "1.01", Quantity("1.01", "%")),
            ("完成率（%）", "0", Quantity(0, "%")),
            ("完成率（%）", "1", Quantity(1)),
            ("完成率（%）", "0.95", Quantity("0.95")),
            ("完成率（%）", "-0.95", Quantity("-0.95")),
            ("仓库面积（平方米）", "0.95", Quantity("0.95", "平方米")),
            ("仓库面积（平方米）", "1公顷", Quantity(1, "公顷")),
            ("仓库面积", "104", Quantity(104)),
            ("演练（含桌面演练）", "12", Quantity(12)),
            ("仓库面积（平方米）", "符合标准", None),
        ],
    )
    def test_unit(self, name, cell, quantity):
        assert Indicator(name, target=cell).target.quantity == quantity

    @pytest.mark.parametrize(
        ("name", "cell", "ends"),
        [
            ("完成率（%）", "80-90", (Quantity(80, "%"), Quantity(90, "%"))),
            ("完成率（%）", "0-90", (Quantity(0, "%"), Quantity(90, "%"))),
            ("完成率（%）", "1-2", (None, None)),
            ("完成率（%）", "0.8-0.9", (Quantity("0.8"), Quantity("0.9"))),
            ("演练（场）", "10-15", (Quantity(10, "场"), Quantity(15, "场"))),
            ("演练（场）", "0.5-1", (Quantity("0.5", "场"), Quantity(1, "场"))),
        ],
    )
    def test_range(self, name, cell, ends):
        target = Indicator(name, target=cell).target
        assert (target.quantity, target.upper) == ends

    @pytest.mark.parametrize("cell", ["≤60以上", "2022年11月", "优秀", "每周1期", "12,34", "近12"])
    def test_what_is_no_number_gets_none(self, cell):
        assert Indicator("演练（场）", target=cell).target == Target(cell)

    def test_a_name_of_two_units_says_none(self):
        assert Indicator("投资（万元）（元）", target="90").target.quantity == Quantity(90)

    def test_the_unit_beside_it_goes_first(self):
        target = Target("104", unit="公顷")
        assert Indicator("仓库面积（平方米）", target=target).target.quantity == Quantity(104, "公顷")

    def test_the_direction_too(self):
        target = Indicator("投资（万元）", direction="反向", target="90").target
        assert (target.operator, target.quantity) == (Operator.AT_MOST, Quantity(90, "万元"))

    def test_a_long_name_says_none(self):
        assert Indicator("面积（" + "米" * 9_000 + "）", target="104").target.quantity == Quantity(104)


@pytest.mark.parametrize("level", ["甲 指标", "甲指标指标", " 甲指标 ", "甲"])
def test_a_level_is_its_own_level(level):
    row = Indicator("人数", category=[level])
    assert row.category == ("甲",)
    assert attrs.evolve(row) == row


def test_a_level_of_nothing_but_the_word_keeps_it():
    assert Indicator("人数", category=["指标指标"]).category == ("指标",)
