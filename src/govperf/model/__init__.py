"""The domain objects (领域对象): department, budget, goal, indicator, target, actual, evidence, score."""

from govperf.model.actual import Actual, Approximation
from govperf.model.award import Award, Correction
from govperf.model.budget import Budget
from govperf.model.budget_line import Adjustment, BudgetLine, Part, Progress, Stage
from govperf.model.clause import Clause, Provenance
from govperf.model.department import Department, Posts, Staffing
from govperf.model.evaluation import Breakdown, Evaluation, EvaluationKind, Subtotal
from govperf.model.evidence import Evidence, Locator
from govperf.model.finding import Acceptance, Figure, Finding
from govperf.model.findings import Findings
from govperf.model.goal import Goal
from govperf.model.indicator import Direction, Indicator, Nature
from govperf.model.period import Period
from govperf.model.rates import CompletionRate, Rate
from govperf.model.remarks import Note, Severity, Undefined
from govperf.model.score import Grade, Score
from govperf.model.scorecard import Scorecard
from govperf.model.target import Operator, Target

__all__ = [
    "Acceptance",
    "Actual",
    "Adjustment",
    "Approximation",
    "Award",
    "Breakdown",
    "Budget",
    "BudgetLine",
    "Clause",
    "CompletionRate",
    "Correction",
    "Department",
    "Direction",
    "Evaluation",
    "EvaluationKind",
    "Evidence",
    "Figure",
    "Finding",
    "Findings",
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
    "Provenance",
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
