"""What a notebook shows of each object: its words, and what it does not say."""

import re
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

import govperf as gp
from govperf import Budget, BudgetLine, Department, Evaluation, Goal, Indicator, Staffing

_TAG = re.compile(r"<style>.*?</style>|<[^>]*>")


def words(value):
    return " ".join(_TAG.sub(" ", value._repr_html_()).split())


def cells(value):
    return re.findall(r"<(?:th|td)\b[^>]*>(.*?)</(?:th|td)>", value._repr_html_())


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (gp.Unit.of("万元/人"), "万元/人"),
        (gp.Unit.of(""), "（无单位）"),
        (gp.Quantity("3678.76", "万元"), "3,678.76万元"),
        (gp.Rate(Fraction(1, 2)), "50.00%"),
        (gp.completion_rate("≥60条", "50条"), "83.33% 50条 ÷ 60条 = 83.33%，未达到指标值"),
        (gp.Undefined("undefined.target-missing"), "无法确定 没有指标值"),
        (gp.Target("≥60条"), "≥60条 类别 指标值 理解为 ≥ 60条"),
        (gp.Target("60条"), "60条 类别 指标值 理解为 ≥ 60条 说明 未写明比较关系，按惯例推定"),
        (gp.Target("80～90%"), "80～90% 类别 指标值 理解为 80% ～ 90%"),
        (gp.Target("2022年11月底前"), "2022年11月底前 类别 指标值 理解为 ≤ 2022-11-30"),
        (gp.Target("效果明显"), "效果明显 类别 指标值 理解为 文字描述，没有可比较的数值"),
        (gp.Target("≥60条以内"), "≥60条以内 类别 指标值 读不通 “≥60条以内”中的运算符号相互矛盾"),
        (gp.Actual("近540条"), "近540条 类别 实际完成值 理解为 不超过 540条"),
        (gp.Actual("200-300人"), "200-300人 类别 实际完成值 理解为 200人 ～ 300人"),
        (gp.Actual("2022年10月"), "2022年10月 类别 实际完成值 理解为 2022-10"),
        (gp.Actual("78次中77次"), "78次中77次 类别 实际完成值 理解为 77次 总数 78次"),
        (gp.Actual("很好"), "很好 类别 实际完成值 理解为 文字描述，没有可比较的数值"),
        (gp.standard().grade(Decimal(95)), "优 90分及以上"),
        (
            gp.review(Evaluation("某局", 2023, budget=Budget(2023, adjusted="9元"))).filter("no"),
            "没有发现 MOF-2020-10",
        ),
    ],
    ids=str,
)
def test_words(value, said):
    assert words(value) == said


def test_an_indicator_shows_what_is_filled_in():
    row = Indicator(
        "资助人数",
        category=("产出", "数量"),
        target="52人",
        weight=20,
        award=gp.Award(level="达成年度指标", reason="验收"),
        corrections=[gp.Correction(-2, "迟报")],
    )
    assert words(row) == (
        "资助人数 指标类别 产出 / 数量 指标值 52人 分值 20 评定 达成年度指标，验收 加减分 -2 分：迟报"
    )
    assert "评定 8分" in words(Indicator("宣传", award=8))
    assert words(Indicator("宣传")) == "宣传"


def test_a_budget_has_a_column_for_each_stage_that_is_given():
    budget = Budget(
        2023,
        adjusted="9元",
        executed="3元",
        sources=[BudgetLine("财政", executed="2元")],
        basic="1元",
        others=[BudgetLine("经营", adjusted="4元")],
    )
    assert cells(budget)[:3] == ["资金", "全年预算数", "全年执行数"]
    assert cells(budget)[3:15] == [
        *("年度资金总额", "9元", "3元"),
        *("其中：财政", "", "2元"),
        *("基本支出", "", "1元"),
        *("经营", "4元", ""),
    ]
    assert words(Budget(2023)) == "2023年预算 预算执行率 无法计算 没有本年支出"


def test_a_department_shows_the_units_below_it_and_their_staffing():
    staffed = Department("甲", staffing=Staffing(authorised=51, actual=50))
    bureau = Department(
        "某局",
        functions="应急",
        units=[staffed, Department("乙", staffing=Staffing(authorised=0, actual=1, retired=2))],
    )
    assert cells(bureau) == [
        *("下属单位", "2个"),
        *("下属单位", "甲", "乙"),
        *("单位", "编制", "在职", "退休", "在职人员控制率"),
        *("甲", "51", "50", "", "98.04%"),
        *("乙", "0", "1", "2", '<span class="govperf-badge govperf-none">无法计算</span>'),
    ]
    assert words(Department("某局", units=[Department("丙")])) == "某局 下属单位 1个 下属单位 丙"


def form(*rows, **others):
    budget = Budget(2023, adjusted="100元", executed="50元", weight=10)
    return Evaluation("某局", 2023, budget=budget, goals=[Goal("目标", indicators=rows)], **others)


