"""Operators, directions and natures that a form prints (运算符号审核), beside what is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from govperf.model import Actual, Approximation, Direction, Indicator, Nature, Operator
from govperf.model.context import says_a_fault, says_a_saving
from govperf.model.levels import is_of_cost
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.form import Form, Row
from govperf.reviewing.listing import listed
from govperf.reviewing.targets.naming import is_change, is_support
from govperf.units import Quantity

__all__ = ["OPERATORS", "gathered"]

_FAMILY: Final = "targets"
_SYSTEMS: Final = "rule code of provincial systems"
_AUDITS: Final = "checks of an audit tool in use: a cost with ≥"
_RECORD: Final = "财预〔2021〕101号: a 指标值 is 运算符号, 内容 and 计量单位"
_COPIED: Final = "filled forms: 运算符号 of the target copied into the 实际完成值"
_AT_LEAST: Final = Operator.AT_LEAST
_MORE: Final = (_AT_LEAST, Operator.MORE_THAN)
_LESS: Final = (Operator.AT_MOST, Operator.LESS_THAN)


def gathered(rows: Sequence[Row], *fields: str, **details: object) -> Iterator[Hit]:
    """One hit for many rows alike (合并命中), at the cell itself where it is but one.

    Args:
        rows: Those with the fault.
        fields: The cells of each that are involved, such as "target"; the first one is the place.
        details: What the sentence names beside the names and their count.

    Yields:
        The hit; nothing where there are no rows.
    """
    if rows:
        figures = {
            f"{row.path}.{field}": str(getattr(row.indicator, field) or "")
            for row in rows
            for field in fields
        }
        names = listed([row.indicator.name for row in rows])
        path = next(iter(figures)) if len(rows) == 1 else "$"
        yield Hit(path, {"count": len(rows), "names": names, **details}, figures)


@check("finding.operators-inferred", "hint", family=_FAMILY, source=_RECORD, provenance="recalled")
def _operators_inferred(form: Form) -> Iterator[Hit]:
    """Targets without an operator (指标值缺运算符号), so that its sense is inferred.

    One for the form. Never where the direction stands in a column of its own; never texts, dates, ranges
    and zero targets; never a row whose direction is doubtful, which is a finding of its own.
    """
    doubtful = {one.row.path for one in form.standings.get("direction-doubtful", ())}
    figures = [
        (row, target.inferred)
        for row in form.applying
        if (target := row.indicator.target) is not None and target.quantity
    ]
    bare = [
        row
        for row, inferred in figures
        if inferred and row.indicator.direction is None and row.path not in doubtful
    ]
    return gathered(bare, "target", of=len(figures))


@check("finding.zero-target", "warning", family=_FAMILY, source=_SYSTEMS, provenance="in use")
def _zero_target(form: Form) -> Iterator[Hit]:
    """Target of at least zero (指标值为≥0), which everything meets.

    Never = 0, ≤ 0 and > 0; never a date; never a change, a gain or a saving, which may be below zero.
    """
    for path, indicator, _ in form.applying:
        target = indicator.target
        if target is None or target.operator is not _AT_LEAST or target.quantity or target.period is not None:
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
    for path, indicator, _ in form.applying:
        target = indicator.target
        if indicator.direction is None or target is None or target.inferred or target.period is not None:
            continue
        if target.operator in _CLASHES[indicator.direction]:
            figures = {f"{path}.target": target, f"{path}.direction": indicator.direction.value}
            yield Hit(f"{path}.target", {"name": indicator.name, "target": target}, figures)


@check("finding.operator-unusual", "hint", family=_FAMILY, source=_AUDITS, provenance="in use")
def _operator_unusual(form: Form) -> Iterator[Hit]:
    """Printed ≥ where less is better (运算符号疑反): a cost in money, a count of faults.

    Never a saving, a subsidy, a standard of support or an income; never where the direction is printed
    too; never ≥0.
    """
    for path, indicator, _ in form.applying:
        target = indicator.target
        if (
            target is None
            or target.operator not in _MORE
            or target.inferred
            or indicator.direction is not None
        ):
            continue
        if target.quantity and (_is_spent(indicator, target.quantity) or says_a_fault(indicator.name)):
            figures = {f"{path}.target": target}
            yield Hit(f"{path}.target", {"name": indicator.name, "target": target}, figures)


def _is_spent(indicator: Indicator, quantity: Quantity) -> bool:
    """Whether it is a cost in money, and not given to somebody."""
    if not quantity.unit.is_money or not is_of_cost(indicator.category):
        return False
    return not (says_a_saving(indicator.name) or is_support(indicator.name))


@check("finding.nature", "hint", family=_FAMILY, source=_RECORD, provenance="recalled")
def _nature(form: Form) -> Iterator[Hit]:
    """Target of another nature than printed (指标性质不符): 定量 and prose, 定性 and a number.

    One for the form. Never a date, which is either; never prose with a figure in it, and nothing where no
    nature is printed.
    """
    found = [
        row
        for row in form.applying
        if row.indicator.nature is not None and _is_of_another_nature(row.indicator)
    ]
    return gathered(found, "target")


def _is_of_another_nature(indicator: Indicator) -> bool:
    target = indicator.target
    if target is None or target.period is not None:
        return False
    if indicator.nature is Nature.QUALITATIVE:
        return target.quantity is not None
    return target.quantity is None and not _FIGURES.search(target.text)


_FIGURES: Final = re.compile("[0-9０-９一二两三四五六七八九十百千万亿全零]")

_REPEATED: Final = re.compile(r"\s*(?:[≥≤≧≦⩾⩽＞＜><]|不[少低小]于|不[高大多]于|不超过|[大小][于]等于)")


@check("finding.operator-repeated", "hint", family=_FAMILY, source=_COPIED, provenance="verified")
def _operator_repeated(form: Form) -> Iterator[Hit]:
    """Actuals that repeat the operator (完成值照抄运算符号): ≥90% says no figure. One for the form.

    Never a description such as 超过500场次 or 90%以上, and none whose vagueness is a finding of its own.
    """
    vague = [
        (row, actual)
        for row in form.applying
        if (actual := row.indicator.actual) is not None and actual.approximation is not _EXACT
    ]
    decided = {one.row.path for one in form.standings.get("approximate-decides", ())}
    found = [row for row, actual in vague if _repeats(actual) and row.path not in decided]
    return gathered(found, "actual")


def _repeats(actual: Actual) -> bool:
    return actual.period is None and _REPEATED.match(actual.text) is not None


_EXACT: Final = Approximation.EXACT


OPERATORS: Final[tuple[Check, ...]] = (
    _operators_inferred,
    _zero_target,
    _operator_direction,
    _operator_unusual,
    _nature,
    _operator_repeated,
)
