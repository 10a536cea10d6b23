"""Rates, scores and findings as columns: of the library that came in, and a null has its reason beside it."""

from decimal import Decimal

import attrs
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import govperf as gp
from govperf import frames
from govperf.errors import DataError
from govperf.standards import Clause, Provenance

TABLE = {
    "指标": ["一", "二", "三", "四", "合计", None],
    "指标值": ["≥95%", "效果明显", "60人", "≤24小时", None, None],
    "完成值": ["75%", "较好", "540人次", "30小时", None, None],
    "分值": ["20", "30", "40", "1/2", "90", None],
}
EMPTY: dict[str, list[str]] = {name: [] for name in TABLE}
LIBRARIES = [pd.DataFrame, pl.DataFrame, pa.table]
each_library = pytest.mark.parametrize("make", LIBRARIES, ids=["pandas", "polars", "pyarrow"])


def columns(frame):
    """Name → values, whatever the library."""
    if isinstance(frame, pd.DataFrame):
        return {name: [None if pd.isna(one) else one for one in frame[name]] for name in frame.columns}
    return frame.to_dict(as_series=False) if isinstance(frame, pl.DataFrame) else frame.to_pydict()


@each_library
def test_completion_rates(make):
    table = make(TABLE)
    made = frames.completion_rates(table)
    assert type(made) is type(table)
    found = columns(made)
    assert list(found) == [*TABLE, "核算完成率（%）", "未核算原因"]
    assert {name: found[name] for name in TABLE} == TABLE
    assert found["核算完成率（%）"] == [Decimal("78.95"), None, None, Decimal("80.00"), None, None]
    assert found["未核算原因"] == [
        None,
        "指标值不是数量：效果明显",
        "人次与人计量的不是同一种量",
        None,
        "合计行",
        "空行",
    ]


@each_library
def test_scored(make):
    made = columns(frames.scored(make(TABLE), lang="en"))
    assert list(made)[4:] == ["computed rate (%)", "computed points", "why undefined"]
    assert made["computed points"] == [Decimal("15.79"), *[None] * 5]
    assert made["computed rate (%)"] == [Decimal("78.95"), None, None, Decimal("80.00"), None, None]
    assert made["why undefined"] == [
        None,
        "the target is not a quantity: 效果明显",
        "人次 and 人 do not measure the same thing",
        "'1/2' is not one number of points",
        "a row of totals",
        "the row is empty",
    ]


@each_library
def test_the_dataframe_given_stays_as_it_is_and_a_second_time_makes_the_same(make):
    table = make(TABLE)
    once = frames.scored(table)
    assert columns(table) == TABLE
    assert columns(frames.scored(once)) == columns(once)


@each_library
def test_a_table_without_a_row(make):
    empty = {name: pa.array([], pa.string()) for name in TABLE} if make is pa.table else EMPTY
    assert list(columns(frames.scored(make(empty)))) == [*TABLE, "核算完成率（%）", "核算得分", "未核算原因"]


def test_numbers_are_decimals_of_the_library():
    assert frames.scored(pl.DataFrame(TABLE)).schema["核算得分"] == pl.Decimal(38, 2)
    assert frames.scored(pa.table(TABLE)).schema.field("核算得分").type == pa.decimal128(38, 2)
    assert frames.scored(pd.DataFrame(TABLE)).dtypes["核算得分"].name == "object"


def test_the_index_of_pandas_stays_even_where_it_repeats():
    table = pd.DataFrame(TABLE, index=list("aabbcc"))
    made = frames.scored(table)
    assert list(made.index) == list("aabbcc")
    assert made["核算得分"].iloc[0] == Decimal("15.79")


def test_names_are_not_needed_but_say_what_is_inferred():
    bare = frames.completion_rates(pl.DataFrame({"target": ["5%"], "actual": ["4%"]}))
    named = frames.completion_rates(pl.DataFrame({"name": ["投诉率"], "target": ["5%"], "actual": ["4%"]}))
    assert (bare["核算完成率（%）"][0], named["核算完成率（%）"][0]) == (Decimal("80.00"), Decimal("100.00"))


