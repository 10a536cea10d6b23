"""Slips of scale (元与万元混用): columns of a budget that are ten thousand times each other."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

from govperf.model import Budget, Severity
from govperf.model.budget_figures import figure_name
from govperf.model.budget_line import STAGES
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.form import Form
from govperf.reviewing.identities.equations import Verdict, half_a_digit, money
from govperf.reviewing.listing import both
from govperf.units import Quantity, Unit

__all__ = ["SLIPS", "slipped"]

_WAN: Final = Unit.of("万元").factor / Unit.of("元").factor

_PLACES: Final = 3


class _Slip(NamedTuple):
    """Two columns, the smaller amount first; and whether the printed rate says that they are a slip."""

    columns: tuple[str, str]
    amounts: tuple[Quantity, Quantity]
    certain: bool


@check("finding.scale-slip", Severity.WARNING, family="identities", source="万元与元相差一万倍")
def _scale_slip(form: Form) -> Iterator[Hit]:
    """Two columns one of which seems to be in 元 and the other in 万元 (元与万元混用).

    One is ten thousand times the other, but for the slip that the rule book allows; or the printed
    execution rate is their quotient but for that, and then the form contradicts itself: an error.
    Not flagged: any other factor; a rate that is very low or high, and printed so.
    """
    found = slipped(form)
    if found:
        (low, high), (less, more) = found.columns, found.amounts
        details: dict[str, object] = {"less": less, "more": more}
        details |= both("low", lambda lang: figure_name(low, lang))
        details |= both("high", lambda lang: figure_name(high, lang))
        figures: dict[str, object] = {f"$.budget.{low}": less, f"$.budget.{high}": more}
        budget = form.evaluation.budget
        if found.certain and budget is not None:
            figures["$.budget.reported_execution_rate"] = budget.reported_execution_rate
        yield Hit(f"$.budget.{low}", details, figures, Severity.ERROR if found.certain else None)


SLIPS: Final[tuple[Check, ...]] = (_scale_slip,)


def slipped(form: Form) -> _Slip | None:
    """The two columns of which one seems to be in 元, the other in 万元 (元与万元混用).

    Args:
        form: With a budget or without.

    Returns:
        The columns and their amounts, the smaller first; None where there are none.

    Example:
        >>> from govperf.model import Evaluation
        >>> from govperf.standards import standard
        >>> budget = Budget(2021, adjusted="50万元", executed="49.5元")
        >>> slipped(Form(Evaluation("某局", 2021, budget=budget), standard())).columns
        ('executed', 'adjusted')
    """
    budget = form.evaluation.budget
    if budget is None:
        return None
    if _is_told(form, budget):
        return _slip(budget, "executed", "adjusted", certain=True)
    if form.printed_rate in {Verdict.EQUAL, Verdict.ROUNDING}:
        return None
    given = [stage for stage in STAGES if (amount := _amount(budget, stage)) and amount.magnitude > 0]
    for one, other in pairwise(given):
        if not _is_near(budget, one, other) and _is_slip(_ratio(budget, other, one), form):
            return _slip(budget, one, other, certain=False)
    return None


def _is_told(form: Form, budget: Budget) -> bool:
    """Whether the printed rate is the quotient of the amounts but for ten thousand."""
    printed = budget.reported_execution_rate
    if form.printed_rate is not Verdict.BROKEN or not printed or not budget.executed:
        return False
    half, said = (half_a_digit(printed) * printed.unit.factor, money(printed))
    exact = _ratio(budget, "executed", "adjusted")
    return any(abs(exact * times - said) <= half for times in (_WAN, 1 / _WAN))


def _is_near(budget: Budget, one: str, other: str) -> bool:
    """Whether two columns are plainly less than a thousand times each other: so are nearly all."""
    first, second = getattr(budget, one), getattr(budget, other)
    near = abs(first.magnitude.adjusted() - second.magnitude.adjusted()) < _PLACES
    return first.unit is second.unit and near


def _is_slip(ratio: Fraction, form: Form) -> bool:
    slip = Fraction(form.limits.slip.value)
    return any(abs(ratio * times - 1) <= slip for times in (_WAN, 1 / _WAN))


def _slip(budget: Budget, one: str, other: str, *, certain: bool) -> _Slip:
    low, high = (one, other) if _ratio(budget, one, other) < 1 else (other, one)
    return _Slip((low, high), (getattr(budget, low), getattr(budget, high)), certain)


def _amount(budget: Budget, stage: str) -> Quantity | None:
    amount: Quantity | None = getattr(budget, stage)
    return amount


def _ratio(budget: Budget, one: str, other: str) -> Fraction:
    return money(getattr(budget, one)) / money(getattr(budget, other))
