"""Refusals (拒收): what cattrs raised, as faults of ours with their paths."""
# cattrs hands over values of any type
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

import attrs
from cattrs import IterableValidationNote
from cattrs.errors import AttributeValidationNote, BaseValidationError, ForbiddenExtraKeysError

from govperf.codec.shapes import fields_of
from govperf.errors import DataError, DataErrors, InputError
from govperf.limits import LIMITS

__all__ = ["faults"]


def faults(error: BaseException, path: str = "$") -> Iterator[InputError]:
    """Every fault in what a converter raised, each with its path (错误清单).

    Args:
        error: As cattrs raised it, or one of ours.
        path: Of the value that was structured.

    Yields:
        The faults, at least one: those of a list in its order, those of an object in the order
        of its class, what does not belong to it last.

    Raises:
        BaseException: The error itself, or one within it, where it is neither of cattrs nor of govperf.

    Example:
        >>> from cattrs import BaseValidationError
        >>> from govperf.codec import converter
        >>> from govperf.model import Evidence
        >>> try:
        ...     converter().structure({"title": "台账", "page": 3}, Evidence)
        ... except (BaseValidationError, InputError) as error:
        ...     print(*faults(error))
        $: unknown key 'page', known are title, kind, issuer, date, locator, digest, supports, note
    """
    pending = [(error, path)]  # no recursion: a document may nest deeper than Python calls
    while pending:
        inner, at = pending.pop()
        if isinstance(inner, (BaseValidationError, DataErrors)):
            pending.extend((one, at + _step(one)) for one in reversed(inner.exceptions))
        else:
            yield from _faults_in(inner, at)


def _faults_in(error: BaseException, path: str) -> Iterator[InputError]:
    if isinstance(error, InputError):
        yield error.at(_joined(path, error.path))
    elif isinstance(error, ForbiddenExtraKeysError):
        known = _names(error.cl)
        for key in sorted(error.extra_fields, key=str):
            yield DataError("data.key", key, path=path, details={"known": _nearest_first(str(key), known)})
    elif isinstance(error, KeyError):
        yield DataError("data.missing", path=path)
    else:  # a mistake of ours, or of a user's hook, not of the document
        raise error


def _joined(path: str, inner: str) -> str:
    """A path within another; one that begins at a root goes on from there."""
    if inner.startswith("$"):
        return (path or "$") + inner[1:]
    return path + ("." if inner[:1].isalpha() else "") + inner


def _names(cls: type) -> list[str]:
    return [field.name for field in fields_of(cls)] if attrs.has(cls) else list(cls.__annotations__)


def _nearest_first(key: str, known: list[str]) -> str:
    """The known keys, those first that may be meant: of a long list only the beginning is shown."""
    near = get_close_matches(key[: LIMITS.number_chars], known)
    within = [name for name in known if key and key in name]
    return ", ".join(dict.fromkeys([*near, *within, *known]))


def _step(inner: BaseException) -> str:
    """The step from a value to the member in which a fault was met."""
    for note in getattr(inner, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return f".{note.name}"
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
    return ""
