"""The door to pint (单位换算引擎): the only room that imports it.

pint answers, once for each unit, its dimension and its exact factor to the root units;
the answers are kept. It sees only definitions and names of our own lexicon, never text
that a user wrote: its parser hangs on hostile text and guesses on Chinese.
"""
# pint ships types that a strict checker cannot use: everything from it is Any here.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import cache
from threading import RLock
from typing import Any, Final, NamedTuple

from govperf.errors import UnitError
from govperf.units.lexicon import DEFINITIONS, SCALES

__all__ = ["Definition", "definition", "from_pint", "pint_lines", "to_pint"]

_IDENTIFIERS: Final = {"%": "百分之一", "‰": "千分之一"}
_NAMES: Final = {identifier: name for name, identifier in _IDENTIFIERS.items()}
_LOCK: Final = RLock()
_SCALED: Final[set[str]] = set()


class Definition(NamedTuple):
    """What pint knows of one unit (单位定义)."""

    factor: Fraction
    """How many root units it is, exactly."""
    dimension: tuple[tuple[str, int], ...]
    """Its root units with their exponents, by name; empty for a ratio."""


def pint_lines() -> list[str]:
    """The lexicon as definitions that a pint registry loads (pint 定义).

    Returns:
        One line a unit, such as `亩 = 2000/3 * 平方米`.

    Example:
        >>> "亩 = 2000/3 * 平方米" in pint_lines()
        True
    """
    return [f"{_IDENTIFIERS.get(name, name)} = {text}" for name, text in DEFINITIONS.items()]


def _registry(number: type) -> Any:
    import pint  # noqa: PLC0415 - costs 120 to 280 ms: paid on the first conversion, not at import

    library: Any = pint
    registry = library.UnitRegistry(None, non_int_type=number)
    registry.load_definitions(pint_lines())
    return registry


@cache
def _exact() -> Any:
    with _LOCK:
        return _registry(Fraction)


@cache
def _public() -> Any:
    with _LOCK:
        return _registry(Decimal)


@cache
def definition(name: str) -> Definition:
    """The factor and dimension of one unit of the lexicon (单位定义).

    Args:
        name: A name of the lexicon, without a scale word.

    Returns:
        The exact factor to root units, and these.

    Example:
        >>> definition("亩").factor, definition("人次").dimension
        (Fraction(2000, 3), (('人', 1), ('次', 1)))
    """
    with _LOCK:
        root = _exact().Quantity(Fraction(1), _IDENTIFIERS.get(name, name)).to_root_units()
        items = sorted((str(unit), int(exponent)) for unit, exponent in root.unit_items())
    return Definition(Fraction(root.magnitude), tuple(items))


def to_pint(magnitude: Decimal, atoms: Iterable[tuple[str, str, int]]) -> Any:
    """A pint quantity of our Decimal registry (转为 pint 数量).

    Args:
        magnitude: The number.
        atoms: The factors of the unit: scale word, name and exponent of each.

    Returns:
        The same amount in the same units; a scaled unit (万元) is defined when first met.
    """
    registry = _public()
    units: dict[str, int] = {}
    with _LOCK:
        for scale, name, exponent in atoms:
            identifier = _scaled(registry, scale, _IDENTIFIERS.get(name, name))
            units[identifier] = units.get(identifier, 0) + exponent
    return registry.Quantity(magnitude, registry.UnitsContainer(units))


def _scaled(registry: Any, scale: str, identifier: str) -> str:
    if scale and scale + identifier not in _SCALED:
        registry.define(f"{scale}{identifier} = {10 ** SCALES[scale]} * {identifier}")
        _SCALED.add(scale + identifier)
    return scale + identifier


def from_pint(quantity: Any) -> tuple[object, list[tuple[str, int]]]:
    """The number and the factors of a pint quantity (读取 pint 数量).

    Args:
        quantity: From any registry.

    Returns:
        The magnitude as pint holds it, and each unit as our lexicon would write it, with its exponent.

    Raises:
        UnitError: An exponent is not whole.
    """
    words: list[tuple[str, int]] = []
    for identifier, exponent in quantity.unit_items():
        if exponent != int(exponent):
            raise UnitError("unit.exponent", f"{identifier}^{exponent}")
        words.append((_words(identifier), int(exponent)))
    return quantity.magnitude, words


def _words(identifier: str) -> str:
    for spelled, name in _NAMES.items():
        identifier = identifier.replace(spelled, name)
    return identifier
