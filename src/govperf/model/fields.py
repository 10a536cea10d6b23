"""What a field of a domain object accepts (字段约束): converters and validators shared by the model.

Converters take what people write; validators refuse what cannot be, and name the field.
What is merely unusual passes: finding it is the work of review.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import islice
from typing import Any, Final, TypeVar

import attrs

from govperf.errors import DataError, LimitError, QuantityError
from govperf.limits import LIMITS
from govperf.units import Quantity

__all__ = [
    "YEARS",
    "head_count",
    "members",
    "not_negative",
    "optional_decimal",
    "optional_quantity",
    "quantity",
    "rate",
    "strings",
    "text",
    "texts",
    "year",
]

YEARS: Final = range(1949, 2200)
"""What may be a calendar year."""

T = TypeVar("T")
Check = Callable[[object, "attrs.Attribute[Any]", object], None]


def text(*, required: bool = False) -> Check:
    """A text of at most one cell (文本); `required` refuses an empty one."""

    def check(_: object, field: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, str):
            raise TypeError(f"{field.name} is a text, not {type(value).__name__}")
        if len(value) > LIMITS.cell_chars:
            raise LimitError("limit.chars", value, path=field.name, details={"limit": LIMITS.cell_chars})
        if required and not value.strip():
            raise DataError("data.empty", path=field.name)

    return check


texts: Final[Check] = attrs.validators.deep_iterable(text())
"""Texts of at most one cell each (若干文本)."""


def quantity(value: Quantity | str | int | Decimal) -> Quantity:
    """A quantity from what people write (数量): "295条", 52 or a `Quantity`."""
    if isinstance(value, str):
        return Quantity.parse(value)
    return value if isinstance(value, Quantity) else Quantity(value)


def optional_quantity(value: Quantity | str | None) -> Quantity | None:
    """A quantity, or None for a cell that the form leaves out (可缺省的数量)."""
    return None if value is None else quantity(value)


def rate(_: object, field: attrs.Attribute[Any], value: Quantity | None) -> None:
    """A printed rate, where given (比率): it must say its %, because 1 may be 1 % or all of it."""
    if value is None:
        return
    if not value.unit.is_ratio:
        raise DataError("data.rate", str(value), path=field.name)
    if value.magnitude < 0:
        raise DataError("data.negative", str(value), path=field.name)


def optional_decimal(value: Decimal | int | str | None) -> Decimal | None:
    """An exact number or None (可缺省的数值): a float is refused, because binary has no 0.1."""
    return None if value is None else Quantity(value).magnitude


def not_negative(_: object, field: attrs.Attribute[Any], value: Decimal | None) -> None:
    """Zero or more, where given (非负)."""
    if value is not None and value < 0:
        raise DataError("data.negative", str(value), path=field.name)


def head_count(_: object, field: attrs.Attribute[Any], value: object) -> None:
    """How many people or posts (人数, 编制数): a whole number, zero or more."""
    if type(value) is not int:
        raise TypeError(f"{field.name} is an int, not {type(value).__name__}")
    if value < 0:
        raise DataError("data.negative", str(value), path=field.name)
    if value >= 10**LIMITS.digits:
        raise QuantityError("quantity.digits", path=field.name, details={"limit": LIMITS.digits})


def year(_: object, field: attrs.Attribute[Any], value: object) -> None:
    """A calendar year (年度)."""
    if type(value) is not int:
        raise TypeError(f"{field.name} is an int, not {type(value).__name__}")
    if value not in YEARS:
        raise DataError("data.year", str(value), path=field.name)


def strings(value: Iterable[str]) -> tuple[str, ...]:
    """Several texts (若干文本); a single text is not taken apart into letters."""
    return (value,) if isinstance(value, str) else members(str, value)


def members(kind: type[T], value: Iterable[T]) -> tuple[T, ...]:
    """A tuple of domain objects of one kind (成员)."""
    items = tuple(islice(value, LIMITS.items + 1))
    if len(items) > LIMITS.items:
        raise LimitError("limit.items", details={"limit": LIMITS.items})
    for item in items:
        if not isinstance(item, kind):
            raise TypeError(f"expected {kind.__name__}, not {type(item).__name__}")
    return items
