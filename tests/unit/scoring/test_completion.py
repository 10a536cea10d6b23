"""Completion and deviation rates: every way in which a target and an actual may meet."""

from decimal import Decimal
from fractions import Fraction

import pytest

from govperf.errors import InputError, UnitError
from govperf.model import Actual, Approximation, CompletionRate, Operator, Rate, Target, Undefined
from govperf.scoring import completion_rate, deviation_rate
from govperf.units import Quantity


def notes(rate):
    return [note.code for note in rate.notes]


class TestOperators:
    """Below, at and above the target, for each operator."""

    @pytest.mark.parametrize(
        ("target", "actual", "exact", "met"),
        [
            ("≥95%", "75%", "75/95", False),
            ("≥95%", "95%", "1", True),
            ("≥60条", "540条", "9", True),
            (">95%", "94%", "94/95", False),
            (">95%", "95%", "1", False),
            (">95%", "96%", "96/95", True),
            ("=12次", "9次", "3/4", False),
            ("=12次", "12次", "1", True),
            ("=12次", "14次", "7/6", True),
            ("≤24小时", "20小时", "1", True),
            ("≤24小时", "24小时", "1", True),
            ("≤24小时", "30小时", "4/5", False),
            ("<5起", "4起", "1", True),
            ("<5起", "5起", "1", False),
            ("<5起", "8起", "5/8", False),
            ("50个", "49个", "49/50", False),
        ],
    )
    def test_rate(self, target, actual, exact, met):
        rate = completion_rate(target, actual)
        assert (rate.exact, rate.met) == (Fraction(exact), met)

    @pytest.mark.parametrize(
        ("target", "actual", "codes"),
        [
            ("≥95%", "75%", []),
            (">95%", "95%", ["note.strict-bound"]),
            ("<5起", "5起", ["note.strict-bound"]),
            ("<5起", "4起", []),
            ("=12次", "14次", ["note.not-equal"]),
            ("=12次", "12次", []),
            ("50个", "49个", ["note.operator-inferred"]),
            ("≥5个", "-1个", ["note.negative-actual"]),
        ],
    )
    def test_notes(self, target, actual, codes):
        assert notes(completion_rate(target, actual)) == codes

    @pytest.mark.parametrize(
        ("target", "actual", "terms"),
        [
            ("≥95%", "75%", ("75%", "95%")),
            ("≤24小时", "30小时", ("24小时", "30小时")),
            ("≥3公里", "2500米", ("2.5公里", "3公里")),
            ("每周1期", "49期", ("49期", "52期")),
            ("≥95%", "78次中77次", ("77次÷78次", "95%")),
            ("24小时以内", "78次中77次", ("77次", "78次")),
            ("≥5个", "0个", ("0个", "5个")),
            ("≥5个", "-1个", None),
            ("=0起", "0起", None),
        ],
    )
    def test_terms(self, target, actual, terms):
        assert completion_rate(target, actual).terms == terms


class TestZero:
    """A target of zero is met or not; nothing is divided by it."""

    @pytest.mark.parametrize(
        ("target", "actual", "met"),
        [
            ("=0起", "0起", True),
            ("=0起", "1起", False),
            ("=0起", "-1起", True),
            ("0起", "0起", True),
            ("≤0起", "0起", True),
            ("≤0起", "2起", False),
            ("<0%", "-1%", True),
            ("<0%", "0%", False),
            ("0", "0起", True),
            ("0%", "0.5", False),
        ],
    )
    def test_met_or_not(self, target, actual, met):
        rate = completion_rate(target, actual)
        assert (rate.exact, rate.met) == (int(met), met)

    @pytest.mark.parametrize("target", ["≥0起", ">0起", "0起以上", "不少于0"])
    def test_nothing_exceeds_zero_by_a_rate(self, target):
        assert completion_rate(target, "5起") == Undefined("undefined.target-zero")

    @pytest.mark.parametrize("target", ["≥0起", "=0起", "≤0起"])
    def test_deviation(self, target):
        assert deviation_rate(target, "5起") == Undefined("undefined.target-zero")


class TestNegative:
    def test_actual_counts_as_nothing(self):
        rate = completion_rate("≥5%", "-3%")
        assert (rate.exact, rate.met) == (0, False)
        assert rate.notes[0].explain("en") == "the negative actual -3% counts as 0"

    def test_less_is_better(self):
        rate = completion_rate("≤5%", "-3%")
        assert (rate.exact, rate.met, notes(rate)) == (1, True, [])

    @pytest.mark.parametrize("target", ["≥-5%", "≤-5%", "-5%", "=-5%"])
    @pytest.mark.parametrize("rate", [completion_rate, deviation_rate])
    def test_target(self, target, rate):
        assert rate(target, "-5%") == Undefined("undefined.target-negative")


