"""What a review finds, with which severity, where, and in which order."""

from decimal import Decimal

import attrs
import pytest

import govperf as gp
from govperf.messages import MESSAGES
from govperf.reviewing import review


def evaluation(*indicators, breakdowns=(), **budget):
    return gp.Evaluation(
        gp.Department("某局"),
        2021,
        budget=gp.Budget(2021, **budget) if budget else None,
        goals=[gp.Goal("目标", indicators=indicators)] if indicators else (),
        breakdowns=breakdowns,
    )


def found(table):
    return [(finding.code, finding.severity.value, finding.path) for finding in review(table)]


def said(table, lang="zh"):
    return [finding.explain(lang) for finding in review(table)]


EVERY = {
    "broken-sum": evaluation(executed="10万元", basic="2万元", project="5万元"),
    "rounding-sum": evaluation(executed="10.00万元", basic="4.00万元", project="5.99万元"),
    "suspect-figure": evaluation(
        income="10万元",
        carried_in="0万元",
        carried_out="5万元",
        executed="9万元",
        basic="4万元",
        project="1万元",
    ),
    "rate-differs": evaluation(adjusted="100万元", executed="90万元", reported_execution_rate="95%"),
    "rate-not-recomputable": evaluation(original="100万元", executed="90万元", reported_execution_rate="95%"),
    "rate-without-parts": evaluation(reported_completion_rate="99.23%"),
    "missed": evaluation(gp.Indicator("周报", target="每周1期", actual="49期")),
    "far-over": evaluation(gp.Indicator("信息", target="60条", actual="540条")),
    "approximate": evaluation(gp.Indicator("信息", target="600条", actual="约600条")),
    "units": evaluation(gp.Indicator("培训", target="60人", actual="540人次")),
    "unmeasurable": evaluation(gp.Indicator("宣传", target="效果明显", actual="良好")),
    "budget-year": attrs.evolve(evaluation(adjusted="100万元"), year=2020),
    "total-over-full": attrs.evolve(evaluation(), reported_total="100.01"),
    "date-missed": evaluation(gp.Indicator("完工", target="2021年11月底前", actual="2021年12月5日")),
    "target-fault": evaluation(gp.Indicator("周报", target="≥60条以内", actual="49条")),
    "standard-unknown": attrs.evolve(evaluation(), standard="某市办法"),
    "over-budget": evaluation(adjusted="100万元", executed="110万元"),
    "points-over-weight": evaluation(
        gp.Indicator("周报", target="≥52期", actual="49期", weight=10, reported_points="10.5")
    ),
    "points-differ": evaluation(
        gp.Indicator("周报", target="≥52期", actual="49期", weight=10, reported_points=10)
    ),
    "total-differs": attrs.evolve(
        evaluation(
            gp.Indicator("周报", target="≥52期", actual="52期", weight=90),
            adjusted="100万元",
            executed="95万元",
        ),
        reported_total="99.49",
    ),
}


class TestEveryFinding:
    @pytest.mark.parametrize("name", EVERY)
    def test_can_be_found(self, name):
        assert f"finding.{name}" in {finding.code for finding in review(EVERY[name])}

    def test_none_is_forgotten(self):
        assert {f"finding.{name}" for name in EVERY} == {
            code for code in MESSAGES if code.startswith("finding.")
        }

    @pytest.mark.parametrize("name", EVERY)
    def test_explains_itself_in_two_languages(self, name):
        for finding in review(EVERY[name]):
            chinese, english = finding.explain("zh"), finding.explain("en")
            assert chinese == finding.explain()
            assert chinese != english
            assert "{" not in chinese + english
            assert finding.path.startswith("$")

    @pytest.mark.parametrize("name", EVERY)
    def test_is_hashable_and_the_same_again(self, name):
        assert set(review(EVERY[name])) == set(review(EVERY[name]))


def test_nothing_to_find():
    assert review(evaluation()) == ()
    assert review(evaluation(gp.Indicator("次数", target="≥4次", actual="4次"))) == ()


