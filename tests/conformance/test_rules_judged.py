"""What a person judges: met or not, the levels of judgement with their bands, and satisfaction by bands."""

from decimal import Decimal

import attrs
import pytest

import govperf as gp
from govperf.model import Award, Correction
from govperf.standards import Clause, Level, Levels, Provenance

OLD, NEW, HUBEI = (gp.standard(name) for name in ("MOF-2020-10", "MOF-2021-101", "HUBEI-2020"))
REACHED, PARTLY, MISSED = "达成年度指标", "部分达成年度指标", "未达成年度指标"
OURS = Clause(Provenance.CHOICE, "our office")


def judged(award=None, standard=OLD, *, weight=10, actual="见附件说明", corrections=()):
    row = gp.Indicator(
        "制度建设", target="建立健全", actual=actual, weight=weight, award=award, corrections=corrections
    )
    return gp.score(row, standard=standard)


def shown(score):
    """The points, or the code of the reason why there are none."""
    return score.points.code if isinstance(score.points, gp.Undefined) else str(score.points)


def bounds(score):
    return tuple(str(end) for end in score.possible)


class TestYesOrNo:
    """Rule 21. Met earns all points; not met nothing, or all but a fixed deduction."""

    @pytest.mark.parametrize(
        ("level", "wanted"),
        [("达标", "10.00"), ("符合要求", "10.00"), ("未达标", "0.00"), ("不符合要求", "0.00")],
    )
    def test_worked(self, level, wanted):
        score = judged(Award(level=level), NEW)
        assert (shown(score), score.rule) == (wanted, "awarded")

    @pytest.mark.parametrize(
        ("actual", "wanted"), [("达标", "10.00"), ("未达标", "0.00"), (" 达 标 ", "10.00")]
    )
    def test_the_actual_may_say_it(self, actual, wanted):
        score = judged(None, NEW, actual=actual)
        assert shown(score) == wanted
        assert score.award.points is None

    def test_other_points_are_refused(self):
        assert shown(judged(Award("9.99", level="达标"), NEW)) == "undefined.award-outside"
        assert shown(judged(Award("0.01", level="未达标"), NEW)) == "undefined.award-outside"
        assert shown(judged(Award("10", level="达标"), NEW)) == "10.00"
        assert shown(judged(Award("0", level="未达标"), NEW)) == "0.00"

    def test_it_is_not_a_level_of_the_older_text(self):
        assert shown(judged(Award(level="达标"))) == "undefined.level-unknown"

    FIXED = attrs.evolve(
        NEW,
        levels=Levels(
            [Level("达标", "met", 1, 1), Level("未达标", "not met", 1, 1, minus=3)],
            OURS,
        ),
    )

    @pytest.mark.parametrize(("weight", "wanted"), [(10, "7.00"), (3, "0.00"), (2, "0.00"), ("3.01", "0.01")])
    def test_a_fixed_deduction(self, weight, wanted):
        assert shown(judged(Award(level="未达标"), self.FIXED, weight=weight)) == wanted

    def test_a_fixed_deduction_is_taken_off_once(self):
        """A person who writes down the 7 points that are left means those 7."""
        assert shown(judged(Award(7, level="未达标"), self.FIXED)) == "7.00"
        assert shown(judged(Award(4, level="未达标"), self.FIXED)) == "undefined.award-outside"
        assert shown(judged(Award(10, level="未达标"), self.FIXED)) == "undefined.award-outside"


