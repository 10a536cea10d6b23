"""The rules of weights and of several units as one, each with its worked numbers."""

from decimal import Decimal
from fractions import Fraction

import pytest

import govperf as gp
from govperf.errors import UnitError
from govperf.scoring.aggregating import aggregate
from govperf.scoring.weighing import equal_weights, weight_checks
from govperf.standards.weights import weight_set_for

BOOK = gp.standard("MOF-2020-10")
NEW = gp.standard("MOF-2021-101")


def form(*rows, kind="自评", subtotals=(), budget=gp.Budget(2023, weight=10)):  # noqa: B008 - it is frozen
    indicators = [gp.Indicator("指标", category=category, weight=weight) for category, weight in rows]
    return gp.Evaluation(
        "某局",
        2023,
        kind=kind,
        budget=budget,
        goals=[gp.Goal("目标", indicators=indicators)],
        subtotals=subtotals,
    )


def held(table):
    """Which of the checks hold, by code and name."""
    found = weight_checks(table, standard=BOOK)
    return {(check.code, check.name): check.holds for check in found if check.code != "single"}


class TestFirstLevels:
    """Rule 31. 10 + 50 + 30 + 10; at every level the children make up their parent, exactly."""

    SECOND = (("产出", "数量"), ("产出", "质量"), ("产出", "时效"), ("产出", "成本"))
    OTHERS = ((("效益", "社会效益"), 30), (("满意度", "服务对象满意度"), 10))

    def filled(self, last="10"):
        six = [(category, 8) for category in (*self.SECOND, self.SECOND[0])] + [(self.SECOND[1], last)]
        groups = [gp.Subtotal("产出指标", weight=50), gp.Subtotal(("产出", "数量"), weight=16)]
        return form(*six, *self.OTHERS, subtotals=groups)

    def test_worked(self):
        assert held(self.filled()) == {
            ("total", ""): True,
            ("group", "产出"): True,
            ("group", "产出/数量"): True,
            ("default", "产出"): True,
            ("default", "效益"): True,
            ("default", "满意度"): True,
            ("default", "预算执行率"): True,
        }

    @pytest.mark.parametrize("last", ["9.99", "10.01"])
    def test_a_hundredth_is_enough(self, last):
        found = held(self.filled(last))
        assert [found[check] for check in (("total", ""), ("group", "产出"), ("default", "产出"))] == [
            False
        ] * 3
        assert found["group", "产出/数量"] is True

    def test_ninety_before_the_budget_is_executed(self):
        rows = [(("产出",), 50), (("效益",), 30), (("满意度",), 10)]
        assert held(form(*rows, budget=None))["indicators", ""] is True

    @pytest.mark.parametrize(("weight", "holds"), [("0", False), ("0.01", True)])
    def test_above_zero(self, weight, holds):
        single = [check for check in weight_checks(form((("产出",), weight))) if check.code == "single"]
        assert [check.holds for check in single] == [holds]


class TestHubei:
    """The execution weighs 20 there, and the indicators 80."""

    @pytest.mark.parametrize(("budget", "code"), [(gp.Budget(2023), "total"), (None, "indicators")])
    @pytest.mark.parametrize(("weight", "holds"), [("80", True), ("79.99", False), ("90", False)])
    def test_worked(self, budget, code, weight, holds):
        book = gp.standard("HUBEI-2020")
        (made, *_) = weight_checks(form((("产出",), weight), budget=budget), standard=book)
        assert (made.code, made.holds) == (code, holds)


class TestEqualSplit:
    """Rule 32. 7 × 7.14 = 49.98; the missing 0.02 go to the last ones."""

    def test_worked(self):
        made = equal_weights(50, 7)
        assert [str(share) for share in made] == ["7.14"] * 5 + ["7.15"] * 2
        assert sum(made) == 50

    def test_six_outputs_of_a_filled_form_need_no_more(self):
        assert set(equal_weights(48, 6)) == {8}


class TestWithoutSatisfaction:
    """Rule 34. No 满意度: its 10 points go to 效益, with 成本 and without."""

    @pytest.mark.parametrize("one", NEW.weights, ids=lambda one: one.name)
    def test_each_set_is_a_hundred(self, one):
        assert (one.full, one.indicators) == (100, 90)

    @pytest.mark.parametrize(
        ("codes", "outcome"),
        [
            (("cost", "output", "outcome", "satisfaction"), 20),
            (("cost", "output", "outcome"), 30),
            (("output", "outcome", "satisfaction"), 30),
            (("output", "outcome"), 40),
        ],
    )
    def test_worked(self, codes, outcome):
        assert weight_set_for(NEW.weights, codes).of("outcome") == outcome

    def test_what_a_form_is_compared_with(self):
        table = form((("成本", "经济成本"), 20), (("产出", "数量"), 40), (("效益", "社会效益"), 30))
        made = [check for check in weight_checks(table, standard=NEW) if check.code == "default"]
        assert [(check.name, check.expected, check.holds) for check in made] == [
            ("成本", 20, True),
            ("产出", 40, True),
            ("效益", 30, True),
            ("预算执行率", 10, True),
        ]


class TestDepartmentsAndFinance:
    """Rule 37. 产出 + 效益 ≥ 60 in evaluations by departments and finance departments; no fixed weights."""

    @pytest.mark.parametrize("kind", ["部门评价", "财政评价"])
    @pytest.mark.parametrize(
        ("weights", "holds"),
        [((20, 20, 30, 30), True), ((10, 20, 35, 35), True), ((20, "20.01", "29.99", 30), False)],
    )
    def test_bound(self, kind, weights, holds):
        levels = [("决策",), ("过程",), ("产出",), ("效益",)]
        table = form(*zip(levels, weights, strict=True), kind=kind, budget=None)
        assert held(table) == {("indicators", ""): True, ("floor", "产出、效益"): holds}


class TestSeveralUnits:
    """Rule 28. Absolute values are added, relative ones averaged by funds; then the whole is scored."""

    def test_worked(self):
        made = aggregate(["90%", "100%"], weights=["100万元", "300万元"])
        assert made.quantity == gp.Quantity("97.50", "%")

    def test_then_scored(self):
        rate = aggregate(["90%", "100%"], weights=["100万元", "300万元"])
        assert gp.score(gp.Indicator("合格率", target="≥100%", actual=rate, weight=10)).points == Decimal(
            "9.75"
        )
        amount = aggregate(["30次", "22次"])
        assert gp.score(gp.Indicator("巡查", target="≥52次", actual=amount, weight=10)).points == 10

    def test_an_exact_half_stays_one(self):
        """7/12 of 6.06 is 3.535, and 3.54; a mean of 34 digits is a little less, and would give 3.53."""
        mean = aggregate(["75%", "100%", "0%"], weights=["1万元", "1万元", "1万元"])
        rounded = gp.Quantity(175, "%") / 3
        assert gp.completion_rate("≥100%", mean).exact == Fraction(7, 12)
        made = [
            gp.score(gp.Indicator("合格率", target="≥100%", actual=actual, weight="6.06")).points
            for actual in (mean, gp.Actual(rounded))
        ]
        assert made == [Decimal("3.54"), Decimal("3.53")]

    def test_people_and_visits(self):
        with pytest.raises(UnitError):
            aggregate(["100人", "300人次"])
