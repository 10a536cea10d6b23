"""Printed points (得分核对): scores above their weight, below zero, or other than the figures give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from govperf.messages import message
from govperf.model import CompletionRate, EvaluationKind, Indicator, Severity, Undefined
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.form import Form, Row
from govperf.reviewing.listing import both, listed
from govperf.reviewing.scores.readings import Difference
from govperf.reviewing.scores.shares import is_reverse
from govperf.reviewing.targets.filling import FILLING
from govperf.reviewing.targets.kinship import figure_of
from govperf.standards import BUILT_IN, Level, ScoringStandard, standard

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["POINTS", "said_together"]

_FAMILY: Final = "scores"
_SCORING: Final = "财预〔2020〕10号: a 定量指标 earns the part of its 分值 that was done, and no more"
_CAP: Final = "a project form of Hubei of 2020: no 得分 is above its 分值"
_LEVELS: Final = (
    "systems in use, after 财预〔2020〕10号: the 得分 of a 定性指标 lies in the band of its level"
)
_FEW: Final = 5


def said_together(hits: Sequence[Hit], code: str) -> Iterator[Hit]:
    """A few hits one by one, many as one (合并发现).

    Args:
        hits: Of one check, with all that `code` names in their details.
        code: The sentence of one of them; that of the check has it as `rows`.

    Yields:
        Each with its sentence; beyond five of them one, with the first five and all figures.
    """
    blocks = [hits] if len(hits) > _FEW else [[hit] for hit in hits]
    for block in blocks:
        figures = {path: value for hit in block for path, value in hit.figures.items()}
        severity = block[0].severity if len({hit.severity for hit in block}) == 1 else None
        yield Hit(block[0].path, _rows(block, code), figures, severity)


def _rows(hits: Sequence[Hit], code: str) -> Mapping[str, object]:
    return both("rows", lambda lang: _listed(hits, code, lang))


def _listed(hits: Sequence[Hit], code: str, lang: Language) -> str:
    said = ("；" if lang == "zh" else "; ").join(message(code, hit.details, lang) for hit in hits[:_FEW])
    return said if len(hits) <= _FEW else message("row.more", {"rows": said, "count": len(hits)}, lang)


@check("finding.points-over-weight", Severity.ERROR, family=_FAMILY, source=_CAP, provenance="verified")
def _points_over_weight(form: Form) -> Iterator[Hit]:
    """A printed score above its weight (得分超过分值): of a row, a group or the budget execution.

    Not flagged: a score of exactly the weight; rows for extra points; weights that are shares of 1.
    """
    over = [one for one in form.outlying if one.is_over]
    if not over or form.weight_totals.sum <= 1:
        return
    extra = {row.path for row in form.weight_totals.rows if row.is_extra}
    hits = [
        Hit(
            f"{one.path}.reported_points",
            {"name": one.name, "printed": one.points, "weight": one.weight},
            {f"{one.path}.reported_points": one.points, f"{one.path}.weight": one.weight},
        )
        for one in over
        if one.path not in extra
    ]
    yield from said_together(hits, "row.over-weight")


@check(
    "finding.points-negative",
    Severity.WARNING,
    family=_FAMILY,
    source="rule code of provincial systems: no 得分 is below 0",
    provenance="in use",
)
def _points_negative(form: Form) -> Iterator[Hit]:
    """A printed score below zero (得分为负).

    Not flagged: rows whose name or category says that points are taken off there.
    """
    hits = [
        Hit(
            f"{one.path}.reported_points",
            {"name": one.name, "printed": one.points},
            {f"{one.path}.reported_points": one.points},
        )
        for one in form.outlying
        if one.points < 0 and not _takes_off((one.name, *one.category))
    ]
    yield from said_together(hits, "row.negative")


def _takes_off(labels: Iterable[str]) -> bool:
    return any(word in label for word in ("扣", "减分", "负面") for label in labels)


@check("finding.points-differ", Severity.WARNING, family=_FAMILY, source=_SCORING, provenance="recalled")
def _points_differ(form: Form) -> Iterator[Hit]:
    """A printed score that no known reading of the figures gives (得分不符).

    Not flagged: a score that cannot be computed; one that is right to more digits; one that another reading
    gives (points-explained); rows whose direction is a guess; 0 where nothing was done and all is scored 0.
    It is a hint where the row has scoring criteria of its own, where others evaluate, where the form prints
    no weight of the budget execution, and for a cost below what was planned.
    """
    if not form.differences or not _is_comparable(form):
        return
    hits = [
        Hit(
            f"{one.printed.path}.reported_points",
            {**_compared(one), "standard": form.book.name},
            one.printed.figures,
            Severity.HINT if _is_own(one, form) or _is_saving(one) else Severity.WARNING,
        )
        for one in form.differences
        if not one.reading
    ]
    for severity in (Severity.WARNING, Severity.HINT):
        yield from said_together([hit for hit in hits if hit.severity is severity], "row.differs")


def _is_comparable(form: Form) -> bool:
    return not 0 < form.weight_totals.sum <= 1


def _is_own(one: Difference, form: Form) -> bool:
    """Whether the form has rules of its own."""
    budget, indicator = form.evaluation.budget, one.printed.indicator
    if form.evaluation.kind is not EvaluationKind.SELF:
        return True
    if indicator is not None:
        return bool(indicator.criteria.strip())
    return budget is not None and budget.weight is None


def _is_saving(one: Difference) -> bool:
    """Whether a cost, scored as if more were better, is below its target: nobody may have meant it so."""
    indicator, rate = one.printed.indicator, one.printed.score.rate
    if indicator is None or not any(_COST in label for label in (*indicator.category, indicator.name)):
        return False
    return isinstance(rate, CompletionRate) and not rate.met and not is_reverse(indicator)


_COST: Final = "成本"


def _compared(one: Difference) -> dict[str, object]:
    printed = one.printed
    return {"name": printed.score.name, "printed": printed.points, "computed": printed.score.points}


@check("finding.points-explained", Severity.HINT, family=_FAMILY, source=_SCORING, provenance="recalled")
def _points_explained(form: Form) -> Iterator[Hit]:
    """Printed scores that another reading of the figures gives (得分另有解释), one finding for each reading.

    Not flagged: what the standard gives; what no reading gives (points-differ); rows whose direction is a
    guess; 0 where nothing was done and all is scored 0.
    """
    if not form.differences or not _is_comparable(form):
        return
    found: dict[tuple[str, ...], list[Difference]] = {}
    for one in form.differences:
        if one.reading:
            found.setdefault((one.reading, *map(str, one.details.values())), []).append(one)
    for several in found.values():
        hits = [
            Hit(f"{one.printed.path}.reported_points", _compared(one), one.printed.figures) for one in several
        ]
        figures = {path: value for hit in hits for path, value in hit.figures.items()}
        details = {**_rows(hits, "row.explained"), **several[0].said, "standard": form.book.name}
        yield Hit(hits[0].path, details, figures)


@check("finding.points-impossible", Severity.WARNING, family=_FAMILY, source=_SCORING, provenance="recalled")
def _points_impossible(form: Form) -> Iterator[Hit]:
    """A printed score outside what the figures leave open (得分不可能): an approximate actual, a range.

    Not flagged: what lies between the least and the most, give or take half its last digit; any score that
    the figures do not bound, but by its weight; rows that a level bounds (level-band).
    """
    hits = [
        Hit(
            f"{row.path}.reported_points",
            {"name": row.indicator.name, "printed": points, "low": low, "high": high},
            _of_row(row),
        )
        for row, points, low, high in _bounded(form)
        if not Fraction(low) - _half(points) <= Fraction(points) <= Fraction(high) + _half(points)
    ]
    yield from said_together(hits, "row.impossible")


def _bounded(form: Form) -> Iterator[tuple[Row, Decimal, Decimal, Decimal]]:
    for row in form.rows:
        within = row.score.within
        if within is None:
            continue
        points, undecided = row.indicator.reported_points, row.score.points
        if points is None or points < 0 or row.indicator.not_applicable or row.doubtful:
            continue
        if isinstance(undecided, Undefined) and undecided.code != "undefined.award-missing":
            yield row, points, *within


def _half(points: Decimal) -> Fraction:
    """Half a last digit of a printed score, no finer than the standard rounds."""
    return Fraction(10) ** min(0, max(-2, int(points.as_tuple().exponent))) / 2


def _of_row(row: Row) -> dict[str, object]:
    one = row.indicator
    given = {
        "reported_points": one.reported_points,
        "weight": one.weight,
        "target": one.target,
        "actual": one.actual,
    }
    return {f"{row.path}.{field}": value for field, value in given.items() if value is not None}


@check("finding.level-band", Severity.WARNING, family=_FAMILY, source=_LEVELS, provenance="in use")
def _level_band(form: Form) -> Iterator[Hit]:
    """A score outside the band of its level (得分超出等级区间): printed, or given with the level as an award.

    The level stands in the award, or the actual is its name. It is a hint where another rule book that
    govperf carries has the score in the band of that level.
    Not flagged: a score on the end of the band that belongs to it; words that are no level; rows that a rule
    scores; a score above the weight (points-over-weight).
    """
    judged = [
        row for row in form.rows if row.score.rule == "awarded" or isinstance(row.score.points, Undefined)
    ]
    for row in judged:
        for field, points in _judged(row.indicator):
            weight = row.indicator.weight
            if weight is None or not 0 <= points <= weight or (level := _level(row, form.book)) is None:
                continue
            if not _holds(form.book, level, weight, points):
                details = {
                    "name": row.indicator.name,
                    "printed": points,
                    "level_zh": level.label,
                    "level_en": level.english,
                    **_span(level, weight, form.book),
                }
                elsewhere = any(_holds_elsewhere(name, level, form, weight, points) for name in BUILT_IN)
                figures = {**_of_row(row), f"{row.path}.{field}": points}
                yield Hit(f"{row.path}.{field}", details, figures, Severity.HINT if elsewhere else None)


def _span(level: Level, weight: Decimal, book: ScoringStandard) -> Mapping[str, object]:
    """From where to where a band goes, and whether its upper end belongs to it."""
    low, high, closed = level.band(weight, book.rounding)
    ends = {"low": low, "high": high}
    return both("band", lambda lang: message("band.closed" if closed else "band.open", ends, lang))


def _judged(one: Indicator) -> Iterator[tuple[str, Decimal]]:
    """The scores that a person gave to a row that no rule scores."""
    if one.not_applicable:
        return
    if one.reported_points is not None:
        yield "reported_points", one.reported_points
    if one.award is None or one.award.points is None:
        return
    if one.award.points != one.reported_points:
        yield "award.points", one.award.points


_RANKS: Final = {"达成": 0, "全部达成": 0, "部分达成": 1, "未达成": 2, "没有达成": 2}
"""Words that name the first, the second or the third of three levels."""


def _level(row: Row, book: ScoringStandard) -> Level | None:
    award, actual = row.indicator.award, row.indicator.actual
    named = award.level if award is not None and award.level else actual.text if actual is not None else ""
    found = book.levels.find(named)
    rank = _RANKS.get(named.strip("。.；;，, "))
    if found is not None or rank is None:
        return found
    bands = _bands(book)
    return bands[rank] if len(bands) == len(set(_RANKS.values())) else None


def _bands(book: ScoringStandard) -> list[Level]:
    return [level for level in book.levels.levels if not level.fixed]


def _holds(book: ScoringStandard, level: Level, weight: Decimal, points: Decimal) -> bool:
    return level.band(weight, book.rounding).holds(book.rounding.round(Fraction(points)))


def _holds_elsewhere(name: str, level: Level, form: Form, weight: Decimal, points: Decimal) -> bool:
    """Whether the level of the same rank of another rule book has the points in its band."""
    own, others = _bands(form.book), _bands(standard(name))
    if level not in own or len(own) != len(others):
        return False
    return _holds(standard(name), others[own.index(level)], weight, points)


@check(
    "finding.points-unchecked",
    Severity.HINT,
    family=_FAMILY,
    source="what this review could not compute is said, so that nobody takes it for checked",
)
def _points_unchecked(form: Form) -> Iterator[Hit]:
    """Printed scores of figures that could not be recomputed (无法复算的得分), one finding for the form.

    The actual holds figures that cannot be read, or its unit is not that of the target.
    Not flagged: targets in words, which a person judges; actuals in words, also beside a date; scores that a
    person awarded; full marks where the figures, whatever their units, reach the target; rows of which the
    family targets says what is wrong.
    """
    open_rows = [row for row in form.applying if _is_unchecked(row)]
    if not open_rows:
        return
    said = {path for one in FILLING if one.code in _TELLING for hit in one.find(form) for path in hit.figures}
    rows = [row for row in open_rows if f"{row.path}.actual" not in said]
    if rows:
        details = {"count": len(rows), "names": listed([row.indicator.name for row in rows])}
        figures = {path: value for row in rows for path, value in _of_row(row).items()}
        yield Hit(f"{rows[0].path}.reported_points", details, figures)


_TELLING: Final = ("finding.units", "finding.actual-text")
_UNITS: Final = "undefined.units"
_UNREAD: Final = frozenset({"undefined.actual-unread", _UNITS})


def _is_unchecked(row: Row) -> bool:
    points, one = row.score.points, row.indicator
    if not isinstance(points, Undefined) or points.code not in _UNREAD:
        return False
    if one.reported_points is None or one.award is not None:
        return False
    return points.code != _UNITS or one.reported_points != one.weight or not _is_reached(one)


def _is_reached(one: Indicator) -> bool:
    """Whether, whatever the units, the one figure reaches the other."""
    wanted, reached = figure_of(one.target).magnitude, figure_of(one.actual).magnitude
    return wanted == reached or (wanted > reached) is is_reverse(one)


POINTS: Final[tuple[Check, ...]] = (
    _points_over_weight,
    _points_negative,
    _points_differ,
    _points_explained,
    _points_impossible,
    _points_unchecked,
    _level_band,
)
