"""Twelve published self-evaluation tables stand in examples/cases without loss, and are recomputed.

The facts are typed here once more and never read from anywhere else. Labels and prose are in our own words.

A line is one row of a table, its cells between bars, "-" for a cell that the form leaves out:

form | year | department | project
budget | original | adjusted | executed | weight | printed points | printed rate | what govperf computes
source | original | adjusted | executed
category | indicator | target as printed | what it means, (inferred) | actual | weight | printed points |
    what govperf computes: points, or where there is no weight the completion rate | printed completion rate
group | category | printed points
total | printed | what govperf computes
"""

from decimal import Decimal
from pathlib import Path

import pytest

import govperf as gp

FOLDER = Path(__file__).parents[2] / "examples" / "cases"

TABLES = {
    "001-chizhou-township-2022": """
form | 2022 | 安徽池州某乡镇政府 | 基建类委托业务（预算编制、审计、测绘）
budget | 0万元 | 0万元 | 0万元 | 10 | 0 | 0% | -
source | 90万元 | 89.974万元 | 89.974万元
产出/数量 | 委托项目个数 | ≥50个 | >= 50 个 | 50 | 8 | 8 | 8.00
产出/质量 | 报告合格比例 | ≥100百分比 | >= 100 % | 100 | 8 | 8 | 8.00
产出/质量 | 支出合规 | 合规 | text | 达到预期 | 8 | 8 | -
产出/时效 | 报告按期提交 | 按计划时限 | text | 达到预期 | 8 | 8 | -
产出/成本 | 项目成本总额 | ≤90万元 | <= 90 万元 | 90 | 8 | 8 | 8.00
产出/成本 | 单项成本 | 合规 | text | 达到预期 | 10 | 10 | -
效益/社会 | 市场公平影响 | 影响明显 | text | 达到预期 | 10 | 10 | -
效益/生态 | 成本控制影响 | 影响明显 | text | 达到预期 | 10 | 10 | -
效益/可持续 | 制度落实的长期影响 | 影响明显 | text | 达到预期 | 10 | 10 | -
total | - | -
""",
    "002-shanghai-stadium-2022": """
form | 2022 | 上海普陀某体育单位 | 体育场馆委托运营结算费用
budget | 250,000.00元 | 250,000.00元 | 215,457.6元 | 10 | 8.62 | 86.19% | 8.62
产出/数量 | 结算完成比例 | =100% | = 100 % | 100% | 10 | 10 | 10.00
产出/质量 | 合同条款完成比例 | =100% | = 100 % | 100% | 20 | 20 | 20.00
产出/时效 | 结算是否及时 | 及时 | text | 及时 | 20 | 20 | -
效益/社会 | 合同完成比例 | =100% | = 100 % | 100% | 30 | 30 | 30.00
满意度/服务对象 | 场馆开放满意情况 | >=90% | >= 90 % | 100% | 10 | 10 | 10.00
total | 98.62 | -
""",
    "003-shanghai-pairing-2022": """
form | 2022 | 上海普陀某单位 | 对口支援及结对帮扶经费
budget | 20,000.00元 | 20,000.00元 | 9,034元 | 10 | 4.52 | 45.17% | 4.52
total | - | -
""",
    "010-langfang-heating-2019": """
form | 2019 | 河北廊坊某学校 | 学校供暖改造
budget | 43.2万元 | 43.2万元 | 37.24万元 | 10 | 9 | 86% | 8.62
产出/数量 | 工程资金额 | 43.2 | (>=) 43.2 | 37.24 | 10 | 9 | 8.62
产出/质量 | 完工比例 | 100 | (>=) 100 | 100 | 10 | 10 | 10.00
产出/质量 | 验收合格比例 | 100 | (>=) 100 | 100 | 10 | 10 | 10.00
产出/时效 | 完成及时 | 100 | (>=) 100 | 100 | 10 | 10 | 10.00
产出/成本 | 成本控制 | 100 | (<=) 100 | 100 | 10 | 10 | 10.00
效益/经济 | 安全 | 100 | (>=) 100 | 100 | 10 | 10 | 10.00
效益/社会 | 学校发展 | 100 | (>=) 100 | 100 | 10 | 10 | 10.00
效益/可持续 | 长期使用 | 100 | (>=) 100 | 100 | 10 | 10 | 10.00
满意度/服务对象 | 学生满意情况 | 100 | (>=) 100 | 100 | 10 | 10 | 10.00
total | - | 97.24
""",
    "018-huangshi-sponge-2022": """
form | 2022 | 湖北黄石某单位 | 海绵城市申报经费
budget | - | 200万元 | 195.5万元 | 20 | 19.55 | 97.75% | 19.55
产出/数量 | 宣传片与方案 | 按件数完成 | text | 按件数完成 | - | 10 | -
产出/质量 | 评审 | 通过 | text | 通过 | - | 10 | -
产出/时效 | 分月进度 | 按月推进 | text | 已完成 | - | 10 | -
产出/成本 | 各项制作编制费 | 200万 | (<=) 2000000 | 195.5万元 | - | 10 | 100.00%
效益/经济 | 统筹谋划 | 文字表述 | text | 已完成 | - | 10 | -
效益/社会 | 指导建设 | 文字表述 | text | 已完成 | - | 10 | -
效益/生态 | 生态与韧性 | 文字表述 | text | 已完成 | - | 10 | -
满意度/群众 | 满意情况 | 满意 | text | 已完成 | - | 10 | -
total | 99.55 | -
""",
    "020-zhongjiang-reservoir-2022": """
form | 2022 | 四川中江某单位 | 小型水库水标尺安装
budget | - | 20万元 | 20万元 | 10 | 10 | 100.00% | 10.00
产出/数量 | 坡面标尺长度 | ≥266米 | >= 266 米 | ≥266米 | 10 | 10 | 10.00
产出/数量 | 标尺宽度 | ≥50厘米 | >= 50 厘米 | ≥50厘米 | 10 | 10 | 10.00
产出/质量 | 验收合格 | 100% | (>=) 100 % | 100% | 20 | 20 | 20.00
产出/时效 | 及时开工 | ≥90% | >= 90 % | ≥90% | 10 | 10 | 10.00
产出/时效 | 及时完工 | ≥90% | >= 90 % | ≥90% | 10 | 10 | 10.00
产出/成本 | 计划投资 | 20万元 | (<=) 20 万元 | 20万元 | 10 | 10 | 10.00
效益/社会 | 受益人口 | ≥1000人 | >= 1000 人 | ≥1000人 | 10 | 10 | 10.00
效益/社会 | 条件改善 | 显著 | text | 显著 | 10 | 10 | -
满意度/服务对象 | 受益户满意 | ≥95% | >= 95 % | ≥95% | 10 | 10 | 10.00
total | 100 | -
""",
    "026-lingling-forestry-2021": """
form | 2021 | 湖南零陵区林业局 | -
budget | 4,753.66万元 | 4,753.66万元 | 3,824.26万元 | 10 | 10 | 100% | 8.04
产出/数量 | 造林 | 1.2万亩 | (>=) 1.2 万亩 | 1.2万亩 | 10 | 10 | 10.00
产出/数量 | 病虫害防治 | 3.45万亩 | (>=) 3.45 万亩 | 3.45万亩 | 7 | 7 | 7.00
产出/数量 | 森林经营 | 16.3万亩 | (>=) 16.3 万亩 | 16.3万亩 | 7 | 7 | 7.00
产出/质量 | 成活 | 85% | (>=) 85 % | 85% | 7 | 7 | 7.00
产出/时效 | 当期完成 | 90% | (>=) 90 % | 100% | 7 | 7 | 7.00
产出/成本 | 造林补助 | 300 元/亩 | (<=) 300 元/亩 | 300 元/亩 | 6 | 6 | 6.00
产出/成本 | 抚育补助 | 100 元/亩 | (<=) 100 元/亩 | 100 元/亩 | 6 | 6 | 6.00
效益/经济 | 木材收入 | 1100万元 | (>=) 1100 万元 | 1093万元 | 6 | 5 | 5.96
效益/经济 | 林产品收入 | 2.6亿元 | (>=) 2.6 亿元 | 2.45亿元 | 6 | 5 | 5.65
效益/社会 | 就业 | 显著 | text | 显著 | 6 | 6 | -
total | - | -
""",
    "027-changning-pigs-2022": """
form | 2022 | 云南昌宁某单位 | 合作社养殖场建设
budget | - | 50万元 | 10万元 | 20 | 4 | 20% | 4.00
产出/数量 | 公猪舍 | ≥ 22.8 平方米 | >= 22.8 平方米 | 22.8 | - | 1 | 100.00%
产出/数量 | 母猪保育舍 | ≥ 180 平方米 | >= 180 平方米 | 180 | - | 3 | 100.00%
产出/数量 | 育肥舍 | ≥ 180 平方米 | >= 180 平方米 | 180 | - | 3 | 100.00%
产出/数量 | 周转舍 | ≥ 180 平方米 | >= 180 平方米 | 180 | - | 3 | 100.00%
产出/数量 | 隔离舍 | ≥ 54 平方米 | >= 54 平方米 | 54 | - | 2 | 100.00%
产出/数量 | 仓库 | ≥ 104 平方米 | >= 104 平方米 | 104 | - | 2 | 100.00%
产出/数量 | 管理房与通道 | ≥ 76.44 平方米 | >= 76.44 平方米 | 76.44 | - | 2 | 100.00%
产出/数量 | 化粪池 | ≥ 63 立方米 | >= 63 立方米 | 63 | - | 1 | 100.00%
产出/数量 | 堆粪房 | ≥ 29.6 平方米 | >= 29.6 平方米 | 29.6 | - | 1 | 100.00%
产出/数量 | 消毒池 | ≥ 14 平方米 | >= 14 平方米 | 14 | - | 1 | 100.00%
产出/数量 | 排污沟 | ≥ 50 米 | >= 50 米 | 50 | - | 1 | 100.00%
产出/数量 | 场地硬化 | ≥ 230 平方米 | >= 230 平方米 | 230 | - | 2 | 100.00%
产出/数量 | 拌合机 | ≥ 1 台 | >= 1 台 | 1 | - | 1 | 100.00%
产出/数量 | 产床 | ≥ 2 套 | >= 2 套 | 2 | - | 1 | 100.00%
产出/数量 | 保育栏 | ≥ 4 套 | >= 4 套 | 4 | - | 1 | 100.00%
产出/数量 | 消毒设备 | ≥ 1 台 | >= 1 台 | 1 | - | 1 | 100.00%
产出/数量 | 冲洗设备 | ≥ 1 台 | >= 1 台 | 1 | - | 1 | 100.00%
产出/数量 | 种公猪 | ≥ 2 头 | >= 2 头 | 2 | - | 2 | 100.00%
total | - | -
""",
    "034-ningde-talent-2023": """
form | 2023 | 福建宁德某单位 | 人才驿站补助
budget | - | 10万元 | 0万元 | 3 | 3 | - | 0.00
产出/数量 | 获认定驿站 | >=2个 | >= 2 个 | 0个 | - | - | 0.00% | 0%
产出/数量 | 组织活动 | >=28次 | >= 28 次 | 40次 | - | - | 142.86% | 143%
产出/数量 | 服务人次 | >=500人 | >= 500 人 | 1700人 | 10 | 10 | 10.00 | 340%
产出/质量 | 政策知晓 | >=95% | >= 95 % | 98% | - | - | 103.16% | 103%
产出/质量 | 补助到位 | >=100% | >= 100 % | 100% | - | - | 100.00% | 100%
产出/时效 | 到位时间 | 2023年12月前 | <= 2023-12 | 2023年12月前 | - | 10 | 100.00% | 100%
产出/成本 | 资金投入 | 10万元 | (<=) 10 万元 | 0万元 | 10 | 0 | 10.00 | 0%
group | 立项 | 6
group | 目标 | 5
group | 投入 | 4
group | 管理 | 9
group | 实施 | 6
group | 产出/时效 | 10
group | 产出/成本 | 0
group | 产出/数量 | 10
group | 产出/质量 | 10
group | 效益/社会 | 15
group | 满意度 | 15
total | 90 | -
""",
    "035-yangtze-fishing-2020": """
form | 2020 | 湖北某单位 | 渔业油价改革补贴（禁捕）
budget | - | 1.56万元 | 1.56万元 | 20 | 20 | 100% | 20.00
产出/数量 | 补贴渔船 | 6 | (>=) 6 | 6 | - | 20 | 100.00%
产出/质量 | 补贴发放 | 100% | (>=) 100 % | 100% | - | 10 | 100.00%
产出/时效 | 年底前完成 | 100% | (>=) 100 % | 100% | - | 10 | 100.00%
满意度/服务对象 | 渔民满意 | ≥90% | >= 90 % | ≥90% | - | 40 | 100.00%
total | 100 | -
""",
    "045-hainan-school-2023": """
form | 2023 | 海南省属中学 | 学生事务补助
budget | 120,000.00元 | 120,000.00元 | 30,000.00元 | 10 | 2.5 | 25% | 2.50
产出/数量 | 资助人数 | 52 | (>=) 52 | 10 | 20 | 3.85 | 3.85 | 19.23%
产出/质量 | 困难教师 | 2 | (>=) 2 | 0 | 30 | 0 | 0.00 | 0.00%
效益/社会 | 生活水平提高 | 95% | (>=) 95 % | 100 | 30 | 30 | 30.00 | 100.00%
满意度/服务对象 | 资助对象满意度 | 52 | (>=) 52 | 100 | 10 | 10 | 10.00 | 100.00%
total | 46.35 | 46.35
""",
    "046-suzhou-backup-2021": """
form | 2021 | 江苏苏州某财政部门 | 财政灾备中心建设
budget | 210万元 | 210万元 | 197.33万元 | - | - | 94% | 9.40
source | - | 203万元 | 197.33万元
source | - | 7万元 | 5.638万元
投入/产出/结果 | 第1项定量指标 | 100% | (>=) 100 % | 94% | 6 | 4.2 | 5.64
投入/产出/结果 | 第2项定量指标 | =70% | = 70 % | 70% | 3.71 | 3.71 | 3.71
投入/产出/结果 | 第3项定量指标 | =100% | = 100 % | 100% | 3.71 | 3.71 | 3.71
投入/产出/结果 | 第4项定量指标 | =2个 | = 2 个 | 2个 | 3.71 | 3.71 | 3.71
投入/产出/结果 | 第5项定量指标 | =4个 | = 4 个 | 4个 | 3.71 | 3.71 | 3.71
投入/产出/结果 | 第6项定量指标 | =8个 | = 8 个 | 8个 | 3.74 | 3.74 | 3.74
投入/产出/结果 | 第7项定量指标 | =4项 | = 4 项 | 4项 | 3.71 | 3.71 | 3.71
投入/产出/结果 | 第8项定量指标 | =2个 | = 2 个 | 2个 | 3.71 | 3.71 | 3.71
投入/产出/结果 | 第9项定量指标 | 2小时 | (>=) 2 小时 | 2小时 | 3.14 | 3.14 | 3.14
投入/产出/结果 | 第10项定量指标 | 5分钟 | (>=) 5 分钟 | 5分钟 | 3.14 | 3.14 | 3.14
投入/产出/结果 | 第11项定量指标 | 0次 | (=) 0 次 | 0次 | 3.16 | 3.16 | 3.16
投入/产出/结果 | 第12项定量指标 | 80TB | (>=) 80 TB | 120TB | 3.14 | 3.14 | 3.14
投入/产出/结果 | 第13项定量指标 | 2次 | (>=) 2 次 | 2次 | 3.14 | 3.14 | 3.14
投入/产出/结果 | 第14项定量指标 | 100% | (>=) 100 % | 100% | 3.14 | 3.14 | 3.14
投入/产出/结果 | 第15项定量指标 | =1份 | = 1 份 | 1份 | 3.14 | 3.14 | 3.14
投入/产出/结果 | 第16项定量指标 | 100% | (>=) 100 % | 100% | 2.66 | 2.66 | 2.66
total | - | 65.70
""",
}


