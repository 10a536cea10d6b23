"""Laws of rule books: what is written reads as the same, and no rule earns less than nothing."""

import tomllib
from decimal import Decimal
from fractions import Fraction

import attrs
from hypothesis import given
from hypothesis import strategies as st

from govperf.errors import StandardError
from govperf.model import Grade
from govperf.standards import (
    BUILT_IN,
    Clause,
    Level,
    Levels,
    Measure,
    NotApplicable,
    Parameter,
    Provenance,
    Rounding,
    Rule,
    TotalCap,
    WeightFloor,
    WeightSet,
    loads,
    standard,
    taxonomy,
)
from govperf.standards.faults import below
from govperf.standards.locating import spans
from govperf.standards.rules import plain_name
from govperf.standards.tomling import toml

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
decimals = st.decimals(0, 10**6, allow_nan=False, places=4) | st.integers(0, 10**20).map(Decimal)
fractions = st.fractions() | st.fractions(max_denominator=400) | st.integers(-(10**40), 10**40).map(Fraction)
rates = st.fractions(max_value=20) | st.fractions(-3, 20, max_denominator=400)
shares = st.fractions(0, 1)
clauses = st.builds(Clause, st.sampled_from(Provenance), texts)
NAMED = ("巡查次数", "“三公经费”变动率", "a b", "满意度")
CODES = [category.code for category in taxonomy("2020").categories]
FIRST = [code for code in CODES if "." not in code]
OPERATORS = (">=", ">", "<=", "<", "=", "between", "0", "date", "*")


def some(values, **fields):
    return st.lists(st.sampled_from(values), unique=True, **fields)


operators = some(OPERATORS, max_size=4)


@st.composite
def rising(draw, numbers, **fields):
    return sorted(draw(st.lists(numbers, unique=True, **fields)))


@st.composite
def rules(draw, name=texts, operators=operators):
    measure = draw(st.sampled_from(Measure))
    figures = draw(rising(fractions if measure is Measure.ACTUAL else rates, min_size=1, max_size=4))
    knots = [(figure, *draw(st.lists(shares, min_size=3, max_size=3))) for figure in figures]
    steps = st.tuples(fractions, st.fractions(Fraction(1, 1000), 10), st.sampled_from(["floor", "ceil"]))
    starts = draw(rising(fractions, max_size=3))
    return Rule(
        draw(name),
        draw(operators),
        knots,
        draw(clauses),
        measure=measure,
        unit=draw(st.sampled_from(["%", "人次", "万元/月"])) if measure is Measure.ACTUAL else "",
        categories=draw(some(CODES, max_size=2)),
        indicators=draw(some(NAMED, max_size=2)),
        steps=draw(st.none() | steps),
        deductions=[(start, draw(st.fractions(0, 100))) for start in starts],
        choice=draw(st.just("") | texts),
    )


@st.composite
def several(draw):
    """Rules of different names that are for different targets."""
    names = draw(st.lists(texts, min_size=1, max_size=4, unique=True))
    free = draw(st.permutations(OPERATORS))
    made = []
    for name in names:
        cut = draw(st.integers(0, len(free)))
        made.append(draw(rules(st.just(name), st.just(tuple(free[:cut])))))
        free = free[cut:]
    return tuple(made)


@st.composite
def levels(draw):
    labels = draw(st.lists(st.text("甲乙丙丁ab", min_size=1, max_size=3), unique=True, max_size=6))
    ends = draw(rising(shares, min_size=2, max_size=4))[::-1]
    bands = [
        Level(label, draw(texts), low, high, aliases=labels[i + 3 : i + 4], minus=draw(st.fractions(0, 9)))
        for i, (label, high, low) in enumerate(zip(labels[:3], ends, ends[1:], strict=False))
    ]
    return Levels(bands, draw(clauses))


@st.composite
def weight_sets(draw):
    codes = draw(some(FIRST, min_size=1))
    points = {code: draw(st.decimals("0.01", 100, places=2)) for code in codes}
    return WeightSet(draw(texts), points, draw(decimals), draw(clauses))


