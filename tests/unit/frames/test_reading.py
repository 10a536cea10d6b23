"""A table of indicators as people have it becomes an evaluation, and nothing of it is lost unsaid."""

from decimal import Decimal

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import govperf as gp
from govperf import frames
from govperf.errors import DataError, DataErrors, LimitError, UnitError
from govperf.limits import LIMITS

FORM = {"department": "某局", "year": 2023}


def read(table, **more):
    return frames.read(pl.DataFrame(table, strict=False), **FORM | more)


def rows(sheet):
    return [row for _, row in sheet.evaluation.indicators()]


def faults(sheet):
    return [(note.row, note.column, note.fault.code) for note in sheet.faults]


def left_out(sheet):
    return [(note.row, note.fault.code) for note in sheet.left_out]


def test_a_whole_row():
    (row,) = rows(
        read(
            {
                "一级指标": ["产出指标"],
                "二级指标": ["数量指标"],
                "三级指标": ["演练"],
                "运算符号": ["≥"],
                "年度指标值": ["12"],
                "计量单位": ["场"],
                "实际完成值": ["9"],
                "分值": ["20分"],
                "自评得分": [15],
                "完成率": ["75%"],
                "指标性质": ["定量"],
                "指标方向": ["正向"],
                "偏差原因分析及改进措施": ["汛情推迟"],
                "备注": ["补办"],
            }
        )
    )
    assert row == gp.Indicator(
        "演练",
        category=("产出", "数量"),
        target=gp.Target("12", sign="≥", unit="场"),
        actual="9",
        weight=20,
        reported_points=15,
        reported_rate="75%",
        nature="定量",
        direction="正向",
        deviation_reason="汛情推迟",
        note="补办",
    )


def test_what_a_table_does_not_hold_is_given():
    budget = gp.Budget(2023, adjusted="10万元")
    sheet = read({"指标": ["甲"]}, budget=budget, project="水库", standard="MOF-2020-10", goal="加固")
    form = sheet.evaluation
    assert (form.budget, form.project, form.standard) == (budget, "水库", "MOF-2020-10")
    assert [goal.text for goal in form.goals] == ["加固"]


@pytest.mark.parametrize(
    ("levels", "categories"),
    [
        (
            [("产出", "数量"), (None, None), (None, "质量")],
            [("产出", "数量"), ("产出", "数量"), ("产出", "质量")],
        ),
        ([("产出", "数量"), ("效益", None)], [("产出", "数量"), ("效益",)]),
        ([("产出", "数量"), ("产出", None)], [("产出", "数量"), ("产出", "数量")]),
        ([("产出", "数量"), ("—", "-"), (None, None)], [("产出", "数量"), (), ()]),
        ([(None, None), ("产出", None)], [(), ("产出",)]),
    ],
)
def test_merged_levels_are_filled_down(levels, categories):
    first, second = zip(*levels, strict=True)
    sheet = read({"一级指标": first, "二级指标": second, "三级指标": list("甲乙丙丁"[: len(levels)])})
    assert [row.category for row in rows(sheet)] == categories


def test_the_deepest_level_is_the_indicator_unless_another_column_names_it():
    assert rows(read({"三级指标": ["甲"], "四级指标": ["乙"]}))[0] == gp.Indicator("乙", category="甲")
    assert rows(read({"三级指标": ["甲"], "指标名称": ["乙"]}))[0] == gp.Indicator("乙", category="甲")
    with pytest.raises(DataError, match="no column among 二级指标 says the indicator: name one"):
        read({"二级指标": ["甲"]})


def test_goals_are_filled_down_and_gathered():
    sheet = read({"绩效目标": ["防汛", None, "宣传", "防汛"], "指标": list("甲乙丙丁")})
    assert {goal.text: [row.name for row in goal.indicators] for goal in sheet.evaluation.goals} == {
        "防汛": ["甲", "乙", "丁"],
        "宣传": ["丙"],
    }
    assert sheet.rows == (1, 2, 4, 3)


def test_a_total_or_a_goal_may_stand_before_the_levels():
    sheet = read({"绩效目标": ["防汛", None, "合计"], "指标": [None, "甲", None], "得分": [None, 5, 5]})
    assert {goal.text: len(goal.indicators) for goal in sheet.evaluation.goals} == {"防汛": 1}
    assert left_out(sheet) == [(1, "frames.heading"), (3, "frames.total")]
    assert (sheet.evaluation.reported_total, sheet.evaluation.subtotals) == (5, ())


