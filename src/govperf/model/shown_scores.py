"""Scores and scorecards as HTML (得分的网页显示): the card as a form prints it, with merged headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, islice
from typing import TYPE_CHECKING, Final

from govperf.layout.fragments import (
    MOST,
    Cell,
    Html,
    badge,
    block,
    folded,
    frame,
    grid,
    grouped,
    listed,
    muted,
    number,
    pairs,
    rest,
    safe,
    titled,
)
from govperf.messages import message
from govperf.model.remarks import Undefined
from govperf.model.saying import measure_of, rule_name, shown_of
from govperf.model.shown_values import word

if TYPE_CHECKING:
    from govperf.model.score import Grade, Score
    from govperf.model.scorecard import Scorecard

__all__ = ["grade_html", "score_html", "scorecard_html"]

_HEAD: Final = ("一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "完成情况", "分值", "得分", "注")


def grade_html(grade: Grade) -> str:
    """A grade and from which total it is given (等级的网页显示)."""
    return frame(block(safe(grade.label), muted(f"{grade.lower:f}分及以上")))


def score_html(score: Score) -> str:
    """A score and the way to it (得分的网页显示)."""
    rows: list[tuple[str, object]] = [
        ("指标类别", " / ".join(score.category)),
        ("指标值", score.target),
        ("实际完成值", score.actual),
        (message(f"measure.{measure_of(score)}", {}, "zh"), _figure(score)),
        ("计分规则", rule_name(score.rule, "zh")),
        ("评分标准", score.standard),
        ("计分过程", score.explain("zh")),
    ]
    points = _points(score.points)
    return frame(titled(score.name), block(points.inside, safe("/"), _points(score.full).inside), pairs(rows))


def _figure(score: Score) -> str:
    """The figure that the rule looked at; "" where there is none, which the sentence says."""
    return score.shown if score.shown or isinstance(score.rate, Undefined) else shown_of(score)


def _points(value: object) -> Cell:
    if isinstance(value, Undefined):
        return Cell(word(), "number")
    return number(f"{value:f}")


def scorecard_html(card: Scorecard) -> str:
    """A scorecard as a table (评分结果的网页显示): its total below, what is missing and why beneath.

    Args:
        card: Any; of a long one the first rows, and how many there are beyond them.

    Returns:
        What a notebook shows.
    """
    shown = list(islice(card, MOST))
    notes = _Notes()
    rows = [
        row
        for _, group in groupby(shown, _goal_of)
        for row in grouped([(_levels(score, card), _row(score, notes)) for score in group], 3)
    ]
    count = 1 + len(card.scores)
    way = [score.explain("zh") for score in shown]
    return frame(
        titled("评分结果"),
        block(_grade(card.grade), muted(f"{card.standard}，govperf {card.version}")),
        grid(_HEAD, rows, [_foot(card, notes)]),
        rest(count),
        listed(notes.said),
        _within(card),
        listed([note.explain("zh") for note in (*card.steps, *card.notes)]),
        folded("计分过程", listed(way)),
    )


def _goal_of(score: Score) -> str:
    """Where the goal of an indicator stands, which shares no heading with others; the budget has none."""
    return score.path.rpartition(".")[0]


def _levels(score: Score, card: Scorecard) -> tuple[str, ...]:
    """First, second and third level; the execution of the budget is a first level of its own."""
    if score is card.budget_score and not score.category:
        return (score.name, "", "")
    first, second = (*score.category[:1], "")[0], "·".join(score.category[1:])
    return first, second, score.name


class _Notes:
    """Remarks on the cells of a table, each said once (表注)."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self._places: dict[str, int] = {}

    def marks(self, remarks: Iterable[str]) -> Html:
        """The numbers of some remarks."""
        return Html("、".join(str(self._place(remark)) for remark in remarks))

    def _place(self, remark: str) -> int:
        if remark not in self._places:
            self.said.append(remark)
            self._places[remark] = len(self.said)
        return self._places[remark]


def _row(score: Score, notes: _Notes) -> Sequence[Cell]:
    undefined = [value for value in (score.points, score.full) if isinstance(value, Undefined)]
    remarks = [value.explain("zh") for value in undefined] + [note.explain("zh") for note in score.notes]
    figure = "" if not score.applicable else _figure(score)
    return [
        Cell(safe(score.target)),
        Cell(safe(score.actual)),
        number(figure),
        _points(score.full),
        _points(score.points) if score.applicable else Cell(safe("不适用")),
        Cell(notes.marks(dict.fromkeys(remarks)), "number"),
    ]


def _foot(card: Scorecard, notes: _Notes) -> Sequence[Cell]:
    undefined = [value.explain("zh") for value in (card.total, card.full) if isinstance(value, Undefined)]
    return [
        Cell(safe("总分"), columns=6, is_heading=True),
        _points(card.full),
        _points(card.total),
        Cell(notes.marks(dict.fromkeys(undefined)), "number"),
    ]


def _grade(grade: Grade | Undefined) -> Html:
    return word() if isinstance(grade, Undefined) else badge(f"等级：{grade.label}", "hint")


def _within(card: Scorecard) -> Html:
    if card.within is None:
        return Html("")
    low, high = card.within
    return block(safe(message("card.within", {"low": f"{low:f}", "high": f"{high:f}"}, "zh")))
