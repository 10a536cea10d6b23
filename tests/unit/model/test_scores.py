"""What a score and a scorecard say of themselves."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from govperf.errors import DataError
from govperf.model import Award, Correction, Note, Rate, Score, Undefined
from govperf.model.quotients import decimals, quotient

NO_WEIGHT = Undefined("undefined.weight-missing")
NO_TARGET = Undefined("undefined.target-missing")
HALF = Score(
    name="巡查",
    points=Decimal("7.50"),
    full=Decimal(15),
    rule="proportional",
    rate=Rate(Fraction(1, 2), terms=("26次", "52次")),
    share=Fraction(1, 2),
    standard="MOF-2020-10",
)


class TestExplain:
    def test_division(self):
        assert HALF.explain() == "巡查：15 × 26次 ÷ 52次 = 7.5，取 7.50 分（按完成比例计分，MOF-2020-10）"
        assert (
            HALF.explain("en")
            == "巡查: 15 × 26次 ÷ 52次 = 7.5, rounded to 7.50 points (proportional, MOF-2020-10)"
        )

    def test_all_points(self):
        score = attrs.evolve(HALF, points=Decimal("15.00"), rate=Rate(Fraction(9, 8)), share=Fraction(1))
        assert score.explain() == "巡查：完成率 112.50%，得满分 15.00 分（按完成比例计分，MOF-2020-10）"
        assert (
            score.explain("en")
            == "巡查: completion rate 112.50%, all 15.00 points (proportional, MOF-2020-10)"
        )

    @pytest.mark.parametrize(
        "rate",
        [Rate(Fraction(4, 5), terms=("4次", "5次")), Rate(Fraction(1, 2))],
        ids=["the rule gives another share", "nothing was divided"],
    )
    def test_share(self, rate):
        score = attrs.evolve(HALF, rate=rate)
        assert (
            score.explain()
            == f"巡查：完成率 {rate}，得 15 分的 50.00% = 7.5，取 7.50 分（按完成比例计分，MOF-2020-10）"
        )
        assert f"{rate} earns 50.00% of 15 = 7.5, rounded to 7.50 points (" in score.explain("en")

    @pytest.mark.parametrize(
        ("share", "exact"),
        [
            (Fraction(1, 3), "5"),
            (Fraction(15, 19), "11.842105…"),
            (Fraction(1, 10**7), "0.000001…"),
            (Fraction(1, 10**9), "0…"),
            (Fraction(2, 3) / 10**5, "0.0001"),
            (Fraction(0), "0"),
        ],
        ids=str,
    )
    def test_calculator(self, share, exact):
        score = attrs.evolve(HALF, share=share, rate=Rate(share, terms=("甲", "乙")))
        assert f"15 × 甲 ÷ 乙 = {exact}，" in score.explain()

    @pytest.mark.parametrize(
        ("fields", "reason"),
        [
            ({"points": NO_WEIGHT, "full": NO_WEIGHT}, "表中没有分值"),
            ({"points": NO_TARGET, "full": NO_WEIGHT, "rate": NO_TARGET, "share": NO_TARGET}, "没有指标值"),
            ({"full": NO_WEIGHT}, "表中没有分值"),
            ({"share": NO_TARGET}, "没有指标值"),
        ],
        ids=["weight", "target", "full alone", "share alone"],
    )
    def test_undefined(self, fields, reason):
        assert attrs.evolve(HALF, **fields).explain() == f"巡查：无法计分，{reason}"
        assert attrs.evolve(HALF, **fields).explain("en").startswith("巡查: no points, ")

    @pytest.mark.parametrize(
        "fields",
        [{"rate": NO_TARGET}, {"award": Award("7.5")}],
        ids=["nothing was divided", "a person gave them"],
    )
    def test_given(self, fields):
        score = attrs.evolve(HALF, rule="awarded", **fields)
        assert score.explain() == "巡查：15 分得 7.50 分（定性评定，MOF-2020-10）"
        assert score.explain("en") == "巡查: 7.50 of 15 points (as a person judged, MOF-2020-10)"

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({"measure": "actual", "shown": "85%"}, "实际完成值 85%，得 15 分的 50.00% = 7.5"),
            ({"measure": "excess", "shown": "50.00%"}, "1减超出比例 50.00%，得 15 分的 50.00% = 7.5"),
            ({"measure": "excess"}, "15 × 26次 ÷ 52次 = 7.5"),
            (
                {"measure": "met", "shown": "100.00%", "share": Fraction(1), "points": Decimal("15.00")},
                "达标情况 100.00%，得满分 15.00 分",
            ),
            ({"measure": "own", "shown": "3级", "share": Fraction(1, 3)}, "得 15 分的 33.333333…% = 5"),
            ({"measure": "own", "shown": "3级"}, "计分依据 3级，得 15 分的 50.00%"),
        ],
        ids=["actual", "excess", "where the rate stands in", "met", "a share that does not end", "own"],
    )
    def test_measure(self, fields, said):
        assert said in attrs.evolve(HALF, **fields).explain()

    def test_what_was_taken_off_and_added_follows(self):
        """Before it the points of the rule, after it what they come to."""
        score = attrs.evolve(
            HALF,
            points=Decimal("5.30"),
            minus=Fraction(5, 3),
            corrections=(Correction(-1, "材料逾期"), Correction("0.5", "获奖")),
            notes=(Note("note.award-reason", {"reason": "验收合格"}),),
        )
        assert score.explain() == (
            "巡查：15 × 26次 ÷ 52次 = 7.5，取 7.50 分（按完成比例计分，MOF-2020-10）"
            "（按规则扣 1.666666… 分；-1 分：材料逾期；+0.5 分：获奖；最终得 5.30 分；理由：验收合格）"
        )
        assert score.explain("en").endswith(
            " (less 1.666666… by the rule; -1: 材料逾期; +0.5: 获奖; in the end 5.30 points;"
            " reason: 验收合格)"
        )

    def test_no_points_are_set(self):
        score = attrs.evolve(HALF, rule="no_points", points=Decimal("0.00"), full=Decimal(0))
        assert score.explain() == "巡查：未设分值，计 0.00 分（MOF-2020-10）"

    def test_a_correction_alone(self):
        score = attrs.evolve(HALF, points=Decimal("6.50"), corrections=(Correction(-1, "逾期"),))
        assert score.explain().endswith(
            "取 7.50 分（按完成比例计分，MOF-2020-10）（-1 分：逾期；最终得 6.50 分）"
        )

    @pytest.mark.parametrize(
        ("share", "said"),
        [
            (Fraction(1, 2), "50.00%"),
            (Fraction(1, 10**4), "0.01%"),
            (Fraction(1, 10**5), "0.001%"),
            (Fraction(2, 3), "66.666666…%"),
        ],
        ids=str,
    )
    def test_a_share_says_as_much_as_the_product_needs(self, share, said):
        score = attrs.evolve(HALF, share=share, rate=Rate(Fraction(9, 10)))
        assert f"得 15 分的 {said} = " in score.explain()

    def test_nothing_is_taken_off_what_is_undefined(self):
        score = attrs.evolve(HALF, points=NO_TARGET, share=NO_TARGET, corrections=(Correction(-1, "逾期"),))
        assert score.explain() == "巡查：无法计分，没有指标值"

    def test_one_line(self):
        assert attrs.evolve(HALF, name="巡\n查\x1b").explain().startswith("巡 查\ufffd：15")

    def test_notes(self):
        notes = (
            Note("note.operator-inferred", {"operator": "≥"}),
            Note("note.actual-unit-assumed", {"unit": "次"}),
        )
        score = attrs.evolve(HALF, notes=notes)
        assert score.explain().endswith("（未写运算符号，按≥推定；实际完成值未写单位，按次计）")
        assert score.explain("en").endswith(
            " (no operator is printed: ≥ is inferred; the bare actual takes the unit 次)"
        )

    def test_no_exponents(self):
        score = attrs.evolve(HALF, points=Decimal("0E-8"), full=Decimal("1E+1"))
        assert "巡查：10 × 26次 ÷ 52次 = 5，取 0.00000000 分" in score.explain()

    def test_rule_of_somebodys_own(self):
        assert "（省级分档，MOF-2020-10）" in attrs.evolve(HALF, rule="省级分档").explain()
        assert "(省级分档, MOF-2020-10)" in attrs.evolve(HALF, rule="省级分档").explain("en")


class TestUnrounded:
    def test_exact(self):
        assert HALF.unrounded == Fraction(15, 2)

    @pytest.mark.parametrize(
        ("fields", "unrounded"),
        [
            ({"minus": Fraction(5, 2)}, Fraction(5)),
            ({"minus": Fraction(15, 2)}, Fraction(0)),
            ({"minus": Fraction(8)}, Fraction(0)),
            ({"corrections": (Correction("7.5", "补"),)}, Fraction(15)),
            ({"corrections": (Correction("7.51", "补"),)}, Fraction(15)),
            ({"corrections": (Correction("-7.51", "扣"),)}, Fraction(0)),
            ({"minus": Fraction(8), "corrections": (Correction(1, "补"),)}, Fraction(1)),
        ],
        ids=["off", "to nothing", "below it", "to all", "above it", "corrected below", "floored first"],
    )
    def test_never_below_nothing_and_never_above_the_weight(self, fields, unrounded):
        assert attrs.evolve(HALF, **fields).unrounded == unrounded

    def test_without_points_there_are_none(self):
        """The share of an approximate actual is known, and the points are not."""
        reason = Undefined("undefined.approximation-decides", {"actual": "约26次", "margin": "10%"})
        assert attrs.evolve(HALF, points=reason).unrounded == reason

    @pytest.mark.parametrize(
        ("fields", "unrounded"),
        [({"full": NO_WEIGHT}, NO_WEIGHT), ({"share": NO_TARGET}, NO_TARGET)],
        ids=str,
    )
    def test_undefined(self, fields, unrounded):
        assert attrs.evolve(HALF, **fields).unrounded == unrounded


class TestEarned:
    def test_before_anything_is_taken_off_or_added(self):
        score = attrs.evolve(
            HALF, minus=Fraction(1), corrections=(Correction(-1, "逾期"),), points=Decimal("5.50")
        )
        assert str(score.earned) == "7.50"

    @pytest.mark.parametrize(
        ("share", "earned"), [(Fraction(3, 2), "15.00"), (Fraction(-1), "0.00"), (Fraction(10**90), "15.00")]
    )
    def test_a_rule_of_somebodys_own_goes_no_further(self, share, earned):
        assert str(attrs.evolve(HALF, share=share).earned) == earned

    @pytest.mark.parametrize(
        ("fields", "reason"),
        [
            ({"full": NO_WEIGHT}, NO_WEIGHT),
            ({"share": NO_TARGET}, NO_TARGET),
            ({"full": NO_WEIGHT, "share": NO_TARGET}, NO_WEIGHT),
        ],
        ids=["full", "share", "both"],
    )
    def test_undefined(self, fields, reason):
        assert attrs.evolve(HALF, **fields).earned == reason


class TestPossible:
    def test_known_points_are_both(self):
        assert HALF.possible == (Decimal("7.50"), Decimal("7.50"))

    def test_known_points_go_first(self):
        assert attrs.evolve(HALF, within=(Decimal(1), Decimal(2))).possible == (
            Decimal("7.50"),
            Decimal("7.50"),
        )

    def test_what_is_known_of_open_ones(self):
        within = (Decimal("12.00"), Decimal("15.00"))
        assert attrs.evolve(HALF, points=NO_TARGET, within=within).possible == within

    def test_else_from_nothing_to_the_weight(self):
        assert attrs.evolve(HALF, points=NO_TARGET).possible == (0, 15)

    def test_without_a_weight_nothing_is_known(self):
        assert attrs.evolve(HALF, points=NO_WEIGHT, full=NO_WEIGHT).possible == NO_WEIGHT


class TestRound:
    @pytest.mark.parametrize(
        ("digits", "mode", "rounded"),
        [
            (2, "half_up", "0.13"),
            (2, "half_even", "0.12"),
            (1, "half_even", "0.1"),
            (0, "half_up", "0"),
            (34, "half_up", "0.125" + "0" * 31),
        ],
    )
    def test_as_said(self, digits, mode, rounded):
        assert str(attrs.evolve(HALF, digits=digits, mode=mode).round(Fraction(1, 8))) == rounded

    @pytest.mark.parametrize("digits", [-1, 35])
    def test_no_such_digits(self, digits):
        with pytest.raises(DataError) as caught:
            attrs.evolve(HALF, digits=digits)
        assert (caught.value.code, caught.value.path) == ("data.digits", "digits")

    @pytest.mark.parametrize("mode", ["", "down", "HALF_UP", None])
    def test_no_such_mode(self, mode):
        with pytest.raises(DataError) as caught:
            attrs.evolve(HALF, mode=mode)
        assert (caught.value.code, caught.value.path) == ("data.choice", "mode")


def test_shows_what_is_not_the_default():
    assert repr(HALF).split("\n") == [
        "Score(",
        "    name='巡查',",
        "    points=Decimal('7.50'),",
        "    full=Decimal('15'),",
        "    rule='proportional',",
        "    rate=Rate(50.00%),",
        "    share=Fraction(1, 2),",
        "    standard='MOF-2020-10',",
        ")",
    ]
    assert repr(attrs.evolve(HALF, applicable=False)).endswith("    applicable=False,\n)")


@pytest.mark.parametrize(
    ("above", "below", "text"),
    [
        (0, 7, "0"),
        (300, 19, "15.789473…"),
        (5, 2, "2.5"),
        (1, 10**6, "0.000001"),
        (1, 10**7, "0…"),
        (10**7, 10, "1000000"),
    ],
)
def test_a_pocket_calculator(above, below, text):
    assert quotient(above, below) == text
    assert decimals(Fraction(-above, below)) == (f"-{text}" if above else text)
