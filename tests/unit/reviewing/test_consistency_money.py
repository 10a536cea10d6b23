"""Results without money, money without results, costs that were not spent, and reasons that are due."""

import attrs
import pytest

import govperf as gp
from govperf.reviewing import CHECKS, review

CONSISTENCY = CHECKS.only("consistency")


def form(*indicators, sources=(), project="某项目", goal=None, notes=(), **budget):
    goals = [goal or gp.Goal("目标", indicators=indicators)] if indicators or goal else ()
    made = gp.Budget(2023, sources=sources, **budget) if budget or sources else None
    return gp.Evaluation("某局", 2023, project=project, budget=made, goals=goals, notes=notes)


def full_marks(count=9, **fields):
    """Rows that all reach their target."""
    return [
        gp.Indicator(f"指标{i}", target="≥90件", actual="90件", weight=10, **fields) for i in range(count)
    ]


def findings(table, code, standard=None):
    return list(review(table, checks=CONSISTENCY.only(f"finding.{code}"), standard=standard))


def severities(table, code):
    return [finding.severity.value for finding in findings(table, code)]


class TestAlert:
    """(S/90 − e) / (S/90) > 5 % is red, more than 20 % unspent yellow: both limits are not passed on them."""

    @pytest.mark.parametrize(
        ("executed", "found"),
        [
            ("100万元", []),
            ("95万元", []),
            ("94.9万元", ["warning"]),
            ("0.01万元", ["warning"]),
            ("110万元", []),
        ],
    )
    def test_red_from_five_percent_on(self, executed, found):
        assert severities(form(*full_marks(), adjusted="100万元", executed=executed), "alert") == found

    @pytest.mark.parametrize(("executed", "found"), [("80万元", []), ("79.99万元", ["hint"])])
    def test_yellow_above_twenty_percent_unspent(self, executed, found):
        assert severities(form(adjusted="100万元", executed=executed), "alert") == found

    @pytest.mark.parametrize(("executed", "found"), [("80万元", []), ("79万元", ["hint"])])
    def test_indicators_as_poor_as_the_spending_are_no_red(self, executed, found):
        rows = [gp.Indicator("培训", target="≥100人", actual="79人", weight=90)]
        assert severities(form(*rows, adjusted="100万元", executed=executed), "alert") == found

    def test_it_names_the_figures(self):
        (found,) = findings(
            form(*full_marks(), original="90万元", adjusted="100万元", executed="85万元"), "alert"
        )
        assert found.path == "$.budget.executed"
        assert [(figure.path, figure.value) for figure in found.figures] == [
            ("$.budget.executed", "85万元"),
            ("$.budget.adjusted", "100万元"),
            ("$.budget.original", "90万元"),
        ]
        assert found.explain("en") == (
            "the indicators score too well for the money that was spent: "
            "(90.00 ÷ 90 − 8.50 ÷ 10) ÷ (90.00 ÷ 90) = 15.00%"
        )
        assert found.explain() == "指标得分与资金执行不相称：(90.00 ÷ 90 − 8.50 ÷ 10) ÷ (90.00 ÷ 90) = 15.00%"

    def test_points_of_a_step_are_no_money(self):
        """By 财预〔2021〕101号 99 % spent earn 7 of 10 points: the money is all but spent all the same."""
        table = form(*full_marks(), adjusted="100万元", executed="94万元")
        almost = form(*full_marks(), adjusted="100万元", executed="95万元")
        book = gp.standard("MOF-2021-101")
        assert [len(findings(one, "alert", book)) for one in (table, almost)] == [1, 0]

    def test_step_points_below_the_money(self):
        """Red by the points alone, but the indicators earn no more than the money spent."""
        rows = [gp.Indicator("培训", target="≥100人", actual="90人", weight=90)]
        table = form(*rows, adjusted="100万元", executed="90万元")
        assert findings(table, "alert", gp.standard("MOF-2021-101")) == []

    def test_printed_scores_count_where_none_can_be_computed(self):
        rows = [gp.Indicator("宣传", target="效果明显", actual="好", weight=90, reported_points=90)]
        assert severities(form(*rows, adjusted="100万元", executed="85万元"), "alert") == ["warning"]
        mixed = [*full_marks(8), gp.Indicator("宣传", target="明显", weight=10, reported_points=10)]
        assert severities(form(*mixed, adjusted="100万元", executed="85万元"), "alert") == ["warning"]

    @pytest.mark.parametrize("fields", [{"weight": 90}, {"reported_points": 90}])
    def test_no_red_without_points_and_weights(self, fields):
        rows = [gp.Indicator("宣传", target="效果明显", actual="好", **fields)]
        assert severities(form(*rows, adjusted="100万元", executed="85万元"), "alert") == []
        assert severities(form(*rows, adjusted="100万元", executed="75万元"), "alert") == ["hint"]

    @pytest.mark.parametrize(
        "budget",
        [{}, {"executed": "5万元"}, {"adjusted": "5万元"}, {"adjusted": "0万元", "executed": "0万元"}],
    )
    def test_never_without_a_budget(self, budget):
        assert findings(form(*full_marks(), **budget), "alert") == []

    @pytest.mark.parametrize(("kind", "found"), [("自评", 1), ("部门评价", 0), ("财政评价", 0)])
    def test_never_for_an_evaluation_by_others(self, kind, found):
        table = attrs.evolve(form(*full_marks(), adjusted="100万元", executed="75万元"), kind=kind)
        assert len(findings(table, "alert")) == found

    def test_nothing_spent_is_said_once(self):
        table = form(*full_marks(), adjusted="100万元", executed="0万元")
        assert (findings(table, "alert"), severities(table, "spent-nothing")) == ([], ["hint"])
        idle = form(adjusted="100万元", executed="0万元")
        assert (severities(idle, "alert"), findings(idle, "spent-nothing")) == (["hint"], [])


