"""Taxonomies of one's own, made or read from a text: what they may be, and what is refused where."""

import copy
import pickle

import attrs
import pytest
from asking_books import capped

from govperf.errors import StandardError
from govperf.standards import Category, Clause, Provenance, Taxonomy, loads_taxonomy, taxonomy

NEW = taxonomy("2021")
CLAUSE = Clause(Provenance.CHOICE, "a test")
TEXT = """
name = "某区"
title = "某区自评表"
english = "A form of a district"
provenance = "verified"
source = "the form"
categories = [
  { code = "effect", labels = ["效果"], english = "effect", counterparts = { 2020 = "outcome" } },
  { code = "effect.social", labels = ["效果", "社会效果"], english = "social", aliases = ["社会", "公众"] },
  { code = "effect.green", labels = ["效果", "生态效果"], english = "ecological", counterparts = {} },
]
"""


def changed(old, new):
    assert TEXT.count(old) >= 1, old
    return TEXT.replace(old, new, 1)


def fault(text):
    with pytest.raises(StandardError) as caught:
        loads_taxonomy(text)
    return getattr(caught.value, "exceptions", [caught.value])[0]


def local(*categories):
    return Taxonomy(name="某区", title="某区自评表", english="a form", clause=CLAUSE, categories=categories)


def code(found):
    return found and found.code


class TestMade:
    """A taxonomy can be made without a file."""

    def test_as_from_its_text(self):
        made = Taxonomy(
            name="某区",
            title="某区自评表",
            english="A form of a district",
            clause=Clause(Provenance.VERIFIED, "the form"),
            categories=[
                Category("effect", "效果", "effect", counterparts={"2020": "outcome"}),
                Category("effect.social", ["效果", "社会效果"], "social", aliases=["社会", "公众"]),
                Category("effect.green", ("效果", "生态效果"), "ecological"),
            ],
        )
        assert made == loads_taxonomy(TEXT)
        assert hash(made) == hash(loads_taxonomy(TEXT))

    def test_copies(self):
        assert pickle.loads(pickle.dumps(NEW)) == copy.deepcopy(NEW) == NEW  # noqa: S301 - our own
        changed = attrs.evolve(NEW.categories[1], english="cost in money")
        assert changed.counterparts == NEW.categories[1].counterparts == (("2020", "output.cost"),)

    def test_frozen(self):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            NEW.categories[0].code = "price"
        NEW.branches.clear()
        assert len(NEW.branches) == 4

    def test_levels(self):
        leaf = NEW.find(["成本", "经济成本"])
        assert (leaf.above, leaf.label, leaf.english) == ("cost", "经济成本", "economic cost")
        assert (NEW.find("成本").above, NEW.find("成本").label) == ("", "成本")

    @pytest.mark.parametrize("wrong", ["effect", None, 1], ids=repr)
    def test_no_category(self, wrong):
        with pytest.raises(TypeError):
            local(wrong)

    @pytest.mark.parametrize("wrong", [None, 1, [1], [None]], ids=repr)
    def test_no_labels(self, wrong):
        with pytest.raises(TypeError):
            Category("effect", wrong, "effect")

    @pytest.mark.parametrize("right", ["a", "a.b", "a1_b.c_2"])
    def test_codes(self, right):
        assert Category(right, ["效果", "社会"][: 1 + right.count(".")], "x").code == right

    @pytest.mark.parametrize(
        "wrong",
        ["", ".", "a.", ".a", "a.b.c", "A", "a b", "1a", "a.1b", "_a", "效果", "a\n", "a-b"],
        ids=repr,
    )
    def test_wrong_codes(self, wrong):
        for fields in ({"code": wrong}, {"code": "a", "counterparts": {"2020": wrong}}):
            with pytest.raises(StandardError) as caught:
                Category(labels=["效果"], english="x", **fields)
            assert caught.value.code == "taxonomy.code"

    @pytest.mark.parametrize(
        ("levels", "labels"), [("a", []), ("a", ["效果", "社会"]), ("a.b", ["社会"]), ("a.b", ["效果"] * 3)]
    )
    def test_wrong_levels(self, levels, labels):
        with pytest.raises(StandardError) as caught:
            Category(levels, labels, "x")
        assert caught.value.code == "taxonomy.levels"

    @pytest.mark.parametrize(
        "label", ["", " ", "社 会", "社会指标", "社会\n", "社会（5分）", "指标指标"], ids=repr
    )
    def test_wrong_labels(self, label):
        for fields in ({"labels": [label]}, {"labels": ["效果"], "aliases": ["社会", label]}):
            with pytest.raises(StandardError) as caught:
                Category("a", english="x", **fields)
            assert (caught.value.code, caught.value.value) == ("taxonomy.label", repr(label))

    def test_a_label_may_be_the_word_itself(self):
        assert code(local(Category("a", "指标", "indicator")).find("指标")) == "a"

    @pytest.mark.parametrize(
        "last",
        [
            Category("b.c", ["乙", "丙"], "above comes later"),
            Category("a.c", ["乙", "丙"], "above has another label"),
            Category("a.c", ["甲方", "丙"], "above has an alias like that"),
        ],
        ids=lambda one: one.english,
    )
    def test_above(self, last):
        with pytest.raises(StandardError) as caught:
            local(Category("a", "甲", "x", aliases="甲方"), last, Category("b", "乙", "x"))
        assert (caught.value.code, caught.value.path) == ("taxonomy.above", "$.categories[1]")

    @pytest.mark.parametrize(
        ("last", "code", "value"),
        [
            (Category("a", "丙", "x"), "taxonomy.code-twice", "a"),
            (Category("c", "甲", "x"), "taxonomy.alias", "甲"),
            (Category("c", "甲方", "x"), "taxonomy.alias", "甲方"),
            (Category("c", "丙", "x", aliases="甲"), "taxonomy.alias", "甲"),
            (Category("c", "丙", "x", aliases="甲方"), "taxonomy.alias", "甲方"),
            (Category("c", "丙", "x", aliases="丙"), "taxonomy.alias", "丙"),
            (Category("c", "丙", "x", aliases=["丁", "丁"]), "taxonomy.alias", "丁"),
            (Category("c", "丙", "x", counterparts={"2020": "output"}), "taxonomy.counterpart", "output"),
        ],
    )
    def test_twice(self, last, code, value):
        first = Category("a", "甲", "x", aliases="甲方", counterparts={"2020": "output"})
        with pytest.raises(StandardError) as caught:
            local(first, Category("b", "乙", "x"), last)
        assert (caught.value.code, caught.value.path) == (code, "$.categories[2]")
        assert caught.value.value == repr(value)

    def test_what_may_stand_twice(self):
        """The same word below another first level, and the same code in another taxonomy."""
        book = local(
            Category("a", "甲", "x", counterparts={"2020": "output"}),
            Category("a.b", ["甲", "甲"], "x", counterparts={"2021": "output"}),
            Category("b", "乙", "x"),
            Category("b.b", ["乙", "甲"], "x"),
        )
        assert [code(book.find(labels)) for labels in (["甲"], ["甲", "甲"], ["乙", "甲"])] == [
            "a",
            "a.b",
            "b.b",
        ]


