"""What a person decides (评定): points for what no rule measures, and corrections with their reason."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import attrs

from govperf.errors import DataError
from govperf.model.fields import members, not_negative, optional_decimal, spelled, text
from govperf.units import Quantity

__all__ = ["Award", "Correction", "corrections", "optional_award"]


def _number(value: Decimal | int | str) -> Decimal:
    return Quantity(value).magnitude


@attrs.frozen
class Award:
    """Award (评定): the points that a person gives where no rule can (定性指标得分).

    A rule book says which part of the points each level may get; within it the points are a person's.

    Args:
        points: The points given, 0 or more; None where only the level was chosen.
        level: The level (评判等级), as the rule book names it, "" where none was chosen.
        reason: Why (评定理由).
        by: Who decided (评定人).

    Raises:
        DataError: Neither points nor a level are given, or the points are negative.
        QuantityError: The points are no number.
        TypeError: The points are a float, or another field is no text.

    Example:
        >>> Award(8.5)
        Traceback (most recent call last):
        TypeError: ...
        >>> Award("8.5", level="达成年度指标", reason="验收合格").points
        Decimal('8.5')
    """

    __repr__ = spelled

    points: Decimal | None = attrs.field(default=None, converter=optional_decimal, validator=not_negative)
    level: str = attrs.field(default="", validator=text(), kw_only=True)
    reason: str = attrs.field(default="", validator=text(), kw_only=True)
    by: str = attrs.field(default="", validator=text(), kw_only=True)

    def __attrs_post_init__(self) -> None:
        """An award says something."""
        if self.points is None and not self.level.strip():
            raise DataError("data.award", path="points")


@attrs.frozen
class Correction:
    """Correction (加减分): points that a person adds or takes off, with the reason.

    Args:
        points: More than 0 to add (加分), less to take off (扣分).
        reason: Why; it may not be empty.
        by: Who decided.

    Raises:
        DataError: There is no reason.
        QuantityError: The points are no number.
        TypeError: The points are a float, or another field is no text.

    Example:
        >>> Correction("-2", "材料逾期报送").points
        Decimal('-2')
    """

    __repr__ = spelled

    points: Decimal = attrs.field(converter=_number)
    reason: str = attrs.field(validator=text(required=True))
    by: str = attrs.field(default="", validator=text(), kw_only=True)


def optional_award(value: Award | Decimal | int | str | None) -> Award | None:
    """An award, or None (可缺省的评定); a number alone is its points."""
    return value if isinstance(value, Award) or value is None else Award(value)


def corrections(value: Iterable[Correction]) -> tuple[Correction, ...]:
    """Several corrections (若干加减分)."""
    return members(Correction, value)
