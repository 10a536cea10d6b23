"""A second engine: naive, in whole fractions, from the regulations and not from the code of govperf.

It imports nothing but fractions. Its figures were typed by hand from the regulations; where they are silent,
it follows what the documentation of govperf says. It is slow and plain on purpose.
"""

from fractions import Fraction
from typing import NamedTuple

ZERO, ONE = Fraction(0), Fraction(1)
TENTH = Fraction(1, 10)


class Book(NamedTuple):
    """The figures of a rule book."""

    name: str
    execution: int = 10
    by_bands: bool = False
    """Budget execution and satisfaction by bands."""
    pass_line: Fraction = ZERO
    middle: Fraction = Fraction(6, 10)
    """Where partly reached begins; reached begins at eight tenths."""
    met_or_not: bool = False
    """Whether 达标 and 未达标 are levels."""
    reverse: str = "share"
    """A/B: "share"; 1 − what is over: "excess"; a tenth for each point over: "floor" or "ceil"."""
    off_from: Fraction | None = None
    """From which completion rate two points are taken off."""
    policy: str = "refuse"
    rounds: str = "score"
    digits: int = 2
    even: bool = False
    capped: bool = False
    grades: tuple[int, int, int] = (90, 80, 60)


BOOKS = {
    book.name: book
    for book in (
        Book("MOF-2020-10"),
        Book("MOF-2021-101", by_bands=True, pass_line=Fraction(6, 10), met_or_not=True),
        Book("MOF-2013-53", execution=0),
        Book("HUBEI-2020", execution=20, middle=Fraction(5, 10)),
    )
}
CAPS = ((Fraction(8, 10), 100), (Fraction(7, 10), 89), (Fraction(6, 10), 79), (Fraction(5, 10), 69))
LOWEST_CAP = 59
FIRST = {"成本": "产出"}
"""The first level that a printed one counts to: until 2021 a cost was an output."""


class Row(NamedTuple):
    """An indicator, both figures in one unit."""

    weight: Fraction | None
    binds: str = ""
    wanted: Fraction | None = None
    ceiling: Fraction | None = None
    actual: Fraction | None = None
    far: Fraction | None = None
    """The upper end of an actual that is a range."""
    unclear: bool = False
    """Whether the actual has two readings."""
    percent: Fraction | None = None
    """How many per cent one of the unit is, for satisfaction."""
    bare: bool = False
    """Whether neither figure has a unit."""
    sides: tuple[int, int] = (0, 0)
    """Where an approximate actual may lie."""
    satisfaction: bool = False
    group: str = ""
    level: str = ""
    """The level that the actual names."""
    award: Fraction | None = None
    award_level: str = ""
    corrections: tuple[Fraction, ...] = ()
    applies: bool = True


class Sheet(NamedTuple):
    """A form."""

    rows: tuple[Row, ...]
    rate: Fraction | None
    """The budget execution rate, None where there is none."""
    execution: Fraction | None = None
    """The points of the execution that the form prints."""
    finished: bool | None = None
    by_others: bool = False
    """Whether others evaluate, whose form has the execution among its indicators."""
    corrections: tuple[Fraction, ...] = ()


class Result(NamedTuple):
    """Points or None, and the least and most that they can be or None."""

    points: Fraction | None
    bounds: tuple[Fraction, Fraction] | None
    exact: Fraction | None = None


def rounded(value, book):
    """Half up, or half to even; the value is not negative."""
    scaled = value * 10**book.digits
    whole = scaled.numerator // scaled.denominator
    rest = scaled - whole
    half = Fraction(1, 2)
    up = rest > half or (rest == half and (whole % 2 == 1 or not book.even))
    return Fraction(whole + up, 10**book.digits)


def given(value, weight, book):
    """Points as they are given: rounded; all of a weight is that weight, whatever its digits."""
    return weight if value >= weight else min(rounded(value, book), weight)


def clipped(value, most):
    return min(max(value, ZERO), most)


def rate_of(row, actual):
    """The completion rate, or None."""
    if row.wanted < 0 or (row.wanted == 0 and row.binds in (">=", ">")):
        return None
    if row.binds == "between":
        if actual > row.ceiling:
            return None
        return ONE if actual >= row.wanted else max(actual, ZERO) / (row.wanted or ONE)
    if row.wanted == 0:
        return ONE if actual < 0 or (actual == 0 and row.binds != "<") else ZERO
    if row.binds in ("<=", "<"):
        return ONE if actual <= row.wanted else row.wanted / actual
    return max(actual, ZERO) / row.wanted


def is_zero(row):
    return row.wanted == 0 and row.binds != "between"


