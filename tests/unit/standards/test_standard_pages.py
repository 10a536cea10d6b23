"""The pages of the built-in standards are what the rule books say, and name what exists."""

import ast
import runpy
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from govperf.standards import BUILT_IN, grade_scale, standard
from govperf.standards.common import COMMON, common_indicators

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "docs" / "standards"
SCRIPT = runpy.run_path(str(FOLDER / "write.py"))
PAGES = dict(SCRIPT["pages"]())
MATRIX = SCRIPT["MATRIX"]
ENTRIES = {key: one for key, one in MATRIX.items() if key != "rules"} | {
    f"rules.{name}": one for name, one in MATRIX["rules"].items()
}


@cache
def classes(path):
    """The test classes of a file, with their tests."""
    tree = ast.parse((ROOT / "tests" / path).read_text(encoding="utf-8"))
    return {
        node.name: [one.name for one in node.body if isinstance(one, ast.FunctionDef)]
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    }


def named(path):
    """The object of a dotted name."""
    module, *names = path.split(".")
    found = import_module(module)
    for place, name in enumerate(names):
        if not hasattr(found, name):
            import_module(".".join([module, *names[: place + 1]]))
        found = getattr(found, name)
    return found


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_as_the_rule_books_say(name):
    """Else: python docs/standards/write.py."""
    assert (FOLDER / name).read_text(encoding="utf-8") == PAGES[name]


def test_no_page_is_left_over():
    assert {path.name for path in FOLDER.glob("*.md")} == set(PAGES)


def test_pages_are_written_by_the_script(tmp_path):
    for name in ("write.py", "matrix.toml"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    runpy.run_path(str(tmp_path / "write.py"), run_name="__main__")
    for name in PAGES:
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes()


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_page_for_each_language(name):
    english, chinese = (PAGES[BUILT_IN[name].replace(".toml", end)] for end in (".md", ".zh.md"))
    book = standard(name)
    assert english.startswith(book.describe("en"))
    assert chinese.startswith(book.describe("zh"))
    assert book.fingerprint in english
    assert book.fingerprint in chinese
    assert (FOLDER / "../../src/govperf/standards/data" / BUILT_IN[name]).exists()
    assert f"../../src/govperf/standards/data/{BUILT_IN[name]}\n" in english


def test_common_indicators():
    pages = [PAGES["mof-2013-53.md"], PAGES["mof-2013-53.zh.md"]]
    for page, lang in zip(pages, ("en", "zh"), strict=True):
        for frame in COMMON:
            for one in common_indicators(frame):
                (line, *_) = [line for line in page.splitlines() if line.startswith(f"| `{one.code}` |")]
                assert one.name in line
                assert one.formula is None or one.formula.explain(lang) in line


def test_one_name_for_several():
    page = PAGES["mof-2013-53.zh.md"].partition("### 同名指标")[2]
    found = [line.split(" | ")[0].removeprefix("| ") for line in page.splitlines() if line.startswith("| ")][
        2:
    ]
    assert found == ["管理制度健全性", "实际完成率", "完成及时率", "质量达标率"]


@pytest.mark.parametrize("name", ["90-80-60", "central-integer", "80-70-60"])
def test_grade_scales(name):
    page = PAGES["index.md"].partition(f"### {name}\n")[2].partition("\n#")[0]
    scale = grade_scale(name)
    assert all(f"| {grade.label} | {grade.name} | from {grade.lower}" in page for grade in scale.grades)
    assert scale.clause.source in page


class TestMatrix:
    @pytest.mark.parametrize("name", BUILT_IN)
    def test_every_part_of_a_book_has_its_tests(self, name):
        for key in SCRIPT["parts"](standard(name)):
            assert ENTRIES[key]["functions"]
            assert ENTRIES[key]["tests"]

    def test_nothing_is_left_over(self):
        used = {key for name in BUILT_IN for key in SCRIPT["parts"](standard(name))}
        assert set(ENTRIES) - used == {"total_cap"}  # no built-in book has one

    @pytest.mark.parametrize("key", ENTRIES)
    def test_what_it_names_exists(self, key):
        for function in ENTRIES[key]["functions"]:
            assert callable(named(function))
        for test in ENTRIES[key]["tests"]:
            path, _, name = test.partition("::")
            assert any(one.startswith("test_") for one in classes(path)[name])

    def test_no_name_stands_for_nothing(self):
        with pytest.raises(ModuleNotFoundError):
            named("govperf.nothing")
