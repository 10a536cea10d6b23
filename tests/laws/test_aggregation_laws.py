"""Laws of several units as one: blind to order and units, between least and most, exact, never invented."""

from decimal import Decimal, localcontext
from fractions import Fraction

from hypothesis import assume, example, given
from hypothesis import strategies as st

from govperf.errors import GovperfError, UnitError
from govperf.model import Actual, Approximation, Undefined
from govperf.scoring.aggregating import aggregate
from govperf.testing import actual_cells, actuals, quantities
from govperf.units import Quantity

WORDS = ["", "约", "至少", "超过", "至多", "不足"]
EXACT, ABOUT, AT_LEAST, AT_MOST = Approximation

figures = st.decimals(-(10**6), 10**6, places=2)
shares = st.decimals(0, 100, places=2)
words = st.sampled_from(WORDS)
parts = st.lists(st.tuples(words, figures), min_size=1, max_size=5)
rates = st.lists(st.tuples(words, shares, st.integers(0, 10**4)), min_size=1, max_size=5)
plain_rates = st.lists(st.tuples(st.just(""), shares, st.integers(1, 10**4)), min_size=1, max_size=5)


def amounts(rows, unit="条"):
    return aggregate([f"{word}{number}{unit}" for word, number in rows])


def mean(rows, **fields):
    return aggregate(
        [f"{word}{rate}%" for word, rate, _ in rows], weights=[funds for *_, funds in rows], **fields
    )


def value(made):
    """The figure, or the share that funds are of funds, exactly."""
    if made.whole is not None:
        return made.quantity.exact_ratio(made.whole)
    return Fraction(made.quantity.magnitude) * made.quantity.unit.factor


def told(made):
    """All that a reader learns, in whatever unit it is said."""
    return value(made), made.approximation, made.strict


@given(parts)
def test_a_sum_is_exact(rows):
    made = amounts(rows)
    assert made.quantity.magnitude == sum(Fraction(number) for _, number in rows)
    assert made.quantity.magnitude.as_tuple().exponent == -2


@given(rates)
def test_a_mean_is_exact_unless_it_is_only_a_bound(rows):
    funds = sum(weight for *_, weight in rows)
    assume(funds)
    exact = sum(Fraction(rate) * weight for _, rate, weight in rows) / funds / 100
    made = mean(rows)
    off = value(made) - exact
    match made.approximation:
        case Approximation.EXACT:
            assert off == 0
        case Approximation.AT_LEAST:
            assert -Fraction(1, 10**30) < off <= 0
        case Approximation.AT_MOST:
            assert 0 <= off < Fraction(1, 10**30)
        case Approximation.ABOUT:
            assert abs(off) < Fraction(1, 10**30)


@given(st.permutations(range(5)), st.lists(st.tuples(words, figures), min_size=5, max_size=5))
def test_order_is_no_matter_to_a_sum(order, rows):
    assert told(amounts([rows[i] for i in order])) == told(amounts(rows))


@given(
    st.permutations(range(5)),
    st.lists(st.tuples(words, shares, st.integers(1, 10**4)), min_size=5, max_size=5),
)
def test_order_is_no_matter_to_a_mean(order, rows):
    assert told(mean([rows[i] for i in order])) == told(mean(rows))


@given(parts, st.lists(st.booleans(), min_size=5, max_size=5))
def test_units_are_no_matter_to_a_sum(rows, scaled):
    mixed = [
        f"{word}{number.scaleb(-4):f}万条" if large else f"{word}{number}条"
        for (word, number), large in zip(rows, scaled, strict=False)
    ]
    assert told(aggregate(mixed)) == told(amounts(rows))


@given(rates, st.sampled_from(["元", "万元", "亿元"]))
def test_units_are_no_matter_to_weights(rows, unit):
    assume(any(funds for *_, funds in rows))
    cells = [f"{word}{rate}%" for word, rate, _ in rows]
    assert told(aggregate(cells, weights=[f"{funds}{unit}" for *_, funds in rows])) == told(mean(rows))


@given(rates, st.integers(1, 1000))
def test_only_the_proportion_of_the_weights_counts(rows, times):
    assume(any(funds for *_, funds in rows))
    assert told(mean([(word, rate, funds * times) for word, rate, funds in rows])) == told(mean(rows))


