"""Laws of weights: sums exact and blind to order and goals; splits without loss; no figure is an error."""

from decimal import Decimal, localcontext
from fractions import Fraction

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from govperf.model import Budget, Evaluation, Goal, Indicator, Subtotal, Undefined
from govperf.model.clause import Clause, Provenance
from govperf.scoring.weighing import equal_weights, weight_checks
from govperf.standards import standard
from govperf.standards.weights import WeightFloor, WeightSet, weight_set_for
from govperf.testing import evaluations

CLAUSE = Clause(Provenance.CHOICE, "a law")
CODES = ["output", "outcome", "satisfaction"]
LEVELS = ["产出", "效益", "满意度"]
BOOK = attrs.evolve(
    standard(),
    weights=[WeightSet("usual", {"output": Decimal(50), "outcome": Decimal(40)}, Decimal(10), CLAUSE)],
    weight_floors=[WeightFloor(("output", "outcome"), Decimal("0.6"), ("departmental", "finance"), CLAUSE)],
)

weights = st.decimals(0, 100, places=2) | st.integers(0, 100).map(Decimal)
rows = st.lists(st.tuples(st.sampled_from(LEVELS), weights), min_size=1, max_size=8)
any_rows = st.lists(st.tuples(st.sampled_from([*LEVELS, "履职效能", ""]), st.none() | weights), max_size=8)
kinds = st.sampled_from(["自评", "部门评价", "财政评价"])
points = st.dictionaries(st.sampled_from(CODES), weights.filter(bool), min_size=1)


def indicators(pairs):
    return [Indicator("指标", category=[level], weight=weight) for level, weight in pairs]


def form(*goals, kind="自评", **fields):
    return Evaluation("某局", 2023, kind=kind, goals=goals, **fields)


def told(table):
    """What all checks but those of single indicators say."""
    found = weight_checks(table, standard=BOOK)
    return [(check.code, check.name, check.expected, check.sum) for check in found if check.code != "single"]


@given(rows, kinds)
def test_sums_are_exact(pairs, kind):
    made = weight_checks(form(Goal("目标", indicators=indicators(pairs)), kind=kind), standard=BOOK)
    assert made[0].sum == sum(Fraction(weight) for _, weight in pairs)
    assert made[0].difference == made[0].sum - made[0].expected
    assert made[0].holds is (made[0].difference == 0)


@given(rows, st.randoms(use_true_random=False))
def test_order_is_no_matter(pairs, random):
    groups = [Subtotal(level, weight=10) for level in LEVELS]
    mixed = random.sample(pairs, len(pairs))
    one, other = (
        form(Goal("目标", indicators=indicators(some)), subtotals=groups) for some in (pairs, mixed)
    )
    found = [told(table) for table in (one, other)]
    if weight_set_for(BOOK.weights, {CODES[LEVELS.index(level)] for level, _ in pairs}):
        assert found[0] == found[1]
    else:  # the reason names the levels in the order of the form
        assert found[0][:-1] == found[1][:-1]


@given(rows, rows, st.booleans())
def test_goals_are_no_matter(some, others, nested):
    """The same indicators below one goal, below two, and below a goal within a goal."""
    together = form(Goal("目标", indicators=indicators([*some, *others])))
    inner = Goal("分目标", indicators=indicators(others))
    first = Goal("目标", indicators=indicators(some), goals=[inner] if nested else [])
    assert told(form(first, *([] if nested else [inner]))) == told(together)


@given(rows)
def test_groups_of_all_first_levels_are_the_whole(pairs):
    groups = [Subtotal(level, weight=1) for level in dict.fromkeys(level for level, _ in pairs)]
    made = weight_checks(form(Goal("目标", indicators=indicators(pairs)), subtotals=groups), standard=BOOK)
    assert sum(Fraction(check.sum) for check in made if check.code == "group") == made[0].sum


@given(any_rows, kinds, st.none() | st.builds(Budget, st.just(2023), weight=st.none() | weights))
def test_undefined_as_long_as_a_weight_is_missing(pairs, kind, budget):
    table = form(Goal("目标", indicators=indicators(pairs)), kind=kind, budget=budget)
    for check in weight_checks(table, standard=BOOK):
        assert isinstance(check.holds, Undefined) == isinstance(check.difference, Undefined)
        assert isinstance(check.holds, bool | Undefined)
    unknown = not pairs or any(weight is None for _, weight in pairs)
    assert isinstance(weight_checks(table, standard=BOOK)[0].sum, Undefined) == unknown


@given(evaluations())
def test_no_form_is_an_error(table):
    for check in weight_checks(table, standard=BOOK):
        assert check.explain("zh") != check.explain("en") or check.code == "single"
        assert check.path.startswith("$")


@given(rows)
def test_the_context_of_the_caller_is_no_matter(pairs):
    table = form(Goal("目标", indicators=indicators(pairs)))
    made = weight_checks(table, standard=BOOK)
    with localcontext(prec=1, Emax=2, Emin=-2):
        assert weight_checks(table, standard=BOOK) == made


@given(st.integers(0, 6), st.integers(1, 10**6), st.integers(1, 200))
def test_equal_weights_lose_nothing(digits, steps, count):
    assume(steps >= count)
    given_points = Decimal(steps).scaleb(-digits)
    made = equal_weights(given_points, count, digits=digits)
    assert len(made) == count
    assert sum(map(Fraction, made)) == Fraction(given_points)
    assert list(made) == sorted(made)
    assert made[-1] - made[0] in (0, Decimal(1).scaleb(-digits))
    assert {share.as_tuple().exponent for share in made} == {-digits}
    assert made[0] > 0


@given(points, weights)
def test_the_full_points_of_a_set(levels, execution):
    made = WeightSet("any", levels, execution, CLAUSE)
    assert made.full == sum(map(Fraction, levels.values())) + Fraction(execution)
    assert made.full == made.indicators + execution
    assert {code: made.of(code) for code in made.codes} == levels


@given(st.lists(points, max_size=4), st.sets(st.sampled_from(CODES)))
def test_the_set_that_fits_has_exactly_the_levels(several, codes):
    sets = [WeightSet(str(place), levels, Decimal(10), CLAUSE) for place, levels in enumerate(several)]
    found = weight_set_for(sets, codes)
    fitting = [one for one in sets if set(one.codes) == codes]
    assert found == (fitting[0] if fitting else None)
