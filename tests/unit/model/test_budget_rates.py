"""The rates of a whole budget: what is divided by what, and why there may be no rate."""

from fractions import Fraction

import pytest

from govperf.errors import DataError, InputError
from govperf.model import Adjustment, Budget, Rate, Undefined
from govperf.units import Quantity


def reason(value):
    """The fault, and the name of the figure in English and Chinese."""
    assert isinstance(value, Undefined)
    details = dict(value.details)
    assert details["name_zh"] in value.explain("zh")
    assert details["name_en"] in value.explain("en")
    assert "…" not in value.explain("zh") + value.explain("en")
    return value.code.removeprefix("undefined.figure-"), details["name_en"], details["name_zh"]


ORIGINAL = ("original budget", "年初预算数")
ADJUSTED = ("adjusted budget", "全年预算数")
RECEIVED = ("funds received", "到位资金")
EXECUTED = ("expenditure", "本年支出")
ADDITIONS = ("additions within the year", "本年追加")
CARRIED_IN = ("carry-over at the beginning", "年初结转结余")
CARRIED_OUT = ("carry-over at the end", "年末结转结余")
FUNDS = ("available funds", "可用资金")
PROGRESS = ("expenditure to the end of the month", "该月累计执行数")
NAMES = {
    "original": ORIGINAL,
    "adjusted": ADJUSTED,
    "received": RECEIVED,
    "executed": EXECUTED,
    "carried_in": CARRIED_IN,
    "carried_out": CARRIED_OUT,
}

WHOLE = {
    "carried_in": "10万元",
    "original": "900万元",
    "adjustments": ["90万元", "-50万元"],
    "carried_out": "68万元",
}
DIVIDED = {
    "execution": (lambda budget: budget.execution_rate, "executed", "adjusted"),
    "received execution": (lambda budget: budget.received_execution_rate, "executed", "received"),
    "funding": (lambda budget: budget.funding_rate(), "received", "adjusted"),
    "funding of the original": (lambda budget: budget.funding_rate(basis="original"), "received", "original"),
    "completion": (lambda budget: budget.completion_rate(), "executed", "original"),
    "completion of the adjusted": (
        lambda budget: budget.completion_rate(basis="adjusted"),
        "executed",
        "adjusted",
    ),
    "carry-over": (lambda budget: budget.carry_over_rate(), "carried_out", "original"),
    "carry-over of the adjusted": (
        lambda budget: budget.carry_over_rate(basis="adjusted"),
        "carried_out",
        "adjusted",
    ),
    "carry-over of what was spent": (
        lambda budget: budget.carry_over_rate(basis="executed"),
        "carried_out",
        "executed",
    ),
}
CHANGED = {
    "adjustment": (lambda budget: budget.adjustment_rate, "adjusted", "original"),
    "carry-over change": (lambda budget: budget.carry_over_change_rate, "carried_out", "carried_in"),
}
EVERY = {**DIVIDED, **CHANGED}


@pytest.mark.parametrize(("rate", "above", "below"), DIVIDED.values(), ids=DIVIDED)
class TestDivided:
    """One amount over another, uncapped."""

    @pytest.mark.parametrize(
        ("one", "other", "exact", "shown"),
        [
            ("154.74万元", "310.20万元", Fraction(15474, 31020), "49.88%"),
            ("30,000.00元", "120,000.00元", Fraction(1, 4), "25.00%"),
            ("110万元", "100万元", Fraction(11, 10), "110.00%"),
            ("1元", "1亿元", Fraction(1, 10**8), "0.000001%"),
            ("0元", "10万元", Fraction(0), "0.00%"),
            ("-1万元", "10万元", Fraction(-1, 10), "-10.00%"),
        ],
    )
    def test_rate(self, rate, above, below, one, other, exact, shown):
        made = rate(Budget(2022, **{above: one, below: other}))
        assert (made.exact, str(made)) == (exact, shown)
        first, second = made.terms
        assert second == str(Quantity.parse(other))
        assert Quantity.parse(first) == Quantity.parse(one)
        assert Quantity.parse(first).unit is Quantity.parse(other).unit  # a true equation


