"""The quantities of two published documents, as printed there, and what they mean.

A district's self-evaluation report of 2021 and a city's completion table of 2020, both of an
emergency management bureau. Meanings were worked out by hand: 万 is 10⁴, 亿 is 10⁸.
"""

from decimal import Decimal

import pytest

from govperf.errors import InputError
from govperf.units import Quantity, Unit

REPORT = """
    3个=3个; 8个=8个; 10名=10名; 28名=28名; 1名=1名; 3名=3名; 11名=11名; 7名=7名; 38人=38人; 8人=8人;
    4人=4人; 3人=3人; 5人=5人; 22起=22起; 22人=22人; 26.7%=26.7%; 30次=30次; 250条=250条;
    624条=624条; 295条=295条; 201条=201条; 128条=128条; 25个=25个; 36个=36个; 175项=175项;
    33次=33次; 40家次=40家次; 790项=790项; 5个=5个; 7个=7个; 22名=22名; 14 宗=14宗; 78 万元=780000元;
    17起=17起; 13起=13起; 4起=4起; 14人=14人; 15家=15家; 240万元=2400000元; 4107米=4107米;
    42个=42个; 106家=106家; 11个=11个; 6支=6支; 13支=13支; 667名=667名; 193处=193处;
    313.7万元=3137000元; 108场次=108场次; 8200 人次=8200人次; 3.1 万人=31000人; 145次=145次;
    32期=32期; 1761条=1761条; 804万人次=8040000人次; 24小时=24小时; 12.37 万家次=123700家次;
    21.95万项=219500项; 3339宗=3339宗; 1875.9万元=18759000元; 36.4吨=36.4吨; 402.6吨=402.6吨;
    6.1吨=6.1吨; 936个=936个; 237台=237台; 106人=106人; 13万个=130000个; 2811家=2811家;
    4661人=4661人; 1.35万个=13500个; 8700家=8700家; 5.16万台=51600台; 3.1万个=31000个; 48个=48个;
    94处=94处; 3.53万平方米=35300平方米; 59.89公里=59.89公里; 111家=111家; 2159辆=2159辆;
    4516家次=4516家次; 7家=7家; 1.4万家次=14000家次; 5129项=5129项; 16宗=16宗; 46.3万元=463000元;
    500场次=500场次; 196家=196家; 3家=3家; 5,783.95 万元=57839500元; 3,678.76万元=36787600元;
    3,508.66万元=35086600元; 18.18万元=181800元; 151.92万元=1519200元; 0.19万元=1900元;
    2,367.28万元=23672800元; 2,165.98万元=21659800元; 201.30万元=2013000元;
    1310.79万元=13107900元; 0.88万元=8800元; 95.08%=95.08%; 83.28分=83.28分; 10%=10%;
    1000份=1000份; 2000本=2000本; 30000本=30000本; 420人=420人; 100%=100%; 4%=4%;
    10.67万元/人=106700元/人;
"""
TABLE = """
    1539家=1539家; 97家=97家; 1549家=1549家; 1301家=1301家; 135家=135家; 111家=111家; 68家=68家;
    56家=56家; 251期=251期; 8期=8期; 52期=52期; 12期=12期; 31场/次=31场/次; 4209家=4209家;
    4523人=4523人; 33个=33个; 41个=41个; 13003个=13003个; 15686次=15686次; 15507家次=15507家次;
    19596次=19596次; 31321次=31321次; 10147.59万元=101475900元; 790家=790家; 17家=17家;
    31 人=31人; 366次=366次; 45家=45家; 18次=18次; 3.87亿人次=387000000人次; 15次=15次;
    7000平方米=7000平方米; 1.5亿元=150000000元; 342家=342家; 150家=150家; 42家=42家; 665宗=665宗;
    802宗=802宗; 55569张=55569张; 540条=540条; 500块=500块; 140次=140次; 13门=13门; 7次=7次;
    2780人次=2780人次; 99.23%=99.23%; 60条=60条; 257份=257份; 49份=49份; 17份=17份; 9次=9次;
    1次=1次; 245448人=245448人; 38061人=38061人; 2155.54%=2155.54%; 5.725%=5.725%;
    1509条=1509条; 45.66%=45.66%; 753605次=753605次; 61.92%=61.92%; 366天=366天;
    13个=13个; 43.7万家次=437000家次; 36.15万项=361500项; 7529次=7529次; 7438.34 万元=74383400元;
    100%=100%; 126份=126份; 6宗=6宗; 16宗=16宗; 0宗=0宗; 4宗=4宗; 1宗=1宗; 1份=1份; 95%=95%;
    3次=3次; 4次=4次; 75%=75%; 24小时=24小时; 78次=78次; 30次=30次; 42次=42次; 5次=5次; 77次=77次;
    4支=4支;
"""
OTHERS = {  # as printed: number, unit
    "7万元/人、年": (70_000, "元/(人·年)"),
    "22.2 万 170 项": (222_170, "项"),
    "3.87亿\n人次": (387_000_000, "人次"),
    "每周1期": (1, "期/周"),
    "每半年1个": (1, "个/半年"),
    "每年4%": (4, "%/年"),
    "两支": (2, "支"),
    "七类": (7, "类"),
}
APPROXIMATE = [
    "60余人次",
    "1万余条",
    "55 万多次",
    "200 多人",
    "近 540 条",
    "近1.5亿元",
    "超过240万元",
    "超过 500场次",
    "24小时以内",
]


