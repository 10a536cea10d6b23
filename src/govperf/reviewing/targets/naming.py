"""What the name of an indicator says of its figure (指标名称的含义): a share, a rate, a change, a support."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["is_change", "is_percentage", "is_share", "is_support"]

_SHARES: Final = (
    "合格|达标|及时|准时|按时|按期|准确|正确|知晓|入学|巩固|升学|毕业|成活|完好|优良|优秀|优质|通过|合规|规范|公开|办结|整改"
    "|兑现|签约|履约|出勤|到课|治愈|接种|好评|支持|回复|响应|满意|到位|覆盖|普及|就业|参保|发放|验收|落实|保存|完整|有效"
)
_SHARE: Final = re.compile(f"(?:{_SHARES})(?:率|比例|比率)|满意度|知晓度|认可度")
_NO_SHARE: Final = re.compile(
    "毛入学|拨备|流动性|偿|利息|准备金|资金|经费|投资|收入|电话|手机|移动|宽带|人次|倍|增|降|提升|提高|完成"
)
"""What may well be above 100 %, though its name ends like a share: gross enrolment, provisions, funds."""


def is_share(name: str) -> bool:
    """Whether a name says that the figure is a part of a whole (是否占比类指标), so that 100 % is the most.

    Args:
        name: Of the indicator.

    Returns:
        False for what may exceed 100 %, such as 完成率, 增长率, 毛入学率, and for any name not known.

    Example:
        >>> is_share("验收合格率"), is_share("任务完成率"), is_share("满意度增幅")
        (True, False, False)
    """
    return _SHARE.search(name) is not None and _NO_SHARE.search(name) is None


_PERCENTAGE: Final = re.compile(
    "(?<![频功速倍汇税利亡病生效概斜])率(?![先领队])|比例|占比|比重|满意|知晓度|认可度"
)


def is_percentage(name: str) -> bool:
    """Whether a name says that the figure is a percentage (是否百分比类指标), whatever it may reach.

    Args:
        name: Of the indicator.

    Returns:
        False for rates with units of their own, such as 死亡率, 频率, 利率.

    Example:
        >>> is_percentage("完工比例"), is_percentage("学生满意情况"), is_percentage("死亡率")
        (True, True, False)
    """
    return _PERCENTAGE.search(name) is not None


_CHANGE: Final = re.compile(
    "增|长率|升|降|减|幅|速|变动|变化|同比|环比|收益|利润|盈|亏|回报|节约|节省|节支|结余|温|差额"
)


def is_change(name: str) -> bool:
    """Whether a name says that the figure may be below zero (是否变动类指标): a change, a gain, a saving.

    Args:
        name: Of the indicator.

    Returns:
        True also for 新增, of which nobody knows.

    Example:
        >>> is_change("税收增长率"), is_change("成本节约率"), is_change("培训场次")
        (True, True, False)
    """
    return _CHANGE.search(name) is not None


_SUPPORT: Final = re.compile("补|助|奖|贴|救|慰问|待遇|工资|薪|标准|发放|保障|收|产值|效益|投入|投资|投劳|筹")


def is_support(name: str) -> bool:
    """Whether a name says that money is given or brought in (是否补助或收入类指标): more may be better.

    Args:
        name: Of an indicator of cost.

    Returns:
        True for 人均补助标准, 资金投入 and the like.

    Example:
        >>> is_support("人均补助标准"), is_support("项目总成本")
        (True, False)
    """
    return _SUPPORT.search(name) is not None
