"""Causes (原因): how many points of a difference each change counts for, exactly.

Changes are put in place one after the other, and each counts for what the points move by then
(连环替代法). What that gives depends on the order, so that the mean over all orders is taken: it adds
up to the whole difference, and the other way round it has the other sign.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from math import factorial
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from govperf.comparing.figures import datum, signed
from govperf.errors import GovperfError
from govperf.layout import spelled
from govperf.messages import message
from govperf.model import Budget, Evaluation, Indicator, Score, Undefined
from govperf.model.plain import Record
from govperf.numerals.contexts import EXACT
from govperf.scoring import evaluate, score
from govperf.standards import ScoringStandard

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["Cause", "Side", "causes_of_budget", "causes_of_row", "is_left_out", "shares_of"]

Worth = Decimal | Undefined
"""Points, or why there are none."""
Subset = frozenset[str]


@attrs.frozen(kw_only=True)
class Cause:
    """Cause (变化原因) of a difference in points: what changed in a row.

    Args:
        code: What changed, such as "target", "actual", "weight", "standard"; "other" for what no field of
            the row says.
        before: As printed before, "" for none.
        after: As printed after, "" for none.
        points: How many points it counts for, exactly.
    """

    __repr__ = spelled

    code: str
    before: str
    after: str
    points: Fraction | Undefined

    def explain(self, lang: Language = "zh") -> str:
        """The cause as a phrase (原因说明), in "zh" or "en"."""
        details = {
            "cause": message(f"cause.{self.code}", {}, lang),
            "before": self.before or "—",
            "after": self.after or "—",
            "points": signed(self.points, lang),
        }
        return message("cause.from-to" if self.before or self.after else "cause.alone", details, lang)

    def record(self, lang: Language = "zh") -> Record:
        """The cause as plain data (原因记录): code, its name, before, after and points."""
        return {
            "code": self.code,
            "name": message(f"cause.{self.code}", {}, lang),
            "before": self.before,
            "after": self.after,
            "points": datum(self.points, lang),
        }


class Side(NamedTuple):
    """One of two evaluations (比较的一方), and the rule book that it is scored by."""

    evaluation: Evaluation
    book: ScoringStandard


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize(EXACT):f}"


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _award(row: Indicator) -> str:
    given = row.award
    return "" if given is None else " ".join(filter(None, [given.level, _number(given.points)]))


_ROW: Final[Mapping[str, Callable[[Indicator], str]]] = {
    "target": lambda row: _cell(row.target),
    "actual": lambda row: _cell(row.actual),
    "weight": lambda row: _number(row.weight),
    "award": _award,
    "corrections": lambda row: ", ".join(_number(item.points) for item in row.corrections),
    "not_applicable": lambda row: row.not_applicable,
}
"""The fields of an indicator that may change its points, as text."""

_BUDGET: Final[Mapping[str, Callable[[Budget], str]]] = {
    "adjusted": lambda budget: _cell(budget.adjusted),
    "executed": lambda budget: _cell(budget.executed),
    "weight": lambda budget: _number(budget.weight),
}

_YES: Final = {True: "是", False: "否", None: ""}
"""As forms print it."""

_AROUND: Final[Mapping[str, Callable[[Side], str]]] = {
    "year": lambda side: str(side.evaluation.year),
    "finished": lambda side: _YES[side.evaluation.finished],
    "standard": lambda side: side.book.name,
}
"""What stands around a row and may change its points; named only where it does."""


def causes_of_row(
    rows: tuple[Indicator, Indicator], sides: tuple[Side, Side], gap: Worth
) -> tuple[Cause, ...]:
    """Why the points of an indicator differ (指标得分变化的原因).

    Args:
        rows: The indicator before and after.
        sides: The evaluations that it stands in.
        gap: The difference of its points.

    Returns:
        What changed in the row, in the order of the form, with what it counts for; then what
        stands around it and counts. The points add up to the difference where it is known.
    """
    old, new = rows

    def points(subset: Subset) -> Worth:
        mixed = attrs.evolve(old, **{name: getattr(new, name) for name in subset & _ROW.keys()})
        year, book = sides["year" in subset].evaluation.year, sides["standard" in subset].book
        found = score(mixed, standard=book, year=year)
        return Decimal(0) if is_left_out(found) else found.points

    cells = {name: (text(old), text(new)) for name, text in _ROW.items() if text(old) != text(new)}
    return _causes(cells, _around(sides, ("year", "standard")), points, gap)


def is_left_out(score: Score) -> bool:
    """Whether an indicator has no points because it does not apply (不适用且未得分)."""
    return score.rule == "not_applicable" and isinstance(score.points, Undefined)


def causes_of_budget(sides: tuple[Side, Side], gap: Worth) -> tuple[Cause, ...]:
    """Why the points of the budget execution differ (预算执行得分变化的原因).

    Args:
        sides: The two evaluations.
        gap: The difference of the points.

    Returns:
        As for `causes_of_row`; none where one of them has no budget.
    """
    bare = attrs.evolve(sides[0].evaluation, goals=())
    old, new = (side.evaluation.budget for side in sides)
    if old is None or new is None:
        return ()

    def points(subset: Subset) -> Worth:
        budget = attrs.evolve(old, **{name: getattr(new, name) for name in subset & _BUDGET.keys()})
        finished = sides["finished" in subset].evaluation.finished
        mixed = attrs.evolve(bare, budget=budget, finished=finished)
        return evaluate(mixed, standard=sides["standard" in subset].book).budget_score.points

    cells = {name: (text(old), text(new)) for name, text in _BUDGET.items() if text(old) != text(new)}
    return _causes(cells, _around(sides, ("finished", "standard")), points, gap)


def _around(sides: tuple[Side, Side], names: Sequence[str]) -> dict[str, tuple[str, str]]:
    found = {name: (_AROUND[name](sides[0]), _AROUND[name](sides[1])) for name in names}
    if sides[0].book == sides[1].book:
        found["standard"] = ("", "")
    return {name: texts for name, texts in found.items() if texts[0] != texts[1]}


def _causes(
    cells: Mapping[str, tuple[str, str]],
    around: Mapping[str, tuple[str, str]],
    points: Callable[[Subset], Worth],
    gap: Worth,
) -> tuple[Cause, ...]:
    """The causes, with what no field explains last."""
    every = {**cells, **around}
    if isinstance(gap, Undefined):
        return _unknown(cells, gap)
    shares = shares_of(tuple(every), points)
    if isinstance(shares, Undefined):
        return _unknown(cells, shares)
    made = [_cause(name, every[name], shares[name]) for name in every if name in cells or shares[name]]
    left = Fraction(gap) - sum(shares.values())
    return (*made, *([_cause("other", ("", ""), left)] if left else []))


def _unknown(cells: Mapping[str, tuple[str, str]], reason: Undefined) -> tuple[Cause, ...]:
    """What stands around the row is not named where nobody knows whether it counts."""
    return tuple(_cause(name, texts, reason) for name, texts in cells.items())


def _cause(code: str, texts: tuple[str, str], points: Fraction | Undefined) -> Cause:
    return Cause(code=code, before=texts[0], after=texts[1], points=points)


def shares_of(names: Sequence[str], points: Callable[[Subset], Worth]) -> dict[str, Fraction] | Undefined:
    """What each of several changes counts for (各因素影响), as the mean over all orders of making them.

    Args:
        names: Of the changes.
        points: The points with some of them made.

    Returns:
        Name → points, which add up to those with all less those with none; or why the points
        in between are unknown.

    Example:
        >>> done = {"": 0, "a": 6, "b": 2, "ab": 10}
        >>> shares_of(("a", "b"), lambda some: Decimal(done["".join(sorted(some))]))
        {'a': Fraction(7, 1), 'b': Fraction(3, 1)}
    """
    found: dict[Subset, Fraction] = {}
    for subset in _subsets(names):
        value = _points_or_reason(points, subset)
        if isinstance(value, Undefined):
            reasons = {"reason_en": value.explain("en"), "reason_zh": value.explain("zh")}
            return Undefined("undefined.contribution", reasons)
        found[subset] = Fraction(value)
    return {name: _share(name, names, found) for name in names}


def _points_or_reason(points: Callable[[Subset], Worth], subset: Subset) -> Worth:
    """Half-way between two forms stands what neither of them says, such as 元 beside 人."""
    try:
        return points(subset)
    except GovperfError as error:
        return Undefined(error.code, {"value": error.value, **error.details})


def _share(name: str, names: Sequence[str], found: Mapping[Subset, Fraction]) -> Fraction:
    """Each set of other changes comes first in so many of the orders."""
    orders = factorial(len(names))
    return sum(
        (
            Fraction(factorial(len(first)) * factorial(len(names) - len(first) - 1), orders)
            * (found[first | {name}] - found[first])
            for first in _subsets([other for other in names if other != name])
        ),
        Fraction(0),
    )


def _subsets(names: Sequence[str]) -> Iterator[Subset]:
    for size in range(len(names) + 1):
        yield from map(frozenset, combinations(names, size))
