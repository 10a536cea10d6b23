"""Two numbers with all between them (数值范围): 9亿～16亿, 15～30%, 百分之五到十."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, cast

from govperf.errors import LimitError, NumeralError
from govperf.numerals.amounts import Said, amount
from govperf.numerals.cardinals import cardinal
from govperf.numerals.contexts import EXACT
from govperf.numerals.forms import part_of
from govperf.numerals.tables import SCALE_WORDS, SECTION_PLACES, SIGNS, SPACES

__all__ = ["between"]

# GB/T 15835-2011 5.1.3: ～ or —; 至 and 到 in running text, 从 before it. The hyphen is what keyboards have;
# after e it is the sign of an exponent.
_TO: Final = re.compile(rf"[{SPACES}]*+(?:[～~〜∼–―]|—{{1,2}}|(?<![eEｅＥ])[-－]|至|到)[{SPACES}]*+")
_FROM: Final = "从"

# 介于50和60之间: what stands around, and 和 or 与 in the place of 至.
_WITHIN: Final = re.compile("(?:介于|在)?(.+)之[间間]\\Z")
_AND: Final = re.compile("[和与與]")

# What a code and a month begin with.
_CODE: Final = re.compile("[0０][0-9０-９]")
_MONTH: Final = re.compile(r"(?:19|20)[0-9]{2}[-–](?:0?[1-9]|1[0-2])\Z")
_HYPHEN: Final = "-－"
_MINUS: Final = "".join(SIGNS) + SPACES
_BLANKS: Final = tuple(SPACES)


def between(text: str, start: int) -> Said | None:
    """Two numbers with all between them (数值范围).

    Args:
        text: What ends with the second number.
        start: Index where the first begins, or 从 or 介于 before it.

    Returns:
        What is said; None where nothing stands between two numbers.

    Raises:
        NumeralError: One of them is no exact number, the first is the larger one, or it is not clear where
            they end or what belongs to both.
        LimitError: One of them is too long.

    Example:
        >>> said = between("9～16亿", 0)
        >>> said.low, said.high, said.shared
        (Decimal('900000000'), Decimal('1600000000'), True)
    """
    if around := _WITHIN.match(text, start):
        text, start = text[: around.end(1)].rstrip(SPACES), around.start(1)
    start += text.startswith(_FROM, start) * len(_FROM)
    signs = _signs(text, start, _TO) or (_signs(text, start, _AND) if around else [])
    if not signs:
        return None
    to, *more = signs
    if more or to.end() == len(text):
        raise NumeralError(
            "numeral.trailing", text, span=(more[0].start() if more else to.start(), len(text))
        )
    return _ends(text, start, to)


def _signs(text: str, start: int, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """What stands between numbers: neither the minus of --5 nor that of 5～-3."""
    signs: list[re.Match[str]] = []
    for sign in pattern.finditer(text, start + 1):
        last = signs[-1].end() if signs else start
        if text[last : sign.start()].strip(_MINUS + _HYPHEN):
            signs.append(sign)
    return signs


def _ends(text: str, start: int, to: re.Match[str]) -> Said:
    word = to[0].strip(SPACES)
    if _unclear(text, start, to):
        raise NumeralError("numeral.ambiguous", text, span=(start, len(text)))
    left, right = _shared(text[start : to.start()], text[to.end() :])
    low = amount(left, 0, worded=True) if left else amount(text[: to.start()], start, worded=True)
    high = amount(right, 0, worded=True) if right else amount(text, to.end(), worded=True)
    if low.means or high.means or low.form != high.form:
        raise NumeralError("numeral.trailing", text, span=(to.start(), len(text)))
    if cast("Decimal", low.value) > cast("Decimal", high.value):
        raise NumeralError("numeral.descending", text, span=(start, len(text)))
    return Said(None, low.value, high.value, (("between", True),), (word,), low.form, bool(left or right))


def _unclear(text: str, start: int, to: re.Match[str]) -> bool:
    """010-12345678, 2021-10, -5-3, 3 -5: a code, a month, or numbers of which the hyphen may be a minus."""
    if any(_CODE.match(text, at) for at in (start, to.end())) or _MONTH.match(text, start):
        return True
    signed = text[start] in SIGNS or text[to.end()] in SIGNS
    lopsided = to[0].startswith(_BLANKS) != to[0].endswith(_BLANKS)
    return to[0].strip(SPACES) in _HYPHEN and (signed or lopsided)


# A scale word at the end of the second number: in 9～16亿 it belongs to both, in 500～1万 it cannot. Whether
# the place 千 of 二至三千 does, or the 十 of 一至五十, nobody can tell.
_SCALE_END: Final = re.compile(f"(?:[百佰千仟]?[{SCALE_WORDS}]+|[kKM打])\\Z")
_SCALES: Final = re.compile(f"[{SCALE_WORDS}]+")
_MUCH: Final = Decimal(100)
"""So many times the first number is at least the scale word: 500～1万 is meant so, 16～9亿 is a slip."""
_OUTER_END: Final = re.compile(f"[{SCALE_WORDS}]+\\Z")
_PLACE: Final = re.compile(f"[{SECTION_PLACES}]")


def _shared(left: str, right: str) -> tuple[str, str]:
    """What is printed once put back where it is left out: each number anew, or "" where it is as printed."""
    first, second = part_of(left, 0), part_of(right, 0)
    whole = left, right
    if first.form == "number" and second.after and second.form != "fraction":
        left += next((name for name in "成折" if name in second.after), second.after)  # 三到五成半
    elif second.form == "number" and first.before and first.form != "fraction":
        if _SCALES.search(right):  # 百分之十到二十万
            raise NumeralError("numeral.ambiguous", f"{left}～{right}")
        right = first.before + right
    first, second = part_of(left, 0), part_of(right, 0)
    scale = _scale_of_both(left[first.start : first.end], right[second.start : second.end])
    left = left[: first.end] + scale + left[first.end :]
    return "" if left == whole[0] else left, "" if right == whole[1] else right


def _scale_of_both(small: str, large: str) -> str:
    """The scale word that the second number has for both; "" where each has its own."""
    if _SCALES.search(small) or (value := _value(small)) is None:
        return ""
    scales = [*_SCALES.finditer(large)]
    if scales and (len(scales) > 1 or scales[0].end() < len(large)):  # 3～5亿5千万, 3～5万2, but 500～1万2
        head = _value(large[: scales[0].start()])
        if len(scales) > 1 or head is None or value <= head:
            raise NumeralError("numeral.ambiguous", f"{small}～{large}")
        return ""
    for pattern in (_SCALE_END, _OUTER_END):
        if scale := pattern.search(large):
            first, second = _value(small + scale[0]), _value(large)
            if first is not None and second is not None and first < second:
                return scale[0]
    if scales and EXACT.multiply(value, _MUCH) < cardinal(f"一{scales[0][0]}"):  # 16～9亿
        raise NumeralError("numeral.ambiguous", f"{small}～{large}")
    _refuse_place(small, large, value)
    return ""


def _refuse_place(small: str, large: str, value: Decimal) -> None:
    """Refuse 二至三千, where the place may belong to both numbers or to the second alone."""
    place = _PLACE.search(large)
    if place and not _PLACE.search(small) and value < (_value(large[: place.start()]) or 1):
        said, high = _value(small + place[0]), cardinal(large)
        hint = f"{said}～{high} / {value}～{high}" if place.end() == len(large) and said else ""
        raise NumeralError("numeral.ambiguous", f"{small}～{large}", hint=hint)


def _value(number: str) -> Decimal | None:
    """The number, or None where the text is none."""
    try:
        return cardinal(number)
    except (NumeralError, LimitError):
        return None
