"""JSON in and out (JSON 读写): strict, exact, every fault with its path."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, Final, TypeVar

from govperf.codec.conversion import Quantities
from govperf.codec.documents import made_of, members_of, refuse_class
from govperf.codec.engines import Engine, Indent, engine_of
from govperf.codec.values import JsonNumber, JsonRefused, too_deep
from govperf.errors import DataError, LimitError
from govperf.limits import LIMITS
from govperf.messages import message

__all__ = ["from_json", "to_json"]

T = TypeVar("T")

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


def to_json(
    value: object, *, quantities: Quantities = "text", indent: Indent = 2, engine: Engine = "json"
) -> str:
    """A domain object as JSON (写为 JSON).

    Args:
        value: An `Evaluation`, a `Scorecard`, or a part of one that has a class of its own, such as
            a `Budget`, a `Score` or a `Quantity`.
        quantities: "text" writes them as people do ("3,678.76万元"), "object" as an object of their
            magnitude and their unit. `from_json` reads both.
        indent: Two blanks for each level; None writes one line without blanks.
        engine: "json" is Python's own, "orjson" and "msgspec" are those packages, of the extra
            `fast`. The text is the same.

    Returns:
        Text that is the same everywhere: keys in the order of the class, what the form leaves out
        left out, `"schema": 1` first. `from_json` makes an equal object of it.

    Raises:
        InputError: The text could not be read back: it is too long, an amount has too many digits,
            or half of a surrogate pair stands in it.
        MissingExtraError: The package of the engine is not installed.
        TypeError: The object, or a part of it, is of another class.
        ValueError: There is no such choice.

    Example:
        >>> from govperf.model import Budget, Evidence
        >>> print(to_json(Evidence("发布台账", locator="第3页")))
        {
          "schema": 1,
          "title": "发布台账",
          "locator": "第3页"
        }
        >>> print(to_json(Budget(2023, executed="3,678.76万元"), quantities="object", indent=None))
        {"schema":1,"year":2023,"executed":{"magnitude":"3678.76","unit":"万元"}}
    """
    write = engine_of(engine, indent=indent)
    return writable(write(members_of(value, quantities)))


def writable(text: str) -> str:
    """A document that can be read back, as it is (可写出的文本).

    Raises:
        InputError: It is too long, or half of a surrogate pair stands in it.
    """
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
        >>> from govperf.model import Part
        >>> from_json('{"schema": 1, "name": "粉尘", "amount": "150家", "page": 3}', Part)
        Traceback (most recent call last):
        govperf.errors.DataError: $: unknown key 'page', known are name, amount
    """
    refuse_class(cls)
    if not isinstance(text, (str, bytes)):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may be untyped
        raise TypeError(f"a JSON document is a text or bytes, not {type(text).__name__}")
    return made_of(_document(_decoded(text)), cls)


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
        raise too_deep() from None


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
    twice = next(key for key, times in counted.items() if times > 1)
    return JsonRefused(made, fault=DataError("data.twice", twice))
