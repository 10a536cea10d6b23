"""Levels of a category as forms print them (指标层级名称): 成 本, 成本控制情况, 产出指标（50分）."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

__all__ = ["is_of_cost", "is_of_time", "plain_label"]

_END: Final = re.compile(
    r"(?:指标|[(（](?:(?:权重|分值|满分|共)[:：]?)?[0-9]{1,4}(?:\.[0-9]{1,4})?(?:分|[%％])[)）]"
    r"|[(（](?:[万亿千百]?元|[%％]|天|日|月|个)[)）])\Z"
)
_ENDS: Final = 4
"""指标 and a bracket, each of them twice."""

_COST: Final = re.compile("成本(?:控制.*|管控.*|情况)?\\Z")
_TIME: Final = re.compile("时效(?:控制.*|管控.*|情况|性)?\\Z")
_EFFECT_OF_COST: Final = "成本效益"
_OUTPUT: Final = "产出"
_KEPT: Final = 50
"""Labels of a sane length are looked at once."""


def plain_label(label: str) -> str:
    """A label without blanks, the word 指标, and brackets with its points or a unit (规范的层级名称).

    Args:
        label: As printed.

    Returns:
        What is left; never nothing of what was something.

    Example:
        >>> plain_label("产出指标（50分）"), plain_label("成 本（万元）"), plain_label("指标")
        ('产出', '成本', '指标')
    """
    word = "".join(label.split())
    for _ in range(_ENDS):
        end = _END.search(word)
        if end is None or not end.start():
            break
        word = word[: end.start()]
    return word


def is_of_cost(category: Iterable[str]) -> bool:
    """Whether a level of a category says that a row is one of costs (是否成本指标).

    Args:
        category: First and second level.

    Returns:
        True for 成本, 经济成本, 成 本 and 成本控制情况; for 成本效益 only where it is one of the outputs.

    Example:
        >>> is_of_cost(["产出", "成本控制情况"]), is_of_cost(["产出", "数量"])
        (True, False)
        >>> is_of_cost(["产出", "成本效益"]), is_of_cost(["效益", "成本效益"])
        (True, False)
    """
    levels = [_plain(level) for level in category]
    if any(map(_COST.search, levels)):
        return True
    return _EFFECT_OF_COST in levels and _OUTPUT in levels


def is_of_time(category: Iterable[str]) -> bool:
    """Whether a level of a category says that a row is one of times (是否时效指标).

    Args:
        category: First and second level.

    Returns:
        True for 时效, 时 效, 时效性 and 时效指标（10分）.

    Example:
        >>> is_of_time(["产出", "时 效"]), is_of_time(["产出", "质量"])
        (True, False)
    """
    return any(_TIME.search(_plain(level)) for level in category)


def _plain(level: str) -> str:
    return _known(level) if len(level) <= _KEPT else plain_label(level)


_known: Final = lru_cache(maxsize=256)(plain_label)
