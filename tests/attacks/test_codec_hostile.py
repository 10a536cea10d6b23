"""Nothing but an InputError leaves `from_json`: what is sent is read, or refused in one sentence."""

import json
import tracemalloc
from copy import deepcopy
from importlib.resources import files

import pytest
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError
from hypothesis import given
from hypothesis import strategies as st

import govperf as gp
from govperf.codec.conversion import reader_of
from govperf.errors import DataErrors, InputError, LimitError
from govperf.limits import LIMITS

FILES = ("guangzhou-emergency-2020", "panyu-emergency-2021", "hainan-school-2023")
DATA = [(files("govperf") / "data" / f"{name}.json").read_bytes() for name in FILES]
SENTENCE = 400


PIECES = [b'"', b"{", b"]", b",", b"null", b"\\ud800"]
CELLS = ["5万元", "5条", "≥5", "=", "近", "1e999999999", "９" * 40, "\ud83d", "=1+1", "NaN", "-0", "0元"]


def members(error):
    return error.exceptions if isinstance(error, DataErrors) else (error,)


def told(error):
    """An error of a document, every fault of which can be said."""
    assert 0 < len(members(error)) <= LIMITS.faults
    for fault in (error, *members(error)):
        for lang in ("en", "zh"):
            said = fault.explain(lang)
            assert said.encode()
            assert said.isprintable()
            assert len(said) < SENTENCE
    return error


def sent(text, cls=gp.Evaluation, read=gp.from_json):
    """Read what was sent; a fault must be sayable, printable and short."""
    try:
        table = read(text, cls)
    except InputError as error:
        return told(error)
    assert gp.from_json(gp.to_json(table), cls) == table
    return table


@given(st.text() | st.binary())
def test_any_text(text):
    assert isinstance(sent(text), InputError)


@given(st.data(), st.sampled_from(DATA))
def test_bytes_of_a_document_changed(data, document):
    changed = bytearray(document)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(changed) - 1))
        end = at + data.draw(st.integers(0, 3))
        changed[at:end] = data.draw(st.binary(max_size=3) | st.sampled_from(PIECES))
    sent(bytes(changed))


@given(st.integers(0), st.sampled_from(DATA))
def test_a_document_cut_short(length, document):
    assert isinstance(sent(document[: length % (len(document) - 2)]), InputError)


ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=8)
    | st.sampled_from(CELLS),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=3,
)


def places(node):
    """Every container of a document with each of its keys."""
    for key, value in list(node.items()) if isinstance(node, dict) else enumerate(node):
        yield node, key
        if isinstance(value, dict | list):
            yield from places(value)


@given(st.data(), st.sampled_from(DATA))
def test_values_of_a_document_changed(data, document):
    table = json.loads(document)
    node, key = data.draw(st.sampled_from(list(places(table))))
    match data.draw(st.integers(0, 3)):
        case 0:
            node[key] = data.draw(ODD)
        case 1:
            del node[key]
        case 2 if isinstance(node, dict):
            node[data.draw(st.text(max_size=8))] = node[key]
        case _:
            other, place = data.draw(st.sampled_from(list(places(table))))
            node[key], other[place] = other[place], node[key]
    try:
        text = json.dumps(table)
    except (ValueError, RecursionError):  # a node within itself
        assert isinstance(sent(table, read=gp.from_dict), LimitError)
        return
    alike(text, sent(text), sent(table, read=gp.from_dict))


def alike(text, read, taken):
    """A text and its dictionary are read alike, with the same faults."""
    if isinstance(read, InputError) and "\\ud8" not in text:
        assert [(fault.code, fault.path) for fault in members(read)] == [
            (fault.code, fault.path) for fault in members(taken)
        ]
    else:
        assert isinstance(taken, InputError) == isinstance(read, InputError)


