"""Reading numbers as they are said, exact or not (概数读数): 近540, 十余万, 数百, 三五百, 9～16亿."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from govperf.errors import LimitError, NumeralError
from govperf.numerals.amounts import Said, amount
from govperf.numerals.ranges import between
from govperf.numerals.scanning import alone
from govperf.numerals.tables import CHINESE, PLACES, SIGNS, SPACES
from govperf.numerals.usual import short_text
from govperf.numerals.words import AFTER, BEFORE, BEFORE_ALONE, WITHIN, longest_first

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

    from govperf.numerals.choices import Bound, Form, Meaning

__all__ = ["Reading", "read_number"]


class Reading(NamedTuple):
    """A number as it is said, and what it says (读数).

    Attributes:
        bound: "exact", "about", "at_least", "at_most", or "between" two numbers.
        value: The number that is printed; None where there are two (9～16亿), or only its size (数百).
        low: The lower end; None where there is none.
        high: The upper end; None where there is none.
        inclusive: Whether the ends are included.
        form: How it is written; 95% is the number 0.95 in the form "percent".
        shared: Whether two numbers share a scale word or % that is printed once (9～16亿).
        words: The words that say how sure the number is, as printed and in their order.
        span: Where the reading stands in the text, without the spaces around it.

    Example:
        >>> reading = read_number("近540")
        >>> reading.bound, reading.value, reading.inclusive, reading.words
        ('at_most', Decimal('540'), False, ('近',))
    """

    bound: Bound
    value: Decimal | Fraction | None
    low: Decimal | Fraction | None
    high: Decimal | Fraction | None
    inclusive: bool
    form: Form
    shared: bool
    words: tuple[str, ...]
    span: tuple[int, int]


def read_number(text: str) -> Reading:
    """The number that a text says, exactly or approximately (读数).

    All that `parse_number` reads, and besides: words like 近 约 余 多 来 左右 以上 以下 不少于 不超过, 数百,
    三五百, ranges with ～ — - 至 到, and fractions that do not end.

    Args:
        text: One number with its words, at most `LIMITS.number_chars` characters.

    Returns:
        The reading. Ends are exact: a `Decimal`, or a `Fraction` where no decimal says it.

    Raises:
        NumeralError: The text is no such number, is malformed, or can be read in two ways.
        LimitError: The text is too long.
        TypeError: It is not a text.

    Rule:
        以上, 以下 and 以内 include the figure (民法典 art. 1259, official); 近 and 不到 stay below it, 余, 多
        and 超过 pass it (usage). In 9～16亿 the scale word is shared (GB/T 15835-2011 5.1.3 wants 9亿～16亿),
        and the reading says so.

    Example:
        >>> read_number("十余万")[:5]
        ('at_least', Decimal('100000'), Decimal('100000'), None, False)
        >>> reading = read_number("9～16亿")
        >>> reading.low, reading.high, reading.shared
        (Decimal('900000000'), Decimal('1600000000'), True)
        >>> read_number("三分之二").value
        Fraction(2, 3)
    """
    printed = short_text(text)
    start, end = len(printed) - len(printed.lstrip(SPACES)), len(printed.rstrip(SPACES))
    if start >= end:
        raise NumeralError("numeral.empty", printed)
    try:
        reading = _worded(printed[:end], start)
    except (NumeralError, LimitError) as error:
        again = _closed_up(printed[start:end])
        reading = again or _refuse(error, printed, start, end)
    return reading._replace(span=(start, end))


def _refuse(error: NumeralError | LimitError, printed: str, start: int, end: int) -> Reading:
    """Raise the error with the whole text; where it is about a piece alone, of that piece's place."""
    span = error.span if error.text and printed.startswith(error.text) and error.span else (start, end)
    raise type(error)(error.code, printed, span=span, hint=error.hint, details=error.details) from None


_BEFORE, _BEFORE_MEANS = longest_first(BEFORE, BEFORE_ALONE)
_AFTER, _AFTER_ALONE = longest_first(AFTER)
_, _WITHIN_MEANS = longest_first(WITHIN)
_AFTER_END: Final = re.compile(f"(?:{_AFTER.pattern})\\Z")

