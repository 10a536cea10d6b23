"""What the report of an evaluation prints beside its figures (评价报告的文案)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["REPORTING"]

REPORTING: Final[Mapping[str, tuple[str, str]]] = {
    # --- the title
    "report.title": ("【{name}, {year}, {kind_en}】", "【{name} {year}年{kind_zh}】"),
    "report.self": ("self-evaluation", "绩效自评"),
    "report.departmental": ("evaluation by the department", "部门评价"),
    "report.finance": ("evaluation by the finance department", "财政评价"),
    "report.source": ("source: {source}", "数据来源：{source}"),
    "report.section": ("{number_en}. {title_en}", "{number_zh}、{title_zh}"),
    # --- the sections
    "report.budget": ("budget", "预算"),
    "report.checks": ("cross-checks", "勾稽核对"),
    "report.staffing": ("staffing", "人员编制"),
    "report.indicators": ("indicators", "指标完成情况"),
    "report.unmeasurable": ("indicators that cannot be measured", "无法衡量的指标"),
    "report.scores": ("scores", "得分"),
    "report.findings": ("findings", "审核发现"),
    # --- amounts of the budget
    "report.original": ("original budget", "年初预算数"),
    "report.adjusted": ("adjusted budget", "全年预算数"),
    "report.executed": ("expenditure of the year", "全年执行数（本年支出）"),
    "report.income": ("income of the year", "本年收入"),
    "report.reported_execution_rate": ("progress of spending, as printed", "支出进度（自报）"),
    "report.reported_completion_rate": ("budget completion, as printed", "预算完成率（自报）"),
    "report.execution_rate": ("budget execution rate", "预算执行率"),
    # --- heads of columns
    "report.unit": ("unit", "单位"),
    "report.posts": ("posts", "编制"),
    "report.staff": ("staff", "在职"),
    "report.control_rate": ("staffing rate", "在职人员控制率"),
    "report.people": ("{count}", "{count}人"),
    "report.indicator": ("indicator", "指标"),
    "report.target": ("target", "指标值"),
    "report.actual": ("actual", "实际完成值"),
    "report.rate": ("completion", "完成率"),
    "report.deviation": ("deviation", "偏离度"),
    # --- lines
    "report.named": ("{name}: {said}", "{name}：{said}"),
    "report.without": ("{count} without a target: {names}", "没有指标值的共{count}项：{names}"),
    "report.more": ("{names} …", "{names}等"),
    "report.unweighted": (
        "the form has no weights: completion rates alone, no score",
        "表中没有分值，只算完成率，不计分",
    ),
    "report.reported_total": (
        "printed total {total}, grade “{grade_en}” ({standard})",
        "自报总分 {total} 分，等级“{grade_zh}”（{standard}）",
    ),
}
