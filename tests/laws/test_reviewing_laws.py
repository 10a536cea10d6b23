"""Laws of a review: it never raises, what adds up has no error, one changed figure is named."""

import json
from decimal import Decimal

from hypothesis import assume, given, reject
from hypothesis import strategies as st

import govperf as gp
from govperf.reviewing import cross_checks, review, suspects

cents = st.integers(-(10**9), 10**9)
counts = st.integers(0, 10**6)
moneys = st.sampled_from(["元", "万元", "亿元"])


def money(amount, unit="万元"):
    return gp.Quantity(Decimal(amount).scaleb(-2), unit)


def table(budget=None, breakdowns=(), indicators=()):
    goals = [gp.Goal("目标", indicators=indicators)] if indicators else ()
    return gp.Evaluation(gp.Department("某局"), 2021, budget=budget, goals=goals, breakdowns=breakdowns)


@st.composite
def consistent(draw):
    """A budget whose figures all follow from a few of them, and a breakdown that adds up."""
    personnel, operating, project, carried_in = (draw(cents) for _ in range(4))
    sources = draw(st.lists(cents, min_size=1, max_size=4))
    executed = personnel + operating + project
    figures = {
        "personnel": personnel,
        "operating": operating,
        "basic": personnel + operating,
        "project": project,
        "executed": executed,
        "income": sum(sources),
        "carried_in": carried_in,
        "carried_out": carried_in + sum(sources) - executed,
    }
    parts = draw(st.lists(counts, min_size=1, max_size=4))
    budget = {name: money(figure) for name, figure in figures.items()}
    budget["income_sources"] = {f"来源{i}": money(source) for i, source in enumerate(sources)}
    return budget, gp.Breakdown(
        "合计",
        total=gp.Quantity(sum(parts), "条"),
        parts={f"第{i}项": gp.Quantity(n, "条") for i, n in enumerate(parts)},
    )


def errors(evaluation):
    return [finding for finding in review(evaluation) if finding.severity is gp.Severity.ERROR]


@given(consistent())
def test_what_adds_up_has_no_error(made):
    budget, breakdown = made
    evaluation = table(gp.Budget(2021, **budget), [breakdown])
    assert not errors(evaluation)
    assert suspects(cross_checks(evaluation)) == ()


@given(consistent(), st.lists(moneys, min_size=8, max_size=8))
def test_it_adds_up_in_any_unit(made, units):
    budget, _ = made
    names = [name for name in budget if name != "income_sources"]
    converted = {name: budget[name].to(unit) for name, unit in zip(names, units, strict=True)}
    assert errors(table(gp.Budget(2021, **{**budget, **converted}))) == []


WRONG_IN = {
    "personnel": {"$.budget.basic.executed"},
    "operating": {"$.budget.basic.executed"},
    "basic": {"$.budget.basic.executed", "$.budget.executed"},
    "project": {"$.budget.executed"},
    "executed": {"$.budget.executed", "$.budget.carried_out"},
    "income": {"$.budget.income", "$.budget.carried_out"},
    "carried_in": {"$.budget.carried_out"},
    "carried_out": {"$.budget.carried_out"},
}


@given(consistent(), st.sampled_from(sorted(WRONG_IN)), cents)
def test_one_changed_figure_is_named(made, field, off):
    assume(abs(off) > 10)
    budget, breakdown = made
    wrong = {**budget, field: budget[field] + money(off)}
    found = errors(table(gp.Budget(2021, **wrong), [breakdown]))
    assert {finding.path for finding in found if finding.code == "finding.broken-sum"} == WRONG_IN[field]
    named = [dict(finding.details) for finding in found if finding.code == "finding.suspect-figure"]
    sane = len(WRONG_IN[field]) > 1 and budget[field].magnitude >= 0  # a negative amount is not proposed
    assert [details["consistent"] for details in named] == ([str(budget[field])] if sane else [])


