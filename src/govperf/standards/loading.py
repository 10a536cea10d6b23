"""Loading rule books (评分标准的读取): strict, from TOML, every number exact."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, Final, cast

from govperf.errors import StandardError
from govperf.limits import LIMITS
from govperf.model import Grade
from govperf.standards.rulebook import Knot, Parameter, Rounding, Rule, ScoringStandard
from govperf.standards.tables import CLAUSE, at, check, clause, document, entries, shipped, texts, wrong_type

__all__ = ["BUILT_IN", "loads", "standard"]

BUILT_IN: Final = {"MOF-2020-10": "mof-2020-10.toml"}
"""The rule books that govperf carries: name → file."""

_NUMBER: Final = (int, Decimal)
_SHAPE: Final[Mapping[str, Any]] = {
    "name": str,
    "title": str,
    "english": str,
    "execution": {"points": _NUMBER, "rule": str, **CLAUSE},
    "over_fulfilment": {"limit": _NUMBER, **CLAUSE},
    "approximation": {"margin": _NUMBER, **CLAUSE},
    "rounding": {"digits": int, "mode": str, **CLAUSE},
    "total": {"full": _NUMBER, **CLAUSE},
    "grades": {"bands": list, **CLAUSE},
    "rules": dict,
}
_RULE: Final[Mapping[str, Any]] = {"operators": list, "knots": list, **CLAUSE}
_BAND: Final[Mapping[str, Any]] = {"label": str, "name": str, "from": _NUMBER}
_PAIR: Final = 2
_BITS: Final = 4 * LIMITS.digits


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
    return _built_in(name)


@cache
def _built_in(name: str) -> ScoringStandard:
    return loads(shipped(BUILT_IN[name]))


def loads(text: str) -> ScoringStandard:
    """A rule book from its TOML text (读取评分标准).

    Args:
        text: In the shape of the built-in ones; nothing may be missing or left over.

    Returns:
        The standard.

    Raises:
        StandardError: The text is no TOML, or not of that shape; the path says where.

    Example:
        >>> loads('name = "某省2021"')
        Traceback (most recent call last):
        govperf.errors.StandardError: $: the key 'approximation' is missing
    """
    book = document(text, _SHAPE)
    return at("$", lambda: _standard(book))


def _standard(book: Mapping[str, Any]) -> ScoringStandard:
    return ScoringStandard(
        name=book["name"],
        title=book["title"],
        english=book["english"],
        execution_points=_parameter(book, "execution", "points"),
        execution_rule=book["execution"]["rule"],
        rules=tuple(_rule(name, table, f"$.rules.{name}") for name, table in book["rules"].items()),
        over_fulfilment=_parameter(book, "over_fulfilment", "limit"),
        approximation=_parameter(book, "approximation", "margin"),
        rounding=_rounding(book["rounding"]),
        full=_parameter(book, "total", "full"),
        grades=tuple(_grade(band, path) for band, path in entries(book["grades"]["bands"], "$.grades.bands")),
        grades_clause=clause(book["grades"]),
    )


def _parameter(book: Mapping[str, Any], name: str, key: str) -> Parameter:
    return Parameter(_number(book[name][key], f"$.{name}.{key}"), clause(book[name]))


def _rounding(table: Mapping[str, Any]) -> Rounding:
    return at("$.rounding", lambda: Rounding(table["digits"], table["mode"], clause(table)))


def _number(value: object, path: str) -> Decimal:
    """A number of few digits, so that computing with it takes no time; never below zero."""
    if isinstance(value, bool) or not isinstance(value, _NUMBER):
        raise wrong_type(value, path)
    if isinstance(value, int) and value.bit_length() > _BITS:
        raise StandardError("standard.range", value, path=path)
    number = Decimal(value)
    if not number.is_finite() or number < 0 or abs(number.adjusted()) >= LIMITS.digits:
        raise StandardError("standard.range", str(number), path=path)
    return number


def _rule(name: str, table: object, path: str) -> Rule:
    known = check(table, _RULE, path)
    operators = texts(known["operators"], f"{path}.operators")
    knots = tuple(_knot(pair, where) for pair, where in entries(known["knots"], f"{path}.knots"))
    return at(path, lambda: Rule(name, operators, knots, clause(known)))


def _knot(pair: object, path: str) -> Knot:
    if not isinstance(pair, list):
        raise wrong_type(pair, path)
    values = cast("list[object]", pair)
    if len(values) != _PAIR:
        raise wrong_type(values, path)
    rate, share = (Fraction(_number(value, f"{path}[{i}]")) for i, value in enumerate(values))
    return rate, share


def _grade(band: object, path: str) -> Grade:
    known = check(band, _BAND, path)
    return Grade(known["label"], known["name"], _number(known["from"], f"{path}.from"))
