"""The sections of a rule book's text (评分标准的各部分): each as the fields of a standard that it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any, Final, cast

import attrs

from govperf.errors import StandardError
from govperf.standards.faults import at, below, gathered
from govperf.standards.levels import Level, Levels
from govperf.standards.parameters import Parameter, Rounding
from govperf.standards.policies import NotApplicable, TotalCap
from govperf.standards.review_limits import ReviewLimits
from govperf.standards.rules import Rule, number
from govperf.standards.scales import bands, grade_scale
from govperf.standards.tables import SOURCED, Reader, amount, clause, each, fields, of_type, words, wrong_type
from govperf.standards.taxonomies import taxonomy
from govperf.standards.weights import WeightFloor, WeightSet

__all__ = ["OPTIONAL", "SECTIONS"]

_text: Final = of_type(str)
_whole: Final = of_type(int)
_PAIR: Final = 2
_STEP: Final = 3
_REVIEW: Final = tuple(field.name for field in attrs.fields(ReviewLimits))


def _exact(value: object, path: str) -> Fraction:
    """An exact number: 2, 0.6 or "2/3"."""
    if isinstance(value, bool) or not isinstance(value, (int, Decimal, str)):
        raise wrong_type(value, path)
    return at(path, lambda: number(value))


def _row(value: object, path: str) -> list[object]:
    """A list that may hold several types."""
    if not isinstance(value, list):
        raise wrong_type(value, path)
    return cast("list[object]", value)


_numbers: Final = each(_exact)


def _rules(value: object, path: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise wrong_type(value, path)
    tables = cast("dict[str, object]", value)
    made = gathered(partial(_rule, name, table, below(path, name)) for name, table in tables.items())
    return {"rules": tuple(made)}


def _rule(name: str, table: object, path: str) -> Rule:
    known = fields(table, path, _RULE, _RULE_LEFT_OUT)
    knots = [[figure, *(share / known["of"] for share in shares)] for figure, *shares in known["knots"]]
    return at(
        path,
        lambda: Rule(
            name,
            known["operators"],
            knots,
            clause(known),
            measure=known["measure"],
            unit=known["unit"],
            categories=known["categories"],
            indicators=known["indicators"],
            steps=known["steps"],
            deductions=known["deductions"],
            choice=known["choice"],
        ),
    )


def _of(value: object, path: str) -> Fraction:
    whole = _exact(value, path)
    if whole <= 0:
        raise StandardError("standard.range", f"{whole}", path=path)
    return whole


def _knot(value: object, path: str) -> tuple[Fraction, ...]:
    row = _numbers(value, path)
    if len(row) not in {_PAIR, 2 * _PAIR}:
        raise StandardError("standard.knot", len(row), path=path)
    return row


def _deduction(value: object, path: str) -> tuple[Fraction, ...]:
    row = _numbers(value, path)
    if len(row) != _PAIR:
        raise wrong_type(value, path)
    return row


def _steps(value: object, path: str) -> tuple[Fraction, Fraction, str]:
    row = _row(value, path)
    if len(row) != _STEP:
        raise wrong_type(value, path)
    start, size = _numbers(row[:_PAIR], path)
    return start, size, str(_text(row[_PAIR], f"{path}[{_PAIR}]"))


_RULE: Final[Mapping[str, Reader]] = {
    "operators": words,
    "knots": each(_knot),
    "of": _of,
    "measure": _text,
    "unit": _text,
    "categories": words,
    "indicators": words,
    "steps": _steps,
    "deductions": each(_deduction),
    "choice": _text,
    **SOURCED,
}
_RULE_LEFT_OUT: Final[Mapping[str, object]] = {
    "of": Fraction(1),
    "measure": "completion",
    "unit": "",
    "categories": (),
    "indicators": (),
    "steps": None,
    "deductions": (),
    "choice": "",
}


def _levels(value: object, path: str) -> dict[str, Any]:
    known = fields(value, path, {"bands": each(_level), **SOURCED})
    return {"levels": at(path, lambda: Levels(known["bands"], clause(known)))}


def _level(value: object, path: str) -> Level:
    known = fields(value, path, _LEVEL, {"aliases": (), "minus": Fraction(0)})
    ends = (known["from"], known["to"])
    more = {"aliases": known["aliases"], "minus": known["minus"]}
    return at(path, lambda: Level(known["label"], known["english"], *ends, **more))


_LEVEL: Final[Mapping[str, Reader]] = {
    "label": _text,
    "english": _text,
    "from": _exact,
    "to": _exact,
    "aliases": words,
    "minus": _exact,
}


def _set(value: object, path: str) -> WeightSet:
    known = fields(value, path, {"name": _text, "points": _points, "execution": amount, **SOURCED})
    made = (known["name"], known["points"], known["execution"], clause(known))
    return at(path, lambda: WeightSet(*made))


def _points(value: object, path: str) -> dict[str, Decimal]:
    if not isinstance(value, dict):
        raise wrong_type(value, path)
    table = cast("dict[str, object]", value)
    made = gathered(partial(amount, item, below(path, code)) for code, item in table.items())
    return dict(zip(table, made, strict=True))


def _floor(value: object, path: str) -> WeightFloor:
    known = fields(value, path, {"codes": words, "share": amount, "kinds": words, **SOURCED})
    return at(path, lambda: WeightFloor(known["codes"], known["share"], known["kinds"], clause(known)))


def _execution(value: object, path: str) -> dict[str, Any]:
    readers: Mapping[str, Reader] = {"points": amount, "rule": _text, "finished": _text, **SOURCED}
    known = fields(value, path, readers, {"finished": ""})
    return {
        "execution_points": Parameter(known["points"], clause(known)),
        "execution_rule": known["rule"],
        "execution_finished": known["finished"],
    }


def _one(field: str, key: str) -> Reader:
    """The section that is one number."""

    def section(value: object, path: str) -> dict[str, Any]:
        known = fields(value, path, {key: amount, **SOURCED})
        return {field: Parameter(known[key], clause(known))}

    return section


def _review(value: object, path: str) -> dict[str, Any]:
    known = fields(value, path, {**dict.fromkeys(_REVIEW, amount), **SOURCED})
    source = clause(known)
    return {"review": ReviewLimits(**{name: Parameter(known[name], source) for name in _REVIEW})}


def _rounding(value: object, path: str) -> dict[str, Any]:
    known = fields(value, path, _ROUNDING, {"level": "score", "rate": None})
    made = (known["digits"], known["mode"], clause(known))
    more = {"level": known["level"], "rate": known["rate"]}
    return {"rounding": at(path, lambda: Rounding(*made, **more))}


_ROUNDING: Final[Mapping[str, Reader]] = {
    "digits": _whole,
    "mode": _text,
    "level": _text,
    "rate": _whole,
    **SOURCED,
}


def _not_applicable(value: object, path: str) -> dict[str, Any]:
    known = fields(value, path, {"policy": _text, **SOURCED})
    return {"not_applicable": at(path, lambda: NotApplicable(known["policy"], clause(known)))}


def _total_cap(value: object, path: str) -> dict[str, Any]:
    known = fields(value, path, {"bands": each(_cap), **SOURCED})
    return {"total_cap": at(path, lambda: TotalCap(known["bands"], clause(known)))}


def _cap(value: object, path: str) -> tuple[Fraction, Decimal]:
    row = _row(value, path)
    if len(row) != _PAIR:
        raise wrong_type(value, path)
    makes: list[Callable[[], Any]] = [
        partial(_exact, row[0], f"{path}[0]"),
        partial(amount, row[1], f"{path}[1]"),
    ]
    rate, most = gathered(makes)
    return rate, most


def _grades(value: object, path: str) -> dict[str, Any]:
    table: object = value
    if isinstance(value, dict) and "scale" in cast("dict[str, object]", value):
        known = fields(table, path, {"scale": _text})
        scale = at(f"{path}.scale", lambda: grade_scale(known["scale"]))
        return {"grades": scale.grades, "grades_clause": scale.clause}
    known = fields(table, path, {"bands": bands, **SOURCED})
    return {"grades": known["bands"], "grades_clause": clause(known)}


def _taxonomy(value: object, path: str) -> str:
    """The name of a taxonomy that there is."""
    name = str(_text(value, path))
    return at(path, lambda: taxonomy(name)).name


def _said(field: str, read: Reader) -> Reader:
    """The section that is one field as it stands."""
    return lambda value, path: {field: read(value, path)}


SECTIONS: Final[Mapping[str, Reader]] = {
    "name": _said("name", _text),
    "title": _said("title", _text),
    "english": _said("english", _text),
    "extends": _said("extends", _text),
    "derived_from": _said("extends", _text),
    "taxonomy": _said("taxonomy", _taxonomy),
    "aliases": _said("aliases", words),
    "weights": _said("weights", each(_set)),
    "weight_floors": _said("weight_floors", each(_floor)),
    "execution": _execution,
    "rules": _rules,
    "levels": _levels,
    "over_fulfilment": _one("over_fulfilment", "limit"),
    "approximation": _one("approximation", "margin"),
    "not_applicable": _not_applicable,
    "review": _review,
    "rounding": _rounding,
    "total": _one("full", "full"),
    "total_cap": _total_cap,
    "grades": _grades,
}
"""The keys of a rule book's text, each with the fields of the standard that it gives."""

OPTIONAL: Final = frozenset(
    {"extends", "derived_from", "aliases", "weights", "weight_floors", "review", "total_cap"}
)
"""Those that a book may leave out that extends no other."""
