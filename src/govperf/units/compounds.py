"""One amount in several units (复合数量): 3元5角2分, 2小时30分, 5公里300米, 2年6个月."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

from govperf.errors import QuantityError
from govperf.limits import LIMITS
from govperf.numerals import scan
from govperf.units.known import Dimension, name_of
from govperf.units.magnitude import is_whole, terminating
from govperf.units.unit import Unit, unit_named
from govperf.units.usual import is_date

__all__ = ["compound"]

# What a word means beside a unit of the same kind, by root: 分 alone is a point, 月 after 年 may be a date.
_SHORT: Final[Mapping[Dimension, Mapping[str, str]]] = {
    (("元", 1),): {"分": "分钱", "毛": "角"},
    (("秒", 1),): {"分": "分钟", "时": "小时"},
}
_DATES: Final = frozenset({"月", "季", "季度", "旬"})

_NEXT: Final = re.compile(r"[0-9０-９零〇一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾佰仟]")
_ZERO: Final = re.compile(r"\s*零?")


class _Part(NamedTuple):
    value: Decimal
    word: str
    span: tuple[int, int]


def compound(body: str, at: int, text: str) -> tuple[Decimal, Unit] | None:
    """The amount that several numbers and units make (复合数量).

    Args:
        body: A text, without spaces at its end.
        at: Where the first number begins.
        text: The same text, for errors.

    Returns:
        The sum, in the first unit if the others are decimal parts of it, else in the last; None if
        these are no amounts of one kind.

    Raises:
        QuantityError: A part is no less than one of the unit before it, or follows no whole number, or
            the parts name a date.
        NumeralError: A number is malformed.

    Example:
        >>> compound("3元5角2分", 0, ""), compound("1小时20分", 0, "")
        ((Decimal('3.52'), Unit.of('元')), (Decimal('80'), Unit.of('分钟')))
    """
    parts = list(_parts(body, at))
    units = _units([part.word for part in parts])
    if units is None:
        return None
    words = [part.word for part in parts]
    dated = is_date(parts[0].value, words[0]) or not _DATES.isdisjoint(words[1:])
    if dated or words[:2] == ["日", "时"]:  # 2020年7月, 15日8时30分
        raise QuantityError("quantity.date", text, span=(at, len(body)))
    for part, unit, prior, before in zip(parts[1:], units[1:], units, parts, strict=False):
        if not is_whole(before.value):  # 3.5元5角
            raise QuantityError("quantity.whole", text, span=before.span)
        if Fraction(part.value) * unit.factor >= prior.factor:
            raise QuantityError("quantity.parts", text, span=part.span, details={"unit": prior.beside})
    total = sum(abs(Fraction(part.value)) * unit.factor for part, unit in zip(parts, units, strict=True))
    unit = units[0] if _is_decimal(units[0].factor / units[-1].factor) else units[-1]
    number = terminating(total / unit.factor)
    if number is None or len(number.as_tuple().digits) > LIMITS.digits:
        raise QuantityError("quantity.digits", text, span=(at, len(body)), details={"limit": LIMITS.digits})
    return (number.copy_negate() if parts[0].value < 0 else number), unit


def _parts(body: str, at: int) -> Iterator[_Part]:
    """Each number with the word behind it, as far as there are such."""
    start = at
    while start < len(body):
        number = scan(body, start)
        if number is None or (number.value < 0 and start > at):
            return
        following = _NEXT.search(body, number.end)
        end = following.start() if following else len(body)
        value, word = number.value, body[number.end : end].strip()
        if number.scale and name_of(number.scale + word):  # 3千克200克
            value, word = number.mantissa, number.scale + word
        yield _Part(value, word, (start, end))
        zero = _ZERO.match(body, end)
        start = zero.end() if zero else end


def _units(words: list[str]) -> list[Unit] | None:
    """The units of the words, if there are several and each is a whole multiple of the next."""
    roots = {unit.dimension for word in words if word and (unit := unit_named(word))}
    short: Mapping[str, str] = {}
    for root in roots:
        short = _SHORT.get(root, short)
    units = [unit for word in words if word and (unit := unit_named(short.get(word, word)))]
    if not 1 < len(units) == len(words):
        return None
    fits = (prior.adds_to(unit) and _is_multiple(prior, unit) for prior, unit in pairwise(units))
    return units if all(fits) else None


def _is_multiple(prior: Unit, unit: Unit) -> bool:
    return prior.factor < unit.factor or (prior.factor / unit.factor).denominator == 1


def _is_decimal(ratio: Fraction) -> bool:
    """Whether a ratio is 10, 100, 1000 and so on."""
    return ratio.denominator == 1 and str(ratio.numerator).strip("0") == "1"
