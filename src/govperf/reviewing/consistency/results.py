"""Money and results (资金与绩效): results without money, money without results, costs that were not spent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import attrs

from govperf.messages import message
from govperf.model import Budget, CompletionRate, EvaluationKind, Rate, Score, Severity, Undefined
from govperf.monitoring import Light, SelfEvaluationAlert, monitoring_rules, self_evaluation_alert
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.consistency.agreement import agrees, known_figure, listed, plain_name
from govperf.reviewing.form import Form, Row
from govperf.units import Quantity

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["RESULTS"]

_LANGUAGES: Final[tuple[Language, ...]] = ("en", "zh")
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


_CHOICE: Final = "没有成文规定"


@check(
    "finding.alert",
    Severity.WARNING,
    family="consistency",
    source="自评预警 (S/90 − e) / (S/90) > 5 %, unspent > 20 %",
    provenance="in use",
)
def _alert(form: Form) -> Iterator[Hit]:
    """Self-evaluation alert (自评预警): indicators score too well for the money spent, or much is unspent.

    Where a score cannot be computed, the printed one counts. Never flagged: an evaluation by others; a form
    without what was spent or without a budget above zero; a budget that is all but spent, whatever points a
    rule book gives for that; one of which nothing at all was spent, though targets are reached:
    `finding.spent-nothing` says more of it.
    """
    budget, spent = form.evaluation.budget, form.card.budget_score.rate
    if budget is None or form.evaluation.kind is not EvaluationKind.SELF:
        return
    if not isinstance(spent, Rate) or (not spent.exact and _reached(form)):
        return
    rules = monitoring_rules()
    if 1 - spent.exact <= min(Fraction(rules.deviation.value), Fraction(rules.unspent.value)):
        return  # even full points are no better than that by the limit
    alert = form.alert
    if isinstance(alert.deviation, Undefined):
        alert = _as_printed(form) or alert
    light = _light(alert, spent)
    if light is None:
        return
    rate = alert.deviation if light is Light.RED else alert.unspent
    details = {f"why_{lang}": message(f"consistency.alert-{light.value}", {}, lang) for lang in _LANGUAGES}
    details |= {f"figures_{lang}": rate.explain(lang) for lang in _LANGUAGES}
    yield Hit(_EXECUTED, details, _amounts(budget), Severity.HINT if light is Light.YELLOW else None)


def _light(alert: SelfEvaluationAlert, spent: Rate) -> Light | None:
    """Red only where the money itself falls short, and not its points alone; yellow where much is left."""
    rules, scored = monitoring_rules(), alert.indicators
    if alert.light is Light.RED and isinstance(scored, Rate):
        short = scored.exact - spent.exact
        if short > Fraction(rules.deviation.value) * scored.exact:
            return Light.RED
    return Light.YELLOW if 1 - spent.exact > Fraction(rules.unspent.value) else None


def _as_printed(form: Form) -> SelfEvaluationAlert | None:
    """The alert with the printed score wherever none can be computed; None where one is not printed."""
    scores: list[Score] = []
    for row in form.rows:
        score, printed = row.score, row.indicator.reported_points
        if isinstance(score.points, Undefined):
            if printed is None or isinstance(score.full, Undefined):
                return None
            score = attrs.evolve(score, points=printed)
        scores.append(score)
    return self_evaluation_alert(attrs.evolve(form.card, scores=tuple(scores)))


def _amounts(budget: Budget) -> dict[str, object]:
    """What was spent of which budget."""
    named = {name: getattr(budget, name) for name in ("executed", "adjusted", "original")}
    return {f"$.budget.{name}": amount for name, amount in named.items() if amount is not None}


@check("finding.spent-nothing", Severity.HINT, family="consistency", source=_CHOICE)
def _spent_nothing(form: Form) -> Iterator[Hit]:
    """Nothing spent (分文未支): nothing of a budget was spent, and yet targets are reached.

    A warning where one of them cannot be reached without money: grants, purchases, payments, an amount of
    money; a hint else, for it may be paid for next year. Never flagged: a budget of zero; a budget of which
    a row by source says that something was spent; a figure of zero, and what was not reached.
    """
    budget = form.evaluation.budget
    if budget is None or budget.executed is None or budget.executed:
        return
    granted = budget.original if budget.adjusted is None else budget.adjusted
    if not granted or any(line.executed for line in budget.sources):
        return
    reached = _reached(form)
    paid = [row for row in reached if _needs_money(row)]
    if reached:
        rows = paid or reached
        details = {"budget": granted, **listed([row.indicator.name for row in rows])}
        figures = _amounts(budget) | {f"{row.path}.actual": row.indicator.actual for row in rows}
        yield Hit(_EXECUTED, details, figures, Severity.WARNING if paid else None)


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


@check("finding.cost-expenditure", Severity.WARNING, family="consistency", source="勾稽关系")
def _cost_expenditure(form: Form) -> Iterator[Hit]:
    """Total cost against expenditure (总成本与执行数): a row states another amount than was spent.

    A hint where rounding may explain it and the row merely repeats its target. Never flagged: unit costs,
    savings, rates and costs per head; a total investment, which may be of several years; a figure whose
    unit is not certain; a form of a whole department, or with several such rows; what agrees with a row by
    source of funds.
    """
    budget = form.evaluation.budget
    if budget is None or not form.evaluation.project.strip():
        return
    rows = [row for row in form.rows if _is_total_cost(row)]
    cost = known_figure(rows[0]) if len(rows) == 1 else None
    if cost is None or not cost.unit.is_money:
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