class TestFrequency:
    """A number of times in each period, against a count of the year."""

    @pytest.mark.parametrize(
        ("target", "actual", "year", "exact"),
        [
            ("每周1期", "49期", None, "49/52"),
            ("每月2次", "24次", None, "1"),
            ("2次/月", "12次", None, "1/2"),
            ("每季度1次", "3次", None, "3/4"),
            ("每季1次", "4次", None, "1"),
            ("每半年1个", "2个", None, "1"),
            ("每年3场", "3场", None, "1"),
            ("每天1次", "365次", 2021, "1"),
            ("每天1次", "366次", 2020, "1"),
            ("每日1次", "365次", 2100, "1"),
            ("1万次/月", "6万次", None, "1/2"),
            ("1期/周", "1期/周", None, "1"),
            ("每季度1次", "1次/月", None, "3"),
        ],
    )
    def test_rate(self, target, actual, year, exact):
        assert completion_rate(target, actual, year=year).exact == Fraction(exact)

    def test_note(self):
        rate = completion_rate("≥1期/周", "49期")
        assert [note.explain("zh") for note in rate.notes] == ["每周1期 × 52 = 52期"]

    def test_more_than_a_quantity_holds(self):
        assert completion_rate(f"{'9' * 34}次/周", "1次").code == "undefined.target-unread"

    def test_day_without_year(self):
        assert completion_rate("每天1次", "365次").code == "undefined.year-needed"

    @pytest.mark.parametrize("target", ["每周1期", "每月3000元"])
    def test_bare_actual(self, target):
        assert completion_rate(target, "49", year=2020).code == "undefined.frequency-bare"

    @pytest.mark.parametrize(
        ("target", "actual"),
        [
            ("每月3000元", "36000元"),
            ("100元/天", "100元"),
            ("100吨/天", "36500吨"),
            ("1次/工作日", "250次"),
            ("2次/户", "10次"),
            ("1次/万年", "1次"),
            ("1次/(人·年)", "1次"),
            ("每周1期", "49次"),
            ("每周1期", "1期/月"),
        ],
    )
    def test_no_frequency_of_such_things(self, target, actual):
        with pytest.raises(UnitError):
            completion_rate(target, actual, year=2020)


class TestShareOfCases:
    @pytest.mark.parametrize(
        ("target", "exact", "codes"),
        [
            ("24小时以内", "77/78", ["note.share-of-cases"]),
            ("24小时", "77/78", ["note.share-of-cases"]),
            ("≤90万元", "77/78", ["note.share-of-cases"]),
            ("每周1期", "77/78", ["note.share-of-cases"]),
            ("≥95%", "7700/7410", []),
            ("95%", "7700/7410", ["note.operator-inferred"]),
            ("≤5%", "390/7700", []),
            ("9.5成", "770/741", ["note.operator-inferred"]),
        ],
    )
    def test_rate(self, target, exact, codes):
        rate = completion_rate(target, "78次中77次")
        assert (rate.exact, notes(rate)) == (Fraction(exact), codes)

    def test_met_in_all_cases(self):
        assert completion_rate("24小时以内", "78次中78次").met
        assert not completion_rate("24小时以内", "78次中77次").met

    @pytest.mark.parametrize("target", ["≥70次", "78", "95", "≥50户", "1万次"])
    def test_ambiguous(self, target):
        assert completion_rate(target, "78次中77次").code == "undefined.cases-ambiguous"

    @pytest.mark.parametrize(("target", "code"), [("≥0%", "target-zero"), ("≥-5%", "target-negative")])
    def test_impossible_share(self, target, code):
        assert completion_rate(target, "78次中77次").code == f"undefined.{code}"


