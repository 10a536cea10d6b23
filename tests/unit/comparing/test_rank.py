"""Ranks: who is ahead, who is level, and who has no rank."""

from decimal import Decimal
from fractions import Fraction

import pytest

import govperf as gp
from govperf.comparing import rank
from govperf.model import Award, Correction


def form(actual, *more, executed="100万元", **fields):
    first = gp.Indicator("满意度", target="≥100%", actual=actual, weight=90)
    budget = gp.Budget(2023, adjusted="100万元", executed=executed)
    return gp.Evaluation(
        "某局", 2023, budget=budget, goals=[gp.Goal("目标", indicators=[first, *more])], **fields
    )


FORMS = {"丁": form("80%"), "乙": form("90%"), "甲": form("100%"), "丙": form("90%")}


@pytest.mark.parametrize(
    ("ties", "ranks"), [("min", [1, 2, 2, 4]), ("dense", [1, 2, 2, 3]), ("max", [1, 3, 3, 4])]
)
def test_equal_totals_share_a_rank(ties, ranks):
    found = rank(FORMS, ties=ties)
    assert [place.name for place in found] == ["甲", "乙", "丙", "丁"]
    assert [place.rank for place in found] == ranks
    assert [place.value for place in found] == [100, 91, 91, 82]


def test_cards_and_evaluations_together():
    cards = {"甲": gp.evaluate(form("100%")), "乙": form("90%")}
    assert [(place.name, place.rank, place.grade.label) for place in rank(cards)] == [
        ("甲", 1, "优"),
        ("乙", 2, "优"),
    ]


def test_no_total_no_rank():
    found = rank({"甲": form("好"), "乙": form("0%", executed="0万元"), "丙": form(None)})
    assert [place.name for place in found] == ["乙", "甲", "丙"]
    assert (found[0].rank, found[0].value) == (1, 0)
    for place in found[1:]:
        assert isinstance(place.rank, gp.Undefined)
        assert place.rank == place.value == place.grade
    assert found[1].explain("en") == "甲: no rank, 1 of 2 scores are undefined"
    assert found[0].explain("en") == "1. 乙: 0.00"
    assert rank({}) == ()


def test_displayed_or_unrounded():
    forms = {"甲": form("33.334%"), "乙": form("33.335%")}  # 30.0006 and 30.0015
    assert [place.rank for place in rank(forms)] == [1, 1]
    found = rank(forms, on="unrounded")
    assert [(place.name, place.rank, place.value) for place in found] == [
        ("乙", 1, Fraction("40.0015")),
        ("甲", 2, Fraction("40.0006")),
    ]


def test_unrounded_is_the_sum_of_the_unrounded_points():
    evaluation = form("33.333%")
    (place,) = rank({"甲": evaluation}, on="unrounded")
    assert place.value == sum(score.unrounded for score in gp.evaluate(evaluation))


def test_what_a_person_gives_counts_before_rounding_too():
    judged = gp.Indicator("效果", target="明显", actual="明显", weight=10, award=Award("8.5"))
    (place,) = rank({"甲": form("33.333%", judged)}, on="unrounded")
    assert place.value == Fraction("29.9997") + 10 + Fraction("8.5")
    (place,) = rank({"甲": form("33.333%", corrections=[Correction("-2", "逾期")])}, on="unrounded")
    assert place.value == Fraction("29.9997") + 10 - 2


def test_a_card_whose_points_say_less_than_its_total():
    """A score without its exact share counts as displayed; a rounding of the whole does not count."""
    card = gp.evaluate(form("33.333%"))  # 30.00 + 10.00
    known = gp.Undefined("undefined.target-missing")
    bare = gp.Score(
        name="甲", points=Decimal("3.50"), full=Decimal(5), rule="", rate=known, share=known, standard=""
    )
    other = gp.Scorecard(
        scores=(*card.scores, bare),
        budget_score=card.budget_score,
        total=Decimal("43.49"),
        full=card.full,
        grade=card.grade,
        standard="",
        version="",
    )
    (place,) = rank({"甲": other}, on="unrounded")
    assert place.value == Fraction("29.9997") + 10 + Fraction("3.5")


def test_the_rule_book_for_evaluations():
    book = gp.standard("MOF-2021-101")
    (place,) = rank({"甲": form("80%")}, standard=book)
    assert place.value == Fraction(gp.evaluate(form("80%"), standard=book).total)


@pytest.mark.parametrize(("policy", "value"), [("on", "rounded"), ("ties", "average")])
def test_other_policies_are_refused(policy, value):
    with pytest.raises(ValueError, match=f"{policy} is '.*' or '.*', not '{value}'"):
        rank(FORMS, **{policy: value})


def test_other_members_are_refused():
    with pytest.raises(TypeError):
        rank({"甲": 91})
