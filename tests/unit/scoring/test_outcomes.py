"""Outcomes of bare numbers: totals, caps, levels, and the sentences that cells would get."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

import govperf as gp
from govperf.scoring import Calculator
from govperf.standards import Clause, Provenance, Rule, TotalCap, standard

CLAUSE = Clause(Provenance.CHOICE, "a test")
BOOK = standard()
CALCULATOR = Calculator()


def rounded(**fields):
    return attrs.evolve(BOOK, rounding=attrs.evolve(BOOK.rounding, **fields))


def row(sign="≥", target=100, actual=85, weight=15, calculator=CALCULATOR, name="指标", **fields):
    return calculator.line(name, sign, target=target, actual=actual, weight=weight, **fields)


def points(*args, calculator=CALCULATOR, **fields):
    return calculator.score(row(*args, calculator=calculator, **fields)).value


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
            f"指标: completion rate 0.00% earns 0.00% of 3 = 0, rounded to 0.00 points ({zero}, MOF-2020-10)",
            "total: 9.50 + 12.75 + 60.00 + 5.00 + 0.00 = 87.25, grade good (MOF-2020-10)",
        ]
        assert CALCULATOR.sheet(self.LINES).explain().endswith("= 82.25，等级“良”（MOF-2020-10）")

    CAP = TotalCap(((Fraction(0), Decimal(59)), (Fraction(95, 100), Decimal(80))), CLAUSE)

    def lines(self, calculator, spent="95"):
        return (
            calculator.execution("100", spent),
            row(calculator=calculator),
            row("≤", 24, 30, 75, calculator=calculator),
        )

    def test_capped_by_the_execution(self):
        calculator = Calculator(attrs.evolve(BOOK, total_cap=self.CAP))
        lines = self.lines(calculator)
        outcome = calculator.sheet(lines)
        assert (outcome.total, outcome.grade.label) == (80, "良")
        without = calculator.sheet(lines[1:])
        assert isinstance(without.total, gp.Undefined)
        assert isinstance(without.grade, gp.Undefined)
        assert without.explain("en").split("\n")[-1].startswith("total: undefined")
        assert without.explain().split("\n")[-1].startswith("总分：无法确定，没有")
        assert calculator.sheet(lines[1:2]).total == Decimal("12.75")

    def test_the_cap_looks_at_the_exact_rate(self):
        book = attrs.evolve(rounded(rate=2), total_cap=self.CAP)
        calculator = Calculator(book)
        assert calculator.sheet(self.lines(calculator, "94.9")).total == 59

    def test_another_indicator_of_that_name_caps_nothing(self):
        calculator = Calculator(attrs.evolve(BOOK, total_cap=self.CAP))
        line = row("≥", 100, 100, 90, calculator=calculator, name="预算执行率")
        assert isinstance(calculator.sheet([line]).total, gp.Undefined)

    @pytest.mark.parametrize("name", ["指标", "预算执行率"])
    def test_lines_without_a_category_are_rounded_one_by_one(self, name):
        calculator = Calculator(rounded(level="level"))
        lines = [row("≥", 24, 5, 3, calculator=calculator, name=name) for _ in range(2)]
        assert str(calculator.sheet(lines).total) == "1.26"

    def test_labels_of_one_meaning_are_one_level(self):
        calculator = Calculator(rounded(level="level"))
        lines = [
            row("≥", 24, 5, 3, calculator=calculator, category=one) for one in ("产出", "产出指标", ["不明"])
        ]
        assert str(calculator.sheet(lines).total) == "1.88"

    @pytest.mark.parametrize("lines", [(), LINES[:1]], ids=len)
    def test_no_indicators_no_total(self, lines):
        outcome = CALCULATOR.sheet(lines)
        assert outcome.total == outcome.grade == gp.Undefined("undefined.no-indicators")
        assert outcome.explain("en").endswith("total: undefined, there are no indicators")

    def test_weights_of_more_digits_are_given_whole(self):
        outcome = CALCULATOR.sheet([row("≥", 1, 1, "7.145"), row("≥", 1, 1, "2.855")])
        assert (outcome.points, outcome.total) == ((Decimal("7.145"), Decimal("2.855")), 10)

    def test_what_it_takes(self):
        whole = CALCULATOR.sheet(self.LINES)
        assert CALCULATOR.sheet(line for line in self.LINES) == whole == CALCULATOR.sheet(list(self.LINES))
        for odd in ("指标", [3], [("指标",)]):
            with pytest.raises(TypeError):
                CALCULATOR.sheet(odd)

    def test_it_is_a_value(self):
        given = list(self.LINES)
        outcome = CALCULATOR.sheet(given)
        given.append(row())
        assert len(outcome.lines) == len(outcome.units) == len(outcome.points) == 3
        assert len(outcome.explain().split("\n")) == 4
        assert outcome != CALCULATOR.sheet(given)
        assert hash(outcome) == hash(CALCULATOR.sheet(self.LINES))
        assert repr(outcome) == "Outcome(82.25, 3 lines, MOF-2020-10)"
        assert "undefined" in repr(CALCULATOR.sheet([]))
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            outcome.units = ()


FINE = Rule("fine", (">=",), [(0, 0), (1, 1)], CLAUSE, deductions=[("1.3", 2)])
NEAR = Rule("near", ("=",), [(0, 1), (1, 0)], CLAUSE, measure="deviation")
BOOKS = {
    "as it is": BOOK,
    "bands": standard("MOF-2021-101"),
    "capped": attrs.evolve(BOOK, total_cap=TotalCap(((0, Decimal(59)), ("0.96", Decimal(100))), CLAUSE)),
    "by level": rounded(level="level"),
    "by total": rounded(level="total", digits=1),
    "rates first": rounded(rate=2),
    "deductions": BOOK.with_rules(FINE),
    "deviations": BOOK.with_rules(NEAR),
    "half to even": rounded(mode="half_even", digits=0),
}


@pytest.mark.parametrize("book", BOOKS.values(), ids=BOOKS)
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("weight", ["10", "0"])
def test_both_lanes_say_the_same(book, lang, weight):
    """But for remarks on cells, of which these have none."""
    rows = [("≥", 52, 49), ("≥", 20, 29), ("≥", 20, 20), ("≤", 24, 30), ("≤", 0, 1), ("≤", 0, 0)]
    rows += [("≥", 7, 0), ("=", 3, 3), ("=", 30, 24)]
    calculator = Calculator(book)
    outcome = calculator.sheet(
        [
            calculator.execution(100, 95, weight=weight, finished=False),
            *(row(*one, "9.5", calculator, name="指标\n甲", category="产出") for one in rows),
        ]
    )
    indicators = [
        gp.Indicator("指标\n甲", category="产出", target=f"{sign}{target}", actual=f"{actual}", weight="9.5")
        for sign, target, actual in rows
    ]
    form = gp.Evaluation(
        "某局",
        2023,
        budget=gp.Budget(2023, adjusted="100万元", executed="95万元", weight=weight),
        goals=[gp.Goal("目标", indicators=indicators)],
        finished=False,
    )
    card = gp.evaluate(form, standard=book)
    quiet = attrs.evolve(
        card, notes=(), scores=tuple(attrs.evolve(one, notes=_kept(one.notes)) for one in card.scores)
    )
    assert outcome.explain(lang) == quiet.explain(lang).replace("万元", "")


def _kept(notes):
    return tuple(note for note in notes if note.code == "note.figure-rounded")


def test_a_sum_of_many_digits_is_said_to_be_rounded():
    calculator = Calculator()
    lines = [calculator.line("甲", "≥", weight="3.335", target=1, actual=1)]
    outcome = calculator.sheet(lines)
    assert (str(outcome.total), outcome.points) == ("3.34", (Decimal("3.335"),))
    assert outcome.explain("en").split("\n")[-2:] == [
        "the sum 3.335 is rounded",
        "total: 3.34, grade poor (MOF-2020-10)",
    ]
