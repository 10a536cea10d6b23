"""Numbers that are a part of something (比例的写法): 95%, 百分之三, 三成, 七五折, 三分之二, 3/5."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from govperf.errors import NumeralError
from govperf.limits import LIMITS
from govperf.numerals.cardinals import bare, cardinal, in_bounds
from govperf.numerals.contexts import EXACT
from govperf.numerals.tables import APPROXIMATE, CHINESE, SIGNS, SPACES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from fractions import Fraction

    from govperf.numerals.choices import Form

__all__ = ["Part", "part_of"]


class Part(NamedTuple):
    """The number inside a form, and what the form makes of it (比例)."""

    form: Form
    start: int
    """Index of the number inside."""
    end: int
    """Index after it."""
    worth: Callable[[Decimal], Decimal | Fraction]
    """The plain number: 0.95 for the 95 of 95%."""
    before: str = ""
    """What stands before the number inside: 百分之."""
    after: str = ""
    """What stands after it: %, 成."""
    given: Decimal | None = None
    """The number inside, where no digit says it (对折)."""


# What stands after a number of hundredths and so on, and its power of ten.
_ENDINGS: Final[Mapping[str, tuple[Form, int]]] = {
    **dict.fromkeys(("%", "％"), ("percent", -2)),
    "‰": ("permille", -3),
    "‱": ("permyriad", -4),
    **dict.fromkeys(("个百分点", "個百分點", "百分点", "百分點"), ("points", -2)),
}
_ENDING: Final = re.compile(f"(?:{'|'.join(sorted(_ENDINGS, key=len, reverse=True))})\\Z")

_OVER: Final = "分之"
_WHOLE: Final = "百分百"
_AND: Final = "又"
_DENOMINATORS: Final[Mapping[str, Form]] = {
    **dict.fromkeys("百佰", "percent"),
    **dict.fromkeys("千仟", "permille"),
    **dict.fromkeys("万萬", "permyriad"),
}

_DIGITS: Final[Mapping[str, str]] = {
    **{char: code for code in "123456789" for char in CHINESE[code]},
    **{char: str(int(char)) for char in "123456789１２３４５６７８９"},
    **dict.fromkeys("两兩", "2"),
    "半": "5",
}
_DIGIT: Final = f"[{''.join(_DIGITS)}]"
_SPACE: Final = f"[{SPACES}]*+"

# 三成 is 30 %, 三成半 and 三成五 are 35 %. A price of 七五折 or 75折 is 75 % of the old one, of 7.5折 too.
_TENTHS: Final = re.compile(rf"(.+?){_SPACE}成{_SPACE}({_DIGIT})?+\Z")
_DISCOUNT: Final = re.compile(rf"(?:({_DIGIT}){_SPACE}({_DIGIT})|(.+?)){_SPACE}折\Z")
_HALF_PRICE: Final = frozenset("半对對")
_HALF: Final = Decimal(5)
_ALL: Final = Decimal(1)
_TEN: Final = 10

# 2.5E+08, as spreadsheets print what does not fit into a cell.
_EXPONENT: Final = re.compile(r"(?<=[0-9０-９])[eEｅＥ]([+\-＋－−]?[0-9０-９]{1,2})\Z")
_NARROW: Final = str.maketrans("＋－−", "+--")

# 3/5 and 1 3/5; GB/T 15835-2011 4.1.1 has 97/108.
_SLASH: Final = re.compile(
    rf"(?P<sign>[+＋\-−－])?+(?:(?P<whole>[0-9０-９]++)[{SPACES}]++)?"
    rf"(?P<above>[0-9０-９]++){_SPACE}[/／∕⁄]{_SPACE}(?P<below>[0-9０-９]++)\Z"
)

# Digits after a space that may be a group of those before it.
_GROUP: Final = 3

# 2020/10 is a month, 2020/21 and 2020/2021 are years.
_DATE: Final = re.compile(r"(?:19|20)[0-9]{2}/(?:[0-9]{1,2}|(?:19|20)[0-9]{2})\Z")


def part_of(text: str, start: int) -> Part:
    """The number inside the form that is all the rest of a text (识别写法).

    Args:
        text: What ends with the number.
        start: Index where the number, or what stands before it, begins.

    Returns:
        The form, "number" where the text is no part of anything.

    Raises:
        NumeralError: The form is malformed: its denominator is zero, or no whole number.
        LimitError: A number in it is too long.

    Example:
        >>> part = part_of("百分之九十五", 0)
        >>> part.form, part.start, part.worth(Decimal(95))
        ('percent', 3, Decimal('0.95'))
    """
    for read in (_of_denominator, _of_slash, _of_ending, _of_tenths, _of_discount, _of_exponent):
        part = read(text, start)
        if part:
            return part
    return Part("number", start, len(text), _itself)


def _itself(number: Decimal) -> Decimal:
    return number


def _shifted(power: int, number: Decimal) -> Decimal:
    return number.scaleb(power, EXACT)


def _of_ending(text: str, start: int) -> Part | None:
    ending = _ENDING.search(text, start)
    if ending is None:
        return None
    form, power = _ENDINGS[ending[0]]
    return _before(text, start, ending.start(), form, partial(_shifted, power))


def _of_tenths(text: str, start: int) -> Part | None:
    found = _TENTHS.match(text, start)
    if found is None:
        return None
    worth = partial(_tenth, Decimal(_DIGITS[found[2]])) if found[2] else partial(_shifted, -1)
    return _before(text, start, found.end(1), "tenths", worth)


def _of_discount(text: str, start: int) -> Part | None:
    found = _DISCOUNT.match(text, start)
    if found is None:
        return None
    if found[1]:
        more = Decimal(_DIGITS[found[2]])
        if _DIGITS[found[1]] + _DIGITS[found[2]] in APPROXIMATE and not found[1].isdecimal():
            raise NumeralError("numeral.ambiguous", text, span=(start, len(text)))  # 七八折
        return _before(text, start, found.end(1), "discount", partial(_tenth, more))
    if found[3] in _HALF_PRICE:
        return _before(text, start, found.end(3), "discount", _price)._replace(given=_HALF)
    return _before(text, start, found.end(3), "discount", _price)


def _before(
    text: str, start: int, end: int, form: Form, worth: Callable[[Decimal], Decimal | Fraction]
) -> Part:
    """The part whose number stands before what names the form."""
    return Part(form, start, len(text[:end].rstrip(SPACES)), worth, after=text[end:])


def _tenth(hundredths: Decimal, number: Decimal) -> Decimal:
    if hundredths and (not 0 < number.copy_abs() < _TEN or number != number.to_integral_value(context=EXACT)):
        raise NumeralError("numeral.unreadable", number)
    return EXACT.add(number.scaleb(-1, EXACT), hundredths.scaleb(-2, EXACT).copy_sign(number))


def _price(number: Decimal) -> Decimal:
    """7.5折 → 0.75; 10折 is said of no price, and of 0 neither."""
    if not 0 < number < _TEN:
        raise NumeralError("numeral.discount", number)
    return number.scaleb(-1, EXACT)


def _of_denominator(text: str, start: int) -> Part | None:
    over = text.find(_OVER, start)
    if over < 0:
        return _whole(text, start)
    sign = SIGNS.get(text[start], 1)
    at = start + (text[start] in SIGNS)
    plus = text.find(_AND, at, over)
    whole = cardinal(text[:plus].rstrip(SPACES), at) if plus >= 0 else Decimal(0)
    begin = plus + 1 if plus >= 0 else at
    words = text[begin:over].strip(SPACES)
    form = _DENOMINATORS.get(words, "fraction") if plus < 0 else "fraction"
    below = bare(words)
    below = cardinal(text[:over].rstrip(SPACES), begin) if below is None else below
    inside = over + len(_OVER)
    return Part(form, inside, len(text), partial(_ratio, sign, whole, below), before=text[start:inside])


def _whole(text: str, start: int) -> Part | None:
    """百分百, which is 百分之百."""
    return Part("percent", start, len(text), _itself, given=_ALL) if text[start:] == _WHOLE else None


def _of_exponent(text: str, start: int) -> Part | None:
    found = _EXPONENT.search(text, start)
    if found is None:
        return None
    power = int(found[1].translate(_NARROW))
    worth = partial(_power, power, text, start)
    return _before(text, start, found.start(), "scientific", worth)


def _power(power: int, text: str, start: int, number: Decimal) -> Decimal:
    return in_bounds(number.scaleb(power, EXACT), text, start)


def _of_slash(text: str, start: int) -> Part | None:
    found = _SLASH.match(text, start)
    if found is None:
        return None
    date = _DATE.match(f"{int(found['whole'] or found['above'])}/{int(found['below'])}")
    if date or (found["whole"] and len(found["above"]) == _GROUP):  # 1 234/500
        raise NumeralError("numeral.ambiguous", text, span=(start, len(text)))
    sign = SIGNS[found["sign"]] if found["sign"] else 1
    whole, below = cardinal(found["whole"] or "0"), cardinal(found["below"])
    return Part(
        "fraction",
        found.start("above"),
        found.end("above"),
        partial(_ratio, sign, whole, below),
        before=text[start : found.start("above")],
        after=text[found.end("above") :],
    )


def _ratio(sign: int, whole: Decimal, below: Decimal, above: Decimal) -> Decimal | Fraction:
    """A whole number and a part, exactly: a decimal where one says it, else a fraction."""
    from fractions import Fraction  # noqa: PLC0415 - whoever reads no fraction need not load it

    if below <= 0 or below != below.to_integral_value(context=EXACT):
        raise NumeralError("numeral.denominator", below)
    if whole and (whole < 0 or above < 0):
        raise NumeralError("numeral.unreadable", above)
    ratio = sign * (Fraction(whole) + Fraction(above) / Fraction(below))
    places = _places(ratio.denominator)
    if places is None:
        return ratio
    coefficient = ratio.numerator * 10**places // ratio.denominator
    if len(str(abs(coefficient))) > LIMITS.digits:
        return ratio
    return Decimal(coefficient).scaleb(-places, EXACT)


def _places(denominator: int) -> int | None:
    """The decimals of a fraction in lowest terms; None where they do not end, or are too many."""
    for places in range(LIMITS.exponent + 1):
        if 10**places % denominator == 0:
            return places
    return None
