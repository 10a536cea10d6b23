"""Loading rule books (评分标准的读取): strict, from TOML, every number exact."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from decimal import Context, Decimal, Inexact, InvalidOperation
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any, Final, TypeVar, cast

from govperf.errors import StandardError
from govperf.limits import LIMITS
from govperf.model import Grade
from govperf.standards.rulebook import Clause, Knot, Parameter, Provenance, Rounding, Rule, ScoringStandard

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
_PAIR: Final = 2
_CONTEXT: Final = Context(prec=LIMITS.digits, traps=[Inexact, InvalidOperation])
_NONE: Final = Decimal("NaN")
_BITS: Final = 4 * LIMITS.digits

T = TypeVar("T")


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
    return loads((files("govperf.standards") / "data" / BUILT_IN[name]).read_text(encoding="utf-8"))


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
    if len(text) > LIMITS.document_bytes:
        raise StandardError("limit.bytes", details={"limit": LIMITS.document_bytes})
    try:
        book = tomllib.loads(text, parse_float=_decimal)
    except (ValueError, RecursionError) as error:  # no TOML, an endless number, brackets without end
        raise StandardError("standard.toml", details={"reason": error}) from error
    _check(book, _SHAPE, "$")
    return _at("$", lambda: _standard(book))


def _decimal(digits: str) -> Decimal:
    """A number with a point or an exponent; one of too many digits is none, and refused where it stands."""
    try:
        return _CONTEXT.create_decimal(digits.replace("_", ""))
    except (Inexact, InvalidOperation):
        return _NONE


def _check(table: object, shape: Mapping[str, Any], path: str) -> None:
    """Exactly the keys of the shape, each of its type."""
    if not isinstance(table, dict):
        raise _wrong_type(table, path)
    known = cast("dict[str, object]", table)
    for key in sorted(known.keys() ^ shape.keys()):
        raise StandardError("standard.key" if key in known else "standard.missing", key, path=path)
    for key, kind in shape.items():
        value, where = known[key], f"{path}.{key}"
        if isinstance(kind, Mapping):
            _check(value, cast("Mapping[str, Any]", kind), where)
        elif not isinstance(value, kind) or isinstance(value, bool) or value == "":
            raise _wrong_type(value, where)
    if "provenance" in shape and known["provenance"] not in {item.value for item in Provenance}:
        raise _wrong_type(known["provenance"], f"{path}.provenance")


def _wrong_type(value: object, path: str) -> StandardError:
    """A text is quoted; anything else, which may nest without end, is only named."""
    quoted = value if isinstance(value, str) else type(value).__name__
    return StandardError("standard.type", quoted, path=path)


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
        grades=tuple(_grade(band, f"$.grades.bands[{i}]") for i, band in enumerate(book["grades"]["bands"])),
        grades_clause=_clause(book["grades"]),
    )


def _at(path: str, make: Callable[[], T]) -> T:
    """What is made, or the error of making it, with its path."""
    try:
        return make()
    except StandardError as error:
        raise (error if error.path else error.at(path)) from None


def _clause(table: Mapping[str, Any]) -> Clause:
    return Clause(Provenance(table["provenance"]), table["source"])


def _parameter(book: Mapping[str, Any], name: str, key: str) -> Parameter:
    return Parameter(_number(book[name][key], f"$.{name}.{key}"), _clause(book[name]))


def _rounding(table: Mapping[str, Any]) -> Rounding:
    return _at("$.rounding", lambda: Rounding(table["digits"], table["mode"], _clause(table)))


def _number(value: object, path: str) -> Decimal:
    """A number of few digits, so that computing with it takes no time; never below zero."""
    if isinstance(value, bool) or not isinstance(value, _NUMBER):
        raise _wrong_type(value, path)
    if isinstance(value, int) and value.bit_length() > _BITS:
        raise StandardError("standard.range", value, path=path)
    number = Decimal(value)
    if not number.is_finite() or number < 0 or abs(number.adjusted()) >= LIMITS.digits:
        raise StandardError("standard.range", str(number), path=path)
    return number


def _rule(name: str, table: object, path: str) -> Rule:
    _check(table, _RULE, path)
    known = cast("dict[str, Any]", table)
    for i, operator in enumerate(known["operators"]):
        if not isinstance(operator, str):
            raise _wrong_type(operator, f"{path}.operators[{i}]")
    knots = tuple(_knot(pair, f"{path}.knots[{i}]") for i, pair in enumerate(known["knots"]))
    return _at(path, lambda: Rule(name, tuple(known["operators"]), knots, _clause(known)))


def _knot(pair: object, path: str) -> Knot:
    if not isinstance(pair, list):
        raise _wrong_type(pair, path)
    values = cast("list[object]", pair)
    if len(values) != _PAIR:
        raise _wrong_type(values, path)
    rate, share = (Fraction(_number(value, f"{path}[{i}]")) for i, value in enumerate(values))
    return rate, share


def _grade(band: object, path: str) -> Grade:
    _check(band, _BAND, path)
    known = cast("dict[str, Any]", band)
    return Grade(known["label"], known["name"], _number(known["from"], f"{path}.from"))
