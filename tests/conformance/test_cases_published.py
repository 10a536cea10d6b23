"""Published self-evaluation tables, recomputed: what each of them teaches.

They stand in examples/cases; that they stand there whole is held by test_examples_whole.py.
"""

from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import attrs
import pytest

import govperf as gp

FOLDER = Path(__file__).parents[2] / "examples" / "cases"


def case(name):
    (path,) = FOLDER.glob(f"{name}-*.json")
    return gp.from_json(path.read_bytes(), gp.Evaluation)


def points(card):
    return [None if isinstance(score.points, gp.Undefined) else str(score.points) for score in card.scores]


def indicators(evaluation):
    return {row.name: row for _, row in evaluation.indicators()}


def reported(evaluation):
    """The points that a table prints, the budget first."""
    return [evaluation.budget.reported_points, *(row.reported_points for _, row in evaluation.indicators())]


def with_weights(evaluation):
    """A weight that is not printed is taken for the points that are, which are full marks where it is so."""
    goals = [
        attrs.evolve(goal, indicators=[_with_weight(row) for row in goal.indicators])
        for goal in evaluation.goals
    ]
    return attrs.evolve(evaluation, goals=goals)


def _with_weight(row):
    return attrs.evolve(row, weight=row.reported_points) if row.weight is None else row


NAMES = sorted(path.name[:3] for path in FOLDER.glob("*.json"))
COMPLETE = ["002", "018", "035", "045"]
BUDGET = "预算执行率"

DIFFERENCES = {
    # a total row of zeros beside a part with money: printed 0, and there is no rate
    "001": {BUDGET: ("0", None)},
    # whole points instead of 86.20 % of ten
    "010": {BUDGET: ("9", "8.62"), "工程资金额": ("9", "8.62")},
    # 80.45 % printed as 100 %; one whole point off for each target that was missed
    "026": {BUDGET: ("10", "8.04"), "木材收入": ("5", "5.96"), "林产品收入": ("5", "5.65")},
    # 3 of 3 for nothing spent; a cost that was not spent scored as if more of it were better
    "034": {BUDGET: ("3", "0.00"), "资金投入": ("0", "10.00")},
    # 94 % of the target gives 70 % of the points
    "046": {"第1项定量指标": ("4.2", "5.64")},
}
"""Printed and computed points where they are not the same; in all other tables and rows they are."""


PRINTED = ".reported_points"
EITHER = ("finding.points-explained", "finding.points-differ")
UNEXPLAINED = {("034", BUDGET), ("046", "第1项定量指标")}
"""Scores that no reading gives: points for nothing spent, and less than what was done."""


