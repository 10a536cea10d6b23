"""Findings as HTML (审核发现的网页显示): the severity as a word on its colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from govperf.layout.fragments import (
    MOST,
    Cell,
    Html,
    badge,
    block,
    frame,
    grid,
    muted,
    pairs,
    rest,
    safe,
    titled,
)
from govperf.messages import message
from govperf.model.remarks import Severity

if TYPE_CHECKING:
    from govperf.model.finding import Acceptance, Finding
    from govperf.model.findings import Findings

__all__ = ["finding_html", "findings_html"]

_COLUMNS: Final = ("severity", "place", "finding", "settle")


def _grave(severity: Severity) -> Html:
    return badge(message(f"severity.{severity.value}", {}, "zh"), severity.value)


def finding_html(finding: Finding) -> str:
    """A finding with its figures (审核发现的网页显示), what settles it, and who accepted it."""
    clause = "" if finding.clause is None else finding.clause.source
    rows = [
        ("位置", finding.place("zh")),
        ("处理建议", finding.settle("zh")),
        ("依据", clause),
        ("代码", finding.code),
        ("认可", _accepted(finding.accepted)),
    ]
    figures = [(figure.path, figure.value) for figure in finding.figures]
    return frame(
        block(_grave(finding.severity), safe(finding.explain("zh"))),
        pairs(rows),
        pairs(figures),
        rest(len(figures)),
    )


def _accepted(accepted: Acceptance | None) -> str:
    if accepted is None:
        return ""
    date = "" if accepted.date is None else str(accepted.date)
    return "，".join([part for part in (accepted.reason, accepted.by, date) if part])


def findings_html(findings: Findings) -> str:
    """Findings as a table (审核结果的网页显示), with how many there are of each severity."""
    count = len(findings)
    if not count:
        return frame(block(badge("没有发现", "good"), muted(findings.standard)))
    counted = [
        badge(f"{message(f'severity.{name}', {}, 'zh')} {number}", name)
        for name, number in findings.counts().items()
        if number
    ]
    is_accepted = any(finding.accepted for finding in findings.found[:MOST])
    head = [
        message(f"findings.{name}", {}, "zh") for name in (*_COLUMNS, *(["accepted"] if is_accepted else []))
    ]
    rows = [_row(finding, is_accepted=is_accepted) for finding in findings.found[:MOST]]
    return frame(titled("审核结果"), block(*counted, muted(findings.standard)), grid(head, rows), rest(count))


def _row(finding: Finding, *, is_accepted: bool) -> Sequence[Cell]:
    cells = [
        Cell(_grave(finding.severity)),
        Cell(safe(finding.place("zh"))),
        Cell(safe(finding.explain("zh")), "text"),
        Cell(safe(finding.settle("zh")), "text"),
    ]
    return [*cells, Cell(safe(_accepted(finding.accepted)))] if is_accepted else cells
