"""Our units by the names of others (计量单位的国外名称): for pint, and for readers of other languages.

Only what is exactly the same unit stands here. A 年 is twelve 月 and no `year` of 365.25 days, a 马力 no
`horsepower`; what has no single name there, such as pint's `meter ** 2`, follows from its definition.
Currencies are known abroad by their codes, see `CURRENCIES` of the lexicon.
"""

from types import MappingProxyType
from typing import Final

__all__ = ["CLDR", "PINT"]

_PINT = """
    米=meter 公里=kilometer 分米=decimeter 厘米=centimeter 毫米=millimeter 微米=micrometer 纳米=nanometer
    海里=nautical_mile 英尺=foot 英寸=inch 公顷=hectare 公亩=are 升=liter 毫升=milliliter 微升=microliter
    千克=kilogram 公斤=kilogram 吨=metric_ton 克=gram 毫克=milligram 微克=microgram 纳克=nanogram
    摩尔=mole 毫摩尔=millimole 微摩尔=micromole
    秒=second 毫秒=millisecond 分钟=minute 小时=hour 天=day 周=week
    牛顿=newton 千牛=kilonewton 帕=pascal 千帕=kilopascal 兆帕=megapascal
    焦=joule 千焦=kilojoule 兆焦=megajoule 吉焦=gigajoule
    瓦=watt 千瓦=kilowatt 兆瓦=megawatt 吉瓦=gigawatt 马力=metric_horsepower
    瓦时=watt_hour 千瓦时=kilowatt_hour 兆瓦时=megawatt_hour 吉瓦时=gigawatt_hour
    安=ampere 毫安=milliampere 安时=ampere_hour 毫安时=milliampere_hour 伏=volt 千伏=kilovolt
    欧姆=ohm 千欧=kiloohm 兆欧=megaohm
    赫=hertz 千赫=kilohertz 兆赫=megahertz 吉赫=gigahertz 流明=lumen 勒克斯=lux
    比特=bit Kbit=kilobit Mbit=megabit Gbit=gigabit Tbit=terabit
    Kbps=kilobaud Mbps=megabaud Gbps=gigabaud Tbps=terabaud
    字节=byte KB=kilobyte MB=megabyte GB=gigabyte TB=terabyte PB=petabyte EB=exabyte
    KiB=kibibyte MiB=mebibyte GiB=gibibyte TiB=tebibyte PiB=pebibyte
    %=percent ‰=permille ppm=ppm
"""

# duration-quarter is three months in most languages, and 刻 in traditional Chinese: 季度 is not here.
_CLDR = """
    米=length-meter 公里=length-kilometer 分米=length-decimeter 厘米=length-centimeter 毫米=length-millimeter
    微米=length-micrometer 纳米=length-nanometer 海里=length-nautical-mile 英尺=length-foot 英寸=length-inch
    平方米=area-square-meter 平方厘米=area-square-centimeter 平方公里=area-square-kilometer 公顷=area-hectare
    立方米=volume-cubic-meter 立方厘米=volume-cubic-centimeter 立方公里=volume-cubic-kilometer 升=volume-liter
    毫升=volume-milliliter
    吨=mass-tonne 千克=mass-kilogram 公斤=mass-kilogram 克=mass-gram 毫克=mass-milligram 微克=mass-microgram
    摩尔=concentr-mole
    秒=duration-second 毫秒=duration-millisecond 分钟=duration-minute 小时=duration-hour 天=duration-day
    周=duration-week 月=duration-month 年=duration-year
    牛顿=force-newton 帕=pressure-pascal 千帕=pressure-kilopascal 兆帕=pressure-megapascal
    毫米汞柱=pressure-millimeter-ofhg
    焦=energy-joule 千焦=energy-kilojoule 千卡=energy-kilocalorie 千瓦时=energy-kilowatt-hour
    瓦=power-watt 千瓦=power-kilowatt 兆瓦=power-megawatt 吉瓦=power-gigawatt
    安=electric-ampere 毫安=electric-milliampere 伏=electric-volt 欧姆=electric-ohm
    赫=frequency-hertz 千赫=frequency-kilohertz 兆赫=frequency-megahertz 吉赫=frequency-gigahertz
    摄氏度=temperature-celsius 流明=light-lumen 勒克斯=light-lux
    比特=digital-bit Kbit=digital-kilobit Mbit=digital-megabit Gbit=digital-gigabit Tbit=digital-terabit
    字节=digital-byte KB=digital-kilobyte MB=digital-megabyte GB=digital-gigabyte TB=digital-terabyte
    PB=digital-petabyte
    %=concentr-percent ‰=concentr-permille ‱=concentr-permyriad ppm=concentr-permillion
"""


def _pairs(text: str) -> dict[str, str]:
    return {name: theirs for name, _, theirs in (pair.partition("=") for pair in text.split())}


PINT: Final = MappingProxyType(_pairs(_PINT))
"""The name of the same unit in pint's own registry: name → name there."""

CLDR: Final = MappingProxyType(_pairs(_CLDR))
"""The identifier of the same unit in the CLDR, as Babel's `format_unit` takes it: name → identifier."""
