"""Splitting an amount: nothing lost, nothing gained, each share less than a step from its exact one."""

from decimal import Context, Decimal, localcontext
from fractions import Fraction
from itertools import count, repeat

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from govperf.errors import LimitError, QuantityError, UnitError
from govperf.limits import LIMITS
from govperf.units import Quantity, Unit

CENT = Fraction(1, 100)
CENTS = st.integers(-(10**15), 10**15)
WEIGHTS = st.lists(
    st.one_of(
        st.integers(0, 10**12), st.decimals(0, 10**6, places=4), st.just(0), st.just(1), st.just(10**30)
    ),
    min_size=1,
    max_size=12,
).filter(any)


def texts(shares):
    return [f"{share.magnitude.normalize():f}{share.unit}" for share in shares]


def exact_shares(amount, weights):
    total = sum(map(Fraction, weights))
    return [Fraction(amount.magnitude) * Fraction(weight) / total for weight in weights]


class TestLaws:
    @given(CENTS, WEIGHTS)
    def test_the_shares_add_up(self, cents, weights):
        amount = Quantity(Decimal(cents).scaleb(-2), "元")
        shares = amount.allocate(weights)
        assert len(shares) == len(weights)
        assert sum(shares, Quantity(0, "元")) == amount
        assert {share.unit for share in shares} == {amount.unit}

    @given(CENTS, WEIGHTS)
    def test_each_is_less_than_a_step_from_its_exact_share(self, cents, weights):
        amount = Quantity(Decimal(cents).scaleb(-2), "元")
        for share, exact in zip(amount.allocate(weights), exact_shares(amount, weights), strict=True):
            assert abs(Fraction(share.magnitude) - exact) < CENT
            assert Fraction(share.magnitude) % CENT == 0

    @given(CENTS, WEIGHTS)
    def test_a_weight_of_nothing_is_given_nothing(self, cents, weights):
        shares = Quantity(Decimal(cents).scaleb(-2), "元").allocate([*weights, 0])
        assert not shares[-1]

    @given(CENTS, WEIGHTS)
    def test_no_share_has_the_other_sign(self, cents, weights):
        for share in Quantity(Decimal(cents).scaleb(-2), "元").allocate(weights):
            assert share.magnitude * cents >= 0

    @given(CENTS, WEIGHTS)
    def test_a_larger_weight_is_given_no_less(self, cents, weights):
        shares = Quantity(Decimal(abs(cents)).scaleb(-2), "元").allocate(weights)
        pairs = sorted(zip(weights, shares, strict=True), key=lambda pair: (pair[0], pair[1].magnitude))
        given_in_order = [share for _, share in pairs]
        assert given_in_order == sorted(given_in_order)

    @given(CENTS, WEIGHTS, st.randoms(use_true_random=False))
    def test_the_order_decides_between_equal_remainders_only(self, cents, weights, chance):
        amount = Quantity(Decimal(cents).scaleb(-2), "元")
        remainders = [abs(exact / CENT) % 1 for exact in exact_shares(amount, weights)]
        assume(len(set(remainders)) == len(remainders))
        order = list(range(len(weights)))
        chance.shuffle(order)
        moved = amount.allocate([weights[i] for i in order])
        assert moved == tuple(amount.allocate(weights)[i] for i in order)

    @given(CENTS, WEIGHTS)
    def test_a_debt_is_split_as_a_credit(self, cents, weights):
        amount = Quantity(Decimal(cents).scaleb(-2), "元")
        assert (-amount).allocate(weights) == tuple(-share for share in amount.allocate(weights))

    @given(CENTS, WEIGHTS)
    def test_the_unit_of_the_amount_does_not_matter(self, cents, weights):
        amount = Quantity(Decimal(cents).scaleb(-2), "元")
        scaled = amount.to("万元").allocate(weights)
        assert scaled == amount.allocate(weights)
        assert {share.unit for share in scaled} == {Unit.of("万元")}

    @given(CENTS, WEIGHTS)
    def test_proportions_count_and_not_sizes(self, cents, weights):
        amount = Quantity(Decimal(cents).scaleb(-2), "元")
        wanted = amount.allocate(weights)
        assert amount.allocate([Quantity(weight, "亩") for weight in weights]) == wanted
        assert amount.allocate([Quantity(weight, "万元/人") for weight in weights]) == wanted
        assert amount.allocate([Decimal(weight) * 3 for weight in weights]) == wanted

    @given(st.integers(-(10**33), 10**33), WEIGHTS)
    def test_the_largest_amounts(self, whole, weights):
        amount = Quantity(whole, "人")
        assert sum(amount.allocate(weights), Quantity(0, "人")) == amount


