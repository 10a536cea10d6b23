"""How targets and actuals are written and filled in: what is found, where, and what never is."""

import pytest

import govperf as gp
from govperf.reviewing.targets.filling import FILLING
from govperf.reviewing.targets.naming import is_change, is_percentage, is_share, is_support
from govperf.reviewing.targets.operators import OPERATORS

CHECKS = gp.CHECKS.only("targets")
WRITING = {check.code for check in (*FILLING, *OPERATORS)}
PATH = "$.goals[0].indicators[0]"


def row(target="≥60条", actual="60条", name="培训", **more):
    return gp.Indicator(name, target=target, actual=actual, **{"weight": 10, **more})


def form(*rows):
    return gp.Evaluation("某局", 2022, goals=[gp.Goal("目标", indicators=rows)])


def written(*rows):
    return [one for one in gp.review(form(*rows), checks=CHECKS) if one.code in WRITING]


def codes(*rows):
    return [one.code.removeprefix("finding.") for one in written(*rows)]


COST = {"category": ("产出", "成本")}

FOUND = [
    ("operators-inferred", "hint", "target", row("60条")),
    ("operators-inferred", "hint", "target", row("每周1期", "52期")),
    ("operators-inferred", "hint", "target", row("90万元", "90万元", **COST)),
    ("zero-target", "warning", "target", row("≥0", "0")),
    ("zero-target", "warning", "target", row("≥0起", "3起", name="事故")),
    ("operator-direction", "warning", "target", row("≥24小时", "24小时", direction="反向")),
    ("operator-direction", "warning", "target", row("≤60条", direction="正向")),
    ("operator-direction", "warning", "target", row("<60条", "1条", direction="正向")),
    ("operator-direction", "warning", "target", row("≥60条", direction="等于")),
    ("operator-direction", "warning", "target", row("≥1起", "1起", name="投诉件数", direction="反向")),
    ("operator-unusual", "hint", "target", row("≥90万元", "90万元", name="总成本", **COST)),
    ("operator-unusual", "hint", "target", row("≥5件", "5件", name="投诉件数")),
    ("operator-unusual", "hint", "target", row(">1%", "2%", name="差错率")),
    ("nature", "hint", "target", row("效果明显", "效果明显", nature="定量")),
    ("nature", "hint", "target", row("≥60条", nature="定性")),
    ("operator-repeated", "hint", "actual", row("≥90%", "≥90%")),
    ("operator-repeated", "hint", "actual", row("≥90%", " ＞90%")),
    ("operator-repeated", "hint", "actual", row("≤24小时", "不超过24小时")),
    ("operator-repeated", "hint", "actual", row("≥60条", "不少于60条")),
    ("target-fault", "warning", "target", row("≥60条以内", "49条")),
    ("target-fault", "warning", "target", row("≥60条以内", None)),
    ("target-fault", "warning", "target", row("≥60条以内", "良好", award=9)),
    ("target-fault", "warning", "target", row("90～80%", "85%")),
    ("target-fault", "warning", "target", row("≥", "60条")),
    ("target-fault", "warning", "target", row("≥**", "60条")),
    ("target-fault", "warning", "target", row("≥XX人", "60条")),
    ("target-fault", "warning", "target", row("2022年11月31日前", "2022年11月")),
    ("target-fault", "hint", "target", row("≤12月", "11月", name="质保")),
    ("unit-bare", "warning", "actual", row("≥90万元", "950000")),
    ("unit-bare", "hint", "actual", row("≥每周1期", "52")),
    ("percent-missing", "hint", "target", row("≥100", "100", name="完工比例")),
    ("percent-missing", "hint", "target", row("≥90", "95", name="群众满意情况")),
    ("percent-missing", "hint", "target", row("≥100", "100%")),
    ("percent-or-fraction", "hint", "actual", row("≥95%", "0.95")),
    ("percent-or-fraction", "hint", "actual", row("≥95%", "2")),
    ("percent-or-fraction", "hint", "actual", row("≥95", "0.97", name="完成率（%）")),
    ("percent-or-fraction", "hint", "actual", row("100%", "1", direction="正向")),
    ("growth-zero-base", "warning", "actual", row("≥5%", "100%", name="收入增长率", note="上年为0")),
    ("growth-zero-base", "warning", "actual", row("≥5%", "100%（上年收入0万元）", name="收入增长率")),
    ("growth-zero-base", "warning", "actual", row("≥5%", "100%", name="产量增幅", note="基数是零")),
    ("growth-zero-base", "warning", "actual", row("≥5%", "100%", name="产量增幅", explanation="从0增至3")),
    ("actual-text", "hint", "actual", row("≥50个", "达成预期指标")),
    ("actual-text", "hint", "actual", row("≥50个", "完成")),
    ("actual-text", "hint", "actual", row("100%", "实体馆基本完成", direction="正向")),
    ("actual-text", "hint", "actual", row("≥50个", "2022年10月")),
    ("actual-text", "hint", "actual", row("≥3期", "办班5期，培训120人")),
    ("actual-text", "hint", "actual", row("=0起", "未完成", name="事故")),
    ("actual-text", "hint", "actual", row("=0起", "没有达到", name="事故")),
    ("actual-text", "hint", "actual", row("2022年11月底前", "正在推进")),
    ("actual-text", "hint", "actual", row("≥50个", "/")),
    ("actual-text", "hint", "actual", row("≤3起", "基本达标", name="事故")),
    ("actual-text", "hint", "actual", row("11个月", "全年", direction="正向")),
    ("actual-text", "hint", "actual", row("≥50个", "31/33")),
]


