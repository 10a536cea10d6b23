"""Points in time in a cell (时间要求): 2022年11月底前, 于2022年6月前完成, 2022年内, 2022年11月起."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from govperf.errors import DataError
from govperf.limits import LIMITS
from govperf.model.period import Period

__all__ = ["Dated", "Side", "dated", "may_be_dated"]

Side = Literal["", "by", "from"]
"""On which side of a period something is to be: in it, up to its end, or from its beginning."""

_CALENDAR: Final = re.compile(r"[年月季旬]|[12][0-9０-９]{3}")
_TWO_YEARS: Final = re.compile(r"[0-9]{4}\D{1,3}[0-9]{4}")
_ON: Final = re.compile(r"(?:截止到|截至|截止|(?:已|将|应|须|需|拟|确保)?[于在]|自|从|已)\s*")
_DONE: Final = re.compile(
    r"\s*已?(?:按时|按期|如期)?(?:全部|全面)?(?:完成|完工|竣工|建成|交付|办结|到位|投入使用)\Z"
)
_SIDES: Final[dict[str, Side]] = {
    **dict.fromkeys(("之前", "以前", "前", "止"), "by"),
    **dict.fromkeys(("以内", "之内", "内"), "by"),
    **dict.fromkeys(("之后", "以后", "后", "起", "开始"), "from"),
}
_SIDE: Final = re.compile(f"\\s*({'|'.join(sorted(_SIDES, key=len, reverse=True))})\\Z")
_WITHIN: Final = "内"


class Dated(NamedTuple):
    """A period, and on which side of it (时间要求)."""

    side: Side
    period: Period


def may_be_dated(text: str) -> bool:
    """Whether a text names a year, a month or the like at all (是否可能含日期).

    Args:
        text: Any text.

    Returns:
        False where `dated` need not be asked.

    Example:
        >>> may_be_dated("12月底前"), may_be_dated("效果明显")
        (True, False)
    """
    return len(text) <= LIMITS.quantity_chars and _CALENDAR.search(text) is not None


def dated(text: str, year: int | None = None) -> Dated | None:
    """When something is to be, or was (读取时间要求).

    2022年11月前 is read as by the end of that month, because forms mean it so, and 2022年11月底前 and
    2022年11月30日前 include that day. 2022年前 is not read: it may mean that year, or the one before.

    Args:
        text: As a cell prints it.
        year: Of a text that says none.

    Returns:
        The period and the side; None where the text is no such thing.

    Raises:
        DataError: Nothing but the year is missing, or a given one cannot be.

    Example:
        >>> found = dated("于2022年6月前完成")
        >>> found.side, str(found.period)
        ('by', '2022-06')
    """
    if not may_be_dated(text) or _TWO_YEARS.fullmatch(text):
        return None
    body = _DONE.sub("", text)
    start = _ON.match(body)
    body = body[start.end() :] if start else body
    ending = _SIDE.search(body)
    if ending is None:
        period = _period(body, year)
        return Dated("", period) if period else None
    word, side = ending[1], _SIDES[ending[1]]
    period = _period(body[: ending.start()], year)
    if word.endswith(_WITHIN):  # 年内
        period = period or _period(body, year)
    elif period and side == "by" and _is_years(period):
        return None
    return Dated(side, period) if period else None


def _period(text: str, year: int | None) -> Period | None:
    try:
        return Period.parse(text, year=year)
    except DataError as error:
        if error.code == "data.period-year":
            raise
        return None


def _is_years(period: Period) -> bool:
    return (period.start.month, period.start.day, period.end.month, period.end.day) == (1, 1, 12, 31)
