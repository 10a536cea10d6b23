"""The door to pint (单位换算引擎): the only room that imports it.

Our units in a registry of pint, and its quantities as ours. Nothing here is needed to compute: the factors
of units are data. Units are handed over as names and exact numbers and never as text, because the parser
of pint hangs on hostile text and guesses on Chinese.

A registry that knows the legal units (`meter`, `kilogram`) keeps them: 米 becomes another name of its
`meter`, and 亩 so many of its square metres. What a name means there already is never changed; a unit of
ours that means something else there is refused when it is handed over.
"""
# pint ships types that a strict checker cannot use: everything from it is Any here.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache
from math import gcd
from threading import RLock
from typing import Any, Final, NamedTuple, TypeVar, final, overload
from weakref import WeakKeyDictionary

from govperf.errors import QuantityError, UnitError
from govperf.limits import LIMITS
from govperf.numerals.contexts import EXACT, own_context
from govperf.units import known
from govperf.units.abroad import PINT
from govperf.units.algebra import power_product
from govperf.units.known import meaning_of, name_of
from govperf.units.lexicon import DEFINITIONS, POWERS, SCALES
from govperf.units.naming import Atom, atom_named, no_unit

__all__ = ["from_pint", "install", "pint_lines", "to_pint"]

_Registry = TypeVar("_Registry")

# What pint cannot name or reads as something else: its rpm are radians, its Mbps baud or typographic points.
_IDENTIFIERS: Final = {"%": "percent", "‰": "permille", "‱": "万分之一", "rpm": "转每分钟"} | {
    f"{letter}bps": f"{scale}比特每秒" for letter, scale in zip("KMGT", "千兆吉太", strict=True)
}
_NAMES: Final = {identifier: name for name, identifier in _IDENTIFIERS.items()}
_OURS: Final = {theirs: name for name, theirs in reversed(PINT.items())} | {
    f"{prefix}baud": f"{letter}bps"
    for letter, prefix in zip("KMGT", ("kilo", "mega", "giga", "tera"), strict=True)
}
"""Units of pint's own registry, by the name that pint gives them: of 千克 and 公斤 the first."""

_TEXT_SCALES: Final = ("万", "亿", "千", "百万")
"""Scale words that are read in a text of pint, the last two before money; others, when a quantity has them."""

_HIGHEST: Final = max(POWERS.values())
_CLOSE: Final = Fraction(1, 10**12)
"""Two meanings are one where only the rounding of binary floats is between them."""
_CONTEXT: Final = own_context(LIMITS.digits)
_LOCK: Final = RLock()


class _Memo(NamedTuple):
    """What was found out about one registry."""

    identifiers: dict[tuple[str, str], str]
    """What a unit of ours is called there, by scale word and name."""
    words: dict[str, str]
    """The same the other way round."""
    seen: set[str]
    """The words for units that were made known there."""


_MEMOS: Final[WeakKeyDictionary[Any, _Memo]] = WeakKeyDictionary()


def pint_lines() -> list[str]:
    """The lexicon as definitions that a pint registry loads (pint 定义), for comparisons.

    Returns:
        One line a unit, such as `亩 = 2000/3 * 平方米`.

    Example:
        >>> "亩 = 2000/3 * 平方米" in pint_lines()
        True
    """
    return [f"{_IDENTIFIERS.get(name, name)} = {text}" for name, text in DEFINITIONS.items()]


@overload
def install(registry: None = None) -> Any: ...
@overload
def install(registry: _Registry) -> _Registry: ...
def install(registry: Any = None) -> Any:
    """Our units in a registry of pint (安装计量单位), beside those that it has.

    All units of the lexicon and those that were defined so far, under their names and Chinese spellings,
    and with 千, 万, 百万 and 亿 before them, so that the registry reads "36.4 万吨". A name that the registry
    has keeps its meaning there. To install twice changes nothing, and several threads may do it at once.

    Args:
        registry: Of any kind of number; None is the application registry of pint.

    Returns:
        The registry.

    Raises:
        TypeError: It is no registry of pint.

    Example:
        >>> import pint
        >>> registry = install(pint.UnitRegistry(non_int_type=Decimal))
        >>> registry("36.4 万吨").to("kilogram").magnitude == 364_000_000
        True
    """
    if registry is None:
        registry = _pint().get_application_registry()
    with _opened(registry) as door:
        door.fill()
    return registry


