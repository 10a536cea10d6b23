"""Unit: what a number counts or measures (计量单位).

A unit is a product of atoms, each a scale word, a name of the lexicon and an exponent:
`7万元/(人·年)` has 万元, 人⁻¹ and 年⁻¹. Units are interned: one object for each label,
so that comparing two of them costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from fractions import Fraction
from typing import TYPE_CHECKING, Final, Literal, final
from weakref import WeakValueDictionary

from govperf.errors import InputError, LimitError, UnitError
from govperf.layout import Call, written
from govperf.layout.fragments import safe
from govperf.limits import LIMITS
from govperf.units.known import LOCK, Meaning, add_unit, is_own, meaning_of, own_meanings
from govperf.units.lexicon import CLASSIFIED
from govperf.units.naming import SUPERSCRIPTS, Atom, atoms_of, label_of, refused

if TYPE_CHECKING:
    from govperf.units.known import Dimension, Kind
    from govperf.units.quantity import Quantity

__all__ = ["READ", "Unit", "Unknown", "refuse_choice", "unit_named"]

Unknown = Literal["refuse", "counter"]
"""What becomes of a word that is no unit (未知单位): it is refused, or it is a new counter from now on."""

_CLASSIFIER: Final = "个"


@final
class Unit:
    """Unit of measurement (计量单位), such as 万元, 家次 or 万元/(人·年).

    Make one with `Unit.of`; equal labels give the very same object. The empty unit belongs
    to a bare number.

    Attributes:
        atoms: Its factors, in the order of the label.
        label: As printed; `Unit.of` reads it back.
        beside: As printed straight after a number: 个月 where the label is 月.
        factor: How many root units one of it is, exactly (换算系数).
        dimension: Its root units with their exponents (量纲); empty for numbers and ratios.
        is_ratio: Whether it is a percentage, a 成 or the like, not a bare number (是否比率).
        power_of_ten: What its scale words multiply by, as a power of ten (数量级).
        is_own: Whether a user defined it, or a part of it (是否自定义).

    Example:
        >>> Unit.of("㎡") is Unit.of("平方米")
        True
        >>> str(Unit.of("万元/人、年"))
        '万元/(人·年)'
    """

    __slots__ = (
        "__weakref__",
        "atoms",
        "beside",
        "dimension",
        "factor",
        "hash_factor",
        "hash_kind",
        "is_own",
        "is_ratio",
        "label",
        "power_of_ten",
    )

    atoms: tuple[Atom, ...]
    beside: str
    dimension: Dimension
    factor: Fraction
    hash_factor: int
    hash_kind: int
    is_own: bool
    is_ratio: bool
    label: str
    power_of_ten: int

    def __new__(cls, atoms: tuple[Atom, ...]) -> Unit:
        """The one unit of these atoms, which bear names that are known."""
        with LOCK:
            known = _KNOWN.get(atoms)
            if known is None:
                known = super().__new__(cls)
                for name, value in _facts(atoms).items():
                    object.__setattr__(known, name, value)
                _KNOWN[atoms] = known
        return known

    @classmethod
    def of(cls, text: str | Unit, *, unknown: Unknown = "refuse") -> Unit:
        """The unit that a text names (读取单位).

        Args:
            text: A name or another spelling of the lexicon, with a scale word before it if
                need be; `/` or 每 divides by all that follows, `·` `*` multiply, and so does
                `、` below the line. A unit is returned as it is; "" is the unit of a bare number.
            unknown: "counter" makes a word that is no unit a new counter, as `define` does.

        Returns:
            The interned unit.

        Raises:
            UnitError: The text, or a part of it, is no unit that govperf knows.
            LimitError: The text is longer than a unit can be.
            TypeError: The argument is not a text.
            ValueError: `unknown` is no such choice.

        Example:
            >>> Unit.of("万 家 次").label, Unit.of("元每平方米").label
            ('万家次', '元/平方米')
            >>> Unit.of("公理")
            Traceback (most recent call last):
            govperf.errors.UnitError: unknown unit in '公理', the nearest known are 公里, 公顷, 公亩
            公理
            ＾＾
        """
        if unknown != "refuse":
            refuse_choice(unknown)
        if isinstance(text, Unit):
            return text
        if type(text) is str and (found := READ.get(text)):
            return found
        if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may be untyped
            raise TypeError(f"a unit is a text such as '万元', not {type(text).__name__}")
        if len(text) > LIMITS.unit_chars:
            raise LimitError("limit.chars", text, details={"limit": LIMITS.unit_chars})
        if found := unit_named(text):
            return found
        if unknown == "counter" and atoms_of(text) is None:
            from govperf.units.defining import with_counters  # noqa: PLC0415 - defining a unit needs units

            return with_counters(text)
        return Unit(atoms_of(text) or refused(text))  # too large a unit is refused there

    @classmethod
    def in_heading(cls, heading: str) -> Unit | None:
        """The unit that a heading gives to the numbers below it (表头中的单位).

        Args:
            heading: Of a column or a row, such as "金额（万元）", "单位：万元" or "长度/km".

        Returns:
            The unit, or None where the heading names none.

        Raises:
            UnitError: It names two.
            LimitError: It is longer than a cell can be.
            TypeError: It is not a text.

        Example:
            >>> Unit.in_heading("全年预算数（A）（万元）"), Unit.in_heading("得分（B）")
            (Unit.of('万元'), None)
        """
        from govperf.units.headings import unit_in  # noqa: PLC0415 - a heading is read with the help of units

        return unit_in(heading)

    @classmethod
    def define(
        cls, name: str, meaning: str | Quantity | None = None, *, spellings: Iterable[str] = ()
    ) -> Unit:
        """Make a unit known to this process (自定义单位), before or after its first use.

        Args:
            name: Of letters or Chinese characters, none of them a numeral or a scale word at its
                beginning.
            meaning: How much one of it is, as a report would say it: "50公斤", "张·次", "1/15公顷".
                None makes it a counter, a kind of its own.
            spellings: Other words for it.

        Returns:
            The unit. To define it again in the same way changes nothing.

        Raises:
            UnitError: The name or a spelling cannot be one, or means something else already; the
                meaning is no amount above zero, or names an unknown unit.
            LimitError: There are too many units, or a text is too long.
            TypeError: An argument is of the wrong type.

        Example:
            >>> Unit.define("缸", "120升").factor
            Fraction(3, 25)
        """
        from govperf.units.defining import define  # noqa: PLC0415 - defining a unit needs units

        return define(name, meaning, spellings)

    @property
    def kind(self) -> Kind | None:
        """Whether it is a count, money, a ratio or a measure (单位类别); None for rates and bare numbers."""
        if len(self.atoms) != 1 or self.atoms[0].exponent != 1:
            return None
        return meaning_of(self.atoms[0].name).kind

    @property
    def is_money(self) -> bool:
        """Whether it is a currency, scaled or not (是否货币单位)."""
        return self.kind == "money"

    @property
    def is_count(self) -> bool:
        """Whether it counts things one by one (是否逐个计数): 条 does, 万条 and 米 do not."""
        return self.kind == "count" and not self.atoms[0].scale

    @property
    def unscaled(self) -> Unit:
        """The same unit without scale words (去掉万、亿): 元/人 of 万元/人."""
        return Unit(tuple(atom._replace(scale="") for atom in self.atoms))

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
        if self is other:
            return True
        if not self.atoms or not other.atoms:  # 天/周 cancels to a number, and still is none
            return False
        return self.dimension == other.dimension and self.is_ratio == other.is_ratio

    def mixed_with(self, other: Unit) -> UnitError:
        """The error of two amounts that do not go together (计量单位不同), not raised.

        Args:
            other: Another unit.

        Returns:
            The error.

        Example:
            >>> print(Unit.of("人次").mixed_with(Unit.of("人")))
            人次 and 人 do not measure the same thing
        """
        return UnitError("unit.mixed", details={"one": self.label or "1", "other": other.label or "1"})

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a unit cannot be changed: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a unit cannot be changed: {name}")

    def __str__(self) -> str:
        return self.label

    def __repr__(self) -> str:
        return written(self._call())

    def _repr_html_(self) -> str:
        return f'<span class="govperf-unit">{safe(self.label or "（无单位）")}</span>'

    def _call(self) -> Call:
        return Call("Unit.of", (("", self.label),))

    def __reduce__(self) -> tuple[object, ...]:
        if self.is_own:
            return _revived, (self.label, own_meanings(atom.name for atom in self.atoms))
        return Unit.of, (self.label,)

    def __copy__(self) -> Unit:
        return self

    def __deepcopy__(self, _memo: object) -> Unit:
        return self


_KNOWN: Final[WeakValueDictionary[tuple[Atom, ...], Unit]] = WeakValueDictionary()
"""Every unit in use; weakly, so that the units of foreign documents do not pile up."""


READ: Final[dict[str, Unit]] = {}
_MOST: Final = 4096
"""Texts that were read: what is no unit may become one, so that only units are kept."""


def unit_named(text: str) -> Unit | None:
    """The unit that a text names (读取单位), and no error where it names none.

    Args:
        text: As described at `Unit.of`.

    Returns:
        The unit; None also where it would be too large a unit.

    Example:
        >>> unit_named("km"), unit_named("张次次")
        (Unit.of('公里'), None)
    """
    found = READ.get(text)
    if found is None and (atoms := atoms_of(text)) is not None:
        if len(READ) >= _MOST:
            READ.clear()
        with suppress(InputError):
            found = READ[text] = Unit(atoms)
    return found


def refuse_choice(unknown: object) -> None:
    """Refuse what is no choice for an unknown unit (未知单位的处理).

    Args:
        unknown: As a caller gave it, and not "refuse".

    Raises:
        ValueError: It is not "counter" either.

    Example:
        >>> refuse_choice("counter")
    """
    if unknown != "counter":
        raise ValueError(f"unknown is 'refuse' or 'counter', not {unknown!r}")


def _facts(atoms: tuple[Atom, ...]) -> dict[str, object]:
    """What is to be known of a unit; refused where `Unit.of` could not read its label back."""
    label = _label(atoms)
    power_of_ten = sum(atom.power_of_ten for atom in atoms)
    factor = Fraction(10) ** power_of_ten
    powers: dict[str, int] = {}
    for atom in atoms:
        meaning = meaning_of(atom.name)
        factor *= meaning.factor**atom.exponent
        for root, exponent in meaning.dimension:
            powers[root] = powers.get(root, 0) + exponent * atom.exponent
    dimension = tuple(sorted((root, power) for root, power in powers.items() if power))
    is_ratio = bool(atoms) and all(meaning_of(atom.name).kind == "ratio" for atom in atoms)
    return {
        "atoms": atoms,
        "label": label,
        "beside": _beside(atoms, label),
        "factor": factor,
        "dimension": dimension,
        "is_ratio": is_ratio,
        "hash_factor": hash(factor),
        "hash_kind": hash((dimension, is_ratio)),
        "power_of_ten": power_of_ten,
        "is_own": any(is_own(atom.name) for atom in atoms),
    }


def _label(atoms: tuple[Atom, ...]) -> str:
    for atom in atoms:
        if abs(atom.exponent) not in SUPERSCRIPTS:
            power = f"{atom.name}^{atom.exponent}"
            raise UnitError("unit.exponent", power, details={"limit": max(SUPERSCRIPTS)})
    label = label_of(atoms)
    if len(atoms) > LIMITS.unit_terms:
        raise UnitError("unit.terms", label, details={"limit": LIMITS.unit_terms})
    if len(label) > LIMITS.unit_chars:
        raise LimitError("limit.chars", label, details={"limit": LIMITS.unit_chars})
    return label


def _beside(atoms: tuple[Atom, ...], label: str) -> str:
    """3个月 and 5万个工作日, because 3月 is March."""
    first = next((atom for atom in atoms if atom.exponent > 0), None)
    if first is None or first.exponent != 1 or first.name not in CLASSIFIED:
        return label
    return first.scale + _CLASSIFIER + label[len(first.scale) :]


def _revived(label: str, own: Iterable[tuple[str, Meaning, Iterable[str]]]) -> Unit:
    """A unit with units of a user's own, in a process that may not know them yet."""
    for name, meaning, spellings in own:
        add_unit(name, meaning, spellings)
    return Unit.of(label)
