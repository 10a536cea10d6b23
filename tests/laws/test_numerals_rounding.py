"""Laws of rounding: against exact fractions, in any decimal context, in one step."""

from decimal import Context, Decimal, Inexact, localcontext
from fractions import Fraction
from math import floor

from hypothesis import given
from hypothesis import strategies as st

from govperf.numerals import round_half_even, round_half_up

DECIMALS = st.builds(
    lambda sign, digits, power: Decimal((sign, tuple(map(int, digits)), power)),
    st.integers(0, 1),
    st.text("0123456789", min_size=1, max_size=40),
    st.integers(-50, 10),
)
HALVES = st.builds(
    lambda n, places: Decimal(2 * n + 1).scaleb(-places) / 2, st.integers(-999, 999), st.integers(0, 8)
)
FRACTIONS = st.fractions(max_denominator=10**6)
VALUES = st.one_of(DECIMALS, HALVES, FRACTIONS, st.integers(-(10**30), 10**30))
DIGITS = st.integers(0, 10)
BOTH = st.sampled_from([round_half_up, round_half_even])


def half_up(value, digits):
    """Half away from zero, by the definition: the floor of the absolute value plus a half."""
    shifted = abs(Fraction(value)) * 10**digits
    whole = floor(shifted + Fraction(1, 2))
    return Fraction(whole if value >= 0 else -whole, 10**digits)


@given(VALUES, DIGITS)
def test_half_up_is_the_definition(value, digits):
    assert Fraction(round_half_up(value, digits)) == half_up(value, digits)


@given(VALUES, DIGITS)
def test_half_even_is_the_rounding_of_fractions(value, digits):
    assert Fraction(round_half_even(value, digits)) == round(Fraction(value), digits)


@given(VALUES, DIGITS, BOTH)
def test_exactly_so_many_decimals_and_no_negative_zero(value, digits, rounding):
    rounded = rounding(value, digits)
    assert rounded.as_tuple().exponent == -digits
    assert rounded or not rounded.is_signed()


@given(VALUES, DIGITS, BOTH)
def test_at_most_half_a_unit_away(value, digits, rounding):
    assert abs(Fraction(rounding(value, digits)) - Fraction(value)) * 2 <= Fraction(1, 10**digits)


@given(VALUES, DIGITS, BOTH)
def test_rounded_stays(value, digits, rounding):
    once = rounding(value, digits)
    assert str(rounding(once, digits)) == str(once)


@given(VALUES, DIGITS, BOTH)
def test_sign_is_handled_on_the_absolute_value(value, digits, rounding):
    mirrored = -Fraction(value) if isinstance(value, Fraction) else Decimal(value).copy_negate()
    assert rounding(mirrored, digits) == rounding(value, digits).copy_negate()


@given(st.lists(DECIMALS, min_size=2, max_size=2), DIGITS, BOTH)
def test_order_is_kept(values, digits, rounding):
    low, high = sorted(values)
    assert rounding(low, digits) <= rounding(high, digits)


@given(DECIMALS, DIGITS, BOTH)
def test_a_decimal_rounds_as_its_fraction(value, digits, rounding):
    assert rounding(value, digits) == rounding(Fraction(value), digits)


@given(VALUES, DIGITS, BOTH)
def test_the_context_of_the_caller_changes_nothing(value, digits, rounding):
    rounded = rounding(value, digits)
    with localcontext(Context(prec=1, Emin=-1, Emax=1, traps=[Inexact])):
        assert str(rounding(value, digits)) == str(rounded)
