"""Dictionaries in and out (字典读写): JSON without its text, which others have read or will write."""
# a mapping may hold anything
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false, reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Final, TypeVar, cast

from govperf.codec.conversion import Quantities
from govperf.codec.documents import made_of, members_of, refuse_class
from govperf.codec.engines import engine_of
from govperf.codec.json import writable
from govperf.codec.values import JsonNumber, JsonRefused, too_deep
from govperf.errors import DataError, LimitError
from govperf.limits import LIMITS
from govperf.model.plain import JsonValue

__all__ = ["from_dict", "to_dict"]

T = TypeVar("T")

_LEAST: Final = 2
"""Characters of a value with its comma, in the shortest text."""


def _plain_number(value: Any) -> JsonNumber:
    return JsonNumber(float.__repr__(value))


def _plain_tuple(value: Any) -> tuple[Any, ...]:
    return tuple.__getitem__(value, slice(None))


_EXACT: Final = frozenset({str, bool, int, Decimal, type(None), JsonNumber})
_PLAIN: Final[tuple[tuple[type, Callable[[Any], Any]], ...]] = (
    (str, str.__str__),
    (int, int.__int__),
    (float, _plain_number),
    (Decimal, Decimal),
    (list, list.copy),
    (tuple, _plain_tuple),
)
"""What JSON has, or nearly has → a value of exactly that type, whatever a subclass makes of it."""


def to_dict(value: object, *, quantities: Quantities = "text") -> dict[str, JsonValue]:
    """A domain object as a dictionary (转为字典), of the shape that its JSON has.

    Args:
        value: As for `to_json`.
        quantities: The same.

    Returns:
        Dictionaries, lists, texts and whole numbers, new ones each time. To look deep into it without
        asking each value for its type, declare what you keep it in as a `dict[str, Any]`.

    Raises:
        InputError: As for `to_json`.
        TypeError: The object, or a part of it, is of another class.
        ValueError: There is no such choice.

    Example:
        >>> from govperf.model import Part
        >>> to_dict(Part("粉尘", "150家"))
        {'schema': 1, 'name': '粉尘', 'amount': '150家'}
    """
    members = members_of(value, quantities)
    writable(engine_of("json", indent=None)(members))
    return members


def from_dict(mapping: Mapping[str, object], cls: type[T]) -> T:
    """A domain object from a dictionary (由字典读取), such as TOML, YAML or a database gives.

    It is read as strictly as JSON; where a number is due, a `Decimal` will do as well.

    Args:
        mapping: As `to_dict` makes it; any mapping will do for an object, a tuple for a list.
        cls: The class to make.

    Returns:
        The object.

    Raises:
        LimitError: A list, a number or a cell is too long, or the dictionary nests too deep, has no
            end, or would be too long as a text.
        DataErrors: Several faults, each with its path, at most `LIMITS.faults` of them.
        InputError: One fault, as for `from_json`; also a float, a key that is no text, or
            an object that JSON does not have.
        TypeError: The class is not one that `to_dict` writes.

    Example:
        >>> from govperf.model import Indicator
        >>> from_dict({"schema": 1, "name": "周报", "weight": 0.1}, Indicator)
        Traceback (most recent call last):
        govperf.errors.DataError: $.weight: '0.1' is a float: write it as a text to keep it exact
    """
    refuse_class(cls)
    return made_of(_Plain().value(mapping, LIMITS.document_depth), cls)


class _Plain:
    """A copy in the types that Python's reader of JSON makes, no larger than a document may be."""

    __slots__ = ("_left",)

    def __init__(self) -> None:
        self._left = LIMITS.document_bytes

    def value(self, value: Any, depth: int) -> Any:
        """The copy of one value, within so many brackets at the most; what JSON does not have stays."""
        kind = type(value)
        self._pay(len(value) + _LEAST if kind is str else _LEAST)
        if kind in _EXACT:
            return value
        if kind is list or kind is tuple:
            return self._array(value, depth)
        if isinstance(value, Mapping):
            return self._object(value, depth)
        for general, plain in _PLAIN:
            if isinstance(value, general):
                return self.value(plain(cast("Any", value)), depth)
        return value

    def _array(self, items: Iterable[Any], depth: int) -> list[Any]:
        if not depth:
            raise too_deep()
        return [self.value(item, depth - 1) for item in items]

    def _object(self, mapping: Mapping[Any, Any], depth: int) -> dict[str, Any]:
        if not depth:
            raise too_deep()
        made: dict[str, Any] = {}
        fault: DataError | None = None
        for key, member in mapping.items():
            name: str | None = str.__str__(key) if isinstance(key, str) else None
            self._pay(len(name or "") + _LEAST)
            if name is None:
                fault = fault or DataError("data.key-type", key)
            elif name in made:
                fault = fault or DataError("data.twice", name)
            else:
                made[name] = self.value(member, depth - 1)
        return JsonRefused(made, fault=fault) if fault else made

    def _pay(self, size: int) -> None:
        """A list may hold itself, or one text a million times."""
        self._left -= size
        if self._left < 0:
            raise LimitError("limit.bytes", details={"limit": LIMITS.document_bytes})
