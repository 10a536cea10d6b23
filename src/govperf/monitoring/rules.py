"""Rules of monitoring (监控规则): the limits of the lights and where they come from, as values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from hashlib import sha256
from typing import Final, Literal

import attrs

from govperf.errors import StandardError
from govperf.layout import spelled
from govperf.monitoring.lights import Light
from govperf.standards import Clause, Parameter
from govperf.standards.faults import together

__all__ = ["EDITIONS", "Basis", "LightLimits", "MonitoringRules"]

Basis = Literal["annual", "pro_rata"]

EDITIONS: Final[tuple[Basis, ...]] = ("annual", "pro_rata")
"""What blue is measured by: the target of the whole year, or the part of it that is due."""

_MONTHS: Final = range(1, 13)


@attrs.frozen
class LightLimits:
    """Limits of the lights (灯色界限): below `yellow` red, from it on yellow, from `green` on green.

    Args:
        yellow: A share of what is due.
        green: The same, not below `yellow`.

    Raises:
        StandardError: The limits do not rise.

    Example:
        >>> from govperf.monitoring import monitoring_rules
        >>> limits = monitoring_rules().execution
        >>> limits.light(Fraction(6, 10)), limits.light(Fraction(8, 10))
        (<Light.YELLOW: 'yellow'>, <Light.GREEN: 'green'>)
    """

    __repr__ = spelled

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
        choices: What of a table is a choice, because its source is silent there.

    Raises:
        StandardError: Limits do not rise, a month is none or stands twice, the edition is unknown, or a word
            has two lights; each fault with the path that it has in a TOML text.
    """

    __repr__ = spelled

    name: str
    title: str
    english: str
    edition: Basis
    published: tuple[int, ...]
    execution: LightLimits
    no_execution: Light | None
    indicators: LightLimits
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
    choices: tuple[tuple[str, str], ...] = ()

    def __attrs_post_init__(self) -> None:
        """All that is wrong with them."""
        if faults := [*self._unknown(), *self._impossible(), *_twice(word for word, _ in self.words)]:
            raise together(faults)

    def _unknown(self) -> Iterator[StandardError]:
        """Editions and months that there are, each month once."""
        known = {"known": ", ".join(EDITIONS)}
        if self.edition not in EDITIONS:
            yield StandardError("monitor.edition", self.edition, path="over_fulfilment", details=known)
        if self.levels not in EDITIONS:
            yield StandardError("standard.choice", self.levels, path="levels.basis", details=known)
        for place, month in enumerate(self.published):
            path = f"publication.months[{place}]"
            if month not in _MONTHS:
                yield StandardError("standard.range", str(month), path=path)
            if month in self.published[:place]:
                yield StandardError("data.twice", str(month), path=path)

    def _impossible(self) -> Iterator[StandardError]:
        """Limits that mean something."""
        if self.over.value < 1 or self.over.value < self.indicators.green.value:
            yield StandardError(
                "monitor.limits", "over_fulfilment", path=f"over_fulfilment.{self.edition}.limit"
            )
        if self.margin.value >= 1:
            yield StandardError("standard.range", str(self.margin.value), path="approximation.margin")

    @cached_property
    def fingerprint(self) -> str:
        """A hash of all that decides a light (校验值): equal ones give equal lights.

        Example:
            >>> from govperf.monitoring import monitoring_rules
            >>> monitoring_rules().fingerprint == monitoring_rules("pro_rata").fingerprint
            False
        """
        limits = [
            *attrs.astuple(self.execution, recurse=False),
            *attrs.astuple(self.indicators, recurse=False),
        ]
        numbers = [*limits, self.over, self.deviation, self.unspent, self.margin]
        others = (
            [Fraction(one.value) for one in numbers],
            (self.edition, self.levels, sorted(self.published)),
            [light and light.value for light in (self.no_execution, self.no_spending, self.missed)],
            sorted((word, light.value) for word, light in self._lights.items()),
            sorted(light.value for light in self.normal),
        )
        return sha256(repr(others).encode()).hexdigest()

    def light_of(self, level: str) -> Light | None:
        """The light of what a qualitative indicator was judged to be (评定结果的灯色).

        Args:
            level: One of the `words`; blanks do not count.

        Returns:
            The light; None for any other text.

        Example:
            >>> from govperf.monitoring import monitoring_rules
            >>> monitoring_rules().light_of("部分达成"), monitoring_rules().light_of("部分达成了")
            (<Light.YELLOW: 'yellow'>, None)
        """
        return self._lights.get(_without_blanks(level))

    @cached_property
    def _lights(self) -> Mapping[str, Light]:
        return {_without_blanks(word): light for word, light in self.words}

    def clause(self, table: str) -> Clause:
        """Where a table of the rules comes from (依据).

        Args:
            table: Such as "execution".

        Raises:
            KeyError: There is no such table.

        Example:
            >>> from govperf.monitoring import monitoring_rules
            >>> monitoring_rules().clause("execution").provenance.value
            'in use'
        """
        return dict(self.clauses)[table]

    def choice(self, table: str) -> str:
        """What of a table is a choice, because its source is silent there (其中自定部分); "" for nothing.

        Args:
            table: Such as "indicators".

        Raises:
            KeyError: There is no such table.

        Example:
            >>> from govperf.monitoring import monitoring_rules
            >>> monitoring_rules().choice("indicators")
            'that = and ranges follow these limits'
        """
        self.clause(table)
        return dict(self.choices).get(table, "")


def _twice(words: Iterable[str]) -> Iterator[StandardError]:
    """Words that say nothing, or that stand twice."""
    known: set[str] = set()
    for word in map(_without_blanks, words):
        if not word or word in known:
            yield StandardError("monitor.word", word, path="words")
        known.add(word)


def _without_blanks(word: str) -> str:
    return "".join(word.split())
