"""Unit: what a number counts or measures (计量单位).

A unit is a product of atoms, each a scale word, a name of the lexicon and an exponent:
`7万元/(人·年)` has 万元, 人⁻¹ and 年⁻¹. Units are interned: one object for each spelling,
so that comparing two of them costs nothing.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import ClassVar, Final, NamedTuple, Self, final

from govperf.errors import LimitError, UnitError
from govperf.limits import LIMITS
from govperf.units.lexicon import COUNTERS, CURRENCIES, DEFINITIONS, RATIOS, SCALES, SPELLINGS

__all__ = ["Atom", "Unit"]

Dimension = tuple[tuple[str, int], ...]

_SUPERSCRIPTS: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_POWERS: Final = {"²": 2, "³": 3, "⁴": 4, "⁵": 5, "⁶": 6, "⁷": 7, "⁸": 8, "⁹": 9}
_SCALES: Final = (*sorted(SCALES, key=len, reverse=True), "")
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
        power = abs(self.exponent)
        return self.scale + self.name + ("" if power == 1 else str(power).translate(_SUPERSCRIPTS))


@final
class Unit:
    """Unit of measurement (计量单位), such as 万元, 家次 or 万元/(人·年).

    Make one with `Unit.of`; equal spellings give the very same object. The empty unit
    belongs to a bare number.

    Example:
        >>> Unit.of("㎡") is Unit.of("平方米")
        True
        >>> str(Unit.of("万元/人、年"))
        '万元/(人·年)'
    """

    __slots__ = ("_dimension", "_factor", "atoms", "label")
    _interned: ClassVar[dict[tuple[Atom, ...], Self]] = {}

    atoms: tuple[Atom, ...]
    label: str
    _factor: Fraction
    _dimension: Dimension

    def __new__(cls, atoms: tuple[Atom, ...]) -> Self:
        """The one unit of these atoms."""
        known = cls._interned.get(atoms)
        if known is None:
            made = super().__new__(cls)
            object.__setattr__(made, "atoms", atoms)
            object.__setattr__(made, "label", _label(atoms))
            known = cls._interned.setdefault(atoms, made)
        return known

    @classmethod
    def of(cls, text: str | Unit) -> Unit:
        """The unit that a text names (读取单位).

        Args:
            text: A name or another spelling of the lexicon, with a scale word before it if
                need be; `/` or 每 divides by all that follows, `·` `、` `*` multiply. A unit
                is returned as it is; "" is the unit of a bare number.

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
            govperf.errors.UnitError: unknown unit '张次'
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
    def is_ratio(self) -> bool:
        """Whether it is a percentage, a 成 or the like, not a bare number (是否比率)."""
        return len(self.atoms) == 1 and self.atoms[0].name in RATIOS

    @property
    def is_money(self) -> bool:
        """Whether it is a currency, scaled or not (是否货币单位)."""
        return len(self.atoms) == 1 and self.atoms[0].exponent == 1 and self.atoms[0].name in CURRENCIES

    @property
    def is_count(self) -> bool:
        """Whether it counts things one by one (是否逐个计数): 条 does, 万条 and 米 do not."""
        return len(self.atoms) == 1 and not self.atoms[0].scale and self.atoms[0].name in COUNTERS

    @property
    def power_of_ten(self) -> int:
        """What its scale words multiply by, as a power of ten (数量级)."""
        return sum(SCALES[atom.scale] * atom.exponent for atom in self.atoms if atom.scale)

    @property
    def unscaled(self) -> Unit:
        """The same unit without scale words (去掉万、亿): 元/人 of 万元/人."""
        return Unit(tuple(atom._replace(scale="") for atom in self.atoms))

    def adds_to(self, other: Unit) -> bool:
        """Whether amounts in the two units may be added and compared (能否相加比较).

        Args:
            other: Another unit.

        Returns:
            True for one dimension; a ratio and a bare number do not add.

        Example:
            >>> Unit.of("万元").adds_to(Unit.of("元")), Unit.of("人").adds_to(Unit.of("人次"))
            (True, False)
        """
        if self is other or (self.atoms and self.unscaled is other.unscaled):
            return True
        return self.dimension == other.dimension and self.is_ratio == other.is_ratio

    def _resolve(self) -> None:
        """Ask pint once, then keep the answer."""
        if hasattr(self, "_factor"):
            return
        from govperf.units.pinting import definition  # noqa: PLC0415 - wakes pint, only when needed

        factor = Fraction(10) ** self.power_of_ten
        powers: dict[str, int] = {}
        for atom in self.atoms:
            known = definition(atom.name)
            factor *= known.factor**atom.exponent
            for root, exponent in known.dimension:
                powers[root] = powers.get(root, 0) + exponent * atom.exponent
        object.__setattr__(self, "_dimension", tuple(sorted((root, n) for root, n in powers.items() if n)))
        object.__setattr__(self, "_factor", factor)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a unit cannot be changed: {name}")

    def __str__(self) -> str:
        return self.label

    def __repr__(self) -> str:
        return f"Unit.of({self.label!r})"

    def __reduce__(self) -> tuple[object, ...]:
        return Unit.of, (self.label,)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _memo: object) -> Self:
        return self


def _label(atoms: tuple[Atom, ...]) -> str:
    above = "·".join(atom.label for atom in atoms if atom.exponent > 0)
    below = [atom.label for atom in atoms if atom.exponent < 0]
    if not below:
        return above
    return f"{above}/{below[0]}" if len(below) == 1 else f"{above}/({'·'.join(below)})"


@lru_cache(maxsize=4096)
def _read(text: str) -> Unit:
    compact = "".join(text.split()).translate(_NARROW)
    if not compact:
        return Unit(())
    if name := SPELLINGS.get(compact):
        return Unit((Atom("", name, 1),))
    above, *below = _PER.split(compact)
    pieces = [(piece, 1) for piece in _TIMES.split(above)] if above else []
    pieces += [(piece, -1) for group in below for piece in _BELOW.split(_bare(group))]
    if len(pieces) > LIMITS.unit_terms:
        raise UnitError("unit.terms", text, details={"limit": LIMITS.unit_terms})
    return Unit(tuple(_atom(piece, sign, text) for piece, sign in pieces))


def _bare(group: str) -> str:
    return group[1:-1] if group.startswith("(") and group.endswith(")") else group


def _atom(piece: str, sign: int, text: str) -> Atom:
    """Name or spelling first, so that 千米 is a 公里; then a scale word and a name."""
    if name := _name(piece):
        return Atom("", name, sign)
    power = _POWERS.get(piece[-1:], 1)
    body = piece[:-1] if power > 1 else piece
    for scale in _SCALES:
        if body.startswith(scale) and (name := _name(body[len(scale) :])):
            return Atom(scale, name, sign * power)
    at = max(text.find(piece), 0)
    raise UnitError("unit.unknown", text, span=(at, at + len(piece)))


def _name(word: str) -> str | None:
    return word if word in DEFINITIONS else SPELLINGS.get(word)
