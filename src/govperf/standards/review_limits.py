"""Limits of a review (审核界限): from where on a figure is worth a look."""

from __future__ import annotations

import attrs

from govperf.layout import spelled
from govperf.standards.parameters import Parameter

__all__ = ["ReviewLimits"]


@attrs.frozen(kw_only=True)
class ReviewLimits:
    """Limits of a review (审核界限), the thresholds of checks that decide no points.

    Args:
        jump: The change from one year to the next, as a part of the earlier figure, above which it is
            worth a look.
        slip: How near to ten, a hundred, a thousand … times its target an actual must be to look like a
            slip of the unit, as a part of it.
        evidence_months: Months after the year within which evidence for it may still be dated.
    """

    __repr__ = spelled

    jump: Parameter
    slip: Parameter
    evidence_months: Parameter
