"""Figures of a comparison (比较中的数字): exact sums and differences, and how they are written."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING, Final

from govperf.limits import LIMITS
from govperf.messages import message
from govperf.model import Grade, Score, Scorecard, Undefined
from govperf.model.plain import JsonValue
from govperf.numerals import round_half_up
from govperf.numerals.contexts import EXACT

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["credit", "datum", "difference", "figure", "grade_name", "rest", "signed"]

_CENTS: Final = 2
_SHOWN: Final = 6
"""Digits after the point of a figure that does not end with cents."""


def difference(after: Decimal | Undefined, before: Decimal | Undefined) -> Decimal | Undefined:
    """One figure less another (差额); undefined where one of them is.

    Args:
        after: What is left.
        before: What is taken off.

    Returns:
        The exact difference under any decimal context of the caller, or the first reason.

    Example:
        >>> difference(Decimal("86.99"), Decimal("80.00"))
        Decimal('6.99')
    """
    if isinstance(before, Undefined):
        return before
    return after if isinstance(after, Undefined) else EXACT.subtract(after, before)


def credit(score: Score) -> Decimal | Undefined:
    """What a score counts for in the sum (计入合计的得分): nothing where the indicator is left out of it.

    Args:
        score: Any.

    Returns:
        Its points, 0, or why there are none.
    """
    return score.points if score.applicable else Decimal(0)


def rest(card: Scorecard, total: Decimal) -> Decimal:
    """What the total is beyond the sum of the points (总分调整), such as points added by a person; often 0.

    Args:
        card: With its scores.
        total: Of the card, where it has one.

    Returns:
        The exact difference.
    """
    counted = [points for points in map(credit, card) if isinstance(points, Decimal)]
    return reduce(EXACT.subtract, counted, total)


def datum(value: Decimal | Fraction | Grade | Undefined | None, lang: Language) -> JsonValue:
    """A value as plain data (纯数据), for JSON, a template or a data frame.

    Args:
        value: A number, a grade, why there is none, or None for what is not there.
        lang: "zh" or "en".

    Returns:
        An exact number as text, a fraction where decimals would not end; the name of a grade; of an
        undefined value the code and the reason.

    Example:
        >>> datum(Decimal("9.50"), "en"), datum(Fraction(-5, 3), "en")
        ('9.50', '-5/3')
        >>> datum(Undefined("undefined.target-missing"), "en")
        {'undefined': 'undefined.target-missing', 'reason': 'there is no target'}
    """
    match value:
        case Undefined():
            return {"undefined": value.code, "reason": value.explain(lang)}
        case Grade():
            return grade_name(value, lang)
        case Fraction():
            written = round_half_up(value, LIMITS.digits)
            return f"{written.normalize(EXACT):f}" if Fraction(written) == value else f"{value}"
        case _:
            return None if value is None else f"{value:f}"


def figure(value: Decimal | Fraction | Undefined, lang: Language) -> str:
    """A figure as it is written (数字书写): cents at least, six digits at most, ≈ where it goes on.

    Args:
        value: Points, or why there are none.
        lang: "zh" or "en".

    Returns:
        A text.

    Example:
        >>> figure(Fraction(5, 3), "en"), figure(Decimal(5), "en")
        ('≈1.666667', '5.00')
    """
    if isinstance(value, Undefined):
        return message("change.undefined", {"reason": value.explain(lang)}, lang)
    exact = Fraction(value)
    if (exact * 10**_CENTS).denominator == 1:
        return f"{round_half_up(exact, _CENTS):f}"
    written = round_half_up(exact, _SHOWN)
    text = f"{written:f}".rstrip("0")
    return text if Fraction(written) == exact else f"≈{text}"


def signed(value: Decimal | Fraction | Undefined, lang: Language) -> str:
    """A difference with its sign (带符号的差额), or that there is none.

    Args:
        value: Points.
        lang: "zh" or "en".

    Returns:
        A text.

    Example:
        >>> signed(Decimal("6.99"), "en"), signed(Decimal("-3"), "en")
        ('+6.99', '-3.00')
    """
    if isinstance(value, Undefined):
        return message("change.no-difference", {}, lang)
    _, mark, digits = figure(value, lang).rpartition("≈")
    return f"{mark}{digits}" if value < 0 else f"{mark}+{digits}"


def grade_name(grade: Grade, lang: Language) -> str:
    """A grade as people call it (等级名称): its label in Chinese, else its name."""
    return grade.label if lang == "zh" else grade.name
