"""Rule books are read strictly: whatever is wrong is one StandardError that says where."""

from decimal import Decimal, localcontext
from fractions import Fraction
from importlib.resources import files
from types import SimpleNamespace

import pytest

from govperf.errors import StandardError
from govperf.standards import BUILT_IN, loads, standard

TEXT = (files("govperf.standards") / "data" / "mof-2020-10.toml").read_text(encoding="utf-8")
TABLES = ("execution", "over_fulfilment", "approximation", "rounding", "total", "grades")
RULES = ("proportional", "reverse_proportional", "zero_target")


def changed(old, new):
    assert TEXT.count(old) >= 1, old
    return TEXT.replace(old, new, 1)


def fault(text):
    with pytest.raises(StandardError) as caught:
        loads(text)
    return caught.value


class TestBuiltIn:
    @pytest.mark.parametrize("name", BUILT_IN)
    def test_loaded_once(self, name):
        assert standard(name) is standard(name)
        assert standard(name).name == name

    def test_default(self):
        assert standard() is standard("MOF-2020-10") is standard(name="MOF-2020-10")

    def test_as_its_text(self):
        assert loads(TEXT) == standard("MOF-2020-10")

    @pytest.mark.parametrize("name", ["", "mof-2020-10", "../mof-2020-10.toml", 2020, None], ids=repr)
    def test_unknown(self, name):
        with pytest.raises(StandardError) as caught:
            standard(name)
        assert caught.value.code == "standard.unknown"
        assert "MOF-2020-10" in caught.value.explain()


class TestShape:
    """Exactly these keys, each of its type."""

    @pytest.mark.parametrize("key", ["name", "title", "english"])
    def test_missing_text(self, key):
        line = next(line for line in TEXT.split("\n") if line.startswith(f"{key} ="))
        error = fault(changed(f"{line}\n", ""))
        assert (error.code, error.path, error.value) == ("standard.missing", "$", repr(key))

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
            ("$.rounding", "digits"),
            ("$.rounding", "mode"),
            ("$.total", "full"),
        ],
    )
    @pytest.mark.parametrize(
        ("new", "code"),
        [
            ("", "standard.missing"),
            ("extra_{line}\n{line}", "standard.key"),
            ("{key} = {{}}", "standard.type"),
        ],
    )
    def test_key(self, table, key, new, code):
        before, head, after = TEXT.partition(f"[{table[2:]}]\n")
        assert head
        line = next(line for line in after.split("\n") if line.startswith(f"{key} ="))
        error = fault(before + head + after.replace(line, new.format(line=line, key=key), 1))
        assert error.code == code
        assert error.path == (f"{table}.{key}" if code == "standard.type" else table)

    @pytest.mark.parametrize("table", [*TABLES, *(f"rules.{rule}" for rule in RULES)])
    def test_missing_table(self, table):
        error = fault(changed(f"[{table}]", f"[somewhere.{table}]"))
        assert error.path == "$"

    @pytest.mark.parametrize(
        ("old", "new", "path"),
        [
            ('name = "MOF-2020-10"', "name = 2020", "$.name"),
            ('name = "MOF-2020-10"', 'name = ""', "$.name"),
            ('source = "filled forms: 50', 'source = ""\n#', "$.total.source"),
            ("points = 10", "points = true", "$.execution.points"),
            ("points = 10", 'points = "10"', "$.execution.points"),
            ("points = 10", "points = 2020-01-01", "$.execution.points"),
            ("digits = 2", "digits = 2.0", "$.rounding.digits"),
            ("digits = 2", "digits = false", "$.rounding.digits"),
            ('provenance = "verified"', 'provenance = "sure"', "$.execution.provenance"),
            ('operators = [">=", ">", "=", "between"]', 'operators = ">="', "$.rules.proportional.operators"),
            (
                'operators = [">=", ">", "=", "between"]',
                'operators = [">=", 1]',
                "$.rules.proportional.operators[1]",
            ),
            ("knots = [[0, 0], [1, 1]]", "knots = 1", "$.rules.proportional.knots"),
            ("knots = [[0, 0], [1, 1]]", "knots = [1]", "$.rules.proportional.knots[0]"),
            ("knots = [[0, 0], [1, 1]]", "knots = [[0, 0], [1]]", "$.rules.proportional.knots[1]"),
            ("knots = [[0, 0], [1, 1]]", "knots = [[0, 0, 0]]", "$.rules.proportional.knots[0]"),
            ("knots = [[0, 0], [1, 1]]", 'knots = [["0", 0]]', "$.rules.proportional.knots[0][0]"),
            ("knots = [[0, 0], [1, 1]]", 'knots = ["01", "11"]', "$.rules.proportional.knots[0]"),
            ("knots = [[0, 0], [1, 1]]", "knots = [[0, true]]", "$.rules.proportional.knots[0][1]"),
            ("from = 90", 'from = "90"', "$.grades.bands[0].from"),
            ('label = "良"', "label = 2", "$.grades.bands[1].label"),
            ('{ label = "差", name = "poor", from = 0 }', "60", "$.grades.bands[3]"),
            ("[rules.zero_target]", "[rules]\nzero_target = 1\n[ignored]", "$"),
        ],
    )
    def test_type(self, old, new, path):
        assert fault(changed(old, new)).path == path

    def test_band_keys(self):
        error = fault(changed('name = "good", ', ""))
        assert (error.code, error.path) == ("standard.missing", "$.grades.bands[1]")
        error = fault(changed('name = "good", ', 'name = "good", to = 90, '))
        assert (error.code, error.path) == ("standard.key", "$.grades.bands[1]")

    def test_rule_is_a_table(self):
        text = TEXT.replace("[rules.zero_target]", "[skipped]", 1)
        error = fault(text.replace("[over_fulfilment]", "[over_fulfilment]\n", 1))
        assert error.code == "standard.key"


