"""Cases (计分情形): what a scoring rule sees of an indicator, and what it gives back."""

from __future__ import annotations

from fractions import Fraction

import attrs

from govperf.model import CompletionRate, Note, Operator
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


@attrs.frozen(kw_only=True)
class Earned:
    """What a rule gives (得分情况).

    Args:
        figure: The figure that the rule looked at, exactly as far as the rule book does not round it.
        shown: The figure as a reader would write it, "" for the completion rate.
        share: The part of the points that it earns, between 0 and 1.
        minus: The points that are taken off then, 0 or more.
        notes: What a reader of the score should know.
    """

    figure: Fraction
    shown: str
    share: Fraction
    minus: Fraction = Fraction(0)
    notes: tuple[Note, ...] = ()
