"""Why two objects are not equal (差异说明), said to who tests a tool of their own."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["TESTING"]

TESTING: Final[Mapping[str, tuple[str, str]]] = {
    "difference.line": ("{gap} ({why})", "{gap}（{why}）"),
    "difference.more": ("… and {count} more differences", "……另有{count}处不同"),
    # --- amounts
    "difference.unit": (
        "the same number, but 1 {one} is {times} {other}",
        "数值相同，而1{one}为{times}{other}",
    ),
    "difference.bare": (
        "one is a bare number, the other is counted in {unit}",
        "一个没有计量单位，另一个的计量单位是{unit}",
    ),
    "difference.times": (
        "{more} is {times} times {less}: a unit or the decimal point may have slipped",
        "{more}是{less}的{times}倍，可能用错了计量单位或点错了小数点",
    ),
    "difference.rounded": (
        "equal once {fine} is rounded to {coarse}",
        "{fine}四舍五入后即为{coarse}",
    ),
    "difference.converted": ("{one} is {converted}", "{one}即{converted}"),
    "difference.number": (
        "a quantity is never equal to a number: compare its magnitude, or give the number its unit",
        "数量不等于数字：请比较其数值，或给数字加上计量单位",
    ),
    "difference.text": (
        "a quantity is never equal to a text: read the text by Quantity.parse",
        "数量不等于文字：请先用Quantity.parse读取文字",
    ),
    "difference.binary": (
        "{value} is a float, which is binary: compare with a Decimal",
        "{value}是二进制浮点数：请与Decimal比较",
    ),
    # --- everything else
    "difference.kinds": ("{one} and {other} are never equal", "{one}与{other}类型不同，不会相等"),
    "difference.length": ("the number of members", "项数"),
    "difference.written": ("the same, written in another way", "意思相同，写法不同"),
    "difference.fields": ("they differ in {names}", "{names}不同"),
}
