"""Printed scores that the rule book does not give: what else gives them, and what does not."""

import pytest

import govperf as gp
from govperf.reviewing import CHECKS


def row(target="10次", actual="10次", weight=10, printed=None, **more):
    name = more.pop("name", "培训场次")
    return gp.Indicator(name, target=target, actual=actual, weight=weight, reported_points=printed, **more)


def table(*rows, budget=None, **more):
    goals = [gp.Goal("目标", indicators=rows)] if rows else []
    return gp.Evaluation("某局", 2023, goals=goals, budget=budget, **more)


def found(form, code, **more):
    checks = [one for one in CHECKS.only("scores") if one.code == f"finding.{code}"]
    assert len(checks) == 1
    return gp.review(form, checks=checks, **more)


def severities(form, code):
    return [one.severity.value for one in found(form, code)]


def reading(*args, **more):
    """What explains the printed score of one row; "" where it is right, None where nothing explains it."""
    form = table(row(*args, **more))
    differing, explained = found(form, "points-differ"), found(form, "points-explained")
    assert len(differing) + len(explained) < 2
    if differing:
        return None
    return dict(explained[0].details)["reading_en"] if explained else ""


def of_budget(weight=10, printed=None, **more):
    return table(
        row(weight=90, printed=90),
        budget=gp.Budget(2023, weight=weight, reported_points=printed, **more),
    )


READINGS = [
    ("without its correction", ("10次", "8次", 10, 8), {"corrections": [gp.Correction(-1, "迟报")]}),
    ("with the last digit rounded otherwise", ("95%", "75%", 20, "15.78"), {}),
    ("with the last digit rounded otherwise", ("95%", "75%", 20, "15.79"), None),
    ("with one decimal", ("95%", "75%", 20, "15.8"), {}),
    ("with one decimal", ("95%", "75%", 20, "15.7"), {}),
    ("rounded to whole points", ("≥1000次", "996次", 10, 10), {}),
    ("rounded to whole points", ("≥1000次", "950次", 10, 10), {}),
    ("rounded to whole points", ("95%", "75%", 20, 16), {}),
    ("in whole or half points", ("95次", "75次", 20, "15.5"), {}),
    ("in whole or half points", ("95次", "75次", 20, 15), {}),
    (
        "by the printed rate 90%, which is itself not that of the figures",
        ("10次", "8次", 10, 9),
        {"reported_rate": "90%"},
    ),
    (
        "by the printed rate 100%, which is itself not that of the figures",
        ("≥50人", "45人", 10, 10),
        {"reported_rate": "100%"},
    ),
    ("by the printed rate 125%", ("≤10万元", "8万元", 10, 8), None),
    ("by the printed rate 50%", ("≤10天", "15天", 10, 5), {"reported_rate": "50%"}),
    ("by a rate that was rounded first", ("95次", "75次", 20, "15.78"), None),
    ("by a rate that was rounded first", ("700次", "601次", 20, "17.2"), None),
    ("by a rate that was rounded first", ("52期", "49期", 50, 47), {}),
    ("by MOF-2021-101", ("100次", "80次", 10, 5), {}),
    ("by MOF-2021-101", ("100次", "59次", 10, 0), {}),
    ("by the other formula for indicators where less is better", ("≤24小时", "30小时", 10, "7.5"), {}),
    ("as if the other direction were better", ("≤10万元", "5万元", 10, 5), {}),
    ("by the actual as a share of the points", ("≥90%", "96%", 10, "9.6"), {}),
    ("by the actual as a share of the points", ("≥95%", "75%", 20, 15), {}),
    ("with points taken off for a target that is far exceeded", ("≥10次", "12次", 10, 7), {}),
]

CUT = ("points-explained", "points-differ")


