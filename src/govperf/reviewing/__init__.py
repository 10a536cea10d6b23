"""Review (审核): what is wrong with an evaluation; findings, never exceptions."""

from govperf.reviewing.engine import review, rule_book
from govperf.reviewing.identities import CrossCheck, Figure, Suspect, Verdict, cross_checks, suspect

__all__ = ["CrossCheck", "Figure", "Suspect", "Verdict", "cross_checks", "review", "rule_book", "suspect"]
