"""Every sentence that govperf says, in English and Chinese (文案).

One table of code → (English, Chinese); the values of a message are filled in by name.
Errors, reasons for an undefined value, notes of a score and findings of a review all
speak from here, so that a code means the same thing in both languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

__all__ = ["MESSAGES", "Language", "message"]

Language = Literal["en", "zh"]

MESSAGES: Final[Mapping[str, tuple[str, str]]] = {
    # errors: numbers
    "numeral.empty": ("a number is missing", "缺少数字"),
    "numeral.unreadable": ("{value} is not a number", "{value}不是数字"),
    "numeral.grouping": ("digit groups are malformed in {value}", "{value}的千分位分隔有误"),
    "numeral.order": ("{value} is not a well-formed Chinese number", "{value}不是规范的汉字数字"),
    "numeral.ambiguous": ("{value} can be read in two ways", "{value}有两种读法"),
    "numeral.trailing": ("something follows the number in {value}", "{value}在数字之后还有内容"),
    "numeral.digits": ("{value} has more than {limit} digits", "{value}超过{limit}位数字"),
    "numeral.range": ("{value} is too large or too small", "{value}过大或过小"),
    # errors: sizes
    "limit.chars": ("{value} is longer than {limit} characters", "{value}超过{limit}个字符"),
    "limit.bytes": ("a document of {size} bytes is larger than {limit}", "文档有{size}字节，超过上限{limit}"),
    "limit.depth": ("the document nests deeper than {limit} levels", "文档嵌套超过{limit}层"),
    "limit.items": ("a list has more than {limit} members", "列表超过{limit}项"),
    "data.many": ("the document has {count} faults", "文档共有{count}处错误"),
    # errors: units and quantities
    "unit.unknown": ("unknown unit {value}", "不认识的计量单位{value}"),
}


def message(code: str, details: Mapping[str, object], lang: Language) -> str:
    """The sentence of a code with its values filled in (取文案).

    Args:
        code: A key of `MESSAGES`.
        details: The values that the sentence names.
        lang: "en" or "zh".

    Returns:
        One sentence, without a full stop.

    Raises:
        KeyError: The code is not in the table, or a value it names is missing.

    Example:
        >>> message("limit.depth", {"limit": 64}, "en")
        'the document nests deeper than 64 levels'
    """
    english, chinese = MESSAGES[code]
    return (chinese if lang == "zh" else english).format_map(details)
