"""What the checks of the family evidence find, and what would settle it (审核文案)."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

__all__ = ["REVIEW_EVIDENCE"]

REVIEW_EVIDENCE: Final[Mapping[str, tuple[str, str]]] = {
    "evidence.points": ("{part} of {whole} points", "{whole}分中的{part}分"),
    "evidence.rows": ("{part} of {whole} actuals", "{whole}项完成值中的{part}项"),
    "finding.evidence-missing": (
        "no evidence for {count} of {of} actuals ({names}); it covers {coverage_en}",
        "{of}项完成值中，{count}项没有佐证材料（{names}）；现有材料覆盖{coverage_zh}",
    ),
    "settle.evidence-missing": (
        "name the document in which each figure is to be found",
        "逐项写明数据所在的材料",
    ),
    "finding.evidence-required": (
        "evidence is asked for ({asked}) and there is none: {names}, rows: {count}",
        "要求提供佐证材料（{asked}），但没有提供：{names}，共{count}项",
    ),
    "settle.evidence-required": (
        "add the evidence, or say why there is none",
        "补充佐证材料，或说明没有的原因",
    ),
    "finding.evidence-date": (
        "all evidence is of another time than {year} ({dates}): {names}, rows: {count}",
        "佐证材料的日期（{dates}）均不在{year}年度的合理范围内：{names}，共{count}项",
    ),
    "settle.evidence-date": (
        "add evidence of the year, or correct the date",
        "补充本年度的材料，或更正日期",
    ),
    "finding.evidence-single": (
        "one document, {title}, supports all {count} actuals at the same place",
        "{count}项完成值都以同一份材料“{title}”的同一处为佐证",
    ),
    "settle.evidence-single": (
        "say for each figure on which page it stands, or add the records behind it",
        "逐项写明所在页码，或补充原始记录",
    ),
    "finding.evidence-survey": (
        "{name}: what is given for it is no survey ({said})",
        "{name}：所列依据（{said}）不是满意度调查",
    ),
    "settle.evidence-survey": (
        "add the survey with its questions, its sample and its result",
        "补充问卷、样本和调查结果",
    ),
    "finding.evidence-twice": (
        "the same file stands under several titles: {titles}",
        "同一文件以不同名称出现：{titles}",
    ),
    "settle.evidence-twice": (
        "keep one title, or add the file that was meant",
        "统一名称，或换上应提供的文件",
    ),
}
