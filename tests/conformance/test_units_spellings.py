"""Every other spelling of a unit, against tables that were typed by hand.

Symbols are those of GB 3100 and GB 3101, put together of a prefix and a symbol by these tests; codes of
currencies are those of ISO 4217.
"""

import re
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

import pytest

from govperf.units import Unit
from govperf.units.lexicon import CLASSIFIED, CURRENCIES, DEFINITIONS, MONEY_SIGNS, SCALES
from govperf.units.spellings import SPELLINGS

# Symbols, written as the standards write them, without a prefix: root units → factor.
SYMBOLS = {
    "m": ("米", "1"), "g": ("千克", "1/1000"), "t": ("千克", "1000"), "s": ("秒", "1"), "min": ("秒", "60"),
    "h": ("秒", "3600"), "d": ("秒", "86400"), "L": ("米3", "1/1000"), "l": ("米3", "1/1000"),
    "ha": ("米2", "10000"), "mol": ("摩尔", "1"), "N": ("千克 米 秒-2", "1"), "Pa": ("千克 米-1 秒-2", "1"),
    "J": ("千克 米2 秒-2", "1"), "W": ("千克 米2 秒-3", "1"), "Wh": ("千克 米2 秒-2", "3600"),
    "cal": ("千卡", "1/1000"), "A": ("安", "1"), "Ah": ("安 秒", "3600"), "V": ("千克 米2 秒-3 安-1", "1"),
    "Ω": ("千克 米2 秒-3 安-2", "1"), "VA": ("伏安", "1"), "var": ("千乏", "1/1000"), "Hz": ("秒-1", "1"),
    "r": ("转", "1"), "lm": ("流明", "1"), "lx": ("流明 米-2", "1"), "Bq": ("贝可", "1"), "Sv": ("西弗", "1"),
    "bit": ("比特", "1"), "B": ("比特", "8"), "bps": ("比特 秒-1", "1"), "ft": ("米", "0.3048"),
    "gce": ("千克标准煤", "1/1000"), "tce": ("千克标准煤", "1000"), "IU": ("国际单位", "1"),
    "mmHg": ("毫米汞柱", "1"), "°C": ("摄氏度", "1"),
}  # fmt: skip
PREFIXES = {
    "": 0,
    "k": 3, "K": 3, "M": 6, "G": 9, "h": 2, "d": -1, "c": -2, "m": -3, "μ": -6, "µ": -6, "u": -6, "n": -9,
}  # fmt: skip
EXPONENTS = {"": 1, "²": 2, "2": 2, "³": 3, "3": 3}

WRITTEN_IN_SYMBOLS = """
    m km dm cm mm μm µm um nm ft m² m2 dm² dm2 cm² cm2 mm² mm2 km² km2 hm² hm2 ha m³ m3 km³ km3 dm³ dm3 cm³
    cm3 mm³ mm3 L l mL ml μL µL uL μl µl ul t kg g mg μg µg ug ng mol mmol μmol µmol umol IU s ms min h d kN
    Pa kPa MPa mmHg kJ MJ GJ kcal Wh kWh MWh GWh kW MW GW kgce gce tce mA Ah mAh kV Ω kΩ MΩ kVA MVA kvar
    Mvar Hz kHz MHz GHz r °C lm lx Bq Sv mSv μSv µSv uSv bit kbit kB kbps
"""
OTHERWISE = """
    km=KM Km ㎞
    cm=CM ㎝
    mm=㎜
    m²=M² M2 ㎡
    cm²=㎠
    mm²=㎟
    km²=KM² KM2 Km² Km2 ㎢
    m³=M³ M3 ㎥
    cm³=㎤
    mm³=㎣
    kg=KG Kg ㎏
    mg=㎎
    kN=KN
    kPa=KPa
    MPa=Mpa
    kJ=KJ
    kcal=Kcal
    kW=KW kw Kw
    kWh=KWH kwh KWh Kwh
    MWh=MWH
    GWh=GWH
    kV=KV
    kVA=KVA
    kvar=kVar
    Mvar=MVar
    kHz=KHz
    °C=℃
    lx=lux
"""


