"""Laws of quantities: what is written is read back; arithmetic and order agree with exact fractions."""

import pickle
from decimal import (
    ROUND_HALF_EVEN,
    ROUND_UP,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Rounded,
    localcontext,
)
from fractions import Fraction

from hypothesis import assume, given, reject
from hypothesis import strategies as st

from govperf.errors import InputError, LimitError, QuantityError, UnitError
from govperf.limits import LIMITS
from govperf.units import Quantity, Unit
from govperf.units.lexicon import DEFINITIONS, RATIOS, SCALES
from govperf.units.spellings import SPELLINGS

POWERS = ["", *"²³⁴⁵⁶⁷⁸⁹"]
NAMES = st.sampled_from([*DEFINITIONS])
REAL = st.sampled_from([name for name in DEFINITIONS if name not in RATIOS])


def words(names=NAMES, powers=("",)):
    return st.builds("{}{}{}".format, st.sampled_from(["", *SCALES]), names, st.sampled_from(powers))


def units(names=NAMES, powers=("",)):
    """Up to three words above the line and up to two below it."""
    word = words(names, powers)
    above, below = st.lists(word, max_size=3), st.lists(word, max_size=2)
    return st.builds(unit_of, above, below)


def unit_of(above, below):
    try:
        return Unit.of("·".join(above) + "".join(f"/{word}" for word in below))
    except LimitError:  # the label would be too long
        reject()


def numbers(digits=LIMITS.digits, places=LIMITS.exponent):
    """Numbers that a quantity can hold, of so many digits at most, and so many decimals."""
    whole = st.integers(-(10**digits) + 1, 10**digits - 1)
    return st.builds(lambda n, e: Decimal(n).scaleb(-e, WIDE), whole, st.integers(0, places))


WIDE = Context(prec=1000)
ROUNDED = Context(prec=LIMITS.digits, rounding=ROUND_HALF_EVEN)
MONEY = numbers(12, 4)
QUANTITIES = st.builds(Quantity, numbers(), units())
SIMPLE = st.builds(Quantity, MONEY, units(powers=["", "²"]))
PLAIN = SIMPLE.filter(  # 个百分点 of an amount are hundredths of it, and have laws of their own
    lambda quantity: "个百分点" not in dict(quantity.unit.dimension)
)


def exact(quantity):
    """The size of a quantity in root units."""
    return Fraction(quantity.magnitude) * quantity.unit.factor


def rounded(size, unit):
    """A size in root units as a number of a unit, rounded once by other means than ours."""
    number = size / unit.factor
    return ROUNDED.divide(Decimal(number.numerator), Decimal(number.denominator))


@st.composite
def compatible(draw, count=2, number=MONEY, names=REAL):
    """Quantities of one dimension, each with scale words of its own."""
    unit = draw(units(names, ["", "²"]))
    found = []
    for _ in range(count):
        atoms = tuple(atom._replace(scale=draw(st.sampled_from(["", *SCALES]))) for atom in unit.atoms)
        try:
            found.append(Quantity(draw(number), Unit(atoms)))
        except InputError:  # the label would be too long
            reject()
    return found


class TestText:
    @given(st.builds(Quantity, numbers(places=59), words(powers=POWERS)))
    def test_written_is_read_back(self, quantity):
        assume(abs(quantity.magnitude) * 10 ** max(quantity.unit.power_of_ten, 0) < 10**LIMITS.digits)
        written = str(quantity)
        found = Quantity.parse(written)
        assert found == quantity
        assert (f"{found.magnitude:f}", found.unit) == (f"{quantity.magnitude:f}", quantity.unit)
        assert str(found) == written

    @given(st.builds(Quantity, numbers(20, 59), units(powers=["", "²", "³"])))
    def test_compounds_are_read_back(self, quantity):
        assume(len(str(quantity)) <= LIMITS.quantity_chars)
        assert Quantity.parse(str(quantity)) == quantity
        assert str(Quantity.parse(str(quantity))) == str(quantity)

    @given(QUANTITIES)
    def test_repr_typed_back(self, quantity):
        found = eval(repr(quantity))  # noqa: S307 - our own text
        assert found == quantity
        assert repr(found) == repr(quantity)

    @given(QUANTITIES)
    def test_pickled(self, quantity):
        found = pickle.loads(pickle.dumps(quantity))  # noqa: S301 - our own bytes
        assert found.unit is quantity.unit
        assert found.magnitude == quantity.magnitude

    @given(units(powers=POWERS))
    def test_label_is_a_fixed_point(self, unit):
        assert Unit.of(unit.label) is unit

    @given(st.builds(Quantity, numbers(12, 6), units(powers=["", "²"])))
    def test_scaled_is_read_back(self, quantity):
        try:
            written = f"{quantity:scaled}"
        except InputError:  # 10⁻⁶ and a scale word too many
            reject()
        assume(len(written) <= LIMITS.quantity_chars)
        assert Quantity.parse(written) == quantity

    @given(words(powers=["", "²"]), words(), st.integers(0, 10**6))
    def test_each(self, above, below, number):
        """每X N Y is N Y/X."""
        wanted = Quantity(number, f"{above}/{below}")
        assert Quantity.parse(f"每{below}{number}{above}") == wanted


