"""Values of JSON (值): what a text or a user's mapping is turned into before anything is made of it.

Numbers that no amount can be are kept as they are written, and an object that must be refused
carries its fault, so that both are told with their path like any other fault.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from govperf.errors import DataError, InputError, LimitError
from govperf.limits import LIMITS
from govperf.messages import message

__all__ = ["JsonNumber", "JsonRefused", "is_long", "too_deep", "wrong_type"]

_CONSTANTS: Final = frozenset({"NaN", "Infinity", "-Infinity", "nan", "inf", "-inf"})


class JsonNumber(str):
    """A number in JSON that is no whole number, or too long for one (JSON 数字): kept as it is written."""

    __slots__ = ()


class JsonRefused(dict[str, Any]):
    """An object with a key that stands twice or is no text (不合规的对象), and its fault."""

    __slots__ = ("fault",)

    def __init__(self, members: dict[str, Any], *, fault: DataError) -> None:
        super().__init__(members)
        self.fault = fault


_TYPES: Final[Mapping[type, str]] = {
    dict: "object",
    JsonRefused: "object",
    list: "array",
    Decimal: "number",
    JsonNumber: "number",
    str: "text",
    bool: "boolean",
    int: "whole",
    type(None): "null",
}


_LEAST: Final = -(10 ** (LIMITS.number_chars - 1))
_MOST: Final = 10**LIMITS.number_chars


def is_long(value: int) -> bool:
    """Whether a whole number has more characters than a number may have (是否过长)."""
    return not _LEAST < value < _MOST


def wrong_type(value: object, expected: type) -> InputError:
    """The fault of a value of another JSON type (类型错误)."""
    if type(value) is int and is_long(value):
        return LimitError("limit.chars", value, details={"limit": LIMITS.number_chars})
    if isinstance(value, JsonNumber):
        if value in _CONSTANTS:
            return DataError("data.constant", value)
        if value.lstrip("-").isdecimal():
            return LimitError("limit.chars", value, details={"limit": LIMITS.number_chars})
        if expected is Decimal:
            return DataError("data.float", value)
    details = {
        f"{side}_{lang}": message(f"type.{_TYPES.get(kind, 'other')}", {"name": kind.__name__}, lang)
        for side, kind in (("found", type(value)), ("expected", expected))
        for lang in ("en", "zh")
    }
    return DataError("data.type", details=details)


def too_deep() -> LimitError:
    """The fault of brackets within too many brackets (嵌套过深)."""
    return LimitError("limit.depth", details={"limit": LIMITS.document_depth})
