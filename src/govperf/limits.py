"""Caps on every input (输入上限): one frozen value, checked before any parsing begins.

Text that comes from people is small; anything larger is an attack or a mistake, and
is refused at the door with a `LimitError` instead of being worked on.
"""

from typing import Final, NamedTuple

__all__ = ["LIMITS", "Limits"]


class Limits(NamedTuple):
    """The caps (上限), each in its own unit."""

    number_chars: int = 64
    """Characters of one number as printed."""
    digits: int = 34
    """Significant digits of one number, as in IEEE 754 decimal128."""
    exponent: int = 60
    """Largest absolute power of ten that a number may carry."""
    quantity_chars: int = 128
    """Characters of one quantity: a number and its unit."""
    unit_chars: int = 48
    """Characters of one unit."""
    unit_terms: int = 8
    """Factors of one unit: 万元/(人·年) has three."""
    cell_chars: int = 10_000
    """Characters of one cell of a table."""
    items: int = 20_000
    """Members of one list in a document."""
    document_bytes: int = 16 * 1024 * 1024
    """Bytes of one document; hostile JSON takes some thirty times as much memory to read."""
    document_depth: int = 64
    """Nested brackets of one document, the outermost counted."""
    faults: int = 100
    """Faults reported together for one document."""


LIMITS: Final = Limits()
