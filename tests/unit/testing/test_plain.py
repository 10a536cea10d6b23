"""Plain objects: valid as they are, otherwise in any field, and helpful where a field is mistyped."""

import inspect
from typing import get_type_hints

import attrs
import pytest

import govperf as gp
from govperf import testing
from govperf.testing import fields

BUILDERS = {
    "an_indicator": (gp.Indicator, fields.IndicatorFields),
    "a_goal": (gp.Goal, fields.GoalFields),
    "a_budget": (gp.Budget, fields.BudgetFields),
    "a_department": (gp.Department, fields.DepartmentFields),
    "an_evaluation": (gp.Evaluation, fields.EvaluationFields),
    "a_score": (gp.Score, fields.ScoreFields),
    "a_scorecard": (gp.Scorecard, fields.ScorecardFields),
    "a_finding": (gp.Finding, fields.FindingFields),
    "a_standard": (gp.ScoringStandard, fields.StandardFields),
}
EACH = pytest.mark.parametrize(
    ("build", "kind", "given"),
    [(getattr(testing, name), kind, given) for name, (kind, given) in BUILDERS.items()],
    ids=BUILDERS,
)


def test_these_are_all():
    assert set(BUILDERS) == {name for name in testing.__all__ if name.startswith(("a_", "an_"))}


@EACH
def test_it_is_the_same_each_time(build, kind, given):
    assert isinstance(build(), kind)
    assert build() == build()
    assert build(**{name: getattr(build(), name) for name in given.__annotations__}) == build()


@EACH
def test_every_field_may_be_otherwise(build, kind, given):
    names = {field.name for field in attrs.fields(kind) if field.init}
    assert set(get_type_hints(given)) == names
    assert not given.__required_keys__
    assert list(inspect.signature(build).parameters) == ["fields"]


@EACH
def test_a_field_that_is_not_there_is_refused(build, kind, given):
    with pytest.raises(
        TypeError,
        match=f"{build.__name__}\\(\\) has no field 'zzz'; there are {next(iter(given.__annotations__))}",
    ):
        build(zzz=1)
    assert kind


def test_who_mistypes_a_field_is_told_its_name():
    with pytest.raises(TypeError, match="has no field 'wieght'; did you mean 'weight'"):
        testing.an_indicator(wieght=5)


def test_what_is_computed_is_no_field():
    with pytest.raises(TypeError, match="a_goal\\(\\) has no field 'depth'"):
        testing.a_goal(depth=2)


def test_a_field_is_as_strict_as_ever():
    with pytest.raises(gp.InputError):
        testing.a_budget(executed="294.69")


def test_a_plain_form_is_in_order():
    form = testing.an_evaluation()
    card = gp.evaluate(form)
    assert sum(row.weight for _, row in form.indicators()) == card.full - card.budget_score.full
    assert card.total == card.full - 10 + gp.Quantity("9.5").magnitude
    assert list(gp.review(form)) == []


def test_it_goes_to_json_and_back():
    for build in (testing.an_evaluation, testing.a_scorecard, testing.a_finding):
        assert gp.from_json(gp.to_json(build()), type(build())) == build()


def test_a_plain_finding_is_one_that_a_review_finds():
    goal = testing.a_goal(indicators=[testing.an_indicator(actual="9场")])
    (found,) = gp.review(testing.an_evaluation(goals=[goal])).filter("finding.missed")
    assert attrs.evolve(testing.a_finding(), clause=found.clause) == found