class TestSpentNothing:
    @pytest.mark.parametrize(
        ("row", "found"),
        [
            (gp.Indicator("补助到位", target="≥100%", actual="100%"), ["warning"]),
            (gp.Indicator("设备采购", target="2台", actual="2台"), ["warning"]),
            (gp.Indicator("木材收入", target="≥5万元", actual="6万元"), ["warning"]),
            (gp.Indicator("组织活动", target="≥28次", actual="40次"), ["hint"]),
            (gp.Indicator("获认定驿站", target="≥2个", actual="0个"), []),
            (gp.Indicator("事故", target="0起", actual="0起"), []),
            (gp.Indicator("宣传", target="效果明显", actual="效果明显"), []),
            (gp.Indicator("补助到位", target="100%", actual="100%", not_applicable="已取消"), []),
        ],
    )
    def test_what_was_reached_without_money(self, row, found):
        assert severities(form(row, adjusted="10万元", executed="0万元"), "spent-nothing") == found

    @pytest.mark.parametrize(
        ("budget", "found"),
        [
            ({"original": "10万元", "executed": "0元"}, 1),
            ({"adjusted": "0万元", "original": "10万元", "executed": "0元"}, 0),
            ({"adjusted": "10万元", "executed": "0.01元"}, 0),
            ({"adjusted": "10万元"}, 0),
            ({"executed": "0元"}, 0),
            ({}, 0),
        ],
    )
    def test_nothing_of_something(self, budget, found):
        row = gp.Indicator("组织活动", target="≥28次", actual="40次")
        assert len(findings(form(row, **budget), "spent-nothing")) == found

    def test_a_source_of_which_something_was_spent(self):
        row = gp.Indicator("组织活动", target="≥28次", actual="40次")
        for spent, found in (("0元", 1), ("5万元", 0)):
            sources = [gp.BudgetLine("财政拨款", executed=spent)]
            table = form(row, sources=sources, adjusted="10万元", executed="0元")
            assert len(findings(table, "spent-nothing")) == found

    def test_it_names_what_needs_money_first(self):
        rows = [*full_marks(7), gp.Indicator("补助到位", target="≥100%", actual="100%")]
        (found,) = findings(form(*rows, adjusted="10万元", executed="0元"), "spent-nothing")
        assert found.explain() == "预算10万元分文未支，却有1项达到指标值：补助到位"
        assert found.figures[-1].path == "$.goals[0].indicators[7].actual"

    def test_five_names_are_enough(self):
        (found,) = findings(form(*full_marks(7), adjusted="10万元", executed="0元"), "spent-nothing")
        assert found.explain("en").endswith("7 in all: 指标0, 指标1, 指标2, 指标3, 指标4, …")
        assert len(found.figures) == 7 + 2


