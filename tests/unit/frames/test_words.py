"""Headings and the words of rows: what each column is called, and what a row is."""

import pytest

from govperf.frames.words import (
    FIELDS,
    TITLES,
    field_of,
    is_remark,
    is_subtotal,
    is_total,
    is_whole_subtotal,
    plain,
)


def test_no_word_is_of_two_fields():
    words = [word for line in FIELDS.values() for word in line.split()]
    assert sorted(set(words)) == sorted(words)


def test_each_word_is_written_as_a_heading_is_compared():
    assert [word for line in FIELDS.values() for word in line.split() if plain(word) != word] == []


@pytest.mark.parametrize("field", FIELDS)
def test_what_govperf_writes_it_reads(field):
    assert [field_of(title) for title in TITLES[field]] == [field, field]


@pytest.mark.parametrize("field", ["rate", "points", "why", "codes"])
def test_what_govperf_computes_is_not_read_as_printed(field):
    assert [field_of(title) for title in TITLES[field]] == ["", ""]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("三级 指标", "level3"),
        ("年度指标值\n(A)", "target"),
        ("实际完成值（B）", "actual"),
        ("分值（100）", "weight"),
        ("自评得分【10分】", "reported_points"),
        ("ＡＣＴＵＡＬ", "actual"),
        ("Actual_Value", "actual"),
        ("偏差原因分析及改进措施", "deviation_reason"),
        ("指标值和完成值", ""),
        ("Unnamed: 3", ""),
        ("", ""),
        (3, ""),
        (("产出", "指标值"), ""),
        ("指标值" + " " * 197, "target"),
        ("指标值" + " " * 198, ""),
    ],
)
def test_a_heading_says_its_field(heading, field):
    assert field_of(heading) == field


@pytest.mark.parametrize("cell", ["合计", "合 计：", "总分", "总计（100分）", "Total", "GRAND TOTAL"])
def test_a_total(cell):
    assert is_total(cell)
    assert not is_subtotal(cell)


@pytest.mark.parametrize("cell", ["小计", "小 计", "产出指标小计", "Subtotal"])
def test_a_subtotal(cell):
    assert is_subtotal(cell)
    assert not is_total(cell)


@pytest.mark.parametrize("cell", ["合计人数", "总分值", "小计划", "", "总"])
def test_neither(cell):
    assert not is_total(cell)
    assert not is_subtotal(cell)


@pytest.mark.parametrize(
    ("cell", "remark"),
    [
        ("注：1.定量指标", True),
        ("备注 2", True),
        ("Note: a", True),
        ("说明（一）", True),
        ("注册人数", False),
        ("备注", False),
    ],
)
def test_a_remark(cell, remark):
    assert is_remark(cell) is remark


@pytest.mark.parametrize(
    "cell",
    [
        *("得分合计", "自评总分", "总计得分", "综合得分", "总评分", "合计100分", "分值合计", "指标合计"),
        *("自评得分合计", "累计", "合計", "總計", "Totals", "Overall", "All", "合计（分）"),
    ],
)
def test_more_totals(cell):
    assert is_total(cell)


@pytest.mark.parametrize("cell", ["合计（人）", "合计（万元）（人）", "合计100人"])
def test_a_total_that_counts_something_is_none(cell):
    assert not is_total(cell)


@pytest.mark.parametrize(
    ("cell", "whole"),
    [
        ("subtotals", True),
        ("Sub-total", True),
        ("小计50分", True),
        ("小计（50分）", True),
        ("小計", True),
        ("产出指标（小计）", False),
    ],
)
def test_more_subtotals(cell, whole):
    assert is_subtotal(cell)
    assert is_whole_subtotal(cell) is whole
