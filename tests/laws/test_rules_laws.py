"""Laws of rules: the table of integers is the rule in fractions, and what lies between figures is known."""

from fractions import Fraction

from any_book import EVERY, OURS, carried, fractions, rules
from hypothesis import given
from hypothesis import strategies as st

from govperf.model import Operator
from govperf.numerals import round_half_up
from govperf.standards import Rule, standard

SMALL = Fraction(1, 10**9)
STEEP = 10**4
"""No line of these rules is steeper."""

weights = st.integers(0, 10_000)


def stepped(rule, figure):
    """The figure at the end of the steps that count."""
    if rule.steps is None:
        return figure
    start, size, rounds = rule.steps
    away = abs(figure - start)
    whole = away // size if rounds == "floor" else -(-away // size)
    return start + whole * size if figure > start else start - whole * size


def naive_share(rule, figure):
    """The share in fractions: on a knot, beyond the last one, or on the line between two."""
    figure = stepped(rule, figure)
    before, after = None, None
    for knot in rule.knots:
        if knot.figure == figure:
            return knot.on
        if knot.figure < figure:
            before = knot
        elif after is None:
            after = knot
    if before is None:
        return after.below
    if after is None:
        return before.above
    part = (figure - before.figure) / (after.figure - before.figure)
    return before.above + part * (after.below - before.above)


def naive_off(rule, figure):
    return next((points for start, points in reversed(rule.deductions) if start <= figure), Fraction(0))


def turning(rule):
    """Figures at which something may turn, and just beside them."""
    places = [knot.figure for knot in rule.knots] + [start for start, _ in rule.deductions]
    if rule.steps is not None:
        places += [rule.steps.start + k * rule.steps.size for k in range(-4, 5)]
    return [place + side * SMALL for place in places for side in (-1, 0, 1)]


@given(rules(), fractions, st.integers(1, 50))
def test_the_table_is_the_rule_in_fractions(rule, figure, times):
    for x in (figure, *turning(rule)):
        share = rule.share(x)
        assert share == naive_share(rule, x)
        assert 0 <= share <= 1
        assert rule.taken_off(x) == naive_off(rule, x)
        assert Fraction(*rule.table.share(x.numerator * times, x.denominator * times)) == share


@given(rules(), fractions, weights, st.integers(1, 50))
def test_hundredths_are_the_points_rounded_once(rule, figure, weight, times):
    for x in (figure, *turning(rule)):
        exact = max(Fraction(weight, 100) * naive_share(rule, x) - naive_off(rule, x), Fraction(0))
        found = rule.table.hundredths(weight, x.numerator * times, x.denominator * times)
        assert found == round_half_up(exact, 2) * 100
        assert 0 <= found <= weight


@given(st.integers(1, 10_000), st.integers(0, 10_000), st.integers(1, 1000))
def test_ties_go_up(weight, hundredth, times):
    """Points in the middle between two hundredths."""
    hundredth %= weight
    table = standard().rule("proportional").table
    above, below = (2 * hundredth + 1) * times, 2 * weight * times
    assert table.hundredths(weight, above, below) == hundredth + 1
    assert table.hundredths(weight, above * 10**9 - 1, below * 10**9) == hundredth


def points(pair, weight):
    return max(weight * pair[0] - pair[1], Fraction(0))


def sampled(rule, low, high):
    """Figures from low to high: many, and all about which something turns."""
    places = [low + (high - low) * Fraction(k, 40) for k in range(41)]
    return [x for x in (*places, *turning(rule)) if low <= x <= high]


@given(rules(), st.tuples(fractions, fractions).map(sorted), st.integers(0, 100))
def test_between_holds_all_points_on_the_way(rule, ends, weight):
    low, high = ends
    found = [points(pair, weight) for pair in rule.between(low, high)]
    there = [points((rule.share(x), rule.taken_off(x)), weight) for x in sampled(rule, low, high)]
    assert min(found) <= min(there)
    assert max(there) <= max(found)


@given(rules(steps=st.none()), st.tuples(fractions, fractions).map(sorted), st.integers(0, 100))
def test_between_holds_no_more_than_is_there(rule, ends, weight):
    low, high = ends
    found = [points(pair, weight) for pair in rule.between(low, high)]
    there = [points((rule.share(x), rule.taken_off(x)), weight) for x in sampled(rule, low, high)]
    room = weight * STEEP * SMALL
    assert min(there) - room <= min(found)
    assert max(found) <= max(there) + room


@given(rules(), fractions)
def test_between_a_figure_and_itself_is_what_it_earns(rule, figure):
    assert rule.between(figure, figure) == {(rule.share(figure), rule.taken_off(figure))}


@given(rules(), rules())
def test_equal_tables_have_one_hash(one, other):
    assert (one.table.hash == other.table.hash) == (one.table == other.table)
    again = Rule("again", (">=",), one.knots, OURS, steps=one.steps, deductions=one.deductions)
    assert again.table.hash == one.table.hash


SIGNS = [sign for sign in Operator if sign is not Operator.TEXT]
CATEGORIES = [(), ("产出", "数量指标"), ("效益", "社会效益"), ("满意度", "服务对象满意度"), ("别的",)]


def ruled(book, category):
    """The name and table of the rule for each target."""
    found = {sign: book.rule_for(sign, category=category) for sign in SIGNS}
    found["0"] = book.rule_for(Operator.EQUAL, zero=True, category=category)
    found["date"] = book.rule_for(Operator.AT_LEAST, dated=True, category=category)
    return {sign: (rule.name, rule.table) for sign, rule in found.items()}


@given(carried, st.sets(st.sampled_from(EVERY), min_size=1), st.sampled_from(CATEGORIES), st.data())
def test_rules_of_ones_own_change_no_other_target(book, operators, category, data):
    own = data.draw(rules(operators=tuple(sorted(operators))))
    ours = book.with_rules(own)
    before, after = ruled(book, category), ruled(ours, category)
    for sign, rule in before.items():
        key = sign.value if isinstance(sign, Operator) else sign
        general = rule == ruled(book, ())[sign]
        assert after[sign] == ((own.name, own.table) if key in operators and general else rule)
    assert ours.rule(book.execution_rule).table == book.rule(book.execution_rule).table
    assert (ours.grades, ours.rounding, ours.levels) == (book.grades, book.rounding, book.levels)
