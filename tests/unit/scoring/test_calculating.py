"""Bare numbers are scored by the same tables as cells, and refused where they do not say enough."""

from decimal import Decimal

import attrs
import pytest

import govperf as gp
from govperf.errors import GovperfError, NumeralError, ScoringError, StandardError, TargetError
from govperf.scoring import Calculator
from govperf.standards import Clause, Provenance, Rule, standard

CLAUSE = Clause(Provenance.CHOICE, "a test")
BOOK = standard()
CALCULATOR = Calculator()


def rounded(**fields):
    return attrs.evolve(BOOK, rounding=attrs.evolve(BOOK.rounding, **fields))


@attrs.frozen
class Own:
    """A rule that is code, for an operator that no test here asks for."""

    name: str = "own"
    operators: tuple[str, ...] = ("between",)
    categories: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    clause: Clause = CLAUSE


def with_own(**fields):
    return rounded(**fields).with_rules(Own())


def row(sign="≥", target=100, actual=85, weight=15, calculator=CALCULATOR, name="指标", **fields):
    return calculator.line(name, sign, target=target, actual=actual, weight=weight, **fields)


def points(*args, calculator=CALCULATOR, **fields):
    return calculator.score(row(*args, calculator=calculator, **fields)).value


class TestLine:
    @pytest.mark.parametrize(
        ("sign", "target", "actual", "weight", "wanted"),
        [
            ("≥", 100, 85, 15, "12.75"),
            (">=", 100, 100, 15, "15.00"),
            (">", 100, 900, 15, "15.00"),
            ("≥", 100, -3, 15, "0.00"),
            ("=", "12", "14", 10, "10.00"),
            ("≤", 24, 30, 10, "8.00"),
            ("≤", 24, 24, 10, "10.00"),
            ("<", 24, -1, 10, "10.00"),
            ("≤", 0, 0, 10, "10.00"),
            ("=", 0, 1, 10, "0.00"),
            ("≥", Decimal("0.3"), Decimal("0.1"), Decimal(1), "0.33"),
            ("≥", 24, 5, 3, "0.63"),  # a tie: 0.625
            (gp.Operator.AT_LEAST, "1.2万", 6000, "7.5", "3.75"),
            ("≥", 100, 100, "7.14285", "7.14285"),
            ("≥", 10**30, 5 * 10**29, 10, "5.00"),
            ("≥", Decimal("1E+30"), Decimal("5E+29"), 10, "5.00"),
            ("<", 0, 0, 10, "0.00"),
            ("<", 0, -1, 10, "10.00"),
            ("≥", 100, 100, "7.145", "7.145"),  # never more than the weight
            ("≥", 100, 50, "7.145", "3.57"),
        ],
    )
    def test_points(self, sign, target, actual, weight, wanted):
        assert str(points(sign, target, actual, weight)) == wanted

    @pytest.mark.parametrize(
        ("fields", "code"),
        [
            ({"sign": "定性"}, "scoring.operator"),
            ({"sign": "between"}, "scoring.operator"),
            ({"target": 0}, "scoring.target"),
            ({"target": -1}, "scoring.target"),
            ({"sign": "≤", "target": -1}, "scoring.target"),
            ({"weight": -1}, "scoring.weight"),
        ],
        ids=str,
    )
    def test_refused(self, fields, code):
        with pytest.raises(ScoringError) as caught:
            row(**fields)
        assert caught.value.code == code

    def test_no_sign(self):
        with pytest.raises(TargetError):
            row("  ")

    @pytest.mark.parametrize("field", ["target", "actual", "weight"])
    @pytest.mark.parametrize(
        "huge",
        [Decimal("1e999999"), Decimal("1e-999999"), 10**5000, -(10**40), Decimal("Infinity"), "9" * 65],
        ids=["large", "small", "long", "negative", "infinite", "text"],
    )
    def test_no_number_beyond_the_limits(self, field, huge):
        with pytest.raises(GovperfError):
            row(**{field: huge})

    @pytest.mark.parametrize("field", ["target", "actual", "weight"])
    def test_no_float_and_no_prose(self, field):
        with pytest.raises(TypeError):
            row(**{field: 0.5})
        with pytest.raises(NumeralError):
            row(**{field: "许多"})

    @pytest.mark.parametrize("name", [None, 3, ["指标"]], ids=str)
    def test_a_name_is_a_text(self, name):
        with pytest.raises(TypeError):
            row(name=name)

    @pytest.mark.parametrize(
        "category", [["满意度"], ("满意度", "服务对象满意度"), "满意度", "满意度指标"], ids=str
    )
    def test_a_rule_for_some_categories(self, category):
        strict = Calculator(standard("MOF-2021-101"))
        assert str(points("≥", 100, 80, 10, calculator=strict)) == "5.00"
        with pytest.raises(ScoringError) as caught:
            row("≥", 90, 81, 10, calculator=strict, category=category)
        assert caught.value.code == "scoring.rule"

    def test_a_rule_of_ones_own(self):
        class Own:
            name, operators, categories, indicators, clause = "own", ("≥", ">="), (), (), CLAUSE

            def earn(self, case):
                raise AssertionError(case)

        own = Own()
        own.operators = (">=",)
        with pytest.raises(ScoringError):
            row(calculator=Calculator(BOOK.with_rules(own)))

    def test_a_book_without_a_rule(self):
        less = attrs.evolve(BOOK, rules=BOOK.rules[:1])
        with pytest.raises(StandardError):
            row("≤", calculator=Calculator(less))

    def test_the_name_of_a_book_is_no_book(self):
        assert Calculator(None) == CALCULATOR == Calculator(BOOK)
        with pytest.raises(TypeError, match="ScoringStandard"):
            Calculator("MOF-2021-101")


