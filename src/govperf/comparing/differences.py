"""Differences (差异): two evaluations side by side, and why their totals are not the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal

import attrs

from govperf.comparing.causes import Cause, Side, causes_of_budget, causes_of_row, is_left_out
from govperf.comparing.figures import datum, difference, figure, grade_name, rest, signed
from govperf.comparing.showing import comparison_html
from govperf.layout import spelled
from govperf.messages import message
from govperf.model import Evaluation, Grade, Indicator, Score, Scorecard, Undefined
from govperf.model.fields import expect
from govperf.model.plain import Record
from govperf.numerals.contexts import EXACT
from govperf.scoring import evaluate
from govperf.scoring.engine import book_of
from govperf.standards import ScoringStandard

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["Change", "Comparison", "compare"]

Kind = Literal["added", "removed", "changed", "same"]
Found = tuple[str, Indicator, Score]

_BUDGET: Final = "$.budget"
_WHOLE: Final = "$"


@attrs.frozen(kw_only=True)
class Change:
    """Change (变化) of one row between two evaluations.

    Args:
        name: Of the indicator, or of the budget execution; "" for what concerns the whole total.
        category: Of the indicator.
        paths: Where it stands before and after, "" where it does not.
        before: Its points, or why there are none; None where the row is new.
        after: The same; None where the row is gone.
        causes: What changed in it, with the points that this counts for.
        counted: Whether its points are part of the sum before and after: False where the indicator does not
            apply and the rule book leaves it out, or where it applies on neither side. It adds nothing there.
    """

    __repr__ = spelled

    name: str
    category: tuple[str, ...] = ()
    paths: tuple[str, str]
    before: Decimal | Undefined | None
    after: Decimal | Undefined | None
    causes: tuple[Cause, ...] = ()
    counted: tuple[bool, bool] = (True, True)

    @property
    def kind(self) -> Kind:
        """What became of the row (变化类型): "added", "removed", "changed" or "same"."""
        if self.before is None or self.after is None:
            return "added" if self.before is None else "removed"
        return "changed" if self.causes or self.before != self.after else "same"

    @property
    def difference(self) -> Decimal | Undefined:
        """Points after less points before (得分差额): a row that is not there, or not counted, adds none."""
        before, after = (
            value if counts and value is not None else Decimal(0)
            for value, counts in zip((self.before, self.after), self.counted, strict=True)
        )
        return difference(after, before)

    def explain(self, lang: Language = "zh") -> str:
        """The change as one line (变化说明), in "zh" or "en"."""
        causes = [cause.explain(lang) for cause in self.causes]
        separator = ("：", "；") if lang == "zh" else (": ", "; ")
        details = {
            "name": self.name or message("change.whole", {}, lang),
            "before": _points(self.before, lang),
            "after": _points(self.after, lang),
            "difference": signed(self.difference, lang),
            "causes": separator[0] + separator[1].join(causes) if causes else "",
        }
        return message(f"change.{self.kind}", details, lang)

    def record(self, lang: Language = "zh") -> Record:
        """The change as plain data (变化记录), as in `Comparison.records`."""
        return {
            "category": list(self.category),
            "name": self.name or message("change.whole", {}, lang),
            "paths": list(self.paths),
            "kind": self.kind,
            "before": datum(self.before, lang),
            "after": datum(self.after, lang),
            "difference": datum(self.difference, lang),
            "causes": [cause.record(lang) for cause in self.causes],
        }


@attrs.frozen(kw_only=True)
class Comparison:
    """Comparison (比较结果) of two evaluations.

    Args:
        before: The scorecard of the first.
        after: The scorecard of the second.
        changes: Every row: the budget execution, the rows of the first in the order of its form, those
            that only the second has, and what concerns the whole total, if anything does.
    """

    __repr__ = spelled
    _repr_html_ = comparison_html

    before: Scorecard
    after: Scorecard
    changes: tuple[Change, ...]

    @property
    def difference(self) -> Decimal | Undefined:
        """Total after less total before (总分差额); undefined where one of them is."""
        return difference(self.after.total, self.before.total)

    def explain(self, lang: Language = "zh") -> str:
        """The comparison (比较说明), a line for each row that changed, the totals last.

        Args:
            lang: "zh" or "en".

        Returns:
            Several lines.
        """
        lines = [change.explain(lang) for change in self.changes if change.kind != "same"]
        return "\n".join([*lines, self._summary(lang)])

    def rows(self, lang: Language = "zh") -> tuple[dict[str, str], ...]:
        """The changes as rows of a table (变化表), each cell a text.

        Args:
            lang: "zh" or "en".

        Returns:
            For each row: category, name, kind, before, after, difference and causes.
        """
        return tuple(
            {
                "category": "/".join(change.category),
                "name": change.name or message("change.whole", {}, lang),
                "kind": change.kind,
                "before": _points(change.before, lang),
                "after": _points(change.after, lang),
                "difference": signed(change.difference, lang),
                "causes": "; ".join(cause.explain(lang) for cause in change.causes),
            }
            for change in self.changes
        )

    def records(self, lang: Language = "zh") -> list[Record]:
        """The changes as plain data (变化数据), which `json.dumps` takes as it is.

        Args:
            lang: Of the reasons and causes, "zh" or "en".

        Returns:
            For each row: category, name, paths, kind, before, after, difference and causes. Numbers are
            texts, null is what is not there, and what is undefined says its code and reason.
        """
        return [change.record(lang) for change in self.changes]

    def _summary(self, lang: Language) -> str:
        one, other = self.before.grade, self.after.grade
        details = {
            "before": figure(self.before.total, lang),
            "after": figure(self.after.total, lang),
            "difference": signed(self.difference, lang),
        }
        if isinstance(one, Grade) and isinstance(other, Grade):
            grades = {"one": grade_name(one, lang), "other": grade_name(other, lang)}
            code = "same-grade" if one.label == other.label else "total"
            return message(f"comparison.{code}", {**details, **grades}, lang)
        return message("comparison.undefined", details, lang)


def compare(before: Evaluation, after: Evaluation, *, standard: ScoringStandard | None = None) -> Comparison:
    """Comparison (比较) of two evaluations: two years, two departments, or as it is and as it would be.

    Args:
        before: The first.
        after: The second.
        standard: The rule book for both; else the one that each of them names, else MOF-2020-10.

    Returns:
        Totals, grades and every row. Indicators are matched by category and name, several of one
        name in their order. The differences of the rows add up to the difference of the totals
        wherever both totals are known.

    Raises:
        ScoringError: As for `evaluate`.
        StandardError: As for `evaluate`.
        TypeError: One of the two is no evaluation, or the standard no rule book.

    Rule:
        Of several changes in one row each counts for the mean of what it moves the points by, over all
        orders of making them one after the other (连环替代法, choice).

    Example:
        >>> from govperf.comparing import what_if
        >>> from govperf.model import Budget, Goal, Indicator
        >>> row = Indicator("满意度", target="≥90%", actual="81%", weight=90)
        >>> form = Evaluation(
        ...     "某局",
        ...     2023,
        ...     budget=Budget(2023, adjusted="100万元", executed="95万元"),
        ...     goals=[Goal("服务", indicators=[row])],
        ... )
        >>> print(compare(form, what_if(form, {"满意度": {"actual": "72%"}})).explain("en"))
        满意度: 81.00 → 72.00 (-9.00): actual 81% → 72% (-9.00)
        total: 90.50 → 81.50 (-9.00), grade excellent → good
    """
    expect(Evaluation, before)
    expect(Evaluation, after)
    sides = (Side(before, book_of(before, standard)), Side(after, book_of(after, standard)))
    cards = (evaluate(before, standard=sides[0].book), evaluate(after, standard=sides[1].book))
    changes = [_of_budget(sides, cards), *_of_rows(sides, cards), *_of_whole(cards)]
    return Comparison(before=cards[0], after=cards[1], changes=tuple(changes))


def _points(value: Decimal | Undefined | None, lang: Language) -> str:
    return "—" if value is None else figure(value, lang)


def _of_budget(sides: tuple[Side, Side], cards: tuple[Scorecard, Scorecard]) -> Change:
    old, new = (card.budget_score for card in cards)
    return Change(
        name=old.name,
        paths=(_BUDGET, _BUDGET),
        before=old.points,
        after=new.points,
        causes=causes_of_budget(sides, difference(new.points, old.points)),
    )


def _of_rows(sides: tuple[Side, Side], cards: tuple[Scorecard, Scorecard]) -> Iterator[Change]:
    olds, news = (_found(side, card) for side, card in zip(sides, cards, strict=True))
    waiting: defaultdict[tuple[tuple[str, ...], str], list[Found]] = defaultdict(list)
    for found in reversed(news):
        waiting[_key(found)].append(found)
    for old in olds:
        new = waiting[_key(old)].pop() if waiting[_key(old)] else None
        yield _of_pair(old, new, sides)
    left = {path for several in waiting.values() for path, *_ in several}
    yield from (_alone(new, new=True) for new in news if new[0] in left)


def _found(side: Side, card: Scorecard) -> list[Found]:
    scores = {score.path: score for score in card.scores}
    return [(path, row, scores[path]) for path, row in side.evaluation.indicators()]


def _key(found: Found) -> tuple[tuple[str, ...], str]:
    return found[1].category, found[1].name


def _of_pair(old: Found, new: Found | None, sides: tuple[Side, Side]) -> Change:
    if new is None:
        return _alone(old, new=False)
    change = Change(
        name=old[1].name,
        category=old[1].category,
        paths=(old[0], new[0]),
        before=old[2].points,
        after=new[2].points,
        counted=_counted(old[2], new[2]),
    )
    return attrs.evolve(change, causes=causes_of_row((old[1], new[1]), sides, change.difference))


def _counted(old: Score, new: Score) -> tuple[bool, bool]:
    """What applies on neither side has no points on either, whatever the rule book makes of that."""
    if is_left_out(old) and is_left_out(new):
        return False, False
    return old.applicable, new.applicable


def _alone(found: Found, *, new: bool) -> Change:
    path, row, score = found
    return Change(
        name=row.name,
        category=row.category,
        paths=("", path) if new else (path, ""),
        before=None if new else score.points,
        after=score.points if new else None,
        counted=(score.applicable, score.applicable),
    )


def _of_whole(cards: tuple[Scorecard, Scorecard]) -> Iterator[Change]:
    """What a rule book adds to the total or takes off it, beyond its rows."""
    old, new = cards
    if isinstance(old.total, Undefined) or isinstance(new.total, Undefined):
        return
    before, after = EXACT.plus(rest(old, old.total)), EXACT.plus(rest(new, new.total))
    if before or after:
        yield Change(name="", paths=(_WHOLE, _WHOLE), before=before, after=after)