FULL = {
    "schema": 1,
    "department": {
        "name": "某局",
        "functions": ["防灾"],
        "staffing": {"authorised": [{"kind": "行政编制", "count": 10}], "actual": 9, "retired": 1},
        "units": [{"name": "局本级", "code": "1"}],
    },
    "year": 2021,
    "kind": "finance",
    "budget": {
        "year": 2021,
        "executed": {"magnitude": "10", "unit": "万元"},
        "adjustments": [{"amount": "-1万元", "date": "2021-07"}],
        "sources": [{"name": "拨款", "original": "5万元"}],
        "basic": "5万元",
        "project": {"executed": "5万元"},
        "progress": [{"month": 7, "executed": "5万元"}],
        "income_sources": [{"name": "拨款", "amount": "9万元"}],
        "reported_execution_rate": "95%",
    },
    "goals": [
        {
            "text": "一",
            "period": "2021",
            "indicators": [
                {
                    "name": "甲",
                    "category": ["产出"],
                    "target": {"text": "5", "sign": ">=", "unit": "条", "year": 2021},
                    "actual": {
                        "text": "5",
                        "unit": "条",
                        "evidence": [
                            {
                                "title": "台账",
                                "date": "2021-01-31",
                                "locator": {"section": "表3", "cell": "C7"},
                            }
                        ],
                    },
                    "weight": 10,
                    "nature": "quantitative",
                    "locator": "表3",
                }
            ],
            "goals": [{"text": "二"}],
        }
    ],
    "breakdowns": [{"name": "检查", "total": "3家", "parts": [{"name": "粉尘", "amount": "3家"}]}],
    "subtotals": [{"category": ["产出"], "weight": "10"}],
    "notes": ["注"],
}
UNDEFINED = {"type": "undefined", "code": "undefined.total", "details": {"count": "1"}}
RATE = {"type": "rate", "exact": "1/3", "terms": ["1条", "3条"]}
COMPLETION = {
    "type": "completion_rate",
    "exact": "18/19",
    "met": False,
    "approximation": "about",
    "notes": [{"code": "note.x", "details": {"a": "b"}}],
}
SCORE = {
    "name": "甲",
    "points": "15.79",
    "full": 20,
    "rule": "proportional",
    "rate": COMPLETION,
    "share": "18/19",
    "notes": [{"code": "note.x"}],
    "standard": "MOF-2020-10",
    "path": "$",
}
CARD = {
    "schema": 1,
    "scores": [SCORE, {**SCORE, "rate": UNDEFINED, "points": UNDEFINED}],
    "budget_score": {**SCORE, "rate": RATE},
    "total": "15.79",
    "full": UNDEFINED,
    "grade": {"type": "grade", "label": "优", "name": "excellent", "lower": "90"},
    "standard": "MOF-2020-10",
    "version": "0.1.0",
}
DOCUMENTS = {"evaluation": (FULL, gp.Evaluation), "scorecard": (CARD, gp.Scorecard)}
TEXTS = (
    "",
    " ",
    "5",
    "-0",
    "1/0",
    "1/3",
    "1e999999999",
    "NaN",
    "９" * 40,
    "元",
    "5万元",
    "2021-02-30",
    "\ud83d",
    "{0}",
    "\x00",
)
VALUES = (
    *(
        None,
        True,
        False,
        0,
        -1,
        5,
        2021,
        10**33,
        10**64,
        0.5,
        float("nan"),
        [],
        {},
        [[]],
        [None],
        [{}],
        {"": {}},
    ),
    *({"magnitude": "1e99999", "unit": "元"}, {"magnitude": 5}, {"text": "5"}, {"schema": 1}, {"type": []}),
    *({"type": name} for name in ("rate", "undefined", "grade", "score", "")),
    *(UNDEFINED, RATE, COMPLETION),
)


