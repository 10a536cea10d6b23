"""Rule books as values: rules, rounding, grades, and the source of every number."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from asking_books import CLAUSE, code, straight

from govperf.errors import StandardError, StandardErrors
from govperf.limits import LIMITS
from govperf.model import Grade, Operator
from govperf.standards import (
    BUILT_IN,
    NotApplicable,
    Parameter,
    Provenance,
    Rounding,
    TotalCap,
    standard,
)
from govperf.standards.claims import claims

BOOK = standard()
books = pytest.mark.parametrize("book", [standard(name) for name in BUILT_IN], ids=list(BUILT_IN))


class TestProvenance:
    """No number of a built-in rule book is without its source."""

    @books
    def test_every_clause_says_where(self, book):
        clauses = [
            book.execution_points.clause,
            book.over_fulfilment.clause,
            book.approximation.clause,
            book.rounding.clause,
            book.full.clause,
            book.grades_clause,
            book.levels.clause,
            book.not_applicable.clause,
            *(one.clause for one in (*book.rules, *book.weights, *book.weight_floors)),
        ]
        assert all(clause.source and isinstance(clause.provenance, Provenance) for clause in clauses)

    def test_kinds(self):
        assert [kind.value for kind in Provenance] == ["verified", "in use", "recalled", "choice"]


class TestMof2020:
    """The figures of the self-evaluation form, as data."""

    def test_figures(self):
        assert BOOK.execution_points.value == 10
        assert BOOK.full.value == 100
        assert BOOK.over_fulfilment.value == Decimal("1.2")
        assert BOOK.approximation.value == Decimal("0.1")
        assert (BOOK.rounding.digits, BOOK.rounding.mode) == (2, "half_up")
        assert [(grade.label, grade.lower) for grade in BOOK.grades] == [
            ("优", 90),
            ("良", 80),
            ("中", 60),
            ("差", 0),
        ]

    @pytest.mark.parametrize(
        ("operator", "name"),
        [
            (Operator.AT_LEAST, "proportional"),
            (Operator.MORE_THAN, "proportional"),
            (Operator.EQUAL, "proportional"),
            (Operator.BETWEEN, "range"),
            (Operator.AT_MOST, "reverse_proportional"),
            (Operator.LESS_THAN, "reverse_proportional"),
        ],
    )
    def test_rule_for(self, operator, name):
        assert BOOK.rule_for(operator).name == name
        assert BOOK.rule_for(operator, zero=True).name == "zero_target"
        assert BOOK.rule_for(operator, dated=True).name == "deadline"

    def test_no_rule_for_a_text(self):
        assert code(BOOK.rule_for, Operator.TEXT) == "standard.no-rule"

    def test_no_such_rule(self):
        assert code(BOOK.rule, "linear") == "standard.no-rule"


class TestRounding:
    """Once, by the mode; the rate too where the book says so."""

    @pytest.mark.parametrize(("rate", "seen"), [(None, "2/3"), (4, "0.6667"), (0, "1")])
    def test_figure(self, rate, seen):
        assert Rounding(2, "half_up", CLAUSE, rate=rate).figure(Fraction(2, 3)) == Fraction(seen)

    @pytest.mark.parametrize(
        ("fields", "wanted"),
        [
            ({"rate": -1}, ("standard.range", "rate")),
            ({"rate": 35}, ("standard.range", "rate")),
            ({"level": ""}, ("standard.choice", "level")),
            ({"level": "rate"}, ("standard.choice", "level")),
        ],
        ids=str,
    )
    def test_impossible_places(self, fields, wanted):
        with pytest.raises(StandardError) as caught:
            Rounding(2, "half_up", CLAUSE, **fields)
        assert (caught.value.code, caught.value.path) == wanted

    def test_all_that_is_wrong(self):
        with pytest.raises(StandardErrors) as caught:
            Rounding(35, "up", CLAUSE, level="rate", rate=35)
        assert [str(one) for one in caught.value.exceptions] == [
            "digits: '35' is not a possible value here",
            "rate: '35' is not a possible value here",
            "mode: 'up' is none of half_up, half_even",
            "level: 'rate' is none of score, level, total",
        ]

    @pytest.mark.parametrize(
        ("mode", "value", "rounded"),
        [
            ("half_up", Fraction(83285, 1000), "83.29"),
            ("half_even", Fraction(83285, 1000), "83.28"),
            ("half_even", Decimal("83.275"), "83.28"),
            ("half_up", Fraction(5, 8), "0.63"),
        ],
    )
    def test_mode(self, mode, value, rounded):
        assert str(Rounding(2, mode, CLAUSE).round(value)) == rounded

    @pytest.mark.parametrize("digits", [0, 34])
    def test_digits(self, digits):
        rounded = Rounding(digits, "half_up", CLAUSE).round(Fraction(1, 3))
        assert rounded.as_tuple().exponent == -digits

    @pytest.mark.parametrize("digits", [-1, 35])
    def test_impossible(self, digits):
        assert code(Rounding, digits, "half_up", CLAUSE) == "standard.range"

    @pytest.mark.parametrize("mode", ["up", ""])
    def test_impossible_modes(self, mode):
        assert code(Rounding, 2, mode, CLAUSE) == "standard.choice"


class TestParameter:
    @pytest.mark.parametrize("value", ["-1", "NaN", "Infinity", "1E+34", "1E-40"])
    def test_impossible(self, value):
        assert code(Parameter, Decimal(value), CLAUSE) == "standard.range"

    @pytest.mark.parametrize("value", [10, 0.1, "10", None], ids=repr)
    def test_type(self, value):
        with pytest.raises(TypeError):
            Parameter(value, CLAUSE)

    def test_exact(self):
        assert Parameter(Decimal("1.30"), CLAUSE).exact == Fraction(13, 10)


class TestGrade:
    """Half-open bands: the lower bound belongs to the better grade."""

    @pytest.mark.parametrize(
        ("total", "label"),
        [
            ("110", "优"),
            ("100.00", "优"),
            ("90.00", "优"),
            ("90", "优"),
            ("89.99", "良"),
            ("80.00", "良"),
            ("79.99", "中"),
            ("60.00", "中"),
            ("59.99", "差"),
            ("0.00", "差"),
        ],
    )
    def test_band(self, total, label):
        assert BOOK.grade(Decimal(total)).label == label

    def test_below_all_bands(self):
        assert code(BOOK.grade, Decimal("-0.01")) == "standard.no-grade"

    def test_other_bands(self):
        bands = [Grade("优", "excellent", Decimal(80)), Grade("良", "good", Decimal(0))]
        book = attrs.evolve(BOOK, grades=tuple(bands))
        assert [book.grade(Decimal(total)).label for total in ("80", "79.99", "0")] == ["优", "良", "良"]

    @pytest.mark.parametrize(("lowest", "wanted"), [("0", 0), ("0.01", "standard.grades-end")])
    def test_each_total_from_nothing_on_has_one(self, lowest, wanted):
        bands = (Grade("优", "excellent", Decimal(80)), Grade("良", "good", Decimal(lowest)))
        if wanted:
            assert code(attrs.evolve, BOOK, grades=bands) == wanted
        else:
            assert attrs.evolve(BOOK, grades=bands).grade(Decimal(0)).label == "良"


class TestRuleFor:
    """A rule for the name goes before one for the category, and that before one for all."""

    NEW = standard("MOF-2021-101")
    BOTH = NEW.with_rules(
        straight("both", indicators=["群众“满意度”"], categories=["satisfaction"]),
        straight("second", categories=["output.quality"]),
        straight("first", categories=["output"]),
        straight("named", operators=("*",), indicators=["演练场次", "巡查 次数"]),
    )

    @pytest.mark.parametrize(
        ("category", "indicator", "wanted"),
        [
            ((), "", "threshold"),
            (("产出",), "", "first"),
            (("产出", "数量"), "", "first"),
            (("产出", "质量"), "", "second"),
            (("产出", "质量"), "演练场次", "named"),
            (("产出", "其他"), "", "first"),
            (("其他", "质量"), "", "threshold"),
            ((), "“巡查次数”", "named"),
            ((), "巡查次", "threshold"),
            (("满意度",), "", "satisfaction"),
            (("满意度", "服务对象"), "", "satisfaction"),
            (("满意度", "服务对象"), "群众满意度", "both"),
            ((), "群众满意度", "threshold"),
        ],
    )
    def test_narrowest(self, category, indicator, wanted):
        found = self.BOTH.rule_for(Operator.AT_LEAST, category=category, indicator=indicator)
        assert found.name == wanted

    def test_operator_before_any(self):
        book = BOOK.with_rules(straight("any", operators=("*",)))
        assert book.rule_for(Operator.AT_LEAST).name == "proportional"
        assert book.rule_for(Operator.TEXT).name == "any"
        assert book.rule_for(Operator.AT_LEAST, dated=True).name == "deadline"

    def test_where_no_rule_is_for_dates(self):
        book = attrs.evolve(BOOK, rules=[one for one in BOOK.rules if one.name != "deadline"])
        assert book.rule_for(Operator.AT_MOST, dated=True).name == "reverse_proportional"

    def test_a_book_without_choices_looks_at_neither(self):
        assert BOOK.rule_for(Operator.AT_LEAST, category=("满意度",), indicator="a").name == "proportional"


class TestTooManyClaims:
    def test_of_one_rule(self):
        names = [str(i) for i in range(LIMITS.items // 2)]
        assert len(claims(straight(operators=(">=", ">"), indicators=names))) == LIMITS.items
        assert (
            code(BOOK.with_rules, straight(operators=(">=", ">"), indicators=[*names, "x"])) == "limit.items"
        )

    def test_of_a_book(self):
        names = [str(i) for i in range(LIMITS.items - 8)]
        assert BOOK.with_rules(straight(indicators=names)).rule("test")
        assert code(BOOK.with_rules, straight(indicators=[*names, "x"])) == "limit.items"


class TestNotApplicable:
    @pytest.mark.parametrize("policy", ["refuse", "redistribute", "full"])
    def test_policy(self, policy):
        assert NotApplicable(policy, CLAUSE).policy == policy

    @pytest.mark.parametrize("policy", ["", "Full", None])
    def test_unknown(self, policy):
        with pytest.raises(StandardError) as caught:
            NotApplicable(policy, CLAUSE)
        assert (caught.value.code, caught.value.path) == ("standard.choice", "policy")
        assert caught.value.explain("en").endswith("is none of refuse, redistribute, full")


class TestTotalCap:
    @pytest.mark.parametrize(
        ("rate", "most"), [("0", 59), ("0.4999", 59), ("0.5", 79), ("0.8", 100), ("9", 100)]
    )
    def test_from_there_on(self, rate, most):
        cap = TotalCap([(0, Decimal(59)), ("1/2", Decimal(79)), (Decimal("0.8"), Decimal(100))], CLAUSE)
        assert cap.at(Fraction(rate)) == most

    @pytest.mark.parametrize("rates", [(), ("0.1",), ("0", "0"), ("0", "0.5", "0.4")], ids=str)
    def test_rates_rise_from_zero(self, rates):
        assert code(TotalCap, [(rate, Decimal(1)) for rate in rates], CLAUSE) == "standard.cap"

    @pytest.mark.parametrize("most", ["-1", "NaN", "1E+40"])
    def test_impossible(self, most):
        assert code(TotalCap, [(0, Decimal(most))], CLAUSE) == "standard.range"

    def test_no_float(self):
        with pytest.raises(TypeError):
            TotalCap([(0.0, Decimal(1))], CLAUSE)


class TestEvolved:
    """A rule book that is changed is checked again."""

    @pytest.mark.parametrize(
        ("fields", "wanted"),
        [
            ({"grades": BOOK.grades[::-1]}, "standard.grades"),
            ({"grades": BOOK.grades[:1] * 2}, "standard.grades"),
            ({"grades": ()}, "standard.grades"),
            ({"rules": (*BOOK.rules, straight())}, "standard.overlap"),
            ({"rules": (*BOOK.rules, straight("proportional", operators=()))}, "standard.overlap"),
            ({"rules": BOOK.rules[1:]}, "standard.no-rule"),
            ({"rules": (*BOOK.rules, straight(categories=["cost"]))}, "standard.category"),
            ({"weights": standard("MOF-2021-101").weights[:1]}, "standard.category"),
            ({"taxonomy": "1999"}, "taxonomy.unknown"),
            ({"name": ""}, "standard.empty"),
            ({"title": ""}, "standard.empty"),
            ({"english": ""}, "standard.empty"),
            ({"aliases": ["a", ""]}, "standard.empty"),
            ({"execution_rule": "linear"}, "standard.no-rule"),
            ({"execution_rule": ""}, "standard.no-rule"),
            ({"execution_finished": "linear"}, "standard.no-rule"),
            ({"approximation": Parameter(Decimal(1), CLAUSE)}, "standard.range"),
            ({"over_fulfilment": Parameter(Decimal("0.99"), CLAUSE)}, "standard.range"),
            ({"execution_points": Parameter(Decimal("100.01"), CLAUSE)}, "standard.range"),
            ({"full": Parameter(Decimal("9.99"), CLAUSE)}, "standard.range"),
            ({"grades": BOOK.grades[:3]}, "standard.grades-end"),
        ],
        ids=[
            "upside down",
            "twice",
            "no grades",
            "operator twice",
            "name twice",
            "no rule",
            "category of a rule",
            "category of weights",
            "taxonomy",
            "name",
            "title",
            "english",
            "alias",
            "unknown rule",
            "no rule named",
            "unknown rule where finished",
            "margin",
            "limit",
            "execution above all",
            "all below the execution",
            "lowest grade",
        ],
    )
    def test_refused(self, fields, wanted):
        assert code(attrs.evolve, BOOK, **fields) == wanted

    def test_all_that_is_wrong(self):
        with pytest.raises(StandardErrors) as caught:
            attrs.evolve(BOOK, name="", execution_rule="linear", grades=())
        found = {(one.code, one.path) for one in caught.value.exceptions}
        assert found == {
            ("standard.empty", "name"),
            ("standard.no-rule", "execution.rule"),
            ("standard.grades", "grades"),
        }

    def test_accepted(self):
        twenty = attrs.evolve(BOOK.execution_points, value=Decimal(20))
        assert attrs.evolve(BOOK, execution_points=twenty).execution_points.value == 20
        for points in ("99.99", "100"):
            most = Parameter(Decimal(points), CLAUSE)
            assert attrs.evolve(BOOK, execution_points=most).execution_points == most
        one = attrs.evolve(BOOK.over_fulfilment, value=Decimal(1))
        assert attrs.evolve(BOOK, over_fulfilment=one).over_fulfilment.value == 1

    @books
    def test_value(self, book):
        assert attrs.evolve(book) == book
        assert hash(attrs.evolve(book)) == hash(book)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            book.name = "other"
