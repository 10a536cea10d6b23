"""The rule books (评分标准): what a score follows, as data with sources."""

from govperf.standards.loading import BUILT_IN, loads, standard
from govperf.standards.rulebook import Clause, Parameter, Provenance, Rounding, Rule, ScoringStandard

__all__ = [
    "BUILT_IN",
    "Clause",
    "Parameter",
    "Provenance",
    "Rounding",
    "Rule",
    "ScoringStandard",
    "loads",
    "standard",
]
