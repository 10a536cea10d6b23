"""What an actual cell says (实际完成值的读取): a figure and how sure it is, a range, or a day."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Final, NamedTuple

from govperf.errors import DataError, InputError
from govperf.limits import LIMITS
from govperf.model.clauses import clauses
from govperf.model.deadlines import Side, dated, may_be_months
from govperf.model.operators import NARROW
from govperf.model.period import Period
from govperf.model.spans import between
from govperf.model.words import amount, date_or_number
from govperf.numerals import read_number, scan
from govperf.numerals.choices import Bound
from govperf.numerals.words import AFTER, BEFORE, BEFORE_ALONE, SEVERAL, WITHIN, longest_first
from govperf.units import Quantity, Unit

__all__ = ["Approximation", "Found", "Told", "told"]


class Approximation(Enum):
    """How sure a printed figure is (近似程度)."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Told(NamedTuple):
    """A cell, and what is printed beside it."""

    cell: str
    unit: Unit | None
    year: int | None


class Found(NamedTuple):
    """What a cell says: nothing at all where it is prose."""

    quantity: Quantity | None = None
    approximation: Approximation = Approximation.EXACT
    whole: Quantity | None = None
    lower: Quantity | None = None
    upper: Quantity | None = None
    period: Period | None = None


_EXACTLY: Final = frozenset("=═")
_HEAD, _HEADS = longest_first(BEFORE, {("exact", True): " ".join(_EXACTLY)})
_TAIL, _TAILS = longest_first(AFTER, {("at_most", True): "内"})
_TAIL_END: Final = re.compile(f"(?:{_TAIL.pattern})\\Z")
_WITHIN_WORD, _WITHIN = longest_first(WITHIN)
_ENDINGS: Final = tuple(_TAILS)

_MAY_SAY: Final = re.compile(f"[0-9０-９零〇一二三四五六七八九十百千万亿两年{SEVERAL}]")
"""One of these is in every range and every date."""

# What says that a figure is what came about, and nothing else of it.
_DONE: Final = re.compile("(?:(?:已|实际)?(?:完成|达到?)|共计?|合计|累计|总计)+[:：]?\\s*")


def told(asked: Told) -> Found:
    """What an actual cell says, with the column beside it (读取实际完成值).

    Args:
        asked: The cell, and the unit and the year that are printed elsewhere.

    Returns:
        What is read; of prose nothing.

    Example:
        >>> told(Told("近540条", None, None)).approximation.value
        'at_most'
    """
    body = asked.cell.translate(NARROW)
    if part := _part(body):
        return part
    rest = _figure_of(body)
    if found := _worded(rest, asked.unit):
        return found
    if len(body) > LIMITS.quantity_chars or not _MAY_SAY.search(body):
        return Found()
    for way in _WAYS:
        if found := way(body, rest, asked):
            return found
    closed = _CLOSED.sub("", body)
    return Found() if closed == body else told(asked._replace(cell=closed))


def _figure_of(body: str) -> str:
    """A cell without what says only that something is done."""
    done = _DONE.match(body)
    return body[done.end() :] if done else body


def _worded(body: str, unit: Unit | None) -> Found | None:
    """One quantity, with the words before, after and within it."""
    said: set[Bound] = set()
    if head := _HEAD.match(body):
        said.add(_HEADS[head[0]][0])
        body = body[head.end() :].lstrip()
    if body.endswith(_ENDINGS) and (tail := _TAIL_END.search(body)):
        said.add(_TAILS[tail[0]][0])
        body = body[: tail.start()].rstrip()
    if _WITHIN_WORD.search(body):
        inner, body = _within(body)
        said.add(inner)
    try:
        quantity = amount(body, unit)
    except InputError:
        return None
    said -= {"exact"}
    if not said:
        return Found(quantity)
    if quantity.magnitude < 0 or len(said) > 1:  # 近-5%, 近60余: nobody can tell on which side
        return Found(quantity, Approximation.ABOUT)
    return Found(quantity, Approximation(said.pop()))


def _within(body: str) -> tuple[Bound, str]:
    """60余人次: the word stands between the number and its unit."""
    try:
        number = scan(body)
    except InputError:
        return "exact", body
    rest = body[number.end :].lstrip() if number else ""
    meaning = _WITHIN.get(rest[:1])
    return (meaning[0], f"{body[: number.end]}{rest[1:]}") if number and meaning else ("exact", body)


_PAIR: Final = 2
_OF: Final = re.compile(r"[，,；;]?\s*+其?中")
_SHARE: Final = re.compile("[中/]")
_REACHED: Final = re.compile(r"\s*(?:达标|满意|合格|完成|及时|通过|办结|到位)\Z")
_PAIR_CHARS: Final = 2 * LIMITS.quantity_chars


def _part(cell: str) -> Found | None:
    """78次中77次, 77次/78次: cases, and those of them that reached the target."""
    if len(cell) > _PAIR_CHARS or not _SHARE.search(cell):
        return None
    for pieces in (_OF.split(_REACHED.sub("", cell)), cell.split("/")[::-1]):
        if len(pieces) == _PAIR:
            break
    else:
        return None
    try:
        whole, part = (amount(piece) for piece in pieces)
    except InputError:
        return None
    fits = (
        part.unit.atoms
        and part.unit.adds_to(whole.unit)
        and Quantity(0, part.unit) <= part <= whole
        and whole
    )
    return Found(part, Approximation.EXACT, whole) if fits else None


