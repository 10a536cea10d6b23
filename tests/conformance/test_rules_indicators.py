"""The rules of indicator scores under the 2020 measures, each with its worked numbers."""

from decimal import Decimal

import attrs
import pytest

import govperf as gp


def scored(target, actual, weight=10, **fields):
    return gp.score(gp.Indicator("指标", target=target, actual=actual, weight=weight), **fields)


def points(*args, **fields):
    return str(scored(*args, **fields).points)


def notes(score):
    return [note.code for note in score.notes]


class TestPositive:
    """Rule 13. Where more is better: all points when the target is reached, else in proportion."""

    @pytest.mark.parametrize(
        ("target", "actual", "weight", "wanted"),
        [
            ("≥100", "85", 15, "12.75"),
            ("≥100", "100", 15, "15.00"),
            ("≥95%", "75%", 20, "15.79"),
            ("≥4次", "3次", 10, "7.50"),
            ("≥100", "99.99", 15, "15.00"),  # 14.9985
            ("≥100", "99.96", 15, "14.99"),
            ("≥100", "100.01", 15, "15.00"),
            ("≥24", "5", 3, "0.63"),  # 0.625 exactly, which a ratio of 28 digits would miss
        ],
    )
    def test_worked(self, target, actual, weight, wanted):
        assert points(target, actual, weight) == wanted


class TestReverse:
    """Rule 15. Where less is better: all points up to the target, above it target over actual."""

    @pytest.mark.parametrize(
        ("target", "actual", "wanted"),
        [
            ("≤24小时", "30小时", "8.00"),
            ("≤24小时", "24小时", "10.00"),
            ("≤24小时", "48小时", "5.00"),
            ("≤5起", "8起", "6.25"),
            ("≤24小时", "24.01小时", "10.00"),  # 9.9958
            ("≤24小时", "24.03小时", "9.99"),
            ("≤24小时", "23.99小时", "10.00"),
            ("≤24小时", "0小时", "10.00"),
        ],
    )
    def test_worked(self, target, actual, wanted):
        assert points(target, actual) == wanted


class TestStrictBounds:
    """Rule 17. A bound that may not be touched is missed when it is.

    The ratio gives all points all the same, so it is remarked on.
    """

    @pytest.mark.parametrize(("target", "actual"), [("<5起", "5起"), (">95%", "95%")])
    def test_touched(self, target, actual):
        score = scored(target, actual)
        assert not score.rate.met
        assert (str(score.points), notes(score)) == ("10.00", ["note.strict-bound"])

    @pytest.mark.parametrize(
        ("target", "actual", "wanted", "met"),
        [
            ("<5起", "4起", "10.00", True),
            ("<5起", "6起", "8.33", False),
            (">95%", "95.01%", "10.00", True),
            (">95%", "94.99%", "10.00", False),
        ],
    )
    def test_on_both_sides(self, target, actual, wanted, met):
        score = scored(target, actual)
        assert (str(score.points), score.rate.met, notes(score)) == (wanted, met, [])


class TestZeroTarget:
    """Rule 18. A target of nothing is met by nothing, and earns nothing otherwise; no division.

    To want at least nothing says nothing: there is no rate and no score.
    """

    @pytest.mark.parametrize("target", ["=0起", "≤0起", "0起"])
    @pytest.mark.parametrize(("actual", "wanted"), [("0起", "10.00"), ("1起", "0.00"), ("30起", "0.00")])
    def test_worked(self, target, actual, wanted):
        assert points(target, actual) == wanted

    def test_at_least_nothing(self):
        assert isinstance(scored("≥0起", "3起").points, gp.Undefined)


class TestEqual:
    """Rule 19. A figure to be met exactly: short of it in proportion; beyond it all points, and a remark."""

    @pytest.mark.parametrize(
        ("actual", "wanted", "codes"),
        [("12次", "10.00", []), ("14次", "10.00", ["note.not-equal"]), ("9次", "7.50", [])],
    )
    def test_worked(self, actual, wanted, codes):
        score = scored("=12次", actual)
        assert (str(score.points), notes(score)) == (wanted, codes)


