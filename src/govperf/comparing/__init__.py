"""Comparisons (比较): what changed and why, what would be if, who is ahead, how near is a grade."""

from govperf.comparing.assumptions import what_if
from govperf.comparing.causes import Cause
from govperf.comparing.differences import Change, Comparison, compare
from govperf.comparing.leeway import Leeway, Sensitivity, sensitivity
from govperf.comparing.places import Place, rank
from govperf.comparing.tipping import TippingPoint

__all__ = [
    "Cause",
    "Change",
    "Comparison",
    "Leeway",
    "Place",
    "Sensitivity",
    "TippingPoint",
    "compare",
    "rank",
    "sensitivity",
    "what_if",
]
