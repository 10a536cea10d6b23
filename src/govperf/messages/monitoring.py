"""What monitoring says of progress, lights and projections (绩效运行监控的文案)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["MONITORING"]

MONITORING: Final[Mapping[str, tuple[str, str]]] = {
    # --- errors
    "monitor.year": ("{value} is not a day of {year}", "{value}不是{year}年的日期"),
    "monitor.edition": (
        "unknown edition {value}, known are {known}",
        "没有规则版本{value}，现有{known}",
    ),
    "monitor.limits": (
        "the limits of {value} do not rise from yellow over green to blue",
        "{value}的界限没有由黄、绿到蓝递增",
    ),
    "monitor.word": (
        "the word {value} is blank, or has two lights",
        "评定用语{value}为空，或对应两种灯色",
    ),
    # --- lights
    "light.red": ("red", "红灯"),
    "light.yellow": ("yellow", "黄灯"),
    "light.green": ("green", "绿灯"),
    "light.blue": ("blue", "蓝灯"),
    # --- reasons for an undefined value
    "undefined.no-pro-rata": (
        "such a target is met or not, whatever the month",
        "此类指标只看是否达到指标值，不与序时进度比较",
    ),
    "undefined.indicator-not-applicable": ("the indicator does not apply: {reason}", "指标不适用：{reason}"),
    "undefined.level-unknown": ("no light is known for the level {level}", "评判等级“{level}”没有对应的灯色"),
    "undefined.approximation-light": (
        "the actual {actual} is approximate, and the light changes with what it may be within {margin}",
        "实际完成值{actual}为约数，在其可能的范围（{margin}以内）灯色会变",
    ),
    "undefined.no-lights": ("none of {count} indicators has a light", "{count}项指标均无法判断"),
    "undefined.projection-figure": (
        "the actual {text} is not one figure that could be projected",
        "实际完成值{text}不是可以推算的单一数值",
    ),
    "undefined.projection-level": (
        "the actual {text} is no amount that grows in the course of the year",
        "实际完成值{text}不是随时间累计的数量，不能推算",
    ),
    "undefined.projection-size": (
        "the projection of {amount} is not of a size that an amount may have",
        "由{amount}推算的数额超出可表示的范围",
    ),
    "undefined.points-zero": ("there are no points to earn", "分值合计为零"),
    "undefined.score-zero": (
        "the indicators earned no points, nothing can be divided by them",
        "指标得分为零，不能作除数",
    ),
    # --- notes
    "note.original-budget": (
        "there is no adjusted budget, the original one counts",
        "没有全年预算数，按年初预算数计",
    ),
    "note.progress-missing": (
        "no expenditure up to {until} is given, that of the form counts",
        "没有截至{until}的累计执行数，按表中的执行数计",
    ),
    "note.level-pro-rata": (
        "no amount that grows in the course of the year, yet compared with the part of its target due by now",
        "不是随时间累计的数量，仍按序时进度比较",
    ),
    "note.approximate-light": (
        "the actual {actual} is approximate, the light is the same whatever it may be within {margin}",
        "实际完成值{actual}为约数，在其可能的范围（{margin}以内）灯色不变",
    ),
    "note.not-published": (
        "month {month} is none at whose end progress is published",
        "{month}月不是公布序时进度的月份",
    ),
    # --- lines
    "monitor.title": (
        "{name}: monitoring up to {until} ({rules}, edition {edition})",
        "{name}：截至{until}的绩效运行监控（{rules}，版本 {edition}）",
    ),
    "monitor.progress": ("pro-rata progress: {rate}", "序时进度：{rate}"),
    "monitor.execution": ("budget execution", "预算执行"),
    "monitor.goal": ("goal “{text}”", "目标“{text}”"),
    "monitor.goals": ("all goals", "全部目标"),
    "monitor.dual": ("money and goals together", "双监控"),
    "monitor.self-evaluation": ("self-evaluation", "自评预警"),
    "monitor.lit": ("{name}: {figure}, {light}", "{name}：{figure}，{light}"),
    "monitor.bare": ("{name}: {light}", "{name}：{light}"),
    "monitor.dark": ("{name}: no light, {reason}", "{name}：无法判断，{reason}"),
    "monitor.met": ("{actual} meets {target}", "{actual}达到{target}"),
    "monitor.missed": ("{actual} misses {target}", "{actual}未达到{target}"),
    "monitor.level": ("judged {level}", "评定为“{level}”"),
    "monitor.without": (
        "{count} of {of} indicators have no light",
        "{of}项指标中有{count}项无法判断",
    ),
    "monitor.projected": (
        "at the same pace {amount} by the end of the year, a projection",
        "按此进度推算全年{amount}",
    ),
    "monitor.unspent": ("unspent {rate}", "未执行{rate}"),
    "monitor.behind": (
        "{rank}. {name}: {rate} spent, {gap} behind, {amount} short",
        "第{rank}名 {name}：执行率{rate}，落后序时进度{gap}，差{amount}",
    ),
    "monitor.points": ("{number} percentage points", "{number}个百分点"),
    # --- titles of a table
    "monitor.column-indicator": ("indicator", "指标"),
    "monitor.column-target": ("target", "指标值"),
    "monitor.column-actual": ("actual", "实际完成值"),
    "monitor.column-ratio": ("of what is due", "完成进度"),
    "monitor.column-light": ("light", "灯色"),
    "monitor.column-expected": ("projected for the year", "推算全年"),
}
