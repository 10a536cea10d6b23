"""Rule books are read strictly: whatever is wrong is said with its path and its line."""

from fractions import Fraction
from pathlib import Path

import pytest
from asking_books import CARRIED, HEAD, KNOTS, TEXT, capped, changed, fault_in, faults_in, own_text

from govperf.errors import StandardError
from govperf.standards import BUILT_IN, dumps, grade_scale, loads, standard, standard_names

TABLES = ("execution", "levels", "over_fulfilment", "approximation", "not_applicable", "rounding", "total")
RULES = ("proportional", "reverse_proportional", "zero_target", "deadline")


class TestByName:
    @pytest.mark.parametrize("name", BUILT_IN)
    def test_loaded_once(self, name):
        assert standard(name) is standard(name)
        assert standard(name).name == name

    @pytest.mark.parametrize("name", BUILT_IN)
    def test_by_an_alias(self, name):
        book = standard(name)
        assert book.aliases
        assert {standard(alias) for alias in book.aliases} == {book}

    def test_default(self):
        assert standard() is standard("MOF-2020-10") is standard(name="MOF-2020-10")

    def test_as_its_text(self):
        assert loads(CARRIED) == standard("MOF-2020-10")

    def test_names(self):
        assert standard_names()[: len(BUILT_IN)] == tuple(BUILT_IN)

    @pytest.mark.parametrize("name", ["", "mof-2020-10", "../mof-2020-10.toml", 2020, None], ids=repr)
    def test_unknown(self, name):
        with pytest.raises(StandardError) as caught:
            standard(name)
        assert caught.value.code == "standard.unknown"
        assert "MOF-2020-10" in caught.value.explain()


class TestFromAFile:
    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a mark"])
    @pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
    def test_read(self, tmp_path, mark, end):
        file = tmp_path / "ours.toml"
        file.write_bytes(mark + CARRIED.replace("\n", end).encode())
        assert standard(file) == standard()

    def test_written_and_read(self, tmp_path):
        file = tmp_path / "ours.toml"
        file.write_text(dumps(standard("MOF-2021-101")), encoding="utf-8")
        assert standard(file) == standard("MOF-2021-101")

    def test_none(self, tmp_path):
        with pytest.raises(FileNotFoundError):
            standard(tmp_path / "none.toml")

    def test_not_utf8(self, tmp_path):
        file = tmp_path / "ours.toml"
        file.write_bytes('name = "办法"'.encode("gbk"))
        with pytest.raises(StandardError) as caught:
            standard(file)
        assert (caught.value.code, caught.value.details["at"]) == ("data.utf8", "9")

    @pytest.mark.parametrize(("size", "code"), [(8, "standard.missing"), (7, "limit.bytes")])
    def test_too_long(self, tmp_path, monkeypatch, size, code):
        monkeypatch.setattr("govperf.standards.loading.LIMITS", capped(rule_book_bytes=size))
        file = tmp_path / "ours.toml"
        file.write_text("full = 1", encoding="utf-8")
        with pytest.raises(StandardError) as caught:
            standard(file)
        assert code in {one.code for one in getattr(caught.value, "exceptions", [caught.value])}


