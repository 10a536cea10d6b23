"""govperf against the naive engine, after the naive engine against the worked examples of the regulations."""

from fractions import Fraction
from random import Random

import naive_engine as naive
import pytest
from agreement import NAMES, book_of, differences, disagreement, evaluation, standard_of
from drawn_sheets import sheet
from naive_engine import BOOKS, Row, Sheet

from govperf.scoring import evaluate

FORMS = 3_000
USUAL, CENTRAL, HUBEI = (BOOKS[name] for name in ("MOF-2020-10", "MOF-2021-101", "HUBEI-2020"))
HALF = Fraction(1, 2)


def figure(text):
    return Fraction(str(text))


def row(weight, binds, wanted, actual, **more):
    return Row(
        weight=figure(weight), binds=binds, wanted=figure(wanted), actual=figure(actual), group="产出", **more
    )


def points(made, book=USUAL):
    return naive.scored(made, book).points


WORKED = {
    "85 of 100": (row(15, ">=", 100, 85), USUAL, "12.75"),
    "a tie goes up": (row(3, ">=", 24, 5), USUAL, "0.63"),
    "75 % of 95 %": (row(20, ">=", 95, 75), USUAL, "15.79"),
    "75 % of 95 % above a pass line": (row(20, ">=", 95, 75), CENTRAL, "9.47"),
    "85 % above a pass line": (row(15, ">=", 100, 85), CENTRAL, "9.38"),
    "on the pass line": (row(15, ">=", 100, 60), CENTRAL, "0"),
    "30 hours for 24": (row(10, "<=", 24, 30), USUAL, "8"),
    "30 hours for 24 by excess": (row(10, "<=", 24, 30), USUAL._replace(reverse="excess"), "7.5"),
    "48 hours for 24 by excess": (row(10, "<=", 24, 48), USUAL._replace(reverse="excess"), "0"),
    "8 for 5": (row(10, "<=", 5, 8), USUAL, "6.25"),
    "8 for 5 by excess": (row(10, "<=", 5, 8), USUAL._replace(reverse="excess"), "4"),
    "103.2 % by complete points": (row(5, "<=", 100, 103.2), USUAL._replace(reverse="floor"), "3.5"),
    "103.2 % by begun points": (row(5, "<=", 100, 103.2), USUAL._replace(reverse="ceil"), "3"),
    "no accidents": (row(10, "=", 0, 0), USUAL, "10"),
    "an accident": (row(10, "<=", 0, 1), USUAL, "0"),
    "14 of exactly 12": (row(10, "=", 12, 14), USUAL, "10"),
    "less than nothing": (row(10, ">=", 12, -3), USUAL, "0"),
    "540 of 60": (row(10, ">=", 60, 540), USUAL, "10"),
    "81 % satisfied for 90 %": (row(10, ">=", 90, 81, satisfaction=True, percent=Fraction(1)), USUAL, "9"),
    **{
        f"{percent} % satisfied": (
            row(10, ">=", 95, percent, satisfaction=True, percent=Fraction(1)),
            CENTRAL,
            worth,
        )
        for percent, worth in (
            ("92", "10"),
            ("90", "10"),
            ("89.99", "8"),
            ("80", "8"),
            ("79.9", "5"),
            ("60", "5"),
            ("59.9", "0"),
        )
    },
}


@pytest.mark.parametrize(("made", "book", "worth"), WORKED.values(), ids=WORKED)
def test_worked_scores(made, book, worth):
    assert points(made, book) == Fraction(worth)


@pytest.mark.parametrize(
    ("book", "label", "award", "worth"),
    [
        (USUAL, "达成年度指标", "8", "8"),
        (USUAL, "达成年度指标", "7.995", "8"),
        (USUAL, "达成年度指标", "7.99", None),
        (USUAL, "部分达成年度指标并具有一定效果", "7.99", "7.99"),
        (USUAL, "部分达成年度指标并具有一定效果", "8", None),
        (USUAL, "部分达成年度指标并具有一定效果", "5.99", None),
        (USUAL, "未达成年度指标且效果较差", "5.99", "5.99"),
        (HUBEI, "部分达成年度指标并具有一定效果", "5", "5"),
        (HUBEI, "部分达成年度指标并具有一定效果", "4.99", None),
    ],
)
def test_worked_awards(book, label, award, worth):
    made = Row(weight=Fraction(10), level=label, award=Fraction(award))
    assert points(made, book) == (None if worth is None else Fraction(worth))


@pytest.mark.parametrize(
    ("book", "rate", "finished", "worth"),
    [
        (USUAL, Fraction("154.74") / Fraction("310.20"), None, "4.99"),
        (USUAL, Fraction("1.1"), None, "10"),
        (CENTRAL, Fraction("0.8"), False, "7"),
        (CENTRAL, Fraction("0.7999"), False, "5"),
        (CENTRAL, Fraction("0.6"), None, "5"),
        (CENTRAL, Fraction("0.5999"), False, "0"),
        (CENTRAL, Fraction("0.5"), True, "10"),
        (HUBEI, Fraction("0.95"), None, "19"),
    ],
)
def test_worked_executions(book, rate, finished, worth):
    assert naive.execution(Sheet((), rate, finished=finished), book)[1].points == Fraction(worth)


