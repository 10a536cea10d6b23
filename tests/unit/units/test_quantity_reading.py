"""Quantities as reports print them: the number as printed, and its unit with the scale word before it."""

from decimal import Decimal

import pytest

from govperf.errors import InputError, LimitError, NumeralError, QuantityError, UnitError
from govperf.limits import LIMITS
from govperf.units import Quantity, Unit

READ = [  # text, number, unit
    ("5‱", "5", "‱"),
    ("七成六", "76", "%"),
    ("七五折", "75", "%"),
    ("五分之三", "60", "%"),
    ("百 分 之 五", "5", "%"),
    # plain
    ("295条", "295", "条"),
    ("52", "52", ""),
    ("3,678.76", "3678.76", ""),
    ("0.00元", "0.00", "元"),
    ("-5元", "-5", "元"),
    ("－5元", "-5", "元"),
    ("负五元", "-5", "元"),
    ("+5元", "5", "元"),
    ("２７８０人次", "2780", "人次"),
    ("三百六十五天", "365", "天"),
    # the scale word straight before the unit belongs to the unit
    ("3,678.76万元", "3678.76", "万元"),
    ("3，678.76 万元", "3678.76", "万元"),
    ("12.37万家次", "12.37", "万家次"),
    ("3.87亿人次", "3.87", "亿人次"),
    ("3.87亿\n人次", "3.87", "亿人次"),
    ("5千元", "5", "千元"),
    ("5百万元", "5", "百万元"),
    ("5千万元", "5", "千万元"),
    ("3.5万亿元", "3.5", "万亿元"),
    ("三点五亿元", "3.5", "亿元"),
    ("120万千瓦", "120", "万千瓦"),
    ("5亿千瓦时", "5", "亿千瓦时"),
    ("3.53万㎡", "3.53", "万平方米"),
    ("3.53万m²", "3.53", "万平方米"),
    # any other scale word belongs to the number
    ("22.2 万 170 项", "222170", "项"),
    ("10亿零8170万元", "1081700000", "元"),
    ("5千亿元", "5", "千亿元"),
    ("5万", "50000", ""),
    ("5万/人", "50000", "/人"),
    ("5万每人", "50000", "/人"),
    ("1.5亿／人", "150000000", "/人"),
    # names that begin with a scale word
    ("3千米", "3", "公里"),
    ("十二千米", "12", "公里"),
    ("三千米", "3000", "米"),
    ("5千克", "5", "千克"),
    ("5 千 克", "5", "千克"),
    # rates
    ("7 万元/人、年", "7", "万元/(人·年)"),
    ("7万元/人/年", "7", "万元/(人·年)"),
    ("7万元／（人・年）".replace("・", "·"), "7", "万元/(人·年)"),
    ("31场/次", "31", "场/次"),
    ("5元每人", "5", "元/人"),
    ("10.67万元/人", "10.67", "万元/人"),
    # 每 before the number
    ("每周1期", "1", "期/周"),
    ("每半年1个", "1", "个/半年"),
    ("每户 650 元", "650", "元/户"),
    ("每 户 650 元", "650", "元/户"),
    ("每个月2次", "2", "次/月"),
    ("每个工作日1次", "1", "次/工作日"),
    ("每千克5元", "5", "元/千克"),
    ("每m2 5元", "5", "元/平方米"),
    ("每万人5张", "5", "张/万人"),
    ("每 万 人 5 张", "5", "张/万人"),
    ("每百万人5.5台", "5.5", "台/百万人"),
    ("每亩3万元", "3", "万元/亩"),
    ("每人5万", "50000", "/人"),
    ("每年5%", "5", "%/年"),
    ("每人7万元/年", "7", "万元/(年·人)"),
    ("每年十二次", "12", "次/年"),
    # percentages
    ("95%", "95", "%"),
    ("95 %", "95", "%"),
    ("１２．５％", "12.5", "%"),
    ("2155.54%", "2155.54", "%"),
    ("100百分比", "100", "%"),
    ("0.5‰", "0.5", "‰"),
    ("百分之九十五", "95", "%"),
    ("百分之 九十五", "95", "%"),
    ("百分之95.08", "95.08", "%"),
    ("  百分之五  ", "5", "%"),
    ("千分之三", "3", "‰"),
    ("三成", "3", "成"),
    ("3.5个百分点", "3.5", "个百分点"),
    ("5百分点", "5", "个百分点"),
    ("2倍", "2", "倍"),
    # spaces
    (" \u3000295 条\t\n", "295", "条"),
    ("24 小时", "24", "小时"),
    ("24个小时", "24", "小时"),
]

