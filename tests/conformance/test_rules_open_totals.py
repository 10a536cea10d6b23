"""Totals that are no plain sum: what does not apply, corrections, caps, and what stays open."""

from decimal import Decimal
from fractions import Fraction
from itertools import permutations

import attrs
import pytest

import govperf as gp
from govperf.model import Award, Correction
from govperf.standards import Clause, NotApplicable, Provenance, TotalCap

OURS = Clause(Provenance.CHOICE, "our office")
BOOK = gp.standard()
CONVERTED, FULL = (
    attrs.evolve(BOOK, not_applicable=NotApplicable(policy, OURS)) for policy in ("redistribute", "full")
)
ALL = gp.Budget(2023, adjusted="100万元", executed="100万元")
NOTHING = gp.Budget(2023, weight=0)


def measured(points, weight=None):
    """A row that earns so many points of its weight."""
    weight = Decimal(points if weight is None else weight)
    return gp.Indicator("指标", target=f"{weight}", actual=f"{points}", weight=weight)


def judged(weight, award=None):
    return gp.Indicator("评定", target="效果明显", actual="见说明", weight=weight, award=award)


def dropped(weight):
    return gp.Indicator("不适用", target="≥1", actual="1", weight=weight, not_applicable="当年无此任务")


def form(*rows, budget=ALL, corrections=()):
    goals = [gp.Goal("目标", indicators=rows)]
    return gp.Evaluation("某局", 2023, budget=budget, goals=goals, corrections=corrections)


def card(*rows, standard=BOOK, **fields):
    return gp.evaluate(form(*rows, **fields), standard=standard)


def bounds(made):
    return tuple(str(end) for end in made.possible)


def steps(made):
    return [step.code for step in made.steps]


class TestNotApplicable:
    """Rule 33. Left out and brought to all points only where a rule book says so; else it is open."""

    def test_worked(self):
        """82.00 of the 95 points that apply are 86.32 of 100."""
        made = card(measured(72, 85), dropped(5), standard=CONVERTED)
        assert [str(score.points) for score in made if score.applicable] == ["10.00", "72.00"]
        assert (str(made.total), made.grade.label, made.full) == ("86.32", "良", 100)
        assert steps(made) == ["step.redistributed"]
        assert "82 ÷ 95 × 100 = 86.315789…" in made.explain("zh")

    def test_refused(self):
        made = card(measured(72, 85), dropped(5))
        assert made.total == gp.Undefined("undefined.total", {"count": 1, "of": 3})
        assert bounds(made) == ("82.00", "87.00")
        assert [score.points.code for score in made.missing] == ["undefined.not-applicable"]

    def test_full_points(self):
        made = card(measured(72, 85), dropped(5), standard=FULL)
        assert (str(made.total), steps(made)) == ("87.00", [])

    @pytest.mark.parametrize(
        ("points", "weight", "left_out", "wanted"),
        [
            (85, 85, 5, "100.00"),  # all of it stays all of it
            (0, 85, 5, "10.53"),
            ("75.5", 85, 5, "90.00"),  # 85.5 ÷ 95
            ("75.49", 85, 5, "89.99"),
            (30, 60, 30, "57.14"),
        ],
    )
    def test_bounds(self, points, weight, left_out, wanted):
        made = card(measured(points, weight), dropped(left_out), standard=CONVERTED)
        assert str(made.total) == wanted

    def test_nothing_to_leave_out(self):
        assert card(measured(72, 90), standard=CONVERTED) == attrs.evolve(
            card(measured(72, 90)), fingerprint=CONVERTED.fingerprint
        )

    @pytest.mark.parametrize("budget", [ALL, NOTHING, None])
    def test_no_indicator_applies(self, budget):
        """The money alone is no total, and neither is nothing at all."""
        made = card(dropped(60), dropped(30), standard=CONVERTED, budget=budget)
        assert made.total == made.grade == gp.Undefined("undefined.none-applies")
        assert made.possible == made.total
        assert made.missing == (() if budget else (made.budget_score,))

    @pytest.mark.parametrize("weights", [(None, 85), (5, None)])
    def test_an_unknown_weight_cannot_be_converted(self, weights):
        rows = [dropped(weights[0]), attrs.evolve(measured(1), weight=weights[1])]
        made = card(*rows, standard=CONVERTED)
        assert made.total.code == "undefined.weight-missing"
        assert isinstance(made.possible, gp.Undefined)

    def test_bounds_are_converted_too(self):
        made = card(measured(72, 75), judged(10), dropped(5), standard=CONVERTED)
        assert bounds(made) == ("86.32", "96.84")
        low, high = (
            card(measured(72, 75), judged(10, award), dropped(5), standard=CONVERTED).total
            for award in (0, 10)
        )
        assert made.possible == (low, high)

    @pytest.mark.parametrize(("standard", "wanted"), [(FULL, "8.00"), (BOOK, None)])
    def test_a_correction_of_it_is_not_lost(self, standard, wanted):
        row = attrs.evolve(dropped(10), corrections=[Correction("-2", "材料迟报")])
        score = gp.score(row, standard=standard)
        assert (None if isinstance(score.points, gp.Undefined) else str(score.points)) == wanted


