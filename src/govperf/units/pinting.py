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
from govperf.units.lexicon import DEFINITIONS, POWERS, SCALES

__all__ = ["Definition", "definition", "from_pint", "pint_lines", "to_pint"]

_IDENTIFIERS: Final = {"%": "百分之一", "‰": "千分之一"}
_NAMES: Final = {identifier: name for name, identifier in _IDENTIFIERS.items()}
_HIGHEST: Final = max(POWERS.values())
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


@cache
def _registry(number: type) -> Any:
    """The registry that computes in these numbers; asked for with the lock held, so that there is one."""
    import pint  # noqa: PLC0415 - costs 120 to 280 ms: paid on the first conversion, not at import

    library: Any = pint
    registry = library.UnitRegistry(None, non_int_type=number)
    registry.load_definitions(pint_lines())
    return registry


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
        root = _registry(Fraction).Quantity(Fraction(1), _IDENTIFIERS.get(name, name)).to_root_units()
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
    units: dict[str, int] = {}
    with _LOCK:
        registry = _registry(Decimal)
        for scale, name, exponent in atoms:
            for identifier, power in _powers(registry, scale, _IDENTIFIERS.get(name, name), exponent):
                units[identifier] = units.get(identifier, 0) + power
    powers = {identifier: power for identifier, power in units.items() if power}
    return registry.Quantity(magnitude, registry.UnitsContainer(powers))


def _powers(registry: Any, scale: str, name: str, exponent: int) -> list[tuple[str, int]]:
    """The scaled unit once, the rest of the power without scale: 万米² is 万米 · 米."""
    if not scale:
        return [(name, exponent)]
    if scale + name not in _SCALED:
        registry.define(f"{scale}{name} = {10 ** SCALES[scale]} * {name}")
        _SCALED.add(scale + name)
    once = 1 if exponent > 0 else -1
    return [(scale + name, once), (name, exponent - once)]


def from_pint(quantity: Any) -> tuple[object, list[tuple[str, int]]]:
    """The number and the factors of a pint quantity (读取 pint 数量).

    Args:
        quantity: From any registry.

    Returns:
        The magnitude as pint holds it, and each unit as our lexicon would write it, with its exponent.

    Raises:
        UnitError: An exponent is not a whole number up to 9.
        TypeError: It is no pint quantity.

    Example:
        >>> from_pint(to_pint(Decimal(7), [("万", "元", 1), ("", "人", -1)]))
        (Decimal('7'), [('万元', 1), ('人', -1)])
    """
    if not hasattr(quantity, "unit_items"):
        raise TypeError(f"expected a pint quantity, not {type(quantity).__name__}")
    words: list[tuple[str, int]] = []
    for identifier, exponent in quantity.unit_items():
        if exponent not in range(-_HIGHEST, _HIGHEST + 1):
            raise UnitError("unit.exponent", f"{identifier}^{exponent}", details={"limit": _HIGHEST})
        words.append((_words(identifier), int(exponent)))
    return quantity.magnitude, words


def _words(identifier: str) -> str:
    for spelled, name in _NAMES.items():
        identifier = identifier.replace(spelled, name)
    return identifier
