"""Findings and comparisons as tables (审核发现表与得分比较表)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from great_tables import GT

from govperf.comparing import Comparison
from govperf.display.grids import Cell, cell, grid_table, head, number
from govperf.display.measuring import told
from govperf.display.themes import Theme, palette
from govperf.messages import message
from govperf.model import Findings
from govperf.model.fields import expect

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["changes_table", "findings_table"]

_FINDINGS: Final = {"severity": 8, "place": 16, "finding": 40, "settle": 24, "accepted": 12}
_CHANGES: Final = {"category": 14, "name": 22, "before": 11, "after": 11, "difference": 10, "causes": 32}
_NUMBERS: Final = frozenset({"before", "after", "difference"})


def findings_table(
    findings: Findings, *, name: str = "", lang: Language = "zh", theme: Theme = "light"
) -> GT:
    """Findings as a table (审核发现表), a row each, in their order.

    Args:
        findings: As `review` made them.
        name: Whose they are, beneath the title: findings do not know it.
        lang: "zh" or "en".
        theme: "light" or "dark".

    Returns:
        A table of severity, place, finding, what would settle it, and who accepted it.

    Raises:
        InputError: There is no such theme.
        TypeError: The argument is no `Findings`.

    Example:
        >>> "没有发现问题" in findings_table(Findings()).as_raw_html()
        True
    """
    expect(Findings, findings)
    rows = [
        [cell(_words(f"severity.{record['severity']}", lang)), *_cells(record, list(_FINDINGS)[1:])]
        for record in findings.records(lang)
    ]
    counts = findings.counts()
    details = {**counts, "accepted": len(findings) - len(findings.open)}
    return grid_table(
        [_titles(_FINDINGS, lang), *(rows or [_nothing(_FINDINGS, "findings", lang)])],
        widths=list(_FINDINGS.values()),
        title=_words("sheet.findings", lang),
        subtitle=_beneath(name, message("findings.counts", details, lang)),
        colours=palette(theme),
        name="govperf-findings",
    )


def changes_table(
    comparison: Comparison, *, name: str = "", lang: Language = "zh", theme: Theme = "light"
) -> GT:
    """A comparison as a table (得分比较表): each row that changed, and the totals.

    Args:
        comparison: As `compare` made it.
        name: Whose it is, beneath the title: a comparison does not know it.
        lang: "zh" or "en".
        theme: "light" or "dark".

    Returns:
        A table of level, indicator, points before and after, their difference and its causes.

    Raises:
        InputError: There is no such theme.
        TypeError: The argument is no comparison.

    Example:
        >>> from govperf.comparing import compare
        >>> from govperf.model import Evaluation
        >>> form = Evaluation("某局", 2023)
        >>> "得分没有变化" in changes_table(compare(form, form)).as_raw_html()
        True
    """
    expect(Comparison, comparison)
    changed = [row for row in comparison.rows(lang) if row["kind"] != "same"]
    rows = [_cells(row, list(_CHANGES)) for row in changed]
    return grid_table(
        [_titles(_CHANGES, lang), *(rows or [_nothing(_CHANGES, "changes", lang)])],
        widths=list(_CHANGES.values()),
        title=_words("sheet.comparison", lang),
        subtitle=_beneath(name, comparison.explain(lang).rpartition("\n")[-1]),
        colours=palette(theme),
        name="govperf-changes",
    )


def _cells(row: Mapping[str, str], names: Sequence[str]) -> list[Cell]:
    return [(number if name in _NUMBERS else cell)(row[name] or "—") for name in names]


def _beneath(name: str, summary: str) -> str:
    return f"{told(name)}　{summary}" if name else summary


def _titles(columns: dict[str, int], lang: Language) -> list[Cell]:
    return [head(_words(f"sheet.{column}", lang)) for column in columns]


def _nothing(columns: dict[str, int], what: str, lang: Language) -> list[Cell]:
    return [cell(_words(f"sheet.no-{what}", lang), columns=len(columns))]


def _words(code: str, lang: Language) -> str:
    return message(code, {}, lang)
