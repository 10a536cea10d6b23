"""The way to a score and to a total as data (计算过程): a note for each step."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from govperf.messages import message
from govperf.model.rates import Rate
from govperf.model.remarks import Note, Undefined
from govperf.model.saying import measure_of, rule_name, shown_of

if TYPE_CHECKING:
    from govperf.model.score import Score
    from govperf.model.scorecard import Scorecard

__all__ = ["card_trace", "score_trace"]


def score_trace(score: Score) -> tuple[Note, ...]:
    """The way to the points of a score (得分过程), as in `Score.trace`."""
    return tuple(_of_score(score))


def card_trace(card: Scorecard) -> tuple[Note, ...]:
    """The way from the scores to the grade (总分过程), as in `Scorecard.trace`."""
    return tuple(_of_card(card))


def _of_score(score: Score) -> Iterator[Note]:
    for name in ("target", "actual"):
        if cell := getattr(score, name):
            yield Note(f"trace.{name}", {"cell": cell})
    yield from _of_figure(score)
    if score.clause is not None:
        clause = {**_worded(f"provenance.{score.clause.provenance.value}"), "source": score.clause.source}
        names = {
            "rule": score.rule,
            "rule_en": rule_name(score.rule, "en"),
            "rule_zh": rule_name(score.rule, "zh"),
        }
        yield Note("trace.rule", {**names, "standard": score.standard, **clause})
    yield from _of_points(score)
    yield from score.notes


def _of_figure(score: Score) -> Iterator[Note]:
    """The figure that the rule looks at, exactly where it is a rate."""
    rate = score.rate if isinstance(score.rate, Rate) else None
    exact = rate.exact if rate is not None and score.figure is None else score.figure
    if exact is None:
        return
    above, below = ("", "") if rate is None or score.shown else rate.terms or ("", "")
    figure = {"shown": shown_of(score), "exact": str(exact)}
    words = _worded(f"measure.{measure_of(score)}")
    yield Note("trace.figure", {**words, "above": above, "below": below, **figure})


def _worded(code: str) -> dict[str, str]:
    """A stable name, and what it is called."""
    kind, _, value = code.partition(".")
    return {kind: value, f"{kind}_en": message(code, {}, "en"), f"{kind}_zh": message(code, {}, "zh")}


def _of_points(score: Score) -> Iterator[Note]:
    match score.points, score.full, score.share:
        case Decimal() as points, Decimal() as full, Fraction() as share:
            if score.award is not None:
                level, by = score.award.level, score.award.by
                yield Note("trace.award", {"points": f"{score.earned:f}", "level": level, "by": by})
            else:
                yield Note(
                    "trace.share", {"share": share, "full": f"{full:f}", "points": Fraction(full) * share}
                )
            if score.minus:
                yield Note("trace.minus", {"minus": score.minus})
            for item in score.corrections:
                yield Note("trace.correction", {"points": f"{item.points:f}", "reason": item.reason})
            figures = {"digits": score.digits, "unrounded": score.unrounded, **_worded(f"mode.{score.mode}")}
            yield Note("trace.points", {"points": f"{points:f}", **figures})
        case values:
            reason = next(value for value in values if isinstance(value, Undefined))
            yield Note(reason.code, reason.details)


def _of_card(card: Scorecard) -> Iterator[Note]:
    for score in card:
        points = score.points
        known = f"{points:f}" if isinstance(points, Decimal) else ""
        yield Note("trace.score", {"path": score.path, "name": score.name, "points": known})
    yield from card.steps
    yield from _of_total(card)
    yield from card.notes


def _of_total(card: Scorecard) -> Iterator[Note]:
    """The total and its grade; or why there is none, and what it can be."""
    if isinstance(card.total, Undefined):
        yield Note(card.total.code, card.total.details)
        if card.within is not None:
            low, high = card.within
            yield Note("card.within", {"low": f"{low:f}", "high": f"{high:f}"})
        return
    details = {"total": f"{card.total:f}", "standard": card.standard, "fingerprint": card.fingerprint}
    yield Note("trace.total", {**details, "version": card.version})
    if isinstance(card.grade, Undefined):
        yield Note(card.grade.code, card.grade.details)
    else:
        names = {"grade_en": card.grade.name, "grade_zh": card.grade.label}
        yield Note("trace.grade", {**names, "lower": f"{card.grade.lower:f}"})
