"""Repeated figures (重复数字): one thing that is counted twice, with two values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from govperf.model import Severity, Target
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.consistency.agreement import agrees, known_figure, plain_name
from govperf.reviewing.form import Form
from govperf.units import Quantity

__all__ = ["REPEATED"]

_SEVERAL: Final = 2


class _Said(NamedTuple):
    """One value of a figure (一处数值)."""

    path: str
    name: str
    figure: Quantity
    target: Target | None = None
    goal: str = ""


@check("finding.two-values", Severity.WARNING, family="consistency", source="a form gives a figure one value")
def _two_values(form: Form) -> Iterator[Hit]:
    """Two values (一数两值): rows of one name in different goals, or a row and a total of that name, differ.

    Never flagged: rows whose targets or units differ, which are not the same thing; rates and satisfaction,
    which each goal has its own of; two rows of one goal, which may be two measures; a total that agrees with
    one of several rows; what differs by rounding or is approximate.
    """
    evaluation = form.evaluation
    if not evaluation.breakdowns and len(evaluation.goals) == 1 and not evaluation.goals[0].goals:
        return
    rows = _rows(form)
    yield from _of_rows(rows)
    yield from _of_totals(form, rows)


def _rows(form: Form) -> dict[str, list[_Said]]:
    named: dict[str, list[_Said]] = defaultdict(list)
    for row in form.rows:
        indicator = row.indicator
        figure = None if indicator.not_applicable else known_figure(row)
        if figure is not None and not figure.unit.is_ratio:
            goal = row.path.rpartition(".indicators[")[0]
            said = _Said(f"{row.path}.actual", indicator.name, figure, indicator.target, goal)
            named[plain_name(indicator.name)].append(said)
    return named


def _of_rows(named: dict[str, list[_Said]]) -> Iterator[Hit]:
    for rows in named.values():
        if len(rows) < _SEVERAL or len({row.goal for row in rows}) < len(rows):
            continue
        first = rows[0]
        others = [
            row for row in rows[1:] if _is_the_same(row, first) and not agrees(row.figure, first.figure)
        ]
        if others:
            yield _hit(first, others)


def _is_the_same(one: _Said, other: _Said) -> bool:
    """Whether two rows count the same thing: in one unit, towards one target."""
    targets = [None if row.target is None else row.target.text for row in (one, other)]
    return one.figure.unit.adds_to(other.figure.unit) and targets[0] == targets[1]


def _of_totals(form: Form, named: dict[str, list[_Said]]) -> Iterator[Hit]:
    for i, breakdown in enumerate(form.evaluation.breakdowns):
        total = _Said(f"$.breakdowns[{i}].total", breakdown.name, breakdown.total)
        rows = [
            row
            for row in named.get(plain_name(breakdown.name), [])
            if row.figure.unit.adds_to(breakdown.total.unit)
        ]
        if rows and not any(agrees(row.figure, breakdown.total) for row in rows):
            yield _hit(total, rows)


def _hit(first: _Said, others: Sequence[_Said]) -> Hit:
    details = {"name": first.name, "one": first.figure, "other": others[0].figure}
    return Hit(first.path, details, {said.path: said.figure for said in (first, *others)})


REPEATED: Final[tuple[Check, ...]] = (_two_values,)
"""The checks of figures that are said twice."""
