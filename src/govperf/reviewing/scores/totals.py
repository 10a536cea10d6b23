"""Printed totals (总分核对): the total, the scores of groups and the grade beside what they are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from govperf.model import Severity, Subtotal, Undefined
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.form import Form, Row
from govperf.scoring import evaluate
from govperf.scoring.totals import added
from govperf.standards import BUILT_IN, GradeScale, ScoringStandard, grade_scale, standard

__all__ = ["TOTALS"]

_FAMILY: Final = "scores"
_PATH: Final = "$.reported_total"
_SUM: Final = "总分 = 各指标得分 + 预算执行率得分"
_GRADES: Final = "财预〔2020〕10号：90（含）以上优，80（含）以上良，60（含）以上中，60以下差"
_ZERO: Final = Fraction(0)


@check("finding.total-over-full", Severity.ERROR, family=_FAMILY, source=_SUM, provenance="verified")
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
        yield Hit(_PATH, {"printed": printed, "full": full}, {_PATH: printed}, severity)


class _Sum(NamedTuple):
    """Printed scores added up."""

    figures: Mapping[str, Decimal]
    complete: bool
    """Whether every score of it is printed."""

    @property
    def value(self) -> Decimal:
        return added(self.figures.values())

    def leeway(self, total: Decimal) -> Fraction:
        """Half a last digit of each figure that is not a whole number, and of the total."""
        parts = (_half(one) for one in self.figures.values() if one != one.to_integral_value())
        return sum(parts, _half(total))


def _half(points: Decimal) -> Fraction:
    """Half a last digit, no coarser than a whole point and no finer than any score has."""
    return Fraction(10) ** min(0, max(-_FINEST, int(points.as_tuple().exponent))) / 2


_FINEST: Final = 40


def _printed(rows: Iterable[Row]) -> _Sum:
    figures: dict[str, Decimal] = {}
    complete = True
    for row in rows:
        points = row.indicator.reported_points
        if points is not None:
            figures[f"{row.path}.reported_points"] = points
        else:
            complete = complete and (bool(row.indicator.not_applicable) or row.indicator.weight == 0)
    return _Sum(figures, complete)


@check("finding.total-sum", Severity.ERROR, family=_FAMILY, source=_SUM, provenance="verified")
def _total_sum(form: Form) -> Iterator[Hit]:
    """A printed total that is not the sum of the printed scores (总分与各项得分之和不符).

    A hint where rounding explains it. Not flagged: a sum below or above the total where scores are missing,
    unless the printed ones alone are more than the total; a form that lacks rows, so that the weights are not
    all the points and the sum is too low; forms with indicators that do not apply; scores out of a
    hundred each; several goals that are scored each by itself; extra points that are cut off at the full
    ones; a budget execution that stands twice.
    """
    total = form.evaluation.reported_total
    if total is None or not form.rows:
        return
    made = _whole(form)
    off, leeway = Fraction(total) - Fraction(made.value), made.leeway(total)
    if not made.figures or not off or _is_settled(form, made, total):
        return
    severity = Severity.HINT if abs(off) <= leeway else Severity.ERROR
    short = off > 0 and not (made.complete and form.book.full.value in form.weight_totals.sums)
    if not short and (made.complete or severity is Severity.ERROR):
        details = {"printed": total, "sum": made.value, "count": len(made.figures)}
        yield Hit(_PATH, details, {_PATH: total, **made.figures}, severity)


def _whole(form: Form) -> _Sum:
    """All printed scores of a form, with those of the budget execution and what was corrected."""
    figures, complete = _printed(form.rows)
    given = dict(figures)
    budget = form.evaluation.budget
    if budget is not None and budget.reported_points is not None:
        given["$.budget.reported_points"] = budget.reported_points
    elif budget is not None and budget.weight:
        complete = False
    for i, one in enumerate(form.evaluation.corrections):
        given[f"$.corrections[{i}].points"] = one.points
    return _Sum(given, complete)


def _is_settled(form: Form, made: _Sum, total: Decimal) -> bool:
    """Whether the total may be right in another way than by adding all scores up."""
    rows, weights, full = form.rows, form.weight_totals, Fraction(form.book.full.value)
    if any(row.indicator.not_applicable for row in rows):
        return True
    more = made.value > total
    several = len(form.evaluation.goals) > 1 and weights.sum > full and not weights.is_over
    if more and several and not weights.adds_up:
        return True
    bonus = any(one.points > 0 for one in form.evaluation.corrections) or any(
        row.is_extra for row in weights.rows
    )
    return (
        (bonus and more and Fraction(total) == full)
        or _is_mean(form, total)
        or _counts_twice(form, made, total)
    )


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


def _counts_twice(form: Form, made: _Sum, total: Decimal) -> bool:
    """Whether the budget execution is an indicator too, and counts once."""
    budget = form.evaluation.budget
    points = None if budget is None else budget.reported_points
    twice = points is not None and any(
        "执行率" in row.indicator.name and row.indicator.reported_points == points for row in form.rows
    )
    return (
        twice
        and points is not None
        and abs(Fraction(made.value) - Fraction(points) - Fraction(total)) <= made.leeway(total)
    )


@check("finding.subtotal-sum", Severity.ERROR, family=_FAMILY, source=_SUM, provenance="verified")
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
    printed, made = group.reported_points or Decimal(0), _printed(rows)
    off, leeway = Fraction(printed) - Fraction(made.value), made.leeway(printed)
    if (
        not off
        or not made.figures
        or _is_completed(form, off)
        or any(row.indicator.not_applicable for row in rows)
    ):
        return
    severity = Severity.HINT if abs(off) <= leeway else _gravity(group, rows) if off > 0 else Severity.ERROR
    if made.complete or (off < 0 and severity is Severity.ERROR):
        details = {"name": "/".join(group.category), "printed": printed, "sum": made.value}
        place = f"{path}.reported_points"
        if severity is not None:
            yield Hit(place, details, {place: printed, **made.figures}, severity)


def _is_completed(form: Form, off: Fraction) -> bool:
    budget = form.evaluation.budget
    return (
        budget is not None and budget.reported_points is not None and off == Fraction(budget.reported_points)
    )


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


@check("finding.total-differs", Severity.WARNING, family=_FAMILY, source=_SUM, provenance="recalled")
def _total_differs(form: Form) -> Iterator[Hit]:
    """A printed total that is not the computed one (总分与计算值不符).

    A hint where another rule book that govperf carries gives it. Not flagged: a form that prints the score
    of every row, where the rows say what differs and total-sum whether they add up; a total that cannot be
    computed; what rounding explains, or the scores that are printed; a total above the full points.
    """
    printed, computed = form.evaluation.reported_total, form.card.total
    if printed is None or not isinstance(computed, Decimal) or printed > form.book.full.value:
        return
    if not _whole(form).complete and abs(Fraction(printed) - Fraction(computed) - _known(form)) > _half(
        printed
    ):
        severity = Severity.HINT if _gives(form, printed) else None
        details = {"printed": printed, "computed": computed, "standard": form.card.standard}
        yield Hit(_PATH, details, {_PATH: printed}, severity)


def _known(form: Form) -> Fraction:
    """What the printed scores are more than the computed ones."""
    budget = form.evaluation.budget
    pairs = [(row.indicator.reported_points, row.score.points) for row in form.rows]
    pairs.append((None if budget is None else budget.reported_points, form.card.budget_score.points))
    return sum(
        (
            Fraction(printed) - Fraction(computed)
            for printed, computed in pairs
            if printed is not None and isinstance(computed, Decimal)
        ),
        _ZERO,
    )


def _gives(form: Form, printed: Decimal) -> bool:
    """Whether another rule book gives the total."""
    totals = [
        evaluate(form.evaluation, standard=standard(name)).total
        for name in BUILT_IN
        if name != form.book.name
    ]
    return any(not isinstance(total, Undefined) and total == printed for total in totals)


_WORDS: Final[Mapping[str, str]] = {
    "优": "优",
    "优秀": "优",
    "良": "良",
    "良好": "良",
    "中": "中",
    "中等": "中",
    "一般": "中",
    "合格": "中",
    "及格": "中",
    "差": "差",
    "较差": "差",
    "不合格": "差",
    "不及格": "差",
}
"""What forms print for the four grades."""

_PASSED: Final = ("合格", "及格")
"""Passed, which may be one of two grades as well as one of four."""

_SCALES: Final = ("90-80-60", "central-integer", "80-70-60")


@check("finding.grade-differs", Severity.WARNING, family=_FAMILY, source=_GRADES, provenance="recalled")
def _grade_differs(form: Form) -> Iterator[Hit]:
    """A printed grade that is not that of the printed total (等级与总分不符).

    A hint where another scale that govperf carries gives it. Not flagged: a form without a printed total;
    a total above the full points; other words for the grade, such as 优秀 for 优; words that nobody knows;
    合格 for any total that is not in the last band.
    """
    printed, total = form.evaluation.reported_grade, form.evaluation.reported_total
    if not printed or total is None or total > form.book.full.value:
        return
    bare = "".join(printed.split()).removesuffix("级").removesuffix("等").strip('“”"（）()')
    due = form.book.grade(form.book.rounding.round(Fraction(total))).label
    known = {_WORDS.get(grade.label, grade.label) for grade in form.book.grades}
    meant, right = _WORDS.get(bare, bare), _WORDS.get(due, due)
    passed = bare in _PASSED and right != _WORDS["差"]
    if meant in known and meant != right and not passed:
        others = [scale for scale in map(grade_scale, _SCALES) if _label(scale, total) == meant]
        details = {"printed": printed, "total": total, "computed": due, "standard": form.book.name}
        figures = {"$.reported_grade": printed, _PATH: total}
        yield Hit("$.reported_grade", details, figures, Severity.HINT if others else None)


def _label(scale: GradeScale, total: Decimal) -> str:
    return next(grade.label for grade in scale.grades if total >= grade.lower)


TOTALS: Final[tuple[Check, ...]] = (
    _total_over_full,
    _total_sum,
    _subtotal_sum,
    _total_differs,
    _grade_differs,
)
