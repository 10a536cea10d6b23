"""One number as it is said (概数): 十余万, 数百, 三五百, 四十五六, or exactly."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from govperf.errors import NumeralError
from govperf.numerals.cardinals import bare, cardinal
from govperf.numerals.contexts import EXACT
from govperf.numerals.forms import part_of
from govperf.numerals.tables import APPROXIMATE, CHINESE, PLACES, SCALE_WORDS, SECTION_PLACES, SPACES
from govperf.numerals.words import SEVERAL, WITHIN, longest_first

if TYPE_CHECKING:
    from fractions import Fraction

    from govperf.numerals.choices import Form, Meaning
    from govperf.numerals.forms import Part

__all__ = ["Said", "amount"]


class Said(NamedTuple):
    """A number as it is said, still without its place in the text."""

    value: Decimal | Fraction | None
    low: Decimal | Fraction | None
    high: Decimal | Fraction | None
    means: tuple[Meaning, ...] = ()
    words: tuple[str, ...] = ()
    form: Form = "number"
    shared: bool = False


_WITHIN, _WITHIN_MEANS = longest_first(WITHIN)
_MORE: Final = re.compile(f"(?P<stem>.+?)(?P<word>{_WITHIN.pattern})(?P<scale>[{SCALE_WORDS}]*)\\Z")
_SEVERAL: Final = re.compile(
    f"好?(?P<stem>[^{SEVERAL}]*)[{SEVERAL}](?P<place>[{SECTION_PLACES}]?)(?P<scale>[{SCALE_WORDS}]*)\\Z"
)
_LEADING: Final = "数數"
_TEN: Final = 10
_TENS: Final = tuple("十拾")
_OUTER_TENS: Final = tuple(set(PLACES) - set(_TENS))
_AS_TWO: Final = str.maketrans("两兩", "二二")  # 两三十
_DIGIT: Final = f"[{''.join(CHINESE[code] for code in '123456789L')}]"
_PAIR: Final = re.compile(
    f"(?P<stem>|.*[{PLACES}])(?P<low>{_DIGIT})(?P<high>{_DIGIT})(?P<places>[{PLACES}]*)\\Z"
)


def amount(text: str, start: int, *, worded: bool) -> Said:
    """One number in any form, as it is said."""
    part = part_of(text, start)
    body = text[: part.end]
    said = Said(part.given, part.given, part.given)
    if part.given is None:
        said = _inside(part, body, worded=worded)
    value, low, high = (
        None if number is None else part.worth(number)
        for number in cast("tuple[Decimal | None, ...]", (said.value, said.low, said.high))
    )
    if said.means and min(number for number in (value, low) if number is not None) <= 0:
        raise NumeralError("numeral.unreadable", text, span=(start, len(text)))  # 负十几
    return said._replace(value=value, low=low, high=high, form=part.form)


def _inside(part: Part, text: str, *, worded: bool) -> Said:
    """The number inside a part; a hint would speak of it alone and not of the part."""
    try:
        return _inner(text, part.start, part.form, worded=worded or bool(part.before))
    except NumeralError as error:
        if part.form == "number":
            raise
        raise NumeralError(error.code, error.text, span=error.span, details=error.details) from None


def _inner(text: str, start: int, form: Form, *, worded: bool) -> Said:
    number = text[start:]
    said = _more(number) or _several(number) or _pair(number, form)
    if said:
        return said
    value = bare(number) if worded else None
    value = cardinal(text, start) if value is None else value
    return Said(value, value, value)


def _more(number: str) -> Said | None:
    """十余万, 60多, 百余: the number without the word, and more."""
    found = _MORE.match(number)
    if found is None:
        return None
    stem, scale = found["stem"].rstrip(SPACES), found["scale"]
    value = bare(stem + scale)
    value = cardinal(stem + scale) if value is None else value
    if value < _TEN:
        raise NumeralError("numeral.unreadable", number)
    return Said(value, value, value, (_WITHIN_MEANS[found["word"]],), (found["word"],))


def _several(number: str) -> Said | None:
    """数百 is between 100 and 1000, 二十几万 between 200 000 and 300 000, the ends left out."""
    found = _SEVERAL.match(number)
    if found is None:
        return None
    stem, place, scale = found["stem"].rstrip(SPACES), found["place"], found["scale"]
    if stem and number[found.end("stem")] in _LEADING:
        return None  # 半数
    step = cardinal(f"一{place}{scale}")
    low = step
    if stem:
        if not place and stem.endswith(_OUTER_TENS):
            raise NumeralError("numeral.ambiguous", number)  # 一百几: 一百零几, or as in 一百五
        low = cardinal(stem.rstrip("零〇").rstrip(SPACES) + scale)
        if EXACT.remainder(low, EXACT.multiply(step, _TEN)):
            raise NumeralError("numeral.unreadable", number)
    elif step < _TEN:
        raise NumeralError("numeral.unreadable", number)
    high = EXACT.add(low if stem else Decimal(0), EXACT.multiply(step, _TEN))
    word = number[found.end("stem") : found.start("place")]
    return Said(None, low, high, (("between", False),), (word,))


def _pair(number: str, form: Form) -> Said | None:
    """三五百 is 300 to 500, 四十五六 is 45 or 46; GB/T 15835-2011 4.2: no 、 between the digits.

    十四五 is a plan of five years more often than a number.
    """
    found = _PAIR.match(number)
    if found is None:
        return None
    stem, places = found["stem"], found["places"]
    low, high = (found[name].translate(_AS_TWO) for name in ("low", "high"))
    pair = f"{cardinal(low)}{cardinal(high)}"
    if pair not in APPROXIMATE:
        return None
    plan = pair == "45" and stem in _TENS
    if not places and form != "tenths" and (plan or pair == "35" or not stem.endswith(_TENS)):
        return None
    first, second = (cardinal(f"{stem}{digit}{places}") for digit in (low, high))
    return Said(None, first, second, (("between", True),), (number[found.start("low") : found.end("high")],))
