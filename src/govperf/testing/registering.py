"""Registration of the strategies (策略注册), so that `st.from_type` knows every public class.

Hypothesis calls `register` when it is imported, in every test run where govperf is installed, whether or not
it is used there. So nothing is loaded here: the classes of a room are registered when somebody loads the
room, and a strategy is made when somebody asks for it.
"""

from __future__ import annotations

import sys
from importlib import import_module

TYPE_CHECKING = False  # as type checkers know it: this is loaded with every Hypothesis

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType
    from typing import Any, Final

__all__ = ["STRATEGIES", "register"]

STRATEGIES: Final[Mapping[str, Mapping[str, str]]] = {
    "govperf.numerals": {"Reading": "readings"},
    "govperf.units": {"Quantity": "quantities", "Unit": "units"},
    "govperf.model": {
        "Acceptance": "acceptances",
        "Actual": "actuals",
        "Adjustment": "adjustments",
        "Award": "awards",
        "Breakdown": "breakdowns",
        "Budget": "budgets",
        "BudgetLine": "budget_lines",
        "CompletionRate": "completion_rates",
        "Correction": "corrections",
        "Department": "departments",
        "Evaluation": "evaluations",
        "Evidence": "evidence",
        "Figure": "figures",
        "Finding": "findings",
        "Findings": "reviews",
        "Goal": "goals",
        "Grade": "grades",
        "Indicator": "indicators",
        "Locator": "locators",
        "Note": "notes",
        "Part": "parts",
        "Period": "periods",
        "Posts": "posts",
        "Progress": "progress",
        "Rate": "rates",
        "Score": "scores",
        "Scorecard": "scorecards",
        "Staffing": "staffings",
        "Subtotal": "subtotals",
        "Target": "targets",
        "Undefined": "undefined_values",
    },
    "govperf.standards": {
        "Category": "categories",
        "CommonIndicator": "common_indicators",
        "Rule": "rules",
        "ScoringStandard": "scoring_standards",
        "Taxonomy": "taxonomies",
    },
    "govperf.reviewing": {
        "Check": "checks",
        "Checks": "check_sets",
        "Form": "review_forms",
        "Hit": "hits",
        "Row": "review_rows",
    },
}
"""Room → its public classes, each with its strategy in `govperf.testing`; choices need none."""


def register() -> None:
    """Make `st.from_type` know the classes of govperf (注册策略): Hypothesis calls it, nobody else need.

    Example:
        >>> import govperf as gp
        >>> from hypothesis import find, strategies as st
        >>> find(st.from_type(gp.Quantity), lambda amount: amount.magnitude > 5).magnitude
        Decimal('6')
    """
    for name in STRATEGIES.keys() & sys.modules.keys():
        _register_room(sys.modules[name])
    if not any(isinstance(finder, _Arrivals) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Arrivals())


def _register_room(room: ModuleType) -> None:
    from hypothesis import strategies as st  # noqa: PLC0415 - Hypothesis is loaded whenever this is called

    for name, strategy in STRATEGIES[room.__name__].items():
        kind = getattr(room, name)
        st.register_type_strategy(kind, _later(kind, strategy))


def _later(kind: type[Any], name: str) -> Callable[[type[Any]], Any]:
    """The strategy of a class, made when it is asked for; `object` and `Sized` are to stay what they were."""

    def made(asked: type[Any]) -> Any:
        return getattr(import_module("govperf.testing"), name)() if asked is kind else NotImplemented

    return made


class _Arrivals:
    """A finder that finds what the others find, and has the classes of a room registered once it is there."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name not in STRATEGIES:
            return None
        others = [finder for finder in sys.meta_path if finder is not self]
        found = (finder.find_spec(name, path, target) for finder in others)
        spec = next(filter(None, found), None)
        if spec is not None and spec.loader is not None:
            _after(spec.loader, name)
        return spec


def _after(loader: Any, name: str) -> None:
    """Register a room when its loader has run it; a loader of many modules runs the others as before."""
    run = loader.exec_module

    def exec_module(module: ModuleType) -> None:
        run(module)
        if module.__name__ == name:
            _register_room(module)

    loader.exec_module = exec_module
