"""Review (审核): what is wrong with an evaluation; findings, never exceptions."""

from govperf.reviewing.catalogue import CHECKS
from govperf.reviewing.checks import Check, Checks, Hit, check
from govperf.reviewing.engine import review, rule_book
from govperf.reviewing.form import Form, Row
from govperf.reviewing.identities.culprits import Suspect, suspects
from govperf.reviewing.identities.equations import CrossCheck, Term, Verdict
from govperf.reviewing.identities.relations import cross_checks

__all__ = [
    "CHECKS",
    "Check",
    "Checks",
    "CrossCheck",
    "Form",
    "Hit",
    "Row",
    "Suspect",
    "Term",
    "Verdict",
    "check",
    "cross_checks",
    "review",
    "rule_book",
    "suspects",
]
