"""Laws of every object that a form may hold: it is a value, it is written and read, it can be worked on."""

import copy
import pickle
from decimal import Decimal
from fractions import Fraction
from string import Formatter

import attrs
import pytest
from hypothesis import given

import govperf as gp
from govperf import model, testing
from govperf.errors import GovperfError, StandardError
from govperf.messages import MESSAGES
from govperf.standards import BUILT_IN
from govperf.testing import departments, evaluations, indicators, scorecards

AMOUNTS = ["quantities", "money", "percentages"]
RESULTS = [
    "rates",
    "completion_rates",
    "undefined_values",
    "notes",
    "grades",
    "scores",
    "scorecards",
    "findings",
    "reviews",
]
BOOKS = ["rules", "scoring_standards", "categories", "taxonomies", "common_indicators"]
OTHERS = {
    "readings",
    "checks",
    "check_sets",
    "hits",
    "review_forms",
    "review_rows",
    "numbers",
    "texts",
    "names",
    "target_cells",
    "actual_cells",
    "years",
    "points",
    "UnitKind",
    "CellKind",
}
PLAIN = {name for name in testing.__all__ if name.startswith(("a_", "an_", "explain_"))}
ELSEWHERE = {"units", "periods", *AMOUNTS, *RESULTS, *BOOKS, *OTHERS, *PLAIN}
FORMS = [name for name in testing.__all__ if name not in ELSEWHERE]

NAMES = {name: getattr(model, name) for name in model.__all__} | {
    "Decimal": Decimal,
    "Quantity": gp.Quantity,
    "Unit": gp.Unit,
}


def every(names):
    """A test of each strategy."""
    return pytest.mark.parametrize("strategy", [getattr(testing, name)() for name in names], ids=names)


def made(function, *arguments, **named):
    """What a function gives, or the error of govperf that it raises."""
    try:
        return function(*arguments, **named)
    except GovperfError as error:
        return error


@every(["units", "periods", "readings", *AMOUNTS, *FORMS, *RESULTS, *BOOKS])
def test_a_copy_is_the_same(strategy):
    @given(strategy)
    def holds(value):
        copies = [copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))]  # noqa: S301 - our own
        assert all(other == value for other in copies)
        assert {hash(other) for other in copies} == {hash(value)}

    holds()


@every(["periods", *FORMS, *RESULTS, *BOOKS])
def test_what_is_made_again_of_its_fields_is_the_same(strategy):
    @given(strategy)
    def holds(value):
        again = attrs.evolve(value)
        assert again == value
        assert hash(again) == hash(value)
        assert repr(again) == repr(value)

    holds()


@every(["units", "periods", *AMOUNTS, *FORMS])
def test_what_is_shown_is_the_call_that_makes_it(strategy):
    @given(strategy)
    def holds(value):
        assert eval(repr(value), NAMES) == value  # noqa: S307 - our own

    holds()


@every([*AMOUNTS, *FORMS, *RESULTS])
def test_json_loses_nothing(strategy):
    @given(strategy)
    def holds(value):
        text = made(gp.to_json, value)
        if isinstance(text, GovperfError):  # a sum of weights has more digits than a number that is read
            assert (type(value), text.code) == (gp.Scorecard, "quantity.digits")
        else:
            again = gp.from_json(text, type(value))
            assert again == value
            assert gp.to_json(again) == text

    holds()


@given(evaluations())
def test_whatever_is_in_a_form_is_reviewed_and_reported(evaluation):
    for finding in gp.review(evaluation):
        assert finding.explain("zh")
        assert finding.explain("en")
    assert gp.report(evaluation)
    gp.suspects(gp.cross_checks(evaluation))


@given(evaluations())
def test_only_an_unknown_rule_book_cannot_be_followed(evaluation):
    card = made(gp.evaluate, evaluation)
    if evaluation.standard in ("", *BUILT_IN):
        assert len(card.scores) == sum(1 for _ in evaluation.indicators())
    else:
        assert (type(card), card.code) == (StandardError, "standard.unknown")


@given(scorecards())
def test_a_scorecard_explains_every_score(card):
    sums = (
        1 + bool(card.within)
        if isinstance(card.total, gp.Undefined)
        else 1 + bool(card.steps) + len(card.steps)
    )
    for lang in ("zh", "en"):
        lines = card.explain(lang).split("\n")
        assert len(lines) == 1 + len(card.scores) + sums + len(card.notes)


@given(scorecards())
def test_a_scorecard_says_the_way_to_every_figure(card):
    for trace in (card.trace(), *(score.trace() for score in card)):
        for note in trace:
            wanted = {
                field for text in MESSAGES[note.code] for _, field, *_ in Formatter().parse(text) if field
            }
            assert wanted <= set(dict(note.details))
    for score in card:
        last = [dict(note.details) for note in score.trace() if note.code == "trace.points"]
        known = [score.points] if isinstance(score.points, Decimal) else []
        assert [found["points"] for found in last] == [f"{points:f}" for points in known]


@given(scorecards())
def test_points_are_rounded_once(card):
    for score in card:
        if isinstance(score.points, Decimal):
            whole = score.unrounded >= Fraction(score.full)  # all of a weight is given as it is
            assert score.points == (score.full if whole else min(score.round(score.unrounded), score.full))
            assert 0 <= score.points <= score.full
        else:
            assert score.unrounded == score.points


@given(scorecards())
def test_what_can_be_is_an_interval(card):
    for one in (card, *card):
        if isinstance(one.possible, gp.Undefined):
            continue
        low, high = one.possible
        assert 0 <= low <= high
    assert {score.path for score in card.missing} <= {score.path for score in card}
    assert bool(card.missing) <= isinstance(card.total, gp.Undefined)


@given(departments())
def test_a_department_counts_those_of_its_units(department):
    own = [unit.staffing for unit in department.walk() if unit.staffing]
    staffing = made(lambda: department.total_staffing)
    if isinstance(staffing, GovperfError):
        assert staffing.code == "quantity.digits"
    elif own:
        assert staffing.actual == sum(each.actual for each in own)
        assert staffing.posts == sum(each.posts for each in own)
    else:
        assert staffing is None


@given(indicators())
def test_an_indicator_is_scored_or_said_to_compare_two_kinds(indicator):
    score = made(gp.score, indicator, year=2024)
    if isinstance(score, GovperfError):
        assert score.code == "unit.mixed"
    else:
        assert isinstance(score.points, gp.Undefined) or 0 <= score.points <= indicator.weight
