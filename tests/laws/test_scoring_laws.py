"""Laws of scoring: bounded, monotone, blind to units, order and contexts, and never inventing a number."""

import decimal
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from govperf.codec import from_json, to_json
from govperf.errors import UnitError
from govperf.model import (
    Budget,
    CompletionRate,
    Department,
    Evaluation,
    Goal,
    Indicator,
    Rate,
    Target,
    Undefined,
)
from govperf.scoring import completion_rate, deviation_rate, evaluate, score
from govperf.standards import standard
from govperf.units import Quantity

SIGNS = ["≥", ">", "≤", "<", "=", ""]
UP, DOWN = ["≥", ">", "=", ""], ["≤", "<"]

any_sign = st.decimals(-(10**6), 10**6, places=2) | st.integers(-5, 200).map(Decimal)
numbers = st.decimals(0, 10**6, places=2) | st.integers(0, 200).map(Decimal)
wanted = numbers.filter(bool)
ends = st.tuples(st.integers(1, 10**6), st.integers(1, 10**6)).map(sorted)
days = st.dates(date(1950, 1, 1), date(2198, 12, 31))
weights = st.decimals(0, 100, places=2) | st.integers(0, 100).map(Decimal)
signs = st.sampled_from(SIGNS)
figures = st.builds(
    lambda number, word: f"{word}{number}条", numbers, st.sampled_from(["", "", "约", "近", "超过"])
)
cells = figures | st.sampled_from(["效果明显", "78次中77次", "5", "40人", "0条", "-3条", "2条/月"])
rows = st.builds(
    lambda target, actual, weight: Indicator("指标", target=target, actual=actual, weight=weight),
    st.none() | st.builds(lambda sign, number: f"{sign}{number}条", signs, numbers) | st.just("效果明显"),
    st.none() | cells,
    st.none() | weights,
)
money = st.integers(0, 10**9).map(lambda amount: f"{amount}元")
budgets = st.none() | st.builds(
    lambda adjusted, executed: Budget(2023, adjusted=adjusted, executed=executed),
    st.none() | money,
    st.none() | money,
)
forms = st.builds(
    lambda budget, indicators: Evaluation(
        Department("某局"), 2023, budget=budget, goals=[Goal("目标", indicators=indicators)]
    ),
    budgets,
    st.lists(rows, max_size=6),
)


CELLS = ["90", "90万元", "≥90", "≤90天", "0", "0.95", "95%", "2023.12", "80～90", "3天", "2小时"]
contexts = st.fixed_dictionaries(
    {
        "name": st.sampled_from(
            ["投资（万元）", "投资额/元", "完成率（%）", "办理时限（天）", "成本节约率", "次数"]
        ),
        "category": st.sampled_from([(), ("产出", "成本"), ("产出", "时效"), ("产出", "数量")]),
        "direction": st.sampled_from([None, "正向", "反向", "等于"]),
    }
)


def scored(target, actual, weight=Decimal(10)):
    return score(Indicator("指标", target=target, actual=actual, weight=weight))


@given(signs, numbers, st.decimals(-(10**6), 10**6, places=2), weights)
def test_points_stay_between_nothing_and_the_weight(sign, target, actual, weight):
    made = scored(f"{sign}{target}条", f"{actual}条", weight)
    if not isinstance(made.points, Undefined):
        assert 0 <= made.points <= weight
        assert 0 <= made.unrounded <= weight
        assert made.points.as_tuple().exponent == -2


@given(st.sampled_from(UP), wanted, numbers, numbers)
def test_more_earns_no_less_where_more_is_better(sign, target, one, other):
    low, high = sorted([one, other])
    below, above = (scored(f"{sign}{target}条", f"{actual}条") for actual in (low, high))
    assert below.points <= above.points
    assert below.rate.exact <= above.rate.exact
    assert below.rate.met <= above.rate.met


