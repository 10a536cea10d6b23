"""Why two objects differ: each of the usual slips is named, each place has its path."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govperf as gp
from govperf.limits import LIMITS
from govperf.testing import (
    a_goal,
    a_scorecard,
    an_evaluation,
    an_indicator,
    evaluations,
    explain_difference,
    quantities,
)

Q = gp.Quantity
SLIP = "a unit or the decimal point may have slipped"
NUMBER = "a quantity is never equal to a number: compare its magnitude, or give the number its unit"


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (Q(3, "万元"), Q(3, "元"), "3万元 ≠ 3元 (the same number, but 1 万元 is 10,000 元)"),
        (Q(3, "亩"), Q(3, "公顷"), "3亩 ≠ 3公顷 (the same number, but 1 公顷 is 15 亩)"),
        (Q(3, "秒"), Q(3, "天"), "3秒 ≠ 3天 (the same number, but 1 天 is 86,400 秒)"),
        (Q(30, "万元"), Q(3, "万元"), f"30万元 ≠ 3万元 (30万元 is 10 times 3万元: {SLIP})"),
        (Q(-3, "万元"), Q(-30, "元"), f"-3万元 ≠ -30元 (-3万元 is 1,000 times -30元: {SLIP})"),
        (Q(3, "万元"), Q(-30, "万元"), "3万元 ≠ -30万元"),
        (Q(20, "万元"), Q(3, "万元"), "20万元 ≠ 3万元"),
        (Q(1, "万元"), Q(2, "万元"), "1万元 ≠ 2万元"),
        (Q(0, "万元"), Q(2, "元"), "0万元 ≠ 2元"),
        (Q(2, "亩"), Q(4, "公顷"), "2亩 ≠ 4公顷 (2亩 is 0.1333333333333333333333333333333333公顷)"),
        (Q(3, "人"), Q(3, "人次"), "3人 ≠ 3人次 (人 and 人次 do not measure the same thing)"),
        (Q(5, "%"), Q(5, "个百分点"), "5% ≠ 5个百分点 (% and 个百分点 do not measure the same thing)"),
        (Q(3), Q(3, "人"), "3 ≠ 3人 (one is a bare number, the other is counted in 人)"),
        (Q(3, "人"), Q(3), "3人 ≠ 3 (one is a bare number, the other is counted in 人)"),
    ],
)
def test_two_amounts(one, other, said):
    assert explain_difference(one, other) == said


@pytest.mark.parametrize(
    ("fine", "coarse", "same"),
    [
        (Q("90.985", "万元"), Q("90.99", "万元"), True),
        (Q("90.984", "万元"), Q("90.99", "万元"), False),
        (Q(909_850, "元"), Q("90.99", "万元"), True),
        (Q("0.4", "万元"), Q(0, "万元"), False),
        (Decimal("99.5"), 100, True),
        (Decimal("99.4"), 100, False),
    ],
)
def test_what_is_equal_once_it_is_rounded(fine, coarse, same):
    said = f"equal once {fine} is rounded to {coarse}"
    assert (said in explain_difference(fine, coarse)) is same
    assert (said in explain_difference(coarse, fine)) is same


def test_a_unit_that_is_too_small_for_the_number_is_no_rounding():
    much, little = Q(10**LIMITS.digits - 1, "亿元"), Q("0.1", "元")
    assert "rounded" not in explain_difference(much, little)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (Q(3, "人"), Decimal(3), NUMBER),
        (Q(3, "人"), 3, NUMBER),
        (Q(3, "人"), 3 / 1, NUMBER),
        (Q(3, "人"), Fraction(3), NUMBER),
        (Q(3, "人"), "3人", "a quantity is never equal to a text: read the text by Quantity.parse"),
        (Decimal("0.1"), 1 / 10, "0.1 is a float, which is binary: compare with a Decimal"),
        (gp.Target("≥60条"), gp.Actual("60条"), "Target and Actual are never equal"),
        (gp.Target("≥60条"), Q(60, "条"), "Target and Quantity are never equal"),
        (gp.Rate(Fraction(1)), gp.Undefined("own"), "Rate and Undefined are never equal"),
        (gp.Unit.of("人"), gp.Unit.of("人次"), "人 and 人次 do not measure the same thing"),
    ],
)
def test_two_kinds(one, other, why):
    assert explain_difference(one, other).endswith(f"({why})")


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (gp.Target("≥60条"), gp.Target("≥60 条"), "≥60条 ≠ ≥60 条 (the same, written in another way)"),
        (gp.Target("≥60条"), gp.Target("≤60条"), "≥60条 ≠ ≤60条 (they differ in operator)"),
        (gp.Target("≥60条"), gp.Target("≥60人"), "≥60条 ≠ ≥60人 (条 and 人 do not measure the same thing)"),
        (gp.Actual("60条"), gp.Actual("近60条"), "60条 ≠ 近60条 (they differ in approximation, strict)"),
        (gp.Target("效果明显"), gp.Target("≥60条"), "效果明显 ≠ ≥60条 (they differ in operator, quantity)"),
    ],
)
def test_two_cells(one, other, said):
    assert explain_difference(one, other) == said


def test_what_looks_the_same_is_shown_as_it_is_made():
    said = explain_difference(gp.Actual("3", heading="人"), gp.Actual("3", heading="人次"))
    assert "heading=Unit.of('人')" in said
    assert said.endswith("(人 and 人次 do not measure the same thing)")


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [(None, Decimal(3), "None ≠ 3"), (Fraction(1, 3), Decimal("0.33"), "1/3 ≠ 0.33"), (True, 2, "True ≠ 2")],
)
def test_of_some_values_there_is_nothing_to_be_said(one, other, said):
    assert explain_difference(one, other) == said


def test_a_number_too_long_for_an_amount_is_compared_without_a_reason():
    assert explain_difference(10**40, 10**41) == f"{10**40} ≠ {10**41}"


def test_each_difference_has_its_path():
    goal = a_goal(
        indicators=[an_indicator(actual="12场次", corrections=[gp.Correction(1, "早")]), an_indicator()]
    )
    goals = explain_difference(an_evaluation(), an_evaluation(year=2024, goals=[goal])).splitlines()
    assert goals[:5] == [
        "year: 2023 ≠ 2024",
        "goals[0].indicators: 3 ≠ 2 (the number of members)",
        "goals[0].indicators[0].actual: 12场 ≠ 12场次 (场 and 场次 do not measure the same thing)",
        "goals[0].indicators[0].corrections: 0 ≠ 1 (the number of members)",
        "goals[0].indicators[1].name: '受训人次' ≠ '演练场次'",
    ]


def test_a_scorecard_says_which_figure():
    card = a_scorecard()
    other = a_scorecard(
        total=Decimal("99.495"), scores=(attrs.evolve(card.scores[0], points=Decimal(5)), *card.scores[1:])
    )
    assert explain_difference(card, other).splitlines() == [
        f"scores[0].points: 50.00 ≠ 5 (50.00 is 10 times 5: {SLIP})",
        "total: 99.50 ≠ 99.495 (equal once 99.495 is rounded to 99.50)",
    ]


def test_named_tuples_lists_and_fields_that_are_not_compared():
    one, other = gp.Hit("$.budget", {"name": "甲"}), gp.Hit("$.goals", {"name": "甲"})
    assert explain_difference([one], [other]) == "[0].path: '$.budget' ≠ '$.goals'"
    assert explain_difference(one, other) == "path: '$.budget' ≠ '$.goals'"
    assert explain_difference(gp.Rate(Fraction(1), terms=("1", "1")), gp.Rate(Fraction(1))) == ""


@pytest.mark.parametrize(
    ("count", "last"),
    [(20, "[19]: 1 ≠ 2"), (21, "… and 1 more differences"), (25, "… and 5 more differences")],
)
def test_of_very_many_the_first_are_said(count, last):
    lines = explain_difference([1] * count, [2] * count).splitlines()
    assert len(lines) == min(count, 20) + (count > 20)
    assert lines[-1] == last


def test_it_speaks_chinese_too():
    said = explain_difference([Q(3, "万元"), *[1] * 20], [Q(3, "元"), *[2] * 20], lang="zh").splitlines()
    assert said[0] == "[0]: 3万元 ≠ 3元（数值相同，而1万元为10,000元）"
    assert said[-1] == "……另有1处不同"


@given(st.lists(quantities(), max_size=3) | evaluations(), st.lists(quantities(), max_size=3) | evaluations())
def test_what_is_equal_differs_nowhere_and_what_is_not_does(one, other):
    assert explain_difference(one, one) == ""
    assert bool(explain_difference(one, other)) is (one != other)


@given(quantities(), quantities())
def test_any_two_amounts_are_explained_from_both_sides(one, other):
    assert (
        bool(explain_difference(one, other))
        == bool(explain_difference(other, one, lang="zh"))
        == (one != other)
    )
