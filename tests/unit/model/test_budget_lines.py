"""The rows of a budget: lines by stage, adjustments with reasons, execution to the end of a month."""

from datetime import date, datetime
from decimal import Decimal

import attrs
import pytest

from govperf.errors import DataError, InputError, LimitError, QuantityError, UnitError
from govperf.limits import LIMITS
from govperf.model import Adjustment, Budget, BudgetLine, Part, Period, Progress
from govperf.model.budget_line import STAGES, adjustments, lines, optional_line, parts, progress
from govperf.units import Quantity

NO_QUANTITY = [1.5, float("nan"), True, ["1元"], b"1"]


def said(caught):
    """A refusal in both languages."""
    return caught.value.explain("en"), caught.value.explain("zh")


class TestBudgetLine:
    @pytest.mark.parametrize("stage", STAGES)
    def test_each_column(self, stage):
        line = BudgetLine("拨款", **{stage: "90万元"})
        assert getattr(line, stage) == Quantity(90, "万元")
        assert list(line.amounts()) == [(stage, Quantity(90, "万元"))]
        assert [other for other in STAGES if getattr(line, other) is not None] == [stage]

    def test_columns_in_the_order_of_the_form(self):
        line = BudgetLine(executed="4元", received="3元", adjusted="2元", original="1元")
        assert [stage for stage, _ in line.amounts()] == list(STAGES)

    def test_nothing(self):
        assert list(BudgetLine().amounts()) == []
        assert BudgetLine().name == ""

    def test_zero_is_an_amount(self):
        assert list(BudgetLine(received="0元").amounts()) == [("received", Quantity(0, "元"))]

    @pytest.mark.parametrize("name", [None, 3, b"x"], ids=repr)
    def test_name_is_a_text(self, name):
        with pytest.raises(TypeError, match="name is a text"):
            BudgetLine(name)

    def test_longest_name(self):
        assert BudgetLine("行" * LIMITS.cell_chars).name
        with pytest.raises(LimitError) as caught:
            BudgetLine("行" * (LIMITS.cell_chars + 1))
        assert caught.value.path == "name"

    @pytest.mark.parametrize("stage", STAGES)
    @pytest.mark.parametrize("given", NO_QUANTITY, ids=repr)
    def test_type(self, stage, given):
        with pytest.raises(TypeError):
            BudgetLine(**{stage: given})

    def test_columns_are_named(self):
        with pytest.raises(TypeError):
            BudgetLine("拨款", "90万元")

    def test_optional(self):
        line = BudgetLine("拨款", original="1元")
        assert optional_line(line) is line
        assert optional_line(None) is None
        assert optional_line("1元") == optional_line(Quantity(1, "元")) == BudgetLine(executed="1元")

    @pytest.mark.parametrize("given", [*NO_QUANTITY, Part("拨款", "1元"), {"executed": "1元"}], ids=repr)
    def test_optional_type(self, given):
        with pytest.raises(TypeError):
            optional_line(given)

    def test_several(self):
        assert lines(BudgetLine(name) for name in "甲乙") == (BudgetLine("甲"), BudgetLine("乙"))
        assert lines([]) == ()

    @pytest.mark.parametrize("given", ["1元", "", ["1元"], 3, None, {"拨款": "1元"}, BudgetLine()], ids=repr)
    def test_several_type(self, given):
        with pytest.raises(TypeError):
            lines(given)


class TestAdjustment:
    def test_added_and_taken_off(self):
        assert Adjustment("90万元").amount == Quantity(90, "万元")
        cut = Adjustment("-1,915.55万元", reason="压减", date="2021年11月")
        assert (cut.amount, cut.reason, str(cut.date)) == (Quantity("-1915.55", "万元"), "压减", "2021-11")

    @pytest.mark.parametrize(
        ("given", "shown"),
        [
            (2021, "2021"),
            ("2021-11-30", "2021-11-30"),
            (date(2021, 11, 30), "2021-11-30"),
            (Period(date(2021, 1, 1), date(2021, 6, 30)), "2021-01/2021-06"),
        ],
        ids=["year", "text", "day", "period"],
    )
    def test_date(self, given, shown):
        assert str(Adjustment("1元", date=given).date) == shown

    @pytest.mark.parametrize("given", ["年中", "2021-02-30", 3000])
    def test_no_date(self, given):
        with pytest.raises(DataError) as caught:
            Adjustment("1元", date=given)
        english, chinese = said(caught)
        assert english != chinese
        assert str(given) in english
        assert str(given) in chinese

    @pytest.mark.parametrize("given", [True, 2021.0, datetime(2021, 11, 30)], ids=repr)  # noqa: DTZ001
    def test_date_type(self, given):
        with pytest.raises(TypeError):
            Adjustment("1元", date=given)

    @pytest.mark.parametrize("given", [None, *NO_QUANTITY], ids=repr)
    def test_type(self, given):
        with pytest.raises(TypeError):
            Adjustment(given)

    def test_reason_is_a_text(self):
        with pytest.raises(TypeError, match="reason is a text"):
            Adjustment("1元", reason=None)

    @pytest.mark.parametrize("given", ["", "减5元", "1张张", "近90万元"])
    def test_unreadable(self, given):
        with pytest.raises(InputError):
            Adjustment(given)

    def test_several(self):
        made = adjustments(["90万元", Quantity(-20, "万元"), Adjustment("1元", reason="追加")])
        assert made == (Adjustment("90万元"), Adjustment("-20万元"), Adjustment("1元", reason="追加"))
        assert adjustments(amount for amount in ["90万元"]) == (Adjustment("90万元"),)
        assert adjustments(()) == ()

    def test_one_text_is_one_adjustment(self):
        assert adjustments("90万元") == (Adjustment("90万元"),)
        with pytest.raises(InputError):
            adjustments("")

    @pytest.mark.parametrize(
        "given", [[5], [None], None, 5, Adjustment("1元"), [Part("拨款", "1元")]], ids=repr
    )
    def test_several_type(self, given):
        with pytest.raises(TypeError):
            adjustments(given)

    def test_a_number_without_a_unit_is_no_money(self):
        with pytest.raises(DataError) as caught:
            Budget(2021, adjustments=[Adjustment("1元"), Adjustment(5)])
        assert (caught.value.code, caught.value.path) == ("data.money", "adjustments[1].amount")
        assert said(caught) == (
            "adjustments[1].amount: '5' does not say an amount of money: add 元 or 万元",
            "adjustments[1].amount: “5”不是金额，请写明元或万元",
        )