class TestNegativeActual:
    """Rule 20. Where more is better, less than nothing counts as nothing, and that is said."""

    @pytest.mark.parametrize(
        ("actual", "codes"),
        [("-3%", ["note.negative-actual"]), ("-0.01%", ["note.negative-actual"]), ("0%", [])],
    )
    def test_worked(self, actual, codes):
        score = scored("≥5%", actual)
        assert (str(score.points), notes(score)) == ("0.00", codes)

    def test_where_less_is_better_it_meets_the_target(self):
        assert points("≤5%", "-3%") == "10.00"


class TestSatisfaction:
    """Rule 23. Under the 2020 measures satisfaction is scored as any other rate to be reached."""

    @pytest.mark.parametrize(("actual", "wanted"), [("81%", "9.00"), ("90%", "10.00"), ("92%", "10.00")])
    def test_worked(self, actual, wanted):
        assert points("≥90%", actual) == wanted


class TestCap:
    """Rules 24 and 26. A score stays between nothing and its weight; the rate is shown as it is.

    From 1.2 times the target on, a reason is due, and nothing is taken off.
    """

    @pytest.mark.parametrize(
        ("actual", "codes"), [("540条", ["note.far-over"]), ("72条", ["note.far-over"]), ("71条", [])]
    )
    def test_over(self, actual, codes):
        score = scored("≥60条", actual)
        assert (str(score.points), notes(score)) == ("10.00", codes)

    @pytest.mark.parametrize(
        ("limit", "actual", "codes"),
        [("1.3", "77.99条", []), ("1.3", "78条", ["note.far-over"]), ("1.2", "71.99条", [])],
    )
    def test_the_limit_is_a_number_of_the_standard(self, limit, actual, codes):
        book = gp.standard()
        limits = attrs.evolve(book.over_fulfilment, value=Decimal(limit))
        book = attrs.evolve(book, over_fulfilment=limits)
        assert notes(scored("≥60条", actual, standard=book)) == codes

    def test_shown_uncapped(self):
        score = scored("≥60条", "540条")
        assert (str(score.rate), score.share, str(score.points)) == ("900.00%", 1, "10.00")
        assert "900.00%" in score.explain()

    def test_floor(self):
        assert points("≥60条", "0条") == "0.00"


class TestDeviation:
    """Rule 25. The difference over the target, with its sign."""

    @pytest.mark.parametrize(
        ("target", "actual", "wanted"),
        [
            ("52期", "49期", "-5.77%"),
            ("≥60条", "540条", "800.00%"),
            ("≥60条", "60条", "0.00%"),
            ("≥60条", "0条", "-100.00%"),
            ("≤24小时", "30小时", "25.00%"),
            ("80～90%", "85%", "0.00%"),
            ("80～90%", "72%", "-10.00%"),
            ("80～90%", "99%", "10.00%"),
        ],
    )
    def test_worked(self, target, actual, wanted):
        assert str(gp.deviation_rate(target, actual)) == wanted

    @pytest.mark.parametrize("target", ["0起", "≥-5%"])
    def test_of_nothing_or_less(self, target):
        assert isinstance(gp.deviation_rate(target, "3起" if "起" in target else "3%"), gp.Undefined)


class TestReason:
    """Rule 27. A reason is due below the target and far above it: a review finds both."""

    @pytest.mark.parametrize(
        ("actual", "codes"),
        [
            ("59条", ["finding.missed"]),
            ("60条", []),
            ("71条", []),
            ("72条", ["finding.far-over"]),
            ("540条", ["finding.far-over"]),
        ],
    )
    def test_bounds(self, actual, codes):
        rows = [gp.Indicator("信息", target="≥60条", actual=actual, weight=10)]
        form = gp.Evaluation("某局", 2022, goals=[gp.Goal("目标", indicators=rows)])
        found = gp.review(form, checks=gp.CHECKS.only("finding.missed", "finding.far-over"))
        assert [finding.code for finding in found] == codes


