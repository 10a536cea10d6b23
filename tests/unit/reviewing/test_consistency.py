"""One figure with two values: twice in a table, or in the table and in a text."""

from itertools import permutations

import attrs
import pytest

import govperf as gp
from govperf.reviewing import CHECKS, review

CONSISTENCY = CHECKS.only("consistency")


def form(*indicators, year=2023, goals=(), budget=None, **fields):
    goals = goals or ([gp.Goal("目标", indicators=indicators)] if indicators else ())
    made = None if budget is None else gp.Budget(year, **budget)
    return gp.Evaluation("某局", year, budget=made, goals=goals, **fields)


def findings(table, code):
    return list(review(table, checks=CONSISTENCY.only(f"finding.{code}")))


def figures(finding):
    return {figure.path: figure.value for figure in finding.figures}


class TestTwoValues:
    def rows(self, one, other, **fields):
        name = fields.pop("name", "培训人数")
        goals = [
            gp.Goal("甲", indicators=[gp.Indicator(name, actual=one, target=fields.get("target"))]),
            gp.Goal("乙", indicators=[gp.Indicator("培训 人数", actual=other, target=fields.get("second"))]),
        ]
        return form(goals=goals)

    def test_rows_of_two_goals(self):
        (found,) = findings(self.rows("257人", "245人"), "two-values")
        assert (found.severity.value, found.path) == ("warning", "$.goals[0].indicators[0].actual")
        assert figures(found) == {
            "$.goals[0].indicators[0].actual": "257人",
            "$.goals[1].indicators[0].actual": "245人",
        }
        assert found.explain() == "培训人数一处为257人，另一处为245人"
        assert found.explain("en") == "培训人数 is 257人 in one place and 245人 in another"

    @pytest.mark.parametrize(
        ("one", "other", "fields"),
        [
            ("257人", "257人", {}),
            ("257人", "245人次", {}),
            ("25.7万人", "256,900人", {}),
            ("约257人", "245人", {}),
            ("257", "245", {}),
            ("95%", "98%", {}),
            ("257人", None, {}),
            ("257人", "245人", {"name": "参训人数"}),
            ("257人", "245人", {"target": "≥200人", "second": "≥240人"}),
            ("257人", "245人", {"target": "≥200人"}),
        ],
    )
    def test_never(self, one, other, fields):
        assert findings(self.rows(one, other, **fields), "two-values") == []

    def test_one_target_for_both(self):
        assert len(findings(self.rows("257人", "245人", target="≥200人", second="≥200人"), "two-values")) == 1

    def test_rows_of_one_goal_and_rows_that_do_not_apply(self):
        one, other = (gp.Indicator("培训人数", actual=actual) for actual in ("257人", "245人"))
        idle = attrs.evolve(other, not_applicable="已取消")
        goals = [gp.Goal("甲", indicators=[one]), gp.Goal("乙", indicators=[idle])]
        assert findings(form(one, other), "two-values") == []
        assert (
            findings(form(goals=[gp.Goal("甲", indicators=[one, other]), gp.Goal("乙")]), "two-values") == []
        )
        assert findings(form(goals=goals), "two-values") == []

    def test_goals_within_a_goal(self):
        parts = self.rows("257人", "245人").goals
        assert len(findings(form(goals=[gp.Goal("总目标", goals=parts)]), "two-values")) == 1

    def test_one_finding_for_three_values(self):
        rows = [
            gp.Goal("目标", indicators=[gp.Indicator("培训人数", actual=n)])
            for n in ("5人", "6人", "5人", "7人")
        ]
        (found,) = findings(form(goals=rows), "two-values")
        assert list(figures(found).values()) == ["5人", "6人", "5人", "7人"]

    def test_the_order_of_the_goals_is_no_matter(self):
        cells = [("≥50人", "60人"), ("≥40人", "70人"), ("≥40人", "80人")]
        for order in permutations(cells):
            rows = [
                gp.Goal("目标", indicators=[gp.Indicator("培训人数", target=target, actual=actual)])
                for target, actual in order
            ]
            (found,) = findings(form(goals=rows), "two-values")
            assert sorted(figures(found).values()) == ["70人", "80人"]

    @pytest.mark.parametrize(("rows", "found"), [(5, 1), (6, 0)])
    def test_a_total_with_the_name_of_many_rows_is_not_compared(self, rows, found):
        goals = [
            gp.Goal("目标", indicators=[gp.Indicator("培训", target=f"{i}人", actual="5人")])
            for i in range(1, rows + 1)
        ]
        counted = gp.Breakdown("培训", total="50人", parts={"甲": "50人"})
        assert len(findings(form(goals=goals, breakdowns=[counted]), "two-values")) == found

    @pytest.mark.parametrize(("total", "found"), [("17起", 0), ("18起", 1), ("18家", 0), ("17.4起", 0)])
    def test_a_printed_total(self, total, found):
        counted = gp.Breakdown("事故调查", total=total, parts={"道路交通": "13起", "其他": "4起"})
        actual = "17.4起" if "." in total else "17起"
        table = form(gp.Indicator("事故调查", actual=actual), breakdowns=[counted])
        assert [figures(one) for one in findings(table, "two-values")] == [
            {"$.breakdowns[0].total": total, "$.goals[0].indicators[0].actual": "17起"}
        ] * found

    def test_a_total_that_one_of_several_rows_has(self):
        counted = gp.Breakdown("事故", total="18起", parts={"道路交通": "18起"})
        goals = [gp.Goal("目标", indicators=[gp.Indicator("事故", actual=n)]) for n in ("17起", "18起")]
        assert [one.path for one in findings(form(goals=goals, breakdowns=[counted]), "two-values")] == [
            "$.goals[0].indicators[0].actual"
        ]


