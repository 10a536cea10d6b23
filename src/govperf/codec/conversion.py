"""The converter (转换器): what each class looks like in JSON, and back. Only the codec speaks to cattrs.

Reading is done twice at the most: quickly, and if anything is wrong once more, field by field,
so that every fault is found and has its path.
"""
# cattrs hands values of any type to its hooks
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from functools import cache, partial
from typing import Any, Final, Literal, get_args

import attrs
from cattrs import Converter

from govperf.codec.arrays import (
    array_reader,
    array_writer,
    is_details,
    reader_of_details,
    writer_of_details,
)
from govperf.codec.leaves import LEAVES, Reader, Writer
from govperf.codec.objects import (
    object_reader,
    object_writer,
    quantity_reader,
    short_reader,
    short_writer,
)
from govperf.codec.shapes import SHORT, fields_alone, is_tuple
from govperf.codec.tagged import is_union, union_reader, union_writer
from govperf.units import Quantity

__all__ = ["Quantities", "converter", "reader_of", "refuse_quantities", "writer_of"]

Quantities = Literal["text", "object"]
"""How a quantity is written (数量的写法): as people write it, or as its magnitude and its unit."""

_QUANTITIES: Final = get_args(Quantities)


def converter(*, quantities: Quantities = "text") -> Converter:
    """A new converter of all classes of a document (转换器), to register types of your own with.

    Classes of yours that hold ours are read as strictly: every key is known, nothing is coerced
    from another type. `faults` makes of what it raises the faults that `from_json` would report.

    Args:
        quantities: "text" writes a quantity as people do, "object" as its magnitude and its unit.

    Returns:
        A cattrs converter to dictionaries that JSON can hold, and back. What is registered with it
        changes no other.

    Raises:
        ValueError: `quantities` is no such choice.

    Example:
        >>> from govperf.model import Part
        >>> made = converter()
        >>> (part,) = made.structure([{"name": "粉尘", "amount": "150家"}], tuple[Part, ...])
        >>> part.amount, made.unstructure(part)
        (Quantity('150', '家'), {'name': '粉尘', 'amount': '150家'})
    """
    refuse_quantities(quantities)
    return _made(quantities=quantities, detailed_validation=True)


def refuse_quantities(quantities: object) -> None:
    """Refuse what is no way to write a quantity (选项有误)."""
    if quantities not in _QUANTITIES:
        raise ValueError(f"quantities is 'text' or 'object', not {quantities!r}")


@cache
def _own(purpose: Literal["text", "object", "faults"]) -> Converter:
    """Our converters, which no user can change: to write quantities so, to read ("text"), to find faults."""
    quantities: Quantities = "text" if purpose == "faults" else purpose
    return _made(quantities=quantities, detailed_validation=purpose == "faults")


def _made(*, quantities: Quantities, detailed_validation: bool) -> Converter:
    made = Converter(detailed_validation=detailed_validation)
    for kind, leaf in LEAVES.items():
        made.register_structure_hook(kind, leaf.read)
        if leaf.write:
            made.register_unstructure_hook(kind, leaf.write)
    made.register_structure_hook_factory(attrs.has, partial(object_reader, made))
    made.register_unstructure_hook_factory(attrs.has, partial(object_writer, made))
    made.register_structure_hook_factory(is_tuple, partial(array_reader, made))
    made.register_unstructure_hook_factory(is_tuple, partial(array_writer, made))
    made.register_structure_hook_factory(is_union, partial(union_reader, made))
    made.register_unstructure_hook_factory(is_union, partial(union_writer, made))
    made.register_structure_hook_factory(is_details, reader_of_details)
    made.register_unstructure_hook_factory(is_details, writer_of_details)
    made.register_structure_hook_factory(SHORT.__contains__, partial(short_reader, made))
    made.register_unstructure_hook_factory(SHORT.__contains__, partial(short_writer, made))
    made.register_structure_hook(Quantity, quantity_reader(made))
    if quantities == "text":
        made.register_unstructure_hook(Quantity, str)
    return made


@cache
def reader_of(cls: Any, purpose: Literal["text", "faults"]) -> Reader:
    """The reader of a class as a whole document (文档的读取), where no text stands for an object."""
    return object_reader(_own(purpose), cls, fields_alone(cls))


@cache
def writer_of(cls: Any, quantities: Quantities) -> Writer:
    """The writer of a class as a whole document (文档的写出)."""
    return object_writer(_own(quantities), cls, fields_alone(cls))
