"""Comparisons, places and sensitivities as HTML (比较结果的网页显示)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govperf.layout.fragments import MOST, Cell, badge, block, frame, grid, muted, number, rest, safe, titled

if TYPE_CHECKING:
    from govperf.comparing.differences import Comparison
    from govperf.comparing.leeway import Sensitivity
    from govperf.comparing.places import Place

__all__ = ["comparison_html", "place_html", "sensitivity_html"]

_KINDS: Final = {"added": "新增", "removed": "取消", "changed": "变化", "same": "不变"}
_CHANGES: Final = ("指标类别", "指标", "变化", "前", "后", "差额", "原因")
_LEEWAYS: Final = ("指标", "降到", "升到", "分值减到", "分值增到")
_TIPS: Final = ("down", "up", "lighter", "heavier")


def comparison_html(comparison: Comparison) -> str:
    """A comparison as a table (比较结果的网页显示), a row each, the totals above."""
    rows = [
        [
            Cell(safe(row["category"])),
            Cell(safe(row["name"]), is_heading=True),
            Cell(badge(_KINDS[row["kind"]], "none" if row["kind"] == "same" else "hint")),
            number(row["before"]),
            number(row["after"]),
            number(row["difference"]),
            Cell(safe(row["causes"]), "text" if row["causes"] else ""),
        ]
        for row in comparison.rows("zh")[:MOST]
    ]
    summary = comparison.explain("zh").rpartition("\n")[2]
    return frame(
        titled("比较结果"), block(safe(summary)), grid(_CHANGES, rows), rest(len(comparison.changes))
    )


def place_html(place: Place) -> str:
    """A place among several (名次的网页显示)."""
    return frame(block(safe(place.explain("zh"))))


def sensitivity_html(sensitivity: Sensitivity) -> str:
    """A sensitivity as a table (敏感性分析的网页显示): where each figure and weight changes the grade."""
    summary = sensitivity.explain("zh").partition("\n")[0]
    rows = [
        [
            Cell(safe(row.name), is_heading=True),
            *(Cell(safe(getattr(row, tip).explain("zh")), "text") for tip in _TIPS),
        ]
        for row in sensitivity.rows[:MOST]
    ]
    return frame(
        titled("敏感性分析"),
        block(safe(summary)),
        grid(_LEEWAYS, rows),
        rest(len(sensitivity.rows)),
        block(muted("单独变动一项时，等级改变的临界值")),
    )
