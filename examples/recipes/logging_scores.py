"""Scores and findings in a log (日志): the explanation as the message, the record beside it for machines.

    pip install govperf
    python logging_scores.py FILE

govperf itself logs nothing and sets no handler: what is worth a line is for the application to say. Here each
score and each finding is one record of the standard `logging`; `Lines` writes records as JSON, one on a line.
"""

import json
import logging
import sys
from pathlib import Path
from typing import Any

import govperf as gp

LOG = logging.getLogger("our_office.scores")

LEVELS = {
    gp.Severity.ERROR: logging.ERROR,
    gp.Severity.WARNING: logging.WARNING,
    gp.Severity.HINT: logging.INFO,
}


class Lines(logging.Formatter):
    """Records as JSON, one on a line: level, message, and what stands under `govperf`."""

    def format(self, record: logging.LogRecord) -> str:
        """One record; Chinese stays as it is."""
        line: dict[str, Any] = {
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "govperf", {}),
        }
        return json.dumps(line, ensure_ascii=False)


def log_scores(card: gp.Scorecard) -> None:
    """A record for each score; one that could not be computed is a warning."""
    for score in (card.budget_score, *card.scores):
        level = logging.WARNING if isinstance(score.points, gp.Undefined) else logging.INFO
        if LOG.isEnabledFor(level):  # else nothing is explained
            LOG.log(level, "%s", score.explain(), extra={"govperf": {"score": gp.to_dict(score)}})


def log_findings(findings: gp.Findings) -> None:
    """A record for each finding, as severe as it is."""
    for finding in findings:
        level = LEVELS[finding.severity]
        if LOG.isEnabledFor(level):
            LOG.log(level, "%s", finding.explain(), extra={"govperf": {"finding": gp.to_dict(finding)}})


def main(path: Path) -> None:
    """Log what becomes of one evaluation."""
    evaluation = gp.from_json(path.read_bytes(), gp.Evaluation)
    card = gp.evaluate(evaluation)
    log_scores(card)
    log_findings(gp.review(evaluation))


if __name__ == "__main__":
    handler = logging.StreamHandler()
    handler.setFormatter(Lines())
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    main(Path(sys.argv[1]))