def earned(row, actual, book):
    """The share of the points and what is taken off, or None."""
    if row.wanted < 0:
        return None
    below = row.binds in ("<=", "<")
    if row.satisfaction and book.by_bands and not is_zero(row) and not below:
        return satisfied(row, actual)  # by the satisfaction itself, whatever the rate is
    rate = rate_of(row, actual)
    if rate is None:
        return None
    if is_zero(row):
        return rate, ZERO
    if below:
        return reverse(row, actual, rate, book), ZERO
    off = Fraction(2) if book.off_from is not None and rate >= book.off_from else ZERO
    return above_pass_line(rate, book), off


def above_pass_line(rate, book):
    if rate < book.pass_line:
        return ZERO
    return (min(rate, ONE) - book.pass_line) / (ONE - book.pass_line)


def reverse(row, actual, rate, book):
    if book.reverse == "share":
        return above_pass_line(rate, book)
    over = max((actual - row.wanted) / row.wanted, ZERO)
    if book.reverse == "excess":
        return max(ONE - over, ZERO)
    points = (over * 100).__floor__() if book.reverse == "floor" else (over * 100).__ceil__()
    return max(ONE - points * TENTH, ZERO)


def satisfied(row, actual):
    """10, 8, 5 or 0 of 10 by the satisfaction itself."""
    if row.bare:
        if abs(actual) <= 10:  # a share, per cent, or on a scale of five or ten
            return None
        percent = actual
    elif row.percent is None:
        return None
    else:
        percent = actual * row.percent
    for lower, share in ((90, 10), (80, 8), (60, 5)):
        if percent >= lower:
            return Fraction(share, 10), ZERO
    return ZERO, ZERO


def worth(row, found, book):
    """The points of what is earned, before corrections."""
    share, off = found
    return given(max(row.weight * share - off, ZERO), row.weight, book)


def places(row, book):
    """Where the outcome of an approximate actual can turn: both ends, and what lies between them."""
    low, high = (row.actual + side * row.actual * TENTH for side in row.sides)
    high = high if row.far is None else row.far
    found = [low, high]
    turns = [row.wanted] if row.ceiling is None else [row.wanted, row.ceiling]
    if book.off_from is not None:
        turns.append(row.wanted * book.off_from)
    for turn in turns:
        if low < turn < high:
            found += [turn, (low + turn) / 2]
    return found


def met_throughout(row):
    """Whether an actual that is a range meets the target with both ends."""
    if row.binds == "between":
        return row.wanted <= row.actual <= row.far <= row.ceiling
    if row.binds in ("<=", "<") or is_zero(row):
        return row.far < row.wanted or (row.far == row.wanted and row.binds != "<")
    return row.actual > row.wanted or (row.actual == row.wanted and row.binds != ">")


def by_rule(row, book):
    """What the rule gives: (share, off), or None and the bounds of what an approximate figure may earn."""
    if row.wanted is None or row.actual is None or row.unclear:
        return None, None
    if row.far is not None and not met_throughout(row):
        return None, None
    found = earned(row, row.actual, book)
    if found is None or (row.sides == (0, 0) and row.far is None) or row.weight is None:
        return found, None
    around = [earned(row, place, book) for place in places(row, book)]
    if None in around:
        return None, None
    points = [worth(row, one, book) for one in around]
    exact = {clipped(row.weight * share - off, row.weight) for share, off in around}
    if len(exact if rounded_later(row, book) else set(points)) == 1:
        return found, None
    return None, (min(points), max(points))


def rounded_later(row, book):
    """Whether points that round alike may part: added unrounded, or corrected by a part of a digit."""
    fine = any(rounded(abs(one), book) != abs(one) for one in row.corrections)
    return book.rounds != "score" or fine or (book.even and bool(row.corrections))


def level_of(label, book):
    """From which to which share, or None."""
    words = {
        "达成年度指标": (Fraction(8, 10), ONE),
        "部分达成年度指标并具有一定效果": (book.middle, Fraction(8, 10)),
        "未达成年度指标且效果较差": (ZERO, book.middle),
    }
    if book.met_or_not:
        words |= {"达标": (ONE, ONE), "未达标": (ZERO, ZERO)}
    return words.get(label)


def within(points, band, weight, book):
    """Whether an award lies in the band of a level: its upper end belongs to the level above."""
    low, high = (given(weight * share, weight, book) for share in band)
    closed = band[1] == 1 or low == high  # a level of one rounded figure has that one
    return low <= points < high or (closed and points == high)


def judged(row, bounds, book):
    """The share of an award or of a fixed level; or None and the bounds."""
    if not row.weight and not row.award:  # of no points nothing can be earned
        return ZERO, None
    band = level_of(row.award_level or row.level, book)
    if band is None and row.award_level:
        return None, bounds
    if row.award is None:
        return (None, bounds) if band is None else levelled(row, band, book)
    award = given(row.award, row.weight, book)
    if row.award > row.weight or (band is not None and not within(award, band, row.weight, book)):
        return None, bounds
    return (row.award / row.weight if row.weight else ZERO), None


