"""What the checks of the family targets find, and what would settle it (审核文案)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["REVIEW_TARGETS"]

REVIEW_TARGETS: Final[Mapping[str, tuple[str, str]]] = {
    # --- how the target is written
    "finding.operators-inferred": (
        "no operator stands at {count} of {of} numeric targets, it was inferred: {names}",
        "{of}个定量指标值中有{count}个未写运算符号，好坏方向只能推定：{names}",
    ),
    "settle.operators-inferred": ("write ≥, ≤ or = before each target", "在指标值前写明≥、≤或="),
    "finding.target-fault": (
        "{name}: the target cannot be read: {reason_en}",
        "{name}：指标值无法读取，{reason_zh}",
    ),
    "settle.target-fault": (
        "write the target as one operator, one number and one unit",
        "指标值写成一个运算符号、一个数字和一个计量单位",
    ),
    "finding.zero-target": (
        "{name}: everything meets a target of {target}",
        "{name}：指标值{target}形同虚设，任何结果都能达到",
    ),
    "settle.zero-target": (
        "write = 0 or ≤ 0 if none is allowed, else a figure to be reached",
        "不允许发生的写=0或≤0，否则写明应达到的数值",
    ),
    "finding.operator-direction": (
        "{name}: the operator of {target} is not that of the direction printed beside it",
        "{name}：指标值{target}的运算符号与所填指标方向矛盾",
    ),
    "settle.operator-direction": ("correct the operator or the direction", "更正运算符号或指标方向"),
    "finding.operator-unusual": (
        "{name}: less is better here as a rule, and the target is {target}",
        "{name}：此类指标一般越少越好，而指标值为{target}",
    ),
    "settle.operator-unusual": ("check whether ≤ is meant", "核实是否应为≤"),
    "finding.nature": (
        "not of the nature printed beside it, 定量 or 定性, is the target of {names} ({count} in all)",
        "{names}的指标值与所填的定量或定性不符（共{count}个）",
    ),
    "settle.nature": (
        "give a figure where 定量 is printed, or correct the nature",
        "定量指标填写数值，或更正指标性质",
    ),
    "finding.growth-zero-base": (
        "{name}: growth from a base of zero has no rate: {text}",
        "{name}：基数为零，不存在增长率：{text}",
    ),
    "settle.growth-zero-base": ("state the increase as an amount", "改以增加额表述"),
    # --- how the cells are filled in
    "finding.units": ("{name}: {reason_en}", "{name}：{reason_zh}"),
    "settle.units": ("give both in one unit", "指标值与完成值使用同一计量单位"),
    "finding.unit-bare": ("{name}: a unit is missing, {reason_en}", "{name}：缺少计量单位，{reason_zh}"),
    "settle.unit-bare": ("write the unit beside the figure", "在数字后写明计量单位"),
    "finding.percent-missing": (
        "a percentage without its sign seems to stand at {names} ({count} in all)",
        "{names}的指标值或完成值疑为百分比而未写百分号（共{count}项）",
    ),
    "settle.percent-missing": ("write % beside the figures", "在数字后加写百分号"),
    "finding.operator-repeated": (
        "the operator is repeated, and no figure given, by the actual of {names} ({count} in all)",
        "{names}的实际完成值照抄运算符号，没有写明完成数（共{count}个）",
    ),
    "settle.operator-repeated": ("give the figure that was reached", "填写实际达到的数值"),
    "finding.actual-missing": (
        "no actual is filled in for {names}, which have points ({count} in all)",
        "{names}有分值而未填实际完成值（共{count}项）",
    ),
    "settle.actual-missing": (
        "fill in the actual, or say why the indicator does not apply",
        "补填实际完成值，或说明不适用的原因",
    ),
    "finding.actual-text": (
        "{name}: the target is {target}, and the actual says no figure: {actual}",
        "{name}：指标值为{target}，而实际完成值没有写明数值：{actual}",
    ),
    "settle.actual-text": ("give the figure or the date that was reached", "填写实际达到的数值或日期"),
    # --- how the actual stands to the target
    "finding.missed": (
        "{name}: the target is missed, completion rate {rate}",
        "{name}：未达到指标值，完成率 {rate}",
    ),
    "settle.missed": (
        "state the reason of the deviation and what is done about it",
        "说明偏差原因及改进措施",
    ),
    "finding.date-missed": (
        "{name}: the date {target} was missed, it came about {actual}",
        "{name}：未按期达到指标值{target}，实际为{actual}",
    ),
    "settle.date-missed": ("state why it came late", "说明未按期完成的原因"),
    "finding.frequency-short": (
        "{name}: {target}, over the year {total}, and {actual} came about",
        "{name}：{target}，全年应为{total}，实际为{actual}",
    ),
    "settle.frequency-short": ("state which ones are missing, and why", "说明缺少哪几次及其原因"),
    "finding.share-missed": (
        "{name}: {target} was met in {part} of {whole}",
        "{name}：{whole}中有{part}达到指标值{target}",
    ),
    "settle.share-missed": ("state the reason for each other case", "逐次说明未达到的原因"),
    "finding.strict-bound": (
        "{name}: {actual} only touches {target}, which does not include it",
        "{name}：{actual}恰为界限值，{target}不含本数，未达到",
    ),
    "settle.strict-bound": ("write ≤ or ≥ if the figure itself is good enough", "如含本数，应写≤或≥"),
    "finding.far-over": (
        "{name}: {actual} is {rate} of {target}; was the target set too low?",
        "{name}：{actual} 对 {target}，完成率 {rate}，远超指标值，指标值是否过低",
    ),
    "settle.far-over": (
        "state why the target was exceeded so far, and set the next one by what was reached",
        "说明远超指标值的原因，今后按实际水平设定指标值",
    ),
    "finding.not-equal": (
        "{name}: the target is {target}, and the actual {actual} exceeds it",
        "{name}：指标值为{target}，实际完成值{actual}超出",
    ),
    "settle.not-equal": (
        "write ≥ if more is good too, else state the reason",
        "超出也算完成的写≥，否则说明原因",
    ),
    "finding.slip": (
        "{name}: {actual} against {target} is a power of ten away: was 万 or % lost, or the point moved?",
        "{name}：{actual}与{target}相差约十的整数次幂，是否漏写万或百分号，或小数点错位",
    ),
    "settle.slip": ("check both figures and their units", "核对两个数字及其计量单位"),
    "finding.rate-over-100": (
        "{name}: a share is above 100 %, target {target}, actual {actual}",
        "{name}：占比超过100%，指标值{target}，实际完成值{actual}",
    ),
    "settle.rate-over-100": ("check what was divided by what", "核对分子与分母"),
    "finding.negative-actual": (
        "{name}: the actual {actual} is negative",
        "{name}：实际完成值{actual}为负数",
    ),
    "settle.negative-actual": ("check the figure", "核对该数字"),
    "finding.approximate-decides": (
        "{name}: {actual} is not exact, and decides on {target} or on the points",
        "{name}：{actual}不是确数，而是否达到{target}或得分多少取决于它",
    ),
    "settle.approximate-decides": ("give the exact figure or day", "填写准确的数值或日期"),
}
