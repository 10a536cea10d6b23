"""What the checks of the family weights find, and what would settle it (审核文案)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["REVIEW_WEIGHTS"]

REVIEW_WEIGHTS: Final[Mapping[str, tuple[str, str]]] = {
    "finding.weights-over": (
        "all weights of the form add up to {sum}, {difference} more than the full points {expected}",
        "全部分值合计为{sum}，比满分{expected}多{difference}",
    ),
    "settle.weights-over": (
        "correct the weights, or mark what gives extra points",
        "更正分值；如有加分项，予以注明",
    ),
    "finding.weights-short": (
        "all weights of the form add up to {sum}, and not to {expected_en}",
        "全部分值合计为{sum}，应为{expected_zh}",
    ),
    "settle.weights-short": (
        "add the indicators that are left out, or correct the weights",
        "补上遗漏的指标，或更正分值",
    ),
    "finding.weights-leftover": (
        "{count} rows of {weight} points add up to {sum}, off by {off} from the {points} that were split",
        "{count}项指标各{weight}分，合计{sum}，与平均分配的{points}分相差{off}",
    ),
    "settle.weights-leftover": ("split them as {shares}", "可分为{shares}"),
    "finding.weights-group": (
        "{name} is printed with {expected} points, its rows add up to {sum}, off by {difference}",
        "“{name}”的分值为{expected}，所属指标分值合计为{sum}，相差{difference}",
    ),
    "settle.weights-group": (
        "correct the points of the group or of its rows",
        "更正分组分值或所属指标的分值",
    ),
    "finding.weight-zero": (
        "weights of zero: {count} of {of} indicators ({names}), what they reach does not count",
        "{of}项有分值的指标中，{count}项分值为0（{names}），完成情况不计分",
    ),
    "settle.weight-zero": (
        "give it a weight, or say why it does not apply",
        "设定分值，或说明不适用的原因",
    ),
    "finding.weights-missing": (
        "missing weights: {count} of {of} indicators ({names})",
        "{of}项指标中，{count}项没有分值（{names}）",
    ),
    "settle.weights-missing": (
        "fill in the weights, or print those of the group",
        "补填分值，或填写分组分值",
    ),
    "finding.weights-default": (
        "other weights than {standard} usually has: {levels_en}",
        "分值与{standard}的一般设置不同：{levels_zh}",
    ),
    "settle.weights-default": (
        "say why they were adjusted; the usual ones are a frame and no must",
        "说明调整的原因；一般设置为参考，可以调整",
    ),
    "finding.weights-floor": (
        "{name} weigh {sum} points together, to be at least {expected}",
        "“{name}”的分值合计为{sum}，不应低于{expected}",
    ),
    "settle.weights-floor": (
        "give more weight to outputs and benefits",
        "提高产出、效益指标的分值",
    ),
    "finding.dimension-missing": (
        "no indicator of {level_en}, which every frame of {standard} has",
        "没有{level_zh}指标，而{standard}的各种设置都有",
    ),
    "settle.dimension-missing": (
        "add an indicator, or say why there is none",
        "补充该类指标，或说明没有的原因",
    ),
}
