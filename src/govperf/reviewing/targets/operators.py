"""Operators, directions and natures that a form prints (运算符号审核), beside what is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from govperf.model import Approximation, Direction, Indicator, Nature, Operator
from govperf.model.context import says_a_fault, says_a_saving
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.form import Form, Row
from govperf.reviewing.listing import listed
from govperf.reviewing.targets.naming import is_change, is_support

__all__ = ["OPERATORS", "applying", "gathered"]

_FAMILY: Final = "targets"
_SYSTEMS: Final = "rule code of provincial systems"
_RECORD: Final = "财预〔2021〕101号"
_MORE: Final = (Operator.AT_LEAST, Operator.MORE_THAN)
_LESS: Final = (Operator.AT_MOST, Operator.LESS_THAN)


def applying(form: Form) -> Iterator[Row]:
    """The rows that apply (适用的指标行).

    Args:
        form: Under review.

    Returns:
        All others, in the order of the form.
    """
    return (row for row in form.rows if not row.indicator.not_applicable)


def gathered(rows: Iterable[Row], *fields: str, **details: object) -> Iterator[Hit]:
    """One hit for many rows alike (合并命中), at the cell itself where it is but one.

    Args:
        rows: Those with the fault.
        fields: The cells of each that are involved, "target" or "actual"; the first one is the place.
        details: What the sentence names beside the names and their count.

    Yields:
        The hit; nothing where there are no rows.
    """
    found = tuple(rows)
    if found:
        figures = {
            f"{row.path}.{field}": str(getattr(row.indicator, field) or "")
            for row in found
            for field in fields
        }
        names = listed([row.indicator.name for row in found])
        path = next(iter(figures)) if len(found) == 1 else "$"
        yield Hit(path, {"count": len(found), "names": names, **details}, figures)


@check("finding.operators-inferred", "hint", family=_FAMILY, source=_RECORD, provenance="recalled")
def _operators_inferred(form: Form) -> Iterator[Hit]:
    """Targets without an operator (指标值缺运算符号), so that its sense is inferred.

    One for the form. Never where the direction stands in a column of its own; never texts, dates, ranges
    and zero targets.
    """
    figures = [row for row in applying(form) if _has_figure(row.indicator)]
    bare = [row for row in figures if _is_inferred(row.indicator)]
    return gathered(bare, "target", of=len(figures))


def _has_figure(indicator: Indicator) -> bool:
    return indicator.target is not None and bool(indicator.target.quantity)


def _is_inferred(indicator: Indicator) -> bool:
    return indicator.target is not None and indicator.target.inferred and indicator.direction is None


@check("finding.zero-target", "warning", family=_FAMILY, source=_SYSTEMS, provenance="in use")
def _zero_target(form: Form) -> Iterator[Hit]:
    """Target of at least zero (指标值为≥0), which everything meets.

    Never = 0, ≤ 0 and > 0; never a change, a gain or a saving, which may be below zero.
    """
    for path, indicator, _ in applying(form):
        target = indicator.target
        if target is None or target.operator is not Operator.AT_LEAST or target.quantity:
            continue
        if not is_change(indicator.name):
            yield Hit(
                f"{path}.target",
                {"name": indicator.name, "target": target},
                {f"{path}.target": target},
            )


_CLASHES: Final = {
    Direction.POSITIVE: frozenset(_LESS),
    Direction.REVERSE: frozenset(_MORE),
    Direction.EXACT: frozenset((*_LESS, *_MORE)),
}


@check("finding.operator-direction", "warning", family=_FAMILY, source=_RECORD, provenance="recalled")
def _operator_direction(form: Form) -> Iterator[Hit]:
    """Operator against the printed direction (运算符号与指标方向矛盾), such as ≥ beside 反向.

    Never an operator that is inferred, never = (=0 is a reverse indicator as well), and never a date.
    """
    for path, indicator, _ in applying(form):
        target = indicator.target
        if indicator.direction is None or target is None or target.inferred or target.period is not None:
            continue
        if target.operator in _CLASHES[indicator.direction]:
            figures = {f"{path}.target": target, f"{path}.direction": indicator.direction.value}
            yield Hit(f"{path}.target", {"name": indicator.name, "target": target}, figures)


@check("finding.operator-unusual", "hint", family=_FAMILY, source=_SYSTEMS, provenance="in use")
def _operator_unusual(form: Form) -> Iterator[Hit]:
    """Printed ≥ where less is better (运算符号疑反): a cost in money, a count of faults.

    Never a saving, a subsidy, a standard of support or an income; never where the direction is printed
    too; never ≥0.
    """
    for path, indicator, _ in applying(form):
        target = indicator.target
        if target is None or target.operator not in _MORE or target.inferred or not target.quantity:
            continue
        if indicator.direction is None and (says_a_fault(indicator.name) or _is_a_cost(indicator)):
            figures = {f"{path}.target": target}
            yield Hit(f"{path}.target", {"name": indicator.name, "target": target}, figures)


def _is_a_cost(indicator: Indicator) -> bool:
    """Whether it is money below 成本 that is spent, and not given to somebody."""
    figure = indicator.target.quantity if indicator.target else None
    if figure is None or not figure.unit.is_money:
        return False
    is_cost = any(level.endswith("成本") for level in indicator.category)
    return is_cost and not (says_a_saving(indicator.name) or is_support(indicator.name))


@check("finding.nature", "hint", family=_FAMILY, source=_RECORD, provenance="recalled")
def _nature(form: Form) -> Iterator[Hit]:
    """Target of another nature than printed (指标性质不符): 定量 and prose, 定性 and a number.

    One for the form. Never a date, which is either; never prose with a figure in it, and nothing where no
    nature is printed.
    """
    return gathered((row for row in applying(form) if _is_of_another_nature(row.indicator)), "target")


def _is_of_another_nature(indicator: Indicator) -> bool:
    target = indicator.target
    if indicator.nature is None or target is None or target.period is not None:
        return False
    if indicator.nature is Nature.QUALITATIVE:
        return target.quantity is not None
    return target.quantity is None and not _FIGURES.search(target.text)


_FIGURES: Final = re.compile("[0-9０-９一二两三四五六七八九十百千万亿全零]")

_REPEATED: Final = re.compile(r"\s*(?:[≥≤≧≦⩾⩽＞＜><]|不[少低小]于|不[高大多]于|不超过|[大小][于]等于)")


@check("finding.operator-repeated", "hint", family=_FAMILY, source="filled forms", provenance="verified")
def _operator_repeated(form: Form) -> Iterator[Hit]:
    """Actuals that repeat the operator (完成值照抄运算符号): ≥90% says no figure. One for the form.

    Never a description such as 超过500场次 or 90%以上, and none whose vagueness is a finding of its own.
    """
    decided = {one.row.path for one in form.standings.get("approximate-decides", ())}
    return gathered(
        (row for row in applying(form) if _repeats(row.indicator) and row.path not in decided), "actual"
    )


def _repeats(indicator: Indicator) -> bool:
    actual = indicator.actual
    if actual is None or actual.approximation is Approximation.EXACT or actual.period is not None:
        return False
    return _REPEATED.match(actual.text) is not None


OPERATORS: Final[tuple[Check, ...]] = (
    _operators_inferred,
    _zero_target,
    _operator_direction,
    _operator_unusual,
    _nature,
    _operator_repeated,
)
