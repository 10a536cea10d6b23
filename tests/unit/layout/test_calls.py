"""Objects as the calls that make them, on lines of at most 80 columns."""

from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

import attrs
import pytest

from govperf import Quantity, Rate, Undefined, Unit
from govperf.errors import shown
from govperf.layout import Call, spelled, width, written
from govperf.standards import standard


class Colour(Enum):
    RED = "red"


class Pair(NamedTuple):
    one: str
    other: str


@attrs.frozen
class Thing:
    __repr__ = spelled

    name: str
    inside: object = None


NAMES = {cls.__name__: cls for cls in (Colour, Pair, Thing, Decimal, Fraction, Quantity)}
LONG = "宣" * 100


def lines(value):
    return repr(value).split("\n")


def is_made_again(value):
    return eval(repr(value), dict(NAMES)) == value  # noqa: S307 - our own


@pytest.mark.parametrize("room", [79, 80, 81])
def test_eighty_columns_are_one_line(room):
    name = "a" * (room - len("Thing(name='')"))
    assert (len(lines(Thing(name))) == 1) is (room <= 80)
    assert is_made_again(Thing(name))


def test_a_chinese_character_is_two_columns():
    room = 80 - len("Thing(name='')")
    assert len(lines(Thing("宣" * (room // 2)))) == 1
    assert len(lines(Thing("宣" * (room // 2 + 1)))) == 3


@pytest.mark.parametrize(
    "value",
    [
        LONG,
        "some words " * 40,
        "'" * 200,
        "\"'\\\n\t\x00\ud800\u202e" * 40,
        "e\u0301" * 100,
        (LONG,),
        (LONG, 1),
        (),
        Colour.RED,
        Pair(LONG, "a"),
        (Pair("a", "b"),) * 9,
        Fraction(10**70, 7**60),
        Fraction(1, 3),
        Decimal("1" * 34 + "." + "2" * 60),
        Quantity("1" * 34, "万元/(人·年)"),
        Quantity("0." + "1" * 34, "元"),
        None,
        [1, 2],
    ],
    ids=[
        *("chinese", "words", "quotes", "controls", "accents", "one", "two", "none", "choice", "named"),
        *("several", "fraction", "third", "decimal", "unit", "quantity", "nothing", "list"),
    ],
)
@pytest.mark.parametrize("depth", [1, 2, 7, 20])
def test_however_deep_it_is_it_fits_and_is_made_again(value, depth):
    thing = value
    for _ in range(depth):
        thing = Thing(LONG, thing)
    assert max(map(width, lines(thing))) <= 80
    assert is_made_again(thing)


def test_texts_end_with_a_word_where_one_ends_late():
    found = lines(Undefined("x" * 30 + " " + "y" * 60))
    assert found == ["Undefined(", f"    '{'x' * 30} {'y' * 42}'", f"    '{'y' * 18}',", ")"]
    found = lines(Undefined("x" * 50 + " " + "y" * 40))
    assert found == ["Undefined(", f"    '{'x' * 50} '", f"    '{'y' * 40}',", ")"]


def test_names_and_members_each_have_a_line():
    assert written(Call("f", (("", "a" * 40), ("key", ("b" * 40,))))).split("\n") == [
        "f(",
        f"    '{'a' * 40}',",
        f"    key=('{'b' * 40}',),",
        ")",
    ]


def test_units_and_rates_fit():
    assert repr(Unit.of("万元")) == "Unit.of('万元')"
    assert repr(Rate(Fraction(10**56))) == "Rate(10,000,000,000,000,000,…)"
    assert max(map(width, lines(standard()))) <= 80


def test_an_error_quotes_an_object_on_one_line():
    assert shown(Thing(LONG, 7)) == f"Thing(name=('{'宣' * 34}''{'宣' * 11}…"
    assert shown(Thing("a" * 20, "b" * 60)) == f"Thing(name='{'a' * 20}', inside='{'b' * 17}…"
    assert "\n" not in shown(standard())
