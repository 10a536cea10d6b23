"""Scales of amounts (元与万元): columns of a budget that are ten thousand times each other."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

from govperf.model import Budget
from govperf.model.budget_line import STAGES
from govperf.reviewing.identities.equations import Verdict, is_quotient, money
from govperf.units import Quantity, Unit

__all__ = ["Slip", "slipped"]

_WAN: Final = int(Unit.of("万元").factor / Unit.of("元").factor)
_PLACES: Final = 3


class Slip(NamedTuple):
    """Two columns (单位混用), the smaller amount first; whether the printed rate says so."""

    columns: tuple[str, str]
    amounts: tuple[Quantity, Quantity]
    certain: bool


def slipped(budget: Budget | None, printed_rate: Verdict | None, slip: Decimal) -> Slip | None:
    """The two columns of which one seems to be in 元, the other in 万元 (元与万元混用).

    Args:
        budget: Of a form, None where it has none.
        printed_rate: Whether its printed execution rate follows, None where that cannot be said.
        slip: How far it may be off from ten thousand.

    Returns:
        The columns and their amounts, the smaller first; None where there are none.

    Example:
        >>> budget = Budget(2021, adjusted="50万元", executed="49.5元")
        >>> slipped(budget, None, Decimal("0.05")).columns
        ('executed', 'adjusted')
    """
    if budget is None:
        return None
    if printed_rate is Verdict.BROKEN and _is_told(budget):
        return _slip(budget, "executed", "adjusted", certain=True)
    if printed_rate in {Verdict.EQUAL, Verdict.ROUNDING}:
        return None
    given = [stage for stage in STAGES if (amount := _amount(budget, stage)) and amount.magnitude > 0]
    for one, other in pairwise(given):
        if not _is_near(budget, one, other) and _is_slip(_ratio(budget, other, one), slip):
            return _slip(budget, one, other, certain=False)
    return None


def _is_told(budget: Budget) -> bool:
    """Whether the printed rate is the quotient of the amounts but for ten thousand."""
    printed, spent, granted = budget.reported_execution_rate, budget.executed, budget.adjusted
    if not (printed and spent and granted):
        return False
    return is_quotient(spent, granted, printed, times=_WAN) or is_quotient(spent, granted, printed, over=_WAN)


def _is_near(budget: Budget, one: str, other: str) -> bool:
    """Whether two columns are plainly less than a thousand times each other: so are nearly all."""
    first, second = getattr(budget, one), getattr(budget, other)
    near = abs(first.magnitude.adjusted() - second.magnitude.adjusted()) < _PLACES
    return first.unit is second.unit and near


def _is_slip(ratio: Fraction, slip: Decimal) -> bool:
    return any(abs(ratio * times - 1) <= Fraction(slip) for times in (_WAN, Fraction(1, _WAN)))


def _slip(budget: Budget, one: str, other: str, *, certain: bool) -> Slip:
    low, high = (one, other) if _ratio(budget, one, other) < 1 else (other, one)
    return Slip((low, high), (getattr(budget, low), getattr(budget, high)), certain)


def _amount(budget: Budget, stage: str) -> Quantity | None:
    amount: Quantity | None = getattr(budget, stage)
    return amount


def _ratio(budget: Budget, one: str, other: str) -> Fraction:
    return money(getattr(budget, one)) / money(getattr(budget, other))
