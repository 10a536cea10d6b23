"""The lexicon of units (计量单位表): one row a unit, read by people and by pint alike.

A row is name → definition in terms of other rows; a counter (量词) is a dimension of its
own, because 5家 and 5次 never add up; a product of counters (人次) is the product of its
dimensions. Names are what `str` prints; other ways to write them stand in `spellings`. Scale
words (万, 亿) are not units: they may stand before any name, see `SCALES`.

What has two values, or one that moves, is a dimension of its own and converts into nothing:
千卡 is 4.184 or 4.1868 千焦, 伏安 is not 瓦, a 课时 is no 小时, and a 月 has no fixed number of days.

Sources: legal units of measurement GB 3100/3101 (法定计量单位), verified for 公顷 = 10⁴ m² and
1 公顷 = 15 亩; market units (市制) as the order of 1959 kept them: 1 斤 = 500 g, 3 尺 = 1 m; 人次
adds up attendances and is not 人 (verified); the counters are those that self-evaluation tables use.
"""

from types import MappingProxyType
from typing import Final

__all__ = ["CLASSIFIED", "COUNTERS", "CURRENCIES", "DEFINITIONS", "MONEY_SIGNS", "POWERS", "RATIOS", "SCALES"]

_SCALES = "十 百 千 万 十万 百万 千万 亿 十亿 百亿 千亿 万亿"

SCALES: Final = MappingProxyType({word: power for power, word in enumerate(_SCALES.split(), 1)})
"""Scale words that may stand before a unit, as powers of ten."""

POWERS: Final = MappingProxyType({sign: power for power, sign in enumerate("²³⁴⁵⁶⁷⁸⁹", 2)})
"""The powers that may stand behind a unit."""

# Measure words (量词).
_COUNTERS = """
    人 户 家 个 次 场 期 项 宗 件 条 台 套 辆 处 座 份 本 册 篇 张 块 支 门 起 例 株 棵 头 只 栋 幢 间 批 批次
    艘 对 幅 站 班 车 架 部 所 村 枚 根 片 组 队 届 轮 款 种 类 笔 单 版 集 节 字 页 票 口 眼 卷 瓶 桶 袋 箱
    盒 罐 面 盏 把 副 顶 床 匹 尾 羽 颗 粒 道 盘 孔 段 层 榀 樘 频次
    校 园 馆 店 厂 岗 案 路 列 趟 拨 茬 窝 群 峰 棚 池 塘 井 坑 渠 闸 穴 丛 枝 朵 穗 束 串 捆 堆 筐 杯 碗 壶
    管 针 剂 丸 帖 包 双 具 杆 发 辑 则 首 曲 帧 尊 通 封 席 桌 餐 扇 堵 芯 核 行 排 栏 遍 圈 股 课次 航次
    台套 件套 人份 头份 羽份 标台 车道 间夜 晚 载重吨 总吨 像素 学分 课时 学时 工作日 工日 工时
"""

# Nouns that stand as units: 500个床位, 2000元/床位.
_NOUNS = """
    床位 学位 岗位 座位 席位 车位 泊位 工位 机位 展位 摊位 铺位 厕位 蹲位 标段 点位 站点 网点 监测点 监测站
    采样点 观测点 断面 样点 样品 样本 样方 标本 图斑 小班 网格 卡口 路口 探头 终端 端口 节点 账号 机柜 用例
    功能点 大棚 社区 街道 乡镇 行政村 自然村 航班 标准箱 疗程
"""

# The first character is one unit, what follows it is the other: 人次 = 人 * 次.
_PRODUCTS = """
    人次 家次 户次 场次 车次 台次 架次 班次 件次 项次 辆次 艘次 册次 处次 所次 人天 人月 人年 人场 台班
    人班 人学时 人课时 期次 例次 头次 羽次 只次 株次 套次 份次 条次 部次 轮次 组次 队次 门次 篇次 站次 列次
    趟次 剂次 针次 餐次 校次 店次 村次 岗次 井次 床次
"""
_MEASURED_PRODUCTS = "吨公里 人公里 车公里 吨海里 人海里 亩次"


