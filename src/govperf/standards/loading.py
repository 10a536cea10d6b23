"""Loading rule books (评分标准的读取): strict, from TOML, every number exact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, Final, TypeVar, cast

import attrs

from govperf.errors import StandardError, StandardErrors
from govperf.limits import LIMITS
from govperf.standards.compiled import Steps
from govperf.standards.levels import Level, Levels
from govperf.standards.measures import Measure
from govperf.standards.parameters import Parameter, Rounding
from govperf.standards.rulebook import NotApplicable, ScoringStandard, TotalCap, over
from govperf.standards.rules import Rule
from govperf.standards.rules import number as exact
from govperf.standards.scales import bands, grade_scale
from govperf.standards.tables import (
    CLAUSE,
    amount,
    at,
    check,
    clause,
    document,
    entries,
    shipped,
    texts,
    wrong_type,
)
from govperf.standards.weights import WeightFloor, WeightSet

__all__ = ["BUILT_IN", "loads", "standard"]

BUILT_IN: Final = {
    "MOF-2020-10": "mof-2020-10.toml",
    "MOF-2021-101": "mof-2021-101.toml",
    "MOF-2013-53": "mof-2013-53.toml",
    "HUBEI-2020": "hubei-2020.toml",
}
"""The rule books that govperf carries: name → file."""

_NUMBER: Final = (int, Decimal)
_FRACTION: Final = (int, Decimal, str)
_ROUNDING: Final[Mapping[str, Any]] = {"digits": int, "mode": str, "level": str, "rate": (int, type(None)), **CLAUSE}
_RULE: Final[Mapping[str, Any]] = {
    "operators": list,
    "knots": list,
    "of": _FRACTION,
    "measure": str,
    "unit": (str, type(None)),
    "categories": list,
    "indicators": list,
    "steps": (list, type(None)),
    "deductions": list,
    **CLAUSE,
}
_RULE_LEFT_OUT: Final[Mapping[str, object]] = {
    "of": 1,
    "measure": "completion",
    "unit": None,
    "categories": [],
    "indicators": [],
    "steps": None,
    "deductions": [],
}
_LEVEL: Final[Mapping[str, Any]] = {
    "label": str,
    "english": str,
    "from": _FRACTION,
    "to": _FRACTION,
    "aliases": list,
    "minus": _FRACTION,
}
_WEIGHTS: Final[Mapping[str, Any]] = {"name": str, "points": dict, "execution": _NUMBER, **CLAUSE}
_FLOOR: Final[Mapping[str, Any]] = {"codes": list, "share": _NUMBER, "kinds": list, **CLAUSE}
_PAIR: Final = 2


def standard(name: str = "MOF-2020-10") -> ScoringStandard:
    """A built-in rule book (内置评分标准).

    Args:
        name: Such as "MOF-2020-10", the default, or another name of it, such as "财预〔2020〕10号".

    Returns:
        The standard, loaded once.

    Raises:
        StandardError: There is no such standard.

    Example:
        >>> standard("MOF-2020-10").execution_points.value
        Decimal('10')
    """
    if name in BUILT_IN:
        return _built_in(name)
    for known in BUILT_IN:
        if name in _built_in(known).aliases:
            return _built_in(known)
    raise StandardError("standard.unknown", name, details={"known": ", ".join(BUILT_IN)})


@cache
def _built_in(name: str) -> ScoringStandard:
    return loads(shipped(BUILT_IN[name]))


def loads(text: str) -> ScoringStandard:
    """A rule book from its TOML text (读取评分标准).

    Args:
        text: In the shape of the built-in ones. A book that extends another says only what differs: each
            table that it has takes the place of the whole table there, and its rules take their targets
            from the rules there.

    Returns:
        The standard.

    Raises:
        StandardError: The text is no TOML, or not of that shape; the path says where. Several faults
            come together as `StandardErrors`.

    Example:
        >>> ours = loads('''
        ... name = "某省2021"
        ... title = "某省项目支出绩效评价办法"
        ... english = "A province"
        ... extends = "MOF-2020-10"
        ... [rules.pass_line]
        ... operators = [">=", ">"]
        ... knots = [[0.6, 0], [1, 1]]
        ... provenance = "verified"
        ... source = "the measures of the province, article 12"
        ... ''')
        >>> ours.rule("pass_line").share(Fraction(8, 10))
        Fraction(1, 2)
    """
    book = document(text)
    faults: list[StandardError] = []
    fields = _fields(book, faults)
    if not faults:
        made = _tried(faults, lambda: at("$", lambda: _book(fields)))
        if made is not None:
            return made
    raise faults[0] if len(faults) == 1 else StandardErrors(faults[: LIMITS.faults])


T = TypeVar("T")
Faults = list[StandardError]


def _tried(faults: Faults, make: Callable[[], T]) -> T | None:
    """What is made, or None and one fault more."""
    try:
        return make()
    except StandardError as error:
        faults.append(error)
        return None


def _fields(book: Mapping[str, Any], faults: Faults) -> dict[str, Any]:
    """The fields of a standard, each from its table; all that is wrong with them is a fault."""
    for key in sorted(book.keys() - _PARTS.keys()):
        faults.append(StandardError("standard.key", key, path="$"))
    needed = _TEXTS if "extends" in book else _NEEDED
    for key in sorted(needed - book.keys()):
        faults.append(StandardError("standard.missing", key, path="$"))
    fields: dict[str, Any] = {}
    for key in book.keys() & _PARTS.keys():
        fields |= _tried(faults, lambda key=key: _PARTS[key](book[key], f"$.{key}", faults)) or {}
    return fields


def _book(fields: Mapping[str, Any]) -> ScoringStandard:
    """The standard of some fields, on top of the one that it extends."""
    if "extends" not in fields:
        return ScoringStandard(**fields)
    base = standard(fields["extends"])
    kept = {
        fields.get(key, getattr(base, key)) for key in ("execution_rule", "execution_finished")
    }
    rules = over(base.rules, fields.get("rules", ()), kept)
    return attrs.evolve(base, **{"aliases": (), **fields, "rules": rules})


def _text(key: str) -> Part:
    def part(value: object, path: str, _: Faults) -> dict[str, Any]:
        if not isinstance(value, str) or not value:
            raise wrong_type(value, path)
        return {key: value}

    return part


def _aliases(value: object, path: str, _: Faults) -> dict[str, Any]:
    return {"aliases": texts(_list(value, path), path)}


def _execution(value: object, path: str, _: Faults) -> dict[str, Any]:
    shape = {"points": _NUMBER, "rule": str, "finished": (str, type(None)), **CLAUSE}
    table = check(value, shape, path, {"finished": None})
    return {
        "execution_points": _parameter(table, "points", path),
        "execution_rule": table["rule"],
        "execution_finished": table["finished"] or "",
    }


def _one(field: str, key: str) -> Part:
    """The part that is one number."""

    def part(value: object, path: str, _: Faults) -> dict[str, Any]:
        return {field: _parameter(check(value, {key: _NUMBER, **CLAUSE}, path), key, path)}

    return part


def _parameter(table: Mapping[str, Any], key: str, path: str) -> Parameter:
    return Parameter(amount(table[key], f"{path}.{key}"), clause(table))


def _rounding(value: object, path: str, _: Faults) -> dict[str, Any]:
    table = check(value, _ROUNDING, path, {"level": "score", "rate": None})
    made = at(
        path,
        lambda: Rounding(
            table["digits"], table["mode"], clause(table), level=table["level"], rate=table["rate"]
        ),
    )
    return {"rounding": made}


def _grades(value: object, path: str, _: Faults) -> dict[str, Any]:
    if isinstance(value, dict) and "scale" in value:
        table = check(cast("object", value), {"scale": str}, path)
        scale = at(f"{path}.scale", lambda: grade_scale(table["scale"]))
        return {"grades": scale.grades, "grades_clause": scale.clause}
    table = check(value, {"bands": list, **CLAUSE}, path)
    return {"grades": bands(table["bands"], f"{path}.bands"), "grades_clause": clause(table)}


def _not_applicable(value: object, path: str, _: Faults) -> dict[str, Any]:
    table = check(value, {"policy": str, **CLAUSE}, path)
    return {"not_applicable": at(path, lambda: NotApplicable(table["policy"], clause(table)))}


def _total_cap(value: object, path: str, _: Faults) -> dict[str, Any]:
    table = check(value, {"bands": list, **CLAUSE}, path)
    pairs = [_pair(pair, where) for pair, where in entries(table["bands"], f"{path}.bands")]
    return {"total_cap": at(path, lambda: TotalCap(tuple(pairs), clause(table)))}


def _pair(pair: object, path: str) -> tuple[Fraction, Decimal]:
    values = _list(pair, path)
    if len(values) != _PAIR:
        raise wrong_type(pair, path)
    return _exact(values[0], f"{path}[0]"), amount(values[1], f"{path}[1]")


def _weights(value: object, path: str, faults: Faults) -> dict[str, Any]:
    made = [_tried(faults, lambda row=row, at=where: _set(row, at)) for row, where in _rows(value, path)]
    return {"weights": tuple(one for one in made if one is not None)}


def _set(row: object, path: str) -> WeightSet:
    known = check(row, _WEIGHTS, path)
    points = {
        code: amount(value, f"{path}.points.{code}") for code, value in known["points"].items()
    }
    execution = amount(known["execution"], f"{path}.execution")
    return at(path, lambda: WeightSet(known["name"], points, execution, clause(known)))


def _floors(value: object, path: str, faults: Faults) -> dict[str, Any]:
    made = [_tried(faults, lambda row=row, at=where: _floor(row, at)) for row, where in _rows(value, path)]
    return {"weight_floors": tuple(one for one in made if one is not None)}


def _floor(row: object, path: str) -> WeightFloor:
    known = check(row, _FLOOR, path)
    codes, kinds = (texts(known[key], f"{path}.{key}") for key in ("codes", "kinds"))
    share = amount(known["share"], f"{path}.share")
    return at(path, lambda: WeightFloor(codes, share, kinds, clause(known)))


def _levels(value: object, path: str, _: Faults) -> dict[str, Any]:
    table = check(value, {"bands": list, **CLAUSE}, path)
    made = [_level(row, where) for row, where in entries(table["bands"], f"{path}.bands")]
    return {"levels": at(path, lambda: Levels(tuple(made), clause(table)))}


def _level(row: object, path: str) -> Level:
    known = check(row, _LEVEL, path, {"aliases": [], "minus": 0})
    lower, upper, minus = (_exact(known[key], f"{path}.{key}") for key in ("from", "to", "minus"))
    aliases = texts(known["aliases"], f"{path}.aliases")
    return at(
        path,
        lambda: Level(known["label"], known["english"], lower, upper, aliases=aliases, minus=minus),
    )


def _rules(value: object, path: str, faults: Faults) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise wrong_type(value, path)
    tables = cast("dict[str, object]", value)
    made = [
        _tried(faults, lambda name=name, table=table: _rule(name, table, f"{path}.{name}"))
        for name, table in tables.items()
    ]
    return {"rules": tuple(rule for rule in made if rule is not None)}


def _rule(name: str, table: object, path: str) -> Rule:
    known = check(table, _RULE, path, _RULE_LEFT_OUT)
    operators, categories, indicators = (
        texts(known[key], f"{path}.{key}") for key in ("operators", "categories", "indicators")
    )
    whole = _exact(known["of"], f"{path}.of")
    if not whole:
        raise StandardError("standard.range", "0", path=f"{path}.of")
    knots = [_knot(row, where, whole) for row, where in entries(known["knots"], f"{path}.knots")]
    deductions = [_numbers(row, where) for row, where in entries(known["deductions"], f"{path}.deductions")]
    measure = known["measure"]
    if measure not in {item.value for item in Measure}:
        raise StandardError("standard.range", measure, path=f"{path}.measure")
    return at(
        path,
        lambda: Rule(
            name,
            operators,
            knots,
            clause(known),
            measure=measure,
            unit=known["unit"] or "",
            categories=categories,
            indicators=indicators,
            steps=known["steps"] and _step(known["steps"], f"{path}.steps"),
            deductions=deductions,
        ),
    )


def _knot(row: object, path: str, whole: Fraction) -> list[Fraction]:
    figure, *shares = _numbers(row, path)
    return [figure, *(share / whole for share in shares)]


def _numbers(row: object, path: str) -> list[Fraction]:
    values = _list(row, path)
    if not values:
        raise wrong_type(row, path)
    return [_exact(value, f"{path}[{i}]") for i, value in enumerate(values)]


def _step(values: list[object], path: str) -> Steps:
    if len(values) != _PAIR + 1 or not isinstance(values[2], str):
        raise wrong_type(values, path)
    start, size = _numbers(values[:_PAIR], path)
    return Steps(start, size, values[2])


def _list(value: object, path: str) -> list[object]:
    if not isinstance(value, list):
        raise wrong_type(value, path)
    return cast("list[object]", value)


def _rows(value: object, path: str) -> list[tuple[object, str]]:
    return entries(_list(value, path), path)


def _exact(value: object, path: str) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, _FRACTION):
        raise wrong_type(value, path)
    return at(path, lambda: exact(value))


Part = Callable[[Any, str, Faults], dict[str, Any]]

_PARTS: Final[Mapping[str, Part]] = {
    "name": _text("name"),
    "title": _text("title"),
    "english": _text("english"),
    "extends": _text("extends"),
    "taxonomy": _text("taxonomy"),
    "aliases": _aliases,
    "weights": _weights,
    "weight_floors": _floors,
    "execution": _execution,
    "rules": _rules,
    "levels": _levels,
    "over_fulfilment": _one("over_fulfilment", "limit"),
    "approximation": _one("approximation", "margin"),
    "not_applicable": _not_applicable,
    "rounding": _rounding,
    "total": _one("full", "full"),
    "total_cap": _total_cap,
    "grades": _grades,
}
_TEXTS: Final = frozenset({"name", "title", "english"})
_NEEDED: Final = _PARTS.keys() - {"extends", "aliases", "weights", "weight_floors", "total_cap"}