class TestShape:
    """Exactly these keys, each of its type."""

    @pytest.mark.parametrize("key", ["name", "title", "english", "taxonomy"])
    def test_missing_text(self, key):
        line = next(line for line in TEXT.split("\n") if line.startswith(f"{key} ="))
        error = fault_in(changed(f"{line}\n", ""))
        assert (error.code, error.path, error.value, error.line) == ("standard.missing", "$", repr(key), 0)

    @pytest.mark.parametrize(
        ("table", "key"),
        [
            *((f"$.{table}", key) for table in TABLES for key in ("provenance", "source")),
            *(
                (f"$.rules.{rule}", key)
                for rule in RULES
                for key in ("provenance", "source", "operators", "knots")
            ),
            ("$.execution", "points"),
            ("$.execution", "rule"),
            ("$.over_fulfilment", "limit"),
            ("$.approximation", "margin"),
            ("$.not_applicable", "policy"),
            ("$.rounding", "digits"),
            ("$.rounding", "mode"),
            ("$.total", "full"),
        ],
    )
    @pytest.mark.parametrize(
        ("new", "code"),
        [("", "standard.missing"), ("{line}\nx{key} = 1", "standard.key"), ("{key} = {{}}", "standard.type")],
    )
    def test_key(self, table, key, new, code):
        before, head, after = TEXT.partition(f"[{table[2:]}]\n")
        assert head
        line = next(line for line in after.split("\n") if line.startswith(f"{key} ="))
        text = before + head + after.replace(line, new.format(line=line, key=key), 1)
        error = fault_in(text)
        assert error.code == code
        assert error.path == (f"{table}.{key}" if code == "standard.type" else table)
        starts = {"standard.missing": f"[{table[2:]}]", "standard.key": f"x{key} ="}
        assert text.split("\n")[error.line - 1].startswith(starts.get(code, f"{key} ="))

    @pytest.mark.parametrize("table", TABLES)
    def test_table_elsewhere(self, table):
        missing, unknown = faults_in(changed(f"[{table}]", f"[somewhere.{table}]"))
        assert (missing.code, missing.path, missing.value) == ("standard.missing", "$", repr(table))
        assert (unknown.code, unknown.path, unknown.value) == ("standard.key", "$", "'somewhere'")

    @pytest.mark.parametrize(
        ("old", "new", "path"),
        [
            ('name = "某市"', "name = 2020", "$.name"),
            ('name = "某市"', 'name = ""', "$.name"),
            ('source = "filled forms: 50', 'source = ""\n#', "$.total.source"),
            ("points = 10", "points = true", "$.execution.points"),
            ("points = 10", 'points = "10"', "$.execution.points"),
            ("points = 10", "points = 2020-01-01", "$.execution.points"),
            ("points = { output = 50,", "points = { output = true,", "$.weights[0].points.output"),
            (
                "points = { output = 50, outcome = 30, satisfaction = 10 }",
                "points = 90",
                "$.weights[0].points",
            ),
            ('codes = ["output", "outcome"]', 'codes = ["output", 1]', "$.weight_floors[0].codes[1]"),
            ('aliases = ["某市2020"', 'aliases = [""', "$.aliases[0]"),
            ("digits = 2", "digits = 2.0", "$.rounding.digits"),
            ("digits = 2", "digits = false", "$.rounding.digits"),
            ('provenance = "verified"', "provenance = 1", "$.execution.provenance"),
            ('operators = [">=", ">", "="]', 'operators = ">="', "$.rules.proportional.operators"),
            (
                'operators = [">=", ">", "="]',
                'operators = [">=", 1]',
                "$.rules.proportional.operators[1]",
            ),
            (KNOTS, "knots = 1", "$.rules.proportional.knots"),
            (KNOTS, "knots = [1]", "$.rules.proportional.knots[0]"),
            (KNOTS, 'knots = ["01"]', "$.rules.proportional.knots[0]"),
            (KNOTS, "knots = [[0, true]]", "$.rules.proportional.knots[0][1]"),
            (KNOTS, "knots = [[0, 1979-05-27]]", "$.rules.proportional.knots[0][1]"),
            (KNOTS, f"{KNOTS}\nof = []", "$.rules.proportional.of"),
            (KNOTS, f"{KNOTS}\nsteps = 1", "$.rules.proportional.steps"),
            (KNOTS, f"{KNOTS}\nsteps = [0, 1]", "$.rules.proportional.steps"),
            (KNOTS, f"{KNOTS}\nsteps = [0, 1, 2]", "$.rules.proportional.steps[2]"),
            (KNOTS, f"{KNOTS}\nsteps = [0, [], 'floor']", "$.rules.proportional.steps[1]"),
            (KNOTS, f"{KNOTS}\ndeductions = [[0, 1, 2]]", "$.rules.proportional.deductions[0]"),
            (KNOTS, f"{KNOTS}\nunit = 1", "$.rules.proportional.unit"),
            ("from = 0.8", "from = {}", "$.levels.bands[0].from"),
            ("[rules.zero_target]", "[rules.zero_target]\nindicators = 1", "$.rules.zero_target.indicators"),
        ],
    )
    def test_type(self, old, new, path):
        error = fault_in(changed(old, new))
        assert (error.code, error.path) == ("standard.type", path)
        assert error.line > 0

    @pytest.mark.parametrize(
        ("new", "path"),
        [
            ("rules = 1", "$.rules"),
            ("levels = 1", "$.levels"),
            ("weights = {}", "$.weights"),
            ("total = [1]", "$.total"),
            ("rules = { a = 1 }", "$.rules.a"),
            ("grades = { bands = [60] }", "$.grades.bands[0]"),
            ("grades = { bands = [{ label = 2, name = 'a', from = 0 }] }", "$.grades.bands[0].label"),
            ("grades = { bands = [{ label = '差', name = 'a', from = '0' }] }", "$.grades.bands[0].from"),
            ("total_cap = { bands = [[0, 59, 1]] }", "$.total_cap.bands[0]"),
            ("total_cap = { bands = [[0, '59']] }", "$.total_cap.bands[0][1]"),
            ("total_cap = { bands = [59] }", "$.total_cap.bands[0]"),
        ],
    )
    def test_type_of_what_extends(self, new, path):
        found = faults_in(f"{HEAD}\n{new}")
        assert ("standard.type", path, 7) in {(one.code, one.path, one.line) for one in found}

    @pytest.mark.parametrize("key", ["label", "name", "from"])
    def test_keys_of_a_grade(self, key):
        band = {"label": "'差'", "name": "'poor'", "from": "0"}
        del band[key]
        row = ", ".join(f"{name} = {value}" for name, value in band.items())
        error = fault_in(own_text(f"[grades]\nbands = [{{ {row} }}]"))
        assert (error.code, error.path, error.value) == ("standard.missing", "$.grades.bands[0]", repr(key))

    def test_provenance(self):
        error = fault_in(changed('provenance = "verified"', 'provenance = "sure"'))
        assert (error.code, error.path) == ("standard.choice", "$.execution.provenance")
        assert "in use" in error.explain()

    @pytest.mark.parametrize(
        ("key", "hint"),
        [
            ("operater", "operators"),
            ("Operators", "operators"),
            ("operatorsoperatorsoperatorsoperatorsoperators", ""),
            ("rule", ""),
        ],
    )
    def test_hint(self, key, hint):
        """Only where one key can be meant, and then it is not missing too."""
        *missing, unknown = faults_in(own_text(f'[rules.a]\n{key} = [">="]\n{KNOTS}'))
        assert (unknown.code, unknown.value, unknown.hint) == ("standard.key", repr(key), hint)
        assert [one.code for one in missing] == ([] if hint else ["standard.missing"])

    def test_a_key_that_is_there_is_no_hint(self):
        error = fault_in(changed("digits = 2", "digits = 2\ndigit = 2"))
        assert (error.code, error.hint) == ("standard.key", "")


