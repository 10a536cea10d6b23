"""Amounts of a budget by name (预算数据): what a rate divides, and why it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from govperf.messages import message
from govperf.model.budget_line import BudgetLine, Stage
from govperf.model.rates import Rate, terms
from govperf.model.remarks import Undefined
from govperf.units import Quantity

if TYPE_CHECKING:
    from govperf.messages import Language
    from govperf.model.budget_line import Adjustment, Progress

__all__ = ["BudgetFigures", "Figure", "allowed", "figure_name", "less", "over"]

B = TypeVar("B", bound=Stage)

_VEHICLES: Final = ("vehicle_purchase", "vehicle_running")
_OTHERS: Final = ("overseas", "hospitality")


class Figure(NamedTuple):
    """An amount of a budget (预算数), by its path in the budget.

    Attributes:
        field: Such as `executed` or `basic.original`.
        amount: The amount; None where the form leaves it out.
        previous: Whether it is of the year before.
    """

    field: str
    amount: Quantity | None
    previous: bool = False

    def undefined(self, fault: str) -> Undefined:
        """Why there is no rate (无法计算的原因): the figure is "missing", "zero" or "negative"."""
        details = {"name_en": self._name("en"), "name_zh": self._name("zh")}
        return Undefined(f"undefined.figure-{fault}", details)

    def _name(self, lang: Language) -> str:
        name = figure_name(self.field, lang)
        return message("figure.previous", {"name": name}, lang) if self.previous else name


def figure_name(field: str, lang: Language) -> str:
    """What a figure of a budget is called (预算数名称), with its column where that is not what was spent.

    Args:
        field: Its path in the budget.
        lang: "zh" or "en".

    Returns:
        The name.

    Example:
        >>> figure_name("basic.executed", "zh"), figure_name("basic.original", "zh")
        ('基本支出', '基本支出年初预算数')
        >>> figure_name("basic.original", "en")
        'basic expenditure (original budget)'
    """
    name, _, stage = field.partition(".")
    text = message(f"figure.{name}", {}, lang)
    if stage in ("", "executed"):
        return text
    column = message(f"figure.{stage}", {}, lang)
    return f"{text} ({column})" if lang == "en" else text + column


class BudgetFigures:
    """The amounts of a `Budget`, found by name (预算数据)."""

    __slots__ = ()

    if TYPE_CHECKING:
        original: Quantity | None
        adjustments: tuple[Adjustment, ...]
        adjusted: Quantity | None
        received: Quantity | None
        executed: Quantity | None
        carried_in: Quantity | None
        carried_out: Quantity | None
        progress: tuple[Progress, ...]
        reported_execution_rate: Quantity | None

    def _figure(self, name: str) -> Figure:
        return Figure(name, getattr(self, name))

    def _of_line(self, name: str, stage: Stage) -> Figure:
        line: BudgetLine | None = getattr(self, name)
        return Figure(f"{name}.{stage}", None if line is None else getattr(line, stage))

    def _sum_of(self, name: str, parts: tuple[Figure, ...], stage: Stage) -> Figure:
        """A line that the form prints, else the sum of its parts, else the first part that is left out."""
        printed = self._of_line(name, stage)
        given = [part.amount for part in parts if part.amount is not None]
        if printed.amount is not None or not given:
            return printed
        if len(given) < len(parts):
            return next(part for part in parts if part.amount is None)
        return printed._replace(amount=sum(given[1:], given[0]))

    def _three_public(self, stage: Stage) -> Figure:
        vehicles = self._sum_of("vehicles", tuple(self._of_line(name, stage) for name in _VEHICLES), stage)
        others = tuple(self._of_line(name, stage) for name in _OTHERS)
        return self._sum_of("three_public", (vehicles, *others), stage)

    @property
    def _added(self) -> Figure:
        """What was added within the year; nothing where both budgets are one."""
        amounts = [item.amount for item in self.adjustments]
        if amounts:
            added = [amount for amount in amounts if amount.magnitude > 0]
            return Figure("additions", sum(added, Quantity(0, amounts[0].unit)))
        if self.adjusted is None or self.adjusted != self.original:
            return Figure("additions", None)
        return Figure("additions", Quantity(0, self.adjusted.unit))


def allowed(basis: B, known: tuple[B, ...]) -> B:
    """The figure that a rate is based on (口径), which must be one that means something there.

    Args:
        basis: What the caller asks for.
        known: What there is.

    Returns:
        The basis.

    Raises:
        ValueError: It is none of them.

    Example:
        >>> allowed("received", ("original", "adjusted"))
        Traceback (most recent call last):
        ValueError: basis is 'original' or 'adjusted', not 'received'
    """
    if basis not in known:
        raise ValueError(f"basis is {' or '.join(map(repr, known))}, not {basis!r}")
    return basis


def over(above: Figure, below: Figure) -> Rate | Undefined:
    """One amount over another; undefined where one is missing, or the second is not above zero."""
    if above.amount is None or below.amount is None:
        return (above if above.amount is None else below).undefined("missing")
    if below.amount.magnitude <= 0:
        return below.undefined("negative" if below.amount else "zero")
    return Rate(above.amount.exact_ratio(below.amount), terms=terms(above.amount, below.amount))


def less(rate: Rate | Undefined, *, sign: int = 1) -> Rate | Undefined:
    """(a − b) / b out of a / b; with the sign −1, (b − a) / b."""
    if isinstance(rate, Undefined):
        return rate
    above, below = rate.terms or ("", "")
    first, second = (above, below) if sign > 0 else (below, above)
    return Rate(sign * (rate.exact - 1), terms=rate.terms and (f"({first} − {second})", below))