FIRST = Indicator(
    "甲", category=("产出", "数量"), target="≥2次", actual="1次", weight=50, deviation_reason="疫情"
)
SECOND = Indicator("乙", category=("产出", "数量"), target="≥2次", actual="2次", weight=40, measures="改进")


def test_an_evaluation_has_merged_headings_and_a_total():
    html = form(FIRST, SECOND, reported_total="75.5")._repr_html_()
    assert '<th rowspan="2">产出</th><th rowspan="2">数量</th><th>甲</th>' in html
    blank, end = '<td class="govperf-number"></td>', "<td></td></tr>"
    assert (
        f'<tfoot><tr><th colspan="5">指标合计</th><td class="govperf-number">90</td>{blank}{end}'
        f'<tr><th colspan="5">总分</th>{blank}<td class="govperf-number">75.5</td>{end}</tfoot>'
    ) in html
    assert '<td class="govperf-text">疫情</td>' in html


def test_points_that_are_not_all_there_have_no_sum():
    assert "指标合计 50" in words(form(FIRST))
    assert "合计" not in words(form(FIRST, Indicator("丙")))
    assert "合计" not in words(form())
    printed = Indicator("丁", reported_points="0.25")
    assert "指标合计 0.25" in words(form(printed))
    assert "合计" not in words(form(printed, Indicator("丙")))


def test_a_total_is_what_the_form_prints_and_no_sum():
    assert "总分" not in words(form(FIRST, SECOND))
    assert words(form(reported_total="75.5")).endswith("总分 75.5")


@pytest.mark.parametrize(("count", "more"), [(60, ""), (61, "还有 1 行未显示")])
def test_goals_are_cut_and_say_so(count, more):
    said = words(Evaluation("某局", 2023, goals=[Goal(f"目标{i}") for i in range(count)], finished=True))
    assert ("目标59" in said, "目标60" in said) == (True, False)
    assert said.endswith(more)
    assert "是否完成 是" in said


def test_what_does_not_apply_says_why():
    row = Indicator("丁", not_applicable="停办", weight=5)
    assert "不适用：停办" in words(form(row))
    book = gp.standard()
    shared = attrs.evolve(book, not_applicable=attrs.evolve(book.not_applicable, policy="redistribute"))
    assert "不适用" in cells(gp.evaluate(form(FIRST, row), standard=attrs.evolve(shared, name="本地")))


def test_a_card_says_each_remark_once_and_never_zero_for_what_is_undefined():
    missing = Indicator("戊", category=("效益",), target="效果明显", actual="好", weight=10)
    card = gp.evaluate(form(FIRST, SECOND, missing, missing))
    said = words(card)
    assert said.count("指标值不是数量：效果明显") == 1 + 2  # the list, and the way to each of the two
    assert said.startswith("评分结果 无法确定 MOF-2020-10")
    assert "总分可能在" in said
    assert cells(card)[9:18] == ["预算执行率", "", "", "100元", "50元", "50.00%", "10", "5.00", ""]


def test_a_score_shows_its_way():
    card = gp.evaluate(form(FIRST, SECOND))
    assert words(card.scores[0]).startswith(
        "甲 25.00 / 50 指标类别 产出 / 数量 指标值 ≥2次 实际完成值 1次 完成率 50.00%"
    )
    assert words(card).startswith("评分结果 等级：")


def test_findings_have_a_column_of_acceptances_where_there_are_some():
    found = gp.review(form(FIRST, SECOND))
    assert "认可" not in words(found)
    accepted = [found[0].accept(reason="疫情停课", by="财务科", date="2023-12-01")]
    again = gp.review(form(FIRST, SECOND, accepted=accepted))
    assert "疫情停课，财务科，2023-12-01" in words(again)
    kept = next(one for one in again if one.accepted)
    assert "认可 疫情停课，财务科，2023-12-01" in words(kept)


def test_what_follows_is_shown():
    one, other = form(FIRST, SECOND), form(FIRST)
    assert "乙 取消 40.00 — -40.00" in words(gp.compare(one, other))
    assert words(gp.rank({"某局": one})[0]) == "第1名 某局：70.00"
    assert "单独变动一项时" in words(gp.sensitivity(one))
    lit = gp.monitor(form(FIRST, Indicator("己", target="明显")), month=6)
    assert "己：" in words(lit)
    assert "绿灯" in words(lit)
    assert words(gp.standard()).startswith("评分标准MOF-2020-10 文件：")


@pytest.mark.parametrize(
    ("total", "word"),
    [("3元", "相符"), ("3.001元", "舍入误差"), ("9元", "不符")],
)
def test_a_check_says_how_it_came_out(total, word):
    part = {"甲": "1.001元", "乙": "2.001元"} if word == "舍入误差" else {"甲": "1元", "乙": "2元"}
    (check,) = gp.cross_checks(
        Evaluation("某局", 2023, breakdowns=[gp.Breakdown("和", total=total, parts=part)])
    )
    assert words(check).startswith(word)
