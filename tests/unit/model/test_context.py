"""What stands around a cell: the operator that its row implies, and the unit that its name says."""

import attrs
import pytest

from govperf.errors import TargetError, UnitError
from govperf.model import Actual, Indicator, Operator, Target
from govperf.units import Quantity, Unit

COST = ("产出", "成本")
TIME = ("产出", "时效")


class TestImplied:
    @pytest.mark.parametrize(
        ("implied", "operator"),
        [
            (None, Operator.AT_LEAST),
            (Operator.AT_LEAST, Operator.AT_LEAST),
            (Operator.AT_MOST, Operator.AT_MOST),
            (Operator.EQUAL, Operator.EQUAL),
        ],
    )
    def test_is_inferred_where_none_is_printed(self, implied, operator):
        target = Target("90万元", implied=implied)
        assert (target.operator, target.inferred, target.sign) == (operator, True, None)

    @pytest.mark.parametrize("cell", ["≥90%", "90%以上", "80～90%", "明显", "0起", "2022年12月"])
    def test_leaves_what_is_said(self, cell):
        assert Target(cell, implied=Operator.AT_MOST) == Target(cell)

    def test_a_bare_zero_is_exact(self):
        assert Target("0起", implied=Operator.AT_MOST).operator is Operator.EQUAL

    def test_a_sign_goes_first(self):
        assert Target("90", sign="≥", implied=Operator.AT_MOST).operator is Operator.AT_LEAST

    @pytest.mark.parametrize("implied", [Operator.TEXT, Operator.BETWEEN])
    def test_binds_one_number(self, implied):
        with pytest.raises(TargetError) as caught:
            Target("90万元", implied=implied)
        assert (caught.value.code, caught.value.path) == ("target.implied", "implied")

    @pytest.mark.parametrize("implied", ["≤", True, 1])
    def test_is_an_operator(self, implied):
        with pytest.raises(TypeError):
            Target("90万元", implied=implied)


class TestHeading:
    """The unit of a heading is that of a bare number, and never makes a cell worse."""

    @pytest.mark.parametrize(
        ("cell", "heading", "quantity"),
        [
            ("104", "平方米", Quantity(104, "平方米")),
            ("2023.12", "万元", Quantity("2023.12", "万元")),
            ("20231231", "元", Quantity(20231231, "元")),
            ("1公顷", "平方米", Quantity(1, "公顷")),
            ("15天", "元", Quantity(15, "天")),
            ("200万", "万元", Quantity("200万")),
            ("95", "%", Quantity(95, "%")),
            ("1.01", "%", Quantity("1.01", "%")),
            ("1", "%", Quantity(1)),
            ("0.95", "%", Quantity("0.95")),
            ("0", "%", Quantity(0, "%")),
            ("0.5", "倍", Quantity("0.5", "倍")),
            ("优秀", "%", None),
        ],
    )
    @pytest.mark.parametrize("kind", [Target, Actual])
    def test_bare_number(self, kind, cell, heading, quantity):
        made = kind(cell, heading=heading)
        assert (made.quantity, made.unit, made.period) == (quantity, None, None)

    @pytest.mark.parametrize(
        ("cell", "heading", "ends"),
        [
            ("10-15", "场", (Quantity(10, "场"), Quantity(15, "场"))),
            ("80-90", "%", (Quantity(80, "%"), Quantity(90, "%"))),
            ("0.8-0.9", "%", (Quantity("0.8"), Quantity("0.9"))),
            ("0.8-0.9", "平方米", (Quantity("0.8", "平方米"), Quantity("0.9", "平方米"))),
        ],
    )
    def test_range(self, cell, heading, ends):
        target, actual = Target(cell, heading=heading), Actual(cell, heading=heading)
        assert (target.quantity, target.upper) == ends
        assert (actual.lower, actual.upper) == ends

    @pytest.mark.parametrize(
        "cell", ["15天", "≤60以上", "200万", "12,34", "每周1期", "2022年11月", "效果明显"]
    )
    def test_it_never_makes_a_fault(self, cell):
        plain, made = Target(cell), Target(cell, heading="万元")
        assert made == plain
        assert (made.fault and made.fault.code) == (plain.fault and plain.fault.code)

    @pytest.mark.parametrize("cell", ["15天", "约15天", "2022年11月", "78次中77次", "数百人", "已完成"])
    def test_it_never_makes_prose(self, cell):
        assert Actual(cell, heading="万元") == Actual(cell)

    @pytest.mark.parametrize("kind", [Target, Actual])
    def test_the_unit_beside_it_goes_first(self, kind):
        assert kind("104", unit="公顷", heading="平方米").quantity == Quantity(104, "公顷")

    @pytest.mark.parametrize("kind", [Target, Actual])
    def test_a_year_under_its_unit(self, kind):
        assert kind("12", heading="月").period is None
        assert kind("2022", heading="年").quantity == Quantity(2022)

    @pytest.mark.parametrize("kind", [Target, Actual])
    def test_unknown(self, kind):
        with pytest.raises(UnitError):
            kind("104", heading="公理")
        assert kind("104", heading="") == kind("104")

    def test_approximate(self):
        actual = Actual("近540", heading="条")
        assert (actual.quantity, actual.approximation.value) == (Quantity(540, "条"), "at_most")

    def test_in_a_year_it_stays(self):
        target = Target("104", heading="平方米")
        assert target.in_year(2022) is target


