"""The lexicon of units (计量单位表): one row a unit, read by people and by pint alike.

A row is name → definition in terms of other rows; a counter (量词) is a dimension of its
own, because 5家 and 5次 never add up; a product of counters (人次) is the product of its
dimensions. Names are what `str` prints; `SPELLINGS` are other ways to write the same unit.
Scale words (万, 亿) are not units: they may stand before any name, see `SCALES`.

Sources: legal units of measurement GB 3100/3101 (法定计量单位), verified for 公顷 = 10⁴ m² and
1 公顷 = 15 亩; 人次 adds up attendances and is not 人 (verified); the counters are those that
published self-evaluation tables use.
"""

from types import MappingProxyType
from typing import Final

__all__ = ["COUNTERS", "CURRENCIES", "DEFINITIONS", "POWERS", "RATIOS", "SCALES", "SPELLINGS"]

SCALES: Final = MappingProxyType({"千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "万亿": 12})
"""Scale words that may stand before a unit, as powers of ten."""

POWERS: Final = MappingProxyType({sign: power for power, sign in enumerate("²³⁴⁵⁶⁷⁸⁹", 2)})
"""The powers that may stand behind a unit."""

_COUNTERS = """
    人 户 家 个 次 场 期 项 宗 件 条 台 套 辆 处 座 份 本 册 篇 张 块 支 门 起 例 株 棵 头 只 栋 幢 间 批 批次
    艘 对 幅 站 班 车 架 部 所 村 枚 根 片 组 队 届 轮 款 种 类 笔 单 版 集 节 字 页 票 口 眼 卷 瓶 桶 袋 箱
    盒 罐 面 盏 把 副 顶 床 匹 尾 羽 颗 粒 道 盘 孔 段 层 榀 樘 标段 课时 学时 工作日 频次
"""

# The first character is one unit, what follows it is the other: 人次 = 人 * 次.
_PRODUCTS = """
    人次 家次 户次 场次 车次 台次 架次 班次 件次 项次 辆次 艘次 册次 处次 所次 人天 人月 人年 人场 台班
"""
_MEASURED_PRODUCTS = "吨公里 人公里"


DEFINITIONS: Final = MappingProxyType(
    {name: f"[cn_{name}]" for name in _COUNTERS.split()}
    | {name: f"{name[0]} * {name[1:]}" for name in f"{_PRODUCTS} {_MEASURED_PRODUCTS}".split()}
    | {
        # persons, in other words
        "名": "人",
        "位": "人",
        # money: currencies never mix
        "元": "[cn_yuan]",
        "角": "1/10 * 元",
        "美元": "[cn_us_dollar]",
        "欧元": "[cn_euro]",
        "港元": "[cn_hk_dollar]",
        "日元": "[cn_yen]",
        "英镑": "[cn_sterling]",
        # length
        "米": "[length]",
        "公里": "1000 * 米",
        "分米": "1/10 * 米",
        "厘米": "1/100 * 米",
        "毫米": "1/1000 * 米",
        # area: 1 公顷 = 15 亩 exactly
        "平方米": "米 ** 2",
        "平方厘米": "1/10000 * 平方米",
        "平方公里": "1000000 * 平方米",
        "公顷": "10000 * 平方米",
        "亩": "2000/3 * 平方米",
        # volume
        "立方米": "米 ** 3",
        "升": "1/1000 * 立方米",
        "毫升": "1/1000 * 升",
        # mass
        "千克": "[mass]",
        "公斤": "千克",
        "吨": "1000 * 千克",
        "斤": "1/2 * 千克",
        "克": "1/1000 * 千克",
        "毫克": "1/1000 * 克",
        # time: the clock and the calendar are apart, a month has no fixed number of days
        "秒": "[time]",
        "分钟": "60 * 秒",
        "小时": "3600 * 秒",
        "天": "24 * 小时",
        "周": "7 * 天",
        "月": "[cn_month]",
        "季度": "3 * 月",
        "半年": "6 * 月",
        "年": "12 * 月",
        # energy and power
        "千瓦": "1000 * 千克 * 米 ** 2 / 秒 ** 3",
        "兆瓦": "1000 * 千瓦",
        "千瓦时": "千瓦 * 小时",
        # ratios; a difference of two percentages is counted in 个百分点 and is no ratio
        "%": "1/100",
        "‰": "1/1000",
        "成": "1/10",
        "倍": "1",
        "个百分点": "[cn_percentage_point]",
        # points of a score
        "分": "[cn_point]",
    }
)
"""Every unit: name → definition, in the grammar of pint."""

COUNTERS: Final = frozenset(f"{_COUNTERS} {_PRODUCTS} 名 位".split())
"""The units of a count, which is exact as long as it is whole."""

CURRENCIES: Final = frozenset({"元", "角", "美元", "欧元", "港元", "日元", "英镑"})
"""The units of money."""

RATIOS: Final = frozenset({"%", "‰", "成", "倍"})
"""The units of a ratio: they never add to a bare number."""

SPELLINGS: Final = MappingProxyType(
    {
        "百分比": "%",
        "%(百分比)": "%",
        "百分点": "个百分点",
        "pct": "%",
        "千米": "公里",
        "km": "公里",
        "m": "米",
        "cm": "厘米",
        "mm": "毫米",
        "㎡": "平方米",
        "m²": "平方米",
        "m2": "平方米",
        "米²": "平方米",
        "平米": "平方米",
        "平方": "平方米",
        "平方千米": "平方公里",
        "km²": "平方公里",
        "hm²": "公顷",
        "ha": "公顷",
        "公里²": "平方公里",
        "厘米²": "平方厘米",
        "m³": "立方米",
        "m3": "立方米",
        "米³": "立方米",
        "立方": "立方米",
        "L": "升",
        "mL": "毫升",
        "t": "吨",
        "kg": "千克",
        "g": "克",
        "mg": "毫克",
        "s": "秒",
        "h": "小时",
        "个小时": "小时",
        "日": "天",
        "个工作日": "工作日",
        "星期": "周",
        "个月": "月",
        "月份": "月",
        "季": "季度",
        "个季度": "季度",
        "年度": "年",
        "人日": "人天",
        "度": "千瓦时",
        "kWh": "千瓦时",
        "kW": "千瓦",
        "MW": "兆瓦",
        "人民币元": "元",
        "块钱": "元",
        "港币": "港元",
        "人员": "人",
    }
)
"""Other spellings of a unit: spelling → name."""