@pytest.mark.parametrize(("rate", "above", "below"), CHANGED.values(), ids=CHANGED)
class TestChanged:
    """The change of an amount over what it was, with its sign."""

    @pytest.mark.parametrize(
        ("later", "earlier", "shown"),
        [
            ("3,868.40万元", "5,783.95万元", "-33.12%"),
            ("110万元", "100万元", "10.00%"),
            ("1,000,000元", "100万元", "0.00%"),
            ("0元", "100万元", "-100.00%"),
            ("-50万元", "100万元", "-150.00%"),
        ],
    )
    def test_rate(self, rate, above, below, later, earlier, shown):
        assert str(rate(Budget(2021, **{above: later, below: earlier}))) == shown

    def test_terms_are_in_one_unit(self, rate, above, below):
        made = rate(Budget(2021, **{above: "3,000,000元", below: "400万元"}))
        assert made.terms == ("(300万元 − 400万元)", "400万元")

    def test_exact_beyond_34_digits(self, rate, above, below):
        made = rate(Budget(2021, **{above: "0.000001元", below: f"{'9' * 30}万元"}))
        assert made.exact == Fraction(1, 10**10 * (10**30 - 1)) - 1


@pytest.mark.parametrize(("rate", "above", "below"), EVERY.values(), ids=EVERY)
class TestUndefined:
    """No rate without both amounts, nor over nothing, nor over less than nothing: never 0, never 100 %."""

    def test_missing(self, rate, above, below):
        assert reason(rate(Budget(2022))) == ("missing", *NAMES[above])
        assert reason(rate(Budget(2022, **{below: "1元"}))) == ("missing", *NAMES[above])
        assert reason(rate(Budget(2022, **{above: "1元"}))) == ("missing", *NAMES[below])

    @pytest.mark.parametrize("one", ["0元", "1元", "-1元"])
    def test_nothing_below(self, rate, above, below, one):
        for zero in ("0元", "0.00万元", "-0元"):
            assert reason(rate(Budget(2022, **{above: one, below: zero}))) == ("zero", *NAMES[below])

    @pytest.mark.parametrize("one", ["0元", "1元", "-1元"])
    def test_less_than_nothing_below(self, rate, above, below, one):
        made = rate(Budget(2022, **{above: one, below: "-0.01元"}))
        assert reason(made) == ("negative", *NAMES[below])

    def test_next_to_nothing_below(self, rate, above, below):
        assert isinstance(rate(Budget(2022, **{above: "0元", below: "0.01元"})), Rate)


class TestBasis:
    """A basis is one of those that mean something; a slip of the pen is no rate of 100 %."""

    @pytest.mark.parametrize("basis", ["received", "executed", "income", "year", "adjust", "", None, 1])
    @pytest.mark.parametrize("name", ["funding_rate", "completion_rate"])
    def test_budgets(self, name, basis):
        budget = Budget(2021, original="1元", adjusted="1元", received="1元", executed="1元", income="1元")
        with pytest.raises(ValueError, match=rf"^basis is 'original' or 'adjusted', not {basis!r}$"):
            getattr(budget, name)(basis=basis)

    @pytest.mark.parametrize("basis", ["received", "carried_out", ""])
    def test_carry_over(self, basis):
        with pytest.raises(ValueError, match=r"^basis is 'original' or 'adjusted' or 'executed', not '"):
            Budget(2021, carried_out="1元", received="1元").carry_over_rate(basis=basis)

    def test_is_named(self):
        with pytest.raises(TypeError):
            Budget(2021).completion_rate("original")


class TestAdditions:
    """预算控制率: what was added within the year; what was taken off does not count against it."""

    @pytest.mark.parametrize(
        ("adjustments", "shown"),
        [
            (["90万元"], "10.00%"),
            (["90万元", "-20万元"], "10.00%"),
            (["45万元", "450,000元"], "10.00%"),
            (["-20万元"], "0.00%"),
            (["0元"], "0.00%"),
            ([Adjustment("180万元", reason="追加")], "20.00%"),
            (["0.09亿元", "-0.09亿元"], "100.00%"),
        ],
        ids=str,
    )
    def test_rate(self, adjustments, shown):
        assert str(Budget(2022, original="900万元", adjustments=adjustments).addition_rate) == shown

    def test_none_where_both_budgets_are_one(self):
        rate = Budget(2022, original="900万元", adjusted="9,000,000元").addition_rate
        assert (rate.exact, str(rate)) == (0, "0.00%")

    def test_a_net_change_does_not_say_what_was_added(self):
        budget = Budget(2022, original="900万元", adjusted="970万元")
        assert reason(budget.addition_rate) == ("missing", *ADDITIONS)

    @pytest.mark.parametrize(
        ("amounts", "why"),
        [
            ({}, ("missing", *ADDITIONS)),
            ({"original": "1元"}, ("missing", *ADDITIONS)),
            ({"adjusted": "1元"}, ("missing", *ADDITIONS)),
            ({"adjustments": ["1元"]}, ("missing", *ORIGINAL)),
            ({"adjustments": ["1元"], "original": "0元"}, ("zero", *ORIGINAL)),
            ({"adjustments": ["1元"], "original": "-1元"}, ("negative", *ORIGINAL)),
            ({"adjusted": "0元", "original": "0元"}, ("zero", *ORIGINAL)),
        ],
        ids=str,
    )
    def test_undefined(self, amounts, why):
        assert reason(Budget(2022, **amounts).addition_rate) == why

    def test_more_than_an_amount_may_hold(self):
        budget = Budget(2022, original="1元", adjustments=["9" * 34 + "元", "9" * 34 + "元"])
        with pytest.raises(InputError):
            budget.addition_rate  # noqa: B018 - the property computes


