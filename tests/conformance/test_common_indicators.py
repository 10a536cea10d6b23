"""The rates of rules 5 to 10, as common indicators, each with its worked numbers."""

import pytest

import govperf as gp
from govperf.standards.common import common_indicator


def measured(code, **given):
    one = common_indicator(code)
    return str(one.measure(budget=gp.Budget(2021, **given)))


class TestCompletionRate:
    """Rule 5. The framework divides what was carried out by the budget; Hunan's tables compute another rate.

    (10 + 900 + 90 − 68) / 1000 of all funds is theirs.
    """

    budget = gp.Budget(
        2022,
        carried_in="10万元",
        original="900万元",
        adjustments=["90万元"],
        adjusted="990万元",
        executed="932万元",
        carried_out="68万元",
    )

    def test_framework(self):
        one = common_indicator("budget_completion_rate")
        assert str(one.measure(budget=self.budget)) == "103.56%"
        assert str(one.rate("932万元", "900万元")) == "103.56%"

    def test_hunan(self):
        assert str(self.budget.available_funds_rate) == "93.20%"
        assert str(common_indicator("budget_completion_rate").rate("932万元", "1,000万元")) == "93.20%"


class TestAdjustmentRate:
    """Rule 6. Adjustments over the budget, with their sign; none is best."""

    @pytest.mark.parametrize(
        ("adjusted", "rate"), [("100万元", "0.00%"), ("110万元", "10.00%"), ("110.01万元", "10.01%")]
    )
    def test_bounds(self, adjusted, rate):
        assert measured("budget_adjustment_rate", original="100万元", adjusted=adjusted) == rate

    def test_a_cut_is_negative(self):
        found = measured("budget_adjustment_rate", original="5,783.95万元", adjusted="3,868.40万元")
        assert found == "-33.12%"
        assert str(common_indicator("budget_adjustment_rate").rate("-1,915.55万元", "5,783.95万元")) == found

    def test_a_cut_earns_nothing_by_itself(self):
        """0 % is best, and a rule for a target of zero takes less for met: no such target is implied."""
        row = common_indicator("budget_adjustment_rate").indicator(weight=3, actual="-33.12%")
        assert isinstance(gp.score(row).points, gp.Undefined)


class TestThreePublicChange:
    """Rule 7. This year's budget for them less last year's, over last year's; no base, no rate."""

    one = common_indicator("three_public_change_rate")

    @pytest.mark.parametrize(
        ("this", "rate", "met"),
        [("28.50万元", "-5.00%", True), ("30.00万元", "0.00%", True), ("30.01万元", "0.03%", False)],
    )
    def test_worked(self, this, rate, met):
        last, now = (
            gp.Budget(year, three_public=gp.BudgetLine(original=amount))
            for year, amount in ((2020, "30.00万元"), (2021, this))
        )
        made = self.one.measure(budget=now, previous=last)
        assert str(made) == str(self.one.rate(this, "30.00万元")) == rate
        row = self.one.indicator(weight=5, actual=made)
        assert gp.score(row).rate.met is met

    def test_no_base(self):
        assert isinstance(self.one.rate("28.50万元", "0万元"), gp.Undefined)


class TestStaffing:
    """Rule 8. People in service over posts; at most 100 % is good."""

    one = common_indicator("staffing_control_rate")

    @pytest.mark.parametrize(
        ("people", "posts", "rate", "met"),
        [(50, 51, "98.04%", True), (51, 51, "100.00%", True), (516, 500, "103.20%", False)],
    )
    def test_worked(self, people, posts, rate, met):
        bureau = gp.Department("某局", staffing=gp.Staffing(authorised=posts, actual=people))
        made = self.one.measure(department=bureau)
        assert str(made) == str(self.one.rate(f"{people}人", f"{posts}人")) == rate
        row = self.one.indicator(weight=5, actual=made)
        assert gp.completion_rate(row.target, row.actual).met is met

    def test_full_points(self):
        assert str(gp.score(self.one.indicator(weight=5, actual=self.one.rate(50, 51))).points) == "5.00"


class TestCarryOverAndControl:
    """Rule 9. Carry-over, operating expenditure and procurement."""

    def test_carry_over_change(self):
        found = measured("carry_over_change_rate", carried_in="0.19万元", carried_out="0.88万元")
        assert found == "363.16%"
        assert str(common_indicator("carry_over_change_rate").rate("0.88万元", "0.19万元")) == found

    @pytest.mark.parametrize(
        ("code", "line", "spent", "planned", "rate"),
        [
            ("operating_control_rate", "operating", "201.30万元", "210.00万元", "95.86%"),
            ("procurement_execution_rate", "procurement", "172.50万元", "180.00万元", "95.83%"),
        ],
    )
    def test_lines(self, code, line, spent, planned, rate):
        given = {line: gp.BudgetLine(adjusted=planned, executed=spent)}
        assert measured(code, **given) == str(common_indicator(code).rate(spent, planned)) == rate


class TestPaymentProgress:
    """Rule 10. Progress made over progress planned: seven months of twelve, or what was declared."""

    one = common_indicator("payment_progress_rate")
    budget = gp.Budget(2022, adjusted="100万元", progress={7: "52万元"})

    def test_by_months(self):
        assert str(self.one.measure(budget=self.budget, month=7)) == "89.14%"

    def test_declared(self):
        made = self.one.measure(budget=self.budget, month=7, planned="52%")
        assert str(made) == str(self.one.rate("52%", "52%")) == "100.00%"
        assert gp.score(self.one.indicator(weight=5, actual=made)).rate.met


class TestNameTraps:
    """完成及时率: tasks of a department, time that a project saved. 质量达标率: two denominators."""

    @pytest.mark.parametrize(
        ("actual", "rate"),
        [("90天", "10.00%"), ("100天", "0.00%"), ("101天", "-1.00%"), ("200天", "-100.00%")],
    )
    def test_project_in_time(self, actual, rate):
        assert str(common_indicator("time_saving_rate").rate(actual, "100天")) == rate

    @pytest.mark.parametrize(("done", "rate"), [("0项", "0.00%"), ("38项", "95.00%"), ("40项", "100.00%")])
    def test_department_in_time(self, done, rate):
        assert str(common_indicator("task_timeliness_rate").rate(done, "40项")) == rate

    def test_quality(self):
        """40 planned, 30 produced, 27 of them good."""
        assert str(common_indicator("task_quality_rate").rate("27项", "40项")) == "67.50%"
        assert str(common_indicator("output_quality_rate").rate("27项", "30项")) == "90.00%"
