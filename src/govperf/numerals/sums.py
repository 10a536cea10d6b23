"""Adding up the terms of a number from the left (各项相加): 1亿 2千 3百万 5000.

Every term must fit under the last printed digit of those before it. 万 multiplies all that is said since the
last 万 or higher word, 亿 and the words above it all since the last of these.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from govperf.numerals.tables import OUTER

__all__ = ["NOTHING", "Amount", "Sum"]

_WAN: Final = OUTER["W"]


class Amount(NamedTuple):
    """A whole number of some power of ten (数额).

    Example:
        >>> Amount(222, 3).plus(Amount(170, 0))
        Amount(coefficient=222170, low=0)
    """

    coefficient: int
    low: int
    """The power of ten of the last printed digit."""

    def below(self, power: int) -> bool:
        """Whether it is below a power of ten (小于10的幂)."""
        return self.low < power and self.coefficient < 10 ** (power - self.low)

    def times(self, power: int) -> Amount:
        """So many powers of ten of it (乘以10的幂)."""
        return Amount(self.coefficient, self.low + power)

    def plus(self, lower: Amount) -> Amount:
        """The sum with what stands under its last printed digit (加低位)."""
        return Amount(self.coefficient * 10 ** (self.low - lower.low) + lower.coefficient, lower.low)


class Sum(NamedTuple):
    """The terms so far (累加), each part to be multiplied by the next word that is high enough.

    Example:
        >>> NOTHING.plus(Amount(2, 3), 0).plus(Amount(30, 0), 4).amount()
        Amount(coefficient=2030, low=4)
    """

    done: Amount | None
    """Up to the last 亿 or word above it."""
    wan: Amount | None
    """Since then, up to the last 万."""
    section: Amount | None
    """Since then."""

    def amount(self) -> Amount:
        """All of it (总数); there is a term."""
        first, *rest = (part for part in self if part)
        for part in rest:
            first = first.plus(part)
        return first

    def takes(self, term: Amount, outer: int) -> bool:
        """Whether a term fits under the last printed digit (能否续接).

        Args:
            term: Without its 万, 亿 or higher word.
            outer: The power of ten of that word, 0 without one.

        Returns:
            Whether the sum with it is well formed.
        """
        if self.section:
            if not term.below(self.section.low):
                return False
            term = self.section.plus(term)
        if outer in (0, _WAN):
            term = term.times(outer)
            above = self.wan or self.done
            return above is None or term.below(above.low)
        if self.wan:
            if not term.below(self.wan.low):
                return False
            term = self.wan.plus(term)
        return self.done is None or term.times(outer).below(self.done.low)

    def plus(self, term: Amount, outer: int) -> Sum:
        """The sum with one term more, which it takes (续接).

        Args:
            term: Without its 万, 亿 or higher word.
            outer: The power of ten of that word, 0 without one.

        Returns:
            The new sum.
        """
        section = self.section.plus(term) if self.section else term
        if not outer:
            return self._replace(section=section)
        if outer == _WAN:
            wan = section.times(outer)
            return Sum(self.done, self.wan.plus(wan) if self.wan else wan, None)
        done = (self.wan.plus(section) if self.wan else section).times(outer)
        return Sum(self.done.plus(done) if self.done else done, None, None)


NOTHING: Final = Sum(None, None, None)
"""No term yet."""
