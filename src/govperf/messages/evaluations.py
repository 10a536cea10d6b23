"""What is said of a rule book, of a score, of what is undefined, and by a review (评价的文案)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["EVALUATIONS"]

EVALUATIONS: Final[Mapping[str, tuple[str, str]]] = {
    # --- errors of rule books
    "standard.unknown": ("unknown standard {value}, known are {known}", "没有评分标准{value}，现有{known}"),
    "standard.toml": ("the standard is not TOML: {reason}", "评分标准不是合法的TOML：{reason}"),
    "standard.key": ("unknown key {value}", "不认识的键{value}"),
    "standard.missing": ("the key {value} is missing", "缺少键{value}"),
    "standard.type": ("the value {value} is not of the right type", "值{value}的类型不对"),
    "standard.range": ("{value} is not a possible value here", "{value}不是此处可用的值"),
    "standard.operators": (
        "the operators of rule {value} are unknown, or another rule has them",
        "规则{value}的运算符号有误，或与其他规则重复",
    ),
    "standard.grades": (
        "the grades of {value} are none, or do not fall",
        "{value}没有等级，或等级没有由高到低排列",
    ),
    "standard.knots": (
        "the knots of rule {value} do not rise, or a share is outside 0 to 1",
        "规则{value}的分段点没有递增，或得分比例不在0到1之间",
    ),
    "standard.no-rule": (
        "the standard {value} has no rule for {operator}",
        "评分标准{value}没有适用于{operator}的规则",
    ),
    "standard.no-grade": (
        "the standard {standard} has no grade for {value}",
        "评分标准{standard}没有{value}分的等级",
    ),
    # reasons for an undefined value
    "undefined.target-missing": ("there is no target", "没有指标值"),
    "undefined.target-text": ("the target is not a quantity: {text}", "指标值不是数量：{text}"),
    "undefined.target-unread": (
        "the target cannot be read as one quantity: {text}",
        "指标值不能读作一个数量：{text}",
    ),
    "undefined.target-zero": ("the target is zero, nothing can be divided by it", "指标值为零，不能作除数"),
    "undefined.target-negative": ("the target is negative", "指标值为负"),
    "undefined.actual-missing": ("there is no actual value", "没有实际完成值"),
    "undefined.actual-text": ("the actual is not a quantity: {text}", "实际完成值不是数量：{text}"),
    "undefined.actual-unread": (
        "the actual cannot be read as one quantity: {text}",
        "实际完成值不能读作一个数量：{text}",
    ),
    "undefined.cases-ambiguous": (
        "the actual is a share of cases, and the target {text} may count them",
        "实际完成值是占比，而指标值{text}可能是次数",
    ),
    "undefined.percent-or-fraction": (
        "the bare actual {actual} may be {actual}{unit} or a fraction of one",
        "未写单位的实际完成值{actual}可能是{actual}{unit}，也可能是比例",
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
    "undefined.original-missing": ("the original budget is not given", "没有年初预算数"),
    "undefined.adjusted-missing": ("the adjusted budget is not given", "没有全年预算数"),
    "undefined.executed-missing": ("the expenditure is not given", "没有全年执行数"),
    "undefined.original-zero": ("the original budget is zero", "年初预算数为零"),
    "undefined.adjusted-zero": ("the adjusted budget is zero", "全年预算数为零"),
    "undefined.original-negative": ("the original budget is negative", "年初预算数为负"),
    "undefined.adjusted-negative": ("the adjusted budget is negative", "全年预算数为负"),
    "undefined.executed-nothing": ("nothing was spent", "没有支出"),
    "undefined.reported-rate-missing": ("no execution rate is printed", "没有给出执行率"),
    "undefined.reported-rate-zero": ("the printed execution rate is zero", "给出的执行率为零"),
    "undefined.no-posts": ("there are no authorised posts", "编制数为零"),
    "undefined.no-staffing": ("no staffing is given", "没有人员编制数据"),
    # notes
    "note.operator-inferred": (
        "no operator is printed: {operator} is inferred",
        "未写运算符号，按{operator}推定",
    ),
    "note.actual-unit-assumed": ("the bare actual takes the unit {unit}", "实际完成值未写单位，按{unit}计"),
    "note.target-unit-assumed": ("the bare target takes the unit {unit}", "指标值未写单位，按{unit}计"),
    "note.frequency": (
        "{target} over a year, {periods} times, is {total}",
        "{target}全年{periods}次，合计{total}",
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
    # scores
    "rule.proportional": ("proportional", "按完成比例计分"),
    "rule.reverse_proportional": ("reverse proportional", "反向指标按比例计分"),
    "rule.zero_target": ("zero target, met or not", "零目标达标计分"),
    "score.proportional": (
        "{name}: {full} × {above} ÷ {below} = {exact}, rounded to {points} points ({rule}, {standard})",
        "{name}：{full} × {above} ÷ {below} = {exact}，取 {points} 分（{rule}，{standard}）",
    ),
    "score.full": (
        "{name}: completion rate {rate}, all {points} points ({rule}, {standard})",
        "{name}：完成率 {rate}，得满分 {points} 分（{rule}，{standard}）",
    ),
    "score.share": (
        "{name}: {rate} earns {share} of {full} = {exact}, rounded to {points} points ({rule}, {standard})",
        "{name}：完成率 {rate}，得 {full} 分的 {share} = {exact}，取 {points} 分（{rule}，{standard}）",
    ),
    "score.undefined": ("{name}: no points, {reason}", "{name}：无法计分，{reason}"),
    "card.total": (
        "total: {parts} = {total}, grade {grade} ({standard})",
        "总分：{parts} = {total}，等级“{grade}”（{standard}）",
    ),
    "card.undefined": ("total: undefined, {reason}", "总分：无法确定，{reason}"),
    # cross-checks
    "figure.income": ("income", "本年收入"),
    "figure.executed": ("expenditure", "本年支出"),
    "figure.basic": ("basic expenditure", "基本支出"),
    "figure.personnel": ("personnel expenditure", "人员经费"),
    "figure.operating": ("operating expenditure", "公用经费"),
    "figure.project": ("project expenditure", "项目支出"),
    "figure.carried_in": ("carried in", "年初结转结余"),
    "figure.carried_out": ("carried out", "年末结转结余"),
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
    "finding.broken-sum": ("the sum is wrong: {equation_en}", "勾稽不符：{equation_zh}"),
    "finding.rounding-sum": ("the sum is off by rounding: {equation_en}", "可能为取整误差：{equation_zh}"),
    "finding.suspect-figure": (
        "{name_en} is printed as {printed}; only {consistent} agrees with {checks_en}",
        "{name_zh}印为 {printed}，只有 {consistent} 才与{checks_zh}的勾稽关系都相符",
    ),
    "finding.rate-differs": (
        "the printed execution rate {printed} is not the {computed} that the amounts give",
        "印出的执行率 {printed} 与按金额计算的 {computed} 不符",
    ),
    "finding.rate-not-recomputable": (
        "the rate {printed} cannot be recomputed: {executed} spent implies a budget of {implied}{change_en}",
        "支出进度 {printed} 无法复算：按支出 {executed} 倒算，全年预算数应为 {implied}{change_zh}",
    ),
    "finding.rate-without-parts": (
        "the {name_en} {printed} is printed without the amounts behind it",
        "{name_zh} {printed} 没有给出分子和分母，无法复算",
    ),
    "finding.budget-year": (
        "the budget of {budget} stands in an evaluation of {year}",
        "{year}年的自评中是{budget}年的预算",
    ),
    "finding.total-over-full": (
        "the printed total {printed} is above {full}",
        "自报总分 {printed} 超过满分 {full}",
    ),
    "finding.over-budget": ("more was spent than budgeted: {rate}", "支出超过全年预算：{rate}"),
    "finding.points-over-weight": (
        "{name}: the printed score {printed} is above the weight {weight}",
        "{name}：自报得分 {printed} 超过分值 {weight}",
    ),
    "finding.points-differ": (
        "{name}: the printed score {printed} is not the {computed} of {standard}",
        "{name}：自报得分 {printed} 与按 {standard} 计算的 {computed} 不符",
    ),
    "finding.total-differs": (
        "the printed total {printed} is not the {computed} of {standard}",
        "自报总分 {printed} 与按 {standard} 计算的 {computed} 不符",
    ),
    "finding.missed": (
        "{name}: the target is missed, completion rate {rate}",
        "{name}：未达到指标值，完成率 {rate}",
    ),
    "finding.far-over": (
        "{name}: {actual} is {rate} of {target}; was the target set too low?",
        "{name}：{actual} 对 {target}，完成率 {rate}，远超指标值，指标值是否过低",
    ),
    "finding.approximate": (
        "{name}: the actual {actual} is approximate",
        "{name}：实际完成值“{actual}”为约数",
    ),
    "finding.units": (
        "{name}: {one} and {other} do not measure the same thing",
        "{name}：{one}与{other}计量的不是同一种量",
    ),
    "finding.unmeasurable": ("{name} cannot be measured: {reason_en}", "{name}：无法衡量，{reason_zh}"),
}