@given(consistent(), st.integers(1, 10**6))
def test_one_changed_count_is_named(made, off):
    _, breakdown = made
    wrong = gp.Breakdown("合计", total=breakdown.total + gp.Quantity(off, "条"), parts=breakdown.parts)
    assert [finding.path for finding in errors(table(breakdowns=[breakdown, wrong]))] == [
        "$.breakdowns[1].total"
    ]


@given(st.lists(cents, min_size=1, max_size=6), st.integers(-30, 30))
def test_the_tolerance_is_half_a_cent_for_each_figure(parts, off):
    """Compared in whole cents: 2 × |off| ≤ n + 1."""
    total = money(sum(parts) + off)
    named = {f"第{i}项": money(part) for i, part in enumerate(parts)}
    (check,) = cross_checks(table(breakdowns=[gp.Breakdown("合计", total=total, parts=named)]))
    within = "rounding" if 2 * abs(off) <= len(parts) + 1 else "broken"
    assert check.verdict.value == (within if off else "equal")


whole = st.text("0123456789", min_size=1, max_size=24).map(lambda digits: digits.lstrip("0") or "0")
decimals = st.text("0123456789", min_size=1, max_size=10).map(".{}".format)
numbers = st.builds("{}{}".format, whole, st.just("") | decimals)
signed = st.builds("{}{}".format, st.sampled_from(["", "-"]), numbers)
UNITS = [
    "",
    "%",
    "‰",
    "倍",
    "元",
    "万元",
    "万亿元",
    "美元",
    "条",
    "万条",
    "人",
    "人次",
    "亩",
    "公顷",
    "期/周",
    "个百分点",
]
SIGNS = ["", "≥", "≤", "<", ">", "=", "近", "约", "每周", "不超过", "78次中"]
quantities = st.builds("{}{}".format, signed, st.sampled_from(UNITS))
cells = st.builds("{}{}".format, st.sampled_from(SIGNS), quantities) | st.just("效果明显")
amounts = st.builds("{}{}".format, signed, st.sampled_from(["元", "万元", "万亿元"]))
rates = st.builds("{}{}".format, numbers, st.sampled_from(["%", "‰", "倍"]))
indicators = st.fixed_dictionaries(
    {"name": st.just("甲")}, optional={"target": cells, "actual": cells, "weight": st.integers(0, 100)}
)
budgets = st.fixed_dictionaries(
    {"year": st.just(2021)},
    optional={
        **dict.fromkeys([*WRONG_IN, "original", "adjusted"], amounts),
        "income_sources": st.lists(
            st.fixed_dictionaries({"name": st.just("乙"), "amount": amounts}), max_size=3
        ),
        "reported_execution_rate": rates,
        "reported_completion_rate": rates,
    },
)
breakdowns = st.fixed_dictionaries(
    {
        "name": st.just("丙"),
        "total": quantities,
        "parts": st.lists(st.fixed_dictionaries({"name": st.just("丁"), "amount": quantities}), max_size=3),
    }
)
documents = st.fixed_dictionaries(
    {"schema": st.just(1), "department": st.just({"name": "某局"}), "year": st.integers(1949, 2199)},
    optional={
        "budget": budgets,
        "goals": st.lists(indicators, max_size=3).map(lambda rows: [{"text": "戊", "indicators": rows}]),
        "breakdowns": st.lists(breakdowns, max_size=2),
        "reported_total": st.integers(0, 1000),
    },
)


@given(documents)
def test_whatever_can_be_read_can_be_reviewed_and_reported(document):
    try:
        evaluation = gp.from_json(json.dumps(document), gp.Evaluation)
    except gp.InputError:
        reject()
    found = review(evaluation)
    assert review(evaluation) == found
    assert all(finding.explain(lang) for finding in found for lang in ("zh", "en"))
    order = [list(gp.Severity).index(finding.severity) for finding in found]
    assert order == sorted(order)
    assert gp.report(evaluation) == gp.report(evaluation)
