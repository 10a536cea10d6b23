"""What is said of findings as such (审核结果的文案)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["REVIEWING"]

REVIEWING: Final[Mapping[str, tuple[str, str]]] = {
    "review.check-unknown": (
        "no check or family is called {value}, known are {known}",
        "没有名为{value}的审核项或类别，现有{known}",
    ),
    "severity.error": ("error", "错误"),
    "severity.warning": ("warning", "警示"),
    "severity.hint": ("hint", "提示"),
    "findings.severity": ("severity", "程度"),
    "findings.code": ("code", "代码"),
    "findings.path": ("path", "位置"),
    "findings.finding": ("finding", "审核发现"),
    "findings.settle": ("what would settle it", "处理建议"),
    "findings.accepted": ("accepted", "已认可"),
    "findings.counts": (
        "errors {error}, warnings {warning}, hints {hint}; accepted {accepted}",
        "错误{error}项，警示{warning}项，提示{hint}项；其中已认可{accepted}项",
    ),
    "findings.accepted-by": ("accepted by {by}, {date}: {reason}", "已认可（{by}，{date}）：{reason}"),
    "finding.standard-unknown": (
        "the standard {name} is none that govperf carries, {standard} takes its place",
        "评分标准“{name}”不在内置之列，改按 {standard} 审核",
    ),
    "settle.standard-unknown": (
        "name a rule book that govperf carries, or review with your own",
        "写明内置的评分标准，或以自有标准审核",
    ),
    "finding.acceptance-unused": (
        "the acceptance of {code} at {path} covers no finding: its figures changed, or it is settled",
        "对{path}处{code}的认可没有对应的审核发现：数字已变，或问题已消除",
    ),
    "settle.acceptance-unused": ("look at it again, or take it out", "重新核实，或删去该认可"),
}
