"""Levels of judgement (评判等级): which points a person may give to what no rule measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

import attrs

from govperf.errors import StandardError
from govperf.layout import spelled
from govperf.model.clause import Clause
from govperf.model.fields import members, strings
from govperf.model.settling import exact_points, rounded_points
from govperf.standards.parameters import Rounding
from govperf.standards.rules import number

__all__ = ["Band", "Level", "Levels"]

_ONE: Final = Fraction(1)


def _same(label: str) -> str:
    return "".join(label.split())


class Band(NamedTuple):
    """The points of a level for some weight (得分区间)."""

    low: Decimal
    """The least, included."""
    high: Decimal
    """The most."""
    closed: bool
    """Whether the most is included."""

    def holds(self, points: Decimal) -> bool:
        """Whether rounded points lie in the band (是否在区间内)."""
        return self.low <= points < self.high or (self.closed and points == self.high)


@attrs.frozen
class Level:
    """Level (评判等级): the part of the points between two shares, where a person gives them.

    Args:
        label: As forms print it, such as 达成年度指标.
        english: The same in English.
        lower: The least share, included.
        upper: The largest share, included only if it is 1 or the same as the least.
        aliases: What forms print instead.
        minus: Points that are taken off then, 0 or more.

    Raises:
        StandardError: There is no label, the shares do not rise or are not between 0 and 1, or the points
            are negative.
        TypeError: A number is a float.

    Example:
        >>> Level("部分达成", "partly reached", Decimal("0.6"), Decimal("0.8")).lower
        Fraction(3, 5)
    """

    __repr__ = spelled

    label: str
    english: str
    lower: Fraction = attrs.field(converter=number)
    upper: Fraction = attrs.field(converter=number)
    aliases: tuple[str, ...] = attrs.field(default=(), converter=strings, kw_only=True)
    minus: Fraction = attrs.field(default=Fraction(0), converter=number, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """A label, and a part of the points."""
        if not self.label.strip() or not 0 <= self.lower <= self.upper <= 1 or self.minus < 0:
            raise StandardError("standard.level", self.label)

    @property
    def fixed(self) -> bool:
        """Whether the level alone says the points (定分)."""
        return self.lower == self.upper

    def band(self, full: Decimal, rounding: Rounding) -> Band:
        """The points that the level allows (得分区间), its ends rounded as scores are.

        Args:
            full: The weight.
            rounding: Of the rule book.

        Returns:
            The band.
        """
        low, high = (
            rounded_points(exact_points(Fraction(full), share, self.minus), full, rounding.round)
            for share in (self.lower, self.upper)
        )
        return Band(low, high, self.upper == _ONE or low == high)


def _levels(value: Iterable[Level]) -> tuple[Level, ...]:
    return members(Level, value)


@attrs.frozen
class Levels:
    """The levels of a rule book (评判等级表), from the highest down.

    Args:
        levels: Those with a band of shares and those that are fixed.
        clause: Where they come from.

    Raises:
        StandardError: A label stands twice, or two bands overlap.

    Example:
        >>> from govperf.standards import standard
        >>> [level.label for level in standard().levels.levels][0]
        '达成年度指标'
    """

    __repr__ = spelled

    levels: tuple[Level, ...] = attrs.field(converter=_levels)
    clause: Clause

    def __attrs_post_init__(self) -> None:
        """Each label means one level, each share lies in one band."""
        labels = Counter(_same(word) for level in self.levels for word in (level.label, *level.aliases))
        for word, count in labels.items():
            if count > 1:
                raise StandardError("standard.level", word)
        bands = [level for level in self.levels if not level.fixed]
        for above, below in pairwise(bands):
            if below.upper > above.lower:
                raise StandardError("standard.level", below.label)

    def find(self, label: str) -> Level | None:
        """The level that a printed label means (识别等级), None where it means none.

        Example:
            >>> from govperf.standards import standard
            >>> standard().levels.find("达成年度指标").upper
            Fraction(1, 1)
        """
        return self._by_label.get(_same(label))

    @cached_property
    def _by_label(self) -> dict[str, Level]:
        return {_same(word): level for level in self.levels for word in (level.label, *level.aliases)}

    def of(self, points: Decimal, full: Decimal, rounding: Rounding) -> Level | None:
        """The level in whose band some points lie (得分所在等级), None where they lie in none.

        Args:
            points: As rounded.
            full: The weight.
            rounding: Of the rule book.

        Returns:
            A level with a band; a fixed one has to be named.
        """
        for level in self.levels:
            if not level.fixed and level.band(full, rounding).holds(points):
                return level
        return None