WORDS = """
    人=人员 人口 个人 口人
    人天=人日
    人时=人小时
    台时=台小时
    台套=台(套)
    件套=件(套)
    点次=点位次
    标准箱=标箱 TEU
    床位=张床位
    天=日 日历天 个日历天 自然日 个自然日 昼夜
    周=星期 个星期 礼拜 个礼拜
    季度=季
    年=年度 个年度
    学年=学年度
    岁=周岁
    秒=秒钟
    小时=个小时 钟头 个钟头
    学时=个学时
    课时=个课时
    学分=个学分
    分=得分
    元=RMB 人民币 人民币元 元人民币 块钱
    角=毛 毛钱
    美元=美金
    港元=港币
    韩元=韩国元
    欧元=€
    澳元=澳大利亚元
    加元=加拿大元 加币
    新台币=台币
    澳门元=澳门币
    瑞士法郎=瑞郎
    林吉特=马来西亚林吉特 马币
    缅元=缅币
    泰铢=泰币
    米=公尺 延米 延长米
    公里=千米
    厘米=公分
    里=华里 市里
    丈=市丈
    尺=市尺
    英寸=inch
    亩=市亩
    平方米=米² 平米 平方
    平方分米=分米²
    平方厘米=厘米²
    平方毫米=毫米²
    平方公里=公里² 平方千米
    立方米=米³ 立方 立米 方
    立方公里=公里³ 立方千米
    立方分米=分米³
    立方厘米=厘米³
    立方毫米=毫米³
    升=公升
    吨=公吨
    斤=市斤
    担=市担
    帕=帕斯卡
    焦=焦耳
    千焦=千焦耳
    兆焦=兆焦耳
    吉焦=吉焦耳
    千卡=大卡
    瓦=瓦特
    瓦时=瓦小时
    千瓦时=度 度电 千瓦小时
    兆瓦时=兆瓦小时
    吉瓦时=吉瓦小时
    千克标准煤=千克标煤 公斤标准煤 公斤标煤
    克标准煤=克标煤
    吨标准煤=吨标煤
    吨二氧化碳=tCO₂ tCO2
    吨二氧化碳当量=tCO₂e tCO2e
    安=安培
    伏=伏特
    赫=赫兹
    千赫=千赫兹
    兆赫=兆赫兹
    吉赫=吉赫兹
    分贝=dB db dB(A) db(A) dB(a) 分贝(A)
    Kbit=千比特
    Mbit=兆比特
    Gbit=吉比特
    Mbps=mbps
    Gbps=gbps
    字节=Byte byte
    KB=千字节
    MB=兆字节
    GB=吉字节
    TB=太字节
    %=百分比 %(百分比)
    ‰=千分比
    ‱=万分比
    ppm=PPM
    个百分点=百分点
    个千分点=千分点
    个基点=基点 个BP BP
"""

CODES = """
    CNY=元 USD=美元 EUR=欧元 HKD=港元 JPY=日元 GBP=英镑 AUD=澳元 CAD=加元 NZD=新西兰元 SGD=新加坡元 MOP=澳门元
    TWD=新台币 CHF=瑞士法郎 SEK=瑞典克朗 NOK=挪威克朗 DKK=丹麦克朗 KRW=韩元 RUB=卢布 THB=泰铢 MYR=林吉特
    IDR=印尼盾 VND=越南盾 PHP=菲律宾比索 INR=印度卢比 PKR=巴基斯坦卢比 KZT=坚戈 MNT=图格里克 LAK=基普 MMK=缅元
    AED=迪拉姆 SAR=沙特里亚尔 TRY=土耳其里拉 ZAR=南非兰特 BRL=巴西雷亚尔 MXN=墨西哥比索 PLN=兹罗提 HUF=福林
"""

AMBIGUOUS = """
    A B C E F N V W J K M G T P 寸 卡 点 两 平 兆 万 个半月 个半年 Mb Gb Kb mb gb KBps MBps mw mW ML MM pp
"""


def dimension(text):
    """千克 米2 秒-2 → its root units with their powers."""
    found = (re.fullmatch(r"([^\d-]+)(-?\d*)", word).groups() for word in text.split())
    return tuple(sorted((root, int(power or 1)) for root, power in found))


def rows(text):
    """The rows of a table: what stands left of =, and each word right of it."""
    for line in filter(None, map(str.strip, text.splitlines())):
        left, _, right = line.partition("=")
        for word in right.split():
            yield left, word


def one_unit(symbol):
    """The only meaning of a symbol in the tables: root units, and how many."""
    meanings = set()
    for base, (roots, factor) in SYMBOLS.items():
        for prefix, ten in PREFIXES.items():
            for written, power in EXPONENTS.items():
                if prefix + base + written == symbol:
                    powers = tuple((root, n * power) for root, n in dimension(roots))
                    meanings.add((powers, (Fraction(factor) * Fraction(10) ** ten) ** power))
    (meaning,) = meanings
    return meaning


CODED = dict(pair.split("=") for pair in CODES.split())
SYNONYMS = {word: name for name, word in rows(WORDS)} | {f"个{name}": name for name in CLASSIFIED} | CODED
SYMBOLIC = {word: right for right, word in rows(OTHERWISE)} | {
    word: word for word in WRITTEN_IN_SYMBOLS.split()
}


