"""What the arguments and results of numbers are called (取值).

A module of its own, because the names are for type checkers: reading a number loads none of them.
"""

from __future__ import annotations

from typing import Literal

__all__ = ["Bound", "Form", "Meaning", "Rounding", "ScaleWord", "Style"]

Rounding = Literal["half_up", "half_even"]
"""What becomes of an exact half (修约方式): 四舍五入, or 四舍六入五成双 of GB/T 8170."""

Style = Literal["grouped", "plain", "scaled", "percent", "points", "spoken", "financial", "digits"]
"""How a number is printed (书写方式)."""

ScaleWord = Literal["", "万", "亿", "万亿"]
"""The scale word that every number of a column has (数量级)."""

Bound = Literal["exact", "about", "at_least", "at_most", "between"]
"""What a number says of the amount (界): exactly, about, at least, at most, between two numbers."""

Meaning = tuple[Bound, bool]
"""A bound, and whether the number itself is included (含义)."""

Form = Literal[
    "number", "scientific", "percent", "permille", "permyriad", "points", "tenths", "discount", "fraction"
]
"""How a number is written (写法): as such, 2.5E+08, 95%, 5‰, 3‱, 5个百分点, 三成, 七五折, 三分之二."""