def case(name):
    return gp.from_json((FOLDER / f"{name}.json").read_bytes(), gp.Evaluation)


def cell(value):
    """A number or an amount as a reader writes it."""
    return "-" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)


def computed(score):
    """The points, else the rate, else nothing."""
    known = [value for value in (score.points, score.rate) if not isinstance(value, gp.Undefined)]
    return str(known[0]) if known else "-"


def meaning(target):
    """The operator, in brackets where none is printed, with the number and its unit."""
    operator = f"({target.operator.value})" if target.inferred else target.operator.value
    if target.quantity is None:
        return f"{operator} {target.period or ''}".strip()
    return f"{operator} {target.quantity.magnitude:f} {target.quantity.unit}".strip()


def printed(text, *apart):
    """A cell, and what stands in columns of their own beside it."""
    return " ".join(str(part) for part in (*apart[:1], text, *apart[1:]) if part)


def row(indicator, score):
    target, actual = indicator.target, indicator.actual
    return [
        "/".join(indicator.category),
        indicator.name,
        printed(target.text, target.sign and target.sign.sign, target.unit),
        meaning(target),
        printed(actual.text, None, actual.unit),
        cell(indicator.weight),
        cell(indicator.reported_points),
        computed(score),
        *([] if indicator.reported_rate is None else [str(indicator.reported_rate)]),
    ]


