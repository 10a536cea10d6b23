"""Numbers in Chinese digits (汉字数字): 三千六百七十八点七六, 壹仟肆佰零玖, 二〇二一.

The grammar below is the whole rule; what it lets through is then only added up. Where the number
ends, what comes next is looked at: a character of a number that could not be read there means that
the number is malformed, or said in a way that has two readings (一万二).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from govperf.numerals.start import Notation, Scale
from govperf.numerals.tables import APPROXIMATE, CHINESE, SCALES, WORTH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govperf.errors import NumeralError
    from govperf.numerals.start import Scan, Start

__all__ = ["read_chinese", "whole_number"]

_NOTATION: Final = Notation(CHINESE)

# Whole numbers below 10^16, in codes: groups of four digits under 万, 亿 and 万亿; <x> is another row.
# One 零 for every run of empty places inside a group, and one after 万 or 亿 where the thousands of the
# next group, or a whole group, are empty. A 零 may also stand where the group above ends in an empty place
# (107000 壹拾万零柒仟 or 壹拾万柒仟: 正确填写票据和结算凭证的基本规定).
# 十 alone is 一十 (一千零十二); 两 stands before 百, 千, 万, 亿, or alone.
_RULES: Final[Mapping[str, str]] = {
    "whole": r"<eight>(?:Y<after_yi>?)?|L|0",
    "after_yi": r"(?:(?:<thousands>|(?<=<place>Y)0<thousands>|0(?:<low>))W<after_wan>?|0<four>)",
    "eight": r"<four>(?:W<after_wan>?)?",
    "after_wan": r"(?:<thousands>|(?<=<place>W)0<thousands>|0(?:<low>))",
    "four": r"(?:<thousands>|<low>)",
    "thousands": r"[1-9L]K(?:<hundreds>|0(?:<tens>|[1-9]))?",
    "low": r"<hundreds>|<tens>|<one>",
    "hundreds": r"[1-9L]H(?:<tens>|0[1-9])?",
    "tens": r"(?:[1-9]?T|[UVX])[1-9]?",
    "one": r"(?:[1-9]|L(?=[WY]))",
    "place": r"[TUVXHKW]",
}

_RUN: Final = re.compile(r"[0-9]{2,}+")
_DECIMALS: Final = re.compile(r"\.([0-9]++)")
_SCALE: Final = re.compile(r"WY?|Y")

# Where a number may end although a character of numbers follows: before the noun 零件, before 两 as a
# weight, before a point without digits (三点 is a time), and before 千 of a unit (十二千米). Not after 零 and
# a digit: 三万零三千米 has two readings.
_END: Final = re.compile(r"\Z|0\Z|\.|L(?![HKWY])|(?<!0[1-9])K(?![WY])")

_TEN: Final = 10
_WAN: Final = 10_000


@cache
def _whole_grammar() -> re.Pattern[str]:
    """The rules as one pattern, made when the first Chinese digit is met."""
    grammar = "<whole>"
    for name, row in _RULES.items():
        grammar = grammar.replace(f"<{name}>", row)
    return re.compile(grammar)


def read_chinese(begin: Start) -> Scan | None:
    """The number in Chinese digits that begins here (汉字数字读数).

    Args:
        begin: Where the number begins.

    Returns:
        The longest well-formed number, or None where none begins.

    Raises:
        NumeralError: The number is malformed, or can be read in two ways.
        LimitError: The number is too long.

    Example:
        >>> from govperf.numerals.start import Start
        >>> read_chinese(Start("壹仟肆佰零玖元", 0, 0, 1)).value
        Decimal('1409')
    """
    codes = _NOTATION.codes(begin)
    run = _RUN.match(codes)
    match = run or _whole_grammar().match(codes)
    if match is None:
        return None
    numeral, end = match[0], match.end()
    if run:
        _refuse_run(begin, codes, numeral)
    whole = int(numeral) if run else _worth(numeral)
    if decimals := _DECIMALS.match(codes, end):
        return _with_decimals(begin, codes, whole, decimals, scaled=not run and whole < _WAN)
    if not _END.match(codes, end):
        raise _refusal(begin, codes, end, whole)
    stem = numeral.rstrip("WY")
    scale = numeral[len(stem) :]
    if not scale or (scale == "W" and "Y" in stem):
        return begin.found(whole, 0, end)
    word, power = SCALES[scale]
    return begin.found(whole // 10**power, power, end, Scale(word, power, len(stem)))


@lru_cache(maxsize=1_024)  # reports count from 一 to some dozens, again and again
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
    codes = _NOTATION.all_codes(text)
    return _worth(codes) if _whole_grammar().fullmatch(codes) else None


def _worth(numeral: str) -> int:
    """What a well-formed whole number adds up to."""
    total = block = section = digit = 0
    for code in numeral:
        value = WORTH[code]
        if value < _TEN:
            digit = value
        elif value < _WAN:
            section, digit = section + (digit or 1) * value, 0
        elif value == _WAN:
            block, section, digit = (section + digit) * value, 0, 0
        else:
            total, block, section, digit = (block + section + digit) * value, 0, 0, 0
    return total + block + section + digit


def _with_decimals(begin: Start, codes: str, whole: int, decimals: re.Match[str], *, scaled: bool) -> Scan:
    """The number with its decimals, and 万, 亿 or 万亿 after them: 三点五亿."""
    end = decimals.end()
    coefficient, places = int(f"{whole}{decimals[1]}"), len(decimals[1])
    scale = _SCALE.match(codes, end) if scaled else None
    after = scale.end() if scale else end
    if again := _DECIMALS.match(codes, after):
        raise begin.fault("numeral.point", again.span())
    if not _END.match(codes[after:]):
        raise begin.fault("numeral.order", (after, after + 1))
    if scale is None:
        return begin.found(coefficient, -places, end)
    word, power = SCALES[scale[0]]
    return begin.found(coefficient, power - places, after, Scale(word, power, end))


def _refuse_run(begin: Start, codes: str, run: str) -> None:
    """Refuse digits side by side that are no number read out digit by digit."""
    if run.startswith("0"):
        raise begin.fault("numeral.order", (0, 1))
    if run in APPROXIMATE:
        hint = f"{run} / {run[0]}～{run[1]}" if run == codes else ""
        raise begin.fault("numeral.ambiguous", (0, 2), hint)


def _refusal(begin: Start, codes: str, end: int, whole: int) -> NumeralError:
    """The error of a character of numbers that does not belong where it stands."""
    misplaced = begin.fault("numeral.order", (end, end + 1))
    tail = _whole_grammar().match(codes, end)
    if tail is None or tail.end() < len(codes):
        return misplaced
    before, small = codes[end - 1], _worth(tail[0])
    if small < _TEN and before in "HKWY":
        factor = WORTH[before] // _TEN  # 两百五, 一万二
    elif small < _WAN and before == "Y":
        factor = _WAN  # 一亿一千
    else:
        return misplaced
    hint = f"{begin.sign * (whole + small * factor)} / {begin.sign * (whole + small)}"
    return begin.fault("numeral.ambiguous", tail.span(), hint)
