"""Rules of any numbers, and rule books that differ from those of govperf in anything that changes a total."""

from decimal import Decimal
from fractions import Fraction

import attrs
from hypothesis import strategies as st

from govperf.standards import (
    BUILT_IN,
    Clause,
    NotApplicable,
    Provenance,
    Rounding,
    Rule,
    TotalCap,
    standard,
)

OURS = Clause(Provenance.CHOICE, "a rule book of the tests")
EVERY = (">=", ">", "=", "between", "<=", "<", "0")
CAPS = TotalCap(
    tuple(
        (Fraction(start, 100), Decimal(most))
        for start, most in ((0, 59), (50, 69), (60, 79), (70, 89), (80, 100))
    ),
    OURS,
)

fractions = st.fractions(-3, 3, max_denominator=24)
shares = st.fractions(0, 1, max_denominator=24)
jumps = st.tuples(shares) | st.tuples(shares, shares, shares)
rising = st.lists(fractions, min_size=1, max_size=5, unique=True).map(sorted)
knots = rising.flatmap(lambda at: st.tuples(*(jumps.map(lambda jump, x=x: (x, *jump)) for x in at)))
deductions = st.lists(fractions, max_size=3, unique=True).flatmap(
    lambda at: st.tuples(
        *(st.fractions(0, 12, max_denominator=8).map(lambda off, x=x: (x, off)) for x in sorted(at))
    )
)
steps = st.none() | st.tuples(
    fractions, st.fractions(Fraction(1, 24), 2, max_denominator=24), st.sampled_from(["floor", "ceil"])
)


completion = st.just("completion")


def rules(*, operators=EVERY, steps=steps, deductions=deductions, measures=completion):
    """Rules with jumps, steps and deductions, that need not rise or fall."""
    return st.builds(
        lambda knots, steps, deductions, measure: Rule(
            "any", operators, knots, OURS, steps=steps, deductions=deductions, measure=measure
        ),
        knots,
        steps,
        deductions,
        measures,
    )


roundings = st.builds(
    lambda digits, mode, level: Rounding(digits, mode, OURS, level=level),
    st.integers(0, 3),
    st.sampled_from(["half_up", "half_even"]),
    st.sampled_from(["score", "level", "total"]),
)
carried = st.sampled_from(sorted(BUILT_IN)).map(standard)


def policies(*allowed):
    return st.sampled_from(allowed).map(lambda policy: NotApplicable(policy, OURS))


every_policy = policies("refuse", "redistribute", "full")
capped_or_not = st.sampled_from([None, CAPS])


def books(
    *,
    roundings=roundings,
    policies=every_policy,
    caps=capped_or_not,
):
    """Rule books: one that govperf carries, with other totals."""
    return st.builds(
        lambda book, rounding, policy, cap: attrs.evolve(
            book, rounding=rounding, not_applicable=policy, total_cap=cap
        ),
        carried,
        roundings,
        policies,
        caps,
    )
