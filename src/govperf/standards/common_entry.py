"""A common indicator (共性指标): what a framework says of it, its rate, and the row of a form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Final

import attrs

from govperf.errors import InputError, StandardError
from govperf.layout import spelled
from govperf.messages import message
from govperf.model import (
    Actual,
    Budget,
    Clause,
    Department,
    Direction,
    Evaluation,
    Indicator,
    Nature,
    Rate,
    Target,
    Undefined,
)
from govperf.model.budget_line import Basis
from govperf.model.fields import expect, strings
from govperf.standards.common_formulas import Formula, Wording, percentage_of
from govperf.standards.common_measures import HELD, Held, measured
from govperf.standards.taxonomies import taxonomy
from govperf.units import Quantity

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["Better", "CommonIndicator"]

_CODE: Final = re.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+)*")


class Better(Enum):
    """What is better (何者为佳): more, less, exactly 100 %, exactly 0 %, or what a person judges."""

    MORE = "more"
    LESS = "less"
    WHOLE = "whole"
    ZERO = "zero"
    POINTS = "points"


_WAYS: Final = {
    Better.MORE: Direction.POSITIVE,
    Better.LESS: Direction.REVERSE,
    Better.WHOLE: Direction.EXACT,
    Better.ZERO: Direction.EXACT,
}


@attrs.frozen(kw_only=True)
class CommonIndicator:
    """Common indicator (共性指标): what a framework says of an indicator that many forms have.

    Args:
        code: Stable name in English; two formulas under one Chinese name have two codes.
        framework: The taxonomy that it belongs to, such as "2013-department".
        name: As forms print it.
        english: The same in English.
        category: First and second level (一级, 二级指标) of that taxonomy.
        better: What is better.
        formula: How it is computed; None where a person judges, or a survey finds out.
        target: The target that the framework implies, such as "≤100%"; "" where it implies none.
        held_as: The rate of a budget or a department that computes it, "" where neither holds its figures.
        note: What the name does not say: what else bears it, or which figures are meant.
        clause: Where it was read, and how sure it is.

    Raises:
        StandardError: A code is malformed, the labels are no second level of the framework, the target
            is no rate with an operator and its %, or no object knows the rate.

    Example:
        >>> from govperf.standards.common import common_indicator
        >>> staffing = common_indicator("staffing_control_rate")
        >>> staffing.name, staffing.category, staffing.target
        ('在职人员控制率', ('投入', '预算配置'), '≤100%')
        >>> staffing.rate("50人", "51人")
        Rate(98.04%)
    """

    __repr__ = spelled

    code: str
    framework: str
    name: str
    english: str
    category: tuple[str, ...] = attrs.field(converter=strings)
    better: Better
    formula: Formula | None = None
    target: str = ""
    held_as: str = ""
    note: Wording | None = None
    clause: Clause

    def __attrs_post_init__(self) -> None:
        """What could never be found, or computed, is refused."""
        if not _CODE.fullmatch(self.code):
            raise StandardError("common.code", self.code)
        found = taxonomy(self.framework).find(self.category)
        if found is None or not found.above or found.labels != self.category:
            labels = " ".join(self.category)
            raise StandardError("common.category", labels, details={"framework": self.framework})
        if self.target and not _is_a_rate(self.target):
            raise StandardError("common.target", self.target)
        if self.held_as and self.held_as not in HELD:
            raise StandardError("common.choice", self.held_as, details={"known": ", ".join(HELD)})

    @property
    def source(self) -> str:
        """The framework as a form names it (指标来源)."""
        return taxonomy(self.framework).title

    def explain(self, lang: Language = "zh") -> str:
        """What it is (指标说明): the formula, what is better, and what the name does not say.

        Args:
            lang: "zh" or "en".

        Returns:
            One line.

        Example:
            >>> from govperf.standards.common import common_indicator
            >>> common_indicator("cost_saving_rate").explain()
            '成本节约率：(计划成本 − 实际成本) ÷ 计划成本 × 100%；越高越好'
        """
        details = {"name_zh": self.name, "name_en": self.english}
        said = ("；" if lang == "zh" else "; ").join(self._said(lang))
        return message("common.indicator", {**details, "said": said}, lang)

    def _said(self, lang: Language) -> Iterator[str]:
        if self.formula:
            yield self.formula.explain(lang)
        better = message(f"common.better-{self.better.value}", {}, lang)
        details = {"better": better, "target": self.target}
        yield message("common.better-target", details, lang) if self.target else better
        if self.note:
            yield self.note.zh if lang == "zh" else self.note.en

    def rate(
        self, figure: Quantity | str | Decimal | int, base: Quantity | str | Decimal | int
    ) -> Rate | Undefined:
        """The rate of two figures (按公式计算), exactly: first what came about, then what it is set against.

        Args:
            figure: `formula.figure`, such as the actual cost.
            base: `formula.base`, always the denominator, such as the planned cost.

        Returns:
            The rate, not capped; undefined where the base is zero or negative.

        Raises:
            UnitError: The two do not measure the same thing: 人 is not 人次.
            InputError: A text is no quantity.
            StandardError: The framework gives no formula.
            TypeError: A figure is a float.

        Example:
            >>> from govperf.standards.common import common_indicator
            >>> late = common_indicator("time_saving_rate").rate("110天", "100天")
            >>> late, late.explain()
            (Rate(-10.00%), '(100天 − 110天) ÷ 100天 = -10.00%')
        """
        if self.formula is None:
            raise StandardError("common.no-formula", self.name)
        return self.formula.rate(figure, base)

    def measure(
        self,
        evaluation: Evaluation | None = None,
        *,
        budget: Budget | None = None,
        department: Department | None = None,
        previous: Evaluation | Budget | None = None,
        month: int | None = None,
        planned: Quantity | str | None = None,
        basis: Basis | None = None,
    ) -> Rate | Undefined:
        """The rate that a form holds (按表内数据计算).

        Args:
            evaluation: Whose budget and department are taken where they are not given themselves.
            budget: Of the year.
            department: With its staffing.
            previous: The year before.
            month: Of the payment progress.
            planned: The progress that was declared for that month; months / 12 where none was.
            basis: The budget that is meant where the text leaves it open, as for the rates of a budget.

        Returns:
            The rate; undefined where no form holds the figures, or where they are not given. What the
            formula does not need is left alone.

        Raises:
            ValueError: The formula leaves no basis open, or not this one.
            InputError: A sum has too many digits, or two years have two currencies.
            TypeError: An argument is of another class.

        Example:
            >>> from govperf.standards.common import common_indicator
            >>> from govperf.model import Staffing
            >>> bureau = Department("某局", staffing=Staffing(authorised=51, actual=50))
            >>> common_indicator("staffing_control_rate").measure(department=bureau)
            Rate(98.04%)
        """
        if not self.held_as:
            return self._not_held()
        if evaluation is not None:
            expect(Evaluation, evaluation)
            budget = evaluation.budget if budget is None else budget
            department = evaluation.department if department is None else department
        last = previous.budget if isinstance(previous, Evaluation) else previous
        for kind, given in ((Budget, budget), (Budget, last), (Department, department)):
            if given is not None:
                expect(kind, given)
        return measured(self.held_as, Held(budget, department, last, month, planned, basis))

    def _not_held(self) -> Undefined:
        details = {"name_zh": self.name, "name_en": self.english}
        if self.formula is None:
            return Undefined("undefined.common-formula", details)
        said = {"formula_zh": self.formula.explain("zh"), "formula_en": self.formula.explain("en")}
        return Undefined("undefined.common-figures", {**details, **said})

    def indicator(
        self,
        *,
        weight: Decimal | int | str | None = None,
        target: Target | Quantity | str | Decimal | int | None = None,
        actual: Rate | Undefined | Actual | Quantity | str | Decimal | int | None = None,
    ) -> Indicator:
        """An indicator of a form (生成绩效指标), with what the framework says of it.

        Args:
            weight: Its points.
            target: As printed; None for that which the framework implies, if any.
            actual: As printed, or a rate: a percentage, rounded half even to 34 digits only if it does not
                end. Of an undefined rate the reason is noted, and there is no actual.

        Returns:
            The indicator; `attrs.evolve` fills in the rest.

        Raises:
            InputError: A cell cannot be read, or the rate is too large or too small for a figure.
            TypeError: A number is a float.

        Example:
            >>> from govperf.standards.common import common_indicator
            >>> staffing = common_indicator("staffing_control_rate")
            >>> row = staffing.indicator(weight=5, actual=staffing.rate("510人", "500人"))
            >>> str(row.target), str(row.actual), row.explanation
            ('≤100%', '102%', '在职人员数 ÷ 编制数 × 100%')
        """
        return Indicator(
            self.name,
            category=self.category,
            target=(self.target or None) if target is None else target,
            actual=_cell(actual),
            weight=weight,
            nature=Nature.QUALITATIVE if self.better is Better.POINTS else Nature.QUANTITATIVE,
            direction=_WAYS.get(self.better),
            explanation=self.formula.explain() if self.formula else "",
            source=self.source,
            note=actual.explain() if isinstance(actual, Undefined) else "",
        )


def _cell(
    actual: Rate | Undefined | Actual | Quantity | str | Decimal | int | None,
) -> Actual | Quantity | str | Decimal | int | None:
    """What stands in the form for a value: a rate as a percentage, nothing for what is undefined."""
    if isinstance(actual, Rate):
        return percentage_of(actual)
    return None if isinstance(actual, Undefined) else actual


def _is_a_rate(text: str) -> bool:
    """Whether a target is a percentage with an operator."""
    try:
        target = Target(text)
    except InputError:  # blank, or longer than any cell
        return False
    figure = target.quantity
    return figure is not None and figure.unit.is_ratio and not target.inferred
