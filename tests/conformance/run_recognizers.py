"""Read the numbers and quantities of the public Recognizers-Text specifications: right, refused, wrong.

    python tests/conformance/run_recognizers.py SPECS

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
from typing import TYPE_CHECKING, Any

from govperf.errors import InputError
from govperf.numerals import read_number
from govperf.units import Quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FILES = {
    "Number": "Number/Chinese/NumberModel.json",
    "Percent": "Number/Chinese/PercentModel.json",
    "Currency": "NumberWithUnit/Chinese/CurrencyModel.json",
    "Dimension": "NumberWithUnit/Chinese/DimensionModel.json",
}
DIGITS = 14
"""Significant digits of the expected values: they were computed in binary floating point."""

UNITS = {
    "Chinese yuan": "元",
    "United States dollar": "美元",
    "Dollar": "美元",
    "Euro": "欧元",
    "Swiss franc": "瑞士法郎",
    "Hong Kong dollar": "港元",
    "New Taiwan dollar": "新台币",
    "Japanese yen": "日元",
    "Mu": "亩",
    "Kilogram": "千克",
    "Centimeter": "厘米",
    "Meter": "米",
    "Kilometer": "公里",
    "Ton": "吨",
    "Jin": "斤",
    "Gram": "克",
    "Microgram": "微克",
    "Bit": "bit",
    "Kilobit": "Kbit",
    "Megabyte": "MB",
    "Kilobyte": "KB",
    "Hertz": "赫",
    "Megahertz": "兆赫",
    "Kilowatt": "千瓦",
    "Kilocalorie": "千卡",
}


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


def cases(path: Path) -> Iterator[tuple[str, dict[str, Any], Callable[[str, str], Fraction | None]]]:
    """The marked characters as they are printed, what they mean, and how they are read."""
    read = quantity if "NumberWithUnit" in path.parts else number
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        for result in case["Results"]:
            whole = "Start" in result and "End" in result
            printed = case["Input"][result["Start"] : result["End"] + 1] if whole else result["Text"]
            if result["Resolution"].get("value"):  # the name of a unit alone has none
                yield printed, result["Resolution"], read


def outcome(
    printed: str, meant: dict[str, Any], read: Callable[[str, str], Fraction | None]
) -> tuple[str, ...]:
    value = meant["value"]
    expected = Fraction(Decimal(value.rstrip("%"))) / (100 if value.endswith("%") else 1)
    try:
        found = read(printed, meant.get("unit", ""))
    except InputError as error:
        return "refused", printed, error.explain("en")
    if found is not None and abs(found - expected) <= abs(expected) / 10**DIGITS:
        return "right", printed
    return "wrong", printed, str(found), str(expected)


def number(printed: str, _unit: str) -> Fraction | None:
    reading = read_number(printed)
    value = reading.low if reading.value is None else reading.value
    return None if value is None else Fraction(value)


def quantity(printed: str, unit: str) -> Fraction | None:
    found = Quantity.parse(printed)
    return Fraction(found.to(UNITS[unit]).magnitude) if unit in UNITS else None


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
