"""The report of an evaluation as plain text (文字报告): what the form says, and what follows from it.

A section each for the budget, the staffing, the indicators, the scores and the findings,
as far as the form has them. Every figure is computed when the report is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from govperf.display.measuring import measured
from govperf.errors import InputError, plain
from govperf.layout import columns, shortened, table
from govperf.messages import message
from govperf.model import (
    Budget,
    Department,
    Evaluation,
    Finding,
    Rate,
    Scorecard,
    Undefined,
)
from govperf.reviewing import CrossCheck, Verdict, cross_checks, review, rule_book
from govperf.scoring import deviation_rate, evaluate
from govperf.standards import ScoringStandard

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["report"]

_NAME: Final = 30
_NOTHING: Final = "—"
_CELL: Final = 18
_NAMED: Final = 5
_MARKS: Final = {Verdict.EQUAL: "✓", Verdict.ROUNDING: "≈", Verdict.BROKEN: "✗"}
_TOLD: Final = frozenset({"finding.unmeasurable", "finding.targets-missing"})
_AMOUNTS: Final = (
    "original",
    "adjusted",
    "executed",
    "income",
    "reported_execution_rate",
    "reported_completion_rate",
)
_STAFFING: Final = ("unit", "posts", "staff", "control_rate")
_RATES: Final = ("indicator", "target", "actual", "rate", "deviation")
_STOPS: Final[dict[Language, str]] = {"zh": "、", "en": ", "}


def report(evaluation: Evaluation, *, standard: ScoringStandard | None = None, lang: Language = "zh") -> str:
    """Report (评价报告) of an evaluation, as plain text.

    Args:
        evaluation: As its form says.
        standard: The rule book; else the one that the evaluation names, else MOF-2020-10.
        lang: "zh" or "en"; what the form prints stays in its own language.

    Returns:
        Lines without a trailing line break. Tables shorten long names, sentences give them in
        full; a line break or a control code in a name does not reach the reader.

    Raises:
        ValueError: The language is neither.

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
    sections = {
        "budget": _budget(evaluation.budget, lang),
        "checks": _checks(cross_checks(evaluation), lang),
        "staffing": _staffing(evaluation.department, lang),
        "indicators": _indicators(evaluation, lang),
        "unmeasurable": _unmeasurable(evaluation, lang),
        "scores": _scores(evaluation, book, lang),
        "findings": _findings(review(evaluation, standard=standard), lang),
    }
    return "\n\n".join([_title(evaluation, lang), *_numbered(sections, lang)])


def _said(what: str, lang: Language, /, **details: object) -> str:
    return message(f"report.{what}", details, lang)


def _heads(names: Iterable[str], lang: Language) -> list[str]:
    return [_said(name, lang) for name in names]


def _title(evaluation: Evaluation, lang: Language) -> str:
    project = f" {evaluation.project}" if evaluation.project else ""
    kind = {f"kind_{lang}": _said(evaluation.kind.value, lang)}
    name = f"{evaluation.department.name}{project}"
    title = plain(_said("title", lang, name=name, year=evaluation.year, **kind))
    source = f"\n  {plain(_said('source', lang, source=evaluation.source))}"
    return title + source if evaluation.source else title


def _numbered(sections: dict[str, Iterator[str]], lang: Language) -> Iterator[str]:
    """The sections that have lines, one after the other."""
    filled = [(name, lines) for name, made in sections.items() if (lines := [plain(line) for line in made])]
    for number, (name, lines) in enumerate(filled):
        numbers = {"number_zh": "一二三四五六七"[number], "number_en": number + 1}
        title = _said("section", lang, **numbers, **{f"title_{lang}": _said(name, lang)})
        yield "\n".join([title, *(f"  {line}" for line in lines)])


def _budget(budget: Budget | None, lang: Language) -> Iterator[str]:
    if budget is None:
        return
    values = {name: getattr(budget, name) for name in _AMOUNTS}
    rows = [[_said(name, lang), str(value)] for name, value in values.items() if value is not None]
    if not isinstance(budget.execution_rate, Undefined):
        rows.append([_said("execution_rate", lang), str(budget.execution_rate)])
    if rows:
        yield from columns(rows).split("\n")


def _checks(checks: Iterable[CrossCheck], lang: Language) -> Iterator[str]:
    for check in checks:
        yield f"{_MARKS[check.verdict]} {check.explain(lang)}"


