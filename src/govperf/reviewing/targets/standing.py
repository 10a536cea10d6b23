"""How an actual stands to its target (完成情况): one word for each row, so that one fault is found once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from govperf.model import Actual, Approximation, CompletionRate, Operator, Target, Undefined
from govperf.reviewing.targets.growth import zero_base
from govperf.reviewing.targets.naming import is_change, is_share
from govperf.reviewing.targets.undone import is_undone
from govperf.scoring.earning import OPEN_SIDES

if TYPE_CHECKING:
    from govperf.model import Indicator, Note
    from govperf.reviewing.form import Row
    from govperf.standards import ScoringStandard
    from govperf.units import Quantity, Unit

__all__ = ["Standing", "slip_power", "standings"]


class Standing(NamedTuple):
    """Standing (完成情况) of a row: the row and its completion rate, or why there is none."""

    row: Row
    rate: CompletionRate | Undefined


class _Limits(NamedTuple):
    margin: Fraction
    over: tuple[int, int]
    slip: tuple[int, int]
    usual: tuple[int, int]
    """Below it a met target is neither far exceeded nor ten times its figure."""
    reached: Fraction
    """From this share of the points on the target counts as reached."""
    year: int
    """Of the form, for dates that leave it out."""


class _Pair(NamedTuple):
    """A row whose cells were compared."""

    row: Row
    target: Target
    actual: Actual
    rate: CompletionRate
    too_large: bool
    """Whether a share is above all that there is."""


_EXACT: Final = Approximation.EXACT
_LESS: Final = (Operator.AT_MOST, Operator.LESS_THAN)
_NONE: Final = 0, 1
_SCALES: Final = (4, 8)
"""万 and 亿, which are lost."""
_PERCENT: Final = 2
_ALL_POINTS: Final = Fraction(1)
_TELLING: Final = 3
"""So many equal digits beside a shifted point are no chance."""

_REASONS: Final = {
    "undefined.units": "units",
    "undefined.date-missed": "date-missed",
    "undefined.range-exceeded": "not-equal",
}
_UNJUDGED: Final = {
    "undefined.scale-ambiguous": "unit-bare",
    "undefined.percent-or-fraction": "percent-or-fraction",
    "undefined.frequency-bare": "unit-bare",
    "undefined.actual-range": "approximate-decides",
    "undefined.date-open": "date-open",
    "undefined.actual-text": "actual-text",
    "undefined.actual-unread": "actual-text",
    "undefined.actual-undated": "actual-text",
    "undefined.actual-date": "actual-text",
    "undefined.actual-missing": "actual-missing",
}
"""What a person's award settles."""
_IN_WORDS: Final = frozenset({"undefined.target-text", "undefined.target-unread"})
_VAGUE: Final = frozenset({"undefined.approximation-decides", "undefined.range-decides"})
_SHORT: Final = {
    "note.frequency": "frequency-short",
    "note.share-of-cases": "share-missed",
    "note.strict-bound": "strict-bound",
    "note.negative-actual": "negative-actual",
}


def standings(
    rows: Iterable[Row], book: ScoringStandard, slip: Decimal, year: int
) -> Mapping[str, Sequence[Standing]]:
    """Rows by how their actual stands to their target (完成情况), each at most once.

    Args:
        rows: Those of a form that apply.
        book: Its limit of over-fulfilment and its margin of what is approximate count.
        slip: How near to a power of ten looks like a slip of the unit.
        year: Of the form.

    Returns:
        The name of a check, such as "missed" → its rows.
    """
    found: dict[str, list[Standing]] = {}
    levels = book.levels.levels
    reached = levels[0].lower if levels else _ALL_POINTS
    limits = _limits(book.over_fulfilment.value, book.approximation.value, slip, reached, year)
    for row in rows:
        if word := _word(row, limits):
            found.setdefault(word, []).append(Standing(row, row.rate))
    return found


@lru_cache(maxsize=16)
def _limits(over: Decimal, margin: Decimal, slip: Decimal, reached: Fraction, year: int) -> _Limits:
    """The limits as fractions, which take longer to make than most rows to judge."""
    nearest = 10 * (1 - Fraction(slip))
    usual = min(Fraction(over), nearest)
    most, near, below = (number.as_integer_ratio() for number in (over, slip, usual))
    return _Limits(Fraction(margin), most, near, below, reached, year)


