"""The door to pint: opened on the first real question, by one thread, and for names of the lexicon only."""

import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import pint
import pytest

from govperf.errors import UnitError
from govperf.units import Quantity, Unit
from govperf.units.lexicon import DEFINITIONS, SCALES, SPELLINGS
from govperf.units.pinting import definition, from_pint, pint_lines, to_pint

ROUND_TRIPS = [
    *DEFINITIONS,
    *(scale + name for scale in SCALES for name in ("元", "家次", "平方米", "%", "‰", "千瓦时")),
    *("", "7", "万元/(人·年)", "元/万人", "元²", "万元²", "元/万人²", "万元·万元/人", "人·次"),
    *("%/年", "%²", "‰/%", "亿m³", "米·平方米", "人⁹/次⁹"),
]


def fresh(code):
    """What a program prints in a process of its own."""
    done = subprocess.run(  # noqa: S603 - our own program, in our own interpreter
        [sys.executable, "-W", "error", "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert not done.stderr
    return done.stdout


class TestDefinitions:
    def test_one_line_a_unit(self):
        assert len(pint_lines()) == len(DEFINITIONS)
        assert "亩 = 2000/3 * 平方米" in pint_lines()
        assert "百分之一 = 1/100" in pint_lines()

    def test_another_registry_loads_the_lines(self):
        registry = pint.UnitRegistry(None, non_int_type=Decimal)
        registry.load_definitions(pint_lines())
        assert registry.Quantity(Decimal(1), "公顷").to("平方米").magnitude == 10_000

    @pytest.mark.parametrize(
        ("name", "factor", "dimension"),
        [
            ("元", 1, (("元", 1),)),
            ("亩", Fraction(2_000, 3), (("米", 2),)),
            ("人次", 1, (("人", 1), ("次", 1))),
            ("千瓦", 1_000, (("千克", 1), ("秒", -3), ("米", 2))),
            ("%", Fraction(1, 100), ()),
            ("个百分点", 1, (("个百分点", 1),)),
        ],
    )
    def test_answer(self, name, factor, dimension):
        assert definition(name) == (factor, tuple(sorted(dimension)))

    def test_factors_are_exact(self):
        assert all(type(definition(name).factor) is Fraction for name in DEFINITIONS)


class TestToPint:
    @pytest.mark.parametrize("unit", ROUND_TRIPS)
    def test_there_and_back(self, unit):
        quantity = Quantity(7) if unit == "7" else Quantity("12.50", unit)
        back = Quantity.from_pint(quantity.to_pint())
        assert back == quantity
        assert str(back.magnitude) == str(quantity.magnitude)
        assert Unit.of(back.unit.label) is back.unit

    @pytest.mark.parametrize("unit", ["万元/(人·年)", "亩", "%", "万米²", "元/万人²", "亿千瓦时"])
    def test_pint_agrees_on_the_size(self, unit):
        root = Quantity(3, unit).to_pint().to_root_units()
        assert root.magnitude == pytest.approx(
            3 * Decimal(1) * Unit.of(unit).factor.numerator / Decimal(Unit.of(unit).factor.denominator),
            rel=Decimal("1e-25"),
        )

    def test_the_registry_is_one(self):
        one, other = Quantity(1, "万元").to_pint(), Quantity(1, "元").to_pint()
        assert one + other == Quantity(10_001, "元").to_pint()

    def test_a_scaled_unit_is_defined_once(self, caplog):
        for _ in range(3):
            Quantity(1, "百万人次").to_pint()
        assert not caplog.records  # pint logs a redefinition

    def test_number_stays_as_it_is(self):
        assert repr(Quantity("1.50", "万元").to_pint().magnitude) == "Decimal('1.50')"

    def test_pint_says_the_units(self):
        assert dict(Quantity(7, "万元/(人·年)").to_pint().unit_items()) == {"万元": 1, "人": -1, "年": -1}

    def test_cancelled_powers_vanish(self):
        assert to_pint(Decimal(1), [("", "年", 1), ("", "年", -1)]).unitless


class TestFromPint:
    @pytest.fixture
    def registry(self):
        registry = pint.UnitRegistry(None, non_int_type=Decimal)
        registry.load_definitions([*pint_lines(), "万元 = 10000 * 元", "斗 = 10 * 升"])
        return registry

    def test_any_registry(self, registry):
        assert Quantity.from_pint(registry.Quantity(7, "万元/人")) == Quantity(7, "万元/人")

    def test_a_power_of_a_scaled_unit(self, registry):
        """To pint (万元)² is 10⁸ 元², to us 万元² is 10⁴ 元²."""
        found = Quantity.from_pint(registry.Quantity(Decimal(3), "万元") ** 2)
        assert found == Quantity(9 * 10**8, "元²")
        assert found.unit is Unit.of("万元·万元")
        assert Quantity.from_pint(registry.Quantity(1, "元") / registry.Quantity(1, "万元") ** 2) == Quantity(
            Decimal("1E-8"), "元/元²"
        )

    def test_a_power_of_a_length(self, registry):
        assert Quantity.from_pint(registry.Quantity(3, "米") ** 2).unit is Unit.of("平方米")

    def test_a_bare_number(self, registry):
        assert Quantity.from_pint(registry.Quantity(5)) == Quantity(5)

    @pytest.mark.parametrize("number", [0.5, Fraction(1, 2)])
    def test_no_exact_number(self, registry, number):
        with pytest.raises(TypeError, match="made of a Decimal"):
            Quantity.from_pint(registry.Quantity(number, "元"))

    def test_unknown_unit(self, registry):
        with pytest.raises(UnitError, match="unknown unit in '斗'"):
            Quantity.from_pint(registry.Quantity(1, "斗"))

    def test_units_of_other_lexicons(self):
        """pint's own registry says metre, not m: none of its names is read as one of our spellings."""
        theirs = pint.UnitRegistry()
        ours = [name for name in (*DEFINITIONS, *SPELLINGS) if name.isidentifier() and name in theirs]
        assert "kg" in ours
        assert not {str(theirs.Unit(name)) for name in ours} & {*DEFINITIONS, *SPELLINGS}

    @pytest.mark.parametrize("unit", ["元", "万元"])
    @pytest.mark.parametrize("power", [0.5, 1.5, -1.5, 10, -10, 1_000_000_000])
    def test_power(self, registry, power, unit):
        quantity = registry.Quantity(1, registry.UnitsContainer({unit: power}))
        with pytest.raises(UnitError, match="not a whole number up to 9") as caught:
            Quantity.from_pint(quantity)
        assert caught.value.code == "unit.exponent"

    @pytest.mark.parametrize("value", [5, "5元", None, Quantity(5, "元")], ids=repr)
    def test_no_pint_quantity(self, value):
        with pytest.raises(TypeError, match="expected a pint quantity"):
            from_pint(value)


LAZY = """
import sys, pickle, copy
from govperf.units import Quantity as Q, Unit
q = Q.parse("3,678.76万元")
assert q + Q(5, "元") > q and q == Q(36787600, "元") and q.to("亿元") and q != Q(5, "元")
assert q * 3 == q / Q("0.5") + q and abs(-q) - q == Q(0, "元") and sum([q, q]).ratio(q) == 2
assert Q(95, "%") - Q(90, "%") and bool(q) and q.unit.is_money and not q.unit.is_count
assert pickle.loads(pickle.dumps(copy.copy(q))) == q
str(q), repr(q), f"{q:,.1f}", f"{q:scaled}", Q.parse("每周1期"), Unit.of("元/人、年").power_of_ten
print(*(sorted({"pint", "numpy"} & set(sys.modules)) or ["asleep"]))
Q(1, "公顷").to("亩")
print("pint" in sys.modules)
"""

RACE = """
import sys, threading
from govperf.units import Quantity as Q
sys.setswitchinterval(1e-6)
gate, found, faults = threading.Barrier(16), [], []
def work(i):
    try:
        gate.wait()
        steps = [
            lambda: str(Q(1, "公顷").to("亩")),
            lambda: hash(Q(1, "万元")) == hash(Q(10000, "元")),
            lambda: str(Q.from_pint(Q(3, "万元").to_pint() - Q(1, "千元").to_pint())),
            lambda: str(Q(7, "万元/(人·年)") * Q(420, "人")),
            lambda: str(Q.from_pint(Q(2, "亿人次").to_pint())),
            lambda: Q.parse("5张/万人").unit is Q.parse("每万人3张").unit,
        ]
        answers = {n: steps[n]() for n in sorted(range(6), key=lambda n: (n + i) % 6)}
        found.append(tuple(answers[n] for n in range(6)))
    except BaseException as fault:
        faults.append(repr(fault))
threads = [threading.Thread(target=work, args=(i,)) for i in range(16)]
[t.start() for t in threads]; [t.join() for t in threads]
print(len(found), len(set(found)), faults, found[0])
"""


class TestProcesses:
    def test_pint_sleeps_until_it_is_asked(self):
        assert fresh(LAZY).split() == ["asleep", "True"]

    @pytest.mark.parametrize("attempt", [1, 2, 3])
    def test_sixteen_threads_at_first_touch(self, attempt):
        del attempt
        answers = ("15亩", True, "2.9000万元", "2,940万元/年", "2亿人次", True)
        assert fresh(RACE).strip() == f"16 1 [] {answers}"

    def test_default_context_of_the_program(self):
        """A program that spoils decimal's defaults before it imports us changes nothing."""
        code = """
import decimal
decimal.DefaultContext.prec = 3
decimal.DefaultContext.rounding = decimal.ROUND_UP
decimal.DefaultContext.Emax = 5
decimal.DefaultContext.traps = dict.fromkeys(decimal.DefaultContext.traps, True)
decimal.setcontext(decimal.Context())
from govperf.units import Quantity as Q
q = Q.parse("3,678.7654321万元")
print(q + Q(1, "元"), q * 3, q / 7, q.to("元"), Q(1, "亩").to("公顷"), hash(q) == hash(q.to("元")))
"""
        assert fresh(code).split() == [
            "3,678.7655321万元",
            "11,036.2962963万元",
            "525.5379188714285714285714285714286万元",
            "36,787,654.321元",
            "0.06666666666666666666666666666666667公顷",
            "True",
        ]
