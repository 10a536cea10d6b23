"""The door to pint: our units in any registry, its quantities as ours, and no float on the way."""

from decimal import Decimal
from fractions import Fraction

import pint
import pytest

from govperf.errors import QuantityError, UnitError
from govperf.units import Quantity, Unit
from govperf.units.abroad import PINT
from govperf.units.lexicon import DEFINITIONS, SCALES
from govperf.units.pinting import from_pint, install, pint_lines, to_pint
from govperf.units.spellings import SPELLINGS

ROUND_TRIPS = [
    *DEFINITIONS,
    *(scale + name for scale in SCALES for name in ("元", "家次", "平方米", "%", "‰", "千瓦时", "Mbps")),
    *("", "7", "万元/(人·年)", "元/万人", "元²", "万元²", "元/万人²", "万元·万元/人", "人·次"),
    *("%/年", "%²", "‰/%", "亿m³", "米·平方米", "人⁹/次⁹", "微克/立方米", "毫克/升", "公里/小时"),
]


def made(number=Decimal):
    return pint.UnitRegistry(non_int_type=number)


@pytest.fixture(scope="module")
def theirs():
    """pint's own registry, with our units."""
    return install(made())


@pytest.fixture(scope="module")
def floats():
    return install(pint.UnitRegistry())


@pytest.fixture(scope="module")
def untouched():
    return made()


@pytest.fixture(scope="module")
def lined():
    """With our definitions and one that is not ours."""
    registry = pint.UnitRegistry(None, non_int_type=Decimal)
    registry.load_definitions([*pint_lines(), "万元 = 10000 * 元", "斗 = 10 * 升", "d = 24 * 小时"])
    return registry


@pytest.fixture
def bare():
    return pint.UnitRegistry(None, non_int_type=Decimal)


def handed(text, registry, *, as_float=False):
    quantity = Quantity.parse(text)
    inexact = "float" if as_float else "refuse"
    return to_pint(quantity.magnitude, quantity.unit.atoms, registry, inexact=inexact)


class TestLines:
    def test_one_line_a_unit(self):
        assert len(pint_lines()) == len(DEFINITIONS)
        assert {"亩 = 2000/3 * 平方米", "percent = 1/100"} <= set(pint_lines())

    def test_another_registry_loads_the_lines(self, bare):
        bare.load_definitions(pint_lines())
        assert bare.Quantity(Decimal(1), "公顷").to("平方米").magnitude == 10_000


