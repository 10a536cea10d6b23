"""Scores (得分): points with the whole way to them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import attrs

from govperf.errors import DataError
from govperf.limits import LIMITS
from govperf.model.award import Award, Correction
from govperf.model.clause import Clause
from govperf.model.fields import spelled
from govperf.model.quotients import summed
from govperf.model.rates import Rate
from govperf.model.remarks import Note, Undefined
from govperf.model.saying import score_line
from govperf.model.settling import exact_points, rounded_points
from govperf.model.shown_scores import grade_html, score_html
from govperf.model.tracing import score_trace
from govperf.numerals import round_half_even, round_half_up

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["Grade", "Score"]

_NOTHING: Final = Decimal(0)
_MODES: Final = {"half_up": round_half_up, "half_even": round_half_even}


def _some_digits(_: object, field: attrs.Attribute[int], value: int) -> None:
    if not 0 <= value <= LIMITS.digits:
        raise DataError("data.digits", value, path=field.name, details={"limit": LIMITS.digits})


def _some_mode(_: object, field: attrs.Attribute[str], value: str) -> None:
    if value not in _MODES:
        raise DataError("data.choice", value, path=field.name, details={"known": ", ".join(_MODES)})


@attrs.frozen
class Grade:
    """Grade (评价等级) of a total: 优, 良, 中 or 差.

    Args:
        label: As the form prints it.
        name: In English.
        lower: The total from which it is given, inclusive.
    """

    __repr__ = spelled
    _repr_html_ = grade_html

    label: str
    name: str
    lower: Decimal


@attrs.frozen(kw_only=True)
class Score:
    """Score (得分) of one indicator or of the budget execution, with the way to it.

    Args:
        name: Of the indicator.
        points: The points given, rounded as the standard says; or why there are none.
        full: The weight (分值), or why there is none.
        rule: Which rule applies, "" where none does: "awarded" where a person gave the points,
            "not_applicable" where the indicator does not apply.
        rate: The completion rate, uncapped; of the budget execution its rate; or why there is none.
        share: Which part of the weight is given, exactly, before anything is taken off; or why there is
            none.
        notes: What was assumed on the way.
        standard: The rule book.
        path: Where in the evaluation, "" outside one.
        category: First and second level of the indicator, as the form prints them.
        target: The target as printed, "" for none.
        actual: The actual as printed, "" for none.
        measure: The figure that the rule looks at, as in `Rule`: "completion", "excess", "ratio", "actual",
            "deviation" or "met"; "own" where the rule is a class of somebody's own.
        shown: That figure as a reader would write it, "" where it is the rate.
        figure: That figure exactly, None where it is the rate.
        minus: Points that the rule takes off, 0 or more.
        award: What a person gave, None where nothing that counts was given.
        corrections: What a person added or took off.
        within: The least and the most that the points can be, where there are none yet and that is known
            to be less than from 0 to the weight; else None.
        applicable: Whether the score counts in the total; False only where the indicator does not apply,
            and the rule book shares its points out among the others.
        clause: Where the rule comes from, None where none applies.
        digits: Digits after the point to which the points are rounded, from 0 to 34.
        mode: How they are rounded: "half_up" (四舍五入) or "half_even" (四舍六入五成双).

    Raises:
        DataError: There are no such digits, or there is no such mode.
    """

    __repr__ = spelled
    _repr_html_ = score_html

    name: str
    points: Decimal | Undefined
    full: Decimal | Undefined
    rule: str
    rate: Rate | Undefined
    share: Fraction | Undefined
    notes: tuple[Note, ...] = ()
    standard: str
    path: str = ""
    category: tuple[str, ...] = ()
    target: str = ""
    actual: str = ""
    measure: str = "completion"
    shown: str = ""
    figure: Fraction | None = None
    minus: Fraction = Fraction(0)
    award: Award | None = None
    corrections: tuple[Correction, ...] = ()
    within: tuple[Decimal, Decimal] | None = None
    applicable: bool = True
    clause: Clause | None = None
    digits: int = attrs.field(default=2, validator=_some_digits)
    mode: str = attrs.field(default="half_up", validator=_some_mode)

    @property
    def earned(self) -> Decimal | Undefined:
        """The points of the rule or the award alone (规则得分), rounded, with nothing taken off or added."""
        match self.full, self.share:
            case Decimal() as full, Fraction() as share:
                return rounded_points(exact_points(full, share), full, self.round)
            case values:
                return next(value for value in values if isinstance(value, Undefined))

    @property
    def unrounded(self) -> Fraction | Undefined:
        """The points before rounding, exactly (未舍入得分): never below 0, never above the weight."""
        points, full, share = self.points, self.full, self.share
        if isinstance(points, Undefined):
            return points
        if isinstance(full, Undefined):
            return full
        if isinstance(share, Undefined):
            return share
        if not self.corrections:
            return exact_points(full, share, self.minus)
        added = summed(Fraction(item.points) for item in self.corrections)
        return exact_points(full, share, self.minus, added)

    @property
    def possible(self) -> tuple[Decimal, Decimal] | Undefined:
        """The least and the most that the points can be (得分的可能范围); the points twice if known."""
        if isinstance(self.points, Decimal):
            return self.points, self.points
        if self.within is not None:
            return self.within
        return self.full if isinstance(self.full, Undefined) else (_NOTHING, self.full)

    def round(self, figure: Fraction) -> Decimal:
        """A figure rounded as these points are (舍入)."""
        return _MODES[self.mode](figure, self.digits)

    def explain(self, lang: Language = "zh") -> str:
        """How the points came about (得分说明), to be checked with a pocket calculator.

        Args:
            lang: "zh" or "en".

        Returns:
            One line.
        """
        return score_line(self, lang)

    def trace(self) -> tuple[Note, ...]:
        """The way to the points, step by step (得分过程): cells, figure, rule and source, share, rounding.

        Returns:
            A note for each step, with its figures as data; `explain` says it.

        Example:
            >>> from govperf.model import Indicator
            >>> from govperf.scoring import score
            >>> made = score(Indicator("处理完成率", target="≥95%", actual="75%", weight=20))
            >>> [note.code for note in made.trace()][:4]
            ['trace.target', 'trace.actual', 'trace.figure', 'trace.rule']
            >>> dict(made.trace()[2].details)["exact"]
            '15/19'
        """
        return score_trace(self)
