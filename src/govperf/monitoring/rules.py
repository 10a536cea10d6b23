"""Rules of monitoring (监控规则): the limits of the lights and where they come from, as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, Final, Literal

import attrs

from govperf.errors import StandardError
from govperf.monitoring.lights import Light
from govperf.standards import Clause, Parameter
from govperf.standards.tables import CLAUSE, at, check, clause, document, entries, shipped, texts, wrong_type

__all__ = ["EDITIONS", "Basis", "Limits", "MonitoringRules", "loads_rules", "monitoring_rules"]

Basis = Literal["annual", "pro_rata"]

EDITIONS: Final[tuple[Basis, ...]] = ("annual", "pro_rata")
"""What blue is measured by: the target of the whole year, or the part of it that is due."""

_FILE: Final = "monitoring.toml"
_NUMBER: Final = (int, Decimal)
_MONTHS: Final = range(1, 13)
_NONE: Final = "undefined"
_LIMITS: Final[Mapping[str, Any]] = {"yellow": _NUMBER, "green": _NUMBER, **CLAUSE}
_SHAPE: Final[Mapping[str, Any]] = {
    "name": str,
    "title": str,
    "english": str,
    "publication": {"months": list, **CLAUSE},
    "execution": {**_LIMITS, "without_rate": str},
    "indicators": _LIMITS,
    "over_fulfilment": dict,
    "levels": {"basis": str, **CLAUSE},
    "deadline": {"missed": str, **CLAUSE},
    "words": {"green": list, "yellow": list, "red": list, **CLAUSE},
    "dual": {"normal": list, **CLAUSE},
    "self_evaluation": {"deviation": _NUMBER, "unspent": _NUMBER, "without_rate": str, **CLAUSE},
    "approximation": {"margin": _NUMBER, **CLAUSE},
}
_OVER: Final[Mapping[str, Any]] = {"limit": _NUMBER, **CLAUSE}


@attrs.frozen
class Limits:
    """Limits of the lights (灯色界限): below `yellow` red, from it on yellow, from `green` on green.

    Args:
        yellow: A share of what is due.
        green: The same, not below `yellow`.

    Raises:
        StandardError: The limits do not rise.

    Example:
        >>> limits = monitoring_rules().execution
        >>> limits.light(Fraction(6, 10)), limits.light(Fraction(8, 10))
        (<Light.YELLOW: 'yellow'>, <Light.GREEN: 'green'>)
    """

    yellow: Parameter
    green: Parameter

    def __attrs_post_init__(self) -> None:
        """Green is no worse than yellow."""
        if self.green.value < self.yellow.value:
            raise StandardError("monitor.limits", "yellow")

    def light(self, share: Fraction) -> Light:
        """The light of a share of what is due (灯色)."""
        if share < Fraction(self.yellow.value):
            return Light.RED
        return Light.YELLOW if share < Fraction(self.green.value) else Light.GREEN


@attrs.frozen(kw_only=True)
class MonitoringRules:
    """Rules of monitoring (监控规则): every limit with its source.

    Args:
        name: Stable name.
        title: In Chinese.
        english: In English.
        edition: What `over` is measured by: "annual" or "pro_rata".
        published: The months at whose end the sections behind schedule are named.
        execution: Of the execution alert.
        no_execution: The light of a budget without an execution rate, None for none.
        indicators: Of the indicators.
        over: From where on an indicator is blue.
        levels: What rates and other levels are compared with: "pro_rata" or "annual".
        missed: The light of a missed date.
        words: What a qualitative indicator may be judged to be, each with its light.
        normal: The lights that are normal in dual monitoring.
        deviation: How much better than the budget the indicators may score.
        unspent: How much of the budget may be left.
        no_spending: The light of a self-evaluation whose budget has no execution rate, None for none.
        margin: Within which part of an approximate actual the light must be the same.
        clauses: Where each table comes from.

    Raises:
        StandardError: Limits do not rise, a month is none, the edition is unknown, or a word has two lights.
    """

    name: str
    title: str
    english: str
    edition: Basis
    published: tuple[int, ...]
    execution: Limits
    no_execution: Light | None
    indicators: Limits
    over: Parameter
    levels: Basis
    missed: Light
    words: tuple[tuple[str, Light], ...]
    normal: frozenset[Light]
    deviation: Parameter
    unspent: Parameter
    no_spending: Light | None
    margin: Parameter
    clauses: tuple[tuple[str, Clause], ...]

    def __attrs_post_init__(self) -> None:
        """Limits, months and words that mean something, and one thing each."""
        for basis in (self.edition, self.levels):
            if basis not in EDITIONS:
                raise StandardError("monitor.edition", basis, details={"known": ", ".join(EDITIONS)})
        if self.over.value < 1 or self.over.value < self.indicators.green.value:
            raise StandardError("monitor.limits", "over_fulfilment")
        if self.margin.value >= 1:
            raise StandardError("standard.range", str(self.margin.value))
        known: set[str] = set()
        for word in map(_without_blanks, (word for word, _ in self.words)):
            if not word or word in known:
                raise StandardError("monitor.word", word)
            known.add(word)

    def light_of(self, level: str) -> Light | None:
        """The light of what a qualitative indicator was judged to be (评定结果的灯色).

        Args:
            level: One of the `words`; blanks do not count.

        Returns:
            The light; None for any other text.

        Example:
            >>> monitoring_rules().light_of("部分达成"), monitoring_rules().light_of("部分达成了")
            (<Light.YELLOW: 'yellow'>, None)
        """
        lights = {_without_blanks(word): light for word, light in self.words}
        return lights.get(_without_blanks(level))

    def clause(self, table: str) -> Clause:
        """Where a table of the rules comes from (依据).

        Args:
            table: Such as "execution".

        Raises:
            KeyError: There is no such table.

        Example:
            >>> monitoring_rules().clause("execution").provenance.value
            'in use'
        """
        return dict(self.clauses)[table]


def _without_blanks(word: str) -> str:
    return "".join(word.split())


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


def loads_rules(text: str, *, edition: Basis = "annual") -> MonitoringRules:
    """Rules of monitoring from their TOML text (读取监控规则).

    Args:
        text: In the shape of the built-in one; nothing may be missing or left over.
        edition: Which of the tables of `over_fulfilment` counts.

    Returns:
        The rules.

    Raises:
        StandardError: The text is no TOML or not of that shape, or has no such edition.

    Example:
        >>> text = shipped("monitoring.toml").replace("yellow = 0.6", "yellow = 0.7")
        >>> loads_rules(text).execution.light(Fraction(65, 100))
        <Light.RED: 'red'>
    """
    book = document(text, _SHAPE)
    editions: dict[str, Any] = book["over_fulfilment"]
    for name, table in editions.items():
        check(table, _OVER, f"$.over_fulfilment.{name}")
    if edition not in editions:
        raise StandardError("monitor.edition", edition, details={"known": ", ".join(editions)})
    return at("$", lambda: _rules(book | {"over_fulfilment": editions[edition]}, edition))


def _rules(book: Mapping[str, Any], edition: Basis) -> MonitoringRules:
    tables = sorted(name for name, table in book.items() if isinstance(table, dict))
    return MonitoringRules(
        name=book["name"],
        title=book["title"],
        english=book["english"],
        edition=edition,
        published=tuple(_months(book["publication"]["months"])),
        execution=_limits(book, "execution"),
        no_execution=_optional_light(book, "execution"),
        indicators=_limits(book, "indicators"),
        over=_parameter(book, "over_fulfilment", "limit"),
        levels=book["levels"]["basis"],
        missed=_light(book["deadline"]["missed"], "$.deadline.missed"),
        words=tuple(_words(book["words"])),
        normal=frozenset(_lights(book["dual"]["normal"], "$.dual.normal")),
        deviation=_parameter(book, "self_evaluation", "deviation"),
        unspent=_parameter(book, "self_evaluation", "unspent"),
        no_spending=_optional_light(book, "self_evaluation"),
        margin=_parameter(book, "approximation", "margin"),
        clauses=tuple((name, clause(book[name])) for name in tables),
    )


def _limits(book: Mapping[str, Any], table: str) -> Limits:
    yellow, green = (_parameter(book, table, key) for key in ("yellow", "green"))
    return at(f"$.{table}", lambda: Limits(yellow, green))


def _parameter(book: Mapping[str, Any], table: str, key: str) -> Parameter:
    return at(f"$.{table}.{key}", lambda: Parameter(Decimal(book[table][key]), clause(book[table])))


def _months(value: list[object]) -> Iterator[int]:
    for month, path in entries(value, "$.publication.months"):
        if type(month) is not int or month not in _MONTHS:
            raise wrong_type(month, path)
        yield month


def _words(table: Mapping[str, Any]) -> Iterator[tuple[str, Light]]:
    for light in (Light.GREEN, Light.YELLOW, Light.RED):
        yield from ((word, light) for word in texts(table[light.value], f"$.words.{light.value}"))


def _lights(value: list[object], path: str) -> Iterator[Light]:
    for item, where in entries(value, path):
        yield _light(item, where)


def _light(value: object, path: str) -> Light:
    for light in Light:
        if light.value == value:
            return light
    raise wrong_type(value, path)


def _optional_light(book: Mapping[str, Any], table: str) -> Light | None:
    value = book[table]["without_rate"]
    return None if value == _NONE else _light(value, f"$.{table}.without_rate")
