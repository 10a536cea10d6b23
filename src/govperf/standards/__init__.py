"""The rule books (评分标准) and taxonomies (指标体系分类): what a score follows and labels mean, as data."""

from govperf.standards.loading import BUILT_IN, loads, standard
from govperf.standards.rulebook import Clause, Parameter, Provenance, Rounding, Rule, ScoringStandard
from govperf.standards.taxonomies import TAXONOMIES, Category, Taxonomy, loads_taxonomy, taxonomy

__all__ = [
    "BUILT_IN",
    "TAXONOMIES",
    "Category",
    "Clause",
    "Parameter",
    "Provenance",
    "Rounding",
    "Rule",
    "ScoringStandard",
    "Taxonomy",
    "loads",
    "loads_taxonomy",
    "standard",
    "taxonomy",
]
