"""Ranks (排名): several evaluations by their totals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

import attrs

from govperf.comparing.assumptions import a_mapping
from govperf.comparing.figures import datum, figure
from govperf.comparing.showing import place_html
from govperf.layout import spelled
from govperf.messages import message
from govperf.model import Evaluation, Grade, Scorecard, Undefined
from govperf.model.fields import expect
from govperf.model.plain import Record
from govperf.scoring import evaluate
from govperf.standards import ScoringStandard

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["Place", "rank"]

On = Literal["displayed", "unrounded"]
Ties = Literal["min", "dense", "max"]

_SHOWN: Final = 3
"""How many missing rows a place names."""


class _Tie(NamedTuple):
    """Equal values: how many lie above them, how many they are, how many different values lie above."""

    ahead: int
    level: int
    groups: int


_TIES: Final[Mapping[Ties, Callable[[_Tie], int]]] = {
    "min": lambda tie: tie.ahead + 1,
    "max": lambda tie: tie.ahead + tie.level,
    "dense": lambda tie: tie.groups + 1,
}
"""Which rank equal values share."""


@attrs.frozen(kw_only=True)
class Place:
    """Place (名次) of one evaluation among several.

    Args:
        name: Whose it is.
        rank: From 1; undefined where the total is.
        value: What was compared: the total as displayed, or exactly before rounding.
        grade: Of the total.
        missing: The names of the rows without which there is no total.
    """

    __repr__ = spelled
    _repr_html_ = place_html

    name: str
    rank: int | Undefined
    value: Fraction | Undefined
    grade: Grade | Undefined
    missing: tuple[str, ...] = ()

    def explain(self, lang: Language = "zh") -> str:
        """The place as one line (名次说明), in "zh" or "en"."""
        if isinstance(self.rank, Undefined):
            rows = [*self.missing[:_SHOWN], *(["…"] if len(self.missing) > _SHOWN else [])]
            comma = "、" if lang == "zh" else ", "
            details = {"name": self.name, "reason": self.rank.explain(lang), "rows": comma.join(rows)}
            return message("place.missing" if rows else "place.unranked", details, lang)
        details = {"name": self.name, "rank": str(self.rank), "value": figure(self.value, lang)}
        return message("place.ranked", details, lang)

    def record(self, lang: Language = "zh") -> Record:
        """The place as plain data (名次记录), which `json.dumps` takes as it is.

        Args:
            lang: Of the grade and the reasons, "zh" or "en".

        Returns:
            Name, rank (a whole number), value and grade, each a reason where it is undefined, and the
            names of the missing rows.
        """
        return {
            "name": self.name,
            "rank": self.rank if isinstance(self.rank, int) else datum(self.rank, lang),
            "value": datum(self.value, lang),
            "grade": datum(self.grade, lang),
            "missing": list(self.missing),
        }


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
        on: "displayed" compares the totals as they are printed, "unrounded" as they would be without any
            rounding: `Scorecard.unrounded`.
        ties: Which rank equal totals share: "min" 1, 2, 2, 4; "dense" 1, 2, 2, 3; "max" 1, 3, 3, 4.
        standard: The rule book for the evaluations; else the one that each of them names.

    Returns:
        One place a name: ranked ones first, equal ones in the order given; then those whose total is
        undefined, with the reason and without a rank. By "unrounded" a card that does not say its total
        before rounding has no rank either.

    Raises:
        ValueError: The policy is unknown.
        TypeError: The cards are no mapping, a member is no card and no evaluation, or the standard is no
            rule book.
        ScoringError: As for `evaluate`.
        StandardError: As for `evaluate`.

    Rule:
        Without rounding, the points of every row count exactly, and so does what the rule book and the
        corrections make of their sum, a cap too (choice).

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
        丙：不排名，2项得分中有1项无法确定：满意度
    """
    _allow("on", on, get_args(On))
    _allow("ties", ties, get_args(Ties))
    a_mapping("cards", "names to scorecards or evaluations", cards)
    if standard is not None:
        expect(ScoringStandard, standard)
    made = {name: _card(name, card, standard) for name, card in cards.items()}
    values = {name: _value(card, on) for name, card in made.items()}
    ranks = _ranks([value for value in values.values() if isinstance(value, Fraction)], _TIES[ties])
    places = [
        Place(
            name=name,
            rank=value if isinstance(value, Undefined) else ranks[value],
            value=value,
            grade=made[name].grade,
            missing=tuple(score.name for score in made[name].missing),
        )
        for name, value in values.items()
    ]
    return tuple(sorted(places, key=_order))


def _allow(name: str, value: str, known: Sequence[str]) -> None:
    if value not in known:
        raise ValueError(f"{name} is {' or '.join(map(repr, known))}, not {value!r}")


def _card(name: str, card: object, standard: ScoringStandard | None) -> Scorecard:
    if isinstance(card, Scorecard):
        return card
    if not isinstance(card, Evaluation):
        raise TypeError(f"{name}: expected a Scorecard or an Evaluation, not {type(card).__name__}")
    return evaluate(card, standard=standard)


def _value(card: Scorecard, on: On) -> Fraction | Undefined:
    """What is compared; a total without a value has none before rounding either."""
    if isinstance(card.total, Undefined):
        return card.total
    if on == "displayed":
        return Fraction(card.total)
    return Undefined("undefined.no-unrounded") if card.unrounded is None else card.unrounded


def _ranks(values: Sequence[Fraction], shared: Callable[[_Tie], int]) -> dict[Fraction, int]:
    """The rank of each value, on one way down."""
    ranks: dict[Fraction, int] = {}
    counts = Counter(values)
    ahead = 0
    for groups, value in enumerate(sorted(counts, reverse=True)):
        ranks[value] = shared(_Tie(ahead, counts[value], groups))
        ahead += counts[value]
    return ranks


def _order(place: Place) -> tuple[bool, Fraction]:
    """Highest values first, those without one last."""
    value = place.value
    return (True, Fraction(0)) if isinstance(value, Undefined) else (False, -value)
