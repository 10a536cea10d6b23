"""Culprits (疑似错误数字): the single figures that explain why several cross-checks break."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from govperf.errors import QuantityError
from govperf.model.budget_figures import figure_name
from govperf.reviewing.identities.equations import CrossCheck, Verdict
from govperf.units import Quantity

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["Suspect", "suspects"]

_SEVERAL: Final = 2


class Suspect(NamedTuple):
    """The one figure that explains several broken cross-checks (疑似错误数字)."""

    field: str
    """Its field in the budget."""
    printed: Quantity
    """As printed."""
    consistent: Quantity
    """What the other figures say it must be."""
    checks: tuple[str, ...]
    """The codes of the cross-checks that agree on it."""

    @property
    def path(self) -> str:
        """Where it stands (位置)."""
        return f"$.budget.{self.field}"

    def name(self, lang: Language) -> str:
        """What the figure is called (名称)."""
        return figure_name(self.field, lang)


def suspects(checks: Iterable[CrossCheck]) -> tuple[Suspect, ...]:
    """The figures of a budget each of which explains several broken cross-checks (疑似错误数字).

    Args:
        checks: Of one evaluation.

    Returns:
        Every figure which, replaced by what the broken checks say, is not negative, breaks none and mends
        two or more; none of those that would mend the same check in two ways.

    Example:
        >>> from govperf.model import Budget, Evaluation
        >>> from govperf.reviewing import cross_checks
        >>> budget = Budget(
        ...     2021,
        ...     executed="10.00万元",
        ...     basic="4.00万元",
        ...     project="5.00万元",
        ...     carried_in="1.00万元",
        ...     income="10.00万元",
        ...     carried_out="2.00万元",
        ... )
        >>> (found,) = suspects(cross_checks(Evaluation("某局", 2021, budget=budget)))
        >>> found.path, found.consistent, found.checks
        ('$.budget.executed', Quantity('9.00', '万元'), ('executed', 'carried_out'))
    """
    budget = [check for check in checks if check.path.startswith("$.budget")]
    if sum(check.verdict is Verdict.BROKEN for check in budget) < _SEVERAL:
        return ()
    found = [made for field, concerned in _by_field(budget).items() if (made := _mending(field, concerned))]
    mended = Counter(code for one in found for code in one.checks)
    return tuple(one for one in found if all(mended[code] == 1 for code in one.checks))


def _by_field(checks: Sequence[CrossCheck]) -> Mapping[str, list[CrossCheck]]:
    """The checks that each field of the budget stands in."""
    found: defaultdict[str, list[CrossCheck]] = defaultdict(list)
    for check in checks:
        for field in dict.fromkeys(term.field for term in (check.total, *check.parts) if term.field):
            found[field].append(check)
    return found


def _mending(field: str, concerned: Sequence[CrossCheck]) -> Suspect | None:
    """The value of a field that its first broken check asks for, if all its checks hold with it."""
    broken = [check for check in concerned if check.verdict is Verdict.BROKEN]
    if len(broken) < _SEVERAL:
        return None
    asking = broken[0]
    figure = next(item for item in (asking.total, *asking.parts) if item.field == field)
    towards = -1 if figure is asking.total else figure.sign
    try:
        consistent = figure.amount + (asking.difference if towards > 0 else -asking.difference)
    except QuantityError:  # more digits than an amount has: no figure of a form
        return None
    if consistent.magnitude < 0 or not all(_holds(check, field, consistent) for check in concerned):
        return None
    return Suspect(field, figure.amount, consistent, tuple(check.code for check in concerned))


def _holds(check: CrossCheck, field: str, amount: Quantity) -> bool:
    """Whether the check holds with one figure replaced."""
    total, *parts = (
        attrs.evolve(item, amount=amount) if item.field == field else item
        for item in (check.total, *check.parts)
    )
    return attrs.evolve(check, total=total, parts=tuple(parts)).verdict is not Verdict.BROKEN
