"""Words of a table (表头用语): what people call each column, and rows that are no indicators."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from unicodedata import normalize

from govperf.errors import InputError
from govperf.units import Unit

__all__ = [
    "FIELDS",
    "LEVELS",
    "TITLES",
    "dated_field_of",
    "field_of",
    "is_remark",
    "is_subtotal",
    "is_total",
    "is_whole_subtotal",
    "plain",
]

LEVELS: Final = ("level1", "level2", "level3", "level4", "level5")
"""Levels of indicators; the last of them that a table has is the indicator, if nothing else names it."""

FIELDS: Final[Mapping[str, str]] = {
    "department": "部门 部门名称 主管部门 预算部门 预算单位 单位名称 department agency",
    "year": "年度 年份 预算年度 评价年度 year",
    "goal": "绩效目标 年度绩效目标 总体目标 年度总体目标 目标内容 goal objective",
    "level1": "一级指标 一级指标名称 一级 第一级指标 level1 firstlevel firstlevelindicator category",
    "level2": "二级指标 二级指标名称 二级 第二级指标 level2 secondlevel secondlevelindicator subcategory",
    "level3": "三级指标 三级指标名称 三级 第三级指标 level3 thirdlevel thirdlevelindicator",
    "level4": "四级指标 四级 level4",
    "level5": "五级指标 五级 level5",
    "name": (
        "指标名称 绩效指标 绩效指标名称 指标 指标内容 具体指标 indicator indicatorname name kpi kpiname"
    ),
    "sign": "运算符号 符号 运算符 比较符 比较符号 sign operator",
    "target": (
        "指标值 年度指标值 年初设定目标值 全年指标值 年初指标值 预期指标值 计划指标值 目标值 "
        "年度目标值 全年目标值 年初目标值 预期目标值 绩效目标值 计划值 年度计划值 预期值 目标 target "
        "targetvalue annualtarget planned plannedvalue"
    ),
    "unit": "计量单位 度量单位 指标单位 单位 unit units unitofmeasure",
    "actual": (
        "实际完成值 全年实际值 完成值 实际值 实际完成 全年完成值 年度完成值 全年实际完成值 "
        "年度实际完成值 实际完成指标值 实际达成值 实际完成情况 完成情况 actual actualvalue "
        "achieved 实际完成数"
    ),
    "actual_unit": "实际完成值单位 完成值单位 实际值单位 实际完成值计量单位 完成值计量单位 actualunit",
    "weight": (
        "分值 权重 满分 标准分 标准分值 指标分值 指标权重 权重分 权重分值 分值权重 权数 满分值 指标分 weight "
        "fullpoints maxpoints maxscore"
    ),
    "reported_rate": "完成率 指标完成率 自评完成率 实际完成率 完成比例 completionrate reportedrate",
    "reported_points": (
        "得分 自评得分 自评分 自评分数 实得分 实际得分 评价得分 评分 score selfscore "
        "reportedpoints reportedscore"
    ),
    "nature": "指标性质 性质 指标类型 定性定量 nature",
    "direction": "指标方向 方向 指标属性 direction",
    "not_applicable": "不适用原因 不适用的原因 notapplicable",
    "explanation": "指标解释 指标说明 指标释义 指标含义 explanation definition",
    "criteria": "评分标准 评扣分标准 评分细则 评分规则 计分标准 扣分标准 criteria",
    "source": "指标来源 source",
    "target_basis": "指标值设定依据 目标值设定依据 设定依据 targetbasis",
    "method": "完成值取值方式 取值方式 method",
    "data_source": "完成值数据来源 数据来源 datasource",
    "evidence_required": "佐证资料要求 佐证材料要求 evidencerequired",
    "deviation_reason": (
        "偏差原因 偏差原因分析 偏差原因分析及改进措施 偏差原因及改进措施 偏差分析及改进措施 "
        "原因分析 未完成原因 未完成原因分析 未完成原因及改进措施 未完成原因分析及改进措施 "
        "未完成原因和改进措施 未完成原因及拟采取的改进措施 未达标原因 deviationreason "
        "reason"
    ),
    "measures": "改进措施 整改措施 拟采取的改进措施 measures",
    "note": "备注 说明 note notes remark remarks comment",
}
"""Field → what its column is called, without blanks, brackets and what joins English words."""

_FIELD_OF: Final = {word: field for field, line in FIELDS.items() for word in line.split()}

TITLES: Final[Mapping[str, tuple[str, str]]] = {
    "department": ("department", "部门"),
    "year": ("year", "年度"),
    "goal": ("goal", "绩效目标"),
    "level1": ("level 1", "一级指标"),
    "level2": ("level 2", "二级指标"),
    "level3": ("level 3", "三级指标"),
    "level4": ("level 4", "四级指标"),
    "level5": ("level 5", "五级指标"),
    "name": ("indicator", "指标名称"),
    "sign": ("sign", "运算符号"),
    "target": ("target", "年度指标值"),
    "unit": ("unit", "计量单位"),
    "actual": ("actual", "实际完成值"),
    "actual_unit": ("actual unit", "实际完成值单位"),
    "weight": ("weight", "分值"),
    "reported_rate": ("reported rate", "完成率"),
    "reported_points": ("reported points", "自评得分"),
    "nature": ("nature", "指标性质"),
    "direction": ("direction", "指标方向"),
    "not_applicable": ("not applicable", "不适用原因"),
    "explanation": ("explanation", "指标解释"),
    "criteria": ("criteria", "评分标准"),
    "source": ("source", "指标来源"),
    "target_basis": ("target basis", "指标值设定依据"),
    "method": ("method", "完成值取值方式"),
    "data_source": ("data source", "完成值数据来源"),
    "evidence_required": ("evidence required", "佐证资料要求"),
    "deviation_reason": ("deviation reason", "偏差原因"),
    "measures": ("measures", "改进措施"),
    "note": ("note", "备注"),
    # what govperf computes; no reader takes them for what a form prints
    "rate": ("computed rate (%)", "核算完成率（%）"),
    "points": ("computed points", "核算得分"),
    "why": ("why undefined", "未核算原因"),
    "codes": ("finding codes", "审核发现代码"),
    # a finding
    "severity": ("severity", "严重程度"),
    "code": ("code", "代码"),
    "place": ("place", "位置"),
    "path": ("path", "路径"),
    "finding": ("finding", "审核发现"),
    "settle": ("what would settle it", "处理建议"),
    "family": ("family", "审核类别"),
    "accepted": ("accepted because", "认可理由"),
}
"""Field → what govperf calls its column, in English and Chinese."""

_LONGEST: Final = 200
"""Characters of a heading that is looked at."""
_BRACKETS: Final = re.compile(r"[(\[【〔][^()\[\]【】〔〕]*[)\]】〕]")
_JOINTS: Final = re.compile(r"[\s_\-:：/、.．]+")


def plain(text: str) -> str:
    """A heading without blanks, brackets and joints (规范的表头).

    Args:
        text: As printed.

    Returns:
        Lower-case; "" of what is too long to be a heading.

    Example:
        >>> plain("实际 完成值（万元）"), plain("Reported_Points")
        ('实际完成值', 'reportedpoints')
    """
    if len(text) > _LONGEST:
        return ""
    return _JOINTS.sub("", _BRACKETS.sub("", normalize("NFKC", text).lower()))


def field_of(heading: object) -> str:
    r"""The field that a column is of (列的含义).

    Args:
        heading: Its name; one that is no text is of none.

    Returns:
        Of `FIELDS`, or "".

    Example:
        >>> field_of("年度指标值\n(人次)"), field_of("Deviation reason"), field_of("经办人")
        ('target', 'deviation_reason', '')
    """
    return _FIELD_OF.get(plain(heading), "") if isinstance(heading, str) else ""


def dated_field_of(heading: object, year: int | None) -> str:
    """The field of a column whose heading begins with a year (带年度的列名): 2023年指标值.

    Args:
        heading: As for `field_of`.
        year: A heading of another year is of no field; None takes any.

    Returns:
        Of `FIELDS`, or "".

    Example:
        >>> dated_field_of("2023年度目标值", None), dated_field_of("2022年指标值", 2023)
        ('target', '')
    """
    found = _DATED.fullmatch(plain(heading)) if isinstance(heading, str) else None
    if found is None or year not in {None, int(found[1])}:
        return ""
    return _FIELD_OF.get(found[2], "")


_DATED: Final = re.compile("([0-9]{4})年度?(.+)")


_TOTALS: Final = frozenset(
    [
        *("合计", "总计", "总分", "总得分", "共计", "总和", "合计得分", "总分合计", "得分合计", "自评总分"),
        *(
            "总计得分",
            "综合得分",
            "总评分",
            "分值合计",
            "指标合计",
            "自评得分合计",
            "累计",
            "合計",
            "總計",
            "總分",
        ),
        *("total", "totals", "grandtotal", "totalscore", "sum", "overall", "all"),
    ]
)
_SUBTOTALS: Final = ("小计", "小計", "subtotal", "subtotals")
_POINTS: Final = re.compile(r"[0-9.]+分?\Z")
_BRACKET_SIGNS: Final = str.maketrans("", "", "()[]【】〔〕")
_REMARK: Final = re.compile(
    r"[*※(（\s]*(?:(?:注|备注|说明|填表说明|填报说明|notes?)\s*[:：.、0-9０-９(（①]"
    r"|(?:填表人|填报人|制表人|审核人|负责人|单位负责人|联系人|联系电话|填表日期|填报日期)\s*[:：])",
    re.IGNORECASE,
)


def is_total(cell: str) -> bool:
    """Whether a cell says that its row is a total (是否合计).

    Args:
        cell: As printed.

    Returns:
        False for 合计人数, and for 合计（人）, which counts something.

    Example:
        >>> is_total("合 计"), is_total("总分："), is_total("合计人数")
        (True, True, False)
    """
    return _POINTS.sub("", plain(cell)) in _TOTALS and _is_of_points(cell)


def _is_of_points(cell: str) -> bool:
    try:
        unit = Unit.in_heading(cell)
    except InputError:  # of two units
        return False
    return unit is None or unit.label == "分"


def is_subtotal(cell: str) -> bool:
    """Whether a cell says that its row is a subtotal (是否小计).

    Args:
        cell: As printed.

    Returns:
        True for 产出指标小计 too.

    Example:
        >>> is_subtotal("小 计"), is_subtotal("产出指标小计"), is_subtotal("小计划数")
        (True, True, False)
    """
    return _opened(cell).endswith(_SUBTOTALS)


def is_whole_subtotal(cell: str) -> bool:
    """Whether a cell says nothing but that its row is a subtotal (是否仅为小计).

    Args:
        cell: As printed.

    Returns:
        False for 产出指标小计.

    Example:
        >>> is_whole_subtotal("小 计"), is_whole_subtotal("小计50分"), is_whole_subtotal("产出指标小计")
        (True, True, False)
    """
    return _opened(cell) in _SUBTOTALS


def _opened(cell: str) -> str:
    """Without the signs of brackets, and the points at its end."""
    return plain(_POINTS.sub("", normalize("NFKC", cell[:_LONGEST]).translate(_BRACKET_SIGNS).strip()))


def is_remark(cell: str) -> bool:
    """Whether a text below a table is a remark (是否表注).

    Args:
        cell: The only text of its row.

    Returns:
        True where it begins as one.

    Example:
        >>> is_remark("注：1.定量指标"), is_remark("注册人数")
        (True, False)
    """
    return _REMARK.match(cell) is not None