@pytest.mark.parametrize(
    ("amount", "weights", "shares"),
    [
        ("100元", [1, 1, 1], ["33.34元", "33.33元", "33.33元"]),
        ("-100元", [1, 1, 1], ["-33.34元", "-33.33元", "-33.33元"]),
        ("0元", [1, 2], ["0元", "0元"]),
        ("5元", [7], ["5元"]),
        ("0.01元", [1, 1], ["0.01元", "0元"]),
        ("0.01元", [1, 2], ["0元", "0.01元"]),
        ("10元", [0, 1, 0], ["0元", "10元", "0元"]),
        ("1万元", [1, 1, 1], ["0.333334万元", "0.333333万元", "0.333333万元"]),
        ("100角", [1, 1, 1], ["33.4角", "33.3角", "33.3角"]),
        ("100美元", [1, 1, 1], ["33.34美元", "33.33美元", "33.33美元"]),
        ("100日元", [1, 1, 1], ["34日元", "33日元", "33日元"]),
        ("10人", [1, 1, 1], ["4人", "3人", "3人"]),
        ("1万人次", [1, 1, 1], ["0.3334万人次", "0.3333万人次", "0.3333万人次"]),
        ("100元", [Decimal("0.5"), 1, Decimal("1.5")], ["16.67元", "33.33元", "50元"]),
        ("100元", ["1人", "1名", "1人"], ["33.34元", "33.33元", "33.33元"]),
        ("100元", ["1公顷", "15亩"], ["50元", "50元"]),
        ("100元", ["50%", "0.5成"], ["90.91元", "9.09元"]),
    ],
)
def test_what_a_table_prints(amount, weights, shares):
    weights = [Quantity.parse(weight) if isinstance(weight, str) else weight for weight in weights]
    assert texts(Quantity.parse(amount).allocate(weights)) == shares


