"""Rules with bands, steps and pass lines, each with its worked numbers, asked of the rules themselves.

The numbers of the rules are those of `standards/data` and `examples/standards/hunan_department.toml`.
"""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import attrs
import pytest

import govperf as gp
from govperf.standards import Clause, Provenance, Rule, standard

NEW = standard("MOF-2021-101")
OLD = standard("MOF-2020-10")
HUNAN = standard(Path(__file__).parents[2] / "examples" / "standards" / "hunan_department.toml")


def points(rule, weight, figure):
    """Rounded half up to hundredths, once."""
    return OLD.rounding.round(weight * rule.share(Fraction(figure)))


def scored(name, actual, weight, target="≤100%"):
    return str(
        gp.score(gp.Indicator(name, target=target, actual=actual, weight=weight), standard=HUNAN).points
    )


class TestRule4:
    """Budget execution by bands: finished within the budget 10; else 7 from 80 %, 5 from 60 %, 0 below."""

    @pytest.mark.parametrize(
        ("rate", "wanted"),
        [
            ("0", "0"),
            ("0.5999", "0"),
            ("0.6", "5"),
            ("0.6001", "5"),
            ("0.7999", "5"),
            ("0.80", "7"),
            ("0.9999", "7"),
            ("1", "10"),
            ("1.0001", "7"),
        ],
    )
    def test_not_finished(self, rate, wanted):
        assert points(NEW.rule(NEW.execution_rule), 10, rate) == Decimal(wanted)

    @pytest.mark.parametrize(
        ("rate", "wanted"), [("0.05", "10"), ("0.5999", "10"), ("0.9999", "10"), ("1", "10"), ("1.0001", "7")]
    )
    def test_finished(self, rate, wanted):
        assert points(NEW.rule(NEW.execution_finished), 10, rate) == Decimal(wanted)

    @pytest.mark.parametrize(("rate", "wanted"), [("0.59", "0.00"), ("0.6", "10.00"), ("0.8", "14.00")])
    def test_of_twenty(self, rate, wanted):
        assert str(points(NEW.rule(NEW.execution_rule), 20, rate)) == wanted


class TestRule5:
    """Budget completion of Hunan: 5 at 100 %, 2 off for each 5 % below."""

    RATE = Fraction(10 + 900 + 90 - 68, 10 + 900 + 90)

    def test_worked(self):
        assert Fraction("0.932") == self.RATE
        assert points(HUNAN.rule("budget_completion"), 5, 100 * self.RATE) == 3
        assert scored("预算完成率", "93.20%", 5, "≥100%") == "3.00"

    @pytest.mark.parametrize(
        ("rate", "wanted"),
        [
            *(("100", 5), ("104", 5), ("99.99", 5), ("95.01", 5), ("95", 3), ("94.99", 3), ("90.01", 3)),
            *(("90", 1), ("85.01", 1), ("85", 0), ("0", 0)),
        ],
    )
    def test_steps(self, rate, wanted):
        assert points(HUNAN.rule("budget_completion"), 5, rate) == wanted


class TestRule6:
    """Budget adjustment: bands that hold their upper bound."""

    @pytest.mark.parametrize(
        ("rate", "wanted"),
        [
            *(("0", "3"), ("0.01", "2"), ("9.99", "2"), ("10", "2"), ("10.01", "1"), ("20", "1")),
            *(("20.01", "0.5"), ("30", "0.5"), ("30.01", "0"), ("100", "0")),
        ],
    )
    def test_bands(self, rate, wanted):
        assert points(HUNAN.rule("budget_adjustment"), 3, rate) == Decimal(wanted)

    @pytest.mark.parametrize(("actual", "wanted"), [("0%", "3.00"), ("10%", "2.00"), ("10.01%", "1.00")])
    def test_worked(self, actual, wanted):
        assert scored("预算调整率", actual, 3, "=0%") == wanted

    @pytest.mark.parametrize(
        ("rate", "wanted"),
        [("0", 5), ("0.01", 4), ("10", 4), ("10.01", 3), ("20", 3), ("20.01", 2), ("30", 2), ("30.01", 0)],
    )
    def test_budget_control(self, rate, wanted):
        assert points(HUNAN.rule("budget_control"), 5, rate) == wanted


class TestRule7:
    """Change of the three public expenses: no growth earns all points."""

    @pytest.mark.parametrize(
        ("rate", "wanted"),
        [("-5", "5"), ("0", "5"), ("0.99", "5"), ("1", "4.5"), ("1.01", "4.5"), ("9.99", "0.5"), ("10", "0")],
    )
    def test_steps(self, rate, wanted):
        assert points(HUNAN.rule("three_public_change"), 5, rate) == Decimal(wanted)

    def test_worked(self):
        change = Fraction("28.50") / Fraction("30.00") - 1
        assert change == Fraction("-0.05")
        assert scored("“三公经费”变动率", "-5.00%", 5, "≤0%") == "5.00"


