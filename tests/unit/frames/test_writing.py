"""Evaluations, scorecards and findings become dataframes, and an evaluation is read from one again."""

from decimal import Decimal
from types import SimpleNamespace

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import govperf as gp
from govperf import frames
from govperf.errors import DataError

ROW = gp.Indicator(
    "演练",
    category=("产出", "数量"),
    target=gp.Target("12", sign="≥", unit="场"),
    actual=gp.Actual("9", unit="次"),
    weight="20.50",
    reported_points=15,
    reported_rate="75%",
    nature="定性",
    direction="等于",
    note="补办",
)
FULL = {
    "一级指标": "产出",
    "二级指标": "数量",
    "三级指标": "演练",
    "运算符号": "≥",
    "年度指标值": "12",
    "计量单位": "场",
    "实际完成值": "9",
    "实际完成值单位": "次",
    "分值": Decimal("20.50"),
    "完成率": "75%",
    "自评得分": Decimal(15),
    "指标性质": "定性",
    "指标方向": "等于",
    "备注": "补办",
}


def form(*goals, department="某局"):
    made = [gp.Goal(f"目标{at}", indicators=rows) for at, rows in enumerate(goals)]
    return gp.Evaluation(department, 2023, goals=made)


def first(frame):
    return frame.row(0, named=True)


def test_a_whole_row_in_both_languages():
    assert first(frames.frame_of(form([ROW]), backend="polars")) == FULL
    english = first(frames.frame_of(form([ROW]), backend="polars", lang="en"))
    assert list(english.values())[:11] == list(FULL.values())[:11]
    assert (english["level 3"], english["nature"], english["direction"]) == ("演练", "qualitative", "exact")


@pytest.mark.parametrize(
    ("backend", "kind"),
    [
        ("pandas", pd.DataFrame),
        ("polars", pl.DataFrame),
        ("pyarrow", pa.Table),
        (pd, pd.DataFrame),
        (pl, pl.DataFrame),
    ],
    ids=["pandas", "polars", "pyarrow", "pandas itself", "polars itself"],
)
def test_a_library_by_its_name_or_its_module(backend, kind):
    frame = frames.frame_of(form([ROW]), backend=backend)
    assert type(frame) is kind
    assert [one for _, one in frames.read(frame, department="某局", year=2023).evaluation.indicators()] == [
        ROW
    ]


def test_a_library_that_nobody_knows():
    with pytest.raises(ValueError, match="no dataframe library 'nix'"):
        frames.frame_of(form([ROW]), backend="nix")


def test_a_sign_that_says_prose():
    row = gp.Indicator("宣传", target=gp.Target("效果明显", sign="定性"))
    assert first(frames.frame_of(form([row]), backend="polars"))["运算符号"] == "定性"
    assert first(frames.frame_of(form([row]), backend="polars", lang="en"))["sign"] == "text"


def test_blank_columns_are_left_out_but_for_the_main_ones():
    frame = frames.frame_of(form([gp.Indicator("甲")]), backend="polars")
    assert first(frame) == {"三级指标": "甲", "年度指标值": None, "实际完成值": None, "分值": None}


def test_a_level_that_a_row_lacks_is_a_dash():
    rows = [
        gp.Indicator("甲", category=("产出", "数量")),
        gp.Indicator("乙", category="效益"),
        gp.Indicator("丙"),
    ]
    frame = frames.frame_of(form(rows), backend="polars")
    assert frame["二级指标"].to_list() == ["数量", "—", "—"]
    assert [
        one for _, one in frames.read(frame, department="某局", year=2023).evaluation.indicators()
    ] == rows


def test_three_levels_above_an_indicator():
    row = gp.Indicator("乙", category=("一", "二", "三"))
    assert list(first(frames.frame_of(form([row]), backend="polars")))[:4] == [
        "一级指标",
        "二级指标",
        "三级指标",
        "指标名称",
    ]


