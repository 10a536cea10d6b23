"""Numbers in Chinese digits (汉字数字): 三千六百七十八点七六, 壹仟肆佰零玖, 二〇二一.

The grammar below is the whole rule; what it lets through is then only added up. Where the number
ends, what comes next is looked at: a character of a number that could not be read there means that
the number is malformed, or said in a way that has two readings (一万二).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from govperf.numerals.start import Notation, Scale
from govperf.numerals.tables import APPROXIMATE, CHINESE, OUTER, SCALES, WORTH

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govperf.numerals.start import Scan, Start

__all__ = ["read_chinese", "section", "whole"]

_NOTATION: Final = Notation(CHINESE)

# Whole numbers, in codes: groups of four digits under 万 and 亿; <x> is another row.
# One 零 for every run of empty places inside a group, and one after 万 or 亿 where the thousands of the
# next group, or a whole group, are empty. A 零 may also stand where the group above ends in an empty place
# (107000 壹拾万零柒仟 or 壹拾万柒仟: 正确填写票据和结算凭证的基本规定).
# 十 alone is 一十 (一千零十二); 两 stands before 百, 千, 万, 亿, or alone. 万万 is 亿, 亿亿 the square of 亿.
_STRICT: Final[Mapping[str, str]] = {
    "whole": r"<yi>|L|0",
    "yi": r"<eight>(?:YY(?:0<yi_below>)?|<Y><after_yi>?)?",
    "yi_below": r"<eight>(?:<Y><after_yi>?)?",
    "after_yi": r"(?:(?:<thousands>|(?<=<place>Y)0<thousands>|0(?:<low>))W(?!W)<after_wan>?|0<four>)",
    "eight": r"<four>(?:W(?!W)<after_wan>?)?",
    "after_wan": r"(?:<thousands>|(?<=<place>W)0<thousands>|0(?:<low>))",
    "four": r"(?:<thousands>|<low>)",
    "thousands": r"[1-9L]K(?:<hundreds>|0(?:<tens>|[1-9]))?",
    "low": r"<hundreds>|<tens>|<one>",
    "hundreds": r"[1-9L]H(?:<tens>|0[1-9])?",
    "tens": r"(?:[1-9]?T|[UVX])[1-9]?",
    "one": r"(?:[1-9]|L(?=[WY]))",
    "place": r"[TUVXHKW]",
    "Y": r"(?:Y|WW)",
}

# A number that is alone is read with more or fewer 零 too, where every digit still says its place (一万二百
# and 三万零三千; 三万零三千米 has two readings), with 兆 above 亿, and with the 零 that stands first in the
# dates of cheques (零贰拾).
_ALONE: Final[Mapping[str, str]] = {
    **_STRICT,
    "whole": r"<four>J(?:0?<yi_above>|0<eight>)?|<yi>|L|0<tens>|0",
    "yi_above": r"<eight><Y><after_yi>?",
    "after_yi": r"(?:0?<four>W(?!W)<after_wan>?|0<four>)",
    "after_wan": r"(?:0?(?:<thousands>|<hundreds>|<tens>)|0<one>)",
    "thousands": r"[1-9L]K(?:0?(?:<tens>)|<hundreds>|0[1-9])?",
    "hundreds": r"[1-9L]H(?:<tens>|0T[1-9]?|0[1-9])?",
    "one": r"(?:[1-9]|L(?=[WYJ]))",
}

_ROW: Final = re.compile("<([a-zA-Z_]+)>")
_RUN: Final = re.compile(r"[0-9]{2,}+")
_DECIMALS: Final = re.compile(r"\.([0-9]++)")
_SCALE: Final = re.compile(r"W[WY]?|YY?")
_SCALE_ALONE: Final = re.compile(r"W[WY]?|YY?|J")

# The words that multiply all before them, the highest first.
_MARKS: Final[Sequence[tuple[str, int]]] = [(mark, 10 ** OUTER[mark]) for mark in ("YY", "J", "Y", "W")]

# Where a number may end although a character of numbers follows: before the noun 零件, before 两 as a
# weight, before a point without digits (三点 is a time), and before 千 or 兆 of a unit (十二千米, 五兆瓦),
# but not before 千 after 零 and a digit: 三万零三千米 has two readings.
_END: Final = re.compile(r"\Z|0\Z|\.|L(?![HKWY])|(?<!0[1-9])K(?![WY])|J")

# 一百万五, 三千亿二.
_HUNDREDS_OF: Final = re.compile(r"([HK])[WY]\Z")

_CAPITAL_PLACES: Final = "佰仟"
_CAPITALS: Final = "".join(CHINESE[digit][1:] for digit in "123456789")
_TEN: Final = 10
_WAN: Final = 10_000
_YI: Final = 100_000_000


@cache
def _grammar(start: str, *, alone: bool) -> re.Pattern[str]:
    """The rules as one pattern, made when the first Chinese digit is met."""
    rows, grammar = _ALONE if alone else _STRICT, start
    while _ROW.search(grammar):
        grammar = _ROW.sub(lambda name: rows[name[1]], grammar)
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
    match = run or _grammar("<whole>", alone=begin.alone).match(codes)
    if match is None:
        return None
    numeral, end = match[0], match.end()
    if run:
        _refuse_run(begin, codes, numeral)
    whole = int(numeral) if run else _worth(numeral)
    if decimals := _DECIMALS.match(codes, end):
        return _with_decimals(begin, codes, whole, decimals, scaled=not run and whole < _WAN)
    if not _END.match(codes, end):
        return _as_said(begin, codes, end, whole)
    stem = numeral.rstrip("WY")
    scale = numeral[len(stem) :]
    if scale not in SCALES or (scale == "W" and "Y" in stem):
        return begin.found(whole, 0, end)
    power = OUTER[scale]
    return begin.found(whole // 10**power, power, end, Scale(SCALES[scale], power, len(stem)))


def whole(text: str) -> int | None:
    """The value of a text that is one positional whole number, in any spelling (汉字整数).

    Args:
        text: At most as long as a number may be.

    Returns:
        The value, or None for any other text.

    Example:
        >>> whole("四億五千六百萬"), whole("二〇二一")
        (456000000, None)
    """
    codes = _NOTATION.all_codes(text)
    return _worth(codes) if _grammar("<whole>", alone=True).fullmatch(codes) else None


def section(text: str, row: str) -> int | None:
    """The value of up to four digits with their places (四位以内的汉字数).

    Args:
        text: At most as long as a number may be.
        row: What it shall be, in rows of the strict grammar.

    Returns:
        The value, or None for any other text.

    Example:
        >>> section("三千零八", "<four>"), section("零八", "<four>")
        (3008, None)
    """
    codes = _NOTATION.all_codes(text)
    return _section(codes) if _grammar(row, alone=False).fullmatch(codes) else None


def _worth(numeral: str) -> int:
    """What a well-formed whole number adds up to."""
    numeral = numeral.replace("WW", "Y")
    for mark, worth in _MARKS:
        high, found, low = numeral.rpartition(mark)
        if found:
            return _worth(high) * worth + (_worth(low) if low else 0)
    return _section(numeral)


def _section(numeral: str) -> int:
    """Up to four digits with their places."""
    section = digit = 0
    for code in numeral:
        value = WORTH[code]
        if value < _TEN:
            digit = value
        else:
            section, digit = section + (digit or 1) * value, 0
    return section + digit


def _with_decimals(begin: Start, codes: str, whole: int, decimals: re.Match[str], *, scaled: bool) -> Scan:
    """The number with its decimals, and 万, 亿 or 万亿 after them: 三点五亿."""
    end = decimals.end()
    coefficient, places = int(f"{whole}{decimals[1]}"), len(decimals[1])
    scale = (_SCALE_ALONE if begin.alone else _SCALE).match(codes, end) if scaled else None
    after = scale.end() if scale else end
    if again := _DECIMALS.match(codes, after):
        raise begin.fault("numeral.point", again.span())
    if not _END.match(codes[after:]):
        raise begin.fault("numeral.order", (after, after + 1))
    if scale is None:
        return begin.found(coefficient, -places, end)
    word, power = SCALES.get(scale[0], ""), OUTER[scale[0]]
    return begin.found(coefficient, power - places, after, Scale(word, power, end) if word else None)


def _refuse_run(begin: Start, codes: str, run: str) -> None:
    """Refuse digits side by side that are no number read out digit by digit."""
    if run.startswith("0"):
        raise begin.fault("numeral.order", (0, 1))
    if run in APPROXIMATE:
        hint = f"{run} / {run[0]}～{run[1]}" if run == codes and begin.sign > 0 else ""
        raise begin.fault("numeral.ambiguous", (0, 2), hint)


def _as_said(begin: Start, codes: str, end: int, whole: int) -> Scan:
    """What speech leaves out, put back where nothing else is meant: 两百五 is 250, 一亿一千 is not clear."""
    tail = _grammar("<whole>", alone=begin.alone).match(codes, end)
    decimals = _DECIMALS.match(codes, tail.end()) if tail else None
    after = (decimals or tail).end() if tail else 0
    if tail is None or after < len(codes):
        raise begin.fault("numeral.order", (end, end + 1))
    small = _worth(tail[0])
    step = _left_out(codes[:end], small)
    if not step:
        raise begin.fault("numeral.order", (end, end + 1))
    if codes[:end].endswith(("WW", "WY")):  # 一万亿二
        raise begin.fault("numeral.ambiguous", tail.span())
    if begin.text[begin.at + end - 1] in _CAPITAL_PLACES and begin.text[begin.at + end] in _CAPITALS:
        raise begin.fault("numeral.ambiguous", tail.span())  # 壹佰壹: capitals leave nothing out
    alone = begin.alone and after == len(begin.text) - begin.at
    if alone and small < _TEN and not _HUNDREDS_OF.search(codes[:end]):
        fraction = decimals[1] if decimals else ""
        return begin.found(int(f"{whole + small * step}{fraction}"), -len(fraction), after)
    if decimals:
        raise begin.fault("numeral.ambiguous", tail.span())
    other = small
    if place := _HUNDREDS_OF.search(codes[:end]):  # 一百万五 may be 150万 or 100.5万
        step, other = WORTH[place[1]] * step, small * step
    hint = f"{begin.sign * (whole + small * step)} / {begin.sign * (whole + other)}"
    raise begin.fault("numeral.ambiguous", tail.span(), hint)


def _left_out(before: str, small: int) -> int:
    """The unit that speech leaves out after `before`: 百 in 三千五, 万 in 一亿一千; 0 if there is none."""
    for mark, worth in (*_MARKS, ("K", WORTH["K"]), ("H", WORTH["H"])):
        if before.endswith(mark):
            if small < _TEN:
                return worth // _TEN
            return _WAN if small < _WAN and worth >= _YI else 0
    return 0
