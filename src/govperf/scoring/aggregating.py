"""Several units as one (汇总): their actuals become one actual before it is scored."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from math import ceil, floor
from typing import Final, NamedTuple, TypeVar

from govperf.errors import LimitError, QuantityError, ScoringError
from govperf.limits import LIMITS
from govperf.model import Actual, Approximation, Evidence, Undefined
from govperf.model.fields import quantity
from govperf.numerals import round_half_up
from govperf.numerals.contexts import EXACT
from govperf.units import Quantity, Unit
from govperf.units.magnitude import terminating

__all__ = ["aggregate"]

T = TypeVar("T")

_READ: Final = (Actual, Undefined, type(None))

_SHARE: Final = Unit.of("份")
"""What weights without a unit count."""

_LEVELS: Final = frozenset({"个百分点", "摄氏度", "分贝", "勒克斯"})
"""Of these there is no more in two units than in one."""

_WORDS: Final[Mapping[tuple[Approximation, bool], str]] = {
    (Approximation.EXACT, False): "",
    (Approximation.ABOUT, False): "约",
    (Approximation.AT_LEAST, False): "不少于",
    (Approximation.AT_LEAST, True): "超过",
    (Approximation.AT_MOST, False): "不超过",
    (Approximation.AT_MOST, True): "不足",
}
"""The word that says how sure a figure is, and whether the figure itself is left out."""

_TOWARDS: Final[Mapping[Approximation, Callable[[Fraction], int]]] = {
    Approximation.AT_LEAST: floor,
    Approximation.AT_MOST: ceil,
}
"""Where a bound is rounded to, so that it stays true."""


class _Sure(NamedTuple):
    """How sure a figure is, and whether its words leave the figure itself out."""

    approximation: Approximation
    strict: bool


_CERTAIN: Final = _Sure(Approximation.EXACT, strict=False)


class _Part(NamedTuple):
    """What one unit reached."""

    quantity: Quantity
    whole: Quantity | None
    sure: _Sure
    evidence: tuple[Evidence, ...]


class _Funds(NamedTuple):
    """The weights of a mean, as exact numbers of one unit."""

    each: tuple[Fraction, ...]
    unit: Unit


class _Together(NamedTuple):
    """What all units reached, still exact."""

    exact: Fraction
    """So many of the first of the units."""
    units: Mapping[Unit, int]
    """The units that are printed, each with its decimals."""
    sure: _Sure


def aggregate(
    actuals: Iterable[Actual | Undefined | Quantity | str | Decimal | int | None],
    *,
    weights: Iterable[Quantity | str | Decimal | int] | None = None,
    digits: int | None = None,
) -> Actual | Undefined:
    """The actual of several units together (汇总实际完成值), to be scored as one.

    Args:
        actuals: Of each unit, read or as printed; None where one has none, and what is undefined.
        weights: The funds of each unit, as amounts of money or as numbers; only rates need them.
        digits: Decimals to which the figure is rounded, half up; a bound towards the side on which it
            stays true. None keeps it exact. Cases are never rounded.

    Returns:
        Amounts added, rates averaged by the funds, cases (78次中77次) added both; with the evidence of
        all units. A bare number is an amount. Exact and at least are at least, at least and at most are
        about; in a mean, a unit without funds counts for nothing. A mean that does not end as a decimal
        is funds of funds, such as 300万元中290万元; an approximate one is cut at 34 digits.
        Undefined where there are no actuals or no funds; an actual is missing, prose, a date or a range;
        the unit is per something, or a level as 个百分点 and 摄氏度 are; some are cases and others not;
        or an exact figure has no end and is no part of a whole.

    Raises:
        UnitError: The actuals do not measure the same thing, or the weights are of two currencies.
        ScoringError: Rates have no weights; the weights are not one for each actual, negative, or
            neither money nor numbers.
        InputError: A cell or a weight cannot be read, or there is too much of them.
        TypeError: An actual or a weight is a float, or the digits no int.

    Rule:
        Absolute values are added, relative ones averaged by funds, then scored (verified, Hubei 2020).
        Cases, exactness and what is undefined are choices: the text is silent on them.

    Example:
        >>> str(aggregate(["90%", "100%"], weights=["100万元", "300万元"]))
        '97.5%'
        >>> str(aggregate(["近400条", "0.02万条"]))
        '不足600条'
    """
    _check_digits(digits)
    given = [item if isinstance(item, _READ) else Actual(item) for item in _few(actuals)]
    funds = None if weights is None else _funds(_few(weights), len(given))
    parts = _parts(given)
    if isinstance(parts, Undefined):
        return parts
    text = _text(parts, funds, digits) if parts[0].whole is None else _cases(parts)
    evidence = [item for part in parts for item in part.evidence]
    return text if isinstance(text, Undefined) else Actual(text, evidence=evidence)


def _check_digits(digits: int | None) -> None:
    if digits is not None and type(digits) is not int:
        raise TypeError(f"digits is an int, not {type(digits).__name__}")
    if not 0 <= (digits or 0) <= LIMITS.digits:
        raise QuantityError("quantity.decimals", digits, details={"limit": LIMITS.digits})


def _few(values: Iterable[T]) -> list[T]:
    """What is given, which has an end; a text is one value and not many."""
    if isinstance(values, str):
        raise TypeError("expected several values, not a text")
    found = list(islice(values, LIMITS.items + 1))
    if len(found) > LIMITS.items:
        raise LimitError("limit.items", details={"limit": LIMITS.items})
    return found


def _funds(weights: Sequence[Quantity | str | Decimal | int], count: int) -> _Funds:
    """Money or bare numbers, one for each actual."""
    amounts = [quantity(weight) for weight in weights]
    if len(amounts) != count:
        raise ScoringError("scoring.weights-count", details={"weights": len(amounts), "actuals": count})
    for amount in amounts:
        if amount.magnitude < 0 or (amount.unit.atoms and not amount.unit.is_money):
            raise ScoringError("scoring.weight-kind", str(amount))
    unit = amounts[0].unit if amounts else _SHARE
    return _Funds(_numbers(amounts, unit), unit if unit.atoms else _SHARE)


def _numbers(amounts: Iterable[Quantity], unit: Unit) -> tuple[Fraction, ...]:
    """So many of a unit, each."""
    one = Quantity(1, unit)
    return tuple(amount.exact_ratio(one) for amount in amounts)


def _parts(given: Sequence[Actual | Undefined | None]) -> list[_Part] | Undefined:
    """One figure of each unit, or why one of them has none."""
    parts: list[_Part] = []
    for place, item in enumerate(given, 1):
        part = _part(place, item)
        if isinstance(part, Undefined):
            return part
        if (part.whole is None) != (parts[0].whole is None if parts else part.whole is None):
            return Undefined("undefined.aggregate-cases", {"place": place, "text": item})
        parts.append(part)
    return parts or Undefined("undefined.actual-missing")


def _part(place: int, item: Actual | Undefined | None) -> _Part | Undefined:
    if item is None:
        return Undefined("undefined.aggregate-missing", {"place": place})
    if isinstance(item, Undefined):
        reasons = {"reason_en": item.explain("en"), "reason_zh": item.explain("zh")}
        return Undefined("undefined.aggregate-undefined", {"place": place, **reasons})
    if item.quantity is None:
        return Undefined("undefined.aggregate-part", {"place": place, "text": item.text})
    return _Part(item.quantity, item.whole, _Sure(item.approximation, item.strict), item.evidence)


def _cases(parts: Sequence[_Part]) -> str | Undefined:
    """78次中77次 and 22次中20次 are 100次中97次."""
    wholes = _sum([part.whole for part in parts if part.whole is not None], _CERTAIN, None)
    reached = _sum([part.quantity for part in parts], _CERTAIN, None)
    if isinstance(wholes, Undefined):
        return wholes
    return reached if isinstance(reached, Undefined) else f"{wholes}中{reached}"


def _text(parts: Sequence[_Part], funds: _Funds | None, digits: int | None) -> str | Undefined:
    """The figure of all units, with the word that says how sure it is."""
    figures = [part.quantity for part in parts]
    if figures[0].unit.is_ratio:
        return _mean(parts, funds, digits)
    sure = _surely([part.sure for part in parts])
    made = _sum(figures, sure, digits)
    return made if isinstance(made, Undefined) else f"{_WORDS[sure]}{made}"


def _sum(figures: Sequence[Quantity], sure: _Sure, digits: int | None) -> Quantity | Undefined:
    """Amounts added; a rate, a level, and what is per something else are none."""
    unit = figures[0].unit
    total = sum(_numbers(figures, unit), Fraction(0))
    if unit.is_ratio or any(atom.exponent < 0 or atom.name in _LEVELS for atom in unit.atoms):
        return Undefined("undefined.aggregate-unit", {"unit": unit})
    made = _figure(_Together(total, _printed(figures), sure), digits)
    return _endless(total, unit) if made is None else made


def _mean(parts: Sequence[_Part], funds: _Funds | None, digits: int | None) -> str | Undefined:
    """Rates averaged by funds."""
    unit = parts[0].quantity.unit
    numbers = _numbers([part.quantity for part in parts], unit)
    if funds is None:
        raise ScoringError("scoring.weights-needed")
    total = sum(funds.each, Fraction(0))
    if not total:
        return Undefined("undefined.aggregate-funds")
    mean = sum(map(operator.mul, numbers, funds.each), Fraction(0)) / total
    sure = _surely([part.sure for part, weight in zip(parts, funds.each, strict=True) if weight])
    made = _figure(_Together(mean, {unit: 0}, sure), digits)
    if made is not None:
        return f"{_WORDS[sure]}{made}"
    return _of_funds(mean * unit.factor, total, funds.unit) or _endless(mean, unit)


def _of_funds(rate: Fraction, total: Fraction, unit: Unit) -> str | None:
    """A rate as funds of funds, which have an end where the rate has none."""
    whole, part = (_decimal(number, unit, 0) for number in (total, rate * total))
    return None if whole is None or part is None or not 0 <= rate <= 1 else f"{whole}中{part}"


def _endless(exact: Fraction, unit: Unit) -> Undefined:
    return Undefined(
        "undefined.aggregate-endless", {"figure": f"{exact}{unit.label}", "limit": LIMITS.digits}
    )


def _surely(all_of_them: Iterable[_Sure]) -> _Sure:
    """How sure a sum is: as its least sure part; at least and at most leave both sides open."""
    unsure = [sure for sure in all_of_them if sure != _CERTAIN]
    sides = {sure.approximation for sure in unsure}
    if len(sides) > 1:
        return _Sure(Approximation.ABOUT, strict=False)
    return _Sure(sides.pop(), any(sure.strict for sure in unsure)) if sides else _CERTAIN


def _printed(figures: Iterable[Quantity]) -> dict[Unit, int]:
    """The units of figures, each with the most decimals that are printed in it."""
    units: dict[Unit, int] = {}
    for figure in figures:
        places = max(-int(figure.magnitude.as_tuple().exponent), 0)
        units[figure.unit] = max(places, units.get(figure.unit, 0))
    return units


def _figure(together: _Together, digits: int | None) -> Quantity | None:
    """The figure exactly, in the first unit in which it ends; only a bound or an estimate may be cut."""
    if digits is not None:
        return _rounded(together, digits)
    first, *_ = together.units
    for unit, places in together.units.items():
        number = together.exact * Quantity(1, first).exact_ratio(Quantity(1, unit))
        if (made := _decimal(number, unit, places)) is not None:
            return made
    if together.sure == _CERTAIN:
        return None
    whole_digits = len(str(abs(int(together.exact))))
    return _rounded(together, max(LIMITS.digits - whole_digits, 0))


def _decimal(number: Fraction, unit: Unit, places: int) -> Quantity | None:
    """A number with as many decimals as are printed, if it has an end and few enough digits."""
    found = terminating(number)
    if found is None:
        return None
    places = max(places, -int(found.as_tuple().exponent))
    with suppress(QuantityError):  # zeros beyond its digits a quantity drops by itself
        return Quantity(EXACT.quantize(found, Decimal(1).scaleb(-places, EXACT)), unit)
    return None


def _rounded(together: _Together, digits: int) -> Quantity | None:
    """A figure rounded once: half up, and a bound to where it stays true."""
    towards = _TOWARDS.get(together.sure.approximation)
    if towards is None:
        number = round_half_up(together.exact, digits)
    else:
        number = Decimal(towards(together.exact * int(10**digits))).scaleb(-digits, EXACT)
    first, *_ = together.units
    with suppress(QuantityError):
        return Quantity(number, first)
    return None