@given(st.sampled_from(DOWN), wanted, numbers, numbers)
def test_more_earns_no_more_where_less_is_better(sign, target, one, other):
    low, high = sorted([one, other])
    below, above = (scored(f"{sign}{target}起", f"{actual}起") for actual in (low, high))
    assert below.points >= above.points
    assert below.rate.exact >= above.rate.exact
    assert below.rate.met >= above.rate.met


@given(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(sorted), any_sign, any_sign)
def test_more_earns_no_less_up_to_the_end_of_a_range(between, one, other):
    """Rising below the range, level within it; above it nobody knows."""
    low, high = between
    target = Target(f"{low}～{high}", unit="条")
    below, above = (scored(target, f"{actual}条") for actual in sorted([one, other]))
    for made, actual in zip((below, above), sorted([one, other]), strict=True):
        assert (isinstance(made.rate, Undefined)) == (actual > high)
        assert isinstance(made.points, Undefined) == (actual > high)
        assert isinstance(made.rate, Undefined) or made.rate.met == (low <= actual) == (made.rate.exact == 1)
    if not isinstance(above.rate, Undefined):
        assert below.points <= above.points
        assert below.rate.exact <= above.rate.exact


@given(ends, wanted)
def test_a_range_is_its_lower_bound_as_far_as_it_goes(between, actual):
    low, high = between
    rate = completion_rate(Target(f"{low}～{high}", unit="条"), f"{actual}条")
    if actual > high:
        assert rate.code == "undefined.range-exceeded"
    else:
        assert rate.exact == min(1, completion_rate(f"≥{low}条", f"{actual}条").exact)


@given(ends, any_sign)
def test_deviation_is_none_within_a_range_alone(between, actual):
    low, high = between
    rate = deviation_rate(Target(f"{low}～{high}", unit="条"), f"{actual}条")
    assert (rate.exact == 0) == (low <= actual <= high)
    assert (rate.exact < 0) == (actual < low)


@given(st.sampled_from(["≥", "≤", ">", "<"]), wanted, ends)
def test_a_range_counts_only_where_both_ends_meet_the_target(sign, target, between):
    low, high = (completion_rate(f"{sign}{target}条", f"{end}条") for end in between)
    rate = completion_rate(f"{sign}{target}条", f"{between[0]}条-{between[1]}条")
    if low.met and high.met:
        assert (rate.exact, rate.met) == (min(low.exact, high.exact), True)
    else:
        assert rate.code == "undefined.actual-range"


@given(days, days, days)
def test_dates_are_kept_or_not(deadline, one, other):
    first, last = sorted([one, other])
    rate = completion_rate(f"{deadline}前", f"{first}/{last}" if first != last else f"{first}")
    kept = isinstance(rate, CompletionRate)
    assert kept == (last <= deadline)
    assert kept or rate.code == f"undefined.date-{'missed' if first > deadline else 'open'}"
    assert isinstance(completion_rate(f"{deadline}起", f"{last}"), CompletionRate) == (last >= deadline)


@given(signs, wanted, numbers)
def test_all_points_exactly_from_the_target_on(sign, target, actual):
    made = scored(f"{sign}{target}条", f"{actual}条")
    reaches = actual <= target if sign in DOWN else actual >= target
    assert (made.share == 1) == reaches


UNITS = st.sampled_from(
    [("万元", "元", 10**4), ("亿元", "万元", 10**4), ("公里", "米", 1000), ("公顷", "亩", 15)]
)


@given(signs, wanted, numbers, UNITS, st.tuples(st.booleans(), st.booleans()))
def test_units_change_nothing(sign, target, actual, units, small):
    large, fine, times = units
    cells = [
        f"{number * times if fine_one else number}{fine if fine_one else large}"
        for number, fine_one in zip((target, actual), small, strict=True)
    ]
    plain = scored(f"{sign}{target}{large}", f"{actual}{large}")
    other = scored(f"{sign}{cells[0]}", cells[1])
    assert (other.points, other.rate.exact, other.rate.met) == (
        plain.points,
        plain.rate.exact,
        plain.rate.met,
    )


