"""Every rule has names that compute it and tests that hold it, and all of them exist.

`python tests/conformance/test_matrix.py` writes docs/conformance.md anew.
"""

import ast
import re
import tomllib
from functools import cache, reduce
from importlib import import_module
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
PAGE = FOLDER.parents[1] / "docs" / "conformance.md"
RULES = 47
ORIGINS = {
    "财预〔2020〕10号": "the measures of 2020",
    "财预〔2021〕101号": "the guide of 2021",
    "财预〔2013〕53号": "the frame of common indicators of 2013",
    "GB/T 8170": "the standard of rounding",
    "bank and accounting rules": "正确填写票据和结算凭证的基本规定, 会计基础工作规范",
    "in use": "the rule code of systems that apply it, and forms filled in",
    "local": "forms or tables of a province or a county",
    "choice": "the texts are silent, this is what govperf does",
}
"""Where a rule is from, and what that means."""

BEFORE = """\
# The rules, one by one

Each rule of budget performance evaluation that govperf knows, what it says in our words, the names that
compute it and the tests that hold it with its worked numbers and its bounds. How sure each figure is, and
where it was read, stands beside the figure in the rule book: `standard(…)` holds it as data.

Origins:

{origins}

Names stand in `govperf`, tests in the files of `tests/conformance`, whose `test_` is left out here. This page
is made of `tests/conformance/matrix.toml`, by `python tests/conformance/test_matrix.py`.
"""
HEAD = "| rule | what it says | origin | computed by | held by |\n| --- | --- | --- | --- | --- |\n"
NUMBERS = re.compile(r"Rules? (\d+(?:(?:, | and )\d+)*)\b")


@cache
def areas():
    return tomllib.loads((FOLDER / "matrix.toml").read_text(encoding="utf-8"))["areas"]


def rules():
    return [rule for area in areas() for rule in area["rules"]]


def rendered():
    """The page."""
    origins = ";\n".join(f"- **{origin}**: {meaning}" for origin, meaning in ORIGINS.items())
    text = BEFORE.format(origins=f"{origins}.")
    for area in areas():
        text += f"\n## {area['name']}\n\n{HEAD}{''.join(map(_line, area['rules']))}"
    return text


def _line(rule):
    says = " ".join([rule["says"], *([f"*{rule['note']}*"] if "note" in rule else [])])
    names, tests = (", ".join(f"`{item}`" for item in rule[key]) for key in ("names", "tests"))
    held = tests.replace("test_", "").replace(".py", "")
    return f"| {rule['number']} | {says} | {rule['origin']} | {names} | {held} |\n"


@cache
def classes(file):
    """The test classes of a file: the tests of each, and the rules that it says it holds."""
    tree = ast.parse((FOLDER / file).read_text(encoding="utf-8"))
    return {
        node.name: (
            [
                one.name
                for one in node.body
                if isinstance(one, ast.FunctionDef) and one.name.startswith("test")
            ],
            said(node.name) or said(ast.get_docstring(node) or ""),
        )
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    }


def said(text):
    """The rules that a docstring begins with, or that the name of a class is of."""
    found = NUMBERS.match(text) or re.fullmatch(r"TestRule(\d+)", text)
    return {int(number) for number in re.findall(r"\d+", found[1])} if found else set()


def resolved(name):
    """What a name is, from the package on: a member of a room, or of a class."""
    first, *others = name.split(".")
    if first.islower() and others:
        return reduce(getattr, others, import_module(f"govperf.{first}"))
    return reduce(getattr, [first, *others], import_module("govperf"))


def test_every_rule_stands_there_once_and_in_order():
    assert [rule["number"] for rule in rules()] == list(range(1, RULES + 1))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: str(rule["number"]))
class TestRule:
    def test_it_is_whole(self, rule):
        assert set(rule) - {"note"} == {"number", "says", "origin", "names", "tests"}
        assert rule["origin"] in ORIGINS
        assert rule["names"]
        assert rule["tests"]

    def test_its_names_exist(self, rule):
        for name in rule["names"]:
            assert resolved(name) is not None

    def test_its_names_are_public(self, rule):
        for name in rule["names"]:
            first, *others = name.split(".")
            room = import_module(f"govperf.{first}" if first.islower() and others else "govperf")
            assert (others[0] if first.islower() and others else first) in room.__all__

    def test_its_tests_exist(self, rule):
        for test in rule["tests"]:
            file, name = test.split("::")
            tests, numbers = classes(file)[name]
            assert tests
            assert not numbers or rule["number"] in numbers


def test_what_a_test_says_it_holds_stands_there():
    """A class TestRule4, or one whose docstring begins with "Rule 4.", is among the tests of rule 4."""
    claims = {
        (number, f"{path.name}::{name}")
        for path in sorted(FOLDER.glob("test_*.py"))
        for name, (_, numbers) in classes(path.name).items()
        for number in numbers
    }
    listed = {(rule["number"], test) for rule in rules() for test in rule["tests"]}
    assert claims - listed == set()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Rule 4. Bands.", {4}),
        ("Rules 1 and 6. What", {1, 6}),
        ("Rules 1, 2 and 3. What", {1, 2, 3}),
        ("Bank rules 1: amounts", set()),
        ("A rule of 4.", set()),
        ("TestRule14", {14}),
        ("TestRules", set()),
    ],
)
def test_names_and_docstrings_are_read(text, numbers):
    assert said(text) == numbers


def test_the_page_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == rendered()


if __name__ == "__main__":
    PAGE.write_text(rendered(), encoding="utf-8")