def meaning(text):
    unit = Unit.of(text)
    return unit.dimension, unit.factor


class TestSpellings:
    @pytest.mark.parametrize(("word", "right"), SYMBOLIC.items())
    def test_symbol(self, word, right):
        assert meaning(word) == one_unit(right)

    @pytest.mark.parametrize(("word", "name"), SYNONYMS.items())
    def test_word(self, word, name):
        assert Unit.of(word) is Unit.of(name)

    def test_every_spelling_is_here(self):
        assert set(SPELLINGS) == SYMBOLIC.keys() | SYNONYMS.keys()
        assert set(SPELLINGS.values()) <= set(DEFINITIONS)

    def test_no_name_is_a_spelling(self):
        assert not SPELLINGS.keys() & DEFINITIONS.keys()

    def test_case_makes_no_other_unit(self):
        """Typists write KG, kw and mpa: no two of our words differ in case only and mean two things."""
        folded = defaultdict(set)
        for word in [*DEFINITIONS, *SPELLINGS]:
            folded[word.casefold()].add(meaning(word))
        assert {word for word, found in folded.items() if len(found) > 1} == set()

    @pytest.mark.parametrize("scale", SCALES)
    def test_a_scale_word_and_a_unit_have_one_reading(self, scale):
        """千克 and 千米 are names, and 1000 克 and 1000 米 all the same."""
        words = [*DEFINITIONS, *SPELLINGS]
        both = [word for word in words if scale + word in DEFINITIONS or scale + word in SPELLINGS]
        for word in both:
            roots, factor = meaning(word)
            assert meaning(scale + word) == (roots, factor * 10 ** SCALES[scale])

    @pytest.mark.parametrize("word", [*DEFINITIONS, *SPELLINGS])
    def test_no_word_begins_a_number_or_holds_a_sign(self, word):
        assert not re.match(r"[\d零〇一二三四五六七八九两几多余近约第十亿.]", word)
        assert not re.search(r"[/·*×、每\s]|^[()]", word)

    @pytest.mark.parametrize("word", AMBIGUOUS.split())
    def test_what_could_mean_two_things_is_no_unit(self, word):
        assert word not in DEFINITIONS
        assert word not in SPELLINGS


class TestMoney:
    def test_codes(self):
        assert dict(CURRENCIES) == {name: code for code, name in CODED.items()} | {"角": "CNY", "分钱": "CNY"}

    @pytest.mark.parametrize(("code", "name"), CODED.items())
    def test_a_code_stands_before_or_behind(self, code, name):
        assert MONEY_SIGNS[code] == SPELLINGS[code] == name

    def test_signs(self):
        signs = {
            "元": "人民币 人民币¥ 人民币￥ RMB ¥ ￥ CN¥",
            "美元": "$ ＄ US$",
            "港元": "HK$",
            "欧元": "€",
            "英镑": "£ ￡",
            "日元": "JP¥",
            "澳元": "A$ AU$",
            "加元": "C$ CA$",
            "新西兰元": "NZ$",
            "新加坡元": "S$",
            "新台币": "NT$",
            "澳门元": "MOP$",
            "韩元": "₩",
            "卢布": "₽",
            "泰铢": "฿",
            "印度卢比": "₹",
        }
        written = {sign: name for name, text in signs.items() for sign in text.split()}
        assert dict(MONEY_SIGNS) == written | CODED

    @pytest.mark.parametrize(("one", "other"), [("元", "美元"), ("港元", "澳门元"), ("澳元", "加元")])
    def test_currencies_never_mix(self, one, other):
        assert not Unit.of(one).adds_to(Unit.of(other))


@pytest.mark.parametrize(
    ("printed", "number", "unit"),
    [
        ("10mg/L", "10000", "毫克/立方米"),
        ("35μg/m³", "0.035", "毫克/立方米"),
        ("60km/h", "1000", "米/分钟"),
        ("2m3/s", "172800", "立方米/天"),
        ("5万m3/d", "50000", "立方米/天"),
        ("300kgce/t", "0.3", "吨标准煤/吨"),
        ("3000r/min", "50", "转/秒"),
        ("100Mbit/s", "100", "Mbps"),
        ("元/生·年", "1", "元/(人·年)"),
    ],
)
def test_rates_come_of_their_pieces(printed, number, unit):
    digits = re.match(r"\d*", printed)[0]
    roots, factor = meaning(printed[len(digits) :])
    assert (roots, factor * int(digits or 1)) == (
        meaning(unit)[0],
        meaning(unit)[1] * Fraction(Decimal(number)),
    )
