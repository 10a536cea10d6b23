"""The rule books (评分标准) and taxonomies (指标体系分类): what a score follows and labels mean, as data."""

from govperf.model.clause import Clause, Provenance
from govperf.standards.case import Case, Earned
from govperf.standards.common import common_indicator, common_indicators, loads_common
from govperf.standards.common_entry import Better, CommonIndicator
from govperf.standards.compiled import Compiled, Piece, Steps
from govperf.standards.levels import Band, Level, Levels
from govperf.standards.loading import BUILT_IN, loads, standard, standard_names
from govperf.standards.measures import Measure
from govperf.standards.parameters import Parameter, Rounding
from govperf.standards.policies import NotApplicable, TotalCap
from govperf.standards.review_limits import ReviewLimits
from govperf.standards.rulebook import ScoringStandard
from govperf.standards.rules import Knot, Rule, ScoringRule
from govperf.standards.scales import GradeScale, grade_scale
from govperf.standards.taxonomies import TAXONOMIES, Category, Taxonomy, loads_taxonomy, taxonomy
from govperf.standards.weights import WeightFloor, WeightSet, weight_set_for
from govperf.standards.writing import dumps

__all__ = [
    "BUILT_IN",
    "TAXONOMIES",
    "Band",
    "Better",
    "Case",
    "Category",
    "Clause",
    "CommonIndicator",
    "Compiled",
    "Earned",
    "GradeScale",
    "Knot",
    "Level",
    "Levels",
    "Measure",
    "NotApplicable",
    "Parameter",
    "Piece",
    "Provenance",
    "ReviewLimits",
    "Rounding",
    "Rule",
    "ScoringRule",
    "ScoringStandard",
    "Steps",
    "Taxonomy",
    "TotalCap",
    "WeightFloor",
    "WeightSet",
    "common_indicator",
    "common_indicators",
    "dumps",
    "grade_scale",
    "loads",
    "loads_common",
    "loads_taxonomy",
    "standard",
    "standard_names",
    "taxonomy",
    "weight_set_for",
]
