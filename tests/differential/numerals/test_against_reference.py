"""Reading and writing against the second engine beside this file, which is nobody's library."""

import os
from decimal import Decimal
from itertools import product
from random import Random

import ours
import pytest
import reference
from cases import zero_heavy
from reference import FINANCIAL, PLAIN

DEEP = os.environ.get("GOVPERF_HYPOTHESIS") == "deep"
MANY = 1_000_000 if DEEP else 10_000
LONGEST = 6 if DEEP else 5

SCRIPTS = pytest.mark.parametrize(("style", "characters"), [("spoken", PLAIN), ("financial", FINANCIAL)])


class TestTheReference:
    """Its own examples, from the rules."""

    @pytest.mark.parametrize(
        ("number", "text"),
        [
            (0, "零"),
            (10, "十"),
            (110, "一百一十"),
            (1010, "一千零一十"),
            (10010, "一万零一十"),
            (107000, "十万七千"),
            (1903971, "一百九十万三千九百七十一"),
            (100001000, "一亿零一千"),
            (100010000, "一亿零一万"),
            (10**12, "一万亿"),
            (12000012410000, "十二万亿零一千二百四十一万"),
            (10000100000000, "十万零一亿"),
            (9999999999999999, "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九"),
        ],
    )
    def test_whole_numbers(self, number, text):
        assert reference.written(number) == text
        assert reference.read(text) == number

    @pytest.mark.parametrize(
        ("cents", "text"),
        [
            (0, "零元整"),
            (1, "壹分"),
            (10, "壹角整"),
            (105, "壹元零伍分"),
            (1000, "壹拾元整"),
            (140950, "壹仟肆佰零玖元伍角整"),
            (600714, "陆仟零柒元壹角肆分"),
            (168032, "壹仟陆佰捌拾元叁角贰分"),
            (10700053, "壹拾万柒仟元伍角叁分"),
            (1640902, "壹万陆仟肆佰零玖元零贰分"),
            (32504, "叁佰贰拾伍元零肆分"),
        ],
    )
    def test_amounts(self, cents, text):
        assert reference.amount(cents) == text

    @pytest.mark.parametrize("text", ["一千百", "一亿一千", "一百零", "一万二", "二一", "零一"])
    def test_no_numbers(self, text):
        assert reference.read(text) is None

    @pytest.mark.parametrize(
        ("text", "number"),
        [("一万二", 12000), ("百三", 130), ("一万零三千", 13000), ("二一", 21), ("一亿一千", 100001000)],
    )
    def test_said(self, text, number):
        assert reference.heard(text) == number

    @pytest.mark.parametrize(
        ("text", "number"),
        [("1亿2千万", 120000000), ("13万2", 132000), ("2.5万10", 25010), ("3千5万", 30050000)],
    )
    def test_jotted(self, text, number):
        assert reference.jotted(text) == number


@SCRIPTS
def test_whole_numbers(style, characters):
    random = Random(16)  # noqa: S311 - chance that repeats itself
    for _ in range(MANY):
        number = zero_heavy(random)
        written = reference.written(number, characters)
        assert ours.write(Decimal(number), style) == ours.write(number, style) == written
        for text in {written, *reference.spellings(number, characters)}:
            assert ours.read(text) == number, text


def test_amounts():
    random = Random(52)  # noqa: S311 - chance that repeats itself
    for cents in [*range(MANY), *(zero_heavy(random, random.choice([8, 18])) for _ in range(MANY // 2))]:
        number = Decimal(f"{cents}E-2")
        assert ours.write(number, "rmb") == f"人民币{reference.amount(cents)}"
        for text in reference.amounts(cents):
            assert ours.read(text) == number, text


def is_seen(text):
    """What is well written is read, and nothing is read in a way that the second engine does not see."""
    wanted, said = reference.read(text), ours.read(text)
    return said == wanted if wanted is not None else said in (None, reference.heard(text))


def test_every_short_text():
    for size in range(1, LONGEST + 1):
        for chars in product("零一二十百千万亿", repeat=size):
            text = "".join(chars)
            assert is_seen(text), text


def test_slips_of_the_pen():
    """A character left out, put in, or replaced."""
    random = Random(35)  # noqa: S311 - chance that repeats itself
    for _ in range(MANY):
        text = reference.written(zero_heavy(random))
        for _ in range(random.choice([1, 1, 2])):
            at = random.randrange(len(text) + 1)
            more = random.choice(["", "", *"零一二三五九十百千万亿"])
            text = text[:at] + more + text[at + random.choice([0, 1]) :]
        assert not text or is_seen(text), text


def test_every_short_mixture():
    """No jotting is read in a way that the second engine does not see."""
    for size in range(1, LONGEST + 1):
        for chars in product("120.千万亿", repeat=size):
            text = "".join(chars)
            assert ours.read(text) in (None, reference.jotted(text)), text
