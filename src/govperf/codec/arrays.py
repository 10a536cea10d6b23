"""Arrays (数组) of JSON, which are tuples; pairs of texts are an object."""
# cattrs hands values of any type to its hooks
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import Any, get_args

from cattrs import Converter, IterableValidationNote
from cattrs.errors import BaseValidationError, IterableValidationError

from govperf.codec.leaves import Reader, Writer, text_of
from govperf.codec.refusals import faults
from govperf.codec.shapes import DETAILS
from govperf.codec.values import JsonRefused, wrong_type
from govperf.errors import DataError, InputError, LimitError
from govperf.limits import LIMITS

__all__ = ["array_reader", "array_writer", "is_details", "reader_of_details", "writer_of_details"]


def array_reader(made: Converter, kind: Any) -> Reader:
    """A tuple is read from a JSON array (数组的读取), of so many members if the type says how many."""
    members = get_args(kind)
    if members[-1] is not Ellipsis:
        return partial(_fixed_array, made, members)
    several = _members if made.detailed_validation else _quick_members

    def read(value: Any, _: Any) -> Any:
        if type(value) is not list:
            raise wrong_type(value, list)
        if len(value) > LIMITS.items:
            raise LimitError("limit.items", details={"limit": LIMITS.items})
        return several(made, value, members[0])

    return read


def _quick_members(made: Converter, items: list[Any], kind: Any) -> tuple[Any, ...]:
    read = made.get_structure_hook(kind)
    return tuple([read(item, kind) for item in items])


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


def _fixed_array(made: Converter, kinds: tuple[Any, ...], value: Any, _: Any) -> tuple[Any, ...]:
    if type(value) is not list:
        raise wrong_type(value, list)
    if len(value) != len(kinds):
        raise DataError("data.count", details={"found": len(value), "expected": len(kinds)})
    return tuple(made.structure(item, kind) for item, kind in zip(value, kinds, strict=True))


def array_writer(made: Converter, kind: Any) -> Writer:
    """A tuple is written as a list (数组的写出)."""
    members = get_args(kind)
    if members[-1] is not Ellipsis:
        return lambda values: [
            made.unstructure(item, member) for item, member in zip(values, members, strict=True)
        ]

    def write(values: Any) -> Any:
        one = made.get_unstructure_hook(members[0])  # not before: a class may be a member of itself
        return [one(value) for value in values]

    return write


def is_details(kind: Any) -> bool:
    """Whether a type is that of the details of a remark (说明细节)."""
    return bool(kind == DETAILS)


def reader_of_details(_: Any) -> Reader:
    """Pairs of texts are read from a JSON object (说明细节的读取)."""
    return _details


def writer_of_details(_: Any) -> Writer:
    """Pairs of texts are written as an object (说明细节的写出)."""
    return dict


def _details(value: Any, _: Any) -> Any:
    if type(value) is not dict:
        raise value.fault if type(value) is JsonRefused else wrong_type(value, dict)
    texts: dict[str, Any] = value
    for key, text in texts.items():
        try:
            text_of(key)
            text_of(text)
        except InputError as error:
            raise error.at(key if key.isidentifier() and len(key) <= LIMITS.number_chars else "") from None
    return tuple(sorted(texts.items()))
