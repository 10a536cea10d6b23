"""The whole report: goals, money and goals together, lines and rows."""

from datetime import date

import attrs
import pytest

from govperf.errors import DataError
from govperf.model import Budget, Department, Evaluation, Goal, Indicator, Undefined
from govperf.monitoring import Light, dual_light, monitor, monitoring_rules

HONEST = attrs.evolve(monitoring_rules(), no_execution=None)
GREEN = Budget(2023, adjusted="100万元", executed="52万元")
YELLOW = Budget(2023, adjusted="100万元", executed="45万元")
REASON = Undefined("undefined.no-indicators")


def row(actual, target="≥120份"):
    return Indicator("指标", target=target, actual=actual)


def form(*goals, budget=GREEN, **fields):
    return Evaluation(Department("某局"), 2023, budget=budget, goals=goals, **fields)


class TestGoals:
    def test_a_goal_holds_those_that_it_is_made_of(self):
        inner = Goal("分解目标", indicators=[row("30份")])
        outer = Goal("总体目标", indicators=[row("70份")], goals=[inner])
        other = Goal("另一目标", indicators=[row("144份")])
        made = monitor(form(outer, other), month=7)
        assert [(goal.path, goal.text, goal.light) for goal in made.goals] == [
            ("$.goals[0]", "总体目标", Light.RED),
            ("$.goals[0].goals[0]", "分解目标", Light.RED),
            ("$.goals[1]", "另一目标", Light.BLUE),
        ]
        assert (made.overall.light, made.overall.count, made.dual) == (Light.RED, 3, Light.YELLOW)

    def test_paths(self):
        inner = Goal("分解目标", indicators=[row("30份")])
        made = monitor(form(Goal("总体目标", indicators=[row("70份")], goals=[inner])), month=7)
        assert [item.path for item in made.indicators] == [
            "$.goals[0].indicators[0]",
            "$.goals[0].goals[0].indicators[0]",
        ]

    def test_what_has_no_light_is_counted(self):
        made = monitor(form(Goal("目标", indicators=[row("70份"), row("顺利", "良好"), row(None)])), month=7)
        (goal,) = made.goals
        assert goal.light is Light.GREEN
        assert goal.undefined == ("$.goals[0].indicators[1]", "$.goals[0].indicators[2]")
        assert goal.explain("zh") == "目标“目标”：3项指标中有2项无法判断，绿灯"
        assert goal.explain("en") == "goal “目标”: 2 of 3 indicators have no light, green"

    def test_none_has_a_light(self):
        made = monitor(form(Goal("目标", indicators=[row("顺利", "良好")])), month=7)
        assert made.goals[0].light.code == "undefined.no-lights"
        assert made.goals[0].explain("en") == "goal “目标”: no light, none of 1 indicators has a light"
        assert made.dual == made.overall.light

    def test_what_does_not_apply_is_not_counted(self):
        cancelled = attrs.evolve(row("1份"), not_applicable="政策取消")
        made = monitor(
            form(Goal("目标", indicators=[row("70份"), cancelled]), Goal("另一目标", indicators=[cancelled])),
            month=7,
        )
        assert [goal.light for goal in made.goals] == [Light.GREEN, REASON]
        assert (made.overall.count, made.overall.undefined, len(made.indicators)) == (1, (), 3)

    def test_no_indicators(self):
        made = monitor(form(Goal("目标")), month=7)
        assert made.goals[0].light == made.overall.light == made.dual == REASON

    def test_no_goals(self):
        made = monitor(form(), month=7)
        assert (made.goals, made.indicators, made.overall.light) == ((), (), REASON)
        assert made.rows() == (("指标", "指标值", "实际完成值", "完成进度", "灯色", "推算全年"),)

    def test_all_is_well(self):
        made = monitor(form(Goal("目标", indicators=[row("70份")])), month=7)
        assert made.overall.explain("zh") == "全部目标：绿灯"
        assert made.overall.explain("en") == "all goals: green"


