"""Forms that are more than a number and a unit: each is read as a reader of reports would read it."""

from decimal import Decimal

import pytest

from govperf.errors import InputError, QuantityError, UnitError
from govperf.units import Quantity, Unit

READ = {
    # rates
    "每人每年7万元": ("7", "万元/(人·年)"),
    "人均650元": ("650", "元/人"),
    "年人均650元": ("650", "元/(年·人)"),
    "日均300人次": ("300", "人次/天"),
    "每2周1次": ("0.5", "次/周"),
    "每两周1次": ("0.5", "次/周"),
    "每5000人1名": ("0.0002", "名/人"),
    "每10万人5例": ("5", "例/十万人"),
    "5例/10万人": ("5", "例/十万人"),
    "8升/100公里": ("8", "升/百公里"),
    "每m 25元": ("25", "元/米"),
    "每m25元": ("25", "元/米"),
    "每m2 25元": ("25", "元/平方米"),
    "4.5元/㎡.月": ("4.5", "元/(平方米·月)"),
    "30次/分": ("30", "次/分钟"),
    "5元/分": ("5", "元/得分"),
    "30次/10分": ("30", "次/十分钟"),
    "每1户650元": ("650", "元/户"),
    "每一户650元": ("650", "元/户"),
    "人民币5分": ("5", "分钱"),
    "5日20小时": ("140", "小时"),
    "60公里/时": ("60", "公里/小时"),
    "5千瓦·时": ("5", "千瓦·小时"),
    "15.6/10万": ("0.0156", "%"),
    "3/千": ("0.3", "%"),
    # money
    "¥5,000": ("5000", "元"),
    "-¥5": ("-5", "元"),
    "¥-5": ("-5", "元"),
    "¥3.5万": ("3.5", "万元"),
    "¥500/人": ("500", "元/人"),
    "¥5000元": ("5000", "元"),
    "$3.5万": ("3.5", "万美元"),
    "人民币：3000元": ("3000", "元"),
    "人民币叁佰贰拾伍元零肆分": ("325.04", "元"),
    "500元正": ("500", "元"),
    "叁元伍角正": ("3.5", "元"),
    # several units
    "3元5角2分": ("3.52", "元"),
    "-3元5角": ("-3.5", "元"),
    "3元50分": ("3.5", "元"),
    "1小时30分": ("90", "分钟"),
    "90分5秒": ("5405", "秒"),
    "1年零6个月": ("18", "月"),
    "5公里300米": ("5.3", "公里"),
    "3千克200克": ("3.2", "千克"),
    "5千米300米": ("5.3", "公里"),
    # halves
    "半天": ("0.5", "天"),
    "一吨半": ("1.5", "吨"),
    "三个半月": ("3.5", "月"),
    "三个半天": ("3", "半天"),
    "3个半年": ("3", "半年"),
    # scale words
    "12.5百公里": ("12.5", "百公里"),
    "５百公里": ("5", "百公里"),
    "三百公里": ("300", "公里"),
    # parts
    "五分之三": ("60", "%"),
    "5‱": ("5", "‱"),
    "2,022年": ("2022", "年"),
    "36个月": ("36", "月"),
}

REFUSED = {
    "quantity.date": [
        "2022年",
        "2022 年度",
        "二〇二二年",
        "12月",
        "三季度",
        "4季",
        "2020年7月",
        "2023年3季度",
        "2020年7个月",
        "22年度",
        "1921年",
        "2022学年",
        "20日12时",
        "15日8时30分",
    ],
    "quantity.each": ["每3人1台", "每7天1次"],
    "quantity.parts": ["3元15角", "2小时90分", "2小时60分", "3元10角", "3角5元"],
    "quantity.whole": ["3.5元5角", "2.5小时30分"],
    "quantity.digits": ["1234567890123456789012345678901234元5角"],
    "quantity.several": ["120户、360人", "1200户/3600人", "3.5公里×6米"],
    "quantity.vague": ["60余人次", "5元左右", "3～5元", "50%以上", "2万多人"],
    "quantity.no-number": ["≥**人", "万", "人民币", "近5元", "人均可支配收入3万元", "每人民币5元", "半"],
    "unit.unknown": [
        "5元元",
        "5%%",
        "5**元",
        "5个/",
        "一半",
        "一百半",
        "3.5年半",
        "3元整5角",
        "1小时30分整",
        "每户户均5元",
    ],
    "unit.unknown ": ["3m²²", "7月1日", "1米75", "10人均5元", "每人"],
    "unit.scale": ["5/万人/万"],
    "unit.mixed": ["¥5美元"],
    "numeral.unreadable": ["-¥-5"],
    "numeral.grouping": ["0,123元"],
}


@pytest.mark.parametrize(("text", "meaning"), READ.items(), ids=READ)
def test_reading(text, meaning):
    number, unit = meaning
    found = Quantity.parse(text)
    assert (found.magnitude, found.unit) == (Decimal(number), Unit.of(unit))
    assert Quantity.parse(str(found)) == found
    assert str(Quantity.parse(str(found))) == str(found)


