"""What is said of weights (分值) and of values that several units have together (汇总)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["WEIGHTS"]

WEIGHTS: Final[Mapping[str, tuple[str, str]]] = {
    # --- errors of rule books
    "standard.weight-code": (
        "{value} is no code of a first level here, or stands twice",
        "{value}不能作为一级指标的代码，或重复出现",
    ),
    "standard.weight-zero": ("the first level {value} has no points", "一级指标{value}的分值为零"),
    "standard.weight-kinds": (
        "the kinds of evaluation are none, or one of them is unknown: {value}",
        "没有评价类型，或其中有未知的类型：{value}",
    ),
    # --- errors of weights
    "scoring.weights-needed": (
        "rates are averaged by funds: give a weight for each of them",
        "比率须按资金额度加权平均，请给出各单位的资金额度",
    ),
    "scoring.weights-count": (
        "there are {weights} weights for {actuals} actuals",
        "实际完成值有{actuals}个，资金额度有{weights}个",
    ),
    "scoring.weight-kind": (
        "{value} is no weight: an amount of money or a bare number, zero or more",
        "{value}不能作为权重：须为不小于零的金额或数值",
    ),
    "scoring.share-none": (
        "{points} points cannot be split over {value} in steps of {step}",
        "{points}分不能按{step}的步长分给{value}个指标",
    ),
    # reasons for an undefined value
    "undefined.weights-missing": (
        "{count} of {of} weights are missing: {names}",
        "{of}项中有{count}项没有分值：{names}",
    ),
    "undefined.weight-group": ("no indicator stands below {name}", "“{name}”以下没有指标"),
    "undefined.weight-group-twice": ("the heading {name} stands more than once", "“{name}”出现不止一次"),
    "undefined.weight-set": (
        "{standard} has no default weights for a form with the first levels {levels}",
        "{standard}没有适用于一级指标“{levels}”的默认分值",
    ),
    "undefined.weight-levels": (
        "no taxonomy knows all the first levels {levels}",
        "没有指标体系分类认得全部一级指标“{levels}”",
    ),
    "undefined.aggregate-missing": ("part {place} has no actual value", "第{place}个单位没有实际完成值"),
    "undefined.aggregate-undefined": (
        "part {place} is undefined: {reason_en}",
        "第{place}个单位的实际完成值无法确定：{reason_zh}",
    ),
    "undefined.aggregate-part": (
        "part {place} is no quantity: {text}",
        "第{place}个单位的实际完成值不是数量：{text}",
    ),
    "undefined.aggregate-cases": (
        "part {place} cannot be added to those before it, only one of them says of how many: {text}",
        "第{place}个单位与前面的单位不能汇总，只有一方写明总数：{text}",
    ),
    "undefined.aggregate-unit": (
        "values in {unit} are neither amounts to be added nor rates to be averaged",
        "以{unit}计的数值既不能相加，也不能按资金加权平均",
    ),
    "undefined.aggregate-funds": ("the funds are zero together", "资金额度合计为零"),
    "undefined.aggregate-endless": (
        "{figure} does not end as a decimal of {limit} digits: say how many digits it is to be rounded to",
        "{figure}化为{limit}位以内的小数时除不尽，请指明保留几位小数",
    ),
    # --- what is weighed, and how it came out
    "weight.total": ("all weights with the budget execution", "全部分值（含预算执行率）"),
    "weight.indicators": ("the weights of all indicators", "全部指标分值合计"),
    "weight.group": ("the weights of the indicators below {name}", "“{name}”以下的指标分值合计"),
    "weight.single": ("the weight of {name}", "“{name}”的分值"),
    "weight.default": ("the weight of {name}", "“{name}”的分值合计"),
    "weight.floor": ("the weight of {name} together", "“{name}”的分值合计"),
    "weighed.holds": ("{what}: {sum} {sign} {expected}", "{what}：{sum} {sign} {expected}"),
    "weighed.broken": (
        "{what}: {sum}, to be {sign} {expected}, off by {difference}",
        "{what}：{sum}，应 {sign} {expected}，相差 {difference}",
    ),
    "weighed.unusual": (
        "{what}: {sum}, usually {expected}, off by {difference}",
        "{what}：{sum}，一般为 {expected}，相差 {difference}",
    ),
    "weighed.undefined": ("{what}: {reason}", "{what}：{reason}"),
}
