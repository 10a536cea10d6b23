"""Amounts of money in capitals, written (人民币大写): 人民币壹仟肆佰零玖元伍角整.

Two regulations say how: 正确填写票据和结算凭证的基本规定 (支付结算办法 annex 1, People's Bank of China),
here the bank rules, and 会计基础工作规范 article 52 (Ministry of Finance), here the accounting rules.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from govperf.errors import NumeralError
from govperf.numerals.rounding import rounded
from govperf.numerals.spoken import BEYOND, CAPITALS, FINANCIAL, HIGHEST

if TYPE_CHECKING:
    from fractions import Fraction

    from govperf.numerals.choices import Rounding

__all__ = ["format_rmb"]

# Decimals of an amount in 元.
_FEN: Final = 2

_ENDINGS: Final = frozenset("整正")
_UNITS: Final = frozenset("元角")


def format_rmb(
    value: Decimal | int | Fraction,
    *,
    rounding: Rounding | None = None,
    prefix: str = "人民币",
    ending: Literal["整", "正"] = "整",
    ending_after: Literal["元", "角"] = "角",
) -> str:
    """An amount of money in capitals (人民币大写).

    Args:
        value: In 元, exact; the absolute value below 10^16.
        rounding: What becomes of a part of a 分: None refuses it.
        prefix: What stands before the amount without a gap; "" where the form has it printed.
        ending: The word that closes the amount.
        ending_after: The smallest unit that it closes: "角" closes amounts in whole 元 and whole 角, "元"
            only those in whole 元. No amount with 分 has it.

    Returns:
        The amount. 零 is written where digits are missing inside it, and only there: 107000.53 is
        壹拾万柒仟元伍角叁分.

    Raises:
        NumeralError: The value is finer than a 分 and `rounding` is None, is not finite, or is too large.
        TypeError: The value is a float or no number.
        ValueError: The rounding, the ending or its place is unknown.

    Rule:
        Bank rules 1 to 4, accounting rules article 52. 整 after 角 is allowed by the former and demanded by
        the latter, hence the default. A 零 before 角 or after 万, where the place above is empty, is left to
        the writer by both, and left out.

    Example:
        >>> format_rmb(Decimal("1409.50")), format_rmb(Decimal("325.04"))
        ('人民币壹仟肆佰零玖元伍角整', '人民币叁佰贰拾伍元零肆分')
        >>> format_rmb(Decimal("9999.995"), rounding="half_up", prefix="", ending="正")
        '壹万元正'
        >>> format_rmb(Decimal("1409.50"), ending_after="元")
        '人民币壹仟肆佰零玖元伍角'
    """
    sign, yuan, fen = _places(value, rounding)
    closing = _closing(fen, ending, ending_after)
    if not yuan and fen != "00":
        return prefix + sign + closing.removeprefix("元").removeprefix("零")
    return prefix + sign + FINANCIAL.whole(yuan) + closing


def _places(value: Decimal | int | Fraction, rounding: Rounding | None) -> tuple[str, int, str]:
    """The sign, the 元, and two digits more."""
    if rounding is None and type(value) is Decimal:  # most amounts print with two decimals: the short way
        yuan, _, fen = str(value).partition(".")
        if len(fen) == _FEN and fen.isdecimal() and yuan.isdecimal() and len(yuan) <= HIGHEST:
            return "", int(yuan), fen
    elif rounding is None and type(value) is int and 0 <= value < BEYOND:
        return "", value, "00"
    amount = rounded(value, _FEN, "half_up" if rounding is None else rounding)
    if rounding is None and amount != value:
        raise NumeralError("rmb.finer", value, hint='rounding="half_up"')
    if amount.adjusted() >= HIGHEST:
        raise NumeralError("numeral.range", value, hint=f"< 10^{HIGHEST}")
    yuan, _, fen = f"{amount.copy_abs():f}".partition(".")
    return "负" if amount.is_signed() else "", int(yuan), fen


@lru_cache(maxsize=400)  # so many there are
def _closing(fen: str, ending: str, ending_after: str) -> str:
    """What follows the whole part: 元零伍分."""
    if ending not in _ENDINGS or ending_after not in _UNITS:
        msg = f"an amount ends in 整 or 正, after 角 or 元, not in {ending!r} after {ending_after!r}"
        raise ValueError(msg)
    tenths, hundredths = (CAPITALS[int(digit)] for digit in fen)
    if fen == "00":
        return f"元{ending}"
    if fen[1] == "0":
        return f"元{tenths}角{ending if ending_after == '角' else ''}"
    return f"元零{hundredths}分" if fen[0] == "0" else f"元{tenths}角{hundredths}分"