def rows(text):
    return [tuple(row.strip().split("=")) for row in text.split(";") if row.strip()]


def parsed(text):
    return [Quantity.parse(piece) for piece in text.split()]


class TestQuantities:
    @pytest.mark.parametrize(
        ("printed", "meaning"), sorted({*rows(REPORT), *rows(TABLE)}), ids=lambda text: text.replace(" ", "_")
    )
    def test_meaning(self, printed, meaning):
        digits = len(meaning) - len(meaning.lstrip("0123456789."))
        number, unit = Decimal(meaning[:digits]), Unit.of(meaning[digits:])
        found = Quantity.parse(printed)
        assert found.unit.unscaled is unit
        assert found.to(unit).magnitude == number

    @pytest.mark.parametrize(("printed", "meaning"), OTHERS.items(), ids=OTHERS)
    def test_irregular(self, printed, meaning):
        number, unit = meaning
        found = Quantity.parse(printed)
        assert found.unit.unscaled is Unit.of(unit)
        assert found == Quantity(number, unit)

    @pytest.mark.parametrize(("printed", "_"), sorted({*rows(REPORT), *rows(TABLE)}), ids=repr)
    def test_decimals_are_kept(self, printed, _):
        number = Quantity.parse(printed).magnitude
        assert f"{number:f}" == printed.replace(",", "")[: len(f"{number:f}")]

    @pytest.mark.parametrize("printed", APPROXIMATE)
    def test_approximate_words_are_not_read_over(self, printed):
        """余, 多, 近 and 超过 change the meaning: whoever reads an actual value takes them off first."""
        with pytest.raises(InputError):
            Quantity.parse(printed)


class TestSums:
    """Figures of the documents that belong together."""

    @pytest.mark.parametrize(
        ("total", "parts"),
        [
            ("624条", "295条 201条 128条"),
            ("17起", "13起 4起"),
            ("342家", "150家 150家 42家"),
            ("78次", "30次 42次 1次 5次"),
            ("3,678.76万元", "3,508.66万元 18.18万元 151.92万元"),
            ("2,367.28万元", "2,165.98万元 201.30万元"),
            ("3678.07万元", "2,367.28万元 1310.79万元"),  # the report prints 3,678.76
            ("0.88万元", "0.19万元 3,678.76万元 -3,678.07万元"),
        ],
    )
    def test_sum(self, total, parts):
        found = sum(parsed(parts))
        assert found == Quantity.parse(total)
        assert found.unit is Quantity.parse(total).unit

    def test_difference_that_the_report_does_not_explain(self):
        assert str(Quantity.parse("3,678.76万元") - Quantity.parse("3,678.07万元")) == "0.69万元"

    @pytest.mark.parametrize(
        ("one", "other", "product"),
        [("7万元/人、年", "420人", "2,940万元/年"), ("10.67万元/人", "420人", "4,481.40万元")],
    )
    def test_product(self, one, other, product):
        assert str(Quantity.parse(one) * Quantity.parse(other)) == product

    @pytest.mark.parametrize(
        ("part", "whole", "ratio"), [("3次", "4次", "75%"), ("1宗", "4宗", "25%"), ("31人", "31人", "100%")]
    )
    def test_ratio(self, part, whole, ratio):
        assert Quantity.parse(part).ratio(Quantity.parse(whole)) == Quantity.parse(ratio).to("").magnitude

    @pytest.mark.parametrize(
        ("printed", "unit", "written"),
        [
            ("3.53万平方米", "公顷", "3.53公顷"),
            ("3.53万平方米", "亩", "52.95亩"),
            ("12.37万家次", "家次", "123,700家次"),
            ("59.89公里", "米", "59,890米"),
            ("36.4吨", "千克", "36,400千克"),
            ("226,145,100.00 元", "万元", "22,614.51万元"),
            ("24小时", "天", "1天"),
        ],
    )
    def test_conversion(self, printed, unit, written):
        assert str(Quantity.parse(printed).to(unit)) == written

    @pytest.mark.parametrize(
        ("one", "other"),
        [("8200人次", "667名"), ("40家次", "15家"), ("108场次", "33次"), ("83.28分", "95.08%")],
    )
    def test_not_comparable(self, one, other):
        """人次 adds up attendances: it is no number of persons."""
        assert not Quantity.parse(one).unit.adds_to(Quantity.parse(other).unit)