@pytest.mark.parametrize("value", [*TEXTS, *VALUES], ids=ascii)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_value_in_every_place(name, value):
    document, cls = DOCUMENTS[name]
    document = json.loads(json.dumps(document))
    for node, key in list(places(document)):
        before = node[key]
        node[key] = value
        text = json.dumps(document)
        alike(text, sent(text, cls), sent(document, cls, gp.from_dict))
        node[key] = before


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_key_left_out_and_every_key_added(name):
    document, cls = DOCUMENTS[name]
    document = json.loads(json.dumps(document))
    assert isinstance(sent(json.dumps(document), cls), cls)
    for node, key in [place for place in places(document) if isinstance(place[0], dict)]:
        before = dict(node)
        del node[key]
        sent(json.dumps(document), cls)
        node.clear()
        node.update({**before, f"{key}\u200b": before[key]})
        error = sent(json.dumps(document), cls)
        assert isinstance(error, InputError) or key in UNDEFINED["details"] or key == "a"
        node.clear()
        node.update(before)


@given(st.data(), st.sampled_from(sorted(DOCUMENTS)))
def test_what_is_read_quickly_is_what_is_read_slowly(data, name):
    """Both readers take the same documents; one of them only says all that is wrong."""
    document, cls = DOCUMENTS[name]
    document = {key: value for key, value in json.loads(json.dumps(document)).items() if key != "schema"}
    for _ in range(data.draw(st.integers(1, 2))):
        node, key = data.draw(st.sampled_from(list(places(document))))
        node[key] = deepcopy(data.draw(ODD | st.sampled_from([*VALUES, *TEXTS])))
    quick, slow = (outcome(reader_of(cls, purpose), document, cls) for purpose in ("text", "faults"))
    assert quick == slow


def outcome(read, document, cls):
    """What a reader makes; None if it refuses, in whatever way."""
    try:
        return read(document, cls)
    except (BaseValidationError, ForbiddenExtraKeysError, InputError, KeyError, TypeError):
        return None


class TestLarge:
    HEAD = '{"schema": 1, "department": {"name": "某局"}, "year": 2021, "goals": ['

    @pytest.mark.parametrize("member", ["0", "{}", "[]", '""', "null", '{"text": "", "x": 0.5}'])
    def test_a_list_of_faults_is_soon_left(self, member):
        text = self.HEAD + ",".join([member] * LIMITS.items) + "]}"
        tracemalloc.start()
        error = sent(text)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert len(error.exceptions) == LIMITS.faults
        assert peak < 60 * len(text) + 2_000_000

    def test_lists_of_lists_of_faults_are_soon_left(self):
        goal = '{"text": "一", "indicators": [' + ",".join(["0"] * 200) + "]}"
        error = sent(self.HEAD + ",".join([goal] * 200) + "]}")
        assert [fault.path for fault in error.exceptions[-1:]] == ["$.goals[0].indicators[99]"]

    def test_many_unknown_keys(self):
        error = sent(json.dumps({"schema": 1, **{f"{i:06}": i for i in range(100_000)}}))
        assert len(error.exceptions) == LIMITS.faults

    def test_a_long_text(self):
        assert isinstance(sent(self.HEAD + json.dumps({"text": "长" * 1_000_000}) + "]}"), LimitError)

    def test_a_long_key(self):
        assert isinstance(sent('{"schema": 1, "' + "k" * 1_000_000 + '": 1}'), InputError)

    @pytest.mark.parametrize(
        "number",
        ["9" * 10**6, "-" + "9" * 10**6, "0." + "9" * 10**6, "1e999999999", "1E-999999999"],
        ids=["whole", "negative", "decimals", "exponent", "small"],
    )
    @pytest.mark.parametrize("key", ["year", "schema", "reported_total", "x"])
    def test_a_long_number(self, number, key):
        text = json.dumps({"schema": 1, "department": {"name": "某局"}, "year": 2021, key: "?"})
        assert isinstance(sent(text.replace('"?"', number)), InputError)

    @pytest.mark.parametrize(
        "text",
        ["1e999999999", "9" * 64, "0." + "1" * 62, "１" * 64, "9" * 10_000],
        ids=["exponent", "cap", "decimals", "full-width", "long"],
    )
    def test_a_long_number_in_a_text(self, text):
        document = {"schema": 1, "department": {"name": "某局"}, "year": 2021, "reported_total": text}
        assert isinstance(sent(json.dumps(document)), InputError)
