"""Dates: kept, missed, or not to be told."""

import pytest

from govperf.model import Actual, Approximation, CompletionRate, Indicator, Target
from govperf.scoring import completion_rate, deviation_rate, score


class TestKept:
    @pytest.mark.parametrize(
        ("target", "actual"),
        [
            ("2022年11月前", "2022年10月"),
            ("2022年11月前", "2022年11月"),
            ("2022年11月前", "2022年11月30日"),
            ("2022年11月15日前", "2022年11月15日"),
            ("2022年11月30日前", "2022年11月"),
            ("2022年12月底前", "2022年11月底前"),
            ("2022年12月", "2022年12月"),
            ("2022年内", "2022年三季度"),
            ("≤2022年12月", "2020年12月31日"),
            ("2022年11月起", "2022年11月"),
            ("2022年11月起", "2022年12月起"),
            ("≥2022年11月", "2022年11月1日"),
            ("=2022年11月", "2022年11月30日"),
            ("=2022年11月", "2022年11月"),
            ("=2022年", "2022年四季度"),
            ("<2022年11月", "2022年10月31日"),
            (">2022年11月", "2022年12月1日"),
            ("2022年1-7月", "2022年7月"),
            ("2022年1-7月", "2022年1-7月"),
        ],
    )
    def test_met(self, target, actual):
        rate = completion_rate(target, actual)
        assert (rate.exact, rate.met) == (1, True)

    @pytest.mark.parametrize(
        ("target", "actual"),
        [
            ("2022年11月前", "2022年12月1日"),
            ("2022年11月前", "2022年12月"),
            ("2022年11月15日前", "2022年11月16日"),
            ("2022年11月前", "2022年12月起"),
            ("2022年内", "2023年"),
            ("2022年11月起", "2022年10月31日"),
            ("2022年11月起", "2022年10月前"),
            ("=2022年11月", "2022年12月"),
            ("=2022年11月", "2022年10月"),
            ("<2022年11月", "2022年11月1日"),
            (">2022年11月", "2022年11月30日"),
            ("2022年", "2023年"),
        ],
    )
    def test_missed(self, target, actual):
        rate = completion_rate(target, actual)
        assert rate.code == "undefined.date-missed"
        assert dict(rate.details) == {"target": target, "actual": actual}

    @pytest.mark.parametrize(
        ("target", "actual"),
        [
            ("2022年11月15日前", "2022年11月"),
            ("2022年11月前", "2022年"),
            ("2022年11月前", "2022年12月前"),
            ("2022年11月前", "2022年10月起"),
            ("2022年11月起", "2022年"),
            ("2022年11月起", "2022年12月前"),
            ("=2022年11月", "2022年下半年"),
            ("=2022年11月", "2022年11月前"),
            ("=2022年11月", "2022年11月29日"),
            ("=2022年", "2022年6月"),
            ("2022年1-7月", "2022年6月"),
            ("<2022年11月", "2022年10月1日-2022年11月1日"),
        ],
    )
    def test_not_to_be_told(self, target, actual):
        assert completion_rate(target, actual).code == "undefined.date-open"

    @pytest.mark.parametrize("word", ["约", "大约", "近", "超过", "不到", "逾", "至少", "至多"])
    @pytest.mark.parametrize("target", ["2022年11月前", "2022年11月起", "=2022年11月", "<2022年12月"])
    def test_any_word_before_a_date(self, target, word):
        made = completion_rate(target, f"{word}2022年10月")
        assert isinstance(made, CompletionRate) or made.code in {
            "undefined.date-open",
            "undefined.date-missed",
        }

    @pytest.mark.parametrize("target", ["2022年11月前", "2022年11月起", "=2022年11月", "<2022年12月"])
    @pytest.mark.parametrize("day", ["2022年10月", "2022年11月", "2022年12月"])
    def test_about_a_date_is_open(self, target, day):
        fact = Actual(day)
        object.__setattr__(fact, "approximation", Approximation.ABOUT)  # no word says it today
        assert completion_rate(target, fact).code == "undefined.date-open"

    def test_a_bare_date_is_a_deadline_and_that_is_said(self):
        rate = completion_rate("2022年12月", "2022年11月")
        assert [note.explain("en") for note in rate.notes] == ["no operator is printed: ≤ is inferred"]
        assert completion_rate("2022年12月前", "2022年11月").notes == ()


class TestYear:
    @pytest.mark.parametrize(
        ("target", "actual"),
        [
            ("11月底前", "10月"),
            ("年底前", "2022年11月30日"),
            ("2022年11月前", "11月"),
            ("不晚于12月", "12月"),
        ],
    )
    def test_of_the_evaluation(self, target, actual):
        rate = completion_rate(target, actual, year=2022)
        assert rate.met
        assert dict(rate.notes[-1].details) == {"year": "2022"}
        assert rate.notes[-1].code == "note.year-assumed"
        assert completion_rate(target, actual).code == "undefined.year-needed"

    def test_that_is_printed_is_not_assumed(self):
        assert completion_rate("2022年11月前", "2022年10月", year=2022).notes == ()
        assert completion_rate("每周1期", "52期", year=2022).notes == completion_rate("每周1期", "52期").notes

    def test_no_such_day(self):
        assert completion_rate("2月29日前", "2月1日", year=2021).code == "undefined.target-unread"
        assert completion_rate("2021年3月前", "2月29日", year=2021).code == "undefined.date-open"

    def test_a_quantity_needs_none(self):
        assert completion_rate("≥49期", "11月").code == "undefined.actual-unread"

    def test_of_another_year(self):
        assert completion_rate("11月底前", "2023年10月", year=2022).code == "undefined.date-missed"

    def test_known_to_the_cells(self):
        assert completion_rate(Target("11月底前", year=2022), Actual("10月", year=2022)).met


class TestOnlyOneIsADate:
    @pytest.mark.parametrize(
        ("target", "actual", "code"),
        [
            ("2022年11月前", "已完成", "actual-undated"),
            ("2022年11月前", "49期", "actual-undated"),
            ("2022年11月前", "1200人", "actual-undated"),
            ("2022年11月前", "约2022年10月", "date-open"),
            ("2022年11月前", "200-300人", "actual-undated"),
            ("≥49期", "2022年11月", "actual-date"),
            ("≤12个月", "2022年11月", "actual-date"),
            ("效果明显", "2022年11月", "target-text"),
        ],
    )
    @pytest.mark.parametrize("rate", [completion_rate, deviation_rate])
    def test_undefined(self, rate, target, actual, code):
        assert rate(target, actual).code == f"undefined.{code}"


@pytest.mark.parametrize("actual", ["2022年10月", "2022年12月", "2022年"])
def test_dates_have_no_deviation(actual):
    rate = deviation_rate("2022年11月前", actual)
    assert rate.code == "undefined.date-deviation"
    assert dict(rate.details) == {"target": "2022年11月前", "actual": actual}


@pytest.mark.parametrize(
    "target", ["2022年11月前", "2022年11月起", "=2022年11月", "<2022年12月", ">2022年10月"]
)
def test_a_date_that_is_kept_earns_all_points(target):
    made = score(Indicator("完成时间", target=target, actual="2022年11月", weight=5))
    assert (str(made.points), made.share) == ("5.00", 1)
    assert isinstance(made.rate, CompletionRate)
    assert "5.00" in made.explain("en")


def test_a_date_that_is_missed_earns_nothing_certain():
    made = score(Indicator("完成时间", target="2022年11月前", actual="2022年12月", weight=5))
    assert made.points.code == "undefined.date-missed"
