"""The execution alert: which figures count, and what is said where one is missing."""

from datetime import date
from decimal import Decimal

import attrs
import pytest

from govperf.errors import DataError
from govperf.model import Budget, Undefined
from govperf.monitoring import Light, execution_alert, expected_year_end, monitoring_rules
from govperf.monitoring.projections import grows, shown
from govperf.units import Quantity, Unit

HONEST = attrs.evolve(monitoring_rules(), no_execution=None)


def codes(made):
    return [note.code for note in made.notes]


class TestFigures:
    def test_progress_of_the_month_goes_first(self):
        budget = Budget(2023, adjusted="100万元", executed="99万元", progress={6: "40万元", 7: "45万元"})
        made = execution_alert(budget, month=7)
        assert (str(made.rate), made.notes) == ("45.00%", ())

    def test_progress_of_the_month_that_ends_on_a_day(self):
        budget = Budget(2023, adjusted="100万元", executed="99万元", progress={7: "45万元"})
        made = execution_alert(budget, on=date(2023, 7, 31))
        assert made.rate.exact * 100 == 45
        assert made.ratio.exact == made.rate.exact * 365 / 212

    @pytest.mark.parametrize(
        ("said", "until"),
        [({"month": 8}, "2023-08"), ({"on": date(2023, 7, 30)}, "2023-07-30")],
        ids=["another month", "within a month"],
    )
    def test_what_was_spent_counts_else_and_is_noted(self, said, until):
        budget = Budget(2023, adjusted="100万元", executed="50万元", progress={7: "45万元"})
        made = execution_alert(budget, **said)
        assert made.rate.exact * 100 == 50
        assert codes(made) == ["note.progress-missing"]
        assert until in made.explain("en")
        assert until in made.explain("zh")

    def test_original_budget_until_there_is_an_adjusted_one(self):
        made = execution_alert(Budget(2023, original="100万元", executed="45万元"), month=7)
        assert (made.light, codes(made)) == (Light.YELLOW, ["note.original-budget"])

    def test_adjusted_budget_goes_first(self):
        budget = Budget(2023, original="50万元", adjusted="100万元", executed="45万元")
        made = execution_alert(budget, month=7)
        assert (str(made.rate), made.notes) == ("45.00%", ())

    def test_units_of_their_own(self):
        one = execution_alert(Budget(2023, adjusted="100万元", executed="450000元"), month=7)
        other = execution_alert(Budget(2023, adjusted="100万元", executed="45万元"), month=7)
        assert (one.light, one.ratio) == (other.light, other.ratio)

    def test_of_another_year(self):
        with pytest.raises(DataError):
            execution_alert(Budget(2023), on=date(2022, 7, 31))

    @pytest.mark.parametrize("budget", [None, "100万元"], ids=repr)
    def test_no_budget_at_all(self, budget):
        with pytest.raises(TypeError):
            execution_alert(budget, month=7)


class TestWithoutARate:
    @pytest.mark.parametrize(
        ("budget", "code"),
        [
            (Budget(2023), "undefined.figure-missing"),
            (Budget(2023, executed="1元"), "undefined.figure-missing"),
            (Budget(2023, adjusted="1元"), "undefined.figure-missing"),
            (Budget(2023, adjusted="0元", executed="1元"), "undefined.figure-zero"),
            (Budget(2023, adjusted="-1元", executed="1元"), "undefined.figure-negative"),
        ],
        ids=["empty", "no budget", "nothing spent", "zero", "negative"],
    )
    def test_red_with_the_reason(self, budget, code):
        made = execution_alert(budget, month=7)
        assert made.light is Light.RED
        assert made.rate.code == made.ratio.code == code
        assert made.ratio.explain("zh") in made.explain("zh")
        assert "红灯" in made.explain("zh")

    def test_no_light_if_the_rules_say_so(self):
        made = execution_alert(Budget(2023, adjusted="0元", executed="1元"), month=7, rules=HONEST)
        assert made.light == made.ratio
        assert made.explain("en").startswith("budget execution: no light, the figure for the adjusted budget")

    def test_what_was_spent_is_projected_all_the_same(self):
        made = execution_alert(Budget(2023, adjusted="0元", executed="1元"), month=6)
        assert made.expected == Quantity(2, "元")
        assert made.explain("en").endswith("2元 by the end of the year, a projection")
        assert made.explain("zh").endswith("；按此进度推算全年2元")

    def test_nothing_to_project(self):
        made = execution_alert(Budget(2023, adjusted="1元"), month=6)
        assert made.expected == made.rate
        assert "projection" not in made.explain("en")


class TestProjection:
    def test_at_the_end_of_the_year_a_fact(self):
        assert expected_year_end(Quantity("45.67", "万元"), month=12) == Quantity("45.67", "万元")

    def test_by_days(self):
        assert expected_year_end(Quantity(212, "次"), on=date(2023, 7, 31)) == Quantity(365, "次")

    def test_rounded_once(self):
        made = expected_year_end(Quantity(1, "元"), month=7)
        assert made.magnitude == Decimal("1.714285714285714285714285714285714")

    @pytest.mark.parametrize("amount", ["49份", 49, None], ids=repr)
    def test_of_a_quantity(self, amount):
        with pytest.raises(TypeError):
            expected_year_end(amount, month=7)

    def test_too_large(self):
        made = expected_year_end(Quantity("9" * 34, "元"), month=1)
        assert isinstance(made, Undefined)
        assert made.code == "undefined.projection-size"

    @pytest.mark.parametrize(
        ("amount", "text"),
        [("12.5", "12.5元"), ("1234.565", "1,234.57元"), ("3.00", "3.00元"), ("1.5000", "1.5000元")],
    )
    def test_shown(self, amount, text):
        assert shown(Quantity(amount, "元")) == text

    def test_as_large_as_an_amount_can_be(self):
        assert shown(Quantity("9" * 34, "元")).replace(",", "") == "9" * 34 + "元"

    @pytest.mark.parametrize("unit", ["", "份", "万人次", "万元", "公里", "亩", "吨", "立方米", "千瓦时"])
    def test_amounts_grow(self, unit):
        assert grows(Unit.of(unit))
        assert grows(Unit.of(unit), fewer=True)

    @pytest.mark.parametrize("unit", ["天", "小时", "个月"])
    def test_times_grow_unless_they_are_limits(self, unit):
        assert grows(Unit.of(unit))
        assert not grows(Unit.of(unit), fewer=True)

    @pytest.mark.parametrize("unit", ["%", "元/人", "个百分点", "℃"])
    def test_levels_do_not(self, unit):
        assert not grows(Unit.of(unit))
