"""Caps on every input (输入上限): one frozen value, checked before any parsing begins.

Text that comes from people is small; anything larger is an attack or a mistake, and
is refused at the door with a `LimitError` instead of being worked on.
"""

from __future__ import annotations

TYPE_CHECKING = (
    False  # as type checkers know it; typing is more than half as large as all that is loaded here
)

if TYPE_CHECKING:
    from typing import Final

__all__ = ["LIMITS", "Limits"]


class Limits:
    """The caps (上限), each in its own unit."""

    __slots__ = ()

    number_chars: Final = 64
    """Characters of one number as printed."""
    digits: Final = 34
    """Significant digits of one number, as in IEEE 754 decimal128."""
    exponent: Final = 60
    """Largest absolute power of ten that a number may carry."""
    fraction_chars: Final = 1_000
    """Characters of one exact fraction in a document, such as 18/19."""
    quantity_chars: Final = 128
    """Characters of one quantity: a number and its unit."""
    unit_chars: Final = 48
    """Characters of one unit."""
    unit_terms: Final = 8
    """Factors of one unit: 万元/(人·年) has three."""
    unit_word_chars: Final = 16
    """Characters of one word for a unit that a user defines."""
    unit_words: Final = 20_000
    """Words for units, those of the lexicon and those that users define."""
    cell_chars: Final = 10_000
    """Characters of one cell of a table."""
    items: Final = 20_000
    """Members of one list in a document."""
    document_bytes: Final = 16 * 1024 * 1024
    """Bytes of one document; hostile JSON takes some thirty times as much memory to read."""
    rule_book_bytes: Final = 1_000_000
    """Bytes of one rule book or taxonomy."""
    document_depth: Final = 64
    """Nested brackets of one document, the outermost counted."""
    nesting: Final = 16
    """Levels of departments, or of goals, within each other."""
    sensitivity_rows: Final = 200
    """Indicators of a form whose sensitivity is computed, in time that grows with their square."""
    faults: Final = 100
    """Faults reported together for one document."""


LIMITS: Final = Limits()
