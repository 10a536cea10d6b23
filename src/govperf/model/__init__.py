"""The domain objects (领域对象): department, budget, goal, indicator, target, actual, evidence, score."""

from govperf.model.actual import Actual, Approximation
from govperf.model.budget import Budget
from govperf.model.budget_line import Adjustment, BudgetLine, Part, Progress, Stage
from govperf.model.department import Department, Posts, Staffing
from govperf.model.evaluation import Breakdown, Evaluation, EvaluationKind, Subtotal
from govperf.model.evidence import Evidence, Locator
from govperf.model.finding import Finding
from govperf.model.goal import Goal
from govperf.model.indicator import Direction, Indicator, Nature
from govperf.model.period import Period
from govperf.model.rates import CompletionRate, Rate
from govperf.model.remarks import Note, Severity, Undefined
from govperf.model.score import Grade, Score, Scorecard
from govperf.model.target import Operator, Target

__all__ = [
    "Actual",
    "Adjustment",
    "Approximation",
    "Breakdown",
    "Budget",
    "BudgetLine",
    "CompletionRate",
    "Department",
    "Direction",
    "Evaluation",
    "EvaluationKind",
    "Evidence",
    "Finding",
    "Goal",
    "Grade",
    "Indicator",
    "Locator",
    "Nature",
    "Note",
    "Operator",
    "Part",
    "Period",
    "Posts",
    "Progress",
    "Rate",
    "Score",
    "Scorecard",
    "Severity",
    "Staffing",
    "Stage",
    "Subtotal",
    "Target",
    "Undefined",
]
