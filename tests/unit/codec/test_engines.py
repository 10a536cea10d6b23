"""The fast engines are optional: stand-ins show that they are asked rightly, and what if they cannot."""

import json
import pickle
import sys
from types import SimpleNamespace

import pytest

import govperf as gp
from govperf.codec.engines import engine_of
from govperf.errors import DataError, GovperfError, MissingExtraError

PART = gp.Part("粉尘", "150家")
INDENTS = [2, None]


def compact(document):
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def dumps(document, option):
    """orjson as far as it is used here, signed by a blank at the end."""
    return (
        json.dumps(document, ensure_ascii=False, indent=2).encode() if option else compact(document)
    ) + b" "


def spread(text, indent):
    return json.dumps(json.loads(text), ensure_ascii=False, indent=indent).encode() + b" "


STANDINS = {
    "orjson": {"orjson": SimpleNamespace(OPT_INDENT_2=1, dumps=dumps)},
    "msgspec": {
        "msgspec": SimpleNamespace(),
        "msgspec.json": SimpleNamespace(encode=lambda document: compact(document) + b" ", format=spread),
    },
}


@pytest.fixture(params=STANDINS)
def engine(request, monkeypatch):
    """An engine that is there."""
    for name, module in STANDINS[request.param].items():
        monkeypatch.setitem(sys.modules, name, module)
    return request.param


@pytest.fixture(params=STANDINS)
def missing(request, monkeypatch):
    for name in STANDINS[request.param]:
        monkeypatch.setitem(sys.modules, name, None)
    return request.param


@pytest.mark.parametrize("indent", INDENTS)
def test_an_engine_writes(engine, indent):
    assert gp.to_json(PART, engine=engine, indent=indent) == gp.to_json(PART, indent=indent) + " "


@pytest.mark.parametrize(
    "error", [TypeError, ValueError, OverflowError, UnicodeEncodeError("utf-8", "", 0, 1, "")]
)
@pytest.mark.parametrize("indent", INDENTS)
def test_what_an_engine_cannot_write_python_can(engine, indent, error, monkeypatch):
    def fail(*_, **__):
        raise error

    for module in STANDINS[engine].values():
        for name in ("dumps", "encode"):
            monkeypatch.setattr(module, name, fail, raising=False)
    assert gp.to_json(PART, engine=engine, indent=indent) == gp.to_json(PART, indent=indent)


def test_half_of_a_pair_is_refused_all_the_same(engine):
    with pytest.raises(DataError, match="half of a surrogate pair"):
        gp.to_json(gp.Department("某\ud83d局"), engine=engine)


class TestMissing:
    def test_says_how_to_get_it(self, missing):
        with pytest.raises(MissingExtraError) as caught:
            gp.to_json(PART, engine=missing)
        assert str(caught.value) == f"{missing} is not installed: pip install 'govperf[fast]'"
        assert caught.value.explain() == f"未安装{missing}，请运行pip install 'govperf[fast]'"

    def test_is_an_import_error(self, missing):
        with pytest.raises(ImportError) as caught:
            gp.to_json(PART, engine=missing)
        assert isinstance(caught.value, GovperfError)
        assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301 - our own bytes
        assert isinstance(caught.value.__cause__, ImportError)

    def test_python_needs_nothing(self, missing):
        assert missing not in gp.to_json(PART)


def test_there_is_no_other_engine():
    with pytest.raises(ValueError, match="engine is 'json', 'orjson' or 'msgspec', not 'ujson'"):
        gp.to_json(PART, engine="ujson")


@pytest.mark.parametrize(
    "value",
    [
        {},
        [],
        "",
        0,
        True,
        None,
        {"a": {}},
        {"a": []},
        [[], {}, [1, "x", {"b": None}]],
        {"": [False, -5, 10**40]},
    ],
    ids=str,
)
def test_python_writes_as_json_does(value):
    document = {"value": value}
    assert engine_of("json", indent=2)(document) == json.dumps(document, indent=2)
    assert engine_of("json", indent=None)(document) == json.dumps(document, separators=(",", ":"))


@pytest.mark.parametrize(
    "text", ["\x00\x1b\x7f", '"\\/', "\u2028\u2029\xa0", "𝔘\ufeff\uffff", "\b\f\n\r\t"], ids=ascii
)
def test_python_escapes_as_json_does(text):
    department = gp.Department(f"某{text}")
    for indent, separators in ((2, None), (None, (",", ":"))):
        document = {"schema": 1, "name": f"某{text}"}
        plain = json.dumps(document, ensure_ascii=False, indent=indent, separators=separators)
        assert gp.to_json(department, indent=indent) == plain
