"""Chinese numbers (数字): reading, writing and rounding them, exactly.

* `parse_number` reads a text that is one exact number, `read_number` also what is only approximate;
  `scan` reads the number that begins at an index.
* `format_number` writes one; `format_rmb` and `parse_rmb` write and read an amount of money in capitals.
* `round_half_up` and `round_half_even` round one.

It needs `govperf.errors`, `govperf.messages` and `govperf.limits`, and nothing outside the standard library
but Babel, for other locales. What not every program uses is loaded when it is asked for.
"""

from importlib import import_module

from govperf.numerals.reading import parse_number
from govperf.numerals.rounding import round_half_even, round_half_up
from govperf.numerals.writing import format_number

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from govperf.numerals.bounds import Reading, read_number
    from govperf.numerals.capitals import parse_rmb
    from govperf.numerals.choices import Bound, Form, Rounding, ScaleWord, Style
    from govperf.numerals.rmb import format_rmb
    from govperf.numerals.scanning import scan
    from govperf.numerals.start import Scan

__all__ = [
    "Bound",
    "Form",
    "Reading",
    "Rounding",
    "ScaleWord",
    "Scan",
    "Style",
    "format_number",
    "format_rmb",
    "parse_number",
    "parse_rmb",
    "read_number",
    "round_half_even",
    "round_half_up",
    "scan",
]

_LATER = {
    **dict.fromkeys(("Bound", "Form", "Rounding", "ScaleWord", "Style"), "choices"),
    "Reading": "bounds",
    "Scan": "start",
    "format_rmb": "rmb",
    "parse_rmb": "capitals",
    "read_number": "bounds",
    "scan": "scanning",
}


if not TYPE_CHECKING:  # else type checkers believe that every name is there

    def __getattr__(name: str) -> object:
        """Load a public name when it is first asked for (PEP 562)."""
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value: object = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*__all__, *globals()})
