"""Reading quantities as reports print them (数量的读取).

Most are an Arabic number and a unit. For the rest there is one walk from left to right: perhaps
每户, 人均 or ¥, then a number, then its unit; and perhaps smaller numbers with theirs.
"""

from __future__ import annotations

import re
from contextlib import suppress
from decimal import Decimal
from typing import Final, NamedTuple

from govperf.errors import InputError, LimitError, NumeralError, QuantityError, UnitError
from govperf.limits import LIMITS
from govperf.numerals import Scan, scan
from govperf.numerals.contexts import EXACT
from govperf.units.compounds import compound
from govperf.units.known import meaning_of
from govperf.units.lexicon import MONEY_SIGNS
from govperf.units.naming import atom_named, no_unit
from govperf.units.unit import Unit, Unknown, unit_named

__all__ = ["plain", "read", "read_below"]

# An Arabic number that is nothing but digits, perhaps in groups of three, and what follows it.
_PLAIN: Final = re.compile(
    r"\s*+([+-]?+(?:[0-9]{1,3}(?:,[0-9]{3}){1,11}|[0-9]{1,34})(?:\.[0-9]{1,60})?)(?![0-9,.])\s*+(.*)",
    re.DOTALL,
).fullmatch
_WIDE: Final = {ord("０") + digit: str(digit) for digit in range(10)} | {ord("．"): ".", ord("，"): ","}

# How a part of something is written → its unit, and what makes its figure of the plain number: powers of ten.
_PARTS: Final = {
    "percent": ("%", 2),
    "permille": ("‰", 3),
    "permyriad": ("‱", 4),
    "points": ("个百分点", 2),
    "tenths": ("%", 2),
    "discount": ("%", 2),
    "fraction": ("", 0),
}
_OVER: Final = "分之"
_NAMED: Final = ("分点", "分點", "成", "折", "‱")
_APART: Final = re.compile(r"\d\s+\d|[一二两三四五六七八九成]\s+[一二两三四五六七八九\d]")  # 7 5折, 三成 5

_EACH: Final = "每"
_PER: Final = ("/", "／", "每")
_PER_HEAD: Final = re.compile(r"(\w{1,8}?)均")
_SIGN: Final = re.compile(
    f"(?P<minus>[-－−])?(?P<sign>{'|'.join(sorted(map(re.escape, MONEY_SIGNS), key=len, reverse=True))})"
)
_HALF: Final = "半"
_HALF_OF_ONE: Final = Decimal("0.5")
_DIGIT: Final = re.compile(r"\s*[0-9０-９一二两三四五六七八九]")
_VAGUE: Final = re.compile(r"^[余多几来]|以上|以下|以内|之内|左右|上下|之间|[～~至到]|^[-—–－][0-9]")
_ENDINGS: Final = ("整", "正")


def read(text: str, unknown: Unknown = "refuse") -> tuple[Decimal, Unit]:
    """The number and the unit of a text (读取数量).

    Args:
        text: As described at `Quantity.parse`.
        unknown: What becomes of a word that is no unit.

    Returns:
        The number as printed, and its unit.

    Raises:
        QuantityError: There is no number, or the parts of a compound amount overlap.
        NumeralError: The number is malformed.
        UnitError: The unit is unknown.
        LimitError: The text is too long.
        TypeError: It is not a text.

    Example:
        >>> read("804万人次")
        (Decimal('804'), Unit.of('万人次'))
    """
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may be untyped
        raise TypeError(f"a quantity is read from a text, not {type(text).__name__}")
    if len(text) > LIMITS.quantity_chars:
        raise LimitError("limit.chars", text, details={"limit": LIMITS.quantity_chars})
    found = plain(text) or plain(text.translate(_WIDE))
    if found:
        return found
    body = text.rstrip()
    closed = "".join(body.split())
    if _OVER in closed:
        return _part(text)
    try:
        return _Walk(text, body, unknown).amount(_after_spaces(body, 0))
    except InputError:
        if not any(name in closed for name in _NAMED) or _APART.search(body):
            raise
        with suppress(NumeralError):
            return _part(text)
        raise


def plain(text: str) -> tuple[Decimal, Unit] | None:
    """The number and the unit of a text that is digits and a unit (数字加单位), as most are.

    Args:
        text: Of a sane length.

    Returns:
        Both, or None for any other text, of which `read` may know more.

    Example:
        >>> plain("3,678.76万元"), plain("三成")
        ((Decimal('3678.76'), Unit.of('万元')), None)
    """
    found = _PLAIN(text)
    if found is None:
        return None
    digits, word = found.groups()
    unit = unit_named(word)
    number = Decimal(digits.replace(",", ""))
    if unit is None or (len(digits) > LIMITS.digits and len(number.as_tuple().digits) > LIMITS.digits):
        return None
    return number, unit


