"""Names of faults and burdens, of which less is better; never names of what is done about them."""

import pytest

from govperf.model import Indicator, Operator
from govperf.model.context import says_a_fault

FAULTS = (
    *("药占比", "平均住院日", "感染率", "医院感染率", "辍学率", "流失率", "人才流失率"),
    *("次均费用", "门诊次均费用", "次均费用增幅", "贫血率", "近视率", "出生缺陷率", "受害率"),
    *("森林火灾受害率", "成灾率", "林业有害生物成灾率", "发病率", "病死率", "PM2.5浓度"),
    *("PM2.5年均浓度", "PM10浓度", "细颗粒物（PM2.5）年均浓度", "单位GDP能耗", "能耗", "排放量"),
    *("二氧化碳排放量", "碳排放强度", "噪声", "化肥施用量", "农药使用量", "化肥农药施用量"),
    *("重复率", "返修率", "返工率", "误差", "误差率", "差错率", "不合格率", "产品不合格率"),
    *("不良率", "不良贷款率", "不达标率", "资产负债率", "负债率", "贫困发生率", "恩格尔系数"),
    *("火灾起数", "事故", "事故起数", "安全事故数", "群众投诉", "有效投诉", "投诉件数"),
    *("安全责任事故", "信访件次", "上访率", "上访批次", "平均等候时间", "等待时间", "空置率"),
    *("闲置率", "缺陷率", "逾期率", "违规率", "违法件数", "违纪人数", "舆情事件", "成本控制数"),
    *("负面舆情数量", "违法行为", "投诉量", "培训投诉率", "孕产妇死亡率"),
    *("城镇登记失业率", "漏损率", "未成年人犯罪率", "人居环境整治项目投诉率", "PM2.5"),
)
NO_FAULTS = (
    *("投诉处理率", "投诉办结率", "事故下降率", "降低投诉率", "减少事故起数", "信访化解率"),
    *("查处违法件数", "查处违法案件数量", "治理噪声", "成本控制率", "防治率", "处置舆情事件"),
    *("排查事故隐患", "火灾演练", "消防宣传", "安全培训", "无投诉率", "零投诉", "受理群众投诉"),
    *("受理投诉件数", "不动产登记率", "不间断供电率", "不见面审批率", "减排量", "污染物减排量"),
    *("碳排放强度下降率", "生物农药使用量", "有机肥施用量", "化肥利用率", "排放达标率"),
    *("辍学率降低", "宣传防火", "重大事故应急演练", "事故应急处置率", "发现违法行为"),
    *("违法行为查处率", "失业人员再就业率", "闲置资产盘活率", "误差控制", "缩短等候时间"),
    *("节约能耗", "满意度", "合格率", "完成率", "演练次数", "排放浓度达标率", "信访办结率"),
    *("帮扶失业人数", "近视防控率", "感染者救治率", "投诉响应时间", "事故隐患整改率"),
    *("溶解氧浓度", "数量", "质量", "杜绝安全事故", "未发生事故", "扑救森林火灾起数", "不返贫率"),
)


@pytest.mark.parametrize("name", FAULTS)
def test_less_is_better(name):
    for each in (name, f" {name}（％）", f"{name}(年均)"):
        assert says_a_fault(each)
        target = Indicator(each, category=("产出", "质量"), target="5").target
        assert (target.operator, target.inferred) == (Operator.AT_MOST, True)


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_printed_goes_first(name):
    assert Indicator(name, target="≥5").target.operator is Operator.AT_LEAST
    assert Indicator(name, direction="正向", target="5").target.operator is Operator.AT_LEAST


@pytest.mark.parametrize("name", NO_FAULTS)
def test_more_is_better(name):
    assert not says_a_fault(name)
    assert Indicator(name, category=("产出", "质量"), target="5").target.operator is Operator.AT_LEAST


@pytest.mark.parametrize("deed", ["降低", "减少", "化解", "防控", "杜绝", "零", "无", "处置"])
@pytest.mark.parametrize("name", FAULTS)
def test_what_lowers_a_fault_is_none(deed, name):
    assert not says_a_fault(f"{deed}{name}")


@pytest.mark.parametrize(
    "end", ["处理率", "下降率", "整改率", "办结率", "控制率", "防治宣传次数", "应急演练次数", "治理面积"]
)
@pytest.mark.parametrize("name", FAULTS)
def test_what_is_done_about_a_fault_is_none(name, end):
    assert not says_a_fault(f"{name}{end}")


@pytest.mark.parametrize(
    "name", ["投诉" * 5_000, "（" * 10_000, "未" * 10_000, "PM" * 5_000, "受理" * 5_000 + "投诉件数"]
)
def test_long_names(name):
    assert not says_a_fault(f"{name}情况")
