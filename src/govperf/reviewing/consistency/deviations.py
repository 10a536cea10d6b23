"""Deviations (偏差原因): a reason that is due and not given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from govperf.messages import message
from govperf.model import Goal, Severity
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.consistency.agreement import listed
from govperf.reviewing.form import Form, Row

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["DEVIATIONS", "has_reason"]

_LANGUAGES: Final[tuple[Language, ...]] = ("en", "zh")

_REASON: Final = re.compile("原因|(?<!基)因(?![公素子地])|由于|导致|造成|受.{1,12}影响")
"""How a reason begins where there is no column for it."""

_NONE: Final = re.compile(
    r"(?:无|没有|不适用|无偏差|无?偏差原因[:：]?无?|(?:已|均|全部|按时|按期){0,2}完成|[-—－–/／\\*]{0,8})[。.]?"
)
"""What stands in the column where no reason is given."""

_MISSED: Final = ("missed", "frequency-short", "share-missed", "strict-bound", "negative-actual")
"""Standings of a row that has missed its target, and not by a slip of the unit."""

_SOURCE: Final = "self-evaluation form of 财预〔2020〕10号: 偏差原因分析及改进措施"


@check(
    "finding.reason-missing", Severity.WARNING, family="consistency", source=_SOURCE, provenance="recalled"
)
def _reason_missing(form: Form) -> Iterator[Hit]:
    """Reason missing (缺偏差原因): a score below its weight, or a target that was missed.

    One for each row without a reason, in a form in which other rows have something in the column; 无 and 完成
    are no reasons. Never flagged: a row whose measures, note, actual, award or correction says why; an
    indicator that does not apply; a target far exceeded, whose finding asks for the reason itself; a row
    whose direction is in doubt; a row whose rate is not known and whose score is not printed.
    """
    if not _has_column(form):
        return
    for row, code, details in _unexplained(form):
        said = {f"why_{lang}": message(code, details, lang) for lang in _LANGUAGES}
        yield Hit(f"{row.path}.deviation_reason", {"name": row.indicator.name, **said}, _figures(row))


@check("finding.reasons-missing", Severity.HINT, family="consistency", source=_SOURCE, provenance="recalled")
def _reasons_missing(form: Form) -> Iterator[Hit]:
    """Reasons missing (整表缺偏差原因): a form that gives no reason at all, though some are due.

    One for the form. Never flagged: what is not flagged row by row, and a form whose goals or notes give
    reasons in words.
    """
    if _has_column(form):
        return
    due = [row for row, _, _ in _unexplained(form)]
    if due and not _in_words(form):
        figures = {path: value for row in due for path, value in _figures(row).items()}
        yield Hit("$.goals", listed([row.indicator.name for row in due]), figures)


def _unexplained(form: Form) -> Iterator[tuple[Row, str, dict[str, object]]]:
    missed, asked = _paths(form, _MISSED), _paths(form, ("far-over",))
    for row in form.applying:
        why = None if row.path in asked else _due(row, missed)
        if why is not None and not row.doubtful and not _says_why(row):
            yield row, *why


def _paths(form: Form, words: Iterable[str]) -> set[str]:
    """The rows that stand so to their target."""
    return {one.row.path for word in words for one in form.standings.get(word, ())}


def _due(row: Row, missed: set[str]) -> tuple[str, dict[str, object]] | None:
    """Why a reason is due: a code and its figures."""
    points, weight = _points(row), row.score.full
    if points is not None and isinstance(weight, Decimal) and points < weight:
        return "consistency.below-weight", {"points": points, "weight": weight}
    if row.path in missed:
        return "consistency.missed", {"rate": row.rate}
    return None


def _points(row: Row) -> Decimal | None:
    """The printed score; where there is none, what a person gave."""
    printed = row.indicator.reported_points
    if printed is None and row.score.award is not None and isinstance(row.score.points, Decimal):
        return row.score.points
    return printed


def _has_column(form: Form) -> bool:
    """Whether the form has a column of reasons, be it filled in with 无."""
    cells = [row.indicator.deviation_reason or row.indicator.measures for row in form.rows]
    return any(cells) and any(
        row.indicator.deviation_reason.strip() or row.indicator.measures.strip() for row in form.rows
    )


def has_reason(row: Row) -> bool:
    """Whether the columns of reasons and measures say something of a row (有无原因说明).

    Args:
        row: Of a form.

    Returns:
        False for empty cells, 无, / and the like.

    Example:
        >>> from govperf.model import Evaluation, Goal, Indicator
        >>> from govperf.reviewing.form import Form
        >>> from govperf.standards import standard
        >>> rows = [Indicator("周报", deviation_reason=cell) for cell in ("无", "停课三周")]
        >>> form = Form(Evaluation("某局", 2023, goals=[Goal("信息", indicators=rows)]), standard())
        >>> [has_reason(row) for row in form.rows]
        [False, True]
    """
    cells = (row.indicator.deviation_reason, row.indicator.measures)
    return any(cells) and any(_NONE.fullmatch(cell.strip()) is None for cell in cells)


def _says_why(row: Row) -> bool:
    indicator = row.indicator
    return (
        has_reason(row)
        or bool(indicator.corrections)
        or (indicator.award is not None and bool(indicator.award.reason.strip()))
        or _REASON.search(indicator.note) is not None
        or (indicator.actual is not None and _REASON.search(indicator.actual.text) is not None)
    )


def _in_words(form: Form) -> bool:
    """Whether the text of the form gives reasons somewhere."""
    texts = [*form.evaluation.notes, *(text for goal in form.evaluation.goals for text in _achieved(goal))]
    return any(_REASON.search(text) for text in texts)


def _achieved(goal: Goal) -> Iterator[str]:
    yield goal.achieved
    for part in goal.goals:
        yield from _achieved(part)


def _figures(row: Row) -> dict[str, object]:
    found = {"actual": row.indicator.actual, "reported_points": row.indicator.reported_points}
    return {f"{row.path}.{name}": value for name, value in found.items() if value is not None}


DEVIATIONS: Final[tuple[Check, ...]] = (_reason_missing, _reasons_missing)
"""The checks of reasons."""