# 八成多, 20%多: after the name of a part, a word that else stands within the number.
_MORE_THAN_PART: Final = re.compile("(?<=[成%％‰点點])[余餘多]\\Z")
_AFTER_MEANS: Final = {**_AFTER_ALONE, **_WITHIN_MEANS}

# 上百, but no 上一, which is the last one.
_UP: Final = "上"

# Clear of a negative number too; the others say that it was passed, or not reached, and from where?
_COMPARED: Final = frozenset(["大于", "高于", "多于", "小于", "低于", "少于", ">", "＞", "<", "＜"])


def _worded(text: str, start: int) -> Reading:
    """What is all the rest of a text: words before and after, and the number or numbers between them."""
    if (exact := alone(text, start)) is not None:
        return _reading(Said(exact, exact, exact), text, start)
    before = _BEFORE.match(text, start)
    after = _AFTER_END.search(text, start) or _MORE_THAN_PART.search(text, start)
    begin = before.end() if before else start
    body = (text[: after.start()] if after else text).rstrip(SPACES)
    begin = len(body) - len(body[begin:].lstrip(SPACES))
    if begin >= len(body):
        raise NumeralError("numeral.unreadable", text, span=(start, len(text)))
    if before and before[0] == _UP and body[begin] not in PLACES:
        raise NumeralError("numeral.unreadable", text, span=(start, len(text)))
    said = between(body, begin) or amount(body, begin, worded=bool(before or after))
    means, words = list(said.means), list(said.words)
    if before:
        means, words = [_BEFORE_MEANS[before[0]], *means], [before[0], *words]
    if after:
        means, words = [*means, _AFTER_MEANS[after[0]]], [*words, after[0]]
    return _reading(said._replace(means=tuple(means), words=tuple(words)), text, start)


def _reading(said: Said, text: str, start: int) -> Reading:
    bound, inclusive = _meaning(said.means, text, start)
    low, high = said.low, said.high
    if said.value is not None and said.value < 0 and not inclusive and _COMPARED.isdisjoint(said.words):
        raise NumeralError("numeral.ambiguous", text, span=(start, len(text)))  # 近-5 is above it, or below
    if bound == "about":
        low = high = None
    elif bound == "at_least":
        high = None
    elif bound == "at_most":
        low = None
    span = (start, len(text))
    return Reading(bound, said.value, low, high, inclusive, said.form, said.shared, said.words, span)


def _meaning(means: tuple[Meaning, ...], text: str, start: int) -> Meaning:
    """What words say together: the weakest of their claims; about two numbers no more than these do."""
    bounds = {bound for bound, _ in means}
    if not bounds:
        return "exact", True
    if bounds >= {"at_least", "at_most"} or ("between" in bounds and not bounds <= {"between", "about"}):
        raise NumeralError("numeral.contradiction", text, span=(start, len(text)))
    if "between" in bounds:
        return "between", all(inclusive for bound, inclusive in means if bound == "between")
    if "about" in bounds:
        return "about", True
    return means[0][0], any(inclusive for _, inclusive in means)


_SIGNS: Final = re.escape("".join(SIGNS))
_ARABIC: Final = "0-9０-９.．,，"
_CHINESE: Final = "".join(CHINESE[code] for code in "0123456789")
_GAP: Final = re.compile(
    rf"(?<![{SPACES}{_ARABIC}{PLACES}{_CHINESE}{_SIGNS}eEｅＥ])[{SPACES}]++"
    rf"|[{SPACES}]++(?![{_ARABIC}{_CHINESE}{_SIGNS}])"
    rf"|(?<=[{PLACES}])[{SPACES}]++(?=[{_CHINESE}])"
)


def _closed_up(text: str) -> Reading | None:
    """The reading of a text without the spaces inside it that separate no digits; None if there is none."""
    closed = _GAP.sub("", text)
    if closed == text:
        return None
    try:
        return _worded(closed, 0)
    except (NumeralError, LimitError):
        return None
