"""What a field of a domain object accepts (字段约束): converters and validators shared by the model.

Converters take what people write; validators refuse what cannot be, and name the field.
What is merely unusual passes: finding it is the work of review.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import Enum
from itertools import islice
from typing import Final, Literal, TypeVar, overload

import attrs

from govperf.errors import DataError, LimitError, QuantityError
from govperf.layout import spelled
from govperf.limits import LIMITS
from govperf.units import Quantity

__all__ = [
    "YEARS",
    "a_rate",
    "a_year",
    "category",
    "chosen",
    "counted",
    "expect",
    "head_count",
    "members",
    "nesting",
    "not_negative",
    "of_kind",
    "optional_decimal",
    "optional_quantity",
    "quantity",
    "rate",
    "spelled",
    "strings",
    "text",
    "texts",
    "year",
]

YEARS: Final = range(1949, 2200)
"""What may be a calendar year."""

T = TypeVar("T")
E = TypeVar("E", bound=Enum)
Check = Callable[[object, "attrs.Attribute[T]", T], None]
"""A validator of attrs (校验): it names its type, or type checkers lose that of the converter beside it."""


def text(*, required: bool = False) -> Check[str]:
    """A text of at most one cell (文本); `required` refuses an empty one."""

    def check(_: object, field: attrs.Attribute[str], value: object) -> None:
        if not isinstance(value, str):
            raise TypeError(f"{field.name} is a text, not {type(value).__name__}")
        if len(value) > LIMITS.cell_chars:
            raise LimitError("limit.chars", value, path=field.name, details={"limit": LIMITS.cell_chars})
        if required and not value.strip():
            raise DataError("data.empty", path=field.name)

    return check


texts: Final[Check[tuple[str, ...]]] = attrs.validators.deep_iterable(text())
"""Texts of at most one cell each (若干文本)."""


def quantity(value: Quantity | str | int | Decimal) -> Quantity:
    """A quantity from what people write (数量): "295条", 52 or a `Quantity`."""
    if isinstance(value, str):
        return Quantity.parse(value)
    return value if isinstance(value, Quantity) else Quantity(value)


def optional_quantity(value: Quantity | str | None) -> Quantity | None:
    """A quantity, or None for a cell that the form leaves out (可缺省的数量)."""
    return None if value is None else quantity(value)


def rate(_: object, field: attrs.Attribute[Quantity | None], value: Quantity | None) -> None:
    """A printed rate, where given (比率)."""
    if value is not None:
        a_rate(field.name, value)


def a_rate(name: str, value: Quantity | str) -> Quantity:
    """A rate that is not negative (比率): it must say its %, because 1 may be 1 % or all of it.

    Args:
        name: Of the argument, for the error.
        value: Such as "95.08%".

    Returns:
        The rate.

    Raises:
        DataError: It is no rate, or negative.

    Example:
        >>> a_rate("planned", "55%")
        Quantity('55', '%')
    """
    given = quantity(value)
    if not given.unit.is_ratio:
        raise DataError("data.rate", str(given), path=name)
    if given.magnitude < 0:
        raise DataError("data.negative", str(given), path=name)
    return given


def optional_decimal(value: Decimal | int | str | None) -> Decimal | None:
    """An exact number or None (可缺省的数值): a float is refused, because binary has no 0.1."""
    return None if value is None else Quantity(value).magnitude


def not_negative(_: object, field: attrs.Attribute[Decimal | None], value: Decimal | None) -> None:
    """Zero or more, where given (非负)."""
    if value is not None and value < 0:
        raise DataError("data.negative", str(value), path=field.name)


def head_count(_: object, field: attrs.Attribute[int], value: object) -> None:
    """How many people or posts (人数, 编制数): a whole number, zero or more."""
    if type(value) is not int:
        raise TypeError(f"{field.name} is an int, not {type(value).__name__}")
    if value < 0:
        raise DataError("data.negative", value, path=field.name)
    if value >= 10**LIMITS.digits:
        raise QuantityError("quantity.digits", path=field.name, details={"limit": LIMITS.digits})


def year(_: object, field: attrs.Attribute[int], value: object) -> None:
    """A calendar year (年度)."""
    a_year(field.name, value)


def a_year(name: str, value: object) -> None:
    """A calendar year (年度), of a field or an argument.

    Args:
        name: Of the field or the argument, for the error.
        value: Such as 2022.

    Raises:
        DataError: The year is out of range.
        TypeError: It is no int.

    Example:
        >>> a_year("year", 2022)
        >>> a_year("year", 22)
        Traceback (most recent call last):
        govperf.errors.DataError: year: 22 is not a year between 1949 and 2199
    """
    if type(value) is not int:
        raise TypeError(f"{name} is an int, not {type(value).__name__}")
    if value not in YEARS:
        raise DataError("data.year", value, path=name)


def strings(value: Iterable[str]) -> tuple[str, ...]:
    """Several texts (若干文本); a single text is not taken apart into letters."""
    return (value,) if isinstance(value, str) else members(str, value)


def chosen(kind: type[E], words: Mapping[str, E], value: E | str) -> E:
    """A member of an enumeration (选项): itself, its value, or the word that forms print.

    Args:
        kind: The enumeration.
        words: Printed word → member.
        value: What was given.

    Returns:
        The member.

    Raises:
        DataError: The text is none of the known ones, which the error names.
        TypeError: It is no text.
    """
    if isinstance(value, kind):
        return value
    if not isinstance(value, str):
        raise TypeError(f"expected {kind.__name__} or a text, not {type(value).__name__}")
    known = {str(member.value): member for member in kind} | dict(words)
    found = known.get(value.strip())
    if found is None:
        raise DataError("data.choice", value, details={"known": ", ".join(known)})
    return found


@overload
def of_kind(kind: type[T], *, required: Literal[True]) -> Check[T]: ...
@overload
def of_kind(kind: type[T], *, required: Literal[False] = False) -> Check[T | None]: ...
def of_kind(kind: type[T], *, required: bool = False) -> Check[T] | Check[T | None]:
    """A domain object of one class, or None (对象) where it is not `required`."""

    def check(_: object, field: attrs.Attribute[T], value: object) -> None:
        if (required or value is not None) and not isinstance(value, kind):
            raise TypeError(f"{field.name} is a {kind.__name__}, not {type(value).__name__}")

    return check


def expect(kind: type[object], value: object) -> None:
    """An argument that is an object of one class (对象).

    Args:
        kind: The class.
        value: What was given.

    Raises:
        TypeError: It is another thing.

    Example:
        >>> expect(Quantity, 3)
        Traceback (most recent call last):
        TypeError: expected Quantity, not int
    """
    if not isinstance(value, kind):
        raise TypeError(f"expected {kind.__name__}, not {type(value).__name__}")


def nesting(children: Iterable[int]) -> int:
    """How many levels an object has, given those of its members (层数).

    Args:
        children: The levels of its members.

    Returns:
        One more than the deepest of them.

    Raises:
        LimitError: It is deeper than govperf reads.

    Example:
        >>> nesting([]), nesting([1, 2])
        (1, 3)
    """
    depth = 1 + max(children, default=0)
    if depth > LIMITS.nesting:
        raise LimitError("limit.nesting", details={"limit": LIMITS.nesting})
    return depth


def category(value: Iterable[str]) -> tuple[str, ...]:
    """Levels of a category without the word 指标, which forms print or leave out at will (指标类别)."""
    return tuple(map(_level, strings(value)))


def _level(text: str) -> str:
    """A level without the word 指标, however often it stands there; a validator refuses what is too long."""
    text = text.strip()
    while len(text) <= LIMITS.cell_chars and text.endswith("指标") and (rest := text[:-2].strip()):
        text = rest
    return text


def counted(sizes: Iterable[int]) -> int:
    """How many there are together (总数): what is shared a thousand times is counted a thousand times.

    Args:
        sizes: Of the parts.

    Returns:
        Their sum.

    Raises:
        LimitError: It is more than a list may hold.

    Example:
        >>> counted([1, 2])
        3
    """
    total = sum(sizes)
    if total > LIMITS.items:
        raise LimitError("limit.items", details={"limit": LIMITS.items})
    return total


def members(kind: type[T], value: Iterable[T]) -> tuple[T, ...]:
    """A tuple of domain objects of one kind (成员); a text is none of them, not even an empty one."""
    if isinstance(value, str):
        raise TypeError(f"expected several {kind.__name__}, not a text")
    items = tuple(islice(value, LIMITS.items + 1))
    if len(items) > LIMITS.items:
        raise LimitError("limit.items", details={"limit": LIMITS.items})
    for item in items:
        if not isinstance(item, kind):
            raise TypeError(f"expected {kind.__name__}, not {type(item).__name__}")
    return items
