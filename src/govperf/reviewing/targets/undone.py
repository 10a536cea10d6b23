"""Actuals that plainly deny their target (完成值否定指标值): 未按时完成 for 按时完成, 下降 for 提高."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from govperf.model import Actual, Operator, Target

__all__ = ["is_undone"]

_ROOM: Final = 60
"""A longer cell is an account, of which one word says little."""

_BEGIN: Final = frozenset("与未尚仍还目没不低少高超大突发出部正延推逾滞无持上升增提下降减")
"""How a denial begins, which most cells do not."""

_HERE: Final = r"\A(?:目前)?[尚仍还]?"
_CLAUSE: Final = "[^，,。；;、（(]"
_DEEDS: Final = (
    "按时|按期|及时|如期|完成|完工|竣工|建成|建立|建设|开展|开工|开始|实施|启动|验收|达标|通过|落实|到位|发放|拨付|支付"
    "|兑现|交付|投入|投用|编制|制定|出台|印发|覆盖|实现|满足|执行|组织|举办|召开|采购|招标|配备|安装|提高|提升|改善"
)
_DENIED: Final = re.compile(
    rf"{_HERE}(?:未能?|没有|没能?)(?:{_DEEDS})(?!{_CLAUSE}{{0,8}}(?:[的者率]|[0零][次项个件起人户]))"
)
_GOING_ON: Final = re.compile(rf"{_HERE}正在(?:实施|推进|建设|办理|施工|招标|采购|进行|编制|验收)")
_LATE: Final = re.compile(rf"{_HERE}(?:延期|推迟|逾期|延迟|滞后|超期)(?!{_CLAUSE}{{0,8}}(?:[的者率]|[0零]))")
_NEGATIVE: Final = re.compile(r"不|未|没|禁|杜绝|防止|避免|免|\A[无零]")
"""A target of what is not to be."""

_GOOD: Final = "合格|达标|通过|及时|符合|到位|规范|完善|健全|满意|准确|完整|齐全|具备"
_NOT_GOOD: Final = re.compile(rf"{_HERE}不({_GOOD})(?:标准|要求|规定|条件)?(?!{_CLAUSE})")
_IN_PART: Final = re.compile(r"\A(?:仅|只)?部分(覆盖|完成|建成|验收|到位|发放|通过|合格|达标|落实)")
_BEYOND: Final = re.compile(r"\A(低于|少于|小于|高于|大于|多于|超过|超出|突破)")
_HAPPENED: Final = re.compile(r"\A(?:共?发生|共?出现)了?\s*[1-9一二两三四五六七八九十]")
_NEVER: Final = re.compile(r"不(?:再)?(?:发生|出现)|[未零](?:发生|出现)|杜绝|\A[无零]")

_UP: Final = "上升|提高|提升|增长|增加|升高|上涨"
_DOWN: Final = "下降|降低|减少|下滑|回落"
_BY: Final = r"(?:[了约]{0,2}[0-9.]{1,12}(?:[%％]|个?百分点))?\s*(?:\Z|[，,。；;（(])"
_SAME: Final = r"(?:与?上年)?(?:无变化|没有变化|未变化|无明显变化|持平)(?:\Z|[，,。；;（(])"
_CHANGES: Final = tuple(
    (
        re.compile(wanted),
        re.compile(rf"\A(?:(?:{other}){_BY}|{_SAME})"),
        re.compile(f"{other}|[不未无]|持平|稳定"),
    )
    for wanted, other in ((_UP, _DOWN), (_DOWN, _UP))
)


def is_undone(target: Target, actual: Actual) -> bool:
    """Whether the actual plainly denies the target (完成值是否否定指标值).

    Args:
        target: In words, a date, or a figure to be reached.
        actual: In words; the denial must be how it begins.

    Returns:
        False for 未发生, 未超, 未出现 and 无投诉, which are good, and wherever something else may be meant.

    Example:
        >>> is_undone(Target("按时完成"), Actual("未按时完成")), is_undone(Target("提高"), Actual("下降"))
        (True, True)
        >>> is_undone(Target("不发生"), Actual("未发生")), is_undone(Target("≥95%"), Actual("未完成的已整改"))
        (False, False)
    """
    text = "".join(actual.text.split()) if len(actual.text) <= _ROOM else ""
    if text[:1] not in _BEGIN or not text:
        return False
    if target.operator is not Operator.TEXT:
        return _is_open(target, text)
    return any(denies(target.text, text) for denies in _DENIALS)


def _is_open(target: Target, text: str) -> bool:
    """Whether a date or a figure is said not to have been reached yet."""
    if target.period is not None:
        return any(pattern.match(text) for pattern in (_DENIED, _GOING_ON, _LATE))
    return bool(target.quantity) and not target.operator.less_is_better and bool(_DENIED.match(text))


def _denied(wanted: str, text: str) -> bool:
    """Not done, going on, or late."""
    if _NEGATIVE.search(wanted):
        return False
    going_on = _GOING_ON.match(text) and _FINISHED.search(wanted)
    return bool(_DENIED.match(text) or going_on or (_LATE.match(text) and _TIMELY.search(wanted)))


_FINISHED: Final = re.compile("完成|完工|竣工|建成|验收|投入使用")
_TIMELY: Final = re.compile("按时|按期|及时|如期|前")


def _not_good(wanted: str, text: str) -> bool:
    found = _NOT_GOOD.match(text)
    return found is not None and found[1] in wanted and not _NEGATIVE.search(wanted)


def _in_part(wanted: str, text: str) -> bool:
    found = _IN_PART.match(text)
    return found is not None and found[1] in wanted and ("全" in wanted or wanted == found[1])


def _beyond(wanted: str, text: str) -> bool:
    """低于上年 for 不低于上年."""
    found = _BEYOND.match(text)
    return found is not None and f"不{found[1]}" in wanted


def _happened(wanted: str, text: str) -> bool:
    return _HAPPENED.match(text) is not None and _NEVER.search(wanted) is not None


def _changed(wanted: str, text: str) -> bool:
    """The other way round; never where the target speaks of both ways."""
    return any(
        wish.search(wanted) and went.match(text) and not both.search(wanted) and not wish.search(text)
        for wish, went, both in _CHANGES
    )


_DENIALS: Final[tuple[Callable[[str, str], bool], ...]] = (
    _denied,
    _not_good,
    _in_part,
    _beyond,
    _happened,
    _changed,
)
