"""Registries of pint that mean something else, are in use, or are filled by many at once."""

import copy
import gc
import os
import subprocess
import sys
import weakref
from concurrent.futures import ThreadPoolExecutor
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from threading import Barrier

import pint
import pytest

from govperf.errors import InputError, UnitError
from govperf.units import Quantity, Unit
from govperf.units.pinting import install, to_pint

THREADS = 16


def handed(text, registry, *, inexact="refuse"):
    quantity = Quantity.parse(text)
    return to_pint(quantity.magnitude, quantity.unit.atoms, registry, inexact=inexact)


def registry_of(*lines, number=Decimal):
    """pint's own, with definitions of its user."""
    registry = pint.UnitRegistry(non_int_type=number)
    for line in lines:
        registry.define(line)
    return registry


def bare_of(*lines):
    registry = pint.UnitRegistry(None, non_int_type=Decimal)
    registry.load_definitions(["meter = [length]", "gram = [mass]", "kilo- = 1000", *lines])
    return registry


class TestTheirWords:
    """Names that mean something else there: they stay, and nothing of ours goes by them."""

    @pytest.mark.parametrize(
        ("line", "text", "others"),
        [
            ("亩 = 700 * meter ** 2", "3亩", ["3公顷", "3万平方米"]),
            ("元 = 7 * gram", "3元", ["3美元"]),
            ("元 = 7 * gram", "3角", ["3户"]),
            ("元 = 7 * gram", "3万元", []),
            ("公斤 = 2 * gram", None, ["3公斤", "3千克"]),
            ("个 = 1", "3个", ["3件"]),
            ("人 = 2 * gram", "3人次", ["3次"]),
            ("万吨 = 5 * gram", "3万吨", ["3吨", "3亿吨"]),
            ("月 = 30 * meter", "3年", ["3天"]),
            ("percent = 3", "3%", ["3‰"]),
        ],
    )
    def test_another_meaning(self, line, text, others):
        registry = bare_of(line)
        word = line.split()[0]
        before = registry.get_root_units(word)
        install(registry)
        assert registry.get_root_units(word) == before
        if text:
            with pytest.raises(UnitError, match="means something else in this registry:") as caught:
                handed(text, registry)
            assert caught.value.code == "unit.registry"
        for other in others:
            assert Quantity.from_pint(handed(other, registry)) == Quantity.parse(other)

    @pytest.mark.parametrize("line", ["亩 = 700 * meter ** 2", "亩 = [surface]", "亩 = 5 * gram", "亩 = 1"])
    def test_read_back(self, line):
        registry = bare_of(line)
        for _ in range(2):
            with pytest.raises(UnitError, match="'亩' means something else in this registry:"):
                Quantity.from_pint(registry.Quantity(3, "亩"))
            install(registry)

    @pytest.mark.parametrize(
        "line",
        [
            "亩 = 2000 * meter ** 2 / 3",
            "元 = [currency]",
            "公里 = 1000 * meter",
            "户 = []",
            "吨 = 1e6 * gram",
        ],
    )
    def test_the_same_meaning(self, line):
        registry = bare_of(line)
        word = line.split()[0]
        assert Quantity.from_pint(registry.Quantity(3, word)) == Quantity(3, word)
        assert handed(f"3{word}", registry) == registry.Quantity(3, word)

    def test_one_name_for_two_of_ours(self):
        """Persons and families that are one there: only the first of them is ours."""
        registry = bare_of("家 = [family] = 人 = 户口")
        assert Quantity.from_pint(handed("3人", registry)) == Quantity(3, "人")
        with pytest.raises(UnitError, match="'家' means something else in this registry: 1 家"):
            handed("3家", registry)

    def test_floats_are_rounded(self):
        registry = install(registry_of("亩 = 666.6666666666667 * meter ** 2", number=float))
        assert handed("3亩", registry, inexact="float").to("hectare").magnitude == pytest.approx(0.2)

    def test_an_unknown_root(self):
        """A registry with half of what a unit is made of."""
        registry = pint.UnitRegistry(None, non_int_type=Decimal)
        registry.load_definitions(["块地 = [x]", "亩 = 5 * 块地"])
        with pytest.raises(UnitError, match="'亩' means something else in this registry: 5 块地"):
            Quantity.from_pint(registry.Quantity(3, "亩"))

    def test_the_dimension_is_taken(self):
        """Its gram is a mass, but nothing there says how many are a 千克."""
        registry = pint.UnitRegistry(None, non_int_type=Decimal)
        registry.define("gram = [mass]")
        install(registry)
        assert not registry("1 千克").is_compatible_with("gram")
        assert registry("1 吨").to("千克").magnitude == 1_000


CLASHES = ["furlong", "acre", "kmile", "pi", "dimensionless", "kdegC"]


@pytest.fixture(scope="module")
def clashing():
    """pint's own registry, when the user has other units by its names."""
    for word in CLASHES:
        Unit.define(word, "3平方米")
    return install(pint.UnitRegistry(non_int_type=Decimal))


