"""Scoring rules (计分规则): which part of the points a figure earns, as knots of a line with jumps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple, Protocol, cast, runtime_checkable

import attrs

from govperf.errors import InputError, StandardError
from govperf.layout import spelled
from govperf.limits import LIMITS
from govperf.model import Note, Operator, Undefined
from govperf.model.clause import Clause
from govperf.model.fields import strings
from govperf.model.quotients import percentage
from govperf.standards.case import Case, Earned
from govperf.standards.compiled import Compiled, Steps, compiled
from govperf.standards.faults import together
from govperf.standards.measures import FIGURES, Figure, Measure
from govperf.standards.parameters import Rounding
from govperf.units import Unit

__all__ = ["ANY", "DATE", "ZERO", "Knot", "Rule", "ScoringRule", "number", "plain_name"]

ZERO: Final = "0"
DATE: Final = "date"
ANY: Final = "*"
_OPERATORS: Final = frozenset(
    {ZERO, DATE, ANY, *(operator.value for operator in Operator)} - {Operator.TEXT.value}
)
_PAIR: Final = 2
_JUMP: Final = 4
_KNOTS: Final = 1_000
_HIGHEST: Final = 20
"""No rule parts rates above 2,000 %: who writes 60 for a rate means 0.6."""

Number = Fraction | Decimal | int | str


def number(value: Number) -> Fraction:
    """An exact number of a rule (精确数): 0.6, "2/3" or 1.

    Args:
        value: No float.

    Returns:
        The fraction.

    Raises:
        StandardError: It is no number, or of more digits than a rule may have.
        TypeError: It is of another type.

    Example:
        >>> number("2/3"), number(Decimal("0.6"))
        (Fraction(2, 3), Fraction(3, 5))
    """
    if isinstance(value, bool) or not isinstance(cast("object", value), Number):
        raise TypeError(f"a number of a rule is no {type(value).__name__}")
    if isinstance(value, Decimal) and (not value.is_finite() or abs(value.adjusted()) >= LIMITS.digits):
        raise StandardError("standard.range", f"{value}")
    if isinstance(value, str) and not (len(value) <= LIMITS.fraction_chars and _WRITTEN.fullmatch(value)):
        raise StandardError("standard.range", value)
    try:
        made = Fraction(value)
    except ZeroDivisionError as error:
        raise StandardError("standard.range", f"{value}") from error
    if max(abs(made.numerator), made.denominator) >= _LARGEST:
        raise StandardError("standard.range", "…")
    return made


_LARGEST: Final = 10 ** (2 * LIMITS.digits)
_WRITTEN: Final = re.compile(r"-?\d+(?:[./]\d+)?", re.ASCII)


class Knot(NamedTuple):
    """Knot (分段点): a figure, and the share of the points just below it, on it and just above it."""

    figure: Fraction
    below: Fraction
    on: Fraction
    above: Fraction


def _knot(value: Sequence[Number]) -> Knot:
    """Two numbers are a figure and its share; four say a jump."""
    numbers = [number(item) for item in value]
    if len(numbers) == _PAIR:
        return Knot(numbers[0], numbers[1], numbers[1], numbers[1])
    if len(numbers) != _JUMP:
        raise StandardError("standard.knot", len(numbers), path="knots")
    return Knot(*numbers)


def _knots(value: Iterable[Sequence[Number]]) -> tuple[Knot, ...]:
    return tuple(_knot(item) for item in value)


def _deductions(value: Iterable[Sequence[Number]]) -> tuple[tuple[Fraction, Fraction], ...]:
    pairs = [tuple(number(item) for item in pair) for pair in value]
    if any(len(pair) != _PAIR for pair in pairs):
        raise StandardError("standard.deductions", path="deductions")
    return tuple((pair[0], pair[1]) for pair in pairs)


def _steps(value: Sequence[Number] | None) -> Steps | None:
    if value is None:
        return None
    if len(value) != _PAIR + 1:
        raise StandardError("standard.type", len(value), path="steps")
    start, size, rounds = value
    return Steps(number(start), number(size), str(rounds))


_ROUNDS: Final = ("floor", "ceil")


def _measure(value: Measure | str) -> Measure:
    try:
        return Measure(value)
    except ValueError as error:
        known = ", ".join(measure.value for measure in Measure)
        raise StandardError(
            "standard.choice", f"{value}", path="measure", details={"known": known}
        ) from error


def _unit(name: str) -> Unit | None:
    """The unit of a rule, None for none."""
    try:
        return Unit.of(name) if name else None
    except InputError as error:
        raise StandardError("standard.unit", name, path="unit") from error


@runtime_checkable
class ScoringRule(Protocol):
    """What a rule book may hold as a rule (计分规则接口): a `Rule`, or a small class of your own."""

    @property
    def name(self) -> str:
        """Stable name (名称), which scores carry."""
        ...

    @property
    def operators(self) -> tuple[str, ...]:
        """The operators of the targets that it scores (适用的运算符号), as in `Rule`."""
        ...

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories that it scores (适用的指标类别), as in `Rule`."""
        ...

    @property
    def indicators(self) -> tuple[str, ...]:
        """The names of the indicators that it scores (适用的指标), as in `Rule`."""
        ...

    @property
    def clause(self) -> Clause:
        """Where it comes from (依据)."""
        ...

    def earn(self, case: Case) -> Earned | Undefined:
        """What a case earns (得分)."""
        ...


