"""Target (指标值): what an indicator is to reach."""

from __future__ import annotations

from functools import cached_property

import attrs

from govperf.errors import TargetError
from govperf.model import fields
from govperf.model.columns import Column, column, heading, is_of_dates, is_unknown, unit_of
from govperf.model.context import blank, may_be_a_part
from govperf.model.deadlines import may_be_dated
from govperf.model.operators import Operator, optional_sign
from govperf.model.period import Period
from govperf.model.shown_values import target_html
from govperf.model.target_cells import Said, said
from govperf.model.words import decided, in_one, printed
from govperf.units import Quantity

__all__ = ["Operator", "Target"]

_SET = object.__setattr__


def _optional_sign(value: Operator | str | None) -> Operator | None:
    """The operator of a column; a cell of it that is blank has none."""
    return None if blank(value) else optional_sign(value)


def _may_be_implied(self: object, field: attrs.Attribute[Operator | None], value: Operator | None) -> None:
    """An operator that binds one number."""
    fields.of_kind(Operator)(self, field, value)
    if value in (Operator.TEXT, Operator.BETWEEN):
        raise TargetError("target.implied", value.value, path=field.name)


@attrs.frozen(repr=False)
class Target:
    """Target value (指标值), such as ≥60条, 24小时以内, 每周1期, 80～90%, 2022年11月底前 or 效果明显.

    Any cell is held as printed. One that cannot be meant as it stands, such as ≥**人 or ≥60条以内, has no
    quantity and says its `fault`; `Target.parse` refuses it.

    Args:
        text: As printed, or a bare `Quantity` or number.
        sign: The operator in a column of its own (运算符号): "≥", "大于等于", "定性".
        unit: The unit in a column of its own (计量单位), in the heading or in the name, for a bare number. A
            word that is no unit, such as 优良, stays as printed; a bare number beside it is a fault.
        implied: The operator to infer where none is printed; None is ≥. An `Indicator` says it by its
            category, its direction and its name.
        heading: The unit that the name of the indicator says, for a bare number without a unit beside it.
            Where it does not fit the cell, it is left out; 0.95 under % may be 95% and stays bare. 日期 makes
            a date of 2022.12: an `Indicator` says it of a time.
        year: The year of a date that is printed without one, such as 12月底前.

    Attributes:
        operator: How it binds; `Operator.TEXT` for a target that is no quantity and no date.
        quantity: The number with its unit, of a range the lower end; None for a date or a text.
        upper: The upper end of a range, else None.
        period: The period of a date, else None. ≤ is met up to its last day: 2022年11月前 means by the end of
            that month.
        inferred: Whether the operator was inferred because none is printed: "=" for a bare zero, ≤ for a
            date, what is `implied` for anything else.

    Raises:
        TargetError: The sign is no operator, or what is implied none that binds one number.
        UnitError: The unit of the heading is unknown.
        DataError: The text is empty, or the year out of range.
        LimitError: The text is too long.
        TypeError: The target is a float, or `implied` no operator.

    Rule:
        指标值 = 运算符号 + 内容 + 计量单位 (the official record, recalled). What is inferred, and what a date
        without more words means, are choices.

    Example:
        >>> target = Target("不少于60条")
        >>> target.operator.value, target.quantity, target.inferred
        ('>=', Quantity('60', '条'), False)
        >>> Target("60", sign="≥", unit="条").quantity, str(Target("2022年11月底前").period)
        (Quantity('60', '条'), '2022-11-30')
    """

    __repr__ = fields.spelled
    _repr_html_ = target_html

    text: str = attrs.field(converter=printed, validator=fields.text(required=True))
    sign: Operator | None = attrs.field(default=None, converter=_optional_sign, kw_only=True)
    unit: Column = attrs.field(default=None, converter=column, kw_only=True)
    implied: Operator | None = attrs.field(default=None, validator=_may_be_implied, kw_only=True, eq=False)
    heading: Column = attrs.field(default=None, converter=heading, kw_only=True, eq=False)
    year: int | None = attrs.field(
        default=None, validator=attrs.validators.optional(fields.year), kw_only=True, eq=False
    )
    operator: Operator = attrs.field(init=False)
    quantity: Quantity | None = attrs.field(init=False)
    upper: Quantity | None = attrs.field(init=False)
    period: Period | None = attrs.field(init=False)
    inferred: bool = attrs.field(init=False)

    def __str__(self) -> str:
        """The cell with its sign and its unit, where the form prints them in columns of their own."""
        return in_one(
            self.text, self.unit, "" if self.sign is None or self.sign is Operator.TEXT else self.sign.sign
        )

    @classmethod
    def parse(cls, text: str) -> Target:
        """The target that a cell says (读取指标值), where it must say one or be prose.

        Args:
            text: As printed.

        Returns:
            The target; a prose cell gives one whose operator is `Operator.TEXT`.

        Raises:
            TargetError: It has a `fault`: a sign stands before no quantity, operators contradict each other,
                or a range goes from more to less.
            InputError: As for `Target` itself.

        Example:
            >>> Target.parse("24小时以内").operator.value, Target.parse("50个").inferred
            ('<=', True)
        """
        target = cls(text)
        if target.operator is Operator.TEXT and (fault := target.fault):
            raise fault
        return target

    @cached_property
    def fault(self) -> TargetError | None:
        """Why the cell cannot be meant as it stands (读不通的原因); None for all others, prose among them.

        Example:
            >>> print(Target("≥60条以内").fault)
            the operators in '≥60条以内' contradict each other
        """
        return self._said().fault

    def in_year(self, year: int) -> Target:
        """The target with the year of its date (补足年度), where the text leaves it out.

        Args:
            year: That of the evaluation.

        Returns:
            The dated target; the target itself where a year is no matter.

        Raises:
            DataError: The year is out of range.
            TypeError: It is no int.

        Example:
            >>> str(Target("12月底前").in_year(2022).period)
            '2022-12-31'
        """
        fields.a_year("year", year)
        if self.operator is not Operator.TEXT or not may_be_dated(self.text):
            return self
        made = attrs.evolve(self, year=year)
        return made if made.period else self

    def _said(self) -> Said:
        unit, beside = unit_of(self.unit), unit_of(self.heading)
        if unit is None and beside is not None:
            found = said(self.text, self.sign, beside, self.year)
            if found.quantity is not None and not may_be_a_part(found.quantity, found.upper):
                return found
        found = said(self._written(), self.sign, unit, self.year)
        if is_unknown(self.unit) and found.quantity is not None and not found.quantity.unit.atoms:
            return Said(fault=TargetError("target.unit-unknown", self.text, details={"unit": self.unit}))
        return found

    def __attrs_post_init__(self) -> None:
        operator, quantity, upper, period, fault = self._said()
        inferred = operator is None and not (quantity is None and period is None)
        if inferred:
            operator = self._inferred(quantity)
        _SET(self, "operator", operator or Operator.TEXT)
        _SET(self, "quantity", quantity)
        _SET(self, "upper", upper)
        _SET(self, "period", period)
        _SET(self, "inferred", inferred)
        _SET(self, "fault", fault)  # found here, and found again only after a pickle

    def _inferred(self, quantity: Quantity | None) -> Operator:
        if quantity is None:  # a date is a deadline
            return Operator.AT_MOST
        if not quantity.magnitude:
            return Operator.EQUAL
        return self.implied or Operator.AT_LEAST

    def _written(self) -> str:
        """The cell, 2022.12 as a date where its column or its row says that it is one."""
        dates = is_of_dates(self.heading if self.unit is None else self.unit)
        return decided(self.text) if dates else self.text
