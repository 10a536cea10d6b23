"""Rule books that are refused: values that are impossible, and texts that are no TOML or too much of it."""

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from asking_books import KNOTS, SAID, TEXT, capped, changed, fault_in, faults_in, own_text

from govperf.standards import loads


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
            ("limit = 1.2", "limit = 0.9", "standard.range", "$.over_fulfilment.limit"),
            ("limit = 1.2", "limit = -0.9", "standard.range", "$.over_fulfilment.limit"),
            ("margin = 0.1", "margin = 1", "standard.range", "$.approximation.margin"),
            ("margin = 0.1", "margin = -0.1", "standard.range", "$.approximation.margin"),
            ("full = 100", "full = -100.0", "standard.range", "$.total.full"),
            ("digits = 2", "digits = -1", "standard.range", "$.rounding.digits"),
            ("digits = 2", "digits = 35", "standard.range", "$.rounding.digits"),
            ("digits = 2", "digits = 2\nrate = 35", "standard.range", "$.rounding.rate"),
            ("digits = 2", 'digits = 2\nlevel = "each"', "standard.choice", "$.rounding.level"),
            ('mode = "half_up"', 'mode = "down"', "standard.choice", "$.rounding.mode"),
            ('policy = "refuse"', 'policy = "none"', "standard.choice", "$.not_applicable.policy"),
            (KNOTS, "knots = []", "standard.knots", "$.rules.proportional.knots"),
            (KNOTS, "knots = [[]]", "standard.knot", "$.rules.proportional.knots[0]"),
            (KNOTS, "knots = [[0, 0], [1]]", "standard.knot", "$.rules.proportional.knots[1]"),
            (KNOTS, "knots = [[0, 0, 0]]", "standard.knot", "$.rules.proportional.knots[0]"),
            (KNOTS, "knots = [[0, 0, 0, 0, 0]]", "standard.knot", "$.rules.proportional.knots[0]"),
            (KNOTS, "knots = [[1, 1], [0, 0]]", "standard.knots", "$.rules.proportional.knots"),
            (KNOTS, "knots = [[0, 0], [0, 1]]", "standard.knots", "$.rules.proportional.knots"),
            (KNOTS, "knots = [[0, 0], [1, 1.1]]", "standard.knots", "$.rules.proportional.knots"),
            (KNOTS, "knots = [[0, -0.1], [1, 1]]", "standard.knots", "$.rules.proportional.knots"),
            (KNOTS, "knots = [[inf, 0]]", "standard.range", "$.rules.proportional.knots[0][0]"),
            (KNOTS, "knots = [[0, 1e99999999]]", "standard.range", "$.rules.proportional.knots[0][1]"),
            (KNOTS, 'knots = [[0, "1/0"]]', "standard.range", "$.rules.proportional.knots[0][1]"),
            (KNOTS, 'knots = [["1e9999999", 1]]', "standard.range", "$.rules.proportional.knots[0][0]"),
            (KNOTS, 'knots = [["一", 1]]', "standard.range", "$.rules.proportional.knots[0][0]"),
            (KNOTS, f"{KNOTS}\nof = 0", "standard.range", "$.rules.proportional.of"),
            (KNOTS, f"{KNOTS}\nof = -1", "standard.range", "$.rules.proportional.of"),
            (KNOTS, f"{KNOTS}\nof = 0.99", "standard.knots", "$.rules.proportional.knots"),
            (KNOTS, f'{KNOTS}\nmeasure = "size"', "standard.choice", "$.rules.proportional.measure"),
            (KNOTS, f'{KNOTS}\nmeasure = "actual"', "standard.unit", "$.rules.proportional.unit"),
            (KNOTS, f'{KNOTS}\nunit = "%"', "standard.unit", "$.rules.proportional.unit"),
            (
                KNOTS,
                f'{KNOTS}\nmeasure = "actual"\nunit = "蛋"',
                "standard.unit",
                "$.rules.proportional.unit",
            ),
            (KNOTS, f'{KNOTS}\nsteps = [0, 0, "floor"]', "standard.steps", "$.rules.proportional.steps"),
            (KNOTS, f'{KNOTS}\nsteps = [0, -1, "floor"]', "standard.steps", "$.rules.proportional.steps"),
            (KNOTS, f'{KNOTS}\nsteps = [0, 1, "half_up"]', "standard.steps", "$.rules.proportional.steps"),
            (
                KNOTS,
                f"{KNOTS}\ndeductions = [[1, -1]]",
                "standard.deductions",
                "$.rules.proportional.deductions",
            ),
            (
                KNOTS,
                f"{KNOTS}\ndeductions = [[1, 1], [1, 2]]",
                "standard.deductions",
                "$.rules.proportional.deductions",
            ),
            (KNOTS, f'{KNOTS}\nindicators = ["“ ”"]', "standard.empty", "$.rules.proportional.indicators"),
            (KNOTS, f'{KNOTS}\ncategories = ["cost"]', "standard.category", "$.rules.proportional"),
            (
                'operators = ["<=", "<"]',
                'operators = ["<=", "<", ">"]',
                "standard.overlap",
                "$.rules.reverse_proportional",
            ),
            (
                'operators = ["<=", "<"]',
                'operators = ["≤"]',
                "standard.choice",
                "$.rules.reverse_proportional.operators",
            ),
            (
                'operators = ["<=", "<"]',
                'operators = ["<", "<"]',
                "standard.operators",
                "$.rules.reverse_proportional.operators",
            ),
            (
                'operators = ["<=", "<"]',
                'operators = ["text"]',
                "standard.choice",
                "$.rules.reverse_proportional.operators",
            ),
            ('rule = "proportional"', 'rule = "linear"', "standard.no-rule", "$.execution.rule"),
            ("from = 0.8, to = 1", "from = 0.8, to = 0.7", "standard.level", "$.levels.bands[0]"),
            ("from = 0.8, to = 1", "from = 0.7, to = 1", "standard.level", "$.levels"),
            ("from = 0.8, to = 1", "from = 0.8, to = 1, minus = -1", "standard.level", "$.levels.bands[0]"),
            ('label = "达成年度指标"', 'label = "达成预期指标"', "standard.level", "$.levels"),
            ('taxonomy = "2020"', 'taxonomy = "1999"', "taxonomy.unknown", "$.taxonomy"),
            ("output = 50,", "product = 50,", "standard.category", "$.weights[0]"),
            ("output = 50,", "output = 0,", "standard.weight-zero", "$.weights[0]"),
            ("output = 50,", '"a b" = 50,', "standard.weight-code", "$.weights[0]"),
            ("share = 0.6", "share = 1.1", "standard.range", "$.weight_floors[0]"),
            ('scale = "90-80-60"', 'scale = "none"', "standard.scale-unknown", "$.grades.scale"),
            ('scale = "90-80-60"', f"bands = []\n{SAID}", "standard.grades", "$.grades"),
        ],
    )
    def test_refused(self, old, new, code, path):
        error = fault_in(changed(old, new))
        assert (error.code, error.path) == (code, path)
        assert error.line > 0
        assert len(error.explain()) < 250

    @pytest.mark.parametrize("lower", [(90, 90), (80, 90), ()], ids=str)
    def test_grades_fall(self, lower):
        rows = ", ".join(f"{{ label = 'a', name = 'b', from = {low} }}" for low in lower)
        assert fault_in(own_text(f"[grades]\nbands = [{rows}]")).code == "standard.grades"

    def test_a_grade_below_zero(self):
        error = fault_in(own_text("[grades]\nbands = [{ label = 'a', name = 'b', from = -1 }]"))
        assert (error.code, error.path) == ("standard.range", "$.grades.bands[0].from")

    @pytest.mark.parametrize(("lowest", "codes"), [("0", []), ("0.01", ["standard.grades-end"])])
    def test_the_lowest_grade_begins_at_nothing(self, lowest, codes):
        rows = ", ".join(f"{{ label = 'a', name = 'b', from = {low} }}" for low in (90, lowest))
        text = own_text(f"[grades]\nbands = [{rows}]")
        assert [one.code for one in faults_in(text)] == codes if codes else loads(text)

    @pytest.mark.parametrize(
        ("points", "codes"), [("99.99", []), ("100", []), ("100.01", ["standard.range"])]
    )
    def test_the_execution_is_no_more_than_all(self, points, codes):
        text = own_text(f'[execution]\npoints = {points}\nrule = "proportional"')
        assert (
            [(one.code, one.path) for one in faults_in(text)]
            == [(code, "$.execution.points") for code in codes]
            if codes
            else loads(text)
        )

    @pytest.mark.parametrize("bands", ["[]", "[[0.5, 59]]", "[[0, 59], [0, 100]]", "[[0, 59], [-1, 100]]"])
    def test_caps_rise_from_zero(self, bands):
        error = fault_in(own_text(f"[total_cap]\nbands = {bands}"))
        assert (error.code, error.path) == ("standard.cap", "$.total_cap")

    def test_both_of_a_cap(self):
        found = faults_in(own_text("[total_cap]\nbands = [['x', -1]]"))
        assert [one.path for one in found] == ["$.total_cap.bands[0][0]", "$.total_cap.bands[0][1]"]