@pytest.mark.parametrize(("code", "severity", "cell", "item"), FOUND)
def test_it_is_found_at_its_cell(code, severity, cell, item):
    found = [one for one in written(item) if one.code == f"finding.{code}"]
    assert [(one.severity.value, one.path) for one in found] == [(severity, f"{PATH}.{cell}")]
    assert "…" not in found[0].explain("zh") + found[0].explain("en")
    values = {figure.path: figure.value for figure in found[0].figures}
    assert values[f"{PATH}.{cell}"] == str(getattr(item, cell) or "")


SILENT = [
    row(),
    row("60条", direction="正向"),
    row("0起", "0起", name="事故"),
    row("=0起", "0起", name="事故"),
    row("≤0起", "0起", name="事故"),
    row(">0条", "1条"),
    row("≥0%", "0%", name="收入增长率"),
    row("效果明显", "效果明显"),
    row("80～90%", "85%"),
    row("2022年11月底前", "2022年11月"),
    row("2022年11月底前", "2022年11月", direction="正向"),
    row("=0起", "0起", name="事故", direction="反向"),
    row("=100%", "100%", direction="正向"),
    row("≤24小时", "24小时", direction="反向"),
    row("≥10%", "10%", name="成本节约率", **COST),
    row("≥5万元", "5万元", name="成本节约额", **COST),
    row("≥650元", "650元", name="人均补助标准", **COST),
    row("≥95%", "95%", name="预算控制率", **COST),
    row("≥90万元", "90万元", name="销售收入", category=("效益", "经济效益")),
    row("≤90万元", "90万元", name="总成本", **COST),
    row("≥90%", "90%", name="投诉办结率"),
    row("不早于2022年6月", "2022年7月"),
    row("≥2022年6月", "2022年7月", name="开放时间"),
    row("≥60条", nature="定量"),
    row("效果明显", "效果明显", nature="定性"),
    row("2022年11月底前", "2022年11月", nature="定量"),
    row("每村两支队伍并有一名队长", "已配备", nature="定量"),
    row(None, "60条", nature="定量"),
    row("≥60条", "60条以上"),
    row("≥60条", "超过60条"),
    row("≥60条", "60余条"),
    row("=100%", "=100%"),
    row("≥60万元", "600000元"),
    row("≥60人", "60"),
    row("≥95%", "96"),
    row("≥95", "96", name="完工比例（%）"),
    row("≥0.95", "96%", name="完工比例（%）"),
    row(gp.Target("100", unit="%"), "100", name="完工比例", direction="正向"),
    row("≥12次/年", "12"),
    row("≥100", "100"),
    row("≥100", "100", name="出生率"),
    row("≥1", "1", name="完工比例"),
    row("≥0.95", "0.95", name="完工比例"),
    row("≥101", "101", name="完工比例"),
    row("≥90分", "95", name="群众满意度"),
    row("≥90", "95", name="群众满意度（%）"),
    row("≥5%", "100%", name="收入增长率", note="上年为0.3万元"),
    row("≥5%", "100%", name="收入增长率", note="上年10万元"),
    row("≥0.1%", "5%", name="收入增长率", note="上年增长0%"),
    row("≥5万元", "5万元", name="收入增加额", note="上年为0"),
    row("≥5%", "5%", name="合格率", note="上年为0"),
    row("≥5%", "5%", name="收入增长率"),
    row("=100%", "全部完成"),
    row("=100%", "已按时完成。"),
    row("≥100%", "达标"),
    row("≥100", "合格", name="评分"),
    row("=1项", "已完成验收"),
    row("=1", "是"),
    row("=0起", "未发生", name="事故"),
    row("=0起", "无", name="事故"),
    row("2022年11月底前", "按时完成"),
    row("=100%", "精准"),
    row("=100%", "合规"),
    row("≤3起", "未发生", name="事故"),
    row("≤3件", "无投诉", name="投诉"),
    row("12个月", "全年", direction="正向"),
    row("1年", "全年", direction="正向"),
    row("≥90%", "31/33"),
    row("≥50个", "55个（优）"),
    row("≥Ⅲ类", "Ⅲ类"),
    row("≥3星", "3星"),
    row("≥A级", "A级"),
    row("≥合格", "合格"),
    row("≤上年", "低于上年"),
    row("≤预算数", "未超预算"),
    row("≤40DDDs", "38.2DDDs"),
    row("≤18人/10万", "17人/10万"),
    row("≥1:5", "1:4"),
    row("≤±5%", "3%"),
    row("2022.12", "2022.12", category=("产出", "时效")),
    row("≤12月", "11月", name="完成时间"),
    row("≥3期", "举办培训班3期，共培训120人"),
    row("≥1200人", "培训1,200人，3期"),
    row("≥50个", "达成预期指标", award=8),
    row("≥95%", "0.95", award=8),
    row("≥60人", "540人次", not_applicable="本年未开展"),
    row("60", "60", not_applicable="本年未开展"),
]


