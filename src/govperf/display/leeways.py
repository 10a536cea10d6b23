"""Chart of leeway (余地图): how far each figure may move before the grade is another one."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

import altair as alt

from govperf.comparing import Leeway, Sensitivity, TippingPoint
from govperf.display.canvas import Row, Spec, beside, chart, empty, named, number, tips
from govperf.display.measuring import ROWS, keyed, percent, said, told
from govperf.display.themes import Palette, Theme, palette
from govperf.display.waterfalls import total_words
from govperf.model import Undefined
from govperf.model.fields import expect
from govperf.units import Quantity

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["sensitivity_chart"]

_FAR: Final = 100
_SHOWN: Final = 60


def sensitivity_chart(
    sensitivity: Sensitivity, *, name: str = "", lang: Language = "zh", theme: Theme = "light"
) -> alt.LayerChart:
    """Chart of leeway (余地图): how far each figure may go down and up, in percent of itself.

    Args:
        sensitivity: As `govperf.sensitivity` made it.
        name: Whose it is, beneath the title: a sensitivity does not know it.
        lang: "zh" or "en".
        theme: "light" or "dark".

    Returns:
        A chart: the bar of a row reaches from where the grade changes below its figure to where it changes
        above, where it has a diamond. Beyond 100 % it ends with » or « and without one. A row whose figure
        alone changes no grade, or has none, says so; a figure of 0 has no percentage, and says where the
        grade changes. The first 60 rows are drawn.

    Raises:
        InputError: There is no such theme.
        TypeError: The argument is no sensitivity.

    Example:
        >>> from govperf.comparing import sensitivity
        >>> from govperf.model import Budget, Evaluation, Goal, Indicator
        >>> rows = [Indicator("满意度", target="≥90%", actual="83%", weight=90)]
        >>> budget = Budget(2023, adjusted="100万元", executed="80万元")
        >>> form = Evaluation("某局", 2023, budget=budget, goals=[Goal("服务", indicators=rows)])
        >>> row = sensitivity_chart(sensitivity(form)).to_dict()["data"]["values"][1]
        >>> row["name"], row["low"], row["high"]
        ('满意度', '-2.409639', '0')
    """
    expect(Sensitivity, sensitivity)
    colour, title = palette(theme), said("sensitivity", lang)
    kept = sensitivity.rows[:ROWS]
    if not kept:
        return empty(title, [told(name)], said("nothing-indicators", lang), colours=colour)
    labels = keyed([row.name for row in kept])
    rows = [{**_row(one, lang), "label": label} for label, one in zip(labels, kept, strict=True)]
    left = len(sensitivity.rows) - len(kept)
    more = said("left-out", lang, shown=len(kept), left=left) if left else ""
    total = f"{said('total', lang)} {total_words(sensitivity.card, lang)}"
    beneath = [told(name), total, said("leeway-key", lang), more]
    layers = _layers(labels, colour, lang)
    return chart(rows, layers, title=title, beneath=beneath, numbers=["low", "high"], colours=colour)


def _row(leeway: Leeway, lang: Language) -> Row:
    ends = {"low": leeway.down, "high": leeway.up}
    moves = {end: _move(leeway.figure, tip) for end, tip in ends.items()}
    drawn = {end: percent(move, low=-_FAR, high=_FAR) for end, move in moves.items()}
    tips_said = [tip.explain(lang) for tip in ends.values() if isinstance(tip, TippingPoint)]
    figure = leeway.figure
    shown = told(figure.explain(lang) if isinstance(figure, Undefined) else str(figure))
    if isinstance(figure, Undefined):
        words = said("because", lang, reason=shown)
    else:
        words = ("；" if lang == "zh" else "; ").join(tips_said)
        words = _without_bar(words, figure, lang) if words else said("nowhere", lang)
    return {
        "name": told(leeway.name),
        **{end: bar for end, (bar, _) in drawn.items()},
        "less": "«" if drawn["low"][1] else "",
        "more": "»" if drawn["high"][1] else "",
        "figure": shown,
        "shown": told(words, _SHOWN),
        "why": told(leeway.explain(lang)),
    }


def _without_bar(words: str, figure: Quantity, lang: Language) -> str:
    """Where the grade changes; of a figure of 0 also why nothing is drawn."""
    return words if figure.magnitude else said("from-zero", lang, tips=words)


def _move(figure: Quantity | Undefined, tip: TippingPoint | Undefined) -> Fraction:
    """How far the figure moves to the tipping point, as a share of itself; 0 where that says nothing."""
    if isinstance(figure, Undefined) or isinstance(tip, Undefined) or not figure.magnitude:
        return Fraction(0)
    first = tip.first if isinstance(tip.first, Quantity) else Quantity(tip.first, figure.unit)
    return (first.exact_ratio(figure) - 1) * (1 if figure.magnitude > 0 else -1)


def _layers(labels: list[str], colour: Palette, lang: Language) -> list[Spec]:
    names = named(labels)
    fields = {"name": "indicator", "figure": "figure", "why": "note"}
    hints = tips([(field, said(f"of-{title}", lang)) for field, title in fields.items()])
    at = number("low", said("axis-leeway", lang), domain=(-_FAR, _FAR))
    bar: Spec = {"type": "bar", "height": 6, "color": colour.good}
    point: Spec = {
        "type": "point",
        "filled": True,
        "size": 90,
        "color": colour.short,
        "shape": "diamond",
        "opacity": 1,
    }
    ground: Spec = {"color": colour.paper, "stroke": colour.paper, "strokeWidth": 6}
    ink: Spec = {"color": colour.short}
    now: Spec = {"type": "tick", "color": colour.text, "thickness": 2, "size": 22}
    layers: list[Spec] = [
        {"mark": bar, "encoding": {"x": at, "x2": {"field": "high"}, "y": names, "tooltip": hints}},
        {"mark": now, "encoding": {"x": {"datum": 0}, "y": names, "tooltip": hints}},
    ]
    for end, beyond in (("low", "less"), ("high", "more")):
        place: Spec = {"x": {**at, "field": end}, "y": names, "tooltip": hints}
        keep: list[Spec] = [{"filter": f"datum.{end} != 0 && datum.{beyond} == ''"}]
        words: Spec = {**place, "text": {"field": beyond, "type": "nominal"}}
        layers.append({"transform": keep, "mark": point, "encoding": place})
        layers += [_chevron(shade, end, words) for shade in (ground, ink)]
    return [*layers, beside("shown", names, color=colour.text, hints=hints)]


def _chevron(shade: Spec, end: str, words: Spec) -> Spec:
    """« or » where a bar ends before its figure does; beneath it the bar is hidden."""
    mark: Spec = {"type": "text", "fontSize": 20, "fontWeight": "bold", "dy": -2, "align": _INWARD[end]}
    return {"mark": {**mark, **shade}, "encoding": words}


_INWARD: Final = {"low": "left", "high": "right"}
"""A mark at an end of the axis stands within it."""
