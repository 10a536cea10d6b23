"""Published self-evaluation tables, recomputed: the figures are theirs, the labels are ours."""

from decimal import Decimal

import attrs
import pytest

import govperf as gp

PROSE = "符合要求"


def book(execution=10):
    standard = gp.standard()
    points = attrs.evolve(standard.execution_points, value=Decimal(execution))
    return attrs.evolve(standard, execution_points=points)


def card(budget, rows, execution=10):
    """The scorecard of (category, target, actual, weight) rows."""
    indicators = [
        gp.Indicator(f"第{i}项", category=category, target=target, actual=actual, weight=weight)
        for i, (category, target, actual, weight) in enumerate(rows, 1)
    ]
    table = gp.Evaluation(
        gp.Department("某单位"), 2022, budget=budget, goals=[gp.Goal("目标", indicators=indicators)]
    )
    return gp.evaluate(table, standard=book(execution))


def points(made):
    return [None if isinstance(score.points, gp.Undefined) else str(score.points) for score in made.scores]


class TestSchoolGrants:
    """Hainan 2023, complete: targets without operators, every printed figure follows the rule."""

    made = card(
        gp.Budget(2023, original="120,000.00元", adjusted="120,000.00元", executed="30,000.00元"),
        [
            (("产出", "数量"), "52", "10", 20),
            (("产出", "质量"), "2", "0", 30),
            (("效益", "社会"), "95%", "100", 30),
            (("满意度", "服务对象"), "52", "100", 10),
        ],
    )

    def test_budget(self):
        assert str(self.made.budget_score.rate) == "25.00%"
        assert str(self.made.budget_score.points) == "2.50"

    def test_scores(self):
        assert points(self.made) == ["3.85", "0.00", "30.00", "10.00"]

    def test_completion_rates(self):
        assert [str(score.rate) for score in self.made.scores] == ["19.23%", "0.00%", "105.26%", "192.31%"]

    def test_total(self):
        assert (str(self.made.total), self.made.full, self.made.grade.label) == ("46.35", 100, "差")


class TestStadium:
    """Shanghai 2022, complete: one row is prose and was given all of its 20 points by hand."""

    made = card(
        gp.Budget(2022, original="250000.00元", adjusted="250000.00元", executed="215457.6元"),
        [
            (("产出", "数量"), "=100%", "100%", 10),
            (("产出", "质量"), "=100%", "100%", 20),
            (("产出", "时效"), PROSE, PROSE, 20),
            (("效益", "社会"), "=100%", "100%", 30),
            (("满意度", "服务对象"), ">=90%", "100%", 10),
        ],
    )

    def test_budget(self):
        assert str(self.made.budget_score.points) == "8.62"
        assert str(self.made.budget_score.rate) == "86.18%"  # printed as 86.19 %

    def test_scores(self):
        assert points(self.made) == ["10.00", "20.00", None, "30.00", "10.00"]

    def test_total(self):
        assert isinstance(self.made.total, gp.Undefined)
        assert self.made.full == 100
        measured = sum(score.points for score in self.made if not isinstance(score.points, gp.Undefined))
        assert measured + 20 == Decimal("98.62")


class TestBudgetLines:
    """Budget lines of further tables, of which the rest is prose or cut off."""

    @pytest.mark.parametrize(
        ("adjusted", "spent", "full", "rate", "wanted"),
        [
            ("20000.00元", "9034元", 10, "45.17%", "4.52"),
            ("200万元", "195.5万元", 20, "97.75%", "19.55"),
            ("1.56万元", "1.56万元", 20, "100.00%", "20.00"),
            ("20万元", "20万元", 10, "100.00%", "10.00"),
            ("89.974万元", "89.974万元", 10, "100.00%", "10.00"),
            ("90万元", "89.974万元", 10, "99.97%", "10.00"),
        ],
        ids=["Shanghai", "Huangshi", "Yangtze", "Zhongjiang", "Chizhou", "Chizhou, original budget"],
    )
    def test_worked(self, adjusted, spent, full, rate, wanted):
        made = card(gp.Budget(2022, adjusted=adjusted, executed=spent), [], full)
        assert (str(made.budget_score.rate), str(made.budget_score.points)) == (rate, wanted)
        assert made.budget_score.full == full

    def test_total_row_of_zeros(self):
        """Chizhou 2022: the total row is empty although its part has money; no rate comes of it."""
        made = card(gp.Budget(2022, original="0万元", adjusted="0万元", executed="0万元"), [])
        assert made.budget_score.points == gp.Undefined("undefined.adjusted-zero")


class TestCostRow:
    """Huangshi 2022: a cost of 200万 without 元, and 195.5万元 of it; less is better."""

    def test_scale_is_said_by_the_figure(self):
        row = gp.Indicator("制作费", category=("产出", "成本"), target="200万", actual="195.5万元", weight=10)
        score = gp.score(row)
        assert str(score.points) == "10.00"
        assert [note.explain("en") for note in score.notes] == [
            "no operator is printed: ≤ is inferred",
            "the bare target takes the unit 元",
        ]
        assert str(gp.deviation_rate(row.target, row.actual)) == "-2.25%"


class TestFishing:
    """Yangtze 2020, full marks under the form of 20 and 80 points."""

    rows = (
        (("产出", "数量"), "6", "6", 20),
        (("产出", "质量"), "100%", "100%", 10),
        (("产出", "时效"), "100%", "100%", 10),
    )
    budget = gp.Budget(2020, adjusted="1.56万元", executed="1.56万元")

    def test_full_marks(self):
        made = card(self.budget, [*self.rows, (("满意度", "服务对象"), "≥90%", "90%", 40)], 20)
        assert points(made) == ["20.00", "10.00", "10.00", "40.00"]
        assert (str(made.total), made.full, made.grade.label) == ("100.00", 100, "优")

    def test_actual_that_repeats_the_operator_reaches_it(self):
        made = card(self.budget, [*self.rows, (("满意度", "服务对象"), "≥90%", "≥90%", 40)], 20)
        assert points(made) == ["20.00", "10.00", "10.00", "40.00"]
        assert made.total == 100


class TestReservoir:
    """Zhongjiang 2022: weights of 100 beside a budget line of 10 make 110, and that is said."""

    def test_weights(self):
        rows = [
            (("产出", "数量"), "≥266米", "266米", 10),
            (("产出", "数量"), "≥50厘米", "50厘米", 10),
            (("产出", "质量"), "100%", "100%", 20),
            (("产出", "时效"), "≥90%", "90%", 20),
            (("产出", "成本"), "20万元", "20万元", 10),
            (("效益", "社会"), "≥1000人", "1000人", 20),
            (("满意度", "服务对象"), "≥95%", "95%", 10),
        ]
        made = card(gp.Budget(2022, adjusted="20万元", executed="20万元"), rows)
        assert str(made.total) == "110.00"
        assert [note.code for note in made.notes] == ["note.weights-sum"]


class TestTownship:
    """Chizhou 2022: actuals without units, and a percentage spelled out in the unit column."""

    def test_scores(self):
        rows = [
            (("产出", "数量"), "≥50个", "50", 8),
            (("产出", "质量"), "≥100百分比", "100", 8),
            (("产出", "质量"), PROSE, "达成预期指标", 8),
            (("产出", "成本"), "≤90万元", "90", 8),
        ]
        made = card(gp.Budget(2022), rows)
        assert points(made) == ["8.00", "8.00", None, "8.00"]
        assert [[note.code for note in score.notes] for score in made.scores] == [
            ["note.actual-unit-assumed"],
            ["note.actual-unit-assumed"],
            [],
            ["note.actual-unit-assumed"],
        ]
