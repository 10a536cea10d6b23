"""Evidence (佐证材料核对): which actuals are supported, and by what."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial, reduce
from itertools import chain
from typing import TYPE_CHECKING, Final

from govperf.messages import message
from govperf.model import EvaluationKind, Evidence, Goal, Indicator, Period, Severity
from govperf.numerals.contexts import EXACT
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.form import Form, Row
from govperf.reviewing.listing import FEW, listed

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["EVIDENCE"]

_SEVERAL: Final = 3
"""Two figures may well stand at one place of a document."""

_MARKS: Final = " \t\r\n\u3000/／\\-—–－_*.。、，,"
_NOTHING: Final = re.compile("[暂均]?无|(?:无[需须]|不需要?)(?:提供|佐证)?|无(?:要求|佐证材料)|不适用|不涉及")
"""What a column says where it asks for nothing."""

_LASTING: Final = re.compile(
    "制度|办法|规定|规程|规范|规划|方案|计划|细则|标准|预案|批复|立项|可研|通知|文件|意见|合同|协议|招标|中标|预算|目标|依据"
)
"""What is made before the year for which it holds."""

_ASKED: Final = re.compile(
    "访|问卷|询问|调查|调研|座谈|测评|评价|评议|评分|打分|评星|好评|差评|满意|反馈|意见|民调|投票|抽样|抽查|电话|12345"
)
"""What says that people were asked."""

_VAGUE: Final = re.compile("附件|佐证|证明材料|扫描|照片|截图")
"""What may be anything, a survey too."""

_COUNTED: Final = re.compile("调查|问卷|测评|投诉")
"""What an indicator counts where satisfaction is a word of its name only."""

_evidence: Final = partial(check, family="evidence")
_RECORD: Final = "column 佐证资料要求 of annex 2 to 财预〔2021〕101号"
_PUBLIC: Final = "财预〔2021〕101号: 满意度 is that of people who were asked"


@_evidence("finding.evidence-missing", Severity.HINT, source="an actual is to be supported")
def _missing(form: Form) -> Iterator[Hit]:
    """Missing evidence (部分完成值无佐证材料): some actuals have evidence, others have none.

    Never where no actual has any, because the form has no such column; never for a row that does not apply,
    nor where evidence is asked for, which is a finding of its own.
    """
    rows = _reported(form) if form.supported else []
    if not any(map(_of, rows)):
        return
    bare = [row for row in rows if not _of(row) and not _is_due(row.indicator)]
    if bare:
        details = {"count": len(bare), "of": len(rows), "names": _names(bare)}
        details |= {"coverage_en": _coverage(rows, "en"), "coverage_zh": _coverage(rows, "zh")}
        yield Hit(_place(bare), details, _actuals(bare))


@_evidence("finding.evidence-required", Severity.WARNING, source=_RECORD, provenance="recalled")
def _required(form: Form) -> Iterator[Hit]:
    """Evidence that is asked for (缺少要求的佐证材料): the form asks for it, the actual has none.

    Never where there is no actual yet, where nothing is asked for (无), or for a row that does not apply.
    """
    bare = [row for row in form.rows if row.indicator.evidence_required and _lacks(row)]
    for rows in _together(bare):
        figures = {f"{row.path}.evidence_required": row.indicator.evidence_required for row in rows}
        asked = listed(list(dict.fromkeys(figures.values())))
        details = {"count": len(rows), "names": _names(rows), "asked": asked}
        yield Hit(_place(rows), details, {**_actuals(rows), **figures})


@_evidence("finding.evidence-date", Severity.WARNING, source="evidence is of the time that it supports")
def _dated(form: Form) -> Iterator[Hit]:
    """Evidence of another time (佐证材料日期不符): all of it is older than the year, or much later.

    Never where a part of it has no date or overlaps the year; never what is made beforehand, such as rules,
    plans and contracts; never late evidence in evaluations by others. A goal, a target or an actual that
    names another time widens what is right.
    """
    supported = form.supported
    if not supported:
        return
    spans = dict(_spans(form.evaluation.goals, "$", ()))
    odd = [row for row in supported if _is_of_another_time(row, form, spans)]
    for rows in _together(odd):
        figures = {path: one.date for row in rows for path, one in _placed(row, "date")}
        dates = listed(sorted({str(day) for day in figures.values()}))
        details = {"count": len(rows), "names": _names(rows), "dates": dates, "year": form.evaluation.year}
        yield Hit(_place(rows), details, figures)


@_evidence("finding.evidence-single", Severity.HINT, source="each actual is to be found again")
def _single(form: Form) -> Iterator[Hit]:
    """One document for everything (一份材料佐证全部): one place of one document supports every actual.

    Never for fewer than three actuals, where the places in it differ, or where one has other evidence.
    """
    rows = [row for row in form.supported if not row.indicator.not_applicable]
    if len(rows) < _SEVERAL:
        return
    first = _of(rows[0])[0]
    if all(len(_of(row)) == 1 and _key(_of(row)[0]) == _key(first) for row in rows):
        figures = {path: one.title for row in rows for path, one in _placed(row, "title")}
        yield Hit("$", {"count": len(rows), "title": first.title}, figures)


@_evidence("finding.evidence-survey", Severity.HINT, source=_PUBLIC, provenance="recalled")
def _survey(form: Form) -> Iterator[Hit]:
    """Satisfaction without a survey (满意度无调查依据): its evidence, or its method, is none.

    Never where neither is filled in, where a word of them says that people were asked, or where the evidence
    is only called an annex; never for a number of questionnaires or complaints.
    """
    for row in form.rows:
        if "满意" in row.indicator.name and _is_not_asked(row):
            figures = {path: one.title for path, one in _placed(row, "title")}
            if row.indicator.method:
                figures[f"{row.path}.method"] = row.indicator.method
            said = listed(list(figures.values()))
            yield Hit(row.path, {"name": row.indicator.name, "said": said}, figures)


@_evidence("finding.evidence-twice", Severity.HINT, source="a digest is that of one file")
def _twice(form: Form) -> Iterator[Hit]:
    """One file under several names (同一文件多个名称): the same digest with different titles.

    Never for one title with other blanks, nor for different files of one title.
    """
    files: dict[str, dict[str, tuple[str, str]]] = {}
    for path, one in chain.from_iterable(_placed(row, "title") for row in form.supported):
        if one.digest:
            files.setdefault(one.digest, {}).setdefault("".join(one.title.split()), (path, one.title))
    for found in files.values():
        if len(found) > 1:
            figures = dict(found.values())
            yield Hit(next(iter(figures)), {"titles": listed(list(figures.values()))}, figures)


def _of(row: Row) -> tuple[Evidence, ...]:
    return () if row.indicator.actual is None else row.indicator.actual.evidence


def _reported(form: Form) -> list[Row]:
    """The rows that apply and have an actual."""
    return [row for row in form.applying if row.indicator.actual]


def _lacks(row: Row) -> bool:
    one = row.indicator
    return one.actual is not None and not one.actual.evidence and not one.not_applicable and _is_due(one)


def _is_due(indicator: Indicator) -> bool:
    """Whether the form asks for evidence."""
    asked = indicator.evidence_required.strip(_MARKS)
    return bool(asked) and not _NOTHING.fullmatch(asked)


def _together(rows: Sequence[Row]) -> Iterable[Sequence[Row]]:
    """Each row by itself, or all of them together where they are many."""
    return [rows] if len(rows) > FEW else ([row] for row in rows)


def _place(rows: Sequence[Row]) -> str:
    """Where it is: the one actual, or the form."""
    return f"{rows[0].path}.actual" if len(rows) == 1 else "$"


def _names(rows: Iterable[Row]) -> str:
    return listed([row.indicator.name for row in rows])


def _actuals(rows: Iterable[Row]) -> Mapping[str, object]:
    return {f"{row.path}.actual": row.indicator.actual for row in rows}


def _placed(row: Row, field: str) -> Iterator[tuple[str, Evidence]]:
    """The evidence of a row, each with the path of one of its fields."""
    for i, one in enumerate(_of(row)):
        yield f"{row.path}.actual.evidence[{i}].{field}", one


def _coverage(rows: Sequence[Row], lang: Language) -> str:
    """How much is supported: points, where every row has some; else rows."""
    covered = [row for row in rows if _of(row)]
    if not all(row.indicator.weight for row in rows):
        return message("evidence.rows", {"part": len(covered), "whole": len(rows)}, lang)
    return message("evidence.points", {"part": _points(covered), "whole": _points(rows)}, lang)


def _points(rows: Iterable[Row]) -> str:
    none = Decimal(0)
    return f"{reduce(EXACT.add, (row.indicator.weight or none for row in rows), none):f}"


def _spans(
    goals: Sequence[Goal], path: str, above: tuple[Period, ...]
) -> Iterator[tuple[str, tuple[Period, ...]]]:
    """Each goal by its path, with the periods of its own and of those that it belongs to."""
    for i, goal in enumerate(goals):
        place = f"{path}.goals[{i}]"
        own = above if goal.period is None else (*above, goal.period)
        yield place, own
        yield from _spans(goal.goals, place, own)


def _is_of_another_time(row: Row, form: Form, spans: Mapping[str, tuple[Period, ...]]) -> bool:
    """Whether all evidence is older than what it supports, or much later."""
    goal = spans[row.path.rpartition(".indicators")[0]]
    own = [one.period for one in (row.indicator.target, row.indicator.actual) if one and one.period]
    year = form.evaluation.year
    times = [Period(date(year, 1, 1), date(year, 12, 31)), *goal, *own]
    start, end = min(one.start for one in times), _later(max(one.end for one in times), form)
    return all(_is_outside(one, start, end) for one in _of(row))


def _is_outside(evidence: Evidence, start: date, end: date) -> bool:
    day = evidence.date
    if day is None:
        return False
    return day.start > end or (day.end < start and not _LASTING.search(f"{evidence.title} {evidence.kind}"))


def _later(day: date, form: Form) -> date:
    """The last day on which evidence of a time may be issued; in evaluations by others there is none."""
    months = int(form.limits.evidence_months.value)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if form.evaluation.kind is not EvaluationKind.SELF or year > date.max.year:
        return date.max
    return date(year, month + 1, monthrange(year, month + 1)[1])


def _key(evidence: Evidence) -> tuple[object, ...]:
    """What makes a place of a document the same."""
    return evidence.title, evidence.issuer, evidence.date, evidence.digest, evidence.locator


def _is_not_asked(row: Row) -> bool:
    """Whether what is said of a satisfaction is no survey."""
    one = row.indicator
    pieces = [f"{item.title} {item.kind} {item.supports} {item.note}" for item in _of(row)]
    if not (pieces or one.method) or one.not_applicable or _COUNTED.search(one.name):
        return False
    said = (one.method, one.data_source, *pieces)
    return not any(map(_ASKED.search, said)) and not any(map(_VAGUE.search, pieces))


EVIDENCE: Final[tuple[Check, ...]] = (_missing, _required, _dated, _single, _survey, _twice)
