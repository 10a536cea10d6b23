"""The converter (编解码): what each class looks like in JSON. The only room that speaks to cattrs.

Decimals and quantities travel as text, targets and actuals as their printed cell; nothing
is guessed: a wrong type, a missing or an unknown key is a fault with its path.
"""
# cattrs hands values of any type to its hooks
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache, partial
from types import GenericAlias
from typing import Any, Final

import attrs
from cattrs import Converter, IterableValidationNote
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
)
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from govperf.errors import DataError, InputError
from govperf.limits import LIMITS
from govperf.model import Actual, Target
from govperf.numerals import parse_number
from govperf.units import Quantity

__all__ = ["JsonFloat", "converter", "faults", "wrong_type"]


class JsonFloat(str):
    """A number with a point or an exponent in JSON (JSON 浮点数): kept as text, never a float."""

    __slots__ = ()


_TYPES: Final[Mapping[type, str]] = {
    dict: "object",
    list: "array",
    JsonFloat: "number",
    str: "text",
    bool: "true or false",
    int: "whole number",
    type(None): "null",
}


def wrong_type(value: object, expected: type) -> DataError:
    """The fault of a value of another JSON type (类型错误)."""
    return DataError("data.type", details={"found": _TYPES[type(value)], "expected": _TYPES[expected]})


def _text(value: object, _: object) -> str:
    if type(value) is not str:
        raise wrong_type(value, str)
    return value


def _int(value: object, _: object) -> int:
    if type(value) is not int:
        raise wrong_type(value, int)
    return value


def _decimal(value: object, _: object) -> Decimal:
    if isinstance(value, JsonFloat):
        raise DataError("data.float", str(value))
    if type(value) is int:
        return Decimal(value)
    return parse_number(_text(value, None))


def _quantity(value: object, _: object) -> Quantity:
    return Quantity.parse(_text(value, None))


def _target(value: object, _: object) -> Target:
    return Target(_text(value, None))


def _to_actual(actual: Actual, fields: Callable[[Actual], dict[str, Any]]) -> object:
    return fields(actual) if actual.evidence else actual.text


@cache
def converter() -> Converter:
    """The converter of all public classes (转换器), made once.

    Returns:
        A cattrs converter to dictionaries that JSON can hold, and back.
    """
    made = Converter(forbid_extra_keys=True, omit_if_default=True, detailed_validation=True)
    made.register_structure_hook(str, _text)
    made.register_structure_hook(int, _int)
    made.register_structure_hook(Decimal, _decimal)
    made.register_unstructure_hook(Decimal, lambda value: f"{value:f}")
    made.register_structure_hook_factory(attrs.has, partial(_object_hook, made))
    made.register_structure_hook_factory(_is_tuple, partial(_array_hook, made))
    made.register_unstructure_hook_factory(_is_tuple, partial(_listed, made))
    made.register_structure_hook(Quantity, _quantity)
    made.register_unstructure_hook(Quantity, str)
    made.register_structure_hook(Target, _target)
    made.register_unstructure_hook(Target, lambda target: target.text)
    actual = _object_hook(made, Actual)
    made.register_structure_hook(
        Actual, lambda value, kind: Actual(value) if type(value) is str else actual(value, kind)
    )
    fields = make_dict_unstructure_fn(Actual, made, _cattrs_omit_if_default=True)
    made.register_unstructure_hook(Actual, lambda value: _to_actual(value, fields))
    return made


def _is_tuple(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is tuple


def _object_hook(made: Converter, cls: type[Any]) -> Callable[[Any, Any], Any]:
    """An attrs class is read from a JSON object, with every key known."""
    inner = make_dict_structure_fn(
        cls, made, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True
    )

    def hook(value: Any, kind: Any) -> Any:
        if type(value) is not dict:
            raise wrong_type(value, dict)
        return inner(value, kind)

    return hook


def _array_hook(made: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    """A tuple is read from a JSON array of at most so many members."""
    items: Any = GenericAlias(list, kind.__args__[:1])

    def hook(value: Any, _: Any) -> Any:
        if type(value) is not list:
            raise wrong_type(value, list)
        if len(value) > LIMITS.items:
            raise DataError("limit.items", details={"limit": LIMITS.items})
        return tuple(made.structure(value, items))

    return hook


def _listed(made: Converter, _: Any) -> Callable[[Any], list[Any]]:
    return lambda values: [made.unstructure(value) for value in values]


def faults(error: BaseException, path: str = "$") -> list[InputError]:
    """Every fault in what cattrs raised, each with its path (错误清单).

    Args:
        error: As cattrs raised it.
        path: Of the value that was structured.

    Returns:
        The faults in the order of the document, at least one.
    """
    if isinstance(error, BaseValidationError):
        return [fault for inner in error.exceptions for fault in faults(inner, path + _step(error, inner))]
    if isinstance(error, InputError):
        return [error.at(f"{path}.{error.path}" if error.path else path)]
    if isinstance(error, ForbiddenExtraKeysError):
        return [DataError("data.key", key, path=path) for key in sorted(error.extra_fields)]
    if isinstance(error, KeyError):
        return [DataError("data.missing", path=path)]
    return [DataError("data.shape", path=path, details={"reason": error})]


def _step(group: BaseValidationError, inner: BaseException) -> str:
    """The step from a value to the member in which a fault was met."""
    for note in getattr(inner, "__notes__", ()):
        if isinstance(group, ClassValidationError) and isinstance(note, AttributeValidationNote):
            return f".{note.name}"
        if isinstance(group, IterableValidationError) and isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
    return ""
