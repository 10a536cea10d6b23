"""Computing with a thousand quantities, beside the libraries that do it too, as far as they are installed.

A call does a thousand: its milliseconds are microseconds for one. Every turn has new numbers, in several
units, the same for both sides, and what is not measured is made beforehand. pint has our own definitions
and computes in Decimal too, to the 28 digits of the caller's context. unyt and astropy compute in binary
floats; they are at their best with arrays, which have an entry of their own. unyt knows no counters and
no money, reads no text with these units and hashes nothing; astropy hashes equal amounts differently and
warns of a second stroke in a unit. What a library cannot do has no entry.
"""

import operator
import pickle
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from random import Random
from typing import Any, NamedTuple

from bench_numerals import THOUSAND, library
from harness import Entry, process

from govperf.units import Quantity, Unit
from govperf.units.pinting import pint_lines

RANDOM = Random(2026)  # noqa: S311 - chance that repeats itself

# Units that convert into each other.
LEGAL = (("平方米", "亩", "公顷"), ("米", "公里"), ("千克", "吨"))
CHINESE = (("元", "万元", "亿元"), ("人次", "万人次"))
RATES = (("元/人/月", "元/人/年", "万元/人/年"),)
HUNDREDTHS = range(100, 10**8)
"""Of the numbers: from 1 to a million."""

Families = Sequence[Sequence[str]]
Call = Callable[..., Any]


class Library(NamedTuple):
    """A library, with a call for all it can do that has no operator."""

    name: str
    calls: Mapping[str, Call]
    number: Callable[[Decimal], Any] = Decimal
    families: Families = (*LEGAL, *CHINESE)
    rates: Families = RATES
    bars: Mapping[str, float] = {}

    def quantity(self, number: Decimal, unit: str) -> Any:
        return self.calls["make"](self.number(number), unit)


class Row(NamedTuple):
    """What chance gives: two amounts, in units of one family."""

    number: Decimal
    unit: str
    other: Decimal
    another: str


class Task(NamedTuple):
    """What is done a thousand times."""

    name: str
    call: str
    given: Callable[[Library, Row], tuple[Any, ...]]
    """The arguments of one call."""
    rates: bool = False


class Batch(NamedTuple):
    """The arguments of the calls of each side: all the first ones, all the second ones."""

    ours: list[tuple[Any, ...]]
    theirs: list[tuple[Any, ...]]


def entry(task: Task, other: Library) -> Iterator[Entry]:
    """The same task for both, if the other one can do it."""
    ours, theirs = _call(GOVPERF, task.call), _call(other, task.call)
    families = other.rates if task.rates else other.families
    if ours and theirs and families:

        def batch() -> Batch:
            drawn = list(rows(families))
            first, second = ([task.given(side, row) for row in drawn] for side in (GOVPERF, other))
            return Batch(list(zip(*first, strict=True)), list(zip(*second, strict=True)))

        yield beside(task.name, ours, theirs, batch, other)


def beside(what: str, ours: Call, theirs: Call, fresh: Callable[[], Batch], other: Library) -> Entry:
    name = f"{what} · {other.name}"
    faster = other.bars.get(what)
    return Entry(name, _over("ours", ours), _over("theirs", theirs), fresh=fresh, faster=faster)


def _over(side: str, call: Call) -> Callable[[Batch], None]:
    """Every call of one side, with as little around them as there can be."""

    def run(batch: Batch) -> None:
        deque(map(call, *getattr(batch, side)), maxlen=0)

    return run


def _call(side: Library, name: str) -> Call | None:
    return OPERATORS.get(name) or side.calls.get(name)


def rows(families: Families) -> Iterator[Row]:
    numbers = amounts()
    for number, other in zip(numbers, amounts(), strict=True):
        unit, another = RANDOM.sample(RANDOM.choice(families), 2)
        yield Row(number, unit, other, another)


def amounts() -> list[Decimal]:
    """A thousand with up to two decimals, none twice."""
    return [Decimal(number) / 100 for number in RANDOM.sample(HUNDREDTHS, THOUSAND)]


# --- what a call is given


def number_and_unit(side: Library, row: Row) -> tuple[Any, str]:
    return side.number(row.number), row.unit


