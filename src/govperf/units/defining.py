"""Units of a user's own (自定义单位): one line of data each, never evaluated as code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from fractions import Fraction
from itertools import islice
from typing import Final

from govperf.errors import InputError, LimitError, UnitError
from govperf.limits import LIMITS
from govperf.units.known import Meaning, add_unit, kind_of, name_of
from govperf.units.lexicon import DEFINITIONS, SCALES
from govperf.units.quantity import Quantity
from govperf.units.unit import Unit, unit_named

__all__ = ["define", "with_counters"]

# No digit and no numeral, which could belong to a number, and nothing that puts units together.
_WORD: Final = re.compile(r"[^\W\d_两半几俩仨每]+")

# A new counter is taken from a text, where other words may stand: 余人次, 至五幅, 月底前, 5人参加.
_NO_COUNTER: Final = frozenset("余多近约超至到以及左右上下前后内外底等成折之的年月日号整开")
_OVER: Final = re.compile(r"\s*([0-9]+)\s*/\s*([0-9]+)(?![0-9])")

# A factor of that many bits is worked with in no time, and is far from any unit.
_BITS: Final = 16_384


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
    others = list(islice(spellings, LIMITS.unit_words))
    if len(others) == LIMITS.unit_words:
        raise LimitError("limit.units", name, details={"limit": LIMITS.unit_words})
    for word in (name, *others):
        _refuse_word(word)
    add_unit(name, _counter(name) if meaning is None else _meaning(name, meaning), others)
    return Unit.of(name)


def with_counters(text: str) -> Unit:
    """The unit that a text names, its unknown words made counters (把未知单位当作计数单位).

    Args:
        text: No longer than a unit can be.

    Returns:
        The unit.

    Raises:
        UnitError: A word of the text cannot be a counter; then none of them is made one.
        LimitError: There are too many units.

    Example:
        >>> with_counters("万摞/人")
        Unit.of('万摞/人')
    """
    words: list[str] = []
    trial = text
    while unit_named(trial) is None:
        try:
            return Unit.of(trial)
        except UnitError as error:
            start, end = error.span or (0, 0)
            word = _new_counter(trial[start:end], error)
        words.append(word)
        trial = f"{trial[:start]}元{trial[end:]}"  # any unit will do, to see the rest
    for word in words:
        add_unit(word, _counter(word), ())
    return Unit.of(text)


def _new_counter(piece: str, error: UnitError) -> str:
    """The word of a piece that is no unit, without its scale word, if it may be a counter."""
    word = "".join(piece.split())
    scales = (scale for scale in SCALES if word.startswith(scale))
    word = word.removeprefix(max(scales, key=len, default=""))
    if not word or name_of(word) or _is_phrase(word) or not _NO_COUNTER.isdisjoint(word):
        raise error
    _refuse_word(word)
    return word


def _is_phrase(word: str) -> bool:
    """Whether a unit begins it and more than one character follows: 人参加 is no counter, 幅次 is one."""
    return any(word[:end] in DEFINITIONS for end in range(1, len(word) - 1))


def _counter(name: str) -> Meaning:
    return Meaning(Fraction(1), ((name, 1),), "count")


def _refuse_word(word: str) -> None:
    if not isinstance(word, str):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may be untyped
        raise TypeError(f"the name of a unit is a text, not {type(word).__name__}")
    if len(word) > LIMITS.unit_word_chars or not _WORD.fullmatch(word) or any(map(str.isnumeric, word)):
        raise UnitError("unit.word", word, details={"limit": LIMITS.unit_word_chars})
    if name_of(word) is None and (meant := _read_today(word)) and name_of(word) is None:  # nor meanwhile
        raise UnitError("unit.defined", word, details={"meaning": meant})


def _read_today(word: str) -> str:
    """What a text means that ends with a new word: 1ＫＭ, 1圓, 1元正, 1折."""
    with suppress(InputError):
        return str(Quantity.parse(f"1{word}"))
    return ""


def _meaning(name: str, meaning: str | Quantity) -> Meaning:
    try:
        factor, unit = _amount(meaning)
    except LimitError:
        raise
    except InputError as error:
        reasons = {"meaning": meaning, "reason_en": error.explain("en"), "reason_zh": error.explain("zh")}
        raise UnitError("unit.meaning-unread", name, details=reasons) from error
    factor *= unit.factor
    if factor <= 0 or not str(meaning).strip() or max(factor.as_integer_ratio()).bit_length() > _BITS:
        raise UnitError("unit.meaning", name, details={"meaning": str(meaning)})
    return Meaning(factor, unit.dimension, kind_of(factor, unit.dimension))


def _amount(meaning: str | Quantity) -> tuple[Fraction, Unit]:
    """50公斤, 1/15公顷 or 张·次."""
    if isinstance(meaning, Quantity):
        return Fraction(meaning.magnitude), meaning.unit
    if not isinstance(meaning, str):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may be untyped
        raise TypeError(f"the meaning of a unit is a text or a Quantity, not {type(meaning).__name__}")
    if len(meaning) <= LIMITS.quantity_chars and (over := _OVER.match(meaning)):
        above, below = int(over[1]), int(over[2])
        return (Fraction(above, below) if below else Fraction(0)), Unit.of(meaning[over.end() :])
    if not meaning[:1].isdigit() and (unit := unit_named(meaning[: LIMITS.quantity_chars])):
        return Fraction(1), unit
    quantity = Quantity.parse(meaning)
    return Fraction(quantity.magnitude), quantity.unit
