"""Plain objects for tests (普通样例): valid and ordinary, of which only what matters need be said."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, Final, TypeVar, Unpack, cast

import attrs

from govperf.model import (
    Budget,
    Department,
    Evaluation,
    Figure,
    Finding,
    Goal,
    Indicator,
    Score,
    Scorecard,
    Severity,
)
from govperf.scoring import evaluate
from govperf.standards import ScoringStandard, standard
from govperf.testing.fields import (
    BudgetFields,
    DepartmentFields,
    EvaluationFields,
    FindingFields,
    GoalFields,
    IndicatorFields,
    ScorecardFields,
    ScoreFields,
    StandardFields,
)

__all__ = [
    "a_budget",
    "a_department",
    "a_finding",
    "a_goal",
    "a_score",
    "a_scorecard",
    "a_standard",
    "an_evaluation",
    "an_indicator",
]

T = TypeVar("T", bound=attrs.AttrsInstance)

_YEAR: Final = 2023
_INDICATOR: Final[Mapping[str, Any]] = {
    "name": "演练场次",
    "category": ("产出", "数量"),
    "target": "≥12场",
    "actual": "12场",
    "weight": 50,
}
_OTHERS: Final = (
    Indicator("受训人次", category=("效益", "社会效益"), target="≥800人次", actual="850人次", weight=30),
    Indicator("群众满意度", category=("满意度", "服务对象满意度"), target="≥90%", actual="95%", weight=10),
)


def an_indicator(**fields: Unpack[IndicatorFields]) -> Indicator:
    """A plain indicator (绩效指标样例): ≥12场, reached, of 50 points.

    Args:
        fields: What is to be otherwise: any field of `Indicator`.

    Returns:
        A valid indicator.

    Raises:
        TypeError: There is no such field, or it cannot be of such a type.
        InputError: The field cannot be so.

    Example:
        >>> an_indicator(weight=5, actual="9场").weight
        Decimal('5')
        >>> an_indicator(wieght=5)
        Traceback (most recent call last):
        TypeError: an_indicator() has no field 'wieght'; did you mean 'weight'?
    """
    return _made("an_indicator", Indicator, _INDICATOR, fields)


def a_goal(**fields: Unpack[GoalFields]) -> Goal:
    """A plain goal (绩效目标样例) of three indicators, whose weights add up to 90.

    Args:
        fields: What is to be otherwise: any field of `Goal`.

    Returns:
        A valid goal.

    Raises:
        TypeError: There is no such field, or it cannot be of such a type.
        InputError: The field cannot be so.

    Example:
        >>> [str(indicator.target) for indicator in a_goal().indicators]
        ['≥12场', '≥800人次', '≥90%']
        >>> len(a_goal(indicators=[an_indicator(), an_indicator(name="培训场次")]).indicators)
        2
    """
    usual = {"text": "提升应急能力", "indicators": (Indicator(**_INDICATOR), *_OTHERS)}
    return _made("a_goal", Goal, usual, fields)


def a_budget(**fields: Unpack[BudgetFields]) -> Budget:
    """A plain budget (预算样例) of 2023: 310.20万元, of which 294.69万元 were spent.

    Args:
        fields: What is to be otherwise: any field of `Budget`.

    Returns:
        A valid budget.

    Raises:
        TypeError: There is no such field, or it cannot be of such a type.
        InputError: The field cannot be so.

    Example:
        >>> str(a_budget().execution_rate), str(a_budget(executed="155.10万元").execution_rate)
        ('95.00%', '50.00%')
    """
    amounts = {"original": "300.00万元", "adjusted": "310.20万元", "executed": "294.69万元"}
    return _made("a_budget", Budget, {"year": _YEAR, **amounts}, fields)


def a_department(**fields: Unpack[DepartmentFields]) -> Department:
    """A plain department (部门样例).

    Args:
        fields: What is to be otherwise: any field of `Department`.

    Returns:
        A valid department.

    Raises:
        TypeError: There is no such field, or it cannot be of such a type.
        InputError: The field cannot be so.

    Example:
        >>> a_department(code="101").name
        '某局'
    """
    return _made("a_department", Department, {"name": "某局", "level": "区级"}, fields)


def an_evaluation(**fields: Unpack[EvaluationFields]) -> Evaluation:
    """A plain evaluation (绩效评价样例): a self-evaluation of 2023 with a budget and three indicators.

    No printed scores stand in it, so that nothing is contradicted by what is said otherwise.

    Args:
        fields: What is to be otherwise: any field of `Evaluation`.

    Returns:
        A valid evaluation, in which a review finds no error.

    Raises:
        TypeError: There is no such field, or it cannot be of such a type.
        InputError: The field cannot be so.

    Example:
        >>> evaluate(an_evaluation()).total
        Decimal('99.50')
        >>> missed = an_indicator(actual="9场")
        >>> evaluate(an_evaluation(goals=[a_goal(indicators=[missed])])).scores[0].points
        Decimal('37.50')
    """
    usual = {
        "department": a_department(),
        "year": _YEAR,
        "project": "应急演练",
        "budget": a_budget(),
        "goals": (a_goal(),),
    }
    return _made("an_evaluation", Evaluation, usual, fields)


def a_score(**fields: Unpack[ScoreFields]) -> Score:
    """A plain score (得分样例): that of `an_indicator()`.

    Args:
        fields: What is to be otherwise: any field of `Score`; nothing is computed anew.

    Returns:
        A score.

    Raises:
        TypeError: There is no such field.

    Example:
        >>> a_score().points, a_score(name="培训场次").name
        (Decimal('50.00'), '培训场次')
    """
    return _changed("a_score", evaluate(an_evaluation()).scores[0], fields)


def a_scorecard(**fields: Unpack[ScorecardFields]) -> Scorecard:
    """A plain scorecard (评分结果样例): that of `an_evaluation()`.

    Args:
        fields: What is to be otherwise: any field of `Scorecard`; nothing is computed anew, and
            `evaluate(an_evaluation(…))` gives one whose figures follow.

    Returns:
        A scorecard.

    Raises:
        TypeError: There is no such field.

    Example:
        >>> from decimal import Decimal
        >>> a_scorecard().grade.label, a_scorecard(total=Decimal(59)).total
        ('优', Decimal('59'))
    """
    return _changed("a_scorecard", evaluate(an_evaluation()), fields)


def a_finding(**fields: Unpack[FindingFields]) -> Finding:
    """A plain finding (审核发现样例): a hint that a target is missed.

    Args:
        fields: What is to be otherwise: any field of `Finding`.

    Returns:
        A finding that explains itself.

    Raises:
        TypeError: There is no such field, or it cannot be of such a type.

    Example:
        >>> print(a_finding().explain("en"))
        演练场次: the target is missed, completion rate 75.00%
        >>> a_finding(severity=Severity.ERROR).severity.value
        'error'
    """
    path = "$.goals[0].indicators[0]"
    usual = {
        "code": "finding.missed",
        "severity": Severity.HINT,
        "path": f"{path}.actual",
        "details": {"name": "演练场次", "target": "≥12场", "actual": "9场", "rate": "75.00%"},
        "figures": (Figure(f"{path}.target", "≥12场"), Figure(f"{path}.actual", "9场")),
        "family": "targets",
    }
    return _made("a_finding", Finding, usual, fields)


def a_standard(**fields: Unpack[StandardFields]) -> ScoringStandard:
    """A plain rule book (评分标准样例): the rules of MOF-2020-10 under a name of its own.

    Args:
        fields: What is to be otherwise: any field of `ScoringStandard`.

    Returns:
        A rule book for `evaluate(…, standard=…)`.

    Raises:
        TypeError: There is no such field, or it cannot be of such a type.
        StandardError: The rule book would contradict itself.

    Example:
        >>> book = a_standard(name="某市-2024")
        >>> book.name, evaluate(an_evaluation(), standard=book).standard
        ('某市-2024', '某市-2024')
    """
    named: StandardFields = {
        "name": "样例",
        "title": "评分标准样例",
        "english": "A plain rule book",
        "aliases": (),
    }
    return _changed("a_standard", standard("MOF-2020-10"), {**named, **fields})


def _made(builder: str, kind: type[T], usual: Mapping[str, object], given: Mapping[str, Any]) -> T:
    _refuse_unknown(builder, kind, given)
    return kind(**{**usual, **given})


def _changed(builder: str, usual: T, given: Mapping[str, Any]) -> T:
    _refuse_unknown(builder, type(usual), given)
    changed: T = attrs.evolve(cast("Any", usual), **given)
    return changed


def _refuse_unknown(builder: str, kind: type[attrs.AttrsInstance], given: Mapping[str, object]) -> None:
    """Who mistypes a field is told its name."""
    known = [field.name for field in attrs.fields(kind) if field.init]
    for name in given:
        if name not in known:
            near = get_close_matches(name, known, 1)
            said = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}"
            raise TypeError(f"{builder}() has no field {name!r}; {said}")
