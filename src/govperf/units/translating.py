"""Our units in a registry of pint (单位对照): what each is called there, and how it is made known.

Units go there as names and exact numbers, never as text. A registry that knows the legal units (`meter`,
`kilogram`) keeps them: 米 becomes another name of its `meter`, and 亩 so many of its square metres. What a
name means there already is never changed; a unit of ours that means something else there is refused.
"""
# pint ships types that a strict checker cannot use: everything from it is Any here.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from fractions import Fraction
from typing import Any, Final, NamedTuple, final

from govperf.errors import UnitError
from govperf.units.abroad import PINT
from govperf.units.known import meaning_of, name_of, words
from govperf.units.lexicon import DEFINITIONS, SCALES
from govperf.units.naming import Atom, atom_named, no_unit

__all__ = ["Found", "Translator", "identifier_of"]

# What pint cannot name, and what it makes of two of them in a text.
_SPELLED: Final = {"%": "percent", "‰": "permille", "‱": "万分之一"}
_NAMES: Final = {spelled: name for name, spelled in _SPELLED.items()}
_OURS: Final = {PINT[name]: name for name in reversed(PINT)}
"""Units of pint's own registry, by the name that pint gives them: of 千克 and 公斤 the first."""

_IN_TEXTS: Final = ("万", "亿", "千", "百万")
"""Scale words that a text of pint may have, the last two before money; others when a quantity has them."""

_CLOSE: Final = Fraction(1, 10**12)
"""Two meanings are one where only the rounding of binary floats is between them."""


class Found(NamedTuple):
    """What was found out about one registry (对照结果)."""

    identifiers: dict[tuple[str, str], str]
    """What a unit of ours is called there, by scale word and name."""
    words: dict[str, str]
    """The same the other way round."""
    seen: set[str]
    """The words for units that were made known there."""


def identifier_of(scale: str, name: str) -> str:
    """What a unit is called where pint has no name for it (标识符).

    Args:
        scale: Its scale word.
        name: Its name.

    Returns:
        The same, or another word where pint cannot take it.

    Example:
        >>> identifier_of("万", "元"), identifier_of("", "%")
        ('万元', 'percent')
    """
    return scale + _SPELLED.get(name, name)


def _read(identifier: str) -> Atom | None:
    """The unit of ours that a name in a registry of pint may be."""
    if identifier in _OURS:
        return Atom("", _OURS[identifier], 1)
    ending = next((ending for ending in _NAMES if identifier.endswith(ending)), "")
    return atom_named(identifier.removesuffix(ending) + _NAMES.get(ending, ""))


def _is_root(name: str) -> bool:
    meaning = meaning_of(name)
    return meaning.factor == 1 and meaning.dimension == ((name, 1),)


def _in_texts(scale: str, name: str) -> bool:
    """Whether a text of pint is to read a unit with a scale word; 千克 is a unit without one."""
    common = scale in _IN_TEXTS[:2] or meaning_of(name).kind == "money"
    return common and name_of(scale + name) is None