class TestInstall:
    def test_gives_the_registry_back(self, bare):
        assert install(bare) is bare

    def test_none_is_the_application_registry(self, monkeypatch):
        mine = made()
        monkeypatch.setattr(pint.application_registry, "_registry", mine)
        assert install() is pint.get_application_registry()
        assert mine("3 亩") == mine("20 are")

    def test_lazy_registry(self):
        lazy = pint.LazyRegistry()
        assert install(lazy) is lazy
        assert lazy("3 公里").to("meter").magnitude == 3_000
        assert type(lazy) is pint.UnitRegistry

    def test_twice_changes_nothing(self, bare, caplog):
        names = list(install(bare))
        assert list(install(bare)) == names
        assert not caplog.records  # pint logs a redefinition

    @pytest.mark.parametrize("registry", [5, "default", pint.UnitRegistry, pint, object()], ids=repr)
    def test_no_registry(self, registry):
        for call in (install, lambda given: to_pint(Decimal(1), [], given)):
            with pytest.raises(TypeError, match="expected a pint registry, not"):
                call(registry)

    @pytest.mark.parametrize(
        ("text", "unit", "number"),
        [
            ("36.4 万吨", "kilogram", 364_000_000),
            ("3 亿立方米", "liter", 3 * 10**11),
            ("5 百万元", "千元", 5_000),
            ("2 千美元", "美元", 2_000),
            ("7 万元/人/年", "元/人/月", Decimal(70_000) / 12),
            ("60 千米/h", "meter/minute", 1_000),
            ("1 度", "kWh", 1),
            ("2 公斤", "lb", None),
            ("95 %", "万分之一", 9_500),
            ("3 港币", "港元", 3),
            ("8 兆比特 / s", "Mbps", 8),
            ("3 日历天", "hour", 72),
        ],
    )
    def test_a_text_reads_them(self, theirs, text, unit, number):
        found = theirs(text).to(unit).magnitude
        assert type(found) is Decimal
        assert number is None or found == pytest.approx(number, rel=Decimal("1e-25"))

    @pytest.mark.parametrize("name", PINT)
    def test_legal_units_are_the_same(self, theirs, name):
        assert handed(f"1{name}", theirs).units == theirs.Unit(PINT[name])
        if not name.isascii():
            assert theirs.Unit(name.replace("‰", "permille")) == theirs.Unit(PINT[name])

    def test_its_own_words_stay(self):
        plain, filled = made(), install(made())
        ours = {word for word in (*DEFINITIONS, *SPELLINGS) if word.isidentifier() and word in plain}
        assert {"kg", "mmHg", "MB"} <= ours
        assert {word: str(plain.Unit(word)) for word in ours} == {
            word: str(filled.Unit(word)) for word in ours
        }

    def test_no_abbreviation_is_added(self, theirs):
        """With its prefixes, r for 转 would make kr and mr."""
        added = set(theirs) - set(made())
        assert "r" not in theirs
        assert {word for word in added if word.isascii() and word in SPELLINGS} == set()

    def test_a_bare_registry_gets_all(self, bare):
        install(bare)
        assert bare("3 亩").to("平方米").magnitude == 2_000
        assert bare("5 %").to("permille").magnitude == 50
        assert bare("1 米").dimensionality == {"[length]": 1}
        assert "meter" not in bare

    def test_a_registry_with_some_of_them(self):
        """Its masses have no kilogram, its money no fen, and its 户 is ours."""
        some = pint.UnitRegistry(None, non_int_type=Decimal)
        some.load_definitions(
            ["meter = [length]", "stone = [mass]", "元 = [currency]", "户 = []", "百户 = 100 * 户"]
        )
        install(some)
        assert some("1 公里").to("meter").magnitude == 1_000
        assert some("1 元").to("角").magnitude == 10
        assert not some("1 千克").is_compatible_with("stone")
        assert handed("3元/百户", some) == some("3 元") / some("100 户")

    def test_a_prefix_of_theirs(self):
        """One that reads 万元 already: what it gives is ours, and nothing is redefined."""
        theirs = pint.UnitRegistry(None, non_int_type=Decimal)
        theirs.load_definitions(["万- = 10000", "元 = [currency]", "千克 = [mass]"])
        install(theirs)
        assert handed("3万元", theirs).to("元").magnitude == 30_000
        assert Quantity.from_pint(theirs("3 万千克")) == Quantity(30_000, "千克")
        assert theirs("2 亿元").to("万元").magnitude == 20_000

    @pytest.mark.parametrize("options", [{"auto_reduce_dimensions": True}, {"system": "imperial"}])
    def test_options(self, options):
        registry = (
            made.__call__()
            if not options
            else pint.UnitRegistry(
                non_int_type=Decimal,
                autoconvert_offset_to_baseunit=True,
                on_redefinition="raise",
                **options,
            )
        )
        install(registry)
        assert handed("3亩", registry).to("hectare").magnitude == pytest.approx(Decimal("0.2"))
        assert Quantity.from_pint(handed("7万元/(人·年)", registry)) == Quantity(7, "万元/(人·年)")

    def test_cached_registry(self, tmp_path):
        for _ in range(2):
            registry = install(pint.UnitRegistry(non_int_type=Decimal, cache_folder=tmp_path))
            assert registry("36.4 万吨").to("kilogram").magnitude == 364_000_000

    def test_own_units(self, theirs):
        """Those that were defined before, and those defined after, when a quantity has one."""
        Unit.define("石门", "59.2公斤", spellings=["老石门"])
        assert install(theirs)("5 万石门").to("kilogram").magnitude == 2_960_000
        assert theirs("1 老石门") == theirs("1 石门")
        Unit.define("门石", "石门·次")
        back = Quantity.from_pint(handed("2万门石", theirs).to("公斤·次".replace("·", "*")))
        assert back == Quantity(1_184_000, "公斤·次")


