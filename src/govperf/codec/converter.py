"""The converter (编解码): what each class looks like in JSON. The only room that speaks to cattrs.

Decimals and quantities travel as text, targets and actuals as their printed cell; nothing
is guessed: a wrong type, a missing, an unknown or a double key is a fault with its path.
"""
# cattrs hands values of any type to its hooks
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache, partial
from itertools import islice
from typing import Any, Final, TypeVar, cast

import attrs
from cattrs import Converter, IterableValidationNote
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
)
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from govperf.errors import DataError, InputError, LimitError
from govperf.limits import LIMITS
from govperf.messages import message
from govperf.model import (
    Actual,
    Breakdown,
    Budget,
    Department,
    Evaluation,
    Evidence,
    Goal,
    Indicator,
    Part,
    Posts,
    Staffing,
    Target,
)
from govperf.numerals.reading import parse_cardinal
from govperf.units import Quantity

__all__ = ["DOCUMENTS", "JsonNumber", "JsonTwice", "converter", "faults", "wrong_type"]

T = TypeVar("T")

DOCUMENTS: Final = frozenset(
    {Evaluation, Department, Staffing, Posts, Budget, Part, Goal, Indicator, Evidence, Breakdown}
)
"""The classes that a JSON document may hold."""

_CONSTANTS: Final = frozenset({"NaN", "Infinity", "-Infinity"})


class JsonNumber(str):
    """A number in JSON that is no whole number, or too long for one (JSON 数字): kept as it is written."""

    __slots__ = ()


class JsonTwice(dict[str, Any]):
    """An object in JSON with a key that stands twice (重复的键)."""

    __slots__ = ("key",)

    def __init__(self, members: dict[str, Any], *, key: str) -> None:
        super().__init__(members)
        self.key = key


_TYPES: Final[Mapping[type, str]] = {
    dict: "object",
    JsonTwice: "object",
    list: "array",
    Decimal: "number",
    JsonNumber: "number",
    str: "text",
    bool: "boolean",
    int: "whole",
    type(None): "null",
}


def wrong_type(value: object, expected: type) -> InputError:
    """The fault of a value of another JSON type (类型错误)."""
    if isinstance(value, JsonNumber):
        if value in _CONSTANTS:
            return DataError("data.constant", value)
        if value.lstrip("-").isdecimal():
            return LimitError("limit.chars", value, details={"limit": LIMITS.number_chars})
        if expected is Decimal:
            return DataError("data.float", value)
    details = {
        f"{side}_{lang}": message(f"type.{_TYPES[kind]}", {}, lang)
        for side, kind in (("found", type(value)), ("expected", expected))
        for lang in ("en", "zh")
    }
    return DataError("data.type", details=details)


def _text(value: object, _: object) -> str:
    if type(value) is not str:
        raise wrong_type(value, str)
    try:
        value.encode()
    except UnicodeEncodeError:
        raise DataError("data.unicode", value) from None
    return value


def _int(value: object, _: object) -> int:
    if type(value) is not int:
        raise wrong_type(value, int)
    return value


def _decimal(value: object, _: object) -> Decimal:
    if type(value) is int:
        return Decimal(value)
    if type(value) is not str:
        raise wrong_type(value, Decimal)
    return parse_cardinal(value)


def _quantity(value: object, _: object) -> Quantity:
    return Quantity.parse(_text(value, None))


def _target(value: object, _: object) -> Target:
    return _cell(Target, value)


def _actual(fields: Callable[[Any, Any], Actual], value: object, kind: object) -> Actual:
    """An actual is its printed text, or an object if there is evidence."""
    return fields(value, kind) if isinstance(value, dict) else _cell(Actual, value)


def _cell(kind: Callable[[str], T], value: object) -> T:
    """A printed cell: a text, or a whole number."""
    try:
        return kind(str(value) if type(value) is int else _text(value, None))
    except InputError as error:
        raise error.at("") from None  # its text is all that there is


def _to_actual(fields: Callable[[Actual], dict[str, Any]], actual: Actual) -> object:
    return fields(actual) if actual.evidence else actual.text


