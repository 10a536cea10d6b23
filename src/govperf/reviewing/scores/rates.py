"""Printed completion rates (完成率核对): are they the quotient of the two cells beside them?"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from govperf.model import Approximation, CompletionRate, Indicator, Severity
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.form import Form, Row
from govperf.reviewing.identities.equations import half_a_digit
from govperf.reviewing.scores.points import said_together
from govperf.reviewing.scores.shares import is_reverse, possible_rates
from govperf.units import Quantity

__all__ = ["COMPLETION"]

_RATE: Final = "财预〔2020〕10号: 完成率 is 实际完成值 ÷ 年度指标值; where less is better also the inverse"
_PLAIN: Final = frozenset({"note.operator-inferred"})
"""What may be assumed of a rate that is still the quotient of the two figures as they stand."""

_DECIMALS: Final = 2
_MOST: Final = 34


@check("finding.indicator-rate", Severity.ERROR, family="scores", source=_RATE, provenance="recalled")
def _indicator_rate(form: Form) -> Iterator[Hit]:
    """A printed completion rate that its target and its actual do not give (完成率不符).

    A hint where it is off by less than a last digit, repeats an actual that is a percentage, or is 100 % or
    more where the target is met; a warning where the computed rate rests on an assumption, such as a unit or
    a number of weeks.
    Not flagged: a rate rounded half up, to whichever digit; 100 % where the target is met; where less is
    better actual over target, target over actual and 1 − (actual − target) / target; 100 % where nobody
    printed that less is better; targets of 0, dates and prose.
    """
    hits = [
        hit
        for row in form.rows
        if row.indicator.reported_rate is not None
        for hit in _compared(row, form.evaluation.year)
    ]
    for severity in Severity if hits else ():
        yield from said_together([hit for hit in hits if hit.severity is severity], "row.rate")


def _compared(row: Row, year: int) -> Iterator[Hit]:
    one, rate = row.indicator, row.rate
    printed = one.reported_rate
    if printed is None or not isinstance(rate, CompletionRate) or one.not_applicable:
        return
    readings = possible_rates(one, rate, year, doubtful=row.doubtful or _is_guessed(one))
    if not readings:
        return
    said = Fraction(printed.magnitude) * printed.unit.factor
    half = half_a_digit(printed) * printed.unit.factor
    off = min(abs(said - reading) for reading in readings)
    if off > half:
        soft = off < 2 * half or _percentage(one) == said or (rate.met and said >= 1)
        place = f"{row.path}.reported_rate"
        figures = {place: printed, f"{row.path}.target": one.target, f"{row.path}.actual": one.actual}
        details = {"name": one.name, "printed": printed, "computed": _beside(rate, printed)}
        yield Hit(place, details, figures, Severity.HINT if soft else _gravity(rate))


def _is_guessed(one: Indicator) -> bool:
    """Whether nobody printed that less is better."""
    return one.target is not None and one.target.inferred and one.direction is None and is_reverse(one)


def _beside(rate: CompletionRate, printed: Quantity) -> str:
    """A computed rate with as many decimals as the printed one, two at least."""
    decimals = min(_MOST, -int(printed.magnitude.as_tuple().exponent))
    return format(rate, f".{decimals}") if decimals > _DECIMALS else str(rate)


def _gravity(rate: CompletionRate) -> Severity:
    plain = rate.approximation is Approximation.EXACT and {note.code for note in rate.notes} <= _PLAIN
    return Severity.ERROR if plain else Severity.WARNING


def _percentage(one: Indicator) -> Fraction | None:
    """An actual that is a percentage itself."""
    actual = one.actual
    if actual is None or actual.quantity is None or actual.quantity.unit.label != "%":
        return None
    return Fraction(actual.quantity.magnitude) * actual.quantity.unit.factor


COMPLETION: Final[tuple[Check, ...]] = (_indicator_rate,)
