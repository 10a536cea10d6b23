"""Clauses (依据): where a number of a rule was read, and how sure it is."""

from __future__ import annotations

from enum import Enum

import attrs

from govperf.model.fields import spelled

__all__ = ["Clause", "Provenance"]


class Provenance(Enum):
    """How sure a number of a rule book is (依据的可靠程度)."""

    VERIFIED = "verified"
    IN_USE = "in use"
    RECALLED = "recalled"
    CHOICE = "choice"


@attrs.frozen
class Clause:
    """Clause (依据): where a number of a rule book was read, and how sure it is.

    Args:
        provenance: How sure: verified in an official text or a filled form, in use in systems, recalled
            without the text at hand, or a choice of ours where the text is silent.
        source: Where.

    Example:
        >>> Clause(Provenance.CHOICE, "the text is silent").provenance.value
        'choice'
    """

    __repr__ = spelled

    provenance: Provenance
    source: str
