"""Headings that say more than a field, and names of columns that are no texts."""

from decimal import Decimal

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import govperf as gp
from govperf import frames
from govperf.errors import DataError
from govperf.frames.words import dated_field_of, field_of

FORM = {"department": "某局", "year": 2023}


def read(table, **more):
    return frames.read(pd.DataFrame(table), **FORM | more)


def only(sheet):
    ((_, row),) = sheet.evaluation.indicators()
    return row


def faults(sheet):
    return [(note.column, note.fault.code) for note in sheet.faults]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("年初设定目标值", "target"),
        ("实际完成数", "actual"),
        ("指标分", "weight"),
        ("权数", "weight"),
        ("满分值", "weight"),
        ("三级指标名称", "level3"),
        ("KPI name", "name"),
        ("Points", ""),
        ("赋分", ""),
    ],
)
def test_more_headings(heading, field):
    assert field_of(heading) == field


@pytest.mark.parametrize(
    ("heading", "year", "field"),
    [
        ("2023年指标值", 2023, "target"),
        ("2023年度目标值（万元）", None, "target"),
        ("2022年完成值", 2023, ""),
        ("指标值", 2023, ""),
        ("2023年度", 2023, ""),
        (2023, 2023, ""),
    ],
)
def test_a_heading_may_begin_with_a_year(heading, year, field):
    assert dated_field_of(heading, year) == field


def test_a_column_of_another_year_is_not_read():
    sheet = read({"指标": ["甲"], "2022年完成值": ["1场"], "2023年完成值": ["2场"]})
    assert (only(sheet).actual.text, sheet.ignored) == ("2场", ("2022年完成值",))
    assert only(read({"指标": ["甲"], "2023年完成值": ["1场"], "完成值": ["2场"]})).actual.text == "2场"


def test_columns_that_are_missing_are_said():
    sheet = read({"指标": ["甲"], "指标值": ["1场"], "分值": [1]})
    assert sheet.lacking == ("actual",)
    assert sheet.explain("en").splitlines()[1:] == ["no column says the actual"]
    assert read({"指标": ["甲"], "指标值": ["1场"], "完成值": [1], "分值": [1]}).lacking == ()


@pytest.mark.parametrize(
    ("heading", "cell", "sign"),
    [
        ("年度指标值（≥）", "12", "≥"),
        ("年度指标值(<=)", "12", "≤"),
        ("年度指标值(≤)(天)", "12", "≤"),
        ("年度指标值（≥）", "≤12", None),
        ("年度指标值（≥≤）", "12", None),
        ("年度指标值（≥）", "效果好", None),
        ("年度指标值", "12", None),
    ],
)
def test_a_heading_may_say_the_sign_of_bare_numbers(heading, cell, sign):
    found = only(read({"指标": ["甲"], heading: [cell]})).target.sign
    assert (None if found is None else found.sign) == sign


def test_a_sign_of_the_row_is_nearer():
    table = {"指标": ["甲"], "指标值（≥）": ["12"], "运算符号": ["≤"]}
    assert only(read(table)).target.sign is gp.Operator.AT_MOST


@pytest.mark.parametrize(
    ("heading", "cell", "weight"),
    [
        ("权重（%）", "0.2", None),
        ("权重（％）", "0.99", None),
        ("权重（%）", "1", 1),
        ("权重（%）", "0", 0),
        ("权重（%）", "0.5%", Decimal("0.5")),
        ("权重", "0.2", Decimal("0.2")),
    ],
)
def test_a_weight_below_one_under_percent_may_be_either(heading, cell, weight):
    sheet = read({"指标": ["甲"], heading: [cell]})
    assert only(sheet).weight == weight
    assert faults(sheet) == ([] if weight is not None else [(heading, "frames.part")])


@pytest.mark.parametrize("office", ["教育局", "市水务局", "某某中学", "信息中心"])
def test_an_office_is_no_unit(office):
    sheet = read({"指标": ["甲"], "指标值": ["95"], "单位": [office]})
    assert faults(sheet) == [("单位", "frames.office")]
    assert only(sheet).target.unit is None


def test_a_unit_too_long_to_be_one_is_a_fault():
    assert len(faults(read({"指标": ["甲"], "指标值": ["95"], "单位": ["场" * 3_000]}))) == 1


@pytest.mark.parametrize("unit", ["处", "所", "标段", "万元", "户次", "人大"])
def test_a_unit_or_a_counter_is_one(unit):
    sheet = read({"指标": ["甲"], "指标值": ["95"], "单位": [unit]})
    assert (faults(sheet), str(only(sheet).target.unit)) == ([], unit)


def test_a_unit_that_ends_like_an_office_but_is_known(monkeypatch):
    monkeypatch.setattr("govperf.frames.readers._OFFICE", frames.readers.re.compile("人次"))
    assert faults(read({"指标": ["甲"], "指标值": ["95"], "单位": ["人次"]})) == []


