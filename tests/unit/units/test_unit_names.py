"""Names of units: every spelling gives the one unit that is meant, and a label reads back as its unit."""

import copy
import gc
import pickle
import weakref

import pytest

from govperf.errors import InputError, LimitError, UnitError
from govperf.limits import LIMITS
from govperf.units import Unit
from govperf.units.lexicon import COUNTERS, CURRENCIES, DEFINITIONS, RATIOS, SCALES
from govperf.units.naming import Atom, atom_named
from govperf.units.spellings import SPELLINGS

READ = [
    ("", ""),
    ("  ", ""),
    ("元", "元"),
    ("万元", "万元"),
    ("万 元", "万元"),
    (" 万\n家\u3000次 ", "万家次"),
    ("万亿元", "万亿元"),
    ("千亿元", "千亿元"),
    ("十万人", "十万人"),
    ("百公里", "百公里"),
    ("（万元）", "万元"),
    ("萬元", "万元"),
    ("元/10万人", "元/十万人"),
    ("升/100公里", "升/百公里"),
    ("个/1000万户", "个/千万户"),
    ("m^2", "平方米"),
    ("元^2", "元²"),
    ("ＫＭ", "公里"),
    ("千万元", "千万元"),
    ("百万元", "百万元"),
    ("千元", "千元"),
    # a scale word makes another legal name
    ("千米", "公里"),
    ("万千米", "万公里"),
    ("千克", "千克"),
    ("千 克", "千克"),
    ("万千瓦", "万千瓦"),
    ("亿千瓦时", "亿千瓦时"),
    # per cent and points
    ("%", "%"),
    ("％", "%"),
    ("%(百分比)", "%"),
    ("％（百分比）", "%"),
    ("百分比", "%"),
    ("百分点", "个百分点"),
    ("个百分点", "个百分点"),
    # a counter before a measure of time
    ("个月", "月"),
    ("个小时", "小时"),
    ("个工作日", "工作日"),
    ("个季度", "季度"),
    # symbols
    ("㎡", "平方米"),
    ("m²", "平方米"),
    ("m2", "平方米"),
    ("km²", "平方公里"),
    ("hm²", "公顷"),
    ("kg", "千克"),
    ("kWh", "千瓦时"),
    # powers
    ("米²", "平方米"),
    ("米³", "立方米"),
    ("公里²", "平方公里"),
    ("厘米²", "平方厘米"),
    ("cm²", "平方厘米"),
    ("万cm²", "万平方厘米"),
    ("千米²", "平方公里"),
    ("元/千米²", "元/平方公里"),
    ("km³", "立方公里"),
    ("元²", "元²"),
    ("千克²", "千克²"),
    ("人⁹", "人⁹"),
    # a scale word before a square counts squares
    ("万m²", "万平方米"),
    ("万㎡", "万平方米"),
    ("万米²", "万平方米"),
    ("万km²", "万平方公里"),
    ("亿m³", "亿立方米"),
    ("万元²", "万元²"),
    # one slash divides by all that follows it
    ("元/人", "元/人"),
    ("元／人", "元/人"),
    ("元 / 人", "元/人"),
    ("元/人/年", "元/(人·年)"),
    ("元/人·年", "元/(人·年)"),
    ("元/人、年", "元/(人·年)"),
    ("元/(人·年)", "元/(人·年)"),
    ("元／（人、年）", "元/(人·年)"),
    ("元/(人·年)/户", "元/(人·年·户)"),
    ("元每平方米", "元/平方米"),
    ("元每人每年", "元/(人·年)"),
    ("每人", "/人"),
    ("/人", "/人"),
    ("场/次", "场/次"),
    ("张/万人", "张/万人"),
    ("元/㎡", "元/平方米"),
    ("元/米²", "元/平方米"),
    ("元/人²", "元/人²"),
    # products
    ("人·次", "人·次"),
    ("人⋅次", "人·次"),
    ("人•次", "人·次"),
    ("人*次", "人·次"),
    ("人＊次", "人·次"),
    ("人×次", "人·次"),
    ("米·米", "米·米"),
]

