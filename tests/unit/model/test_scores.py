"""What a score and a scorecard say of themselves."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from govperf.model import Grade, Note, Rate, Score, Scorecard, Undefined

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
        assert f"{rate} earns 50.00% of 15 = 7.5, rounded to 7.50 points" in score.explain("en")

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
            ({"rate": NO_TARGET}, "没有指标值"),
        ],
        ids=["weight", "target", "full alone", "share alone", "rate alone"],
    )
    def test_undefined(self, fields, reason):
        assert attrs.evolve(HALF, **fields).explain() == f"巡查：无法计分，{reason}"
        assert attrs.evolve(HALF, **fields).explain("en").startswith("巡查: no points, ")

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
        [({"full": NO_WEIGHT}, NO_WEIGHT), ({"share": NO_TARGET}, NO_TARGET)],
        ids=str,
    )
    def test_undefined(self, fields, unrounded):
        assert attrs.evolve(HALF, **fields).unrounded == unrounded


class TestScorecard:
    budget = attrs.evolve(HALF, name="预算执行率", points=Decimal("2.50"), full=Decimal(10))
    card = Scorecard(
        scores=(HALF,),
        budget_score=budget,
        total=Decimal("10.00"),
        full=Decimal(25),
        grade=Grade("差", "poor", Decimal(0)),
        standard="MOF-2020-10",
        version="0",
    )

    def test_all_scores(self):
        assert list(self.card) == [self.budget, HALF]

    def test_explain(self):
        assert self.card.explain().split("\n") == [
            self.budget.explain(),
            HALF.explain(),
            "总分：2.50 + 7.50 = 10.00，等级“差”（MOF-2020-10）",
        ]
        assert (
            self.card.explain("en").split("\n")[-1] == "total: 2.50 + 7.50 = 10.00, grade poor (MOF-2020-10)"
        )

    def test_undefined(self):
        reason = Undefined("undefined.total", {"count": 1, "of": 2})
        card = attrs.evolve(self.card, total=reason, grade=reason)
        assert card.explain().split("\n")[-1] == "总分：无法确定，2项得分中有1项无法确定"
        assert card.explain("en").split("\n")[-1] == "total: undefined, 1 of 2 scores are undefined"

    @pytest.mark.parametrize("field", ["total", "grade"])
    def test_either_is_undefined(self, field):
        card = attrs.evolve(self.card, **{field: NO_WEIGHT})
        assert card.explain().split("\n")[-1] == "总分：无法确定，表中没有分值"

    def test_notes_come_last(self):
        card = attrs.evolve(self.card, notes=(Note("note.weights-sum", {"sum": 25, "full": 100}),))
        assert card.explain().split("\n")[-1] == "分值合计25，不是100"
