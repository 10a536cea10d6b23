"""What is said of scores and totals, and of the way to them (得分的文案)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["SCORES"]

SCORES: Final[Mapping[str, tuple[str, str]]] = {
    # what a rule of one's own gives
    "standard.earned": (
        "a rule gives a share of 0 to 1 and takes off 0 points or more, not {value}",
        "规则给出的得分比例须在0到1之间，扣分不得为负，而不是{value}",
    ),
    "scoring.earned": (
        "the rule {value} gives neither Earned nor Undefined",
        "规则{value}没有给出Earned或Undefined",
    ),
    # errors of those who ask for an impossible score
    "scoring.operator": (
        "a line of numbers has no operator {value}: ≥, >, ≤, < or =",
        "数值计分不支持运算符号{value}：可用≥、>、≤、<、=",
    ),
    "scoring.target": ("nothing can be divided by the target {value}", "指标值{value}不能作除数"),
    "scoring.weight": ("the points {value} are negative", "分值{value}为负"),
    "scoring.rule": (
        "the rule {value} needs the cells: evaluate does it",
        "规则{value}须依据单元格内容，请用evaluate计分",
    ),
    "scoring.book": (
        "the line {value} was made for another rule book: make it by the calculator that scores it",
        "数值行{value}系按另一评分标准生成，须由同一计分器生成并计分",
    ),
    # reasons for a score that is undefined
    "undefined.not-applicable": ("the indicator does not apply: {reason}", "指标不适用：{reason}"),
    "undefined.none-applies": ("no indicator applies", "没有适用的指标"),
    "undefined.level-unknown": (
        "the standard has no level {level}",
        "评分标准中没有“{level}”这一等级",
    ),
    "undefined.award-missing": (
        "the level is {level}, from {low} to {high} points, and nobody has given them",
        "等级为“{level}”（{low}～{high}分），尚未评定得分",
    ),
    "undefined.award-over": (
        "the award of {award} is above the {full} points",
        "评定的{award}分超过分值{full}",
    ),
    "undefined.award-outside": (
        "the award of {award} is not within {low} to {high}, the points of the level {level}",
        "评定的{award}分不在“{level}”的{low}～{high}分之内",
    ),
    "undefined.range-decides": (
        "the actual {actual} is a range, and the points change within it",
        "实际完成值{actual}为范围，在其中得分会变",
    ),
    "undefined.rule-unit-bare": (
        "the bare figure {actual} may be in {unit}, a fraction, or on a scale of its own",
        "未写单位的{actual}可能以{unit}计，也可能是比例，或另有满分",
    ),
    "undefined.rule-unit": (
        "the rule asks for a figure in {unit}, and the actual is {actual}",
        "规则以{unit}计，而实际完成值为{actual}",
    ),
    # notes
    "note.figure-rounded": (
        "the rule book rounds {figure} to {rounded} first",
        "按评分标准先将{figure}取整为{rounded}",
    ),
    "note.level": ("level: {level_en}", "等级：{level_zh}"),
    "note.award-reason": ("reason: {reason}", "理由：{reason}"),
    "note.award-unused": (
        "the award {award} does not count, a rule gives the points",
        "已按规则计分，评定的{award}不计",
    ),
    "note.not-applicable": ("it does not apply: {reason}", "不适用：{reason}"),
    "note.finished-unknown": (
        "whether the project is finished is not said: the execution rate alone decides",
        "未注明项目是否完成（finished），仅按执行率计分",
    ),
    # figures
    "measure.completion": ("completion rate", "完成率"),
    "measure.excess": ("1 less the excess over the target", "1减超出比例"),
    "measure.ratio": ("actual over target", "实际与指标值之比"),
    "measure.actual": ("actual", "实际完成值"),
    "measure.deviation": ("deviation", "偏离度"),
    "measure.met": ("met", "达标情况"),
    "measure.own": ("figure", "计分依据"),
    # scores
    "rule.proportional": ("proportional", "按完成比例计分"),
    "rule.range": ("range, in proportion below it", "区间指标按比例计分"),
    "rule.reverse_proportional": ("reverse proportional", "反向指标按比例计分"),
    "rule.deadline": ("date kept", "按期完成计满分"),
    "rule.threshold": ("proportional above a pass line", "按完成比例计分（设及格门槛）"),
    "rule.reverse_threshold": ("reverse, above a pass line", "反向指标按比例计分（设及格门槛）"),
    "rule.satisfaction": ("by bands of satisfaction", "满意度分档计分"),
    "rule.execution_bands": ("by bands of the execution rate", "预算执行率分档计分"),
    "rule.execution_finished": ("by the rule for finished projects", "项目已完成计分"),
    "rule.awarded": ("as a person judged", "定性评定"),
    "rule.not_applicable": ("does not apply", "不适用"),
    "rule.no_points": ("no points are set for it", "未设分值"),
    "rule.zero_target": ("zero target, met or not", "零目标达标计分"),
    "score.proportional": (
        "{name}: {full} × {above} ÷ {below} = {exact}, rounded to {points} points ({rule}, {standard})",
        "{name}：{full} × {above} ÷ {below} = {exact}，取 {points} 分（{rule}，{standard}）",
    ),
    "score.full": (
        "{name}: {measure} {shown}, all {points} points ({rule}, {standard})",
        "{name}：{measure} {shown}，得满分 {points} 分（{rule}，{standard}）",
    ),
    "score.share": (
        (
            "{name}: {measure} {shown} earns {share} of {full} = {exact}, "
            "rounded to {points} points ({rule}, {standard})"
        ),
        "{name}：{measure} {shown}，得 {full} 分的 {share} = {exact}，取 {points} 分（{rule}，{standard}）",
    ),
    "score.undefined": ("{name}: no points, {reason}", "{name}：无法计分，{reason}"),
    "card.total": (
        "total: {parts} = {total}, grade {grade} ({standard})",
        "总分：{parts} = {total}，等级“{grade}”（{standard}）",
    ),
    "card.undefined": ("total: undefined, {reason}", "总分：无法确定，{reason}"),
    "score.none": (
        "{name}: no points are set for it, {points} points ({standard})",
        "{name}：未设分值，计 {points} 分（{standard}）",
    ),
    "score.given": (
        "{name}: {points} of {full} points ({rule}, {standard})",
        "{name}：{full} 分得 {points} 分（{rule}，{standard}）",
    ),
    "score.minus": ("less {minus} by the rule", "按规则扣 {minus} 分"),
    "score.correction": ("{points}: {reason}", "{points} 分：{reason}"),
    "score.finally": ("in the end {points} points", "最终得 {points} 分"),
    "card.sum": ("sum: {parts}", "合计：{parts}"),
    "card.finally": (
        "total: {total}, grade {grade} ({standard})",
        "总分：{total}，等级“{grade}”（{standard}）",
    ),
    "card.within": ("it can be from {low} to {high}", "总分可能在 {low} 到 {high} 之间"),
    # what the sum goes through
    "step.rounded-level": (
        "the unrounded scores are rounded by first level: {sum}",
        "各项得分不先舍入，按一级指标合计后舍入：{sum}",
    ),
    "step.rounded-total": ("the unrounded scores add up to {sum}", "各项得分不先舍入，合计：{sum}"),
    "step.redistributed": (
        "without what does not apply: {sum} ÷ {kept} × {full} = {total}",
        "剔除不适用的指标后折算：{sum} ÷ {kept} × {full} = {total}",
    ),
    "step.correction": ("{points}: {reason}, which leaves {total}", "{points} 分：{reason}，为 {total}"),
    "step.rounded": ("the sum {sum} is rounded", "合计{sum}，舍入"),
    "step.floored": ("a total is never below 0", "总分不低于0分"),
    "step.capped": (
        "the execution rate {rate} caps the total of {total} at {cap}",
        "预算执行率 {rate}，总分 {total} 按 {cap} 封顶",
    ),
    # how sure a clause is, and how figures are rounded
    "provenance.verified": ("verified", "已核对"),
    "provenance.in use": ("in use", "见于在用系统"),
    "provenance.recalled": ("recalled", "未核对原文"),
    "provenance.choice": ("a choice", "由govperf约定"),
    "mode.half_up": ("half up", "四舍五入"),
    "mode.half_even": ("half to even", "四舍六入五成双"),
    # the way to a score and to a total
    "trace.target": ("target: {cell}", "指标值：{cell}"),
    "trace.actual": ("actual: {cell}", "实际完成值：{cell}"),
    "trace.figure": (
        "{measure_en}: {shown} = {exact}",
        "{measure_zh}：{shown} = {exact}",
    ),
    "trace.rule": (
        "rule {rule_en} of {standard} ({provenance_en}): {source}",
        "规则：{rule_zh}，{standard}（{provenance_zh}）：{source}",
    ),
    "trace.award": ("awarded: {points} points, {level} {by}", "评定：{points} 分 {level} {by}"),
    "trace.share": ("share: {share} of {full} = {points}", "得分比例：{full} 分的 {share} = {points}"),
    "trace.minus": ("taken off by the rule: {minus}", "按规则扣分：{minus}"),
    "trace.correction": ("corrected by {points}: {reason}", "加减 {points} 分：{reason}"),
    "trace.points": (
        "points: {unrounded}, rounded {mode_en} to {digits} digits: {points}",
        "得分：{unrounded}，{mode_zh}保留{digits}位小数：{points}",
    ),
    "trace.score": ("{path} {name}: {points}", "{path} {name}：{points}"),
    "trace.total": (
        "total: {total} ({standard}, govperf {version})",
        "总分：{total}（{standard}，govperf {version}）",
    ),
    "trace.grade": ("grade {grade_en}: from {lower} on", "等级“{grade_zh}”：{lower} 分起"),
}
