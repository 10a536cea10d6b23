"""Weights as levers (分值的变动): one weight moves, the others share the difference in proportion."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from typing import Final, NamedTuple

from govperf.comparing.levers import Lever
from govperf.comparing.starting import Base
from govperf.model import Grade, Score, Undefined
from govperf.numerals.contexts import EXACT

__all__ = ["shared", "weight_lever"]

_CENTS: Final = 2
_PARTS: Final = 100
"""The weights tried are at most so many, from nothing to everything; then one by one between two of them."""


def shared(amount: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """Points shared in proportion to weights (按比例分配分值), to the hundredth or finer, nothing lost.

    Args:
        amount: What is shared.
        weights: In what proportion; not all zero.

    Returns:
        One share for each weight; they add up to the amount.

    Example:
        >>> shared(Decimal(50), [Decimal(20), Decimal(10)])
        [Decimal('33.33'), Decimal('16.67')]
    """
    places = max(_CENTS, *(-int(number.as_tuple().exponent) for number in (amount, *weights)))
    steps, *parts = (int(EXACT.scaleb(number, places)) for number in (amount, *weights))
    exact = [divmod(steps * part, sum(parts)) for part in parts]
    lost = steps - sum(whole for whole, _ in exact)
    largest = sorted(range(len(exact)), key=lambda index: -exact[index][1])[:lost]
    shares = [whole + (index in largest) for index, (whole, _) in enumerate(exact)]
    return [EXACT.scaleb(Decimal(share), -places) for share in shares]


def weight_lever(base: Base, score: Score) -> Lever | Undefined:
    """The weight of an indicator as a lever (分值的变动); the sum of all weights stays.

    Args:
        base: What it moves in.
        score: Of the indicator, with its weight.

    Returns:
        The lever; undefined where no other indicator has points to share.
    """
    given = {item.path: made for item in base.card.scores if (made := _Given.of(item, base)) is not None}
    weights = {path: item.weight for path, item in given.items()}
    own = weights.pop(score.path, None)
    if own is None or not any(weights.values()):
        return Undefined("undefined.no-other-weights")
    total = reduce(EXACT.add, weights.values(), own)
    places = max(0, *(-int(weight.as_tuple().exponent) for weight in (own, *weights.values())))

    def moved(steps: int) -> dict[str, Decimal]:
        weight = EXACT.scaleb(Decimal(steps), -places)
        others = shared(EXACT.subtract(total, weight), tuple(weights.values()))
        return {score.path: weight, **dict(zip(weights, others, strict=True))}

    start, end = (int(EXACT.scaleb(weight, places)) for weight in (own, total))
    is_far = _far(given, score.path, base)

    def quick(steps: int) -> Grade | Undefined:
        if is_far(Fraction(steps - start, 10**places)):
            return base.card.grade
        changes = [given[path].change(weight, base) for path, weight in moved(steps).items()]
        return base.of_total(reduce(EXACT.add, changes, base.total))

    return Lever(
        start=start,
        stops=_stops(start, end, max(10**places, end // _PARTS)),
        written=lambda steps: EXACT.scaleb(Decimal(steps), -places),
        quick=quick,
        fields=lambda steps: {path: {"weight": weight} for path, weight in moved(steps).items()},
    )


def _stops(start: int, end: int, stride: int) -> tuple[list[int], list[int]]:
    """From the start a whole point at a time, to nothing and to everything."""
    below, above = list(range(start - stride, 0, -stride)), list(range(start + stride, end, stride))
    return [*below, *([0] if start else [])], [*above, *([end] if start < end else [])]


def _far(given: Mapping[str, _Given], path: str, base: Base) -> Callable[[Fraction], bool]:
    """Whether the total stays clear of other grades, however the weights and the points are rounded.

    Before any rounding the total is a straight line over the weight that moves; each weight and each
    score is off that line by less than its last digit.
    """
    own, others = given[path], [item for other, item in given.items() if other != path]
    mean = sum(item.exact for item in others) / sum(Fraction(item.weight) for item in others)
    begin = sum(item.exact - Fraction(item.earned) for item in given.values())
    last_digit = Fraction(10) ** int(base.total.as_tuple().exponent)
    off = len(given) * (Fraction(1, 10**_CENTS) + last_digit)
    low, high = (
        Fraction(item) - off if isinstance(item, Decimal) else None for item in (base.loss, base.gain)
    )

    def is_far(moved: Fraction) -> bool:
        change = begin + moved * (own.share - mean)
        return (low is None or -change < low) and (high is None or change < high)

    return is_far


class _Given(NamedTuple):
    """What a row has now, and the part of its weight that it earns."""

    weight: Decimal
    earned: Decimal
    share: Fraction

    @classmethod
    def of(cls, score: Score, base: Base) -> _Given | None:
        """Of a row with points; those that a person gave do not move with the weight."""
        if isinstance(score.full, Undefined) or isinstance(score.points, Undefined):
            return None
        person = score.award is not None and score.award.points is not None
        share = score.share if isinstance(score.share, Fraction) and not person else Fraction(0)
        return cls(score.full, base.book.rounding.round(Fraction(score.full) * share), share)

    @property
    def exact(self) -> Fraction:
        """What it earns before rounding."""
        return Fraction(self.weight) * self.share

    def change(self, weight: Decimal, base: Base) -> Decimal:
        """How many points more the row earns with another weight."""
        return EXACT.subtract(base.book.rounding.round(Fraction(weight) * self.share), self.earned)
