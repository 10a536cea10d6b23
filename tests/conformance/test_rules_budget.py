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


class TestTwoRatesOfOneName:
    """预算执行率 divides by the adjusted budget on the form, and by the funds received in the framework.

    预算完成率 divides what was spent by the approved budget (2013), or is that of all funds (Hunan).
    """

    budget = gp.Budget(
        2022,
        carried_in="10万元",
        original="900万元",
        adjustments=["90万元"],
        adjusted="990万元",
        received="960万元",
        executed="932万元",
        carried_out="68万元",
    )

    def test_execution(self):
        assert str(self.budget.execution_rate) == "94.14%"
        assert str(self.budget.received_execution_rate) == "97.08%"

    def test_completion(self):
        assert str(self.budget.completion_rate()) == "103.56%"
        assert str(self.budget.available_funds_rate) == "93.20%"

    def test_funding(self):
        assert str(self.budget.funding_rate()) == "96.97%"
        assert str(self.budget.funding_rate(basis="original")) == "106.67%"


class TestHunan:
    """Rule 5. All funds of the year less what is left, over all funds; what was added, over the original."""

    def budget(self, left, added="90万元"):
        return gp.Budget(2022, carried_in="10万元", original="900万元", adjustments=[added], carried_out=left)

    def test_worked(self):
        assert str(self.budget("68万元").available_funds_rate) == "93.20%"
        assert self.budget("68万元").available_funds_rate.terms == ("(1,000万元 − 68万元)", "1,000万元")

    def test_all_used(self):
        assert self.budget("0万元").available_funds_rate.exact == 1

    @pytest.mark.parametrize(
        ("added", "rate"),
        [("0万元", "0.00%"), ("90万元", "10.00%"), ("90.09万元", "10.01%"), ("270万元", "30.00%")],
    )
    def test_added(self, added, rate):
        assert str(self.budget("0万元", added).addition_rate) == rate


class TestThreePublic:
    """Rule 7. The change over last year, of the budgets; a local table compares what was spent."""

    def change(self, last, this, **options):
        columns = {options.get("basis", "original")}
        before, now = (
            gp.Budget(year, three_public=gp.BudgetLine(**dict.fromkeys(columns, amount)))
            for year, amount in ((2020, last), (2021, this))
        )
        return now.three_public_change_rate(before, **options)

    @pytest.mark.parametrize("basis", ["original", "executed"])
    def test_worked(self, basis):
        assert str(self.change("30.00万元", "28.50万元", basis=basis)) == "-5.00%"
        assert self.change("30.00万元", "30.00万元", basis=basis).exact == 0

    def test_no_base(self):
        assert isinstance(self.change("0万元", "28.50万元"), gp.Undefined)

    def test_control(self):
        line = gp.BudgetLine(adjusted="30.00万元", executed="30.30万元")
        assert str(gp.Budget(2021, three_public=line).three_public_control_rate()) == "101.00%"


class TestCarryOver:
    """Rule 9. What is left, over the budget or over what was spent; and its change over last year."""

    budget = gp.Budget(
        2021, original="1,000万元", executed="850万元", carried_in="0.19万元", carried_out="0.88万元"
    )

    def test_worked(self):
        assert str(self.budget.carry_over_change_rate) == "363.16%"

    def test_two_bases(self):
        assert str(self.budget.carry_over_rate()) == "0.09%"
        assert str(self.budget.carry_over_rate(basis="executed")) == "0.10%"

    def test_nothing_before(self):
        assert isinstance(attrs.evolve(self.budget, carried_in="0元").carry_over_change_rate, gp.Undefined)


class TestCategories:
    """Rule 9. Operation, procurement and key projects."""

    @pytest.mark.parametrize(
        ("field", "rate", "spent", "planned", "shown"),
        [
            ("operating", "operating_control_rate", "201.30万元", "210.00万元", "95.86%"),
            ("procurement", "procurement_execution_rate", "172.50万元", "180.00万元", "95.83%"),
        ],
    )
    def test_worked(self, field, rate, spent, planned, shown):
        budget = gp.Budget(2021, **{field: gp.BudgetLine(adjusted=planned, executed=spent)})
        assert str(getattr(budget, rate)()) == shown

    @pytest.mark.parametrize(
        ("key", "shown"), [("90万元", "90.00%"), ("89.99万元", "89.99%"), ("60万元", "60.00%")]
    )
    def test_key_projects(self, key, shown):
        lines = {"key_projects": gp.BudgetLine(original=key), "project": gp.BudgetLine(original="100万元")}
        assert str(gp.Budget(2021, **lines).key_projects_rate()) == shown


class TestPaymentProgress:
    """Rules 10 and 38. What was spent by July over the budget, over seven twelfths."""

    def budget(self, spent):
        return gp.Budget(2022, adjusted="100万元", progress={7: spent})

    @pytest.mark.parametrize(("spent", "rate"), [("52万元", "89.14%"), ("45万元", "77.14%")])
    def test_worked(self, spent, rate):
        assert str(self.budget(spent).payment_progress_rate(7)) == rate

    def test_in_time(self):
        assert gp.Budget(2022, adjusted="120万元", progress={7: "70万元"}).payment_progress_rate(7).exact == 1


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


class TestMoreIdentities:
    """Rules 1 and 11. The three public expenses, the funds by source, and the adjusted budget."""

    def verdicts(self, budget):
        checks = gp.cross_checks(gp.Evaluation(gp.Department("某局"), 2021, budget=budget))
        return {check.code: check.verdict.value for check in checks}

    @pytest.mark.parametrize(("total", "verdict"), [("28.50万元", "equal"), ("28.53万元", "broken")])
    def test_three_public(self, total, verdict):
        budget = gp.Budget(
            2021,
            three_public=total,
            overseas="0.00万元",
            vehicles="25.50万元",
            vehicle_purchase="0.00万元",
            vehicle_running="25.50万元",
            hospitality="3.00万元",
        )
        assert self.verdicts(budget) == {"vehicles": "equal", "three_public": verdict}

    def test_funds_by_source(self):
        """Of a filled form: rows of 90, 89.974, 89.974 under a total row of zeros."""
        rows = [
            gp.BudgetLine("当年财政拨款", original="90万元", adjusted="89.974万元", executed="89.974万元"),
            gp.BudgetLine("上年结转资金", original="0万元", adjusted="0万元", executed="0万元"),
            gp.BudgetLine("其他资金", original="0万元", adjusted="0万元", executed="0万元"),
        ]
        zeros = gp.Budget(2021, original="0万元", adjusted="0万元", executed="0万元", sources=rows)
        assert set(self.verdicts(zeros).values()) == {"broken"}
        filled = gp.Budget(
            2021, original="90万元", adjusted="89.974万元", executed="89.974万元", sources=rows
        )
        assert self.verdicts(filled) == {
            "sources.original": "equal",
            "sources.adjusted": "equal",
            "sources.executed": "equal",
        }

    def test_adjusted_budget(self):
        """Rule 1. 5 783.95 + 0 − 1 915.55 = 3 868.40."""
        budget = gp.Budget(
            2021, original="5,783.95万元", adjusted="3,868.40万元", adjustments=["0万元", "-1,915.55万元"]
        )
        assert self.verdicts(budget) == {"adjustments": "equal"}


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
