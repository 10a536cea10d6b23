"""The rates of the categories of a budget: operation, the three public expenses, procurement, projects."""

from fractions import Fraction

import pytest

from govperf.errors import InputError, UnitError
from govperf.model import Budget, BudgetLine, Rate, Undefined

ALL = {"original": "400万元", "adjusted": "300万元", "received": "200万元", "executed": "150万元"}
THREE = ("overseas", "vehicles", "hospitality")
TWO = ("vehicle_purchase", "vehicle_running")

PARTS = {
    "overseas": BudgetLine(adjusted="10万元", executed="8万元"),
    "vehicles": BudgetLine(adjusted="15万元", executed="150,000元"),
    "hospitality": BudgetLine(adjusted="5万元", executed="0.0001亿元"),
}


def reason(value):
    """The fault, and the name of the figure in Chinese."""
    assert isinstance(value, Undefined)
    assert dict(value.details)["name_en"] in value.explain("en")
    return value.code.removeprefix("undefined.figure-"), dict(value.details)["name_zh"]


CONTROLS = {
    "operating": ("operating_control_rate", "公用经费"),
    "three_public": ("three_public_control_rate", "三公经费"),
    "procurement": ("procurement_execution_rate", "政府采购"),
}


@pytest.mark.parametrize(("line", "name", "label"), [(line, *rest) for line, rest in CONTROLS.items()])
class TestSpentOverBudget:
    """公用经费控制率, 三公经费控制率, 政府采购执行率: what was spent over the budget for it."""

    @pytest.mark.parametrize(("basis", "exact"), [("adjusted", Fraction(1, 2)), ("original", Fraction(3, 8))])
    def test_basis(self, line, name, label, basis, exact):
        budget = Budget(2021, **{line: BudgetLine(label, **ALL)})
        assert getattr(budget, name)(basis=basis) == Rate(exact)
        assert getattr(budget, name)(basis=basis).terms == ("150万元", ALL[basis])

    def test_adjusted_unless_told(self, line, name, label):
        budget = Budget(2021, **{line: BudgetLine(label, **ALL)})
        assert getattr(budget, name)() == getattr(budget, name)(basis="adjusted")

    @pytest.mark.parametrize("basis", ["executed", "received", "name", "amounts", ""])
    def test_no_basis(self, line, name, label, basis):
        budget = Budget(2021, **{line: BudgetLine(label, **ALL)})
        with pytest.raises(ValueError, match=rf"^basis is 'original' or 'adjusted', not '{basis}'$"):
            getattr(budget, name)(basis=basis)

    @pytest.mark.parametrize("spent", ["0元", "300万元", "301万元", "-1万元"])
    def test_any_expenditure(self, line, name, label, spent):
        rate = getattr(Budget(2021, **{line: BudgetLine(label, **{**ALL, "executed": spent})}), name)()
        assert rate.exact == {"0元": 0, "300万元": 1, "301万元": Fraction(301, 300)}.get(
            spent, Fraction(-1, 300)
        )

    @pytest.mark.parametrize(
        ("given", "fault", "column"),
        [
            (None, "missing", ""),
            (BudgetLine(adjusted="1元"), "missing", ""),
            (BudgetLine(executed="1元"), "missing", "全年预算数"),
            (BudgetLine(executed="1元", original="1元"), "missing", "全年预算数"),
            (BudgetLine(executed="0元", adjusted="0元"), "zero", "全年预算数"),
            (BudgetLine(executed="1元", adjusted="-1元"), "negative", "全年预算数"),
        ],
        ids=["no line", "no expenditure", "no budget", "another budget", "zero", "negative"],
    )
    def test_undefined(self, line, name, label, given, fault, column):
        assert reason(getattr(Budget(2021, **{line: given}), name)()) == (fault, label + column)


NAMED = [
    ("overseas", "因公出国（境）费"),
    ("vehicles", "公务用车购置及运行费"),
    ("hospitality", "公务接待费"),
]


class TestThreePublicSum:
    """A printed sum counts; without one, its parts, if they are all there, in each column by itself."""

    def test_parts(self):
        rate = Budget(2021, **PARTS).three_public_control_rate()
        assert (rate.exact, rate.terms) == (Fraction(24, 30), ("24万元", "30万元"))

    def test_the_printed_sum_goes_first(self):
        printed = BudgetLine(adjusted="40万元", executed="20万元")
        assert Budget(2021, three_public=printed, **PARTS).three_public_control_rate().exact == Fraction(1, 2)

    def test_column_by_column(self):
        printed = BudgetLine(adjusted="40万元")
        assert Budget(2021, three_public=printed, **PARTS).three_public_control_rate().exact == Fraction(
            24, 40
        )

    @pytest.mark.parametrize(("left_out", "label"), NAMED)
    def test_a_part_that_is_left_out_is_named(self, left_out, label):
        parts = {name: line for name, line in PARTS.items() if name != left_out}
        assert reason(Budget(2021, **parts).three_public_control_rate()) == ("missing", label)

    @pytest.mark.parametrize(("left_out", "label"), NAMED)
    def test_a_part_without_a_budget(self, left_out, label):
        parts = {**PARTS, left_out: BudgetLine(executed="1万元")}
        why = reason(Budget(2021, **parts).three_public_control_rate())
        assert why == ("missing", f"{label}全年预算数")

    def test_without_any_part_the_sum_is_missing(self):
        assert reason(Budget(2021).three_public_control_rate()) == ("missing", "三公经费")

    def test_zero_is_a_part(self):
        parts = dict.fromkeys(THREE, BudgetLine(adjusted="0元", executed="0元"))
        assert reason(Budget(2021, **parts).three_public_control_rate()) == ("zero", "三公经费全年预算数")

    def test_vehicles_are_purchase_and_running(self):
        parts = {name: line for name, line in PARTS.items() if name != "vehicles"}
        both = {
            "vehicle_purchase": BudgetLine(adjusted="9万元", executed="9万元"),
            "vehicle_running": BudgetLine(adjusted="6万元", executed="6万元"),
        }
        budget = Budget(2021, **parts, **both)
        assert budget.three_public_control_rate() == Budget(2021, **PARTS).three_public_control_rate()
        labels = {"vehicle_purchase": "公务用车运行维护费", "vehicle_running": "公务用车购置费"}
        for name, line in both.items():
            one = Budget(2021, **parts, **{name: line})
            assert reason(one.three_public_control_rate()) == ("missing", labels[name])

    def test_printed_vehicles_go_first(self):
        both = dict.fromkeys(TWO, BudgetLine(adjusted="100万元", executed="100万元"))
        assert Budget(2021, **PARTS, **both).three_public_control_rate().exact == Fraction(24, 30)

    def test_more_than_an_amount_may_hold(self):
        budget = Budget(2021, overseas="9" * 34 + "元", vehicles="1元", hospitality="0元")
        with pytest.raises(InputError):
            budget.three_public_control_rate()


