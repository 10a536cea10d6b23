"""Chart of the budget execution (执行进度图): what was spent, beside the pro-rata progress."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

import altair as alt

from govperf.display.canvas import Row, Spec, chart, colours, empty, number, tips
from govperf.display.measuring import beyond, heading, percent, said, told
from govperf.display.themes import Palette, Theme, palette
from govperf.model import Budget, Evaluation, Rate, Undefined
from govperf.model.budget_figures import Figure, over
from govperf.model.fields import expect
from govperf.monitoring import Monitoring
from govperf.monitoring.execution import plan_of

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["execution_chart"]

_HIGH: Final = 150
_USUAL: Final = 110
_WHOLE: Final = 100
_YEAR: Final = 12
_HEIGHT: Final = 300


class _Point(NamedTuple):
    """So much of the budget was spent by then."""

    until: str
    passed: Fraction
    rate: Rate


def execution_chart(
    source: Evaluation | Monitoring, *, lang: Language = "zh", theme: Theme = "light"
) -> alt.LayerChart:
    """Chart of the budget execution (执行进度图) over the months, and the pro-rata progress (序时进度).

    Args:
        source: An evaluation, whose `budget.progress` gives the months and whose expenditure is that of the
            end of the year; or what `monitor` made of one, which is one point.
        lang: "zh" or "en".
        theme: "light" or "dark".

    Returns:
        A chart. A rate above 150 % ends there and says how high it is. As in monitoring, the original
        budget counts where there is no adjusted one. Without a rate the chart says why.

    Raises:
        InputError: There is no such theme.
        TypeError: The argument is neither of the two.

    Example:
        >>> budget = Budget(2023, adjusted="100万元", progress={3: "20万元", 7: "52万元"})
        >>> chart = execution_chart(Evaluation("某局", 2023, budget=budget))
        >>> [(row["month"], row["bar"], row["state"]) for row in chart.to_dict()["data"]["values"]]
        [('3', '20', '低于序时进度'), ('7', '52', '低于序时进度')]
    """
    colour = palette(theme)
    if isinstance(source, Monitoring):
        name, points = said("until", lang, name=told(source.name), until=source.until), _of_monitoring(source)
    else:
        expect(Evaluation, source)
        name, points = heading(source, lang), _of_budget(source.budget)
    title = said("execution", lang)
    if isinstance(points, Undefined):
        why = said("nothing-execution", lang, reason=told(points.explain(lang)))
        return empty(title, [name], why, colours=colour)
    rows = [_row(point, lang) for point in points]
    numbers = ["month", "bar"]
    layers = _layers(rows, colour, lang)
    return chart(rows, layers, title=title, beneath=[name], numbers=numbers, colours=colour, height=_HEIGHT)


def _of_monitoring(found: Monitoring) -> list[_Point] | Undefined:
    rate = found.execution.rate
    return rate if isinstance(rate, Undefined) else [_Point(found.until, found.progress.exact, rate)]


def _of_budget(budget: Budget | None) -> list[_Point] | Undefined:
    if budget is None:
        return Undefined("undefined.budget-missing")
    plan, _ = plan_of(budget)
    spent = {item.month: Figure("progress", item.executed) for item in budget.progress}
    if budget.executed is not None or not spent:
        spent.setdefault(_YEAR, Figure("executed", budget.executed))
    points: list[_Point] = []
    for month, figure in spent.items():
        rate = over(figure, plan)
        if isinstance(rate, Undefined):
            return rate
        points.append(_Point(f"{budget.year}-{month:02}", Fraction(month, _YEAR), rate))
    return points


def _row(point: _Point, lang: Language) -> Row:
    month, _ = percent(point.passed * _YEAR / _WHOLE, high=_YEAR)
    bar, outside = percent(point.rate.exact, high=_HIGH)
    behind = point.rate.exact < point.passed
    shown = told(str(point.rate))
    return {
        "month": month,
        "bar": bar,
        "over": "1" if point.rate.exact > 1 else "",
        "until": point.until,
        "rate": told(point.rate.explain(lang)),
        "due": str(Rate(point.passed)),
        "shown": beyond(shown, point.rate.exact, outside=outside),
        "state": said("behind" if behind else "ahead", lang),
        "side": _side(point, behind=behind),
    }


def _side(point: _Point, *, behind: bool) -> str:
    """Where the words of a point stand, so that they cross neither axis."""
    if behind:
        return "low" if point.rate.exact < _LOW else "right"
    return "first" if point.passed * _YEAR < _SECOND else "up"


_LOW: Final = Fraction(8, 100)
"""Below it there is no room for words between the point and the axis."""
_SECOND: Final = 2
"""Before that month there is no room for words to the left."""
_SIDES: Final[Mapping[str, Spec]] = {
    "up": {"align": "right", "dx": -8, "dy": -10},
    "first": {"align": "left", "dx": -24, "dy": -14},
    "right": {"align": "left", "dx": 10, "dy": 6},
    "low": {"align": "center", "dy": -15},
}


def _layers(rows: list[Row], colour: Palette, lang: Language) -> list[Spec]:
    """The line of the time that has passed, the line of the money, its points and their words."""
    x = number("month", said("axis-month", lang), domain=(0, _YEAR))
    x["axis"] = {"title": said("axis-month", lang), "values": list(range(_YEAR + 1)), "grid": False}
    high = _HIGH if any(row["over"] for row in rows) else _USUAL
    y = number("bar", said("axis-rate", lang), domain=(0, high))
    names = {"until": "month", "rate": "execution", "due": "due", "state": "state"}
    hints = tips([(field, said(f"of-{title}", lang)) for field, title in names.items()])
    words: Spec = {"field": "shown", "type": "nominal"}
    behind, ahead = said("behind", lang), said("ahead", lang)
    there = colours({ahead: "circle", behind: "triangle-down"}, rows)
    point: Spec = {
        "x": x,
        "y": y,
        "tooltip": hints,
        "color": colours({ahead: colour.good, behind: colour.short}, rows),
        "shape": there,
    }
    label: Spec = {"type": "text", "fontSize": 12}
    ink: Spec = {"color": colour.text}
    ground: Spec = {"color": colour.paper, "stroke": colour.paper, "strokeWidth": 4}
    return [
        *_due(x, y, colour, lang),
        {"mark": {"type": "line", "color": colour.muted}, "encoding": {"x": x, "y": y}},
        *_labels({**label, **ground}, words, x, y),
        {"mark": {"type": "point", "filled": True, "size": 110, "opacity": 1}, "encoding": point},
        *_labels({**label, **ink}, words, x, y),
    ]


def _labels(mark: Spec, words: Spec, x: Spec, y: Spec) -> list[Spec]:
    """The words beside the points, a layer for each side."""
    encoding: Spec = {"x": x, "y": y, "text": words}
    return [_only(side, {"mark": {**mark, **place}, "encoding": encoding}) for side, place in _SIDES.items()]


def _only(side: str, layer: Spec) -> Spec:
    """A layer of the rows whose words stand on one side; a line beneath them is hidden."""
    return {**layer, "transform": [{"filter": {"field": "side", "equal": side}}]}


def _due(x: Spec, y: Spec, colour: Palette, lang: Language) -> list[Spec]:
    """The pro-rata progress from 0 to the end of the year, and its name at the end."""
    ends = [{"month": str(month), "bar": str(bar)} for month, bar in ((0, 0), (_YEAR, _WHOLE))]
    form = {"type": "json", "parse": {"month": "number", "bar": "number"}}
    line = {"type": "line", "color": colour.text, "strokeDash": [6, 4]}
    name = {"type": "text", "align": "left", "dx": 8, "dy": -8, "color": colour.text, "fontSize": 12}
    last = {"values": ends[1:], "format": form}
    return [
        {"data": {"values": ends, "format": form}, "mark": line, "encoding": {"x": x, "y": y}},
        {"data": last, "mark": name, "encoding": {"x": x, "y": y, "text": {"value": said("of-due", lang)}}},
    ]
