"""What a scorecard says of itself: its total, what is missing, what it can be, and the way to it."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from govperf.model import Grade, Note, Rate, Score, Scorecard, Undefined

OPEN = Undefined("undefined.target-missing")
TOTAL = Undefined("undefined.total", {"count": 1, "of": 2})
HALF = Score(
    name="巡查",
    points=Decimal("7.50"),
    full=Decimal(15),
    rule="proportional",
    rate=Rate(Fraction(1, 2), terms=("26次", "52次")),
    share=Fraction(1, 2),
    standard="MOF-2020-10",
    path="$.goals[0].indicators[0]",
)
BUDGET = attrs.evolve(HALF, name="预算执行率", points=Decimal("2.50"), full=Decimal(10), path="$.budget")
CARD = Scorecard(
    scores=(HALF,),
    budget_score=BUDGET,
    total=Decimal("10.00"),
    full=Decimal(25),
    grade=Grade("差", "poor", Decimal(0)),
    standard="MOF-2020-10",
    version="0",
)
CAP = Note("step.capped", {"rate": "40.00%", "cap": "9", "total": "10.00"})
WEIGHTS = Note("note.weights-sum", {"sum": 25, "full": 100})
NOBODY = attrs.evolve(CARD, scores=(attrs.evolve(HALF, points=OPEN),), total=TOTAL, grade=TOTAL)


def test_all_scores():
    assert list(CARD) == [BUDGET, HALF]


class TestExplain:
    def test_sum(self):
        assert CARD.explain().split("\n") == [
            BUDGET.explain(),
            HALF.explain(),
            "总分：2.50 + 7.50 = 10.00，等级“差”（MOF-2020-10）",
        ]
        assert CARD.explain("en").split("\n")[-1] == "total: 2.50 + 7.50 = 10.00, grade poor (MOF-2020-10)"

    def test_steps_follow_the_sum(self):
        card = attrs.evolve(CARD, total=Decimal(9), steps=(CAP,))
        assert card.explain().split("\n")[2:] == [
            "合计：2.50 + 7.50",
            "预算执行率 40.00%，总分 10.00 按 9 封顶",
            "总分：9，等级“差”（MOF-2020-10）",
        ]
        assert card.explain("en").split("\n")[2] == "sum: 2.50 + 7.50"

    def test_undefined(self):
        assert NOBODY.explain().split("\n")[-1] == "总分：无法确定，2项得分中有1项无法确定"
        assert NOBODY.explain("en").split("\n")[-1] == "total: undefined, 1 of 2 scores are undefined"

    def test_what_it_can_be_follows(self):
        card = attrs.evolve(NOBODY, within=(Decimal("2.50"), Decimal("17.50")))
        assert card.explain().split("\n")[-1] == "总分可能在 2.50 到 17.50 之间"
        assert card.explain("en").split("\n")[-1] == "it can be from 2.50 to 17.50"

    @pytest.mark.parametrize("field", ["total", "grade"])
    def test_either_is_undefined(self, field):
        card = attrs.evolve(CARD, **{field: OPEN})
        assert card.explain().split("\n")[-1] == "总分：无法确定，没有指标值"

    def test_notes_come_last(self):
        assert attrs.evolve(CARD, notes=(WEIGHTS,)).explain().split("\n")[-1] == "分值合计25，不是100"


class TestMissing:
    def test_none(self):
        assert CARD.missing == ()

    def test_the_budget_too(self):
        card = attrs.evolve(NOBODY, budget_score=attrs.evolve(BUDGET, points=OPEN))
        assert [score.name for score in card.missing] == ["预算执行率", "巡查"]
        assert card.missing[1].points == OPEN

    def test_what_does_not_apply_is_not_missing(self):
        (score,) = NOBODY.scores
        assert attrs.evolve(NOBODY, scores=(attrs.evolve(score, applicable=False),)).missing == ()


class TestPossible:
    def test_a_known_total_is_both(self):
        assert CARD.possible == (Decimal("10.00"), Decimal("10.00"))

    def test_between(self):
        card = attrs.evolve(NOBODY, within=(Decimal("2.50"), Decimal("17.50")))
        assert card.possible == (Decimal("2.50"), Decimal("17.50"))

    def test_nothing_is_known(self):
        assert NOBODY.possible == TOTAL


class TestTrace:
    def codes(self, card):
        return [note.code for note in card.trace()]

    def test_every_score_and_step(self):
        card = attrs.evolve(CARD, steps=(CAP,), notes=(WEIGHTS,), fingerprint="1f")
        assert self.codes(card) == [
            "trace.score",
            "trace.score",
            "step.capped",
            "trace.total",
            "trace.grade",
            "note.weights-sum",
        ]
        assert dict(card.trace()[1].details) == {
            "path": "$.goals[0].indicators[0]",
            "name": "巡查",
            "points": "7.50",
        }
        assert dict(card.trace()[3].details) == {
            "total": "10.00",
            "standard": "MOF-2020-10",
            "fingerprint": "1f",
            "version": "0",
        }

    def test_the_grade_in_both_languages(self):
        grade = CARD.trace()[-1]
        assert dict(grade.details) == {"grade_en": "poor", "grade_zh": "差", "lower": "0"}
        assert (grade.explain(), grade.explain("en")) == ("等级“差”：0 分起", "grade poor: from 0 on")

    def test_why_there_is_no_total(self):
        card = attrs.evolve(NOBODY, notes=(WEIGHTS,), within=(Decimal("2.50"), Decimal("17.50")))
        assert self.codes(card)[2:] == ["undefined.total", "card.within", "note.weights-sum"]
        assert dict(card.trace()[1].details)["points"] == ""
        assert dict(card.trace()[3].details) == {"low": "2.50", "high": "17.50"}
        assert self.codes(NOBODY)[2:] == ["undefined.total"]

    def test_why_there_is_no_grade(self):
        assert self.codes(attrs.evolve(CARD, grade=OPEN))[2:] == ["trace.total", "undefined.target-missing"]


def test_shows_what_is_not_the_default():
    assert repr(CARD).endswith("    standard='MOF-2020-10',\n    version='0',\n)")
    assert "fingerprint='1f'" in repr(attrs.evolve(CARD, fingerprint="1f"))
