"""How an actual stands to its target (完成情况): one word for each row, so that one fault is found once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from govperf.model import Actual, Approximation, CompletionRate, Target, Undefined
from govperf.reviewing.targets.growth import zero_base
from govperf.reviewing.targets.naming import is_change, is_share
from govperf.scoring.earning import OPEN_SIDES

if TYPE_CHECKING:
    from govperf.model import Indicator, Note
    from govperf.reviewing.form import Row
    from govperf.standards import ScoringStandard
    from govperf.units import Quantity, Unit

__all__ = ["Standing", "standings"]


class Standing(NamedTuple):
    """Standing (完成情况) of a row: the row and its completion rate, or why there is none."""

    row: Row
    rate: CompletionRate | Undefined


class _Limits(NamedTuple):
    over: Fraction
    margin: Fraction
    slip: Fraction


class _Pair(NamedTuple):
    """A row whose cells were compared."""

    row: Row
    target: Target
    actual: Actual
    rate: CompletionRate
    too_large: bool
    """Whether a share is above all that there is."""


_SCALES: Final = (4, 8)
"""万 and 亿, which are lost."""
_PERCENT: Final = 2
_TELLING: Final = 3
"""So many equal digits beside a shifted point are no chance."""

_REASONS: Final = {
    "undefined.units": "units",
    "undefined.date-missed": "date-missed",
    "undefined.range-exceeded": "not-equal",
}
_UNJUDGED: Final = {
    "undefined.scale-ambiguous": "unit-bare",
    "undefined.percent-or-fraction": "percent-missing",
    "undefined.frequency-bare": "unit-bare",
    "undefined.actual-range": "approximate-decides",
    "undefined.date-open": "approximate-decides",
    "undefined.actual-text": "actual-text",
    "undefined.actual-unread": "actual-text",
    "undefined.actual-undated": "actual-text",
    "undefined.actual-date": "actual-text",
    "undefined.actual-missing": "actual-missing",
}
"""What a person's award settles."""
_VAGUE: Final = frozenset({"undefined.approximation-decides", "undefined.range-decides"})
_SHORT: Final = {
    "note.frequency": "frequency-short",
    "note.share-of-cases": "share-missed",
    "note.strict-bound": "strict-bound",
    "note.negative-actual": "negative-actual",
}


def standings(rows: Iterable[Row], book: ScoringStandard, slip: Decimal) -> Mapping[str, Sequence[Standing]]:
    """Rows by how their actual stands to their target (完成情况), each at most once.

    Args:
        rows: Of a form; those that do not apply are left out.
        book: Its limit of over-fulfilment and its margin of what is approximate count.
        slip: How near to a power of ten looks like a slip of the unit.

    Returns:
        The name of a check, such as "missed" → its rows.
    """
    found: dict[str, list[Standing]] = {}
    limits = _Limits(*map(Fraction, (book.over_fulfilment.value, book.approximation.value, slip)))
    for row in rows:
        if row.indicator.not_applicable:
            continue
        if word := _word(row, limits):
            found.setdefault(word, []).append(Standing(row, row.rate))
    return found


def _word(row: Row, limits: _Limits) -> str:
    """The one thing to say of a row; "" for nothing."""
    target, actual, rate = row.indicator.target, row.indicator.actual, row.rate
    rated = _of_percentages(row.indicator)
    if rated == "growth-zero-base":
        return rated
    if isinstance(rate, Undefined) or target is None or actual is None:
        return rated or _without_rate(row.indicator, rate)
    pair = _Pair(row, target, actual, rate, bool(rated))
    if _is_plain(pair):
        return ""
    word = next((word for word, test in _TESTS if test(pair, limits)), "")
    return _missed(pair) if word == "missed" else word


def _of_percentages(indicator: Indicator) -> str:
    """What is wrong with percentages as such: growth from zero, more than all of something."""
    target = None if indicator.target is None else indicator.target.quantity
    actual = None if indicator.actual is None else indicator.actual.quantity
    found = [figure for figure in (target, actual) if figure is not None]
    if not any(figure.unit.is_ratio for figure in found):
        return ""
    if zero_base(indicator) is not None:
        return "growth-zero-base"
    over = is_share(indicator.name) and any(_exceeds(figure, found[0].unit) for figure in found)
    return "rate-over-100" if over else ""


def _is_plain(pair: _Pair) -> bool:
    """Whether the target is met exactly, as most are."""
    rate = pair.rate
    as_wanted = rate.met and rate.exact == 1 and rate.approximation is Approximation.EXACT
    return as_wanted and not (pair.too_large or pair.target.operator.less_is_better or _is_open(pair.row))


def _without_rate(indicator: Indicator, rate: CompletionRate | Undefined) -> str:
    code = rate.code if isinstance(rate, Undefined) else ""
    return _REASONS.get(code) or ("" if indicator.award else _UNJUDGED.get(code, ""))


