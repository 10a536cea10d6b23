"""Several units as one: amounts added, rates averaged by funds, cases added; exact, or undefined."""

from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import repeat

import pytest

from govperf.errors import DataError, LimitError, QuantityError, ScoringError, UnitError
from govperf.limits import LIMITS
from govperf.model import Actual, Approximation, Evidence, Undefined
from govperf.scoring import completion_rate
from govperf.scoring.aggregating import aggregate
from govperf.units import Quantity

EXACT, ABOUT, AT_LEAST, AT_MOST = Approximation


def figure(made):
    """The figure of an aggregate, and how sure it is."""
    assert isinstance(made, Actual)
    assert made.quantity is not None
    return made.quantity, made.approximation, made.strict


def why(made):
    assert isinstance(made, Undefined)
    return made.code


class TestAmounts:
    @pytest.mark.parametrize(
        ("actuals", "text"),
        [
            (["120人", "80人"], "200人"),
            (["120人"], "120人"),
            (["3,508.60万元", "18.40万元"], "3,527.00万元"),
            (["1.50万元", "5000元"], "2.00万元"),
            (["5000元", "1.50万元"], "20,000元"),
            (["12.37万家次", "300家次"], "12.40万家次"),
            (["3个月", "2个月"], "5个月"),
            (["-5次", "3次"], "-2次"),
            (["0条", "0条"], "0条"),
            (["12", "8.5"], "20.5"),
            (["2,000人·天", "10人·天"], "2,010人·天"),
            ([120, Decimal("0.50"), Quantity(3)], "123.50"),
        ],
    )
    def test_added(self, actuals, text):
        made = aggregate(actuals)
        assert (made.text, made.approximation) == (text, EXACT)
        assert made.quantity == Quantity.parse(text)

    def test_in_a_unit_in_which_the_sum_ends(self):
        assert aggregate(["1公顷", "1亩"]).text == "16亩"
        assert aggregate(["1公顷", "15亩"]).text == "2公顷"

    def test_columns_of_units(self):
        assert aggregate([Actual("300", unit="份"), Actual("200", heading="份")]).text == "500份"

    @pytest.mark.parametrize(
        "actuals",
        [
            ["60人", "540人次"],
            ["60人", "540"],
            ["60", "540人"],
            ["60人", "90%"],
            ["90%", "5个百分点"],
            ["1元", "1美元"],
        ],
    )
    def test_of_two_kinds(self, actuals):
        with pytest.raises(UnitError) as caught:
            aggregate(actuals, weights=[1, 1])
        assert caught.value.code == "unit.mixed"

    def test_weights_are_no_matter(self):
        assert aggregate(["120人", "80人"], weights=["1万元", "0元"]).text == "200人"

    @pytest.mark.parametrize(
        "actual", ["7万元/人", "5个百分点", "2万个百分点", "36.5摄氏度", "60分贝", "3期/周"]
    )
    def test_what_is_no_amount(self, actual):
        assert why(aggregate([actual, actual])) == "undefined.aggregate-unit"

    def test_exact_whatever_the_context(self):
        with localcontext(prec=2):
            assert aggregate(["1234.56万元", "0.01万元"]).text == "1,234.57万元"

    def test_as_many_digits_as_a_quantity_has(self):
        most = "9" * LIMITS.digits + "条"
        assert aggregate([most, "0条"]).text.replace(",", "") == most
        assert aggregate([most, "0.00条"]).text.replace(",", "") == most
        assert why(aggregate([most, "1条"])) == "undefined.aggregate-endless"
        assert why(aggregate([most, "1条"], digits=2)) == "undefined.aggregate-endless"