class TestText:
    """Exactly these keys, each of its type; only aliases and counterparts may be left out."""

    @pytest.mark.parametrize("key", ["name", "title", "english", "provenance", "source"])
    @pytest.mark.parametrize(
        ("new", "code", "path"),
        [
            ("", "standard.missing", "$"),
            ("extra = 1\n{line}", "standard.key", "$"),
            ("{key} = 2020", "standard.type", "$.{key}"),
            ('{key} = ""', "standard.type", "$.{key}"),
        ],
    )
    def test_key(self, key, new, code, path):
        line = next(line for line in TEXT.split("\n") if line.startswith(f"{key} ="))
        error = fault(changed(line, new.format(key=key, line=line)))
        assert (error.code, error.path) == (code, path.format(key=key))

    @pytest.mark.parametrize(
        ("old", "new", "code", "path"),
        [
            ('"verified"', '"sure"', "standard.choice", "$.provenance"),
            ("categories = [", "others = [", "standard.key", "$"),
            ("categories = [", "categories = [ 1,", "standard.type", "$.categories[0]"),
            ('code = "effect", ', "", "standard.missing", "$.categories[0]"),
            ('code = "effect", ', "code = 1, ", "standard.type", "$.categories[0].code"),
            ('labels = ["效果"], ', "", "standard.missing", "$.categories[0]"),
            ('labels = ["效果"], ', 'labels = "效果", ', "standard.type", "$.categories[0].labels"),
            ('["效果", "社会效果"]', '["效果", 1]', "standard.type", "$.categories[1].labels[1]"),
            ('["效果", "社会效果"]', '["社会效果"]', "taxonomy.levels", "$.categories[1]"),
            ('["效果", "社会效果"]', '["效果", ""]', "taxonomy.label", "$.categories[1]"),
            ('["效果", "社会效果"]', '["效益", "社会效果"]', "taxonomy.above", "$.categories[1]"),
            ('english = "effect"', 'english = ""', "standard.type", "$.categories[0].english"),
            ('english = "effect"', 'anglais = "effect"', "standard.key", "$.categories[0]"),
            ('english = "effect"', 'english = "effect", required = true', "standard.key", "$.categories[0]"),
            ('aliases = ["社会", "公众"]', 'aliases = "社会"', "standard.type", "$.categories[1].aliases"),
            ('"公众"', "true", "standard.type", "$.categories[1].aliases[1]"),
            ('"公众"', '"公众指标"', "taxonomy.label", "$.categories[1]"),
            ('"公众"', '"社会"', "taxonomy.alias", "$.categories[1]"),
            ('"公众"', '"生态效果"', "taxonomy.alias", "$.categories[2]"),
            ("counterparts = {}", "counterparts = []", "standard.type", "$.categories[2].counterparts"),
            (
                "counterparts = {}",
                "counterparts = { 2020 = 1 }",
                "standard.type",
                "$.categories[2].counterparts.2020",
            ),
            ("counterparts = {}", 'counterparts = { 2020 = "产出" }', "taxonomy.code", "$.categories[2]"),
            (
                "counterparts = {}",
                'counterparts = { 2020 = "outcome" }',
                "taxonomy.counterpart",
                "$.categories[2]",
            ),
            ('"effect.green"', '"effect.social"', "taxonomy.code-twice", "$.categories[2]"),
            ('"effect.green"', '"effect green"', "taxonomy.code", "$.categories[2]"),
            ("counterparts = {}", "code = 1", "standard.toml", ""),
        ],
    )
    def test_refused(self, old, new, code, path):
        error = fault(changed(old, new))
        assert (error.code, error.path) == (code, path)
        assert len(error.explain()) < 200

    def test_what_is_left_out(self):
        book = loads_taxonomy(TEXT)
        assert [one.aliases for one in book.categories] == [(), ("社会", "公众"), ()]
        assert [one.counterparts for one in book.categories] == [(("2020", "outcome"),), (), ()]

    def test_no_categories(self):
        start = TEXT.index("categories")
        assert loads_taxonomy(f"{TEXT[:start]}categories = []").categories == ()

    def test_empty(self):
        assert fault("").code == "standard.missing"

    def test_nested_without_end(self):
        assert fault(changed('name = "某区"', f"name.{'a.' * 5_000}a = 1")).code == "limit.depth"
        assert fault(changed('name = "某区"', f"name.{'a.' * 50}a = 1")).path == "$.name"

    @pytest.mark.parametrize("text", [None, b"name = 1", 3], ids=repr)
    def test_no_text(self, text):
        with pytest.raises(TypeError):
            loads_taxonomy(text)

    @pytest.mark.parametrize(("limit", "code"), [(7, "limit.bytes"), (8, "standard.missing")])
    def test_too_long(self, monkeypatch, limit, code):
        monkeypatch.setattr("govperf.standards.tables.LIMITS", capped(rule_book_bytes=limit))
        assert fault("name = 1").code == code

    @pytest.mark.parametrize(
        ("limit", "path"), [(1, "$.categories"), (2, "$.categories"), (3, None)], ids=["1", "2", "3"]
    )
    def test_too_many(self, monkeypatch, limit, path):
        """Three categories, and at most two labels or aliases each."""
        limits = capped(items=limit)
        monkeypatch.setattr("govperf.standards.tables.LIMITS", limits)
        if path is None:
            assert len(loads_taxonomy(TEXT).categories) == limit
        else:
            assert (fault(TEXT).code, fault(TEXT).path) == ("limit.items", path)

    def test_too_many_aliases(self):
        many = ", ".join(f'"{i}"' for i in range(20_001))
        error = fault(changed('aliases = ["社会", "公众"]', f"aliases = [{many}]"))
        assert (error.code, error.path) == ("limit.items", "$.categories[1].aliases")
