"""Evaluations, their breakdowns and subtotals: what they accept, and what they keep apart."""

from decimal import Decimal

import attrs
import pytest

from govperf.errors import DataError, InputError, LimitError, NumeralError, QuantityError
from govperf.limits import LIMITS
from govperf.model import (
    Acceptance,
    Breakdown,
    Budget,
    Correction,
    Department,
    Evaluation,
    EvaluationKind,
    Goal,
    Indicator,
    Operator,
    Part,
    Subtotal,
)
from govperf.units import Quantity

TEXTS = ("project", "implementer", "standard", "reported_grade", "source")


def made(**fields):
    return Evaluation(**{"department": Department("某局"), "year": 2023, **fields})


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

    @pytest.mark.parametrize("parts", ["", "镇街", None, ["镇街"], {"镇街": None}], ids=repr)
    def test_type(self, parts):
        with pytest.raises(TypeError):
            Breakdown("信息", total=1, parts=parts)


class TestSubtotal:
    def test_points_and_score(self):
        subtotal = Subtotal(("产出指标", " 数量指标"), weight="20", reported_points="19.5")
        assert subtotal.category == ("产出", "数量")
        assert (subtotal.weight, subtotal.reported_points) == (20, Decimal("19.5"))

    @pytest.mark.parametrize("given", ["产出指标", "产出", ["产出"]], ids=repr)
    def test_one_level(self, given):
        assert Subtotal(given).category == ("产出",)

    @pytest.mark.parametrize("given", [(), "", " ", ("", " ")], ids=repr)
    def test_a_group_has_a_heading(self, given):
        with pytest.raises(DataError) as caught:
            Subtotal(given)
        assert (caught.value.code, caught.value.path) == ("data.empty", "category")

    def test_nothing_printed(self):
        assert (Subtotal("产出").weight, Subtotal("产出").reported_points) == (None, None)

    @pytest.mark.parametrize("field", ["weight", "reported_points"])
    @pytest.mark.parametrize(
        ("given", "error"),
        [
            ("十分", NumeralError),
            ("15%", NumeralError),
            (Decimal("NaN"), QuantityError),
            (12.5, TypeError),
            (True, TypeError),
            (Quantity(20), TypeError),
        ],
        ids=repr,
    )
    def test_no_number(self, field, given, error):
        with pytest.raises(error):
            Subtotal("产出", **{field: given})

    def test_a_weight_is_not_negative(self):
        assert Subtotal("产出", weight=0).weight == 0
        with pytest.raises(DataError) as caught:
            Subtotal("产出", weight="-0.01")
        assert (caught.value.code, caught.value.path) == ("data.negative", "weight")
        assert Subtotal("产出", reported_points="-0.01").reported_points == Decimal("-0.01")

    @pytest.mark.parametrize("category", [None, 3, ("产出", 3), Indicator("人数")], ids=repr)
    def test_category_type(self, category):
        with pytest.raises(TypeError):
            Subtotal(category)


class TestKind:
    """自评 unless the form says otherwise; the words of forms and of govperf."""

    @pytest.mark.parametrize(
        ("given", "kind"),
        [
            *[(word, EvaluationKind.SELF) for word in ("自评", "绩效自评", "单位自评", "self", " 自评 ")],
            *[(word, EvaluationKind.DEPARTMENTAL) for word in ("部门评价", "departmental")],
            *[(word, EvaluationKind.FINANCE) for word in ("财政评价", "finance")],
            (EvaluationKind.FINANCE, EvaluationKind.FINANCE),
        ],
        ids=repr,
    )
    def test_words(self, given, kind):
        assert made(kind=given).kind is kind

    def test_self_unless_told(self):
        assert made().kind is EvaluationKind.SELF

    @pytest.mark.parametrize("given", ["", "评价", "SELF", "第三方评价"])
    def test_no_word(self, given):
        with pytest.raises(DataError) as caught:
            made(kind=given)
        error = caught.value
        assert error.code == "data.choice"
        for word in ("departmental", "单位自评", "财政评价"):
            assert word in error.explain("en")
            assert word in error.explain("zh")

    @pytest.mark.parametrize("given", [None, 1, True, Operator.TEXT], ids=repr)
    def test_type(self, given):
        with pytest.raises(TypeError, match="expected EvaluationKind or a text"):
            made(kind=given)


