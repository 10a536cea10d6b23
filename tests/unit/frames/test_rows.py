"""Totals, subtotals, remarks and the budget, whatever figures stand beside them; and where levels end."""

from decimal import Decimal

import pandas as pd
import polars as pl
import pytest

import govperf as gp
from govperf import frames

HEAD = ["一级指标", "指标", "指标值", "完成值", "分值", "得分"]
FIRST = ["产出", "演练", "12场", "9场", 90, 80]


def read(*rows, head=HEAD, **more):
    table = pd.DataFrame([FIRST, *rows] if head is HEAD else rows, columns=head)
    return frames.read(table, department="某局", year=2023, **more)


def kinds(sheet):
    return [(note.row, note.fault.code) for note in sheet.left_out]


@pytest.mark.parametrize(
    "row",
    [
        ["合计", "合计", 50, 50, 90, 80],
        ["合计", "合计", "—", "—", 90, 80],
        ["合计", "合计", "/", "-", 90, 80],
        ["合计", None, "—", "／", 90, 80],
        ["合计", "—", "—", None, 90, 80],
        ["产出", "合计", None, None, 90, 80],
        ["合计", None, 50, 50, 90, 80],
    ],
)
def test_a_row_named_total_is_one_whatever_stands_beside_it(row):
    sheet = read(row)
    assert kinds(sheet) == [(2, "frames.total")]
    assert (sheet.rows, sheet.evaluation.reported_total) == ((1,), 80)


@pytest.mark.parametrize(
    "row",
    [
        ["产出", "合计人数", "≥50人", "50人", 10, 10],
        ["产出", "合计（人）", "50", "50", 10, 10],
        ["合计", "演练", "50", "50", 10, 10],
        ["产出", "经费小计", "50万元", "50万元", 10, 10],
        ["说明", "说明（会）场次", None, None, 90, 90],
    ],
)
def test_what_may_count_something_stays_an_indicator(row):
    assert read(row).rows == (1, 2)


@pytest.mark.parametrize(
    "row",
    [
        ["产出", "小计", 50, 50, 90, 80],
        ["小计", None, 50, None, 90, 80],
        ["产出指标（小计）", None, "—", "—", 90, 80],
        ["产出指标小计", "产出指标小计", "小计", None, 90, 80],
    ],
)
def test_a_row_named_subtotal_is_one(row):
    sheet = read(row)
    assert kinds(sheet) == [(2, "frames.subtotal")]
    (found,) = sheet.evaluation.subtotals
    assert (found.category, found.reported_points) == (("产出",), 80)


def test_a_subtotal_said_beside_a_group_is_of_that_group():
    assert read(["产出", None, "小计", None, 90, 80]).evaluation.subtotals[0].category == ("产出",)


@pytest.mark.parametrize("said", ["填表人：张三", "*注：见附件", "（注：见附件）", "说明：见附件"])
def test_a_footer_is_a_remark_unless_it_is_weighed(said):
    assert kinds(read([said, None, None, None, None, None])) == [(2, "frames.remark")]
    assert read([None, said, None, None, 10, None]).rows == (1, 2)


def test_a_remark_below_the_targets_alone_is_no_row_of_its_own():
    assert read([None, None, "注：见附件", None, None, None]).rows == (1, 2)


BUDGET = gp.Budget(2023, adjusted="100万元", executed="95万元")


@pytest.mark.parametrize("target", [None, "100%", "100"])
def test_the_line_of_the_budget_is_no_indicator_once_there_is_a_budget(target):
    row = [None, "预算执行率", target, "95%", 10, 9.5]
    sheet = read(row, budget=BUDGET)
    assert (sheet.rows, kinds(sheet)) == ((1,), [(2, "frames.execution")])
    assert (sheet.evaluation.budget.weight, sheet.evaluation.budget.reported_points) == (10, Decimal("9.5"))
    assert gp.evaluate(sheet.evaluation).full == 100
    assert read(row).rows == (1, 2)


def test_what_the_budget_says_itself_stays():
    budget = gp.Budget(2023, adjusted="100万元", executed="95万元", weight=20, reported_points=19)
    sheet = read([None, "预算执行率", None, None, 10, 9], budget=budget)
    assert sheet.evaluation.budget == budget


@pytest.mark.parametrize(("name", "target"), [("预算执行率", "≥95%"), ("项目执行率", "100%")])
def test_another_target_or_name_is_an_indicator(name, target):
    assert read([None, name, target, "95%", 10, 9], budget=BUDGET).rows == (1, 2)


def test_a_scorecard_can_be_read_back_with_its_budget():
    form = read(budget=BUDGET).evaluation
    table = frames.frame_of(gp.evaluate(form), backend="polars")
    assert len(table) == 2
    again = frames.read(table, department="某局", year=2023, budget=BUDGET)
    assert len(again.rows) == 1


def test_merged_levels_end_with_the_department():
    table = pl.DataFrame(
        {
            "部门": ["甲局", None, "乙局", "甲局"],
            "一级指标": ["成本", None, None, None],
            "指标": ["一", "二", "三", "四"],
            "指标值": ["9万元"] * 4,
            "完成值": ["8万元"] * 4,
            "分值": [10] * 4,
        }
    )
    rates = [Decimal(one) for one in ("100.00", "100.00", "88.89", "100.00")]
    assert frames.scored(table)["核算完成率（%）"].to_list() == rates
    assert frames.completion_rates(table)["核算完成率（%）"].to_list() == rates
    sheets = frames.read_each(table, year=2023)
    assert [row.category for _, row in sheets["乙局"].evaluation.indicators()] == [()]
    assert [row.category for _, row in sheets["甲局"].evaluation.indicators()] == [("成本",)] * 3


@pytest.mark.parametrize(
    ("head", "categories"),
    [
        (["绩效目标", "一级指标", "指标"], [("成本",), ("成本",), ()]),
        (["一级指标", "绩效目标", "指标"], [("成本",), ("成本",), ("成本",)]),
    ],
)
def test_merged_levels_end_with_the_goal_that_stands_before_them(head, categories):
    table = {"绩效目标": ["防汛", None, "宣传"], "一级指标": ["成本", None, None], "指标": ["一", "二", "三"]}
    sheet = frames.read(pl.DataFrame(table).select(head), department="某局", year=2023)
    assert [row.category for _, row in sheet.evaluation.indicators()] == categories


@pytest.mark.parametrize(
    ("one", "other", "field", "value", "named"),
    [
        ({"指标性质": ["正向"]}, {"指标方向": ["反向"]}, "direction", gp.Direction.REVERSE, "指标性质"),
        ({"运算符号": ["≥"]}, {"指标性质": ["≤"]}, "sign", gp.Operator.AT_LEAST, "运算符号"),
    ],
)
def test_two_columns_that_contradict_each_other_are_a_fault(one, other, field, value, named):
    table = pl.DataFrame({"指标": ["甲"], "指标值": ["5天"], **one, **other})
    sheet = frames.read(table, department="某局", year=2023)
    (fault,) = sheet.faults
    assert (fault.fault.code, fault.column) == ("frames.contradicts", next(iter(other)))
    assert f"“{named}”栏矛盾" in fault.explain()
    ((_, row),) = sheet.evaluation.indicators()
    assert getattr(row.target if field == "sign" else row, field) is value


def test_two_columns_that_agree_are_none():
    table = pl.DataFrame({"指标": ["甲"], "指标性质": ["反向"], "指标方向": ["反向"]})
    assert frames.read(table, department="某局", year=2023).faults == ()