DEFINITIONS: Final = MappingProxyType(
    {name: f"[cn_{name}]" for name in f"{_COUNTERS} {_NOUNS}".split()}
    | {name: f"{name[0]} * {name[1:]}" for name in f"{_PRODUCTS} {_MEASURED_PRODUCTS}".split()}
    | {
        "点次": "点位 * 次",
        "床日": "床 * 天",
        "车道公里": "车道 * 公里",
        "人时": "人 * 小时",
        "台时": "台 * 小时",
        # persons, in other words
        "名": "人",
        "位": "人",
        "生": "人",
        # money: currencies never mix
        "元": "[cn_yuan]",
        "角": "1/10 * 元",
        "分钱": "1/100 * 元",
        "美元": "[cn_us_dollar]",
        "欧元": "[cn_euro]",
        "港元": "[cn_hk_dollar]",
        "日元": "[cn_yen]",
        "英镑": "[cn_sterling]",
        "澳元": "[cn_au_dollar]",
        "加元": "[cn_ca_dollar]",
        "新西兰元": "[cn_nz_dollar]",
        "新加坡元": "[cn_sg_dollar]",
        "澳门元": "[cn_pataca]",
        "新台币": "[cn_tw_dollar]",
        "瑞士法郎": "[cn_swiss_franc]",
        "瑞典克朗": "[cn_swedish_krona]",
        "挪威克朗": "[cn_norwegian_krone]",
        "丹麦克朗": "[cn_danish_krone]",
        "韩元": "[cn_won]",
        "卢布": "[cn_rouble]",
        "泰铢": "[cn_baht]",
        "林吉特": "[cn_ringgit]",
        "印尼盾": "[cn_indonesian_rupiah]",
        "越南盾": "[cn_dong]",
        "菲律宾比索": "[cn_philippine_peso]",
        "印度卢比": "[cn_indian_rupee]",
        "巴基斯坦卢比": "[cn_pakistani_rupee]",
        "坚戈": "[cn_tenge]",
        "图格里克": "[cn_tugrik]",
        "基普": "[cn_kip]",
        "缅元": "[cn_kyat]",
        "迪拉姆": "[cn_uae_dirham]",
        "沙特里亚尔": "[cn_saudi_riyal]",
        "土耳其里拉": "[cn_turkish_lira]",
        "南非兰特": "[cn_rand]",
        "巴西雷亚尔": "[cn_real]",
        "墨西哥比索": "[cn_mexican_peso]",
        "兹罗提": "[cn_zloty]",
        "福林": "[cn_forint]",
        # length; 寸 alone is left out, because a 55寸 screen is measured in 英寸
        "米": "[length]",
        "公里": "1000 * 米",
        "分米": "1/10 * 米",
        "厘米": "1/100 * 米",
        "毫米": "1/1000 * 米",
        "微米": "1/1000000 * 米",
        "纳米": "1/1000000000 * 米",
        "海里": "1852 * 米",
        "里": "500 * 米",
        "丈": "10/3 * 米",
        "尺": "1/3 * 米",
        "市寸": "1/30 * 米",
        "英尺": "3048/10000 * 米",
        "英寸": "254/10000 * 米",
        # area: 1 公顷 = 15 亩 exactly
        "平方米": "米 ** 2",
        "平方分米": "1/100 * 平方米",
        "平方厘米": "1/10000 * 平方米",
        "平方毫米": "1/1000000 * 平方米",
        "平方公里": "1000000 * 平方米",
        "公顷": "10000 * 平方米",
        "公亩": "100 * 平方米",
        "亩": "2000/3 * 平方米",
        # volume
        "立方米": "米 ** 3",
        "立方公里": "1000000000 * 立方米",
        "立方分米": "1/1000 * 立方米",
        "立方厘米": "1/1000000 * 立方米",
        "立方毫米": "1/1000000000 * 立方米",
        "升": "1/1000 * 立方米",
        "毫升": "1/1000 * 升",
        "微升": "1/1000000 * 升",
        # mass
        "千克": "[mass]",
        "公斤": "千克",
        "吨": "1000 * 千克",
        "公担": "100 * 千克",
        "担": "50 * 千克",
        "斤": "1/2 * 千克",
        "克": "1/1000 * 千克",
        "毫克": "1/1000 * 克",
        "微克": "1/1000000 * 克",
        "纳克": "1/1000000000 * 克",
        # amount of substance, and what laboratories count
        "摩尔": "[substance]",
        "毫摩尔": "1/1000 * 摩尔",
        "微摩尔": "1/1000000 * 摩尔",
        "国际单位": "[cn_international_unit]",
        "CFU": "[cn_colony_forming_unit]",
        "MPN": "[cn_most_probable_number]",
        "NTU": "[cn_turbidity_unit]",
        # time: the clock and the calendar are apart, a month has no fixed number of days
        "秒": "[time]",
        "毫秒": "1/1000 * 秒",
        "分钟": "60 * 秒",
        "小时": "3600 * 秒",
        "半天": "12 * 小时",
        "天": "24 * 小时",
        "周": "7 * 天",
        "月": "[cn_month]",
        "旬": "1/3 * 月",
        "半月": "1/2 * 月",
        "季度": "3 * 月",
        "半年": "6 * 月",
        "年": "12 * 月",
        "学期": "[cn_school_term]",
        "学年": "[cn_school_year]",
        "岁": "[cn_year_of_age]",
        # force, pressure, energy, power
        "牛顿": "千克 * 米 / 秒 ** 2",
        "千牛": "1000 * 牛顿",
        "帕": "牛顿 / 米 ** 2",
        "千帕": "1000 * 帕",
        "兆帕": "1000000 * 帕",
        "毫米汞柱": "[cn_mm_of_mercury]",
        "焦": "牛顿 * 米",
        "千焦": "1000 * 焦",
        "兆焦": "1000000 * 焦",
        "吉焦": "1000000000 * 焦",
        "千卡": "[cn_kilocalorie]",
        "瓦": "焦 / 秒",
        "千瓦": "1000 * 瓦",
        "兆瓦": "1000 * 千瓦",
        "吉瓦": "1000 * 兆瓦",
        "马力": "73549875/100000 * 瓦",
        "瓦时": "瓦 * 小时",
        "千瓦时": "千瓦 * 小时",
        "兆瓦时": "兆瓦 * 小时",
        "吉瓦时": "吉瓦 * 小时",
        "千克标准煤": "[cn_standard_coal]",
        "克标准煤": "1/1000 * 千克标准煤",
        "吨标准煤": "1000 * 千克标准煤",
        "吨二氧化碳": "[cn_carbon_dioxide]",
        "吨二氧化碳当量": "[cn_carbon_dioxide_equivalent]",
        "蒸吨": "[cn_boiler_ton]",
        # electricity
        "安": "[current]",
        "毫安": "1/1000 * 安",
        "安时": "安 * 小时",
        "毫安时": "毫安 * 小时",
        "伏": "瓦 / 安",
        "千伏": "1000 * 伏",
        "欧姆": "伏 / 安",
        "千欧": "1000 * 欧姆",
        "兆欧": "1000000 * 欧姆",
        "伏安": "[cn_volt_ampere]",
        "千伏安": "1000 * 伏安",
        "兆伏安": "1000000 * 伏安",
        "千乏": "[cn_kilovar]",
        "兆乏": "1000 * 千乏",
        # frequency, temperature, sound, light, radiation
        "赫": "1 / 秒",
        "千赫": "1000 * 赫",
        "兆赫": "1000000 * 赫",
        "吉赫": "1000000000 * 赫",
        "转": "[cn_turn]",
        "摄氏度": "[cn_celsius]",
        "分贝": "[cn_decibel]",
        "流明": "[cn_lumen]",
        "勒克斯": "流明 / 平方米",
        "贝可": "[cn_becquerel]",
        "西弗": "[cn_sievert]",
        "毫西弗": "1/1000 * 西弗",
        "微西弗": "1/1000000 * 西弗",
        # data: decimal prefixes; the byte is 字节, because B heads a column of every form
        "比特": "[cn_bit]",
        "Kbit": "1000 * 比特",
        "Mbit": "1000 * Kbit",
        "Gbit": "1000 * Mbit",
        "Tbit": "1000 * Gbit",
        "Kbps": "Kbit / 秒",
        "Mbps": "Mbit / 秒",
        "Gbps": "Gbit / 秒",
        "Tbps": "Tbit / 秒",
        "字节": "8 * 比特",
        "KB": "1000 * 字节",
        "MB": "1000 * KB",
        "GB": "1000 * MB",
        "TB": "1000 * GB",
        "PB": "1000 * TB",
        "EB": "1000 * PB",
        "KiB": "1024 * 字节",
        "MiB": "1024 * KiB",
        "GiB": "1024 * MiB",
        "TiB": "1024 * GiB",
        "PiB": "1024 * TiB",
        # ratios; a difference of two percentages is counted in 个百分点 and is no ratio
        "%": "1/100",
        "‰": "1/1000",
        "‱": "1/10000",
        "ppm": "1/1000000",
        "成": "1/10",
        "倍": "1",
        "个百分点": "[cn_percentage_point]",
        "个千分点": "1/10 * 个百分点",
        "个基点": "1/100 * 个百分点",
        # points of a score
        "分": "[cn_point]",
    }
)
"""Every unit: name → definition, in the grammar of pint."""

