"""Units of a target and its actual (计量单位异同): two things, or two words for one thing."""

from __future__ import annotations

import re
from fractions import Fraction
from math import ceil
from typing import Final

from govperf.model import Actual, Indicator, Severity, Target
from govperf.units import Quantity, Unit

__all__ = ["Doubt", "figure_of", "unit_doubt"]

Doubt = tuple[Severity, str] | None
"""How grave it is, and the code of the sentence that says why; None for nothing."""

_ERROR: Final[Doubt] = (Severity.ERROR, "units.differ")
_WARNING: Final[Doubt] = (Severity.WARNING, "units.differ")
_HINT: Final[Doubt] = (Severity.HINT, "units.differ")
_WORDS: Final[Doubt] = (Severity.HINT, "units.counters")
_CALENDAR: Final[Doubt] = (Severity.HINT, "units.calendar")

_ANY: Final = "个"
"""Stands for most counters: 10个 and 10家, 3个标段 and 3个; never for times."""
_TIMES: Final = "次"
_SERIES: Final = frozenset(("期", "届", "轮", "场", "班", "批", "批次", "频次"))
_MIXED: Final = tuple(
    frozenset(words.split())
    for words in (
        "场 场次 次",
        "项 件 宗 起 例 份 条",
        "本 册 份 张 部 套",
        "株 棵",
        "座 处 所 点位 站点 网点",
        "台 套 台套 部 辆",
        "篇 份 条 部",
        "家 所",
        "块 面",
        "批 批次",
        "栋 幢 座",
    )
)
"""Counters that forms write for one another."""

_OF_ATTENDANCES: Final = re.compile("[人家户]次|人数|家数|户数")
"""A name that says itself what is counted."""

_MEASURED: Final = frozenset({"money", "measure"})
_SECONDS, _MONTHS, _WORKDAYS, _TERMS = (Unit.of(word).dimension for word in ("秒", "月", "工作日", "学期"))
_CALENDARS: Final = frozenset({_SECONDS, _MONTHS, _WORKDAYS, _TERMS})
_DAY: Final = Fraction(Unit.of("天").factor)
_SHORT, _LONG, _YEAR, _IN_YEAR = 28, 31, 365, 12
_WEEK: Final = Fraction(7, 5)
"""Days in a week over working days."""


def figure_of(cell: Target | Actual | None) -> Quantity:
    """The figure of a cell (单元格中的数量), of a range its lower end.

    Args:
        cell: Any.

    Returns:
        A bare 1 where there is none.

    Example:
        >>> figure_of(Actual("200-300人")), figure_of(None)
        (Quantity('200', '人'), Quantity('1', ''))
    """
    figure = None if cell is None else cell.quantity or getattr(cell, "lower", None)
    return figure if isinstance(figure, Quantity) else Quantity(1)


def unit_doubt(indicator: Indicator) -> Doubt:
    """What is to be said of two units that do not convert (计量单位异同).

    Args:
        indicator: Its target and its actual are of two units.

    Returns:
        None where two counters are words for one thing, where the one leaves out what the other is for
        (400元 beside 400元/人), or where any length of a month gives the same.

    Example:
        >>> unit_doubt(Indicator("培训", target="≥60人", actual="60人次"))[0].value
        'warning'
        >>> unit_doubt(Indicator("培训", target="≥60个", actual="60家"))
    """
    one, other = figure_of(indicator.target), figure_of(indicator.actual)
    if {one.unit.dimension, other.unit.dimension} <= _CALENDARS:
        return None if _is_met(indicator.target, one, other) else _CALENDAR
    return _doubt(indicator.name, one.unit, other.unit)


def _doubt(name: str, one: Unit, other: Unit) -> Doubt:
    if _is_left_out(one, other) or _may_be_either(one, other) or _may_be_either(other, one):
        return None
    kinds = {one.kind, other.kind}
    if kinds == {"count"}:
        return _of_counters(name, one.unscaled.label, other.unscaled.label)
    if one.atoms[:1] and other.atoms[:1] and one.atoms[0].name == other.atoms[0].name:
        return _HINT
    return _ERROR if kinds <= _MEASURED else _WARNING


def _is_left_out(one: Unit, other: Unit) -> bool:
    """A bare figure beside a percentage; 400元 beside 400元/人."""
    if not one.atoms or not other.atoms:
        return one.is_ratio or other.is_ratio
    if one.atoms[0] != other.atoms[0]:
        return False
    return all(atom.exponent < 0 for atom in (*one.atoms[1:], *other.atoms[1:]))


def _may_be_either(choice: Unit, other: Unit) -> bool:
    """2套 beside 2台/套, and 3人次 beside 3人/次: the stroke says "or"."""
    words = [atom.name for atom in choice.atoms]
    if [atom.exponent for atom in choice.atoms] != _PAIR or not all(Unit.of(word).is_count for word in words):
        return False
    return other.unscaled.label in {*words, "".join(words)}


_PAIR: Final = [1, -1]


def _of_counters(name: str, one: str, other: str) -> Doubt:
    if any({one, other} <= words for words in _MIXED):
        return None
    if f"{one}{_TIMES}" == other or f"{other}{_TIMES}" == one:
        return _HINT if _OF_ATTENDANCES.search(name) else _WARNING
    if _ANY in (one, other):
        thing = other if one == _ANY else one
        return _WORDS if thing in _SERIES or thing.endswith(_TIMES) else None
    return _WORDS


def _is_met(target: Target | None, wanted: Quantity, reached: Quantity) -> bool:
    """Whether the target is met, however long the months were."""
    (least, most), (low, high) = _days(wanted), _days(reached)
    less = target is not None and target.operator.less_is_better
    return high <= least if less else low >= most


def _days(length: Quantity) -> tuple[Fraction, Fraction]:
    """The days that a length of time may have; of a term nobody knows."""
    dimension, number = length.unit.dimension, Fraction(length.magnitude) * length.unit.factor
    if dimension == _SECONDS:
        return number / _DAY, number / _DAY
    if dimension == _WORKDAYS:
        return number, Fraction(ceil(number * _WEEK))
    if dimension == _MONTHS:
        years, months = divmod(number, _IN_YEAR)
        return years * _YEAR + months * _SHORT, years * _YEAR + months * _LONG
    return Fraction(0), number * _YEAR