class TestMeaning:
    """What stands in a text is what the book says."""

    def test_of(self):
        book = loads(
            own_text('[rules.a]\noperators = [">="]\nof = 5\nknots = [[0.6, 0, 2, 2.5], ["2/3", "10/3"]]')
        )
        assert book.rule("a").knots == (
            (Fraction(3, 5), 0, Fraction(2, 5), Fraction(1, 2)),
            (Fraction(2, 3), Fraction(2, 3), Fraction(2, 3), Fraction(2, 3)),
        )

    def test_choice(self):
        text = f'[rules.a]\noperators = [">="]\n{KNOTS}\n'
        assert loads(own_text(text + 'choice = "that > is as >="')).rule("a").choice == "that > is as >="
        assert loads(own_text(text)).rule("a").choice == ""

    def test_deductions_are_points(self):
        book = loads(own_text(f'[rules.a]\noperators = [">="]\nof = 5\n{KNOTS}\ndeductions = [[2, 0.5]]'))
        assert book.rule("a").deductions == ((2, Fraction(1, 2)),)

    @pytest.mark.parametrize("name", ["90-80-60", "central-integer", "80-70-60"])
    def test_scale(self, name):
        book = loads(f'{HEAD}[grades]\nscale = "{name}"')
        assert (book.grades, book.grades_clause) == (grade_scale(name).grades, grade_scale(name).clause)

    def test_rounding(self):
        table = '[rounding]\ndigits = 1\nmode = "half_even"\nlevel = "total"\nrate = 4'
        rounding = loads(own_text(table)).rounding
        assert (rounding.digits, rounding.mode, rounding.level, rounding.rate) == (1, "half_even", "total", 4)

    def test_cap(self):
        cap = loads(own_text('[total_cap]\nbands = [[0, 59], ["1/3", 100]]')).total_cap
        assert [cap.at(Fraction(rate)) for rate in ("0", "0.333", "1/3", "2")] == [59, 59, 100, 100]

    def test_levels(self):
        row = "{ label = '好', english = 'good', from = '1/3', to = 1, aliases = ['佳'], minus = 0.5 }"
        (level,) = loads(own_text(f"[levels]\nbands = [{row}]")).levels.levels
        assert (level.lower, level.upper, level.minus) == (Fraction(1, 3), 1, Fraction(1, 2))
        assert level.aliases == ("佳",)


def test_examples_are_books():
    folder = Path(__file__).parents[3] / "examples" / "standards"
    books = [standard(file) for file in sorted(folder.glob("*.toml"))]
    assert [book.name for book in books] == ["HUNAN-DEPARTMENT"]
