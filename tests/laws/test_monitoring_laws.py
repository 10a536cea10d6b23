"""Laws of monitoring: monotone, blind to units and order, the worst of all, and no light from nothing."""

import decimal
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction

import attrs
from hypothesis import given
from hypothesis import strategies as st

from govperf.model import Budget, Evaluation, Goal, Indicator, Undefined
from govperf.monitoring import (
    Light,
    behind_schedule,
    dual_light,
    execution_alert,
    expected_year_end,
    indicator_light,
    monitor,
    monitoring_rules,
    pro_rata_progress,
    self_evaluation_alert,
)
from govperf.testing import evaluations, indicators
from govperf.units import Quantity

ORDER = list(Light)
UP, DOWN = ["≥", ">", "=", ""], ["≤", "<"]

months = st.integers(1, 12)
days = st.dates(date(1950, 1, 1), date(2198, 12, 31))
numbers = st.decimals(0, 10**6, places=2) | st.integers(0, 300).map(Decimal)
wanted = numbers.filter(bool)
editions = st.sampled_from(["annual", "pro_rata"]).map(monitoring_rules)
lights = st.sampled_from(ORDER)
money = st.integers(0, 10**6)
plans = st.integers(1, 10**6)
sections = st.lists(st.tuples(st.sampled_from("甲乙丙丁"), plans, money), max_size=6)
rows = st.tuples(st.sampled_from([*UP, *DOWN]), st.integers(0, 20), st.integers(0, 30))


def lit(target, actual, **said):
    return indicator_light(Indicator("指标", target=target, actual=actual), **said)


def rank(light):
    return ORDER.index(light)


def budget(adjusted, executed, unit="元"):
    return Budget(2023, adjusted=f"{adjusted}{unit}", executed=f"{executed}{unit}")


@given(months)
def test_months_make_a_year(month):
    assert pro_rata_progress(month=month).exact == Fraction(month, 12)
    assert 0 < pro_rata_progress(month=month).exact <= 1


@given(days, days)
def test_days_pass_in_order(one, other):
    early, late = sorted([one, other.replace(year=one.year, day=min(other.day, 28))])
    first, last = (pro_rata_progress(on=day).exact for day in (early, late))
    assert 0 < first <= last <= 1
    assert (first < last) == (early < late)


@given(days)
def test_a_year_ends_whole(day):
    assert pro_rata_progress(on=day.replace(month=12, day=31)).exact == 1
    first = pro_rata_progress(on=day.replace(month=1, day=1)).exact
    assert first in (Fraction(1, 365), Fraction(1, 366))
    assert (first == Fraction(1, 366)) == (day.year % 4 == 0 and (day.year % 100 != 0 or day.year % 400 == 0))


@given(plans, money, money, months)
def test_more_spent_is_no_worse(adjusted, one, other, month):
    low, high = (execution_alert(budget(adjusted, spent), month=month) for spent in sorted([one, other]))
    assert rank(low.light) <= rank(high.light)
    assert low.ratio.exact <= high.ratio.exact


@given(plans, money, months, months)
def test_later_is_no_better(adjusted, executed, one, other):
    early, late = (execution_alert(budget(adjusted, executed), month=month) for month in sorted([one, other]))
    assert rank(early.light) >= rank(late.light)


@given(plans, money, months)
def test_lights_of_money_by_its_limits(adjusted, executed, month):
    """As the rule says it, without a fraction of ours."""
    made = execution_alert(budget(adjusted, executed), month=month)
    spent, due = executed * 12 * 100, adjusted * month
    expected = Light.RED if spent < 60 * due else Light.YELLOW if spent < 80 * due else Light.GREEN
    assert made.light is expected


@given(plans, money, months)
def test_money_is_blind_to_its_unit(adjusted, executed, month):
    one = execution_alert(budget(adjusted, executed), month=month)
    other = execution_alert(budget(adjusted, executed, "万元"), month=month)
    assert (one.light, one.ratio) == (other.light, other.ratio)


