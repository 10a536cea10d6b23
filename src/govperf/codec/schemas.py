"""JSON Schema (JSON 模式): the shape of a document for those who check it without govperf.

A schema says what stands where. What a cell means, that two amounts are of one currency and the like
is for `from_json` to say; and it refuses a number with a point where a schema sees 1.0 as whole.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, get_args

import attrs

from govperf.codec import migrations
from govperf.codec.describing import described
from govperf.codec.documents import refuse_class
from govperf.codec.leaves import is_choice
from govperf.codec.migrations import SCHEMA_KEY
from govperf.codec.shapes import (
    CELLS,
    DETAILS,
    DOCUMENTS,
    SHORT,
    TAG,
    Alternatives,
    Fields,
    alternatives,
    fields_alone,
    fields_of,
    is_tuple,
    tag_of,
)
from govperf.errors import InputError
from govperf.limits import LIMITS
from govperf.model import Period
from govperf.model.fields import YEARS
from govperf.model.plain import JsonValue
from govperf.units import Quantity, Unit

__all__ = ["json_schema"]

Schema = dict[str, Any]
Definitions = dict[str, Schema]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Final[Schema] = {"type": "string"}
_WHOLE: Final[Schema] = {"type": "integer"}
_LEAVES: Final[Mapping[Any, Schema]] = {
    str: _TEXT,
    int: _WHOLE,
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    Unit: {"type": "string", "maxLength": LIMITS.unit_chars},
    Unit | str | None: {"anyOf": [{"type": "string", "maxLength": LIMITS.unit_chars}, {"type": "null"}]},
    DETAILS: {"type": "object", "additionalProperties": _TEXT},
}
_NUMBER: Final[Schema] = {"type": "string", "minLength": 1, "maxLength": LIMITS.number_chars}
_FRACTION: Final[Schema] = {
    "type": "string",
    "pattern": "^-?[0-9]+(/0*[1-9][0-9]*)?$",
    "maxLength": LIMITS.fraction_chars,
}
_NAMED: Final[Mapping[Any, tuple[str, Schema]]] = {
    Decimal: (
        "Number",
        {"description": "An exact number (数): a text, or a whole number.", "anyOf": [_NUMBER, _WHOLE]},
    ),
    Fraction: (
        "Fraction",
        {"description": "An exact fraction (分数), such as 18/19.", "anyOf": [_FRACTION, _WHOLE]},
    ),
    Period: (
        "Period",
        {
            "description": "A day, a month, a year or another period (时段), such as 2023-12-31.",
            "type": "string",
            "minLength": 1,
        },
    ),
}
"""Types that have a definition, with its name."""

_AMOUNT: Final[Schema] = {"type": "string", "minLength": 1, "maxLength": LIMITS.quantity_chars}
_LONG: Final = "x" * (LIMITS.cell_chars + 1)
_RANGES: Final = ((YEARS.start, YEARS.stop - 1), (1, 12), (0, LIMITS.digits), (0, None))
"""Ends that whole numbers may have, the first that fits."""


def json_schema(cls: type[object]) -> dict[str, JsonValue]:
    """The JSON Schema of a document (JSON 模式), draft 2020-12.

    Args:
        cls: A class that `to_json` writes, such as `Evaluation` or `Scorecard`.

    Returns:
        A new dictionary; every document that `to_json` writes is valid. Descriptions come from the
        docstrings, and are left out where Python runs without them.

    Raises:
        TypeError: The class is not one that `to_json` writes.

    Example:
        >>> from govperf.model import Part
        >>> schema = json_schema(Part)
        >>> schema["required"], schema["properties"]["amount"]["$ref"]
        (['schema', 'name', 'amount'], '#/$defs/Quantity')
    """
    refuse_class(cls)
    found: Definitions = {}
    root = _object(cls, fields_alone(cls), found, {SCHEMA_KEY: {"const": migrations.SCHEMA}})
    defined = {name: found[name] for name in sorted(found)}
    definitions: Schema = {"$defs": defined} if defined else {}
    return {"$schema": _DIALECT, "title": cls.__name__, **root, **definitions}


def _object(cls: type, fields: Fields, found: Definitions, before: Schema) -> Schema:
    """An object with fields of a class, behind others that it must have."""
    required = [field.name for field in fields if field.default is attrs.NOTHING]
    return {
        **_said(described(cls).summary),
        "type": "object",
        "properties": {**before, **{field.name: _field(cls, field, found) for field in fields}},
        "required": [*before, *required],
        "additionalProperties": False,
    }


def _field(cls: type, field: attrs.Attribute[Any], found: Definitions) -> Schema:
    schema = _of(field.type, found)
    return {**_narrowed(schema, field), **_said(described(cls).fields.get(field.name, ""))}


def _said(text: str) -> Schema:
    return {"description": text} if text else {}


# --- types


def _of(kind: Any, found: Definitions) -> Schema:
    """The schema of a type; a class has a definition that is referred to."""
    if kind in _LEAVES:
        return deepcopy(_LEAVES[kind])
    if kind in _NAMED:
        name, schema = _NAMED[kind]
        return _referred(name, lambda: deepcopy(schema), found)
    if is_choice(kind):
        return {"type": "string", "enum": [member.value for member in kind]}
    if is_tuple(kind):
        return _array(get_args(kind), found)
    if kind in DOCUMENTS:
        return _referred(kind.__name__, lambda: _whole(kind, found), found)
    several = alternatives(kind)
    if several is None:
        raise TypeError(f"no schema for {kind!r}")
    return _several(several, found)


def _referred(name: str, make: Callable[[], Schema], found: Definitions) -> Schema:
    if name not in found:
        found[name] = {}  # a class may be a member of itself
        found[name] = make()
    return {"$ref": f"#/$defs/{name}"}


def _whole(cls: type, found: Definitions) -> Schema:
    """An object, or what may stand for it."""
    schema = _object(cls, fields_of(cls), found, {})
    short = _short(cls, found)
    if not short:
        return schema
    said = _said(schema.pop("description", ""))
    return {**said, "anyOf": [*short, schema]}


def _short(cls: type, found: Definitions) -> list[Schema]:
    if cls is Quantity:
        return [dict(_AMOUNT)]
    if cls not in SHORT:
        return []
    (field,) = (field for field in fields_of(cls) if field.name == SHORT[cls])
    several = alternatives(field.type)
    kind = several.bare if several else field.type
    alone = [dict(_AMOUNT)] if kind is Quantity else [_narrowed(_of(kind, found), field)]
    return [*alone, dict(_WHOLE)] if cls in CELLS else alone


def _array(kinds: tuple[Any, ...], found: Definitions) -> Schema:
    if kinds[-1] is Ellipsis:
        return {"type": "array", "items": _of(kinds[0], found), "maxItems": LIMITS.items}
    return {
        "type": "array",
        "prefixItems": [_of(kind, found) for kind in kinds],
        "items": False,
        "minItems": len(kinds),
    }


def _several(several: Alternatives, found: Definitions) -> Schema:
    options = [_of(several.bare, found)] if several.bare else []
    options += [_tagged(cls, found) for cls in several.tagged]
    if several.optional:
        options.append({"type": "null"})
    return {"anyOf": options}


def _tagged(cls: type, found: Definitions) -> Schema:
    def make() -> Schema:
        return _object(cls, fields_of(cls), found, {TAG: {"const": tag_of(cls)}})

    return _referred(f"Tagged{cls.__name__}", make, found)


# --- what a validator narrows


def _narrowed(schema: Schema, field: attrs.Attribute[Any]) -> Schema:
    """A schema with the ends that the validator of a field keeps."""
    several = alternatives(field.type)
    narrow = _NARROW.get(several.bare if several else field.type)
    if field.validator is None or narrow is None:
        return schema
    if "anyOf" in schema:
        first, *others = schema["anyOf"]
        return {**schema, "anyOf": [narrow(first, field), *others]}
    return narrow(schema, field)


def _text(schema: Schema, field: attrs.Attribute[Any]) -> Schema:
    least: Schema = {"minLength": 1} if _refuses(field, "") else {}
    most: Schema = {"maxLength": LIMITS.cell_chars} if _refuses(field, _LONG) else {}
    return {**schema, **least, **most}


def _texts(schema: Schema, field: attrs.Attribute[Any]) -> Schema:
    if not _refuses(field, (_LONG,)):
        return schema
    return {**schema, "items": {**schema["items"], "maxLength": LIMITS.cell_chars}}


def _number(schema: Schema, field: attrs.Attribute[Any]) -> Schema:
    for least, most in _RANGES:
        inside = not _refuses(field, least) and _refuses(field, least - 1)
        if inside and (most is None or (not _refuses(field, most) and _refuses(field, most + 1))):
            return {**schema, "minimum": least, **({} if most is None else {"maximum": most})}
    return schema


_NARROW: Final[Mapping[Any, Callable[[Schema, attrs.Attribute[Any]], Schema]]] = {
    str: _text,
    tuple[str, ...]: _texts,
    int: _number,
}


def _refuses(field: attrs.Attribute[Any], value: object) -> bool:
    """Whether the validator of a field would refuse a value."""
    validator: Any = field.validator
    try:
        validator(None, field, value)
    except InputError:
        return True
    return False
