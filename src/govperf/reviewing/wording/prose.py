"""Wording (指标表述核对): indicators that cannot be measured, or that say two things."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from govperf.model import Goal, Operator, Severity, Undefined
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.form import Form, Row
from govperf.reviewing.listing import FEW, listed
from govperf.reviewing.wording.measures import figure_of_name, has_several, names_several
from govperf.reviewing.wording.telling import Told
from govperf.reviewing.wording.words import is_activity, is_checkable, is_empty, is_graded, is_vague, tight

__all__ = ["WORDING"]

_wording: Final = partial(check, family="wording")
_TEXT: Final = Operator.TEXT
_LONG: Final = 6
"""A shorter target in words, copied as the actual, may be a plain yes."""

_FAULTS: Final = re.compile(
    "事故|投诉|违|污染|伤|亡|差错|失误|纠纷|访|隐患|舆情|损失|逾期|延误|拖欠|负面|超|案件|不良|外溢|泄"
)
"""What there should be none of: 无 is a target then."""

_UNREAD: Final = frozenset({"undefined.target-text", "undefined.target-unread"})


def _counts(row: Row) -> bool:
    """Whether points depend on it."""
    return bool(row.indicator.weight) or bool(row.indicator.reported_points)


def _says_how(row: Row) -> bool:
    """Whether the form says elsewhere how points are given."""
    return bool(row.indicator.criteria.strip() or row.indicator.explanation.strip())


def _readable(told: Told) -> bool:
    """Whether the target is prose, and no number that somebody got wrong."""
    target = told.row.indicator.target
    return target is not None and target.fault is None


def _each(found: Sequence[Told], **details: object) -> Iterator[Hit]:
    """A finding for each row; one for all of them where they are many."""
    if len(found) > FEW:
        yield _together(found, **details)
        return
    for told in found:
        yield _together([told], **details)


def _together(found: Sequence[Told], **details: object) -> Hit:
    """One finding for rows that are alike."""
    names = [told.row.indicator.name for told in found]
    path = "$" if len(found) > 1 else f"{found[0].row.path}.{found[0].cell}"
    said = list(dict.fromkeys(told.text for told in found))
    details |= {"names": listed(names), "count": len(found), "texts": listed(said)}
    return Hit(path, details, {f"{told.row.path}.{told.cell}": told.text for told in found})


@_wording(
    "finding.vague-target",
    Severity.HINT,
    source="filled forms: a degree cannot be measured",
    provenance="verified",
)
def _vague(form: Form) -> Iterator[Hit]:
    """A target that is nothing but a degree (指标值仅为程度词), such as 效果明显 or 不断提升.

    Never 合格, 通过, 达标, 按时, 是 and what else can be checked; never with a figure, a year to compare with
    or a standard beside it; never what is measured in grades (空气质量, 考核等次); never where the form says
    how points are given (评分标准) or what is meant (指标解释).
    """
    yield from _each([told for told in form.prose if _is_vague(told)])


def _is_vague(told: Told) -> bool:
    if not is_vague(told.text) or _says_how(told.row):
        return False
    return not is_graded(told.row.indicator.name) and _readable(told)


@_wording(
    "finding.activity-target",
    Severity.HINT,
    source="filled forms: deeds without results",
    provenance="verified",
)
def _active(form: Form) -> Iterator[Hit]:
    """A target that names what is done, and not what comes of it (指标值为工作活动), such as 加强宣传.

    Never with a figure, a date or a word such as 完成 or 通过 that can be checked; never what is to be made,
    such as 制定方案; never where the form says how points are given or what is meant.
    """
    found = [
        told
        for told in form.prose
        if is_activity(told.text) and not is_vague(told.text) and not _says_how(told.row) and _readable(told)
    ]
    yield from _each(found)


@_wording("finding.several-measures", Severity.HINT, source="one indicator, one measure")
def _several(form: Form) -> Iterator[Hit]:
    """Two measures in one cell or one name (一个指标含两项内容), such as 宣传10次，培训200人.

    Never a range, a date, a phase (第2批), a rate (元/人), the measurements of one thing, one measure of
    several groups (小学10人，初中20人), parts of a whole (其中), nor what stands in brackets.
    """
    found = [told for told in form.prose if has_several(told.text) and _readable(told)]
    seen = {told.row.path for told in found}
    found += [
        Told(row, "name", row.indicator.name)
        for row in form.applying
        if names_several(row.indicator.name) and row.path not in seen
    ]
    yield from _each(found)


@_wording(
    "finding.target-in-name",
    Severity.HINT,
    source="财预〔2021〕101号: the figure stands in the 指标值 with its 运算符号 and 计量单位",
    provenance="recalled",
)
def _in_name(form: Form) -> Iterator[Hit]:
    """The name ends with the figure that the target should hold (指标值写在名称中), such as 完成培训200人.

    Never a year, a phase (第3批), a model (A4), a number of telephone (12345热线); never where the target is
    a figure or a date of its own.
    """
    found = [
        Told(row, "name", row.indicator.name)
        for row in form.applying
        if ((target := row.indicator.target) is None or target.operator is _TEXT)
        and figure_of_name(row.indicator.name)
        and not (target and is_empty(target.text))
    ]
    yield from _each(found)


@_wording("finding.duplicate-indicator", Severity.WARNING, source="points are given once for one result")
def _duplicate(form: Form) -> Iterator[Hit]:
    """Two rows with the same name, category and target, which both count (重复指标).

    Never rows of different goals, of different targets (phases) or different explanations; never rows without
    points; never names that only keep a place, such as ….
    """
    names = [tight(row.indicator.name) for row in form.applying]
    if len(set(names)) == len(names):  # as in nearly all forms
        return
    seen: dict[tuple[object, ...], list[Row]] = {}
    for row in form.applying:
        if _counts(row):
            seen.setdefault(_same(row), []).append(row)
    groups = [rows for rows in seen.values() if len(rows) > 1 and not is_empty(rows[0].indicator.name)]
    if len(groups) > FEW:
        yield _again([row for rows in groups for row in rows], "$")
        return
    for rows in groups:
        yield _again(rows, rows[1].path)


def _same(row: Row) -> tuple[object, ...]:
    """What makes two rows the same indicator."""
    one = row.indicator
    goal = row.path.rpartition(".")[0]
    texts = (one.name, str(one.target or ""), one.explanation, one.criteria, *one.category)
    return goal, *map(tight, texts)


def _again(rows: Sequence[Row], path: str) -> Hit:
    names = list(dict.fromkeys(row.indicator.name for row in rows))
    details = {"names": listed(names), "count": len(rows)}
    return Hit(path, details, {f"{row.path}.name": row.indicator.name for row in rows})


@_wording(
    "finding.goal-without-indicators",
    Severity.HINT,
    source="a goal is measured by its indicators",
)
def _bare(form: Form) -> Iterator[Hit]:
    """Goals that no indicator measures (目标没有绩效指标), one finding for the form.

    Never where one goal has the indicators of all of them, as in forms with one table for several goals;
    never the parts of a goal that has indicators of its own.
    """
    goals = form.evaluation.goals
    if len(goals) > 1 and sum(goal.size > 0 for goal in goals) == 1:
        return
    found = dict(_bare_goals("$", goals))
    if found:
        path = "$" if len(found) > 1 else next(iter(found)).removesuffix(".text")
        yield Hit(path, {"names": listed(list(found.values())), "count": len(found)}, found)


def _bare_goals(path: str, goals: Iterable[Goal]) -> Iterator[tuple[str, str]]:
    for i, goal in enumerate(goals):
        place = f"{path}.goals[{i}]"
        if not goal.size:
            yield f"{place}.text", goal.text
        elif not goal.indicators:
            yield from _bare_goals(place, goal.goals)


@_wording(
    "finding.targets-missing",
    Severity.HINT,
    source="财预〔2020〕10号: each indicator has its 年度指标值",
    provenance="recalled",
)
def _missing(form: Form) -> Iterator[Hit]:
    """Indicators without any target (没有指标值), one finding for the form.

    Never indicators that do not apply, and never those whose name holds the figure.
    """
    found = [
        Told(row, "target", "")
        for row in form.applying
        if row.indicator.target is None and not figure_of_name(row.indicator.name)
    ]
    if found:
        yield _together(found, of=len(form.rows))


@_wording(
    "finding.unmeasurable",
    Severity.HINT,
    source="财预〔2020〕10号: a 定性指标 is judged in three bands",
    provenance="recalled",
)
def _unmeasurable(form: Form) -> Iterator[Hit]:
    """A target in words for which nobody has given points (定性指标无人评定).

    Never without a weight, with an award or a printed score, nor where the actual names a level such as
    达成年度指标; a missing actual is another matter.
    """
    found = [told for told in form.prose if _waits(told.row) and not is_empty(told.text) and _readable(told)]
    yield from _each(found)


def _waits(row: Row) -> bool:
    """Whether points depend on it, and nothing says how many."""
    one, reason = row.indicator, row.score.rate
    return (
        bool(one.weight)
        and one.award is None
        and one.reported_points is None
        and one.actual is not None
        and row.score.within is None
        and isinstance(reason, Undefined)
        and reason.code in _UNREAD
    )


@_wording(
    "finding.placeholder",
    Severity.WARNING,
    source="checks of systems in use: placeholders",
    provenance="in use",
)
def _placeholder(form: Form) -> Iterator[Hit]:
    """A target that only keeps its place (指标值为占位符), such as *, XX人, 待定 or /, though it counts.

    Never indicators without points or that do not apply; never 无 where there is to be none, such as
    accidents, nor below 成本 where the actual is 无 too: there was to be no such cost.
    """
    found = [
        told
        for told in form.prose
        if is_empty(told.text) and _counts(told.row) and not _wants_none(told) and _readable(told)
    ]
    yield from _each(found)


def _wants_none(told: Told) -> bool:
    if told.text not in _NONE:
        return False
    one = told.row.indicator
    is_cost = any("成本" in level for level in (one.name, *one.category))
    return _FAULTS.search(one.name) is not None or (
        is_cost and one.actual is not None and tight(one.actual.text) in _NONE
    )


_NONE: Final = frozenset({"无", "没有"})


@_wording(
    "finding.copied-actual",
    Severity.HINT,
    source="filled forms: a vague actual to a vague target",
    provenance="verified",
)
def _copied(form: Form) -> Iterator[Hit]:
    """Actuals that repeat a target in words, or a deadline (完成值照抄指标值), one finding for the form.

    Never numbers, never an answer such as 是, 合格, 通过 or 按时完成, nor a level of judgement; never a date
    that is no deadline (2023年12月); never without points; never where evidence says what was done.
    """
    found = [
        Told(told.row, "actual", told.text)
        for told in form.prose
        if _counts(told.row) and _repeats(told) and not form.book.levels.find(told.text)
    ]
    found += [
        Told(row, "actual", target.text)
        for row in form.applying
        if (target := row.indicator.target) is not None
        and _BY.search(target.text)
        and _counts(row)
        and _is_copied(row, target.text)
        and target.in_year(form.evaluation.year).period is not None
    ]
    if found:
        yield _together(found)


_BY: Final = re.compile("[前内止]$")
"""How a deadline ends, which is no day on which something was done."""


def _is_copied(row: Row, text: str) -> bool:
    actual = row.indicator.actual
    return actual is not None and not actual.evidence and tight(actual.text) == tight(text)


def _repeats(told: Told) -> bool:
    """Whether the actual is the target, and the target no question that a yes answers."""
    if not _is_copied(told.row, told.text):
        return False
    if is_vague(told.text):
        return not is_graded(told.row.indicator.name)
    return len(told.text) >= _LONG and not is_checkable(told.text)


WORDING: Final[tuple[Check, ...]] = (
    _vague,
    _active,
    _several,
    _in_name,
    _duplicate,
    _bare,
    _missing,
    _unmeasurable,
    _placeholder,
    _copied,
)
