"""Canvas (画布): a chart of layers over rows of text, as Vega-Lite has it.

Every number goes in as exact decimal text and is parsed by Vega, so that govperf holds no binary float.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

import altair as alt

from govperf.display.themes import FONTS, Palette, headline

__all__ = ["Row", "Spec", "bars", "beside", "chart", "colours", "empty", "hollow", "named", "number", "tips"]

Row = dict[str, str]
Spec = dict[str, object]

_WIDTH: Final = 460
_STEP: Final = 36
_BAR: Final = 16
_TICK: Final = 25
_JOINER: Final = "\u2060"
_PALE: Final = "3 / 10"
_IS_TWO_LINES: Final = "indexof(datum.label, '\\n') >= 0"


def chart(
    rows: Sequence[Row],
    layers: Sequence[Spec],
    *,
    title: str,
    beneath: Sequence[str],
    numbers: Sequence[str],
    colours: Palette,
    count: int = 0,
    height: int = 0,
) -> alt.LayerChart:
    """A chart of several layers over the same rows (分层图).

    Args:
        rows: Each a mapping of field → text.
        layers: In the order in which they are drawn.
        title: Above the chart.
        beneath: Lines under the title.
        numbers: The fields that are numbers.
        colours: Of the theme.
        count: Of the names that the rows have; 0 for as many as rows.
        height: In pixels; 0 for so much a name.

    Returns:
        The chart, checked against the schema of Vega-Lite.
    """
    lines = [line for line in beneath if line]
    spec: Spec = {
        "data": {"values": []},
        "layer": list(layers),
        "width": _WIDTH,
        "height": height or _STEP * (count or len(rows)),
        "title": {"text": headline(title), **({"subtitle": lines} if lines else {})},
        "background": colours.paper,
        "padding": 12,
        "config": _config(colours),
    }
    made = alt.LayerChart.from_dict(_tame(spec))
    form = alt.JsonDataFormat(type="json", parse=dict.fromkeys(numbers, "number"))
    # Data stay as they are, and do not go under the name of a hash; altair has no types for them.
    made.data = alt.Data(values=_tame(list(rows)), format=form)  # type: ignore[no-untyped-call]
    return made


def _tame(part: object) -> Any:
    """The same, with texts that no page takes for markup, wherever the chart is written into one.

    Altair writes charts into the script of a page as they are, where `</script>` would end it. A word joiner,
    which nobody sees, stands between the two signs then.
    """
    if isinstance(part, str):
        return part.replace("</", f"<{_JOINER}/").replace("<!", f"<{_JOINER}!")
    if isinstance(part, dict):
        return {key: _tame(value) for key, value in cast("Spec", part).items()}
    if isinstance(part, list):
        return [_tame(one) for one in cast("list[object]", part)]
    return part


def _config(colours: Palette) -> Spec:
    quiet = {
        "labelColor": colours.text,
        "titleColor": colours.muted,
        "labelFontSize": 12,
        "titleFontSize": 12,
    }
    lines = {"domainColor": colours.line, "tickColor": colours.line, "gridColor": colours.line}
    head = {"anchor": "start", "frame": "group", "fontSize": 16, "subtitleFontSize": 12, "offset": 12}
    return {
        "font": ", ".join(f"'{font}'" if " " in font else font for font in FONTS),
        "view": {"stroke": None},
        "axis": {**quiet, **lines, "titleFontWeight": "normal", "labelLimit": 240},
        "legend": {
            **quiet,
            "orient": "top",
            "direction": "horizontal",
            "title": None,
            "symbolSize": 140,
            "labelLimit": 0,
        },
        "title": {**head, "color": colours.text, "subtitleColor": colours.muted, "subtitlePadding": 6},
    }


def empty(title: str, beneath: Sequence[str], why: str, *, colours: Palette) -> alt.LayerChart:
    """A chart that says that there is nothing (空图), and why."""
    mark = {"type": "text", "fontSize": 14, "color": colours.muted, "align": "left", "x": 8}
    layer: Spec = {"mark": mark, "encoding": {"text": {"field": "why", "type": "nominal"}}}
    return chart(
        [{"why": why}], [layer], title=title, beneath=beneath, numbers=[], colours=colours, height=60
    )


def named(labels: Sequence[str]) -> Spec:
    """The axis of names (名称轴), in their own order, two lines a name."""
    axis: Spec = {
        "title": None,
        "labelExpr": "split(datum.label, '\\n')",
        "ticks": False,
        "domain": False,
        "labelPadding": 10,
        "labelOffset": {"condition": {"test": _IS_TWO_LINES, "value": -7}, "value": 0},
    }
    return {"field": "label", "type": "ordinal", "axis": axis, "scale": {"domain": list(labels)}}


def number(field: str, title: str, *, domain: tuple[int, int] | None = None) -> Spec:
    """The axis of a number (数值轴)."""
    axis: Spec = {"title": headline(title), "tickCount": 6, "gridDash": [2, 3]}
    scale: Spec = {"nice": True, "zero": True}
    if domain is not None:
        scale = {"domain": list(domain), "nice": False}
        axis["values"] = list(range(domain[0], domain[1] + 1, _TICK))
    return {"field": field, "type": "quantitative", "axis": axis, "scale": scale}


def colours(states: Mapping[str, str], rows: Sequence[Row]) -> Spec:
    """A colour for each state that there is (状态配色), with its legend."""
    there = {row["state"] for row in rows}
    kept = {state: colour for state, colour in states.items() if state in there}
    scale = {"domain": list(kept), "range": list(kept.values())}
    return {"field": "state", "type": "nominal", "scale": scale}


def tips(fields: Sequence[tuple[str, str]]) -> list[Spec]:
    """What a pointer on a mark shows (提示框): the exact texts, each with its title."""
    return [{"field": field, "type": "nominal", "title": headline(title)} for field, title in fields]


def bars(start: Spec, end: str, names: Spec, colour: Spec, hints: list[Spec], *, pale: str = "") -> Spec:
    """Bars from one number to another (条形), paler where that which is asked of a row is true."""
    encoding: Spec = {"x": start, "x2": {"field": end}, "y": names, "color": colour, "tooltip": hints}
    if pale:
        encoding["opacity"] = {"condition": {"test": pale, "value": {"expr": _PALE}}, "value": 1}
    return {"mark": {"type": "bar", "height": _BAR}, "encoding": encoding}


def beside(field: str, names: Spec, *, color: str, hints: list[Spec]) -> Spec:
    """Words to the right of the plot (右侧文字), a line a row, where no mark lies beneath them."""
    mark = {"type": "text", "align": "left", "dx": 8, "fontSize": 12, "color": color, "limit": 420}
    what = {"field": field, "type": "nominal"}
    return {"mark": mark, "encoding": {"x": {"value": "width"}, "y": names, "text": what, "tooltip": hints}}


def hollow(where: str, at: Spec, names: Spec, colour: Spec, hints: list[Spec], *, shape: str) -> Spec:
    """A mark that is not filled (空心标记): where a bar would begin that there is not, or ends unsurely."""
    mark: Spec = {"type": "point", "shape": shape, "size": 80, "strokeWidth": 2, "opacity": 1}
    encoding: Spec = {"x": at, "y": names, "color": colour, "tooltip": hints}
    return {"transform": [{"filter": where}], "mark": mark, "encoding": encoding}