UNREAD = [  # text, span of the fault
    ("张张", (0, 2)),
    ("元元", (0, 2)),
    ("千千元", (0, 3)),
    ("万万元", (0, 3)),
    ("亿万元", (0, 3)),
    ("%%", (0, 2)),
    ("≥**人", (0, 1)),
    ("人**次", (2, 2)),
    ("9**9**9", (0, 1)),
    ("1/元", (0, 1)),
    ("元/", (2, 2)),
    ("元//人", (2, 2)),
    ("/", (1, 1)),
    ("元·", (2, 2)),
    ("·元", (0, 0)),
    ("()", (0, 2)),
    ("((元))", (0, 5)),
    ("元/()", (3, 3)),
    ("元/(", (2, 3)),
    ("元/)", (2, 3)),
    ("元/(人", (2, 4)),
    ("元/人)", (2, 4)),
    ("元/((人))", (3, 6)),
    ("元/(人/年)", (2, 4)),
    ("元/(人)(年)", (3, 7)),
    ("元/(人·年)·户", (2, 4)),
    ("元、人", (0, 3)),
    ("元²²", (0, 3)),
    ("人¹", (0, 2)),
    ("人¹⁰", (0, 3)),
    ("²", (0, 1)),
    ("元^10", (0, 4)),
    ("米2", (0, 2)),
    ("meter", (0, 5)),
    ("[cn_yuan]", (0, 9)),
    ("cn_yuan", (0, 7)),
    ("百分之一", (0, 4)),
    ("元;人", (0, 3)),
    ("元\u200b", (0, 2)),
    # the mark stands under the fault itself, not under the first place where its letters occur
    ("工作日/作", (4, 5)),
    ("人次/次次", (3, 5)),
    ("元 / 张 次", (4, 7)),
    ("元/(人·张张)", (5, 7)),
]


class TestReading:
    """A unit is a name or another spelling, a scale word before it, a power behind it; 每 and / divide."""

    @pytest.mark.parametrize(("text", "label"), READ, ids=ascii)
    def test_label(self, text, label):
        assert Unit.of(text).label == label

    @pytest.mark.parametrize(("text", "label"), READ, ids=ascii)
    def test_label_is_a_fixed_point(self, text, label):
        assert Unit.of(label) is Unit.of(text)

    @pytest.mark.parametrize(("spelling", "name"), SPELLINGS.items())
    def test_every_spelling(self, spelling, name):
        assert Unit.of(spelling) is Unit.of(name)
        assert Unit.of(f"元/{spelling}" if "(" not in spelling else f"元/{name}") is Unit.of(f"元/{name}")

    @pytest.mark.parametrize("name", DEFINITIONS)
    def test_any_scale_stands_before_any_unit(self, name):
        for scale, power in SCALES.items():
            unit = Unit.of(scale + name)
            assert unit.factor == Unit.of(name).factor * 10**power
            assert Unit.of(unit.label) is unit
            assert unit.unscaled.adds_to(Unit.of(name))

    def test_a_unit_is_returned_as_it_is(self):
        assert Unit.of(Unit.of("万元")) is Unit.of("万元")

    def test_eight_factors(self):
        text = "元/(人·户·家·个·场·期·项)"
        assert Unit.of(text).label == text