_OF_SIDE: Final[Mapping[Side, Bound]] = {"": "exact", "by": "at_most", "from": "at_least"}


_PLAN: Final = re.compile("[将应须需拟]|确保|力争|争取|计划|预计|预期|约|大概")
"""A plan is no deed, and about a day is no day."""


def _timed(body: str, _: str, asked: Told) -> Found | None:
    """2022年10月, 已于2022年10月30日完成, 2022年11月前."""
    head = _HEAD.match(body)
    bound: Bound = _HEADS[head[0]][0] if head else "exact"
    rest = body[head.end() :].lstrip() if head else body
    if _PLAN.search(body) or date_or_number(rest) or _is_months(rest, bound):
        return None
    try:
        found = dated(rest, asked.year)
    except DataError:  # whoever knows the year will read it
        return None
    if found is None:
        return None
    said = {bound, _OF_SIDE[found.side]} - {"exact"}
    if len(said) > 1:
        return None
    return Found(approximation=Approximation(said.pop() if said else "exact"), period=found.period)


def _is_months(text: str, bound: Bound) -> bool:
    """≤12月, 12月内: a number of months as likely as December."""
    months = may_be_months(text)
    return months is not None and bool(months["within"] or bound != "exact")


_ABOUT: Final = re.compile(r"(?:大约为?|大概|约为?)?\s*(?P<ends>.+?)\s*(?:左右|上下)?")


def _ranged(_: str, rest: str, asked: Told) -> Found | None:
    """200-300人, 约3～5天: what is between is not known."""
    inner = _ABOUT.fullmatch(rest)
    try:
        ends = between(inner["ends"], asked.unit) if inner else None
    except InputError:
        return None
    return None if ends is None else Found(None, Approximation.ABOUT, None, *ends)


_COMPLETED: Final = re.compile(r"(?<=[%％])\s*(?:全部|全面|全|按时|按期|如期|及时){0,2}完成\Z")


def _rated(_: str, rest: str, asked: Told) -> Found | None:
    """100%完成, 98%按时完成; 合格率98% may be another rate than the one that is asked for."""
    figure = _figure_of(_COMPLETED.sub("", rest))
    found = None if figure == rest else _worded(figure, asked.unit)
    return found if found and found.quantity and found.quantity.unit.is_ratio else None


_PLACES: Final = "十百千万亿"
_ALONE: Final = "|".join(word for line in BEFORE_ALONE.values() for word in line.split())
_SPOKEN: Final = re.compile(
    rf"(?P<number>(?:(?:{_ALONE})(?=[{_PLACES}])|(?:{_HEAD.pattern})\s*)?"
    rf"好?[0-9０-９零〇一二两三四五六七八九{_PLACES}{SEVERAL}余多来]+)\s*(?P<unit>.*)",
    re.DOTALL,
)
_OF_THE_CALENDAR: Final = re.compile("[月季]|年度|[日号]\\Z")
"""三四月 is a date, and no range; 三四年 is none."""


def _bare(number: str, unit: Unit | None) -> str:
    """A month for a number that may be one, such as ≤202212 without a unit beside it."""
    return "月" if unit is None and date_or_number(_HEAD.sub("", number, count=1)) else ""


_ONE_OR_THE_NEXT: Final = re.compile("一二|二三|两三|三四|三五|四五|五六|六七|七八|八九")


def _spoken(_: str, body: str, asked: Told) -> Found | None:
    """数百人, 十几次, 二三十人, 近万人, 上百家: a number in words that Quantity does not know."""
    unit = asked.unit
    words = _SPOKEN.fullmatch(body)
    if words is None or _OF_THE_CALENDAR.match(words["unit"] or _bare(words["number"], unit)):
        return None
    try:
        if _ONE_OR_THE_NEXT.fullmatch(words["number"]):
            return _one_or_the_next(words["number"], words["unit"], asked)
        reading = read_number(words["number"])
        own = Unit.of(words["unit"]) if words["unit"] else unit or Unit.of("")
        numbers = (reading.value, reading.low, reading.high)
        value, low, high = (None if number is None else Quantity(f"{number:f}", own) for number in numbers)
    except InputError:
        return None
    if reading.bound == "exact" or (unit and not own.adds_to(unit)):
        return None
    if reading.bound == "between":
        return Found(None, Approximation.ABOUT, None, low, high)
    return Found(value, Approximation(reading.bound))


def _one_or_the_next(digits: str, unit: str, asked: Told) -> Found | None:
    """三五天, 七八个: before a unit no number of two digits."""
    return _ranged("", f"{digits[0]}至{digits[1]}{unit}", asked) if unit else None


_SURE: Final = (Approximation.EXACT, Approximation.ABOUT)


def _stated(body: str, _: str, asked: Told) -> Found | None:
    """满意度96.5%, 7个，超额完成, 98.5%（优）: one figure, in a sentence."""
    for clause in clauses(body):
        found = told(asked._replace(cell=clause.figure))
        is_rate = found.quantity is not None and found.quantity.unit.is_ratio
        if found != Found() and found.approximation in _SURE and (is_rate or not clause.rate):
            return found
    return None


_WAYS: Final[tuple[Callable[[str, str, Told], Found | None], ...]] = (
    *(_timed, _ranged, _spoken, _rated),
    _stated,
)
_CLOSED: Final = re.compile(r"(?<=[^\s。；;，,.])[\s。；;，,.]{1,3}\Z")
"""How a sentence or a piece of it ends, which says nothing."""
