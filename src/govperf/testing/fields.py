"""What may be said of a plain object (样例字段): each field of a class by its name, none of them needed.

The types are those that the classes take: `"≥60条"` for a target, `"300万元"` for an amount.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date as Date  # noqa: N812 - a field bears the name
from decimal import Decimal
from fractions import Fraction
from typing import TypedDict

from govperf.model import (
    Acceptance,
    Actual,
    Adjustment,
    Award,
    Breakdown,
    Budget,
    BudgetLine,
    Clause,
    Correction,
    Department,
    Direction,
    EvaluationKind,
    Figure,
    Goal,
    Grade,
    Indicator,
    Locator,
    Nature,
    Note,
    Part,
    Period,
    Progress,
    Rate,
    Score,
    Severity,
    Staffing,
    Subtotal,
    Target,
    Undefined,
)
from govperf.standards import (
    Levels,
    NotApplicable,
    Parameter,
    ReviewLimits,
    Rounding,
    ScoringRule,
    TotalCap,
    WeightFloor,
    WeightSet,
)
from govperf.units import Quantity

__all__ = [
    "BudgetFields",
    "DepartmentFields",
    "EvaluationFields",
    "FindingFields",
    "GoalFields",
    "IndicatorFields",
    "ScoreFields",
    "ScorecardFields",
    "StandardFields",
]

Amount = Quantity | str | None
Cell = Quantity | Decimal | int | str | None
Line = BudgetLine | Quantity | str | None
Number = Decimal | int | str | None


class IndicatorFields(TypedDict, total=False):
    """Fields of an indicator (绩效指标)."""

    name: str
    category: Iterable[str]
    target: Target | Cell
    actual: Actual | Cell
    weight: Number
    award: Award | Number
    corrections: Iterable[Correction]
    not_applicable: str
    nature: Nature | str | None
    direction: Direction | str | None
    explanation: str
    criteria: str
    source: str
    target_basis: str
    method: str
    data_source: str
    evidence_required: str
    deviation_reason: str
    measures: str
    reported_rate: Amount
    reported_points: Number
    locator: Locator | str | None
    note: str


class GoalFields(TypedDict, total=False):
    """Fields of a goal (绩效目标)."""

    text: str
    achieved: str
    period: Period | Date | str | int | None
    tasks: Iterable[str]
    indicators: Iterable[Indicator]
    goals: Iterable[Goal]


class BudgetFields(TypedDict, total=False):
    """Fields of a budget (预算)."""

    year: int
    original: Amount
    adjustments: Iterable[Adjustment | Quantity | str]
    adjusted: Amount
    received: Amount
    executed: Amount
    sources: Iterable[BudgetLine]
    income: Amount
    income_sources: Iterable[Part] | Mapping[str, Quantity | str]
    basic: Line
    personnel: Line
    operating: Line
    project: Line
    key_projects: Line
    others: Iterable[BudgetLine]
    three_public: Line
    overseas: Line
    vehicles: Line
    vehicle_purchase: Line
    vehicle_running: Line
    hospitality: Line
    procurement: Line
    carried_in: Amount
    carried_out: Amount
    progress: Iterable[Progress] | Mapping[int, Quantity | str]
    weight: Number
    reported_points: Number
    reported_execution_rate: Amount
    reported_completion_rate: Amount


class DepartmentFields(TypedDict, total=False):
    """Fields of a department (部门)."""

    name: str
    code: str
    level: str
    functions: Iterable[str]
    staffing: Staffing | None
    units: Iterable[Department]


class EvaluationFields(TypedDict, total=False):
    """Fields of an evaluation (绩效评价)."""

    department: Department | str
    year: int
    kind: EvaluationKind | str
    project: str
    implementer: str
    budget: Budget | None
    goals: Iterable[Goal]
    breakdowns: Iterable[Breakdown]
    standard: str
    finished: bool | None
    corrections: Iterable[Correction]
    subtotals: Iterable[Subtotal]
    reported_total: Number
    reported_grade: str
    notes: Iterable[str]
    accepted: Iterable[Acceptance]
    source: str


class ScoreFields(TypedDict, total=False):
    """Fields of a score (得分)."""

    name: str
    points: Decimal | Undefined
    full: Decimal | Undefined
    rule: str
    rate: Rate | Undefined
    share: Fraction | Undefined
    notes: tuple[Note, ...]
    standard: str
    path: str
    category: tuple[str, ...]
    target: str
    actual: str
    measure: str
    shown: str
    figure: Fraction | None
    minus: Fraction
    award: Award | None
    corrections: tuple[Correction, ...]
    within: tuple[Decimal, Decimal] | None
    applicable: bool
    clause: Clause | None
    digits: int
    mode: str


class ScorecardFields(TypedDict, total=False):
    """Fields of a scorecard (评分结果)."""

    scores: tuple[Score, ...]
    budget_score: Score
    total: Decimal | Undefined
    full: Decimal | Undefined
    grade: Grade | Undefined
    notes: tuple[Note, ...]
    standard: str
    version: str
    steps: tuple[Note, ...]
    within: tuple[Decimal, Decimal] | None
    unrounded: Fraction | None
    fingerprint: str


class FindingFields(TypedDict, total=False):
    """Fields of a finding (审核发现)."""

    code: str
    severity: Severity
    path: str
    details: Mapping[str, object]
    figures: Iterable[Figure]
    family: str
    clause: Clause | None
    texts: Mapping[str, object]
    accepted: Acceptance | None


class StandardFields(TypedDict, total=False):
    """Fields of a rule book (评分标准)."""

    name: str
    title: str
    english: str
    aliases: Iterable[str]
    extends: str
    taxonomy: str
    weights: tuple[WeightSet, ...]
    weight_floors: tuple[WeightFloor, ...]
    execution_points: Parameter
    execution_rule: str
    execution_finished: str
    rules: Iterable[ScoringRule]
    levels: Levels
    over_fulfilment: Parameter
    approximation: Parameter
    review: ReviewLimits | None
    not_applicable: NotApplicable
    rounding: Rounding
    full: Parameter
    total_cap: TotalCap | None
    grades: tuple[Grade, ...]
    grades_clause: Clause
