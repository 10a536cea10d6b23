"""Laws of bare numbers: whatever the rule book, they earn what the same numbers in cells earn."""

from decimal import Decimal
from fractions import Fraction

import attrs
from hypothesis import given
from hypothesis import strategies as st

import govperf as gp
from govperf.scoring import Calculator
from govperf.standards import Clause, Provenance, Rounding, Rule, TotalCap, standard

CLAUSE = Clause(Provenance.CHOICE, "a test")
NUMBERS = st.decimals(0, 200, places=2)
SIGNS = st.sampled_from(["≥", "≤", "=", ">", "<"])
GROUPS = st.sampled_from([(), ("产出", "数量"), ("产出指标", "质量"), ("效益",), ("自定",)])
ROWS = st.tuples(SIGNS, NUMBERS, NUMBERS | st.integers(-5, 0), NUMBERS, GROUPS).filter(
    lambda one: one[1] or one[0] in ("≤", "=", "<")
)
ROUNDINGS = st.builds(
    lambda digits, mode, level, rate: Rounding(digits, mode, CLAUSE, level=level, rate=rate),
    st.integers(0, 3),
    st.sampled_from(["half_up", "half_even"]),
    st.sampled_from(["score", "level", "total"]),
    st.none() | st.integers(0, 4),
)
CAPS = st.none() | st.just(TotalCap(((Fraction(0), Decimal(59)), (Fraction("0.96"), Decimal(100))), CLAUSE))
OWN = st.sampled_from(
    [
        None,
        Rule("fine", (">=",), [(0, 0), (1, 1)], CLAUSE, deductions=[("1.3", 2)]),
        Rule("near", ("=",), [(0, 1), (1, 0)], CLAUSE, measure="deviation"),
        Rule("steps", (">=", "<="), [(0, 0), (1, 1)], CLAUSE, steps=(0, "0.1", "floor")),
        Rule("by_excess", ("<=", "<"), [(0, 0), (1, 1)], CLAUSE, measure="excess"),
        Rule("to_be_met", (">", "<", "0"), [(0, 0), (1, 1)], CLAUSE, measure="met"),
        Rule("in_part", (">=", ">"), [(0, 0), (1, 1)], CLAUSE, measure="ratio"),
    ]
)


@given(
    st.lists(ROWS, max_size=4),
    st.sampled_from(["MOF-2020-10", "MOF-2021-101", "HUBEI-2020"]),
    ROUNDINGS,
    CAPS,
    OWN,
    st.integers(0, 120),
)
def test_both_lanes_agree(rows, name, rounding, cap, own, spent):
    book = attrs.evolve(standard(name), rounding=rounding, total_cap=cap)
    book = book if own is None else book.with_rules(own)
    calculator = Calculator(book)
    lines = [
        calculator.execution(100, spent),
        *(
            calculator.line("指标", sign, target=target, actual=actual, weight=weight, category=category)
            for sign, target, actual, weight, category in rows
        ),
    ]
    indicators = [
        gp.Indicator(
            "指标", target=f"{sign}{target}次", actual=f"{actual}次", weight=weight, category=category
        )
        for sign, target, actual, weight, category in rows
    ]
    form = gp.Evaluation(
        "某局",
        2023,
        budget=gp.Budget(2023, adjusted="100万元", executed=f"{spent}万元"),
        goals=[gp.Goal("目标", indicators=indicators)],
    )
    card = gp.evaluate(form, standard=book)
    outcome = calculator.sheet(lines)
    assert list(outcome.points) == [score.points for score in card]
    assert (outcome.total, outcome.grade) == (card.total, card.grade)
    assert [calculator.score(line).value for line in lines] == list(outcome.points)
