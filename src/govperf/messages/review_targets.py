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
        "{name}: the target cannot be meant as it stands: {reason_en}",
        "{name}：指标值写法有误，{reason_zh}",
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
        "{names}的指标值疑为百分比而未写百分号（共{count}项）",
    ),
    "settle.percent-missing": ("write % beside the figures", "在数字后加写百分号"),
    "finding.percent-or-fraction": (
        "{name}: the actual {actual} may mean {meant}, the target is {target}",
        "{name}：实际完成值{actual}疑为{meant}（指标值{target}）",
    ),
    "settle.percent-or-fraction": ("check, and write it as a percentage", "核实后按百分数填写"),
    "units.differ": (
        "the target is in {one} and the actual in {other}, which are not the same",
        "指标值按“{one}”，实际完成值按“{other}”，单位不一致",
    ),
    "units.counters": (
        "the target is in {one} and the actual in {other}: two words for the unit",
        "指标值按“{one}”，实际完成值按“{other}”，计量单位写法不一致",
    ),
    "units.calendar": (
        "the target is in {one} and the actual in {other}, which have no fixed ratio",
        "指标值按“{one}”，实际完成值按“{other}”，两者不能精确换算",
    ),
    "lacks.any": ("says no figure", "没有写明数值"),
    "lacks.one": ("holds figures, and not which of them was reached", "写有数字，但不能确定是哪一个完成值"),
    "lacks.date": ("says no date", "没有写明日期"),
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
        "{name}: the target is {target}, and the actual {lacks_en}: {actual}",
        "{name}：指标值为{target}，而实际完成值{lacks_zh}：{actual}",
    ),
    "settle.actual-text": ("give the figure or the date that was reached", "填写实际达到的数值或日期"),
    # --- how the actual stands to the target
    "finding.missed": (
        "{name}: the target is missed, completion rate {rate}",
        "{name}：未达到指标值，完成率 {rate}",
    ),
    "settle.missed": (
        "state, or check, the reason of the deviation and what is done about it",
        "说明（或核实）偏差原因及改进措施",
    ),
    "finding.direction-doubtful": (
        "{names}: no operator is printed; missed by an inferred {sign}, with full points ({count} in all)",
        "{names}的指标值未写运算符号，按{sign}推定则未达到指标值，而自评满分（共{count}项）",
    ),
    "settle.direction-doubtful": (
        "write ≥ or ≤, whichever is meant; if the target was missed, correct the points",
        "越小越好的请写明≤，越大越好的请写明≥；确未达到指标值的更正得分",
    ),
    "finding.not-done": (
        "{name}: the target {target} is not reached, {actual}, yet {points} of {weight} points are printed",
        "{name}：指标值为{target}，实际完成值为{actual}，没有达到，而自评{points}分（分值{weight}分）",
    ),
    "settle.not-done": (
        "check what was done, and correct the points or state why they are due",
        "核实完成情况，更正得分或说明给分理由",
    ),
    "finding.date-open": (
        "{name}: the target is {target}, the actual {actual}: whether it was kept is open",
        "{name}：指标值为{target}，实际完成值为{actual}，是否按期无法确定",
    ),
    "settle.date-open": ("give the exact day", "填写准确的日期"),
    "finding.date-missed": (
        "{name}: the date {target} was missed, it came about {actual}",
        "{name}：未按期达到指标值{target}，实际为{actual}",
    ),
    "settle.date-missed": (
        "state, or check, why it came late and what is done about it",
        "说明（或核实）未按期完成的原因及改进措施",
    ),
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
        "{name}：实际完成值{actual}，指标值{target}，完成率{rate}，远超指标值，指标值是否过低",
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
        "{name}: {actual} and {target} are about {times_en} times apart: {lost_en}",
        "{name}：实际完成值{actual}与指标值{target}相差约{times_zh}，{lost_zh}",
    ),
    "times.1": ("ten", "十倍"),
    "times.2": ("a hundred", "一百倍"),
    "times.3": ("a thousand", "一千倍"),
    "times.4": ("ten thousand", "一万倍"),
    "times.5": ("a hundred thousand", "十万倍"),
    "times.6": ("a million", "一百万倍"),
    "times.7": ("ten million", "一千万倍"),
    "times.8": ("a hundred million", "一亿倍"),
    "times.9": ("10 to the power of {power}", "10的{power}次方倍"),
    "lost.percent": ("is it a percentage that was written as a fraction?", "是否百分数与小数混填"),
    "lost.ten-thousand": ("was 万 lost or added?", "是否漏写或多写“万”"),
    "lost.hundred-million": ("was 亿 lost or added?", "是否漏写或多写“亿”"),
    "lost.point": ("was the point moved?", "是否小数点错位"),
    "settle.slip": ("check both figures and their units", "核对两个数字及其计量单位"),
    "finding.rate-over-100": (
        "{name}: this rate cannot be above 100 %, target {target}, actual {actual}",
        "{name}：该比率不应超过100%，指标值{target}，实际完成值{actual}",
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
    "settle.approximate-decides": (
        "give the exact figure",
        "填写准确的数值",
    ),
}
