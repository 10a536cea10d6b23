"""Evidence (佐证材料): where a figure is to be found."""

from __future__ import annotations

import attrs

from govperf.model.fields import text

__all__ = ["Evidence"]


@attrs.frozen
class Evidence:
    """Evidence (佐证材料) for an actual value; nothing is opened or fetched.

    Args:
        title: What the document is called.
        locator: Where in it: page, cell, section.

    Raises:
        DataError: The title is empty.

    Example:
        >>> Evidence("媒体发布台账", locator="第3页").title
        '媒体发布台账'
    """

    title: str = attrs.field(validator=text(required=True))
    locator: str = attrs.field(default="", kw_only=True, validator=text())
