"""Weights (分值核对): levels and totals that must add up, and what the standard's frame says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, partial
from typing import Final

from govperf.model import EvaluationKind, Severity
from govperf.numerals.contexts import EXACT
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.form import Form
from govperf.reviewing.listing import listed
from govperf.reviewing.weights.totals import Leftover, Weighed, leftover, total_of
from govperf.scoring import WeightCheck
from govperf.standards import BUILT_IN, standard, taxonomy

__all__ = ["WEIGHTS"]

_BUDGET: Final = "$.budget.weight"
_SERVED: Final = "satisfaction"
"""The first level that a form has only where the public is served."""

_ROWS: Final = 3
"""A form of fewer rows is an excerpt, and says nothing of the levels that it lacks."""

_weights: Final = partial(check, family="weights")
_FORMS: Final = "filled forms of 财预〔2020〕10号: 预算执行率 10 + 产出 50 + 效益 30 + 满意度 10 = 100"
_RESULTS: Final = (
    "财预〔2020〕10号: 产出 and 效益 have 60 % of the points of an evaluation by others, or more"
)
_SYSTEMS: Final = "checks of systems in use: 三级 = 二级 = 一级 = 90 (+10), weight > 0"


@_weights("finding.weights-over", Severity.ERROR, source=_FORMS, provenance="verified")
def _over(form: Form) -> Iterator[Hit]:
    """Too many points (分值合计超过满分): all weights with the budget execution are above the full points.

    Never where they are the full points without extra points (加分项), without rows that do not apply,
    without a budget execution that stands twice, or goal by goal; nor where rounding explains it.
    """
    totals = form.weight_totals
    if totals.given and totals.is_over:
        off = EXACT.subtract(totals.sum, totals.allowed[-1])
        figures = {"sum": totals.sum, "expected": totals.allowed[-1], "difference": off}
        details = {name: _plain(figure) for name, figure in figures.items()}
        yield Hit("$", details, _figures(form, totals.given))


@_weights("finding.weights-short", Severity.WARNING, source=_FORMS, provenance="verified")
def _short(form: Form) -> Iterator[Hit]:
    """Too few points (分值合计不足满分): a row may be left out.

    Never where a weight is missing, where all of them are zero, where they are 90 and no points are printed
    for the budget execution, where they are shares of one (0.15), nor where rounding explains it.
    """
    totals = form.weight_totals
    if totals.is_short:
        allowed = [_plain(points) for points in totals.allowed]
        details = {"expected_en": " or ".join(allowed), "expected_zh": "或".join(allowed)}
        yield Hit("$", {"sum": _plain(totals.sum), **details}, _figures(form, totals.given))


@_weights(
    "finding.weights-leftover", Severity.WARNING, source="a split by the largest remainder loses nothing"
)
def _leftover(form: Form) -> Iterator[Hit]:
    """Leftover of an equal split (平均分配的尾差): rows of one weight that add up to 49.98 and not to 50.

    Never where the points add up, where a last digit of each row or more is missing, or where the weights are
    whole numbers.
    """
    if not form.weight_totals.given:
        return
    groups = [split for _, _, split in _broken_groups(form) if split]
    known = {split.rows for split in groups}
    for split in (*groups, *(one for one in form.weight_totals.leftovers if one.rows not in known)):
        details = {
            "count": len(split.rows),
            "weight": f"{split.weight:f}",
            "sum": _plain(split.sum),
            "points": _plain(split.points),
            "off": _plain(split.off),
            "shares": _shares(split),
        }
        yield Hit(f"{split.rows[0].path}.weight", details, _weights_of(split.rows))


@_weights("finding.weights-group", Severity.ERROR, source=_SYSTEMS, provenance="in use")
def _group(form: Form) -> Iterator[Hit]:
    """Points of a group (分组分值不符): what is printed for it is not the sum of its rows.

    Never where a row of it has no weight, where its heading stands twice or has no rows, where it is right
    without the rows that do not apply or give extra points, nor where rounding explains it.
    """
    for broken, rows, split in _broken_groups(form):
        if split is None and not _holds_without(broken, rows):
            details = {"name": broken.name, "sum": _plain(broken.sum), "expected": _plain(broken.expected)}
            details["difference"] = _plain(broken.difference)
            yield Hit(broken.path, details, {broken.path: broken.expected, **_weights_of(rows)})


@_weights("finding.weight-zero", Severity.WARNING, source=_SYSTEMS, provenance="in use")
def _zero(form: Form) -> Iterator[Hit]:
    """Weight of zero (分值为零): what is reached there does not count.

    Never for a row that does not apply or that gives extra points.
    """
    given = form.weight_totals.given
    rows = [row for row in given if not row.indicator.weight and not _is_aside(row)]
    if rows:
        yield Hit(_place(rows, ".weight"), _named(rows, given), _weights_of(rows))


@_weights("finding.weights-missing", Severity.HINT, source="all points of a form are given to its rows")
def _missing(form: Form) -> Iterator[Hit]:
    """Missing weights (部分指标缺分值): some rows have weights, others have none.

    Never where no row has one, where those that stand there are all the points (merged cells), for rows that
    do not apply, nor for those of a group that is weighed or scored as a whole.
    """
    totals = form.weight_totals
    if totals.given and totals.missing and not totals.adds_up:
        figures = {f"{row.path}.weight": "—" for row in totals.missing}
        yield Hit("$", _named(totals.missing, totals.rows), figures)


@_weights("finding.weights-default", Severity.HINT, source=_FORMS, provenance="recalled")
def _default(form: Form) -> Iterator[Hit]:
    """Weights outside the frame (分值偏离一般设置): the first levels weigh other than they usually do.

    Never in evaluations by others, where the points do not add up or some stand aside, where the budget
    execution is among the indicators, where the standard has no frame for the first levels of the form, or
    where the form follows another built-in rule book: 20 points for the execution are the form of Hubei.
    """
    totals = form.weight_totals
    if not (_is_own(form) and totals.is_complete and totals.sum == totals.allowed[0]):
        return
    levels = [(one, one.holds) for one in totals.weighing.checks("default")]
    other = [one for one, holds in levels if holds is False]
    if other and not _follows_another(form):
        details = {"levels_en": "; ".join(one.explain("en") for one in other)}
        details |= {"levels_zh": "；".join(one.explain("zh") for one in other), "standard": form.book.name}
        yield Hit("$", details, _figures(form, totals.given))


@_weights("finding.weights-floor", Severity.WARNING, source=_RESULTS, provenance="recalled")
def _floor(form: Form) -> Iterator[Hit]:
    """Too little weight for results (结果指标权重偏低): in evaluations by others 产出 and 效益 are too light.

    Never in a self-evaluation, where a weight or a whole row may be missing, or where the levels are unknown.
    """
    totals = form.weight_totals
    if _is_own(form) or not totals.adds_up:
        return
    for one in totals.weighing.checks("floor"):
        if one.holds is False:
            details = {"name": one.name, "sum": _plain(one.sum), "expected": _plain(one.expected)}
            yield Hit("$", details, _figures(form, totals.given))


@_weights(
    "finding.dimension-missing",
    Severity.HINT,
    source="frames of 财预〔2020〕10号 and 财预〔2021〕101号: both have 产出 and 效益",
    provenance="recalled",
)
def _dimension(form: Form) -> Iterator[Hit]:
    """Missing first level (缺少一级指标): no indicator of 产出 or 效益, which every frame of a standard has.

    Never 满意度, which is for those who serve the public; never in a form of fewer than three rows, whose
    weights do not add up, whose first levels are not all known, or that others made.
    """
    totals = form.weight_totals
    if not (_is_own(form) and len(totals.rows) >= _ROWS and totals.is_complete and totals.adds_up):
        return
    levels = totals.weighing.levels
    lacking = set[str]() if "" in levels else _required(form).difference(levels)
    if lacking:
        first = [one for one in taxonomy(form.book.taxonomy).branches if one.code in lacking]
        names = {"level_en": ", ".join(one.english for one in first)}
        names |= {"level_zh": "、".join(one.label for one in first)}
        yield Hit("$", {**names, "standard": form.book.name})


def _is_own(form: Form) -> bool:
    return form.evaluation.kind is EvaluationKind.SELF


def _follows_another(form: Form) -> bool:
    """Whether the budget execution has the points that another built-in book usually gives it."""
    printed = form.weight_totals.execution
    return printed != form.book.execution_points.value and printed in _usual()


@cache
def _usual() -> frozenset[Decimal]:
    return frozenset(one.execution for name in BUILT_IN for one in standard(name).weights)


def _required(form: Form) -> set[str]:
    """The first levels that every frame of the rule book has, but for that of the public."""
    frames = [set(one.codes) for one in form.book.weights]
    return set[str].intersection(*frames) - {_SERVED} if frames else set()


def _is_aside(row: Weighed) -> bool:
    return bool(row.indicator.not_applicable) or row.is_extra


def _broken_groups(form: Form) -> Iterator[tuple[WeightCheck, list[Weighed], Leftover | None]]:
    """Each group whose printed points are not those of its rows, the rows, and the rounding behind it."""
    if all(group.weight is None for group in form.evaluation.subtotals):
        return
    for one in form.weight_totals.weighing.checks("group"):
        if one.holds is False:
            rows = form.weight_totals.groups[one.path]
            points = one.expected if isinstance(one.expected, Decimal) else None
            yield one, rows, leftover(rows, points)


def _holds_without(broken: WeightCheck, rows: Iterable[Weighed]) -> bool:
    """Whether a group is right without the rows that stand aside."""
    kept = [row for row in rows if not _is_aside(row)]
    return bool(kept) and total_of(kept) == broken.expected


def _figures(form: Form, rows: Iterable[Weighed]) -> Mapping[str, object]:
    """The weights of rows and of the budget execution."""
    execution = form.weight_totals.execution
    own = {} if execution is None else {_BUDGET: execution}
    return {**own, **_weights_of(rows)}


def _weights_of(rows: Iterable[Weighed]) -> dict[str, object]:
    return {f"{row.path}.weight": row.indicator.weight for row in rows}


def _place(rows: Sequence[Weighed], field: str) -> str:
    """Where it is: the one row, or the form."""
    return f"{rows[0].path}{field}" if len(rows) == 1 else "$"


def _plain(number: object) -> str:
    """A figure without an exponent and without zeros that say nothing."""
    return f"{number.normalize(EXACT):f}" if isinstance(number, Decimal) else str(number)


def _named(rows: Sequence[Weighed], among: Sequence[Weighed]) -> Mapping[str, object]:
    return {"count": len(rows), "of": len(among), "names": listed([row.indicator.name for row in rows])}


def _shares(split: Leftover) -> str:
    return "、".join(f"{share:f}×{count}" for share, count in Counter(split.shares).items())


WEIGHTS: Final[tuple[Check, ...]] = (
    _over,
    _short,
    _leftover,
    _group,
    _zero,
    _missing,
    _default,
    _floor,
    _dimension,
)
