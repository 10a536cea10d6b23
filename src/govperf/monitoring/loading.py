"""Loading the rules of monitoring (监控规则的读取): the built-in ones, or those of a text, strictly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any, Final, NamedTuple, cast

from govperf.errors import StandardError
from govperf.model.fields import expect
from govperf.monitoring.lights import Light
from govperf.monitoring.rules import EDITIONS, Basis, LightLimits, MonitoringRules
from govperf.standards import Clause, Parameter
from govperf.standards.faults import at, below, gathered
from govperf.standards.locating import located
from govperf.standards.tables import (
    SOURCED,
    Reader,
    amount,
    clause,
    document,
    each,
    fields,
    of_type,
    shipped,
    words,
    wrong_type,
)

__all__ = ["followed", "loads_rules", "monitoring_rules"]

_FILE: Final = "monitoring.toml"
_NONE: Final = "undefined"
_JUDGED: Final = (Light.GREEN, Light.YELLOW, Light.RED)
_text: Final = of_type(str)


def monitoring_rules(edition: Basis = "annual") -> MonitoringRules:
    """The rules that systems in use follow (内置监控规则).

    Args:
        edition: "annual", the newer one, in which blue is 120 % of the target of the year; "pro_rata", the
            older one, in which it is 120 % of what is due by now.

    Returns:
        The rules, loaded once.

    Raises:
        StandardError: There is no such edition.

    Example:
        >>> monitoring_rules().over.value, monitoring_rules("pro_rata").edition
        (Decimal('1.2'), 'pro_rata')
    """
    if edition not in EDITIONS:
        raise StandardError("monitor.edition", edition, details={"known": ", ".join(EDITIONS)})
    return _built_in(edition)


@cache
def _built_in(edition: Basis) -> MonitoringRules:
    return loads_rules(shipped(_FILE), edition=edition)


def followed(rules: MonitoringRules | Basis | None) -> MonitoringRules:
    """The rules that a caller wants to follow (所依规则).

    Args:
        rules: Rules, the edition of built-in ones, or None for the newer one of these.

    Returns:
        The rules.

    Raises:
        StandardError: There is no such edition.
        TypeError: It is neither.

    Example:
        >>> followed("pro_rata").edition, followed(None).edition
        ('pro_rata', 'annual')
    """
    if rules is None or isinstance(rules, str):
        return monitoring_rules("annual" if rules is None else rules)
    expect(MonitoringRules, rules)
    return rules


def loads_rules(text: str, *, edition: Basis = "annual") -> MonitoringRules:
    """Rules of monitoring from their TOML text (读取监控规则).

    Args:
        text: In the shape of the built-in one; nothing may be missing or left over, but for `words_more`,
            `dual_more` and what of a table is a `choice`.
        edition: Which of the tables of `over_fulfilment` counts.

    Returns:
        The rules.

    Raises:
        StandardError: The text is no TOML or not of that shape, or has no such edition. Each fault has its
            path and its line; several come together as `StandardErrors`.

    Example:
        >>> text = shipped("monitoring.toml").replace("yellow = 0.6", "yellow = 0.7")
        >>> from fractions import Fraction
        >>> loads_rules(text).execution.light(Fraction(65, 100))
        <Light.RED: 'red'>
    """
    book = document(text)
    try:
        return _rules(fields(book, "$", _TABLES, _LEFT_OUT), edition)
    except StandardError as error:
        raise located(error, text) from None


class _Table(NamedTuple):
    """What a table says, and where it comes from."""

    given: dict[str, Any]
    clause: Clause
    choice: str


def _rules(read: Mapping[str, Any], edition: Basis) -> MonitoringRules:
    editions: Mapping[str, _Table] = read["over_fulfilment"]
    if edition not in editions:
        details = {"known": ", ".join(editions)}
        raise StandardError("monitor.edition", edition, path="$.over_fulfilment", details=details)
    known: dict[str, Any] = {**read, "over_fulfilment": editions[edition]}
    tables = {name: one for name, one in sorted(known.items()) if isinstance(one, _Table)}
    given: dict[str, Any] = {}
    for one in tables.values():
        for key, value in one.given.items():
            given[key] = given[key] + value if key in given else value
    normal = frozenset(given.pop("normal"))
    return at(
        "$",
        lambda: MonitoringRules(
            **{key: known[key] for key in _NAMES},
            edition=edition,
            normal=normal,
            **given,
            clauses=tuple((name, one.clause) for name, one in tables.items()),
            choices=tuple((name, one.choice) for name, one in tables.items() if one.choice),
        ),
    )


# --- readers


def _table(
    readers: Mapping[str, Reader], make: Callable[[Mapping[str, Any], Clause], dict[str, Any]]
) -> Reader:
    """The reader of a table with its source: what it says as fields of the rules."""

    def read(value: object, path: str) -> _Table:
        known = fields(value, path, {**readers, "choice": _text, **SOURCED}, {"choice": ""})
        said = clause(known)
        return _Table(at(path, lambda: make(known, said)), said, known["choice"])

    return read


def _editions(value: object, path: str) -> dict[str, _Table]:
    """A table of tables, one an edition."""
    if not isinstance(value, dict):
        raise wrong_type(value, path)
    tables = cast("dict[str, object]", value)
    read = _table({"limit": amount}, lambda known, said: {"over": Parameter(known["limit"], said)})
    made = gathered(partial(read, one, below(path, name)) for name, one in tables.items())
    return dict(zip(tables, made, strict=True))


def _among(known: Mapping[str, Any]) -> Reader:
    """The reader of one of some words."""

    def read(value: object, path: str) -> Any:
        word = _text(value, path)
        if word not in known:
            raise StandardError("standard.choice", str(word), path=path, details={"known": ", ".join(known)})
        return known[word]

    return read


_light: Final = _among({light.value: light for light in Light})
_light_or_none: Final = _among({**{light.value: light for light in Light}, _NONE: None})


def _month(value: object, path: str) -> int:
    if type(value) is not int:
        raise wrong_type(value, path)
    return value


def _limits(known: Mapping[str, Any], said: Clause) -> LightLimits:
    return LightLimits(Parameter(known["yellow"], said), Parameter(known["green"], said))


def _words(known: Mapping[str, Any], _: Clause) -> dict[str, Any]:
    return {"words": tuple((word, light) for light in _JUDGED for word in known[light.value])}


_LIMITS: Final[Mapping[str, Reader]] = {"yellow": amount, "green": amount}
_NAMES: Final = ("name", "title", "english")
_WORDS: Final = _table({light.value: words for light in _JUDGED}, _words)
_DUAL: Final = _table({"normal": each(_light)}, lambda known, _: {"normal": known["normal"]})
_TABLES: Final[Mapping[str, Reader]] = {
    **dict.fromkeys(_NAMES, _text),
    "publication": _table({"months": each(_month)}, lambda known, _: {"published": known["months"]}),
    "execution": _table(
        {**_LIMITS, "without_rate": _light_or_none},
        lambda known, said: {"execution": _limits(known, said), "no_execution": known["without_rate"]},
    ),
    "indicators": _table(_LIMITS, lambda known, said: {"indicators": _limits(known, said)}),
    "over_fulfilment": _editions,
    "levels": _table(
        {"basis": _among({basis: basis for basis in EDITIONS})}, lambda known, _: {"levels": known["basis"]}
    ),
    "deadline": _table({"missed": _light}, lambda known, _: {"missed": known["missed"]}),
    "words": _WORDS,
    "words_more": _WORDS,
    "dual": _DUAL,
    "dual_more": _DUAL,
    "self_evaluation": _table(
        {"deviation": amount, "unspent": amount, "without_rate": _light_or_none},
        lambda known, said: {
            "deviation": Parameter(known["deviation"], said),
            "unspent": Parameter(known["unspent"], said),
            "no_spending": known["without_rate"],
        },
    ),
    "approximation": _table(
        {"margin": amount}, lambda known, said: {"margin": Parameter(known["margin"], said)}
    ),
}
"""The keys of the text, each with its reader."""

_LEFT_OUT: Final[Mapping[str, object]] = {"words_more": None, "dual_more": None}
