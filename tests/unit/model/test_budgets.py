"""A budget: amounts of money in one currency, and the rates that follow."""

from fractions import Fraction

import attrs
import pytest

from govperf.errors import DataError, InputError, UnitError
from govperf.model import Budget, Part, Rate, Undefined
from govperf.units import Quantity

AMOUNTS = (
    "original",
    "adjusted",
    "executed",
    "income",
    "basic",
    "personnel",
    "operating",
    "project",
    "carried_in",
    "carried_out",
)
RATES = ("reported_execution_rate", "reported_completion_rate")


def reason(value):
    assert isinstance(value, Undefined)
    return value.code


class TestAmounts:
    """Every amount says its unit of money, and all are of one currency."""

    @pytest.mark.parametrize("field", AMOUNTS)
    @pytest.mark.parametrize("given", ["3,678.76万元", Quantity("3678.76", "万元")], ids=type)
    def test_money(self, field, given):
        assert getattr(Budget(2021, **{field: given}), field) == Quantity("3678.76", "万元")

    @pytest.mark.parametrize("field", AMOUNTS)
    @pytest.mark.parametrize("given", ["3678.76", "3,678.76万", "12条", "5%", "3元/人", 5], ids=str)
    def test_no_money(self, field, given):
        with pytest.raises(DataError) as caught:
            Budget(2021, **{field: given})
        assert (caught.value.code, caught.value.path) == ("data.money", field)

    @pytest.mark.parametrize("field", AMOUNTS)
    def test_left_out_is_none(self, field):
        assert getattr(Budget(2021), field) is None

    @pytest.mark.parametrize("given", ["十来万元", "12,34万元", "", "1.5张张"])
    def test_unreadable(self, given):
        with pytest.raises(InputError):
            Budget(2021, executed=given)

    def test_float(self):
        with pytest.raises(TypeError):
            Budget(2021, executed=3678.76)

    @pytest.mark.parametrize("unit", ["美元", "万港元"])
    def test_one_currency(self, unit):
        with pytest.raises(DataError) as caught:
            Budget(2021, original="1万元", executed=f"1{unit}")
        assert (caught.value.code, caught.value.path) == ("data.currency", "executed")
        assert caught.value.details == {"one": "1万元", "other": f"1{unit}"}

    def test_scales_of_one_currency(self):
        budget = Budget(2021, original="1亿元", adjusted="9,000万元", executed="90,000,000元")
        assert budget.execution_rate.exact == 1

    def test_foreign_money_alone(self):
        assert Budget(2021, adjusted="10万美元", executed="5万美元").execution_rate.exact == Fraction(1, 2)

    def test_zero_is_an_amount(self):
        with pytest.raises(DataError, match="not of one currency"):
            Budget(2021, original="0元", executed="1美元")


class TestSources:
    """The parts of the income, by name."""

    def test_mapping(self):
        budget = Budget(2021, income_sources={"财政拨款": "3,508.66万元", "事业收入": "18.18万元"})
        assert budget.income_sources == (
            Part("财政拨款", "3,508.66万元"),
            Part("事业收入", Quantity("18.18", "万元")),
        )

    def test_parts(self):
        budget = Budget(2021, income_sources=[Part("财政拨款", "3,508.66万元")])
        assert budget.income_sources[0].amount == Quantity("3508.66", "万元")

    @pytest.mark.parametrize(
        ("sources", "code", "path"),
        [
            ({"拨款": "3508.66"}, "data.money", "income_sources[0].amount"),
            ({"拨款": "1万元", "其他": "3家"}, "data.money", "income_sources[1].amount"),
            ({"拨款": "1万元", "其他": "3美元"}, "data.currency", "income_sources[1].amount"),
            ({" ": "1万元"}, "data.empty", "name"),
        ],
    )
    def test_refused(self, sources, code, path):
        with pytest.raises(DataError) as caught:
            Budget(2021, income_sources=sources)
        assert (caught.value.code, caught.value.path) == (code, path)

    @pytest.mark.parametrize(
        "sources", [["3万元"], "3万元", [("拨款", "3万元")], 3, {"拨款": 0.5}, {1: "3万元"}], ids=repr
    )
    def test_type(self, sources):
        with pytest.raises(TypeError):
            Budget(2021, income_sources=sources)


class TestYear:
    @pytest.mark.parametrize("year", [1949, 2021, 2199])
    def test_year(self, year):
        assert Budget(year).year == year

    @pytest.mark.parametrize("year", [1948, 2200, 21, -1])
    def test_no_year(self, year):
        with pytest.raises(DataError) as caught:
            Budget(year)
        assert (caught.value.code, caught.value.path) == ("data.year", "year")

    @pytest.mark.parametrize("year", ["2021", True, 2021.0, None], ids=repr)
    def test_type(self, year):
        with pytest.raises(TypeError, match="year is an int"):
            Budget(year)


class TestReportedRates:
    """A printed rate says its %, and is not below zero."""

    @pytest.mark.parametrize("field", RATES)
    @pytest.mark.parametrize(
        "given", ["95.08%", "99.23％", "百分之九十五", "9.5成", "0%", "105%", Quantity(95, "%")], ids=str
    )
    def test_rate(self, field, given):
        assert getattr(Budget(2021, **{field: given}), field).unit.is_ratio

    @pytest.mark.parametrize("field", RATES)
    @pytest.mark.parametrize("given", ["95.08", "0", "1", "95.08万元", "3个百分点"])
    def test_no_rate(self, field, given):
        with pytest.raises(DataError) as caught:
            Budget(2021, **{field: given})
        assert (caught.value.code, caught.value.path) == ("data.rate", field)

    @pytest.mark.parametrize("field", RATES)
    def test_negative(self, field):
        with pytest.raises(DataError) as caught:
            Budget(2021, **{field: "-5%"})
        assert (caught.value.code, caught.value.path) == ("data.negative", field)


