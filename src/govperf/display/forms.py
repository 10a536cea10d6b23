"""The form as a table (自评表): laid out like the printed one, with computed scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Final

from great_tables import GT

from govperf.comparing.figures import grade_name
from govperf.display.grids import Cell, cell, grid_table, head, number
from govperf.display.measuring import measured, rated
from govperf.display.themes import Theme, palette
from govperf.messages import message
from govperf.model import (
    Budget,
    Evaluation,
    EvaluationKind,
    Goal,
    Grade,
    Indicator,
    Score,
    Scorecard,
    Undefined,
)
from govperf.model.budget_figures import Figure, over
from govperf.model.fields import expect
from govperf.reviewing import rule_book
from govperf.scoring import evaluate
from govperf.standards import ScoringStandard
from govperf.units import Quantity

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["form_table"]

Rows = Iterator[Sequence[Cell]]

_WIDTHS: Final = (10, 10, 18, 14, 14, 7, 11, 16)
_ALL: Final = len(_WIDTHS)
_POINTS: Final = 6
_DASH: Final = "—"
_TITLES: Final = {EvaluationKind.DEPARTMENTAL: "departmental", EvaluationKind.FINANCE: "finance"}


def form_table(
    evaluation: Evaluation,
    *,
    standard: ScoringStandard | None = None,
    lang: Language = "zh",
    theme: Theme = "light",
) -> GT:
    """The form as a table (自评表), laid out like the printed one: budget, goals, indicators, total.

    Args:
        evaluation: As its form says.
        standard: The rule book; else the one that the evaluation names, else MOF-2020-10.
        lang: "zh" or "en", of the titles.
        theme: "light" or "dark".

    Returns:
        A table whose scores are computed; where the form prints another one, it stands beside it. What
        cannot be computed says so, with a number that leads to the reason beneath the table. A form without
        any weights has completion rates instead of points. Its
        `as_raw_html()` needs nothing from elsewhere and has no script.

    Raises:
        InputError: There is no such theme.
        TypeError: The argument is no evaluation, or the standard no rule book.

    Example:
        >>> rows = [Indicator("工作<周报>", target="≥52期", actual="49期", weight=90)]
        >>> page = form_table(Evaluation("某局", 2023, goals=[Goal("宣传", indicators=rows)])).as_raw_html()
        >>> "工作&lt;周报&gt;" in page, "84.81" in page, "<script" in page
        (True, True, False)
    """
    expect(Evaluation, evaluation)
    colours = palette(theme)
    sheet = _Sheet(evaluation, standard or rule_book(evaluation)[0], lang)
    rows = [*sheet.names(), *sheet.funds(), *sheet.goals(), *sheet.indicators(), *sheet.total()]
    made = sheet.said("standard", standard=sheet.card.standard)
    source = sheet.said("data", source=evaluation.source) if evaluation.source else ""
    return grid_table(
        rows,
        widths=_WIDTHS,
        title=sheet.title,
        subtitle=sheet.said("year", year=evaluation.year),
        notes=[*sheet.notes(), made, *([source] if source else [])],
        colours=colours,
        name="govperf-form",
    )


class _Sheet:
    """The rows of one form, and the reasons that they refer to."""

    def __init__(self, evaluation: Evaluation, book: ScoringStandard, lang: Language) -> None:
        self.evaluation = evaluation
        self.lang: Language = lang
        self.card: Scorecard = evaluate(evaluation, standard=book)
        self.scores = {score.path: score for score in self.card.scores}
        self.weighed = any(one.weight is not None for _, one in evaluation.indicators())
        self._reasons: dict[str, int] = {}

    def said(self, what: str, **details: object) -> str:
        """A title, or a cell with what it names."""
        return message(f"sheet.{what}", details, self.lang)

    @property
    def title(self) -> str:
        kind = _TITLES.get(self.evaluation.kind) or ("self" if self.evaluation.project else "whole")
        return self.said(kind)

    def notes(self) -> list[str]:
        """The reasons, in the order in which the table refers to them."""
        return [self.said("note", number=i, text=text) for text, i in self._reasons.items()]

    def undefined(self, reason: Undefined, word: str = "undefined") -> str:
        """The word for a rate that cannot be computed, or points that are not determined, and its reason."""
        text = reason.explain(self.lang)
        i = self._reasons.setdefault(text, len(self._reasons) + 1)
        return f"{message(f'draw.{word}', {}, self.lang)} [{i}]"

    def names(self) -> Rows:
        form = self.evaluation
        if form.project:
            yield [head(self.said("project"), columns=2), cell(form.project, columns=_ALL - 2)]
        yield [
            head(self.said("department"), columns=2),
            cell(form.department.name, columns=2),
            head(self.said("implementer")),
            cell(form.implementer or _DASH, columns=3),
        ]

    def funds(self) -> Rows:
        """The budget: all funds, then a row for each source."""
        budget = self.evaluation.budget
        if budget is None:
            return
        titles = ("source", "original", "adjusted", "executed", "weight", "points", "rate")
        block = head(self.said("funds" if self.evaluation.project else "money"), rows=2 + len(budget.sources))
        yield [block, *(head(self.said(title), columns=1) for title in titles)]
        yield [cell(self.said("all-funds")), *self._amounts(budget), *self._execution(budget)]
        for line in budget.sources:
            rate = over(Figure("executed", line.executed), Figure("adjusted", line.adjusted))
            shown = _DASH if isinstance(rate, Undefined) else str(rate)
            amounts = map(_amount, (line.original, line.adjusted, line.executed))
            yield [cell(line.name or _DASH), *amounts, number(_DASH), number(_DASH), number(shown)]

    def _amounts(self, budget: Budget) -> list[Cell]:
        return [_amount(one) for one in (budget.original, budget.adjusted, budget.executed)]

    def _execution(self, budget: Budget) -> list[Cell]:
        score, rate = self.card.budget_score, budget.execution_rate
        shown = self.undefined(rate) if isinstance(rate, Undefined) else str(rate)
        return [self._weight(score), self._points(score, budget.reported_points), number(shown)]

    def goals(self) -> Rows:
        found = list(_every_goal(self.evaluation.goals))
        if not found:
            return
        titles = [head(self.said("intended"), columns=3), head(self.said("achieved"), columns=4)]
        yield [head(self.said("goals"), rows=len(found) + 1), *titles]
        for goal in found:
            yield [cell(goal.text, columns=3), cell(goal.achieved or _DASH, columns=4)]

    def indicators(self) -> Rows:
        """The indicators; those of several goals each under their own."""
        titles = ("first", "second", "third", "target", "actual", "weight", "points", "reason")
        heads = [head(self.said(title)) for title in titles]
        heads[_POINTS] = heads[_POINTS] if self.weighed else head(message("draw.of-rate", {}, self.lang))
        yield heads
        goals = _with_paths(self.evaluation.goals, "$.goals")
        several = [(path, goal) for path, goal in goals if goal.indicators]
        if not several:
            yield [cell(self.said("no-indicators"), columns=_ALL)]
        for i, (path, goal) in enumerate(several, 1):
            if len(several) > 1:
                yield [head(self.said("goal", number=i, text=goal.text), columns=_ALL)]
            yield from self._of_goal(path, goal)

    def _of_goal(self, path: str, goal: Goal) -> Rows:
        """The rows of a goal, with what follows each other under one level merged."""
        placed = [(f"{path}.indicators[{i}]", one) for i, one in enumerate(goal.indicators)]
        for first, of_first in groupby(placed, key=lambda one: one[1].category[:1]):
            rows = list(of_first)
            left = [cell(first[0], rows=len(rows))] if first else []
            for rest, of_second in groupby(rows, key=lambda one: one[1].category[1:]):
                same = list(of_second)
                left += [cell("/".join(rest), rows=len(same))] if rest else []
                for where, indicator in same:
                    name = cell(indicator.name, columns=3 - bool(first) - bool(rest))
                    yield [*left, name, *self._figures(indicator, self.scores[where])]
                    left = []

    def _figures(self, indicator: Indicator, score: Score) -> list[Cell]:
        why = "；".join(text for text in (indicator.deviation_reason, indicator.measures) if text)
        return [
            cell(indicator.target or _DASH),
            cell(indicator.actual or _DASH),
            self._weight(score),
            self._result(indicator, score),
            cell(why or _DASH),
        ]

    def _result(self, indicator: Indicator, score: Score) -> Cell:
        """The points, or the completion rate where the whole form has no weights."""
        apart = bool(indicator.not_applicable)
        rate = measured(self.evaluation, indicator)
        if self.weighed or apart:
            return self._points(score, indicator.reported_points, apart=apart)
        return number(self.undefined(rate) if isinstance(rate, Undefined) else rated(rate))

    def _weight(self, score: Score) -> Cell:
        return number(_DASH if isinstance(score.full, Undefined) else f"{score.full:f}")

    def _points(self, score: Score, reported: Decimal | None, *, apart: bool = False) -> Cell:
        """The computed points, and the printed ones where they are others."""
        points, word = score.points, "not-applicable" if apart else "undetermined"
        shown = self.undefined(points, word) if isinstance(points, Undefined) else f"{points:f}"
        return number(self._beside(shown, points, reported))

    def _beside(self, shown: str, points: Decimal | Undefined, reported: Decimal | None) -> str:
        same = isinstance(points, Decimal) and points == reported
        if reported is None or same:
            return shown
        return self.said("reported", points=shown, reported=f"{reported:f}")

    def total(self) -> Rows:
        card, form = self.card, self.evaluation
        total, full = card.total, card.full
        shown = self.undefined(total, "undetermined") if isinstance(total, Undefined) else f"{total:f}"
        grade = grade_name(card.grade, self.lang) if isinstance(card.grade, Grade) else _DASH
        reported = form.reported_grade
        said = (
            self.said("reported", points=grade, reported=reported) if reported not in {"", grade} else grade
        )
        yield [
            head(self.said("total"), columns=5),
            number(_DASH if isinstance(full, Undefined) else f"{full:f}"),
            number(self._beside(shown, total, form.reported_total)),
            Cell(cell(self.said("grade", grade=said)).text, kind="name"),
        ]


def _amount(amount: Quantity | None) -> Cell:
    return number(_DASH if amount is None else str(amount))


def _every_goal(goals: Sequence[Goal]) -> Iterator[Goal]:
    """Each goal, before those that it is made of."""
    return (goal for _, goal in _with_paths(goals, "$.goals"))


def _with_paths(goals: Sequence[Goal], path: str) -> Iterator[tuple[str, Goal]]:
    for i, goal in enumerate(goals):
        where = f"{path}[{i}]"
        yield where, goal
        yield from _with_paths(goal.goals, f"{where}.goals")