class TestRates:
    @pytest.mark.parametrize(
        ("actuals", "weights", "text"),
        [
            (["90%", "100%"], ["100万元", "300万元"], "97.5%"),
            (["90%", "100%"], ["1000000元", "300万元"], "97.5%"),
            (["90%", "100%"], [1, 3], "97.5%"),
            (["90%", "100%"], ["1", Decimal(3)], "97.5%"),
            (["90%", "9成"], [1, 1], "90%"),
            (["120%", "115%"], [1, 1], "117.5%"),
            (["-5%", "5%"], [1, 1], "0%"),
            (["90%", "40%"], ["5万元", "0元"], "90%"),
            (["95%"], ["3万元"], "95%"),
            (["1.5倍", "50%"], [1, 1], "1倍"),
        ],
    )
    def test_averaged(self, actuals, weights, text):
        made = aggregate(actuals, weights=weights)
        assert (made.text, made.approximation) == (text, EXACT)
        assert made.quantity == Quantity.parse(text)

    @pytest.mark.parametrize(
        ("weights", "text"),
        [
            (["100万元", "200万元"], "300万元中290万元"),
            (["100万元", "2,000,000元"], "300万元中290万元"),
            ([1, 2], "3份中2.9份"),
            (["0.50万元", "1万元"], "1.5万元中1.45万元"),
        ],
    )
    def test_a_mean_without_end_is_funds_of_funds(self, weights, text):
        made = aggregate(["90%", "100%"], weights=weights)
        assert (made.text, made.approximation) == (text, EXACT)
        assert made.quantity.exact_ratio(made.whole) == Fraction(29, 30)
        assert completion_rate("≥100%", made).exact == Fraction(29, 30)

    @pytest.mark.parametrize(
        ("actuals", "text"),
        [(["0%", "100%", "0%"], "3份中1份"), (["100%", "100%", "99.99%"], "3份中2.9999份")],
    )
    def test_inside_the_whole(self, actuals, text):
        assert aggregate(actuals, weights=[1, 1, 1]).text == text

    @pytest.mark.parametrize("actuals", [["100%", "100%", "100.01%"], ["0%", "0%", "-0.01%"]])
    def test_a_mean_without_end_that_is_no_part(self, actuals):
        made = aggregate(actuals, weights=[1, 1, 1])
        assert why(made) == "undefined.aggregate-endless"
        assert "%" in made.explain("en")
        assert aggregate(actuals, weights=[1, 1, 1], digits=2).quantity is not None

    @pytest.mark.parametrize("weights", [["1" * 34, "0." + "1" * 33], ["1" + "0" * 33, "2"]])
    def test_a_mean_of_too_many_digits(self, weights):
        assert why(aggregate(["12.34567%", "89.1%"], weights=weights)) == "undefined.aggregate-endless"

    def test_no_weights(self):
        with pytest.raises(ScoringError) as caught:
            aggregate(["90%", "100%"])
        assert caught.value.code == "scoring.weights-needed"

    @pytest.mark.parametrize("weights", [[], [1], [1, 1, 1]])
    def test_as_many_weights(self, weights):
        with pytest.raises(ScoringError) as caught:
            aggregate(["90%", "100%"], weights=weights)
        assert caught.value.code == "scoring.weights-count"

    @pytest.mark.parametrize("weight", ["-1万元", -1, "5人", "50%", "7元/人"])
    def test_what_is_no_weight(self, weight):
        with pytest.raises(ScoringError) as caught:
            aggregate(["90%", "100%"], weights=[1, weight])
        assert caught.value.code == "scoring.weight-kind"

    @pytest.mark.parametrize("weights", [["1万元", 1], [1, "1万元"], ["1元", "1美元"]])
    def test_weights_of_two_kinds(self, weights):
        with pytest.raises(UnitError):
            aggregate(["90%", "100%"], weights=weights)

    @pytest.mark.parametrize("weights", [[0, 0], ["0元", "0.00万元"]])
    def test_no_funds(self, weights):
        assert why(aggregate(["90%", "100%"], weights=weights)) == "undefined.aggregate-funds"

    def test_exact_whatever_the_context(self):
        with localcontext(prec=2):
            made = aggregate(["90.123%", "99.877%"], weights=["123.45万元", "123.45万元"])
        assert made.text == "95%"


