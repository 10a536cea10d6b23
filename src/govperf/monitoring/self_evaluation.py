"""Self-evaluation alert (自评预警): whether the indicators score too well for the money that was spent."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING

import attrs

from govperf.layout import spelled
from govperf.messages import message
from govperf.model import Evaluation, Rate, Score, Scorecard, Undefined
from govperf.model.fields import expect
from govperf.model.plain import Record
from govperf.monitoring.lights import Light, lit_line
from govperf.monitoring.loading import followed
from govperf.monitoring.results import Followed, by, record
from govperf.monitoring.rules import Basis, MonitoringRules
from govperf.numerals.contexts import EXACT
from govperf.scoring import evaluate

if TYPE_CHECKING:
    from govperf.messages import Language

__all__ = ["SelfEvaluationAlert", "alert_of", "self_evaluation_alert"]

_Points = Decimal | Undefined


@attrs.frozen(kw_only=True)
class SelfEvaluationAlert(Followed):
    """Self-evaluation alert (自评预警) of a scorecard.

    Args:
        light: Red, yellow or, without an alert, green; or why there is none.
        indicators: The points of the indicators over their weights.
        execution: The points of the budget execution over its weight.
        deviation: How much better the indicators score, as a part of what they score.
        unspent: What is left of the budget.
        rules: As for `Followed`, like the three fields after it.
    """

    __repr__ = spelled

    light: Light | Undefined
    indicators: Rate | Undefined
    execution: Rate | Undefined
    deviation: Rate | Undefined
    unspent: Rate | Undefined

    def explain(self, lang: Language = "zh") -> str:
        """How the light came about (预警说明), in "zh" or "en"."""
        unspent = self.unspent.explain(lang)
        if isinstance(self.unspent, Rate):
            unspent = message("monitor.unspent", {"rate": self.unspent}, lang)
        mark = "；" if lang == "zh" else "; "
        figure = mark.join(dict.fromkeys([self.deviation.explain(lang), unspent]))
        return lit_line(message("monitor.self-evaluation", {}, lang), self.light, figure, (), lang)

    def records(self, lang: Language = "zh") -> tuple[Record, ...]:
        """The alert as one row of plain data (记录), its values as in `Monitoring.records`."""
        return (record("self_evaluation", self, lang),)


def self_evaluation_alert(
    evaluated: Evaluation | Scorecard, *, rules: MonitoringRules | Basis | None = None
) -> SelfEvaluationAlert:
    """Self-evaluation alert (自评预警): the indicators score too well for the money that was spent.

    Args:
        evaluated: A scorecard, or an evaluation that is scored first by the standard that it names.
        rules: The limits, or their edition; those of systems in use unless told otherwise.

    Returns:
        The alert. A light that is certain is given though another figure is undefined: yellow, where too
        much is unspent; else an undefined figure leaves the light undefined.

    Raises:
        StandardError: The evaluation names a standard that is unknown, or does not fit.
        TypeError: The argument is neither.

    Rule:
        With s the points of the indicators over their weights (S/90) and e those of the budget execution:
        (s − e) / s > 5 % red; budget of zero, or more than 20 % of it unspent, yellow (in use).

    Example:
        >>> from govperf.model import Budget, Department, Goal, Indicator
        >>> form = Evaluation(
        ...     Department("某局"),
        ...     2023,
        ...     budget=Budget(2023, adjusted="100万元", executed="85万元"),
        ...     goals=[Goal("培训", indicators=[Indicator("课时", target="90", actual="88.5", weight=90)])],
        ... )
        >>> print(self_evaluation_alert(form).explain("en"))
        self-evaluation: (88.50 ÷ 90 − 8.50 ÷ 10) ÷ (88.50 ÷ 90) = 13.56%; unspent 15.00%, red
    """
    book = followed(rules)
    if isinstance(evaluated, Evaluation):
        evaluated = evaluate(evaluated)
    expect(Scorecard, evaluated)
    scores = [score for score in evaluated.scores if score.applicable]
    points, full = [score.points for score in scores], [score.full for score in scores]
    return alert_of(points, full, evaluated.budget_score, book)


def alert_of(
    points: Sequence[_Points], full: Sequence[_Points], budget_score: Score, rules: MonitoringRules
) -> SelfEvaluationAlert:
    """Self-evaluation alert of points from wherever (按得分预警), computed or printed.

    Args:
        points: Of each indicator that applies.
        full: Its weight.
        budget_score: Of the budget execution.
        rules: The limits.
    """
    indicators = _earned(points, full) if points else Undefined("undefined.no-indicators")
    execution = _earned([budget_score.points], [budget_score.full])
    spent = budget_score.rate
    unspent = spent if isinstance(spent, Undefined) else Rate(1 - spent.exact)
    deviation = _deviation(indicators, execution)
    return SelfEvaluationAlert(
        light=_light(deviation, unspent, rules),
        indicators=indicators,
        execution=execution,
        deviation=deviation,
        unspent=unspent,
        **by(rules),
    )


def _light(
    deviation: Rate | Undefined, unspent: Rate | Undefined, rules: MonitoringRules
) -> Light | Undefined:
    if isinstance(deviation, Rate) and deviation.exact > Fraction(rules.deviation.value):
        return Light.RED
    if isinstance(unspent, Undefined):
        return rules.no_spending or unspent
    if unspent.exact > Fraction(rules.unspent.value):
        return Light.YELLOW
    return deviation if isinstance(deviation, Undefined) else Light.GREEN


def _earned(earned: Sequence[_Points], weights: Sequence[_Points]) -> Rate | Undefined:
    """The points over the weights, as long as all of them are known."""
    points, full = _sum(earned, "undefined.total"), _sum(weights, "undefined.weights")
    if isinstance(points, Undefined):
        return points
    if isinstance(full, Undefined):
        return full
    if not full:
        return Undefined("undefined.points-zero")
    (above, by), (below, over) = points.as_integer_ratio(), full.as_integer_ratio()
    return Rate(Fraction(above * over, by * below), terms=(f"{points:f}", f"{full:f}"))


def _sum(given: Sequence[_Points], code: str) -> _Points:
    """The sum, exact; a value alone that is undefined says why itself."""
    known = [value for value in given if isinstance(value, Decimal)]
    if len(known) == len(given):
        return reduce(EXACT.add, known, Decimal(0))
    if len(given) == 1:
        return given[0]
    return Undefined(code, {"count": len(given) - len(known), "of": len(given)})


def _deviation(indicators: Rate | Undefined, execution: Rate | Undefined) -> Rate | Undefined:
    """(s − e) / s, with its figures."""
    if isinstance(indicators, Undefined):
        return indicators
    if isinstance(execution, Undefined):
        return execution
    if not indicators.exact:
        return Undefined("undefined.score-zero")
    exact = (indicators.exact - execution.exact) / indicators.exact
    good, spent = (" ÷ ".join(rate.terms or ()) for rate in (indicators, execution))
    return Rate(exact, terms=(f"({good} − {spent})", f"({good})"))
