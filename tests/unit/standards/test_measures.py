"""Measures: the figure that a rule looks at, exactly, or why the two cells do not give it."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from govperf.errors import StandardError
from govperf.model import Note, Operator, Undefined
from govperf.standards import Earned, Measure, standard
from govperf.standards.measures import FIGURES, of_rate
from govperf.units import Unit

F = Fraction
LESS = (Operator.AT_MOST, Operator.LESS_THAN)
MORE = (Operator.AT_LEAST, Operator.MORE_THAN, Operator.EQUAL)


def seen(measure, case, unit=None):
    found = FIGURES[Measure(measure)](case, None if unit is None else Unit.of(unit))
    return found.code if isinstance(found, Undefined) else found[0]


def test_each_has_its_figure():
    assert set(FIGURES) == set(Measure)


class TestCompletion:
    def test_is_the_rate(self, case):
        figure, shown, notes = FIGURES[Measure.COMPLETION](case(52, 49), None)
        assert (figure, shown, notes) == (F(49, 52), "", ())  # the rate says itself how it is written

    def test_no_case_is_needed_where_the_rate_is_known(self, case):
        for book in (
            standard(),
            attrs.evolve(standard(), rounding=attrs.evolve(standard().rounding, rate=2)),
        ):
            rule, made = book.rule("proportional"), attrs.evolve(case(52, 49), rounding=book.rounding)
            assert rule.earned(of_rate(made.completion), book.rounding) == rule.earn(made)


class TestExcess:
    """1 − (B − A) / A where less is better; never above 1, and below 0 from twice the target on."""

    @pytest.mark.parametrize(
        ("actual", "wanted"),
        [
            ("0", "1"),
            ("23.99", "1"),
            ("24", "1"),
            ("24.01", "2399/2400"),
            ("30", "3/4"),
            ("48", "0"),
            ("60", "-1/2"),
        ],
    )
    @pytest.mark.parametrize("operator", LESS)
    def test_less_is_better(self, case, operator, actual, wanted):
        assert seen("excess", case(24, actual, operator=operator)) == F(wanted)

    @pytest.mark.parametrize("operator", MORE)
    def test_more_is_better(self, case, operator):
        assert seen("excess", case(24, 30, operator=operator)) == F(5, 4)

    def test_zero_and_ranges_have_their_rate(self, case):
        assert seen("excess", case(0, 3, operator=Operator.AT_MOST)) == 1
        assert seen("excess", case(10, 5, operator=Operator.AT_MOST, ceiling=F(20))) == F(1, 2)


class TestRatio:
    """B / A, whatever the operator."""

    @pytest.mark.parametrize("operator", [*LESS, *MORE])
    def test_any_operator(self, case, operator):
        assert seen("ratio", case(24, 30, operator=operator)) == F(5, 4)

    def test_zero(self, case):
        assert seen("ratio", case(0, 3)) == "undefined.target-zero"


class TestDeviation:
    """|B − A| / A, of a range from the nearer end."""

    @pytest.mark.parametrize(
        ("actual", "wanted"),
        [("52", "0"), ("51.99", "1/5200"), ("49", "3/52"), ("540", "122/13"), ("0", "1")],
    )
    def test_of_a_target(self, case, actual, wanted):
        assert seen("deviation", case(52, actual)) == F(wanted)

    @pytest.mark.parametrize(
        ("actual", "wanted"),
        [("10", "0"), ("15", "0"), ("20", "0"), ("9", "1/10"), ("22", "1/10"), ("20.01", "1/2000")],
    )
    def test_of_a_range(self, case, actual, wanted):
        assert seen("deviation", case(10, actual, ceiling=F(20))) == F(wanted)

    @pytest.mark.parametrize(
        ("actual", "wanted"), [(0, 0), (1, "undefined.target-zero"), (-1, "undefined.target-zero")]
    )
    def test_of_zero(self, case, actual, wanted):
        assert seen("deviation", case(0, actual)) == wanted

    def test_of_a_range_from_zero(self, case):
        assert seen("deviation", case(0, 22, ceiling=F(20))) == F(1, 10)
        assert seen("deviation", case(0, -1, ceiling=F(20))) == "undefined.target-zero"


class TestMet:
    @pytest.mark.parametrize(("actual", "wanted"), [("51.99", 0), ("52", 1), ("53", 1)])
    def test_one_or_nothing(self, case, actual, wanted):
        assert seen("met", case(52, actual)) == wanted


class TestActual:
    """The actual in the unit of the rule."""

    @pytest.mark.parametrize(
        ("actual", "unit", "wanted_unit", "wanted"),
        [
            ("92", "%", "%", "92"),
            ("920", "‰", "%", "92"),
            ("1.5", "万元", "元", "15000"),
            ("-5", "%", "%", "-5"),
            ("3", "天", "小时", "72"),
        ],
    )
    def test_converted(self, case, actual, unit, wanted_unit, wanted):
        made = case(90, actual, unit=unit)
        assert seen("actual", made, wanted_unit) == F(wanted)
        assert FIGURES[Measure.ACTUAL](made, Unit.of(wanted_unit))[1:] == (made.shown[0], ())

    @pytest.mark.parametrize(("unit", "wanted"), [("人", "人次"), ("%", "元"), ("元", "%")])
    def test_of_another_kind(self, case, unit, wanted):
        assert seen("actual", case(1, 5, unit=unit), wanted) == "undefined.rule-unit"

    @pytest.mark.parametrize(
        ("actual", "unit"), [("95", "%"), ("10.01", "%"), ("-10.01", "%"), ("0.5", "人"), ("0", "人")]
    )
    def test_bare_takes_the_unit_and_says_so(self, case, actual, unit):
        figure, _, notes = FIGURES[Measure.ACTUAL](case(90, actual), Unit.of(unit))
        assert figure == F(actual)
        assert notes == (Note("note.actual-unit-assumed", {"unit": Unit.of(unit)}),)

    @pytest.mark.parametrize("actual", ["0.95", "1", "4.6", "10", "-10", "0"])
    def test_bare_may_be_a_part_or_a_mark(self, case, actual):
        assert seen("actual", case(90, actual), "%") == "undefined.rule-unit-bare"

    def test_a_date_is_no_figure(self, case):
        assert seen("actual", case(90, 95, dated=True), "%") == "undefined.rule-unit"

    def test_without_a_unit(self, case):
        assert seen("actual", case(90, 95, unit="%")) == "undefined.rule-unit"


class TestEarned:
    """What a rule gives is exact, a part of the points, and gives nothing where points are taken off."""

    @pytest.mark.parametrize(
        ("share", "minus"), [(0, 0), (1, 9), (Decimal("0.5"), Decimal("0.5")), (F(1, 3), 0)]
    )
    def test_exact(self, share, minus):
        earned = Earned(figure=1, shown="", share=share, minus=minus)
        assert (earned.share, earned.minus) == (F(share), F(minus))
        assert {type(number) for number in (earned.figure, earned.share, earned.minus)} == {F}

    @pytest.mark.parametrize(("share", "minus"), [("-1/100", 0), ("101/100", 0), (1, "-1/100")])
    def test_impossible(self, share, minus):
        with pytest.raises(StandardError) as caught:
            Earned(figure=1, shown="", share=F(share), minus=F(minus))
        assert caught.value.code == "standard.earned"

    @pytest.mark.parametrize(
        "fields",
        [{"share": 0.5}, {"share": True}, {"figure": "1"}, {"notes": ["note"]}, {"shown": None}],
        ids=str,
    )
    def test_type(self, fields):
        with pytest.raises(TypeError):
            Earned(**{"figure": 1, "shown": "", "share": 1, **fields})
