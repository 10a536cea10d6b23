"""Bare numbers are scored by the same tables as cells, and refused where they do not say enough."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import govperf as gp
from govperf.errors import NumeralError, ScoringError, StandardError, TargetError
from govperf.scoring import Calculator
from govperf.standards import Clause, Provenance, Rounding, Rule, TotalCap, standard

CLAUSE = Clause(Provenance.CHOICE, "a test")
BOOK = standard()
CALCULATOR = Calculator()


def rounded(**fields):
    return attrs.evolve(BOOK, rounding=attrs.evolve(BOOK.rounding, **fields))


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
            ("≥", 100, 100, "7.14285", "7.14"),
            ("≥", 10**40, 5 * 10**39, 10, "5.00"),
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
    def test_no_float_and_no_prose(self, field):
        with pytest.raises(TypeError):
            row(**{field: 0.5})
        with pytest.raises(NumeralError):
            row(**{field: "许多"})

    def test_a_rule_for_some_categories(self):
        strict = Calculator(standard("MOF-2021-101"))
        assert str(points("≥", 100, 80, 10, calculator=strict)) == "5.00"
        with pytest.raises(ScoringError) as caught:
            row("≥", 90, 81, 10, calculator=strict, category=["满意度"])
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
        assert calculator.sheet([row("≥", 24, 5, 3, calculator=calculator)]).units == [62]

    @pytest.mark.parametrize(("mode", "wanted"), [("half_up", "8.00"), ("half_even", "8.00")])
    def test_points_taken_off(self, mode, wanted):
        fine = Rule("fine", (">=",), [(0, 0), (1, 1)], CLAUSE, deductions=[("1.3", 2)])
        calculator = Calculator(rounded(mode=mode).with_rules(fine))
        assert str(points("≥", 100, 130, 10, calculator=calculator)) == wanted
        assert str(points("≥", 100, "129.99", 10, calculator=calculator)) == "10.00"
        assert str(points("≥", 100, 130, 1, calculator=calculator)) == "0.00"
        assert calculator.sheet([row("≥", 100, 130, 10, calculator=calculator)]).units == [800]


class TestSheet:
    LINES = (CALCULATOR.execution("100", "95"), row(), row("≤", 24, 30, 75))

    def test_total_and_grade(self):
        outcome = CALCULATOR.sheet(self.LINES)
        assert [str(one) for one in outcome.points] == ["9.50", "12.75", "60.00"]
        assert (str(outcome.total), outcome.grade.label) == ("82.25", "良")

    def test_explained(self):
        zero = "zero target, met or not"
        assert CALCULATOR.sheet((*self.LINES, row("≥", 1, 2, 5), row("=", 0, 1, 3))).explain("en").split(
            "\n"
        ) == [
            "预算执行率: 10 × 95 ÷ 100 = 9.5, rounded to 9.50 points (proportional, MOF-2020-10)",
            "指标: 15 × 85 ÷ 100 = 12.75, rounded to 12.75 points (proportional, MOF-2020-10)",
            "指标: 75 × 24 ÷ 30 = 60, rounded to 60.00 points (reverse proportional, MOF-2020-10)",
            "指标: completion rate 200.00%, all 5.00 points (proportional, MOF-2020-10)",
            f"指标: completion rate 0.00% is 0.00% of 3 = 0, rounded to 0.00 ({zero}, MOF-2020-10)",
            "total: 9.50 + 12.75 + 60.00 + 5.00 + 0.00 = 87.25, grade good (MOF-2020-10)",
        ]
        assert CALCULATOR.sheet(self.LINES).explain().endswith("= 82.25，等级“良”（MOF-2020-10）")

    def test_capped_by_the_execution(self):
        cap = TotalCap(((Fraction(0), Decimal(59)), (Fraction(95, 100), Decimal(80))), CLAUSE)
        calculator = Calculator(attrs.evolve(BOOK, total_cap=cap))
        outcome = calculator.sheet(self.LINES)
        assert (outcome.total, outcome.grade.label) == (80, "良")
        without = calculator.sheet(self.LINES[1:])
        assert isinstance(without.total, gp.Undefined)
        assert isinstance(without.grade, gp.Undefined)
        assert without.explain("en").split("\n")[-1].startswith("total: undefined")
        assert calculator.sheet(self.LINES[1:2]).total == Decimal("12.75")

    def test_nothing(self):
        assert CALCULATOR.sheet([]).total == 0


NUMBERS = st.decimals(0, 200, places=2)


@given(
    st.lists(st.tuples(st.sampled_from(["≥", "≤", "=", ">", "<"]), NUMBERS, NUMBERS, NUMBERS), max_size=4),
    st.sampled_from(["MOF-2020-10", "MOF-2021-101", "HUBEI-2020"]),
    st.sampled_from(["score", "level", "total"]),
)
def test_both_lanes_agree(rows, name, level):
    book = standard(name)
    book = attrs.evolve(book, rounding=Rounding(2, "half_up", CLAUSE, level=level))
    rows = [one for one in rows if one[1] or one[0] in ("≤", "=", "<")]
    calculator = Calculator(book)
    lines = [
        calculator.execution(100, 95),
        *(row(sign, target, actual, weight, calculator) for sign, target, actual, weight in rows),
    ]
    indicators = [
        gp.Indicator("指标", target=f"{sign}{target}次", actual=f"{actual}次", weight=weight)
        for sign, target, actual, weight in rows
    ]
    form = gp.Evaluation(
        "某局",
        2023,
        budget=gp.Budget(2023, adjusted="100万元", executed="95万元"),
        goals=[gp.Goal("目标", indicators=indicators)],
    )
    card = gp.evaluate(form, standard=book)
    outcome = calculator.sheet(lines)
    assert list(outcome.points) == [score.points for score in card]
    assert not indicators or level == "level" or (outcome.total, outcome.grade) == (card.total, card.grade)
