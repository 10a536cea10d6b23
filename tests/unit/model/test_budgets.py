"""A budget: amounts of money in one currency, by stage, by source and by category."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from govperf.errors import DataError, InputError, NumeralError, UnitError
from govperf.model import Adjustment, Budget, BudgetLine, Part, Progress, Rate
from govperf.model.budget_line import STAGES
from govperf.units import Quantity

AMOUNTS = ("original", "adjusted", "received", "executed", "income", "carried_in", "carried_out")
LINES = (
    "basic",
    "personnel",
    "operating",
    "project",
    "key_projects",
    "three_public",
    "overseas",
    "vehicles",
    "vehicle_purchase",
    "vehicle_running",
    "hospitality",
    "procurement",
)
RATES = ("reported_execution_rate", "reported_completion_rate")


def refused(**fields):
    """Code and path of the refusal, which speaks both languages."""
    with pytest.raises(DataError) as caught:
        Budget(2021, **fields)
    error = caught.value
    assert error.explain("en").startswith(f"{error.path}: ")
    assert error.explain("zh").startswith(f"{error.path}: ")
    assert error.explain("en") != error.explain("zh")
    return error.code, error.path


def test_every_field_is_known_here():
    """A field that is added needs a place in one of the groups that these tests go through."""
    others = {"year", "adjustments", "sources", "income_sources", "others", "progress", "weight"}
    assert {field.name for field in attrs.fields(Budget)} == {
        *(*AMOUNTS, *LINES, *RATES, *others, "reported_points"),
    }


class TestAmounts:
    """Every amount says its unit of money."""

    @pytest.mark.parametrize("field", AMOUNTS)
    @pytest.mark.parametrize("given", ["3,678.76万元", Quantity("3678.76", "万元")], ids=type)
    def test_money(self, field, given):
        assert getattr(Budget(2021, **{field: given}), field) == Quantity("3678.76", "万元")

    @pytest.mark.parametrize("field", LINES)
    @pytest.mark.parametrize("given", ["3,678.76万元", Quantity("3678.76", "万元")], ids=type)
    def test_an_amount_alone_was_spent(self, field, given):
        made = getattr(Budget(2021, **{field: given}), field)
        assert made == BudgetLine(executed="3,678.76万元")

    @pytest.mark.parametrize("field", AMOUNTS)
    @pytest.mark.parametrize("given", ["3678.76", "3,678.76万", "12条", "5%", "3元/人", 5], ids=str)
    def test_no_money(self, field, given):
        assert refused(**{field: given}) == ("data.money", field)

    @pytest.mark.parametrize("field", LINES)
    @pytest.mark.parametrize("given", ["3678.76", "3,678.76万", "12条", "5%", "3元/人", 5], ids=str)
    def test_no_money_in_a_line(self, field, given):
        assert refused(**{field: given}) == ("data.money", f"{field}.executed")

    @pytest.mark.parametrize("stage", STAGES)
    def test_no_money_in_a_column(self, stage):
        line = BudgetLine(**{stage: "12条"})
        assert refused(basic=line) == ("data.money", f"basic.{stage}")
        assert refused(sources=[BudgetLine(), line]) == ("data.money", f"sources[1].{stage}")

    @pytest.mark.parametrize("field", [*AMOUNTS, *LINES])
    def test_left_out_is_none(self, field):
        assert getattr(Budget(2021), field) is None

    @pytest.mark.parametrize("field", ["executed", "basic"])
    @pytest.mark.parametrize("given", ["十来万元", "12,34万元", "", "1.5张张"])
    def test_unreadable(self, field, given):
        with pytest.raises(InputError):
            Budget(2021, **{field: given})

    @pytest.mark.parametrize("field", ["executed", "basic"])
    @pytest.mark.parametrize("given", [3678.76, float("nan"), True, ["1元"], Decimal], ids=repr)
    def test_type(self, field, given):
        with pytest.raises(TypeError):
            Budget(2021, **{field: given})

    @pytest.mark.parametrize("given", [Decimal("NaN"), Decimal("Infinity"), Decimal("-sNaN")], ids=str)
    def test_not_finite(self, given):
        with pytest.raises(InputError) as caught:
            Budget(2021, executed=given)
        assert caught.value.code == "quantity.finite"


class TestCurrency:
    """All amounts of one budget are of one currency, wherever two of them stand."""

    PLACES = (
        *[(name, lambda money, name=name: {name: money}) for name in AMOUNTS],
        *[
            (f"{name}.{stage}", lambda money, name=name, stage=stage: {name: BudgetLine(**{stage: money})})
            for name in LINES
            for stage in STAGES
        ],
        *[
            (f"sources[0].{stage}", lambda money, stage=stage: {"sources": [BudgetLine(**{stage: money})]})
            for stage in STAGES
        ],
        ("adjustments[0].amount", lambda money: {"adjustments": [money]}),
        ("income_sources[0].amount", lambda money: {"income_sources": {"拨款": money}}),
        ("progress[0].executed", lambda money: {"progress": {1: money}}),
    )

    @pytest.mark.parametrize(("path", "fields"), PLACES, ids=[path for path, _ in PLACES])
    def test_any_place_against_any_other(self, path, fields):
        for other, more in self.PLACES:
            if not fields("1元").keys() & more("1元").keys():
                with pytest.raises(DataError) as caught:
                    Budget(2021, **fields("1万元"), **more("1美元"))
                assert caught.value.code == "data.currency"
                assert caught.value.path in (path, other)

    def test_within_one_line(self):
        line = BudgetLine(original="1万元", executed="1港元")
        assert refused(basic=line) == ("data.currency", "basic.executed")

    def test_within_one_list(self):
        assert refused(adjustments=["1元", "1元", "1美元"]) == ("data.currency", "adjustments[2].amount")

    @pytest.mark.parametrize("unit", ["美元", "万港元"])
    def test_says_both(self, unit):
        with pytest.raises(DataError) as caught:
            Budget(2021, original="1万元", executed=f"1{unit}")
        assert (caught.value.code, caught.value.path) == ("data.currency", "executed")
        assert caught.value.details == {"one": "1万元", "other": f"1{unit}"}
        assert caught.value.explain() == f"executed: 1万元与1{unit}币种不同"

    def test_scales_of_one_currency(self):
        budget = Budget(2021, original="1亿元", adjusted="9,000万元", executed="90,000,000元")
        assert budget.execution_rate.exact == 1

    def test_foreign_money_alone(self):
        assert Budget(2021, adjusted="10万美元", executed="5万美元").execution_rate.exact == Fraction(1, 2)

    def test_zero_is_an_amount(self):
        with pytest.raises(DataError, match="not of one currency"):
            Budget(2021, original="0元", executed="1美元")


class TestPaths:
    """Every amount is found, with the path that an error or a finding names."""

    def test_every_amount_in_the_order_of_the_fields(self):
        budget = Budget(
            2021,
            original="1元",
            adjustments=["-2元", Adjustment("3元")],
            executed="4元",
            sources=[BudgetLine("拨款", adjusted="5元"), BudgetLine("其他", original="6元", executed="7元")],
            income_sources={"拨款": "8元"},
            basic=BudgetLine(received="9元"),
            procurement="10元",
            progress={1: "11元", 2: "12元"},
            weight=99,
            reported_points=98,
            reported_execution_rate="97%",
        )
        assert [(path, str(amount)) for path, amount in budget.amounts()] == [
            ("original", "1元"),
            ("adjustments[0].amount", "-2元"),
            ("adjustments[1].amount", "3元"),
            ("executed", "4元"),
            ("sources[0].adjusted", "5元"),
            ("sources[1].original", "6元"),
            ("sources[1].executed", "7元"),
            ("income_sources[0].amount", "8元"),
            ("basic.received", "9元"),
            ("procurement.executed", "10元"),
            ("progress[0].executed", "11元"),
            ("progress[1].executed", "12元"),
        ]

    def test_none(self):
        assert list(Budget(2021, weight=10, basic=BudgetLine("基本")).amounts()) == []


class TestIncomeSources:
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
        assert refused(income_sources=sources) == (code, path)

    @pytest.mark.parametrize(
        "sources", [["3万元"], "3万元", "", [("拨款", "3万元")], 3, {"拨款": 0.5}, {1: "3万元"}], ids=repr
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


class TestReported:
    """A printed rate says its %, and is not below zero; points are numbers."""

    @pytest.mark.parametrize("field", RATES)
    @pytest.mark.parametrize(
        "given", ["95.08%", "99.23％", "百分之九十五", "9.5成", "0%", "105%", Quantity(95, "%")], ids=str
    )
    def test_rate(self, field, given):
        assert getattr(Budget(2021, **{field: given}), field).unit.is_ratio

    @pytest.mark.parametrize("field", RATES)
    @pytest.mark.parametrize("given", ["95.08", "0", "1", "95.08万元", "3个百分点"])
    def test_no_rate(self, field, given):
        assert refused(**{field: given}) == ("data.rate", field)

    @pytest.mark.parametrize("field", RATES)
    def test_negative(self, field):
        assert refused(**{field: "-5%"}) == ("data.negative", field)

    @pytest.mark.parametrize("field", ["weight", "reported_points"])
    @pytest.mark.parametrize(("given", "number"), [("10", "10"), (20, "20"), ("９.５", "9.5"), (0, "0")])
    def test_points(self, field, given, number):
        assert getattr(Budget(2021, **{field: given}), field) == Decimal(number)

    @pytest.mark.parametrize("field", ["weight", "reported_points"])
    def test_no_points(self, field):
        with pytest.raises(NumeralError):
            Budget(2021, **{field: "10%"})
        for given in (9.5, True):
            with pytest.raises(TypeError):
                Budget(2021, **{field: given})

    def test_a_weight_is_not_negative_and_a_printed_score_is_what_it_is(self):
        assert refused(weight="-0.01") == ("data.negative", "weight")
        assert Budget(2021, reported_points="-0.01").reported_points == Decimal("-0.01")


class TestEvolved:
    def test_rates_follow(self):
        budget = attrs.evolve(Budget(2021, adjusted="100万元", executed="30万元"), executed="60万元")
        assert budget.execution_rate == Rate(Fraction(3, 5))

    def test_amounts_are_checked_again(self):
        with pytest.raises(DataError):
            attrs.evolve(Budget(2021, adjusted="100万元"), executed="60美元")
        with pytest.raises(DataError):
            attrs.evolve(Budget(2021, adjusted="100万元"), basic=BudgetLine(original="60美元"))

    def test_order_is_part_of_it(self):
        one, two = BudgetLine("拨款", adjusted="1元"), BudgetLine("其他", adjusted="2元")
        assert Budget(2021, sources=[one, two]) != Budget(2021, sources=[two, one])
        assert Budget(2021, progress={1: "1元", 2: "2元"}).progress == (
            Progress(1, "1元"),
            Progress(2, "2元"),
        )


class TestPart:
    def test_any_amount(self):
        assert Part("镇街", "295条").amount == Quantity(295, "条")
        assert Part("镇街", 52).amount == Quantity(52)

    @pytest.mark.parametrize("name", ["", "  "])
    def test_nameless(self, name):
        with pytest.raises(DataError) as caught:
            Part(name, "1条")
        assert (caught.value.code, caught.value.path) == ("data.empty", "name")

    def test_unknown_unit(self):
        with pytest.raises(UnitError):
            Part("镇街", "1张张")
