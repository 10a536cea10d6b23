"""Numbers in Arabic digits, with or without scale words (阿拉伯数字): `22.2 万 170`, `1亿2千万`.

One term is a mantissa and perhaps a scale word. After a scale word a further, smaller term may
follow; it must fit under the last printed digit of the term before it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from govperf.numerals.start import Notation, Scale
from govperf.numerals.tables import ARABIC, SCALES

if TYPE_CHECKING:
    from govperf.numerals.start import Scan, Start

__all__ = ["read_arabic"]

_NOTATION: Final = Notation(ARABIC)

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
    (?: (?P<gap>[ nths]*+) (?P<scale> WY? | Y | K[WY]? | H[WY] ) )?+
"""

_SCALE_AGAIN: Final = re.compile(r"[ nths]*+[WY]")

# A separator with a digit straight after a finished number: 12,34 and 1.2.3; a space only after groups.
_SPOILT: Final = re.compile(r"(?:(\.)|[,;])[0-9]++")
_SPOILT_GROUPS: Final = re.compile(r"(?:(\.)|[,; nths])[0-9]++")


@cache
def _term_grammar() -> re.Pattern[str]:
    """The pattern, made when the first number is met that is not read the short way."""
    return re.compile(_TERM, re.VERBOSE)


class _Term(NamedTuple):
    """One mantissa with its scale word."""

    coefficient: int
    low: int
    """The power of ten of the last printed digit."""
    power: int
    """The power of ten of the scale word, 0 without one."""
    scale: str
    match: re.Match[str]


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
    match = _term_grammar().match(codes)
    if match is None:
        return None
    term = _term(match)
    if match.end() < len(codes):
        return _continued(begin, codes, term)
    return begin.found(term.coefficient, term.low, match.end(), _scale(term))


def _term(match: re.Match[str]) -> _Term:
    whole, comma, space, decimals, scale = match.group("whole", "comma", "space", "decimals", "scale")
    decimals = decimals or ""
    if comma:
        whole = whole.replace(comma, "")
    elif space:
        whole, decimals = whole.replace(space, ""), decimals.replace(space, "")
    word, power = SCALES[scale] if scale else ("", 0)
    return _Term(int(whole + decimals), power - len(decimals), power, word, match)


def _scale(term: _Term) -> Scale | None:
    return Scale(term.scale, term.power, term.match.start("gap")) if term.scale else None


def _continued(begin: Start, codes: str, first: _Term) -> Scan:
    """The number of which `first` is the first term, and perhaps not the only one."""
    last, total, low = first, first.coefficient, first.low
    while last.power and (rest := _rest(begin, codes, last, total * 10 ** max(low, 0))):
        total = total * 10 ** (low - rest.low) + rest.coefficient
        low, last = rest.low, rest
    if not last.power:
        _refuse_spoilt(begin, codes, last)
    return begin.found(total, low, last.match.end(), _scale(first) if last is first else None)


def _rest(begin: Start, codes: str, prior: _Term, so_far: int) -> _Term | None:
    """The term that continues the number after the scale word of `prior`, if there is one."""
    end = prior.match.end()
    match = _term_grammar().match(codes, end)
    if match is None:
        if again := _SCALE_AGAIN.match(codes, end):
            raise begin.fault("numeral.order", again.span())
        return None
    if match["before"] and not match["zero"] and not prior.match["gap"]:
        return None  # 3万 2020年: a space where the typist set none before ends the number
    term = _term(match)
    if code := _misfit(prior, term):
        hint = _two_readings(begin.sign, prior, term, so_far) if code == "numeral.ambiguous" else ""
        raise begin.fault(code, (match.start("whole"), match.end()), hint)
    return term


def _misfit(prior: _Term, term: _Term) -> str:
    """Why `term` cannot follow `prior`: the code of the fault, or ""."""
    if term.match["whole"].startswith("0"):
        return "numeral.order"
    if not _under(term, prior.low):
        return "numeral.overlap"
    if term.match["zero"]:  # 零 stands for an empty place, or after one (10亿零8170万)
        return "" if _under(term, prior.low - 1) or prior.coefficient % 10 == 0 else "numeral.order"
    if _under(term, 1) or (prior.power >= _YI and _under(term, _WAN)):
        return "numeral.ambiguous"
    return ""


def _under(term: _Term, power: int) -> bool:
    """Whether a term is below a power of ten."""
    return term.low < power and term.coefficient < 10 ** (power - term.low)


def _two_readings(sign: int, prior: _Term, term: _Term, so_far: int) -> str:
    """`3万2` is said for 32000 and for 30002, `1亿2千` for 1亿2千万 and for 100002000."""
    if prior.low != prior.power or term.low < 0:
        return ""
    small = term.coefficient * 10**term.low
    spoken = small * 10 ** (prior.power - 1 if _under(term, 1) else _WAN)
    return f"{sign * (so_far + spoken)} / {sign * (so_far + small)}"


def _refuse_spoilt(begin: Start, codes: str, term: _Term) -> None:
    """Refuse a finished number with a separator and a digit straight after it."""
    grouped = term.match["comma"] or term.match["space"]
    spoilt = (_SPOILT_GROUPS if grouped else _SPOILT).match(codes, term.match.end())
    if spoilt:
        raise begin.fault("numeral.point" if spoilt[1] else "numeral.grouping", spoilt.span())
