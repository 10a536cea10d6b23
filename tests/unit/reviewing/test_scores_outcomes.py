"""Printed totals and grades beside those that are computed or possible."""

import pytest

import govperf as gp
from govperf.reviewing import CHECKS


def row(printed=None, weight=50, target="10次", actual="10次", **more):
    name = more.pop("name", "培训场次")
    return gp.Indicator(name, target=target, actual=actual, weight=weight, reported_points=printed, **more)


def table(*rows, total=None, budget=None, **more):
    goals = [gp.Goal("目标", indicators=rows)] if rows else []
    return gp.Evaluation("某局", 2023, goals=goals, budget=budget, reported_total=total, **more)


def found(form, code):
    checks = [one for one in CHECKS.only("scores") if one.code == f"finding.{code}"]
    assert len(checks) == 1
    return gp.review(form, checks=checks)


def severities(form, code):
    return [one.severity.value for one in found(form, code)]


class TestTotalDiffers:
    """Of 100 points 95 are computed."""

    ROWS = (row(None, 50), row(None, 50, actual="9次"))

    @pytest.mark.parametrize(
        ("total", "severity"), [(95, []), (94, ["warning"]), ("95.4", ["warning"]), (101, [])]
    )
    def test_of_a_form_without_scores(self, total, severity):
        nothing = gp.Budget(2023, weight=0)
        assert severities(table(*self.ROWS, total=total, budget=nothing), "total-differs") == severity

    def test_printed_scores_explain_it(self):
        nothing = gp.Budget(2023, weight=0, reported_points=1)
        rows = (row(50, 50), row(None, 50, actual="9次"))
        assert severities(table(*rows, total=96, budget=nothing), "total-differs") == []
        assert severities(table(*rows, total=97, budget=nothing), "total-differs") == ["warning"]
        rows = (row(40, 50), row(None, 50, actual="9次"), row(3, 0, "显著", "显著"))
        assert severities(table(*rows, total=85, budget=gp.Budget(2023, weight=0)), "total-differs") == [
            "warning"
        ]

    def test_the_computed_total(self):
        """Though a score is printed that is not the computed one, which another check says."""
        form = table(row(40, 50), row(None, 50, actual="9次"), total=95, budget=gp.Budget(2023, weight=0))
        assert severities(form, "total-differs") == []

    def test_another_rule_book_gives_it(self):
        nothing = gp.Budget(2023, weight=0)
        (one,) = found(table(*self.ROWS, total="87.5", budget=nothing), "total-differs")
        assert one.severity.value == "hint"
        assert one.explain("en") == "the printed total 87.5 is not the 95.00 of MOF-2020-10"
        assert {figure.path: figure.value for figure in one.figures} == {
            "$.reported_total": "87.5",
            "$.budget.weight": "0",
        }
        assert {"weights", "scores"} <= dict(one.details).keys()

    def test_what_says_nothing(self):
        assert not found(table(*self.ROWS), "total-differs")
        assert not found(table(row(None, None), total=3), "total-differs")
        complete = table(row(50), row(45), total=7, budget=gp.Budget(2023, weight=0, reported_points=0))
        assert not found(complete, "total-differs")


def possible(total=None, *, points=(None,), weights=(50, 10), grade="", code="total-impossible", **more):
    """50 points by figures, 40 for an execution of nothing, 10 that a person judges: from 50 to 60."""
    rows = [row(None, weights[0]), *[row(one, weights[1], "显著", "显著") for one in points]]
    budget = gp.Budget(2023, weight=40, adjusted="10万元", executed="0万元", **more)
    return severities(table(*rows, total=total, budget=budget, reported_grade=grade), code)


