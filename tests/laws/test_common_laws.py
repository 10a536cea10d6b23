"""Laws of the common indicators: a rate does not know its unit, and says what its formula says."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govperf.errors import UnitError
from govperf.model import Undefined
from govperf.standards.common import COMMON, Shape, common_indicators
from govperf.units import Quantity

WITH = [one for name in COMMON for one in common_indicators(name) if one.formula]
indicators = st.sampled_from(WITH)
FEN = {"元": 2, "万元": 6, "亿元": 10}
amounts = st.integers(-(10**9), 10**12)
bases = st.integers(1, 10**12)
units = st.sampled_from(sorted(FEN))
OTHERS = ["人", "人次", "天", "平方米", "%", ""]


def money(amount, unit):
    return Quantity(Decimal(amount).scaleb(-FEN[unit]), unit)


@given(indicators, amounts, bases)
def test_the_rate_is_its_formula(one, figure, base):
    numerator = {
        Shape.RATIO: figure,
        Shape.CHANGE: figure - base,
        Shape.SAVING: base - figure,
    }[one.formula.shape]
    assert one.rate(figure, base).exact == Fraction(numerator, base)


@given(indicators, amounts, bases, units, units)
def test_the_unit_changes_no_rate(one, figure, base, unit, other):
    assert one.rate(money(figure, unit), money(base, other)) == one.rate(figure, base)


@given(indicators, bases, units, units)
def test_a_figure_against_itself(one, amount, unit, other):
    ratio = one.formula.shape is Shape.RATIO
    assert one.rate(money(amount, unit), money(amount, other)).exact == (1 if ratio else 0)


@given(indicators, amounts, bases)
def test_the_sign_says_which_is_more(one, figure, base):
    """More than the base is above 100 %, a rise, or no saving."""
    rate = one.rate(figure, base).exact
    level = 1 if one.formula.shape is Shape.RATIO else 0
    way = -1 if one.formula.shape is Shape.SAVING else 1
    assert (way * (rate - level) > 0, rate == level) == (figure > base, figure == base)


@given(indicators, amounts, st.integers(-(10**12), 0))
def test_no_base_no_rate(one, figure, base):
    found = one.rate(figure, base)
    assert isinstance(found, Undefined)
    assert one.formula.base.zh in found.explain("zh")
    assert one.formula.base.en in found.explain("en")


@given(indicators, amounts, amounts, st.permutations(OTHERS))
def test_two_kinds_are_refused_whatever_the_figures(one, figure, base, kinds):
    first, second, *_ = kinds
    with pytest.raises(UnitError):
        one.rate(Quantity(figure, first), Quantity(base, second))


@given(indicators, amounts, bases)
def test_the_cell_is_the_rate(one, figure, base):
    """Exactly where it ends; else off by less than half of its 34th digit, and on the same side of 100 %."""
    rate = one.rate(figure, base)
    actual = one.indicator(actual=rate).actual
    held = Fraction(actual.quantity.magnitude) / 100
    if rate.exact.denominator == 1:
        assert held == rate.exact
    assert abs(held - rate.exact) * 2 * 10**33 <= abs(rate.exact)
    for level in (0, 1):
        assert (held > level, held == level) == (rate.exact > level, rate.exact == level)


@given(indicators, amounts, bases)
def test_the_row_keeps_what_the_framework_says(one, figure, base):
    row = one.indicator(actual=one.rate(figure, base))
    assert (row.name, row.category, row.explanation) == (one.name, one.category, one.formula.explain())
