"""Sections behind schedule: ranked by how far, with the amount, and nobody ranked without figures."""

import attrs
import pytest

from govperf.errors import DataError
from govperf.model import Budget
from govperf.monitoring import behind_schedule, monitoring_rules
from govperf.units import Quantity


def budget(executed, adjusted="120万元"):
    return Budget(2023, adjusted=adjusted, executed=executed)


class TestRanking:
    def test_ties_share_a_rank(self):
        made = behind_schedule(
            [
                ("甲科", budget("60万元")),
                ("乙科", budget("40万元")),
                ("丙科", budget("30万元", "60万元")),
                ("丁科", budget("70万元")),
            ],
            month=8,
        )
        assert [(lag.rank, lag.name) for lag in made.behind] == [
            (1, "乙科"),
            (2, "甲科"),
            (2, "丙科"),
            (4, "丁科"),
        ]

    def test_on_schedule_is_not_behind(self):
        """80 of 120 are due by August."""
        made = behind_schedule(
            {"甲科": budget("80万元"), "乙科": budget("79.99万元"), "丙科": budget("90万元")}, month=8
        )
        assert ([lag.name for lag in made], made.kept) == (["乙科"], ("甲科", "丙科"))

    def test_gap_and_amount(self):
        (lag,) = behind_schedule({"甲科": budget("60万元")}, month=8)
        assert (str(lag.rate), str(lag.gap), lag.amount) == ("50.00%", "16.67%", Quantity(20, "万元"))

    def test_amount_in_the_unit_of_the_budget(self):
        (lag,) = behind_schedule({"甲科": budget("600000元")}, month=8)
        assert lag.amount == Quantity(20, "万元")

    def test_amount_that_does_not_end(self):
        (lag,) = behind_schedule({"甲科": budget("0元", "1元")}, month=2)
        assert lag.amount == Quantity("0.1666666666666666666666666666666667", "元")
        assert "0.17元" in lag.explain()

    def test_far_below_nothing(self):
        (lag,) = behind_schedule({"甲科": budget("-" + "9" * 34 + "元", "0." + "0" * 59 + "1元")}, month=8)
        assert ">10^60个百分点" in lag.explain()

    def test_amount_too_small_to_hold(self):
        tiny = "0." + "0" * 59 + "1元"
        (lag,) = behind_schedule({"甲科": budget("0元", tiny)}, month=2)
        assert lag.amount.code == "undefined.projection-size"
        assert lag.amount.explain("en") in lag.explain("en")

    def test_pairs_may_share_a_name(self):
        made = behind_schedule([("科", budget("10万元")), ("科", budget("20万元"))], month=8)
        assert [lag.rank for lag in made] == [1, 2]


class TestFigures:
    def test_progress_of_the_month(self):
        spent = Budget(2023, adjusted="120万元", executed="120万元", progress={8: "60万元"})
        (lag,) = behind_schedule({"甲科": spent}, month=8)
        assert (str(lag.rate), lag.notes) == ("50.00%", ())

    def test_notes(self):
        spent = Budget(2023, original="120万元", executed="60万元", progress={6: "50万元"})
        (lag,) = behind_schedule({"甲科": spent}, month=8)
        assert [note.code for note in lag.notes] == ["note.original-budget", "note.progress-missing"]
        assert lag.explain("zh").endswith("）")
        assert lag.explain("en").endswith("that of the form counts)")

    def test_without_a_rate(self):
        made = behind_schedule({"甲科": Budget(2023), "乙科": budget("1元", "0元")}, month=8)
        assert (made.behind, made.kept) == ((), ())
        assert [(name, reason.code) for name, reason in made.undefined] == [
            ("甲科", "undefined.figure-missing"),
            ("乙科", "undefined.figure-zero"),
        ]

    def test_nobody(self):
        assert list(behind_schedule({}, month=8)) == []

    @pytest.mark.parametrize("month", [0, 13])
    def test_no_such_month(self, month):
        with pytest.raises(DataError):
            behind_schedule({}, month=month)

    def test_no_budget(self):
        with pytest.raises(TypeError):
            behind_schedule({"甲科": "120万元"}, month=8)


class TestPublication:
    def test_other_months(self):
        rules = attrs.evolve(monitoring_rules(), published=(3, 6, 9, 12))
        assert behind_schedule({}, month=3, rules=rules).notes == ()
        assert behind_schedule({}, month=8, rules=rules).notes[0].code == "note.not-published"

    def test_explained(self):
        made = behind_schedule({"甲科": budget("50万元"), "乙科": Budget(2023)}, month=7)
        assert made.explain("zh").split("\n") == [
            "序时进度：7 ÷ 12 = 58.33%",
            "第1名 甲科：执行率41.67%，落后序时进度16.67个百分点，差20万元",
            "乙科：无法判断，没有本年支出",
            "7月不是公布序时进度的月份",
        ]
        assert made.explain("en").split("\n") == [
            "pro-rata progress: 7 ÷ 12 = 58.33%",
            "1. 甲科: 41.67% spent, 16.67 percentage points behind, 20万元 short",
            "乙科: no light, no figure is given for the expenditure",
            "month 7 is none at whose end progress is published",
        ]
