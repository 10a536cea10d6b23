"""Hostile rule books: any text makes a book that works, or is refused as a StandardError, and soon."""

import copy
import pickle
import time
import tomllib
from fractions import Fraction
from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govperf.errors import StandardError
from govperf.limits import LIMITS
from govperf.model import Operator
from govperf.standards import Clause, Provenance, Rule, dumps, loads, standard
from govperf.standards.locating import spans

CLAUSE = Clause(Provenance.CHOICE, "a test")
HEAD = 'name = "ours"\ntitle = "办法"\nenglish = "a test"\nextends = "MOF-2020-10"\n'
SAID = 'provenance = "choice"\nsource = "a test"\n'
NAMES = [
    ("某市甲", "MOF-2020-10"),
    ("某市乙", "MOF-2021-101"),
    ("某市丙", "MOF-2013-53"),
    ("某市丁", "HUBEI-2020"),
]
TEXTS = [attrs.evolve(standard(base), name=name, aliases=["某市"]).to_toml() for name, base in NAMES]
LONG = LIMITS.rule_book_bytes - 1_000
SOON = 30  # seconds; each takes one or two, and would take minutes if it were quadratic


def faults(text):
    with pytest.raises(StandardError) as caught:
        loads(text)
    return list(getattr(caught.value, "exceptions", [caught.value]))


def works(text):
    """A book that is read can be used and written; what is wrong is said of the text."""
    try:
        book = loads(text)
    except StandardError as error:
        found = getattr(error, "exceptions", [error])
        assert 1 <= len(found) <= LIMITS.faults
        lines = text.count("\n") + 1
        for fault in found:
            assert 0 <= fault.line <= lines
            for lang in ("en", "zh"):
                assert len(fault.explain(lang)) < 1_500
                assert fault.explain(lang).isprintable()
        return False
    assert loads(dumps(book)) == book
    assert 0 <= book.rule(book.execution_rule).share(Fraction(1, 2)) <= 1
    return True


