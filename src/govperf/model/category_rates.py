"""The rates of the categories of a budget (分类支出指标): operation, three public, procurement, projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govperf.model.budget_figures import BudgetFigures, allowed, less, over
from govperf.model.budget_line import BASES, PLANS, Basis, Plan
from govperf.model.rates import Rate
from govperf.model.remarks import Undefined

if TYPE_CHECKING:
    from govperf.model.budget import Budget

__all__ = ["CategoryRates"]


class CategoryRates(BudgetFigures):
    """The rates that follow from the lines of a `Budget` (分类支出指标)."""

    __slots__ = ()

    def operating_control_rate(self, *, basis: Plan = "adjusted") -> Rate | Undefined:
        """Operating expenditure control rate (公用经费控制率): spent on operation over the budget for it.

        Args:
            basis: The budget that is meant, "original" or "adjusted".

        Returns:
            The rate; at most 100 % is good. Undefined as for `execution_rate`.

        Rule:
            实际支出公用经费 / 预算安排公用经费 (财预〔2013〕53号), recalled.

        Example:
            >>> from govperf.model import Budget, BudgetLine
            >>> line = BudgetLine(adjusted="210.00万元", executed="201.30万元")
            >>> Budget(2021, operating=line).operating_control_rate()
            Rate(95.86%)
        """
        plan = allowed(basis, PLANS)
        return over(self._of_line("operating", "executed"), self._of_line("operating", plan))

    def three_public_control_rate(self, *, basis: Plan = "adjusted") -> Rate | Undefined:
        """Three public expenses control rate (三公经费控制率): spent on them over the budget for them.

        Args:
            basis: The budget that is meant, "original" or "adjusted".

        Returns:
            The rate; at most 100 % is good. Undefined as for `execution_rate`.

        Raises:
            InputError: The sum of them has more digits than an amount may have.

        Rule:
            三公实际支出 / 三公预算安排 (财预〔2013〕53号), recalled. Where the form prints no sum of them,
            travel abroad, official vehicles and hospitality are added up.

        Example:
            >>> from govperf.model import Budget, BudgetLine
            >>> line = BudgetLine(adjusted="30万元", executed="28.5万元")
            >>> Budget(2021, three_public=line).three_public_control_rate()
            Rate(95.00%)
        """
        return over(self._three_public("executed"), self._three_public(allowed(basis, PLANS)))

    def three_public_change_rate(self, previous: Budget, *, basis: Basis = "original") -> Rate | Undefined:
        """Change of the three public expenses (三公经费变动率): (this year − last year) / last year.

        Args:
            previous: The budget of the year before.
            basis: What is compared: "original" or "adjusted" budgets, or what was "executed".

        Returns:
            The rate, signed; at most 0 is good. Undefined where there were none last year.

        Raises:
            InputError: A sum has more digits than an amount may have, or the years have two currencies.

        Rule:
            (本年三公 − 上年三公) / 上年三公 of budget figures (财预〔2013〕53号, verified); a local table
            compares what was spent (verified).

        Example:
            >>> from govperf.model import Budget, BudgetLine
            >>> last = Budget(2020, three_public=BudgetLine(original="30.00万元"))
            >>> Budget(2021, three_public=BudgetLine(original="28.50万元")).three_public_change_rate(last)
            Rate(-5.00%)
        """
        before = previous._three_public(allowed(basis, BASES))  # noqa: SLF001 - of this class too
        return less(over(self._three_public(basis), before._replace(previous=True)))

    def procurement_execution_rate(self, *, basis: Plan = "adjusted") -> Rate | Undefined:
        """Procurement execution rate (政府采购执行率): what was procured over the budget for it.

        Args:
            basis: The budget that is meant, "original" or "adjusted".

        Returns:
            The rate; 100 % is good. Undefined as for `execution_rate`.

        Rule:
            实际政府采购金额 / 政府采购预算数 (财预〔2013〕53号), recalled.

        Example:
            >>> from govperf.model import Budget, BudgetLine
            >>> line = BudgetLine(adjusted="180.00万元", executed="172.50万元")
            >>> Budget(2021, procurement=line).procurement_execution_rate()
            Rate(95.83%)
        """
        plan = allowed(basis, PLANS)
        return over(self._of_line("procurement", "executed"), self._of_line("procurement", plan))

    def key_projects_rate(self, *, basis: Plan = "original") -> Rate | Undefined:
        """Share of key projects (重点支出安排率): the budget for key projects over that for all projects.

        Args:
            basis: The budget that is meant, "original" or "adjusted".

        Returns:
            The rate; high is good. Undefined as for `execution_rate`.

        Rule:
            重点项目支出 / 项目总支出, budgeted amounts (财预〔2013〕53号, verified).

        Example:
            >>> from govperf.model import Budget, BudgetLine
            >>> key, every = BudgetLine(original="90万元"), BudgetLine(original="100万元")
            >>> Budget(2021, key_projects=key, project=every).key_projects_rate()
            Rate(90.00%)
        """
        plan = allowed(basis, PLANS)
        return over(self._of_line("key_projects", plan), self._of_line("project", plan))
