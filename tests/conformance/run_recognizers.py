"""Read the numbers of the public Recognizers-Text specifications: right, refused, wrong.

    python tests/conformance/run_recognizers.py SPECS/Number/Chinese

SPECS is the folder `Specs` of the project microsoft/Recognizers-Text (MIT), which is not part of this one. Of
each sentence only the characters that its results mark are read, whole: "value mode". A value counts as right
if it differs from the expected one by less than the digits that the specification prints.
"""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from govperf.errors import InputError
from govperf.numerals import read_number

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES = {"Number": "NumberModel.json", "Percent": "PercentModel.json"}
DIGITS = 14
"""Significant digits of the expected values: they were computed in binary floating point."""


def main(folder: Path) -> int:
    wrongs = 0
    for name, file in FILES.items():
        results = [outcome(*case) for case in cases(folder / file)]
        counts = {
            kind: sum(kind == result[0] for result in results) for kind in ("right", "refused", "wrong")
        }
        print(name, len(results), counts)
        for kind, printed, *rest in results:
            if kind != "right":
                print("  ", kind, repr(printed), *rest)
        wrongs += counts["wrong"]
    return 1 if wrongs else 0


def cases(path: Path) -> Iterator[tuple[str, Fraction]]:
    """The marked characters as they are printed, and the expected value."""
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        for result in case["Results"]:
            printed = (
                case["Input"][result["Start"] : result["End"] + 1] if "End" in result else result["Text"]
            )
            value = result["Resolution"]["value"]
            number = Fraction(Decimal(value.rstrip("%")))
            yield printed, number / 100 if value.endswith("%") else number


def outcome(printed: str, expected: Fraction) -> tuple[str, ...]:
    try:
        reading = read_number(printed)
    except InputError as error:
        return "refused", printed, error.explain("en")
    number = reading.low if reading.value is None else reading.value
    if number is not None and abs(Fraction(number) - expected) <= abs(expected) / 10**DIGITS:
        return "right", printed
    return "wrong", printed, str(number), str(expected)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