def test_errors_come_first_and_the_order_of_the_form_stays():
    table = evaluation(
        gp.Indicator("一", target="5条", actual="4条"),
        gp.Indicator("二", target="5条", actual="50条"),
        gp.Indicator("三", target="5人", actual="5人次"),
        gp.Indicator("四", target="5条", actual="3条"),
        breakdowns=[gp.Breakdown("合计", total="3条", parts={"甲": "1条", "乙": "1条"})],
        reported_completion_rate="99%",
    )
    assert found(table) == [
        ("finding.broken-sum", "error", "$.breakdowns[0].total"),
        ("finding.units", "error", "$.goals[0].indicators[2].actual"),
        ("finding.far-over", "warning", "$.goals[0].indicators[1].actual"),
        ("finding.rate-without-parts", "hint", "$.budget.reported_completion_rate"),
        ("finding.missed", "hint", "$.goals[0].indicators[0].actual"),
        ("finding.missed", "hint", "$.goals[0].indicators[3].actual"),
    ]


def test_parts_that_do_not_add_are_named():
    parts = {"甲": "5人", "乙": "3人次", "丙": "2家"}
    table = evaluation(breakdowns=[gp.Breakdown("参训", total="8人", parts=parts)])
    assert found(table) == [
        ("finding.units", "error", "$.breakdowns[0].parts[1]"),
        ("finding.units", "error", "$.breakdowns[0].parts[2]"),
    ]
    assert said(table)[0] == "参训：8人与3人次计量的不是同一种量"


def test_the_suspect_says_what_it_should_be():
    assert said(EVERY["suspect-figure"])[-1] == (
        "本年支出印为 9万元，只有 5万元 才与本年支出、年末结转结余的勾稽关系都相符"
    )
    assert said(EVERY["suspect-figure"], "en")[-1] == (
        "expenditure is printed as 9万元; only 5万元 agrees with expenditure, carry-over at the end"
    )


class TestIndicators:
    @pytest.mark.parametrize(
        ("actual", "codes"),
        [
            ("59条", ["missed"]),
            ("60条", []),
            ("71.9条", []),
            ("72条", ["far-over"]),
            ("近72条", ["far-over", "approximate"]),
            ("近59条", ["approximate", "missed"]),
        ],
    )
    def test_a_target_is_missed_or_far_exceeded(self, actual, codes):
        table = evaluation(gp.Indicator("信息", target="≥60条", actual=actual))
        assert sorted(finding.code for finding in review(table)) == sorted(
            f"finding.{code}" for code in codes
        )

    def test_the_limit_is_that_of_the_standard(self):
        """1.2 in MOF-2020-10; a figure of a rule book, not of the review."""
        book = gp.standard()
        strict = attrs.evolve(book, over_fulfilment=attrs.evolve(book.over_fulfilment, value=Decimal(9)))
        table = evaluation(gp.Indicator("信息", target="≥60条", actual="540条"))
        assert [finding.code for finding in review(table, standard=strict)] == ["finding.far-over"]
        larger = attrs.evolve(book, over_fulfilment=attrs.evolve(book.over_fulfilment, value=Decimal(10)))
        assert review(table, standard=larger) == ()

    def test_a_daily_target_knows_the_year(self):
        indicator = gp.Indicator("发布", target="每天1期", actual="365期")
        assert found(evaluation(indicator)) == []
        leap = gp.Evaluation(gp.Department("某局"), 2020, goals=[gp.Goal("目标", indicators=[indicator])])
        assert said(leap) == ["发布：未达到指标值，完成率 99.73%"]

    @pytest.mark.parametrize(
        ("target", "actual", "reason"),
        [
            (None, "5条", "没有指标值"),
            ("5条", None, "没有实际完成值"),
            ("效果明显", "5条", "指标值不是数量：效果明显"),
        ],
    )
    def test_what_cannot_be_measured_says_why(self, target, actual, reason):
        table = evaluation(gp.Indicator("宣传", target=target, actual=actual))
        assert found(table) == [("finding.unmeasurable", "hint", "$.goals[0].indicators[0]")]
        assert said(table) == [f"宣传：无法衡量，{reason}"]

    def test_a_target_that_cannot_be_meant(self):
        table = evaluation(gp.Indicator("信息", target="≥60条以内", actual="60条"))
        assert found(table) == [("finding.target-fault", "warning", "$.goals[0].indicators[0].target")]
        assert said(table) == ["信息：指标值无法读取，“≥60条以内”中的运算符号相互矛盾"]
        assert said(table, "en") == [
            "信息: the target cannot be read: the operators in '≥60条以内' contradict each other"
        ]

    @pytest.mark.parametrize(
        ("actual", "codes"), [("2021年11月30日", []), ("2021年12月1日", ["finding.date-missed"])]
    )
    def test_a_date_is_met_or_missed(self, actual, codes):
        table = evaluation(gp.Indicator("完工", target="2021年11月底前", actual=actual))
        assert [finding.code for finding in review(table)] == codes
        assert all(finding.severity is gp.Severity.HINT for finding in review(table))
        assert said(table) == [f"完工：未按期达到指标值2021年11月底前，实际为{actual}"][: len(codes)]


