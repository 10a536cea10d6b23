"""Two published documents stand in examples/documents whole: every figure of them, in our own words.

The demo prints a part of each: what can be measured or added up. The facts are typed here once more.
"""

import re
from importlib.resources import files
from pathlib import Path

import pytest

import govperf as gp

FOLDER = Path(__file__).parents[2] / "examples" / "documents"
GUANGZHOU, PANYU = NAMES = "guangzhou-emergency-2020", "panyu-emergency-2021"

FIGURES = {
    GUANGZHOU: """
# 部门整体支出绩效目标
# 安全生产责任体系
安全生产责任体系 | 完善监管责任体系 | 已通报各级执法情况
# 隐患排查治理
隐患排查治理 | 提高监测预警能力 | 平台全年运行，专项整治持续推进
网上巡查的企业档案 | - | 1539家
维护属性的生产企业 | - | 97家
维护属性的经营企业 | - | 1549家
维护属性的使用企业 | - | 1301家
维护属性的烟花爆竹企业 | - | 135家
维护属性的运输企业 | - | 111家
维护属性的城镇燃气企业 | - | 68家
维护属性的危险源企业 | - | 56家
平台每日应用通报 | - | 251期
平台应用综报 | - | 8期
平台监控周报 | - | 52期
平台监控月报 | - | 12期
平台上线培训 | - | 31场次
平台培训参训企业 | - | 4209家
平台培训参训人员 | - | 4523人
开展专项整治的单位 | - | 33个
专项整治的行业领域 | - | 41个
成立检查组 | - | 13003个
督导检查 | - | 15686次
检查企业单位 | - | 15507家次
排查隐患 | - | 22.2万170项
督导问题 | - | 19596次
行政处罚 | - | 31321次
专项整治罚款 | - | 10147.59万元
责令停业整顿 | - | 790家
关闭取缔 | - | 17家
移送司法机关 | - | 31人
约谈警示 | - | 366次
联合惩戒企业 | - | 45家
紧急协调播发预警 | - | 18次
预警提示短信 | - | 3.87亿人次
# 节假日值守
节假日值守 | 构筑风险防控体系 | 领导值守15次
领导参加值守 | - | 15次
# 应急指挥中心
应急指挥中心 | 建设现代化指挥中心 | 建设方案通过审议
指挥中心选址确定 | - | 2020年7月底
指挥中心场地 | - | 近7000平方米
指挥中心投资 | - | 近1.5亿元
# 应急体制机制
应急体制机制 | 理顺应急体制 | 修订总体预案，研究值守标准
# 重点行业企业委托检查数
重点行业企业委托检查数 | 342家 | 342家
检查粉尘涉爆企业 | - | 150家
检查有限空间作业企业 | - | 150家
检查液氨制冷企业 | - | 42家
# 应急管理改革
应急管理改革 | 简化许可手续 | 办理许可665宗、备案802宗
办理许可 | - | 665宗
办理备案 | - | 802宗
核发特种作业证 | - | 55569张
# 线下培训参训规模
线下培训参训规模 | 推动社会共治 | 2780人次
媒体发布应急信息 | - | 近540条
地铁公交公益广告 | - | 500块
五进宣传活动 | - | 140次
线上培训课程 | - | 13门
线上课程浏览 | - | 55万多次
线下培训课程 | - | 7次
# 年度主要支出计划
# 媒体发布应急管理信息
媒体发布应急管理信息 | 不少于60条 | 近540条
# 公益海报和广告
公益海报和广告 | 在媒体投放安全广告 | 500块
# 安全宣传“五进”活动
安全宣传“五进”活动 | 按上级要求开展五进活动 | 140次
# 体验中心工程进度
体验中心工程进度 | 100% | 实体馆拆除基本完成，虚拟馆完成招标
# 移动馆运营
移动馆运营 | 备货运营 | 通过初步验收
# 舆情监测周报
舆情监测周报 | 每周1期 | 49期
舆情每日快报 | - | 257份
舆情简报和专报 | - | 17份
# 年度培训计划
年度培训计划 | 9次 | 9次
# 安全生产基础培训
安全生产基础培训 | 对基层人员开展专项培训 | 1次
# 官微官网正常运行天数
官微官网正常运行天数 | 366天 | 366天
微信公众号关注用户 | - | 245448人
微博关注用户 | - | 38061人
微信公众号关注用户同比 | - | 2155.54%
微博关注用户同比 | - | 5.725%
微信微博推文 | - | 1509条
微信微博推文同比 | - | 45.66%
官网浏览 | - | 753605次
官网浏览同比 | - | 61.92%
# 培训质量
培训质量 | 课程安排合理 | 内容安排合理
危险化学品培训板块 | - | 六个
危险化学品培训科目 | - | 13个
# 监督检查计划完成率
监督检查计划完成率 | 100% | 100%
检查生产经营单位 | - | 43.7万家次
查处安全隐患 | - | 36.15万项
实施行政处罚 | - | 7529次
经济罚款 | - | 7438.34万元
# 法律顾问使用效率
法律顾问使用效率 | 达到100% | 100%
审查政府合同 | - | 126份
参与行政诉讼应诉 | - | 6宗
# 行政复议和应诉
行政复议和应诉 | 按时完成 | 按时完成
受理的行政复议 | - | 16宗
作为被申请人的行政复议 | - | 0宗
作为被告的行政诉讼 | - | 4宗
负有应诉责任的行政诉讼 | - | 1宗
# 危化监管一体化服务
危化监管一体化服务 | 引入驻点技术服务 | 上半年签订合同
平台合同服务期 | - | 2020年7月1日-2021年6月30日
# 危化监管能力
危化监管能力 | 第三方提出指导意见 | 每半年提交验收报告1份
平台验收报告 | - | 每半年1份
# 事故处理完成率
事故处理完成率 | ≥95% | 75%
处理完成的事故 | - | 3次
年度发生的事故 | - | 4次
# 应急管理规划编制
应急管理规划编制 | 开展规划编制 | 完成初稿并征求意见
# 防震减灾执法台站
防震减灾执法台站 | 每半年1个 | 2个
荔湾白鹤洞台站执法监察 | - | 2020年4月17日
白云江夏台站执法监察 | - | 2020年8月14日
# 地震台网故障响应时间
地震台网故障响应时间 | 24小时以内 | 78次中77次
# 森林消防应急队伍
森林消防应急队伍 | 两支 | 两支
# 森林火灾应急演练
森林火灾应急演练 | 开展应急预案演练 | 举办实战演习1场
森林火灾演习日期 | - | 2020年12月11日
区专业森林消防队 | - | 4支
镇森林消防队 | - | 4支
参演人员 | - | 200多人
""",
    PANYU: """
# 部门整体支出绩效目标
# 安全监管工作任务
专项隐患排查 | 降低事故数量 | 事故起数下降，亡人数上升
生产安全事故起数 | - | 22起
生产安全事故死亡人数 | - | 22人
生产安全事故起数同比 | - | -26.7%
事故亡人数同比 | - | 10%
安全宣传 | 扩大宣传面 | 派发海报和读本，开展宣讲
刑法修正案海报 | - | 1000份
应急条例读本 | - | 2000本
安全生产法读本 | - | 30000本
安全生产法宣讲 | - | 超过500场次
开展安全文化创建的企业 | - | 196家
市级安全文化示范单位 | - | 3家
# 编外人员管理
专职安监员配置 | 420人 | 420人
专职安监员待遇 | - | 7万元/人、年
森林消防队员经费每年增长 | - | 4%
森林消防队员待遇 | - | 10.67万元/人
# 年度重点工作
# 领导重视
研究安全工作的区委常委会和区政府常务会议 | - | 30次
# 监管合力
平安早报警示信息 | - | 250条
安全生产正能量信息 | - | 624条
联合执法检查模块 | - | 25个
联合执法检查重点 | - | 36个
联合执法检查内容 | - | 175项
联合执法行动 | - | 33次
检查建筑工地 | - | 40家次
工地隐患 | - | 790项
停工工地 | - | 5个
约谈单位责任人 | - | 60余人次
扣分处罚的单位 | - | 7个
扣分处罚的责任人 | - | 22名
工地执法立案 | - | 14宗
工地执法罚款 | - | 78万元
事故调查 | - | 17起
移送公安机关追究刑责 | - | 14人
行政处罚的责任单位 | - | 15家
行政处罚的责任人 | - | 10名
事故调查罚款 | - | 超过240万元
# 三年行动
改造残旧燃气管道 | - | 4107米
涉地下工程安全评估 | - | 42个
搬停高风险布匹仓库 | - | 106家
# 应急基础
细化应急处置的方面 | - | 11个
专业应急救援队 | - | 6支
专业应急保障队 | - | 13支
应急救援队员 | - | 667名
避护场所 | - | 193处
救灾物资 | - | 313.7万元
大型应急演练 | - | 108场次
参演人员 | - | 8200人次
气象灾害应急责任人 | - | 3.1万人
灾害性天气预警信号 | - | 145次
气象信息快报和专报 | - | 32期
气象预报预警信息 | - | 1761条
预报预警信息受众 | - | 804万人次
每日在岗带班 | - | 24小时
# 打非治违
检查企业 | - | 12.37万家次
排查整治隐患 | - | 21.95万项
立案 | - | 3339宗
罚款 | - | 1875.9万元
收缴非法危险化学品 | - | 36.4吨
收缴成品油 | - | 402.6吨
收缴爆竹制品 | - | 6.1吨
收缴燃气瓶 | - | 936个
查扣危运车 | - | 237台
行政或刑事拘留 | - | 106人
# 火灾隐患
整改火灾隐患 | - | 13万个
三合一场所搬离 | - | 2811家
三合一场所搬离人员 | - | 4661人
开设逃生口 | - | 1.35万个
落实防火分隔 | - | 8700家
清理违规停放充电的电动车 | - | 5.16万台
安装联网火灾报警器 | - | 3.1万个
制定预案的山头 | - | 48个
拆除山边违法建筑 | - | 94处
拆除山边违法建筑面积 | - | 3.53万平方米
森林防火隔离带 | - | 59.89公里
# 重点领域
安装视频监控的货运企业 | - | 111家
安装视频监控的货运车辆 | - | 2159辆
检查工伤事故企业 | - | 4516家次
工伤事故企业隐患 | - | 1万余条
责令停产停业 | - | 7家
检查有限空间单位 | - | 1.4万家次
有限空间隐患 | - | 5129项
有限空间立案 | - | 16宗
有限空间罚款 | - | 46.3万元
# 宣传教育
""",
}
"""A line is an indicator: its name, its target, "-" for none, and its actual; # is a goal."""

