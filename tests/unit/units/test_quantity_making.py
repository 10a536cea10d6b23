"""Making a quantity: an exact, finite number of a sane size, and a unit."""

import copy
import pickle
import sys
from decimal import Decimal

import attrs
import pytest

from govperf.errors import LimitError, NumeralError, QuantityError, UnitError
from govperf.units import Quantity, Unit


class TestMaking:
    @pytest.mark.parametrize(
        ("value", "number"),
        [
            (Decimal("1.50"), "1.50"),
            (52, "52"),
            (-52, "-52"),
            ("3,678.76", "3678.76"),
            ("12.37万", "123700"),
            ("三成", None),
            (10**34 - 1, "9" * 34),
            (Decimal("1E+3"), "1000"),
            (Decimal("1E-60"), "1E-60"),
            (Decimal("9" * 34), "9" * 34),
            (Decimal("-0"), "0"),
            (Decimal("-0.00"), "0.00"),
            ("-0", "0"),
        ],
    )
    def test_number(self, value, number):
        if number is None:
            with pytest.raises(NumeralError):
                Quantity(value, "元")
        else:
            assert str(Quantity(value, "元").magnitude) == number

    def test_a_bare_number_has_the_empty_unit(self):
        assert Quantity(5).unit is Unit.of("")

    def test_unit_is_a_unit_or_its_text(self):
        assert Quantity(5, "元").unit is Quantity(5, Unit.of("元")).unit

    @pytest.mark.parametrize("value", [0.1, True, False, None, 1j, b"1", [1]])
    def test_no_number(self, value):
        with pytest.raises(TypeError, match="made of a Decimal, an int or a text"):
            Quantity(value, "元")

    @pytest.mark.parametrize("value", ["NaN", "sNaN", "-NaN123", "Infinity", "-Infinity"])
    def test_not_finite(self, value):
        with pytest.raises(QuantityError) as caught:
            Quantity(Decimal(value), "元")
        assert caught.value.code == "quantity.finite"

    @pytest.mark.parametrize(
        "value",
        [
            pytest.param(10**34, id="35 digits"),
            pytest.param(-(10**34), id="35 digits below zero"),
            pytest.param(Decimal("9" * 35), id="35 decimal digits"),
            pytest.param(Decimal("1E+34"), id="1E+34"),
            pytest.param(Decimal("1." + "1" * 34), id="34 decimals"),
            pytest.param(Decimal("1E+999999999999"), id="huge exponent"),
            pytest.param(Decimal("9" * 1_000_000), id="a million digits"),
        ],
    )
    def test_too_many_digits(self, value):
        with pytest.raises(QuantityError, match="more than 34 digits") as caught:
            Quantity(value, "元")
        assert caught.value.code == "quantity.digits"

    def test_huge_integer(self):
        with pytest.raises(QuantityError, match="more than 34 digits"):
            Quantity(1 << 10_000_000, "元")

    @pytest.mark.parametrize("value", ["1E-61", "1.5E-60", "-1E-999999999999", "12345E-62"])
    def test_too_many_decimals(self, value):
        with pytest.raises(QuantityError, match="more than 60 decimals") as caught:
            Quantity(Decimal(value), "元")
        assert caught.value.code == "quantity.decimals"

    @pytest.mark.parametrize(
        ("value", "kind"),
        [
            ("1E5%", NumeralError),
            ("1E34", NumeralError),
            ("NaN", NumeralError),
            ("", NumeralError),
            ("1" * 65, LimitError),
        ],
    )
    def test_text_is_no_number(self, value, kind):
        with pytest.raises(kind):
            Quantity(value, "元")

    def test_unknown_unit(self):
        with pytest.raises(UnitError):
            Quantity(5, "张张")

    def test_unit_is_no_text(self):
        with pytest.raises(TypeError, match="a unit is a text"):
            Quantity(5, 5)


class TestValue:
    """A quantity is a value: frozen, hashable, copied and pickled, the same in each."""

    @pytest.mark.parametrize("number", ["3678.76", "1.50", "0", "-0.07", "1E+3", "9" * 34, "1E-60"])
    @pytest.mark.parametrize("unit", ["", "万元", "%", "万元/(人·年)", "米"])
    def test_copies(self, number, unit):
        quantity = Quantity(Decimal(number), unit)
        twins = [copy.copy(quantity), copy.deepcopy(quantity), eval(repr(quantity))]  # noqa: S307 - our own text
        twins += [
            pickle.loads(pickle.dumps(quantity, protocol))  # noqa: S301 - our own bytes
            for protocol in range(pickle.HIGHEST_PROTOCOL + 1)
        ]
        for twin in twins:
            assert twin == quantity
            assert twin.unit is quantity.unit
            assert hash(twin) == hash(quantity)

    def test_decimals_survive(self):
        quantity = Quantity("1.50", "元")
        assert str(pickle.loads(pickle.dumps(quantity)).magnitude) == "1.50"  # noqa: S301 - our own bytes
        assert repr(quantity) == "Quantity('1.50', '元')"

    def test_frozen(self):
        quantity = Quantity(5, "元")
        for name in ("magnitude", "unit", "colour"):
            with pytest.raises(AttributeError):
                setattr(quantity, name, 6)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            del quantity.unit

    def test_evolve(self):
        assert attrs.evolve(Quantity(5, "元"), unit="万元") == Quantity(5, "万元")

    @pytest.mark.parametrize(
        ("number", "truth"), [("0", False), ("0.00", False), ("-0.01", True), ("5", True)]
    )
    def test_truth(self, number, truth):
        assert bool(Quantity(number, "元")) is truth

    def test_small(self):
        assert sys.getsizeof(Quantity(5, "元")) <= 64