def _word(row: Row, limits: _Limits) -> str:
    """The one thing to say of a row; "" for nothing."""
    target, actual, rate = row.indicator.target, row.indicator.actual, row.score.rate
    rated = _of_percentages(row.indicator)
    if rated == "growth-zero-base":
        return rated
    if target is None or actual is None or not isinstance(rate, CompletionRate):
        return rated or _without_rate(row.indicator, row.rate, limits)
    if not rated and _is_plain(rate, target, limits) and not _is_open(row):
        return ""
    pair = _Pair(row, target, actual, rate, bool(rated))
    for word, is_so in _TESTS:
        if is_so(pair, limits):
            return _missed(pair) if word == "missed" else word
    return ""


def _of_percentages(indicator: Indicator) -> str:
    """What is wrong with percentages as such: growth from zero, more than all of something."""
    target = None if indicator.target is None else indicator.target.quantity
    actual = None if indicator.actual is None else indicator.actual.quantity
    if (target is None or not target.unit.is_ratio) and (actual is None or not actual.unit.is_ratio):
        return ""
    if zero_base(indicator) is not None:
        return "growth-zero-base"
    found = [figure for figure in (target, actual) if figure is not None]
    unit = found[0].unit
    over = (_exceeds(found[0], unit) or _exceeds(found[-1], unit)) and is_share(indicator.name)
    return "rate-over-100" if over else ""


def _is_plain(rate: CompletionRate, target: Target, limits: _Limits) -> bool:
    """Whether the target is met and not much exceeded, as most are: none of the tests says anything then."""
    if not rate.met or rate.approximation is not _EXACT or target.operator in _LESS:
        return False
    if rate.notes and _says(rate.notes, "note.not-equal"):
        return False
    return rate.exact == 1 or _is_below(rate, limits.usual)


def _is_below(rate: CompletionRate, limit: tuple[int, int]) -> bool:
    """Whether a rate is below a limit, in whole numbers: each form has dozens of them."""
    (above, below), (most, of) = rate.exact.as_integer_ratio(), limit
    return above * of < most * below


def _without_rate(indicator: Indicator, rate: CompletionRate | Undefined, limits: _Limits) -> str:
    code = rate.code if isinstance(rate, Undefined) else ""
    word = _REASONS.get(code) or ("" if indicator.award else _UNJUDGED.get(code, ""))
    if (word in _OPEN or code in _IN_WORDS) and _is_undone(indicator, word, limits):
        return "not-done"
    return "" if word == "date-open" and _is_inside(indicator, limits.year) else word


_OPEN: Final = frozenset({"actual-text", "date-missed", "date-open"})
"""What a denial may stand behind."""


def _is_undone(indicator: Indicator, word: str, limits: _Limits) -> bool:
    """Whether the actual says that the target is not reached, and the printed score that it is.

    Less than full points may be what a reason or a person took off.
    """
    target, actual, points, full = (
        indicator.target,
        indicator.actual,
        indicator.reported_points,
        indicator.weight,
    )
    if target is None or actual is None or not points or not full:
        return False
    if points != full and Fraction(points) < Fraction(full) * limits.reached:
        return False
    explained = bool(indicator.deviation_reason.strip()) or indicator.award is not None
    if word == "date-missed":
        return points == full and not explained
    return (points == full or not explained) and is_undone(target, actual)


def _is_inside(indicator: Indicator, year: int) -> bool:
    """Whether a time lies within the one that was due, and begins after it: 7月 of 6-9月."""
    due = indicator.target.in_year(year) if indicator.target else None
    whole = due.period if due and due.operator is Operator.EQUAL else None
    time = indicator.actual.in_year(year).period if indicator.actual else None
    return whole is not None and time is not None and whole.start < time.start and time.end <= whole.end


def _missed(pair: _Pair) -> str:
    """Why it was missed, where that says more."""
    notes = {note.code for note in pair.rate.notes}
    word = next((word for note, word in _SHORT.items() if note in notes), "missed")
    if word == "negative-actual" and is_change(pair.row.indicator.name):
        word = "missed"
    return "direction-doubtful" if word == "missed" and pair.row.doubtful else word


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
    if rate.approximation is _EXACT or pair.row.indicator.award is not None:
        return False
    if rate.exact >= 1 and not rate.met:  # 近60 against 60
        return True
    times = Fraction(*_times(pair))
    ends = [times + side * margin * times for side in OPEN_SIDES[rate.approximation]]
    if pair.target.operator in _LESS:
        return min(ends) <= 1 < max(ends)
    return min(ends) < 1 <= max(ends)