def test_five_levels_are_held_and_six_are_not():
    frames.frame_of(form([gp.Indicator("甲", category=list("一二三四五"))]), backend="polars")
    with pytest.raises(DataError) as caught:
        frames.frame_of(form([gp.Indicator("甲", category=list("一二三四五六"))]), backend="polars")
    assert caught.value.code == "frames.levels"


def test_several_goals_have_a_column():
    inner = gp.Goal("分目标", indicators=[gp.Indicator("丙")])
    goals = [gp.Goal("甲目标", indicators=[gp.Indicator("甲")], goals=[inner]), gp.Goal("无指标")]
    frame = frames.frame_of(gp.Evaluation("某局", 2023, goals=goals), backend="polars")
    assert frame["绩效目标"].to_list() == ["甲目标", "分目标"]
    assert "绩效目标" not in frames.frame_of(form([ROW]), backend="polars").columns


def test_several_evaluations_have_a_column_of_departments():
    forms = [form([ROW], department="甲局"), form([gp.Indicator("乙")], department="乙局")]
    frame = frames.frame_of(iter(forms), backend="polars")
    assert frame.select("部门", "年度").rows() == [("甲局", "2023"), ("乙局", "2023")]
    sheets = frames.read_each(frame, year=2023, goal="目标0")
    assert [sheet.evaluation for sheet in sheets.values()] == forms
    assert all(not sheet.faults for sheet in sheets.values())


def test_a_scorecard_has_a_row_for_each_score():
    budget = gp.Budget(2023, adjusted="100万元", executed="95万元")
    rows = [gp.Indicator("甲", target="≥4场", actual="3场", weight=50), gp.Indicator("乙", target="明显")]
    card = gp.evaluate(gp.Evaluation("某局", 2023, budget=budget, goals=[gp.Goal("目标", indicators=rows)]))
    frame = frames.frame_of(card, backend="polars", lang="en")
    assert frame.columns == [
        "level 3",
        "target",
        "actual",
        "weight",
        "computed rate (%)",
        "computed points",
        "why undefined",
    ]
    assert frame.select("weight", "computed rate (%)", "computed points").rows() == [
        (Decimal(10), Decimal("95.00"), Decimal("9.50")),
        (Decimal(50), Decimal("75.00"), Decimal("37.50")),
        (None, None, None),
    ]
    assert frame["why undefined"].to_list()[:2] == [None, None]
    assert frame["why undefined"][2]


def test_findings_have_a_row_each():
    rows = [gp.Indicator("甲", target="≥4场", actual="3场", weight=90)]
    evaluation = form(rows)
    findings = gp.review(evaluation)
    frame = frames.frame_of(findings, backend="polars")
    assert frame["代码"].to_list() == [one.code for one in findings]
    assert frame["审核发现"].to_list() == [one.explain() for one in findings]
    assert set(frame["严重程度"]) <= {"错误", "警示", "提示"}
    assert "认可理由" not in frame.columns
    accepted = gp.Findings(
        [gp.Finding("a", gp.Severity.HINT, "$", accepted=findings[0].accept(reason="属实"))]
    )
    assert first(frames.frame_of(accepted, backend="polars", lang="en"))["accepted because"] == "属实"
    assert first(frames.frame_of(accepted, backend="polars", lang="en"))["place"] == "the whole form"


def test_no_findings_are_a_table_without_a_row():
    assert frames.frame_of(gp.Findings(), backend="polars").shape == (0, 5)


def test_a_number_that_no_decimal_column_holds_makes_texts():
    rows = [gp.Indicator("甲", weight=Decimal("1E-20")), gp.Indicator("乙", weight=10**30)]
    for backend in ("polars", "pyarrow", "pandas"):
        frame = frames.frame_of(form(rows), backend=backend)
        assert [
            one for _, one in frames.read(frame, department="某局", year=2023).evaluation.indicators()
        ] == rows


@pytest.mark.parametrize("source", [SimpleNamespace(), [ROW], "某局", None])
def test_anything_else_is_refused(source):
    with pytest.raises(TypeError):
        frames.frame_of(source, backend="polars")
