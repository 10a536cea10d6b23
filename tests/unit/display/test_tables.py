"""Tables are laid out like the printed form: what a cell says, how far it spans, and that it is a text."""

import re

import attrs
import pytest
from great_tables import GT, loc, style
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import govperf as gp
from govperf import display
from govperf.errors import InputError
from govperf.testing import evaluations, reviews

few = settings(max_examples=12, suppress_health_check=list(HealthCheck))

CELL = re.compile(r"<(t[dh]) class=\"gt_row gp_(\w+)\"((?: \w+=\"\d+\")*)>(.*?)</\1>", re.DOTALL)
BUDGET = gp.Budget(2023, original="100万元", adjusted="100万元", executed="95万元")


def form(*indicators, **fields):
    goals = [gp.Goal("提升能力", achieved="已提升", indicators=indicators)] if indicators else ()
    return gp.Evaluation("某局", 2023, **{"project": "项目", "budget": BUDGET, "goals": goals, **fields})


def row(name="周报", target="≥10期", actual="10期", weight=90, **fields):
    return gp.Indicator(name, target=target, actual=actual, weight=weight, **fields)


def cells(table):
    """The rows of a table: texts, with their spans where there are any."""
    body = table.as_raw_html().partition('<tbody class="gt_table_body">')[2].partition("</tbody>")[0]
    return [[text + spans for _, _, spans, text in CELL.findall(line)] for line in body.split("</tr>")[:-1]]


def texts(table):
    return [[re.sub(r' (?:col|row)span="\d+"', "", text) for text in line] for line in cells(table)]


def notes(table):
    foot = table.as_raw_html().partition("<tfoot>")[2]
    return [re.sub("<[^>]+>", "", one) for one in re.findall(r'class="gt_sourcenote"[^>]*>(.*?)</td>', foot)]


def area(html):
    """How many cells of the grid each row of the body covers, with what reaches into it from above."""
    body = html.partition('<tbody class="gt_table_body">')[2].partition("</tbody>")[0]
    covered, below = [], []
    for line in body.split("</tr>")[:-1]:
        spans = [dict(re.findall(r'(\w+)="(\d+)"', one)) for _, _, one, _ in CELL.findall(line)]
        here = [(int(one.get("colspan", 1)), int(one.get("rowspan", 1))) for one in spans]
        covered.append(sum(width for width, _ in here) + sum(width for width, _ in below))
        below = [(width, height - 1) for width, height in (*here, *below) if height > 1]
    return covered, below


