"""The report of any evaluation, filled in or not."""

from decimal import Decimal

import attrs
import pytest

import govperf as gp
from govperf.layout import width

HOSTILE = "红\x1b[31m\n二\r\x07\u202e\u2028三\ud800"
HARMLESS = "红�[31m 二 �� 三�"


RULE = "（按完成比例计分，MOF-2020-10）"


def evaluation(*indicators, department="某局", **fields):
    goals = [gp.Goal("目标", indicators=indicators)] if indicators else ()
    return gp.Evaluation(gp.Department(department), 2021, goals=goals, **fields)


def sections(table):
    """Title → lines, without their two blanks."""
    head, *rest = gp.report(table).split("\n\n")
    blocks = [block.split("\n") for block in rest]
    assert all(line.startswith("  ") for _, *lines in blocks for line in lines)
    assert all(line == line.rstrip() for line in gp.report(table).split("\n"))
    return {"": head.split("\n"), **{title: [line[2:] for line in lines] for title, *lines in blocks}}


class TestWhatIsThere:
    def test_nothing(self):
        assert sections(evaluation()) == {"": ["【某局 2021年绩效自评】"]}

    def test_project_and_source(self):
        assert sections(evaluation(project="资助", source="自评表"))[""] == [
            "【某局 资助 2021年绩效自评】",
            "  数据来源：自评表",
        ]

    def test_a_budget_alone(self):
        budget = gp.Budget(2021, adjusted="310.20万元", executed="154.74万元", reported_execution_rate="50%")
        assert sections(evaluation(budget=budget)) == {
            "": ["【某局 2021年绩效自评】"],
            "一、预算": [
                "全年预算数              310.20万元",
                "全年执行数（本年支出）  154.74万元",
                "支出进度（自报）        50%",
                "预算执行率              49.88%",
            ],
            "二、得分": [
                f"预算执行率：10 × 154.74万元 ÷ 310.20万元 = 4.988394…，取 4.99 分{RULE}",
                "总分：无法确定，没有绩效指标",
            ],
            "三、审核发现": ["[提示] 预算结余率50.12%，超过20%的预警线"],
        }

    def test_an_empty_budget_has_no_section(self):
        assert sections(evaluation(budget=gp.Budget(2021))) == {"": ["【某局 2021年绩效自评】"]}

    def test_a_budget_of_nothing(self):
        budget = gp.Budget(2021, adjusted="0元", executed="0元")
        lines = sections(evaluation(gp.Indicator("甲", target="1条", actual="1条", weight=90), budget=budget))
        assert lines["一、预算"] == ["全年预算数              0元", "全年执行数（本年支出）  0元"]
        assert lines["三、得分"][0] == "预算执行率：无法计分，全年预算数为零"

    @pytest.mark.parametrize(
        ("parts", "line"),
        [
            ({"甲": "1.00万元"}, "✓ 合计 1.00万元 = 甲 1.00万元"),
            (
                {"甲": "1.01万元"},
                "≈ 合计 1.00万元 ≈ 甲 1.01万元 = 1.01万元，相差 0.01万元，在取整误差 0.01万元 之内",
            ),
            ({"甲": "1.02万元"}, "✗ 合计 1.00万元 ≠ 甲 1.02万元 = 1.02万元，相差 0.02万元"),
        ],
    )
    def test_checks_are_marked(self, parts, line):
        table = evaluation(breakdowns=[gp.Breakdown("合计", total="1.00万元", parts=parts)])
        assert sections(table)["一、勾稽核对"] == [line]

    def test_staffing_that_adds_up_to_too_many_digits_is_a_dash(self):
        most = gp.Staffing(authorised=10**34 - 1, actual=1)
        both = [gp.Department(name, staffing=most) for name in ("甲", "乙")]
        said = gp.report(gp.Evaluation(gp.Department("某局", units=both), 2021))
        row = next(line.split() for line in said.split("\n") if line.startswith("  某局"))
        assert row == ["某局", "—", "—", "—"]

    def test_staffing_by_unit_and_in_all(self):
        units = [
            gp.Department("本级", staffing=gp.Staffing(authorised=38, actual=38)),
            gp.Department("无编制", staffing=gp.Staffing(authorised=0, actual=1)),
            gp.Department("未填"),
        ]
        table = gp.Evaluation(gp.Department("某局", units=units), 2021)
        assert sections(table)["一、人员编制"] == [
            "单位    编制  在职  在职人员控制率",
            "──────  ────  ────  ──────────────",
            "本级    38人  38人         100.00%",
            "无编制   0人   1人               —",
            "某局    38人  39人         102.63%",
        ]