class TestAvailableFunds:
    """预算完成率 of Hunan: all funds of the year less what is left, over all funds."""

    @pytest.mark.parametrize(
        ("changes", "shown"),
        [
            ({}, "93.20%"),
            ({"carried_out": "0元"}, "100.00%"),
            ({"carried_out": "1,000万元"}, "0.00%"),
            ({"carried_out": "1,100万元"}, "-10.00%"),
            ({"carried_out": "-10万元"}, "101.00%"),
            ({"carried_in": "100,000元", "carried_out": "0.0068亿元"}, "93.20%"),
            ({"carried_in": "-10万元", "carried_out": "98万元"}, "90.00%"),
            ({"adjustments": [], "adjusted": "900万元", "carried_out": "91万元"}, "90.00%"),
            ({"adjustments": [], "original": "0元", "adjusted": "0元", "carried_out": "1万元"}, "90.00%"),
        ],
        ids=str,
    )
    def test_rate(self, changes, shown):
        assert str(Budget(2022, **{**WHOLE, **changes}).available_funds_rate) == shown

    def test_terms(self):
        assert Budget(2022, **WHOLE).available_funds_rate.terms == ("(1,000万元 − 68万元)", "1,000万元")

    @pytest.mark.parametrize(
        ("field", "figure"),
        [
            ("carried_in", CARRIED_IN),
            ("original", ORIGINAL),
            ("adjustments", ADDITIONS),
            ("carried_out", CARRIED_OUT),
        ],
    )
    def test_missing(self, field, figure):
        amounts = {name: amount for name, amount in WHOLE.items() if name != field}
        assert reason(Budget(2022, **amounts).available_funds_rate) == ("missing", *figure)

    @pytest.mark.parametrize(("carried_in", "fault"), [("-990万元", "zero"), ("-991万元", "negative")])
    def test_no_funds(self, carried_in, fault):
        budget = Budget(2022, **{**WHOLE, "carried_in": carried_in})
        assert reason(budget.available_funds_rate) == (fault, *FUNDS)

    def test_more_than_an_amount_may_hold(self):
        budget = Budget(2022, **{**WHOLE, "carried_in": "9" * 34 + "元", "original": "0.01元"})
        with pytest.raises(InputError):
            budget.available_funds_rate  # noqa: B018 - the property computes


