"""Outcomes of bare numbers (数值评分结果): lines, their points, and the total with its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from govperf.errors import plain
from govperf.layout import shortened
from govperf.messages import MESSAGES, message
from govperf.model import Grade, Note, Rate, Score, Undefined
from govperf.model.quotients import decimals, quotient
from govperf.model.saying import part_of, rule_name
from govperf.numerals.contexts import EXACT
from govperf.scoring.totals import added, capped
from govperf.standards import Compiled, Rule, ScoringStandard

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["Line", "Outcome", "Points", "Ratio", "Units", "unrounded"]

Ratio = tuple[int, int]
Units = int | Fraction
"""Points in units of their last digit; a fraction only where a weight of more digits is given whole."""


class Line(NamedTuple):
    """A line of numbers, ready to be scored (数值行), as `Calculator.line` makes it."""

    name: str
    group: str | None
    """The first level; None for a line that is a group of its own."""
    rule: Rule
    table: Compiled
    weight: Units
    """In units of the last digit of the points: 20 points of two digits are 2000."""
    above: int
    below: int
    """The figure that the rule looks at is above / below."""
    is_simple: bool
    """Whether its points are one round of integers."""
    book: str | ScoringStandard
    """The fingerprint of the rule book that it was made for, or the book itself where it has none."""
    full: Decimal
    """The weight as points."""
    rate: Ratio
    """The completion or execution rate, before any rounding."""
    given: tuple[str, str]
    """What was divided by what, as it was given; empty where nothing was."""
    shown: str
    """The figure as a reader would write it, "" where it is the rate."""
    notes: tuple[Note, ...]
    is_execution: bool


class Points(NamedTuple):
    """The points of one line (得分), in units of their last digit."""

    line: Line
    units: Units
    digits: int

    @property
    def value(self) -> Decimal:
        """As points (分)."""
        return _points(self.units, self.line, self.digits)


def _points(units: Units, line: Line, digits: int) -> Decimal:
    return EXACT.scaleb(Decimal(units), -digits) if isinstance(units, int) else line.full


def _written(units: Units, line: Line, digits: int) -> str:
    """The points as text, with all their digits."""
    if not digits or not isinstance(units, int):
        return f"{_points(units, line, digits):f}"
    text = f"{units:0{digits + 1}}"
    return f"{text[:-digits]}.{text[-digits:]}"


class _Words(NamedTuple):
    """What the sentences of all lines share."""

    sentences: dict[str, str]
    rules: dict[str, str]
    fulls: dict[Units, str]
    completion: str
    scale: int
    lang: Language


_ROOM: Final = 79
_SENTENCES: Final = ("score.proportional", "score.full", "score.share")


@attrs.frozen(repr=False)
class Outcome:
    """The outcome of a sheet of numbers (评分结果), which says more when it is asked.

    Args:
        standard: The rule book.
        lines: The lines, the budget execution among them if there was one.
        units: The points of each line, in units of their last digit.
    """

    standard: ScoringStandard
    lines: tuple[Line, ...]
    units: tuple[Units, ...]

    def __repr__(self) -> str:
        text = f"Outcome({self.total}, {len(self.lines)} lines, {self.standard.name}"
        return f"{shortened(plain(text), _ROOM)})"

    @property
    def points(self) -> tuple[Decimal, ...]:
        """The points of each line (各项得分)."""
        digits = self.standard.rounding.digits
        return tuple(_points(one, line, digits) for one, line in zip(self.units, self.lines, strict=True))

    @property
    def total(self) -> Decimal | Undefined:
        """The total (总分): the sum of the points, rounded and capped as the standard says.

        Undefined where no line is an indicator, and where the standard caps it by the budget execution, no
        line is that, and the cap could decide.
        """
        return self._climbed()[0]

    @property
    def grade(self) -> Grade | Undefined:
        """The grade of the total (评价等级)."""
        total = self.total
        return total if isinstance(total, Undefined) else self.standard.grade(total)

    def _climbed(self) -> tuple[Decimal | Undefined, tuple[Note, ...]]:
        """The total, and what the sum of the points went through to become it."""
        book = self.standard
        if all(line.is_execution for line in self.lines):
            return Undefined("undefined.no-indicators"), ()
        total, steps = self._sum()
        if book.total_cap is None:
            return total, steps
        found = capped(total, self._rate(), book)
        return (found, ()) if isinstance(found, Undefined) else (found[0], (*steps, *found[1]))

    def _sum(self) -> tuple[Decimal, tuple[Note, ...]]:
        """Whole units are added up as integers; unrounded points, where the book wants it, as fractions."""
        rounding = self.standard.rounding
        if rounding.level != "score":
            exact = self._exact()
            return rounding.round(exact), (Note(f"step.rounded-{rounding.level}", {"sum": decimals(exact)}),)
        units = sum(self.units)
        if isinstance(units, int):
            return EXACT.scaleb(Decimal(units), -rounding.digits), ()
        total = added(self.points)
        rounded = rounding.round(total)
        notes = () if rounded == total else (Note("step.rounded", {"sum": decimals(Fraction(total))}),)
        return rounded, notes

    def _exact(self) -> Fraction:
        """The sum of the unrounded points, by first level or as a whole."""
        rounding = self.standard.rounding
        scale: int = 10**rounding.digits
        sums: dict[str | int, Fraction] = {}
        for place, line in enumerate(self.lines):
            group = place if line.group is None else line.group
            sums[group] = sums.get(group, _NOTHING) + unrounded(line, scale)
        exact = [one / scale for one in sums.values()]
        if rounding.level == "total":
            return sum(exact, _NOTHING)
        return sum((Fraction(rounding.round(one)) for one in exact), _NOTHING)

    def _rate(self) -> Rate | Undefined:
        for line in self.lines:
            if line.is_execution:
                return Rate(Fraction(*line.rate))
        return Undefined("undefined.budget-missing")

    def explain(self, lang: Language = "zh") -> str:
        """How the total came about (总分说明), a line a score, in the sentences of a scorecard.

        Args:
            lang: "zh" or "en".

        Returns:
            Several lines, the total last.
        """
        digits = self.standard.rounding.digits
        points = [_written(one, line, digits) for one, line in zip(self.units, self.lines, strict=True)]
        words = _Words(
            {code: MESSAGES[code][lang == "zh"] for code in _SENTENCES},
            {name: rule_name(name, lang) for name in {line.rule.name for line in self.lines}},
            {line.weight: f"{line.full:f}" for line in {line.weight: line for line in self.lines}.values()},
            message("measure.completion", {}, lang),
            10**digits,
            lang,
        )
        lines = [self._sentence(line, text, words) for line, text in zip(self.lines, points, strict=True)]
        return "\n".join([*lines, *map(plain, self._summary(points, lang))])

    def _summary(self, points: Sequence[str], lang: Language) -> Iterator[str]:
        """The total as the sum of the points, and its grade; or the reason why there is none."""
        total, steps = self._climbed()
        if isinstance(total, Undefined):
            yield message("card.undefined", {"reason": total.explain(lang)}, lang)
            return
        grade = self.standard.grade(total)
        details = {
            "parts": " + ".join(points),
            "total": f"{total:f}",
            "grade": grade.label if lang == "zh" else grade.name,
            "standard": self.standard.name,
        }
        if not steps:
            yield message("card.total", details, lang)
            return
        yield message("card.sum", details, lang)
        yield from (step.explain(lang) for step in steps)
        yield message("card.finally", details, lang)

    def _sentence(self, line: Line, points: str, words: _Words) -> str:
        """What `Score.explain` says, and faster for most lines."""
        part, whole = line.table.share(line.above, line.below)
        if line.notes or line.shown or line.table.minus or (line.is_execution and not line.weight):
            return self._score(line, Decimal(points), Fraction(part, whole)).explain(words.lang)
        above, below = line.given
        weight, parts = line.weight.as_integer_ratio()
        details: dict[str, object] = {
            "name": line.name,
            "points": points,
            "full": words.fulls[line.weight],
            "exact": quotient(weight * part, parts * words.scale * whole),
            "above": above,
            "below": below,
            "rule": words.rules[line.rule.name],
            "standard": self.standard.name,
        }
        if part != whole and above and part * line.rate[1] == line.rate[0] * whole:
            return plain(words.sentences["score.proportional"].format_map(details))
        details["measure"] = words.completion
        details["share"] = _part(part, whole)
        details["shown"] = _percent(line.rate)
        code = "score.full" if part == whole else "score.share"
        return plain(words.sentences[code].format_map(details))

    def _score(self, line: Line, value: Decimal, share: Fraction) -> Score:
        book = self.standard
        return Score(
            name=line.name,
            points=value,
            full=line.full,
            rule=line.rule.name if line.weight else _NO_POINTS,
            rate=Rate(Fraction(*line.rate), terms=line.given if line.given[0] else None),
            share=share,
            notes=line.notes,
            standard=book.name,
            measure=line.rule.measure.value,
            shown=line.shown,
            minus=line.table.taken_off(line.above, line.below),
            digits=book.rounding.digits,
            mode=book.rounding.mode,
        )


_NOTHING: Final = Fraction(0)
_NO_POINTS: Final = "no_points"


@lru_cache(maxsize=1024)
def _percent(rate: Ratio) -> str:
    """Many lines are at 100 %."""
    return str(Rate(Fraction(*rate)))


@lru_cache(maxsize=1024)
def _part(part: int, whole: int) -> str:
    """Many lines have one share, such as half of the points."""
    return part_of(Fraction(part, whole))


def unrounded(line: Line, scale: int) -> Fraction:
    """The exact points of a line, in units of the last digit."""
    share = Fraction(*line.table.share(line.above, line.below))
    return max(_NOTHING, line.weight * share - scale * line.table.taken_off(line.above, line.below))