def to_pint(
    magnitude: Decimal, atoms: Iterable[tuple[str, str, int]], registry: Any = None, *, floats: bool = False
) -> Any:
    """A quantity of pint (转为 pint 数量).

    The number is handed over in the type that the registry computes in. A registry of floats, which is what
    pint makes by default, is refused unless you ask for it: a float would no longer be what the report
    says, and a Decimal would be mixed with the float factors of the registry.

    Args:
        magnitude: The number.
        atoms: The factors of the unit: scale word, name and exponent of each.
        registry: Into which our units are installed if they are not; None is one of our own, which
            computes in Decimal and knows our units alone.
        floats: Whether the number may become a float where the registry computes in floats.

    Returns:
        The same amount in the same units. 月 and 年 are our own there (the `month` and `year` of pint are
        so many days), and so are 摄氏度 and 个百分点, which adds to no percentage.

    Raises:
        UnitError: A unit means something else in the registry.
        TypeError: The registry computes in floats, or it is none.

    Example:
        >>> to_pint(Decimal(7), [("万", "元", 1), ("", "人", -1)]).to("元/人").magnitude
        Decimal('70000')
    """
    with _opened(_own_registry() if registry is None else registry) as door:
        kind: type[Any] = door.registry.non_int_type
        if issubclass(kind, float) and not floats:
            raise TypeError(
                "this registry computes in floats: make it with pint.UnitRegistry(non_int_type=Decimal), "
                "or let the number become a float with floats=True"
            )
        door.fill()
        return door.registry.Quantity(kind(magnitude), door.product(atoms))


def from_pint(quantity: Any) -> tuple[Decimal, list[tuple[str, int]]]:
    """The number and the factors of a quantity of pint (读取 pint 数量).

    Args:
        quantity: From any registry, in units of ours or in legal units as pint calls them.

    Returns:
        The exact number, and each unit as our lexicon writes it, with its exponent.

    Raises:
        UnitError: A unit is none of ours, means something else in that registry, or has an exponent
            that is not a whole number up to 9.
        QuantityError: The number is a fraction without an end as a decimal number.
        TypeError: The number is a float or an array, or it is no quantity of pint.

    Example:
        >>> from_pint(to_pint(Decimal(7), [("万", "元", 1), ("", "人", -1)]))
        (Decimal('7'), [('万元', 1), ('人', -1)])
    """
    registry = getattr(quantity, "_REGISTRY", None)
    if registry is None or not hasattr(quantity, "unit_items"):
        raise TypeError(f"expected a pint quantity, not {type(quantity).__name__}")
    words: list[tuple[str, int]] = []
    with _opened(registry) as door:
        for identifier, exponent in quantity.unit_items():
            if exponent not in range(-_HIGHEST, _HIGHEST + 1):
                raise UnitError("unit.exponent", f"{identifier}^{exponent}", details={"limit": _HIGHEST})
            words.append((door.word(identifier), int(exponent)))
    number = _exact(quantity.magnitude)
    if number is None:
        unit = power_product(words).label or "1"
        raise QuantityError("quantity.endless", str(quantity.magnitude), details={"unit": unit})
    return number, words


def _exact(number: object) -> Decimal | None:
    """A Decimal, an int, or a Fraction; None where that has no end as a decimal number."""
    if isinstance(number, Decimal):
        return number
    if isinstance(number, bool) or not isinstance(number, (int, Fraction)):
        raise TypeError(
            f"a quantity is made of a Decimal, an int or a Fraction, not {type(number).__name__}: "
            "pint.UnitRegistry(non_int_type=Decimal) computes in Decimal"
        )
    places, rest = 0, number.denominator
    while (common := gcd(rest, 10)) > 1:
        rest //= common
        places += 1
    return Decimal(int(number * 10**places)).scaleb(-places, EXACT) if rest == 1 else None


def _pint() -> Any:
    import pint  # noqa: PLC0415 - costs 120 to 280 ms: paid by those who use it

    return pint


@cache
def _own_registry() -> Any:
    """A registry of our own; asked for with the lock held, so that there is one."""
    return _pint().UnitRegistry(None, non_int_type=Decimal, on_redefinition="raise")