class TestExecutionRate:
    """预算执行率: expenditure over the adjusted budget."""

    @pytest.mark.parametrize(
        ("adjusted", "executed", "exact", "shown"),
        [
            ("310.20万元", "154.74万元", Fraction(15474, 31020), "49.88%"),
            ("120,000.00元", "30,000.00元", Fraction(1, 4), "25.00%"),
            ("100万元", "110万元", Fraction(11, 10), "110.00%"),
            ("1亿元", "1元", Fraction(1, 10**8), "0.00%"),
            ("10万元", "0元", Fraction(0), "0.00%"),
            ("10万元", "-1万元", Fraction(-1, 10), "-10.00%"),
        ],
    )
    def test_rate(self, adjusted, executed, exact, shown):
        rate = Budget(2022, adjusted=adjusted, executed=executed).execution_rate
        assert (rate.exact, str(rate)) == (exact, shown)
        assert rate.terms is not None
        assert rate.terms[1] == str(Quantity.parse(adjusted))
        assert Quantity.parse(rate.terms[0]) == Quantity.parse(executed)
        assert Quantity.parse(rate.terms[0]).unit is Quantity.parse(adjusted).unit  # a true equation

    @pytest.mark.parametrize(
        ("amounts", "code"),
        [
            ({}, "undefined.executed-missing"),
            ({"adjusted": "1元"}, "undefined.executed-missing"),
            ({"executed": "1元"}, "undefined.adjusted-missing"),
            ({"executed": "0元", "adjusted": "0元"}, "undefined.adjusted-zero"),
            ({"executed": "1元", "adjusted": "0.00万元"}, "undefined.adjusted-zero"),
            ({"executed": "-5元", "adjusted": "-5元"}, "undefined.adjusted-negative"),
        ],
        ids=str,
    )
    def test_undefined(self, amounts, code):
        assert reason(Budget(2022, **amounts).execution_rate) == code


class TestAdjustmentRate:
    """预算调整率: the change over the original budget, signed."""

    @pytest.mark.parametrize(
        ("original", "adjusted", "shown"),
        [
            ("5,783.95万元", "3,868.40万元", "-33.12%"),
            ("100万元", "110万元", "10.00%"),
            ("100万元", "1,000,000元", "0.00%"),
            ("100万元", "0元", "-100.00%"),
        ],
    )
    def test_rate(self, original, adjusted, shown):
        assert str(Budget(2021, original=original, adjusted=adjusted).adjustment_rate) == shown

    def test_exact_beyond_34_digits(self):
        budget = Budget(2021, original=f"{'9' * 30}万元", adjusted="0.000001元")
        assert budget.adjustment_rate.exact == Fraction(1, 10**10 * (10**30 - 1)) - 1

    def test_terms(self):
        rate = Budget(2021, original="100万元", adjusted="110万元").adjustment_rate
        assert rate.terms == ("(110万元 − 100万元)", "100万元")

    def test_terms_are_in_one_unit(self):
        rate = Budget(2021, original="400万元", adjusted="3,000,000元").adjustment_rate
        assert rate.terms == ("(300万元 − 400万元)", "400万元")

    @pytest.mark.parametrize(
        ("amounts", "code"),
        [
            ({}, "undefined.adjusted-missing"),
            ({"adjusted": "1元"}, "undefined.original-missing"),
            ({"original": "1元"}, "undefined.adjusted-missing"),
            ({"original": "0元", "adjusted": "1元"}, "undefined.original-zero"),
            ({"original": "-1元", "adjusted": "1元"}, "undefined.original-negative"),
        ],
        ids=str,
    )
    def test_undefined(self, amounts, code):
        assert reason(Budget(2021, **amounts).adjustment_rate) == code


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
        ("fields", "code"),
        [
            ({}, "undefined.executed-missing"),
            ({"executed": "1元"}, "undefined.reported-rate-missing"),
            ({"reported_execution_rate": "95%"}, "undefined.executed-missing"),
            ({"executed": "1元", "reported_execution_rate": "0.00%"}, "undefined.reported-rate-zero"),
            ({"executed": "0元", "reported_execution_rate": "95%"}, "undefined.executed-nothing"),
            ({"executed": "-1元", "reported_execution_rate": "95%"}, "undefined.executed-nothing"),
        ],
        ids=str,
    )
    def test_undefined(self, fields, code):
        assert reason(Budget(2021, **fields).implied_adjusted) == code

    def test_absurd(self):
        budget = Budget(2021, executed="1万亿元", reported_execution_rate=f"0.{'0' * 40}1%")
        with pytest.raises(InputError):
            budget.implied_adjusted  # noqa: B018 - the property computes


class TestEvolved:
    def test_rates_follow(self):
        budget = attrs.evolve(Budget(2021, adjusted="100万元", executed="30万元"), executed="60万元")
        assert budget.execution_rate == Rate(Fraction(3, 5))

    def test_amounts_are_checked_again(self):
        with pytest.raises(DataError):
            attrs.evolve(Budget(2021, adjusted="100万元"), executed="60美元")


class TestPart:
    def test_any_amount(self):
        assert Part("镇街", "295条").amount == Quantity(295, "条")
        assert Part("镇街", 52).amount == Quantity(52)

    @pytest.mark.parametrize("name", ["", "  "])
    def test_nameless(self, name):
        with pytest.raises(DataError):
            Part(name, "1条")

    def test_unknown_unit(self):
        with pytest.raises(UnitError):
            Part("镇街", "1张张")
