"""A compiled rule is a table of whole numbers that earns what its knots say, to the last digit."""

import random
from fractions import Fraction
from math import ceil, floor

import pytest

from govperf.standards import BUILT_IN, Compiled, Piece, Steps, standard
from govperf.standards.compiled import compiled

F = Fraction
BANDS = [
    (F(3, 5), F(0), F(1, 2), F(1, 2)),
    (F(4, 5), F(1, 2), F(4, 5), F(4, 5)),
    (F(1), F(4, 5), F(1), F(7, 10)),
]
RULES = {rule.name: rule for name in BUILT_IN for rule in standard(name).rules}


def naive(knots, figure):
    """Straight between knots, as the textbook says it."""
    for knot in knots:
        if figure == knot[0]:
            return knot[2]
    lower = [knot for knot in knots if knot[0] < figure]
    upper = [knot for knot in knots if knot[0] > figure]
    if not lower:
        return upper[0][1]
    if not upper:
        return lower[-1][3]
    (start, *_, left), (end, right, *_) = lower[-1], upper[0]
    return left + (right - left) * (figure - start) / (end - start)


class TestTable:
    def test_pieces(self):
        """Below the first knot, on it, after it …: one more than twice the knots."""
        table = compiled([(F(0), F(0), F(0), F(0)), (F(1), F(1), F(1), F(1))])
        assert table == Compiled(
            ((0, 1), (1, 1)), (Piece(0, 0, 1), Piece(0, 0, 1), Piece(1, 0, 1), Piece(0, 1, 1), Piece(0, 1, 1))
        )

    def test_plain_data(self):
        table = compiled(BANDS, [(F(2), F(1, 2))], Steps(F(0), F(1, 10), "floor"))
        assert table.minus == ((2, 1, 1, 2),)
        assert all(
            type(number) is int for row in (*table.knots, *table.pieces, *table.minus) for number in row
        )

    @pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
    def test_as_its_knots(self, rule):
        figures = {F(n, 40) for n in range(-20, 120)} | {knot.figure for knot in rule.knots}
        figures |= {knot.figure + F(sign, 10**9) for knot in rule.knots for sign in (-1, 1)}
        assert [rule.share(one) for one in figures] == [naive(rule.knots, one) for one in figures]

    def test_share_is_not_reduced(self):
        assert standard().rule("proportional").table.share(50, 100) == (50, 100)

    @pytest.mark.parametrize("figure", [(6, 10), (3, 5), (-1, 1), (10**40, 10**40 + 1), (10**40, 1)])
    def test_of_any_size(self, figure):
        assert F(*compiled(BANDS).share(*figure)) == naive(BANDS, F(*figure))


class TestHash:
    """Equal where the points are, however the knots were written."""

    def test_equal(self):
        assert compiled(BANDS).hash == compiled(list(BANDS)).hash

    @pytest.mark.parametrize(
        "other",
        [
            compiled(BANDS[:2]),
            compiled(BANDS, [(F(2), F(1))]),
            compiled(BANDS, (), Steps(F(0), F(1), "floor")),
            compiled(BANDS, (), Steps(F(0), F(1), "ceil")),
        ],
        ids=["knots", "deductions", "floor", "ceil"],
    )
    def test_other(self, other):
        assert other.hash != compiled(BANDS).hash

    def test_stable(self):
        """Kept: another value means that results that were kept can no longer be compared."""
        assert standard().rule("proportional").table.hash == (
            "9b48f566d17b712a43e8d2aed54c632c9f0f69028cd18b30f934925a0b595a47"
        )


class TestSteps:
    @pytest.mark.parametrize(
        ("figure", "down", "up"),
        [
            ("0", 0, 0),
            ("0.1", 0, 2),
            ("1.99", 0, 2),
            ("2", 2, 2),
            ("3", 2, 4),
            ("-0.1", 0, -2),
            ("-2", -2, -2),
        ],
    )
    def test_away_from_the_start(self, figure, down, up):
        made = [Steps(F(0), F(2), rounds)(F(figure)) for rounds in ("floor", "ceil")]
        assert made == [down, up]

    @pytest.mark.parametrize("start", [F(100), F(-1, 3)])
    def test_from_anywhere(self, start):
        assert Steps(start, F(1, 3), "floor")(start + F(1, 2)) == start + F(1, 3)
        assert Steps(start, F(1, 3), "ceil")(start - F(1, 2)) == start - F(2, 3)


class TestHundredths:
    """The fast lane gives the hundredths that rounding the exact points half up gives."""

    TABLES = (
        *(rule.table for rule in RULES.values()),
        compiled(BANDS, [(F(9, 10), F(1)), (F(2), F(100))]),
        compiled([(F(100), F(1), F(1), F(1)), (F(110), F(0), F(0), F(0))], (), Steps(F(100), F(1), "floor")),
        compiled(BANDS, [(F(1), F(1, 3))], Steps(F(0), F(1, 7), "ceil")),
    )

    def exact(self, table, weight, above, below):
        share = F(*table.share(above, below))
        points = max(weight * share - 100 * table.taken_off(above, below), F(0))
        return floor(points + F(1, 2))

    @pytest.mark.parametrize("table", TABLES, ids=[str(i) for i in range(len(TABLES))])
    def test_as_exact(self, table):
        chance = random.Random(6)  # noqa: S311 - chance that a seed repeats is the point
        for _ in range(2_000):
            weight, below = chance.randrange(1, 10_001), chance.randrange(1, 200)
            above = chance.randrange(-10, 3 * below)
            assert table.hundredths(weight, above, below) == self.exact(table, weight, above, below)

    @pytest.mark.parametrize(
        ("weight", "above", "below", "points"),
        [(2000, 75, 95, 1579), (1, 1, 2, 1), (1, 49, 100, 0), (3, 1, 2, 2), (2000, 96, 95, 2000)],
        ids=["worked", "a tie goes up", "below the tie", "three halves", "over"],
    )
    def test_worked(self, weight, above, below, points):
        assert standard().rule("proportional").table.hundredths(weight, above, below) == points

    def test_never_below_zero(self):
        assert compiled(BANDS, [(F(0), F(50))]).hundredths(1000, 9, 10) == 0

    def test_of_any_size(self):
        table = standard().rule("proportional").table
        assert table.hundredths(10**50, 10**60 - 1, 10**60) == ceil(
            F(10**50) * (10**60 - 1) / 10**60 - F(1, 2)
        )
