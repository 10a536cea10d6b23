"""Migrations (迁移): how a document of an older schema becomes one of the newest, before it is read.

What may change within a schema, and when there is a new one, is written down in decision 0013.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from govperf.codec.leaves import whole_of
from govperf.errors import DataError, InputError

__all__ = ["MIGRATIONS", "SCHEMA", "SCHEMA_KEY", "migrated"]

Migration = Callable[[dict[str, Any], type], dict[str, Any]]

SCHEMA: Final = 1
"""The schema that is written (格式版本)."""

SCHEMA_KEY: Final = "schema"

MIGRATIONS: Final[dict[int, Migration]] = {}
"""Schema → what makes of its document, for a class, one of the next schema.

It is given what anyone may have sent: what has not the shape that it knows, it hands on as it is,
to be refused by the reader.
"""


def migrated(document: dict[str, Any], cls: type) -> dict[str, Any]:
    """The members of a document as those of the schema of today (升级到当前格式).

    Args:
        document: As it was read, with its schema.
        cls: The class to make.

    Returns:
        A document without its schema.

    Raises:
        DataError: The schema is missing, no whole number, newer than this version, or older than it knows.
    """
    path = f"$.{SCHEMA_KEY}"
    if SCHEMA_KEY not in document:
        raise DataError("data.missing", path=path)
    try:
        schema = whole_of(document[SCHEMA_KEY])
    except InputError as error:
        raise error.at(path) from None
    members = {key: value for key, value in document.items() if key != SCHEMA_KEY}
    step = schema
    while step < SCHEMA and step in MIGRATIONS:
        members = MIGRATIONS[step](members, cls)
        step += 1
    if step != SCHEMA:
        raise DataError("data.schema", path=path, details={"found": schema, "expected": SCHEMA})
    return members
