"""Chart of the completion rates (完成情况图): every indicator beside its target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import altair as alt

from govperf.display.canvas import Row, Spec, bars, beside, chart, colours, empty, named, number, tips
from govperf.display.measuring import ROWS, beyond, heading, keyed, measured, percent, said, told
from govperf.display.themes import Palette, Theme, palette
from govperf.model import Evaluation, Indicator, Undefined
from govperf.model.fields import expect

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["completion_chart"]

_HIGH: Final = 150
_WHY: Final = 44


def completion_chart(
    evaluation: Evaluation, *, lang: Language = "zh", theme: Theme = "light"
) -> alt.LayerChart:
    """Chart of the completion rates (完成情况图), a bar an indicator, with the line of the target at 100 %.

    Args:
        evaluation: As its form says.
        lang: "zh" or "en".
        theme: "light" or "dark".

    Returns:
        A chart in the order of the form. A rate above 150 % ends there and says how high it is; what cannot
        be computed has a hollow mark and says why. Of more than 60 indicators, 60 are drawn,
        those with a rate before the others.

    Raises:
        InputError: There is no such theme.
        TypeError: The argument is no evaluation.

    Example:
        >>> from govperf.model import Goal, Indicator
        >>> rows = [Indicator("工作周报", target="≥52期", actual="49期")]
        >>> chart = completion_chart(Evaluation("某局", 2023, goals=[Goal("宣传", indicators=rows)]))
        >>> chart.to_dict()["data"]["values"][0]["shown"]
        '94.23% 未达到'
    """
    expect(Evaluation, evaluation)
    colour = palette(theme)
    every = [indicator for _, indicator in evaluation.indicators()]
    title, beneath = said("completion", lang), heading(evaluation, lang)
    if not every:
        return empty(title, beneath, said("nothing-indicators", lang), colours=colour)
    kept = _kept(evaluation, every)
    labels = keyed([indicator.name for indicator in kept])
    rows = [{**_row(evaluation, one, lang), "label": label} for one, label in zip(kept, labels, strict=True)]
    left = len(every) - len(kept)
    more = said("left-out-first", lang, shown=len(kept), left=left) if left else ""
    layers = _layers(rows, colour, lang)
    return chart(rows, layers, title=title, beneath=[beneath, more], numbers=["bar"], colours=colour)


def _kept(evaluation: Evaluation, every: list[Indicator]) -> list[Indicator]:
    """As many as a chart has, in the order of the form; where they are too many, those with a rate first."""
    if len(every) <= ROWS:
        return every
    bare = [isinstance(measured(evaluation, one), Undefined) for one in every]
    first = sorted(range(len(every)), key=lambda i: (bare[i], i))[:ROWS]
    return [every[i] for i in sorted(first)]


def _row(evaluation: Evaluation, indicator: Indicator, lang: Language) -> Row:
    row = {
        "name": told(indicator.name),
        "target": told(str(indicator.target or "—")),
        "actual": told(str(indicator.actual or "—")),
    }
    if indicator.not_applicable:
        return {**row, **_bare("not-applicable", "apart", indicator.not_applicable, lang)}
    rate = measured(evaluation, indicator)
    if isinstance(rate, Undefined):
        return {**row, **_bare("undefined", "because", rate.explain(lang), lang)}
    bar, outside = percent(rate.exact, high=_HIGH)
    shown = told(str(rate), _WHY) if rate.met else said("missed-by", lang, rate=told(str(rate), _WHY))
    return {
        **row,
        "state": said("met" if rate.met else "missed", lang),
        "bar": bar,
        "start": "0",
        "rate": told(str(rate)),
        "shown": beyond(shown, rate.exact, outside=outside),
        "why": told(rate.explain(lang)),
    }


def _bare(state: str, words: str, why: str, lang: Language) -> Row:
    """What has no bar, and says why."""
    return {
        "state": said(state, lang),
        "bar": "0",
        "start": "0",
        "rate": "—",
        "shown": said(words, lang, reason=told(why, _WHY)),
        "why": told(why),
    }


def _layers(rows: list[Row], colour: Palette, lang: Language) -> list[Spec]:
    names = named([row["label"] for row in rows])
    fields = ("name", "target", "actual", "rate", "state", "why")
    titles = ("indicator", "target", "actual", "rate", "state", "note")
    hints = tips([(field, said(f"of-{one}", lang)) for field, one in zip(fields, titles, strict=True)])
    states = {
        "met": colour.good,
        "missed": colour.short,
        "undefined": colour.unknown,
        "not-applicable": colour.line,
    }
    shades = colours({said(state, lang): shade for state, shade in states.items()}, rows)
    at = number("bar", said("axis-completion", lang), domain=(0, _HIGH))
    return [
        bars(at, "start", names, shades, hints),
        _bare_marks(names, shades, at, hints),
        _target(colour),
        beside("shown", names, color=colour.text, hints=hints),
    ]


def _bare_marks(names: Spec, shades: Spec, at: Spec, hints: list[Spec]) -> Spec:
    """A hollow mark where a bar would begin, so that no bar is not taken for a bar of 0."""
    mark: Spec = {"type": "point", "shape": "diamond", "size": 80, "strokeWidth": 2, "opacity": 1}
    encoding: Spec = {"x": at, "y": names, "color": shades, "tooltip": hints}
    return {"transform": [{"filter": "datum.rate == '—'"}], "mark": mark, "encoding": encoding}


def _target(colour: Palette) -> Spec:
    """The line at 100 %."""
    return {
        "data": {"values": [{}]},
        "mark": {"type": "rule", "color": colour.text, "strokeWidth": 2, "strokeDash": [6, 3]},
        "encoding": {"x": {"datum": 100}},
    }