class TestCostAgainstExpenditure:
    def cost(self, name="项目总成本", actual="90万元", **others):
        target = others.pop("target", "≤95万元")
        row = gp.Indicator(name, category=("成本", "经济成本"), target=target, actual=actual)
        budget = {"adjusted": "95万元", "executed": "85万元"} | others
        return form(row, **budget)

    @pytest.mark.parametrize(
        "name",
        [
            "项目总成本",
            "项目成本总额",
            "总成本（万元）",
            "成本控制数",
            "资金投入",
            "项目成本",
            "项目 总成本指标",
        ],
    )
    def test_names_of_the_whole_cost(self, name):
        (found,) = findings(self.cost(name), "cost-expenditure")
        assert (found.severity.value, found.path) == ("warning", "$.goals[0].indicators[0].actual")
        assert [(figure.path, figure.value) for figure in found.figures] == [
            ("$.goals[0].indicators[0].actual", "90万元"),
            ("$.budget.executed", "85万元"),
        ]

    @pytest.mark.parametrize(
        "name",
        ["单位成本", "人均成本", "成本节约额", "培训成本", "项目总投资", "设备购置成本", "项目成本节约率"],
    )
    def test_names_of_other_costs(self, name):
        assert findings(self.cost(name), "cost-expenditure") == []

    @pytest.mark.parametrize(
        ("actual", "found"),
        [
            ("85万元", []),
            ("850,000元", []),
            ("85.4万元", []),
            ("85.6万元", ["warning"]),
            ("90", ["warning"]),
            ("近90万元", []),
            ("90%", []),
            ("9000元/户", []),
            ("控制在预算内", []),
        ],
    )
    def test_another_amount(self, actual, found):
        assert severities(self.cost(actual=actual), "cost-expenditure") == found

    def test_a_bare_figure_whose_unit_nobody_knows(self):
        assert findings(self.cost(actual="90", target="≤95"), "cost-expenditure") == []

    def test_the_target_repeated_within_rounding(self):
        """A cost of 90万元 beside 89.974万元 is rounding, unless the target is 90万元 itself."""
        assert severities(self.cost(executed="89.974万元"), "cost-expenditure") == []
        repeated = self.cost(executed="89.974万元", target="≤90万元")
        assert severities(repeated, "cost-expenditure") == ["hint"]
        assert findings(self.cost(executed="89.974万元", target="合规"), "cost-expenditure") == []

    def test_a_source_that_agrees(self):
        sources = [gp.BudgetLine("财政拨款", executed="90万元"), gp.BudgetLine("自筹", executed="5万元")]
        assert findings(self.cost(executed="95万元", sources=sources), "cost-expenditure") == []

    def test_a_total_of_zero_beside_its_sources(self):
        """The total row is empty, the rows are not: the total is another finding."""
        line = gp.BudgetLine("财政拨款", executed="89.974万元")
        assert findings(self.cost(executed="0万元", sources=[line]), "cost-expenditure") == []
        table = self.cost(executed="0万元", sources=[attrs.evolve(line, executed="80万元")])
        assert findings(table, "cost-expenditure")[0].figures[1].path == "$.budget.sources[0].executed"

    def test_a_total_of_zero_alone(self):
        assert severities(self.cost(executed="0万元"), "cost-expenditure") == ["warning"]
        assert findings(self.cost(executed="0万元", actual="0万元"), "cost-expenditure") == []

    def test_another_currency(self):
        assert findings(self.cost(actual="90万美元"), "cost-expenditure") == []

    def test_without_what_was_spent(self):
        assert findings(self.cost(executed=None), "cost-expenditure") == []

    def test_never_for_a_department_or_parts(self):
        table = self.cost()
        row = table.goals[0].indicators[0]
        several = attrs.evolve(
            table, goals=[gp.Goal("甲", indicators=[row]), gp.Goal("乙", indicators=[row])]
        )
        idle = attrs.evolve(row, not_applicable="已取消")
        for one in (
            attrs.evolve(table, project=" "),
            attrs.evolve(table, budget=None),
            several,
            attrs.evolve(table, goals=[gp.Goal("甲", indicators=[idle])]),
        ):
            assert findings(one, "cost-expenditure") == []


MISSED = gp.Indicator("周报", target="≥52期", actual="49期", weight=10)
FAR_OVER = gp.Indicator("信息", target="≥60条", actual="540条", weight=10)
LOWERED = gp.Indicator("宣传", target="效果明显", actual="较好", weight=10, reported_points="9.5")
FINE = gp.Indicator("培训", target="≥9次", actual="9次", weight=10, reported_points=10)
EXPLAINED = attrs.evolve(MISSED, deviation_reason="疫情停课")


