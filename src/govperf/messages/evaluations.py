"""What is said of a taxonomy, of a score, of what is undefined, and by a review (评价的文案)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["EVALUATIONS"]

EVALUATIONS: Final[Mapping[str, tuple[str, str]]] = {
    # --- errors of taxonomies
    "taxonomy.unknown": (
        "unknown taxonomy {value}, known are {known}",
        "没有指标体系分类{value}，现有{known}",
    ),
    "taxonomy.code": (
        "{value} is no code: English words in lower case, at most one point between the levels",
        "{value}不能作为代码：须为小写英文词，两级之间用一个点隔开",
    ),
    "taxonomy.code-twice": ("two categories have the code {value}", "有两个类别的代码是{value}"),
    "taxonomy.levels": (
        "the category {value} has not one label for each level of its code",
        "类别{value}的名称不是每级一个",
    ),
    "taxonomy.label": (
        "{value} is no label: it is not empty and has no blanks, no points and no word 指标 at its end",
        "{value}不能作为名称：名称不得为空，不含空格、分值，末尾不含“指标”二字",
    ),
    "taxonomy.above": (
        "no first level with the same label stands before the category {value}",
        "类别{value}之前没有名称相同的一级指标",
    ),
    "taxonomy.alias": (
        "the label {value} stands twice below the same first level",
        "名称{value}在同一一级指标下出现两次",
    ),
    "taxonomy.counterpart": ("two categories are counterparts of {value}", "有两个类别都对应{value}"),
    # reasons for an undefined value
    "undefined.target-missing": ("there is no target", "没有指标值"),
    "undefined.target-text": ("the target is not a quantity: {text}", "指标值不是数量：{text}"),
    "undefined.target-unread": (
        "the target cannot be read as one quantity: {text}",
        "指标值不能读作一个数量：{text}",
    ),
    "undefined.target-fault": ("the target cannot be read: {reason_en}", "指标值无法读取：{reason_zh}"),
    "undefined.target-zero": ("the target is zero, nothing can be divided by it", "指标值为零，不能作除数"),
    "undefined.target-negative": ("the target is negative", "指标值为负"),
    "undefined.actual-missing": ("there is no actual value", "没有实际完成值"),
    "undefined.actual-text": ("the actual is not a quantity: {text}", "实际完成值不是数量：{text}"),
    "undefined.actual-unread": (
        "the actual cannot be read as one quantity: {text}",
        "实际完成值不能读作一个数量：{text}",
    ),
    "undefined.actual-range": (
        "the actual {actual} is a range, and misses the target {target} at one end of it or both",
        "实际完成值{actual}是范围，未能在两端都达到指标值{target}",
    ),
    "undefined.range-below": (
        "the actual {actual} is below the lower end {end} where less is better: no rule says what that earns",
        "实际完成值{actual}低于指标值下限{end}，而该指标越小越好，没有规则说明如何计算",
    ),
    "undefined.range-exceeded": (
        "the actual {actual} is above the upper end {end} of the target, and no rule says what that earns",
        "实际完成值{actual}超过指标值上限{end}，没有规则说明如何计算",
    ),
    "undefined.range-deviation": (
        "the actual {actual} is a range, and no one figure to set against {target}",
        "实际完成值{actual}是范围，与指标值{target}之间没有唯一的偏差",
    ),
    "undefined.actual-date": (
        "the actual {actual} is a date, and the target {target} is none",
        "实际完成值{actual}是日期，而指标值{target}不是",
    ),
    "undefined.actual-undated": (
        "the target {target} is a date, and the actual {actual} names none",
        "指标值{target}是日期，而实际完成值{actual}没有写明日期",
    ),
    "undefined.date-missed": (
        "the date {target} was missed, it came about {actual}: that has no rate",
        "指标值{target}未按时达到（{actual}），没有完成率可算",
    ),
    "undefined.date-open": (
        "the actual {actual} does not say whether the date {target} was kept",
        "实际完成值{actual}不足以判断是否达到{target}",
    ),
    "undefined.date-deviation": (
        "there is no rate between the dates {target} and {actual}",
        "日期{target}与{actual}之间没有偏离度",
    ),
    "undefined.cases-ambiguous": (
        "the actual is a share of cases, and the target {text} may count them",
        "实际完成值是占比，而指标值{text}可能是次数",
    ),
    "undefined.percent-or-fraction": (
        "the bare figure {actual} may be {actual}{unit} or a fraction of one",
        "未写单位的{actual}可能是{actual}{unit}，也可能是比例",
    ),
    "undefined.scale-ambiguous": (
        "the bare figure {figure} may be in {unit} or in {plain}",
        "未写单位的{figure}可能以{unit}计，也可能以{plain}计",
    ),
    "undefined.frequency-bare": (
        "the target is {target}, and the bare actual {actual} does not say what it counts",
        "指标值为{target}，而实际完成值{actual}没有写明计数单位",
    ),
    "undefined.year-needed": ("{target} needs to know the year", "{target}须知道年度"),
    "undefined.units": (
        "{one} and {other} do not measure the same thing",
        "{one}与{other}计量的不是同一种量",
    ),
    "undefined.approximation-decides": (
        "the actual {actual} is approximate, and the points change with what it may be within {margin}",
        "实际完成值{actual}为约数，在其可能的范围（{margin}以内）得分会变",
    ),
    "undefined.weight-missing": ("the form gives no weight", "表中没有分值"),
    "undefined.total": ("{count} of {of} scores are undefined", "{of}项得分中有{count}项无法确定"),
    "undefined.no-indicators": ("there are no indicators", "没有绩效指标"),
    "undefined.weights": ("{count} of {of} weights are not given", "{of}项分值中有{count}项没有给出"),
    "undefined.budget-missing": ("the evaluation has no budget", "没有预算数据"),
    "undefined.figure-missing": ("no figure is given for the {name_en}", "没有{name_zh}"),
    "undefined.figure-zero": ("the figure for the {name_en} is zero", "{name_zh}为零"),
    "undefined.planned-zero": ("the planned progress is zero", "既定支付进度为零"),
    "undefined.figure-negative": ("the figure for the {name_en} is negative", "{name_zh}为负"),
    "undefined.no-posts": ("there are no authorised posts", "编制数为零"),
    "undefined.no-staffing": ("no staffing is given", "没有人员编制数据"),
    # notes
    "note.operator-inferred": (
        "no operator is printed: {operator} is inferred",
        "未写运算符号，按{operator}推定",
    ),
    "note.actual-unit-assumed": ("the bare actual takes the unit {unit}", "实际完成值未写单位，按{unit}计"),
    "note.target-unit-assumed": ("the bare target takes the unit {unit}", "指标值未写单位，按{unit}计"),
    "note.year-assumed": ("a date without a year is taken to be of {year}", "日期未写年度，按{year}年计"),
    "note.frequency": (
        "{target} × {periods} = {total}",
        "{target} × {periods} = {total}",
    ),
    "note.actual-range": (
        "of the actual {actual} the end {end} counts, which meets the target",
        "实际完成值{actual}按{end}计，已达到指标值",
    ),
    "note.share-of-cases": ("{part} of {whole} met the target {target}", "{whole}中{part}达到指标值{target}"),
    "note.negative-actual": ("the negative actual {actual} counts as 0", "实际完成值{actual}为负，按0计"),
    "note.strict-bound": (
        "the strict bound {operator} is touched, not met",
        "恰好等于{operator}的界限，未达到",
    ),
    "note.not-equal": (
        "the target {target} is to be met exactly, the actual is {actual}",
        "指标值要求等于{target}，实际完成值为{actual}",
    ),
    "note.far-over": (
        "far over the target: {rate}, the reason is due",
        "完成率{rate}，远超指标值，应说明原因",
    ),
    "note.approximate": (
        "the actual {actual} is approximate, the points are the same whatever it may be within {margin}",
        "实际完成值{actual}为约数，在其可能的范围（{margin}以内）得分不变",
    ),
    "note.over-budget": ("more was spent than budgeted: {rate}", "支出超过预算：{rate}"),
    "note.weights-sum": ("the weights add up to {sum}, not to {full}", "分值合计{sum}，不是{full}"),
    # rates
    "rate.division": ("{above} ÷ {below} = {rate}", "{above} ÷ {below} = {rate}"),
    "rate.met": ("the target is met", "达到指标值"),
    "rate.missed": ("the target is missed", "未达到指标值"),
    # cross-checks
    "figure.original": ("original budget", "年初预算数"),
    "figure.adjusted": ("adjusted budget", "全年预算数"),
    "figure.received": ("funds received", "到位资金"),
    "figure.adjustments": ("adjustments", "预算调整"),
    "figure.sources": ("funds by source", "资金来源"),
    "figure.additions": ("additions within the year", "本年追加"),
    "figure.funds": ("available funds", "可用资金"),
    "figure.progress": ("expenditure to the end of the month", "该月累计执行数"),
    "figure.previous": ("{name} of the year before", "上年{name}"),
    "figure.income": ("income", "本年收入"),
    "figure.executed": ("expenditure", "本年支出"),
    "figure.basic": ("basic expenditure", "基本支出"),
    "figure.personnel": ("personnel expenditure", "人员经费"),
    "figure.operating": ("operating expenditure", "公用经费"),
    "figure.project": ("project expenditure", "项目支出"),
    "figure.key_projects": ("key projects", "重点项目支出"),
    "figure.three_public": ("three public expenses", "三公经费"),
    "figure.overseas": ("travel abroad", "因公出国（境）费"),
    "figure.vehicles": ("official vehicles", "公务用车购置及运行费"),
    "figure.vehicle_purchase": ("vehicle purchase", "公务用车购置费"),
    "figure.vehicle_running": ("vehicle running", "公务用车运行维护费"),
    "figure.hospitality": ("official hospitality", "公务接待费"),
    "figure.procurement": ("government procurement", "政府采购"),
    "figure.carried_in": ("carry-over at the beginning", "年初结转结余"),
    "figure.carried_out": ("carry-over at the end", "年末结转结余"),
    "figure.reported_execution_rate": ("execution rate", "支出进度"),
    "figure.reported_completion_rate": ("completion rate", "预算完成率"),
    "figure.change": (" ({change} on the original budget)", "（比年初 {change}）"),
    "check.equal": ("{name} {total} = {parts}", "{name} {total} = {parts}"),
    "check.rounding": (
        "{name} {total} ≈ {parts} = {computed}, off by {difference}, within the {tolerance} of rounding",
        "{name} {total} ≈ {parts} = {computed}，相差 {difference}，在取整误差 {tolerance} 之内",
    ),
    "check.broken": (
        "{name} {total} ≠ {parts} = {computed}, off by {difference}",
        "{name} {total} ≠ {parts} = {computed}，相差 {difference}",
    ),
    # findings
}
