"""What is said of a dataframe: its columns and its rows (数据表的文案)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["FRAMES"]

FRAMES: Final[Mapping[str, tuple[str, str]]] = {
    # --- errors of columns
    "frames.missing": (
        "no column among {columns} says the {field_en}: name one {known}, or say columns={choice}",
        "各列（{columns}）中没有{field_zh}：请把该列命名为{known}，或写columns={choice}",
    ),
    "frames.two": (
        "the columns {columns} all say the {field_en}: choose one by columns={choice}",
        "列{columns}都是{field_zh}，请用columns={choice}指定一列",
    ),
    "frames.column": ("there is no column {value} among {columns}", "各列（{columns}）中没有{value}"),
    "frames.same": (
        "two columns bear one name: give each a name of its own: {reason}",
        "有两列同名，请改为各不相同的列名：{reason}",
    ),
    "frames.departments": (
        "the column {column} names more than one department: read them by read_each, or leave it out",
        "列{column}中不止一个部门，请用read_each读取，或去掉该列",
    ),
    "frames.no-department": ("row {row} is of no department", "第{row}行没有部门"),
    "frames.levels": (
        "{value} has more levels than a table has columns for: {limit}",
        "{value}的指标层级过多，最多{limit}级",
    ),
    # --- faults of rows
    "frames.fault": ("row {row}, column {column}: {fault_en}", "第{row}行“{column}”栏：{fault_zh}"),
    "frames.left-out": ("row {row}: {fault_en}", "第{row}行：{fault_zh}"),
    "frames.labelled": ("{row} [{label}]", "{row}［{label}］"),
    "frames.cell": ("nothing of the type {name} stands in a form", "表中不应有{name}类型的值"),
    "frames.infinite": ("{value} is no number of a form", "{value}不是表中可有的数"),
    "frames.points": ("{value} is not one number of points", "{value}不是一个分数"),
    "frames.part": (
        "{value} under % is either a percentage or a part of one: write it with %",
        "表头为%，{value}可能是百分数，也可能是比例，请写明%",
    ),
    "frames.contradicts": (
        "{value} contradicts the column {other}",
        "{value}与“{other}”栏矛盾",
    ),
    "frames.office": (
        "{value} is an office and no unit: call the column 部门, or say columns={choice}",
        "{value}是单位名称，不是计量单位：请把该列命名为部门，或写columns={choice}",
    ),
    "frames.own-column": (
        "the table has a column {value} of its own: rename it, it would be overwritten",
        "表中已有名为{value}的列，计算结果会覆盖它，请先改列名",
    ),
    "frames.no-column": ("no column says the {field_en}", "没有{field_zh}列"),
    "frames.execution": ("the line of the budget itself", "预算执行率行，按预算计分"),
    "frames.word": (
        "{value} is no sign, no direction and no nature of an indicator",
        "{value}不是运算符号，也不是指标方向或指标性质",
    ),
    "frames.nameless": ("the row has no indicator", "该行没有指标名称"),
    "frames.no-name": ("(no name)", "（无名称）"),
    "frames.year": ("the row is of {value}, and the evaluation of {year}", "该行为{value}，评价年度为{year}"),
    "frames.total-twice": (
        "another total score is printed above: {before}",
        "上文已有另一个总分：{before}",
    ),
    # --- what was read
    "frames.read": (
        "indicators: {count}, unreadable cells: {faults}",
        "指标{count}项，读不通的单元格{faults}个",
    ),
    "frames.ignored": ("columns that are not read: {columns}", "未读取的列：{columns}"),
    "frames.too-large": ("the figure is too large for a column", "数值过大，列中无法表示"),
    # --- rows that are no indicators
    "frames.empty": ("the row is empty", "空行"),
    "frames.total": ("a row of totals", "合计行"),
    "frames.subtotal": ("a row of subtotals", "小计行"),
    "frames.heading": ("a heading of indicators", "指标类别行"),
    "frames.remark": ("a remark below the table", "表注"),
    "frames.all-departments": ("a total of all departments", "全部部门的合计行"),
}