@pytest.mark.parametrize(
    ("code", "text"), [(code.strip(), text) for code, texts in REFUSED.items() for text in texts], ids=str
)
def test_refusing(code, text):
    with pytest.raises(InputError) as caught:
        Quantity.parse(text)
    if text != "每人":
        assert caught.value.code == code
    assert caught.value.explain("zh")


class TestTheUnitApart:
    @pytest.mark.parametrize(
        ("cell", "number", "unit"),
        [
            ("3,678.76", "3678.76", "万元"),
            ("500元", "500", "元"),
            ("三千六百", "3600", "万元"),
            (".5", "0.5", "万元"),
            (" 12 ", "12", "万元"),
        ],
    )
    def test_a_cell_under_a_heading(self, cell, number, unit):
        found = Quantity.parse(cell, unit="万元")
        assert (found.magnitude, found.unit) == (Decimal(number), Unit.of(unit))

    @pytest.mark.parametrize("cell", ["3.5亿", "200万", "3亿5000万", "3万5千", "15k", "1.5万"])
    def test_two_scale_words(self, cell):
        with pytest.raises(QuantityError) as caught:
            Quantity.parse(cell, unit="万元")
        assert caught.value.code == "quantity.scales"
        with pytest.raises(QuantityError):
            Quantity(cell, "万元")
        assert Quantity.parse(cell, unit="元").unit is Unit.of("元")

    @pytest.mark.parametrize("cell", ["95%", "3人", "五分之三", "1美元"])
    def test_another_kind(self, cell):
        with pytest.raises(UnitError) as caught:
            Quantity.parse(cell, unit="万元")
        assert caught.value.code == "unit.mixed"

    def test_a_long_cell_is_a_quantity(self):
        assert Quantity.parse("5" + " " * 80 + "元", unit="万元") == Quantity(5, "元")

    def test_a_year_under_years(self):
        with pytest.raises(QuantityError) as caught:
            Quantity.parse("2022", unit="年")
        assert caught.value.code == "quantity.date"
        assert Quantity.parse("20", unit="年") == Quantity(20, "年")

    def test_a_rate_has_no_scale_below(self):
        assert Quantity.parse("5万", unit="元/人") == Quantity(50_000, "元/人")

    def test_an_unknown_unit_as_a_counter(self):
        assert Quantity.parse("5", unit="甲板砖", unknown="counter").unit.label == "甲板砖"


class TestPercentagePoints:
    """A difference of percentages is counted in 个百分点, which stands for hundredths of an amount."""

    def test_of_an_amount(self):
        saved = (Quantity(100, "%") - Quantity(95, "%")) * Quantity(100, "万元")
        assert saved == Quantity(5, "万元")

    def test_of_a_year_they_stay(self):
        assert str(Quantity(5, "个百分点") / Quantity(1, "年")) == "5个百分点/年"

    def test_asked_for_as_a_ratio(self):
        assert Quantity(70, "个百分点").to("%") - Quantity(20, "%") == Quantity(50, "个百分点")
        assert Quantity(5, "%").to("个百分点") == Quantity(5, "个百分点")

    @pytest.mark.parametrize("points", ["0.5个百分点", "50个基点"])
    def test_equal_points_add_alike(self, points):
        points, rate = Quantity.parse(points), Quantity(90, "%")
        assert rate + points == points + rate == Quantity("90.5", "%")
        assert rate - points == Quantity("89.5", "%")

    def test_points_less_a_percentage(self):
        with pytest.raises(UnitError):
            Quantity(70, "个百分点") - Quantity(20, "%")

    def test_multiples_differ_by_multiples(self):
        assert repr(Quantity(3, "倍") - Quantity(1, "倍")) == "Quantity('2', '倍')"
        assert repr(Quantity(5, "ppm") - Quantity(3, "ppm")) == "Quantity('2', 'ppm')"


class TestExactness:
    @pytest.mark.parametrize(
        ("one", "other"), [("-1万元", "-10000元"), ("-1%", "-0.01倍"), ("-15亩", "-1公顷")]
    )
    def test_equal_negative_amounts_hash_alike(self, one, other):
        one, other = Quantity.parse(one), Quantity.parse(other)
        assert one == other
        assert hash(one) == hash(other)

    def test_a_quotient_is_rounded_once(self):
        found = Quantity("1234567890123456789012345678901235", "亩") / Quantity(
            "1.000000000000000000000000000000001", "公顷"
        )
        exact = Decimal(1234567890123456789012345678901235) / 15
        assert abs(found.magnitude - exact) < 10**6

    def test_no_exponent_is_kept(self):
        assert str(Quantity(Decimal("1E+5"), "元").magnitude) == "100000"
        assert str((Quantity("7.5", "元") * Decimal("1E+3")).magnitude) == "7500.0"
        assert not str(Quantity(0, "元") * -5).startswith("-")

    def test_ratios_are_subtracted_once(self):
        exact = Quantity("0.1", "‱") - Quantity("0.3", "成")
        assert exact == Quantity("-2.999", "个百分点")
