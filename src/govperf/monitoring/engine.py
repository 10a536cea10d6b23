"""Monitoring (绩效运行监控): one evaluation at some time of its year, money and goals together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

import attrs

from govperf.layout import spelled
from govperf.messages import message
from govperf.model import Evaluation, Goal, Rate, Undefined
from govperf.model.fields import expect
from govperf.model.plain import Record
from govperf.monitoring.execution import ExecutionAlert, execution_at
from govperf.monitoring.indicators import NOT_APPLICABLE, IndicatorLight, light_at
from govperf.monitoring.lights import Light, lit_line, worst
from govperf.monitoring.loading import followed
from govperf.monitoring.moments import moment
from govperf.monitoring.projections import shown
from govperf.monitoring.results import Followed, by, plain, record
from govperf.monitoring.rules import Basis, MonitoringRules
from govperf.monitoring.showing import monitoring_html

if TYPE_CHECKING:
    from govperf.messages import Language
    from govperf.units import Quantity

__all__ = ["GoalLight", "Monitoring", "dual_light", "monitor"]

_COLUMNS: Final = ("indicator", "target", "actual", "ratio", "light", "expected")
_DASH: Final = "—"
_FOLLOWED: Final = tuple(field.name for field in attrs.fields(Followed))
_CELLS: Final = (
    *("what", "name", "path", "target", "actual", "light", "rule", "figure", "rate", "ratio", "completion"),
    *("expected", "count", "without_light", "notes", "evaluation", "until", "progress", *_FOLLOWED),
)
_NO_CELLS: Final[Record] = dict.fromkeys(_CELLS)


@attrs.frozen(kw_only=True)
class GoalLight:
    """Light of a goal (目标灯色): the worst of its indicators, and of those of the goals that it is made of.

    Args:
        text: The goal, "" for all goals together.
        light: The worst of the lights that there are, or why there is none.
        undefined: The paths of those of them that have no light.
        count: How many indicators there are that apply.
        path: Where in the evaluation.
    """

    __repr__ = spelled

    text: str
    light: Light | Undefined
    undefined: tuple[str, ...]
    count: int
    path: str

    def explain(self, lang: Language = "zh") -> str:
        """The light and how many indicators have none (灯色说明), in "zh" or "en"."""
        name = message("monitor.goal", {"text": self.text}, lang) if self.text else _all_goals(lang)
        dark = {"count": len(self.undefined), "of": self.count}
        figure = message("monitor.without", dark, lang) if self.undefined else ""
        return lit_line(name, self.light, figure, (), lang)


def _all_goals(lang: Language) -> str:
    return message("monitor.goals", {}, lang)


@attrs.frozen(kw_only=True)
class Monitoring(Followed):
    """Monitoring (绩效运行监控) of an evaluation up to the end of a month or a day.

    Args:
        name: Of the department and its project.
        until: Up to when, such as 2023-07 or 2023-08-31.
        progress: The pro-rata progress (序时进度).
        execution: The execution alert (执行预警).
        indicators: The lights of the indicators, in the order of the form.
        goals: The lights of the goals, those that a goal is made of after it.
        overall: The light of all goals together.
        dual: Money and goals together (双监控).
        rules: As for `Followed`, like the three fields after it.
    """

    __repr__ = spelled
    _repr_html_ = monitoring_html

    name: str
    until: str
    progress: Rate
    execution: ExecutionAlert
    indicators: tuple[IndicatorLight, ...]
    goals: tuple[GoalLight, ...]
    overall: GoalLight
    dual: Light | Undefined

    def explain(self, lang: Language = "zh") -> str:
        """All of it, a line each (监控说明).

        Args:
            lang: "zh" or "en".

        Returns:
            Several lines: the progress, the budget, the indicators, the goals, money and goals together.
        """
        names = {"name": self.name, "until": self.until, "rules": self.rules, "edition": self.edition}
        lines = [
            message("monitor.title", names, lang),
            message("monitor.progress", {"rate": self.progress.explain(lang)}, lang),
            self.execution.explain(lang),
            *(item.explain(lang) for item in self.indicators),
            *(goal.explain(lang) for goal in (*self.goals, self.overall)),
            lit_line(message("monitor.dual", {}, lang), self.dual, "", (), lang),
        ]
        return "\n".join(lines)

    def rows(self, lang: Language = "zh") -> tuple[tuple[str, ...], ...]:
        """The indicators as rows of a table (表格行), the titles first.

        Args:
            lang: "zh" or "en".

        Returns:
            Indicator, target, actual, how much was reached of what is due by now, light, and the projection;
            a dash where there is none.
        """
        titles = tuple(message(f"monitor.column-{column}", {}, lang) for column in _COLUMNS)
        return (titles, *(_row(item, lang) for item in self.indicators))

    def records(self, lang: Language = "zh") -> tuple[Record, ...]:
        """All lights as rows of plain data (记录), such as for JSON.

        Args:
            lang: "zh" or "en", for what is said in words.

        Returns:
            A row each for the execution, the indicators, the goals, all goals and both together, as `what`
            says; all of the same keys, None where a row has no such thing. A rate is its exact fraction as a
            text; what is undefined is {"undefined": its code, "reason": in words}.

        Example:
            >>> from govperf.model import Budget, Department
            >>> budget = Budget(2023, adjusted="9万元", executed="3万元")
            >>> row = monitor(Evaluation(Department("某局"), 2023, budget=budget), month=6).records()[0]
            >>> row["what"], row["light"], row["rate"], row["ratio"], row["until"]
            ('execution', 'yellow', '1/3', '2/3', '2023-06')
        """
        rows = [
            *self.execution.records(lang),
            *(row for item in self.indicators for row in item.records(lang)),
            *(_goal_record("goal", goal, lang) for goal in self.goals),
            _goal_record("goals", self.overall, lang),
            {"what": "dual", "light": plain(self.dual, lang)},
        ]
        whole = {"evaluation": self.name, "until": self.until, "progress": plain(self.progress, lang)}
        said = {key: getattr(self, key) for key in _FOLLOWED}
        return tuple({**_NO_CELLS, **row, **whole, **said} for row in rows)


def _goal_record(what: str, goal: GoalLight, lang: Language) -> Record:
    row = record(what, goal, lang, name=goal.text, without_light=goal.undefined)
    return {key: value for key, value in row.items() if key not in ("text", "undefined")}


def _row(item: IndicatorLight, lang: Language) -> tuple[str, ...]:
    light = _DASH if isinstance(item.light, Undefined) else item.light.explain(lang)
    ratio = _DASH if isinstance(item.ratio, Undefined) else str(item.ratio)
    cells = (item.name, item.target or _DASH, item.actual or _DASH)
    return (*cells, ratio, light, _amount(item.expected))


def _amount(expected: Quantity | Undefined) -> str:
    return _DASH if isinstance(expected, Undefined) else shown(expected)


def monitor(
    evaluation: Evaluation,
    *,
    month: int | None = None,
    on: date | None = None,
    rules: MonitoringRules | Basis | None = None,
) -> Monitoring:
    """Monitoring (绩效运行监控) of an evaluation: every light of money and goals, and where they lead.

    Args:
        evaluation: Its actuals, and what was spent, count from the beginning of the year to that time;
            `budget.progress` of that month goes before `budget.executed`.
        month: As for `pro_rata_progress`.
        on: As for `pro_rata_progress`, a day of the year evaluated.
        rules: The limits, or their edition; those of systems in use unless told otherwise.

    Returns:
        The lights and projections. What cannot be measured has no light but a reason, and counts for no goal.

    Raises:
        DataError: There is no such month, or the day is of another year.
        TypeError: The first argument is no evaluation; neither a month nor a day is given, or both are.

    Rule:
        Both the budget and the goals are monitored (财预〔2019〕136号, verified); the lights are in use.

    Example:
        >>> from govperf.model import Budget, Department, Indicator
        >>> form = Evaluation(
        ...     Department("某局"),
        ...     2023,
        ...     budget=Budget(2023, adjusted="100万元", progress={7: "52万元"}),
        ...     goals=[Goal("宣传", indicators=[Indicator("周报", target="≥120份", actual="49份")])],
        ... )
        >>> found = monitor(form, month=7)
        >>> found.execution.light, found.overall.light, found.dual
        (<Light.GREEN: 'green'>, <Light.YELLOW: 'yellow'>, <Light.YELLOW: 'yellow'>)
    """
    expect(Evaluation, evaluation)
    book, year = followed(rules), evaluation.year
    at = moment(month, on, year)
    execution = execution_at(evaluation.budget, at, book)
    lights = {path: light_at(item, at, year, book, path) for path, item in evaluation.indicators()}
    overall = _goal("", "$.goals", lights, lights)
    parts = (evaluation.department.name, evaluation.project)
    return Monitoring(
        name=" ".join(part for part in parts if part),
        until=at.until(year),
        progress=at.progress,
        execution=execution,
        indicators=tuple(lights.values()),
        goals=tuple(_goals(evaluation.goals, "$.goals", lights)),
        overall=overall,
        dual=dual_light(execution.light, overall.light, rules=book),
        **by(book),
    )


def _goals(goals: Iterable[Goal], path: str, lights: Mapping[str, IndicatorLight]) -> Iterator[GoalLight]:
    """Each goal with its light, before those that it is made of."""
    for i, goal in enumerate(goals):
        where = f"{path}[{i}]"
        yield _goal(goal.text, where, [place for place, _ in goal.walk(where)], lights)
        yield from _goals(goal.goals, f"{where}.goals", lights)


def _goal(text: str, path: str, places: Iterable[str], lights: Mapping[str, IndicatorLight]) -> GoalLight:
    found = [item for place in places if (item := lights[place]).rule != NOT_APPLICABLE]
    known = [item.light for item in found if isinstance(item.light, Light)]
    light = worst(known) if known else Undefined("undefined.no-lights", {"count": len(found)})
    return GoalLight(
        text=text,
        light=light if found else Undefined("undefined.no-indicators"),
        undefined=tuple(item.path for item in found if isinstance(item.light, Undefined)),
        count=len(found),
        path=path,
    )


def dual_light(
    execution: Light | Undefined,
    goals: Light | Undefined,
    *,
    rules: MonitoringRules | Basis | None = None,
) -> Light | Undefined:
    """Light of dual monitoring (双监控): money and goals together.

    Args:
        execution: The light of the budget.
        goals: The light of the goals.
        rules: Which lights are normal, or their edition; green and blue unless told otherwise.

    Returns:
        Green where both are normal, yellow where only the money is, red where the money is not. Undefined
        where the light of the money is, and where the money is normal and the light of the goals undefined.

    Rule:
        执行正常且目标正常 green, 执行正常而目标不正常 yellow, 执行不正常 red (in use); blue as
        normal is a choice.

    Example:
        >>> dual_light(Light.GREEN, Light.RED), dual_light(Light.YELLOW, Light.BLUE)
        (<Light.YELLOW: 'yellow'>, <Light.RED: 'red'>)
    """
    normal = followed(rules).normal
    if isinstance(execution, Undefined):
        return execution
    if execution not in normal:
        return Light.RED
    if isinstance(goals, Undefined):
        return goals
    return Light.GREEN if goals in normal else Light.YELLOW
