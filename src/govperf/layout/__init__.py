"""How things are laid out (排版): plain text in columns, calls over several lines, fragments of HTML."""

from govperf.layout.calls import Call, spelled, written
from govperf.layout.tables import columns, markdown_text, shortened, table, width

__all__ = ["Call", "columns", "markdown_text", "shortened", "spelled", "table", "width", "written"]
