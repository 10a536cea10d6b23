"""The rates of a whole budget (预算执行指标): each one amount of a form over another, or why there is none.

Two formulas that go by one Chinese name have two names here. What a text leaves open, such as
which budget is meant, is an argument: `basis`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from govperf.model.budget_figures import BudgetFigures, Figure, allowed, less, over
from govperf.model.budget_line import BASES, PLANS, Basis, Plan
from govperf.model.fields import a_rate
from govperf.model.rates import Rate
from govperf.model.remarks import Undefined
from govperf.numerals import round_half_up
from govperf.units import Quantity

__all__ = ["BudgetRates"]

_MONTHS: Final = 12
_WHOLE: Final = Quantity(100, "%")


class BudgetRates(BudgetFigures):
    """The rates that follow from the amounts of a whole `Budget` (预算执行指标)."""

    __slots__ = ()

    @property
    def execution_rate(self) -> Rate | Undefined:
        """Budget execution rate (预算执行率): actual expenditure over the adjusted budget.

        Returns:
            The rate, uncapped; undefined where an amount is missing or the budget is not above zero.

        Rule:
            全年执行数 / 全年预算数 of the self-evaluation form (财预〔2020〕10号); verified on
            filled forms. The framework for departmental evaluations divides by the funds
            received: that is `received_execution_rate`.

        Example:
            >>> from govperf.model import Budget
            >>> Budget(2022, adjusted="310.20万元", executed="154.74万元").execution_rate
            Rate(49.88%)
        """
        return over(self._figure("executed"), self._figure("adjusted"))

    @property
    def received_execution_rate(self) -> Rate | Undefined:
        """Execution rate of the funds received (预算执行率): actual expenditure over what was received.

        Returns:
            The rate, uncapped; undefined as for `execution_rate`.

        Rule:
            实际支出资金 / 实际到位资金 of the framework of indicators for departmental evaluations
            (财预〔2020〕10号, annex), recalled.

        Example:
            >>> from govperf.model import Budget
            >>> Budget(2022, received="200万元", executed="154.74万元").received_execution_rate
            Rate(77.37%)
        """
        return over(self._figure("executed"), self._figure("received"))

    def funding_rate(self, *, basis: Plan = "adjusted") -> Rate | Undefined:
        """Rate of funds in place (资金到位率): funds received over the budget.

        Args:
            basis: The budget that is meant, "original" or "adjusted".

        Returns:
            The rate, uncapped; undefined as for `execution_rate`.

        Rule:
            实际到位资金 / 计划投入资金 (财预〔2013〕53号, projects), witnessed by reprints; that the
            budget is the adjusted one unless told otherwise is govperf's choice.

        Example:
            >>> from govperf.model import Budget
            >>> Budget(2022, adjusted="400万元", received="300万元").funding_rate()
            Rate(75.00%)
        """
        return over(self._figure("received"), self._figure(allowed(basis, PLANS)))

    def completion_rate(self, *, basis: Plan = "original") -> Rate | Undefined:
        """Budget completion rate (预算完成率): actual expenditure over the approved budget.

        Args:
            basis: Which budget counts as approved, "original" or "adjusted".

        Returns:
            The rate, uncapped; undefined as for `execution_rate`.

        Rule:
            预算完成数 / 预算数 (财预〔2013〕53号), recalled; that the budget is the original one is
            govperf's choice. Hunan's tables compute `available_funds_rate` under this name.

        Example:
            >>> from govperf.model import Budget
            >>> Budget(2022, original="400万元", executed="380万元").completion_rate()
            Rate(95.00%)
        """
        return over(self._figure("executed"), self._figure(allowed(basis, PLANS)))

    @property
    def available_funds_rate(self) -> Rate | Undefined:
        """Rate of available funds used (预算完成率): all funds of the year less what is left, over all funds.

        Returns:
            The rate; undefined where an amount is missing or there are no funds.

        Raises:
            InputError: The funds have more digits than an amount may have.

        Rule:
            (上年结转 + 年初预算 + 本年追加 − 年末结余) / (上年结转 + 年初预算 + 本年追加), verified
            on Hunan department tables; 本年追加 are the `adjustments` above zero.

        Example:
            >>> from govperf.model import Budget
            >>> Budget(
            ...     2022,
            ...     carried_in="10万元",
            ...     original="900万元",
            ...     adjustments=["90万元"],
            ...     carried_out="68万元",
            ... ).available_funds_rate
            Rate(93.20%)
        """
        figures = [self._figure("carried_in"), self._figure("original"), self._added]
        left = self._figure("carried_out")
        for figure in (*figures, left):
            if figure.amount is None:
                return figure.undefined("missing")
        carried, original, added = (figure.amount for figure in figures if figure.amount is not None)
        funds = Figure("funds", carried + original + added)
        return less(over(left, funds), sign=-1)

    @property
    def adjustment_rate(self) -> Rate | Undefined:
        """Budget adjustment rate (预算调整率): (adjusted − original) / original, signed.

        Returns:
            The rate; undefined where an amount is missing or the original budget is not above zero.

        Rule:
            预算调整数 / 预算数 (财预〔2013〕53号), recalled. The text adds up what was added, taken off
            and moved; that the two budgets are compared, so that additions and cuts cancel, is
            govperf's choice. What the text excludes (policy, force majeure) is for the user to leave out.

        Example:
            >>> from govperf.model import Budget
            >>> Budget(2021, original="5,783.95万元", adjusted="3,868.40万元").adjustment_rate
            Rate(-33.12%)
        """
        return less(over(self._figure("adjusted"), self._figure("original")))

    @property
    def addition_rate(self) -> Rate | Undefined:
        """Rate of additions to the budget (预算控制率): what was added within the year, over the original.

        Returns:
            The rate; undefined where an amount is missing or the original budget is not above zero.

        Raises:
            InputError: The additions have more digits than an amount may have.

        Rule:
            本年追加预算 / 年初预算, verified on Hunan department tables.

        Example:
            >>> from govperf.model import Budget
            >>> Budget(2022, original="900万元", adjustments=["90万元", "-20万元"]).addition_rate
            Rate(10.00%)
        """
        return over(self._added, self._figure("original"))

    def carry_over_rate(self, *, basis: Basis = "original") -> Rate | Undefined:
        """Carry-over rate (结转结余率): what is left at the end of the year over the budget.

        Args:
            basis: What it is divided by: "original", "adjusted" or "executed".

        Returns:
            The rate; low is good. Undefined as for `execution_rate`.

        Rule:
            结转结余总额 / 支出预算数 (财预〔2013〕53号), recalled; a local table divides by the
            expenditure (verified), hence the argument.

        Example:
            >>> from govperf.model import Budget
            >>> Budget(2022, original="1,000万元", carried_out="68万元").carry_over_rate()
            Rate(6.80%)
        """
        return over(self._figure("carried_out"), self._figure(allowed(basis, BASES)))

    @property
    def carry_over_change_rate(self) -> Rate | Undefined:
        """Change of the carry-over (结转结余变动率): (at the end − at the beginning) / at the beginning.

        Returns:
            The rate, signed; at most 0 is good. Undefined where there was nothing at the beginning.

        Rule:
            (本年累计结转结余 − 上年) / 上年 (财预〔2013〕53号); formula verified.

        Example:
            >>> from govperf.model import Budget
            >>> Budget(2021, carried_in="0.19万元", carried_out="0.88万元").carry_over_change_rate
            Rate(363.16%)
        """
        return less(over(self._figure("carried_out"), self._figure("carried_in")))

    def progress_rate(self, month: int) -> Rate | Undefined:
        """Payment progress (支付进度): what was spent by the end of a month, over the adjusted budget.

        Args:
            month: The month, 1 to 12; it must be one of `progress`.

        Returns:
            The rate; undefined as for `execution_rate`.

        Rule:
            截至某月的实际支出 / 年度支出预算 (财预〔2013〕53号), recalled.

        Example:
            >>> from govperf.model import Budget
            >>> Budget(2022, adjusted="100万元", progress={7: "52万元"}).progress_rate(7)
            Rate(52.00%)
        """
        spent = next((item.executed for item in self.progress if item.month == month), None)
        return over(Figure("progress", spent), self._figure("adjusted"))

    def payment_progress_rate(self, month: int, *, planned: Quantity | str | None = None) -> Rate | Undefined:
        """Payment progress rate (支付进度率): progress to the end of a month over the planned progress.

        Args:
            month: As for `progress_rate`.
            planned: The progress that the department declared for that month, such as "55%"; months / 12
                where it declared none.

        Returns:
            The rate; at least 100 % is good. Undefined as for `execution_rate`.

        Raises:
            DataError: The planned progress does not say its %, or is negative.

        Rule:
            实际支付进度 / 既定支付进度 (财预〔2013〕53号), recalled; months / 12 is the
            序时进度 that systems use.

        Example:
            >>> from govperf.model import Budget
            >>> budget = Budget(2022, adjusted="100万元", progress={7: "52万元"})
            >>> budget.payment_progress_rate(7), budget.payment_progress_rate(7, planned="50%")
            (Rate(89.14%), Rate(104.00%))
        """
        made = self.progress_rate(month)
        if isinstance(made, Undefined):
            return made
        share, said = Fraction(month, _MONTHS), f"{month} ÷ {_MONTHS}"
        if planned is not None:
            declared = a_rate("planned", planned)
            share, said = declared.exact_ratio(_WHOLE), str(declared)
        if not share:
            return Undefined("undefined.planned-zero")
        above, below = made.terms or ("", "")
        return Rate(made.exact / share, terms=made.terms and (above, f"({below} × {said})"))

    @property
    def implied_adjusted(self) -> Quantity | Undefined:
        """The adjusted budget that the printed execution rate implies (倒算的全年预算数).

        Returns:
            Expenditure over the printed rate, rounded half up to 2 decimals of the unit of the
            expenditure; undefined where one of them is missing or not above zero.

        Raises:
            InputError: The implied budget has more digits than an amount may have.

        Example:
            >>> from govperf.model import Budget
            >>> Budget(2021, executed="3,678.07万元", reported_execution_rate="95.08%").implied_adjusted
            Quantity('3868.40', '万元')
        """
        rate = self.reported_execution_rate
        if self.executed is None or rate is None:
            name = "executed" if self.executed is None else "reported_execution_rate"
            return Figure(name, None).undefined("missing")
        for name, amount in (("reported_execution_rate", rate), ("executed", self.executed)):
            if amount.magnitude <= 0:
                return Figure(name, amount).undefined("negative" if amount else "zero")
        implied = Fraction(self.executed.magnitude) / (Fraction(rate.magnitude) * rate.unit.factor)
        return Quantity(round_half_up(implied, 2), self.executed.unit)
