"""Spending (支出核对): what was spent beside the budget for it, and month after month."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from govperf.messages import message
from govperf.model import Budget, BudgetLine, Part, Progress, Severity
from govperf.model.budget_figures import figure_name
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.form import Form
from govperf.reviewing.identities.equations import half_a_digit, money
from govperf.reviewing.listing import both, several
from govperf.units import Quantity

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["SPENDING"]

_FAMILY: Final = "identities"
_DECEMBER: Final = 12

_CONTROLLED: Final = (
    "operating",
    "three_public",
    "overseas",
    "vehicles",
    "vehicle_purchase",
    "vehicle_running",
    "hospitality",
)
"""The lines that the framework of 53号 wants to stay within their budget: 公用经费 and 三公经费."""


class _Row(NamedTuple):
    """A line of the budget, what was spent on it, and the budget for it."""

    field: str
    spent: Quantity
    stage: str
    plan: Quantity


@check(
    "finding.budget-year",
    Severity.WARNING,
    family=_FAMILY,
    source="an evaluation is of the budget of its year",
)
def _budget_year(form: Form) -> Iterator[Hit]:
    """A budget of another year than the evaluation (预算年度不符).

    Not flagged: the same year; a form without a budget.
    """
    budget, year = form.evaluation.budget, form.evaluation.year
    if budget is not None and budget.year != year:
        years = {"year": year, "budget": budget.year}
        yield Hit("$.budget.year", years, {"$.year": year, "$.budget.year": budget.year})


@check(
    "finding.over-budget",
    Severity.WARNING,
    family=_FAMILY,
    source="财预〔2020〕10号: an execution rate gives no more than its points",
    provenance="recalled",
)
def _over_budget(form: Form) -> Iterator[Hit]:
    """More spent than the adjusted budget (超预算).

    Not flagged: what was spent beyond the original budget, which may have been added to; an excess that the
    decimals of the budget explain (89.974 of 89.97); amounts in 元 and 万元 (scale-slip).
    """
    budget = form.evaluation.budget
    if budget is None or budget.executed is None or budget.adjusted is None:
        return
    if _is_over(budget) and not form.slip:
        details = {"executed": budget.executed, "adjusted": budget.adjusted}
        figures = {"$.budget.executed": budget.executed, "$.budget.adjusted": budget.adjusted}
        if budget.reported_execution_rate is not None:
            figures["$.budget.reported_execution_rate"] = budget.reported_execution_rate
        yield Hit("$.budget.executed", details, figures)


@check(
    "finding.category-over-budget",
    Severity.WARNING,
    family=_FAMILY,
    source="framework of 财预〔2013〕53号: 公用经费控制率 and 三公经费控制率 of 100 % at most",
    provenance="recalled",
)
def _category_over_budget(form: Form) -> Iterator[Hit]:
    """Lines that cost more than their budget (分类支出超预算), all of them in one finding.

    Looked at are 公用经费 and 三公经费 with its parts, beside their adjusted budget, else their original
    one, and the rows by source of funds beside their adjusted one.

    Not flagged: lines without a budget; 人员经费, 基本支出 and 项目支出; a row by source where all is over
    budget (over-budget) or the total row is empty; an excess that the decimals of the budget explain.
    """
    budget = form.evaluation.budget
    over = [row for row in _rows(budget) if _is_above(row.spent, row.plan)] if budget is not None else []
    if budget is not None and over:
        figures: dict[str, object] = {}
        for row in over:
            figures |= {
                f"$.budget.{row.field}.executed": row.spent,
                f"$.budget.{row.field}.{row.stage}": row.plan,
            }
        said = several("lines", lambda lang: [_row_said(budget, row, lang) for row in over])
        yield Hit(next(iter(figures)), said, figures)


@check(
    "finding.progress-falls",
    Severity.WARNING,
    family=_FAMILY,
    source="what was spent since January adds up from month to month",
)
def _progress_falls(form: Form) -> Iterator[Hit]:
    """Expenditure since January that falls from one month to a later one (累计执行数下降).

    The expenditure of the year follows the last month. Not flagged: the same amount again, a fall that
    rounding explains, December beside the year (progress-december).
    """
    budget = form.evaluation.budget
    if budget is None or not budget.progress:
        return
    steps = [
        (f"$.budget.progress[{i}].executed", str(item.month), item.executed)
        for i, item in enumerate(budget.progress)
    ]
    if budget.executed is not None and budget.progress[-1].month != _DECEMBER:
        steps.append(("$.budget.executed", "", budget.executed))
    falls = [
        (before, after)
        for before, after in pairwise(steps)
        if before[2] > after[2] and _differ(before[2], after[2])
    ]
    if falls:
        (_, month, before), (path, later, after) = falls[0]
        code = "figure.to-month" if later else "figure.of-year"
        details = {
            "month": month,
            "before": before,
            "after": after,
            **both("later", lambda lang: message(code, {"month": later}, lang)),
        }
        yield Hit(path, details, {step[0]: step[2] for fall in falls for step in fall})


@check(
    "finding.progress-december",
    Severity.WARNING,
    family=_FAMILY,
    source="what was spent to the end of December is that of the year",
)
def _progress_december(form: Form) -> Iterator[Hit]:
    """Expenditure to the end of December that is not that of the year (12月累计与全年不符).

    Not flagged: what rounding explains; a form without December or without the year.
    """
    budget = form.evaluation.budget
    if budget is None or not budget.progress or budget.executed is None:
        return
    last = budget.progress[-1]
    if last.month == _DECEMBER and _differ(last.executed, budget.executed):
        path = f"$.budget.progress[{len(budget.progress) - 1}].executed"
        details = {"december": last.executed, "executed": budget.executed}
        yield Hit(path, details, {path: last.executed, "$.budget.executed": budget.executed})


@check(
    "finding.negative-amount",
    Severity.WARNING,
    family=_FAMILY,
    source="a budget, income or expenditure is not below zero",
)
def _negative_amount(form: Form) -> Iterator[Hit]:
    """Budgets, income or expenditure below zero (负数金额), all of them in one finding.

    A negative carry-over is a hint: it may be a deficit that was carried on. Not flagged: adjustments, which
    may take off; zero.
    """
    budget = form.evaluation.budget
    if budget is None:
        return
    below = {path: amount for path, amount in budget.amounts() if amount.magnitude < 0}
    found = {path: amount for path, amount in below.items() if not path.startswith("adjustments[")}
    if found:
        said = several(
            "amounts",
            lambda lang: [f"{_named(budget, path, lang)} {amount}" for path, amount in found.items()],
        )
        carried = all(path.startswith("carried_") for path in found)
        figures = {f"$.budget.{path}": amount for path, amount in found.items()}
        yield Hit(next(iter(figures)), said, figures, Severity.HINT if carried else None)


SPENDING: Final[tuple[Check, ...]] = (
    _budget_year,
    _over_budget,
    _category_over_budget,
    _progress_falls,
    _progress_december,
    _negative_amount,
)


def _rows(budget: Budget) -> Iterator[_Row]:
    """The lines that are to stay within their budget."""
    for name in _CONTROLLED:
        line: BudgetLine | None = getattr(budget, name)
        if line is not None:
            stage = "original" if line.adjusted is None else "adjusted"
            yield from _row(name, line, stage)
    if budget.adjusted and not _is_over(budget):
        for i, line in enumerate(budget.sources):
            yield from _row(f"sources[{i}]", line, "adjusted")


def _row(field: str, line: BudgetLine, stage: str) -> Iterator[_Row]:
    plan: Quantity | None = getattr(line, stage)
    if line.executed is not None and plan is not None:
        yield _Row(field, line.executed, stage, plan)


def _row_said(budget: Budget, row: _Row, lang: Language) -> str:
    details = {"name": _named(budget, f"{row.field}.executed", lang), "spent": row.spent, "plan": row.plan}
    return message("figure.beyond", details, lang)


def _is_over(budget: Budget) -> bool:
    executed, adjusted = budget.executed, budget.adjusted
    return executed is not None and adjusted is not None and _is_above(executed, adjusted)


def _is_above(spent: Quantity, plan: Quantity) -> bool:
    """Whether more was spent than planned, and not only than the decimals of the plan show."""
    if spent <= plan:
        return False
    whole = plan.magnitude == plan.magnitude.to_integral_value()
    return whole or money(spent) - money(plan) > _hidden(plan)


def _differ(one: Quantity, other: Quantity) -> bool:
    """Whether two figures that should be one differ by more than rounding explains."""
    return one != other and abs(money(one) - money(other)) > _hidden(one) + _hidden(other)


def _hidden(amount: Quantity) -> Fraction:
    """What rounding may hide of an amount."""
    return half_a_digit(amount) * amount.unit.factor


def _named(budget: Budget, path: str, lang: Language) -> str:
    """What the figure at a path is called: a member of a list by its own name."""
    field, _, stage = path.partition(".")
    name, _, number = field.partition("[")
    if not number:
        return figure_name(path, lang)
    item: Part | BudgetLine | Progress = getattr(budget, name)[int(number.removesuffix("]"))]
    if isinstance(item, Progress):
        return message("figure.to-month", {"month": item.month}, lang)
    label = item.name or figure_name(name, lang)
    if stage in {"executed", "amount"}:
        return label
    column = message(f"figure.{stage}", {}, lang)
    return f"{label} ({column})" if lang == "en" else label + column