@contextmanager
def _opened(registry: Any) -> Iterator[_Door]:
    """The door to a registry, for one thread at a time, whatever the decimal context of the caller."""
    with _LOCK, localcontext(_CONTEXT):
        pint = _pint()
        if isinstance(registry, pint.ApplicationRegistry):
            registry = registry.get()
        if isinstance(registry, pint.LazyRegistry):
            registry.parse_unit_name("")  # the first question makes it a registry
        if not isinstance(registry, pint.facets.plain.GenericPlainRegistry):
            raise TypeError(f"expected a pint registry, not {type(registry).__name__}")
        yield _Door(registry, _MEMOS.setdefault(registry, _Memo({}, {}, set())))


@final
class _Door:
    """One registry of pint, and what each of our units is called in it."""

    __slots__ = ("memo", "registry")

    def __init__(self, registry: Any, memo: _Memo) -> None:
        self.registry = registry
        self.memo = memo

    def fill(self) -> None:
        """Make every unit known there that is not: first the names, which others are made of."""
        identifiers, words, seen = self.memo
        last = next(reversed(identifiers.values()), None)
        if (
            last is not None and self.there(last) is None
        ):  # made known within a context of pint, and gone with it
            for facts in self.memo:
                facts.clear()
        if len(seen) == len(_words()):  # words are never forgotten
            return
        new = {word: name for word, name in dict(_words()).items() if word not in seen}
        names = dict.fromkeys(new.values())
        for name in names:
            with suppress(UnitError, OverflowError, _pint().PintError):
                self.identifier("", name)
        for scale in _TEXT_SCALES:
            self.fill_scaled(scale, [name for name in names if _in_text(scale, name)])
        for word, name in new.items():
            self.alias(word, name)
        seen.update(new)

    def fill_scaled(self, scale: str, names: Iterable[str]) -> None:
        """Make units known with a scale word; to ask for each of them whether it is there takes too long."""
        taken, by_prefix = set(self.registry), self.there(_identifier(scale, "元"))
        for name in names:
            if ("", name) in self.memo.identifiers:
                settled = by_prefix is None and _identifier(scale, name) not in taken
                with suppress(UnitError, OverflowError, _pint().PintError):
                    (self.define if settled else self.identifier)(scale, name)

    def product(self, atoms: Iterable[tuple[str, str, int]]) -> Any:
        """The unit of these factors: a scaled unit once, and the rest of its power without scale."""
        units: dict[str, int] = {}
        for scale, name, exponent in atoms:
            once = 1 if exponent > 0 else -1
            for word, power in (
                (self.identifier(scale, name), once),
                (self.identifier("", name), exponent - once),
            ):
                units[word] = units.get(word, 0) + power
        return self.registry.UnitsContainer({word: power for word, power in units.items() if power})

    def identifier(self, scale: str, name: str) -> str:
        """What a unit is called there; made known if it is not."""
        return self.found(scale, name) or self.define(scale, name)

    def word(self, identifier: str) -> str:
        """A unit of theirs as our lexicon writes it."""
        if (word := self.memo.words.get(identifier)) is None:
            atom = _read(identifier)
            if atom is None or atom.exponent != 1:
                raise no_unit(identifier, (0, len(identifier)), identifier)
            self.check(atom.scale, atom.name, identifier)
            word = self.remember(atom.scale, atom.name, identifier)
        return word

    def remember(self, scale: str, name: str, identifier: str) -> str:
        """Keep what a unit is called there."""
        self.memo.identifiers.setdefault((scale, name), identifier)
        return self.memo.words.setdefault(identifier, scale + name)

    def there(self, word: str) -> str | None:
        """The name of the unit that a word names there, or None."""
        try:
            return self.registry.get_name(word, case_sensitive=True)
        except _pint().UndefinedUnitError:
            return None

    def found(self, scale: str, name: str) -> str | None:
        """The unit there that is ours already, by the name of theirs or by ours."""
        if (identifier := self.memo.identifiers.get((scale, name))) and self.there(identifier):
            return identifier
        if (
            not scale
            and name in PINT
            and (identifier := self.there(PINT[name]))
            and self.agrees("", name, identifier)
        ):
            self.remember(scale, name, identifier)
            return identifier
        identifier = self.there(_identifier(scale, name))
        if identifier is not None:
            self.check(scale, name, identifier)
            self.remember(scale, name, identifier)
        return identifier

    def check(self, scale: str, name: str, identifier: str) -> None:
        """Refuse a name that means something else there."""
        if not self.agrees(scale, name, identifier):
            factor, powers = self.size(identifier)
            meaning = " ".join([str(factor), *(f"{unit}^{power}" for unit, power in powers.items())])
            raise UnitError("unit.defined", identifier, details={"name": meaning})

    def agrees(self, scale: str, name: str, identifier: str) -> bool:
        """Whether a unit there means what ours does."""
        meaning = meaning_of(name)
        factor, powers = self.size(identifier)
        if not scale and meaning.dimension == ((name, 1),) and meaning.factor == 1:
            return identifier == PINT.get(name) or (factor, powers) == (1, {identifier: 1})
        wanted, roots = meaning.factor * 10 ** SCALES.get(scale, 0), dict[str, Fraction]()
        for root, exponent in meaning.dimension:
            theirs = self.found("", root)
            if theirs is None:
                return False
            size, units = self.size(theirs)
            wanted *= size**exponent
            for unit, power in units.items():
                roots[unit] = roots.get(unit, 0) + power * exponent
        same = {unit: power for unit, power in roots.items() if power} == powers
        return same and abs(factor - wanted) <= _CLOSE * wanted

    def size(self, identifier: str) -> tuple[Fraction, dict[str, Fraction]]:
        """How many root units a unit is there, and which; none where it has an offset."""
        factor, root = self.registry.get_root_units(self.registry.UnitsContainer({identifier: 1}))
        items = self.registry.Quantity(1, root).unit_items()
        return Fraction(factor or 0), {unit: Fraction(power) for unit, power in items}

    def define(self, scale: str, name: str) -> str:
        """Make a unit known, as a number of units that are."""
        meaning, identifier = meaning_of(name), _identifier(scale, name)
        if scale:
            factor, powers = Fraction(10 ** SCALES[scale]), {self.identifier("", name): 1}
        elif meaning.dimension == ((name, 1),) and meaning.factor == 1:
            factor, powers = Fraction(1), {self.dimension(name): 1}
        else:
            factor = meaning.factor
            powers = {self.identifier("", root): power for root, power in meaning.dimension}
        plain = _pint().facets.plain
        converter = plain.ScaleConverter(self.number(factor))
        reference = self.registry.UnitsContainer(powers)
        self.registry.define(plain.UnitDefinition(identifier, None, (), converter, reference))
        self.remember(scale, name, identifier)
        return identifier

    def dimension(self, name: str) -> str:
        """The dimension of a root unit; one that the registry has belongs to a unit of its own."""
        wanted = DEFINITIONS.get(name, f"[own_{name}]")
        try:
            self.registry.get_dimensionality({wanted: 1})
        except ValueError:
            return wanted
        return f"[unit_{name}]"

    def number(self, factor: Fraction) -> Any:
        """A factor in the numbers of the registry."""
        if factor.denominator == 1:
            return factor.numerator
        kind: type[Any] = self.registry.non_int_type
        if issubclass(kind, float):
            return factor.numerator / factor.denominator
        return kind(factor.numerator) / kind(factor.denominator)

    def alias(self, word: str, name: str) -> None:
        """Let a Chinese word stand for a unit, if it is free there; what is ASCII is for pint to say."""
        identifier = self.memo.identifiers.get(("", name))
        if identifier and word.isidentifier() and (word in DEFINITIONS or not word.isascii()):
            with suppress(_pint().PintError):
                if self.there(word) is None:
                    self.registry.define(_pint().facets.plain.AliasDefinition(identifier, (word,)))


def _words() -> dict[str, str]:
    """Every word for a unit that is known now, and the name of the unit."""
    words: dict[str, str] = vars(known)["_WORDS"]
    return words


def _in_text(scale: str, name: str) -> bool:
    """Whether a text of pint is to read a unit with a scale word; 千克 is a unit without one."""
    common = scale in _TEXT_SCALES[:2] or meaning_of(name).kind == "money"
    return common and name_of(scale + name) is None


def _identifier(scale: str, name: str) -> str:
    return scale + _IDENTIFIERS.get(name, name)


def _read(identifier: str) -> Atom | None:
    """The unit of ours that a name in a registry of pint may be."""
    if identifier in _OURS:
        return Atom("", _OURS[identifier], 1)
    ending = next((ending for ending in _NAMES if identifier.endswith(ending)), "")
    return atom_named(identifier.removesuffix(ending) + _NAMES.get(ending, ""))
