"""Points in time in a cell (时间要求): 2022年11月底前, 于2022年6月前完成, 2022年内, 2022年11月起."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final, Literal, NamedTuple

from govperf.errors import DataError
from govperf.limits import LIMITS
from govperf.model.dates import is_throughout
from govperf.model.period import Period

__all__ = ["Dated", "Side", "dated", "may_be_dated", "may_be_months", "same_deed"]

Side = Literal["", "by", "from"]
"""On which side of a period something is to be: in it, up to its end, or from its beginning."""

_CALENDAR: Final = re.compile(r"[年月季旬]|[12][0-9０-９]{3}")
_TWO_YEARS: Final = re.compile(r"[0-9]{4}\D{1,3}[0-9]{4}")
_ON: Final = re.compile(
    r"(?:项目|工程|工作|任务)?\s*"
    r"(?:截止到|截至|截止|(?:已|将|应|须|需|拟|确保)?[于在]|自|从|已|至)?\s*"
)
_DEEDS: Final = (
    "完成 完成验收 完工 建成 建成投产 投产 竣工 竣工验收 通过验收 验收 开工"
    " 交付 交付使用 投入使用 上线 上线运行"
    " 支付 支付完毕 拨付 拨付到位 发放 发放到位 到位 办结 印发 报送 上报"
)
_DONE: Final = re.compile(
    r"\s*已?(?:按时|按期|如期)?(?:全部|全面)?"
    f"(?:{'|'.join(sorted(_DEEDS.split(), key=len, reverse=True))})\\Z"
)
_DEED: Final = re.compile(f"({'|'.join(sorted(_DEEDS.split(), key=len, reverse=True))})[）)]?\\Z")
_SINCE: Final = re.compile(r"\s*(?:项目|工程|工作|任务)?\s*[自从][^至到—–~～-]+\Z")
_BEGINNING: Final = "开工"
_ANY: Final = "完成"
_IN_BRACKETS: Final = re.compile(r"[（(]([^（()）]*)[)）]\Z")
_INCLUDED: Final = re.compile("[（(]含(?:当[日天]|本[日数])?[)）]")
_MONTHS: Final = re.compile(r"[0-9０-９一二三四五六七八九十]{1,2}\s*月(?P<within>[以之]?内)?")
_SIDES: Final[dict[str, Side]] = {
    **dict.fromkeys(("之前", "以前", "前", "止"), "by"),
    **dict.fromkeys(("以内", "之内", "内"), "by"),
    **dict.fromkeys(("之后", "以后", "后"), "from"),
    **dict.fromkeys(("起", "开始", "当日起", "当天起", "之日起"), "from"),
}
_SIDE: Final = re.compile(f"\\s*({'|'.join(sorted(_SIDES, key=len, reverse=True))})\\Z")
_WITHIN: Final = "内"
_AFTER: Final = "后"
_UNTIL: Final = "止"
_INCLUSIVE: Final = frozenset(["止", "起", "开始", "当日起", "当天起", "之日起"])
_BRACKETS: Final = "（("
_COMPACT: Final = re.compile("[0-9０-９]{5}")
"""20221301 is no day, and so a number."""
_TELLING: Final = frozenset(["data.period-year", "data.date"])
"""Faults of what is a date but for them."""


class Dated(NamedTuple):
    """A period, and on which side of it (时间要求)."""

    side: Side
    period: Period
    throughout: bool = False
    """Whether all of the period is meant, and not a day in it: 2022年1-12月, 全年."""


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
    2022年11月30日前 include that day, which 2022年11月30日后 does not. 2022年前 and 2022年后 are not read:
    they may leave out that year or not; nor are 上半年前 and 三季度后.

    Args:
        text: As a cell prints it.
        year: Of a text that says none.

    Returns:
        The period and the side; None where the text is no such thing.

    Raises:
        DataError: Nothing but the year is missing, a given one cannot be, or a day is not in the calendar.

    Example:
        >>> found = dated("于2022年6月前完成")
        >>> found.side, str(found.period)
        ('by', '2022-06')
    """
    if not may_be_dated(text) or _TWO_YEARS.fullmatch(text):
        return None
    body = _INCLUDED.sub("", _IN_BRACKETS.sub(r"\1", text) if text[0] in _BRACKETS else text)
    stated = _DONE.sub("", body)
    bare = _ON.sub("", stated, count=1)
    ending = _SIDE.search(bare)
    if _SINCE.match(stated) and (ending is None or _SIDES[ending[1]] != "from"):  # 自10月: when it began
        return None
    if ending is None or ending[1] == _UNTIL:  # 自7月1日至9月30日止
        period = _period(bare, year)
        if period or ending is None:
            return Dated("", period, stated == body and is_throughout(bare)) if period else None
    return _sided(bare, ending, year)


def _sided(text: str, ending: re.Match[str], year: int | None) -> Dated | None:
    """A period with a word behind it that says on which side of it."""
    word, side = ending[1], _SIDES[ending[1]]
    period = _period(text[: ending.start()], year)
    if word.endswith(_WITHIN):  # 年内
        period = period or _period(text, year)
    elif period and word not in _INCLUSIVE and not _is_plain(period, word.endswith(_AFTER)):
        return None
    if period and word.endswith(_AFTER):
        period = Period(*[period.end + timedelta(days=1)] * 2)
    return Dated(side, period) if period else None


def may_be_months(text: str) -> re.Match[str] | None:
    """A text that is a month of the calendar or a number of months (月份或月数).

    Args:
        text: Any text.

    Returns:
        Its match, whose group "within" is the 内 at its end; None for any other text.

    Example:
        >>> bool(may_be_months("6月")), bool(may_be_months("6个月")), bool(may_be_months("6月底"))
        (True, False, False)
    """
    return _MONTHS.fullmatch(text)


def _period(text: str, year: int | None) -> Period | None:
    try:
        return Period.parse(text, year=year)
    except DataError as error:
        if error.code in _TELLING and not (error.code == "data.date" and _COMPACT.search(text)):
            raise
        return None


def _is_plain(period: Period, after: bool) -> bool:  # noqa: FBT001 - of a word, not of a user
    """Whether 前 and 后 have one meaning: of a day both, of a month 前, of a quarter or a year neither."""
    if period.start == period.end:
        return True
    whole = Period.parse(period.start.isoformat()[:7])
    return period == whole and not after


def same_deed(goal: str, fact: str) -> bool:
    """Whether an actual tells of the deed that a target asks for (是否同一事项).

    Args:
        goal: The target as printed.
        fact: The actual as printed.

    Returns:
        False where a work has begun that was to be done, or where both name a deed and not the same one.

    Example:
        >>> same_deed("12月底前完工", "10月开工"), same_deed("12月底前", "10月竣工")
        (False, True)
    """
    done, asked = (_DEED.search(text) for text in (fact, goal))
    if done is None or done[1] == _ANY:
        return True
    return done[1] == asked[1] if asked else done[1] != _BEGINNING
