"""Reading days as people write them (日期的读取): 2022年11月底, 2022.11.30, 三季度, 2022年1-7月."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from govperf.errors import DataError, LimitError
from govperf.limits import LIMITS
from govperf.model.fields import YEARS
from govperf.numerals.scanning import alone

__all__ = ["days_of", "is_throughout"]

_NARROW: Final = str.maketrans(
    {
        **{chr(ord("０") + digit): str(digit) for digit in range(10)},
        **dict.fromkeys("‐‑‒–−﹣－", "-"),  # what keyboards and word processors make of a hyphen
        **dict.fromkeys("—―~～〜∼至到", "~"),
        "○": "〇",
        "／": "/",
        "．": ".",
    }
)
_APART: Final = re.compile(r"[0-9０-９]\s+[0-9０-９]")
_DIGITS: Final = "〇零一二三四五六七八九十"
_CHINESE: Final = re.compile(f"(?<![0-9{_DIGITS}])[{_DIGITS}]{{1,4}}(?![0-9{_DIGITS}])")
_TO: Final = re.compile("~{1,2}")
_HYPHEN: Final = "-"
_FROM: Final = "自从從"
_UNTIL: Final = "止"

_INTERVAL: Final = re.compile(r"([0-9]{4}(?:-[0-9]{2}){0,2})/([0-9]{4}(?:-[0-9]{2}){0,2})")
_FIGURES: Final = re.compile(
    r"(?P<year>[0-9]{4})(?:(?P<sign>[-./])(?P<month>[0-9]{1,2})(?:(?P=sign)(?P<day>[0-9]{1,2}))?)?"
)
_COMPACT: Final = re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_MORE_FIGURES: Final = re.compile(r"(?:(?P<month>[0-9]{1,2})[./])?(?P<last>[0-9]{1,2})")
_WORDS: Final = re.compile(
    r"(?:(?P<year>[0-9]{4})年度?|[本当]年度?)?"
    r"(?:(?P<half>[上下])半年"
    r"|(?P<until>[第前]?)(?P<quarter>[1-4])季度?"
    r"|(?:(?P<month>[0-9]{1,2})月份?)?(?:(?P<day>[0-9]{1,2})[日号]|(?P<third>[上中下])旬)?)"
    r"(?P<edge>[年月季]?[底末初]|全年|年?内)?"
)
_NO_UNIT: Final = re.compile(r"[0-9]{1,2}\Z")
_UNIT: Final = re.compile(r"第?[0-9]{1,2}(月份?|[日号]|季度?)")

_HALVES: Final = {"上": (1, 6), "下": (7, 12)}
_YEAR: Final = (1, 12)
_THIRDS: Final = {"上": (1, 10), "中": (11, 20), "下": (21, 0)}
"""The first and the last day of a third of a month; 0 is the last day that the month has."""
_UP_TO: Final = "前"
_FIRST: Final = "初"
_LAST: Final = "底末"
_WHOLE: Final = "全年"
_EDGE_OF: Final = {"年": "year", "全": "year", "月": "month", "季": "quarter"}
"""What 年底, 全年, 月底 and 季末 must follow; what 底 follows it is the end of."""


class _Said(NamedTuple):
    """One end as it is said, with None for what is not."""

    year: int | None
    months: tuple[int, int] | None = None
    days: tuple[int, int] | None = None
    edge: str = ""


def days_of(text: str, year: int | None = None) -> tuple[date, date]:
    """The first and the last day of what a text says (时段的首末日).

    Args:
        text: As `Period.parse` reads it.
        year: The year of a text that says none.

    Returns:
        The two days, in the order in which they are said.

    Raises:
        DataError: It is no period, a day is not in the calendar, or the year is missing.
        LimitError: The text is too long.
        TypeError: It is not a text, or the year is no whole number.

    Example:
        >>> [str(day) for day in days_of("2022年6月下旬")]
        ['2022-06-21', '2022-06-30']
    """
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may be untyped
        raise TypeError(f"a period is read from a text, not {type(text).__name__}")
    if len(text) > LIMITS.quantity_chars:
        raise LimitError("limit.chars", text, details={"limit": LIMITS.quantity_chars})
    if year is not None and type(year) is not int:
        raise TypeError(f"year is an int, not {type(year).__name__}")
    ends = _ends(_closed(text))
    if not ends:
        raise DataError("data.period-unread", text)
    spans = [_span(said, year if said.year is None else said.year, text) for said in ends]
    return spans[0][0], spans[-1][1]


def _closed(text: str) -> str:
    """The text without blanks, with ASCII digits, and with one sign for each that means 至."""
    if _APART.search(text):
        return ""
    return _CHINESE.sub(_digits, "".join(text.split()).translate(_NARROW))


def _digits(run: re.Match[str]) -> str:
    number = alone(run[0])
    return run[0] if number is None else f"{number:f}"


def _ends(closed: str) -> tuple[_Said, ...]:
    """What is said of one end or two; nothing of what is no period."""
    if interval := _INTERVAL.fullmatch(closed):
        first, second = (_single(piece) for piece in interval.groups())
        return (first, second) if first and second else ()
    if (one := _single(closed)) and _has_month(one):
        return (one,)
    for left, right in _halves(closed):
        if pair := _pair(left, right):
            return pair
    return ()


def _halves(closed: str) -> Iterator[tuple[str, str]]:
    """Where a text may be two ends: at its 至, or else at one of its hyphens."""
    pieces = _TO.split(closed)
    if len(pieces) == 1:
        for at, char in enumerate(closed):
            if char == _HYPHEN:
                yield closed[:at], closed[at + 1 :]
    elif len(pieces) == len(_YEAR):
        yield pieces[0], pieces[1]


def _pair(left: str, right: str) -> tuple[_Said, _Said] | None:
    """Two ends, of which each may leave to the other what both have in common."""
    left, right = left.lstrip(_FROM), right.removesuffix(_UNTIL)
    if (unit := _UNIT.fullmatch(right)) and _NO_UNIT.search(left):
        left += unit[1]
    first = _single(left)
    if first is None or not _has_month(first):
        return None
    second = _single(right)
    if second is None and _FIGURES.fullmatch(left):
        second = _more_figures(first, right)
    if second is None:
        return None
    second = _completed(first, second)
    return (first, second) if second else None


def _completed(first: _Said, second: _Said) -> _Said | None:
    """The second end with the year and the month of the first; None where it says less than it needs."""
    if second.year is not None:
        return second if _has_month(second) else None
    if (second.days and not second.months and not first.days) or (second.months and not first.months):
        return None
    months = first.months if second.days and not second.months else second.months
    return second._replace(year=first.year, months=months)


def _has_month(said: _Said) -> bool:
    return said.months is not None or said.days is None


def _single(text: str) -> _Said | None:
    """One end; None for any other text."""
    if figures := _FIGURES.fullmatch(text) or _COMPACT.fullmatch(text):
        return _Said(int(figures["year"]), _same(figures["month"]), _same(figures["day"]))
    words = _WORDS.fullmatch(text)
    return _worded(words) if words and text else None


def _same(figure: str | None) -> tuple[int, int] | None:
    return (int(figure), int(figure)) if figure else None


def _more_figures(first: _Said, text: str) -> _Said | None:
    """2022.7.1-9.30, 2022.7-9: the second end of two in figures."""
    figures = _MORE_FIGURES.fullmatch(text)
    if figures is None:
        return None
    month, last = _same(figures["month"]), _same(figures["last"])
    return _Said(None, month, last) if first.days else _Said(None, last) if not month else None


def _worded(words: re.Match[str]) -> _Said | None:
    year = int(words["year"]) if words["year"] else None
    edge = words["edge"] or ""
    months, days = _months(words), _same(words["day"])
    if words["third"]:
        days = _THIRDS[words["third"]]
    if edge and (days or not _fits(words, edge)):
        return None
    return _Said(year, months, days, edge[-1:])


def _months(words: re.Match[str]) -> tuple[int, int] | None:
    if words["half"]:
        return _HALVES[words["half"]]
    if words["quarter"]:
        last = int(words["quarter"]) * 3
        return (1 if words["until"] == _UP_TO else last - 2), last
    return _same(words["month"])


def _fits(words: re.Match[str], edge: str) -> bool:
    """Whether 年底, 月底, 季末 or 底 follows that of which it may be the end."""
    part = next((part for part in ("month", "quarter", "half") if words[part]), "year")
    wanted = _EDGE_OF.get(edge[0])
    return wanted == part if wanted else words.start("edge") > 0


def _span(said: _Said, year: int | None, text: str) -> tuple[date, date]:
    """The days of one end."""
    if year is None:
        raise DataError("data.period-year", text)
    if year not in YEARS:
        raise DataError("data.year", str(year))
    low, high = said.months or _YEAR
    try:
        first, last = said.days or (1, 0)
        start = date(year, low, first)
        end = date(year, high, 1).replace(day=last or monthrange(year, high)[1])
    except ValueError:
        raise DataError("data.date", text) from None
    if said.edge and said.edge in _LAST:
        start = end
    return start, _beginning(start, low, high) if said.edge == _FIRST else end


def _beginning(start: date, low: int, high: int) -> date:
    """The last day of 月初, which are ten days; that of 年初 and 季初, which is a month."""
    last = _THIRDS["上"][1] if low == high else monthrange(start.year, start.month)[1]
    return start.replace(day=last)


def is_throughout(text: str) -> bool:
    """Whether a period is said by its two ends, or as a whole (是否贯穿时段).

    Args:
        text: A period that `days_of` reads.

    Returns:
        True for 2022年1-12月, 2020-2023年 and 全年; False for 2022年11月 and 三季度.

    Example:
        >>> is_throughout("2022年1-12月"), is_throughout("2022年12月")
        (True, False)
    """
    closed = _closed(text)
    return closed.endswith(_WHOLE) or len(_ends(closed)) > 1
