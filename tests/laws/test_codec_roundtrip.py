"""What is written is read back: nothing lost, nothing added, the same bytes each time."""

import decimal
import json
from importlib.resources import files

import pytest
from any_document import alone
from hypothesis import example, given
from hypothesis import strategies as st

import govperf as gp
from govperf.codec.conversion import reader_of
from govperf.codec.shapes import DOCUMENTS, fields_alone
from govperf.limits import LIMITS

DATA = sorted(path for path in (files("govperf") / "data").iterdir() if path.name.endswith(".json"))
CLASSES = sorted(DOCUMENTS, key=lambda cls: cls.__name__)


def documents():
    return st.sampled_from(CLASSES).flatmap(alone)


def same(one, other):
    """Equal, and alike in what does not count in a comparison."""
    return one == other and repr(one) == repr(other) and gp.to_json(one) == gp.to_json(other)


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
@given(st.data())
def test_every_class_comes_back(cls, data):
    value = data.draw(alone(cls))
    text, found = gp.to_json(value), gp.to_dict(value)
    assert found == json.loads(text)
    assert list(found) == [
        name for name in ["schema", *(field.name for field in fields_alone(cls))] if name in found
    ]
    assert same(gp.from_json(text.encode(), cls), value)
    assert same(gp.from_dict(found, cls), value)
    assert same(gp.from_json(gp.to_json(value, quantities="object"), cls), value)


@given(documents())
@example(gp.Evaluation(gp.Department('一\n二\x00\u2028"\\\x7f'), 2021))
@example(gp.Indicator("丙", weight=decimal.Decimal("1E+3")))
def test_it_is_plain_json(value):
    text = gp.to_json(value)
    read = json.loads(text, parse_float=pytest.fail, parse_constant=pytest.fail)
    assert text == json.dumps(read, ensure_ascii=False, indent=2)
    assert gp.to_json(value, indent=None) == json.dumps(read, ensure_ascii=False, separators=(",", ":"))
    assert same(gp.from_json(json.dumps(read), type(value)), value)


@given(documents())
def test_a_callers_context_changes_nothing(value):
    text = gp.to_json(value)
    with decimal.localcontext(prec=2, Emax=2, Emin=-2, rounding=decimal.ROUND_UP, capitals=0):
        assert gp.to_json(value) == text
        assert gp.from_json(text, type(value)) == value


@given(documents())
def test_the_second_reading_is_the_first(value):
    """What is read quickly is what would be read field by field."""
    members = gp.to_dict(value)
    del members["schema"]
    cls = type(value)
    assert same(reader_of(cls, "text")(members, cls), reader_of(cls, "faults")(members, cls))


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_data_files_are_as_written(path):
    text = path.read_text(encoding="utf-8")
    assert gp.to_json(gp.from_json(text, gp.Evaluation)) + "\n" == text


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_scorecards_of_data_files_explain_themselves_afterwards(path):
    table = gp.from_json(path.read_bytes(), gp.Evaluation)
    card = gp.evaluate(table)
    again = gp.from_json(gp.to_json(card), gp.Scorecard)
    assert same(again, card)
    assert again.explain() == card.explain()
    for finding in gp.review(table):
        assert same(gp.from_json(gp.to_json(finding), gp.Finding), finding)


def test_the_deepest_objects_are_not_too_deep():
    department, goal = gp.Department("末级"), gp.Goal("末级", indicators=[gp.Indicator("甲")])
    for _ in range(LIMITS.nesting - 1):
        department, goal = gp.Department("上级", units=[department]), gp.Goal("上级", goals=[goal])
    table = gp.Evaluation(department, 2023, goals=[goal])
    assert same(gp.from_json(gp.to_json(table), gp.Evaluation), table)
