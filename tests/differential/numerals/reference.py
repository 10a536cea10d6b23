"""A second engine for numbers below 10^16 in Chinese digits: slow, and plain enough to be checked by eye.

It writes from the rule of 零 alone. It reads by trying: what a text seems to add up to is written again, in
every spelling that the rule allows, and the text is a number only if it is among them.
"""

import re
from decimal import Decimal
from typing import NamedTuple


class Script(NamedTuple):
    digits: str
    places: str
    """Thousands, hundreds, tens, and nothing."""

    @property
    def zero(self):
        return self.digits[0]

    @property
    def ten(self):
        return self.digits[1] + self.places[2]


PLAIN = Script("零一二三四五六七八九", "千百十")
FINANCIAL = Script("零壹贰叁肆伍陆柒捌玖", "仟佰拾")


def written(number, script=PLAIN):
    """As it is said, with 十 at the head for 一十. On a cheque the 壹 has to stand."""
    spelled = _whole(number, script, every=False)[0]
    return spelled[1:] if spelled.startswith("一十") else spelled


def spellings(number, script=PLAIN):
    """Every spelling that a reader must know, 一十 in full."""
    return _whole(number, script, every=True)


def read(text, script=PLAIN):
    """The whole number, or None; 十 may stand for 一十 anywhere (一百十二, 一千零十二)."""
    seems = _sum(text, script)
    if seems is None:
        return None
    known = {_short(spelled, script) for spelled in spellings(seems, script)}
    return seems if _short(text, script) in known else None


def _short(text, script):
    return text.replace(script.ten, script.ten[1])


# --- 零


def _whole(number, script, every):
    if number == 0:
        return [script.zero]
    above, below = divmod(number, 10**8)
    heads, tails = _eight(above, script, every), _eight(below, script, every)
    return _around("亿", (above, heads), (below, tails), _zeros(above, below, 10**8, every), script)


def _eight(number, script, every):
    above, below = divmod(number, 10**4)
    heads, tails = [_four(above, script)], [_four(below, script)]
    return _around("万", (above, heads), (below, tails), _zeros(above, below, 10**4, every), script)


def _around(word, higher, lower, zeros, script):
    """The spellings of the part above 亿 or 万, the word, 零 or not, and the part below."""
    (above, heads), (below, tails) = higher, lower
    if not above:
        return tails
    if not below:
        return [head + word for head in heads]
    joints = [script.zero if zero else "" for zero in zeros]
    return [head + word + joint + tail for head in heads for joint in joints for tail in tails]


def _zeros(above, below, unit, every):
    """Whether 零 stands between: as it is written, then the other way if a reader must know that too."""
    if below < unit // 10:  # the highest place of the lower part is empty
        return [True]
    if above % 10:
        return [False]
    whole_group = above % 10**4 == 0  # 壹拾贰万亿零壹仟贰佰肆拾壹万
    return [whole_group, not whole_group] if every else [whole_group]


def _four(number, script):
    """Four places, with one 零 for each run of empty ones between two others."""
    spelled = ""
    for digit, place in zip(f"{number:04}", [*script.places, ""], strict=True):
        spelled += script.zero if digit == "0" else script.digits[int(digit)] + place
    while script.zero * 2 in spelled:
        spelled = spelled.replace(script.zero * 2, script.zero)
    return spelled.strip(script.zero)


# --- adding up


def _sum(text, script):
    """What the digits of a text add up to, each by its place; None if that is no number of this engine."""
    total = 0
    above, _, below = text.rpartition("亿")
    for unit, eight in ((10**8, above), (1, below)):
        high, _, low = eight.rpartition("万")
        for scale, four in ((10**4, high), (1, low)):
            if set(four) - set(script.digits + script.places):
                return None
            total += _sum_of_four(four, script) * scale * unit
    return total if total < 10**16 else None


def _sum_of_four(text, script):
    total = digit = 0
    for char in text:
        if char in script.places:
            total += (digit or 1) * 10 ** (3 - script.places.index(char))
            digit = 0
        else:
            digit = script.digits.index(char)
    return total + digit


# --- tolerance


