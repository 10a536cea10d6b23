"""The characters that numbers are written with (数字用字).

Each notation is read in a code of its own: one ASCII character for all spellings of one thing, so
that a grammar names a thing once. A coded text keeps its length, and so every index in it.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = [
    "APPROXIMATE",
    "ARABIC",
    "CHINESE",
    "INNER",
    "LEADING",
    "OUTER",
    "PLACES",
    "SCALES",
    "SCALE_WORDS",
    "SECTION_PLACES",
    "SIGNS",
    "SPACES",
    "WORTH",
]

# ASCII, the minus sign, full-width forms. A dash (–, —) is a range and never a sign.
SIGNS: Final[Mapping[str, int]] = {"+": 1, "＋": 1, "-": -1, "−": -1, "－": -1, "负": -1, "負": -1}

# GB/T 15835-2011 5.1.1: groups by a quarter space. Fonts and word processors make it a plain, no-break,
# thin, narrow no-break or ideographic one.
SPACES: Final = " \u00a0\u2009\u202f\u3000"

# Places and scale words, also traditional and financial: 正确填写票据和结算凭证的基本规定. J is 兆.
_SCALES: Final[Mapping[str, str]] = {
    "T": "十拾",
    "H": "百佰",
    "K": "千仟",
    "W": "万萬",
    "Y": "亿億",
    "J": "兆",
}

SECTION_PLACES: Final = "".join(_SCALES[code] for code in "THK")
"""Every character of 十, 百 and 千."""

SCALE_WORDS: Final = "".join(_SCALES[code] for code in "WYJ")
"""Every character of 万, 亿 and 兆."""

PLACES: Final = SECTION_PLACES + SCALE_WORDS

# GB/T 15835-2011: 零 in a quantity, 〇 in a label; typists also use the circle ○ for 〇.
_ZEROS: Final = "零〇○"

# Numbers in Arabic digits. GB/T 15835-2011 4.1.1: measured values; a word processor also leaves full-width
# digits. 5.1.1: the comma, of either width, or one of the spaces between groups. Z is 零 between terms.
ARABIC: Final[Mapping[str, str]] = {
    **{ascii_: ascii_ + wide for ascii_, wide in zip("0123456789", "０１２３４５６７８９", strict=True)},
    **dict(zip(" nths", SPACES, strict=True)),
    ",": ",",
    ";": "，",
    ".": ".．",
    "Z": _ZEROS,
    **_SCALES,
}

# Numbers in Chinese digits. Plain ones: GB/T 15835-2011; financial ones: 正确填写票据和结算凭证的基本规定,
# with their traditional forms. 参 (to take part) is left out: it is a word far more often than a three.
# L is the 两 of 两百; T, U, V, X are ten to forty.
CHINESE: Final[Mapping[str, str]] = {
    "0": _ZEROS,
    "1": "一壹",
    "2": "二贰貳",
    "3": "三叁叄參",
    "4": "四肆",
    "5": "五伍",
    "6": "六陆陸",
    "7": "七柒",
    "8": "八捌",
    "9": "九玖",
    "L": "两兩俩倆",
    "U": "廿",
    "V": "卅",
    "X": "卌",
    ".": "点點",
    **_SCALES,
}

# The codes that a number may begin with: 百, 千, 万, 亿 need a digit before them (百分之九, 万一).
LEADING: Final = "0123456789LTUVX"

# What a code of the Chinese notation is worth; below ten it is a digit, the others multiply it.
WORTH: Final[Mapping[str, int]] = {
    **{digit: int(digit) for digit in "0123456789"},
    "L": 2,
    "T": 10,
    "U": 20,
    "V": 30,
    "X": 40,
    "H": 100,
    "K": 1_000,
}

# Powers of ten. Inner words make a number below 10 000, outer ones multiply it; 万万 and 亿亿 are older.
# 兆 is 10^12 where numbers are said in it (四十九兆九千亿); before a unit it is mega (兆瓦), and no number.
INNER: Final[Mapping[str, int]] = {"": 0, "T": 1, "H": 2, "K": 3}
OUTER: Final[Mapping[str, int]] = {"": 0, "W": 4, "WW": 8, "Y": 8, "WY": 12, "J": 12, "YY": 16}

# Scale words that a unit may carry. GB/T 15835-2011 wants 万 and 亿 only; reports also print the others.
# 5千亿元 is read as so many 元: 千亿 and 百亿 head no unit.
SCALES: Final[Mapping[str, str]] = {
    "K": "千",
    "W": "万",
    "HW": "百万",
    "KW": "千万",
    "Y": "亿",
    "WY": "万亿",
}

# GB/T 15835-2011: two digits side by side are an approximate number (三四个月, 三五天).
APPROXIMATE: Final = frozenset({"12", "23", "34", "35", "45", "56", "67", "78", "89"})