class TestOurWords:
    """Units of a user's own by the names of others."""

    @pytest.mark.parametrize("word", CLASHES)
    def test_theirs_is_another(self, clashing, word):
        with pytest.raises(UnitError, match=f"'{word}' means something else in this registry:"):
            handed(f"5{word}", clashing)

    @pytest.mark.parametrize("word", CLASHES[:-2])
    def test_theirs_is_no_unit_of_ours(self, clashing, word):
        quantity = clashing.Quantity(5, word)
        with pytest.raises(UnitError, match=f"'{next(iter(dict(quantity.unit_items())))}'"):
            Quantity.from_pint(quantity)

    def test_theirs_is_the_same(self):
        Unit.define("chain", "20.1168米")
        registry = pint.UnitRegistry(None, non_int_type=Decimal)
        registry.load_definitions(["meter = [length]", "chain = 20.1168 * meter"])
        assert Quantity.from_pint(handed("5chain", registry)) == Quantity(5, "chain")

    @pytest.mark.parametrize(
        ("word", "root"), [("yuan", "元"), ("celsius", "摄氏度"), ("bit币", "比特"), ("length", "米")]
    )
    def test_a_counter_named_as_a_dimension(self, word, root):
        Unit.define(word)
        registry = install(pint.UnitRegistry(None, non_int_type=Decimal))
        assert not handed(f"5{word}", registry).is_compatible_with(root)

    def test_a_unit_too_large_or_too_small_for_floats(self):
        """It is left out there, and only there."""
        Unit.define("巨堆", "9999999999999999999999999999999999万亿吨⁹")
        Unit.define("巨垛", "巨堆⁹")
        Unit.define("微堆", "个/巨垛")
        floats, decimals = install(pint.UnitRegistry()), install(pint.UnitRegistry(non_int_type=Decimal))
        for text in ("3巨垛", "3微堆"):
            with pytest.raises(OverflowError):
                handed(text, floats, inexact="float")
            assert Quantity.from_pint(handed(text, decimals)) == Quantity.parse(text)
        assert floats("3 亩").to("hectare").magnitude == pytest.approx(0.2)


class TestCircumstances:
    def test_the_context_of_the_caller(self):
        with localcontext(Context(prec=3)):
            registry = install(pint.UnitRegistry(non_int_type=Decimal))
            mine = handed("1.23456亩", registry)
        assert mine.magnitude == Decimal("1.23456")
        assert mine.to("平方米").magnitude == pytest.approx(Decimal("823.04"), rel=Decimal("1e-25"))

    def test_within_a_context_of_pint(self):
        """What is defined while units are redefined is gone afterwards."""
        registry = pint.UnitRegistry(non_int_type=Decimal)
        context = pint.Context("old")
        context.redefine("acre = 4000 * meter ** 2")
        registry.add_context(context)
        with registry.context("old"):
            assert handed("3亩", registry).to("hectare").magnitude == pytest.approx(Decimal("0.2"))
        assert handed("3十万亩", registry).to("hectare").magnitude == pytest.approx(20_000)
        assert registry("3 万元") == handed("3万元", registry)

    def test_a_copy(self):
        registry = install(pint.UnitRegistry(None, non_int_type=Decimal))
        twin = copy.deepcopy(registry)
        assert Quantity.from_pint(handed("3万元/百户", twin)) == Quantity(3, "万元/百户")
        assert list(install(twin)) == list(twin)

    def test_a_registry_is_let_go(self):
        registry = install(pint.UnitRegistry(None))
        seen = weakref.ref(registry)
        del registry
        gc.collect()
        assert seen() is None

    def test_results_of_computing_there(self):
        registry = install(pint.UnitRegistry(non_int_type=Decimal))
        amount = handed("7万元/(人·年)", registry) * handed("420人", registry)
        assert Quantity.from_pint(amount) == Quantity(2_940, "万元/年")
        assert Quantity.from_pint(registry("3 元 / meter") * registry("2 km")) == Quantity(6, "元·公里/米")


class TestParser:
    """pint's parser hangs on hostile text and guesses on Chinese: no text of a user reaches it."""

    @pytest.fixture
    def seen(self, monkeypatch):
        shown = []

        def spy(name):
            genuine = getattr(pint.UnitRegistry, name)

            def watched(registry, text, *args, **kwargs):
                shown.append((name, text))
                return genuine(registry, text, *args, **kwargs)

            monkeypatch.setattr(pint.UnitRegistry, name, watched)

        for name in ("parse_expression", "parse_units", "parse_unit_name", "define", "get_name"):
            spy(name)
        return shown

    def test_only_names_and_definitions(self, seen):
        registry = pint.UnitRegistry(None, non_int_type=Decimal)
        for text in (
            "7万元/(人·年)",
            "9**9**9 元",
            "95%",
            "3.53万㎡",
            "１２ 度",
            "5千亿丛",
            "__import__('os')",
        ):
            try:
                found = Quantity.parse(text)
            except InputError:
                continue
            for theirs in (None, registry):
                assert Quantity.from_pint(found.to_pint(theirs)) == found
        assert seen
        texts = {name: set() for name, _ in seen}
        for name, text in seen:
            if isinstance(text, str):
                texts[name].add(text)
        assert texts.keys() == {"parse_unit_name", "define", "get_name"}
        assert texts["define"] == set()
        assert {
            text for text in texts["get_name"] | texts["parse_unit_name"] if not text.isidentifier()
        } == set()


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