def heard(text):
    """What a text means that is said or jotted down: the one value that a reader may give it, or None.

    Digits side by side; 零 missing or too many, where every digit still says its place; the last place left
    out (一万二, 百三); 万万 for 亿, and 亿亿 for its square.
    """
    digits = PLAIN.digits
    if not set(text) - set(digits):
        return int("".join(str(digits.index(char)) for char in text))
    if text[0] in "百千" and text[1:] in [*digits[1:]]:
        return heard("一" + text)
    text = text.replace("万万", "亿")
    if text[-1] in digits[1:] and text[-2:-1] in [*"百千万亿"]:
        return _joined(heard(text[:-1]), 1, _left_out(text[:-1]), digits.index(text[-1]))
    above, square, below = text.partition("亿亿")
    if square:
        return _joined(heard(above) if above else None, 10**16, heard(below) if below else 0, 1)
    seems = _sum(text, PLAIN)
    if seems is None or text.endswith("零"):
        return None
    known = {_bare(spelled) for spelled in spellings(seems)}
    return seems if _bare(text) in known else None


def _joined(one, times, other, more):
    return None if None in (one, other) else one * times + other * more


def _left_out(text):
    """The place below the last one; None after 万亿, where it may be below 亿 as well (一万亿二)."""
    places = {"万亿": None, "亿亿": 10**15, "亿": 10**7, "万": 1000, "千": 100, "百": 10}
    return next((place for word, place in places.items() if text.endswith(word)), None)


def _bare(text):
    return _short(text, PLAIN).replace(PLAIN.zero, "")


def jotted(text):
    """What Arabic digits with Chinese words mean, term by term (2万5千6百, 13万2), or None.

    Every term is worth its own place; the last one, if it is a digit alone, the place that is left out.
    亿 multiplies all since the last 亿, 万 all since the last of both.
    """
    total = wan = section = Decimal(0)
    place = at = 0
    for term in _TERM.finditer(text):
        if term.start() != at:
            return None
        at, number = term.end(), Decimal(term["number"])
        if at == len(text) and place and re.fullmatch("[1-9]", term[0]):
            return total + wan + section + number.scaleb(place - 1)
        inner, outer = _INNER[term["inner"]], _OUTER[term["outer"]]
        section += number.scaleb(inner)
        if outer == _OUTER["万"]:
            wan, section = wan + section.scaleb(outer), Decimal(0)
        elif outer:
            total, wan, section = total + (wan + section).scaleb(outer), Decimal(0), Decimal(0)
        place = inner + outer
    return total + wan + section if text and at == len(text) else None


_TERM = re.compile("零?(?P<number>[0-9]*[.]?[0-9]+)(?P<inner>[十百千]?)(?P<outer>万亿|亿亿|万万|万|亿|)")
_INNER = {"": 0, "十": 1, "百": 2, "千": 3}
_OUTER = {"": 0, "万": 4, "亿": 8, "万万": 8, "万亿": 12, "亿亿": 16}


# --- amounts of money


def amount(cents):
    """As both regulations want it, without 人民币: 整 after 元 and after 角."""
    return amounts(cents)[0]


def amounts(cents):
    """Every spelling that either regulation allows, the written one first."""
    if cents == 0:
        return ["零元整", "零元正"]
    whole, tenths, hundredths = cents // 100, cents // 10 % 10, cents % 10
    capitals, zero = FINANCIAL.digits, FINANCIAL.zero
    tail = (f"{capitals[tenths]}角" if tenths else "") + (f"{capitals[hundredths]}分" if hundredths else "")
    endings = [""] if hundredths else ["整", "正", ""] if tenths else ["整", "正"]
    heads, joints = [""], [""]
    if whole:
        heads = [f"{spelled}元" for spelled in spellings(whole, FINANCIAL) if _zero_said(spelled)]
        joints = [zero] if hundredths and not tenths else ["", zero] if tenths and whole % 10 == 0 else [""]
    return [head + joint + tail + ending for head in heads for joint in joints for ending in endings]


def _zero_said(spelled):
    """Whether 零 stands for a whole empty group, as the bank rules want it inside a number."""
    after = spelled.partition("万亿")[2]
    return not after or after.startswith(FINANCIAL.zero)
