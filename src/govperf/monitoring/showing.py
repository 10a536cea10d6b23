"""Monitoring as HTML (运行监控的网页显示): each light as a word on its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govperf.layout.fragments import (
    MOST,
    Cell,
    Html,
    Tone,
    badge,
    block,
    frame,
    grid,
    listed,
    muted,
    number,
    rest,
    safe,
    titled,
)
from govperf.model import Undefined
from govperf.monitoring.lights import Light

if TYPE_CHECKING:
    from govperf.monitoring.engine import Monitoring

__all__ = ["monitoring_html"]

_TONES: Final[dict[Light, Tone]] = {
    Light.RED: "error",
    Light.YELLOW: "warning",
    Light.GREEN: "good",
    Light.BLUE: "hint",
}


def monitoring_html(monitoring: Monitoring) -> str:
    """A monitoring as a table (运行监控的网页显示): the indicators with their lights, why some have none."""
    head, *rows = monitoring.rows("zh")
    shown = [
        [
            Cell(safe(name), is_heading=True),
            Cell(safe(target)),
            Cell(safe(actual)),
            number(ratio),
            Cell(_lit(item.light)),
            number(expected),
        ]
        for item, (name, target, actual, ratio, _, expected) in zip(
            monitoring.indicators[:MOST], rows[:MOST], strict=True
        )
    ]
    dark = [
        f"{item.name}：{item.light.explain('zh')}"
        for item in monitoring.indicators
        if isinstance(item.light, Undefined)
    ]
    return frame(
        titled(f"{monitoring.name} 绩效运行监控（截至{monitoring.until}）"),
        block(safe("预算执行"), _lit(monitoring.execution.light), muted(monitoring.execution.explain("zh"))),
        block(safe("绩效目标"), _lit(monitoring.overall.light), safe("双监控"), _lit(monitoring.dual)),
        grid(head, shown),
        rest(len(rows)),
        listed(dark),
    )


def _lit(light: Light | Undefined) -> Html:
    return badge("无法确定") if isinstance(light, Undefined) else badge(light.explain("zh"), _TONES[light])
