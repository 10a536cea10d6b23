"""The rules that have two forms in use: a pass line, reverse by the excess, equality within a tolerance."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

import govperf as gp
from govperf.scoring import Calculator
from govperf.standards import Clause, Provenance, Rule

OURS = Clause(Provenance.CHOICE, "our office")
BOOK = gp.standard()
NEW = gp.standard("MOF-2021-101")
EXCESS = BOOK.with_rules(Rule("by_excess", ("<=", "<"), [(0, 0), (1, 1)], OURS, measure="excess"))


def scored(target, actual, weight=10, *, standard=None):
    return gp.score(gp.Indicator("指标", target=target, actual=actual, weight=weight), standard=standard)


def points(*args, **fields):
    return str(scored(*args, **fields).points)


class TestPassLine:
    """Rule 14. Nothing below 60 %; from there on what lies above it, as a part of the other 40 %."""

    @pytest.mark.parametrize(
        ("target", "actual", "weight", "wanted"),
        [
            ("≥100", "85", 15, "9.38"),  # 9.375 goes up
            ("≥100", "60", 15, "0.00"),
            ("≥95%", "75%", 20, "9.47"),
            ("≥100", "80", 15, "7.50"),
        ],
    )
    def test_worked(self, target, actual, weight, wanted):
        assert points(target, actual, weight, standard=NEW) == wanted

    @pytest.mark.parametrize(
        ("actual", "wanted"),
        [
            ("0", "0.00"),
            ("59.99", "0.00"),
            ("60.01", "0.00"),  # 0.0025
            ("60.02", "0.01"),  # 0.005 goes up
            ("99.99", "10.00"),
            ("99.97", "9.99"),
            ("100", "10.00"),
            ("540", "10.00"),
        ],
    )
    def test_bounds(self, actual, wanted):
        score = scored("≥100", actual, standard=NEW)
        assert (str(score.points), score.rule) == (wanted, "threshold")

    def test_the_other_standard_gives_more(self):
        assert points("≥95%", "75%", 20) == "15.79"

    @pytest.mark.parametrize(
        ("actual", "wanted"),
        [("24小时", "10.00"), ("30小时", "5.00"), ("40小时", "0.00"), ("41小时", "0.00")],
    )
    def test_reverse(self, actual, wanted):
        """The rate of a reverse indicator is target over actual: the text is silent, a choice."""
        score = scored("≤24小时", actual, standard=NEW)
        assert (str(score.points), score.rule) == (wanted, "reverse_threshold")

    def test_cost_is_a_first_level_of_its_own(self):
        category = ("成本", "经济成本")
        row = gp.Indicator("造价", category=category, target="200万元", actual="250万元", weight=20)
        score = gp.score(row, standard=NEW)
        assert (score.rule, str(score.points)) == ("reverse_threshold", "10.00")


class TestReverseByExcess:
    """Rule 16. What is over the ceiling, as a part of it, is lost; from twice the ceiling on all of it."""

    @pytest.mark.parametrize(
        ("target", "actual", "by_ratio", "by_excess"),
        [
            ("≤24小时", "30小时", "8.00", "7.50"),
            ("≤24小时", "48小时", "5.00", "0.00"),
            ("≤5起", "8起", "6.25", "4.00"),
            ("≤24小时", "24小时", "10.00", "10.00"),
            ("≤24小时", "12小时", "10.00", "10.00"),
            ("≤24小时", "0小时", "10.00", "10.00"),
        ],
    )
    def test_both_are_in_use(self, target, actual, by_ratio, by_excess):
        assert points(target, actual) == by_ratio
        assert points(target, actual, standard=EXCESS) == by_excess

    @pytest.mark.parametrize(
        ("actual", "wanted"),
        [("100.1", "9.99"), ("100.04", "10.00"), ("199.9", "0.01"), ("200", "0.00"), ("1000", "0.00")],
    )
    def test_bounds(self, actual, wanted):
        assert points("≤100", actual, standard=EXCESS) == wanted

    @pytest.mark.parametrize(("actual", "wanted"), [("0起", "10.00"), ("1起", "0.00")])
    def test_nothing_is_divided_by_a_target_of_zero(self, actual, wanted):
        score = scored("≤0起", actual, standard=EXCESS)
        assert (str(score.points), score.rule) == (wanted, "zero_target")

    def test_nor_where_one_rule_is_for_zero_too(self):
        both = BOOK.with_rules(Rule("ours", ("<=", "0"), [(0, 0), (1, 1)], OURS, measure="excess"))
        assert [points("≤0起", actual, standard=both) for actual in ("0起", "1起")] == ["10.00", "0.00"]

    def test_the_way_to_it(self):
        score = scored("≤24小时", "30小时", standard=EXCESS)
        assert (score.share, score.measure, score.shown) == (Fraction(3, 4), "excess", "75.00%")
        assert str(score.rate) == "80.00%"
        assert "75.00%" in score.explain("zh")

    def test_an_approximate_actual(self):
        """About 30 may be 27 to 33: 8.75 to 6.25 points."""
        score = scored("≤24小时", "约30小时", standard=EXCESS)
        assert isinstance(score.points, gp.Undefined)
        assert score.possible == (Decimal("6.25"), Decimal("8.75"))


class TestEquality:
    """Rule 19. To be met exactly: short of it in proportion; beyond it all points, and a remark."""

    @pytest.mark.parametrize(
        ("actual", "wanted", "codes"),
        [
            ("12次", "10.00", []),
            ("13次", "10.00", ["note.not-equal"]),
            ("14次", "10.00", ["note.not-equal"]),
            ("15次", "10.00", ["note.not-equal", "note.far-over"]),
            ("11次", "9.17", []),
            ("0次", "0.00", []),
        ],
    )
    def test_bounds(self, actual, wanted, codes):
        score = scored("=12次", actual)
        assert (str(score.points), [note.code for note in score.notes]) == (wanted, codes)
        assert score.rate.met == (actual not in ("11次", "0次"))


class TestEqualityWithTolerance:
    """Rule 19. A rule book may take any distance up to its tolerance for equal, on both sides."""

    STRICT = BOOK.with_rules(
        Rule("equal", ("=",), [(Fraction(5, 100), 1, 1, 0)], OURS, measure="deviation"),
    )
    FALLING = BOOK.with_rules(
        Rule("near", ("=",), [("0.05", 1), ("0.25", 0)], OURS, measure="deviation"),
    )

    @pytest.mark.parametrize(
        ("actual", "wanted"),
        [
            ("94.99", "0.00"),
            ("95", "10.00"),
            ("100", "10.00"),
            ("105", "10.00"),
            ("105.01", "0.00"),
            ("0", "0.00"),
        ],
    )
    def test_within(self, actual, wanted):
        assert points("=100", actual, standard=self.STRICT) == wanted

    @pytest.mark.parametrize(
        ("actual", "wanted"),
        [("90", "7.50"), ("110", "7.50"), ("125", "0.00"), ("75", "0.00"), ("130", "0.00")],
    )
    def test_falling(self, actual, wanted):
        assert points("=100", actual, standard=self.FALLING) == wanted

    def test_other_targets_keep_their_rule(self):
        assert scored("≥100", "90", standard=self.STRICT).rule == "proportional"

    @pytest.mark.parametrize(
        ("actual", "wanted"), [("80", "10.00"), ("85", "10.00"), ("90", "10.00"), ("76", "10.00")]
    )
    def test_a_range_is_near_to_its_nearer_end(self, actual, wanted):
        book = BOOK.with_rules(Rule("near", ("between",), [("0.05", 1, 1, 0)], OURS, measure="deviation"))
        assert points("80～90", actual, standard=book) == wanted
        assert points("80～90", "75.9", standard=book) == "0.00"

    def test_approximate_on_both_sides(self):
        score = scored("=100条", "约100条", standard=self.STRICT)
        assert isinstance(score.points, gp.Undefined)
        assert score.possible == (0, 10)


class TestAnotherFigure:
    """Other figures that a rule book may look at: actual over target for all operators, and met or not."""

    def test_ratio_of_a_reverse_indicator(self):
        """Within the budget all points, up to twice of it less and less."""
        book = BOOK.with_rules(Rule("ratio", ("<=",), [(1, 1), (2, 0)], OURS, measure="ratio"))
        assert [points("≤100", actual, standard=book) for actual in ("99", "100", "150", "200")] == [
            "10.00",
            "10.00",
            "5.00",
            "0.00",
        ]

    @pytest.mark.parametrize(
        ("target", "actual", "wanted"),
        [
            ("≥5次", "5次", "10.00"),
            ("≥5次", "4次", "0.00"),
            (">5次", "5次", "0.00"),
            ("<5次", "5次", "0.00"),
            ("<5次", "4次", "10.00"),
        ],
    )
    def test_met_or_not(self, target, actual, wanted):
        """Rule 17 as a rule book may have it: a strict bound that is touched earns nothing."""
        rule = Rule("met", (">=", ">", "<=", "<"), [(1, 0, 1, 1)], OURS, measure="met")
        assert points(target, actual, standard=BOOK.with_rules(rule)) == wanted

    @pytest.mark.parametrize("measure", ["ratio", "deviation"])
    def test_a_target_of_zero_has_no_such_figure(self, measure):
        book = BOOK.with_rules(Rule("own", ("0",), [(0, 0), (1, 1)], OURS, measure=measure))
        score = scored("=0起", "3起", standard=book)
        assert (score.points, score.rule) == (gp.Undefined("undefined.target-zero"), "own")

    def test_a_rule_of_ones_own(self):
        """A small class does for a rule; it decides what it sees."""

        @attrs.frozen
        class Half:
            name = "half"
            operators = (">=",)
            categories = ()
            indicators = ()
            clause = OURS

            def earn(self, case):
                earned = BOOK.rule("proportional").earn(case)
                return attrs.evolve(earned, share=earned.share / 2)

        book = BOOK.with_rules(Half())
        score = scored("≥100", "50", standard=book)
        assert (str(score.points), score.rule, score.measure) == ("2.50", "half", "own")
        unsure = scored("≥100", "约50", standard=book)  # nobody knows what it gives for 51
        assert isinstance(unsure.points, gp.Undefined)
        assert unsure.possible == (0, unsure.full)


class TestOverFulfilment:
    """Rule 24. Nothing is taken off what is far over its target, unless a rule book says how much."""

    DEDUCTING = BOOK.with_rules(
        Rule("less", (">=",), [(0, 0), (1, 1)], OURS, deductions=[("1.3", 2)]),
    )

    @pytest.mark.parametrize(
        ("actual", "wanted"),
        [("129.99", "10.00"), ("130", "8.00"), ("900", "8.00"), ("100", "10.00"), ("50", "5.00")],
    )
    def test_deduction(self, actual, wanted):
        assert points("≥100", actual, standard=self.DEDUCTING) == wanted
        assert points("≥100", actual) == ("5.00" if actual == "50" else "10.00")

    def test_bare_numbers(self):
        calculator = Calculator(self.DEDUCTING)
        lines = [
            calculator.line("信息", "≥", weight=10, target=100, actual=130),
            calculator.line("用时", "≤", weight=10, target=24, actual=30),
        ]
        assert [str(value) for value in calculator.sheet(lines).points] == ["8.00", "8.00"]

    def test_never_below_nothing(self):
        assert points("≥100", "200", 1, standard=self.DEDUCTING) == "0.00"

    @pytest.mark.parametrize(
        ("actual", "possible"), [("约125", ("8.00", "10.00")), ("近130", ("8.00", "10.00"))]
    )
    def test_an_approximate_actual_beside_it(self, actual, possible):
        score = scored("≥100条", f"{actual}条", standard=self.DEDUCTING)
        assert isinstance(score.points, gp.Undefined)
        assert tuple(map(str, score.possible)) == possible

    def test_explained(self):
        score = scored("≥100", "130", standard=self.DEDUCTING)
        assert score.unrounded == 8
        assert "2" in score.explain("en").split("less ")[1]
