"""What stands around a cell (单元格的上下文): the unit in the name of an indicator, and what is inferred."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from govperf.errors import UnitError
from govperf.model.burdens import says_a_fault
from govperf.units import Quantity, Unit

__all__ = [
    "blank",
    "heading_of",
    "is_duration",
    "may_be_a_part",
    "says_a_day",
    "says_a_fault",
    "says_a_limit",
    "says_a_saving",
]

_SAYS_A_UNIT: Final = re.compile(r"[(（\[【/／:：%％‰]|\s")
"""What every heading with a unit has; most names have none of it."""

_SAVING: Final = re.compile(
    "(?<![不未])(?:节约|节省|节支|节能|节水|节电|降低|下降|压减|压缩|压降|减少|缩减|削减|核减|审减)(?!型|后|管)"
    "|收益率|回报率|到位率|利用率"
)
"""A cost that is to be as large as may be; a 节约型 building and a cost 压减后 are costs like any other."""

_A_COST: Final = re.compile(r"(?:成本|支出|投入|单价|造价|价格)(?:[（(].*)?\Z")

_LESS_OF_IT: Final = re.compile(
    "(?<![不未])(?:节约|节省|降低|减少|压减|压缩|压降|缩减|削减)(?:了|的)?(?:项目|财政|运行|运营|行政|工程|建设|生产|人工|人力|管理|采购|社会"
    "|企业|群众|办事|办公|资金|经济|交易|物流|养护|维护|时间|总){0,2}(?:成本|支出|投入|费用)(?:[（(].*)?\\Z"
)
"""节约成本 is how much is saved; 节约用电成本 may be what the saving costs."""

_WELCOME: Final = re.compile("最低工资|低保标准|最低生活保障标准|自筹资金|社会资本|配套资金")
"""Money among the costs that nobody wants less of."""

_LIMIT: Final = re.compile(
    "时限|办理|办结|响应|处理|处置|反馈|答复|回复|审批|审核|受理|送达|到达|抢修|修复|完成时间|用时|耗时|等待|工期|周期"
)
_LASTING: Final = re.compile(
    "提前|缩短|压缩|压减|节约|节省|减少|质保|保修|运行|开放|公示|服务|培训|保存|保质|管护|有效|无故障|连续|存续"
)
"""What is to last, or time that is won: the more the better."""

_TIMES: Final = tuple(Unit.of(name).dimension for name in ("天", "月", "工作日"))


def blank(value: object) -> bool:
    """Whether a cell of a column is not filled in (空单元格).

    Args:
        value: A text or what else a cell may be given as.

    Returns:
        True for a text without anything in it.

    Example:
        >>> blank(" "), blank("≥")
        (True, False)
    """
    return isinstance(value, str) and not value.strip()


def heading_of(name: str) -> Unit | None:
    """The unit that the name of an indicator says (指标名称中的单位).

    Args:
        name: Of the indicator.

    Returns:
        The unit; None where it says none, or two.

    Example:
        >>> heading_of("仓库面积（平方米）"), heading_of("投资（万元）（元）")
        (Unit.of('平方米'), None)
    """
    if not _SAYS_A_UNIT.search(name):
        return None
    try:
        return Unit.in_heading(name)
    except UnitError:  # it names two
        return None


def may_be_a_part(*figures: Quantity | None) -> bool:
    """Whether a percentage may be meant as a part of one (可能是比例), such as 0.95 or 0.8-0.9 under %.

    Args:
        figures: What a heading made of a cell.

    Returns:
        True where one of them is a percentage or the like, and not above one.

    Example:
        >>> may_be_a_part(Quantity("0.95", "%")), may_be_a_part(Quantity(95, "%"), None)
        (True, False)
    """
    parts = [figure for figure in figures if figure is not None and figure.unit.is_ratio]
    return any(0 < abs(part.magnitude) <= 1 and part.unit.factor < 1 for part in parts)


def is_duration(figure: Quantity | None) -> bool:
    """Whether a quantity is a length of time (时长), such as 3天, 2小时, 5个工作日 or 6个月.

    Args:
        figure: Of a target, or None.

    Returns:
        False for 3天/次 too.

    Example:
        >>> is_duration(Quantity(5, "工作日")), is_duration(Quantity(5, "次"))
        (True, False)
    """
    return figure is not None and len(figure.unit.atoms) == 1 and figure.unit.dimension in _TIMES


@lru_cache(maxsize=512)  # a row is asked when it is made, and again by a review
def says_a_saving(name: str) -> bool:
    """Whether a name says that something is saved or gained (是否节约类指标), so that more of it is better.

    Args:
        name: Of the indicator.

    Returns:
        True for 成本节约率, 节约成本 and the like, and for 自筹资金 and 低保标准; 节约用电成本 and 补助标准
        are costs.

    Example:
        >>> says_a_saving("成本节约率"), says_a_saving("节约成本"), says_a_saving("单位成本")
        (True, True, False)
    """
    if _WELCOME.search(name) or _LESS_OF_IT.search(name):
        return True
    return _SAVING.search(name) is not None and _A_COST.search(name) is None


def says_a_limit(name: str) -> bool:
    """Whether a name says that a length of time is a limit (是否时限类指标), so that less of it is better.

    Args:
        name: Of the indicator.

    Returns:
        True for 办理时限, 故障响应时间 and the like; 提前办结天数 and 服务期限 are none.

    Example:
        >>> says_a_limit("办理时限"), says_a_limit("设备正常运行时间"), says_a_limit("提前办结天数")
        (True, False, False)
    """
    return _LIMIT.search(name) is not None and _LASTING.search(name) is None


_DAY: Final = re.compile(
    "(?:完成|完工|竣工|开工|建成|投产|投用|使用|验收|支付|拨付|发放|交付|上线|启动|截止|办结|报送)(?:的)?(?:时间|日期|时限|时点|节点)"
    "|日期|截止时间|时间节点"
)


def says_a_day(name: str) -> bool:
    """Whether a name asks when something is done (是否时点类指标), and not how long it takes.

    Args:
        name: Of the indicator.

    Returns:
        True for 完成时间 and 竣工日期; 运行时间 and 办理时限 are lengths of time.

    Example:
        >>> says_a_day("项目完成时间"), says_a_day("运行时间")
        (True, False)
    """
    return _DAY.search(name) is not None
