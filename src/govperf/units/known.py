"""The units that are known (已知的计量单位): those of the lexicon, and those that a user defined.

One table of words, name or spelling, to the name of a unit; it only ever grows, and no word changes
its meaning, so that a text means the same before and after. A word is written last, when all that is
to be known of its unit is there: whoever reads needs no lock.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from fractions import Fraction
from functools import lru_cache
from itertools import islice
from threading import RLock
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from govperf.errors import LimitError, UnitError
from govperf.limits import LIMITS
from govperf.units.factors import FACTORS
from govperf.units.lexicon import COUNTERS, CURRENCIES, DEFINITIONS, RATIOS
from govperf.units.spellings import SPELLINGS

__all__ = [
    "LOCK",
    "Dimension",
    "Kind",
    "Meaning",
    "add_unit",
    "is_own",
    "kind_of",
    "meaning_of",
    "name_of",
    "nearest",
    "own_meanings",
    "words",
]

Dimension = tuple[tuple[str, int], ...]
"""Root units with their exponents (量纲), in the order of their names."""

Kind = Literal["count", "money", "ratio", "measure"]

# How many units are proposed, how like they must be at least, and to what words.
_NEAR: Final = 3
_PARTS: Final = 2
_ALIKE: Final = Fraction(1, _PARTS)
_ALIKE_LATIN: Final = Fraction(3, 4)
_LONG: Final = 16
_LOOKED_AT: Final = 3_000


class Meaning(NamedTuple):
    """What a unit means (单位含义)."""

    factor: Fraction
    """How many root units one of it is, exactly."""
    dimension: Dimension
    """Its root units; empty for a ratio."""
    kind: Kind


_WORDS: Final[dict[str, str]] = {name: name for name in DEFINITIONS} | SPELLINGS
_OWN: Final[dict[str, Meaning]] = {}

LOCK: Final = RLock()
"""Held whenever a unit is made or becomes known; a process that is forked meanwhile has it free."""

with suppress(AttributeError):  # not every system forks
    os.register_at_fork(before=LOCK.acquire, after_in_parent=LOCK.release, after_in_child=LOCK.release)


def name_of(word: str) -> str | None:
    """The name of the unit that a word names or spells (单位名称).

    Args:
        word: Without a scale word and without a power.

    Returns:
        The name, or None for a word that is not known.

    Example:
        >>> name_of("km"), name_of("张次次")
        ('公里', None)
    """
    return _WORDS.get(word)


def words() -> Mapping[str, str]:
    """Every word for a unit, and the name of the unit (全部单位词).

    Returns:
        A view, which grows when a unit becomes known: copy it before you walk over it.

    Example:
        >>> words()["km"]
        '公里'
    """
    return MappingProxyType(_WORDS)


@lru_cache(maxsize=4096)
def meaning_of(name: str) -> Meaning:
    """What a unit means (单位含义).

    Args:
        name: A name that `name_of` gave.

    Returns:
        Its exact factor, root units and kind.

    Raises:
        UnitError: It is none.

    Example:
        >>> meaning_of("亩").factor, meaning_of("人次").dimension
        (Fraction(2000, 3), (('人', 1), ('次', 1)))
    """
    if name in _OWN:
        return _OWN[name]
    if name not in DEFINITIONS:
        raise UnitError("unit.unknown", name, details={"near_en": "", "near_zh": ""})
    above, below, dimension = FACTORS.get(name, (1, 1, ((name, 1),)))
    return Meaning(Fraction(above, below), dimension, _kind(name))


def _kind(name: str) -> Kind:
    if name in RATIOS:
        return "ratio"
    if name in CURRENCIES:
        return "money"
    return "count" if name in COUNTERS else "measure"


def kind_of(factor: Fraction, dimension: Dimension) -> Kind:
    """The kind of a unit that is so many root units (单位类别).

    Args:
        factor: How many.
        dimension: Which.

    Returns:
        "ratio" of nothing, "money" of a currency, "count" of whole things that are counted.

    Example:
        >>> kind_of(Fraction(12), (("个", 1),)), kind_of(Fraction(500), (("米", 1),))
        ('count', 'measure')
    """
    roots = {meaning_of(root).kind for root, _ in dimension}
    if not roots:
        return "ratio"
    if roots == {"money"} and sum(power for _, power in dimension) == 1:
        return "money"
    whole = factor.denominator == 1 and all(power > 0 for _, power in dimension)
    return "count" if roots == {"count"} and whole else "measure"


def is_own(name: str) -> bool:
    """Whether a user defined the unit (是否自定义单位).

    Args:
        name: A name that `name_of` gave.

    Returns:
        False for the units of the lexicon.

    Example:
        >>> is_own("亩")
        False
    """
    return name in _OWN


def own_meanings(names: Iterable[str]) -> list[tuple[str, Meaning, tuple[str, ...]]]:
    """What a user defined, of some units and of what they are made of (自定义单位).

    Args:
        names: Names that `name_of` gave.

    Returns:
        Each own unit with its meaning and its spellings, those first that others are made of.

    Example:
        >>> own_meanings(["亩", "人次"])
        []
    """
    used: dict[str, Meaning] = {}
    for name in names:
        if name in _OWN:
            used |= {root: _OWN[root] for root, _ in _OWN[name].dimension if root in _OWN}
            used[name] = _OWN[name]
    words = _WORDS.copy() if used else {}
    return [
        (name, meaning, tuple(word for word, known in words.items() if known == name != word))
        for name, meaning in used.items()
    ]


def add_unit(name: str, meaning: Meaning, spellings: Iterable[str]) -> None:
    """Make a unit known (登记单位), all of it or nothing.

    Args:
        name: Its name, of characters that a unit may have.
        meaning: Its meaning.
        spellings: Other words for it.

    Raises:
        UnitError: One of the words is known with another meaning.
        LimitError: There are too many units already.
    """
    words = (*spellings, name)
    with LOCK:
        for word in words:
            if (known := _WORDS.get(word)) and (known != name or meaning_of(known) != meaning):
                raise UnitError("unit.defined", word, details={"meaning": _roots(meaning_of(known))})
        if len(_WORDS) + sum(word not in _WORDS for word in set(words)) > LIMITS.unit_words:
            raise LimitError("limit.units", name, details={"limit": LIMITS.unit_words})
        if name not in DEFINITIONS:
            _OWN[name] = meaning
        for word in words:
            _WORDS[word] = name


def _roots(meaning: Meaning) -> str:
    """A meaning as text: 25千克, 人·次."""
    number = "" if meaning.factor == 1 else str(meaning.factor)
    return number + "·".join(root + ("" if power == 1 else f"^{power}") for root, power in meaning.dimension)


def nearest(word: str) -> tuple[str, ...]:
    """The units that look most like a word that is none (相近的单位).

    Args:
        word: Such as 公理.

    Returns:
        Up to three names, the likest first; none for a long word, or where nothing is like it.

    Example:
        >>> nearest("公理"), nearest("?")
        (('公里', '公顷', '公亩'), ())
    """
    from difflib import SequenceMatcher  # noqa: PLC0415 - loaded by the first fault

    folded, latin = word.casefold(), word.isascii()
    letters = {char for char in folded if char.isalpha()}
    likeness: dict[str, Fraction] = {}
    for known, name in islice(_WORDS.copy().items(), _LOOKED_AT if len(word) <= _LONG else 0):
        other = known.casefold()
        length = len(folded) + len(other)
        if known.isascii() is not latin or 2 * _PARTS * len(letters.intersection(other)) < length:
            continue
        blocks = SequenceMatcher(None, folded, other, autojunk=False).get_matching_blocks()
        alike = Fraction(2 * sum(block.size for block in blocks), length)
        likeness[name] = max(alike, likeness.get(name, alike))
    least = _ALIKE_LATIN if latin else _ALIKE
    found = sorted((name for name in likeness if likeness[name] >= least), key=lambda name: -likeness[name])
    return tuple(found[:_NEAR])
