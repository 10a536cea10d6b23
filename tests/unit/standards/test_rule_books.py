"""Rule books as values: rules, rounding, grades, and the source of every number."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from govperf.errors import StandardError
from govperf.model import Grade, Operator
from govperf.standards import BUILT_IN, Clause, Parameter, Provenance, Rounding, Rule, standard

BOOK = standard()
CLAUSE = Clause(Provenance.CHOICE, "a test")
books = pytest.mark.parametrize("book", [standard(name) for name in BUILT_IN], ids=list(BUILT_IN))


def rule(*knots, operators=(">=",)):
    return Rule("test", operators, tuple((Fraction(rate), Fraction(share)) for rate, share in knots), CLAUSE)


def code(call, *args, **fields):
    with pytest.raises(StandardError) as caught:
        call(*args, **fields)
    return caught.value.code


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
            *(rule.clause for rule in book.rules),
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
            (Operator.BETWEEN, "proportional"),
            (Operator.AT_MOST, "reverse_proportional"),
            (Operator.LESS_THAN, "reverse_proportional"),
        ],
    )
    def test_rule_for(self, operator, name):
        assert BOOK.rule_for(operator, zero=False).name == name
        assert BOOK.rule_for(operator, zero=True).name == "zero_target"

    def test_no_rule_for_a_text(self):
        assert code(BOOK.rule_for, Operator.TEXT, zero=False) == "standard.no-rule"

    def test_no_such_rule(self):
        assert code(BOOK.rule, "linear") == "standard.no-rule"


class TestShare:
    """Straight between the knots, level outside them."""

    @pytest.mark.parametrize(
        ("rate", "share"),
        [
            ("-1", "0"),
            ("0", "0"),
            ("0.59", "0"),
            ("0.6", "0"),
            ("0.8", "0.5"),
            ("0.85", "0.625"),
            ("1", "1"),
            ("9", "1"),
        ],
    )
    def test_pass_line(self, rate, share):
        assert rule(("0.6", 0), (1, 1)).share(Fraction(rate)) == Fraction(share)

    @pytest.mark.parametrize(
        ("rate", "share"),
        [("0", "0.2"), ("0.5", "0.2"), ("1", "1"), ("1.1", "0.95"), ("1.2", "0.9"), ("2", "0.9")],
    )
    def test_falling_above(self, rate, share):
        assert rule(("0.5", "0.2"), (1, 1), ("1.2", "0.9")).share(Fraction(rate)) == Fraction(share)

    def test_one_knot(self):
        assert [rule((1, "0.5")).share(Fraction(rate)) for rate in (0, 1, 2)] == [Fraction(1, 2)] * 3

    @books
    def test_built_in_shares_never_fall(self, book):
        rates = [Fraction(n, 40) for n in range(-10, 100)]
        for each in book.rules:
            shares = [each.share(rate) for rate in rates]
            assert shares == sorted(shares)
            assert (shares[0], shares[-1]) == (0, 1)

    @pytest.mark.parametrize(
        "knots",
        [(), ((1, 1), (0, 0)), ((0, 0), (0, 1)), ((0, 0), (1, 2)), ((0, -1), (1, 1))],
        ids=["none", "falling", "twice", "above all", "below nothing"],
    )
    def test_impossible_knots(self, knots):
        assert code(rule, *knots) == "standard.knots"

    @pytest.mark.parametrize("operators", [("≥",), ("text",), ("",), (">=", "?")], ids=str)
    def test_unknown_operators(self, operators):
        assert code(rule, (0, 0), operators=operators) == "standard.operators"


class TestRounding:
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

    @pytest.mark.parametrize(("digits", "mode"), [(-1, "half_up"), (35, "half_up"), (2, "up"), (2, "")])
    def test_impossible(self, digits, mode):
        assert code(Rounding, digits, mode, CLAUSE) == "standard.range"


class TestParameter:
    @pytest.mark.parametrize("value", ["-1", "NaN", "Infinity", "1E+34", "1E-40"])
    def test_impossible(self, value):
        assert code(Parameter, Decimal(value), CLAUSE) == "standard.range"

    @pytest.mark.parametrize("value", [10, 0.1, "10", None], ids=repr)
    def test_type(self, value):
        with pytest.raises(TypeError):
            Parameter(value, CLAUSE)


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
        bands = [Grade("优", "excellent", Decimal(80)), Grade("良", "good", Decimal(70))]
        book = attrs.evolve(BOOK, grades=tuple(bands))
        assert book.grade(Decimal(80)).label == "优"
        assert code(book.grade, Decimal("69.99")) == "standard.no-grade"


class TestEvolved:
    """A rule book that is changed is checked again."""

    @pytest.mark.parametrize(
        ("fields", "wanted"),
        [
            ({"grades": BOOK.grades[::-1]}, "standard.grades"),
            ({"grades": BOOK.grades[:1] * 2}, "standard.grades"),
            ({"grades": ()}, "standard.grades"),
            ({"rules": (*BOOK.rules, rule((0, 0)))}, "standard.operators"),
            ({"rules": BOOK.rules[1:]}, "standard.no-rule"),
            ({"execution_rule": "linear"}, "standard.no-rule"),
            ({"approximation": Parameter(Decimal(1), CLAUSE)}, "standard.range"),
            ({"over_fulfilment": Parameter(Decimal("0.99"), CLAUSE)}, "standard.range"),
        ],
        ids=[
            "upside down",
            "twice",
            "no grades",
            "operator twice",
            "no rule",
            "unknown rule",
            "margin",
            "limit",
        ],
    )
    def test_refused(self, fields, wanted):
        assert code(attrs.evolve, BOOK, **fields) == wanted

    def test_accepted(self):
        twenty = attrs.evolve(BOOK.execution_points, value=Decimal(20))
        assert attrs.evolve(BOOK, execution_points=twenty).execution_points.value == 20
        one = attrs.evolve(BOOK.over_fulfilment, value=Decimal(1))
        assert attrs.evolve(BOOK, over_fulfilment=one).over_fulfilment.value == 1

    @books
    def test_value(self, book):
        assert attrs.evolve(book) == book
        assert hash(attrs.evolve(book)) == hash(book)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            book.name = "other"
