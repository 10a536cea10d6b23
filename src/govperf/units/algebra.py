"""Products and conversions of units (单位运算): asked once for each pair, then kept.

Cancelling needs care where one word stands for a product: 万人次 / 万人 is 次, and
万元/(人·年) × 人 is 万元/年. Names that cancel go first; then names of one dimension are
converted into the one that came first; only then are compound units opened.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from govperf.units.lexicon import RATIOS
from govperf.units.unit import Atom, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["conversion", "product"]


@lru_cache(maxsize=4096)
def conversion(source: Unit, goal: Unit) -> Fraction:
    """How many of the goal unit one source unit is, exactly (换算系数).

    Args:
        source: The unit of an amount.
        goal: A unit of the same dimension; the caller has seen to that.

    Returns:
        The exact factor.

    Example:
        >>> conversion(Unit.of("公顷"), Unit.of("亩"))
        Fraction(15, 1)
    """
    if source.unscaled is goal.unscaled:
        return Fraction(10) ** (source.power_of_ten - goal.power_of_ten)
    return source.factor / goal.factor


@lru_cache(maxsize=4096)
def product(left: Unit, right: Unit, sign: int) -> tuple[Fraction, Unit]:
    """The unit of a product or quotient, cancelled (单位相乘除).

    Args:
        left: The first unit.
        right: The second unit.
        sign: 1 to multiply, -1 to divide.

    Returns:
        What the product of the numbers is to be multiplied by, and the unit of the result.

    Example:
        >>> product(Unit.of("万元/(人·年)"), Unit.of("人"), 1)
        (Fraction(1, 1), Unit.of('万元/年'))
        >>> product(Unit.of("万人次"), Unit.of("万人"), -1)
        (Fraction(1, 1), Unit.of('次'))
    """
    if not right.atoms:
        return Fraction(1), left
    if not left.atoms and sign > 0:
        return Fraction(1), right
    atoms = [*left.atoms, *(atom._replace(exponent=atom.exponent * sign) for atom in right.atoms)]
    factor, atoms = _merged(atoms)
    factor, atoms = _without_ratios(factor, atoms)
    while (word := next((atom for atom in atoms if _opens(atom, atoms)), None)) is not None:
        opened, roots = _opened(word)
        again, atoms = _merged([item for atom in atoms for item in (roots if atom is word else [atom])])
        factor *= opened * again
    return factor, Unit(tuple(atoms))


def _merged(atoms: Iterable[Atom]) -> tuple[Fraction, list[Atom]]:
    """Atoms of one dimension become one atom, in the unit of the first; exponents add."""
    factor, merged = Fraction(1), list[Atom]()
    for atom in atoms:
        at = next((i for i, known in enumerate(merged) if _same_kind(known, atom)), None)
        if at is None:
            merged.append(atom)
            continue
        known = merged[at]
        factor *= (_plain(atom).factor / _plain(known).factor) ** atom.exponent
        merged[at] = known._replace(exponent=known.exponent + atom.exponent)
    return factor, [atom for atom in merged if atom.exponent]


def _plain(atom: Atom) -> Unit:
    return Unit((atom._replace(exponent=1),))


def _same_kind(one: Atom, other: Atom) -> bool:
    return one.name == other.name or (
        _plain(one).dimension == _plain(other).dimension and (one.name in RATIOS) == (other.name in RATIOS)
    )


def _without_ratios(factor: Fraction, atoms: list[Atom]) -> tuple[Fraction, list[Atom]]:
    """A ratio dissolves into the number beside a real unit; 50% × 50% stays a percentage."""
    real = [atom for atom in atoms if atom.name not in RATIOS]
    for atom in atoms:
        if atom.name in RATIOS:
            kept = 0 if real else 1
            factor *= _plain(atom).factor ** (atom.exponent - kept)
    return factor, real or [atom._replace(exponent=1) for atom in atoms]


def _opens(word: Atom, atoms: list[Atom]) -> bool:
    """Whether a compound shares a root with another atom, so that something can cancel."""
    roots = dict(_plain(word).dimension)
    if len(roots) == 1 and set(roots.values()) == {1}:
        return False
    others = [atom for atom in atoms if atom is not word]
    return any(
        root in roots and roots[root] * power * word.exponent * atom.exponent < 0
        for atom in others
        for root, power in _plain(atom).dimension
    )


def _opened(word: Atom) -> tuple[Fraction, list[Atom]]:
    """A compound as its root units: 万人次 is 10⁴ 人·次."""
    unit = _plain(word)
    roots = [Atom("", root, power * word.exponent) for root, power in unit.dimension]
    return unit.factor**word.exponent, roots
