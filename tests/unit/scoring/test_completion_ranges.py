"""Ranges: a target between two ends, an actual of which only two ends are known, and columns of units."""

from fractions import Fraction

import pytest

from govperf.errors import UnitError
from govperf.model import Actual, Approximation, Indicator, Rate, Target, Undefined
from govperf.scoring import completion_rate, deviation_rate, score
from govperf.units import Quantity


def notes(rate):
    return [note.code for note in rate.notes]


class TestTargetBetween:
    """Below, on, between, on and above the two ends."""

    @pytest.mark.parametrize(
        ("actual", "exact", "met", "terms"),
        [
            ("72%", "72/80", False, ("72%", "80%")),
            ("80%", "1", True, None),
            ("85%", "1", True, None),
            ("90%", "1", True, None),
            ("0%", "0", False, ("0%", "80%")),
            ("-5%", "0", False, None),
        ],
    )
    @pytest.mark.parametrize("target", ["80～90%", "不低于80%且不超过90%"])
    def test_rate(self, target, actual, exact, met, terms):
        rate = completion_rate(target, actual)
        assert (rate.exact, rate.met, rate.terms) == (Fraction(exact), met, terms)
        assert notes(rate) == (["note.negative-actual"] if actual[0] == "-" else [])

    @pytest.mark.parametrize(
        ("target", "actual", "exact", "met"),
        [
            ("0～5起", "0起", "1", True),
            ("0～5起", "-1起", "0", False),
            ("0-5次", "-3次", "0", False),
            ("0～5起", "5起", "1", True),
            ("0-0起", "0起", "1", True),
        ],
    )
    def test_from_zero(self, target, actual, exact, met):
        rate = completion_rate(target, actual)
        assert (rate.exact, rate.met) == (Fraction(exact), met)

    @pytest.mark.parametrize("rate", [completion_rate, deviation_rate])
    def test_negative(self, rate):
        assert rate("-5%～5%", "3%") == Undefined("undefined.target-negative")

    @pytest.mark.parametrize(
        ("actual", "met"),
        [
            ("近80%", False),
            ("80%左右", True),
            ("超过80%", True),
            ("近90%", True),
            ("90%以上", False),
            ("超过90%", False),
        ],
    )
    def test_what_the_words_leave_open(self, actual, met):
        assert completion_rate("80～90%", actual).met is met
        assert completion_rate("80～90%", actual).exact == 1

    @pytest.mark.parametrize(
        ("target", "actual", "exact"),
        [
            ("500米-1公里", "400米", "4/5"),
            ("500米-1公里", "0.75公里", "1"),
            ("500～1万元", "250元", "1/2"),
            ("60-70", "45个", "3/4"),
            ("60-70", "45", "3/4"),
            ("60-70个", "45", "3/4"),
            ("每周1-2期", "104期", "1"),
            ("每周1-2期", "26期", "1/2"),
            ("80～90%", "100人中85人", "1"),
            ("80～90%", "10人中4人", "1/2"),
            ("3～5天", "10次中9次", "9/10"),
        ],
    )
    def test_units(self, target, actual, exact):
        assert completion_rate(target, actual).exact == Fraction(exact)

    @pytest.mark.parametrize(
        ("target", "actual", "end"),
        [
            ("80～90%", "90.01%", "90%"),
            ("不低于80%且不超过90%", "100%", "90%"),
            ("0～5起", "8起", "5起"),
            ("0-0起", "3起", "0起"),
            ("500米-1公里", "1250米", "1,000米"),
            ("60-70", "75个", "70个"),
            ("每周1-2期", "208期", "104期"),
            ("80～90%", "10人中10人", "90%"),
        ],
    )
    def test_no_rule_says_what_more_than_the_upper_end_is_worth(self, target, actual, end):
        rate = completion_rate(target, actual)
        assert (rate.code, dict(rate.details)["end"]) == ("undefined.range-exceeded", end)
        assert isinstance(deviation_rate(target, actual), Rate | Undefined)

    def test_nor_what_points(self):
        made = score(Indicator("达标率", target="80～90%", actual="约95%", weight=10))
        assert made.points.code == "undefined.range-exceeded"
        assert made.rate == made.share == made.points
        assert "90%" in made.explain("zh")

    def test_notes_are_said_once(self):
        rate = completion_rate("60-70", "65个")
        assert notes(rate) == ["note.target-unit-assumed"]

    @pytest.mark.parametrize(
        ("target", "actual", "code"),
        [
            ("10-20万元", "150000", "scale-ambiguous"),
            ("10-150万元", "1100", "scale-ambiguous"),
            ("5～100元/万人", "6", "scale-ambiguous"),
            ("每天1-2次", "365次", "year-needed"),
            ("60-70次", "78次中77次", "cases-ambiguous"),
        ],
    )
    def test_undefined(self, target, actual, code):
        assert completion_rate(target, actual).code == f"undefined.{code}"

    def test_other_units(self):
        with pytest.raises(UnitError):
            completion_rate("60-70人", "65人次")

    @pytest.mark.parametrize(
        ("target", "actual", "exact"),
        [
            ("80～90%", "72%", "-1/10"),
            ("80～90%", "80%", "0"),
            ("80～90%", "85%", "0"),
            ("80～90%", "90%", "0"),
            ("80～90%", "99%", "1/10"),
            ("0～5起", "3起", "0"),
            ("0～5起", "0起", "0"),
            ("0-0起", "0起", "0"),
            ("0～5起", "6起", "1/5"),
        ],
    )
    def test_deviation_is_that_from_the_nearer_end(self, target, actual, exact):
        assert deviation_rate(target, actual).exact == Fraction(exact)

    @pytest.mark.parametrize(("target", "actual"), [("0-0起", "3起"), ("0～5起", "-1起")])
    def test_deviation_from_zero(self, target, actual):
        assert deviation_rate(target, actual) == Undefined("undefined.target-zero")

    @pytest.mark.parametrize(
        ("actual", "points", "rule"),
        [("85%", "10.00", "range"), ("72%", "9.00", "range"), ("80%", "10.00", "range")],
    )
    def test_points(self, actual, points, rule):
        made = score(Indicator("达标率", target="80～90%", actual=actual, weight=10))
        assert (str(made.points), made.rule) == (points, rule)

    @pytest.mark.parametrize(
        ("target", "actual", "points"),
        [
            ("0～5起", "0起", "10.00"),
            ("0～100起", "约50起", "10.00"),
            ("80～90%", "约85%", None),
            ("80～99%", "约90%", "10.00"),
            ("80～98.9%", "约90%", None),
            ("80～90%", "近90%", "10.00"),
            ("80～100%", "近90%", "10.00"),
            ("80～100%", "超过90%", "10.00"),
            ("80～90%", "超过90%", None),
            ("80～120%", "约100%", "10.00"),
            ("80～120%", "近81%", None),
            ("100～110%", "约105%", None),
            ("80～90%", "约45%", None),
        ],
    )
    def test_points_of_an_approximate_actual(self, target, actual, points):
        made = score(Indicator("达标率", target=target, actual=actual, weight=10))
        if points is None:
            assert made.points.code == "undefined.approximation-decides"
        else:
            assert str(made.points) == points

    def test_the_best_lies_between_the_ends_of_the_margin(self):
        """95 ± 10 % goes from below the range to above it; both ends earn the same, and the middle more."""
        made = score(Indicator("达标率", target="94.9～95.1%", actual="约95%", weight="0.1"))
        assert isinstance(made.points, Undefined)


