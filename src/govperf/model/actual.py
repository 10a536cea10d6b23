"""Actual (实际完成值): what was reached, how sure it is, and what supports it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import attrs

from govperf.model import fields
from govperf.model.actual_cells import Approximation, Found, Told, told
from govperf.model.columns import Column, column, heading, is_of_dates, is_unknown, unit_of
from govperf.model.context import may_be_a_part
from govperf.model.deadlines import may_be_dated
from govperf.model.evidence import Evidence
from govperf.model.fields import members
from govperf.model.period import Period
from govperf.model.shown_values import actual_html
from govperf.model.words import decided, in_one, printed
from govperf.numerals.words import AFTER, BEFORE, BEFORE_ALONE, WITHIN, longest_first
from govperf.units import Quantity

__all__ = ["Actual", "Approximation"]

_SET = object.__setattr__

_AROUND, _ALONE, _WITHIN = (
    longest_first(*tables) for tables in ((BEFORE, AFTER), (BEFORE_ALONE,), (WITHIN,))
)
_MEANINGS: Final = {**_WITHIN[1], **_ALONE[1], **_AROUND[1]}
_WORDS: Final = re.compile(
    rf"{_AROUND[0].pattern}|\A(?:{_ALONE[0].pattern})"
    rf"|(?<=[0-9０-９一二两三四五六七八九十百千万亿])(?:{_WITHIN[0].pattern})"
)
"""What may say how sure a figure is; 多 only where it follows a number."""


def _evidence(value: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return members(Evidence, value)


def _excludes(cell: str, approximation: Approximation) -> bool:
    """Whether one of the words that made a figure approximate says that it is not the figure itself."""
    meant = (approximation.value, False)
    return any(_MEANINGS[word[0]] == meant for word in _WORDS.finditer(cell))


@attrs.frozen(repr=False)
class Actual:
    """Actual value (实际完成值), such as 近540条, 75%, 78次中77次, 200-300人, 2022年10月 or 达成预期指标.

    Args:
        text: As printed, or a bare `Quantity` or number.
        evidence: What supports it.
        unit: The unit in a column of its own (计量单位). A bare number takes it; a quantity that it does not
            fit is prose, and so is a bare number beside a word that is no unit.
        heading: The unit that the name of the indicator says, for a bare number without a unit beside it.
            Where it does not fit the cell, it is left out; 0.95 under % may be 95% and stays bare. 日期 makes
            a date of 2022.12: an `Indicator` says it of a time.
        year: The year of a date that is printed without one, such as 11月30日.

    Attributes:
        quantity: The number with its unit; None for a range, a date or prose.
        approximation: Whether the figure is exact. That of a range is "about", and that of a date says
            whether it was by the end of the period ("at_most") or from its beginning ("at_least").
        strict: Whether its words exclude the figure itself: 不到5% and 60余人 do, 5天以内 does not.
        whole: In "78次中77次" the 78次, of which `quantity` reached the target; else None.
        lower: The lower end of a range such as 200-300人 or 数百人, else None.
        upper: The upper end of a range, else None.
        period: The period of a date, else None.

    Raises:
        InputError: The text is empty or too long, the unit of the heading unknown, or the year out of range.
        TypeError: The actual is a float.

    Example:
        >>> actual = Actual("近540条", evidence=[Evidence("发布台账")])
        >>> actual.quantity, actual.approximation.value
        (Quantity('540', '条'), 'at_most')
        >>> Actual("数百人").upper, str(Actual("已于2022年10月完成").period)
        (Quantity('1000', '人'), '2022-10')
    """

    __repr__ = fields.spelled
    _repr_html_ = actual_html

    text: str = attrs.field(converter=printed, validator=fields.text(required=True))
    evidence: tuple[Evidence, ...] = attrs.field(default=(), converter=_evidence, kw_only=True)
    unit: Column = attrs.field(default=None, converter=column, kw_only=True)
    heading: Column = attrs.field(default=None, converter=heading, kw_only=True, eq=False)
    year: int | None = attrs.field(
        default=None, validator=attrs.validators.optional(fields.year), kw_only=True, eq=False
    )
    quantity: Quantity | None = attrs.field(init=False)
    approximation: Approximation = attrs.field(init=False)
    strict: bool = attrs.field(init=False)
    whole: Quantity | None = attrs.field(init=False)
    lower: Quantity | None = attrs.field(init=False)
    upper: Quantity | None = attrs.field(init=False)
    period: Period | None = attrs.field(init=False)

    def __str__(self) -> str:
        """The cell with its unit, where the form prints it in a column of its own."""
        return in_one(self.text, self.unit)

    @classmethod
    def parse(cls, text: str) -> Actual:
        """The actual value that a cell says (读取实际完成值).

        Args:
            text: As printed.

        Returns:
            The actual; prose gives one without a quantity.

        Raises:
            InputError: As for `Actual` itself.

        Example:
            >>> Actual.parse("60余人次").approximation.value, Actual.parse("约1.5亿元").quantity
            ('at_least', Quantity('1.5', '亿元'))
        """
        return cls(text)

    def in_year(self, year: int) -> Actual:
        """The actual with the year of its date (补足年度), where the text leaves it out.

        Args:
            year: That of the evaluation.

        Returns:
            The dated actual; the actual itself where a year is no matter.

        Raises:
            DataError: The year is out of range.
            TypeError: It is no int.

        Example:
            >>> str(Actual("11月30日").in_year(2022).period)
            '2022-11-30'
        """
        fields.a_year("year", year)
        if any((self.quantity is not None, self.lower, self.period)) or not may_be_dated(self.text):
            return self
        made = attrs.evolve(self, year=year)
        return made if made.period else self

    def __attrs_post_init__(self) -> None:
        found = self._told()
        for name, value in found._asdict().items():
            _SET(self, name, value)
        _SET(self, "strict", found.quantity is not None and _excludes(self.text, found.approximation))

    def _told(self) -> Found:
        unit, beside = unit_of(self.unit), unit_of(self.heading)
        if unit is None and beside is not None:
            found = told(Told(self.text, beside, self.year))
            figures = found.quantity, found.lower, found.upper
            if any(figure is not None for figure in figures) and not may_be_a_part(*figures):
                return found
        found = told(Told(self._written(), unit, self.year))
        figure = next((one for one in (found.quantity, found.lower) if one is not None), None)
        bare = figure is not None and not figure.unit.atoms
        return Found() if bare and is_unknown(self.unit) else found

    def _written(self) -> str:
        """The cell, 2022.12 as a date where its column or its row says that it is one."""
        dates = is_of_dates(self.heading if self.unit is None else self.unit)
        return decided(self.text) if dates else self.text
