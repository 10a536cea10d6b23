"""The lists for readers: glossary, codes of findings, codes of errors. Each is what its script writes."""

import enum
import importlib
import re
import runpy
import tomllib
from pathlib import Path

import pytest

import govperf
from govperf import errors
from govperf.messages import MESSAGES, message
from govperf.reviewing import CHECKS
from govperf.standards import grade_scale

DOCS = Path(__file__).parents[2] / "docs"
GLOSSARY = runpy.run_path(str(DOCS / "lists" / "glossary.py"))
ERRORS = runpy.run_path(str(DOCS / "lists" / "errors.py"))
CODES = runpy.run_path(str(DOCS / "review" / "write.py"))
SAID = tomllib.loads((DOCS / "review" / "codes.toml").read_text(encoding="utf-8"))
PRIVATE = {"cli", "layout", "version"}
"""Rooms that no program is to import: the command line is public by its commands."""

TERMS = [term for _, term in GLOSSARY["entries"]()]
ENTRIES = {term["zh"]: term for term in TERMS}
BEARERS = GLOSSARY["bearers"]()
PUBLIC = {short: value for short, _, value in GLOSSARY["public"]()}
CHINESE = re.compile("[\u4e00-\u9fff]")
FIELDS = re.compile(r"\{\w+\}")


def resolved(path):
    """What a name below govperf stands for."""
    found = govperf
    for place, name in enumerate(path.split(".")):
        if place == 0 and name not in govperf.__all__:
            found = importlib.import_module(f"govperf.{name}")
        else:
            found = getattr(found, name)
    return found


@pytest.mark.parametrize(
    ("script", "folder"),
    [(GLOSSARY, "."), (ERRORS, "."), (CODES, "review")],
    ids=["glossary", "errors", "codes"],
)
def test_pages_are_as_their_script_writes_them(script, folder):
    """Else: python docs/lists/glossary.py, docs/lists/errors.py or docs/review/write.py."""
    for name, text in script["pages"]():
        assert (DOCS / folder / name).read_text(encoding="utf-8") == text


def test_every_public_room_is_shown_once(rooms):
    assert sorted(GLOSSARY["rooms"]()) == [f"govperf.{room}" for room in rooms if room not in PRIVATE]


class TestGlossary:
    def test_the_check_sees(self):
        class Sample:
            """Points (分值, 得分) of a row, in 万元/(人·年)."""

        assert GLOSSARY["terms_of"](Sample) == ["分值", "得分"]
        assert resolved("model.Provenance.IN_USE").value == "in use"
        with pytest.raises(AttributeError):
            resolved("Budget.no_such_name")

    def test_every_public_name_has_a_term(self):
        bearing = {short for several in BEARERS.values() for short, _ in several}
        assert PUBLIC.keys() - bearing == set()

    def test_every_term_of_a_public_name_is_explained(self):
        """Else: a line in docs/lists/terms.toml."""
        assert {term: names for term, names in BEARERS.items() if term not in ENTRIES} == {}

    def test_every_category_is_explained(self):
        assert GLOSSARY["labels"]().keys() - ENTRIES.keys() == set()

    def test_every_grade_is_explained(self):
        scales = [grade_scale(name) for name in ("90-80-60", "80-70-60", "central-integer")]
        assert {grade.label: grade.name for scale in scales for grade in scale.grades} == {
            label: ENTRIES[label]["en"] for label in "优良中差"
        }

    def test_every_choice_is_explained(self):
        named = {resolved(name) for term in TERMS for name in term.get("names", []) if "." in name}
        choices = {
            member
            for value in PUBLIC.values()
            if isinstance(value, type) and issubclass(value, enum.Enum)
            for member in value
        }
        assert choices
        assert choices - {one for one in named if isinstance(one, enum.Enum)} == set()

    def test_choices_are_called_as_the_messages_call_them(self):
        called = {"Severity": "severity", "Provenance": "provenance", "Light": "light"}
        for term in TERMS:
            for name in term.get("names", []):
                *_, owner, _ = ("", *name.split("."))
                if owner in called:
                    code = f"{called[owner]}.{resolved(name).value}"
                    assert (term["zh"], term["en"]) == (message(code, {}, "zh"), message(code, {}, "en"))

    def test_every_name_exists(self):
        for term in TERMS:
            for name in term.get("names", []):
                assert resolved(name) is not None

    def test_no_term_stands_twice(self):
        assert len(TERMS) == len(ENTRIES)

    @pytest.mark.parametrize("term", TERMS, ids=[term["zh"] for term in TERMS])
    def test_a_term_is_whole(self, term):
        assert term.keys() <= {"zh", "en", "means", "printed", "names"}
        assert term["en"].strip()
        assert term["means"].strip()
        assert not CHINESE.search(term["en"])
        assert term["zh"] not in term.get("printed", [])
        assert "|" not in "".join(term["means"])

    def test_both_ways_are_sorted(self):
        words = ["总分", "产出", "部门", "权重", "得分", "比率"]
        assert sorted(words, key=GLOSSARY["by_pinyin"]) == ["比率", "部门", "产出", "得分", "权重", "总分"]
        page = (DOCS / "glossary.md").read_text(encoding="utf-8")
        chinese = re.findall(r"^\| ([^|]+) \|", page.partition("## From Chinese")[2], re.MULTILINE)
        listed, _, _ = page.partition("## From Chinese")[2].partition("## From English")
        assert [word for word in chinese if f"\n| {word} |" in listed and word in ENTRIES] == sorted(
            ENTRIES, key=GLOSSARY["by_pinyin"]
        )


