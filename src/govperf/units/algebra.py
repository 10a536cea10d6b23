"""Products and conversions of units (单位运算): asked once for each pair, then kept.

Cancelling needs care where one word stands for a product: 万人次 / 万人 is 次, and
万元/(人·年) × 人 is 万元/年. Names of one dimension go first, converted into the one that
stands first; only then are compound units opened.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from govperf.units.known import meaning_of
from govperf.units.magnitude import terminating
from govperf.units.naming import Atom
from govperf.units.unit import Unit

__all__ = ["ONE", "Factor", "addition", "conversion", "power_product", "product"]

ONE: Final = Decimal(1)
"""The divisor of a factor that ends."""

_POINTS: Final = (("个百分点", 1),)
_POINT: Final = Fraction(1, 100)


class Factor(NamedTuple):
    """An exact factor (系数): multiply by one number, divide by the other."""

    above: Decimal
    below: Decimal
    """`ONE` itself where the factor ends as a decimal; so may the other be."""


@lru_cache(maxsize=4096)
def conversion(source: Unit, goal: Unit) -> Factor:
    """How many of the goal unit one source unit is, exactly (换算系数).

    Args:
        source: The unit of an amount.
        goal: A unit of the same dimension; a ratio and 个百分点 convert too, though they never add.

    Returns:
        The exact factor.

    Raises:
        UnitError: The dimensions differ.

    Example:
        >>> conversion(Unit.of("公顷"), Unit.of("亩")), conversion(Unit.of("亩"), Unit.of("公顷"))
        (Factor(above=Decimal('15'), below=Decimal('1')), Factor(above=Decimal('1'), below=Decimal('15')))
    """
    if source.dimension == goal.dimension:
        return _factor(source.factor / goal.factor)
    one, other = _as_ratio(source), _as_ratio(goal)
    if one is None or other is None:
        raise source.mixed_with(goal)
    return _factor(one / other)


def _as_ratio(unit: Unit) -> Fraction | None:
    """A ratio, or 个百分点 where somebody asks for it as one."""
    if unit.dimension == _POINTS:
        return unit.factor * _POINT
    return unit.factor if unit.is_ratio else None


@lru_cache(maxsize=4096)
def addition(source: Unit, goal: Unit) -> Factor:
    """The conversion of a unit into one that it adds to (相加的换算系数).

    Args:
        source: The unit of the amount that is added.
        goal: The unit of the sum.

    Returns:
        The exact factor.

    Raises:
        UnitError: The two do not measure the same thing; a ratio is no bare number.

    Example:
        >>> addition(Unit.of("元"), Unit.of("万元"))
        Factor(above=Decimal('0.0001'), below=Decimal('1'))
    """
    if not goal.adds_to(source):
        raise goal.mixed_with(source)
    return conversion(source, goal)


@lru_cache(maxsize=4096)
def product(left: Unit, right: Unit, sign: int) -> tuple[Factor, Unit]:
    """The unit of a product or quotient, cancelled (单位相乘除).

    Args:
        left: The first unit.
        right: The second unit.
        sign: 1 to multiply, -1 to divide.

    Returns:
        What the product of the numbers is to be multiplied by, and the unit of the result.

    Raises:
        UnitError: The result has too many factors, or too high a power.
        LimitError: The result is longer than a unit can be.

    Example:
        >>> product(Unit.of("万元/(人·年)"), Unit.of("人"), 1)
        (Factor(above=Decimal('1'), below=Decimal('1')), Unit.of('万元/年'))
        >>> product(Unit.of("万人次"), Unit.of("万人"), -1)
        (Factor(above=Decimal('1'), below=Decimal('1')), Unit.of('次'))
    """
    if not right.atoms:
        return _factor(Fraction(1)), left
    if not left.atoms and sign > 0:
        return _factor(Fraction(1)), right
    atoms = [*left.atoms, *(atom._replace(exponent=atom.exponent * sign) for atom in right.atoms)]
    factor, atoms = _merged(atoms)
    dissolved, atoms = _without_ratios(atoms)
    factor *= dissolved
    while (word := next((atom for atom in atoms if _opens(atom, atoms)), None)) is not None:
        opened, roots = _opened(word)
        again, atoms = _merged([item for atom in atoms for item in (roots if atom is word else [atom])])
        factor *= opened * again
    return _factor(factor), Unit.of(Unit(tuple(atoms)).label)  # 米·米, read again, is 平方米


def power_product(words: Iterable[tuple[str, int]]) -> Unit:
    """The unit of several powers, nothing cancelled (单位之积).

    Args:
        words: Units by name, each with a whole exponent up to 9.

    Returns:
        The unit; (万元)² is 万元·万元, because 万元² is 10⁴ 元².

    Raises:
        UnitError: A unit is unknown, or there are too many.
        LimitError: The unit is too long.

    Example:
        >>> power_product([("万元", 2), ("人", -1)]), power_product([("米", 2)])
        (Unit.of('万元·万元/人'), Unit.of('平方米'))
    """
    atoms: list[Atom] = []
    for word, exponent in words:
        sign = 1 if exponent > 0 else -1
        for atom in Unit.of(word).atoms:
            times, power = (abs(exponent), sign) if atom.scale else (1, exponent)
            atoms += [atom._replace(exponent=atom.exponent * power)] * times
    return Unit.of(Unit(tuple(atoms)).label)


def _factor(value: Fraction) -> Factor:
    """With nothing to divide by where the factor ends as a decimal."""
    if value == 1:
        return Factor(ONE, ONE)
    above = terminating(value)
    if above is not None:
        return Factor(above, ONE)
    return Factor(ONE if value.numerator == 1 else Decimal(value.numerator), Decimal(value.denominator))


def _worth(atom: Atom) -> Fraction:
    """How many root units one atom is, its scale word and its power counted in."""
    return Unit((atom,)).factor if atom.exponent else Fraction(1)


def _merged(atoms: Iterable[Atom]) -> tuple[Fraction, list[Atom]]:
    """Atoms of one dimension become one atom, in the unit of the first; exponents add."""
    factor, merged = Fraction(1), list[Atom]()
    for atom in atoms:
        at = next((i for i, known in enumerate(merged) if _same_kind(known, atom)), None)
        if at is None:
            merged.append(atom)
            continue
        known = merged[at]
        exponent = known.exponent + atom.exponent
        scale = known.scale if exponent * known.exponent > 0 else ""
        merged[at] = Atom(scale, known.name, exponent)
        factor *= _worth(known) * _worth(atom) / _worth(merged[at])
    return factor, [atom for atom in merged if atom.exponent]


def _same_kind(one: Atom, other: Atom) -> bool:
    return one.name == other.name or _plain(one).dimension == _plain(other).dimension


def _plain(atom: Atom) -> Unit:
    return Unit((Atom("", atom.name, 1),))


def _without_ratios(atoms: list[Atom]) -> tuple[Fraction, list[Atom]]:
    """A ratio dissolves into the number beside a real unit; 50% × 50% stays a percentage.

    So do percentage points of an amount: 5个百分点 of 100万元 are 5万元, and 5个百分点/年 stay what they are.
    """
    ratio = next((atom for atom in atoms if meaning_of(atom.name).kind == "ratio"), None)  # one at the most
    if ratio is not None:
        rest = [atom for atom in atoms if atom is not ratio]
        if rest:
            return _worth(ratio), rest
        kept = ratio._replace(exponent=1)
        return _worth(ratio) / _worth(kept), [kept]
    points = next((atom for atom in atoms if atom.exponent == 1 and _plain(atom).dimension == _POINTS), None)
    if points is not None and sum(atom.exponent > 0 for atom in atoms) > 1:
        return _worth(points) * _POINT, [atom for atom in atoms if atom is not points]
    return Fraction(1), atoms


def _opens(word: Atom, atoms: list[Atom]) -> bool:
    """Whether a compound shares a root with another atom, so that something can cancel."""
    powers = dict(Unit((word,)).dimension)
    if len(powers) == 1 and abs(*powers.values()) == abs(word.exponent):
        return False  # no compound: a root or a multiple of one
    return any(
        powers.get(root, 0) * power < 0
        for atom in atoms
        if atom is not word
        for root, power in Unit((atom,)).dimension
    )


def _opened(word: Atom) -> tuple[Fraction, list[Atom]]:
    """A compound as its root units: 万人次 is 10⁴ 人·次."""
    return _worth(word), [Atom("", root, power) for root, power in Unit((word,)).dimension]