IMPLIED = "支出进度 95.08% 无法复算：按支出 3,678.07万元 倒算，全年预算数应为 3,868.40万元"


class TestPrintedRates:
    PATH = "$.budget.reported_execution_rate"

    def codes(self, printed, **amounts):
        return [finding.code for finding in review(evaluation(reported_execution_rate=printed, **amounts))]

    @pytest.mark.parametrize(
        ("printed", "codes"),
        [
            ("49.88%", []),
            ("50%", []),
            ("49.9%", []),
            ("49.89%", ["finding.rate-differs"]),
            ("49.87%", ["finding.rate-differs"]),
            ("49%", ["finding.rate-differs"]),
            ("498.8‰", []),
            ("0.4988倍", []),
            ("5成", []),
        ],
    )
    def test_half_a_last_digit_is_rounding(self, printed, codes):
        """49.88388…%, of a form that prints 50%."""
        assert self.codes(printed, adjusted="310.20万元", executed="154.74万元") == codes

    @pytest.mark.parametrize(
        ("executed", "codes"),
        [
            ("95.0849万元", []),
            ("95.085万元", []),
            ("95.0850001万元", ["finding.rate-differs"]),
            ("95.075万元", []),
            ("95.0749999万元", ["finding.rate-differs"]),
        ],
    )
    def test_the_boundary_itself_is_rounding(self, executed, codes):
        assert self.codes("95.08%", adjusted="100万元", executed=executed) == codes

    def test_a_rate_that_differs_says_both(self):
        table = evaluation(adjusted="100万元", executed="90万元", reported_execution_rate="95.08%")
        assert found(table) == [("finding.rate-differs", "error", self.PATH)]
        assert said(table) == ["印出的执行率 95.08% 与按金额计算的 90.00% 不符"]

    @pytest.mark.parametrize("base", ["original", "income"])
    def test_any_base_may_explain_it(self, base):
        assert self.codes("90%", executed="90万元", **{base: "100万元"}) == []

    def test_a_base_of_zero_explains_nothing(self):
        assert self.codes("90%", executed="90万元", original="0元") == ["finding.rate-not-recomputable"]

    @pytest.mark.parametrize(
        ("amounts", "sentence"),
        [
            ({}, IMPLIED),
            (
                {"original": "5,783.95万元"},
                f"{IMPLIED}（比年初 -33.12%）",
            ),
            (
                {"original": "0元"},
                IMPLIED,
            ),
        ],
        ids=["alone", "original", "no original"],
    )
    def test_what_it_implies(self, amounts, sentence):
        table = evaluation(executed="3,678.07万元", reported_execution_rate="95.08%", **amounts)
        assert found(table) == [("finding.rate-not-recomputable", "warning", self.PATH)]
        assert said(table) == [sentence]
        assert "None" not in said(table, "en")[0]
        assert "undefined" not in said(table, "zh")[0] + said(table, "en")[0]

    def test_it_is_implied_by_the_figure_that_should_be_there(self):
        table = evaluation(
            original="5,783.95万元",
            executed="3,678.76万元",
            income="3,678.76万元",
            basic="2,367.28万元",
            project="1310.79万元",
            carried_in="0.19万元",
            carried_out="0.88万元",
            reported_execution_rate="95.08%",
        )
        assert [finding.code for finding in review(table)][-1] == "finding.rate-not-recomputable"
        assert "按支出 3,678.07万元 倒算，全年预算数应为 3,868.40万元（比年初 -33.12%）" in said(table)[-1]

    def test_the_figure_that_should_be_there_may_explain_it(self):
        amounts = {"income": "10万元", "carried_in": "0万元", "carried_out": "5万元"}
        amounts |= {"executed": "9万元", "basic": "4万元", "project": "1万元"}
        assert "finding.rate-not-recomputable" not in self.codes("50%", **amounts)
        assert "finding.rate-not-recomputable" in self.codes("51%", **amounts)

    @pytest.mark.parametrize(
        ("executed", "printed"),
        [("90万元", "0%"), ("9" * 34 + "元", "0.0001%")],
        ids=["rate of nothing", "no amount can hold it"],
    )
    def test_what_implies_no_budget(self, executed, printed):
        assert self.codes(printed, executed=executed) == []

    @pytest.mark.parametrize(
        ("field", "sentence"),
        [
            ("reported_execution_rate", "支出进度 99.23% 没有给出分子和分母，无法复算"),
            ("reported_completion_rate", "预算完成率 99.23% 没有给出分子和分母，无法复算"),
        ],
    )
    def test_a_rate_without_parts(self, field, sentence):
        table = evaluation(original="100万元", **{field: "99.23%"})
        assert found(table) == [("finding.rate-without-parts", "hint", f"$.budget.{field}")]
        assert said(table) == [sentence]

    def test_a_completion_rate_with_parts_has_them(self):
        table = evaluation(original="100万元", executed="90万元", reported_completion_rate="90%")
        assert found(table) == []