class TestTotalImpossible:
    @pytest.mark.parametrize(
        ("total", "severity"),
        [(98, ["warning"]), ("60.01", ["warning"]), (60, []), (55, []), (50, []), ("49.99", ["warning"])],
    )
    def test_beyond_what_the_open_row_leaves(self, total, severity):
        assert possible(f"{total}.00" if isinstance(total, int) else total) == severity

    @pytest.mark.parametrize(("total", "count"), [("60.5", 1), ("60.05", 1), (50, 0), (49, 1), (61, 1)])
    def test_give_or_take_half_a_digit(self, total, count):
        assert len(possible(total)) == count

    def test_says_the_ends(self):
        rows = [row(None, 50), row(None, 10, "显著", "显著")]
        budget = gp.Budget(2023, weight=40, adjusted="10万元", executed="0万元")
        (one,) = found(table(*rows, total=98, budget=budget), "total-impossible")
        assert one.explain() == "自报总分 98 不可能得出：按 MOF-2020-10 计算，总分在50.00至60.00之间"
        assert [figure.path for figure in one.figures] == ["$.reported_total", "$.budget.weight"]

    def test_printed_scores_are_known(self):
        assert possible(98, points=(8,)) == ["warning"]
        assert possible(98, points=(8,), reported_points=40) == []
        assert possible(58, points=(8,)) == []
        assert possible(52, points=(8,)) == ["warning"]

    def test_where_rows_may_be_missing_more_is_possible(self):
        assert possible(70, weights=(40, 10)) == []
        assert possible(39, weights=(40, 10)) == ["warning"]

    def test_what_others_say(self):
        """Computed: total-differs. All printed: total-sum. Above 100, or out of a hundred: not at all."""
        assert possible(101) == []
        assert not found(
            table(row(None, 100), total=10, budget=gp.Budget(2023, weight=0)), "total-impossible"
        )
        complete = table(row(50), row(40, 50, "显著", "显著"), total=10)
        assert not found(complete, "total-impossible")
        assert possible(98, points=(11,)) == []
        left = table(row(None, 50), row(None, 50, "显著", "显著", not_applicable="不涉及"), total=10)
        assert not found(left, "total-impossible")
        assert not found(table(row(None, None, "显著", "显著"), total=10), "total-impossible")

    def test_a_scored_goal_by_itself(self):
        goals = [
            gp.Goal(name, indicators=[row(60, 60), row(None, 40, "显著", "显著"), row(None, 0, "好", "好")])
            for name in ("甲", "乙")
        ]
        form = gp.Evaluation("某局", 2023, goals=goals, reported_total=95)
        assert not found(form, "total-impossible")

    @pytest.mark.parametrize(
        ("grade", "count"),
        [("优", 1), ("良好", 1), ("中", 0), ("差", 0), ("合格", 0), ("A级", 0), ("", 0), ("不合格", 0)],
    )
    def test_a_grade_without_a_total(self, grade, count):
        """From 50.00 to 60.00 of 100: 差 or 中."""
        assert len(possible(grade=grade)) == count

    def test_a_grade_that_another_scale_gives(self):
        """From 70 to 80: 良 from 70 on by the scale 80-70-60."""
        rows = [row(None, 70), row(None, 10, "显著", "显著")]
        budget = gp.Budget(2023, weight=20, adjusted="10万元", executed="0万元")
        for grade, count in (("良", 0), ("中", 0), ("优", 0), ("差", 1), ("合格", 0), ("不合格", 1)):
            form = table(*rows, budget=budget, reported_grade=grade)
            assert len(found(form, "total-impossible")) == count

    def test_a_grade_of_a_total_that_is_known(self):
        form = table(row(None, 100, actual="5次"), budget=gp.Budget(2023, weight=0), reported_grade="优")
        assert severities(form, "total-impossible") == ["warning"]
        form = table(row(None, 50, actual="5次"), budget=gp.Budget(2023, weight=0), reported_grade="合格")
        assert severities(form, "total-impossible") == []


def graded(grade, total, **more):
    return severities(table(row(), total=total, reported_grade=grade, **more), "grade-differs")


class TestGrade:
    @pytest.mark.parametrize(
        ("grade", "total"),
        [
            ("优", 90),
            ("优秀", "90.00"),
            ("优", "89.995"),
            ("优等", 95),
            (" 良好 ", "83.28"),
            ("良", 80),
            ("中", 60),
            ("一般", 79),
            ("合格", 79),
            ("合格", 95),
            ("及格", 60),
            ("不合格", "59.99"),
            ("差", 0),
            ("一等奖", 50),
            ("A级", 50),
            ("", 50),
            ("差", None),
            ("差", 101),
        ],
    )
    def test_is_right_or_unknown(self, grade, total):
        assert graded(grade, total) == []

    @pytest.mark.parametrize(
        ("grade", "total", "severity"),
        [
            ("优", "89.99", "hint"),  # by the scale 80-70-60
            ("优", "79.99", "warning"),
            ("良", 90, "warning"),
            ("良", "79.99", "hint"),
            ("差", 60, "warning"),
            ("合格", "59.99", "warning"),
            ("不合格", 60, "warning"),
            ("中", 80, "warning"),
        ],
    )
    def test_is_wrong(self, grade, total, severity):
        assert graded(grade, total) == [severity]

    def test_says_both(self):
        (one,) = found(table(row(), total="83.28", reported_grade="差"), "grade-differs")
        assert one.explain("en") == "the printed grade 差 is not the 良 that MOF-2020-10 gives for 83.28"
        assert {figure.path for figure in one.figures} == {"$.reported_grade", "$.reported_total"}
