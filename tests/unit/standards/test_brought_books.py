"""Rule books that packages bring: found by name, loaded when asked for, and all that is wrong is said."""

import pickle
import sys
from importlib.metadata import EntryPoint
from itertools import count
from textwrap import dedent

import pytest
from asking_books import claimed, fault, own, rule_text

import govperf as gp
from govperf.errors import StandardError
from govperf.standards import (
    BUILT_IN,
    ScoringStandard,
    standard,
    standard_names,
)

BASE = standard()


NAMES = count()


@pytest.fixture
def bring(tmp_path, monkeypatch):
    """A function: an installed package of some code that brings rule books under some names."""
    monkeypatch.syspath_prepend(tmp_path)
    made = []

    def install(code, *names, package=""):
        module = f"own_books_{next(NAMES)}"
        made.append(module)
        (tmp_path / f"{module}.py").write_text(dedent(code), encoding="utf-8")
        info = tmp_path / f"{module}-1.0.dist-info"
        info.mkdir()
        named = package or module.replace("_", "-")
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {named}\nVersion: 1.0\n", encoding="utf-8"
        )
        lines = [f"{name} = {module}:book" for name in names]
        (info / "entry_points.txt").write_text("[govperf.standards]\n" + "\n".join(lines), encoding="utf-8")
        return module

    yield install
    for module in made:
        sys.modules.pop(module, None)


TEXT = """
name = "{name}"
title = "办法"
english = "a test"
aliases = ["别名-{name}"]
extends = "{extends}"
"""


def text_of(name, extends="MOF-2020-10"):
    return TEXT.format(name=name, extends=extends)


