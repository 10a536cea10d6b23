"""The light of an indicator: by what is due, a bound, a date or a judgement; or none, with the reason."""

from datetime import date
from fractions import Fraction

import attrs
import pytest

from govperf.model import Award, Indicator, Undefined
from govperf.monitoring import Light, indicator_light, monitoring_rules
from govperf.units import Quantity

OLDER = monitoring_rules("pro_rata")
WHOLE = attrs.evolve(monitoring_rules(), levels="annual")


def lit(target, actual, *, rules=None, month=7, year=None, **fields):
    row = Indicator("指标", target=target, actual=actual, **fields)
    return indicator_light(row, month=month, year=year, rules=rules)


def codes(made):
    return [note.code for note in made.notes]


class TestProRata:
    @pytest.mark.parametrize("sign", ["≥", ">", "=", ""])
    def test_signs(self, sign):
        made = lit(f"{sign}120份", "49份")
        assert (made.light, made.rule, made.ratio.exact) == (Light.YELLOW, "pro_rata", Fraction(7, 10))
        assert made.completion.exact == Fraction(49, 120)

    def test_units(self):
        assert lit("≥12公里", "4900米").ratio.exact == Fraction(7, 10)

    def test_bare_actual(self):
        made = lit("≥120份", "49")
        assert (made.light, made.expected) == (Light.YELLOW, Quantity(84, "份"))
        assert "note.actual-unit-assumed" in codes(made)

    def test_frequency(self):
        made = lit("每周1期", "26期", month=6)
        assert (made.ratio.exact, made.light) == (1, Light.GREEN)
        assert "note.frequency" in codes(made)
        assert "note.level-pro-rata" not in codes(made)

    def test_frequency_by_the_day(self):
        row = Indicator("指标", target="每天1次", actual="212次")
        assert indicator_light(row, on=date(2023, 7, 31)).ratio.exact == 1
        assert lit("每天1次", "183次", month=6, year=2024).ratio.exact == 1
        assert lit("每天1次", "183次", month=6).light.code == "undefined.year-needed"

    def test_negative(self):
        made = lit("≥120份", "-3份")
        assert (made.light, made.ratio.exact, made.ratio.terms) == (Light.RED, 0, None)

    def test_explained(self):
        made = lit("≥120份", "49份")
        assert made.explain("zh") == "指标：49份 ÷ (120份 × 7 ÷ 12) = 70.00%，黄灯；按此进度推算全年84份"
        assert made.explain("en") == (
            "指标: 49份 ÷ (120份 × 7 ÷ 12) = 70.00%, yellow; "
            "at the same pace 84份 by the end of the year, a projection"
        )

    @pytest.mark.parametrize(
        ("actual", "light", "older"),
        [
            ("62份", Light.RED, Light.RED),
            ("63份", Light.YELLOW, Light.YELLOW),
            ("84份", Light.GREEN, Light.GREEN),
            ("126份", Light.GREEN, Light.BLUE),
            ("180份", Light.GREEN, Light.BLUE),
            ("240份", Light.GREEN, Light.BLUE),
        ],
    )
    def test_range_by_its_lower_end(self, actual, light, older):
        """Of 180～240 there are 105 due by July: 63 is 60 % and 84 is 80 %; within the range none is over."""
        assert lit("180～240份", actual).light is light
        assert lit("180～240份", actual, rules=OLDER).light is older

    def test_above_a_range(self):
        made = lit("180～240份", "241份")
        assert made.light == made.ratio == made.completion
        assert made.light.code == "undefined.range-exceeded"


class TestLevels:
    """What does not grow in the course of the year."""

    @pytest.mark.parametrize(
        ("target", "actual"), [("≥90%", "60%"), ("≥90元/人", "60元/人"), ("≥75%", "3次中1次")]
    )
    def test_in_use_pro_rata_and_noted(self, target, actual):
        made = lit(target, actual)
        assert made.ratio.exact == made.completion.exact * 12 / 7
        assert codes(made) == ["note.level-pro-rata"]

    def test_whole_target_if_the_rules_say_so(self):
        made = lit("≥90%", "60%", rules=WHOLE)
        assert (made.light, made.ratio.exact, made.notes) == (Light.YELLOW, Fraction(2, 3), ())
        assert lit("≥90%", "90%", rules=WHOLE).light is Light.GREEN
        assert lit("≥90%", "54%", rules=WHOLE).light is Light.YELLOW
        assert lit("≥90%", "53.9%", rules=WHOLE).light is Light.RED

    def test_rules_for_levels_leave_amounts_alone(self):
        whole, usual = lit("≥120份", "49份", rules=WHOLE), lit("≥120份", "49份")
        assert attrs.evolve(whole, fingerprint=usual.fingerprint) == usual

    def test_share_of_cases(self):
        made = lit("24小时以内", "78次中77次", rules=WHOLE)
        assert (made.light, made.ratio.exact) == (Light.GREEN, Fraction(77, 78))
        assert made.expected.code == "undefined.projection-figure"

    def test_bare_numbers_grow(self):
        assert codes(lit("≥90", "60")) == []

    def test_range_of_amounts_grows(self):
        made = lit("≥20人", "20-30人")
        assert (made.light, codes(made)) == (Light.GREEN, ["note.actual-range"])
        assert made.expected.code == "undefined.projection-figure"


