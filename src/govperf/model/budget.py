"""Budget (预算): what was planned, received, spent and left, by source and by category."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, cast

import attrs

from govperf.errors import DataError
from govperf.model.budget_line import (
    Adjustment,
    BudgetLine,
    Part,
    Progress,
    adjustments,
    lines,
    optional_line,
    parts,
    progress,
)
from govperf.model.budget_rates import BudgetRates
from govperf.model.category_rates import CategoryRates
from govperf.model.fields import (
    not_negative,
    of_kind,
    optional_decimal,
    optional_quantity,
    rate,
    spelled,
    year,
)
from govperf.model.shown_funds import budget_html
from govperf.units import Quantity

__all__ = ["Budget"]

_LINE: Final = of_kind(BudgetLine)


@attrs.frozen
class Budget(BudgetRates, CategoryRates):
    """Budget (预算) of one year, as far as the form fills it in.

    Every amount says its unit ("5,783.95万元"); None is a cell that the form leaves out,
    which is not the same as 0. A category is a `BudgetLine` with the columns of the form; an
    amount alone is what was spent. Mappings will do as income_sources (name → amount) and progress
    (month → amount). Figures that the form computed itself begin with `reported_`,
    say their % ("95.08%"), and enter nothing but what they imply.

    Args:
        year: The budget year.
        original: Original budget (年初预算数).
        adjustments: What was added or taken off within the year (预算调整), with the reasons.
        adjusted: Adjusted budget (全年预算数, 调整预算数).
        received: Funds received (到位资金).
        executed: Actual expenditure (全年执行数, 本年支出).
        sources: The rows of the form by source of funds (资金来源): 当年财政拨款, 上年结转资金, 其他资金.
        income: Income of the year (本年收入).
        income_sources: The parts of the income, by source.
        basic: Basic expenditure (基本支出).
        personnel: Personnel expenditure (人员经费), a part of basic.
        operating: Non-personnel operating expenditure (公用经费), a part of basic.
        project: Project expenditure (项目支出).
        key_projects: Projects of the department's main duties (重点项目支出), a part of project.
        others: Other categories (其他支出类别), each with its name: 经营支出, 上缴上级支出,
            对附属单位补助支出.
        three_public: The three public expenses (三公经费), all together.
        overseas: Travel abroad (因公出国（境）费), a part of three_public.
        vehicles: Official vehicles (公务用车购置及运行费), a part of three_public.
        vehicle_purchase: Purchase (公务用车购置费), a part of vehicles.
        vehicle_running: Running (公务用车运行维护费), a part of vehicles.
        hospitality: Official hospitality (公务接待费), a part of three_public.
        procurement: Government procurement (政府采购).
        carried_in: Carry-over and surplus at the beginning of the year (年初结转结余).
        carried_out: Carry-over and surplus at the end of the year (年末结转结余).
        progress: What was spent from January to the end of each of some months (累计执行数).
        weight: The points of the budget execution (分值), 0 or more, if the form prints them.
        reported_points: The score of the budget execution (得分) that the form prints.
        reported_execution_rate: The rate that the form prints (支出进度, 预算执行率).
        reported_completion_rate: The rate that the form prints (预算完成率).

    Raises:
        DataError: An amount is not money, or of another currency than the others; a printed rate
            has no %, or is negative; the year is none; the months do not rise.
        InputError: An amount cannot be read.

    Example:
        >>> budget = Budget(
        ...     2020,
        ...     adjusted="120,000.00元",
        ...     executed="30,000.00元",
        ...     operating=BudgetLine(adjusted="210.00万元", executed="201.30万元"),
        ... )
        >>> budget.execution_rate, budget.operating_control_rate(), budget.adjustment_rate
        (Rate(25.00%), Rate(95.86%), Undefined('no figure is given for the original budget'))
    """

    __repr__ = spelled
    _repr_html_ = budget_html

    year: int = attrs.field(validator=year)
    original: Quantity | None = attrs.field(default=None, converter=optional_quantity, kw_only=True)
    adjustments: tuple[Adjustment, ...] = attrs.field(default=(), converter=adjustments, kw_only=True)
    adjusted: Quantity | None = attrs.field(default=None, converter=optional_quantity, kw_only=True)
    received: Quantity | None = attrs.field(default=None, converter=optional_quantity, kw_only=True)
    executed: Quantity | None = attrs.field(default=None, converter=optional_quantity, kw_only=True)
    sources: tuple[BudgetLine, ...] = attrs.field(default=(), converter=lines, kw_only=True)
    income: Quantity | None = attrs.field(default=None, converter=optional_quantity, kw_only=True)
    income_sources: tuple[Part, ...] = attrs.field(default=(), converter=parts, kw_only=True)
    basic: BudgetLine | None = attrs.field(
        default=None, converter=optional_line, validator=_LINE, kw_only=True
    )
    personnel: BudgetLine | None = attrs.field(
        default=None, converter=optional_line, validator=_LINE, kw_only=True
    )
    operating: BudgetLine | None = attrs.field(
        default=None, converter=optional_line, validator=_LINE, kw_only=True
    )
    project: BudgetLine | None = attrs.field(
        default=None, converter=optional_line, validator=_LINE, kw_only=True
    )
    key_projects: BudgetLine | None = attrs.field(
        default=None, converter=optional_line, validator=_LINE, kw_only=True
    )
    others: tuple[BudgetLine, ...] = attrs.field(default=(), converter=lines, kw_only=True)
    three_public: BudgetLine | None = attrs.field(
        default=None, converter=optional_line, validator=_LINE, kw_only=True
    )
    overseas: BudgetLine | None = attrs.field(
        default=None, converter=optional_line, validator=_LINE, kw_only=True
    )
    vehicles: BudgetLine | None = attrs.field(
        default=None, converter=optional_line, validator=_LINE, kw_only=True
    )
    vehicle_purchase: BudgetLine | None = attrs.field(
        default=None, converter=optional_line, validator=_LINE, kw_only=True
    )
    vehicle_running: BudgetLine | None = attrs.field(
        default=None, converter=optional_line, validator=_LINE, kw_only=True
    )
    hospitality: BudgetLine | None = attrs.field(
        default=None, converter=optional_line, validator=_LINE, kw_only=True
    )
    procurement: BudgetLine | None = attrs.field(
        default=None, converter=optional_line, validator=_LINE, kw_only=True
    )
    carried_in: Quantity | None = attrs.field(default=None, converter=optional_quantity, kw_only=True)
    carried_out: Quantity | None = attrs.field(default=None, converter=optional_quantity, kw_only=True)
    progress: tuple[Progress, ...] = attrs.field(default=(), converter=progress, kw_only=True)
    weight: Decimal | None = attrs.field(
        default=None, converter=optional_decimal, validator=not_negative, kw_only=True
    )
    reported_points: Decimal | None = attrs.field(default=None, converter=optional_decimal, kw_only=True)
    reported_execution_rate: Quantity | None = attrs.field(
        default=None, converter=optional_quantity, validator=rate, kw_only=True
    )
    reported_completion_rate: Quantity | None = attrs.field(
        default=None, converter=optional_quantity, validator=rate, kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        """Every amount is money, and all of one currency: 元 is not 万元, and 元 and 美元 never add up."""
        first: Quantity | None = None
        for path, amount in self.amounts():
            if not amount.unit.is_money:
                raise DataError("data.money", str(amount), path=path)
            first = amount if first is None else first
            if not amount.unit.adds_to(first.unit):
                raise DataError("data.currency", path=path, details={"one": first, "other": amount})

    def amounts(self) -> Iterator[tuple[str, Quantity]]:
        """Every amount that the form gives (全部金额), with its path in the budget.

        Yields:
            Such as `operating.executed` and the amount there.
        """
        for name in _FIELDS:
            value: object = getattr(self, name)
            if isinstance(value, Quantity):
                yield name, value
            elif isinstance(value, BudgetLine):
                yield from ((f"{name}.{stage}", amount) for stage, amount in value.amounts())
            elif isinstance(value, tuple):
                for i, item in enumerate(cast("tuple[object, ...]", value)):
                    yield from _of_member(f"{name}[{i}]", item)


_FIELDS: Final = tuple(field.name for field in attrs.fields(Budget) if not field.name.startswith("reported_"))


def _of_member(path: str, item: object) -> Iterator[tuple[str, Quantity]]:
    """The amounts of a member of a list, with their paths."""
    if isinstance(item, BudgetLine):
        yield from ((f"{path}.{stage}", amount) for stage, amount in item.amounts())
    else:
        name = "executed" if isinstance(item, Progress) else "amount"
        yield f"{path}.{name}", getattr(item, name)
