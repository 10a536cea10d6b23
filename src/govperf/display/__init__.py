"""What people read (展示): the report of an evaluation as plain text."""

from govperf.display.paper import report

__all__ = ["report"]
