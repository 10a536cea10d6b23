"""Texts like numbers, made of other texts: a grammar that writes them, and changes that spoil them.

Everything comes from the `Random` that is given, so that a seed says all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

DIGITS = "零一二三四五六七八九"
CAPITALS = "零壹贰叁肆伍陆柒捌玖"
PLACES = "十百千"
CAPITAL_PLACES = "拾佰仟"

# Pieces that may stand for each other.
FAMILIES: Sequence[Sequence[str]] = [
    [*"0123456789", *"０１５９", "00", "10", "999", "2020"],
    [*DIGITS[1:], *CAPITALS[1:], *"两兩俩〇零○廿卅卌半參貳陸"],
    [*PLACES, *CAPITAL_PLACES, *"万萬亿億兆", "万亿", "万万", "亿亿", "千万", "百万"],
    ["-", "−", "－", "+", "＋", "负", "負", "--"],
    ["~", "～", "〜", "∼", "–", "—", "——", "-", "至", "到", "从", "、"],
    [".", "．", "点", "點", ",", "，", "·"],
    [" ", "\u00a0", "\u2009", "\u202f", "\u3000", "\t", "\n", "\u200b"],
    ["%", "％", "‰", "‱", "个百分点", "百分点", "成", "成半", "折", "打", "k", "K", "M", "m", "e5", "E-03"],
    ["分之", "百分之", "千分之", "万分之", "又", "/", "／", "∕"],
    ["余", "多", "来", "几", "数", "有余", "好几"],
    [
        "约",
        "大约",
        "近",
        "将近",
        "超过",
        "不超过",
        "不少于",
        "不足",
        "至少",
        "最高",
        "上",
        "过",
        "≥",
        "<",
        "＜＝",
    ],
    ["左右", "上下", "以上", "以下", "以内", "以外", "及以上"],
    [
        "元",
        "角",
        "分",
        "整",
        "正",
        "圆",
        "人民币",
        "人民币（大写）：",
        "条",
        "年",
        "月",
        "人次",
        "米",
        "瓦",
        "个",
        "项",
    ],
]
FAMILY = {piece: family for family in FAMILIES for piece in family}
PIECES = sorted(FAMILY)
_TOKENS = re.compile("|".join(map(re.escape, sorted(FAMILY, key=len, reverse=True))) + "|.", re.DOTALL)


def section(number: int, digits: str, places: str) -> str:
    """Up to four digits, a 零 for each run of empty places between them."""
    text, empty = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            text += (
                (digits[0] if empty and text else "") + digits[digit] + (places[power - 1] if power else "")
            )
        empty = not digit
    return text


def whole(number: int, digits: str = DIGITS, places: str = PLACES) -> str:
    """A whole number below 10^16 in Chinese."""
    if not number:
        return digits[0]
    for power, word in ((8, "亿"), (4, "万")):
        high, low = divmod(number, 10**power)
        if high:
            zero = digits[0] if 0 < low < 10 ** (power - 1) else ""
            return whole(high, digits, places) + word + zero + (whole(low, digits, places) if low else "")
    return section(number, digits, places)


def _magnitude(random: Random) -> int:
    number = int(
        "".join(
            random.choices("0123456789", (6, *[1] * 9), k=random.randint(1, random.choice((2, 4, 9, 16))))
        )
    )
    return number // 10 ** random.randint(0, 4) * 10 ** random.randint(0, 4) % 10**16


def _arabic(random: Random) -> str:
    number = _magnitude(random)
    text = f"{number:,}" if random.random() < 0.3 else str(number)
    if random.random() < 0.4:
        text += "." + "".join(random.choices("0123456789", k=random.randint(1, 6)))
    return text + random.choice(["", "", "", "万", "亿", "千", "百万", " 万", "k", "E+03"])


def _terms(random: Random) -> str:
    gap = random.choice(["", "", " "])
    words = [word for word in ("亿", "千万", "万", "千", "百", "十", "") if random.random() < 0.4]
    return gap.join(f"{random.randint(1, 99)}{gap}{word}" for word in words)


def _said(random: Random) -> str:
    return whole(_magnitude(random)) + random.choice(DIGITS)


def _money(random: Random) -> str:
    yuan, jiao, fen = whole(_magnitude(random), CAPITALS, CAPITAL_PLACES), *random.choices(CAPITALS, k=2)
    return yuan + random.choice(
        ["元整", "元正", f"元{jiao}角整", f"元{jiao}角{fen}分", f"元零{fen}分", f"圆{jiao}角"]
    )


NUMBERS: Sequence[Callable[[Random], str]] = [
    _arabic,
    _terms,
    _said,
    _money,
    lambda random: whole(_magnitude(random)),
    lambda random: whole(_magnitude(random), CAPITALS, CAPITAL_PLACES),
    lambda random: "".join(random.choices(DIGITS, k=random.randint(1, 5))),
    lambda random: random.choice(FAMILIES[9]) + random.choice(FAMILIES[2]),
]


def number(random: Random) -> str:
    """A number in some notation."""
    return random.choice(NUMBERS)(random)


def written(random: Random) -> str:
    """A text by the grammar: a number, perhaps a part, with words, or two of them."""
    text = number(random)
    if random.random() < 0.3:
        text = (
            random.choice(
                ["百分之", "千分之", f"{number(random)}分之", f"{number(random)}又三分之", "-", "负"]
            )
            + text
        )
    if random.random() < 0.3:
        text += random.choice(FAMILIES[7])
    if random.random() < 0.2:
        text += random.choice(FAMILIES[9])
    if random.random() < 0.2:
        text += random.choice(FAMILIES[4]) + number(random) + random.choice(["", "%", "万", "亿"])
    if random.random() < 0.2:
        text = random.choice(FAMILIES[10]) + text
    if random.random() < 0.2:
        text += random.choice(FAMILIES[11])
    return text


def _replaced(random: Random, tokens: list[str], _: Sequence[str]) -> None:
    at = random.randrange(len(tokens))
    tokens[at] = random.choice(FAMILY.get(tokens[at], PIECES))


def _deleted(random: Random, tokens: list[str], _: Sequence[str]) -> None:
    del tokens[random.randrange(len(tokens))]


def _inserted(random: Random, tokens: list[str], _: Sequence[str]) -> None:
    tokens.insert(random.randint(0, len(tokens)), random.choice(PIECES))


def _spaced(random: Random, tokens: list[str], _: Sequence[str]) -> None:
    tokens.insert(random.randint(0, len(tokens)), random.choice(FAMILIES[6]))


def _swapped(random: Random, tokens: list[str], _: Sequence[str]) -> None:
    one, other = random.randrange(len(tokens)), random.randrange(len(tokens))
    tokens[one], tokens[other] = tokens[other], tokens[one]


def _repeated(random: Random, tokens: list[str], _: Sequence[str]) -> None:
    start = random.randrange(len(tokens))
    piece = tokens[start : start + random.randint(1, 4)]
    tokens[start:start] = piece * random.choice((1, 1, 1, 2, 8, 60))


def _spliced(random: Random, tokens: list[str], corpus: Sequence[str]) -> None:
    other = _TOKENS.findall(random.choice(corpus)) or [""]
    tokens[random.randint(0, len(tokens)) :] = other[random.randrange(len(other)) :]


def _renumbered(random: Random, tokens: list[str], _: Sequence[str]) -> None:
    tokens[random.randrange(len(tokens))] = number(random)


def _foreign(random: Random, tokens: list[str], _: Sequence[str]) -> None:
    tokens.insert(
        random.randint(0, len(tokens)),
        chr(random.choice((random.randrange(0x3000), random.randrange(0x110000)))),
    )


CHANGES: Sequence[Callable[[Random, list[str], Sequence[str]], None]] = [
    _replaced,
    _replaced,
    _replaced,
    _deleted,
    _inserted,
    _spaced,
    _swapped,
    _repeated,
    _spliced,
    _renumbered,
    _foreign,
]


def mutated(random: Random, corpus: Sequence[str]) -> str:
    """A text of the corpus, or one by the grammar, after some changes."""
    text = written(random) if random.random() < 0.3 else random.choice(corpus)
    tokens = _TOKENS.findall(text)
    for _ in range(random.choice((0, 1, 1, 2, 2, 3, 5))):
        if not tokens:
            break
        random.choice(CHANGES)(random, tokens, corpus)
    return "".join(tokens)
