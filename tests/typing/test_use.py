"""What a user writes, with the types that both checkers must find; it runs as well, so that they are true."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from typing import Literal, assert_type

import attrs

from govperf import Quantity, Reading, Unit, format_number, parse_number, read_number
from govperf.errors import InputError, UnitError

BUDGET = Quantity("3678.76", "万元")
SPENT = Quantity(Decimal("3600.5"), "万元")
TRIPS = Quantity(8200, "人次")
PEOPLE = Quantity(820, Unit.of("人"))


def test_made() -> None:
    assert_type(BUDGET, Quantity)
    assert_type(Quantity(52), Quantity)
    assert_type(BUDGET.magnitude, Decimal)
    assert_type(BUDGET.unit, Unit)
    assert_type(Quantity.parse("3,678.76 万元"), Quantity)
    assert_type(Quantity.parse("3,678.76", unit="万元"), Quantity)
    assert_type(Quantity.parse("3,678.76", unit=Unit.of("万元"), unknown="counter"), Quantity)
    assert Quantity.parse("3,678.76", unit=None, unknown="refuse") == Quantity("3678.76")


def test_arithmetic() -> None:
    assert_type(BUDGET + SPENT, Quantity)
    assert_type(BUDGET - SPENT, Quantity)
    assert_type(BUDGET * 2, Quantity)
    assert_type(2 * BUDGET, Quantity)
    assert_type(BUDGET * Decimal("0.5"), Quantity)
    assert_type(Decimal("0.5") * BUDGET, Quantity)
    assert_type(TRIPS * BUDGET, Quantity)
    assert_type(BUDGET / 2, Quantity)
    assert_type(BUDGET / Decimal("0.5"), Quantity)
    assert_type(BUDGET / PEOPLE, Quantity)
    assert_type(-BUDGET, Quantity)
    assert_type(abs(BUDGET), Quantity)
    assert_type(bool(BUDGET), bool)
    assert_type(hash(BUDGET), int)
    total = BUDGET
    total += SPENT
    total *= 2
    assert_type(total, Quantity)
    each = TRIPS / PEOPLE
    assert each == Quantity(10, "次")


def test_sums_and_folds() -> None:
    parts = [Quantity(295, "条"), Quantity(201, "条"), Quantity(128, "条")]
    assert_type(sum(parts), Quantity | Literal[0])
    assert_type(sum(parts, start=Quantity(0, "条")), Quantity)
    assert_type(sum((part for part in parts), Quantity(0, "条")), Quantity)
    folded: Quantity = reduce(lambda one, other: one + other, parts)  # ty adds an Unknown to its type
    assert folded == Quantity(624, "条")
    assert_type(sorted(parts), list[Quantity])
    assert_type(sorted(parts, key=lambda part: part.magnitude, reverse=True), list[Quantity])
    assert_type(max(parts), Quantity)
    assert_type(min(*parts), Quantity)
    assert_type(max(parts, default=None), Quantity | None)
    assert_type(sum(parts, Quantity(0, "条")) / len(parts), Quantity)
    assert sum(parts) == Quantity(624, "条")


def test_compared() -> None:
    assert_type(BUDGET == SPENT, bool)
    assert_type(BUDGET != SPENT, bool)
    assert_type(BUDGET < SPENT, bool)
    assert_type(BUDGET <= SPENT, bool)
    assert_type(BUDGET > SPENT, bool)
    assert_type(BUDGET >= SPENT, bool)
    assert_type({BUDGET: "budget"}, dict[Quantity, str])
    assert_type({BUDGET, SPENT}, set[Quantity])
    assert BUDGET > SPENT


def test_converted_and_rounded() -> None:
    assert_type(BUDGET.to("元"), Quantity)
    assert_type(BUDGET.to(Unit.of("元"), inexact="refuse"), Quantity)
    assert_type(SPENT.ratio(BUDGET), Decimal)
    assert_type(SPENT.exact_ratio(BUDGET), Fraction)
    assert_type(BUDGET.rounded(1), Quantity)
    assert_type(BUDGET.rounded(1, rounding="half_even"), Quantity)
    assert BUDGET.to("元").magnitude == 36_787_600


def test_allocated() -> None:
    assert_type(BUDGET.allocate([1, 2, 3]), tuple[Quantity, ...])
    assert_type(BUDGET.allocate([Decimal("0.5"), Decimal("1.5")]), tuple[Quantity, ...])
    assert_type(BUDGET.allocate((BUDGET, SPENT)), tuple[Quantity, ...])
    assert_type(BUDGET.allocate([1, Decimal(2)], step="1角"), tuple[Quantity, ...])
    assert_type(BUDGET.allocate(iter([1, 2]), step=Quantity(1, "元")), tuple[Quantity, ...])
    first, *rest = BUDGET.allocate(range(1, 4))
    assert_type(first, Quantity)
    assert_type(rest, list[Quantity])
    assert sum(rest, first) == BUDGET


def test_units() -> None:
    unit = Unit.of("万元")
    assert_type(unit, Unit)
    assert_type(Unit.of(unit, unknown="refuse"), Unit)
    assert_type(Unit.define("型担", "50公斤", spellings=["型市担"]), Unit)
    assert_type(Unit.define("型炉", spellings=("型炉子",)), Unit)
    assert_type(Unit.define("型车", Quantity("1.5", "吨")), Unit)
    assert_type(unit.label, str)
    assert_type(unit.beside, str)
    assert_type(unit.factor, Fraction)
    assert_type(unit.dimension, tuple[tuple[str, int], ...])
    assert_type(unit.is_ratio, bool)
    assert_type(unit.is_money, bool)
    assert_type(unit.is_count, bool)
    assert_type(unit.kind, Literal["count", "money", "ratio", "measure"] | None)
    assert_type(unit.adds_to(Unit.of("元")), bool)
    assert_type([unit.label for unit in sorted({unit}, key=str)], list[str])
    found = Unit.in_heading("金额（万元）")
    assert_type(found, Unit | None)
    if found is not None:
        assert_type(found, Unit)
        assert Quantity.parse("5", unit=found) == Quantity(5, "万元")


def test_written() -> None:
    assert_type(str(BUDGET), str)
    assert_type(repr(BUDGET), str)
    assert_type(f"{BUDGET:,.2f元}", str)
    assert_type(format(BUDGET, "financial"), str)
    assert_type(format_number(BUDGET.magnitude, style="grouped"), str)
    assert f"{BUDGET:,.1f}" == "3,678.8万元"


def test_an_attrs_class() -> None:
    changed = attrs.evolve(BUDGET, magnitude=Decimal(5))
    assert_type(changed, Quantity)
    assert_type(attrs.evolve(BUDGET, unit=Unit.of("元")), Quantity)
    assert [field.name for field in attrs.fields(Quantity)] == ["magnitude", "unit"]
    assert changed == Quantity(5, "万元")


def test_matched() -> None:
    def said(value: Quantity | str | None) -> str:
        match value:
            case Quantity(magnitude=number, unit=unit) if unit.is_money:
                assert_type(number, Decimal)
                assert_type(unit, Unit)
                return f"money {number}"
            case Quantity(number, unit):
                assert_type(number, Decimal)
                assert_type(unit, Unit)
                return f"{number} of {unit}"
            case str(text):
                return text
            case None:
                return "nothing"

    assert [said(BUDGET), said(PEOPLE), said("-"), said(None)] == [
        "money 3678.76",
        "820 of 人",
        "-",
        "nothing",
    ]


@dataclass(frozen=True)
class Line:
    """A line of a user's own table."""

    name: str
    amount: Quantity
    weight: Decimal = Decimal(1)


