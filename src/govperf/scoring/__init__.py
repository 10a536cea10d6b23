"""Completion rates and scores (完成率, 得分): exact, explained, never invented."""

from govperf.scoring.aggregating import aggregate
from govperf.scoring.calculating import Calculator
from govperf.scoring.completion import completion_rate, deviation_rate
from govperf.scoring.engine import evaluate, score, standard_of
from govperf.scoring.outcomes import Line, Outcome, Points
from govperf.scoring.weighing import equal_weights, weight_checks
from govperf.scoring.weight_sums import WeightCheck

__all__ = [
    "Calculator",
    "Line",
    "Outcome",
    "Points",
    "WeightCheck",
    "aggregate",
    "completion_rate",
    "deviation_rate",
    "equal_weights",
    "evaluate",
    "score",
    "standard_of",
    "weight_checks",
]
