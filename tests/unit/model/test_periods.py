"""Periods: what people write for days, months, quarters and years, and ISO 8601 in return."""

import pickle
from datetime import UTC, date, datetime

import attrs
import pytest

from govperf.errors import DataError, LimitError
from govperf.model import Period
from govperf.model.period import optional_period

ISO = [
    "2022",
    "2022-11",
    "2022-11-30",
    "2022-07/2022-09",
    "2020/2023",
    "2020-07-02/2021-06-30",
    "2020-07-01/2021-06-29",
    "2022-12/2023-01",
    "1949",
    "2199-12-31",
]
WORDS = {
    "2022年": "2022",
    "2022年度": "2022",
    "2022年全年": "2022",
    "2022年内": "2022",
    "2022年年内": "2022",
    "2022年11月": "2022-11",
    "2022年11月份": "2022-11",
    "2022年11月30日": "2022-11-30",
    "2022年11月30号": "2022-11-30",
    "2022年1月5日": "2022-01-05",
    "2022.11": "2022-11",
    "2022.1.5": "2022-01-05",
    "2022.11.30": "2022-11-30",
    "2022/11": "2022-11",
    "2022/11/30": "2022-11-30",
    "2022-1-5": "2022-01-05",
    "20221130": "2022-11-30",
    "2022年上半年": "2022-01/2022-06",
    "2022年下半年": "2022-07/2022-12",
    "2022年第三季度": "2022-07/2022-09",
    "2022年三季度": "2022-07/2022-09",
    "2022年1季度": "2022-01/2022-03",
    "2022年4季": "2022-10/2022-12",
    "2022年前三季度": "2022-01/2022-09",
    "2022年3季度末": "2022-09-30",
    "2022年二季季末": "2022-06-30",
    "2022年11月底": "2022-11-30",
    "2022年11月末": "2022-11-30",
    "2022年2月月末": "2022-02-28",
    "2020年2月底": "2020-02-29",
    "2022年11月初": "2022-11-01/2022-11-10",
    "2022年底": "2022-12-31",
    "2022年年底": "2022-12-31",
    "2022年末": "2022-12-31",
    "2022年年初": "2022-01",
    "2022年上半年末": "2022-06-30",
    "2022年上半年初": "2022-01",
    "2022年三季度初": "2022-07",
    "2022年11月内": "2022-11",
    "2022年11月上旬": "2022-11-01/2022-11-10",
    "2022年11月中旬": "2022-11-11/2022-11-20",
    "2022年11月下旬": "2022-11-21/2022-11-30",
    "2022年2月下旬": "2022-02-21/2022-02-28",
}
WRITTEN = {
    "２０２２年１１月": "2022-11",
    "２０２２．１１．３０": "2022-11-30",
    "２０２２／１１／３０": "2022-11-30",
    "２０２２－１１－３０": "2022-11-30",
    " 2022 年 11 月 30 日 ": "2022-11-30",
    "2022年\u300011月": "2022-11",
    "二〇二二年十一月": "2022-11",
    "二○二二年十一月三十日": "2022-11-30",
    "二零二二年一月二十一日": "2022-01-21",
    "二〇二二年": "2022",
    "2022‑11‑30": "2022-11-30",
}
RANGES = {
    "2020年7月1日-2021年6月30日": "2020-07/2021-06",
    "2020年7月2日-2021年6月30日": "2020-07-02/2021-06-30",
    "自2020年7月1日至2021年6月30日止": "2020-07/2021-06",
    "从2022年7月到2022年9月": "2022-07/2022-09",
    "2022年1-7月": "2022-01/2022-07",
    "2022年1月至7月": "2022-01/2022-07",
    "2022年1月-7月份": "2022-01/2022-07",
    "2020-2023年": "2020/2023",
    "2020年-2023年": "2020/2023",
    "2022年一至三季度": "2022-01/2022-09",
    "2022年第一季度至第三季度": "2022-01/2022-09",
    "2022年7月1日-31日": "2022-07",
    "2022年7月1-31日": "2022-07",
    "2022年7月1日—8月31日": "2022-07/2022-08",
    "2022年7月至年底": "2022-07/2022-12",
    "2022年年初至年底": "2022",
    "2022年11月底-2022年12月": "2022-11-30/2022-12-31",
    "2022.7-9": "2022-07/2022-09",
    "2022.7-2022.9": "2022-07/2022-09",
    "2022.7.1-9.30": "2022-07/2022-09",
    "2022.7.1-31": "2022-07",
    "2022-07-01-2022-09-30": "2022-07/2022-09",
    "2022-07-2022-09": "2022-07/2022-09",
    "2022-07-01至2022-09-30": "2022-07/2022-09",
    "20220701-20220930": "2022-07/2022-09",
    "2022年7月1日——2022年9月30日": "2022-07/2022-09",
    "2020/2021-06": "2020-01/2021-06",
}