def read_below(text: str, unit: Unit, unknown: Unknown = "refuse") -> tuple[Decimal, Unit]:
    """The number and the unit of a cell whose heading says a unit (读取表头带单位的单元格).

    Args:
        text: As for `read`.
        unit: Of numbers that have none of their own.
        unknown: What becomes of a word that is no unit.

    Returns:
        The number as printed, and its unit.

    Raises:
        UnitError: The unit of the text measures something else.
        QuantityError: Both have a scale word, or as for `read`.
        InputError: As for `read`.

    Example:
        >>> read_below("3,678.76", Unit.of("万元")), read_below("500元", Unit.of("万元"))
        ((Decimal('3678.76'), Unit.of('万元')), (Decimal('500'), Unit.of('元')))
    """
    number, own = read(text, unknown)
    if own.atoms or _OVER in "".join(text.split()):  # 五分之三 is a ratio, and of what is not said
        if not own.adds_to(unit):
            raise own.mixed_with(unit)
        return number, own
    if unit.power_of_ten and (found := scan(text.strip())) and found.scale:
        raise QuantityError("quantity.scales", text, details={"unit": unit.label})
    return number, unit


def _after_spaces(body: str, at: int) -> int:
    return len(body) - len(body[at:].lstrip())


def _part(text: str) -> tuple[Decimal, Unit]:
    """百分之九十五, 三成半, 七五折, 五分之三: what `read_number` knows as a part of something."""
    from govperf.numerals.bounds import read_number  # noqa: PLC0415 - few tables say a ratio in words

    reading = read_number(text)
    unit, power = _PARTS[reading.form]
    if reading.bound != "exact" or not isinstance(reading.value, Decimal):
        code = "numeral.approximate" if reading.bound != "exact" else "numeral.endless"
        raise NumeralError(code, text, span=reading.span)
    return EXACT.add(reading.value.scaleb(power, EXACT), Decimal(0)), Unit.of(unit)


class _Walk(NamedTuple):
    """A text, walked from left to right."""

    text: str
    body: str
    """Without the spaces at its end."""
    unknown: Unknown

    def amount(self, at: int) -> tuple[Decimal, Unit]:
        """The amount that begins here, and ends with the text."""
        below: list[str] = []  # 每人每年7万元, 年人均650元
        while (per := self._per(at)) is not None:
            word, end = per
            below.append(word)
            at = _after_spaces(self.body, end)
        number, unit = self._single(at)
        return number, Unit.of("/".join([unit.label, *below])) if below else unit

    def _per(self, at: int) -> tuple[str, int] | None:
        """每户 or 户均, and where it ends: the longest unit that stands there."""
        if not self.body.startswith(_EACH, at):
            head = _PER_HEAD.match(self.body, at)
            return (head[1], head.end()) if head and atom_named(head[1], -1) else None
        for end in range(len(self.body), at + 1, -1):
            word = "".join(self.body[at + 1 : end].split())
            if atom_named(word, -1):
                return word, end
        span, rest = (at + 1, len(self.body)), self.body[at + 1 :]
        if _DIGIT.match(rest):
            raise QuantityError("quantity.each", self.text, span=span)
        raise no_unit(self.text, span, rest)

    def _single(self, at: int) -> tuple[Decimal, Unit]:
        """The amount without what it is divided by."""
        rest = self.body[at + 1 :]
        if rest and self.body.startswith(_HALF, at) and (unit := unit_named(rest)):  # 半天
            return _HALF_OF_ONE, unit
        if sign := _SIGN.match(self.body, at):
            number, unit = self._money(sign.end(), MONEY_SIGNS[sign["sign"]])
            return (number.copy_negate() if sign["minus"] else number), unit
        return self._counted(at)

    def _money(self, at: int, currency: str) -> tuple[Decimal, Unit]:
        """¥3.5万, ¥500/人, 人民币500元."""
        number, rest = self._number(at)
        if not rest or rest.startswith(_PER):
            return number.mantissa, self._unit(f"{number.scale}{currency}{rest}")
        found, unit = self._counted(at)
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
        value, word = number.value, rest
        if number.scale and rest and not rest.startswith(_PER):
            value, word = number.mantissa, number.scale + rest
        if unit := unit_named(word) or _whole(word):
            return value, unit
        if half := _and_a_half(word):
            return EXACT.add(value, _HALF_OF_ONE), half
        if found := compound(self.body.removesuffix("整"), _after_spaces(self.body, at), self.text):
            return found
        if _VAGUE.search(rest):
            raise QuantityError("quantity.vague", self.text, span=(at, len(self.body)))
        return value, self._unit(word)

    def _unit(self, word: str) -> Unit:
        """The unit that ends the text; a fault is marked where it stands there."""
        try:
            return Unit.of(word, unknown=self.unknown)
        except UnitError as error:
            before = len(self.body) - len(word)
            start, end = error.span or (0, len(word))
            span = (before + start, before + end)
            raise UnitError(error.code, self.text, span=span, details=error.details) from None


def _and_a_half(word: str) -> Unit | None:
    """一吨半, 三个半月: the unit of which half a one is added."""
    if word.startswith("个半"):
        return unit_named(word.removeprefix("个半"))
    return unit_named(word.removesuffix(_HALF)) if word.endswith(_HALF) else None


def _whole(word: str) -> Unit | None:
    """500元整."""
    unit = unit_named(word[:-1]) if word.endswith(_ENDINGS) else None
    return unit if unit and unit.is_money else None
