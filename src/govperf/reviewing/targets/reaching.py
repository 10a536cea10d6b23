"""Targets that were missed, exceeded or left open (完成情况审核), as `Form.standings` tells them apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from govperf.messages import message
from govperf.model import CompletionRate, Severity, Undefined
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.form import Form, Row
from govperf.reviewing.listing import both
from govperf.reviewing.targets.operators import gathered
from govperf.reviewing.targets.standing import Standing, slip_power

__all__ = ["REACHING", "cells", "compared"]

_FAMILY: Final = "targets"
_MOF: Final = "财预〔2020〕10号: 偏差原因分析及改进措施 where a target is missed or far exceeded"
_SYSTEMS: Final = "rule code of provincial systems"
_AUDITS: Final = "checks of an audit tool in use: a percentage above 100"
_GUESSED: Final = "指标值 without 运算符号: its direction is inferred by govperf"
_DENIED: Final = "财预〔2020〕10号: 达成年度指标 is the top band of points, and the 实际完成值 says otherwise"
_POWERS: Final = "a lost 万, 亿 or % makes a power of ten"
_MARGIN: Final = "a figure such as 近60 leaves open on which side of its target it is"


def cells(row: Row) -> dict[str, str]:
    """Target and actual of a row as they stand there (指标值与完成值), each with its place.

    Args:
        row: Any.

    Returns:
        Path → cell; of one that is missing "".
    """
    return {
        f"{row.path}.target": str(row.indicator.target or ""),
        f"{row.path}.actual": str(row.indicator.actual or ""),
    }


def _hits(form: Form, word: str) -> Iterator[Hit]:
    """One for each row of which that is to be said."""
    return map(compared, form.standings.get(word, ()))


def compared(found: Standing, severity: Severity | None = None) -> Hit:
    """A hit about a target and its actual (对照命中): the actual is the place, both cells are the figures.

    Args:
        found: The row and its completion rate, or why there is none.
        severity: Another one than that of the check.

    Returns:
        The hit, with the rate, or with the reason in both languages.
    """
    row, rate = found
    figures = cells(row)
    target, actual = figures.values()
    details = {"name": row.indicator.name, "target": target, "actual": actual}
    if isinstance(rate, Undefined):
        details |= {"reason_en": rate.explain("en"), "reason_zh": rate.explain("zh")}
    else:
        details["rate"] = str(rate)
    return Hit(f"{row.path}.actual", details, figures, severity)


@check("finding.missed", "hint", family=_FAMILY, source=_MOF, provenance="recalled")
def _missed(form: Form) -> Iterator[Hit]:
    """Missed target (未达到指标值), which a form must state as missed.

    Never a target that is met, and nothing of which a narrower check says why: a date, a frequency, a
    share of cases, a strict bound that is touched, a slip, a figure too vague to tell.
    """
    return _hits(form, "missed")


@check("finding.direction-doubtful", "hint", family=_FAMILY, source=_GUESSED)
def _direction_doubtful(form: Form) -> Iterator[Hit]:
    """Missed by an inferred operator, and given full points (方向存疑): less may be better. One for the form.

    Never where an operator or a direction is printed, never a count under 数量, and never where the target
    is met; and of these rows nothing else is said.
    """
    rows = [one.row for one in form.standings.get("direction-doubtful", ())]
    signs = dict.fromkeys(row.indicator.target.operator.sign for row in rows if row.indicator.target)
    return gathered(rows, "target", "actual", "reported_points", sign="、".join(signs))


@check("finding.not-done", "warning", family=_FAMILY, source=_DENIED)
def _not_done(form: Form) -> Iterator[Hit]:
    """Actual that plainly denies its target, and points as if it were reached (未达到而照给分): 未按时完成.

    From the share of the points on with which the rule book lets a target count as reached; a date that
    was missed only with full points. Never 未发生, 未超, 未出现, 无投诉; never where a reason or a person
    explains less than full points, and of a missed date any points.
    """
    for one in form.standings.get("not-done", ()):
        indicator, path = one.row.indicator, one.row.path
        points = indicator.reported_points
        figures = cells(one.row) | {f"{path}.reported_points": str(points)}
        details = {
            "name": indicator.name,
            "target": figures[f"{path}.target"],
            "actual": figures[f"{path}.actual"],
            "points": points,
            "weight": indicator.weight,
        }
        yield Hit(f"{path}.actual", details, figures)


@check("finding.date-open", "hint", family=_FAMILY, source=_MARGIN)
def _date_open(form: Form) -> Iterator[Hit]:
    """Date that leaves open whether it was kept (是否按期无法确定): 2022年6月 beside 2022年6月15日前.

    Never a time within the one that was due, such as 7月 of 6-9月; never where a person gave the points.
    """
    return _hits(form, "date-open")


@check("finding.far-over", "warning", family=_FAMILY, source=_MOF, provenance="recalled")
def _far_over(form: Form) -> Iterator[Hit]:
    """Target far exceeded (远超指标值), from the limit of the rule book on, without a reason in the form.

    A hint where the form gives a reason, and where a count is but one more than its target. Never where
    less is better, for dates, ranges and zero targets, nor for a percentage that stays within 100 %: 100
    % against ≥80 % is 125 %, and cannot be more, and growth of 6 % against 5 % is no surprise.
    """
    for one in form.standings.get("far-over", ()):
        indicator = one.row.indicator
        slight = bool(indicator.deviation_reason.strip()) or _is_one_more(one.row)
        yield compared(one, Severity.HINT if slight else None)


def _is_one_more(row: Row) -> bool:
    """Whether a count is the next one after its target: no count can exceed it by less."""
    target, actual = row.indicator.target, row.indicator.actual
    wanted = None if target is None else target.quantity
    reached = None if actual is None else actual.quantity
    if wanted is None or reached is None or wanted.unit is not reached.unit:
        return False
    return (wanted.unit.is_count or not wanted.unit.atoms) and reached.magnitude == wanted.magnitude + 1


@check("finding.slip", "warning", family=_FAMILY, source=_POWERS)
def _slip(form: Form) -> Iterator[Hit]:
    """Slip of the unit or the point (数量级疑误): an actual about a power of ten away from its target.

    Ten thousand and a hundred million times (万, 亿) count within the limit of the rule book; a hundred
    times where both are percentages and one of them is not above 1 %; any other power only if it is exact
    and the figures have three telling digits. Never a figure far below a limit that it may not exceed,
    and never a count such as 540 against 60, nor 98.6万 beside 100万元.
    """
    for one in form.standings.get("slip", ()):
        hit = compared(one)
        yield hit._replace(details={**hit.details, **_apart(slip_power(one, form.limits.slip.value))})


def _apart(power: int) -> dict[str, object]:
    """How far apart, and what may have been lost."""
    times, lost = f"times.{min(power, _MOST)}", _LOST.get(power, "lost.point")
    said = both("times", lambda lang: message(times, {"power": power}, lang))
    return said | both("lost", lambda lang: message(lost, {}, lang))


_MOST: Final = 9
"""Beyond it the power of ten is said as such."""
_LOST: Final = {2: "lost.percent", 4: "lost.ten-thousand", 8: "lost.hundred-million"}


@check("finding.rate-over-100", "warning", family=_FAMILY, source=_AUDITS, provenance="in use")
def _rate_over(form: Form) -> Iterator[Hit]:
    """Share above 100 % (占比超过100%): more than all of something, such as 合格率 of 101 %.

    Only of names that are known to be shares. Never a rate of a plan (完成率, 执行率), of growth, of use,
    资金到位率 or 毛入学率, never a figure in 分, and not 100 % itself.
    """
    return _hits(form, "rate-over-100")


@check("finding.date-missed", "hint", family=_FAMILY, source=_MOF, provenance="recalled")
def _date_missed(form: Form) -> Iterator[Hit]:
    """Missed date (未按期完成).

    Never a date that the actual leaves open, and never another deed than that due.
    """
    return _hits(form, "date-missed")


@check("finding.frequency-short", "hint", family=_FAMILY, source=_MOF, provenance="recalled")
def _frequency_short(form: Form) -> Iterator[Hit]:
    """Frequency that was not kept (频次不足), counted over the year: 每周1期 is 52, and 49 came about.

    Never one that was kept or exceeded, and never a bare actual, of which nobody knows what it counts.
    """
    for one in form.standings.get("frequency-short", ()):
        yield _noted(one, "note.frequency")


@check("finding.share-missed", "hint", family=_FAMILY, source=_MOF, provenance="recalled")
def _share_missed(form: Form) -> Iterator[Hit]:
    """Target met in some cases only (部分未达标): 24小时以内 in 77 of 78. Never where all cases met it."""
    for one in form.standings.get("share-missed", ()):
        yield _noted(one, "note.share-of-cases")


def _noted(one: Standing, code: str) -> Hit:
    """With the figures of a note of the completion rate."""
    hit = compared(one)
    notes = one.rate.notes if isinstance(one.rate, CompletionRate) else ()
    found = {key: value for note in notes if note.code == code for key, value in note.details}
    return hit._replace(details={**found, **hit.details})


@check("finding.approximate-decides", "warning", family=_FAMILY, source=_MARGIN)
def _approximate_decides(form: Form) -> Iterator[Hit]:
    """Vague actual that decides (约数影响结论): 近60 against 60, 约95% against 90 %, 90～96% against 95 %.

    Never a date. Never where the points and the verdict are the same whatever the figure may be, such as
    ≥90% against ≥90% or 近540 against 60; never where a person gave the points.
    """
    return _hits(form, "approximate-decides")


@check("finding.strict-bound", "hint", family=_FAMILY, source=_SYSTEMS, provenance="in use")
def _strict_bound(form: Form) -> Iterator[Hit]:
    """Strict bound that is touched (恰为界限值): <5 with 5 is not met.

    Never ≤ and ≥, which include the figure.
    """
    return _hits(form, "strict-bound")


@check("finding.not-equal", "hint", family=_FAMILY, source=_SYSTEMS, provenance="in use")
def _not_equal(form: Form) -> Iterator[Hit]:
    """Target that was to be met exactly, and was exceeded (超出应等于的指标值): = or a range.

    Never an operator that is only inferred, never a zero, and nothing that is far over.
    """
    return _hits(form, "not-equal")


@check("finding.negative-actual", "warning", family=_FAMILY, source=_SYSTEMS, provenance="in use")
def _negative(form: Form) -> Iterator[Hit]:
    """Negative actual (完成值为负) of what cannot be negative; it counts as 0.

    Never a change, a gain or a saving, which may well be below zero: that is a missed target.
    """
    return _hits(form, "negative-actual")


REACHING: Final[tuple[Check, ...]] = (
    _missed,
    _direction_doubtful,
    _not_done,
    _date_open,
    _far_over,
    _slip,
    _rate_over,
    _date_missed,
    _frequency_short,
    _share_missed,
    _approximate_decides,
    _strict_bound,
    _not_equal,
    _negative,
)
