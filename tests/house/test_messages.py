"""Every code that the source speaks has its sentence in both languages, and none is left over."""

import ast
import re
from fnmatch import filter as matching
from string import Formatter

import pytest

from govperf import errors
from govperf.messages import MESSAGES

FAMILIES = {code.partition(".")[0] for code in MESSAGES}
CODE = re.compile(rf"(?:{'|'.join(sorted(FAMILIES))})(?:\.[a-z*][a-z0-9_*-]*)+")
SPEAKERS = {*errors.__all__, "Finding", "Undefined", "finding", "message", "note"}
CHINESE = re.compile("[\u4e00-\u9fff]")


def _text(node):
    """A literal text; an f-string has * for what it fills in."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(part.value if isinstance(part, ast.Constant) else "*" for part in parts)
    return None


def _parts(tree):
    """What only belongs to a docstring or an f-string."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield from node.values


def spoken(tree):
    """The codes in a module: texts that look like one, and what an error or a finding is given first."""
    parts = set(_parts(tree))
    for node in ast.walk(tree):
        text = _text(node)
        if text and CODE.fullmatch(text) and node not in parts:
            yield text
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[first, *_]):
                code = _text(first) if name in SPEAKERS else None
                if code is not None:
                    yield code


def fields(text, lang):
    """The fields of a sentence; {name_en} and {name_zh} are one field in two languages."""
    return {name.removesuffix(f"_{lang}") for _, name, _, _ in Formatter().parse(text) if name is not None}


def words(text):
    return "".join(literal for literal, *_ in Formatter().parse(text))


def faults(english, chinese):
    """What is wrong with one pair of sentences."""
    found = []
    if fields(english, "en") != fields(chinese, "zh"):
        found.append("fields differ")
    if english[:1].isupper() or english.endswith("."):
        found.append("English is one lower-case sentence without a full stop")
    if chinese.endswith("。"):
        found.append("Chinese is one sentence without a full stop")
    if re.search("[a-z]", words(english)) and not CHINESE.search(words(chinese)):
        found.append("not translated")
    return found


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ("raise UnitError('unit.unknown', value)", {"unit.unknown"}),
        ("Undefined('no such code')", {"no such code"}),
        ("raise TypeError('no code at all')", set()),
        ("code = 'unit.strange' if odd else 'numeral.empty'", {"unit.strange", "numeral.empty"}),
        ("code = f'unit.{name}-zero'", {"unit.*-zero"}),
        ("def f():\n    'unit.unknown'\n    return 'other.text', 'unit.Name'", set()),
    ],
)
def test_the_check_sees_codes(source, codes):
    assert set(spoken(ast.parse(source))) == codes


@pytest.mark.parametrize(
    ("english", "chinese", "found"),
    [
        ("{value} is odd", "{value}有误", []),
        ("{value_en} is odd", "{value_zh}有误", []),
        ("{total} = {parts}", "{total} = {parts}", []),
        ("{value} is odd", "有误", ["fields differ"]),
        ("{value_zh} is odd", "{value_en}有误", ["fields differ"]),
        ("Odd", "有误", ["English is one lower-case sentence without a full stop"]),
        ("odd.", "有误", ["English is one lower-case sentence without a full stop"]),
        ("odd", "有误。", ["Chinese is one sentence without a full stop"]),
        ("odd", "odd", ["not translated"]),
    ],
)
def test_the_check_sees_faults(english, chinese, found):
    assert faults(english, chinese) == found


@pytest.mark.parametrize("code", MESSAGES)
def test_sentence_is_well_formed(code):
    assert faults(*MESSAGES[code]) == []


def test_spoken_codes_have_a_sentence(module):
    assert {code for code in spoken(module.tree) if not matching(MESSAGES, code)} == set()


def test_no_sentence_is_left_over(modules):
    codes = {code for module in modules if module.room != "messages" for code in spoken(module.tree)}
    used = {code for pattern in codes for code in matching(MESSAGES, pattern)}
    assert set(MESSAGES) - used == set()
