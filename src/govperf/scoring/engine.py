"""The engine (计分): completion rates become points, points become a total and a grade.

Multiply first, divide last, round once: every figure is an exact fraction until the
standard rounds it. What is undefined stays undefined, up to the total.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from typing import Final

import attrs

from govperf.errors import UnitError
from govperf.model import (
    Approximation,
    Budget,
    CompletionRate,
    Evaluation,
    Grade,
    Indicator,
    Note,
    Rate,
    Score,
    Scorecard,
    Undefined,
)
from govperf.model.fields import expect
from govperf.numerals.contexts import EXACT
from govperf.scoring.completion import compared, mismatch
from govperf.scoring.pairing import Measured, measured
from govperf.standards import Rule, ScoringStandard
from govperf.standards import standard as built_in
from govperf.version import VERSION

__all__ = ["evaluate", "score", "standard_of"]

_EXECUTION: Final = "预算执行率"
_BUDGET: Final = "$.budget"
_OPEN_SIDES: Final[Mapping[Approximation, tuple[int, int]]] = {
    Approximation.ABOUT: (-1, 1),
    Approximation.AT_LEAST: (0, 1),
    Approximation.AT_MOST: (-1, 0),
}
"""Where an approximate figure may truly lie, below and above what is printed."""


def score(indicator: Indicator, *, standard: ScoringStandard | None = None, year: int | None = None) -> Score:
    """Score (得分) of one indicator, with the way to it.

    Args:
        indicator: With target, actual and weight as far as the form has them.
        standard: The rule book; MOF-2020-10 unless told otherwise.
        year: The year evaluated, for daily frequencies and for dates that leave it out.

    Returns:
        Points between 0 and the weight, rounded as the standard says; `Undefined` points
        where there is no weight, nothing to measure, or where an approximate actual decides.

    Raises:
        UnitError: Target and actual do not measure the same thing.
        DataError: The year is out of range.
        TypeError: The first argument is no indicator, or the year no int.
        StandardError: The rule book has no rule for such a target.

    Rule:
        Weight × min(1, completion rate) under 财预〔2020〕10号; never above the weight (verified).

    Example:
        >>> indicator = Indicator("处理完成率", target="≥95%", actual="75%", weight=20)
        >>> print(score(indicator).explain("en"))
        处理完成率: 20 × 75% ÷ 95% = 15.789473…, rounded to 15.79 points (proportional, MOF-2020-10)
    """
    expect(Indicator, indicator)
    book = standard or built_in()
    pair = measured(indicator.target, indicator.actual, year=year)
    if isinstance(pair, Undefined):
        return _undefined(indicator.name, indicator.weight, pair, book)
    rate = compared(pair)
    if isinstance(rate, Undefined):
        return _undefined(indicator.name, indicator.weight, rate, book)
    rule = book.rule_for(pair.operator, zero=pair.of_zero, dated=pair.dated)
    made = _score(indicator.name, indicator.weight, rate, rule, book)
    made = attrs.evolve(made, notes=(*rate.notes, *made.notes))
    return _approximate(made, pair, rule, book)


def evaluate(evaluation: Evaluation, *, standard: ScoringStandard | None = None) -> Scorecard:
    """Scorecard (评分结果) of an evaluation: every score, the total and the grade.

    Args:
        evaluation: As its form says; scores that the form prints are not looked at.
        standard: The rule book; else the one that the evaluation names, else MOF-2020-10.

    Returns:
        The card. A score that cannot be given is `Undefined`, and so are total and grade
        then; an indicator whose actual does not measure what its target does is one of them.
        Without any indicator there is no total either.

    Raises:
        StandardError: There is no such rule book, or it has no rule for a target or no grade for the total.
        TypeError: The argument is no evaluation.

    Rule:
        Total = sum of the rounded scores + score of the budget execution; the grade is that
        of the rounded total, on half-open bands (in use).

    Example:
        >>> from govperf.model import Department, Goal
        >>> table = Evaluation(
        ...     Department("某局"),
        ...     2023,
        ...     budget=Budget(2023, adjusted="100万元", executed="95万元"),
        ...     goals=[Goal("巡查", indicators=[Indicator("巡查", target="52次", actual="52次", weight=90)])],
        ... )
        >>> evaluate(table).total, evaluate(table).grade.label
        (Decimal('99.50'), '优')
    """
    expect(Evaluation, evaluation)
    book = standard or standard_of(evaluation)
    scores = tuple(
        _mismatch_kept(item, book, evaluation.year, path) for path, item in evaluation.indicators()
    )
    execution = _execution(evaluation.budget, book)
    total = _sum([item.points for item in (execution, *scores)], "undefined.total")
    if not scores:
        total = Undefined("undefined.no-indicators")
    full = _sum([item.full for item in (execution, *scores)], "undefined.weights")
    notes: tuple[Note, ...] = ()
    if scores and isinstance(full, Decimal) and full != book.full.value:
        notes = (Note("note.weights-sum", {"sum": full, "full": book.full.value}),)
    return Scorecard(
        scores=scores,
        budget_score=execution,
        total=total,
        full=full,
        grade=_grade(total, book),
        notes=notes,
        standard=book.name,
        version=VERSION,
    )


def standard_of(evaluation: Evaluation) -> ScoringStandard:
    """The rule book that an evaluation names (所依据的评分标准), MOF-2020-10 where it names none.

    Args:
        evaluation: Its `standard` is the name.

    Returns:
        The built-in standard.

    Raises:
        StandardError: There is no such standard.
        TypeError: The argument is no evaluation.

    Example:
        >>> standard_of(Evaluation("某局", 2023)).name
        'MOF-2020-10'
    """
    expect(Evaluation, evaluation)
    return built_in(evaluation.standard) if evaluation.standard else built_in()


def _mismatch_kept(indicator: Indicator, book: ScoringStandard, year: int, path: str) -> Score:
    """One row that compares 人 with 人次 does not lose the others."""
    try:
        made = score(indicator, standard=book, year=year)
    except UnitError as error:
        made = _undefined(indicator.name, indicator.weight, mismatch(error), book)
    return attrs.evolve(made, path=path)


def _score(name: str, weight: Decimal | None, rate: Rate, rule: Rule, book: ScoringStandard) -> Score:
    share = rule.share(rate.exact)
    full = Undefined("undefined.weight-missing") if weight is None else weight
    points = full if isinstance(full, Undefined) else book.rounding.round(Fraction(full) * share)
    notes: list[Note] = []
    if isinstance(rate, CompletionRate) and rate.exact >= Fraction(book.over_fulfilment.value):
        notes.append(Note("note.far-over", {"rate": rate}))
    return Score(
        name=name,
        points=points,
        full=full,
        rule=rule.name,
        rate=rate,
        share=share,
        notes=tuple(notes),
        standard=book.name,
    )


def _undefined(name: str, weight: Decimal | None, reason: Undefined, book: ScoringStandard) -> Score:
    return Score(
        name=name,
        points=reason,
        full=Undefined("undefined.weight-missing") if weight is None else weight,
        rule="",
        rate=reason,
        share=reason,
        standard=book.name,
    )


def _approximate(made: Score, pair: Measured, rule: Rule, book: ScoringStandard) -> Score:
    """An approximate actual counts as printed only where it cannot decide."""
    if pair.approximation is Approximation.EXACT or pair.ranged or isinstance(made.full, Undefined):
        return made
    figures = {"margin": _percent(book.approximation.value), "actual": pair.cell}
    if _around(made.full, pair, rule, book) == {made.points}:
        return attrs.evolve(made, notes=(*made.notes, Note("note.approximate", figures)))
    return attrs.evolve(made, points=Undefined("undefined.approximation-decides", figures))


def _around(full: Decimal, pair: Measured, rule: Rule, book: ScoringStandard) -> set[Decimal | Undefined]:
    """All points that an actual within the margin may earn, on the side that its words leave open.

    The share of the points is straight between the knots of the rule, and the rate turns at the target, so
    that its extremes are at the ends of the margin, or there; above the upper end of a range there is none.
    """
    margin = Fraction(book.approximation.value)
    ends = sorted(
        pair.reached + side * margin * abs(pair.reached) for side in _OPEN_SIDES[pair.approximation]
    )
    if ends[0] < pair.wanted < ends[-1]:
        ends.append(pair.wanted)
    found = [compared(attrs.evolve(pair, reached=end)) for end in ends]
    if undefined := [rate for rate in found if isinstance(rate, Undefined)]:
        return set(undefined)
    within = sorted(rate.exact for rate in found if isinstance(rate, CompletionRate))
    low, high = within[0], within[-1]
    rates = [low, *(knot for knot, _ in rule.knots if low < knot < high), high]
    return {book.rounding.round(Fraction(full) * rule.share(rate)) for rate in rates}


def _percent(share: Decimal) -> str:
    return f"{EXACT.scaleb(share, 2).normalize(EXACT):f}%"


def _execution(budget: Budget | None, book: ScoringStandard) -> Score:
    """The points of the budget execution are those that the form prints, else those of the standard."""
    printed = None if budget is None else budget.weight
    full = book.execution_points.value if printed is None else printed
    rate = Undefined("undefined.budget-missing") if budget is None else budget.execution_rate
    if isinstance(rate, Undefined):
        return attrs.evolve(_undefined(_EXECUTION, full, rate, book), path=_BUDGET)
    made = _score(_EXECUTION, full, rate, book.rule(book.execution_rule), book)
    notes = (Note("note.over-budget", {"rate": rate}),) if rate.exact > 1 else made.notes
    return attrs.evolve(made, notes=notes, path=_BUDGET)


def _sum(values: Sequence[Decimal | Undefined], code: str) -> Decimal | Undefined:
    """The sum, exact under any decimal context of the caller; undefined as long as one value is."""
    known = [value for value in values if isinstance(value, Decimal)]
    if len(known) < len(values):
        return Undefined(code, {"count": len(values) - len(known), "of": len(values)})
    return reduce(EXACT.add, known, Decimal(0))


def _grade(total: Decimal | Undefined, book: ScoringStandard) -> Grade | Undefined:
    return total if isinstance(total, Undefined) else book.grade(total)