class TestEveryTable:
    """All twelve: which rows differ from the rule, by how much, and no other."""

    @pytest.mark.parametrize("name", NAMES)
    def test_rows(self, name):
        evaluation = with_weights(case(name)).with_printed_awards()
        card = gp.evaluate(evaluation)
        pairs = zip(card, reported(evaluation), strict=True)
        differing = {
            score.name: (str(printed), None if isinstance(score.points, gp.Undefined) else str(score.points))
            for score, printed in pairs
            if printed is not None and printed != score.points
        }
        assert differing == DIFFERENCES.get(name, {})

    def test_there_are_twelve(self):
        assert len(NAMES) == 12
        assert set(DIFFERENCES) == {"001", "010", "026", "034", "046"}

    @pytest.mark.parametrize("name", COMPLETE)
    def test_totals_to_the_cent(self, name):
        evaluation = with_weights(case(name)).with_printed_awards()
        card = gp.evaluate(evaluation)
        assert (card.total, card.full, card.notes) == (evaluation.reported_total, 100, ())
        assert card.budget_score.points == evaluation.budget.reported_points

    @pytest.mark.parametrize(
        ("name", "total", "printed"), [("020", "110.00", 100), ("010", "97.24", None), ("026", "75.65", None)]
    )
    def test_other_totals(self, name, total, printed):
        evaluation = case(name).with_printed_awards()
        assert str(gp.evaluate(evaluation).total) == total
        assert evaluation.reported_total == printed

    @pytest.mark.parametrize("name", ["018", "035"])
    def test_a_form_of_hubei_by_its_own_standard(self, name):
        """The standard gives the execution its 20 points, where the form would leave them out."""
        evaluation = with_weights(case(name)).with_printed_awards()
        bare = attrs.evolve(evaluation, budget=attrs.evolve(evaluation.budget, weight=None))
        card = gp.evaluate(bare, standard=gp.standard("HUBEI-2020"))
        assert (card.total, card.full) == (evaluation.reported_total, 100)
        assert gp.evaluate(bare).total < card.total

    @pytest.mark.parametrize("name", ["010", "026", "034", "046"])
    def test_a_review_finds_each_of_them(self, name):
        """Those of one reading are one finding; those that no reading gives are another."""
        evaluation = with_weights(case(name)).with_printed_awards()
        names = {"$.budget": BUDGET} | {path: row.name for path, row in evaluation.indicators()}
        found = [
            (finding.code, names[figure.path.removesuffix(PRINTED)])
            for finding in gp.review(evaluation).filter(*EITHER)
            for figure in finding.figures
            if figure.path.endswith(PRINTED)
        ]
        assert sorted(found) == sorted((EITHER[(name, one) in UNEXPLAINED], one) for one in DIFFERENCES[name])

    def test_a_review_finds_the_total_that_is_not_the_sum(self):
        found = gp.review(case("020").with_printed_awards())
        (one,) = found.filter("finding.total-sum")
        assert (dict(one.details)["printed"], dict(one.details)["sum"]) == ("100", "110")
        assert not found.filter("finding.total-differs")

    def test_prose_without_an_award_stays_open(self):
        for name in ("001", "002", "018", "020", "026"):
            card = gp.evaluate(with_weights(case(name)))
            assert isinstance(card.total, gp.Undefined)
            low, high = card.possible
            total = gp.evaluate(with_weights(case(name)).with_printed_awards()).total
            assert isinstance(total, gp.Undefined) or low <= total <= high


def total(quantities):
    first, *others = quantities
    return sum(others, first)


class TestSchoolGrants:
    """Hainan 2023, complete: targets without operators, every printed figure follows the rule."""

    evaluation = case("045")
    made = gp.evaluate(evaluation)

    def test_budget(self):
        assert str(self.made.budget_score.rate) == "25.00%"
        assert str(self.made.budget_score.points) == "2.50"

    def test_scores(self):
        assert points(self.made) == ["3.85", "0.00", "30.00", "10.00"]

    def test_completion_rates(self):
        assert [str(score.rate) for score in self.made.scores] == ["19.23%", "0.00%", "105.26%", "192.31%"]

    def test_completion_rates_are_printed_with_a_cap(self):
        printed = [row.reported_rate for _, row in self.evaluation.indicators()]
        assert [str(rate) for rate in printed] == ["19.23%", "0.00%", "100.00%", "100.00%"]

    def test_total(self):
        assert (str(self.made.total), self.made.full, self.made.grade.label) == ("46.35", 100, "差")
        assert self.made.total == self.evaluation.reported_total == sum(reported(self.evaluation))

    def test_demo_prints_the_same_table(self):
        """With less beside it: the demo leaves out what the form computed itself."""
        text = (files("govperf") / "data" / "hainan-school-2023.json").read_bytes()
        demo = gp.from_json(text, gp.Evaluation)
        rows = [attrs.evolve(row, reported_rate=None, note="") for _, row in self.evaluation.indicators()]
        assert [row for _, row in demo.indicators()] == rows
        assert gp.evaluate(demo).total == self.made.total


class TestStadium:
    """Shanghai 2022, complete: one row is prose and was given all of its 20 points by hand."""

    evaluation = case("002")
    made = gp.evaluate(evaluation)

    def test_budget(self):
        assert str(self.made.budget_score.points) == "8.62"
        assert str(self.made.budget_score.rate) == "86.18%"
        assert str(self.evaluation.budget.reported_execution_rate) == "86.19%"

    def test_scores(self):
        assert points(self.made) == ["10.00", "20.00", None, "30.00", "10.00"]

    def test_total(self):
        assert isinstance(self.made.total, gp.Undefined)
        assert self.made.full == 100
        measured = sum(score.points for score in self.made if not isinstance(score.points, gp.Undefined))
        assert measured + 20 == self.evaluation.reported_total == Decimal("98.62")


