"""Levels of judgement: a label says between which points a person may choose; two levels never share any."""

from decimal import Decimal
from fractions import Fraction

import pytest
from asking_books import CLAUSE, code

from govperf.standards import Band, Level, Levels, Rounding, standard

ROUNDING = Rounding(2, "half_up", CLAUSE)
GOOD = Level("好", "good", Decimal("0.8"), 1, aliases=["佳", "优良"])
FAIR = Level("中", "fair", Decimal("0.6"), Decimal("0.8"))
POOR = Level("差", "poor", 0, Decimal("0.6"))
MET = Level("达标", "met", 1, 1)
NOT_MET = Level("未达标", "not met", 0, 0, minus=2)
LEVELS = Levels([GOOD, FAIR, POOR, MET, NOT_MET], CLAUSE)


class TestLevel:
    def test_exact(self):
        assert (FAIR.lower, FAIR.upper, FAIR.minus) == (Fraction(3, 5), Fraction(4, 5), 0)
        assert Level("a", "a", "1/3", "2/3").upper == Fraction(2, 3)

    @pytest.mark.parametrize(("level", "fixed"), [(GOOD, False), (MET, True), (NOT_MET, True)])
    def test_fixed(self, level, fixed):
        assert level.fixed is fixed

    @pytest.mark.parametrize(
        ("label", "lower", "upper", "minus"),
        [
            ("", 0, 1, 0),
            (" \u3000", 0, 1, 0),
            ("a", "0.6", "0.5", 0),
            ("a", "-0.1", 1, 0),
            ("a", 0, "1.1", 0),
            ("a", 0, 1, -1),
        ],
        ids=["no label", "blank label", "falling", "below nothing", "above all", "negative points"],
    )
    def test_impossible(self, label, lower, upper, minus):
        assert code(Level, label, "a", lower, upper, minus=minus) == "standard.level"

    @pytest.mark.parametrize("ends", [(0.5, 1), (0, 1.0)], ids=str)
    def test_no_float(self, ends):
        with pytest.raises(TypeError):
            Level("a", "a", *ends)


class TestBand:
    """The lower end belongs to a level, the upper one to the level above, but for all points."""

    @pytest.mark.parametrize(
        ("level", "full", "wanted"),
        [
            (GOOD, "10", ("8.00", "10.00", True)),
            (FAIR, "10", ("6.00", "8.00", False)),
            (POOR, "10", ("0.00", "6.00", False)),
            (MET, "10", ("10.00", "10.00", True)),
            (NOT_MET, "10", ("0.00", "0.00", True)),
            (FAIR, "3.33", ("2.00", "2.66", False)),
            (FAIR, "0.01", ("0.01", "0.01", True)),
            (FAIR, "0.02", ("0.01", "0.02", False)),
            (POOR, "0.01", ("0.00", "0.01", False)),
            (GOOD, "3.335", ("2.67", "3.335", True)),
        ],
    )
    def test_ends(self, level, full, wanted):
        low, high, closed = wanted
        assert level.band(Decimal(full), ROUNDING) == Band(Decimal(low), Decimal(high), closed)

    @pytest.mark.parametrize(
        ("minus", "low", "high"), [("0", "8", "10"), ("0.5", "7.5", "9.5"), ("9", "0", "1")]
    )
    def test_points_taken_off(self, minus, low, high):
        band = Level("a", "a", "0.8", 1, minus=Decimal(minus)).band(Decimal(10), ROUNDING)
        assert (band.low, band.high) == (Decimal(low), Decimal(high))

    @pytest.mark.parametrize(
        ("level", "points", "holds"),
        [
            *((GOOD, "10.00", True), (GOOD, "8.00", True), (GOOD, "7.99", False), (GOOD, "10.01", False)),
            *((FAIR, "8.00", False), (FAIR, "7.99", True), (FAIR, "6.00", True), (FAIR, "5.99", False)),
            *((POOR, "6.00", False), (POOR, "5.99", True), (POOR, "0", True), (POOR, "-0.01", False)),
            *((MET, "10", True), (MET, "9.99", False), (NOT_MET, "0", True), (NOT_MET, "0.01", False)),
        ],
    )
    def test_holds(self, level, points, holds):
        assert level.band(Decimal(10), ROUNDING).holds(Decimal(points)) is holds


class TestLevels:
    @pytest.mark.parametrize(
        ("label", "wanted"),
        [
            ("好", GOOD),
            ("佳", GOOD),
            (" 优 良 ", GOOD),
            ("未\u3000达标", NOT_MET),
            ("", None),
            ("很好", None),
        ],
    )
    def test_find(self, label, wanted):
        assert LEVELS.find(label) is wanted

    @pytest.mark.parametrize(
        ("points", "wanted"),
        [
            *(("10.00", GOOD), ("8.00", GOOD), ("7.99", FAIR), ("6.00", FAIR), ("5.99", POOR), ("0", POOR)),
            *(("10.01", None), ("-1", None)),
        ],
    )
    def test_of(self, points, wanted):
        assert LEVELS.of(Decimal(points), Decimal(10), ROUNDING) is wanted

    @pytest.mark.parametrize(("points", "wanted"), [("0.01", GOOD), ("0", POOR), ("0.02", None)])
    def test_where_two_are_one_rounded_figure(self, points, wanted):
        """Of 0.01 points 60 and 80 % are both 0.01: the upper level comes first."""
        assert LEVELS.of(Decimal(points), Decimal("0.01"), ROUNDING) is wanted

    def test_a_fixed_one_has_to_be_named(self):
        assert Levels([MET], CLAUSE).of(Decimal(10), Decimal(10), ROUNDING) is None

    @pytest.mark.parametrize(
        "levels",
        [
            [GOOD, Level("好", "again", 0, "0.5")],
            [GOOD, Level("优 良", "an alias", 0, "0.5")],
            [GOOD, Level("a", "a", 0, "0.5", aliases=["b", "b"])],
            [GOOD, Level("a", "overlapping", 0, "0.81")],
            [FAIR, GOOD],
        ],
        ids=["label", "alias", "alias of its own", "overlap", "rising"],
    )
    def test_impossible(self, levels):
        assert code(Levels, levels, CLAUSE) == "standard.level"

    def test_a_gap_belongs_to_none(self):
        levels = Levels([GOOD, POOR], CLAUSE)
        assert levels.of(Decimal(7), Decimal(10), ROUNDING) is None

    def test_none(self):
        assert Levels([], CLAUSE).find("好") is None

    def test_type(self):
        with pytest.raises(TypeError):
            Levels(["好"], CLAUSE)

    @pytest.mark.parametrize(
        ("name", "ends"),
        [("MOF-2020-10", ["0.8", "0.6", "0"]), ("HUBEI-2020", ["0.8", "0.5", "0"])],
    )
    def test_built_in(self, name, ends):
        levels = standard(name).levels
        assert [level.lower for level in levels.levels] == [Fraction(end) for end in ends]
        assert [level.upper for level in levels.levels] == [1, *map(Fraction, ends[:-1])]
