"""From what a rule or a person gives to the points: one order, one rounding, never more than the weight."""

from decimal import Decimal, localcontext
from fractions import Fraction

import attrs
import pytest

import govperf as gp
from govperf.errors import ScoringError, StandardError
from govperf.standards import Clause, Earned, Level, NotApplicable, Provenance, Rule, TotalCap, standard

CLAUSE = Clause(Provenance.CHOICE, "a test")
BOOK = standard()
NEW = standard("MOF-2021-101")


def row(target="≥100次", actual="100次", weight=10, name="指标", **fields):
    return gp.Indicator(name, target=target, actual=actual, weight=weight, **fields)


def rounded(**fields):
    return attrs.evolve(BOOK, rounding=attrs.evolve(BOOK.rounding, **fields))


def form(*rows, weight=None, **fields):
    budget = gp.Budget(2023, adjusted="100万元", executed="95万元", weight=weight)
    return gp.Evaluation("某局", 2023, budget=budget, goals=[gp.Goal("目标", indicators=rows)], **fields)


class TestWeightsOfManyDigits:
    """A full score is the weight itself; nothing is rounded up above it."""

    @pytest.mark.parametrize(
        ("actual", "weight", "wanted"),
        [
            ("100次", "3.335", "3.335"),
            ("100次", "3.334", "3.334"),
            ("99.99次", "3.334", "3.33"),
            ("100次", "7.4", "7.40"),
            ("99次", "3.335", "3.30"),
            ("100次", "16.666667", "16.666667"),
        ],
    )
    def test_points(self, actual, weight, wanted):
        made = gp.score(row(actual=actual, weight=weight))
        assert str(made.points) == wanted
        assert made.points <= made.full

    @pytest.mark.parametrize("weight", ["12.4", "12.5", "12.6"])
    def test_whole_points(self, weight):
        assert str(gp.score(row(weight=weight), standard=rounded(digits=0)).points) == weight

    def test_an_award_of_all_of_it(self):
        made = gp.score(row("效果明显", "好", "3.335", award="3.335"))
        assert (str(made.points), made.share) == ("3.335", 1)
        assert gp.score(row("效果明显", "好", "3.335", award="3.336")).points.code == "undefined.award-over"

    def test_six_of_a_hundred(self):
        card = gp.evaluate(form(*(row(weight="16.6667", name=f"甲{i}") for i in range(6)), weight=0))
        assert (str(card.total), card.unrounded) == ("100.00", Fraction("100.0002"))


class TestOrder:
    """What the rule takes off leaves nothing below 0; then comes what a person adds."""

    RULE = Rule("harsh", (">=",), [(0, 0), (1, 1)], CLAUSE, deductions=[(0, 5), ("0.5", 0)])

    @pytest.mark.parametrize(
        ("actual", "wanted"),
        [("0次", "3.00"), ("45次", "3.00"), ("49次", "3.00"), ("50次", "8.00"), ("90次", "10.00")],
    )
    def test_points(self, actual, wanted):
        book = BOOK.with_rules(self.RULE)
        made = gp.score(row(actual=actual, corrections=[gp.Correction(3, "补报")]), standard=book)
        assert str(made.points) == wanted

    def test_the_bounds_hold_it(self):
        book = BOOK.with_rules(self.RULE)
        made = gp.score(row(actual="约48次", corrections=[gp.Correction(3, "补报")]), standard=book)
        low, high = made.possible
        for actual in ("43.2次", "45次", "49.9次", "50次", "52.8次"):
            exact = gp.score(row(actual=actual, corrections=[gp.Correction(3, "补报")]), standard=book)
            assert low <= exact.points <= high

    def test_an_award_is_rounded_once(self):
        made = gp.score(row("效果明显", "好", award="8.445", corrections=[gp.Correction("-0.004", "扣")]))
        assert str(made.points) == "8.44"

    def test_awards_that_are_rounded_in_the_total_alone(self):
        rows = [row("效果明显", "好", 30, name=f"甲{i}", award="8.335") for i in range(3)]
        card = gp.evaluate(form(*rows), standard=rounded(level="total"))
        assert (str(card.total), card.unrounded) == ("34.51", Fraction("34.505"))

    def test_steps_add_up_as_printed(self):
        fields = {"corrections": [gp.Correction(-100, "甲"), gp.Correction(60, "乙")]}
        card = gp.evaluate(form(row(actual="40次", weight=90), **fields))
        assert [dict(step.details)["total"] for step in card.steps] == ["-54.5", "5.5"]
        assert str(card.total) == "5.50"

    def test_never_below_nothing(self):
        card = gp.evaluate(form(row(weight=90), corrections=[gp.Correction(-200, "甲")]))
        assert ([step.code for step in card.steps], str(card.total)) == (
            ["step.correction", "step.floored"],
            "0.00",
        )