class TestRow:
    """An indicator gives its cells their context, and takes away what another one gave."""

    def test_nothing_looks_as_if_it_were_printed(self):
        row = Indicator("投资（万元）", direction="等于", target="90", actual="80")
        assert (row.target.unit, row.target.sign, row.actual.unit) == (None, None, None)
        assert (row.target.operator, row.target.inferred) == (Operator.EQUAL, True)
        assert (row.target.quantity, row.actual.quantity) == (Quantity(90, "万元"), Quantity(80, "万元"))

    @pytest.mark.parametrize(
        "change",
        [
            {"name": "投资（元）"},
            {"name": "投资"},
            {"direction": "正向"},
            {"direction": None},
            {"category": ("产出", "数量")},
            {"category": TIME},
        ],
    )
    @pytest.mark.parametrize("cell", ["90", "≥90", "2023.12", "80～90", "1公顷", "0"])
    def test_evolving_is_making_anew(self, change, cell):
        given = {
            "name": "投资（万元）",
            "category": COST,
            "direction": "等于",
            "target": cell,
            "actual": cell,
        }
        evolved = attrs.evolve(Indicator(**given), **change)
        made = Indicator(**{**given, **change})
        assert evolved == made
        assert (evolved.target.implied, evolved.target.heading) == (made.target.implied, made.target.heading)
        assert evolved.actual.heading is made.actual.heading

    def test_a_context_that_is_given_is_that_of_another_row(self):
        stale = Target("90", implied=Operator.AT_MOST, heading="万元")
        row = Indicator("次数", target=stale, actual=Actual("90", heading="万元"))
        assert (row.target, row.actual) == (Target("90"), Actual("90"))

    def test_cells_without_a_context_are_kept_as_they_are(self):
        target, actual = Target("90"), Actual("80")
        row = Indicator("次数", target=target, actual=actual)
        assert (row.target is target, row.actual is actual) == (True, True)

    def test_a_context_that_fits_is_kept_too(self):
        row = Indicator("投资（万元）", category=COST, target="90", actual="80")
        again = attrs.evolve(row, weight=10)
        assert (again.target is row.target, again.actual is row.actual) == (True, True)

    def test_a_column_of_units_is_that_of_the_actual_too(self):
        row = Indicator("面积（平方米）", target=Target("60", unit="公顷"), actual="60")
        assert row.actual.quantity == Quantity(60)

    def test_without_a_target(self):
        assert Indicator("面积（平方米）", actual="60").actual.quantity == Quantity(60, "平方米")

    @pytest.mark.parametrize("field", ["direction", "nature"])
    @pytest.mark.parametrize("cell", ["", " "])
    def test_a_blank_cell_says_nothing(self, field, cell):
        assert getattr(Indicator("次数", **{field: cell}), field) is None

    @pytest.mark.parametrize("cell", ["", " "])
    def test_a_blank_sign_says_nothing(self, cell):
        assert Target("90", sign=cell) == Target("90")


