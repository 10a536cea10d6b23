"""Slips of scale (元与万元混用): columns of a budget that are ten thousand times each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from govperf.model import Severity
from govperf.model.budget_figures import figure_name
from govperf.reviewing.checks import Check, Hit, check
from govperf.reviewing.form import Form
from govperf.reviewing.listing import both

__all__ = ["SLIPS"]


@check(
    "finding.scale-slip",
    Severity.WARNING,
    family="identities",
    source="1 万元 is 10,000 元, which forms confuse",
)
def _scale_slip(form: Form) -> Iterator[Hit]:
    """Two columns one of which seems to be in 元 and the other in 万元 (元与万元混用).

    One is ten thousand times the other, but for the slip that the rule book allows; or the printed
    execution rate is their quotient but for that, and then the form contradicts itself: an error.
    Not flagged: any other factor; a rate that is very low or high, and printed so.
    """
    found = form.slip
    if found:
        (low, high), (less, more) = found.columns, found.amounts
        details: dict[str, object] = {"less": less, "more": more}
        details |= both("low", lambda lang: figure_name(low, lang))
        details |= both("high", lambda lang: figure_name(high, lang))
        figures: dict[str, object] = {f"$.budget.{low}": less, f"$.budget.{high}": more}
        budget = form.evaluation.budget
        if found.certain and budget is not None:
            figures["$.budget.reported_execution_rate"] = budget.reported_execution_rate
        yield Hit(f"$.budget.{low}", details, figures, Severity.ERROR if found.certain else None)


SLIPS: Final[tuple[Check, ...]] = (_scale_slip,)