def number_and_known_unit(side: Library, row: Row) -> tuple[Any, Any]:
    return side.number(row.number), side.calls["unit"](row.unit)


def text(_: Library, row: Row) -> tuple[str]:
    return (f"{row.number}{row.unit}",)


def grouped_text(_: Library, row: Row) -> tuple[str]:
    return (f"{row.number:,}{row.unit}",)


def one(side: Library, row: Row) -> tuple[Any]:
    return (side.quantity(row.number, row.unit),)


def two(side: Library, row: Row) -> tuple[Any, Any]:
    return *one(side, row), side.quantity(row.other, row.unit)


def two_units(side: Library, row: Row) -> tuple[Any, Any]:
    return *one(side, row), side.quantity(row.other, row.another)


def equals(side: Library, row: Row) -> tuple[Any, Any]:
    return *one(side, row), *one(side, row)


def and_goal(side: Library, row: Row) -> tuple[Any, str]:
    return *one(side, row), row.another


def and_number(side: Library, row: Row) -> tuple[Any, Any]:
    return *one(side, row), side.number(row.other)


def and_persons(side: Library, row: Row) -> tuple[Any, Any]:
    return *one(side, row), side.quantity(row.other, "人")


def and_format(side: Library, row: Row) -> tuple[Any, str]:
    return *one(side, row), ",.2f"


# --- tasks


def pickled(quantity: object) -> object:
    return pickle.loads(pickle.dumps(quantity, pickle.HIGHEST_PROTOCOL))  # noqa: S301 - what was just dumped


OPERATORS: Mapping[str, Call] = {
    "+": operator.add,
    "*": operator.mul,
    "/": operator.truediv,
    "==": operator.eq,
    "<": operator.lt,
    "str": str,
    "format": format,
    "pickle": pickled,
}

TASKS = (
    Task("make", "make", number_and_unit),
    Task("make, unit at hand", "make of unit", number_and_known_unit),
    Task("parse 3678.76万元", "parse", text),
    Task("parse 3,678.76万元", "parse groups", grouped_text),
    Task("parse 7万元/人/年", "parse", text, rates=True),
    Task("add", "+", two),
    Task("add another unit", "+", two_units),
    Task("convert", "to", and_goal),
    Task("convert a rate", "to", and_goal, rates=True),
    Task("== where equal", "==", equals),
    Task("== another unit", "==", two_units),
    Task("< another unit", "<", two_units),
    Task("hash", "hash", one),
    Task("multiply by a number", "*", and_number),
    Task("multiply a rate by 人", "*", and_persons, rates=True),
    Task("divide by a number", "/", and_number),
    Task("divide by another", "/", two),
    Task("str", "str", one),
    Task("format ,.2f", "format", and_format),
    Task("pickle and back", "pickle", one),
)

BARS = {
    "make": 8,
    "parse 3678.76万元": 20,
    "parse 3,678.76万元": 20,
    "parse 7万元/人/年": 20,
    "add": 15,
    "add another unit": 15,
    "convert": 12,
    "convert a rate": 12,
    "hash": 25,
}
"""Against pint."""


def sums(other: Library) -> Iterator[Entry]:
    """One sum of a thousand, in one unit and in several, and beside one array."""

    def thousand(side: Library, units: Sequence[str], numbers: list[Decimal]) -> list[Any]:
        return [side.quantity(number, units[i % len(units)]) for i, number in enumerate(numbers)]

    def batch(units: Sequence[str]) -> Batch:
        numbers = amounts()
        return Batch([(thousand(GOVPERF, units, numbers),)], [(thousand(other, units, numbers),)])

    def with_array() -> Batch:
        numbers = amounts()
        array = other.calls["array"]([other.number(number) for number in numbers], "亩")
        return Batch([(thousand(GOVPERF, ["亩"], numbers),)], [(array,)])

    areas = LEGAL[0]
    yield beside("sum of a thousand", sum, sum, partial(batch, areas[:1]), other)
    yield beside("sum of a thousand, in three units", sum, sum, partial(batch, areas), other)
    if "array" in other.calls:
        total = operator.methodcaller("sum")
        yield beside("sum of a thousand, in one array", sum, total, with_array, other)


# --- the libraries

