"""The start of a move (测算起点): an evaluation as it is, and its grade if something in it were not."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import attrs

from govperf.comparing.assumptions import what_if
from govperf.comparing.tipping import first_step
from govperf.errors import StandardError
from govperf.model import Evaluation, Grade, Scorecard, Undefined
from govperf.numerals.contexts import EXACT
from govperf.scoring import evaluate
from govperf.standards import ScoringStandard

__all__ = ["Base", "Fields"]

Fields = Mapping[str, Mapping[str, object]]


@attrs.frozen
class Base:
    """What moves start from (测算起点).

    Args:
        evaluation: As it is.
        book: The rule book.
        card: Its scorecard.
        total: Of the card.
    """

    evaluation: Evaluation
    book: ScoringStandard
    card: Scorecard
    total: Decimal
    loss: Decimal | Undefined = attrs.field(init=False)
    """The smallest loss of points with another grade (失分余地)."""
    gain: Decimal | Undefined = attrs.field(init=False)
    """The smallest gain of points with another one (升级所需得分)."""

    def __attrs_post_init__(self) -> None:
        """Between no points and all of them there may be other grades."""
        full = self.card.full
        most = max(self.total, full) if isinstance(full, Decimal) else self.total
        object.__setattr__(self, "loss", self._margin(min(Decimal(0), self.total), "undefined.no-lower"))
        object.__setattr__(self, "gain", self._margin(most, "undefined.no-higher"))

    def _margin(self, end: Decimal, code: str) -> Decimal | Undefined:
        """How far the total is from another grade, on the grid that it is rounded to."""
        places = -int(self.total.as_tuple().exponent)
        start, stop = (int(EXACT.scaleb(total, places)) for total in (self.total, end))

        def stays(steps: int) -> bool:
            return self.of_total(EXACT.scaleb(Decimal(steps), -places)) == self.card.grade

        step = first_step(stays, start, [stop])
        if step is None:
            return Undefined(code, {"end": f"{EXACT.scaleb(Decimal(stop), -places):f}"})
        return EXACT.scaleb(Decimal(abs(step.first - start)), -places)

    def with_points(self, points: Decimal | Undefined, instead: Decimal) -> Grade | Undefined:
        """The grade if one row had other points, and nothing else changed (改变一行后的等级)."""
        if isinstance(points, Undefined):
            return points
        return self.of_total(EXACT.add(EXACT.subtract(self.total, instead), points))

    def of_total(self, total: Decimal) -> Grade | Undefined:
        """The grade of a total (总分的等级); undefined where the rule book has none."""
        try:
            return self.book.grade(total)
        except StandardError as error:
            return _reason(error)

    def with_fields(self, fields: Fields) -> Grade | Undefined:
        """The grade of the whole form with some fields changed (重新评价后的等级)."""
        try:
            return evaluate(what_if(self.evaluation, fields), standard=self.book).grade
        except StandardError as error:
            return _reason(error)


def _reason(error: StandardError) -> Undefined:
    return Undefined(error.code, {"value": error.value, **error.details})
