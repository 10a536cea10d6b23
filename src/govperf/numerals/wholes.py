"""Whole numbers in Chinese digits as most write them, read the short way (汉字整数): 三千六百七十八.

A number is cut at 亿 and 万; a group of four digits is read by the grammar when it is first met, and
then remembered. What is not written in the usual way is left to the grammar as a whole.
"""

from __future__ import annotations

from functools import cache, lru_cache

from govperf.numerals.tables import CHINESE

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Final

    _Four = Callable[[str], int | None]

__all__ = ["whole_number"]

_WAN: Final = 10_000
_LONGEST: Final = len("九千九百九十九") + 1
_YI: Final = 100_000_000
_WAN_WORD: Final = CHINESE["W"][0]
_YI_WORD: Final = CHINESE["Y"][0]


def whole_number(text: str) -> int | None:
    """The value of a text that is one positional whole number (汉字整数), the short way.

    Args:
        text: At most as long as a number may be.

    Returns:
        The value, or None for any other text, of which `read_chinese` may know more.

    Example:
        >>> whole_number("三千六百七十八"), whole_number("二〇二一")
        (3678, None)
    """
    high, yi, low = text.rpartition(_YI_WORD)
    if yi:
        more, value = _eight(high, _first, _first), _eight(low, _next, _last)
        if more and value is not None:  # 零亿 is none
            return more * _YI + value
    elif (value := _eight(low, _first, _first)) is not None:
        return value
    return _grammar()[0](text)


def _eight(text: str, begins: _Four, only: _Four) -> int | None:
    """What stands before 亿 or after it, as most write it; None for any other text.

    Args:
        text: It.
        begins: Reads what stands before 万.
        only: Reads the text where there is no 万.
    """
    high, wan, low = text.rpartition(_WAN_WORD)
    if (
        len(high) > _LONGEST or len(low) > _LONGEST
    ):  # what is no number would fill the memory of those that are
        return None
    if not wan:
        return only(low)
    head, tail = begins(high), _next(low)
    return head * _WAN + tail if head and tail is not None else None


@lru_cache(maxsize=16_384)  # there are 9999 in one spelling
def _first(text: str) -> int | None:
    """Up to four digits that begin a number."""
    return _section(text, "<four>|0")


@lru_cache(maxsize=16_384)
def _next(text: str) -> int | None:
    """Up to four digits after 万 or 亿, with the 零 of an empty thousand; 0 for nothing at all."""
    if not text:
        return 0
    return _section(text, "<thousands>|0(?:<low>)")


@lru_cache(maxsize=16_384)
def _last(text: str) -> int | None:
    """Up to four digits after 亿 without a 万 between, with the 零 of the empty ten thousands."""
    if not text:
        return 0
    return _section(text, "0<four>")


@cache
def _grammar() -> tuple[Callable[[str], int | None], Callable[[str, str], int | None]]:
    """The readers of a whole number and of a section of it, loaded when the first one is met."""
    from govperf.numerals.chinese import section, whole  # noqa: PLC0415

    return whole, section


def _section(text: str, row: str) -> int | None:
    return _grammar()[1](text, row)
