"""Rule books that other packages bring (插件中的评分标准), by the entry-point group `govperf.standards`."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

from govperf.errors import StandardError, StandardErrors
from govperf.standards.faults import listed
from govperf.standards.rulebook import ScoringStandard

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from govperf.messages import Language

__all__ = ["GROUP", "offered", "plugin"]

GROUP: Final = "govperf.standards"
"""The group that a package names its rule books in."""

_LOADING: Final[ContextVar[tuple[str, ...]]] = ContextVar("loading", default=())


def offered() -> list[str]:
    """The names that installed packages bring (插件评分标准的名称), without loading any of them."""
    return sorted({entry.name for entry in _entries()})


def _entries() -> list[EntryPoint]:
    from importlib.metadata import entry_points  # noqa: PLC0415 - costs more than a rule book

    return list(entry_points(group=GROUP))


def plugin(name: str, read: Callable[[str], ScoringStandard]) -> ScoringStandard | None:
    """The rule book that an installed package brings under a name (插件评分标准).

    Args:
        name: Of the entry point.
        read: Makes a rule book of a TOML text.

    Returns:
        The rule book; None where no package brings one.

    Raises:
        StandardError: More than one brings it, or it cannot be loaded.
    """
    found = [entry for entry in _entries() if entry.name == name]
    if not found:
        return None
    brought = ", ".join(sorted({_package(entry) for entry in found}))
    if len(found) > 1:
        raise StandardError("standard.plugin-twice", name, details={"packages": brought})
    with _once(name):
        return _loaded(found[0], read, brought)


@contextmanager
def _once(name: str) -> Generator[None]:
    """A rule book cannot extend itself, nor one that extends it."""
    loading = _LOADING.get()
    if name in loading:
        raise StandardError("standard.circle", name, details={"way": " → ".join((*loading, name))})
    token = _LOADING.set((*loading, name))
    try:
        yield
    finally:
        _LOADING.reset(token)


def _loaded(entry: EntryPoint, read: Callable[[str], ScoringStandard], package: str) -> ScoringStandard:
    """What an entry point gives, as a rule book of its name; whatever foreign code raises is said."""
    details = {"package": package, "entry": entry.value}
    try:
        book = _made(entry.load(), read)
    except StandardError as error:
        details |= {"reason_en": _reason(error, "en", ": "), "reason_zh": _reason(error, "zh", "：")}
        raise StandardError("standard.plugin", entry.name, details=details) from error
    except (Exception, SystemExit) as error:  # foreign code may raise anything; it does not end the caller
        reason = f"{type(error).__name__}: {error}"
        details |= {"reason_en": reason, "reason_zh": reason}
        raise StandardError("standard.plugin", entry.name, details=details) from error
    if not isinstance(book, ScoringStandard):
        raise StandardError(
            "standard.plugin-type", entry.name, details={**details, "type": type(book).__name__}
        )
    if entry.name not in {book.name, *book.aliases}:
        raise StandardError("standard.plugin-name", entry.name, details={**details, "name": book.name})
    return book


def _reason(error: StandardError, lang: Language, colon: str) -> str:
    """Why a book cannot be loaded: of several faults their number and the first."""
    first = listed(error)[0].explain(lang)
    return f"{error.explain(lang)}{colon}{first}" if isinstance(error, StandardErrors) else first


def _made(value: object, read: Callable[[str], ScoringStandard]) -> object:
    """A rule book, a text of one, or a function that gives either."""
    given = value() if callable(value) else value
    return read(given) if isinstance(given, str) else given


def _package(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else "?"