class TestReadings:
    @pytest.mark.parametrize(("said", "cells", "more"), [one for one in READINGS if one[2] is not None])
    def test_are_named(self, said, cells, more):
        assert reading(*cells, **more) == said

    @pytest.mark.parametrize(
        ("cells", "more"),
        [
            (("≥1000次", "949次", 10, 10), {}),  # not even rounded
            (("≥10次", "8次", 10, 10), {}),
            (("≥95%", "75%", 20, 20), {}),
            (
                ("=0起", "1起", 10, 5),
                {"reported_rate": "50%"},
            ),  # a rate that nothing says to be right or wrong
            (("≥2023年6月", "2023年9月", 10, 5), {"reported_rate": "50%"}),
            (("95次", "75次", 20, 17), {}),
            (("95次", "75次", 20, 14), {}),
            (("≥10次", "11次", 10, 7), {}),  # not far over
            (("≥10次", "12次", 10, 0), {}),
            (("≤24小时", "48小时", 10, 9), {}),
            (("≤24小时", "20小时", 10, 3), {}),
            (("10次", "8次", 10, 3), {"corrections": [gp.Correction(-1, "迟报")]}),
            (("10次", "8次", 10, 3), {"reported_rate": "80%"}),
            (("≥10次", "0次", 10, 1), {}),
            (("≤0次", "3次", 10, 5), {}),
        ],
    )
    def test_that_do_not_convince_are_none(self, cells, more):
        assert reading(*cells, **more) is None

    def test_that_cut_whole_points_off_need_whole_points_everywhere(self):
        for printed, whole, mixed in ((16, "points-explained", "points-explained"), (15, *CUT)):
            assert len(found(table(row("95次", "75次", 20, printed), row(printed=10)), whole)) == 1
            other = row("3次", "2次", 10, "6.67")
            assert len(found(table(row("95次", "75次", 20, printed), other), mixed)) == 1

    @pytest.mark.parametrize(
        ("others", "said"),
        [
            (("9", "8"), ["rounded to whole points"]),
            (("9.5", "8"), ["in whole or half points"]),
            (("9.5", "8.3"), ["with one decimal"]),
            (("9.5", "8.33"), []),
        ],
    )
    def test_full_marks_are_rounded_only_where_all_scores_are(self, others, said):
        rows = [row("≥1000次", "996次", 10, 10), *[row("显著", "显著", 10, printed) for printed in others]]
        explained = found(table(*rows), "points-explained")
        assert [dict(one.details)["reading_en"] for one in explained] == said
        assert len(found(table(*rows), "points-differ")) == 1 - len(said)

    @pytest.mark.parametrize(("actual", "said"), [("996次", True), ("995次", True), ("994次", False)])
    def test_full_marks_by_tenths(self, actual, said):
        form = table(row("≥1000次", actual, 10, 10), row("显著", "显著", 10, "8.3"))
        assert bool(found(form, "points-explained")) is said
        assert bool(found(form, "points-differ")) is not said

    def test_full_marks_count_the_budget_execution_too(self):
        rows = [row("≥1000次", "996次", 10, 10)]
        for points, count in ((9, 1), ("9.17", 0)):
            form = table(*rows, budget=gp.Budget(2023, weight=10, reported_points=points))
            assert len(found(form, "points-explained")) == count

    def test_full_marks_by_another_book_need_other_rows_by_it(self):
        full = row("≥95%", "92%", 10, 10, category=("满意度",))
        part = row("≥100次", "80次", 10, 5)
        fine = row("3次", "2次", 10, "6.67")
        assert found(table(full, fine), "points-differ")[0].path == "$.goals[0].indicators[0].reported_points"
        (one,) = found(table(full, fine, part), "points-explained")
        assert one.explain("en").endswith(
            "by MOF-2021-101: 培训场次 10 instead of 9.68; 培训场次 5 instead of 8.00"
        )

    def test_in_chinese(self):
        (one,) = found(table(row("≥1000次", "979次", 10, 10)), "points-explained")
        assert one.explain() == (
            "自报得分并非按 MOF-2020-10 计算，而是四舍五入到整数：培训场次得10分，计算值为9.79分"
        )

    def test_alike_are_one_finding(self):
        form = table(
            row("95次", "75次", 20, 16), row("95次", "75次", 10, 8), row("≤24小时", "30小时", 10, "7.5")
        )
        assert len(found(form, "points-explained")) == 1 + 1
        assert not found(form, "points-differ")
        form = table(*[row("95次", "75次", 20, 16)] * 7)
        (one,) = found(form, "points-explained")
        assert one.severity.value == "hint"
        assert one.explain("en").endswith("16 instead of 15.79; and more, 7 in all")
        assert len(one.figures) == 28


class TestBudget:
    @pytest.mark.parametrize(
        ("printed", "more", "said"),
        [
            (9, {"executed": "86.2万元"}, "rounded to whole points"),
            (10, {"executed": "97.92万元"}, "rounded to whole points"),
            ("8.00", {"executed": "80.45万元", "reported_execution_rate": "80%"}, "by the printed rate 80%"),
            (
                10,
                {"executed": "80.45万元", "reported_execution_rate": "100%"},
                "by the printed rate 100%, which is itself not that of the figures",
            ),
            (7, {"executed": "85万元"}, "by MOF-2021-101"),
            (5, {"executed": "25万元", "original": "50万元"}, "by the original budget or the funds received"),
            (5, {"executed": "25万元", "received": "50万元"}, "by the original budget or the funds received"),
        ],
    )
    def test_readings(self, printed, more, said):
        (one,) = found(of_budget(printed=printed, adjusted="100万元", **more), "points-explained")
        assert dict(one.details)["reading_en"] == said
        assert one.path == "$.budget.reported_points"

    @pytest.mark.parametrize(
        ("printed", "more"),
        [
            (3, {"executed": "0万元"}),
            (4, {"executed": "25万元", "original": "50万元"}),
            (10, {"executed": "60万元", "original": "50万元", "received": "0万元"}),
            (8, {"executed": "120万元"}),
        ],
    )
    def test_no_reading(self, printed, more):
        assert len(found(of_budget(printed=printed, adjusted="100万元", **more), "points-differ")) == 1

    def test_with_the_weight_of_another_form(self):
        form = of_budget(None, adjusted="100万元", executed="50万元", printed=5)
        assert not found(form, "points-explained")

    def test_of_the_book_of_2021_the_older_one_explains(self):
        form = gp.Evaluation(
            "某局",
            2023,
            standard="MOF-2021-101",
            goals=[gp.Goal("目标", indicators=[row("100次", "80次", 10, 8)])],
        )
        (one,) = found(form, "points-explained")
        assert one.explain("en").startswith("printed score not by MOF-2021-101, but by MOF-2020-10: ")
