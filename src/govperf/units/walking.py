"""Quantities that are more than a number and a unit (其他写法), walked from left to right.

Perhaps 每户, 人均 or ¥, then a number, then its unit; and perhaps smaller numbers with theirs.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from govperf.errors import NumeralError, QuantityError, UnitError
from govperf.numerals import Scan, scan
from govperf.numerals.contexts import EXACT
from govperf.numerals.scanning import alone
from govperf.units.compounds import compound
from govperf.units.known import meaning_of
from govperf.units.lexicon import MONEY_SIGNS, SCALES
from govperf.units.magnitude import is_whole, quotient, shortened
from govperf.units.naming import atom_named, no_unit
from govperf.units.unit import Unit, Unknown, unit_named
from govperf.units.usual import is_date, plain

__all__ = ["Walk"]

_EACH: Final = "每"
_PER: Final = ("/", "／", "每")
_PER_HEAD: Final = re.compile(r"([^\W\d]{1,8}?)均")
_PER_SCALE: Final = re.compile(r"(.*\S)\s*[/／]\s*(1?0*)(百|千|万|百万)")  # 15.6/10万
_SIGNS: Final = "|".join(sorted(map(re.escape, MONEY_SIGNS), key=len, reverse=True))
_SIGN: Final = re.compile(rf"(?P<minus>[-－−])?(?P<sign>{_SIGNS})\s*[:：]?")
_HALF: Final = "半"
_HALF_OF_ONE: Final = Decimal("0.5")
_HALVES: Final = {"个半天": "半天", "个半年": "半年"}
_SPLIT: Final = re.compile(r"\s[0-9]")
_ENDINGS: Final = ("整", "正")

# What a text says that has no unit, by its code: several quantities, or an approximate one.
_NO_UNIT: Final = {
    "quantity.several": re.compile(r"(?<=[^Ee])[、，,;；×xX+和及与/／]\s*[0-9０-９]"),
    "quantity.vague": re.compile(r"^[余多几来]|以上|以下|以内|之内|左右|上下|之间|[～~至到]|^[-—–－][0-9]"),
}


class Walk(NamedTuple):
    """A text, walked from left to right."""

    text: str
    body: str
    """Without the spaces at its end."""
    unknown: Unknown

    def amount(self, at: int) -> tuple[Decimal, Unit]:
        """The amount that begins here, and ends with the text."""
        words: list[str] = []
        divisor = Decimal(1)
        while (per := self._per(at)) is not None:
            word, number, at = per
            divisor = EXACT.multiply(divisor, number)
            if word in words:
                raise no_unit(self.text, (at, len(self.body)), self.body[at:])
            words.append(word)
        number, unit = self._single(at)
        if divisor != 1:
            number = self._divided(number, divisor)
        return number, Unit.of("/".join([unit.label, *words])) if words else unit

    def _per(self, at: int) -> tuple[str, Decimal, int] | None:
        """每户, 户均 or 每2周, how many of it, and where it ends."""
        if self.body.startswith(_EACH, at):
            return self._each(at + 1, None)
        head = _PER_HEAD.match(self.body, at)
        below = _heads(head[1]) if head else None
        return (below, Decimal(1), _after_spaces(self.body, head.end())) if head and below else None

    def _each(self, at: int, number: Decimal | None) -> tuple[str, Decimal, int]:
        """The longest unit that stands here; a digit belongs to it only if no further digit follows."""
        for end in range(len(self.body), at, -1):
            word = self.body[at:end]
            if _SPLIT.search(word) or (word[-1].isdigit() and self.body[end : end + 1].isdigit()):
                continue
            word = "".join(word.split())
            if word not in MONEY_SIGNS and atom_named(word, -1):
                return word, number or Decimal(1), _after_spaces(self.body, end)
        found = scan(self.body, _after_spaces(self.body, at)) if number is None else None
        if found is None or found.value < 1:
            raise no_unit(self.text, (at, len(self.body)), self.body[at:])
        return self._each(_after_spaces(self.body, found.end), found.value)

    def _divided(self, number: Decimal, divisor: Decimal) -> Decimal:
        """每2年1次 is 0.5次/年, and 每3人1台 has no end."""
        found = quotient(number, divisor)
        if EXACT.multiply(found, divisor) != number:
            raise QuantityError("quantity.each", self.text, span=(0, len(self.body)))
        return shortened(found)

    def _single(self, at: int) -> tuple[Decimal, Unit]:
        """The amount without what it is divided by."""
        rest = self.body[at + 1 :]
        if rest and self.body.startswith(_HALF, at) and (unit := unit_named(rest)):  # 半天
            return _HALF_OF_ONE, unit
        if sign := _SIGN.match(self.body, at):
            number, unit = self._money(sign.end(), MONEY_SIGNS[sign["sign"]])
            if sign["minus"] and number < 0:
                raise NumeralError("numeral.unreadable", self.text, span=(at, len(self.body)))
            return (number.copy_negate() if sign["minus"] else number), unit
        if (per := _PER_SCALE.fullmatch(self.body, at)) and (share := alone(per[1])) is not None:
            power = per[2].count("0") + SCALES[per[3]]
            return EXACT.add(share.scaleb(2 - power, EXACT), Decimal(0)), Unit.of("%")
        return self._counted(at)

    def _money(self, at: int, currency: str) -> tuple[Decimal, Unit]:
        """¥3.5万, ¥500/人, 人民币500元."""
        number, rest = self._number(at)
        if not rest or rest.startswith(_PER):
            return number.mantissa, self._unit(f"{number.scale}{currency}{rest}")
        if rest == "分" and currency == "元":
            return number.value, Unit.of("分钱")
        found, unit = self._replace(unknown="refuse").amount(at)
        if meaning_of(currency).dimension[0] not in unit.dimension:
            raise unit.mixed_with(Unit.of(currency))
        return found, unit

    def _number(self, at: int) -> tuple[Scan, str]:
        """The number that begins here, and what follows it."""
        number = scan(self.body, _after_spaces(self.body, at))
        if number is None:
            raise QuantityError("quantity.no-number", self.text, span=(at, len(self.body)))
        return number, self.body[number.end :].lstrip()

    def _counted(self, at: int) -> tuple[Decimal, Unit]:
        """A scale word straight before a unit belongs to the unit; before nothing or a 每, to the number."""
        if at and (found := plain(self.body[at:])):
            return found
        number, rest = self._number(at)
        if is_date(number.value, rest):
            raise QuantityError("quantity.date", self.text, span=(at, len(self.body)))
        value, word = number.value, rest
        if number.scale and rest and not rest.startswith(_PER):
            value, word = number.mantissa, number.scale + rest
        if unit := unit_named(word) or _whole(word):
            return value, unit
        return self._odd(at, value, rest) or (value, self._named(at, word, rest))

    def _odd(self, at: int, value: Decimal, rest: str) -> tuple[Decimal, Unit] | None:
        """三个半月, 3元5角整."""
        if is_whole(value) and (half := _and_a_half(rest)):
            added, unit = half
            return EXACT.add(value, _HALF_OF_ONE) if added else value, unit
        at = _after_spaces(self.body, at)
        found = compound(self.body, at, self.text)
        if found is None and self.body.endswith(_ENDINGS):
            found = compound(self.body[:-1], at, self.text)
            return found if found and found[1].is_money else None
        return found

    def _named(self, at: int, word: str, rest: str) -> Unit:
        """The unit of a text that has none so far: there is more in it, or it is unknown."""
        for code, pattern in _NO_UNIT.items():
            if pattern.search(rest):
                raise QuantityError(code, self.text, span=(at, len(self.body)))
        return self._unit(word)

    def _unit(self, word: str) -> Unit:
        """The unit that ends the text; a fault is marked where it stands there."""
        try:
            return Unit.of(word, unknown=self.unknown)
        except UnitError as error:
            before = len(self.body) - len(word)
            start, end = error.span or (0, len(word))
            span = (before + start, before + end)
            raise UnitError(error.code, self.text, span=span, details=error.details) from None


def _after_spaces(body: str, at: int) -> int:
    return len(body) - len(body[at:].lstrip())


def _heads(words: str) -> str | None:
    """人 of 人均; 年·人 of 年人均."""
    if atom_named(words, -1):
        return words
    halves = ((words[:cut], words[cut:]) for cut in range(1, len(words)))
    return next((f"{one}·{two}" for one, two in halves if atom_named(one, -1) and atom_named(two, -1)), None)


def _and_a_half(word: str) -> tuple[bool, Unit] | None:
    """一吨半, 三个半月: the unit of which half a one is added; 三个半天 are three times 半天."""
    if word in _HALVES:
        return False, Unit.of(_HALVES[word])
    plain = word.removeprefix("个半") if word.startswith("个半") else word.removesuffix(_HALF)
    unit = unit_named(plain) if plain and plain != word else None
    return (True, unit) if unit else None


def _whole(word: str) -> Unit | None:
    """500元整."""
    unit = unit_named(word[:-1]) if word.endswith(_ENDINGS) else None
    return unit if unit and unit.is_money else None
