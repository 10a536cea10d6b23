"""What the checks of the family wording find, and what would settle it (审核文案)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["REVIEW_WORDING"]

REVIEW_WORDING: Final[Mapping[str, tuple[str, str]]] = {
    "finding.vague-target": (
        "{names}: the target “{texts}” is only a degree, and nothing says when it is reached",
        "{names}：指标值“{texts}”只有程度，没有衡量标准",
    ),
    "settle.vague-target": (
        "give a figure, something that can be checked, or a standard of points for each level",
        "改为数值或可核实的结果，或在评分标准中写明各档条件",
    ),
    "finding.activity-target": (
        "{names}: the target “{texts}” says what is done, and not what is to come of it",
        "{names}：指标值“{texts}”写的是工作内容，不是要达到的结果",
    ),
    "settle.activity-target": (
        "say how much is to be done, or what is to come of it",
        "写明完成多少，或要达到什么结果",
    ),
    "finding.several-measures": (
        "two measures in one indicator: {texts}",
        "一个指标含有两项以上衡量内容：{texts}",
    ),
    "settle.several-measures": (
        "make an indicator of each, with points of its own",
        "拆分为各自计分的指标",
    ),
    "finding.target-in-name": (
        "the figure of the target stands in the name: {texts}",
        "数值写在指标名称里，没有写入指标值：{texts}",
    ),
    "settle.target-in-name": (
        "move the figure to the target, and name what is measured",
        "把数值移入指标值，名称只写衡量内容",
    ),
    "finding.duplicate-indicator": (
        "{names}: {count} rows have the same name and the same target, and each of them counts",
        "{names}：共{count}行的名称和指标值相同，各自计分",
    ),
    "settle.duplicate-indicator": (
        "leave one of them, or say in the names what each of them measures",
        "只保留一行，或在名称中写明各自衡量什么",
    ),
    "finding.goal-without-indicators": (
        "goals without any indicator ({count}): {names}",
        "{count}个绩效目标没有绩效指标：{names}",
    ),
    "settle.goal-without-indicators": (
        "add indicators to the goal, or say which ones measure it",
        "为目标补充绩效指标，或写明由哪些指标衡量",
    ),
    "finding.targets-missing": (
        "{count} of {of} indicators have no target: {names}",
        "{of}项指标中有{count}项没有指标值：{names}",
    ),
    "settle.targets-missing": (
        "fill in what was to be reached, or list them as facts and not as indicators",
        "补填指标值；若只是工作情况，不作为绩效指标",
    ),
    "finding.unmeasurable": (
        "{names}: the target “{texts}” is no quantity, and nobody has judged how far it is reached",
        "{names}：指标值“{texts}”不是数量，也没有评定等级或得分",
    ),
    "settle.unmeasurable": (
        "judge it: give the level that is reached, and points within it",
        "作出评定：写明达成的等级，在该等级内给分",
    ),
    "finding.placeholder": (
        "{names}: the target “{texts}” only keeps its place, though points depend on it",
        "{names}：指标值“{texts}”只是占位，却计入分值",
    ),
    "settle.placeholder": (
        "fill in the target, or say why the indicator does not apply",
        "补填指标值，或写明不适用的原因",
    ),
    "finding.copied-actual": (
        "the actual repeats the target word for word and does not say what was done: {names} ({texts})",
        "实际完成值照抄指标值，没有写明完成情况：{names}（{texts}）",
    ),
    "settle.copied-actual": (
        "say what was done, with figures or evidence",
        "写明实际完成情况，附数据或佐证",
    ),
}
