"""The factors that are kept as data are those that pint computes from the definitions."""

import pytest
from lexicon_factors import MODULE, computed, is_root, rendered

from govperf.units import Unit
from govperf.units.factors import FACTORS
from govperf.units.lexicon import DEFINITIONS

COMPUTED = computed()


@pytest.mark.parametrize("name", DEFINITIONS)
def test_factor(name):
    factor, powers = COMPUTED[name]
    above, below, kept = FACTORS.get(name, (1, 1, ((name, 1),)))
    assert ((above, below), kept) == ((factor.numerator, factor.denominator), powers)
    assert (Unit.of(name).factor, Unit.of(name).dimension) == (factor, powers)


def test_roots_are_left_out():
    assert FACTORS.keys() == {name for name in DEFINITIONS if not is_root(name, *COMPUTED[name])}


def test_module_is_the_generated_one():
    """`python tests/differential/units/lexicon_factors.py` writes it anew."""
    assert MODULE.read_text(encoding="utf-8") == rendered(COMPUTED)