@st.composite
def books(draw):
    made = draw(several())
    names = [one.name for one in made]
    lower = {Decimal(0), *draw(st.lists(decimals, max_size=4))}
    execution, full = sorted((draw(decimals), draw(decimals)))
    caps = st.builds(
        lambda rates, most, clause: TotalCap([(0, most), *((rate, most) for rate in rates)], clause),
        rising(st.fractions(Fraction(1, 1000), 2), max_size=3),
        decimals,
        clauses,
    )
    floors = st.builds(
        WeightFloor,
        some(FIRST, min_size=1),
        st.decimals("0.01", 1, places=2),
        some(("self", "departmental", "finance"), min_size=1),
        clauses,
    )
    digits = st.integers(0, 34)
    return attrs.evolve(
        standard(),
        name=draw(texts),
        title=draw(texts),
        english=draw(texts),
        aliases=draw(st.lists(texts, max_size=2)),
        extends=draw(st.just("") | texts),
        weights=tuple(draw(st.lists(weight_sets(), max_size=2))),
        weight_floors=tuple(draw(st.lists(floors, max_size=2))),
        execution_points=Parameter(execution, draw(clauses)),
        execution_rule=draw(st.sampled_from(names)),
        execution_finished=draw(st.sampled_from(["", *names])),
        rules=made,
        levels=draw(levels()),
        over_fulfilment=draw(st.builds(Parameter, st.decimals(1, 100, places=4), clauses)),
        approximation=draw(st.builds(Parameter, st.decimals(0, "0.9999", places=4), clauses)),
        not_applicable=draw(
            st.builds(NotApplicable, st.sampled_from(["refuse", "redistribute", "full"]), clauses)
        ),
        rounding=draw(
            st.builds(
                Rounding,
                digits,
                st.sampled_from(["half_up", "half_even"]),
                clauses,
                level=st.sampled_from(["score", "level", "total"]),
                rate=st.none() | digits,
            )
        ),
        full=Parameter(full, draw(clauses)),
        total_cap=draw(st.none() | caps),
        grades=tuple(Grade(draw(texts), draw(texts), low) for low in sorted(lower, reverse=True)),
        grades_clause=draw(clauses),
    )


@given(books())
def test_written_and_read_is_the_same(book):
    again = loads(book.to_toml())
    assert again == book
    assert again.fingerprint == book.fingerprint
    assert again.to_toml() == book.to_toml()


@given(rules(), fractions)
def test_a_rule_earns_between_nothing_and_everything(rule, figure):
    assert 0 <= rule.share(figure) <= 1
    assert rule.taken_off(figure) >= 0
    assert Fraction(*rule.table.share(*figure.as_integer_ratio())) == rule.share(figure)


@given(rules(), st.integers(1, 10**6), fractions)
def test_the_fast_lane_is_exact(rule, weight, figure):
    points = max(weight * rule.share(figure) - 100 * rule.taken_off(figure), Fraction(0))
    assert rule.table.hundredths(weight, *figure.as_integer_ratio()) == (points + Fraction(1, 2)).__floor__()


@given(rules(), fractions, fractions, st.fractions(0, 1))
def test_what_lies_between_earns_between(rule, one, other, part):
    """No figure of a range earns more or less than the extremes that are told of it."""
    low, high = sorted((one, other))
    figure = low + (high - low) * part
    extremes = rule.between(low, high)
    earned = [share for share, _ in extremes]
    assert min(earned) <= rule.share(figure) <= max(earned)
    assert rule.taken_off(figure) in {minus for _, minus in extremes}


@given(st.sampled_from(list(BUILT_IN)), several())
def test_its_own_rules_come_first(name, own):
    """What a rule of one's own is for, no other rule is for; or the book says why that cannot be."""
    base = attrs.evolve(standard(name), taxonomy="2020", weights=())
    try:
        book = base.with_rules(*own)
    except StandardError as error:
        assert error.code == "standard.partly"  # noqa: PT017 - most books are made
        return
    for rule in own:
        assert book.rule(rule.name) == rule
    claims = [
        (operator, plain_name(indicator), code)
        for rule in book.rules
        for operator in rule.operators
        for indicator in rule.indicators or ("",)
        for code in rule.categories or ("",)
    ]
    assert len(set(claims)) == len(claims)


keys = st.text("ab-_ .\"'\\#=[]{}\n绩", min_size=1, max_size=4)
values = st.recursive(
    texts | st.integers(-(10**9), 10**9) | decimals | st.just([]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)
tables = st.dictionaries(keys, values, max_size=4)


def paths(value, path="$"):
    """Every path of a document."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield below(path, key)
            yield from paths(item, below(path, key))
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield f"{path}[{place}]"
            yield from paths(item, f"{path}[{place}]")


@given(tables)
def test_any_table_is_written(table):
    assert tomllib.loads(toml(table), parse_float=Decimal) == table


@given(tables)
def test_every_path_is_found(table):
    """And what stands there is the value: read alone, it says the same."""
    text = toml(table)
    every = set(paths(table))
    found = spans(text, every)
    assert found.keys() >= every
    for start, end in found.values():
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()


@given(st.text("ab.\"'=[]{}#\n\\ ,1é\r\t", max_size=40))
def test_any_text_that_is_toml_has_places(text):
    try:
        table = tomllib.loads(text)
    except ValueError:
        return
    every = set(paths(table))
    assert spans(text, every).keys() >= every
