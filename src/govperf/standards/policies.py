"""Policies of a rule book (处理办法): indicators that do not apply, and caps of the total."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

import attrs

from govperf.errors import StandardError
from govperf.layout import spelled
from govperf.model.clause import Clause
from govperf.standards.parameters import sane
from govperf.standards.rules import number

__all__ = ["NotApplicable", "TotalCap"]

Policy = Literal["refuse", "redistribute", "full"]
_POLICIES: Final = ("refuse", "redistribute", "full")


Bands = tuple[tuple[Fraction, Decimal], ...]


@attrs.frozen
class NotApplicable:
    """What becomes of an indicator that does not apply (不适用指标的处理).

    Args:
        policy: "refuse" leaves the total undefined; "redistribute" brings the sum of the others to all
            points (折算); "full" gives all its points.
        clause: Where it comes from.

    Raises:
        StandardError: The policy is unknown.
    """

    __repr__ = spelled

    policy: Policy
    clause: Clause

    def __attrs_post_init__(self) -> None:
        """One of the three."""
        if self.policy not in _POLICIES:
            known = ", ".join(_POLICIES)
            raise StandardError("standard.choice", f"{self.policy}", path="policy", details={"known": known})


def _bands(value: Iterable[tuple[Fraction | Decimal | int | str, Decimal]]) -> Bands:
    return tuple((number(rate), sane(most)) for rate, most in value)


@attrs.frozen
class TotalCap:
    """Cap of the total (总分封顶): how much it may be at most, by the budget execution rate.

    Args:
        bands: Pairs of an execution rate and the most that the total may be from there on; rising.
        clause: Where it comes from.

    Raises:
        StandardError: There are no bands, the first does not begin at 0, or the rates do not rise.

    Example:
        >>> from govperf.standards import Provenance
        >>> bands = ((Fraction(0), Decimal(59)), (Fraction(1, 2), Decimal(100)))
        >>> TotalCap(bands, Clause(Provenance.CHOICE, "an example")).at(Fraction(49, 100))
        Decimal('59')
    """

    __repr__ = spelled

    bands: Bands = attrs.field(converter=_bands)
    clause: Clause

    def __attrs_post_init__(self) -> None:
        """Each rate has one cap."""
        rates = [rate for rate, _ in self.bands]
        if rates[:1] != [0] or sorted(set(rates)) != rates:
            raise StandardError("standard.cap")

    def at(self, rate: Fraction) -> Decimal:
        """The most that the total may be (封顶分), at an execution rate of 0 or more."""
        return [most for start, most in self.bands if start <= rate][-1]
