"""What comparisons, what-ifs, ranks and sensitivities say (评价比较的文案)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["COMPARING"]

COMPARING: Final[Mapping[str, tuple[str, str]]] = {
    # --- errors of a what-if
    "data.path": ("nothing that could change stands at {value}", "{value}处没有可以更改的内容"),
    "data.name-unknown": ("no indicator is called {value}", "没有名为{value}的指标"),
    "data.name-several": ("{count} indicators are called {value}", "有{count}个指标名为{value}"),
    "data.replaced": ("another change replaces {value}", "另一处更改已整体替换{value}"),
    "limit.rows": (
        "a sensitivity is computed for at most {limit} indicators, not {count}",
        "敏感性分析最多支持{limit}个指标，现有{count}个",
    ),
    "data.digits": (
        "{value} is no number of digits from 0 to {limit}",
        "{value}不是0至{limit}之间的位数",
    ),
    # --- reasons for an undefined value
    "undefined.contribution": (
        "what the single changes count for cannot be told apart: {reason_en}",
        "各项变化的影响无法分开：{reason_zh}",
    ),
    "undefined.no-figure": (
        "the actual is not one figure that could move: {text}",
        "实际完成值不是可以变动的单一数值：{text}",
    ),
    "undefined.not-by-figure": (
        "the points do not follow from the figure {figure} alone",
        "得分并非只由数值{figure}决定",
    ),
    "undefined.too-fine": (
        "{figure} has too many digits to move by one of them, {digits} after the point",
        "{figure}位数过多，无法按小数点后{digits}位变动",
    ),
    "undefined.never": ("the grade is the same as far as {end}", "变到{end}，等级仍不变"),
    "undefined.no-way": ("{figure} is already at its end", "{figure}已到尽头"),
    "undefined.no-other-weights": ("no other indicator has points to share", "没有其他指标的分值可供调剂"),
    "undefined.no-higher": ("up to {end} points the grade is the same", "升到{end}分，等级仍不变"),
    "undefined.no-lower": ("down to {end} points the grade is the same", "降到{end}分，等级仍不变"),
    "undefined.no-unrounded": (
        "the card does not say its total before rounding",
        "评分结果没有给出未舍入的总分",
    ),
    # --- comparisons
    "cause.target": ("target", "指标值"),
    "cause.actual": ("actual", "实际完成值"),
    "cause.weight": ("weight", "分值"),
    "cause.award": ("award", "评定"),
    "cause.corrections": ("corrections", "加减分"),
    "cause.not_applicable": ("not applicable", "不适用"),
    "cause.adjusted": ("adjusted budget", "全年预算数"),
    "cause.executed": ("expenditure", "全年执行数"),
    "cause.finished": ("finished", "是否完成"),
    "cause.year": ("year", "年度"),
    "cause.standard": ("rule book", "评分标准"),
    "cause.other": ("other reasons", "其他原因"),
    "cause.from-to": ("{cause} {before} → {after} ({points})", "{cause} {before} → {after}（{points}）"),
    "cause.alone": ("{cause} ({points})", "{cause}（{points}）"),
    "change.added": ("{name}: added, {after} ({difference})", "{name}：新增，{after}（{difference}）"),
    "change.removed": (
        "{name}: removed, was {before} ({difference})",
        "{name}：取消，原为 {before}（{difference}）",
    ),
    "change.changed": (
        "{name}: {before} → {after} ({difference}){causes}",
        "{name}：{before} → {after}（{difference}）{causes}",
    ),
    "change.same": ("{name}: {before}, unchanged", "{name}：{before}，没有变化"),
    "change.undefined": ("undefined, {reason}", "无法确定，{reason}"),
    "change.no-difference": ("no difference can be given", "无法计算差额"),
    "change.whole": ("on the whole", "总分调整"),
    "comparison.total": (
        "total: {before} → {after} ({difference}), grade {one} → {other}",
        "总分：{before} → {after}（{difference}），等级“{one}”→“{other}”",
    ),
    "comparison.same-grade": (
        "total: {before} → {after} ({difference}), grade {one} as before",
        "总分：{before} → {after}（{difference}），等级仍为“{one}”",
    ),
    "comparison.undefined": ("total: {before} → {after}", "总分：{before} → {after}"),
    # --- ranks
    "place.ranked": ("{rank}. {name}: {value}", "第{rank}名 {name}：{value}"),
    "place.unranked": ("{name}: no rank, {reason}", "{name}：不排名，{reason}"),
    "place.missing": ("{name}: no rank, {reason}: {rows}", "{name}：不排名，{reason}：{rows}"),
    # --- sensitivities
    "tipping.at": ("{grade} from {first} on", "到{first}变为“{grade}”"),
    "tipping.undefined": ("no grade from {first} on, {reason}", "到{first}没有等级，{reason}"),
    "note.exactly": (
        "{text} is approximate: its tipping points are those of exact figures",
        "{text}为约数，临界点按准确数值测算",
    ),
    "leeway.noted": ("{line} ({notes})", "{line}（{notes}）"),
    "leeway.row": (
        "{name}: actual down: {down}; up: {up}; weight down: {lighter}; up: {heavier}",
        "{name}：完成值降低：{down}；提高：{up}；分值减少：{lighter}；增加：{heavier}",
    ),
    "leeway.budget": ("{name}: down: {down}; up: {up}", "{name}：执行数减少：{down}；增加：{up}"),
    "sensitivity.total": (
        "total {total}, grade {grade}; another grade after a loss of: {loss}; a gain of: {gain}",
        "总分 {total}，等级“{grade}”；失分多少等级改变：{loss}；得分多少等级改变：{gain}",
    ),
    "sensitivity.undefined": ("total: undefined, {reason}", "总分：无法确定，{reason}"),
}