def rows(evaluation):
    """Every fact of an evaluation, in the lines that this file is written in."""
    card, budget = gp.evaluate(evaluation), evaluation.budget
    reported = [budget.weight, budget.reported_points, budget.reported_execution_rate]
    yield ["form", str(evaluation.year), evaluation.department.name, evaluation.project or "-"]
    yield ["budget", *columns(budget), *map(cell, reported), computed(card.budget_score)]
    for source in budget.sources:
        yield ["source", *columns(source)]
    for (_, indicator), score in zip(evaluation.indicators(), card.scores, strict=True):
        yield row(indicator, score)
    for group in evaluation.subtotals:
        yield ["group", "/".join(group.category), cell(group.reported_points)]
    total = None if isinstance(card.total, gp.Undefined) else card.total
    yield ["total", cell(evaluation.reported_total), cell(total)]


def columns(budget):
    return [cell(amount) for amount in (budget.original, budget.adjusted, budget.executed)]


def test_there_are_twelve_and_no_others():
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(TABLES)
    assert len(TABLES) == 12


@pytest.mark.parametrize("name", TABLES)
def test_every_fact_stands_in_the_file_and_is_recomputed(name):
    assert [" | ".join(cells) for cells in rows(case(name))] == TABLES[name].strip().split("\n")


@pytest.mark.parametrize("name", TABLES)
def test_file_is_as_govperf_writes_it(name):
    text = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
    assert gp.to_json(gp.from_json(text, gp.Evaluation)) + "\n" == text


@pytest.mark.parametrize(
    "name", ["001-chizhou-township-2022", "027-changning-pigs-2022", "045-hainan-school-2023"]
)
def test_a_rate_that_is_printed_without_its_sign_is_noted(name):
    evaluation = case(name)
    assert evaluation.budget.reported_execution_rate.unit.is_ratio
    assert [note for note in evaluation.notes if note.startswith("执行率印为") and "没有百分号" in note]
