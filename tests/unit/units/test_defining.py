"""Units of a user's own: which words may name one, what it may mean, and that no text changes its meaning.

What is defined here stays defined, so that every name occurs in one test only.
"""

from decimal import Decimal
from fractions import Fraction
from itertools import repeat

import pytest

from govperf.errors import InputError, LimitError, UnitError
from govperf.limits import LIMITS
from govperf.units import Quantity, Unit
from govperf.units.lexicon import SCALES

NAMES = ["䦃", "䦃䦃", "㬎炉", "Xq", "Xqé", "ζ", "旧X手", "人䦃", "䦃人", "䦃成", "𠀾"]

NO_NAMES = {
    "no word": [
        "",
        " ",
        "甲 甲",
        " 甲",
        "甲\n",
        "甲\u3000乙",
        "甲\u200b",
        "\ufeff甲",
        "甲\x00",
        "\ud800",
        "😀",
    ],
    "a sign": [
        "甲/乙",
        "甲·乙",
        "甲*乙",
        "甲×乙",
        "甲、乙",
        "甲-乙",
        "甲_乙",
        "_甲",
        "(甲)",
        "甲（乙）",
        "甲.",
        "¥甲",
        "%",
        "‰甲",
    ],
    "a power": ["甲²", "甲⁹", "甲^2", "²"],
    "每": ["每", "每甲", "甲每", "甲每乙"],
    "digits": ["5", "5甲", "甲5", "户6", "元5角", "米2乙", "e5", "５甲", "甲５", "٣甲", "甲٣"],
    "numerals": [
        "一甲",
        "零甲",
        "〇",
        "两",
        "半甲",
        "几甲",
        "十甲",
        "百甲",
        "元五角",
        "成六",
        "成半",
        "户两",
    ],
    "other numerals": ["壹甲", "贰", "廿甲", "卅", "佰", "仟甲", "½", "①甲", "Ⅱ", "㊀"],
    "scale words": ["万", "万甲", "亿甲", "千甲", "萬甲", "億甲", "万亿", "甲万"],
}

KNOWN = ["名", "人次", "千克", "公斤", "km", "KM", "㎡", "m2", "个月", "人民币", "USD", "成", "分钟"]

# Of these, a text was read before: 500元正 is 元, 7.5折 a percentage, 每户650元 a rate.
SPOKEN = [
    "元正",
    "美元正",
    "元整",
    "折",
    "成半",
    "成六",
    "元5角",
    "元五角",
    "小时30分",
    "年零3个月",
    "户6",
    "户650元",
    "萬家",
    "圓",
]

TEXTS = [
    "500元正",
    "500元整",
    "7.5折",
    "七五折",
    "三成半",
    "七成六",
    "3元5角",
    "三元五角",
    "2小时30分",
    "1年零3个月",
    "每户650元",
]


def refusal(word, **other):
    with pytest.raises(InputError) as caught:
        Unit.define(word, **other)
    return caught.value.code


def readings():
    return [repr(Quantity.parse(text)) for text in TEXTS]


class TestNames:
    @pytest.mark.parametrize("name", NAMES)
    def test_a_word(self, name):
        unit = Unit.define(name)
        assert unit is Unit.of(name)
        assert unit.label == str(unit) == name
        assert Quantity.parse(f"5{name}") == Quantity(5, unit)
        assert eval(repr(Quantity("1.50", unit))) == Quantity("1.5", unit)  # noqa: S307 - as typed back

    @pytest.mark.parametrize("word", [word for words in NO_NAMES.values() for word in words], ids=ascii)
    def test_no_word(self, word):
        assert refusal(word) in {"unit.word", "unit.defined"}
        assert refusal("隐甲", spellings=[word]) in {"unit.word", "unit.defined"}
        with pytest.raises(UnitError):
            Unit.of("隐甲")  # all of it or nothing

    @pytest.mark.parametrize("length", [1, LIMITS.unit_word_chars, LIMITS.unit_word_chars + 1])
    def test_its_length(self, length):
        word = "㸚" * length
        if length > LIMITS.unit_word_chars:
            assert refusal(word) == "unit.word"
        else:
            assert Unit.define(word).label == word

    def test_a_text_of_any_length(self):
        assert refusal("甲" * 10_000_000) == "unit.word"

    @pytest.mark.parametrize("word", KNOWN)
    def test_a_word_that_is_known(self, word):
        assert refusal(word, meaning="51公斤") in {"unit.word", "unit.defined"}

    @pytest.mark.parametrize("word", ["ＫＭ", "ｋｍ", "㎞", "ｋｇ"])
    def test_another_width_of_a_word_that_is_known(self, word):
        assert refusal(word) in {"unit.word", "unit.defined"}

    @pytest.mark.parametrize("word", SPOKEN)
    def test_a_text_means_the_same_before_and_after(self, word):
        before = readings()
        assert refusal(word) in {"unit.word", "unit.defined"}
        assert readings() == before

    @pytest.mark.parametrize("name", [None, 5, b"kg", ["炉"], Unit.of("元")], ids=repr)
    def test_a_name_is_a_text(self, name):
        with pytest.raises(TypeError):
            Unit.define(name)

    def test_case_counts(self):
        """KB and kb may be two things."""
        assert Unit.define("qV") is not Unit.define("QV")


