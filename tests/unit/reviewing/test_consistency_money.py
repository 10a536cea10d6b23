"""Results without money, money without results, costs that were not spent."""

import attrs
import pytest

import govperf as gp
from govperf.reviewing import CHECKS, review

CONSISTENCY = CHECKS.only("consistency")


def form(*indicators, sources=(), project="某项目", **budget):
    goals = [gp.Goal("目标", indicators=indicators)] if indicators else ()
    made = gp.Budget(2023, sources=sources, **budget) if budget or sources else None
    return gp.Evaluation("某局", 2023, project=project, budget=made, goals=goals)


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
            ("94.9万元", ["hint"]),
            ("80万元", ["hint"]),
            ("79.9万元", ["warning"]),
            ("0.01万元", ["warning"]),
            ("110万元", []),
        ],
    )
    def test_red_from_five_percent_on_and_grave_where_much_is_unspent(self, executed, found):
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
        said = "indicators score 100.0%, the budget execution 85.0%: less by 15.00% of the former, limit 5%"
        assert found.explain("en") == said
        said = "指标得分率100.0%，预算执行得分率85.0%，相差指标得分率的15.00%，超过5%的预警线"
        assert found.explain() == said

    def test_it_names_what_is_unspent(self):
        (found,) = findings(form(adjusted="100万元", executed="75万元"), "alert")
        assert found.explain("en") == "25.00% of the budget is unspent, above the limit of 20%"
        assert found.explain() == "预算结余率25.00%，超过20%的预警线"

    def test_printed_scores_come_first(self):
        """A project that was not carried out scores nothing, whatever its figures would earn."""
        table = form(*full_marks(reported_points=0), adjusted="100万元", executed="0万元")
        assert (severities(table, "alert"), findings(table, "spent-nothing")) == (["hint"], [])
        table = form(*full_marks(reported_points=7), adjusted="100万元", executed="75万元")
        assert findings(table, "alert")[0].explain().startswith("预算结余率")
        table = form(*full_marks(reported_points=8), adjusted="100万元", executed="75万元")
        assert severities(table, "alert") == ["warning"]

    @pytest.mark.parametrize(
        ("name", "category", "cell", "found"),
        [
            ("项目总成本", ("成本",), "政府采购节约资金", 0),
            ("采购支出", ("产出", "成本指标"), "政府采购节约资金", 0),
            ("预算执行率", (), "尾款下年支付", 0),
            ("项目总成本", ("成本",), "无", 1),
            ("项目总成本", ("成本",), "", 1),
            ("采购数量", ("产出",), "政府采购节约资金", 1),
        ],
    )
    def test_a_reason_for_what_is_left(self, name, category, cell, found):
        row = gp.Indicator(name, category=category, deviation_reason=cell)
        table = form(*full_marks(), row, adjusted="100万元", executed="75万元")
        assert len(findings(table, "alert")) == found

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
        assert severities(form(*rows, adjusted="100万元", executed="75万元"), "alert") == ["warning"]
        mixed = [*full_marks(8), gp.Indicator("宣传", target="明显", weight=10, reported_points=10)]
        assert severities(form(*mixed, adjusted="100万元", executed="75万元"), "alert") == ["warning"]

    @pytest.mark.parametrize("policy", ["refuse", "redistribute"])
    def test_printed_scores_of_rows_that_do_not_apply(self, policy):
        """A row that does not apply has no part in it, whatever the rule book does with its weight."""
        book = gp.standard()
        book = attrs.evolve(book, not_applicable=attrs.evolve(book.not_applicable, policy=policy))
        prose = gp.Indicator("宣传", target="效果明显", actual="好", weight=80, reported_points=80)
        rest = gp.Indicator("检查", target="5次", weight=10, reported_points=0, not_applicable="当年未发生")
        table = form(prose, rest, adjusted="100万元", executed="75万元")
        said = [one.explain()[:8] for one in findings(table, "alert", book)]
        assert said == [{"refuse": "指标得分率88.", "redistribute": "指标得分率100"}[policy]]

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

    @pytest.mark.parametrize(
        ("points", "found"), [((0, 0), 0), ((0, 1), 1), ((None, 0), 0), ((None, None), 1)]
    )
    def test_a_project_that_was_not_carried_out(self, points, found):
        rows = [
            gp.Indicator("组织活动", target="≥28次", actual="40次", reported_points=one) for one in points
        ]
        assert len(findings(form(*rows, adjusted="10万元", executed="0元"), "spent-nothing")) == found

    def test_it_names_what_needs_money_first(self):
        rows = [*full_marks(7), gp.Indicator("补助到位", target="≥100%", actual="100%")]
        (found,) = findings(form(*rows, adjusted="10万元", executed="0元"), "spent-nothing")
        assert found.explain() == "预算10万元全年未支出，却有1项达到指标值：补助到位"
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

    def test_a_project_that_was_not_carried_out(self):
        for points, spent, found in ((0, "0万元", 0), (10, "0万元", 1), (0, "85万元", 1), (0, None, 0)):
            table = self.cost(executed=spent)
            rows = [attrs.evolve(row, reported_points=points) for row in table.goals[0].indicators]
            table = attrs.evolve(table, goals=[gp.Goal("目标", indicators=rows)])
            assert len(findings(table, "cost-expenditure")) == found

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
