"""The checks of govperf (审核项目录), family by family."""

from __future__ import annotations

from typing import Final

from govperf.reviewing.checks import Checks
from govperf.reviewing.consistency.deviations import DEVIATIONS
from govperf.reviewing.consistency.mentions import MENTIONS
from govperf.reviewing.consistency.repeated import REPEATED
from govperf.reviewing.consistency.results import RESULTS
from govperf.reviewing.consistency.years import YEARS
from govperf.reviewing.evidence import EVIDENCE
from govperf.reviewing.identities.rates import RATES
from govperf.reviewing.identities.slips import SLIPS
from govperf.reviewing.identities.spending import SPENDING
from govperf.reviewing.identities.sums import SUMS
from govperf.reviewing.scores.outcomes import OUTCOMES
from govperf.reviewing.scores.points import POINTS
from govperf.reviewing.scores.rates import COMPLETION
from govperf.reviewing.scores.totals import TOTALS
from govperf.reviewing.targets.filling import FILLING
from govperf.reviewing.targets.operators import OPERATORS
from govperf.reviewing.targets.reaching import REACHING
from govperf.reviewing.weights.frame import WEIGHTS
from govperf.reviewing.wording.prose import WORDING

__all__ = ["CHECKS"]

CHECKS: Final = Checks(
    (
        *(*SUMS, *RATES, *SLIPS, *SPENDING),
        *WEIGHTS,
        *(*POINTS, *COMPLETION, *TOTALS, *OUTCOMES),
        *(*OPERATORS, *FILLING, *REACHING),
        *WORDING,
        *EVIDENCE,
        *(*RESULTS, *DEVIATIONS, *REPEATED, *MENTIONS, *YEARS),
    )
)
"""All of them, as `review` makes them unless it is told otherwise."""
