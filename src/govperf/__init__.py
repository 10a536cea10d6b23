"""govperf: exact, explained and honest computing for budget performance evaluation (预算绩效评价).

The walk through it, downhill: numbers → quantities → targets and actuals → completion rates →
scores → comparisons → review → JSON. Every name is loaded when it is first used, so that `import govperf`
costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # as type checkers know it; importing typing would be most of our cost

if TYPE_CHECKING:
    from govperf import codec as codec
    from govperf import display as display
    from govperf import errors as errors
    from govperf import frames as frames
    from govperf import monitoring as monitoring
    from govperf import testing as testing
    from govperf.codec import from_dict, from_json, json_schema, to_dict, to_json
    from govperf.comparing import compare, rank, sensitivity, what_if
    from govperf.display import report
    from govperf.errors import GovperfError, InputError
    from govperf.model import (
        Acceptance,
        Actual,
        Adjustment,
        Approximation,
        Award,
        Breakdown,
        Budget,
        BudgetLine,
        CompletionRate,
        Correction,
        Department,
        Direction,
        Evaluation,
        EvaluationKind,
        Evidence,
        Figure,
        Finding,
        Findings,
        Goal,
        Grade,
        Indicator,
        Locator,
        Nature,
        Note,
        Operator,
        Part,
        Period,
        Posts,
        Progress,
        Rate,
        Score,
        Scorecard,
        Severity,
        Staffing,
        Subtotal,
        Target,
        Undefined,
    )
    from govperf.monitoring import monitor
    from govperf.numerals import (
        Reading,
        format_number,
        format_rmb,
        parse_number,
        parse_rmb,
        read_number,
        round_half_even,
        round_half_up,
    )
    from govperf.reviewing import CHECKS, Check, Checks, Form, Hit, Row, check, cross_checks, review, suspects
    from govperf.scoring import (
        aggregate,
        completion_rate,
        deviation_rate,
        equal_weights,
        evaluate,
        score,
        weight_checks,
    )
    from govperf.standards import (
        Category,
        CommonIndicator,
        Rule,
        ScoringStandard,
        Taxonomy,
        common_indicator,
        common_indicators,
        standard,
        taxonomy,
    )
    from govperf.units import Quantity, Unit

    __version__: str

__all__ = [  # noqa: RUF022 - in reading order
    # numbers
    "parse_number",
    "read_number",
    "Reading",
    "format_number",
    "format_rmb",
    "parse_rmb",
    "round_half_up",
    "round_half_even",
    # quantities
    "Quantity",
    "Unit",
    # what a form holds
    "Evaluation",
    "EvaluationKind",
    "Department",
    "Staffing",
    "Posts",
    "Budget",
    "BudgetLine",
    "Adjustment",
    "Progress",
    "Goal",
    "Indicator",
    "Nature",
    "Direction",
    "Target",
    "Operator",
    "Actual",
    "Approximation",
    "Award",
    "Correction",
    "Evidence",
    "Locator",
    "Period",
    "Subtotal",
    "Breakdown",
    "Part",
    # completion rates and scores
    "completion_rate",
    "deviation_rate",
    "Rate",
    "CompletionRate",
    "Undefined",
    "Note",
    "aggregate",
    "standard",
    "ScoringStandard",
    "Rule",
    "taxonomy",
    "Taxonomy",
    "Category",
    "common_indicators",
    "common_indicator",
    "CommonIndicator",
    "weight_checks",
    "equal_weights",
    "score",
    "evaluate",
    "Score",
    "Scorecard",
    "Grade",
    # what follows from them
    "compare",
    "what_if",
    "rank",
    "sensitivity",
    "monitor",
    # what is wrong with it
    "review",
    "Findings",
    "Finding",
    "Figure",
    "Severity",
    "Acceptance",
    "CHECKS",
    "Checks",
    "Check",
    "check",
    "Hit",
    "Form",
    "Row",
    "cross_checks",
    "suspects",
    # in and out
    "from_json",
    "to_json",
    "from_dict",
    "to_dict",
    "json_schema",
    "report",
    # errors
    "GovperfError",
    "InputError",
]

_ROOMS = {
    "govperf.numerals": (
        "parse_number",
        "parse_rmb",
        "read_number",
        "Reading",
        "format_number",
        "format_rmb",
        "round_half_up",
        "round_half_even",
    ),
    "govperf.units": ("Quantity", "Unit"),
    "govperf.scoring": (
        "aggregate",
        "completion_rate",
        "deviation_rate",
        "equal_weights",
        "evaluate",
        "score",
        "weight_checks",
    ),
    "govperf.standards": (
        "standard",
        "ScoringStandard",
        "Rule",
        "taxonomy",
        "Taxonomy",
        "Category",
        "common_indicators",
        "common_indicator",
        "CommonIndicator",
    ),
    "govperf.comparing": ("compare", "what_if", "rank", "sensitivity"),
    "govperf.monitoring": ("monitor",),
    "govperf.reviewing": (
        "review",
        "CHECKS",
        "Checks",
        "Check",
        "check",
        "Hit",
        "Form",
        "Row",
        "cross_checks",
        "suspects",
    ),
    "govperf.codec": ("from_json", "to_json", "from_dict", "to_dict", "json_schema"),
    "govperf.display": ("report",),
    "govperf.errors": ("GovperfError", "InputError"),
}
_WHOLE_ROOMS = ("codec", "display", "errors", "frames", "monitoring", "testing")
_HOME = {name: room for room, names in _ROOMS.items() for name in names}


if not TYPE_CHECKING:  # else type checkers believe that every name is there

    def __getattr__(name: str) -> object:
        """Load a public name from its room (PEP 562)."""
        if name == "__version__":
            value: object = import_module("govperf.version").VERSION
        elif name in _WHOLE_ROOMS:
            value = import_module(f"govperf.{name}")
        elif name in __all__:
            value = getattr(import_module(_HOME.get(name, "govperf.model")), name)
        else:
            raise AttributeError(f"module 'govperf' has no attribute {name!r}")
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*__all__, *globals(), *_WHOLE_ROOMS, "__version__"})
