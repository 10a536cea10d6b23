"""Rates (比率): exact fractions that print as percentages."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import attrs

from govperf.errors import QuantityError
from govperf.layout import shortened
from govperf.limits import LIMITS
from govperf.messages import message
from govperf.model.actual import Approximation
from govperf.model.quotients import decimals
from govperf.model.shown_values import rate_html
from govperf.numerals import round_half_up
from govperf.numerals.contexts import own_context
from govperf.units import Quantity

if TYPE_CHECKING:
    from govperf.messages import Language
    from govperf.model.remarks import Note

__all__ = ["CompletionRate", "Rate", "terms"]

_CONTEXT: Final = own_context(LIMITS.digits)
_LARGEST: Final[int] = 10**LIMITS.exponent
_ROOM: Final = 24
"""Columns of a rate in an object that is shown as code."""
_SHOWN: Final = 2
_DIGITS: Final = range(_SHOWN, 41)
"""Digits that are tried before a rate shows a whole percentage that it is not."""
_SPEC: Final = re.compile(r"\.([0-5]?[0-9]|60)", re.ASCII)


def _percentage(percent: Fraction, digits: int) -> str:
    """So many percent, rounded once."""
    if _is_beyond(percent):
        return f"{'<-' if percent < 0 else '>'}10^{LIMITS.exponent}%"
    return f"{round_half_up(percent, digits):,f}%"


def _is_beyond(percent: Fraction) -> bool:
    """Whether a percentage is too large to be written."""
    return abs(percent.numerator) > _LARGEST * percent.denominator


def terms(above: Quantity, below: Quantity) -> tuple[str, str]:
    """Two amounts of one dimension as a reader would divide them (算式), both in the unit of the second.

    Args:
        above: What is divided.
        below: What it is divided by.

    Returns:
        Both as text; a conversion that does not end shows six decimals and …, and an amount that the
        other unit is too small or too large for stays in its own.

    Example:
        >>> terms(Quantity(2500, "米"), Quantity(3, "公里"))
        ('2.5公里', '3公里')
    """
    if above.unit is below.unit:
        return str(above), str(below)
    try:
        converted = above.to(below.unit)
    except QuantityError:
        return str(above), str(below)
    ends = not above or converted.exact_ratio(above) == 1
    if ends:
        return str(converted), str(below)
    return f"{decimals(above.exact_ratio(Quantity(1, below.unit)))}{below.unit}", str(below)


@attrs.frozen(repr=False)
class Rate:
    """Rate (比率): an exact fraction, such as 49/52.

    Args:
        exact: The fraction itself, never rounded.
        terms: What was divided by what, as a reader would write it, such as ("49期", "52期").

    Raises:
        TypeError: The fraction is another kind of number.

    Example:
        >>> rate = Rate(Fraction(49, 52))
        >>> rate, str(rate), f"{rate:.4}"
        (Rate(94.23%), '94.23%', '94.2308%')
    """

    _repr_html_ = rate_html

    exact: Fraction = attrs.field(validator=attrs.validators.instance_of(Fraction))
    terms: tuple[str, str] | None = attrs.field(default=None, kw_only=True, eq=False)

    @property
    def value(self) -> Decimal:
        """As a number (数值): 0.75 for 75 %; rounded to 34 digits only if it does not end."""
        return _CONTEXT.divide(Decimal(self.exact.numerator), Decimal(self.exact.denominator))

    def explain(self, lang: Language = "zh") -> str:
        """How the rate came about (比率说明), to be checked with a pocket calculator.

        Args:
            lang: "zh" or "en".

        Returns:
            One line.

        Example:
            >>> Rate(Fraction(49, 52), terms=("49期", "52期")).explain()
            '49期 ÷ 52期 = 94.23%'
        """
        if self.terms is None:
            return str(self)
        above, below = self.terms
        return message("rate.division", {"above": above, "below": below, "rate": str(self)}, lang)

    def __str__(self) -> str:
        """Two digits after the point; more where two would show a whole percentage that it is not."""
        percent = Fraction(self.exact.numerator * 100, self.exact.denominator)
        if percent.denominator > 1 and not _is_beyond(percent):
            for digits in _DIGITS:
                number = round_half_up(percent, digits)
                if number.as_integer_ratio()[1] > 1:
                    return f"{number:,f}%"
        return _percentage(percent, _SHOWN)

    def __format__(self, spec: str) -> str:
        """As a percentage, `.2` digits after the point, rounded half up; "" is as `str` has it.

        A rate above 10⁶⁰ % is only said to be so.
        """
        if not spec:
            return str(self)
        found = _SPEC.fullmatch(spec)
        if found is None:
            raise ValueError(f"unknown format {spec!r} for a rate: '.2' is two digits after the point")
        return _percentage(self.exact * 100, int(found[1]))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({shortened(str(self), _ROOM)})"


@attrs.frozen(repr=False)
class CompletionRate(Rate):
    """Completion rate (完成率): how far an actual reaches its target; not capped.

    Args:
        exact: Actual over target, or target over actual where less is better.
        terms: What was divided by what.
        met: Whether the target is reached.
        approximation: How sure the actual is.
        notes: What was assumed on the way.
    """

    met: bool = attrs.field(kw_only=True)
    approximation: Approximation = attrs.field(default=Approximation.EXACT, kw_only=True)
    notes: tuple[Note, ...] = attrs.field(default=(), kw_only=True)

    def explain(self, lang: Language = "zh") -> str:
        """How the rate came about (完成率说明), whether the target is met, and what was assumed.

        Args:
            lang: "zh" or "en".

        Returns:
            One line.

        Example:
            >>> CompletionRate(Fraction(49, 52), terms=("49期", "52期"), met=False).explain()
            '49期 ÷ 52期 = 94.23%，未达到指标值'
        """
        verdict = message("rate.met" if self.met else "rate.missed", {}, lang)
        parts = [super().explain(lang), verdict, *(note.explain(lang) for note in self.notes)]
        return ("，" if lang == "zh" else ", ").join(parts)
