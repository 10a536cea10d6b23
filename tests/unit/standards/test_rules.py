"""Rules turn a figure into a part of the points: straight between knots, level outside, and with jumps."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from asking_books import CLAUSE, code, counted, rule

from govperf.model import Note, Undefined
from govperf.standards import Knot, Measure, Rounding, Rule, ScoringRule, standard
from govperf.standards.rules import number, plain_name

F = Fraction


def shares(made, *figures):
    return [made.share(F(figure)) for figure in figures]


class TestNumber:
    """Exact, of few digits, and never a float."""

    @pytest.mark.parametrize(
        ("value", "wanted"),
        [
            (2, 2),
            (-2, -2),
            (Decimal("0.6"), F(3, 5)),
            (F(2, 3), F(2, 3)),
            ("2/3", F(2, 3)),
            ("-2/3", F(-2, 3)),
            ("0.6", F(3, 5)),
            ("007", 7),
            (10**67, 10**67),
            (F(1, 10**67), F(1, 10**67)),
            (f"1/{10**67}", F(1, 10**67)),
        ],
    )
    def test_exact(self, value, wanted):
        assert number(value) == wanted

    @pytest.mark.parametrize(
        "value",
        [
            *("", " 1", "1 ", "+1", "1_0", ".5", "1.", "1e3", "1e999999999", "1/0", "1/-2", "1.5/2", "1/2/3"),
            *("１", "٣", "inf", "nan", "一", "1\n", "9" * 69, f"1/{'9' * 69}", "0" * 1_001),
            *(Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), Decimal("1e34"), Decimal("1e-34")),
            *(Decimal("1e999999999"), 10**68, -(10**68), F(1, 10**68), 10**10_000),
        ],
        ids=lambda value: (
            f"{value < 0}, {value.bit_length()} bits" if isinstance(value, int) else repr(value)[:20]
        ),
    )
    def test_impossible(self, value):
        assert code(number, value) == "standard.range"

    @pytest.mark.parametrize("value", [0.5, True, None, b"1", [1]], ids=repr)
    def test_type(self, value):
        with pytest.raises(TypeError):
            number(value)


class TestStraight:
    """Straight between the knots, level outside them."""

    PASS_LINE = rule(("0.6", 0), (1, 1))
    FALLING = rule(("0.5", "0.2"), (1, 1), ("1.2", "0.9"))

    @pytest.mark.parametrize(
        ("figure", "share"),
        [
            ("-1", "0"),
            ("0", "0"),
            ("0.59", "0"),
            ("0.6", "0"),
            ("0.61", "0.025"),
            ("0.8", "0.5"),
            ("0.85", "0.625"),
            ("0.9999", "0.99975"),
            ("1", "1"),
            ("9", "1"),
        ],
    )
    def test_pass_line(self, figure, share):
        assert self.PASS_LINE.share(F(figure)) == F(share)

    @pytest.mark.parametrize(
        ("figure", "share"),
        [("0", "0.2"), ("0.5", "0.2"), ("1", "1"), ("1.1", "0.95"), ("1.2", "0.9"), ("2", "0.9")],
    )
    def test_falling_above(self, figure, share):
        assert self.FALLING.share(F(figure)) == F(share)

    def test_one_knot(self):
        assert shares(rule((1, "0.5")), 0, 1, 2) == [F(1, 2)] * 3

    def test_thirds(self):
        assert rule((0, 0), ("2/3", "1/3")).share(F(1, 3)) == F(1, 6)


class TestJumps:
    """[figure, just below, on it, just above]: the end of a band belongs to one side, or to none."""

    JUST = F(1, 10**30)

    @pytest.mark.parametrize(
        ("knot", "wanted"),
        [
            ((80, 0, 1, 1), [0, 1, 1]),
            ((80, 1, 1, 0), [1, 1, 0]),
            ((80, 0, "0.5", 1), [0, F(1, 2), 1]),
            ((80, 1, 0, 1), [1, 0, 1]),
        ],
        ids=["lower end in", "upper end in", "between", "a hole"],
    )
    def test_sides(self, knot, wanted):
        assert shares(counted(knot), 80 - self.JUST, 80, 80 + self.JUST) == wanted

    def test_bands(self):
        bands = counted((60, 0, "0.5", "0.5"), (80, "0.5", "0.8", "0.8"), (90, "0.8", 1, 1))
        assert shares(bands, "59.9", 60, "79.9", 80, "89.99", 90, 100) == [
            *(0, F(1, 2), F(1, 2), F(4, 5)),
            *(F(4, 5), 1, 1),
        ]

    def test_straight_between_jumps(self):
        sloped = rule((0, 0, 0, "0.2"), (1, "0.6", 1, 1))
        assert shares(sloped, -1, 0, "0.25", "0.5", 1, 2) == [0, 0, F(3, 10), F(2, 5), 1, 1]

    def test_two_numbers_do_not_jump(self):
        assert rule((1, "0.5")).knots == (Knot(F(1), F(1, 2), F(1, 2), F(1, 2)),)


class TestSteps:
    """Only whole steps from the start count: complete ones, or begun ones too; on both sides of it."""

    @pytest.mark.parametrize(
        ("figure", "floor", "ceil", "part"),
        [
            ("99", "5", "5", "5"),
            ("100", "5", "5", "5"),
            ("100.01", "5", "4.5", "4.995"),
            ("100.99", "5", "4.5", "4.505"),
            ("101", "4.5", "4.5", "4.5"),
            ("101.01", "4.5", "4", "4.495"),
            ("109.99", "0.5", "0", "0.005"),
            ("110", "0", "0", "0"),
            ("500", "0", "0", "0"),
        ],
    )
    def test_above(self, figure, floor, ceil, part):
        knots = [(100, 1), (110, 0)]
        made = [counted(*knots, steps=(100, 1, rounds)) for rounds in ("floor", "ceil")]
        assert [5 * one.share(F(figure)) for one in (*made, counted(*knots))] == [F(floor), F(ceil), F(part)]

    @pytest.mark.parametrize(
        ("figure", "floor", "ceil"),
        [
            ("101", 5, 5),
            ("100", 5, 5),
            ("95.01", 5, 3),
            ("95", 3, 3),
            ("93.2", 3, 1),
            ("90", 1, 1),
            ("87", 1, 0),
        ],
    )
    def test_below(self, figure, floor, ceil):
        knots = [("87.5", 0), (100, 1)]
        made = [counted(*knots, steps=(100, 5, rounds)) for rounds in ("floor", "ceil")]
        assert [5 * one.share(F(figure)) for one in made] == [floor, ceil]

    def test_parts_of_a_step(self):
        made = rule((0, 1), (1, 0), steps=("1/3", "1/6", "floor"))
        assert shares(made, "1/3", "0.49", "1/2") == [F(2, 3), F(2, 3), F(1, 2)]


class TestDeductions:
    """From a figure on so many points are taken off, and not a part of them."""

    @pytest.mark.parametrize(
        ("figure", "points"), [("0", 0), ("1.99", 0), ("2", 1), ("2.99", 1), ("3", "2.5"), ("9", "2.5")]
    )
    def test_from_there_on(self, figure, points):
        made = rule((0, 0), (1, 1), deductions=[(2, 1), (3, "2.5")])
        assert made.taken_off(F(figure)) == F(points)
        assert made.share(F(figure)) == min(1, F(figure))

    def test_none(self):
        assert rule((0, 0)).taken_off(F(9)) == 0


class TestBetween:
    """All that the figures of a range may earn lies between the extremes."""

    @pytest.mark.parametrize(
        ("low", "high", "wanted"),
        [
            ("0.5", "0.5", {("0.5", 0)}),
            ("0.5", "0.7", {("0.5", 0), ("0.7", 0)}),
            ("0.5", "1", {("0.5", 0), ("0.8", 0), ("1", 0)}),
            ("1", "1.5", {("1", 0)}),
            ("0.9", "2", {("0.9", 0), ("0.8", 0), ("1", 0), ("1", 2)}),
            ("2", "3", {("1", 2)}),
        ],
    )
    def test_knots_and_deductions(self, low, high, wanted):
        made = rule((0, 0), (1, "0.8", 1, 1), deductions=[(2, 2)])
        straight = {"0.9": F(18, 25), "0.5": F(2, 5), "0.7": F(14, 25)}
        found = {(straight.get(share, F(share)), F(minus)) for share, minus in wanted}
        assert made.between(F(low), F(high)) == found

    def test_deduction_on_a_knot(self):
        made = rule((0, 0), (1, 1), deductions=[("0.5", 1), (1, 2)])
        assert made.between(F(3, 4), F(5, 4)) == {(F(3, 4), 1), (1, 1), (1, 2)}

    def test_whole_steps(self):
        made = counted((100, 1), (110, 0), steps=(100, 1, "floor"))
        assert made.between(F("100.2"), F("100.9")) == {(1, 0)}
        assert made.between(F("100.2"), F("101.1")) == {(1, 0), (F(9, 10), 0)}


class TestValue:
    def test_evolved(self):
        made = rule((0, 0), (1, 1), steps=(0, 1, "floor"), deductions=[(1, 1)])
        assert attrs.evolve(made) == made
        assert attrs.evolve(made, steps=None).steps is None
        assert hash(attrs.evolve(made)) == hash(made)

    def test_measure(self):
        assert rule((0, 0), measure=Measure.MET) == rule((0, 0), measure="met")

    def test_is_a_rule(self):
        assert isinstance(rule((0, 0)), ScoringRule)
        assert not isinstance(CLAUSE, ScoringRule)

    def test_no_class_is_made_from_it(self):
        """What it earns stands in its knots; a class of one's own has a name of its own."""
        with pytest.raises(TypeError, match="ScoringRule"):
            type("Special", (Rule,), {})

    def test_compiled_once(self):
        made = rule((0, 0))
        assert made.table is made.table