class TestBudgetLines:
    """Budget lines that follow the rule, whatever the form gives them at most."""

    @pytest.mark.parametrize(
        ("name", "full", "rate", "wanted"),
        [
            ("003", 10, "45.17%", "4.52"),
            ("018", 20, "97.75%", "19.55"),
            ("020", 10, "100.00%", "10.00"),
            ("027", 20, "20.00%", "4.00"),
            ("035", 20, "100.00%", "20.00"),
            ("045", 10, "25.00%", "2.50"),
        ],
        ids=["Shanghai", "Huangshi", "Zhongjiang", "Changning", "Yangtze", "Hainan"],
    )
    def test_worked(self, name, full, rate, wanted):
        evaluation = case(name)
        made = gp.evaluate(evaluation).budget_score
        assert (str(made.rate), str(made.points), made.full) == (rate, wanted, full)
        assert made.points == evaluation.budget.reported_points

    @pytest.mark.parametrize(
        ("name", "wanted", "printed"),
        [("010", "8.62", 9), ("026", "8.04", 10), ("034", "0.00", 3)],
        ids=["Langfang", "Lingling", "Ningde"],
    )
    def test_contradicted(self, name, wanted, printed):
        evaluation = case(name)
        made = gp.evaluate(evaluation).budget_score
        assert (str(made.points), evaluation.budget.reported_points) == (wanted, printed)


class TestTownship:
    """Chizhou 2022: a total row of zeros, actuals without units, a percentage spelled out."""

    evaluation = case("001")
    made = gp.evaluate(evaluation)

    def test_total_row_of_zeros_beside_money(self):
        """The total row is empty although its part has money; no rate comes of it."""
        budget = self.evaluation.budget
        (source,) = budget.sources
        assert source.executed == source.adjusted == gp.Quantity("89.974", "万元")
        assert budget.adjusted == budget.executed == gp.Quantity(0, "万元")
        assert isinstance(self.made.budget_score.points, gp.Undefined)

    def test_the_row_below_would_have_earned_all_points(self):
        (source,) = self.evaluation.budget.sources
        row = {"adjusted": source.adjusted, "executed": source.executed}
        made = gp.evaluate(gp.Evaluation("某乡镇", 2022, budget=gp.Budget(2022, **row)))
        assert str(made.budget_score.points) == "10.00"

    def test_scores(self):
        assert points(self.made) == ["8.00", "8.00", None, None, "8.00", None, None, None, None]

    def test_units_that_are_left_out_are_those_of_the_target(self):
        measured = [score for score in self.made.scores if not isinstance(score.points, gp.Undefined)]
        assert [[note.code for note in score.notes] for score in measured] == [
            ["note.actual-unit-assumed"],
            ["note.actual-unit-assumed"],
            ["note.actual-unit-assumed"],
        ]


class TestWithoutWeights:
    """Huangshi 2022, Yangtze 2020: 20 points for the budget, 80 for indicators, all of them given."""

    @pytest.mark.parametrize(("name", "wanted"), [("018", "99.55"), ("035", "100")])
    def test_points_add_up(self, name, wanted):
        evaluation = case(name)
        assert sum(reported(evaluation)) == evaluation.reported_total == Decimal(wanted)

    def test_measured_rows_earn_what_is_printed(self):
        made = gp.evaluate(with_weights(case("035")))
        assert points(made) == ["20.00", "10.00", "10.00", "40.00"]
        assert (str(made.total), made.full, made.grade.label) == ("100.00", 100, "优")

    def test_a_cost_says_its_scale_in_the_figure(self):
        """200万 without 元, and 195.5万元 of it; less is better."""
        (row,) = [row for _, row in with_weights(case("018")).indicators() if row.target.quantity]
        score = gp.score(row)
        assert str(score.points) == "10.00"
        assert [note.explain("en") for note in score.notes] == [
            "no operator is printed: ≤ is inferred",
            "the bare target takes the unit 元",
        ]
        assert str(gp.deviation_rate(row.target, row.actual)) == "-2.25%"