class TestForm:
    def test_it_is_laid_out_like_the_printed_one(self):
        one = row("周报", category=("产出", "数量"), weight=40, reported_points=40)
        other = row(
            "合格率", "≥90%", "81%", 30, category=("产出", "质量"), deviation_reason="疫情", measures="补做"
        )
        third = row("满意度", "≥90%", "95%", 20, category="满意度", reported_points=18)
        assert cells(display.form_table(form(one, other, third, implementer="某所"))) == [
            ['项目名称 colspan="2"', '项目 colspan="6"'],
            ['主管部门 colspan="2"', '某局 colspan="2"', "实施单位", '某所 colspan="3"'],
            [
                '项目资金 rowspan="2"',
                "资金来源",
                "年初预算数",
                "全年预算数",
                "全年执行数",
                "分值",
                "得分",
                "执行率",
            ],
            ["年度资金总额", "100万元", "100万元", "95万元", "10", "9.50", "95.00%"],
            ['年度总体目标 rowspan="2"', '年初设定目标 colspan="3"', '全年实际完成情况 colspan="4"'],
            ['提升能力 colspan="3"', '已提升 colspan="4"'],
            [
                "一级指标",
                "二级指标",
                "三级指标",
                "年度指标值",
                "实际完成值",
                "分值",
                "得分",
                "偏差原因分析及改进措施",
            ],
            ['产出 rowspan="2"', "数量", "周报", "≥10期", "10期", "40", "40.00", "—"],
            ["质量", "合格率", "≥90%", "81%", "30", "27.00", "疫情；补做"],
            ["满意度", '满意度 colspan="2"', "≥90%", "95%", "20", "20.00<br>（自报18）", "—"],
            ['总分 colspan="5"', "100", "96.50", "等级：优"],
        ]

    def test_second_levels_that_follow_each_other_are_one_cell(self):
        made = [row(name, category=("产出", "数量"), weight=30) for name in "甲乙丙"]
        found = cells(display.form_table(form(*made)))[7:10]
        assert found[0][:3] == ['产出 rowspan="3"', '数量 rowspan="3"', "甲"]
        assert [line[0] for line in found[1:]] == ["乙", "丙"]

    def test_without_levels_the_name_takes_their_place(self):
        assert cells(display.form_table(form(row())))[7][0] == '周报 colspan="3"'

    def test_sources_are_rows_of_the_funds(self):
        lines = [
            gp.BudgetLine("财政拨款", adjusted="80万元", executed="76万元"),
            gp.BudgetLine(executed="19万元"),
        ]
        found = cells(display.form_table(form(budget=attrs.evolve(BUDGET, sources=lines))))
        assert found[2][0] == '项目资金 rowspan="4"'
        assert found[4] == ["财政拨款", "—", "80万元", "76万元", "—", "—", "95.00%"]
        assert found[5] == ["—", "—", "—", "19万元", "—", "—", "—"]

    def test_what_cannot_be_computed_leads_to_its_reason(self):
        table = display.form_table(
            form(row(target="明显"), row("影响", target="明显"), row("停办", not_applicable="停"))
        )
        points = [line[-2] for line in texts(table)[7:]]
        assert points == ["无法确定 [1]", "无法确定 [1]", "不适用 [2]", "无法确定 [3]"]
        assert notes(table) == [
            "1. 指标值不是数量：明显",
            "2. 指标不适用：停",
            "3. 4项得分中有3项无法确定",
            "评分依据：MOF-2020-10",
        ]

    @pytest.mark.parametrize(
        ("reported", "shown"), [("99.5", "99.50"), ("99.50", "99.50"), ("99.51", "99.50<br>（自报99.51）")]
    )
    def test_a_printed_total_is_said_where_it_is_another(self, reported, shown):
        assert texts(display.form_table(form(row(), reported_total=reported)))[-1][2] == shown

    @pytest.mark.parametrize(
        ("reported", "shown"), [("", "等级：优"), ("优", "等级：优"), ("良", "等级：优<br>（自报良）")]
    )
    def test_a_printed_grade_is_said_where_it_is_another(self, reported, shown):
        assert texts(display.form_table(form(row(), reported_grade=reported)))[-1][3] == shown

    def test_several_goals_head_their_indicators(self):
        part = gp.Goal("分目标", indicators=[row("乙", weight=45)])
        goals = [gp.Goal("总目标", indicators=[row("甲", weight=45)], goals=[part])]
        found = cells(display.form_table(form(goals=goals)))
        assert found[4][0] == '年度总体目标 rowspan="3"'
        assert [line[0] for line in found[8:12]] == [
            '目标1：总目标 colspan="8"',
            '甲 colspan="3"',
            '目标2：分目标 colspan="8"',
            '乙 colspan="3"',
        ]

    @pytest.mark.parametrize(
        ("kind", "project", "title"),
        [
            ("self", "项目", "项目支出绩效自评表"),
            ("self", "", "部门整体支出绩效自评表"),
            ("departmental", "项目", "部门绩效评价表"),
            ("finance", "", "财政绩效评价表"),
        ],
    )
    def test_the_title_is_that_of_its_kind(self, kind, project, title):
        page = display.form_table(form(kind=kind, project=project)).as_raw_html()
        assert f">{title}<" in page
        assert ">（2023年度）<" in page

    def test_an_empty_form_says_so(self):
        found = texts(display.form_table(gp.Evaluation("某局", 2023)))
        assert found[0] == ["主管部门", "某局", "实施单位", "—"]
        assert found[2] == ["没有绩效指标"]

    def test_a_form_without_weights_has_rates_instead_of_points(self):
        bare = form(row(weight=None), row(target="明显", weight=None), project="")
        found = texts(display.form_table(bare))
        assert [line[-2] for line in found[5:8]] == ["完成率", "100.00%", "无法计算 [1]"]
        assert found[1][0] == "部门资金"

    def test_the_source_of_the_figures_is_named(self):
        assert notes(display.form_table(form(row(), source="自评表")))[-1] == "数据来源：自评表"

    def test_an_unknown_rule_book_is_replaced(self):
        assert notes(display.form_table(form(row(), standard="某市办法"))) == ["评分依据：MOF-2020-10"]
        other = display.form_table(form(row()), standard=gp.standard("HUBEI-2020"))
        assert notes(other)[-1] == "评分依据：HUBEI-2020"


class TestWhatGreatTablesOffers:
    """Styles and notes may be added; what would tear merged cells apart is refused."""

    def test_a_style_stays_with_its_cell(self):
        table = display.form_table(form(row()))
        plain_page = table.as_raw_html()
        styled = table.tab_style(style.fill("yellow"), loc.body(columns="c2", rows=[0])).as_raw_html()
        added = '<td style="background-color: yellow;" class="gt_row gp_text" colspan="6">'
        assert styled.count("yellow") == 1
        assert styled.replace(added, '<td class="gt_row gp_text" colspan="6">') == plain_page

    @pytest.mark.parametrize(
        "change",
        [
            lambda table: table.cols_move_to_end("c0"),
            lambda table: table.cols_hide("c7"),
            lambda table: table.tab_stub(rowname_col="c0"),
            lambda table: table.tab_stub(groupname_col="c0"),
        ],
        ids=["moved", "hidden", "stub", "group"],
    )
    def test_columns_stay_where_they_are(self, change):
        with pytest.raises(InputError, match="span several columns"):
            change(display.form_table(form(row()))).as_raw_html()


