"""JSON in and out (JSON 读写): strict, exact, every fault with its path."""

from __future__ import annotations

import json
from typing import Any, Final, TypeVar, cast

from cattrs.errors import BaseValidationError

from govperf.codec.converter import JsonFloat, converter, faults, wrong_type
from govperf.errors import DataError, DataErrors, InputError, LimitError
from govperf.limits import LIMITS

__all__ = ["from_json", "to_json"]

T = TypeVar("T")

_SCHEMA_KEY: Final = "schema"
_SCHEMA: Final = 1
_INT_DIGITS: Final = 40


def to_json(value: object) -> str:
    """A domain object as JSON (写为 JSON).

    Args:
        value: An `Evaluation` or another class of the model.

    Returns:
        Text that is the same everywhere: keys in the order of the class, amounts as readable
        text ("3,678.76万元"), what the form leaves out left out, `"schema": 1` first.

    Example:
        >>> from govperf.model import Evidence
        >>> print(to_json(Evidence("发布台账", locator="第3页")))
        {
          "schema": 1,
          "title": "发布台账",
          "locator": "第3页"
        }
    """
    fields: dict[str, Any] = converter().unstructure(value)
    return json.dumps({_SCHEMA_KEY: _SCHEMA, **fields}, ensure_ascii=False, indent=2, allow_nan=False)


def from_json(text: str | bytes, cls: type[T]) -> T:
    """A domain object from JSON (读取 JSON).

    Args:
        text: As `to_json` writes it; bytes are UTF-8, with or without a byte order mark.
        cls: The class to make, such as `Evaluation`.

    Returns:
        The object.

    Raises:
        LimitError: The text is too long or nests too deep.
        DataErrors: Several faults, each with its path.
        InputError: One fault: a key is unknown, missing or double, a value is of the wrong
            type, a number is a JSON float, or a cell cannot be read.

    Example:
        >>> from govperf.model import Evidence
        >>> from_json('{"schema": 1, "title": "台账", "page": 3}', Evidence)
        Traceback (most recent call last):
        govperf.errors.DataError: $: unknown key 'page'
    """
    read = _document(_decoded(text))
    if type(read) is not dict:
        raise wrong_type(read, dict).at("$")
    document = cast("dict[str, Any]", read)
    schema: Any = document.pop(_SCHEMA_KEY, None)
    if schema != _SCHEMA or type(schema) is not int:
        raise DataError("data.schema", path="$.schema", details={"found": schema, "expected": _SCHEMA})
    try:
        return converter().structure(document, cls)
    except (BaseValidationError, InputError) as error:
        found = faults(error)
    if len(found) == 1:
        raise found[0]
    raise DataErrors(found[: LIMITS.faults])


def _decoded(text: str | bytes) -> str:
    if len(text) > LIMITS.document_bytes:
        raise LimitError("limit.bytes", details={"size": len(text), "limit": LIMITS.document_bytes})
    if isinstance(text, str):
        return text
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError("data.utf8", details={"at": error.start}) from None


def _document(text: str) -> Any:
    if not text.strip():
        raise DataError("data.empty-document")
    try:
        return json.loads(
            text,
            parse_float=JsonFloat,
            parse_int=_int,
            parse_constant=_constant,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        details = {"line": error.lineno, "column": error.colno, "reason": error.msg}
        raise DataError("data.json", details=details) from None
    except RecursionError:
        raise LimitError("limit.depth", details={"limit": LIMITS.document_depth}) from None


def _int(digits: str) -> int:
    if len(digits) > _INT_DIGITS:
        raise LimitError("limit.chars", digits, details={"limit": _INT_DIGITS})
    return int(digits)


def _constant(name: str) -> None:
    raise DataError("data.constant", name)


def _object(items: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in items:
        if key in made:
            raise DataError("data.twice", key)
        made[key] = value
    return made