class TestConversion:
    @given(compatible())
    def test_exact_or_rounded_once(self, pair):
        one, other = pair
        try:
            found = one.to(other.unit)
        except InputError:
            assert exact(one) / other.unit.factor >= 10**34 or exact(one) / other.unit.factor < Fraction(
                1, 10**26
            )
        else:
            assert found.unit is other.unit
            assert found.magnitude == rounded(exact(one), other.unit)

    @given(compatible())
    def test_there_and_back(self, pair):
        """Scale words are powers of ten: their conversions end, and come back exactly."""
        one, other = pair
        assume(one.unit.unscaled is other.unit.unscaled)
        try:
            found = one.to(other.unit)
        except InputError:
            reject()
        assert found == one
        assert found.to(one.unit).magnitude == one.magnitude

    @given(MONEY, st.permutations(["亩", "公顷", "平方米", "平方公里", "万亩"]))
    def test_any_way_round(self, number, path):
        start = Quantity(number * 2 * 3, path[0])
        wanted = exact(start)
        for unit in path:
            start = start.to(unit)
        assert abs(exact(start) - wanted) <= abs(wanted) / 10**32


class TestOrder:
    @given(compatible())
    def test_agrees_with_fractions(self, pair):
        one, other = pair
        a, b = exact(one), exact(other)
        assert (one < other, one <= other, one == other) == (a < b, a <= b, a == b)
        assert (one > other, one >= other, one != other) == (a > b, a >= b, a != b)

    @given(
        compatible(
            number=st.sampled_from([Decimal(n).scaleb(e) for n in (0, 1, -1, 10) for e in (0, 1, 4, -4)])
        )
    )
    def test_equal_hash_equal(self, pair):
        one, other = pair
        assert (hash(one) == hash(other)) >= (one == other)

    @given(QUANTITIES, QUANTITIES)
    def test_any_two(self, one, other):
        """Equal quantities add and have one hash; those that do not add are not equal and have no order."""
        assert (one == other) == (other == one)
        if one == other:
            assert hash(one) == hash(other)
            assert one.unit.adds_to(other.unit)
        if not one.unit.adds_to(other.unit):
            for operation in (lambda: one < other, lambda: one + other, lambda: one.ratio(other)):
                try:
                    operation()
                except UnitError:
                    continue
                raise AssertionError

    @given(SIMPLE)
    def test_reflexive(self, quantity):
        twin = Quantity(quantity.magnitude, quantity.unit.label)
        assert quantity == twin
        assert hash(quantity) == hash(twin)
        assert quantity <= twin
        assert quantity >= twin


class TestSums:
    @given(compatible())
    def test_rounded_once(self, pair):
        one, other = pair
        try:
            assert (one + other).magnitude == rounded(exact(one) + exact(other), one.unit)
            assert (one - other).magnitude == rounded(exact(one) - exact(other), one.unit)
        except QuantityError:  # too large for the smaller unit
            reject()

    @given(compatible(names=st.sampled_from(["元", "亩", "人次", "个百分点", "天"])))
    def test_commutative(self, pair):
        one, other = pair
        try:
            assume(exact(one + other) == exact(one) + exact(other) == exact(other + one))
        except QuantityError:  # too large for the smaller unit
            reject()
        assert one + other == other + one

    @given(st.lists(st.builds(Quantity, MONEY, st.sampled_from(["元", "万元", "亿元", "千元"])), min_size=1))
    def test_associative(self, amounts):
        assert sum(amounts) == sum(reversed(amounts)) == sum(sorted(amounts))
        assert exact(sum(amounts)) == sum(map(exact, amounts))

    @given(st.tuples(*[st.builds(Quantity, MONEY, st.sampled_from(["元", "万元", "亿元", "千元"]))] * 3))
    def test_any_grouping(self, three):
        a, b, c = three
        assert (a + b) + c == a + (b + c)
        assert a + b == b + a
        assert a - b + b == a
        assert a - b == -(b - a) == a + -b

    @given(*[st.builds(Quantity, MONEY, st.sampled_from(["%", "‰", "成", "倍"]))] * 2)
    def test_ratios(self, one, other):
        assume(one.unit.label != "倍" or other.unit.label != "倍")
        points = one - other
        assert points.unit is Unit.of("个百分点")
        assert other + points == one == points + other == one - points + points
        assert points + (other - one) == Quantity(0, "个百分点")
        assert points.to("%").to("个百分点") == points
        assert points * Quantity(100, "万元") == points.to("%") * Quantity(100, "万元")

    def test_multiples_differ_by_multiples(self):
        assert Quantity(3, "倍") - Quantity(1, "倍") == Quantity(2, "倍")


