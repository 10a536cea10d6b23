"""Parameters of a rule book (参数): one number with its clause, and how figures are rounded."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Final, Literal

import attrs

from govperf.errors import StandardError
from govperf.layout import spelled
from govperf.limits import LIMITS
from govperf.model.clause import Clause
from govperf.numerals.rounding import MODES, rounded
from govperf.standards.faults import together

__all__ = ["Parameter", "Rounding", "sane"]


def sane(number: Decimal) -> Decimal:
    """A number of a rule book (合理的数): finite, zero or more, and of few digits.

    Args:
        number: Any Decimal.

    Returns:
        The number.

    Raises:
        StandardError: It is none of that.

    Example:
        >>> sane(Decimal("0.6"))
        Decimal('0.6')
    """
    small = number.is_finite() and number >= 0 and abs(number.adjusted()) < LIMITS.digits
    if not small or len(number.as_tuple().digits) > LIMITS.digits:
        raise StandardError("standard.range", f"{number}")
    return number


@attrs.frozen
class Parameter:
    """One number of a rule book (参数), with its clause.

    Args:
        value: The number, 0 or more.
        clause: Where it comes from.

    Raises:
        StandardError: The number is negative, not finite, or larger than any score.
        TypeError: The number is no Decimal.
    """

    __repr__ = spelled

    value: Decimal = attrs.field(validator=attrs.validators.instance_of(Decimal))
    clause: Clause

    def __attrs_post_init__(self) -> None:
        """Zero or more, and of a sane size."""
        sane(self.value)

    @cached_property
    def exact(self) -> Fraction:
        """The number as a fraction (精确数), made once for all rows."""
        return Fraction(self.value)


@attrs.frozen
class Rounding:
    """How scores are rounded, and where (舍入规则).

    Args:
        digits: Digits after the point.
        mode: "half_up" (四舍五入) or "half_even" (四舍六入五成双).
        clause: Where it comes from.
        level: What is rounded before it is added: each "score" (the default), the sum of each first
            "level", or the "total" alone. Every figure that is shown is rounded in any case.
        rate: Digits to which the figure that a rule looks at is rounded first, such as 4 for 94.23 %;
            None leaves it exact.

    Raises:
        StandardError: The digits are not between 0 and 34, or the mode or the level is unknown.

    Example:
        >>> from govperf.standards import Provenance
        >>> rounding = Rounding(2, "half_up", Clause(Provenance.IN_USE, "systems"))
        >>> rounding.round(Fraction(83285, 1000))
        Decimal('83.29')
    """

    __repr__ = spelled

    digits: int
    mode: Literal["half_up", "half_even"]
    clause: Clause
    level: Literal["score", "level", "total"] = attrs.field(default="score", kw_only=True)
    rate: int | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """What cannot be done is refused before the first score."""
        if faults := list(self._faults()):
            raise together(faults)

    def _faults(self) -> Iterator[StandardError]:
        for key, digits in (("digits", self.digits), ("rate", self.rate or 0)):
            if not 0 <= digits <= LIMITS.digits:
                yield StandardError("standard.range", f"{digits}", path=key)
        for key, word, known in (("mode", self.mode, tuple(MODES)), ("level", self.level, _LEVELS)):
            if word not in known:
                details = {"known": ", ".join(known)}
                yield StandardError("standard.choice", f"{word}", path=key, details=details)

    def round(self, value: Fraction | Decimal) -> Decimal:
        """A figure rounded once (舍入)."""
        return rounded(value, self.digits, self.mode)

    def figure(self, value: Fraction) -> Fraction:
        """The figure that a rule looks at (计分依据), exact unless the rule book rounds it first."""
        return value if self.rate is None else Fraction(rounded(value, self.rate, self.mode))


_LEVELS: Final = ("score", "level", "total")