@given(ends, numbers, UNITS, st.booleans())
def test_units_change_nothing_of_a_range(between, actual, units, fine_actual):
    large, fine, times = units
    target = "～".join(f"{end * times}{fine}" for end in between)
    cell = f"{actual * times}{fine}" if fine_actual else f"{actual}{large}"
    plain = scored("～".join(f"{end}{large}" for end in between), f"{actual}{large}")
    other = scored(target, cell)
    if isinstance(plain.rate, Undefined):
        assert other.rate.code == plain.rate.code
    else:
        assert (other.points, other.rate.exact, other.rate.met) == (
            plain.points,
            plain.rate.exact,
            plain.rate.met,
        )


@given(signs, wanted, numbers, UNITS)
def test_a_unit_in_the_name_is_the_one_in_the_cells(sign, target, actual, units):
    large = units[0]
    named = score(Indicator(f"指标（{large}）", target=f"{sign}{target}", actual=f"{actual}", weight=10))
    printed = scored(f"{sign}{target}{large}", f"{actual}{large}")
    if getattr(named.rate, "code", "") == "undefined.scale-ambiguous":  # 900000 under（万元）
        assert abs(actual) > 10 * abs(target)
    else:
        cells = {"target": printed.target, "actual": printed.actual}
        assert attrs.evolve(named, name="指标", **cells) == printed


@given(contexts, contexts, st.sampled_from(CELLS), st.sampled_from(CELLS))
def test_evolving_a_row_is_making_it_anew(one, other, target, actual):
    made = Indicator(**other, target=target, actual=actual)
    evolved = attrs.evolve(Indicator(**one, target=target, actual=actual), **other)
    assert evolved == made
    assert repr(evolved) == repr(made)
    assert (evolved.target.sign, evolved.target.unit, evolved.actual.unit) == (None, None, None)
    assert from_json(to_json(evolved), Indicator) == made
    assert to_json(evolved) == to_json(made)


@given(contexts, st.sampled_from(CELLS), st.sampled_from(CELLS))
def test_what_is_inferred_is_said(context, target, actual):
    row = Indicator(**context, target=target, actual=actual)
    try:
        rate = completion_rate(row.target, row.actual)
    except UnitError:
        return
    if isinstance(rate, CompletionRate):
        said = [note for note in rate.notes if note.code == "note.operator-inferred"]
        assert [dict(note.details)["operator"] for note in said] == (
            [row.target.operator.sign] if row.target.inferred else []
        )
        assert row.target.inferred == (not any(sign in target for sign in "≥≤～"))


@given(signs, wanted, numbers, st.integers(1, 1000))
def test_one_factor_on_both_sides_changes_nothing(sign, target, actual, factor):
    one = completion_rate(f"{sign}{target}条", f"{actual}条")
    other = completion_rate(f"{sign}{target * factor}条", f"{actual * factor}条")
    assert (one.exact, one.met) == (other.exact, other.met)


@given(wanted, st.decimals(-(10**6), 10**6, places=2))
def test_deviation_is_the_rate_less_one(target, actual):
    assume(actual >= 0)
    rate = completion_rate(f"≥{target}条", f"{actual}条")
    assert deviation_rate(f"≥{target}条", f"{actual}条") == Rate(rate.exact - 1)


@given(forms, st.randoms(use_true_random=False))
def test_order_changes_no_score(form, random):
    indicators = list(form.goals[0].indicators)
    order = list(range(len(indicators)))
    random.shuffle(order)
    shuffled = attrs.evolve(form, goals=[Goal("目标", indicators=[indicators[i] for i in order])])
    one, other = evaluate(form), evaluate(shuffled)
    assert (one.total, one.grade, one.full) == (other.total, other.grade, other.full)
    assert [attrs.evolve(made, path="") for made in other.scores] == [
        attrs.evolve(one.scores[i], path="") for i in order
    ]