LAZY = """
import sys
from govperf.units import Quantity as Q, Unit
q = Q.parse("3,678.76万元")
assert q + Q(5, "元") > q and q == Q(36787600, "元") and q.to("亿元") and q != Q(5, "元")
assert q * 3 == q / Q("0.5") + q and abs(-q) - q == Q(0, "元") and sum([q, q]).ratio(q) == 2
assert Q(1, "公顷").to("亩") == Q(15, "亩") and hash(Q(1, "公顷")) == hash(Q(15, "亩"))
assert Unit.define("担子", "50公斤") and f"{q:scaled}"
print(*(sorted({"pint", "numpy"} & set(sys.modules)) or ["asleep"]))
q.to_pint()
print("pint" in sys.modules)
"""

RACE = """
import sys, threading
sys.setswitchinterval(1e-6)
gate, found, faults = threading.Barrier(16), [], []
def work(i):
    try:
        gate.wait()
        from govperf.units import Quantity as Q
        from govperf.units.pinting import install
        steps = [
            lambda: str(Q.from_pint(Q(3, "万元").to_pint() - Q(1, "千元").to_pint())),
            lambda: str(Q.from_pint(Q(2, "亿人次").to_pint())),
            lambda: str(install()("36 万吨").to("kilogram").magnitude),
            lambda: str(install()("3 亿元").to("万元").magnitude),
        ]
        answers = {n: steps[n]() for n in sorted(range(4), key=lambda n: (n + i) % 4)}
        found.append(tuple(answers[n] for n in range(4)))
    except BaseException as fault:
        faults.append(repr(fault))
threads = [threading.Thread(target=work, args=(i,)) for i in range(16)]
[t.start() for t in threads]; [t.join() for t in threads]
print(len(found), len(set(found)), faults, found[:1])
"""

SPOILED = """
import decimal
decimal.DefaultContext.prec = 3
decimal.DefaultContext.rounding = decimal.ROUND_UP
decimal.DefaultContext.Emax = 5
decimal.DefaultContext.traps = dict.fromkeys(decimal.DefaultContext.traps, True)
decimal.setcontext(decimal.Context())
from govperf.units import Quantity as Q
q = Q.parse("3,678.7654321万元")
print(q + Q(1, "元"), q / 7, Q(1, "亩").to("公顷"), Q.from_pint(q.to_pint()) == q)
"""


FORKED = """
import os, signal, warnings
from threading import Thread
import pint
from govperf.units import Quantity as Q, install
warnings.simplefilter("ignore")  # Python warns of what this is about
stop = []
def work():
    while not stop:
        install(pint.UnitRegistry(None))
threads = [Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
ended = set()
for number in range(10):
    child = os.fork()
    if not child:
        signal.alarm(5)
        os._exit(Q.from_pint(Q(3, "万元").to_pint()) != Q(3, "万元"))
    ended.add(os.waitpid(child, 0)[1])
    if any(ended):
        break
stop.append(True)
print(*ended)
"""


class TestProcesses:
    def test_pint_sleeps_until_it_is_asked(self):
        assert fresh(LAZY).split() == ["asleep", "True"]

    def test_many_threads_at_first_touch(self):
        answers = ("2.9000万元", "2亿人次", "360000000.0", "30000.0")
        assert fresh(RACE).strip() == f"16 1 [] {[answers]}"

    @pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
    def test_forked_while_threads_install(self):
        assert fresh(FORKED).split() == ["0"]

    def test_a_program_that_spoils_decimal(self):
        assert fresh(SPOILED).split() == [
            "3,678.7655321万元",
            "525.5379188714285714285714285714286万元",
            "0.06666666666666666666666666666666667公顷",
            "True",
        ]

    @pytest.mark.parametrize("number", [float, Decimal, Fraction])
    def test_many_threads_fill_one_registry(self, number, caplog):
        registry, barrier = pint.UnitRegistry(non_int_type=number), Barrier(THREADS)

        def run(turn):
            barrier.wait()
            if turn % 2:
                install(registry)
            mine = handed(f"{turn}万亩", registry, inexact="float")
            return mine.to("hectare").magnitude == pytest.approx(number(turn * 10_000) / 15)

        before = sys.getswitchinterval()
        sys.setswitchinterval(1e-6)
        try:
            with ThreadPoolExecutor(THREADS) as pool:
                assert all(pool.map(run, range(THREADS)))
        finally:
            sys.setswitchinterval(before)
        assert not [record for record in caplog.records if "Redefining" in record.message]
