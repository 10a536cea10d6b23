"""Names that count what should not be (差错类、负担类指标名称): 投诉率, 药占比, 平均住院日, 事故起数."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

__all__ = ["says_a_fault"]

_NOTE: Final = re.compile(r"[（(][^（()）]{0,40}[)）]?\Z")
"""A unit or a remark behind the name."""

_COUNTED: Final = (
    "(?:比率|率|占比|比例|总数|数量|起数|次数|件数|人数|件次|批次|人次|批数|例数|宗数|总量|数|量)"
)

# What is bad of itself, be it counted or named.
_BAD: Final = (
    "投诉|差错|错误|误差|事故|伤亡|死亡|病死|发病|患病|感染|失业|违规|违纪|违法|逾期|超期|延误|超标|返工|返修"
    "|故障|发案|犯罪|信访|上访|流失|辍学|损耗|漏损|缺陷|受害|成灾|返贫|贫血|近视|火灾|重复|空置|闲置"
    "|群体性事件|负面舆情|舆情事件|不良事件"
)
_OF_IT: Final = "(?:(?:行为|案件|事件|问题)?(?:发生)?)"
_NAMED: Final = (
    "投诉|事故|火灾|误差|负面舆情|舆情事件|群体性事件|不良事件|违规行为|违法行为|违纪行为|违法违纪|违纪违法"
)
# Not to be taken for a negation of what is good: 不动产, 不间断, 不见面.
_NOT: Final = "[不未](?:合格|达标|良|满意|及时|规范|符合|准确|到位|通过|及格|合规|正确|完成)"
_OTHERS: Final = (
    r"药占比|平均住院(?:日|天数)|贫困发生率|恩格尔系数|基尼系数|负债率|成本控制数"
    r"|次均(?:门诊|住院|诊疗|医疗|药品){0,2}费用(?:增幅|增长率|增长幅度|涨幅)?"
    r"|(?:PM\s*(?:2\.5|10|₂\.₅|₁₀)|颗粒物|二氧化硫|二氧化氮|臭氧|氨氮|总磷|总氮|化学需氧量|COD|污染物)"
    r"(?:[（(][^（()）]{1,8}[)）])?(?:年|月|日)?(?:平均|均)?(?:排放)?浓度"
    r"|\APM\s*(?:2\.5|10|₂\.₅|₁₀)|排放(?:总量|量|强度)|(?:能|电|水|煤|物)耗(?:总量|强度|水平)?"
    r"|能源消耗(?:总量|量|强度)|噪[声音](?:值|分贝|强度|水平)?"
    r"|(?<!生物)(?<!低毒)(?<!高效)(?:化肥|农药)(?:施用|使用)(?:总量|量|强度)"
    r"|(?:等候|等待|排队|候诊)(?:时间|时长)"
)
_FAULT: Final = re.compile(
    f"(?:(?:{_BAD}){_OF_IT}{_COUNTED}|(?P<named>{_NAMED})"
    rf"|{_NOT}(?:品|产品|贷款|反应|资产|项目)?(?:发生)?(?:率|比例|占比)|{_OTHERS})\Z"
)

_FEWER: Final = re.compile(
    "下降|降低|降幅|减少|减轻|缩短|压缩|压降|节约|节省|处理|处置|办结|查处|整改|调查|化解|控制(?!数\\Z)|防控|防治|排除|修复"
    "|避免|杜绝|防止|防范|预防|遏制|[无零]|不(?!合格|达标|良|满意|及时|规范|符合|准确|到位|通过|及格|合规|正确|完成)"
    "|未(?!成年|合格|达标|满意|及时|规范|符合|到位|通过|及格|完成)"
)
"""What makes less of a fault, or says that there is none."""

_DONE_TO_IT: Final = re.compile(
    "(?:受理|办理|接收|接待|解决|治理|整治|演练|宣传|培训|打击|查办|侦办|侦破|调解|调处|核查|排查|监测|监督|清理|盘活"
    "|扑救|扑灭|救治|救助|帮扶|安置|慰问|干预|曝光|追究|处罚|发现|检出|识别|纠正|复核|评估|教育)"
    "(?:(?!项目|工程|工作|服务|期间|过程).){0,4}\\Z"
)
"""Work that is done on faults, of which there may be as much as there are faults."""

_RATES: Final = ("率", "比例", "占比", "浓度")


@lru_cache(maxsize=512)  # a row is asked when it is made, and again by a review
def says_a_fault(name: str) -> bool:
    """Whether a name counts what should not be (是否差错类指标), so that less of it is better.

    Args:
        name: Of the indicator.

    Returns:
        True for 投诉率, 事故起数, 药占比 and the like; 投诉办结率, 事故下降率 and 排查事故起数 are none.

    Example:
        >>> says_a_fault("投诉率"), says_a_fault("事故起数（起）"), says_a_fault("不合格率")
        (True, True, True)
        >>> says_a_fault("投诉办结率"), says_a_fault("受理投诉件数"), says_a_fault("不动产登记率")
        (False, False, False)
    """
    plain = _NOTE.sub("", name.strip()).rstrip()
    found = _FAULT.search(plain)
    if found is None or _FEWER.search(plain):
        return False
    return plain.endswith(_RATES) or _DONE_TO_IT.search(plain, 0, found.start()) is None