class TestMisspelt:
    """A key that is not known has the one that is meant as a hint, even where nobody has to give that one."""

    @pytest.mark.parametrize(
        ("key", "meant"),
        [
            ("totalcap", "total_cap"),
            ("Total-Cap", "total_cap"),
            ("not_aplicable", "not_applicable"),
            ("grade", "grades"),
            ("weight", "weights"),
            ("points", ""),
        ],
    )
    def test_hint(self, key, meant):
        (error,) = faults_in(own_text(f"[{key}]"))
        assert (error.code, error.path, error.hint) == ("standard.key", "$", meant)


class TestToml:
    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("name", 1),
            ("\ufeff" + TEXT, 1),
            (TEXT + "[execution]\n", TEXT.count("\n") + 1),
            (TEXT + "\x00", TEXT.count("\n") + 1),
            ("\r\n\r\na = 01", 3),
            (changed("points = 10", f"points = {'9' * 5000}"), 0),
            ("a = " + "[" * 100_000, 0),
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
    def test_malformed(self, text, line):
        error = fault_in(text)
        assert error.code == "standard.toml"
        assert error.line == line

    def test_place(self):
        error = fault_in("a = 1\r\nb = 1 2\r\n")
        assert (error.line, error.caret) == (2, "b = 1 2\n      ^")

    @pytest.mark.parametrize(
        "text",
        [
            f"name.{'a.' * 5_000}a = 1\n",
            f"""name."a" . 'b'.{"'c' ." * 5_000}a = 1\n""",
            f"[name.{'a.' * 5_000}a]",
            f"a = {'[' * 65}{']' * 65}",
            f"{'a.' * 63}a.b = 1",
            f"[{'a.' * 40}a]\n{'a.' * 40}a = 1",
        ],
        ids=["keys", "quoted keys", "header", "lists", "65 levels", "both"],
    )
    def test_nested_without_end(self, text):
        assert fault_in(text).code == "limit.depth"

    def test_nested_as_far_as_may_be(self):
        assert {one.code for one in faults_in(f"a = {'[' * 63}{']' * 63}")} == {
            "standard.key",
            "standard.missing",
        }

    def test_empty(self):
        assert {one.code for one in faults_in("")} == {"standard.missing"}

    @pytest.mark.parametrize(("limit", "code"), [(7, "limit.bytes"), (8, "standard.type")])
    def test_too_long(self, monkeypatch, limit, code):
        monkeypatch.setattr("govperf.standards.tables.LIMITS", capped(rule_book_bytes=limit))
        assert code in {one.code for one in faults_in("name = 1")}

    @pytest.mark.parametrize("key", ["knots", "operators", "indicators", "deductions"])
    def test_too_many(self, monkeypatch, key):
        monkeypatch.setattr("govperf.standards.tables.LIMITS", capped(items=1))
        rows = {"knots": "[[0, 0], [1, 1]]", "operators": "['>=', '>']", "deductions": "[[0, 0], [1, 1]]"}
        table = {"operators": "['>=']", "knots": "[[0, 0]]"} | {key: rows.get(key, "['a', 'b']")}
        text = own_text("[rules.a]\n" + "\n".join(f"{name} = {value}" for name, value in table.items()))
        found = {(one.code, one.path) for one in faults_in(text)}
        assert ("limit.items", f"$.rules.a.{key}") in found

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
        counted = f'knots = [[0, 0], [{largest}, 1]]\nmeasure = "actual"\nunit = "人"'
        book = loads(changed(KNOTS, counted))
        assert book.rule("proportional").knots[1].figure == Fraction(largest)

    def test_knots_are_exact(self):
        book = loads(changed(KNOTS, "knots = [[0.6, 0], [1, 1]]"))
        assert book.rule("proportional").knots[0] == (Fraction(3, 5), 0, 0, 0)
