"""Loading rule books (评分标准的读取): by name, from a file, or from a text; strict, every number exact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

import attrs

from govperf.errors import StandardError
from govperf.limits import LIMITS
from govperf.standards.claims import over
from govperf.standards.discovery import offered, plugin
from govperf.standards.faults import at, below, listed, together
from govperf.standards.locating import located
from govperf.standards.rulebook import ScoringStandard
from govperf.standards.sections import OPTIONAL, SECTIONS
from govperf.standards.tables import document, fields, shipped

__all__ = ["BUILT_IN", "DEFAULT", "loads", "not_taken", "standard", "standard_names"]

BUILT_IN: Final = {
    "MOF-2020-10": "mof-2020-10.toml",
    "MOF-2021-101": "mof-2021-101.toml",
    "MOF-2013-53": "mof-2013-53.toml",
    "HUBEI-2020": "hubei-2020.toml",
}
"""The rule books that govperf carries: name → file."""

DEFAULT: Final = "MOF-2020-10"
"""The rule book where none is named."""

_NAMES: Final = frozenset({"name", "title", "english"})


def standard(name: str | Path = DEFAULT) -> ScoringStandard:
    """A rule book by its name, or from a file (评分标准).

    Args:
        name: Such as "MOF-2020-10", the default, or another name of it, such as "财预〔2020〕10号"; the name
            of one that an installed package brings (`standard_names` lists them); or the `Path` of a
            TOML file in UTF-8, as `loads` reads it.

    Returns:
        The standard; one with a name is loaded once.

    Raises:
        StandardError: There is no such standard, or it is wrong.
        OSError: The file cannot be read.

    Example:
        >>> standard("MOF-2020-10").execution_points.value
        Decimal('10')
    """
    if isinstance(name, Path):
        return loads(_text(name))
    if name in BUILT_IN:
        return _built_in(name)
    for known in BUILT_IN:
        if name in _built_in(known).aliases:
            return _built_in(known)
    return _brought(name)


def standard_names() -> tuple[str, ...]:
    """The names that `standard` knows (可用的评分标准), of those that packages bring without loading them.

    Returns:
        The built-in ones, then the others by name.

    Example:
        >>> standard_names()[0]
        'MOF-2020-10'
    """
    return (*BUILT_IN, *(name for name in offered() if not _is_built_in(name)))


def _is_built_in(name: str) -> bool:
    return name in BUILT_IN or any(name in _built_in(known).aliases for known in BUILT_IN)


@cache
def _built_in(name: str) -> ScoringStandard:
    return _standard(document(shipped(BUILT_IN[name])))


@cache
def _brought(name: str) -> ScoringStandard:
    """A rule book of a package; none goes by the name of a built-in one, which scores would carry."""
    book = plugin(name, _read)
    if book is None:
        raise StandardError("standard.unknown", name, details={"known": ", ".join(standard_names())})
    if taken := next(filter(_is_built_in, (book.name, *book.aliases)), ""):
        raise StandardError("standard.plugin-taken", name, details={"name": taken})
    return book


def _text(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(LIMITS.rule_book_bytes + 1)
    if len(data) > LIMITS.rule_book_bytes:
        raise StandardError("limit.bytes", details={"limit": LIMITS.rule_book_bytes})
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StandardError("data.utf8", details={"at": error.start + 1}) from error


def loads(text: str) -> ScoringStandard:
    """A rule book from its TOML text (读取评分标准).

    Args:
        text: In the shape of the built-in ones. A book that extends another says only what differs: each
            table that it has takes the place of the whole table there, and its rules take their targets
            from the rules there.

    Returns:
        The standard.

    Raises:
        StandardError: The text is no TOML, or not of that shape, or goes by a name of a built-in one and is
            another one. Each fault has its path and its line; several come together as `StandardErrors`.

    Example:
        >>> from fractions import Fraction
        >>> ours = loads('''
        ... name = "某省2021"
        ... title = "某省项目支出绩效评价办法"
        ... english = "A province"
        ... extends = "MOF-2020-10"
        ... [rules.pass_line]
        ... operators = [">=", ">"]
        ... knots = [[0.6, 0], [1, 1]]
        ... provenance = "verified"
        ... source = "the measures of the province, article 12"
        ... ''')
        >>> ours.rule("pass_line").share(Fraction(8, 10))
        Fraction(1, 2)
    """
    return _read(text, not_taken)


def _read(text: str, check: Callable[[ScoringStandard], ScoringStandard] | None = None) -> ScoringStandard:
    """A rule book of a text, or all that is wrong with it."""
    book = document(text)
    try:
        return at("$", lambda: check(_standard(book)) if check else _standard(book))
    except StandardError as error:
        raise located(together(_each_once([*listed(error), *_also(book)])), text) from None


def not_taken(book: ScoringStandard) -> ScoringStandard:
    """A rule book that does not pass for a built-in one (不与内置的重名).

    Args:
        book: Any.

    Returns:
        The same.

    Raises:
        StandardError: It goes by a name of a built-in one, which scores would carry, and scores otherwise.
    """
    for key, name in (("name", book.name), *(("aliases", alias) for alias in book.aliases)):
        if _is_built_in(name) and standard(name).fingerprint != book.fingerprint:
            raise StandardError("standard.taken", name, path=key)
    return book


def _each_once(faults: Iterable[StandardError]) -> list[StandardError]:
    return list({(fault.code, fault.path, fault.text): fault for fault in faults}.values())


def _also(book: Mapping[str, Any]) -> Iterator[StandardError]:
    """What is wrong with the parts that can be read, where another cannot: nobody mends one at a time."""
    known: dict[str, Any] = {"name": "…"}
    for key in [key for key in ("name", *_ALONE) if key in book]:
        with suppress(StandardError):
            known |= SECTIONS[key](book[key], below("$", key))
    if known.get("rules"):
        known |= {"execution_rule": known["rules"][0].name, "execution_finished": ""}
    makes: list[tuple[str, Callable[[], object]]] = [
        ("$", partial(attrs.evolve, _built_in(DEFAULT), **known))
    ]
    if isinstance(extends := book.get("extends"), str):
        makes.append(("$.extends", partial(_base, known["name"], extends)))
    for path, make in makes:
        try:
            at(path, make)
        except StandardError as error:
            yield from filter(_is_alone, listed(error))


def _is_alone(fault: StandardError) -> bool:
    """Whether a fault is one of the part itself, and not of how it goes with another."""
    return fault.code != "standard.category" and fault.path.split(".")[1] in {"extends", *_ALONE}


_ALONE: Final = ("rules", "over_fulfilment", "approximation", "grades")
"""The parts that may be looked at without the others."""


def _standard(book: Mapping[str, Any]) -> ScoringStandard:
    """The standard of a document, on top of the one that it extends."""
    extends = "extends" in book
    readers = {key: read for key, read in SECTIONS.items() if key != "derived_from" or not extends}
    may_miss = readers.keys() - _NAMES if extends else OPTIONAL
    read = fields(book, "$", readers, dict.fromkeys(may_miss, _NOTHING))
    known = {field: value for section in read.values() for field, value in section.items()}
    if not extends:
        return at("$", lambda: ScoringStandard(**known))
    base = at("$.extends", lambda: _base(known["name"], known["extends"]))
    kept = {known.get(key, getattr(base, key)) for key in ("execution_rule", "execution_finished")}
    rules = at("$", lambda: over(base.rules, known.get("rules", ()), kept))
    return at("$", lambda: attrs.evolve(base, **{"aliases": (), **known, "rules": rules}))


def _base(name: str, extends: str) -> ScoringStandard:
    """The standard that a book extends, which is another one."""
    base = standard(extends)
    if name in {base.name, *base.aliases}:
        raise StandardError("standard.circle", name, details={"way": f"{name} → {extends}"})
    return base


_NOTHING: Final[Mapping[str, Any]] = {}
