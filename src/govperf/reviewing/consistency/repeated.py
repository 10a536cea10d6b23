"""Repeated figures (重复数字): one thing that is counted twice, with two values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from govperf.model import Severity, Target
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.consistency.agreement import agrees, known_figure, plain_name, size
from govperf.reviewing.form import Form
from govperf.reviewing.listing import FEW
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
    one of several rows, or has the name of more than five; what differs by rounding or is approximate.
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
        for same in _alike(rows):
            least, most = (extreme(same, key=lambda row: size(row.figure)) for extreme in (min, max))
            if not agrees(least.figure, most.figure):
                yield _hit(same, *sorted((least, most), key=same.index))


def _alike(rows: Sequence[_Said]) -> Iterator[Sequence[_Said]]:
    """Rows that count the same thing: towards one target, in units that add up."""
    alike: dict[tuple[str | None, object], list[_Said]] = defaultdict(list)
    for row in rows:
        target = None if row.target is None else row.target.text
        alike[target, row.figure.unit.dimension].append(row)
    yield from alike.values()


def _of_totals(form: Form, named: dict[str, list[_Said]]) -> Iterator[Hit]:
    for i, breakdown in enumerate(form.evaluation.breakdowns):
        rows = named.get(plain_name(breakdown.name), [])
        if not 0 < len(rows) <= FEW or not all(row.figure.unit.adds_to(breakdown.total.unit) for row in rows):
            continue
        if not any(agrees(row.figure, breakdown.total) for row in rows):
            total = _Said(f"$.breakdowns[{i}].total", breakdown.name, breakdown.total)
            yield _hit([total, *rows], total, rows[0])


def _hit(said: Sequence[_Said], one: _Said, other: _Said) -> Hit:
    details = {"name": said[0].name, "one": one.figure, "other": other.figure}
    return Hit(said[0].path, details, {each.path: each.figure for each in said})


REPEATED: Final[tuple[Check, ...]] = (_two_values,)
"""The checks of figures that are said twice."""