@final
class Translator:
    """One registry of pint, and our units in it (单位对照).

    For one thread at a time, in a decimal context that does not round too early.

    Args:
        pint: The library.
        registry: The registry.
        found: What was found out about it before; kept up to date.

    Example:
        >>> import pint
        >>> translator = Translator(pint, pint.UnitRegistry(), Found({}, {}, set()))
        >>> translator.identifier("", "公里"), translator.word("kilometer")
        ('kilometer', '公里')
    """

    __slots__ = ("found", "pint", "registry")

    def __init__(self, pint: Any, registry: Any, found: Found) -> None:
        self.pint = pint
        self.registry = registry
        self.found = found

    def install(self) -> None:
        """Make every unit known there that is not (安装): first the names, which others are made of."""
        identifiers, _, seen = self.found
        last = next(reversed(identifiers.values()), None)
        if last is not None and self._there(last) is None:  # it went with the context of pint that it came in
            for facts in self.found:
                facts.clear()
        now = words()
        if len(seen) == len(now):  # words are never forgotten
            return
        new = {word: name for word, name in now.items() if word not in seen}
        names = dict.fromkeys(new.values())
        for name in names:
            self._try("", name)
        for scale in _IN_TEXTS:
            self._install_scaled(scale, [name for name in names if _in_texts(scale, name)])
        for word, name in new.items():
            self._alias(word, name)
        seen.update(new)

    def product(self, atoms: Iterable[tuple[str, str, int]]) -> Any:
        """The unit of these factors (单位之积): a scaled unit once, the rest of its power without scale."""
        units: dict[str, int] = {}
        for scale, name, exponent in atoms:
            once = 1 if exponent > 0 else -1
            plain, rest = self.identifier("", name), exponent - once
            for word, power in ((self.identifier(scale, name), once), (plain, rest)):
                units[word] = units.get(word, 0) + power
        return self.registry.UnitsContainer({word: power for word, power in units.items() if power})

    def identifier(self, scale: str, name: str) -> str:
        """What a unit is called there (标识符); made known if it is not."""
        return self._known(scale, name) or self._define(scale, name)

    def word(self, identifier: str) -> str:
        """A unit of theirs as our lexicon writes it (本库名称)."""
        if (word := self.found.words.get(identifier)) is None:
            atom = _read(identifier)
            if atom is None or atom.exponent != 1:
                raise no_unit(identifier, (0, len(identifier)), identifier)
            self._check(atom.scale, atom.name, identifier)
            self._keep(atom.scale, atom.name, identifier)
            word = atom.scale + atom.name
        return word

    def _try(self, scale: str, name: str) -> None:
        """Make a unit known, unless its name is taken or the registry has no number for it."""
        with suppress(UnitError, OverflowError, self.pint.PintError):
            self.identifier(scale, name)

    def _install_scaled(self, scale: str, names: Iterable[str]) -> None:
        """Units with a scale word; to ask for each whether it is there would take too long."""
        taken, prefix = set(self.registry), self._there(identifier_of(scale, "元"))
        for name in names:
            if prefix is None and identifier_of(scale, name) not in taken:
                if ("", name) in self.found.identifiers:
                    self._define(scale, name)
            else:
                self._try(scale, name)

    def _keep(self, scale: str, name: str, identifier: str) -> None:
        self.found.identifiers[scale, name] = identifier
        self.found.words.setdefault(identifier, scale + name)

    def _there(self, word: str) -> str | None:
        """The name of the unit that a word names there; "" where it is taken by what is no unit."""
        try:
            name: str = self.registry.get_name(word, case_sensitive=True)
        except self.pint.UndefinedUnitError:
            return None
        except self.pint.PintError:  # a prefix before degrees
            return ""
        return name

    def _known(self, scale: str, name: str) -> str | None:
        """The unit there that is ours already, by the name of theirs or by ours."""
        identifier = self.found.identifiers.get((scale, name))
        if identifier is not None and self._there(identifier) is not None:
            return identifier
        theirs = None if scale or name not in PINT else self._there(PINT[name])
        if theirs is not None and self._agrees("", name, theirs):
            identifier = theirs
        elif (identifier := self._there(identifier_of(scale, name))) is not None:
            self._check(scale, name, identifier)
        if identifier is not None:
            self._keep(scale, name, identifier)
        return identifier

    def _check(self, scale: str, name: str, identifier: str) -> None:
        """Refuse a name that means something else there."""
        if not self._agrees(scale, name, identifier):
            factor, powers = self._size(identifier)
            meaning = " ".join([str(factor), *(f"{unit}^{power}" for unit, power in powers.items())])
            raise UnitError("unit.registry", identifier_of(scale, name), details={"meaning": meaning})

    def _agrees(self, scale: str, name: str, identifier: str) -> bool:
        """Whether a unit there means what ours does."""
        meaning, (factor, powers) = meaning_of(name), self._size(identifier)
        if not scale and _is_root(name):
            free = self.found.words.get(identifier, name) == name
            return identifier == PINT.get(name) or (free and factor == 1 and powers == {identifier: 1})
        wanted, roots = meaning.factor * 10 ** SCALES.get(scale, 0), dict[str, Fraction]()
        for root, exponent in meaning.dimension:
            theirs = self._known("", root)
            if theirs is None:
                return False
            size, units = self._size(theirs)
            wanted *= size**exponent
            for unit, power in units.items():
                roots[unit] = roots.get(unit, Fraction(0)) + power * exponent
        same = {unit: power for unit, power in roots.items() if power} == powers
        return same and abs(factor - wanted) <= _CLOSE * wanted

    def _size(self, identifier: str) -> tuple[Fraction, dict[str, Fraction]]:
        """How many root units a unit is there, and which; none of them where it has an offset."""
        if not identifier:
            return Fraction(0), {}
        factor, root = self.registry.get_root_units(self.registry.UnitsContainer({identifier: 1}))
        items = self.registry.Quantity(1, root).unit_items()
        return Fraction(factor or 0), {unit: Fraction(power) for unit, power in items}

    def _define(self, scale: str, name: str) -> str:
        """Make a unit known, as a number of units that are."""
        meaning, identifier = meaning_of(name), identifier_of(scale, name)
        factor, powers = meaning.factor, {}
        if scale:
            factor, powers = Fraction(10 ** SCALES[scale]), {self.identifier("", name): 1}
        elif _is_root(name):
            powers = {self._dimension(name): 1}
        else:
            powers = {self.identifier("", root): power for root, power in meaning.dimension}
        plain = self.pint.facets.plain
        converter = plain.ScaleConverter(self._number(factor))
        reference = self.registry.UnitsContainer(powers)
        self.registry.define(plain.UnitDefinition(identifier, None, (), converter, reference))
        self._keep(scale, name, identifier)
        return identifier

    def _dimension(self, name: str) -> str:
        """The dimension of a root unit; one that the registry has belongs to a unit of its own."""
        wanted = DEFINITIONS.get(name, f"[own_{name}]")
        try:
            self.registry.get_dimensionality({wanted: 1})
        except ValueError:
            return wanted
        return f"[unit_{name}]"

    def _number(self, factor: Fraction) -> Any:
        """A factor in the numbers of the registry, and no int: pint divides two of them as floats."""
        kind: type[Any] = self.registry.non_int_type
        if issubclass(kind, float):
            number = factor.numerator / factor.denominator
            if not number:
                raise OverflowError("a unit is too small for the floats of this registry")
            return number
        return kind(factor.numerator) / kind(factor.denominator)

    def _alias(self, word: str, name: str) -> None:
        """Let a Chinese word stand for a unit, if it is free there; what is ASCII is for pint to say."""
        identifier = self.found.identifiers.get(("", name))
        chinese = word in DEFINITIONS or not word.isascii()
        if identifier and word.isidentifier() and chinese and not self.registry.parse_unit_name(word):
            self.registry.define(self.pint.facets.plain.AliasDefinition(identifier, (word,)))
