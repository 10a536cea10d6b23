"""Scores of bare numbers (数值计分): the fast lane, for those who hold numbers and no cells.

The tables of the rule book, read with Python's integers; a law holds both lanes together. A result holds
whole units of its last digit, and becomes points, a grade or a sentence when asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any, Final, NamedTuple

import attrs

from govperf.errors import ScoringError
from govperf.model import Approximation, CompletionRate, Note, Operator, Undefined, fields
from govperf.model.operators import optional_sign
from govperf.numerals import round_half_even, round_half_up
from govperf.scoring.completion import compared
from govperf.scoring.execution import EXECUTION
from govperf.scoring.outcomes import Line, Outcome, Points, Ratio, Units, unrounded
from govperf.scoring.pairing import Measured
from govperf.scoring.totals import first_level
from govperf.standards import Case, Measure, Rule, ScoringRule, ScoringStandard
from govperf.standards import standard as built_in
from govperf.units import Quantity

__all__ = ["Calculator"]

Number = Decimal | int | str


def _book(value: ScoringStandard | None) -> ScoringStandard:
    if value is None:
        return built_in()
    fields.expect(ScoringStandard, value)
    return value


@attrs.frozen
class Calculator:
    """Calculator (计分器) on bare numbers: what `evaluate` does with cells, for numbers of one unit.

    It makes no remarks, and knows no awards, no corrections, nothing approximate, no ranges and no dates:
    those need the cells. So do rules that look at the actual itself, which has a unit, and rules that are
    classes of one's own: `line` refuses them.

    Args:
        standard: The rule book; MOF-2020-10 unless told otherwise.

    Raises:
        TypeError: It is no rule book.

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

    standard: ScoringStandard = attrs.field(default=None, converter=_book)

    @cached_property
    def _known(self) -> tuple[str | ScoringStandard, int]:
        """What every line of this rule book carries, and the digits of its points."""
        return self.standard.fingerprint or self.standard, self.standard.rounding.digits

    def line(
        self,
        name: str,
        operator: Operator | str,
        *,
        weight: Number,
        target: Number,
        actual: Number,
        category: Iterable[str] | str = (),
    ) -> Line:
        """A line of numbers (数值行).

        Args:
            name: Of the indicator.
            operator: How the target binds, as printed: "≥", "<=", or an `Operator`; no range, no date.
            weight: The points, 0 or more.
            target: The target, 0 or more.
            actual: The actual, in the same unit.
            category: First and second level, for rules that are for some alone; a text is the first level.

        Returns:
            The line, for `score` and `sheet` of a calculator with the same rule book.

        Raises:
            ScoringError: The weight or the target is negative, a target of zero is to be reached from
                below or divides, or the rule is none for bare numbers.
            InputError: A number cannot be read, or is too large or too small.
            StandardError: The rule book has no rule for the operator.
            TypeError: A number is a float, or the name no text.
        """
        fields.expect(str, name)
        sign = optional_sign(operator)
        if sign is None or sign in (Operator.TEXT, Operator.BETWEEN):
            raise ScoringError("scoring.operator", str(operator))
        wanted, reached = _exact(target), _exact(actual)
        up = sign in (Operator.AT_LEAST, Operator.MORE_THAN)
        if wanted[0] < 0 or (not wanted[0] and up):
            raise ScoringError("scoring.target", str(target))
        labels = fields.category(category)
        rule = _served(self.standard.rule_for(sign, zero=not wanted[0], category=labels, indicator=name))
        said = _said(actual), _said(target)
        if wanted[0] and self._is_direct(rule):
            figure = _figure(sign, wanted, reached)
            found = _Found(figure, figure, _given(sign, said) if reached[0] >= 0 else ("", ""))
        else:
            pair = Fraction(*wanted), Fraction(*reached)
            found = self._by_rule(rule, _compared(sign, *pair, said), (sign, *pair), said)
        return self._line(name, first_level(labels, self.standard), rule, weight, found)

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
            ScoringError: The budget is not more than 0, the weight is negative, or the rule is none for bare
                numbers.
            InputError: A number cannot be read, or is too large or too small.
            TypeError: A number is a float.
        """
        book = self.standard
        base, spent = _exact(budget), _exact(executed)
        if base[0] <= 0:
            raise ScoringError("scoring.target", str(budget))
        name = book.execution_finished if finished and book.execution_finished else book.execution_rule
        rule = _served(book.rule(name))
        full = book.execution_points.value if weight is None else weight
        figure = _reduced(spent[0] * base[1], base[0] * spent[1])
        given = _said(executed), _said(budget)
        found = _Found(figure, figure, given)
        if not self._is_direct(rule):
            rate = Fraction(*figure)
            completion = CompletionRate(rate, terms=given, met=rate >= 1)
            found = self._by_rule(rule, completion, (Operator.AT_LEAST, Fraction(1), rate), given)
        return self._line(EXECUTION, None, rule, full, found, is_execution=True)

    def _is_direct(self, rule: Rule) -> bool:
        """Whether the rule looks at the rate as it is."""
        return rule.measure is Measure.COMPLETION and self.standard.rounding.rate is None

    def _by_rule(
        self,
        rule: Rule,
        rate: CompletionRate | Undefined,
        case: tuple[Operator, Fraction, Fraction],
        shown: tuple[str, str],
    ) -> _Found:
        """The figure of a rule that looks at another one, or that rounds it: as the rule itself finds it."""
        operator, target, actual = case
        seen: dict[str, Any] = {"operator": operator, "target": target, "actual": actual, "shown": shown}
        seen |= {"unit": _BARE, "rounding": self.standard.rounding}
        earned = rate if isinstance(rate, Undefined) else rule.earn(Case(completion=rate, **seen))
        if isinstance(rate, Undefined) or isinstance(earned, Undefined):
            raise ScoringError("scoring.target", shown[1])
        figure = earned.figure.as_integer_ratio()
        return _Found(
            figure, rate.exact.as_integer_ratio(), rate.terms or ("", ""), earned.shown, earned.notes
        )

    def _line(
        self,
        name: str,
        group: str | None,
        rule: Rule,
        weight: Number,
        found: _Found,
        *,
        is_execution: bool = False,
    ) -> Line:
        book, digits = self._known
        full = Decimal(weight) if type(weight) is int and abs(weight) < _SMALL else Quantity(weight).magnitude
        if full < 0:
            raise ScoringError("scoring.weight", str(weight))
        above, below = full.as_integer_ratio()
        units, rest = divmod(above * 10**digits, below)
        table = rule.table
        return Line(
            name,
            group,
            rule,
            table,
            Fraction(above * 10**digits, below) if rest else units,
            *found.figure,
            not (rest or table.minus) and self.standard.rounding.mode == "half_up",
            book,
            full,
            found.rate,
            found.given,
            found.shown,
            found.notes,
            is_execution,
        )

    def score(self, line: Line) -> Points:
        """The points of one line (得分), rounded once.

        Args:
            line: As `line` or `execution` made it.

        Returns:
            A handle with the points.

        Raises:
            ScoringError: The line was made for another rule book.
            TypeError: It is no line.
        """
        book, digits = self._known
        if type(line) is not Line or line[8] != book:
            raise _foreign(line)
        if line[7]:
            return Points(line, line[3].hundredths(line[4], line[5], line[6]), digits)
        return Points(line, self._units(line), digits)

    def sheet(self, lines: Iterable[Line]) -> Outcome:
        """All lines of a form (整表计分).

        Args:
            lines: Of the indicators, and that of the budget execution if the form has one.

        Returns:
            The outcome, with points, total and grade.

        Raises:
            ScoringError: A line was made for another rule book.
            LimitError: There are more lines than a list may have.
            TypeError: Something among them is no line.
        """
        made = fields.members(Line, lines)
        book = self._known[0]
        if others := [line for line in made if line[8] != book]:
            raise _foreign(others[0])
        units = [
            line[3].hundredths(line[4], line[5], line[6]) if line[7] else self._units(line) for line in made
        ]
        return Outcome(self.standard, made, tuple(units))

    def _units(self, line: Line) -> Units:
        """Rounded as the book says, never above the weight; all of the weight as it is."""
        rounding = self.standard.rounding
        exact = unrounded(line, 10**rounding.digits)
        if exact == line.weight:
            return line.weight
        rounded = round_half_up(exact, 0) if rounding.mode == "half_up" else round_half_even(exact, 0)
        return min(int(rounded), line.weight)


class _Found(NamedTuple):
    """The figure of a line, and what is said of it."""

    figure: Ratio
    rate: Ratio
    given: tuple[str, str]
    shown: str = ""
    notes: tuple[Note, ...] = ()


def _served(rule: ScoringRule) -> Rule:
    """A rule that bare numbers serve."""
    if isinstance(rule, Rule) and rule.measure is not Measure.ACTUAL:
        return rule
    raise ScoringError("scoring.rule", rule.name)


def _foreign(line: Line) -> ScoringError:
    """Why a line is not scored here."""
    fields.expect(Line, line)
    return ScoringError("scoring.book", line.name)


def _exact(value: Number) -> Ratio:
    """A number as a fraction; of a text exactly what it says."""
    if type(value) is int and -_SMALL < value < _SMALL:
        return value, 1
    return Quantity(value).magnitude.as_integer_ratio()


def _said(value: Number) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _given(operator: Operator, said: tuple[str, str]) -> tuple[str, str]:
    """What is divided by what."""
    actual, target = said
    return (target, actual) if operator.less_is_better else (actual, target)


def _compared(
    operator: Operator, target: Fraction, actual: Fraction, said: tuple[str, str]
) -> CompletionRate | Undefined:
    """The completion rate as that of two cells."""
    pair = Measured(
        operator=operator,
        wanted=target,
        reached=actual,
        unit=_BARE,
        shown=said,
        cell=said[0],
        approximation=Approximation.EXACT,
        notes=(),
    )
    return compared(pair)


_BARE: Final = Quantity(1).unit


def _figure(operator: Operator, target: Ratio, actual: Ratio) -> Ratio:
    """The completion rate of two numbers, as `compared` has it, for a target above zero."""
    above, below = actual[0] * target[1], target[0] * actual[1]
    if operator.less_is_better:
        return _ONE if above <= below else _reduced(below, above)
    return _reduced(above, below) if above > 0 else _NONE


def _reduced(above: int, below: int) -> Ratio:
    """Small integers are fast ones; most are small as they are."""
    return (above, below) if below < _SMALL else Fraction(above, below).as_integer_ratio()


_SMALL: Final = 1 << 60
_ONE: Final = (1, 1)
_NONE: Final = (0, 1)