class TestProgress:
    """支付进度, and 支付进度率 beside the part of the year that is over."""

    BUDGET = Budget(2022, adjusted="100万元", progress={1: "0元", 7: "52万元", 12: "1,000,000元"})

    @pytest.mark.parametrize(
        ("month", "made", "of_time"),
        [(1, "0.00%", "0.00%"), (7, "52.00%", "89.14%"), (12, "100.00%", "100.00%")],
    )
    def test_rates(self, month, made, of_time):
        assert str(self.BUDGET.progress_rate(month)) == made
        assert str(self.BUDGET.payment_progress_rate(month)) == of_time

    def test_exact(self):
        assert self.BUDGET.payment_progress_rate(7).exact == Fraction(52 * 12, 100 * 7)

    def test_terms_lead_to_the_rate(self):
        """52.00 % over 58.33 % would be 89.15 %: the terms are amounts."""
        assert self.BUDGET.payment_progress_rate(7).terms == ("52万元", "(100万元 × 7 ÷ 12)")

    @pytest.mark.parametrize("planned", ["50%", "5成", "500‰", Quantity(50, "%")], ids=repr)
    def test_the_declared_progress_goes_first(self, planned):
        rate = self.BUDGET.payment_progress_rate(7, planned=planned)
        assert (rate.exact, rate.terms) == (Fraction(104, 100), ("52万元", f"(100万元 × {planned})"))

    def test_no_progress_was_planned(self):
        assert self.BUDGET.payment_progress_rate(7, planned="0%") == Undefined("undefined.planned-zero")

    @pytest.mark.parametrize(
        ("planned", "code"), [("0.5", "data.rate"), ("50", "data.rate"), ("-1%", "data.negative")]
    )
    def test_a_planned_progress_says_its_percent(self, planned, code):
        with pytest.raises(DataError) as caught:
            self.BUDGET.payment_progress_rate(7, planned=planned)
        assert (caught.value.code, caught.value.path) == (code, "planned")

    @pytest.mark.parametrize("month", [2, 6, 8, 0, 13])
    @pytest.mark.parametrize("name", ["progress_rate", "payment_progress_rate"])
    def test_no_figure_for_the_month(self, name, month):
        assert reason(getattr(self.BUDGET, name)(month)) == ("missing", *PROGRESS)

    @pytest.mark.parametrize("name", ["progress_rate", "payment_progress_rate"])
    @pytest.mark.parametrize(
        ("adjusted", "fault"), [(None, "missing"), ("0元", "zero"), ("-1元", "negative")], ids=str
    )
    def test_no_budget(self, name, adjusted, fault):
        budget = Budget(2022, adjusted=adjusted, progress={7: "52万元"})
        assert reason(getattr(budget, name)(7)) == (fault, *ADJUSTED)


class TestImpliedAdjusted:
    """The adjusted budget that a printed rate implies."""

    @pytest.mark.parametrize(
        ("executed", "rate", "implied"),
        [
            ("3,678.07万元", "95.08%", Quantity("3868.40", "万元")),
            ("10元", "30%", Quantity("33.33", "元")),
            ("1元", "400%", Quantity("0.25", "元")),
            ("0.02元", "800%", Quantity("0.00", "元")),
            ("9.5万元", "9.5成", Quantity("10.00", "万元")),
        ],
    )
    def test_implied(self, executed, rate, implied):
        found = Budget(2021, executed=executed, reported_execution_rate=rate).implied_adjusted
        assert (str(found.magnitude), found.unit) == (str(implied.magnitude), implied.unit)

    @pytest.mark.parametrize(
        ("fields", "why"),
        [
            ({}, ("missing", *EXECUTED)),
            ({"executed": "1元"}, ("missing", "execution rate", "支出进度")),
            ({"reported_execution_rate": "95%"}, ("missing", *EXECUTED)),
            (
                {"executed": "1元", "reported_execution_rate": "0.00%"},
                ("zero", "execution rate", "支出进度"),
            ),
            ({"executed": "0元", "reported_execution_rate": "95%"}, ("zero", *EXECUTED)),
            ({"executed": "-1元", "reported_execution_rate": "95%"}, ("negative", *EXECUTED)),
        ],
        ids=str,
    )
    def test_undefined(self, fields, why):
        assert reason(Budget(2021, **fields).implied_adjusted) == why

    def test_absurd(self):
        budget = Budget(2021, executed="1万亿元", reported_execution_rate=f"0.{'0' * 40}1%")
        with pytest.raises(InputError):
            budget.implied_adjusted  # noqa: B018 - the property computes


@pytest.mark.parametrize(
    ("amounts", "english", "chinese"),
    [
        ({}, "no figure is given for the expenditure", "没有本年支出"),
        ({"executed": "1元"}, "no figure is given for the adjusted budget", "没有全年预算数"),
        (
            {"executed": "1元", "adjusted": "0元"},
            "the figure for the adjusted budget is zero",
            "全年预算数为零",
        ),
        (
            {"executed": "1元", "adjusted": "-1元"},
            "the figure for the adjusted budget is negative",
            "全年预算数为负",
        ),
    ],
    ids=["no figure", "no budget", "zero", "negative"],
)
def test_reasons_are_sentences(amounts, english, chinese):
    rate = Budget(2022, **amounts).execution_rate
    assert (rate.explain("en"), rate.explain("zh")) == (english, chinese)