class TestIndicators:
    def test_measured_and_not(self):
        table = evaluation(
            gp.Indicator("周报", target="每周1期", actual="49期"),
            gp.Indicator("台账", target="52期", actual="52期"),
            gp.Indicator("宣传", target="效果明显", actual="良好"),
            gp.Indicator("培训", target="60人", actual="540人次"),
            gp.Indicator("未填", target="60人"),
        )
        lines = sections(table)
        assert lines["一、指标完成情况"] == [
            "指标  指标值   实际完成值   完成率  偏离度",
            "────  ───────  ──────────  ───────  ──────",
            "周报  每周1期  49期         94.23%  -5.77%",
            "台账  52期     52期        100.00%   0.00%",
            "※ 未写运算符号，按≥推定：周报、台账",
            "※ 每周1期 × 52 = 52期：周报",
        ]
        assert lines["二、无法衡量的指标"] == [
            "○ 宣传：指标值不是数量：效果明显",
            "○ 培训：人次与人计量的不是同一种量",
            "○ 未填：没有实际完成值",
        ]
        assert lines["三、得分"] == ["表中没有分值，只算完成率，不计分"]
        found = gp.review(table)
        assert lines["四、审核发现"][0] == "[警示] 培训：指标值按“人”，实际完成值按“人次”，单位不一致"
        assert [line[5:] for line in lines["四、审核发现"]] == [finding.explain() for finding in found]

    def test_what_is_judged_or_does_not_apply_is_measurable_enough(self):
        table = evaluation(
            gp.Indicator("宣传", target="效果明显", award=8, weight=10),
            gp.Indicator("外事", target="2次", not_applicable="当年无出访"),
        )
        assert not any("无法衡量" in title for title in sections(table))

    def test_rows_without_a_target_are_counted(self):
        rows = [gp.Indicator(f"工作{i}", actual="已完成") for i in range(7)]
        assert sections(evaluation(*rows[:1]))["一、无法衡量的指标"] == ["○ 没有指标值的共1项：工作0"]
        assert sections(evaluation(*rows))["一、无法衡量的指标"] == [
            "○ 没有指标值的共7项：工作0、工作1、工作2、工作3、工作4等"
        ]

    def test_a_rate_without_a_deviation(self):
        table = evaluation(gp.Indicator("事故", target="=0起", actual="0起"))
        assert sections(table)["一、指标完成情况"][2] == "事故  =0起    0起         100.00%       —"

    def test_scores_as_far_as_there_are_weights(self):
        table = evaluation(
            gp.Indicator("周报", target="≥52期", actual="49期", weight=20),
            gp.Indicator("台账", target="≥52期", actual="49期"),
            budget=gp.Budget(2021, adjusted="100万元", executed="95万元"),
        )
        assert sections(table)["三、得分"] == [
            "预算执行率：10 × 95万元 ÷ 100万元 = 9.5，取 9.50 分（按完成比例计分，MOF-2020-10）",
            "周报：20 × 49期 ÷ 52期 = 18.846153…，取 18.85 分（按完成比例计分，MOF-2020-10）",
            "台账：无法计分，表中没有分值",
            "总分：无法确定，3项得分中有1项无法确定",
        ]

    def test_the_printed_total_has_a_grade(self):
        assert sections(evaluation(reported_total="83.28"))["一、得分"] == [
            "自报总分 83.28 分，等级“良”（MOF-2020-10）"
        ]

    def test_a_standard_of_ones_own(self):
        clause = gp.standard().grades_clause
        book = attrs.evolve(
            gp.standard(), name="自订", grades=(gp.Grade("合格", "passed", Decimal(0)),), grades_clause=clause
        )
        assert "自报总分 83.28 分，等级“合格”（自订）" in gp.report(
            evaluation(reported_total="83.28"), standard=book
        )


class TestForeignText:
    """Names come from files that someone sent: none may break the layout or reach the terminal."""

    def table(self, name):
        indicators = [
            gp.Indicator(name, target=f"5条{name[:0]}", actual="4条", weight=50),
            gp.Indicator(name + "二", target=name, actual=name, weight=40),
            gp.Indicator(name + "三", target="5\n条", actual="约4\n条"),
        ]
        return gp.Evaluation(
            gp.Department(name, units=[gp.Department(name, staffing=gp.Staffing(authorised=1, actual=1))]),
            2021,
            project=name,
            source=name,
            budget=gp.Budget(2021, income="5.00万元", income_sources={name: "5.00万元"}),
            goals=[gp.Goal(name, indicators=indicators)],
            breakdowns=[gp.Breakdown(name, total="5条", parts={name: "4条", name + "二": "3人"})],
        )

    def test_is_printed_without_its_controls(self):
        report = gp.report(self.table(HOSTILE))
        assert all(line.isprintable() for line in report.split("\n"))
        assert report.encode()
        assert HARMLESS in report

    def test_makes_no_lines(self):
        lines = gp.report(self.table("甲")).split("\n")
        assert len(gp.report(self.table(HOSTILE)).split("\n")) == len(lines)

    def test_long_names_are_shortened_in_tables(self):
        report = gp.report(self.table("长" * 9_999))
        rows = [line for line in report.split("\n") if "…" in line]
        assert len(rows) == 4
        assert max(map(width, rows)) < 100
        assert "长" * 9_999 in report

    def test_braces_are_only_braces(self):
        assert "{name}" in gp.report(self.table("{name}{0.__class__}"))
