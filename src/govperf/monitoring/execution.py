"""Execution alert (执行预警): what was spent by now, beside what was due by now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import attrs

from govperf.layout import spelled
from govperf.messages import message
from govperf.model import Budget, Note, Rate, Undefined
from govperf.model.budget_figures import Figure, over
from govperf.model.fields import expect
from govperf.model.plain import Record
from govperf.monitoring.lights import Light, lit_line
from govperf.monitoring.loading import followed
from govperf.monitoring.moments import Moment, moment, part_due
from govperf.monitoring.projections import at_this_pace, with_projection
from govperf.monitoring.results import Followed, by, record
from govperf.monitoring.rules import Basis, MonitoringRules
from govperf.units import Quantity

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["ExecutionAlert", "execution_alert", "execution_at", "plan_of", "spent_by"]


@attrs.frozen(kw_only=True)
class ExecutionAlert(Followed):
    """Execution alert (执行预警): the light of a budget at some time of the year.

    Args:
        light: The light, or why there is none.
        rate: What was spent by then, over the budget of the year.
        ratio: That rate over the pro-rata progress; also the rate of the whole year, if the pace stays.
        expected: What is spent by the end of the year, if the pace stays (全年预计执行数): a projection.
        notes: What was assumed.
        rules: As for `Followed`, like the three fields after it.
    """

    __repr__ = spelled

    light: Light | Undefined
    rate: Rate | Undefined
    ratio: Rate | Undefined
    expected: Quantity | Undefined
    notes: tuple[Note, ...] = ()

    def explain(self, lang: Language = "zh") -> str:
        """How the light came about (预警说明), in "zh" or "en"; the projection is called one."""
        name = message("monitor.execution", {}, lang)
        line = lit_line(name, self.light, self.ratio.explain(lang), self.notes, lang)
        return with_projection(line, self.expected, lang)

    def records(self, lang: Language = "zh") -> tuple[Record, ...]:
        """The alert as one row of plain data (记录), as `Monitoring.records` has it."""
        return (record("execution", self, lang),)


def execution_alert(
    budget: Budget,
    *,
    month: int | None = None,
    on: date | None = None,
    rules: MonitoringRules | Basis | None = None,
) -> ExecutionAlert:
    """Execution alert (执行预警): the execution rate over the pro-rata progress, and its light.

    Args:
        budget: Its `progress` of that month counts; else what was spent, taken as of that time.
        month: As for `pro_rata_progress`.
        on: As for `pro_rata_progress`, a day of the year of the budget. Its month counts where it ends then.
        rules: The limits, or their edition; those of systems in use unless told otherwise.

    Returns:
        The alert. Where the budget is zero or missing, the ratio is undefined and the light what the rules
        say of it: red.

    Raises:
        DataError: There is no such month, or the day is of another year.
        TypeError: The budget is none; neither a month nor a day is given, or both are.

    Rule:
        执行率 / 序时进度: below 60 % red, below 80 % yellow, else green (in use). The budget is the adjusted
        one (全年预算数); where there is none yet, the original one (verified).

    Example:
        >>> budget = Budget(2023, adjusted="100万元", executed="45万元")
        >>> found = execution_alert(budget, month=7)
        >>> found.light, found.ratio.explain()
        (<Light.YELLOW: 'yellow'>, '45万元 ÷ (100万元 × 7 ÷ 12) = 77.14%')
        >>> print(found.explain())
        预算执行：45万元 ÷ (100万元 × 7 ÷ 12) = 77.14%，黄灯；按此进度推算全年77.14万元
    """
    expect(Budget, budget)
    return execution_at(budget, moment(month, on, budget.year), followed(rules))


def execution_at(budget: Budget | None, at: Moment, rules: MonitoringRules) -> ExecutionAlert:
    """The alert of a budget at a moment (执行预警); without a budget that of a missing rate."""
    if budget is None:
        reason = Undefined("undefined.budget-missing")
        light = rules.no_execution or reason
        return ExecutionAlert(light=light, rate=reason, ratio=reason, expected=reason, **by(rules))
    plan, replaced = plan_of(budget)
    spent, assumed = spent_by(budget, at)
    expected = _missing(spent) if spent.amount is None else at_this_pace(spent.amount, at.progress)
    notes = (*replaced, *assumed)
    rate = over(spent, plan)
    if isinstance(rate, Undefined):
        light = rules.no_execution or rate
        return ExecutionAlert(light=light, rate=rate, ratio=rate, expected=expected, notes=notes, **by(rules))
    ratio = part_due(rate, at.progress)
    return ExecutionAlert(
        light=rules.execution.light(ratio.exact),
        rate=rate,
        ratio=ratio,
        expected=expected,
        notes=notes,
        **by(rules),
    )


def _missing(figure: Figure) -> Undefined:
    return figure.undefined("missing")


def plan_of(budget: Budget) -> tuple[Figure, tuple[Note, ...]]:
    """The budget that counts (预算数): the adjusted one, or the original one while there is none."""
    if budget.adjusted is None and budget.original is not None:
        return Figure("original", budget.original), (Note("note.original-budget"),)
    return Figure("adjusted", budget.adjusted), ()


def spent_by(budget: Budget, at: Moment) -> tuple[Figure, tuple[Note, ...]]:
    """What was spent by a moment (累计执行数): that of the month which ends then, else that of the form."""
    for item in budget.progress:
        if item.month == at.month:
            return Figure("progress", item.executed), ()
    until = at.until(budget.year)
    notes = (Note("note.progress-missing", {"until": until}),) if budget.progress else ()
    return Figure("executed", budget.executed), notes