class TestBounds:
    def test_explained(self):
        made = lit("≤24小时", "30小时")
        assert (made.rule, made.light, made.ratio.code) == ("bound", Light.RED, "undefined.no-pro-rata")
        assert made.explain("zh") == "指标：30小时未达到≤24小时，红灯"
        assert made.explain("en") == "指标: 30小时 misses ≤24小时, red"

    def test_strict_bound_is_noted(self):
        assert "note.strict-bound" in codes(lit("<5%", "5%"))

    def test_cost_is_projected(self):
        made = lit("≤90万元", "63万元")
        assert (made.light, made.expected) == (Light.GREEN, Quantity(108, "万元"))

    def test_limit_of_time_is_not(self):
        assert lit("≤24小时", "20小时").expected.code == "undefined.projection-level"

    def test_range_where_less_is_better(self):
        made = lit("80～90万元", "85万元", category=("产出", "成本"))
        assert (made.light, made.rule) == (Light.GREEN, "bound")
        assert made.explain("en").startswith("指标: 85万元 meets 80万元～90万元, green")
        below = lit("80～90万元", "70万元", category=("产出", "成本"))
        assert below.light.code == "undefined.range-below"

    def test_of_zero(self):
        assert lit("0起", "0起").explain("en").startswith("指标: 0起 meets =0起, green")


class TestDates:
    def test_kept(self):
        made = lit("2022年6月底前", "2022年5月20日")
        assert (made.light, made.rule) == (Light.GREEN, "date")
        assert made.explain("en") == "指标: 2022年5月20日 meets 2022年6月底前, green"

    def test_missed(self):
        made = lit("2022年6月底前", "2022年7月20日")
        assert (made.light, made.rule) == (Light.RED, "date")
        assert made.completion.code == "undefined.date-missed"
        assert made.explain("zh") == "指标：2022年7月20日未达到2022年6月底前，红灯"

    def test_year_of_the_day(self):
        row = Indicator("指标", target="6月底前", actual="5月20日")
        assert indicator_light(row, on=date(2022, 7, 31)).light is Light.GREEN
        assert indicator_light(row, month=7).light.code == "undefined.year-needed"

    def test_not_due(self):
        assert lit("2022年12月底前", "正在实施").light.code == "undefined.actual-undated"


class TestJudgements:
    @pytest.mark.parametrize(
        ("word", "light"),
        [
            ("达成年度指标", Light.GREEN),
            ("部分达成年度指标 并具有一定效果", Light.YELLOW),
            ("实现目标程度较低", Light.RED),
        ],
    )
    def test_wordings_of_the_rule_books(self, word, light):
        made = lit("效果明显", word)
        assert (made.light, made.rule) == (light, "level")
        assert "".join(word.split()) in "".join(made.explain("zh").split())

    def test_award_goes_before_the_cell(self):
        made = lit("效果明显", "达成", award=Award(level="部分达成"))
        assert made.light is Light.YELLOW

    def test_award_of_a_number_that_nobody_can_read(self):
        assert lit("≥90%", "基本满意", award=Award(level="达成")).light is Light.GREEN

    def test_what_can_be_measured_is_not_judged(self):
        assert lit("≥120份", "49份", award=Award(level="达成")).light is Light.YELLOW

    def test_unknown_award(self):
        made = lit("效果明显", "达成", award=Award(level="甲等"))
        assert made.light.code == "undefined.level-unknown"
        assert "甲等" in made.explain("zh")

    def test_award_of_points_alone(self):
        assert lit("效果明显", "达成", award=Award(8)).light is Light.GREEN
        assert lit("效果明显", "良好", award=Award(8)).light.code == "undefined.target-text"

    def test_prose_is_not_judged_by_us(self):
        made = lit("效果明显", "进展顺利")
        assert (
            made.light
            == made.ratio
            == made.completion
            == Undefined("undefined.target-text", {"text": "效果明显"})
        )
        assert (made.rule, made.explain("en")) == (
            "",
            "指标: no light, the target is not a quantity: 效果明显",
        )

    def test_words_beside_a_number_say_nothing(self):
        assert lit("≥90%", "达成").light.code == "undefined.actual-text"

    def test_words_beside_a_target_at_fault_say_nothing(self):
        assert lit("≥**人", "达成").light.code == "undefined.target-fault"


