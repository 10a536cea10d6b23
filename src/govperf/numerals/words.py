"""The words around a number that say how sure it is (数量前后的词): 近, 余, 左右, 不少于, 以上.

Each table goes from what is meant to the words; a longer word goes before a shorter one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govperf.numerals.choices import Meaning

__all__ = ["AFTER", "BEFORE", "BEFORE_ALONE", "SEVERAL", "WITHIN", "longest_first"]

# 民法典 art. 1259: 以上, 以下, 以内 include the figure; 不满, 超过, 以外 do not. By usage, 近 and 不到 say
# that the figure was not reached, 余 and 多 that it was passed, 上百 and 不下 that it was reached.
BEFORE: Final[Mapping[Meaning, str]] = {
    ("about", True): "大约为 大约 大概 约为 约",
    ("at_least", True): (
        "不得低于 不得少于 不低于 不少于 不小于 不下于 不下 大于或等于 大于等于 至少 最少 最低 起码"
        " ≥ ≧ ⩾ >= ＞＝"
    ),
    ("at_least", False): "超过 突破 大于 高于 多于 逾 > ＞",
    ("at_most", True): (
        "不得超过 不得高于 不超过 不高于 不大于 不多于 小于或等于 小于等于 至多 最多 最高 ≤ ≦ ⩽ <= ＜＝"
    ),
    ("at_most", False): "将近 接近 几近 不到 不足 不满 未满 小于 低于 少于 近 < ＜",
}
BEFORE_ALONE: Final[Mapping[Meaning, str]] = {
    ("at_least", True): "上",
    ("at_least", False): "超出 超 过 破",
}
"""Before a number that is alone: with a unit, 超3天 is three days over and 上1次 the last time."""

AFTER: Final[Mapping[Meaning, str]] = {
    ("about", True): "左右 上下",
    ("at_least", True): "及以上 含以上 或以上 （含）以上 (含)以上 以上",
    ("at_least", False): "有余 出头 以外",
    ("at_most", True): "及以下 含以下 或以下 （含）以下 (含)以下 （含）以内 (含)以内 以下 以内 之内",
    ("at_most", False): "不到",
}
WITHIN: Final[Mapping[Meaning, str]] = {
    ("at_least", False): "余 餘 多",
    ("about", True): "来 來",
}
"""After the digits, before 万 or 亿 or the unit: 十余万, 60余人."""

SEVERAL: Final = "几幾数數"
"""In the place of a digit: 数百, 二十几万. 现代汉语词典: more than one and fewer than ten."""


def longest_first(*tables: Mapping[Meaning, str]) -> tuple[re.Pattern[str], Mapping[str, Meaning]]:
    """The words of tables as one pattern, and what each means (词表).

    Args:
        tables: Meaning → its words, separated by blanks.

    Returns:
        An alternation, the longest word first, and word → meaning.

    Example:
        >>> pattern, meanings = longest_first(WITHIN)
        >>> pattern.pattern, meanings["余"]
        ('余|餘|多|来|來', ('at_least', False))
    """
    meanings = {word: meaning for table in tables for meaning, line in table.items() for word in line.split()}
    return re.compile("|".join(map(re.escape, sorted(meanings, key=len, reverse=True)))), meanings
