"""Every unit of the lexicon, against factors that were typed by hand from the texts.

国务院关于在我国统一实行法定计量单位的命令 (1984) and GB 3100/3101 name the legal units and their
prefixes: 海里 is 1852 m, 公顷 hm² is 10⁴ m², 吨 t is 10³ kg, 升 L is 1 dm³; 千 k, 兆 M, 吉 G, 太 T, 毫 m,
微 μ, 纳 n are powers of ten. 国务院关于统一我国计量制度的命令 (1959) keeps the market units (市制):
1 斤 = 500 g, 3 尺 = 1 m, 1 里 = 500 m; 15 亩 are 1 公顷. The inch is 25.4 mm, the metric 马力 75 kgf·m/s =
735.49875 W. KiB and so on are those of IEC 80000-13.
"""

import re
from fractions import Fraction

import pytest

from govperf.units import Unit
from govperf.units.lexicon import CLASSIFIED, COUNTERS, CURRENCIES, DEFINITIONS, RATIOS, SCALES

# Root units, with powers → what is so many of them.
MEASURES = {
    "米": """
        公里=1000 分米=0.1 厘米=0.01 毫米=0.001 微米=0.000001 纳米=0.000000001 海里=1852 里=500 丈=10/3 尺=1/3
        市寸=1/30 英尺=0.3048 英寸=0.0254""",
    "米2": """
        平方米=1 平方分米=0.01 平方厘米=0.0001 平方毫米=0.000001 平方公里=1000000 公顷=10000 公亩=100
        亩=2000/3""",
    "米3": """
        立方米=1 立方公里=1000000000 立方分米=0.001 立方厘米=0.000001 立方毫米=0.000000001 升=0.001
        毫升=0.000001 微升=0.000000001""",
    "千克": """
        公斤=1 吨=1000 公担=100 担=50 斤=0.5 克=0.001 毫克=0.000001 微克=0.000000001
        纳克=0.000000000001""",
    "摩尔": "毫摩尔=0.001 微摩尔=0.000001",
    "秒": "毫秒=0.001 分钟=60 小时=3600 半天=43200 天=86400 周=604800",
    "月": "旬=1/3 半月=1/2 季度=3 半年=6 年=12",
    "千克 米 秒-2": "牛顿=1 千牛=1000",
    "千克 米-1 秒-2": "帕=1 千帕=1000 兆帕=1000000",
    "千克 米2 秒-2": """
        焦=1 千焦=1000 兆焦=1000000 吉焦=1000000000 瓦时=3600 千瓦时=3600000 兆瓦时=3600000000
        吉瓦时=3600000000000""",
    "千克 米2 秒-3": "瓦=1 千瓦=1000 兆瓦=1000000 吉瓦=1000000000 马力=735.49875",
    "千克标准煤": "克标准煤=0.001 吨标准煤=1000",
    "安": "毫安=0.001",
    "安 秒": "安时=3600 毫安时=3.6",
    "千克 米2 秒-3 安-1": "伏=1 千伏=1000",
    "千克 米2 秒-3 安-2": "欧姆=1 千欧=1000 兆欧=1000000",
    "伏安": "千伏安=1000 兆伏安=1000000",
    "千乏": "兆乏=1000",
    "秒-1": "赫=1 千赫=1000 兆赫=1000000 吉赫=1000000000",
    "流明 米-2": "勒克斯=1",
    "西弗": "毫西弗=0.001 微西弗=0.000001",
    "比特": """
        Kbit=1000 Mbit=1000000 Gbit=1000000000 Tbit=1000000000000 字节=8 KB=8000 MB=8000000 GB=8000000000
        TB=8000000000000 PB=8000000000000000 EB=8000000000000000000 KiB=8192 MiB=8388608 GiB=8589934592
        TiB=8796093022208 PiB=9007199254740992""",
    "比特 秒-1": "Kbps=1000 Mbps=1000000 Gbps=1000000000 Tbps=1000000000000",
    "": "%=0.01 ‰=0.001 ‱=0.0001 ppm=0.000001 成=0.1 倍=1",
    "个百分点": "个千分点=0.1 个基点=0.01",
    "元": "角=0.1 分钱=0.01",
    "人": "名=1 位=1 生=1",
    "人 秒": "人天=86400 人时=3600",
    "人 月": "人月=1 人年=12",
    "台 秒": "台时=3600",
    "床 秒": "床日=86400",
    "千克 米": "吨公里=1000000 吨海里=1852000",
    "人 米": "人公里=1000 人海里=1852",
    "车 米": "车公里=1000",
    "车道 米": "车道公里=1000",
    "次 米2": "亩次=2000/3",
    "次 点位": "点次=1",
}