CHECKS = {
    GUANGZHOU: """
equal 委托检查企业 342家 = 粉尘涉爆 150家 + 有限空间 150家 + 液氨制冷 42家
equal 台网设备维修 78次 = 测震 30次 + 前兆 42次 + 强震 1次 + 台网中心 5次
equal 台网故障响应 78次 = 24小时以内 77次 + 超过24小时 1次
equal 处理完成的事故 3次 = 2019年12.1 1次 + 2019年12.26 1次 + 2020年4.24 1次
equal 2020年发生的事故 4次 = 4.24 1次 + 11.6 1次 + 11.23 1次 + 12.3 1次
""",
    PANYU: """
equal 本年收入 3,678.76万元 = 一般公共预算财政拨款 3,508.66万元 + 事业收入 18.18万元 + 其他收入 151.92万元
equal 基本支出 2,367.28万元 = 人员经费 2,165.98万元 + 公用经费 201.30万元
broken 本年支出 3,678.76万元 ≠ 基本支出 2,367.28万元 + 项目支出 1,310.79万元 = 3,678.07万元，相差 0.69万元
broken 年末结转结余 0.88万元 ≠ 年初结转结余 0.19万元 + 本年收入 3,678.76万元 - 本年支出 3,678.76万元\
 = 0.19万元，相差 0.69万元
equal 安全生产正能量信息 624条 = 镇街 295条 + 部门 201条 + 区属公有企业 128条
equal 事故调查 17起 = 道路交通 13起 + 建筑施工和其他行业 4起
""",
}

