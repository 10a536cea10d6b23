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
from govperf.reviewing.scores.readings import actual_over_target

__all__ = ["COMPLETION"]

_RATE: Final = "完成率 = 实际完成值 ÷ 年度指标值；反向指标为 年度指标值 ÷ 实际完成值"
_ALL: Final = Fraction(1)
_PLAIN: Final = frozenset({"note.operator-inferred"})
"""What may be assumed of a rate that is still the quotient of the two figures as they stand."""


@check("finding.indicator-rate", Severity.ERROR, family="scores", source=_RATE, provenance="recalled")
def _indicator_rate(form: Form) -> Iterator[Hit]:
    """A printed completion rate that its target and its actual do not give (完成率不符).

    A hint where it is off by less than a last digit, or repeats an actual that is a percentage; a warning
    where the computed rate rests on an assumption, such as a unit or a number of weeks.
    Not flagged: a rate rounded half up, to whichever digit; 100 % where more was done; target over actual or
    actual over target where less is better; targets of 0, dates and prose.
    """
    hits = [
        hit
        for row in form.rows
        if row.indicator.reported_rate is not None
        for hit in _compared(row, form.evaluation.year)
    ]
    for severity in Severity:
        yield from said_together([hit for hit in hits if hit.severity is severity], "row.rate")


def _compared(row: Row, year: int) -> Iterator[Hit]:
    one, rate = row.indicator, row.rate
    printed = one.reported_rate
    if printed is None or not isinstance(rate, CompletionRate) or one.not_applicable:
        return
    readings = _readings(one, rate, year)
    if not readings:
        return
    said = Fraction(printed.magnitude) * printed.unit.factor
    half = half_a_digit(printed) * printed.unit.factor
    off = min(abs(said - reading) for reading in readings)
    if off > half:
        repeated = _percentage(one) == said
        severity = Severity.HINT if repeated or off < 2 * half else _gravity(rate)
        place = f"{row.path}.reported_rate"
        figures = {place: printed, f"{row.path}.target": one.target, f"{row.path}.actual": one.actual}
        texts = {path: getattr(value, "text", value) for path, value in figures.items()}
        yield Hit(place, {"name": one.name, "printed": printed, "computed": rate}, texts, severity)


def _gravity(rate: CompletionRate) -> Severity:
    plain = rate.approximation is Approximation.EXACT and {note.code for note in rate.notes} <= _PLAIN
    return Severity.ERROR if plain else Severity.WARNING


def _readings(one: Indicator, rate: CompletionRate, year: int) -> set[Fraction]:
    """The quotient, capped at 100 % or not; where less is better also the other way round."""
    if one.target is not None and one.target.operator.less_is_better:
        reached = actual_over_target(one, year)
        found = set[Fraction]() if reached is None else {reached, 1 / reached if reached else _ALL}
    else:
        found = set[Fraction]() if rate.terms is None else {rate.exact}
    return found | {min(_ALL, reading) for reading in found}


def _percentage(one: Indicator) -> Fraction | None:
    """An actual that is a percentage itself."""
    actual = one.actual
    if actual is None or actual.quantity is None or actual.quantity.unit.label != "%":
        return None
    return Fraction(actual.quantity.magnitude) * actual.quantity.unit.factor


COMPLETION: Final[tuple[Check, ...]] = (_indicator_rate,)
