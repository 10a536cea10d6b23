"""A rule book in words (评分标准说明): each of its numbers with its source, from its data alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from govperf.messages import message
from govperf.model import Operator
from govperf.model.clause import Clause
from govperf.model.saying import rule_name
from govperf.standards.levels import Level
from govperf.standards.origins import origin, origin_of_rule
from govperf.standards.parameters import Rounding
from govperf.standards.phrases import earned, figures, percentage, plain_text, span, taken_off
from govperf.standards.review_limits import ReviewLimits
from govperf.standards.rules import ANY, DATE, ZERO, Rule, ScoringRule
from govperf.standards.taxonomies import Category, taxonomy
from govperf.standards.weights import WeightFloor, WeightSet

if TYPE_CHECKING:
    from govperf.messages import Language
    from govperf.standards.rulebook import ScoringStandard

__all__ = ["description"]

_MARKUP: Final = re.compile(r"[\\`*<|]|\](?=\()")
_ONE: Final = Fraction(1)

Numbered = tuple[str, str, Clause, "Callable[[ScoringStandard], object]"]
"""What a number is for, the number in words, where it comes from, and where in a rule book it stands."""


def description(book: ScoringStandard, lang: Language = "zh") -> str:
    """A rule book in words (评分标准说明), as plain Markdown; see `ScoringStandard.describe`.

    Args:
        book: Any rule book; of a rule that is a class of its own the text says its name and its targets.
        lang: "zh" or "en".

    Returns:
        The text, whose last line ends.

    Raises:
        ValueError: The language is neither.

    Example:
        >>> from govperf.standards import standard
        >>> description(standard("HUBEI-2020")).splitlines()[0]
        '# 评分标准HUBEI-2020'
    """
    sections = (_head, _numbers, _rules, _levels, _grades)
    return "\n\n".join("\n".join(section(book, lang)) for section in sections) + "\n"


# --- small parts


def _say(code: str, lang: Language, /, **details: object) -> str:
    return message(f"describe.{code}", details, lang)


def _heading(code: str, lang: Language, /, **details: object) -> str:
    text = _say(code, lang, **details)
    return text[:1].upper() + text[1:]


def _sentence(code: str, lang: Language, /, **details: object) -> str:
    return f"{_heading(code, lang, **details)}{'。' if lang == 'zh' else '.'}"


def _plain(text: str) -> str:
    """A text of a rule book as one line that is no markup."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))


def _list(parts: Iterable[str], lang: Language) -> str:
    return _say("list", lang).join(parts) or _say("none", lang)


def _clauses(parts: Iterable[str], lang: Language) -> str:
    return _say("clauses", lang).join(parts)


def _points(value: Decimal) -> str:
    return plain_text(Fraction(value))


def _bullet(code: str, value: str, lang: Language) -> str:
    return f"- {_say('field', lang, name=_heading(code, lang), value=value)}"


def _provenance(clause: Clause, lang: Language) -> str:
    return message(f"provenance.{clause.provenance.value}", {}, lang)


def _origin(clause: Clause, taken: str, lang: Language) -> str:
    """The source of something; of what stands in another rule book, that it was taken from there."""
    source = _plain(clause.source)
    return _say("inherited", lang, name=_plain(taken), source=source) if taken else source


