"""Units of a user's own under attack: no text changes its meaning, and no memory fills up."""

import subprocess
import sys
from textwrap import dedent
from time import perf_counter

import pytest

from govperf.errors import InputError
from govperf.units import Quantity, Unit
from govperf.units.lexicon import DEFINITIONS, SCALES
from govperf.units.spellings import SPELLINGS

SECONDS = 60
SLOW = 0.05

HOSTILE = [
    "9**9**9",
    "__import__('os').system('true')",
    "{0.__class__}",
    "%(x)s",
    "[cn_yuan]",
    "= 元",
    "元 = 5 * 人",
    "@alias 元 = 人",
    "甲\n乙 = 3 * 人",
    "甲;乙",
    "甲#",
    "\u202e甲",
    "甲\u0301",
    "\ufdfa" * 17,
    "甲" * 1_000_000,
    "1/" + "9" * 100_000 + "公斤",
    "9" * 100_000 + "/1公斤",
    "1/" * 60 + "公斤",
    "每" * 100,
    "(" * 47 + "人",
    "\ud800",
    "\x00",
]

# Texts as reports print them, and parts of words that could end up in a new one.
PRINTED = [
    *("3元5角2分", "三元五角", "2小时30分", "5公里300米", "2年6个月", "1年零3个月", "3块钱5毛", "1元零5分"),
    *("5,000元整", "500元正", "100美元正", "¥5,000/人", "人民币5000元整", "$3.5万", "USD12", "12USD"),
    *("每户650元", "每人每年7万元", "每万人5张", "每1000户3个", "人均650元", "日均5人次", "5例/10万人"),
    *("七成六", "七五折", "7.5折", "三成五", "5成", "百分之九十五", "五分之三", "95%", "5个百分点"),
    *(
        "22.2万170项",
        "1万3千元",
        "一百零五元",
        "两百五十元",
        "三点五元",
        "3.5亿",
        "10万5千",
        "一万",
        "负五元",
    ),
    *(
        "５００元",
        "壹佰元",
        "廿元",
        "5㎡",
        "5m²",
        "5KM",
        "3TB",
        "8升/100公里",
        "7万元/人、年",
        "3050元每平方米",
    ),
    *("5千米", "5千瓦时", "5万千瓦", "5百人"),
]
PIECES = [*DEFINITIONS, *SPELLINGS, *SCALES, *"0123456789一二三五六七十百千万亿零两半几壹贰廿萬億"]
PIECES += "整正成折点均余多²³每/·()约圓ＫＭ"


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: f"{len(text)} of {text[:12]!a}")
def test_hostile_words_and_meanings(text):
    start = perf_counter()
    for attack in (
        lambda: Unit.define(text),
        lambda: Unit.define("攻甲", text),
        lambda: Unit.define("攻甲", spellings=[text]),
        lambda: Unit.of(text, unknown="counter"),
        lambda: Quantity.parse(f"5{text}", unknown="counter"),
    ):
        with pytest.raises(InputError) as caught:
            attack()
        assert len(str(caught.value)) < 400
    assert perf_counter() - start < SLOW * 5
    with pytest.raises(InputError):
        Unit.of("攻甲")


def test_no_definition_changes_a_text():
    """Whatever can be defined out of pieces of what is printed."""
    program = f"""
        import random
        from govperf.errors import InputError
        from govperf.units import Quantity, Unit
        printed, pieces, chance = {PRINTED!r}, {PIECES!r}, random.Random(7)
        before = {{text: repr(Quantity.parse(text)) for text in printed}}
        parts = {{text[at:] for text in printed for at in range(len(text))}}
        parts |= {{text[:end] for text in parts for end in range(1, len(text))}}
        mixed = {{"".join(chance.choices(pieces, k=chance.randint(1, 3))) for _ in range(2000)}}
        for word in sorted(parts | mixed):
            try:
                unit = Unit.define(word)
            except InputError:
                continue
            assert Unit.of(word) is unit, word
            assert Quantity.parse("5" + word) == Quantity(5, unit), word
        after = {{text: repr(Quantity.parse(text)) for text in printed}}
        assert after == before
    """
    ran(program)


def test_no_counter_changes_a_text():
    """Read with and without counters, in a process of its own: what was read before is read again."""
    program = f"""
        import random, sys
        from govperf.errors import InputError
        from govperf.units import Quantity
        chance = random.Random(8)
        pieces = {PIECES!r}
        numbers = "5 3.5 五 3,000 12万 5%".split()
        def read(text, unknown):
            try:
                return repr(Quantity.parse(text, unknown=unknown))
            except InputError:
                return None
        words = ["".join(chance.choices(pieces, k=chance.randint(1, 4))) for _ in range(700)]
        texts = [chance.choice(numbers) + word for word in words]
        before = [read(text, "refuse") for text in texts]
        found = [read(text, "counter") for text in texts]
        again = [read(text, "refuse") for text in texts]
        assert sum(one is None and other is not None for one, other in zip(before, found)) > 20
        for text, one, *others in zip(texts, before, found, again):
            if one is not None:
                assert others == [one, one], (text, one, others)
    """
    ran(program)


def test_words_are_counted():
    """As many as there may be: not one more, and errors stay as quick as they were."""
    program = f"""
        import time
        from govperf.errors import InputError, LimitError
        from govperf.units import Quantity, Unit
        letters = [letter for letter in map(chr, range(0x6000, 0x6100)) if not letter.isnumeric()]
        words = [f"容{{one}}{{other}}" for one in letters for other in letters]
        Unit.define("容", spellings=words[:15_000])
        start = time.perf_counter()
        for word in words[15_000:15_100]:
            Quantity.parse(f"5{{word}}/人", unknown="counter")
        assert time.perf_counter() - start < 1
        try:
            Unit.define("器", spellings=words[16_000:])
        except LimitError as error:
            assert error.code == "limit.units"
        assert Quantity.parse("5万元/人") == Quantity(5, "万元/人")
        def seconds(work, text):
            start = time.perf_counter()
            try:
                work(text)
            except InputError:
                pass
            return time.perf_counter() - start
        for work in (Unit.of, Quantity.parse, Unit.in_heading):
            for text in ("5容人数", "容人数", "容大小", "xyz", "(容人数)" * 1000):
                assert min(seconds(work, text) for _ in range(3)) < {SLOW}, (work, text)
    """
    ran(program)


def ran(program):
    command = [sys.executable, "-c", dedent(program)]
    done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - ours
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
