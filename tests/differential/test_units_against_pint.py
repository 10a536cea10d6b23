"""Units against pint: its own registry for the legal units, a registry of fractions for all of ours."""

from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pint
import pytest
from hypothesis import assume, given, reject
from hypothesis import strategies as st

from govperf.errors import InputError
from govperf.units import Quantity, Unit
from govperf.units.algebra import conversion, product
from govperf.units.lexicon import DEFINITIONS, RATIOS
from govperf.units.pinting import pint_lines
from govperf.units.unit import Atom

LEGAL = {
    "米": "meter",
    "公里": "kilometer",
    "分米": "decimeter",
    "厘米": "centimeter",
    "毫米": "millimeter",
    "平方米": "meter ** 2",
    "平方厘米": "centimeter ** 2",
    "平方公里": "kilometer ** 2",
    "公顷": "hectare",
    "立方米": "meter ** 3",
    "升": "liter",
    "毫升": "milliliter",
    "千克": "kilogram",
    "公斤": "kilogram",
    "吨": "metric_ton",
    "克": "gram",
    "毫克": "milligram",
    "秒": "second",
    "分钟": "minute",
    "小时": "hour",
    "天": "day",
    "周": "week",
    "千瓦": "kilowatt",
    "兆瓦": "megawatt",
    "千瓦时": "kilowatt_hour",
    "吨公里": "metric_ton * kilometer",
    "%": "percent",
    "‰": "permille",
}


def identifier(name):
    return {"%": "百分之一", "‰": "千分之一"}.get(name, name)


def registry(number):
    made = pint.UnitRegistry(None, non_int_type=number)
    made.load_definitions(pint_lines())
    for name in map(identifier, DEFINITIONS):
        made.define(f"万{name} = 10000 * {name}")
        made.define(f"亿{name} = 100000000 * {name}")
    return made


FRACTIONS = registry(Fraction)
DECIMALS = registry(Decimal)
ROOTS = {name: FRACTIONS.Quantity(Fraction(1), identifier(name)).to_root_units() for name in DEFINITIONS}
COMPATIBLE = [
    (one, other) for one, other in combinations(DEFINITIONS, 2) if ROOTS[one].is_compatible_with(ROOTS[other])
]

words = st.builds(
    Atom,
    st.sampled_from(["", "", "万", "亿"]),
    st.sampled_from([*DEFINITIONS]),
    st.sampled_from([1, 1, -1, 2, -2, 3]),
)
units = st.lists(words, max_size=4).map(lambda atoms: Unit(tuple(atoms)))


def in_pint(unit):
    """One of a unit, put together by pint; a scale word counts once, whatever the power."""
    found = FRACTIONS.Quantity(Fraction(1))
    for scale, name, exponent in unit.atoms:
        once = 1 if exponent > 0 else -1
        found = found * FRACTIONS.Quantity(Fraction(1), scale + identifier(name)) ** once
        found = found * FRACTIONS.Quantity(Fraction(1), identifier(name)) ** (exponent - once)
    return found


def root(quantity):
    """What pint says of a quantity: its size in root units, and these."""
    found = quantity.to_root_units()
    return found.magnitude, {str(unit): int(power) for unit, power in found.unit_items()}


@pytest.fixture(scope="module")
def theirs():
    return pint.UnitRegistry(non_int_type=Fraction)


class TestLegalUnits:
    """Against definitions that are not ours."""

    @pytest.mark.parametrize("one", LEGAL)
    def test_factors(self, theirs, one):
        wanted = theirs.Quantity(Fraction(1), LEGAL[one])
        for other, name in LEGAL.items():
            alike = wanted.is_compatible_with(name)
            assert (Unit.of(one).dimension == Unit.of(other).dimension) == alike
            if alike:
                above, below = conversion(Unit.of(one), Unit.of(other))
                assert Fraction(above) / Fraction(below) == wanted.to(name).magnitude


class TestLexicon:
    @pytest.mark.parametrize("name", DEFINITIONS)
    def test_root(self, name):
        factor, powers = root(ROOTS[name])
        assert Unit.of(name).factor == factor
        assert dict(Unit.of(name).dimension) == powers

    @pytest.mark.parametrize(("one", "other"), COMPATIBLE)
    def test_pairs(self, one, other):
        source, goal = Unit.of(one), Unit.of(other)
        above, below = conversion(source, goal)
        exact = FRACTIONS.Quantity(Fraction(1), identifier(one)).to(identifier(other))
        assert Fraction(above) / Fraction(below) == exact.magnitude
        rounded = DECIMALS.Quantity(Decimal("3678.76"), identifier(one)).to(identifier(other))
        assert Quantity("3678.76", one).to(goal).magnitude == pytest.approx(
            rounded.magnitude, rel=Decimal("1e-24")
        )

    def test_no_other_pair_converts(self):
        ours = {
            (one, other)
            for one, other in combinations(DEFINITIONS, 2)
            if Unit.of(one).dimension == Unit.of(other).dimension
        }
        assert ours == set(COMPATIBLE)


class TestCompounds:
    @given(units)
    def test_root(self, unit):
        factor, powers = root(in_pint(unit))
        assert (unit.factor, dict(unit.dimension)) == (factor, powers)

    @given(units, units, st.sampled_from([1, -1]))
    def test_products(self, one, other, sign):
        try:
            (above, below), unit = product(one, other, sign)
        except InputError:  # too long or too high a power
            reject()
        left, right = in_pint(one), in_pint(other)
        factor, powers = root(left * right if sign > 0 else left / right)
        assert unit.factor * Fraction(above) / Fraction(below) == factor
        assert dict(unit.dimension) == powers

    @given(units, units, st.sampled_from([1, -1]))
    def test_nothing_is_left_to_cancel(self, one, other, sign):
        """No name stands twice, no two of one dimension, and a ratio stands alone."""
        assume(one.atoms)
        assume(other.atoms)
        try:
            _, unit = product(one, other, sign)
        except InputError:
            reject()
        kinds = [Unit((Atom("", atom.name, 1),)).dimension for atom in unit.atoms]
        assert len(set(kinds)) == len(kinds) or "平方" in unit.label or "立方" in unit.label
        assert not any(atom.name in RATIOS for atom in unit.atoms) or len(unit.atoms) == 1

    @given(units, st.decimals("-1e6", "1e6", places=2))
    def test_through_pint_and_back(self, unit, number):
        try:
            Unit.of(unit.label)
        except InputError:
            reject()
        assume(unit.dimension or unit.is_ratio or not unit.atoms)  # pint makes a number of 年/年
        quantity = Quantity(number, unit)
        assert Quantity.from_pint(quantity.to_pint()) == quantity
