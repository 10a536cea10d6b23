"""Strategies of amounts (数量策略): numbers, units, quantities, money, percentages."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import chain
from math import ceil, floor
from typing import Final, Literal, get_args

from hypothesis import strategies as st

from govperf.limits import LIMITS
from govperf.numerals.contexts import EXACT
from govperf.testing.weights import mostly, one_of_these
from govperf.units import Quantity, Unit
from govperf.units.algebra import power_product
from govperf.units.known import meaning_of
from govperf.units.lexicon import CURRENCIES, DEFINITIONS, SCALES
from govperf.units.magnitude import magnitude

__all__ = ["UnitKind", "Units", "money", "numbers", "percentages", "quantities", "units"]

UnitKind = Literal["count", "money", "measure", "ratio", "rate", "bare"]
"""What a unit is for (单位类别): 人, 元, 公里, %, 元/(人·年), or the unit of a bare number."""

Units = str | Unit | Iterable[str | Unit] | st.SearchStrategy[Unit]
"""One unit, several, or a strategy (可选单位)."""

_MOST: Final = 10**LIMITS.digits - 1
_USUAL_PLACES: Final = 5

_KINDS: Final = get_args(UnitKind)
_SCALES: Final = ("", "", "", "万", "亿", *SCALES)
_MONEY_SCALES: Final = ("万", "", "亿")
_FINER: Final = {"元": ("角", "分钱")}


def numbers(
    *,
    at_least: Decimal | int | str = -_MOST,
    at_most: Decimal | int | str = _MOST,
    places: int = LIMITS.exponent,
) -> st.SearchStrategy[Decimal]:
    """Exact numbers (精确数值), most of them as reports print them, some as large or fine as govperf holds.

    Args:
        at_least: The smallest one.
        at_most: The largest one.
        places: Decimals at the most, from 0 to `LIMITS.exponent`.

    Returns:
        A strategy of finite numbers of at most `LIMITS.digits` digits; it shrinks to 0 and to no decimals.

    Raises:
        ValueError: There is no such number, or there cannot be so many decimals.
        TypeError: A bound is a float.

    Example:
        >>> from hypothesis import find
        >>> find(numbers(places=2), lambda number: number > 1 and number % 1)
        Decimal('1.1')
    """
    if not 0 <= places <= LIMITS.exponent:
        raise ValueError(f"places are from 0 to {LIMITS.exponent}, not {places}")
    low, high = Fraction(magnitude(at_least)), Fraction(magnitude(at_most))
    ranges = {shown: _steps(low, high, 10**shown) for shown in range(places + 1)}
    strategies = {shown: st.integers(steps[0], steps[-1]) for shown, steps in ranges.items() if steps}
    if not strategies:
        raise ValueError(f"there is no number of {places} decimals from {at_least} to {at_most}")
    possible = tuple(strategies)
    shown = one_of_these(possible[:_USUAL_PLACES], possible[_USUAL_PLACES:])

    @st.composite
    def number(draw: st.DrawFn) -> Decimal:
        decimals = draw(shown)
        return Decimal(draw(strategies[decimals])).scaleb(-decimals, EXACT)

    return number()


def _steps(low: Fraction, high: Fraction, scale: int) -> range:
    """The numbers between two, counted in the last of their decimals."""
    return range(max(ceil(low * scale), -_MOST), min(floor(high * scale), _MOST) + 1)


def units(*kinds: UnitKind) -> st.SearchStrategy[Unit]:
    """Units of measurement (计量单位) of the lexicon, with scale words, and rates made of them.

    Args:
        kinds: Of which kinds; none says all.

    Returns:
        A strategy.

    Raises:
        ValueError: There is no such kind.

    Example:
        >>> from hypothesis import find
        >>> find(units("money"), lambda unit: unit.power_of_ten > 0), find(units("rate"), lambda unit: True)
        (Unit.of('万元'), Unit.of('人/人'))
    """
    unknown = [kind for kind in kinds if kind not in _KINDS]
    if unknown:
        raise ValueError(f"a kind is one of {', '.join(_KINDS)}, not {unknown[0]!r}")
    return st.one_of(*(_units(kind) for kind in kinds or _KINDS))


@cache
def _units(kind: UnitKind) -> st.SearchStrategy[Unit]:
    if kind == "bare":
        return st.just(Unit.of(""))
    if kind == "rate":
        return st.builds(
            _rate,
            _words("count", "money", "measure"),
            st.lists(_words("count", "measure"), min_size=1, max_size=2),
        )
    return _words(kind).map(Unit.of)


def _words(*kinds: UnitKind) -> st.SearchStrategy[str]:
    """Units as they are written; ratios never have a scale word."""
    names = st.sampled_from([name for name in DEFINITIONS if meaning_of(name).kind in kinds])
    scales = st.just("") if kinds == ("ratio",) else st.sampled_from(_SCALES)

    @st.composite  # and not builds, which would spell out every name, wherever it is shown
    def word(draw: st.DrawFn) -> str:
        return draw(scales) + draw(names)

    return word()


def _rate(above: str, below: Iterable[str]) -> Unit:
    return power_product([(above, 1), *((unit, -1) for unit in below)])


def quantities(
    units: Units | None = None, *, numbers: st.SearchStrategy[Decimal] | None = None
) -> st.SearchStrategy[Quantity]:
    """Quantities (数量): exact numbers with a unit.

    Args:
        units: Their unit, their units, or a strategy of them; None is any unit.
        numbers: Of their magnitudes; None is any number.

    Returns:
        A strategy.

    Raises:
        UnitError: A unit is unknown.

    Example:
        >>> from hypothesis import find
        >>> find(quantities("万元"), lambda amount: amount > Quantity(5, "万元"))
        Quantity('6', '万元')
    """
    return st.builds(Quantity, _any_number() if numbers is None else numbers, _strategy_of(units))


def _any_number() -> st.SearchStrategy[Decimal]:
    return numbers()


def _strategy_of(given: Units | None) -> st.SearchStrategy[Unit]:
    if given is None:
        return units()
    if isinstance(given, st.SearchStrategy):
        return given
    several = (given,) if isinstance(given, (str, Unit)) else given
    return st.sampled_from([Unit.of(unit) for unit in several])


def money(
    currency: str = "元", *, numbers: st.SearchStrategy[Decimal] | None = None
) -> st.SearchStrategy[Quantity]:
    """Amounts of money (金额) of one currency, in 万 and 亿 of it too.

    Args:
        currency: Its unit, such as 元 or 美元.
        numbers: Of their magnitudes; None is any number, negative ones too.

    Returns:
        A strategy.

    Raises:
        ValueError: It is no currency.

    Example:
        >>> from hypothesis import find
        >>> find(money("美元", numbers=numbers(at_least=1)), lambda amount: True)
        Quantity('1', '万美元')
    """
    if currency not in CURRENCIES:
        raise ValueError(f"{currency!r} is no currency: 元, 美元, …")
    return quantities(
        chain((scale + currency for scale in _MONEY_SCALES), _FINER.get(currency, ())), numbers=numbers
    )


def percentages(*, numbers: st.SearchStrategy[Decimal] | None = None) -> st.SearchStrategy[Quantity]:
    """Printed rates (比率): mostly percentages, seldom ‰, 成 or another ratio.

    Args:
        numbers: Of their magnitudes; None is mostly 0 to 200 with two decimals, and nothing below zero.

    Returns:
        A strategy.

    Example:
        >>> from hypothesis import find
        >>> find(percentages(numbers=numbers(places=0)), lambda rate: rate > Quantity(100, "%"))
        Quantity('101', '%')
    """
    return quantities(one_of_these([Unit.of("%")], _RATIOS), numbers=_rates() if numbers is None else numbers)


_RATIOS: Final = tuple(
    Unit.of(name) for name in DEFINITIONS if meaning_of(name).kind == "ratio" and name != "%"
)


def _rates() -> st.SearchStrategy[Decimal]:
    return mostly(numbers(at_least=0, at_most=200, places=2), numbers(at_least=0))
