"""2022.12 and 20221231 are dates in a row of a time, and a number nowhere; alone they may be either."""

import attrs
import pytest

import govperf as gp
from govperf.errors import UnitError
from govperf.model import Actual, Indicator, Operator, Target
from govperf.model.context import says_a_day
from govperf.model.words import as_date, decided, undecided
from govperf.units import Quantity

TIME = ("产出", "时效")
CELLS = [
    ("2022.12", "2022-12"),
    ("2022.3", "2022-03"),
    ("202212", "2022-12"),
    ("20221231", "2022-12-31"),
    ("２０２２．１２", "2022-12"),
]
OTHERS = ["2022", "2022.13", "2022.12.31", "12.31", "20221301", "1022.12", "2022年12月", "约2022.12", ""]


class TestText:
    @pytest.mark.parametrize(
        ("text", "date"),
        [
            ("2023.12", "2023年12月"),
            ("202301", "2023年1月"),
            ("20230105", "2023年1月5日"),
            ("２０２３．１２", "2023年12月"),
        ],
    )
    def test_the_date(self, text, date):
        assert (as_date(text), decided(text), decided(f"≤ {text}")) == (date, date, f"≤{date}")

    @pytest.mark.parametrize("text", OTHERS)
    def test_anything_else(self, text):
        assert (undecided(text), decided(text)) == (None, text)


class TestRow:
    @pytest.mark.parametrize(
        ("name", "category"),
        [
            ("工程进度", TIME),
            ("完成时间", ("产出", "时 效")),
            ("竣工日期", ("产出", "质量")),
            ("项目完成时限", ()),
        ],
    )
    @pytest.mark.parametrize(("cell", "period"), CELLS)
    def test_of_a_time(self, name, category, cell, period):
        row = Indicator(name, category=category, target=cell, actual=cell)
        assert (str(row.target.period), str(row.actual.period)) == (period, period)
        assert (row.target.operator, row.target.fault, row.target.text) == (Operator.AT_MOST, None, cell)
        assert gp.completion_rate(row.target, row.actual).met
        assert gp.from_json(gp.to_json(row), Indicator) == row

    def test_with_a_sign(self):
        row = Indicator("完成时间", category=TIME, target="≤2022.12", actual="2023.1")
        assert (row.target.operator, str(row.target.period)) == (Operator.AT_MOST, "2022-12")
        assert gp.completion_rate(row.target, row.actual).code == "undefined.date-missed"

    def test_a_day_that_is_none(self):
        assert Indicator("完成时间", target="20220230").target.fault.code == "target.date"

    @pytest.mark.parametrize("name", ["投资额", "设备运行时间", "办理时限", "次数"])
    @pytest.mark.parametrize(("cell", "_"), CELLS[:4])
    def test_of_anything_else(self, name, cell, _):
        row = Indicator(name, category=("产出", "数量"), target=cell, actual=cell)
        assert (row.target.fault.code, row.actual.period) == ("target.date-or-number", None)
        assert as_date(cell) in row.target.fault.explain("zh")
        dated = row.target.in_year(2022), row.actual.in_year(2022)
        assert (dated[0].period, dated[1].period) == (None, None)

    @pytest.mark.parametrize(("unit", "name"), [("万元", "完成时间"), (None, "完成时间（万元）")])
    def test_a_unit_makes_a_number(self, unit, name):
        row = Indicator(name, category=TIME, target=Target("2022.12", unit=unit))
        assert str(row.target.quantity) == "2,022.12万元"

    @pytest.mark.parametrize("kind", [Target, Actual])
    def test_a_month_stays_open(self, kind):
        field = kind.__name__.lower()
        row = Indicator("完成时间", category=TIME, **{field: kind("≤12月")})
        assert getattr(row, field).period is None

    @pytest.mark.parametrize(
        "change", [{"category": ("产出", "数量")}, {"category": TIME}, {"name": "竣工日期"}]
    )
    def test_evolving_is_making_anew(self, change):
        given = {"name": "进度", "category": TIME, "target": "2022.12", "actual": "20221231"}
        evolved, made = attrs.evolve(Indicator(**given), **change), Indicator(**{**given, **change})
        assert evolved == made
        assert (evolved.target.period, evolved.actual.period) == (made.target.period, made.actual.period)

    def test_a_row_is_kept_as_it_is(self):
        row = Indicator("进度", category=TIME, target="2022.12", actual="20221231")
        again = attrs.evolve(row, weight=10)
        assert (again.target is row.target, again.actual is row.actual) == (True, True)


class TestColumn:
    @pytest.mark.parametrize("word", ["年月", "日期", "时间", "年.月"])
    def test_of_dates(self, word):
        target, actual = Target("2022.12", unit=word), Actual("20221231", unit=word)
        assert (str(target.period), str(actual.period)) == ("2022-12", "2022-12-31")
        assert (target.fault, target.in_year(2021), actual.in_year(2021)) == (None, target, actual)

    @pytest.mark.parametrize("kind", [Target, Actual])
    def test_a_row_says_it_too(self, kind):
        cell = kind("2022.12", heading="日期")
        assert str(cell.period) == "2022-12"
        assert gp.from_json(gp.to_json(cell), kind) == cell
        assert kind("2022.12", heading="日期", unit="万元").quantity == Quantity("2022.12", "万元")
        with pytest.raises(UnitError):
            kind("2022.12", heading="优良")

    def test_of_anything_else(self):
        assert Target("2022.12", unit="优良").fault.code == "target.date-or-number"
        assert Actual("2022.12", unit="优良").period is None


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("项目完成时间", True),
        ("竣工日期", True),
        ("资金拨付时限", True),
        ("运行时间", False),
        ("办理时限", False),
        ("", False),
    ],
)
def test_says_a_day(name, day):
    assert says_a_day(name) is day
