"""Common indicators that a form holds (表内可算的共性指标), by the rate of a budget or a department."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from govperf.model import Budget, Department, Rate, Undefined
from govperf.model.budget_line import Basis
from govperf.units import Quantity

__all__ = ["HELD", "Held", "measured"]

HELD: Final[Mapping[str, tuple[str, ...]]] = {
    "Department.staffing_control_rate": (),
    "Budget.three_public_change_rate": ("previous", "basis"),
    "Budget.key_projects_rate": ("basis",),
    "Budget.completion_rate": ("basis",),
    "Budget.adjustment_rate": (),
    "Budget.payment_progress_rate": ("month", "planned"),
    "Budget.carry_over_rate": ("basis",),
    "Budget.carry_over_change_rate": (),
    "Budget.operating_control_rate": ("basis",),
    "Budget.three_public_control_rate": ("basis",),
    "Budget.procurement_execution_rate": ("basis",),
    "Budget.funding_rate": ("basis",),
}
"""The rates that the objects know: name → what they ask for. Those that ask for nothing are no calls."""

_REQUIRED: Final = ("previous", "month")
_MISSING: Final = {"Department": "undefined.no-staffing", "Budget": "undefined.budget-missing"}


class Held(NamedTuple):
    """What is at hand to compute rates from (可用数据).

    Attributes:
        budget: Of the year.
        department: With its staffing.
        previous: The budget of the year before.
        month: Of the progress.
        planned: The progress that was declared for that month.
        basis: The budget that is meant, where the text leaves it open.
    """

    budget: Budget | None = None
    department: Department | None = None
    previous: Budget | None = None
    month: int | None = None
    planned: Quantity | str | None = None
    basis: Basis | None = None


def measured(name: str, held: Held) -> Rate | Undefined:
    """A rate of the objects by its name (按名称取比率).

    Args:
        name: One of `HELD`.
        held: What is at hand; what the rate does not ask for is left alone, except a basis.

    Returns:
        The rate; undefined where what it asks for is not at hand.

    Raises:
        ValueError: The rate has no such basis.

    Example:
        >>> measured("Budget.carry_over_rate", Held(Budget(2022, original="100万元", carried_out="6万元")))
        Rate(6.00%)
    """
    owner, _, attribute = name.partition(".")
    asked = HELD[name]
    if held.basis is not None and "basis" not in asked:
        raise ValueError(f"{name} leaves no basis open: {held.basis!r}")
    source = held.department if owner == "Department" else held.budget
    if source is None:
        return Undefined(_MISSING[owner])
    given: dict[str, Any] = {key: value for key in asked if (value := getattr(held, key)) is not None}
    for key in _REQUIRED:
        if key in asked and key not in given:
            return Undefined(f"undefined.common-{key}")
    rate: Any = getattr(source, attribute)
    made: Rate | Undefined = rate(**given) if asked else rate
    return made
