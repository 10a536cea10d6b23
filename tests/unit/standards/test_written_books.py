"""Rule books as text: what is written means the same when it is read again."""

import tomllib
from decimal import Decimal
from fractions import Fraction
from textwrap import dedent

import attrs
import pytest
from asking_books import CLAUSE, Own, claimed, fault, own

from govperf.model import Grade
from govperf.standards import (
    BUILT_IN,
    Clause,
    Level,
    Levels,
    Parameter,
    Provenance,
    Rounding,
    Rule,
    TotalCap,
    dumps,
    loads,
    standard,
)
from govperf.standards.tomling import toml

BASE = standard()


def graded(lower):
    return [Grade("a", "a", lower), Grade("b", "b", Decimal(0))]


class TestWriting:
    @pytest.mark.parametrize("name", BUILT_IN)
    def test_there_and_back(self, name):
        book = standard(name)
        again = loads(book.to_toml())
        assert again == book
        assert again.fingerprint == book.fingerprint
        assert dumps(book) == book.to_toml() == again.to_toml()

    def test_all_that_a_book_may_say(self):
        full = attrs.evolve(
            BASE.with_rules(
                Rule(
                    '甲 “乙”."\\',
                    ("*",),
                    [(0, 0, "1/3", "1/3"), ("10/3", 1)],
                    CLAUSE,
                    measure="actual",
                    unit="万人次",
                    categories=["output.quality"],
                    indicators=["“三公经费”变动率"],
                    steps=("1/3", Decimal("0.05"), "ceil"),
                    deductions=[(2, "0.5"), (3, "2/3")],
                ),
                name="ours",
            ),
            aliases=["a", "b"],
            execution_finished="proportional",
            rounding=Rounding(1, "half_even", CLAUSE, level="level", rate=0),
            total_cap=TotalCap([(0, Decimal("59.90")), ("1/3", Decimal(100))], CLAUSE),
            levels=Levels([Level("好", "good", "1/3", 1, aliases=["佳"], minus="0.5")], CLAUSE),
        )
        assert loads(full.to_toml()) == full
        assert loads(full.to_toml()).rule('甲 “乙”."\\') == full.rules[0]

    def test_derived_from_takes_nothing(self):
        """A base that is gone, or has changed, makes no difference."""
        book = attrs.evolve(BASE, name="ours", aliases=(), extends="gone")
        assert loads(book.to_toml()) == book
        short = book.to_toml().replace("[rules.deadline]", "[rules.late]")
        assert "deadline" not in claimed(loads(short))

    def test_extends_and_derived_from(self):
        error = fault(own, 'derived_from = "MOF-2020-10"')
        assert (error.code, error.value, error.path) == ("standard.key", "'derived_from'", "$")

    def test_a_rule_that_is_code(self):
        error = fault(BASE.with_rules(Own()).to_toml)
        assert (error.code, error.value, error.path) == ("standard.own-rule", "'own'", "$.rules")

    @pytest.mark.parametrize(
        ("fields", "code", "path"),
        [
            ({"grades_clause": Clause(Provenance.CHOICE, "")}, "standard.type", "$.grades.source"),
            (
                {"levels": Levels([Level("a", "", 0, 1)], CLAUSE)},
                "standard.type",
                "$.levels.bands[0].english",
            ),
            ({"grades": [Grade("", "a", Decimal(0))]}, "standard.type", "$.grades.bands[0].label"),
            ({"grades": graded(0.5)}, "standard.type", "$.grades.bands[0].from"),
            ({"grades": graded(Decimal("Infinity"))}, "standard.range", "$.grades.bands[0].from"),
            (
                {"grades": graded(Decimal(f"1.{'0' * 34}"))},
                "standard.range",
                "$.grades.bands[0].from",
            ),
            ({"title": "半个\ud800"}, "data.unicode", "$.title"),
            (
                {"rules": [attrs.evolve(BASE.rules[0], name="\ud800")], "execution_rule": "\ud800"},
                "data.unicode",
                "",
            ),
        ],
        ids=["source", "english", "label", "float", "endless", "too long", "half", "half of a key"],
    )
    def test_what_nobody_could_read_is_not_written(self, fields, code, path):
        error = fault(attrs.evolve(BASE, **fields).to_toml)
        assert (error.code, error.path) == (code, path or error.path)

    @pytest.mark.parametrize("value", [None, "MOF-2020-10", BASE.rules])
    def test_type(self, value):
        with pytest.raises(TypeError):
            dumps(value)


class TestToml:
    """Any text and any exact number mean the same again."""

    @pytest.mark.parametrize(
        "text",
        [
            '"',
            "\\",
            "\n",
            "\r\n",
            "\t",
            "\x00",
            "\x1f",
            "\x7f",
            "\u2028",
            "\ufeff",
            "'''",
            '"""',
            "#",
            "[a]",
            "绩效",
            "😀",
        ],
        ids=ascii,
    )
    def test_texts(self, text):
        written = toml({"key": text, text: {"a": [text]}})
        assert tomllib.loads(written) == {"key": text, text: {"a": [text]}}
        assert all(char.isprintable() or char in "\n\u2028\ufeff" for char in written)

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (Fraction(2), "2"),
            (Fraction(-2), "-2"),
            (Fraction(3, 5), "0.6"),
            (Fraction(-1, 8), "-0.125"),
            (Fraction(1, 400), "0.0025"),
            (Fraction(401, 4), "100.25"),
            (Fraction(2, 3), '"2/3"'),
            (Fraction(-1, 60), '"-1/60"'),
            (Fraction(1, 10**34), f"0.{'0' * 33}1"),
            (Fraction(1, 2**34), "0.0000000000582076609134674072265625"),
            (Fraction(1, 2**35), f'"1/{2**35}"'),
            (Fraction(10**34 - 1), "9" * 34),
            (Fraction(10**33 + 1, 10), f"1{'0' * 32}.1"),
            (Fraction(10**34 + 1, 10), f'"{10**34 + 1}/10"'),
            (Decimal("10.50"), "10.50"),
            (Decimal("1E+2"), "100"),
            (Decimal("1E-7"), "0.0000001"),
            (0, "0"),
            ([], "[]"),
            ((1, "a"), '[1, "a"]'),
        ],
        ids=str,
    )
    def test_values(self, value, text):
        assert toml({"key": value}) == f"key = {text}\n"

    def test_tables(self):
        table = {
            "b": {"c": {"d": 1}, "e": {}},
            "a": 1,
            "f": [{"g": {"h": 1}}, {"i": 2}],
            "j": {"k": [{"l": 1}]},
        }
        assert toml(table) == dedent(
            """\
            a = 1

            [b.c]
            d = 1

            [b.e]

            [[f]]
            g = { h = 1 }

            [[f]]
            i = 2

            [j]
            k = [
              { l = 1 },
            ]
            """
        )
        assert tomllib.loads(toml(table)) == table

    def test_empty(self):
        assert toml({}) == ""
        assert toml({"a": {}}) == "[a]\n"

    @pytest.mark.parametrize("value", ["", None, 1.5, {1}, b"a"], ids=repr)
    def test_impossible(self, value):
        assert fault(toml, {"a": [{"b": value}]}).path == "$.a[0].b"


def test_to_toml_of_a_parameter():
    book = attrs.evolve(BASE, full=Parameter(Decimal("120.0"), CLAUSE))
    assert "full = 120.0\n" in book.to_toml()