class TestProducts:
    @given(PLAIN, PLAIN)
    def test_agree_with_fractions(self, one, other):
        try:
            found = one * other
        except InputError:
            reject()
        assert found.magnitude == rounded(exact(one) * exact(other), found.unit)
        assert Unit.of(found.unit.label) is found.unit
        powers = dict(one.unit.dimension)
        for root, power in other.unit.dimension:
            powers[root] = powers.get(root, 0) + power
        assert dict(found.unit.dimension) == {root: power for root, power in powers.items() if power}

    @given(PLAIN, PLAIN)
    def test_quotients_agree_with_fractions(self, one, other):
        assume(other)
        try:
            found = one / other
        except InputError:
            reject()
        assert found.magnitude == rounded(exact(one) / exact(other), found.unit)
        assert str(found.magnitude) == str(Quantity(found.magnitude).magnitude)

    @given(
        st.builds(Quantity, MONEY, words(REAL)).filter(lambda q: "个百分点" not in dict(q.unit.dimension)),
        st.builds(Quantity, MONEY, st.sampled_from(["个百分点", "个基点", "个千分点"])),
    )
    def test_points_of_an_amount(self, amount, points):
        try:
            found = amount * points
        except InputError:
            reject()
        assert found == points * amount == amount * points.to("%")

    @given(SIMPLE, SIMPLE)
    def test_commutative(self, one, other):
        try:
            assume(exact(one * other) == exact(one) * exact(other) == exact(other * one))
        except InputError:
            reject()
        assert one * other == other * one or one.unit.is_ratio or other.unit.is_ratio

    @given(
        st.builds(Quantity, numbers(6, 2), units(st.sampled_from(["元", "人", "年", "米", "人次", "家"]))),
        st.builds(
            Quantity, st.integers(1, 1000).map(lambda n: 2**n % 4096 or 5), st.sampled_from("人年米元")
        ),
    )
    def test_undone(self, one, other):
        assume(
            one.unit.dimension or not one.unit.atoms
        )  # what cancels of itself, 人/人, comes back as a number
        try:
            product = one * other
            assume(exact(product) == exact(one) * exact(other))
            assume(one.unit.dimension or not one.unit.atoms)  # 元/元 comes back as a bare number
            found = product / other
        except InputError:
            reject()
        assert found == one

    @given(SIMPLE, MONEY)
    def test_numbers(self, quantity, number):
        try:
            assert quantity * number == number * quantity == quantity * Quantity(number)
            assert (quantity * number).unit is quantity.unit
        except InputError:
            reject()

    @given(compatible(), st.integers(2, 9))
    def test_ratio(self, pair, times):
        one, other = pair
        assume(other)
        assert one.exact_ratio(other) == exact(one) / exact(other)
        assert Fraction((other * times).exact_ratio(other)) == times


class TestContext:
    """A caller's decimal context changes nothing."""

    HOSTILE = Context(
        prec=3,
        rounding=ROUND_UP,
        Emin=-2,
        Emax=2,
        clamp=1,
        traps=[Inexact, Rounded, InvalidOperation, DivisionByZero],
    )

    @given(compatible(), MONEY)
    def test_nothing_changes(self, pair, number):
        def answers():
            one, other = (Quantity(q.magnitude, q.unit) for q in pair)
            for question in (
                lambda: one + other,
                lambda: one - other,
                lambda: one * number,
                lambda: one / other,
                lambda: one.to(other.unit),
                lambda: (one < other, one == other, hash(one)),
                lambda: (one.ratio(other), str(-one), repr(abs(other)), f"{one:.2f}", f"{other:scaled.1}"),
                lambda: repr(Quantity.parse(str(one))),
            ):
                try:
                    yield repr(question())
                except InputError as error:
                    yield error.code

        calm = list(answers())
        with localcontext(self.HOSTILE) as context:
            assert list(answers()) == calm
            assert not any(context.flags.values())


READERS = [Quantity.parse, Unit.of, lambda word: Quantity(1, word), lambda word: Quantity(word, "元")]


def fault(reader, text):
    """The error of the input that a reader raises, None if it reads; any other error is a failure."""
    try:
        found = reader(text)
    except InputError as error:
        return error
    assert type(found) in (Quantity, Unit)
    return None


class TestAnyText:
    """A text is read, or refused with an error of the input; nothing else happens."""

    @staticmethod
    def read(text):
        for error in filter(None, (fault(reader, text) for reader in READERS)):
            assert error.span is None or 0 <= error.span[0] <= error.span[1] <= max(len(text), 1)
            assert error.explain("zh")
            assert error.explain("en") == str(error)

    @given(st.text())
    def test_any(self, text):
        self.read(text)

    @given(
        st.lists(
            st.sampled_from(
                [
                    *DEFINITIONS,
                    *SPELLINGS,
                    *SCALES,
                    *"0123456789.,，/／·、*()（）每百分之成一二三十零 \n²³⁰½%％-−+",
                ]
            ),
            max_size=12,
        ).map("".join)
    )
    def test_made_of_our_words(self, text):
        self.read(text)

    @given(st.text(st.characters(categories=["Nd", "Nl", "No", "Zs", "Sc", "Cf", "Po"]), max_size=20))
    def test_odd_characters(self, text):
        self.read("5" + text)
        self.read(text + "元")
        self.read(f"5{text}元/人")
