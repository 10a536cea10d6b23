"""What is said of a rule book that cannot be read, used or written (评分标准的文案)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["STANDARDS"]

STANDARDS: Final[Mapping[str, tuple[str, str]]] = {
    # --- where
    "standard.line": ("line {line}: {fault}", "第{line}行：{fault}"),
    # --- the text
    "standard.toml": ("the text is not TOML: {reason}", "文本不是合法的TOML：{reason}"),
    "standard.key": ("unknown key {value}", "不认识的键{value}"),
    "standard.missing": ("the key {value} is missing", "缺少键{value}"),
    "standard.empty": ("a name is empty", "名称为空"),
    "standard.type": ("the value {value} is not of the right type", "值{value}的类型不对"),
    "standard.choice": ("{value} is none of {known}", "{value}不在可选值之列：{known}"),
    "standard.range": ("{value} is not a possible value here", "{value}不是此处可用的值"),
    # --- rules
    "standard.operators": (
        "an operator of rule {value} stands twice",
        "规则{value}的运算符号重复",
    ),
    "standard.unit": (
        "the unit {value} is unknown, or its rule does not look at the actual, or one is missing there",
        "计量单位{value}有误：只有以完成值为依据的规则写明单位，而且必须写明",
    ),
    "standard.knot": (
        "a knot has two numbers, or four where it jumps, and not {value}",
        "分段点应有两个数，跳变处有四个数，此处有{value}个",
    ),
    "standard.knots-percent": (
        "a knot of rule {value} is above 2,000 %: a rate of 60 % is 0.6",
        "规则{value}的分段点超过2000%：60%应写作0.6",
    ),
    "standard.grades-end": (
        "the lowest grade of {value} does not begin at 0",
        "{value}的最低等级不是从0分起",
    ),
    "standard.knots": (
        "the knots of rule {value} are none, do not rise, or a share is outside 0 to 1",
        "规则{value}没有分段点，或分段点没有递增，或得分比例不在0到1之间",
    ),
    "standard.steps": (
        'the steps of rule {value} are no start, a length above 0, and "floor" or "ceil"',
        "规则{value}的分档有误：应依次为起点、大于0的步长、“floor”或“ceil”",
    ),
    "standard.deductions": (
        "the deductions of rule {value} do not rise, are below 0, or no pairs of figure and points",
        "规则{value}的扣分没有递增，或为负，或不是成对的数与分",
    ),
    "standard.overlap": (
        "another rule has the name of rule {value}, or a target that it is for",
        "规则{value}与另一规则重名，或适用于同样的指标",
    ),
    "standard.partly": (
        "other rules take a part of what rule {value} is for, and what is left is not one rule: name it anew",
        "其他规则占用了规则{value}的一部分适用范围，剩余部分不能成为一条规则，请重写该规则",
    ),
    "standard.no-rule": (
        "the standard {value} has no rule for {operator}",
        "评分标准{value}没有适用于{operator}的规则",
    ),
    # --- levels, grades, caps, categories
    "standard.level": (
        "the level {value} has no label or one that stands twice, or its shares do not fit",
        "等级{value}没有名称，或名称重复，或得分比例有误",
    ),
    "standard.grades": (
        "the grades of {value} are none, or do not fall",
        "{value}没有等级，或等级没有由高到低排列",
    ),
    "standard.no-grade": (
        "the standard {standard} has no grade for {value}",
        "评分标准{standard}没有{value}分的等级",
    ),
    "standard.scale-unknown": (
        "unknown grade scale {value}, known are {known}",
        "没有等级划分{value}，现有{known}",
    ),
    "standard.cap": (
        "the bands of a cap begin at the rate 0, and their rates rise",
        "总分封顶应从执行率0起，执行率递增",
    ),
    "standard.category": (
        "the taxonomy {taxonomy} has no category {value}",
        "指标体系分类{taxonomy}没有类别{value}",
    ),
    # --- by name
    "standard.unknown": ("unknown standard {value}, known are {known}", "没有评分标准{value}，现有{known}"),
    "standard.taken": (
        "the standard calls itself {value}, as one that govperf carries, and is another one",
        "评分标准自称{value}，与内置的重名，内容却不同",
    ),
    "standard.circle": ("the standard {value} extends itself: {way}", "评分标准{value}以自身为基础：{way}"),
    "standard.own-rule": (
        "rule {value} is a class of its own, and only rules that are data can be written",
        "规则{value}是自定义的类，只有用数据表示的规则可以写出",
    ),
    "standard.plugin": (
        "the standard {value} of {package} ({entry}) cannot be loaded: {reason_en}",
        "{package}提供的评分标准{value}（{entry}）无法读取：{reason_zh}",
    ),
    "standard.plugin-twice": (
        "several packages bring the standard {value}: {packages}",
        "有多个软件包提供评分标准{value}：{packages}",
    ),
    "standard.plugin-type": (
        "{package} ({entry}) does not give the standard {value} but {type}",
        "{package}（{entry}）给出的不是评分标准{value}，而是{type}",
    ),
    "standard.plugin-name": (
        "{package} ({entry}) brings {name} under the name {value}, which is none of its names",
        "{package}（{entry}）以{value}之名提供{name}，而那不是它的名称",
    ),
    "standard.plugin-taken": (
        "the standard {value} of a package calls itself {name}, as one that govperf carries",
        "软件包提供的评分标准{value}自称{name}，与内置的重名",
    ),
}
