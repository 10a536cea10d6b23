"""Grade scales (等级划分): half-open bands of a total, as data."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any, Final

import attrs

from govperf.errors import StandardError
from govperf.model import Grade
from govperf.model.clause import Clause
from govperf.standards.tables import CLAUSE, amount, check, clause, document, entries, shipped

__all__ = ["GradeScale", "bands", "grade_scale"]

_FILE: Final = "grades.toml"
_SCALE: Final[Mapping[str, Any]] = {"name": str, "english": str, "bands": list, **CLAUSE}
_BAND: Final[Mapping[str, Any]] = {"label": str, "name": str, "from": (int, Decimal)}


@attrs.frozen
class GradeScale:
    """Grade scale (等级划分): which total earns which grade.

    Args:
        name: Stable name, such as "90-80-60".
        english: What it is.
        grades: From the highest down.
        clause: Where it comes from.
    """

    name: str
    english: str
    grades: tuple[Grade, ...]
    clause: Clause


def grade_scale(name: str = "90-80-60") -> GradeScale:
    """A grade scale that govperf carries (内置等级划分).

    Args:
        name: "90-80-60", the default; "central-integer", the same as published in whole points; "80-70-60".

    Returns:
        The scale.

    Raises:
        StandardError: There is no such scale.

    Example:
        >>> [(grade.label, str(grade.lower)) for grade in grade_scale("80-70-60").grades]
        [('优', '80'), ('良', '70'), ('中', '60'), ('差', '0')]
    """
    scales = _scales()
    if name not in scales:
        raise StandardError("standard.scale-unknown", name, details={"known": ", ".join(scales)})
    return scales[name]


@cache
def _scales() -> dict[str, GradeScale]:
    book = document(shipped(_FILE), {"scales": list})
    rows = [check(row, _SCALE, path) for row, path in entries(book["scales"], "$.scales")]
    return {
        row["name"]: GradeScale(row["name"], row["english"], bands(row["bands"], "$.scales"), clause(row))
        for row in rows
    }


def bands(value: list[object], path: str) -> tuple[Grade, ...]:
    """The grades of a table (等级), in its order.

    Args:
        value: Tables with label, name and from.
        path: Where they stand.

    Returns:
        The grades.

    Raises:
        StandardError: One is not of that shape.
    """
    return tuple(_grade(band, where) for band, where in entries(value, path))


def _grade(band: object, path: str) -> Grade:
    known = check(band, _BAND, path)
    return Grade(known["label"], known["name"], amount(known["from"], f"{path}.from"))
