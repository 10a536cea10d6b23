"""The tables of JSON keys list every field that a file may have, and no other."""

import re

import attrs
import pytest

from govperf import model
from govperf.codec.shapes import DOCUMENTS, SHORT, TAG, alternatives, fields_alone, tag_of
from govperf.units import Quantity

NAMES = {
    model.BudgetLine: "line",
    model.Locator: "place",
    model.CompletionRate: "completion rate",
    Quantity: "amount",
}
"""What the page calls a class, where it is not the name of the class."""

OBJECTS = {NAMES.get(cls, tag_of(cls)): cls for cls in DOCUMENTS}
ROOTS = ["evaluation", "scorecard"]
"""The objects that are listed with their schema."""


@pytest.fixture(scope="module")
def page(root):
    return (root / "docs" / "json.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def rows(page):
    return re.findall(r"^\| ([\w ]+) \| `(\w+)` \| (.+) \| (.+) \|$", page, re.MULTILINE)


def test_every_key_is_documented(rows):
    listed = [(name, key) for name, key, *_ in rows]
    fields = [(name, field.name) for name, cls in OBJECTS.items() for field in fields_alone(cls)]
    assert sorted(listed) == sorted([*((name, "schema") for name in ROOTS), *fields])


def test_keys_are_in_the_order_of_the_class(rows):
    for name, cls in OBJECTS.items():
        keys = [key for listed, key, *_ in rows if listed == name and key != "schema"]
        assert keys == [field.name for field in fields_alone(cls)]


def test_what_is_required_is_said(rows):
    required = [(name, key) for name, key, _, value in rows if value.endswith("required")]
    fields = [
        (name, field.name)
        for name, cls in OBJECTS.items()
        for field in fields_alone(cls)
        if field.default is attrs.NOTHING
    ]
    assert sorted(required) == sorted(fields)


def test_every_tag_is_said(page):
    tags = {
        tag_of(cls)
        for owner in DOCUMENTS
        for field in fields_alone(owner)
        if (several := alternatives(field.type))
        for cls in several.tagged
    }
    assert tags == {"completion_rate", "grade", "rate", "undefined"}
    assert {tag for tag in tags if f'`"{tag}"`' not in page} == set()


class TestShapes:
    """What the codec takes for granted of the classes of the model."""

    def test_every_class_that_a_field_holds_is_one_of_a_document(self):
        held = {
            cls
            for owner in DOCUMENTS
            for field in fields_alone(owner)
            for cls in _classes(field.type)
            if attrs.has(cls) and cls is not model.Period
        }
        assert held <= DOCUMENTS

    def test_no_field_holds_a_class_without_its_subclasses(self):
        """An object of a subclass would not be written: the field must be a union, which is tagged."""
        bare = {
            (owner.__name__, field.name)
            for owner in DOCUMENTS
            for field in fields_alone(owner)
            for cls in _classes(field.type)
            if alternatives(field.type) is None
            and any(one is not cls and issubclass(one, cls) for one in DOCUMENTS)
        }
        assert bare == set()

    def test_no_field_is_named_like_what_stands_beside_it(self):
        names = {field.name for cls in DOCUMENTS for field in fields_alone(cls)}
        assert names & {"schema", TAG} == set()

    def test_no_validator_asks_for_more_than_its_value(self):
        """The codec asks each of them alone, so that a fault has the path of its field."""
        for owner in DOCUMENTS:
            for field in fields_alone(owner):
                if field.validator is not None and field.default not in (attrs.NOTHING, None):
                    default = (
                        field.default.factory() if isinstance(field.default, attrs.Factory) else field.default
                    )
                    field.validator(None, field, default)

    def test_what_stands_for_an_object_is_a_field_of_it(self):
        assert {
            cls for cls, name in SHORT.items() if name not in [field.name for field in fields_alone(cls)]
        } == set()


def _classes(kind):
    """The classes in a type."""
    inner = getattr(kind, "__args__", None)
    if inner is None:
        return {kind} if isinstance(kind, type) else set()
    return set().union(*map(_classes, inner))
