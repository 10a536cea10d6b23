"""What scores and cards say of themselves (得分说明的行文)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from govperf.errors import plain
from govperf.messages import MESSAGES, message
from govperf.model.quotients import decimals, percentage
from govperf.model.rates import Rate
from govperf.model.remarks import Undefined

if TYPE_CHECKING:
    from govperf.messages import Language
    from govperf.model.score import Score
    from govperf.model.scorecard import Scorecard

__all__ = ["card_lines", "measure_of", "part_of", "rule_name", "score_line", "shown_of"]


def rule_name(rule: str, lang: Language) -> str:
    """A rule in words (规则名称); a rule of somebody's own rule book under the name it has there."""
    code = f"rule.{rule}"
    return message(code, {}, lang) if code in MESSAGES else rule


def score_line(score: Score, lang: Language) -> str:
    """How the points of a score came about, on one line (得分说明).

    Args:
        score: Any.
        lang: "zh" or "en".

    Returns:
        The sentence, with the remarks in brackets, on one line whatever stands in the names.
    """
    code, details = _formula(score, lang)
    line = message(code, {"name": score.name, **details}, lang)
    remarks = [*_changes(score, lang), *(note.explain(lang) for note in score.notes)]
    if not remarks:
        return plain(line)
    return plain(f"{line}（{'；'.join(remarks)}）" if lang == "zh" else f"{line} ({'; '.join(remarks)})")


def _formula(score: Score, lang: Language) -> tuple[str, dict[str, str]]:
    """The sentence that fits, and its figures."""
    match score.points, score.full, score.share:
        case Decimal(), Decimal() as full, Fraction() as share:
            code, more = _earned(score, full, share, lang)
            points = score.earned if _is_changed(score) else score.points  # the others follow in brackets
            figures = {"points": f"{points:f}", "full": f"{full:f}", **more}
            return code, {**figures, "rule": rule_name(score.rule, lang), "standard": score.standard}
        case values:
            return "score.undefined", {"reason": _reason(values, lang)}


def _earned(score: Score, full: Decimal, share: Fraction, lang: Language) -> tuple[str, dict[str, str]]:
    """How a share of the weight is earned: by a person, all of it, by one division, or by the rule."""
    if score.rule == "no_points":
        return "score.none", {}
    if score.award is not None or not (score.shown or isinstance(score.rate, Rate)):
        return "score.given", {}
    figure = {"measure": message(f"measure.{measure_of(score)}", {}, lang), "shown": shown_of(score)}
    if share == 1:
        return "score.full", figure
    exact = decimals(Fraction(full) * share)
    terms = score.rate.terms if isinstance(score.rate, Rate) and share == score.rate.exact else None
    if score.shown or terms is None:
        return "score.share", {**figure, "share": part_of(share), "exact": exact}
    above, below = terms
    return "score.proportional", {"above": above, "below": below, "exact": exact}


def _is_changed(score: Score) -> bool:
    """Whether anything was taken off or added after the rule."""
    return bool(score.minus or score.corrections)


def part_of(share: Fraction) -> str:
    """A share of the points as a percentage (得分比例): with as many digits as one needs for the product."""
    ends = (share * 10_000).denominator == 1
    return str(Rate(share)) if ends else percentage(share)


def measure_of(score: Score) -> str:
    """The figure that the rule looked at (计分依据): the completion rate where that stands in for it."""
    return score.measure if score.shown else "completion"


def shown_of(score: Score) -> str:
    """That figure as a reader would write it (计分依据的写法)."""
    return score.shown or str(score.rate)


def _changes(score: Score, lang: Language) -> Iterator[str]:
    """What was taken off or added after the rule, and what that leaves."""
    if isinstance(score.points, Undefined) or not _is_changed(score):
        return
    if score.minus:
        yield message("score.minus", {"minus": decimals(score.minus)}, lang)
    for item in score.corrections:
        details = {"points": f"{item.points:+f}", "reason": item.reason}
        yield message("score.correction", details, lang)
    yield message("score.finally", {"points": f"{score.points:f}"}, lang)


def card_lines(card: Scorecard, lang: Language) -> Iterator[str]:
    """How a total came about, a line a score (总分说明).

    Args:
        card: Any.
        lang: "zh" or "en".

    Yields:
        The scores, the total, what is missing, the notes.
    """
    yield from (score.explain(lang) for score in card)
    yield from map(plain, _summary(card, lang))
    yield from (plain(note.explain(lang)) for note in card.notes)


def _summary(card: Scorecard, lang: Language) -> Iterator[str]:
    """The total as the sum of the points, and its grade; or the reason why there is none."""
    if isinstance(card.total, Undefined) or isinstance(card.grade, Undefined):
        yield message("card.undefined", {"reason": _reason((card.total, card.grade), lang)}, lang)
        if card.within is not None:
            low, high = card.within
            yield message("card.within", {"low": f"{low:f}", "high": f"{high:f}"}, lang)
        return
    counted = [score.points for score in card if isinstance(score.points, Decimal)]
    label = card.grade.label if lang == "zh" else card.grade.name
    details = {
        "parts": " + ".join(f"{points:f}" for points in counted),
        "total": f"{card.total:f}",
        "grade": label,
        "standard": card.standard,
    }
    if not card.steps:
        yield message("card.total", details, lang)
        return
    yield message("card.sum", details, lang)
    yield from (step.explain(lang) for step in card.steps)
    yield message("card.finally", details, lang)


def _reason(values: Iterable[object], lang: Language) -> str:
    """Why the first of the values that are undefined is so."""
    return next(value for value in values if isinstance(value, Undefined)).explain(lang)
