"""What the checks of the family identities find, and what would settle it (审核文案)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["REVIEW_IDENTITIES"]

REVIEW_IDENTITIES: Final[Mapping[str, tuple[str, str]]] = {
    "figure.others": ("other categories", "其他支出类别"),
    "figure.income_sources": ("income by source", "收入来源"),
    "figure.to-month": ("expenditure to the end of month {month}", "截至{month}月的累计执行数"),
    "figure.of-year": ("expenditure of the year", "全年执行数"),
    "figure.beyond": ("{name}: {spent} of {plan}", "{name}支出 {spent}，预算 {plan}"),
    "finding.broken-sum": ("the sum is wrong: {equations_en}", "勾稽不符：{equations_zh}"),
    "settle.broken-sum": (
        "compare with the accounts; correct the figure that is wrong, or add the part that is missing",
        "与账务数据核对，改正有误的数字，或补上缺少的分项",
    ),
    "finding.rounding-sum": (
        "off by no more than rounding: {equations_en}",
        "可能为取整误差：{equations_zh}",
    ),
    "settle.rounding-sum": (
        "nothing, or adjust a part so that the printed figures add up",
        "可不处理，也可调整分项尾数使各数相符",
    ),
    "finding.suspect-figure": (
        "{name_en} is printed as {printed}; only {consistent} agrees with {checks_en}",
        "{name_zh}印为 {printed}，只有 {consistent} 才与{checks_zh}的勾稽关系都相符",
    ),
    "settle.suspect-figure": (
        "look the figure up in the accounts: is it {consistent}?",
        "与账务数据核对该数是否应为 {consistent}",
    ),
    "figure.over-whole": (
        "{name} {total} is less than what is part of it: {parts}",
        "{name} {total} 小于其中的分项：{parts}",
    ),
    "finding.part-over-whole": ("{lines_en}", "{lines_zh}"),
    "settle.part-over-whole": (
        "correct the total or the part; both are in the accounts",
        "与账务数据核对，改正总数或分项",
    ),
    "finding.total-row-empty": (
        "the total of the funds is 0 while its rows add up to: {columns_en}",
        "资金总额为 0，而其下各项合计：{columns_zh}",
    ),
    "settle.total-row-empty": (
        "fill in the total row, and work out the rate and its points anew",
        "填写资金总额，并重新计算执行率和得分",
    ),
    "finding.total-row-missing": (
        "the total of the funds is left out, its rows add up to: {columns_en}",
        "没有填写资金总额，其下各项合计：{columns_zh}",
    ),
    "settle.total-row-missing": ("fill in the total row", "填写资金总额"),
    "finding.parts-units": (
        "{name} {total}: these parts are not counted in the same unit: {parts_en}",
        "{name} {total}：以下分项的计量单位与合计不同：{parts_zh}",
    ),
    "settle.parts-units": (
        "give total and parts in one unit, or a total for each unit",
        "总数和分项使用同一计量单位，或按单位分别合计",
    ),
    "finding.rate-differs": (
        "the printed execution rate {printed} is not the {computed} that the amounts give",
        "印出的执行率 {printed} 与按金额计算的 {computed} 不符",
    ),
    "settle.rate-differs": (
        "divide the expenditure by the adjusted budget anew, and look at the points that rest on it",
        "以全年执行数除以全年预算数重新计算，并核对相应得分",
    ),
    "finding.rate-rounded": (
        "the printed execution rate {printed} is {computed} by the amounts, which rounding may explain",
        "印出的执行率 {printed}，按金额计算为 {computed}，可能为取整所致",
    ),
    "settle.rate-rounded": ("round half up: {computed}", "按四舍五入写作 {computed}"),
    "finding.rate-base": (
        "the printed execution rate {printed} is of the {base_en}; by the adjusted budget it is {computed}",
        "印出的执行率 {printed} 以{base_zh}为分母，按全年预算数应为 {computed}",
    ),
    "settle.rate-base": (
        "divide by the adjusted budget, or say which rule divides by the {base_en}",
        "改以全年预算数为分母，或写明以{base_zh}为分母的依据",
    ),
    "finding.rate-of-nothing": (
        "the {rate_en} {printed} is printed though the {base_en} is {amount}: there is no such rate",
        "印出{rate_zh} {printed}，而{base_zh}为 {amount}，无法计算比率",
    ),
    "settle.rate-of-nothing": (
        "give the budget, or leave the rate out and say that there was none",
        "填写预算数；确无预算的，不填比率并说明",
    ),
    "finding.rate-not-recomputable": (
        "the rate {printed} cannot be recomputed: {executed} spent implies a budget of {implied}{change_en}",
        "支出进度 {printed} 无法复算：按支出 {executed} 倒算，全年预算数应为 {implied}{change_zh}",
    ),
    "settle.rate-not-recomputable": (
        "give the adjusted budget behind the rate, and the adjustments that lead to it",
        "补充该比率所用的全年预算数及预算调整情况",
    ),
    "finding.rate-without-parts": (
        "the {name_en} {printed} is printed without the amounts behind it",
        "{name_zh} {printed} 没有给出分子和分母，无法复算",
    ),
    "settle.rate-without-parts": (
        "give the expenditure and the budget that it is the quotient of",
        "补充计算该比率的支出数和预算数",
    ),
    "finding.completion-differs": (
        "the printed completion rate {printed} follows from no budget; by the {base_en} it is {computed}",
        "印出的预算完成率 {printed} 与表中数字都不符，按{base_zh}计算为 {computed}",
    ),
    "settle.completion-differs": (
        "say which expenditure and which budget the rate is of",
        "写明该比率所用的支出数和预算数",
    ),
    "finding.scale-slip": (
        "{low_en} {less} and {high_en} {more} are about 10,000 times apart: is one in 元, one in 万元?",
        "{low_zh} {less} 与{high_zh} {more} 相差约一万倍，是否混用了元和万元",
    ),
    "settle.scale-slip": (
        "give all columns in the unit of the heading",
        "各栏统一使用表头的计量单位",
    ),
    "finding.budget-year": (
        "the budget of {budget} stands in an evaluation of {year}",
        "{year}年的评价中是{budget}年的预算",
    ),
    "settle.budget-year": (
        "correct the year, or give the budget of {year}",
        "改正年度，或改用{year}年的预算",
    ),
    "finding.over-budget": (
        "more was spent than budgeted: {executed} of {adjusted}",
        "支出超过全年预算：支出 {executed}，预算 {adjusted}",
    ),
    "settle.over-budget": (
        "give the adjustment that allowed for it, or the reason",
        "补充相应的预算调整，或说明超支原因",
    ),
    "finding.category-over-budget": (
        "more was spent than budgeted: {lines_en}",
        "支出超过该项预算：{lines_zh}",
    ),
    "settle.category-over-budget": (
        "give the adjustment that allowed for it, or the reason",
        "补充相应的预算调整，或说明超支原因",
    ),
    "finding.progress-falls": (
        "to the end of month {month} {before} was spent, and less after it: {later_en} {after}",
        "截至{month}月累计支出 {before}，而{later_zh} {after}，反而减少",
    ),
    "settle.progress-falls": (
        "give the expenditure since January, not that of the month; say what was paid back",
        "填写1月以来的累计数，而非当月数；有退回的应说明",
    ),
    "finding.progress-december": (
        "to the end of December {december} was spent, in the year {executed}",
        "截至12月累计支出 {december}，而全年执行数为 {executed}",
    ),
    "settle.progress-december": (
        "the two are one figure: correct one of them",
        "两数应相同，改正其中有误的一个",
    ),
    "finding.negative-amount": ("below zero: {amounts_en}", "金额为负：{amounts_zh}"),
    "settle.negative-amount": (
        "correct the sign, or say what was paid back",
        "改正符号；有退回或冲减的应说明",
    ),
}