class TestMeanings:
    @pytest.mark.parametrize(
        ("name", "meaning", "factor", "like", "kind"),
        [
            ("义担", "50公斤", 50, "千克", "measure"),
            ("义担份", "50 公斤", 50, "千克", "measure"),
            ("义亩", "1/15公顷", Fraction(2000, 3), "平方米", "measure"),
            ("义亩份", " 1 / 15 公顷", Fraction(2000, 3), "平方米", "measure"),
            ("义张次", "张·次", 1, "张·次", "count"),
            ("义打", "12个", 12, "个", "count"),
            ("义双打", "1.5个", Fraction(3, 2), "个", "measure"),
            ("义券", "100元", 100, "元", "money"),
            ("义毫", "0.1‰", Fraction(1, 10000), "%", "ratio"),
            ("义番", "2", 2, "%", "ratio"),
            ("义厘", "1/1000", Fraction(1, 1000), "%", "ratio"),
            ("义价", "每户5元", 5, "元/户", "measure"),
            ("义速", "3公里/小时", Fraction(5, 6), "米/秒", "measure"),
            ("义巨款", "万元", 10000, "元", "money"),
            ("义平", "米²", 1, "平方米", "measure"),
            ("义方", Quantity("1.5", "立方米"), Fraction(3, 2), "立方米", "measure"),
            ("义细", "0." + "0" * 32 + "1吨", Fraction(1, 10**30), "千克", "measure"),
            ("义巨", "9" * 34 + "吨", (10**34 - 1) * 1000, "千克", "measure"),
        ],
    )
    def test_an_amount(self, name, meaning, factor, like, kind):
        unit = Unit.define(name, meaning)
        assert (unit.factor, unit.dimension, unit.kind) == (factor, Unit.of(like).dimension, kind)

    def test_a_counter(self):
        unit = Unit.define("义炉")
        assert (unit.factor, unit.dimension, unit.is_count) == (1, (("义炉", 1),), True)
        assert not unit.adds_to(Unit.of("个"))

    def test_an_own_unit_of_an_own_unit(self):
        box, crate = Unit.define("义盒"), Unit.define("义箱", "24义盒")
        assert Quantity(2, crate).to(box) == Quantity(48, "义盒")
        assert crate.is_count

    @pytest.mark.parametrize(
        "meaning",
        ["0公斤", "-5公斤", "0/5公斤", "1/0公斤", Quantity(0, "公斤"), Quantity(-1, "人")],
        ids=repr,
    )
    def test_no_amount_above_zero(self, meaning):
        assert refusal("隐乙", meaning=meaning) == "unit.meaning"

    @pytest.mark.parametrize(
        ("meaning", "error"),
        [
            ("隐隐", UnitError),
            ("5隐隐", UnitError),
            ("", UnitError),
            (" ", UnitError),
            ("1/3隐隐", UnitError),
            ("隐丙", UnitError),  # itself
            ("近5公斤", InputError),
            ("5-6公斤", InputError),
            ("9" * 35 + "吨", UnitError),
            ("5" * 1000, LimitError),
            ("元" * 1000, LimitError),
            ("9**9**9", UnitError),
            ("__import__('os')", InputError),
        ],
        ids=lambda value: value[:12] if isinstance(value, str) else value.__name__,
    )
    def test_no_meaning(self, meaning, error):
        with pytest.raises(error):
            Unit.define("隐丙", meaning)
        with pytest.raises(UnitError):
            Unit.of("隐丙")

    @pytest.mark.parametrize("meaning", [5, 5.0, Decimal(5), b"kg", Unit.of("公斤")], ids=repr)
    def test_what_is_no_meaning(self, meaning):
        with pytest.raises(TypeError):
            Unit.define("隐丁", meaning)

    def test_a_tower_ends(self):
        """Meanings that are made of meanings: no factor grows without end."""
        Unit.define("塔甲", "9" * 34 + "吨")
        tower = (
            Unit.define(f"塔{up}", "·".join([f"塔{low}⁹"] * 5))
            for low, up in zip("甲乙丙", "乙丙丁", strict=True)
        )
        with pytest.raises(InputError):
            list(tower)


