"""Cross-checks (勾稽关系): figures of a form that must add up.

Each check adds the printed parts and compares them with the printed total. Printed figures
are rounded, so n parts and their total may differ by half a last digit each, (n + 1) in all;
counts are exact. Where several checks break, one single figure may explain them all. Verdicts
compare exact fractions, so that no sum is rounded before it is judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from fractions import Fraction
from functools import cached_property, reduce
from operator import add
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from govperf.errors import QuantityError
from govperf.messages import message
from govperf.model import Breakdown, Budget, BudgetLine, Evaluation, Part, Stage
from govperf.model.budget_figures import figure_name
from govperf.model.budget_line import STAGES
from govperf.units import Quantity, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govperf.messages import Language

__all__ = ["CrossCheck", "Figure", "Suspect", "Verdict", "cross_checks", "half_a_digit", "suspect"]


class Verdict(Enum):
    """How a cross-check came out (核对结果)."""

    EQUAL = "equal"
    ROUNDING = "rounding"
    BROKEN = "broken"


@attrs.frozen
class Figure:
    """One printed figure of a cross-check (核对项).

    Args:
        label: What a part is called; "" for a field of the budget.
        amount: As printed.
        sign: 1 if it is added, -1 if it is taken off.
        field: Its field in the budget; "" for a part.
    """

    label: str
    amount: Quantity
    sign: int = 1
    field: str = attrs.field(default="", kw_only=True)

    def name(self, lang: Language) -> str:
        """What the figure is called (名称): a part as printed, a field of the budget in "zh" or "en"."""
        return figure_name(self.field, lang) if self.field else self.label


@attrs.frozen(kw_only=True)
class CrossCheck:
    """Cross-check (勾稽关系): a printed total beside the sum of its printed parts.

    Args:
        code: Stable name of the identity.
        path: Where the total stands.
        total: The printed total.
        parts: The printed parts with their signs.

    Example:
        >>> check = CrossCheck(
        ...     code="breakdown",
        ...     path="$.breakdowns[0]",
        ...     total=Figure("事故", Quantity(17, "起")),
        ...     parts=(Figure("道路交通", Quantity(13, "起")), Figure("其他", Quantity(4, "起"))),
        ... )
        >>> check.verdict.value, check.explain("zh")
        ('equal', '事故 17起 = 道路交通 13起 + 其他 4起')
    """

    code: str
    path: str
    total: Figure
    parts: tuple[Figure, ...]

    @cached_property
    def computed(self) -> Quantity:
        """The sum of the parts (合计), in the unit of the total."""
        signed = [part.amount if part.sign > 0 else -part.amount for part in self.parts]
        return reduce(add, signed, Quantity(0, self.total.amount.unit))

    @cached_property
    def difference(self) -> Quantity:
        """Printed total minus the sum of its parts (差额), signed."""
        return self.total.amount - self.computed

    @cached_property
    def tolerance(self) -> Quantity:
        """What rounding alone may explain (容差): half a last digit of each figure; 0 for counts.

        Rule:
            |total − Σ| ≤ (n + 1) × half a last digit is a hint, more is an error (in use).
        """
        unit = self.total.amount.unit
        above, below = self._allowed.as_integer_ratio()
        return Quantity(above, unit) / below - Quantity(0, unit)  # percentages differ by percentage points

    @cached_property
    def verdict(self) -> Verdict:
        """How it came out (核对结果)."""
        if not self._off:
            return Verdict.EQUAL
        return Verdict.ROUNDING if abs(self._off) <= self._allowed else Verdict.BROKEN

    @cached_property
    def _off(self) -> Fraction:
        unit = self.total.amount.unit
        return _number(self.total.amount, unit) - sum(
            part.sign * _number(part.amount, unit) for part in self.parts
        )

    @cached_property
    def _allowed(self) -> Fraction:
        amounts = [self.total.amount, *(part.amount for part in self.parts)]
        unit = self.total.amount.unit
        return sum(
            (half_a_digit(item) * _number(Quantity(1, item.unit), unit) for item in amounts), Fraction(0)
        )

    def explain(self, lang: Language = "zh") -> str:
        """The check as an equation (核对说明), with the difference where there is one."""
        words = [("+" if part.sign > 0 else "-", part.name(lang), str(part.amount)) for part in self.parts]
        parts = " ".join(word for part in words for word in part if word).removeprefix("+ ")
        figures = {"name": self.total.name(lang), "total": self.total.amount, "parts": parts}
        if self.verdict is Verdict.EQUAL:
            return message("check.equal", figures, lang)
        figures |= {
            "computed": self.computed,
            "difference": abs(self.difference),
            "tolerance": self.tolerance,
        }
        return message(f"check.{self.verdict.value}", figures, lang)


class Suspect(NamedTuple):
    """The one figure that explains all broken cross-checks (疑似错误数字)."""

    field: str
    """Its field in the budget."""
    printed: Quantity
    """As printed."""
    consistent: Quantity
    """What the other figures say it must be."""
    checks: tuple[str, ...]
    """The codes of the cross-checks that agree on it."""

    def name(self, lang: Language) -> str:
        """What the figure is called (名称)."""
        return figure_name(self.field, lang)


_SEVERAL: Final = 2
_WHOLE: Final = frozenset({"天", "周", "月", "季度", "年"})
"""Lengths of time that are counted one by one."""

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

_CARRIED: Final = ("carried_out", "carried_in", "income", "executed")


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
    checks = [*_budget_checks(evaluation.budget), *_breakdown_checks(evaluation.breakdowns)]
    return tuple(check for check in checks if _adds_up(check))


def suspect(checks: Sequence[CrossCheck]) -> Suspect | None:
    """The one figure that explains all broken cross-checks of a budget (疑似错误数字).

    Args:
        checks: Of one evaluation.

    Returns:
        The figure which, replaced by what the broken checks say, is not negative, breaks none and mends
        two or more; None where there is no such figure, or more than one.

    Example:
        >>> from govperf.model import Department
        >>> budget = Budget(
        ...     2021,
        ...     executed="10.00万元",
        ...     basic="4.00万元",
        ...     project="5.00万元",
        ...     carried_in="1.00万元",
        ...     income="10.00万元",
        ...     carried_out="2.00万元",
        ... )
        >>> found = suspect(cross_checks(Evaluation(Department("某局"), 2021, budget=budget)))
        >>> found.field, found.consistent, found.checks
        ('executed', Quantity('9.00', '万元'), ('executed', 'carried_out'))
    """
    budget = [check for check in checks if check.path.startswith("$.budget")]
    broken = [check for check in budget if check.verdict is Verdict.BROKEN]
    if len(broken) < _SEVERAL:
        return None
    shared = set[str].intersection(*(_fields(check) for check in broken))
    found = [made for field in sorted(shared) if (made := _mending(field, broken[0], budget))]
    return found[0] if len(found) == 1 else None


def _fields(check: CrossCheck) -> set[str]:
    return {figure.field for figure in (check.total, *check.parts) if figure.field}


def _mending(field: str, broken: CrossCheck, budget: Sequence[CrossCheck]) -> Suspect | None:
    """The value of a field that the first broken check asks for, if all checks hold with it."""
    figure = next(item for item in (broken.total, *broken.parts) if item.field == field)
    towards = -1 if figure is broken.total else figure.sign
    try:
        consistent = figure.amount + (broken.difference if towards > 0 else -broken.difference)
    except QuantityError:  # more digits than an amount has: no figure of a form
        return None
    concerned = [check for check in budget if field in _fields(check)]
    if consistent.magnitude < 0 or any(
        _with(check, field, consistent).verdict is Verdict.BROKEN for check in concerned
    ):
        return None
    return Suspect(field, figure.amount, consistent, tuple(check.code for check in concerned))


def _with(check: CrossCheck, field: str, amount: Quantity) -> CrossCheck:
    """The check with one figure replaced."""
    total, *parts = (
        attrs.evolve(item, amount=amount) if item.field == field else item
        for item in (check.total, *check.parts)
    )
    return attrs.evolve(check, total=total, parts=tuple(parts))


def _budget_checks(budget: Budget | None) -> Iterator[CrossCheck]:
    if budget is None:
        return
    if budget.income is not None and budget.income_sources:
        total = Figure("", budget.income, field="income")
        yield _of_parts("income", "$.budget.income", total, budget.income_sources)
    for name, added in _IDENTITIES:
        for stage in STAGES:
            parts = [_figure(budget, part, stage) for part in added]
            others = [] if name else _of_lines(budget.others, stage)
            yield from _check(_figure(budget, name, stage), [*parts, *others])
    # 年末结转结余 is 年初结转结余 and 本年收入 without 本年支出
    left, brought, income, spent = (_figure(budget, "", name) for name in _CARRIED)
    yield from _check(left, [brought, income, spent and attrs.evolve(spent, sign=-1)])
    yield from _adjustments(budget)
    for stage in STAGES:
        yield from _of_sources(budget, stage)


def _figure(budget: Budget, name: str, stage: str) -> Figure | None:
    """A line of the budget in one column, or a figure of the whole of it; None where it is left out."""
    line: BudgetLine | None = getattr(budget, name) if name else None
    holder = line if name else budget
    amount: Quantity | None = getattr(holder, stage, None)
    field = f"{name}.{stage}" if name else stage
    return None if amount is None else Figure("", amount, field=field)


def _check(total: Figure | None, parts: Sequence[Figure | None], code: str = "") -> Iterator[CrossCheck]:
    """Total and parts, if the form gives all of them."""
    given = [part for part in parts if part is not None]
    if total is not None and given and len(given) == len(parts):
        code = code or total.field.removesuffix(".executed")
        yield CrossCheck(code=code, path=f"$.budget.{total.field}", total=total, parts=tuple(given))


def _adjustments(budget: Budget) -> Iterator[CrossCheck]:
    """全年预算数 is 年初预算数 with what was added and taken off."""
    changes = [
        Figure(item.reason, abs(item.amount), -1 if item.amount.magnitude < 0 else 1)
        for item in budget.adjustments
    ]
    if changes:
        parts = [_figure(budget, "", "original"), *changes]
        yield from _check(_figure(budget, "", "adjusted"), parts, "adjustments")


def _of_sources(budget: Budget, stage: Stage) -> Iterator[CrossCheck]:
    """Each column of the form is the sum of its rows by source of funds."""
    yield from _check(_figure(budget, "", stage), _of_lines(budget.sources, stage), f"sources.{stage}")


def _of_lines(lines: Sequence[BudgetLine], stage: Stage) -> list[Figure | None]:
    """The figures of rows in one column, None where a row has none."""
    amounts = [(line.name, getattr(line, stage)) for line in lines]
    return [None if amount is None else Figure(name, amount) for name, amount in amounts]


def _breakdown_checks(breakdowns: Sequence[Breakdown]) -> Iterator[CrossCheck]:
    for i, breakdown in enumerate(breakdowns):
        if breakdown.parts:
            total = Figure(breakdown.name, breakdown.total)
            yield _of_parts("breakdown", f"$.breakdowns[{i}].total", total, breakdown.parts)


def _of_parts(code: str, path: str, total: Figure, parts: Sequence[Part]) -> CrossCheck:
    figures = tuple(Figure(part.name, part.amount) for part in parts)
    return CrossCheck(code=code, path=path, total=total, parts=figures)


def _adds_up(check: CrossCheck) -> bool:
    if not all(part.amount.unit.adds_to(check.total.amount.unit) for part in check.parts):
        return False
    try:
        _ = check.difference, check.tolerance
    except QuantityError:
        return False
    return True


def _number(amount: Quantity, unit: Unit) -> Fraction:
    """How many of a unit an amount is, exactly."""
    return amount.exact_ratio(Quantity(1, unit))


def half_a_digit(amount: Quantity) -> Fraction:
    """What rounding may have changed (半个末位): half a last printed digit, in its unit; 0 for a whole count.

    Args:
        amount: As printed.

    Returns:
        Half a unit of its last decimal; of whole figures, one half.

    Example:
        >>> half_a_digit(Quantity("95.08", "%")), half_a_digit(Quantity(624, "条"))
        (Fraction(1, 200), Fraction(0, 1))
    """
    exponent = min(int(amount.magnitude.as_tuple().exponent), 0)
    counted = amount.unit.is_count or amount.unit.label in _WHOLE
    return Fraction(0) if counted and not exponent else Fraction(10) ** exponent / 2
