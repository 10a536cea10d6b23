"""Every field of every class of the model is filled in by some example, and every choice is made.

Who adds a field or a choice to the model adds it to a strategy too: this test says so.
"""

import inspect
from collections import defaultdict
from enum import Enum

import attrs
import pytest
from hypothesis import given, settings

from govperf import model
from govperf.testing import budgets, evaluations, indicators, reviews, scorecards, targets

CLASSES = [kind for name in model.__all__ if inspect.isclass(kind := getattr(model, name))]


def default(field):
    return field.default.factory() if isinstance(field.default, attrs.Factory) else field.default


def parts(value):
    """An object, and all that it is made of."""
    if isinstance(value, tuple):
        for item in value:
            yield from parts(item)
    elif isinstance(value, Enum):
        yield value
    elif attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            yield from parts(getattr(value, field.name))


def given_by(part):
    """What an object says: the fields that are not left out, or itself where it is a choice."""
    if isinstance(part, Enum):
        return {part}
    return {field.name for field in attrs.fields(type(part)) if getattr(part, field.name) != default(field)}


def test_what_is_left_out_is_not_counted():
    assert given_by(model.Note("note.far-over")) == {"code"}
    assert given_by(model.Locator(cell="C7")) == {"cell"}
    assert given_by(model.Severity.HINT) == {model.Severity.HINT}


@pytest.fixture(scope="module")
def reached():
    """Class → its fields that were given, or its members."""
    seen = defaultdict(set)

    def look(value):
        for part in parts(value):
            seen[type(part)] |= given_by(part)

    for strategy in (evaluations(), scorecards(), budgets(), indicators(), targets(), reviews()):
        settings(max_examples=400)(given(strategy)(look))()
    return seen


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_field_and_every_choice_is_reached(reached, kind):
    wanted = (
        set(kind) if issubclass(kind, Enum) else {field.name for field in attrs.fields(kind) if field.init}
    )
    assert wanted - reached[kind] == set()