class TestReservoir:
    """Zhongjiang 2022: weights of 100 beside a budget line of 10 make 110, and that is said."""

    def test_weights(self):
        evaluation = case("020")
        made = gp.evaluate(evaluation)
        assert (made.full, sum(reported(evaluation)), evaluation.reported_total) == (110, 110, 100)
        assert [note.code for note in made.notes] == ["note.weights-sum"]

    def test_actuals_that_repeat_the_operator_reach_it(self):
        repeated = [row for _, row in case("020").indicators() if row.actual.text.startswith("≥")]
        assert [str(gp.score(row).rate) for row in repeated] == ["100.00%"] * 6


class TestPigFarm:
    """Changning 2022: operator and unit stand in the name of the indicator, the cells are bare numbers."""

    def test_every_figure_is_reached_in_the_unit_of_the_name(self):
        rows = indicators(case("027")).values()
        rates = [gp.completion_rate(row.target, row.actual) for row in rows]
        assert {str(rate) for rate in rates} == {"100.00%"}
        assert {str(row.target.unit) for row in rows} == {"平方米", "立方米", "米", "台", "套", "头"}
        assert not any(row.target.inferred for row in rows)


class TestTalents:
    """Ningde 2023: groups are scored, not indicators; a date; full marks where one of three was missed."""

    evaluation = case("034")

    def test_groups_add_up_to_the_total(self):
        assert sum(group.reported_points for group in self.evaluation.subtotals) == 90
        assert self.evaluation.reported_total == 90

    def test_a_group_keeps_its_points_although_a_target_was_missed(self):
        (group,) = [item for item in self.evaluation.subtotals if item.category == ("产出", "数量")]
        missed = indicators(self.evaluation)["获认定驿站"]
        assert group.reported_points == 10
        assert gp.completion_rate(missed.target, missed.actual).exact == 0

    def test_a_date_is_kept(self):
        row = indicators(self.evaluation)["到位时间"]
        assert str(row.target.period) == str(row.actual.period) == "2023-12"
        assert gp.completion_rate(row.target, row.actual).met

    def test_rates_are_printed_in_whole_percent_without_a_cap(self):
        rows = [row for row in indicators(self.evaluation).values() if row.name != "资金投入"]
        rates = [gp.completion_rate(row.target, row.actual).exact for row in rows]
        whole = [gp.round_half_up(rate * 100, 0) for rate in rates]
        assert whole == [row.reported_rate.magnitude for row in rows] == [0, 143, 340, 103, 100, 100]

    def test_a_cost_of_nothing_is_scored_as_if_more_were_better(self):
        row = indicators(self.evaluation)["资金投入"]
        assert (str(gp.score(row).points), row.reported_points) == ("10.00", 0)


class TestForestry:
    """Lingling 2021: whole points are taken off, and a rate of 80 % is printed as 100 %."""

    def test_money_per_area(self):
        row = indicators(case("026"))["造林补助"]
        assert row.target.quantity == row.actual.quantity == gp.Quantity(300, "元/亩")

    def test_missed_targets(self):
        rows = indicators(case("026"))
        scores = {name: (str(gp.score(row).points), row.reported_points) for name, row in rows.items()}
        assert (scores["木材收入"], scores["林产品收入"]) == (("5.96", 5), ("5.65", 5))


class TestBackupCentre:
    """Suzhou 2021: decimal weights, of which the last one takes the remainder; parts beyond their total."""

    evaluation = case("046")

    def test_sisters_share_their_weight_to_the_last_hundredth(self):
        weights = [row.weight for _, row in self.evaluation.indicators()]
        assert sum(weights[1:8]) == 26
        assert sum(weights[8:15]) == 22

    def test_parts_are_more_than_their_total(self):
        budget = self.evaluation.budget
        assert total(part.adjusted for part in budget.sources) == budget.adjusted
        assert total(part.executed for part in budget.sources) == gp.Quantity("202.968", "万元")
        assert budget.adjusted - budget.executed == gp.Quantity("12.67", "万元")

    def test_nothing_of_nothing_is_all_points(self):
        row = indicators(self.evaluation)["第11项定量指标"]
        assert (row.target.quantity.magnitude, gp.score(row).points) == (0, row.reported_points)
