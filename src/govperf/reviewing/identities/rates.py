"""Printed rates (比率核对): can the form's own figures explain them?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from govperf.errors import InputError
from govperf.messages import message
from govperf.model import Budget, Rate, Severity, Undefined
from govperf.model.budget_figures import figure_name
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.form import Form
from govperf.reviewing.identities.equations import Verdict, half_a_digit, is_quotient, quotient_verdict
from govperf.reviewing.listing import both
from govperf.units import Quantity

__all__ = ["RATES"]

_FAMILY: Final = "identities"
_EXECUTION: Final = "self-evaluation form of 财预〔2020〕10号: 执行率 = 全年执行数 ÷ 全年预算数; filled forms"
_COMPLETION: Final = "framework of 财预〔2013〕53号: 预算完成率 = 预算完成数 ÷ 预算数"
_EXECUTION_RATE: Final = "reported_execution_rate"
_COMPLETION_RATE: Final = "reported_completion_rate"
_PLANS: Final = ("original", "adjusted")
_BASES: Final = (*_PLANS, "received", "income")
"""What an expenditure is divided by, in whatever text."""

_OTHERS: Final = {"original": Severity.WARNING, "received": Severity.HINT}
"""Bases of an execution rate that the form does not mean: 到位资金 is that of departmental evaluations."""

_DENOMINATORS: Final = {_EXECUTION_RATE: ("adjusted",), _COMPLETION_RATE: _PLANS}
_DECIMALS: Final = 2
"""As a rate prints by itself."""

_WHOLE: Final = Quantity(100, "%")


@check("finding.rate-differs", Severity.ERROR, family=_FAMILY, source=_EXECUTION, provenance="verified")
def _rate_differs(form: Form) -> Iterator[Hit]:
    """A printed execution rate that its amounts do not give (执行率不符).

    Not flagged: a rate that rounding explains (rate-rounded); 86 % for 86.20 %; 100 % where more was spent
    (over-budget); the quotient by another base (rate-base); amounts in 元 and 万元 (scale-slip).
    """
    if form.printed_rate is Verdict.BROKEN and not (_is_capped(form) or _base(form) or _is_slip(form)):
        yield _unequal(form)


@check("finding.rate-rounded", Severity.HINT, family=_FAMILY, source=_EXECUTION, provenance="verified")
def _rate_rounded(form: Form) -> Iterator[Hit]:
    """A printed execution rate that is not rounded half up, but that rounding may explain (执行率取整).

    It is off by less than one last digit, or by no more than the digits that the amounts do not print.
    Not flagged: a rate rounded half up, to whichever digit; 100 % where more was spent.
    """
    if form.printed_rate is Verdict.ROUNDING and not _is_capped(form):
        yield _unequal(form)


@check("finding.rate-base", Severity.WARNING, family=_FAMILY, source=_EXECUTION, provenance="verified")
def _rate_base(form: Form) -> Iterator[Hit]:
    """A printed execution rate of another base than the adjusted budget (执行率口径).

    By the funds received it is a hint: the framework for departmental evaluations divides by them.
    Not flagged: a rate that the adjusted budget gives too; 100 % where more was spent.
    """
    if form.printed_rate is Verdict.BROKEN and not _is_capped(form) and (base := _base(form)):
        hit = _unequal(form)
        figures = {**hit.figures, f"$.budget.{base}": getattr(form.evaluation.budget, base)}
        yield Hit(hit.path, {**hit.details, **_name("base", base)}, figures, _OTHERS[base])


@check(
    "finding.rate-of-nothing",
    Severity.WARNING,
    family=_FAMILY,
    source="systems in use compute no rate of a budget of zero",
    provenance="in use",
)
def _rate_of_nothing(form: Form) -> Iterator[Hit]:
    """A printed rate of a budget of 0 (分母为零的比率): there is none.

    Not flagged: a printed rate of 0, which forms fill in by themselves; a total row that is empty
    (total-row-empty); a completion rate where one of the two budgets is not 0.
    """
    for budget, rate, printed in _printed(form):
        amounts = {base: _amount(budget, base) for base in _DENOMINATORS[rate]}
        given = {base: amount for base, amount in amounts.items() if amount is not None}
        if printed and given and not any(given.values()) and not _has_rows(budget, "adjusted"):
            base = next(iter(given))
            details = {
                "printed": printed,
                "amount": given[base],
                **_name("rate", rate),
                **_name("base", base),
            }
            yield Hit(f"$.budget.{rate}", details, _figures(budget, rate, *given))


@check(
    "finding.rate-not-recomputable",
    Severity.WARNING,
    family=_FAMILY,
    source=_EXECUTION,
    provenance="verified",
)
def _rate_not_recomputable(form: Form) -> Iterator[Hit]:
    """A printed execution rate that no base of the form gives, and what the budget should be (无法复算).

    Not flagged: a form with an adjusted budget, in all or by source of funds; the quotient, but for
    rounding, by the original budget, the funds received or the income; no base at all (rate-without-parts).
    """
    budget = form.evaluation.budget
    if budget is None or budget.reported_execution_rate is None or budget.executed is None:
        return
    if budget.adjusted is not None or _has_rows(budget, "adjusted"):
        return
    consistent = budget
    for culprit in form.suspects:
        if culprit.field == "executed":
            consistent = attrs.evolve(budget, executed=culprit.consistent)
    bases = _bases(budget)
    rate = budget.reported_execution_rate
    if bases and not any(_gives(one, base, rate) for one in (budget, consistent) for base in bases):
        figures = _figures(budget, _EXECUTION_RATE, "executed", "original")
        for details in _implied(consistent):
            yield Hit(f"$.budget.{_EXECUTION_RATE}", details, figures)


@check("finding.rate-without-parts", Severity.HINT, family=_FAMILY, source=_EXECUTION, provenance="verified")
def _rate_without_parts(form: Form) -> Iterator[Hit]:
    """A printed rate without the amounts behind it (比率缺少分子分母): nobody can recompute it.

    Not flagged: a form that gives what was spent and a budget, be it by source of funds.
    """
    for budget, rate, printed in _printed(form):
        spent = budget.executed is not None or _has_rows(budget, "executed")
        planned = any(_amount(budget, base) is not None for base in _BASES)
        if not (spent and (planned or _has_rows(budget, "adjusted") or _has_rows(budget, "original"))):
            details = {"printed": printed, **_name("name", rate)}
            yield Hit(f"$.budget.{rate}", details, _figures(budget, rate))


@check(
    "finding.completion-differs", Severity.WARNING, family=_FAMILY, source=_COMPLETION, provenance="recalled"
)
def _completion_differs(form: Form) -> Iterator[Hit]:
    """A printed completion rate that none of its formulas gives (预算完成率不符).

    What was spent over the original budget, the adjusted budget, the funds received, the income; the share
    of all available funds that was used. A hint where the form leaves out one of the two budgets.
    Not flagged: what one of these gives, but for rounding; 100 % where more was spent.
    """
    budget = form.evaluation.budget
    if budget is None or budget.reported_completion_rate is None or budget.executed is None:
        return
    rate = budget.reported_completion_rate
    plans = [base for base in _bases(budget) if base in _PLANS]
    if not plans or any(_gives(budget, base, rate) for base in _bases(budget)) or _uses_funds(budget):
        return
    computed = Rate(budget.executed.exact_ratio(getattr(budget, plans[0])))
    if computed.exact <= 1 or rate != _WHOLE:
        details = {"printed": rate, "computed": _beside(computed, rate), **_name("base", plans[0])}
        figures = _figures(budget, _COMPLETION_RATE, "executed", *plans)
        severity = None if len(plans) == len(_PLANS) else Severity.HINT
        yield Hit(f"$.budget.{_COMPLETION_RATE}", details, figures, severity)


RATES: Final[tuple[Check, ...]] = (
    _rate_differs,
    _rate_rounded,
    _rate_base,
    _rate_of_nothing,
    _rate_not_recomputable,
    _rate_without_parts,
    _completion_differs,
)


def _printed(form: Form) -> Iterator[tuple[Budget, str, Quantity]]:
    """The rates that a form prints."""
    budget = form.evaluation.budget
    for rate in (_EXECUTION_RATE, _COMPLETION_RATE) if budget is not None else ():
        printed: Quantity | None = getattr(budget, rate)
        if budget is not None and printed is not None:
            yield budget, rate, printed


def _unequal(form: Form) -> Hit:
    """The printed execution rate, which is known to be there, beside the computed one."""
    budget, rate, printed = next(_printed(form))
    computed = _beside(budget.execution_rate, printed)
    details = {"printed": printed, "computed": computed}
    return Hit(f"$.budget.{rate}", details, _figures(budget, rate, "executed", "adjusted"))


def _is_slip(form: Form) -> bool:
    """Whether the printed rate says that the amounts are a slip of scale."""
    return form.slip is not None and form.slip.certain


def _is_capped(form: Form) -> bool:
    """Whether 100 % is printed, which is known to be there, where more was spent."""
    budget, _, printed = next(_printed(form))
    if printed != _WHOLE:
        return False
    computed = budget.execution_rate
    return isinstance(computed, Rate) and computed.exact > 1


def _base(form: Form) -> str:
    """The other base that gives the printed execution rate, which is known to be there; "" for none."""
    budget, _, printed = next(_printed(form))
    return next((base for base in _OTHERS if _is_by(budget, base, printed)), "")


def _is_by(budget: Budget, base: str, printed: Quantity) -> bool:
    """Whether a printed rate is that of the expenditure by a base."""
    spent, amount = budget.executed, _amount(budget, base)
    if spent is None or amount is None or amount.magnitude <= 0:
        return False
    return is_quotient(spent, amount, printed)


def _bases(budget: Budget) -> list[str]:
    """What the form gives to divide an expenditure by."""
    given = [(base, _amount(budget, base)) for base in _BASES]
    return [base for base, amount in given if amount is not None and amount.magnitude > 0]


def _verdict(budget: Budget, base: str, rate: Quantity) -> Verdict:
    """Whether a rate is that of the expenditure by a base."""
    executed = _amount(budget, "executed")
    return Verdict.BROKEN if executed is None else quotient_verdict(executed, getattr(budget, base), rate)


def _gives(budget: Budget, base: str, rate: Quantity) -> bool:
    """Whether it is, but for rounding."""
    return _verdict(budget, base, rate) is not Verdict.BROKEN


def _uses_funds(budget: Budget) -> bool:
    """Whether the completion rate is the share of all available funds that was used, as in Hunan."""
    try:
        share = budget.available_funds_rate
    except InputError:  # too large to be an amount
        return False
    rate = budget.reported_completion_rate
    if rate is None or isinstance(share, Undefined):
        return False
    return abs(share.exact - rate.exact_ratio(_WHOLE)) <= half_a_digit(rate) * rate.unit.factor


def _implied(budget: Budget) -> Iterator[Mapping[str, object]]:
    """The adjusted budget that would explain the printed rate."""
    try:
        implied = budget.implied_adjusted
    except InputError:  # too large to be an amount
        return
    if isinstance(implied, Undefined):
        return
    changed = attrs.evolve(budget, adjusted=implied).adjustment_rate
    known = isinstance(changed, Rate)
    yield {
        "printed": budget.reported_execution_rate,
        "implied": implied,
        "executed": budget.executed,
        **both("change", lambda lang: message("figure.change", {"change": changed}, lang) if known else ""),
    }


def _has_rows(budget: Budget, stage: str) -> bool:
    """Whether a row by source of funds has money in a column."""
    return any(getattr(row, stage) for row in budget.sources)


def _amount(budget: Budget, name: str) -> Quantity | None:
    amount: Quantity | None = getattr(budget, name)
    return amount


def _figures(budget: Budget, *names: str) -> dict[str, object]:
    """Figures of a budget by their paths, those that it gives."""
    given = {name: _amount(budget, name) for name in names}
    return {f"$.budget.{name}": amount for name, amount in given.items() if amount is not None}


def _name(detail: str, field: str) -> Mapping[str, object]:
    return both(detail, lambda lang: figure_name(field, lang))


def _beside(computed: Rate | Undefined, printed: Quantity) -> str:
    """A rate with as many decimals as the printed one, two at least."""
    decimals = -int(printed.magnitude.as_tuple().exponent)
    more = isinstance(computed, Rate) and decimals > _DECIMALS
    return format(computed, f".{decimals}") if more else str(computed)
