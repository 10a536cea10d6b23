"""Units of a user's own (自定义单位): one line of data each, never evaluated as code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from govperf.errors import UnitError
from govperf.limits import LIMITS
from govperf.units.known import Meaning, add_unit, kind_of, name_of
from govperf.units.lexicon import SCALES
from govperf.units.naming import Atom, atom_named
from govperf.units.quantity import Quantity
from govperf.units.unit import Unit, Unknown

__all__ = ["define", "with_counters"]

# A word begins with a letter, and with nothing that could end a number; powers stand outside the name.
_WORD: Final = re.compile(r"[^\W\d_十百千万亿零〇一二三四五六七八九两半几每][^\W_²³⁴⁵⁶⁷⁸⁹每]*")

# A new counter is taken from a text, where other words may stand: 余人次, 至五幅, 月底前.
_NO_COUNTER: Final = frozenset(
    "零〇一二三四五六七八九十百千万亿两半几余多近约超至到以及左右上下前后内外底等成之的年月日号整"
)

_OVER: Final = re.compile(r"\s*([0-9]+)\s*/\s*([0-9]+)(?![0-9])")


def define(name: str, meaning: str | Quantity | None, spellings: Iterable[str]) -> Unit:
    """Make a unit known (自定义单位), as `Unit.define` says.

    Args:
        name: Its name.
        meaning: How much one of it is; None for a counter.
        spellings: Other words for it.

    Returns:
        The unit.

    Raises:
        UnitError: A word cannot name a unit or means something else, or the meaning is none.
        LimitError: There are too many units, or a text is too long.
        TypeError: An argument is of the wrong type.

    Example:
        >>> define("甑", None, []) is Unit.of("甑")
        True
    """
    if isinstance(spellings, str):
        raise TypeError("spellings is a list of texts, not a text")
    words = [name, *spellings]
    for word in words:
        _refuse_word(word)
    add_unit(name, _counter(name) if meaning is None else _meaning(name, meaning), words[1:])
    return Unit.of(name)


def with_counters(text: str, unknown: Unknown) -> Unit:
    """The unit that a text names, its unknown words made counters (把未知单位当作计数单位).

    Args:
        text: No longer than a unit can be.
        unknown: "counter".

    Returns:
        The unit.

    Raises:
        UnitError: A word of the text cannot be a counter.
        LimitError: There are too many units.
        ValueError: `unknown` is neither "refuse" nor "counter".

    Example:
        >>> with_counters("万摞/人", "counter")
        Unit.of('万摞/人')
    """
    if unknown != "counter":
        raise ValueError(f"unknown is 'refuse' or 'counter', not {unknown!r}")
    while True:  # each turn makes a word known
        try:
            return Unit.of(text)
        except UnitError as error:
            start, end = error.span or (0, 0)
            word = "".join(text[start:end].split())
            scale = max((scale for scale in SCALES if word.startswith(scale)), key=len, default="")
            word = word.removeprefix(scale)
            if not word or name_of(word) or not _NO_COUNTER.isdisjoint(word):
                raise
            define(word, None, ())


def _counter(name: str) -> Meaning:
    return Meaning(Fraction(1), ((name, 1),), "count")


def _refuse_word(word: str) -> None:
    if not isinstance(word, str):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may be untyped
        raise TypeError(f"the name of a unit is a text, not {type(word).__name__}")
    if len(word) > LIMITS.unit_word_chars or not _WORD.fullmatch(word):
        raise UnitError("unit.word", word, details={"limit": LIMITS.unit_word_chars})
    known = atom_named(word)
    if known and (name_of(word) is None or known != Atom("", known.name, 1)):  # ＫＭ
        raise UnitError("unit.defined", word, details={"name": known.label})


def _meaning(name: str, meaning: str | Quantity) -> Meaning:
    factor, unit = (
        (Fraction(meaning.magnitude), meaning.unit) if isinstance(meaning, Quantity) else _read(meaning)
    )
    if factor <= 0:
        raise UnitError("unit.meaning", name, details={"meaning": str(meaning)})
    factor *= unit.factor
    return Meaning(factor, unit.dimension, kind_of(factor, unit.dimension))


def _read(meaning: str) -> tuple[Fraction, Unit]:
    """50公斤, 1/15公顷 or 张·次."""
    if not isinstance(meaning, str):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may be untyped
        raise TypeError(f"the meaning of a unit is a text or a Quantity, not {type(meaning).__name__}")
    if len(meaning) <= LIMITS.quantity_chars and (over := _OVER.match(meaning)):
        below = int(over[2])
        return (Fraction(int(over[1]), below) if below else Fraction(0)), Unit.of(meaning[over.end() :])
    try:
        return Fraction(1), Unit.of(meaning)
    except UnitError:
        quantity = Quantity.parse(meaning)
    return Fraction(quantity.magnitude), quantity.unit
