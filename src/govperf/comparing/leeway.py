"""Leeway (余地): how far figures and weights may move before the grade is another one."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs

from govperf.comparing.figures import datum, grade_name
from govperf.comparing.levers import Lever, Tips, actual_lever, executed_lever, tipping_points
from govperf.comparing.showing import sensitivity_html
from govperf.comparing.starting import Base
from govperf.comparing.tipping import TippingPoint
from govperf.comparing.weighing import weight_lever
from govperf.errors import DataError, LimitError
from govperf.layout import spelled
from govperf.limits import LIMITS
from govperf.messages import message
from govperf.model import Evaluation, Grade, Note, Score, Scorecard, Undefined
from govperf.model.fields import expect
from govperf.model.plain import JsonValue, Record
from govperf.scoring import evaluate
from govperf.scoring.engine import book_of
from govperf.standards import ScoringStandard
from govperf.units import Quantity

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["Leeway", "Sensitivity", "sensitivity"]

_BUDGET: Final = "$.budget"
_TIPS: Final = ("down", "up", "lighter", "heavier")


@attrs.frozen(kw_only=True)
class Leeway:
    """Leeway (余地) of one row: where its figure alone, and where its weight, changes the grade.

    Args:
        path: Of the row.
        name: Of the indicator, or of the budget execution.
        points: Its points, or why there are none.
        weight: Its weight (分值), or why there is none.
        figure: The actual as it moves, or the expenditure; or why it cannot.
        down: Where a smaller figure changes the grade.
        up: Where a larger one does.
        lighter: Where a smaller weight does, if the others share what it loses in proportion.
        heavier: Where a larger one does, if the others give it in proportion.
        notes: What a reader of these should know, such as that the actual is approximate.
    """

    __repr__ = spelled

    path: str
    name: str
    points: Decimal | Undefined
    weight: Decimal | Undefined
    figure: Quantity | Undefined
    down: TippingPoint | Undefined
    up: TippingPoint | Undefined
    lighter: TippingPoint | Undefined
    heavier: TippingPoint | Undefined
    notes: tuple[Note, ...] = ()

    def explain(self, lang: Language = "zh") -> str:
        """The leeway as one line (余地说明), in "zh" or "en"."""
        details = {name: getattr(self, name).explain(lang) for name in _TIPS}
        code = "leeway.budget" if self.path == _BUDGET else "leeway.row"
        line = message(code, {"name": self.name, **details}, lang)
        if not self.notes:
            return line
        notes = "; ".join(note.explain(lang) for note in self.notes)
        return message("leeway.noted", {"line": line, "notes": notes}, lang)

    def record(self, lang: Language = "zh") -> Record:
        """The leeway as plain data (余地记录), as in `Sensitivity.records`."""
        return {
            "path": self.path,
            "name": self.name,
            "unit": str(self.figure.unit) if isinstance(self.figure, Quantity) else "",
            "points": datum(self.points, lang),
            "weight": datum(self.weight, lang),
            "figure": datum(
                self.figure.magnitude if isinstance(self.figure, Quantity) else self.figure, lang
            ),
            **{name: _datum(getattr(self, name), lang) for name in _TIPS},
            "notes": [note.explain(lang) for note in self.notes],
        }


@attrs.frozen(kw_only=True)
class Sensitivity:
    """Sensitivity (敏感性分析) of a grade.

    Args:
        card: The scorecard as it is.
        loss: The smallest loss of points with which the total has another grade, or why there is none.
        gain: The smallest gain with which it has another one, or why there is none.
        rows: The leeway of the budget execution, and of each indicator.
    """

    __repr__ = spelled
    _repr_html_ = sensitivity_html

    card: Scorecard
    loss: Decimal | Undefined
    gain: Decimal | Undefined
    rows: tuple[Leeway, ...]

    def explain(self, lang: Language = "zh") -> str:
        """The sensitivity (敏感性说明), the total first, then a line a row.

        Args:
            lang: "zh" or "en".

        Returns:
            Several lines.
        """
        return "\n".join([self._summary(lang), *(row.explain(lang) for row in self.rows)])

    def records(self, lang: Language = "zh") -> list[Record]:
        """The rows as plain data (敏感性数据), which `json.dumps` takes as it is.

        Args:
            lang: Of the grades and reasons, "zh" or "en".

        Returns:
            For each row: path, name, unit, points, weight, figure, the tipping points down, up, lighter and
            heavier, and notes. A tipping point has its kind, its last and first figure, and the grade there.
            Numbers are texts, and what is undefined says its code and reason.
        """
        return [row.record(lang) for row in self.rows]

    def _summary(self, lang: Language) -> str:
        total, grade = self.card.total, self.card.grade
        if isinstance(total, Undefined) or isinstance(grade, Undefined):
            reason = total if isinstance(total, Undefined) else grade
            return message("sensitivity.undefined", {"reason": _words(reason, lang)}, lang)
        details = {
            "total": f"{total:f}",
            "grade": grade_name(grade, lang),
            "loss": _words(self.loss, lang),
            "gain": _words(self.gain, lang),
        }
        return message("sensitivity.total", details, lang)


def sensitivity(
    evaluation: Evaluation, *, standard: ScoringStandard | None = None, digits: int | None = None
) -> Sensitivity:
    """Sensitivity (敏感性分析): how far each figure and weight may move before the grade changes.

    Args:
        evaluation: As it is.
        standard: The rule book; else the one that the evaluation names, else MOF-2020-10.
        digits: Digits after the point in which the actuals move; None for as many as they or their targets
            have, so that 12场 moves to 11场 and 81% to 80%. Never fewer than they have themselves.

    Returns:
        How many points decide, and for each row the two neighbouring figures between which the grade
        changes: all else stays as it is, and approximate actuals move as exact figures. Weights move in
        steps of the finest of them; the other indicators share the difference in proportion, to the
        hundredth of a point, and nothing is lost. Each answer was checked by evaluating the whole form on
        both its sides. Everything is undefined, with the reason, where the total is. Upwards a percentage
        moves to 100 %, other figures to ten times the larger of actual and target, and the expenditure to
        twice the larger of itself and the budget.

    Raises:
        DataError: The digits are out of range.
        LimitError: The form has more than 200 indicators: the time grows with the square of their number.
        ScoringError: As for `evaluate`.
        StandardError: As for `evaluate`.
        TypeError: The argument is no evaluation, or the standard no rule book.

    Example:
        >>> from govperf.model import Budget, Goal, Indicator
        >>> rows = [
        ...     Indicator("演练场次", target="≥12场", actual="11场", weight=50),
        ...     Indicator("满意度", target="≥90%", actual="81%", weight=40),
        ... ]
        >>> form = Evaluation(
        ...     "某局",
        ...     2023,
        ...     budget=Budget(2023, adjusted="100万元", executed="95万元"),
        ...     goals=[Goal("提升应急能力", indicators=rows)],
        ... )
        >>> found = sensitivity(form)
        >>> found.card.total, found.loss, found.gain
        (Decimal('91.33'), Decimal('1.34'), Undefined('up to 100.00 points the grade is the same'))
        >>> found.rows[1].down.last, found.rows[1].down.first, found.rows[1].down.grade.label
        (Quantity('11', '场'), Quantity('10', '场'), '良')
    """
    expect(Evaluation, evaluation)
    if digits is not None and not 0 <= digits <= LIMITS.digits:
        raise DataError("data.digits", digits, path="digits", details={"limit": LIMITS.digits})
    count = sum(1 for _ in evaluation.indicators())
    if count > LIMITS.sensitivity_rows:
        raise LimitError("limit.rows", details={"limit": LIMITS.sensitivity_rows, "count": count})
    book = book_of(evaluation, standard)
    card = evaluate(evaluation, standard=book)
    if isinstance(card.total, Undefined):
        rows = tuple(_unknown(score, card.total) for score in card)
        return Sensitivity(card=card, loss=card.total, gain=card.total, rows=rows)
    base = Base(evaluation, book, card, card.total)
    rows = tuple(_leeway(base, score, digits) for score in card)
    return Sensitivity(card=card, loss=base.loss, gain=base.gain, rows=rows)


def _leeway(base: Base, score: Score, digits: int | None) -> Leeway:
    points = score.points
    if isinstance(points, Undefined):
        return _unknown(score, points)
    if score.path == _BUDGET:
        lever = executed_lever(base, points=points, digits=digits)
        weight: Lever | Undefined = Undefined("undefined.no-other-weights")
    else:
        lever = actual_lever(base, score.path, points=points, digits=digits)
        weight = weight_lever(base, score)
    down, up = _tips(lever, base)
    lighter, heavier = _tips(weight, base)
    return Leeway(
        path=score.path,
        name=score.name,
        points=points,
        weight=score.full,
        figure=lever if isinstance(lever, Undefined) else _written(lever),
        down=down,
        up=up,
        lighter=lighter,
        heavier=heavier,
        notes=() if isinstance(lever, Undefined) else lever.notes,
    )


def _written(lever: Lever) -> Quantity:
    made = lever.written(lever.start)
    return made if isinstance(made, Quantity) else Quantity(made)


def _tips(lever: Lever | Undefined, base: Base) -> Tips:
    return (lever, lever) if isinstance(lever, Undefined) else tipping_points(lever, base)


def _unknown(score: Score, reason: Undefined) -> Leeway:
    return Leeway(
        path=score.path,
        name=score.name,
        points=score.points,
        weight=score.full,
        figure=reason,
        down=reason,
        up=reason,
        lighter=reason,
        heavier=reason,
    )


def _words(value: Decimal | Grade | Undefined, lang: Language) -> str:
    return value.explain(lang) if isinstance(value, Undefined) else f"{value}"


def _datum(value: TippingPoint | Undefined, lang: Language) -> JsonValue:
    return datum(value, lang) if isinstance(value, Undefined) else value.record(lang)
