"""A line of a budget (预算行): one source or category, from the original budget to what was spent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final, Literal, cast

import attrs

from govperf.errors import DataError
from govperf.model.fields import members, optional_quantity, quantity, spelled, text
from govperf.model.period import Period, optional_period
from govperf.units import Quantity

__all__ = [
    "BASES",
    "PLANS",
    "STAGES",
    "Adjustment",
    "Basis",
    "BudgetLine",
    "Part",
    "Plan",
    "Progress",
    "Stage",
    "adjustments",
    "lines",
    "optional_line",
    "parts",
    "progress",
]

Stage = Literal["original", "adjusted", "received", "executed"]
Plan = Literal["original", "adjusted"]
Basis = Literal["original", "adjusted", "executed"]

STAGES: Final[tuple[Stage, ...]] = ("original", "adjusted", "received", "executed")
"""Original budget, adjusted budget, funds received, expenditure: the columns of a form."""

PLANS: Final[tuple[Plan, ...]] = ("original", "adjusted")
"""The budgets that a rate may be based on."""

BASES: Final[tuple[Basis, ...]] = (*PLANS, "executed")
"""The same, and what was spent."""

_MONTHS: Final = range(1, 13)


@attrs.frozen
class Part:
    """One part of a total (分项): a name and an amount.

    Args:
        name: What it is.
        amount: How much; a text is read.
    """

    __repr__ = spelled

    name: str = attrs.field(validator=text(required=True))
    amount: Quantity = attrs.field(converter=quantity)


def parts(value: Iterable[Part] | Mapping[str, Quantity | str]) -> tuple[Part, ...]:
    """Parts of a total (分项); a mapping of name → amount makes them."""
    if isinstance(value, Mapping):
        named = cast("Mapping[str, Quantity | str]", value)
        return members(Part, [Part(name, amount) for name, amount in named.items()])
    return members(Part, value)


@attrs.frozen
class BudgetLine:
    """Budget line (预算行): a source of funds or a category of spending, as far as the form fills it in.

    Args:
        name: As the form prints it; "" where the field of the budget says it.
        original: Original budget (年初预算数).
        adjusted: Adjusted budget (全年预算数).
        received: Funds received (到位资金).
        executed: Actual expenditure (全年执行数).

    Raises:
        InputError: An amount cannot be read.

    Example:
        >>> line = BudgetLine("当年财政拨款", original="90万元", adjusted="89.974万元", executed="89.974万元")
        >>> line.executed, line.received
        (Quantity('89.974', '万元'), None)
    """

    __repr__ = spelled

    name: str = attrs.field(default="", validator=text())
    original: Quantity | None = attrs.field(default=None, converter=optional_quantity, kw_only=True)
    adjusted: Quantity | None = attrs.field(default=None, converter=optional_quantity, kw_only=True)
    received: Quantity | None = attrs.field(default=None, converter=optional_quantity, kw_only=True)
    executed: Quantity | None = attrs.field(default=None, converter=optional_quantity, kw_only=True)

    def amounts(self) -> Iterator[tuple[Stage, Quantity]]:
        """The amounts that are given (已填金额), by stage."""
        for stage in STAGES:
            if (amount := getattr(self, stage)) is not None:
                yield stage, amount


def optional_line(value: BudgetLine | Quantity | str | None) -> BudgetLine | None:
    """A line, or None (可缺省的预算行); an amount alone is what was spent."""
    return value if isinstance(value, BudgetLine) or value is None else BudgetLine(executed=value)


def lines(value: Iterable[BudgetLine]) -> tuple[BudgetLine, ...]:
    """Several lines (若干预算行)."""
    return members(BudgetLine, value)


@attrs.frozen
class Adjustment:
    """Adjustment (预算调整) of a budget within its year.

    Args:
        amount: What was added (调增), or taken off with a minus (调减).
        reason: Why.
        date: When.

    Raises:
        InputError: The amount or the date cannot be read.

    Example:
        >>> Adjustment("-1,915.55万元", reason="压减").amount
        Quantity('-1915.55', '万元')
    """

    __repr__ = spelled

    amount: Quantity = attrs.field(converter=quantity)
    reason: str = attrs.field(default="", validator=text(), kw_only=True)
    date: Period | None = attrs.field(default=None, converter=optional_period, kw_only=True)


def adjustments(value: Iterable[Adjustment | Quantity | str]) -> tuple[Adjustment, ...]:
    """Several adjustments (若干调整); an amount alone makes one without a reason."""
    given = (value,) if isinstance(value, str) else value
    return members(
        Adjustment, (Adjustment(item) if isinstance(item, (str, Quantity)) else item for item in given)
    )


def _month(_: object, field: attrs.Attribute[int], value: object) -> None:
    if type(value) is not int:
        raise TypeError(f"{field.name} is an int, not {type(value).__name__}")
    if value not in _MONTHS:
        raise DataError("data.month", value, path=field.name)


@attrs.frozen
class Progress:
    """Execution to date (累计执行数): what was spent from January to the end of a month.

    Args:
        month: The month, 1 to 12.
        executed: Spent since the beginning of the year, not in this month alone.

    Raises:
        DataError: There is no such month.
        InputError: The amount cannot be read.

    Example:
        >>> Progress(7, "52万元").executed
        Quantity('52', '万元')
    """

    __repr__ = spelled

    month: int = attrs.field(validator=_month)
    executed: Quantity = attrs.field(converter=quantity)


def progress(value: Iterable[Progress] | Mapping[int, Quantity | str]) -> tuple[Progress, ...]:
    """Execution to date at the end of several months (执行进度); a mapping of month → amount makes them.

    Args:
        value: In rising order of the months.

    Returns:
        The same, as a tuple.

    Raises:
        DataError: The months do not rise.
    """
    if isinstance(value, Mapping):
        given = cast("Mapping[int, Quantity | str]", value)
        made = members(Progress, [Progress(month, amount) for month, amount in given.items()])
    else:
        made = members(Progress, value)
    for before, after in pairwise(made):
        if after.month <= before.month:
            details = {"month": after.month, "before": before.month}
            raise DataError("data.months", path="progress", details=details)
    return made
