"""The lexicon of units as a page: this script writes docs/units.md anew."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from govperf.units.abroad import CLDR, PINT
from govperf.units.lexicon import CLASSIFIED, COUNTERS, CURRENCIES, DEFINITIONS, MONEY_SIGNS, SCALES
from govperf.units.spellings import SPELLINGS

PAGE = Path(__file__).resolve().parents[3] / "docs" / "units.md"

BEFORE = """\
# The units (计量单位表)

Every unit that govperf knows: {units}, and {spellings} other spellings of them. [](quantities.md) says how
they are read, computed with and written, and how you add your own.

One of these scale words may stand before any unit: {scales}. A name comes first: 千米 is a 公里, and 百分点
a 个百分点. A power may stand behind a unit (km²), and `/`, 每 and `·` put units together: 毫克/升,
元/(人·年). A unit that *is* nothing here is of a kind of its own, and adds to no other.

What could be read in two ways is no unit: 寸 (市寸, or the 英寸 of a screen), 卡 (4.184 or 4.1868 焦, or a
card), 点 (of a percentage, of the clock, or a place), G, M and T (bytes, bits, or a net of the fifth
generation), W (瓦, or 万 in a hurry), A, B and C (the columns of a form).

This page is made of the tables of `govperf.units`, by `python tests/differential/units/lexicon_page.py`.
"""

# Title, and the definition it begins with; a section ends where the next one begins.
SECTIONS = {
    "Measure words (量词)": "人",
    "Nouns that are counted (名词单位)": "床位",
    "Products (复合单位)": "人次",
    "Persons (人员)": "名",
    "Money (货币)": "元",
    "Length (长度)": "米",
    "Area (面积)": "平方米",
    "Volume (体积)": "立方米",
    "Mass (质量)": "千克",
    "Laboratories (检验)": "摩尔",
    "Time (时间)": "秒",
    "Force, pressure, energy and power (力、压力、能量、功率)": "牛顿",
    "Electricity (电学)": "安",
    "Frequency, temperature, sound, light, radiation (频率、温度、声、光、辐射)": "赫",
    "Data (数据量)": "比特",
    "Ratios and differences of ratios (比率)": "%",
    "Score (分值)": "分",
}

NOTES = {
    "Measure words (量词)": """\
Each is a kind of its own: 5家 and 5个 do not add up. A whole number of them is exact.
""",
    "Nouns that are counted (名词单位)": """\
They too are kinds of their own. Straight after a number they are printed with 个, and read with or without
it: 500个床位, and 2000元/床位.
""",
    "Products (复合单位)": """\
Their names say of what: 人次 is 人·次, and 804万人次 over 100万人 is 8.04次.
""",
    "Persons (人员)": """\
These are 人 in other words, and add to 人.
""",
    "Money (货币)": """\
Currencies never mix. The codes are those of ISO 4217: they stand before an amount or behind it, signs only
before it.
""",
    "Time (时间)": """\
The clock and the calendar are apart, because a 月 has no fixed number of days. 月, 季度, 学期, 学年 and
工作日 are printed with 个 straight after a number: 3个月.
""",
    "Data (数据量)": """\
By decimal prefixes, as GB 3100 has them: 1 KB is 1000 字节, and 1 KiB is 1024.
""",
    "Ratios and differences of ratios (比率)": """\
A ratio adds to no bare number. The difference of two percentages is counted in 个百分点, which is no ratio.
""",
}

NONE = "–"


def rendered():
    """The page."""
    text = BEFORE.format(units=len(DEFINITIONS), spellings=len(SPELLINGS), scales="、".join(SCALES))
    names = list(DEFINITIONS)
    starts = [names.index(first) for first in SECTIONS.values()]
    for title, start, end in zip(SECTIONS, starts, [*starts[1:], len(names)], strict=True):
        text += f"\n## {title}\n\n"
        if title in NOTES:
            text += f"{NOTES[title]}\n"
        text += _section(names[start:end])
    return text


def _section(names):
    if plain := [name for name in names if _says_itself(name)]:
        rest = [name for name in names if name not in plain or _others(name) != NONE]
        return f"{'、'.join(plain)}\n\n{_units(rest)}"
    if CURRENCIES.keys() & set(names):
        rows = [[name, _meaning(name), CURRENCIES[name], _signs(name), _others(name)] for name in names]
        return _table(["name", "is", "code", "signs before it", "other spellings"], rows)
    return _units(names)


def _says_itself(name):
    """Whether there is nothing to say of it: 家 is a 家, and 家次 a 家·次."""
    if DEFINITIONS[name].startswith("["):
        return name in COUNTERS
    return DEFINITIONS[name].replace(" * ", "") == name


def _units(names):
    heads = ["name", "is", "other spellings", "in pint", "in the CLDR"]
    rows = [
        [name, _meaning(name), _others(name), _code(PINT.get(name)), _code(CLDR.get(name))] for name in names
    ]
    kept = [at for at in range(5) if not at or any(row[at] != NONE for row in rows)]
    return _table([heads[at] for at in kept], [[row[at] for at in kept] for row in rows])


def _table(heads, rows):
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _meaning(name):
    """A definition as people write it: 1000 米, 千克·米/秒²."""
    text = DEFINITIONS[name]
    if text.startswith("["):
        return NONE
    for power, sign in (("2", "²"), ("3", "³")):
        text = text.replace(f" ** {power}", sign)
    number, star, rest = text.partition(" * ")
    if star and number.replace("/", "").isdecimal():
        return f"{_number(Fraction(number))} {rest}"
    return text.replace(" * ", "·").replace(" / ", "/")


def _number(factor):
    """1,852, 1/1,000, 2,000/3, 0.3048."""
    below = factor.denominator
    if below == 1 or factor.numerator == 1 or 10**9 % below:
        return f"{factor.numerator:,}" + (f"/{below:,}" if below > 1 else "")
    return f"{Decimal(factor.numerator) / below:f}"


def _others(name):
    words = [word for word, meant in SPELLINGS.items() if meant == name]
    if name in CURRENCIES:
        words = [word for word in words if word != CURRENCIES[name]]
    if name in CLASSIFIED and name in COUNTERS:
        words = [word for word in words if word != f"个{name}"]
    return " ".join(words) or NONE


def _signs(name):
    return (
        " ".join(sign for sign, meant in MONEY_SIGNS.items() if meant == name and sign != CURRENCIES[name])
        or NONE
    )


def _code(word):
    return f"`{word}`" if word else NONE


if __name__ == "__main__":
    PAGE.write_text(rendered(), encoding="utf-8")