class TestCorrections:
    """Rule 35. Points added to the total or taken off: each is a step, and the total is not below nothing."""

    @pytest.mark.parametrize(
        ("points", "wanted"),
        [
            (["-2"], "93.00"),
            (["-95"], "0.00"),
            (["-95.01"], "0.00"),
            (["-94.99"], "0.01"),
            (["3"], "98.00"),
            (["-200", "5"], "0.00"),
            (["-0.005", "-0.005"], "94.99"),
            (["0.005", "0.005"], "95.01"),
            (["0.004", "0.004"], "95.01"),
        ],
    )
    def test_bounds(self, points, wanted):
        for order in permutations(points):
            made = card(measured(85, 90), corrections=[Correction(one, "理由") for one in order])
            assert str(made.total) == wanted
            assert steps(made)[: len(points)] == ["step.correction"] * len(points)

    def test_the_grade_is_that_of_the_corrected_total(self):
        made = card(measured(80, 90), corrections=[Correction("-0.01", "迟报")])
        assert (str(made.total), made.grade.label) == ("89.99", "良")

    def test_they_move_the_bounds(self):
        made = card(measured(60, 70), judged(20), corrections=[Correction("-5", "迟报")])
        assert bounds(made) == ("65.00", "85.00")

    def test_more_than_all_points(self):
        """No text says that added points end at all points: the total is not cut, and each step is shown."""
        made = card(measured(90), corrections=[Correction("5", "表彰")])
        assert (str(made.total), made.full) == ("105.00", 100)


