"""Every sentence that govperf says, in English and Chinese (文案).

One table of code → (English, Chinese); the values of a message are filled in by name.
Errors, reasons for an undefined value, notes of a score and findings of a review all
speak from here, so that a code means the same thing in both languages.
"""

from __future__ import annotations

from govperf.messages.cli import CLI
from govperf.messages.common import COMMON
from govperf.messages.comparing import COMPARING
from govperf.messages.describing import DESCRIBING
from govperf.messages.documents import DOCUMENTS
from govperf.messages.drawing import DRAWING
from govperf.messages.evaluations import EVALUATIONS
from govperf.messages.frames import FRAMES
from govperf.messages.monitoring import MONITORING
from govperf.messages.reporting import REPORTING
from govperf.messages.review_consistency import REVIEW_CONSISTENCY
from govperf.messages.review_evidence import REVIEW_EVIDENCE
from govperf.messages.review_identities import REVIEW_IDENTITIES
from govperf.messages.review_scores import REVIEW_SCORES
from govperf.messages.review_targets import REVIEW_TARGETS
from govperf.messages.review_weights import REVIEW_WEIGHTS
from govperf.messages.review_wording import REVIEW_WORDING
from govperf.messages.reviewing import REVIEWING
from govperf.messages.scores import SCORES
from govperf.messages.standards import STANDARDS
from govperf.messages.testing import TESTING
from govperf.messages.values import VALUES
from govperf.messages.weights import WEIGHTS

TYPE_CHECKING = False  # as type checkers know it: numbers are to be read without loading typing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final, Literal

    Language = Literal["en", "zh"]

__all__ = ["MESSAGES", "message"]

MESSAGES: Final[Mapping[str, tuple[str, str]]] = {
    **VALUES,
    **DOCUMENTS,
    **EVALUATIONS,
    **FRAMES,
    **MONITORING,
    **SCORES,
    **STANDARDS,
    **WEIGHTS,
    **COMMON,
    **COMPARING,
    **DESCRIBING,
    **DRAWING,
    **REVIEWING,
    **REVIEW_IDENTITIES,
    **REVIEW_WEIGHTS,
    **REVIEW_SCORES,
    **REVIEW_TARGETS,
    **REVIEW_WORDING,
    **REVIEW_EVIDENCE,
    **REVIEW_CONSISTENCY,
    **TESTING,
    **REPORTING,
    **CLI,
}


def message(code: str, details: Mapping[str, object], lang: Language) -> str:
    """The sentence of a code with its values filled in (取文案).

    Args:
        code: A key of `MESSAGES`.
        details: The values that the sentence names.
        lang: "en" or "zh".

    Returns:
        One sentence, without a full stop; of an unknown code the code itself, and … for a
        missing value, so that what must be said is never lost to an error of its own.

    Raises:
        ValueError: The language is neither.

    Example:
        >>> message("limit.depth", {"limit": 64}, "en")
        'the document nests deeper than 64 levels'
        >>> message("my.own.reason", {}, "en")
        'my.own.reason'
    """
    if lang not in _LANGUAGES:
        msg = f"language is {' or '.join(map(repr, _LANGUAGES))}, not {lang!r}"
        raise ValueError(msg)
    if code not in MESSAGES:  # it may have come from outside, and is no template
        return code
    english, chinese = MESSAGES[code]
    sentence = chinese if lang == "zh" else english
    try:
        return sentence.format_map(details)
    except KeyError:  # a value is missing
        return sentence.format_map(_Values(details))


_LANGUAGES: Final = ("en", "zh")


class _Values(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"
