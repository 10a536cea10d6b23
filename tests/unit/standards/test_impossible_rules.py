"""Rules that cannot be: each fault is told, all of them together."""

from fractions import Fraction

import pytest
from asking_books import CLAUSE, code, counted, rule

from govperf.errors import StandardError, StandardErrors
from govperf.standards import Rule

F = Fraction


class TestImpossible:
    @pytest.mark.parametrize(
        "knots",
        [
            (),
            ((1, 1), (0, 0)),
            ((0, 0), (0, 1)),
            ((0, 0), (1, "1.0001")),
            ((0, "-0.0001"), (1, 1)),
            ((0, 0, 2, 0),),
            ((0, -1, 0, 0),),
            ((0, 0, 0, 2),),
            tuple((F(i, 100), 0) for i in range(1_001)),
        ],
        ids=["none", "falling", "twice", "above", "below", "on it", "just below", "just above", "too many"],
    )
    def test_knots(self, knots):
        assert code(rule, *knots) == "standard.knots"

    @pytest.mark.parametrize("knot", [(), (1,), (1, 0, 0), (1, 0, 0, 0, 0)], ids=len)
    def test_numbers_of_a_knot(self, knot):
        assert code(rule, knot) == "standard.knot"

    def test_as_many_knots_as_may_be(self):
        assert len(rule(*((F(i, 100), 0) for i in range(1_000))).knots) == 1_000

    @pytest.mark.parametrize("measure", ["completion", "excess", "ratio", "deviation", "met"])
    def test_rates_above_two_thousand_per_cent(self, measure):
        """Who writes 60 for a rate means 0.6."""
        assert rule((0, 0), (20, 1), measure=measure).knots[-1].figure == 20
        assert code(rule, (0, 0), (F(2001, 100), 1), measure=measure) == "standard.knots-percent"

    def test_actuals_of_any_size(self):
        assert counted((0, 0), (10**6, 1)).knots[-1].figure == 10**6

    def test_percents_that_do_not_fit_either(self):
        with pytest.raises(StandardErrors) as caught:
            rule((60, 0), (100, 100))
        found = [(one.code, one.path) for one in caught.value.exceptions]
        assert found == [("standard.knots", "knots"), ("standard.knots-percent", "knots")]

    @pytest.mark.parametrize("operators", [("≥",), ("text",), ("",), (">=", "?")], ids=str)
    def test_operators(self, operators):
        with pytest.raises(StandardError) as caught:
            rule((0, 0), operators=operators)
        assert (caught.value.code, caught.value.value) == ("standard.choice", f"'{operators[-1]}'")
        assert "between" in caught.value.explain("en")

    def test_operators_twice(self):
        assert code(rule, (0, 0), operators=(">=", ">=")) == "standard.operators"

    @pytest.mark.parametrize(
        ("printed", "meant"),
        [
            ("≥", ">="),
            ("≤", "<="),
            ("＞", ">"),
            ("＜", "<"),
            ("＝", "="),
            ("==", "="),
            ("=>", ">="),
            ("?", ""),
        ],
    )
    def test_operators_as_forms_print_them(self, printed, meant):
        with pytest.raises(StandardError) as caught:
            rule((0, 0), operators=(printed,))
        assert caught.value.hint == meant

    def test_all_operators_that_are_none(self):
        with pytest.raises(StandardErrors) as caught:
            rule((0, 0), operators=("≥", "≤", "≤"))
        found = [(one.code, one.text) for one in caught.value.exceptions]
        assert found == [("standard.choice", "≤"), ("standard.choice", "≥"), ("standard.operators", "test")]

    @pytest.mark.parametrize(
        "deductions", [[(1, -1)], [(1, 1), (1, 2)], [(2, 1), (1, 2)], [(1,)], [(1, 2, 3)]], ids=str
    )
    def test_deductions(self, deductions):
        assert code(rule, (0, 0), deductions=deductions) == "standard.deductions"

    @pytest.mark.parametrize(
        ("steps", "wanted"),
        [
            ((0, 0, "floor"), "standard.steps"),
            ((0, -1, "floor"), "standard.steps"),
            ((0, 1, "round"), "standard.steps"),
            ((0, 1, 2), "standard.steps"),
            ((0, 1), "standard.type"),
            ((0, 1, 2, "floor"), "standard.type"),
        ],
    )
    def test_steps(self, steps, wanted):
        assert code(rule, (0, 0), steps=steps) == wanted

    @pytest.mark.parametrize(
        ("measure", "unit"),
        [("actual", ""), ("actual", "蛋蛋"), ("completion", "%"), ("met", "人"), ("deviation", "蛋蛋")],
    )
    def test_unit(self, measure, unit):
        assert code(rule, (0, 0), measure=measure, unit=unit) == "standard.unit"

    @pytest.mark.parametrize("measure", ["", "Actual", None, 1])
    def test_measure(self, measure):
        with pytest.raises(StandardError) as caught:
            rule((0, 0), measure=measure)
        assert caught.value.code == "standard.choice"
        assert "completion" in caught.value.explain()

    @pytest.mark.parametrize("names", [[""], ["a", " "], ["“”"]], ids=str)
    def test_indicators(self, names):
        assert code(rule, (0, 0), indicators=names) == "standard.empty"

    def test_name(self):
        assert code(Rule, "", (), [(0, 0)], CLAUSE) == "standard.empty"

    @pytest.mark.parametrize(
        "fields", [{"steps": (0.5, 1, "floor")}, {"deductions": [(0.5, 1)]}], ids=["steps", "deductions"]
    )
    def test_no_float(self, fields):
        with pytest.raises(TypeError):
            rule((0, 0), **fields)
        with pytest.raises(TypeError):
            rule((0.5, 0))

    def test_all_that_is_wrong(self):
        with pytest.raises(StandardErrors) as caught:
            Rule("a", ["?"], [], CLAUSE, unit="%", steps=(0, 0, ""), deductions=[(0, -1)], indicators=[""])
        assert [one.path for one in caught.value.exceptions] == [
            *("operators", "indicators", "knots", "deductions", "steps", "unit")
        ]
