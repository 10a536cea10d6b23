"""Loading rule books (评分标准的读取): strict, from TOML, every number exact."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any, Final, cast

from govperf.errors import StandardError
from govperf.model import Grade
from govperf.standards.standard import Clause, Parameter, Provenance, Rounding, Rule, ScoringStandard

__all__ = ["BUILT_IN", "loads", "standard"]

BUILT_IN: Final = {"MOF-2020-10": "mof-2020-10.toml"}
"""The rule books that govperf carries: name → file."""

_CLAUSE: Final = {"provenance": str, "source": str}
_NUMBER: Final = (int, Decimal)
_SHAPE: Final[Mapping[str, Any]] = {
    "name": str,
    "title": str,
    "english": str,
    "execution": {"points": _NUMBER, "rule": str, **_CLAUSE},
    "over_fulfilment": {"limit": _NUMBER, **_CLAUSE},
    "approximation": {"margin": _NUMBER, **_CLAUSE},
    "rounding": {"digits": int, "mode": str, **_CLAUSE},
    "total": {"full": _NUMBER, **_CLAUSE},
    "grades": {"bands": list, **_CLAUSE},
    "rules": dict,
}
_RULE: Final[Mapping[str, Any]] = {"operators": list, "knots": list, **_CLAUSE}
_BAND: Final[Mapping[str, Any]] = {"label": str, "name": str, "from": _NUMBER}


@cache
def standard(name: str = "MOF-2020-10") -> ScoringStandard:
    """A built-in rule book (内置评分标准).

    Args:
        name: Such as "MOF-2020-10", the default.

    Returns:
        The standard, loaded once.

    Raises:
        StandardError: There is no such standard.

    Example:
        >>> standard("MOF-2020-10").execution_points.value
        Decimal('10')
    """
    if name not in BUILT_IN:
        raise StandardError("standard.unknown", name, details={"known": ", ".join(BUILT_IN)})
    return loads((files("govperf.standards") / "data" / BUILT_IN[name]).read_text(encoding="utf-8"))


def loads(text: str) -> ScoringStandard:
    """A rule book from its TOML text (读取评分标准).

    Args:
        text: In the shape of the built-in ones; nothing may be missing or left over.

    Returns:
        The standard.

    Raises:
        StandardError: The text is no TOML, or not of that shape; the path says where.
    """
    try:
        book = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise StandardError("standard.toml", details={"reason": error}) from error
    _check(book, _SHAPE, "$")
    return ScoringStandard(
        name=book["name"],
        title=book["title"],
        english=book["english"],
        execution_points=_parameter(book["execution"], "points"),
        execution_rule=book["execution"]["rule"],
        rules=tuple(_rule(name, table, f"$.rules.{name}") for name, table in book["rules"].items()),
        over_fulfilment=_parameter(book["over_fulfilment"], "limit"),
        approximation=_parameter(book["approximation"], "margin"),
        rounding=Rounding(book["rounding"]["digits"], book["rounding"]["mode"], _clause(book["rounding"])),
        full=_parameter(book["total"], "full"),
        grades=tuple(_grade(band, f"$.grades.bands[{i}]") for i, band in enumerate(book["grades"]["bands"])),
        grades_clause=_clause(book["grades"]),
    )


def _check(table: Any, shape: Mapping[str, Any], path: str) -> None:
    """Exactly the keys of the shape, each of its type."""
    if not isinstance(table, dict):
        raise StandardError("standard.type", str(table), path=path)
    known = cast("dict[str, object]", table)
    for key in sorted(known.keys() ^ shape.keys()):
        raise StandardError("standard.key" if key in known else "standard.missing", key, path=path)
    for key, kind in shape.items():
        value, where = known[key], f"{path}.{key}"
        if isinstance(kind, Mapping):
            _check(value, cast("Mapping[str, Any]", kind), where)
        elif not isinstance(value, kind) or isinstance(value, bool):
            raise StandardError("standard.type", str(value), path=where)
    if "provenance" in shape and known["provenance"] not in {item.value for item in Provenance}:
        raise StandardError("standard.type", known["provenance"], path=f"{path}.provenance")


def _clause(table: Mapping[str, Any]) -> Clause:
    return Clause(Provenance(table["provenance"]), table["source"])


def _parameter(table: Mapping[str, Any], key: str) -> Parameter:
    return Parameter(Decimal(table[key]), _clause(table))


def _rule(name: str, table: Any, path: str) -> Rule:
    _check(table, _RULE, path)
    try:
        knots = tuple((Fraction(rate), Fraction(share)) for rate, share in table["knots"])
    except (TypeError, ValueError) as error:
        raise StandardError("standard.type", str(table["knots"]), path=f"{path}.knots") from error
    return Rule(name, tuple(table["operators"]), knots, _clause(table))


def _grade(band: Any, path: str) -> Grade:
    _check(band, _BAND, path)
    return Grade(band["label"], band["name"], Decimal(band["from"]))