UNREAD = [  # text, class, code, span
    ("", QuantityError, "quantity.no-number", (0, 0)),
    ("  ", QuantityError, "quantity.no-number", (0, 0)),
    ("元", QuantityError, "quantity.no-number", (0, 1)),
    ("万元", QuantityError, "quantity.no-number", (0, 2)),
    ("%", QuantityError, "quantity.no-number", (0, 1)),
    ("效果明显", QuantityError, "quantity.no-number", (0, 4)),
    ("近540条", QuantityError, "quantity.no-number", (0, 5)),
    ("≥90%", QuantityError, "quantity.no-number", (0, 4)),
    ("人民币", QuantityError, "quantity.no-number", (3, 3)),
    ("¥", QuantityError, "quantity.no-number", (1, 1)),
    ("第5期", QuantityError, "quantity.no-number", (0, 3)),
    ("每亩", QuantityError, "quantity.no-number", (2, 2)),
    ("每亩约5元", QuantityError, "quantity.no-number", (2, 5)),
    ("百分之", NumeralError, "numeral.empty", (0, 3)),
    ("百分之几", NumeralError, "numeral.unreadable", (0, 4)),
    ("百分之五十%", NumeralError, "numeral.trailing", (5, 6)),
    ("百分之五左右", NumeralError, "numeral.approximate", (0, 6)),
    ("12,34元", NumeralError, "numeral.grouping", (2, 5)),
    ("5万万元", NumeralError, "numeral.order", (2, 3)),
    ("5万 万元", NumeralError, "numeral.order", (2, 4)),
    ("一万二元", NumeralError, "numeral.ambiguous", (2, 3)),
    ("三四个月", NumeralError, "numeral.ambiguous", (0, 2)),
    ("5张张", UnitError, "unit.unknown", (1, 3)),
    ("5 元元 ", UnitError, "unit.unknown", (2, 4)),
    ("5元/张张", UnitError, "unit.unknown", (3, 5)),
    ("3.5万元/张张", UnitError, "unit.unknown", (6, 8)),
    ("3.5 万 张张", UnitError, "unit.unknown", (5, 8)),
    ("60余人次", QuantityError, "quantity.vague", (0, 5)),
    ("1万余条", QuantityError, "quantity.vague", (0, 4)),
    ("3～5元", QuantityError, "quantity.vague", (0, 4)),
    ("3-5元", QuantityError, "quantity.vague", (0, 4)),
    ("50 % 7", UnitError, "unit.unknown", (3, 6)),
    ("3次/4次", QuantityError, "quantity.several", (0, 5)),
    ("1e5元", UnitError, "unit.unknown", (1, 4)),
    ("5元(含税)", UnitError, "unit.unknown", (1, 6)),
    ("5²", UnitError, "unit.unknown", (1, 2)),
    ("每", UnitError, "unit.unknown", (1, 1)),
    ("每5元", QuantityError, "quantity.no-number", (3, 3)),
    ("每万5张", UnitError, "unit.unknown", (1, 4)),
    ("5/(人·户·家·个·场·期·项·宗·件)", UnitError, "unit.terms", (1, 21)),
    ("每件5/(人·户·家·个·场·期·项·宗)", UnitError, "unit.terms", None),
]


class TestReading:
    @pytest.mark.parametrize(("text", "number", "unit"), READ, ids=ascii)
    def test_number_and_unit(self, text, number, unit):
        quantity = Quantity.parse(text)
        assert (str(quantity.magnitude), quantity.unit) == (number, Unit.of(unit))

    def test_three_spellings_of_one_amount(self):
        texts = [
            "3,678.76 万元",
            "３６７８．７６万元",
            "36787600元",
            "0.367876亿元",
            "三千六百七十八点七六万元",
        ]
        assert len({Quantity.parse(text) for text in texts}) == 1

    def test_fullwidth_percent_is_a_percentage(self):
        assert Quantity.parse("三成") == Quantity(30, "%") == Quantity.parse("百分之三十")

    def test_longest(self):
        text = "9" * 10 + "." + "9" * 10 + "\u3000" * (LIMITS.quantity_chars - 22) + "元"
        assert Quantity.parse(text).magnitude == Decimal("9999999999.9999999999")


class TestRefusing:
    @pytest.mark.parametrize(("text", "kind", "code", "span"), UNREAD, ids=ascii)
    def test_fault(self, text, kind, code, span):
        with pytest.raises(kind) as caught:
            Quantity.parse(text)
        assert (type(caught.value), caught.value.code, caught.value.span) == (kind, code, span)

    def test_every_fault_is_of_the_input(self):
        for text, *_ in UNREAD:
            with pytest.raises(InputError):
                Quantity.parse(text)

    def test_the_fault_is_marked(self):
        with pytest.raises(UnitError) as caught:
            Quantity.parse("7万元/人/张张")
        assert caught.value.caret == "7万元/人/张张\n \u3000\u3000 \u3000 ＾＾"

    @pytest.mark.parametrize("text", ["5" + " " * 128, "9" * 129, "元" * 100_000])
    def test_too_long(self, text):
        with pytest.raises(LimitError) as caught:
            Quantity.parse(text)
        assert (caught.value.code, caught.value.details) == ("limit.chars", {"limit": "128"})

    def test_number_too_long(self):
        with pytest.raises(LimitError):
            Quantity.parse("1" * 65 + "元")

    def test_unit_too_long(self):
        with pytest.raises(LimitError):
            Quantity.parse("5" + "元" * 49)

    @pytest.mark.parametrize("value", [None, 5, Decimal(5), b"5"], ids=repr)
    def test_no_text(self, value):
        with pytest.raises(TypeError, match="read from a text"):
            Quantity.parse(value)