@cache
def converter() -> Converter:
    """The converter of all classes of a document (转换器), made once.

    Returns:
        A cattrs converter to dictionaries that JSON can hold, and back.
    """
    made = Converter(omit_if_default=True, detailed_validation=True)
    made.register_structure_hook(str, _text)
    made.register_structure_hook(int, _int)
    made.register_structure_hook(Decimal, _decimal)
    made.register_unstructure_hook(Decimal, lambda value: f"{value:f}")
    made.register_structure_hook(Quantity, _quantity)
    made.register_unstructure_hook(Quantity, str)
    made.register_structure_hook_factory(attrs.has, partial(_object_hook, made))
    made.register_structure_hook_factory(_is_tuple, partial(_array_hook, made))
    made.register_unstructure_hook_factory(_is_tuple, partial(_listed, made))
    made.register_structure_hook(Target, _target)
    made.register_unstructure_hook(Target, lambda target: target.text)
    made.register_structure_hook(Actual, partial(_actual, _object_hook(made, Actual)))
    fields = make_dict_unstructure_fn(Actual, made, _cattrs_omit_if_default=True)
    made.register_unstructure_hook(Actual, partial(_to_actual, fields))
    return made


def _is_tuple(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is tuple


def _object_hook(made: Converter, cls: type[Any]) -> Callable[[Any, Any], Any]:
    """An attrs class is read from a JSON object with every key known, each field checked by itself."""
    fields: dict[str, Any] = {
        field.name: override(struct_hook=partial(_field, made, field)) for field in attrs.fields(cls)
    }
    inner = make_dict_structure_fn(cls, made, _cattrs_forbid_extra_keys=True, **fields)

    def hook(value: Any, kind: Any) -> Any:
        if type(value) is JsonTwice:
            raise DataError("data.twice", value.key)
        if type(value) is not dict:
            raise wrong_type(value, dict)
        return inner(value, kind)

    return hook


def _field(made: Converter, field: attrs.Attribute[Any], value: Any, kind: Any) -> Any:
    """The value of a field, refused here if its class would, so that the path is that of the field."""
    read = made.structure(value, kind)
    convert: Callable[[Any], Any] | None = cast("Any", field).converter
    try:
        if convert is not None:
            read = convert(read)
        if field.validator is not None:
            field.validator(None, field, read)
    except InputError as error:
        raise error.at(error.path.removeprefix(field.name)) from None
    return read


def _array_hook(made: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    """A tuple is read from a JSON array of so many members."""

    def hook(value: Any, _: Any) -> Any:
        if type(value) is not list:
            raise wrong_type(value, list)
        if len(value) > LIMITS.items:
            raise LimitError("limit.items", details={"limit": LIMITS.items})
        return _members(made, value, kind.__args__[0])

    return hook


def _members(made: Converter, items: list[Any], kind: Any) -> tuple[Any, ...]:
    """The members of an array; a hostile one does not make a million errors."""
    read: list[Any] = []
    wrong: list[BaseValidationError | InputError] = []
    left = LIMITS.faults
    for i, item in enumerate(items):
        try:
            read.append(made.structure(item, kind))
        except (BaseValidationError, InputError) as error:
            error.add_note(IterableValidationNote(f"member {i}", i, kind))
            wrong.append(error)
            left -= sum(1 for _ in islice(faults(error), left))
        if not left:
            break
    if wrong:
        raise IterableValidationError("members", wrong, kind)  # pyright: ignore[reportCallIssue] - __new__ asks for the class
    return tuple(read)


def _listed(made: Converter, _: Any) -> Callable[[Any], list[Any]]:
    return lambda values: [made.unstructure(value) for value in values]


def faults(error: BaseException, path: str = "$") -> Iterator[InputError]:
    """Every fault in what cattrs raised, each with its path (错误清单).

    Args:
        error: As cattrs raised it.
        path: Of the value that was structured.

    Yields:
        The faults, at least one: those of a list in its order, those of an object in the order
        of its class, what does not belong to it last.
    """
    if isinstance(error, BaseValidationError):
        for inner in error.exceptions:
            yield from faults(inner, path + _step(inner))
    elif isinstance(error, InputError):
        yield error.at(path + ("." if error.path[:1].isalpha() else "") + error.path)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = ", ".join(field.name for field in attrs.fields(error.cl) if field.init)
        for key in sorted(error.extra_fields):
            yield DataError("data.key", key, path=path, details={"known": known})
    elif isinstance(error, KeyError):
        yield DataError("data.missing", path=path)
    else:  # a mistake of ours, not of the document
        raise error


def _step(inner: BaseException) -> str:
    """The step from a value to the member in which a fault was met."""
    for note in getattr(inner, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return f".{note.name}"
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
    return ""