class TestCap:
    """Rule 35. A cap of the total by the execution rate, where a rule book has one, is the last step."""

    BANDS = ((0, 59), ("0.5", 69), ("0.6", 79), ("0.7", 89), ("0.8", 100))
    CAPPED = attrs.evolve(
        BOOK, total_cap=TotalCap(tuple((Fraction(rate), Decimal(most)) for rate, most in BANDS), OURS)
    )

    def spent(self, spent, *rows, **fields):
        budget = gp.Budget(2023, adjusted="100万元", executed=f"{spent}万元")
        return card(*(rows or [measured(90)]), standard=self.CAPPED, budget=budget, **fields)

    @pytest.mark.parametrize(
        ("spent", "wanted", "label"),
        [
            ("0", "59.00", "差"),
            ("49.99", "59.00", "差"),
            ("50", "69.00", "中"),
            ("59.99", "69.00", "中"),
            ("60", "79.00", "中"),
            ("69.99", "79.00", "中"),
            ("70", "89.00", "良"),
            ("79.99", "89.00", "良"),
            ("80", "98.00", "优"),
        ],
    )
    def test_bounds(self, spent, wanted, label):
        made = self.spent(spent)
        assert (str(made.total), made.grade.label) == (wanted, label)
        assert steps(made) == (["step.capped"] if spent != "80" else [])

    def test_a_total_below_the_cap_stays(self):
        made = self.spent("50", measured(50, 90))
        assert (str(made.total), steps(made)) == ("55.00", [])

    def test_after_the_corrections(self):
        made = self.spent("70", corrections=[Correction("-5", "迟报")])
        assert (str(made.total), steps(made)) == ("89.00", ["step.correction", "step.capped"])

    def test_the_bounds_are_under_it(self):
        made = self.spent("50", measured(50), judged(40))
        assert bounds(made) == ("55.00", "69.00")

    @pytest.mark.parametrize(("points", "wanted"), [(59, "59.00"), (10, "10.00")])
    def test_an_unknown_rate_that_cannot_decide(self, points, wanted):
        made = card(measured(points, 90), standard=self.CAPPED, budget=NOTHING)
        assert (str(made.total), steps(made)) == (wanted, [])

    def test_an_unknown_rate_that_decides(self):
        """The total may be cut to any of the caps, so that it can lie as low as the lowest of them."""
        made = card(measured(90), standard=self.CAPPED, budget=NOTHING)
        assert isinstance(made.total, gp.Undefined)
        assert bounds(made) == ("59.00", "90.00")
        assert made.explain("en").count("it can be from 59.00 to 90.00") == 1

    def test_without_a_budget(self):
        made = card(measured(90), standard=self.CAPPED, budget=None)
        assert bounds(made) == ("59.00", "100.00")
        low, high = made.possible
        for spent in (0, 49, 50, 65, 75, 80, 100):
            assert low <= self.spent(spent).total <= high


class TestOpen:
    """Rule 35. One open score leaves the total open; the card says what is missing and what it can be."""

    def test_bounds(self):
        made = card(measured(60, 70), judged(20))
        assert bounds(made) == ("70.00", "90.00")
        assert [score.name for score in made.missing] == ["评定"]

    @pytest.mark.parametrize(
        ("level", "wanted"), [("达成年度指标", ("86.00", "90.00")), ("未达成年度指标", ("70.00", "81.99"))]
    )
    def test_a_level_narrows_them(self, level, wanted):
        assert bounds(card(measured(60, 70), judged(20, Award(level=level)))) == wanted

    def test_no_budget(self):
        assert bounds(card(measured(60, 90), budget=None)) == ("60.00", "70.00")

    def test_no_weight_no_bounds(self):
        made = card(measured(60, 70), judged(None))
        assert made.possible == made.total
        assert made.within is None

    @pytest.mark.parametrize("level", ["score", "level", "total"])
    @pytest.mark.parametrize("award", ["0", "0.01", "3.33", "9.99", "10"])
    def test_every_total_lies_within_the_bounds(self, level, award):
        """Also where thirds are added before they are rounded."""
        book = attrs.evolve(BOOK, rounding=attrs.evolve(BOOK.rounding, level=level))
        thirds = [gp.Indicator("指标", target="3", actual="1", weight=20) for _ in range(4)]
        low, high = card(*thirds, judged(10), standard=book).possible
        total = card(*thirds, judged(10, award), standard=book).total
        assert low <= total <= high
        assert (total == low) == (award == "0")
        assert (total == high) == (award == "10")

    @pytest.mark.parametrize("level", ["score", "level", "total"])
    @pytest.mark.parametrize("actual", ["90", "95", "99", "100"])
    def test_an_approximate_actual_too(self, level, actual):
        book = attrs.evolve(BOOK, rounding=attrs.evolve(BOOK.rounding, level=level))
        rows = [gp.Indicator("指标", target="3", actual="1", weight=20), measured(60)]
        unsure = gp.Indicator("指标", target="≥300条", actual="近300条", weight=10)
        low, high = card(*rows, unsure, standard=book).possible
        sure = attrs.evolve(unsure, actual=f"{int(actual) * 3}条")
        assert low <= card(*rows, sure, standard=book).total <= high
        assert high - low <= Decimal("1.01")
