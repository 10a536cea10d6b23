"""The domain objects (领域对象): department, budget, goal, indicator, target, actual, evidence, score."""

from govperf.model.actual import Actual, Approximation
from govperf.model.budget import Budget, Part
from govperf.model.department import Department, Posts, Staffing
from govperf.model.evaluation import Breakdown, Evaluation
from govperf.model.evidence import Evidence
from govperf.model.finding import Finding
from govperf.model.indicator import Goal, Indicator
from govperf.model.rates import CompletionRate, Rate
from govperf.model.remarks import Note, Severity, Undefined
from govperf.model.score import Grade, Score, Scorecard
from govperf.model.target import Operator, Target

__all__ = [
    "Actual",
    "Approximation",
    "Breakdown",
    "Budget",
    "CompletionRate",
    "Department",
    "Evaluation",
    "Evidence",
    "Finding",
    "Goal",
    "Grade",
    "Indicator",
    "Note",
    "Operator",
    "Part",
    "Posts",
    "Rate",
    "Score",
    "Scorecard",
    "Severity",
    "Staffing",
    "Target",
    "Undefined",
]
