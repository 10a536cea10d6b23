"""Compiled rules (规则表): a rule as a small table of whole numbers, and the arithmetic on it.

The table is plain data, so that an engine for columns can read it too and agree to the last
digit: knots n/d, and for each piece between and on them the coefficients of
(alpha·x + beta) / gamma. Multiply first, divide last, round once.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from hashlib import sha256
from math import ceil, floor, lcm
from typing import Final, NamedTuple

__all__ = ["Compiled", "Piece", "Steps", "compiled"]


_NOTHING: Final = Fraction(0)


class Piece(NamedTuple):
    """The share of the points between two knots, or on one: (alpha·x + beta) / gamma (分段系数)."""

    alpha: int
    beta: int
    gamma: int


class Steps(NamedTuple):
    """Whole steps away from a start (分档步长): 每超过一个百分点 counts points, and not their parts."""

    start: Fraction
    """Where the first step begins."""
    size: Fraction
    """How long each is, more than 0."""
    rounds: str
    """ "floor": complete steps count; "ceil": a step that is begun counts too."""

    def __call__(self, figure: Fraction) -> Fraction:
        """The figure at the end of the steps that count (取整后的数)."""
        away = (figure - self.start) / self.size
        whole = floor(abs(away)) if self.rounds == "floor" else ceil(abs(away))
        return self.start + (self.size if away > 0 else -self.size) * whole


class Compiled(NamedTuple):
    """A rule compiled (规则表): the share of the points and what is taken off, for any figure.

    `share` and `hundredths` are exact for integers of any size.
    """

    knots: tuple[tuple[int, int], ...]
    """Numerator and denominator of each, rising."""
    pieces: tuple[Piece, ...]
    """Below the first knot, on it, after it, on the next …: one more than twice the knots."""
    minus: tuple[tuple[int, int, int, int], ...] = ()
    """From which figure on (n/d) how many points (n/d) are taken off, rising."""
    steps: Steps | None = None
    """Whole steps that the figure is first brought to, if the rule has them."""

    @property
    def hash(self) -> str:
        """A hash of the table (校验值): equal tables give equal points."""
        return sha256(repr(tuple(self)).encode()).hexdigest()

    def share(self, above: int, below: int) -> tuple[int, int]:
        """The share of the points for the figure above/below (得分比例), as numerator and denominator.

        Args:
            above: Any integer.
            below: More than 0.

        Returns:
            Not reduced; the denominator is more than 0.

        Example:
            >>> from govperf.standards import standard
            >>> standard().rule("proportional").table.share(49, 52)
            (49, 52)
        """
        if self.steps is not None:
            above, below = self.steps(Fraction(above, below)).as_integer_ratio()
        place = 0
        for n, d in self.knots:
            left, right = above * d, n * below
            if left < right:
                break
            place += 1
            if left == right:
                break
            place += 1
        alpha, beta, gamma = self.pieces[place]
        return alpha * above + beta * below, gamma * below

    def taken_off(self, above: int, below: int) -> Fraction:
        """The points that the rule takes off at the figure above/below (扣分)."""
        found = _NOTHING
        for n, d, points, parts in self.minus:
            if above * d >= n * below:
                found = Fraction(points, parts)
        return found

    def hundredths(self, weight: int | Fraction, above: int, below: int) -> int:
        """Points in hundredths, rounded half up once (得分，以百分之一分计): the fast lane.

        Args:
            weight: The full points in hundredths: 20 points are 2000; a fraction will do. In other units,
                such as thousandths, only where the rule takes nothing off: what it does counts in hundredths.
            above: The numerator of the figure, such as the actual.
            below: Its denominator, more than 0, such as the target in the same unit.

        Returns:
            Between 0 and the weight, in the units of the weight.

        Example:
            >>> from govperf.standards import standard
            >>> standard().rule("proportional").table.hundredths(2000, 75, 95)
            1579
        """
        if self.minus:
            share = Fraction(*self.share(above, below))
            exact = max(weight * share - 100 * self.taken_off(above, below), Fraction(0))
            return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
        if self.steps is not None:
            above, below = self.steps(Fraction(above, below)).as_integer_ratio()
        place = 0
        for n, d in self.knots:  # as in `share`, whose call would be half of the time
            left, right = above * d, n * below
            if left < right:
                break
            place += 1
            if left == right:
                break
            place += 1
        alpha, beta, gamma = self.pieces[place]
        gamma *= below
        return (2 * weight * (alpha * above + beta * below) + gamma) // (2 * gamma)


def compiled(
    knots: Sequence[tuple[Fraction, Fraction, Fraction, Fraction]],
    minus: Sequence[tuple[Fraction, Fraction]] = (),
    steps: Steps | None = None,
) -> Compiled:
    """A rule as a table of integers (编译规则).

    Args:
        knots: Each with the share just below it, on it and just above it; rising.
        minus: From which figure on how many points are taken off; rising.
        steps: As in `Steps`.

    Returns:
        The table.
    """
    pieces = [_level(knots[0][1])]
    for i, (_, _, on, above) in enumerate(knots):
        pieces.append(_level(on))
        pieces.append(_line(knots[i], knots[i + 1]) if i + 1 < len(knots) else _level(above))
    places = tuple((knot[0].numerator, knot[0].denominator) for knot in knots)
    off = tuple((*start.as_integer_ratio(), *points.as_integer_ratio()) for start, points in minus)
    return Compiled(places, tuple(pieces), off, steps)


def _level(share: Fraction) -> Piece:
    return Piece(0, share.numerator, share.denominator)


def _line(
    start: tuple[Fraction, Fraction, Fraction, Fraction], end: tuple[Fraction, Fraction, Fraction, Fraction]
) -> Piece:
    """The straight line from just above one knot to just below the next."""
    slope = (end[1] - start[3]) / (end[0] - start[0])
    constant = start[3] - slope * start[0]
    gamma = lcm(slope.denominator, constant.denominator)
    return Piece(int(slope * gamma), int(constant * gamma), gamma)
