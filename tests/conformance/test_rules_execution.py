"""The points of the budget execution under each standard: in proportion, or by bands."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

import govperf as gp

NEW = gp.standard("MOF-2021-101")


def execution(spent, standard=None, *, finished=None, adjusted="100万元", **fields):
    budget = gp.Budget(2022, adjusted=adjusted, executed=spent, **fields)
    form = gp.Evaluation("某局", 2022, budget=budget, finished=finished)
    return gp.evaluate(form, standard=standard).budget_score


def codes(score):
    return [note.code for note in score.notes]


class TestProportional:
    """Rule 3. Points times the rate, at most the points; to overspend is remarked on."""

    @pytest.mark.parametrize(
        ("spent", "points", "notes"),
        [
            ("0万元", "0.00", []),
            ("79.99万元", "8.00", []),
            ("99.95万元", "10.00", []),  # 9.995 goes up
            ("99.9499万元", "9.99", []),
            ("100万元", "10.00", []),
            ("100.01万元", "10.00", ["note.over-budget"]),
            ("110万元", "10.00", ["note.over-budget"]),
        ],
    )
    def test_bounds(self, spent, points, notes):
        score = execution(spent)
        assert (str(score.points), score.rule, codes(score)) == (points, "proportional", notes)

    def test_the_printed_rate_would_round_twice(self):
        """The form printed 50 % and 5 points; 154.74 / 310.20 is 49.88 % and 4.99."""
        score = execution("154.74万元", adjusted="310.20万元")
        assert (str(score.rate), str(score.points)) == ("49.88%", "4.99")

    def test_whether_the_project_is_finished_makes_no_difference(self):
        scores = {execution("85万元", finished=finished) for finished in (True, False, None)}
        assert [str(score.points) for score in scores] == ["8.50"]

    def test_twenty_points_in_hubei(self):
        score = execution("195.5万元", gp.standard("HUBEI-2020"), adjusted="200万元")
        assert (score.full, str(score.points)) == (20, "19.55")

    @pytest.mark.parametrize("kind", ["部门评价", "财政评价"])
    def test_evaluations_by_others_have_no_points_for_it(self, kind):
        """Their forms have the execution among the indicators; points that they print all the same count."""
        budget = gp.Budget(2022, adjusted="100万元", executed="85万元")
        form = gp.Evaluation("某局", 2022, kind=kind, budget=budget)
        score = gp.evaluate(form).budget_score
        assert (score.full, str(score.points), score.rule) == (0, "0.00", "no_points")
        printed = attrs.evolve(form, budget=attrs.evolve(budget, weight=4))
        assert str(gp.evaluate(printed).budget_score.points) == "3.40"

    def test_the_frame_of_2013_has_no_points_for_it(self):
        score = execution("85万元", gp.standard("MOF-2013-53"))
        assert (score.full, str(score.points), str(score.rate)) == (0, "0.00", "85.00%")

    def test_points_of_the_form_go_before_those_of_the_standard(self):
        assert str(execution("85万元", gp.standard("HUBEI-2020"), weight=15).points) == "12.75"


class TestBands:
    """Rule 4. Not finished: 7 from 80 %, 5 from 60 %, else nothing. Each band begins on its bound."""

    @pytest.mark.parametrize(
        ("spent", "points"),
        [
            ("0万元", "0.00"),
            ("59.99万元", "0.00"),
            ("60万元", "5.00"),
            ("60.01万元", "5.00"),
            ("79.99万元", "5.00"),
            ("80万元", "7.00"),
            ("80.01万元", "7.00"),
            ("99.99万元", "7.00"),
        ],
    )
    @pytest.mark.parametrize("finished", [False, None])
    def test_not_finished(self, spent, points, finished):
        score = execution(spent, NEW, finished=finished)
        assert (str(score.points), score.rule) == (points, "execution_bands")
        assert codes(score) == (["note.finished-unknown"] if finished is None else [])

    def test_worked(self):
        found = [execution(spent, NEW, finished=False).points for spent in ("80万元", "79.99万元", "60万元")]
        assert found == [7, 5, 5]

    @pytest.mark.parametrize("spent", ["0万元", "59.99万元", "80万元", "99.99万元", "100万元"])
    def test_finished_within_the_budget(self, spent):
        score = execution(spent, NEW, finished=True)
        assert (str(score.points), score.rule, codes(score)) == ("10.00", "execution_finished", [])

    @pytest.mark.parametrize("finished", [False, None])
    def test_all_of_the_budget(self, finished):
        """The text has no band for 100 % that is not finished: a choice."""
        assert str(execution("100万元", NEW, finished=finished).points) == "10.00"

    @pytest.mark.parametrize("finished", [True, False, None])
    def test_more_than_the_budget(self, finished):
        """The text has no band for more than the budget: as below 100 %, a choice."""
        score = execution("100.01万元", NEW, finished=finished)
        assert (str(score.points), codes(score)) == ("7.00", ["note.over-budget"])

    def test_other_points_keep_the_shares(self):
        found = [
            execution(spent, NEW, finished=False, weight=20).points
            for spent in ("80万元", "60万元", "59万元")
        ]
        assert found == [14, 10, 0]

    def test_a_band_is_found_by_the_exact_rate(self):
        """79.999999 % is below 80 %, and does not print as 80.00 %."""
        score = execution("79.999999万元", NEW, finished=False)
        assert (str(score.rate), str(score.points)) == ("79.999999%", "5.00")

    def test_a_rate_of_thirds(self):
        assert execution("2万元", NEW, finished=False, adjusted="3万元").points == 5

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_the_assumption_is_said(self, lang):
        assert execution("85万元", NEW).notes[0].explain(lang) in execution("85万元", NEW).explain(lang)


class TestNoRate:
    """Rule 2. Without a budget there is no rate, and no points: neither 0 nor all of them."""

    @pytest.mark.parametrize("standard", ["MOF-2020-10", "MOF-2021-101", "HUBEI-2020"])
    @pytest.mark.parametrize("finished", [True, False, None])
    def test_nothing_to_divide_by(self, standard, finished):
        book = gp.standard(standard)
        score = execution("0万元", book, finished=finished, adjusted="0万元")
        assert isinstance(score.points, gp.Undefined)
        assert score.rate == score.points == score.share
        assert score.possible == (0, book.execution_points.value)

    def test_no_budget_at_all(self):
        score = gp.evaluate(gp.Evaluation("某局", 2022)).budget_score
        assert score.points == gp.Undefined("undefined.budget-missing")

    def test_no_points_to_earn(self):
        """With a weight of 0 nothing is unknown: it earns 0, whatever was spent."""
        score = gp.evaluate(gp.Evaluation("某局", 2022, budget=gp.Budget(2022, weight=0))).budget_score
        assert (str(score.points), score.rule) == ("0.00", "no_points")


class TestExecutionByAnotherFigure:
    """A rule that cannot see the execution rate leaves the points open, and says why."""

    def test_no_unit(self):
        book = gp.standard()
        rule = attrs.evolve(book.rule("proportional"), operators=(), measure="actual", unit="%")
        rule = attrs.evolve(rule, name="by_percent", knots=[(Decimal(0), 0), (Decimal(100), 1)])
        book = attrs.evolve(book, rules=(*book.rules, rule), execution_rule="by_percent")
        score = execution("0.5万元", book, adjusted="1万元")
        assert score.points == score.share
        assert score.points.code == "undefined.rule-unit-bare"
        assert score.rate.exact == Fraction(1, 2)
