"""Goals: what is to be reached, when, by which tasks, in which parts, and the indicators below it."""

from datetime import date, datetime

import pytest

from govperf.errors import DataError, LimitError
from govperf.limits import LIMITS
from govperf.model import Evaluation, Goal, Indicator, Period


class TestGoal:
    def test_everything_that_a_form_prints(self):
        goal = Goal(
            "资助困难学生",
            achieved="资助10人",
            period="2021/2023",
            tasks=["摸底", "发放"],
            indicators=[Indicator("人数")],
            goals=[Goal("按时发放")],
        )
        assert (goal.text, goal.achieved, str(goal.period)) == ("资助困难学生", "资助10人", "2021/2023")
        assert (goal.tasks, goal.indicators) == (("摸底", "发放"), (Indicator("人数"),))
        assert goal.goals == (Goal("按时发放"),)

    def test_nothing_but_a_text(self):
        goal = Goal("资助")
        assert (goal.achieved, goal.period, goal.tasks, goal.indicators, goal.goals) == ("", None, (), (), ())

    @pytest.mark.parametrize("field", ["indicators", "goals"])
    def test_generators(self, field):
        item = {"indicators": Indicator("人数"), "goals": Goal("按时")}[field]
        assert getattr(Goal("资助", **{field: (each for each in [item])}), field) == (item,)

    @pytest.mark.parametrize("field", ["indicators", "goals"])
    @pytest.mark.parametrize(
        "given",
        [["人数"], "人数", "", None, 3, Indicator("人数"), Goal("按时"), [None], {"人数": 1}],
        ids=repr,
    )
    def test_type(self, field, given):
        with pytest.raises(TypeError):
            Goal("资助", **{field: given})

    def test_an_indicator_is_no_goal(self):
        with pytest.raises(TypeError, match="expected Goal, not Indicator"):
            Goal("资助", goals=[Indicator("人数")])
        with pytest.raises(TypeError, match="expected Indicator, not Goal"):
            Goal("资助", indicators=[Goal("按时")])

    @pytest.mark.parametrize("text", ["", " ", "\u3000\n"], ids=repr)
    def test_empty_text(self, text):
        with pytest.raises(DataError) as caught:
            Goal(text)
        assert (caught.value.code, caught.value.path) == ("data.empty", "text")

    @pytest.mark.parametrize("field", ["text", "achieved", "tasks"])
    def test_longest_text(self, field):
        longest = "资" * LIMITS.cell_chars
        assert getattr(Goal(**{"text": "资助", field: longest}), field)
        with pytest.raises(LimitError) as caught:
            Goal(**{"text": "资助", field: longest + "助"})
        assert (caught.value.code, caught.value.path) == ("limit.chars", field)

    @pytest.mark.parametrize(
        ("given", "tasks"), [("摸底", ("摸底",)), ([], ()), (iter("甲乙"), ("甲", "乙"))]
    )
    def test_tasks(self, given, tasks):
        assert Goal("资助", tasks=given).tasks == tasks

    @pytest.mark.parametrize("given", [[1], None, 3, [None], [["摸底"]]], ids=repr)
    def test_task_type(self, given):
        with pytest.raises(TypeError):
            Goal("资助", tasks=given)

    @pytest.mark.parametrize("field", ["indicators", "goals", "tasks"])
    def test_longest_list(self, field):
        item = {"indicators": Indicator("人数"), "goals": Goal("按时"), "tasks": "摸底"}[field]
        assert len(getattr(Goal("资助", **{field: [item] * LIMITS.items}), field)) == LIMITS.items
        with pytest.raises(LimitError) as caught:
            Goal("资助", **{field: iter(lambda: item, None)})
        assert caught.value.details == {"limit": str(LIMITS.items)}


