"""Ranks (排名): several evaluations by their totals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Literal, get_args

import attrs

from govperf.comparing.figures import figure, rest
from govperf.messages import message
from govperf.model import Evaluation, Grade, Scorecard, Undefined
from govperf.model.fields import expect
from govperf.scoring import evaluate
from govperf.standards import ScoringStandard

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["Place", "rank"]

On = Literal["displayed", "unrounded"]
Ties = Literal["min", "dense", "max"]

_TIES: Final[Mapping[Ties, Callable[[Fraction, Sequence[Fraction]], int]]] = {
    "min": lambda value, every: 1 + sum(other > value for other in every),
    "max": lambda value, every: sum(other >= value for other in every),
    "dense": lambda value, every: 1 + len({other for other in every if other > value}),
}
"""Which rank a value has among all of them."""


@attrs.frozen(kw_only=True)
class Place:
    """Place (名次) of one evaluation among several.

    Args:
        name: Whose it is.
        rank: From 1; undefined where the total is.
        value: What was compared: the total as displayed, or exactly before rounding.
        grade: Of the total.
    """

    name: str
    rank: int | Undefined
    value: Fraction | Undefined
    grade: Grade | Undefined

    def explain(self, lang: Language = "zh") -> str:
        """The place as one line (名次说明), in "zh" or "en"."""
        if isinstance(self.rank, Undefined):
            details = {"name": self.name, "reason": self.rank.explain(lang)}
            return message("place.unranked", details, lang)
        details = {"name": self.name, "rank": str(self.rank), "value": figure(self.value, lang)}
        return message("place.ranked", details, lang)


def rank(
    cards: Mapping[str, Scorecard | Evaluation],
    *,
    on: On = "displayed",
    ties: Ties = "min",
    standard: ScoringStandard | None = None,
) -> tuple[Place, ...]:
    """Ranks (排名) of several scorecards or evaluations, the highest total first.

    Args:
        cards: Name → scorecard, or an evaluation that is still to be evaluated.
        on: "displayed" compares the totals as they are printed, "unrounded" the sums of the points before
            any rounding.
        ties: Which rank equal totals share: "min" 1, 2, 2, 4; "dense" 1, 2, 2, 3; "max" 1, 3, 3, 4.
        standard: The rule book for the evaluations; else the one that each of them names.

    Returns:
        One place a name: ranked ones first, equal ones in the order given; then those whose total is
        undefined, with the reason and without a rank.

    Raises:
        ValueError: The policy is unknown.
        TypeError: A member is no card and no evaluation.
        StandardError: As for `evaluate`.

    Rule:
        Before rounding, points that a person gave and what the rule book adds to the total or takes off
        it count as they are (choice).

    Example:
        >>> from govperf.model import Budget, Goal, Indicator
        >>> def form(actual):
        ...     row = Indicator("满意度", target="≥90%", actual=actual, weight=90)
        ...     budget = Budget(2023, adjusted="100万元", executed="95万元")
        ...     return Evaluation("某局", 2023, budget=budget, goals=[Goal("服务", indicators=[row])])
        >>> for place in rank({"甲": form("81%"), "乙": form("90%"), "丙": form("很好"), "丁": form("81%")}):
        ...     print(place.explain())
        第1名 乙：99.50
        第2名 甲：90.50
        第2名 丁：90.50
        丙：不排名，2项得分中有1项无法确定
    """
    _allow("on", on, get_args(On))
    _allow("ties", ties, get_args(Ties))
    made = {name: _card(card, standard) for name, card in cards.items()}
    values = {name: _value(card, on) for name, card in made.items()}
    known = [value for value in values.values() if isinstance(value, Fraction)]
    places = [
        Place(
            name=name,
            rank=value if isinstance(value, Undefined) else _TIES[ties](value, known),
            value=value,
            grade=made[name].grade,
        )
        for name, value in values.items()
    ]
    return tuple(sorted(places, key=_order))


def _allow(name: str, value: str, known: Sequence[str]) -> None:
    if value not in known:
        raise ValueError(f"{name} is {' or '.join(map(repr, known))}, not {value!r}")


def _card(card: Scorecard | Evaluation, standard: ScoringStandard | None) -> Scorecard:
    if isinstance(card, Scorecard):
        return card
    expect(Evaluation, card)
    return evaluate(card, standard=standard)


def _value(card: Scorecard, on: On) -> Fraction | Undefined:
    """What is compared; a total without a value has none before rounding either."""
    if isinstance(card.total, Undefined):
        return card.total
    if on == "displayed":
        return Fraction(card.total)
    exact = [
        score.unrounded if isinstance(score.unrounded, Fraction) else Fraction(score.points)
        for score in card
        if isinstance(score.points, Decimal)
    ]
    beyond = Fraction(rest(card, card.total))
    last_digit = Fraction(10) ** int(card.total.as_tuple().exponent)
    rounded_later = abs(beyond) < len(exact) * last_digit
    return sum(exact, Fraction(0) if rounded_later else beyond)


def _order(place: Place) -> tuple[bool, Fraction]:
    """Highest values first, those without one last."""
    value = place.value
    return (True, Fraction(0)) if isinstance(value, Undefined) else (False, -value)
