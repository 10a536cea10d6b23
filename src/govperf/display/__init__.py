"""What people read (展示): the report of an evaluation as plain text, as tables and as charts.

The plain text needs nothing. Tables need the extra `tables`, charts the extra `charts`; each is loaded
when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from govperf.display.paper import report
from govperf.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govperf.display.completions import completion_chart
    from govperf.display.forms import form_table
    from govperf.display.leeways import sensitivity_chart
    from govperf.display.lists import changes_table, findings_table
    from govperf.display.pace import execution_chart
    from govperf.display.saving import save
    from govperf.display.standings import comparison_chart
    from govperf.display.waterfalls import waterfall_chart

__all__ = [  # noqa: RUF022 - in reading order
    "report",
    # tables
    "form_table",
    "findings_table",
    "changes_table",
    # charts
    "completion_chart",
    "waterfall_chart",
    "execution_chart",
    "comparison_chart",
    "sensitivity_chart",
    "save",
]

_ROOMS: Final[Mapping[str, tuple[str, str]]] = {
    "form_table": ("forms", "tables"),
    "findings_table": ("lists", "tables"),
    "changes_table": ("lists", "tables"),
    "completion_chart": ("completions", "charts"),
    "waterfall_chart": ("waterfalls", "charts"),
    "execution_chart": ("pace", "charts"),
    "comparison_chart": ("standings", "charts"),
    "sensitivity_chart": ("leeways", "charts"),
    "save": ("saving", "charts"),
}
"""The module of a name, and the extra that it needs."""

_FOREIGN: Final[Mapping[str, str]] = {
    "altair": "altair",
    "great_tables": "great-tables",
    "polars": "polars",
}
"""What the extras bring, and by which name they are installed."""


if not TYPE_CHECKING:  # else type checkers believe that every name is there

    def __getattr__(name: str) -> object:
        """Load a table or a chart when it is first asked for (PEP 562)."""
        if name not in _ROOMS:
            raise AttributeError(f"module 'govperf.display' has no attribute {name!r}")
        room, extra = _ROOMS[name]
        try:
            value = getattr(import_module(f"govperf.display.{room}"), name)
        except ImportError as error:
            package = _FOREIGN.get((error.name or "").partition(".")[0])
            if package is None:
                raise
            raise MissingExtraError("extra.missing", details={"package": package, "extra": extra}) from error
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*__all__, *globals()})
