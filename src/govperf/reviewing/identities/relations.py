"""Identities of a form (勾稽关系): which of its figures must add up.

Where all figures of an identity are given, the total is the sum of its parts. Where some parts are left
out, those that are given are not above the total.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

import attrs

from govperf.errors import QuantityError
from govperf.model import Breakdown, Budget, BudgetLine, Evaluation, Part, Stage
from govperf.model.budget_line import STAGES
from govperf.reviewing.identities.equations import CrossCheck, Term
from govperf.units import Quantity, Unit

__all__ = ["REST", "cross_checks", "part_checks"]

_IDENTITIES: Final = (
    # 基本支出 is 人员经费 and 公用经费
    ("basic", ("personnel", "operating")),
    # 本年支出, and each budget, is 基本支出 and 项目支出, with other categories if there are any
    ("", ("basic", "project")),
    # 公务用车费 is 购置费 and 运行维护费
    ("vehicles", ("vehicle_purchase", "vehicle_running")),
    # 三公经费 is 出国, 公车 and 接待
    ("three_public", ("overseas", "vehicles", "hospitality")),
)
"""The lines of a budget that are the sum of others, in each column of the form; "" is the whole of it."""

_LINES: Final = tuple(attrgetter(*parts) for _, parts in _IDENTITIES)
_WITHIN: Final = (("project", "key_projects"), ("", "three_public"))
"""Lines that are a part of another one, the rest of which has no line: 重点项目支出, 三公经费."""

_OF_WHICH: Final = "其中"
REST: Final = ("其他", "其它")
"""What a row for whatever the others do not name is called: with it the rows are complete."""

_DIGITS: Final = range(-12, 13)
"""Places of the digits of usual figures: a million of them add up to far less than 34 digits."""

_FLOWS: Final = ("carried_in", "income", "executed")
_flows: Final = attrgetter(*_FLOWS)


class _Sum(NamedTuple):
    """A total and its parts; None for what the form leaves out."""

    code: str
    total: Term | None
    parts: Sequence[Term | None]


def cross_checks(evaluation: Evaluation) -> tuple[CrossCheck, ...]:
    """Every cross-check that the figures of an evaluation allow (勾稽核对).

    Args:
        evaluation: As its form says; an identity with a missing figure is left out, and so is
            one whose figures do not add up to a quantity: of several dimensions, or of absurd size.

    Returns:
        The checks of the budget, then those of the breakdowns, in the order of the form.

    Example:
        >>> from govperf.model import Department
        >>> evaluation = Evaluation(
        ...     Department("某局"),
        ...     2021,
        ...     budget=Budget(2021, basic="2,367.28万元", personnel="2,165.98万元", operating="201.30万元"),
        ... )
        >>> cross_checks(evaluation)[0].verdict.value
        'equal'
    """
    sums = [*_of_budget(evaluation.budget), *_of_breakdowns(evaluation.breakdowns)]
    return tuple(check for one in sums if None not in one.parts for check in _checks(one))


def part_checks(evaluation: Evaluation) -> tuple[CrossCheck, ...]:
    """The totals of a budget beside those parts that are given (部分核对), where others are left out.

    Args:
        evaluation: As its form says.

    Returns:
        Checks that hold as long as the parts are not above the total.

    Example:
        >>> form = Evaluation("某局", 2021, budget=Budget(2021, executed="10万元", project="12万元"))
        >>> str(part_checks(form)[0].difference)
        '-2万元'
    """
    budget = evaluation.budget
    if budget is None:
        return ()
    sums = [one for one in _of_budget(budget) if None in one.parts]
    within = [(name, part) for name, part in _WITHIN if getattr(budget, part) is not None]
    sums += [_of_column(budget, name, (part,), stage) for name, part in within for stage in STAGES]
    return tuple(check for one in sums for check in _checks(one))


def _checks(one: _Sum) -> Iterator[CrossCheck]:
    """The total beside the parts that are given, if they add up to a quantity."""
    parts = tuple(part for part in one.parts if part is not None)
    if one.total is not None and parts:
        check = CrossCheck(code=one.code, path=one.total.path, total=one.total, parts=parts)
        if _adds_up(check):
            yield check


def _adds_up(check: CrossCheck) -> bool:
    unit = check.total.amount.unit
    if _is_usual(check.total, unit) and all(_is_usual(part, unit) for part in check.parts):
        return True
    if not all(part.amount.unit.adds_to(unit) for part in check.parts):
        return False
    try:
        _ = check.difference, check.tolerance
    except QuantityError:
        return False
    return True


def _is_usual(term: Term, unit: Unit) -> bool:
    """Whether a figure is in the unit of the total and of a usual size, so that its sums have few digits."""
    number = term.amount.magnitude
    return (
        term.amount.unit is unit
        and number.adjusted() in _DIGITS
        and int(number.as_tuple().exponent) in _DIGITS
    )


def _of_budget(budget: Budget | None) -> Iterator[_Sum]:
    if budget is None:
        return
    if budget.income_sources:
        parts = _of_parts("$.budget.income_sources", budget.income_sources)
        yield _Sum("income", _figure(budget, "", "income"), parts)
    for (name, added), given in zip(_IDENTITIES, _LINES, strict=True):
        if (name == "" and budget.others) or any(given(budget)):
            yield from (_of_column(budget, name, added, stage) for stage in STAGES)
    # 年末结转结余 is 年初结转结余 and 本年收入 without 本年支出
    if not any(amount is None for amount in _flows(budget)):  # some of these alone say nothing
        brought, gained, spent = (_figure(budget, "", name) for name in _FLOWS)
        taken = spent and attrs.evolve(spent, sign=-1)
        yield _Sum("carried_out", _figure(budget, "", "carried_out"), (brought, gained, taken))
    yield from _of_adjustments(budget)
    rest = [None] if budget.sources and _are_parts(budget.sources) else []
    for stage in STAGES if budget.sources else ():
        rows = _of_lines("sources", budget.sources, stage)
        yield _Sum(f"sources.{stage}", _figure(budget, "", stage), [*rows, *rest])


def _are_parts(rows: Sequence[BudgetLine]) -> bool:
    """Whether rows by source need not be complete: the first says 其中, and none is for all other funds."""
    return rows[0].name.startswith(_OF_WHICH) and not any(rest in row.name for row in rows for rest in REST)


def _of_column(budget: Budget, name: str, added: Sequence[str], stage: Stage) -> _Sum:
    """A line of the budget and those that it is the sum of, in one column of the form."""
    field = f"{name}.{stage}" if name else stage
    others = _of_lines("others", budget.others, stage) if "basic" in added else ()
    parts = [_figure(budget, part, stage) for part in added]
    return _Sum(field.removesuffix(".executed"), _figure(budget, name, stage), (*parts, *others))


def _of_adjustments(budget: Budget) -> Iterator[_Sum]:
    """全年预算数 is 年初预算数 with what was added and taken off."""
    original = _figure(budget, "", "original")
    if budget.adjustments and original is not None:
        changes = [
            Term(item.reason, item.amount, path=f"$.budget.adjustments[{i}].amount")
            for i, item in enumerate(budget.adjustments)
        ]
        yield _Sum("adjustments", _figure(budget, "", "adjusted"), (original, *changes))


def _of_breakdowns(breakdowns: Sequence[Breakdown]) -> Iterator[_Sum]:
    for i, breakdown in enumerate(breakdowns):
        path = f"$.breakdowns[{i}]"
        total = Term(breakdown.name, breakdown.total, path=f"{path}.total")
        yield _Sum("breakdown", total, _of_parts(f"{path}.parts", breakdown.parts))


def _figure(budget: Budget, name: str, stage: str) -> Term | None:
    """A line of the budget in one column, or a figure of the whole of it; None where it is left out."""
    line: BudgetLine | None = getattr(budget, name) if name else None
    holder = line if name else budget
    amount: Quantity | None = getattr(holder, stage, None)
    field = f"{name}.{stage}" if name else stage
    return None if amount is None else Term("", amount, field=field)


def _of_lines(name: str, lines: Sequence[BudgetLine], stage: Stage) -> list[Term | None]:
    """The figures of rows in one column, None where a row has none."""
    amounts = [(i, line.name, getattr(line, stage)) for i, line in enumerate(lines)]
    return [
        None if amount is None else Term(label, amount, path=f"$.budget.{name}[{i}].{stage}")
        for i, label, amount in amounts
    ]


def _of_parts(path: str, parts: Sequence[Part]) -> list[Term]:
    return [Term(part.name, part.amount, path=f"{path}[{i}].amount") for i, part in enumerate(parts)]
