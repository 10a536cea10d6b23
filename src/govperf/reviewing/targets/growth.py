"""Growth from zero (基数为零的增长率), which has no rate."""

from __future__ import annotations

import re
from typing import Final

from govperf.model import Indicator

__all__ = ["zero_base"]

_TEXTS: Final = ("note", "explanation", "deviation_reason", "measures", "criteria", "actual", "target")
_GROWTH: Final = re.compile("增长|增幅|增速|增加|提升|提高|变动|下降|降幅|降低|同比|环比")
_BASE: Final = re.compile(
    "(?:上年|去年|上一年|上期|同期|基期|基数|年初预算)[^0-9０-９增长降升减变。；;，,]{0,12}"
    "(?:[0０](?![.．0-9０-９%％])|(?<=[为是])零)|[从由][0０](?![.．0-9０-９])"
)


def zero_base(indicator: Indicator) -> tuple[str, str] | None:
    """Where a rate of growth says that its base is 0 (基数为零之处).

    Args:
        indicator: Its figures are percentages.

    Returns:
        The field and its text; None where its name says nothing of growth, or nothing says that.

    Example:
        >>> zero_base(Indicator("税收增长率", target="≥5%", actual="100%", note="上年为0"))
        ('note', '上年为0')
        >>> zero_base(Indicator("税收增长率", target="≥5%", actual="6%", note="上年为0.3亿元"))
    """
    if _GROWTH.search(indicator.name) is None:
        return None
    texts = ((field, str(getattr(indicator, field) or "")) for field in _TEXTS)
    return next((found for found in texts if _BASE.search(found[1])), None)
