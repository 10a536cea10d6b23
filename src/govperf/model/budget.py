"""Budget (预算): what was planned, received, spent and left, and the rates that follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final, cast

import attrs

from govperf.errors import DataError
from govperf.model.fields import members, optional_quantity, quantity, rate, text, year
from govperf.model.rates import Rate, terms
from govperf.model.remarks import Undefined
from govperf.numerals import round_half_up
from govperf.units import Quantity

__all__ = ["Budget", "Part"]


@attrs.frozen
class Part:
    """One part of a total (分项): a name and an amount.

    Args:
        name: What it is.
        amount: How much; a text is read.
    """

    name: str = attrs.field(validator=text(required=True))
    amount: Quantity = attrs.field(converter=quantity)


def parts(value: Iterable[Part] | Mapping[str, Quantity | str]) -> tuple[Part, ...]:
    """Parts of a total (分项); a mapping of name → amount makes them."""
    if isinstance(value, Mapping):
        named = cast("Mapping[str, Quantity | str]", value)
        return members(Part, [Part(name, amount) for name, amount in named.items()])
    return members(Part, value)


@attrs.frozen
class Budget:
    """Budget (预算) of one year, as far as the form fills it in.

    Every amount says its unit ("5,783.95万元"); None is a cell that the form leaves out,
    which is not the same as 0. Figures that the form computed itself begin with `reported_`,
    say their % ("95.08%"), and enter nothing but what they imply.

    Args:
        year: The budget year.
        original: Original budget (年初预算数).
        adjusted: Adjusted budget (全年预算数, 调整预算数).
        executed: Actual expenditure (全年执行数, 本年支出).
        income: Income of the year (本年收入).
        income_sources: The parts of the income, by source.
        basic: Basic expenditure (基本支出).
        personnel: Personnel expenditure (人员经费), a part of basic.
        operating: Non-personnel operating expenditure (公用经费), a part of basic.
        project: Project expenditure (项目支出).
        carried_in: Carry-over and surplus at the beginning of the year (年初结转结余).
        carried_out: Carry-over and surplus at the end of the year (年末结转结余).
        reported_execution_rate: The rate that the form prints (支出进度, 预算执行率).
        reported_completion_rate: The rate that the form prints (预算完成率).

    Raises:
        DataError: An amount is not money, or of another currency than the others; a printed rate
            has no %, or is negative; the year is none.
        InputError: An amount cannot be read.

    Example:
        >>> budget = Budget(2020, adjusted="120,000.00元", executed="30,000.00元")
        >>> budget.execution_rate, budget.adjustment_rate
        (Rate(25.00%), Undefined('the original budget is not given'))
    """

    year: int = attrs.field(validator=year)
    original: Quantity | None = attrs.field(default=None, converter=optional_quantity, kw_only=True)
    adjusted: Quantity | None = attrs.field(default=None, converter=optional_quantity, kw_only=True)
    executed: Quantity | None = attrs.field(default=None, converter=optional_quantity, kw_only=True)
    income: Quantity | None = attrs.field(default=None, converter=optional_quantity, kw_only=True)
    income_sources: tuple[Part, ...] = attrs.field(default=(), converter=parts, kw_only=True)
    basic: Quantity | None = attrs.field(default=None, converter=optional_quantity, kw_only=True)
    personnel: Quantity | None = attrs.field(default=None, converter=optional_quantity, kw_only=True)
    operating: Quantity | None = attrs.field(default=None, converter=optional_quantity, kw_only=True)
    project: Quantity | None = attrs.field(default=None, converter=optional_quantity, kw_only=True)
    carried_in: Quantity | None = attrs.field(default=None, converter=optional_quantity, kw_only=True)
    carried_out: Quantity | None = attrs.field(default=None, converter=optional_quantity, kw_only=True)
    reported_execution_rate: Quantity | None = attrs.field(
        default=None, converter=optional_quantity, validator=rate, kw_only=True
    )
    reported_completion_rate: Quantity | None = attrs.field(
        default=None, converter=optional_quantity, validator=rate, kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        """Every amount is money, and all of one currency: 元 is not 万元, and 元 and 美元 never add up."""
        first: Quantity | None = None
        for path, amount in self._amounts():
            if not amount.unit.is_money:
                raise DataError("data.money", str(amount), path=path)
            first = amount if first is None else first
            if not amount.unit.adds_to(first.unit):
                raise DataError("data.currency", path=path, details={"one": first, "other": amount})

    def _amounts(self) -> Iterator[tuple[str, Quantity]]:
        """Every amount that the form gives, with its path."""
        for name in _AMOUNTS:
            if (amount := getattr(self, name)) is not None:
                yield name, amount
        for i, part in enumerate(self.income_sources):
            yield f"income_sources[{i}].amount", part.amount

    @property
    def execution_rate(self) -> Rate | Undefined:
        """Budget execution rate (预算执行率): actual expenditure over the adjusted budget.

        Returns:
            The rate, uncapped; undefined where an amount is missing or the budget is not above zero.

        Rule:
            全年执行数 / 全年预算数 of the self-evaluation form (财预〔2020〕10号); verified on
            filled forms. The framework for departmental evaluations divides by the funds
            received instead: that is another rate.

        Example:
            >>> Budget(2022, adjusted="310.20万元", executed="154.74万元").execution_rate
            Rate(49.88%)
        """
        return _rate(self.executed, self.adjusted, ("executed", "adjusted"))

    @property
    def adjustment_rate(self) -> Rate | Undefined:
        """Budget adjustment rate (预算调整率): (adjusted − original) / original, signed.

        Returns:
            The rate; undefined where an amount is missing or the original budget is not above zero.

        Rule:
            预算调整数 / 预算数 (财预〔2013〕53号), recalled; what the text excludes from the
            adjustment (policy, force majeure) is for the user to leave out.

        Example:
            >>> Budget(2021, original="5,783.95万元", adjusted="3,868.40万元").adjustment_rate
            Rate(-33.12%)
        """
        kept = _rate(self.adjusted, self.original, ("adjusted", "original"))
        if isinstance(kept, Undefined):
            return kept
        return Rate(
            kept.exact - 1, terms=kept.terms and (f"({kept.terms[0]} − {kept.terms[1]})", kept.terms[1])
        )

    @property
    def implied_adjusted(self) -> Quantity | Undefined:
        """The adjusted budget that the printed execution rate implies (倒算的全年预算数).

        Returns:
            Expenditure over the printed rate, rounded half up to 2 decimals of the unit of the
            expenditure; undefined where one of them is missing or not above zero.

        Raises:
            InputError: The implied budget has more digits than an amount may have.

        Example:
            >>> Budget(2021, executed="3,678.07万元", reported_execution_rate="95.08%").implied_adjusted
            Quantity('3868.40', '万元')
        """
        rate = self.reported_execution_rate
        if self.executed is None or rate is None:
            return _missing("executed" if self.executed is None else "reported-rate")
        if not rate:
            return Undefined("undefined.reported-rate-zero")
        if self.executed.magnitude <= 0:
            return Undefined("undefined.executed-nothing")
        implied = Fraction(self.executed.magnitude) / (Fraction(rate.magnitude) * rate.unit.factor)
        return Quantity(round_half_up(implied, 2), self.executed.unit)


_AMOUNTS: Final = tuple(
    field.name
    for field in attrs.fields(Budget)
    if field.name not in ("year", "income_sources") and "rate" not in field.name
)


def _rate(above: Quantity | None, below: Quantity | None, names: tuple[str, str]) -> Rate | Undefined:
    if above is None or below is None:
        return _missing(names[0] if above is None else names[1])
    if below.magnitude <= 0:
        return Undefined(f"undefined.{names[1]}-{'negative' if below else 'zero'}")
    return Rate(above.exact_ratio(below), terms=terms(above, below))


def _missing(name: str) -> Undefined:
    return Undefined(f"undefined.{name}-missing")
