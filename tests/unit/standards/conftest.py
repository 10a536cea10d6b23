"""Cases for the rules: a target and an actual of one unit."""

import sys
from fractions import Fraction
from pathlib import Path

import pytest

from govperf.model import CompletionRate, Operator
from govperf.standards import Case, Clause, Provenance, Rounding
from govperf.units import Quantity

sys.path.insert(0, str(Path(__file__).parent))  # the module beside this file, for the tests beside it

ROUNDING = Rounding(2, "half_up", Clause(Provenance.CHOICE, "a test"))


@pytest.fixture(scope="session")
def case():
    """A function: target and actual, with the completion rate of a target that is to be reached."""

    def made(target, actual, *, unit="", operator=Operator.AT_LEAST, rounding=ROUNDING, **fields):
        target, actual = Fraction(target), Fraction(actual)
        exact = actual / target if target else Fraction(1)
        shown = (f"{actual}{unit}", f"{target}{unit}")
        completion = CompletionRate(exact, terms=shown, met=actual >= target)
        return Case(
            operator=operator,
            target=target,
            actual=actual,
            unit=Quantity(1, unit).unit,
            completion=completion,
            shown=shown,
            rounding=rounding,
            **fields,
        )

    return made
