"""Writing quantities (数量的书写)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from govperf.numerals import format_number
from govperf.units.unit import Unit

if TYPE_CHECKING:
    from govperf.units.quantity import Quantity

__all__ = ["write"]

_SPEC: Final = re.compile(r"(?P<style>,|scaled)?(?:\.(?P<digits>[0-9]{1,2}))?f?")


def write(quantity: Quantity, spec: str) -> str:
    """A quantity as text (书写数量).

    Args:
        quantity: What to write.
        spec: "" or "," for the number as it is, grouped, and "f" without groups; ".2" or ".2f"
            for digits after the point, rounded half up; ",.2f" for both; "scaled" for the scale
            word (万, 亿) that suits the amount, with ".2" for digits.

    Returns:
        Number and unit without a space.

    Raises:
        ValueError: The specification is none of these.

    Example:
        >>> from govperf.units import Quantity
        >>> q = Quantity("3678.76", "万元")
        >>> f"{q}", f"{q:,.1f}", f"{q:.1f}", f"{Quantity(123700, '家次'):scaled}"
        ('3,678.76万元', '3,678.8万元', '3678.8万元', '12.37万家次')
    """
    found = _SPEC.fullmatch(spec or ",")
    if found is None:
        raise ValueError(
            f"unknown format {spec!r} for a quantity: ',', 'f', '.2f', ',.2f', 'scaled' or 'scaled.2'"
        )
    digits = int(found["digits"]) if found["digits"] else None
    if found["style"] == "scaled":
        quantity = quantity.to(_without_scale(quantity.unit))
        return format_number(quantity.magnitude, style="scaled", digits=digits) + quantity.unit.label
    number = format_number(quantity.magnitude, style="grouped" if found["style"] else "plain", digits=digits)
    return number + quantity.unit.label


def _without_scale(unit: Unit) -> Unit:
    """The unit without the scale word that the number takes over: 万元/万人 becomes 元/万人."""
    first, rest = unit.atoms[:1], unit.atoms[1:]
    return Unit((*(atom._replace(scale="") if atom.exponent > 0 else atom for atom in first), *rest))
