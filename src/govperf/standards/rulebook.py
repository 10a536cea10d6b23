"""Scoring standards (评分标准): the rule books, as values."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final, Literal

import attrs

from govperf.errors import StandardError
from govperf.limits import LIMITS
from govperf.model import Grade, Operator
from govperf.numerals import round_half_even, round_half_up

__all__ = ["Clause", "Knot", "Parameter", "Provenance", "Rounding", "Rule", "ScoringStandard"]

Knot = tuple[Fraction, Fraction]


class Provenance(Enum):
    """How sure a number of a rule book is (依据的可靠程度)."""

    VERIFIED = "verified"
    IN_USE = "in use"
    RECALLED = "recalled"
    CHOICE = "choice"


@attrs.frozen
class Clause:
    """Clause (依据): where a number of a rule book was read, and how sure it is.

    Args:
        provenance: How sure.
        source: Where.
    """

    provenance: Provenance
    source: str


@attrs.frozen
class Parameter:
    """One number of a rule book (参数), with its clause.

    Args:
        value: The number, 0 or more.
        clause: Where it comes from.

    Raises:
        StandardError: The number is negative, not finite, or larger than any score.
        TypeError: The number is no Decimal.
    """

    value: Decimal = attrs.field(validator=attrs.validators.instance_of(Decimal))
    clause: Clause

    def __attrs_post_init__(self) -> None:
        """Zero or more, and of a sane size."""
        number = self.value
        if not number.is_finite() or number < 0 or abs(number.adjusted()) >= LIMITS.digits:
            raise StandardError("standard.range", f"{number}")


@attrs.frozen
class Rounding:
    """How scores are rounded (舍入规则).

    Args:
        digits: Digits after the point.
        mode: "half_up" (四舍五入) or "half_even" (四舍六入五成双).
        clause: Where it comes from.

    Raises:
        StandardError: The digits are not between 0 and 34, or the mode is unknown.

    Example:
        >>> rounding = Rounding(2, "half_up", Clause(Provenance.IN_USE, "systems"))
        >>> rounding.round(Fraction(83285, 1000))
        Decimal('83.29')
    """

    digits: int
    mode: Literal["half_up", "half_even"]
    clause: Clause

    def __attrs_post_init__(self) -> None:
        """What cannot be done is refused before the first score."""
        if not 0 <= self.digits <= LIMITS.digits:
            raise StandardError("standard.range", "digits")
        if self.mode not in _ROUNDERS:
            raise StandardError("standard.range", self.mode)

    def round(self, value: Fraction | Decimal) -> Decimal:
        """A figure rounded once (舍入)."""
        return _ROUNDERS[self.mode](value, self.digits)


_ROUNDERS: Final[dict[str, Callable[[Fraction | Decimal, int], Decimal]]] = {
    "half_up": round_half_up,
    "half_even": round_half_even,
}


_ZERO: Final = "0"
_DATE: Final = "date"
_OPERATORS: Final = frozenset(
    {_ZERO, _DATE, *(operator.value for operator in Operator)} - {Operator.TEXT.value}
)


@attrs.frozen
class Rule:
    """Scoring rule (计分规则): which part of the points a completion rate earns.

    The part is piecewise linear in the rate: straight between the knots, level outside them.

    Args:
        name: Stable name, such as `proportional`.
        operators: The operators of the targets that it scores; "0" for a target of zero,
            "date" for a deadline.
        knots: Pairs of completion rate and part of the points, by rising rate.
        clause: Where it comes from.

    Raises:
        StandardError: An operator is unknown, the knots do not rise, or a part is below 0 or above 1.

    Example:
        >>> clause = Clause(Provenance.VERIFIED, "filled forms")
        >>> knots = ((Fraction(0), Fraction(0)), (Fraction(1), Fraction(1)))
        >>> rule = Rule("proportional", (">=",), knots, clause)
        >>> rule.share(Fraction(49, 52)), rule.share(Fraction(9))
        (Fraction(49, 52), Fraction(1, 1))
    """

    name: str
    operators: tuple[str, ...]
    knots: tuple[Knot, ...]
    clause: Clause

    def __attrs_post_init__(self) -> None:
        """The operators exist; the knots rise and stay between nothing and everything."""
        if not _OPERATORS.issuperset(self.operators):
            raise StandardError("standard.operators", self.name)
        rates = [rate for rate, _ in self.knots]
        if not rates or sorted(set(rates)) != rates or not all(0 <= share <= 1 for _, share in self.knots):
            raise StandardError("standard.knots", self.name)

    def share(self, rate: Fraction) -> Fraction:
        """The part of the points that a completion rate earns (得分比例), between 0 and 1."""
        before = [knot for knot in self.knots if knot[0] <= rate]
        if not before:
            return self.knots[0][1]
        if len(before) == len(self.knots):
            return self.knots[-1][1]
        (low, start), (high, end) = before[-1], self.knots[len(before)]
        return start + (end - start) * (rate - low) / (high - low)


@attrs.frozen(kw_only=True)
class ScoringStandard:
    """Scoring standard (评分标准): a rule book with the source of each of its numbers.

    Args:
        name: Stable name, such as MOF-2020-10.
        title: Of the official document, in Chinese.
        english: What it is, in English.
        execution_points: Points of the budget execution rate.
        execution_rule: The name of the rule that gives them.
        rules: How completion rates become points.
        over_fulfilment: The completion rate from which a reason is due.
        approximation: The share of an approximate actual within which the points must not change.
        rounding: How scores are rounded.
        full: What all weights add up to.
        grades: The grades, from the highest down.
        grades_clause: Where they come from.

    Raises:
        StandardError: Two rules share an operator, the execution rule is none of them, there are
            no grades or they do not fall, or the limit of over-fulfilment is below 1, or the margin
            is not.
    """

    name: str
    title: str
    english: str
    execution_points: Parameter
    execution_rule: str
    rules: tuple[Rule, ...]
    over_fulfilment: Parameter
    approximation: Parameter
    rounding: Rounding
    full: Parameter
    grades: tuple[Grade, ...]
    grades_clause: Clause

    def __attrs_post_init__(self) -> None:
        """One rule a target, one grade a total, and limits that mean something."""
        taken: set[str] = set()
        for rule in self.rules:
            if not taken.isdisjoint(rule.operators):
                raise StandardError("standard.operators", rule.name)
            taken.update(rule.operators)
        self.rule(self.execution_rule)
        lower = [grade.lower for grade in self.grades]
        if not lower or sorted(set(lower), reverse=True) != lower:
            raise StandardError("standard.grades", self.name)
        for value, possible in (
            (self.over_fulfilment.value, self.over_fulfilment.value >= 1),
            (self.approximation.value, self.approximation.value < 1),
        ):
            if not possible:
                raise StandardError("standard.range", f"{value}")

    def rule_for(self, operator: Operator, *, zero: bool = False, dated: bool = False) -> Rule:
        """The rule that scores a target (适用规则).

        Args:
            operator: Of the target.
            zero: Whether the target is zero.
            dated: Whether the target is a date; where no rule is for dates, the operator says it.

        Returns:
            The rule.

        Raises:
            StandardError: The rule book has none.
        """
        wanted = _ZERO if zero else operator.value
        for name in (_DATE, wanted) if dated else (wanted,):
            for rule in self.rules:
                if name in rule.operators:
                    return rule
        raise StandardError("standard.no-rule", self.name, details={"operator": wanted})

    def rule(self, name: str) -> Rule:
        """The rule of a name (按名取规则).

        Raises:
            StandardError: The rule book has none.
        """
        for rule in self.rules:
            if rule.name == name:
                return rule
        raise StandardError("standard.no-rule", self.name, details={"operator": name})

    def grade(self, total: Decimal) -> Grade:
        """The grade of a total score (评价等级).

        Args:
            total: As rounded, 0 or more; 90.00 belongs to the band that begins at 90.

        Returns:
            The grade.

        Raises:
            StandardError: No band holds the total.

        Example:
            >>> from govperf.standards import standard
            >>> from decimal import Decimal
            >>> standard().grade(Decimal("83.28")).label
            '良'
        """
        for grade in self.grades:
            if total >= grade.lower:
                return grade
        raise StandardError("standard.no-grade", str(total), details={"standard": self.name})