def test_a_merged_level_says_what_is_inferred():
    table = {
        "一级指标": ["成本", None],
        "指标": ["甲", "乙"],
        "指标值": ["9万元", "9万元"],
        "完成值": ["8万元", "8万元"],
    }
    assert (
        frames.completion_rates(pl.DataFrame(table))["核算完成率（%）"].to_list() == [Decimal("100.00")] * 2
    )


@pytest.mark.parametrize(
    ("compute", "needed"), [(frames.completion_rates, "完成值"), (frames.scored, "分值")]
)
def test_the_columns_that_count_are_needed(compute, needed):
    table = {name: values for name, values in TABLE.items() if name != needed}
    with pytest.raises(DataError) as caught:
        compute(pl.DataFrame(table))
    assert caught.value.code == "frames.missing"
    compute(
        pl.DataFrame(table | {"甲": TABLE[needed]}),
        columns={"actual" if needed == "完成值" else "weight": "甲"},
    )


def test_a_cell_at_fault_is_the_reason():
    table = pa.table({"指标值": [True], "完成值": ["1"]})
    assert columns(frames.completion_rates(table, lang="en"))["why undefined"] == [
        "nothing of the type bool stands in a form"
    ]


def test_a_figure_too_large_for_a_column_is_said():
    table = pl.DataFrame(
        {"指标值": ["0.0001", "1"], "完成值": ["9" * 30, "1"], "分值": ["10", "1" + "0" * 30]}
    )
    made = frames.scored(table, lang="en")
    assert made["computed rate (%)"].to_list() == [None, Decimal("100.00")]
    assert made["computed points"].to_list() == [Decimal("10.00"), None]
    assert made["why undefined"].to_list() == ["the figure is too large for a column"] * 2


def test_the_year_dates_what_is_printed_without_one():
    table = pl.DataFrame({"指标值": ["年底前"], "完成值": ["11月30日"]})
    assert frames.completion_rates(table, year=2022)["核算完成率（%）"][0] == 100
    assert frames.completion_rates(table)["核算完成率（%）"][0] is None


@pytest.mark.parametrize("compute", [frames.completion_rates, frames.scored])
def test_a_year_is_a_year_even_of_no_row(compute):
    with pytest.raises(DataError):
        compute(pl.DataFrame(EMPTY), year=22)


def test_the_rule_book_is_the_one_given():
    book = gp.standard()
    rule = gp.Rule("half", [">="], [(0, "0.5")], Clause(Provenance.CHOICE, "ours"))
    table = pl.DataFrame({"指标值": ["≥1"], "完成值": ["1"], "分值": ["10"]})
    assert frames.scored(table, standard=book.with_rules(rule))["核算得分"][0] == 5
    with pytest.raises(TypeError):
        frames.scored(table, standard="MOF-2020-10")


def test_there_are_two_languages():
    with pytest.raises(ValueError, match="language is 'en' or 'zh', not 'de'"):
        frames.completion_rates(pl.DataFrame(TABLE), lang="de")


@each_library
def test_findings_stand_in_their_rows(make):
    table = make(TABLE)
    made = frames.reviewed(table, department="某局", year=2023)
    assert type(made) is type(table)
    codes = columns(made)["审核发现代码"]
    sheet = frames.read(table, department="某局", year=2023)
    expected = [
        list(dict.fromkeys(one.code for one in gp.review(sheet.evaluation).filter(path=path)))
        for path, _ in sheet.evaluation.indicators()
    ]
    assert [code.split(" ") if code else [] for code in codes[:4]] == expected
    assert codes[4:] == [None, None]
    assert "finding.missed" in codes[0].split()


def test_the_budget_counts_in_a_review():
    table = pl.DataFrame({"指标": ["投资额"], "指标值": ["100万元"], "完成值": ["90万元"], "分值": ["90"]})
    budget = gp.Budget(2023, adjusted="100万元", executed="50万元")
    form = frames.read(table, department="某局", year=2023, budget=budget).evaluation
    codes = frames.reviewed(table, department="某局", year=2023, budget=budget, lang="en")["finding codes"][0]
    found = gp.review(attrs.evolve(form, accepted=())).filter(path="$.goals[0].indicators[0]")
    assert set(codes.split()) == {one.code for one in found}