class TestToPint:
    def test_the_registry_is_one(self):
        one, other = Quantity(1, "万元").to_pint(), Quantity(1, "元").to_pint()
        assert one + other == Quantity(10_001, "元").to_pint()

    @pytest.mark.parametrize("unit", ["万元/(人·年)", "亩", "%", "万米²", "元/万人²", "亿千瓦时"])
    def test_pint_agrees_on_the_size(self, unit):
        root = Quantity(3, unit).to_pint().to_root_units()
        factor = Unit.of(unit).factor
        assert root.magnitude == pytest.approx(
            Decimal(3) * factor.numerator / factor.denominator, rel=Decimal("1e-25")
        )

    def test_number_stays_as_it_is(self):
        assert repr(Quantity("1.50", "万元").to_pint().magnitude) == "Decimal('1.50')"

    def test_pint_says_the_units(self):
        assert dict(Quantity(7, "万元/(人·年)").to_pint().unit_items()) == {"万元": 1, "人": -1, "年": -1}

    def test_cancelled_powers_vanish(self):
        assert to_pint(Decimal(1), [("", "年", 1), ("", "年", -1)]).unitless

    def test_number_is_of_the_kind_of_the_registry(self, theirs, floats):
        fractions = made(Fraction)
        assert repr(handed("2.50亩", theirs).magnitude) == "Decimal('2.50')"
        assert repr(handed("2.50亩", fractions).to("公顷").magnitude) == "Fraction(1, 6)"
        assert repr(handed("2.50亩", floats, as_float=True).magnitude) == "2.5"

    @pytest.mark.parametrize("text", ["2.5亩", "5", "3个"])
    def test_no_float_unless_asked(self, floats, text):
        with pytest.raises(TypeError, match=r"UnitRegistry\(non_int_type=Decimal\), or .* inexact='float'"):
            handed(text, floats)

    def test_calendar_and_temperature_are_ours(self, theirs):
        for text, unit in [
            ("3个月", "month"),
            ("3年", "year"),
            ("3摄氏度", "degC"),
            ("3个百分点", "percent"),
        ]:
            assert not handed(text, theirs).is_compatible_with(unit)

    def test_any_scale(self, theirs):
        assert handed("3千亿株", theirs).to("株").magnitude == 3 * 10**11