class TestHtml:
    def test_it_needs_nothing_from_elsewhere(self):
        page = display.form_table(form(row())).as_raw_html()
        assert not re.search(r"<script|https?:|@import|url\(|<link|<img", page)

    def test_whatever_stands_in_a_form_is_text(self):
        bad = "</td><script>alert(1)</script>&\"'\x1b[31m\ud800"
        made = form(row(bad, deviation_reason="一\n二", weight=None), project=bad, source=bad)
        page = display.form_table(made).as_raw_html()
        assert "<script" not in page
        assert page.count("&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#x27;�[31m�") == 3
        assert "一<br>二" in page

    def test_every_row_covers_all_columns(self):
        lines = [gp.BudgetLine("拨款")] * 3
        made = [row(str(i), category=("产出", str(i // 2))[: i % 3], weight=None) for i in range(9)]
        page = display.form_table(form(*made, budget=attrs.evolve(BUDGET, sources=lines))).as_raw_html()
        covered, left = area(page)
        assert set(covered) == {8}
        assert left == []

    def test_it_is_a_table_of_great_tables(self):
        table = display.form_table(form(row()))
        assert isinstance(table, GT)
        more = table.tab_source_note("另有说明")
        assert notes(more)[-1] == "另有说明"
        assert 'colspan="6"' in more._repr_html_()

    @pytest.mark.parametrize(("theme", "ground"), [("light", "#ffffff"), ("dark", "#15181d")])
    def test_a_table_has_the_ground_of_its_theme(self, theme, ground):
        assert f"background: {ground};" in display.form_table(form(row()), theme=theme).as_raw_html()

    def test_what_is_wrong_is_refused(self):
        with pytest.raises(InputError, match="unknown theme"):
            display.form_table(form(), theme="sepia")
        for make in (display.form_table, display.findings_table, display.changes_table):
            with pytest.raises(TypeError):
                make(1)

    def test_english_titles(self):
        found = texts(display.form_table(form(row(reported_points=1)), lang="en"))
        assert found[2] == [
            "Funds",
            "Source",
            "Original budget",
            "Adjusted budget",
            "Expenditure",
            "Weight",
            "Points",
            "Execution rate",
        ]
        assert found[7][-2] == "90.00<br>(printed 1)"
        assert found[-1] == ["Total", "100", "99.50", "grade: excellent"]


class TestLists:
    def test_findings_have_a_row_each(self):
        found = gp.review(form(row(actual="9期", category="产出")))
        lines = texts(display.findings_table(found))
        assert lines[0] == ["级别", "位置", "发现", "处理建议", "认可"]
        assert [line[2] for line in lines[1:]] == [one.explain() for one in found]
        assert {line[4] for line in lines[1:]} == {"—"}

    def test_who_accepted_is_said(self):
        made = form(row(actual="9期", category="产出"))
        missed = next(one for one in gp.review(made) if one.code == "finding.missed")
        agreed = attrs.evolve(made, accepted=[missed.accept(reason="疫情", by="财务科")])
        lines = texts(display.findings_table(gp.review(agreed)))
        assert "疫情（财务科）" in [line[4] for line in lines]

    def test_no_findings_say_so(self):
        assert cells(display.findings_table(gp.Findings()))[1] == ['没有发现问题 colspan="5"']

    def test_only_what_changed_has_a_row(self):
        made = form(row("甲", actual="9期", weight=45), row("乙", weight=45))
        better = gp.what_if(made, {"甲": {"actual": "10期"}})
        table = display.changes_table(gp.compare(made, better))
        lines = texts(table)
        assert lines[0] == ["指标级次", "指标", "原得分", "现得分", "差额", "原因"]
        assert [line[1:5] for line in lines[1:]] == [["甲", "40.50", "45.00", "+4.50"]]
        assert gp.compare(made, better).explain().splitlines()[-1] in table.as_raw_html()

    def test_no_change_says_so(self):
        made = form(row())
        assert cells(display.changes_table(gp.compare(made, made)))[1] == ['得分没有变化 colspan="6"']


@few
@given(evaluations(), st.sampled_from(["zh", "en"]))
def test_whatever_is_in_a_form_is_a_whole_table(evaluation, lang):
    covered, left = area(display.form_table(evaluation, lang=lang).as_raw_html())
    assert set(covered) == {8}
    assert left == []


@few
@given(reviews())
def test_whatever_a_review_says_is_a_whole_table(findings):
    covered, left = area(display.findings_table(findings).as_raw_html())
    assert len(covered) == max(1, len(findings)) + 1
    assert (set(covered), left) == ({5}, [])
