"""Other spellings of units (计量单位的其他写法), as tables and forms print them.

A spelling has one meaning wherever it stands. What has two is left out: 寸 (市寸 or 英寸), 卡, G, M
and T, Mb and mb (bits or bytes), W (瓦, or 万 in a hurry), 点, 两, and the single capitals that number the
columns of a form, such as A, B and C.
"""

from types import MappingProxyType
from typing import Final

from govperf.units.lexicon import CLASSIFIED, CURRENCIES, MONEY_SIGNS

__all__ = ["SPELLINGS"]

# Name: its other spellings.
_ROWS: Final = """
    人: 人员 人口 个人 口人
    人天: 人日
    人时: 人小时
    台时: 台小时
    台套: 台(套)
    件套: 件(套)
    点次: 点位次
    标准箱: 标箱 TEU
    床位: 张床位
    天: 日 d 日历天 个日历天 自然日 个自然日 昼夜
    周: 星期 个星期 礼拜 个礼拜
    季度: 季
    年: 年度 个年度
    学年: 学年度
    岁: 周岁
    秒: s 秒钟
    毫秒: ms
    分钟: min
    小时: h 个小时 钟头 个钟头
    学时: 个学时
    课时: 个课时
    学分: 个学分
    分: 得分

    元: RMB 人民币 人民币元 元人民币 块钱
    角: 毛 毛钱
    美元: 美金
    港元: 港币
    韩元: 韩国元
    欧元: €
    澳元: 澳大利亚元
    加元: 加拿大元 加币
    新台币: 台币
    澳门元: 澳门币
    瑞士法郎: 瑞郎
    林吉特: 马来西亚林吉特 马币
    缅元: 缅币
    泰铢: 泰币

    米: m 公尺 延米 延长米
    公里: km KM Km ㎞ 千米
    分米: dm
    厘米: cm CM ㎝ 公分
    毫米: mm ㎜
    微米: μm µm um
    纳米: nm
    里: 华里 市里
    丈: 市丈
    尺: 市尺
    英尺: ft
    英寸: inch

    平方米: ㎡ m² M² m2 M2 米² 平米 平方
    平方分米: dm² dm2 分米²
    平方厘米: cm² cm2 ㎠ 厘米²
    平方毫米: mm² mm2 ㎟ 毫米²
    平方公里: km² km2 KM² KM2 Km² Km2 ㎢ 公里² 平方千米
    公顷: hm² hm2 ha
    亩: 市亩

    立方米: m³ M³ m3 M3 ㎥ 米³ 立方 立米 方
    立方公里: km³ km3 公里³ 立方千米
    立方分米: dm³ dm3 分米³
    立方厘米: cm³ cm3 ㎤ 厘米³
    立方毫米: mm³ mm3 ㎣ 毫米³
    升: L l 公升
    毫升: mL ml
    微升: μL µL uL μl µl ul

    吨: t 公吨
    千克: kg KG Kg ㎏
    克: g
    毫克: mg ㎎
    微克: μg µg ug
    纳克: ng
    斤: 市斤
    担: 市担
    摩尔: mol
    毫摩尔: mmol
    微摩尔: μmol µmol umol
    国际单位: IU

    千牛: kN KN
    帕: Pa 帕斯卡
    千帕: kPa KPa
    兆帕: MPa Mpa
    毫米汞柱: mmHg
    焦: 焦耳
    千焦: kJ KJ 千焦耳
    兆焦: MJ 兆焦耳
    吉焦: GJ 吉焦耳
    千卡: kcal Kcal 大卡
    瓦: 瓦特
    千瓦: kW KW kw Kw
    兆瓦: MW
    吉瓦: GW
    瓦时: Wh 瓦小时
    千瓦时: kWh KWH kwh KWh Kwh 度 度电 千瓦小时
    兆瓦时: MWh MWH 兆瓦小时
    吉瓦时: GWh GWH 吉瓦小时
    千克标准煤: kgce 千克标煤 公斤标准煤 公斤标煤
    克标准煤: gce 克标煤
    吨标准煤: tce 吨标煤
    吨二氧化碳: tCO₂ tCO2
    吨二氧化碳当量: tCO₂e tCO2e
    安: 安培
    毫安: mA
    安时: Ah
    毫安时: mAh
    伏: 伏特
    千伏: kV KV
    欧姆: Ω
    千欧: kΩ
    兆欧: MΩ
    千伏安: kVA KVA
    兆伏安: MVA
    千乏: kvar kVar
    兆乏: Mvar MVar
    赫: Hz 赫兹
    千赫: kHz KHz 千赫兹
    兆赫: MHz 兆赫兹
    吉赫: GHz 吉赫兹
    转: r
    摄氏度: ℃ °C
    分贝: dB db dB(A) db(A) dB(a) 分贝(A)
    流明: lm
    勒克斯: lx lux
    贝可: Bq
    西弗: Sv
    毫西弗: mSv
    微西弗: μSv µSv uSv

    比特: bit
    Kbit: kbit 千比特
    Mbit: 兆比特
    Gbit: 吉比特
    Kbps: kbps
    Mbps: mbps
    Gbps: gbps
    字节: Byte byte
    KB: kB 千字节
    MB: 兆字节
    GB: 吉字节
    TB: 太字节

    %: 百分比 %(百分比)
    ‰: 千分比
    ‱: 万分比
    ppm: PPM
    个百分点: 百分点
    个千分点: 千分点
    个基点: 基点 个BP BP
"""


def _spellings() -> dict[str, str]:
    rows = (line.partition(":") for line in _ROWS.splitlines() if line.strip())
    found = {word: name.strip() for name, _, words in rows for word in words.split()}
    found |= {f"个{name}": name for name in CLASSIFIED}
    return found | {code: MONEY_SIGNS[code] for code in CURRENCIES.values()}


SPELLINGS: Final = MappingProxyType(_spellings())
"""Other spellings of a unit: spelling → name."""