def test_rows_that_are_no_indicators():
    sheet = read(
        {
            "一级指标": ["产出指标", "", "小计", "", "效益指标", "", "合 计", "注：本表一式两份", ""],
            "三级指标": ["", "演练", "", "", "", "知晓率", "", "", ""],
            "指标值": ["", "12场", "", "", "", "90%", "", "", ""],
            "分值": ["50", "50", "50", "", "", "30", "80", "", ""],
            "得分": ["", "50", "50", "", "", "30", "80", "", ""],
        }
    )
    form = sheet.evaluation
    assert [(row.name, row.category) for row in rows(sheet)] == [("演练", ("产出",)), ("知晓率", ("效益",))]
    assert form.subtotals == (
        gp.Subtotal(("产出",), weight=50),
        gp.Subtotal(("产出",), weight=50, reported_points=50),
    )
    assert (form.reported_total, form.notes, sheet.rows) == (80, ("注：本表一式两份",), (2, 6))
    assert left_out(sheet) == [
        (1, "frames.heading"),
        (3, "frames.subtotal"),
        (5, "frames.heading"),
        (7, "frames.total"),
        (8, "frames.remark"),
    ]
    assert sheet.faults == ()


def test_a_subtotal_is_of_the_group_it_names_or_stands_in():
    sheet = read(
        {
            "一级指标": ["产出", None, None, None, "效益指标小计", "小计"],
            "二级指标": ["数量", None, "小计", None, None, None],
            "指标": ["甲", "小计", None, "合计人数", None, None],
            "指标值": ["1场", None, None, "5人", None, "小计"],
            "得分": [10, 10, 20, 1, 30, 40],
        }
    )
    assert [(one.category, one.reported_points) for one in sheet.evaluation.subtotals] == [
        (("产出", "数量"), 10),
        (("产出",), 20),
        (("效益",), 30),
        (("产出",), 40),
    ]
    assert [row.name for row in rows(sheet)] == ["甲", "合计人数"]


def test_a_subtotal_of_no_group_is_left_out():
    sheet = read({"指标": ["小计", "甲"], "得分": [10, 1]})
    assert (sheet.evaluation.subtotals, left_out(sheet)) == ((), [(1, "frames.subtotal")])


def test_a_merged_cell_of_a_web_page_is_repeated():
    sheet = read(
        {"一级指标": ["总分"], "指标": ["总分"], "指标值": ["总分"], "分值": [100], "得分": ["95.5"]}
    )
    assert (sheet.evaluation.reported_total, rows(sheet)) == (Decimal("95.5"), [])


@pytest.mark.parametrize(
    ("totals", "total", "found"),
    [
        (["90", "90.0"], 90, []),
        (["90", "91"], 90, [(2, "得分", "frames.total-twice")]),
        (["-1", "91"], 91, [(1, "得分", "data.negative")]),
        (["九十 ", ""], 90, []),
        ([None, None], None, []),
    ],
)
def test_a_total_is_printed_once(totals, total, found):
    sheet = read({"指标": ["合计", "总分"], "得分": totals})
    assert (sheet.evaluation.reported_total, faults(sheet)) == (total, found)


BAD = {
    "分值": [
        ("20/30", "frames.points"),
        ("20人", "frames.points"),
        ("-1", "data.negative"),
        ("无", "frames.points"),
    ],
    "得分": [("20%", "frames.points"), ("20、30", "frames.points")],
    "完成率": [("0.95", "data.rate"), ("95人", "data.rate"), ("-5%", "data.negative")],
    "运算符号": [("约等", "frames.word")],
    "指标性质": [("其他", "frames.word")],
    "指标方向": [("其他", "frames.word")],
    "年度": [("2022", "frames.year")],
    "指标值": [("长" * (LIMITS.cell_chars + 1), "limit.chars")],
    "备注": [("长" * (LIMITS.cell_chars + 1), "limit.chars")],
    "指标": [(None, "frames.nameless")],
}