@given(forms)
def test_total_is_the_sum_of_its_parts_or_nothing(form):
    card = evaluate(form)
    parts = [made.points for made in card]
    if any(isinstance(part, Undefined) for part in parts) or not card.scores:
        assert isinstance(card.total, Undefined)
        assert isinstance(card.grade, Undefined)
    else:
        assert Fraction(card.total) == sum(map(Fraction, parts))
        assert card.grade == standard().grade(card.total)


@given(forms)
def test_undefined_never_becomes_a_number(form):
    for made in evaluate(form):
        if made.full == 0 and isinstance(made.rate, Undefined):  # of no points nothing can be earned
            assert (made.points, made.rule) == (0, "no_points")
        elif isinstance(made.rate, Undefined):
            assert made.points == made.share == made.rate
            assert made.rule == ""
        if isinstance(made.full, Undefined):
            assert isinstance(made.points, Undefined)
        if not isinstance(made.points, Undefined):
            assert made.points == standard().rounding.round(made.unrounded)


@given(forms)
def test_everything_is_explained(form):
    card = evaluate(form)
    for lang in ("zh", "en"):
        bounds = card.within is not None
        assert len(card.explain(lang).split("\n")) == 2 + bounds + len(card.scores) + len(card.notes)
        for made in card:
            line = made.explain(lang)
            assert "\n" not in line
            if isinstance(made.points, Decimal):
                assert str(made.points) in line


@given(forms)
def test_the_same_every_time_and_in_any_context(form):
    expected = evaluate(form)
    text = expected.explain()
    with localcontext() as context:
        context.clear_flags()
        context.prec, context.rounding = 3, decimal.ROUND_DOWN
        context.Emax, context.Emin = 5, -5
        context.traps[decimal.Inexact] = context.traps[decimal.FloatOperation] = True
        context.traps[decimal.InvalidOperation] = False
        again = evaluate(attrs.evolve(form))
        assert again == expected
        assert again.explain() == text
        assert not [flag for flag, raised in context.flags.items() if raised]


OPEN = {"约": (90, 100, 110), "近": (90, 100), "超过": (100, 110)}


@given(st.sampled_from(["≥", "≤", "="]), wanted, wanted, st.sampled_from(sorted(OPEN)))
def test_an_approximate_actual_scores_as_printed_or_not_at_all(sign, target, actual, word):
    printed = scored(f"{sign}{target}条", f"{actual}条")
    made = scored(f"{sign}{target}条", f"{word}{actual}条")
    around = {
        scored(f"{sign}{target}条", Quantity(actual * percent / 100, "条")).points for percent in OPEN[word]
    }
    assert made.points == (printed.points if len(around) == 1 else made.points)
    assert isinstance(made.points, Undefined) == (len(around) > 1)
    assert made.rate.exact == printed.rate.exact


@given(st.integers(1, 10**6), st.integers(0, 10**6), st.sampled_from(["元", "万元", "亿元"]))
def test_execution_is_the_budget_rate_capped(adjusted, executed, unit):
    budget = Budget(2023, adjusted=f"{adjusted}{unit}", executed=f"{executed}{unit}")
    made = evaluate(Evaluation(Department("某局"), 2023, budget=budget)).budget_score
    assert made.rate.exact == Fraction(executed, adjusted)
    assert made.unrounded == 10 * min(1, Fraction(executed, adjusted))
    assert bool(made.notes) == (executed > adjusted)


@given(st.fractions(0, 5, max_denominator=10**4))
def test_rates_print_what_they_are(exact):
    rate = CompletionRate(exact, met=True)
    assert abs(Fraction(str(rate).rstrip("%").replace(",", "")) / 100 - exact) * 20_000 <= 1
