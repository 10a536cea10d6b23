"""The rules of budget figures, each with its worked numbers."""

from decimal import Decimal

import attrs
import pytest

import govperf as gp


def executed(adjusted, spent):
    return gp.Budget(2022, adjusted=adjusted, executed=spent)


def execution_score(adjusted, spent, points=10):
    book = gp.standard()
    book = attrs.evolve(book, execution_points=attrs.evolve(book.execution_points, value=Decimal(points)))
    table = gp.Evaluation(gp.Department("某局"), 2022, budget=executed(adjusted, spent))
    return gp.evaluate(table, standard=book).budget_score


class TestExecutionRate:
    """Rule 2. The execution rate divides what was spent by the budget as adjusted.

    Where that budget is nothing there is no rate, neither 0 nor 100.
    """

    def test_worked(self):
        assert str(executed("310.20万元", "154.74万元").execution_rate) == "49.88%"

    @pytest.mark.parametrize("spent", ["0万元", "5万元"])
    def test_no_budget(self, spent):
        assert isinstance(executed("0万元", spent).execution_rate, gp.Undefined)


class TestExecutionScore:
    """Rule 3. Ten points times the execution rate, never more than ten; to overspend is remarked on."""

    def test_worked(self):
        assert str(execution_score("310.20万元", "154.74万元").points) == "4.99"

    def test_overspent(self):
        score = execution_score("100万元", "110万元")
        assert str(score.points) == "10.00"
        assert [note.code for note in score.notes] == ["note.over-budget"]
        assert "110.00%" in score.explain()


class TestAdjustmentRate:
    """Rules 1 and 6. What the budget was changed by, over what it was at first, with its sign."""

    def test_worked(self):
        budget = gp.Budget(2021, original="5,783.95万元", adjusted="3,868.40万元")
        assert str(budget.adjustment_rate) == "-33.12%"

    @pytest.mark.parametrize(
        ("adjusted", "rate"), [("110万元", "10.00%"), ("110.01万元", "10.01%"), ("100万元", "0.00%")]
    )
    def test_signed(self, adjusted, rate):
        assert str(gp.Budget(2021, original="100万元", adjusted=adjusted).adjustment_rate) == rate

    def test_implied_by_a_printed_rate(self):
        budget = gp.Budget(2021, executed="3,678.07万元", reported_execution_rate="95.08%")
        assert str(budget.implied_adjusted) == "3,868.40万元"


class TestStaffingControlRate:
    """Rule 8. People in service over authorised posts."""

    @pytest.mark.parametrize(("people", "posts", "rate"), [(50, 51, "98.04%"), (516, 500, "103.20%")])
    def test_worked(self, people, posts, rate):
        assert str(gp.Staffing(authorised=posts, actual=people).control_rate) == rate


class TestIdentities:
    """Rule 11. Parts add up to their totals; what is left is what came in, less what went out."""

    budget = gp.Budget(
        2021,
        income="3,678.76万元",
        income_sources={"拨款": "3,508.66万元", "事业": "18.18万元", "其他": "151.92万元"},
        basic="2,367.28万元",
        personnel="2,165.98万元",
        operating="201.30万元",
        project="1,310.79万元",
        carried_in="0.19万元",
        carried_out="0.88万元",
    )

    def verdicts(self, spent):
        budget = attrs.evolve(self.budget, executed=spent)
        checks = gp.cross_checks(gp.Evaluation(gp.Department("某局"), 2021, budget=budget))
        return sorted((check.verdict.value, str(check.difference)) for check in checks)

    def test_copied_total(self):
        assert self.verdicts("3,678.76万元") == [
            ("broken", "0.69万元"),
            ("broken", "0.69万元"),
            ("equal", "0.00万元"),
            ("equal", "0.00万元"),
        ]

    def test_consistent_total(self):
        assert {verdict for verdict, _ in self.verdicts("3,678.07万元")} == {"equal"}


class TestTolerance:
    """Rule 12. n rounded parts and their total may differ by half a last digit each; more is an error."""

    @pytest.mark.parametrize(
        ("total", "verdict"),
        [
            ("1367.75万元", "equal"),
            ("1367.76万元", "rounding"),
            ("1367.74万元", "rounding"),
            ("1367.77万元", "broken"),
            ("1368.44万元", "broken"),
        ],
    )
    def test_two_parts(self, total, verdict):
        budget = gp.Budget(2021, executed=total, basic="1000.00万元", project="367.75万元")
        (check,) = gp.cross_checks(gp.Evaluation(gp.Department("某局"), 2021, budget=budget))
        assert check.verdict.value == verdict