class TestActualsThatAreRanges:
    """A range counts where all of it earns the same."""

    def test_both_ends_beyond_the_target(self):
        assert str(gp.score(row(actual="110～150次")).points) == "10.00"

    @pytest.mark.parametrize(
        ("actual", "wanted"),
        [("80%～85%", "8.00"), ("90%～95%", "10.00"), ("85%～95%", None), ("80%～90%", None)],
    )
    def test_bands(self, actual, wanted):
        made = gp.score(row("≥80%", actual, category=("满意度",)), standard=NEW)
        if wanted is None:
            assert made.points.code == "undefined.range-decides"
            assert made.possible == (8, 10)
        else:
            assert str(made.points) == wanted

    def test_points_off_from_somewhere_within(self):
        rule = Rule("far", (">=",), [(0, 0), (1, 1)], CLAUSE, deductions=[("1.3", 2)])
        book = BOOK.with_rules(rule)
        assert gp.score(row(actual="110～150次"), standard=book).possible == (8, 10)
        assert str(gp.score(row(actual="110～129次"), standard=book).points) == "10.00"


class TestRulesOfOnesOwn:
    class Own:
        name, operators, categories, indicators, clause = "own", (">=",), (), (), CLAUSE

        def __init__(self, given):
            self.given = given

        def earn(self, case):
            return self.given(case) if callable(self.given) else self.given

    def scored(self, given, actual="50次"):
        return gp.score(row(actual=actual), standard=BOOK.with_rules(self.Own(given)))

    def test_whole_numbers_will_do(self):
        made = self.scored(lambda case: Earned(figure=case.actual, shown=case.shown[0], share=1))
        assert (made.points, made.figure, made.measure) == (10, 50, "own")

    @pytest.mark.parametrize("fields", [{"share": 2}, {"share": Fraction(-1)}, {"minus": -1}], ids=str)
    def test_impossible(self, fields):
        with pytest.raises(StandardError) as caught:
            Earned(**{"figure": 1, "shown": "", "share": 1, **fields})
        assert caught.value.code == "standard.earned"

    @pytest.mark.parametrize(
        "fields", [{"share": 0.5}, {"share": True}, {"figure": "1"}, {"shown": 1}, {"notes": ["x"]}], ids=str
    )
    def test_of_the_wrong_type(self, fields):
        with pytest.raises(TypeError):
            Earned(**{"figure": 1, "shown": "", "share": 1, **fields})

    @pytest.mark.parametrize("given", [None, "5", 1], ids=repr)
    def test_nothing_that_a_rule_gives(self, given):
        with pytest.raises(ScoringError) as caught:
            self.scored(given)
        assert caught.value.code == "scoring.earned"

    @pytest.mark.parametrize("given", [None, "5", 1], ids=repr)
    def test_nothing_that_a_rule_gives_for_the_execution(self, given):
        book = attrs.evolve(BOOK.with_rules(self.Own(given)), execution_rule="own")
        with pytest.raises(ScoringError) as caught:
            gp.evaluate(form(row("≤100次", weight=90)), standard=book)
        assert caught.value.code == "scoring.earned"

    def test_no_figure(self):
        made = self.scored(gp.Undefined("undefined.target-zero"))
        assert (made.points.code, made.rule, made.rate.exact) == (
            "undefined.target-zero",
            "own",
            Fraction(1, 2),
        )

    def test_around_its_figure_nobody_knows(self):
        made = self.scored(lambda _: Earned(figure=1, shown="", share=1), "约98次")
        assert made.points.code == "undefined.approximation-decides"
        assert made.possible == (0, 10)