digit = re.compile(r"\d").search


def document(name):
    return gp.from_json((FOLDER / f"{name}.json").read_bytes(), gp.Evaluation)


def demo(name):
    return gp.from_json((files("govperf") / "data" / f"{name}.json").read_bytes(), gp.Evaluation)


def cells(indicator):
    target, actual = indicator.target, indicator.actual
    return indicator.name, "-" if target is None else target.text, actual.text


def lines(goals):
    """A line a goal and a line an indicator, in the order of the document."""
    for goal in goals:
        yield f"# {goal.text}"
        yield from (" | ".join(cells(indicator)) for indicator in goal.indicators)
        yield from lines(goal.goals)


def test_there_are_two_and_no_others():
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_file_is_as_govperf_writes_it(name):
    text = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
    assert gp.to_json(gp.from_json(text, gp.Evaluation)) + "\n" == text


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_stands_in_the_file(name):
    assert list(lines(document(name).goals)) == FIGURES[name].strip().split("\n")


def test_every_figure_is_read():
    """As a quantity or a date; four actuals that we sum up in prose repeat or count figures beside them."""
    rows = [row for name in NAMES for _, row in document(name).indicators() if digit(row.actual.text)]
    unread = [row.actual.text for row in rows if row.actual.quantity is None and row.actual.period is None]
    assert unread == ["领导值守15次", "办理许可665宗、备案802宗", "每半年提交验收报告1份", "举办实战演习1场"]


@pytest.mark.parametrize("name", NAMES)
def test_cross_checks(name):
    checks = gp.cross_checks(document(name))
    assert [f"{check.verdict.value} {check.explain()}" for check in checks] == CHECKS[name].strip().split(
        "\n"
    )


@pytest.mark.parametrize("name", NAMES)
def test_demo_prints_a_part_of_the_document(name):
    """No figure is told in two ways: what the demo has is in the document, and is the same there."""
    part, whole = demo(name), document(name)
    assert {cells(row) for _, row in part.indicators()} <= {cells(row) for _, row in whole.indicators()}
    assert set(part.breakdowns) <= set(whole.breakdowns)
    for field in ("year", "budget", "reported_total", "source"):
        assert getattr(part, field) == getattr(whole, field)
    assert part.department.total_staffing == whole.department.total_staffing
