"""Laws of what a notebook shows: whatever is in an object, its HTML is whole and harmless."""

import pytest
from html_shown import Whole
from hypothesis import given
from hypothesis import strategies as st

import govperf as gp
from govperf import testing
from govperf.layout import width

SHOWN = {
    "quantities": testing.quantities,
    "units": testing.units,
    "targets": testing.targets,
    "actuals": testing.actuals,
    "indicators": testing.indicators,
    "budgets": testing.budgets,
    "departments": testing.departments,
    "evaluations": testing.evaluations,
    "scorecards": testing.scorecards,
    "findings": testing.findings,
    "reviews": testing.reviews,
}

BOOK = gp.standard()

every = pytest.mark.parametrize("strategy", SHOWN)


def holds(value):
    html = value._repr_html_()
    assert html == value._repr_html_()
    Whole().read(html)


@every
def test_what_is_shown_is_whole_and_harmless(strategy):
    given(SHOWN[strategy]())(holds)()


@given(testing.evaluations())
def test_what_follows_from_a_form_is_shown(evaluation):
    card = gp.evaluate(evaluation, standard=BOOK)
    for value in (*card, card.total, card.grade, gp.review(evaluation, standard=BOOK)):
        if hasattr(value, "_repr_html_"):
            holds(value)
    for check in gp.cross_checks(evaluation):
        holds(check)
    for _, indicator in evaluation.indicators():
        holds(gp.Undefined("undefined.target-text", {"text": indicator.name}))
        for cell in (indicator.target, indicator.actual):
            if cell is not None:
                holds(cell)


@given(testing.evaluations(), testing.evaluations())
def test_two_forms_beside_each_other_are_shown(before, after):
    holds(gp.compare(before, after, standard=BOOK))
    for place in gp.rank({"甲": before, "<乙>": after}, standard=BOOK):
        holds(place)


@every
def test_lines_of_the_call_are_not_wider_than_a_terminal(strategy):
    @given(SHOWN[strategy]())
    def fits(value):
        assert max(map(width, repr(value).split("\n"))) <= 80

    fits()


@given(st.text(), st.text())
def test_no_name_becomes_markup(name, text):
    holds(gp.Undefined(name, {"text": text}))
    holds(
        gp.Findings(
            [gp.Finding(name, gp.Severity.HINT, text, {"name": text}, figures=[gp.Figure(text, name)])]
        )
    )
