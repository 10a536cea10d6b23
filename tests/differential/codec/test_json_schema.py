"""Our JSON Schema, as jsonschema reads it: what is written is valid, what has another shape is not."""

import json
from importlib.resources import files

import pytest
from any_document import alone
from hypothesis import assume, given
from hypothesis import strategies as st

import govperf as gp
from govperf.codec.shapes import DOCUMENTS
from govperf.errors import DataErrors, InputError

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")

CLASSES = sorted(DOCUMENTS, key=lambda cls: cls.__name__)
DATA = sorted(path for path in (files("govperf") / "data").iterdir() if path.name.endswith(".json"))
VALIDATORS = {cls: jsonschema.Draft202012Validator(gp.json_schema(cls)) for cls in CLASSES}
STRUCTURAL = {
    "data.key",
    "data.missing",
    "data.type",
    "data.float",
    "data.count",
    "data.choice",
    "data.fraction",
    "data.schema",
    "data.empty",
}
"""The faults that a schema can see: of keys, of types, and of the form of a text."""


def valid(document, cls):
    return VALIDATORS[cls].is_valid(document)


def faults(document, cls):
    """What our reader refuses."""
    try:
        gp.from_dict(document, cls)
    except DataErrors as error:
        return error.exceptions
    except InputError as error:
        return [error]
    return []


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
class TestEveryClass:
    def test_has_a_schema(self, cls):
        schema = gp.json_schema(cls)
        jsonschema.Draft202012Validator.check_schema(schema)
        assert json.loads(json.dumps(schema)) == schema

    @given(st.data())
    def test_what_is_written_is_valid(self, cls, data):
        value = data.draw(alone(cls))
        VALIDATORS[cls].validate(gp.to_dict(value))
        VALIDATORS[cls].validate(gp.to_dict(value, quantities="object"))


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_data_files_are_valid(path):
    document = json.loads(path.read_text(encoding="utf-8"))
    assert valid(document, gp.Evaluation)
    card = gp.evaluate(gp.from_dict(document, gp.Evaluation))
    assert valid(gp.to_dict(card), gp.Scorecard)


def places(node):
    """Every container of a document with each of its keys."""
    for key, value in list(node.items()) if isinstance(node, dict) else enumerate(node):
        yield node, key
        if isinstance(value, dict | list):
            yield from places(value)


PLAIN = (
    None,
    True,
    False,
    0,
    -1,
    5,
    0.5,
    "",
    " ",
    "5",
    "元",
    "1/0",
    "self",
    [],
    [1],
    ["5"],
    [None],
    {},
    {"x": 1},
)
CLASSY = (
    {"type": "rate"},
    {"type": "rate", "exact": "1"},
    {"type": "x"},
    {"text": "5"},
    {"magnitude": 5, "unit": "元"},
)
ODD = st.sampled_from(PLAIN + CLASSY)


@given(st.sampled_from(CLASSES), st.data())
def test_another_shape_is_refused_by_both(cls, data):
    document = json.loads(gp.to_json(data.draw(alone(cls))))
    node, key = data.draw(st.sampled_from(list(places(document))))
    if data.draw(st.booleans()):
        node[key] = data.draw(ODD)
    elif data.draw(st.booleans()):
        del node[key]
    else:
        assume(isinstance(node, dict))
        node[data.draw(st.sampled_from(["x", "type", "schema", "text", "name"]))] = data.draw(ODD)
    found = faults(document, cls)
    if valid(document, cls):
        structural = [error for error in found if error.code in STRUCTURAL]
        blank = [error for error in structural if error.code == "data.empty"]
        assert structural == blank, document
    else:
        assert found, document