class TestDurations:
    """Of a time that something takes less is better; of a time that it lasts, more."""

    @pytest.mark.parametrize(
        "cell", ["3天", "2小时", "30分钟", "5个工作日", "6个月", "1年", "2周", "半年", "2个季度"]
    )
    def test_less_is_better(self, cell):
        target = Indicator("办理时限", category=TIME, target=cell).target
        assert (target.operator, target.inferred) == (Operator.AT_MOST, True)

    def test_by_the_heading(self):
        assert Indicator("办理时限（天）", category=TIME, target="3").target.operator is Operator.AT_MOST

    @pytest.mark.parametrize(
        ("actual", "operator"), [("2天", "<="), ("2", ">="), ("95%", ">="), ("2天以内", "<="), ("完成", ">=")]
    )
    def test_by_the_actual(self, actual, operator):
        row = Indicator("办理时限", category=TIME, target="3", actual=actual)
        assert row.target.operator.value == operator

    @pytest.mark.parametrize("cell", ["95%", "12次", "3天/次", "3", "3元/天"])
    def test_of_nothing_else(self, cell):
        assert Indicator("办理及时率", category=TIME, target=cell).target.operator is Operator.AT_LEAST

    @pytest.mark.parametrize("category", [(), ("产出", "数量"), ("效益", "可持续影响")])
    def test_nowhere_else(self, category):
        target = Indicator("正常运行", category=category, target="366天").target
        assert target.operator is Operator.AT_LEAST

    @pytest.mark.parametrize(
        ("cell", "direction", "operator"), [("3天", "正向", ">="), ("3天", "等于", "="), ("≥3天", None, ">=")]
    )
    def test_what_is_printed_goes_first(self, cell, direction, operator):
        target = Indicator("办理时限", category=TIME, direction=direction, target=cell).target
        assert target.operator.value == operator


class TestSavings:
    @pytest.mark.parametrize(
        "name",
        [
            *(
                "成本节约率",
                "资金节约额",
                "节省经费",
                "成本降低率",
                "费用下降幅度",
                "支出压减率",
                "支出减少额",
            ),
            *(
                "节约成本",
                "降低企业成本",
                "减少财政支出（万元）",
                "压减行政运行费用",
                "自筹资金",
                "低保标准",
                "最低工资标准",
            ),
        ],
    )
    def test_more_is_better(self, name):
        target = Indicator(name, category=COST, target="5%").target
        assert (target.operator, target.inferred) == (Operator.AT_LEAST, True)

    @pytest.mark.parametrize(
        "name",
        [
            *("项目成本", "单位成本", "节约型机关建设成本", "压减后支出", "成本控制率", "节约用电成本"),
            *("不降低成本", "未节约成本", "补助标准", "生均公用经费标准", "奖补资金"),
        ],
    )
    def test_any_other_cost(self, name):
        assert Indicator(name, category=COST, target="5万元").target.operator is Operator.AT_MOST

    def test_a_direction_goes_first(self):
        row = Indicator("成本节约率", category=COST, direction="反向", target="5%")
        assert row.target.operator is Operator.AT_MOST


class TestStrict:
    """Words that exclude the figure that they stand at."""

    @pytest.mark.parametrize(
        "cell",
        [
            "不到5%",
            "近540条",
            "<5%",
            "＜5%",
            "超过95%",
            ">95%",
            "100余人",
            "十余万元",
            "60多人",
            "逾60人",
            "不足5天",
        ],
    )
    def test_excluded(self, cell):
        assert Actual(cell).strict

    @pytest.mark.parametrize(
        "cell",
        [
            "5%",
            "≥95%",
            "不超过5%",
            "不低于5%",
            "5天以内",
            "60人以上",
            "约60人",
            "60人左右",
            "近-5%",
            "200-300人",
            "2022年11月前",
            "效果明显",
            "不少于5个多媒体教室",
        ],
    )
    def test_not_excluded(self, cell):
        assert not Actual(cell).strict


class TestExpression:
    """What is printed of a cell makes an equal one."""

    @pytest.mark.parametrize(
        ("cell", "shown"),
        [
            (Target("≥60条"), "Target(text='≥60条')"),
            (
                Target("60", sign="≥", unit="条"),
                "Target(text='60', sign=Operator.AT_LEAST, unit=Unit.of('条'))",
            ),
            (Target("90", implied=Operator.AT_MOST), "Target(text='90', implied=Operator.AT_MOST)"),
            (Target("90", heading="万元"), "Target(text='90', heading=Unit.of('万元'))"),
            (Target("12月底前", year=2022), "Target(text='12月底前', year=2022)"),
            (Actual("90", heading="万元"), "Actual(text='90', heading=Unit.of('万元'))"),
            (Actual("12月1日", year=2022), "Actual(text='12月1日', year=2022)"),
        ],
    )
    def test_makes_it_again(self, cell, shown):
        assert repr(cell) == shown
        assert eval(shown, {"Target": Target, "Actual": Actual, "Operator": Operator, "Unit": Unit}) == cell  # noqa: S307
