"""The rules of indicator scores under the 2020 measures, each with its worked numbers."""

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

    def test_worked(self):
        score = scored("≥5%", "-3%")
        assert (str(score.points), notes(score)) == ("0.00", ["note.negative-actual"])


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

    def test_shown_uncapped(self):
        assert "900.00%" in scored("≥60条", "540条").explain()

    def test_floor(self):
        assert points("≥60条", "0条") == "0.00"


class TestDeviation:
    """Rule 25. The difference over the target, with its sign."""

    @pytest.mark.parametrize(
        ("target", "actual", "wanted"), [("52期", "49期", "-5.77%"), ("≥60条", "540条", "800.00%")]
    )
    def test_worked(self, target, actual, wanted):
        assert str(gp.deviation_rate(target, actual)) == wanted


class TestNotNumeric:
    """Rule 29. What is no number has no score, with the reason.

    A figure that is only about right is scored as printed where that decides nothing, with a
    note; where the points change within a tenth of it, there is no score, with the reason.
    """

    def test_prose(self):
        score = scored("效果明显", "达成预期指标")
        assert isinstance(score.points, gp.Undefined)
        assert "效果明显" in score.explain()

    def test_nearly_540(self):
        score = scored("≥60条", "近540条")
        assert str(score.points) == "10.00"
        assert "note.approximate" in notes(score)

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
