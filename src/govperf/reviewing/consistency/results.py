"""Money and results (资金与绩效): results without money, money without results, costs that were not spent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Final

from govperf.messages import message
from govperf.model import Budget, CompletionRate, EvaluationKind, Rate, Severity, Undefined
from govperf.monitoring import Light, SelfEvaluationAlert, monitoring_rules
from govperf.monitoring.self_evaluation import alert_of
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.consistency.agreement import agrees, known_figure, listed, plain_name
from govperf.reviewing.consistency.deviations import has_reason
from govperf.reviewing.form import Form, Row
from govperf.reviewing.listing import both
from govperf.units import Quantity

__all__ = ["RESULTS"]

_EXECUTED: Final = "$.budget.executed"

_PAID: Final = re.compile("发放|拨付|支付|到位|补助|补贴|资助|采购|购置")
"""What cannot be done without money."""

_TOTAL_COST: Final = re.compile(
    "(?:(?:本?项目|工程)成本"
    "|(?:本?项目|工程|年度|全年)?(?:总成本|成本总|成本控制总?|总成本控制|总支出|支出总|实际支出"
    "|资金支出总|资金投入|资金投入总|投入资金|投入资金总|资金总投入|资金使用总?))"
    "(?:数|额|金额)?(?:指标)?(?:[（(][^（(]{0,12}[)）])?"
)
"""Names of the whole cost of a project. 单位成本, 人均成本 and 成本节约额 are none of them, nor 总投资, which
may be of several years."""


_OF_MONEY: Final = ("成本", "执行率", "支出进度")
"""What rows are called in which a form explains money that is left over."""

_UNPAID: Final = "what is bought, paid or granted in a year is paid from its budget"
_COST: Final = "the whole cost of a project is what was spent on it"


@check(
    "finding.alert",
    Severity.WARNING,
    family="consistency",
    source="rule code of systems in use (自评预警): (S/90 − e) / (S/90) above 5 %, or more than 20 % unspent",
    provenance="in use",
)
def _alert(form: Form) -> Iterator[Hit]:
    """Self-evaluation alert (自评预警): indicators score too well for the money spent, or much is unspent.

    A warning where both is so, a hint where one is. Printed scores count, computed ones where none is
    printed. Never flagged: an evaluation by others; a form without what was spent or without a budget above
    zero; a budget that is all but spent, whatever points a rule book gives for that; money left over whose
    reason stands in a row of costs or of the budget execution; one of which nothing at all was spent, though
    targets are reached: `finding.spent-nothing` says more of it.
    """
    budget, spent = form.evaluation.budget, form.card.budget_score.rate
    if budget is None or form.evaluation.kind is not EvaluationKind.SELF:
        return
    if not isinstance(spent, Rate) or (not spent.exact and _reached(form) and not _is_called_off(form)):
        return
    unspent = 1 - spent.exact
    better, most = _limits()
    if unspent <= better and unspent <= most:
        return  # even full points are no better than that by the limit
    alert = _alerted(form)
    light = _light(alert, spent.exact, unspent)
    if light is None or any(map(_explains_saving, form.rows)):
        return
    grave = light is Light.RED and unspent > most
    yield Hit(_EXECUTED, _said(alert, light), _amounts(budget), None if grave else Severity.HINT)


def _said(alert: SelfEvaluationAlert, light: Light) -> dict[str, object]:
    """The sentence of an alert, with its terms and its limit."""
    better, most = _limits()
    figures: dict[str, object] = {"unspent": alert.unspent, "limit": _percent(most)}
    if light is Light.RED:
        terms = {"scored": f"{alert.indicators:.1}", "executed": f"{alert.execution:.1}"}
        figures = {**terms, "deviation": alert.deviation, "limit": _percent(better)}
    return both("said", lambda lang: message(f"consistency.alert-{light.value}", figures, lang))


@cache
def _percent(share: Fraction) -> str:
    """A limit as a percentage without zeros that say nothing."""
    return f"{Rate(share):.2}".rstrip("0%").rstrip(".") + "%"


def _explains_saving(row: Row) -> bool:
    """Whether a row of costs or of the budget execution says why less was spent."""
    indicator = row.indicator
    named = (indicator.name, *indicator.category)
    return has_reason(row) and any(word in label for word in _OF_MONEY for label in named)


@cache
def _limits() -> tuple[Fraction, Fraction]:
    """How much better than the money indicators may score, and how much of it may be left."""
    rules = monitoring_rules()
    return Fraction(rules.deviation.value), Fraction(rules.unspent.value)


def _light(alert: SelfEvaluationAlert, spent: Fraction, unspent: Fraction) -> Light | None:
    """Red only where the money itself falls short, and not its points alone; yellow where much is left."""
    better, most = _limits()
    if alert.light is Light.RED and isinstance(alert.indicators, Rate):
        scored = alert.indicators.exact
        if scored - spent > better * scored:
            return Light.RED
    return Light.YELLOW if unspent > most else None


def _alerted(form: Form) -> SelfEvaluationAlert:
    """The alert by the printed scores, and by the computed one where none is printed."""
    pairs = [_points(row) for row in form.rows if row.score.applicable]
    points, full = [one for one, _ in pairs], [one for _, one in pairs]
    return alert_of(points, full, form.card.budget_score, monitoring_rules())


def _points(row: Row) -> tuple[Decimal | Undefined, Decimal | Undefined]:
    """What a row got, of how much."""
    printed, weight = row.indicator.reported_points, row.indicator.weight
    return (row.score.points, row.score.full) if printed is None or weight is None else (printed, weight)


def _amounts(budget: Budget) -> dict[str, object]:
    """What was spent of which budget."""
    named = {name: getattr(budget, name) for name in ("executed", "adjusted", "original")}
    return {f"$.budget.{name}": amount for name, amount in named.items() if amount is not None}


@check("finding.spent-nothing", Severity.HINT, family="consistency", source=_UNPAID)
def _spent_nothing(form: Form) -> Iterator[Hit]:
    """Nothing spent (全年未支出): nothing of a budget was spent, and yet targets are reached.

    A warning where one of them cannot be reached without money: grants, purchases, payments, an amount of
    money; a hint else, for it may be paid for next year. Never flagged: a budget of zero; a budget of which
    a row by source says that something was spent; a figure of zero, and what was not reached; a project that
    was not carried out, whose printed scores are all zero.
    """
    budget = form.evaluation.budget
    if budget is None or budget.executed is None or budget.executed:
        return
    granted = budget.original if budget.adjusted is None else budget.adjusted
    if not granted or any(line.executed for line in budget.sources) or _is_called_off(form):
        return
    reached = _reached(form)
    paid = [row for row in reached if _needs_money(row)]
    if reached:
        rows = paid or reached
        details = {"budget": granted, **listed([row.indicator.name for row in rows])}
        figures = _amounts(budget) | {f"{row.path}.actual": row.indicator.actual for row in rows}
        yield Hit(_EXECUTED, details, figures, Severity.WARNING if paid else None)


def _is_called_off(form: Form) -> bool:
    """Whether nothing was spent and every score that is printed is zero (未实施)."""
    budget = form.evaluation.budget
    if budget is None or budget.executed is None or budget.executed:
        return False
    printed = [row.indicator.reported_points for row in form.rows]
    given = [points for points in printed if points is not None]
    return bool(given) and not any(given)


def _reached(form: Form) -> list[Row]:
    """The rows whose target is reached by a figure above zero."""
    return [row for row in form.rows if _is_reached(row)]


def _is_reached(row: Row) -> bool:
    actual, rate = row.indicator.actual, row.rate
    figure = None if actual is None else actual.quantity
    applies = not row.indicator.not_applicable and isinstance(rate, CompletionRate) and rate.met
    return applies and figure is not None and figure.magnitude > 0


def _needs_money(row: Row) -> bool:
    figure = known_figure(row)
    return _PAID.search(row.indicator.name) is not None or (figure is not None and figure.unit.is_money)


@check("finding.cost-expenditure", Severity.WARNING, family="consistency", source=_COST)
def _cost_expenditure(form: Form) -> Iterator[Hit]:
    """Total cost against expenditure (总成本与执行数): a row states another amount than was spent.

    A hint where rounding may explain it and the row merely repeats its target. Never flagged: unit costs,
    savings, rates and costs per head; a total investment, which may be of several years; a figure whose
    unit is not certain; a form of a whole department, or with several such rows; what agrees with a row by
    source of funds; a project that was not carried out.
    """
    budget = form.evaluation.budget
    if budget is None or not form.evaluation.project.strip():
        return
    rows = [row for row in form.rows if _is_total_cost(row)]
    cost = known_figure(rows[0]) if len(rows) == 1 else None
    if cost is None or not cost.unit.is_money or _is_called_off(form):
        return
    spent = {path: amount for path, amount in _spent(budget).items() if amount.unit.adds_to(cost.unit)}
    close = any(agrees(amount, cost) for amount in spent.values())
    if not spent or any(amount == cost for amount in spent.values()):
        return
    if close and not _repeats_target(rows[0], cost):
        return
    path, amount = next(iter(spent.items()))
    place = f"{rows[0].path}.actual"
    details = {"name": rows[0].indicator.name, "cost": cost, "spent": amount}
    yield Hit(
        place, details, {place: rows[0].indicator.actual, path: amount}, Severity.HINT if close else None
    )


def _is_total_cost(row: Row) -> bool:
    name = plain_name(row.indicator.name)
    return not row.indicator.not_applicable and _TOTAL_COST.fullmatch(name) is not None


def _spent(budget: Budget) -> dict[str, Quantity]:
    """What was spent, all together and by source; a total of zero does not count beside its sources."""
    spent = {
        f"$.budget.sources[{i}].executed": line.executed
        for i, line in enumerate(budget.sources)
        if line.executed
    }
    total = budget.executed
    return spent if total is None or (spent and not total) else {_EXECUTED: total, **spent}


def _repeats_target(row: Row, cost: Quantity) -> bool:
    target = row.indicator.target
    return target is not None and target.quantity is not None and target.quantity == cost


RESULTS: Final[tuple[Check, ...]] = (_alert, _spent_nothing, _cost_expenditure)
"""The checks of money against results."""
