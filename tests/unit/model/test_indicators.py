"""Indicators, goals, breakdowns, evaluations: what they accept, and what they derive."""

from decimal import Decimal

import attrs
import pytest

from govperf.errors import DataError, InputError, LimitError, NumeralError, QuantityError
from govperf.limits import LIMITS
from govperf.model import (
    Actual,
    Breakdown,
    Budget,
    Department,
    Evaluation,
    Evidence,
    Goal,
    Indicator,
    Operator,
    Part,
    Target,
)
from govperf.units import Quantity


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
        given = Target("90万元", of_a_cost=True)
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

    def test_bad_cell(self):
        with pytest.raises(InputError):
            Indicator("发布", target="≥**人")


class TestGoal:
    def test_indicators(self):
        goal = Goal("资助", indicators=(indicator for indicator in [Indicator("人数")]))
        assert goal.indicators == (Indicator("人数"),)

    @pytest.mark.parametrize("indicators", [["人数"], "人数", None, Indicator("人数")], ids=repr)
    def test_type(self, indicators):
        with pytest.raises(TypeError):
            Goal("资助", indicators=indicators)

    def test_empty_text(self):
        with pytest.raises(DataError) as caught:
            Goal(" ")
        assert caught.value.path == "text"

    def test_longest_list(self):
        indicators = [Indicator("人数")] * LIMITS.items
        assert len(Goal("资助", indicators=indicators).indicators) == LIMITS.items

    def test_endless_list(self):
        indicator = Indicator("人数")
        with pytest.raises(LimitError) as caught:
            Goal("资助", indicators=iter(lambda: indicator, None))
        assert caught.value.details == {"limit": str(LIMITS.items)}


class TestBreakdown:
    def test_nameless(self):
        with pytest.raises(DataError) as caught:
            Breakdown(" ", total=1, parts={})
        assert caught.value.path == "name"

    def test_parts(self):
        breakdown = Breakdown("信息", total="624条", parts={"镇街": "295条", "部门": 201})
        assert breakdown.total == Quantity(624, "条")
        assert breakdown.parts == (Part("镇街", "295条"), Part("部门", 201))

    @pytest.mark.parametrize(
        ("total", "error"), [("若干条", InputError), (62.4, TypeError), (None, TypeError)]
    )
    def test_total(self, total, error):
        with pytest.raises(error):
            Breakdown("信息", total=total, parts={})


class TestEvaluation:
    def test_indicators_with_their_paths(self):
        goals = [
            Goal("资助", indicators=[Indicator("人数"), Indicator("标准")]),
            Goal("无指标"),
            Goal("满意", indicators=[Indicator("满意度")]),
        ]
        table = Evaluation(Department("某中学"), 2023, goals=goals)
        assert [(path, indicator.name) for path, indicator in table.indicators()] == [
            ("$.goals[0].indicators[0]", "人数"),
            ("$.goals[0].indicators[1]", "标准"),
            ("$.goals[2].indicators[0]", "满意度"),
        ]

    @pytest.mark.parametrize(
        "fields",
        [
            {"department": 5},
            {"budget": "100万元"},
            {"goals": ["资助"]},
            {"goals": None},
            {"breakdowns": [Goal("资助")]},
            {"project": None},
            {"source": 3},
            {"year": "2023"},
            {"reported_total": 83.28},
        ],
        ids=str,
    )
    def test_type(self, fields):
        with pytest.raises(TypeError):
            Evaluation(**{"department": Department("某局"), "year": 2023, **fields})

    @pytest.mark.parametrize(
        ("fields", "path"),
        [
            ({"year": 1900}, "year"),
            ({"reported_total": -1}, "reported_total"),
            ({"project": "项" * 10_001}, "project"),
            ({"source": "源" * 10_001}, "source"),
        ],
        ids=["year", "total", "project", "source"],
    )
    def test_refused(self, fields, path):
        with pytest.raises(InputError) as caught:
            Evaluation(**{"department": Department("某局"), "year": 2023, **fields})
        assert caught.value.path == path

    def test_full(self):
        table = Evaluation(
            Department("某局"),
            2023,
            project="巡查",
            budget=Budget(2023, executed="1万元"),
            goals=(goal for goal in [Goal("巡查")]),
            breakdowns=[Breakdown("信息", total=1, parts={"一": 1})],
            reported_total="83.28",
            source="自评表",
        )
        assert table.reported_total == Decimal("83.28")
        assert (type(table.goals), type(table.breakdowns)) == (tuple, tuple)


class TestEvidence:
    @pytest.mark.parametrize("title", ["", " "])
    def test_titleless(self, title):
        with pytest.raises(DataError) as caught:
            Evidence(title)
        assert caught.value.path == "title"

    @pytest.mark.parametrize("fields", [{"title": 3}, {"title": "台账", "locator": 3}], ids=str)
    def test_type(self, fields):
        with pytest.raises(TypeError):
            Evidence(**fields)


def test_a_name_makes_a_department():
    assert Evaluation("某局", 2023) == Evaluation(Department("某局"), 2023)
