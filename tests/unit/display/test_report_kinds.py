"""The report of an evaluation by others, by another rule book, with lines and adjustments in its budget."""

import attrs
import pytest

import govperf as gp
from govperf.errors import StandardError

HOSTILE = "红\x1b[31m\n二\r\x07\u202e\u2028三\ud800"

BROKEN = (
    "  ✗ 年初预算数 100.00万元 ≠ 基本支出年初预算数 60.00万元 + 项目支出年初预算数 30.00万元"
    " = 90.00万元，相差 10.00万元"
)


def made(**fields):
    return gp.Evaluation("某局", 2021, **fields)


def lines(table, **options):
    return gp.report(table, **options).split("\n")


@pytest.mark.parametrize(
    ("kind", "title"),
    [("自评", "绩效自评"), ("部门评价", "部门评价"), ("财政评价", "财政评价")],
)
def test_the_title_says_who_evaluates(kind, title):
    assert lines(made(kind=kind, project="巡查"))[0] == f"【某局 巡查 2021年{title}】"


def test_every_kind_has_a_title():
    assert len({lines(made(kind=kind))[0] for kind in gp.EvaluationKind}) == len(gp.EvaluationKind)


class TestStandard:
    ROW = gp.Indicator("周报", target="≥52期", actual="49期", weight=90)

    def table(self, **fields):
        budget = gp.Budget(2021, adjusted="100万元", executed="95万元")
        return made(budget=budget, goals=[gp.Goal("周报", indicators=[self.ROW])], **fields)

    def test_a_known_one_changes_nothing(self):
        assert gp.report(self.table(standard="MOF-2020-10")) == gp.report(self.table())

    def test_an_unknown_one_is_said_and_replaced(self):
        with pytest.raises(StandardError):
            gp.evaluate(self.table(standard="某市办法"))
        printed = lines(self.table(standard="某市办法", reported_total="83.28"))
        assert "  [警示] 评分标准“某市办法”不在内置之列，改按 MOF-2020-10 计分和审核" in printed
        assert "  自报总分 83.28 分，等级“良”（MOF-2020-10）" in printed
        rest = [line for line in printed if "某市办法" not in line]
        assert rest == [line for line in lines(self.table(reported_total="83.28")) if line in rest]

    def test_one_that_is_asked_for_is_not_missed(self):
        book = attrs.evolve(gp.standard(), name="某市办法")
        printed = gp.report(self.table(standard="某市办法"), standard=book)
        assert "不在内置之列" not in printed
        assert "（按完成比例计分，某市办法）" in printed

    def test_review_says_it_in_two_languages(self):
        (found,) = [item for item in gp.review(self.table(standard="某市办法")) if "standard" in item.code]
        assert (found.code, found.severity.value, found.path) == (
            "finding.standard-unknown",
            "warning",
            "$.standard",
        )
        assert found.explain("en") == (
            "the standard 某市办法 is none that govperf carries, MOF-2020-10 takes its place"
        )

    def test_a_review_that_is_told_a_standard_asks_no_other(self):
        assert gp.review(self.table(standard="某市办法"), standard=gp.standard()) == gp.review(self.table())


class TestBudget:
    def test_printed_points_of_the_budget(self):
        budget = gp.Budget(2021, adjusted="200万元", executed="195.5万元", weight=20)
        assert (
            "  预算执行率：20 × 195.5万元 ÷ 200万元 = 19.55，取 19.55 分（按完成比例计分，MOF-2020-10）"
            in lines(made(budget=budget))
        )

    def test_columns_and_adjustments_are_checked(self):
        budget = gp.Budget(
            2021,
            original="100.00万元",
            adjusted="80.00万元",
            adjustments=[gp.Adjustment("-20.00万元", reason="压减")],
            basic=gp.BudgetLine(original="60.00万元"),
            project=gp.BudgetLine(original="30.00万元"),
        )
        assert [line for line in lines(made(budget=budget)) if line.strip()[:1] in "✓≈✗" and line] == [
            BROKEN,
            "  ✓ 全年预算数 80.00万元 = 年初预算数 100.00万元 - 压减 20.00万元",
        ]

    def test_names_of_rows_and_reasons_do_no_harm(self):
        budget = gp.Budget(
            2021,
            original="1元",
            adjusted="2元",
            adjustments=[gp.Adjustment("1元", reason=HOSTILE)],
            sources=[gp.BudgetLine(HOSTILE, adjusted="2元")],
        )
        table = made(
            budget=budget, standard=HOSTILE, reported_grade=HOSTILE, notes=[HOSTILE], implementer=HOSTILE
        )
        printed = gp.report(table)
        assert all(line.isprintable() for line in printed.split("\n"))
        assert printed.encode()
        assert len(printed.split("\n")) == len(lines(attrs.evolve(table, standard="某市办法")))


class TestNestedGoals:
    def test_indicators_of_all_levels(self):
        inner = gp.Goal("按时", indicators=[gp.Indicator("及时率", target="≥90%", actual="95%", weight=40)])
        row = gp.Indicator("周报", target="≥52期", actual="52期", weight=50)
        table = made(
            budget=gp.Budget(2021, adjusted="1元", executed="1元"),
            goals=[gp.Goal("周报", indicators=[row], goals=[inner])],
        )
        assert lines(table)[-1] == "  总分：10.00 + 50.00 + 40.00 = 100.00，等级“优”（MOF-2020-10）"