@pytest.mark.parametrize(
    ("column", "cell", "code"), [(column, *case) for column, cases in BAD.items() for case in cases]
)
def test_a_bad_cell_is_said_and_loses_nothing_else(column, cell, code):
    table = {"指标": ["甲", "乙"], "指标值": ["12场", "5场"], "完成值": ["9场", "5场"], "分值": ["40", "50"]}
    before = rows(read(table))
    sheet = read(table | {column: [*table.get(column, [None, None])[:1], cell]})
    assert faults(sheet) == [(2, column, code)]
    assert rows(sheet)[0] == before[0]
    assert len(rows(sheet)) == 2
    assert column in sheet.faults[0].explain("zh")
    with pytest.raises(DataErrors) as caught:
        sheet.whole()
    assert [str(fault) for fault in caught.value.exceptions] == [str(sheet.faults[0])]


def test_without_a_fault_the_evaluation_is_whole():
    sheet = read({"指标": ["甲"]})
    assert sheet.whole() is sheet.evaluation


def test_a_row_without_its_weight_leaves_the_total_open():
    sheet = read({"指标": ["甲", "乙"], "指标值": ["1场"] * 2, "完成值": ["1场"] * 2, "分值": ["90", "1/2"]})
    card = gp.evaluate(sheet.evaluation)
    assert card.scores[0].points == 90
    assert isinstance(card.total, gp.Undefined)


def test_what_is_no_cell_of_a_form_is_a_fault():
    table = pa.table({"一级指标": [[1]], "指标": ["甲"], "分值": [True]})
    sheet = frames.read(table, **FORM)
    assert faults(sheet) == [(1, "一级指标", "frames.cell"), (1, "分值", "frames.cell")]
    sheet = frames.read(pa.table({"指标": ["合计"], "得分": [True]}), **FORM)
    assert (faults(sheet), sheet.evaluation.reported_total) == ([(1, "得分", "frames.cell")], None)


def test_a_name_that_is_no_cell_is_one_fault():
    assert faults(frames.read(pa.table({"指标": [[1]], "分值": [1]}), **FORM)) == [(1, "指标", "frames.cell")]


def test_faults_are_counted_and_a_hundred_of_them_kept():
    sheet = read({"指标": ["甲"] * 101, "分值": ["1/2"] * 101})
    assert (len(sheet.faults), sheet.fault_count) == (LIMITS.faults, 101)


def test_rows_have_the_label_of_the_index_where_it_says_more():
    table = pd.DataFrame({"指标": ["甲", "乙"], "分值": ["无", "无"]}, index=[0, "第二行"])
    sheet = frames.read(table, **FORM)
    assert [str(note) for note in sheet.faults] == [
        "row 1, column 分值: '无' is not one number of points",
        "row 2 [第二行], column 分值: '无' is not one number of points",
    ]
    assert sheet.faults[1].explain() == "第2［第二行］行“分值”栏：“无”不是一个分数"
    assert str(sheet.faults[1].error) == str(sheet.faults[1])


@pytest.mark.parametrize(
    ("column", "word", "field", "value"),
    [
        ("指标性质", "≥", "sign", gp.Operator.AT_LEAST),
        ("指标性质", "定性", "nature", gp.Nature.QUALITATIVE),
        ("指标性质", "反向", "direction", gp.Direction.REVERSE),
        ("指标方向", "≤", "sign", gp.Operator.AT_MOST),
        ("指标方向", "等于", "direction", gp.Direction.EXACT),
        ("指标方向", "定量", "nature", gp.Nature.QUANTITATIVE),
        ("符号", "=", "sign", gp.Operator.EQUAL),
        ("符号", "逆向", "direction", gp.Direction.REVERSE),
    ],
)
def test_a_column_of_words_takes_those_of_the_others(column, word, field, value):
    (row,) = rows(read({"指标": ["甲"], "指标值": ["5天"], column: [word]}))
    assert getattr(row.target if field == "sign" else row, field) is value


@pytest.mark.parametrize(
    ("name", "title", "cell", "quantity"),
    [
        ("投资", "指标值（万元）", "2023.12", ("2023.12", "万元")),
        ("投资", "指标值（万元）", "300元", ("300", "元")),
        ("面积（亩）", "指标值（万元）", "300", ("300", "亩")),
        ("合格率", "指标值（%）", "95", ("95", "%")),
        ("合格率", "指标值（%）", "0.95", ("0.95", "")),
        ("合格率", "指标值（%）", "1", ("1", "")),
        ("演练", "指标值", "300", ("300", "")),
    ],
)
def test_a_bare_number_takes_the_unit_of_the_heading(name, title, cell, quantity):
    (row,) = rows(read({"指标": [name], title: [cell]}))
    assert row.target.quantity == gp.Quantity(*quantity)


