"""Data for your own tests (测试数据策略): Hypothesis strategies of everything that a form may hold.

Each function gives a strategy, which shrinks to the smallest example there is. What it draws was
made by the constructors of govperf, so that it is always valid; the cells of `target_cells` and
`actual_cells` are texts, and may be wrong.

It needs the extra `testing`: `pip install 'govperf[testing]'`.
"""

from govperf.errors import MissingExtraError

try:
    import hypothesis as _hypothesis  # pyright: ignore[reportUnusedImport] # noqa: F401 - is it there
except ImportError as error:
    details = {"package": "hypothesis", "extra": "testing"}
    raise MissingExtraError("extra.missing", details=details) from error

from govperf.testing.amounts import UnitKind, money, numbers, percentages, quantities, units
from govperf.testing.cells import CellKind, actual_cells, target_cells
from govperf.testing.forms import evaluations, scorecards, subtotals
from govperf.testing.funds import breakdowns, budget_lines, budgets
from govperf.testing.judged import awards, corrections, points
from govperf.testing.offices import departments, staffings
from govperf.testing.printed import names, texts
from govperf.testing.published import scored_evaluations
from govperf.testing.reviewed import acceptances, figures, findings, reviews
from govperf.testing.rows import (
    actuals,
    evidence,
    goals,
    indicators,
    locators,
    periods,
    targets,
    years,
)

__all__ = [  # noqa: RUF022 - in reading order
    # numbers and quantities
    "numbers",
    "units",
    "UnitKind",
    "quantities",
    "money",
    "percentages",
    # texts and cells
    "texts",
    "names",
    "target_cells",
    "actual_cells",
    "CellKind",
    # the parts of a form
    "years",
    "periods",
    "locators",
    "evidence",
    "targets",
    "actuals",
    "points",
    "awards",
    "corrections",
    "indicators",
    "goals",
    "budget_lines",
    "budgets",
    "breakdowns",
    "staffings",
    "departments",
    "subtotals",
    # whole forms, and what becomes of them
    "evaluations",
    "scored_evaluations",
    "scorecards",
    # what a review says, and what somebody accepts
    "figures",
    "acceptances",
    "findings",
    "reviews",
]