class TestSoon:
    @pytest.mark.parametrize(
        "text",
        [
            "a." * (LONG // 2) + "a = 1",
            "'a' ." * (LONG // 5) + "a = 1",
            f"[{'a.' * (LONG // 2)}a]",
            f"[{'a.' * 60}a]\n" * (LONG // 124),
            "a" * LONG,
            '"' * LONG,
            "'" * LONG,
            '"a' * (LONG // 2),
            "\n" * LONG,
            "#\n" * (LONG // 2),
            "# " * (LONG // 2),
            " " * LONG,
            "[" * LONG,
            "{" * LONG,
            f"a = {'[' * 60}{']' * 60}\n" + "b = 1\n" * (LONG // 6),
            f"a = [{'1,' * (LONG // 3)}]",
            f"a = [{'[],' * (LONG // 4)}]",
            f"a = '''{'x' * LONG}'''",
            f'a = """{chr(92) * 2 * (LONG // 2)}"""',
            f'a = """{(chr(34) * 2 + "x") * (LONG // 3)}"""',
            f"{'x' * LONG} = 1",
            "".join(f"k{i} = 1\n" for i in range(60_000)),
            "".join(f"operator{i} = 1\n" for i in range(50_000)),
            "".join(f"[[weights]]\nk{i} = 1\n" for i in range(30_000)),
            "".join(f"[rules.r{i}]\n" for i in range(50_000)),
            f"name = {'9' * 4_000}",
            f"name = 0x{'f' * (LONG // 2)}",
            f"name = 1e{'9' * (LONG // 2)}",
            f"name = 0.{'1' * (LONG // 2)}",
        ],
        ids=lambda text: f"{text[:12]} … {text[-6:]}",
    )
    def test_refused(self, text):
        start = time.perf_counter()
        assert not works(text)
        works(HEAD + text)
        assert time.perf_counter() - start < SOON

    @pytest.mark.parametrize(
        "table",
        [
            "knots = [" + "[1, 2]," * 19_999 + "]",
            "knots = [" + "['x', 2]," * 19_999 + "]",
            "knots = [" + ",".join(f"[{i}, 0]" for i in range(1_001)) + "]",
            "knots = [[0, 0]]\nindicators = [" + ",".join(f"'{i}'" for i in range(20_000)) + "]",
            "knots = [[0, 0]]\nindicators = [" + ",".join(f"'{i}'" for i in range(20_000)) + "]\n"
            "categories = [" + ",".join(f"'{i}'" for i in range(20_000)) + "]",
            "knots = [[0, '1/" + "9" * 900 + "']]",
            "knots = [[1e33, 0], ['1/" + "9" * 60 + "', 1]]",
        ],
        ids=["level", "faults", "too many knots", "indicators", "claims", "long fraction", "falling"],
    )
    def test_rules(self, table):
        start = time.perf_counter()
        assert not works(f"{HEAD}[rules.a]\noperators = ['>=', '>']\n{table}\n{SAID}")
        assert time.perf_counter() - start < SOON

    def test_many_rules_of_many_claims(self):
        names = ",".join(f"'{i}'" for i in range(5_000))
        rules = "".join(
            f"[rules.r{i}]\noperators = ['>=']\nindicators = [{names}]\nknots = [[0, 0]]\n{SAID}"
            for i in range(20)
        )
        start = time.perf_counter()
        assert {one.code for one in faults(HEAD + rules)} == {"standard.overlap"}
        assert time.perf_counter() - start < SOON

    def test_many_small_rules(self):
        rules = "".join(
            f"[rules.r{i}]\noperators = ['>=']\nindicators = ['{i}']\nknots = [[0, 0], [1, 1]]\n{SAID}"
            for i in range(6_000)
        )
        start = time.perf_counter()
        book = loads(HEAD + rules)
        assert book.rule_for(Operator.AT_LEAST, indicator="5999").name == "r5999"
        assert time.perf_counter() - start < SOON

    def test_places_are_found_in_one_walk(self):
        """Twice the text takes about twice the time."""
        taken = []
        for size in (5_000, 40_000):
            text = "".join("[[a.b]]\nc = [1, { d = 'x' }] # [e]\n" for _ in range(size))
            start = time.perf_counter()
            path = f"$.a.b[{size - 1}].c[1].d"
            assert spans(text, [path])[path][0] > len(text) - 30
            taken.append(time.perf_counter() - start)
        assert all(later < 40 * one for one, later in pairwise(taken))


class TestShownSafely:
    """What a book says of itself does nothing to a terminal, and is cut short."""

    @pytest.mark.parametrize(
        "name", ["\x1b[31mred", "a\nb", "\u202egnp", "x" * 10_000, 'a"b\\c', "\x00"], ids=ascii
    )
    def test_names_of_rules(self, name):
        if len(name) > 100:
            name = name[:9_000]
        text = dumps(standard().with_rules(Rule(name, ("*",), [(0, 0)], CLAUSE), name="ours"))
        (error,) = faults(text.replace('operators = ["*"]', 'operators = ["?"]'))
        assert error.code == "standard.choice"
        assert error.line > 0
        for lang in ("en", "zh"):
            assert error.explain(lang).isprintable()
            assert len(error.explain(lang)) < 300
        assert all(line.isprintable() for line in error.caret.split("\n"))

    def test_unknown_keys(self):
        (error,) = faults(HEAD + '"\\u001b[31m\\n" = 1')
        assert (error.code, error.line) == ("standard.key", 5)
        assert error.explain().isprintable()

    def test_keys_of_points(self):
        (error,) = faults(
            f'{HEAD}[[weights]]\nname = "a"\nexecution = 1\npoints = {{ "\\u001b" = "x" }}\n{SAID}'
        )
        assert error.explain().isprintable()
        assert error.line == 8


class TestErrorsAreValues:
    def test_copied_and_pickled(self):
        with pytest.raises(StandardError) as caught:
            loads(HEAD + "[execution]\npoints = 'x'\nrule = 1\n" + SAID)
        for again in (
            copy.copy(caught.value),
            copy.deepcopy(caught.value),
            pickle.loads(pickle.dumps(caught.value)),  # noqa: S301 - our own
        ):
            assert [(str(one), one.line, one.span) for one in again.exceptions] == [
                (str(one), one.line, one.span) for one in caught.value.exceptions
            ]

    def test_caught_by_code(self):
        def codes():
            try:
                loads(HEAD + "[execution]\npoints = 'x'\nrule = 1\n" + SAID)
            except* StandardError as group:
                yield from (one.code for one in group.exceptions)

        assert list(codes()) == ["standard.type", "standard.type"]


@given(st.data(), st.sampled_from(TEXTS))
def test_a_book_with_a_piece_changed(data, text):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 20)))
    piece = data.draw(
        st.text(max_size=6)
        | st.sampled_from(["[", "]]", '"""', "= 1\n", "\n[rules.a]\n", "0", "-1", "1e9", "nan", "{}"])
    )
    works(text[:start] + piece + text[end:])


@given(st.data(), st.sampled_from(TEXTS))
def test_a_book_with_lines_lost_or_doubled(data, text):
    lines = text.split("\n")
    place = data.draw(st.integers(0, len(lines) - 1))
    count = data.draw(st.sampled_from([0, 2]))
    works("\n".join([*lines[:place], *lines[place : place + 1] * count, *lines[place + 1 :]]))


@given(st.data(), st.sampled_from(TEXTS))
def test_a_book_with_a_value_of_another_kind(data, text):
    """The fault is on the line of the value, or of the table that it is in."""
    lines = text.split("\n")
    places = [
        i for i, line in enumerate(lines) if " = " in line and not line.endswith("[") and line[0] != " "
    ]
    place = data.draw(st.sampled_from(places))
    key = lines[place].partition(" = ")[0]
    value = data.draw(
        st.sampled_from(["{}", "[]", "1979-05-27", "true", '""', "[[[]]]", "{ a = 1 }", "07:32:00"])
    )
    lines[place] = f"{key} = {value}"
    changed = "\n".join(lines)
    tomllib.loads(changed)
    if not works(changed):
        header = max((i for i in range(place) if lines[i].startswith("[")), default=place)
        assert {header + 1, place + 1} & {fault.line for fault in faults(changed)}


def test_a_rule_that_lies():
    """A rule that is code may be anything; what it says of itself is still checked."""

    @attrs.frozen
    class Liar:
        name: str = "liar"
        operators: tuple[str, ...] = (">=",)
        categories: tuple[str, ...] = ("no such category",)
        indicators: tuple[str, ...] = ()
        clause: Clause = CLAUSE

    with pytest.raises(StandardError) as caught:
        standard().with_rules(Liar())
    assert caught.value.code == "standard.category"
