"""What the checks of the family scores find, and what would settle it (审核文案)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["REVIEW_SCORES"]

REVIEW_SCORES: Final[Mapping[str, tuple[str, str]]] = {
    # one row of a finding, and many
    "row.more": ("{rows}; and more, {count} in all", "{rows}等，共{count}项"),
    "row.over-weight": ("{name} {printed}, weight {weight}", "{name}得{printed}分，分值{weight}"),
    "row.negative": ("{name} {printed}", "{name}得{printed}分"),
    "row.differs": (
        "{name} {printed}, by {standard} {computed}",
        "{name}得{printed}分，按 {standard} 计算为{computed}分",
    ),
    "row.explained": ("{name} {printed} instead of {computed}", "{name}得{printed}分，计算值为{computed}分"),
    "row.impossible": (
        "{name} {printed}, possible from {low} to {high}",
        "{name}得{printed}分，可能的范围为{low}至{high}分",
    ),
    "row.rate": ("{name} {printed}, computed {computed}", "{name}印为{printed}，计算为{computed}"),
    "band.closed": ("from {low} to {high}", "{low}至{high}"),
    "band.open": ("from {low} to below {high}", "{low}至低于{high}"),
    "total.rows-alone": (
        "; {printed} is the sum without the budget execution",
        "，{printed} 是不含预算执行率的合计",
    ),
    "printed.total": ("total", "总分"),
    "printed.grade": ("grade", "等级"),
    # what else may have given a score
    "reading.uncorrected": ("without its correction", "未计加减分"),
    "reading.digit": ("with the last digit rounded otherwise", "末位取舍不同"),
    "reading.tenth": ("with one decimal", "只保留一位小数"),
    "reading.whole": ("rounded to whole points", "四舍五入到整数"),
    "reading.step": ("in whole or half points", "取整分或半分"),
    "reading.printed-rate": ("by the printed rate {rate}", "按表中所印比率{rate}计算"),
    "reading.wrong-rate": (
        "by the printed rate {rate}, which is itself not that of the figures",
        "按表中所印比率{rate}计算，而该比率本身与数字不符",
    ),
    "reading.rounded-rate": ("by a rate that was rounded first", "按先取舍的比率计算"),
    "reading.standard": ("by {standard}", "按 {standard} 计算"),
    "reading.base": (
        "by the original budget or the funds received",
        "按年初预算数或到位资金计算",
    ),
    "reading.formula": (
        "by the other formula for indicators where less is better",
        "按反向指标的另一种公式计算",
    ),
    "reading.direction": ("as if the other direction were better", "按相反的指标方向计算"),
    "reading.actual": ("by the actual as a share of the points", "直接以实际完成值乘分值"),
    "reading.reduced": (
        "with points taken off for a target that is far exceeded",
        "因远超指标值而扣减",
    ),
    # findings
    "finding.points-over-weight": (
        "printed score above the weight: {rows_en}",
        "自报得分超过分值：{rows_zh}",
    ),
    "finding.points-negative": ("printed score below zero: {rows_en}", "自报得分为负：{rows_zh}"),
    "finding.points-differ": (
        "printed score that the figures do not give, nor any known reading of them: {rows_en}",
        "自报得分与数字不符，未找到可以解释的计算方法：{rows_zh}",
    ),
    "finding.points-explained": (
        "printed score not by {standard}, but {reading_en}: {rows_en}",
        "自报得分并非按 {standard} 计算，而是{reading_zh}：{rows_zh}",
    ),
    "finding.points-impossible": (
        "printed score outside what the figures allow: {rows_en}",
        "自报得分超出数字所允许的范围：{rows_zh}",
    ),
    "finding.points-unchecked": (
        "{count} printed scores cannot be recomputed: {names}",
        "有{count}项得分无法复算：{names}",
    ),
    "finding.level-band": (
        "{name}: {printed} is outside the band of its level ({level_en}), which is {band_en}",
        "{name}：得分{printed}不在“{level_zh}”一档的区间（{band_zh}）内",
    ),
    "finding.indicator-rate": (
        "printed completion rate that target and actual do not give: {rows_en}",
        "印出的完成率与指标值、实际完成值不符：{rows_zh}",
    ),
    "finding.total-over-full": (
        "the printed total {printed} is above {full}",
        "自报总分 {printed} 超过满分 {full}",
    ),
    "finding.total-sum": (
        "the printed total {printed} is not the sum {sum} of the {count} printed scores{more_en}",
        "自报总分 {printed} 与表中{count}项得分之和 {sum} 不符{more_zh}",
    ),
    "finding.subtotal-sum": (
        "{name}: the printed score {printed} is not the sum {sum} of its rows",
        "{name}：小计得分 {printed} 与所属各项得分之和 {sum} 不符",
    ),
    "finding.total-differs": (
        "the printed total {printed} is not the {computed} of {standard}",
        "自报总分 {printed} 与按 {standard} 计算的 {computed} 不符",
    ),
    "finding.total-impossible": (
        "the printed {what_en} {printed} is not possible: by {standard} the total is from {low} to {high}",
        "自报{what_zh} {printed} 不可能得出：按 {standard} 计算，总分在{low}至{high}之间",
    ),
    "finding.grade-differs": (
        "the printed grade {printed} is not the {computed} that {standard} gives for {total}",
        "自报等级“{printed}”与总分 {total} 按 {standard} 对应的“{computed}”不符",
    ),
    # what would settle them
    "settle.points-over-weight": ("correct the score or the weight", "更正得分或分值"),
    "settle.points-negative": ("correct the score to 0 or more", "得分最低为0分，予以更正"),
    "settle.points-differ": (
        "score anew by the rule, or write down by which rule the points were given",
        "按规则重新计分，或写明所依据的评分规则",
    ),
    "settle.points-explained": (
        "write down by which rule the points were given, or score by the standard",
        "写明所依据的计分方法，或按评分标准计分",
    ),
    "settle.points-impossible": (
        "state the exact actual, and score by it",
        "写明准确的实际完成值，据以计分",
    ),
    "settle.points-unchecked": (
        "write the actual as one figure in the unit of the target",
        "实际完成值写成一个数字，并与指标值使用同一计量单位",
    ),
    "settle.level-band": ("correct the level or the score", "更正评定等级或得分"),
    "settle.indicator-rate": (
        "correct the rate, or the figure that it does not fit",
        "更正完成率，或更正与之不符的数字",
    ),
    "settle.total-over-full": (
        "correct the total, or state what was added beyond the full points",
        "更正总分，或写明加分事项",
    ),
    "settle.total-sum": (
        "add the scores up anew, and correct the total or the score that is wrong",
        "重新加总，更正总分或有误的得分",
    ),
    "settle.subtotal-sum": (
        "add the rows up anew, and correct the group or the row that is wrong",
        "重新加总，更正小计或有误的得分",
    ),
    "settle.total-differs": (
        "correct the total; where it is right, print the score of every row, so that it can be followed",
        "核对并更正总分；总分无误的，列出各项得分，使总分可以复算",
    ),
    "settle.total-impossible": (
        "correct the total or the grade, or print the score of every row",
        "更正总分或等级，或列出各项得分",
    ),
    "settle.grade-differs": (
        "correct the grade, or state the scale that it follows",
        "更正等级，或写明所依据的等级划分",
    ),
}
