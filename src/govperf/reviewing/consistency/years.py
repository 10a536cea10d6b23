"""Year to year (年度核对): a form beside the same form of the year before."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from govperf.messages import message
from govperf.model import Actual, Budget, Indicator, Operator, Rate, Severity
from govperf.model.budget_figures import figure_name
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.consistency.agreement import agrees, listed, size
from govperf.reviewing.consistency.counterparts import Counterpart, other_form, year_before
from govperf.reviewing.form import Form
from govperf.units import Quantity

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["YEARS"]

_LANGUAGES: Final[tuple[Language, ...]] = ("en", "zh")
_NONE: Final = Fraction(0)
_FEWEST: Final = 3
"""Measured figures that are no coincidence when all of them are those of the year before."""
_MORE: Final = frozenset({Operator.AT_LEAST, Operator.MORE_THAN})
_LESS: Final = frozenset({Operator.AT_MOST, Operator.LESS_THAN})
_CARRIED: Final = ("carried_in", "carried_out")
_GROWTH: Final = "checks of systems in use: (this year − last year) / last year"
_CARRY: Final = "勾稽关系: 年初结转结余 is 年末结转结余 of the year before"
_ORDER: Final = "a form is compared with the same form of the year before"
_GOAL: Final = "a target follows from what was reached before"
_ALIKE: Final = "measured figures hardly return all alike"


@check("finding.previous-other", Severity.WARNING, family="consistency", source=_ORDER)
def _previous_other(form: Form) -> Iterator[Hit]:
    """Other form (非同一表): the form to compare with is of another department or project.

    Nothing is compared then. Never flagged: names that differ by spaces or by a year.
    """
    other = other_form(form.evaluation, form.previous)
    if other is not None:
        path, own, theirs = other
        yield Hit(path, {"own": own or "—", "other": theirs or "—"}, {path: own})


@check("finding.year-order", Severity.WARNING, family="consistency", source=_ORDER)
def _year_order(form: Form) -> Iterator[Hit]:
    """Other year (年度不衔接): the form to compare with is not of the year before; nothing is compared then.

    Never flagged: a review without such a form; one of another department or project (previous-other).
    """
    if form.previous is None or other_form(form.evaluation, form.previous):
        return
    if year_before(form.evaluation, form.previous) is None:
        years = {"year": form.evaluation.year, "previous": form.previous.year}
        yield Hit("$.year", years, {"$.year": form.evaluation.year})


@check("finding.year-jump", Severity.HINT, family="consistency", source=_GROWTH, provenance="in use")
def _year_jump(form: Form) -> Iterator[Hit]:
    """Jump (年度突变): an actual changed from year to year by more than the limit of the rule book.

    Never flagged: a change that the targets made too; figures of different kinds or below zero; ranges; a
    name that one of the forms has twice.
    """
    limit = Fraction(form.limits.jump.value) if form.counterparts else _NONE
    for pair in form.counterparts:
        now, then = _reached(pair.now.actual), _reached(pair.then.actual)
        if now is None or then is None or not _jumps(now, then, limit) or _is_planned(pair, limit):
            continue
        details = {"name": pair.now.name, "now": now, "then": then, **_change(now, then)}
        yield Hit(f"{pair.path}.actual", details, {f"{pair.path}.actual": pair.now.actual})


@check("finding.budget-jump", Severity.HINT, family="consistency", source=_GROWTH, provenance="in use")
def _budget_jump(form: Form) -> Iterator[Hit]:
    """Budget jump (预算突变): figures of the budget changed from year to year by more than the limit.

    One for the budget. Never flagged: what was carried over, which is small and moves a lot; rows by source
    and months, which do not stand at the same place each year.
    """
    now, then = _budgets(form)
    if now is None or then is None:
        return
    limit, earlier = Fraction(form.limits.jump.value), _compared(then)
    found = [
        (name, amount, earlier[name])
        for name, amount in _compared(now).items()
        if name in earlier and _jumps(amount, earlier[name], limit)
    ]
    if not found:
        return
    first, amount, before = found[0]
    details = {"now": amount, "then": before, **_change(amount, before)}
    for lang in _LANGUAGES:
        names = listed([figure_name(name, lang) for name, *_ in found])
        details[f"names_{lang}"] = names[f"names_{lang}"]
    yield Hit(f"$.budget.{first}", details, {f"$.budget.{name}": value for name, value, _ in found})


@check("finding.carried-over", Severity.WARNING, family="consistency", source=_CARRY)
def _carried_over(form: Form) -> Iterator[Hit]:
    """Carry-over (结转不衔接): what the year begins with is not what the year before ended with.

    Never flagged: a difference by rounding; amounts of two currencies; a form that leaves out one of them.
    """
    now, then = _budgets(form)
    begun = None if now is None else now.carried_in
    left = None if then is None else then.carried_out
    if begun is not None and left is not None and begun.unit.adds_to(left.unit) and not agrees(begun, left):
        path = "$.budget.carried_in"
        yield Hit(path, {"begun": begun, "left": left}, {path: begun})


@check("finding.target-lowered", Severity.HINT, family="consistency", source=_GOAL)
def _target_lowered(form: Form) -> Iterator[Hit]:
    """Lowered target (指标值过低): a target is easier by far than what was reached in the year before.

    Never flagged: what is to be reached exactly, ranges, dates and prose; an amount to be spent at most; a
    year before in which nothing was reached; a target easier by no more than the limit of the rule book.
    """
    limit = Fraction(form.limits.jump.value) if form.counterparts else _NONE
    for pair in form.counterparts:
        target, then = pair.now.target, _reached(pair.then.actual)
        if target is None or target.quantity is None or then is None or then.magnitude <= 0:
            continue
        if not target.quantity.unit.adds_to(then.unit):
            continue
        share = size(target.quantity) / size(then)
        eased = {target.operator in _MORE: share < 1 - limit, target.operator in _LESS: share > 1 + limit}
        if eased.get(True) and not (target.operator in _LESS and then.unit.is_money):
            figures = {f"{pair.path}.target": target}
            yield Hit(f"{pair.path}.target", {"name": pair.now.name, "target": target, "then": then}, figures)


@check("finding.copied", Severity.HINT, family="consistency", source=_ALIKE)
def _copied(form: Form) -> Iterator[Hit]:
    """Copied (照抄上年): all measured actuals are those of the year before.

    One for the form. Never flagged: fewer than three such figures; figures that merely are their targets, or
    a full 100 %, for these may well return; a form in which one figure is new.
    """
    same: list[Counterpart] = []
    for pair in form.counterparts:
        now, then = _reached(pair.now.actual), _reached(pair.then.actual)
        if now is None or then is None:
            continue
        if now != then:
            return
        if _is_telling(now, pair.now):
            same.append(pair)
    if len(same) >= _FEWEST:
        details = listed([pair.now.name for pair in same])
        yield Hit("$.goals", details, {f"{pair.path}.actual": pair.now.actual for pair in same})


def _reached(actual: Actual | None) -> Quantity | None:
    return None if actual is None else actual.quantity


def _aim(indicator: Indicator) -> Quantity | None:
    return None if indicator.target is None else indicator.target.quantity


def _jumps(now: Quantity, then: Quantity, limit: Fraction) -> bool:
    """Whether a figure changed by more than a part of what it was; from zero to anything is a jump."""
    if not now.unit.adds_to(then.unit) or min(now.magnitude, then.magnitude) < 0:
        return False
    return abs(size(now) - size(then)) > limit * size(then)


def _is_planned(pair: Counterpart, limit: Fraction) -> bool:
    aim, before = _aim(pair.now), _aim(pair.then)
    return aim is not None and before is not None and _jumps(aim, before, limit)


def _change(now: Quantity, then: Quantity) -> dict[str, object]:
    """By how much, in words; from zero there is no rate."""
    if not then:
        return {f"change_{lang}": message("consistency.from-zero", {}, lang) for lang in _LANGUAGES}
    rate = Rate(size(now) / size(then) - 1)
    sign = "+" if rate.exact > 0 else ""
    return {f"change_{lang}": f"{sign}{rate}" for lang in _LANGUAGES}


def _budgets(form: Form) -> tuple[Budget | None, Budget | None]:
    before = year_before(form.evaluation, form.previous)
    return (None, None) if before is None else (form.evaluation.budget, before.budget)


def _compared(budget: Budget) -> dict[str, Quantity]:
    return {name: amount for name, amount in budget.amounts() if name not in _CARRIED and "[" not in name}


def _is_telling(figure: Quantity, indicator: Indicator) -> bool:
    """Whether a figure is one that would not simply return: neither its target nor the whole of something."""
    aim = _aim(indicator)
    return figure != Quantity(100, "%") and figure.magnitude > 0 and figure != aim


YEARS: Final[tuple[Check, ...]] = (
    _previous_other,
    _year_order,
    _year_jump,
    _budget_jump,
    _carried_over,
    _target_lowered,
    _copied,
)
"""The checks of two years."""
