"""Labels in a cell (数值前后的说明): 完成率≥95%, 人均≥650元, 月≥2次, 100%完成.

A label is left out only where the same is said without it. One that holds a word which may turn the meaning,
and no harmless word around it, makes the cell prose.
"""

from __future__ import annotations

import re
from typing import Final

from govperf.model.operators import NEGATION

__all__ = ["counted", "is_harmless", "rate_of", "wants_less", "without_deed"]

_SEVERAL_OR_COMPARED: Final = re.compile(
    r"[0-9０-９〇零一二两三四五六七八九十百千万亿每均各比较上同降增]|提高|提升|减少|超"
)
"""More figures, one for each of several things, or a change against another figure."""

_HARMLESS: Final = re.compile(
    "占比|比例|比重|合同|协同|共同|上报|上线|上门|上岗|上级|网上|线上|一次性|一次(?=验收|合格|通过|交验|办结)"
    "|第三方|三公|三农|百姓|新增|(?<![人户家亩村班车次])平均|一般|统一|一体化|一站式"
    "|无害化|无障碍|未成年|非遗|非税|免费|免疫|避险|避难|防火|防汛|防控|防治|防疫|消防|预防"
)
"""Words that say nothing of the kind, though they hold a character that may."""

_EACH: Final = re.compile("[每均]")
_PERIODS: Final = frozenset(["年", "季", "季度", "月", "旬", "周", "日", "天"])
_OF_THE_YEAR: Final = re.compile("(?:全|本|当|年)年度?|年度")
_OF_A_PERIOD: Final = re.compile(
    "[年季月旬周](?!轻|龄|边|期|转)|日(?!常)|天(?!然)|.*(?:[按单当][年季月旬周日天]|[季月]度)"
)


def counted(label: str) -> str | None:
    """How often or for whom a label says that a figure holds (计数口径).

    Args:
        label: What stands before the operator.

    Returns:
        What belongs before the number, such as 人均, or 每月 for 月; None for a label that says nothing of
        it.

    Example:
        >>> counted("人均"), counted("月"), counted("平均满意度")
        ('人均', '每月', None)
    """
    if label in _PERIODS:
        return f"每{label}"
    return label if _EACH.search(_HARMLESS.sub("", label)) else None


def is_harmless(label: str) -> bool:
    """Whether the same is said without a label (是否可略去).

    Args:
        label: What stands before the operator or the number.

    Returns:
        False for a negation, a comparison, a second number, or a period that is counted by.

    Example:
        >>> is_harmless("验收合格率"), is_harmless("同比"), is_harmless("年培训"), is_harmless("严禁")
        (True, False, False, False)
    """
    rest = _HARMLESS.sub("", label)
    if NEGATION.search(rest) or _SEVERAL_OR_COMPARED.search(rest):
        return False
    return label.endswith(_ENDS_OF_RATES) or not _OF_A_PERIOD.match(_OF_THE_YEAR.sub("", rest))


_ENDS_OF_RATES: Final = ("率", "满意度", "比例", "占比", "比重")
_RATE: Final = re.compile(
    r"(?P<label>[^0-9０-９%％]{0,40}?(?:率|(?<![年季月])度|比例|占比|比重)|(?:已|全部|按时|按期|如期){0,2}完成)"
    r"\s*(?:[:：为是]\s*)?(?P<rest>[^\s].*)"
)


def rate_of(text: str) -> tuple[str, str] | None:
    """A label that names a rate, and what follows it (比率及其名称).

    Args:
        text: Such as 完成率100%.

    Returns:
        The label and the rest; None for any other text, and for a label that may change what is meant.

    Example:
        >>> rate_of("合格率：98.5%"), rate_of("不合格率：1.5%")
        (('合格率', '98.5%'), None)
    """
    found = _RATE.fullmatch(text)
    return (found["label"], found["rest"]) if found and is_harmless(found["label"]) else None


_LESS: Final = re.compile(
    "[差错误漏损耗缺欠退费]|成本|经费|支出|人员|投诉|事故|伤亡|死亡|病|逾期|滞|流失|失业|空置|闲置|故障|违"
    "|犯罪|发案|复发|压减|控制|负债|债务|贫困|风险|含|湿|浓|坡|裁|污染|排放|结转|结余|变动|波动|调整|集中"
    "|占比|比重"
)


_MORE: Final = re.compile(
    "完成|达成|合格|达标|达到|覆盖|满意|通过|及时|按时|按期|到位|准确|正确|真实|兑现|落实|办结|知晓|就业|参与|入学|巩固"
    "|普及|利用|使用|成活|保存|优良|优秀|良好|规范|公开|响应|回复|答复|发放|拨付|支付|执行|受益|签约|履约|上线|竣工|验收"
    "|正常|完好|保障|收缴|征收|入库|出勤|到课|毕业|升学|治愈|接种|参保|参合|建档|签订|推广|转化|回收|处置|处理|整改|清零"
    "|安装|更新|开通|联网|在线|合规|支持|认可|信任|幸福|好评|点赞|关注"
)


def wants_less(label: str) -> bool:
    """Whether it is open if more or less of a rate is the better (是否可能越小越好).

    Args:
        label: That names the rate.

    Returns:
        True where ≥ cannot be inferred: for every rate that is not known to be better the more it is.

    Example:
        >>> wants_less("差错率"), wants_less("完成率")
        (True, False)
    """
    return _LESS.search(label) is not None or _MORE.search(label) is None


_DEED: Final = re.compile(
    r"(?<=[%％])\s*(?:全部|全面|全|按时|按期|如期|及时|足额){0,2}(?:完成|达标|到位|合格|覆盖|发放|落实|兑现|通过|满意|办结)\Z"
)


def without_deed(text: str) -> str:
    """A percentage without what is done to so many (去掉百分比后的动词).

    Args:
        text: Such as 100%完成.

    Returns:
        The text itself where it has none.

    Example:
        >>> without_deed("100%按时完成"), without_deed("5%不合格")
        ('100%', '5%不合格')
    """
    return _DEED.sub("", text)