class TestPrintedScores:
    """A score that the form prints is compared with the one that the rule book gives."""

    def test_a_score_that_follows_is_no_finding(self):
        indicator = gp.Indicator("周报", target="≥52期", actual="49期", weight=10, reported_points="9.42")
        assert "finding.points-differ" not in {code for code, _, _ in found(evaluation(indicator))}

    def test_a_cent_is_found(self):
        indicator = gp.Indicator("周报", target="≥52期", actual="49期", weight=10, reported_points="9.43")
        assert ("finding.points-differ", "warning", "$.goals[0].indicators[0].reported_points") in found(
            evaluation(indicator)
        )

    def test_the_weight_itself_is_not_above_it(self):
        indicator = gp.Indicator("周报", target="≥52期", actual="52期", weight=10, reported_points="10.00")
        assert found(evaluation(indicator)) == []

    def test_what_cannot_be_computed_is_not_compared(self):
        indicator = gp.Indicator("宣传", target="效果明显", actual="良好", weight=10, reported_points=8)
        table = attrs.evolve(evaluation(indicator), reported_total=8)
        assert {code for code, _, _ in found(table)} == {"finding.unmeasurable"}

    def test_spending_exactly_the_budget_is_not_over(self):
        assert found(evaluation(adjusted="100万元", executed="100万元")) == []

    @pytest.mark.parametrize(
        ("printed", "weight", "code"),
        [
            ("4.99", None, None),
            ("4.99", 10, None),
            ("5", 10, "points-differ"),
            ("4.98", None, "points-differ"),
            ("9.98", 20, None),
            ("10", 10, "points-differ"),
            ("10.01", 10, "points-over-weight"),
            ("-4.99", 10, "points-differ"),
        ],
    )
    def test_the_score_of_the_budget(self, printed, weight, code):
        """49.88 % of ten points, or of the points that the form prints."""
        table = evaluation(
            adjusted="310.20万元", executed="154.74万元", weight=weight, reported_points=printed
        )
        severity = "error" if code == "points-over-weight" else "warning"
        expected = [(f"finding.{code}", severity, "$.budget.reported_points")] if code else []
        assert found(table) == expected
        assert all(line.startswith(f"预算执行率：自报得分 {printed} ") for line in said(table))

    def test_a_score_of_the_budget_without_a_rate_is_not_compared(self):
        assert found(evaluation(executed="154.74万元", reported_points="5")) == []
        assert found(evaluation(weight=10, reported_points="10.01")) == [
            ("finding.points-over-weight", "error", "$.budget.reported_points")
        ]
