"""Grade scales (等级划分): half-open bands of a total, as data."""

from __future__ import annotations

from functools import cache
from typing import Final

import attrs

from govperf.errors import StandardError
from govperf.layout import spelled
from govperf.model import Grade
from govperf.model.clause import Clause
from govperf.standards.tables import SOURCED, amount, clause, document, each, fields, of_type, shipped

__all__ = ["GradeScale", "bands", "grade_scale"]

_FILE: Final = "grades.toml"
_text: Final = of_type(str)


@attrs.frozen
class GradeScale:
    """Grade scale (等级划分): which total earns which grade.

    Args:
        name: Stable name, such as "90-80-60".
        english: What it is.
        grades: From the highest down.
        clause: Where it comes from.
    """

    __repr__ = spelled

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
    book = fields(document(shipped(_FILE)), "$", {"scales": each(_scale)})
    return {scale.name: scale for scale in book["scales"]}


def _scale(value: object, path: str) -> GradeScale:
    known = fields(value, path, {"name": _text, "english": _text, "bands": bands, **SOURCED})
    return GradeScale(known["name"], known["english"], known["bands"], clause(known))


def _grade(value: object, path: str) -> Grade:
    known = fields(value, path, {"label": _text, "name": _text, "from": amount})
    return Grade(known["label"], known["name"], known["from"])


bands: Final = each(_grade)
"""The reader of grades, in their order: tables with label, name and from."""
