"""The door to pint (单位换算引擎): the only room that imports it.

Our units in a registry of pint, and its quantities as ours. Nothing here is needed to compute: the factors
of units are data. What a user wrote never reaches pint's parser, which hangs on hostile text and guesses
on Chinese.
"""
# pint ships types that a strict checker cannot use: everything from it is Any here.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache
from typing import Any, Final, Literal, TypeVar, overload
from weakref import WeakKeyDictionary

from govperf.errors import QuantityError, UnitError
from govperf.limits import LIMITS
from govperf.numerals.contexts import own_context
from govperf.units.algebra import power_product
from govperf.units.known import LOCK
from govperf.units.lexicon import DEFINITIONS, POWERS
from govperf.units.magnitude import terminating
from govperf.units.translating import Found, Translator, identifier_of

__all__ = ["from_pint", "install", "pint_lines", "to_pint"]

_Registry = TypeVar("_Registry")

_HIGHEST: Final = max(POWERS.values())
_CONTEXT: Final = own_context(LIMITS.digits)
_FOUND: Final[WeakKeyDictionary[Any, Found]] = WeakKeyDictionary()


def pint_lines() -> list[str]:
    """The lexicon as definitions that a pint registry loads (pint 定义), for comparisons.

    Returns:
        One line a unit, such as `亩 = 2000/3 * 平方米`.

    Example:
        >>> "亩 = 2000/3 * 平方米" in pint_lines()
        True
    """
    return [f"{identifier_of('', name)} = {text}" for name, text in DEFINITIONS.items()]


@overload
def install(registry: None = None) -> Any: ...
@overload
def install(registry: _Registry) -> _Registry: ...
def install(registry: object = None) -> object:
    """Our units in a registry of pint (安装计量单位), beside those that it has.

    All units of the lexicon and those that were defined so far, under their names and Chinese spellings,
    with 万 and 亿 before them, and with 千 and 百万 before money, so that the registry reads "36.4 万吨". A
    name that the registry has keeps its meaning there. To install twice changes nothing, and several
    threads may do it at once.

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
    with _opened(registry) as translator:
        translator.install()
    return registry


def to_pint(
    magnitude: Decimal,
    atoms: Iterable[tuple[str, str, int]],
    registry: Any = None,
    *,
    inexact: Literal["refuse", "float"] = "refuse",
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
        inexact: "float" lets the number become a float where the registry computes in floats.

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
    with _opened(registry) as translator:
        theirs = translator.registry
        kind: type[Any] = theirs.non_int_type
        if issubclass(kind, float) and inexact != "float":
            raise TypeError(
                "this registry computes in floats: make it with pint.UnitRegistry(non_int_type=Decimal), "
                "or let the number become a float with inexact='float'"
            )
        translator.install()
        return theirs.Quantity(kind(magnitude), translator.product(atoms))


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
    with _opened(registry) as translator:
        for identifier, exponent in quantity.unit_items():
            if exponent not in range(-_HIGHEST, _HIGHEST + 1):
                raise UnitError("unit.exponent", f"{identifier}^{exponent}", details={"limit": _HIGHEST})
            words.append((translator.word(identifier), int(exponent)))
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
    return terminating(Fraction(number))


def _pint() -> Any:
    import pint  # noqa: PLC0415 - costs 120 to 280 ms: paid by those who use it

    return pint


@cache
def _own_registry() -> Any:
    """A registry of our own; asked for with the lock held, so that there is one."""
    return _pint().UnitRegistry(None, non_int_type=Decimal, on_redefinition="raise")


@contextmanager
def _opened(registry: Any) -> Generator[Translator]:
    """Our units in a registry, for one thread at a time, whatever the decimal context of the caller."""
    with LOCK, localcontext(_CONTEXT):
        pint = _pint()
        if registry is None:
            registry = _own_registry()
        if isinstance(registry, pint.ApplicationRegistry):
            registry = registry.get()
        if isinstance(registry, pint.LazyRegistry):
            registry.parse_unit_name("")  # the first question makes it a registry
        if not isinstance(registry, pint.facets.plain.GenericPlainRegistry):
            raise TypeError(f"expected a pint registry, not {type(registry).__name__}")
        yield Translator(pint, registry, _FOUND.setdefault(registry, Found({}, {}, set())))