def test_a_column_of_units_is_of_the_targets():
    table = {"指标": ["甲"], "指标值（元）": ["12"], "单位": ["场"], "完成值": ["9"]}
    (row,) = rows(read(table))
    assert (row.target.quantity, row.actual.unit) == (gp.Quantity(12, "场"), None)
    (row,) = rows(read(table | {"完成值单位": ["次"]}))
    assert row.actual.quantity == gp.Quantity(9, "次")
    (row,) = rows(read({"指标": ["甲"], "单位": ["场"], "完成值": ["9"]}))
    assert row.actual.quantity == gp.Quantity(9, "场")


def test_a_heading_with_two_units_is_an_error():
    with pytest.raises(UnitError, match=r"指标值（万元）（元）"):
        read({"指标": ["甲"], "指标值（万元）（元）": ["1"]})


@pytest.mark.parametrize(("title", "cell"), [("完成率(%)", 95), ("完成率", "95%")])
def test_a_rate_says_its_percent(title, cell):
    assert rows(read({"指标": ["甲"], title: [cell]}))[0].reported_rate == gp.Quantity(95, "%")


def test_a_rate_up_to_one_under_percent_may_be_either():
    assert faults(read({"指标": ["甲"], "完成率(%)": [1]})) == [(1, "完成率(%)", "data.rate")]
    assert faults(read({"指标": ["甲"], "完成率(%)": ["1.01"]})) == []


def test_a_weight_in_percent_is_of_a_hundred_points():
    assert rows(read({"指标": ["甲"], "权重": ["20%"]}))[0].weight == 20


def test_columns_that_say_nothing_are_named():
    sheet = read({"指标": ["甲"], "经办人": ["乙"], "核算得分": ["1"]})
    assert sheet.ignored == ("经办人", "核算得分")
    assert sheet.lacking == ("target", "actual", "weight")
    assert sheet.explain().splitlines() == [
        "指标1项，读不通的单元格0个",
        "没有年度指标值列",
        "没有实际完成值列",
        "没有分值列",
        "未读取的列：经办人, 核算得分",
    ]
    assert repr(sheet) == "Sheet(indicators: 1, unreadable cells: 0)"


def test_two_columns_of_one_meaning_are_an_error_until_one_is_chosen():
    table = {"指标": ["甲"], "指标值": ["1"], "目标值": ["2"]}
    with pytest.raises(DataError, match="指标值, 目标值") as caught:
        read(table)
    assert 'columns={"target": "指标值"}' in caught.value.explain("zh")
    sheet = read(table, columns={"target": "目标值"})
    assert (rows(sheet)[0].target.text, sheet.ignored) == ("2", ("指标值",))


def test_any_column_may_be_chosen():
    sheet = read({"事项": ["甲"], "指标": ["乙"]}, columns={"name": "事项", "note": "指标"})
    assert (rows(sheet)[0].name, rows(sheet)[0].note) == ("甲", "乙")


@pytest.mark.parametrize(
    ("columns", "code"), [({"title": "指标"}, "data.choice"), ({"name": "事项"}, "frames.column")]
)
def test_a_choice_is_of_what_there_is(columns, code):
    with pytest.raises(DataError) as caught:
        read({"指标": ["甲"]}, columns=columns)
    assert (caught.value.code, caught.value.path) == (code, "columns")


def test_many_columns_are_not_all_named():
    with pytest.raises(DataError, match=r"甲0, 甲1.*甲11, … says the indicator") as caught:
        read({f"甲{i}": [1] for i in range(13)})
    assert "甲12" not in str(caught.value)
    with pytest.raises(DataError, match="甲11 says the indicator"):
        read({f"甲{i}": [1] for i in range(12)})


@pytest.mark.parametrize(
    "table",
    [
        pd.DataFrame([["甲", "乙"]], columns=["指标", "指标"]),
        pa.table([["甲"], ["乙"]], names=["指标", "指标"]),
    ],
    ids=["pandas", "pyarrow"],
)
def test_two_columns_of_one_name_are_an_error(table):
    with pytest.raises(DataError, match="指标") as caught:
        frames.read(table, **FORM)
    assert caught.value.code == "frames.same"


