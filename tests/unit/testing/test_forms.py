"""Strategies of forms: their arguments, their nesting, and what their smallest examples look like."""

import pytest
from hypothesis import Phase, find, given, settings

from govperf import testing
from govperf.limits import LIMITS
from govperf.messages import MESSAGES
from govperf.model import Department, Evaluation, Finding, Goal, Indicator, Severity, Undefined
from govperf.reviewing import review
from govperf.scoring import evaluate
from govperf.standards import BUILT_IN, standard
from govperf.testing import (
    breakdowns,
    budget_lines,
    budgets,
    departments,
    evaluations,
    findings,
    goals,
    indicators,
    periods,
    points,
    scorecards,
    scored_evaluations,
    staffings,
    targets,
    years,
)
from govperf.units import Unit

SHRUNK = settings(phases=[Phase.generate, Phase.shrink], database=None)
STRATEGIES = {
    name: getattr(testing, name)
    for name in testing.__all__
    if name.islower() and not name.startswith(("a_", "an_", "explain_"))
}
NESTED = pytest.mark.parametrize("strategy", [departments, goals])


@pytest.mark.parametrize("name", STRATEGIES)
def test_a_strategy_shows_itself_in_few_words(name):
    assert len(repr(STRATEGIES[name]())) < 10_000


@pytest.mark.parametrize(
    ("strategy", "smallest"),
    [
        (departments, Department("甲")),
        (goals, Goal("甲")),
        (indicators, Indicator("演练场次")),
        (evaluations, Evaluation("甲", 2012)),
    ],
)
def test_the_smallest_example_has_nothing_but_what_it_must(strategy, smallest):
    assert find(strategy(), lambda _: True, settings=SHRUNK) == smallest


def test_a_smaller_example_keeps_what_matters_and_no_more():
    found = find(indicators(), lambda indicator: indicator.weight and indicator.target, settings=SHRUNK)
    assert found == Indicator("演练场次", target=found.target, weight=1)
    assert len(found.target.text) <= 4


@NESTED
@pytest.mark.parametrize("depth", [1, 2, LIMITS.nesting])
def test_nesting_has_an_end(strategy, depth):
    @given(strategy(depth=depth))
    def holds(value):
        assert value.depth <= depth

    holds()


@NESTED
@pytest.mark.parametrize("depth", [1, 2, 3])
def test_nesting_reaches_its_end(reach, strategy, depth):
    assert reach(strategy(depth=depth), lambda value: value.depth == depth)


@NESTED
@pytest.mark.parametrize("depth", [-1, 0, LIMITS.nesting + 1])
def test_there_cannot_be_any_number_of_levels(strategy, depth):
    with pytest.raises(ValueError, match=f"depth is from 1 to 16, not {depth}"):
        strategy(depth=depth)


@given(budgets("美元"))
def test_a_budget_is_of_the_currency_that_is_asked_for(budget):
    assert all(amount.unit.adds_to(Unit.of("美元")) for _, amount in budget.amounts())


@given(budget_lines("港元"))
def test_a_line_is_of_the_currency_that_is_asked_for(line):
    assert all(amount.unit.adds_to(Unit.of("港元")) for _, amount in line.amounts())


@pytest.mark.parametrize("domestic", [True, False])
def test_a_budget_may_be_of_any_currency(reach, domestic):
    yuan = Unit.of("元")
    assert reach(budgets(), lambda budget: budget.executed and budget.executed.unit.adds_to(yuan) is domestic)


@pytest.mark.parametrize("strategy", [budgets, budget_lines])
def test_a_budget_is_of_no_other_unit(strategy):
    with pytest.raises(ValueError, match="'条' is no currency"):
        strategy("条")


@pytest.mark.parametrize("same", [True, False])
def test_a_budget_may_be_of_another_year(reach, same):
    assert reach(
        evaluations(), lambda form: form.budget is not None and (form.budget.year == form.year) is same
    )


@pytest.mark.parametrize("adds", [True, False])
def test_a_breakdown_may_be_of_units_that_do_not_add_up(reach, adds):
    def sought(breakdown):
        units = [part.amount.unit.adds_to(breakdown.total.unit) for part in breakdown.parts]
        return bool(units) and all(units) is adds

    assert sought(reach(breakdowns(), sought))


@given(points())
def test_points_are_not_negative(weight):
    assert weight >= 0


@pytest.mark.parametrize("year", [1949, 2023, 2199])
def test_any_year_may_be_evaluated(reach, year):
    assert reach(years(), lambda found: found == year) == year


@pytest.mark.parametrize(
    "text", ["2023", "2022-11", "2022-07/2022-09", "2022-11-30"], ids=["year", "month", "quarter", "day"]
)
def test_periods_are_days_months_quarters_and_years(reach, text):
    lengths = {len(str(found)) for found in [reach(periods(), lambda period: len(str(period)) == len(text))]}
    assert lengths == {len(text)}


def test_most_targets_are_right_and_some_are_not(reach):
    assert reach(targets(), lambda target: target.quantity is not None).fault is None
    assert reach(targets(), lambda target: target.fault is not None).quantity is None


@pytest.mark.parametrize("more", [True, False])
def test_more_may_be_in_service_than_there_are_posts(reach, more):
    assert reach(staffings(), lambda staffing: staffing.posts and (staffing.actual > staffing.posts) is more)


@pytest.mark.parametrize("name", ["", *BUILT_IN])
def test_an_evaluation_may_name_a_rule_book(reach, name):
    assert reach(evaluations(), lambda form: form.standard == name).standard == name


def test_an_evaluation_may_name_a_rule_book_that_nobody_knows(reach):
    assert reach(evaluations(), lambda form: form.standard and form.standard not in BUILT_IN)


@given(evaluations(standards=years().map(str)))
def test_rule_books_may_be_asked_for(form):
    assert form.standard == "" or form.standard.isdecimal()


@given(scored_evaluations())
def test_a_form_in_order_has_scores_that_follow(form):
    card = evaluate(form)
    assert card.full == standard().full.value
    assert (form.reported_total, form.reported_grade) == (card.total, card.grade.label)
    assert [indicator.reported_points for _, indicator in form.indicators()] == [
        score.points for score in card.scores
    ]
    assert not review(form).filter(severity="error")


@pytest.mark.parametrize("grade", [grade.label for grade in standard().grades])
def test_a_form_in_order_may_have_any_grade(reach, grade):
    assert reach(scored_evaluations(), lambda form: form.reported_grade == grade)


@pytest.mark.parametrize("undefined", [True, False])
def test_a_scorecard_may_have_a_total_or_none(reach, undefined):
    assert reach(scorecards(), lambda card: isinstance(card.total, Undefined) is undefined)


FINDINGS = [code for code in MESSAGES if code.startswith("finding.")]


@pytest.mark.parametrize("code", FINDINGS[:: len(FINDINGS) // 4])
def test_a_finding_may_have_any_code(reach, code):
    assert reach(findings(), lambda finding: finding.code == code).code == code


@given(findings())
def test_a_finding_explains_itself(finding):
    assert isinstance(finding, Finding)
    assert finding.severity in Severity
    assert finding.path.startswith("$")
    said = all(value for _, value in finding.details)  # a sentence may be nothing but what it is given
    assert finding.explain("en") or not said
    assert finding.explain("zh") or not said