@pytest.mark.parametrize(
    ("total", "grades", "label"),
    [
        ("90", (90, 80, 60), "优"),
        ("89.99", (90, 80, 60), "良"),
        ("83.28", (90, 80, 60), "良"),
        ("60", (90, 80, 60), "中"),
        ("59.99", (90, 80, 60), "差"),
        ("80", (80, 70, 60), "优"),
    ],
)
def test_worked_grades(total, grades, label):
    assert naive.graded(Fraction(total), USUAL._replace(grades=grades)) == label


@pytest.mark.parametrize(
    ("rate", "most"), [("0.8", 100), ("0.79", 89), ("0.7", 89), ("0.6", 79), ("0.5", 69), ("0.49", 59)]
)
def test_worked_caps(rate, most):
    assert naive.cap_of(Fraction(rate)) == most


def test_worked_conversion():
    """82 points of the 95 that apply are 86.32 of 100."""
    rows = (row(85, ">=", 85, 72), Row(weight=Fraction(5), applies=False, group="产出"))
    found = naive.outcome(Sheet(rows, Fraction(1)), USUAL._replace(policy="redistribute"))
    assert found.total == Fraction("86.32")


@pytest.mark.parametrize(
    ("binds", "ends", "points"),
    [
        (">=", (100, 120), 20),
        (">", (100, 120), None),
        (">=", (99, 120), None),
        ("<=", (90, 100), 20),
        ("<", (90, 100), None),
        ("<=", (90, 101), None),
    ],
)
def test_worked_ranges(binds, ends, points):
    """A range counts where both of its ends meet the target and earn the same."""
    one = row(20, binds, 100, ends[0])._replace(far=Fraction(ends[1]))
    assert naive.scored(one, USUAL).points == points


def test_worked_range_that_decides():
    """From 1.3 on two points are taken off: 120 to 140 of 100 are 20 or 18."""
    one = row(20, ">=", 100, 120)._replace(far=Fraction(140))
    found = naive.scored(one, USUAL._replace(off_from=Fraction("1.3")))
    assert (found.points, found.bounds) == (None, (18, 20))


def test_worked_order():
    """What the rule takes off leaves nothing below 0, and only then counts what a person adds."""
    one = row(1, ">=", 100, 140)._replace(corrections=(Fraction("0.5"),))
    assert naive.scored(one, USUAL._replace(off_from=Fraction("1.3"))).points == Fraction("0.5")


def test_worked_weight_of_more_digits():
    """3.335 points are given whole, and not as 3.34."""
    assert naive.scored(row("3.335", ">=", 100, 100), USUAL).points == Fraction("3.335")


def test_worked_costs_are_outputs():
    """Until 2021: 1.005 and 1.005 of one first level are 2.01, and not 1.01 and 1.01."""
    rows = [row("1.005", ">=", 1, 1)._replace(group=group) for group in ("产出", "成本")]
    found = naive.outcome(Sheet(tuple(rows), Fraction(0)), USUAL._replace(rounds="level"))
    assert found.total == Fraction("2.01")


@pytest.mark.parametrize("name", NAMES)
def test_both_engines_agree(name):
    random = Random(f"2020 {name}")  # noqa: S311 - chance that repeats itself
    totals = 0
    for _ in range(FORMS // len(NAMES)):
        differs, _, found = disagreement(name, *sheet(random))
        assert not differs
        totals += found.total is not None
    assert totals > FORMS // len(NAMES) // 3


CHANGED = {
    "execution": 11,
    "by_bands": True,
    "pass_line": HALF,
    "middle": HALF,
    "met_or_not": True,
    "reverse": "excess",
    "off_from": Fraction(12, 10),
    "policy": "full",
    "rounds": "total",
    "digits": 1,
    "even": True,
    "capped": True,
    "grades": (90, 80, 61),
}


@pytest.mark.parametrize("field", naive.Book._fields[1:])
def test_each_figure_is_noticed(field):
    """A naive engine with one other figure does not agree: the comparison looks at each of them."""
    random = Random(10)  # noqa: S311 - chance that repeats itself
    book = book_of("MOF-2020-10")._replace(**{field: CHANGED[field]})
    for _ in range(2_000):
        cells, amounts, drawn = sheet(random)
        card = evaluate(evaluation(cells, amounts, drawn), standard=standard_of("MOF-2020-10"))
        if list(differences(card, naive.outcome(drawn, book), drawn, book)):
            return
    pytest.fail(f"no form shows {field}")
