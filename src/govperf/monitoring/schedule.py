"""Sections behind schedule (落后序时进度的科室): whose money lags at the end of a month, and by how much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, cast

import attrs

from govperf.errors import QuantityError
from govperf.layout import spelled
from govperf.messages import message
from govperf.model import Budget, Note, Rate, Undefined
from govperf.model.budget_figures import over
from govperf.model.fields import expect
from govperf.model.plain import Record
from govperf.monitoring.execution import plan_of, spent_by
from govperf.monitoring.lights import with_notes
from govperf.monitoring.loading import followed
from govperf.monitoring.moments import Moment, moment
from govperf.monitoring.projections import shown
from govperf.monitoring.results import Followed, by, plain, record
from govperf.monitoring.rules import Basis, MonitoringRules
from govperf.units import Quantity
from govperf.units.magnitude import quotient

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["Lag", "Schedule", "behind_schedule"]


@attrs.frozen(kw_only=True)
class Lag:
    """Lag (落后情况) of one section behind the pro-rata progress.

    Args:
        name: Of the section.
        rank: From 1, who is furthest behind; who is equally far behind shares it, and the next is left out.
        rate: What was spent, over the budget of the year.
        gap: The pro-rata progress less that rate, above zero.
        amount: What would have to be spent to keep pace, exact up to 34 digits, in the unit of the budget.
        notes: What was assumed.
    """

    __repr__ = spelled

    name: str
    rank: int
    rate: Rate
    gap: Rate
    amount: Quantity | Undefined
    notes: tuple[Note, ...] = ()

    def explain(self, lang: Language = "zh") -> str:
        """The rank and its figures (落后说明), in "zh" or "en"."""
        gap = message("monitor.points", {"number": str(self.gap).removesuffix("%")}, lang)
        short = self.amount.explain(lang) if isinstance(self.amount, Undefined) else shown(self.amount)
        details = {"rank": self.rank, "name": self.name, "rate": self.rate, "gap": gap, "amount": short}
        return with_notes(message("monitor.behind", details, lang), self.notes, lang)


@attrs.frozen(kw_only=True)
class Schedule(Followed):
    """Schedule (序时进度通报): which sections are behind at the end of a month.

    Args:
        progress: The pro-rata progress.
        behind: The sections behind it, the furthest first; equal ones in the order that they were given.
        kept: The names of those that are not behind.
        undefined: The names of those without a rate, each with the reason.
        notes: That the month is none at whose end progress is published.
        rules: As for `Followed`, like the three fields after it.
    """

    __repr__ = spelled

    progress: Rate
    behind: tuple[Lag, ...]
    kept: tuple[str, ...]
    undefined: tuple[tuple[str, Undefined], ...]
    notes: tuple[Note, ...] = ()

    def __iter__(self) -> Iterator[Lag]:
        """The sections behind schedule."""
        return iter(self.behind)

    def explain(self, lang: Language = "zh") -> str:
        """All of it, a line each (通报), in "zh" or "en"; who keeps the schedule is not named."""
        lines = [
            message("monitor.progress", {"rate": self.progress.explain(lang)}, lang),
            *(lag.explain(lang) for lag in self.behind),
            *(
                message("monitor.dark", {"name": name, "reason": reason.explain(lang)}, lang)
                for name, reason in self.undefined
            ),
            *(note.explain(lang) for note in self.notes),
        ]
        return "\n".join(lines)

    def records(self, lang: Language = "zh") -> tuple[Record, ...]:
        """The sections as rows of plain data (记录), those too that keep the schedule.

        Args:
            lang: "zh" or "en", for what is said in words.

        Returns:
            A row each, as `what` says "behind", "kept" or "undefined"; all of the same keys, values as in
            `Monitoring.records`. A section without a rate has the reason in its place.
        """
        rows = [
            *(record("behind", lag, lang, notes=(*lag.notes, *self.notes)) for lag in self.behind),
            *(self._bare("kept", name, None, lang) for name in self.kept),
            *(self._bare("undefined", name, why, lang) for name, why in self.undefined),
        ]
        said = {field.name: getattr(self, field.name) for field in attrs.fields(Followed)}
        return tuple({**row, "progress": plain(self.progress, lang), **said} for row in rows)

    def _bare(self, what: str, name: str, rate: Undefined | None, lang: Language) -> Record:
        cells = dict.fromkeys(field.name for field in attrs.fields(Lag))
        said = {"name": name, "rate": plain(rate, lang), "notes": plain(self.notes, lang)}
        return {"what": what, **cells, **said}


def behind_schedule(
    sections: Mapping[str, Budget] | Iterable[tuple[str, Budget]],
    *,
    month: int,
    rules: MonitoringRules | Basis | None = None,
) -> Schedule:
    """Sections behind schedule (落后序时进度的科室) at the end of a month, the furthest first.

    Args:
        sections: Names and budgets; what was spent is found as for `execution_alert`.
        month: 1 to 12; of a month at whose end progress is not published, this is noted.
        rules: Which months those are, or their edition; every even one unless told otherwise.

    Returns:
        The ranking. A section without a rate, because a figure is missing or its budget zero, has a reason
        and no rank.

    Raises:
        DataError: There is no such month.
        TypeError: A budget is none, or the month no int.

    Rule:
        序时进度 is published in the last week of every even month, and money of sections that lag is cut (a
        district's practice, verified). That the ranking is by the gap between the rates is govperf's choice.

    Example:
        >>> made = behind_schedule(
        ...     {
        ...         "甲科": Budget(2023, adjusted="120万元", executed="90万元"),
        ...         "乙科": Budget(2023, adjusted="90万元", executed="45万元"),
        ...     },
        ...     month=8,
        ... )
        >>> print(made.explain("en"))
        pro-rata progress: 8 ÷ 12 = 66.67%
        1. 乙科: 50.00% spent, 16.67 percentage points behind, 15万元 short
    """
    book, at = followed(rules), moment(month, None)
    given = cast("Mapping[str, Budget]", sections).items() if isinstance(sections, Mapping) else sections
    lags: list[Lag] = []
    kept: list[str] = []
    undefined: list[tuple[str, Undefined]] = []
    for name, budget in given:
        expect(Budget, budget)
        found = _lag(name, budget, at)
        if isinstance(found, Undefined):
            undefined.append((name, found))
        elif found.gap.exact > 0:
            lags.append(found)
        else:
            kept.append(name)
    published = month in book.published
    return Schedule(
        progress=at.progress,
        behind=tuple(_ranked(lags)),
        kept=tuple(kept),
        undefined=tuple(undefined),
        notes=() if published else (Note("note.not-published", {"month": month}),),
        **by(book),
    )


def _lag(name: str, budget: Budget, at: Moment) -> Lag | Undefined:
    """How far a section is behind; below zero, how far it is ahead."""
    plan, replaced = plan_of(budget)
    spent, assumed = spent_by(budget, at)
    rate = over(spent, plan)
    if isinstance(rate, Undefined):
        return rate
    gap = at.progress.exact - rate.exact
    amount = _part(cast("Quantity", plan.amount), gap)
    return Lag(name=name, rank=0, rate=rate, gap=Rate(gap), amount=amount, notes=(*replaced, *assumed))


def _part(whole: Quantity, share: Fraction) -> Quantity | Undefined:
    """A part of an amount, rounded once where it does not end."""
    exact = Fraction(whole.magnitude) * share
    try:
        return Quantity(quotient(Decimal(exact.numerator), Decimal(exact.denominator)), whole.unit)
    except QuantityError:
        return Undefined("undefined.projection-size", {"amount": whole})


def _ranked(lags: list[Lag]) -> Iterator[Lag]:
    ordered = sorted(lags, key=lambda lag: -lag.gap.exact)
    rank = 1
    for i, lag in enumerate(ordered):
        if i and lag.gap.exact < ordered[i - 1].gap.exact:
            rank = i + 1
        yield attrs.evolve(lag, rank=rank)