class TestSteps:
    @pytest.mark.parametrize(
        ("amount", "step", "shares"),
        [
            ("100元", "1元", ["34元", "33元", "33元"]),
            ("100元", "5分钱", ["33.35元", "33.35元", "33.3元"]),
            ("1万元", "100元", ["0.34万元", "0.33万元", "0.33万元"]),
            ("90分", "0.5分", ["30分", "30分", "30分"]),
            ("1吨", "1公斤", ["0.334吨", "0.333吨", "0.333吨"]),
            ("1", "0.01", ["0.34", "0.33", "0.33"]),
            ("100%", "0.1%", ["33.4%", "33.3%", "33.3%"]),
        ],
    )
    def test_a_step_that_is_said(self, amount, step, shares):
        for said in (step, Quantity.parse(step)):
            assert texts(Quantity.parse(amount).allocate([1, 1, 1], step=said)) == shares

    @pytest.mark.parametrize("amount", ["1吨", "1亩", "5", "50%", "1万元/人", "5分", "3小时"])
    def test_an_amount_without_a_smallest_one(self, amount):
        with pytest.raises(QuantityError) as caught:
            Quantity.parse(amount).allocate([1, 1])
        assert caught.value.code == "quantity.step-needed"

    @pytest.mark.parametrize(
        ("amount", "step"),
        [
            ("0.005元", None),
            ("1.5人", None),
            ("0.00015万人", None),
            ("100元", "3元"),
            ("100元", "0元"),
            ("100元", "-1元"),
            ("0元", "0元"),
        ],
    )
    def test_an_amount_that_is_no_whole_number_of_steps(self, amount, step):
        for said in {step, step and Quantity.parse(step)}:
            with pytest.raises(QuantityError) as caught:
                Quantity.parse(amount).allocate([1, 1], step=said)
            assert caught.value.code == "quantity.step"

    def test_a_step_of_another_kind(self):
        with pytest.raises(UnitError):
            Quantity(5, "元").allocate([1], step="1人")

    @pytest.mark.parametrize("step", [1, 0.5, 0, Decimal(1)], ids=repr)
    def test_a_step_without_a_unit(self, step):
        with pytest.raises(TypeError):
            Quantity(5, "元").allocate([1], step=step)

    def test_a_share_that_has_no_end_in_its_unit(self):
        """5亩 are a third of a 公顷."""
        with pytest.raises(QuantityError) as caught:
            Quantity(1, "公顷").allocate([1, 1, 1], step="1亩")
        assert caught.value.code == "quantity.endless"


class TestWeights:
    @pytest.mark.parametrize(
        "weights",
        [[], [0], [0, Decimal(0)], [-1], [2, -1], [Quantity(-1, "人"), Quantity(2, "人")]],
        ids=repr,
    )
    def test_none_that_is_above_zero(self, weights):
        with pytest.raises(QuantityError) as caught:
            Quantity(5, "元").allocate(weights)
        assert caught.value.code == "quantity.weights"

    @pytest.mark.parametrize(
        "weights",
        [
            [1, Quantity(1, "人")],
            [Quantity(1, "人"), Quantity(1, "人次")],
            [Quantity(1), Quantity(1, "%")],
            [Quantity(50, "%"), Decimal("0.5")],
        ],
        ids=repr,
    )
    def test_units_that_do_not_go_together(self, weights):
        with pytest.raises(UnitError):
            Quantity(5, "元").allocate(weights)

    @pytest.mark.parametrize("weight", [1.0, True, None, "1", Fraction(1, 3), 1j, [1]], ids=repr)
    def test_what_is_no_weight(self, weight):
        with pytest.raises(TypeError):
            Quantity(5, "元").allocate([1, weight])

    @pytest.mark.parametrize("weights", [5, None, Quantity(1, "人"), "12"], ids=repr)
    def test_what_holds_no_weights(self, weights):
        with pytest.raises(TypeError):
            Quantity(5, "元").allocate(weights)

    @pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
    def test_what_is_not_finite(self, number):
        with pytest.raises(QuantityError):
            Quantity(5, "元").allocate([1, Decimal(number)])

    def test_as_many_as_a_list_may_have(self):
        shares = Quantity(LIMITS.items, "人").allocate([1] * LIMITS.items)
        assert set(shares) == {Quantity(1, "人")}

    @pytest.mark.parametrize(
        "weights", [[1] * (LIMITS.items + 1), repeat(1), count()], ids=["list", "1", "count"]
    )
    def test_too_many(self, weights):
        with pytest.raises(LimitError):
            Quantity(5, "元").allocate(weights)

    def test_weights_that_come_one_by_one(self):
        assert Quantity(5, "元").allocate(weight for weight in (1, 4)) == (
            Quantity(1, "元"),
            Quantity(4, "元"),
        )


def test_the_context_of_the_caller_has_no_say():
    amount, large = Quantity("1234.56", "元"), Quantity("12345678901234567890123456789012.34", "元")
    with localcontext(Context(prec=3)) as context:
        assert amount.allocate([1]) == (amount,)
        assert large.allocate([0, 1])[1] == large
        assert not any(context.flags.values())
