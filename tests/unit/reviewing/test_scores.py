"""Printed scores: above the weight, below zero, or other than the figures give."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govperf as gp
from govperf.model import EvaluationKind, Subtotal
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


class TestOverWeight:
    @pytest.mark.parametrize(("printed", "count"), [(9, 0), (10, 0), ("10.01", 1)])
    def test_of_a_row(self, printed, count):
        assert severities(table(row(printed=printed)), "points-over-weight") == ["error"] * count

    def test_says_where(self):
        (one,) = found(table(row(printed=12)), "points-over-weight")
        assert one.path == "$.goals[0].indicators[0].reported_points"
        assert one.explain("en") == "printed score above the weight: 培训场次 12, weight 10"
        assert one.explain() == "自报得分超过分值：培训场次得12分，分值10"
        assert one.settle("en") == "correct the score or the weight"
        assert [figure.value for figure in one.figures] == ["12", "10"]

    def test_of_the_budget_and_of_a_group(self):
        form = table(
            row(),
            budget=gp.Budget(2023, weight=10, reported_points=11),
            subtotals=[Subtotal(("产出", "数量"), weight=10, reported_points=11), Subtotal("效益")],
        )
        paths = ["$.budget.reported_points", "$.subtotals[0].reported_points"]
        assert [one.path for one in found(form, "points-over-weight")] == paths

    def test_many_are_one_finding(self):
        five, six = (table(*[row(printed=12)] * count) for count in (5, 6))
        assert len(found(five, "points-over-weight")) == 5
        (one,) = found(six, "points-over-weight")
        assert len(one.figures) == 12
        assert one.explain("en").endswith("weight 10; and more, 6 in all")
        assert one.explain().endswith("分值10等，共6项")

    def test_is_not_said_of_extra_points_nor_of_shares(self):
        assert not found(table(row(name="创新加分", weight=0, printed=2)), "points-over-weight")
        assert not found(
            table(row(weight="0.5", printed=45), row(weight="0.5", printed=50)), "points-over-weight"
        )
        shares = table(row(weight="0.5", actual="9次", printed="0.3"), row(weight="0.5"))
        assert not found(shares, "points-differ")
        assert not found(shares, "points-explained")


class TestNegative:
    @pytest.mark.parametrize(("printed", "count"), [(-1, 1), (0, 0), ("-0.01", 1)])
    def test_below_zero(self, printed, count):
        assert severities(table(row(printed=printed)), "points-negative") == ["warning"] * count

    def test_is_not_said_of_points_that_are_taken_off(self):
        assert not found(table(row(name="违规扣分", printed=-1)), "points-negative")
        assert not found(table(row(category=("减分项",), printed=-1)), "points-negative")

    def test_is_no_difference(self):
        assert reading(printed=-1) == ""


class TestDiffer:
    def test_says_what_follows(self):
        form = table(row("100%", "94%", 6, "4.2", name="完成比例"))
        (one,) = found(form, "points-differ")
        assert one.severity.value == "warning"
        assert one.explain("en").endswith("完成比例 4.2, by MOF-2020-10 5.64")
        path = "$.goals[0].indicators[0]"
        assert {figure.path: figure.value for figure in one.figures} == {
            f"{path}.reported_points": "4.2",
            f"{path}.weight": "6",
            f"{path}.target": "100%",
            f"{path}.actual": "94%",
        }

    def test_many_are_one_finding(self):
        form = table(*[row("100%", "94%", 6, "4.2")] * 6)
        assert severities(form, "points-differ") == ["warning"]

    def test_is_a_hint_where_the_form_has_rules_of_its_own(self):
        own = table(row("100%", "94%", 6, "4.2", criteria="每低1个百分点扣0.3分"))
        assert severities(own, "points-differ") == ["hint"]
        others = table(row("100%", "94%", 6, "4.2"), kind=EvaluationKind.FINANCE)
        assert severities(others, "points-differ") == ["hint"]

    def test_of_the_budget_it_is_a_hint_without_a_weight(self):
        amounts = {"adjusted": "100万元", "executed": "50万元", "printed": 9}
        assert severities(of_budget(**amounts), "points-differ") == ["warning"]
        assert severities(of_budget(None, **amounts), "points-differ") == ["hint"]

    @pytest.mark.parametrize("printed", ["9", "9.0", "9.00"])
    def test_is_not_said_of_equal_scores(self, printed):
        assert reading(actual="9次", printed=printed) == ""

    def test_is_not_said_of_more_digits(self):
        assert reading("3次", "2次", 10, "6.66667") == ""
        assert reading("3次", "2次", 10, "6.66766").startswith("with the last digit")

    def test_is_not_said_of_what_cannot_be_computed(self):
        assert reading("明显提升", "明显提升", 10, 7) == ""
        assert reading(weight=None, printed=7) == ""
        assert reading(printed=7, not_applicable="本年不涉及") == ""
        assert reading(weight=0, printed=0, actual="9次") == ""

    def test_of_an_award_nothing_explains_another_score(self):
        assert reading("明显提升", "明显提升", 10, 7, award=gp.Award(8)) is None
        assert reading("明显提升", "明显提升", 10, 8, award=gp.Award(8)) == ""

    def test_nothing_done_explains_no_points(self):
        assert reading("≥10个", "0个", 10, 10) is None
        assert reading("10个", "0个", 10, "0.01") is None
        assert reading("10个", "0个", 10, 0) == ""

    def test_is_not_said_where_the_direction_is_a_guess(self):
        """12 of 10 may be full marks, if more is better, and nobody printed that less is."""
        cost = {"name": "项目总成本", "category": ("产出", "成本")}
        assert reading("10万元", "12万元", 10, 10, **cost) == ""
        assert reading("10次", "8次", 10, 10) == ""
        assert reading("≤10万元", "12万元", 10, 10, **cost) is None
        assert reading("10次", "8次", 10, 10, category=("产出", "数量")) is None
        assert reading("10次", "8次", 10, 10, direction="positive") is None

    def test_is_not_said_where_nothing_was_carried_out(self):
        """Everything is scored 0: also the cost that was not spent, or the accident that did not happen."""
        nothing = [row("≥10个", "0个", 10, 0), row("≤50万元", "0万元", 10, 0), row("≤3起", "0起", 10, 0)]
        for code in ("points-differ", "points-explained"):
            assert not found(table(*nothing), code)
            assert not found(table(*nothing, budget=gp.Budget(2023, reported_points=0)), code)
        assert len(found(table(*nothing, row(printed=10)), "points-explained")) == 1
        assert len(found(table(*nothing, row(printed=0)), "points-differ")) == 1
        assert len(found(table(*nothing, row("≤3起", "1起", 10, 0)), "points-differ")) == 1
        spent = gp.Budget(2023, weight=10, reported_points=0, adjusted="5万元", executed="5万元")
        assert len(found(table(*nothing, budget=spent), "points-differ")) == 1

    @pytest.mark.parametrize(
        ("target", "category", "severity"),
        [
            ("=100万元", ("产出", "成本"), ["hint"]),
            ("≥100万元", ("成本",), ["hint"]),
            ("=100万元", ("产出", "数量"), ["warning"]),
            ("≤90万元", ("产出", "成本"), ["warning"]),
        ],
    )
    def test_is_a_hint_for_a_cost_below_the_plan(self, target, category, severity):
        form = table(row(target, "98.56万元", 10, "9.30", category=category))
        assert severities(form, "points-differ") == severity


class TestImpossible:
    """约9次 may be from 8.1 to 9.9 times: 8.1 to 9.9 points of 10."""

    @pytest.mark.parametrize(
        ("printed", "count"),
        [(8, 0), ("8.09", 1), ("8.10", 0), (9, 0), ("9.90", 0), ("9.91", 1), (7, 1), (-1, 0)],
    )
    def test_what_is_left_open(self, printed, count):
        form = table(row(actual="约9次", printed=printed))
        assert severities(form, "points-impossible") == ["warning"] * count

    def test_says_the_bounds(self):
        (one,) = found(table(row(actual="约9次", printed=7)), "points-impossible")
        assert one.explain("en").endswith("培训场次 7, possible from 8.10 to 9.90")

    def test_a_direction_that_is_a_guess_bounds_nothing(self):
        assert found(table(row("≥10次", actual="约8次", printed=10)), "points-impossible")
        assert not found(table(row("10次", actual="约8次", printed=10)), "points-impossible")

    def test_prose_is_not_bounded(self):
        assert not found(table(row("明显提升", "明显提升", 10, 1)), "points-impossible")
        assert not found(table(row("明显提升", "部分达成年度指标", 10, 1)), "points-impossible")
        assert not found(table(row(actual="约9次", printed=7, not_applicable="不涉及")), "points-impossible")


def judged(actual, printed=None, weight=10, award=None, **more):
    form = table(row("明显提升", actual, weight, printed, award=award))
    return [one.severity.value for one in found(form, "level-band", **more)]


class TestUnchecked:
    def test_names_what_could_not_be_recomputed(self):
        form = table(row("≥10个", "9台", name="甲", printed=10), row("≥95%", "98/100", name="乙", printed=9))
        (one,) = found(form, "points-unchecked")
        assert one.severity.value == "hint"
        assert one.path == "$.goals[0].indicators[0].reported_points"
        assert one.explain() == "有2项得分无法复算：甲、乙"
        assert one.explain("en") == "2 printed scores cannot be recomputed: 甲、乙"
        assert len(one.figures) == 8

    @pytest.mark.parametrize(
        ("target", "actual", "printed"), [("≥10个", "11台", 9), ("≤10个", "11台", 10), ("≤0", "8.6%", 10)]
    )
    def test_is_said_of_less_than_full_marks_and_of_a_miss(self, target, actual, printed):
        assert severities(table(row(target, actual, printed=printed)), "points-unchecked") == ["hint"]

    @pytest.mark.parametrize(
        "silent",
        [
            row(printed=10),
            row("≥10个", "9台"),
            row("≥10个", "9台", printed=10, not_applicable="不涉及"),
            row("≥10个", "9台", printed=10, award=gp.Award(10)),
            row("≥10个", "10台", printed=10),
            row("≥10个", "11台", printed=10),
            row("≤10个", "9台", printed=10),
            row("≤0", "-8.6%", printed=10),
            row("明显提升", "明显提升", printed=10),
            row("12月底前", "按时完成", printed=10),
            row("≥10公里", "9万元", printed=10),  # finding.units
        ],
    )
    def test_is_not_said_of_words_nor_of_what_others_say(self, silent):
        assert not found(table(silent), "points-unchecked")


class TestLevelBand:
    @pytest.mark.parametrize(
        ("printed", "severity"),
        [("7.99", []), (8, ["warning"]), (6, []), ("5.99", ["hint"]), (5, ["hint"]), ("4.99", ["warning"])],
    )
    def test_partly_reached(self, printed, severity):
        """From 6.00 to 7.99 of 10; from 5.00 in Hubei."""
        assert judged("部分达成年度指标", printed) == severity
        assert judged("部分达成", printed) == severity

    @pytest.mark.parametrize(
        ("actual", "printed", "count"),
        [
            ("达成", 10, 0),
            ("达成", "7.9", 1),
            ("未达成", "5.99", 0),
            ("未达成", 6, 1),
            ("达标", 1, 0),
            ("完成", 1, 0),
        ],
    )
    def test_words(self, actual, printed, count):
        assert len(judged(actual, printed)) == count

    def test_awards_and_printed_scores(self):
        award = gp.Award(9, level="部分达成年度指标")
        assert judged("显著", award=award) == ["warning"]
        assert judged("显著", 9, award=award) == ["warning"]
        assert judged("显著", 7, award=award) == ["warning"]
        assert judged("显著", 7, award=gp.Award(7, level="部分达成年度指标")) == []
        (one,) = found(table(row("明显提升", "部分达成", 10, 9)), "level-band")
        assert one.path == "$.goals[0].indicators[0].reported_points"
        assert one.explain().endswith(
            "得分9不在“部分达成年度指标并具有一定效果”一档的区间（6.00至低于8.00）内"
        )

    def test_the_upper_end_of_the_first_level_belongs_to_it(self):
        (one,) = found(table(row("明显提升", "达成", 10, "7.9")), "level-band")
        assert one.explain("en").endswith(", which is from 8.00 to 10.00")

    def test_names_what_stands_there(self):
        award = gp.Award("9.00", level="部分达成年度指标")
        (one,) = found(table(row(gp.Target("10", sign="≥", unit="次"), "x", award=award)), "level-band")
        path = "$.goals[0].indicators[0]"
        assert one.path == f"{path}.award.points"
        figures = {figure.path: figure.value for figure in one.figures}
        assert figures == {
            f"{path}.weight": "10",
            f"{path}.target": "≥10次",
            f"{path}.actual": "x",
            f"{path}.award.points": "9.00",
        }

    def test_what_has_no_band(self):
        assert judged("部分达成", 9, None) == []
        assert judged("部分达成", 11) == []
        assert judged(None, 9) == []
        assert not found(table(row("10次", "9次", 10, 9)), "level-band")
        row_left_out = row("明显提升", "部分达成", 10, 9, not_applicable="不涉及")
        assert not found(table(row_left_out), "level-band")

    def test_a_fixed_level_has_no_like_elsewhere(self):
        form = table(row("明显提升", "达标", 10, 7))
        assert severities(form, "level-band") == []
        strict = gp.standard("MOF-2021-101")
        assert [one.severity.value for one in found(form, "level-band", standard=strict)] == ["warning"]


@given(st.integers(1, 100), st.integers(1, 100), st.integers(1, 50))
def test_what_follows_is_never_found(target, actual, weight):
    bare = table(row(f"≥{target}次", f"{actual}次", weight))
    computed = gp.evaluate(bare).scores[0].points
    assert isinstance(computed, Decimal)
    form = table(row(f"≥{target}次", f"{actual}次", weight, computed))
    assert not gp.review(form, checks=CHECKS.only("scores"))


@given(st.integers(1, 100), st.integers(1, 100), st.decimals(0, 20, places=2))
def test_any_other_score_is_found(target, actual, printed):
    form = table(row(f"≥{target}次", f"{actual}次", 10, printed))
    computed = gp.evaluate(form).scores[0].points
    named = {
        figure.path for finding in gp.review(form, checks=CHECKS.only("scores")) for figure in finding.figures
    }
    assert ("$.goals[0].indicators[0].reported_points" in named) is (printed != computed)