class TestNotNumeric:
    """Rule 29. What is no number has no score, with the reason.

    A figure that is only about right is scored as printed where that decides nothing, with a
    note; where the points change within a tenth of it, there is no score, with the reason.
    """

    @pytest.mark.parametrize(
        ("target", "actual", "named"),
        [("效果明显", "宣传到位", "效果明显"), ("≥95%", "效果良好", "效果良好")],
    )
    def test_prose(self, target, actual, named):
        score = scored(target, actual)
        assert isinstance(score.points, gp.Undefined)
        assert score.points == score.rate == score.share
        assert score.possible == (0, 10)
        assert named in score.explain("zh")
        assert named in score.explain("en")

    def test_nearly_540(self):
        score = scored("≥60条", "近540条")
        assert str(score.points) == "10.00"
        assert "note.approximate" in notes(score)

    @pytest.mark.parametrize(
        ("target", "actual", "wanted"),
        [
            ("≥60条", "近66条", None),  # a tenth less is 59.4
            ("≥60条", "近67条", "10.00"),  # a tenth less is 60.3
            ("≥90条", "约100条", "10.00"),  # a tenth less is 90
            ("≥90.1条", "约100条", None),
            ("≤110条", "约100条", "10.00"),  # a tenth more is 110
            ("≤109.9条", "约100条", None),
            ("≥60条", "60余条", "10.00"),
            ("≥61条", "60余条", None),
            ("≤60条", "不足60条", "10.00"),
        ],
    )
    def test_a_tenth(self, target, actual, wanted):
        score = scored(target, actual)
        assert (None if isinstance(score.points, gp.Undefined) else str(score.points)) == wanted
        assert ("note.approximate" in notes(score)) == (wanted is not None)

    @pytest.mark.parametrize(
        ("target", "actual", "low", "high"),
        [
            ("≥100条", "约50条", "4.50", "5.50"),
            ("≥100条", "近50条", "4.50", "5.00"),
            ("≥100条", "50余条", "5.00", "5.50"),
            ("≤24小时", "约24小时", "9.09", "10.00"),
        ],
    )
    def test_what_the_points_can_be(self, target, actual, low, high):
        assert tuple(map(str, scored(target, actual).possible)) == (low, high)

    @pytest.mark.parametrize(
        ("target", "defined"),
        [("≥9000条", True), ("≥10000条", True), ("≥10010条", False), ("≤10000条", False), ("≤11000条", True)],
    )
    def test_more_than_ten_thousand(self, target, defined):
        assert isinstance(scored(target, "1万余条").points, gp.Undefined) != defined


class TestUnits:
    """Rule 30. Scale words and legal units convert; persons and attendances are not the same thing."""

    @pytest.mark.parametrize(
        ("target", "actual"),
        [
            ("≥3.53公顷", "3.53万平方米"),
            ("≥52.95亩", "3.53万平方米"),
            ("≥123,700家次", "12.37万家次"),
            ("≥22614.51万元", "226,145,100.00元"),
            ("≥222170项", "22.2 万 170 项"),
        ],
    )
    def test_equal(self, target, actual):
        assert gp.completion_rate(target, actual).exact == 1

    @pytest.mark.parametrize(
        ("target", "actual"), [("≥60人", "540人次"), ("≥5家", "5家次"), ("≥60条", "60项")]
    )
    def test_other_things(self, target, actual):
        with pytest.raises(gp.InputError):
            gp.completion_rate(target, actual)


class TestFrequency:
    """A task for each period is counted over the year: one issue a week makes fifty-two."""

    @pytest.mark.parametrize(
        ("target", "actual", "wanted"), [("每周1期", "49期", "94.23%"), ("每半年1个", "2个", "100.00%")]
    )
    def test_worked(self, target, actual, wanted):
        assert str(gp.completion_rate(target, actual)) == wanted


class TestShareOfCases:
    """A limit that was kept in 77 of 78 cases was reached in 98.72 % of them."""

    def test_worked(self):
        assert str(gp.completion_rate("24小时以内", "78次中77次")) == "98.72%"