class TestTwice:
    def test_the_same_again(self):
        first = Unit.define("再担", "50公斤", spellings=["再市担"])
        assert Unit.define("再担", "50公斤", spellings=["再市担"]) is first
        assert Unit.define("再担", "100斤") is first
        assert Unit.define("再担", Quantity("0.05", "吨"), spellings=()) is first
        assert Unit.define("再担", "50公斤", spellings=["再老担"]) is Unit.of("再老担")

    def test_the_same_spelling_twice(self):
        assert Unit.define("再炉", spellings=["再炉子", "再炉子", "再炉"]) is Unit.of("再炉子")

    def test_another_meaning(self):
        unit = Unit.define("再亩", "1/15公顷")
        for meaning in ("1/16公顷", "666.67平方米", None, "亩·亩"):
            assert refusal("再亩", meaning=meaning) == "unit.defined"
        assert (Unit.of("再亩"), unit.factor) == (unit, Fraction(2000, 3))

    def test_a_counter_that_is_to_be_more(self):
        Unit.define("再车")
        assert refusal("再车", meaning="1.5吨") == "unit.defined"

    def test_a_spelling_of_another_unit(self):
        Unit.define("再筐", spellings=["再筐子"])
        assert refusal("再篮", spellings=["再篮子", "再筐子"]) == "unit.defined"
        assert refusal("再筐子") == "unit.defined"
        assert refusal("再篮", spellings=["公斤"]) == "unit.defined"
        for word in ("再篮", "再篮子"):
            with pytest.raises(UnitError):
                Unit.of(word)

    def test_a_unit_of_the_lexicon(self):
        """Its own meaning, and another word for it."""
        assert Unit.define("亩", "1/15公顷", spellings=["再地亩"]) is Unit.of("再地亩") is Unit.of("亩")
        assert refusal("亩", meaning="1/16公顷") == "unit.defined"

    @pytest.mark.parametrize("spellings", ["再词", b"kg", [5], [None], 5, None], ids=repr)
    def test_spellings_are_texts(self, spellings):
        with pytest.raises(TypeError):
            Unit.define("隐戊", spellings=spellings)

    def test_too_many_spellings(self):
        with pytest.raises(LimitError):
            Unit.define("隐己", spellings=repeat("隐己", 500_000))


class TestUnits:
    def test_scale_words_powers_and_products(self):
        Unit.define("用炉", "50公斤", spellings=["用炉子"])
        for text, label in [
            ("万用炉", "万用炉"),
            ("用炉子/天", "用炉/天"),
            ("用炉²", "用炉²"),
            ("元/10万用炉", "元/十万用炉"),
            ("每用炉", "/用炉"),
            (" 用 炉 ", "用炉"),
        ]:
            assert Unit.of(text).label == label
        assert Quantity.parse("每用炉5元") == Quantity(5, "元/用炉")
        assert Quantity.parse("用炉均5元") == Quantity(5, "元/用炉")
        assert Quantity.parse("3用炉20公斤") == Quantity(170, "公斤")
        assert f"{Quantity(30_000, '用炉'):scaled}" == "3万用炉"
        assert f"{Quantity(3, '用炉'):,@en}" == "3 用炉"

    def test_it_is_proposed(self):
        Unit.define("荐锅炉")
        with pytest.raises(UnitError, match="荐锅炉"):
            Unit.of("荐锅庐")

    def test_every_scale_word(self):
        Unit.define("阶炉")
        for scale, power in SCALES.items():
            assert Unit.of(f"{scale}阶炉").factor == 10**power
