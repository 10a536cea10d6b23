"""Measures in a text (文字中的衡量内容): two in one cell or name, or a figure at the end of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from govperf.reviewing.wording.words import tight

__all__ = ["figure_of_name", "has_several", "names_several"]

_ROOM: Final = 200
"""A longer cell is an account, and no target."""

_BRACKETS: Final = re.compile("[（(][^（）()]*[)）]")
_PARTS: Final = re.compile("[，,；;、。\n]|以及|并且|[和与]|及(?!时)")
_FIGURE: Final = re.compile(
    r"(?P<label>[^0-9]*?)(?:[≥≤><=]|不[少低多高超]于|达到|达|共)?(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<unit>[^0-9]{1,6})"
)
_DIGIT: Final = re.compile("[0-9]")
_GROUPED: Final = re.compile(r"(?<=[0-9])[,，](?=[0-9]{3}(?![0-9]))")
_TAILS: Final = re.compile("(?:以[上下内]|及|左右|的?[）)]?)+\\Z")
_OTHER: Final = re.compile(
    "[年月日]|(?<![及按准])时|季度|阶段|期|批|其中|分别|合计|总计|共计|每|各|长|宽|高|深|厚|径|面积|规格|层|优|良|第|/|／|-|~|～"
)
"""Dates, phases, parts of one whole, measurements of one thing, levels, rates: no second measure."""

_MEASURES: Final = "场次|次数|人数|人次|户数|件数|份数|个数|数量|金额|面积|里程|率"
_ENDS: Final = frozenset([*(measure[-1] for measure in _MEASURES.split("|")), ")", "）"])
_TWO: Final = re.compile(
    f"(?:{_MEASURES})(?:以及|[和及与、])[^和及与、]{{0,8}}(?:{_MEASURES})(?:[（(][^（）()]*[)）])?"
)

_COUNTERS: Final = (
    "人次 家次 场次 户次 人 名 户 家 个 次 场 份 件 套 台 条 座 处 所 项 辆 本 册 篇 公里 千米 米"
    " 盏 株 棵 头 只 眼 口 根 张 块 支 艘 架 幅 平方米 立方米 亩 公顷 吨 万元 元 % ％"
)
_COUNTED: Final = "|".join(sorted(_COUNTERS.split(), key=len, reverse=True))
_AT_END: Final = re.compile(
    rf"(?<![0-9A-Za-z第.,+\-])(?P<figure>[0-9][0-9,]*(?:\.[0-9]+)?(?:余|多)?[万亿]?(?:余|多)?(?:{_COUNTED}))"
    r"(?:以[上下内]|左右)?\Z"
)

_SCALES: Final = "百千万亿余多"


class _Measure(NamedTuple):
    label: str
    unit: str


def has_several(text: str) -> bool:
    """Whether a target holds two measures (是否含两项指标值), such as 宣传10次，培训200人.

    Args:
        text: The cell, of which no one quantity can be read.

    Returns:
        False for ranges, dates, phases, measurements of one thing, one measure of several groups, parts of
        one whole, and what stands in brackets.

    Example:
        >>> has_several("宣传10次，培训200人"), has_several("80～90次"), has_several("2座（长20米、宽5米）")
        (True, False, False)
    """
    if len(text) > _ROOM or _DIGIT.search(text) is None:
        return False
    body = _GROUPED.sub("", _BRACKETS.sub("", text))
    if _OTHER.search(body):
        return False
    found = [_measure(part) for part in _PARTS.split(body) if part.strip()]
    known = [measure for measure in found if measure is not None]
    return len(known) > 1 and len(known) == len(found) and _differ(known)


def _measure(part: str) -> _Measure | None:
    found = _FIGURE.fullmatch(tight(part))
    return found and _Measure(found["label"], _TAILS.sub("", found["unit"]).lstrip(_SCALES))


def _differ(measures: Sequence[_Measure]) -> bool:
    """Of two units, or of two rates; 小学10人，初中20人 is one measure of two groups."""
    labels = {measure.label for measure in measures if measure.label.endswith(_RATES)}
    return len({measure.unit for measure in measures}) > 1 or len(labels) == len(measures)


_RATES: Final = ("率", "度", "比例", "占比")


def names_several(name: str) -> bool:
    """Whether a name asks for two measures (名称是否含两项衡量内容), such as 培训场次和人数.

    Args:
        name: Of the indicator.

    Returns:
        True where it ends with two nouns of measure.

    Example:
        >>> names_several("培训场次和人数"), names_several("宣传和培训次数"), names_several("人数与场次之比")
        (True, False, False)
    """
    if name[-1:] not in _ENDS:
        return False
    found = _TWO.search(name)
    return found is not None and found.end() == len(name)


def figure_of_name(name: str) -> str:
    """The figure at the end of a name (名称末尾的数值): 200人 of 完成培训200人.

    Args:
        name: Of the indicator.

    Returns:
        The figure with its counter; "" for none, and for years, phases, models and numbers of telephones.

    Example:
        >>> figure_of_name("完成培训200人"), figure_of_name("12345热线"), figure_of_name("第3批")
        ('200人', '', '')
    """
    if len(name) > _ROOM:
        return ""
    found = _AT_END.search(name)
    return found["figure"] if found and found.start() > 1 else ""
