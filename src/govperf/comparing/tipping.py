"""Tipping points (临界点): the figure from which on the grade is another one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import attrs

from govperf.comparing.figures import datum, grade_name
from govperf.layout import spelled
from govperf.limits import LIMITS
from govperf.messages import message
from govperf.model import Grade, Undefined
from govperf.model.plain import Record
from govperf.units import Quantity

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["MOST", "Step", "TippingPoint", "first_step", "stops_around"]

_PARTS: Final = 10
_TIMES: Final = 3

MOST: Final[int] = 10**LIMITS.digits
"""What has more digits is no magnitude of a quantity."""


@attrs.frozen(kw_only=True)
class TippingPoint:
    """Tipping point (临界点): two neighbouring figures, with the grade as it is, and with another one.

    Args:
        last: The last figure with which the grade stays.
        first: The next one, with which it does not.
        grade: The grade there, or why there is none.
    """

    __repr__ = spelled

    last: Quantity | Decimal
    first: Quantity | Decimal
    grade: Grade | Undefined

    @property
    def kind(self) -> Literal["changed", "lost"]:
        """What becomes of the grade (临界类型): another one ("changed"), or none at all ("lost")."""
        return "lost" if isinstance(self.grade, Undefined) else "changed"

    def explain(self, lang: Language = "zh") -> str:
        """The tipping point as a phrase (临界点说明), in "zh" or "en"."""
        first = f"{self.first:f}" if isinstance(self.first, Decimal) else str(self.first)
        if isinstance(self.grade, Undefined):
            return message("tipping.undefined", {"first": first, "reason": self.grade.explain(lang)}, lang)
        return message("tipping.at", {"first": first, "grade": grade_name(self.grade, lang)}, lang)

    def record(self, lang: Language = "zh") -> Record:
        """The tipping point as plain data (临界点记录): kind, last, first and grade, without a unit."""
        return {
            "kind": self.kind,
            "last": datum(_number(self.last), lang),
            "first": datum(_number(self.first), lang),
            "grade": datum(self.grade, lang),
        }


def _number(figure: Quantity | Decimal) -> Decimal:
    return figure.magnitude if isinstance(figure, Quantity) else figure


class Step(NamedTuple):
    """One step of a figure (一步), counted in the last digit that moves."""

    last: int
    first: int


def first_step(stays: Callable[[int], bool], start: int, stops: Iterable[int]) -> Step | None:
    """The step at which something stops to hold (首个转折), on the way from one number over others.

    Args:
        stays: Whether it holds at a number; it holds at the start.
        start: Where to begin.
        stops: Numbers ever farther from the start, all on one side. Between two of them in a row it changes
            once, or not at all; or it may change twice and not be seen.

    Returns:
        Two neighbours, the first of which it holds at and the second not; None where it always holds.

    Example:
        >>> first_step(lambda number: number < 37, 1, [2, 4, 8, 16, 32, 64])
        Step(last=36, first=37)
    """
    last = start
    for stop in stops:
        if not stays(stop):
            return _between(stays, last, stop)
        last = stop
    return None


def _between(stays: Callable[[int], bool], last: int, first: int) -> Step:
    while abs(first - last) > 1:
        middle = (first + last) // 2
        last, first = (middle, first) if stays(middle) else (last, middle)
    return Step(last, first)


def stops_around(start: int, marks: Iterable[int], *, low: int, high: int) -> tuple[list[int], list[int]]:
    """Numbers to try below and above a figure (试算点), ever farther away.

    Args:
        start: The figure.
        marks: What the points may turn at, such as the target: it and its neighbours are tried, and
            each tenth of it up to three times as much.
        low: Where to end below.
        high: Where to end above.

    Returns:
        Those below, falling, and those above, rising.

    Example:
        >>> below, above = stops_around(5, [6], low=0, high=10)
        >>> below, above
        ([4, 3, 2, 1, 0], [6, 7, 8, 9, 10])
    """
    turns = set(marks) or {start}
    found = {low, start - 1, start + 1}
    for mark in turns:
        found.update({mark - 1, mark, mark + 1})
        found.update(mark * part // _PARTS for part in range(_PARTS * _TIMES + 1))
    reach = max(map(abs, found))
    while reach < high:
        found.add(reach)
        reach *= 2
    within = sorted(number for number in {*found, high} if low <= number <= high)
    return [n for n in reversed(within) if n < start], [n for n in within if n > start]
