"""Strategies of rules, categories, readings and checks: what is carried, and what nobody has seen."""

import pytest
from hypothesis import given

import govperf as gp
from govperf.standards import BUILT_IN, TAXONOMIES
from govperf.testing import (
    an_evaluation,
    categories,
    check_sets,
    checks,
    common_indicators,
    readings,
    review_rows,
    rules,
    taxonomies,
)
from govperf.testing.checked import each_row, never

CARRIED = [rule for name in BUILT_IN for rule in gp.standard(name).rules]
KNOWN = [category for name in TAXONOMIES for category in gp.taxonomy(name).categories]


@pytest.mark.parametrize("known", [True, False])
def test_a_rule_may_be_carried_or_new(reach, known):
    assert reach(rules(), lambda rule: (rule in CARRIED) is known)


@pytest.mark.parametrize("known", [True, False])
def test_a_category_may_be_carried_or_new(reach, known):
    assert reach(categories(), lambda category: (category in KNOWN) is known)


@pytest.mark.parametrize("known", [True, False])
def test_a_taxonomy_may_be_carried_or_new(reach, known):
    assert reach(taxonomies(), lambda one: (one.name in TAXONOMIES) is known)


def test_a_common_indicator_may_have_another_name(reach):
    found = reach(common_indicators(), lambda one: one.name == "甲")
    assert gp.common_indicator(found.code, framework=found.framework).name != "甲"


@pytest.mark.parametrize("bound", ["exact", "about", "at_least", "at_most", "between"])
def test_a_reading_may_have_any_bound(reach, bound):
    assert reach(readings(), lambda reading: reading.bound == bound)


def test_a_check_of_ones_own_finds_every_row_or_nothing():
    form = gp.Form(an_evaluation(), gp.standard())
    assert [finding.path for finding in each_row(form)] == [row.path for row in form.rows]
    assert never(form) == []


@pytest.mark.parametrize("sought", [each_row, never, gp.CHECKS[0]], ids=lambda one: one.code)
def test_a_check_may_be_carried_or_ones_own(reach, sought):
    assert reach(checks(), lambda one: one == sought)


@pytest.mark.parametrize("count", [0, 1, len(gp.CHECKS)])
def test_a_review_may_make_any_number_of_checks(reach, count):
    assert len(reach(check_sets(), lambda several: len(several) == count)) == count


@given(review_rows())
def test_a_row_has_the_score_of_its_indicator(row):
    assert row.score.path == row.path
    assert row.score.name == row.indicator.name