class TestEarn:
    """The figure by the measure, rounded first only where the book says so."""

    def test_figure(self, case):
        earned = rule((0, 0), (1, 1), deductions=[("0.9", 1)]).earn(case(100, 95))
        assert (earned.figure, earned.share, earned.minus) == (F(19, 20), F(19, 20), 1)
        assert earned.notes == ()

    def test_rounded_first(self, case):
        rounding = Rounding(2, "half_up", CLAUSE, rate=2)
        earned = rule((0, 0), (1, 1)).earn(case(3, 2, rounding=rounding))
        assert (earned.figure, earned.share) == (F(67, 100), F(67, 100))
        assert earned.notes == (Note("note.figure-rounded", {"figure": "66.666666…%", "rounded": "67%"}),)

    def test_an_actual_is_not_rounded(self, case):
        rounding = Rounding(2, "half_up", CLAUSE, rate=0)
        made = rule((0, 0), (1, 1), measure="actual", unit="人")
        earned = made.earn(case(1, "1/2", unit="人", rounding=rounding))
        assert (earned.figure, earned.notes) == (F(1, 2), ())

    def test_no_figure(self, case):
        found = rule((0, 0), measure="ratio").earn(case(0, 5))
        assert isinstance(found, Undefined)


@pytest.mark.parametrize(
    ("name", "plain"),
    [("“三公经费”变动率", "三公经费变动率"), (" 巡查\u3000次数\n", "巡查次数"), ("「」\"'‘’", "")],
)
def test_plain_name(name, plain):
    assert plain_name(name) == plain


@pytest.mark.parametrize("name", ["MOF-2020-10", "HUBEI-2020", "MOF-2013-53"])
def test_built_in_shares_by_completion_never_fall(name):
    rates = [F(n, 40) for n in range(-10, 100)]
    for one in standard(name).rules:
        found = [one.share(rate) for rate in rates]
        assert found == sorted(found)
        assert (found[0], found[-1]) == (0, 1)
