"""Reading and writing against other libraries: the table of differences accounts for every disagreement."""

import warnings
from decimal import Decimal

import cases
import ours
import pytest
from differences import STYLES, VERSIONS, explanation, table
from rivals import rivals

FOUND = rivals()
TABLE = table()

# Which kinds of texts each way of reading is made for.
SPELLED = ["spelled", "financial", "negative", "decimal"]
CHINESE = [*SPELLED, "decimal of a scale", "label", "label with 零", "traditional", "两", "said"]
ARABIC = ["arabic", "long", "grouped", "full width"]
ASKED = {
    ("cn2an", "strict"): [*SPELLED, "amount"],
    ("cn2an", "smart"): [*CHINESE, *ARABIC, "scaled", "mixed", "amount"],
    ("cn2int", "whole"): [*CHINESE, "full width", "scaled", "mixed"],
    ("cn2int", "float"): ["decimal", "decimal of a scale"],
    ("ICU", "spellout"): [*CHINESE, *ARABIC, "scaled", "mixed"],
    ("Babel", "strict"): ARABIC,
}
STYLES_ASKED = {
    "cn2an": ["spoken", "financial", "digits", "rmb"],
    "cn2int": ["spoken", "financial", "digits"],
    "ICU": ["spoken", "financial", "digits", "scaled", "grouped"],
    "Babel": ["scaled", "grouped"],
}


@pytest.fixture(params=VERSIONS)
def rival(request):
    """One library, as it was when the table was made."""
    found = FOUND.get(request.param)
    if found is None:
        pytest.skip(f"{request.param} is not installed")
    if found.version != VERSIONS[request.param]:
        pytest.skip(f"the table is about {request.param} {VERSIONS[request.param]}, here is {found.version}")
    return request.param


def answer(call, given):
    """What a library says; None for whatever it raises."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return call(given)
        except Exception:  # noqa: BLE001 - each library refuses in its own way, some by a crash
            return None


def rows(rival, way):
    return [row for row in TABLE if row.rival == rival and way in row.ways]


def unexplained(rival, way, call, given):
    """The disagreements that no row accounts for."""
    style = way if way in STYLES else ""
    found = []
    for one in given:
        mine = ours.write(one, style) if style else ours.read(one)
        theirs = answer(call, one)
        if mine != theirs and not explanation(rows(rival, way), one, theirs, mine):
            found.append((one, theirs, mine))
    return found


def test_reading(rival):
    texts = cases.texts()
    for way, call in FOUND[rival].readers.items():
        for kind in ASKED[rival, way]:
            assert unexplained(rival, way, call, texts[kind]) == [], f"{way}, {kind}"


def test_writing(rival):
    numbers = cases.numbers()
    for style in STYLES_ASKED[rival]:
        assert unexplained(rival, style, FOUND[rival].writers[style], numbers[style]) == [], style


def test_what_they_write_is_read(rival):
    """As the number that was meant, unless the table says that it is not what they wrote."""
    numbers = cases.numbers()
    for style in set(STYLES_ASKED[rival]) - {"scaled"}:
        for number in numbers[style]:
            text = answer(FOUND[rival].writers[style], number)
            if style == "digits" and number < 100:
                continue  # 七八 is seven or eight
            value = None if text is None else ours.read(text)
            if text is not None and value != number:
                found = {
                    row.kind
                    for row in explanation(rows(rival, style), number, text, ours.write(number, style))
                }
                assert "wrong" in found if value is not None else found, (style, number, text)


def test_examples(rival):
    """Each row of the table is still true of them."""
    found = FOUND[rival]
    for row in (row for row in TABLE if row.rival == rival):
        call = (found.writers if row.writes else found.readers)[row.ways[0]]
        theirs = answer(call, Decimal(row.given) if row.writes else row.given)
        assert (None if theirs is None else f"{theirs}") == row.theirs, row.name
