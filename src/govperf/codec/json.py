"""JSON in and out (JSON 读写): strict, exact, every fault with its path."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import Any, Final, TypeVar, cast

from cattrs.errors import BaseValidationError

from govperf.codec.converter import DOCUMENTS, JsonNumber, JsonTwice, converter, faults, wrong_type
from govperf.errors import DataError, DataErrors, InputError, LimitError
from govperf.limits import LIMITS
from govperf.messages import message

__all__ = ["from_json", "to_json"]

T = TypeVar("T")

_SCHEMA_KEY: Final = "schema"
_SCHEMA: Final = 1
_REASONS: Final = {
    "Expecting value": "value",
    "Expecting property name enclosed in double quotes": "key",
    "Expecting ':' delimiter": "colon",
    "Expecting ',' delimiter": "comma",
    "Unterminated string starting at": "quote",
    "Invalid control character at": "control",
    "Extra data": "extra",
    "Illegal trailing comma before end of object": "trailing",
    "Illegal trailing comma before end of array": "trailing",
}
"""What Python's reader says (the last two from 3.13 on) → what we say, in two languages."""


def to_json(value: object) -> str:
    """A domain object as JSON (写为 JSON).

    Args:
        value: An `Evaluation`, or a part of one that has a name of its own, such as a `Budget`.

    Returns:
        Text that is the same everywhere: keys in the order of the class, amounts as readable
        text ("3,678.76万元"), what the form leaves out left out, `"schema": 1` first. `from_json`
        makes an equal object of it.

    Raises:
        InputError: The text could not be read back: too long, nested too deep, an amount of too
            many digits, half of a surrogate pair.
        TypeError: The object is of another class.

    Example:
        >>> from govperf.model import Evidence
        >>> print(to_json(Evidence("发布台账", locator="第3页")))
        {
          "schema": 1,
          "title": "发布台账",
          "locator": "第3页"
        }
    """
    _documentary(type(value))
    try:
        fields: dict[str, Any] = converter().unstructure(value)
    except RecursionError:
        raise _too_deep() from None
    _shallow(fields)
    text = json.dumps({_SCHEMA_KEY: _SCHEMA, **fields}, ensure_ascii=False, indent=2, allow_nan=False)
    try:
        size = len(text.encode())
    except UnicodeEncodeError as error:
        raise DataError("data.unicode", text[error.start : error.end]) from None
    _small(size)
    return text


def from_json(text: str | bytes, cls: type[T]) -> T:
    """A domain object from JSON (读取 JSON).

    Args:
        text: As `to_json` writes it, with or without a byte order mark; bytes are UTF-8.
        cls: The class to make, such as `Evaluation`.

    Returns:
        The object.

    Raises:
        LimitError: The text, a list, a number or a cell is too long, or the text nests too deep.
        DataErrors: Several faults, each with its path, at most `LIMITS.faults` of them.
        InputError: One fault: a key is unknown, missing or double, a value is of the wrong
            type, a number is a JSON float, or a cell cannot be read.
        TypeError: The class is not one that `to_json` writes, or the text is none.

    Example:
        >>> from govperf.model import Evidence
        >>> from_json('{"schema": 1, "title": "台账", "page": 3}', Evidence)
        Traceback (most recent call last):
        govperf.errors.DataError: $: unknown key 'page', known are title, locator
    """
    _documentary(cls)
    if not isinstance(text, (str, bytes)):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may be untyped
        raise TypeError(f"a JSON document is a text or bytes, not {type(text).__name__}")
    read = _document(_decoded(text))
    if not isinstance(read, dict):
        raise wrong_type(read, dict).at("$")
    document = cast("dict[str, Any]", read)
    _shallow(document)
    _of_this_schema(document)
    try:
        return converter().structure(document, cls)
    except (BaseValidationError, InputError) as error:
        found = tuple(islice(faults(error), LIMITS.faults))
    if len(found) == 1:
        raise found[0]
    raise DataErrors(found)


def _documentary(cls: type[object]) -> None:
    if cls not in DOCUMENTS:
        raise TypeError(f"a JSON document holds an Evaluation or a part of it, not {cls.__name__}")


def _decoded(text: str | bytes) -> str:
    _small(len(text))
    if isinstance(text, bytes):
        try:
            text = text.decode()
        except UnicodeDecodeError as error:
            raise DataError("data.utf8", details={"at": error.start + 1}) from None
    return text.removeprefix("\ufeff")


def _small(size: int) -> None:
    if size > LIMITS.document_bytes:
        raise LimitError("limit.bytes", details={"limit": LIMITS.document_bytes})


def _document(text: str) -> Any:
    if not text.strip():
        raise DataError("data.empty-document")
    try:
        return json.loads(
            text,
            parse_float=JsonNumber,
            parse_int=_int,
            parse_constant=JsonNumber,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        raise _syntax(error) from None
    except RecursionError:
        raise _too_deep() from None


def _syntax(error: json.JSONDecodeError) -> DataError:
    reason = f"json.{_REASONS.get(error.msg, 'syntax')}"
    details = {
        "line": error.lineno,
        "column": error.colno,
        "reason_en": message(reason, {}, "en"),
        "reason_zh": message(reason, {}, "zh"),
    }
    return DataError("data.json", details=details)


def _int(digits: str) -> int | JsonNumber:
    return int(digits) if len(digits) <= LIMITS.number_chars else JsonNumber(digits)


def _object(items: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(items)
    if len(made) == len(items):
        return made
    counted = Counter(key for key, _ in items)
    return JsonTwice(made, key=next(key for key, times in counted.items() if times > 1))


def _shallow(document: dict[str, Any]) -> None:
    """Brackets within brackets, the outermost counted, level by level."""
    level: list[Any] = [document]
    for _ in range(LIMITS.document_depth):
        level = [item for node in level for item in _members(node) if isinstance(item, (dict, list))]
    if level:
        raise _too_deep()


def _members(node: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return node.values() if isinstance(node, dict) else node


def _too_deep() -> LimitError:
    return LimitError("limit.depth", details={"limit": LIMITS.document_depth})


def _of_this_schema(document: dict[str, Any]) -> None:
    path = f"$.{_SCHEMA_KEY}"
    if _SCHEMA_KEY not in document:
        raise DataError("data.missing", path=path)
    schema = document.pop(_SCHEMA_KEY)
    if type(schema) is not int:
        raise wrong_type(schema, int).at(path)
    if schema != _SCHEMA:
        raise DataError("data.schema", path=path, details={"found": schema, "expected": _SCHEMA})
