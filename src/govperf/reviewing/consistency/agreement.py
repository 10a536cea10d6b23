"""Agreement (数字相符): whether two printed figures may be the same, and how several places are named."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from govperf.model import CompletionRate
from govperf.model.actual import Approximation
from govperf.reviewing.form import Row
from govperf.reviewing.identities.equations import half_a_digit
from govperf.units import Quantity

__all__ = ["agrees", "known_figure", "listed", "plain_name", "size"]

_SHOWN: Final = 5
"""Names that a finding on many rows says."""


def plain_name(name: str) -> str:
    """A name without its spaces (去空格的名称).

    Example:
        >>> plain_name("培训 人数")
        '培训人数'
    """
    return "".join(name.split())


def size(figure: Quantity) -> Fraction:
    """How much a figure is in the smallest unit of its kind (折算数), exactly.

    Example:
        >>> size(Quantity("1.5", "万元"))
        Fraction(15000, 1)
    """
    return Fraction(figure.magnitude) * Fraction(figure.unit.factor)


def agrees(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may be one, each rounded to its last digit (是否相符).

    Args:
        one: As printed.
        other: As printed, in a unit of the same kind.

    Returns:
        True where they differ by less than half a last digit of each, so that figures with as many digits
        must be equal; counts that no scale word rounds are exact.

    Example:
        >>> agrees(Quantity("89.97", "万元"), Quantity("899,741", "元"))
        True
        >>> agrees(Quantity(52, "人"), Quantity(51, "人"))
        False
    """
    off = abs(size(one) - size(other))
    return not off or off < _slack(one) + _slack(other)


def _slack(figure: Quantity) -> Fraction:
    unit = figure.unit
    half = Fraction(1, 2) if unit.power_of_ten and not _decimals(figure) else half_a_digit(figure)
    return half * Fraction(unit.factor)


def _decimals(figure: Quantity) -> bool:
    return int(figure.magnitude.as_tuple().exponent) < 0


def known_figure(row: Row) -> Quantity | None:
    """The exact figure of an actual with its unit (实际完成值的确数), None where that is not certain.

    Args:
        row: Of a form.

    Returns:
        A bare figure takes the unit of its target where the row could be scored so.

    Example:
        >>> from govperf.model import Evaluation, Goal, Indicator
        >>> from govperf.reviewing.form import Form
        >>> from govperf.standards import standard
        >>> goal = Goal("培训", indicators=[Indicator("培训人数", target="≥50人", actual="52")])
        >>> known_figure(Form(Evaluation("某局", 2023, goals=[goal]), standard()).rows[0])
        Quantity('52', '人')
    """
    actual, target = row.indicator.actual, row.indicator.target
    if actual is None or actual.quantity is None or actual.whole is not None:
        return None
    if actual.approximation is not Approximation.EXACT:
        return None
    if actual.quantity.unit.atoms:
        return actual.quantity
    if target is None or target.quantity is None or not isinstance(row.rate, CompletionRate):
        return None
    return Quantity(actual.quantity.magnitude, target.quantity.unit) if target.quantity.unit.atoms else None


def listed(names: Sequence[str]) -> dict[str, object]:
    """How many there are, and the first of them by name (计数与名称), for a sentence.

    Args:
        names: Of the rows that a finding is about.

    Returns:
        `count`, `names_en` and `names_zh`.

    Example:
        >>> listed(["造林", "抚育"])
        {'count': 2, 'names_en': '造林, 抚育', 'names_zh': '造林、抚育'}
    """
    more = ["…"] if len(names) > _SHOWN else []
    shown = [*names[:_SHOWN], *more]
    return {"count": len(names), "names_en": ", ".join(shown), "names_zh": "、".join(shown)}
