"""Hostile units and quantities: refused at once, with an error of the input, and never shown to pint."""

import gc
import re
import tracemalloc
from contextlib import suppress
from decimal import Decimal, getcontext
from functools import partial

import pint
import pytest

from govperf.errors import GovperfError, InputError, LimitError
from govperf.limits import LIMITS
from govperf.units import Quantity, Unit, install
from govperf.units.abroad import PINT
from govperf.units.known import words
from govperf.units.lexicon import DEFINITIONS, SCALES
from govperf.units.spellings import SPELLINGS
from govperf.units.translating import identifier_of

HOSTILE = [
    "9**9**9",
    "9**9**9 元",
    "(9**99999999)元",
    "9" * 100_000,
    "元" * 100_000,
    "/" * 100_000,
    "·" * 47,
    "(" * 48,
    "(" * 20 + ")" * 20,
    "元/" * 24,
    "元/(" * 12,
    "每" * 48,
    "每" * 128,
    "每人" * 24,
    "每人" * 64,
    "万" * 48,
    "5" + "万" * 47,
    "²" * 48,
    "元" + "²" * 47,
    "≥**人",
    "__import__('os').system('true')",
    "{0.__class__}",
    "%s%n%(x)s",
    "元\x00",
    "\x00",
    "\ud800",
    "元\ufeff",
    "\ufdfa" * 30,
    "\u202e元",
    "e\u0301" * 20,
    "[cn_yuan]",
    "= 元",
    "元 = 5 * 人",
    "@alias 元 = 人",
    "# 元",
    "import x",
    "元\n人",
    "meter",
    "nan",
    "inf",
    "NaN元",
    "Infinity元",
    "1e999999999元",
    "1_000元",
    "0x10元",
    "٣元",
    "½元",
    "⑤元",
    "五〇〇〇" * 32,
]
READERS = {
    "Quantity.parse": Quantity.parse,
    "Unit.of": Unit.of,
    "unit of a quantity": lambda text: Quantity(1, text),
    "number of a quantity": lambda text: Quantity(text, "元"),
    "goal of a conversion": lambda text: Quantity(1, "元").to(text),
}


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: f"{len(text)} of {text[:12]!a}")
def test_refused(reader, text):
    with pytest.raises(InputError) as caught:
        reader(text)
    assert len(str(caught.value)) < 400
    assert len(caught.value.explain("zh")) < 400


def test_a_long_text_is_not_looked_at():
    """The cap comes first: no copy of the text is made."""
    text = "元" * 10_000_000
    tracemalloc.start()
    for reader in (Unit.of, Quantity.parse):
        with pytest.raises(LimitError):
            reader(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100_000


class Counting(dict):
    """A table that counts how often a name is looked up."""

    count = 0

    def get(self, key, default=None):
        self.count += 1
        return super().get(key, default)


@pytest.mark.parametrize("piece", ["每", "每人", "元/", "万", "·", "(", "人人", "千米²", "  人"], ids=ascii)
@pytest.mark.parametrize("head", ["每", "5", "5元/"], ids=ascii)
def test_work_grows_with_the_length(monkeypatch, head, piece):
    for size in (16, 32, 64, LIMITS.quantity_chars):
        table = Counting(SPELLINGS | {name: name for name in DEFINITIONS})
        monkeypatch.setattr("govperf.units.known._WORDS", table)
        text = (head + piece * size)[:size]
        with suppress(InputError):
            Quantity.parse(text)
        assert table.count <= 40 * size


class TestNumbers:
    @pytest.mark.parametrize(
        "number", ["1E+999999999", "1E-999999999", "9" * 100_000], ids=lambda text: text[:9]
    )
    def test_huge(self, number):
        for made in (lambda: Quantity(Decimal(number), "元"), lambda: Quantity(5, "元") * Decimal(number)):
            with pytest.raises(InputError):
                made()

    @pytest.mark.parametrize(
        "grow",
        [
            lambda quantity: quantity * quantity,
            lambda quantity: quantity / Quantity(3, "人"),
            lambda quantity: quantity * Quantity(10**9, "万亿元"),
        ],
        ids=["squares", "quotients", "products"],
    )
    def test_towers_end(self, grow):
        def tower(quantity):
            for _ in range(20):
                quantity = grow(quantity)

        with pytest.raises(InputError):
            tower(Quantity(10**3, "亩"))

    def test_the_largest_factors(self):
        """Scale words are powers of ten without end in sight; the number is bounded all the same."""
        large, small = Unit.of("·".join(["万亿人"] * 8)), Unit.of("·".join(["人"] * 8))
        assert Quantity(1, large) > Quantity(10**33, small)
        assert Quantity(1, large) != Quantity(1, small)
        for convert in (lambda: Quantity(1, large).to(small), lambda: Quantity(1, small).to(large)):
            with pytest.raises(GovperfError) as caught:
                convert()
            assert isinstance(caught.value, InputError)

    def test_no_flag_is_raised_in_the_context_of_the_caller(self):
        context = getcontext()
        context.clear_flags()
        Quantity.parse("1亩").to("公顷")
        Quantity(1, "元") / 3
        hash(Quantity(1, "元"))
        assert not any(context.flags.values())


class TestMemory:
    def test_foreign_units_do_not_pile_up(self):
        """More units than the caches hold: the first ones are forgotten."""
        names = [name for name in DEFINITIONS if len(name) == 1]
        texts = [f"{one}·{other}/{scale}人" for one in names for other in names for scale in ("万", "亿")]
        assert len(texts) > 10_000
        for text in texts:
            Unit.of(text)
        gc.collect()
        units = sum(type(thing) is Unit for thing in gc.get_objects())
        assert units < 10_000


class TestPintIsNotAsked:
    """pint's parser hangs on hostile text and guesses on Chinese: it sees names of the lexicon only."""

    @pytest.fixture
    def seen(self, monkeypatch):
        shown = []

        def spy(name):
            genuine = getattr(pint.UnitRegistry, name)

            def watched(registry, text, *args, **kwargs):
                shown.append(text)
                return genuine(registry, text, *args, **kwargs)

            monkeypatch.setattr(pint.UnitRegistry, name, watched)

        for name in ("parse_expression", "parse_units", "parse_unit_name", "define", "get_name"):
            spy(name)
        return shown

    def test_the_spy_sees(self, seen):
        install(pint.UnitRegistry(None, non_int_type=Decimal))
        assert seen

    def test_only_names_of_the_lexicon(self, seen):
        registry = install(pint.UnitRegistry(None, non_int_type=Decimal))
        seen.clear()
        for text in (*HOSTILE, "７ 万元／（人、年）", "每万人 5 张", "百分之九十五", "3.53万㎡", "12 度"):
            for reader in READERS.values():
                try:
                    found = reader(text)
                except InputError:
                    continue
                if isinstance(found, Quantity):
                    assert hash(found) == hash(Quantity.from_pint(found.to_pint(registry)))
        names = {*map(partial(identifier_of, ""), {*words().values()}), *PINT.values()}
        scaled = {scale + name for scale in SCALES for name in names}
        shown = {word for text in seen for word in re.findall(r"[^\W\d]\w*", str(text))}
        assert shown <= names | scaled
