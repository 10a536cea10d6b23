"""One of several (可选类型): null, what stands there as such, or an object that says of which class it is."""
# cattrs hands values of any type to its hooks
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from typing import Any

from cattrs import Converter

from govperf.codec.leaves import Reader, Writer, text_of
from govperf.codec.objects import object_reader, object_writer
from govperf.codec.shapes import TAG, alternatives, tag_of
from govperf.codec.values import JsonRefused, wrong_type
from govperf.errors import DataError, InputError

__all__ = ["is_union", "union_reader", "union_writer"]


def is_union(kind: Any) -> bool:
    """Whether a type is a union that is read and written here (联合类型)."""
    return alternatives(kind) is not None


def union_reader(made: Converter, kind: Any) -> Reader:
    """Null, what stands there as such, or an object that says of which class it is (可选类型的读取)."""
    optional, bare, tagged = alternatives(kind) or (False, None, ())
    as_such = made.get_structure_hook(bare) if bare else None
    whole = {tag_of(cls): object_reader(made, cls) for cls in tagged}

    def read(value: Any, _: Any) -> Any:
        if value is None and optional:
            return None
        if as_such and not (whole and isinstance(value, dict) and TAG in value):
            return as_such(value, bare)
        return _tagged(whole, value)

    return read


def _tagged(whole: dict[str, Reader], value: Any) -> Any:
    if type(value) is not dict:
        raise value.fault if type(value) is JsonRefused else wrong_type(value, dict)
    if TAG not in value:
        raise DataError("data.missing", path=TAG)
    try:
        tag = text_of(value[TAG])
    except InputError as error:
        raise error.at(TAG) from None
    if tag not in whole:
        raise DataError("data.choice", tag, path=TAG, details={"known": ", ".join(whole)})
    return whole[tag]({key: member for key, member in value.items() if key != TAG}, None)


def union_writer(made: Converter, kind: Any) -> Writer:
    """An object says of which class it is (可选类型的写出)."""
    optional, bare, tagged = alternatives(kind) or (False, None, ())
    as_such = made.get_unstructure_hook(bare) if bare else None
    whole = {cls: (tag_of(cls), object_writer(made, cls)) for cls in tagged}

    def write(value: Any) -> Any:
        if value is None and optional:
            return None
        if type(value) in whole:
            tag, fields = whole[type(value)]
            return {TAG: tag, **fields(value)}
        if as_such:
            return as_such(value)
        names = " or ".join(sorted(cls.__name__ for cls in whole))
        raise TypeError(f"expected {names}, not {type(value).__name__}")

    return write
