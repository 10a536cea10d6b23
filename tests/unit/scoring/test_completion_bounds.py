"""Strict bounds, the row around the cells, and what stands at the door."""

from fractions import Fraction

import attrs
import pytest

from govperf.errors import DataError, UnitError
from govperf.model import Actual, Indicator, Target
from govperf.reviewing import review
from govperf.scoring import completion_rate, deviation_rate, evaluate, score, standard_of


def notes(rate):
    return [note.code for note in rate.notes]


class TestStrict:
    """An actual whose words exclude its figure lies beyond it."""

    @pytest.mark.parametrize(
        ("target", "actual"),
        [
            ("<5%", "不到5%"),
            ("<5%", "<5%"),
            ("<5%", "近5%"),
            (">95%", "超过95%"),
            (">100人", "100余人"),
            (">100人", "逾100人"),
            ("<0%", "<0%"),
            ("≥95%", "超过95%"),
            ("≤5%", "不到5%"),
            ("=0起", "0起以下"),
        ],
    )
    def test_met(self, target, actual):
        rate = completion_rate(target, actual)
        assert (rate.exact, rate.met, notes(rate)) == (1, True, [])

    @pytest.mark.parametrize(
        ("target", "actual", "codes"),
        [
            ("<5%", "不超过5%", ["note.strict-bound"]),
            ("<5%", "约5%", ["note.strict-bound"]),
            ("<5%", "超过5%", ["note.strict-bound"]),
            (">95%", "95%以上", ["note.strict-bound"]),
            (">95%", "不到95%", ["note.strict-bound"]),
            (">100人", "约100人", ["note.strict-bound"]),
            ("<0%", "≤0%", []),
            ("=0起", "超过0起", []),
            ("≤0起", "超过0起", []),
        ],
    )
    def test_missed(self, target, actual, codes):
        rate = completion_rate(target, actual)
        assert (rate.met, notes(rate)) == (False, codes)


class TestRow:
    @pytest.mark.parametrize(
        ("name", "target", "actual", "points"),
        [
            ("投资额（万元）", "2023.12", "1950.05", "9.64"),
            ("投资额（万元）", "0.5亿元", "4800", "9.60"),
            ("投资额（万元）", "≥5000元", "5200", "scale-ambiguous"),
            ("投资额（万元）", "0.5亿元", "0.48", "scale-ambiguous"),
            ("投资额（万元）", "≥5000元", "0.45", "9.00"),
            ("投资额（万元）", "≥5000元", "5", "10.00"),
            ("投资额（万元）", "≥5000元", "5.01", "10.00"),
            ("投资额（万元）", "≥5000元", "500", "scale-ambiguous"),
            ("投资额（万元）", "≥5000元", "50000", "scale-ambiguous"),
            ("投资额（万元）", "≥5000元", "50001", "10.00"),
            ("投资额（万元）", "≥5000元", "5200万元", "10.00"),
            ("投资额（万元）", "≥5000元", "0", "0.00"),
            ("投资额（万元）", "≤0元", "5", "0.00"),
            ("演练（场）", "10-15", "9", "9.00"),
            ("演练（场）", "≥10", "8-9", None),
            ("完成率（%）", "95", "76", "8.00"),
            ("完成率（%）", "95", "76%", "8.00"),
            ("完成率（%）", "95", "0.95", "percent-or-fraction"),
            ("完成率（%）", "0.95", "96", "percent-or-fraction"),
            ("完成率（%）", "0.95", "0.76", "8.00"),
            ("完成率（%）", "0.8-0.9", "0.72", "9.00"),
        ],
    )
    def test_points(self, name, target, actual, points):
        made = score(Indicator(name, target=target, actual=actual, weight=10)).points
        if points is not None and points[0].isdigit():
            assert str(made) == points
        else:
            assert made.code == f"undefined.{points or 'actual-range'}"

    def test_the_unit_of_the_name_is_no_assumption(self):
        row = Indicator("投资额（万元）", target="≥90", actual="81")
        assert completion_rate(row.target, row.actual).notes == ()

    def test_a_bare_actual_takes_the_unit_of_its_target_at_last(self):
        row = Indicator("投资额", target="≥90万元", actual="81")
        assert notes(completion_rate(row.target, row.actual)) == ["note.actual-unit-assumed"]
        with pytest.raises(UnitError):
            score(Indicator("培训（场）", target="≥90人", actual="81"))

    def test_alone_a_heading_is_that_of_both(self):
        assert completion_rate(Target("0.5亿元", heading="万元"), "4800").exact == Fraction(24, 25)
        assert completion_rate("≥90万元", Actual("810000", heading="元")).exact == Fraction(9, 10)

    @pytest.mark.parametrize(
        ("name", "category", "target", "actual", "exact"),
        [
            ("办理时限", "时效", "3天", "2天", "1"),
            ("办理时限", "时效", "3天", "4天", "3/4"),
            ("正常运行", "数量", "366天", "183天", "1/2"),
            ("成本节约率", "成本", "5%", "4%", "4/5"),
            ("项目成本", "成本", "5万元", "4万元", "1"),
        ],
    )
    def test_what_is_inferred_is_said(self, name, category, target, actual, exact):
        made = score(Indicator(name, category=category, target=target, actual=actual, weight=10))
        assert made.rate.exact == Fraction(exact)
        assert "note.operator-inferred" in notes(made)

    def test_exact_by_its_direction(self):
        row = Indicator("次数", direction="等于", target="12次", actual="14次", weight=10)
        assert notes(score(row))[:2] == ["note.operator-inferred", "note.not-equal"]
        assert notes(score(attrs.evolve(row, direction="正向"))) == ["note.operator-inferred"]


