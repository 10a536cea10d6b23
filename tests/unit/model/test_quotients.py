"""Whole-number arithmetic on fractions (商): the same as that of `Fraction`, and faster."""

from decimal import Decimal
from fractions import Fraction
from operator import ge, truediv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govperf.model.quotients import divided, reaches, summed

fractions = st.fractions()
numbers = st.one_of(fractions, st.decimals(allow_nan=False, allow_infinity=False))


@pytest.mark.parametrize(
    ("value", "least", "found"),
    [
        (Fraction(3, 10), Decimal("0.3"), True),
        (Fraction(3, 10), Decimal("0.30000000000000000000000000000000000001"), False),
        (Fraction(1, 3), Fraction(1, 3), True),
        (Fraction(-1, 2), Fraction(-1, 3), False),
        (Fraction(-1, 3), Fraction(-1, 2), True),
        (Fraction(0), Decimal("-0.0"), True),
    ],
)
def test_a_number_reaches_itself_and_what_is_less(value, least, found):
    assert reaches(value, least) is found


@given(fractions, numbers)
def test_reaching_is_as_fractions_have_it(value, least):
    assert reaches(value, least) == ge(value, Fraction(least))


@given(fractions, fractions.filter(bool))
def test_dividing_is_as_fractions_have_it(above, below):
    assert divided(above, below) == truediv(above, below)


def test_nothing_is_divided_by_zero():
    with pytest.raises(ZeroDivisionError):
        divided(Fraction(1), Fraction(0))


@given(st.lists(fractions))
def test_a_sum_is_as_fractions_have_it(values):
    assert summed(values) == sum(values, Fraction(0))


def test_the_sum_of_nothing_is_zero():
    assert summed([]) == 0
