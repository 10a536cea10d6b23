"""Equations of printed figures (勾稽算式): a total, its parts, and what rounding may explain.

Each check adds the printed parts and compares them with the printed total. Printed figures
are rounded, so n parts and their total may differ by half a last digit each, (n + 1) in all;
counts are exact. Verdicts compare exact fractions, so that no sum is rounded before it is judged.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache, cached_property, reduce
from operator import add
from typing import TYPE_CHECKING, Final

import attrs

from govperf.layout import spelled
from govperf.messages import message
from govperf.model.budget_figures import figure_name
from govperf.numerals.contexts import EXACT
from govperf.reviewing.showing import cross_check_html
from govperf.units import Quantity, Unit

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["CrossCheck", "Term", "Verdict", "half_a_digit", "is_quotient", "money", "quotient_verdict"]

_NONE: Final = Decimal(0)
_HALF: Final = Decimal("0.5")
_plus: Final = EXACT.add
_minus: Final = EXACT.subtract
_product: Final = EXACT.multiply
_exactly: Final = cache(Fraction)
"""Of half steps, which are few."""

_WHOLE: Final = frozenset({"天", "周", "月", "季度", "年"})
"""Lengths of time that are counted one by one."""


class Verdict(Enum):
    """How a cross-check came out (核对结果)."""

    EQUAL = "equal"
    ROUNDING = "rounding"
    BROKEN = "broken"


@attrs.frozen
class Term:
    """One printed figure of a cross-check (核对项).

    Args:
        label: What a part is called; "" for a field of the budget.
        amount: As printed.
        sign: 1 if it is added, -1 if it is taken off.
        field: Its field in the budget; "" for a part.
        path: Where it stands; that of the field, unless it is a part.
    """

    __repr__ = spelled

    label: str
    amount: Quantity
    sign: int = 1
    field: str = attrs.field(default="", kw_only=True)
    path: str = attrs.field(
        default=attrs.Factory(lambda term: f"$.budget.{term.field}" if term.field else "", takes_self=True),
        kw_only=True,
    )

    def name(self, lang: Language) -> str:
        """What the figure is called (名称): a part as printed, a field of the budget in "zh" or "en"."""
        return figure_name(self.field, lang) if self.field else self.label


@attrs.frozen(kw_only=True)
class CrossCheck:
    """Cross-check (勾稽关系): a printed total beside the sum of its printed parts.

    Args:
        code: Stable name of the identity.
        path: Where the total stands.
        total: The printed total.
        parts: The printed parts with their signs.

    Example:
        >>> check = CrossCheck(
        ...     code="breakdown",
        ...     path="$.breakdowns[0]",
        ...     total=Term("事故", Quantity(17, "起")),
        ...     parts=(Term("道路交通", Quantity(13, "起")), Term("其他", Quantity(4, "起"))),
        ... )
        >>> check.verdict.value, check.explain("zh")
        ('equal', '事故 17起 = 道路交通 13起 + 其他 4起')
    """

    __repr__ = spelled
    _repr_html_ = cross_check_html

    code: str
    path: str
    total: Term
    parts: tuple[Term, ...]

    @cached_property
    def computed(self) -> Quantity:
        """The sum of the parts (合计), in the unit of the total."""
        signed = [part.amount if part.sign > 0 else -part.amount for part in self.parts]
        return reduce(add, signed, Quantity(0, self.total.amount.unit))

    @cached_property
    def difference(self) -> Quantity:
        """Printed total minus the sum of its parts (差额), signed."""
        return self.total.amount - self.computed

    @cached_property
    def tolerance(self) -> Quantity:
        """What rounding alone may explain (容差): half a last digit of each figure; 0 for counts.

        Rule:
            |total − Σ| ≤ (n + 1) × half a last digit is a hint, more is an error (in use).
        """
        unit = self.total.amount.unit
        above, below = self._allowed.as_integer_ratio()
        return Quantity(above, unit) / below - Quantity(0, unit)  # percentages differ by percentage points

    @cached_property
    def verdict(self) -> Verdict:
        """How it came out (核对结果)."""
        if not self._off:
            return Verdict.EQUAL
        return Verdict.ROUNDING if abs(self._off) <= self._allowed else Verdict.BROKEN

    @property
    def figures(self) -> dict[str, Quantity]:
        """Every figure of the check by its path (相关数字), the total first."""
        return {term.path: term.amount for term in (self.total, *self.parts)}

    @cached_property
    def _off(self) -> Fraction:
        unit = self.total.amount.unit
        return _number(self.total.amount, unit) - sum(
            part.sign * _number(part.amount, unit) for part in self.parts
        )

    @cached_property
    def _allowed(self) -> Fraction:
        unit = self.total.amount.unit
        halves = [_half(term.amount, unit) for term in (self.total, *self.parts)]
        return sum(halves, Fraction(0))

    def explain(self, lang: Language = "zh") -> str:
        """The check as an equation (核对说明), with the difference where there is one."""
        words = [(_sign(part), part.name(lang), str(abs(part.amount))) for part in self.parts]
        parts = " ".join(word for part in words for word in part if word).removeprefix("+ ")
        figures = {"name": self.total.name(lang), "total": self.total.amount, "parts": parts}
        if self.verdict is Verdict.EQUAL:
            return message("check.equal", figures, lang)
        figures |= {
            "computed": self.computed,
            "difference": abs(self.difference),
            "tolerance": self.tolerance,
        }
        return message(f"check.{self.verdict.value}", figures, lang)


def _sign(part: Term) -> str:
    """A negative amount is taken off, and a negative one that is taken off is added."""
    return "+" if (part.sign > 0) == (part.amount.magnitude >= 0) else "-"


def _number(amount: Quantity, unit: Unit) -> Fraction:
    """How many of a unit an amount is, exactly."""
    return Fraction(amount.magnitude) if amount.unit is unit else amount.exact_ratio(Quantity(1, unit))


def _half(amount: Quantity, unit: Unit) -> Fraction:
    """Half a last digit of an amount, in a unit."""
    half = half_a_digit(amount)
    return half if amount.unit is unit else half * _number(Quantity(1, amount.unit), unit)


def half_a_digit(amount: Quantity) -> Fraction:
    """What rounding may have changed (半个末位): half a last printed digit, in its unit; 0 for a whole count.

    Args:
        amount: As printed.

    Returns:
        Half a unit of its last decimal; of whole figures, one half.

    Example:
        >>> half_a_digit(Quantity("95.08", "%")), half_a_digit(Quantity(624, "条"))
        (Fraction(1, 200), Fraction(0, 1))
    """
    return _exactly(_half_step(amount))


def _half_step(amount: Quantity) -> Decimal:
    """Half a last digit of an amount, in its unit."""
    exponent = min(int(amount.magnitude.as_tuple().exponent), 0)
    counted = not exponent and (amount.unit.is_count or amount.unit.label in _WHOLE)
    return _NONE if counted else _half_of(exponent)


@cache
def _half_of(exponent: int) -> Decimal:
    return _HALF.scaleb(exponent, EXACT)


def money(amount: Quantity) -> Fraction:
    """How many 元 (or another currency) an amount is (金额), exactly.

    Example:
        >>> money(Quantity("0.5", "万元"))
        Fraction(5000, 1)
    """
    return Fraction(amount.magnitude) * amount.unit.factor


def quotient_verdict(above: Quantity, below: Quantity, printed: Quantity) -> Verdict:
    """Whether a printed rate is the quotient of two printed amounts (比率核对).

    Args:
        above: An amount.
        below: Another one, above zero.
        printed: The rate.

    Returns:
        Equal where the quotient rounds half up or down to the rate; rounding where it is off by less than
        one last digit, or where the digits that the amounts do not print may make up for it; else broken.

    Example:
        >>> rates = ["86.18%", "86.19%", "86.20%"]
        >>> amounts = Quantity("215457.6", "元"), Quantity("250000.00", "元")
        >>> [quotient_verdict(*amounts, Quantity.parse(rate)).value for rate in rates]
        ['equal', 'rounding', 'broken']
    """
    said, half, (times, over) = printed.magnitude, _half_step(printed), _scales(above, below, printed)
    one, other = _product(above.magnitude, times), _product(below.magnitude, over)
    off, allowed = _minus(one, _product(said, other)).copy_abs(), _product(half, other)
    if off <= allowed:
        return Verdict.EQUAL
    if off < _plus(allowed, allowed):
        return Verdict.ROUNDING
    up, down = _product(_half_step(above), times), _product(_half_step(below), over)
    highest = _product(_plus(said, half), _plus(other, down))
    lowest = _product(_minus(said, half), _minus(other, down))
    within = _minus(one, up) <= highest and lowest <= _plus(one, up)
    return Verdict.ROUNDING if within else Verdict.BROKEN


def is_quotient(
    above: Quantity, below: Quantity, printed: Quantity, *, times: int = 1, over: int = 1
) -> bool:
    """Whether the quotient of two amounts rounds half up or down to a printed rate (比率相符).

    Args:
        above: An amount.
        below: Another one, above zero.
        printed: The rate.
        times: What the quotient is multiplied by first.
        over: What it is divided by.

    Example:
        >>> is_quotient(Quantity(7, "元"), Quantity(9, "万元"), Quantity("77.8", "%"), times=10_000)
        True
    """
    first, second = _scales(above, below, printed)
    one, other = _product(above.magnitude, first * times), _product(below.magnitude, second * over)
    off = _minus(one, _product(printed.magnitude, other)).copy_abs()
    return off <= _product(_half_step(printed), other)


def _scales(above: Quantity, below: Quantity, printed: Quantity) -> tuple[int, int]:
    """What to multiply two amounts by, so that their quotient is in the unit of the rate."""
    by, per = printed.unit.factor.as_integer_ratio()
    if above.unit is below.unit:
        return per, by
    times, over = (above.unit.factor / below.unit.factor).as_integer_ratio()
    return times * per, over * by
