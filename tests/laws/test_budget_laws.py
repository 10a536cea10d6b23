"""Laws of a budget: its rates are exact whatever the unit, and follow from their formulas."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govperf.model
from govperf.errors import DataError
from govperf.model import Adjustment, Budget, BudgetLine, Evaluation, Part, Progress, Rate, Undefined
from govperf.model.budget_line import STAGES
from govperf.reviewing import cross_checks, review
from govperf.units import Quantity

FEN = {"元": 2, "万元": 6, "亿元": 10}
WHOLE = ("original", "adjusted", "received", "executed", "income", "carried_in", "carried_out")
LINES = (
    *("operating", "procurement", "project", "key_projects"),
    *("three_public", "overseas", "hospitality", "vehicles", "vehicle_purchase", "vehicle_running"),
)
RATES = {
    "execution_rate": lambda budget, _: budget.execution_rate,
    "received_execution_rate": lambda budget, _: budget.received_execution_rate,
    "available_funds_rate": lambda budget, _: budget.available_funds_rate,
    "adjustment_rate": lambda budget, _: budget.adjustment_rate,
    "addition_rate": lambda budget, _: budget.addition_rate,
    "carry_over_change_rate": lambda budget, _: budget.carry_over_change_rate,
    "progress_rate": lambda budget, _: budget.progress_rate(7),
    "payment_progress_rate": lambda budget, _: budget.payment_progress_rate(7),
    **{
        f"{name} {basis}": lambda budget, _, name=name, basis=basis: getattr(budget, name)(basis=basis)
        for name in (
            *("funding_rate", "completion_rate", "carry_over_rate", "operating_control_rate"),
            *("three_public_control_rate", "procurement_execution_rate", "key_projects_rate"),
        )
        for basis in ("original", "adjusted")
    },
    "carry_over_rate executed": lambda budget, _: budget.carry_over_rate(basis="executed"),
    **{
        f"three_public_change_rate {basis}": lambda budget, last, basis=basis: (
            budget.three_public_change_rate(last, basis=basis)
        )
        for basis in ("original", "adjusted", "executed")
    },
}

fen = st.integers(-(10**6), 10**12) | st.sampled_from([0, 1, -1])
rows = st.dictionaries(st.sampled_from(STAGES), fen)
amounts = st.fixed_dictionaries(
    {
        "whole": st.dictionaries(st.sampled_from(WHOLE), fen),
        "lines": st.dictionaries(st.sampled_from(LINES), rows),
        "adjustments": st.lists(fen, max_size=3),
        "progress": st.dictionaries(st.sampled_from([6, 7]), fen, max_size=1),
    }
)


def money(amount, unit):
    """So many 分 in a unit, without loss."""
    return Quantity(Decimal(amount).scaleb(-FEN[unit]), unit)


def budget_of(made, units):
    """A budget of amounts in 分, each in the unit that comes next."""
    put = lambda amount: money(amount, next(units))  # noqa: E731 - short for what all of them pass through
    return Budget(
        2021,
        **{name: put(amount) for name, amount in made["whole"].items()},
        **{
            name: BudgetLine(**{stage: put(amount) for stage, amount in columns.items()})
            for name, columns in made["lines"].items()
        },
        adjustments=[put(amount) for amount in made["adjustments"]],
        progress={month: put(amount) for month, amount in made["progress"].items()},
    )


def endless(units):
    while True:
        yield from units


units = st.lists(st.sampled_from(sorted(FEN)), min_size=1, max_size=9)


@given(amounts, amounts, units)
def test_the_unit_of_an_amount_changes_no_rate(this, last, others):
    plain = [budget_of(made, endless(["元"])) for made in (this, last)]
    mixed = [budget_of(made, endless(others)) for made in (this, last)]
    assert plain == mixed
    for rate in RATES.values():
        assert rate(*plain) == rate(*mixed)


@given(amounts, amounts)
def test_a_rate_is_a_fraction_or_has_a_reason(this, last):
    budgets = [budget_of(made, endless(["元"])) for made in (this, last)]
    for rate in RATES.values():
        made = rate(*budgets)
        if isinstance(made, Undefined):
            assert made.code.startswith("undefined.figure-")
            assert "…" not in made.explain("zh") + made.explain("en")
        else:
            assert type(made) is Rate
            assert type(made.exact) is Fraction
            assert all(made.terms)
            assert str(made).endswith("%")


def over(above, below):
    return None if above is None or below is None or below <= 0 else Fraction(above, below)


def less(ratio):
    return None if ratio is None else ratio - 1


def three_public(lines, stage):
    """The printed sum, else the parts of it, where 公务用车 may have parts again."""
    column = {name: columns.get(stage) for name, columns in lines.items()}
    both = [column.get(name) for name in ("vehicle_purchase", "vehicle_running")]
    vehicles = column.get("vehicles")
    if vehicles is None and None not in both:
        vehicles = sum(both)
    parts = [vehicles, column.get("overseas"), column.get("hospitality")]
    printed = column.get("three_public")
    return sum(parts) if printed is None and None not in parts else printed


def wanted(this, last):
    """Every rate from its formula, in whole 分."""
    whole, lines = this["whole"].get, this["lines"]
    column = lambda name, stage: lines.get(name, {}).get(stage)  # noqa: E731 - a cell of a table
    added = sum(amount for amount in this["adjustments"] if amount > 0) if this["adjustments"] else None
    if added is None and whole("adjusted") is not None and whole("adjusted") == whole("original"):
        added = 0
    funds = [whole("carried_in"), whole("original"), added]
    funds = None if None in funds else sum(funds)
    left = over(whole("carried_out"), funds)
    spent = this["progress"].get(7)
    progress = over(spent, whole("adjusted"))
    made = {
        "execution_rate": over(whole("executed"), whole("adjusted")),
        "received_execution_rate": over(whole("executed"), whole("received")),
        "available_funds_rate": None if left is None else 1 - left,
        "adjustment_rate": less(over(whole("adjusted"), whole("original"))),
        "addition_rate": over(added, whole("original")),
        "carry_over_change_rate": less(over(whole("carried_out"), whole("carried_in"))),
        "progress_rate": progress,
        "payment_progress_rate": None if progress is None else progress * 12 / 7,
        "carry_over_rate executed": over(whole("carried_out"), whole("executed")),
    }
    for basis in ("original", "adjusted"):
        made |= {
            f"funding_rate {basis}": over(whole("received"), whole(basis)),
            f"completion_rate {basis}": over(whole("executed"), whole(basis)),
            f"carry_over_rate {basis}": over(whole("carried_out"), whole(basis)),
            f"operating_control_rate {basis}": over(
                column("operating", "executed"), column("operating", basis)
            ),
            f"three_public_control_rate {basis}": over(
                three_public(lines, "executed"), three_public(lines, basis)
            ),
            f"procurement_execution_rate {basis}": over(
                column("procurement", "executed"), column("procurement", basis)
            ),
            f"key_projects_rate {basis}": over(column("key_projects", basis), column("project", basis)),
        }
    for basis in ("original", "adjusted", "executed"):
        change = less(over(three_public(lines, basis), three_public(last["lines"], basis)))
        made[f"three_public_change_rate {basis}"] = change
    return made


@given(amounts, amounts)
def test_every_rate_follows_its_formula(this, last):
    budgets = [budget_of(made, endless(["元"])) for made in (this, last)]
    found = {name: rate(*budgets) for name, rate in RATES.items()}
    exact = {name: None if isinstance(made, Undefined) else made.exact for name, made in found.items()}
    assert exact == wanted(this, last)


@given(amounts, amounts)
def test_terms_say_the_division(this, last):
    """What a reader divides gives the rate: a difference in brackets, a part of a year in brackets."""
    budgets = [budget_of(made, endless(["元"])) for made in (this, last)]
    for rate in RATES.values():
        made = rate(*budgets)
        if isinstance(made, Rate):
            above, below = made.terms
            assert worked(above) / worked(below) == made.exact


def worked(text):
    """The number of 元 that a term comes to."""
    if not text.startswith("("):
        return Fraction(Quantity.parse(text).to("元").magnitude)
    inner = text[1:-1]
    if " − " in inner:
        first, second = inner.split(" − ")
        return worked(first) - worked(second)
    amount, rest = inner.split(" × ")
    month, year = rest.split(" ÷ ")
    return worked(amount) * int(month) / int(year)


@given(fen, st.lists(fen, min_size=1, max_size=5), units)
def test_what_is_adjusted_adds_up(original, adjustments, others):
    made = endless(others)
    budget = Budget(
        2021,
        original=money(original, next(made)),
        adjustments=[money(amount, next(made)) for amount in adjustments],
        adjusted=money(original + sum(adjustments), next(made)),
    )
    (check,) = cross_checks(Evaluation("某局", 2021, budget=budget))
    assert check.verdict.value == "equal"
    assert not any(sign in check.explain() for sign in ("+ -", "- -"))


@given(amounts, units)
def test_any_budget_prints_itself_and_is_reviewed(made, others):
    budget = budget_of(made, endless(others))
    again = eval(  # noqa: S307 - our own
        repr(budget), {**vars(govperf.model), "Quantity": Quantity, "Decimal": Decimal}
    )
    assert again == budget == attrs.evolve(budget)
    assert hash(again) == hash(budget)
    assert [path for path, _ in budget.amounts()] == [path for path, _ in again.amounts()]
    for finding in review(Evaluation("某局", 2021, budget=budget)):
        assert finding.explain("zh") != finding.explain("en")


@given(st.lists(st.tuples(st.integers(1, 12), fen), max_size=6))
def test_months_rise_or_are_refused(pairs):
    months = [month for month, _ in pairs]
    given_months = [Progress(month, money(amount, "元")) for month, amount in pairs]
    if months == sorted(set(months)):
        assert Budget(2021, progress=given_months).progress == tuple(given_months)
    else:
        with pytest.raises(DataError) as caught:
            Budget(2021, progress=given_months)
        assert (caught.value.code, caught.value.path) == ("data.months", "progress")


@given(st.lists(st.tuples(st.text(min_size=1, max_size=5).filter(str.strip), fen), max_size=4))
def test_a_mapping_of_parts_is_a_list_of_them(pairs):
    given_parts = {name: money(amount, "万元") for name, amount in pairs}
    budget = Budget(2021, income_sources=given_parts)
    assert budget.income_sources == tuple(Part(name, amount) for name, amount in given_parts.items())
    assert Budget(2021, adjustments=[*given_parts.values()]).adjustments == tuple(
        Adjustment(amount) for amount in given_parts.values()
    )
