"""Strategies of what forms print (表中文字策略): texts and names, ordinary ones and strange ones."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from govperf.testing.weights import mostly

__all__ = ["names", "texts"]

_WORDS: Final = {
    "names": (
        "甲 巡查 资助学生 设备购置 应急宣传 项目成本 办结时限 群众满意度 综合管理科 第二小学 排水管网(二期)"
    ),
    "phrases": (
        "按计划完成 数据取自业务统计 因疫情延后到下一年 详见附件 效果较好 每低1个百分点扣0.5分 优 自评 区级"
        " 经费来自财政拨款，由综合管理科使用。 B栏÷A栏×10分"
    ),
}
_NAMES, _PHRASES = (tuple(line.split()) for line in _WORDS.values())
_STRANGE: Final = (
    "=1+1",
    "+86",
    "@甲",
    "<b>&amp;</b>",
    "第一行\n第二行\r\n",
    "\t甲",
    '"甲"',
    "'",
    "\\n",
    "{0}%s",
    "ＡＢＣ１２",
    "𠮷",
    "e\u0301",
    "\u200b甲\u202e",
    "\ufeff甲",
    "\x00",
    "null",
    "NaN",
    "007",
    "2023.10",
    "甲" * 200,
)
"""What spreadsheets, browsers and terminals take for something else."""

_ANY: Final = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def texts() -> st.SearchStrategy[str]:
    """Texts as they stand in a cell (单元格文字): empty, short, and now and then strange.

    Returns:
        A strategy; no text has half of a surrogate pair, which no file can hold.

    Example:
        >>> from hypothesis import find
        >>> find(texts(), lambda text: text.startswith("="))
        '=1+1'
    """
    return mostly(st.sampled_from(("", *_PHRASES, *_NAMES)), st.sampled_from(_STRANGE), _ANY)


def names() -> st.SearchStrategy[str]:
    """Texts that are not blank (名称), for what must have a name.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(names(), lambda name: True)
        '甲'
    """
    filled = mostly(st.sampled_from(_NAMES), st.sampled_from(_STRANGE), _ANY)
    return filled.map(lambda name: name if name.strip() else _NAMES[0])
