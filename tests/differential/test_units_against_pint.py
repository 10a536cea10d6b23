"""Units against pint: its own registry for the legal units, a registry of fractions for all of ours."""

from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pint
import pytest
from hypothesis import HealthCheck, assume, given, reject, settings
from hypothesis import strategies as st

from govperf.errors import InputError
from govperf.units import Quantity, Unit
from govperf.units.abroad import PINT
from govperf.units.algebra import conversion, product
from govperf.units.lexicon import DEFINITIONS, RATIOS
from govperf.units.naming import Atom
from govperf.units.pinting import install, pint_lines, to_pint

# What pint has no single name for.
LEGAL = dict(PINT) | {
    "平方米": "meter ** 2",
    "平方厘米": "centimeter ** 2",
    "平方公里": "kilometer ** 2",
    "立方米": "meter ** 3",
    "立方厘米": "centimeter ** 3",
    "立方公里": "kilometer ** 3",
    "吨公里": "metric_ton * kilometer",
    "吨海里": "metric_ton * nautical_mile",
}


def identifier(name):
    return {"%": "percent", "‰": "permille", "‱": "万分之一"}.get(name, name)


def registry(number):
    """Our definitions, as pint reads them; nothing of what `install` does."""
    made = pint.UnitRegistry(None, non_int_type=number)
    made.load_definitions(pint_lines())
    for name in map(identifier, DEFINITIONS):
        for scale, factor in (("万", 10_000), ("亿", 100_000_000)):
            made.define(f"{scale}{name} = {factor} * {name}")
    return made


POINTS = "个百分点"
FRACTIONS = registry(Fraction)
ROOTS = {name: FRACTIONS.Quantity(Fraction(1), identifier(name)).to_root_units() for name in DEFINITIONS}
COMPATIBLE = [
    (one, other)
    for one, other in combinations(DEFINITIONS, 2)
    if dict(ROOTS[one].unit_items()) == dict(ROOTS[other].unit_items())
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
    made = pint.UnitRegistry(non_int_type=Fraction)
    return {name: root(made.Quantity(Fraction(1), made.Unit(text))) for name, text in LEGAL.items()}


class TestLegalUnits:
    """Against definitions that are not ours."""

    @pytest.mark.parametrize("one", LEGAL)
    def test_factors(self, theirs, one):
        factor, powers = theirs[one]
        for other, (size, others) in theirs.items():
            assert (Unit.of(one).dimension == Unit.of(other).dimension) == (powers == others)
            if powers == others:
                above, below = conversion(Unit.of(one), Unit.of(other))
                assert Fraction(above) / Fraction(below) == factor / size


class TestLexicon:
    @pytest.mark.parametrize("name", DEFINITIONS)
    def test_root(self, name):
        factor, powers = root(ROOTS[name])
        assert Unit.of(name).factor == factor
        assert dict(Unit.of(name).dimension) == powers

    @pytest.mark.parametrize(("one", "other"), COMPATIBLE)
    def test_pairs(self, one, other):
        """One way and the other, exactly; and an amount, rounded once at the most."""
        for source, goal in ((one, other), (other, one)):
            above, below = conversion(Unit.of(source), Unit.of(goal))
            exact = FRACTIONS.Quantity(Fraction("3678.76"), identifier(source)).to(identifier(goal)).magnitude
            assert Fraction("3678.76") * Fraction(above) / Fraction(below) == exact
            found = Fraction(Quantity("3678.76", source).to(goal).magnitude)
            assert abs(found - exact) <= exact / 10**33

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
        if powers.get(POINTS) == 1 and POINTS not in dict(unit.dimension):  # 5个百分点 of an amount
            factor /= 100
            del powers[POINTS]
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


def application():
    """The registry that pint makes when it is first asked."""
    before = pint.application_registry.get()
    pint.set_application_registry(pint.LazyRegistry())
    try:
        return install().get()
    finally:
        pint.set_application_registry(before)


SETUPS = {
    "floats": lambda: install(pint.UnitRegistry()),
    "decimals": lambda: install(pint.UnitRegistry(non_int_type=Decimal)),
    "fractions": lambda: install(pint.UnitRegistry(non_int_type=Fraction)),
    "bare": lambda: install(pint.UnitRegistry(None, non_int_type=Decimal)),
    "application": application,
}
PRECISE = {float: Fraction(1, 10**14), Decimal: Fraction(1, 10**26), Fraction: 0}


@pytest.fixture(scope="module", params=SETUPS)
def setup(request):
    return SETUPS[request.param]()


def handed(quantity, registry):
    return to_pint(quantity.magnitude, quantity.unit.atoms, registry, inexact="float")


class TestInstalled:
    """What `install` makes of the lexicon in five registries, against the plain definitions."""

    def test_every_pair(self, setup):
        precise = PRECISE[setup.non_int_type]
        there = {name: handed(Quantity(1, name), setup) for name in DEFINITIONS}
        for one, other in COMPATIBLE:
            for source, goal in ((one, other), (other, one)):
                exact = (ROOTS[source] / ROOTS[goal]).magnitude
                found = Fraction(there[source].to(there[goal].units).magnitude)
                assert abs(found - exact) <= exact * precise, (source, goal)

    def test_no_other_pair(self, setup):
        """Bits are numbers to pint, and a bit a second is a hertz; all else is as with us."""
        there = {name: handed(Quantity(1, name), setup) for name in DEFINITIONS}
        alike = {
            (one, other)
            for one, other in combinations(DEFINITIONS, 2)
            if there[one].dimensionality == there[other].dimensionality
        } - set(COMPATIBLE)
        bits = {name for name in DEFINITIONS if "比特" in dict(Unit.of(name).dimension)}
        assert not [pair for pair in alike if bits.isdisjoint(pair)]

    @pytest.mark.parametrize("scale", ["万", "亿", "十", "千亿"])
    def test_every_unit_with_a_scale_word(self, setup, scale):
        for name in DEFINITIONS:
            scaled = handed(Quantity(1, Unit((Atom(scale, name, 1),))), setup)
            ratio = scaled.to(handed(Quantity(1, name), setup).units).magnitude
            assert Fraction(ratio) == Unit((Atom(scale, name, 1),)).factor / Unit.of(name).factor

    @given(units, st.decimals("-1e6", "1e6", places=2))
    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_there_and_back(self, setup, unit, number):
        try:
            Unit.of(unit.label)
        except InputError:
            reject()
        assume(unit.dimension or unit.is_ratio or not unit.atoms)  # pint makes a number of 年/年
        quantity = Quantity(number, unit)
        for registry in [None] if setup.non_int_type is float else [None, setup]:
            theirs = handed(quantity, registry)
            assume(not theirs.unitless or not unit.atoms)
            assume(all(abs(power) < 10 for _, power in theirs.unit_items()))  # to pint 人·人⁹ is one power
            assert Quantity.from_pint(theirs) == quantity
