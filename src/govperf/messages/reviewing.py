"""What is said of findings as such (审核结果的文案)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["REVIEWING"]

REVIEWING: Final[Mapping[str, tuple[str, str]]] = {
    "review.check-unknown": (
        "no check or family is called {value}, known are {known}",
        "没有名为{value}的审核项或类别，现有{known}",
    ),
    "severity.error": ("error", "错误"),
    "severity.warning": ("warning", "警示"),
    "severity.hint": ("hint", "提示"),
    "place.form": ("the whole form", "全表"),
    "place.goals": ("goal", "目标"),
    "place.indicators": ("indicator", "指标"),
    "place.target": ("target", "指标值"),
    "place.actual": ("actual", "实际完成值"),
    "place.evidence": ("evidence", "佐证材料"),
    "place.weight": ("points", "分值"),
    "place.award": ("award", "评定"),
    "place.corrections": ("correction", "加减分"),
    "place.name": ("name", "名称"),
    "place.category": ("category", "指标类别"),
    "place.nature": ("nature", "指标性质"),
    "place.direction": ("direction", "指标方向"),
    "place.deviation_reason": ("reason of the deviation", "偏差原因"),
    "place.evidence_required": ("evidence that is asked for", "佐证资料要求"),
    "place.locator": ("source", "出处"),
    "place.text": ("text", "目标内容"),
    "place.achieved": ("what was achieved", "目标完成情况"),
    "place.reported_rate": ("printed completion rate", "自报完成率"),
    "place.reported_points": ("printed score", "自报得分"),
    "place.reported_total": ("printed total", "自报总分"),
    "place.reported_grade": ("printed grade", "自报等级"),
    "place.subtotals": ("subtotal", "小计"),
    "place.breakdowns": ("breakdown", "分项"),
    "place.parts": ("part", "分项"),
    "place.total": ("total", "合计"),
    "place.amount": ("amount", "金额"),
    "place.budget": ("budget", "预算"),
    "place.year": ("year", "年度"),
    "place.sources": ("source of funds", "资金来源"),
    "place.income_sources": ("source of income", "收入来源"),
    "place.others": ("other category", "其他支出类别"),
    "place.adjustments": ("adjustment", "预算调整"),
    "place.progress": ("progress", "执行进度"),
    "place.original": ("original budget", "年初预算数"),
    "place.adjusted": ("adjusted budget", "全年预算数"),
    "place.received": ("funds received", "到位资金"),
    "place.executed": ("expenditure", "执行数"),
    "place.department": ("department", "部门"),
    "place.project": ("project", "项目"),
    "place.kind": ("kind of evaluation", "评价类型"),
    "place.standard": ("standard", "评分标准"),
    "place.finished": ("finished", "是否完成"),
    "place.notes": ("note", "备注"),
    "place.accepted": ("acceptance", "认可"),
    "findings.severity": ("severity", "程度"),
    "findings.place": ("place", "位置"),
    "findings.finding": ("finding", "审核发现"),
    "findings.settle": ("what would settle it", "处理建议"),
    "findings.accepted": ("accepted", "已认可"),
    "findings.counts": (
        "errors {error}, warnings {warning}, hints {hint}; accepted {accepted}",
        "错误{error}项，警示{warning}项，提示{hint}项；其中已认可{accepted}项",
    ),
    "review.template": (
        "{value} is no sentence of a check: braces hold a name and nothing else",
        "{value}不能作为审核项的文案：花括号内只能是名称",
    ),
    "finding.more": (
        "{count} more findings are not listed",
        "另有{count}项审核发现未列出",
    ),
    "settle.more": ("settle those that are listed first", "先处理已列出的发现"),
    "review.placeholder": (
        "the check {value} names {{{name}}} in its sentence, and its hit has no such detail",
        "审核项{value}的文案中有{{{name}}}，而命中没有给出该项",
    ),
    "finding.standard-unknown": (
        "the standard {name} is none that govperf carries, {standard} takes its place",
        "评分标准“{name}”不在内置之列，改按 {standard} 计分和审核",
    ),
    "settle.standard-unknown": (
        "name a rule book that govperf carries, or review with your own",
        "写明内置的评分标准，或以自有标准审核",
    ),
    "finding.acceptance-unused": (
        "the acceptance of {code} at {path} covers no finding: its figures changed, or it is settled",
        "对{path}处{code}的认可没有对应的审核发现：数字已变，或问题已消除",
    ),
    "settle.acceptance-unused": ("look at it again, or take it out", "重新核实，或删去该认可"),
}