def levelled(row, band, book):
    """A level without an award: a fixed one says the share, any other between what the points lie."""
    if band[0] == band[1]:
        return band[0], None
    low, high = (given(row.weight * share, row.weight, book) for share in band)
    scale = 10**book.digits
    below = Fraction(-(-(high * scale).numerator // (high * scale).denominator) - 1, scale)
    return None, (low, high if band[1] == 1 or low == high else max(low, below))


def scored(row, book):
    """The result of one row."""
    if row.weight is None:
        return Result(None, None)
    if not row.applies:
        share, off, bounds = (ONE if book.policy == "full" else None), ZERO, None
    else:
        found, bounds = by_rule(row, book)
        share, off = found or (None, ZERO)
        if found is None:
            share, bounds = judged(row, bounds, book)
    added = sum(row.corrections, ZERO)
    if share is None:
        return Result(None, opened(row, bounds, added, book))
    exact = clipped(max(row.weight * share - off, ZERO) + added, row.weight)
    points = given(exact, row.weight, book)
    return Result(points, (points, points), exact)


def opened(row, bounds, added, book):
    """Between what open points lie, after corrections."""
    if bounds is None and not row.corrections:
        return ZERO, row.weight
    low, high = bounds or (ZERO, row.weight)
    return tuple(given(clipped(end + added, row.weight), row.weight, book) for end in (low, high))


def execution(sheet, book):
    """The result of the budget execution."""
    usual = Fraction(0 if sheet.by_others else book.execution)
    full = usual if sheet.execution is None else sheet.execution
    if not full:
        return full, Result(ZERO, (ZERO, ZERO), ZERO)
    if sheet.rate is None:
        return full, Result(None, (ZERO, full))
    exact = full * executed(sheet, book)
    points = given(exact, full, book)
    return full, Result(points, (points, points), exact)


def executed(sheet, book):
    """The share of the points that the execution rate earns."""
    if not book.by_bands:
        return min(sheet.rate, ONE)
    if sheet.rate > 1:  # our choice: more than the budget is not all
        return Fraction(7, 10)
    if sheet.finished or sheet.rate == 1:
        return ONE
    for lower, share in ((8, 7), (6, 5)):
        if sheet.rate >= Fraction(lower, 10):
            return Fraction(share, 10)
    return ZERO


class Outcome(NamedTuple):
    """What becomes of a form."""

    execution: Result
    scores: list[Result]
    total: Fraction | None
    bounds: tuple[Fraction, Fraction] | None
    grade: str | None


def cap_of(rate):
    return Fraction(next((most for lower, most in CAPS if rate >= lower), LOWEST_CAP))


def summed(results, groups, book, end):
    """The sum at the known points or at one end of the bounds, rounded where the book rounds."""
    parts = {}
    for group, one in zip(groups, results, strict=True):
        open_one = one.bounds[end]
        exact = open_one if one.exact is None else one.exact
        part = (open_one if one.points is None else one.points) if book.rounds == "score" else exact
        parts[group] = parts.get(group, ZERO) + part
    if book.rounds == "level":
        return sum((rounded(part, book) for part in parts.values()), ZERO)
    return sum(parts.values(), ZERO)


def outcome(sheet, book):
    """Scores, total and grade."""
    full, budget = execution(sheet, book)
    scores = [scored(row, book) for row in sheet.rows]
    dropped = [not row.applies and book.policy == "redistribute" for row in sheet.rows]
    kept_rows = [row for row, out in zip(sheet.rows, dropped, strict=True) if not out]
    results = [budget, *(one for one, out in zip(scores, dropped, strict=True) if not out)]
    groups = ["", *(f"1{FIRST.get(row.group, row.group)}" for row in kept_rows)]
    weights = [full, *(row.weight for row in sheet.rows)]
    if not sheet.rows or None in weights:
        return Outcome(budget, scores, None, None, None)
    kept = full + sum((row.weight for row in kept_rows), ZERO)
    if any(dropped) and not any(row.weight for row in kept_rows):
        return Outcome(budget, scores, None, None, None)
    whole = sum(weights, ZERO)

    def total(end, cap):
        points = summed(results, groups, book, end)
        if kept and kept != whole:
            points = points * whole / kept
        points = rounded(max(points + sum(sheet.corrections, ZERO), ZERO), book)
        return min(points, cap) if book.capped else points

    caps = [cap_of(sheet.rate)] * 2 if sheet.rate is not None else [Fraction(LOWEST_CAP), Fraction(100)]
    bounds = total(0, caps[0]), total(1, caps[1])
    open_ones = any(one.points is None for one in results)
    if open_ones or bounds[0] != bounds[1]:
        return Outcome(budget, scores, None, bounds, None)
    return Outcome(budget, scores, bounds[0], bounds, graded(bounds[0], book))


def graded(total, book):
    for lower, label in zip(book.grades, "优良中", strict=True):
        if total >= lower:
            return label
    return "差"
