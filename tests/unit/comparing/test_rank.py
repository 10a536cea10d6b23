"""Ranks: who is ahead, who is level, and who has no rank."""

import json
from decimal import Decimal
from fractions import Fraction
from unittest.mock import patch

import attrs
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
    assert found[1].explain("en") == "甲: no rank, 1 of 2 scores are undefined: 满意度"
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


@pytest.mark.parametrize("rows", [0, 10, 60])
@pytest.mark.parametrize("points", ["-0.05", "-0.01", "0.01", "3"])
def test_a_small_correction_counts_before_rounding_too(rows, points):
    more = [gp.Indicator(f"{i}", target="≥1次", actual="1次", weight=0) for i in range(rows)]
    one = form("90%", *more)
    forms = {"甲": one, "乙": attrs.evolve(one, corrections=[Correction(points, "迟报")])}
    for on in ("displayed", "unrounded"):
        found = {place.name: place for place in rank(forms, on=on)}
        assert (found["甲"].rank < found["乙"].rank) is (Decimal(points) < 0)
        assert found["乙"].value - found["甲"].value == Fraction(points)


def test_a_card_that_does_not_say_its_total_before_rounding():
    card = attrs.evolve(gp.evaluate(form("90%")), unrounded=None)
    (place,) = rank({"甲": card}, on="unrounded")
    assert place.rank == place.value == gp.Undefined("undefined.no-unrounded")
    assert place.explain("en") == "甲: no rank, the card does not say its total before rounding"
    assert rank({"甲": card})[0].rank == 1


def test_the_missing_rows_are_named():
    more = [gp.Indicator(name, target="明显", actual="明显", weight=1) for name in "子丑寅"]
    two, four = rank({"甲": form(None, more[0]), "乙": form(None, *more)})
    assert two.missing == ("满意度", "子")
    assert two.explain() == "甲：不排名，3项得分中有2项无法确定：满意度、子"
    assert four.missing == ("满意度", "子", "丑", "寅")
    assert four.explain("en") == "乙: no rank, 4 of 5 scores are undefined: 满意度, 子, 丑, …"


def test_thousands_of_places():
    card = gp.evaluate(form("90%"))
    cards = {f"{i}": attrs.evolve(card, total=Decimal(i // 2)) for i in range(4000)}
    with patch("govperf.comparing.places.sorted", side_effect=sorted, create=True) as sorts:
        found = rank(cards)
    assert [found[i].rank for i in (0, 1, 2, 3, 3998, 3999)] == [1, 1, 3, 3, 3999, 3999]
    assert sorts.call_count == 2


def test_records_are_plain_data():
    forms = {"甲": form("33.335%"), "乙": form("很好")}
    ranked, unranked = (place.record("en") for place in rank(forms, on="unrounded"))
    assert ranked == {"name": "甲", "rank": 1, "value": "40.0015", "grade": "poor", "missing": []}
    reason = {"undefined": "undefined.total", "reason": "1 of 2 scores are undefined"}
    assert unranked == {"name": "乙", "rank": reason, "value": reason, "grade": reason, "missing": ["满意度"]}
    assert json.loads(json.dumps([ranked, unranked])) == [ranked, unranked]
    (third,) = rank(
        {"丙": form("1000%", gp.Indicator("a", target="3次", actual="1次", weight=1))}, on="unrounded"
    )
    assert third.record()["value"] == "301/3"


def test_the_rule_book_for_evaluations():
    book = gp.standard("MOF-2021-101")
    (place,) = rank({"甲": form("80%")}, standard=book)
    assert place.value == Fraction(gp.evaluate(form("80%"), standard=book).total)


@pytest.mark.parametrize(("policy", "value"), [("on", "rounded"), ("ties", "average")])
def test_other_policies_are_refused(policy, value):
    with pytest.raises(ValueError, match=f"{policy} is '.*' or '.*', not '{value}'"):
        rank(FORMS, **{policy: value})


@pytest.mark.parametrize(
    ("cards", "error"),
    [
        ({"甲": 91}, "甲: expected a Scorecard or an Evaluation, not int"),
        ([form("80%")], "cards: expected a mapping of names to scorecards or evaluations, not list"),
        (form("80%"), "cards: expected a mapping of names to scorecards or evaluations, not Evaluation"),
    ],
)
def test_other_members_are_refused(cards, error):
    with pytest.raises(TypeError, match=error):
        rank(cards)


@pytest.mark.parametrize("cards", [{}, {"甲": form("80%")}, {"甲": gp.evaluate(form("80%"))}])
def test_the_name_of_a_rule_book_is_none(cards):
    with pytest.raises(TypeError, match="expected ScoringStandard, not str"):
        rank(cards, standard="MOF-2021-101")