class TestFromPint:
    @pytest.mark.parametrize("unit", ROUND_TRIPS)
    def test_there_and_back(self, unit, theirs):
        quantity = Quantity(7) if unit == "7" else Quantity("12.50", unit)
        for registry in (None, theirs):
            back = Quantity.from_pint(quantity.to_pint(registry))
            assert back == quantity
            assert str(back.magnitude) == str(quantity.magnitude)
            assert Unit.of(back.unit.label) is back.unit

    @pytest.mark.parametrize("unit", ["公斤", "万元/(人·年)", "人·次", "KB", "‱"])
    def test_the_label_stays_in_our_registry(self, unit):
        assert Quantity.from_pint(Quantity(3, unit).to_pint()).unit is Unit.of(unit)

    def test_any_registry(self, lined):
        assert Quantity.from_pint(lined.Quantity(7, "万元/人")) == Quantity(7, "万元/人")
        assert Quantity.from_pint(lined.Quantity(7, "d")) == Quantity(7, "天")

    @pytest.mark.parametrize(
        ("text", "ours"),
        [
            ("5 km", "5公里"),
            ("5 meter**2", "5平方米"),
            ("5 cm**3", "5立方厘米"),
            ("60 km/hour", "60公里/小时"),
            ("36 metric_ton", "36吨"),
            ("5 kg/m**2", "5千克/平方米"),
            ("5 kWh", "5千瓦时"),
            ("5 MB", "5MB"),
            ("5 %", "5%"),
            ("5 hectare/day", "5公顷/天"),
            ("5 megabaud", "5Mbps"),
            ("5", "5"),
        ],
    )
    def test_a_registry_without_our_units(self, text, ours, untouched):
        number, _, unit = text.partition(" ")
        unit = unit.replace("%", "percent")
        assert str(Quantity.from_pint(untouched.Quantity(Decimal(number), unit))) == ours
        assert "元" not in untouched

    def test_a_power_of_a_scaled_unit(self, lined):
        """To pint (万元)² is 10⁸ 元², to us 万元² is 10⁴ 元²."""
        found = Quantity.from_pint(lined.Quantity(Decimal(3), "万元") ** 2)
        assert found == Quantity(9 * 10**8, "元²")
        assert found.unit is Unit.of("万元·万元")

    @pytest.mark.parametrize(
        ("number", "ours"),
        [
            (5, "5"),
            (Fraction(1, 2), "0.5"),
            (Fraction(-7), "-7"),
            (Fraction(1, 1280), "0.00078125"),
            (Decimal("2.50"), "2.50"),
        ],
    )
    def test_exact_numbers(self, lined, number, ours):
        assert str(Quantity.from_pint(lined.Quantity(number, "元")).magnitude) == ours

    @pytest.mark.parametrize(("unit", "label"), [("元/人", "元/人"), ("", "1")])
    def test_a_fraction_without_an_end(self, lined, unit, label):
        with pytest.raises(QuantityError, match=f"'1/3' has no end as a decimal number of {label}$"):
            Quantity.from_pint(lined.Quantity(Fraction(1, 3), unit))

    @pytest.mark.parametrize("number", [0.5, 1.0, True, 1j, [1], None])
    def test_no_exact_number(self, lined, number):
        quantity = lined.Quantity(1, "元")
        quantity._magnitude = number  # noqa: SLF001 - pint would refuse some, depending on its version
        with pytest.raises(TypeError, match=f"an int or a Fraction, not {type(number).__name__}"):
            Quantity.from_pint(quantity)

    @pytest.mark.parametrize(
        "unit", ["furlong", "degree_Celsius", "delta_degree_Celsius", "radian", "month", "acre"]
    )
    def test_unknown_unit(self, theirs, unit):
        with pytest.raises(UnitError, match=unit):
            Quantity.from_pint(theirs.Quantity(1, theirs.UnitsContainer({unit: 1})))

    def test_unknown_unit_of_theirs(self, lined):
        with pytest.raises(UnitError, match="unknown unit in '斗'"):
            Quantity.from_pint(lined.Quantity(1, "斗"))

    @pytest.mark.parametrize("unit", ["元", "万元"])
    @pytest.mark.parametrize("power", [0.5, 1.5, -1.5, 10, -10, 1_000_000_000])
    def test_power(self, lined, power, unit):
        quantity = lined.Quantity(1, lined.UnitsContainer({unit: power}))
        with pytest.raises(UnitError, match="not a whole number up to 9") as caught:
            Quantity.from_pint(quantity)
        assert caught.value.code == "unit.exponent"

    @pytest.mark.parametrize("value", [5, "5元", None, Quantity(5, "元"), pint.UnitRegistry(None)], ids=repr)
    def test_no_pint_quantity(self, value):
        with pytest.raises(TypeError, match="expected a pint quantity"):
            from_pint(value)

    def test_a_unit_is_no_quantity(self, theirs):
        with pytest.raises(TypeError, match="expected a pint quantity"):
            from_pint(theirs.Unit("元"))
