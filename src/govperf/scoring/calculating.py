"""Scores of bare numbers (数值计分): the fast lane, for those who hold numbers and no cells.

The tables of the rule book, read with Python's integers; a law holds both lanes together. A result holds
whole units of its last digit, and becomes points, a grade or a sentence when asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from govperf.errors import ScoringError
from govperf.messages import message
from govperf.model import Grade, Operator, Rate, Undefined
from govperf.model.operators import optional_sign
from govperf.model.saying import quotient, rule_name
from govperf.numerals import round_half_even, round_half_up
from govperf.numerals.contexts import EXACT
from govperf.scoring.execution import EXECUTION
from govperf.scoring.totals import capped
from govperf.standards import Compiled, Measure, Rule, ScoringStandard
from govperf.standards import standard as built_in
from govperf.units import Quantity

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["Calculator", "Line", "Outcome", "Points"]

Number = Decimal | int | str
Ratio = tuple[int, int]

_ONE: Final = (1, 1)
_NONE: Final = (0, 1)


class Line(NamedTuple):
    """A line of numbers, ready to be scored (数值行), as `Calculator.line` makes it."""

    name: str
    group: str
    rule: str
    table: Compiled
    weight: int | Fraction
    """In units of the last digit of the points: 20 points of two digits are 2000."""
    above: int
    below: int
    given: tuple[str, str]
    """What was divided by what, as it was given; empty where the rule divides nothing."""


class Points(NamedTuple):
    """The points of one line (得分), in units of their last digit."""

    line: Line
    units: int
    digits: int

    @property
    def value(self) -> Decimal:
        """As points (分)."""
        return EXACT.scaleb(Decimal(self.units), -self.digits)


class Outcome:
    """The outcome of a sheet of numbers (评分结果), which says more when it is asked."""

    __slots__ = ("_standard", "lines", "units")

    def __init__(self, standard: ScoringStandard, lines: Sequence[Line], units: list[int]) -> None:
        self._standard = standard
        self.lines = lines
        """The lines, the budget execution among them if there was one."""
        self.units = units
        """The points of each line, in units of their last digit."""

    @property
    def points(self) -> tuple[Decimal, ...]:
        """The points of each line (各项得分)."""
        digits = self._standard.rounding.digits
        return tuple(EXACT.scaleb(Decimal(one), -digits) for one in self.units)

    @property
    def total(self) -> Decimal | Undefined:
        """The total (总分): the sum of the points, rounded and capped as the standard says.

        Undefined where the standard caps it by the budget execution, and no line is that.
        """
        book = self._standard
        total = EXACT.scaleb(Decimal(sum(self.units)), -book.rounding.digits)
        if book.rounding.level != "score":
            total = book.rounding.round(self._exact())
        if book.total_cap is None:
            return total
        found = capped(total, self._rate(), book)
        return found if isinstance(found, Undefined) else found[0]

    @property
    def grade(self) -> Grade | Undefined:
        """The grade of the total (评价等级)."""
        total = self.total
        return total if isinstance(total, Undefined) else self._standard.grade(total)

    def explain(self, lang: Language = "zh") -> str:
        """How the total came about (总分说明), a line a score.

        Args:
            lang: "zh" or "en".

        Returns:
            Several lines, the total last.
        """
        values = self.points
        rules = {line.rule: rule_name(line.rule, lang) for line in self.lines}
        fulls = {line.weight: self._full(line) for line in self.lines}
        lines = [
            self._sentence(line, value, (rules[line.rule], fulls[line.weight]), lang)
            for line, value in zip(self.lines, values, strict=True)
        ]
        total, grade = self.total, self.grade
        if isinstance(total, Undefined) or isinstance(grade, Undefined):
            reason = total if isinstance(total, Undefined) else grade
            return "\n".join([*lines, message("card.undefined", {"reason": str(reason)}, lang)])
        details = {
            "parts": " + ".join(map(str, values)),
            "total": f"{total:f}",
            "grade": grade.label if lang == "zh" else grade.name,
            "standard": self._standard.name,
        }
        return "\n".join([*lines, message("card.total", details, lang)])

    def _full(self, line: Line) -> str:
        weight, parts = line.weight.as_integer_ratio()
        return quotient(weight, parts * 10**self._standard.rounding.digits)

    def _sentence(self, line: Line, value: Decimal, said: tuple[str, str], lang: Language) -> str:
        above, below = line.given
        part, whole = line.table.share(line.above, line.below)
        weight, digits = line.weight.as_integer_ratio()
        digits *= 10**self._standard.rounding.digits
        details: dict[str, object] = {
            "name": line.name,
            "points": value,
            "full": said[1],
            "exact": quotient(weight * part, digits * whole),
            "above": above,
            "below": below,
            "rule": said[0],
            "standard": self._standard.name,
        }
        if part != whole and above and part * line.below == line.above * whole:
            return message("score.proportional", details, lang)
        details["measure"] = message("measure.completion", {}, lang)
        details["share"] = Rate(Fraction(part, whole))
        details["shown"] = Rate(Fraction(line.above, line.below))
        return message("score.full" if part == whole else "score.share", details, lang)

    def _exact(self) -> Fraction:
        """The sum of the unrounded points, by first level or as a whole."""
        book = self._standard
        scale: int = 10**book.rounding.digits
        sums: dict[str, Fraction] = {}
        for line in self.lines:
            sums[line.group] = sums.get(line.group, Fraction(0)) + _unrounded(line, scale)
        if book.rounding.level == "total":
            return sum(sums.values(), Fraction(0)) / scale
        return sum((Fraction(book.rounding.round(one / scale)) for one in sums.values()), Fraction(0))

    def _rate(self) -> Rate | Undefined:
        for line in self.lines:
            if line.group == EXECUTION:
                return Rate(Fraction(line.above, line.below))
        return Undefined("undefined.budget-missing")


def _unrounded(line: Line, scale: int) -> Fraction:
    """The exact points of a line, in units of the last digit."""
    share = Fraction(*line.table.share(line.above, line.below))
    return max(Fraction(0), line.weight * share - scale * line.table.taken_off(line.above, line.below))


@attrs.frozen
class Calculator:
    """Calculator (计分器) on bare numbers: what `evaluate` does with cells, for numbers of one unit.

    It has no notes, no awards and nothing approximate: those need the cells. Rules that look at another
    figure than the completion rate, or that are classes of one's own, need them too.

    Args:
        standard: The rule book; MOF-2020-10 unless told otherwise.

    Raises:
        ScoringError: The rule book has a rule that bare numbers do not serve.

    Example:
        >>> calculator = Calculator()
        >>> lines = [
        ...     calculator.execution("100", "95"),
        ...     calculator.line("巡查", "≥", weight=50, target=52, actual=49),
        ...     calculator.line("投诉", "≤", weight=40, target=24, actual=30),
        ... ]
        >>> outcome = calculator.sheet(lines)
        >>> outcome.points, outcome.total, outcome.grade.label
        ((Decimal('9.50'), Decimal('47.12'), Decimal('32.00')), Decimal('88.62'), '良')
        >>> calculator.score(lines[1]).value
        Decimal('47.12')
    """

    standard: ScoringStandard = attrs.field(factory=built_in)

    @cached_property
    def _digits(self) -> int:
        return self.standard.rounding.digits

    @cached_property
    def _is_plain(self) -> bool:
        """Whether every line is one round of integers."""
        tables = [rule.table for rule in self.standard.rules if isinstance(rule, Rule)]
        return self.standard.rounding.mode == "half_up" and not any(table.minus for table in tables)

    def line(
        self,
        name: str,
        operator: Operator | str,
        *,
        weight: Number,
        target: Number,
        actual: Number,
        category: Sequence[str] = (),
    ) -> Line:
        """A line of numbers (数值行).

        Args:
            name: Of the indicator.
            operator: How the target binds, as printed: "≥", "<=", or an `Operator`; no range, no date.
            weight: The points, 0 or more.
            target: The target, 0 or more.
            actual: The actual, in the same unit.
            category: First and second level, for rules that are for some alone.

        Returns:
            The line, for `score` and `sheet`.

        Raises:
            ScoringError: The weight or the target is negative, a target of zero is to be reached from
                below, or the rule is none for bare numbers.
            InputError: A number cannot be read.
            StandardError: The rule book has no rule for the operator.
            TypeError: A number is a float.
        """
        sign = optional_sign(operator)
        if sign is None or sign in (Operator.TEXT, Operator.BETWEEN):
            raise ScoringError("scoring.operator", str(operator))
        wanted, reached = _exact(target), _exact(actual)
        up = sign in (Operator.AT_LEAST, Operator.MORE_THAN)
        if wanted[0] < 0 or (not wanted[0] and up):
            raise ScoringError("scoring.target", str(target))
        rule = self.standard.rule_for(sign, zero=not wanted[0], category=tuple(category), indicator=name)
        figure = _figure(sign, wanted, reached)
        given = (str(target), str(actual)) if sign.less_is_better else (str(actual), str(target))
        group = category[0] if category else name
        return self._line(name, group, rule, weight, figure, given if wanted[0] else ("", ""))

    def execution(
        self, budget: Number, executed: Number, *, weight: Number | None = None, finished: bool | None = None
    ) -> Line:
        """The line of the budget execution (预算执行率).

        Args:
            budget: The adjusted budget, more than 0.
            executed: What was spent, in the same unit.
            weight: Its points; None for those of the standard.
            finished: As in `Evaluation`.

        Returns:
            The line.

        Raises:
            ScoringError: The budget is not more than 0.
            InputError: A number cannot be read.
        """
        book = self.standard
        base, spent = _exact(budget), _exact(executed)
        if base[0] <= 0:
            raise ScoringError("scoring.target", str(budget))
        name = book.execution_finished if finished and book.execution_finished else book.execution_rule
        full = book.execution_points.value if weight is None else weight
        figure = _reduced(spent[0] * base[1], base[0] * spent[1])
        given = (str(executed), str(budget))
        return self._line(EXECUTION, EXECUTION, book.rule(name), full, figure, given)

    def _line(
        self, name: str, group: str, rule: object, weight: Number, figure: Ratio, given: tuple[str, str]
    ) -> Line:
        if not isinstance(rule, Rule) or rule.measure is not Measure.COMPLETION:
            raise ScoringError("scoring.rule", getattr(rule, "name", name))
        rounding = self.standard.rounding
        full = Fraction(*_exact(weight)) * 10**rounding.digits
        if full < 0:
            raise ScoringError("scoring.weight", str(weight))
        if rounding.rate is not None:
            figure = rounding.figure(Fraction(*figure)).as_integer_ratio()
        units = full.numerator if full.denominator == 1 else full
        return Line(name, group, rule.name, rule.table, units, *figure, given)

    def score(self, line: Line) -> Points:
        """The points of one line (得分), rounded once.

        Args:
            line: As `line` or `execution` made it.

        Returns:
            A handle with the points.
        """
        if self._is_plain:
            return Points(line, line[3].hundredths(line[4], line[5], line[6]), self._digits)
        return Points(line, self._units(line), self._digits)

    def sheet(self, lines: Sequence[Line]) -> Outcome:
        """All lines of a form (整表计分).

        Args:
            lines: Of the indicators, and that of the budget execution if the form has one.

        Returns:
            The outcome, with points, total and grade.
        """
        if self._is_plain:
            units = [line[3].hundredths(line[4], line[5], line[6]) for line in lines]
        else:
            units = [self._units(line) for line in lines]
        return Outcome(self.standard, lines, units)

    def _units(self, line: Line) -> int:
        rounding = self.standard.rounding
        if rounding.mode == "half_up" and not line.table.minus:
            return line.table.hundredths(line.weight, line.above, line.below)
        exact = _unrounded(line, 10**rounding.digits)
        return int(round_half_up(exact, 0)) if rounding.mode == "half_up" else int(round_half_even(exact, 0))


def _exact(value: Number) -> Ratio:
    """A number as a fraction; of a text exactly what it says."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value, 1
    number = value if isinstance(value, Decimal) and value.is_finite() else Quantity(value).magnitude
    return number.as_integer_ratio()


def _figure(operator: Operator, target: Ratio, actual: Ratio) -> Ratio:
    """The completion rate of two numbers, as `compared` has it."""
    above, below = actual[0] * target[1], target[0] * actual[1]
    if not target[0]:
        return _ONE if above <= 0 else _NONE
    if operator.less_is_better:
        return _ONE if above <= below else _reduced(below, above)
    return _reduced(above, below) if above > 0 else _NONE


def _reduced(above: int, below: int) -> Ratio:
    """Small integers are fast ones; most are small as they are."""
    return (above, below) if below < _SMALL else Fraction(above, below).as_integer_ratio()


_SMALL: Final = 1 << 60
