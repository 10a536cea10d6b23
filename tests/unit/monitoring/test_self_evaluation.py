"""The self-evaluation alert: which figures it takes, and what it says where one is missing."""

import attrs
import pytest

from govperf.model import Budget, Evaluation, Goal, Indicator
from govperf.monitoring import Light, monitoring_rules, self_evaluation_alert
from govperf.scoring import evaluate

SPENT = Budget(2023, adjusted="100万元", executed="85万元")


def form(*rows, budget=SPENT):
    indicators = [
        Indicator("指标", target=target, actual=actual, weight=weight) for target, actual, weight in rows
    ]
    return Evaluation("某局", 2023, budget=budget, goals=[Goal("目标", indicators=indicators)])


GOOD = ("90", "88.5", 90)


class TestFigures:
    def test_card_or_form(self):
        assert self_evaluation_alert(evaluate(form(GOOD))) == self_evaluation_alert(form(GOOD))

    def test_any_weights(self):
        made = self_evaluation_alert(form(("40", "39", 40), ("20", "20", 20)))
        assert made.indicators.exact * 60 == 59

    def test_points_as_rounded(self):
        budget = Budget(2023, adjusted="30000元", executed="25499元")
        made = self_evaluation_alert(form(GOOD, budget=budget))
        assert made.execution.terms == ("8.50", "10")
        assert made.unspent.exact * 30000 == 4501

    def test_points_that_the_form_prints_for_the_budget(self):
        budget = attrs.evolve(SPENT, weight="20")
        made = self_evaluation_alert(form(GOOD, budget=budget))
        assert made.execution.terms == ("17.00", "20")

    def test_explained(self):
        made = self_evaluation_alert(form(("90", "60", 90), budget=attrs.evolve(SPENT, executed="70万元")))
        assert made.explain("zh") == (
            "自评预警：(60.00 ÷ 90 − 7.00 ÷ 10) ÷ (60.00 ÷ 90) = -5.00%；未执行30.00%，黄灯"
        )

    def test_more_spent_than_budgeted(self):
        made = self_evaluation_alert(form(GOOD, budget=attrs.evolve(SPENT, executed="110万元")))
        assert (made.light, str(made.unspent)) == (Light.GREEN, "-10.00%")

    @pytest.mark.parametrize("value", [None, "88.5", SPENT], ids=["none", "text", "budget"])
    def test_neither(self, value):
        with pytest.raises(TypeError):
            self_evaluation_alert(value)


class TestUndefined:
    def test_budget_is_missing(self):
        made = self_evaluation_alert(form(GOOD, budget=None))
        assert made.light is Light.YELLOW
        assert made.unspent == made.execution == made.deviation
        assert made.explain("en") == "self-evaluation: the evaluation has no budget, yellow"

    def test_no_light_if_the_rules_say_so(self):
        rules = attrs.evolve(monitoring_rules(), no_spending=None)
        made = self_evaluation_alert(form(GOOD, budget=None), rules=rules)
        assert made.light == made.unspent
        assert made.explain("en") == "self-evaluation: no light, the evaluation has no budget"

    def test_a_score_is_missing(self):
        made = self_evaluation_alert(form(GOOD, ("效果明显", "较好", 5)))
        assert made.light == made.deviation == made.indicators
        assert made.light.code == "undefined.total"

    def test_what_is_certain_is_said_all_the_same(self):
        budget = attrs.evolve(SPENT, executed="79万元")
        made = self_evaluation_alert(form(GOOD, ("效果明显", "较好", 5), budget=budget))
        assert made.light is Light.YELLOW
        assert made.deviation.code == "undefined.total"

    def test_a_weight_is_missing(self):
        made = self_evaluation_alert(form(("90", "88.5", None)))
        assert made.light == made.indicators

    def test_weights_are_missing_though_points_are_not(self):
        card = evaluate(form(GOOD))
        (score,) = card.scores
        reason = evaluate(form(("90", "88.5", None))).scores[0].full
        bare = attrs.evolve(score, full=reason)
        assert self_evaluation_alert(attrs.evolve(card, scores=(bare,))).indicators == reason
        made = self_evaluation_alert(attrs.evolve(card, scores=(score, bare)))
        assert made.indicators.code == "undefined.weights"

    def test_weights_of_zero(self):
        assert self_evaluation_alert(form(("90", "88.5", 0))).indicators.code == "undefined.points-zero"

    def test_no_points(self):
        made = self_evaluation_alert(form(("90", "0", 90)))
        assert made.deviation.code == "undefined.score-zero"
        assert made.light == made.deviation

    def test_no_indicators(self):
        assert self_evaluation_alert(form()).light.code == "undefined.no-indicators"

    def test_what_does_not_apply_is_left_out(self):
        card = evaluate(form(GOOD, ("效果明显", "较好", 5)))
        first, second = card.scores
        made = self_evaluation_alert(
            attrs.evolve(card, scores=(first, attrs.evolve(second, applicable=False)))
        )
        assert made.indicators == self_evaluation_alert(form(GOOD)).indicators