class TestMeasures:
    """Figures other than the completion rate, as cells give them."""

    def by(self, measure, operators, knots=((0, 0), (1, 1)), **fields):
        return Calculator(BOOK.with_rules(Rule("other", operators, knots, CLAUSE, measure=measure, **fields)))

    @pytest.mark.parametrize(
        ("measure", "sign", "actual", "wanted"),
        [
            ("excess", "≤", 30, "7.50"),
            ("excess", "≤", 24, "10.00"),
            ("excess", "≤", 49, "0.00"),
            ("excess", "≥", 18, "7.50"),
            ("ratio", "≤", 18, "7.50"),
            ("ratio", "≥", 25, "10.00"),
            ("deviation", "=", 24, "0.00"),
            ("deviation", "=", 18, "2.50"),
            ("met", "≥", 23, "0.00"),
            ("met", "≥", 24, "10.00"),
            ("met", ">", 24, "0.00"),
        ],
    )
    def test_points(self, measure, sign, actual, wanted):
        calculator = self.by(measure, (gp.Operator.AT_MOST.value, "<", ">=", ">", "="))
        assert str(points(sign, 24, actual, 10, calculator=calculator)) == wanted

    @pytest.mark.parametrize("measure", ["ratio", "deviation"])
    def test_a_target_of_zero_divides_nothing(self, measure):
        with pytest.raises(ScoringError) as caught:
            row("=", 0, 1, 10, calculator=self.by(measure, ("0",)))
        assert caught.value.code == "scoring.target"

    def test_the_actual_itself_has_a_unit(self):
        with pytest.raises(ScoringError) as caught:
            row("≥", 90, 81, 10, calculator=self.by("actual", (">=",), unit="%"))
        assert caught.value.code == "scoring.rule"

    def test_of_the_execution(self):
        own = Rule("own", (), [(0, 1), (1, 0)], CLAUSE, measure="deviation")
        book = attrs.evolve(BOOK, rules=(*BOOK.rules, own), execution_rule="own")
        calculator = Calculator(book)
        assert str(calculator.score(calculator.execution(100, 95)).value) == "9.50"
        assert str(calculator.score(calculator.execution(100, 110)).value) == "9.00"


