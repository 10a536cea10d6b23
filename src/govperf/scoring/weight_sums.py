"""Sums of weights (分值之和) beside what they are to be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from operator import eq, ge, gt
from typing import TYPE_CHECKING, Final

import attrs

from govperf.layout import spelled
from govperf.messages import message
from govperf.model import Severity, Undefined
from govperf.numerals.contexts import EXACT

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["WeightCheck"]

_NONE: Final = Decimal(0)
_SIGNS: Final = {"single": ">", "floor": "≥"}
"""What a sum is to be beside what is expected, where it is not to be equal."""

_HOLDS: Final[Mapping[str, Callable[[Decimal, Decimal], bool]]] = {"=": eq, ">": gt, "≥": ge}


@attrs.frozen(kw_only=True)
class WeightCheck:
    """Weight check (分值核对): a sum of weights beside what it is to be.

    Args:
        code: "total", "indicators", "group", "single", "default" or "floor".
        path: Where in the evaluation.
        name: The group, the indicator or the first levels, "" for the whole form.
        severity: How grave it is where it does not hold.
        expected: What the sum is to be, or must reach, or must exceed; or why nobody knows.
        sum: The sum of the weights, exactly; or why there is none.

    Example:
        >>> check = WeightCheck(
        ...     code="group",
        ...     path="$.subtotals[0].weight",
        ...     name="产出",
        ...     severity=Severity.ERROR,
        ...     expected=Decimal(50),
        ...     sum=Decimal("49.98"),
        ... )
        >>> check.holds, check.difference
        (False, Decimal('-0.02'))
        >>> check.explain("en")
        'the weights of the indicators below 产出: 49.98, to be = 50, off by -0.02'
    """

    __repr__ = spelled

    code: str
    path: str
    name: str
    severity: Severity
    expected: Decimal | Undefined
    sum: Decimal | Undefined

    @property
    def difference(self) -> Decimal | Undefined:
        """The sum minus what is expected (差额), exactly and signed."""
        if isinstance(self.sum, Undefined):
            return self.sum
        return (
            self.expected if isinstance(self.expected, Undefined) else EXACT.subtract(self.sum, self.expected)
        )

    @property
    def holds(self) -> bool | Undefined:
        """Whether the sum is what it is to be (是否相符)."""
        off = self.difference
        return off if isinstance(off, Undefined) else self._holds(off)

    @property
    def sign(self) -> str:
        """How the sum is to stand to what is expected (关系): "=", ">" or "≥"."""
        return _SIGNS.get(self.code, "=")

    def explain(self, lang: Language = "zh") -> str:
        """The check as a sentence (核对说明).

        Args:
            lang: "zh" or "en".

        Returns:
            One line.
        """
        what = message(f"weight.{self.code}", {"name": self.name}, lang)
        off = self.difference
        if isinstance(off, Undefined):
            return message("weighed.undefined", {"what": what, "reason": off.explain(lang)}, lang)
        figures = {"what": what, "sign": self.sign, "difference": f"{off:+f}"}
        figures |= {"sum": f"{self.sum:f}", "expected": f"{self.expected:f}"}
        verdict = "holds" if self._holds(off) else "unusual" if self.code == "default" else "broken"
        return message(f"weighed.{verdict}", figures, lang)

    def _holds(self, off: Decimal) -> bool:
        return _HOLDS[self.sign](off, _NONE)
