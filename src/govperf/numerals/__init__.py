"""Chinese numbers (数字): reading, writing and rounding them, exactly.

* `parse_number` reads a text that is one number; `scan` reads the number that begins at an index.
* `format_number` writes one.
* `round_half_up` and `round_half_even` round one.
"""

from govperf.numerals.reading import parse_number, scan
from govperf.numerals.rounding import Rounding, round_half_even, round_half_up
from govperf.numerals.start import Scan
from govperf.numerals.writing import Style, format_number

__all__ = [
    "Rounding",
    "Scan",
    "Style",
    "format_number",
    "parse_number",
    "round_half_even",
    "round_half_up",
    "scan",
]
