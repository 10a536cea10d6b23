"""Grids (步长): figures counted in steps of their last digit, so that one of them has neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Final

import attrs

from govperf.comparing.tipping import MOST
from govperf.model import Undefined
from govperf.numerals.contexts import EXACT
from govperf.units import Quantity

__all__ = ["Grid"]

_ALL: Final = Quantity(100, "%")
_SOME: Final = 10
"""What stands for the largest figure where every figure is 0."""


@attrs.frozen
class Grid:
    """Grid (步长) of the figures that a figure moves over.

    Args:
        figure: Where it starts.
        places: Digits after the point of a step.

    Example:
        >>> grid = Grid.of(Quantity("81", "%"), [Quantity("92.5", "%")], None)
        >>> grid.start, grid.at(811), grid.steps(Quantity("92.5", "%"))
        (810, Quantity('81.1', '%'), 925)
    """

    figure: Quantity
    places: int

    @classmethod
    def of(cls, figure: Quantity, marks: Sequence[Quantity], digits: int | None) -> Grid | Undefined:
        """The grid as fine as a figure and its marks, or as is said (按精度取步长).

        Args:
            figure: Where it starts.
            marks: What it is compared with; those in another unit do not make it finer.
            digits: Digits after the point; None for those of the figures.

        Returns:
            The grid; undefined where a figure would have too many digits.
        """
        same = [mark for mark in marks if mark.unit is figure.unit]
        places = [_places(item) for item in (figure, *same)]
        grid = cls(figure, max(places) if digits is None else max(digits, places[0]))
        if abs(grid.start) >= MOST:
            return Undefined("undefined.too-fine", {"figure": figure, "digits": grid.places})
        return grid

    @property
    def start(self) -> int:
        """The figure itself, in steps (起点)."""
        return self.steps(self.figure)

    def steps(self, figure: Quantity) -> int:
        """A figure in steps, rounded down (步数); its unit adds to that of the grid."""
        return floor(figure.exact_ratio(Quantity(1, self.figure.unit)) * Fraction(10) ** self.places)

    def end(self, marks: Sequence[Quantity], times: int) -> int:
        """Where a move upwards ends, in steps (变动上限).

        Args:
            marks: What the figure is compared with.
            times: How many times the largest of them and the figure; where all are 0, the largest is 10.

        Returns:
            100% for percentages of which none is above that; else the multiple.

        Example:
            >>> Grid(Quantity("81", "%"), 0).end([Quantity("90", "%")], 10)
            100
            >>> Grid(Quantity("11", "场"), 0).end([Quantity("12", "场")], 10)
            120
        """
        sizes = [abs(self.steps(item)) for item in (self.figure, *marks)]
        largest = max(sizes) or self.steps(Quantity(_SOME, self.figure.unit))
        if self.figure.unit.is_ratio and (whole := self.steps(_ALL)) >= largest:
            return whole
        return min(largest * times, MOST - 1)

    def at(self, steps: int) -> Quantity:
        """So many steps as a figure (步数对应的数值)."""
        return Quantity(EXACT.scaleb(Decimal(steps), -self.places), self.figure.unit)


def _places(figure: Quantity) -> int:
    return max(0, -int(figure.magnitude.as_tuple().exponent))