def _amounts(lines: list[Line]) -> Iterator[Quantity]:
    yield from (line.amount for line in lines)


def test_in_a_class_of_the_user() -> None:
    lines = [Line("设备", BUDGET), Line("培训", SPENT, Decimal("0.5"))]
    assert_type(list(_amounts(lines)), list[Quantity])
    by_name = {line.name: line.amount for line in lines}
    assert_type(by_name["设备"], Quantity)
    weighted = [line.amount * line.weight for line in lines]
    assert_type(weighted, list[Quantity])
    assert pickle.loads(pickle.dumps(lines)) == lines  # noqa: S301 - what was written one line before


def test_errors() -> None:
    try:
        Quantity.parse("500人数")
    except UnitError as error:
        assert_type(error.code, str)
        assert_type(error.span, tuple[int, int] | None)
        assert_type(error.explain("zh"), str)
    except InputError as error:
        assert_type(error, InputError)


def test_numbers() -> None:
    assert_type(parse_number("3,678.76"), Decimal)
    assert_type(Quantity(parse_number("3,678.76"), "万元"), Quantity)
    reading = read_number("9～16亿")
    assert_type(reading, Reading)
    assert_type(reading.low, Decimal | Fraction | None)
    if isinstance(reading.low, Decimal):
        assert_type(Quantity(reading.low, "元"), Quantity)
