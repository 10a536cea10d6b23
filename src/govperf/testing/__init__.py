"""Data for your own tests (测试数据): plain objects, Hypothesis strategies, and why two objects differ.

`an_indicator(weight=5)` and its like build a plain, valid object, of which only what matters to a test need
be said. `explain_difference` says why two objects are not equal. Both work with any test framework, and need
no extra.

The strategies give everything that a form may hold, and shrink to the smallest example there is. What they
draw was made by the constructors of govperf, so that it is always valid; the cells of `target_cells` and
`actual_cells` are texts, and may be wrong. They need the extra `testing`: `pip install 'govperf[testing]'`.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # as type checkers know it: Hypothesis loads this room in runs that never use it

if TYPE_CHECKING:
    from govperf.testing.amounts import UnitKind, money, numbers, percentages, quantities, units
    from govperf.testing.books import rules, scoring_standards
    from govperf.testing.cells import CellKind, actual_cells, target_cells
    from govperf.testing.checked import check_sets, checks, hits, review_forms, review_rows
    from govperf.testing.differing import explain_difference
    from govperf.testing.forms import evaluations, scorecards, subtotals
    from govperf.testing.frameworks import categories, common_indicators, taxonomies
    from govperf.testing.funds import adjustments, breakdowns, budget_lines, budgets, parts, progress
    from govperf.testing.judged import awards, corrections, points
    from govperf.testing.offices import departments, posts, staffings
    from govperf.testing.plain import (
        a_budget,
        a_department,
        a_finding,
        a_goal,
        a_score,
        a_scorecard,
        a_standard,
        an_evaluation,
        an_indicator,
    )
    from govperf.testing.printed import names, texts
    from govperf.testing.published import scored_evaluations
    from govperf.testing.remarks import notes, undefined_values
    from govperf.testing.results import completion_rates, grades, rates, scores
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
    from govperf.testing.spoken import readings

__all__ = [  # noqa: RUF022 - in reading order
    # plain objects
    "an_indicator",
    "a_goal",
    "a_budget",
    "a_department",
    "an_evaluation",
    "a_score",
    "a_scorecard",
    "a_finding",
    "a_standard",
    # why two differ
    "explain_difference",
    # numbers and quantities
    "numbers",
    "readings",
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
    "adjustments",
    "progress",
    "budgets",
    "parts",
    "breakdowns",
    "posts",
    "staffings",
    "departments",
    "subtotals",
    # whole forms, and what becomes of them
    "evaluations",
    "scored_evaluations",
    "rates",
    "completion_rates",
    "undefined_values",
    "notes",
    "grades",
    "scores",
    "scorecards",
    # what a form is scored and sorted by
    "rules",
    "scoring_standards",
    "categories",
    "taxonomies",
    "common_indicators",
    # what a review says, what somebody accepts, and what a review is made of
    "figures",
    "acceptances",
    "findings",
    "reviews",
    "checks",
    "check_sets",
    "hits",
    "review_forms",
    "review_rows",
]

_WITHOUT_EXTRA = {
    "plain": (
        "an_indicator",
        "a_goal",
        "a_budget",
        "a_department",
        "an_evaluation",
        "a_score",
        "a_scorecard",
        "a_finding",
        "a_standard",
    ),
    "differing": ("explain_difference",),
}
_WITH_EXTRA = {
    "amounts": ("UnitKind", "money", "numbers", "percentages", "quantities", "units"),
    "books": ("rules", "scoring_standards"),
    "cells": ("CellKind", "actual_cells", "target_cells"),
    "checked": ("check_sets", "checks", "hits", "review_forms", "review_rows"),
    "forms": ("evaluations", "scorecards", "subtotals"),
    "frameworks": ("categories", "common_indicators", "taxonomies"),
    "funds": ("adjustments", "breakdowns", "budget_lines", "budgets", "parts", "progress"),
    "judged": ("awards", "corrections", "points"),
    "offices": ("departments", "posts", "staffings"),
    "printed": ("names", "texts"),
    "published": ("scored_evaluations",),
    "remarks": ("notes", "undefined_values"),
    "results": ("completion_rates", "grades", "rates", "scores"),
    "reviewed": ("acceptances", "figures", "findings", "reviews"),
    "rows": ("actuals", "evidence", "goals", "indicators", "locators", "periods", "targets", "years"),
    "spoken": ("readings",),
}
_HOME = {
    name: home for homes in (_WITHOUT_EXTRA, _WITH_EXTRA) for home, names in homes.items() for name in names
}


if not TYPE_CHECKING:  # else type checkers believe that every name is there

    def __getattr__(name: str) -> object:
        """Load a public name from its module (PEP 562)."""
        if name not in _HOME:
            raise AttributeError(f"module 'govperf.testing' has no attribute {name!r}")
        home = _HOME[name]
        if home in _WITH_EXTRA:
            _need_hypothesis()
        value = getattr(import_module(f"govperf.testing.{home}"), name)
        globals()[name] = value
        return value


def _need_hypothesis() -> None:
    try:
        import_module("hypothesis")
    except ImportError as error:
        from govperf.errors import MissingExtraError  # noqa: PLC0415 - most runs miss nothing

        details = {"package": "hypothesis", "extra": "testing"}
        raise MissingExtraError("extra.missing", details=details) from error


def __dir__() -> list[str]:
    return sorted({*__all__, *globals()})
