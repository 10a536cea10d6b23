"""What a rule book says of itself (评分标准说明的文案)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["DESCRIBING"]

DESCRIBING: Final[Mapping[str, tuple[str, str]]] = {
    # --- small parts
    "describe.list": (", ", "、"),
    "describe.clauses": ("; ", "；"),
    "describe.field": ("{name}: {value}", "{name}：{value}"),
    "describe.remark": ("{text} ({remark})", "{text}（{remark}）"),
    "describe.none": ("none", "无"),
    "describe.source": ("{provenance}; {source}", "{provenance}；{source}"),
    "describe.inherited": ("inherited from {name}: {source}", "沿用{name}：{source}"),
    "describe.choice": ("a choice of it", "其中由govperf约定"),
    "describe.points": ("{points} points", "{points}分"),
    "describe.percent-point": ("1 percentage point", "1个百分点"),
    "describe.percent-points": ("{figure} percentage points", "{figure}个百分点"),
    # --- ranges, with what belongs to them
    "describe.range-all": ("any figure", "不论多少"),
    "describe.range-below": ("below {high}", "低于{high}"),
    "describe.range-to": ("up to {high}, included", "{high}（含）以下"),
    "describe.range-above": ("above {low}", "高于{low}"),
    "describe.range-from": ("from {low}, included", "{low}（含）以上"),
    "describe.range-at": ("exactly {low}", "等于{low}"),
    "describe.range": (
        "from {low}, {low_end}, to {high}, {high_end}",
        "{low}（{low_end}）至{high}（{high_end}）",
    ),
    "describe.included": ("included", "含"),
    "describe.excluded": ("not included", "不含"),
    # --- what a figure earns
    "describe.nothing": ("no points", "不得分"),
    "describe.everything": ("all points", "得满分"),
    "describe.share": ("{share} of the points", "得分值的{share}"),
    "describe.end-nothing": ("none of the points", "0分"),
    "describe.end-everything": ("all of the points", "满分"),
    "describe.end-share": ("{share} of the points", "分值的{share}"),
    "describe.line-up": ("in a straight line from {start} up to {end}", "由{start}按直线升至{end}"),
    "describe.line-down": ("in a straight line from {start} down to {end}", "由{start}按直线降至{end}"),
    "describe.line-same": ("points × {measure}", "分值 × {measure}"),
    "describe.line-step": ("{share} of the points for each {size}", "每{size}为分值的{share}"),
    "describe.line-example": ("at {figure}: {share}", "如{figure}，{share}"),
    "describe.met": ("met", "达到指标值"),
    "describe.not-met": ("not met", "未达到指标值"),
    "describe.steps-floor": (
        "the figure counts in whole steps of {size} from {start}; a step that is not complete does not count",
        "从{start}起每{size}计一档，只计完整的档，不足一档的不计；以下各数均按计档后的数",
    ),
    "describe.steps-ceil": (
        "the figure counts in whole steps of {size} from {start}; a step that is begun counts whole",
        "从{start}起每{size}计一档，不足一档的按一档计；以下各数均按计档后的数",
    ),
    "describe.deduction": ("{range}: points taken off: {points}", "{range}：另扣{points}分"),
    "describe.deductions": ("taken off after that, down to no points", "另行扣分，扣至0分为止"),
    "describe.deductions-steps": (
        "taken off after that, down to no points; here the figure does not count in steps",
        "另行扣分，扣至0分为止；此处按计档前的数",
    ),
    # --- what a rule looks at
    "describe.execution-rate": (
        "budget execution rate = executed ÷ adjusted budget",
        "预算执行率 = 全年执行数 ÷ 全年预算数",
    ),
    "describe.completion-more": ("completion rate = actual ÷ target", "完成率 = 实际完成值 ÷ 指标值"),
    "describe.completion-less": (
        "where less is better: 100% up to the target, above it target ÷ actual",
        "越小越好的：未超过指标值的为100%，超过的 = 指标值 ÷ 实际完成值",
    ),
    "describe.completion-between": (
        "of a range: 100% within it, below it actual ÷ lower end; above it there is no rate",
        "区间：在区间内的为100%，低于下端的 = 实际完成值 ÷ 下端，高于上端的无法计算",
    ),
    "describe.completion-zero": (
        "of a target of zero: 100% if it is met, else 0%",
        "指标值为零的：达到为100%，未达到为0%",
    ),
    "describe.completion-date": (
        "of a date: 100% if it is kept; if it is missed there is no rate",
        "期限：按期的为100%，逾期的无法计算",
    ),
    "describe.excess-less": (
        "where less is better: 1 − (actual − target) ÷ target, at most 100%",
        "越小越好的：1 − (实际完成值 − 指标值) ÷ 指标值，不超过100%",
    ),
    "describe.ratio": (
        "actual ÷ target, whether more or less is better; of a range, actual ÷ lower end",
        "实际完成值 ÷ 指标值，不分越大越好或越小越好；区间的除以下端",
    ),
    "describe.actual": ("the actual itself, in {unit}", "实际完成值本身，以{unit}计"),
    "describe.deviation": (
        "|actual − target| ÷ target; of a range, 0% within it and outside it from the nearer end",
        "|实际完成值 − 指标值| ÷ 指标值；区间内为0%，区间外按较近的一端",
    ),
    "describe.own": ("computed by a class of its own", "由自编程序计算"),
    # --- what a rule is for
    "describe.target-between": ("ranges", "区间"),
    "describe.target-zero": ("a target of zero", "指标值为零"),
    "describe.target-date": ("deadlines", "期限"),
    "describe.target-any": ("any target that no other rule names", "其他规则未列明的各类指标值"),
    "describe.of-categories": ("only for {categories}", "仅限{categories}类指标"),
    "describe.of-indicators": ("only for indicators named {names}", "仅限名为{names}的指标"),
    "describe.for-execution": (
        "the budget execution rate, compared with 100%",
        "预算执行率，与100%比较",
    ),
    "describe.for-finished": (
        "the budget execution rate of a finished project, compared with 100%",
        "已完成项目的预算执行率，与100%比较",
    ),
    "describe.for-nothing": ("no target", "不适用于任何指标值"),
    # --- the sections
    "describe.title": ("scoring standard {name}", "评分标准{name}"),
    "describe.document": ("document", "文件"),
    "describe.english": ("in English", "英文名称"),
    "describe.aliases": ("other names", "别名"),
    "describe.extends": ("extends", "所据标准"),
    "describe.taxonomy": ("taxonomy of its categories", "指标分类"),
    "describe.numbers": ("numbers", "数值"),
    "describe.rules": ("rules", "计分规则"),
    "describe.levels": ("levels of judgement", "评判等级"),
    "describe.grades": ("grades", "评价等级"),
    "describe.column-what": ("what", "项目"),
    "describe.column-value": ("value", "数值"),
    "describe.column-provenance": ("how sure", "可靠程度"),
    "describe.column-source": ("source", "来源"),
    "describe.column-level": ("level", "等级"),
    "describe.column-band": ("part of the points", "占分值"),
    "describe.column-aliases": ("also printed as", "也写作"),
    "describe.column-grade": ("grade", "等级"),
    "describe.column-total": ("total", "总分"),
    "describe.rules-order": (
        "a rule for the name of an indicator goes before one for its category, and that before the others",
        "限定指标名称的规则优先，其次为限定类别的规则，再次为其余规则",
    ),
    "describe.rule-for": ("for", "适用于"),
    "describe.rule-measure": ("looks at", "计分依据"),
    "describe.rule-points": ("points", "得分"),
    "describe.where": ("source", "依据"),
    # --- the numbers
    "describe.execution": ("budget execution", "预算执行率"),
    "describe.execution-value": (
        "{points} points in a self-evaluation, if none are printed, by “{rule}”",
        "单位自评{points}分（表内另印分值的，按所印分值），按“{rule}”规则",
    ),
    "describe.execution-finished": (
        "{points} points in a self-evaluation, if none are printed, by “{rule}”; finished: “{finished}”",
        "单位自评{points}分（表内另印分值的，按所印分值），按“{rule}”规则；项目已完成的，按“{finished}”规则",
    ),
    "describe.weights": ("points of first levels ({name})", "一级指标分值（{name}）"),
    "describe.weight": ("{level} {points}", "{level}{points}分"),
    "describe.weight-sum": ("{parts}; together {sum}", "{parts}；合计{sum}"),
    "describe.floor": ("least weight", "分值下限"),
    "describe.floor-value": (
        "{levels} together at least {share} of all points; in {kinds}",
        "{levels}合计不低于总分值的{share}；限于{kinds}",
    ),
    "describe.kind-self": ("self-evaluation", "单位自评"),
    "describe.kind-departmental": ("evaluation by the department", "部门评价"),
    "describe.kind-finance": ("evaluation by the finance department", "财政评价"),
    "describe.over": ("over-fulfilment", "超额完成"),
    "describe.over-value": (
        "from a completion rate of {limit}, included, a reason is due",
        "完成率{limit}（含）以上的，须说明原因",
    ),
    "describe.review-jump": ("review: change from year to year above", "审核：年度间变化超过"),
    "describe.review-slip": (
        "review: a slip of the unit, within so much of a power of ten",
        "审核：疑似数量级差错，与十的幂相差不超过",
    ),
    "describe.review-evidence": ("review: evidence dated at most", "审核：佐证材料出具时间不晚于"),
    "describe.months": ("{months} months after the year", "年度终了后{months}个月"),
    "describe.approximation": ("approximate actuals", "近似数"),
    "describe.approximation-value": (
        "count as printed if the points are the same anywhere within {margin} of them, else they have none",
        "在所填数的{margin}以内变动而得分不变的，按所填数计分；否则无法计分",
    ),
    "describe.not-applicable": ("indicators that do not apply", "不适用的指标"),
    "describe.policy-refuse": ("leave the total undefined", "总分无法确定"),
    "describe.policy-redistribute": (
        "are left out, and the sum of the others is brought to all points",
        "不计，其余指标得分折算为全部分值",
    ),
    "describe.policy-full": ("get all their points", "得满分"),
    "describe.rounding": ("rounding", "舍入"),
    "describe.rounding-value": ("{mode}, {digits} digits after the point", "{mode}，保留{digits}位小数"),
    "describe.rounding-score": ("each score, before they are added", "各项得分先舍入，再相加"),
    "describe.rounding-level": (
        "the sum of each first level, before they are added",
        "各一级指标合计后舍入，再相加",
    ),
    "describe.rounding-total": ("the total alone", "只舍入总分"),
    "describe.rounding-rate": (
        "the rate that a rule looks at first, to {rate} digits after the point, such as 0.5 for 50%",
        "计分所依据的比率先保留{rate}位小数（以50%为0.5）",
    ),
    "describe.full": ("all points", "满分"),
    "describe.cap": ("cap of the total", "总分封顶"),
    "describe.cap-value": (
        "execution rate {range}: at most {points} points",
        "预算执行率{range}：最高{points}分",
    ),
    # --- levels and grades
    "describe.levels-rounded": (
        "both ends of a band are first rounded as scores are; where they become equal, that is in the band",
        "区间两端先按得分的舍入规则取整，取整后两端相等的，该数在区间内",
    ),
    "describe.level-fixed": ("always {share}", "定为{share}"),
    "describe.level-minus": ("{band}, less {points} points", "{band}，再扣{points}分"),
}