class TestRefusing:
    @pytest.mark.parametrize("text", ["万", "亿", "元/万", "百"])
    def test_a_scale_word_alone(self, text):
        with pytest.raises(UnitError) as caught:
            Unit.of(text)
        assert (caught.value.code, caught.value.span) == ("unit.scale", (len(text) - 1, len(text)))

    """What is no unit is refused with the place of the fault."""

    @pytest.mark.parametrize(("text", "span"), UNREAD, ids=ascii)
    def test_unknown(self, text, span):
        with pytest.raises(UnitError) as caught:
            Unit.of(text)
        assert (caught.value.code, caught.value.span) == ("unit.unknown", span)

    def test_message_marks_the_fault(self):
        with pytest.raises(UnitError) as caught:
            Unit.of("元/张张")
        assert caught.value.caret == "元/张张\n\u3000 ＾＾"
        assert caught.value.explain("zh") == "“元/张张”中有不认识的计量单位，相近的有张"

    def test_nine_factors(self):
        with pytest.raises(UnitError, match="more than 8 factors") as caught:
            Unit.of("元/(人·户·家·个·场·期·项·宗)")
        assert caught.value.code == "unit.terms"

    @pytest.mark.parametrize("text", ["元" * 49, "元" * 100_000, " " * 49, "/" * 100_000])
    def test_too_long(self, text):
        with pytest.raises(LimitError) as caught:
            Unit.of(text)
        assert (caught.value.code, caught.value.details) == ("limit.chars", {"limit": "48"})

    def test_as_long_as_it_may_be(self):
        text = "·".join(["万亿平方公里"] * 7)
        assert len(text) == LIMITS.unit_chars
        assert Unit.of(text).label == text

    def test_short_text_with_a_long_label(self):
        text = "·".join(["万亿km²"] * 8)
        assert len(text) == LIMITS.unit_chars - 1
        with pytest.raises(LimitError, match="longer than 48"):
            Unit.of(text)

    @pytest.mark.parametrize("value", [None, 5, b"\xe5", ["元"]])
    def test_no_text(self, value):
        with pytest.raises(TypeError, match="a unit is a text"):
            Unit.of(value)

    def test_power_beyond_nine(self):
        with pytest.raises(UnitError, match="not a whole number up to 9") as caught:
            Unit((Atom("", "元", 10),))
        assert caught.value.code == "unit.exponent"


class TestAtoms:
    @pytest.mark.parametrize(
        ("piece", "atom"),
        [
            ("万元", Atom("万", "元", 1)),
            ("千米", Atom("", "公里", 1)),
            ("千米²", Atom("", "平方公里", 1)),
            ("千元²", Atom("千", "元", 2)),
            ("万", None),
            ("", None),
            ("元/人", None),
        ],
    )
    def test_named(self, piece, atom):
        assert atom_named(piece) == atom

    def test_below_the_line(self):
        assert atom_named("万人²", -1) == Atom("万", "人", -2)

    @pytest.mark.parametrize(
        ("unit", "power"),
        [("元", 0), ("万元", 4), ("万元²", 4), ("元/万人", -4), ("元/万人²", -4), ("亿元/万人", 4), ("", 0)],
    )
    def test_a_scale_word_counts_once(self, unit, power):
        assert Unit.of(unit).power_of_ten == power

    @pytest.mark.parametrize(
        ("unit", "plain"), [("万元/(万人·年)", "元/(人·年)"), ("元", "元"), ("", ""), ("万元²", "元²")]
    )
    def test_unscaled(self, unit, plain):
        assert Unit.of(unit).unscaled is Unit.of(plain)


def sorted_out(true, false):
    return [*((unit, True) for unit in true.split()), *((unit, False) for unit in ["", *false.split()])]


def pairs(text):
    return [tuple(pair.replace("1", "").split(" ")) for pair in text.split(", ")]