def test_names_of_pandas_that_are_no_texts_are_ignored():
    table = pd.DataFrame({"指标": ["甲"], 0: ["乙"], ("产出", "分值"): [3]})
    assert frames.read(table, **FORM).ignored == ("0", "('产出', '分值')")


@pytest.mark.parametrize(
    "frame", [pl.LazyFrame({"指标": ["甲"]}), {"指标": ["甲"]}, [["甲"]], None, pl.Series(["甲"])]
)
def test_what_is_no_dataframe_in_memory_is_refused(frame):
    with pytest.raises(TypeError, match=f"not {type(frame).__name__}: a lazy one is to be collected first"):
        frames.read(frame, **FORM)


def test_an_empty_table_is_an_evaluation_without_indicators():
    sheet = read({"指标": []})
    assert (sheet.evaluation, sheet.rows) == (gp.Evaluation("某局", 2023), ())


def test_a_table_has_as_many_rows_as_an_evaluation(monkeypatch):
    monkeypatch.setattr("govperf.frames.reading.LIMITS", type("Few", (), {"items": 2, "faults": 100}))
    assert len(rows(read({"指标": ["甲"] * 2}))) == 2
    with pytest.raises(LimitError):
        read({"指标": ["甲"] * 3})


def test_departments_are_read_each():
    table = pl.DataFrame(
        {
            "部门": ["甲局", None, "乙局", "甲局", "合计"],
            "一级指标": ["产出", None, None, "效益", None],
            "指标": ["一", "二", "三", "四", None],
            "分值": ["10", "无", "10", "10", "30"],
        }
    )
    budget = gp.Budget(2023, adjusted="10万元")
    sheets = frames.read_each(table, year=2023, budgets={"乙局": budget}, standard="MOF-2020-10", goal="防汛")
    assert {name: sheet.rows for name, sheet in sheets.items()} == {"甲局": (1, 2, 4), "乙局": (3,)}
    assert [row.category for row in rows(sheets["甲局"])] == [("产出",), ("产出",), ("效益",)]
    assert rows(sheets["乙局"])[0].category == ()
    assert faults(sheets["甲局"]) == [(2, "分值", "frames.points")]
    assert (sheets["甲局"].evaluation.budget, sheets["乙局"].evaluation.budget) == (None, budget)
    assert {sheet.evaluation.department.name for sheet in sheets.values()} == set(sheets)
    assert left_out(sheets["甲局"]) == []
    assert left_out(sheets["乙局"]) == [(5, "frames.all-departments")]
    assert sheets["乙局"].evaluation.goals[0].text == "防汛"
    assert sheets["乙局"].evaluation.standard == "MOF-2020-10"


def test_any_column_may_tell_them_apart():
    table = pl.DataFrame({"项目名称": ["水库", "渠道"], "部门": ["某局", "某局"], "指标": ["一", "二"]})
    sheets = frames.read_each(table, year=2023, by="项目名称", columns={"note": "部门"})
    assert list(sheets) == ["水库", "渠道"]
    with pytest.raises(DataError, match="no column among 指标 says the department"):
        frames.read_each(pl.DataFrame({"指标": ["一"]}), year=2023)


def test_a_row_of_no_department_is_an_error():
    with pytest.raises(DataError, match="row 2 is of no department"):
        frames.read_each(pl.DataFrame({"部门": [None, None, "甲局"], "指标": [None, "一", "二"]}), year=2023)


def test_a_table_of_totals_alone_has_no_department():
    assert frames.read_each(pl.DataFrame({"部门": ["合计"], "指标": [None]}), year=2023) == {}


def test_a_table_of_one_department_may_name_it():
    assert len(rows(read({"部门": ["某局", None], "指标": ["一", "二"]}))) == 2
    with pytest.raises(DataError, match="the column 部门 names more than one department"):
        read({"部门": ["某局", "乙局"], "指标": ["一", "二"]})


def test_the_year_of_a_row_is_that_of_the_evaluation():
    sheet = read({"年度": ["2023", "2023年", None, "2022年"], "指标": list("甲乙丙丁")})
    assert faults(sheet) == [(4, "年度", "frames.year")]