@given(st.sampled_from(UP), wanted, numbers, numbers, months, editions)
def test_more_reached_is_no_worse(sign, target, one, other, month, rules):
    low, high = (
        lit(f"{sign}{target}条", f"{actual}条", month=month, rules=rules) for actual in sorted([one, other])
    )
    assert rank(low.light) <= rank(high.light)


@given(st.sampled_from(DOWN), wanted, numbers, numbers, months)
def test_more_is_no_better_where_less_is(sign, target, one, other, month):
    low, high = (lit(f"{sign}{target}起", f"{actual}起", month=month) for actual in sorted([one, other]))
    assert rank(low.light) >= rank(high.light)
    assert {low.light, high.light} <= {Light.RED, Light.GREEN}


@given(st.sampled_from(DOWN), numbers, numbers, months, months)
def test_bounds_know_no_month(sign, target, actual, one, other):
    first, second = (lit(f"{sign}{target}起", f"{actual}起", month=month) for month in (one, other))
    assert (first.light, first.figure) == (second.light, second.figure)


@given(wanted, numbers, months)
def test_lights_of_indicators_by_their_limits(target, actual, month):
    """As the two editions say it, without a fraction of ours."""
    reached, due, whole = (Decimal(value) for value in (actual * 1200, target * month, target * 100))
    ground = Light.RED if reached < 60 * due else Light.YELLOW if reached < 80 * due else Light.GREEN
    for edition, blue in (
        ("annual", actual * 100 >= whole * Decimal("1.2")),
        ("pro_rata", reached >= 120 * due),
    ):
        made = lit(f"≥{target}条", f"{actual}条", month=month, rules=monitoring_rules(edition))
        assert made.light is (Light.BLUE if blue else ground)


@given(wanted, numbers, months, editions)
def test_indicators_are_blind_to_their_unit(target, actual, month, rules):
    one = lit(f"≥{target}公里", f"{actual}公里", month=month, rules=rules)
    other = lit(f"≥{target}公里", Quantity(actual * 1000, "米"), month=month, rules=rules)
    assert (one.light, one.ratio) == (other.light, other.ratio)


@given(wanted, numbers, months)
def test_the_older_edition_is_blue_sooner(target, actual, month):
    newer, older = (
        lit(f"≥{target}条", f"{actual}条", month=month, rules=monitoring_rules(edition))
        for edition in ("annual", "pro_rata")
    )
    assert rank(newer.light) <= rank(older.light)
    assert newer.light is older.light or older.light is Light.BLUE


@given(wanted, numbers, st.sampled_from(["约", "近", "超过"]), months)
def test_an_approximate_actual_has_the_light_of_its_figure_or_none(target, actual, word, month):
    printed = lit(f"≥{target}条", f"{actual}条", month=month)
    made = lit(f"≥{target}条", f"{word}{actual}条", month=month)
    assert isinstance(made.light, Undefined) or made.light is printed.light


@given(st.lists(rows, max_size=6), months)
def test_a_goal_is_the_worst_of_its_indicators(cells, month):
    items = [
        Indicator("指标", target=f"{sign}{target}条", actual=f"{actual}条") for sign, target, actual in cells
    ]
    form = Evaluation("某局", 2023, goals=[Goal("目标", indicators=items)])
    made = monitor(form, month=month)
    known = [item.light for item in made.indicators if isinstance(item.light, Light)]
    (goal,) = made.goals
    assert goal.count == len(items)
    assert len(goal.undefined) == len(items) - len(known)
    if known:
        assert goal.light in known
        assert all(rank(goal.light) <= rank(light) for light in known)
    else:
        assert isinstance(goal.light, Undefined)
    turned = attrs.evolve(form, goals=[Goal("目标", indicators=items[::-1])])
    assert monitor(turned, month=month).goals[0].light == goal.light


