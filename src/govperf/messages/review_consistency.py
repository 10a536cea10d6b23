"""What the checks of the family consistency find, and what would settle it (审核文案)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["REVIEW_CONSISTENCY"]

REVIEW_CONSISTENCY: Final[Mapping[str, tuple[str, str]]] = {
    # --- money and results
    "finding.alert": ("{said_en}", "{said_zh}"),
    "settle.alert": (
        "explain how the targets were reached with the money that was spent, or correct what was reached",
        "说明在资金未用足的情况下如何达到指标值，或更正完成值",
    ),
    "consistency.alert-red": (
        (
            "indicators score {scored}, the budget execution {executed}: less by {deviation} of the former, "
            "limit {limit}"
        ),
        "指标得分率{scored}，预算执行得分率{executed}，相差指标得分率的{deviation}，超过{limit}的预警线",
    ),
    "consistency.alert-yellow": (
        "{unspent} of the budget is unspent, above the limit of {limit}",
        "预算结余率{unspent}，超过{limit}的预警线",
    ),
    "finding.spent-nothing": (
        "nothing of {budget} was spent, and yet targets are reached, {count} in all: {names_en}",
        "预算{budget}全年未支出，却有{count}项达到指标值：{names_zh}",
    ),
    "settle.spent-nothing": (
        "say what paid for it, or when it will be paid for, or correct what was spent",
        "说明所用资金的来源或支付时间，或更正执行数",
    ),
    "finding.cost-expenditure": (
        "{name}: the cost is {cost}, and {spent} was spent",
        "{name}：成本为{cost}，执行数为{spent}",
    ),
    "settle.cost-expenditure": (
        "give what was spent as the cost, or say what else was paid for",
        "按实际支出填写成本，或说明差额的去向",
    ),
    # --- reasons
    "finding.reason-missing": ("{name}: no reason is given, and {why_en}", "{name}：{why_zh}，没有说明原因"),
    "settle.reason-missing": (
        "state the reason of the deviation and what is done about it",
        "补充偏差原因和改进措施",
    ),
    "finding.reasons-missing": (
        "the form gives no reason for any deviation, {count} in all: {names_en}",
        "{count}项指标有偏差，全表没有说明原因：{names_zh}",
    ),
    "settle.reasons-missing": (
        "state for each of them the reason of the deviation and what is done about it",
        "逐项补充偏差原因和改进措施",
    ),
    "consistency.below-weight": (
        "the score {points} is below the weight {weight}",
        "得分{points}低于分值{weight}",
    ),
    "consistency.missed": ("the target is missed, completion rate {rate}", "未达到指标值，完成率{rate}"),
    # --- one figure, two values
    "finding.two-values": (
        "{name} is {one} in one place and {other} in another",
        "{name}一处为{one}，另一处为{other}",
    ),
    "settle.two-values": (
        "find out which is right, or name the two things differently",
        "核实哪一个数正确，不是同一事项的应改用不同名称",
    ),
    "finding.text-figure": (
        "{name}: the text says {said}, the table {stands}",
        "{name}：文中为{said}，表中为{stands}",
    ),
    "settle.text-figure": ("make text and table agree", "核实后使文字与表内数字一致"),
    # --- from year to year
    "finding.previous-other": (
        "the form to compare with is that of {other}, not of {own}: nothing was compared with it",
        "用于对比的是“{other}”的表，不是“{own}”的表，未作对比",
    ),
    "settle.previous-other": (
        "give the form of the same department and project of the year before",
        "提供同一部门、同一项目上一年度的表",
    ),
    "finding.year-order": (
        "the form of {previous} is not that of the year before {year}: nothing was compared with it",
        "用于对比的是{previous}年的表，不是{year}年的上年，未作对比",
    ),
    "settle.year-order": ("give the form of the year before", "提供上一年度的表"),
    "finding.year-jump": (
        "{name}: {now} after {then} in the year before ({change_en})",
        "{name}：本年{now}，上年{then}（{change_zh}）",
    ),
    "settle.year-jump": (
        "say what changed, or correct the figure or its unit",
        "说明变化原因，或更正数字或单位",
    ),
    "finding.budget-jump": (
        "much changed in the budget: {names_en}; the first is {now} after {then} ({change_en})",
        "预算比上年变化较大：{names_zh}；其中第一项本年{now}，上年{then}（{change_zh}）",
    ),
    "settle.budget-jump": (
        "say what changed, or correct the figures or their unit",
        "说明变化原因，或更正数字或单位",
    ),
    "consistency.from-zero": ("from zero, which has no rate", "上年为零，没有变动率"),
    "finding.carried-over": (
        "the year begins with {begun}, and the year before ended with {left}",
        "年初结转结余为{begun}，上年年末为{left}",
    ),
    "settle.carried-over": (
        "find out which is right, or explain the adjustment",
        "核实两年的数字，有调整的应说明",
    ),
    "finding.target-lowered": (
        "{name}: the target {target} is far easier than the {then} of the year before",
        "{name}：指标值{target}远低于上年已达到的{then}的水平",
    ),
    "settle.target-lowered": (
        "say why less is expected than was reached, or set the target anew",
        "说明指标值低于上年实绩的理由，或重新设定",
    ),
    "finding.copied": (
        "all measured figures are those of the year before, {count} in all: {names_en}",
        "{count}项实测数字与上年完全相同：{names_zh}",
    ),
    "settle.copied": ("fill in what was reached this year", "按本年实际情况填写完成值"),
}