class TestUndefined:
    @pytest.mark.parametrize(
        ("target", "actual", "code"),
        [
            (None, "49份", "undefined.target-missing"),
            ("≥120份", None, "undefined.actual-missing"),
            ("≥120人", "49人次", "undefined.units"),
            ("≥0起", "1起", "undefined.target-zero"),
            ("≥50人", "40-60人", "undefined.actual-range"),
        ],
    )
    def test_reason(self, target, actual, code):
        made = lit(target, actual)
        assert made.light.code == made.ratio.code == made.completion.code == code
        assert (made.rule, made.notes) == ("", ())

    def test_cells_that_are_missing(self):
        made = lit(None, None)
        assert (made.target, made.actual) == ("", "")

    def test_not_applicable(self):
        made = lit("≥120份", "49份", not_applicable="政策取消")
        assert made.light.code == "undefined.indicator-not-applicable"
        assert made.rule == "not_applicable"
        assert "政策取消" in made.explain("en")

    def test_no_indicator(self):
        with pytest.raises(TypeError):
            indicator_light("≥120份", month=7)


class TestProjection:
    @pytest.mark.parametrize(
        ("target", "actual", "code"),
        [
            ("≥90%", "60%", "undefined.projection-level"),
            ("效果明显", "达成", "undefined.projection-figure"),
            ("2022年6月底前", "2022年5月", "undefined.projection-figure"),
            ("≥120份", None, "undefined.actual-missing"),
            ("每周1期", "30", "undefined.frequency-bare"),
        ],
    )
    def test_none(self, target, actual, code):
        assert lit(target, actual).expected.code == code

    def test_without_a_target(self):
        assert lit(None, "49份").expected == Quantity(84, "份")
        assert lit("效果明显", "49份").expected == Quantity(84, "份")
        assert lit("效果明显", "49").expected == Quantity(84)


class TestApproximate:
    @pytest.mark.parametrize(
        ("target", "actual", "light"),
        [
            ("120份", "约49份", Light.YELLOW),  # 44.1 to 53.9 of 70
            ("120份", "约30份", Light.RED),
            ("120份", "近30份", Light.RED),
            ("120份", "60余份", Light.GREEN),  # 60 to 66
            ("120份", "超过50份", Light.YELLOW),  # to 55, and 56 is green
            ("≤30天", "约20天", Light.GREEN),
            ("0起", "约0起", Light.GREEN),
        ],
    )
    def test_the_same_anywhere(self, target, actual, light):
        made = lit(target, actual)
        assert made.light is light
        assert codes(made)[-1] == "note.approximate-light"

    @pytest.mark.parametrize(
        ("target", "actual"),
        [
            ("120份", "约45份"),  # 40.5 is red
            ("120份", "近60份"),  # 54 is yellow
            ("120份", "54余份"),  # 59.4 is green
            ("120份", "约140份"),  # 154 is blue
            ("≤30天", "约30天"),  # 33 is too late
            ("180～240份", "约230份"),  # 253 is above the range
        ],
    )
    def test_it_could_decide(self, target, actual):
        made = lit(target, actual)
        assert made.light.code == "undefined.approximation-light"
        assert "10%" in made.explain("en")
        assert made.ratio == lit(target, actual.strip("约近").replace("余", "")).ratio

    def test_on_the_limit(self):
        """56 of 70 is green; 近56 is less, and 56余 is not."""
        assert isinstance(lit("120份", "近56份").light, Undefined)
        assert lit("120份", "56余份").light is Light.GREEN

    def test_no_margin(self):
        rules = attrs.evolve(
            monitoring_rules(),
            margin=attrs.evolve(monitoring_rules().margin, value=monitoring_rules().margin.value * 0),
        )
        assert lit("120份", "近60份", rules=rules).light is Light.GREEN
