"""Quantities that know their unit (数量与计量单位): 3,678.76万元, 12.37万家次, 7万元/(人·年)."""

from typing import TYPE_CHECKING

from govperf.units.quantity import Quantity
from govperf.units.unit import Unit

if TYPE_CHECKING:
    from govperf.units.pinting import install

__all__ = ["Quantity", "Unit", "install"]


if not TYPE_CHECKING:  # else type checkers believe that every name is there

    def __getattr__(name: str) -> object:
        """Load what leads to pint when it is first asked for (PEP 562)."""
        if name != "install":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from govperf.units.pinting import install  # noqa: PLC0415 - for those who use pint

        globals()[name] = install
        return install


def __dir__() -> list[str]:
    return sorted({*__all__, *globals()})
