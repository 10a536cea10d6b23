"""Formulas of common indicators (共性指标公式): two figures by name, and their exact rate."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import attrs

from govperf.layout import spelled
from govperf.messages import message
from govperf.model import Rate, Undefined
from govperf.model.budget_figures import less
from govperf.model.fields import quantity
from govperf.model.rates import terms
from govperf.numerals.contexts import EXACT
from govperf.units import Quantity

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["Formula", "Shape", "Wording", "percentage_of"]

_PERCENT: Final = 2


class Shape(Enum):
    """Shape of a formula (公式形式): how a figure and the base below it make a rate."""

    RATIO = "ratio"
    CHANGE = "change"
    SAVING = "saving"


@attrs.frozen
class Wording:
    """Wording (双语文字): the same said in Chinese and in English.

    Args:
        zh: In Chinese.
        en: In English.
    """

    __repr__ = spelled

    zh: str
    en: str


@attrs.frozen(kw_only=True)
class Formula:
    """Formula (公式) of a common indicator: a figure, set against a base.

    Args:
        shape: "ratio" is figure ÷ base, "change" (figure − base) ÷ base, "saving" (base − figure) ÷ base.
        figure: What came about, such as 实际成本.
        base: What it is set against, always the denominator, such as 计划成本.

    Example:
        >>> cost = Formula(
        ...     shape=Shape.SAVING,
        ...     figure=Wording("实际成本", "actual cost"),
        ...     base=Wording("计划成本", "planned cost"),
        ... )
        >>> cost.explain(), cost.rate("90万元", "100万元")
        ('(计划成本 − 实际成本) ÷ 计划成本 × 100%', Rate(10.00%))
    """

    __repr__ = spelled

    shape: Shape
    figure: Wording
    base: Wording

    def numerator(self, lang: Language = "zh") -> str:
        """The numerator in words (分子), in "zh" or "en".

        Example:
            >>> figure, base = Wording("本年数", "this year"), Wording("上年数", "last year")
            >>> change = Formula(shape=Shape.CHANGE, figure=figure, base=base)
            >>> change.numerator(), change.denominator("en")
            ('本年数 − 上年数', 'last year')
        """
        return message(f"common.numerator-{self.shape.value}", self._words, lang)

    def denominator(self, lang: Language = "zh") -> str:
        """The denominator in words (分母), in "zh" or "en"."""
        return message("common.denominator", self._words, lang)

    def explain(self, lang: Language = "zh") -> str:
        """The whole formula in words (公式), in "zh" or "en"."""
        return message(f"common.formula-{self.shape.value}", self._words, lang)

    @property
    def _words(self) -> dict[str, str]:
        figure, base = self.figure, self.base
        return {"figure_zh": figure.zh, "figure_en": figure.en, "base_zh": base.zh, "base_en": base.en}

    def rate(
        self, figure: Quantity | str | Decimal | int, base: Quantity | str | Decimal | int
    ) -> Rate | Undefined:
        """The rate of two figures (按公式计算), exactly.

        Args:
            figure: As printed ("85项") or a number.
            base: Of the same unit, or one that converts into it.

        Returns:
            The rate, not capped; undefined where the base is zero or negative.

        Raises:
            UnitError: The two do not measure the same thing: 人 is not 人次.
            InputError: A text is no quantity.
            TypeError: A figure is a float.

        Example:
            >>> done, planned = Wording("完成数", "done"), Wording("计划数", "planned")
            >>> Formula(shape=Shape.RATIO, figure=done, base=planned).rate("3公里", "2500米").explain()
            '3,000米 ÷ 2,500米 = 120.00%'
        """
        above, below = quantity(figure), quantity(base)
        # first the units: what cannot be compared is an error whatever the base
        measured = above.exact_ratio(Quantity(1, below.unit))
        if below.magnitude <= 0:
            code = f"undefined.figure-{'negative' if below else 'zero'}"
            return Undefined(code, {"name_zh": self.base.zh, "name_en": self.base.en})
        ratio = Rate(measured / Fraction(below.magnitude), terms=terms(above, below))
        if self.shape is Shape.RATIO:
            return ratio
        return less(ratio, sign=1 if self.shape is Shape.CHANGE else -1)


def percentage_of(rate: Rate) -> Quantity:
    """A rate as a percentage to fill in (百分数), rounded half even to 34 digits only if it does not end.

    Args:
        rate: Exact.

    Returns:
        So many %.

    Raises:
        QuantityError: It is too large or too small for a figure.

    Example:
        >>> percentage_of(Rate(Fraction(-1, 20))), percentage_of(Rate(Fraction(2, 3)))
        (Quantity('-5', '%'), Quantity('66.66666666666666666666666666666667', '%'))
    """
    return Quantity(rate.value.scaleb(_PERCENT, EXACT), "%")
