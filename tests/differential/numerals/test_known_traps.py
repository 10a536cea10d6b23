"""Inputs that one library or another gets wrong without a word. What is right was found by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest

import govperf as gp
from govperf.errors import InputError

READ = {
    # the sign
    "负1.2亿": "-120000000",
    "负1200000": "-1200000",
    "负1.1": "-1.1",
    "-35.2万": "-352000",
    "负3.9%": "-0.039",
    # decimals of a scale
    "0.1234567万": "1234.567",
    "6447.70456万": "64477045.6",
    "1.2万亿": "1200000000000",
    "十二点五万": "125000",
    "四点一亿": "410000000",
    "1,100万": "11000000",
    # a scale, and more after it
    "22.2万170": "222170",
    "3亿5000万": "350000000",
    "1亿2千万": "120000000",
    "25万6千": "256000",
    "3万4000": "34000",
    "１２万５千": "125000",
    "１千２百": "1200",
    "40万": "400000",
    # as it is said
    "一万二": "12000",
    "三千五": "3500",
    "两百五": "250",
    "13万2": "132000",
    "2万5": "25000",
    "一亿三": "130000000",
    # zeros
    "一百九十万三千九百七十一": "1903971",
    "一百九十万零三千九百七十一": "1903971",
    "一千零十二": "1012",
    "四千三百亿": "430000000000",
    "二十万亿": "20000000000000",
    "三千万亿": "3000000000000000",
    "十二万三千四百五十六亿七千八百九十万零一百二十三": "12345678900123",
    # digit by digit
    "一〇五": "105",
    "二〇二四": "2024",
    "一九四九": "1949",
    "１２３": "123",
    # after the point
    "零点零五": "0.05",
    "零点零零零零零零零零零一": "0.0000000001",
    "三点一四一五九二六五": "3.14159265",
    "1,234.56": "1234.56",
    # parts
    "15%": "0.15",
    "5‰": "0.005",
    "千分之一": "0.001",
    "百分之三点五": "0.035",
    # amounts
    "壹元整": "1",
    "壹拾万元整": "100000",
    "壹万元零伍分": "10000.05",
    "伍角": "0.50",
    "壹分": "0.01",
    "壹仟零壹拾元壹角整": "1010.10",
    "人民币叁佰贰拾伍元零肆分": "325.04",
    "壹仟陆佰捌拾元零叁角贰分": "1680.32",
    "玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分": "999999999999999.99",
}

BETWEEN = {
    "三五百": ("between", 300, 500),
    "二千至三千": ("between", 2000, 3000),
    "10%-20%": ("between", Decimal("0.1"), Decimal("0.2")),
    "四十五六": ("between", 45, 46),
    "二十多亿": ("at_least", 2_000_000_000, None),
    "三分之二": ("exact", Fraction(2, 3), Fraction(2, 3)),
}

# Malformed, of two readings, or words.
NONE = [
    "一点", "1.2.3", "12,34", "一百二千", "一百零", "二万三万", "5%%", "百分之百分之三",
    "一亿一千", "六亿四千五百零六", "1亿2千",
    "统一", "万一", "三农", "服务半径", "“十四五”",
    "亿", "零零七", "NaN", "1_000",
]  # fmt: skip

AMOUNTS_NONE = ["壹亿壹仟元整", "壹元伍分", "壹元壹分整", "壹拾贰万亿贰仟肆佰贰拾壹元整", "一百元整", "壹佰"]

WRITTEN = {
    ("spoken", "110"): "一百一十",
    ("spoken", "100001000"): "一亿零一千",
    ("spoken", "600004506"): "六亿零四千五百零六",
    ("spoken", "10.01"): "十点零一",
    ("spoken", "1000000000000"): "一万亿",
    ("spoken", "100010000"): "一亿零一万",
    ("financial", "100000"): "壹拾万",
    ("rmb", "0"): "人民币零元整",
    ("rmb", "0.05"): "人民币伍分",
    ("rmb", "12000000002421"): "人民币壹拾贰万亿零贰仟肆佰贰拾壹元整",
    ("rmb", "-5"): "人民币负伍元整",
    ("scaled", "99999999"): "1亿",
}

UNWRITTEN = [("rmb", "9999.995"), ("rmb", "1.999"), ("rmb", "0.005"), ("rmb", "1e16"), ("spoken", "1e16")]


@pytest.mark.parametrize(("text", "number"), READ.items(), ids=READ)
def test_read(text, number):
    parse = gp.parse_rmb if text.startswith("人民币") or text[-1] in "整角分" else gp.parse_number
    assert parse(text) == Decimal(number)


@pytest.mark.parametrize(("text", "said"), BETWEEN.items(), ids=BETWEEN)
def test_approximate(text, said):
    reading = gp.read_number(text)
    assert (reading.bound, reading.low, reading.high) == said
    with pytest.raises(InputError):
        gp.parse_number(text)


@pytest.mark.parametrize("text", NONE)
def test_refused(text):
    for read in (gp.parse_number, gp.read_number, gp.parse_rmb):
        with pytest.raises(InputError):
            read(text)


@pytest.mark.parametrize("text", AMOUNTS_NONE)
def test_refused_amount(text):
    with pytest.raises(InputError):
        gp.parse_rmb(text)


@pytest.mark.parametrize(("style", "number"), WRITTEN, ids=" ".join)
def test_written(style, number):
    value = Decimal(number)
    if style == "rmb":
        assert gp.format_rmb(value) == WRITTEN[style, number]
    else:
        assert (
            gp.format_number(value, style=style, digits=2 if style == "scaled" else None)
            == WRITTEN[style, number]
        )


@pytest.mark.parametrize(("style", "number"), UNWRITTEN, ids=" ".join)
def test_unwritten(style, number):
    with pytest.raises(InputError):
        gp.format_rmb(Decimal(number)) if style == "rmb" else gp.format_number(Decimal(number), style=style)