# What stands before 次, and other products of two counters.
TIMES = """
    人 家 户 场 车 台 架 班 件 项 辆 艘 册 处 所 期 例 头 羽 只 株 套 份 条 部 轮 组 队 门 篇 站 列 趟 剂 针
    餐 校 店 村 岗 井 床
"""
PRODUCTS = "人·场 台·班 人·班 人·学时 人·课时"

# Roots that are no counters, beside the currencies.
ROOTS = """
    米 千克 秒 安 摩尔 比特 月 学期 学年 岁 千卡 千克标准煤 吨二氧化碳 吨二氧化碳当量 蒸吨 毫米汞柱 伏安
    千乏 转 摄氏度 分贝 流明 贝可 西弗 国际单位 CFU MPN NTU 个百分点 分
"""


def dimension(text):
    """千克 米2 秒-2 → its root units with their powers."""
    found = (re.fullmatch(r"([^\d-]+)(-?\d*)", word).groups() for word in text.split())
    return tuple(sorted((root, int(power or 1)) for root, power in found))


BY_HAND = {
    name: (dimension(roots), Fraction(factor))
    for roots, text in MEASURES.items()
    for name, factor in (pair.split("=") for pair in text.split())
}
MADE_OF = {f"{one}次": (one, "次") for one in TIMES.split()} | {
    product.replace("·", ""): tuple(product.split("·")) for product in PRODUCTS.split()
}


def meaning(text):
    unit = Unit.of(text)
    return unit.dimension, unit.factor


class TestFactors:
    @pytest.mark.parametrize("name", BY_HAND)
    def test_measure(self, name):
        assert meaning(name) == BY_HAND[name]

    @pytest.mark.parametrize("name", MADE_OF)
    def test_product_of_counters(self, name):
        assert meaning(name) == (tuple(sorted((root, 1) for root in MADE_OF[name])), 1)
        assert Unit.of("·".join(MADE_OF[name])).adds_to(Unit.of(name))

    @pytest.mark.parametrize("name", [name for name in DEFINITIONS if name not in BY_HAND.keys() | MADE_OF])
    def test_root_is_a_kind_of_its_own(self, name):
        assert meaning(name) == (((name, 1),), 1)

    def test_every_unit_is_here(self):
        money = CURRENCIES.keys() - BY_HAND.keys()
        counters = COUNTERS - BY_HAND.keys() - MADE_OF.keys()
        assert set(DEFINITIONS) == counters | BY_HAND.keys() | MADE_OF.keys() | set(ROOTS.split()) | money

    def test_kinds(self):
        assert set(RATIOS) == {name for name, (roots, _) in BY_HAND.items() if not roots}
        assert {"名", "位", "生", "人天", "人月", "人年", "点次", "床日"} == COUNTERS & BY_HAND.keys()
        assert set(CLASSIFIED) - COUNTERS == {"月", "季度", "学期", "学年"}

    @pytest.mark.parametrize(("text", "roots"), [("千伏安", "千瓦"), ("千卡", "千焦"), ("人时", "工时")])
    def test_what_has_no_fixed_value_converts_into_nothing(self, text, roots):
        assert not Unit.of(text).adds_to(Unit.of(roots))

    def test_scale_words(self):
        words = ["十", "百", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿"]
        assert dict(SCALES) == {word: power for power, word in enumerate(words, 1)}