def _times(pair: _Pair) -> tuple[int, int]:
    """The actual as a multiple of the target, in two numbers; 0 where one of them is no plain figure."""
    target, reached = pair.target.quantity, pair.actual.quantity
    if pair.target.operator not in _LESS:
        return pair.rate.exact.as_integer_ratio()
    if not target or reached is None:
        return _NONE
    one, other = reached.unit, target.unit
    if one is not other and one.atoms and other.atoms:  # 77 of 78 cases against 24小时 are no multiple
        return reached.exact_ratio(target).as_integer_ratio() if one.adds_to(other) else _NONE
    (above, by), (below, over) = reached.magnitude.as_integer_ratio(), target.magnitude.as_integer_ratio()
    if not one.atoms and _SCALE.search(pair.actual.text):
        by *= 10 ** max(other.power_of_ten, 0)
    if not other.atoms and _SCALE.search(pair.target.text):
        over *= 10 ** max(one.power_of_ten, 0)
    return above * over, by * below


_SCALE: Final = re.compile("[千万亿]")
"""98.6万 beside 100万元 says its scale itself."""


def _slipped(pair: _Pair, slip: tuple[int, int]) -> bool:
    """Whether 万, 亿 or % was lost, or the point is at another place.

    Less than a limit is natural, but not a ten-thousandth of the money that may be spent.
    """
    wanted, reached = pair.target.quantity, pair.actual.quantity
    large, small = _larger(pair)
    power = _power(large, small, slip) if wanted is not None and reached is not None else 0
    if wanted is None or reached is None or not power:
        return False
    within = pair.rate.met and pair.target.operator in _LESS
    if power in _SCALES:
        return wanted.unit.is_money or not within
    if within:
        return False
    if power == _PERCENT and wanted.unit.is_ratio and reached.unit.is_ratio:
        return min(wanted.magnitude, reached.magnitude) <= 1 and not is_change(pair.row.indicator.name)
    return large == small * 10**power and _digits(wanted.magnitude) >= _TELLING


def _larger(pair: _Pair) -> tuple[int, int]:
    """The larger of the two figures over the smaller one, in two numbers; 0 where one of them is none."""
    above, below = _times(pair)
    if above <= 0:
        return _NONE
    return (above, below) if above > below else (below, above)


def slip_power(found: Standing, slip: Decimal) -> int:
    """The power of ten that lies between the two cells (相差的十的幂次) of a row with a slip.

    Args:
        found: Such a row.
        slip: As for `standings`.

    Returns:
        4 for ten thousand times; 0 for no such row.
    """
    target, actual, rate = found.row.indicator.target, found.row.indicator.actual, found.rate
    if target is None or actual is None or not isinstance(rate, CompletionRate):
        return 0
    pair = _Pair(found.row, target, actual, rate, too_large=False)
    return _power(*_larger(pair), slip.as_integer_ratio())


def _power(above: int, below: int, slip: tuple[int, int]) -> int:
    """The power of ten that a ratio of one or more is near, 0 for none."""
    part, whole = slip
    if whole * above < 10 * (whole - part) * below:  # not even near ten
        return 0
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
    return meant.is_ratio and figure.magnitude > _all(meant)


@lru_cache(maxsize=64)
def _all(unit: Unit) -> int | Fraction:
    """All of something: 100 of %."""
    whole = 1 / unit.factor
    return whole.numerator if whole.denominator == 1 else whole


def _is_within_all(pair: _Pair) -> bool:
    """Whether the actual is a percentage within 100 %: from 80 % to all of it is no large multiple.

    Nor is a growth or a saving of 6 % where 5 % were due.
    """
    target, actual = pair.target.quantity, pair.actual.quantity
    if target is None or actual is None or not target.unit.is_ratio:
        return False
    return not _exceeds(actual, target.unit)


_TESTS: Final[Sequence[tuple[str, Callable[[_Pair, _Limits], bool]]]] = (
    ("approximate-decides", lambda pair, limits: _decides(pair, limits.margin)),
    ("slip", lambda pair, limits: _slipped(pair, limits.slip)),
    ("rate-over-100", lambda pair, _: pair.too_large),
    ("missed", lambda pair, _: not pair.rate.met),
    ("far-over", lambda pair, limits: not (_is_below(pair.rate, limits.over) or _is_within_all(pair))),
    ("not-equal", lambda pair, _: _says(pair.rate.notes, "note.not-equal")),
)
"""What may be said of a row whose cells were compared, the likeliest explanation first."""
