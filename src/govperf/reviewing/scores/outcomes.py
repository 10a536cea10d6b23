"""Printed outcomes (总分与等级核对): the total and the grade beside what the figures make possible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from govperf.messages import message
from govperf.model import Grade, Severity, Undefined
from govperf.numerals.contexts import EXACT
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.form import Form
from govperf.reviewing.listing import both
from govperf.reviewing.scores.totals import half_of, is_settled, weighs_all, whole
from govperf.scoring import evaluate
from govperf.scoring.totals import added
from govperf.standards import BUILT_IN, GradeScale, grade_scale, standard

__all__ = ["OUTCOMES"]

_FAMILY: Final = "scores"
_PATH: Final = "$.reported_total"
_SUM: Final = "filled forms: 总分 is the sum of the 得分 of all rows and of 预算执行率"
_GRADES: Final = "财预〔2020〕10号: 优 from 90, 良 from 80, 中 from 60, 差 below"
_ZERO: Final = Fraction(0)


@check("finding.total-differs", Severity.WARNING, family=_FAMILY, source=_SUM, provenance="recalled")
def _total_differs(form: Form) -> Iterator[Hit]:
    """A printed total that is not the computed one (总分与计算值不符).

    A hint where another rule book that govperf carries gives it. Not flagged: a form that prints the score
    of every row, where the rows say what differs and total-sum whether they add up; the computed total; one
    that cannot be computed; what rounding explains, or the scores that are printed; a total above the full
    points.
    """
    printed, computed = form.evaluation.reported_total, form.card.total
    if printed is None or not isinstance(computed, Decimal) or printed > form.book.full.value:
        return
    if printed == computed or whole(form).complete:
        return
    if abs(Fraction(printed) - Fraction(computed) - _known(form)) > half_of(printed):
        severity = Severity.HINT if _gives(form, printed) else None
        details = {
            "printed": printed,
            "computed": computed,
            "standard": form.card.standard,
            "weights": form.weight_totals.sum,
            "scores": whole(form).value,
        }
        yield Hit(_PATH, details, {_PATH: printed, **_execution(form)}, severity)


def _execution(form: Form) -> dict[str, object]:
    """The printed score and weight of the budget execution."""
    budget = form.evaluation.budget
    given = {} if budget is None else {"reported_points": budget.reported_points, "weight": budget.weight}
    return {f"$.budget.{field}": value for field, value in given.items() if value is not None}


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


@check("finding.total-impossible", Severity.WARNING, family=_FAMILY, source=_SUM, provenance="recalled")
def _total_impossible(form: Form) -> Iterator[Hit]:
    """A printed total that no scores of the open rows make possible (总分不可能); without one, such a grade.

    Printed scores count as they are, the others from the least to the most that they can be.
    Not flagged: a total on an end, give or take half its last digit; a total that can be computed
    (total-differs), or of which all scores are printed (total-sum); one above the most where rows may be
    missing; a grade that another scale that govperf carries gives.
    """
    total, grade = form.evaluation.reported_total, form.evaluation.reported_grade
    if (total is None and not grade) or (span := _span(form, total)) is None:
        return
    low, high = span
    if total is not None:
        half = half_of(total)
        what, path, wrong = "total", _PATH, not EXACT.subtract(low, half) <= total <= EXACT.add(high, half)
    else:
        what, path, wrong = "grade", "$.reported_grade", _is_beyond(form, grade, low, high)
    if wrong:
        details = {
            **both("what", lambda lang: message(f"printed.{what}", {}, lang)),
            "printed": grade if total is None else total,
            "standard": form.card.standard,
            "low": low,
            "high": high,
        }
        yield Hit(path, details, {path: details["printed"], **_execution(form)})


def _span(form: Form, total: Decimal | None) -> tuple[Decimal, Decimal] | None:
    """The least and the most that the total can be, None where that cannot be said.

    Of a form with a total only where it can neither be computed nor added up.
    """
    card, full = form.card, form.book.full.value
    possible = card.possible
    if isinstance(possible, Undefined) or form.outlying or len(form.applying) < len(form.rows):
        return None
    made = whole(form)
    if total is not None and (
        isinstance(card.total, Decimal) or made.complete or total > full or is_settled(form, made, total)
    ):
        return None
    pairs = [(row.indicator.reported_points, row.score.possible) for row in form.rows]
    budget = form.evaluation.budget
    pairs.append((None if budget is None else budget.reported_points, card.budget_score.possible))
    known = [(points, ends) for points, ends in pairs if points is not None and isinstance(ends, tuple)]
    low, high = (
        added([end, *(EXACT.subtract(points, ends[i]) for points, ends in known)])
        for i, end in enumerate(possible)
    )
    return low, high if weighs_all(form) else max(high, full)


def _is_beyond(form: Form, grade: str, low: Decimal, high: Decimal) -> bool:
    """Whether no total within these ends has the grade, by no scale."""
    scales = (form.book.grades, *(grade_scale(name).grades for name in _SCALES))
    possible = {_meant(label) for grades in scales for label in _labels(grades, low, high)}
    meant = _meant(grade)
    if meant in {_meant(one.label) for one in form.book.grades}:
        return meant not in possible and not (_bare(grade) in _PASSED and possible - {_WORDS["差"]})
    return False


def _labels(grades: Sequence[Grade], low: Decimal, high: Decimal) -> list[str]:
    """The grades of totals within these ends; the grades fall, each reaches up to the one above it."""
    above = [None, *(grade.lower for grade in grades)]
    return [
        grade.label
        for grade, upper in zip(grades, above, strict=False)
        if grade.lower <= high and (upper is None or low < upper)
    ]


def _bare(grade: str) -> str:
    return "".join(grade.split()).removesuffix("级").removesuffix("等").strip('“”"（）()')


def _meant(grade: str) -> str:
    bare = _bare(grade)
    return _WORDS.get(bare, bare)


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
    due = form.book.grade(form.book.rounding.round(Fraction(total))).label
    known = {_meant(grade.label) for grade in form.book.grades}
    meant, right = _meant(printed), _meant(due)
    passed = _bare(printed) in _PASSED and right != _WORDS["差"]
    if meant in known and meant != right and not passed:
        others = [scale for scale in map(grade_scale, _SCALES) if _label(scale, total) == meant]
        details = {"printed": printed, "total": total, "computed": due, "standard": form.book.name}
        figures = {"$.reported_grade": printed, _PATH: total}
        yield Hit("$.reported_grade", details, figures, Severity.HINT if others else None)


def _label(scale: GradeScale, total: Decimal) -> str:
    return next(grade.label for grade in scale.grades if total >= grade.lower)


OUTCOMES: Final[tuple[Check, ...]] = (
    _total_differs,
    _total_impossible,
    _grade_differs,
)