@pytest.mark.parametrize("said", ["2023", "2023年", "2023年度"])
def test_a_year_may_be_written_out(said):
    assert faults(read({"指标": ["甲"], "年度": [said]})) == []


@pytest.mark.parametrize("name", [0, "0"], ids=["label", "text"])
def test_a_column_without_a_text_is_chosen_by_its_label_or_by_its_text(name):
    table = pd.DataFrame([["甲", "12场", "9场", 10]])
    columns = {"name": name, "target": 1, "actual": "2", "weight": 3}
    sheet = frames.read(table, **FORM, columns=columns)
    assert (only(sheet).name, only(sheet).target.text, sheet.lacking) == ("甲", "12场", ())
    made = frames.scored(table, columns=columns)
    assert made["核算得分"][0] == Decimal("7.50")
    assert list(table.columns) == [0, 1, 2, 3]


def test_a_label_comes_before_the_text_of_another():
    table = pd.DataFrame([["甲", "乙"]], columns=[0, "0"])
    assert only(frames.read(table, **FORM, columns={"name": "0"})).name == "乙"
    assert only(frames.read(table, **FORM, columns={"name": 0})).name == "甲"


def test_labels_of_two_rows_are_chosen_as_the_error_says():
    table = pd.DataFrame([["甲"]], columns=pd.MultiIndex.from_tuples([("绩效指标", "三级指标")]))
    with pytest.raises(DataError) as caught:
        frames.read(table, **FORM)
    assert """columns={"name": "('绩效指标', '三级指标')"}""" in str(caught.value)
    for name in ("('绩效指标', '三级指标')", ("绩效指标", "三级指标")):
        assert only(frames.read(table, **FORM, columns={"name": name})).name == "甲"


def test_a_label_of_a_row_is_cut():
    table = pd.DataFrame({"指标": ["甲"], "分值": ["无"]}, index=["长\n" + "长" * 500])
    (note,) = frames.read(table, **FORM).faults
    assert note.label.startswith("长 长")
    assert note.label.endswith("…")
    assert len(note.label) <= 80


HALF = np.array([0.1, 2048, 65504], dtype="f2")


@pytest.mark.parametrize(
    "column",
    [HALF, pd.array(HALF, dtype=pd.ArrowDtype(pa.float16()))],
    ids=["numpy", "arrow"],
)
def test_a_float_of_16_bits_is_read_by_its_own_shortest_form(column):
    sheet = read({"指标": ["甲", "乙", "丙"], "指标值": column})
    assert [row.target.text for _, row in sheet.evaluation.indicators()] == ["0.1", "2048", "65500"]


RESULT = {"指标": ["甲"], "指标值": ["4场"], "完成值": ["1场"], "分值": [20]}


@pytest.mark.parametrize(
    ("compute", "own"),
    [
        (frames.scored, {"核算得分": [50]}),
        (frames.scored, {"核算完成率（%）": [50]}),
        (frames.completion_rates, {"未核算原因": ["甲"]}),
    ],
)
def test_a_column_of_the_tables_own_is_not_overwritten(compute, own):
    with pytest.raises(DataError, match=r"has a column .* of its own") as caught:
        compute(pl.DataFrame(RESULT | own))
    assert (caught.value.code, caught.value.value) == ("frames.own-column", repr(next(iter(own))))


def test_what_is_read_is_not_overwritten():
    once = frames.scored(pl.DataFrame(RESULT))
    with pytest.raises(DataError, match="核算得分"):
        frames.scored(once, columns={"weight": "核算得分"})


def test_rates_may_become_scores():
    assert frames.scored(frames.completion_rates(pl.DataFrame(RESULT)))["核算得分"][0] == 5


@pytest.mark.parametrize("own", ["F01", 7])
def test_codes_of_ones_own_are_not_overwritten(own):
    with pytest.raises(DataError, match="审核发现代码"):
        frames.reviewed(pl.DataFrame(RESULT | {"审核发现代码": [own]}), **FORM)


def test_findings_may_be_found_again():
    once = frames.reviewed(pl.DataFrame(RESULT), **FORM)
    assert frames.reviewed(once, **FORM).equals(once)


def test_points_of_no_weight_are_those_of_the_scorecard():
    table = pl.DataFrame({"指标": ["甲"], "指标值": ["4场"], "完成值": ["0.1家"], "分值": [0]})
    made = frames.scored(table)
    form = frames.read(table, **FORM).evaluation
    assert made["核算得分"][0] == gp.evaluate(form).scores[0].points == 0
    assert made["核算完成率（%）"][0] is None
    assert "家与场" in made["未核算原因"][0]
