"""Words of targets that nobody can measure (难以衡量的指标用语): degrees, changes, activities, placeholders.

The tables are a choice of govperf; they follow the words that filled forms and audits of them use.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

__all__ = ["is_activity", "is_checkable", "is_empty", "is_graded", "is_vague", "tight"]

_ROOM: Final = 60
"""A longer cell is an account, and no mere word."""

_DEGREES: Final = (
    "好 较好 很好 良好 高 较高 很高 较大 较强 明显 较明显 显著 较显著 有效 长期有效 持续有效 长期"
    " 可持续 深远 重大 一定 满意 较满意 比较满意 基本满意 非常满意 十分满意"
)
"""What is no standard even if it stands alone."""

_ENDS: Final = (
    "明显 显著 较好 良好 较高 较大 较强 较优 突出 深远 可观 凸显 效果好 成效好 反响好 作用好 意义重大"
    " 影响重大 作用重大 影响大 作用大 意义大 效果有效"
)
"""What is none behind what it is said of: 效果明显, 社会影响较大."""

_ADVERBS: Final = (
    "显著 明显 有效 较好 更好 大幅 大幅度 大力 大大 极大 进一步 不断 逐步 逐渐 逐年 稳步 持续 切实 有力"
    " 充分 全面 积极 深入 有所 得到 一定程度 在一定程度上 长期"
)
_CHANGES: Final = (
    "提高 提升 改善 改进 加强 增强 完善 优化 促进 推动 推进 带动 提振 增进 增加 增长 扩大 发展 好转 深化"
    " 强化 巩固 丰富 拓展 助力"
)

_ACTIVITIES: Final = (
    "开展 组织开展 积极开展 深入开展 继续开展 持续开展 扎实开展 广泛开展 组织 积极组织 加强 进一步加强"
    " 不断加强 强化 加大 推进 推动 大力推进 积极推进 持续推进 扎实推进 深入推进 做好 抓好 参与 参加 配合 协助"
)
"""How a target begins that names what is done, and not what comes of it."""

_STANDARDS: Final = (
    "同比 环比 上年 去年 往年 年初 国家 国标 行业 标准 规定 要求 计划 合格 达标 通过 验收 达到 以上 以下 等级"
    " 水质 空气质量 按时 按期 及时 底前 正常 完成"
)
"""Words that something can be checked by."""

_CHECKABLE: Final = (
    "合格 通过 达标 按时 按期 准时 及时 如期 完成 合规 合法 符合 正常 不发生 未发生 无 零 准确 规范 完整 安全"
    " 稳定 优秀 优良 验收 按 足额 预算 控制 依法 依规 全覆盖 全部 已 有 是 否 齐全 到位"
)
"""Words that can be answered with yes or no."""

_EMPTY: Final = "无 略 空 暂无 没有 不适用 待定 待补充 待填 待明确 待确定 未定 未填 不详 同上 N/A NA n/a TBD"
"""What is written where there is nothing to write."""


def _any(words: str) -> str:
    """Any of the words, longer ones first."""
    return "|".join(sorted(map(re.escape, words.split()), key=len, reverse=True))


_GRADED: Final = re.compile("空气|水质|等级|等次|评级|考核|评价|评估|评审|鉴定|测评|体检")
"""What 良好 is a grade of."""

_SUBJECT: Final = "[一-鿿“”]{0,14}?"
_VAGUE: Final = re.compile(
    f"(?:{_any(_DEGREES)}|{_SUBJECT}(?:{_any(_ENDS)})"
    f"|{_SUBJECT}(?:{_any(_ADVERBS)})的?(?:{_any(_CHANGES)})[一-鿿“”]{{0,16}}"
    f"|{_any(_CHANGES)})"
)
_ACTIVE: Final = re.compile(_any(_ACTIVITIES))
_STANDARD: Final = re.compile(f"{_any(_STANDARDS)}|(?<!效)率|[无未没零避防杜禁]|不(?!断)")
_FIGURE: Final = re.compile("[0-9０-９%％一二两三四五六七八九十百千万亿半每]")
_INNOCENT: Final = re.compile("进一步|一定程度|统一|一体|万众|千家万户|第三方|三农|四好|五进|一站式|一线")
"""Words with a number that count nothing."""
_ANSWER: Final = re.compile(_any(_CHECKABLE))
_PIECES: Final = re.compile("[，,；;、。.]+")
_NOTHING: Final = frozenset(_EMPTY.split())
_MARKS: Final = re.compile(
    r"[*＊×✕/／\\|—–\-－_＿.…·。?？~～]+|○{2,}|△{2,}|□{2,}|(?:[*＊×]+|[○_＿]{2,}|[XxＸ]{2,})[一-鿿%％]{0,3}|[Xx][%％]?"
)


def tight(text: str) -> str:
    """A text without its blanks (去除空白).

    Args:
        text: Any.

    Returns:
        The rest.

    Example:
        >>> tight("效果 明显")
        '效果明显'
    """
    return "".join(text.split())


@lru_cache(maxsize=1024)
def is_vague(text: str) -> bool:
    """Whether a target is nothing but a degree (是否仅为程度词).

    Args:
        text: The cell.

    Returns:
        True where each piece of it is a word of degree, with or without what it is said of.

    Example:
        >>> [is_vague(text) for text in ("效果明显", "服务水平不断提升", "验收合格", "较上年明显提升")]
        [True, True, False, False]
    """
    if len(text) > _ROOM:
        return False
    body = tight(text)
    if _has_figure(body) or _STANDARD.search(body):
        return False
    pieces = [piece for piece in _PIECES.split(body) if piece]
    return bool(pieces) and all(map(_VAGUE.fullmatch, pieces))


@lru_cache(maxsize=1024)
def is_activity(text: str) -> bool:
    """Whether a target names what is done, without a figure (是否仅为工作活动).

    Args:
        text: The cell.

    Returns:
        True where it begins with a verb of doing, and holds no number and nothing to check it by.

    Example:
        >>> is_activity("加强宣传"), is_activity("开展培训10次"), is_activity("开展规划编制并通过评审")
        (True, False, False)
    """
    if len(text) > _ROOM:
        return False
    body = tight(text)
    return bool(_ACTIVE.match(body)) and not _has_figure(body) and not _STANDARD.search(body)


def is_graded(name: str) -> bool:
    """Whether what a name says is measured in grades (是否有等级标准), so that 良好 is a standard.

    Args:
        name: Of the indicator.

    Returns:
        True for 空气质量, 年度考核等次 and the like.

    Example:
        >>> is_graded("空气质量"), is_graded("设备状况")
        (True, False)
    """
    return _GRADED.search(name) is not None


def is_checkable(text: str) -> bool:
    """Whether a target can be answered with yes or no (是否可判定是否达成).

    Args:
        text: The cell.

    Returns:
        True where it holds a word such as 合格, 按时 or 完成, or a figure.

    Example:
        >>> is_checkable("按时完成"), is_checkable("保障机构运转")
        (True, False)
    """
    return bool(_ANSWER.search(text)) or _has_figure(text)


def is_empty(text: str) -> bool:
    """Whether a cell only keeps a place (是否占位).

    Args:
        text: The cell.

    Returns:
        True for *, /, —, XX人, 待定, 无 and the like.

    Example:
        >>> [is_empty(text) for text in ("**人", "/", "待定", "×", "XX%", "0", "是")]
        [True, True, True, True, True, False, False]
    """
    if len(text) > _ROOM:
        return False
    body = tight(text)
    return body in _NOTHING or _MARKS.fullmatch(body) is not None


def _has_figure(text: str) -> bool:
    return _FIGURE.search(_INNOCENT.sub("", text)) is not None
