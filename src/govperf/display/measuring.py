"""What tables and charts ask of a form (图表所需数据): rates, names and ranges, each from one place."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import attrs

from govperf.errors import UnitError, plain
from govperf.layout import shortened, width
from govperf.messages import message
from govperf.model import Approximation, CompletionRate, Evaluation, Indicator, Scorecard, Undefined
from govperf.numerals import round_half_up
from govperf.scoring.completion import compared, mismatch
from govperf.scoring.earning import OPEN_SIDES
from govperf.scoring.pairing import Measured
from govperf.scoring.pairing import measured as both_measured

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = [
    "ROWS",
    "beyond",
    "depends",
    "heading",
    "keyed",
    "measured",
    "percent",
    "possible",
    "rated",
    "said",
    "told",
    "wrapped",
]

ROWS: Final = 60
"""So many rows a chart has at most (图表行数上限)."""

_LINE: Final = 26
_LINES: Final = 2
_TOLD: Final = 160
_DIGITS: Final = 6


def said(what: str, lang: Language, **details: object) -> str:
    """What a table or a chart says (图表文案)."""
    return message(f"draw.{what}", details, lang)


def told(text: str, room: int = _TOLD) -> str:
    """A text of a form as one line that ends (限长文本)."""
    return shortened(plain(text), room)


def measured(evaluation: Evaluation, indicator: Indicator) -> CompletionRate | Undefined:
    """The completion rate of an indicator (完成率), undefined too where the units do not fit."""
    pair = _pair(evaluation, indicator)
    return pair if isinstance(pair, Undefined) else compared(pair)


def _pair(evaluation: Evaluation, indicator: Indicator) -> Measured | Undefined:
    try:
        return both_measured(indicator.target, indicator.actual, year=evaluation.year)
    except UnitError as error:
        return mismatch(error)


def rated(rate: CompletionRate) -> str:
    """A completion rate as text (完成率文本), with ≈ where the actual is approximate or a range."""
    about = "" if rate.approximation is Approximation.EXACT else "≈"
    return f"{about}{rate}"


def depends(evaluation: Evaluation, indicator: Indicator, margin: Fraction) -> bool:
    """Whether an approximate actual decides if the target is met (是否取决于实际值).

    Args:
        evaluation: The form.
        indicator: One of its rows.
        margin: How far the truth may be from an approximate figure, as the rule book says.

    Returns:
        True where the target is met by some figures that the actual may stand for, and missed by others.
        An actual that is a range has a rate only where both its ends meet the target.
    """
    pair = _pair(evaluation, indicator)
    if isinstance(pair, Undefined) or pair.far is not None or pair.approximation is Approximation.EXACT:
        return False
    ends = [pair.reached + side * margin * abs(pair.reached) for side in OPEN_SIDES[pair.approximation]]
    turns = (pair.wanted, pair.wanted if pair.ceiling is None else pair.ceiling)
    places = {*ends, *(turn for turn in turns if min(ends) < turn < max(ends))}
    return len({_met(pair, place) for place in places}) > 1


def _met(pair: Measured, place: Fraction) -> bool:
    """Whether an exact figure meets the target; words that exclude the figure itself count as they stand."""
    sure = pair.approximation if pair.strict and place == pair.reached else Approximation.EXACT
    rate = compared(attrs.evolve(pair, reached=place, approximation=sure))
    return not isinstance(rate, Undefined) and rate.met


def possible(card: Scorecard) -> tuple[Decimal, Decimal] | None:
    """The least and the most of the total (总分的可能范围), None where nothing is known of it."""
    found = card.possible
    return None if isinstance(found, Undefined) else found


def percent(share: Fraction, *, low: int = 0, high: int) -> tuple[str, bool]:
    """A share as the text of a percentage that is drawn (作图用百分数), and whether it lies outside.

    Args:
        share: Exactly.
        low: The least percentage that is drawn.
        high: The largest one.

    Returns:
        At most six digits after the point; the end where it lies beyond it.

    Example:
        >>> percent(Fraction(2, 3), high=150), percent(Fraction(9), high=150)
        (('66.666667', False), ('150', True))
    """
    exact = share * 100
    if not low <= exact <= high:
        return str(low if exact < low else high), True
    return f"{round_half_up(exact, _DIGITS):f}".rstrip("0").rstrip("."), False


def beyond(shown: str, share: Fraction, *, outside: bool) -> str:
    """The words beside a bar that ends before its figure does (越界标记): `»` for more, `«` for less."""
    if not outside:
        return shown
    return f"« {shown}" if share < 0 else f"{shown} »"


def wrapped(text: str) -> str:
    r"""A name in two lines at most (名称换行), with … where something is left out.

    Example:
        >>> wrapped("应急安全宣传公益海报和宣传手册发放数量及覆盖率").split("\n")
        ['应急安全宣传公益海报和宣传', '手册发放数量及覆盖率']
    """
    rest, lines = plain(text).strip(), list[str]()
    for line in range(_LINES):
        end = len(rest) if width(rest) <= _LINE else len(shortened(rest, _LINE + 1)) - 1
        lines.append(shortened(rest, _LINE) if line == _LINES - 1 else rest[:end])
        rest = rest[end:].lstrip()
        if not rest:
            break
    return "\n".join(lines)


def keyed(names: Sequence[str]) -> list[str]:
    """Names as labels of which no two are equal (不重复的标签): a later one takes a number."""
    found: dict[str, int] = {}
    labels: list[str] = []
    for name in map(wrapped, names):
        found[name] = found.get(name, 0) + 1
        labels.append(name if found[name] == 1 else f"{name} ({found[name]})")
    return labels if len(set(labels)) == len(labels) else [f"{i}. {one}" for i, one in enumerate(labels, 1)]


def heading(evaluation: Evaluation, lang: Language) -> str:
    """Whose form it is, and of which year (评价对象与年度)."""
    names = {"name": told(evaluation.department.name, 40), "project": told(evaluation.project, 60)}
    return " ".join(said("title", lang, year=evaluation.year, **names).split())