def _staffing(department: Department, lang: Language) -> Iterator[str]:
    units = (*department.units, department)
    rows = [[shortened(unit.name, _NAME), *cells] for unit in units if (cells := _heads_of(unit, lang))]
    if rows:
        yield from table(_heads(_STAFFING, lang), rows, right=frozenset({1, 2, 3})).split("\n")


def _heads_of(unit: Department, lang: Language) -> list[str]:
    """Posts, people and rate; dashes where they add up to more digits than a number has."""
    try:
        staffing = unit.total_staffing
    except InputError:
        return [_NOTHING] * 3
    if staffing is None:
        return []
    people = [_said("people", lang, count=count) for count in (staffing.posts, staffing.actual)]
    return [*people, shown(staffing.control_rate)]


def _indicators(evaluation: Evaluation, lang: Language) -> Iterator[str]:
    """Every indicator that can be measured, and what was assumed to measure it."""
    rows: list[list[str]] = []
    notes: dict[str, list[str]] = {}
    for indicator in (item for _, item in evaluation.indicators()):
        rate = measured(evaluation, indicator)
        if isinstance(rate, Undefined) or indicator.target is None or indicator.actual is None:
            continue
        deviation = deviation_rate(indicator.target, indicator.actual, year=evaluation.year)
        cells = [shortened(str(indicator.target), _CELL), shortened(str(indicator.actual), _CELL)]
        rows.append([shortened(indicator.name, _NAME), *cells, str(rate), shown(deviation)])
        for note in rate.notes:
            notes.setdefault(note.explain(lang), []).append(indicator.name)
    if rows:
        yield from table(_heads(_RATES, lang), rows, right=frozenset({3, 4})).split("\n")
        for text, names in notes.items():
            yield f"※ {_said('named', lang, name=text, said=_STOPS[lang].join(names))}"


def _unmeasurable(evaluation: Evaluation, lang: Language) -> Iterator[str]:
    """What nobody has judged and no rate measures; rows without a target are counted."""
    without: list[str] = []
    for indicator in (item for _, item in evaluation.indicators()):
        if indicator.not_applicable or indicator.award is not None:
            continue
        if indicator.target is None:
            without.append(indicator.name)
            continue
        rate = measured(evaluation, indicator)
        if isinstance(rate, Undefined):
            yield f"○ {_said('named', lang, name=indicator.name, said=rate.explain(lang))}"
    if without:
        named = _STOPS[lang].join(shortened(plain(name), _NAME) for name in without[:_NAMED])
        named = _said("more", lang, names=named) if len(without) > _NAMED else named
        yield f"○ {_said('without', lang, count=len(without), names=named)}"


def _scores(evaluation: Evaluation, book: ScoringStandard, lang: Language) -> Iterator[str]:
    """The card where the form has weights, or a budget alone, and the total that it prints."""
    weights = [item.weight for _, item in evaluation.indicators()]
    spent = evaluation.budget is not None and not isinstance(evaluation.budget.execution_rate, Undefined)
    if any(weight is not None for weight in weights) or (spent and not weights):
        yield from _card(evaluate(evaluation, standard=book), lang)
    elif weights:
        yield _said("unweighted", lang)
    if (total := evaluation.reported_total) is not None:
        grade = book.grade(total)
        names = {"grade_zh": grade.label, "grade_en": grade.name}
        yield _said("reported_total", lang, total=total, standard=book.name, **names)


def _card(card: Scorecard, lang: Language) -> Iterator[str]:
    """A line a score, whatever stands in its name; then what the card says beneath its scores."""
    scores = [score.explain(lang) for score in card]
    beneath = card.explain(lang).removeprefix("\n".join(scores) + "\n")
    yield from (*scores, *beneath.split("\n"))


def shown(rate: Rate | Undefined) -> str:
    """A rate, or a dash where there is none (比率或横线)."""
    return _NOTHING if isinstance(rate, Undefined) else str(rate)


def _findings(findings: Iterable[Finding], lang: Language) -> Iterator[str]:
    """All findings but those on indicators that cannot be measured, which have a section."""
    for finding in findings:
        if finding.code not in _TOLD:
            gravity = message(f"severity.{finding.severity.value}", {}, lang)
            yield f"[{gravity}] {finding.explain(lang)}"