ROW = Indicator("次数", target="12次", actual="12次", weight=10)
ASKED = {
    "rate": lambda year: completion_rate("≥5条", "5条", year=year),
    "no cells": lambda year: completion_rate(None, None, year=year),
    "deviation": lambda year: deviation_rate("≥5条", "5条", year=year),
    "score": lambda year: score(ROW, year=year),
    "target": lambda year: Target("≥5条").in_year(year),
    "actual": lambda year: Actual("5条").in_year(year),
}


class TestDoor:
    @pytest.mark.parametrize("year", [1948, 2200, 0, -1])
    @pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
    def test_no_year(self, ask, year):
        with pytest.raises(DataError) as caught:
            ask(year)
        assert (caught.value.code, caught.value.path) == ("data.year", "year")

    @pytest.mark.parametrize("year", ["2022", True, Fraction(2022)], ids=repr)
    @pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
    def test_no_int(self, ask, year):
        with pytest.raises(TypeError, match="year is an int"):
            ask(year)

    @pytest.mark.parametrize("year", [1949, 2199])
    @pytest.mark.parametrize("ask", ASKED.values(), ids=ASKED)
    def test_first_and_last_year(self, ask, year):
        assert ask(year) == ask(2022)

    @pytest.mark.parametrize("ask", [evaluate, review, standard_of])
    @pytest.mark.parametrize("value", [None, 3, ROW], ids=repr)
    def test_no_evaluation(self, ask, value):
        with pytest.raises(TypeError, match=r"^expected Evaluation, not "):
            ask(value)

    @pytest.mark.parametrize("value", [None, 3, "次数"])
    def test_no_indicator(self, value):
        with pytest.raises(TypeError, match=r"^expected Indicator, not "):
            score(value)


class TestWhatAFigureCannotSay:
    """Verdicts that a careful reader would not give."""

    @pytest.mark.parametrize(
        ("target", "actual"),
        [
            ("2022年12月前完工", "2022年3月开工"),
            ("2022年底前", "2022年12月开工"),
            ("2022年12月前验收", "2022年10月竣工"),
        ],
    )
    def test_another_deed(self, target, actual):
        assert completion_rate(target, actual).code == "undefined.date-open"

    @pytest.mark.parametrize(
        ("target", "actual"),
        [
            ("2022年3月底前开工", "2022年2月开工"),
            ("2022年底前", "2022年11月竣工"),
            ("2022年底前验收", "2022年11月完成"),
        ],
    )
    def test_the_same_deed(self, target, actual):
        assert completion_rate(target, actual).met

    @pytest.mark.parametrize(
        ("name", "category", "target", "actual"),
        [
            ("办理时限", ("产出", "时效"), "3-5个工作日", "2个工作日"),
            ("单位成本", ("产出", "成本"), "80-100元", "70元"),
            ("投诉率", ("产出", "质量"), "1%-3%", "0.5%"),
        ],
    )
    def test_below_a_range_where_less_is_better(self, name, category, target, actual):
        row = Indicator(name, category=category, target=target, actual=actual, weight=10)
        assert score(row).points.code == "undefined.range-below"

    @pytest.mark.parametrize(
        ("name", "category", "operator"),
        [
            ("办理时限", "时效", "<="),
            ("故障响应时间", "时效", "<="),
            ("提前办结天数", "时效", ">="),
            ("质保期", "时效", ">="),
            ("设备正常运行时间", "时效", ">="),
            ("办理时限", "质量", ">="),
        ],
    )
    def test_lengths_of_time(self, name, category, operator):
        target = Indicator(name, category=("产出", category), target="3天").target
        assert (target.operator.value, target.inferred) == (operator, True)

    @pytest.mark.parametrize(
        ("name", "operator"),
        [
            ("投诉率", "<="),
            ("事故起数（起）", "<="),
            ("事故死亡人数", "<="),
            ("投诉办结率", ">="),
            ("事故下降率", ">="),
            ("无事故天数", ">="),
            ("事故调查", ">="),
        ],
    )
    def test_what_should_not_be(self, name, operator):
        assert Indicator(name, target="5").target.operator.value == operator

    @pytest.mark.parametrize(
        ("name", "operator"),
        [
            ("节能率", ">="),
            ("投资回报率", ">="),
            ("节约用电成本", "<="),
            ("未节约金额", "<="),
            ("节省经费", ">="),
        ],
    )
    def test_savings(self, name, operator):
        assert Indicator(name, category=("产出", "成本"), target="5").target.operator.value == operator

    @pytest.mark.parametrize(
        ("name", "target", "actual"),
        [
            ("完成额（万元）", "≥100", "1000000"),
            ("培训人数（万人）", "1.2", "12000"),
            ("成本（万元）", "≤90万元", "900000"),
        ],
    )
    def test_a_figure_that_may_lack_the_scale_of_its_heading(self, name, target, actual):
        row = Indicator(name, target=target, actual=actual, weight=10)
        assert score(row).points.code == "undefined.scale-ambiguous"

    def test_ten_times_the_target_is_enough(self):
        row = Indicator("完成额（万元）", target="≥100", actual="1000", weight=10)
        assert score(row).points == 10
        assert score(attrs.evolve(row, actual="1000.01")).points.code == "undefined.scale-ambiguous"
