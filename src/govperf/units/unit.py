"""Unit: what a number counts or measures (计量单位).

A unit is a product of atoms, each a scale word, a name of the lexicon and an exponent:
`7万元/(人·年)` has 万元, 人⁻¹ and 年⁻¹. Units are interned: one object for each label,
so that comparing two of them costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from threading import RLock
from typing import Final, NamedTuple, final
from weakref import WeakValueDictionary

from govperf.errors import LimitError, UnitError
from govperf.limits import LIMITS
from govperf.units.lexicon import COUNTERS, CURRENCIES, DEFINITIONS, POWERS, RATIOS, SCALES, SPELLINGS
from govperf.units.pinting import definition

__all__ = ["Atom", "Unit", "atom_named"]

Dimension = tuple[tuple[str, int], ...]

_SUPERSCRIPTS: Final = {1: ""} | {power: sign for sign, power in POWERS.items()}
_SCALES: Final = ("", *sorted(SCALES, key=len, reverse=True))
_NARROW: Final = str.maketrans("％（）／＊", "%()/*")
_PER: Final = re.compile("[/每]")
_TIMES: Final = re.compile("[·⋅•*×]")
_BELOW: Final = re.compile("[·⋅•*×、]")


class Atom(NamedTuple):
    """One factor of a unit (单位因子)."""

    scale: str
    name: str
    exponent: int

    @property
    def label(self) -> str:
        """As printed, without regard to the sign of the exponent."""
        return self.scale + self.name + _SUPERSCRIPTS[abs(self.exponent)]

    @property
    def power_of_ten(self) -> int:
        """What its scale word multiplies by, as a power of ten: 万米² is 10⁴ 米², as 万平方米 is."""
        power = SCALES.get(self.scale, 0)
        return power if self.exponent > 0 else -power


@final
class Unit:
    """Unit of measurement (计量单位), such as 万元, 家次 or 万元/(人·年).

    Make one with `Unit.of`; equal labels give the very same object. The empty unit belongs
    to a bare number.

    Attributes:
        atoms: Its factors, in the order of the label.
        label: As printed; `Unit.of` reads it back.
        is_ratio: Whether it is a percentage, a 成 or the like, not a bare number (是否比率).

    Example:
        >>> Unit.of("㎡") is Unit.of("平方米")
        True
        >>> str(Unit.of("万元/人、年"))
        '万元/(人·年)'
    """

    __slots__ = ("__weakref__", "_dimension", "_factor", "_stem", "atoms", "is_ratio", "label")

    atoms: tuple[Atom, ...]
    label: str
    is_ratio: bool
    _stem: tuple[Atom, ...]
    _factor: Fraction
    _dimension: Dimension

    def __new__(cls, atoms: tuple[Atom, ...]) -> Unit:
        """The one unit of these atoms, which bear names of the lexicon."""
        with _LOCK:
            known = _KNOWN.get(atoms)
            if known is None:
                known = super().__new__(cls)
                object.__setattr__(known, "atoms", atoms)
                object.__setattr__(known, "label", _label(atoms))
                ratio = bool(atoms) and all(atom.name in RATIOS for atom in atoms)
                object.__setattr__(known, "is_ratio", ratio)
                object.__setattr__(known, "_stem", tuple(atom._replace(scale="") for atom in atoms))
                _KNOWN[atoms] = known
        return known

    @classmethod
    def of(cls, text: str | Unit) -> Unit:
        """The unit that a text names (读取单位).

        Args:
            text: A name or another spelling of the lexicon, with a scale word before it if
                need be; `/` or 每 divides by all that follows, `·` `*` multiply, and so does
                `、` below the line. A unit is returned as it is; "" is the unit of a bare number.

        Returns:
            The interned unit.

        Raises:
            UnitError: The text, or a part of it, is no unit that govperf knows.
            LimitError: The text is longer than a unit can be.
            TypeError: The argument is not a text.

        Example:
            >>> Unit.of("万 家 次").label, Unit.of("元每平方米").label
            ('万家次', '元/平方米')
            >>> Unit.of("张次")
            Traceback (most recent call last):
            govperf.errors.UnitError: unknown unit in '张次'
            张次
            ＾＾
        """
        if isinstance(text, Unit):
            return text
        if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may be untyped
            raise TypeError(f"a unit is a text such as '万元', not {type(text).__name__}")
        if len(text) > LIMITS.unit_chars:
            raise LimitError("limit.chars", text, details={"limit": LIMITS.unit_chars})
        return _read(text)

    @property
    def factor(self) -> Fraction:
        """How many root units one of it is, exactly (换算系数)."""
        self._resolve()
        return self._factor

    @property
    def dimension(self) -> Dimension:
        """Its root units with their exponents (量纲); empty for numbers and ratios."""
        self._resolve()
        return self._dimension

    @property
    def is_money(self) -> bool:
        """Whether it is a currency, scaled or not (是否货币单位)."""
        return len(self.atoms) == 1 and self.atoms[0].exponent == 1 and self.atoms[0].name in CURRENCIES

    @property
    def is_count(self) -> bool:
        """Whether it counts things one by one (是否逐个计数): 条 does, 万条 and 米 do not."""
        return self.label in COUNTERS

    @property
    def power_of_ten(self) -> int:
        """What its scale words multiply by, as a power of ten (数量级)."""
        return sum(atom.power_of_ten for atom in self.atoms)

    @property
    def unscaled(self) -> Unit:
        """The same unit without scale words (去掉万、亿): 元/人 of 万元/人."""
        return Unit(self._stem)

    def adds_to(self, other: Unit) -> bool:
        """Whether amounts in the two units may be added and compared (能否相加比较).

        Args:
            other: Another unit.

        Returns:
            True for one dimension; a bare number adds to nothing but bare numbers.

        Example:
            >>> Unit.of("万元").adds_to(Unit.of("元")), Unit.of("人").adds_to(Unit.of("人次"))
            (True, False)
        """
        if self is other or self._stem == other._stem:
            return True
        if not self.atoms or not other.atoms:  # 天/周 cancels to a number, and still is none
            return False
        return self.dimension == other.dimension and self.is_ratio == other.is_ratio

    def _resolve(self) -> None:
        """Ask pint once, then keep the answer."""
        if hasattr(self, "_factor"):
            return
        factor = Fraction(10) ** self.power_of_ten
        powers: dict[str, int] = {}
        for atom in self.atoms:
            known = definition(atom.name)
            factor *= known.factor**atom.exponent
            for root, exponent in known.dimension:
                powers[root] = powers.get(root, 0) + exponent * atom.exponent
        object.__setattr__(self, "_dimension", tuple(sorted((root, n) for root, n in powers.items() if n)))
        object.__setattr__(self, "_factor", factor)  # last: whoever sees it sees the dimension too

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a unit cannot be changed: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a unit cannot be changed: {name}")

    def __str__(self) -> str:
        return self.label

    def __repr__(self) -> str:
        return f"Unit.of({self.label!r})"

    def __reduce__(self) -> tuple[object, ...]:
        return Unit.of, (self.label,)

    def __copy__(self) -> Unit:
        return self

    def __deepcopy__(self, _memo: object) -> Unit:
        return self


_LOCK: Final = RLock()
_KNOWN: Final[WeakValueDictionary[tuple[Atom, ...], Unit]] = WeakValueDictionary()
"""Every unit in use; weakly, so that the units of foreign documents do not pile up."""


def _label(atoms: tuple[Atom, ...]) -> str:
    """The label of a unit, refused where `Unit.of` could not read it back."""
    for atom in atoms:
        if abs(atom.exponent) not in _SUPERSCRIPTS:
            power = f"{atom.name}^{atom.exponent}"
            raise UnitError("unit.exponent", power, details={"limit": max(_SUPERSCRIPTS)})
    label = "·".join(atom.label for atom in atoms if atom.exponent > 0)
    if below := [atom.label for atom in atoms if atom.exponent < 0]:
        label += f"/{below[0]}" if len(below) == 1 else f"/({'·'.join(below)})"
    if len(atoms) > LIMITS.unit_terms:
        raise UnitError("unit.terms", label, details={"limit": LIMITS.unit_terms})
    if len(label) > LIMITS.unit_chars:
        raise LimitError("limit.chars", label, details={"limit": LIMITS.unit_chars})
    return label


@lru_cache(maxsize=4096)
def _read(text: str) -> Unit:
    places = [i for i, char in enumerate(text) if not char.isspace()]
    compact = "".join(text[i] for i in places).translate(_NARROW)
    atoms: list[Atom] = []
    for piece, sign, at in _pieces(compact):
        atom = atom_named(piece, sign)
        if atom is None:
            start, *_ = *places[at:], len(text)
            end = places[at + len(piece) - 1] + 1 if piece else start
            raise UnitError("unit.unknown", text, span=(start, end))
        atoms.append(atom)
    return Unit(tuple(atoms))


def _pieces(compact: str) -> Iterator[tuple[str, int, int]]:
    """What the signs set apart: each piece, 1 above or -1 below the line, and where it begins."""
    above, *groups = _PER.split(compact)
    at = 0
    for piece in _TIMES.split(above) if above else ():
        yield piece, 1, at
        at += len(piece) + 1
    at = len(above) + 1
    for group in groups:
        bracketed = group.startswith("(") and group.endswith(")")
        start = at + bracketed
        for piece in _BELOW.split(group[1:-1] if bracketed else group):
            yield piece, -1, start
            start += len(piece) + 1
        at += len(group) + 1


def atom_named(piece: str, sign: int = 1) -> Atom | None:
    """The factor that a piece of a unit names (读取单位因子): a scale word, a name and a power.

    Args:
        piece: Without spaces.
        sign: 1 above the line, -1 below it.

    Returns:
        The factor, or None. The name comes first: 千米 is a 公里, and 千克² the square of a 千克.

    Example:
        >>> atom_named("万m²"), atom_named("千米")
        (Atom(scale='万', name='平方米', exponent=1), Atom(scale='', name='公里', exponent=1))
    """
    for scale in _SCALES:
        if not piece.startswith(scale):
            continue
        word = piece[len(scale) :]
        if name := _name(word):
            return Atom(scale, name, sign)
        power = POWERS.get(word[-1:], 0)
        if power and (name := _name(word[:-1])):
            square = SPELLINGS.get(name + word[-1])  # cm² is 厘米², and that a 平方厘米
            return Atom(scale, square, sign) if square else Atom(scale, name, sign * power)
    return None


def _name(word: str) -> str | None:
    return word if word in DEFINITIONS else SPELLINGS.get(word)
