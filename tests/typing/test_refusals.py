"""What both checkers must refuse, as Python does: a line that one lets through has an ignore too many."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from decimal import Decimal

import pytest

from govperf import Quantity, Unit, parse_number, read_number

Q = Quantity(5, "元")


def test_numbers_that_are_none() -> None:
    with pytest.raises(TypeError):
        Quantity(0.1, "元")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Quantity(None, "元")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Quantity(b"5", "元")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Quantity()  # type: ignore[call-arg]


def test_units_that_are_none() -> None:
    with pytest.raises(TypeError):
        Quantity(5, 5)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Quantity(5, None)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Unit.of(5)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Unit.in_heading(5)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Unit.define(5)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Unit.define("拒炉", 5)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Unit.define("拒炉", None, ["拒炉子"])  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Unit.define("拒炉", spellings=[5])  # type: ignore[list-item]


def test_sums_with_what_has_no_unit() -> None:
    with pytest.raises(TypeError):
        _ = Q + 1  # type: ignore[operator]
    with pytest.raises(TypeError):
        _ = Q + 1.5  # type: ignore[operator]
    with pytest.raises(TypeError):
        _ = Q + "1元"  # type: ignore[operator]
    with pytest.raises(TypeError):
        _ = Q - 1  # type: ignore[operator]
    with pytest.raises(TypeError):
        _ = 1 - Q  # type: ignore[operator]
    with pytest.raises(TypeError):
        _ = 1.5 + Q  # type: ignore[operator]
    with pytest.raises(TypeError):
        _ = Q + None  # type: ignore[operator]


def test_factors_that_are_floats() -> None:
    with pytest.raises(TypeError):
        _ = Q * 1.5  # type: ignore[operator]
    with pytest.raises(TypeError):
        _ = 1.5 * Q  # type: ignore[operator]
    with pytest.raises(TypeError):
        _ = Q / 1.5  # type: ignore[operator]
    with pytest.raises(TypeError):
        _ = Q * "2"  # type: ignore[operator]


def test_operations_that_are_not_there() -> None:
    with pytest.raises(TypeError):
        _ = 1 / Q  # type: ignore[operator]
    with pytest.raises(TypeError):
        _ = Q // 2  # type: ignore[operator]
    with pytest.raises(TypeError):
        _ = Q % 2  # type: ignore[operator]
    with pytest.raises(TypeError):
        _ = Q**2  # type: ignore[operator]
    with pytest.raises(TypeError):
        float(Q)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        int(Q)  # type: ignore[call-overload]
    with pytest.raises(TypeError):
        round(Q, 2)  # type: ignore[call-overload]
    with pytest.raises(TypeError):
        Decimal(Q)  # type: ignore[arg-type]


def test_comparisons_with_what_has_no_unit() -> None:
    with pytest.raises(TypeError):
        _ = Q < 5  # type: ignore[operator]
    with pytest.raises(TypeError):
        _ = Q <= "5元"  # type: ignore[operator]


def test_changes() -> None:
    with pytest.raises(AttributeError):
        Q.magnitude = Decimal(6)  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Q.unit = Unit.of("人")  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Q.note = "x"  # type: ignore[attr-defined]


def test_subclasses() -> None:
    class Money(Quantity):  # type: ignore[misc]
        """A class of the user's own."""

    class Currency(Unit):  # type: ignore[misc]
        """A class of the user's own."""

    assert (Money.__name__, Currency.__name__) == ("Money", "Currency")


def test_arguments_of_the_wrong_type() -> None:
    with pytest.raises(TypeError):
        Quantity.parse(5)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Quantity.parse("5", unit=5)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Quantity.parse("5", "元")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Q.to(5)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Q.rounded(1.5)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Q.allocate(5)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Q.allocate([0.5, 0.5])  # type: ignore[list-item]
    with pytest.raises(TypeError):
        parse_number(5)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        read_number(None)  # type: ignore[arg-type]


def test_words_that_are_no_choice() -> None:
    with pytest.raises(ValueError, match="maybe"):
        Quantity(1, "亩").to("公顷", inexact="maybe")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="up"):
        Q.rounded(1, rounding="up")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="'x'"):
        Quantity.parse("5拒幅", unknown="x")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="'x'"):
        Unit.of("拒幅", unknown="x")  # type: ignore[arg-type]