class TestReasonMissing:
    @pytest.mark.parametrize("row", [MISSED, FAR_OVER, LOWERED])
    def test_a_row_where_others_have_reasons(self, row):
        (found,) = findings(form(EXPLAINED, row), "reason-missing")
        assert (found.severity.value, found.path) == ("warning", "$.goals[0].indicators[1].deviation_reason")
        assert findings(form(EXPLAINED, row), "reasons-missing") == []

    def test_sentences(self):
        table = form(EXPLAINED, MISSED, FAR_OVER, LOWERED)
        assert [found.explain() for found in findings(table, "reason-missing")] == [
            "周报：未达到指标值，完成率94.23%，没有说明原因",
            "信息：远超指标值，完成率900.00%，没有说明原因",
            "宣传：得分9.5低于分值10，没有说明原因",
        ]
        last = findings(table, "reason-missing")[-1]
        assert last.explain("en") == "宣传: no reason is given, and the score 9.5 is below the weight 10"
        assert [figure.value for figure in last.figures] == ["较好", "9.5"]

    @pytest.mark.parametrize(
        "row",
        [
            FINE,
            attrs.evolve(FAR_OVER, actual="71条"),
            gp.Indicator("响应时间", target="≤24小时", actual="10小时"),
            gp.Indicator("响应时间", target="<24小时", actual="10小时"),
            attrs.evolve(LOWERED, reported_points=10),
            attrs.evolve(LOWERED, weight=None),
            attrs.evolve(LOWERED, reported_points=None),
            attrs.evolve(MISSED, not_applicable="已取消"),
            attrs.evolve(MISSED, actual=None),
            attrs.evolve(MISSED, measures="下半年补做"),
            attrs.evolve(MISSED, note="因停课少3期"),
            attrs.evolve(LOWERED, actual="受疫情影响，较好"),
            attrs.evolve(MISSED, corrections=[gp.Correction(-1, "停课")]),
            attrs.evolve(LOWERED, award=gp.Award(9, reason="评审意见")),
        ],
    )
    def test_never(self, row):
        assert findings(form(EXPLAINED, row), "reason-missing") == []
        assert findings(form(row, FINE), "reasons-missing") == []

    @pytest.mark.parametrize("cell", ["无", " 无。", "/", "——", "不适用", "-"])
    def test_a_column_without_a_reason(self, cell):
        table = form(attrs.evolve(FINE, deviation_reason=cell), attrs.evolve(MISSED, measures=cell))
        assert [found.path for found in findings(table, "reason-missing")] == [
            "$.goals[0].indicators[1].deviation_reason"
        ]
        assert findings(table, "reasons-missing") == []

    def test_what_a_person_gave_counts_as_the_score(self):
        row = attrs.evolve(LOWERED, reported_points=None)
        assert len(findings(form(EXPLAINED, attrs.evolve(row, award=gp.Award(9))), "reason-missing")) == 1
        assert findings(form(EXPLAINED, attrs.evolve(row, award=gp.Award(10))), "reason-missing") == []

    def test_far_over_from_the_limit_on(self):
        for actual, found in (("71条", 0), ("72条", 1)):
            assert (
                len(findings(form(EXPLAINED, attrs.evolve(FAR_OVER, actual=actual)), "reason-missing"))
                == found
            )

    def test_a_form_without_any_reason(self):
        (found,) = findings(form(MISSED, FINE, LOWERED), "reasons-missing")
        assert (found.severity.value, found.path) == ("hint", "$.goals")
        assert found.explain() == "2项指标有偏差，全表没有说明原因：周报、宣传"
        assert [figure.path for figure in found.figures] == [
            "$.goals[0].indicators[0].actual",
            "$.goals[0].indicators[2].actual",
            "$.goals[0].indicators[2].reported_points",
        ]
        assert findings(form(MISSED, FINE), "reason-missing") == []

    def test_a_form_that_says_it_in_words(self):
        inner = gp.Goal("分目标", achieved="周报因停课少3期", indicators=[MISSED])
        for text, found in (
            ("由于停课，少3期", 0),
            ("停课导致少3期", 0),
            ("受疫情影响，少3期", 0),
            ("社会影响扩大", 1),
            ("因公出国一次", 1),
        ):
            assert len(findings(form(MISSED, notes=[text]), "reasons-missing")) == found
        outer = gp.Goal("目标", goals=[attrs.evolve(inner, achieved="由于停课，周报少3期")])
        assert findings(form(goal=outer), "reasons-missing") == []
        assert (
            len(
                findings(
                    form(goal=attrs.evolve(outer, goals=[attrs.evolve(inner, achieved="完成")])),
                    "reasons-missing",
                )
            )
            == 1
        )
