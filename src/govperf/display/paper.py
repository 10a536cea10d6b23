"""The report of an evaluation as plain text (文字报告): what the form says, and what follows from it.

A section each for the budget, the staffing, the indicators, the scores and the findings,
as far as the form has them. Every figure is computed when the report is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from govperf.errors import UnitError, plain
from govperf.layout import columns, shortened, table
from govperf.model import (
    Budget,
    CompletionRate,
    Department,
    Evaluation,
    EvaluationKind,
    Finding,
    Indicator,
    Rate,
    Scorecard,
    Severity,
    Undefined,
)
from govperf.reviewing import CrossCheck, Verdict, cross_checks, review, rule_book
from govperf.scoring import completion_rate, deviation_rate, evaluate
from govperf.scoring.completion import mismatch
from govperf.standards import ScoringStandard

__all__ = ["report"]

_NAME: Final = 30
_CELL: Final = 18
_NAMED: Final = 5
_MARKS: Final = {Verdict.EQUAL: "✓", Verdict.ROUNDING: "≈", Verdict.BROKEN: "✗"}
_TOLD: Final = frozenset({"finding.unmeasurable", "finding.targets-missing"})
_GRAVITY: Final = {Severity.ERROR: "错误", Severity.WARNING: "警示", Severity.HINT: "提示"}
_TITLES: Final = {
    EvaluationKind.SELF: "绩效自评",
    EvaluationKind.DEPARTMENTAL: "部门评价",
    EvaluationKind.FINANCE: "财政评价",
}
_AMOUNTS: Final = {
    "original": "年初预算数",
    "adjusted": "全年预算数",
    "executed": "全年执行数（本年支出）",
    "income": "本年收入",
    "reported_execution_rate": "支出进度（自报）",
    "reported_completion_rate": "预算完成率（自报）",
}


def report(evaluation: Evaluation, *, standard: ScoringStandard | None = None) -> str:
    """Report (评价报告) of an evaluation in Chinese, as plain text.

    Args:
        evaluation: As its form says.
        standard: The rule book; else the one that the evaluation names, else MOF-2020-10.

    Returns:
        Lines without a trailing line break. Tables shorten long names, sentences give them in
        full; a line break or a control code in a name does not reach the reader.

    Example:
        >>> from govperf.model import Budget, Department
        >>> budget = Budget(2023, adjusted="120,000.00元", executed="114,000.00元")
        >>> print(report(Evaluation(Department("某中学"), 2023, budget=budget)))
        【某中学 2023年绩效自评】
        <BLANKLINE>
        一、预算
          全年预算数              120,000.00元
          全年执行数（本年支出）  114,000.00元
          预算执行率              95.00%
        <BLANKLINE>
        二、得分
          预算执行率：10 × 114,000.00元 ÷ 120,000.00元 = 9.5，取 9.50 分（按完成比例计分，MOF-2020-10）
          总分：无法确定，没有绩效指标
    """
    book = standard or rule_book(evaluation)[0]
    sections = [
        ("预算", _budget(evaluation.budget)),
        ("勾稽核对", _checks(cross_checks(evaluation))),
        ("人员编制", _staffing(evaluation.department)),
        ("指标完成情况", _indicators(evaluation)),
        ("无法衡量的指标", _unmeasurable(evaluation)),
        ("得分", _scores(evaluation, book)),
        ("审核发现", _findings(review(evaluation, standard=standard))),
    ]
    return "\n\n".join([_title(evaluation), *_numbered(sections)])


def _title(evaluation: Evaluation) -> str:
    project = f" {evaluation.project}" if evaluation.project else ""
    title = plain(f"【{evaluation.department.name}{project} {evaluation.year}年{_TITLES[evaluation.kind]}】")
    return f"{title}\n  数据来源：{plain(evaluation.source)}" if evaluation.source else title


def _numbered(sections: Iterable[tuple[str, Iterable[str]]]) -> Iterator[str]:
    """The sections that have lines, one after the other."""
    filled = [(title, lines) for title, made in sections if (lines := [plain(line) for line in made])]
    for number, (title, lines) in zip("一二三四五六七八九十", filled, strict=False):
        yield "\n".join([f"{number}、{title}", *(f"  {line}" for line in lines)])


def _budget(budget: Budget | None) -> Iterator[str]:
    if budget is None:
        return
    values = {label: getattr(budget, field) for field, label in _AMOUNTS.items()}
    rows = [[label, str(value)] for label, value in values.items() if value is not None]
    if not isinstance(budget.execution_rate, Undefined):
        rows.append(["预算执行率", str(budget.execution_rate)])
    if rows:
        yield from columns(rows).split("\n")


def _checks(checks: Iterable[CrossCheck]) -> Iterator[str]:
    for check in checks:
        yield f"{_MARKS[check.verdict]} {check.explain('zh')}"


def _staffing(department: Department) -> Iterator[str]:
    rows = [
        [
            shortened(unit.name, _NAME),
            f"{staffing.posts}人",
            f"{staffing.actual}人",
            shown(staffing.control_rate),
        ]
        for unit in (*department.units, department)
        if (staffing := unit.total_staffing) is not None
    ]
    if rows:
        head = ["单位", "编制", "在职", "在职人员控制率"]
        yield from table(head, rows, right=frozenset({1, 2, 3})).split("\n")


def _indicators(evaluation: Evaluation) -> Iterator[str]:
    """Every indicator that can be measured, and what was assumed to measure it."""
    rows: list[list[str]] = []
    notes: dict[str, list[str]] = {}
    for indicator in (item for _, item in evaluation.indicators()):
        rate = _measured(evaluation, indicator)
        if isinstance(rate, Undefined) or indicator.target is None or indicator.actual is None:
            continue
        deviation = deviation_rate(indicator.target, indicator.actual, year=evaluation.year)
        cells = [shortened(str(indicator.target), _CELL), shortened(str(indicator.actual), _CELL)]
        rows.append([shortened(indicator.name, _NAME), *cells, str(rate), shown(deviation)])
        for note in rate.notes:
            notes.setdefault(note.explain("zh"), []).append(indicator.name)
    if rows:
        head = ["指标", "指标值", "实际完成值", "完成率", "偏离度"]
        yield from table(head, rows, right=frozenset({3, 4})).split("\n")
        yield from (f"※ {text}：{'、'.join(names)}" for text, names in notes.items())


def _unmeasurable(evaluation: Evaluation) -> Iterator[str]:
    """What nobody has judged and no rate measures; rows without a target are counted."""
    without: list[str] = []
    for indicator in (item for _, item in evaluation.indicators()):
        if indicator.not_applicable or indicator.award is not None:
            continue
        if indicator.target is None:
            without.append(indicator.name)
            continue
        rate = _measured(evaluation, indicator)
        if isinstance(rate, Undefined):
            yield f"○ {indicator.name}：{rate.explain('zh')}"
    if without:
        named = "、".join(shortened(plain(name), _NAME) for name in without[:_NAMED])
        yield f"○ 没有指标值的共{len(without)}项：{named}{'等' if len(without) > _NAMED else ''}"


def _measured(evaluation: Evaluation, indicator: Indicator) -> CompletionRate | Undefined:
    try:
        return completion_rate(indicator.target, indicator.actual, year=evaluation.year)
    except UnitError as error:
        return mismatch(error)


def _scores(evaluation: Evaluation, book: ScoringStandard) -> Iterator[str]:
    """The card where the form has weights, or a budget alone, and the total that it prints."""
    weights = [item.weight for _, item in evaluation.indicators()]
    spent = evaluation.budget is not None and not isinstance(evaluation.budget.execution_rate, Undefined)
    if any(weight is not None for weight in weights) or (spent and not weights):
        yield from _card(evaluate(evaluation, standard=book))
    elif weights:
        yield "表中没有分值，只算完成率，不计分"
    if evaluation.reported_total is not None:
        grade = book.grade(evaluation.reported_total)
        yield f"自报总分 {evaluation.reported_total} 分，等级“{grade.label}”（{book.name}）"


def _card(card: Scorecard) -> Iterator[str]:
    """A line a score, whatever stands in its name; then what the card says beneath its scores."""
    scores = [score.explain("zh") for score in card]
    beneath = card.explain("zh").removeprefix("\n".join(scores) + "\n")
    yield from (*scores, *beneath.split("\n"))


def shown(rate: Rate | Undefined) -> str:
    """A rate, or a dash where there is none (比率或横线)."""
    return "—" if isinstance(rate, Undefined) else str(rate)


def _findings(findings: Iterable[Finding]) -> Iterator[str]:
    """All findings but those on indicators that cannot be measured, which have a section."""
    for finding in findings:
        if finding.code not in _TOLD:
            yield f"[{_GRAVITY[finding.severity]}] {finding.explain('zh')}"
