"""Plain objects and strategies as a test of a user calls them: fields and results have their types."""

from typing import assert_type

import pytest
from hypothesis.strategies import SearchStrategy

import govperf as gp
from govperf.testing import a_goal, an_evaluation, an_indicator, explain_difference, quantities


def test_fields_and_results_have_their_types() -> None:
    row = an_indicator(weight=5, target="≥60条", actual=gp.Quantity(60, "条"))
    assert_type(row, gp.Indicator)
    assert_type(an_evaluation(goals=[a_goal(indicators=[row])]), gp.Evaluation)
    assert_type(explain_difference(row, row, lang="zh"), str)
    assert_type(quantities("万元"), SearchStrategy[gp.Quantity])


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(TypeError):
        an_indicator(wieght=5)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        an_indicator(name=5)  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