class TestRule8:
    """Staffing control: up to 100 % all 5 points, then half a point off for each percentage point."""

    RULE = HUNAN.rule("staffing_control")
    MODES = (("floor", "3.5"), ("ceil", "3.0"))

    def test_within(self):
        assert points(self.RULE, 5, Fraction(5000, 51)) == 5
        assert scored("在职人员控制率", "98.04%", 5) == "5.00"

    @pytest.mark.parametrize(("rounds", "wanted"), MODES)
    def test_worked(self, rounds, wanted):
        rule = attrs.evolve(self.RULE, steps=(100, 1, rounds))
        assert points(rule, 5, "103.2") == Decimal(wanted)

    def test_every_part_counts(self):
        assert points(attrs.evolve(self.RULE, steps=None), 5, "103.2") == Decimal("3.40")

    @pytest.mark.parametrize(
        ("rate", "wanted"),
        [
            ("100", "5"),
            ("100.99", "5"),
            ("101", "4.5"),
            ("109", "0.5"),
            ("109.99", "0.5"),
            ("110", "0"),
            ("200", "0"),
        ],
    )
    def test_floor(self, rate, wanted):
        assert points(self.RULE, 5, rate) == Decimal(wanted)

    @pytest.mark.parametrize(
        ("rate", "wanted"), [("100", 6), ("100.99", 6), ("101", 5), ("105.99", 1), ("106", 0)]
    )
    def test_three_public_control(self, rate, wanted):
        assert points(HUNAN.rule("three_public_control"), 6, rate) == wanted

    @pytest.mark.parametrize(
        ("rate", "wanted"),
        [
            *(("100", 5), ("90", 5), ("89.99", 4), ("80", 4), ("79.99", 3), ("70", 3), ("69.99", 2)),
            *(("60", 2), ("59.99", 0), ("0", 0)),
        ],
    )
    def test_key_spending(self, rate, wanted):
        """Bands that hold their lower bound."""
        assert points(HUNAN.rule("key_spending"), 5, rate) == wanted


class TestRule14:
    """A pass line of 60 %: nothing below it, from there on the part of what lies above it."""

    @pytest.mark.parametrize(
        ("rate", "weight", "wanted"),
        [
            ("0.85", 15, "9.38"),
            ("0.60", 15, "0.00"),
            ("0.5999", 15, "0.00"),
            ("0.6001", 100, "0.03"),
            ("0.80", 10, "5.00"),
            ("1", 15, "15.00"),
            ("1.2", 15, "15.00"),
        ],
    )
    def test_worked(self, rate, weight, wanted):
        assert str(points(NEW.rule("threshold"), weight, rate)) == wanted

    def test_both_books(self):
        rate = Fraction(75, 95)
        assert str(points(NEW.rule("threshold"), 20, rate)) == "9.47"
        assert str(points(OLD.rule("proportional"), 20, rate)) == "15.79"


class TestRule16:
    """What is over a ceiling, as a part of it: the other formula for reverse indicators."""

    CLAUSE = Clause(Provenance.IN_USE, "rule code of a provincial system")
    BOOK = OLD.with_rules(Rule("excess", ("<=", "<"), [(0, 0), (1, 1)], CLAUSE, measure="excess"))

    @pytest.mark.parametrize(
        ("target", "actual", "excess", "reverse"),
        [
            ("≤24小时", "30小时", "7.50", "8.00"),
            ("≤24小时", "24小时", "10.00", "10.00"),
            ("≤24小时", "20小时", "10.00", "10.00"),
            ("≤24小时", "48小时", "0.00", "5.00"),
            ("≤24小时", "60小时", "0.00", "4.00"),
            ("≤5天", "8天", "4.00", "6.25"),
        ],
    )
    def test_worked(self, target, actual, excess, reverse):
        row = gp.Indicator("时长", target=target, actual=actual, weight=10)
        found = [str(gp.score(row, standard=book).points) for book in (self.BOOK, OLD)]
        assert found == [excess, reverse]


class TestRule22:
    """Levels of judgement, of 10 points: the lower end belongs to a level, the upper one to that above."""

    @pytest.mark.parametrize(
        ("given", "level"),
        [
            *(("10.00", 0), ("8.00", 0), ("7.99", 1), ("6.00", 1), ("5.99", 2), ("0.00", 2)),
            ("7.995", 0),  # 8.00 once it is rounded
        ],
    )
    def test_new(self, given, level):
        assert self.place(OLD, given) == level

    @pytest.mark.parametrize(("given", "level"), [("8.00", 0), ("7.99", 1), ("5.00", 1), ("4.99", 2)])
    def test_hubei(self, given, level):
        assert self.place(standard("HUBEI-2020"), given) == level

    def place(self, book, given):
        rounded = book.rounding.round(Decimal(given))
        return book.levels.levels.index(book.levels.of(rounded, Decimal(10), book.rounding))


class TestRule23:
    """Satisfaction: 10 from 90 %, 8 from 80 %, 5 from 60 %; other weights keep the shares."""

    RULE = NEW.rule("satisfaction")

    @pytest.mark.parametrize(
        ("rate", "wanted"),
        [
            *(
                ("100", "10"),
                ("92", "10"),
                ("90", "10"),
                ("89.99", "8"),
                ("80", "8"),
                ("79.9", "5"),
                ("60", "5"),
            ),
            *(("59.9", "0"), ("0", "0")),
        ],
    )
    def test_bands(self, rate, wanted):
        assert points(self.RULE, 10, rate) == Decimal(wanted)

    @pytest.mark.parametrize(
        ("rate", "wanted"), [("90", "5.00"), ("80", "4.00"), ("60", "2.50"), ("59", "0.00")]
    )
    def test_of_five(self, rate, wanted):
        assert str(points(self.RULE, 5, rate)) == wanted

    def test_old_book(self):
        """There it is an indicator like any other: 90 wanted, 81 reached."""
        assert points(OLD.rule_for(gp.Operator.AT_LEAST), 10, Fraction(81, 90)) == 9