class TestFiguresWithoutARate:
    """Above the upper end of a range there is no completion rate; a rule for the deviation needs none."""

    BOOK = BOOK.with_rules(
        Rule(
            "near",
            ["between"],
            [(0, 1), ("0.05", 1, 1, "1/2"), ("0.1", "1/2", 0, 0)],
            CLAUSE,
            measure="deviation",
        )
    )

    @pytest.mark.parametrize(
        ("actual", "wanted"),
        [
            ("110次", "10.00"),
            ("126次", "10.00"),
            ("126.01次", "5.00"),
            ("131.9次", "5.00"),
            ("132次", "0.00"),
        ],
    )
    def test_deviation(self, actual, wanted):
        made = gp.score(row("100～120次", actual), standard=self.BOOK)
        assert str(made.points) == wanted

    def test_it_is_explained(self):
        made = gp.score(row("100～120次", "129次"), standard=self.BOOK)
        assert isinstance(made.rate, gp.Undefined)
        assert made.explain().startswith("指标：偏离度 7.50%，得 10 分的 50.00% = 5，取 5.00 分")
        assert dict(made.trace()[2].details)["exact"] == "3/40"

    def test_the_default_still_has_none(self):
        assert gp.score(row("100～120次", "126次")).points.code == "undefined.range-exceeded"


class TestNothingApplies:
    """Points are only brought to all points where some that apply have weight."""

    BOOK = attrs.evolve(BOOK, not_applicable=NotApplicable("redistribute", CLAUSE))

    @pytest.mark.parametrize("weight", [None, 0, 10])
    def test_no_weight_left(self, weight):
        rows = [row(weight=0), row(weight=90, name="乙", not_applicable="当年未发生")]
        card = gp.evaluate(form(*rows, weight=weight), standard=self.BOOK)
        assert card.total == gp.Undefined("undefined.none-applies")

    def test_some_is_left(self):
        rows = [row(weight=1), row(weight=89, name="乙", not_applicable="当年未发生")]
        card = gp.evaluate(form(*rows), standard=self.BOOK)
        assert str(card.total) == "95.45"
        assert card.unrounded == Fraction(1050, 11)


class TestLevels:
    """First levels are rounded together by what they mean, however they are printed."""

    @pytest.mark.parametrize(
        ("labels", "wanted"),
        [(("产出", "产出指标（50分）"), "14.29"), (("产出", "效益"), "14.28"), (("甲", "甲"), "14.29")],
    )
    def test_together(self, labels, wanted):
        rows = [row("≥7次", "5次", category=(label,), name=label + str(i)) for i, label in enumerate(labels)]
        card = gp.evaluate(form(*rows, weight=0), standard=rounded(level="level"))
        assert str(card.total) == wanted

    @pytest.mark.parametrize("weight", ["0.01", "0"])
    def test_a_band_of_one_value(self, weight):
        award = gp.Award(weight, level="部分达成年度指标")
        made = gp.score(row("效果明显", "好", weight, award=award))
        assert made.points == Decimal(weight)

    def test_any_context_of_the_caller(self):
        with localcontext() as context:
            context.prec = 3
            made = gp.score(row("效果明显", "部分达成年度指标", 100))
        assert [str(end) for end in made.possible] == ["60.00", "79.99"]