GOVPERF = Library(
    "govperf",
    dict.fromkeys(("make", "make of unit"), Quantity)
    | dict.fromkeys(("parse", "parse groups"), Quantity.parse)
    | {"unit": Unit.of, "to": Quantity.to, "hash": hash},
)


def beside_pint() -> Iterator[Library]:
    pint = library("pint")
    if pint is None:
        return
    registry = pint.UnitRegistry(None, non_int_type=Decimal)
    registry.load_definitions(pint_lines())
    for family in (*LEGAL, *CHINESE):
        for scaled, power in (("万", 4), ("亿", 8)):
            for unit in family:
                if unit.startswith(scaled) and unit not in registry:
                    registry.define(f"{unit} = {10**power} * {unit.removeprefix(scaled)}")
    pint.set_application_registry(registry)  # where pickle finds it
    make = registry.Quantity
    calls: dict[str, Call] = dict.fromkeys(("make", "make of unit", "parse", "parse groups"), make)
    calls |= {"unit": registry.Unit, "to": make.to, "hash": hash}
    yield Library("pint", calls, bars=BARS)


def beside_unyt() -> Iterator[Library]:
    unyt = library("unyt")
    if unyt is None:
        return
    registry = unyt.UnitRegistry()
    for name, size, dimension in (
        ("米", 1.0, unyt.dimensions.length),
        ("公里", 1e3, unyt.dimensions.length),
        ("平方米", 1.0, unyt.dimensions.area),
        ("亩", 2e3 / 3, unyt.dimensions.area),
        ("公顷", 1e4, unyt.dimensions.area),
        ("千克", 1.0, unyt.dimensions.mass),
        ("吨", 1e3, unyt.dimensions.mass),
    ):
        registry.add(name, size, dimension)
    make = partial(unyt.unyt_quantity, registry=registry)
    calls = {
        "make": make,
        "make of unit": make,
        "unit": partial(unyt.Unit, registry=registry),
        "array": partial(unyt.unyt_array, registry=registry),
        "to": unyt.unyt_quantity.to,
    }
    yield Library("unyt", calls, float, LEGAL, ())


def beside_astropy() -> Iterator[Library]:
    units = library("astropy.units")
    if units is None:
        return
    own: dict[str, Any] = {name: units.def_unit(name) for name in ("元", "人次")}
    own |= {"米": units.def_unit("米", units.m), "千克": units.def_unit("千克", units.kg)}
    own["平方米"] = units.def_unit("平方米", own["米"] ** 2)
    for name, size, unit in (
        ("公里", 1e3, "米"),
        ("亩", 2e3 / 3, "平方米"),
        ("公顷", 1e4, "平方米"),
        ("吨", 1e3, "千克"),
        ("万元", 1e4, "元"),
        ("亿元", 1e8, "元"),
        ("万人次", 1e4, "人次"),
    ):
        own[name] = units.def_unit(name, size * own[unit])
    units.add_enabled_units(own.values())
    make = units.Quantity
    calls: dict[str, Call] = dict.fromkeys(("make", "make of unit", "parse", "array"), make)
    calls |= {"unit": units.Unit, "to": make.to}
    yield Library("astropy", calls, float, rates=())


# --- to begin


def beginnings() -> Iterator[Entry]:
    bare = process("-c", "pass")
    ours = (
        "from govperf import Quantity; area = Quantity.parse('3,678.76亩'); str(area + Quantity.parse('5亩'))"
    )
    converted = process("-c", f"{ours}; str(area.to('公顷'))")
    yield Entry("import, parse, add, str · bare interpreter", process("-c", ours), bare)
    yield Entry("and convert 亩 to 公顷 · bare interpreter", converted, bare, above=60)
    if library("pint"):
        theirs = "import pint; area = pint.Quantity('3678.76 are'); str(area + pint.Quantity('5 are'))"
        yield Entry("and convert · pint", converted, process("-c", f"{theirs}; str(area.to('hectare'))"))


LIBRARIES = (*beside_pint(), *beside_unyt(), *beside_astropy())

ENTRIES = [
    *beginnings(),
    *(found for other in LIBRARIES for task in TASKS for found in entry(task, other)),
    *(found for other in LIBRARIES for found in sums(other)),
]