def _missed(pair: _Pair) -> str:
    """Why it was missed, where that says more."""
    found = (word for note, word in _SHORT.items() if _says(pair.rate.notes, note))
    word = next(found, "missed")
    return "missed" if word == "negative-actual" and is_change(pair.row.indicator.name) else word


def _says(notes: Iterable[Note], code: str) -> bool:
    return any(note.code == code for note in notes)


def _is_open(row: Row) -> bool:
    """Whether the points depend on what the actual leaves open."""
    points = row.score.points
    return isinstance(points, Undefined) and points.code in _VAGUE


def _decides(pair: _Pair, margin: Fraction) -> bool:
    """Whether what the actual leaves open changes the points, or that the target is met."""
    if _is_open(pair.row):
        return True
    rate = pair.rate
    if rate.approximation is Approximation.EXACT or pair.row.indicator.award is not None:
        return False
    if rate.exact >= 1 and not rate.met:  # 近60 against 60
        return True
    times = _times(pair)
    ends = [times + side * margin * times for side in OPEN_SIDES[rate.approximation]]
    if pair.target.operator.less_is_better:
        return min(ends) <= 1 < max(ends)
    return min(ends) < 1 <= max(ends)


def _times(pair: _Pair) -> Fraction:
    """The actual as a multiple of the target, 0 where one of them is no plain figure."""
    target, reached = pair.target.quantity, pair.actual.quantity
    if not pair.target.operator.less_is_better:
        return pair.rate.exact
    if not target or reached is None:
        return _NONE
    if reached.unit.adds_to(target.unit):
        return reached.exact_ratio(target)
    both = reached.unit.atoms and target.unit.atoms  # 77 of 78 cases against 24小时
    return _NONE if both else Fraction(reached.magnitude) / Fraction(target.magnitude)


def _slipped(pair: _Pair, slip: Fraction) -> bool:
    """Whether 万, 亿 or % was lost, or the point is at another place.

    Less than a limit is natural, but not a ten-thousandth of the money that may be spent.
    """
    wanted, reached, times = pair.target.quantity, pair.actual.quantity, _times(pair)
    if wanted is None or reached is None or times <= 0:
        return False
    above, below = times.as_integer_ratio()
    power = _power(max(above, below), min(above, below), slip)
    if power in _SCALES:
        return wanted.unit.is_money or not (pair.rate.met and pair.target.operator.less_is_better)
    if not power or (pair.rate.met and pair.target.operator.less_is_better):
        return False
    if power == _PERCENT and wanted.unit.is_ratio and reached.unit.is_ratio:
        return min(wanted.magnitude, reached.magnitude) <= 1 and not is_change(pair.row.indicator.name)
    is_exact = max(above, below) == min(above, below) * 10**power
    return is_exact and _digits(wanted.magnitude) >= _TELLING


def _power(above: int, below: int, slip: Fraction) -> int:
    """The power of ten that a ratio of one or more is near, 0 for none."""
    part, whole = slip.as_integer_ratio()
    digits = len(str(above // below))
    for power in (digits - 1, digits):
        if whole * abs(above - 10**power * below) <= part * 10**power * below:
            return power
    return 0


def _digits(number: Decimal) -> int:
    """How many digits tell something: 2 of 1200."""
    return len("".join(map(str, number.as_tuple().digits)).strip("0"))


def _exceeds(figure: Quantity, unit: Unit) -> bool:
    """Whether a figure is above 100 %; a bare one is in the unit of the target."""
    meant = figure.unit if figure.unit.atoms else unit
    return meant.is_ratio and figure.magnitude > 1 / meant.factor


def _is_within_all(pair: _Pair) -> bool:
    """Whether the actual is a part of something: from 80 % to all of it is no large multiple."""
    target, actual = pair.target.quantity, pair.actual.quantity
    if target is None or actual is None or not target.unit.is_ratio:
        return False
    return not _exceeds(actual, target.unit) and not is_change(pair.row.indicator.name)


_NONE: Final = Fraction(0)

_TESTS: Final[Sequence[tuple[str, Callable[[_Pair, _Limits], bool]]]] = (
    ("approximate-decides", lambda pair, limits: _decides(pair, limits.margin)),
    ("slip", lambda pair, limits: _slipped(pair, limits.slip)),
    ("rate-over-100", lambda pair, _: pair.too_large),
    ("missed", lambda pair, _: not pair.rate.met),
    ("far-over", lambda pair, limits: pair.rate.exact >= limits.over and not _is_within_all(pair)),
    ("not-equal", lambda pair, _: _says(pair.rate.notes, "note.not-equal")),
)
"""What may be said of a row whose cells were compared, the likeliest explanation first."""
