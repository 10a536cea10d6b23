"""What a user writes of rules, with the types that both checkers must find; it runs as well."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import assert_type

from govperf import Indicator, Note, Rule, ScoringStandard, Undefined, score, standard
from govperf.standards import Case, Clause, Earned, Provenance

OURS = Clause(Provenance.CHOICE, "our office")


class HalfOrAll:
    """A rule of one's own: a small class with one method."""

    name = "half_or_all"
    operators = (">=",)
    categories: tuple[str, ...] = ()
    indicators = ("按期办结",)
    clause = OURS

    def earn(self, case: Case) -> Earned | Undefined:
        share = Fraction(1) if case.actual >= case.target else Fraction(1, 2)
        return Earned(figure=case.actual, shown=case.shown[0], share=share)


def test_a_rule_of_knots() -> None:
    book = standard().with_rules(Rule("by_excess", ["<=", "<"], [(0, 0), (1, 1)], OURS, measure="excess"))
    assert_type(book, ScoringStandard)
    made = score(Indicator("响应时间", target="≤24小时", actual="30小时", weight=10), standard=book)
    assert_type(made.points, Decimal | Undefined)
    assert_type(made.possible, tuple[Decimal, Decimal] | Undefined)
    assert_type(made.trace(), tuple[Note, ...])
    assert made.points == Decimal("7.5")


def test_a_class() -> None:
    book = standard().with_rules(HalfOrAll(), name="ours")
    assert score(Indicator("按期办结", target="≥10件", actual="3件", weight=10), standard=book).points == 5
