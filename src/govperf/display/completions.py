"""Chart of the completion rates (完成情况图): every indicator beside its target."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

import altair as alt

from govperf.display.canvas import Row, Spec, bars, beside, chart, colours, empty, hollow, named, number, tips
from govperf.display.measuring import (
    ROWS,
    beyond,
    depends,
    heading,
    keyed,
    measured,
    percent,
    rated,
    said,
    told,
)
from govperf.display.themes import Palette, Theme, palette
from govperf.model import CompletionRate, Evaluation, Indicator, Rate, Undefined
from govperf.model.fields import expect
from govperf.reviewing import rule_book

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
        be computed has a hollow mark and says why. An approximate actual has ≈ before its rate; where its
        true value decides whether the target is met, the row is neither met nor missed, and its bar pale.
        Of more than 60 indicators, 60 are drawn, those with a rate before the others.

    Raises:
        InputError: There is no such theme.
        StandardError: An installed package brings the rule book that it names, and that is wrong.
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
        return empty(title, [beneath], said("nothing-indicators", lang), colours=colour)
    kept = _kept(evaluation, every)
    labels = keyed([indicator.name for indicator in kept])
    margin = rule_book(evaluation)[0].approximation.exact
    rows = [
        {**_row(evaluation, one, margin, lang), "label": label}
        for one, label in zip(kept, labels, strict=True)
    ]
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


def _row(evaluation: Evaluation, indicator: Indicator, margin: Fraction, lang: Language) -> Row:
    row = {
        "name": told(indicator.name),
        "target": told(str(indicator.target or "—")),
        "actual": told(str(indicator.actual or "—")),
        "open": "",
    }
    if indicator.not_applicable:
        return {**row, **_bare("not-applicable", "apart", indicator.not_applicable, lang)}
    rate = measured(evaluation, indicator)
    if isinstance(rate, Undefined):
        return {**row, **_bare("undefined", "because", rate.explain(lang), lang)}
    if depends(evaluation, indicator, margin):
        way = Rate(rate.exact, terms=rate.terms).explain(lang)
        why = said("depends-why", lang, rate=way, actual=row["actual"])
        return {**row, **_drawn(rate, "depends", lang), "open": "1", "why": told(why)}
    return {**row, **_drawn(rate, "met" if rate.met else "missed", lang), "why": told(rate.explain(lang))}


_SAID: Final = {"missed": "missed-by", "depends": "depends-by"}
"""What the words beside a bar say with its rate; nothing more where the target is met."""


def _drawn(rate: CompletionRate, state: str, lang: Language) -> Row:
    """What has a bar."""
    bar, outside = percent(rate.exact, high=_HIGH)
    shown = told(rated(rate), _WHY)
    shown = said(_SAID[state], lang, rate=shown) if state in _SAID else shown
    return {
        "state": said(state, lang),
        "bar": bar,
        "start": "0",
        "rate": told(rated(rate)),
        "shown": beyond(shown, rate.exact, outside=outside),
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
        "depends": colour.change,
        "undefined": colour.unknown,
        "not-applicable": colour.line,
    }
    shades = colours({said(state, lang): shade for state, shade in states.items()}, rows)
    at = number("bar", said("axis-completion", lang), domain=(0, _HIGH))
    return [
        bars(at, "start", names, shades, hints, pale="datum.open == '1'"),
        hollow("datum.rate == '—'", at, names, shades, hints, shape="diamond"),
        hollow(f"datum.open == '1' && datum.bar < {_HIGH}", at, names, shades, hints, shape="circle"),
        _target(colour),
        beside("shown", names, color=colour.text, hints=hints),
    ]


def _target(colour: Palette) -> Spec:
    """The line at 100 %."""
    return {
        "data": {"values": [{}]},
        "mark": {"type": "rule", "color": colour.text, "strokeWidth": 2, "strokeDash": [6, 3]},
        "encoding": {"x": {"datum": 100}},
    }