class TestBands:
    """Rule 22. The level says between which points an award lies; the upper end is the level above's."""

    @pytest.mark.parametrize(
        ("award", "level", "wanted"),
        [
            ("10.01", REACHED, "undefined.award-over"),
            ("10.00", REACHED, "10.00"),
            ("8.00", REACHED, "8.00"),
            ("7.995", REACHED, "8.00"),
            ("7.994", REACHED, "undefined.award-outside"),
            ("8.00", PARTLY, "undefined.award-outside"),
            ("7.995", PARTLY, "undefined.award-outside"),
            ("7.99", PARTLY, "7.99"),
            ("6.00", PARTLY, "6.00"),
            ("5.995", PARTLY, "6.00"),
            ("5.99", PARTLY, "undefined.award-outside"),
            ("6.00", MISSED, "undefined.award-outside"),
            ("5.99", MISSED, "5.99"),
            ("0", MISSED, "0.00"),
        ],
    )
    def test_bounds(self, award, level, wanted):
        assert shown(judged(Award(award, level=level))) == wanted

    @pytest.mark.parametrize(
        ("award", "level"),
        [
            ("10", "the year's target is reached"),
            ("8.00", "the year's target is reached"),
            ("7.995", "the year's target is reached"),
            ("7.99", "partly reached, with some effect"),
            ("6.00", "partly reached, with some effect"),
            ("5.99", "not reached, with little effect"),
            ("0", "not reached, with little effect"),
        ],
    )
    def test_the_level_of_an_award(self, award, level):
        """Where none was chosen the points say it, as rounded."""
        (note,) = judged(Award(award)).notes
        assert dict(note.details)["level_en"] == level

    @pytest.mark.parametrize(
        ("award", "level", "wanted"),
        [
            ("7.99", PARTLY, "7.99"),
            ("8.00", PARTLY, "undefined.award-outside"),
            ("5.00", PARTLY, "5.00"),
            ("4.99", PARTLY, "undefined.award-outside"),
            ("4.99", MISSED, "4.99"),
            ("5.00", MISSED, "undefined.award-outside"),
        ],
    )
    def test_hubei_parts_at_a_half(self, award, level, wanted):
        assert shown(judged(Award(award, level=level), HUBEI)) == wanted

    @pytest.mark.parametrize(
        ("level", "wanted"),
        [
            ("基本达成目标", ("8.00", "10.00")),
            ("部分实现目标", ("6.00", "7.99")),
            ("实现目标程度较低", ("0.00", "5.99")),
        ],
    )
    def test_levels_of_the_newer_text(self, level, wanted):
        assert bounds(judged(Award(level=level), NEW)) == wanted

    @pytest.mark.parametrize(
        ("level", "book", "wanted"),
        [
            (REACHED, OLD, ("8.00", "10.00")),
            (PARTLY, OLD, ("6.00", "7.99")),
            (MISSED, OLD, ("0.00", "5.99")),
            (PARTLY, HUBEI, ("5.00", "7.99")),
            (MISSED, HUBEI, ("0.00", "4.99")),
        ],
    )
    def test_a_level_alone_gives_no_points(self, level, book, wanted):
        """The points within it are a person's: the score stays open, between the ends of the band."""
        for score in (judged(Award(level=level), book), judged(None, book, actual=level)):
            assert shown(score) == "undefined.award-missing"
            assert bounds(score) == wanted

    @pytest.mark.parametrize(
        ("weight", "award", "wanted"),
        [
            ("3.14", "2.51", "2.51"),  # 2.512
            ("3.14", "2.50", "undefined.award-outside"),
            ("3.14", "3.14", "3.14"),
            ("3.14", "3.15", "undefined.award-over"),
            ("0", "0", "0.00"),
            ("0", "0.01", "undefined.award-over"),
        ],
    )
    def test_the_ends_are_rounded_as_scores_are(self, weight, award, wanted):
        assert shown(judged(Award(award, level=REACHED), weight=weight)) == wanted

    def test_points_that_lie_in_no_level(self):
        """Where a rule book has no level for them, and none was chosen, they are a person's all the same."""
        book = attrs.evolve(OLD, levels=Levels([Level("优秀", "excellent", "0.8", 1)], OURS))
        score = judged(Award(5), book)
        assert (shown(score), score.notes) == ("5.00", ())
        assert shown(judged(Award(5, level="优秀"), book)) == "undefined.award-outside"

    def test_a_level_that_nobody_knows(self):
        score = judged(Award(9, level="很好"))
        assert shown(score) == "undefined.level-unknown"
        assert "很好" in score.explain("zh")

    def test_prose_without_level_or_award(self):
        score = judged(None)
        assert score.points == score.rate == gp.Undefined("undefined.target-text", {"text": "建立健全"})
        assert score.possible == (0, 10)

    def test_without_a_weight(self):
        assert shown(judged(Award(9), weight=None)) == "undefined.target-text"

    def test_a_form_without_any_cells(self):
        assert shown(gp.score(gp.Indicator("指标", weight=10, award=8))) == "8.00"

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_who_and_why(self, lang):
        score = judged(Award(9, level=REACHED, reason="验收合格", by="评审组"))
        assert "验收合格" in score.explain(lang)
        assert "评审组" in "".join(note.explain(lang) for note in score.trace())