@pytest.mark.parametrize("item", SILENT)
def test_it_is_not_found(item):
    assert codes(item) == []


def test_targets_without_operators_are_one_finding_with_every_target():
    rows = [row(f"{i}条", f"{i}条", name=f"第{i}项") for i in range(1, 8)]
    (one,) = written(*rows, row("≥8条", "8条"), row("效果明显", "好"), row("0起", "0起"))
    assert (one.path, len(one.figures)) == ("$", 7)
    assert (
        one.explain("zh")
        == "8个定量指标值中有7个未写运算符号，好坏方向只能推定：第1项、第2项、第3项、第4项、第5项…"
    )


def test_what_an_actual_lacks_is_said():
    said = {
        row("≥50个", "达成预期指标"): "没有写明数值",
        row("≥50个", "两批30和40"): "写有数字，但不能确定是哪一个完成值",
        row("2022年11月底前", "正在推进"): "没有写明日期",
        row("≥95%", "0.97"): "0.97疑为97%",
        row("≥95%", "2"): "2疑为2%",
    }
    for item, words in said.items():
        assert words in written(item)[0].explain("zh")


def test_a_missing_sign_and_a_part_of_one_are_two_findings():
    found = codes(row("≥90", "95", name="群众满意情况"), row("≥95%", "0.97"))
    assert sorted(found) == ["percent-missing", "percent-or-fraction"]


def test_empty_actuals_are_one_finding():
    rows = [row(), row(actual=None, name="甲"), row(actual=None, name="乙")]
    (one,) = written(*rows)
    assert (one.code, one.severity.value, one.path) == ("finding.actual-missing", "warning", "$")
    assert [(figure.path, figure.value) for figure in one.figures] == [
        ("$.goals[0].indicators[1].actual", ""),
        ("$.goals[0].indicators[2].actual", ""),
    ]
    assert one.explain("zh") == "甲、乙有分值而未填实际完成值（共2项）"


@pytest.mark.parametrize(
    "rows",
    [
        [row(actual=None), row(actual=None)],  # not filled in yet
        [row(), row(actual=None, weight=None)],
        [row(), row(actual=None, weight=0)],
        [row(), row(actual=None, award=9)],
        [row(), row(None, None)],
        [row(), row(actual=None, not_applicable="本年未开展")],
    ],
)
def test_empty_actuals_that_are_no_fault(rows):
    assert codes(*rows) == []


def test_an_actual_that_repeats_the_operator_and_decides_is_found_once():
    found = gp.review(form(row("≥95%", "≥90%")), checks=CHECKS)
    assert [one.code for one in found] == ["finding.approximate-decides"]


@pytest.mark.parametrize(
    ("says", "names", "others"),
    [
        (
            is_share,
            "验收合格率 群众满意度 政策知晓率 按期完工及时率 人员到位率",
            "资金到位率 毛入学率 完成率 增长率 利用率 培训",
        ),
        (is_percentage, "完工比例 学生满意情况 完成率", "死亡率 出现频率 贷款利率 率先完成 培训"),
        (is_change, "收入增长率 成本节约率 同比变动", "培训场次 合格率"),
        (is_support, "人均补助标准 资金投入", "项目总成本 办公费"),
    ],
)
def test_what_names_say(says, names, others):
    assert [name for name in names.split() if not says(name)] == []
    assert [name for name in others.split() if says(name)] == []


def test_long_texts_in_many_rows_are_read():
    text = "上年" * 4_000 + "0" * 1_000
    rows = [row("60条", text, name="收入增长率", note=text) for _ in range(200)]
    assert len(written(*rows)) == 201


@pytest.mark.parametrize("check", CHECKS)
def test_every_check_says_what_settles_it_and_what_it_rests_on(check):
    one = gp.Finding(check.code, check.severity, "$")
    assert check.clause.source
    assert (bool(one.settle("zh")), bool(one.settle("en"))) == (True, True)
