"""Default weights of a rule book (默认分值): what the first levels of a form usually weigh, as data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Final, cast

import attrs

from govperf.errors import StandardError
from govperf.layout import spelled
from govperf.limits import LIMITS
from govperf.model import EvaluationKind
from govperf.model.clause import Clause
from govperf.model.fields import members, strings
from govperf.numerals.contexts import EXACT

__all__ = ["WeightFloor", "WeightSet", "weight_set_for"]

_FIRST_LEVEL: Final = re.compile("[a-z][a-z0-9_]*")
_KINDS: Final = frozenset(kind.value for kind in EvaluationKind)
_NONE: Final = Decimal(0)
_ALL: Final = Decimal(1)

Points = tuple[tuple[str, Decimal], ...]


def _points(value: Mapping[str, Decimal] | Iterable[tuple[str, Decimal]]) -> Points:
    """Pairs, those of a level that stands twice too."""
    pairs = cast("Any", value).items() if isinstance(value, Mapping) else value
    return tuple((code, number) for code, number in pairs)


def _check_codes(codes: tuple[str, ...]) -> None:
    """One first level or more, none of them twice."""
    for place, code in enumerate(codes):
        if not _FIRST_LEVEL.fullmatch(code) or code in codes[:place]:
            raise StandardError("standard.weight-code", code)
    if not codes:
        raise StandardError("standard.weight-code", "")


def _check_number(number: object) -> None:
    """A finite Decimal, zero or more, of a sane size."""
    if not isinstance(number, Decimal):
        raise TypeError(f"points are a Decimal, not {type(number).__name__}")
    sane = number.is_finite() and abs(number.adjusted()) < LIMITS.digits
    if not sane or number < _NONE or len(number.as_tuple().digits) > LIMITS.digits:
        raise StandardError("standard.range", str(number))


@attrs.frozen
class WeightSet:
    """Default weights (默认分值) of one kind of form: the points of its first levels, and of the execution.

    A mapping of code → points will do.

    Args:
        name: Stable name, such as "with-cost".
        points: The points of each first level, above 0; by the codes of the taxonomy, in its order.
        execution: The points of the budget execution rate, 0 or more.
        clause: Where they were read, and how sure they are.

    Raises:
        StandardError: A code is none or stands twice, there is no first level, or a number is negative,
            not finite or too long; of a first level, also if it is 0.
        TypeError: A number is no Decimal.

    Example:
        >>> from govperf.model import Clause, Provenance
        >>> usual = WeightSet(
        ...     "usual",
        ...     {"output": Decimal(50), "outcome": Decimal(30), "satisfaction": Decimal(10)},
        ...     Decimal(10),
        ...     Clause(Provenance.VERIFIED, "filled forms"),
        ... )
        >>> usual.full, usual.of("outcome"), usual.of("cost")
        (Decimal('100'), Decimal('30'), None)
    """

    __repr__ = spelled

    name: str
    points: Points = attrs.field(converter=_points)
    execution: Decimal
    clause: Clause

    def __attrs_post_init__(self) -> None:
        """Each first level once, with points that can be given."""
        _check_codes(self.codes)
        for number in (self.execution, *(number for _, number in self.points)):
            _check_number(number)
        for code, number in self.points:
            if not number:
                raise StandardError("standard.weight-zero", code)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the first levels (一级指标), in their order."""
        return tuple(code for code, _ in self.points)

    @property
    def indicators(self) -> Decimal:
        """The points of all first levels together (指标分值合计), exactly."""
        total = _NONE
        for _, number in self.points:
            total = EXACT.add(total, number)
        return total

    @property
    def full(self) -> Decimal:
        """The points of all first levels and of the budget execution (满分), exactly."""
        return EXACT.add(self.indicators, self.execution)

    def of(self, code: str) -> Decimal | None:
        """The points of a first level (一级指标分值), None where the set has no such level."""
        return dict(self.points).get(code)


@attrs.frozen
class WeightFloor:
    """Least weight (分值下限): what some first levels must weigh together in some kinds of evaluation.

    Args:
        codes: Of the first levels.
        share: The least part of all points, above 0 and at most 1.
        kinds: The values of `EvaluationKind` that it holds for.
        clause: Where it was read, and how sure it is.

    Raises:
        StandardError: A code is none or stands twice, there is no code or no kind, a kind is unknown,
            or the share is out of range.
        TypeError: The share is no Decimal.

    Example:
        >>> from govperf.model import Clause, Provenance
        >>> clause = Clause(Provenance.RECALLED, "财预〔2020〕10号")
        >>> floor = WeightFloor(("output", "outcome"), Decimal("0.6"), ("departmental", "finance"), clause)
        >>> floor.holds_for(EvaluationKind.FINANCE), floor.holds_for(EvaluationKind.SELF)
        (True, False)
    """

    __repr__ = spelled

    codes: tuple[str, ...] = attrs.field(converter=strings)
    share: Decimal
    kinds: tuple[str, ...] = attrs.field(converter=strings)
    clause: Clause

    def __attrs_post_init__(self) -> None:
        """First levels, a share of all points, and kinds that there are."""
        _check_codes(self.codes)
        _check_number(self.share)
        if not _NONE < self.share <= _ALL:
            raise StandardError("standard.range", str(self.share))
        if not self.kinds or not _KINDS.issuperset(self.kinds):
            raise StandardError("standard.weight-kinds", ", ".join(self.kinds))

    def holds_for(self, kind: EvaluationKind) -> bool:
        """Whether it holds for a kind of evaluation (是否适用)."""
        return kind.value in self.kinds


def weight_set_for(sets: Iterable[WeightSet], codes: Iterable[str]) -> WeightSet | None:
    """The default weights for a form (适用的默认分值): those with exactly the first levels that it has.

    Args:
        sets: Of the rule book.
        codes: Of the first levels that the form has, in any order.

    Returns:
        The first set that fits, or None where none does.

    Raises:
        TypeError: A set or a code is none.

    Example:
        >>> weight_set_for((), ["output", "outcome"]) is None
        True
    """
    wanted = set(strings(codes))
    for one in members(WeightSet, sets):
        if set(one.codes) == wanted:
            return one
    return None