class TestRuleBeforeAward:
    """Rules 13 and 22. What a rule measures is not judged: an award beside it does not count."""

    @pytest.mark.parametrize("award", [Award(10), Award(level=REACHED), Award("99")])
    def test_measured(self, award):
        row = gp.Indicator("整改率", target="≥95%", actual="75%", weight=20, award=award)
        score = gp.score(row)
        assert (str(score.points), [note.code for note in score.notes]) == ("15.79", ["note.award-unused"])
        assert score.award is None

    @pytest.mark.parametrize(
        ("target", "actual"),
        [
            ("≥60条", "约60条"),
            ("≥0起", "3起"),
            ("2022年6月前", "2022年8月"),
            ("80～90%", "95%"),
            ("≥95%", "效果良好"),
        ],
    )
    def test_what_no_rule_could_decide(self, target, actual):
        row = gp.Indicator("指标", target=target, actual=actual, weight=10)
        assert isinstance(gp.score(row).points, gp.Undefined)
        assert str(gp.score(attrs.evolve(row, award=Award("6.5"))).points) == "6.50"

    def test_units_that_do_not_compare(self):
        rows = [gp.Indicator("人数", target="≥60人", actual="540人次", weight=90, award=81)]
        card = gp.evaluate(gp.Evaluation("某局", 2022, goals=[gp.Goal("目标", indicators=rows)]))
        assert [str(score.points) for score in card.scores] == ["81.00"]


class TestCorrections:
    """Rules 21 and 24. What a person adds or takes off stays between nothing and the weight."""

    @pytest.mark.parametrize(
        ("points", "wanted"),
        [
            (["-2"], "7.00"),
            (["-9"], "0.00"),
            (["-9.01"], "0.00"),
            (["-8.99"], "0.01"),
            (["1"], "10.00"),
            (["1.01"], "10.00"),
            (["0.99"], "9.99"),
            (["-20", "15"], "4.00"),
            (["15", "-20"], "4.00"),
        ],
    )
    def test_bounds(self, points, wanted):
        corrections = [Correction(one, "理由") for one in points]
        assert shown(judged(Award(9), corrections=corrections)) == wanted

    def test_rounded_once_at_the_end(self):
        """15.789… less 0.005 is 15.784…, and 15.78; from the rounded 15.79 it would be 15.785, and 15.79."""
        row = gp.Indicator("指标", target="≥95%", actual="75%", weight=20)
        row = attrs.evolve(row, corrections=[Correction("-0.005", "取整")])
        assert shown(gp.score(row)) == "15.78"

    @pytest.mark.parametrize(
        ("points", "wanted"),
        [
            ("-3", ("5.00", "7.00")),
            ("1", ("9.00", "10.00")),
            ("-9", ("0.00", "1.00")),
            ("-30", ("0.00", "0.00")),
        ],
    )
    def test_they_move_the_bounds_of_a_level(self, points, wanted):
        score = judged(Award(level=REACHED), corrections=[Correction(points, "理由")])
        assert shown(score) == "undefined.award-missing"
        assert bounds(score) == wanted

    def test_they_move_the_bounds_of_an_approximate_actual(self):
        row = gp.Indicator("指标", target="≥60条", actual="约60条", weight=10)
        row = attrs.evolve(row, corrections=[Correction("-3", "迟报")])
        assert bounds(gp.score(row)) == ("6.00", "7.00")

    @pytest.mark.parametrize(
        ("points", "mode", "wanted"),
        [
            ("-0.005", "half_up", ("4.49", "4.95")),
            ("-0.01", "half_up", ("4.49", "4.94")),
            ("-0.01", "half_even", ("4.48", "4.94")),
        ],
    )
    def test_of_points_that_were_rounded_before(self, points, mode, wanted):
        """45 to 49.5 of 100 are 4.5 to 4.95; where a part of a cent may be lost, the bounds hold both."""
        book = attrs.evolve(OLD, rounding=attrs.evolve(OLD.rounding, mode=mode))
        row = gp.Indicator("指标", target="≥100条", actual="45余条", weight=10)
        row = attrs.evolve(row, corrections=[Correction(points, "取整")])
        assert bounds(gp.score(row, standard=book)) == wanted
        for actual in ("45条", "47.3条", "49.5条"):
            sure = gp.score(attrs.evolve(row, actual=actual), standard=book)
            assert Decimal(wanted[0]) <= sure.points <= Decimal(wanted[1])

    def test_of_what_has_no_weight(self):
        score = judged(Award(9), weight=None, corrections=[Correction(1, "理由")])
        assert isinstance(score.points, gp.Undefined)
        assert isinstance(score.possible, gp.Undefined)

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_each_is_said(self, lang):
        row = gp.Indicator(
            "指标", target="≥1", actual="1", weight=10, corrections=[Correction("-2", "材料迟报")]
        )
        assert "材料迟报" in gp.score(row).explain(lang)
        assert "8.00" in gp.score(row).explain(lang)


