"""Amounts of money in capitals, read (人民币大写读数): 人民币壹仟肆佰零玖元伍角整.

A table holds every way to write what follows the whole part; the whole part is read and written back.
What is not found so is refused, and then looked at more closely for the reason.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from govperf.errors import NumeralError
from govperf.numerals.rmb import format_rmb
from govperf.numerals.spoken import BEYOND, CAPITALS, FINANCIAL
from govperf.numerals.tables import SPACES
from govperf.numerals.usual import short_text
from govperf.numerals.wholes import whole_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["parse_rmb"]

_CURRENCY: Final = "人民币"

# 正确填写票据和结算凭证的基本规定 1: 圓, 貳, 陸, 億 and 萬 are accepted; the others stand in the same texts.
_ONE_SPELLING: Final = str.maketrans("圆圓貳叄參陸萬億正負幣", "元元贰叁叁陆万亿整负币")

# The name of the currency and what forms print beside it. The rules want no gap after it; one is read.
_CAPITAL_WORDS: Final = rf"(?:[(（]?大写[)）]?)?[{SPACES}]*[:：]?[{SPACES}]*"
_PREFIX: Final = rf"\A(?:金额)?{_CAPITAL_WORDS}(?:{_CURRENCY}[{SPACES}]*{_CAPITAL_WORDS})?"

# Other ways to write the whole part: a 零 between an empty place of 万 or 亿 and thousands of the next group,
# which the same rules, 4 (3), leave to the writer (107000 壹拾万零柒仟 or 壹拾万柒仟), and 拾 for 壹拾, which
# cannot be mistaken.
_DIGIT: Final = CAPITALS[1:]
_LOOSE: Final = (
    (f"(?<=[拾佰仟]万)零(?=[{_DIGIT}]仟)|(?<=[拾佰仟]亿)零(?=[{_DIGIT}]仟.*万)", ""),
    (f"(?<![{_DIGIT}])拾", "壹拾"),
)

# What may be wrong, the first that is found; the span is that of the group.
_NUMERAL: Final = f"{CAPITALS}拾佰仟万亿"
_LOWER: Final = "0-9０-９.．,，〇○一二三四五六七八九十百千两点"
_FAULTS: Final = (
    ("numeral.trailing", rf"整(.+)|[元角分]([^{_NUMERAL}{_LOWER}元角分整].*)"),
    ("rmb.capitals", rf"([{_LOWER}]+)"),
    ("rmb.whole", "分(整)"),
    ("rmb.order", "分[^整]*?([元角分])|角[^分整]*?([元角])|元[^角分整]*?(元)"),
    ("rmb.unit", rf"([{_NUMERAL}]+)整?\Z"),
    ("rmb.zero", rf"元(?:([{_DIGIT}])分|(零)[{_DIGIT}]角)"),
    ("rmb.zero", rf"[万亿]([{_DIGIT}])[佰拾元]|仟([{_DIGIT}])[拾元万亿]|佰([{_DIGIT}])[元万亿]"),
    ("numeral.order", rf"(?:\A负?|元(?!零[{_DIGIT}]分)|角)([{_NUMERAL}]{{2,}})[角分]"),
    ("numeral.order", rf"\A负?([{_NUMERAL}]+)元"),
)

# What is certainly meant by some of them.
_CAPITAL: Final = str.maketrans(
    "0123456789０１２３４５６７８９一二三四五六七八九十百千", CAPITALS + CAPITALS + _DIGIT + "拾佰仟"
)
_MEANT: Final = (("(?<=分)整", ""), (rf"(?<=元)(?=[{_DIGIT}]分)", "零"))


def parse_rmb(text: str) -> Decimal:
    """The amount of money that a text in capitals is (人民币大写读数).

    Args:
        text: An amount in 元, 角 and 分 as the rules allow it to be written, at most `LIMITS.number_chars`
            characters. 人民币 or 人民币（大写）： may stand before it. 圆, traditional characters, 正 for 整,
            拾 for 壹拾, and 零角 and 零分 as forms print them are read too.

    Returns:
        The amount in 元, with two decimals.

    Raises:
        NumeralError: It is no such amount. A digit is no capital (一, 5), a unit is missing (壹佰), 零 is
            missing where the rules demand it (壹元伍分), 整 stands after 分, or anything else is wrong.
        LimitError: The text is too long.
        TypeError: It is not a text.

    Rule:
        正确填写票据和结算凭证的基本规定 1 to 4 (支付结算办法 annex 1), 会计基础工作规范 article 52: every
        way to write an amount that either of them allows.

    Example:
        >>> parse_rmb("人民币壹仟肆佰零玖元伍角"), parse_rmb("叁佰贰拾伍圆零肆分")
        (Decimal('1409.50'), Decimal('325.04'))
        >>> parse_rmb("壹拾万零柒仟元伍角叁分") == parse_rmb("人民币壹拾万柒仟元零伍角叁分")
        True
    """
    short_text(text, "an amount")
    amount = _amount(text.removeprefix(_CURRENCY))
    return _other_spelling(text) if amount is None else amount


def _other_spelling(text: str) -> Decimal:
    """The amount in another spelling than our own."""
    printed = text.strip(SPACES).translate(_ONE_SPELLING)
    body = re.sub(_PREFIX, "", printed)
    amount = _amount(body)
    if amount is None:
        raise _refusal(text, len(text.rstrip(SPACES)) - len(body), body)
    return amount


def _amount(body: str) -> Decimal | None:
    """What a text in our own characters is worth, if it is an amount."""
    unsigned = body.removeprefix("负")
    yuan, unit, closing = unsigned.rpartition("元")
    whole = _whole(yuan) if unit else 0
    if whole is None:
        return None
    alone, after, after_zero = _closings()
    fen = (alone if not unit else after if whole % 10 else after_zero).get(closing)
    if fen is None:
        return None
    amount = Decimal(f"{whole}.{fen}")
    return amount if unsigned == body or not amount else amount.copy_negate()


def _whole(yuan: str) -> int | None:
    """The whole part, if it is written as we would write it, but for what is left to the writer."""
    value = whole_number(yuan)
    if value is None or value >= BEYOND:
        return None
    written = FINANCIAL.whole(value)
    return value if yuan == written or _replaced(yuan, _LOOSE) == written else None


def _replaced(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for pattern, replacement in pairs:
        text = re.sub(pattern, replacement, text)
    return text


@cache
def _closings() -> tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]:
    """Every closing and its digits: without a whole part, after one, and after one that ends in 0.

    Rule:
        The same rules, 2 and 4: 整 after 元 and 角, and not after 分; 零 before 分 where there is no 角;
        before 角 it is left to the writer where the place of 元 is empty.
    """
    alone: dict[str, str] = {}
    after = {"": "00", "整": "00"}
    zero: dict[str, str] = {}
    for fen in range(100):
        digits = f"{fen:02}"
        spelled = dict.fromkeys(_spelled(digits), digits)
        alone |= spelled
        after |= spelled
        if digits[0] != "0":
            zero |= {f"零{closing}": digits for closing in spelled}
        elif fen:
            alone[f"{CAPITALS[fen]}分"] = after[f"零{CAPITALS[fen]}分"] = digits
    return alone, after, after | zero


def _spelled(digits: str) -> Iterator[str]:
    """So many 角 and 分 side by side, also with the 零 of an empty one as forms print it."""
    tenths, hundredths = (CAPITALS[int(digit)] + unit for digit, unit in zip(digits, "角分", strict=True))
    yield tenths + hundredths
    if digits[1] == "0":
        yield from (tenths, f"{tenths}整", f"{tenths}{hundredths}整")
    if digits == "00":
        yield from ("零分", "零分整")


def _refusal(text: str, start: int, body: str) -> NumeralError:
    """The error of a text that is no amount; its hint is the amount as we write it, where that is certain.

    Args:
        text: As it was given.
        start: Where `body` begins in it.
        body: What should be the amount, in our own characters.

    Returns:
        The error, not raised.
    """
    if not body:
        return NumeralError("numeral.empty", text)
    for code, pattern in _FAULTS:
        if fault := re.search(pattern, body):
            low, high = fault.span(fault.lastindex or 0)
            meant = _amount(_replaced(body.translate(_CAPITAL), _MEANT))
            hint = "" if meant is None else format_rmb(meant)
            return NumeralError(code, text, span=(start + low, start + high), hint=hint)
    return NumeralError("numeral.unreadable", text, span=(start, start + len(body)))
