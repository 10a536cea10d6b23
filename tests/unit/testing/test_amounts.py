"""Strategies of amounts: within their bounds, able to reach them, and refused where nothing is between."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govperf.errors import UnitError
from govperf.limits import LIMITS
from govperf.testing import money, numbers, percentages, quantities, units
from govperf.units import Quantity, Unit

MOST = 10**LIMITS.digits - 1


def decimals(number):
    return -number.as_tuple().exponent


@given(numbers())
def test_a_number_is_one_that_a_quantity_holds(number):
    assert Quantity(number).magnitude == number


@pytest.mark.parametrize(
    "sought",
    [
        pytest.param(lambda number: abs(number) >= MOST // 10, id="as many digits as there may be"),
        pytest.param(lambda number: decimals(number) == LIMITS.exponent, id="as many decimals"),
        pytest.param(lambda number: number < -1, id="below zero"),
        pytest.param(lambda number: number == 0 and decimals(number), id="zero with decimals"),
    ],
)
def test_what_is_rare_is_reached(reach, sought):
    assert sought(reach(numbers(), sought))


@given(st.data(), st.decimals(-1000, 1000, places=3), st.decimals(0, 1000, places=3), st.integers(3, 8))
def test_a_number_is_within_its_bounds(data, low, more, places):
    number = data.draw(numbers(at_least=low, at_most=low + more, places=places))
    assert low <= number <= low + more
    assert 0 <= decimals(number) <= places


@pytest.mark.parametrize("bound", [Decimal("-0.75"), 0, 7, "3,678.76", MOST, -MOST])
def test_a_bound_belongs_to_it(reach, bound):
    assert reach(numbers(at_least=bound, at_most=bound), lambda _: True) == Quantity(bound).magnitude


@given(numbers(at_least="0.3", at_most="0.5", places=1))
def test_only_decimals_that_are_within_are_shown(number):
    assert str(number) in ("0.3", "0.4", "0.5")


@pytest.mark.parametrize(
    "bounds",
    [
        {"at_least": 1, "at_most": 0},
        {"at_least": "0.25", "at_most": "0.75", "places": 0},
        {"places": -1},
        {"places": LIMITS.exponent + 1},
    ],
)
def test_where_there_is_no_number_there_is_no_strategy(bounds):
    with pytest.raises(ValueError, match=r"there is no number|places are from 0 to 60"):
        numbers(**bounds)


def test_a_bound_is_exact():
    with pytest.raises(TypeError, match="float"):
        numbers(at_least=0.5)


@given(units())
def test_a_unit_is_what_its_label_says(unit):
    assert Unit.of(unit.label) is unit
    assert not unit.is_own


KINDS = ("count", "money", "measure", "ratio")


@pytest.mark.parametrize("kind", KINDS)
def test_a_unit_is_of_the_kind_that_is_asked_for(kind):
    @given(units(kind))
    def holds(unit):
        assert unit.kind == kind

    holds()


@given(units("rate"))
def test_a_rate_is_so_much_for_each(unit):
    assert [atom.exponent > 0 for atom in unit.atoms] == [True] + [False] * (len(unit.atoms) - 1)
    assert len(unit.atoms) > 1


@given(units("bare"))
def test_a_bare_number_has_no_unit(unit):
    assert unit.label == ""


@given(units("ratio", "bare"))
def test_several_kinds_may_be_asked_for(unit):
    assert unit.is_ratio or not unit.atoms


@pytest.mark.parametrize("kind", [*KINDS, "rate", "bare"])
def test_any_unit_may_be_of_any_kind(reach, kind):
    wanted = {"rate": lambda unit: len(unit.atoms) > 1, "bare": lambda unit: not unit.atoms}
    assert reach(units(), wanted.get(kind, lambda unit: unit.kind == kind))


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match=r"a kind is one of count, .*, not 'length'"):
        units("money", "length")


@pytest.mark.parametrize(
    ("given_units", "labels"),
    [
        ("万元", {"万元"}),
        (Unit.of("条"), {"条"}),
        (["亩", Unit.of("公顷")], {"亩", "公顷"}),
        (iter(["亩", "公顷"]), {"亩", "公顷"}),
        (st.just(Unit.of("%")), {"%"}),
    ],
)
def test_quantities_have_the_units_that_are_asked_for(reach, given_units, labels):
    strategy = quantities(given_units)
    for label in labels:
        assert reach(strategy, lambda amount, label=label: amount.unit.label == label).unit is Unit.of(label)

    @given(strategy)
    def holds(amount):
        assert amount.unit.label in labels

    holds()


@given(quantities(numbers=st.just(Decimal("1.50"))))
def test_quantities_have_the_numbers_that_are_asked_for(amount):
    assert str(amount.magnitude) == "1.50"


def test_an_unknown_unit_is_refused():
    with pytest.raises(UnitError):
        quantities("张张")


@given(money())
def test_money_adds_up(amount):
    assert amount.unit.adds_to(Unit.of("元"))


@given(money("日元", numbers=numbers(at_least=0)))
def test_money_of_another_currency_adds_up_too(amount):
    assert amount.unit.adds_to(Unit.of("日元"))
    assert amount.magnitude >= 0


@pytest.mark.parametrize("unit", ["元", "万元", "亿元", "角", "分钱"])
def test_money_comes_in_its_units(reach, unit):
    assert reach(money(), lambda amount: amount.unit.label == unit).unit is Unit.of(unit)


@pytest.mark.parametrize("currency", ["条", "万元", "人民币", ""])
def test_what_is_no_currency_is_refused(currency):
    with pytest.raises(ValueError, match="is no currency"):
        money(currency)


@given(percentages())
def test_a_percentage_is_a_ratio_from_zero_up(rate):
    assert rate.unit.is_ratio
    assert rate.magnitude >= 0


@given(percentages(numbers=numbers(at_least=-5, at_most=-1)))
def test_a_percentage_may_be_asked_for_below_zero(rate):
    assert -5 <= rate.magnitude <= -1