class TestSatisfaction:
    """Rule 23. By bands of the satisfaction itself under the newer text; an ordinary rate under the older."""

    def scored(self, actual, *, weight=10, target="≥90%", standard=NEW):
        row = gp.Indicator(
            "满意度", category=("满意度", "服务对象满意度"), target=target, actual=actual, weight=weight
        )
        return gp.score(row, standard=standard)

    @pytest.mark.parametrize(
        ("actual", "wanted"),
        [
            ("100%", "10.00"),
            ("92%", "10.00"),
            ("90.01%", "10.00"),
            ("90%", "10.00"),
            ("89.99%", "8.00"),
            ("80%", "8.00"),
            ("79.99%", "5.00"),
            ("79.9%", "5.00"),
            ("60%", "5.00"),
            ("59.9%", "0.00"),
            ("0%", "0.00"),
        ],
    )
    def test_worked(self, actual, wanted):
        score = self.scored(actual)
        assert (str(score.points), score.rule) == (wanted, "satisfaction")

    @pytest.mark.parametrize(
        ("weight", "wanted"),
        [(20, ["20.00", "16.00", "10.00", "0.00"]), ("7.5", ["7.50", "6.00", "3.75", "0.00"])],
    )
    def test_other_weights_keep_the_shares(self, weight, wanted):
        found = [self.scored(actual, weight=weight) for actual in ("90%", "80%", "60%", "59%")]
        assert [str(score.points) for score in found] == wanted

    def test_the_target_does_not_matter(self):
        assert str(self.scored("85%", target="≥80%").points) == "8.00"
        assert str(self.scored("92%", target="≥95%").points) == "10.00"

    def test_ranges_and_cases(self):
        assert str(self.scored("85%", target="80～90%").points) == "8.00"
        assert str(self.scored("100人中80人").points) == "8.00"

    @pytest.mark.parametrize("name", ["满意度指标", "满意度"])
    def test_the_first_level_is_enough(self, name):
        row = gp.Indicator("群众评价", category=(name,), target="≥90%", actual="80%", weight=10)
        assert gp.score(row, standard=NEW).rule == "satisfaction"

    def test_of_another_first_level(self):
        row = gp.Indicator(
            "群众满意度", category=("效益", "社会效益"), target="≥90%", actual="80%", weight=10
        )
        assert gp.score(row, standard=NEW).rule == "threshold"

    def test_by_the_older_text(self):
        assert str(self.scored("81%", standard=OLD).points) == "9.00"

    @pytest.mark.parametrize(
        ("target", "actual", "reason"),
        [
            ("≥90分", "92分", "undefined.rule-unit"),
            ("90", "0.92", "undefined.rule-unit-bare"),
            ("≥4.5", "4.6", "undefined.rule-unit-bare"),
            ("90", "10", "undefined.rule-unit-bare"),
            ("≥90%", "约85%", "undefined.approximation-decides"),
        ],
    )
    def test_open(self, target, actual, reason):
        assert shown(self.scored(actual, target=target)) == reason

    def test_bounds_of_an_approximate_satisfaction(self):
        """About 85 % may be 76.5 % to 93.5 %: 5, 8 or 10 points."""
        assert bounds(self.scored("约85%")) == ("5.00", "10.00")
        assert bounds(self.scored("80%以上")) == ("8.00", "8.00")

    def test_a_bare_figure_is_a_percentage(self):
        score = self.scored("92", target="90")
        assert str(score.points) == "10.00"
        assert "note.actual-unit-assumed" in [note.code for note in score.notes]

    def test_prose_is_judged(self):
        row = gp.Indicator("满意度", category=("满意度",), target="群众满意", actual="达标", weight=10)
        assert gp.score(row, standard=NEW).points == Decimal(10)
