"""Two quantities with all between them (数量范围): 10-15个, 80～90%, 3至5天, 50个-60个."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from govperf.errors import InputError, NumeralError
from govperf.limits import LIMITS
from govperf.model.fields import YEARS
from govperf.model.words import amount
from govperf.numerals import read_number, scan
from govperf.units import Quantity, Unit

__all__ = ["between", "in_order"]

_TO: Final = re.compile(r"\s*(?:—{1,2}|[～~〜∼–―至到]|[-－−‐‑‒])\s*")
_HYPHENS: Final = frozenset("-－−‐‑‒")
_PLAIN: Final = str.maketrans(dict.fromkeys("−‐‑‒", "-"))
_NUMERALS: Final = "0123456789０１２３４５６７８９.,，．〇零一二两三四五六七八九十百千万亿"
_MINUS: Final = "-－−+＋"
_HEAD: Final = re.compile(f"[^{_NUMERALS}{re.escape(_MINUS)}]*")
_DAYS: Final = 31
"""5-8, 1-12, 7-31: dates or scores as likely as ranges."""

_PER_HUNDRED: Final = "分之"
"""百分之八十至百分之九十 says of what the numbers are parts before each."""

_FAR_APART: Final = 100
"""500～1万元 and 8000-1万元 are in 元 and 万元; 100元 and 50万元 are no two ends of one range."""

_FAULTS: Final = frozenset({"numeral.descending", "unit.mixed", "quantity.scales"})
"""What cannot be meant, where all else is only no range."""


def between(text: str, unit: Unit | None = None) -> tuple[Quantity, Quantity] | None:
    """The two ends of a range of quantities (数量范围).

    Args:
        text: Two numbers with one of ～ — - 至 到 between them; what is printed once, such as the unit or a
            scale word, may belong to both.
        unit: Of numbers without one of their own.

    Returns:
        The ends, the lower first; None where the text is no range, or two bare numbers that may be a date.

    Raises:
        InputError: It is a range that cannot be: from more to less, or in units that do not fit.

    Example:
        >>> between("9～16亿元"), between("3天至5天")
        ((Quantity('9', '亿元'), Quantity('16', '亿元')), (Quantity('3', '天'), Quantity('5', '天')))
    """
    if len(text) > LIMITS.quantity_chars:
        return None
    signs = [found for found in _TO.finditer(text) if found.start() and found.end() < len(text)]
    wide = [found for found in signs if found[0].strip() not in _HYPHENS]
    if len(wide or signs) != 1:
        return None
    (sign,) = wide or signs
    try:
        ends = _ends(text[: sign.start()], sign[0], text[sign.end() :], unit)
    except InputError as error:
        if error.code in _FAULTS:
            raise
        return None
    return ends and in_order(text, *ends)


def in_order(text: str, low: Quantity, high: Quantity) -> tuple[Quantity, Quantity] | None:
    """Two ends that measure one thing, the lower first (上下限).

    Args:
        text: Where they were read, for the error.
        low: The end that is printed as the lower one.
        high: The other one.

    Returns:
        Both; None where they do not measure the same thing.

    Raises:
        NumeralError: The first is the larger one.

    Example:
        >>> in_order("1-2", Quantity(1), Quantity(2))
        (Quantity('1', ''), Quantity('2', ''))
    """
    if not low.unit.adds_to(high.unit):
        return None
    if low > high:
        raise NumeralError("numeral.descending", text, span=(0, len(text)))
    return low, high


def _ends(left: str, sign: str, right: str, unit: Unit | None) -> tuple[Quantity, Quantity] | None:
    body = left.rstrip(_NUMERALS)
    if len(body) < len(left) and _PER_HUNDRED not in right:
        head = body.rstrip(_MINUS)
        return _of_one_unit(head, f"{left[len(head) :]}{sign.translate(_PLAIN)}", right, unit)
    shared = _HEAD.match(left)
    return amount(left, unit), amount(f"{shared[0] if shared else ''}{right}", unit)


def _of_one_unit(head: str, number: str, right: str, unit: Unit | None) -> tuple[Quantity, Quantity] | None:
    """每月3-5次: what stands before the first number and after the second belongs to both."""
    second = scan(right)
    if second is None:
        return None
    reading = read_number(f"{number}{right[: second.end]}")
    high = amount(f"{head}{right}", unit)
    low = amount(f"{head}{reading.low:f}{right[second.end :]}", unit)
    if not high.unit.atoms and _may_be_dates(low, high):
        return None
    if second.scale and not reading.shared and (first := scan(number)) and not first.scale:
        low = _of_one_scale(low, first.value, second.mantissa, high)
    if low.unit is not high.unit:  # 9～16亿元, 10万-20万元, but 500元 in 500～1万元
        scaled = low.to(high.unit)
        low = scaled if reading.shared or abs(scaled.magnitude) >= 1 else low
    return low, high


def _may_be_dates(low: Quantity, high: Quantity) -> bool:
    """Two bare numbers; one below 1 is no month, no day and no year."""
    if 0 < low.magnitude < 1:
        return False
    return high.magnitude <= _DAYS or {low.magnitude, high.magnitude} <= set(YEARS)


def _of_one_scale(low: Quantity, first: Decimal, second: Decimal, high: Quantity) -> Quantity:
    """The lower end where 万 is printed once: of the first number too, unless that one is larger.

    1655到1655万元 are two ends in 万元, 8000-1万元 are not, and 100-50万元 cannot be meant.
    """
    if first == second:
        return high
    if first > second and abs(high.to(low.unit).magnitude) > _FAR_APART * abs(low.magnitude):
        raise NumeralError("numeral.descending", f"{first:f}-{second:f}")
    return low
