"""One indicator, scored: the rule, the rounding, the cap, and what cannot be scored."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from govperf.errors import StandardError, UnitError
from govperf.model import Indicator, Rate, Undefined
from govperf.scoring import completion_rate, score
from govperf.standards import Clause, Parameter, Provenance, standard

BOOK = standard()
CLAUSE = Clause(Provenance.CHOICE, "a test")


def scored(target, actual, weight=10, book=BOOK, **fields):
    return score(Indicator("指标", target=target, actual=actual, weight=weight), standard=book, **fields)


def notes(made):
    return [note.code for note in made.notes]


def with_knots(*knots):
    pairs = tuple((Fraction(rate), Fraction(share)) for rate, share in knots)
    first, *others = BOOK.rules
    return attrs.evolve(BOOK, rules=(attrs.evolve(first, knots=pairs), *others))


class TestPoints:
    @pytest.mark.parametrize(
        ("target", "actual", "weight", "points", "rule"),
        [
            ("≥95%", "75%", 20, "15.79", "proportional"),
            (">95%", "75%", 20, "15.79", "proportional"),
            ("=95%", "75%", 20, "15.79", "proportional"),
            ("95%", "75%", 20, "15.79", "proportional"),
            ("≥60条", "540条", 10, "10.00", "proportional"),
            ("≥100", "85", 15, "12.75", "proportional"),
            ("≤24小时", "30小时", 10, "8.00", "reverse_proportional"),
            ("≤24小时", "12小时", 10, "10.00", "reverse_proportional"),
            ("<5起", "8起", 10, "6.25", "reverse_proportional"),
            ("<5起", "5起", 10, "10.00", "reverse_proportional"),
            (">95%", "95%", 10, "10.00", "proportional"),
            ("=0起", "0起", 10, "10.00", "zero_target"),
            ("≤0起", "1起", 10, "0.00", "zero_target"),
            ("≥5个", "-1个", 10, "0.00", "proportional"),
            ("≥5个", "0个", 10, "0.00", "proportional"),
            ("≥5个", "3个", 0, "0.00", "proportional"),
            ("24小时以内", "78次中77次", 10, "9.87", "proportional"),
        ],
    )
    def test_points(self, target, actual, weight, points, rule):
        made = scored(target, actual, weight)
        assert (str(made.points), made.rule, made.full) == (points, rule, weight)

    @pytest.mark.parametrize(
        ("target", "actual", "weight", "half_up", "half_even"),
        [
            ("24", "5", 3, "0.63", "0.62"),
            ("200", "199", 1, "1.00", "1.00"),
            ("8", "1", 1, "0.13", "0.12"),
            ("8", "3", 1, "0.38", "0.38"),
            ("100", "85", "0.1", "0.09", "0.08"),
            ("3", "1", 1, "0.33", "0.33"),
            ("1000", "999", 10, "9.99", "9.99"),
            ("2000", "1999", 10, "10.00", "10.00"),
        ],
    )
    def test_ties(self, target, actual, weight, half_up, half_even):
        even = attrs.evolve(BOOK, rounding=attrs.evolve(BOOK.rounding, mode="half_even"))
        assert str(scored(target, actual, weight).points) == half_up
        assert str(scored(target, actual, weight, even).points) == half_even

    def test_tie_of_a_total_score(self):
        assert str(scored("100000", "83285", 100).points) == "83.29"
        even = attrs.evolve(BOOK, rounding=attrs.evolve(BOOK.rounding, mode="half_even"))
        assert str(scored("100000", "83285", 100, even).points) == "83.28"

    def test_digits(self):
        one = attrs.evolve(BOOK, rounding=attrs.evolve(BOOK.rounding, digits=1))
        assert str(scored("≥95%", "75%", 20, one).points) == "15.8"

    def test_the_way_to_it(self):
        made = scored("≥95%", "75%", 20)
        assert made.unrounded == Fraction(20 * 75, 95)
        assert (made.share, made.rate.exact) == (Fraction(75, 95), Fraction(75, 95))
        assert (made.name, made.standard, made.path) == (
            "指标",
            "MOF-2020-10",
            "",
        )  # a path only within an evaluation

    def test_default_standard(self):
        indicator = Indicator("指标", target="≥95%", actual="75%", weight=20)
        assert score(indicator) == score(indicator, standard=BOOK)

    def test_year(self):
        assert scored("每天1次", "366次", year=2020).points == 10
        assert scored("每天1次", "366次").points.code == "undefined.year-needed"


class TestOverFulfilment:
    """From the limit of the standard on, the reason is due; no points are taken off."""

    @pytest.mark.parametrize(
        ("actual", "codes"),
        [("119", []), ("119.9999", []), ("120", ["note.far-over"]), ("900", ["note.far-over"])],
    )
    def test_limit(self, actual, codes):
        made = scored("≥100", actual)
        assert (str(made.points), notes(made)) == ("10.00", codes)

    def test_other_limit(self):
        book = attrs.evolve(BOOK, over_fulfilment=attrs.evolve(BOOK.over_fulfilment, value=Decimal("1.3")))
        assert notes(scored("≥100", "129", book=book)) == []
        assert notes(scored("≥100", "130", book=book)) == ["note.far-over"]

    def test_equal(self):
        assert notes(scored("=10次", "12次")) == ["note.not-equal", "note.far-over"]

    def test_less_is_better(self):
        assert notes(scored("≤100", "1")) == []


class TestApproximateActual:
    """Scored as printed where the points are the same within the margin; else undefined."""

    @pytest.mark.parametrize(
        ("target", "actual", "points"),
        [
            ("≥60条", "近540条", "10.00"),
            ("≥99条", "约110条", "10.00"),  # 110 less 10 % is 99
            ("≥60条", "超过67条", "10.00"),
            ("≥60条", "60余条", "10.00"),  # more of it is no less
            (">60条", "60余条", "10.00"),
            ("=60条", "60余条", "10.00"),
            ("≤60条", "不到60条", "10.00"),
            ("≥90%", "≥90%", "10.00"),
            ("≤110万元", "约100万元", "10.00"),  # 100 and 10 % more is 110
            ("=0起", "约5起", "0.00"),
            ("≥1000000条", "约1条", "0.00"),
            ("≥5%", "约-5%", "0.00"),
        ],
    )
    def test_cannot_decide(self, target, actual, points):
        made = scored(target, actual)
        assert str(made.points) == points
        assert "note.approximate" in notes(made)
        assert made.notes[-1].explain("en").endswith("the points are the same whatever it may be within 10%")

    @pytest.mark.parametrize(
        ("target", "actual"),
        [
            ("≥99.1条", "约110条"),
            ("≥60条", "近66条"),
            ("≥60条", "约66条"),
            ("≤60条", "60余条"),
            ("≥60条", "约30条"),
            ("≤109.9万元", "约100万元"),
            ("≤60起", "约120起"),
            ("≥90%", "≤90%"),
        ],
    )
    def test_decides(self, target, actual):
        made = scored(target, actual)
        assert made.points.code == "undefined.approximation-decides"
        assert "10%" in made.points.explain("zh")
        assert isinstance(made.rate, Rate)
        assert "note.approximate" not in notes(made)

    @pytest.mark.parametrize(
        ("margin", "shown"), [("0.1", "10%"), ("0.125", "12.5%"), ("0.2", "20%"), ("0.05", "5%"), ("0", "0%")]
    )
    def test_margin(self, margin, shown):
        book = attrs.evolve(BOOK, approximation=Parameter(Decimal(margin), CLAUSE))
        made = scored("≥10条", "约540条", book=book)
        assert dict(made.notes[-1].details)["margin"] == shown

    def test_no_margin(self):
        book = attrs.evolve(BOOK, approximation=Parameter(Decimal(0), CLAUSE))
        assert str(scored("≥60条", "约30条", book=book).points) == "5.00"

    def test_a_knot_within_the_margin(self):
        book = with_knots((0, "0.5"), (1, 1), (2, "0.5"))
        assert scored("≥100条", "约100条", book=book).points.code == "undefined.approximation-decides"

    def test_a_step_beyond_the_margin(self):
        book = with_knots((0, "0.5"), (1, "0.5"), (2, 1))
        assert str(scored("≥100条", "约50条", book=book).points) == "5.00"

    def test_zero_weight(self):
        assert str(scored("≥60条", "约30条", 0).points) == "0.00"

    def test_no_weight_no_claim(self):
        made = scored("≥60条", "近540条", None)
        assert made.points == Undefined("undefined.weight-missing")
        assert notes(made) == ["note.far-over"]


class TestUndefined:
    @pytest.mark.parametrize(
        ("target", "actual", "code"),
        [
            (None, "5", "target-missing"),
            ("效果明显", "宣传到位", "target-text"),
            ("≥5", None, "actual-missing"),
            ("≥0", "5", "target-zero"),
            ("≥95%", "0.75", "percent-or-fraction"),
        ],
    )
    @pytest.mark.parametrize("weight", [10, None])
    def test_reason(self, target, actual, code, weight):
        made = scored(target, actual, weight)
        assert made.points == made.rate == made.share
        assert made.points.code == f"undefined.{code}"
        assert made.rule == ""
        assert made.full == (weight or Undefined("undefined.weight-missing"))
        assert made.points.explain() in made.explain()

    def test_a_level_without_points_says_what_they_can_be(self):
        made = scored("效果明显", "达成预期指标")
        assert made.rate == made.share == Undefined("undefined.target-text", {"text": "效果明显"})
        assert made.points.code == "undefined.award-missing"
        assert [str(end) for end in made.possible] == ["8.00", "10.00"]

    def test_a_level_without_a_weight(self):
        made = scored("效果明显", "达成预期指标", None)
        assert made.points == made.rate == Undefined("undefined.target-text", {"text": "效果明显"})

    def test_no_weight(self):
        made = scored("≥95%", "75%", None)
        assert made.points == made.full == made.unrounded == Undefined("undefined.weight-missing")
        assert str(made.rate) == "78.95%"
        assert made.explain() == "指标：无法计分，表中没有分值"

    def test_other_units(self):
        with pytest.raises(UnitError):
            scored("≥60人", "540人次")

    def test_no_rule(self):
        book = attrs.evolve(BOOK, rules=BOOK.rules[:1])
        with pytest.raises(StandardError):
            scored("≤60起", "50起", book=book)


class TestExplanation:
    """Every figure that a civil servant needs, in both languages."""

    @pytest.mark.parametrize(
        ("target", "actual", "weight", "figures"),
        [
            ("≥95%", "75%", 20, ["20", "75%", "95%", "15.789473…", "15.79"]),
            ("≤24小时", "30小时", "12.5", ["12.5", "24小时", "30小时", "10", "10.00"]),
            ("≥60条", "540条", 10, ["900.00%", "10.00"]),
            ("每周1期", "49期", 10, ["49期", "52期", "9.423076…", "9.42", "每周1期 × 52 = 52期"]),
            ("≥95%", "78次中60次", 10, ["60次÷78次", "95%", "8.097165…", "8.10"]),
            ("≥5个", "-1个", 10, ["0.00%", "0.00", "-1个"]),
            ("=0起", "3起", 10, ["0.00%", "0.00"]),
            ("=12次", "14次", 10, ["116.67%", "10.00", "12次", "14次"]),
        ],
    )
    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_figures(self, target, actual, weight, figures, lang):
        line = scored(target, actual, weight).explain(lang)
        assert [figure for figure in figures if figure not in line] == []
        assert "MOF-2020-10" in line

    def test_negative_actual_is_not_divided(self):
        assert "÷" not in scored("≥95%", "-5%", 20).explain()


class TestDates:
    """A date that is kept is no ratio of days: it has a rule of its own."""

    ROW = Indicator("验收", target="2023年11月底前", actual="2023年11月20日", weight=5)

    def test_kept(self):
        made = score(self.ROW)
        assert (made.points, made.rule, made.rate.terms) == (5, "deadline", None)
        assert made.explain("en") == (
            "验收: completion rate 100.00%, all 5.00 points (date kept, MOF-2020-10)"
        )

    def test_missed(self):
        made = score(attrs.evolve(self.ROW, actual="2023年12月1日"))
        assert made.points.code == "undefined.date-missed"

    def test_a_rule_book_without_a_rule_for_dates(self):
        book = standard()
        others = tuple(rule for rule in book.rules if rule.name != "deadline")
        made = score(self.ROW, standard=attrs.evolve(book, rules=others))
        assert (made.points, made.rule) == (5, "reverse_proportional")


class TestRangedActual:
    """The worse end counts and meets the target: nothing is left open."""

    def test_no_margin_is_asked_for(self):
        made = score(Indicator("培训", target="≥200人", actual="200-300人", weight=5))
        assert made.points == 5
        assert [note.code for note in made.notes] == ["note.actual-range"]


@pytest.mark.parametrize(
    ("target", "actual"), [("≤90万元", "60万元"), ("≤90万元", "90万元"), ("10%～12%", "11.3%")], ids=str
)
def test_what_was_not_divided_is_not_shown_as_divided(target, actual):
    rate = completion_rate(target, actual)
    assert (rate.exact, rate.terms) == (1, None)
    assert rate.explain("en") == "100.00%, the target is met"


class TestNoPoints:
    """Of a weight of 0 nothing can be earned, whatever was done; more than nothing cannot be awarded."""

    @pytest.mark.parametrize("award", [None, 0])
    def test_nothing(self, award):
        made = score(Indicator("指标", target="效果明显", actual="已达成", weight=0, award=award))
        assert (str(made.points), made.possible) == ("0.00", (0, 0))

    def test_more_than_nothing(self):
        made = score(Indicator("指标", target="效果明显", weight=0, award="0.001"))
        assert made.points.code == "undefined.award-over"