class TestPackages:
    """A package brings rule books by the entry-point group `govperf.standards`."""

    @pytest.mark.parametrize(
        "code",
        [
            "book = {text!r}",
            "def book(): return {text!r}",
            "from govperf.standards import loads\nbook = loads({text!r})",
            "from govperf.standards import loads\ndef book(): return loads({text!r})",
            "class Maker:\n    def __call__(self): return {text!r}\nbook = Maker()",
        ],
        ids=["text", "function of a text", "book", "function", "callable"],
    )
    def test_found(self, bring, code):
        name = f"省{next(NAMES)}"
        module = bring(code.format(text=text_of(name)), name)
        assert name in standard_names()
        assert module not in sys.modules
        assert isinstance(gp.standard(name), ScoringStandard)
        assert gp.standard(name) is standard(name)
        assert standard(name).extends == "MOF-2020-10"

    def test_by_an_alias(self, bring):
        name = f"省{next(NAMES)}"
        bring(f"book = {text_of(name)!r}", name, f"别名-{name}")
        assert standard(f"别名-{name}") == standard(name)

    def test_extended(self, bring):
        base, above = f"省{next(NAMES)}", f"市{next(NAMES)}"
        bring(f"book = {text_of(base) + rule_text('province', ['>='])!r}", base)
        bring(f"book = {text_of(above, base) + rule_text('city', ['>'])!r}", above)
        assert claimed(standard(above)) == {
            "city": (">",),
            "province": (">=",),
            "proportional": ("=",),
            "range": ("between",),
            "reverse_proportional": ("<=", "<"),
            "zero_target": ("0",),
            "deadline": ("date",),
        }
        assert own(extends=above).extends == above

    def test_scores_carry_its_name(self, bring):
        name = f"省{next(NAMES)}"
        bring(f"book = {text_of(name)!r}", name)
        table = gp.Evaluation(gp.Department("某局"), 2023, standard=name)
        assert gp.evaluate(table).standard == name

    def test_names_are_listed_once(self, bring):
        first, second = f"a{next(NAMES)}", f"b{next(NAMES)}"
        bring("", second, first, "MOF-2020-10", "财预〔2020〕10号")
        bring("", first)
        assert standard_names() == (*BUILT_IN, first, second)

    @pytest.mark.parametrize("name", ["MOF-2020-10", "财预〔2020〕10号"])
    def test_a_built_in_name_is_never_asked_for(self, bring, name):
        bring("raise SystemExit", name)
        assert standard(name) is BASE

    @pytest.mark.parametrize("called", ["MOF-2020-10", "财预〔2020〕10号"])
    def test_a_built_in_name_cannot_be_taken_over(self, bring, called):
        name = f"省{next(NAMES)}"
        book = f"attrs.evolve(standard(), name={called!r}, aliases=[{name!r}])"
        bring(f"import attrs\nfrom govperf.standards import standard\nbook = {book}", name)
        error = fault(standard, name)
        assert (error.code, error.details["name"]) == ("standard.plugin-taken", called)

    def test_an_alias_that_is_taken(self, bring):
        name = f"省{next(NAMES)}"
        book = f"attrs.evolve(standard(), name={name!r}, aliases=['湖北2020'])"
        bring(f"import attrs\nfrom govperf.standards import standard\nbook = {book}", name)
        error = fault(standard, name)
        assert (error.code, error.details["name"]) == ("standard.plugin-taken", "湖北2020")

    def test_two_packages(self, bring):
        name = f"省{next(NAMES)}"
        bring(f"book = {text_of(name)!r}", name, package="one")
        bring(f"book = {text_of(name)!r}", name, package="two")
        error = fault(standard, name)
        assert (error.code, error.details["packages"]) == ("standard.plugin-twice", "one, two")

    @pytest.mark.parametrize(
        ("code", "wanted", "reason"),
        [
            ("", "standard.plugin", "AttributeError"),
            ("1 / 0", "standard.plugin", "ZeroDivisionError"),
            ("import no_such_module", "standard.plugin", "no_such_module"),
            ("book = (", "standard.plugin", "SyntaxError"),
            ("raise SystemExit(3)", "standard.plugin", "SystemExit: 3"),
            ("def book(): exit('no')", "standard.plugin", "SystemExit: no"),
            ("def book(): raise RuntimeError('\\x1b[31mno')", "standard.plugin", "RuntimeError: �[31mno"),
            ("def book(): return book()", "standard.plugin", "RecursionError"),
            ("def book(a): pass", "standard.plugin", "TypeError"),
            ("book = 'name = 1'", "standard.plugin", "3 faults"),
            ("book = 'name'", "standard.plugin", "line 1"),
            ("book = 5", "standard.plugin-type", "int"),
            ("book = None", "standard.plugin-type", "NoneType"),
            ("def book(): return lambda: 'x'", "standard.plugin-type", "function"),
            (
                "from govperf.standards import standard\nbook = standard()",
                "standard.plugin-name",
                "MOF-2020-10",
            ),
        ],
    )
    def test_broken(self, bring, code, wanted, reason):
        name = f"省{next(NAMES)}"
        module = bring(code, name)
        error = fault(standard, name)
        assert (error.code, error.value) == (wanted, repr(name))
        assert error.details["package"] == module.replace("_", "-")
        assert reason in error.explain("en")
        assert name in error.explain("zh")
        assert pickle.loads(pickle.dumps(error)).explain() == error.explain()  # noqa: S301 - our own

    @pytest.mark.parametrize(
        ("lang", "said"),
        [
            ("en", "the document has 2 faults: line 3: $.title: "),
            ("zh", "文档共有2处错误：第3行：$.title: "),
        ],
    )
    def test_of_several_faults_the_first_is_said(self, bring, lang, said):
        name = f"省{next(NAMES)}"
        text = text_of(name).replace('"办法"', "5").replace('"a test"', "6")
        bring(f"book = {text!r}", name)
        assert said in fault(standard, name).explain(lang)

    def test_one_fault_is_not_counted(self, bring):
        name = f"省{next(NAMES)}"
        text = text_of(name).replace('"办法"', "5")
        bring(f"book = {text!r}", name)
        said = fault(standard, name).explain("en")
        assert "cannot be loaded: line 3: $.title: " in said
        assert said.count("line 3") == 1

    def test_broken_is_tried_again(self, bring, tmp_path):
        name = f"省{next(NAMES)}"
        module = bring("1 / 0", name)
        fault(standard, name)
        (tmp_path / f"{module}.py").write_text(f"book = {text_of(name)!r}  # mended", encoding="utf-8")
        assert standard(name).name == name

    def test_a_broken_base(self, bring):
        name = f"省{next(NAMES)}"
        bring("1 / 0", name)
        error = fault(own, extends=name)
        assert (error.code, error.path, error.line) == ("standard.plugin", "$.extends", 4)

    def test_a_circle(self, bring):
        one, two = f"省{next(NAMES)}", f"市{next(NAMES)}"
        bring(f"book = {text_of(one, two)!r}", one)
        bring(f"book = {text_of(two, one)!r}", two)
        error = fault(standard, one)
        assert error.code == "standard.plugin"
        assert f"{one} → {two} → {one}" in error.details["reason_en"]

    def test_itself(self, bring):
        name = f"省{next(NAMES)}"
        bring(f"book = {text_of(name, name)!r}", name)
        assert f"{name} → {name}" in fault(standard, name).explain()

    def test_without_a_package(self, monkeypatch):
        entry = EntryPoint("别处", "no_such_module:book", "govperf.standards")
        monkeypatch.setattr("govperf.standards.discovery._entries", lambda: [entry])
        assert fault(standard, "别处").details["package"] == "?"

    def test_an_unknown_name_says_what_there_is(self, bring):
        name = f"省{next(NAMES)}"
        bring("", name)
        assert name in fault(standard, "nowhere").explain()


def test_a_broken_book_is_no_fault_of_the_form_that_names_it(bring):
    """A form is scored by another book where nobody knows its name, never where its own is broken."""
    name = f"省{next(NAMES)}"
    bring("1 / 0", name)
    for asked in (gp.evaluate, gp.review, gp.report):
        with pytest.raises(StandardError, match="ZeroDivisionError"):
            asked(gp.Evaluation("某局", 2023, standard=name))