class TestOtherBooks:
    """A line is scored by the rule book that it was made for, and by no other."""

    @pytest.mark.parametrize(
        "book",
        [rounded(digits=3), rounded(mode="half_even"), rounded(rate=4), standard("MOF-2021-101")],
        ids=["digits", "mode", "rate", "rules"],
    )
    def test_refused(self, book):
        other = Calculator(book)
        for scored in (other.score, lambda line: other.sheet([line])):
            with pytest.raises(ScoringError) as caught:
                scored(row())
            assert caught.value.code == "scoring.book"

    def test_books_without_a_fingerprint(self):
        """A rule of one's own leaves a book without one, and two such books are not the same for that."""
        made = row(weight=15, calculator=Calculator(with_own()))
        assert Calculator(with_own()).score(made).value == Decimal("12.75")
        for other in (CALCULATOR, Calculator(with_own(digits=3)), Calculator(with_own(mode="half_even"))):
            for scored in (other.score, lambda line, other=other: other.sheet([line])):
                with pytest.raises(ScoringError) as caught:
                    scored(made)
                assert caught.value.code == "scoring.book"

    @pytest.mark.parametrize("odd", ["指标", 3, None], ids=str)
    def test_no_line(self, odd):
        with pytest.raises(TypeError):
            CALCULATOR.score(odd)

    def test_an_equal_book_will_do(self):
        assert Calculator(attrs.evolve(BOOK, name="ours")).score(row()).value == Decimal("12.75")


class TestExecution:
    @pytest.mark.parametrize(
        ("book", "spent", "fields", "wanted"),
        [
            ("MOF-2020-10", "154.74", {}, "4.99"),
            ("MOF-2020-10", "999", {}, "10.00"),
            ("MOF-2020-10", "154.74", {"weight": 20}, "9.98"),
            ("HUBEI-2020", "310.20", {}, "20.00"),
            ("MOF-2021-101", "248.16", {}, "7.00"),
            ("MOF-2021-101", "248.15", {}, "5.00"),
            ("MOF-2021-101", "100", {"finished": True}, "10.00"),
            ("MOF-2021-101", "310.21", {"finished": True}, "7.00"),
            ("MOF-2020-10", "155.1", {"finished": True}, "5.00"),
        ],
    )
    def test_points(self, book, spent, fields, wanted):
        calculator = Calculator(standard(book))
        assert str(calculator.score(calculator.execution("310.20", spent, **fields)).value) == wanted

    @pytest.mark.parametrize("budget", [0, "-1"])
    def test_no_budget(self, budget):
        with pytest.raises(ScoringError):
            CALCULATOR.execution(budget, 1)


class TestRounding:
    @pytest.mark.parametrize(
        ("fields", "wanted"),
        [
            ({}, "0.63"),
            ({"mode": "half_even"}, "0.62"),
            ({"digits": 1}, "0.6"),
            ({"digits": 3}, "0.625"),
            ({"rate": 2}, "0.63"),  # 0.2083 becomes 0.21
            ({"rate": 1}, "0.60"),
        ],
        ids=str,
    )
    def test_of_a_score(self, fields, wanted):
        assert str(points("≥", 24, 5, 3, calculator=Calculator(rounded(**fields)))) == wanted

    @pytest.mark.parametrize(("level", "wanted"), [("score", "1.26"), ("level", "1.26"), ("total", "1.25")])
    def test_of_a_total(self, level, wanted):
        calculator = Calculator(rounded(level=level))
        lines = [
            row("≥", 24, 5, 3, calculator=calculator, category=[first, "数量"]) for first in ("产出", "效益")
        ]
        assert str(calculator.sheet(lines).total) == wanted

    def test_a_level_is_rounded_as_a_whole(self):
        calculator = Calculator(rounded(level="level"))
        lines = [row("≥", 24, 5, 3, calculator=calculator, category=["产出"]) for _ in range(2)]
        assert str(calculator.sheet(lines).total) == "1.25"

    def test_half_even_of_a_sheet(self):
        calculator = Calculator(rounded(mode="half_even"))
        assert calculator.sheet([row("≥", 24, 5, 3, calculator=calculator)]).units == (62,)

    @pytest.mark.parametrize(("mode", "wanted"), [("half_up", "8.00"), ("half_even", "8.00")])
    def test_points_taken_off(self, mode, wanted):
        fine = Rule("fine", (">=",), [(0, 0), (1, 1)], CLAUSE, deductions=[("1.3", 2)])
        calculator = Calculator(rounded(mode=mode).with_rules(fine))
        assert str(points("≥", 100, 130, 10, calculator=calculator)) == wanted
        assert str(points("≥", 100, "129.99", 10, calculator=calculator)) == "10.00"
        assert str(points("≥", 100, 130, 1, calculator=calculator)) == "0.00"
        assert calculator.sheet([row("≥", 100, 130, 10, calculator=calculator)]).units == (800,)
