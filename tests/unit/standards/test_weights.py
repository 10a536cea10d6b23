"""Default weights and least weights of a rule book: what they accept, and which fit a form."""

from decimal import Decimal, localcontext

import attrs
import pytest
from asking_books import CLAUSE, code

from govperf.limits import LIMITS
from govperf.model import EvaluationKind
from govperf.standards.weights import WeightFloor, WeightSet, weight_set_for

USUAL = {"output": Decimal(50), "outcome": Decimal(30), "satisfaction": Decimal(10)}
LONGEST = Decimal("9" * LIMITS.digits)


def weights(points=USUAL, execution=Decimal(10), name="usual"):
    return WeightSet(name, points, execution, CLAUSE)


def floor(codes=("output", "outcome"), share=Decimal("0.6"), kinds=("finance",)):
    return WeightFloor(codes, share, kinds, CLAUSE)


class TestWeightSet:
    def test_sums(self):
        made = weights()
        assert (made.indicators, made.full) == (90, 100)
        assert made.codes == ("output", "outcome", "satisfaction")

    def test_points_of_a_level(self):
        assert (weights().of("outcome"), weights().of("cost")) == (30, None)

    def test_pairs_will_do(self):
        assert weights(iter(USUAL.items())) == weights()

    def test_sums_are_exact_whatever_the_context(self):
        made = weights({"output": LONGEST, "outcome": Decimal("0.01")}, Decimal("0.02"))
        with localcontext(prec=2):
            assert made.full == Decimal("9" * LIMITS.digits + ".03")

    def test_execution_may_be_nothing(self):
        assert weights(execution=Decimal(0)).full == 90

    def test_cannot_be_changed(self):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            weights().name = "other"
        assert hash(weights()) == hash(weights())

    @pytest.mark.parametrize(
        "points",
        [
            {},
            {"产出": Decimal(50)},
            {"output.quantity": Decimal(50)},
            {"Output": Decimal(50)},
            {"": Decimal(50)},
            (("output", Decimal(50)), ("output", Decimal(30))),
        ],
        ids=["none", "label", "second level", "capital", "empty", "twice"],
    )
    def test_codes(self, points):
        assert code(weights, points) == "standard.weight-code"

    def test_level_without_points(self):
        assert code(weights, {"output": Decimal("0.00")}) == "standard.weight-zero"

    @pytest.mark.parametrize("number", ["-0.01", "NaN", "Infinity", "1E+34", "1E-34", "9" * 35])
    def test_numbers_out_of_range(self, number):
        assert code(weights, {"output": Decimal(number)}) == "standard.range"
        assert code(weights, execution=Decimal(number)) == "standard.range"

    @pytest.mark.parametrize("number", ["0.01", "1E+33", "1E-33", "9" * 34])
    def test_numbers_in_range(self, number):
        assert weights({"output": Decimal(number)}).of("output") == Decimal(number)

    @pytest.mark.parametrize("number", [50, "50.0", 0.5, None])
    def test_only_decimals(self, number):
        with pytest.raises(TypeError, match="points are a Decimal"):
            weights({"output": number})


class TestWeightFloor:
    def test_holds_for_its_kinds(self):
        made = floor(kinds=["departmental", "finance"])
        assert [kind.value for kind in EvaluationKind if made.holds_for(kind)] == ["departmental", "finance"]

    @pytest.mark.parametrize("share", ["0.01", "0.6", "1"])
    def test_share(self, share):
        assert floor(share=Decimal(share)).share == Decimal(share)

    @pytest.mark.parametrize("share", ["0", "-0.6", "1.01", "60", "NaN"])
    def test_share_out_of_range(self, share):
        assert code(floor, share=Decimal(share)) == "standard.range"

    @pytest.mark.parametrize("codes", [(), ("产出",), ("output", "output")])
    def test_codes(self, codes):
        assert code(floor, codes) == "standard.weight-code"

    @pytest.mark.parametrize("kinds", [(), ("自评",), ("finance", "other")])
    def test_kinds(self, kinds):
        assert code(floor, kinds=kinds) == "standard.weight-kinds"

    def test_only_a_decimal(self):
        with pytest.raises(TypeError, match="points are a Decimal"):
            floor(share=60)


class TestSetForAForm:
    SETS = (
        weights(name="usual"),
        weights({"output": Decimal(50), "outcome": Decimal(40)}, name="without satisfaction"),
        weights(dict(reversed(USUAL.items())), name="the same levels"),
    )

    @pytest.mark.parametrize(
        ("codes", "name"),
        [
            (("output", "outcome", "satisfaction"), "usual"),
            (("satisfaction", "output", "outcome", "output"), "usual"),
            (("outcome", "output"), "without satisfaction"),
        ],
    )
    def test_exactly_its_levels(self, codes, name):
        assert weight_set_for(self.SETS, codes).name == name

    @pytest.mark.parametrize("codes", [(), ("output",), ("output", "outcome", "satisfaction", "cost")])
    def test_fewer_and_more(self, codes):
        assert weight_set_for(self.SETS, codes) is None

    def test_what_is_no_set(self):
        with pytest.raises(TypeError):
            weight_set_for(["usual"], ["output"])