class TestEvaluation:
    def test_indicators_with_their_paths(self):
        goals = [
            Goal("资助", indicators=[Indicator("人数"), Indicator("标准")]),
            Goal("无指标"),
            Goal(
                "满意", indicators=[Indicator("满意度")], goals=[Goal("回访", indicators=[Indicator("率")])]
            ),
        ]
        assert [(path, indicator.name) for path, indicator in made(goals=goals).indicators()] == [
            ("$.goals[0].indicators[0]", "人数"),
            ("$.goals[0].indicators[1]", "标准"),
            ("$.goals[2].indicators[0]", "满意度"),
            ("$.goals[2].goals[0].indicators[0]", "率"),
        ]

    @pytest.mark.parametrize(
        "fields",
        [
            {"department": 5},
            {"department": None},
            {"budget": "100万元"},
            {"goals": ["资助"]},
            {"goals": None},
            {"goals": ""},
            {"goals": Goal("资助")},
            {"breakdowns": [Goal("资助")]},
            {"subtotals": [Breakdown("信息", total=1, parts={})]},
            {"subtotals": ""},
            {"subtotals": Subtotal("产出")},
            {"notes": None},
            {"notes": [3]},
            {"year": "2023"},
            {"year": True},
            {"reported_total": 83.28},
            {"reported_total": True},
        ],
        ids=str,
    )
    def test_type(self, fields):
        with pytest.raises(TypeError):
            made(**fields)

    @pytest.mark.parametrize("field", TEXTS)
    def test_texts(self, field):
        longest = "项" * LIMITS.cell_chars
        assert getattr(made(), field) == ""
        assert getattr(made(**{field: longest}), field) == longest
        with pytest.raises(LimitError) as caught:
            made(**{field: longest + "项"})
        assert (caught.value.code, caught.value.path) == ("limit.chars", field)
        for given in (None, 3):
            with pytest.raises(TypeError, match=f"{field} is a text"):
                made(**{field: given})

    @pytest.mark.parametrize(
        ("fields", "code", "path"),
        [
            ({"year": 1948}, "data.year", "year"),
            ({"year": 2200}, "data.year", "year"),
            ({"reported_total": "-0.01"}, "data.negative", "reported_total"),
            ({"department": " "}, "data.empty", "name"),
            ({"notes": ["记" * 10_001]}, "limit.chars", "notes"),
        ],
        ids=["before", "after", "total", "department", "note"],
    )
    def test_refused(self, fields, code, path):
        with pytest.raises(InputError) as caught:
            made(**fields)
        assert (caught.value.code, caught.value.path) == (code, path)

    @pytest.mark.parametrize("given", ["十分", "83.28%", "83.28分", Decimal("Infinity")], ids=str)
    def test_no_total(self, given):
        with pytest.raises(InputError):
            made(reported_total=given)

    @pytest.mark.parametrize(
        ("given", "notes"), [("补充", ("补充",)), (iter("甲乙"), ("甲", "乙")), ([], ())]
    )
    def test_notes(self, given, notes):
        assert made(notes=given).notes == notes

    @pytest.mark.parametrize("field", ["goals", "breakdowns", "subtotals", "notes", "corrections"])
    def test_longest_list(self, field):
        item = {
            "goals": Goal("资助"),
            "breakdowns": Breakdown("信息", total=1, parts={}),
            "subtotals": Subtotal("产出"),
            "notes": "补充",
            "corrections": Correction(-1, "逾期"),
        }[field]
        assert len(getattr(made(**{field: [item] * LIMITS.items}), field)) == LIMITS.items
        with pytest.raises(LimitError) as caught:
            made(**{field: iter(lambda: item, None)})
        assert caught.value.details == {"limit": str(LIMITS.items)}

    def test_full(self):
        table = made(
            kind="部门评价",
            project="巡查",
            implementer="应急救援中心",
            budget=Budget(2023, executed="1万元"),
            goals=(goal for goal in [Goal("巡查")]),
            breakdowns=[Breakdown("信息", total=1, parts={"一": 1})],
            standard="MOF-2020-10",
            finished=True,
            corrections=[Correction("-1", "逾期")],
            subtotals=[Subtotal("产出", weight=50, reported_points=48)],
            reported_total="83.28",
            reported_grade="良",
            notes=["补充"],
            accepted=[Acceptance("finding.missed", "$.goals[0]", reason="疫情停课")],
            source="自评表",
        )
        assert all(getattr(table, field.name) for field in attrs.fields(Evaluation))
        assert (table.reported_total, table.reported_grade) == (Decimal("83.28"), "良")
        assert {type(table.goals), type(table.breakdowns), type(table.subtotals), type(table.notes)} == {
            tuple
        }

    def test_what_the_form_computed_is_kept_as_printed(self):
        """Total and grade may contradict each other: that is for a review to find."""
        table = made(reported_total="59.994", reported_grade="优秀")
        assert (str(table.reported_total), table.reported_grade) == ("59.994", "优秀")

    def test_a_budget_of_another_year_is_odd_and_held(self):
        assert made(budget=Budget(2021)).budget.year == 2021


def test_a_name_makes_a_department():
    assert Evaluation("某局", 2023) == Evaluation(Department("某局"), 2023)