class TestRange:
    """A value of the right type may still be impossible."""

    @pytest.mark.parametrize(
        ("old", "new", "code", "path"),
        [
            ("points = 10", "points = -1", "standard.range", "$.execution.points"),
            ("points = 10", "points = inf", "standard.range", "$.execution.points"),
            ("points = 10", "points = nan", "standard.range", "$.execution.points"),
            ("points = 10", "points = 1e40", "standard.range", "$.execution.points"),
            ("points = 10", "points = 1e999999999", "standard.range", "$.execution.points"),
            ("points = 10", f"points = 1e{'9' * 30}", "standard.range", "$.execution.points"),
            ("points = 10", f"points = 0.{'1' * 40}", "standard.range", "$.execution.points"),
            ("points = 10", f"points = 1{'0' * 40}", "standard.range", "$.execution.points"),
            ("points = 10", f"points = 0x{'f' * 9999}", "standard.range", "$.execution.points"),
            ("limit = 1.2", "limit = 0.9", "standard.range", "$"),
            ("limit = 1.2", "limit = -0.9", "standard.range", "$.over_fulfilment.limit"),
            ("margin = 0.1", "margin = 1", "standard.range", "$"),
            ("margin = 0.1", "margin = -0.1", "standard.range", "$.approximation.margin"),
            ("full = 100", "full = -100.0", "standard.range", "$.total.full"),
            ("digits = 2", "digits = -1", "standard.range", "$.rounding"),
            ("digits = 2", "digits = 35", "standard.range", "$.rounding"),
            ('mode = "half_up"', 'mode = "down"', "standard.range", "$.rounding"),
            ("knots = [[0, 0], [1, 1]]", "knots = []", "standard.knots", "$.rules.proportional"),
            (
                "knots = [[0, 0], [1, 1]]",
                "knots = [[1, 1], [0, 0]]",
                "standard.knots",
                "$.rules.proportional",
            ),
            (
                "knots = [[0, 0], [1, 1]]",
                "knots = [[0, 0], [0, 1]]",
                "standard.knots",
                "$.rules.proportional",
            ),
            (
                "knots = [[0, 0], [1, 1]]",
                "knots = [[0, 0], [1, 1.1]]",
                "standard.knots",
                "$.rules.proportional",
            ),
            (
                "knots = [[0, 0], [1, 1]]",
                "knots = [[0, -0.1], [1, 1]]",
                "standard.range",
                "$.rules.proportional.knots[0][1]",
            ),
            (
                "knots = [[0, 0], [1, 1]]",
                "knots = [[inf, 0]]",
                "standard.range",
                "$.rules.proportional.knots[0][0]",
            ),
            (
                "knots = [[0, 0], [1, 1]]",
                "knots = [[0, 1e99999999]]",
                "standard.range",
                "$.rules.proportional.knots[0][1]",
            ),
            ('operators = ["<=", "<"]', 'operators = ["<=", "<", ">"]', "standard.operators", "$"),
            (
                'operators = ["<=", "<"]',
                'operators = ["≤"]',
                "standard.operators",
                "$.rules.reverse_proportional",
            ),
            (
                'operators = ["<=", "<"]',
                'operators = ["text"]',
                "standard.operators",
                "$.rules.reverse_proportional",
            ),
            ('rule = "proportional"', 'rule = "linear"', "standard.no-rule", "$"),
            ("from = 80", "from = 90", "standard.grades", "$"),
            ("from = 80", "from = 95", "standard.grades", "$"),
            ("from = 0 }", "from = -1 }", "standard.range", "$.grades.bands[3].from"),
        ],
    )
    def test_refused(self, old, new, code, path):
        error = fault(changed(old, new))
        assert (error.code, error.path) == (code, path)
        assert len(error.explain()) < 200

    def test_no_grades(self):
        start, end = TEXT.index("bands = ["), TEXT.index(']\nprovenance = "recalled"')
        assert fault(f"{TEXT[:start]}bands = [{TEXT[end:]}").code == "standard.grades"