@given(lights, lights, lights)
def test_dual_monitoring_is_no_better_than_the_money(money_light, one, other):
    low, high = sorted([one, other], key=rank)
    worse, better = dual_light(money_light, low), dual_light(money_light, high)
    assert rank(worse) <= rank(better)
    assert (worse is Light.RED) == (better is Light.RED) == (money_light in (Light.RED, Light.YELLOW))


@given(numbers, months)
def test_a_projection_comes_back(amount, month):
    expected = expected_year_end(Quantity(amount, "元"), month=month)
    assert expected.magnitude >= amount
    assert abs(Fraction(expected.magnitude) * month / 12 - Fraction(amount)) < Fraction(1, 10**20)


@given(plans, money, months)
def test_the_ratio_is_the_projected_rate_of_the_year(adjusted, executed, month):
    made = execution_alert(budget(adjusted, executed), month=month)
    assert abs(made.expected.exact_ratio(Quantity(adjusted, "元")) - made.ratio.exact) < Fraction(1, 10**20)


@given(sections, months)
def test_the_ranking_holds_everybody_once(given_sections, month):
    made = behind_schedule([(name, budget(*figures)) for name, *figures in given_sections], month=month)
    due = Fraction(month, 12)
    behind = [item for item in given_sections if Fraction(item[2], item[1]) < due]
    assert sorted(lag.name for lag in made) == sorted(name for name, *_ in behind)
    assert sorted([*made.kept, *(lag.name for lag in made)]) == sorted(name for name, *_ in given_sections)
    for lag in made:
        assert lag.rank == 1 + sum(other.gap.exact > lag.gap.exact for other in made)
        assert lag.gap.exact == due - lag.rate.exact > 0
    assert [lag.rank for lag in made] == sorted(lag.rank for lag in made)


@given(st.integers(1, 90), st.integers(0, 130))
def test_self_evaluation_by_its_limits(points, executed):
    """As the rule says it, without a fraction of ours."""
    row = Indicator("指标", target="90", actual=points, weight=90)
    form = Evaluation("某局", 2023, budget=budget(100, executed), goals=[Goal("目标", indicators=[row])])
    made = self_evaluation_alert(form)
    spent = min(executed, 100)
    too_good = (points * 100 - spent * 90) * 100 > 5 * points * 100
    assert made.light is (Light.RED if too_good else Light.YELLOW if executed < 80 else Light.GREEN)


@given(evaluations(), months)
def test_any_form_is_monitored_and_explained(form, month):
    made = monitor(form, month=month)
    assert len(made.indicators) == len(list(form.indicators()))
    assert [item.path for item in made.indicators] == [path for path, _ in form.indicators()]
    for lang in ("zh", "en"):
        lines = made.explain(lang)
        assert all(part.explain(lang) in lines for part in (made.execution, *made.indicators, *made.goals))
        assert {len(row) for row in made.rows(lang)} == {6}


@given(indicators(), months)
def test_undefined_is_never_a_light(row, month):
    made = indicator_light(row, month=month, year=2023)
    assert isinstance(made.light, (Light, Undefined))
    assert (made.rule == "not_applicable") == bool(row.not_applicable)
    reasons = ("undefined.approximation-light", "undefined.indicator-not-applicable")
    assert bool(made.rule) == (isinstance(made.light, Light) or made.light.code in reasons)
    if isinstance(made.ratio, Undefined) and isinstance(made.light, Light):
        assert made.rule in ("bound", "date", "level")


@given(evaluations(), months)
def test_the_same_in_any_context(form, month):
    expected = monitor(form, month=month)
    text = expected.explain()
    with localcontext() as context:
        context.clear_flags()
        context.prec, context.rounding = 3, decimal.ROUND_DOWN
        context.Emax, context.Emin = 5, -5
        context.traps[decimal.Inexact] = context.traps[decimal.FloatOperation] = True
        again = monitor(form, month=month)
        assert again == expected
        assert again.explain() == text
        assert not [flag for flag, raised in context.flags.items() if raised]
