"""Numbers in Arabic digits, with or without scale words (阿拉伯数字): `22.2 万 170`, `1亿2千万`.

One term is a mantissa and perhaps a scale word. After a scale word a further, smaller term may
follow; it must fit under the last printed digit of the term before it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from govperf.numerals.start import Notation, Scale
from govperf.numerals.sums import NOTHING, Amount, Sum
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

# 2千3百万: the 万 to which the 2千 belongs comes later. Where the number is alone, spaces may stand between.
_CLOSED: Final = re.compile(r"(?:Z?[0-9]++[THK])*+(?:Z?[0-9]++)?+[THK]?+[WY]")
_CLOSED_ALONE: Final = re.compile(
    r"(?:[ nths]*+Z?[0-9]++[ nths]*+[THK])*+[ nths]*+(?:Z?[0-9]++)?+[ nths]*+[THK]?+[WYJ]"
)

_ONE_DIGIT: Final = ("T", "H")

# A separator with a digit straight after a finished number: 12,34 and 1.2.3; a space only after groups.
_SPOILT: Final = re.compile(r"(?:(\.)|[,;])[0-9]++")
_SPOILT_GROUPS: Final = re.compile(r"(?:(\.)|[,; nths])[0-9]++")


@cache
def _term_grammar(*, alone: bool) -> re.Pattern[str]:
    """The pattern, made when the first number is met that is not read the short way."""
    return re.compile(_TERM.replace("<alone>", "WW | YY | J" if alone else "(?!)"), re.VERBOSE)


class _Term(NamedTuple):
    """One mantissa with its scale word."""

    section: Amount
    """Without 万, 亿 and the words above them."""
    outer: int
    """The power of ten of 万, 亿 or a word above them."""
    power: int
    """The power of ten of the whole scale word, 0 without one."""
    match: re.Match[str]

    @property
    def amount(self) -> Amount:
        """All of it."""
        return self.section.times(self.outer)


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
    _refuse_odd(begin, term)
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
    return _Term(Amount(int(whole + decimals), inner - len(decimals)), outer, inner + outer, match)


def _scale(term: _Term) -> Scale | None:
    word = SCALES.get(term.match["scale"] or "")
    return Scale(word, term.power, term.match.start("gap")) if word else None


def _continued(begin: Start, codes: str, first: _Term) -> Scan:
    """The number of which `first` is the first term, and perhaps not the only one."""
    last = opening = first
    total = NOTHING.plus(first.section, first.outer)
    while last.power and (rest := _rest(begin, codes, last, total)):
        opening = opening if total.wan or total.section else rest
        last, total = rest, total.plus(rest.section, rest.outer)
    open_ = total.done and not total.wan and not opening.match["zero"]
    if open_ and total.section and total.section.below(_WAN):  # 71亿69, although a 万 or 兆 stands further on
        raise begin.fault("numeral.ambiguous", (opening.match.start("whole"), last.match.end()))
    if not last.power:
        _refuse_spoilt(begin, codes, last)
    return begin.found(*total.amount(), last.match.end(), _scale(first) if last is first else None)


def _rest(begin: Start, codes: str, prior: _Term, total: Sum) -> _Term | None:
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
    _refuse_odd(begin, term)
    code = _misfit(begin, codes, prior, term, total)
    if code == "numeral.ambiguous":
        return _as_said(begin, codes, prior, term, total)
    if code:
        raise begin.fault(code, (match.start("whole"), match.end()))
    return term


def _misfit(begin: Start, codes: str, prior: _Term, term: _Term, total: Sum) -> str:
    """Why `term` cannot follow `prior`: the code of the fault, or ""."""
    if term.match["whole"].startswith("0"):
        return "numeral.order"
    if not total.takes(term.section, term.outer):
        return "numeral.overlap"
    inside = _inside(total, term)
    part = term.section if inside else term.amount
    if term.match["zero"]:  # 零 stands for an empty place, or after one (10亿零8170万)
        fits = part.below(total.amount().low - 1) or prior.section.coefficient % 10 == 0
        return "" if fits or (begin.alone and not inside) else "numeral.order"
    if inside and total.section is None and part.below(_WAN - 1):
        return "numeral.ambiguous"  # 1万11亿
    if part.below(1):
        return "" if prior.power == 1 else "numeral.ambiguous"  # 3十5 leaves nothing out
    open_ = not inside and prior.power >= _YI and part.below(_WAN)
    closed = (_CLOSED_ALONE if begin.alone else _CLOSED).match(codes, term.match.end())
    return "numeral.ambiguous" if open_ and not (term.power and closed) else ""


def _inside(total: Sum, term: _Term) -> bool:
    """Whether a word after `term` multiplies what stands before it too: 2千3百万, 1万2千亿."""
    return total.section is not None or (total.wan is not None and term.outer > _WAN)


def _as_said(begin: Start, codes: str, prior: _Term, term: _Term, total: Sum) -> _Term:
    """What speech leaves out, put back where nothing else is meant: 3万2 is 32000, 1亿2千 not clear."""
    at = term.match.start("whole"), term.match.end()
    nested = (term.outer and _inside(total, term)) or prior.match["outer"] in _DOUBLE  # 3千5万, 1万亿2
    hundreds = prior.outer and (prior.power > prior.outer or prior.section.coefficient % 100 == 0)  # 100万5
    decimals = prior.section.low != prior.power - prior.outer or term.section.low < 0
    if nested or hundreds or decimals or at[1] < len(codes):
        raise begin.fault("numeral.ambiguous", at)
    digit = term.amount.below(1)
    step = prior.power - 1 if digit else _WAN
    if begin.alone and digit and at[1] == len(begin.text) - begin.at:
        return term._replace(section=term.section.times(step - prior.outer), outer=prior.outer)
    so_far = total.amount()
    readings = (so_far.plus(term.amount.times(power)) for power in (step, 0))
    hint = " / ".join(str(begin.sign * number.coefficient * 10**number.low) for number in readings)
    raise begin.fault("numeral.ambiguous", at, hint)


def _refuse_odd(begin: Start, term: _Term) -> None:
    """Refuse 05万, and 35百 and 1.5百: before 十 and 百 alone stands one digit."""
    whole, decimals, place = term.match.group("whole", "decimals", "place")
    odd = place in _ONE_DIGIT and (len(whole) > 1 or decimals)
    if odd or (term.power and whole.startswith("0") and len(whole) > 1):
        raise begin.fault("numeral.order", term.match.span("whole"))


def _refuse_spoilt(begin: Start, codes: str, term: _Term) -> None:
    """Refuse a finished number with a separator and a digit straight after it."""
    grouped = term.match["comma"] or term.match["space"]
    spoilt = (_SPOILT_GROUPS if grouped else _SPOILT).match(codes, term.match.end())
    if spoilt:
        raise begin.fault("numeral.point" if spoilt[1] else "numeral.grouping", spoilt.span())
