"""Evaluations as HTML (评价表的网页显示): the form as it is printed, with merged headings and its total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby, islice
from typing import TYPE_CHECKING, Final

from govperf.layout.fragments import (
    MOST,
    Cell,
    Html,
    cells,
    filled,
    folded,
    frame,
    grid,
    grouped,
    number,
    pairs,
    rest,
    safe,
    titled,
)
from govperf.model.quotients import decimals, summed
from govperf.model.shown_funds import budget_parts
from govperf.model.shown_values import corrected

if TYPE_CHECKING:
    from govperf.model.evaluation import Evaluation
    from govperf.model.finding import Acceptance
    from govperf.model.goal import Goal
    from govperf.model.indicator import Indicator

__all__ = ["evaluation_html"]

_KINDS: Final = {"self": "绩效自评", "departmental": "部门评价", "finance": "财政评价"}
_HEAD: Final = (
    "一级指标",
    "二级指标",
    "三级指标",
    "指标值",
    "实际完成值",
    "分值",
    "自评得分",
    "偏差原因及改进措施",
)
_LEVELS: Final = 3
_GOAL: Final = ("预期目标", "实际完成情况", "期限", "任务")
_BELOW: Final = "　"
"""Before a goal, once for each level that it is below."""
_ACCEPTED: Final = ("认可的审核结果", "位置", "理由", "认可人", "日期")
_FINISHED: Final = {None: "", True: "是", False: "否"}


def evaluation_html(evaluation: Evaluation) -> str:
    """An evaluation as its form is printed (评价表的网页显示).

    Args:
        evaluation: Any; of a long one the first indicators, and how many there are beyond them.

    Returns:
        What a notebook shows.
    """
    rows = [
        ("评价类型", _KINDS[evaluation.kind.value]),
        ("项目名称", evaluation.project),
        ("实施单位", evaluation.implementer),
        ("评分标准", evaluation.standard),
        ("是否完成", _FINISHED[evaluation.finished]),
        ("自报等级", evaluation.reported_grade),
        ("数据来源", evaluation.source),
    ]
    budget = evaluation.budget
    return frame(
        titled(f"{evaluation.department.name} {evaluation.year}年{_KINDS[evaluation.kind.value]}"),
        pairs(rows),
        Html("") if budget is None else budget_parts(budget),
        _goals(evaluation.goals),
        _indicators(evaluation),
        *_beside(evaluation),
        folded("备注", pairs([("备注", note) for note in evaluation.notes])),
    )


def _goals(goals: Sequence[Goal]) -> Html:
    """All goals, each before those that it is made of; of many the first."""
    return filled(_GOAL, list(_goal_rows(goals, "")))


def _goal_rows(goals: Sequence[Goal], before: str) -> Iterator[list[Cell]]:
    for goal in goals:
        period = "" if goal.period is None else goal.period
        texts = (f"{before}{goal.text}", goal.achieved, period, "；".join(goal.tasks))
        yield [Cell(safe(text), "text") for text in texts]
        yield from _goal_rows(goal.goals, f"{before}{_BELOW}")


def _indicators(evaluation: Evaluation) -> Html:
    """The table of all indicators; those of two goals share no heading."""
    shown = islice(evaluation.indicators(), MOST)
    rows = [
        row
        for _, group in groupby(shown, lambda one: one[0].rpartition(".")[0])
        for row in grouped([(_levels(indicator), _cells(indicator)) for _, indicator in group], _LEVELS)
    ]
    count = sum(goal.size for goal in evaluation.goals)
    return Html(f"{grid(_HEAD, rows, list(_foot(evaluation)))}{rest(count)}")


def _beside(evaluation: Evaluation) -> Iterator[Html]:
    """What a form says besides: subtotals, parts of totals, corrections, and what somebody answers for."""
    groups = [
        [*cells(" / ".join(one.category)), _points(one.weight), _points(one.reported_points)]
        for one in evaluation.subtotals
    ]
    yield filled(("小计", "分值", "自评得分"), groups)
    sums = [
        [
            *cells(one.name),
            number(one.total),
            *cells("，".join(f"{part.name} {part.amount}" for part in one.parts)),
        ]
        for one in evaluation.breakdowns
    ]
    yield filled(("分项合计", "合计", "其中"), sums)
    yield pairs(map(corrected, evaluation.corrections))
    yield filled(_ACCEPTED, [cells(*_acceptance(one)) for one in evaluation.accepted])


def _acceptance(one: Acceptance) -> tuple[object, ...]:
    return one.code, one.path, one.reason, one.by, one.date


def _levels(indicator: Indicator) -> tuple[str, ...]:
    return (*indicator.category[:1], "")[0], "·".join(indicator.category[1:]), indicator.name


def _cells(indicator: Indicator) -> list[Cell]:
    idle = indicator.not_applicable and f"不适用：{indicator.not_applicable}"
    reason = "；".join(filter(None, (idle, indicator.deviation_reason, indicator.measures)))
    return [
        Cell(safe(indicator.target or "")),
        Cell(safe(indicator.actual or "")),
        _points(indicator.weight),
        _points(indicator.reported_points),
        Cell(safe(reason), "text" if reason else ""),
    ]


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _points(value: Decimal | None) -> Cell:
    return number(_plain(value))


def _foot(evaluation: Evaluation) -> Iterator[list[Cell]]:
    """The sums of the rows, where each has a figure, and the total that the form prints.

    The budget has its points above the table and is in the printed total; in the sums it is not.
    """
    indicators = [indicator for _, indicator in evaluation.indicators()]
    sums = _sum([one.weight for one in indicators]), _sum([one.reported_points for one in indicators])
    if any(sums):
        yield _last("指标合计", *sums)
    if evaluation.reported_total is not None:
        yield _last("总分", "", _plain(evaluation.reported_total))


def _sum(points: Sequence[Decimal | None]) -> str:
    """The sum of the points; "" where one is missing, or there are none."""
    given = [Fraction(one) for one in points if one is not None]
    return decimals(summed(given)) if given and len(given) == len(points) else ""


def _last(name: str, weight: str, points: str) -> list[Cell]:
    return [Cell(safe(name), columns=5, is_heading=True), number(weight), number(points), Cell(safe(""))]