class TestDual:
    @pytest.mark.parametrize(
        ("money", "goals", "light"),
        [
            (Light.GREEN, REASON, REASON),
            (Light.YELLOW, REASON, Light.RED),
            (REASON, Light.GREEN, REASON),
            (Undefined("undefined.budget-missing"), REASON, Undefined("undefined.budget-missing")),
        ],
    )
    def test_undefined(self, money, goals, light):
        assert dual_light(money, goals) == light

    def test_other_lights_may_be_normal(self):
        rules = attrs.evolve(monitoring_rules(), normal=frozenset({Light.GREEN, Light.YELLOW}))
        assert dual_light(Light.YELLOW, Light.YELLOW, rules=rules) is Light.GREEN
        assert dual_light(Light.YELLOW, Light.BLUE, rules=rules) is Light.YELLOW

    def test_money_that_lags_is_red(self):
        made = monitor(form(Goal("目标", indicators=[row("70份")]), budget=YELLOW), month=7)
        assert (made.execution.light, made.overall.light, made.dual) == (Light.YELLOW, Light.GREEN, Light.RED)


class TestReport:
    def test_without_a_budget(self):
        table = form(Goal("目标", indicators=[row("70份")]), budget=None)
        made = monitor(table, month=7)
        assert (made.execution.light, made.dual) == (Light.RED, Light.RED)
        assert made.execution.rate.code == "undefined.budget-missing"
        honest = monitor(table, month=7, rules=HONEST)
        assert honest.execution.light == honest.dual == honest.execution.rate

    def test_by_day(self):
        made = monitor(form(), on=date(2023, 8, 31))
        assert (made.until, str(made.progress)) == ("2023-08-31", "66.58%")
        with pytest.raises(DataError):
            monitor(form(), on=date(2024, 8, 31))

    def test_year_of_the_evaluation(self):
        made = monitor(form(Goal("目标", indicators=[row("5月", "6月底前")])), month=7)
        assert made.indicators[0].light is Light.GREEN

    def test_named(self):
        assert monitor(form(project="某项目"), month=7).name == "某局 某项目"
        made = monitor(form(), month=7, rules=monitoring_rules("pro_rata"))
        assert (made.name, made.rules, made.edition) == ("某局", "MONITORING", "pro_rata")

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_a_line_each(self, lang):
        table = form(Goal("目标", indicators=[row("70份"), row("顺利", "良好")], goals=[Goal("分解目标")]))
        made = monitor(table, month=7)
        lines = made.explain(lang).split("\n")
        assert lines[2:-1] == [
            part.explain(lang) for part in (made.execution, *made.indicators, *made.goals, made.overall)
        ]
        assert len(lines) == 9
        assert "2023-07" in lines[0]
        assert "58.33%" in lines[1]
        assert lines[-1] == {"zh": "双监控：绿灯", "en": "money and goals together: green"}[lang]

    def test_rows(self):
        made = monitor(form(Goal("目标", indicators=[row("70份"), row(None, None)])), month=7)
        assert made.rows()[1:] == (
            ("指标", "≥120份", "70份", "100.00%", "绿灯", "120份"),
            ("指标", "—", "—", "—", "—", "—"),
        )
        assert made.rows("en")[1][4] == "green"

    def test_unit_mismatch_loses_no_other_row(self):
        made = monitor(form(Goal("目标", indicators=[row("49人次", "120人"), row("70份")])), month=7)
        assert [isinstance(item.light, Undefined) for item in made.indicators] == [True, False]

    def test_same_again_and_hashable(self):
        table = form(Goal("目标", indicators=[row("70份")]))
        assert monitor(table, month=7) == monitor(table, month=7)
        assert hash(monitor(table, month=7)) == hash(monitor(table, month=7))

    def test_no_evaluation(self):
        with pytest.raises(TypeError):
            monitor(GREEN, month=7)