class TestReading:
    @pytest.mark.parametrize(("text", "iso"), [*WORDS.items(), *WRITTEN.items(), *RANGES.items()])
    def test_what_people_write(self, text, iso):
        assert str(Period.parse(text)) == iso

    @pytest.mark.parametrize("iso", ISO)
    def test_iso_is_kept(self, iso):
        assert str(Period.parse(iso)) == iso

    @pytest.mark.parametrize("dash", "-–—−－﹣‐‑‒―~～〜∼至到")
    def test_every_dash(self, dash):
        assert str(Period.parse(f"2022年7月{dash}9月")) == "2022-07/2022-09"

    @pytest.mark.parametrize("year", [None, 2023])
    def test_a_printed_year_stays(self, year):
        assert str(Period.parse("2022年11月", year=year)) == "2022-11"


WITHOUT_A_YEAR = {
    "11月": "2022-11",
    "11月30日": "2022-11-30",
    "三季度": "2022-07/2022-09",
    "第三季度": "2022-07/2022-09",
    "上半年": "2022-01/2022-06",
    "1-7月": "2022-01/2022-07",
    "7月1日至8月31日": "2022-07/2022-08",
    "年底": "2022-12-31",
    "12月底": "2022-12-31",
    "全年": "2022",
    "年内": "2022",
    "年初": "2022-01",
    "当年": "2022",
    "本年度": "2022",
    "当年12月底": "2022-12-31",
    "2月": "2022-02",
    "11月-2023年1月": "2022-11/2023-01",
    "13月": None,
}


class TestWithoutAYear:
    @pytest.mark.parametrize(("text", "iso"), WITHOUT_A_YEAR.items())
    def test_the_year_is_given(self, text, iso):
        if iso:
            assert str(Period.parse(text, year=2022)) == iso
        else:
            assert fault(text, year=2022) == "data.date"

    @pytest.mark.parametrize("text", WITHOUT_A_YEAR)
    def test_the_year_is_missing(self, text):
        assert fault(text) == "data.period-year"

    def test_leap_years(self):
        assert str(Period.parse("2月底", year=2020)) == "2020-02-29"
        assert str(Period.parse("2月29日", year=2020)) == "2020-02-29"
        assert fault("2月29日", year=2021) == "data.date"
        assert fault("2月29日", year=2100) == "data.date"

    @pytest.mark.parametrize(
        ("year", "code"), [(1948, "data.year"), (2200, "data.year"), (1949, ""), (2199, "")]
    )
    def test_the_year_is_one(self, year, code):
        assert fault("11月", year=year) == code

    @pytest.mark.parametrize("year", ["2022", 2022.0, True])
    def test_the_year_is_a_whole_number(self, year):
        with pytest.raises(TypeError):
            Period.parse("11月", year=year)


def fault(text, **given):
    try:
        Period.parse(text, **given)
    except DataError as error:
        return error.code
    return ""


