"""Numbers in Arabic digits, with or without scale words (阿拉伯数字): `22.2 万 170`, `1亿2千万`.

One term is a mantissa and perhaps a scale word. After a scale word a further, smaller term may
follow; it must fit under the last printed digit of the term before it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from govperf.numerals.start import Notation, Scale
from govperf.numerals.tables import ARABIC, INNER, OUTER, SCALES

if TYPE_CHECKING:
    from govperf.numerals.start import Scan, Start

__all__ = ["read_arabic"]

_NOTATION: Final = Notation(ARABIC)

# After 百 it names hundredths.
_PART: Final = "分"

# Two words that are one.
_DOUBLE: Final = frozenset({"WW", "WY"})

# Powers of ten of 万 and 亿.
_WAN: Final = 4
_YI: Final = 8

# One term, in codes, with what may stand between it and a term before it. GB/T 15835-2011 5.1.1: groups of
# exactly three, one kind of separator; commas in the whole part only, spaces on both sides of the point. A
# digit stands before the point. Every repetition is possessive: no text makes the pattern go back.
_TERM: Final = r"""
    (?P<before>[ nths]*+) (?P<zero> Z[ nths]*+ )?+
    (?P<whole> [1-9][0-9]{0,2}+ (?: (?P<comma>[,;]) [0-9]{3}(?![0-9]) (?: (?P=comma)[0-9]{3}(?![0-9]) )*+
                                  | (?P<space>[ nths]) [0-9]{3}(?![0-9]) (?: (?P=space)[0-9]{3}(?![0-9]) )*+ )
             | [0-9]++ )
    (?: \. (?P<decimals> [0-9]{3}(?![0-9]) (?: (?P=space)[0-9]{3}(?![0-9]) )*+
                         (?: (?P=space)[0-9]{1,2}(?![0-9]) )?+
                       | [0-9]++ ) )?+
    (?: (?P<gap>[ nths]*+) (?P<scale> (?P<inner>[THK])? (?P<outer> <alone> | WY?+ | Y )
                                        | (?P<place>[THK]) ) )?+
