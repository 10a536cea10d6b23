"""The engine (计分): completion rates become points, points become a total and a grade.

Multiply first, divide last, round once: every figure is an exact fraction until the
standard rounds it. What is undefined stays undefined, up to the total.
"""

from __future__ import annotations

from decimal import Decimal

from govperf.errors import UnitError
from govperf.model import (
    Evaluation,
    Grade,
    Indicator,
    Note,
    Score,
    Scorecard,
    Undefined,
)
from govperf.model.fields import expect
from govperf.scoring.completion import mismatch
from govperf.scoring.earning import by_rule, undecided
from govperf.scoring.execution import of_execution
from govperf.scoring.judging import corrected, judged, not_applicable
from govperf.scoring.pairing import measured
from govperf.scoring.totals import Total, added, total_of
from govperf.standards import ScoringStandard
from govperf.standards import standard as built_in
from govperf.version import VERSION

__all__ = ["book_of", "evaluate", "score", "score_kept", "standard_of"]


def score(indicator: Indicator, *, standard: ScoringStandard | None = None, year: int | None = None) -> Score:
    """Score (得分) of one indicator, with the way to it.

    Args:
        indicator: With target, actual and weight as far as the form has them.
        standard: The rule book; MOF-2020-10 unless told otherwise.
        year: The year evaluated, for daily frequencies and for dates that leave it out.

    Returns:
        Points between 0 and the weight, rounded as the standard says; `Undefined` points
        where there is no weight, nothing to measure and no award, where an award lies outside the band of its
        level, or where an approximate actual decides.

    Raises:
        UnitError: Target and actual do not measure the same thing.
        DataError: The year is out of range.
        ScoringError: A rule that is code gives neither `Earned` nor `Undefined`.
        StandardError: The rule book has no rule for such a target.
        TypeError: The first argument is no indicator, the standard no rule book, or the year no int.

    Rule:
        Weight × min(1, completion rate) under 财预〔2020〕10号; never above the weight (verified).

    Example:
        >>> indicator = Indicator("处理完成率", target="≥95%", actual="75%", weight=20)
        >>> print(score(indicator).explain("en"))
        处理完成率: 20 × 75% ÷ 95% = 15.789473…, rounded to 15.79 points (proportional, MOF-2020-10)
    """
    expect(Indicator, indicator)
    book = built_in() if standard is None else standard
    expect(ScoringStandard, book)
    return _scored(indicator, book, year)


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
        ScoringError: A rule that is code gives neither `Earned` nor `Undefined`.
        StandardError: There is no such rule book, or it has no rule for a target.
        TypeError: The first argument is no evaluation, or the standard no rule book.

    Rule:
        Total = sum of the rounded scores + score of the budget execution; the grade is that
        of the rounded total, on half-open bands (in use).

    Example:
        >>> from govperf.model import Budget, Department, Goal
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
    book = book_of(evaluation, standard)
    scores = tuple(score_kept(item, book, evaluation.year, path) for path, item in evaluation.indicators())
    execution = of_execution(evaluation, book)
    total = total_of((execution, *scores), evaluation.corrections, execution.rate, book)
    if not any(item.applicable for item in scores):
        reason = "undefined.none-applies" if scores else "undefined.no-indicators"
        total = Total(Undefined(reason), (), None)
    full = _weights((execution, *scores))
    notes: tuple[Note, ...] = ()
    if scores and isinstance(full, Decimal) and full != book.full.value:
        notes = (Note("note.weights-sum", {"sum": full, "full": book.full.value}),)
    return Scorecard(
        scores=scores,
        budget_score=execution,
        total=total.points,
        full=full,
        grade=_grade(total.points, book),
        notes=notes,
        standard=book.name,
        version=VERSION,
        steps=total.steps,
        within=total.within,
        unrounded=total.exact,
        fingerprint=book.fingerprint,
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


def book_of(evaluation: Evaluation, standard: ScoringStandard | None) -> ScoringStandard:
    """The rule book given, else the one that the evaluation names (所用评分标准).

    Args:
        evaluation: Its `standard` is a name.
        standard: A rule book, never its name; None for none.

    Returns:
        The rule book.

    Raises:
        StandardError: There is no rule book of the name in the evaluation.
        TypeError: One of the two is another thing.

    Example:
        >>> book_of(Evaluation("某局", 2023), None).name
        'MOF-2020-10'
    """
    if standard is None:
        return standard_of(evaluation)
    expect(ScoringStandard, standard)
    return standard


def _scored(indicator: Indicator, book: ScoringStandard, year: int | None, path: str = "") -> Score:
    """By a rule, else by a person; then as a person corrects it."""
    if indicator.not_applicable:
        return corrected(not_applicable(indicator, book, path), indicator)
    pair = measured(indicator.target, indicator.actual, year=year)
    return corrected(judged(by_rule(indicator, pair, book, path), indicator, book), indicator)


def score_kept(indicator: Indicator, book: ScoringStandard, year: int | None, path: str = "") -> Score:
    """As `score`, but units that do not fit are a score without points (单位不可比的得分): no row is lost.

    Args:
        indicator: As for `score`.
        book: The rule book.
        year: As for `score`.
        path: Where in the evaluation, "" outside one.

    Returns:
        The score; that of 人 beside 人次 says why there are no points.

    Raises:
        StandardError: As for `score`.
        ScoringError: As for `score`.
    """
    try:
        return _scored(indicator, book, year, path)
    except UnitError as error:
        found = undecided(indicator, mismatch(error), book, path)
        return corrected(judged(found, indicator, book), indicator)


def _weights(scores: tuple[Score, ...]) -> Decimal | Undefined:
    """The sum of all weights; undefined as long as one is."""
    known = [score.full for score in scores if isinstance(score.full, Decimal)]
    if len(known) < len(scores):
        return Undefined("undefined.weights", {"count": len(scores) - len(known), "of": len(scores)})
    return added(known)


def _grade(total: Decimal | Undefined, book: ScoringStandard) -> Grade | Undefined:
    return total if isinstance(total, Undefined) else book.grade(total)