class TestProgress:
    @pytest.mark.parametrize("month", [1, 7, 12])
    def test_month(self, month):
        assert Progress(month, "52万元").month == month

    @pytest.mark.parametrize("month", [0, 13, -1, 202207])
    def test_no_month(self, month):
        with pytest.raises(DataError) as caught:
            Progress(month, "52万元")
        assert (caught.value.code, caught.value.path) == ("data.month", "month")
        assert said(caught) == (
            f"month: {month} is not a month from 1 to 12",
            f"month: {month}不是1至12之间的月份",
        )

    @pytest.mark.parametrize("month", ["7", 7.0, True, None, Decimal(7)], ids=repr)
    def test_month_type(self, month):
        with pytest.raises(TypeError, match="month is an int"):
            Progress(month, "52万元")

    @pytest.mark.parametrize("given", [None, *NO_QUANTITY], ids=repr)
    def test_amount_type(self, given):
        with pytest.raises(TypeError):
            Progress(7, given)

    def test_mapping(self):
        assert progress({1: "5万元", 7: Quantity(52, "万元")}) == (
            Progress(1, "5万元"),
            Progress(7, "52万元"),
        )

    def test_several(self):
        given = (Progress(month, "1元") for month in range(1, 13))
        assert [item.month for item in progress(given)] == list(range(1, 13))
        assert progress([]) == progress({}) == ()

    def test_what_was_spent_may_fall(self):
        """A refund within the year is odd and possible."""
        assert progress({1: "5万元", 2: "4万元"})[1].executed == Quantity(4, "万元")

    @pytest.mark.parametrize("months", [(7, 7), (7, 6), (1, 12, 11)], ids=str)
    def test_months_rise(self, months):
        with pytest.raises(DataError) as caught:
            progress([Progress(month, "1元") for month in months])
        assert (caught.value.code, caught.value.path) == ("data.months", "progress")
        before, after = months[-2:]
        assert said(caught) == (
            f"progress: the months do not rise: {after} follows {before}",
            f"progress: 月份没有递增：{before}月之后是{after}月",
        )

    def test_a_mapping_keeps_its_order_too(self):
        with pytest.raises(DataError) as caught:
            Budget(2021, progress={2: "1元", 1: "1元"})
        assert caught.value.code == "data.months"

    @pytest.mark.parametrize(
        "given", ["5", "", 5, None, ["1元"], [(7, "1元")], {"7": "1元"}, {7: 1.5}, {True: "1元"}], ids=repr
    )
    def test_several_type(self, given):
        with pytest.raises(TypeError):
            progress(given)

    def test_unknown_unit(self):
        with pytest.raises(UnitError):
            progress({7: "5张张"})


class TestLimits:
    @pytest.mark.parametrize(
        ("make", "item"),
        [(lines, BudgetLine()), (adjustments, Adjustment("1元")), (parts, Part("拨款", "1元"))],
        ids=["lines", "adjustments", "parts"],
    )
    def test_longest_list(self, make, item):
        assert len(make([item] * LIMITS.items)) == LIMITS.items
        with pytest.raises(LimitError) as caught:
            make(iter(lambda: item, None))
        assert caught.value.details == {"limit": str(LIMITS.items)}

    def test_largest_amount(self):
        assert BudgetLine(executed="9" * LIMITS.digits + "元").executed
        with pytest.raises(QuantityError):
            BudgetLine(executed=Decimal("1" + "0" * LIMITS.digits))

    def test_too_many_months_do_not_end_it(self):
        with pytest.raises(LimitError):
            progress(iter(lambda: Progress(1, "1元"), None))


def test_evolved_lines_are_converted_again():
    line = attrs.evolve(BudgetLine("拨款", original="1元"), executed="2元", name="其他")
    assert line == BudgetLine("其他", original="1元", executed="2元")
    assert attrs.evolve(Adjustment("1元"), amount="-2元", reason="压减").amount == Quantity(-2, "元")
    with pytest.raises(DataError):
        attrs.evolve(Progress(7, "1元"), month=13)
