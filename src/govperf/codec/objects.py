"""Objects (对象): an attrs class is a JSON object with every key known, or the text that may stand for it."""
# cattrs hands values of any type to its hooks
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from functools import partial
from typing import Any, cast

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from govperf.codec.leaves import Reader, Writer, text_of, whole_of
from govperf.codec.shapes import CELLS, SHORT, Fields, fields_of
from govperf.codec.values import JsonNumber, JsonRefused, is_long, wrong_type
from govperf.errors import DataError, InputError
from govperf.units import Quantity

__all__ = ["object_reader", "object_writer", "quantity_reader", "short_reader", "short_writer"]


def object_reader(made: Converter, cls: type[Any], fields: Fields | None = None) -> Reader:
    """An attrs class is read from a JSON object with every key known (对象的读取)."""
    fields = fields or fields_of(cls)
    hooks = _omitted(cls, fields)
    if made.detailed_validation:
        hooks |= {field.name: override(struct_hook=partial(_field, made, field)) for field in fields}
    inner = make_dict_structure_fn(
        cls, made, _cattrs_forbid_extra_keys=True, _cattrs_use_linecache=False, **hooks
    )

    def read(value: Any, kind: Any) -> Any:
        if type(value) is dict:
            return inner(value, kind)
        raise value.fault if type(value) is JsonRefused else wrong_type(value, dict)

    return read


def object_writer(made: Converter, cls: type[Any], fields: Fields | None = None) -> Writer:
    """What is not given is left out (对象的写出); the order is that of the class, whatever cattrs does."""
    fields = fields or fields_of(cls)
    omitted = _omitted(cls, fields)
    inner = make_dict_unstructure_fn(
        cls, made, _cattrs_omit_if_default=True, _cattrs_use_linecache=False, **omitted
    )
    names = [field.name for field in fields]
    required = [field.name for field in fields if field.default is attrs.NOTHING]
    in_order = names[: len(required)] == required

    def write(value: Any) -> Any:
        if type(value) is not cls:  # an object of a subclass would lose a part
            raise TypeError(f"expected {cls.__name__}, not {type(value).__name__}")
        found = inner(value)
        return found if in_order else {name: found[name] for name in names if name in found}

    return write


def _omitted(cls: type[Any], fields: Fields) -> dict[str, Any]:
    """What is no field of JSON."""
    kept = {field.name for field in fields}
    return {field.name: override(omit=True) for field in attrs.fields(cls) if field.name not in kept}


def _field(made: Converter, field: attrs.Attribute[Any], value: Any, kind: Any) -> Any:
    """The value of a field, refused here if its class would, so that the path is that of the field."""
    read = made.structure(value, kind)
    convert: Any = cast("Any", field).converter
    try:
        if convert is not None:
            read = convert(read)
        if field.validator is not None:
            field.validator(None, field, read)
    except InputError as error:
        raise error.at(error.path.removeprefix(field.name)) from None
    return read


def short_reader(made: Converter, cls: type[Any]) -> Reader:
    """One field alone may stand for the whole object (简写的读取)."""
    whole = object_reader(made, cls)
    (field,) = (field for field in fields_of(cls) if field.name == SHORT[cls])
    is_cell = cls in CELLS

    def read(value: Any, kind: Any) -> Any:
        if isinstance(value, dict):
            return whole(value, kind)
        if is_cell and type(value) is int:
            value = str(whole_of(value))
        try:
            return cls(**{field.name: made.structure(value, cast("Any", field.type))})
        except InputError as error:
            raise error.at("") from None  # there is nothing else

    return read


def short_writer(made: Converter, cls: type[Any]) -> Writer:
    """One field alone is written for the object (简写的写出), if nothing else is given and it is a text."""
    whole, name = object_writer(made, cls), SHORT[cls]

    def write(value: Any) -> Any:
        fields = whole(value)
        alone = fields.get(name) if len(fields) == 1 else None
        return alone if type(alone) is str else fields

    return write


def quantity_reader(made: Converter) -> Reader:
    """A quantity is a text (数量的读取), or an object of its magnitude and its unit."""
    whole = object_reader(made, Quantity)

    def read(value: Any, kind: Any) -> Any:
        if isinstance(value, dict):
            return whole(value, kind)
        if _is_number(value):
            raise DataError("data.amount", value)
        return Quantity.parse(text_of(value))

    return read


def _is_number(value: Any) -> bool:
    """Whether somebody left out the unit; what is too long or no number at all has a fault of its own."""
    if type(value) is int:
        return not is_long(value)
    digits = value.lstrip("-") if isinstance(value, JsonNumber) else ""
    return digits[:1].isdecimal() and not digits.isdecimal()
