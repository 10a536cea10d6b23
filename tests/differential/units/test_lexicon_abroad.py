"""Our units by the names of others: equal in pint's own registry, and known to Babel."""

from fractions import Fraction

import pint
import pytest
from babel.units import format_unit

from govperf.units import Unit
from govperf.units.abroad import CLDR, PINT
from govperf.units.lexicon import DEFINITIONS


@pytest.fixture(scope="module")
def theirs():
    registry = pint.UnitRegistry(non_int_type=Fraction)
    return {name: registry.Quantity(Fraction(1), word).to_root_units() for name, word in PINT.items()}


class TestPint:
    def test_names(self, theirs):
        assert theirs.keys() <= DEFINITIONS.keys()

    @pytest.mark.parametrize("one", PINT)
    def test_factors(self, theirs, one):
        """What adds with us adds there, with the same factor; and what does not, does not."""
        unit, wanted = Unit.of(one), theirs[one]
        for other, found in theirs.items():
            alike = dict(wanted.unit_items()) == dict(found.unit_items())
            assert (unit.dimension == Unit.of(other).dimension) == alike
            if alike:
                assert unit.factor / Unit.of(other).factor == Fraction(wanted.magnitude / found.magnitude)

    def test_a_name_that_is_theirs_too_is_the_same_unit(self):
        """ppm, GB and KiB are names in both: a registry that has theirs needs no other."""
        registry = pint.UnitRegistry(non_int_type=Fraction)
        both = [name for name in DEFINITIONS if name.isidentifier() and name in registry]
        assert "GB" in both
        assert all(registry.Unit(name) == registry.Unit(PINT[name]) for name in both)

    def test_what_is_not_the_same_is_not_there(self):
        """Their year has 365.25 days, their calorie is 4.184 joules, their turn 2π."""
        assert not {"月", "季度", "年", "千卡", "摄氏度", "分贝", "转"} & PINT.keys()


class TestCldr:
    def test_names(self):
        assert CLDR.keys() <= DEFINITIONS.keys()

    @pytest.mark.parametrize("name", CLDR)
    @pytest.mark.parametrize(
        ("locale", "length"),
        [("en", "long"), ("de", "long"), ("en", "short"), ("de", "short"), ("zh_Hant", "short")],
    )
    def test_known(self, name, locale, length):
        """Babel writes the bare identifier where it knows no pattern, as it does for long ones in Chinese."""
        text = format_unit(3, CLDR[name], length=length, locale=locale)
        assert CLDR[name] not in text
        assert "3" in text

    @pytest.mark.parametrize(
        ("name", "english", "german"),
        [
            ("公里", "3 kilometers", "3 Kilometer"),
            ("公顷", "3 hectares", "3 Hektar"),
            ("吨", "3 metric tons", "3 Tonnen"),
            ("小时", "3 hours", "3 Stunden"),
            ("GB", "3 gigabytes", "3 Gigabyte"),
            ("%", "3 percent", "3 Prozent"),
        ],
    )
    def test_words(self, name, english, german):
        written = [format_unit(3, CLDR[name], length="long", locale=locale) for locale in ("en", "de")]
        assert [text.replace("\u00a0", " ") for text in written] == [english, german]