class TestCodesOfFindings:
    def codes(self):
        return [code.removeprefix("finding.") for code in MESSAGES if code.startswith("finding.")]

    def test_every_code_is_on_both_pages(self):
        for _, page in CODES["pages"]():
            listed = re.findall(r"^\| `finding\.([a-z0-9-]+)` \|", page, re.MULTILINE)
            assert sorted(listed) == sorted(self.codes())

    def test_severities_are_those_of_the_checks(self):
        for check in CHECKS:
            rows = CODES["family_rows"](check.family)
            (grave,) = [said for code, said, _ in rows if f"finding.{code}" == check.code]
            assert check.severity.value in grave

    def test_every_code_has_its_chinese_sentence(self):
        assert sorted(SAID["zh"]) == sorted(self.codes())
        for text in SAID["zh"].values():
            assert CHINESE.search(text)
            assert not text.endswith("。")

    def test_every_family_has_its_names(self):
        assert SAID["families"].keys() == CODES["TITLES"].keys() == set(CODES["families"]())

    def test_what_settles_it_has_nothing_to_fill_in(self):
        for lang in ("en", "zh"):
            for code in self.codes():
                assert not FIELDS.search(CODES["settled"](code, lang))

    def test_no_sentence_is_left_over(self):
        for lang in ("en", "zh"):
            index = lang == "zh"
            for code in SAID[f"settle_{lang}"]:
                assert FIELDS.search(MESSAGES[f"settle.{code}"][index])


class TestCodesOfErrors:
    def test_every_class_has_codes_but_the_bases(self):
        assert set(errors.__all__) - ERRORS["classes"]().keys() <= {"GovperfError", "InputError"}
        assert all(ERRORS["classes"]().values())

    def test_what_the_source_raises_is_listed(self):
        """As far as a class and a code stand in one call: the same as the messages say by family."""
        listed = ERRORS["classes"]()
        for name, codes in ERRORS["raised"]().items():
            assert codes <= set(listed[name])

    def test_markup_in_a_sentence_is_escaped(self):
        assert ERRORS["sentence"]("scoring.operator", "en").endswith("≥, \\>, ≤, \\< or =")

    def test_a_field_is_the_same_in_both_languages(self):
        assert "{near}" in ERRORS["sentence"]("unit.unknown", "zh")