ROWS = (
    gp.Indicator("资助人数", target="≥52人", actual="10人"),
    gp.Indicator("满意度（%）", target="≥90%", actual="95%"),
    gp.Indicator("信息", target="600条", actual="540条"),
)
BUDGET = {
    "adjusted": "3,868.40万元",
    "executed": "3,678.07万元",
    "income": "3,678.76万元",
    "basic": "2,367.28万元",
    "project": gp.BudgetLine(adjusted="1,400万元", executed="1,310.79万元"),
    "reported_execution_rate": "95.08%",
}


class TestTextAgainstTable:
    def achieved(self, text, **fields):
        return form(goals=[gp.Goal("目标", achieved=text, indicators=ROWS)], budget=BUDGET, **fields)

    @pytest.mark.parametrize(
        "text",
        [
            "资助人数52人",
            "完成资助人数 52 人，其余正常",
            "2023年资助人数达到52人",
            "本年支出3,678.76万元",
            "（一）本年支出：3,678.76万元。",
            "预算执行率80.45 %",
            "满意度为98%；",
            "其中项目支出1,300.79万元",
            "信息共完成60条",
            "信息近400条",
            "信息超过700条",
            "信息约700条",
            "资助人数12人以上",
        ],
    )
    def test_another_figure(self, text):
        (found,) = findings(self.achieved(text), "text-figure")
        assert (found.severity.value, found.path) == ("warning", "$.goals[0].achieved")

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "资助顺利",
            "资助人数10人",
            "全年资助人数共10人，满意度95%。",
            "困难资助人数52人",
            "资助人数由52人",
            "资助人数52",
            "资助人数52人次",
            "资助人数52个班级的学生",
            "资助人数52人，实际10人",
            "计划资助人数52人",
            "上年资助人数52人",
            "2022年，资助人数52人",
            "2022年资助人数52人",
            "截至9月，资助人数52人",
            "第一批，资助人数6人",
            "资助人数6人，资助人数4人",
            "资助人数52人中的10人",
            "资助人数" + "1" * 40 + "人",
            "满意度95.4%",
            "满意度90%以上",
            "信息近600条",
            "信息约500条",
            "信息500余条",
            "本年支出3,678万元",
            "本年支出0.37亿元",
            "本年收入3,678.76万元",
            "项目支出1,400万元",
            "预算执行率95.08%",
            "预算执行率95.1%",
            "资助人数" + "很" * 20 + "52人",
        ],
    )
    def test_never(self, text):
        assert findings(self.achieved(text), "text-figure") == []

    def test_sentence_and_figures(self):
        (found,) = findings(self.achieved("全年本年支出3,678.76万元，执行良好"), "text-figure")
        assert figures(found) == {
            "$.goals[0].achieved": "3,678.76万元",
            "$.budget.executed": "3,678.07万元",
        }
        assert found.explain() == "本年支出：文中为3,678.76万元，表中为3,678.07万元"
        assert found.explain("en") == "本年支出: the text says 3,678.76万元, the table 3,678.07万元"

    def test_all_texts_are_read(self):
        text = "资助人数52人"
        row = attrs.evolve(ROWS[0], deviation_reason=text, note=text)
        inner = gp.Goal("分目标", achieved=text, indicators=[row])
        table = form(goals=[gp.Goal("目标", goals=[inner])], notes=["一切正常", text])
        assert [found.path for found in findings(table, "text-figure")] == [
            "$.goals[0].goals[0].achieved",
            "$.goals[0].goals[0].indicators[0].deviation_reason",
            "$.goals[0].goals[0].indicators[0].note",
            "$.notes[1]",
        ]

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("资助人数不少于60人", 1),
            ("全年资助人数达到60人", 1),
            ("力争资助人数≥60人", 0),
            ("资助人数≥52人", 0),
            ("资助人数10人", 1),
            ("2024年，资助人数60人", 0),
            ("信息600条以上，满意度≥90%", 0),
            ("预算执行率100%", 0),
            ("资助学生", 0),
        ],
    )
    def test_the_text_of_a_goal_is_about_targets(self, text, found):
        table = form(goals=[gp.Goal(text, indicators=ROWS)], budget=BUDGET)
        assert [one.path for one in findings(table, "text-figure")] == ["$.goals[0].text"] * found

    def test_a_name_of_several_figures(self):
        goals = [gp.Goal("目标", indicators=[gp.Indicator("培训", actual=n)]) for n in ("5人", "7人")]
        for text, found in (("培训7人", 0), ("培训6人", 1)):
            assert len(findings(form(goals=goals, notes=[text]), "text-figure")) == found

    def test_names_that_are_not_looked_for(self):
        for name in ("额", "名" * 31):
            row = gp.Indicator(name, actual="10人")
            assert findings(form(row, notes=[f"{name}52人"]), "text-figure") == []
        idle = attrs.evolve(ROWS[0], not_applicable="已取消")
        assert findings(form(idle, notes=["资助人数52人"]), "text-figure") == []
        bare = gp.Indicator("资助人数", actual="很多")
        assert findings(form(bare, notes=["资助人数52人", "本年支出5万元"]), "text-figure") == []

    def test_a_name_of_thirty_characters(self):
        row = gp.Indicator("名" * 30, actual="10人")
        assert len(findings(form(row, notes=["名" * 30 + "52人"]), "text-figure")) == 1

    def test_the_printed_rate_or_the_computed_one(self):
        computed = {"adjusted": "100万元", "executed": "75万元"}
        printed = computed | {"reported_execution_rate": "95%"}
        for budget, rates in ((computed, {"75%"}), (printed, {"75%", "95%"}), ({}, {"75%", "80%", "95%"})):
            silent = {
                rate
                for rate in ("75%", "80%", "95%")
                if not findings(form(budget=budget, notes=[f"预算执行率{rate}"]), "text-figure")
            }
            assert silent == rates

    def test_a_rate_of_too_many_digits(self):
        budget = {"adjusted": "0.01元", "executed": "9" * 33 + "元"}
        assert findings(form(budget=budget, notes=["预算执行率95%"]), "text-figure") == []

    def test_the_work_has_an_end(self):
        notes = ["资助人数10人，" * 1000] * 4 + ["资助人数52人"]
        assert len(findings(form(*ROWS, notes=notes), "text-figure")) == 1
        assert (
            findings(form(*ROWS, notes=[*["资助人数10人，" * 1000] * 5, "资助人数52人"]), "text-figure") == []
        )


def test_every_check_says_what_would_settle_it():
    missing = [
        check.code for check in CONSISTENCY if not gp.Finding(check.code, gp.Severity.HINT, "$").settle("en")
    ]
    assert missing == []


@pytest.mark.parametrize(("rows", "found"), [(5, 1), (6, 0)])
def test_a_text_that_names_what_many_rows_are_called_is_not_compared(rows, found):
    goals = [
        gp.Goal("目标", indicators=[gp.Indicator("培训人数", target=f"{i}人", actual=f"{i}人")])
        for i in range(1, rows + 1)
    ]
    table = form(goals=goals, notes=["培训人数99人。"])
    assert len(findings(table, "text-figure")) == found