class TestPeriod:
    @pytest.mark.parametrize(
        ("given", "shown"),
        [
            (2023, "2023"),
            ("2023", "2023"),
            ("2023年上半年", "2023-01/2023-06"),
            (date(2023, 11, 30), "2023-11-30"),
            (Period(date(2021, 1, 1), date(2023, 12, 31)), "2021/2023"),
        ],
        ids=["number", "year", "half", "day", "period"],
    )
    def test_period(self, given, shown):
        assert str(Goal("资助", period=given).period) == shown

    @pytest.mark.parametrize("given", ["去年", "上半年", "", 3000, "2023-02-30", "2023/2021"], ids=repr)
    def test_no_period(self, given):
        with pytest.raises(DataError) as caught:
            Goal("资助", period=given)
        assert caught.value.explain("en") != caught.value.explain("zh")

    @pytest.mark.parametrize(
        "given",
        [True, 2023.0, [2023], datetime(2023, 11, 30)],  # noqa: DTZ001 - refused
        ids=repr,
    )
    def test_type(self, given):
        with pytest.raises(TypeError):
            Goal("资助", period=given)


def nested(levels):
    goal = Goal(f"第{levels}层")
    for level in range(levels - 1, 0, -1):
        goal = Goal(f"第{level}层", goals=[goal])
    return goal


class TestNesting:
    @pytest.mark.parametrize("levels", [1, 2, 16])
    def test_depth(self, levels):
        assert nested(levels).depth == levels

    def test_the_deepest_branch_counts(self):
        assert Goal("资助", goals=[Goal("甲"), nested(3), Goal("乙")]).depth == 4

    def test_deepest(self):
        assert nested(LIMITS.nesting).depth == 16
        with pytest.raises(LimitError) as caught:
            nested(LIMITS.nesting + 1)
        assert (caught.value.code, caught.value.details) == ("limit.nesting", {"limit": "16"})

    def test_depth_is_not_given(self):
        with pytest.raises(TypeError):
            Goal("资助", depth=1)


class TestSize:
    """Goals that share goals are few objects and many indicators: all of them count."""

    HALF = Goal("甲", indicators=[Indicator("人数")] * (LIMITS.items // 2))

    def test_own_and_below(self):
        goal = Goal(
            "资助",
            indicators=[Indicator("人数")],
            goals=[nested(2), Goal("乙", indicators=[Indicator("户数")])],
        )
        assert goal.size == len(list(goal.walk())) == 2 + nested(2).size

    def test_an_end(self):
        assert Goal("资助", goals=[self.HALF, self.HALF]).size == LIMITS.items
        with pytest.raises(LimitError) as caught:
            Goal("资助", goals=[self.HALF, self.HALF], indicators=[Indicator("又一项")])
        assert caught.value.code == "limit.items"

    def test_an_end_in_an_evaluation(self):
        assert Evaluation("某局", 2023, goals=[self.HALF, self.HALF]).goals
        with pytest.raises(LimitError):
            Evaluation(
                "某局", 2023, goals=[self.HALF, self.HALF, Goal("乙", indicators=[Indicator("又一项")])]
            )


class TestWalk:
    GOAL = Goal(
        "资助",
        indicators=[Indicator("一"), Indicator("二")],
        goals=[
            Goal("甲"),
            Goal("乙", indicators=[Indicator("三")], goals=[Goal("丙", indicators=[Indicator("四")])]),
        ],
    )

    @pytest.mark.parametrize(
        ("path", "head"),
        [((), "$"), (("$.goals[7]",), "$.goals[7]"), (("",), "")],
        ids=["none", "path", "empty"],
    )
    def test_paths(self, path, head):
        assert [(where, row.name) for where, row in self.GOAL.walk(*path)] == [
            (f"{head}.indicators[0]", "一"),
            (f"{head}.indicators[1]", "二"),
            (f"{head}.goals[1].indicators[0]", "三"),
            (f"{head}.goals[1].goals[0].indicators[0]", "四"),
        ]

    def test_nothing_below(self):
        assert list(Goal("资助", goals=[Goal("甲")]).walk()) == []
