"""The rate of a common indicator, from figures or from a form, and the row that it makes."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from govperf.errors import QuantityError, StandardError, UnitError
from govperf.model import (
    Actual,
    Budget,
    BudgetLine,
    Department,
    Direction,
    Evaluation,
    Indicator,
    Nature,
    Operator,
    Rate,
    Staffing,
    Target,
    Undefined,
)
from govperf.standards.common import COMMON, common_indicator, common_indicators
from govperf.standards.common_measures import HELD
from govperf.units import Quantity

EVERY = [one for name in COMMON for one in common_indicators(name)]
every = pytest.mark.parametrize("one", EVERY, ids=[f"{one.framework} {one.code}" for one in EVERY])
WITH = [one for one in EVERY if one.formula]
HELD_ONES = [one for one in EVERY if one.held_as]
every_held = pytest.mark.parametrize("one", HELD_ONES, ids=[one.code for one in HELD_ONES])
STAFFING, SAVING = common_indicator("staffing_control_rate"), common_indicator("time_saving_rate")
CHANGE = common_indicator("three_public_change_rate")

LINE = BudgetLine(original="100万元", adjusted="80万元", executed="60万元")
LAST = Budget(2021, three_public=BudgetLine(original="200万元", adjusted="160万元", executed="240万元"))
BUDGET = Budget(
    2022,
    original="1,000万元",
    adjusted="1,100万元",
    received="900万元",
    executed="990万元",
    carried_in="50万元",
    carried_out="40万元",
    project="500万元",
    operating=LINE,
    three_public=LINE,
    procurement=LINE,
    progress={6: "440万元"},
)
BUDGET = attrs.evolve(
    BUDGET,
    project=BudgetLine(original="500万元", adjusted="400万元"),
    key_projects=BudgetLine(original="450万元", adjusted="300万元"),
)
BUREAU = Department("某局", staffing=Staffing(authorised=50, actual=49))
TABLE = Evaluation(BUREAU, 2022, budget=BUDGET)
PERCENT = {
    "staffing_control_rate": "98",
    "three_public_change_rate": "-50",
    "key_projects_rate": "90",
    "budget_completion_rate": "99",
    "budget_adjustment_rate": "10",
    "payment_progress_rate": "80",
    "carry_over_rate": "4",
    "carry_over_change_rate": "-20",
    "operating_control_rate": "75",
    "three_public_control_rate": "75",
    "procurement_execution_rate": "75",
    "funding_rate": "81.81818181818181818181818181818182",
}
"""What each comes to on the form above, with the basis that it has where none is said."""


def undefined(found):
    assert isinstance(found, Undefined)
    assert "…" not in found.explain("zh") + found.explain("en")
    return found.code


class TestFigures:
    @pytest.mark.parametrize("one", WITH, ids=[one.code for one in WITH])
    @pytest.mark.parametrize(("figure", "base"), [(90, 100), (100, 100), (110, 100), (0, 1), (1, 3)])
    def test_shape(self, one, figure, base):
        ratio = Fraction(figure, base)
        changes = {"three_public_change_rate", "carry_over_change_rate"}
        savings = {"time_saving_rate", "cost_saving_rate"}
        wanted = ratio - 1 if one.code in changes else 1 - ratio if one.code in savings else ratio
        assert one.rate(figure, base).exact == wanted

    @pytest.mark.parametrize(
        ("figure", "base"),
        [("5人", "5人次"), ("5", "5人"), ("5人", "5%"), ("5人", "0人次"), ("0人", "0人次")],
    )
    def test_units_first(self, figure, base):
        with pytest.raises(UnitError):
            STAFFING.rate(figure, base)

    @pytest.mark.parametrize(("base", "fault"), [("0人", "zero"), ("-1人", "negative")])
    def test_no_base(self, base, fault):
        found = STAFFING.rate("5人", base)
        assert undefined(found) == f"undefined.figure-{fault}"
        assert "编制数" in found.explain("zh")
        assert "authorised posts" in found.explain("en")

    def test_smallest_base(self):
        assert STAFFING.rate("1人", Quantity("0.0001", "人")).exact == 10_000

    def test_units_convert(self):
        assert SAVING.rate("48小时", "4天").exact == Fraction(1, 2)
        assert common_indicator("cost_saving_rate").rate("899,700元", "90万元").exact == Fraction(1, 3000)

    @pytest.mark.parametrize(
        ("one", "zh"),
        [
            (STAFFING, "510人 ÷ 500人 = 102.00%"),
            (CHANGE, "(510人 − 500人) ÷ 500人 = 2.00%"),
            (SAVING, "(500人 − 510人) ÷ 500人 = -2.00%"),
        ],
    )
    def test_explained(self, one, zh):
        assert one.rate("510人", "500人").explain() == zh

    @pytest.mark.parametrize("figure", [0.5, True, None])
    def test_no_figure(self, figure):
        with pytest.raises(TypeError):
            STAFFING.rate(figure, 100)

    def test_rates_of_rates(self):
        one = common_indicator("payment_progress_rate")
        assert str(one.rate("52%", "58.33%")) == "89.15%"
        with pytest.raises(UnitError):
            one.rate("52", "58.33%")

    @every
    def test_without_a_formula(self, one):
        if one.formula is None:
            with pytest.raises(StandardError) as caught:
                one.rate(1, 2)
            assert caught.value.code == "common.no-formula"
        else:
            assert isinstance(one.rate(1, 2), Rate)


class TestForm:
    @every_held
    def test_computed(self, one):
        row = one.indicator(actual=one.measure(TABLE, previous=LAST, month=6))
        assert row.actual.quantity == Quantity(PERCENT[one.code], "%")

    def test_every_rate_that_is_known_is_used(self):
        assert sorted(one.held_as for one in HELD_ONES) == sorted(HELD)
        assert {one.code for one in HELD_ONES} == PERCENT.keys()

    @every
    def test_whole_form(self, one):
        """Of a whole form there is a rate, or a reason that says which figure has none."""
        found = one.measure(TABLE, previous=LAST, month=6)
        if one.held_as:
            assert isinstance(found, Rate)
        elif one.formula:
            assert undefined(found) == "undefined.common-figures"
            assert one.formula.explain() in found.explain("zh")
            assert one.formula.explain("en") in found.explain("en")
        else:
            assert undefined(found) == "undefined.common-formula"
            assert one.name in found.explain("zh")

    @every_held
    def test_empty_form(self, one):
        wanted = {"Department": "undefined.no-staffing", "Budget": "undefined.budget-missing"}
        assert undefined(one.measure()) == wanted[one.held_as.partition(".")[0]]
        assert undefined(one.measure(Evaluation("某局", 2022))) == undefined(one.measure())

    @every_held
    def test_empty_budget(self, one):
        found = one.measure(budget=Budget(2022), department=Department("某局"), previous=LAST, month=6)
        staff = one is STAFFING
        assert undefined(found) == ("undefined.no-staffing" if staff else "undefined.figure-missing")

    def test_no_year_before(self):
        assert undefined(CHANGE.measure(TABLE)) == "undefined.common-previous"
        no_budget = Evaluation(BUREAU, 2021)
        assert undefined(CHANGE.measure(TABLE, previous=no_budget)) == "undefined.common-previous"

    def test_year_before_as_a_form(self):
        before = Evaluation(BUREAU, 2021, budget=LAST)
        assert CHANGE.measure(TABLE, previous=before) == CHANGE.measure(TABLE, previous=LAST)

    def test_month(self):
        one = common_indicator("payment_progress_rate")
        assert undefined(one.measure(TABLE)) == "undefined.common-month"
        assert undefined(one.measure(TABLE, month=7)) == "undefined.figure-missing"
        assert one.measure(TABLE, month=6, planned="40%").exact == 1

    @pytest.mark.parametrize(
        ("code", "basis", "percent"),
        [
            ("three_public_change_rate", "executed", -75),
            ("key_projects_rate", "adjusted", 75),
            ("budget_completion_rate", "adjusted", 90),
            ("carry_over_rate", "executed", Fraction(400, 99)),
            ("operating_control_rate", "original", 60),
            ("three_public_control_rate", "original", 60),
            ("procurement_execution_rate", "original", 60),
            ("funding_rate", "original", 90),
        ],
    )
    def test_basis(self, code, basis, percent):
        found = common_indicator(code).measure(TABLE, previous=LAST, basis=basis)
        assert found.exact * 100 == percent

    @pytest.mark.parametrize(
        "code",
        [
            "staffing_control_rate",
            "budget_adjustment_rate",
            "carry_over_change_rate",
            "payment_progress_rate",
        ],
    )
    def test_no_basis_left_open(self, code):
        with pytest.raises(ValueError, match="leaves no basis open: 'original'"):
            common_indicator(code).measure(TABLE, month=6, basis="original")

    def test_no_such_basis(self):
        with pytest.raises(ValueError, match="not 'executed'"):
            common_indicator("funding_rate").measure(TABLE, basis="executed")

    def test_what_is_given_goes_before_the_form(self):
        other = Department("某局", staffing=Staffing(authorised=10, actual=11))
        assert str(STAFFING.measure(TABLE, department=other)) == "110.00%"
        left = attrs.evolve(BUDGET, carried_out="60万元")
        assert str(common_indicator("carry_over_rate").measure(TABLE, budget=left)) == "6.00%"

    @pytest.mark.parametrize(
        "given",
        [{"evaluation": BUDGET}, {"budget": TABLE}, {"department": BUDGET}, {"previous": BUREAU}],
        ids=list,
    )
    def test_no_form(self, given):
        with pytest.raises(TypeError, match="expected"):
            STAFFING.measure(**given)


class TestRow:
    @every
    def test_says_what_the_framework_says(self, one):
        row = one.indicator(weight=5)
        assert (row.name, row.category, row.weight) == (one.name, one.category, Decimal(5))
        assert row.explanation == (one.formula.explain() if one.formula else "")
        assert "财预〔2013〕53号" in row.source
        assert (row.target.text if row.target else "") == one.target
        assert row.actual is None
        assert row.note == ""

    @pytest.mark.parametrize(
        ("code", "direction", "nature"),
        [
            ("carry_over_rate", Direction.REVERSE, Nature.QUANTITATIVE),
            ("cost_saving_rate", Direction.POSITIVE, Nature.QUANTITATIVE),
            ("procurement_execution_rate", Direction.EXACT, Nature.QUANTITATIVE),
            ("budget_adjustment_rate", Direction.EXACT, Nature.QUANTITATIVE),
            ("asset_safety", None, Nature.QUALITATIVE),
        ],
    )
    def test_direction(self, code, direction, nature):
        row = common_indicator(code).indicator()
        assert (row.direction, row.nature) == (direction, nature)

    @pytest.mark.parametrize(
        ("code", "operator"),
        [
            ("carry_over_rate", Operator.AT_MOST),
            ("asset_use_rate", Operator.AT_LEAST),
            ("procurement_execution_rate", Operator.EQUAL),
        ],
    )
    def test_target_of_ones_own(self, code, operator):
        assert common_indicator(code).indicator(target="9%").target.operator is operator
        assert common_indicator(code).indicator(target=Target("<9%")).target.operator is Operator.LESS_THAN

    @pytest.mark.parametrize("actual", ["98%", Quantity(98, "%"), Actual("98%")])
    def test_actual_as_printed(self, actual):
        assert STAFFING.indicator(actual=actual).actual.quantity == Quantity(98, "%")

    @pytest.mark.parametrize(
        ("rate", "text"),
        [
            (Fraction(1), "100%"),
            (Fraction(0), "0%"),
            (Fraction(51, 50), "102%"),
            (Fraction(-1, 20), "-5%"),
            (Fraction(1, 3), "33.33333333333333333333333333333333%"),
            (Fraction(2, 3), "66.66666666666666666666666666666667%"),
            (Fraction(25, 3), "833.3333333333333333333333333333333%"),
            (Fraction(10**9 + 1, 10**9), "100.0000001%"),
        ],
    )
    def test_actual_of_a_rate(self, rate, text):
        actual = STAFFING.indicator(actual=Rate(rate)).actual
        assert (actual.text, actual.quantity) == (text, Quantity(text.removesuffix("%"), "%"))

    def test_a_rate_just_above_the_limit_stays_there(self):
        row = STAFFING.indicator(weight=5, actual=Rate(Fraction(3 * 10**9 + 1, 3 * 10**9)))
        assert row.actual.quantity > row.target.quantity
        printed = STAFFING.indicator(weight=5, actual=str(Rate(Fraction(3 * 10**9 + 1, 3 * 10**9))))
        assert printed.actual.quantity > row.target.quantity  # a rate is printed with the digits that say so

    @pytest.mark.parametrize("rate", [Fraction(1, 3 * 10**30), Fraction(10**63)], ids=["small", "large"])
    def test_no_figure_of_a_form(self, rate):
        with pytest.raises(QuantityError):
            STAFFING.indicator(actual=Rate(rate))

    def test_undefined(self):
        row = STAFFING.indicator(weight=5, actual=STAFFING.rate("5人", "0人"))
        assert row.actual is None
        assert row.note == "编制数为零"

    def test_equal_to_one_made_by_hand(self):
        by_hand = Indicator(
            "在职人员控制率",
            category=("投入", "预算配置"),
            target="≤100%",
            actual="98%",
            weight=5,
            nature="定量",
            direction="反向",
            explanation="在职人员数 ÷ 编制数 × 100%",
            source="部门整体支出绩效评价共性指标体系框架（财预〔2013〕53号）",
        )
        assert STAFFING.indicator(weight="5", actual=STAFFING.measure(TABLE)) == by_hand