class TestKinds:
    @pytest.mark.parametrize(
        ("unit", "is_money"), sorted_out("元 万元 角 美元 欧元 港元 日元 英镑", "元/人 元² /元 人 分")
    )
    def test_money(self, unit, is_money):
        assert Unit.of(unit).is_money is is_money

    @pytest.mark.parametrize(
        ("unit", "is_count"),
        sorted_out("条 人次 名 人天 台班 标段", "万条 米 吨公里 人公里 条/人 /人 人² %"),
    )
    def test_count(self, unit, is_count):
        assert Unit.of(unit).is_count is is_count

    @pytest.mark.parametrize(("unit", "is_ratio"), sorted_out("% ‰ 成 倍 %² /%", "个百分点 %/年 元 分"))
    def test_ratio(self, unit, is_ratio):
        assert Unit.of(unit).is_ratio is is_ratio

    def test_kinds_are_named_in_the_lexicon(self):
        assert not (COUNTERS | set(CURRENCIES) | RATIOS) - set(DEFINITIONS)
        assert not set(SPELLINGS.values()) - set(DEFINITIONS)
        assert not set(SPELLINGS) & set(DEFINITIONS)

    def test_a_ratio_is_all_that_has_no_dimension(self):
        assert {name for name in DEFINITIONS if not Unit.of(name).dimension} == RATIOS


class TestAdding:
    """Amounts add and compare if they measure one thing: a counter is a dimension of its own."""

    @pytest.mark.parametrize(
        ("one", "other"),
        pairs(
            "1 1, 万元 元, 人 名, 人 位, 亩 公顷, % 成, 年 季度, 周 天, 千瓦时 千瓦·小时, 人次 人·次, "
            "人次 次·人, 立方米 米·平方米, 天/周 小时/天, 元/人·年 万元/年/人, 人天 人·小时, "
            "人年 人月, 斤 公斤"
        ),
    )
    def test_one_thing(self, one, other):
        assert Unit.of(one).adds_to(Unit.of(other))
        assert Unit.of(other).adds_to(Unit.of(one))

    @pytest.mark.parametrize(
        ("one", "other"),
        pairs(
            "人 人次, 家 家次, 人次 家次, 场次 场, 次 频次, 个 件, 元 美元, 美元 港元, 月 天, 年 天, "
            "工作日 天, 学时 小时, % 1, 倍 1, %² 1, 个百分点 %, 个百分点 1, 分 1, 天/周 1, 年/年 1, 天/周 %, "
            "米 平方米, 元/人 元, 元/人 人/元, 批 批次, 千瓦 千瓦时"
        ),
    )
    def test_two_things(self, one, other):
        assert not Unit.of(one).adds_to(Unit.of(other))
        assert not Unit.of(other).adds_to(Unit.of(one))

    def test_no_two_counters_add(self):
        counters = COUNTERS - {"名", "位", "生", "人年"}  # 名, 位 and 生 are 人, a 人年 is 12 人月
        assert len({Unit.of(name).dimension for name in counters}) == len(counters)


class TestIdentity:
    """Equal labels are one object, wherever they come from; it cannot be changed."""

    @pytest.mark.parametrize("label", ["", "元", "万元/(人·年)", "%", "平方米"])
    def test_copies(self, label):
        unit = Unit.of(label)
        assert copy.copy(unit) is unit
        assert copy.deepcopy([unit])[0] is unit
        assert all(
            pickle.loads(pickle.dumps(unit, protocol)) is unit  # noqa: S301 - our own bytes
            for protocol in range(pickle.HIGHEST_PROTOCOL + 1)
        )

    def test_text(self):
        unit = Unit.of("万元/人")
        assert (str(unit), repr(unit)) == ("万元/人", "Unit.of('万元/人')")

    @pytest.mark.parametrize("name", ["label", "atoms", "is_ratio", "colour"])
    def test_frozen(self, name):
        unit = Unit.of("册")
        with pytest.raises(AttributeError, match="cannot be changed"):
            setattr(unit, name, "页")
        with pytest.raises(AttributeError, match="cannot be changed"):
            delattr(unit, name)
        assert unit.label == "册"

    def test_forgotten_when_nobody_has_it(self):
        atoms = (Atom("千亿", "樘", 3),)  # in no cache, for no text was read
        unit = Unit(atoms)
        seen = weakref.ref(unit)
        assert Unit(atoms) is unit
        del unit
        gc.collect()
        assert seen() is None

    def test_every_fault_is_of_the_input(self):
        for text, _ in UNREAD:
            with pytest.raises(InputError):
                Unit.of(text)
