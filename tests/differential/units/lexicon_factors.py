"""The factors of units as data: this script writes src/govperf/units/factors.py anew, as pint computes it."""

from fractions import Fraction
from pathlib import Path

import pint

from govperf.units.lexicon import DEFINITIONS

MODULE = Path(__file__).resolve().parents[3] / "src" / "govperf" / "units" / "factors.py"

BEFORE = '''\
# Generated from the lexicon, with pint, by tests/differential/units/lexicon_factors.py; a test does it again.
"""Factors of units to their root units (换算系数), so that a conversion does not have to wake pint."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["FACTORS"]

FACTORS: Final[Mapping[str, tuple[int, int, tuple[tuple[str, int], ...]]]] = MappingProxyType(
    {
'''
AFTER = '''\
    }
)
"""Name → numerator, denominator, and the root units with their exponents, in the order of their names.

A name of the lexicon that is not here is a root unit: one of itself.
"""
'''

# pint wants names that are Python identifiers.
SIGNS = {"%": "per_hundred", "‰": "per_thousand", "‱": "per_ten_thousand"}


def computed():
    """What pint makes of the definitions: name → factor to root units, and these."""
    registry = pint.UnitRegistry(None, non_int_type=Fraction)
    registry.load_definitions([f"{SIGNS.get(name, name)} = {text}" for name, text in DEFINITIONS.items()])
    found = {}
    for name in DEFINITIONS:
        root = registry.Quantity(Fraction(1), SIGNS.get(name, name)).to_root_units()
        powers = sorted((str(unit), int(power)) for unit, power in root.unit_items())
        found[name] = (Fraction(root.magnitude), tuple(powers))
    return found


def is_root(name, factor, powers):
    return (factor, powers) == (1, ((name, 1),))


def rendered(found):
    """The module."""
    lines = [
        f'        "{name}": ({factor.numerator:_}, {factor.denominator:_}, {_powers(powers)}),\n'
        for name, (factor, powers) in found.items()
        if not is_root(name, factor, powers)
    ]
    return BEFORE + "".join(lines) + AFTER


def _powers(powers):
    pairs = ", ".join(f'("{name}", {power})' for name, power in powers)
    return f"({pairs},)" if len(powers) == 1 else f"({pairs})"


if __name__ == "__main__":
    MODULE.write_text(rendered(computed()), encoding="utf-8")
