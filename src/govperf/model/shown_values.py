"""Targets, actuals, rates and indicators as HTML (数值的网页显示)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from govperf.layout.fragments import Html, badge, block, frame, muted, pairs, safe, titled
from govperf.messages import message

if TYPE_CHECKING:
    from govperf.model.actual import Actual
    from govperf.model.award import Correction
    from govperf.model.indicator import Indicator
    from govperf.model.rates import Rate
    from govperf.model.remarks import Undefined
    from govperf.model.target import Target

__all__ = [
    "UNCOMPUTED",
    "actual_html",
    "corrected",
    "indicator_html",
    "rate_html",
    "target_html",
    "undefined_html",
    "word",
]

_SURE = {"exact": "", "at_most": "不超过", "at_least": "不少于", "about": "约"}


def word(said: str = "无法确定") -> Html:
    """That there is no such value (无法确定), or no such rate (无法计算); the reason stands beside it."""
    return badge(said)


UNCOMPUTED: Final = "无法计算"
"""Of a rate, where points and lights are 无法确定 (无法计算)."""


def undefined_html(undefined: Undefined) -> str:
    """A value that is known not to exist, with the reason (无法确定的网页显示)."""
    return frame(block(word(), safe(undefined.explain("zh"))))


def rate_html(rate: Rate) -> str:
    """A rate, and how it came about (比率的网页显示)."""
    said = rate.explain("zh")
    more = [] if said == str(rate) else [muted(said)]
    return frame(block(safe(rate), *more))


def target_html(target: Target) -> str:
    """A target as printed, and what it was taken for (指标值的网页显示)."""
    return frame(titled(target), pairs(_of_target(target)))


def _of_target(target: Target) -> Iterator[tuple[str, object]]:
    yield "类别", "指标值"
    if target.fault is not None:
        yield "读不通", target.fault.explain("zh")
        return
    yield "理解为", _meant(target) or "文字描述，没有可比较的数值"
    if target.inferred:
        yield "说明", "未写明比较关系，按惯例推定"


def _meant(target: Target) -> str:
    sign = target.operator.sign
    if target.upper is not None:
        return f"{target.quantity} {sign} {target.upper}"
    value = target.period if target.quantity is None else target.quantity
    return "" if value is None else f"{sign} {value}"


def actual_html(actual: Actual) -> str:
    """An actual as printed, and what it was taken for (实际完成值的网页显示)."""
    return frame(titled(actual), pairs(_of_actual(actual)))


def _of_actual(actual: Actual) -> Iterator[tuple[str, object]]:
    yield "类别", "实际完成值"
    yield "理解为", _reached(actual) or "文字描述，没有可比较的数值"
    if actual.whole is not None:
        yield "总数", actual.whole
    yield "佐证材料", "、".join([item.title for item in actual.evidence])


def _reached(actual: Actual) -> str:
    if actual.upper is not None and actual.lower is not None:
        return f"{actual.lower} ～ {actual.upper}"
    value = actual.period if actual.quantity is None else actual.quantity
    if value is None:
        return ""
    sure = "" if actual.quantity is None else _SURE[actual.approximation.value]
    return f"{sure} {value}".strip()


def indicator_html(indicator: Indicator) -> str:
    """An indicator, a line for each of its cells that is filled in (指标的网页显示)."""
    return frame(titled(indicator.name), pairs(_of_indicator(indicator)))


_NATURES: Final = {"quantitative": "定量", "qualitative": "定性"}
_WAYS: Final = {"positive": "正向", "reverse": "反向", "exact": "等于"}

_FIELDS = (
    ("target", "指标值"),
    ("actual", "实际完成值"),
    ("weight", "分值"),
    ("reported_rate", "自报完成率"),
    ("reported_points", "自评得分"),
    ("not_applicable", "不适用的原因"),
    ("explanation", "指标解释"),
    ("criteria", "评分标准"),
    ("source", "指标来源"),
    ("target_basis", "指标值设定依据"),
    ("method", "完成值取值方式"),
    ("data_source", "完成值数据来源"),
    ("evidence_required", "佐证资料要求"),
    ("deviation_reason", "偏差原因"),
    ("measures", "改进措施"),
    ("locator", "出处"),
    ("note", "备注"),
)


def _of_indicator(indicator: Indicator) -> Iterator[tuple[str, object]]:
    yield "指标类别", " / ".join(indicator.category)
    yield "指标性质", "" if indicator.nature is None else _NATURES[indicator.nature.value]
    yield "指标方向", "" if indicator.direction is None else _WAYS[indicator.direction.value]
    yield from ((label, getattr(indicator, name)) for name, label in _FIELDS)
    if indicator.award is not None:
        given = indicator.award
        points = "" if given.points is None else f"{given.points:f}分"
        yield "评定", "，".join([part for part in (given.level, points, given.reason, given.by) if part])
    yield from map(corrected, indicator.corrections)


def corrected(item: Correction) -> tuple[str, str]:
    """What a person added or took off, why, and who it was (加减分)."""
    said = message("score.correction", {"points": f"{item.points:+f}", "reason": item.reason}, "zh")
    return "加减分", "，".join(filter(None, (said, item.by)))
