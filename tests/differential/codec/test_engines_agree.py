"""orjson and msgspec write what Python writes, byte for byte."""

import pytest
from any_document import alone
from hypothesis import example, given
from hypothesis import strategies as st

import govperf as gp
from govperf.codec.engines import engine_of
from govperf.codec.shapes import DOCUMENTS
from govperf.errors import InputError
from govperf.model import Posts

CLASSES = sorted(DOCUMENTS, key=lambda cls: cls.__name__)
SURROGATES = range(0xD800, 0xE000)


@pytest.fixture(params=["orjson", "msgspec"], scope="module")
def engine(request):
    pytest.importorskip(request.param, reason=f"{request.param} is not installed")
    return request.param


@given(st.sampled_from(CLASSES).flatmap(alone))
@example(gp.Staffing(authorised={"行政编制": 10**33}, actual=2**64, retired=2**64 - 1))
@example(gp.Staffing(authorised=2**63, actual=2**63 - 1))
@example(Posts("编制", 10**34 - 1))
@example(gp.Locator())
def test_every_document(engine, value):
    for indent in (2, None):
        assert gp.to_json(value, engine=engine, indent=indent) == gp.to_json(value, indent=indent)


@pytest.mark.parametrize("indent", [2, None])
def test_every_character(engine, indent):
    document = {
        f"{start:x}": "".join(map(chr, range(start, start + 256))) for start in range(0, 0x110000, 256)
    }
    document = {key: text for key, text in document.items() if ord(text[0]) not in SURROGATES}
    assert engine_of(engine, indent=indent)(document) == engine_of("json", indent=indent)(document)
    turned = {text: key for key, text in document.items()}
    assert engine_of(engine, indent=indent)(turned) == engine_of("json", indent=indent)(turned)


@given(
    st.dictionaries(
        st.text(st.characters(exclude_categories=["Cs"])),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=3).filter(str.isascii), inner),
        ),
    )
)
def test_every_shape(engine, document):
    for indent in (2, None):
        assert engine_of(engine, indent=indent)(document) == engine_of("json", indent=indent)(document)


def test_half_of_a_pair(engine):
    with pytest.raises(InputError) as python:
        gp.to_json(gp.Department("某\ud83d局"))
    with pytest.raises(InputError) as fast:
        gp.to_json(gp.Department("某\ud83d局"), engine=engine)
    assert str(fast.value) == str(python.value)