class TestBareFigures:
    """A bare figure takes the unit of the other one, and that is said."""

    @pytest.mark.parametrize(
        ("target", "actual", "exact", "unit"),
        [
            ("≥50个", "50", "1", "个"),
            ("≤90万元", "90", "1", "万元"),
            ("≤90万元", "900", "1/10", "万元"),
            ("≥95%", "100", "100/95", "%"),
            ("≥95%", "9.5", "1/10", "%"),
            ("≥95%", "0", "0", "%"),
            ("≥0.5%", "0.4", "4/5", "%"),
            ("≥1%", "1", "1", "%"),
            ("≥5元/万人", "0.5", "1/10", "元/万人"),
            ("≥5元/万人", "500", "100", "元/万人"),
            ("≥3倍", "0.1", "1/30", "倍"),
            ("≥2万人次", "2.1", "21/20", "万人次"),
            ("≥20万项", "22.2万", "111/100", "项"),
            ("≥4千元", "四千", "1", "元"),
        ],
    )
    def test_actual(self, target, actual, exact, unit):
        rate = completion_rate(target, actual)
        assert rate.exact == Fraction(exact)
        assert [dict(note.details) for note in rate.notes] == [{"unit": unit}]
        assert notes(rate) == ["note.actual-unit-assumed"]

    @pytest.mark.parametrize(
        ("target", "actual", "exact", "unit"),
        [
            ("≥50", "50个", "1", "个"),
            ("≥90", "81万元", "9/10", "万元"),
            ("≥200万", "195.5万元", "1955/2000", "元"),
            ("≥8", "81万元", "81/8", "万元"),
        ],
    )
    def test_target(self, target, actual, exact, unit):
        rate = completion_rate(target, actual)
        assert rate.exact == Fraction(exact)
        assert [(note.code, dict(note.details)) for note in rate.notes] == [
            ("note.target-unit-assumed", {"unit": unit})
        ]

    def test_both(self):
        rate = completion_rate("52", "10")
        assert (rate.exact, notes(rate)) == (Fraction(10, 52), ["note.operator-inferred"])

    @pytest.mark.parametrize(
        ("target", "actual"),
        [
            ("≥95%", "0.75"),
            ("≥95%", "1"),
            ("≥95%", "1.2"),
            ("≥95%", "9.4"),
            ("≥1.5%", "1"),
            ("≥0.5%", "0.004"),
            ("≥9.5成", "0.95"),
            ("≥5‰", "0.005"),
        ],
    )
    def test_percent_or_fraction(self, target, actual):
        rate = completion_rate(target, actual)
        assert rate.code == "undefined.percent-or-fraction"
        assert actual in rate.explain("zh")

    @pytest.mark.parametrize(
        ("target", "actual", "bare"),
        [
            ("≤90万元", "899740", "899,740"),
            ("≤90万元", "901", "901"),
            ("≥2万人次", "19800", "19,800"),
            ("≥5元/万人", "0.4", "0.4"),
            ("≥500000", "50万元", "500,000"),
            ("≥60", "1万余条", "60"),
        ],
    )
    def test_scale(self, target, actual, bare):
        rate = completion_rate(target, actual)
        assert rate.code == "undefined.scale-ambiguous"
        assert dict(rate.details)["figure"] == bare

    def test_a_target_takes_no_percent(self):
        with pytest.raises(UnitError):
            completion_rate("52", "100%")


class TestUndefined:
    @pytest.mark.parametrize(
        ("target", "actual", "code"),
        [
            (None, "5", "target-missing"),
            ("5", None, "actual-missing"),
            (None, None, "target-missing"),
            ("效果明显", "达成预期指标", "target-text"),
            ("效果明显", "95%", "target-text"),
            ("开展演练3次，培训5次", "完成", "target-unread"),
            ("≥95%", "达成预期指标", "actual-text"),
            ("≥95%", "共78次，其中77次", "actual-unread"),
            ("≥**人", "5人", "target-fault"),
            ("≥60条以内", "60条", "target-fault"),
            ("15-10个", "12个", "target-fault"),
            ("6月", "5月", "year-needed"),
            ("≤12个月", "11月", "actual-unread"),
        ],
    )
    @pytest.mark.parametrize("rate", [completion_rate, deviation_rate])
    def test_reason(self, rate, target, actual, code):
        assert rate(target, actual).code == f"undefined.{code}"

    def test_reason_of_a_fault_is_its_sentence(self):
        rate = completion_rate("≥60条以内", "60条")
        fault = Target("≥60条以内").fault
        assert fault.explain("en") in rate.explain("en")
        assert fault.explain("zh") in rate.explain("zh")

    def test_reason_names_the_cell(self):
        assert completion_rate("≥95%", "达成预期指标").explain() == "实际完成值不是数量：达成预期指标"


class TestErrors:
    @pytest.mark.parametrize(
        ("target", "actual"),
        [
            ("≥60人", "540人次"),
            ("≥60条", "540次"),
            ("≥5万元", "5美元"),
            ("≥5公里", "5公顷"),
            ("≥95%", "5个百分点"),
        ],
    )
    @pytest.mark.parametrize("rate", [completion_rate, deviation_rate])
    def test_other_units(self, rate, target, actual):
        with pytest.raises(UnitError) as caught:
            rate(target, actual)
        assert caught.value.code == "unit.mixed"

    @pytest.mark.parametrize(("target", "actual"), [("5" * 10_001, "5人"), ("", "5人"), ("5人", " ")])
    def test_malformed(self, target, actual):
        with pytest.raises(InputError):
            completion_rate(target, actual)

    @pytest.mark.parametrize(("target", "actual"), [(0.95, "75%"), ("95%", 0.75), ([], "5"), ("5", object())])
    def test_type(self, target, actual):
        with pytest.raises(TypeError):
            completion_rate(target, actual)