"""

_SCALE_AGAIN: Final = re.compile(r"[ nths]*+[WY]")

# A separator with a digit straight after a finished number: 12,34 and 1.2.3; a space only after groups.
_SPOILT: Final = re.compile(r"(?:(\.)|[,;])[0-9]++")
_SPOILT_GROUPS: Final = re.compile(r"(?:(\.)|[,; nths])[0-9]++")


@cache
def _term_grammar(*, alone: bool) -> re.Pattern[str]:
    """The pattern, made when the first number is met that is not read the short way."""
    return re.compile(_TERM.replace("<alone>", "WW | YY | J" if alone else "(?!)"), re.VERBOSE)


class _Amount(NamedTuple):
    """A whole number of some power of ten."""

    coefficient: int
    low: int
    """The power of ten of the last printed digit."""

    def below(self, power: int) -> bool:
        """Whether it is below a power of ten."""
        return self.low < power and self.coefficient < 10 ** (power - self.low)

    def times(self, power: int) -> _Amount:
        """So many powers of ten of it."""
        return _Amount(self.coefficient, self.low + power)

    def plus(self, lower: _Amount | None) -> _Amount:
        """The sum with what stands under its last printed digit."""
        if lower is None:
            return self
        return _Amount(self.coefficient * 10 ** (self.low - lower.low) + lower.coefficient, lower.low)


class _Term(NamedTuple):
    """One mantissa with its scale word."""

    section: _Amount
    """Without 万, 亿 and the words above them."""
    outer: int
    """The power of ten of 万, 亿 or a word above them."""
    power: int
    """The power of ten of the whole scale word, 0 without one."""
    match: re.Match[str]

    @property
    def amount(self) -> _Amount:
        """All of it."""
        return self.section.times(self.outer)


class _Sum(NamedTuple):
    """The terms so far."""

    done: _Amount | None
    """Up to the last 万, 亿 or word above them."""
    section: _Amount | None
    """Since then: what the next such word multiplies (2千零30万)."""

    def amount(self) -> _Amount:
        """All of it; there is a term."""
        if self.done is None:
            return cast("_Amount", self.section)
        return self.done.plus(self.section)

    def takes(self, term: _Term) -> bool:
        """Whether a term fits under the last printed digit."""
        if self.section is None:
            return self.done is None or term.amount.below(self.done.low)
        if not term.section.below(self.section.low):
            return False
        return self.done is None or self.section.times(term.outer).below(self.done.low)

    def plus(self, term: _Term) -> _Sum:
        """The sum with one term more."""
        section = self.section.plus(term.section) if self.section else term.section
        if not term.outer:
            return _Sum(self.done, section)
        amount = section.times(term.outer)
        return _Sum(self.done.plus(amount) if self.done else amount, None)


def read_arabic(begin: Start) -> Scan | None:
    """The number in Arabic digits that begins here (阿拉伯数字读数).

    Args:
        begin: Where the number begins.

    Returns:
        The longest well-formed number, or None where there is no Arabic digit.

    Raises:
        NumeralError: The number is malformed, or can be read in two ways.
        LimitError: The number is too long.

    Example:
        >>> from govperf.numerals.start import Start
        >>> read_arabic(Start("22.2 万 170 项", 0, 0, 1)).value
        Decimal('222170')
    """
    codes = _NOTATION.codes(begin)
    if codes.endswith("H") and begin.text.startswith(_PART, begin.at + len(codes)):
        codes = codes[:-1]  # 5百分点, 100百分比
    match = _term_grammar(alone=begin.alone).match(codes)
    if match is None:
        return None
    term = _term(match)
    if match.end() < len(codes):
        return _continued(begin, codes, term)
    return begin.found(*term.amount, match.end(), _scale(term))


def _term(match: re.Match[str]) -> _Term:
    whole, comma, space, decimals = match.group("whole", "comma", "space", "decimals")
    decimals = decimals or ""
    if comma:
        whole = whole.replace(comma, "")
    elif space:
        whole, decimals = whole.replace(space, ""), decimals.replace(space, "")
    outer = OUTER[match["outer"] or ""]
    inner = INNER[match["inner"] or match["place"] or ""]
    return _Term(_Amount(int(whole + decimals), inner - len(decimals)), outer, inner + outer, match)


def _scale(term: _Term) -> Scale | None:
    word = SCALES.get(term.match["scale"] or "")
    return Scale(word, term.power, term.match.start("gap")) if word else None


def _continued(begin: Start, codes: str, first: _Term) -> Scan:
    """The number of which `first` is the first term, and perhaps not the only one."""
    last, total = first, _Sum(None, None).plus(first)
    while last.power and (rest := _rest(begin, codes, last, total)):
        last, total = rest, total.plus(rest)
    if not last.power:
        _refuse_spoilt(begin, codes, last)
    return begin.found(*total.amount(), last.match.end(), _scale(first) if last is first else None)


def _rest(begin: Start, codes: str, prior: _Term, total: _Sum) -> _Term | None:
    """The term that continues the number after the scale word of `prior`, if there is one."""
    end = prior.match.end()
    match = _term_grammar(alone=begin.alone).match(codes, end)
    if match is None:
        if again := _SCALE_AGAIN.match(codes, end):
            raise begin.fault("numeral.order", again.span())
        return None
    term = _term(match)
    if match["before"] and not (match["zero"] or prior.match["gap"] or (begin.alone and term.power)):
        return None  # 3万 2020年: a space where the typist set none before ends the number
    code = _misfit(begin, prior, term, total)
    if code == "numeral.ambiguous":
        return _as_said(begin, prior, term, total)
    if code:
        raise begin.fault(code, (match.start("whole"), match.end()))
    return term


def _misfit(begin: Start, prior: _Term, term: _Term, total: _Sum) -> str:
    """Why `term` cannot follow `prior`: the code of the fault, or ""."""
    if term.match["whole"].startswith("0"):
        return "numeral.order"
    if not total.takes(term):
        return "numeral.overlap"
    inside = total.section is not None
    part = term.section if inside else term.amount
    if term.match["zero"]:  # 零 stands for an empty place, or after one (10亿零8170万)
        fits = part.below(total.amount().low - 1) or prior.section.coefficient % 10 == 0
        return "" if fits or (begin.alone and not inside) else "numeral.order"
    if part.below(1) or (not inside and prior.power >= _YI and part.below(_WAN)):
        return "numeral.ambiguous"
    return ""


def _as_said(begin: Start, prior: _Term, term: _Term, total: _Sum) -> _Term:
    """What speech leaves out, put back where nothing else is meant: 3万2 is 32000, 1亿2千 not clear."""
    at = term.match.start("whole"), term.match.end()
    nested = (term.outer and total.section) or prior.match["outer"] in _DOUBLE  # 3千5万, 1万亿2
    if nested or prior.section.low != prior.power - prior.outer or term.section.low < 0:
        raise begin.fault("numeral.ambiguous", at)
    digit = term.amount.below(1)
    step = prior.power - 1 if digit else _WAN
    hundreds = prior.outer and (prior.power > prior.outer or prior.section.coefficient % 100 == 0)  # 100万5
    if begin.alone and digit and term.match.end() == len(begin.text) - begin.at and not hundreds:
        return term._replace(section=term.section.times(step - prior.outer), outer=prior.outer)
    so_far = total.amount()
    readings = (so_far.plus(term.amount.times(power)) for power in (step, 0))
    hint = " / ".join(str(begin.sign * number.coefficient * 10**number.low) for number in readings)
    raise begin.fault("numeral.ambiguous", at, hint)


def _refuse_spoilt(begin: Start, codes: str, term: _Term) -> None:
    """Refuse a finished number with a separator and a digit straight after it."""
    grouped = term.match["comma"] or term.match["space"]
    spoilt = (_SPOILT_GROUPS if grouped else _SPOILT).match(codes, term.match.end())
    if spoilt:
        raise begin.fault("numeral.point" if spoilt[1] else "numeral.grouping", spoilt.span())
