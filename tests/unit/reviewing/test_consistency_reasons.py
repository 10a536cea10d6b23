"""Reasons that are due where a score was reduced or a target missed."""

import attrs
import pytest

import govperf as gp
from govperf.reviewing import CHECKS, review

CONSISTENCY = CHECKS.only("consistency")


def form(*indicators, goal=None, notes=()):
    goals = [goal or gp.Goal("目标", indicators=indicators)]
    return gp.Evaluation("某局", 2023, project="某项目", goals=goals, notes=notes)


def findings(table, code):
    return list(review(table, checks=CONSISTENCY.only(f"finding.{code}")))


MISSED = gp.Indicator("周报", target="≥52期", actual="49期", weight=10)
FAR_OVER = gp.Indicator("信息", target="≥60条", actual="540条", weight=10)
LOWERED = gp.Indicator("宣传", target="效果明显", actual="较好", weight=10, reported_points="9.5")
FINE = gp.Indicator("培训", target="≥9次", actual="9次", weight=10, reported_points=10)
DOUBTFUL = gp.Indicator("等候时间", target="30分钟", actual="20分钟", weight=10, reported_points=10)
EXPLAINED = attrs.evolve(MISSED, deviation_reason="疫情停课")


class TestReasonMissing:
    @pytest.mark.parametrize("row", [MISSED, LOWERED])
    def test_a_row_where_others_have_reasons(self, row):
        (found,) = findings(form(EXPLAINED, row), "reason-missing")
        assert (found.severity.value, found.path) == ("warning", "$.goals[0].indicators[1].deviation_reason")
        assert findings(form(EXPLAINED, row), "reasons-missing") == []

    def test_sentences(self):
        table = form(EXPLAINED, MISSED, LOWERED)
        assert [found.explain() for found in findings(table, "reason-missing")] == [
            "周报：未达到指标值，完成率94.23%，没有说明原因",
            "宣传：得分9.5低于分值10，没有说明原因",
        ]
        last = findings(table, "reason-missing")[-1]
        assert last.explain("en") == "宣传: no reason is given, and the score 9.5 is below the weight 10"
        assert [figure.value for figure in last.figures] == ["较好", "9.5"]

    @pytest.mark.parametrize(
        "row",
        [
            FINE,
            FAR_OVER,
            attrs.evolve(FAR_OVER, actual="72条", reported_points=9),
            gp.Indicator("参训率", target="≥80%", actual="100%"),
            gp.Indicator("简报", target="≥3期", actual="4期"),
            DOUBTFUL,
            gp.Indicator("补助", target="≥5,000元", actual="0.5元", weight=10),
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

    @pytest.mark.parametrize(
        "cell", ["无", " 无。", "/", "／", "——", "不适用", "-", "完成", "已完成", "已全部完成。"]
    )
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