@given(plain_rates)
def test_a_mean_lies_between_the_least_and_the_most(rows):
    found = [Fraction(rate) / 100 for _, rate, _ in rows]
    assert min(found) <= value(mean(rows)) <= max(found)


@given(shares, st.lists(st.integers(1, 10**4), min_size=1, max_size=5))
def test_the_mean_of_one_rate_is_that_rate(rate, weights):
    assert mean([("", rate, weight) for weight in weights]).quantity == Quantity(rate, "%")


@given(plain_rates, st.integers(0, 6))
def test_a_rounded_mean_is_off_by_half_a_digit_at_most(rows, digits):
    off = value(mean(rows, digits=digits)) - value(mean(rows))
    assert abs(off) * 100 <= Fraction(1, 2) / 10**digits


@given(st.lists(st.tuples(words, shares, st.integers(1, 99)), min_size=1, max_size=5), st.integers(0, 6))
def test_a_rounded_bound_stays_true(rows, digits):
    made, rounded = mean(rows), mean(rows, digits=digits)
    assert rounded.approximation is made.approximation
    if made.approximation is AT_LEAST:
        assert value(rounded) <= value(made)
    elif made.approximation is AT_MOST:
        assert value(rounded) >= value(made)


@given(parts, parts)
def test_units_may_be_put_together_in_two_steps(some, others):
    """Units of a bureau first, then bureaus; only a bound on a negative figure is lost on the way."""
    assume(all(number >= 0 for _, number in (*some, *others)))
    assert told(aggregate([amounts(some), amounts(others)])) == told(amounts([*some, *others]))


@given(st.lists(st.tuples(st.integers(1, 10**6), st.integers(0, 10**6)), min_size=1, max_size=5))
def test_cases_stay_cases(pairs):
    rows = [(whole, min(part, whole)) for whole, part in pairs]
    made = aggregate([f"{whole}次中{part}次" for whole, part in rows])
    assert made.whole == Quantity(sum(whole for whole, _ in rows), "次")
    assert made.quantity == Quantity(sum(part for _, part in rows), "次")


@given(st.lists(quantities(), min_size=1, max_size=3), st.none() | st.integers(0, 4))
@example([Quantity(1, "季度")], None)
@example([Quantity(2023, "年")], None)
def test_what_is_made_is_read_again(given_parts, digits):
    """Whatever the unit: the text of the whole says the figure that was computed."""
    try:
        made = aggregate(given_parts, weights=[1] * len(given_parts), digits=digits)
    except UnitError:
        return
    if isinstance(made, Undefined):
        assert made.code.startswith("undefined.aggregate-")
    else:
        assert made.quantity is not None
        assert (made.approximation, made.strict) == (EXACT, False)
        if made.whole is None and digits is None and not made.quantity.unit.is_ratio:
            unit = Quantity(1, made.quantity.unit)
            assert made.quantity.magnitude == sum(part.exact_ratio(unit) for part in given_parts)


@given(st.lists(st.none() | actual_cells() | actuals(), max_size=4))
def test_it_is_an_actual_or_undefined_or_an_error_of_govperf(cells):
    try:
        made = aggregate(cells, weights=[1] * len(cells))
    except GovperfError:
        return
    if isinstance(made, Undefined):
        assert made.explain("zh") != made.explain("en")
    else:
        assert made.quantity is not None
        kept = [item for cell in cells if isinstance(cell, Actual) for item in cell.evidence]
        assert list(made.evidence) == kept


@given(plain_rates, parts)
def test_the_context_of_the_caller_is_no_matter(rows, figures_of_units):
    made = mean(rows), amounts(figures_of_units)
    with localcontext(prec=1, Emax=2, Emin=-2):
        assert (mean(rows), amounts(figures_of_units)) == made


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), st.data())
def test_no_side_is_closed_that_a_part_leaves_open(used, data):
    """Figures that the words of the parts allow add up to one that the words of the sum allow."""
    inside = {
        "": [0], "约": [-1, 0, 1], "至少": [0, 1], "超过": [1], "至多": [-1, 0], "不足": [-1]
    }  # fmt: skip
    true = sum(100 + data.draw(st.sampled_from(inside[word])) for word in used)
    made = amounts([(word, Decimal(100)) for word in used])
    off = true - made.quantity.magnitude
    allowed = {EXACT: off == 0, ABOUT: True, AT_LEAST: off >= made.strict, AT_MOST: off <= -made.strict}
    assert allowed[made.approximation]