class TestCap:
    def test_it_has_the_digits_of_a_total_and_is_never_passed(self):
        cap = TotalCap(((0, Decimal("59.005")),), CLAUSE)
        card = gp.evaluate(form(row(weight=90)), standard=attrs.evolve(BOOK, total_cap=cap))
        assert (str(card.total), card.unrounded) == ("59.00", Fraction("59.005"))

    def test_a_rate_just_below_the_band_says_so(self):
        cap = TotalCap(((0, Decimal(59)), (Fraction(96, 100), Decimal(100))), CLAUSE)
        budget = gp.Budget(2023, adjusted="100万元", executed="95.9999万元")
        made = attrs.evolve(form(row(weight=90)), budget=budget)
        card = gp.evaluate(made, standard=attrs.evolve(BOOK, total_cap=cap))
        assert dict(card.steps[0].details)["rate"] == "95.9999%"


class TestChoices:
    """What of a rule is a choice stands in the way to the score."""

    def test_it_is_said(self):
        made = gp.score(row("≥95%", "75%"), standard=NEW)
        sources = [dict(step.details).get("source", "") for step in made.trace()]
        assert any("a choice of it: " in source for source in sources)

    def test_more_than_the_budget_of_a_finished_project(self):
        budget = gp.Budget(2023, adjusted="100万元", executed="110万元")
        card = gp.evaluate(attrs.evolve(form(row(weight=90), finished=True), budget=budget), standard=NEW)
        assert str(card.budget_score.points) == "7.00"
        assert "a choice of it: " in card.budget_score.clause.source

    @pytest.mark.parametrize(("executed", "wanted"), [("-5元", "0.00"), ("0元", "10.00"), ("5元", "10.00")])
    def test_less_than_nothing_was_spent(self, executed, wanted):
        budget = gp.Budget(2023, adjusted="100元", executed=executed)
        card = gp.evaluate(attrs.evolve(form(row(weight=90), finished=True), budget=budget), standard=NEW)
        assert str(card.budget_score.points) == wanted


class TestRoundedLater:
    """Points that round alike and are added unrounded, or corrected by a part of a digit, may part later."""

    def test_in_the_total(self):
        rows = [row(actual="约50次", weight=4, name=f"甲{i}") for i in range(5)]
        card = gp.evaluate(form(*rows, weight=0), standard=rounded(digits=0, level="total"))
        assert isinstance(card.total, gp.Undefined)
        low, high = card.possible
        assert low <= 9
        assert high >= 11

    def test_by_a_correction(self):
        fine = gp.Correction("0.004", "补")
        made = gp.score(row(actual="约50次", weight="0.04", corrections=[fine]))
        assert isinstance(made.points, gp.Undefined)
        exact = gp.score(row(actual="55次", weight="0.04", corrections=[fine]))
        assert made.possible[0] <= exact.points <= made.possible[1]

    def test_not_by_a_whole_one(self):
        made = gp.score(row(actual="约50次", weight="0.04", corrections=[gp.Correction("0.01", "补")]))
        assert str(made.points) == "0.03"

    def test_a_sum_of_many_digits_is_said_to_be_rounded(self):
        card = gp.evaluate(form(row(weight="3.335"), row(weight="3.33", name="乙")))
        assert [step.code for step in card.steps] == ["step.rounded"]
        assert dict(card.steps[0].details)["sum"] == "16.165"
        assert str(card.total) == "16.17"

    def test_a_band_that_ends_between_two_digits(self):
        levels = attrs.evolve(
            BOOK.levels,
            levels=[Level("高", "high", "0.9999", 1), Level("低", "low", 0, "0.9999")],
        )
        made = gp.score(
            row("效果明显", "好", "3.339", award=gp.Award(level="低")),
            standard=attrs.evolve(BOOK, levels=levels),
        )
        assert [str(end) for end in made.possible] == ["0.00", "3.33"]