class TestFaults:
    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("2022年13月", "data.date"),
            ("2022年0月", "data.date"),
            ("2022年2月30日", "data.date"),
            ("2022年11月0日", "data.date"),
            ("2022年11月31日", "data.date"),
            ("2021-02-29", "data.date"),
            ("20221301", "data.date"),
            ("1948年", "data.year"),
            ("2200", "data.year"),
            ("2022年12月-1月", "data.period"),
            ("2023-2020年", "data.period"),
            ("2022-09/2022-07", "data.period"),
        ],
    )
    def test_no_such_day(self, text, code):
        assert fault(text) == code

    @pytest.mark.parametrize(
        "text",
        [
            "",
            " ",
            "效果明显",
            "2022年第五季度",
            "2022年第0季度",
            "2022 11",
            "2022 11 30",
            "202211",
            "22年11月",
            "30日",
            "底",
            "月底",
            "季末",
            "2022年月底",
            "2022年11月年底",
            "2022年11月30日底",
            "2022年11月下旬末",
            "2022年上半年月底",
            "2022年-11月",
            "2022-11月",
            "2022年7月-30日",
            "2022年7月-8月-9月",
            "2022年7月至8月至9月",
            "2022年7月-",
            "-2022年7月",
            "至",
            "2022年7月-9",
            "2022.7-8.30",
            "2022.7-9-",
            "2022.7-中",
            "3-5年",
            "5-8",
            "1一月",
            "2022年1一月",
            "2022年十一一一一月",
            "2022年十十月",
            "2022年11月30日12时",
            "2022-11-30T00:00",
            "2022年11月至",
            "30日至2022年7月",
            "2022年7月1日-2022年30日",
            "2022-13-1/2022",
            "2022-11/2022年",
            "２０２２ １１",
            "٢٠٢٢",
            "2022²",
            "2022年\ud80011月",
            "1e999",
            "9" * 128,
            "-" * 128,
            "2022-" * 25,
            "至到" * 64,
            "十" * 128,
        ],
    )
    def test_no_period(self, text):
        assert fault(text) == "data.period-unread"

    @pytest.mark.parametrize(("chars", "kind"), [(128, DataError), (129, LimitError)])
    def test_length(self, chars, kind):
        with pytest.raises(kind):
            Period.parse("年" * chars)

    @pytest.mark.parametrize("text", [None, 2022, b"2022", date(2022, 1, 1)], ids=repr)
    def test_type(self, text):
        with pytest.raises(TypeError):
            Period.parse(text)


class TestDays:
    def test_a_period_is_its_days(self):
        period = Period(date(2022, 7, 1), date(2022, 9, 30))
        assert period == Period.parse("2022年第三季度")
        assert hash(period) == hash(Period.parse("2022-07/2022-09"))
        assert pickle.loads(pickle.dumps(period)) == period  # noqa: S301 - our own

    def test_one_day(self):
        day = date(2022, 11, 30)
        assert str(Period(day, day)) == "2022-11-30"

    def test_ends_before_it_begins(self):
        with pytest.raises(DataError) as caught:
            Period(date(2022, 12, 1), date(2022, 11, 30))
        assert (caught.value.code, caught.value.path) == ("data.period", "end")

    @pytest.mark.parametrize(
        ("days", "path"),
        [
            ((date(1948, 12, 31), date(2022, 1, 1)), "start"),
            ((date(2022, 1, 1), date(2200, 1, 1)), "end"),
        ],
    )
    def test_years(self, days, path):
        with pytest.raises(DataError) as caught:
            Period(*days)
        assert (caught.value.code, caught.value.path) == ("data.year", path)

    @pytest.mark.parametrize("day", ["2022-01-01", 2022, None, datetime(2022, 1, 1, tzinfo=UTC)], ids=repr)
    def test_type(self, day):
        with pytest.raises(TypeError):
            Period(day, date(2022, 12, 31))
        with pytest.raises(TypeError):
            Period(date(2022, 1, 1), day)

    def test_frozen_and_without_an_order(self):
        period = Period.parse("2022")
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            period.end = date(2023, 1, 1)
        with pytest.raises(TypeError):
            _ = period < Period.parse("2023")


class TestConverter:
    @pytest.mark.parametrize(
        ("value", "iso"),
        [
            (2022, "2022"),
            ("2022年11月", "2022-11"),
            (date(2022, 11, 30), "2022-11-30"),
            (Period.parse("2022-11"), "2022-11"),
        ],
    )
    def test_what_is_taken(self, value, iso):
        assert str(optional_period(value)) == iso

    def test_nothing(self):
        assert optional_period(None) is None

    @pytest.mark.parametrize("value", [1948, 2200, "11月", ""], ids=repr)
    def test_what_is_no_period(self, value):
        with pytest.raises(DataError):
            optional_period(value)

    @pytest.mark.parametrize("value", [True, 2022.0, b"2022", datetime(2022, 1, 1, tzinfo=UTC)], ids=repr)
    def test_type(self, value):
        with pytest.raises(TypeError):
            optional_period(value)