class TestToml:
    @pytest.mark.parametrize(
        "text",
        [
            "name",
            "\ufeff" + TEXT,
            TEXT + "\n[execution]\n",
            TEXT + "\x00",
            changed("points = 10", "points = 01"),
            changed("points = 10", f"points = {'9' * 5000}"),
            "a = " + "[" * 100_000,
        ],
        ids=[
            "no table",
            "mark",
            "table twice",
            "null",
            "leading zero",
            "endless integer",
            "endless brackets",
        ],
    )
    def test_malformed(self, text):
        assert fault(text).code == "standard.toml"

    def test_nested_without_end(self):
        assert fault(f"name.{'a.' * 5_000}a = 1\n").path == "$"
        assert fault(changed('name = "MOF-2020-10"', f"name.{'a.' * 5_000}a = 1")).path == "$.name"

    def test_empty(self):
        assert fault("").code == "standard.missing"

    @pytest.mark.parametrize(("limit", "code"), [(7, "limit.bytes"), (8, "standard.missing")])
    def test_too_long(self, monkeypatch, limit, code):
        monkeypatch.setattr("govperf.standards.tables.LIMITS", SimpleNamespace(document_bytes=limit))
        assert fault("name = 1").code == code

    @pytest.mark.parametrize("text", [None, b"name = 1", 3], ids=repr)
    def test_type(self, text):
        with pytest.raises(TypeError):
            loads(text)

    def test_numbers_are_exact_in_any_context(self):
        with localcontext() as context:
            context.prec = 2
            book = loads(changed("points = 10", "points = 12.345_678"))
        assert book.execution_points.value == Decimal("12.345678")

    @pytest.mark.parametrize("largest", ["1e33", f"1{'0' * 33}", f"{'9' * 34}.0"])
    def test_largest_number(self, largest):
        book = loads(changed("knots = [[0, 0], [1, 1]]", f"knots = [[0, 0], [{largest}, 1]]"))
        assert book.rule("proportional").knots[1][0] == Fraction(largest)

    def test_knots_are_exact(self):
        book = loads(changed("knots = [[0, 0], [1, 1]]", "knots = [[0.6, 0], [1, 1]]"))
        assert book.rule("proportional").knots[0] == (Fraction(3, 5), 0)
