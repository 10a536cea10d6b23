"""Nothing but an InputError leaves `from_json`: what is sent is read, or refused in one sentence."""

import json
import tracemalloc
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govperf as gp
from govperf.errors import DataErrors, InputError, LimitError
from govperf.limits import LIMITS

FILES = ("guangzhou-emergency-2020", "panyu-emergency-2021", "hainan-school-2023")
DATA = [(files("govperf") / "data" / f"{name}.json").read_bytes() for name in FILES]
SENTENCE = 400


PIECES = [b'"', b"{", b"]", b",", b"null", b"\\ud800"]
CELLS = ["5万元", "5条", "≥5", "=", "近", "1e999999999", "９" * 40, "\ud83d", "=1+1", "NaN", "-0", "0元"]


def sent(text):
    """Read what was sent; a fault must be sayable, printable and short."""
    try:
        table = gp.from_json(text, gp.Evaluation)
    except InputError as error:
        for fault in (error, *(error.exceptions if isinstance(error, DataErrors) else ())):
            for lang in ("en", "zh"):
                said = fault.explain(lang)
                assert said.encode()
                assert said.isprintable()
                assert len(said) < SENTENCE
        return error
    gp.to_json(table).encode()
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
        return
    sent(text)


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