def _source(clause: Clause, taken: str, lang: Language) -> str:
    """Where something comes from, on a line of its own."""
    sure = _provenance(clause, lang)
    said = _say("source", lang, provenance=sure, source=_origin(clause, taken, lang))
    return _say("field", lang, name=_heading("where", lang), value=said)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], lang: Language) -> Iterator[str]:
    """A table; the codes of its columns, and its cells."""
    yield _row([_heading(f"column-{code}", lang) for code in head])
    yield _row(["---"] * len(head))
    yield from map(_row, rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


# --- what the book is


def _head(book: ScoringStandard, lang: Language) -> Iterator[str]:
    known = taxonomy(book.taxonomy)
    named = known.title if lang == "zh" else known.english
    yield f"# {_heading('title', lang, name=_plain(book.name))}"
    yield ""
    yield _bullet("document", _plain(book.title), lang)
    yield _bullet("english", _plain(book.english), lang)
    yield _bullet("aliases", _list(map(_plain, book.aliases), lang), lang)
    yield _bullet("extends", _plain(book.extends) or _say("none", lang), lang)
    yield _bullet("taxonomy", _say("remark", lang, text=_plain(book.taxonomy), remark=_plain(named)), lang)


# --- numbers


def _numbers(book: ScoringStandard, lang: Language) -> Iterator[str]:
    """Every number that is no part of a rule, a level or a grade."""
    yield f"## {_heading('numbers', lang)}"
    yield ""
    rows = (
        (what, value, _provenance(clause, lang), _origin(clause, origin(book, part), lang))
        for what, value, clause, part in _numbered(book, lang)
    )
    yield from _table(("what", "value", "provenance", "source"), rows, lang)


def _numbered(book: ScoringStandard, lang: Language) -> Iterator[Numbered]:
    full = _say("points", lang, points=_points(book.full.value))
    yield _say("full", lang), full, book.full.clause, lambda one: one.full
    yield _say("execution", lang), _execution(book, lang), book.execution_points.clause, _executed
    yield from _weighed(book, lang)
    limit = percentage(Fraction(book.over_fulfilment.value))
    said = _say("over-value", lang, limit=limit)
    yield _say("over", lang), said, book.over_fulfilment.clause, lambda one: one.over_fulfilment
    margin = percentage(Fraction(book.approximation.value))
    said = _say("approximation-value", lang, margin=margin)
    yield _say("approximation", lang), said, book.approximation.clause, lambda one: one.approximation
    if book.review is not None:
        yield from _reviewed(book.review, lang)
    policy = _say(f"policy-{book.not_applicable.policy}", lang)
    yield _say("not-applicable", lang), policy, book.not_applicable.clause, lambda one: one.not_applicable
    said = _rounding(book.rounding, lang)
    yield _say("rounding", lang), said, book.rounding.clause, lambda one: one.rounding
    if book.total_cap is not None:
        said = _cap(book.total_cap.bands, lang)
        yield _say("cap", lang), said, book.total_cap.clause, lambda one: one.total_cap


def _reviewed(limits: ReviewLimits, lang: Language) -> Iterator[Numbered]:
    """From where on a review looks at a figure."""
    for name in ("jump", "slip"):
        value = percentage(Fraction(getattr(limits, name).value))
        yield _say(f"review-{name}", lang), value, limits.jump.clause, lambda one: one.review
    months = _say("months", lang, months=f"{limits.evidence_months.value:f}")
    yield _say("review-evidence", lang), months, limits.jump.clause, lambda one: one.review


def _weighed(book: ScoringStandard, lang: Language) -> Iterator[Numbered]:
    """The points of the first levels, and the least that some of them weigh."""
    known = {one.code: one for one in taxonomy(book.taxonomy).categories}
    for one in book.weights:
        what = _say("weights", lang, name=_plain(one.name))
        yield what, _weights(one, known, lang), one.clause, partial(_has_weights, one)
    for floor in book.weight_floors:
        yield _say("floor", lang), _floor(floor, known, lang), floor.clause, partial(_has_floor, floor)


def _has_weights(one: WeightSet, book: ScoringStandard) -> bool:
    return one in book.weights


def _has_floor(floor: WeightFloor, book: ScoringStandard) -> bool:
    return floor in book.weight_floors


def _executed(book: ScoringStandard) -> object:
    return book.execution_points, book.execution_rule, book.execution_finished


def _execution(book: ScoringStandard, lang: Language) -> str:
    code = "execution-finished" if book.execution_finished else "execution-value"
    rules = (book.execution_rule, book.execution_finished)
    rule, finished = (_plain(rule_name(name, lang)) for name in rules)
    points = _points(book.execution_points.value)
    return _say(code, lang, points=points, rule=rule, finished=finished)


def _label(code: str, known: dict[str, Category], lang: Language) -> str:
    """A category as forms print it; in English with what it means."""
    one = known.get(code)
    if one is None:  # a floor may name a first level that the taxonomy of the book has not
        return _plain(code)
    printed = " ".join(one.labels)
    return printed if lang == "zh" else _say("remark", lang, text=_plain(one.english), remark=printed)


def _weights(one: WeightSet, known: dict[str, Category], lang: Language) -> str:
    parts = [_weight(_label(code, known, lang), points, lang) for code, points in one.points]
    parts.append(_weight(_say("execution", lang), one.execution, lang))
    return _say("weight-sum", lang, parts=_list(parts, lang), sum=_points(one.full))


def _weight(level: str, points: Decimal, lang: Language) -> str:
    return _say("weight", lang, level=level, points=_points(points))


def _floor(floor: WeightFloor, known: dict[str, Category], lang: Language) -> str:
    levels = _list((_label(code, known, lang) for code in floor.codes), lang)
    kinds = _list((_say(f"kind-{kind}", lang) for kind in floor.kinds), lang)
    return _say("floor-value", lang, levels=levels, kinds=kinds, share=percentage(Fraction(floor.share)))


def _rounding(rounding: Rounding, lang: Language) -> str:
    mode = message(f"mode.{rounding.mode}", {}, lang)
    parts = [_say("rounding-value", lang, mode=mode, digits=rounding.digits)]
    parts.append(_say(f"rounding-{rounding.level}", lang))
    if rounding.rate is not None:
        parts.append(_say("rounding-rate", lang, rate=rounding.rate))
    return _clauses(parts, lang)


def _cap(bands: Sequence[tuple[Fraction, Decimal]], lang: Language) -> str:
    parts: list[str] = []
    ends = [*(percentage(rate) for rate, _ in bands[1:]), None]
    for (rate, most), end in zip(bands, ends, strict=True):
        where = span(percentage(rate), end, lang, low_in=True, high_in=False)
        parts.append(_say("cap-value", lang, range=where, points=_points(most)))
    return _clauses(parts, lang)


# --- rules


def _rules(book: ScoringStandard, lang: Language) -> Iterator[str]:
    yield f"## {_heading('rules', lang)}"
    if any(rule.categories or rule.indicators for rule in book.rules):
        yield ""
        yield _sentence("rules-order", lang)
    for rule in book.rules:
        yield ""
        yield from _rule(rule, book, lang)


def _rule(rule: ScoringRule, book: ScoringStandard, lang: Language) -> Iterator[str]:
    name, called = _plain(rule.name), _plain(rule_name(rule.name, lang))
    yield f"### {name if name == called else _say('remark', lang, text=called, remark=name)}"
    yield ""
    yield _bullet("rule-for", _claimed(rule, book, lang), lang)
    if not isinstance(rule, Rule):
        yield _bullet("rule-measure", _say("own", lang), lang)
    else:
        executes = rule.name in (book.execution_rule, book.execution_finished)
        looked = _clauses(map(_plain, figures(rule, lang, execution=executes)), lang)
        yield _bullet("rule-measure", looked, lang)
        yield from _nested("rule-points", earned(rule, lang, execution=executes), lang)
        code = "deductions" if rule.steps is None else "deductions-steps"
        yield from _nested(code, taken_off(rule, lang, execution=executes), lang)
    yield f"- {_source(rule.clause, origin_of_rule(book, rule), lang)}"
    if isinstance(rule, Rule) and rule.choice:
        yield _bullet("choice", _plain(rule.choice), lang)


def _nested(code: str, lines: Iterable[str], lang: Language) -> Iterator[str]:
    """A list below a point; nothing where it would be empty."""
    said = [f"  - {_plain(line)}" for line in lines]
    if said:
        yield f"- {_say('field', lang, name=_heading(code, lang), value='').rstrip()}"
        yield from said


_TARGETS: Final = {
    **{operator.value: f"`{operator.sign}`" for operator in Operator},
    Operator.BETWEEN.value: "target-between",
    ZERO: "target-zero",
    DATE: "target-date",
    ANY: "target-any",
}
"""The sign of an operator, or the code of its words."""


def _claimed(rule: ScoringRule, book: ScoringStandard, lang: Language) -> str:
    """What a rule is for: its targets, categories and indicators, and the budget execution."""
    parts: list[str] = []
    if rule.operators:
        parts.append(_list((_target(operator, lang) for operator in rule.operators), lang))
        known = {one.code: one for one in taxonomy(book.taxonomy).categories}
        categories = _list((_label(code, known, lang) for code in rule.categories), lang)
        names = _list(map(_plain, rule.indicators), lang)
        if rule.categories:
            parts.append(_say("of-categories", lang, categories=categories))
        if rule.indicators:
            parts.append(_say("of-indicators", lang, names=names))
    if rule.name == book.execution_rule:
        parts.append(_say("for-execution", lang))
    if rule.name == book.execution_finished:
        parts.append(_say("for-finished", lang))
    return _clauses(parts, lang) or _say("for-nothing", lang)


def _target(operator: str, lang: Language) -> str:
    said = _TARGETS.get(operator)
    if said is None:  # a class of somebody's own may say anything
        return _plain(operator)
    return said if said.startswith("`") else _say(said, lang)


# --- levels and grades


def _levels(book: ScoringStandard, lang: Language) -> Iterator[str]:
    yield f"## {_heading('levels', lang)}"
    yield ""
    rows = (
        (
            _plain(one.label)
            if lang == "zh"
            else _say("remark", lang, text=_plain(one.english), remark=_plain(one.label)),
            _band(one, lang),
            _list(map(_plain, one.aliases), lang),
        )
        for one in book.levels.levels
    )
    yield from _table(("level", "band", "aliases"), rows, lang)
    yield ""
    yield _sentence("levels-rounded", lang)
    yield ""
    yield _source(book.levels.clause, origin(book, lambda one: one.levels), lang)


def _band(level: Level, lang: Language) -> str:
    low, high = percentage(level.lower), percentage(level.upper)
    said = (
        _say("level-fixed", lang, share=low)
        if level.fixed
        else span(low, high, lang, low_in=True, high_in=level.upper == _ONE)
    )
    return _say("level-minus", lang, band=said, points=plain_text(level.minus)) if level.minus else said


def _grades(book: ScoringStandard, lang: Language) -> Iterator[str]:
    yield f"## {_heading('grades', lang)}"
    yield ""
    limits = [_say("points", lang, points=_points(grade.lower)) for grade in book.grades]
    rows: list[tuple[str, str]] = []
    for grade, (high, low) in zip(book.grades, pairwise([None, *limits]), strict=True):
        label = _plain(grade.label)
        named = label if lang == "zh" else _say("remark", lang, text=_plain(grade.name), remark=label)
        rows.append((named, span(low, high, lang, low_in=True, high_in=False)))
    yield from _table(("grade", "total"), rows, lang)
    yield ""
    yield _source(book.grades_clause, origin(book, lambda one: (one.grades, one.grades_clause)), lang)