@attrs.frozen
class Rule:
    """Scoring rule (计分规则): which part of the points a figure earns.

    The part is straight between the knots and level outside them; at a knot it may jump.

    Args:
        name: Stable name, such as `proportional`.
        operators: The operators of the targets that it scores; "0" for a target of zero, "date" for a
            deadline, "*" for any that no other rule names.
        knots: By rising figure: (figure, share), or (figure, share below, on and above it) for a jump.
            Numbers are exact: Decimal, Fraction, int, or a text such as "2/3".
        clause: Where it comes from.
        measure: The figure that it looks at: "completion" (完成率), "excess" (1 − what is over a ceiling, as
            a part of it), "ratio" (actual over target, whatever the operator), "actual" (the actual
            itself), "deviation" (its distance from the target, as a part of it) or "met" (1 or 0).
        unit: The unit of the figure where that is the actual itself, such as "%"; else "".
        categories: Codes of the taxonomy that it is for, such as "satisfaction"; none are all of them.
        indicators: Names of the indicators that it is for; none are all of them.
        steps: Start, length and "floor" (complete steps count) or "ceil" (begun ones do): the figure counts
            in whole steps from the start. None: every part counts.
        deductions: Pairs of figure and points: from that figure on so many points are taken off.
        choice: What of it is a choice where the text is silent, though the clause is more than that; "" for
            nothing.

    Raises:
        StandardError: An operator, the measure or the unit is unknown, the knots or deductions do not
            rise, a share is below 0 or above 1, or a step has no length.
        TypeError: A number is a float.

    Example:
        >>> from govperf.standards import Clause, Provenance
        >>> clause = Clause(Provenance.RECALLED, "a pass line of 60 %")
        >>> rule = Rule("pass_line", (">=",), [(Decimal("0.6"), 0), (1, 1)], clause)
        >>> rule.share(Fraction(8, 10)), rule.share(Fraction(6, 10)), rule.share(Fraction(9))
        (Fraction(1, 2), Fraction(0, 1), Fraction(1, 1))
    """

    __repr__ = spelled

    name: str
    operators: tuple[str, ...] = attrs.field(converter=strings)
    knots: tuple[Knot, ...] = attrs.field(converter=_knots)
    clause: Clause
    measure: Measure = attrs.field(default=Measure.COMPLETION, converter=_measure, kw_only=True)
    unit: str = attrs.field(default="", kw_only=True)
    categories: tuple[str, ...] = attrs.field(default=(), converter=strings, kw_only=True)
    indicators: tuple[str, ...] = attrs.field(default=(), converter=strings, kw_only=True)
    steps: Steps | None = attrs.field(default=None, converter=_steps, kw_only=True)
    deductions: tuple[tuple[Fraction, Fraction], ...] = attrs.field(
        default=(), converter=_deductions, kw_only=True
    )
    choice: str = attrs.field(default="", kw_only=True)

    def __init_subclass__(cls) -> None:
        """No class is made from it: table, fingerprint and TOML know its fields, and nothing more."""
        raise TypeError(
            f"{cls.__name__}: no class is made from Rule: a rule that is code is its own class, with what "
            "ScoringRule has: name, operators, categories, indicators, clause and earn"
        )

    def __attrs_post_init__(self) -> None:
        """All that is wrong with it."""
        if faults := list(self._faults()):
            raise together(faults)

    def _faults(self) -> Iterator[StandardError]:
        """The operators exist; the knots rise and stay between nothing and everything."""
        if not self.name:
            yield StandardError("standard.empty")
        yield from map(_no_operator, sorted(set(self.operators) - _OPERATORS))
        if len(set(self.operators)) < len(self.operators):
            yield StandardError("standard.operators", self.name, path="operators")
        if not all(map(plain_name, self.indicators)):
            yield StandardError("standard.empty", path="indicators")
        yield from self._odd_knots()
        if not _rise([start for start, _ in self.deductions]) or any(off < 0 for _, off in self.deductions):
            yield StandardError("standard.deductions", self.name, path="deductions")
        if self.steps is not None and (self.steps.size <= 0 or self.steps.rounds not in _ROUNDS):
            yield StandardError("standard.steps", self.name, path="steps")
        if (_unit(self.unit) is not None) != (self.measure is Measure.ACTUAL):
            yield StandardError("standard.unit", self.unit, path="unit")

    def _odd_knots(self) -> Iterator[StandardError]:
        shares = [share for _, *knot in self.knots for share in knot]
        if not (shares and _rise([knot.figure for knot in self.knots]) and _shares(shares)):
            yield StandardError("standard.knots", self.name, path="knots")
        if self.measure is not Measure.ACTUAL and any(knot.figure > _HIGHEST for knot in self.knots):
            yield StandardError("standard.knots-percent", self.name, path="knots")

    @cached_property
    def table(self) -> Compiled:
        """The rule compiled (规则表)."""
        return compiled(self.knots, self.deductions, self.steps)

    @cached_property
    def basis(self) -> Clause:
        """The clause, and what of the rule is a choice (依据及自定部分), as scores carry it."""
        if not self.choice:
            return self.clause
        return Clause(self.clause.provenance, f"{self.clause.source}; a choice of it: {self.choice}")

    def share(self, figure: Fraction) -> Fraction:
        """The part of the points that a figure earns (得分比例), between 0 and 1.

        Args:
            figure: What the rule looks at, such as a completion rate.

        Returns:
            Exactly.
        """
        return Fraction(*self.table.share(*figure.as_integer_ratio()))

    def taken_off(self, figure: Fraction) -> Fraction:
        """The points that are taken off at a figure (扣分), 0 or more."""
        return self.table.taken_off(*figure.as_integer_ratio())

    def between(self, low: Fraction, high: Fraction) -> set[tuple[Fraction, Fraction]]:
        """The extremes of what figures from low to high earn (区间内的得分比例与扣分).

        Args:
            low: The least figure.
            high: The largest, not below the least.

        Returns:
            Pairs of share and points taken off: at both ends, and at each knot or deduction between
            them just below it, on it and just above it; of a rule with steps each such share with each
            such deduction.
        """
        if self.steps is not None:
            return self._between_steps(low, high, self.steps)
        places = {knot.figure: knot for knot in self.knots}
        places |= {at: self._level_at(at) for at, _ in self.deductions if at not in places}
        found = {(self.share(figure), self.taken_off(figure)) for figure in (low, high)}
        for at, knot in places.items():
            if low < at <= high:
                found.add((knot.below, self._taken_off_below(at)))
            if low <= at < high:
                found.add((knot.above, self.taken_off(at)))
            if low < at < high:
                found.add((knot.on, self.taken_off(at)))
        return found

    def _between_steps(self, low: Fraction, high: Fraction, steps: Steps) -> set[tuple[Fraction, Fraction]]:
        """The share goes by whole steps, the deduction by the figure itself: either may meet the other."""
        whole = attrs.evolve(self, steps=None, deductions=())
        shares = {share for share, _ in whole.between(steps(low), steps(high))}
        turns = (low, high, *(at for at, _ in self.deductions if low < at < high))
        return {(share, self.taken_off(at)) for share in shares for at in turns}

    def _level_at(self, figure: Fraction) -> Knot:
        """A figure between the knots, where the share does not jump."""
        share = self.share(figure)
        return Knot(figure, share, share, share)

    def _taken_off_below(self, figure: Fraction) -> Fraction:
        """What is taken off just below a figure."""
        return next((points for at, points in reversed(self.deductions) if at < figure), Fraction(0))

    def earn(self, case: Case) -> Earned | Undefined:
        """What a case earns (得分情况).

        Args:
            case: A target and an actual.

        Returns:
            The figure, its share of the points and what is taken off; or why there is no such figure.
        """
        found = FIGURES[self.measure](case, _unit(self.unit))
        return found if isinstance(found, Undefined) else self.earned(found, case.rounding)

    def earned(self, found: Figure, rounding: Rounding) -> Earned:
        """What a figure earns (得分情况), once it is known.

        Args:
            found: The figure that the rule looks at, how it is written, and what was assumed for it.
            rounding: How the rule book rounds.

        Returns:
            As for `earn`.
        """
        exact, shown, notes = found
        figure = exact if self.measure is Measure.ACTUAL else rounding.figure(exact)
        if figure is not exact and figure != exact:
            cut = {"figure": percentage(exact), "rounded": percentage(figure)}
            notes = (*notes, Note("note.figure-rounded", cut))
        share, minus = self.share(figure), self.taken_off(figure)
        return Earned(figure=figure, shown=shown, share=share, minus=minus, notes=notes)


def _no_operator(word: str) -> StandardError:
    """What is no operator, with the one that is meant where forms print it so."""
    known = ", ".join(sorted(_OPERATORS))
    hint = _PRINTED.get(word, "")
    return StandardError("standard.choice", word, path="operators", hint=hint, details={"known": known})


_PRINTED: Final = {
    **dict.fromkeys(("≥", "≧", "⩾", "=>", "＞="), ">="),
    **dict.fromkeys(("≤", "≦", "⩽", "=<", "＜="), "<="),
    "＞": ">",
    "＜": "<",
    "＝": "=",
    "==": "=",
    "~": "between",
}
"""How forms print an operator: how a rule writes it."""


def _rise(figures: Sequence[Fraction]) -> bool:
    return len(figures) <= _KNOTS and all(one < later for one, later in pairwise(figures))


def _shares(shares: Iterable[Fraction]) -> bool:
    return all(0 <= share <= 1 for share in shares)


def plain_name(name: str) -> str:
    """The name of an indicator without blanks and quotation marks (指标名称), as rules compare it."""
    return "".join(char for char in name if not char.isspace() and char not in _QUOTES)


_QUOTES: Final = "“”\"'‘’「」"
