"""Bringing a target and an actual into one unit (统一计量单位), or saying why that cannot be.

What the two cells leave out is assumed only where nothing else can be meant, and each
assumption is a note. Where a figure has two readings, there is no pair.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

import attrs

from govperf.model import Actual, Approximation, Note, Operator, Target, Undefined
from govperf.model.columns import unit_of
from govperf.model.deadlines import may_be_dated
from govperf.model.fields import a_year
from govperf.model.rates import terms
from govperf.scoring.one_unit import FAR, Figure, Paired, in_one_unit
from govperf.scoring.timing import kept
from govperf.units import Quantity, Unit

__all__ = ["Cells", "Measured", "both", "measured", "paired"]

_BARE = Quantity(1).unit
_LEAP_YEAR = 2000
"""A year that has every day."""


class Cells(NamedTuple):
    """A target and an actual as they were read (两个单元格), and what was assumed for it."""

    target: Target
    actual: Actual
    notes: tuple[Note, ...] = ()


@attrs.frozen(kw_only=True)
class Measured:
    """A target and an actual in one unit (可比的指标值与完成值).

    Args:
        operator: How the target binds.
        wanted: The target, as a number of that unit; not negative.
        reached: The actual, as a number of that unit.
        unit: The unit of both; that of a bare number for dates.
        shown: Actual and target as a reader would write them.
        cell: The actual as printed.
        approximation: How sure the actual is.
        strict: Whether its words exclude the figure itself.
        notes: What was assumed to bring them together.
        ceiling: The upper end of a target that is a range, else None; `wanted` is the lower one then.
        ceiling_shown: The same as a reader would write it.
        dated: Whether both are dates, and the target is kept.
        far: Of an actual that is a range, whose worse end meets the target, the other end; else None.
        fewer: Whether less is better than a target that is a range.
    """

    operator: Operator
    wanted: Fraction
    reached: Fraction
    unit: Unit
    shown: tuple[str, str]
    cell: str
    approximation: Approximation
    notes: tuple[Note, ...]
    strict: bool = False
    ceiling: Fraction | None = None
    ceiling_shown: str = ""
    dated: bool = False
    far: Fraction | None = None
    fewer: bool = False

    @property
    def ranged(self) -> bool:
        """Whether the actual is a range whose worse end meets the target (完成值是范围)."""
        return self.far is not None

    @property
    def of_zero(self) -> bool:
        """Whether the target is zero, and so met or not (零目标)."""
        return not self.wanted and self.ceiling is None


def measured(
    target: Target | Quantity | str | Decimal | int | None,
    actual: Actual | Quantity | str | Decimal | int | None,
    *,
    year: int | None = None,
) -> Measured | Undefined:
    """A target and an actual as exact numbers of one unit (统一计量单位), or why there are none.

    Args:
        target: As for `completion_rate`.
        actual: As for `completion_rate`.
        year: As for `completion_rate`.

    Returns:
        The two numbers, or the reason.

    Raises:
        UnitError: The two do not measure the same thing.
        InputError: As for `both`.

    Example:
        >>> pair = measured("≥3公里", "2500米")
        >>> pair.reached, pair.wanted
        (Fraction(5, 2), Fraction(3, 1))
    """
    found = both(target, actual, year=year)
    return found if isinstance(found, Undefined) else paired(found, year=year)


def both(
    target: Target | Quantity | str | Decimal | int | None,
    actual: Actual | Quantity | str | Decimal | int | None,
    *,
    year: int | None = None,
) -> Cells | Undefined:
    """The two cells, read (两个单元格), with the year of the dates that leave it out.

    Args:
        target: As for `completion_rate`.
        actual: As for `completion_rate`.
        year: As for `completion_rate`.

    Returns:
        Both; or the reason where one of them is missing.

    Raises:
        InputError: A text is empty or too long, or the year out of range.
        TypeError: A cell is a float or no cell, or the year no int.

    Example:
        >>> both("≥3公里", None)
        Undefined('there is no actual value')
    """
    if year is not None:
        a_year("year", year)
    if target is None or actual is None:
        return Undefined("undefined.target-missing" if target is None else "undefined.actual-missing")
    goal = target if isinstance(target, Target) else Target(target)
    fact = actual if isinstance(actual, Actual) else Actual(actual)
    return Cells(goal, fact) if year is None else _in_year(goal, fact, year)


def _in_year(goal: Target, fact: Actual, year: int) -> Cells:
    """The year of the dates that leave it out is said to be assumed."""
    dated = goal.in_year(year), fact.in_year(year)
    if dated[0] is goal and dated[1] is fact:
        return Cells(goal, fact)
    return Cells(*dated, (Note("note.year-assumed", {"year": year}),))


def paired(cells: Cells, *, year: int | None = None) -> Measured | Undefined:
    """Two cells as exact numbers of one unit (配对), or why there are none.

    Args:
        cells: The target and the actual.
        year: As for `completion_rate`.

    Returns:
        As for `measured`.

    Raises:
        UnitError: The two do not measure the same thing.

    Example:
        >>> paired(Cells(Target("≥3公里"), Actual("2公里"))).wanted
        Fraction(3, 1)
    """
    goal, fact, _ = cells
    if goal.quantity is not None and fact.quantity is not None:
        if fact.whole is not None:
            return _comparable(_of_cases(goal, fact, goal.quantity, fact.quantity, fact.whole))
        return _of_amounts(goal, fact, goal.quantity, fact.quantity, year)
    if goal.period is not None and fact.period is not None:
        return _in_time(cells)
    if goal.quantity is not None and fact.lower is not None and fact.upper is not None:
        low, high = (_of_amounts(goal, fact, goal.quantity, end, year) for end in (fact.lower, fact.upper))
        return _of_ends(goal, fact, low, high)
    if year is None and (cell := _lacks_a_year(goal, fact)):
        return Undefined("undefined.year-needed", {"target": cell})
    return _not_measurable(goal, fact)


def _lacks_a_year(goal: Target, fact: Actual) -> str:
    """The cell with a date that a year would complete; "" where there is none."""
    if goal.in_year(_LEAP_YEAR) is not goal:
        return goal.text
    return fact.text if goal.period is not None and fact.in_year(_LEAP_YEAR) is not fact else ""


def _not_measurable(target: Target, actual: Actual) -> Undefined:
    """Prose, a number that is not one quantity, or a date and a quantity: the reason names the text."""
    if target.quantity is None and target.period is None:
        if fault := target.fault:
            details = {"reason_en": fault.explain("en"), "reason_zh": fault.explain("zh")}
            return Undefined("undefined.target-fault", details)
        return Undefined(f"undefined.target-{_unread(target.text)}", {"text": target.text})
    if target.period is not None:
        open_ = actual.quantity is None and may_be_dated(actual.text)  # 约2022年10月, 计划10月完成
        code = "undefined.date-open" if open_ else "undefined.actual-undated"
        return Undefined(code, {"target": target.text, "actual": actual.text})
    if actual.period is not None:
        return Undefined("undefined.actual-date", {"target": target.text, "actual": actual.text})
    return Undefined(f"undefined.actual-{_unread(actual.text)}", {"text": actual.text})


def _unread(cell: str) -> str:
    return "unread" if any(char.isdecimal() for char in cell) else "text"


def _in_time(cells: Cells) -> Measured | Undefined:
    """A date that is kept counts in full; one that is missed has no rate."""
    goal, fact, notes = cells
    met = kept(goal, fact)
    dates = {"target": goal.text, "actual": fact.text}
    if met is not True:
        return Undefined("undefined.date-open" if met is None else "undefined.date-missed", dates)
    return Measured(
        operator=Operator.AT_MOST if goal.operator.less_is_better else Operator.AT_LEAST,
        wanted=Fraction(1),
        reached=Fraction(1),
        unit=_BARE,
        shown=(fact.text, goal.text),
        cell=fact.text,
        approximation=Approximation.EXACT,
        notes=(*_inferred(goal), *notes),
        dated=True,
    )


def _of_ends(
    goal: Target, fact: Actual, low: Measured | Undefined, high: Measured | Undefined
) -> Measured | Undefined:
    """200-300人: the end that is worse for the target counts, if that one meets it too."""
    if isinstance(low, Undefined) or isinstance(high, Undefined):
        return low if isinstance(low, Undefined) else high
    fewer = goal.operator.less_is_better or low.of_zero
    worse, unsure = (high, Approximation.AT_MOST) if fewer else (low, Approximation.AT_LEAST)
    if low.ceiling is not None:  # the rate is the same at both ends
        unsure = Approximation.EXACT
    if not (_meets(worse) and (low.ceiling is None or _meets(high))):
        return Undefined("undefined.actual-range", {"target": goal.text, "actual": fact.text})
    note = Note("note.actual-range", {"actual": fact.text, "end": worse.shown[0]})
    far = (low if worse is high else high).reached
    return attrs.evolve(worse, approximation=unsure, notes=(*worse.notes, note), far=far)


def _meets(pair: Measured) -> bool:
    """Whether one end of a range meets the target; on a strict bound it does not."""
    if pair.ceiling is not None:
        return pair.wanted <= pair.reached <= pair.ceiling
    if pair.reached == pair.wanted:
        return pair.operator not in (Operator.LESS_THAN, Operator.MORE_THAN)
    return (pair.reached < pair.wanted) == (pair.operator.less_is_better or pair.of_zero)


def _comparable(pair: Measured | Undefined) -> Measured | Undefined:
    """Nothing can be compared with less than nothing, and nothing exceeds a target of zero by a rate."""
    if isinstance(pair, Undefined):
        return pair
    if pair.wanted.numerator < 0:
        return Undefined("undefined.target-negative")
    if not pair.wanted and pair.operator in (Operator.AT_LEAST, Operator.MORE_THAN):
        return Undefined("undefined.target-zero")
    return pair


def _of_amounts(
    goal: Target, fact: Actual, target: Quantity, actual: Quantity, year: int | None
) -> Measured | Undefined:
    """A target and one figure of the actual; of a target that is a range both ends are in the unit of one."""
    if (doubt := _of_another_scale(target, fact, actual)) is not None:
        return doubt
    found = above = _side_by_side(goal, fact, target, actual, year)
    if goal.upper is not None:
        above = _side_by_side(goal, fact, goal.upper, actual, year)
    if isinstance(found, Undefined):
        return found
    if isinstance(above, Undefined):
        return above
    (wanted, reached, notes), ceiling = found, above[0]
    return _comparable(
        Measured(
            operator=goal.operator,
            wanted=_in(wanted.unit, wanted),
            reached=_in(wanted.unit, reached),
            unit=wanted.unit,
            shown=terms(reached, wanted),
            cell=fact.text,
            approximation=fact.approximation,
            strict=fact.strict,
            notes=(*_inferred(goal), *notes),
            ceiling=None if goal.upper is None else _in(wanted.unit, ceiling),
            ceiling_shown="" if goal.upper is None else terms(ceiling, wanted)[0],
            fewer=goal.implied is Operator.AT_MOST,
        )
    )


def _of_another_scale(target: Quantity, fact: Actual, actual: Quantity) -> Undefined | None:
    """5200 in a row of 万元, beside 5000元: a bare actual that only the unit of the target brings near it."""
    unit = actual.unit
    if unit is not fact.heading or not unit.adds_to(target.unit) or not target:
        return None
    bare = attrs.evolve(fact, heading=None).quantity
    if bare is None or bare.unit.atoms:
        return None
    rate = actual.exact_ratio(target)
    if unit is target.unit and unit.power_of_ten > 0 and rate > FAR:  # 900000 under（万元）, beside 100
        return Undefined("undefined.scale-ambiguous", {"figure": bare, "unit": unit, "plain": unit.unscaled})
    if unit is target.unit or _is_near(rate) or not _is_near(_in(unit, actual) / _in(target.unit, target)):
        return None
    return Undefined("undefined.scale-ambiguous", {"figure": bare, "unit": unit, "plain": target.unit})


def _is_near(times: Fraction) -> bool:
    return 1 <= abs(times) * FAR <= FAR**2


def _side_by_side(
    goal: Target, fact: Actual, target: Quantity, actual: Quantity, year: int | None
) -> Paired | Undefined:
    """A target and an actual in one unit, as most cells are printed."""
    if target.unit is actual.unit:
        return target, actual, ()
    column = unit_of(goal.unit) or unit_of(goal.heading)
    return in_one_unit(Figure(target, goal.text), Figure(actual, fact.text), year, column)


def _in(unit: Unit, amount: Quantity) -> Fraction:
    """An amount as an exact number of a unit, which is nearly always its own."""
    if amount.unit is unit:
        return Fraction(*amount.magnitude.as_integer_ratio())
    return amount.exact_ratio(Quantity(1, unit))


def _inferred(goal: Target) -> tuple[Note, ...]:
    return _INFERRED[goal.operator] if goal.inferred else ()


_INFERRED: Final = {
    operator: (Note("note.operator-inferred", {"operator": operator.sign}),) for operator in Operator
}
"""Most targets print no operator."""


def _of_cases(
    goal: Target, fact: Actual, target: Quantity, part: Quantity, whole: Quantity
) -> Measured | Undefined:
    """78次中77次: a share for a target that is a share, else the cases in which the target was met."""
    unit = target.unit
    if not unit.atoms or unit.unscaled.is_count or unit.adds_to(whole.unit):
        return Undefined("undefined.cases-ambiguous", {"text": goal.text})
    if unit.is_ratio:
        return Measured(
            operator=goal.operator,
            wanted=_in(unit, target),
            reached=part.exact_ratio(whole) / unit.factor,
            unit=unit,
            shown=(f"{part}÷{whole}", str(target)),
            cell=fact.text,
            approximation=Approximation.EXACT,
            notes=_inferred(goal),
            ceiling=None if goal.upper is None else _in(unit, goal.upper),
            ceiling_shown=str(goal.upper or ""),
        )
    note = Note("note.share-of-cases", {"target": goal.text, "part": part, "whole": whole})
    return Measured(
        operator=Operator.AT_LEAST,
        wanted=_in(whole.unit, whole),
        reached=_in(whole.unit, part),
        unit=whole.unit,
        shown=(str(part), str(whole)),
        cell=fact.text,
        approximation=Approximation.EXACT,
        notes=(note,),
    )
