"""What is said of the common indicators (共性指标的文案)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["COMMON"]

COMMON: Final[Mapping[str, tuple[str, str]]] = {
    # --- errors
    "common.framework": (
        "no common indicators are known of {value}, only of {known}",
        "没有{value}的共性指标，现有{known}",
    ),
    "common.unknown": (
        "unknown common indicator {value}, known are {known}",
        "没有共性指标{value}，现有{known}",
    ),
    "common.two-frameworks": (
        "the common indicator {value} stands in several frameworks: say framework={known}",
        "共性指标{value}在多个框架中都有，须指明framework={known}",
    ),
    "common.code": (
        "{value} is no code: English words in lower case, joined by _",
        "{value}不能作为代码：须为小写英文词，以_连接",
    ),
    "common.code-twice": ("two common indicators have the code {value}", "有两个共性指标的代码是{value}"),
    "common.choice": ("{value} is none of {known}", "{value}不是{known}之一"),
    "common.category": (
        "{value} is no second level of the framework {framework}",
        "{value}不是框架{framework}的二级指标",
    ),
    "common.target": ("{value} is no rate with its operator and its %", "{value}不是带有运算符号和%的比率"),
    "common.no-formula": ("the framework gives no formula for {value}", "框架没有规定{value}的公式"),
    # --- reasons for an undefined value
    "undefined.common-formula": (
        "the framework gives no formula for the {name_en}",
        "框架没有规定{name_zh}的公式",
    ),
    "undefined.common-figures": (
        "no form holds the figures of the {name_en}: {formula_en}",
        "表中没有{name_zh}所需的数据：{formula_zh}",
    ),
    "undefined.common-previous": ("no budget of the year before is given", "没有上年预算数据"),
    "undefined.common-month": ("no month is named", "没有指明月份"),
    # --- formulas
    "common.numerator-ratio": ("{figure_en}", "{figure_zh}"),
    "common.numerator-change": ("{figure_en} − {base_en}", "{figure_zh} − {base_zh}"),
    "common.numerator-saving": ("{base_en} − {figure_en}", "{base_zh} − {figure_zh}"),
    "common.denominator": ("{base_en}", "{base_zh}"),
    "common.formula-ratio": ("{figure_en} ÷ {base_en} × 100%", "{figure_zh} ÷ {base_zh} × 100%"),
    "common.formula-change": (
        "({figure_en} − {base_en}) ÷ {base_en} × 100%",
        "({figure_zh} − {base_zh}) ÷ {base_zh} × 100%",
    ),
    "common.formula-saving": (
        "({base_en} − {figure_en}) ÷ {base_en} × 100%",
        "({base_zh} − {figure_zh}) ÷ {base_zh} × 100%",
    ),
    # --- what is better
    "common.better-more": ("more is better", "越高越好"),
    "common.better-less": ("less is better", "越低越好"),
    "common.better-whole": ("100% is best", "以100%为佳"),
    "common.better-zero": ("0% is best", "以0%为佳"),
    "common.better-points": ("judged by a person", "由人评定"),
    "common.better-target": ("{better} ({target})", "{better}（{target}）"),
    "common.indicator": ("{name_en}: {said}", "{name_zh}：{said}"),
}