class TestRounding:
    """Only where it is asked for; once; a bound to the side on which it stays true."""

    @pytest.mark.parametrize(
        ("actuals", "digits", "text"),
        [
            (["90%", "100%", "100%"], 2, "96.67%"),
            (["90%", "100%", "100%"], 0, "97%"),
            (["不少于90%", "100%", "100%"], 2, "不少于96.66%"),
            (["超过90%", "100%", "100%"], 2, "超过96.66%"),
            (["不超过90%", "100%", "100%"], 2, "不超过96.67%"),
            (["不足90%", "95%", "95%"], 2, "不足93.34%"),
            (["约90%", "100%", "100%"], 2, "约96.67%"),
            (["96.665%", "96.665%", "96.665%"], 2, "96.67%"),
            (["1.234人", "1.234人", "1人"], 1, "3.5人"),
            (["1公顷", "1亩", "0亩"], 2, "1.07公顷"),
        ],
    )
    def test_rounded(self, actuals, digits, text):
        assert aggregate(actuals, weights=[1, 1, 1], digits=digits).text == text

    @pytest.mark.parametrize(
        ("word", "last"), [("不少于", "6"), ("超过", "6"), ("不超过", "7"), ("不足", "7"), ("约", "7")]
    )
    def test_an_approximate_mean_is_cut(self, word, last):
        made = aggregate([f"{word}90%", "100%", "100%"], weights=[1, 1, 1])
        assert made.text == f"{word}96.{'6' * 31}{last}%"

    def test_an_approximate_sum_ends_in_another_unit(self):
        assert aggregate(["约1公顷", "1亩"]).text == "约16亩"

    def test_a_large_approximate_mean_is_cut_at_its_point(self):
        most = 8 * 10 ** (LIMITS.digits - 1)
        made = aggregate([f"超过{most}%", "1%", "1%"], weights=[1, 1, 1])
        assert made.quantity == Quantity((most + 2) // 3, "%")

    def test_cases_are_not_rounded(self):
        assert aggregate(["78次中77次", "1.5次中1.25次"], digits=0).text == "79.5次中78.25次"

    @pytest.mark.parametrize("digits", [-1, LIMITS.digits + 1])
    def test_out_of_range(self, digits):
        with pytest.raises(QuantityError):
            aggregate(["90%"], weights=[1], digits=digits)

    def test_most_digits(self):
        assert aggregate(["0.5%"], weights=[1], digits=LIMITS.digits).quantity == Quantity("0.5", "%")

    @pytest.mark.parametrize("digits", [2.0, "2", True])
    def test_types(self, digits):
        with pytest.raises(TypeError):
            aggregate(["90%"], weights=[1], digits=digits)


class TestCases:
    def test_both_numbers_are_added(self):
        made = aggregate(["78次中77次", "22次中20次"])
        assert (made.text, made.quantity, made.whole) == (
            "100次中97次",
            Quantity(97, "次"),
            Quantity(100, "次"),
        )

    def test_in_units_that_go_together(self):
        assert aggregate(["2万元中1万元", "5000元中5000元"]).text == "2.5万元中1.5万元"

    @pytest.mark.parametrize(
        ("actuals", "place"), [(["78次中77次", "20次"], "2"), (["20次", "20次", "78次中77次"], "3")]
    )
    def test_only_some_of_them(self, actuals, place):
        made = aggregate(actuals)
        assert why(made) == "undefined.aggregate-cases"
        assert dict(made.details) == {"place": place, "text": actuals[int(place) - 1]}

    def test_of_two_kinds(self):
        with pytest.raises(UnitError):
            aggregate(["78次中77次", "20人中20人"])

    def test_of_too_many_digits(self):
        most = "9" * LIMITS.digits
        assert why(aggregate([f"{most}次中1次", "1次中1次"])) == "undefined.aggregate-endless"

    def test_of_a_unit_that_does_not_add_up(self):
        assert why(aggregate(["90%中80%", "90%中80%"])) == "undefined.aggregate-unit"


class TestSureness:
    """Exact and at least is at least; at least and at most leaves both sides open."""

    @pytest.mark.parametrize(
        ("one", "other", "text"),
        [
            ("60人", "约40人", "约100人"),
            ("60人", "至少40人", "不少于100人"),
            ("60余人", "40人", "超过100人"),
            ("60余人", "至少40人", "超过100人"),
            ("60人", "40人以内", "不超过100人"),
            ("近60人", "40人", "不足100人"),
            ("近60人", "至多40人", "不足100人"),
            ("60余人", "近40人", "约100人"),
            ("约60人", "至少40人", "约100人"),
            ("约60人", "约40人", "约100人"),
        ],
    )
    def test_combined(self, one, other, text):
        expected = figure(Actual(text))
        assert figure(aggregate([one, other])) == figure(aggregate([other, one])) == expected
        assert aggregate([one, other]).text == text

    def test_nothing_is_left_of_a_bound_on_a_negative_sum(self):
        assert figure(aggregate(["60余人", "-100人"])) == (Quantity(-40, "人"), ABOUT, False)

    def test_in_a_mean(self):
        made = aggregate(["超过90%", "100%"], weights=[1, 3])
        assert figure(made) == (Quantity("97.5", "%"), AT_LEAST, True)

    def test_a_unit_without_funds_is_no_matter(self):
        assert figure(aggregate(["超过90%", "100%"], weights=[0, 3]))[1] is EXACT
        assert figure(aggregate(["约90%", "近100%"], weights=[0, 3]))[1] is AT_MOST

    def test_every_word_is_read_again(self):
        made = {figure(aggregate([f"{word}5人"]))[1:] for word in ["", "约", "至少", "超过", "至多", "不足"]}
        assert made == {
            (EXACT, False),
            (ABOUT, False),
            (AT_LEAST, False),
            (AT_LEAST, True),
            (AT_MOST, False),
            (AT_MOST, True),
        }


class TestUndefined:
    @pytest.mark.parametrize("text", ["效果明显", "200-300人", "数百人", "2022年10月", "2022年11月前", "优"])
    def test_what_is_no_figure(self, text):
        made = aggregate(["120人", text, "效果明显"])
        assert why(made) == "undefined.aggregate-part"
        assert made.explain("zh") == f"第2个单位的实际完成值不是数量：{text}"

    def test_missing(self):
        made = aggregate(["120人", "80人", None])
        assert why(made) == "undefined.aggregate-missing"
        assert made.explain("zh") == "第3个单位没有实际完成值"

    def test_undefined_itself(self):
        made = aggregate([aggregate([None]), "120人"])
        assert why(made) == "undefined.aggregate-undefined"
        assert made.explain("en") == "part 1 is undefined: part 1 has no actual value"
        assert made.explain("zh") == "第1个单位的实际完成值无法确定：第1个单位没有实际完成值"

    @pytest.mark.parametrize("weights", [None, []])
    def test_none_at_all(self, weights):
        assert why(aggregate([], weights=weights)) == "undefined.actual-missing"

    def test_faults_of_the_call_come_first(self):
        with pytest.raises(ScoringError):
            aggregate([None], weights=[1, 1])


class TestEvidence:
    def test_of_all_units(self):
        ledger, report = Evidence("台账"), Evidence("验收报告")
        made = aggregate(
            [Actual("60人", evidence=[ledger]), "40人", Actual("1人", evidence=[report, ledger])]
        )
        assert made.evidence == (ledger, report, ledger)

    def test_of_means_and_cases(self):
        ledger = Evidence("台账")
        rate, cases = (Actual(text, evidence=[ledger]) for text in ("90%", "78次中77次"))
        assert aggregate([rate], weights=[1]).evidence == aggregate([cases]).evidence == (ledger,)


class TestRefused:
    @pytest.mark.parametrize("actuals", [[0.5], [b"5"], "120人", ["5人", 0.5]])
    def test_types(self, actuals):
        with pytest.raises(TypeError):
            aggregate(actuals)

    @pytest.mark.parametrize("weights", [[0.5], [None], [True], "1"])
    def test_types_of_weights(self, weights):
        with pytest.raises(TypeError):
            aggregate(["90%"], weights=weights)

    def test_empty_cell(self):
        with pytest.raises(DataError):
            aggregate([" "])

    def test_too_many(self):
        assert aggregate(repeat(Quantity(1, "人"), LIMITS.items)).quantity == Quantity(LIMITS.items, "人")
        with pytest.raises(LimitError):
            aggregate(repeat("1人"))
        with pytest.raises(LimitError):
            aggregate(["1人"], weights=repeat(1))
