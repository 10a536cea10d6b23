"""Quantities that know their unit (数量与计量单位): 3,678.76万元, 12.37万家次, 7万元/(人·年)."""

from govperf.units.pinting import install
from govperf.units.quantity import Quantity
from govperf.units.unit import Unit

__all__ = ["Quantity", "Unit", "install"]