class TestArguments:
    """Cells, quantities, numbers and parsed objects give one result."""

    @pytest.mark.parametrize(
        "target", ["60条", Quantity(60, "条"), Target("60条"), 60, Decimal(60)], ids=repr
    )
    @pytest.mark.parametrize("actual", ["49条", Quantity(49, "条"), Actual("49条")], ids=repr)
    def test_rate(self, target, actual):
        assert completion_rate(target, actual).exact == Fraction(49, 60)

    def test_parsed_target_keeps_its_direction(self):
        target = Target("90万元", implied=Operator.AT_MOST)
        assert completion_rate(target, "80万元").exact == 1

    @pytest.mark.parametrize(
        ("actual", "approximation"), [("近540条", "at_most"), ("约540条", "about"), ("540条", "exact")]
    )
    def test_approximation_is_kept(self, actual, approximation):
        rate = completion_rate("≥60条", actual)
        assert (rate.exact, rate.approximation) == (9, Approximation(approximation))

    def test_scales_and_units(self):
        assert completion_rate("≥3公里", "2500米").exact == Fraction(5, 6)
        assert completion_rate("≥1公顷", "15亩").exact == 1
        assert completion_rate("≥12.37万家次", "123,700家次").exact == 1

    def test_prints_its_percentage(self):
        assert repr(completion_rate("≥95%", "75%")) == "CompletionRate(78.95%)"
        assert isinstance(completion_rate("≥95%", "75%"), CompletionRate)


class TestDeviation:
    @pytest.mark.parametrize(
        ("target", "actual", "shown"),
        [
            ("52期", "49期", "-5.77%"),
            ("≥60条", "近540条", "800.00%"),
            ("≤24小时", "30小时", "25.00%"),
            ("≤24小时", "12小时", "-50.00%"),
            ("=12次", "12次", "0.00%"),
            ("≥5%", "-5%", "-200.00%"),
            ("每周1期", "49期", "-5.77%"),
            ("24小时以内", "78次中77次", "-1.28%"),
        ],
    )
    def test_rate(self, target, actual, shown):
        rate = deviation_rate(target, actual)
        assert isinstance(rate, Rate)
        assert str(rate) == shown

    def test_year(self):
        assert deviation_rate("每天1次", "366次", year=2020).exact == 0
        assert deviation_rate("每天1次", "366次").code == "undefined.year-needed"


class TestWhatTheWordsLeaveOpen:
    """A word such as 近 says that the figure was not reached, 余 that it was passed."""

    @pytest.mark.parametrize(
        ("target", "actual", "met"),
        [
            ("≥60条", "近60条", False),
            ("≥60条", "不到60条", False),
            ("≥60条", "近61条", True),
            ("≥60条", "60余条", True),
            ("≥60条", "约60条", True),
            ("≤60条", "近60条", True),
            ("≤60条", "60余条", False),
            ("≤60条", "59余条", True),
            ("≥95%", "≥95%", True),
            ("≤24小时", "24小时以内", True),
        ],
    )
    def test_met(self, target, actual, met):
        assert completion_rate(target, actual).met is met


class TestUnitsThatCancel:
    """小时/天 is a number by its dimension, and still is no bare number."""

    @pytest.mark.parametrize(
        ("target", "actual", "exact"),
        [
            ("≥5人/万人", "6", Fraction(6, 5)),
            ("≤3元/万元", "2", Fraction(1)),
            ("8小时/天", "8小时/天", Fraction(1)),
        ],
    )
    def test_bare_actual_takes_the_unit(self, target, actual, exact):
        assert completion_rate(target, actual).exact == exact

    @pytest.mark.parametrize("target", ["每天8小时", "7天/周"])
    def test_bare_actual_of_a_frequency_is_not_guessed(self, target):
        assert isinstance(completion_rate(target, "7"), Undefined)

    def test_hours_a_day_are_not_hours_a_year(self):
        with pytest.raises(UnitError):
            completion_rate("每天8小时", "7小时")


class TestDates:
    """2023.12 is December, 20231231 the last day of it, and a circle alone a tick."""

    @pytest.mark.parametrize("cell", ["2023.12", "2024.06", "2023.6", "20231231", "○", "〇"])
    def test_no_quantity(self, cell):
        assert Target(cell).quantity is None
        assert Actual(cell).quantity is None

    @pytest.mark.parametrize("cell", ["2023.13", "2023.0", "1023.12", "20231301", "2023", "0"])
    def test_a_quantity(self, cell):
        assert Target(cell).quantity is not None


class TestExplainedInOneUnit:
    def test_terms(self):
        assert completion_rate("≥3公里", "2500米").terms == ("2.5公里", "3公里")