class TestActualBetween:
    """The end that is worse for the target counts, if it meets the target."""

    @pytest.mark.parametrize(
        ("target", "actual", "exact", "approximation", "end"),
        [
            ("≥200人", "200-300人", "1", "at_least", "200人"),
            ("≥100人", "200-300人", "2", "at_least", "200人"),
            ("≥100人", "数百人", "1", "at_least", "100人"),
            (">10次", "11-15次", "11/10", "at_least", "11次"),
            ("=10次", "10-15次", "1", "at_least", "10次"),
            ("150人", "200-300人", "4/3", "at_least", "200人"),
            ("≤5天", "3～5天", "1", "at_most", "5天"),
            ("≤90万元", "80-85万元", "1", "at_most", "85万元"),
            ("<6天", "3～5天", "1", "at_most", "5天"),
            ("≤1000人", "数百人", "1", "at_most", "1,000人"),
            ("=0起", "-2～0起", "1", "at_most", "0起"),
            ("<0%", "-3～-1%", "1", "at_most", "-1%"),
            ("80～90%", "82-88%", "1", "exact", "82%"),
            ("80～90%", "80-90%", "1", "exact", "80%"),
            ("≥2公里", "2500-3000米", "5/4", "at_least", "2.5公里"),
            ("≥60", "77-78次", "77/60", "at_least", "77次"),
        ],
    )
    def test_met(self, target, actual, exact, approximation, end):
        rate = completion_rate(target, actual)
        assert (rate.exact, rate.met, rate.approximation) == (
            Fraction(exact),
            True,
            Approximation(approximation),
        )
        assert dict(rate.notes[-1].details) == {"actual": actual, "end": end}
        assert rate.notes[-1].code == "note.actual-range"

    @pytest.mark.parametrize(
        ("target", "actual"),
        [
            ("≥201人", "200-300人"),
            ("≥400人", "200-300人"),
            ("≤4天", "3～5天"),
            ("≤2天", "3～5天"),
            (">200人", "200-300人"),
            ("<5天", "3～5天"),
            ("=12次", "10-15次"),
            ("=0起", "0-2起"),
            ("<0%", "-3～0%"),
            ("80～90%", "79-88%"),
            ("80～90%", "82-91%"),
        ],
    )
    def test_missed_at_one_end(self, target, actual):
        rate = completion_rate(target, actual)
        assert rate.code == "undefined.actual-range"
        assert dict(rate.details) == {"target": target, "actual": actual}

    @pytest.mark.parametrize(
        ("target", "actual", "code"),
        [
            ("≥0人", "200-300人", "target-zero"),
            ("≥-5%", "2-3%", "target-negative"),
            ("效果明显", "200-300人", "target-text"),
            ("≥20万元", "150000-160000", "scale-ambiguous"),
            ("≥15万元", "140-1600", "scale-ambiguous"),
        ],
    )
    def test_undefined(self, target, actual, code):
        assert completion_rate(target, actual).code == f"undefined.{code}"

    def test_other_units(self):
        with pytest.raises(UnitError):
            completion_rate("≥60人", "200-300人次")

    def test_deviation(self):
        assert deviation_rate("≥100人", "200-300人").code == "undefined.range-deviation"

    def test_points(self):
        made = score(Indicator("培训人数", target="≥200人", actual="200-300人", weight=10))
        assert str(made.points) == "10.00"
        assert "200-300人" in made.explain("en")


class TestColumns:
    """The unit beside the cells is that of every bare number among them."""

    @pytest.mark.parametrize(
        ("target", "unit", "actual", "exact"),
        [
            ("60", "条", "30", "1/2"),
            ("60", "条", "30条", "1/2"),
            ("≥2小时", "天", "1", "12"),
            ("0.5亿元", "万元", "4800", "24/25"),
            ("60", "", "30", "1/2"),
        ],
    )
    def test_rate(self, target, unit, actual, exact):
        assert completion_rate(Target(target, unit=unit), actual).exact == Fraction(exact)

    def test_both_columns(self):
        rate = completion_rate(Target("60", unit="条", sign="≥"), Actual("30", unit="条"))
        assert (rate.exact, rate.notes) == (Fraction(1, 2), ())

    def test_a_unit_that_is_too_large_for_the_target(self):
        tiny = f"0.{'0' * 55}1平方厘米"
        target = Target(tiny, unit="平方公里")
        assert target.quantity == Quantity.parse(tiny)
        assert completion_rate(target, "1").exact == 10**56