class TestThreePublicChange:
    """三公经费变动率: this year over last year, signed."""

    LAST = Budget(2020, three_public=BudgetLine(original="30.00万元", adjusted="25万元", executed="20万元"))
    THIS = Budget(2021, three_public=BudgetLine(original="28.50万元", adjusted="25万元", executed="25万元"))

    @pytest.mark.parametrize(
        ("basis", "exact"), [("original", Fraction(-1, 20)), ("adjusted", 0), ("executed", Fraction(1, 4))]
    )
    def test_basis(self, basis, exact):
        assert self.THIS.three_public_change_rate(self.LAST, basis=basis).exact == exact

    def test_original_unless_told(self):
        rate = self.THIS.three_public_change_rate(self.LAST)
        assert (str(rate), rate.terms) == ("-5.00%", ("(28.50万元 − 30.00万元)", "30.00万元"))

    @pytest.mark.parametrize("basis", ["received", "name", "", None])
    def test_no_basis(self, basis):
        with pytest.raises(ValueError, match=r"^basis is 'original' or 'adjusted' or 'executed', not "):
            self.THIS.three_public_change_rate(self.LAST, basis=basis)

    def test_a_sum_beside_a_printed_one(self):
        parts = dict.fromkeys(THREE, BudgetLine(original="10.00万元"))
        assert str(self.THIS.three_public_change_rate(Budget(2020, **parts))) == "-5.00%"

    @pytest.mark.parametrize(
        ("this", "last", "why"),
        [
            (None, None, ("missing", "三公经费年初预算数")),
            ("1元", None, ("missing", "上年三公经费年初预算数")),
            (None, "1元", ("missing", "三公经费年初预算数")),
            ("1元", "0.00万元", ("zero", "上年三公经费年初预算数")),
            ("0元", "0元", ("zero", "上年三公经费年初预算数")),
            ("1元", "-1元", ("negative", "上年三公经费年初预算数")),
        ],
        ids=str,
    )
    def test_undefined(self, this, last, why):
        now, before = (
            Budget(year, three_public=BudgetLine(original=amount))
            for year, amount in ((2021, this), (2020, last))
        )
        assert reason(now.three_public_change_rate(before)) == why

    def test_says_which_year(self):
        made = self.THIS.three_public_change_rate(Budget(2020))
        assert made.explain("en") == (
            "no figure is given for the three public expenses (original budget) of the year before"
        )
        assert made.explain("zh") == "没有上年三公经费年初预算数"

    def test_two_currencies(self):
        other = Budget(2020, three_public=BudgetLine(original="30万美元"))
        with pytest.raises(UnitError):
            self.THIS.three_public_change_rate(other)


class TestKeyProjects:
    """重点支出安排率: key projects over all projects, as budgeted."""

    @pytest.mark.parametrize(
        ("basis", "exact"), [("original", Fraction(9, 10)), ("adjusted", Fraction(1, 2))]
    )
    def test_basis(self, basis, exact):
        key = BudgetLine(original="90万元", adjusted="60万元", executed="1万元")
        every = BudgetLine(original="100万元", adjusted="1,200,000元", executed="2万元")
        assert Budget(2021, key_projects=key, project=every).key_projects_rate(basis=basis).exact == exact

    def test_original_unless_told(self):
        budget = Budget(
            2021, key_projects=BudgetLine(original="90万元"), project=BudgetLine(original="100万元")
        )
        assert str(budget.key_projects_rate()) == "90.00%"

    @pytest.mark.parametrize("basis", ["executed", "received", ""])
    def test_no_basis(self, basis):
        with pytest.raises(ValueError, match=r"^basis is 'original' or 'adjusted', not '"):
            Budget(2021, key_projects="1元", project="1元").key_projects_rate(basis=basis)

    @pytest.mark.parametrize(
        ("key", "every", "why"),
        [
            (None, None, ("missing", "重点项目支出年初预算数")),
            (BudgetLine(executed="1元"), BudgetLine(original="1元"), ("missing", "重点项目支出年初预算数")),
            (BudgetLine(original="1元"), None, ("missing", "项目支出年初预算数")),
            (BudgetLine(original="1元"), BudgetLine(original="0元"), ("zero", "项目支出年初预算数")),
            (BudgetLine(original="1元"), BudgetLine(original="-1元"), ("negative", "项目支出年初预算数")),
        ],
        ids=["neither", "spent only", "no projects", "zero", "negative"],
    )
    def test_undefined(self, key, every, why):
        assert reason(Budget(2021, key_projects=key, project=every).key_projects_rate()) == why
