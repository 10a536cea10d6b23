"""Cases (计分情形): what a scoring rule sees of an indicator, and what it gives back."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

import attrs

from govperf.errors import StandardError
from govperf.layout import spelled
from govperf.model import CompletionRate, Note, Operator
from govperf.model.fields import members
from govperf.standards.parameters import Rounding
from govperf.units import Unit

__all__ = ["Case", "Earned"]


@attrs.frozen(kw_only=True)
class Case:
    """Case (计分情形): a target and an actual in one unit, as a rule sees them.

    Args:
        operator: How the target binds.
        target: The target, as a number of the unit, 0 or more; of a range its lower end.
        ceiling: The upper end of a target that is a range, else None.
        actual: The actual, as a number of the same unit.
        unit: The unit of both; of two dates, or of figures without one, that of a bare number.
        completion: The completion rate.
        shown: Actual and target as a reader would write them.
        rounding: How the rule book rounds.
        dated: Whether both are dates, and the target is kept.
    """

    operator: Operator
    target: Fraction
    ceiling: Fraction | None = None
    actual: Fraction
    unit: Unit
    completion: CompletionRate
    shown: tuple[str, str]
    rounding: Rounding
    dated: bool = False


def _exactly(value: Fraction | Decimal | int) -> Fraction:
    if type(value) is Fraction:  # as rules that are no code give it
        return value
    exact = isinstance(value, Fraction | Decimal | int)  # pyright: ignore[reportUnnecessaryIsInstance]
    if isinstance(value, bool) or not exact:
        raise TypeError(f"what a rule gives is exact: no {type(value).__name__}")
    return value if isinstance(value, Fraction) else Fraction(value)


def _notes(value: Iterable[Note]) -> tuple[Note, ...]:
    return members(Note, value) if value else ()


@attrs.frozen(kw_only=True)
class Earned:
    """What a rule gives (得分情况).

    Raises:
        TypeError: A number is a float, or a note is none.
        StandardError: The share is not between 0 and 1, or points below 0 are taken off.

    Args:
        figure: The figure that the rule looked at, exactly as far as the rule book does not round it.
        shown: The figure as a reader would write it, "" for the completion rate.
        share: The part of the points that it earns, between 0 and 1.
        minus: The points that are taken off then, 0 or more.
        notes: What a reader of the score should know.
    """

    __repr__ = spelled

    figure: Fraction = attrs.field(converter=_exactly)
    shown: str = attrs.field(validator=attrs.validators.instance_of(str))
    share: Fraction = attrs.field(converter=_exactly)
    minus: Fraction = attrs.field(default=Fraction(0), converter=_exactly)
    notes: tuple[Note, ...] = attrs.field(default=(), converter=_notes)

    def __attrs_post_init__(self) -> None:
        """A part of the points, and nothing given where points are taken off."""
        if not 0 <= self.share.numerator <= self.share.denominator or self.minus.numerator < 0:
            raise StandardError("standard.earned", f"{self.share}, {self.minus}")
