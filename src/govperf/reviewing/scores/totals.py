"""Printed sums (总分核对): the total and the scores of groups beside the scores that they are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple, cast

from govperf.messages import message
from govperf.model import Severity, Subtotal
from govperf.numerals.contexts import EXACT
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.form import Form, Row
from govperf.reviewing.listing import both
from govperf.scoring.totals import added
from govperf.standards import ScoringStandard

__all__ = ["TOTALS", "Summed", "half_of", "is_settled", "weighs_all", "whole"]

_FAMILY: Final = "scores"
_PATH: Final = "$.reported_total"
_SUM: Final = "systems in use, and filled forms: 总分 is the sum of the 得分 of all rows and of 预算执行率"
_ZERO: Final = Fraction(0)


@check("finding.total-over-full", Severity.ERROR, family=_FAMILY, source=_SUM, provenance="in use")
def _total_over_full(form: Form) -> Iterator[Hit]:
    """A printed total above the full points (总分超过满分).

    A warning where the weights of the form are more than the full points, and the total is not above them.
    Not flagged: exactly the full points; a total with points added to it, by a correction or a row for extra
    points, as long as it is within these.
    """
    printed, full = form.evaluation.reported_total, form.book.full.value
    if printed is None or printed <= full:
        return
    weights = form.weight_totals
    added = sum((Fraction(one.points) for one in form.evaluation.corrections if one.points > 0), _ZERO)
    added += sum(
        (
            Fraction(row.indicator.weight or row.indicator.reported_points or 0)
            for row in weights.rows
            if row.is_extra
        ),
        _ZERO,
    )
    if Fraction(printed) > Fraction(full) + added:
        severity = Severity.WARNING if printed <= weights.sum else None
        details = {"printed": printed, "full": full, "weights": weights.sum}
        yield Hit(_PATH, details, {_PATH: printed}, severity)


class Summed(NamedTuple):
    """Printed scores added up (得分合计).

    Args:
        figures: Path → score.
        value: Their sum.
        complete: Whether every score of it is printed.
    """

    figures: Mapping[str, Decimal]
    value: Decimal
    complete: bool

    def off(self, total: Decimal) -> Decimal:
        """How much a total is above it (差额), below it if negative."""
        return EXACT.subtract(total, self.value)

    def explains(self, off: Decimal, total: Decimal) -> bool:
        """Whether half a last digit of the total and of each figure that is no whole number is as much."""
        amount = off.copy_abs()
        if amount > EXACT.add(_HALVES[0], EXACT.multiply(_HALVES[-1], Decimal(len(self.figures)))):
            return False  # as nearly always: not even tenths everywhere are enough
        parts = [half_of(one) for one in self.figures.values() if one != one.to_integral_value()]
        return amount <= added([half_of(total), *parts])


def half_of(points: Decimal) -> Decimal:
    """Half a last digit (末位半个单位), no coarser than a whole point and no finer than any score has.

    Args:
        points: As printed.

    Returns:
        Exactly.
    """
    return _HALVES[min(0, max(-_FINEST, int(points.as_tuple().exponent)))]


_FINEST: Final = 40
_HALVES: Final = {-digits: Decimal(f"5E-{digits + 1}") for digits in range(_FINEST + 1)}


def _printed(rows: Iterable[Row]) -> Summed:
    figures: dict[str, Decimal] = {}
    complete = True
    for row in rows:
        points = row.indicator.reported_points
        if points is not None:
            figures[f"{row.path}.reported_points"] = points
        else:
            complete = complete and (bool(row.indicator.not_applicable) or row.indicator.weight == 0)
    return Summed(figures, added(figures.values()), complete)


@check("finding.total-sum", Severity.ERROR, family=_FAMILY, source=_SUM, provenance="in use")
def _total_sum(form: Form) -> Iterator[Hit]:
    """A printed total that is not the sum of the printed scores (总分与各项得分之和不符).

    A hint where rounding explains it, a warning where the total is that of the rows without the budget
    execution. Not flagged: a sum below or above the total where scores are missing,
    unless the printed ones alone are more than the total; a form that lacks rows, so that the weights are not
    all the points (those of a scored execution may lack), and the sum is too low; forms with indicators that
    do not apply; scores out of a hundred each; several goals that are scored each by itself; extra points
    that are cut off at the full ones; a budget execution that stands twice.
    """
    total = form.evaluation.reported_total
    if total is None or not form.rows:
        return
    made = whole(form)
    off = made.off(total)
    if not off or not made.figures or is_settled(form, made, total):
        return
    severity = Severity.HINT if made.explains(off, total) else Severity.ERROR
    short = off > 0 and not (made.complete and weighs_all(form))
    if not short and (made.complete or severity is Severity.ERROR):
        details = {"printed": total, "sum": made.value, "count": len(made.figures)}
        alone = -off == made.figures.get("$.budget.reported_points")
        said = both("more", lambda lang: message("total.rows-alone", details, lang) if alone else "")
        grave = Severity.WARNING if alone else severity
        yield Hit(_PATH, {**details, **said}, {_PATH: total, **made.figures}, grave)


def weighs_all(form: Form) -> bool:
    """Whether the rows are all of the form (指标是否齐全).

    Args:
        form: Under review.

    Returns:
        True if they weigh all points, or all but those of a scored execution.
    """
    budget, weights = form.evaluation.budget, form.weight_totals
    if budget is not None and budget.reported_points is not None:
        return not weights.sums.isdisjoint(weights.allowed)
    return form.book.full.value in weights.sums


def whole(form: Form) -> Summed:
    """All printed scores of a form (自报得分合计), with that of the budget execution and what was corrected.

    Args:
        form: Under review.

    Returns:
        With their sum.
    """
    figures, value, complete = _printed(form.rows)
    given = dict(figures)
    budget = form.evaluation.budget
    if budget is not None and budget.reported_points is not None:
        given["$.budget.reported_points"] = budget.reported_points
    elif budget is not None and budget.weight:
        complete = False
    for i, one in enumerate(form.evaluation.corrections):
        given[f"$.corrections[{i}].points"] = one.points
    return Summed(given, value if len(given) == len(figures) else added(given.values()), complete)


def is_settled(form: Form, made: Summed, total: Decimal) -> bool:
    """Whether the total may be right in another way than by adding all scores up (总分另有算法).

    Args:
        form: Under review.
        made: Its scores.
        total: As printed.

    Returns:
        False where nothing of the kind is known.
    """
    weights, full = form.weight_totals, form.book.full.value
    if len(form.applying) < len(form.rows):
        return True
    more = made.value > total
    several = len(form.evaluation.goals) > 1 and weights.sum > full and not weights.is_over
    if more and several and not weights.adds_up:
        return True
    return (
        (more and total == full and _has_extra(form))
        or _is_mean(form, total)
        or _counts_twice(form, made, total)
    )


def _has_extra(form: Form) -> bool:
    """Whether points are added, by a correction or a row for them."""
    rows, corrections = form.weight_totals.rows, form.evaluation.corrections
    return any(one.points > 0 for one in corrections) or any(row.is_extra for row in rows)


def _is_mean(form: Form, total: Decimal) -> bool:
    """Whether the scores are out of a hundred each, and the total weighs them."""
    pairs = [(row.indicator.reported_points, row.indicator.weight) for row in form.rows]
    if not any(points is not None and weight is not None and points > weight for points, weight in pairs):
        return False
    budget = form.evaluation.budget
    if budget is not None:
        pairs.append((budget.reported_points, budget.weight))
    weights = sum((Fraction(weight) for points, weight in pairs if points is not None and weight), _ZERO)
    earned = sum(
        (Fraction(points) * Fraction(weight) for points, weight in pairs if points and weight), _ZERO
    )
    return bool(weights) and abs(earned / weights - Fraction(total)) < 1


def _counts_twice(form: Form, made: Summed, total: Decimal) -> bool:
    """Whether the budget execution is an indicator too, and counts once."""
    budget = form.evaluation.budget
    points = None if budget is None else budget.reported_points
    if points is None or not any(
        row.indicator.reported_points == points and "执行率" in row.indicator.name for row in form.rows
    ):
        return False
    return made.explains(EXACT.add(made.off(total), points), total)


@check("finding.subtotal-sum", Severity.ERROR, family=_FAMILY, source=_SUM, provenance="in use")
def _subtotal_sum(form: Form) -> Iterator[Hit]:
    """A printed score of a group that is not the sum of those of its rows (小计与各项得分之和不符).

    A warning where the rows have less and nobody knows whether all of them are there; a hint where rounding
    explains it. Not flagged: a group without rows, or with rows without a score that may make it up; rows
    that weigh less than their group; a group that the score of the budget execution completes.
    """
    groups = form.evaluation.subtotals
    if not any(group.reported_points is not None for group in groups):
        return
    below = _by_heading(form.rows, {len(group.category) for group in groups}, form.book)
    for i, group in enumerate(groups):
        rows = below.get(_heading(group.category, form.book), [])
        if group.reported_points is not None and rows and not _is_twice(group, groups):
            yield from _unequal(form, f"$.subtotals[{i}]", group, rows)


def _is_twice(group: Subtotal, groups: Iterable[Subtotal]) -> bool:
    """Whether the form has another group of the same name: nobody knows whose the rows are."""
    return sum(one.category == group.category for one in groups) > 1


def _unequal(form: Form, path: str, group: Subtotal, rows: list[Row]) -> Iterator[Hit]:
    printed, made = cast("Decimal", group.reported_points), _printed(rows)
    off = made.off(printed)
    if (
        not off
        or not made.figures
        or _is_completed(form, off)
        or any(row.indicator.not_applicable for row in rows)
    ):
        return
    severity = (
        Severity.HINT if made.explains(off, printed) else _gravity(group, rows) if off > 0 else Severity.ERROR
    )
    if made.complete or (off < 0 and severity is Severity.ERROR):
        details = {"name": "/".join(group.category), "printed": printed, "sum": made.value}
        place = f"{path}.reported_points"
        if severity is not None:
            yield Hit(place, details, {place: printed, **made.figures}, severity)


def _is_completed(form: Form, off: Decimal) -> bool:
    budget = form.evaluation.budget
    return budget is not None and budget.reported_points == off


def _gravity(group: Subtotal, rows: list[Row]) -> Severity | None:
    """Rows that weigh what their group does are all of them; None where they weigh less."""
    weights = [row.indicator.weight for row in rows]
    if group.weight is None or None in weights:
        return Severity.WARNING
    return Severity.ERROR if sum(Fraction(one or 0) for one in weights) >= Fraction(group.weight) else None


def _by_heading(rows: Iterable[Row], depths: set[int], book: ScoringStandard) -> dict[object, list[Row]]:
    found: dict[object, list[Row]] = {}
    for row in rows:
        category = row.indicator.category
        for depth in depths:
            if len(category) >= depth:
                found.setdefault(_heading(category[:depth], book), []).append(row)
    return found


def _heading(labels: tuple[str, ...], book: ScoringStandard) -> object:
    return book.code_of(labels) or labels


TOTALS: Final[tuple[Check, ...]] = (
    _total_over_full,
    _total_sum,
    _subtotal_sum,
)
