"""Laws of a review as a whole: what is in order has no error, what is broken is named, order is no matter."""

from decimal import Decimal

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

import govperf as gp
from govperf.testing import evaluations, scored_evaluations


def row_of(form):
    return form.goals[0].indicators[0]


def with_row(form, **changed):
    first, *others = form.goals[0].indicators
    goal = attrs.evolve(form.goals[0], indicators=[attrs.evolve(first, **changed), *others])
    return attrs.evolve(form, goals=[goal])


def with_budget(form, **changed):
    return attrs.evolve(form, budget=attrs.evolve(form.budget, **changed))


ROW = "$.goals[0].indicators[0]"
BROKEN = {
    f"{ROW}.reported_points": lambda form, by: with_row(
        form, reported_points=row_of(form).reported_points + by
    ),
    f"{ROW}.weight": lambda form, by: with_row(form, weight=row_of(form).weight + by),
    "$.budget.reported_points": lambda form, by: with_budget(
        form, reported_points=form.budget.reported_points + by
    ),
    "$.budget.executed": lambda form, _: with_budget(form, executed=form.budget.executed * 3),
    "$.budget.adjusted": lambda form, _: with_budget(form, adjusted=form.budget.adjusted * 3),
    "$.budget.reported_execution_rate": lambda form, by: with_budget(
        form, reported_execution_rate=f"{form.budget.reported_execution_rate.magnitude + by}%"
    ),
    "$.reported_total": lambda form, by: attrs.evolve(form, reported_total=form.reported_total + by),
    "$.reported_grade": lambda form, _: attrs.evolve(
        form, reported_grade="差" if form.reported_grade != "差" else "优"
    ),
}
"""Where a form is broken, and how."""


def named(findings):
    return {finding.path for finding in findings} | {
        figure.path for finding in findings for figure in finding.figures
    }


@given(scored_evaluations())
def test_what_is_in_order_has_no_error(form):
    assert not gp.review(form).filter(severity="error")


@given(
    scored_evaluations(), st.sampled_from(sorted(BROKEN)), st.integers(1, 50).map(lambda n: Decimal(n) / 10)
)
def test_one_broken_figure_is_named(form, path, by):
    before = set(gp.review(form))
    after = [finding for finding in gp.review(BROKEN[path](form, by)) if finding not in before]
    assert path in named(after)


@given(scored_evaluations(), st.sampled_from(["target", "actual"]), st.integers(2, 9))
def test_a_figure_that_changes_a_score_is_named(form, cell, times):
    """Where the printed score no longer follows from the cells."""
    old = getattr(row_of(form), cell)
    changed = with_row(form, **{cell: f"{'≥' if cell == 'target' else ''}{old.quantity * times}"})
    assume(gp.evaluate(changed).scores[0].points != gp.evaluate(form).scores[0].points)
    before = set(gp.review(form))
    after = [finding for finding in gp.review(changed) if finding not in before]
    assert f"{ROW}.{cell}" in named(after)


@given(evaluations())
def test_it_is_the_same_again(form):
    found = gp.review(form)
    assert gp.review(form) == found
    assert gp.from_json(gp.to_json(found), gp.Findings) == found


@given(evaluations(), st.randoms(use_true_random=False))
def test_the_order_of_the_checks_is_no_matter(form, random):
    checks = list(gp.CHECKS)
    random.shuffle(checks)
    assert gp.review(form, checks=checks) == gp.review(form)


@given(evaluations())
def test_each_family_finds_what_it_finds_among_all(form):
    every = gp.review(form)
    for family in {check.family for check in gp.CHECKS}:
        alone = gp.review(form, checks=gp.CHECKS.only(family)).filter(family)
        assert alone == every.filter(family)


@given(evaluations())
def test_every_finding_says_where_what_and_what_would_settle_it(form):
    for finding in gp.review(form):
        assert finding.path.startswith("$")
        assert finding.family
        for lang in ("zh", "en"):
            sentence, settle = finding.explain(lang), finding.settle(lang)
            assert sentence
            assert settle
            assert "…}" not in sentence


@given(evaluations())
def test_what_is_accepted_stays_accepted(form):
    form = attrs.evolve(form, accepted=())
    found = gp.review(form)
    accepted = [finding.accept(reason="已核实") for finding in found]
    again = gp.review(attrs.evolve(form, accepted=accepted))
    assert not again.filter(at_least="hint", accepted=False).found
    assert [finding.code for finding in again] == [finding.code for finding in found]


@given(evaluations(), evaluations())
def test_the_year_before_may_be_anything(form, previous):
    assert all(finding.explain() for finding in gp.review(form, previous=previous))
