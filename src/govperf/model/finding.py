"""Findings (审核发现): what is wrong, or worth a look, in an evaluation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from govperf.messages import message
from govperf.model.remarks import Details, Severity, pairs

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["Finding"]


@attrs.frozen
class Finding:
    """Finding (审核发现) of a review.

    Args:
        code: Stable name, a key of `govperf.messages.MESSAGES`.
        severity: How grave it is.
        path: Where in the evaluation, such as `$.budget.executed`.
        details: The figures involved.

    Example:
        >>> figures = {"name": "周报", "rate": "94.23%"}
        >>> finding = Finding("finding.missed", Severity.HINT, "$.goals[0].indicators[0]", figures)
        >>> finding.explain("en")
        '周报: the target is missed, completion rate 94.23%'
    """

    code: str
    severity: Severity
    path: str
    details: Details = attrs.field(converter=pairs, factory=tuple)

    def explain(self, lang: Language = "zh") -> str:
        """The finding as a sentence (说明), in "zh" or "en"."""
        return message(self.code, dict(self.details), lang)
