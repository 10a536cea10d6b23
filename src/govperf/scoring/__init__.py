"""Completion rates and scores (完成率, 得分): exact, explained, never invented."""

from govperf.scoring.calculating import Calculator, Line, Outcome, Points
from govperf.scoring.completion import completion_rate, deviation_rate
from govperf.scoring.engine import evaluate, score, standard_of

__all__ = [
    "Calculator",
    "Line",
    "Outcome",
    "Points",
    "completion_rate",
    "deviation_rate",
    "evaluate",
    "score",
    "standard_of",
]
