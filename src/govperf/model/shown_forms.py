"""Evaluations as HTML (评价表的网页显示): the form as it is printed, with merged headings and its total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING, Final

from govperf.layout.fragments import (
    MOST,
    Cell,
    Html,
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

if TYPE_CHECKING:
    from govperf.model.evaluation import Evaluation
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
_SHORT: Final = 10
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
        *_goals(evaluation.goals),
        _indicators(evaluation),
        folded("备注", pairs([("备注", note) for note in evaluation.notes])),
    )


def _goals(goals: Sequence[Goal]) -> Iterator[Html]:
    head = ("预期目标", "实际完成情况")
    shown = [[Cell(safe(goal.text), "text"), Cell(safe(goal.achieved), "text")] for goal in goals[:_SHORT]]
    yield grid(head, shown)
    if len(goals) > _SHORT:
        yield rest(len(goals) - _SHORT + MOST)


def _indicators(evaluation: Evaluation) -> Html:
    """The table of all indicators, and the sum of their points."""
    shown = [indicator for _, indicator in islice(evaluation.indicators(), MOST)]
    if not shown:
        return Html("")
    rows = [(_levels(indicator), _cells(indicator)) for indicator in shown]
    count = sum(goal.size for goal in evaluation.goals)
    return Html(f"{grid(_HEAD, grouped(rows, 3), _foot(evaluation))}{rest(count)}")


def _levels(indicator: Indicator) -> tuple[str, ...]:
    return (*indicator.category[:1], "")[0], "·".join(indicator.category[1:]), indicator.name


def _cells(indicator: Indicator) -> list[Cell]:
    reasons = "；".join(filter(None, (indicator.deviation_reason, indicator.measures)))
    reason = f"不适用：{indicator.not_applicable}" if indicator.not_applicable else reasons
    return [
        Cell(safe(indicator.target or "")),
        Cell(safe(indicator.actual or "")),
        _points(indicator.weight),
        _points(indicator.reported_points),
        Cell(safe(reason), "text" if reason else ""),
    ]


def _points(value: Decimal | None) -> Cell:
    return number("" if value is None else f"{value:f}")


def _foot(evaluation: Evaluation) -> list[Cell]:
    """All points of the form, where each row has some; the total that the form prints."""
    weights = [indicator.weight for _, indicator in evaluation.indicators()]
    if evaluation.budget is not None and evaluation.budget.weight is not None:
        weights.append(evaluation.budget.weight)
    given = [Fraction(weight) for weight in weights if weight is not None]
    sums = decimals(summed(given)) if len(given) == len(weights) else ""
    return [
        Cell(safe("总分"), columns=5, is_heading=True),
        number(sums),
        _points(evaluation.reported_total),
        Cell(safe("")),
    ]
