"""Strategies of what a result says of itself (说明策略): notes, and why there is no value."""

from __future__ import annotations

from functools import cache
from string import Formatter

from hypothesis import strategies as st

from govperf.messages import MESSAGES
from govperf.model import Note, Undefined
from govperf.testing.printed import texts

__all__ = ["codes_of", "details_of", "notes", "undefined_values"]


def notes() -> st.SearchStrategy[Note]:
    """Notes (备注) with every code that a score may speak, and any details.

    Returns:
        A strategy; each note explains itself in both languages.

    Example:
        >>> from hypothesis import find
        >>> find(notes(), lambda note: note.code == "note.far-over").code
        'note.far-over'
    """
    return st.sampled_from(codes_of("note.")).flatmap(
        lambda code: st.builds(Note, st.just(code), details_of(code))
    )


def undefined_values() -> st.SearchStrategy[Undefined]:
    """Undefined values (无法确定) with every reason that govperf gives, and any details.

    Returns:
        A strategy; each one explains itself in both languages.

    Example:
        >>> from hypothesis import find
        >>> find(undefined_values(), lambda value: value.code == "undefined.actual-missing").explain("en")
        'there is no actual value'
    """
    return st.sampled_from(codes_of("undefined.")).flatmap(
        lambda code: st.builds(Undefined, st.just(code), details_of(code))
    )


def codes_of(family: str) -> list[str]:
    """The codes of a family of messages (文案代码).

    Args:
        family: Such as "finding.".

    Returns:
        All of them, in the order of the tables.

    Example:
        >>> "finding.missed" in codes_of("finding.")
        True
    """
    return [code for code in MESSAGES if code.startswith(family)]


@cache
def details_of(code: str) -> st.SearchStrategy[dict[str, str]]:
    """All that the sentences of a code name (文案中的数据).

    Args:
        code: A key of `MESSAGES`.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(details_of("limit.depth"), lambda details: True)
        {'limit': ''}
    """
    named = {name for text in MESSAGES[code] for _, name, _, _ in Formatter().parse(text) if name}
    return st.fixed_dictionaries(dict.fromkeys(sorted(named), texts()))