COUNTERS: Final = frozenset(f"{_COUNTERS} {_NOUNS} {_PRODUCTS} 点次 床日 名 位 生".split())
"""The units of a count, which is exact as long as it is whole."""

CURRENCIES: Final = MappingProxyType(
    {"元": "CNY", "角": "CNY", "分钱": "CNY", "美元": "USD", "欧元": "EUR", "港元": "HKD", "日元": "JPY"}
    | {"英镑": "GBP", "澳元": "AUD", "加元": "CAD", "新西兰元": "NZD", "新加坡元": "SGD", "澳门元": "MOP"}
    | {"新台币": "TWD", "瑞士法郎": "CHF", "瑞典克朗": "SEK", "挪威克朗": "NOK", "丹麦克朗": "DKK"}
    | {"韩元": "KRW", "卢布": "RUB", "泰铢": "THB", "林吉特": "MYR", "印尼盾": "IDR", "越南盾": "VND"}
    | {"菲律宾比索": "PHP", "印度卢比": "INR", "巴基斯坦卢比": "PKR", "坚戈": "KZT", "图格里克": "MNT"}
    | {"基普": "LAK", "缅元": "MMK", "迪拉姆": "AED", "沙特里亚尔": "SAR", "土耳其里拉": "TRY"}
    | {"南非兰特": "ZAR", "巴西雷亚尔": "BRL", "墨西哥比索": "MXN", "兹罗提": "PLN", "福林": "HUF"}
)
"""The units of money: name → code of its currency (ISO 4217)."""

MONEY_SIGNS: Final = MappingProxyType(
    {
        code: name for name, code in CURRENCIES.items() if DEFINITIONS[name].startswith("[")
    }  # CNY is 元, not 角
    | {"人民币": "元", "人民币¥": "元", "人民币￥": "元", "RMB": "元", "¥": "元", "￥": "元", "CN¥": "元"}
    | {"$": "美元", "＄": "美元", "US$": "美元", "HK$": "港元", "€": "欧元", "£": "英镑", "￡": "英镑"}
    | {"JP¥": "日元", "A$": "澳元", "AU$": "澳元", "C$": "加元", "CA$": "加元", "NZ$": "新西兰元"}
    | {"S$": "新加坡元", "NT$": "新台币", "MOP$": "澳门元", "₩": "韩元", "₽": "卢布", "฿": "泰铢"}
    | {"₹": "印度卢比"}
)
"""Signs that stand before an amount of money: sign → name of its unit."""

RATIOS: Final = frozenset({"%", "‰", "‱", "ppm", "成", "倍"})
"""The units of a ratio: they never add to a bare number."""

CLASSIFIED: Final = frozenset(f"{_NOUNS} 月 季度 学期 学年 工作日".split())
"""Names that want 个 after a number: 3个月, 500个床位."""
